"""Exact-match reward for integer answers: 1.0 when the response's last committed answer is the ground truth, else 0.0.

VeRL loads this file by path (`reward.custom_reward_function.path`), so it needs the standard library alone.

    >>> compute_score("multiplication", "396 + 1200 = 1596\\nAnswer: 1,596", "1596")
    {'score': 1.0, 'acc': 1.0, 'pred': '1596'}

What is read. Integers are compared as strings of digits, never as floats.

A response that goes on with another problem ("Question: …", "Exercise 2: …") is read up to there; if it has not named
its own, the product tells them apart. Of a numbered list of problems the last one counts. The ground truth has no say
in what is read, or a list of guesses would be right.

1. Attempts. Words that revise split a response ("I made a mistake", "let me recompute", "actually, it is 1596").
   The last attempt that holds a digit counts, whatever stood in the earlier ones. An answer that was called wrong,
   with nothing after it, is no longer committed: None. A redo ("let me try again") with nothing after it leaves it.
   Checking ("let me check") is no revision. A later "the answer is 1596" that contradicts a box needs no such words:
   it counts where more stands between the two than "so" or "thus"; so does a conclusion ("Therefore, 38 * 42 = 1596").
   Equations of a check or an estimate do not count. Where the text doubts or checks its answer and ends with another
   number, that number counts if a sentence settles on it ("adding the rows gives 1586"); after a doubt, a new number
   that none settles on leaves no answer.
2. Commitments. Within the attempt the strongest kind is read, at its last occurrence: box > tags (answer, result) >
   "final answer" > "answer is", "Answer:" > #### > right side of an equation > last number. The equation of a step
   ("12 + 3 = 15") gives way to a longer number that is shown after it, and to "1596 <-- answer". That of a step or a
   check (another product than the problem's, a division back, a remainder) gives way to the last sentence that states a
   result, before it or after it ("Together, that's 1596."), and a step that is done again and comes out as before
   changes nothing; one that comes out otherwise, without a new result, leaves no answer. One that cannot be
   read as a single integer is no answer, and nothing weaker stands in for it. A mention without a value ("put it in
   \\boxed{}", "the answer is correct", "let me check the answer: 8 * 2 = 16") is no commitment.
3. Values. One integer in a conventional writing: 1596; 1,596; 1 596 (also narrow, no-break and LaTeX spaces); 1_596;
   1'596; 1{,}596; digits of any script; a sign; bold, $…$, \\text{…}; a zero fraction (1596.00); words after it (1596
   apples); the evaluated end of a chain (38 * 42 = 1596); an expression after it that comes to it (1596 (38 * 42)).
   No answer: an expression (38 * 42, 3192/2, 2^5, 12!), alternatives (12 or 13, 12-13), an approximation (about 5000,
   ~5000, 5000..., 1.2e6, 5.6 million), a fraction, a percentage, groups that are not of three digits, a box or tag that
   is not closed.

Where conventions clash: Indian grouping (12,34,567) reads as a list and European points (1.596) as a fraction, so
neither is an answer; 1.000 is 1 with a zero fraction; leading zeros are dropped. No answer is longer than 4,000
characters.

How it is fast. A text is searched for a few letters first, from its end (`str.rfind` passes a character in a fraction
of a nanosecond), and a regular expression sees only the characters around them.
"""

from __future__ import annotations

import math
import operator
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

# What VeRL's reward managers pass beside the four arguments when a reward model is served.
_PASSED_BY_VERL = frozenset({"reward_router_address", "reward_model_tokenizer"})

_SCORES = {"both": (1.0, 0.0), "positive": (1.0, 0.0), "negative": (0.0, -1.0)}  # of a right and of a wrong answer

_LONGEST = 4_000  # characters of an answer; also keeps VeRL's padded arrays of `pred` small
_MENTIONS = 64  # how many mentions without a value are passed over before a marker is given up: bounds the work
_SPOILT = ""  # committed, but not to one integer; None means that nothing was committed

# A reading (None, _SPOILT or the integer) and the position where its value starts.
_Commitment = tuple[str | None, int]


def compute_score(
    data_source: object,
    solution_str: object,
    ground_truth: object,
    extra_info: object = None,
    *,
    reinforce: str = "both",
    truncation_penalty: float = 0.0,
    **kwargs: object,
) -> dict[str, float | str | None]:
    """Score one response, as VeRL calls it.

    Args:
        data_source: unused; part of VeRL's call.
        solution_str: the response. Anything but str or bytes (read as UTF-8) holds no answer.
        ground_truth: the integer, as int or as text in any writing that an answer may have ("561,741"). Anything else
            (None, float, bool, "about 5") cannot be matched: the answer is wrong, nothing is raised.
        extra_info: a mapping whose "truncated" (bool) says whether the response was cut off at the token limit; read
            only where there is a `truncation_penalty`.
        reinforce: "both" (the paper's: right 1, wrong 0), "positive" (PSR: right 1, wrong 0) or "negative" (NSR: right
            0, wrong -1), after Zhu et al. 2025, arXiv 2506.01347. An estimator with a baseline, like GRPO's, cannot
            tell them apart: see docs/reward.md.
        truncation_penalty: at least 0; subtracted from the score of a truncated response.
        **kwargs: what VeRL passes for served reward models is accepted and unused.

    Returns:
        `score`, `acc` (1.0 if right, else 0.0, whatever the settings) and `pred`: the integer read, like "-1596", or
        None. Always all three.

    Raises:
        TypeError, ValueError: a setting (`reward_kwargs`) that does not exist or has no such value, or a
            `truncation_penalty` where `extra_info` does not say whether the response was truncated. No text raises.
    """
    if kwargs and not _PASSED_BY_VERL.issuperset(kwargs):
        unknown = ", ".join(sorted(set(kwargs) - _PASSED_BY_VERL))
        raise TypeError(f"exact_match.compute_score has no setting {unknown}: remove it from reward_kwargs")
    if not isinstance(reinforce, str) or reinforce not in _SCORES:
        raise ValueError(f"reinforce is {reinforce!r}; it must be one of {', '.join(_SCORES)}")
    pred = read_answer(solution_str)
    exact = isinstance(ground_truth, str) and pred == ground_truth  # the usual ground truth needs no reading
    right = exact or (pred is not None and pred == read_integer(ground_truth))
    score = _SCORES[reinforce][not right]
    if type(truncation_penalty) is not float or truncation_penalty != 0.0:
        score -= _penalty(truncation_penalty, extra_info)
    return {"score": score, "acc": 1.0 if right else 0.0, "pred": pred}


def _penalty(penalty: object, extra_info: object) -> float:
    """What to subtract: `penalty` if the response was truncated, else 0."""
    if isinstance(penalty, bool) or not isinstance(penalty, (int, float)):
        raise TypeError(f"truncation_penalty is {penalty!r}; it must be a number")
    if not 0.0 <= penalty < float("inf"):
        raise ValueError(f"truncation_penalty is {penalty!r}; it must be finite and at least 0")
    if penalty == 0:
        return 0.0
    truncated = extra_info.get("truncated") if isinstance(extra_info, dict) else None
    if not isinstance(truncated, bool):
        raise ValueError(
            f"truncation_penalty is {penalty!r}, but extra_info['truncated'] is {truncated!r} and not True or False: "
            "use a reward manager that says whether a response was cut off (dsrecipes/verl_plugins/reward_manager.py)"
        )
    return float(penalty) if truncated else 0.0


def read_answer(text: object) -> str | None:
    """The integer that a response commits to last, as canonical digits ("1596", "-12"); None when there is none."""
    if isinstance(text, (bytes, bytearray)):
        text = text.decode("utf-8", "replace")
    if not isinstance(text, str):
        return None
    if "<" in text and "<|" in text:  # one character is found far quicker than two
        text = text.replace("<|begin_of_box|>", "\\boxed{").replace("<|end_of_box|>", "}")  # GLM's box
        if (final := text.rfind("<|channel|>final<|message|>")) >= 0:
            text = text[final + 27 :]  # gpt-oss's channels
        if (end := text.find("<|endoftext|>")) >= 0 and text[:end].strip():
            text = text[:end]  # what a base model goes on with is another text
    if text.startswith("analysis") and (final := text.rfind("assistantfinal")) >= 0:
        text = text[final + 14 :]  # the same, where their tokens were left out
    if "~" in text and "~~" in text:
        text = _STRUCK.sub(r"\1 was wrong. ", text)
    if "∴" in text:
        text = text.replace("∴", "=")
    if "◁" in text:
        text = text.replace("◁/think▷", "</think>")  # Kimi's
    if text.rstrip().endswith(("|>", "</s>", "<eos>", "_turn>")) and (
        token := _END_TOKENS.search(text, max(0, len(text) - 99))
    ):
        text = text[: token.start()]
    if (heading := _HEADING.search(text)) and (end := _next_problem(text, heading.start())) >= 0:
        text = text[:end]
    return _read(text) or None


def _read(text: str) -> str | None:
    """The reading of the last attempt at the problem."""
    reading, start = _commitment(text, 0, len(text))
    if len(text) - start > 99 or text[start:].strip(_NO_REVISION):
        if max(map(text[-_ENDING:].rfind, _STANDS)) >= 0 and (end := _broken_off(text)) >= 0:
            text = text[:end]
            reading, start = _commitment(text, 0, end)
        reading = _last_attempt(text, start, reading)
    return reading


def read_integer(value: object) -> str | None:
    """A value that is one integer and nothing else, as canonical digits; None for anything that is not."""
    if isinstance(value, (bytes, bytearray)):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str):
        if value.isascii() and value.isdigit() and len(value) <= _LONGEST:
            return value.lstrip("0") or "0"
        return _whole(value) if len(value) <= _LONGEST else None
    if isinstance(value, bool):
        return None
    try:
        digits = str(operator.index(value))  # type: ignore[arg-type]  # any integer type, NumPy's included
    except (TypeError, ValueError):  # no integer, or more digits than Python converts
        return None
    return digits if len(digits) <= _LONGEST else None


_STRUCK = re.compile(r"~~(?=[^\s~])([^~\n]{0,200}[0-9])[*$]{0,4}~~")  # ~~1595~~
# What a tokenizer leaves at the end of a response when its special tokens are not skipped.
_END_TOKENS = re.compile(r"(?:\s{0,9}(?:<\|[\w-]{1,30}\|>|</s>|<(?:eos|end_of_turn)>)){1,9}\s{0,9}\Z")


# Other problems -------------------------------------------------------------------------------------------------------

_HEADINGS = 8  # how many headings are judged: bounds the work
_NOUN = r"(?:[Qq]uestion|[Pp]roblem|[Ee]xercise|[Ee]xample|[Oo]ne)"
# A line that may set a problem; `order`: by a mere sentence. What is looked ahead for are the first characters of all
# that follows: most lines are passed over by it in a few nanoseconds.
_HEADING = re.compile(
    rf"""\n(?![0-9])(?=[*\#>_(\[ ]*(?:[Qq]|[PENFHUCMWASpenfhucmwas<][rxeaonivhsu|][acdeilmnoprtuvwx])) [*\#>_(\[ ]*
    (?: (?: [Qq](?:uestion)? | [Pp]roblem | [Ee]x(?:ercise|ample)
          | (?:[Nn](?:ext|ew)|[Aa]nother|[Ff]ollow-?[ ]?[Uu]p|[Ss](?:imilar|econd)|[Pp]ractice)[ ]{_NOUN}(?P<other>) )
        (?P<number>[ ]?\#?[0-9]{{1,3}})? [*_]{{0,2}}[ ]?(?:[:.)]|(?=\n))
      | (?:[Hh]uman|[Uu]ser)[*_]{{0,2}}[ ]?[:\n] | <\|(?:im_start\|>[ ]?)?user(?:\|>)?
      | (?: [Cc](?:alculate|ompute) | [Mm]ultiply | [Ee]valuate | [Ff]ind | [Ss]olve | [Ww]hat(?:[ ]is|'s)
          | [Ww]ork[ ]out | [Hh]ow[ ]much[ ]is )\b(?P<order>) )""",
    re.VERBOSE,
)
_EXPRESSION = re.compile(
    r"""(\d[\d,_'’ ]*)[ ]?[$]?(?:\\?[*+/]|[-−–x×✕·⋅÷:]|\\(?:times|cdot|div)|times|plus|minus|by|and
    |multiplied[ ]by|divided[ ]by)[ ]?[$]?(\d[\d,_'’ ]*)""",
    re.VERBOSE,
)
_ASKS = re.compile(r"\?|\b(?:how many|how much|calculate|compute|find|solve|evaluate|determine|what)\b", re.IGNORECASE)
_ABOUT_THIS = re.compile(  # "Are you sure?", "Check your answer."
    r"\b(?:you|sure|check|verify|correct|right|wrong|mistake|error|again|answer|result|above|that|this|it|explain)\b",
    re.IGNORECASE,
)
_DOUBTS = re.compile(r"\b(?:sure|check|verify|correct|right|wrong|mistake|error|again|above)\b", re.IGNORECASE)
_LEADS = re.compile(  # what stands before a heading and makes it one of the response's own steps
    r":\W*\Z|\A(?=\D*\Z).*\b(?:check\w*|verif\w*|again|re\w*do|recalc\w*|recomp\w*|way|step\w*|let|part\w*|break\w*"
    r"|split\w*|wrong|mistake|error)\b",
    re.IGNORECASE | re.DOTALL,
)


def _next_problem(text: str, first: int) -> int:
    """Where a response that has solved its problem goes on with another one; -1 where it does not.

    `first`: where the first line stands that may set one. A response that sets numbered problems before it has solved
    any works through a list, and the last one counts.
    """
    opening = _HEADING.match("\n" + text[:99].lstrip())
    if opening and opening["number"]:
        return -1
    for heading in islice(_HEADING.finditer(text, first), _HEADINGS):
        begin = heading.start()
        another = _sets_another(text, heading)
        if not (another or heading["number"]):
            continue
        answered = _answered(text[:begin])
        if another and answered:
            return begin
        if heading["number"] and not answered:
            return -1
    return -1


def _sets_another(text: str, heading: re.Match[str]) -> bool:
    """Whether a heading sets a problem of other numbers than those that stand before it."""
    begin, after = heading.span()
    line, _, below = text[after : after + 400].lstrip(" *_:").partition("\n")
    if not line.strip(" *_:"):
        line = below.lstrip().partition("\n")[0]
    before = text[max(0, begin - _LONGEST) : begin].rstrip()
    if _LEADS.search(before[before.rfind("\n") + 1 :]):
        return False
    expression = _EXPRESSION.search(line)
    if heading["order"] is not None:
        if expression is None or line[expression.end() :].lstrip(" $*")[:1] not in (".", "?", "", "!"):
            return False
        if not text.startswith("\n", begin - 1):
            return False
    if expression:
        if _DOUBTS.search(line):
            return False
        if not _PRODUCT.search(_ascii(before).lower()):
            return _has_another_value(_read(text[:begin]) or "0", _problem(line)[1])
        # Digits and round numbers are those of a step: "Calculate 30 * 2."
        numbers = [number for number in _figures(expression[0]) if len(number.strip("0")) > 1]
        known = _known(text, begin)
        if heading["other"] is not None:
            return not known.issuperset(numbers)
        return bool(numbers) and known.isdisjoint(numbers)
    numbers = _figures(line)
    if not numbers or _ASKS.search(line) is None:
        return False
    if str(math.prod(map(int, numbers))) == _read(text[:begin]):
        return False  # it is the same problem in words
    # "It" is another thing where all numbers are new: "A train goes 675 miles a day. What does it do in 36 days?"
    return not _ABOUT_THIS.search(line) or (len(numbers) > 1 and _known(text, begin).isdisjoint(numbers))


def _has_another_value(answer: str, factors: list[str]) -> bool:
    """Whether a heading's factors are not those of a problem that has been answered without being named.

    A factor that divides the answer may be one of them, in a step too ("Calculate 12 * 47." of 35 * 47), and a product
    that is nearly the answer may be the problem set again after a slip.
    """
    telling = [int(factor) for factor in factors if not _ROUND.fullmatch(factor)]  # digits may be those of a step
    value = math.prod(map(int, factors))
    written = str(value)
    alike = written[:2] == answer[:2] or written[-2:] == answer[-2:]
    if not telling or (alike and abs(len(written) - len(answer)) <= 1):
        return False
    return value > 2 * int(answer) or all(int(answer) % number for number in telling)


def _known(text: str, end: int) -> set[str]:
    """The numbers at the start of a text, where its problem stands, and shortly before `end`."""
    return {*_figures(text[: min(end, 600)]), *_figures(text[max(0, end - _LONGEST) : end])}


def _answered(text: str) -> bool:
    """Whether a text commits to an answer, and not just by a number that stands in it."""
    if not _read(text):
        return False
    end = len(text)
    found = _boxed(text, 0, end) or _stated(text, 0, end) or _equated(text, 0, end, _last_digit(text, 0, end))
    return found is not None or _SHOWN.search(text) is not None or len(_whole(text) or "") > 1


_SHOWN = re.compile(r"\n\*\*[0-9][0-9,_' ]{0,99}\*\*")


# Attempts -------------------------------------------------------------------------------------------------------------

_NO_REVISION = " 0123456789,.*$}\\)]\n"
_SIGHTINGS = 200  # how many signs of a revision are looked at, from the last: bounds the work
_CONCLUSIONS = 16  # how many sentences that may conclude
_WINDOW = 60  # characters on either side of a sign in which its phrase stands
_SHORT = 250  # characters: in a longer text it is first asked which signs it holds
_NEAR = 300  # characters

# Phrases in a text made plain (lower case, ASCII, straight apostrophes). The first two kinds retract an answer.
_SUBJECT = r"""(?:that|this|it|which|something|the[ ]above|\d[\d,]{1,60}
    |(?:answer|result|product|value|number|sum|total|calculation|computation)(?:[ ]of)?(?:[ ][\d,]{1,60})?)"""
_BEGINS = r"(?:(?<=[.!?:][ ])|(?<=\n))"  # a sentence
_NOT_SAID = r"(?<!n't[ ])(?<!not[ ])(?<!if[ ])(?<!whether[ ])(?<!case[ ])"
_GIVE_UP = ("disregard", "ignore", "discard", "retract", "withdraw", "abandon", "strike")
_FAULT = re.compile(
    rf"""\b{_NOT_SAID}
    (?: (?:i|we)(?:[ ]have|'ve|[ ]must[ ]have|[ ]see[ ]i)?[ ]made[ ](?:a|an|some)[ ](?:\w+[ ])?(?:mistake|error)
      | there(?:'s|[ ]is|[ ]was|[ ]must[ ]be)[ ](?:a|an|some)[ ](?:\w+[ ])?(?:mistake|error)
      | (?:found|spotted|noticed|see)[ ](?:a|an|my|the)[ ](?:\w+[ ])?(?:mistake|error)
      | {_SUBJECT}(?:'s|[ ]is|[ ]was)[ ](?:a|an)[ ](?:mistake|error)
      | (?:{"|".join(_GIVE_UP)})[ ]
        (?:that|this|it|\d[\d,]{{2,60}}
          |(?:the|my|that|this)[ ](?:above|previous|last|earlier|answer|result|number|value|product))\b
      | so[ ]much[ ]for[ ]\d[\d,]{{2,60}} | my[ ](?:mistake|error) | oops | scratch[ ]that
      | cross[ ](?:that|it|this)[ ]out
      | i(?:'ve|[ ]have|[ ]must[ ]have)?[ ]miscalculated )""",
    re.VERBOSE | re.ASCII,
)
_WRONG = re.compile(
    rf"""\b{_NOT_SAID}
    (?: {_SUBJECT}
        (?: (?:'s|[ ]is|[ ]was|[ ]seems|[ ]looks)[ ](?:\w+ly[ ]|still[ ])?
            (?:wrong|incorrect|invalid|not[ ](?:right|correct))\b
          | [ ](?:(?:is|was|does)n't|can(?:'t|not|[ ]not)[ ]be)[ ](?:(?:look|seem|sound)[ ])?(?:right|correct)\b )
      | (?:i|we)[ ](?:was|were|am)[ ]wrong | {_BEGINS}(?:wrong|incorrect|not[ ](?:right|correct))(?=[.!,:\n]|\Z) )""",
    re.VERBOSE | re.ASCII,
)
_REDO = re.compile(
    rf"""\b(?:
        (?:let(?:'?s|[ ]me|[ ]us)|i(?:'m|[ ]am)[ ]going[ ]to
          |(?:i|we)(?:'ll|'d[ ]better|[ ](?:will|should|must|need[ ]to|have[ ]to)))[ ](?:\w+[ ])?
        (?:re-?(?:compute|calculate|do)|rework|restart|start[ ](?:over|again|from[ ]scratch|fresh|afresh|anew)
          |try[ ](?:\w+[ ])?again
          |try[ ](?:another|a[ ]different)|(?:correct|fix)[ ](?:that|this|it|the|my|these|those|an)
          |do[ ](?:it|this|that)[ ]again)\b
        (?![ ](?:\w+[ ]){{0,4}}to[ ](?:be[ ]sure|make[ ]sure|verify|check|confirm|double))
        (?![ ](?:that[ ]|this[ ])?(?:last[ ])?(?:one|step|part|row|piece|line)\b)
      | (?:try|trying|starting)[ ](?:this[ ]|that[ ]|it[ ])?(?:again|over)\b
      | (?:{_BEGINS}|(?<!by[ ])(?=re-?\w+ing))re-?(?:comput(?:e|ing)|calculat(?:e|ing)|do(?:ing)?)\b
      | (?:corrected|revised)[ ](?:solution|calculation|computation|working|version)(?=[ *]{{0,3}}[:\n])
      | {_BEGINS}start(?:ing)?[ ](?:over|again|from[ ]scratch)\b | (?:on|{_BEGINS})[ ]?second[ ]thoughts? )""",
    re.VERBOSE | re.ASCII,
)
_BETTER = re.compile(
    r"\b(?:correction ?[:,?-]"
    r"|(?:(?:correct(?:ed)?|right|actual) (?:answer|result|product|value)|real answer)(?: is| should be|:))"
)
_THOUGHT = re.compile(
    r"</(?:seed:)?(?:think(?:ing)?|thoughts?|reason(?:ing)?|analysis|scratch_?pad)>|<\|end_of_thought\|>|<\|channel\|>final"
)
_AT_ONCE = re.compile(  # "Actually, it's 1596.": a new value, and nothing else in the sentence
    r"""\b(?:wait|actually|sorry|oops|hmm|no,)(?=[^\d\n]{0,60}\d)[\s,.!:?-]{0,9}
    (?:\b(?:no|wait|actually|sorry|so|it|this|that|the|correct|right|answer|product|result)\b[\s,]{0,3}){0,6}
    (?:is\b|'s\b|should[ ]be\b|must[ ]be\b|equals\b|=)?
    (?=[\s:*$]{0,9}\d[\d,]{0,99}[*$]{0,4}(?:[.!]?\s{0,9}\Z|[.!]?\n|[.!]\s))""",
    re.VERBOSE | re.ASCII,
)


class _Sign(NamedTuple):
    """Letters without which there is no phrase of these kinds; `skeleton`: what is left of them in one."""

    written: str
    skeleton: str
    kinds: tuple[re.Pattern[str], ...]


_LOWER = bytes(range(256)).lower()
_KEPT = "erotnswmgck<"  # enough of the alphabet to tell the frequent signs apart; the fewer, the faster
_DROPPED = bytes(code for code in range(256) if chr(code).lower() not in _KEPT)


def _skeleton(text: str) -> str:
    """The text in lower case without all but a few of its letters."""
    return text.encode("latin-1", "ignore").translate(_LOWER, _DROPPED).decode("ascii")


def _signs(words: str, *kinds: re.Pattern[str]) -> list[_Sign]:
    written = [word.replace("_", " ") for word in words.split()]
    return [_Sign(word, _skeleton(word), kinds) for word in written]


_OFTEN = (
    *_signs("mistake error", _FAULT),
    *_signs("wrong", _WRONG),
    *_signs("correct", _WRONG, _REDO, _BETTER),
    *_signs("recomput re-comput recalculat re-calculat", _REDO),
    *_signs("answer", _BETTER),
)
# These are looked for near the end only. An attempt that is longer mostly says in the end what the answer is, and then
# it does not matter how it began (_contradicted).
_SELDOM = (
    *_signs("right", _WRONG, _BETTER),
    *_signs("actual", _BETTER, _AT_ONCE),
    *_signs("again redo re-do rework start try fix revised second_thought", _REDO),
    *_signs("scratch", _FAULT, _REDO),
    *_signs(" ".join(_GIVE_UP) + " so_much", _FAULT),
    *_signs("invalid", _WRONG),
    *_signs("oops", _FAULT, _AT_ONCE),
    *_signs("cross", _FAULT),
    *_signs("miscalculated", _FAULT),
    *_signs("wait sorry hmm no,", _AT_ONCE),
)
_TAG = tuple(_signs("</think </seed: </thought </reason </analysis </scratch <|end <|channel|>final", _THOUGHT))
_SIGNS = _OFTEN + _SELDOM + _TAG
_KINDS = {sign.written: sign.kinds for sign in _SIGNS}
_ANY_SIGN = re.compile("|".join(map(re.escape, _KINDS)))
_SKELETONS = tuple(dict.fromkeys(sign.skeleton for sign in _OFTEN))
_WRITTEN_SELDOM = tuple(dict.fromkeys(sign.written for sign in _SELDOM))

_ENDING = 120  # characters
_STANDS = ("stands", "no change", "hing ", "no need", "no reason", "keep", "same", "leave", "stick")
_LET_STAND = re.compile(
    r"""\b(?:(?:answer|result|product|total|it|that|this)[ ](?:still[ ])?stands | nothing[ ](?:has[ ])?(?:chang|new)\w*
    |no[ ]change | no[ ](?:need|reason)[ ]to | keep(?:ing)?[ ](?:the|my|this|that)[ ](?:answer|result)
    |(?:comes?|came)[ ]out[ ]the[ ]same | same[ ]steps | leave[ ](?:it|that)[ ](?:there|at|as)
    |stick(?:ing)?[ ]with)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BEGUN_AGAIN = re.compile(
    r"""\b(?:let(?:'?s|[ ]me|[ ]us)|i(?:'ll|'m[ ]going[ ]to|[ ](?:will|should|could|want[ ]to)))[ ][^.!?:\n]{0,40}?
    \b(?:re-?(?:do|compute|calculate)\w*|again|over|once[ ]more|from[ ]scratch)\b""",
    re.VERBOSE,
)
_FRAGMENT = 600  # characters
_NEAR_END = 160  # characters


def _broken_off(text: str) -> int:
    """Where an attempt begins that is broken off with words that let the answer before it stand; -1 if there is none.

    "Let me redo this: 38 * 40 = 1520... these are the same steps, so the result stands." An attempt that has added up
    parts counts as one, whatever is said after it.
    """
    end = _last_digit(text, 0, len(text)) + 1
    if end == 0 or not _LET_STAND.search(text, end, end + _WORDY):
        return -1
    near = max(0, end - _FRAGMENT)
    begin = max((near + again.start() for again in _BEGUN_AGAIN.finditer(_ascii(text[near:end]).lower())), default=-1)
    broken = text.startswith(("...", "…"), end) or text.find("+", begin, end) < 0
    return begin if broken else -1


_MORE_SAID = 12  # words; as many as that say something, whichever they are
_OR = re.compile(r"\bor\b[^.!?\n]*\Z", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:if|unless|would|could|might)\b[^.!?\n]*\Z", re.IGNORECASE)


def _last_attempt(text: str, start: int, reading: str | None) -> str | None:
    """The reading of the last attempt, where `reading` stands before `start` and what follows may revise it."""
    end = len(text)
    tail = text[start:]
    signs = _SIGNS if end - start <= _SHORT else _signs_in(tail)
    if not signs and text.rfind("#", start) < 0:
        return _conclusion(text, start, end, reading, far=False)
    plain = _ascii(tail).lower()
    last_digit: int | None = None
    for at, kinds in _sightings(plain, signs):
        revision = _phrase_at(plain, at, kinds)
        if revision is None or (revision.re in _FAULTS and _blames_check(plain, revision)):
            continue
        begin = start + revision.start()
        if last_digit is None:
            last_digit = _last_digit(text, start, end)
        about = _fault_about(plain, revision) if revision.re in _FAULTS else None
        if about and last_digit < start + max(about[1], revision.end()):  # and nothing follows
            if _integer(_plain(text[start + about[0] : start + about[1]]), None) == reading:
                later = _contradicted(text, start, begin, reading)
                return later if later != reading else None
            end, last_digit = min(begin, start + about[0]), None
            continue
        if revision.re is _THOUGHT and reading and _thinks_nothing(text, start, begin):
            continue
        if begin <= last_digit:  # the last one that has a digit after it
            # The words of a revision may commit ("the correct answer is 1596"), the tag that ends a thought may not.
            start = start + revision.end() if revision.re is _THOUGHT else begin
            again = revision.re is _REDO and end - last_digit > 3
            earlier = reading
            reading, start = _commitment(text, start, end)
            if again and _confirms_step(text, begin, end, last_digit, earlier, reading):
                said = plain[: revision.start()]
                return earlier if not (_FAULT.search(said) or _WRONG.search(said)) else reading
            break
        if revision.re is _FAULT or revision.re is _WRONG:
            return None
        end = begin
    return _contradicted(text, start, end, reading)


def _thinks_nothing(text: str, start: int, end: int) -> bool:
    """Whether a thought after an answer, which ends at `end`, holds no digit: what follows it is no new attempt."""
    return _last_digit(text, max(start, text.rfind("<think>", start, end)), end) < 0 <= text.find("<think>", start, end)


_FAULTS = (_FAULT, _WRONG)
_ABOUT = re.compile(  # what stands between words that give up and their object
    r"[ \\($*]{0,6}(?:(?:answer|result|value|number|product|total)[ ](?:of[ ])?)?[ \\($*]{0,6}(?=[0-9])"
)


def _fault_about(plain: str, revision: re.Match[str]) -> tuple[int, int] | None:
    """Where the number stands that words of a fault are about, if they name one: "the answer of 1595 was wrong",
    "disregard the earlier 1595", "I had 1595, which was wrong"."""
    start, end = revision.span()
    named = _ANY_NUMBER.search(plain, start, end)
    if named is None and revision[0].startswith(_GIVE_UP):
        lead = _ABOUT.match(plain, end)
        named = _ANY_NUMBER.match(plain, lead.end()) if lead else None
    elif named is None and revision[0].startswith(("which", "that", "it", "this")):
        sentence = max(plain.rfind(mark, 0, start) for mark in _BREAKS) + 1
        numbers = list(_ANY_NUMBER.finditer(plain, sentence, start))
        named = numbers[0] if len(numbers) == 1 else None
    return named.span() if named else None


_CHECK = r"(?:check|verification|recount|counting|recomputation|re-?check|estimate|test|digit[ ]sum)"
_BLAMES_CHECK = re.compile(
    rf"""\b{_CHECK}(?:[ ](?:itself|that))?[ ](?:was|is|contained|had)[ ](?:(?:the|an?|in)[ ])?
    (?:wrong|incorrect|error|mistake|slip)
    | \b(?:error|mistake|slip)[ ](?:was|is|lies|lay)[ ](?:only[ ])?(?:in|with)[ ](?:the|my)[ ]{_CHECK}
    | \b(?:error|mistake|wrong),?[ ](?:and[ ])?not[ ](?:in[ ])?(?:the|my)[ ](?:\w+[ ])?
      (?:answer|result|product|calculation|computation|draft|solution|total)""",
    re.VERBOSE,
)


def _blames_check(plain: str, revision: re.Match[str]) -> bool:
    """Whether words of a fault find it in a check: "The check was wrong, not the answer." """
    return _BLAMES_CHECK.search(plain, max(0, revision.start() - _WINDOW), revision.end() + _WINDOW) is not None


_COMES_OUT_AGAIN = re.compile(
    r"""\b(?:agrees?|same|as[ ](?:above|before)|matche?s?|unchanged|stands?|no[ ]change|holds|fine
    |what[ ]i[ ](?:had|have)|(?:was|is|that's|it's)[ ](?:right|correct|fine|ok(?:ay)?))\b|[✓✔✅]""",
    re.IGNORECASE | re.VERBOSE,
)


def _confirms_step(text: str, begin: int, end: int, last_digit: int, earlier: str | None, new: str | None) -> bool:
    """Whether what is done again from `begin` on is a step that comes out as before: "Let me redo 8 * 2: 16. Fine." """
    if not (earlier and new) or len(new) > len(earlier) or new == earlier:
        return False
    if not _COMES_OUT_AGAIN.search(text, last_digit + 1, min(end, last_digit + _WORDY)):
        return False
    before = _plain(text[max(0, begin - _LONGEST) : begin])
    stood = {_integer(number[0], None) for number in _ANY_NUMBER.finditer(before)}
    if new not in stood:
        return False
    redone = _PRODUCT.search(_ascii(text[begin : begin + _WINDOW]).lower())
    if redone and not _is_whole(redone[0], _problem(text)[1]):
        return True
    said = [_integer(number[0], None) for number in _ANY_NUMBER.finditer(_plain(text[begin:end]))]
    return len(new) < len(earlier) and all(len(value) < len(earlier) or value in stood for value in said)


def _signs_in(tail: str) -> tuple[_Sign, ...]:
    """The signs that a long text holds; those that are seldom needed, near its end only."""
    found: tuple[_Sign, ...] = ()
    skeleton = _skeleton(tail)
    if max(map(skeleton.rfind, _SKELETONS)) >= 0:
        found = tuple(sign for sign in _OFTEN if skeleton.rfind(sign.skeleton) >= 0)
    near = tail[-_NEAR:].lower()
    if _holds(near, _WRITTEN_SELDOM):
        found += tuple(sign for sign in _SELDOM if near.rfind(sign.written) >= 0)
    return found + _TAG if skeleton.rfind("<") >= 0 else found


def _sightings(plain: str, signs: tuple[_Sign, ...]) -> Iterator[tuple[int, tuple[re.Pattern[str], ...]]]:
    """Where the signs stand, from the last, and the kinds of phrases that they are signs of."""
    if signs is _SIGNS:
        for sign in reversed(list(_ANY_SIGN.finditer(plain))):
            yield sign.start(), _KINDS[sign[0]]
        return
    for at, which in islice(_backwards(plain, [sign.written for sign in signs]), _SIGHTINGS):
        yield at, signs[which].kinds


def _backwards(plain: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where any of the words stands in a text, from the last, and which of them it is."""
    places = list(map(plain.rfind, words))
    while (at := max(places, default=-1)) >= 0:
        which = places.index(at)
        yield at, which
        places[which] = plain.rfind(words[which], 0, at)


def _ascii(text: str) -> str:
    """The text in ASCII, position for position: any digit as 0, what has no counterpart as a question mark."""
    if "\\" in text:
        text = text.replace("\\,", "''")  # a LaTeX space
    if "{,}" in text:
        text = text.replace("{,}", "'''")
    if text.isascii():
        return text
    text = text.replace("’", "'")
    if _DIGIT.search(text.encode("utf-8", "ignore").translate(None, _ASCII).decode("utf-8", "ignore")):
        text = _OTHER_DIGIT.sub("0", text)
    return text.encode("ascii", "replace").decode()


_ASCII = bytes(range(128))


def _phrase_at(plain: str, at: int, kinds: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    """The phrase of one of these kinds that holds the sign at a position."""
    start = max(0, at - _WINDOW)
    start = max(start, plain.rfind("\n", start, at), plain.rfind(". ", start, at))  # none goes over these
    for kind in kinds:
        if kind is _AT_ONCE:  # its sign is its first word, and it looks far ahead
            return kind.match(plain, at)
        phrase = kind.search(plain, start, at + _WINDOW)
        while phrase and phrase.end() <= at:
            phrase = kind.search(plain, phrase.end(), at + _WINDOW)
        if phrase and phrase.start() <= at:
            return phrase
    return None


def _contradicted(text: str, start: int, end: int, reading: str | None) -> str | None:
    """What is stated or concluded after `start`, though in a weaker way, if it takes `reading` back."""
    later = _stated(text, start, end)
    if later and later[0] and later[0] != reading and _takes_back(text, start, later[1]):
        reading, start = later
    return _conclusion(text, start, end, reading, far=True)


def _conclusion(text: str, start: int, end: int, reading: str | None, *, far: bool) -> str | None:
    """What is concluded after `start`, if it takes `reading` back; `far`: any sentence may, and not just any line."""
    if _DIGIT.search(text, start, end) is None:
        return reading
    later = _concluded(text, start, end, reading, max(start, 0 if far else end - _NEAR_END))
    if later and later[0] != reading and _takes_back(text, start, later[1]):
        reading = later[0]
    return _last_word(text, start, end, reading, far=far) if reading else reading


def _takes_back(text: str, start: int, at: int) -> bool:
    """Whether the statement at a position stands for itself: more than "so" or "thus" is said before it."""
    between = [word[0].lower() for word in islice(_WORD.finditer(text, start, at), _MORE_SAID)]
    if len(between) < _MORE_SAID and _FILLERS.issuperset(between) and text.find("=", start, at) < 0:
        return False
    before = text[max(start, at - 99) : at]
    if _OR.search(before) or _SUPPOSED.search(before):
        return False
    # Or all that follows is inside a box or tag that is never closed.
    return not (text.endswith("{", 0, start) or _OPEN_TAG.search(text, max(0, start - 16), start))


def _concluded(text: str, start: int, end: int, reading: str | None, near: int) -> _Commitment | None:
    """The last line after `start`, or sentence after `near`, that concludes with an integer: "So 38 * 42 = 1596."

    An integer of quite another length than `reading` is an intermediate result and no other answer.
    """
    for begin in _openings(text, start, end, near, len(reading or "")):
        plain = _ascii(text[begin : min(end, begin + 2 * _WORDY)]).lower()
        sentence = _CONCLUDES.match(plain)
        if sentence is None:
            continue
        rest = plain[sentence.end() :].partition("\n")[0]
        alone = sentence["alone"] and not sentence["led"]  # the problem itself, and nothing else on the line
        if alone and not _ENDS_LINE.fullmatch(rest):
            continue
        if sentence["short"] and text[max(0, begin - 9) : begin].rstrip().endswith("?"):
            continue  # "A: 76" answers a question of the response's own
        after = begin + sentence.end()
        value = _value(text, after, end, last=False)
        if not value or (
            abs(len(value) - len(reading or value)) > (2 if alone else 1)
            and not (sentence["alone"] and _names_problem(text, start, sentence["alone"]))
        ):
            continue
        if alone and not _is_of_problem(text, start, begin, sentence["alone"], rest):
            continue
        if (
            sentence["alone"]
            and sentence["led"]
            and _names_another(text, begin, sentence["alone"])
            and value not in map(_whole, _sums_before(text, start, begin))
        ):
            continue
        line_start = max(text.rfind("\n", start, begin), begin - _WORDY, start)
        said = text[line_start:after] if alone else sentence[0]
        if not (_tests(said) or _tested(rest) or _SUPPOSED.search(sentence[0])):
            return value, after
    return None


def _names_problem(text: str, start: int, product: str) -> bool:
    """Whether a product is the one that the text names first, before its answer."""
    first = _first_product(text, start)
    return first is not None and _figures(first[0]) == _figures(product)


def _sums_before(text: str, start: int, begin: int) -> list[str]:
    """The totals, as they are written, of what was added up shortly before `begin`."""
    return _SUM.findall(_ascii(text[max(start, begin - 2 * _WORDY) : begin]))


def _is_of_problem(text: str, start: int, begin: int, product: str, rest: str) -> bool:
    """Whether an equation's product is that of the problem, or its value the sum of what was added up before it."""
    if rest.strip(_NUMERIC_END) in _sums_before(text, start, begin):  # 1520 + 76 = 1596
        return True
    first = _first_product(text, begin)
    if first and _figures(first[0]) != _figures(product):
        return False
    # One that was not said before the answer is a step, if more is added up after it.
    return (first is not None and first.end() <= start) or text.find("+", begin) < 0


def _names_another(text: str, begin: int, product: str) -> bool:
    """Whether a product is that of a step, with one of the problem's factors: "Then 47 × 4 = 188"."""
    opening, problem = _problem(text)
    factors = _figures(product)
    return opening < begin and factors != problem and not set(factors).isdisjoint(problem)


def _first_product(text: str, end: int) -> re.Match[str] | None:
    """The product that a text names first, near its beginning and before `end`."""
    return _PRODUCT.search(_ascii(text[: min(end, 600)]).lower())


def _openings(text: str, start: int, end: int, near: int, length: int) -> list[int]:
    """Where sentences that may conclude begin, from the last.

    Lines that begin like one, after `near` any sentence; the last equations with a result of about that length.
    """
    begins: list[int] = []
    if _OPENS.search(text, start, near):
        begins += [opening.start() + 1 for opening in list(_OPENS.finditer(text, start, near))[-_CONCLUSIONS:]]
    begins += [opening.start() + 1 for opening in list(_SENTENCE.finditer(text, near, end))[-_CONCLUSIONS:]]
    at = end
    for _ in range(3):
        at = text.rfind("=", start, at)
        if at < 0:
            break
        result = _RESULT.match(text, at + 1, end)
        if result and len(result[1].rstrip()) >= length - 1:
            line = text.rfind("\n", start, at) + 1 or start
            if text.find("=", line, at) < 0:
                begins.append(line)
    return sorted(begins, reverse=True)[:_CONCLUSIONS]


_SUM = re.compile(r"(?:\+|(?<!\n)-) ?[0-9][^\n=+]{0,40}= ?([0-9][0-9,_' ?]{0,60}[0-9]|[0-9])")
_RESULT = re.compile(r"[ *$]{0,9}([0-9][0-9,_' {}\\’\u00a0\u2009\u202f]{0,99})[*$._ ]{0,9}(?:ok\b|[✓✔]|\n|\Z)")
_ENDS_LINE = re.compile(r"[\s*$]{0,9}[0-9][0-9,_' ?{}\\]{0,99}[*$._ ]{0,9}(?:ok|right)?[.!?\s]{0,9}")


def _figures(product: str) -> list[str]:
    return _FIGURES.findall(re.sub(r"(?<=\d)(?:[,_ ?]|'{1,3})(?=\d{3}(?!\d))", "", product))


_FIGURES = re.compile(r"\d+")
_FACTOR = r"\d[\d,_'? ]{0,40}"
_SHOWN_ALONE = r"[*$]{0,4}[0-9][0-9,_' ?{}\\]{0,99}[*$.]{0,4}[ \t]{0,9}(?:\n|\Z)"
_PRODUCT = re.compile(rf"{_FACTOR}(?:\\?\*|x|\?|\\times|\\cdot|times|multiplied[ ]by)[ $]{{0,3}}{_FACTOR}")
# How a sentence begins that may conclude ("So", "The result", "In short", "**1596"). Sets of characters alone are far
# quicker than alternatives: they pass over most lines in a few nanoseconds.
_CONCLUDING = r"""(?![0-9])(?=[^\w\n]{0,9}[THSWIAFCNRMOKYthswiafcnrmoky=*][heoinlrysuaNS:.*>][euian ,ltrwpsvydS:.(=\d])
    [^\w\n]{0,9}(?:[Tt]h(?:erefore|us|(?:at|is)[ ]m|e[ ][ptracnwf])|[Hh]ence|[Ss]o[ ,:]|[Ww]hich[ ][mt]|[Ii]n[ ][sc]
    |[Aa]ltog|[Ww]e[ ][ehwag]|[Ff]inal|[Cc]on?[rs]|[Tt]o(?:tal|[ ]sum)|[Nn]ew[ ]|[Rr]e(?:sult|vised)
    |[Aa](?:[.:]|(?:ns|NS)[ ]?[.:=(])|[MmYyOo]\w{1,3}[ ]|[Kk]ey|(?<=>)[ ]|(?<=\*\*)[0-9])"""
_SENTENCE = re.compile(rf"[.!?:\n][ ]?{_CONCLUDING}", re.VERBOSE)
_OPENS = re.compile(rf"\n{_CONCLUDING}", re.VERBOSE)
_CONCLUDES = re.compile(
    rf"""[\s*_>\#?$`-]{{0,9}}
    (?P<led>(?:(?:therefore|thus|hence|so|consequently|finally|(?:that|this|which)[ ](?:means|tells[ ]us)(?:[ ]that)?
      |in[ ](?:short|summary|conclusion)
      |to[ ]sum[ ]up|altogether|key[ ]takeaway|remember|to[ ]recap|we[ ]have[ ]found[ ]that|and
      |then)[\s,:*$`]{{0,4}}){{0,3}})
    (?: (?P<alone>{_PRODUCT.pattern})[\s*$]{{0,4}}(?:==?|is\b|equals\b|makes\b|gives\b)
      | so[ ]what[ ]is[ ]{_PRODUCT.pattern}\?[ ]it[ ]is\b
      | (?:(?:the|our|my|your)[ ])?(?:(?:final|correct|corrected|total|whole|new)[ ])?
        (?:product|result|total|a\w{{1,3}}wer|area[ ][\w ]{{0,24}}?)(?:[ ]of[^.\n=:]{{0,60}})?[*_ ]{{0,3}}(?:\bis\b|:)
      | (?:(?:so|therefore,?|thus,?)[ ])?(?:we|i)[ ](?:end[ ]up[ ]with|write[ ]down|arrive[ ]at|go[ ]with)
      | =>
      | (?<=\*\*)(?={_SHOWN_ALONE})                                         # **1596**
      | (?P<short>(?:(?:new|my|final|corrected|revised)[ ])?(?:a|ans)|final)(?:[ ]?\([^()\n]{{1,20}}\))?[ ]?[:.=]
        (?=[ ]{_SHOWN_ALONE})
      | (?:so[ ])?(?:which|that|this)[ ]makes
        (?=[ *$]{{0,3}}[0-9][^\n.:;=]{{0,99}}[ ](?:the|our|my)[ ](?:\w+[ ])?a\w{{1,3}}wer)
      | it[ ]is(?=[ ]\*\*[0-9]) )""",
    re.VERBOSE,
)


_CLOSING = 400  # characters before the last digit
_LATE = re.compile(r"[0-9][0-9,_']*(?:[ ][0-9]{3}(?![0-9])){0,9}(?:\.[0-9]+)?")
_ITEM = re.compile(r"\n[0-9]{1,2}[.)] [a-z*]")  # of a list
_SENTENCE_BREAK = re.compile(r"[.!?;](?:\s|\Z)|\n")
_OPERAND = re.compile(  # what stands right before a number that is no result
    r"""(?: [-+/×·÷%≈~<>^] | (?<=[0-9)])[ ]?[*]
        | \b(?:x|times|plus|minus|not|than|(?<!replaced[ ])by|(?<!total[ ])(?<!sum[ ])(?<!product[ ])of|for|or|from
          |about|around|nearly|almost|roughly|over|under) )\W{0,4}\Z""",
    re.VERBOSE,
)
_BREAKS = ("\n", ". ", "! ", "? ", "; ")
# Of a sentence that holds the answer itself: it is not said again by it.
_DENIED = (
    "not ", "cannot", "wrong", "incorrect", "mistake", "error", "instead", "rather", "off", "versus", " vs", "differ",
    "replac", "supersed", "n't", "reject", "discard", "disregard", "withdraw", "dropped", "drop ", "abandon",
)  # fmt: skip
_PAST = ("earlier", "previous", "before", "first", "above", " had ", " was ", " old ")
_AGREES = ("match", "agree", "same", "confirm", "correct", "right", "fits", "fine", " ok", "=")
# Of a sentence whose number is an estimate, a step or an example.
_ASIDES = (
    "approx", "about", "round", "rough", "estimat", "close", "near", "sanity", "reasonabl", "plausib", "magnitude",
    "size", " range", "ballpark", "digit", " mod", "remainder", "nines", "ends in", "end in", "divid", "if ",
    "unless", "would", "could", "might", "compar", "doubling", "twice", "half", "halving", "row for", "row of",
    "partial", "first product", "second product", "next", "other ", "common", "typical", "ones place", "tens place",
    "ones row", "tens row", "hundreds row", "multiplying by", "ultiple of", "≈", "~", "÷", "/",
)  # fmt: skip
_LEAD_IN = r"(?:so|thus|hence|therefore|consequently|then|finally|altogether|overall|in[ ](?:total|all|the[ ]end))"
_COMES_TO = r"""(?:.{0,80}?(?:\b|(?='s)|(?=[=:|]))
    (?:[=:|]|gives?|gave|giving|makes?|made|making|yields?|yielding|equals?|is|was|'s|totals?|totalling|get|got|obtain|have
      |find|found|comes?|came|adds?|added|sums?|works|amounts?|turns|should|must|becomes|leads|stands|results?|brings|lands?
      |ends?|arrives?|reach(?:es)?|leaves?|leaving|replaced[ ](?:by|with)|shows|produces|returns|confirms|puts|say|go
      |settle|propose|suggest|conclude|answer|report|submit)
    (?:[\s,:*|]+(?:us|me|you|it|that|this|a|the|an|of|at|on|as|in|with|total|sum|product|result|answer|value|new
      |correct\w*|right|final|instead|now|actually|really|only|just|simply|indeed|to|be|been|have|up|out|being))*)"""
_SETTLES = re.compile(  # what stands before a number on which a sentence settles; `so`: it is a conclusion
    rf"""(?: \A\W*(?P<so>(?:(?:ok|okay|and|now)[\s,]+)?{_LEAD_IN}\b) (?:{_COMES_TO}|\W{{0,9}})
      | (?:\A|[,:;(–—]|\s-|\b(?:so|and|but|then|now|because|since|means|that)\b)\W*
        (?: (?:it|that|this|which|we|i|you|they|both|everything|together|altogether)\b
          | (?:(?:the|my|our|its|a|your|their)[ ])?(?:\w+[ ]){{0,2}}
            (?:product|result|total|answer|sum|value|response|proposal|(?:multiplic|calcul|comput)ation|addition|way
              |method|approach)\b
          | (?:re-?)?(?:add|summ|combin|do|comput|calculat|work|correct|fix|carry|putt|start|repeat|multiply)ing\b
          | (?:add|sum|with)\b | (?=giving|making|totalling|yielding|leaving) ) {_COMES_TO} )
    [\s*$`:(="'|]*\Z""",
    re.VERBOSE | re.DOTALL,
)
# Parts of words that cast a doubt on an answer; of words that check or explain it.
_DOUBTING = (
    "wrong", "incorrect", "mis", "error", "slip", "forg", "drop", "overlook", "lost", "differs", "disagree", "match",
    "should", "instead", "actually", "wait", "hmm", "oops", "sorry", "redo", "re-", "recomp", "recalc", "fix",
    "again ", "again,", "again:", "again.", "corrected", "correcti", "revis", "scratch", "trust", "off", "confus",
    "replac", "botch", "mess", "bad", "n't", "not ", "too ", "sinks",
)  # fmt: skip
_REOPENING = (
    "check", "verif", "confirm", "once more", "one more", "let me", "let's", "let us", "look", "second", "differ",
    "way", "alternativ", "rebuil", "safe", "step", "because", "reason", "expla", "solution", "here", "how", "hold on",
    "validat",
)  # fmt: skip
_STANDS_BY = re.compile(
    r"\b(?:original|first|earlier|previous|above)\b[^.\n]{0,40}\b(?:right|correct|holds?|fine|stays?)\b"
)


_CALLED_WRONG = re.compile(  # what stands right after a number
    r"""[*$`\ ]{0,4}(?:\w+\ ){0,3}?
    (?: (?:was|is|must\ be|must\ have\ been)\ (?:\w+\ )?(?:wrong|incorrect|mistaken?|error|slip|off)
      | (?:cannot\ be|can't\ be|is\ not|isn't|was\ not|wasn't)\ (?:right|correct) )\b""",
    re.VERBOSE,
)
_TAKEN_BACK = re.compile(  # what stands right before an answer and gives it up
    r"""\b(?:not|replac(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|instead[ ]of|rather[ ]than|in[ ]place[ ]of
    |disagrees[ ]with|differs[ ]from)\W+(?:(?:the|my|our|earlier|previous|old|first|value|result|answer)\W+){0,4}\Z""",
    re.VERBOSE,
)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110  # quicker than `any`
        if word in text:
            return True
    return False


class _Late(NamedTuple):
    """A number near the end of a text, after its answer."""

    number: re.Match[str]  # in the closing words
    written: str  # "1,586"
    value: str  # "1586"; `_SPOILT` where the writing is no conventional one
    before: str  # in its sentence; a line that ends with a colon goes on
    after: str

    def is_aside(self) -> bool:
        """Whether its sentence tells of an estimate, a step or an example."""
        said = (self.before + self.after).replace("if you", "")
        return _holds(said, _ASIDES) or _of_last_digit(self.number.string, self.number.start())

    def is_operand(self) -> bool:
        """Whether it is part of an expression, or no more than asked."""
        spoilt = _OPERAND.search(self.before) or _SPOILS_AFTER.match(self.after)
        return spoilt is not None or self.after.startswith("?")

    def is_overruled(self) -> bool:
        """Whether words after it let the answer before it stand."""
        closing, end = self.number.string, self.number.end()
        return (_LET_STAND.search(closing, end) or _STANDS_BY.search(closing, end)) is not None


def _late(number: re.Match[str]) -> _Late:
    closing, start, end = number.string, *number.span()
    before = closing[max(0, start - _WORDY) : start]
    shown = before.rstrip(" \n*$`|(")
    before = shown if shown.endswith((":", "=")) else before
    after = closing[end : end + _WORDY]
    stop = _SENTENCE_BREAK.search(after)
    written = number[0].rstrip(",_'")
    sentence = max(map(before.rfind, _BREAKS)) + 1
    if before.startswith("their product", sentence + 1):  # of what is named in the sentence before
        sentence = max(before.rfind(mark, 0, max(0, sentence - 1)) for mark in _BREAKS) + 1
    return _Late(
        number,
        written,
        _integer(written, None),
        before[sentence:],
        after[: stop.start()] if stop else after,
    )


def _stood_before(late: _Late, text: str, start: int) -> bool:
    """Whether the number was written before the answer at `start`."""
    earlier = _plain(text[max(0, start - _LONGEST) : start])
    return late.written in earlier or late.value in earlier


def _answers_step(late: _Late, text: str, start: int) -> bool:
    """Whether a number answers a question about a step: "38 × 40, was that right? Yes, it is 1520." """
    closing = late.number.string
    asked = closing[: max(0, late.number.start() - len(late.before))].rstrip()
    if not asked.endswith("?"):
        return False
    product = _PRODUCT.search(_ascii(asked[max(map(asked.rfind, _BREAKS)) + 1 :]))
    return product is not None and not _of_problem(product[0], text[: min(start, 600)], new=False, doubted=True)


def _of_problem(product: str, before: str, *, new: bool, doubted: bool) -> bool:
    """Whether a product is that of the problem, and no step; `new`: its value has not been seen before.

    The first product in what stands before the answer is that of the problem, unless a factor is a digit or a round
    number, as in steps.
    """
    factors = _figures(product)
    first = _PRODUCT.search(_ascii(_plain(before)).lower())
    known = _figures(first[0]) if first else []
    if known and not any(map(_ROUND.fullmatch, known)):
        return factors == known
    return new and (factors == known or (doubted and not any(map(_ROUND.fullmatch, factors))))


_ROUND = re.compile(r"[0-9]|[0-9]+0")


def _last_word(text: str, start: int, end: int, reading: str, *, far: bool) -> str | None:
    """What becomes of `reading` where the text after it doubts or checks it and ends with another number.

    A sentence that settles on the number ("So, 1586.", "adding the rows gives 1586") makes it the answer, and so does
    an equation after a doubt. Any other new number after a doubt leaves no answer.
    """
    end = _last_digit(text, start, end) + 1
    begin = max(start, end - _CLOSING)
    near = 0 if far else max(0, end - begin - _NEAR_END)
    known = reading.lstrip("-")
    if not far and (text.endswith(f"= {known}", begin, end) or not _LETTERS.search(text, begin, end)):
        return reading
    closing = _plain(text[begin : end + _WORDY]).lower()
    few = len(known) - 1  # digits: an integer of quite another length is an intermediate result
    every = [number for number in _LATE.finditer(closing, near) if number.start() > near]
    every = [number for number in every if not _ITEM.match(closing, number.start() - 1)]
    if every and _ends_short(text, start, every[-1], known):
        return None
    numbers = [number for number in every if len(number[0]) >= few]
    if all(number[0] == known for number in numbers):
        return reading
    doubted = _holds(closing, _DOUBTING)
    taken_back = False  # the answer, and no other took its place
    if not doubted and end - start <= _CLOSING and not _holds(closing, _REOPENING):
        return _ends_with(text, start, end, _late(numbers[-1]), reading)
    for number in reversed(numbers):
        late = _late(number)
        before, value = late.before, late.value
        if not value or abs(len(value) - len(known)) > 1 or late.is_aside() or _answers_step(late, text, start):
            continue
        if value == known:
            said = before + late.after
            if _holds(said, _DENIED) or (_holds(said, _PAST) and not _holds(said, _AGREES)):
                taken_back = taken_back or _TAKEN_BACK.search(before) is not None
                continue
            return reading
        products = list(_PRODUCT.finditer(_ascii(before), before.rfind(", ") + 1))
        product = products[-1] if products and before.find("=", products[-1].end()) == before.rfind("=") else None
        if not (doubted or product or _LETTERS.search(before)):
            continue
        equated = before.rstrip(" $*").endswith("=")
        settles = _SETTLES.search(before)
        if not (equated or product or settles or doubted) or late.is_operand() or _CALLED_WRONG.match(late.after):
            continue
        new = not _stood_before(late, text, start)
        if products and not (product or new):
            continue  # a step comes out as before
        # What is said twice after the answer is insisted on.
        insisted = new or sum(other[0].startswith(late.written) for other in numbers) > 1
        if product and not _of_problem(product[0], text[: min(start, 600)], new=insisted, doubted=doubted):
            continue
        if late.is_overruled():
            return reading
        if (product and (equated or not _DIGIT.search(before, product.end()))) or (
            settles and (settles["so"] or doubted or insisted)
        ):
            return value
        if doubted and (new or (insisted and equated)):
            return value if equated or not before.strip(" *$`|") else None
    if taken_back:
        return None
    return _ends_with(text, start, end, _late(numbers[-1]), reading)


_CONCLUSION = re.compile(
    r"(?:=>|→|\b(?:so|thus|therefore|hence)\b[^.\n]{0,60}(?:=|\bis)"
    r"|\b(?:answer|product|result)\b[^.\n\d]{0,30}(?:[:=]|\bis|\bbe)|\ba(?:ns)?[:.]"
    r"|(?:[\n.:!]|\A)\W{0,4}it(?:'s| is))[ *$]{0,6}\Z"
)


def _ends_short(text: str, start: int, number: re.Match[str], known: str) -> bool:
    """Whether the last word, after a doubt, is a conclusion with two digits less than the answer: a sum gone wrong."""
    closing, at = number.string, number.start()
    if len(number[0]) > len(known) or _CONCLUSION.search(closing, max(0, at - 90), at) is None:
        return False
    late = _late(number)
    if len(late.value) != len(known) - 2 or late.is_aside() or not _holds(closing, _DOUBTING):
        return False
    product = _PRODUCT.search(_ascii(late.before))
    return product is None or _of_problem(product[0], text[: min(start, 600)], new=True, doubted=True)


def _ends_with(text: str, start: int, end: int, late: _Late, reading: str) -> str | None:
    """What becomes of `reading` where the last number that follows it is a new one of its length, in whatever words.

    Alone or after a label ("EDIT: 1586") it is the answer; any other sentence ("Make that 1586.") leaves none.
    """
    if not late.value or len(late.value) != len(reading.lstrip("-")) or late.value == reading:
        return reading
    if late.is_aside() or late.is_operand():
        return reading
    if text.find(late.written, 0, start) < 0 and text.count(late.written, start, end) > 1:
        return None  # it came out twice since
    product = _PRODUCT.search(_ascii(late.before))
    if product and not _of_problem(product[0], text[: min(start, 600)], new=True, doubted=True):
        return reading
    others = _LATE.finditer(late.before, product.end() if product else 0)
    if not {_integer(other[0].rstrip(",_'"), None) for other in others} <= {reading, late.value}:
        return reading
    if _DIGIT.search(late.after) or not _takes_back(text, start, end - len(late.written)):
        return reading
    if _stood_before(late, text, start) or late.is_overruled():
        return reading
    lead = late.before.strip(" *$`|")
    return late.value if not lead or lead.endswith((":", "=", "→")) else None


# Commitments, the strongest kind first; None where nothing is committed in that way -----------------------------------


def _commitment(text: str, start: int, end: int) -> _Commitment:
    """The strongest commitment in text[start:end], at its last occurrence."""
    # Looking for one rare character first rules out a kind in a fraction of a microsecond.
    found = _boxed(text, start, end) if text.find("\\", start, end) >= 0 else None
    found = found or _stated(text, start, end)
    if found is None and (digit := _last_digit(text, start, end)) >= 0:
        found = _equated(text, start, end, digit)
        if text.find("\n", found[1] if found else start, digit) >= 0:
            found = _shown(text, start, end, digit, found) or found
        found = found or _last_number(text, start, end, digit)
        if end - start > _TWO_SENTENCES and _may_be_step(text, start, end, found[1]):
            found = _settled(text, start, end, found)
    return found or (None, end)


# Steps and checks, which give way to the result that is stated beside them --------------------------------------------


def _may_be_step(text: str, start: int, end: int, after: int) -> bool:
    """Whether the last equation, whose value begins at `after`, may be a step after which no result is stated.

    One that ends the text is none where it is a sum, "1520 + 76 = 1596", or of the product that is named first.
    """
    if text[after:end].strip(_SUM_ENDS):
        products = _PRODUCT.findall(_ascii(text[max(start, after - _WINDOW) : after]).lower())
        first = _first_product(text, after) if products else None
        return first is None or _figures(products[-1]) != _figures(first[0])
    line = max(text.rfind("\n", start, after) + 1, after - _WINDOW, start)
    left = text[line:after]
    if not (left.strip(_SUM_SIGNS) and _DIGIT.search(left, len(left) - _BEFORE)):
        return False
    sentence = max(line, text.rfind(". ", line, after) + 2)
    if _DIGIT.search(text, start, sentence) is None:
        return False
    return _MULTIPLIES.search(left) is not None and not _is_stated(text, start, after)


_BEFORE = 20  # characters: where no digit stands in them, a number is stated by words
_TWO_SENTENCES = 40  # characters: in less, there is no result beside a step
_SUM_ENDS = " \n*$._,0123456789"
_SUM_SIGNS = " $&+=,_-0123456789"
_MULTIPLIES = re.compile(r"[*×·÷/xX\\:]|times")
_SETTLED_WITHIN = 3_000  # characters
_ONE_WIDE = tuple(zip("×✕·⋅∙÷⇒→≈≠\u2009\u202f\u00a0’", "*****/==~~   '", strict=True))
_DELIMITERS = re.compile(r"\\[\\()\[\]]")
_ANY_NUMBER = re.compile(r"[0-9](?:[0-9]|(?:[,_' ]|'{2,3})(?=[0-9]{3}(?![0-9])))*")
_ENDS_CLAUSE = re.compile(
    r"""(?:\.0+(?![0-9]))?[*_$`"')\]} \\]{0,9}(?:[.!](?=\s|\Z|\*)|[,;|](?=\s|\Z)|\n|\Z
    |(?:in[ ](?:total|all)|altogether|it[ ]is|then|now|ok|as[ ]the|for[ ]the|under[ ]the)\b)""",
    re.VERBOSE,
)
_ONE_OF_SOME = re.compile(r"[*_$) ]{0,6}(?:(?:or|and|to|versus|vs)\b|[,;/][*_$( ]{0,6}[0-9])")
_AFTER_ANOTHER = re.compile(r"(?:[0-9][*_$) ]{0,6}[,;/]|\b(?:or|either|maybe|perhaps|possibly|probably))[*_$( ]{0,6}\Z")
_LABEL = re.compile(  # "9) ", "S13. ", "**Step 3:** ", "[Voice 2] "
    r"[\s*_>#(\[-]{0,9}(?:[a-z]{1,12} )?[a-z]?[0-9]{1,3}(?:[.):\]][*_]{0,2}|[*_ ]{0,3}[>–:-])[\s*_$]{1,4}"
)
_UNSAID = (
    "not ", "cannot", "wrong", "incorrect", "mistake", "error", "versus", " vs", "differ", "replac", "supersed", "n't",
)  # fmt: skip
_CLOSED = re.compile(r"=[ $*]{0,3}[0-9][0-9,_' ]{0,99}[$*) ]{0,3}\Z")
_SENTENCES_BEFORE = re.compile(r".*(?:[.!?;](?=[\sa-z])|\n)", re.DOTALL)
_DIVIDES = ("/", "\\div", "\\frac")
_NAMES_FACTORS = re.compile(  # "the product of 38 and 42", "Multiply 38 by 42"
    rf"""\b(?:product[ ]of|multipl(?:y|ying)|factors|numbers)[ :*$(\\]{{1,6}}({_FACTOR}?)
    [$*)\\ ]{{1,6}}(?:and|by|with)[ $*(\\]{{1,6}}({_FACTOR})""",
    re.VERBOSE,
)


def _settled(text: str, start: int, end: int, found: _Commitment) -> _Commitment:
    """What the last sentence that states a result says, where what is `found` last is a step or a check.

    "So it is 1596. 8 * 2 = 16." A result is no shorter than any number before it. Where another number of that length
    stands after it, and it is not clear what it is, `found` stays.
    """
    begin = max(start, end - _SETTLED_WITHIN)
    if found[1] < begin:
        return found
    plain = _ascii(_one_wide(text[begin:end])).lower().replace("->", " =").replace("=>", " =")
    if "\\" in plain:
        plain = _DELIMITERS.sub("  ", plain)
    numbers = list(_ANY_NUMBER.finditer(plain))
    results: list[re.Match[str]] = []
    longest = 0
    for number in numbers:
        if len(number[0]) >= longest and (digits := sum(map(str.isdigit, number[0]))) >= longest:
            longest = digits
            results.append(number)
    opening, factors = _problem(text)
    if factors and max(map(len, factors)) == 1:
        return found  # the product of two digits may be that of last digits
    unclear, confirmed = None, False
    for number in reversed(results[-_CONCLUSIONS:]):
        at = begin + number.start()
        known = factors if opening < at else []
        states = _states_result(plain, number, known)
        if states is False:
            continue
        value = _integer(_plain(text[at : begin + number.end()]), None)
        if not value or value in known:
            continue
        if value == found[0] or len(value) < len(found[0] or "") or unclear not in (None, value):
            return found
        if _ONE_OF_SOME.match(plain, number.end()) or _AFTER_ANOTHER.search(
            plain[max(0, number.start() - _BEFORE) : number.start()]
        ):
            return found
        if states is None:
            unclear, confirmed = value, at > found[1]  # said again after the step
            continue
        if not known and (product := _PRODUCT.search(_late(number).before)):
            known = _figures(product[0])  # the sentence itself names the problem
        if found[0]:
            step = _gives_way(plain, found[1] - begin, found[0], number, value, known)
            if (
                step
                and at < found[1]
                and not confirmed
                and _changes_step(plain, found[1] - begin, found[0], number, known)
            ):
                return _SPOILT, at
        else:
            step = at > found[1] or _only_small(numbers, number, len(value))
        return (value, at) if step else found
    return found


def _one_wide(text: str) -> str:
    """The text with signs and spaces in ASCII, position for position."""
    if not text.isascii():
        for sign, plain in _ONE_WIDE:  # far quicker than `str.translate`
            text = text.replace(sign, plain)
    return text


def _changes_step(plain: str, after: int, found: str, result: re.Match[str], factors: list[str]) -> bool:
    """Whether a partial product is another one after the result: "So 1586. Wait, 38 * 2 = 76." """
    if not _holds(plain[result.end() :], _DOUBTING):
        return False
    clause = _clause(plain, after)
    figures = {figure for product in _PRODUCT.findall(clause) for figure in _figures(product) if len(figure) > 1}
    stood = {_figures(number[0])[0] for number in _ANY_NUMBER.finditer(plain, 0, result.start())}
    return not figures.isdisjoint(factors) and found not in stood


def _only_small(numbers: list[re.Match[str]], result: re.Match[str], length: int) -> bool:
    """Whether what follows a result of that length is no other try at it: "So 1596. By nines, 15 or 6." """
    after = [number for number in numbers if number.start() > result.start() and number[0] != result[0]]
    return all(len(number[0]) <= length - 2 or _late(number).is_aside() for number in after)


def _problem(text: str) -> tuple[int, list[str]]:
    """Where the problem's factors are named, near the beginning of a text, and which they are."""
    opening = _ascii(_one_wide(text[:600])).lower()
    product, named = _PRODUCT.search(opening), _NAMES_FACTORS.search(opening)
    if named and (product is None or named.start() < product.start()):
        return named.start(), [*_figures(named[1]), *_figures(named[2])]
    if product is None:
        return 0, []
    factors = _figures(product[0])
    if opening.startswith("=", product.end()) and any(factor.endswith("0") for factor in factors):
        return 0, []  # "38 * 40 = 1520" is a step: the problem is not named
    return product.start(), factors


def _states_result(plain: str, number: re.Match[str], factors: list[str]) -> bool | None:
    """Whether a sentence states a number as its result: its only number, a sum, or the problem's; None: unclear."""
    late = _late(number)
    before = late.before
    if label := _LABEL.match(before):
        before = before[label.end() :]
    if late.is_aside() or late.is_operand() or _holds(before, _UNSAID) or _tests(before):
        return False
    if _holds(before, _PAST) or _holds(late.after, _PAST) or plain.startswith("?", number.end() + len(late.after)):
        return False
    products = list(_PRODUCT.finditer(before))
    if products and not any(_is_whole(product[0], factors) for product in products):
        return False
    if not _ENDS_CLAUSE.match(plain, number.end()):
        return None
    digits = list(_DIGIT.finditer(before))
    if not digits:  # the only number: what leads to it stands before it, and a number alone is a new one
        worked = bool(factors) or plain.find("=", 0, number.start()) >= 0 or before.find("|") >= 0
        again = not _LETTERS.search(before) and plain.find(number[0]) < number.start()
        return None if again else worked
    if _figures(before) == factors:
        return True
    said = before[products[-1].end() :] if products else before
    if products and not _DIGIT.search(said):
        return True
    if before.find("+") >= 0 and before.rstrip(" $*").endswith("="):
        return True
    if any(len(other[0]) >= len(number[0]) for other in _ANY_NUMBER.finditer(before)):
        return None
    said = before[digits[-1].end() :]
    if said.strip(" *$)") == "=":
        return True if products else None
    return True if said.lstrip(" *$)")[:1] in (",", ":", ";") and _SETTLES.search(said) else None


def _is_whole(product: str, factors: list[str]) -> bool:
    """Whether a product is the problem's: of its factors or, if those are of a step, of more digits."""
    figures = _figures(product)
    if not factors:
        return not any(map(_ROUND.fullmatch, figures))
    return figures == factors or _digits(figures) > _digits(factors)


def _digits(factors: list[str]) -> int:
    """How many digits factors have, without the zeros of round numbers: those of a step have less."""
    return sum(len(factor.rstrip("0")) for factor in factors)


def _is_round(factors: list[str]) -> bool:
    return any(len(factor) > 1 and factor.endswith("0") for factor in factors)


def _has_digit(factors: list[str]) -> bool:
    return any(len(factor) == 1 for factor in factors)


def _is_plain_statement(plain: str, number: re.Match[str]) -> bool:
    """Whether a number stands alone, after a label, or is settled on in words."""
    before = _late(number).before.rstrip(" *$`(")
    return not _LETTERS.search(before) or before.endswith((":", "=", "|")) or _SETTLES.search(before) is not None


def _gives_way(plain: str, after: int, found: str, number: re.Match[str], value: str, factors: list[str]) -> bool:
    """Whether an equation whose value begins at `after` gives way to the `number` that a sentence states."""
    own = next((other for other in _ANY_NUMBER.finditer(plain, after)), None)
    if len(found) <= 2 and own and not _DIGIT.search(_late(own).before) and _states_result(plain, own, []):
        return False  # "Ans: 42"
    later = False
    if number.start() > after:
        later = len(value) <= len(found) + 1 and plain.find(number[0]) == number.start()
        later = later and _is_plain_statement(plain, number)
        if not later and len(value) > max(len(found) + 1, sum(map(len, factors))):
            return False  # longer than any product: "Views: 1027"
    return _is_step(plain, after, found, value, factors, later=later)


def _clause(plain: str, end: int) -> str:
    """What stands before a position in its sentence; where that holds two equations, in the second one."""
    clause = plain[max(0, end - _WORDY) : end]
    if sentences := _SENTENCES_BEFORE.match(clause):
        clause = clause[sentences.end() :]
    head, comma, piece = clause.rpartition(", ")
    return piece if comma and (_DIGIT.search(piece) or _CLOSED.search(head)) else clause


def _is_step(plain: str, after: int, found: str, value: str, factors: list[str], *, later: bool) -> bool:
    """Whether the equation whose value begins at `after` is of another product than the problem's, or a remainder.

    `later`: it is followed by the statement of a result, so that any round product is one of a step.
    """
    if found in factors:
        return True  # it divides back
    clause = _clause(plain, after)
    products = [_figures(product) for product in _PRODUCT.findall(clause)]
    if later and all(_is_round(figures) or (figures != factors and _has_digit(figures)) for figures in products):
        return True
    if not products:
        return len(found) <= min(2, len(value) - 2) or _holds(clause, _DIVIDES)
    if not factors:
        return len(found) < len(value) and all(map(_is_round, products))
    return factors not in products and max(map(_digits, products)) < _digits(factors) + (len(found) < len(value))


# Commitments by kind --------------------------------------------------------------------------------------------------


def _stated(text: str, start: int, end: int) -> _Commitment | None:
    """An answer that is said to be one, in tags or words or by hashes."""
    found = _tagged(text, start, end) or _named(text, start, end) if text.find("<", start, end) >= 0 else None
    if found is None and (text.rfind("nswer", start, end) >= 0 or _shouted(text, start, end)):
        found = _said(text, start, end)
    if found is None and text.find('"', start, end) >= 0:
        found = _keyed(text, start, end)
    return found or (_hashed(text, start, end) if text.find("#", start, end) >= 0 else None)


_KEY = re.compile(
    r'"(?:final_?)?(?:result|product|total)"\s{0,9}:\s{0,9}("?)([^"\n,}]{1,99}|[\d,]{1,99})\1\s{0,9}(?:[,}\n]|\Z)',
    re.IGNORECASE,
)


def _keyed(text: str, start: int, end: int) -> _Commitment | None:
    """ "result": 1596, as in JSON."""
    *_, last = (None, *_KEY.finditer(text, start, end))
    return None if last is None else (_phrase(last[2], strict=True) or _SPOILT, last.end())


def _shouted(text: str, start: int, end: int) -> bool:
    return text.find("N", start, end) >= 0 and text.rfind("NSWER", start, end) >= 0


_BOX = re.compile(r"\\f?(?:boxed|box)\s{0,9}\{")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SPOILS_BOX = re.compile(  # what stands right before a box and makes its content no answer
    r"""(?:[≈~∼≃≅≠<±≤≥] | (?<![\w"'])> | \\(?:approx|sim|simeq|neq?|pm|[lg]eq?|times|cdot|div|ast)
        | \b(?:about|approx(?:imately|\.)?|roughly|around|nearly|almost|not|or|n['’]t)\b
        | box(?:ed)?\s?\{[^{}\n]{0,30}\}[\s$)*\\]{0,4}(?:[,;/]|and|\\(?:quad|text)[{\s]{0,3}(?:and)?[}\s]{0,3}){0,2}
        | [\d}]\s*[-+*/×÷·^] | (?<!\n)[-−]) [\s$({\[*\\]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


_SPOILING_WORDS = frozenset({
    "about", "almost", "and", "approx", "approximately", "around", "be", "between", "by", "either", "least", "maybe",
    "minus", "most", "nearly", "not", "or", "over", "perhaps", "plus", "probably", "roughly", "than", "times", "to",
    "under", "x",
})  # fmt: skip


def _boxed(text: str, start: int, end: int) -> _Commitment | None:
    r"""\boxed{…}, \fbox{…}. An empty box is a mention."""
    at = end
    for mention in range(_MENTIONS):
        if mention == 0:
            backslash = text.rfind("\\", start, end)  # most often that of the last box
        elif (at := text.rfind("box", start, at)) < 0:
            return None
        else:
            backslash = text.rfind("\\", max(start, at - 2), at)
        opening = _BOX.match(text, backslash, end) if backslash >= 0 else None
        if opening is None:
            continue
        at = opening.start()
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
            word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
            harmless = word.lower() not in _SPOILING_WORDS if word.isalpha() else before.endswith(("=", ":", ".", "\n"))
            if before and not harmless and _SPOILS_BOX.search(before):
                reading = _SPOILT
            elif not text.startswith("\n", close + 1):
                after = text[close + 1 : min(end, close + _REMARKED)].partition("\n")[0].lstrip("$)]}*")
                if after and after != "." and _spoils_box(_plain(after).lstrip(")]*")):
                    reading = _SPOILT
        return reading, close
    return None


def _spoils_box(after: str) -> bool:
    """Whether what follows a box on its line makes its content no answer; a remark does not: " is the answer"."""
    bare = after.lstrip(" )]*")
    if bare in {"", "."}:
        return False
    if after[0] != " " or not bare[0].isalpha():
        return _spoils_after(bare)
    return _DENIES.search(after) is not None or (_AFFIRMS.match(after) is None and _spoils_after(after))


_REMARKED = 100  # characters after a box
_AFFIRMS = re.compile(
    r" +(?:(?:is|was) (?:indeed )?(?:(?:the|our|my) (?:\w+ ){0,2}(?:answer|result|product|value|solution|total)"
    r"|correct|right|verified|confirmed|valid)\b|(?:holds|stands|it is)\b)"
)
_DENIES = re.compile(
    r"\b(?:not|no|never|wrong|incorrect|invalid|false|mistake|error|might|may|could|would|should|if|unless|or|either|but"
    r"|instead|rather|too|off|previous|earlier|old|first|partial|doubt|unsure|replaced?|becomes?|changes?)\b|n['’]t\b",
    re.IGNORECASE,
)


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
    closed: re.Match[str] | None = None  # the tag that closes the content whose opening tag is looked for
    for at in _occurrences(text, "nswer>", start, end):
        tag_end = at + 6
        if _OPEN_TAG.search(text, max(start, tag_end - 16), tag_end):
            if closed is None or closed.start() - tag_end >= _LONGEST:
                return _SPOILT, tag_end  # cut off
            if content := text[tag_end : closed.start()].strip():
                worked = content.find("\n") >= 0 and content.count("=") > 1
                if worked:
                    return _solved(content, _first_product(text, at)), closed.end()
                return _phrase(content, strict=True) or _SPOILT, closed.end()
            closed = None
        else:
            closed = _CLOSE_TAG.search(text, max(start, tag_end - 16), tag_end) or closed
    return None


_NAMED_TAG = re.compile(
    r"<(result|output|final)>\s{0,9}(?=[^<\n]{0,300}[0-9])([^<>A-Za-z\n]{1,300}?)\s{0,9}</\1>", re.IGNORECASE
)


def _named(text: str, start: int, end: int) -> _Commitment | None:
    """<result>1596</result>, <output>38 × 42 = 1596</output>."""
    for at in _occurrences(text, "</", start, end):
        *_, last = (None, *_NAMED_TAG.finditer(text, max(start, at - 330), min(end, at + 9)))
        if last:
            return _phrase(last[2], strict=True) or _SPOILT, last.end()
    return None


def _solved(content: str, problem: re.Match[str] | None) -> str:
    """The answer of a tag that holds a whole solution: steps above, and the answer in its last line.

    `problem`: the product that the text before the tag names first.
    """
    steps, _, last = content.rpartition("\n")
    if _SHOWN_BEFORE.search(steps + "\n"):
        return _SPOILT
    if product := _PRODUCT.search(_ascii(last).lower()):
        named = [first for first in (problem, _first_product(content, len(content))) if first]
        if _figures(product[0]) not in [_figures(first[0]) for first in named]:
            return _SPOILT  # it ends in a step
    reading = _read(last)
    return reading if reading and reading == _read(content) else _SPOILT


_SHOWN_BEFORE = re.compile(r"(?:\A|\n)[\s*$]{0,9}[0-9][0-9,]{0,99}[*$.]{0,5}[ \t]{0,4}\n|\b[Oo][Rr]\b")

_COMMITS = re.compile(  # what may stand between the word "answer" and its value
    r"""s?[*_`"'”’)\]}]{0,4}[ \t]{0,4}
    (?: (?:to|for|of)\b(?![^\n]{0,30}\b(?:step|part|partial|check)\b)[^\n:=]{0,120}?
      | \([^()\n]{0,60}\)
      | ,(?![ ]?[*$]{0,4}[0-9])[^,:0-9\n]{0,40}(?:,|(?=:))
      | (?:that[ ])?(?:i|we|you)[ ](?:get|got|obtain|obtained|have|found|find)
    )?[ \t]{0,4}
    (?: [-=]{1,3}> | [:：=＝→⇒➜–—] | -[ ] | [*_#:\s]{0,9}\n
      | (?<![0-9])(?<![0-9][ \u00a0\u2009\u202f])
        (?=[*$]{0,4}[0-9](?:[0-9,]|[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))){0,99}[*$.]{0,5}[ \t]{0,4}(?:\n|\Z))
      | from[ ][*$]{0,4}[0-9][0-9,]{0,60}[*$]{0,4}[ ]to\b
    | \b(?:is|equals|remains|stays|(?:should|must|would(?![^.!?\n]{0,99}\b(?:if|unless|had)\b)|will|to)
      (?:[ ](?:now|then|thus|hence|really|actually|therefore))?[ ]be
      |(?:comes|works)[ ](?:out[ ])?to|becomes
      |(?:(?:is|was|has[ ]been)[ ](?:now[ ])?)?(?:moved|changed|revised|updated|corrected)[ ]to)\b
      | [*$]{0,4}[0-9][0-9,]{0,99}[*$]{0,4}[ ](?:[a-z]{2,12}[ ]){1,5}replaced[ ](?:by|with)\b
      | (?P<hedge>(?:might|may|could)[ ]be\b) )""",
    re.IGNORECASE | re.VERBOSE,
)
_TALKS_OF = re.compile(  # "let me check the answer: 8 * 2 = 16", "if the answer is 12"
    r"""\b(?:(?:check|verif|confirm|validat|test|compar|assum|suppos)\w*|if|whether|not|n['’]t|previous|earlier|initial
    |first|old|wrong|incorrect|original|intermediate|partial)[ ]+(?:(?:the|my|this|that|our|your|an?|if|whether)[ ]+)*
    (?:final[ ]+)?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT_OF = re.compile(  # "the digit sum of the answer is 21"
    r"\b(?:digit|remainder)\w*(?: \w+)? (?:of|in) (?:(?:the|my|this|that|our|your) )?(?:final )?\Z", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"(?:\bis|['’]s) (?:the|my|our)\W{0,4}\Z")  # "1596, and that's the answer"
_IS_NEAR = re.compile(r"\s{1,3}(?:\w{1,12} )?(?:near|close to)\b")
_HEDGED = re.compile(
    r"\b(?:or|estimated|approximate|rough|likely|probable|possible)[ ]+(?:the[ ]+|my[ ]+)?(?:final[ ]+)?\Z",
    re.IGNORECASE,
)


def _said(text: str, start: int, end: int) -> _Commitment | None:
    """ "Final answer: …" and, weaker, "the answer is …", "Answer: …"."""
    weaker: _Commitment | None = None
    near: _Commitment | None = None  # "Our answer is near 1600": no answer, but one that was said before it stands
    clause_end = end
    for at in _occurrences(text, "nswer", start, end):
        word = max(start, at - 1)
        begins_line = word == start or text[word - 1] == "\n"
        before = "" if begins_line else text[max(start, word - 40) : word].rpartition("\n")[2]
        final = before.rstrip(" *_").endswith(("final", "Final", "FINAL"))
        if final or weaker is None:
            commits = _COMMITS.match(text, at + 5, clause_end)
            below = commits is not None and "\n" in commits[0] and ":" not in commits[0]
            if below and _POINTS_BACK.search(before):
                commits = None
            if commits and not (before and (_TALKS_OF.search(before) or _DIGIT_OF.search(before))):
                hedged = commits["hedge"] or (before and _HEDGED.search(before))
                begin = commits.end() - (text[commits.end() - 1] == "\n")  # what stands below is told from it
                reading = _SPOILT if hedged else _value(text, begin, clause_end, last=True)
                if reading == _SPOILT and _IS_NEAR.match(text, commits.end()):
                    near, reading = near or (reading, commits.end()), None
                if reading is not None and final:
                    return reading, commits.end()
                if reading is not None:
                    weaker = reading, commits.end()
            elif commits is None and before:
                weaker = weaker or _named_before(text, word, clause_end)
        if weaker is not None and not _says_final(text, start, word):
            break
        clause_end = word
    return weaker or near


_BEFORE_ANSWER = re.compile(  # a clause up to the word "answer", in which nothing else is said
    r"""(?:\A|\n|[.!?;:—–](?=[ ])|(?<=[0-9]),(?=[ ]))[ *_→⇒➔➜➡👉✅\ufe0f]{0,5}
    (?:(?:so|thus|hence|therefore|then|and|now|this|that|which|we|i|us|me|it|means|makes|gives|get|have|finally
      |(?:end|ends)[ ]up[ ]with|(?:arrive|arrives)[ ]at|(?:lead|leads)[ ](?:me|us)?[ ]?to)[ ,]{1,2}){0,6}
    [*$`]{0,4}(?P<value>[0-9](?:[0-9,]{0,98}[0-9])?)[*$`]{0,4},?[ ]
    (?: (?:is|as|(?:(?:and|so)[ ])?(?:that|which|this)(?:['’]s|[ ]is))[ ]
        (?:the|my|our)[ ](?:(?:final|correct|right)[ ])?
      | is[ ]what[ ]I(?:[ ]would|[ ]will|['’]d|['’]ll)?[ ] )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_OF_PROBLEM = re.compile(r"\?| (?:to|for|of|in|key|from|before|above|there)\b")


def _named_before(text: str, word: int, end: int) -> _Commitment | None:
    """ "So 1596 is the answer.", "I end up with 1596 as the answer": `word` is where "answer" begins."""
    begin = max(0, word - 120)
    named = _BEFORE_ANSWER.search(text[begin:word])
    if named is None or _NOT_OF_PROBLEM.match(text, word + 6, end):
        return None
    value = _whole(named["value"])
    return (value, begin + named.start("value")) if value else None


def _says_final(text: str, start: int, end: int) -> bool:
    if text.rfind("inal", start, end) >= 0:
        return True
    return text.rfind("N", start, end) >= 0 and text.rfind("FINAL", start, end) >= 0


def _hashed(text: str, start: int, end: int) -> _Commitment | None:
    """#### 1596, alone on its line: "#### 3. Add" and "#### Step 3" are headings."""
    line_end = end
    for at in _occurrences(text, "####", start, end):
        newline = text.find("\n", at, line_end)
        line_end = newline if newline >= 0 else line_end
        line = _plain(text[at : min(line_end, at + _LONGEST)]).strip("# \t*`\"'([")
        if line[:1] and line[0] in "+-≈~0123456789" and not _LETTERS.search(line):
            return _phrase(line, strict=True) or _SPOILT, line_end
        line_end = at
    return None


_SHOWN_AFTER = re.compile(  # a number that ends its line, or that a label points at
    r"""\n(?P<label>[^\n0-9]{0,60})(?P<value>[0-9][0-9,_' {}\\\u00a0\u2009\u202f]{0,99})(?<=[0-9])[*$`.]{0,6}[ \t]{0,9}
    (?: (?P<pointed>(?:=|<[-=]{1,3}|←)[ ]?(?:the[ ])?(?:final[ ])?(?:result|answer|product|total)[*.`]{0,4}
    [ \t]{0,9})? (?=\n|\Z) )""",
    re.VERBOSE,
)
_APART = re.compile(r"(?:\n[ \t]{0,9}|\n[ \t]{0,40}[-=_─—]{3,60}[ \t]{0,9}|:[ \t*_]{0,9})\Z")
_LABELS_RESULT = re.compile(r"digit|result|product|total|answer|number|read|togeth|final|bottom", re.IGNORECASE)


def _shown(text: str, start: int, end: int, digit: int, equation: _Commitment | None) -> _Commitment | None:
    """A number that is shown after the last equation and makes it a step: "4 + 1 = 5, write 5\\n**5956533**".

    A label points at it ("1596   <-- answer", "1596 = result"), or it stands alone on its line ("The digits: 1596") and
    is at least two digits longer than the equation's value, or as long and set apart at the end; and the equation is
    not of the problem's own product.
    """
    after = max(digit - _NEAR, equation[1] if equation else start)
    if equation is None and text.find("<-", after, end) < 0 and text.find("=", after, end) < 0:
        return None
    after = max(start, after - 1) if equation is None else after
    for shown in reversed(list(_SHOWN_AFTER.finditer(text, after, min(end, digit + _WINDOW)))):
        value = _whole(shown["value"])
        label = shown["label"].strip(" \t*$`_")
        if not value or (
            label and not (label.endswith((":", "]")) and _LABELS_RESULT.search(label) and not _tests(label))
        ):
            continue
        if shown["pointed"]:
            return value, shown.start("value")
        # The last line, without a word, may be the sum of steps of its own length: in bold, or after a blank line, a
        # rule or a colon.
        last = not text[shown.end() : end].strip()
        apart = shown["label"].strip(" ") == "**" or (
            not label and _APART.search(text, max(start, shown.start() - 99), shown.start())
        )
        least = 0 if last and apart else 2
        if equation and len(value) >= len(equation[0] or "") + least and not _is_stated(text, start, equation[1]):
            return value, shown.start("value")
        return None
    return None


def _is_stated(text: str, start: int, after: int) -> bool:
    """Whether the equation whose value begins at `after` is of the first product that the text names."""
    line = max(text.rfind("\n", start, after), after - _WORDY, 0)
    line = max(line, text.rfind(". ", line, after))
    here = _PRODUCT.search(_ascii(text[line:after]).lower())
    first = _first_product(text, len(text)) if here else None
    return here is not None and first is not None and _figures(here[0]) == _figures(first[0])


_NUMERIC_END = " \n*$._ok"
_NUMERIC = "0123456789,. *$"
_WORDY = 200  # characters before the last digit where an equation in words is looked for
_VERBS = (
    "result",
    "product",
    "total",
    "sum",
    "difference",
    "leaves",
    ", so ",
    "equal",
    "gives",
    "makes",
    "get",
    "obtain",
    " is ",
    "add to",
    "up to",
    "go with",
    "corrected",
    "yields",
    "evaluates",
    "ans:",
    "line reads",
    "conclusion:",
    "turns out",
)
_EQUALS = re.compile(
    r"""\b(?: (?:result|product|total|sum)(?:[ ]of\b[^\n.=:]{0,60}?)?[*_ ]{0,3}(?:\bis\b|\bcomes[ ]to\b|:)
        | (?:result|product|total|sum)[ ]\**[0-9][0-9,]{0,60}\**[ ](?:[a-z]{2,12}[ ]){1,5}replaced[ ](?:by|with)\b
        | (?P<left>difference[ ]is|leaves|,[ ]so)(?=[ ]\**[0-9])
        | equals|equal[ ]to|(?:gives|makes|yields)(?:[ ]us)?|evaluates[ ]to|(?:get|obtain|line[ ]read)s?(?=[ ]\**[0-9])
        | (?:total|result)(?=[ ]\**[0-9])
        | (?: (?<!not[ ])(?<!n't[ ])add[ ]
            | (?:(?<=add[ ])(?<!not[ ]add[ ])(?<!n't[ ]add[ ]) | (?<=adds[ ]) | (?<=sum[ ]))up[ ] )to(?=[ ]\**[0-9])
        | go[ ]with(?=[ ]\**[0-9])
        | corrected(?:[ ]\w+)?: | (?<=\n)ans[ ]?: | conclusion: | turns[ ]out[ ]to[ ]be(?=[ ]\**[0-9])
        | (?<=[0-9])[ ]is(?:[ ](?:actually|really|indeed))?(?=[ ]\**[0-9])
        | (?<=that)[ ]is[ ]the[ ]number )""",
    re.IGNORECASE | re.VERBOSE,
)


def _equated(text: str, start: int, end: int, digit: int) -> _Commitment | None:
    """The right side of the last equation that has a number there; "equals" or "the product is" is an equation too."""
    right_end = end
    pointed = text.find(">", start, end) >= 0
    wides = [] if text.isascii() else [sign for sign in "＝→" if text.find(sign, start, end) >= 0]
    for _ in range(_MENTIONS):
        at = text.rfind("=", start, right_end)
        after = at + 1
        if pointed and (arrow := text.rfind("->", start, right_end)) > at:
            at, after = arrow, arrow + 2
        for sign in wides:
            wide = text.rfind(sign, start, right_end)
            if wide > at and (sign == "＝" or _LED_TO.match(text, wide + 1)):
                at, after = wide, wide + 1
        wordy = max(start, at, digit - _WORDY)
        if text[wordy + 1 : digit + 1].strip(_NUMERIC) and (words := _in_words(text, wordy, min(digit, right_end))):
            at, after = words
        if at < 0:
            return None
        reading = _value(text, after + text.startswith(">", after), right_end, last=False)
        if reading is not None and (remark := _remark(text, start, at, reading)):
            at = remark
        elif reading is not None and not (_is_check(text, start, at, end) or _of_ending(text, reading, at)):
            if reading == _SPOILT and (evaluated := _EVALUATED.search(text, max(start, at - 99), at)):
                reading = _whole(evaluated[1]) or _SPOILT  # 38 * 42 = 1596 = 12 * 133
            unequal = at > start and text[at - 1] in "<>!≠~≈"
            return _SPOILT if unequal else reading, after
        right_end = at
    return None


_LED_TO = re.compile(r"[ *$]{0,5}[0-9][0-9,]{2,60}[*$]{0,4}[.;]?(?:\s|\Z)(?! ?[-+*×·/])")
_EVALUATED = re.compile(r"[0-9)][ $]{0,3}=[ $*]{0,4}([0-9][0-9,_' {}\\]{0,60}?)[ $*]{0,4}\Z")


def _remark(text: str, start: int, at: int, reading: str) -> int:
    """Where the remark begins that an equation is part of, if it tells only how the number before it comes about:
    "1596 (38 * 40 = 1520, 38 * 2 = 76)", "1596, because 38 * 40 = 1520 and 38 * 2 = 76"; 0 where there is none."""
    line = max(start, at - _WORDY)
    line = max(line, text.rfind("\n", line, at) + 1)
    if text.rfind("(", line, at) < 0 and text.rfind("ecause", line, at) < 0 and text.rfind("since", line, at) < 0:
        return 0
    remark = _REMARK.search(_ascii(_one_wide(text[line:at])).lower())
    if remark is None or _holds(remark["said"], _DOUBTING):
        return 0
    value, begin = _integer(remark["value"], None), line + remark.start("said")
    rest = _plain(text[at : at + _WORDY].partition("\n")[0]).lstrip(_RIGHT_HAND)
    if any(len(_integer(number, None)) >= len(value) for number in _ANY_NUMBER.findall(rest)):
        return 0  # "…, so 1586"
    problem = _first_product(text, begin)
    if problem and _figures(problem[0]) in map(_figures, _PRODUCT.findall(remark["said"])):
        return 0  # "(in fact, 38 * 42 = 1586 and 38 * 2 = 76)"
    return begin if len(reading) < len(value) else 0


_RIGHT_HAND = "= 0123456789,.'_+-×*/·"
_REMARK = re.compile(
    r"""(?:=|\bis)[ $*]{0,4}(?P<value>[0-9][0-9,_']{0,60})(?<=[0-9])[*$]{0,4}
    (?P<said>[ ]\([^()\n]{1,200} | ,?[ ](?:because|since)\b[^().;!?\n]{1,200})\Z""",
    re.VERBOSE,
)


def _is_check(text: str, start: int, at: int, end: int) -> bool:
    """Whether an equation only tests an answer, or belongs to a program: it is no result of the response."""
    near = max(start, at - _SHORT)
    line = max(near, text.rfind("\n", near, at) + 1, text.rfind(". ", near, at) + 1)
    before = text[line:at] if at - line < 99 else text[line : line + 40] + text[at - 59 : at]
    before = before.rstrip()
    if text.startswith(". ", line - 1) and _of_last_digit(text, at):
        return True
    if "co" in before and _holds(before, _COMPARES) and not _is_stated(text, start, at + 1):
        return True
    if _tests(before) or ("(" in before and _PARAMETER.search(before)) or before.startswith("/"):
        return True
    newline = text.find("\n", at, min(end, at + _WORDY))
    after = text[at : newline if newline >= 0 else min(end, at + _WORDY)]
    if after.strip(_EQUATED):  # something is said of it
        if _tested(after) and _tested(_ANNOUNCES.split(after)[0]):
            return True
        if after[:1] == "=" and (_ASKED.match(after) or (_FITS.match(after) and _DIVIDES_BACK.search(before))):
            return True
        if after[:1] == "=" and _IS_RIGHT.match(after) and not _is_stated(text, start, at + 1):
            return True
    return text.find("`", start, at) >= 0 and text.count("```", start, at) % 2 == 1


_EQUATED = " =$*_,.0123456789"
_DIVIDES_BACK = re.compile(r"[0-9]{2}[*$} )]{0,4}(?:/|÷|\\div)[ $({]{0,3}(?!(?:2|4|5|8|10+)\b)[0-9]")  # not by halving
_RIGHT_SIDE = r"=[ $]{0,3}[0-9][0-9,_'{}]{0,99}[*$)]{0,3}"
_FITS = re.compile(
    rf"{_RIGHT_SIDE}(?:,? (?:which|that|and) .{{0,30}}|[.;,]? ?(?:it .{{0,30}})?)"
    r"(?:right|[Cc]orrect|match|check|confirm|[✓✔✅]|(?:Right|Good|Fine|Yes|OK)\b)"
)
_IS_RIGHT = re.compile(rf"{_RIGHT_SIDE},? (?:that )?(?:is|was) (?:indeed )?(?:right|correct|fine|ok(?:ay)?)\b")
_ASKED = re.compile(rf"{_RIGHT_SIDE} ?(?:right|correct|ok(?:ay)?)?\?")  # "Is 38 * 2 = 76 right?"
# A sentence that announces a calculation tells of nothing before it: "… = 1596. It seems reasonable: 38 * 40 = …".
_ANNOUNCES = re.compile(r"[.!] [^.!?:0-9]{1,99}:(?= ?[*$]{0,4}[0-9])")


def _of_last_digit(text: str, at: int) -> bool:
    """Whether what stands at a position is told of the last digit: "The last digit worries me. 8 * 2 = 16, so 6." """
    near = text[max(0, at - 70) : at]
    return _holds(near, _LAST_DIGIT) and "\n" not in near[near.rfind(" digit") :]


def _of_ending(text: str, value: str, at: int) -> bool:
    """Whether the sentence of a value at a position tells how the answer ends: "It ends in 5, and 9 times 5 is 45." """
    if len(value) > 2:
        return False
    near = text[max(0, at - 70) : at]
    return _holds(near[max(near.rfind(". "), near.rfind("\n")) + 1 :], _ENDINGS)


_ENDINGS = ("ends in", "end in", "ends with", "ends on", "finish in", "finishes in", "ail end")
_LAST_DIGIT = ("ast digit", "nal digit", "nit digit", "its digit", "nes digit", "ing digit")


def _tests(before: str) -> bool:
    """Whether words say that what follows them tests an answer."""
    if before.isascii() and "~" not in before and _LETTERS.search(before) is None:
        return False
    return _holds(before.lower(), _TEST_WORDS)


def _tested(after: str) -> bool:
    """Whether words say that what stands before them has tested an answer."""
    return _LETTERS.search(after) is not None and _holds(after, _TESTED)


_COMPARES = ("or comparison", "y contrast", "n contrast")  # which is of another product than the problem's
_TEST_WORDS = (
    "check", "chk", "ooked again", "verif", "validat", "proof", "e sure", "sanity", "reasonabl", "plausib", "sense",
    "estimat", "rough", "rounding", "approx", "about", "around", "close", "t digit", "s digit", "digit root", " ends ",
    "ends in", "nines", "elevens", "modulo", " mod ", "mod9", "remainder", "dividing the", "magnitude", "assert",
    "test", "audit", "≈", "∼", "~",
)  # fmt: skip
_TESTED = (
    "far off", "is near", "ballpark", "close ", "same size", "right size", "right range", "plausible",
    "reasonable", "end in", "ends in", "brings us back", "other factor", "as it should be", "as I had it",
    "one is fine", "-> True", "last digit", "final digit", "units digit", "size is", "rough estimate",
)  # fmt: skip
_PARAMETER = re.compile(r"\([A-Za-z_]\w{0,30}\Z")  # (a = 38)


_LEFT = re.compile(r"[ *]{1,5}([0-9][0-9,]{2,60})\**(?:[.!\n]|\Z)")


def _in_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Start and end of the last equals sign in words, like "the product is"."""
    plain = _ascii(text[start:end]).lower()
    for at, _ in _backwards(plain, _VERBS):
        if words := _EQUALS.match(text, start + at, end):
            if words["left"]:  # they tell of a step, unless it comes to a number that stood before
                left = _LEFT.match(text, words.end())
                if left is None or text.find(left[1], max(0, start - _SETTLED_WITHIN), start + at) < 0:
                    continue
                if any(len(number) > len(left[1]) for number in _ANY_NUMBER.findall(plain, 0, at)):
                    continue
            return words.span()
    return None


def _last_number(text: str, start: int, end: int, digit: int) -> _Commitment:
    """The number that ends at `digit`, when what stands around it on its line leaves it one integer."""
    start = max(start, text.rfind("\n", start, digit) + 1)
    newline = text.find("\n", digit, min(end, digit + _LONGEST))
    end = newline if newline >= 0 else min(end, digit + _LONGEST)
    for reach in (99, _LONGEST):  # nearly all numbers are short, and a narrow window is quick
        line = _BULLET.sub("", _plain(text[max(start, digit - reach) : digit + 1]))
        inside = len(line.rstrip("0123456789,_' ."))
        *_, number = _NUMBER.finditer(line, max(0, inside - 2))
        if number.start() > 0 or digit - reach <= start:
            break
    before = line[max(0, number.start() - 24) : number.start()]
    after = _plain(text[digit + 1 : end])
    subtracts = number["sign"] and (before[-1:].isalpha() or before.rstrip().endswith((")", *"0123456789")))
    cut_off = not before and digit - reach > start
    word = before[before.rfind(" ", 0, -1) + 1 : -1] if before.endswith(" ") else ""
    harmless = word.isalpha() and word.lower() not in _SPOILING_WORDS
    if before.endswith(">"):
        before = _ELEMENT.sub("", before)
    spoilt = (not harmless and _SPOILS_NUMBER.search(before)) or (after != "." and _spoils_after(after))
    if spoilt and (other := _NOT_THAT.search(text, max(start, digit - _WINDOW), digit + 1)):
        return _last_number(text, start, end, other.start("not") - 1)
    if subtracts or cut_off or spoilt:
        return _SPOILT, digit
    value = _integer(number["digits"], number["sign"])
    return _SPOILT if value is not None and _of_ending(text, value, digit) else value, digit


_NOT_THAT = re.compile(  # 1596, not 1595
    r"\b(?<!not )[0-9][0-9,]{0,40}(?<=[0-9])(?P<not>[*$]{0,4},? (?:but )?not [*$]{0,4}[0-9][0-9,]{0,40})\Z"
)
_ELEMENT = re.compile(r"</?[A-Za-z]\w{0,15}>\Z|<\|\w{1,30}\|>\Z")  # <output>1596</output>
_BULLET = re.compile(r"\A\s*[-•]\s")
_SPOILS_NUMBER = re.compile(  # what stands right before the last number and makes it no answer
    r"""(?: [A-Za-z.\\] | \d[ ]?[*;][ ]? | [ ]\*[ ]
        | (?: [-/^÷×·%~≈<>±≤≥√+约或]
            | \b(?:or|and|to|about|approx(?:imately|\.)?|around|roughly|nearly|almost|over|under|than|times|by|x|plus
              |minus|least|most|between|either|maybe|perhaps|probably)\b
            | (?:\b(?:can)?not|n['’]t|\b(?:might|may|could)(?=[ ]be))\b(?:[ ]be\b)? ) \s*[(*]{0,3} )\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def _occurrences(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Positions of a word in small or capital letters, from the last; at most `_MENTIONS` of them."""
    small = text.rfind(word, start, end)
    capital = text.rfind(word.upper(), max(small, start), end)  # of those before the small one: later, if at all
    for _ in range(_MENTIONS):
        at = max(small, capital)
        if at < 0:
            return
        yield at
        if at == small:
            small = text.rfind(word, start, at)
        capital = text.rfind(word.upper(), max(small, start), at)


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
    # The line below a marker may begin a solution, unless it is the last one.
    below = text.find("\n", start, begin) >= 0 and not (line_end == end or text[line_end:end].isspace())
    return _phrase(text[begin:line_end], below=below)


def _phrase(text: str, *, strict: bool = False, below: bool = False) -> str | None:
    """The integer that a phrase states: at its start, or at the end of a chain of equations.

    `strict`: the phrase is a box or the like, so it states nothing but the answer.
    `below`: it stands a line below its marker, which may be a heading with a whole solution under it.
    """
    first = _DIGIT.search(text)
    if first is None or len(text) > _LONGEST:
        return None if first is None else _SPOILT
    if not strict and (sentence_end := text.find(". ", first.end())) > 0 and text[sentence_end - 1] != ".":
        text = text[: sentence_end + 1]  # there is less to make plain
    phrase = _plain(text)
    first = _DIGIT.search(phrase) or first
    if not strict and (stop := _SENTENCE_END.search(phrase, first.start())):
        phrase = phrase[: stop.start()]
    head, equals, sides = phrase.partition("=")
    reading = _leading(head, strict)
    if not equals and reading == _SPOILT and not below:  # "the product of 38 and 42 is 1596"
        head, equals, sides = _IS.sub("=", phrase).partition("=")
    if not equals:
        said = _IS.search(phrase) if below and reading == _SPOILT else None
        # The first step of the solution below a heading: "38 multiplied by 40 equals 1520."
        return None if said and _EXPRESSION.fullmatch(phrase[: said.start()].strip(" *")) else reading
    if reading and below and _PARTS.match(sides):
        return None  # a heading, and the solution below it: "42 = 40 + 2, so"
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


_PARTS = re.compile(
    r"[ $]{0,3}[0-9][0-9,_' ]{0,60}(?:[+-][ ]?[0-9][0-9,_' ]{0,60}){1,30}[$]{0,2}(?:\W{0,4}|,[^0-9]{0,60})\Z"
)


def _leading(phrase: str, strict: bool) -> str | None:
    """The integer at the start of a phrase, after words that say nothing ("therefore", "simply")."""
    number = _NUMBER.search(phrase)
    if number is None:
        return None
    lead = phrase[: number.start()]
    if lead and not lead.isspace():
        if not strict and (stop := lead.find(". ")) >= 0 and not _HEDGE.search(lead, 0, stop):
            return None  # "the result is correct. A rough estimate, 1600, supports it"
        if not _LEAD.fullmatch(lead) or _HEDGE.search(lead):
            return _SPOILT
        if any(word.lower() not in _FILLERS for word in _WORD.findall(lead)):
            return _SPOILT if strict else None
    value, rest = _integer(number["digits"], number["sign"]), phrase[number.end() :]
    if "(" in rest and (worked := _WORKED.match(rest)) and str(_worth(worked[1])) == value:
        rest = rest[worked.end() :]
    return _SPOILT if _spoils_after(rest, strict) else value


def _worth(sums: str) -> int:
    """What a sum of products comes to: "38 × 42", "1,520 + 76"."""
    return sum(math.prod(map(int, _figures(term))) for term in sums.split("+"))


def _spoils_after(rest: str, strict: bool = False) -> bool:
    """Whether what follows a number makes it part of something else: an expression, alternatives, an approximation."""
    if not rest or rest.isspace():
        return False
    if not strict:
        stop = _ROUNDED.match(rest) or _SENTENCE_END.search(rest)
        rest = rest[: stop.start()] if stop else rest
    if _SPOILS_AFTER.match(rest) or _HEDGE_AFTER.search(rest) or (strict and "!" in rest):
        return True
    return _DIGIT.search(rest) is not None and not _BREAK.match(rest)


def _whole(text: str) -> str | None:
    """The integer that a text is, with nothing else in it but decoration."""
    if ".." in text:
        return None  # 5000...
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
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
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
    r"""[A-Za-z] | _(?!_?(?:\W|\Z))                           # 12th, 1e6, 1010_2
      | [)\]}"'`_\s]* (?:
          [/^÷×·%?+<>≤≥≠≈~±\\…] | \.\. | \*+[ ]?[0-9] | \*+[ ]?\( (?=[\d ]) | -(?![ ]+[A-Za-z]) | [–—:][ ]?[0-9]
        | (?:hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|bn|mn|mil|k|m|b|percent|point|x
            |times|multiplied|divided|over|plus|minus|mod|modulo|remainder|rem|r|squared|cubed|factorial|choose|e)\b
        | [万亿千百]
        | (?:and|to|vs|versus)\b[^0-9]*[0-9]
        )""",
    re.IGNORECASE | re.VERBOSE,
)
_ROUNDED = re.compile(r"[*_]{0,4} ?≈ ?[1-9],?[0-9]?(?:,?0){2,}\.?\Z")  # 55,854 ≈ 56,000
_WORKED = re.compile(r"[*_]{0,4} \(([0-9][0-9,_' ]{0,60}(?:[×·+*x] ?[0-9][0-9,_' ]{0,60}){1,9})\)")  # 1596 (38 × 42)
_BREAK = re.compile(
    r"""[*)\]}"'`_]*(?:,?[ ](?:again|once[ ]more))?
    (?: [ ]?[,(\[–—:](?![ ]?[0-9]) | [ ][(\[][0-9]{1,3}(?:[ ]?%|[ ]digits\b) | [ ]-[ ]
    | [ ](?:because|since|as|which|for|when|after|with|in|by|via|using|from|if|on|ok|wrong|right|correct|not|instead
      |rather)\b
    | [ ]?[✓✔✅❌✗] )""",
    re.VERBOSE,
)


# Writings -------------------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """The text with Unicode and LaTeX writings of digits, spaces and signs made plain."""
    if not text.isascii():
        text = text.translate(_UNICODE)
    if "\\" in text:
        text = _COMMAND.sub(lambda command: _LATEX.get(command[0], "" if "color" in command[0] else command[0]), text)
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
            plain = str(unicodedata.decimal(char))
        elif category == "No":
            plain = "^"  # ², ½, ₁: part of an expression
        else:
            plain = {"Zs": " ", "Cf": ""}.get(category, char)
        if len(self) < 2_000:
            self[code] = plain  # the next time it costs nothing
        return plain


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

_COMMAND = re.compile(r"\\(?:(?:text)?color(?:box)?\{[A-Za-z]{1,20}\}|[A-Za-z]+|.)", re.DOTALL)
_LATEX = {
    "\\" + command: plain
    for commands, plain in {
        ", ; : quad qquad space thinspace ( ) [ ]": " ",
        "! text textbf textit textrm texttt textnormal mathbf mathrm mathit mathsf mathtt boldsymbol bm bf rm mbox hbox"
        " emph underline boxed fbox blacksquare qed square Box displaystyle large Large left right bigl bigr"
        " checkmark": "",
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
    near = max(start, end - 64)
    last = near + len(text[near:end].rstrip(_NO_DIGIT)) - 1
    if last >= near and text[last].isdecimal():
        return last
    last = max(text.rfind(digit, start, end) for digit in "0123456789")
    if not text.isascii():  # other digits may come later; the last one is mostly near the end
        while end > max(start, last + 1):
            window = max(start, last + 1, end - 999)
            for digit in _DIGIT.finditer(text, window, end):
                last = digit.start()
            end = window
    return last


_NO_DIGIT = "".join(chr(code) for code in range(128) if not chr(code).isdigit())
