"""Twelve voices of reasoning and chat models of 2024-2026, asked to multiply step by step and free to reflect.

The arithmetic is laid out here rather than by `Telling.solve`: a slip must be one that a reader can believe.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from .common import Style, Telling, Term, Work

Pool = tuple[str, ...]


# --- arithmetic -------------------------------------------------------------------------------------------------------


def zeros(number: int) -> int:
    text = str(number)
    return len(text) - len(text.rstrip("0"))


def places(number: int) -> list[int]:
    return [int(d) * 10**i for i, d in enumerate(reversed(str(number))) if d != "0"][::-1]


def said(t: Telling) -> dict[tuple[int, int], int]:
    """The products told so far, so that none is told with two values unless the writer corrects it."""
    return t.__dict__.setdefault("said_products", {})


def key(left: int, right: int) -> tuple[int, int]:
    return (min(left, right), max(left, right))


def build(t: Telling, method: str) -> tuple[int, int, list[Term]] | None:
    """The factors as worked with and the true partial products, or None where the method does not suit."""
    a, b = t.a, t.b
    if method == "swapped":
        a, b = b, a
    if method in ("high", "low", "chunks", "swapped") and b < 10:
        if method != "swapped" or a < 10 or b < 6:
            return None
        if b >= 8:
            return a, b, [Term(a, 10, a * 10), Term(a, 10 - b, a * (10 - b), -1)]
        return a, b, [Term(a, 5, a * 5), Term(a, b - 5, a * (b - 5))]
    if method in ("high", "low", "swapped"):
        parts = places(b)
        if method == "low":
            parts = parts[::-1]
    elif method == "chunks":
        low = 10 ** (len(str(b)) // 2) if len(str(b)) > 3 else 100
        if b < 100 or not b % low:
            return None
        parts = [b // low * low, b % low]
    elif method == "round":
        if t.chance(0.5):
            a, b = b, a
        unit = 10 ** (len(str(b)) - 1)
        near = round(b / unit) * unit
        if b < 11 or near == b or abs(near - b) > 0.16 * b:
            return None
        return a, b, [Term(a, near, a * near), Term(a, abs(b - near), a * abs(b - near), 1 if b > near else -1)]
    elif method == "area":
        left, right = places(a), places(b)
        if len(left) * len(right) > 9 or len(left) < 2 or len(right) < 2:
            return None
        return a, b, [Term(x, y, x * y) for x in left for y in right]
    else:  # squares
        middle, apart = (a + b) // 2, abs(a - b) // 2
        if (a + b) % 2 or not apart or apart > 40 or middle < 15 or len(str(middle)) > 3:
            return None
        return a, b, [Term(middle, middle, middle**2), Term(apart, apart, apart**2, -1)]
    return (a, b, [Term(a, part, a * part) for part in parts]) if len(parts) > 1 else None


def sums_fit(terms: Sequence[Term], total: int) -> bool:
    so_far = terms[0].value
    for place, term in enumerate(terms[1:], start=2):
        result = total if place == len(terms) else so_far + term.sign * term.value
        if term.sign > 0 and result <= max(so_far, term.value):
            return False
        if term.sign < 0 and not 0 < result < so_far:
            return False
        so_far = result
    return True


def slips_well(term: Term, value: int) -> bool:
    """Could a writer take `value` for this product?"""
    true = term.left * term.right
    if value == true:
        return True
    if value <= max(term.left, term.right) or min(term.left, term.right) == 1:
        return False
    if value in (true * 10, true // 10 if true % 10 == 0 else -1):
        return True
    if str(term.left).strip("0") == "1" or str(term.right).strip("0") == "1":
        return False
    return 0.5 < value / true < 1.8 and value % 10 ** (zeros(term.left) + zeros(term.right)) == 0


def lay(t: Telling, methods: Sequence[str], check: bool = False) -> Work | None:
    """A way to the candidate with a slip that can be believed; as a check, one that contradicts nothing told."""
    first = [*methods]
    t.rng.shuffle(first)
    for method in [*first, *(() if check else ("high", "swapped", "chunks", "low", "area"))]:
        built = build(t, method)
        if built is None:
            continue
        a, b, terms = built
        off = t.candidate - t.product
        able: list[tuple[list[Term], int]] = []
        if not off:
            able = [(terms, t.candidate)]
        else:
            for place, term in enumerate(terms):
                value = term.value + term.sign * off
                if slips_well(term, value):
                    changed = [*terms[:place], Term(term.left, term.right, value, term.sign), *terms[place + 1 :]]
                    able += [(changed, t.candidate)]
            t.rng.shuffle(able)
            if abs(off) <= 0.4 * t.product:
                able.insert(0 if t.chance(0.35) else len(able), (terms, t.candidate))
        for trial, total in able:
            if not sums_fit(trial, total):
                continue
            pairs: dict[tuple[int, int], int] = {}
            fits = all(pairs.setdefault(key(u.left, u.right), u.value) == u.value for u in trial)
            told = said(t)
            if check and any(told.get(pair, value) != value for pair, value in pairs.items()):
                continue
            if check and {key(u.left, u.right) for u in trial} == {key(u.left, u.right) for u in t.before.terms}:
                continue
            if fits:
                told.update(pairs)
                t.work = Work(a, b, method, tuple(trial), total)
                return t.work
    if check:
        return None
    t.work = Work(t.a, t.b, "direct", (Term(t.a, t.b, t.candidate),), t.candidate)
    return t.work


def repair(t: Telling) -> tuple[Work, int | None] | None:
    """The work before with one product, or the sum, put right so that it gives the new candidate."""
    work = t.before
    if t.same or len(work.terms) < 2:
        return None
    if sum(u.sign * u.value for u in work.terms) == t.candidate:
        new = Work(work.a, work.b, work.method, work.terms, t.candidate)
        if not sums_fit(work.terms, t.candidate):
            return None
        t.work = new
        return new, None
    if sum(u.sign * u.value for u in work.terms) != work.total:
        return None
    off = t.candidate - t.previous
    options = []
    for place, u in enumerate(work.terms):
        value = u.value + u.sign * off
        if value == u.left * u.right or (u.value == u.left * u.right and slips_well(u, value)):
            terms = (*work.terms[:place], Term(u.left, u.right, value, u.sign), *work.terms[place + 1 :])
            twice = sum(key(v.left, v.right) == key(u.left, u.right) for v in terms) > 1
            if value > 0 and sums_fit(terms, t.candidate) and not twice:
                options.append((value != u.left * u.right, place, terms))
    if not options:
        return None
    _, place, terms = min(options, key=lambda option: option[0])
    t.work = Work(work.a, work.b, work.method, terms, t.candidate)
    said(t)[key(terms[place].left, terms[place].right)] = terms[place].value
    return t.work, place


def near(t: Telling, term: Term) -> int | None:
    """A slip of this product that is taken back at once; None if it would be hard to believe."""
    for _ in range(8):
        value = term.value + t.rng.choice([-2, -1, 1, 2]) * 10 ** t.rng.randrange(len(str(term.value)))
        taken = (term.left * term.right, term.value, *t.candidates, t.product)
        if slips_well(term, value) and value not in taken:
            return value
    return None


def ballpark(t: Telling) -> tuple[int, int, int] | None:
    def rounded(number: int) -> int:
        unit: int = 10 ** max(1, len(str(number)) - 1)
        if len(str(number)) > 2 and t.chance(0.6):
            unit //= 10
        return round(number / unit) * unit

    x, y = rounded(t.a), rounded(t.b)
    if 0 in (x, y) or (x, y) == (t.a, t.b) or x == t.a or y == t.b or x * y in (*t.candidates, t.product):
        return None
    return x, y, x * y


ELABORATE = re.compile(
    "partial|table|split|long|vertical|distributive|piece|break|digit|part|down|standard|place|awkward"
)
SUBTRACT: Pool = ("Subtracting:", "So, taking it away:", "Then subtract:", "Now the subtraction:", "The difference:")
SIMPLE: Pool = (
    "Is that right? Yes, I'm fairly sure.",
    "I used <a> and <b>, as asked.",
    "I don't see anything wrong with that.",
    "That should be right.",
    "There's nothing more to do here.",
    "Did I read the numbers correctly? Yes, <a> and <b>.",
    "I'm confident about this one.",
)


# --- the frame of every voice -----------------------------------------------------------------------------------------


class Ev(Style):
    words: Pool = ("comma", "comma", "plain")
    maths: Pool = ("plain",)
    signs: Pool = ("×",)
    methods: Pool = ("high", "high", "low", "chunks", "swapped")
    checks: Pool = ("swapped", "high", "round", "squares", "chunks")
    ways: ClassVar[dict[str, float]] = {"redo": 3, "mend": 4, "check": 4}
    gap = "\n\n"
    slips = 0.15
    details = 0.5

    PLAN: Pool = ()
    ADD: Pool = ()
    OOPS: Pool = ()
    DONE: Pool = ()
    SCRAP: Pool = ()
    REDO: Pool = ()
    LOOK: Pool = ()
    LOOKSUM: Pool = ()
    NOW: Pool = ()
    CHECK: Pool = ()
    AGREE: Pool = ()
    CLASH: Pool = ()
    REPLACE: Pool = ()
    IDLE: Pool = ()
    PAUSE: Pool = ()

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.words), t.one(*self.maths), t.one(*self.signs)

    # wording

    def say(self, t: Telling, pool: Pool, **more: Any) -> str:
        """One of the pool, if possible one not yet used in this response, its tokens filled in."""
        used: set[str] = t.__dict__.setdefault("used_words", set())
        if t.work.method == "direct" and pool is self.OPEN:
            pool = tuple(option for option in pool if not ELABORATE.search(option)) or pool
        if t.work.method == "direct" and pool is self.IDLE:
            pool = SIMPLE
        if pool is self.ADD and any(term.sign < 0 for term in t.work.terms):
            pool = SUBTRACT
        text = t.rng.choice([option for option in pool if option not in used] or list(pool))
        used.add(text)
        values: dict[str, Any] = {
            "ab": t.ab,
            "a": t.n(t.a),
            "b": t.n(t.b),
            "n": t.n(t.candidate),
            "N": t.m(t.candidate),
        }
        values |= {"A": t.m(t.a), "B": t.m(t.b), "x": t.x}
        if t.index:
            values |= {"p": t.n(t.previous), "P": t.m(t.previous)}
        values |= {name: t.n(value) if isinstance(value, int) else value for name, value in more.items()}
        return re.sub(r"<(\w+)>", lambda found: values.get(found[1], found[0]), text)

    def times(self, t: Telling, term: Term, maths: bool = False) -> str:
        show = t.m if maths else t.n
        if term.left == term.right and t.work.method == "squares":
            return f"{show(term.left)}{'^2' if maths else '²'}"
        return f"{show(term.left)} {t.x} {show(term.right)}"

    def shape(self, t: Telling, w: Work, maths: bool = False) -> str:
        """The product with the factor taken apart."""
        show = t.m if maths else t.n
        if w.method == "direct":
            return f"{show(w.a)} {t.x} {show(w.b)}"
        if w.method == "squares":
            m, d = w.terms[0].left, w.terms[1].left
            return f"({show(m)} - {show(d)})({show(m)} + {show(d)})"
        if w.method == "area":
            left, right = (" + ".join(map(show, places(side))) for side in (w.a, w.b))
            return f"({left}) {t.x} ({right})"
        return f"{show(w.a)} {t.x} ({t.factor(w, maths)})"

    def detail(self, t: Telling, term: Term, share: float | None = None) -> str:
        """How a product comes about, piece by piece, or nothing."""
        if (
            not t.chance(self.details if share is None else share)
            or term.left < 11
            or str(term.right).strip("0") == "1"
        ):
            return ""
        if term.left == term.right:
            return ""
        parts = places(term.left)
        if len(parts) > 3:
            low = 10 ** (len(str(term.left)) // 2)
            parts = [term.left // low * low, term.left % low]
        parts = [part for part in parts if part]
        values = [part * term.right for part in parts]
        told = said(t)
        if len(parts) < 2 or term.value <= max(values) or abs(term.value - sum(values)) > 0.3 * sum(values):
            return ""
        if any(told.get(key(p, term.right), v) != v for p, v in zip(parts, values, strict=True)):
            return ""
        told.update({key(p, term.right): v for p, v in zip(parts, values, strict=True)})
        pieces = [f"{t.n(p)} {t.x} {t.n(term.right)} = {t.n(v)}" for p, v in zip(parts, values, strict=True)]
        added = " + ".join(t.n(v) for v in values) + f" = {t.n(term.value)}"
        return t.one(f"{', '.join(pieces[:-1])} and {pieces[-1]}, so {added}", f"{', '.join(pieces)}, total {added}")

    def adding(self, t: Telling, w: Work) -> str:
        """The sum in one go or step by step, in the same line."""
        if len(w.terms) == 2 or not t.flag("running", 0.5):
            return f"{t.sum(w)} = {t.n(w.total)}"
        lines = []
        for so_far, sign, value, result in w.steps():
            lines.append(f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}")
        return t.one(", then ", ", ", "; ").join(lines)

    def product(self, t: Telling, term: Term, slip: int | None = None) -> str:
        if slip is None:
            return f"{self.times(t, term)} = {t.n(term.value)}"
        return f"{self.times(t, term)} = {t.n(slip)}{self.say(t, self.OOPS)} {t.n(term.value)}"

    def pieces(self, t: Telling, w: Work) -> list[str]:
        """The partial products; sometimes one of them slips at first."""
        slipping = t.rng.randrange(len(w.terms)) if self.OOPS and len(w.terms) > 1 and t.chance(self.slips) else -1
        return [self.product(t, u, near(t, u) if i == slipping else None) for i, u in enumerate(w.terms)]

    def quick(self, t: Telling, w: Work) -> str:
        """A second way, told in a line or two."""
        if w.method == "direct":
            return f"{t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}"
        parts = [f"{self.times(t, u)} = {t.n(u.value)}" for u in w.terms]
        if w.method == "squares":
            m, d = w.terms[0].left, w.terms[1].left
            return (
                f"{t.n(min(w.a, w.b))} = {t.n(m)} - {t.n(d)} and {t.n(max(w.a, w.b))} = {t.n(m)} + {t.n(d)}, so it's "
                f"{t.n(m)}² - {t.n(d)}² = {t.sum(w)} = {t.n(w.total)}"
            )
        lead = t.one("Sum", "Total", "Together") if all(u.sign > 0 for u in w.terms) else "Difference"
        joined = ", ".join(parts[:-1]) + t.one(" and ", ", ", ", and ") + parts[-1]
        return t.one(
            f"{self.shape(t, w)}: {joined}. {lead}: {self.adding(t, w)}",
            f"{self.shape(t, w)} = {t.sum(w)} = {t.n(w.total)}",
            f"{joined}. {self.adding(t, w)}",
        )

    # the parts of a response

    def work(self, t: Telling, w: Work) -> str:
        raise NotImplementedError

    def reason(self, t: Telling) -> str:
        """Something true that speaks against the previous candidate and not against the new one."""
        x, y = t.a % 10, t.b % 10
        reasons = []
        if x * y % 10 != t.previous % 10 and x * y % 10 == t.candidate % 10:
            reasons.append(
                t.one(
                    f"the last digit should be {x * y % 10}, because {x} {t.x} {y} = {x * y}, but {t.n(t.previous)} "
                    f"ends in {t.previous % 10}",
                    f"{x} {t.x} {y} = {x * y}, so the product has to end in {x * y % 10}, and {t.n(t.previous)} doesn't",
                    f"the units digits give {x} {t.x} {y} = {x * y}, so I'd expect a final {x * y % 10}, not "
                    f"{t.previous % 10}",
                )
            )
        guess = ballpark(t)
        if guess and not 0.6 < t.previous / guess[2] < 1.7 and 0.7 < t.candidate / guess[2] < 1.4:
            side = "small" if t.previous < guess[2] else "big"
            reasons.append(
                t.one(
                    f"{t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}, so {t.n(t.previous)} is much too {side}",
                    f"a rough estimate is {t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}, and "
                    f"{t.n(t.previous)} is way too {side}",
                )
            )
        return t.one(*reasons) if reasons else ""

    def revised(self, t: Telling, w: Work) -> str:
        """The total anew after one product was put right."""
        return self.say(t, self.NOW, s=self.adding(t, w))

    def mended(self, t: Telling, w: Work, place: int | None) -> str:
        if place is None:
            return self.say(t, self.LOOKSUM, s=self.adding(t, w)) + self.gap + t.c(self.say(t, self.REPLACE))
        u, was = w.terms[place], t.before.terms[place].value
        det = self.detail(t, u, 0.8)
        det = f"{det}." if det else f"{self.times(t, u)} = {t.n(u.value)}."
        text = self.say(t, self.LOOK, q=self.times(t, u), d=det, was=was, now=u.value)
        return text + self.gap + self.revised(t, w) + self.gap + t.c(self.say(t, self.REPLACE))

    def clash(self, t: Telling, w: Work) -> str:
        text = self.say(t, self.CHECK) + " " + self.quick(t, w) + "."
        return text + self.gap + self.say(t, self.CLASH) + self.gap + t.c(self.say(t, self.REPLACE))

    def redo(self, t: Telling, w: Work) -> str:
        reason = self.reason(t) if not t.same and t.chance(0.8) else ""
        text = self.say(t, self.SCRAP)
        if reason:
            text = t.one("Wait, ", "Hmm, ", "But ", "Hold on, ") + reason + ". " + self.say(t, self.REDO)
        return text + self.gap + self.work(t, w) + self.gap + t.c(self.say(t, self.DONE))

    def pause(self, t: Telling) -> str:
        """A doubt that comes to nothing before the one that counts, now and then; then the next paragraph."""
        return self.say(t, self.PAUSE) + self.gap if self.PAUSE and t.chance(0.15) else ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        if way == "check":
            w = lay(t, self.checks, check=True)
            if w:
                return self.gap + self.pause(t) + self.clash(t, w)
        if way == "mend":
            found = repair(t)
            if found:
                return self.gap + self.pause(t) + self.mended(t, *found)
        w = lay(t, self.methods)
        assert w is not None
        return self.gap + self.redo(t, w)

    def confirm(self, t: Telling) -> str:
        """A check that agrees, or a doubt that comes to nothing; sometimes neither."""
        kind = t.rng.choices(["none", "other", "last", "rough", "nines", "term", "idle"], [3, 4, 1.5, 1.5, 0.7, 2, 2])[
            0
        ]
        t.before = t.work
        if kind == "other":
            kept = t.work
            w = lay(t, self.checks, check=True)
            if w:
                text = self.say(t, self.CHECK) + " " + self.quick(t, w) + ". " + self.say(t, self.AGREE)
                t.work = kept
                return text
        if kind == "last" and (ends := t.last_digit()):
            return t.one(
                f"Check the last digit: {ends[0]} {t.x} {ends[1]} = {ends[2]}, ends in {ends[2] % 10}, and "
                f"{t.r(t.n(t.candidate))} ends in {t.candidate % 10}. Good.",
                f"Quick check on the units digit: {ends[0]} {t.x} {ends[1]} = {ends[2]}, so it should end in "
                f"{ends[2] % 10}. It does.",
                f"The last digit: {ends[0]} {t.x} {ends[1]} = {ends[2]}, so {ends[2] % 10}. That fits.",
            )
        if kind == "rough":
            guess = ballpark(t)
            if guess and 0.8 < t.candidate / guess[2] < 1.25:
                x, y, xy = map(t.n, guess)
                return t.one(
                    f"As a sanity check, {x} {t.x} {y} = {xy}, so the size is about right.",
                    f"Estimate: {x} {t.x} {y} = {xy}, which is close to {t.r(t.n(t.candidate))}. Reasonable.",
                    f"Roughly {x} {t.x} {y} ≈ {xy}, so the magnitude makes sense.",
                )
        if kind == "nines" and t.a > 99 and (rest := t.nines()):
            return (
                f"Mod 9: {t.n(t.a)} ≡ {rest[0]}, {t.n(t.b)} ≡ {rest[1]}, {rest[0]} {t.x} {rest[1]} = "
                f"{rest[0] * rest[1]} ≡ {rest[2]}, and {t.r(t.n(t.candidate))} ≡ {rest[2]}. {t.one('OK', 'Consistent')}."
            )
        if kind == "term":
            u = t.rng.choice(t.work.terms)
            det = self.detail(t, u, 1)
            if det and len(t.work.terms) > 1:
                return t.one(
                    f"Wait, is {self.times(t, u)} really {t.n(u.value)}? {det}. Yes, okay.",
                    f"Just to be sure about {self.times(t, u)}: {det}. Yes, that was right.",
                    f"Hmm, let me double-check {self.times(t, u)}: {det}. Okay, that's correct.",
                )
        if kind in ("idle", "term"):
            return self.say(t, self.IDLE)
        return ""

    def first(self, t: Telling) -> str:
        w = lay(t, self.methods)
        assert w is not None
        return self.opening(t, w) + self.work(t, w) + self.gap + t.c(self.say(t, self.DONE))

    def opening(self, t: Telling, w: Work) -> str:
        raise NotImplementedError


# --- the voices -------------------------------------------------------------------------------------------------------


class EvRoneNapkin(Ev):
    """DeepSeek-R1: a think block in paragraphs, then a short write-up with a box."""

    signs = ("×", "*", "*")
    checks = ("swapped", "round", "squares", "high", "area")
    PAUSE = (
        "Did I copy the numbers right? <a> and <b>, yes.",
        "Is it <a> and <b>? Yes, that's what I used.",
        "Hmm, is there an easier way? Probably not.",
    )
    OPEN = (
        "Okay, so I need to calculate <ab>. Let me think about how to do this step by step.",
        "Okay, let me try to figure out <ab>. Hmm, I'll do this by hand and be careful.",
        "Alright, the problem is <ab>. Let me recall how to multiply numbers like these.",
        "First, I need to multiply <a> by <b>. Let me think.",
        "So, I need to find the product of <a> and <b>. I could use the standard method or break one number apart.",
        "Okay, <ab>. Let me start by breaking this into smaller pieces so I don't mess it up.",
    )
    PLAN = (
        "I remember that the distributive property helps here: <s>.",
        "Maybe I can write it as <s>. That seems manageable.",
        "Let me use <s>.",
        "One way is to split it up: <s>.",
        "I think it's easiest to do <s>.",
        "So that's <s>.",
    )
    FIRST = ("Starting with", "First part:", "Okay, so", "Let me start:", "First,", "So first,")
    NEXT = ("Next,", "Then,", "Now,", "Then the next part:", "And", "Next up:")
    OOPS = (
        ". Wait, no, let me redo that. It's",
        "... no wait, that's not right, it's",
        ", hmm, no, that should be",
        ". Hold on, I added wrong there:",
    )
    ADD = (
        "Now add these up:",
        "Adding them together:",
        "Now, I need to add those results.",
        "So the sum is",
        "Let me add them:",
        "Putting it together,",
    )
    DONE = (
        "So, <ab> is <n>.",
        "Therefore, <ab> = <n>.",
        "So the product should be <n>.",
        "Okay, so that gives me <n> as the answer.",
        "So putting it all together, the answer is <n>.",
        "Thus, I get <n> for the product.",
        "So I think the answer is <n>.",
    )
    SCRAP = (
        "Wait, that doesn't seem right. I think I messed something up, so let me do it all over again.",
        "Hmm, no. I don't think that's correct. Let me start over.",
        "But wait, I'm pretty sure I made an error somewhere in there. Let me scrap that and recalculate from the "
        "beginning.",
        "Hold on, that can't be right. Let me redo the whole multiplication.",
        "Wait, no, I got mixed up somewhere. Forget that result, let me go again more carefully.",
        "Hmm, actually that looks wrong to me. Let me go back to the beginning.",
        "Wait, I think that's wrong. Let me throw that out and try again.",
    )
    REDO = (
        "So I must have made a mistake. Let me start again.",
        "That means my result is wrong. Let me recalculate.",
        "So that's not correct. Let me redo this from scratch.",
        "So I messed up. Let me go through it again.",
        "Something went wrong, then. Starting over.",
        "So scrap that. Once more from the beginning.",
    )
    LOOK = (
        "Wait, let me double-check <q>. <d> Oh, so I had <was> before, and that was wrong. It should be <now>.",
        "Hmm, let me verify <q> again. <d> So it's <now>, not <was>. I made a mistake there.",
        "Hold on. Was <q> really <was>? <d> No, it's <now>.",
        "Wait a second, <q> looks off. <d> Right, it's <now> instead of <was>.",
        "But let me check each part. For <q>: <d> Hmm, earlier I wrote <was>, which is incorrect; it's <now>.",
        "Wait, I want to check <q> again. <d> Yeah, I got <was> earlier, so that was a miscalculation. It's <now>.",
    )
    LOOKSUM = (
        "Wait, let me check the addition again. <s>. So I added wrong the first time.",
        "Hmm, let me redo that addition. <s>. Oh, I made a mistake in the sum earlier; it wasn't <p>.",
        "Hold on, let me add that again slowly. <s>. So <p> was wrong.",
        "But let me double-check the sum: <s>. Hmm, that's different from <p>, I must have dropped a carry.",
        "Wait, is that sum right? <s>. No, I added incorrectly before.",
    )
    NOW = (
        "So then the sum becomes <s>.",
        "Adding again with the right value: <s>.",
        "So the total changes: <s>.",
        "Redoing the addition, <s>.",
        "Then <s>.",
    )
    CHECK = (
        "Let me verify this using another method.",
        "Let me double-check by doing it a different way.",
        "To make sure, I'll break up the numbers differently.",
        "Just to be safe, let me check with another approach.",
        "Let me cross-check that.",
        "Maybe I should verify with a different breakdown.",
        "I want to confirm this another way.",
    )
    AGREE = (
        "Yep, same result, so that checks out.",
        "That matches what I had before. Great.",
        "Same answer, so I'm confident.",
        "Okay, both ways give the same thing, good.",
        "That agrees with the earlier calculation.",
        "Good, it's consistent.",
    )
    CLASH = (
        "Hmm, that's not the same as <p>. I went over this second way carefully, so the mistake must be in the first "
        "one.",
        "Wait, that's different from <p>. So I must have made a mistake the first time.",
        "That doesn't match <p>. Looking back, I slipped up in the first calculation.",
        "Hmm, conflicting results: before I had <p>. The second one looks right to me; the first had an arithmetic "
        "error.",
        "So <p> was wrong, I think. I must have miscalculated before.",
    )
    REPLACE = (
        "So the correct answer is <n>.",
        "Therefore, the product is actually <n>.",
        "So it's <n> then.",
        "Okay, so <ab> = <n>.",
        "So the right answer should be <n>.",
        "So the answer is <n>, not <p>.",
    )
    IDLE = (
        "Wait, did I get the zeros right? Let me see... yes, each part has the right number of zeros.",
        "Hmm, did I miss a carry anywhere? I don't think so. Looks good.",
        "Let me just make sure I copied the numbers correctly: <a> and <b>. Yes.",
        "Hold on, is there anything I forgot? No, I covered all the digits.",
        "Wait, did I include every part? Yes, I did.",
        "Is it right? I went through each part, and it all seems fine.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        text = "<think>\n" + self.say(t, self.OPEN) + "\n\n"
        guess = ballpark(t)
        if guess and t.chance(0.2) and all(0.8 < c / guess[2] < 1.25 for c in t.candidates):
            x, y, xy = map(t.n, guess)
            text += f"If I round, {x} {t.x} {y} is {xy}, so it should be somewhere around that.\n\n"
        return text

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"Okay, {t.n(w.a)} {t.x} {t.n(w.b)}. Multiplying directly, I get {t.n(w.total)}."
        out = [self.say(t, self.PLAN, s=self.shape(t, w))]
        for i, (piece, u) in enumerate(zip(self.pieces(t, w), w.terms, strict=True)):
            det = self.detail(t, u)
            lead = self.say(t, self.FIRST if not i else self.NEXT)
            out.append(f"{lead} {piece}." if not det else f"{lead} {self.times(t, u)}. {det}.")
        out.append(f"{self.say(t, self.ADD)} {self.adding(t, w)}.")
        return ("\n\n" if t.flag("airy", 0.5) else " ").join(out)

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([1, 1, 2])):
            more = self.confirm(t)
            text += ("\n\n" + more) if more else ""
        w = t.work
        text += "\n</think>\n\n"
        kind = t.rng.randrange(3)
        if kind == 0 or w.method in ("direct", "squares"):
            return text + t.r(
                t.one(
                    f"The product of {t.n(t.a)} and {t.n(t.b)} is {t.boxed('$', '$')}.",
                    f"**{t.ab} = {t.n(t.candidate)}**",
                    f"The result of {t.ab} is **{t.n(t.candidate)}**.",
                )
            )
        lines = [f"{i}. {self.times(t, u)} = {t.n(u.value)}" for i, u in enumerate(w.terms, 1)]
        if kind == 1:
            lines = [f"- {self.times(t, u)} = {t.n(u.value)}" for u in w.terms]
        return (
            text
            + f"To calculate {t.ab}, we use the distributive property:\n\n"
            + "\n".join(lines)
            + f"\n\nAdding: {t.r(t.sum(w) + ' = ' + t.n(w.total))}\n\n"
            + t.r(t.one(f"**Answer:** {t.boxed('$', '$')}", t.boxed("\\[", "\\]"), f"**Answer:** {t.n(t.candidate)}"))
        )


class EvQwenLadder(Ev):
    """Qwen3 with thinking: "Let me", line by line equations, then a headed answer with rules."""

    words = ("plain", "comma")
    maths = ("plain", "latex")
    signs = ("*", "×")
    methods = ("high", "chunks", "swapped", "round", "high")
    checks = ("swapped", "round", "squares", "high", "chunks")
    PAUSE = (
        "Hmm, did I read the problem correctly? <ab>, yes.",
        "Is there a shortcut here? Not an obvious one.",
        "Wait, the numbers are <a> and <b>. Right, those are the ones I used.",
    )
    OPEN = (
        "Okay, let's see. I need to calculate <ab>. Let me think step by step.",
        "Okay, so I need to multiply <a> by <b>. Let me break it down.",
        "Alright, <ab>. I'll use the standard breakdown so there are fewer mistakes.",
        "Okay, let me start by writing it down: <ab>.",
        "Let's tackle <ab>. The numbers are a bit awkward, so let me go slowly.",
        "Okay, the user wants <ab> with steps. Let me do it.",
    )
    PLAN = (
        "Let me break this down into <s>.",
        "So <ab> = <s>.",
        "I can rewrite it as <s>.",
        "Using the distributive property: <s>.",
        "Let's expand <s>.",
        "That would be <s>. Let me compute each part.",
    )
    OOPS = (
        "? No, wait,",
        ". Wait, let me check: no, it's",
        "... Hmm, no, actually",
        " -> no, miscounted,",
    )
    ADD = (
        "Now add all these together:",
        "Now, adding these parts:",
        "Then sum them up:",
        "Adding step by step:",
        "Now let me add them:",
        "So total:",
    )
    DONE = (
        "So <ab> should be <n>.",
        "So the total is <n>.",
        "Therefore, the product is <n>.",
        "So that would make <ab> equal to <n>.",
        "Hence the result is <n>.",
        "So putting it all together, <n>.",
        "Therefore the answer would be <n>.",
    )
    SCRAP = (
        "Wait, no, I don't trust that. I think there's a mistake. Let me recompute everything.",
        "Hmm, that's not right, I believe. Let me recalculate from scratch.",
        "Wait, hold on, something's off with that. Let me redo all of it.",
        "No, wait. That seems incorrect. Let me start again with a clean calculation.",
        "Hmm, I think I've made an error in that. Let me discard it and do it again.",
        "Wait, maybe I made a mistake there. Yes, that doesn't look right. Let me do it over.",
        "But that result looks wrong. Let me go back and compute again.",
    )
    REDO = (
        "So there's definitely an error. Let me recompute.",
        "So that can't be correct. Let me recalculate from scratch.",
        "Which means I've made a mistake somewhere. Again, then.",
        "So my result must be wrong. Let me do it once more.",
        "Therefore that's not the answer. Let me try again.",
        "So I need to redo this.",
    )
    LOOK = (
        "Wait, let me verify each part. <q>: <d> But earlier I had <was>. So that was an error; correct is <now>.",
        "Let me check <q> again. <d> So <now>, not <was>. I see, I made a mistake earlier.",
        "Wait, <q>. Let me recalculate. <d> Yes, <now>. So my earlier <was> was incorrect.",
        "Hmm, hold on, checking <q> once more. <d> That's not <was>, it's <now>.",
        "Let me double-check the partial products. <q>... <d> Ah, there's the error: I wrote <was> instead of <now>.",
        "Wait a minute. <q> is not <was>. <d> So it's <now>.",
    )
    LOOKSUM = (
        "Wait, let me check the addition again. <s>. Hmm, so the earlier sum was wrong.",
        "Let me verify the addition. <s>. That's not <p>. So I made an error in adding.",
        "Let me add again, carefully: <s>. So I must have added wrong before.",
        "Hold on, the sum. <s>. Right, so not <p>.",
        "Wait, adding those again: <s>. So there was a mistake in the addition.",
    )
    NOW = (
        "So the sum is now <s>.",
        "Then adding again: <s>.",
        "Now the total: <s>.",
        "Updating the sum: <s>.",
        "So let me add again. <s>.",
    )
    CHECK = (
        "Let me check using another method.",
        "Let me verify this result with a different approach.",
        "Alternatively, to verify:",
        "Just to be thorough, let me check by splitting differently.",
        "Let me cross-verify.",
        "Another way to check:",
        "Let me confirm by computing it differently.",
    )
    AGREE = (
        "Same result. So that's correct.",
        "Yes, that's consistent.",
        "Matches. So I'm confident in it.",
        "So both methods agree.",
        "That gives the same number, so that's right.",
        "Okay, that confirms it.",
    )
    CLASH = (
        "Wait, this conflicts with the previous <p>. So there's a mistake in one of them. Checking the first method "
        "again, I made an error there.",
        "Hmm, that's different from <p>. The error must be in my first calculation, since each step here is simple.",
        "But before I got <p>. So the first calculation had an arithmetic error.",
        "That's a discrepancy with <p>. I think I messed up the first time.",
        "So not <p>. I must have made a mistake in the initial calculation.",
    )
    REPLACE = (
        "Therefore, the correct product is <n>.",
        "So the correct answer is <n>.",
        "So <ab> = <n>.",
        "Therefore, it should be <n> instead of <p>.",
        "So the final answer should be <n>.",
        "Hence, the correct result is <n>.",
    )
    IDLE = (
        "Wait, let me make sure I didn't misread the numbers. <a> and <b>. Yes, that's right.",
        "Hmm, is there a possibility that I misaligned something? No, the place values are fine.",
        "I think that's right. Let me just go over the steps in my head again... yes, that seems correct.",
        "Did I carry everything? I believe so, yes.",
        "Let me check if all parts are included. Yes, none is missing.",
        "Hmm, but should I worry about the zeros? No, they're all accounted for.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        return "<think>\n" + self.say(t, self.OPEN) + "\n\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"{t.n(w.a)} {t.x} {t.n(w.b)} is just {t.n(w.total)}."
        lines = []
        for piece, u in zip(self.pieces(t, w), w.terms, strict=True):
            det = self.detail(t, u, 0.35)
            lines.append(f"{self.times(t, u)}: {det}." if det else t.one("", "", "Then ") + piece)
        if t.flag("numbered", 0.4):
            lines = [f"{i}. {line}" for i, line in enumerate(lines, 1)]
        added = self.adding(t, w)
        if t.flag("ladder", 0.6) and len(w.terms) > 2:
            added = "\n".join(f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(v)} = {t.n(r)}" for x, s, v, r in w.steps())
        return (
            self.say(t, self.PLAN, s=self.shape(t, w))
            + "\n\n"
            + "\n".join(lines)
            + "\n\n"
            + self.say(t, self.ADD)
            + "\n"
            + added
        )

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        w = t.work
        text += "\n</think>\n\n"
        if w.method in ("direct", "squares") or t.chance(0.25):
            return text + t.r(
                t.one(
                    f"The result of $ {t.m(t.a)} \\times {t.m(t.b)} $ is {t.boxed('$$ ', ' $$')}",
                    f"**Answer:** {t.n(t.candidate)}",
                    f"{t.ab} = **{t.n(t.candidate)}**",
                )
            )
        rows = "\n".join(f"$$\n{t.m(u.left)} \\times {t.m(u.right)} = {t.m(u.value)}\n$$" for u in w.terms)
        if t.chance(0.4):
            rows = "\n".join(f"- ${t.m(u.left)} \\times {t.m(u.right)} = {t.m(u.value)}$" for u in w.terms)
        return (
            text
            + f"To compute ${t.m(t.a)} \\times {t.m(t.b)}$, we break it into simpler parts.\n\n---\n\n"
            + t.one("### Step 1: Partial products", "### **Breaking it down**", "### Multiply each part")
            + f"\n\n{rows}\n\n---\n\n"
            + t.one("### Step 2: Add the results", "### **Adding**", "### Sum")
            + "\n\n"
            + t.r(f"$$\n{t.sum(w, True)} = {t.m(w.total)}\n$$")
            + "\n\n---\n\n"
            + t.one("### Final Answer", "### **Final Answer**", "**Answer:**")
            + "\n\n"
            + t.r(t.boxed("$$\n", "\n$$"))
        )


class EvQwqAlternatively(Ev):
    """QwQ-32B-Preview: no tags, short paragraphs, "Alternatively", a boxed last line."""

    words = ("comma", "plain")
    maths = ("plain", "comma")
    signs = ("×", "*")
    methods = ("high", "low", "swapped", "area", "chunks")
    ways: ClassVar[dict[str, float]] = {"redo": 3, "mend": 3, "check": 6}
    PAUSE = (
        "Is there some pattern in these numbers? I don't see one.",
        "Did I use the right numbers? <a> and <b>, yes.",
        "I wonder if there's a quicker way, but never mind.",
    )
    OPEN = (
        "So I've got this multiplication to do: <ab>.",
        "I need to calculate <ab>. It looks like a bit of work, but if I take it piece by piece I should manage.",
        "Alright, I have <ab> to work out.",
        "Let's see, <ab>. I don't have a calculator here, so I'll do it by breaking it down.",
        "I'm going to multiply <a> by <b>.",
        "To find <ab>, I could do long multiplication, or use place values. Let me use place values.",
    )
    PLAN = (
        "I'll write this as <s>.",
        "Breaking it down, it's <s>.",
        "One option is <s>.",
        "I can think of this as <s>.",
        "I'll go with <s>.",
        "Let me consider <s>.",
    )
    OOPS = (
        ". Wait, no, that's",
        ", or rather",
        ". Hmm, no,",
        ". Let me check that: no, it's",
    )
    ADD = (
        "Now, adding all of these up:",
        "Next is the addition:",
        "Now I need to sum these:",
        "So, all together:",
        "Add them:",
        "Summing:",
    )
    DONE = (
        "So, <ab> = <n>.",
        "So I have <n>.",
        "Therefore, the product is <n>.",
        "So, according to this, the answer is <n>.",
        "So this gives <n>.",
        "So it seems that <ab> is <n>.",
    )
    SCRAP = (
        "But wait, I feel I've made a mistake in there. Let me disregard that and do the multiplication anew.",
        "Hmm, that doesn't seem right. Let me try this again.",
        "Wait a moment, I think I've gone wrong. Let's start over.",
        "Actually, I don't think that's correct. Let me redo the calculation.",
        "However, I'm not convinced by that; I believe there's an error. Let me recalculate the whole thing.",
        "Wait, perhaps I messed up. I'm going to throw this away and go at it again.",
        "Hmm, this can't be right. Let me work it out again.",
    )
    REDO = (
        "So I've made a mistake. Let me redo it.",
        "So there's something wrong with my calculation. Let's try again.",
        "That tells me my answer is off. Let me start over.",
        "So that's incorrect. I'll recalculate.",
        "So I went wrong somewhere. Again:",
        "Therefore my result needs fixing. Let me go through the multiplication again.",
    )
    LOOK = (
        "Wait, let me take another look at <q>. <d> So it's <now>; I previously had <was>, which is incorrect.",
        "Let me double-check <q>. <d> Hmm, I had <was> before. That was a mistake.",
        "Wait, is <q> equal to <was>? <d> So no, it's <now>.",
        "Going back over the parts, <q>: <d> That's <now>, and I'd written <was>.",
        "Hold on, I should check <q>. <d> I see, so <was> was wrong, and it should be <now>.",
        "Actually, <q> isn't <was>. <d>",
    )
    LOOKSUM = (
        "Wait, let me check the addition. <s>. So I made an error in the addition earlier.",
        "Let me add these once more. <s>. That's not what I got before.",
        "But let me double-check the sum. <s>. Ah, I see, I added incorrectly.",
        "Hmm, adding again: <s>. So <p> was a slip in the addition.",
        "Is the sum correct? <s>. No, I had <p>, which is off.",
    )
    NOW = (
        "So the sum should be <s>.",
        "Therefore, adding: <s>.",
        "Then, summing again, <s>.",
        "That gives <s>.",
        "With this, <s>.",
    )
    CHECK = (
        "Alternatively, I could split the other way.",
        "Alternatively, let me see if I get the same with a different method.",
        "Let me verify this by another approach.",
        "Another way to look at it:",
        "To confirm, maybe I can do it differently.",
        "Perhaps I can double-check by using a different decomposition.",
        "Alternatively:",
    )
    AGREE = (
        "Same as before, good.",
        "Great, it matches.",
        "So both approaches give the same result.",
        "That confirms the previous calculation.",
        "Okay, same result. I'm satisfied with that.",
        "That's the same, so it must be correct.",
    )
    CLASH = (
        "Hmm, this is different from the <p> I got earlier. I must have made a mistake in the first approach.",
        "Wait, but earlier I had <p>. There's a discrepancy. I think this second calculation is the right one.",
        "These two don't agree; before it was <p>. I trust this one more, because the numbers are easier to handle.",
        "That's not <p>. So there's an error in my initial calculation.",
        "Hmm, so the first result, <p>, was off.",
    )
    REPLACE = (
        "So, the correct product is <n>.",
        "Therefore, <ab> = <n>.",
        "So the answer should be <n>.",
        "So I'll go with <n>.",
        "So it's actually <n>.",
        "Hence the product is <n>, not <p>.",
    )
    IDLE = (
        "Let me make sure I haven't missed anything. All the place values are there, so I think it's fine.",
        "Wait, did I line up the numbers properly? Yes, I think so.",
        "I wonder if there's a trick to this, but no, it's just a multiplication.",
        "Hmm, seems a bit large, but then again the factors are what they are. It's okay.",
        "Just to be cautious, I looked over the additions again, and they seem okay.",
        "Alternatively, I could use the lattice method, but that should give the same thing.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        return self.say(t, self.OPEN) + "\n\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"Multiplying straight away, {t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}."
        out = [self.say(t, self.PLAN, s=self.shape(t, w))]
        for i, piece in enumerate(self.pieces(t, w)):
            out.append(t.one("First, ", "I'll start with this: ", "") * (not i) + ("Then, " * (i == 1)) + piece + ".")
        out.append(self.say(t, self.ADD))
        out.append(self.adding(t, w) + ".")
        return "\n\n".join(out)

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([1, 2, 2])):
            more = self.confirm(t)
            text += ("\n\n" + more) if more else ""
        return (
            text
            + "\n\n"
            + t.r(
                t.one(
                    f"**Final Answer**\n\n{t.boxed(chr(92) + '[ ', ' ' + chr(92) + ']')}",
                    f"So the final answer is {t.boxed()}.",
                    f"**Final Answer**\n\nThe product of {t.n(t.a)} and {t.n(t.b)} is {t.boxed()}.",
                    f"Thus, the answer is {t.boxed('$', '$')}.",
                )
            )
        )


class EvLlamaMisstep(Ev):
    """Llama-3 instruct: "## Step n" or plain steps, apologetic corrections, "The final answer is"."""

    signs = ("*", "x", "×")
    methods = ("high", "low", "high", "chunks")
    details = 0.25
    slips = 0.08
    OPEN = (
        "To calculate <ab>, we'll break it down step by step.",
        "To solve this problem, we need to multiply <a> by <b>.",
        "Let's break this multiplication down into smaller steps.",
        "I'd be happy to help. Here's the step-by-step calculation of <ab>:",
        "To find the product of <a> and <b>, we can use the distributive property.",
        "Let's calculate <ab> step by step:",
    )
    OOPS = (" (no, that's not right; it's", " (correction:")
    DONE = (
        "Therefore, <ab> = <n>.",
        "So, the product of <a> and <b> is <n>.",
        "The final answer is <n>.",
        "So, <ab> equals <n>.",
        "Therefore, the result is <n>.",
        "The result of <ab> is <n>.",
    )
    SCRAP = (
        "However, I made a mistake in the calculation above. Let me recalculate:",
        "Wait, that's not correct. Let me try again.",
        "I apologize, but I made an error in my calculations. Let's redo it from the beginning.",
        "Actually, upon reviewing my work, the result above is incorrect. Here is the calculation again:",
        "Let me correct that. The steps above contain an error, so let's start over.",
        "Oops, I made a mistake. Let's try that again.",
        "I made an error there, so please disregard the result above. Recalculating:",
    )
    REDO = (
        "That means I made a mistake. Let me recalculate:",
        "So the result above is incorrect. Let's try again:",
        "I apologize for the error. Let's redo the calculation:",
        "So there is an error in my work. Here is the calculation again:",
        "Let me correct my mistake:",
        "So that was not right. Recalculating:",
    )
    LOOK = (
        "However, I noticed a mistake: <q> is not <was>. <d>",
        "Wait, I made an error in one of the steps. <d> So <q> is <now>, not <was>.",
        "Let me correct one step. I said that <q> is <was>, but it should be <now>. <d>",
        "Upon double-checking, <q> was calculated incorrectly as <was>. <d>",
        "Actually, there is an error in <q>. <d> I wrote <was> by mistake.",
        "I apologize, I made a mistake with <q>. It is not <was>. <d>",
    )
    LOOKSUM = (
        "However, I made a mistake in the addition. <s>.",
        "Wait, let me re-add the partial products: <s>. My earlier addition was incorrect.",
        "Let me double-check the sum: <s>. I previously wrote <p>, which was an error.",
        "Actually, the addition above is wrong. The sum is <s>.",
        "I apologize, the last step contains an addition error. <s>.",
    )
    NOW = (
        "Adding the corrected values: <s>.",
        "Now, let's add them again: <s>.",
        "With the corrected value, the sum is <s>.",
        "So the sum becomes <s>.",
        "Corrected sum: <s>.",
    )
    CHECK = (
        "Let's verify the answer using a different method.",
        "To double-check, we can break down the numbers another way.",
        "We can verify this:",
        "Let me double-check this with another approach.",
        "Verification:",
        "To make sure, let's calculate it in another way.",
    )
    AGREE = (
        "This matches our answer.",
        "This confirms that our calculation is correct.",
        "The results are the same, so the answer is verified.",
        "Both methods give the same result.",
        "This is the same as the result above.",
        "So the answer checks out.",
    )
    CLASH = (
        "This does not match the previous result of <p>. I made a mistake in the first calculation.",
        "This is different from <p>, so the earlier result was incorrect.",
        "The two results don't match. The error is in the first calculation, which gave <p>.",
        "I see that my first answer of <p> was wrong.",
        "It appears that I made an error earlier when I got <p>.",
    )
    REPLACE = (
        "The correct answer is <n>.",
        "Therefore, the correct product is <n>.",
        "So, the correct answer is <n>, not <p>.",
        "So, <ab> = <n>.",
        "Therefore, the corrected result is <n>.",
        "The correct result is <n>.",
    )
    IDLE = (
        "Note that each partial product has the right number of zeros.",
        "I double-checked the steps above and they appear to be correct.",
        "You may wonder whether a digit was skipped, but all of the digits have been accounted for.",
        "Let me check that no step was missed: each digit was multiplied, so we are done.",
        "I went over the addition once more and found no errors.",
        "Is that correct? Yes, all of the partial products were included.",
    )

    def product(self, t: Telling, term: Term, slip: int | None = None) -> str:
        return super().product(t, term, slip) + (")" if slip is not None else "")

    def opening(self, t: Telling, w: Work) -> str:
        return self.say(t, self.OPEN) + "\n\n"

    def head(self, t: Telling, number: int, words: str) -> str:
        kind = t.__dict__.setdefault("head_kind", t.rng.randrange(3))
        return [f"## Step {number}: {words}\n", f"Step {number}: {words}\n", f"{number}. {words}: "][kind]

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return self.head(t, 1, "Multiply the two numbers") + f"{t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}"
        out, step = [], 1
        if t.flag("plan", 0.5):
            words = t.one("Break down the multiplication", "Use the distributive property", "Split one of the factors")
            out.append(self.head(t, 1, words) + f"{t.n(w.a)} {t.x} {t.n(w.b)} = {self.shape(t, w)}")
            step = 2
        pieces = self.pieces(t, w)
        if t.flag("together", 0.3):
            out.append(self.head(t, step, "Multiply each part") + "\n" + "\n".join(f"- {p}" for p in pieces))
            step += 1
        else:
            for piece, u in zip(pieces, w.terms, strict=True):
                words = f"Multiply {t.n(u.left)} by {t.n(u.right)}"
                out.append(self.head(t, step, words) + piece)
                step += 1
        words = t.one("Add the partial products", "Add the results together", "Find the sum of the products")
        words = "Combine the results" if any(u.sign < 0 for u in w.terms) else words
        out.append(self.head(t, step, words) + self.adding(t, w))
        return "\n\n".join(out)

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        if t.chance(0.6):
            text += "\n\n" + t.r(
                t.one(
                    f"The final answer is: {t.boxed('$', '$')}",
                    f"The final answer is {t.n(t.candidate)}.",
                    f"Final answer: {t.n(t.candidate)}",
                )
            )
        return text


class EvMagistralDraft(Ev):
    """Magistral: a plain draft with numbered pieces, doubts in the middle, then a short statement."""

    words = ("plain", "comma", "plain")
    signs = ("×", "*")
    methods = ("high", "chunks", "low", "round", "swapped")
    checks = ("round", "swapped", "squares", "high", "area")
    PAUSE = (
        "The numbers were <a> and <b>, yes.",
        "Is there a simpler way? Not really.",
        "Did I misread the problem? No, it's <ab>.",
    )
    OPEN = (
        "Alright, I need to calculate <ab>.",
        "I need to multiply <a> by <b>. I remember that long multiplication works digit by digit.",
        "Okay, so the problem is <ab>. Let's break it down.",
        "To find <ab>, I'll split it into parts that are easier to multiply.",
        "Let's start: what is <ab>?",
        "Alright, let's do <ab> by hand.",
    )
    PLAN = (
        "That's <s>.",
        "I can write it as <s>.",
        "So we have <s>.",
        "Using the distributive law, <s>.",
        "One way to do it: <s>.",
        "Let's go with <s>.",
    )
    OOPS = (" - wait, no:", ", no, sorry,", ". Wait, I think it's", " hmm, that's wrong,")
    ADD = (
        "Now, add them up:",
        "Now add the parts:",
        "The sum:",
        "Then, adding these gives",
        "Putting them together:",
        "Now for the addition:",
    )
    DONE = (
        "So, the product would be <n>.",
        "So <ab> is <n>.",
        "So the result is <n>.",
        "That would mean the answer is <n>.",
        "So, the answer should be <n>.",
        "So we get <n> in total.",
    )
    SCRAP = (
        "Wait, let me see if that makes sense. No, I don't think it does. Let me redo it properly.",
        "But wait, this seems off. I must have made a mistake somewhere. Let me try again.",
        "No, that's wrong, I think. Let's begin again.",
        "Hmm, I'm not happy with that result; there's probably a mistake in it. I'll start from scratch.",
        "Wait, I think I made an error. Let me do the whole calculation again.",
        "That seems incorrect. Let me set it aside and recompute.",
        "Hmm, no, that's not it. Let me do this again step by step.",
    )
    REDO = (
        "So it's wrong. Let me recompute.",
        "So I made a mistake somewhere. Let me try again.",
        "So this can't be the answer. Starting again.",
        "That's a contradiction, so let me redo the multiplication.",
        "So no. Let me do it properly this time.",
        "This indicates an error. Again from the start.",
    )
    LOOK = (
        "But let me double check <q>. <d> So I had a wrong value there (<was>).",
        "Wait, <q> = <was>? <d> So that's wrong, it's <now>.",
        "Let me recheck the pieces. <q>: <d> Earlier I put <was>. That's the mistake.",
        "Hmm, <q>, is that correct? <d> No, so it's <now> and not <was>.",
        "Wait, I might have made a mistake in <q>. <d> Indeed, it's <now>, not <was>.",
        "Checking <q> again: <d> So <was> was an error.",
    )
    LOOKSUM = (
        "Let me check that addition. <s>. So no, it isn't <p>.",
        "Wait, the addition. <s>. I got it wrong the first time.",
        "But is the sum right? <s>. It's different, so I made an error in adding.",
        "Adding it again to be sure: <s>. So I added incorrectly before.",
        "Wait, let me redo the sum: <s>. So <p> was incorrect.",
    )
    NOW = (
        "So the sum is <s>.",
        "So now we have <s>.",
        "And adding again: <s>.",
        "So that becomes <s>.",
        "New total: <s>.",
    )
    CHECK = (
        "Let me check this with another method.",
        "But let me verify it in another way.",
        "To verify:",
        "Let's double check by another approach.",
        "I can check this:",
        "To be sure, I'll compute it differently.",
    )
    AGREE = (
        "Same, good.",
        "This matches, so I think it's correct.",
        "That's the same result, so it seems right.",
        "Okay, consistent.",
        "Good, this agrees with what I found.",
        "So it's verified.",
    )
    CLASH = (
        "This is different from <p>. So one is wrong, and I believe it's the first, since I was less careful there.",
        "But previously I had <p>. So I made a mistake previously.",
        "That contradicts <p>. Looking at it, the first calculation had an error.",
        "So <p> is not correct; I must have made an arithmetic mistake.",
        "Hmm, before it was <p>. The new one seems right.",
    )
    REPLACE = (
        "So the correct answer is <n>.",
        "So the answer is <n>.",
        "So, the product is <n>.",
        "Then the correct result is <n>.",
        "So <ab> = <n>, and not <p>.",
        "So it must be <n>.",
    )
    IDLE = (
        "Let me think if there's anything wrong with the place values. No, they're right.",
        "Did I forget any digit? No.",
        "I think that's fine, the steps are all simple enough.",
        "Hmm, maybe I should check the carries. They seem fine.",
        "Is it plausible? Yes, I'd say so.",
        "Wait, did I use <b> and not some other number? Yes, <b>. Good.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        return self.say(t, self.OPEN) + (" " if t.flag("tight", 0.4) else "\n\n")

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"{t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}, if I multiply directly."
        lines = []
        for i, (piece, u) in enumerate(zip(self.pieces(t, w), w.terms, strict=True), 1):
            det = self.detail(t, u, 0.4)
            lines.append(
                f"{i}. {piece}"
                + (
                    f"\n   - {det}"
                    if det and " = " + t.n(u.value) == piece[-len(t.n(u.value)) - 3 :] and piece.count("=") == 1
                    else ""
                )
            )
        return (
            self.say(t, self.PLAN, s=self.shape(t, w))
            + "\n\n"
            + "\n".join(lines)
            + "\n\n"
            + self.say(t, self.ADD)
            + " "
            + self.adding(t, w)
            + "."
        )

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        return (
            text
            + "\n\n"
            + t.r(
                t.one(
                    f"The final answer is {t.boxed('$', '$')}.",
                    f"Therefore, the product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**.",
                    t.boxed(),
                    f"Final Answer: {t.n(t.candidate)}",
                    f"So, the final answer is:\n\n{t.boxed('$', '$')}",
                )
            )
        )


class EvPhiMurmur(Ev):
    """Phi-4-reasoning: a dense run-on thought ("We have", "So we get"), then a tidy solution."""

    words = ("plain",)
    signs = ("*", "*", "x")
    methods = ("high", "chunks", "swapped", "round", "high")
    checks = ("swapped", "round", "squares", "high", "chunks")
    gap = " "
    PAUSE = (
        "Did we read the problem right? <ab>, yes.",
        "Is there a trick? No.",
        "The factors are <a> and <b>, ok.",
    )
    OPEN = (
        'User asks "Calculate <a> * <b>. Think step by step." We need to multiply these.',
        "We need to compute <ab>. I'll produce a step by step explanation.",
        "We are asked: compute <ab>. Let me do it carefully.",
        "I need to calculate <ab>.",
        "The problem is <ab>. Let's do the multiplication in pieces.",
        "Let me compute <ab> step by step.",
    )
    PLAN = (
        "We have <s>.",
        "Write as <s>.",
        "We can do <s>.",
        "So the product is <s>.",
        "Let's decompose: <s>.",
        "I'd use <s>.",
    )
    OOPS = ("? Wait, no:", ", hmm, actually", " - no,", ", check: no, it's")
    ADD = ("Sum:", "Adding:", "Then add:", "Total:", "So sum is", "Now add them:")
    DONE = (
        "So the answer is <n>.",
        "So we get <n>.",
        "Thus the product is <n>.",
        "Thus <ab> = <n>.",
        "So final result: <n>.",
        "So product = <n>.",
        "Thus answer: <n>.",
    )
    SCRAP = (
        "Wait, I suspect that's wrong. Let me recalc from scratch.",
        "Hmm, that's not right. Let me recompute entirely.",
        "But I think I've made an arithmetic error there; discard it. Redo.",
        "Wait, that's incorrect I think. Let me do it again carefully.",
        "No, something is wrong in that computation. Starting over.",
        "I doubt that; I believe it's an error. Let me recompute it properly.",
        "Hmm, that result is off. Recompute:",
    )
    REDO = (
        "So it's wrong. Recompute.",
        "So we made an error. Let me recalc.",
        "Thus that's not right; do it again.",
        "So error. Let me recompute from scratch.",
        "So I need to redo it.",
        "So that must be discarded. Again:",
    )
    LOOK = (
        "Double-check <q>: <d> So it's <now>, not <was>; I made an error.",
        "Let me verify <q>. <d> I wrote <was>, which is wrong.",
        "Wait, check <q>: <d> Hmm, so <was> is incorrect.",
        "But is <q> = <was>? <d> So no, <now>.",
        "Re-verify <q>: <d> Previously I had <was>, that's an error.",
        "Actually check the pieces: <q>. <d> So correct that: <now> instead of <was>.",
    )
    LOOKSUM = (
        "Let me double-check the sum: <s>. So I mis-added.",
        "Wait, check addition: <s>. So the earlier sum <p> was wrong.",
        "But check: <s>. I see I had an addition error.",
        "Re-add: <s>. So not <p>.",
        "Verify sum again: <s>. That differs from what I had, which was a slip.",
    )
    NOW = ("Then sum: <s>.", "So the sum is <s>.", "Now add: <s>.", "Then total becomes <s>.", "Thus <s>.")
    CHECK = (
        "Double-check:",
        "Let me verify with another approach:",
        "Check by alternative:",
        "Let me double-check by splitting differently:",
        "I'll verify:",
        "Alternatively compute:",
        "Let me cross-check:",
    )
    AGREE = (
        "Good, same.",
        "That matches.",
        "It matches so correct.",
        "So consistent.",
        "Yes, same result.",
        "So verified.",
    )
    CLASH = (
        "That doesn't match <p>. So first computation had an error.",
        "That's not <p>. I must have made a mistake before.",
        "Contradiction with <p>. This one I did more carefully, so the first was wrong.",
        "Hmm, earlier we got <p>; that was an arithmetic error.",
        "So there's a mismatch with <p>, and I find the slip is in the first computation.",
    )
    REPLACE = (
        "So the correct answer is <n>.",
        "So the answer is <n>.",
        "Thus the correct product is <n>.",
        "So it's <n>.",
        "Thus <ab> = <n>.",
        "So correct: <n>, not <p>.",
    )
    IDLE = (
        "Let me check for alignment errors: none.",
        "I think that's fine. Any missed digits? No.",
        "Check that I've used the numbers <a> and <b>: yes.",
        "Is there anything off with the zeros? No, they're right.",
        "I'm confident in each piece.",
        "Could there be a carry error? I looked again; no.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        return t.one("<think>", "<think>\n") + self.say(t, self.OPEN) + " "

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"Direct: {t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}."
        out = [self.say(t, self.PLAN, s=self.shape(t, w))]
        for piece, u in zip(self.pieces(t, w), w.terms, strict=True):
            det = self.detail(t, u, 0.3)
            out.append(
                f"{self.times(t, u)}: {det}." if det else t.one("", "", "Then ", "And ", "Compute ") + piece + "."
            )
        return " ".join([*out, self.say(t, self.ADD), self.adding(t, w) + "."])

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([1, 2])):
            more = self.confirm(t)
            text += (" " + more) if more else ""
        text += t.one(" I'll now write the answer.", " I'll answer with the steps.", "", "") + "</think>"
        w = t.work
        if w.method in ("direct", "squares") or t.chance(0.2):
            return text + "\n" + t.r(t.one(f"The product is {t.boxed()}.", f"**{t.ab} = {t.n(t.candidate)}**"))
        lines = [
            f"{i}. Multiply {t.n(u.left)} by {t.n(u.right)}:  \n   {self.times(t, u)} = {t.n(u.value)}"
            for i, u in enumerate(w.terms, 1)
        ]
        return (
            text
            + t.one(
                "Let's break down the multiplication:\n\n",
                "Here is one way to do it step by step:\n\n",
                "We can solve this by splitting one factor:\n\n",
            )
            + "\n\n".join(lines)
            + f"\n\n{len(lines) + 1}. Combine:  \n   "
            + t.r(f"{t.sum(w)} = {t.n(w.total)}")
            + "\n\n"
            + t.r(t.one(f"So the final answer is **{t.n(t.candidate)}**.", f"Thus, {t.ab} = {t.n(t.candidate)}."))
        )


class EvGemmaOops(Ev):
    """Gemma 3: bold bullets, exclamation marks, "Let's double-check"."""

    words = ("comma", "plain")
    signs = ("*", "×", "x")
    methods = ("high", "low", "area", "high", "chunks")
    checks = ("swapped", "round", "high")
    details = 0.2
    OPEN = (
        "Okay, let's calculate <ab> step-by-step!",
        "Let's break down the multiplication of <a> and <b>:",
        "Okay, here's how to solve <ab>, step by step:",
        "Let's multiply <a> by <b> together.",
        "Here's the step-by-step calculation for <ab>:",
        "Alright, let's work through <ab>.",
    )
    OOPS = (" (oops, no, it's", " (wait, that's", " (let me fix that:")
    DONE = (
        "**Therefore, <ab> = <n>**",
        "So, <ab> = **<n>**",
        "**Answer:** <n>",
        "Therefore, the answer is **<n>**.",
        "So the product is **<n>**.",
        "**Result:** <ab> = <n>",
    )
    SCRAP = (
        "**Oops!** I made a mistake there. Let's try that again from the top:",
        "Hmm, wait a moment, that's not right. Let's redo the calculation:",
        "**Hold on!** That result is wrong. Here's another go at it:",
        "My apologies, there is an error in the above. Let me recalculate:",
        "**Correction:** I made an error in my previous calculation. Let's start fresh:",
        "Wait, I don't think that's right! Let's go through everything again:",
        "I seem to have slipped up. Please ignore the result above; here it is again:",
    )
    REDO = (
        "So I made a mistake. Let's try again:",
        "Oops! Let's redo that:",
        "So that result is wrong. Let me recalculate:",
        "Let's fix this and start fresh:",
        "That's an error on my part. Here's another go:",
        "So it's back to the start:",
    )
    LOOK = (
        "**Let's double-check:** <q>. <d> Oops, I had <was> above. That was wrong!",
        "Wait, let me check <q> again. <d> So it should be <now>, not <was>.",
        "**Correction:** I made a mistake in <q>. <d> (I wrote <was>.)",
        "Hmm, <q> doesn't look right. <d> So <was> was a mistake.",
        "My apologies! <q> is not <was>. <d>",
        "Looking at it again, there's an error in <q>: <d> It's <now> instead of <was>.",
    )
    LOOKSUM = (
        "**Let's double-check the addition:** <s>. Oops, I added that wrong above!",
        "Wait, let me add again: <s>. My first sum was off.",
        "**Correction:** there is a mistake in my addition. <s>.",
        "Hmm, the sum doesn't look right. <s>. So it's not <p>.",
        "My apologies, I made a mistake while adding! <s>.",
    )
    NOW = (
        "Now let's add again: <s>",
        "With that fixed: <s>",
        "So the new sum is: <s>",
        "Adding it all up again: <s>",
        "That gives us: <s>",
    )
    CHECK = (
        "**Let's double-check** by breaking it up differently!",
        "**Check:**",
        "We can double-check this another way.",
        "**Verification:**",
        "Let's make sure that's right with another method.",
        "To double-check:",
    )
    AGREE = (
        "It's the same! 👍",
        "Great, that matches!",
        "Both ways give the same result.",
        "So our answer is correct.",
        "That's the same as before, so we can be confident.",
        "Perfect, it agrees.",
    )
    CLASH = (
        "Uh oh, that's not <p>! I made a mistake the first time.",
        "That doesn't match our first result (<p>). There was an error in the first calculation.",
        "Hmm, this is different from <p>. Looking back, the first calculation was wrong.",
        "Oops, earlier I said <p>, which is incorrect.",
        "So <p> was wrong! I made a small error earlier.",
    )
    REPLACE = (
        "**The correct answer is <n>**",
        "Therefore, the correct answer is **<n>**.",
        "So, <ab> = **<n>**",
        "**Corrected answer:** <n>",
        "So the right answer is **<n>** (not <p>).",
        "**Final result: <n>**",
    )
    IDLE = (
        "Did we get all the place values? Yes, every digit is covered!",
        "Let's make sure the zeros are right... yes, they are!",
        "You might ask if we missed a part, but no, they're all there.",
        "I've looked over the steps again and they look good.",
        "Could there be a mistake in the addition? I checked it, and it's fine.",
        "All the steps look right!",
    )

    def product(self, t: Telling, term: Term, slip: int | None = None) -> str:
        return super().product(t, term, slip) + (")" if slip is not None else "")

    def opening(self, t: Telling, w: Work) -> str:
        return self.say(t, self.OPEN) + "\n\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"* **Multiply:** {t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}"
        pieces = self.pieces(t, w)
        kind = t.__dict__.setdefault("gemma_kind", t.rng.randrange(3))
        add = "Add the results together" if all(u.sign > 0 for u in w.terms) else "Put it together"
        if kind == 0:
            lines = [
                f"1. **Break it up:** {t.n(w.a)} {t.x} {t.n(w.b)} = {self.shape(t, w)}",
                "2. **Multiply each part:**",
            ]
            lines += [f"   * {p}" for p in pieces] + [f"3. **{add}:** {self.adding(t, w)}"]
            return "\n".join(lines)
        if kind == 1:
            lines = [f"* **{self.times(t, u)}:** {p}" for p, u in zip(pieces, w.terms, strict=True)]
            return "\n".join([*lines, "", f"**{add}:**", "", f"{self.adding(t, w)}"])
        lines = [
            f"{i}. **Multiply {t.n(u.left)} by {t.n(u.right)}:**\n   {p}\n"
            for i, (p, u) in enumerate(zip(pieces, w.terms, strict=True), 1)
        ]
        return "\n".join([*lines, f"{len(lines) + 1}. **{add}:**\n   {self.adding(t, w)}"])

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        if t.chance(0.45):
            text += "\n\n" + t.r(
                t.one(
                    f"So the final answer is **{t.n(t.candidate)}**!",
                    f"**Final Answer: {t.n(t.candidate)}**",
                    f"Final Answer: The final answer is {t.boxed('$', '$')}",
                )
            )
        return text + t.one(
            "", "", "\n\nLet me know if you'd like to try another one!", "\n\nDo you want me to show another method?"
        )


class EvOmniVerification(Ev):
    """GPT-4o: headed steps with display formulae and a verification section."""

    words = ("comma", "plain")
    maths = ("comma", "plain", "latex")
    signs = ("\\times",)
    methods = ("high", "high", "chunks", "round", "swapped")
    checks = ("swapped", "round", "high", "chunks")
    details = 0.0
    slips = 0.0
    OPEN = (
        "To calculate $<a> \\times <b>$ step by step:",
        "Let's calculate $<a> \\times <b>$ step by step.",
        "We can compute $<a> \\times <b>$ using the distributive property.",
        "Let's break this down step by step:",
        "Let's compute this carefully:",
        "Here is the step-by-step calculation:",
    )
    DONE = (
        "The result is **<n>**.",
        "Thus, the product is **<n>**.",
        "So, $<A> \\times <B> = <N>$.",
        "Therefore, the answer is **<n>**.",
        "**Answer:** $<N>$",
        "Thus, \\[\n<A> \\times <B> = <N>\n\\]",
    )
    SCRAP = (
        "On review, that result is not correct. Let me redo the calculation carefully.",
        "Wait, there is a mistake in the calculation above. Let's recalculate.",
        "Actually, I made an error above, so that value should be discarded. Let's go through the steps again.",
        "Let me stop here: the value above is wrong. Starting again.",
        "Hmm, that doesn't look right. Let's redo this from the beginning.",
        "I need to correct myself, as the result above contains an error. Here is the full calculation again.",
    )
    REDO = (
        "This shows that the result above is incorrect. Let's recompute.",
        "So there is an error above. Let's redo the calculation.",
        "That means a mistake was made. Recalculating:",
        "So the value above cannot be right. Let me redo the steps.",
        "Therefore, let's recalculate carefully.",
        "I'll correct this by starting over.",
    )
    LOOK = (
        "Let me double-check $<q>$. <d> The value $<was>$ used above was incorrect.",
        "Wait, there's an error in one of the partial products: $<q>$ is not $<was>$. <d>",
        "Rechecking the partial products: <d> I previously wrote $<was>$, which is a mistake.",
        "On closer inspection, $<q>$ was miscalculated as $<was>$. <d>",
        "One correction is needed: $<q>$ is not $<was>$. <d>",
        "Let me re-verify the multiplication of $<q>$. <d> So $<was>$ was wrong.",
    )
    LOOKSUM = (
        "Let me double-check the addition: \\[\n<s>\n\\] The sum given above was incorrect.",
        "Rechecking the sum: \\[\n<s>\n\\] So there was an addition error above.",
        "Wait, the last addition is wrong. It should be \\[\n<s>\n\\]",
        "On closer inspection, the final addition contains a mistake: \\[\n<s>\n\\]",
        "Let me add the partial products again: \\[\n<s>\n\\] This differs from $<P>$, which was a mistake.",
    )
    NOW = (
        "Adding again: \\[\n<s>\n\\]",
        "The corrected sum is \\[\n<s>\n\\]",
        "With the corrected value: \\[\n<s>\n\\]",
        "Now sum the corrected values: \\[\n<s>\n\\]",
        "Recomputing the sum: \\[\n<s>\n\\]",
    )
    CHECK = (
        "### Verification\nWe can verify this by splitting the numbers differently:",
        "### Verification:\nUsing another method,",
        "---\n\n### Double-check\nLet's compute it another way:",
        "**Verification:** A different breakdown gives",
        "### Check\nAs a check, compute",
        "To verify, we can also compute",
    )
    AGREE = (
        "This confirms the result.",
        "Both methods agree. ✅",
        "The results match, so the calculation is correct.",
        "This matches the result above.",
        "The two calculations are consistent.",
        "✔️ The result is verified.",
    )
    CLASH = (
        "This does not agree with $<P>$. The error is in the first calculation.",
        "This differs from the earlier result of $<P>$, which contained an arithmetic mistake.",
        "The verification reveals that $<P>$ was incorrect.",
        "Since this is different from $<P>$, I rechecked, and the first calculation was wrong.",
        "So the value $<P>$ obtained above is wrong.",
    )
    REPLACE = (
        "The correct answer is **<n>**.",
        "Therefore, the correct result is $<N>$.",
        "So the corrected product is **<n>**.",
        "**Corrected answer:** $<N>$",
        "Thus, $<A> \\times <B> = <N>$.",
        "The correct product is therefore **<n>**.",
    )
    IDLE = (
        "Each partial product has been checked for the correct number of zeros.",
        "I've double-checked the steps, and they hold.",
        "Is any place value missing? No, all digits have been used.",
        "A second look at the steps shows no mistakes.",
        "No carries were missed.",
        "The steps above are all consistent.",
    )

    def say(self, t: Telling, pool: Pool, **more: Any) -> str:
        return super().say(t, pool, **{k: t.m(v) if isinstance(v, int) else v for k, v in more.items()})

    def begin(self, t: Telling) -> None:
        super().begin(t)
        if t.maths == "latex":
            t.words = "comma"

    def opening(self, t: Telling, w: Work) -> str:
        return self.say(t, self.OPEN) + "\n\n"

    def times(self, t: Telling, term: Term, maths: bool = True) -> str:
        return super().times(t, term, True)

    def adding(self, t: Telling, w: Work) -> str:
        return f"{t.sum(w, True)} = {t.m(w.total)}"

    def detail(self, t: Telling, term: Term, share: float | None = None) -> str:
        return f"${self.times(t, term)} = {t.m(term.value)}$" if share else ""

    def reason(self, t: Telling) -> str:
        t.x = "×"
        text = super().reason(t)
        t.x = "\\times"
        return text

    def quick(self, t: Telling, w: Work) -> str:
        rows = "\n".join(f"\\[\n{self.times(t, u)} = {t.m(u.value)}\n\\]" for u in w.terms)
        if w.method == "direct":
            return rows
        one_line = f"\n\\[\n{self.shape(t, w, True)} = {t.sum(w, True)} = {t.m(w.total)}\n\\]\n"
        return t.one(one_line, f"\n{rows}\n\\[\n{self.adding(t, w)}\n\\]\n")

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"\\[\n{t.m(w.a)} \\times {t.m(w.b)} = {t.m(w.total)}\n\\]"
        kind = t.__dict__.setdefault("four_kind", t.rng.randrange(3))

        def head(number: int, words: str) -> str:
            return [f"### Step {number}: {words}", f"{number}. **{words}:**", f"**Step {number}: {words}**"][kind]

        rows = "\n\n".join(f"\\[\n{self.times(t, u)} = {t.m(u.value)}\n\\]" for u in w.terms)
        if t.flag("bullets", 0.4):
            rows = "\n".join(f"- \\( {self.times(t, u)} = {t.m(u.value)} \\)" for u in w.terms)
        return (
            head(1, t.one("Break it down", "Rewrite the multiplication", "Use the distributive property"))
            + f"\n\\[\n{t.m(w.a)} \\times {t.m(w.b)} = {self.shape(t, w, True)}\n\\]\n\n"
            + head(2, t.one("Multiply each part", "Compute the partial products", "Calculate each term"))
            + f"\n{rows}\n\n"
            + head(3, t.one("Combine the results", "Put the results together", "Combine"))
            + f"\n\\[\n{self.adding(t, w)}\n\\]"
        )

    def confirm(self, t: Telling) -> str:
        kind = t.rng.choice(["none", "other", "other", "idle"])
        t.before = t.work
        w = lay(t, self.checks, check=True) if kind == "other" else None
        if w:
            return self.say(t, self.CHECK) + " " + self.quick(t, w).rstrip() + "\n" + self.say(t, self.AGREE)
        return self.say(t, self.IDLE) if kind == "idle" else ""

    def clash(self, t: Telling, w: Work) -> str:
        text = self.say(t, self.CHECK) + " " + self.quick(t, w).rstrip() + "\n" + self.say(t, self.CLASH)
        return text + self.gap + t.c(self.say(t, self.REPLACE))

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        if t.chance(0.5):
            box = t.boxed("\\[\n", "\n\\]")
            text += "\n\n" + t.r(
                t.one(
                    f"### Final Answer:\n{box}",
                    f"**Final Answer:** {t.n(t.candidate)}",
                    f"Final answer: {t.boxed('$', '$')}",
                )
            )
        return text


class EvSummaryGerunds(Ev):
    """o1-like thought summaries: bold gerund headings over short present-tense paragraphs, then the answer."""

    words = ("comma",)
    signs = ("×", "*")
    methods = ("high", "chunks", "swapped", "round", "area")
    checks = ("swapped", "round", "squares", "high")
    slips = 0.1
    OPEN = (
        "**Breaking down the product**",
        "**Setting up the multiplication**",
        "**Calculating the product**",
        "**Working out <ab>**",
        "**Decomposing the factors**",
        "**Starting the calculation**",
    )
    PLAN = (
        "I'm splitting the multiplication into <s>.",
        "I'm working with <s> here.",
        "I'm rewriting the product as <s>, which keeps the numbers manageable.",
        "The plan is to use <s>.",
        "I'm looking at <s>.",
        "I'm going with <s>.",
    )
    OOPS = (", no, that comes to", ", or more precisely", " at first glance, but it's really")
    ADD = (
        "Adding these, I have",
        "Summing up,",
        "Combining everything,",
        "Putting these together,",
        "From there,",
        "The pieces combine as",
    )
    DONE = (
        "So I'm getting <n> as the product.",
        "This gives <ab> = <n>.",
        "The product comes out to <n>.",
        "That leads to <n> as the answer.",
        "I arrive at <n>.",
        "So the result is <n>.",
    )
    HEADREDO = (
        "**Recalculating**",
        "**Reworking the calculation**",
        "**Starting over**",
        "**Rethinking the steps**",
        "**Redoing the multiplication**",
        "**Revisiting the calculation**",
    )
    SCRAP = (
        "Hmm, that doesn't hold up. I'm dropping that result and working through it again.",
        "That result seems wrong to me, so I'm starting from scratch.",
        "I think there's an error in what I just did, so I'm redoing everything.",
        "I'm not accepting that number; a step went wrong somewhere. I'm going through it again.",
        "Something went wrong there. I'm discarding it and taking the multiplication from the top.",
        "That can't be correct, so I'm recomputing the whole thing.",
    )
    REDO = (
        "So the number is off, and I'm recomputing it.",
        "So I made a mistake, and I'm redoing the calculation.",
        "That rules out my result. I'm starting again.",
        "That's a sign of an error, so I'm working through it again.",
        "So that value is wrong. I'm taking it from the top.",
    )
    HEADLOOK = (
        "**Checking the partial products**",
        "**Spotting an error**",
        "**Fixing a slip**",
        "**Correcting a step**",
        "**Double-checking the pieces**",
    )
    LOOK = (
        "I'm looking at <q> again. <d> So the <was> I used before is wrong; it's <now>.",
        "I noticed that <q> isn't <was>. <d>",
        "Rechecking <q>: <d> I had <was>, which was a slip.",
        "It looks like I miscalculated <q> as <was>. <d>",
        "I'm verifying <q>. <d> That's <now> rather than <was>.",
    )
    LOOKSUM = (
        "I'm adding the pieces again: <s>. The earlier sum was off.",
        "The addition needs another look. <s>, so <p> was wrong.",
        "I'm rechecking the sum. <s>. I had added incorrectly.",
        "Going over the addition, <s>, which isn't what I had.",
        "Summing once more: <s>. I missed a carry before.",
    )
    NOW = (
        "The sum changes to <s>.",
        "With that fixed, <s>.",
        "Adding again, <s>.",
        "So the total is <s>.",
        "Updating the total: <s>.",
    )
    HEADCHECK = (
        "**Verifying the result**",
        "**Cross-checking**",
        "**Confirming the calculation**",
        "**Double-checking the product**",
        "**Checking another way**",
    )
    CHECK = (
        "I'm cross-checking with a different split.",
        "To be sure, I'm computing it another way.",
        "I'm verifying this with another decomposition.",
        "A second approach:",
        "I'm testing the result with a different breakdown.",
        "I want to confirm this.",
    )
    AGREE = (
        "That lines up with what I had.",
        "This confirms the result.",
        "It's consistent, so I'm comfortable with the answer.",
        "Same value, which is reassuring.",
        "Both routes agree.",
        "That settles it.",
    )
    CLASH = (
        "This conflicts with <p>. I see that the first pass had an error.",
        "It doesn't match <p>, so my first calculation must have gone wrong.",
        "I had <p> before, and that turns out to be a miscalculation.",
        "That's not <p>; I'm trusting this second pass, which I did more carefully.",
        "The earlier <p> was off.",
    )
    REPLACE = (
        "So the correct product is <n>.",
        "I'm revising my answer to <n>.",
        "That makes the answer <n>.",
        "The answer is <n>, not <p>.",
        "So <ab> is <n>.",
        "This brings the product to <n>.",
    )
    IDLE = (
        "I'm considering whether I lost a zero somewhere, but the place values hold up.",
        "I'm wondering about the carries, and they look fine.",
        "I'm rereading the factors, <a> and <b>, and they were copied correctly.",
        "Each piece seems in order.",
        "I thought about whether a term was skipped, but all are included.",
        "The steps look solid.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        text = t.one("", "", f"Thought for {t.rng.randint(3, 40)} seconds\n\n")
        return text + self.say(t, self.OPEN) + "\n\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"I'm multiplying directly: {t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}."
        pieces = self.pieces(t, w)
        parts = "; ".join(pieces) if len(pieces) > 3 else ", ".join(pieces[:-1]) + ", and " + pieces[-1]
        added = self.adding(t, w)
        text = self.say(t, self.PLAN, s=self.shape(t, w)) + t.one(" That means ", " So ", " Here, ") + parts + "."
        return text + t.one(" ", "\n\n") + self.say(t, self.ADD) + " " + added + "."

    def mended(self, t: Telling, w: Work, place: int | None) -> str:
        return self.say(t, self.HEADLOOK) + "\n\n" + super().mended(t, w, place).replace("\n\n", " ")

    def clash(self, t: Telling, w: Work) -> str:
        return self.say(t, self.HEADCHECK) + "\n\n" + super().clash(t, w).replace("\n\n", " ")

    def redo(self, t: Telling, w: Work) -> str:
        return self.say(t, self.HEADREDO) + "\n\n" + super().redo(t, w)

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + self.say(t, self.HEADCHECK) + "\n\n" + more) if more else ""
        n, w = t.n(t.candidate), t.work
        text += t.one("\n\n---\n\n", "\n\n", "\n\n**Answer**\n\n")
        if w.method in ("direct", "squares") or t.chance(0.5):
            return text + t.r(t.one(f"{t.ab} = **{n}**", f"The product is **{n}**.", f"**{n}**", f"{t.ab} = {n}."))
        lines = "\n".join(f"- {self.times(t, u)} = {t.n(u.value)}" for u in w.terms)
        return text + f"Here's the calculation:\n\n{lines}\n\n" + t.r(f"{t.sum(w)} = **{n}**")


class EvTinyGrpo(Ev):
    """A small GRPO-trained model (countdown, multiplication): short chains in think tags, an answer tag."""

    words = ("plain",)
    signs = ("*", "*", "x")
    methods = ("high", "low", "high", "chunks")
    checks = ("swapped", "low", "high", "chunks")
    gap = "\n"
    slips = 0.06
    details = 0.15
    OPEN = (
        "Let me solve this step by step.",
        "I need to multiply <a> and <b>.",
        "To calculate <ab>, I will break it down.",
        "We have to find <ab>.",
        "Let's calculate <ab>:",
        "First, I will split the number into parts.",
    )
    OOPS = (", wait, no,", ", no, it is", ". Wait, it is")
    DONE = (
        "So <ab> = <n>.",
        "So the answer is <n>.",
        "The result is <n>.",
        "Therefore the product is <n>.",
        "This gives us <n>.",
        "So, we have <n> as the answer.",
    )
    SCRAP = (
        "This is not correct. Let's try again.",
        "But this is wrong. Let me try again.",
        "Wait, this is not right. I need to recalculate.",
        "No, that doesn't work. Let me try another way.",
        "This is incorrect, so let me start again.",
        "Hmm, I made a mistake. Let me redo it.",
        "That is not right. Let's recalculate:",
    )
    REDO = (
        "So this is not correct. Let's try again.",
        "So it is wrong. Let me recalculate.",
        "So I need to try again.",
        "So that doesn't work. Let me redo it.",
        "So there is a mistake. Try again:",
    )
    LOOK = (
        "Let me check the steps. <q>: <d> I wrote <was>, this is wrong.",
        "Wait, <q> is not <was>. <d>",
        "Check: <d> Not <was>, so I need to fix it.",
        "But <q> should be <now>, not <was>. <d>",
        "Let's check <q> again: <d> So <was> is incorrect.",
        "I made a mistake in <q> = <was>. <d>",
    )
    LOOKSUM = (
        "Let me check the addition: <s>. So <p> is wrong.",
        "Wait, the sum is not right. <s>.",
        "Check the sum again: <s>. I made a mistake in the addition.",
        "But when I add again, <s>. So it is not <p>.",
        "Let's add again: <s>. The first sum was not correct.",
    )
    NOW = ("Now add again: <s>", "So the sum is <s>", "Then <s>", "Adding: <s>", "New sum: <s>")
    CHECK = (
        "Let me check:",
        "Let's verify it another way:",
        "To check,",
        "Check with a different split:",
        "Let me verify this.",
        "Now let's check if it is correct.",
    )
    AGREE = (
        "This is the same.",
        "It matches, so it is correct.",
        "This is correct.",
        "So the answer is verified.",
        "Same result.",
        "This confirms the answer.",
    )
    CLASH = (
        "This is different from <p>, so the first one is not correct.",
        "It is not <p>. The first calculation was wrong.",
        "This does not match <p>. I made a mistake in the first calculation.",
        "So <p> was incorrect.",
        "But I got <p> before, which was a mistake.",
    )
    REPLACE = (
        "So the correct answer is <n>.",
        "So the answer is <n>.",
        "The correct result is <n>.",
        "So <ab> = <n>.",
        "Therefore it is <n>.",
        "So it should be <n>, not <p>.",
    )
    IDLE = (
        "This looks correct.",
        "Is this correct? Yes.",
        "I have used all of the digits, so this works.",
        "Let me see if I missed something. No, it is fine.",
        "All steps are done.",
        "I think this is right because each part was multiplied.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        return t.one("<think>", "<think>\n", "<think> ") + self.say(t, self.OPEN) + "\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"{t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.total)}"
        if t.flag("chain", 0.45):
            middle = " + ".join(f"{self.times(t, u)}" for u in w.terms)
            text = f"{t.n(w.a)} {t.x} {t.n(w.b)} = {self.shape(t, w)}"
            text += f"\n= {middle}" if all(u.sign > 0 for u in w.terms) else ""
            text += f"\n= {t.sum(w)}"
            if len(w.terms) > 2 and t.chance(0.5):
                so_far = w.steps()[0][3]
                rest = "".join(f" {'+' if u.sign > 0 else '-'} {t.n(u.value)}" for u in w.terms[2:])
                text += f"\n= {t.n(so_far)}{rest}"
            return text + f"\n= {t.n(w.total)}"
        return "\n".join([*self.pieces(t, w), self.adding(t, w)])

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n" + more) if more else ""
        text += t.one("\n", " ", "") + "</think>\n"
        n = t.n(t.candidate)
        return text + t.r(
            t.one(
                f"<answer>{n}</answer>",
                f"<answer> {n} </answer>",
                f"<answer>{t.ab} = {n}</answer>",
                f"<answer>\n{n}\n</answer>",
                f"The answer is {n}.\n<answer>{n}</answer>",
            )
        )


class EvSmallDistilColumns(Ev):
    """R1-distill 1.5B/7B: digits of the lower number from the right, shifts, carries; often begins again."""

    words = ("plain", "comma", "plain")
    signs = ("×", "*", "x")
    methods = ("low",)
    checks = ("swapped", "high", "round", "chunks")
    slips = 0.12
    PAUSE = (
        "Did I write down the numbers right? <a> and <b>, yes.",
        "Hmm, is there an easier way to do this? I don't think so.",
        "Okay, the numbers are <a> and <b>, that's right.",
    )
    OPEN = (
        "Okay, so I have to calculate <ab>. I'll write the numbers one under the other like in school.",
        "Alright, so I need to multiply <a> by <b>. Let me set it up vertically.",
        "First, I'll write down the numbers: <a> and <b>, and multiply digit by digit from the right.",
        "Okay, let's multiply <a> and <b>. I remember doing this with the long multiplication method.",
        "To solve <ab>, I'll start with the ones digit of <b> and work my way to the left.",
        "Alright, let me do the long multiplication for <ab>.",
    )
    OOPS = (". Wait, no, I forgot a carry, it's", ". Hmm, no, that's", "... wait, that's not right,")
    ADD = (
        "Now, I add up all these partial products:",
        "Now I need to add these together, keeping them lined up:",
        "Adding the rows:",
        "Then the rows have to be added:",
        "Alright, now the addition:",
        "Okay, now sum up everything:",
    )
    DONE = (
        "So, <ab> equals <n>.",
        "So the product is <n>.",
        "Therefore, I get <n> for the product.",
        "So, the final product is <n>.",
        "So the answer should be <n>.",
        "That means <ab> is <n>.",
    )
    SCRAP = (
        "Wait, hold on. I think I did that wrong. Let me start over from the beginning.",
        "Hmm, that doesn't look right to me. I probably messed up the carrying. Let me do it again.",
        "Wait, maybe I lined up the rows wrong. Yeah, I think that's wrong. Let me redo the whole thing.",
        "No, wait, I'm getting confused. That's not right. Let me try the multiplication again.",
        "Hmm, I think I made a mistake. I'll forget that result and do it again slowly.",
        "Wait, no, that can't be right. Let me go through every digit again.",
        "Hold on, I must have messed up. Let me wipe that and start again.",
    )
    REDO = (
        "So I messed up. Let me start over.",
        "So that's wrong. Let me do the multiplication again.",
        "So something's not right. I'll go through every digit again.",
        "So I made a mistake in there. Let me redo it.",
        "Okay, so that's incorrect. From the beginning:",
    )
    LOOK = (
        "Wait, let me check <q> again. <d> So that's <now>, but I wrote <was>. My mistake.",
        "Hmm, <q>, I said it's <was>. <d> So no, I made an error there.",
        "Wait a second, I should double-check the rows. <q>: <d> That one was wrong, I had <was>.",
        "Hold on, let me recompute <q>. <d> Yeah, not <was>.",
        "Let me go back to <q>. <d> Okay, so I was wrong with <was>.",
    )
    LOOKSUM = (
        "Wait, let me add the rows again. <s>. Okay, so I added them wrong before.",
        "Hmm, let me check the addition. <s>. That's not <p>, so I made a mistake with a carry.",
        "Wait, maybe I should redo the adding. <s>. Yeah, I messed up the addition earlier.",
        "Let me see if the rows really add up to <p>. <s>. They don't.",
        "Hold on, adding again: <s>. So before that was wrong.",
    )
    NOW = (
        "So adding the rows again: <s>.",
        "Now the sum is <s>.",
        "Then I get <s>.",
        "So the addition becomes <s>.",
        "Okay, and now <s>.",
    )
    CHECK = (
        "Wait, let me check if this is correct by breaking it down in another way.",
        "Let me verify it using the distributive property.",
        "Just to make sure I didn't make any mistakes, let me try another method.",
        "Maybe I can check it by splitting the numbers.",
        "Hmm, let me check this.",
        "I should double-check with a different way.",
    )
    AGREE = (
        "Okay, it's the same, so that's correct.",
        "Yes, that matches. Good.",
        "So it's the same as before. I think I did it right.",
        "Alright, same answer.",
        "Great, both ways gave the same.",
        "Okay, that matches what I got.",
    )
    CLASH = (
        "Hmm, that's different from <p>. I must have made a mistake before.",
        "Wait, but before this I got <p>. I think I made an error there, because this way is easier.",
        "That's not the same as <p>. So I probably messed up the first time.",
        "But before I got <p>, so that was wrong.",
        "So it's not <p>. I must have added something wrong in the first method.",
    )
    REPLACE = (
        "So the correct answer is <n>.",
        "So, the product should be <n>.",
        "So it's actually <n>.",
        "Therefore, the answer is <n>, not <p>.",
        "Okay, so <ab> is <n>.",
        "So I think the right answer is <n>.",
    )
    IDLE = (
        "Wait, did I shift the rows correctly? Yes, each one by one more place.",
        "Hmm, did I carry everything over? Yes, I think so.",
        "Let me look at the numbers again. <a> and <b>. Okay, that's what I used.",
        "I think I did all the steps, so that should be it.",
        "Wait, should there be another row? No, there are only that many digits.",
        "Is that right? I think so, yeah.",
    )

    def carries(self, t: Telling, left: int, digit: int) -> str:
        """The product of a number and a digit, told with its carries."""
        out, carry = [], 0
        figures = [int(d) for d in str(left)][::-1]
        for place, figure in enumerate(figures):
            value = figure * digit + carry
            text = f"{figure} {t.x} {digit} = {figure * digit}" + (f", plus {carry} is {value}" if carry else "")
            if place + 1 < len(figures):
                text += f", write {value % 10}" + (f" carry {value // 10}" if value > 9 else "")
            else:
                text += f", write {value}"
            carry = value // 10
            out.append(text)
        return "; ".join(out)

    def opening(self, t: Telling, w: Work) -> str:
        return "<think>\n" * t.flag("tagged", 0.8) + self.say(t, self.OPEN) + "\n\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"So, {t.n(w.a)} {t.x} {t.n(w.b)}. That's {t.n(w.total)}."
        out = []
        names = {
            1: "ones",
            10: "tens",
            100: "hundreds",
            1000: "thousands",
            10**4: "ten-thousands",
            10**5: "hundred-thousands",
        }
        if w.method == "low":
            for i, u in enumerate(w.terms):
                unit = 10 ** (len(str(u.right)) - 1)
                digit = u.right // unit
                lead = t.one("First", "To start") if not i else t.one("Next", "Then", "Now")
                text = f"{lead}, the {names[unit]} digit, {digit}: "
                slip = near(t, u) if t.chance(self.slips / 2) else None
                if (
                    u.value == u.left * u.right
                    and u.left > 9
                    and digit > 1
                    and t.flag("carrying", 0.5)
                    and len(str(t.a)) < 5
                ):
                    text += f"{self.carries(t, u.left, digit)}. That's {t.n(u.left * digit)}."
                    if unit > 1:
                        text += f" Shifted {t.one('over', 'to the left')}, it's {t.n(u.value)}."
                elif unit == 1:
                    text += self.product(t, u, slip) + "."
                else:
                    text += f"{t.n(u.left)} {t.x} {t.n(u.right)} = "
                    text += f"{t.n(slip)}{self.say(t, self.OOPS)} {t.n(u.value)}." if slip else f"{t.n(u.value)}."
                out.append(text)
        else:
            out.append(f"So I have {self.shape(t, w)}.")
            out += [piece + "." for piece in self.pieces(t, w)]
        out.append(self.say(t, self.ADD))
        if t.flag("rows", 0.5) and all(u.sign > 0 for u in w.terms):
            wide = max(len(t.n(x)) for x in [w.total, *(u.value for u in w.terms)]) + 2
            rows = [t.n(u.value).rjust(wide) for u in w.terms]
            rows[-1] = "+" + rows[-1][1:]
            out.append("\n".join([*rows, "-" * wide, t.n(w.total).rjust(wide)]))
        else:
            out.append(self.adding(t, w) + ".")
        return "\n\n".join(out)

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        if t.flag("tagged", 0.8):
            text += "\n</think>"
        return (
            text
            + "\n\n"
            + t.r(
                t.one(
                    f"The product of {t.n(t.a)} and {t.n(t.b)} is {t.boxed()}.",
                    f"**Final Answer:** {t.boxed(chr(92) + '( ', ' ' + chr(92) + ')')}",
                    t.boxed("\\[\n", "\n\\]"),
                    f"The final answer is {t.boxed('$', '$')}.",
                    f"**{t.ab} = {t.n(t.candidate)}**",
                )
            )
        )


class EvVthreeTables(Ev):
    """DeepSeek-V3 chat: headings, a table of partial products, running totals, verification and correction."""

    words = ("comma", "plain")
    signs = ("×",)
    methods = ("high", "low", "swapped", "area", "chunks")
    checks = ("round", "squares", "swapped", "high")
    details = 0.3
    slips = 0.0
    OPEN = (
        "To calculate **<ab>**, let's proceed step by step.",
        "Let's compute **<ab>** using partial products.",
        "Here is a careful calculation of **<ab>**.",
        "Sure, let's multiply **<a>** by **<b>**.",
        "We'll work out **<ab>** with a table of partial products.",
        "Let's go through the multiplication **<ab>** carefully.",
    )
    DONE = (
        "**Result:** <ab> = **<n>**",
        "So the product is **<n>**.",
        "Thus, **<ab> = <n>**.",
        "Therefore, the answer is **<n>**.",
        "This gives **<n>**.",
        "**Answer:** <n>",
    )
    SCRAP = (
        "**Wait,** this result seems off. Let me discard it and recompute.",
        "Hmm, on reflection that value is not correct. Let's redo the table.",
        "**Correction:** the calculation above contains a mistake. Let me redo it.",
        "Hold on, I made an error here. Let's recompute everything.",
        "Actually, this is wrong. Let me go through it again.",
        "I don't think the value above is right. Starting over:",
    )
    REDO = (
        "So the value above is wrong. Let's redo the table.",
        "This indicates a mistake. Let's recompute:",
        "So I've made an error. Here is the calculation again:",
        "Therefore the result needs to be corrected. Let me recompute everything.",
        "So it can't be right. Starting over:",
    )
    LOOK = (
        "**Correction:** I gave <q> as <was>, which is wrong. <d>",
        "Wait, let's double-check <q>: <d> Above I have <was>, which is incorrect.",
        "Checking each row, I find a mistake in <q>. <d> (Not <was>.)",
        "Hmm, <q> = <was> doesn't look right. <d> So it should read <now>.",
        "Going back over the products: <d> I had entered <was> by mistake.",
    )
    LOOKSUM = (
        "**Correction:** the addition was off. <s>.",
        "Wait, let's double-check the sum: <s>. The earlier total was wrong.",
        "Adding the column again: <s>. So <p> is not correct.",
        "Hmm, the total doesn't look right. <s>. I made an addition error.",
        "Checking the running total again, <s>. There was a slip before.",
    )
    NOW = (
        "The new total is <s>.",
        "Adding the column again: <s>.",
        "Corrected sum: <s>.",
        "So now: <s>.",
        "Updated total: <s>.",
    )
    CHECK = (
        "#### Verification\nLet's verify using another approach:",
        "**Verification:**",
        "**Cross-check:**",
        "**Double-check with a different method:**",
        "To verify, an alternative calculation:",
        "#### Check\nAnother way to do it:",
    )
    AGREE = (
        "✅ This matches.",
        "Both methods agree.",
        "The result is consistent. ✅",
        "This confirms the answer.",
        "So the calculation is verified.",
        "Same value, so the answer is correct.",
    )
    CLASH = (
        "❌ This doesn't match <p>. The mistake is in the earlier calculation.",
        "This differs from <p>; on inspection, the first calculation was wrong.",
        "The check doesn't agree with <p>, so an error was made in the first calculation.",
        "So the earlier value <p> is incorrect.",
        "Since each step here is straightforward, the earlier <p> must be wrong.",
    )
    REPLACE = (
        "**Corrected result:** <n>",
        "The correct product is **<n>**.",
        "Therefore, **<ab> = <n>**.",
        "So the correct answer is **<n>**.",
        "The correct answer is **<n>**, not <p>.",
    )
    IDLE = (
        "Is any row missing? No, every place value is covered.",
        "A quick look at the alignment shows no problem.",
        "One might suspect a misplaced zero, but all rows are fine.",
        "All steps have been reviewed and look correct.",
        "Did the carries in the addition work out? Yes.",
        "No further corrections are needed.",
    )

    def opening(self, t: Telling, w: Work) -> str:
        return self.say(t, self.OPEN) + "\n\n"

    def work(self, t: Telling, w: Work) -> str:
        if w.method == "direct":
            return f"{t.n(w.a)} × {t.n(w.b)} = {t.n(w.total)}"
        third = t.flag("third", 0.4) and all(u.sign > 0 for u in w.terms)
        head = t.__dict__.setdefault(
            "table_head",
            t.one(
                "| Step | Multiplication | Result |",
                "| # | Partial product | Value |",
                "| Part | Calculation | Product |",
            ),
        )
        if third:
            head += " Running total |"
        rows, so_far = [head, "|" + "---|" * (4 if third else 3)], 0
        for i, u in enumerate(w.terms, 1):
            so_far = w.total if i == len(w.terms) else so_far + u.sign * u.value
            sign = "−" if u.sign < 0 else ""
            row = f"| {i} | {self.times(t, u)} | {sign}{t.n(u.value)} |"
            rows.append(row + (f" {t.n(so_far)} |" if third else ""))
        heads, named = t.flag("heads", 0.5), t.flag("named", 0.5)
        text = ("### Step 1: Split the factor\n" if named else "### 1. Decompose\n") if heads else ""
        text += f"{t.n(w.a)} × {t.n(w.b)} = {self.shape(t, w)}\n\n"
        text += (("### Step 2: Partial products\n" if named else "### 2. Multiply\n") if heads else "") + "\n".join(
            rows
        )
        if third:
            return text
        text += "\n\n" + (("### Step 3: Combine\n" if named else "### 3. Combine\n") if heads else "")
        if len(w.terms) > 2 and t.chance(0.5):
            steps = [f"- {t.n(x)} {'+' if s > 0 else '-'} {t.n(v)} = {t.n(r)}" for x, s, v, r in w.steps()]
            return text + "\n".join(steps)
        return text + f"{t.sum(w)} = {t.n(w.total)}"

    def closing(self, t: Telling) -> str:
        more = self.confirm(t)
        text = ("\n\n" + more) if more else ""
        if t.chance(0.5):
            n = t.n(t.candidate)
            text += (
                "\n\n"
                + t.one("---\n\n", "")
                + t.r(
                    t.one(
                        f"### Final Answer\n**{n}**", f"**Final Answer:** {t.boxed('$', '$')}", f"**Final Answer: {n}**"
                    )
                )
            )
        return text


STYLES = {
    style.name: style
    for style in (
        EvRoneNapkin(),
        EvQwenLadder(),
        EvQwqAlternatively(),
        EvLlamaMisstep(),
        EvMagistralDraft(),
        EvPhiMurmur(),
        EvGemmaOops(),
        EvOmniVerification(),
        EvSummaryGerunds(),
        EvTinyGrpo(),
        EvSmallDistilColumns(),
        EvVthreeTables(),
    )
}
