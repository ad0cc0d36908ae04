"""What a stretch of a response does: whether it works something out, mends a step, goes over what is there, or blames a
check. Each question is answered from the text alone; attempts.py asks them on its walk through a response.
"""

from __future__ import annotations

import re

from dsrecipes.analysis import wordings
from dsrecipes.analysis.markers import Found, Run
from dsrecipes.analysis.problem import Problem
from dsrecipes.analysis.reading import NUMBER, Commitment, last_sentence, read_integer


def mends_step(text: str, said: Problem, run: Run) -> bool:
    """Whether a revision is of the step before it, on its line: "67 * 2 = 136. No, that is wrong, 67 * 2 = 134",
    "67 * 20 = 1360. No, a slip: 67 * 2 = 134, so 1340", or of its value: "67 * 2 = 136 (oops: 134)"."""
    if mends_value(text, said, run) or wordings.OF_PART.match(text, run.end) or _redoes_line(text, said, run):
        return True
    undone = run.revision is not None and run.revision.marker.name == "backtrack"  # it stands on a line of its own
    before = text[max(0, run.start - wordings.LONGEST_STEP) : run.start]
    after = text[run.end : run.end + wordings.LONGEST_STEP]
    if undone:
        before = before.rstrip("\n <|")
    else:
        after = after.partition("\n")[0]
    above, _, line = before.rpartition("\n")
    if wordings.CHECKS_STEP.match(line):  # "Check step 2: error found. Redo step 2: 67 * 2 = 134"
        line = above.rpartition("\n")[2]
    step = wordings.STEP_BEFORE.search(line)
    if step is None or said.stated(step["product"]):
        return False
    again = wordings.PRODUCT.search(after)
    if again is None or said.stated(again[0]):
        return False
    factors, others = (
        {number.rstrip("0,") for number in NUMBER.findall(product)} for product in (step["product"], again[0])
    )
    return not factors.isdisjoint(others)


def _redoes_line(text: str, said: Problem, run: Run) -> bool:
    """Whether a revision stands between two lines with the same step: "67 × 2 = 136", "Wrong:", "67 × 2 = 134"."""
    above = text[max(0, run.start - wordings.LONGEST_STEP) : run.start]
    above, _, own = above.rpartition("\n")
    if NUMBER.search(own):
        return False
    step = wordings.STEP_BEFORE.search(above.rstrip("\n $|\\])").rpartition("\n")[2])
    again = wordings.REDONE.match(text, run.end) if step else None
    if step is None or again is None or said.stated(step["product"]):
        return False
    return set(NUMBER.findall(step["product"])) == set(NUMBER.findall(again["product"]))


def mends_value(text: str, said: Problem, run: Run) -> bool:
    """Whether a number that is about as long as the value of the step before a revision follows it, and no more; or
    stands before it: "67 * 2 = 136 (134, my mistake)"."""
    near = text[max(0, run.start - wordings.NUMBER_WITHIN) : run.start]
    if NUMBER.search(near, max(near.rfind("="), near.rfind("+")) + 1) is None:
        return False
    step = wordings.VALUE_BEFORE.search(text, max(0, run.start - wordings.VALUE_WITHIN), run.start)
    if step is None or said.stated(step["product"]):
        return False
    if step["as"] and not wordings.AT_FIRST.search(text, max(0, step.start() - wordings.NUMBER_WITHIN), step.start()):
        return False  # "I first read 38 × 2 as 78, which is false; it's 76", on the way
    mended = step["now"]
    if mended is None:
        after = wordings.MENDED.match(text, run.end)
        mended = after["value"] if after else ""
    elif not wordings.NO_NUMBER.match(text, run.end):
        return False
    value, now = read_integer(step["value"]), read_integer(mended)
    return value is not None and now is not None and abs(len(value) - len(now)) < (1 if step["now"] else 2)


def mends_slip(text: str, run: Run, candidate: str) -> bool:
    """Whether a number that comes up here first gives way at once to another of its length, which is what is added up
    then, whatever the words: "67 * 2 gives 136 (wrong column) 134. … 134 + 1340 = 1474". Not the last candidate."""
    near = text[max(0, run.start - wordings.NUMBER_WITHIN) : run.start].rpartition("\n")[2]
    numbers = list(NUMBER.finditer(near))
    if not numbers:
        return False
    slip, start = numbers[-1], run.start - len(near)
    if len(slip[0]) < 2 or (slip.start() == 0 and text[start - 1] != "\n"):
        return False
    if text.find(slip[0], max(0, start - wordings.LOOKS_BACK), start + slip.start()) >= 0:
        return False
    value = read_integer(slip[0])
    if value == candidate:
        return False
    line = text.find("\n", run.end, run.end + wordings.SAME_SENTENCE)
    rest = text[run.end : line if line >= 0 else run.end + wordings.SAME_SENTENCE]
    factors = {number for product in wordings.PRODUCT.findall(rest) for number in NUMBER.findall(product)}
    for number in NUMBER.finditer(text, run.end, run.end + len(rest)):
        if number[0] in factors:
            continue
        now = read_integer(number[0])
        if value and now and value != now and abs(len(value) - len(now)) < 2:
            return _is_added(text, number)
    return False


def _is_added(text: str, number: re.Match[str]) -> bool:
    """Whether a number stands in a sum, or a difference, not far below."""
    at = text.find(number[0], number.end(), number.end() + wordings.LONGEST_SOLUTION)
    while at >= 0:
        after = at + len(number[0])
        if (
            text[max(0, at - 6) : at].rstrip(" $\\(").endswith(("+", "-", "−"))
            and not text[after : after + 1].isdigit()
        ):
            return True
        if text[after : after + 6].lstrip(" $\\)").startswith(("+", "-", "−")) and not text[at - 1].isdigit():
            return True
        at = text.find(number[0], after, number.end() + wordings.LONGEST_SOLUTION)
    return False


def mends_sum(text: str, said: Problem, run: Run, *, first: bool) -> bool:
    """Whether another number takes the place of a running sum's value at once: "400 + 20 = 520, hmm, no, 420.". If it
    is not the `first` solution, the next sum must go on with that number: "…, 420. 420 + 8 = 428"."""
    step = wordings.SUM_BEFORE.search(text, max(0, run.start - wordings.VALUE_WITHIN), run.start)
    after = wordings.MENDED.match(text, run.end) if step else None
    if step is None or after is None or "\n" in text[step.end("value") : after.end()]:
        return False
    if said.stated(text[max(0, step.start() - wordings.LONGEST_STEP) : step.start()].rpartition("\n")[2]):
        return False  # "38 × 42 = 1520 + 76 = 1586, no, 1596"
    value, now = read_integer(step["value"]), read_integer(after["value"])
    if value is None or now is None or abs(len(value) - len(now)) > 1:
        return False
    goes_on = wordings.GOES_ON.match(text, after.end("value"))
    return first or (goes_on is not None and read_integer(goes_on["value"]) == now)


def goes_over(text: str, revision: Found) -> bool:
    """Whether only the sum of what was multiplied before is done again, or all is read again: "Let me add the rows
    again", "let me go through that once more"."""
    before = text[max(0, revision.start - wordings.SAME_SENTENCE) : revision.start].lower()
    if revision.marker.name == "this time" and wordings.DIFFERS.search(before):
        return True
    if wordings.ENDS_IN_SUM.search(before):
        return True  # "1520 + 76, second time round, is 1596 still"
    after = wordings.WORDS.match(text, revision.start)
    words = last_sentence(before) + (after[0].lower() if after else "")
    return wordings.ADDS.search(words) is not None or wordings.READS.search(words) is not None


def repeats_step(text: str, said: Problem, revision: Found) -> bool:
    """Whether a step is named that is done again: "Let's recalculate 38 * 40: …", "38 × 40, once more."."""
    step = wordings.ITS_STEP.match(text, revision.end)
    if step is None:
        before = text[max(0, revision.start - wordings.LONGEST_STEP) : revision.start].rpartition("\n")[2]
        step = wordings.NAMED_STEP.search(last_sentence(before))
    if step is None:
        start = max(0, revision.start - wordings.SAME_SENTENCE)
        step = wordings.ASKED_STEP.search(text, start, revision.end + wordings.AT_ONCE)
    return step is not None and not said.stated(step["product"])


def goes_back_over(text: str, said: Problem, solution: str, start: int, end: int) -> bool:
    """Whether a stretch only looks at a solution again, at a step of it or at its sum: it multiplies no more than one
    step, and works with no number that was not there."""
    if len(said.product) < wordings.DIGITS_TO_TELL or end - start > wordings.LONGEST_SOLUTION:
        return False
    if not is_worked(solution, 0, len(solution)):
        return False
    told = text[start:end]
    numbers = [read_integer(number) for number in NUMBER.findall(told.partition("+")[0])]
    if all(numbers.count(operand) >= said.operands.count(operand) for operand in said.operands):
        return False  # it begins anew with the problem
    if steps_besides(told.lower(), said) > 1:
        return False
    stood = {read_integer(number) for number in NUMBER.findall(solution)}
    return stood.issuperset(read_integer(number) for number in NUMBER.findall(told) if len(number) > 1)


def adds_again(text: str, start: int, commitment: Commitment) -> bool:
    """Whether a stretch only adds up once more what was multiplied before it: most terms of the sum that comes to the
    candidate are not worked out in it."""
    told = text[max(start, commitment.end - wordings.LONGEST_SOLUTION) : commitment.end]
    sums = [total for total in wordings.TOTAL.finditer(told) if total[0].startswith("+")]
    totals = [total for total in sums if read_integer(total["value"]) == commitment.value]
    if not totals:
        return False
    sentence = last_sentence(told[: totals[-1].start()])
    before = told[: totals[-1].start() - len(sentence)]
    terms = {number for number in NUMBER.findall(told, len(before), totals[-1].start("value")) if len(number) > 1}
    if not terms or wordings.STEP.search(sentence.lower()):
        return False
    return 2 * len(terms.intersection(NUMBER.findall(before))) < len(terms)


def steps_besides(told: str, said: Problem) -> int:
    """How many multiplications a text in lower case tells, other than that of the problem's operands."""
    near = wordings.OPERAND_WITHIN
    steps = wordings.STEP.finditer(told)
    return sum(not said.stated(told[max(0, step.start() - near) : step.end() + near]) for step in steps)


def operand_steps(told: str, said: Problem) -> int:
    """How many different multiplications of one of the problem's operands a text tells, other than by the other one."""
    products = (frozenset(NUMBER.findall(step[0])) for step in wordings.PRODUCT.finditer(told))
    first, second = {*said.first}, {*said.second}
    return len({product for product in products if first.isdisjoint(product) != second.isdisjoint(product)})


def is_carried(text: str, weak: Commitment) -> bool:
    """Whether the sum that follows at once goes on with it: "92 * 50 = 4600, 0 + 4600 = 4600" (a row of zeros)."""
    following = wordings.SUM.match(text, weak.end)
    return following is not None and weak.value in following.groups()


def works(text: str, start: int, commitment: Commitment) -> bool:
    """Whether something is calculated between `start` and a commitment, or in the commitment."""
    start = max(start, commitment.end - wordings.LONGEST_SOLUTION)
    return (
        text.find("+", max(start, commitment.start), commitment.end) >= 0
        or text.find(" - ", max(start, commitment.start), commitment.end) >= 0
        or text.find(" − ", max(start, commitment.start), commitment.end) >= 0
        or wordings.WORKS.search(text, start, commitment.start) is not None
        or len(wordings.FIGURES.findall(text, start, commitment.start)) > wordings.FEW_FIGURES
        or text.find("print(", start, commitment.end) >= 0
    )


def derives(text: str, said: Problem, start: int, commitment: Commitment) -> bool:
    """Whether what is calculated between `start` and a commitment may come to it: parts are added, or a step gives it.
    A division, a remainder, a bound or a size does not."""
    start = max(start, commitment.end - wordings.LONGEST_SOLUTION)
    if wordings.ADDS_UP.search(text, start, commitment.end):
        return True
    return any(
        read_integer(step["value"]) == commitment.value and not said.stated(step["product"])
        for step in wordings.STEP_GIVES.finditer(text, start, commitment.end)
    )


def is_worked(text: str, start: int, end: int) -> bool:
    """Whether a solution led to a candidate; else what follows may explain it: "38 × 42 = 1596. Here is how: …"."""
    solution = text[max(start, end - wordings.LONGEST_SOLUTION) : end].lower()
    return "+" in solution or len(wordings.STEP.findall(solution)) > 1


def totals_another(told: str, candidate: str) -> bool:
    """Whether sums are told, and none of them comes to a candidate: those of steps that are looked at once more."""
    totals = list(wordings.TOTAL.finditer(told))
    if not totals or told.find("+", totals[-1].end()) >= 0:
        return False  # no sum, or one whose total is not told with it
    return all(read_integer(total["value"]) != candidate for total in totals)


def blames_check(text: str, start: int, commitment: Commitment) -> bool:
    """Whether a contradiction is found to be the check's own, so that the candidate stands: "That doesn't match.
    But in the check I used 1510 for 38 × 40; with 1520 it also gives 1596, so the check was wrong."."""
    start = max(start, commitment.end - wordings.LONGEST_SOLUTION)
    words = text[start : min(commitment.end + wordings.SEEN_AFTER, start + wordings.LONGEST_EXCUSE)].lower()
    if not any(word in words for word in wordings.CHECK_WORDS):
        return False
    return bool(wordings.CHECK_AT_FAULT.search(words) or wordings.FORMER_RIGHT.search(words))


def is_concluded(text: str, said: Problem, commitment: Commitment) -> bool:
    """Whether a candidate is said to be what the problem's operands give, or concluded to be the result."""
    words = text[max(commitment.start, commitment.end - wordings.LONGEST_STEP) : commitment.end]
    return said.stated(words) or wordings.CONCLUDES.search(words.lower()) is not None
