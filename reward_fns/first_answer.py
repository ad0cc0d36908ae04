"""A reward that counts the first answer of a response only: single-turn RL (Section 1), for VeRL.

    compute_score(data_source, solution_str, ground_truth, extra_info=None, **settings)

It is `exact_match.compute_score`, settings included, on the first attempt instead of the whole response. What comes
after the first attempt, a check or another attempt, changes nothing. One file beside exact_match.py, which it loads
from there; the standard library alone.

Where the first attempt ends:

1. with the first line that states an answer: a box, answer tags, "answer:", "the answer is", "####", "the product is",
   "so the result is", "1596 in total", with the number on that line or the next; or an equation for the product that is
   asked for ("38 * 42 = 1596"), unless the next line states the answer;
2. on that line already before words that check or revise ("Answer: 1590. Wait, let me check");
3. without such a line, before the first words that check or revise, once there is a number;
4. else with the response.

A slip that is mended before any answer is stated belongs to the first attempt.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

BESIDE = ("exact_match.py",)
"""The files beside this one that it loads; a run copies them along (dsrecipes/plugins.py)."""

_STATEMENTS = 64  # how many places that may state an answer are read: bounds the work
_WINDOW = 300  # characters of a line that are read: likewise
_BEFORE = 60  # characters before "in total" in which its number stands


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(name)
    spec = importlib.util.spec_from_file_location(f"{__name__}_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_exact_match = _load(BESIDE[0])


def compute_score(
    data_source: object, solution_str: object, ground_truth: object, extra_info: object = None, **settings: object
) -> dict[str, float | str | None]:
    """Score the first attempt of a response, as VeRL calls it.

    Arguments, settings, result and errors are those of `exact_match.compute_score`.
    """
    first = first_attempt(solution_str, ground_truth)
    scored: dict[str, float | str | None] = _exact_match.compute_score(
        data_source, first, ground_truth, extra_info, **settings
    )
    return scored


def first_attempt(response: object, product: object = None) -> object:
    """The response up to the end of its first attempt; all of it where it holds but one, or is no text.

    `product` is the integer that the response is to find, by which an equation for it is known.
    """
    if isinstance(response, (bytes, bytearray)):
        response = response.decode("utf-8", "replace")
    if not isinstance(response, str):
        return response
    start, end = _first_statement(response, _exact_match.read_integer(product)) or (None, len(response))
    if start is None:
        number = _DIGIT.search(response)
        start = number.start() if number else end
    marker = _LOOKS_AGAIN.search(response, start, end)
    return response[: marker.start() if marker else end]


def _first_statement(text: str, product: str | None) -> tuple[int, int] | None:
    """Where the first line that states an answer has done so, and where that line ends; None without one."""
    equation: tuple[int, int] | None = None  # for the product that is asked for
    places = (found for found in _STATES.finditer(text) if not found["factor"] or _asked_for(found, product))
    for found in islice(places, _STATEMENTS):
        if equation and not (found["factor"] is None and _LEADS.fullmatch(text, equation[1], found.start())):
            break
        stated = _statement(text, found)
        if stated and found["factor"] is None:
            return stated
        equation = equation or stated
    return equation


def _statement(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Where a line has stated an answer, and where it ends; None if there is no number to it."""
    blank = _BLANK.match(text, found.end())
    end = text.find("\n", blank.end() if blank else found.end())
    end = len(text) if end < 0 else end
    start = found.start()
    if found["after"]:
        start = max(start - _BEFORE, text.rfind("\n", 0, start) + 1)
    answer = _exact_match.read_answer(text[start : min(end, found.end() + _WINDOW)])
    return (found.end(), end) if answer is not None else None


def _asked_for(equation: re.Match[str], product: str | None) -> bool:
    factors = [int(re.sub(r"\D", "", equation[name])) for name in ("factor", "other")]
    return product == str(factors[0] * factors[1])


_STATES = re.compile(
    r"""\\f?boxed\b | <answer> | \#\#\#\#
    | \b(?: (?:final[ ]|overall[ ]|total[ ])?answer
          | (?:the|our|final|overall|total)[ ]product
          | final[ ](?:result|value|total)
          | (?:so|thus|therefore|hence|finally),?[ ](?:in[ ]total|the[ ](?:result|total)) )\b (?![ ]of\b)
      [^\n\d]{0,40}? (?: [:=] | \bis\b | \bequals\b )
    | \b(?P<after> (?:as|for|which[ ]is)[ ](?:the|our|my)[ ](?:answer|product|result) | in[ ]total )\b
    | (?<!\d) (?<!\d[,_ ]) (?P<factor> \d[\d,_{}\\ ]{0,24}? )
      [ $]{0,2} (?: [*×x·⋅] | \\times | \\cdot | times | multiplied[ ]by ) [ $]{0,2}
      (?P<other> \d[\d,_{}\\ ]{0,24}? ) [ $)\\]{0,4} (?: &?= | is\b | equals\b )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where an answer may be stated: before its number, `after` it, or by an equation of `factor` and `other`."""

_LOOKS_AGAIN = re.compile(
    r"""\b(?: wait | hold[ ]on | hmm+ | oops | actually | however | sorry | apologi[sz]e
    | (?: let[ ]me | let['’]s | i['’]ll | i[ ]will | i[ ]need[ ]to | i[ ]should | to )[ ]
      (?: just[ ] | quickly[ ] | now[ ] )? (?: double[ -]? )?
      (?: check | verify | confirm | re-?\w+ | try | start | look | correct | fix | make[ ]sure )
    | double[ -]check | (?:sanity[ ]|quick[ ])?check: | verif(?:y|ying|ication) | correction
    | re(?:compute|calculate|check|do|try)\w* | try[ ]again | start[ ]over | from[ ]scratch
    | mistakes? | errors? | wrong | incorrect | not[ ]right )\b
    | </think(?:ing)?>""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that check or revise. They count after an answer only, so a word too many does little harm."""

_DIGIT = re.compile(r"\d")
_LEADS = re.compile(r"\W*(?:(?:so|thus|therefore|hence|and|then|the|our|my)\b\W*){0,3}", re.IGNORECASE)
_BLANK = re.compile(r"[\s*_$`:\\\[(]*")
