"""What the styles share: the policy, the draw of attempts, worked products with slips, the cut of truncated responses.

A style writes tagged text: `Telling.c` wraps the words that commit the candidate of the attempt under way, `Telling.r`
wraps a later restatement of it. The tags never reach a response; they say where a truncation must not fall.
"""

from __future__ import annotations

import random
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Decision = Literal["STOP", "RESAMPLE", "TRUNCATED"]
Truth: TypeAlias = list[tuple[str, Decision]]

SIZES = ("1x1", "1x4", "2x2", "2x3", "3x3", "3x4", "4x4", "4x5", "5x6", "6x6")

COMMIT_OPEN, COMMIT_CLOSE, RESTATE_OPEN, RESTATE_CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
_TAGS = re.compile("[\ue000-\ue003]")
_SEPARATOR = r"(?:\{,\}|\\,|[,_' \u00a0\u2009\u202f])?"


@dataclass(frozen=True)
class Policy:
    """The two-stage policy to imitate, and what else happens to responses.

    p: P(a sampled candidate is right); p_sc: P(STOP | right); p_rw: P(RESAMPLE | wrong). The attempt number `most`
    always stops, so rates of decisions are to be taken over the attempts before it. truncated and empty are shares of
    responses.
    """

    p: float = 0.5
    p_sc: float = 0.85
    p_rw: float = 0.55
    truncated: float = 0.08
    most: int = 5
    empty: float = 0.01


@dataclass(frozen=True)
class Sample:
    """A record of a trajectory file, the attempts in it, and where each is committed (spans of the response)."""

    record: dict[str, Any]
    truth: Truth
    commits: list[tuple[int, int]]


@dataclass(frozen=True)
class Term:
    """One partial product: left times right, the value as written (perhaps wrong), added or subtracted."""

    left: int
    right: int
    value: int
    sign: int = 1


@dataclass(frozen=True)
class Work:
    """A worked product: its partial products and the total that the writer reaches."""

    a: int
    b: int
    method: str
    terms: tuple[Term, ...]
    total: int

    @property
    def parts(self) -> list[int]:
        """The parts that the second factor was split into."""
        return [term.right for term in self.terms]

    def steps(self) -> list[tuple[int, int, int, int]]:
        """The additions one by one: (so far, sign, next value, result); a slip of the sum is in the last."""
        so_far, steps = self.terms[0].value, []
        for place, term in enumerate(self.terms[1:], start=2):
            result = self.total if place == len(self.terms) else so_far + term.sign * term.value
            steps.append((so_far, term.sign, term.value, result))
            so_far = result
        return steps


@dataclass(frozen=True)
class Mended:
    """A worked product that differs from the one before in one partial product (place), or in the sum (None)."""

    work: Work
    place: int | None
    was: int
    now: int


def group(number: int, grouping: str) -> str:
    """The number in one of the groupings: plain, comma, space, narrow, latex, thin, underscore, apostrophe."""
    marks = {"plain": "", "comma": ",", "space": " ", "narrow": "\u202f", "latex": "{,}", "thin": "\\,"}
    mark = {**marks, "underscore": "_", "apostrophe": "'"}[grouping]
    text = f"{number:,}"
    if grouping == "space" and 1000 <= number < 10000:
        return str(number)
    return text.replace(",", mark)


def digits_pattern(digits: str) -> re.Pattern[str]:
    """Finds a number in a text in any grouping, never as a piece of a longer run of digits."""
    return re.compile(r"(?<!\d)" + _SEPARATOR.join(digits) + r"(?!\d)")


def slip(rng: random.Random, a: int, b: int) -> int:
    """A wrong product as models make them."""
    product = a * b
    while True:
        digits = [int(d) for d in str(product)]
        kind = rng.choices(["digit", "carry", "dropped", "shift", "swap", "middle"], [4, 4, 2, 2, 1, 3])[0]
        place = rng.randrange(len(digits))
        partials = [a * int(d) * 10**i for i, d in enumerate(reversed(str(b))) if d != "0"]
        wrong = product
        if kind == "digit":
            wrong = product + rng.choice([-3, -2, -1, 1, 2, 3]) * 10**place
        elif kind == "carry":
            wrong = product - 10 ** rng.randint(1, max(1, len(digits) - 1))
        elif kind == "dropped" and len(partials) > 1:
            wrong = product - rng.choice(partials)
        elif kind == "shift" and len(partials) > 1:
            partial = rng.choice(partials)
            wrong = product - partial + (partial * 10 if rng.random() < 0.5 else partial // 10)
        elif kind == "swap" and place:
            digits[place - 1], digits[place] = digits[place], digits[place - 1]
            wrong = int("".join(map(str, digits)))
        elif kind == "middle" and len(digits) > 2:
            wrong = product + rng.choice([-1, 1]) * 10 ** rng.randint(1, len(digits) - 2) * rng.randint(1, 9)
        if wrong > 0 and wrong != product:
            return wrong


def split(number: int, method: str) -> list[int]:
    """The number as a sum of at least two parts (one part only for 1)."""
    places = [int(d) * 10**i for i, d in enumerate(reversed(str(number))) if d != "0"][::-1]
    if method == "low":
        places = places[::-1]
    if method == "chunks" and len(places) > 2:
        low = 10 ** (len(str(number)) // 2)
        places = [number // low * low, number % low] if number % low else places
    if len(places) == 1 and number > 1:
        unit = number // int(str(number)[0])
        first = max(1, int(str(number)[0]) // 2) * unit if number > unit else number // 2
        places = [number - first, first]
    return places


class Telling:
    """The state of one response while a style writes it."""

    def __init__(self, rng: random.Random, a: int, b: int, candidates: Sequence[int]) -> None:
        self.rng, self.a, self.b, self.product = rng, a, b, a * b
        self.candidates = list(candidates)
        self.index = 0
        self.words = "comma"
        self.maths = "plain"
        self.x = "×"
        self._flags: dict[str, bool] = {}
        self.work = self.solve()
        self.before = self.work

    @property
    def candidate(self) -> int:
        return self.candidates[self.index]

    @property
    def previous(self) -> int:
        return self.candidates[self.index - 1]

    @property
    def same(self) -> bool:
        """The attempt under way commits the candidate of the attempt before once more."""
        return self.index > 0 and self.candidate == self.previous

    @property
    def more(self) -> bool:
        return self.index + 1 < len(self.candidates)

    def advance(self) -> None:
        self.index += 1
        self.before = self.work

    def one(self, *options: str) -> str:
        return self.rng.choice(options)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def flag(self, name: str, share: float) -> bool:
        """A habit of this response: drawn once, then kept."""
        return self._flags.setdefault(name, self.chance(share))

    def way(self, **weights: float) -> str:
        """How the revision goes: one of the names. With the same candidate again only `redo` can be told fairly."""
        if self.same:
            return "redo"
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def n(self, number: int) -> str:
        """A number in prose."""
        return group(number, self.words)

    def m(self, number: int) -> str:
        """A number in formulae."""
        return group(number, self.maths)

    def c(self, text: str) -> str:
        """Words that commit the candidate of the attempt under way; after them nothing of the number is missing."""
        return COMMIT_OPEN + text + COMMIT_CLOSE

    def r(self, text: str) -> str:
        """Words that only repeat the candidate."""
        return RESTATE_OPEN + text + RESTATE_CLOSE

    def boxed(self, open_: str = "", close: str = "") -> str:
        """The candidate in a LaTeX box, between delimiters of a formula if wished."""
        return f"{open_}\\boxed{{{self.m(self.candidate)}}}{close}"

    @property
    def ab(self) -> str:
        return f"{self.n(self.a)} {self.x} {self.n(self.b)}"

    def solve(self, *methods: str) -> Work:
        """A way to the candidate, which becomes `work`; a slip is in a partial product or in the last sum."""
        method = self.rng.choice(methods or ("high", "low", "chunks"))
        a, b = self.a, self.b
        if method == "swapped" or (method not in ("round", "area") and len(str(b)) == 1 < len(str(a)) and b > 0):
            a, b = b, a
        terms: list[Term] = []
        if method == "round":
            unit = 10 ** (len(str(b)) - 1)
            near = max(unit, round(b / unit) * unit)
            if near == b or len(str(b)) == 1:
                method = "high"
            else:
                terms = [Term(a, near, a * near), Term(a, abs(b - near), a * abs(b - near), 1 if b > near else -1)]
        if method == "area":
            if sum(d != "0" for d in str(a)) * sum(d != "0" for d in str(b)) > 12:
                method = "chunks"
            else:
                terms = [Term(x, y, x * y) for x in split(a, "high") for y in split(b, "high")]
        if not terms:
            terms = [Term(a, part, a * part) for part in split(b, "high" if method == "swapped" else method)]
        off = self.candidate - self.product
        if off and (len(terms) == 1 or self.chance(0.7)):
            able = [
                place
                for place, term in enumerate(terms)
                if term.value + term.sign * off > 0 and abs(off) <= 10 * term.value
            ]
            exact = [place for place in able if abs(off) * 10 in (terms[place].value * 9, terms[place].value * 90)]
            if able:
                place = self.rng.choice(exact or able)
                term = terms[place]
                terms[place] = Term(term.left, term.right, term.value + term.sign * off, term.sign)
        self.work = Work(a, b, method, tuple(terms), self.candidate)
        return self.work

    def other(self, *methods: str) -> Work:
        """A way to the candidate that splits the factor that the work so far did not split, or one of `methods`."""
        if methods and self.chance(0.3):
            return self.solve(*methods)
        return self.solve("swapped" if (self.work.a, self.work.b) == (self.a, self.b) else "high")

    def mend(self) -> Mended | None:
        """The work before with one thing corrected so that it gives the new candidate, if that can be told."""
        if self.same:
            return None
        work, off = self.before, self.candidate - self.previous
        if sum(term.sign * term.value for term in work.terms) == self.candidate:
            mended = Mended(
                Work(work.a, work.b, work.method, work.terms, self.candidate), None, self.previous, self.candidate
            )
        else:
            true = [p for p, t in enumerate(work.terms) if t.value + t.sign * off == t.left * t.right]
            able = true or [
                p for p, t in enumerate(work.terms) if t.value + t.sign * off > 0 and abs(off) <= 10 * t.value
            ]
            if not able:
                return None
            place = self.rng.choice(able)
            term = work.terms[place]
            fixed = Term(term.left, term.right, term.value + term.sign * off, term.sign)
            terms = (*work.terms[:place], fixed, *work.terms[place + 1 :])
            mended = Mended(Work(work.a, work.b, work.method, terms, self.candidate), place, term.value, fixed.value)
        self.work = mended.work
        return mended

    def sum(self, work: Work, maths: bool = False) -> str:
        """The partial products joined by their signs."""
        show = self.m if maths else self.n
        text = show(work.terms[0].value)
        return text + "".join(f" {'+' if t.sign > 0 else '-'} {show(t.value)}" for t in work.terms[1:])

    def factor(self, work: Work, maths: bool = False) -> str:
        """The second factor as its parts: 4000 + 500 + 60 + 7."""
        show = self.m if maths else self.n
        text = show(work.terms[0].right)
        return text + "".join(f" {'+' if t.sign > 0 else '-'} {show(t.right)}" for t in work.terms[1:])

    def detail(self, term: Term, share: float = 0.6, maths: bool = False) -> str:
        """How a partial product comes about, place by place, in the responses that go into detail; else nothing."""
        parts = split(term.left, self.rng.choice(["high", "high", "chunks"]))
        if not self.flag("detailed", 0.6) or term.left < 11 or not self.chance(share):
            return ""
        show = self.m if maths else self.n
        products = " + ".join(f"{show(part)} {self.x} {show(term.right)}" for part in parts)
        return f"{products} = {' + '.join(show(part * term.right) for part in parts)} = {show(term.value)}"

    def near(self, number: int) -> int:
        """The number with one digit off: a slip on the way that is mended at once. Never the candidate."""
        while True:
            place: int = 10 ** self.rng.randrange(len(str(number)))
            wrong = number + self.rng.choice([-1, 1, 2, -2]) * place
            if wrong > 0 and wrong not in (self.candidate, self.product):
                return wrong

    def estimate(self) -> tuple[int, int, int] | None:
        """Rounded factors and their product, if the candidate is plausible beside it."""

        def rounded(number: int) -> int:
            unit: int = 10 ** max(0, len(str(number)) - self.rng.choice([1, 2, 2]))
            return max(unit, round(number / unit) * unit)

        x, y = rounded(self.a), rounded(self.b)
        return (x, y, x * y) if 0.75 < self.candidate / (x * y) < 1.35 and self.candidate != x * y else None

    def last_digit(self) -> tuple[int, int, int] | None:
        """Last digits of the factors and of their product, if the candidate ends so."""
        x, y = self.a % 10, self.b % 10
        return (x, y, x * y) if x * y % 10 == self.candidate % 10 else None

    def nines(self) -> tuple[int, int, int] | None:
        """Remainders by nine of the factors and of the candidate, if they agree."""
        x, y, z = self.a % 9, self.b % 9, self.candidate % 9
        return (x, y, z) if x * y % 9 == z else None

    def columns(self, work: Work, grouping: str = "plain", rule: str = "-") -> str:
        """Long multiplication in aligned columns, lowest place first, the total left out after the last rule."""
        terms = sorted(work.terms, key=lambda term: term.right)
        wide = (
            max(len(group(number, grouping)) for number in [work.a, work.b, work.total, *(t.value for t in terms)]) + 2
        )
        lines = [
            group(work.a, grouping).rjust(wide),
            f"{self.x[:1] if self.x != chr(92) else 'x'}" + group(work.b, grouping).rjust(wide - 1),
        ]
        lines.append(rule * wide)
        for place, term in enumerate(terms):
            sign = ("+" if term.sign > 0 else "-") if place and place == len(terms) - 1 else " "
            lines.append(
                sign
                + group(term.value, grouping).rjust(wide - 1)
                + self.one("", "", f"   ({term.left} x {term.right})")
            )
        lines.append(rule * wide)
        return "\n".join(lines) + "\n"

    def total(self, work: Work, grouping: str = "plain") -> str:
        """The total of `columns`, right under it."""
        wide = (
            max(len(group(number, grouping)) for number in [work.a, work.b, work.total, *(t.value for t in work.terms)])
            + 2
        )
        return group(work.total, grouping).rjust(wide)

    def typos(self, text: str, share: float = 0.02) -> str:
        """Two letters swapped in some of the longer words."""

        def swap(found: re.Match[str]) -> str:
            word = found[0]
            if self.rng.random() > share:
                return word
            place = self.rng.randrange(1, len(word) - 2)
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

        return re.sub(r"(?<![\\<{/a-zA-Z])[a-z]{6,}", swap, text)


class Style(ABC):
    """A habit of writing, as tagged text; `again` tells a revision and the new attempt."""

    ends: tuple[str, ...] = ("",)

    @property
    def name(self) -> str:
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", type(self).__name__).lower()

    @abstractmethod
    def begin(self, t: Telling) -> None:
        """Draws what stays the same over a response: grouping, signs."""

    @abstractmethod
    def first(self, t: Telling) -> str: ...

    @abstractmethod
    def again(self, t: Telling) -> str: ...

    @abstractmethod
    def closing(self, t: Telling) -> str: ...

    def finish(self, t: Telling, text: str) -> str:
        """The last touch on the tagged text of a whole response."""
        return text

    def write(self, t: Telling) -> str:
        self.begin(t)
        text = self.first(t)
        while t.more:
            t.advance()
            text += self.again(t)
        whole = re.sub("\n{3,}", "\n\n", text + self.closing(t))
        return self.finish(t, whole).rstrip() + t.rng.choice(self.ends)


@dataclass
class _Untagged:
    text: str
    commits: list[tuple[int, int]] = field(default_factory=list)
    restated: list[tuple[int, int]] = field(default_factory=list)


def _untag(tagged: str) -> _Untagged:
    out, start, clean = _Untagged(""), 0, []
    at = 0
    for piece in re.split("([\ue000-\ue003])", tagged):
        if _TAGS.fullmatch(piece):
            if piece in (COMMIT_OPEN, RESTATE_OPEN):
                start = at
            else:
                (out.commits if piece == COMMIT_CLOSE else out.restated).append((start, at))
        else:
            clean.append(piece)
            at += len(piece)
    out.text = "".join(clean)
    return out


def _cut(out: _Untagged, candidates: Sequence[int], at: int) -> tuple[str, int]:
    """The text cut near `at` (before a commitment that it would cut through), and how many candidates that keeps."""
    unclear = list(out.restated)
    begin = 0
    for candidate in set(candidates):
        unclear += [found.span() for found in digits_pattern(str(candidate)).finditer(out.text)]
    for (start, end), candidate in zip(out.commits, candidates, strict=True):
        seen = digits_pattern(str(candidate)).search(out.text, begin, end)
        unclear.append((min(start, seen.start()) if seen else start, end))
        begin = end
    moved = True
    while moved:
        moved = False
        for start, end in unclear:
            if start < at <= end:
                at, moved = start, True
    return out.text[:at], sum(end < at for _, end in out.commits)


def _chain(rng: random.Random, policy: Policy, a: int, b: int) -> list[int]:
    candidates: list[int] = []
    while True:
        right = rng.random() < policy.p
        wrong_before = [candidate for candidate in candidates if candidate != a * b]
        if right:
            candidates.append(a * b)
        elif wrong_before and rng.random() < 0.2:
            candidates.append(wrong_before[-1])
        else:
            candidates.append(slip(rng, a, b))
        goes_on = rng.random() < (1 - policy.p_sc if right else policy.p_rw)
        if not goes_on or len(candidates) >= policy.most:
            return candidates


def _operand(rng: random.Random, digits: int) -> int:
    return rng.randint(2, 9) if digits == 1 else rng.randint(10 ** (digits - 1), 10**digits - 1)


def samples(
    n: int,
    style: Style,
    policy: Policy | None = None,
    *,
    seed: int = 0,
    sizes: Sequence[str] = SIZES,
    model: str | None = None,
) -> list[Sample]:
    """`n` responses in a style, with what happens in them. The same arguments give the same samples."""
    policy = policy or Policy()
    made = []
    for number in range(n):
        rng = random.Random(f"{seed}/{style.name}/{number}")
        size = sizes[number % len(sizes)]
        a, b = (_operand(rng, int(digits)) for digits in size.split("x"))
        candidates = _chain(rng, policy, a, b)
        fate, where = rng.random(), rng.random()
        truth: Truth = [(str(candidate), "RESAMPLE") for candidate in candidates]
        truth[-1] = (str(candidates[-1]), "STOP")
        out = _untag(style.write(Telling(rng, a, b, candidates)))
        if len(out.commits) != len(candidates):
            raise AssertionError(f"{style.name} committed {len(out.commits)} candidates of {len(candidates)}")
        text, commits, reason = out.text, out.commits, "stop"
        if fate < policy.empty:
            text, truth, commits = rng.choice(["", "", "\n", " "]), [], []
        elif fate < policy.empty + policy.truncated:
            text, kept = _cut(out, candidates, max(1, int(where * len(text))))
            truth, commits, reason = truth[:kept], commits[:kept], "length"
            if truth:
                truth[-1] = (truth[-1][0], "TRUNCATED")
        model_name = model or style.name
        record = {
            "id": f"{model_name}/{size}/{number}",
            "model": model_name,
            "size": size,
            "operands": [a, b],
            "prompt": f"Calculate {a} * {b}. Think step by step.",
            "response": text,
            "ground_truth": str(a * b),
            "finish_reason": reason,
            "tokens": max(1, len(text) * 2 // 5),
            "seed": seed,
            "sample": 0,
        }
        made.append(Sample(record, truth, commits))
    return made
