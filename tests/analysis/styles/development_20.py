"""Reasoning models that think and doubt, in the plain wordings that are usual with them.

All twelve styles share the course of thought that `_Thinker` tells (a product by partial products, slips mended on the
spot, a candidate, doubts, checks, revisions, a final answer) and differ in wordings, tags, signs and lines. What keeps
the truth clear:

- A check that is told to agree does agree: remainders, last digits, estimates and sums are looked up first, and a
  second solution or a division confirms only a candidate that is right.
- A check that ends in another number either replaces the candidate in so many words, or is itself found wrong and then
  gives the candidate.
- A new solution that commits the same candidate follows words that throw the old one away.

In the templates `{N}` is the candidate, `{P}` the one before, `{A}` and `{B}` the factors as asked, `{a}` and `{b}` as
the work at hand has them, `{x}` the sign of multiplication, `{hmm}` an interjection of the style.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any, TypeAlias

from .common import Style, Telling, Term, Work

Pool: TypeAlias = tuple[str, ...]


def _mix(*columns: Pool) -> Pool:
    """Every way to go through the columns: beginnings that go with each of the continuations."""
    return tuple("".join(pieces) for pieces in product(*columns))


class _Thinker(Style):
    """A course of thought; a style gives the wordings (pools in capitals) and the way in and out."""

    groupings: Sequence[str] = ("comma",)
    signs: Sequence[str] = ("×",)
    gaps: Sequence[str] = ("\n\n",)
    part_gaps: Sequence[str] = (" ",)
    step_joint: str = ", then "
    methods: Sequence[str] = ("high", "high", "low", "chunks", "round")
    doubts: float = 0.85
    slips: float = 0.1

    HMM: Pool
    OPEN: Pool
    PLAN: Pool  # {a} {b}, {F} the second factor in parts
    PART: Pool  # {L} {R} {V} a partial product
    DEEP: Pool  # {D} how it comes about
    OOPS: Pool  # {W} a slip on the way, {V} the true value
    FACT: Pool  # {d} {e} digits, {f} a wrong product of them, {g} the true one
    FIX: Pool  # {w} a slip in a running sum, {u} the true sum
    ADD: Pool  # {E} the addition
    COMMIT: Pool
    DOUBT: Pool
    LAST: Pool  # {p} {q} last digits, {pq} their product, {z} the last digit to be
    NINES: Pool  # {p} {q} {z} remainders by nine, {pq} the product of the first two
    EST: Pool  # {X} {Y} {Z} rounded factors and their product
    REPART: Pool
    READD: Pool  # {S} the sum of the partial products
    BACK: Pool
    OTHER: Pool  # {F}: announces a check by another split
    AGREE: Pool
    CLASH: Pool  # {W} what a faulty check gives
    FOUND: Pool  # {w} the slip of the check, {V} the true value
    WAVER: Pool
    DISOWN: Pool
    MEND: Pool  # {w} before, {V} now
    RESUM: Pool  # {S}
    DIFFER: Pool
    WHY_PART: Pool  # {w} as it stood, {V} the true value
    WHY_SUM: Pool
    WHY_LAST: Pool  # {z} the last digit to be, {y} that of the candidate before
    WHY_NONE: Pool
    DECIDE: Pool
    FAIL_LAST: Pool  # {p} {q} {pq} {z} as above, {y} the last digit of the candidate before
    FAIL_NINES: Pool  # {p} {q} {z}, {y} the remainder of the candidate before
    FAIL_BACK: Pool  # {k} {m} quotient and remainder
    ANEW: Pool
    SAME: Pool
    FINAL: Pool

    def __init__(self) -> None:
        self._left: dict[str, list[str]] = {}
        self._gap = self._part_gap = " "

    # -- words

    def begin(self, t: Telling) -> None:
        self._left = {}
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)
        self._gap, self._part_gap = t.one(*self.gaps), t.one(*self.part_gaps)

    def say(self, t: Telling, pool: str, work: Work | None = None, **values: int | str) -> str:
        """A template of the pool, filled in; none comes twice before all have come."""
        left = self._left.setdefault(pool, [])
        if not left:
            left.extend(getattr(self, pool))
            t.rng.shuffle(left)
        work = work or t.work
        known: dict[str, int | str] = {"A": t.a, "B": t.b, "a": work.a, "b": work.b, "N": t.candidate, "x": t.x}
        if t.index:
            known["P"] = t.previous
        known.update(values)

        def fill(found: re.Match[str]) -> str:
            if found[1] == "hmm":
                return self.say(t, "HMM")
            value = known.get(found[1], found[0])
            return t.n(value) if isinstance(value, int) else value

        return re.sub(r"\{([A-Za-z]+)\}", fill, left.pop())

    def join(self, blocks: Sequence[str]) -> str:
        return self._gap.join(block for block in blocks if block)

    # -- a solution

    def part(self, t: Telling, term: Term, plain: bool = False) -> str:
        """One partial product, at times with its places, or with a slip that is mended at once."""
        about: dict[str, Any] = {"L": term.left, "R": term.right, "V": term.value}
        if plain:
            return self.say(t, "PART", **about)
        true = term.left * term.right == term.value
        if true and term.value > 20 and t.chance(self.slips):
            return self.say(t, "OOPS", W=t.near(term.value), **about)
        text = ""
        pairs = [(int(d), int(e)) for d in str(term.left) for e in str(term.right) if d > "2" and e > "2"]
        if true and pairs and t.chance(self.slips * 0.8):
            d, e = t.rng.choice(pairs)
            wrong = d * e + t.rng.choice([-d, d, -2, 2, -1])
            if not {wrong, d * e} & {*t.candidates, t.product}:
                text = self.say(t, "FACT", d=d, e=e, f=wrong, g=d * e)
                text += "" if text.endswith("\n") else " "
        detail = t.detail(term, 0.45)
        return text + (self.say(t, "DEEP", D=detail, **about) if detail else self.say(t, "PART", **about))

    def products(self, t: Telling, work: Work, plain: bool = False) -> str:
        """The partial products."""
        return self._part_gap.join(self.part(t, term, plain) for term in work.terms)

    def equation(self, t: Telling, work: Work, plain: bool = False) -> str:
        """The addition in one line or step by step, at times with a slip in a running sum that is mended."""
        if len(work.terms) == 2 or (plain and len(work.terms) < 4) or t.chance(0.35):
            return f"{t.sum(work)} = {t.n(work.total)}"
        pieces = []
        for place, (so_far, sign, value, result) in enumerate(work.steps(), start=2):
            shown = t.n(result)
            if place < len(work.terms) and not plain and t.chance(self.slips):
                shown = self.say(t, "FIX", w=t.near(result), u=result)
            pieces.append(f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {shown}")
        return self.step_joint.join(pieces)

    def adding(self, t: Telling, work: Work, plain: bool = False) -> str:
        return self.say(t, "ADD", work, E=self.equation(t, work, plain))

    def plan(self, t: Telling, work: Work) -> str:
        return self.say(t, "PLAN", work, F=t.factor(work))

    def solution(self, t: Telling, work: Work) -> list[str]:
        """The blocks of a whole solution, without the words that commit its result."""
        return [self.plan(t, work), self.products(t, work), self.adding(t, work)]

    # -- checks

    def aside(self, t: Telling, *methods: str) -> Work:
        """A way to the candidate that leaves the work under way as it is."""
        kept = t.work
        work = self.another(t, *methods)
        t.work = kept
        return work

    def another(self, t: Telling, *methods: str) -> Work:
        """A way to the candidate by a split that differs from the one before, where the factors allow it."""
        kept = t.work
        work = t.other(*methods)
        for _ in range(6):
            if (work.a, sorted(work.parts)) != (kept.a, sorted(kept.parts)):
                break
            t.work = kept
            work = t.other(*methods)
        return work

    def sound(self, work: Work) -> list[Term]:
        """The partial products that are right, less those that the work has in a wrong version as well."""
        wrong = {(term.left, term.right) for term in work.terms if term.left * term.right != term.value}
        return [term for term in work.terms if (term.left, term.right) not in wrong]

    def checks(self, t: Telling) -> list[str]:
        """The checks that hold for the candidate under way."""
        found = ["est"] * (t.estimate() is not None) + ["last", "last"] * (t.last_digit() is not None)
        found += ["nines"] * (t.nines() is not None and t.candidate > 99)
        found += ["repart"] * bool(self.sound(t.work))
        found += ["readd"] * (sum(term.sign * term.value for term in t.work.terms) == t.candidate)
        if t.candidate == t.product:
            found += ["other"] * 4 + ["back"] + ["alarm"] * 2
        return found

    def check(self, t: Telling, kind: str) -> list[str]:
        """One check that ends well."""
        if kind == "last" and (last := t.last_digit()):
            return [self.say(t, "LAST", p=last[0], q=last[1], pq=last[2], z=last[2] % 10)]
        if kind == "nines" and (nine := t.nines()):
            return [self.say(t, "NINES", p=nine[0], q=nine[1], pq=nine[0] * nine[1], z=nine[2])]
        if kind == "est" and (near := t.estimate()):
            return [self.say(t, "EST", X=near[0], Y=near[1], Z=near[2])]
        if kind == "repart":
            term = t.rng.choice(self.sound(t.work))
            return [self.say(t, "REPART", L=term.left, R=term.right, V=term.value)]
        if kind == "readd":
            return [self.say(t, "READD", S=t.sum(t.work))]
        if kind == "back":
            return [self.say(t, "BACK")]
        if kind in ("other", "alarm"):
            work = self.aside(t, "round", "low")
            if kind == "alarm" and (told := self.alarm(t, work)):
                return told
            blocks = [self.say(t, "OTHER", work, F=t.factor(work)), self.products(t, work, plain=True)]
            return [*blocks, self.adding(t, work, plain=True), self.say(t, "AGREE")]
        return []

    def alarm(self, t: Telling, work: Work) -> list[str]:
        """A second solution that seems to disagree, until the slip is found in it; empty where that cannot be told."""
        place = t.rng.randrange(len(work.terms))
        term = work.terms[place]
        wrong = t.near(term.value)
        total = work.total + term.sign * (wrong - term.value)
        if total <= 0 or total in (*t.candidates, t.product):
            return []
        slipped = (*work.terms[:place], Term(term.left, term.right, wrong, term.sign), *work.terms[place + 1 :])
        faulty = Work(work.a, work.b, work.method, slipped, total)
        return [
            self.say(t, "OTHER", work, F=t.factor(work)),
            self.products(t, faulty, plain=True),
            self.adding(t, faulty, plain=True),
            self.say(t, "CLASH", W=total),
            self.say(t, "FOUND", L=term.left, R=term.right, w=wrong, V=term.value, S=t.sum(work)),
        ]

    def confirm(self, t: Telling, most: int = 2) -> list[str]:
        """Doubts about the candidate under way that end in its favour."""
        blocks: list[str] = []
        kinds = self.checks(t)
        for _ in range(t.rng.randint(1, most)):
            if not kinds:
                break
            kind = t.rng.choice(kinds)
            kinds = [other for other in kinds if other != kind and {other, kind} != {"other", "alarm"}]
            if told := self.check(t, kind):
                blocks += ([] if blocks else [self.say(t, "DOUBT")]) + told
        return blocks

    # -- the course of a response

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, "COMMIT" if not t.index else "SAME" if t.same else "ANEW"))

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        return self.join([self.say(t, "OPEN"), *self.solution(t, work), self.commit(t)])

    def failed(self, t: Telling) -> str:
        """A check that the candidate before fails and the new one does not, if there is one."""
        if t.same or t.chance(0.45):
            return ""
        told = []
        p, q = t.a % 10, t.b % 10
        if p * q % 10 == t.candidate % 10 != t.previous % 10:
            told.append(self.say(t, "FAIL_LAST", p=p, q=q, pq=p * q, z=p * q % 10, y=t.previous % 10))
        p, q = t.a % 9, t.b % 9
        if p * q % 9 == t.candidate % 9 != t.previous % 9 and t.a > 9:
            told.append(self.say(t, "FAIL_NINES", p=p, q=q, pq=p * q, z=p * q % 9, y=t.previous % 9))
        if t.candidate == t.product and t.previous % t.b:
            told.append(self.say(t, "FAIL_BACK", k=t.previous // t.b, m=t.previous % t.b))
        return t.rng.choice(told) if told else ""

    def again(self, t: Telling) -> str:
        blocks: list[str] = []
        if t.chance(0.12):
            t.index -= 1
            blocks += list(self.confirm(t, 1))
            t.index += 1
        way = t.way(mend=4, compare=3, redo=3)
        if way == "mend":
            blocks += self.mending(t) or self.comparing(t)
        elif way == "compare":
            blocks += self.comparing(t)
        else:
            failed = self.failed(t)
            blocks += [failed, self.say(t, "DISOWN")]
            blocks += [*self.solution(t, t.solve(*self.methods)), self.commit(t)]
        return self._gap + self.join(blocks)

    def mending(self, t: Telling) -> list[str]:
        """A look back finds the slip; empty where there is none to find."""
        mended = t.mend()
        if mended is None:
            return []
        opening = self.failed(t) or self.say(t, "DOUBT")
        if mended.place is None:
            return [opening, self.say(t, "RESUM", S=t.sum(mended.work)), self.commit(t)]
        term = mended.work.terms[mended.place]
        if term.left * term.right != term.value and t.chance(0.6):
            return []
        fine = [
            self.say(t, "REPART", L=one.left, R=one.right, V=one.value)
            for one in mended.work.terms[: mended.place]
            if one.left * one.right == one.value and one.right != term.right and t.chance(0.5)
        ]
        mend = self.say(t, "MEND", L=term.left, R=term.right, w=mended.was, V=mended.now)
        return [opening, *fine[:2], mend, self.adding(t, mended.work), self.commit(t)]

    def comparing(self, t: Telling) -> list[str]:
        """A check by another way ends in another number, which is then held to be right."""
        before = t.before
        work = self.another(t, "round", "low")
        blocks = [self.say(t, "DOUBT") if t.chance(0.5) else "", self.say(t, "OTHER", work, F=t.factor(work))]
        blocks += [self.products(t, work), self.adding(t, work)]
        blocks.append(self.say(t, "DIFFER", G=abs(t.candidate - t.previous)))
        blocks.append(self.reason(t, before))
        return [*blocks, t.c(self.say(t, "DECIDE"))]

    def reason(self, t: Telling, before: Work) -> str:
        """Why the new result holds and not the one before."""
        wrong = [term for term in before.terms if term.left * term.right != term.value]
        if t.candidate == t.product and before.total == t.previous:
            if len(wrong) == 1:
                term = wrong[0]
                value = term.left * term.right
                return self.say(t, "WHY_PART", L=term.left, R=term.right, w=term.value, V=value)
            if not wrong:
                return self.say(t, "WHY_SUM", before, S=t.sum(before))
        last = t.a * t.b % 10
        if last == t.candidate % 10 != t.previous % 10:
            return self.say(t, "WHY_LAST", z=last, y=t.previous % 10)
        return self.say(t, "WHY_NONE")

    def closing(self, t: Telling) -> str:
        blocks: list[str] = []
        if t.chance(self.doubts):
            blocks += self.confirm(t)
        if t.chance(0.3 if blocks else 0.6):
            blocks.append(self.say(t, "WAVER"))
        return (self._gap + self.join(blocks) if blocks else "") + self.final(t)

    def final(self, t: Telling) -> str:
        """How the thought ends and the answer is given."""
        return self._gap + t.r(self.say(t, "FINAL"))

    def steps(self, t: Telling, item: str = "{i}. ", joint: str = "\n", form: str = "{l} {x} {r} = {v}") -> str:
        """The partial products of the work that stands, as a list for the answer."""
        lines = []
        for place, term in enumerate(t.work.terms, start=1):
            line = form.replace("{l}", t.n(term.left)).replace("{r}", t.n(term.right)).replace("{v}", t.n(term.value))
            lines.append(item.replace("{i}", str(place)) + line.replace("{x}", t.x))
        return joint.join(lines)


class DistilledThinker(_Thinker):
    """A distilled thinker: `<think>`, paragraphs that begin with Okay, Wait and Hmm, then steps in bold and a box."""

    groupings = ("plain", "comma")
    signs = ("×", "times", "*")
    gaps = ("\n\n",)
    part_gaps = (" ", "\n\n", "\n")

    HMM = ("Wait,", "Hmm,", "Wait, hold on,", "Hmm, wait,", "Wait a second,", "Hold on,", "Wait, no,")
    OPEN = (
        "<think>\nOkay, so I need to figure out what {A} {x} {B} is. Let me think step by step.",
        "<think>\nFirst, I need to multiply {A} by {B}.",
        "<think>\nAlright, I have to calculate {A} {x} {B}. I remember that I can split one of the numbers up.",
        "<think>\nOkay, let's see. I need {A} {x} {B}. I'm a bit rusty with multiplying, so I'll go slowly.",
        "<think>\nTo calculate {A} {x} {B}, I'll use the distributive property.",
        "<think>\nSo, I've got to find the product of {A} and {B}. Let me do this carefully.",
    )
    PLAN = (
        "I can break down {b} into {F} and multiply each part by {a}.",
        "So {b} is the same as {F}. That means I can take {a} {x} ({F}).",
        "Maybe I should split {b}: {b} = {F}. Then multiply each of these by {a}.",
        "The idea is that {b} = {F}, so I just multiply {a} by each piece and add everything up.",
        "Let me write {b} as {F}. Then it's just a few easier multiplications with {a}.",
        "Using the distributive property with {b} = {F}, I get a few smaller products of {a}.",
    )
    PART = (
        "{L} {x} {R} is {V}.",
        "So {L} {x} {R} = {V}.",
        "Then {L} {x} {R} equals {V}.",
        "{L} multiplied by {R} gives {V}.",
        "Okay, {L} {x} {R} would be {V}.",
        "Now {L} {x} {R}: that's {V}.",
    )
    DEEP = (
        "For {L} {x} {R}, I can do {D}.",
        "Let's see, {L} {x} {R}: {D}.",
        "Now {L} {x} {R}. Splitting it up, {D}.",
        "To get {L} {x} {R}, I take it apart: {D}. Okay.",
        "What about {L} {x} {R}? Well, {D}.",
        "Then {L} {x} {R}, which is {D}.",
    )
    OOPS = (
        "{L} {x} {R} is {W}. Wait, no, let me redo that. It's {V}.",
        "So {L} {x} {R} = {W}... Hmm, that doesn't look right. Actually it's {V}.",
        "{L} {x} {R} would be {W}. No, wait, I misplaced something there. It should be {V}.",
        "Then {L} {x} {R} is, let me think, {W}? No, {V}.",
        "{L} {x} {R} equals {W}, wait, I made a mistake, {L} {x} {R} = {V}.",
        "Okay, {L} {x} {R}... I want to say {W}, but no, it's {V}.",
    )
    FACT = (
        "{d} times {e} is {f}. Wait, {d} times {e} is {g}, not {f}.",
        "Let me see, {d} times {e} is {f}... no, {g}.",
        "{d} {x} {e} = {f}, hmm, no, {d} {x} {e} is {g}. Right.",
        "I know {d} times {e} is {f}. Wait, no, that's wrong, it's {g}.",
        "{d} times {e}, that's {f}? No, {g}.",
        "Is {d} times {e} equal to {f}? No, it's {g}.",
    )
    FIX = ("{w}, wait, no, {u}", "{w}... hmm, no, that's {u}", "{w}? No, {u}", "{w}, no, I forgot a carry, {u}")
    ADD = (
        "Now I need to add those together: {E}.",
        "Adding them all up: {E}.",
        "Okay, so now let me add these results. {E}.",
        "Putting it all together: {E}.",
        "Then I add everything: {E}.",
        "Next I'll sum the partial results: {E}.",
    )
    COMMIT = (
        "So, {A} {x} {B} equals {N}.",
        "So the answer should be {N}.",
        "Therefore, {A} multiplied by {B} is {N}.",
        "So that gives me {N} as the product.",
        "Okay, so I think the answer is {N}.",
        "That means {A} {x} {B} is {N}.",
        "So, putting it all together, the product is {N}.",
    )
    DOUBT = (
        "Wait, let me double-check that to make sure I didn't make a mistake.",
        "Hmm, let me verify this.",
        "But wait, I want to be sure about this. Let me check it again.",
        "Let me just double-check my work, since it's easy to mess up a carry.",
        "Hmm, is that right? Let me check.",
        "I should check this in some other way, just to be safe.",
        "Wait, maybe I should go over this once more.",
    )
    LAST = (
        "The last digits are {p} and {q}, and {p} times {q} is {pq}, so the product has to end in {z}. It does. Good.",
        "Looking at the units, {p} {x} {q} = {pq}, so it should end with {z}, and {N} does end with {z}.",
        "A quick check with the last digit: {p} {x} {q} = {pq}, which ends in {z}. My answer ends "
        "in {z}, so that fits.",
        "Also the last digit of {N} should be {z}, because {p} {x} {q} = {pq}. Yep, matches.",
        "Units digit: {p} times {q} is {pq}, so {z}. And {N} ends in {z}. Okay.",
        "Since {p} {x} {q} = {pq}, the ones digit must be {z}, and that's what I have.",
    )
    NINES = (
        "Let me try casting out nines. {A} leaves {p}, {B} leaves {q}, {p} {x} {q} = {pq} leaves {z}, and {N} also "
        "leaves {z}. Okay, that matches.",
        "Modulo 9, {A} is {p} and {B} is {q}, so the product should be {z}. And {N} mod 9 is {z}. Good.",
        "With digit sums: {A} gives {p} mod 9, {B} gives {q} mod 9, the product of those is {z} mod 9. {N} is "
        "{z} mod 9 too. Nice.",
        "Checking mod 9: {p} {x} {q} = {pq}, that's {z} mod 9, and {N} is also {z} mod 9. So it's consistent.",
        "I can use the mod 9 trick. {A} is {p}, {B} is {q}, product {pq}, so {z}. {N} is {z}. That works.",
        "If I cast out nines I get {p} and {q}, whose product is {pq}, so {z}, and for {N} I get {z} as well.",
    )
    EST = (
        "If I round, {X} {x} {Y} = {Z}, and {N} is in that neighborhood, so it makes sense.",
        "Approximately it's {X} times {Y}, which is {Z}. {N} is reasonably close to that.",
        "As an estimate, {X} {x} {Y} would be {Z}, so {N} seems reasonable.",
        "{A} is about {X} and {B} is about {Y}, and {X} {x} {Y} is {Z}. So {N} sounds about right.",
        "Roughly, {X} {x} {Y} = {Z}. Okay, so {N} has the right size.",
        "Let me estimate: around {X} times around {Y} is {Z}. Yeah, {N} is plausible.",
    )
    REPART = (
        "{L} {x} {R} is {V}, yeah, that's right.",
        "Checking {L} {x} {R} again: {V}. Okay, that one's correct.",
        "{L} {x} {R}, yes, {V}.",
        "Let me recompute {L} {x} {R}. That's {V}, same as before.",
        "Is {L} {x} {R} really {V}? Yes, it is.",
        "{L} {x} {R} = {V}, I'm sure of that one.",
    )
    READD = (
        "Adding again: {S}. That's {N}. Yes.",
        "Let me add them once more: {S} = {N}. Same as before.",
        "{S}, that does come to {N}.",
        "Just the addition again: {S} = {N}. Okay.",
        "And the sum {S} is {N}, right.",
        "If I add {S} again, I still get {N}.",
    )
    BACK = (
        "And if I divide {N} by {B}, I get {A}. So that's right.",
        "I can check by division: {N} divided by {B} is {A}, exactly. Good.",
        "{N} ÷ {B} = {A}, so going backwards works too.",
        "Working backwards, {N} divided by {A} gives {B}. Perfect.",
        "Dividing back, {N} / {A} = {B}. That checks out.",
        "To verify, {N} ÷ {A} should be {B}, and it is.",
    )
    OTHER = (
        "Let me try it another way: {a} times {b}, with {b} as {F}.",
        "Another way would be to break up {b} instead, so {b} = {F}.",
        "Alternatively, I could compute {a} {x} ({F}).",
        "What if I do it differently? Take {b} = {F} this time.",
        "Maybe I can check with a different breakdown. {b} is {F}.",
        "Let me use the other approach, {a} {x} ({F}).",
    )
    AGREE = (
        "Okay, so both ways I get {N}. That's reassuring.",
        "Same answer as before, {N}.",
        "Yep, that's {N} again, so I'm confident.",
        "So that confirms {N}.",
        "Great, that matches the {N} I got earlier.",
        "Both methods agree on {N}.",
    )
    CLASH = (
        "Hmm, that gives {W}, but before I had {N}. Something's off in one of them.",
        "Wait, {W}? That's not the {N} I got. Let me see where this went wrong.",
        "That's {W}, which is different from {N}. Did I make a mistake in this check?",
        "Hmm, {W} isn't {N}. Let me look at this second calculation again.",
        "Wait, now it's {W} instead of {N}. One of the two must have an error.",
        "That doesn't match: {W} here, {N} before. Let me look closer.",
    )
    FOUND = (
        "Oh, I see, in this check I took {L} {x} {R} as {w}, but it's {V}. So {S} = {N}. Okay, the first result holds.",
        "Ah, {L} {x} {R} is {V}, not {w}. With that, {S} = {N}, the same as before. So it was the check that was off.",
        "The mistake is in the check: {L} {x} {R} = {V}, not {w}. Then {S} is {N}. Good, that agrees.",
        "Let me see, {L} {x} {R}... that's {V}, I wrote {w}. So {S}, which is {N} after all.",
        "Okay, I messed up {L} {x} {R} just now: {V} rather than {w}. Fixing that, {S} = {N}, so {N} was right.",
        "Oh wait, {w} is wrong for {L} {x} {R}, it's {V}. Then I get {S} = {N}. Phew, it matches.",
    )
    WAVER = (
        "Should I do it all over again? No, I think it's fine.",
        "I could check it in yet another way, but I'm pretty confident now.",
        "Hmm, do I need to redo it? No, the steps look good.",
        "I was worried about a carry, but no, everything's in order.",
        "Maybe I'm overthinking this. The result stands.",
        "Okay, I don't see any mistake, so I'll go with that.",
    )
    DISOWN = (
        "Wait, no, {P} can't be right. I must have messed up somewhere. Let me start over.",
        "Hmm, I don't trust {P}. I think I made a mistake, so let me do the whole thing again from scratch.",
        "No, that's not correct. Forget {P}. Let me start again, more carefully this time.",
        "Wait, I think I messed up. Let me scrap that and redo the multiplication.",
        "Hmm, that doesn't seem right at all. {P} must be wrong. Let me begin again.",
        "Hold on, I made an error in there. So {P} is wrong. Let me try this again from the beginning.",
    )
    MEND = (
        "But {L} {x} {R}, wait, I said {w}. That's not right, it should be {V}.",
        "Oh, wait, {L} {x} {R} is {V}, not {w}. I made a mistake there.",
        "Hmm, {L} {x} {R}: earlier I had {w}, but it's actually {V}.",
        "Then {L} {x} {R}. I wrote {w}, but that's wrong. It's {V}.",
        "Wait, is {L} {x} {R} really {w}? No, it's {V}. So I have to correct that.",
        "I see the problem: I took {w} for {L} {x} {R}, and it should be {V}.",
    )
    RESUM = (
        "The partial products are fine, but the sum: {S} is {N}, not {P}. I added wrong.",
        "Let me add again: {S} = {N}. Oh, I had {P} before, so I made a mistake in the addition.",
        "Hmm, {S}... that's {N}. I wrote {P} earlier, which was wrong.",
        "Wait, {S} doesn't give {P}. It gives {N}.",
        "Adding {S} carefully, I get {N}. So {P} was an addition error.",
        "Oh, I forgot a carry when adding. {S} is {N} and not {P}.",
    )
    DIFFER = (
        "Wait, now I've got {N}, but earlier it was {P}. So one of those is wrong.",
        "Hmm, that's {N}, not {P}. They differ by {G}. Which one is correct?",
        "That's a different result: {N} now and {P} before. I need to figure out which is right.",
        "Huh, this time it's {N}. Before I got {P}. There must be a mistake somewhere.",
        "Wait, {N}? I had {P} the first time. These don't match.",
        "So this way gives {N}, while the first way gave {P}. That's confusing. Let me see.",
    )
    WHY_PART = _mix(
        ("", "Hmm, let me see. "),
        (
            "Looking back at the first calculation, I took {L} {x} {R} as {w}, but it's {V}. That's the mistake.",
            "In the first one I had {L} {x} {R} = {w}. But that's wrong, it's {V}.",
            "Ah, the first time I wrote {w} for {L} {x} {R}, which should've been {V}.",
            "The error is in the first approach: {L} {x} {R} is {V}, not {w}.",
        ),
    )
    WHY_SUM = _mix(
        ("", "Hmm, let me see. "),
        (
            "In the first one I added {S}, and that's not {P}. I messed up the addition.",
            "The first time I had {S}, which really gives {N}. So the addition was wrong there.",
            "Looking back, {S} isn't {P}, I must have dropped a carry.",
            "Ah, the products were right in the first approach, but I added {S} incorrectly.",
        ),
    )
    WHY_LAST = _mix(
        ("", "Hmm, let me see. "),
        (
            "The last digit has to be {z}, and {P} ends in {y}, so the first one can't be right.",
            "Well, the product must end in {z}. {P} ends in {y}, so it's out.",
            "From the units digits it must end in {z}, not {y}. So the first one is wrong.",
            "{P} ends in {y}, but it should end in {z}. So that one was the wrong one.",
        ),
    )
    WHY_NONE = _mix(
        ("", "Hmm, let me see. "),
        (
            "I went through the second one more carefully, so the first must have had a slip somewhere.",
            "Going over the second calculation again, I don't see any error, so the first one was off.",
            "I think I made a mistake in the first calculation, probably a carry.",
            "The second approach had simpler steps, so I trust that one more.",
        ),
    )
    DECIDE = (
        "So the correct answer is {N}.",
        "So it's {N}, not {P}.",
        "Okay, so the right result must be {N}, and {P} was wrong.",
        "Therefore, the product should be {N}.",
        "So I'll go with {N} instead of {P}.",
        "That means {A} {x} {B} is {N}, and my first answer was wrong.",
    )
    FAIL_LAST = _mix(
        ("", "Hmm, let me see. "),
        (
            "Wait, {p} {x} {q} is {pq}, so the last digit should be {z}, but {P} ends in {y}.",
            "Hmm, the product should end in {z} since {p} times {q} is {pq}. But {P} ends in {y}. That's a problem.",
            "Let me check the last digit: {p} {x} {q} = {pq}, so {z}. But mine ends in {y}.",
        ),
    )
    FAIL_NINES = _mix(
        ("", "Hmm, let me see. "),
        (
            "Let me check mod 9. {A} is {p}, {B} is {q}, so it should be {z}, but {P} is {y} mod 9. No match.",
            "Casting out nines: {p} times {q} should leave {z}, but {P} leaves {y}. So something's wrong.",
            "Hmm, mod 9 the product should be {z}, and {P} is {y} mod 9. So there's an error.",
        ),
    )
    FAIL_BACK = _mix(
        ("", "Hmm, let me see. "),
        (
            "Let me divide to check: {P} divided by {B} is {k} with {m} left over. So that's not it.",
            "If I divide {P} by {B}, I get {k} remainder {m}, and there shouldn't be a remainder.",
            "Hmm, {P} ÷ {B} isn't a whole number, it leaves {m}. That's not good.",
        ),
    )
    ANEW = (
        "So the correct answer should be {N}.",
        "Okay, so now {A} {x} {B} equals {N}.",
        "So actually, it's {N}, not {P}.",
        "So the product is {N}.",
        "That gives {N} this time, so the answer is {N}.",
        "Therefore, {A} {x} {B} is {N} and not {P}.",
    )
    SAME = (
        "So it's {N} again. Okay, then the answer is {N} after all.",
        "Huh, I get {N} once more.",
        "So, starting over, the product is again {N}.",
        "That comes out as {N}, the same number as before.",
        "So I end up with {N} again.",
        "Okay, so {A} {x} {B} is {N} after all.",
    )
    FINAL = (
        "So, {A} multiplied by {B} equals \\boxed{{N}}.",
        "**Final Answer:**\n\n\\[\n\\boxed{{N}}\n\\]",
        "Therefore, the product is:\n\n\\[\n\\boxed{{N}}\n\\]",
        "The result of {A} × {B} is **{N}**.",
        "**Answer:** \\boxed{{N}}",
        "So the final answer is \\(\\boxed{{N}}\\).",
    )

    def final(self, t: Telling) -> str:
        t.x = "×"
        form = t.one("{l} × {r} = {v}", "{l} × {r} = **{v}**")
        steps = self.steps(t, t.one("{i}. ", "- ", "**Step {i}:** "), "\n", form)
        recap = t.one(
            f"To calculate {t.ab}, we can use the distributive property:\n\n{steps}\n\nAdding the results: "
            f"{t.sum(t.work)} = {t.n(t.candidate)}\n\n",
            f"**Solution:**\n\n{steps}\n\nSum: {t.sum(t.work)} = {t.n(t.candidate)}\n\n",
            "",
        )
        return "\n</think>\n\n" + recap + t.r(self.say(t, "FINAL"))


class LongWinded(_Thinker):
    """A thinker without tags that talks and talks in full paragraphs and ends under a heading of its own."""

    groupings = ("comma", "comma", "plain")
    signs = ("times", "multiplied by", "x")
    gaps = ("\n\n",)
    part_gaps = (" ", "\n\n")
    step_joint = ", and then "
    doubts = 0.95

    HMM = ("Hmm,", "Wait,", "Well,", "Actually,", "Let me see,", "Wait a minute,", "Now, hold on,")
    OPEN = (
        "So I have this multiplication problem: {A} {x} {B}. I need to calculate it step by step.",
        "Alright, I've got to multiply {A} by {B}. It looks a bit intimidating, but let's take it slowly.",
        "I've got {A} {x} {B} here. Multiplying big numbers by hand can be tricky, so I'll be systematic.",
        "Let's tackle {A} {x} {B}. I could use a calculator, but I'm supposed to think it through.",
        "Okay, the task is to find {A} {x} {B}. There are a few ways to go about it.",
        "First off, I have {A} and {B}, and I want their product.",
    )
    PLAN = (
        "One way is to use the distributive property, so I think of {b} as {F}, and {a} multiplies each of those.",
        "I think it's easiest to break {b} into {F}, and then deal with each piece on its own.",
        "If I write {b} as {F}, then the whole thing becomes {a} {x} ({F}).",
        "{hmm} let me split {b} up by place value. That's {F}. Each part gets multiplied by {a}.",
        "So, {b} can be seen as {F}. Then I'd have a handful of products with {a} to work out.",
        "Perhaps I can decompose {b}, that is {b} = {F}, and go from there.",
    )
    PART = (
        "I know that {L} {x} {R} makes {V}.",
        "So {L} {x} {R} is going to be {V}.",
        "Next up, {L} {x} {R} comes to {V}.",
        "{L} {x} {R}, that's {V}.",
        "Then there's {L} {x} {R}, which is {V}.",
        "Moving on, {L} {x} {R} works out to {V}.",
    )
    DEEP = (
        "For {L} {x} {R}, I'd break it down further: {D}.",
        "Next up is {L} {x} {R}. That one's a bit harder, so {D}.",
        "Let me think about {L} {x} {R}. I can do {D}.",
        "Then comes {L} {x} {R}, and piece by piece it's {D}.",
        "As for {L} {x} {R}, well, {D}.",
        "{L} {x} {R} I do in parts: {D}.",
    )
    OOPS = (
        "{L} {x} {R}, I'd say that's {W}. Hmm, no, wait, let me recalculate. It's {V}.",
        "So {L} {x} {R} would be {W}... actually, no. I slipped there, it is {V}.",
        "Next, {L} {x} {R} comes to {W}. Hold on, that's off. The correct value is {V}.",
        "{L} {x} {R} makes {W}, or does it? Let me see, no, it makes {V}.",
        "Then {L} {x} {R} is {W}. Oops, no. {V} is what I should have written.",
        "I first thought {L} {x} {R} is {W}, but thinking about it again, it's {V}.",
    )
    FACT = (
        "Now, {d} times {e} is {f}, no, sorry, {d} times {e} is {g}.",
        "{d} times {e} equals {f}. Hmm, no, I always mix that one up. It's {g}.",
        "I recall {d} times {e} being {f}, wait, that's not right, it is {g}.",
        "Since {d} times {e} is {f}... let me recount: {d} times {e} is {g}, not {f}.",
        "What's {d} times {e}? {f}? No, {g}.",
        "{d} times {e}, hmm, {f}. No no, {g}.",
    )
    FIX = ("{w}, or rather {u}", "{w}, hmm, no, {u}", "{w}, wait, that's {u}", "{w}... let me see, no, {u}")
    ADD = (
        "Now all that's left is to add these up. {E}.",
        "So let me add them together now: {E}.",
        "Bringing these together, I have {E}.",
        "Next, I should sum everything: {E}.",
        "When I combine the pieces, I get {E}.",
        "Let's do the addition carefully: {E}.",
    )
    COMMIT = (
        "So, according to this, {A} {x} {B} is {N}.",
        "Thus, I arrive at {N} for the product.",
        "So it seems that the answer is {N}.",
        "Therefore, by this method, {A} {x} {B} equals {N}.",
        "That leaves me with {N} as my answer.",
        "So I'd say that {A} {x} {B} makes {N}.",
        "And with that, I have the product, {N}.",
    )
    DOUBT = (
        "But let me make sure that's accurate.",
        "Now, I'm not one hundred percent sure, so let me go over it once more.",
        "To be thorough, I should verify this result somehow.",
        "But wait, did I do all of that properly?",
        "Before settling on that, let me double-check.",
        "It's always a good idea to verify, so let me do that.",
        "Hmm, I have a nagging feeling, so let me look at it again.",
    )
    LAST = (
        "Looking at the final digits, {p} and {q} multiply to {pq}, so the product ought to end in {z}, and {N} does.",
        "One simple test is the units digit. {p} times {q} makes {pq}, and {N} ends in {z} just as it should.",
        "The units digits are {p} and {q}. Their product is {pq}, so I expect a {z} at the end, which is what I see.",
        "At least the ending fits: {p} times {q} is {pq}, and my result ends with {z}.",
        "If the numbers end in {p} and {q}, their product must end in {z}, because {p} times {q} is "
        "{pq}. It's a match.",
        "As for the last digit, it has to be {z}, seeing that {p} times {q} is {pq}. Indeed it's {z}.",
    )
    NINES = (
        "I could use the digit-sum rule. {A} reduces to {p} modulo nine and {B} to {q}, and {p} times {q} is {pq}, "
        "which is {z} modulo nine. {N} reduces to {z}, so that's fine.",
        "Casting out nines, I get {p} for {A}, {q} for {B}, and so {z} for the product. {N} gives {z}. They agree.",
        "There's that trick with nines: the remainders are {p} and {q}, their product leaves {z}, and so does {N}.",
        "Modulo 9 I have {p} and {q}, which should lead to {z}. And {N} modulo 9 is {z}. That's encouraging.",
        "By nines, then: {A} leaves {p}, {B} leaves {q}, and the product should leave {z}. {N} does leave {z}.",
        "The remainders modulo 9 are {p} and {q}, their product {pq} leaves {z}, and {N} leaves {z}, so all is well.",
    )
    EST = (
        "As a sanity check, {X} {x} {Y} is {Z}, and {N} isn't far from there.",
        "For a rough idea, {A} is near {X} and {B} is near {Y}, and those give {Z}, so {N} is believable.",
        "In terms of magnitude, I'd expect something like {X} {x} {Y}, that is {Z}. {N} fits that.",
        "Rounding both numbers, {X} {x} {Y} makes {Z}. So {N} is in the right ballpark.",
        "If I approximate, I get {X} {x} {Y}, or {Z}. My {N} is of the same order, good.",
        "An estimate would be {Z}, from {X} {x} {Y}. That's in line with {N}.",
    )
    REPART = (
        "Going back, {L} {x} {R} is {V}, and I'm happy with that one.",
        "I had {L} {x} {R} as {V}, and recomputing it gives {V}. Fine.",
        "{L} {x} {R} really is {V}, no problem there.",
        "Take {L} {x} {R} again. Yes, {V}.",
        "The piece {L} {x} {R} is {V}, which is correct.",
        "As for {L} {x} {R}, it's {V}, as I said.",
    )
    READD = (
        "Let me redo just the sum, {S}. It's {N}, as before.",
        "Adding {S} once more, I land on {N} again.",
        "The addition {S} does indeed give {N}.",
        "I'll add the pieces in my head again, {S}, and yes, {N}.",
        "And {S} is {N}, so the addition holds.",
        "Summing {S} a second time, I find {N} too.",
    )
    BACK = (
        "Going the other way, {N} divided by {B} gives {A}, so it's consistent.",
        "If I divide {N} by {A}, I should get {B} back, and I do.",
        "Division confirms it: {N} over {B} is {A}.",
        "I can also reverse it. {N} divided by {A} is {B}, with nothing left over.",
        "Since {N} divided by {B} is exactly {A}, it works out.",
        "In reverse, {N} split into {B} equal parts gives {A} each. That's right.",
    )
    OTHER = (
        "Alternatively, maybe I can take {a} {x} {b} and break {b} down as {F}.",
        "Another approach would be to split {b} into {F} and multiply by {a}.",
        "Let me try a different method. Say {b} is {F}, and {a} multiplies each part.",
        "Perhaps I should look at it from another angle, with {b} written as {F}, times {a}.",
        "I could also do {a} {x} ({F}) and see what happens.",
        "As a second method, let me decompose {b} into {F}, keeping {a} whole.",
    )
    AGREE = (
        "And that's {N} again, the same as with the first method.",
        "Both approaches lead to {N}, so that must be it.",
        "So this matches my earlier {N}. Wonderful.",
        "It comes to {N} here as well, which makes me a lot more confident.",
        "That's the same {N} as before, so I'm fairly certain.",
        "Since both ways give {N}, I'm convinced.",
    )
    CLASH = (
        "Hmm, this time I'm seeing {W}, while I had {N} before. That's odd.",
        "Wait, that comes to {W}, and it doesn't agree with {N}. Where's the discrepancy?",
        "But {W} isn't {N}. Perhaps I made an error in this second calculation.",
        "That's strange, I have {W} here and {N} before. Let me look over the check itself.",
        "Hmm, {W} versus {N}. Something must have gone wrong along the way.",
        "Now I'm confused, because {W} is not what I had, which was {N}.",
    )
    FOUND = (
        "Oh, I see it now. In this second method {L} {x} {R} should be {V}, and I put {w}. So the sum is {S}, or {N}. "
        "The original answer was right all along.",
        "Ah, it's the check that was wrong: {L} {x} {R} isn't {w} but {V}. Then {S} gives {N}, just as before.",
        "Right, I miscalculated {L} {x} {R} here. It's {V}, not {w}, so I get {S}, which is {N}, in agreement.",
        "Looking at {L} {x} {R} again, {w} can't be right, it's {V}. With {S} I'm back at {N}. That settles it.",
        "The slip was {L} {x} {R}, which is {V} rather than {w}. Correcting the check, {S} is {N}. "
        "So no problem after all.",
        "I see, {w} was a slip for {L} {x} {R}, it's {V}. Now {S} makes {N}, so my first answer stands.",
    )
    WAVER = (
        "I wonder whether I should go through it all again, but no, everything seems to be in order.",
        "I might be overcomplicating things here. I'm satisfied with that.",
        "Is there anything I've missed? I don't think so.",
        "I was about to start all over, but there's really no need.",
        "I could be wrong, of course, but I see no reason to change it.",
        "At this point I'm comfortable with the result.",
    )
    DISOWN = (
        "Hmm, I don't think {P} is right after all. I must have slipped somewhere. Let me discard it and begin anew.",
        "Wait, something went wrong there, so {P} isn't correct. Let me start from scratch.",
        "Actually, I've made a mess of that, and {P} can't be the answer. Let me start over with a fresh mind.",
        "No, I take that back. {P} is wrong. I'll redo the entire calculation.",
        "I'm convinced that I made a mistake on the way to {P}. Let me throw that out and do it over.",
        "On second thought, that's not right. Let me forget about {P} and recalculate everything.",
    )
    MEND = (
        "Now {L} {x} {R}, I put {w} for that, but that's a mistake. It should be {V}.",
        "Hmm, look at {L} {x} {R}. I wrote {w}, but it's actually {V}.",
        "And there it is: {L} {x} {R} isn't {w}, it's {V}.",
        "But {L} {x} {R}, let me recompute that. I find {V}, so the {w} that I used was wrong.",
        "Wait, for {L} {x} {R} I used {w}. That's incorrect; it's {V}.",
        "It turns out that I got {L} {x} {R} wrong. I had {w}, and it must be {V}.",
    )
    RESUM = (
        "The pieces themselves are the same, but {S} adds up to {N}, and not to {P} as I claimed.",
        "Hmm, adding {S} again, I get {N}. So {P} came from a careless addition.",
        "It's the addition that I got wrong: {S} is {N}, whereas I said {P}.",
        "Let me sum {S} slowly. It's {N}. I must have forgotten a carry when I got {P}.",
        "Wait, {S} makes {N}. I don't know how I came up with {P}.",
        "When I add {S} this time I find {N}, so {P} was off.",
    )
    DIFFER = (
        "Hmm, this gives me {N}, whereas I had {P} before. They can't both be right.",
        "But now it's {N}, and the first method said {P}. That's a difference of {G}. I need to find out why.",
        "That's interesting. {N} here, {P} there. Which of the two should I believe?",
        "Wait, these don't agree. First I had {P} and now I have {N}.",
        "So there's a discrepancy between {P} and {N}. Let me think about which is right.",
        "Now I have two different results, {P} from before and {N} from this one.",
    )
    WHY_PART = _mix(
        ("", "Let me think about that. "),
        (
            "Going back to the first method, I see that I had {L} {x} {R} as {w}, when it's really {V}.",
            "In the first calculation there's {w} for {L} {x} {R}, and that's simply wrong. It should be {V}.",
            "The culprit seems to be {L} {x} {R}, which I took to be {w} the first time, but which is {V}.",
            "I see, my first method used {w} for {L} {x} {R}, and it ought to be {V}.",
        ),
    )
    WHY_SUM = _mix(
        ("", "Let me think about that. "),
        (
            "Going back, the first time I had to add {S}, and I didn't do that properly. It isn't {P}.",
            "The first sum was {S}, and when I redo it, it doesn't make {P} but {N}.",
            "The first method had the right pieces, {S}, and I just added them up wrongly.",
            "Looking over {S} again, the addition there was careless. It gives {N} as well.",
        ),
    )
    WHY_LAST = _mix(
        ("", "Let me think about that. "),
        (
            "Judging by the units digits, it has to end in {z}. So {P}, which ends in {y}, is ruled out.",
            "The final digit should be {z}, and {P} has {y} there, so the first result must be the faulty one.",
            "Since the product must end with {z}, and {P} ends with {y}, the earlier result is wrong.",
            "The earlier {P} ends in {y}, when it would have to end in {z}.",
        ),
    )
    WHY_NONE = _mix(
        ("", "Let me think about that. "),
        (
            "I've gone through the second method line by line, and I'm more comfortable with it than with the first.",
            "I suspect that I rushed through the first one and slipped somewhere.",
            "The steps of the second method are simpler, so I believe it over the first.",
            "I was not careful enough with the first one, I think.",
        ),
    )
    DECIDE = (
        "So I'm going with {N}, not {P}.",
        "Hence the correct product must be {N}.",
        "So I must conclude that {N} is the right one, and my first answer was mistaken.",
        "Therefore I'll correct my answer to {N}.",
        "So it's {N} that is right, and not {P}.",
        "That means that the answer is {N}, rather than {P}.",
    )
    FAIL_LAST = _mix(
        ("", "Let me think about that. "),
        (
            "Hold on, the product should end in {z}, because {p} times {q} is {pq}, but {P} ends in {y}.",
            "There's a problem with the last digit: {p} times {q} is {pq}, so I'd expect a {z}, and {P} has a {y}.",
            "Wait, {P} ends in {y}. But {p} times {q} is {pq}, so it should end in {z}.",
        ),
    )
    FAIL_NINES = _mix(
        ("", "Let me think about that. "),
        (
            "Using nines, the factors leave {p} and {q}, so the product should leave {z}, but {P} leaves {y}.",
            "Modulo nine, I'd expect {z}, and {P} gives {y}. That can't be.",
            "The digit-sum test fails: it should be {z} modulo nine, but {P} is {y} modulo nine.",
        ),
    )
    FAIL_BACK = _mix(
        ("", "Let me think about that. "),
        (
            "If I divide {P} by {B}, I'm left with {k} and a remainder of {m}. That can't be right.",
            "Hmm, {P} isn't even divisible by {B}, there's a remainder of {m}.",
            "Dividing {P} by {B} to check, I get {k} with {m} left over, which shouldn't happen.",
        ),
    )
    ANEW = (
        "So the product is actually {N}.",
        "So, after that correction, I have {N} as the answer.",
        "Thus, {A} {x} {B} should be {N}, not {P}.",
        "This time around, I arrive at {N}.",
        "So now my answer is {N}.",
        "Hence, {A} {x} {B} makes {N}.",
    )
    SAME = (
        "So I arrive at {N} once again.",
        "Well, this new calculation gives {N} too, so it's {N} after all.",
        "Interesting, it's {N} again.",
        "So after all that, {A} {x} {B} is {N}, as I had it in the beginning.",
        "And so I'm back at {N}.",
        "It turns out to be {N} after all.",
    )
    FINAL = (
        "**Final Answer**\n\n\\[ \\boxed{{N}} \\]",
        "So, the final answer is:\n\n\\[ \\boxed{{N}} \\]",
        "Therefore, {A} {x} {B} is \\boxed{{N}}.",
        "In conclusion, the product of {A} and {B} is:\n\n\\[ \\boxed{{N}} \\]",
        "**Final Answer**\n\nThe product is \\boxed{{N}}.",
        "So, the product of {A} and {B} is {N}.\n\n\\[ \\boxed{{N}} \\]",
    )


class SwitchedThinking(_Thinker):
    """One long paragraph or two of thought between tags, then a neat answer with headings and display formulae."""

    groupings = ("plain", "comma")
    signs = ("*", "×")
    gaps = ("\n\n", " ")
    part_gaps = (" ",)
    step_joint = ". Then "

    HMM = ("Wait,", "Hmm,", "Okay,", "Wait, but", "Let me see,", "So,")
    OPEN = (
        "<think>\nOkay, let's see. I need to calculate {A} {x} {B}. Let me break it down.",
        "<think>\nOkay, so the user wants {A} {x} {B} with a step by step explanation. Let me start.",
        "<think>\nAlright, {A} {x} {B}. Let's do the multiplication carefully.",
        "<think>\nOkay, I need to multiply {A} by {B}. Let me recall how to do long multiplication.",
        "<think>\nHmm, {A} multiplied by {B}. Let me think about the easiest way.",
        "<think>\nOkay, let me try to work out {A} {x} {B}. The standard way is to go part by part.",
    )
    PLAN = (
        "{b} can be split into {F}. So {a} {x} {b} = {a} {x} ({F}).",
        "Let me split {b} into {F}.",
        "So {b} is {F}, right? Then I multiply {a} by each.",
        "First, break down {b}: that's {F}.",
        "Using the distributive law, {a} {x} {b} is {a} {x} ({F}).",
        "Maybe breaking {b} into {F} would help here.",
    )
    PART = (
        "{L} {x} {R} = {V}.",
        "{L} {x} {R} is {V}.",
        "Next, {L} {x} {R}: that's {V}.",
        "Then {L} {x} {R} = {V}.",
        "So {L} {x} {R} gives {V}.",
        "{L} {x} {R} should be {V}.",
    )
    DEEP = (
        "{L} {x} {R}: let me compute, {D}.",
        "Next, {L} {x} {R}. Well, {D}.",
        "So {L} {x} {R} is {D}, adding the pieces.",
        "For {L} {x} {R}, {D}.",
        "Then {L} {x} {R}. Breaking that down, {D}.",
        "{L} {x} {R}, okay, that is {D}.",
    )
    OOPS = (
        "{L} {x} {R} is {W}. Wait, let me check that again. It's {V}. Right, {V}.",
        "{L} {x} {R} = {W}. Wait, no. {L} {x} {R} is {V}.",
        "Then {L} {x} {R}, {W}? Wait, no, that's not right. {V}.",
        "So {L} {x} {R} gives {W}... hmm, let me recompute: {V}. Yes.",
        "{L} {x} {R} would be {W}? No, wait, it's {V}.",
        "Next, {L} {x} {R}: that's {W}. No, I miscounted, {V}.",
    )
    FACT = (
        "{d} times {e} is {f}. Wait, no, {d} {x} {e} is {g}.",
        "{d} {x} {e} is {f}, right? No, {g}.",
        "Let me recall, {d} {x} {e} = {f}. Wait, that's wrong. {d} {x} {e} = {g}.",
        "Wait, {d} {x} {e} is {g}, not {f}.",
        "{d} {x} {e}... {f}? No. It is {g}.",
        "{d} times {e} = {f}, no, {g}.",
    )
    FIX = ("{w}. Wait, no, {u}", "{w}? Hmm, no, {u}", "{w}, wait, that is {u}", "{w}... no, {u}")
    ADD = (
        "Now add them up: {E}.",
        "Adding all these: {E}.",
        "Now, sum them up. {E}.",
        "So the total: {E}.",
        "Let me add them step by step. {E}.",
        "Then add all the parts. {E}.",
    )
    COMMIT = (
        "So the total is {N}.",
        "So {A} {x} {B} should be {N}.",
        "Therefore, the product is {N}.",
        "So that's {N}.",
        "So the answer would be {N}.",
        "Okay, so the result is {N}.",
        "Therefore, {A} {x} {B} = {N}.",
    )
    DOUBT = (
        "Wait, let me check if I did that correctly.",
        "Let me verify that again.",
        "Hmm, let me check once more to be sure.",
        "But wait, maybe I made a mistake somewhere. Let me check.",
        "Wait, is that right? Let me double-check.",
        "Let me double-check each step.",
        "Wait, let me make sure that I added right.",
    )
    LAST = (
        "Checking the last digit: {p} {x} {q} = {pq}, so it should end with {z}. And it ends with {z}. Okay.",
        "The units digit is {z} from {p} {x} {q} = {pq}, and {N} ends in {z}. That seems right.",
        "The last digit should be {z} since {p} {x} {q} is {pq}. Yes, it is.",
        "{p} {x} {q} = {pq}, so the ones place is {z}, which matches {N}.",
        "Ends in {z}? {p} {x} {q} = {pq}. Yes.",
        "For the last digit, {p} {x} {q} is {pq}. So {z}, and {N} ends with {z}.",
    )
    NINES = (
        "Mod 9 check: {A} mod 9 is {p}, {B} mod 9 is {q}. {p} {x} {q} = {pq}, mod 9 that's {z}. {N} mod 9 is {z}. OK.",
        "Let me use mod 9. {A} is {p}, {B} is {q}, so the product is {z} mod 9. {N} mod 9 is also "
        "{z}. That checks out.",
        "By casting out nines: {p} {x} {q} leaves {z}, and {N} leaves {z}. So that's consistent.",
        "Check modulo 9: the factors are {p} and {q}, so {z}. The result is {z} too. Good.",
        "Digit sums mod 9: {p} for {A}, {q} for {B}, product {z}. And {N} gives {z}. Correct.",
        "Using the rule of nines, {p} {x} {q} is {pq}, or {z} mod 9, same as {N} mod 9.",
    )
    EST = (
        "Approximating, {X} {x} {Y} = {Z}, so {N} is plausible.",
        "{X} {x} {Y} is {Z}, and we are close to that with {N}. Makes sense.",
        "Check with estimation: {X} {x} {Y} = {Z}. So {N} seems okay.",
        "It should be around {X} {x} {Y} = {Z}. And {N} is around that.",
        "{A} is roughly {X} and {B} is roughly {Y}, giving {Z}. So {N} is reasonable.",
        "Estimate: {X} {x} {Y} = {Z}. Then {N} is the right order of magnitude.",
    )
    REPART = (
        "{L} {x} {R}: yes, that's {V}.",
        "{L} {x} {R} = {V}, correct.",
        "Check {L} {x} {R}: {V}. Right.",
        "{L} {x} {R} is {V}, that part is correct.",
        "First, {L} {x} {R} is indeed {V}.",
        "{L} {x} {R} again: {V}. Yes.",
    )
    READD = (
        "Adding again: {S} = {N}. Yes, that's correct.",
        "{S} = {N}. Yes.",
        "The sum {S} is {N}, correct.",
        "Let me add once more: {S}. That's {N}.",
        "{S}: total {N}. That matches.",
        "So {S} is {N}. Right.",
    )
    BACK = (
        "If I divide {N} by {B}, that gives {A}. Correct.",
        "{N} / {B} = {A}. Yes, correct.",
        "Check: {N} divided by {A} is {B}. Good.",
        "Dividing {N} by {A} gives back {B}, so okay.",
        "By inverse operation, {N} / {A} = {B}. So that's correct.",
        "{N} ÷ {B} is {A}, so it works.",
    )
    OTHER = (
        "Let me use another method to verify. {a} {x} {b} = {a} {x} ({F}).",
        "Alternatively, split {b} as {F}, and multiply by {a}.",
        "Another way: {a} {x} ({F}).",
        "Alternatively, maybe compute {a} {x} {b} with {b} = {F}.",
        "Let me try breaking down {b} as {F} this time.",
        "Let's verify with a different split: {b} = {F}, times {a}.",
    )
    AGREE = (
        "So that's the same result, {N}. Good.",
        "Yes, {N} again. So both methods give the same.",
        "That matches {N}. So correct.",
        "Same as before, {N}.",
        "Okay, that confirms {N}.",
        "So both ways, it's {N}.",
    )
    CLASH = (
        "Wait, that gives {W}, but earlier I had {N}. There's a discrepancy. Let me check this second calculation.",
        "Hmm, {W}? But the first method gave {N}. Let me see where this went wrong.",
        "That's {W}, not {N}. So I must have made a mistake in one of them.",
        "But that's {W}, conflicting with {N}. Wait, let me check the parts.",
        "Hmm, {W} here. That's not {N}. Let me check this again.",
        "Wait, {W} is different from {N}. Maybe the check is wrong.",
    )
    FOUND = (
        "{L} {x} {R} is {V}, not {w}. So that was the mistake here. Then {S} = {N}. Okay, same as the first result.",
        "Oh, here {L} {x} {R} = {V}, I wrote {w}. So {S} = {N}. Good, it's consistent now.",
        "Ah, in this check {L} {x} {R} should be {V} instead of {w}. Then the sum {S} = {N}. So the "
        "first one is correct.",
        "Wait, {L} {x} {R}: {V}. I put {w} by mistake. So {S} = {N}, which matches.",
        "I see, {w} is wrong here, {L} {x} {R} = {V}. Correcting, {S} = {N}. So all good.",
        "So {L} {x} {R} was miscalculated just now, {V} not {w}. {S} = {N}. Then both agree.",
    )
    WAVER = (
        "Should I check another way? No, I think that's enough.",
        "Okay, I'm confident in that.",
        "I think I'm overthinking it. It is correct.",
        "I don't see any errors, so that should be it.",
        "Maybe redo it once more? No need, it's fine.",
        "So no mistakes here, I think.",
    )
    DISOWN = (
        "Wait, I think I made a mistake. {P} isn't right. Let me redo the whole thing.",
        "Hmm, no, that's wrong. Scrap {P}. Let me start over.",
        "Wait, that can't be right. Let me discard that and start again.",
        "No, {P} is incorrect. I messed up somewhere. Let me recalculate from the beginning.",
        "Wait, no. I don't think {P} is correct. Let me do it again from scratch.",
        "Hmm, {P} must be a mistake. Starting over.",
    )
    MEND = (
        "{L} {x} {R}: earlier I said {w}, but that's wrong. It's {V}.",
        "Wait, {L} {x} {R} is {V}, not {w}. I made a mistake there.",
        "{L} {x} {R} = {V}. But earlier I thought it was {w}. That's an error.",
        "Wait, here {L} {x} {R}, I had {w}. But it should be {V}.",
        "Then {L} {x} {R}. Hmm, that's {V}, so {w} was a mistake.",
        "Oh wait, {L} {x} {R} isn't {w}. It is {V}.",
    )
    RESUM = (
        "The sum: {S}. That's {N}. Wait, earlier I got {P}. So I made an error in adding.",
        "{S} = {N}. So it isn't {P}. I must have added incorrectly.",
        "Adding {S} again gives {N}, not {P}.",
        "Wait, {S} is {N}. So {P} was wrong, the addition was off.",
        "The parts are okay, but {S} equals {N}. I mistakenly wrote {P}.",
        "Hmm, {S} = {N}. Then the previous sum {P} was incorrect.",
    )
    DIFFER = (
        "Wait, this is {N}, but earlier I had {P}. There's a conflict here.",
        "Hmm, now {N}. But the first time I got {P}. Which one is right?",
        "That gives {N}. But before it was {P}. The difference is {G}. So one of them has an error.",
        "Wait, {N} vs. {P}. These are different. Let me find the mistake.",
        "But this contradicts the earlier {P}, since now it's {N}.",
        "So {N} this time. That's not the same as {P}. Hmm.",
    )
    WHY_PART = _mix(
        ("", "Okay, let's see. "),
        (
            "In the first calculation, {L} {x} {R} was taken as {w}, but it's {V}. That's the error.",
            "Let me check the first: {L} {x} {R} = {w}? No, {V}. So the mistake was there.",
            "Oh, the first time, {L} {x} {R} should have been {V} instead of {w}.",
            "I see, {L} {x} {R} is {V}, not {w} as in the first try.",
        ),
    )
    WHY_SUM = _mix(
        ("", "Okay, let's see. "),
        (
            "In the first calculation the sum was {S}, which isn't {P}. So the addition was wrong.",
            "Let me check the first sum: {S}. That's {N}, not {P}. I added wrong.",
            "The first time, {S} was added incorrectly.",
            "Oh, {S} in the first try was summed wrongly.",
        ),
    )
    WHY_LAST = _mix(
        ("", "Okay, let's see. "),
        (
            "The last digit has to be {z}, but {P} ends with {y}. So the first was wrong.",
            "The product should end in {z}, and {P} ends in {y}. So that one's wrong.",
            "{P} has {y} as last digit, which should be {z}. So the error is in the first.",
            "The units digit must be {z}. The earlier result has {y}, so it's wrong.",
        ),
    )
    WHY_NONE = _mix(
        ("", "Okay, let's see. "),
        (
            "Let me check the second again... it seems fine. So the first had a mistake.",
            "I think the first calculation had an error in a carry.",
            "The second was done more carefully, so I trust it.",
            "Going over the steps, the mistake must be in the first one.",
        ),
    )
    DECIDE = (
        "So the correct answer is {N}.",
        "So {N} is right, and {P} was a mistake.",
        "Therefore, it should be {N} instead of {P}.",
        "So the right product is {N}.",
        "So I'll take {N}, not {P}.",
        "Okay, then the correct one is {N}.",
    )
    FAIL_LAST = _mix(
        ("", "Okay, let's see. "),
        (
            "Wait, the last digit. {p} {x} {q} = {pq}, so it should end with {z}, but {P} ends with {y}.",
            "The units digit should be {z} because {p} {x} {q} = {pq}. But {P} ends in {y}. So there's an error.",
            "Hmm, {P} ends in {y}, but {p} {x} {q} = {pq} means it should end in {z}.",
        ),
    )
    FAIL_NINES = _mix(
        ("", "Okay, let's see. "),
        (
            "Check mod 9: {A} is {p}, {B} is {q}, so it should be {z}. But {P} mod 9 is {y}. Not matching.",
            "Mod 9, the product should be {z}, but {P} is {y}. So that's wrong.",
            "Casting out nines gives {z} for the product but {y} for {P}. There must be a mistake.",
        ),
    )
    FAIL_BACK = _mix(
        ("", "Okay, let's see. "),
        (
            "Check by dividing: {P} / {B} is {k} with remainder {m}. So that's not correct.",
            "{P} divided by {B} leaves a remainder of {m}, so something is wrong.",
            "Hmm, {P} / {B} isn't an integer, the remainder is {m}.",
        ),
    )
    ANEW = (
        "So the correct total is {N}.",
        "So {A} {x} {B} is {N}, not {P}.",
        "Therefore, the answer should be {N}.",
        "So now it's {N}.",
        "Okay, so the product is {N}.",
        "So the result this time is {N}.",
    )
    SAME = (
        "So it's {N} again. Okay, so it was {N} after all.",
        "So the new calculation also gives {N}.",
        "Hmm, again {N}. Then {A} {x} {B} = {N}.",
        "So the total is {N}, same as before.",
        "And that is {N} again.",
        "So I get {N} once more.",
    )
    FINAL = (
        "$$\n\\boxed{{N}}\n$$",
        "### Final Answer:\n\n$$\n\\boxed{{N}}\n$$",
        "**Answer:** {N}",
        "---\n\n**Final Answer:** $\\boxed{{N}}$",
        "✅ **Final answer: {N}**",
        "So the result is:\n\n$$\n{A} \\times {B} = \\boxed{{N}}\n$$",
    )

    def final(self, t: Telling) -> str:
        t.x = "\\times"
        head = t.one("### Step {i}:\n", "**Step {i}:** ", "{i}. ")
        steps = self.steps(t, head, "\n\n" if "S" in head else "\n", "$ {l} {x} {r} = {v} $")
        recap = t.one(
            f"To calculate $ {t.ab} $, we split one factor and add the partial products.\n\n{steps}\n\n",
            f"Let's calculate $ {t.ab} $ step by step.\n\n{steps}\n\n$$\n{t.sum(t.work)} = {t.n(t.candidate)}\n$$\n\n",
        )
        return "\n</think>\n\n" + recap + t.r(self.say(t, "FINAL"))


class ForcedBudget(_Thinker):
    """A small set of training traces and a forced budget: short lines, and a bare `Wait` wherever a doubt begins."""

    groupings = ("plain", "plain", "comma")
    signs = ("*", "x", "\\times")
    gaps = ("\n",)
    part_gaps = ("\n",)
    step_joint = "\n"

    HMM = ("Wait,", "Wait.", "Wait", "Let me see.", "Hmm.", "Wait, wait.")
    OPEN = _mix(
        ("<|im_start|>think\n", "<|im_start|>think\nStep 1: ", ""),
        ("Calculate {A} {x} {B}.", "We want {A} {x} {B}.", "Problem: {A} {x} {B}."),
    )
    PLAN = _mix(
        ("Write {b} = {F}.", "Split {b} = {F}.", "We have {b} = {F}."),
        ("", " Multiply each by {a}.", " Then {a} {x} {b} = {a} {x} ({F})."),
    )
    PART: Pool = ("{L} {x} {R} = {V}", "{L} {x} {R} = {V}.", "Compute {L} {x} {R} = {V}.", "We get {L} {x} {R} = {V}.")
    PART += ("Then {L} {x} {R} = {V}.", "And {L} {x} {R} = {V}.")
    DEEP = _mix(("{L} {x} {R}: ", "Compute {L} {x} {R}: ", "For {L} {x} {R}: "), ("{D}", "{D}."))
    OOPS = _mix(
        ("{L} {x} {R} = {W}.\n", "Compute {L} {x} {R} = {W}.\n"),
        (
            "Wait, {L} {x} {R} = {V}, not {W}.",
            "No, that is {V}.",
            "Wait, wrong. {L} {x} {R} = {V}.",
            "Correction: {V}.",
        ),
    )
    FACT = _mix(
        ("{d} {x} {e} = {f}. ", "{d} times {e} is {f}. "),
        ("Wait, {d} {x} {e} = {g}.\n", "No, {g}.\n", "Wait, it is {g}, not {f}.\n"),
    )
    FIX = ("{w}. No, {u}", "{w}. Wait, {u}", "{w}, no, {u}", "{w} (no, {u})")
    ADD = ("Add.\n{E}", "Sum:\n{E}", "Now add.\n{E}", "Adding:\n{E}", "Sum the partial products.\n{E}", "{E}")
    COMMIT = _mix(("So ", "Thus ", "Therefore, "), ("the answer is {N}.", "{A} {x} {B} = {N}.", "we get {N}."))
    DOUBT = (
        "Wait, let me check this.",
        "Wait, let's verify.",
        "Wait",
        "Wait, check again.",
        "Wait, is it correct?",
        "Wait. Let me recheck the steps.",
        "Wait, we should double check.",
    )
    LAST = _mix(
        ("Last digit: {p} {x} {q} = {pq}, so {z}.", "The last digit must be {z}, as {p} {x} {q} = {pq}."),
        (" {N} ends in {z}.", " It is {z}.", " This holds.", " OK."),
    )
    NINES = _mix(
        ("Mod 9: {p} {x} {q} = {pq} = {z}.", "Mod 9 we have {A} = {p}, {B} = {q}, product {z}."),
        (" {N} = {z} mod 9.", " And {N} is {z} mod 9. OK.", " {N} also gives {z}."),
    )
    EST = _mix(
        ("{X} {x} {Y} = {Z}.", "Estimate: {X} {x} {Y} = {Z}."),
        (" {N} is close.", " So {N} is reasonable.", " OK, the size is right."),
    )
    REPART = _mix(("{L} {x} {R} = {V}", "Check {L} {x} {R} = {V}"), (", yes.", ", correct.", ". OK."))
    READD = _mix(("{S} = {N}", "Add again: {S} = {N}", "The sum {S} = {N}"), (".", ", correct.", ". Yes."))
    BACK = _mix(
        ("{N} / {B} = {A}", "Divide: {N} / {B} = {A}", "Check by division: {N} / {B} = {A}"), (".", ". Correct.")
    )
    OTHER = _mix(
        ("Another way: ", "Let me do it differently: ", "Second method: "),
        ("{a} {x} ({F}).", "{b} = {F}, times {a}.", "split {b} = {F}."),
    )
    AGREE: Pool = ("Same answer {N}.", "{N} again.", "It matches {N}.", "So {N} is confirmed.", "Agrees with {N}.")
    AGREE += ("Both give {N}.",)
    CLASH = _mix(
        ("This is {W}, ", "{W}? That is "),
        ("not {N}.", "not the same as {N}.", "not {N}. Check the second method."),
    )
    FOUND = _mix(
        (
            "The slip is here in the second method: {L} {x} {R} = {V}, not {w}.",
            "In this check {L} {x} {R} = {V}, not {w}.",
        ),
        (
            "\n{S} = {N}. OK, it matches.",
            "\nThen {S} = {N}, as before.",
            "\nSo {S} = {N}. The first result is right.",
        ),
    )
    WAVER = _mix(("Do it again? ", "Is another check needed? "), ("No.", "No, it is fine.", "No, the steps are right."))
    DISOWN = _mix(
        ("Wait, {P} is wrong.", "Wait, that is not correct.", "No, {P} cannot be right."),
        (" Start over.", " Discard it and do it again from the start.", " Redo everything."),
    )
    MEND = _mix(
        ("{L} {x} {R} = {V}, not {w}.", "{L} {x} {R} is not {w}, it is {V}.", "I had {L} {x} {R} = {w}. It is {V}."),
        ("", " So fix it.", " That was a mistake."),
    )
    RESUM = _mix(
        ("{S} = {N}, not {P}.", "{S} is {N}. I had {P}."), ("", " The addition was wrong.", " That was an error.")
    )
    DIFFER = _mix(("Now {N}. Before {P}.", "{N} is not {P}."), (" They differ.", " Which is right?", " One is wrong."))
    WHY_PART = _mix(
        ("", "Look. "),
        ("Before: {L} {x} {R} = {w}.", "The first method had {L} {x} {R} = {w}."),
        (" It is {V}.", " Wrong, it is {V}."),
    )
    WHY_SUM = _mix(
        ("", "Look. "),
        ("Before: {S}, ", "The first method had {S}, "),
        ("which is {N}, not {P}.", "and that was added wrongly."),
    )
    WHY_LAST = _mix(
        ("", "Look. "),
        ("The last digit must be {z}.", "It must end in {z}."),
        (" {P} ends in {y}.", " {P} has {y}."),
    )
    WHY_NONE: Pool = (
        "The first had an error.",
        "The second is cleaner.",
        "I rechecked the second.",
        "The first was careless.",
    )
    WHY_NONE += ("The first one must be off.", "The second steps are simple.")
    DECIDE = _mix(("So it is {N}, ", "The right answer is {N}, ", "Take {N}, "), ("not {P}.", "and {P} was wrong."))
    FAIL_LAST = _mix(
        ("", "Look. "),
        ("Wait, {p} {x} {q} = {pq}, so the last digit is {z}.", "Wait. The last digit must be {z}."),
        (" But {P} ends in {y}.", " {P} has {y}."),
    )
    FAIL_NINES = _mix(
        ("", "Look. "),
        ("Wait, mod 9 it must be {z}", "Wait. Check mod 9. It must be {z}"),
        (", but {P} is {y}.", ". {P} is {y}."),
    )
    FAIL_BACK = _mix(
        ("", "Look. "),
        ("Wait, {P} / {B} = {k} ", "Wait. {P} / {B} = {k} "),
        ("remainder {m}.", "with {m} left."),
    )
    ANEW = _mix(("So ", "Thus ", "Now "), ("the answer is {N}.", "{A} {x} {B} = {N}.", "it is {N}, not {P}."))
    SAME = _mix(("So ", "Thus "), ("it is {N} again.", "{A} {x} {B} = {N} after all.", "we get {N} once more."))
    FINAL = _mix(("Final Answer: ", "The final answer is ", "Answer: "), ("{N}", "$\\boxed{{N}}$", "\\boxed{{N}}"))

    def final(self, t: Telling) -> str:
        close = "\n<|im_start|>answer\n" if t.chance(0.7) else "\n\n"
        return close + t.r(self.say(t, "FINAL"))


class DraftTableau(_Thinker):
    """A draft of thought with inline LaTeX and a bulleted list of partial products, French in its punctuation."""

    groupings = ("plain", "narrow", "latex")
    signs = ("\\times", "\\cdot")
    gaps = ("\n\n",)
    part_gaps = ("\n",)
    step_joint = "$, then $"

    HMM = ("Wait,", "Ah,", "Hmm,", "But wait,", "Let me see,", "Hold on,")
    OPEN = _mix(
        ("[THINK]", "<think>\n", "[THINK]Okay. "),
        (
            "I need to compute ${A} {x} {B}$.",
            "The task is ${A} {x} {B}$, so let me draft it.",
            "Let's work out ${A} {x} {B}$.",
        ),
    )
    PLAN = _mix(
        ("First, I decompose: ", "I'll use distributivity: ", "Let me break ${b}$ down: "),
        ("${b} = {F}$.", "${a} {x} {b} = {a} {x} ({F})$.", "${b} = {F}$, so each part times ${a}$."),
    )
    PART = _mix(("- ${L} {x} {R} = {V}$", "- then ${L} {x} {R} = {V}$", "- ${L} {x} {R}$ is ${V}$"), ("", "."))
    DEEP = _mix(("- ${L} {x} {R}$: ", "- for ${L} {x} {R}$, "), ("${D}$", "we have ${D}$", "that is ${D}$"))
    OOPS = _mix(
        ("- ${L} {x} {R} = {W}$", "- ${L} {x} {R}$ is ${W}$"),
        (", wait, no: ${V}$", "... hmm, no, that's ${V}$", ". Ah, no, I slipped: it's ${V}$"),
    )
    FACT: Pool = _mix(
        ("- ${d} {x} {e} = {f}$", "- I use ${d} {x} {e} = {f}$"),
        (", no, ${g}$;\n", ", wait, it's ${g}$, not ${f}$;\n"),
    )
    FACT += ("- (${d} {x} {e} = {g}$, not ${f}$ as I first thought);\n", "- ${d} {x} {e}$ is ${f}$? No, ${g}$;\n")
    FIX = ("{w}$, no, ${u}", "{w}$, wait, ${u}", "{w}$ (no: ${u}$), so ${u}", "{w}$... rather ${u}")
    ADD = _mix(("Adding up: ", "Now the sum: ", "Together: "), ("${E}$.", "we have ${E}$."))
    COMMIT = _mix(
        ("So ", "Thus ", "Hence "),
        ("${A} {x} {B} = {N}$.", "the product is ${N}$.", "I find ${N}$.", "the result would be $\\boxed{{N}}$."),
    )
    DOUBT = _mix(
        ("Let me verify", "But let me double-check", "I want to check"),
        (".", " this draft.", " before writing it up."),
    )
    LAST = _mix(
        ("Units digit: ${p} {x} {q} = {pq}$, so it ends in ${z}$", "It must end in ${z}$ (${p} {x} {q} = {pq}$)"),
        (", and it does.", ", like ${N}$.", ". Yes."),
    )
    NINES = _mix(
        (
            "Modulo $9$: ${p} {x} {q} \\equiv {z}$",
            "By nines, ${A} \\equiv {p}$ and ${B} \\equiv {q}$, so ${z}$ is expected",
        ),
        (
            ", and ${N} \\equiv {z}$. Good.",
            ", which agrees with ${N} \\equiv {z}$.",
            "; also ${N} \\equiv {z} \\pmod 9$.",
        ),
    )
    EST = _mix(
        ("Order of magnitude: ${X} {x} {Y} = {Z}$", "Roughly, ${X} {x} {Y} = {Z}$"),
        (", consistent with ${N}$.", ", so ${N}$ is plausible.", ". Fine."),
    )
    REPART = _mix(("${L} {x} {R} = {V}$", "Again ${L} {x} {R} = {V}$"), (", correct.", ", yes.", ", that's fine."))
    READD = _mix(("Sum again: ", "Re-adding, ", "The addition "), ("${S} = {N}$. Correct.", "${S} = {N}$, as before."))
    BACK = _mix(
        ("Conversely, ", "Division: ", "Dividing back, "),
        ("${N} / {B} = {A}$. OK.", "${N} \\div {A} = {B}$, exactly."),
    )
    OTHER = _mix(
        ("Another decomposition: ", "Alternatively, ", "By a different route: "),
        ("${a} {x} ({F})$.", "${b} = {F}$, multiplied by ${a}$.", "${a} {x} {b}$ with ${b} = {F}$."),
    )
    AGREE = _mix(("The same ${N}$", "Again ${N}$", "This also gives ${N}$"), (". Good.", ", so it's consistent."))
    CLASH = _mix(
        ("That's ${W}$, whereas I had ${N}$.", "Hmm, ${W} \\neq {N}$."),
        (" Is the check wrong?", " Where does this come from?", " Let me reread the check."),
    )
    FOUND = _mix(
        (
            "In the check, ${L} {x} {R}$ should be ${V}$ and not ${w}$,",
            "Ah: in this check ${w}$ is wrong, ${L} {x} {R} = {V}$,",
        ),
        (
            " so ${S} = {N}$. The first draft was right.",
            " and ${S} = {N}$. It agrees then.",
            " which gives ${S} = {N}$, fine.",
        ),
    )
    WAVER = _mix(
        ("Should I redo this? ", "Another check? "),
        ("No, it's fine.", "Not needed.", "No, the steps are clear."),
    )
    DISOWN = _mix(
        ("Wait, ${P}$ is not right.", "No, something is wrong with ${P}$, so it has to go.", "Ah, no. ${P}$ is false."),
        (" Let me restart.", " I scrap this draft and begin again.", " New draft from zero."),
    )
    MEND = _mix(
        ("For ${L} {x} {R}$ I wrote ${w}$, ", "Ah, I had ${L} {x} {R} = {w}$, "),
        ("but it's ${V}$.", "which is wrong: it's ${V}$.", "and it should be ${V}$."),
    )
    RESUM = _mix(
        ("${S} = {N}$", "The sum ${S}$ is ${N}$"),
        (", not ${P}$.", ". I added wrongly before (${P}$).", " instead of ${P}$."),
    )
    DIFFER = _mix(
        ("Now I get ${N}$, but the first draft gave ${P}$.", "${N} \\neq {P}$, so the two drafts differ."),
        ("", " By ${G}$, to be exact.", " Which one is wrong?"),
    )
    WHY_PART = _mix(
        ("", "Let me compare. "),
        ("In the first, ", "The first draft says "),
        ("${L} {x} {R} = {w}$, but it's ${V}$.", "${w}$ for ${L} {x} {R}$; it's ${V}$."),
    )
    WHY_SUM = _mix(
        ("", "Let me compare. "),
        ("In the first, ", "The first draft: "),
        ("${S}$ is not ${P}$.", "${S}$ was added wrongly, it's ${N}$."),
    )
    WHY_LAST = _mix(
        ("", "Let me compare. "),
        ("The last digit must be ${z}$, ", "It has to end in ${z}$, "),
        ("and ${P}$ ends in ${y}$.", "unlike ${P}$."),
    )
    WHY_NONE = _mix(
        ("", "Let me compare. "),
        ("I reread the second: ", "Looking at both, "),
        ("the first has the slip.", "the second is the careful one."),
    )
    DECIDE = _mix(("So the right value is ", "I correct my result to ", "Hence it's "), ("${N}$.", "${N}$, not ${P}$."))
    FAIL_LAST = _mix(
        ("", "Let me compare. "),
        ("But ${p} {x} {q} = {pq}$, so it must end in ${z}$;", "Wait, the units digit must be ${z}$;"),
        (" ${P}$ ends in ${y}$.", " mine is ${y}$."),
    )
    FAIL_NINES = _mix(
        ("", "Let me compare. "),
        ("Modulo $9$ we'd need ${z}$,", "By nines it should be ${z}$,"),
        (" but ${P} \\equiv {y}$.", " and ${P}$ leaves ${y}$."),
    )
    FAIL_BACK = _mix(
        ("", "Let me compare. "),
        ("${P} / {B}$ leaves", "Dividing, ${P} = {k} {x} {B} + {m}$, so it leaves"),
        (" ${m}$. Not exact.", " a remainder of ${m}$."),
    )
    ANEW = _mix(
        ("So ", "Hence ", "With that, "),
        ("${A} {x} {B} = {N}$.", "the product is ${N}$.", "it's ${N}$, not ${P}$."),
    )
    SAME = _mix(
        ("So ", "Hence "),
        ("it's ${N}$ once more.", "${A} {x} {B} = {N}$ after all.", "the new draft gives ${N}$ too."),
    )
    FINAL = _mix(
        ("The product is ", "**Result:** ", "${A} {x} {B} =$ ", "The final answer is "),
        ("$\\boxed{{N}}$.", "$\\boxed{{N}}$", "${N}$."),
    )

    def final(self, t: Telling) -> str:
        close = "[/THINK]" if not t.flag("angle", 0.4) else "\n</think>\n"
        steps = self.steps(t, "{i}. ", "\n", "${l} {x} {r} = {v}$")
        recap = t.one(f"We decompose and add:\n\n{steps}\n\nSum: ${t.sum(t.work)} = {t.n(t.candidate)}$.\n\n", "")
        return close + recap + t.r(self.say(t, "FINAL"))

    def finish(self, t: Telling, text: str) -> str:
        if t.flag("angle", 0.4):
            return text.replace("[THINK]", "<think>\n")
        return text.replace("<think>\n", "[THINK]")


class SyntheticSage(_Thinker):
    """A textbook-fed thinker: `We need to`, a chain of remarks in one paragraph, a walk-through as an answer."""

    groupings = ("comma", "plain")
    signs = ("*", "×")
    gaps = (" ", "\n\n")
    part_gaps = (" ", "; ")
    step_joint = "; "

    HMM = ("Wait", "Hmm,", "Let me see:", "But", "Hold on:", "Wait:")
    OPEN = _mix(
        ('<think>User: "Calculate {A} * {B}. Think step by step." ', "<think>", "<think>It's simple arithmetic. "),
        (
            "We need to compute {A} {x} {B}.",
            "I need to produce the product {A} {x} {B} with steps.",
            "Compute {A} {x} {B}.",
        ),
    )
    PLAN = _mix(
        ("We can do: ", "One approach: ", "Let me do it: "),
        ("{a} {x} {b} = {a} {x} ({F}).", "decompose {b} = {F}.", "{b} = {F}, multiply by {a}."),
    )
    PART = _mix(("", "then ", "and ", "we have "), ("{L} {x} {R} = {V}", "{L} {x} {R} is {V}"))
    DEEP = _mix(("{L} {x} {R}: {D}", "for {L} {x} {R}: {D}", "{L} {x} {R} by place value: {D}"), ("", " in total"))
    OOPS = _mix(
        ("{L} {x} {R} = {W}", "then {L} {x} {R} = {W}"),
        (" - wait check: it's {V}", " (no, that's incorrect, it's {V})", ", hmm, actually {V}"),
    )
    FACT = _mix(
        ("{d} {x} {e} = {f}, ", "with {d} {x} {e} = {f} "),
        ("wait {d} {x} {e} = {g};", "- no, {g};", "(no: {g});"),
    )
    FIX = ("{w} - no, {u}", "{w}, wait check, {u}", "{w} (no: {u})", "{w}, actually {u}")
    ADD = _mix(("Sum: ", "Now sum these: ", "So add: ", "Then total: "), ("{E}.", "we have {E}."))
    COMMIT = _mix(
        ("So ", "Thus ", "Therefore "),
        ("answer = {N}.", "the product equals {N}.", "{A} {x} {B} = {N}.", "we obtain {N}."),
    )
    DOUBT = _mix(
        ("Let me double-check", "We should verify", "I'll double check", "Let's check"),
        (":", " the arithmetic:", " this result:"),
    )
    LAST = _mix(
        ("The last digit is {p} {x} {q} = {pq}, so it should be {z}", "Units: {p} {x} {q} = {pq} gives {z}"),
        (", consistent with {N}.", ", ok.", "; our answer ends in {z} as well."),
    )
    NINES = _mix(
        ("Mod 9: {A} ≡ {p}, {B} ≡ {q}, product ≡ {z}", "Check mod 9: {p} {x} {q} = {pq} ≡ {z}"),
        (", and {N} ≡ {z}, consistent.", "; {N} ≡ {z} too, good.", ", as is {N}."),
    )
    EST = _mix(
        ("Approximation: {X} {x} {Y} = {Z}", "We expect about {X} {x} {Y} = {Z}"),
        (", fine.", ", so {N} is plausible.", " and {N} is near."),
    )
    REPART = _mix(("{L} {x} {R} = {V}", "recalc {L} {x} {R} = {V}"), (", correct.", ", yes.", " indeed."))
    READD = _mix(("Sum check: {S} = {N}", "Add again: {S} = {N}", "{S} = {N}"), (", correct.", ", so it's consistent."))
    BACK = _mix(
        ("Inverse: {N}/{B} = {A}", "Division check: {N}/{B} = {A}", "{N} divided by {B} is {A}"),
        (", good.", ", as required."),
    )
    OTHER = _mix(
        ("Alternatively: ", "Another approach: ", "Check using another method: "),
        ("{a} {x} ({F}).", "{b} = {F}, times {a}.", "{a} {x} {b} where {b} = {F}."),
    )
    AGREE = _mix(
        ("So both methods yield {N}", "Same answer {N}", "This again yields {N}"),
        (".", ", so it's verified."),
    )
    CLASH = _mix(
        ("That yields {W} rather than {N}", "This gives {W}, not {N}"),
        ("; discrepancy, so check this again.", ", hmm, so which step of the check is off?", ". Let me recheck."),
    )
    FOUND = _mix(
        ("The check used {L} {x} {R} = {w}, it's {V}", "In the second method, {L} {x} {R} is {V} not {w}"),
        (
            "; so {S} = {N}, and the original is right.",
            ", hence {S} = {N}. Consistent.",
            "; corrected: {S} = {N}, same as before.",
        ),
    )
    WAVER = _mix(
        ("Should I recompute? ", "Is another check needed? "),
        ("No, it's fine.", "I think not.", "No, the answer stands."),
    )
    DISOWN = _mix(
        (
            "Wait, {P} is not correct.",
            "Hmm, that's wrong, {P} must be discarded.",
            "I made an error, so {P} is invalid.",
        ),
        (" I'll recompute from scratch.", " Let's start over.", " Let me redo the computation entirely."),
    )
    MEND = _mix(
        ("We had {L} {x} {R} = {w}, ", "Earlier I wrote {L} {x} {R} = {w}, "),
        ("but it's {V}.", "that's an error: it equals {V}.", "wrong, it should be {V}."),
    )
    RESUM = _mix(
        ("{S} = {N}, ", "The sum {S} is {N}, "),
        ("not {P}.", "so {P} was an addition error.", "I incorrectly had {P}."),
    )
    DIFFER = _mix(
        ("So this yields {N} but previously {P}", "Discrepancy: {N} now vs {P} earlier"),
        (".", "; difference {G}.", ". Which is correct?"),
    )
    WHY_PART = _mix(
        ("", "Hmm. "),
        ("In the earlier computation ", "Earlier "),
        ("{L} {x} {R} was {w}, it should be {V}.", "I used {w} for {L} {x} {R}, which is {V}."),
    )
    WHY_SUM = _mix(
        ("", "Hmm. "),
        ("In the earlier computation ", "Earlier "),
        ("the sum {S} was added incorrectly.", "I summed {S} to {P}, but it's {N}."),
    )
    WHY_LAST = _mix(
        ("", "Hmm. "),
        ("Last digit must be {z}, ", "The product ends in {z}, "),
        ("but {P} ends in {y}.", "so {P} is out."),
    )
    WHY_NONE = _mix(
        ("", "Hmm. "),
        ("The earlier one ", "I think the first computation "),
        ("has a carry error.", "was less careful.", "contains the slip."),
    )
    DECIDE = _mix(("So the correct answer is {N}", "Thus {N} is correct", "So final is {N}"), (".", ", not {P}."))
    FAIL_LAST = _mix(
        ("", "Hmm. "),
        ("Wait: {p} {x} {q} = {pq} so the last digit is {z}", "Check last digit: should be {z}"),
        (", but {P} ends in {y}.", "; we have {y} in {P}."),
    )
    FAIL_NINES = _mix(
        ("", "Hmm. "),
        ("Check mod 9: expected {z}", "Mod 9: it should be {z}"),
        (", but {P} ≡ {y}.", "; {P} gives {y}."),
    )
    FAIL_BACK = _mix(
        ("", "Hmm. "),
        ("Check: {P}/{B} leaves", "Division: {P} = {k}*{B} + {m}, so it leaves"),
        (" remainder {m}.", " {m}, not zero."),
    )
    ANEW = _mix(
        ("So ", "Thus "),
        ("the answer is {N}.", "{A} {x} {B} = {N}.", "the corrected product is {N}.", "we have {N} and not {P}."),
    )
    SAME = _mix(
        ("So ", "Thus "),
        ("again {N}.", "{A} {x} {B} = {N} after all.", "the recomputation yields {N} as well."),
    )
    FINAL = _mix(
        ("**Final Answer:** ", "Thus, the product is ", "The final answer is "),
        ("{N}", "**{N}**", "\\boxed{{N}}"),
    )

    def products(self, t: Telling, work: Work, plain: bool = False) -> str:
        text = super().products(t, work, plain).replace(";; ", "; ")
        return text[0].upper() + text[1:] + "."

    def part(self, t: Telling, term: Term, plain: bool = False) -> str:
        return super().part(t, term, plain) + ("." if self._part_gap == " " and term is not t.work.terms[-1] else "")

    def finish(self, t: Telling, text: str) -> str:
        """Sentences begin with a capital; doubled points go."""
        text = re.sub(r"\.\.(?!\.)(?<!\.\.\.)", ".", text)
        return re.sub(r"(?<=[a-z0-9)]\. )[a-z]", lambda found: found[0].upper(), text)

    def final(self, t: Telling) -> str:
        head = t.one("### Solution walkthrough\n\n", "Below is the step-by-step calculation.\n\n", "**Solution:**\n\n")
        steps = self.steps(t, t.one("{i}. ", "- "))
        steps += f"\n\nAdding the partial products: {t.sum(t.work)} = {t.n(t.candidate)}\n\n"
        return "</think>\n\n" + head + steps + t.r(self.say(t, "FINAL"))


class ChannelAnalyst(_Thinker):
    """Clipped analysis in a channel of its own, lower-case ends and no courtesies, then a polished final message."""

    groupings = ("plain", "comma")
    signs = ("*", "×")
    gaps = (" ", "\n", "\n\n")
    part_gaps = (" ", "\n")
    step_joint = "; "
    slips = 0.15

    HMM = ("Wait", "Hmm,", "Hold on,", "Actually", "Wait:", "Oops,")
    OPEN = _mix(
        ("<|channel|>analysis<|message|>", "analysis", "<|start|>assistant<|channel|>analysis<|message|>"),
        ("We need to compute {A}{x}{B}.", "Compute {A}{x}{B}.", "User wants {A}{x}{B}, steps."),
    )
    PLAN = (
        "{a}*({F}).",
        "{a}{x}{b} = {a}{x}({F}).",
        "Split {b} = {F}.",
        "{b} = {F}.",
        "Break down {b}: {F}.",
        "Do {b} = {F}.",
    )
    PART: Pool = (
        "{L}{x}{R}={V}.",
        "{L}{x}{R} = {V}.",
        "{L} times {R} = {V}.",
        "Then {L}{x}{R}={V}.",
        "Next {L}{x}{R} = {V}.",
    )
    PART += ("Also {L}{x}{R} = {V}.",)
    DEEP: Pool = (
        "{L}{x}{R}: {D}.",
        "{L}{x}{R} -> {D}.",
        "For {L}{x}{R}: {D}.",
        "Compute {L}{x}{R}: {D}.",
        "Then {L}{x}{R}: {D}.",
    )
    DEEP += ("{D}, i.e. {L}{x}{R}.",)
    OOPS = _mix(
        ("{L}{x}{R}={W}", "{L}{x}{R} = {W}"),
        ("? Actually {V}.", ". Oops {V}.", "... wait that's {V}.", " no, {V}."),
    )
    FACT = _mix(("{d}*{e}={f}", "{d}{x}{e} = {f}"), (", oops {g}.", "? no, {g}.", ", wait {g}."))
    FIX = ("{w} oops {u}", "{w}? no {u}", "{w}, wait, {u}", "{w} no, {u}")
    ADD = _mix(("Sum: ", "Add: ", "Total: ", "", "Sum up: ", "Adding "), ("{E}.",))
    COMMIT = (
        "So {N}.",
        "Answer {N}.",
        "So answer: {N}.",
        "So product {N}.",
        "Thus {N}.",
        "So {A}{x}{B} = {N}.",
        "Gives {N}.",
    )
    DOUBT = (
        "Check.",
        "Double-check.",
        "Let's verify.",
        "Verify:",
        "Let's double-check:",
        "Check quickly.",
        "Sanity check.",
    )
    LAST = _mix(("Last digit {p}*{q}={pq} -> {z}", "Units: {p}*{q}={pq}, {z}"), (" ok.", ", good.", ", matches."))
    NINES = _mix(
        ("Mod 9: {A}->{p}, {B}->{q}, product {z}; {N}->{z}", "mod9: {p}*{q}={pq}->{z}, {N}->{z}"),
        (". Good.", ". OK.", ", consistent."),
    )
    EST = _mix(("Approx {X}*{Y}={Z}", "Roughly {X}*{Y} = {Z}"), (", ok.", ", plausible.", "; {N} fine."))
    REPART = _mix(("{L}{x}{R}={V}", "{L}{x}{R} = {V}"), (" yes.", " correct.", " ok."))
    READD = _mix(("{S} = {N}", "Re-add: {S} = {N}"), (" yes.", ". Good.", ", correct."))
    BACK = _mix(("{N}/{B}={A}", "Divide: {N}/{B} = {A}"), (". Good.", " ok.", ", yes."))
    OTHER = _mix(("Alternatively ", "Other way: ", "Alternative: "), ("{a}{x}({F}).", "{b} = {F}, times {a}."))
    AGREE = ("Same {N}.", "Good, {N}.", "Matches {N}.", "{N} again, good.", "Consistent: {N}.", "Yes {N}.")
    CLASH: Pool = (
        "That's {W}, not {N}? Check.",
        "Hmm {W} vs {N}. Check this.",
        "{W}? mismatch with {N}.",
        "Gives {W}, but had {N}. Hmm.",
    )
    CLASH += ("Mismatch: {W} here, {N} before.", "Hmm, {W} differs from {N}.")
    FOUND = _mix(
        ("Here {L}{x}{R}={V}, not {w}.", "Oh, check misused {w} for {L}{x}{R}; it's {V}."),
        (" So {S} = {N}. Fine.", " Then {S} = {N}, matches.", " {S} = {N}, original ok."),
    )
    WAVER = (
        "Redo? No, fine.",
        "Good enough.",
        "No need to recheck.",
        "It's fine.",
        "I'm confident.",
        "Should be fine. No redo.",
    )
    DISOWN = _mix(
        ("Wait, {P} is wrong.", "Hmm, that's wrong.", "No, {P} not right."),
        (" Start over.", " Discard, recompute all.", " Let's redo from scratch."),
    )
    MEND = _mix(
        ("{L}{x}{R}: I had {w}, ", "Earlier {L}{x}{R}={w}, "),
        ("actually {V}.", "wrong, it's {V}.", "should be {V}."),
    )
    RESUM = _mix(("{S} = {N}", "Sum {S} is {N}"), (", not {P}.", ". I had {P}, wrong.", "; {P} was an addition slip."))
    DIFFER: Pool = (
        "Now {N} vs {P} earlier.",
        "That's {N}, not {P}. Mismatch.",
        "Mismatch: {N} vs {P}, diff {G}.",
        "Hmm {N}, earlier {P}.",
    )
    DIFFER += ("Differs from {P}: now {N}.", "{N}? Earlier {P}. Which?")
    WHY_PART = _mix(
        ("", "Hmm. "),
        ("Earlier {L}{x}{R}={w} ", "First pass had {w} for {L}{x}{R}, "),
        ("wrong; {V}.", "should be {V}."),
    )
    WHY_SUM = _mix(
        ("", "Hmm. "),
        ("Earlier sum {S} ", "First pass: {S} "),
        ("mis-added.", "is {N}, not {P}."),
    )
    WHY_LAST = _mix(
        ("", "Hmm. "),
        ("Last digit must be {z}", "Must end {z}"),
        ("; {P} ends {y}.", ", so {P} out."),
    )
    WHY_NONE: Pool = (
        "First pass had a slip.",
        "Second one rechecked, fine.",
        "Carry error earlier, I think.",
        "Second is cleaner.",
    )
    WHY_NONE += ("First pass was sloppy.", "I trust the second.")
    DECIDE = (
        "So correct: {N}.",
        "So {N}, not {P}.",
        "Answer {N}, not {P}.",
        "So {N} is right.",
        "Go with {N}.",
        "Correct answer {N}.",
    )
    FAIL_LAST = _mix(
        ("", "Hmm. "),
        ("Last digit {p}*{q}={pq} -> {z}", "Units should be {z}"),
        (" but {P} ends {y}.", "; we have {y}. Wrong."),
    )
    FAIL_NINES = _mix(
        ("", "Hmm. "),
        ("mod 9 should be {z}", "Mod 9: expected {z}"),
        (" but {P}->{y}.", ", got {y}. Wrong."),
    )
    FAIL_BACK = _mix(
        ("", "Hmm. "),
        ("{P}/{B} = {k} r {m}", "Divide {P}/{B}: {k} remainder {m}"),
        (". Not integer.", ", so wrong."),
    )
    ANEW = (
        "So {N}.",
        "So answer {N}, not {P}.",
        "Now {N}.",
        "So product is {N}.",
        "Corrected: {N}.",
        "So {A}{x}{B} = {N}.",
    )
    SAME = (
        "So {N} again.",
        "Again {N}. OK so {N}.",
        "Recomputed: {N}, same.",
        "So {N} after all.",
        "Also {N} this time.",
        "{N} once more.",
    )
    FINAL: Pool = (
        "**Answer: {N}**",
        "**{A} × {B} = {N}**",
        "So the product is **{N}**.",
        "\\[\n\\boxed{{N}}\n\\]",
        "**Result:** {N}",
    )
    FINAL += ("Thus {A} × {B} = **{N}**.",)

    def final(self, t: Telling) -> str:
        close = t.one("<|end|><|start|>assistant<|channel|>final<|message|>", "assistantfinal", "\n\nassistantfinal")
        t.words, t.x = t.one("thin", "narrow", "comma") if t.chance(0.5) else t.words, "×"
        if t.words == "thin":
            t.words = "comma"
        table = "| Step | Calculation |\n|---|---|\n" + self.steps(t, "| {i} | ", " |\n") + " |"
        listed = self.steps(t, t.one("{i}. ", "- "))
        total = f"\n\nAdd: {t.sum(t.work)} = {t.n(t.candidate)}\n\n"
        return close + t.one("**Step-by-step**\n\n", "") + t.one(table, listed) + total + t.r(self.say(t, "FINAL"))


class MoonlitPlanner(_Thinker):
    """A planner between odd brackets: numbered partial products, `The user wants`, and a short friendly answer."""

    groupings = ("comma", "plain", "space")
    signs = ("×", "x")
    gaps = ("\n\n", "\n")
    part_gaps = ("\n",)
    step_joint = "\n"

    HMM = ("Hmm,", "Wait,", "Hold on,", "Wait, actually", "Let me see,", "Hm,")
    OPEN = _mix(
        ("◁think▷", "◁think▷The user wants a calculation. ", "◁think▷Okay. "),
        (
            "I should compute {A} {x} {B} step by step.",
            "Let me calculate {A} {x} {B}.",
            "I'll multiply {A} by {B} by hand.",
        ),
    )
    PLAN = _mix(
        ("I'll break {b} into parts", "Decompose the factor {b}", "Let me decompose {b}"),
        (": {b} = {F}", ", that is {F}, and multiply each by {a}:", ". {a} {x} {b} = {a} {x} ({F})"),
    )
    PART: Pool = (
        "{L} {x} {R} = {V}",
        "{L} {x} {R} → {V}",
        "{L} {x} {R}, which is {V}",
        "{L} {x} {R}: {V}",
        "{L} {x} {R} gives {V}",
    )
    PART += ("{L} {x} {R} comes to {V}",)
    DEEP: Pool = (
        "{L} {x} {R}: {D}",
        "{L} {x} {R} → {D}",
        "{L} {x} {R}, in parts: {D}",
        "{D} (that's {L} {x} {R})",
        "for {L} {x} {R}, {D}",
    )
    DEEP += ("{L} {x} {R}, piecewise: {D}",)
    OOPS = _mix(
        ("{L} {x} {R} = {W}", "{L} {x} {R} → {W}"),
        (" ... no wait, {V}", " (hmm, no: {V})", ", oh wait, that's wrong, {V}"),
    )
    FACT = _mix(
        ("{d} {x} {e} = {f}", "{d} times {e} is {f}"),
        (", no, {g}, so", "? no, {g}. So", ", wait, {g}, not {f}. So"),
    )
    FIX = ("{w}, wait, {u}", "{w} → no, {u}", "{w} (hmm, {u})", "{w}, no: {u}")
    ADD = _mix(("Now add them up:\n", "Adding the parts:\n", "Summing:\n"), ("{E}", "{E}."))
    COMMIT = (
        "So the product is {N}.",
        "That gives me {N}.",
        "So {A} {x} {B} = {N}.",
        "The answer would then be {N}.",
        "I get {N}.",
        "Result: {N}.",
    )
    DOUBT = _mix(
        ("Let me verify", "I should double-check", "Let me look this over"),
        (".", " to be safe.", " before I answer."),
    )
    LAST = _mix(
        ("The product should end in {z}, as {p} {x} {q} = {pq}", "Last digit: {p} {x} {q} = {pq}, so {z}"),
        (". ✓", ", and {N} does.", ". That's right."),
    )
    NINES = _mix(
        ("Mod 9: {A} → {p}, {B} → {q}, product → {z}", "Digital roots mod 9: {p} and {q}, so {z}"),
        (", and {N} → {z}. ✓", "; {N} gives {z}. Good.", ". {N} → {z} too."),
    )
    EST = _mix(
        ("Ballpark: {X} {x} {Y} = {Z}", "It should be near {X} {x} {Y} = {Z}"),
        (". ✓", ", and {N} is.", ". Reasonable."),
    )
    REPART = _mix(("{L} {x} {R} = {V}", "Recomputing {L} {x} {R} = {V}"), (" ✓", ", fine.", ", yes."))
    READD = _mix(("{S} = {N}", "Adding once more, {S} = {N}"), (" ✓", ", good.", ", yes."))
    BACK = _mix(("{N} ÷ {B} = {A}", "Dividing back, {N} ÷ {B} = {A}"), (" ✓", ", exact.", ". Good."))
    OTHER = _mix(
        ("A different split: ", "Cross-check: ", "Let me cross-check with another split: "),
        ("{a} {x} ({F})", "{b} = {F}, times {a}"),
    )
    AGREE = _mix(("{N} again", "The same {N}", "This matches {N}"), (". ✓", ", great."))
    CLASH = _mix(
        ("That's {W} and not {N}", "Hmm, {W} here but {N} above"),
        (". Did I slip in the cross-check?", ". Let me see why.", ", they disagree."),
    )
    FOUND = _mix(
        (
            "In the cross-check {L} {x} {R} should be {V}, I put {w}.",
            "Oh, the cross-check has {w} for {L} {x} {R}, which is {V}.",
        ),
        (" With that {S} = {N}. So it agrees.", " Then {S} = {N}, and the answer above holds.", " So {S} = {N} ✓"),
    )
    WAVER = _mix(
        ("Do I want to redo this? ", "Anything else to check? "),
        ("No, it's fine.", "I don't think so.", "No, that's solid."),
    )
    DISOWN = _mix(
        (
            "Wait, {P} is wrong.",
            "Hmm, no, I don't believe {P}, something went wrong.",
            "That isn't right, so {P} is off the table.",
        ),
        (" Start from scratch.", " I'll redo the whole thing.", " Let me throw it away and begin again."),
    )
    MEND = _mix(
        ("{L} {x} {R} is not {w}: ", "I had {w} for {L} {x} {R}: "),
        ("it's {V}.", "wrong, it should be {V}.", "that's a slip, it's {V}."),
    )
    RESUM = _mix(
        ("{S} = {N}", "The parts add up, {S} = {N}"),
        (", so not {P}.", "; {P} was a slip in the addition.", ". I had said {P}, wrongly."),
    )
    DIFFER = _mix(
        ("This gives {N}, but above I got {P}.", "{N} now, {P} above."),
        (" One of them is wrong.", " Off by {G}.", " Hmm."),
    )
    WHY_PART = _mix(
        ("", "Hm. "),
        ("Above, ", "Looking at the first pass: "),
        ("{L} {x} {R} = {w} is wrong, it's {V}.", "I used {w} for {L} {x} {R} instead of {V}."),
    )
    WHY_SUM = _mix(
        ("", "Hm. "),
        ("Above, ", "Looking at the first pass: "),
        ("{S} was added wrongly.", "{S} is {N}, not {P}."),
    )
    WHY_LAST = _mix(
        ("", "Hm. "),
        ("It must end in {z}, ", "The last digit is {z} for sure, "),
        ("and {P} ends in {y}.", "so {P} is wrong."),
    )
    WHY_NONE = _mix(
        ("", "Hm. "),
        ("The second pass looks clean, ", "I reread both, "),
        ("so the slip was in the first.", "and the first must be off."),
    )
    DECIDE = _mix(("So the answer is {N}", "So I correct it to {N}", "{N} it is, then"), (".", ", not {P}."))
    FAIL_LAST = _mix(
        ("", "Hm. "),
        ("Wait, it should end in {z} ({p} {x} {q} = {pq})", "Last digit should be {z}"),
        (", but {P} ends in {y}.", " and {P} has {y}. ✗"),
    )
    FAIL_NINES = _mix(
        ("", "Hm. "),
        ("Mod 9 should be {z}", "Digital roots say {z}"),
        (", but {P} → {y}. ✗", " and {P} gives {y}."),
    )
    FAIL_BACK = _mix(
        ("", "Hm. "),
        ("{P} ÷ {B} = {k} remainder {m}", "Dividing back: {P} ÷ {B} = {k} remainder {m}"),
        (". ✗", ", so it isn't exact."),
    )
    ANEW = (
        "So the product is {N}.",
        "Corrected: {N}.",
        "So it's {N}, not {P}.",
        "So {A} {x} {B} = {N}.",
        "Now I get {N}.",
        "That makes {N}.",
    )
    SAME: Pool = (
        "So it's {N} again.",
        "I get {N} this time too.",
        "So {A} {x} {B} = {N} after all.",
        "Once more, {N}.",
        "That makes {N} again.",
    )
    SAME += ("The fresh attempt gives {N} as well.",)
    FINAL = _mix(("**{A} × {B} = ", "The answer is **", "Result: **"), ("{N}**", "{N}** ✅"))

    def products(self, t: Telling, work: Work, plain: bool = False) -> str:
        mark = t.one("{i}. ", "- ", "({i}) ")
        lines = [self.part(t, term, plain) for term in work.terms]
        return "\n".join(mark.replace("{i}", str(place)) + line for place, line in enumerate(lines, start=1))

    def final(self, t: Telling) -> str:
        recap = t.one(f"Here's the calculation:\n\n{self.steps(t, '- ')}\n- Sum: {t.sum(t.work)}\n\n", "")
        return "◁/think▷" + recap + t.r(self.say(t, "FINAL"))


class HeadedThoughts(_Thinker):
    """Summarised thoughts: bold headings over paragraphs in the present progressive, then a short answer."""

    groupings = ("comma",)
    signs = ("×", "*", "times")
    gaps = ("\n\n",)
    part_gaps = (" ",)
    step_joint = ", followed by "

    HMM = ("Hmm,", "Wait,", "Hold on,", "Actually,", "Now,", "Well,")
    OPEN = _mix(
        (
            "**Breaking Down the Multiplication**\n\n",
            "**Calculating the Product**\n\n",
            "**Initiating the Computation**\n\n",
        ),
        (
            "I'm working out {A} {x} {B}.",
            "I'm now focusing on {A} {x} {B}.",
            "My task is to find {A} {x} {B}, step by step.",
        ),
    )
    PLAN = _mix(
        ("I'm splitting {b} into {F}", "I've decided to decompose {b} as {F}", "My approach is to view {b} as {F}"),
        (".", ", with {a} multiplying each part.", ", which keeps the products with {a} manageable."),
    )
    PART: Pool = _mix(("", "I find that ", "I see that "), ("{L} {x} {R} is {V}.", "{L} {x} {R} equals {V}."))
    PART += ("Then, {L} {x} {R} yields {V}.", "Next, {L} {x} {R} gives {V}.")
    DEEP = _mix(
        ("I'm taking {L} {x} {R} apart: ", "For {L} {x} {R}, I have ", "Looking at {L} {x} {R}, I get "),
        ("{D}.", "{D}, place by place."),
    )
    OOPS = _mix(
        ("{L} {x} {R} is {W}.", "I have {L} {x} {R} at {W}."),
        (" No, that's a slip; it's {V}.", " Wait, I need to fix that: {V}.", " Correction: it's {V}, not {W}."),
    )
    FACT = _mix(
        ("I'm taking {d} times {e} as {f}", "{d} times {e} is {f}"),
        (", no, it's {g}.", "; wait, it is {g}.", ", or rather {g}."),
    )
    FIX = ("{w}, no, {u}", "{w}, correction, {u}", "{w}, or rather {u}", "{w} (that should be {u}), so {u}")
    ADD: Pool = _mix(("I'm adding these up: ", "Combining the pieces, I have ", "Now I'm summing: "), ("{E}.",))
    ADD += ("The addition goes {E}.", "Putting them together, {E}.", "Next is the sum, {E}.")
    COMMIT = _mix(
        ("This gives me ", "I've arrived at ", "I've got "),
        ("{N} as the product.", "{N} as the answer.", "a result of {N}."),
    )
    DOUBT = _mix(
        ("**Verifying the Result**\n\n", "**Double-Checking**\n\n", ""),
        (
            "I'm now checking this result.",
            "I want to be sure, so I'm going over it again.",
            "I'm revisiting the steps.",
        ),
    )
    LAST = _mix(
        (
            "The final digits give {p} {x} {q} = {pq}, so I expect a {z} at the end",
            "The product must end in {z}, given {p} {x} {q} = {pq}",
        ),
        (", and that's what I see.", ", and {N} has it.", ", which fits {N}."),
    )
    NINES = _mix(
        (
            "Casting out nines, {A} leaves {p} and {B} leaves {q}, so the product leaves {z}",
            "Modulo 9, I get {p} {x} {q}, or {z}",
        ),
        (", as does {N}.", "; {N} leaves {z}, too.", ", in agreement with {N}."),
    )
    EST = _mix(
        ("A rough estimate is {X} {x} {Y} = {Z}", "I'd expect roughly {X} {x} {Y} = {Z}"),
        (", so {N} is sensible.", " and {N} fits.", "; {N} is in range."),
    )
    REPART = _mix(
        ("{L} {x} {R} is indeed {V}", "I've confirmed that {L} {x} {R} is {V}"),
        (".", ", no issue there.", ", as I had it."),
    )
    READD = _mix(("Re-adding {S}", "Going over the sum {S}"), (", I get {N} again.", " confirms {N}.", ", it is {N}."))
    BACK = _mix(
        ("Dividing {N} by {B} returns {A}", "In reverse, {N} divided by {B} is {A}"),
        (".", ", just as it should.", ", which is reassuring."),
    )
    OTHER = _mix(
        ("I'm trying another decomposition: ", "As an alternative, I'm using "),
        ("{a} {x} ({F}).", "{b} = {F}, multiplied by {a}.", "{F} for {b}, with {a} left whole."),
    )
    AGREE = _mix(
        ("This also yields {N}", "Again I have {N}", "The alternative gives the same {N}"),
        (".", ", so I'm confident."),
    )
    CLASH = _mix(
        ("This yields {W}, while I had {N}.", "I'm seeing {W} here instead of {N}."),
        (" I'm looking for the slip.", " Something in this check may be off.", " That's puzzling."),
    )
    FOUND = _mix(
        (
            "It's in the check: {L} {x} {R} is {V}, not {w}.",
            "I've misjudged {L} {x} {R} in this check; it's {V}, not {w}.",
        ),
        (
            " With {S} = {N}, the original result stands.",
            " So {S} = {N}, and all agrees.",
            " Now {S} is {N}, as before.",
        ),
    )
    WAVER = _mix(
        ("I considered redoing it all, but ", "I was tempted to start over, but "),
        ("it's fine.", "there's no need.", "nothing looks wrong."),
    )
    DISOWN = _mix(
        ("**Starting Over**\n\n", "**Reassessing**\n\n", ""),
        (
            "I've realized that {P} is wrong, so I'm discarding it and redoing the calculation.",
            "{P} can't be right. I'm starting from scratch.",
        ),
        ("", " I'll be more careful this time."),
    )
    MEND = _mix(
        ("I've spotted an error: ", "There's a mistake here: "),
        (
            "{L} {x} {R} is {V}, not {w}.",
            "I used {w} for {L} {x} {R}; it should be {V}.",
            "{w} is wrong for {L} {x} {R}, it's {V}.",
        ),
    )
    RESUM = _mix(
        ("I've spotted an addition error: ", "The pieces are unchanged, but "),
        ("{S} is {N}, not {P}.", "{S} makes {N}; {P} was wrong.", "{S} gives {N} rather than {P}."),
    )
    DIFFER = _mix(
        ("This time I have {N}, where before I had {P}.", "I'm now at {N}, not {P}."),
        (" I need to resolve this.", " The gap is {G}.", " One of these is wrong."),
    )
    WHY_PART = _mix(
        ("", "I'm thinking about this. "),
        ("I see that in the first approach ", "Looking back, "),
        ("I used {w} for {L} {x} {R}, which is {V}.", "{L} {x} {R} was off: {w} instead of {V}."),
    )
    WHY_SUM = _mix(
        ("", "I'm thinking about this. "),
        ("I see that in the first approach ", "Looking back, "),
        ("I mis-added {S}.", "{S} didn't come to {P} at all."),
    )
    WHY_LAST = _mix(
        ("", "I'm thinking about this. "),
        ("The product has to end in {z}, ", "The final digit must be {z}, "),
        ("which {P} doesn't.", "whereas {P} ends in {y}."),
    )
    WHY_NONE = _mix(
        ("", "I'm thinking about this. "),
        ("I've reviewed both, and ", "On reflection, "),
        ("the error is in the first.", "the second is the more careful one."),
    )
    DECIDE = _mix(
        ("So I'm correcting the result to {N}", "I'm concluding that {N} is right", "I'm settling on {N}"),
        (".", ", not {P}."),
    )
    FAIL_LAST = _mix(
        ("", "I'm thinking about this. "),
        ("The last digit should be {z}, since {p} {x} {q} = {pq}", "I expect a final {z}"),
        (", but {P} ends in {y}.", ", and {P} has {y}. That's a problem."),
    )
    FAIL_NINES = _mix(
        ("", "I'm thinking about this. "),
        ("Modulo 9 I expect {z}", "Casting out nines should leave {z}"),
        (", but {P} leaves {y}.", ", yet {P} gives {y}."),
    )
    FAIL_BACK = _mix(
        ("", "I'm thinking about this. "),
        ("Dividing {P} by {B} leaves {m}", "{P} divided by {B} is {k} with {m} left over"),
        (", so it can't be right.", ". That's a problem."),
    )
    ANEW = _mix(
        ("I now have ", "The revised calculation gives me ", "This brings me to "),
        ("{N} as the product.", "{N}, not {P}."),
    )
    SAME = _mix(
        ("The fresh calculation ", "Starting over, it "),
        ("gives {N} once more.", "comes to {N} after all.", "lands on {N} again."),
    )
    FINAL = _mix(
        ("{A} × {B} = ", "So, the product of {A} and {B} is ", "The answer is "),
        ("**{N}**", "**{N}**.", "$\\boxed{{N}}$"),
    )

    def final(self, t: Telling) -> str:
        t.x = "×"
        steps = self.steps(t, t.one("{i}.  ", "*   "), "\n", t.one("{l} × {r} = {v}", "{l} × {r} = **{v}**"))
        recap = t.one(f"Here is the calculation, step by step:\n\n{steps}\n*   Sum: {t.sum(t.work)}\n\n", "", "")
        return t.one("\n\n", "\n\n---\n\n") + recap + t.r(self.say(t, "FINAL"))


class TinyReward(_Thinker):
    """A tiny model after rewards for format: reasoning and answer in tags, plain sentences, clumsy checks."""

    groupings = ("plain",)
    signs = ("*", "x", "×")
    gaps = ("\n", " ")
    part_gaps = ("\n", " ")
    step_joint = ", "
    slips = 0.06

    HMM = ("Wait,", "But", "However,", "No,", "Hmm,", "Actually,")
    OPEN = _mix(
        ("<reasoning>\n",),
        (
            "To find {A} {x} {B}, multiply step by step.",
            "We need to multiply {A} and {B}.",
            "Let's calculate {A} {x} {B}.",
        ),
        ("", " First we split the number."),
    )
    PLAN = _mix(
        ("First, {b} = {F}", "We break {b} into {F}", "{a} {x} {b} is {a} {x} ({F})"),
        (".", ", then we multiply."),
    )
    PART = _mix(("", "Multiply: ", "Then "), ("{L} {x} {R} = {V}.", "{L} {x} {R} is {V}."))
    DEEP = _mix(("{L} {x} {R}: ", "To get {L} {x} {R}: ", "For {L} {x} {R} we do "), ("{D}.", "{D}, in parts."))
    OOPS = _mix(
        ("{L} {x} {R} = {W}.", "Then {L} {x} {R} is {W}."),
        (" No, it is {V}.", " Wait, {L} {x} {R} = {V}.", " That is wrong, it is {V}."),
    )
    FACT = _mix(("{d} {x} {e} = {f}", "{d} times {e} is {f}"), (", no, {g}.", ". Wait, it is {g}.", ", I mean {g}."))
    FIX = ("{w} no {u}", "{w}, wait {u}", "{w}, I mean {u}", "{w}, no, {u}")
    ADD = _mix(("Now add: ", "Add them together: ", "Then we add "), ("{E}.", "{E}, done."))
    COMMIT = _mix(
        ("So ", "Therefore, "),
        ("the answer is {N}.", "{A} {x} {B} = {N}.", "the result is {N}.", "the product is {N}."),
    )
    DOUBT = _mix(
        ("Let me check", "Wait, let me check", "We can check", "But let me verify"),
        (" the answer.", " it again."),
    )
    LAST = _mix(
        ("{p} {x} {q} = {pq}, so the last digit is {z}.", "The last digit should be {z} because {p} {x} {q} = {pq}."),
        (" It is {z}.", " {N} is good.", " This is correct."),
    )
    NINES = _mix(
        ("Mod 9, {p} {x} {q} = {pq} is {z}", "The remainders by 9 are {p} and {q}, so {z}"),
        (" and {N} is {z}.", ", {N} also has {z}.", ". {N} has {z}. Good."),
    )
    EST = _mix(
        ("It is about {X} {x} {Y} = {Z}", "{X} {x} {Y} = {Z}"),
        (", so {N} is reasonable.", " and {N} is near this.", ", this is near {N}."),
    )
    REPART = _mix(("{L} {x} {R} = {V}", "We have {L} {x} {R} = {V}"), (" is correct.", ", yes.", ", this is right."))
    READD = _mix(("{S} = {N}", "The sum {S} = {N}"), (" is correct.", ", yes.", ", this is right."))
    BACK = _mix(
        ("{N} / {B} = {A}", "If we divide, {N} / {B} = {A}"),
        (", so it is correct.", ", yes.", ", which is right."),
    )
    OTHER = _mix(
        ("We can also do ", "Another way is ", "Use another way: "),
        ("{a} {x} ({F}).", "{b} = {F} times {a}."),
    )
    AGREE = _mix(("It is {N} too", "This is also {N}", "The same, {N}"), (".", ", so it is correct."))
    CLASH = _mix(
        ("This is {W}, but we had {N}.", "We get {W} and not {N}."),
        (" The check may be wrong.", " Look at the check again.", " Why?"),
    )
    FOUND = _mix(
        ("In the check, {L} {x} {R} is {V}, not {w}.", "The check has a mistake, {L} {x} {R} = {V}, not {w}."),
        (" So {S} = {N}, the same.", " Then {S} = {N} and it is fine.", " So {S} = {N}. The first is right."),
    )
    WAVER = _mix(
        ("Do we need to do it again? ", "Should I change it? "),
        ("No, it is fine.", "No.", "No, it is right."),
    )
    DISOWN = _mix(
        ("Wait, {P} is wrong.", "No, this is not correct.", "I made a mistake, {P} is not the answer."),
        (" Let me start again.", " Let me do it all over.", " I do it again from the start."),
    )
    MEND = _mix(
        ("{L} {x} {R} is not {w}, ", "I wrote {L} {x} {R} = {w}, but "),
        ("it is {V}.", "it should be {V}.", "the right value is {V}."),
    )
    RESUM = _mix(
        ("{S} = {N}", "The sum {S} is {N}"),
        (", not {P}.", ", so {P} was wrong.", ". I wrote {P}, which is wrong."),
    )
    DIFFER = _mix(
        ("Now it is {N}, but before it was {P}.", "We have {N} and not {P}."),
        (" They are different.", " Which is right?", " One is wrong."),
    )
    WHY_PART = _mix(
        ("", "Let me see. "),
        ("Before, ", "In the first way, "),
        ("{L} {x} {R} was {w}, but it is {V}.", "I used {w} for {L} {x} {R}, it is {V}."),
    )
    WHY_SUM = _mix(
        ("", "Let me see. "),
        ("Before, ", "In the first way, "),
        ("I added {S} wrong.", "{S} is not {P}."),
    )
    WHY_LAST = _mix(
        ("", "Let me see. "),
        ("The last digit should be {z}", "It must end in {z}"),
        (", but {P} ends in {y}.", ", {P} does not."),
    )
    WHY_NONE = _mix(
        ("", "Let me see. "),
        ("The first way ", "I think the first one "),
        ("has a mistake.", "is wrong.", "was not careful."),
    )
    DECIDE = _mix(("So the correct answer is {N}", "So it is {N}", "The right one is {N}"), (".", ", not {P}."))
    FAIL_LAST = _mix(
        ("", "Let me see. "),
        ("{p} {x} {q} = {pq}, so it should end in {z}", "The last digit should be {z}"),
        (", but {P} ends in {y}.", ". {P} is wrong."),
    )
    FAIL_NINES = _mix(
        ("", "Let me see. "),
        ("By 9 the remainder should be {z}", "Mod 9 it should be {z}"),
        (", but {P} has {y}.", " and not {y}, as {P} has."),
    )
    FAIL_BACK = _mix(
        ("", "Let me see. "),
        ("{P} / {B} is {k} with remainder {m}", "If we divide {P} by {B}, the remainder is {m}"),
        (".", ", so it is not right."),
    )
    ANEW = _mix(("So ", "Therefore, "), ("the answer is {N}.", "{A} {x} {B} = {N}.", "the correct answer is {N}."))
    SAME = _mix(("So ", "Now "), ("it is {N} again.", "the answer is {N} again.", "{A} {x} {B} = {N} after all."))
    FINAL = _mix(("", "The answer is ", "{A} {x} {B} = "), ("{N}", "\\boxed{{N}}"))

    def final(self, t: Telling) -> str:
        return "\n</reasoning>\n<answer>\n" + t.r(self.say(t, "FINAL")) + "\n</answer>"


class ZeroFromBase(_Thinker):
    """A base model under rewards alone: a written column, boxes in mid-course, remarks to itself, one last sentence."""

    groupings = ("plain", "comma")
    signs = ("*", "×")
    gaps = ("\n\n", "\n")
    part_gaps = ("\n",)
    step_joint = "\n"

    HMM = ("Wait,", "However,", "But wait,", "Hmm,", "Let's see,", "Hold on,")
    OPEN = _mix(
        ("To calculate {A} {x} {B}, ", "To solve {A} {x} {B}, ", "<think>To find {A} {x} {B}, "),
        ("we can use long multiplication.", "let's go step by step.", "we multiply by each part and add."),
    )
    PLAN = _mix(
        ("Let's write {b} as {F}", "We split {b} into {F}", "Here {b} = {F}"),
        (".", ", and multiply {a} by each of them."),
    )
    PART = _mix(("", "Multiplying, ", "We have "), ("{L} {x} {R} = {V}", "{L} {x} {R} = {V}."))
    DEEP = _mix(("{L} {x} {R}: ", "For {L} {x} {R}, ", "Next, {L} {x} {R}: "), ("{D}", "{D}."))
    OOPS = _mix(
        ("{L} {x} {R} = {W}", "We have {L} {x} {R} = {W}"),
        (". Oh no, {V}.", ". Let me redo this one: {V}.", ". This is not right, it's {V}."),
    )
    FACT = _mix(
        ("{d} {x} {e} = {f}", "Since {d} {x} {e} = {f}"),
        (", oh no, {g}.\n", ", wait, {d} {x} {e} = {g}.\n", ", sorry, {g}.\n"),
    )
    FIX = ("{w}, oh no, {u}", "{w}, wait, {u}", "{w}, sorry, {u}", "{w}... no, {u}")
    ADD = _mix(("Now, add the results:\n", "Adding the partial products:\n", "Let's add them up:\n"), ("{E}", "{E}."))
    COMMIT = _mix(
        ("So, ", "Therefore, ", "Hence, "),
        ("the answer is \\boxed{{N}}.", "{A} {x} {B} = {N}.", "the final result is {N}."),
    )
    DOUBT = _mix(
        ("Let's double-check", "But let me check", "To be sure, let's verify", "Let's recheck"),
        (" our calculation.", " this.", " the steps."),
    )
    LAST = _mix(
        (
            "The units digit is that of {p} {x} {q} = {pq}, that is {z}",
            "The answer must end in {z} ({p} {x} {q} = {pq})",
        ),
        (". OK.", ", as {N} does.", ", which is right."),
    )
    NINES = _mix(
        ("Modulo 9 we have {p} {x} {q} = {pq}, so {z}", "{A} is {p} mod 9 and {B} is {q} mod 9, so we need {z}"),
        (". {N} is {z}. OK.", ", and {N} is {z} as well.", ", the same as for {N}."),
    )
    EST = _mix(
        ("Approximately, {X} {x} {Y} = {Z}", "The size should be about {X} {x} {Y} = {Z}"),
        (", so {N} makes sense.", ". {N} is near it.", ", OK for {N}."),
    )
    REPART = _mix(("{L} {x} {R} = {V}", "Again, {L} {x} {R} = {V}"), (", this is correct.", ", OK.", ", no problem."))
    READD = _mix(("{S} = {N}", "Adding again, {S} = {N}"), (", this is correct.", ", OK.", ", no problem."))
    BACK = _mix(
        ("{N} / {B} = {A}", "By division, {N} / {B} = {A}"),
        (", this is correct.", ", OK.", ", so it is right."),
    )
    OTHER = _mix(
        ("Let's try a different approach: ", "Using another approach: "),
        ("{a} {x} ({F})", "{b} = {F}, times {a}", "multiply {a} by {F}"),
    )
    AGREE = _mix(
        ("We get {N} again", "The approach gives {N} too", "It's {N}, the same"),
        (".", ", so the answer is confirmed."),
    )
    CLASH = _mix(
        ("This is {W}, which is not {N}", "We get {W} instead of {N}"),
        (". Let's see if the new approach is right.", ". There is a mistake here.", ", strange."),
    )
    FOUND = _mix(
        (
            "In the new approach, {L} {x} {R} should be {V}, not {w}",
            "The check is wrong at {L} {x} {R}, it is {V}, not {w}",
        ),
        (". So {S} = {N}, as we had.", ". So {S} = {N}. No problem then.", ", and {S} = {N}. Our answer was right."),
    )
    WAVER = _mix(
        ("Is there a mistake? ", "Should we redo it? "),
        ("No, the answer is fine.", "I think not.", "No, all is correct."),
    )
    DISOWN = _mix(
        ("Oh no, {P} is wrong.", "Wait, there is a mistake, {P} is not correct.", "This is a mess and {P} is wrong."),
        (" Let's start over.", " Let's redo it from the beginning.", " Let's try again from zero."),
    )
    MEND = _mix(
        ("{L} {x} {R} is {V}, ", "Oh, {L} {x} {R} = {V}, "),
        ("not {w}.", "and I wrote {w}, a mistake.", "so {w} was wrong."),
    )
    RESUM = _mix(
        ("{S} = {N}, ", "The sum should be {S} = {N}, "),
        ("not {P}.", "and {P} was a mistake.", "so I added wrong when I got {P}."),
    )
    DIFFER = _mix(
        ("Now we have {N} but before {P}.", "This is {N}, different from {P}."),
        ("", " There is a mistake somewhere.", " Which one is correct?"),
    )
    WHY_PART = _mix(
        ("", "Let's see. "),
        ("Before we had ", "At first I wrote "),
        ("{L} {x} {R} = {w}, it should be {V}.", "{w} for {L} {x} {R}, which is {V}."),
    )
    WHY_SUM = _mix(
        ("", "Let's see. "),
        ("Before we had ", "At first there was "),
        ("{S}, which was added wrong.", "{S}, and that is not {P}."),
    )
    WHY_LAST = _mix(
        ("", "Let's see. "),
        ("The units digit must be {z}, ", "It should end in {z}, "),
        ("but {P} ends in {y}.", "so {P} is wrong."),
    )
    WHY_NONE = _mix(
        ("", "Let's see. "),
        ("Checking both, ", "I think "),
        ("the mistake is in the first one.", "the first one lost a carry.", "the new one is right."),
    )
    DECIDE = _mix(("So the correct answer is ", "Therefore, it should be "), ("{N}.", "\\boxed{{N}}.", "{N}, not {P}."))
    FAIL_LAST = _mix(
        ("", "Let's see. "),
        ("But {p} {x} {q} = {pq}, so it must end in {z}", "The units digit must be {z}"),
        (", and {P} ends in {y}.", ", not {y} as in {P}."),
    )
    FAIL_NINES = _mix(
        ("", "Let's see. "),
        ("Modulo 9 it should be {z}", "By the rule of 9 we need {z}"),
        (", but {P} gives {y}.", ", and {P} has {y}."),
    )
    FAIL_BACK = _mix(
        ("", "Let's see. "),
        ("{P} / {B} leaves a remainder of {m}", "Dividing {P} by {B} gives {k} and a remainder of {m}"),
        (".", ", it is wrong."),
    )
    ANEW = _mix(
        ("So, ", "Therefore, "),
        ("the answer is \\boxed{{N}}.", "{A} {x} {B} = {N}.", "the corrected answer is {N}."),
    )
    SAME = _mix(
        ("So, ", "Therefore, "),
        ("the answer is \\boxed{{N}} again.", "{A} {x} {B} = {N} after all.", "it's {N} this time too."),
    )
    FINAL = _mix(
        ("The final answer is ", "So the final answer is ", "Answer: "),
        ("\\boxed{{N}}", "\\boxed{{N}}.", "$\\boxed{{N}}$."),
    )

    def solution(self, t: Telling, work: Work) -> list[str]:
        """Some responses write the first product in columns, the total under the last rule."""
        if t.index or not t.flag("columns", 0.3) or min(term.sign for term in work.terms) < 0:
            return super().solution(t, work)
        grid = "```\n" + t.columns(work) + t.total(work) + "\n```"
        return [self.plan(t, work), self.products(t, work), grid]

    def final(self, t: Telling) -> str:
        close = "\n</think>\n" if "<think>" in self._opening else "\n\n"
        return close + t.r(self.say(t, "FINAL"))

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self._opening = ""

    def first(self, t: Telling) -> str:
        text = super().first(t)
        self._opening = text[:20]
        return text


class MirrorTuned(_Thinker):
    """Tuned on made-up reflections: each doubt in a tag of its own within the thinking, the answer in an output tag."""

    groupings = ("comma", "plain")
    signs = ("×", "*")
    gaps = ("\n\n", "\n")
    part_gaps = ("\n",)

    HMM = ("Wait,", "Hold on,", "Actually,", "Hmm,", "On reflection,", "Oh,")
    OPEN = _mix(
        ("<thinking>\nTo solve {A} {x} {B}, ", "<thinking>\nLet me calculate {A} {x} {B}. To do so, "),
        ("I'll follow these steps:", "I'll break the problem down.", "I'll use partial products."),
    )
    PLAN = _mix(
        ("1. Break {b} down: {F}.", "Step 1: Decompose {b} into {F}.", "First, I rewrite {b} as {F}."),
        ("", " Each part is multiplied by {a}."),
    )
    PART = _mix(("   ", "   - "), ("{L} {x} {R} = {V}", "{L} {x} {R} makes {V}", "multiply {L} by {R}: {V}"))
    DEEP = _mix(("   {L} {x} {R}: ", "   - {L} {x} {R} = ? ", "   for {L} {x} {R}: "), ("{D}", "expand: {D}"))
    OOPS = _mix(
        ("   {L} {x} {R} = {W}", "   - {L} {x} {R} = {W}"),
        (" (wait, that's not right: {V})", ", correction: {V}", "... I miscalculated, it's {V}"),
    )
    FACT = _mix(
        ("   ({d} {x} {e} = {f}", "   (I use {d} {x} {e} = {f}"),
        (", no, {g})\n", ", correction: {g})\n", ", wait, it's {g})\n"),
    )
    FIX = ("{w} (correction: {u})", "{w}, no, {u}", "{w}, wait, {u}", "{w}, or rather {u}")
    ADD = _mix(("2. Add the results: ", "Step 2: Add everything: ", "Then I add these: "), ("{E}", "{E}."))
    COMMIT = _mix(("This gives ", "The result is ", "So the product is "), ("{N}.", "**{N}**.", "{N}, by these steps."))
    DOUBT = _mix(
        ("Let me verify ", "I should double-check ", "I'd better review "),
        ("this result.", "my steps.", "the calculation."),
    )
    LAST = _mix(
        (
            "The last digits {p} and {q} give {pq}, so a {z} at the end",
            "{p} {x} {q} = {pq}, so the result should end in {z}",
        ),
        (", which holds.", ". It does.", ", as in {N}."),
    )
    NINES = _mix(
        ("By casting out nines, {p} {x} {q} gives {z}", "Modulo 9, the factors are {p} and {q}, so the product is {z}"),
        (", and so does {N}: {z}.", ". {N} is {z}. Correct.", ", matching {N}."),
    )
    EST = _mix(
        ("An estimate of {X} {x} {Y} = {Z}", "Rounding to {X} {x} {Y} = {Z}"),
        (" supports {N}.", " shows that {N} is reasonable.", " is close enough to {N}."),
    )
    REPART = _mix(
        ("{L} {x} {R} = {V}", "I recomputed {L} {x} {R} = {V}"),
        (": correct.", ", this is accurate.", ", no error here."),
    )
    READD = _mix(("{S} = {N}", "I added again, {S} = {N}"), (": correct.", ", this is accurate.", ", no error here."))
    BACK = _mix(
        ("{N} ÷ {B} = {A}", "Dividing back gives {N} ÷ {B} = {A}"),
        (": correct.", ", as expected.", ", no error here."),
    )
    OTHER = _mix(
        ("I'll use another method: ", "Using a different breakdown: "),
        ("{a} {x} ({F})", "{b} = {F}, times {a}", "{a} times each of {F}"),
    )
    AGREE = _mix(
        ("This confirms {N}", "The second method also gives {N}", "Again the result is {N}"),
        (".", ", so I'm confident in it."),
    )
    CLASH = _mix(
        ("This method gives {W}, but I had {N}.", "I get {W} here rather than {N}."),
        (" I need to find the error.", " Perhaps the error is in the verification.", " Let me compare."),
    )
    FOUND = _mix(
        (
            "The verification was at fault: {L} {x} {R} is {V}, not {w}.",
            "In verifying I wrote {L} {x} {R} = {w}; it's {V}.",
        ),
        (
            " Then {S} = {N}, so the original result holds.",
            " Corrected, {S} = {N}, the same as before.",
            " So {S} = {N}, in agreement.",
        ),
    )
    WAVER = _mix(
        ("Should I redo the calculation? ", "Is there any error left? "),
        ("No, the result is sound.", "No, I see none that matters.", "No, I'm satisfied."),
    )
    DISOWN = _mix(
        ("I made an error, {P} is incorrect.", "My answer {P} is wrong.", "Looking back, {P} cannot be correct."),
        (" I will start over.", " I need to discard it and recalculate.", " Let me redo it completely."),
    )
    MEND = _mix(
        ("I made an error in {L} {x} {R}: ", "The step {L} {x} {R} was wrong: "),
        ("it's {V}, not {w}.", "I wrote {w}, but it should be {V}.", "{w} should be {V}."),
    )
    RESUM = _mix(
        ("I made an error in the addition: ", "The addition was wrong: "),
        ("{S} = {N}, not {P}.", "{S} is {N} and I wrote {P}.", "{S} comes to {N} instead of {P}."),
    )
    DIFFER = _mix(
        ("The second method gives {N}, but the first gave {P}.", "I now have {N} and not {P}."),
        ("", " They differ by {G}.", " I need to decide between them."),
    )
    WHY_PART = _mix(
        ("", "I need to think. "),
        ("In the first method ", "Originally "),
        ("I had {L} {x} {R} = {w}, which should be {V}.", "I wrote {w} for {L} {x} {R}; the correct value is {V}."),
    )
    WHY_SUM = _mix(
        ("", "I need to think. "),
        ("In the first method ", "Originally "),
        ("I added {S} incorrectly.", "I said that {S} is {P}, which is wrong."),
    )
    WHY_LAST = _mix(
        ("", "I need to think. "),
        ("The result must end in {z}", "The last digit should be {z}"),
        (", but {P} ends in {y}.", ", so {P} fails."),
    )
    WHY_NONE = _mix(
        ("", "I need to think. "),
        ("After reviewing both, ", "It seems that "),
        ("the first contains an error.", "the second is the accurate one.", "I was careless in the first."),
    )
    DECIDE = _mix(
        ("The correct result is therefore {N}", "So I correct my answer to {N}", "I conclude that it's {N}"),
        (".", ", not {P}."),
    )
    FAIL_LAST = _mix(
        ("", "I need to think. "),
        ("{p} {x} {q} = {pq}, so the last digit should be {z}", "The result should end in {z}"),
        (", but {P} ends in {y}.", ", and mine, {P}, does not."),
    )
    FAIL_NINES = _mix(
        ("", "I need to think. "),
        ("Casting out nines calls for {z}", "Modulo 9 the product should be {z}"),
        (", but {P} gives {y}.", ", yet {P} is {y}."),
    )
    FAIL_BACK = _mix(
        ("", "I need to think. "),
        ("{P} ÷ {B} leaves a remainder of {m}", "Dividing back, {P} ÷ {B} = {k} remainder {m}"),
        (".", ", which shows an error."),
    )
    ANEW = _mix(
        ("The corrected result is ", "So the product is now ", "This gives "),
        ("{N}.", "**{N}**.", "{N} instead of {P}."),
    )
    SAME = _mix(
        ("The new calculation gives ", "After starting over, I get "),
        ("{N} again.", "{N} once more.", "{N}, so it's {N} after all."),
    )
    FINAL = _mix(("{A} × {B} = ", "The answer is ", "The product of {A} and {B} is "), ("{N}", "{N}.", "**{N}**"))

    def again(self, t: Telling) -> str:
        return self._reflected(super().again(t))

    def _reflected(self, text: str) -> str:
        return f"\n<reflection>\n{text.strip()}\n</reflection>\n"

    def closing(self, t: Telling) -> str:
        blocks = (self.confirm(t) if t.chance(self.doubts) else []) + ([self.say(t, "WAVER")] if t.chance(0.4) else [])
        return (self._reflected(self.join(blocks)) if blocks else "") + self.final(t)

    def final(self, t: Telling) -> str:
        return "\n</thinking>\n\n<output>\n" + t.r(self.say(t, "FINAL")) + "\n</output>"


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        DistilledThinker(),
        LongWinded(),
        SwitchedThinking(),
        ForcedBudget(),
        DraftTableau(),
        SyntheticSage(),
        ChannelAnalyst(),
        MoonlitPlanner(),
        HeadedThoughts(),
        TinyReward(),
        ZeroFromBase(),
        MirrorTuned(),
    )
}
