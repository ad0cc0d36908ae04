"""Self-correction within one response: a solution, a critique in words, perhaps a revised solution, a closing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .common import Style, Telling, Term, Work, split

# In the templates: «one|other» is a choice, <name> a field, [[...]] a formula (in dollars in the LaTeX styles).
_CHOICE = re.compile("«([^«»]*)»")

_NINES = (
    "«Modulo 9|Taken mod 9|In remainders by nine», the factors «leave|give» [[<i>]] and [[<j>]], «so the product should "
    "leave|which asks for» [[<k>]]",
    "«Digit sums|Casting out nines»: the factors «reduce|boil down» to [[<i>]] and [[<j>]], «and their product to|which "
    "means a product that reduces to» [[<k>]]",
)
_NINES_GOOD = (", «which is what we find.|and so it is.|exactly what we see.|and that is what the result has.»",)
_NINES_BAD = (", «but|yet|whereas» «my result|the result|what I wrote» «leaves|comes to|has» [[<z>]].",)
_LAST = (
    "The «units digits|last digits|final digits» [[<i>]] and [[<j>]] «multiply to|make|give» [[<ij>]], «so the result "
    "has to end in|which calls for a result ending in» [[<k>]]",
)
_LAST_GOOD = (", «and it does.|as it does.|and so it is.|which fits.»",)
_LAST_BAD = (", «but mine ends in|yet the one above ends in|whereas I ended on» [[<z>]].",)
_SIZE_GOOD = (
    "«Rounding gives|A rough figure is|With rounded factors we have» [[<i> <x> <j> = <ij>]], «which is close by.|the "
    "right neighbourhood.|so the size is plausible.|and our result is not far from that.»",
)
_DIVIDE_GOOD = (
    "«Dividing back|Undoing the multiplication|As an inverse check», [[<c> ÷ <b> = <a>]]«.|, with nothing left over.|, "
    "which is the other factor.|, exactly the factor we began with.»",
)
_REREAD_GOOD = (
    "«I went through the lines once more|Each partial product has been looked at again|Place values and carries have "
    "been gone over», «and all of them hold.|and I see nothing wrong.|with no slip to report.|and they are in order.»",
)
_VAGUE = (
    "«The carries were rushed.|I did the additions too quickly.|I cannot vouch for every partial product.|One of the "
    "place values may have moved.|The steps are too compressed to be trusted.|The middle digits look off.»",
    "«I never justified|Nothing backs up|I was careless with» «the largest partial product|the addition at the end|the "
    "zeros that come with the place values|the carry into the next place».",
)


class Reviser(Style):
    """The flow that the styles share; each brings its words, its layout and its signs."""

    tex = False
    groupings: Sequence[str] = ("comma", "comma", "plain")
    signs: Sequence[str] = ("×", "×", "x", "*")
    methods: Sequence[str] = ("high", "low", "chunks")
    gap = "\n\n"
    mark = ""  # before each step
    between = "\n"  # between steps
    always_close = 0.7
    slips = 0.08
    opening: Sequence[str] = ()
    guess: Sequence[str] = ()
    parting: Sequence[str] = ()
    term: Sequence[str] = ("[[<eq>]]",)
    slipped: Sequence[str] = ("[[<l> <x> <r> = <w>]], «no,|correction:|sorry,» [[<v>]]",)
    adding: Sequence[str] = ()
    commits: Sequence[str] = ()
    recommits: Sequence[str] = ()
    rejects: Sequence[str] = ()
    found: Sequence[str] = ()
    missum: Sequence[str] = ()
    resum: Sequence[str] = ()
    test: Sequence[str] = ()
    clash: Sequence[str] = ()
    keeps: Sequence[str] = ()
    second: Sequence[str] = ()
    agree: Sequence[str] = ()
    idle: Sequence[str] = ()
    bare: Sequence[str] = ("",)
    close: Sequence[str] = ()

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)
        t.solve(*self.methods)

    def say(self, t: Telling, options: Sequence[str], **fields: str | int) -> str:
        text = t.one(*options)
        while found := _CHOICE.search(text):
            text = text[: found.start()] + t.one(*found[1].split("|")) + text[found.end() :]
        all_fields: dict[str, str | int] = {
            "a": t.a,
            "b": t.b,
            "x": t.x,
            "c": t.candidate,
            "ab": f"{t.m(t.a)} {t.x} {t.m(t.b)}",
            "try": t.index + 1,
            **fields,
        }
        if t.index:
            all_fields["p"] = t.previous

        def put(found: re.Match[str]) -> str:
            value = all_fields[found[1]]
            return t.m(value) if isinstance(value, int) else value

        text = re.sub(r"<(\w+)>", put, text)
        return self.formulae(t, text)

    def formulae(self, t: Telling, text: str) -> str:
        if not self.tex:
            return text.replace("[[", "").replace("]]", "")
        return re.sub(r"\[\[(.*?)\]\]", lambda f: "$" + f[1].replace("÷", r"\div") + "$", text, flags=re.S)

    # The solution

    def term_line(self, t: Telling, term: Term, number: int) -> str:
        head = f"{t.m(term.left)} {t.x} {t.m(term.right)} = "
        fields = {"l": term.left, "r": term.right, "v": term.value, "i": str(number)}
        if t.chance(self.slips):
            return self.say(t, self.slipped, w=t.near(term.value), **fields)
        return self.say(t, self.term, eq=head + (t.detail(term, maths=True) or t.m(term.value)), **fields)

    def adds(self, t: Telling, work: Work) -> str:
        """The sum in one formula or one addition after another."""
        if len(work.terms) > 2 and t.flag("one by one", 0.5):
            steps = [f"{t.m(s)} {'+' if g > 0 else '-'} {t.m(v)} = {t.m(r)}" for s, g, v, r in work.steps()]
            return t.one(", ", ", then ", "; ").join(f"[[{step}]]" for step in steps)
        return f"[[{t.sum(work, maths=True)} = {t.m(work.total)}]]"

    def parted(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            both = [f"{t.m(n)} = {' + '.join(map(t.m, split(n, 'high')))}" for n in (work.a, work.b)]
            return f"[[{both[0]}]] and [[{both[1]}]]"
        return f"[[{t.m(work.b)} = {t.factor(work, maths=True)}]]"

    def lines(self, t: Telling, work: Work) -> list[str]:
        lines = [self.say(t, self.parting, parts=self.parted(t, work))] if t.flag("parted", 0.75) else []
        lines += [self.term_line(t, term, number) for number, term in enumerate(work.terms, start=1)]
        return [*lines, self.formulae(t, self.say(t, self.adding, adds=self.adds(t, work)))]

    def body(self, t: Telling, work: Work) -> str:
        lines = [self.formulae(t, line) for line in self.lines(t, work)]
        return self.between.join(self.mark + line for line in lines)

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, self.recommits if t.index and self.recommits else self.commits))

    # Reasons

    def fault(self, t: Telling) -> str:
        """Why the candidate before is not good: a check that it fails, or a suspicion."""
        if t.same:
            return self.say(t, _VAGUE)
        faults = []
        a, b, p = t.a, t.b, t.previous
        if a % 9 * (b % 9) % 9 != p % 9:
            faults.append(self.say(t, _NINES, i=a % 9, j=b % 9, k=a * b % 9) + self.say(t, _NINES_BAD, z=p % 9))
        if a * b % 10 != p % 10:
            faults.append(
                self.say(t, _LAST, i=a % 10, j=b % 10, ij=a % 10 * (b % 10), k=a * b % 10)
                + self.say(t, _LAST_BAD, z=p % 10)
            )
        if faults and t.chance(0.7):
            return t.one(*faults)
        return self.say(t, _VAGUE)

    def check(self, t: Telling) -> str:
        """A check that the candidate passes."""
        checks = [self.say(t, _DIVIDE_GOOD), self.say(t, _REREAD_GOOD)]
        if found := t.nines():
            i, j, k = found
            checks.append(self.say(t, _NINES, i=i, j=j, k=k) + self.say(t, _NINES_GOOD))
        if found := t.last_digit():
            i, j, ij = found
            checks.append(self.say(t, _LAST, i=i, j=j, ij=ij, k=ij % 10) + self.say(t, _LAST_GOOD))
        if (found := t.estimate()) and found[2] != t.product:
            i, j, ij = found
            checks.append(self.say(t, _SIZE_GOOD, i=i, j=j, ij=ij))
        some = t.rng.sample(checks, 2 if t.chance(0.25) else 1)
        return " ".join(some)

    # The flow

    def first(self, t: Telling) -> str:
        blocks = [self.say(t, self.opening)]
        if self.guess and t.flag("guess", 0.3) and (found := t.estimate()) and found[2] != t.product:
            i, j, ij = found
            blocks.append(self.say(t, self.guess, i=i, j=j, ij=ij))
        return self.gap.join([*blocks, self.body(t, t.work), self.commit(t)])

    def again(self, t: Telling) -> str:
        way = t.way(redo=0.4, mend=0.35, check=0.25)
        if way == "mend" and (mended := t.mend()):
            work = mended.work
            if mended.place is None:
                blocks = [self.say(t, self.missum, was=mended.was, sum=t.sum(work, maths=True))]
            else:
                term = work.terms[mended.place]
                blocks = [self.say(t, self.found, l=term.left, r=term.right, was=mended.was, now=mended.now)]
            blocks += [self.say(t, self.resum, adds=self.adds(t, work)), self.commit(t)]
            blocks[1] = self.formulae(t, blocks[1])
        elif way == "check":
            work = t.other("round", "area")
            blocks = [self.say(t, self.test), self.body(t, work), self.say(t, self.clash), self.commit(t)]
        else:
            work = t.solve(*self.methods, "round", "swapped")
            blocks = [self.say(t, self.rejects, why=self.fault(t)), self.body(t, work), self.commit(t)]
        return self.gap + self.gap.join(block for block in blocks if block)

    def closing(self, t: Telling) -> str:
        kind = t.rng.choices(["bare", "keep", "second", "idle"], [0.22, 0.43, 0.2, 0.15])[0]
        if kind == "keep":
            blocks = [self.say(t, self.keeps, check=self.check(t))]
        elif kind == "second":
            blocks = [self.say(t, self.second), self.body(t, t.other("round", "area")), self.say(t, self.agree)]
        elif kind == "idle":
            blocks = [self.say(t, self.idle)]
        else:
            blocks = [self.say(t, self.bare)]
        if t.chance(self.always_close):
            blocks.append(t.r(self.say(t, self.close)))
        return "".join(self.gap + block for block in blocks if block)


class BbRewriteOnRequest(Reviser):
    """Two turns run together: a LaTeX solution, then a rereading with the task to correct it."""

    tex = True
    groupings = ("plain", "latex", "plain")
    signs = (r"\times", r"\times", r"\cdot")
    opening = (
        "«We compute|We evaluate|Let us compute|We work out» $<ab>$ by «distributing over one factor|breaking one factor "
        "apart|partial products».",
        "«The product to find is|We are to find the value of|The task is to evaluate» $<ab>$.",
    )
    guess = (
        "«As a rough guide|For orientation», $<i> <x> <j> = <ij>$, so «a number of about that size|something near "
        "it» is to be expected.",
    )
    parting = ("«Write|First, write|Decompose:» <parts>.",)
    term = ("[[<eq>]].", "«Then|Next|Here» [[<eq>]].", "[[<eq>]]")
    slipped = ("[[<l> <x> <r> = <w>]]«; this must read|, or rather|, which should be» [[<v>]].",)
    adding = (
        "«Summing these|Adding up|Collecting the terms», <adds>.",
        "«The sum of these is found as|Together:» <adds>.",
    )
    commits = (
        "«Final answer:|The final answer is|Therefore the final answer is» $\\boxed{<c>}$.",
        "«Hence|Thus|It follows that» $<ab> = \\boxed{<c>}$.",
        "«The answer to the problem is|The result of the problem is|Our answer is» $\\boxed{<c>}$.",
    )
    recommits = (
        "«The rewritten solution ends with the final answer|The corrected final answer is|With this rewriting, the final "
        "answer is» $\\boxed{<c>}$.",
        "«Rewritten, the result is|So the solution now gives the answer» $<ab> = \\boxed{<c>}$.",
    )
    rejects = (
        "«Rereading the solution above, I find that it cannot be kept.|The solution above contains an error.|The above "
        "solution should not be submitted.|I take back the solution above.» <why> «I rewrite it from the start.|Here is a "
        "rewritten solution.|A new solution follows.|Let me rewrite the whole solution.»",
        "<why> «For that reason|Because of this|So» the answer [[<p>]] «has to go|is withdrawn|is not to be relied on» and the "
        "solution «is rewritten below|is done afresh here|is replaced by the following one».",
    )
    found = (
        "«Going over the solution above, the mistake is in|There is an error above, at|Rereading, one line is wrong:» "
        "[[<l> <x> <r>]]«. It was given as|, for which I put|, stated as» [[<was>]], «while it should be|but its value is|where "
        "the right value is» [[<now>]].",
    )
    missum = (
        "«Rereading, the partial products are right, but their sum is not|The error above is in the last addition|The terms "
        "above are fine and the addition is wrong»: [[<sum>]] «is not|does not give|does not come to» [[<was>]].",
    )
    resum = ("«Corrected:|The sum becomes|Rewriting the last line:» <adds>.",)
    test = (
        "«To see whether the solution above is correct, I compute the product in another way.|The instruction is to look for "
        "errors, so here is a separate computation.|Is there an error in the above? A different decomposition will tell.»",
    )
    clash = (
        "«This disagrees with|This is not|That contradicts» the [[<p>]] «above, so the first computation was in error.|found "
        "above; the solution above was wrong.|stated before, which I replace.»",
    )
    keeps = (
        "«Rereading the solution above for errors:|Looking for an error in the above:|Asked whether the above is right:» "
        "<check> «There is nothing to correct.|No error is present.|The solution stands as written.|No rewriting is needed.»",
    )
    second = (
        "«As a check on the solution above, the product is computed once more by a different decomposition.|To look for "
        "errors, I repeat the computation in another form.|A second computation serves as a check.»",
    )
    agree = (
        "«The two agree|Both computations agree|This matches the above», so «nothing is to be corrected|the solution "
        "above is correct|there was no error».",
    )
    idle = (
        "«Could the place values be off by one somewhere?|Is a zero missing in one of the terms?|Might a carry have been lost?» "
        "«Looking again, no.|I looked, and that is not the case.|I do not see it; the solution stays.»",
    )
    close = (
        "«The final answer remains|The answer stays|We keep the final answer» $\\boxed{<c>}$.",
        "«Final answer:|So the final answer is» $<c>$.",
    )


class BbTrialMemo(Reviser):
    """Trials with a status and a memo to oneself, as in verbal reinforcement."""

    groupings = ("plain", "comma")
    signs = ("*", "x", "×")
    mark = "  "
    opening = (
        "TRIAL 1\n«Task|Goal»: <ab>\n«Plan|Approach»: «split a factor, multiply the pieces, add|multiply piece by piece and "
        "sum|use partial products»",
        "TRIAL 1\n«Task|Question»: «what is|find|compute» <ab>",
    )
    guess = ("«Expect|Ballpark|Order of size»: <i> <x> <j> = <ij>",)
    parting = ("«pieces|split|parts»: <parts>",)
    slipped = ("<l> <x> <r> = <w> «(typo, it is <v>)|-- scratch that, <v>|-> fix: <v>»",)
    adding = ("«sum|total|add»: <adds>",)
    commits = ("«SUBMIT|SUBMITTED ANSWER|ANSWER OF TRIAL <try>|ACTION: submit»: <c>", "«Answer|Submitting»: <c>")
    found = (
        "«EVALUATION: failed|STATUS: failure|OUTCOME: not solved»\nMEMO: «I put|I wrote|In this trial I used» <was> for <l> <x> "
        "<r>; «it is|that should be|the right value is» <now>. «Next time I keep everything else.|In the next trial I change only "
        "that.|Fix that line and resubmit.»",
    )
    missum = (
        "«EVALUATION: failed|STATUS: failure|OUTCOME: not solved»\nMEMO: «The pieces were fine; I added them badly|I lost the "
        "thread in the addition|All products hold, but the sum does not»: <sum> is not <was>. «Add again in the next trial.|Next: "
        "add more slowly.»",
    )
    resum = ("TRIAL <try>\n  «new sum|sum again|total now»: <adds>",)
    rejects = (
        "«EVALUATION: failed|STATUS: failure|OUTCOME: not solved»\nMEMO: <why> «So <p> is no good.|I should not have submitted "
        "<p>.|The answer <p> is thrown out.» «In the next trial I will write every product down.|Next trial: go slower.|Lesson: do "
        "not skip steps. I try again.»\n\nTRIAL <try>\n«Starting over with the lesson in mind.|Fresh attempt.|Everything again "
        "from zero.»",
    )
    test = ("EVALUATION «by another route|with different pieces|through an independent product»:",)
    clash = (
        "«STATUS: failure|OUTCOME: not solved|VERDICT: failed»\nMEMO: «the route just taken contradicts|this does not agree with|"
        "the evaluation differs from» <p>. «I trust the evaluation.|The trial was careless; I go with the evaluation.|I had a slip in "
        "the trial and take the new value.»\n\nTRIAL <try>",
    )
    keeps = (
        "EVALUATION: <check>\nSTATUS: «success|solved|passed»\nMEMO: «nothing to change|no further trial|the plan works»",
        "«STATUS: success|OUTCOME: solved»\n«Reason|Because»: <check>",
    )
    second = ("EVALUATION «by another route|with different pieces|through an independent product»:",)
    agree = ("STATUS: «success, same value|solved, both routes agree|passed, no difference to the trial»",)
    idle = (
        "EVALUATION: «not sure about the carries|the pieces look odd at first sight|one of the zeros made me pause», but «I find "
        "nothing|on a second look it is fine|there is no failure to report».\nSTATUS: «no new trial|done|leave it»",
    )
    bare = ("STATUS: «success|solved»", "")
    close = ("«FINAL|END OF TRIALS. Answer on record|RETURN»: <c>",)


class BbRationaleLoop(Reviser):
    """A bootstrapped rationale in plain lines, a reflection on it, another rationale."""

    groupings = ("plain", "plain", "comma")
    signs = ("*", "×", "x")
    gap = "\n"
    between = " "
    always_close = 0.35
    opening = (
        "«Rationale|Reasoning»: «The answer is got by taking one factor apart.|We need to take <ab> apart.|To multiply, handle the "
        "pieces of one factor in turn.|<ab> is too big for one go.»",
        "«Rationale|Reasoning»: «Let me think about|This asks for|I have to find» <ab>.",
    )
    guess = ("«It should be around|I expect about» <ij>, since <i> <x> <j> = <ij>.",)
    parting = ("«We know|Note that|Use that» <parts>.",)
    term = ("<eq>.", "«And|Also|Then» <eq>.")
    slipped = ("<l> <x> <r> = <w>, «hmm,|wait,|I mean,» <v>.",)
    adding = ("«Putting it together,|Adding gives|All of it:|The sum goes» <adds>.",)
    commits = (
        "Therefore, the answer is <c>.",
        "«Answer|A»: <c>",
        "«Hence the answer:|So the answer is|That makes the answer» <c>.",
    )
    rejects = (
        "Reflection: «Does this rationale support its answer? No.|The rationale does not hold up.|I do not believe this rationale.» "
        "<why> «I drop the answer <p>.|The answer <p> is not justified and I reject it.|Discard <p>.»\nNew rationale: «Begin again.|"
        "Start with the pieces once more.|From the top.»",
    )
    found = (
        "Reflection: «Where does this rationale go wrong? At|The faulty sentence is the one on|I see a false step,» <l> <x> <r>. «I "
        "said|It has|I took it as» <was>, «but that is|the truth is|and it equals» <now>.",
    )
    missum = (
        "Reflection: «Every product in the rationale is true, but the addition is false.|The faulty sentence is the last one.|The "
        "pieces are good and the sum is bad.» <sum> «was not|is something else than|does not equal» <was>.",
    )
    resum = ("«Mended rationale|Repaired rationale|New rationale»: «with this,|the pieces add up as|now» <adds>.",)
    test = (
        "Reflection: «Can I reach the same answer along another path?|Let another rationale be the judge.|I test it with a "
        "different split.»",
    )
    clash = (
        "«That is a different number than|This contradicts|It should have been equal to» <p>, «so the first rationale is rejected.|and "
        "I side with the second rationale.|so I was wrong before and change my answer.»",
    )
    keeps = ("Reflection: <check> «The rationale is good.|I accept the rationale.|The answer is supported.|Keep it.»",)
    second = (
        "Reflection: «Can I reach the same answer along another path?|Let another rationale be the judge.|I test it with a "
        "different split.»",
    )
    agree = (
        "«Same number.|Yes, it is the same.|The two rationales meet.» «Keep the answer.|Accepted.|It is supported.»",
    )
    idle = (
        "Reflection: «I wonder whether the sum skipped a carry.|Perhaps one piece was counted twice?|The rationale is a bit short.» «But "
        "no, it is there.|I count them again and it is fine.|That alone is no reason to change anything.»",
    )
    close = ("«Final answer|Answer kept|Answer»: <c>",)


class BbRubricRefiner(Reviser):
    """Output, feedback with marks out of five, refined output."""

    signs = ("×", "x", "·")
    mark = "- "
    opening = (
        "### Output <n>\n\n«Here is|Below is» «a worked answer to|the calculation of|my calculation for» **<ab>**.",
        "### Output <n>\n\n«To find|For» **<ab>**, «I multiply in parts|each part is multiplied on its own|I expand one factor».",
    )
    guess = ("*Rough size: <i> <x> <j> = <ij>.*",)
    parting = ("«Expansion|Parts|Decomposition»: <parts>",)
    slipped = ("<l> <x> <r> = ~~<w>~~ <v>",)
    adding = ("«Sum|Total|All together»: <adds>",)
    commits = (
        "**«Answer|Result|Response»:** <c>",
        "«So|Thus|In sum», **<ab> = <c>**.",
        "«This gives|We get» a final value of **<c>**.",
    )
    rejects = (
        "### Feedback\n\n- Clarity: <m>/5\n- Accuracy: <f>/5. <why>\n- Recommendation: «do not use this output; write a new one|redo "
        "the calculation in full|throw the answer <p> away and calculate again|the answer is not acceptable; start over»\n\n### "
        "Output <n>",
    )
    found = (
        "### Feedback\n\n- Clarity: <m>/5\n- Accuracy: <f>/5. «The line for|The item|The product» <l> <x> <r> «shows|is given as|reads» "
        "<was>; «it should be|the correct value is|it has to be» <now>.\n- Recommendation: «correct this line and the "
        "total|change that and what depends on it»\n\n### Output <n>",
    )
    missum = (
        "### Feedback\n\n- Clarity: <m>/5\n- Accuracy: <f>/5. «The parts are right but do not add up to|The total was added wrongly as|"
        "The addition fails: the parts do not make» <was>.\n- Recommendation: «add again|recompute the total»\n\n### Output <n>",
    )
    resum = ("«The parts with the correction|Refined total|Updated sum»: <adds>",)
    test = (
        "### Feedback\n\n«The reviewer recomputes the product independently|For the accuracy mark, an independent calculation|To "
        "grade the output, work it out differently»:",
    )
    clash = (
        "- Clarity: <m>/5\n- Accuracy: <f>/5. «The output says <p>, which is not what the recalculation gives|Output and recalculation "
        "differ; <p> is wrong|<p> is not confirmed».\n- Recommendation: «take the recalculated value|replace the answer»\n\n### "
        "Output <n>",
    )
    keeps = (
        "### Feedback\n\n- Clarity: <m>/5\n- Accuracy: 5/5. <check>\n- Recommendation: «stop here|no refinement needed|keep the "
        "output as it is|ready to send»",
    )
    second = (
        "### Feedback\n\n«The reviewer recomputes the product independently|For the accuracy mark, an independent calculation|To "
        "grade the output, work it out differently»:",
    )
    agree = (
        "- Clarity: <m>/5\n- Accuracy: 5/5. «The recalculation agrees with the output|Same value as in the output|Confirmed by the "
        "recalculation».\n- Recommendation: «stop here|no refinement needed»",
    )
    idle = (
        "### Feedback\n\n- Clarity: <m>/5. «The parts could be laid out better|More words would help|A table might be nicer».\n- "
        "Accuracy: 5/5. «I looked for a lost carry and found none|I suspected the zeros at first, without cause».\n- Recommendation: "
        "«leave it|no change»",
    )
    close = ("### «Final output|Accepted output»\n\n«<ab> = <c>|The answer is **<c>**.|**<c>**»",)

    def say(self, t: Telling, options: Sequence[str], **fields: str | int) -> str:
        marks = {"n": str(t.index + 1), "m": t.one("3", "4", "5"), "f": t.one("1", "2", "2")}
        return super().say(t, options, **{**marks, **fields})


class BbMarginCritic(Reviser):
    """A solution in bold steps; a critic's remarks in the margin, as quoted lines."""

    signs = ("×", "×", "·")
    methods = ("high", "low", "chunks", "round")
    groupings = ("comma", "space", "plain")
    mark = "* "
    opening = (
        "**Draft.** «We multiply|I am multiplying|The factors are put together as» <ab>«.| by cutting one factor into pieces.| step by "
        "step.»",
        "**Draft.** «Piece by piece|In pieces|By expansion», <ab>:",
    )
    guess = ("_«Magnitude|Approximate size»: <i> <x> <j> = <ij>._",)
    parting = ("«pieces|cut»: <parts>",)
    slipped = ("<l> <x> <r> = <w> (_margin: no, <v>; use that below_)", "<l> <x> <r> = <w> → _margin:_ <v>")
    adding = ("«altogether|sum of the pieces|all pieces»: <adds>",)
    commits = (
        "**«Result|Value|Product».** <c>",
        "«The product is therefore|Which makes the product|The draft ends with the product» **<c>**.",
    )
    recommits = (
        "**«Result of the revision|Revised result|Revised value».** <c>",
        "«After revision the product is|The revised product is» **<c>**.",
    )
    rejects = (
        "> **Critic:** «Not convincing.|I would not sign this.|This cannot go out.» <why> «Strike <p> and rework it.|Reject <p>; do it "
        "over.|<p> is refused.»\n\n**Revision.** «Accepted; the draft is scrapped and redone.|The critic is right. From the beginning:|"
        "Fair point, so once more in full.»",
    )
    found = (
        "> **Critic:** «Look at|One remark, on|The trouble is with» <l> <x> <r>: «you have|it says|the draft has» <was>«, I get|; it comes "
        "to|, the proper value is» <now>.",
    )
    missum = (
        "> **Critic:** «The pieces are fine; the sum is wrong.|You added badly.|My objection is to the last line only.» <sum> «does not "
        "make|cannot be» <was>.",
    )
    resum = ("**Revision.** «Agreed. The sum is now|Corrected, and so|The remark is right, hence» <adds>.",)
    test = (
        "> **Critic:** «I would like to see this by a second route before I believe it.|Show me that another cut gives the same.|"
        "Prove it differently.»\n\n**«Response|Second route».**",
    )
    clash = (
        "> **Critic:** «So the draft and the second route disagree; <p> was wrong.|Which is not <p>. Correct the draft.|There: <p> does "
        "not survive.»\n\n**Revision.** «Conceded.|I adopt the second route.|The slip was in the draft.»",
    )
    keeps = ("> **Critic:** <check> «No objection.|I have no complaint.|I approve this.|Let it stand.»",)
    second = (
        "> **Critic:** «I would like to see this by a second route before I believe it.|Show me that another cut gives the same."
        "|Prove it differently.»\n\n**«Response|Second route».**",
    )
    agree = (
        "> **Critic:** «Good, the same number. Approved.|It agrees with the draft; no objection.|Both routes meet. Let it stand.»",
    )
    idle = (
        "> **Critic:** «I was going to object to the addition, but it is right.|The place values looked wrong to me for a moment; they "
        "are not.|Terse, but I cannot find fault with it.» «No revision.|Let it stand.|Nothing to revise.»",
    )
    close = ("**«For the record|Final text|Signed off».** «<ab> = <c>|<c>»",)


class BbStepVerdict(Reviser):
    """Numbered steps, each followed by a verdict; a verdict on the whole at the end."""

    signs = ("×", "*", "x")
    groupings = ("plain", "plain", "comma")
    slips = 0.14
    opening = ("«Problem|Question|To solve»: <ab>",)
    guess = ("«Before starting, a bound|Sanity range»: about <i> <x> <j> = <ij>.",)
    parting = ("«Split|Decompose one factor|Break it up»: <parts>.",)
    term = ("«Multiply|Compute|Product»: <eq>.",)
    slipped = (
        "Multiply: <l> <x> <r> = <w>. «[bad]|[does not hold]» «Redo this step|Step redone|Replacement»: <l> <x> <r> = <v>.",
    )
    adding = ("«Add|Add the products|Combine»: <adds>.",)
    commits = ("«Proposed answer|Answer|Outcome»: <c>", "«The steps lead to the answer|This chain answers» <c>.")
    rejects = (
        "«Verdict on the whole|Overall verdict|Judgement of the chain»: «rejected|not acceptable|wrong». <why> «The answer <p> is "
        "dropped; another chain|<p> is given up. Steps once more|Do not output <p>. Steps again, from the first»:",
    )
    found = (
        "«Verdict on the whole|Overall verdict|Judgement of the chain»: «rejected|wrong». «The first bad step is|It breaks at|Passed by "
        "mistake:» <l> <x> <r>, «marked fine with|where the chain has|written as» <was>; «it is|true value» <now>.",
    )
    missum = (
        "«Verdict on the whole|Overall verdict|Judgement of the chain»: «rejected|wrong». «Only the adding step is bad|The products pass, "
        "the addition does not|It breaks at the addition»: <sum> is not <was>.",
    )
    resum = (
        "«Adding step, replaced|Replacement for the addition|Add, second version»: <adds>. «[good]|[holds]|[ok now]»",
    )
    test = (
        "«Verdict on the whole|Overall verdict»: «pending; an independent chain is run|undecided, so here is another chain for "
        "comparison|open until a second chain is seen».",
    )
    clash = (
        "«The second chain does not end in <p>|The chains differ, and <p> is rejected|Comparison failed: <p> falls». «The second is "
        "adopted.|The first chain is discarded.|The new value replaces it.»",
    )
    keeps = (
        "«Verdict on the whole|Overall verdict|Judgement of the chain»: <check> «Accepted.|The chain passes.|All good.|Valid.»",
    )
    second = (
        "«Verdict on the whole|Overall verdict»: «pending; an independent chain is run|undecided, so here is another chain for "
        "comparison|open until a second chain is seen».",
    )
    agree = (
        "«The chains end alike. Accepted.|Comparison passed; the answer is valid.|Same end value, so the verdict is: correct.»",
    )
    idle = (
        "«Verdict on the whole|Overall verdict»: «one step looked doubtful at first but holds|hesitation at the addition, no error "
        "found|unsure about a carry, then cleared». «Accepted.|No change.»",
    )
    bare = ("Verdict: «accepted|correct|valid».", "")
    close = ("«Output|Final|Answer given»: <c>",)

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.fine = t.one("[good]", "[holds]", "[valid]", "-> correct", "✓ holds", "(+)")  # type: ignore[attr-defined]

    def body(self, t: Telling, work: Work) -> str:
        label = "Step " if t.flag("label", 0.5) else ""
        fine: str = t.fine  # type: ignore[attr-defined]
        return "\n".join(f"{label}{n}. {line} {fine}" for n, line in enumerate(self.lines(t, work), start=1))


class BbCheckAsAsked(Reviser):
    """A helpful assistant who was told to check the answer and correct it if needed."""

    signs = ("×", "×", "\\*", "x")
    mark = "1. "
    always_close = 0.8
    opening = (
        "«Sure!|Of course!|Happy to help.|Certainly.» «I'll work out|Let's tackle|We can find» **<ab>** «and then look it over, as you "
        "asked|first, and check it afterwards|and double-check before finishing».\n\n## «Working|Calculation|My solution»",
        "## «Solving|Calculation»\n\n«To get|For» **<ab>** «I'll use partial products|I'll break a number into friendlier bits|it helps "
        "to go place by place».",
    )
    guess = ("(«Quick ballpark|A quick feel for the size»: <i> <x> <j> = <ij>.)",)
    parting = ("«Break it up|Split one number|Friendlier bits»: <parts>",)
    term = ("<eq>", "«Multiply:|Work out:» <eq>")
    slipped = ("<l> <x> <r> = <w>... «oops, that's|make that|I mean» <v>",)
    adding = ("«Add it all up|Then put the bits together|Finally add»: <adds>",)
    commits = (
        "«So|That means» **<ab> = <c>**.",
        "«My answer|The answer I get|Our answer»: **<c>**",
        "«And there we have it|That gives us the answer»: **<c>**.",
    )
    recommits = (
        "«So my corrected answer is|The updated answer is|After the fix, my answer is|That changes my answer to» **<c>**.",
        "«Revised|Corrected»: **<ab> = <c>**",
    )
    rejects = (
        "## «Checking|Looking it over|Double-check»\n\n<why> «So I'm not happy with <p> and I'm taking it back.|I shouldn't have given you "
        "<p>, please ignore it.|That means I can't stand behind <p>.» «Let me redo the whole thing:|I'll start over:|Here's a clean "
        "attempt:»",
    )
    found = (
        "## «Checking|Looking it over|Double-check»\n\n«Ah, I see a mistake!|Good thing we checked.|I did make an error.» «I had|I wrote|"
        "You'll notice I put» <was> for <l> <x> <r>, «but it's|when it's really|and it should be» <now>.",
    )
    missum = (
        "## «Checking|Looking it over|Double-check»\n\n«The individual products look good, but I added them up wrong.|The multiplication "
        "is fine, the adding isn't.» <sum> «isn't|doesn't come to» <was>.",
    )
    resum = ("«Adding again|With that fixed|Here's the sum again»: <adds>",)
    test = (
        "## «Checking|Looking it over|Double-check»\n\n«Let me try it a different way and see if I land on the same thing.|I'll break "
        "things up differently this time.|To be on the safe side, here's another approach:»",
    )
    clash = (
        "«Hmm, that isn't <p>.|These don't match: I had <p> before.|That's different from <p>.» «The first time I slipped.|My original answer "
        "was off, sorry about that.|I made an error in the first run, so a correction is needed.»",
    )
    keeps = (
        "## «Checking|Looking it over|Double-check»\n\n<check> «No correction needed!|Looks good.|So there's nothing to fix.|I'm "
        "happy with it.»",
    )
    second = (
        "## «Checking|Looking it over|Double-check»\n\n«Let me try it a different way and see if I land on the same thing.|I'll "
        "break things up differently this time.|To be on the safe side, here's another approach:»",
    )
    agree = ("«Same thing both times, great!|It matches, so no correction is needed.|That agrees with what I had.»",)
    idle = (
        "## «Checking|Looking it over|Double-check»\n\n«For a second I thought I had dropped a zero|I did wonder about one of the carries|"
        "The sum made me pause», «but it's fine.|but everything is where it should be.|and after another look I'm leaving it as it is.»",
    )
    close = (
        "«**Final answer:** <c>|The final answer is **<c>**. «Let me know if you'd like another one!|Hope that helps!»|So, to sum up: "
        "<ab> is **<c>**.»",
    )


class BbErratumSheet(Reviser):
    """A LaTeX write-up with displays; corrections come as errata."""

    tex = True
    groupings = ("latex", "plain", "thin")
    signs = (r"\times", r"\cdot")
    methods = ("high", "low", "chunks", "swapped")
    opening = (
        r"\textbf{Solution.} «We determine|Consider|Let us find» $P = <ab>$.",
        r"\textbf{Solution.} «By distributivity|By linearity», $P = <ab>$ «splits into simpler products|is a sum of simpler products».",
    )
    guess = (r"\emph{Remark.} «One expects|Heuristically» $P \approx <i> <x> <j> = <ij>$.",)
    parting = ("«With|Since|From» <parts> we «have|obtain»",)
    adding = ("«and in total|so that altogether|whence in sum»: <adds>.",)
    slipped = ("[[<l> <x> <r> = <w>]] (\\emph{«misprint|sic»}; read [[<v>]])",)
    commits = (
        r"\[ <ab> = \boxed{<c>} \]",
        r"«Consequently|Accordingly», $P = \mathbf{<c>}$ «is the value sought|is the answer».",
        r"\textbf{Result.} \( \boxed{<c>} \)",
        r"«The value of the product is|This establishes the value» \( \boxed{<c>} \).",
    )
    rejects = (
        r"\textbf{«Retraction|Withdrawal|Erratum».} «The argument above is withdrawn.|The result above does not stand.|We withdraw the value "
        "[[<p>]].» <why> «A complete new derivation follows.|We derive the value anew.|The calculation is repeated in full below.»",
    )
    found = (
        r"\textbf{Erratum.} «In the derivation above|Above», [[<l> <x> <r>]] «was stated to be|appears as|is printed as» [[<was>]]; «this has "
        "to be replaced by|it must read|the correct value is» [[<now>]].",
    )
    missum = (
        r"\textbf{Erratum.} «The last addition above is false:|The partial products stand, but the addition is faulty:» [[<sum> \neq "
        "<was>]].",
    )
    resum = ("«The addition now reads|With this correction we obtain|Replacing it,» <adds>.",)
    test = (
        r"\textbf{«Verification|Control».} «We derive the product independently.|Let us confirm this through another decomposition.|The "
        "value is compared with a second derivation.»",
    )
    clash = (
        r"\textbf{Erratum.} «The control does not reproduce [[<p>]], which was faulty and is replaced.|The value [[<p>]] given above is "
        "therefore incorrect.|Since the two derivations disagree, [[<p>]] is withdrawn in favour of the control.»",
    )
    keeps = (
        r"\textbf{«Verification|Control».} <check> «No erratum is called for.|The result stands.|This completes the verification.» "
        r"«$\square$|$\checkmark$|»",
    )
    second = (
        r"\textbf{«Verification|Control».} «We derive the product independently.|Let us confirm this through another decomposition.|The "
        "value is compared with a second derivation.»",
    )
    agree = ("«Both derivations coincide.|The control reproduces the result.|This is the value above, as desired.»",)
    idle = (
        r"\emph{Remark.} «A reader may suspect a lost carry in the last sum; there is none.|At first sight one term seems to lack a "
        "zero. It does not.|The order of the summands may raise doubts, but it is immaterial.»",
    )
    close = (r"\textbf{«Answer|Final value».} $<c>$", r"«In conclusion|To conclude», $<ab> = <c>$.")

    def body(self, t: Telling, work: Work) -> str:
        if not t.flag("displayed", 0.5):
            return super().body(t, work)
        sep = t.one(r" \\" + "\n", r" \\[2pt]" + "\n")
        rows = [f"{t.m(e.left)} {t.x} {t.m(e.right)} &= {t.m(e.value)}" for e in work.terms]
        text = "\\begin{align*}\n" + sep.join(rows) + "\n\\end{align*}\n"
        return text + self.say(t, self.adding, adds=self.adds(t, work))


class BbBackpedalProse(Reviser):
    """One flowing paragraph; the writer goes back on the result in mid-text."""

    signs = ("times", "×", "x")
    gap = " "
    between = " "
    always_close = 0.5
    opening = (
        "«To find|For|In order to get» <ab> I «take one factor apart|go piece by piece|use the distributive law».",
        "«The question is|I am asked for» <ab>.",
    )
    guess = ("«By rounding|Very roughly» that is <i> <x> <j> = <ij>.",)
    parting = ("«I use|Here|I note» <parts>.",)
    term = ("«There is|I need|We get|I have» <eq>.", "<eq>.")
    slipped = ("I get <l> <x> <r> = <w>, «though no,|or rather,|pardon,» it is <v>.",)
    adding = ("«The sum runs|Adding all that up|Piling these up»: <adds>.",)
    commits = (
        "So the answer is <c>.",
        "«Thus|Hence» <ab> «is|equals» <c>.",
        "«My answer is|I answer|I arrive at the answer» <c>.",
    )
    recommits = (
        "«My answer is now|So now the answer is|I change the answer to|I therefore answer» <c>.",
        "«Then|So, properly,» <ab> «is|equals» <c>.",
    )
    rejects = (
        "«I have to go back on that.|On reflection I retract <p>.|I spoke too soon, and <p> is withdrawn.|No, I do not stand by "
        "<p>.» <why> «So I do it all again.|Once more, then, from the beginning.|I work it out anew.»",
    )
    found = (
        "«But I see that I went wrong with|However, there is a flaw in|Looking back, I stumbled over» <l> <x> <r>, «which I gave as|"
        "where I had» <was> «although it is|and should have had» <now>.",
    )
    missum = (
        "«But the pieces do not add up like that:|However, I mis-added:|Looking back, the addition was wrong:» <sum> is not <was>.",
    )
    resum = ("«With that put right|Taking that into account|Done properly», the sum runs <adds>.",)
    test = (
        "«Let me see whether a different split bears this out.|I would like to confirm it another way.|Does a different route lead "
        "there too?»",
    )
    clash = (
        "«That does not bear out <p>, so I was wrong the first time.|It does not lead to <p>, and I give that value up.|So <p> was a "
        "mistake.»",
    )
    keeps = ("<check> «I am content with that.|So I stay with it.|That settles it.|I see no reason to revise it.»",)
    second = (
        "«Let me see whether a different split bears this out.|I would like to confirm it another way.|Does a different route lead "
        "there too?»",
    )
    agree = (
        "«It does bear it out.|That is the same, so I stay with it.|Both routes lead to one place, and I am content.»",
    )
    idle = (
        "«For a moment I doubted the carries, but they are sound.|I was tempted to go over the zeros again, yet they are all there.|It "
        "seemed a little large at first, but there is nothing the matter with it.»",
    )
    close = ("«In the end, the answer is|The answer, then, is|I leave it at» <c>.",)


class BbTwoHats(Reviser):
    """Solver and examiner in one person, each speaking under a label."""

    groupings = ("plain", "apostrophe", "comma")
    signs = ("x", "×", "*")
    between = "; "
    opening = (
        "As solver: «let me take|I am given|my task is» <ab>.",
        "As solver: «I go for|I handle» <ab> «by parts|in parts|in pieces».",
    )
    guess = ("(«Rough idea|Guideline»: <i> <x> <j> = <ij>.)",)
    parting = ("«using|with» <parts>",)
    slipped = ("<l> <x> <r> = <w> «- slip, it is|- I mean|- no:» <v>",)
    adding = ("«and the sum|summing|and all in all»: <adds>.",)
    commits = (
        "«I hand in|I submit the answer|I hand to the examiner» <c>.",
        "«I claim that|My claim is» <ab> = <c>.",
        "«The answer I put forward is|I put down as answer» <c>.",
    )
    rejects = (
        "As examiner: «I do not accept <p>.|fail.|this is sent back; <p> is not accepted.|no credit for <p>.» <why> «Do the work "
        "again.|A new solution, please.|Start again.»\n\nAs solver: «understood, from the start:|very well, all of it again:|I drop "
        "what I had and solve it anew:»",
    )
    found = (
        "As examiner: «one objection.|not accepted yet.|you slipped.» «You gave|You took|You used» <was> for <l> <x> <r>, «which is|but "
        "the value is|and I make it» <now>.",
    )
    missum = (
        "As examiner: «not accepted.|you slipped in the last line.» The parts are right, but <sum> is not <was>.",
    )
    resum = ("As solver: «thank you, corrected:|true, so|conceded; then» <adds>.",)
    test = ("As examiner: «I compute this for myself.|my own calculation will show.|before marking I do it my way.»",)
    clash = (
        "«My result is not your <p>; fail.|That is not the <p> I was handed. Not accepted.|Your <p> differs and is marked wrong.»\n\nAs "
        "solver: «you are right, I had slipped.|I agree with your calculation and give up mine.|I accept the correction.»",
    )
    keeps = ("As examiner: <check> «Pass.|Full marks.|Accepted.|Nothing to object.»",)
    second = ("As examiner: «I compute this for myself.|my own calculation will show.|before marking I do it my way.»",)
    agree = (
        "«My result is the same. Pass.|This agrees with what was handed in. Full marks.|Same as yours, accepted.»",
    )
    idle = (
        "As examiner: «I hesitated over one carry, but it is there. Pass.|the working is short, and still I cannot fault it. Accepted.|I "
        "first thought a zero was missing; I was mistaken. Full marks.»",
    )
    close = ("«Marked answer|Agreed answer|Entered in the book»: <c>",)


class BbCritiqueRevision(Reviser):
    """Critique requests and revision requests answered in turn, as in training by principles."""

    signs = ("×", "x")
    opening = (
        "**Response:** «The product|The value of» <ab> «can be found by|follows from» «expanding|breaking up one factor|partial "
        "products».",
        "**Response:** «I'd be glad to compute|Here is how to compute» <ab>.",
    )
    guess = ("A «quick|first» approximation is <i> <x> <j> = <ij>.",)
    parting = ("«Expand|We have|Rewrite» <parts>.",)
    term = ("(<i>) <eq>",)
    slipped = ("(<i>) <l> <x> <r> = <w>, «that is to say|correctly» <v>",)
    adding = ("«The total of these is obtained as|These add up as follows:|Summation:» <adds>.",)
    commits = (
        "«The response to the question is|The requested product is|This response gives» <c>.",
        "«As a result,|Consequently,» <ab> = <c>.",
    )
    rejects = (
        "**Critique:** «The response is not accurate enough to be given to a user.|The response fails the principle of accuracy.|The "
        "response is misleading.» <why> «It should not claim <p>; a complete rewrite is needed.|Its answer <p> has to be dropped, and "
        "the product computed again.|The value <p> is unfounded and should be replaced by a careful computation.»\n\n**Revision:** "
        "«Here is a careful computation.|The computation, written anew:|Computed again in full:»",
    )
    found = (
        "**Critique:** «The response contains a false statement:|One claim in the response is inaccurate:|The response errs at one "
        "point:» <l> <x> <r> is not <was> but <now>.",
    )
    missum = (
        "**Critique:** «The response states correct partial products but an incorrect total:|The claim about the total is inaccurate:» "
        "<sum> is not <was>.",
    )
    resum = (
        "**Revision:** «With the inaccuracy removed,|Stated accurately, the addition is|The addition, corrected:» <adds>.",
    )
    test = (
        "**Critique:** «To judge the accuracy of the response, the product is computed independently.|Is the claim accurate? An "
        "independent computation:»",
    )
    clash = (
        "«The response claimed <p>, which this contradicts.|This shows that the claim of <p> was inaccurate.|So the response was wrong "
        "to say <p>.»\n\n**Revision:** «I apologize for the inaccuracy.|The claim is replaced.|Following the critique:»",
    )
    keeps = (
        "**Critique:** <check> «The response is accurate.|No revision is necessary.|The response satisfies the principle of accuracy.»",
    )
    second = (
        "**Critique:** «To judge the accuracy of the response, the product is computed independently.|Is the claim accurate? An "
        "independent computation:»",
    )
    agree = (
        "«This confirms the claim; no revision is necessary.|The response is accurate.|The independent value is identical.»",
    )
    idle = (
        "**Critique:** «The response might be friendlier, but it is accurate.|One could ask whether a carry was overlooked; none was.|The "
        "steps are brief, though nothing in them is false.» «No revision is necessary.|It can be given as is.»",
    )
    close = ("**Final response:** «<ab> = <c>.|The product is <c>.|<c>»",)


class BbTickList(Reviser):
    """A checklist is gone through after each solution; a box left open sends it back."""

    signs = ("×", "*", "·")
    groupings = ("space", "comma", "plain")
    mark = "• "
    opening = ("**<ab>**", "«Solution|Worked solution» «for|of» **<ab>**", "«Now computing|On the desk»: **<ab>**")
    guess = ("«Expected size|Scale»: ≈ <ij> (<i> <x> <j>)",)
    parting = ("«cut up|breakdown|expanded»: <parts>",)
    slipped = ("<l> <x> <r> = <w> ✗ → <v>",)
    adding = ("«everything added|adding up|column sum»: <adds>",)
    commits = (
        "➤ «Answer|Result|Solution»: **<c>**",
        "«Filed as the answer|Entered as answer|This solution answers»: **<c>**",
    )
    rejects = (
        "**Checklist**\n- [x] problem copied correctly\n- [ ] «calculation trustworthy|result defensible|every step sure». "
        "<why>\n\n«Sent back: <p> is cancelled, solve again.|Not passed. <p> is void, repeat the calculation.|Box left open, so <p> "
        "is deleted and the work redone.»",
    )
    found = (
        "**Checklist**\n- [x] problem copied correctly\n- [ ] partial products right: <l> <x> <r> «is noted as|stands at» <was>, «should "
        "be|must be|correct is» <now>",
    )
    missum = (
        "**Checklist**\n- [x] partial products right\n- [ ] «addition right|sum right»: <sum> «does not come to|is not» <was>",
    )
    resum = ("«Sent back, item fixed|After the fix|Item put in order»: <adds>",)
    test = (
        "**Checklist**\n- [x] problem copied correctly\n- [?] «same value by another breakdown|second calculation agrees»:",
    )
    clash = (
        "- [ ] «agreement: no, the solution has <p>|no agreement with <p>». «The solution was wrong and is amended.|<p> is cancelled, the "
        "second calculation counts.|The second calculation was the careful one and replaces it.»",
    )
    keeps = (
        "**Checklist**\n- [x] problem copied correctly\n- [x] «calculation trustworthy|result defensible|plausible». <check>\n\n«Passed.|"
        "All boxes ticked.|Nothing open.»",
    )
    second = (
        "**Checklist**\n- [x] problem copied correctly\n- [?] «same value by another breakdown|second calculation agrees»:",
    )
    agree = ("- [x] «agreement: yes|it agrees|same value». «Passed.|All boxes ticked.»",)
    idle = (
        "**Checklist**\n- [x] problem copied correctly\n- [x] addition right («looked odd, is fine|paused at one carry, is fine|first ticked "
        "with hesitation, now without»)\n\n«Passed.|Nothing open.»",
    )
    close = ("«Released|Closed with|Signed»: <c>",)


STYLES: dict[str, Style] = {style.name: style for style in (made() for made in Reviser.__subclasses__())}
