"""Trajectories in, attempts, decisions and calibration out. Knows no backend and no recipe.

From files to trajectories:
    chunks.py           files -> chunks of a megabyte, whatever is wrong with them
    trajectories.py     a chunk -> Trajectory, with every bad line named and counted
    duplicates.py       which ids came before
From a trajectory to its attempts:
    reading.py          which integer a piece of text states, by the reward function's own reader
    problem.py          the problem's operands, and what a text says that they give
    sums.py             sums and their totals
    answers.py, results.py    what is said to be the answer; to be the result, the product, the total
    replacements.py     what is said to take the place of a candidate
    commitments.py      where a text commits to a candidate: all of these
    thoughts.py         where a thought ends and its outcome is told
    turns.py            where a response turns to other problems than its own
    markers.py          markers.yaml -> the revision and verification markers of a text
    wordings.py         the words that tell checks, mended steps and new solutions apart
    doubts.py           whether a doubted candidate comes from a new solution, or is only confirmed
    comparisons.py      a candidate and the total of a check beside it: which of the two has the slip
    stretches.py        what a stretch of a response does: works something out, mends a step, blames a check
    attempts.py         Trajectory -> attempts, each with its candidate and its decision
    returned.py         whether what another package's analyzer returns are attempts
    judge.py            the same by the settings' analyzer, with the reward's verdict
From attempts to numbers:
    tally.py            attempts -> counts by problem
    intervals.py        proportions and their intervals
    two_stage.py        the model that predicts the accuracy
    goodness_of_fit.py  whether it fits
    calibration.py      p, p_sc, p_rw, predicted and observed accuracy by model and size
    shapley.py, decomposition.py    the gap between two models, split into sampling and decision
All of it:
    pipeline.py         files -> attempts.parquet, problems.parquet, calibration.json, settings.json
    chunk_analysis.py   what one chunk adds
    workers.py          chunks over several processes
    writing.py          the files, all or none
    folder.py           their names
    fingerprint.py      which reader made them
    audit.py            trajectories at random with what was seen in them, for a person to confirm
    settings.py         how all this is to be done
"""
