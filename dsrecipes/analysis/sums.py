"""Sums in a text and their totals: how a worked product ends, whatever the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from dsrecipes.analysis.problem import OF_DIGITS, ROUGH, Problem, goes_on_below
from dsrecipes.analysis.reading import FOR_PART, GROUPED, ITEM, NUMBER, PART, Read, alone, last_sentence, read_integer

# A sum and its total: "+ 76 = 1596", "1520 + 76, which makes 1596", or the total under the rule of a column.
_MAKES = (
    r"(?:=|:(?=\s)|[→⇒~]|[-=]>|\sadding\sto\s|,?\s(?:giving|making|into)\s|,\s(?:and\s)?(?:so|that's|I\sland\son|that\sshould\sbe(?:\sall(?:\sof\sit)?)?,)\s"
    r"|,?(?:\s(?:and|which|that|this|it|we|really|then|now|together|all)){0,3}\s(?:is|are|makes?|gives?|yields?|equals?|totals?"
    r"|gets?|sums?|becomes?|results?|comes?|adds?|obtains?|reach(?:es)?|brings?|leaves?|produces?|amounts?|leads?)(?:\s(?:in|to|out|us|me|up|at|a|total|of|the|equal)){0,3})"
)
_RULE = r"(?:\([^()\n]{0,40}\))?[ \t]{0,9}\n[ \t]{0,40}[-=_─—]{3,60}[ \t]{0,9}\n"
_BEFORE_TOTAL = re.compile(
    rf"(?:(?:[+−]|-\s)[ \t$]{{0,9}}{GROUPED}[\s$*\\)\]&]{{0,9}}(?:{_MAKES}|{_RULE})[\s$*\\&]{{0,40}}"
    r"|(?:[Ss]um|[Tt]otal)[*_ ]{1,4}\|[*_$ ]{0,5})\Z"  # the last row of a table
)
_TOTAL_WITHIN = 400  # characters before a number, in which it may be the total of a sum
_TOLD_WITHIN = 600  # characters before a sum, in which its terms may be told
_RESTATED_WITHIN = 260  # characters after a sum, in which its total may be said once more
_USED_WITHIN = 2_000  # characters after a number, in which it may be a term of a sum
_LONGEST_INT = 99  # digits of a number that is looked for in another writing

_CALCULATES_BEFORE = re.compile(r"(?:[+\-−×÷/·^]|(?<!\*)\*|\b(?:plus|times|minus|by|and|less|x))[\s$({\\]{0,3}\Z")
_CALCULATES_AFTER = re.compile(
    r"[\s$)}\\]{0,3}(?:[+−×÷/·^]|-\s?\d|\*(?!\*)|(?:plus|times|minus|and|less|x|multiplied|by)\s|vs\b|versus\b)"
)
# Every alternative begins with a sign or a letter: so the regular expression passes over what cannot begin one.
_MULTIPLIES = re.compile(
    r"[×·]|\*(?:(?<=[\w)\]}$*\\]\*)|(?<=[\w)\]}$*] \*))(?<!\*\*)(?!\*)|x(?:(?<=\dx)|(?<=\d\sx))(?=\s?\d)"
    r"|\\(?:times|cdot)|times\b(?<!\wtimes)|multipl(?<!\wmultipl)|by\b(?<!\wby)|<<"
)


GIVEN_UP = re.compile(  # what stands right before a number and gives it up: "not 1595", "discard 1595"
    r"(?:\b(?:not|than|(?:not|n't) match|instead of|discard(?:ing)?|drop(?:ping)?|forget|ignor(?:e|ing)|disregard"
    r"|reject(?:ing)?|giv(?:e|ing) up(?: on)?|tak(?:e|ing) back|rul(?:e|ing) out"
    r"|scratch|scrap|replac(?:e|es|ing)|(?:inconsistent|conflicts?|disagrees?|clash(?:es)?) with"
    r"|differs? from|contradicts?)|≠|!=)"
    r"[\s$*`]{1,5}(?:(?:the|my|our|old|first|earlier|previous|result|answer|total|value|of)\s){0,3}[$*`]{0,3}\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _sum(digits: int, sign: str) -> re.Pattern[str]:
    """The last addition (or subtraction) of a sum whose total has about that many digits; none follows at once, as in a
    running sum."""
    apart = 4 * digits + 12
    return re.compile(
        rf"{sign}(?=[^+]{{{apart}}}|[^+]*+\Z)[ \t$]{{0,9}}{GROUPED}[\s$*\\)\]&]{{0,9}}(?:{_MAKES}|{_RULE})"
        rf"[\s$*\\&]{{0,40}}(?P<value>{GROUPED}){PART}"
    )


_MINUS = r"-(?:(?<= -) |(?<=\d-))(?=\d)"


def restated_totals(text: str, said: Problem, known: set[int]) -> Iterator[tuple[int, Read]]:
    """The totals of sums that are said once more, alone and whatever the words: where each sum begins, and the number.

    `known` are the ends of numbers that need not be found again.
    """
    shortest = max(1, len(said.product) - 3, len(said.product) // 2)
    digits = min(len(said.product), _LONGEST_INT)
    sums = _sum(digits, r"\+").finditer(text)
    if "-" in text:
        sums = chain(sums, _sum(digits, _MINUS).finditer(text))
    for match in sums:
        begin, end = match.span("value")
        if end - begin < shortest:
            continue
        number = match["value"]
        if text.find(number, end, end + _RESTATED_WITHIN) + end - begin in known:
            continue
        again = _restated(text, number, end)
        if again is None or again[1] in known:
            continue
        if (row := _ROW_OF.match(text, again[1])) and is_step(row[1], said):
            continue
        before = text[max(0, again[0] - 60) : again[0]]
        if is_partial(before, said) and not _CORRECTS.search(before) and not _compares(before, number):
            continue
        sentence = last_sentence(text[max(0, match.start() - 160) : match.start()])
        sentence = sentence[max(sentence.rfind("; "), sentence.rfind(") ")) + 1 :]
        multiplies = _MULTIPLIES.search(sentence.removeprefix("*").lstrip()) and not said.stated(sentence)
        if multiplies and not _adds_told(text, match, said.product):
            continue
        value = read_integer(number)
        if value is None or len(value) < shortest or is_of_step(text, begin, value, said):
            continue
        if "\n" not in text[begin : again[0]] and _is_of_line(text, begin, value, said):
            continue
        read = Read(value, *again)
        if not (_goes_on(text, Read(value, begin, end)) or is_running(text, read)):
            yield match.start(), read


_ROW_OF = re.compile(r"[ \t]{1,9}\(([^()\n]{3,40})\)")  # "1520   (38 × 40)"
LABEL = (
    r"(?=[\[(*_\dSsVAP])"  # most lines begin with something else
    r"(?:[\[(]?(?:(?:\d{1,2}:)?\d\d:\d\d|0\d{1,3})[\])]?\s{1,3}"
    r"|[*_(\[]{0,3}(?:S|(?:[Ss]tep|Voice|Speaker|Agent|Person) )?\d{1,2}(?:[*_)\].:]{1,5}|[ ][>|])\s{1,3})"
)
"""What numbers a line, says when it was written or who speaks: "[13] ", "Step 4: ", "00:00:13 ", "**Voice 1:** "."""
# The last term of a sum that is not evaluated, by its sign, and the number in which the next sentence ends.
_SET_UP = {
    sign: re.compile(
        rf"{before}[ \t$]{{0,3}}(?P<term>{GROUPED})[*$)\]}}`\\]{{0,4}}"
        r"(?:(?:[.:;?…]|\.\.\.)\s{1,3}|[ ]{0,3}\n\s{0,3})"
        rf"(?P<lead>(?:{LABEL})?+(?:(?:=>|->|⇒|→|=)[ ]?)?[^\n\d.!?+=×*/\\&]{{0,60}}?)"
        rf"[*$`(\[\\]{{0,4}}(?P<value>{GROUPED}){PART}"
        r"(?=[*$`)\]}\\]{0,4}(?:[.,;!\s<]|\Z))"
    )
    for sign, before in (("+", r"\+"), ("-", r"-(?<=[\d)] -)(?= \d)"), ("−", "−"))
}
_TERMS = re.compile(rf"(?:{GROUPED}[ $]{{0,2}}[-+−][ $]{{0,2}}){{1,40}}\Z")
_SAYS_TOTAL = re.compile(  # in lower-case text
    r"\b(?:so|that|that's|that’s|this|it|it's|it’s|which|makes?|gives?|yields?|get|have|is|be|totals?|sums?|product|value"
    r"|results?|answer|final|conclude"
    r"|record|claim|say|put|line|stands|write|written|reach|arrive|end|together|altogether|hence|thus|therefore|leads)\b"
    r"|[=⇒→∴]|->|[\]>]\s*\Z"
)
_ALONE = re.compile(r"[*$`]{0,4}(?:\.(?:\s|\Z)|\n|\Z)")  # the end of a sentence
_OTHER_TOTAL = re.compile(  # in lower-case text
    r"digit|mod\b|modulo|nines|remainder|check|verif|test|last|units|ends?\b in|multipl|times|\bby\b|part|row\b|next"
    r"|then\b"
)


def announced_totals(text: str, said: Problem, known: set[int]) -> Iterator[tuple[int, Read]]:
    """The totals that are said after a sum without its "=": "1520 + 76. So that would be 1596.": where each sum ends,
    and the number.

    `known` are the ends of numbers that need not be found again.
    """
    for match in chain.from_iterable(ends.finditer(text) for sign, ends in _SET_UP.items() if sign in text):
        begin, end = match.span("value")
        lead = match["lead"].lower()
        says = _SAYS_TOTAL.search(lead) if lead.strip() else _ALONE.match(text, end)
        if end in known or not says or _NO_RESULT.search(lead) or _OTHER_TOTAL.search(lead):
            continue
        value = read_integer(match["value"])
        if value is None or len(value) < len(said.product) - 2 or len(value) > len(said.product) + 1 or value == "0":
            continue
        if value in said.operands or _splits_operand(text, match, said):
            continue
        if goes_on_below(text, end) or (lead.startswith("=") and "\n" in text[match.end("term") : match.start("lead")]):
            continue  # a running sum; "= 1596" on a line of its own is one of result_lines
        if _share_part(_line_up_to(text, begin), {*said.first, *said.second}):
            continue
        read = Read(value, begin, end)
        if is_of_step(text, begin, value, said) or is_running(text, read) or is_term(text, read):
            continue
        yield match.start(), read


def _compares(before: str, number: str) -> bool:
    """Whether a sentence, up to a number, sets it beside others of its length and calculates nothing: "A mismatch of
    1596 with 1586."."""
    sentence = last_sentence(before)
    others = [len(other) for other in NUMBER.findall(sentence)]
    return _CALCULATES.search(sentence) is None and all(abs(length - len(number)) < 2 for length in others)


_CALCULATES = re.compile(r"[+×÷/^=·*]|\d\s?[-−x]\s?\d|\\times|\\cdot|\b(?:times|by|plus|minus|add\w*)\b")


def _adds_told(text: str, last: re.Match[str], product: str) -> bool:
    """Whether the terms of a sum, whose last one was found, have all been told before: they are the partial products
    that the sentence has worked out."""
    begin = max(0, last.start() - _TOTAL_WITHIN)
    terms = _TERMS.search(text[begin : last.start() + 1])
    added = NUMBER.search(text, last.start(), last.end())
    if terms is None or added is None:
        return False
    start = begin + terms.start()
    if text.endswith(("= ", "="), 0, start) or len(last["value"]) < len(product) - 1:
        return False  # a side of the chain that works out a step
    told = set(NUMBER.findall(text, max(0, start - _TOLD_WITHIN), start))
    return told.issuperset((*NUMBER.findall(terms[0]), added[0]))


def _splits_operand(text: str, last: re.Match[str], said: Problem) -> bool:
    """Whether a sum, whose last term was found, is that of an operand's parts: "Write 42 as 40 + 2."."""
    before = _TERMS.search(text[max(0, last.start("term") - _TOTAL_WITHIN) : last.start("term")])
    total, sign = 0, 1
    for term in _TERM_OR_SIGN.findall((before[0] if before else "") + last["term"]):
        value = read_integer(term)
        if value is None:
            sign = 1 if term == "+" else -1
        elif len(value) <= _LONGEST_INT:
            total += sign * int(value)
    return str(total) in said.operands


_TERM_OR_SIGN = re.compile(rf"{GROUPED}|[-+−]")
_CORRECTS = re.compile(r"\b(?:should|must|ought to) be[ *$]{1,5}\Z")  # "the result 1595 is wrong, it should be 1596"


def is_running(text: str, read: Read) -> bool:
    """Whether more is added to a total soon: "So the first two make 7033800. Next, add 74040 to that. 7033800 + 74040",
    "6970000 + 63800 = 7033800 (yes, 7033800). 7033800 + 74040"."""
    if is_added_to(text, read.end) or _goes_on(text, read):
        return True
    if not is_term(text, read):
        return False
    length = read.end - read.start
    at_once = text.find(text[read.start : read.end], read.end, read.end + _AT_ONCE_WITHIN + length)
    return at_once >= 0 or _ADDS_NEXT.search(text, read.end, read.end + _NEXT_WITHIN) is not None


def _goes_on(text: str, read: Read) -> bool:
    """Whether the next sentence adds to a total and comes to another one: "= 1520. 1520, with 76 joined, is 1596", "=
    1520. From 1520, adding 76 takes me to 1596"."""
    number = text[read.start : read.end]
    again = text.find(number, read.end, read.end + _NEXT_WITHIN)
    rest = _REST.match(text, again + len(number)) if again >= 0 else None
    if rest is None or ";" in text[read.end : again]:
        return False
    if _THEN_PLUS.match(rest[0]) is None and _ADDS_ON.search(text, read.end, rest.end()) is None:
        return False
    between, beyond = NUMBER.findall(text, read.end, again), NUMBER.findall(rest[0])
    return bool(beyond) and len(between) + len(beyond) > 1 and number != beyond[-1]


_REST = re.compile(r"[^\n!?=.;]{0,90}")  # of a sentence
_THEN_PLUS = re.compile(r",? (?:and |then |and then )\+")
_ADDS_ON = re.compile(r"\b(?:(?:add(?:ed|ing|s)?|plus|joined|on top)\b|with \+ ?\d)")


def is_added_to(text: str, end: int) -> bool:
    """Whether more is added right after the total that ends there, though the number is not said with it: "7033800. Now
    we add 74040", "= 7033600. No, wait, 7033800. 7033800 + 74040"."""
    return _PUT_RIGHT.match(text, end) is not None or _ADDS_MORE.match(text, end) is not None


_PUT_RIGHT = re.compile(
    rf"\W{{0,3}}[^\d\n]{{0,40}}+(?:{GROUPED} \+ {GROUPED} = )?(?P<right>{GROUPED})[^\d+]{{1,16}}+(?P=right) \+"
)
_ADDS_MORE = re.compile(r"[.;]?\s{1,3}(?:Now|Then|Next),? (?:we |I )?add (?:the )?\d|; ?\+ ?\d")
_AT_ONCE_WITHIN = 16  # characters
_NEXT_WITHIN = 60
_ADDS_NEXT = re.compile(r"\b(?:[Nn]ow|[Nn]ext|[Tt]hen|[Ff]inally|[Ll]astly),? (?:(?:we|I|let's|let me|need to) )*add\b")


def _restated(text: str, number: str, start: int) -> tuple[int, int] | None:
    """Where a number stands once more soon after `start`; None where it does not, is calculated with, or is
    given up there."""
    limit = start + _RESTATED_WITHIN
    first: tuple[int, int] | None = None
    for form in _writings(number):
        at = text.find(form, start, limit)
        while at >= 0 and (
            text[start:at] == ">>"
            or (text.startswith("?", at + len(form)) and text.endswith(" or ", start, at))  # "Which, 1586 or 1596?"
            or text.endswith(" and ", start, at)  # "two contenders, 1586 and 1596"
            or not alone(text, at, at + len(form))
            or (text[at - 1] == "\n" and ITEM.match(text, at))
        ):
            at = text.find(form, at + 1, limit)
        if at >= 0 and (first is None or at < first[0]):
            first = at, at + len(form)
    if first is None:
        return None
    at, end = first
    if _CALCULATES_AFTER.match(text, end) or _CALCULATES_BEFORE.search(text, max(start, at - 9), at):
        return None
    if GIVEN_UP.search(text, max(start, at - 40), at) or _says_part(text, max(start, at - 40), at, end):
        return None
    return first


def _says_part(text: str, start: int, at: int, end: int) -> bool:
    """Whether words right before or after the number at `at`..`end` say that it is a part's, or ask about it."""
    return _FOR_PART.match(text, end) is not None or _PART_IS.search(text, start, at) is not None


_FOR_PART = re.compile(rf"[$)\\]{{0,3}}{FOR_PART}")
_PART_IS = re.compile(
    r"\b(?:(?:that|this|the) (?:part|piece|row|line|step|term|partial product) (?:is|gives|makes|comes to|becomes)"
    r"|(?:place value|zeros|digits) of|(?:sure|worry|certain|wonder) about(?: that| the| this)?)[\s$*(\\]{1,4}\Z",
    re.IGNORECASE,
)


def _writings(number: str) -> tuple[str, ...]:
    """A number as it is written, and without or with commas."""
    if len(number) < 4 or len(number) > _LONGEST_INT or not number.isascii():
        return (number,)
    if number.isdigit():
        return number, f"{int(number):,}"
    return number, number.replace(",", "")


def is_total(text: str, start: int, read: Read) -> bool:
    """Whether the value that was read after `start` is the total shortly before: of a sum, or under a column's rule."""
    begin = max(0, start - _TOTAL_WITHIN)
    for form in {read.value, text[read.start : read.end]}:
        at = text.rfind(form, begin, start)
        if at >= 0 and alone(text, at, at + len(form)) and _BEFORE_TOTAL.search(text[max(0, at - 100) : at]):
            return True
    return False


def is_term(text: str, read: Read) -> bool:
    """Whether a number is added to another one further on: a partial product, or a running sum."""
    number = text[read.start : read.end]
    again = text.find(number, read.end, read.end + _USED_WITHIN)
    if again < 0:
        return False
    end = again + len(number)
    if text.startswith(" plus ", end):
        return True
    return "+" in text[max(0, again - 3) : again].rstrip()[-1:] + text[end : end + 9].lstrip(", \n\t")[:1]


def is_step(head: str, said: Problem) -> bool:
    """Whether what a number is equal to is a product of others than the operands: "38 × 40 = ", "p1 = 38 * 2"."""
    return _PRODUCT.search(head) is not None and "+" not in head and not said.stated(head)


def is_partial(before: str, said: Problem) -> bool:
    """Whether a sentence, up to its number, speaks of other numbers than the problem's operands: of a step."""
    sentence = _REPLACED.sub("", without_label(last_sentence(before)))
    if NUMBER.search(sentence) is None or said.stated(sentence):
        return False
    *_, conclusion = CONCLUSION.split(sentence)
    return NUMBER.search(conclusion) is not None


def without_label(line: str) -> str:
    """The line without the number or the speaker that it begins with."""
    return _LABEL.sub("", line)


_LABEL = re.compile(rf"\A\s*{LABEL}")
_REPLACED = re.compile(
    rf"\b(?:replac(?:e|es|ing)|drop|discard|reject|overrul(?:e|es|ing)) [*$`]{{0,4}}{GROUPED}[*$`]{{0,4}}[:,;] "
)
CONCLUSION = re.compile(
    r" (?=(?:So|Thus|Hence|Therefore)\b)|, (?=(?:ok |and )?so\b|which makes the\b)"
    r"|; (?=[⇒→=∴]|(?:and )?(?:so|thus|hence|ans|gives|which makes)\b)"
)
"""Where a new sentence begins that concludes, though no full stop ends the one before."""


def is_of_others(text: str, start: int, said: Problem) -> bool:
    """Whether "their product", in the sentence that goes on at `start`, is that of other numbers than the operands:
    "Round to 40 and 42. Their product is …"."""
    *_, before, _ = _sentences(text, start)
    return len(NUMBER.findall(before)) > 1 and not said.stated(before)


def is_of_step(text: str, at: int, value: str, said: Problem) -> bool:
    """Whether a total before `at` is the product of two other numbers than the operands, which were to be multiplied
    shortly before: "First, 307 × 600: 300 × 600 = 180000, 7 × 600 = 4200. Sum: 184200"."""
    if value == said.product or len(value) > _LONGEST_INT:
        return False
    if value in map(read_integer, NUMBER.findall(text, max(0, at - _TERMS_WITHIN), at)):
        return False  # "738 × 4 = 2952, and 590400 + 2952 = 2952" drops a term
    for step in _STEP_FACTORS.finditer(text, max(0, at - _STEP_WITHIN), at):
        one, other = read_integer(step["one"]), read_integer(step["other"])
        if one and other and len(one) + len(other) <= len(value) + 1 and int(one) * int(other) == int(value):
            return not said.stated(step[0])
    return False


_STEP_WITHIN = 600  # characters
_TERMS_WITHIN = 60
_STEP_FACTORS = re.compile(
    rf"(?P<one>{GROUPED})[\s$*)}}\\]{{0,4}}(?:[×·*x]|\\times|\\cdot|times|(?:multiplied )?by)[\s$*({{\\]{{0,4}}"
    rf"(?P<other>{GROUPED})"
)


def _is_of_line(text: str, at: int, value: str, said: Problem) -> bool:
    """Whether the line of `at` works out a partial product up to there, which the value is rather than the whole:
    "First, 307 × 600: 300 × 600 + 7 × 600 = 184300. So that's 184300." """
    line = _line_up_to(text, at)
    operands = {*said.first, *said.second}
    if _share_part(line, operands):
        return True
    factors = _STEP_FACTORS.finditer(line)
    head = next(factors, None)
    if head is None or head.start() > _HEAD_WITHIN or said.stated(head[0]):
        return False
    operand, part = head.group("one", "other") if head["one"] in operands else head.group("other", "one")
    if operand not in operands or part in operands:
        return False
    for one, other in (match.group("one", "other") for match in factors):
        if operand in (one, other) and part.rstrip("0,") != (other if one == operand else one).rstrip("0,"):
            return False  # "38 × 40 = 1520, 38 × 2 = 76. So that's 1596."
    one, other = read_integer(operand), read_integer(part)
    if one is None or other is None or len(one) + len(other) > _LONGEST_INT:
        return False
    step, whole = _alike(value, str(int(one) * int(other))), _alike(value, said.product)
    return step > whole or (step == whole and "+" not in line)


def _line_up_to(text: str, at: int) -> str:
    """The line of a position up to there, as far as a step may be told in it."""
    start = max(0, at - _STEP_WITHIN)
    return text[max(text.rfind("\n", start, at) + 1, start) : at]


def _share_part(line: str, operands: set[str]) -> bool:
    """Whether the products told last are those of one part: "600 × 80 + 9 × 80 = 48720" works out 609 × 80, as "600 ×
    80 + 9 × 80; 48000 + 720; so 48720" does."""
    terms: list[str] = []
    for sentence in reversed(_SENTENCE_END.split(line)[-4:]):
        products = [{*match.group("one", "other")} for match in _STEP_FACTORS.finditer(sentence)]
        if products:
            shared = set.intersection(*products)
            if len(products) < 2 or not shared or not operands.isdisjoint(set.union(*products)):
                return False
            return not terms or (len(terms) == len(products) and not any(line.count(term) > 1 for term in terms))
        if terms or " - " in sentence or "−" in sentence:
            return False
        if "+" in sentence:
            terms = NUMBER.findall(sentence)
    return False


def _alike(one: str, other: str) -> int:
    """How many of the digits of two numbers are the same at the same place."""
    return sum(map(str.__eq__, reversed(one), reversed(other)))


_HEAD_WITHIN = 60  # characters from the beginning of a line


def _is_told_step(text: str, end: int, said: Problem) -> bool:
    """Whether the sentence that ends at `end` tells of a step: "Take 38 and multiply it with 2. This gives 76."."""
    *_, told = _sentences(text, end)
    return "multipl" in told and "=" not in told and NUMBER.search(told) is not None and not said.stated(told)


def _sentences(text: str, end: int) -> list[str]:
    """Those shortly before `end`, the last one as far as it goes; two at least, the first of them perhaps empty."""
    return ["", *_SENTENCE_END.split(text[max(0, end - _SENTENCE_BEFORE) : end])]


_SENTENCE_BEFORE = 160  # characters
_SENTENCE_END = re.compile(r"[.!?;:]\s+|\)\s+(?=[A-Z])|\n+")


# A line that states a result ------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _lines(digits: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line, and a line's last sentence, with one number of at least that many digits, at its end."""
    lead = rf"(?P<lead>(?:{LABEL})?+[^\n\d.!?]{{0,48}}+)"
    number = (
        rf"(?=[\d,'_{{}}\\! \u202f\u2009\u00a0]{{{digits}}})(?P<value>{GROUPED})"
        r"(?=[*$`)\]}.! ∎□■]{0,6}+(?:(?:, (?:then|now)\.?|(?:in the end|in all|overall|altogether)\.?)?(?:\n|<|\Z)))"
    )
    return re.compile(rf"\n{lead}{number}"), re.compile(rf"\. {lead}{number}")


def result_lines(text: str, said: Problem, known: set[int]) -> Iterator[tuple[int, Read]]:
    """The lines that state a result in one number: "= 1596", "=> 1596", "Corrected: 1596", "1596" below other output.

    `known` are the ends of numbers that need not be found again.
    """
    shortest = min(max(1, len(said.product) - 1), _LONGEST_INT)
    lines, sentences = _lines(shortest)
    for match in chain(lines.finditer(text), sentences.finditer(text)):
        start, end = match.span("value")
        if end in known or text[start - 1].isalpha():  # "print(p1)"
            continue
        lead = match["lead"].strip(" \t$*_`({[\\&")
        begin = match.start()
        value = read_integer(match["value"])
        if value is None or value == "0" or not said.possible(value) or value in said.operands:
            continue
        if " " in match["value"] and {*match["value"].split()} == {*said.operands}:
            continue  # "mul 38 42"
        if goes_on_below(text, end):
            continue
        lead = lead.lower()
        if lead.endswith(", so"):
            lead = "so"  # "The first sum had a slip, so 1596"
        if lead and (_NO_RESULT.search(lead) or GIVEN_UP.search(text, begin, start)):
            continue
        if text[begin] != "\n" and _is_of_line(text, begin, value, said):
            continue
        if lead.startswith("their ") and is_of_others(text, start, said):
            continue
        if lead.startswith(("this gives", "that gives", "it gives")) and _is_told_step(text, begin, said):
            continue
        read = Read(value, start, end)
        if lead == "=" and _continues_chain(text, begin, end, said):
            continue
        if is_term(text, read) or is_added_to(text, end) or _goes_on(text, read):
            continue
        if lead == "=" or _states(text, begin, lead, read, said):
            yield begin + 1, read


def _states(text: str, begin: int, lead: str, read: Read, said: Problem) -> bool:
    """Whether a line or sentence from `begin` on states its number as a result, by its words or by what is above it."""
    above = text[max(0, begin - 160) : begin].rstrip().rpartition("\n")[2]
    shown = above.startswith((">", "In ["))  # what an interpreter was given
    if shown and (name := _NAME.fullmatch(above := above.partition("#")[0].rstrip())):
        above = _assigned(text, name[1], begin)
    if lead:
        states = _SAYS_RESULT.search(lead) is not None
    else:
        if not shown and is_in_column(text, read):
            return False  # in a column, or printed among others: another one, or a rule, is below
        states = shown or above.startswith("```") or _is_under_column(text, begin + 1)
    if not (states or _is_whole("", read.value, said) or is_total(text, read.start, read)):
        return False
    ended = above.rstrip(" *.$")
    heads = shown or text[begin] != "\n" or ended.endswith(("?", ":", ")", "]", "`"))
    if not heads and ended[-1:].isdigit():
        heads = _ENDS_IN_PRODUCT.search(ended[-40:]) is not None  # "First, 38 times 40."
    return not (heads and is_step(above, said))


def is_in_column(text: str, read: Read) -> bool:
    """Whether a rule or another number stands in the line below: a term of a sum, or printed before others."""
    return _NEXT_LINE.match(text, read.end) is not None


def _is_under_column(text: str, at: int) -> bool:
    """Whether a line is the total of a column: below a rule, and rows of a number each."""
    return _COLUMN.search(text, max(0, at - _COLUMN_WITHIN), at) is not None


_COLUMN_WITHIN = 240  # characters
# Two rows of a number each, and a rule below them. (A row with a sign of multiplication is that of an operand.)
_ROW_ALONE = rf"\n[ \t+]{{0,40}}{GROUPED}[ \t]{{0,9}}(?:\([^()\n]{{1,40}}\))?[ \t]{{0,9}}"
_COLUMN = re.compile(rf"(?:{_ROW_ALONE}){{2}}\n[ \t]{{0,40}}[-=_─—]{{3,60}}[ \t]{{0,9}}\n\Z")

_NAME = re.compile(r"(?:>+ |In \[\d+\]: )\s*(?:print\()?([A-Za-z_]\w*)\)?;?")


def _assigned(text: str, name: str, before: int) -> str:
    """What a name of a program was last set to: "38 * 2" after "p1 = 38 * 2"; the empty text where it was not."""
    at = text.rfind(f"{name} = ", max(0, before - _USED_WITHIN), before)
    return text[at + len(name) + 3 : before].partition("\n")[0] if at >= 0 else ""


# A row of a table that states a result --------------------------------------------------------------------------------

_ROW = re.compile(r"\n\|[^\n]*")
_CELL = re.compile(rf"\|[ \t*_`$]{{0,9}}(?P<value>{GROUPED})[ \t*_`$.✅✓✔]{{0,9}}(?=\||\n|\Z)")
_TOTALS = re.compile(r"[Tt]otal|[Ss]um\b|[Pp]roduct|[Rr]esult|[Aa]nswer|TOTAL|SUM\b|[Σ∑=]")
_STRUCK = re.compile(r"~~[^~\n]*~~")


def total_rows(text: str, said: Problem) -> Iterator[tuple[int, Read]]:
    """The rows of tables that state a result: where each begins, and its number, which is that of the last cell.

    "| **Total** | | **1596** |", "| Σ | 42 | 1596 |", "| Total | ~~1595~~ | 1596 |", "| **38 × 42** | 1596 |": a row
    that is called a total, or the last row of a table; and neither a step nor the row of a part of an operand.
    """
    operands = {*said.first, *said.second}
    for row in _ROW.finditer(text):
        begin, end = row.span()
        last = not text.startswith("\n|", end)
        if not last and ("×" in row[0] or _TOTALS.search(row[0]) is None):
            continue
        *_, cell = (None, *_CELL.finditer(text, begin, end))
        value = read_integer(cell["value"]) if cell else None
        if cell is None or value is None or value == "0" or value in operands or not said.possible(value):
            continue
        label = _STRUCK.sub("", text[begin : cell.start()])
        of_problem = "**" in label and _MULTIPLIES.search(label) is not None and said.stated(label)
        if not of_problem and (_NO_RESULT.search(label.lower()) or not operands.issuperset(NUMBER.findall(label))):
            continue
        read = Read(value, *cell.span("value"))
        if (of_problem or _TOTALS.search(label) or _is_whole("", value, said)) and not is_term(text, read):
            yield begin + 1, read


_NO_RESULT = re.compile(  # in lower-case text
    r"\bnot\b|n't|\bwas\b|instead|estimat|rough|approx|about|around|nearly|almost|close|ballpark|expect|≈|~|≡|old\b"
    r"|previous|earlier|before|discard|disregard|ignor|forget|reject|scrap|cancel|abandon|revok|retract|withdraw|renounc"
    r"|abort|overturn|strik|void|replac|running|so far|sub-?total"
    r"|partial(?! (?:products|results|sums) (?:\w+ )?(?:gives?|yields?|makes?|comes? to|adds?|sums?|totals?)\b)"
    r"|first|former|remainder|wrong|original|[+×÷·^/]|\btimes\b|assert|if\b|(?<!<)[-−]\s*\Z|<<"
    r"|\A(?:row|line|part|step|term|place)\b"
)
_NEXT_LINE = re.compile(
    r"[^\n]{0,8}+\n[ \t]{0,40}(?:[-=_─—]{3}|[+×*x−]?[ \t]{0,40}\d[\d,' ]{0,60}[ \t]{0,9}(?:\n|\Z|\())"
)
_PREVIOUS_LINES = 400  # characters that are looked through for the head of a chain


_TIMES_NUMBER = r"\d[\s$*)}]{0,3}(?:[×·*x]|\\times|\\cdot|times|by|multiplied by)[\s$({]{0,3}\d"
_PRODUCT = re.compile(_TIMES_NUMBER)
_ENDS_IN_PRODUCT = re.compile(_TIMES_NUMBER + r"[\d,'_{}]*[^\d=]{0,16}\Z")
_SAYS_RESULT = re.compile(  # in lower-case text
    r"\b(?:products?|answer|the number|digits|corrected|correction|return(?:s|ed)?|print(?:s|ed)?|output|go with"
    r"|settle on|comes to|gives|together|altogether|in all|all told|overall|in the end|i['’]d say|end up with"
    r"|has to be|arrive at|sums to"
    r"|(?:we|i) (?:say|claim)|put down|bottom line)\b|=>|⇒|∴"
)
_CHAIN_GOES_ON = re.compile(r"[^\n]{0,8}+\n\s*[=+×]")


def _continues_chain(text: str, start: int, end: int, said: Problem) -> bool:
    """Whether a line "= number" is no last side, or that of a partial product."""
    if _CHAIN_GOES_ON.match(text, end):
        return True
    lines = text[max(0, start - _PREVIOUS_LINES) : start].split("\n")
    while len(lines) > 1 and lines[-1].lstrip(" $*&").startswith("="):
        lines.pop()
    head = lines[-1]
    return _MULTIPLIES.search(head) is not None and "+" not in head and ";" not in head and not said.stated(head)


# The number in which a stretch closes ---------------------------------------------------------------------------------

_SHORTEST_STRETCH = 12  # characters
_TAIL = 100  # characters before the end of a stretch in which its closing number is looked for
_LONGEST_SENTENCE = 400
_LAST_NUMBERS = 4  # of the tail that may be it
_CLOSING_WORDS = (
    "\n", "=", ":", "→", "⇒", "is", "are", "get", "gets", "gives", "give", "make", "makes", "up with", "us with", "to",
    "at", "reads", "equals", "yields", "have", "be", "becomes", "me", "us", "that's", "it's", "that’s", "it’s", " it",
    "yes,", "so,", "reach", "total of", "sum of", "result of", "product of", "answer of",
)  # fmt: skip
_GOES_ON = re.compile(
    r"[ \t$)}\]]{0,4}(?:[+\-×÷/^=·?]|\*(?!\*)|\\times|\\div|…|\.\.\.|x\b"
    r"|(?:times|multiplied|plus|minus|by|and|vs|versus|lots|digits?|is|was|looks|seems|cannot|can't|does|doesn't)\b)",
    re.IGNORECASE,
)


def closing_number(text: str, start: int, end: int, said: Problem) -> Read | None:
    """The number in which the stretch `start`..`end` closes, if it can be the product: a last sum, a last number, or
    the only one."""
    if end - start < _SHORTEST_STRETCH:
        return None
    if end - start < _LONGEST_GUESS and (guess := _guess(text, start, end, said)):
        return guess
    numbers = list(NUMBER.finditer(text, max(start, end - _TAIL), end))
    last = True
    for match in reversed(numbers[-_LAST_NUMBERS:]):
        at = match.start()
        if text[at - 1 : at] == "\n" and ITEM.match(text, at):
            continue
        is_last, last = last, False
        value = read_integer(match[0])
        if (
            value is None
            or not said.possible(value)
            or text[max(0, at - 1) : at].isdigit()
            or _GOES_ON.match(text, match.end())
        ):
            continue
        before = text[max(0, at - 80) : at]
        lead = before.rstrip(" \t$*_`({[\\")
        if not lead.endswith(_CLOSING_WORDS) and "**" not in before[len(lead) :]:
            continue
        read = Read(value, at, match.end())
        if (
            (said.possible(value) and _is_whole(before, value, said))
            or is_total(text, at, read)
            or (is_last and _uses_up(text, at))
        ):
            head = last_sentence(text[max(start, at - _LONGEST_SENTENCE) : at]).partition("=")[0]
            if _PRODUCT.search(head) and not said.stated(head):
                continue  # the last side of a partial product
            if GIVEN_UP.search(before) or is_of_step(text, at, value, said) or _is_of_line(text, at, value, said):
                continue
            if _says_part(text, max(start, at - 40), at, match.end()):
                continue
            if not is_running(text, read):
                return read
    return None


_LONGEST_GUESS = 400  # characters
_STATES_GUESS = re.compile(  # in lower-case text
    r"\W*(?:->|→|=>|=|(?:so|thus|hence|therefore|ans|the (?:product|result|answer)|(?:this|that|it) (?:gives|makes))"
    r"\b[^\n]{0,60}(?<!for))\W{0,4}"
)
_MOST_FEWER = 2  # digits


def _guess(text: str, start: int, end: int, said: Problem) -> Read | None:
    """The only number of a stretch beside the operands, where it closes in it: "17 × 210, directly. So 170."."""
    *before, last = (*NUMBER.finditer(text, start, end),) or (None,)
    value = read_integer(last[0]) if last else None
    if last is None or value is None or value in said.operands or value == "0":
        return None
    if not -_MOST_FEWER <= len(value) - len(said.product) <= 1:
        return None
    if any(read_integer(number[0]) not in (*said.operands, value) for number in before):
        return None
    lead = text[start : last.start()]
    told = last_sentence(lead).lower()
    if _ALONE.match(text, last.end()) is None or _STATES_GUESS.fullmatch(told) is None:
        return None
    if "+" in told or " - " in told or (is_step(told, said) and "=" in told):
        return None
    if OF_DIGITS.search(told) or ROUGH.search(told):
        return None
    return Read(value, *last.span())


_STEP_VALUE = re.compile(
    rf"(?:[×·*x]|\\times|\\cdot|times|by)[\s$(]{{0,3}}{GROUPED}[\s$)]{{0,3}}=[\s$]{{0,3}}(?P<value>{GROUPED}){PART}"
)
_ADDED = re.compile(rf"(?<=[+-] ){GROUPED}|{GROUPED}(?=[\s$]{{0,3}}\+)|{GROUPED}(?= - )")


def _uses_up(text: str, at: int) -> bool:
    """Whether the total that stands at `at` is that of a sum to which all partial products before it have come: then
    it is the answer, however far from the product."""
    start = max(0, at - _USED_WITHIN)
    line = text[text.rfind("\n", start, at) + 1 : at].rstrip(" $*")
    if not line.endswith("=") or ("+" not in line and " - " not in line):
        return False
    values = [step["value"] for step in _STEP_VALUE.finditer(text, start, at)]
    return len(values) > 1 and {*_ADDED.findall(text, start, at)}.issuperset(values)


def _is_whole(before: str, value: str, said: Problem) -> bool:
    """Whether a number stands for the whole product: neither a partial product nor a running sum."""
    if _MULTIPLIES.search(last_sentence(before.replace("... ", "…"))):
        return False
    # A running sum from the highest place on ends in more zeros than the product; one from the lowest is under half.
    if len(value) - len(value.rstrip("0")) > len(said.product) - len(said.product.rstrip("0")):
        return False
    return len(value) > _LONGEST_INT or 2 * int(value) >= int(said.product)
