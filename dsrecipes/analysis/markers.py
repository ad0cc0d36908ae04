"""The registry of lexical markers (markers.yaml), and where they stand in a text.

    >>> [(run.start, run.revision.marker.name) for run in registry().scan("1595. Hmm, I made a mistake. Redo:").runs]
    [(6, 'I made a mistake')]

A marker is data: a name, a kind and a regular expression in which a space is any white space, ' any apostrophe, and {i}
"let me", "I will", "I need to" and the like. From each of its alternatives follow *anchors*: pieces of plain text of
which every match holds one. A text is searched once for all anchors together (Aho-Corasick), and an alternative is
tried only around its anchors, so that the time does not depend on how many markers there are, and is linear whatever
the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from re import _constants as codes  # type: ignore[attr-defined]  # what the standard library parses a pattern into
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import msgspec
import yaml
from ahocorasick_rs import BytesAhoCorasick, Implementation

from dsrecipes.analysis.commitments import PLACES
from dsrecipes.analysis.thoughts import ENDS
from dsrecipes.analysis.turns import POSES
from dsrecipes.errors import UserError


class Kind(StrEnum):
    REVISION = "revision"
    VERIFICATION = "verification"


@dataclass(frozen=True, slots=True)
class MarkerEntry:
    """A marker as it is written down, in markers.yaml or in a recipe.

    `kind` is "revision" or "verification". `source` says whose marker it is. `anchor` is text in lower-case letters
    that every match holds; it is needed only where none follows from the pattern.
    """

    name: str
    kind: str
    pattern: str
    source: str = ""
    anchor: str | None = None


class Alternative(NamedTuple):
    """A part of a marker's expression, and its anchors: every match holds one, with up to `before` characters of the
    match before it and up to `after` from its start on."""

    pattern: str
    anchors: tuple[str, ...]
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Marker:
    """An entry made ready: its expression, as a whole and in alternatives."""

    name: str
    kind: Kind
    source: str
    pattern: re.Pattern[str]
    alternatives: tuple[Alternative, ...]


class Found(msgspec.Struct, frozen=True, gc=False):
    """A marker at `start`..`end` (characters) of a text."""

    marker: Marker
    start: int
    end: int


class Run(msgspec.Struct, frozen=True, gc=False):
    """Markers with no number between them, which therefore decide together: the first of each kind."""

    start: int
    end: int
    revision: Found | None
    verification: Found | None


class Scan(NamedTuple):
    """What one search of a text found: the runs of markers, and the places (start, which) of the other anchors."""

    runs: list[Run]
    places: list[tuple[int, int]]


_LONGEST_MATCH = 200  # characters; more is no phrase, and bounds the work at one anchor
_SIGHT = 20  # characters that a pattern may look ahead beyond its match

# For the search: lower case, digits as "0"; what is not ASCII became "?" and may be a digit of another script.
_PLAIN = bytes(ord("0") if chr(code).isdigit() else ord(chr(code).lower()) for code in range(128)) + bytes(128)
_PLAIN_UNICODE = _PLAIN.replace(b"?", b"0")


class Registry:
    """Markers, ready to be found in texts."""

    def __init__(self, markers: Sequence[Marker], disarming: Iterable[str], places: Sequence[str]) -> None:
        """`disarming` are words that take a revision marker's force away, `places` are further anchors to look for."""
        self.markers = tuple(markers)
        self._disarming = frozenset(disarming)
        by_anchor: dict[str, dict[Marker, list[Alternative]]] = {}
        for marker in self.markers:
            for alternative in marker.alternatives:
                for anchor in alternative.anchors:
                    by_anchor.setdefault(anchor, {}).setdefault(marker, []).append(alternative)
        self._groups = [_Group(group) for group in by_anchor.values()]
        texts = [anchor.encode() for anchor in [*by_anchor, *places]]
        self._automaton = BytesAhoCorasick(texts, implementation=Implementation.DFA)

    def scan(self, text: str) -> Scan:
        """The markers of a text and the places of the other anchors, both in order. Linear in the text's length."""
        plain = text.encode("ascii", "replace").translate(_PLAIN if text.isascii() else _PLAIN_UNICODE)
        lower = text.lower()
        if len(lower) != len(text):  # "İ" becomes two characters
            lower = "".join(char if len(char.lower()) > 1 else char.lower() for char in text)
        groups = self._groups
        runs: list[Run] = []
        places: list[tuple[int, int]] = []
        covered = -1  # the end of the last marker: what lies inside it is no marker of its own
        number = 0  # the first digit behind the last run
        run_start = run_end = 0
        revision: Found | None = None
        verification: Found | None = None
        for which, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if which >= len(groups):
                places.append((start, which - len(groups)))
                continue
            if start < covered:
                continue
            group = groups[which]
            same_run = number < 0 or start <= number
            found = group.find(lower, start, end)
            if same_run and found and (revision or (verification and not group.revises)):
                run_end = max(run_end, found.end)  # another marker of the kind changes nothing
                continue
            if found is None or (found.marker.kind is Kind.REVISION and self._disarmed(text, found)):
                continue
            if not same_run or not (revision or verification):
                if revision or verification:
                    runs.append(Run(run_start, run_end, revision, verification))
                run_start, revision, verification = found.start, None, None
            if found.marker.kind is Kind.REVISION:
                revision = found
            else:
                verification = found
            covered = run_end = found.end
            number = plain.find(b"0", run_end)
        if revision or verification:
            runs.append(Run(run_start, run_end, revision, verification))
        return Scan(runs, places)

    def _disarmed(self, text: str, found: Found) -> bool:
        """Whether the clause takes a revision marker's force away: "no mistake", "recompute to be safe", a question."""
        if text.endswith("</", 0, found.start):
            return True  # the end of what "<recalc>" began
        before = _CLAUSE_END.split(text[max(0, found.start - 48) : found.start])[-1]
        if before and not self._disarming.isdisjoint(before.lower().replace("’", "'").split()[-6:]):
            return True
        if before and _LOOKS_FOR.search(before):
            return True
        if text.find(", ", max(0, found.start - 26), found.start) >= 0 and _AS_CHECK.search(
            text, max(0, found.start - 60), found.start
        ):
            return True
        if _OF_STEP.match(text, found.end) or _NONE.match(text, found.end) or _DISPELS.match(text, found.end):
            return True
        paragraph = _NUMBERLESS.match(text, found.end)
        if paragraph and _REASSURES.search(paragraph[0].lower().replace("’", "'")):
            return True
        rest = _REST.match(text, found.end)
        if rest is None:
            return False
        return rest[0].endswith("?") or (
            ("to " in rest[0] or "case" in rest[0] or "for " in rest[0] or "as a" in rest[0])
            and _TO_CHECK.search(rest[0]) is not None
        )


_CLAUSE_END = re.compile(r"[.,;:!?\n—–()]|\bbecause\b")
_REST = re.compile(r"[^.,;:!?\n]{0,80}+(?:[.,]\d[^.,;:!?\n]{0,40}+){0,3}+\??")
# "I considered a recalculation but see no grounds for one", "I could do it again, but nothing points to an error".
_DISPELS = re.compile(
    r"[^.!?\n\d]{0,30}, (?:just )?to be (?:safe|sure|certain)\b"
    r"|[^.!?\n\d]{0,60}(?:\b(?:but|though|yet|and)\b|;)[^.!?\n\d]{0,30}\b"
    r"(?:no (?:grounds?|reason|need|cause|point|sign|hint)|nothing (?:\w+ )?(?:points|suggests|hints|speaks)"
    r"|(?:it's|it is|that's|all is|they are|they're) (?:all |still |quite )?"
    r"(?:right|fine|ok(?:ay)?|good|correct|in order))\b"
)
_TO_CHECK = re.compile(
    r"\bto (?:be (?:safe|sure)|make sure|see (?:if|whether)|double|check|verify|confirm)|\bjust in case"
    r"|\bas a (?:check|test|control|verification|cross-check)\b"
    r"|\bfor (?:a |the sake of )?(?:verification|confirmation|control|safety|certainty|check)\b"
)


# "Let me redo that one: 76. Yes.": not the whole solution.
_OF_STEP = re.compile(r"(?:(?<=that)|(?<=this)| that| this)(?: last| first)? (?:one|step|part|row|piece|line)\b")
_LOOKS_FOR = re.compile(  # "To find an incorrect step, …"
    r"\b(?:(?:to (?:find|spot|locate)|(?:look|search|hunt|scan)(?:ing)? for) (?:an?|any|the)|to find out how"
    r"|guard(?:ing)? against(?: an?| any)?) $",
    re.IGNORECASE,
)
# "As verification, we repeat the computation along another line."
_AS_CHECK = re.compile(
    r"\b(?:(?:as|for|by way of) (?:an? |final |further |independent )*(?:check|verification|test|control|confirmation)"
    r"(?: of (?:the|my|this|our) \w+)?|to (?:make|be) sure), [^.!?\n\d]{0,24}\Z",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?: (?:step|line|part))?s?\W{1,4}none\b|,? if any\b", re.IGNORECASE)  # "Incorrect step: none"
# The rest of a paragraph without a number, which may take a doubt back: "I feel I made a mistake... no, it is fine."
_NUMBERLESS = re.compile(r"[^\n\d]{10,300}+(?=\n|\Z)")
_REASSURES = re.compile(  # in lower-case text
    r"""\b(?: (?<!n't\ )(?<!not\ )(?<!what\ )
        (?:it's|that's|they're|is|are|was|were|looks?|seems?|comes\ out|checks\ out)
        \ (?:all\ |still\ |just\ |perfectly\ |indeed\ |actually\ )?(?:fine|right|correct|ok(?:ay)?|good|well|true)\b
        (?!\ (?:\w+\ )?(?:way|one|answer|result|product|value)\b)
      | never\ ?mind | false\ alarm | second-guess | over-?think | worrying | paranoid | (?:for|about|over)\ nothing
      | what\ i\ did | (?:can't|cannot|couldn't|could\ not|didn't|don't|do\ not|did\ not)\ (?:find|see|spot|detect)
      | nothing\ (?:is\ |looks\ |seems\ )?(?:wrong|amiss|off) | (?:no|makes\ no|any)\ difference | n[o']t\ change
      | i'?ll\ (?:just\ )?(?:trust|keep|leave|stick|stay) | no,\ i\ (?:haven't|didn't|have\ not|did\ not)
      | none\ (?:seen|found|spotted|noticed|here) | if\ any\b
      | no\ (?:need|reason)\ to | (?:answer|result|product|it)\ (?:still\ )?(?:stands|holds) )[^?]*\Z""",
    re.VERBOSE,
)


class _Group:
    """The alternatives with a certain anchor, by their markers, as one expression."""

    def __init__(self, group: Mapping[Marker, Sequence[Alternative]]) -> None:
        self.markers = tuple(group)
        self.revises = any(marker.kind is Kind.REVISION for marker in group)
        self._before = max(alternative.before for alternative in chain(*group.values()))
        self._after = max(alternative.after for alternative in chain(*group.values())) + _SIGHT
        choices = "|".join(f"({'|'.join(one.pattern for one in alternatives)})" for alternatives in group.values())
        expression = re.compile(rf"(?<!\w)(?:{_lower(choices)})(?!\w)")
        self._search = expression.search if self._before else expression.match

    def find(self, text: str, start: int, end: int) -> Found | None:
        """The marker that holds the anchor at `start`..`end` of a text in lower case (quicker than IGNORECASE)."""
        limit = end + self._after
        begin = start
        if self._before:
            begin = max(0, start - self._before)
            # A phrase goes over no line and no sentence, which leaves less to look through.
            begin = text.rfind("\n", begin, start) + 1 or begin
            begin = text.rfind(". ", begin, start) + 1 or begin
        match = self._search(text, begin, limit)
        while match and match.end() < end:
            match = self._search(text, match.start() + 1, limit)
        if match is None or match.start() > start or match.lastindex is None:
            return None
        return Found(self.markers[match.lastindex - 1], match.start(), match.end())


def _lower(pattern: str) -> str:
    """A pattern that finds in a text in lower case what the pattern finds where case is ignored."""
    return _ESCAPE_OR_NOT.sub(lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), pattern)


_ESCAPE_OR_NOT = re.compile(r"\\.|[^\\]+")


# From entries to markers ----------------------------------------------------------------------------------------------

_PLACEHOLDERS = {
    "{i}": (
        r"(?:let me|let us|let's|lets|i'll|i will|i'm going to|i am going to|i need to|i should|i must|i have to"
        r"|i'd better|we'll|we will|we need to|we should|we must|we have to)"
        r"(?: (?:now|carefully|quickly|just|also|first|please))?"
    ),
    "{w}": r"\w{1,16}",
}
_KEEPS_CASE = re.compile(r"\(\?[a-zA-Z]*-[a-zA-Z]*i")
_SETS_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")
_GROUP_OR_NOT = re.compile(r"\\.|\[[^\]]*\]|\((?!\?)")  # steps over escapes and classes, to a capturing group
_SHORTEST_ANCHOR = 3
_MOST_TEXTS = 32  # of which one must occur: more are better looked for by what they have in common
_OFTEN = 8  # a part that repeats at most this often may hold choices of its own


def _compile(entry: MarkerEntry) -> Marker:
    """An entry made ready. Raises UserError, naming the entry, for one that cannot be."""

    def refuse(what: str, hint: str) -> UserError:
        return UserError(what, where=f"marker {entry.name!r}", hint=hint)

    if not entry.name.strip():
        raise refuse("no name", "Name it after the words that it finds.")
    if entry.kind not in tuple(Kind):
        raise refuse(f"unknown kind {entry.kind!r}", f"Known: {', '.join(Kind)}.")
    pattern = entry.pattern
    for placeholder, meaning in _PLACEHOLDERS.items():
        pattern = pattern.replace(placeholder, f"(?:{meaning})")
    pattern = _GROUP_OR_NOT.sub(lambda found: "(?:" if found[0] == "(" else found[0], pattern)
    pattern = pattern.replace("'", "['’]").replace(" ?", r"\s?").replace(" ", r"\s{1,3}")
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise refuse(f"pattern is no regular expression: {error}", f"Pattern: {entry.pattern}") from None
    if _KEEPS_CASE.search(pattern):
        raise refuse("pattern tells capitals apart", "Leave (?-i:...) out: case never counts in a marker.")
    if _SETS_FLAGS.match(pattern):
        raise refuse("pattern sets flags as a whole", "Case never counts; write another as (?s:...) around a part.")
    if compiled.groups:
        raise refuse("pattern has a named group", "Groups are written (...): the match as a whole is the marker.")
    tree = parser.parse(pattern, re.IGNORECASE)
    shortest, longest = tree.getwidth()
    if shortest == 0:
        raise refuse("pattern matches the empty text", "Make part of it obligatory.")
    if longest > _LONGEST_MATCH:
        raise refuse(
            f"pattern matches more than {_LONGEST_MATCH} characters",
            "Bound its repeats: {1,9} or {w} instead of + and *.",
        )
    if _explodes(tree):
        raise refuse(
            f"pattern repeats a choice or a repeat more than {_OFTEN} times, which can take for ever",
            "Repeat only single characters that often.",
        )
    if entry.anchor is not None:
        if not re.fullmatch(r"[a-z-]{3,}", entry.anchor):
            raise refuse(f"anchor {entry.anchor!r}", "Give three or more letters from a to z that every match holds.")
        alternatives = [Alternative(pattern, (entry.anchor,), longest, longest)]
    else:
        found = [(part, _required(parser.parse(part, re.IGNORECASE))) for part in _split(pattern)]
        alternatives = [Alternative(part, *required) for part, required in found if required]
        if len(alternatives) < len(found):
            raise refuse(
                f"no {_SHORTEST_ANCHOR} letters in a row stand in every match",
                "Give them as its anchor, or write the pattern with words that are always there.",
            )
    return Marker(entry.name, Kind(entry.kind), entry.source, compiled, tuple(alternatives))


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, "a" and "b" of "a|b" and "(?:a|b)"; of "(?:a|b)c" there is one."""
    parts, depth, begin, whole = [], 0, 0, pattern.startswith("(?:")
    for token in _TOKEN.finditer(pattern):
        if token[0] == "|" and depth == 0:
            parts.append(pattern[begin : token.start()])
            begin = token.end()
        depth += (token[0] == "(") - (token[0] == ")")
        whole = whole and (depth > 0 or token.end() == len(pattern))
    if whole:
        return _split(pattern.removeprefix("(?:").removesuffix(")"))
    return [*parts, pattern[begin:]]


_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]")  # steps over escapes and classes


class _Required(NamedTuple):
    """Texts of which every match holds one, and how many characters of the match may stand before and after it."""

    literals: tuple[str, ...]
    before: int
    after: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Longer texts are rarer; of equals, the nearer to the start."""
        return min(6, min(map(len, self.literals))), -self.before, -len(self.literals)


def _required(tree: Any) -> _Required | None:
    """What every match of a parsed (sub)pattern holds; None if that is nothing of use."""
    found: list[_Required] = []
    run, run_start = {""}, 0  # all that the pattern may match since the last part that is not plain letters
    width = tree.getwidth()[1]

    def end_run() -> None:
        literals = {text for text in run if not any(other in text for other in run - {text})}
        if min(map(len, literals)) >= _SHORTEST_ANCHOR:
            inside = max(text.find(literal) for text in run for literal in literals)
            found.append(_Required(tuple(sorted(literals)), run_start + inside, width - run_start))

    at = 0
    for item in tree:
        texts = _texts(*item)
        if texts and len(run) * len(texts) <= _MOST_TEXTS:
            run_start = run_start if run != {""} else at
            run = {before + text for before in run for text in texts}
        else:
            end_run()
            run, run_start = texts or {""}, at
            if not texts and (inner := _required_inside(*item)):
                found.append(_Required(inner.literals, at + inner.before, width - at))
        at += parser.SubPattern(tree.state, [item]).getwidth()[1]
    end_run()
    return max(found, key=lambda required: required.rank, default=None)


def _texts(operation: Any, argument: Any) -> set[str] | None:
    """All texts that a part of a pattern can match, if they are few and of letters only."""
    texts: set[str] | None = None
    if operation is codes.LITERAL:
        letter = chr(argument).lower()
        texts = {letter} if letter == "-" or "a" <= letter <= "z" else None
    elif operation is codes.SUBPATTERN:
        texts = {""}
        for item in argument[-1]:
            more = _texts(*item)
            texts = {before + text for before in texts for text in more} if texts and more else None
    elif operation is codes.BRANCH:
        choices = [_texts(codes.SUBPATTERN, (choice,)) for choice in argument[1]]
        texts = set[str]().union(*(choice or () for choice in choices)) if all(choices) else None
    elif operation in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[:2] == (0, 1):
        inner = _texts(codes.SUBPATTERN, (argument[2],))
        texts = {"", *inner} if inner else None
    return texts if texts and len(texts) <= _MOST_TEXTS else None


def _required_inside(operation: Any, argument: Any) -> _Required | None:
    if operation is codes.SUBPATTERN:
        return _required(argument[-1])
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0] > 0:
        return _required(argument[2])
    if operation is codes.BRANCH:
        choices = [choice for part in argument[1] if (choice := _required(part))]
        if len(choices) == len(argument[1]):
            literals = {literal: None for choice in choices for literal in choice.literals}
            before, after = (max(widths) for widths in zip(*((c.before, c.after) for c in choices), strict=True))
            return _Required(tuple(literals), before, after)
    return None


def _explodes(tree: Any, often: bool = False) -> bool:
    """Whether a parsed pattern repeats often what can itself match in several ways, so that trying takes for ever."""
    for operation, argument in tree:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            least, most, repeated = argument
            if (often and least != most) or _explodes(repeated, often or most > _OFTEN):
                return True
        elif operation is codes.BRANCH:
            if often or any(_explodes(choice, often) for choice in argument[1]):
                return True
        elif (operation is codes.SUBPATTERN and _explodes(argument[-1], often)) or (
            operation in (codes.ASSERT, codes.ASSERT_NOT) and _explodes(argument[1], often)
        ):
            return True
    return False


# The shipped data ----------------------------------------------------------------------------------------------------


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("markers.yaml").read_text("utf-8"))
    return data


@cache
def shipped() -> tuple[MarkerEntry, ...]:
    """The entries of markers.yaml, in its order."""
    data = _data()
    return tuple(
        MarkerEntry(entry["name"], kind, entry["pattern"], data["sources"][entry["source"]], entry.get("anchor"))
        for kind in Kind
        for entry in data[kind]
    )


@lru_cache(maxsize=8)
def registry(extra: tuple[MarkerEntry, ...] = ()) -> Registry:
    """The shipped markers and `extra` ones. Made once for the same `extra`.

    Raises UserError, naming the entry, for one that is bad or whose name is taken.
    """
    taken: set[str] = set()
    markers = []
    for entry in (*shipped(), *extra):
        if entry.name in taken:
            raise UserError("the name is taken", where=f"marker {entry.name!r}", hint="Give it another name.")
        taken.add(entry.name)
        markers.append(_compile(entry))
    return Registry(markers, _data()["not_after"].split(), (*PLACES, *ENDS, *POSES))


# The table of the documentation ---------------------------------------------------------------------------------------

TABLE_BEGINS, TABLE_ENDS = "<!-- markers -->", "<!-- end of markers -->"


def with_table(page: str) -> str:
    """A page of the documentation with the shipped markers between TABLE_BEGINS and TABLE_ENDS."""
    head, begins, rest = page.partition(TABLE_BEGINS)
    _, ends, tail = rest.partition(TABLE_ENDS)
    if not (begins and ends):
        raise UserError(f"no place for the table: {TABLE_BEGINS} … {TABLE_ENDS}")
    return f"{head}{begins}\n{_table()}{ends}{tail}"


def _table() -> str:
    rows = ["| marker | kind | pattern | source |", "|---|---|---|---|"]
    sources = {text: name for name, text in _data()["sources"].items()}
    for entry in shipped():
        pattern = entry.pattern.replace("\n", r"\n").replace("|", r"\|")
        rows.append(f"| {entry.name} | {entry.kind} | `{pattern}` | {sources[entry.source]} |")
    rows += ["", *(f"- **{name}**: {text}" for name, text in _data()["sources"].items())]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    import sys
    from pathlib import Path

    for path in map(Path, sys.argv[1:]):
        path.write_text(with_table(path.read_text("utf-8")), "utf-8")
