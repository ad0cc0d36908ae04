"""Responses of imitated models whose attempts and decisions are known, because a generator made them.

    from .common import Policy, samples
    from .development import STYLES

    for sample in samples(500, STYLES["qwen-instruct"], Policy(p=0.4, p_sc=0.9, p_rw=0.6), seed=1):
        sample.record    # a record of a trajectory file, complete
        sample.truth     # [("561641", "RESAMPLE"), ("561741", "STOP")]
        sample.commits   # where in the response each candidate is committed

The modules `development`, `development_2` and on are for work on a parser: read them, print them, tune on them.
`heldout` measures what the tuned parser does on habits that it was not tuned on; it is written without sight of the
parser, of its markers and of the other modules. The rule: nobody who works on the parser or its markers reads
heldout.py or a response of it, nor changes the parser after a look at which of them it fails. Only rates are reported
from it (agreement by style, estimates beside the true policy). Once a response of it has been read for that purpose,
the module becomes one more for development (as development_2.py, _3 and _6 on did) and a new
heldout.py is needed.

What the truth means:

- An attempt is a stretch of solution that ends in one committed candidate. Slips of intermediate steps that are mended
  before the candidate belong to that attempt; a candidate stated again later is no new attempt.
- RESAMPLE: the writer disowns the candidate and a new solution commits a candidate, even the same one; or a check ends
  in another candidate, which replaces the first.
- STOP: the response ends with this candidate, perhaps after a check that confirms it (a whole second solution, if it is
  told as a check and agrees), or after a doubt that leads to no new candidate.
- TRUNCATED: the last candidate of a response cut by the token limit. A response cut before any candidate has no
  attempts, nor has an empty one.

A cut never falls within the words that commit or repeat a candidate, nor between a total and its commitment: it drops
back to before them, so that the truth stays clear to a reader. The last attempt that the policy allows (`Policy.most`)
always stops: leave it out of rates of decisions. Pass a policy of your own to see how estimates follow it.

`python -m tests.analysis.styles.dump development qwen-instruct 10` prints samples.
"""
