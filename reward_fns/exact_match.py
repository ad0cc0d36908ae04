"""Exact-match reward for integer answers: 1.0 when the response's last committed answer is the ground truth, else 0.0.

VeRL loads this file by path (`reward.custom_reward_function.path`), so it needs the standard library alone.

    >>> compute_score("multiplication", "396 + 1200 = 1596\\nAnswer: 1,596", "1596")
    {'score': 1.0, 'acc': 1.0, 'pred': '1596'}

What is read. Integers are compared as strings of digits, never as floats.

1. Attempts. Words that revise split a response ("I made a mistake", "let me recompute", "actually, it is 1596").
   The last attempt that holds a digit counts, whatever stood in the earlier ones. An answer that was called wrong,
   with nothing after it, is no longer committed: None. A redo ("let me try again") with nothing after it leaves it.
   Checking ("let me check") is no revision.
2. Commitments. Within the attempt the strongest kind is read, at its last occurrence: box > answer tags >
   "final answer" > "answer is", "Answer:" > #### > right side of an equation > last number. One that cannot be read as
   a single integer is no answer, and nothing weaker stands in for it. A mention without a value ("put it in \\boxed{}",
   "the answer is correct", "let me check the answer: 8 * 2 = 16") is no commitment.
3. Values. One integer in a conventional writing: 1596; 1,596; 1 596 (also narrow, no-break and LaTeX spaces); 1_596;
   1'596; 1{,}596; digits of any script; a sign; bold, $…$, \\text{…}; a zero fraction (1596.00); words after it (1596
   apples); the evaluated end of a chain (38 * 42 = 1596).
   No answer: an expression (38 * 42, 3192/2, 2^5, 12!), alternatives (12 or 13, 12-13), an approximation (about 5000,
   ~5000, 5000..., 1.2e6, 5.6 million), a fraction, a percentage, groups that are not of three digits, a box or tag that
   is not closed.

Where conventions clash: Indian grouping (12,34,567) reads as a list and European points (1.596) as a fraction, so
neither is an answer; 1.000 is 1 with a zero fraction; leading zeros are dropped. No answer is longer than 4,000
characters.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Iterator

# What VeRL's reward managers pass beside the four arguments when a reward model is served.
_PASSED_BY_VERL = frozenset({"reward_router_address", "reward_model_tokenizer"})

_LONGEST = 4_000  # characters of an answer; also keeps VeRL's padded arrays of `pred` small
_REACH = 32_000  # characters after a commitment that are searched for a revision of it
_MENTIONS = 64  # how many mentions without a value are passed over before a marker is given up: bounds the work
_SPOILT = ""  # committed, but not to one integer; None means that nothing was committed

# A reading (None, _SPOILT or the integer) and the position where its value starts.
_Commitment = tuple[str | None, int]


def compute_score(
    data_source: object, solution_str: object, ground_truth: object, extra_info: object = None, **kwargs: object
) -> dict[str, float | str | None]:
    """Score one response, as VeRL calls it.

    Args:
        data_source: unused; part of VeRL's call.
        solution_str: the response. Anything but str or bytes (read as UTF-8) holds no answer.
        ground_truth: the integer, as int or as text in any writing that an answer may have ("561,741"). Anything else
            (None, float, bool, "about 5") cannot be matched: the score is 0.0, nothing is raised.
        extra_info: unused; part of VeRL's call.
        **kwargs: what VeRL passes for served reward models is accepted and unused.

    Returns:
        `score` and `acc`, both 1.0 or 0.0, and `pred`: the integer read, like "-1596", or None. Always all three.

    Raises:
        TypeError: an unknown keyword, which can only be a setting (`reward_kwargs`) that would have no effect.
            No text raises.
    """
    if kwargs and not _PASSED_BY_VERL.issuperset(kwargs):
        unknown = ", ".join(sorted(set(kwargs) - _PASSED_BY_VERL))
        raise TypeError(f"exact_match.compute_score has no setting {unknown}: remove it from reward_kwargs")
    pred = read_answer(solution_str)
    exact = isinstance(ground_truth, str) and pred == ground_truth  # the usual ground truth needs no reading
    score = 1.0 if exact or (pred is not None and pred == read_integer(ground_truth)) else 0.0
    return {"score": score, "acc": score, "pred": pred}


def read_answer(text: object) -> str | None:
    """The integer that a response commits to last, as canonical digits ("1596", "-12"); None when there is none."""
    if isinstance(text, (bytes, bytearray)):
        text = text.decode("utf-8", "replace")
    if not isinstance(text, str):
        return None
    reading, start = _commitment(text, 0, len(text))
    tail = text[start : start + _REACH].lower()
    if tail.strip(_NO_REVISION):
        for stem in _REVISION_STEMS:
            if tail.rfind(stem) >= 0:  # several times as fast as `in` here
                reading = _last_attempt(text, start, min(len(text), start + _REACH), reading)
                break
    return reading or None


def read_integer(value: object) -> str | None:
    """A value that is one integer and nothing else, as canonical digits; None for anything that is not."""
    if isinstance(value, (bytes, bytearray)):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str):
        return _whole(value) if len(value) <= _LONGEST else None
    if isinstance(value, bool):
        return None
    try:
        digits = str(operator.index(value))  # type: ignore[arg-type]  # any integer type, NumPy's included
    except (TypeError, ValueError):  # no integer, or more digits than Python converts
        return None
    return digits if len(digits) <= _LONGEST else None


# Attempts -------------------------------------------------------------------------------------------------------------

# The pattern of revisions is slow, so substrings are looked for first: each revision below contains one of them.
_NO_REVISION = " 0123456789,.*$}\\)]\n"
_REVISION_STEMS = (
    "let", "recomp", "recalc", "redo", "mistake", "error", "wrong", "right", "correct", "again", "over", "thought",
    "scratch", "oops", "wait", "actually", "sorry", "hmm", "no,", "</think",
)  # fmt: skip

_SUBJECT = r"(?:that|this|it|which|something|(?:answer|result|product|calculation|computation)(?:[ ]of)?(?:[ ][\d,]+)?)"
_REVISION = re.compile(
    rf"""
    (?P<retracted>
        (?<!n't[ ])(?<!n’t[ ])(?<!not[ ])(?<!if[ ])(?<!whether[ ])(?<!case[ ])(?:
        \b(?:i|we)(?:[ ]have|['’]ve|[ ]must[ ]have|[ ]see[ ]i)?[ ]made[ ](?:a|an|some)[ ](?:\w+[ ])?(?:mistake|error)
      | \bthere(?:['’]s|[ ]is|[ ]was|[ ]must[ ]be)[ ](?:a|an|some)[ ](?:\w+[ ])?(?:mistake|error)
      | \b(?:found|spotted|noticed|see)[ ](?:a|an|my|the)[ ](?:\w+[ ])?(?:mistake|error)
      | \b{_SUBJECT}(?:['’]s|[ ]is|[ ]was|[ ]seems|[ ]looks)[ ](?:\w+ly[ ]|still[ ])?
        (?:wrong|incorrect|not[ ](?:right|correct)|(?:a|an)[ ](?:mistake|error))\b
      | \b{_SUBJECT}[ ](?:isn|wasn|doesn)['’]t[ ](?:right|correct|look[ ](?:right|correct))
      | \b(?:scratch[ ]that|oops|my[ ]mistake)\b
    ))
  | (?:
        \b(?:let(?:['’]s|[ ]me|[ ]us)|i['’]ll|(?:i|we)[ ](?:will|should|must|need[ ]to|have[ ]to))[ ](?:\w+[ ])?
        (?:re-?compute|re-?calculate|re-?do|rework|restart|start[ ](?:over|again)|try[ ](?:\w+[ ])?again
          |correct[ ](?:that|this|it|the|my)|fix[ ](?:that|this|it|the|my)|do[ ](?:it|this|that)[ ](?:again|over))
        (?![ ](?:\w+[ ]){{0,4}}to[ ](?:be[ ]sure|make[ ]sure|verify|check|confirm|double))
      | \b(?:try|trying|starting)[ ](?:this[ ]|that[ ]|it[ ])?(?:again|over)\b
      | (?<!by[ ])\b(?:recomputing|recalculating|redoing)\b
      | \bon[ ]second[ ]thought | \bcorrection[ ]?[:,—–-]
      | \b(?:correct|corrected|right|real|actual)[ ](?:answer|result|product|value)(?:[ ]is|[ ]should[ ]be|:)
      | </think(?:ing)?>
        # "Actually, it's 1596.": a new value said at once, and nothing else in the sentence.
      | \b(?:wait|actually|sorry|oops|hmm|no,)(?=[^\d\n]{{0,60}}\d)[\s,.!:…—–-]{{0,9}}
        (?:\b(?:no|wait|actually|sorry|so|it|this|that|the|correct|right|answer|product|result)\b[\s,]{{0,3}}){{0,6}}
        (?:is\b|['’]s\b|should[ ]be\b|must[ ]be\b|equals\b|=)?
        (?=[\s:*$]{{0,9}}\d[\d,]{{0,99}}[*$]{{0,4}}(?:[.!]?\s{{0,9}}\Z|[.!]?\n|[.!]\s))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _last_attempt(text: str, start: int, end: int, reading: str | None) -> str | None:
    """The reading of the last attempt, where `reading` stands before `start` and text[start:end] may revise it."""
    revisions = list(_REVISION.finditer(text, start, end))
    last_digit = _last_digit(text, start, end)
    before = sum(revision.start() <= last_digit for revision in revisions)  # those that have a digit after them
    if any(revision["retracted"] for revision in revisions[before:]):
        return None
    if before == 0:
        return reading
    end = revisions[before].start() if before < len(revisions) else end
    revision = revisions[before - 1]
    # The words of a revision may commit ("the correct answer is 1596"), the tag that ends a thought may not.
    start = revision.end() if text[revision.start()] == "<" else revision.start()
    return _commitment(text, start, end)[0]


# Commitments, the strongest kind first; None where nothing is committed in that way -----------------------------------


def _commitment(text: str, start: int, end: int) -> _Commitment:
    """The strongest commitment in text[start:end], at its last occurrence."""
    found: _Commitment | None = None
    # Looking for one rare character first rules out a kind in a fraction of a microsecond.
    if text.find("\\", start, end) >= 0:
        found = _boxed(text, start, end)
    if found is None and text.find("<", start, end) >= 0:
        found = _tagged(text, start, end)
    if found is None:
        found = _said(text, start, end)
    if found is None and text.find("#", start, end) >= 0:
        found = _hashed(text, start, end)
    if found is None and (digit := _last_digit(text, start, end)) >= 0:
        found = _equated(text, start, end, digit) or _last_number(text, start, end, digit)
    return found or (None, end)


_BOX = re.compile(r"\\f?(?:boxed|box)\s{0,9}\{")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SPOILS_BOX = re.compile(  # what stands right before a box and makes its content no answer
    r"""(?:[≈~∼≃≅≠<±≤≥] | (?<![\w"'])> | \\(?:approx|sim|simeq|neq?|pm|[lg]eq?|times|cdot|div|ast)
        | \b(?:about|approx(?:imately|\.)?|roughly|around|nearly|almost|not|or|n['’]t)\b
        | box(?:ed)?\s?\{[^{}\n]{0,30}\}[\s$)*\\]{0,4}(?:[,;/]|and|\\(?:quad|text)[{\s]{0,3}(?:and)?[}\s]{0,3}){0,2}
        | [\d}]\s*[-+*/×÷·^] | (?<!\n)[-−]) [\s$({\[*\\]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def _boxed(text: str, start: int, end: int) -> _Commitment | None:
    r"""\boxed{…}, \fbox{…}. An empty box is a mention."""
    at = end
    for _ in range(_MENTIONS):
        at = text.rfind("box", start, at)
        if at < 0:
            return None
        opening = _BOX.match(text, text.rfind("\\", max(start, at - 2), at), end) if at > start else None
        if opening is None:
            continue
        inside = opening.end()
        close = _closing_brace(text, inside, end)
        if close < 0:
            return _SPOILT, inside  # cut off: more digits may have followed
        content = text[inside:close].strip()
        if not content:
            continue
        if not (content.isascii() and content.isdigit()):
            reading = _phrase(content, strict=True) or _SPOILT
        else:
            reading = content.lstrip("0") or "0"
        if reading:
            before = text[max(start, opening.start() - 48) : opening.start()].rstrip(" $\\([{*")
            after = text[close + 1 : min(end, close + 40)].partition("\n")[0].lstrip(" $\\)]}*")
            spoilt_before = before and not before.endswith((" is", "=", ":", "\n")) and _SPOILS_BOX.search(before)
            if spoilt_before or (after and after != "." and _spoils_after(_plain(after))):
                reading = _SPOILT
        return reading, close
    return None


def _closing_brace(text: str, start: int, end: int) -> int:
    """The position of the brace that closes the one opened before `start`; -1 when it is cut off or too far away."""
    end = min(end, start + _LONGEST)
    close = text.find("}", start, end)
    if close < 0 or (text.find("{", start, close) < 0 and text[close - 1] != "\\"):
        return close
    depth = 1
    for brace in _BRACE.finditer(text, start, end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return -1


_CLOSE_TAG = re.compile(r"</\s?(?:final[_ -]?)?answer>\Z", re.IGNORECASE)
_OPEN_TAG = re.compile(r"<(?:final[_ -]?)?answer>\Z", re.IGNORECASE)


def _tagged(text: str, start: int, end: int) -> _Commitment | None:
    """<answer>…</answer>. An empty pair is a mention."""
    closed = None  # where the content ends whose opening tag is looked for
    for at in _occurrences(text, "nswer>", start, end):
        tag_end = at + 6
        if _OPEN_TAG.search(text, max(start, tag_end - 16), tag_end):
            content = text[tag_end : tag_end if closed is None else min(closed, tag_end + _LONGEST)].strip()
            if closed is None or len(content) >= _LONGEST:
                return _SPOILT, tag_end  # cut off
            if content:
                return _phrase(content, strict=True) or _SPOILT, tag_end
            closed = None
        elif closing := _CLOSE_TAG.search(text, max(start, tag_end - 16), tag_end):
            closed = closing.start()
    return None


_COMMITS = re.compile(  # what may stand between the word "answer" and its value
    r"""s?[*_`"'”’)\]}]{0,4}[ \t]{0,4}
    (?: (?:to|for|of)\b(?![^\n]{0,30}\b(?:step|part|partial|check)\b)[^\n:=]{0,120}?
      | \([^()\n]{0,60}\)
      | ,[^,\n]{0,40},
      | (?:that[ ])?(?:i|we|you)[ ](?:get|got|obtain|obtained|have|found|find)
    )?[ \t]{0,4}
    (?: [-=]{1,3}> | [:：=＝→⇒➜–—] | -[ ] | [*_#:\s]{0,9}\n
      | (?=[*$]{0,4}[0-9][0-9,]{0,99}[*$.]{0,5}[ \t]{0,4}(?:\n|\Z))
      | \b(?:is|equals|(?:should|must|would|will|to)[ ]be|(?:comes|works)[ ](?:out[ ])?to|becomes)\b
      | (?P<hedge>(?:might|may|could)[ ]be\b) )""",
    re.IGNORECASE | re.VERBOSE,
)
_TALKS_OF = re.compile(  # "let me check the answer: 8 * 2 = 16", "if the answer is 12"
    r"""\b(?:(?:check|verif|confirm|validat|test|compar|assum|suppos)\w*|if|whether|not|n['’]t|previous|earlier|initial
    |first|old|wrong|incorrect|original|intermediate|partial)[ ]+(?:(?:the|my|this|that|our|your|an?|if|whether)[ ]+)*
    (?:final[ ]+)?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_HEDGED = re.compile(
    r"\b(?:or|estimated|approximate|rough|likely|probable|possible)[ ]+(?:the[ ]+|my[ ]+)?(?:final[ ]+)?\Z",
    re.IGNORECASE,
)


def _said(text: str, start: int, end: int) -> _Commitment | None:
    """ "Final answer: …" and, weaker, "the answer is …", "Answer: …"."""
    weaker: _Commitment | None = None
    clause_end = end
    for at in _occurrences(text, "nswer", start, end):
        word = max(start, at - 1)
        before = text[max(start, word - 40) : word].rpartition("\n")[2]
        final = before.rstrip(" *_").endswith(("final", "Final", "FINAL"))
        if final or weaker is None:
            commits = _COMMITS.match(text, at + 5, clause_end)
            if commits and not (before and _TALKS_OF.search(before)):
                hedged = commits["hedge"] or (before and _HEDGED.search(before))
                reading = _SPOILT if hedged else _value(text, commits.end(), clause_end, last=True)
                if reading is not None and final:
                    return reading, commits.end()
                if reading is not None:
                    weaker = reading, commits.end()
        if weaker is not None and text.rfind("inal", start, word) < 0 and text.rfind("INAL", start, word) < 0:
            break  # no "final answer" stands before it
        clause_end = word
    return weaker


def _hashed(text: str, start: int, end: int) -> _Commitment | None:
    """#### 1596, alone on its line: "#### 3. Add" and "#### Step 3" are headings."""
    line_end = end
    for at in _occurrences(text, "####", start, end):
        newline = text.find("\n", at, line_end)
        line = _plain(text[at : min(newline if newline >= 0 else line_end, at + _LONGEST)]).strip("# \t*`\"'([")
        if line[:1] and line[0] in "+-≈~0123456789" and not _LETTERS.search(line):
            return _phrase(line, strict=True) or _SPOILT, at
        line_end = at
    return None


_WORDY = 200  # characters before the last digit where an equation in words is looked for
_EQUALS = re.compile(
    r"""\b(?: (?:result|product|total|sum)(?:[ ]of\b[^\n.=:]{0,60}?)?[*_ ]{0,3}(?:\bis\b|:)
        | equals|equal[ ]to|gives|makes|(?:get|obtain)s?(?=[ ]\**[0-9]) )""",
    re.IGNORECASE | re.VERBOSE,
)


def _equated(text: str, start: int, end: int, digit: int) -> _Commitment | None:
    """The right side of the last equation that has a number there; "equals" or "the product is" is an equation too."""
    right_end = end
    for _ in range(_MENTIONS):
        at = text.rfind("=", start, right_end)
        after = at + 1
        if not text.isascii() and (wide := text.rfind("＝", start, right_end)) > at:
            at, after = wide, wide + 1
        for words in _EQUALS.finditer(text, max(start, at, digit - _WORDY), min(digit, right_end)):
            at, after = words.start(), words.end()
        if at < 0:
            return None
        reading = _value(text, after + text.startswith(">", after), right_end, last=False)
        if reading is not None:
            unequal = at > start and text[at - 1] in "<>!≠~≈"
            return _SPOILT if unequal else reading, after
        right_end = at
    return None


def _last_number(text: str, start: int, end: int, digit: int) -> _Commitment:
    """The number that ends at `digit`, when what stands around it on its line leaves it one integer."""
    start = max(start, text.rfind("\n", start, digit) + 1)
    newline = text.find("\n", digit, min(end, digit + _LONGEST))
    end = newline if newline >= 0 else min(end, digit + _LONGEST)
    for reach in (99, _LONGEST):  # nearly all numbers are short, and a narrow window is quick
        line = _BULLET.sub("", _plain(text[max(start, digit - reach) : end]))
        *_, number = _NUMBER.finditer(line)
        if number.start() > 0 or digit - reach <= start:
            break
    before = line[max(0, number.start() - 24) : number.start()]
    subtracts = number["sign"] and (before[-1:].isalpha() or before.rstrip().endswith((")", *"0123456789")))
    cut_off = not before and digit - reach > start
    if subtracts or cut_off or _SPOILS_NUMBER.search(before) or _spoils_after(line[number.end() :]):
        return _SPOILT, digit
    return _integer(number["digits"], number["sign"]), digit


_BULLET = re.compile(r"\A\s*[-•]\s")
_SPOILS_NUMBER = re.compile(  # what stands right before the last number and makes it no answer
    r"""(?: [A-Za-z.\\] | \d[ ]?[*;][ ]? | [ ]\*[ ]
        | (?: [-/^÷×·%~≈<>±≤≥√+约或]
            | \b(?:or|and|to|about|approx(?:imately|\.)?|around|roughly|nearly|almost|over|under|than|times|by|x|plus
              |minus|not|least|most|between|either|maybe|perhaps|probably)\b ) \s*[(*]{0,3} )\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def _occurrences(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Positions of a word in small or capital letters, from the last; at most `_MENTIONS` of them."""
    shout = word.upper()
    small = text.rfind(word, start, end)
    capital = text.rfind(shout, start, end) if shout != word else -1
    for _ in range(_MENTIONS):
        at = max(small, capital)
        if at < 0:
            return
        yield at
        if at == small:
            small = text.rfind(word, start, at)
        else:
            capital = text.rfind(shout, start, at)


# Values ---------------------------------------------------------------------------------------------------------------

# By far the most frequent: plain digits, at most grouped, in bold or dollars, that end their line.
_SIMPLE = re.compile(
    r"[ \t*$]{0,9}(?:([1-9][0-9]{0,99})|([1-9][0-9]{0,2}(?:,[0-9]{3}){1,30}))[*$]{0,4}\.?[*$]{0,4}[ \t]{0,9}(?:\n|\Z)"
)
_OTHER_LINE = re.compile(r"\s{0,9}(?:[-•]\s)?[*$]{0,4}(?:[oO][rR]\b|([0-9][0-9,]{0,99})[*$.]{0,5}[ \t]{0,9}(?:\n|\Z))")
_DECORATION = re.compile(r"(?:[\s*_$`:|#\"]|\\[\[(]|\\begin\{\w{1,20}\*?\}|(?<=\n)[-•>][ ])*")


def _value(text: str, start: int, end: int, *, last: bool) -> str | None:
    """The integer that text[start:end] begins with, on this line or, where this one is empty, on the next.

    None when it talks of something else: no digit, or other words before it.
    `last`: no other number may stand alone on the next line, as in a list.
    """
    end = min(end, start + _LONGEST)
    begin = start
    simple = _SIMPLE.match(text, start, end)
    if simple is None and (decoration := _DECORATION.match(text, start, end)):
        begin = decoration.end()
        simple = _SIMPLE.match(text, begin, end)
    if simple is not None:
        reading = simple[1] or simple[2].replace(",", "")
        other = _OTHER_LINE.match(text, simple.end(), end) if last else None
        return reading if other is None or (other[1] or "").replace(",", "") == reading else _SPOILT
    newline = text.find("\n", begin, end)
    line_end = newline if newline >= 0 else end
    if line_end - start == _LONGEST:  # longer than any answer
        return _SPOILT if _DIGIT.search(text, begin, line_end) else None
    return _phrase(text[begin:line_end], below=text.find("\n", start, begin) >= 0)


def _phrase(text: str, *, strict: bool = False, below: bool = False) -> str | None:
    """The integer that a phrase states: at its start, or at the end of a chain of equations.

    `strict`: the phrase is a box or the like, so it states nothing but the answer.
    `below`: it stands a line below its marker, which may be a heading with a whole solution under it.
    """
    phrase = _plain(text)
    first = _DIGIT.search(phrase)
    if first is None or len(text) > _LONGEST:
        return None if first is None else _SPOILT
    if not strict and (stop := _SENTENCE_END.search(phrase, first.start())):
        phrase = phrase[: stop.start()]
    head, equals, sides = phrase.partition("=")
    reading = _leading(head, strict)
    if not equals and reading == _SPOILT and not below:  # "the product of 38 and 42 is 1596"
        head, equals, sides = _IS.sub("=", phrase).partition("=")
    if not equals:
        return reading
    if reading:  # 1596 = 38 * 42
        other = _whole(sides.rpartition("=")[2]) if _whole(head) else None
        return reading if other in (None, reading) else _SPOILT
    if below or (reading is None and _DIGIT.search(head)):
        return None
    if reading is None and not strict and len(head) > 24:
        return None
    left, _, right = f"{head}={sides}".rpartition("=")
    if left.endswith(("<", ">", "!", "≈", "≠", ":=")) or _HEDGE.search(left):
        return _SPOILT
    reading = _leading(right, strict=True)
    other = _whole(left.rpartition("=")[2])
    return reading if reading and other in (None, reading) else _SPOILT


def _leading(phrase: str, strict: bool) -> str | None:
    """The integer at the start of a phrase, after words that say nothing ("therefore", "simply")."""
    number = _NUMBER.search(phrase)
    if number is None:
        return None
    lead = phrase[: number.start()]
    if lead and not lead.isspace():
        if not _LEAD.fullmatch(lead) or _HEDGE.search(lead):
            return _SPOILT
        if any(word.lower() not in _FILLERS for word in _WORD.findall(lead)):
            return _SPOILT if strict else None
    if _spoils_after(phrase[number.end() :], strict):
        return _SPOILT
    return _integer(number["digits"], number["sign"])


def _spoils_after(rest: str, strict: bool = False) -> bool:
    """Whether what follows a number makes it part of something else: an expression, alternatives, an approximation."""
    if not rest or rest.isspace():
        return False
    if not strict and (stop := _SENTENCE_END.search(rest)):
        rest = rest[: stop.start()]
    if _SPOILS_AFTER.match(rest) or _HEDGE_AFTER.search(rest) or (strict and "!" in rest):
        return True
    return _DIGIT.search(rest) is not None and not _BREAK.match(rest)


def _whole(text: str) -> str | None:
    """The integer that a text is, with nothing else in it but decoration."""
    number = _NUMBER.fullmatch(_plain(text).strip(" \t\r\n*_`\"'()[]|.:"))
    return (_integer(number["digits"], number["sign"]) or None) if number else None


def _integer(digits: str, sign: str | None) -> str:
    """Canonical digits of a number that is written conventionally; `_SPOILT` for any other."""
    written = _CONVENTIONAL.fullmatch(digits)
    if written is None or len(digits) > _LONGEST:
        return _SPOILT
    value = written[1].replace(written[2], "") if written[2] else written[1]
    value = value.lstrip("0") or "0"
    return f"-{value}" if sign and sign[0] == "-" and value != "0" else value


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[A-Za-z]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?P<sign>(?<![0-9])[-+]\s?)?(?P<digits>[0-9](?:[0-9,_' .]*[0-9])?)")
_CONVENTIONAL = re.compile(r"([0-9]{1,3}(?:([,_' ])[0-9]{3}(?:\2[0-9]{3})*)|[0-9]+)(?:\.0+)?")
_SENTENCE_END = re.compile(
    r"""(?<!\.)\.(?=[*_"')\]]{0,4}(?:\s|\Z)) | [;|](?!\s{0,4}[-+]?[0-9]) | !(?=[*_"')\]]{0,4}(?:\s[A-Z]|\Z)) | [<\n]""",
    re.VERBOSE,
)
_IS = re.compile(r"\b(?:is(?: equal to)?|equals|equal to|gives)\b")
_LEAD = re.compile(r"[\s\w:*\"'`(\[|.,#→⇒➜–—•]*")
_FILLERS = frozenset({
    "a", "again", "an", "answer", "are", "as", "be", "by", "calculated", "calculation", "certainly", "clearly",
    "computed", "definitely", "equal", "equals", "exactly", "final", "following", "follows", "get", "given",
    "have", "hence", "i", "indeed", "integer", "is", "it", "just", "multiplication", "multiplying", "now",
    "number", "obtain", "obviously", "of", "precisely", "product", "result", "simply", "so", "sum", "that",
    "the", "then", "therefore", "this", "thus", "to", "total", "value", "we", "which",
})  # fmt: skip
_HEDGE = re.compile(
    r"""\b(?:about|approx\w*|roughly|around|nearly|almost|near|close|maybe|perhaps|possibly|probably|likely|estimat\w*|guess
    |not|never|cannot|might|may|could|less|more|greater|smaller|over|under|least|most|between|either|neither|circa|ca
    |wrong|incorrect)\b
    |n['’]t\b|[≈~<>±≤≥≠约或]""",
    re.IGNORECASE | re.VERBOSE,
)
_HEDGE_AFTER = re.compile(
    r"\b(?:approx\w*|rounded|roughly|about|give or take|or so)\b|[≈~±约]|(?:\bor\b|或)[^0-9]{0,99}[0-9]", re.IGNORECASE
)
_SPOILS_AFTER = re.compile(
    r"""[A-Za-z_]                                            # 12th, 1e6, 1010_2
      | [)\]}"'`_\s]* (?:
          [/^÷×·%?+<>≤≥≠≈~±\\…] | \.\. | \*+[ ]?[0-9] | \*+[ ]?\( (?=[\d ]) | -(?![ ]+[A-Za-z]) | [–—:][ ]?[0-9]
        | (?:hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|bn|mn|mil|k|m|b|percent|point|x
            |times|multiplied|divided|over|plus|minus|mod|modulo|remainder|rem|r|squared|cubed|factorial|choose|e)\b
        | [万亿千百]
        | (?:and|to|vs|versus)\b[^0-9]*[0-9]
        )""",
    re.IGNORECASE | re.VERBOSE,
)
_BREAK = re.compile(
    r"""[*)\]}"'`_]*(?: [ ]?[,(\[–—:](?![ ]?[0-9]) | [ ]-[ ] | [ ](?:because|since|as|which|for|when|after|with|in|by
    |via|using|from|if|on|ok|wrong|right|correct)\b | [ ]?[✓✔✅❌✗] )""",
    re.VERBOSE,
)


# Writings -------------------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """The text with Unicode and LaTeX writings of digits, spaces and signs made plain."""
    if not text.isascii():
        text = text.translate(_UNICODE)
    if "\\" in text:
        text = _COMMAND.sub(lambda command: _LATEX.get(command[0], command[0]), text)
    if ">" in text:
        text = text.replace("->", "→").replace("=>", "→")
    if "~" in text:
        text = _TIE.sub(" ", text)
    return text.translate(_BRACES) if "{" in text or "}" in text or "$" in text else text


class _Unicode(dict[int, str]):
    """What a code point becomes; the table itself holds only the exceptions, since any digit of Unicode may come."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Nd":
            return str(unicodedata.decimal(char))
        if category == "No":
            return "^"  # ², ½, ₁: part of an expression
        return {"Zs": " ", "Cf": ""}.get(category, char)


_UNICODE = _Unicode(
    {
        ord(char): plain
        for chars, plain in {
            "−﹣－‐‑‒": "-", "＋﹢": "+", "×✕✖⨯∗＊": "×", "·⋅∙": "·", "⁄∕／": "/", "％": "%",
            "≃≅∼～≒": "≈", "＜": "<", "＞": ">", "＝": "=", "，٬﹐": ",", "．": ".", "。": ". ",
            "’‘ʼ＇": "'", "“”": '"', "：": ":", "；": ";", "？": "?", "！": "!", "＿": "_",
            "（": "(", "）": ")", "［【": "[", "］】": "]", "｜│": "|",
        }.items()
        for char in chars
    }
)  # fmt: skip

_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
_LATEX = {
    "\\" + command: plain
    for commands, plain in {
        ", ; : quad qquad space thinspace ( ) [ ]": " ",
        "! text textbf textit textrm texttt textnormal mathbf mathrm mathit mathsf mathtt boldsymbol bm bf rm mbox hbox"
        " emph underline boxed fbox displaystyle large Large left right bigl bigr checkmark": "",
        "times ast": "×", "cdot": "·", "div": "÷", "pm": "±", "approx sim simeq": "≈", "neq ne": "≠", "_": "_",
        "%": "%", "$ & #": " ", "{": "(", "}": ")", "\\ end tag hline newline": "\n",
    }.items()
    for command in commands.split()
}  # fmt: skip
_LATEX["\\ "] = " "
_TIE = re.compile(r"(?<=[0-9])~(?=[0-9])")
_BRACES = str.maketrans({"{": "", "}": "", "$": " "})


def _last_digit(text: str, start: int, end: int) -> int:
    """The position of the last digit; -1 where there is none."""
    last = max(text.rfind(digit, start, end) for digit in "0123456789")
    if not text.isascii():  # other digits may come later; the last one is mostly near the end
        while end > max(start, last + 1):
            window = max(start, last + 1, end - 999)
            for digit in _DIGIT.finditer(text, window, end):
                last = digit.start()
            end = window
    return last
