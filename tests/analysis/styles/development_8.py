"""Eighteen habits of writing, made without sight of the parser and of the other styles. They measured it once."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work, group


@dataclass(frozen=True)
class Ink:
    """How formulae stand in prose: the delimiters around them, and whether they are LaTeX."""

    left: str = ""
    right: str = ""
    tex: bool = False

    def __call__(self, text: str) -> str:
        return self.left + text + self.right

    def num(self, t: Telling, number: int) -> str:
        return t.m(number) if self.tex else t.n(number)


PLAIN, DOLLAR, PAREN, AIRY = Ink(), Ink("$", "$", True), Ink("\\(", "\\)", True), Ink("\\( ", " \\)", True)


@dataclass(frozen=True)
class Misfit:
    """A quick check that the candidate before does not pass."""

    kind: str
    x: int
    y: int
    want: int
    got: int


def cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def leading(number: int) -> int:
    """The number rounded to its first digit."""
    unit: int = 10 ** (len(str(number)) - 1)
    return round(number / unit) * unit or unit


def misfit(t: Telling) -> Misfit | None:
    found = []
    for kind, base in (("nines", 9), ("elevens", 11), ("last", 10)):
        x, y = t.a % base, t.b % base
        if x * y % base != t.previous % base and x * y % base == t.candidate % base:
            found.append(Misfit(kind, x, y, x * y % base, t.previous % base))
    x, y = leading(t.a), leading(t.b)
    if (x, y) != (t.a, t.b) and x * y not in t.candidates and not 0.7 < t.previous / (x * y) < 1.4:
        found.append(Misfit("size", x, y, x * y, t.previous))
    return t.rng.choice(found) if found else None


def misfit_told(t: Telling, off: Misfit, ink: Ink = PLAIN) -> str:
    """The facts of a failed quick check, without a verdict on the candidate."""
    a, b, was = (ink(ink.num(t, number)) for number in (t.a, t.b, t.previous))
    xy = ink(f"{ink.num(t, off.x)} {t.x} {ink.num(t, off.y)} = {ink.num(t, off.x * off.y)}")
    if off.kind == "nines":
        return t.one(
            f"Casting out nines, {a} gives {off.x} and {b} gives {off.y}, so the product has to give {off.want}, "
            f"but {was} gives {off.got}.",
            f"Mod 9, {a} is {off.x} and {b} is {off.y}, so I expect a remainder of {off.want}; "
            f"{was} leaves {off.got} instead.",
            f"Remainders on division by 9: {off.x} for {a}, {off.y} for {b}, hence {off.want} expected, "
            f"yet {was} leaves {off.got}.",
            f"The digit sums disagree: the factors leave {off.x} and {off.y} modulo 9, which calls for {off.want}, "
            f"while the digits of {was} leave {off.got}.",
        )
    if off.kind == "elevens":
        return t.one(
            f"Modulo 11 the factors are {off.x} and {off.y}, which should give {off.want}, but {was} gives {off.got}.",
            f"With alternating digit sums (mod 11): {a} is {off.x}, {b} is {off.y}, so {off.want} is expected; "
            f"{was} comes to {off.got}.",
            f"Mod 11 I get {off.x} for {a} and {off.y} for {b}, i.e. {off.want} for the product, "
            f"and {was} is {off.got} mod 11.",
        )
    if off.kind == "last":
        return t.one(
            f"The last digits give {xy}, so the product must end in {off.want}, but {was} ends in {off.got}.",
            f"Since {a} ends in {off.x} and {b} ends in {off.y}, the result should end in {off.want}, not {off.got}.",
            f"Looking at the units digit only: {xy}, which means a final {off.want}. {was} has a final {off.got}.",
            f"Units digit: {off.x} times {off.y} ends in {off.want}, whereas {was} ends in {off.got}.",
        )
    size = "small" if off.got < off.want else "large"
    return t.one(
        f"A quick estimate is {xy}, and {was} is far too {size} for that.",
        f"Rounding both factors gives {xy}, so {was} is much too {size}.",
        f"Roughly, {a} is {ink(ink.num(t, off.x))} and {b} is {ink(ink.num(t, off.y))}, so the product should be "
        f"somewhere around {ink(ink.num(t, off.want))}; {was} is way too {size}.",
        f"The order of magnitude looks wrong: {xy}, yet I have {was}.",
    )


def rough(t: Telling) -> tuple[int, int, int] | None:
    """An estimate that is not the problem itself."""
    found = t.estimate()
    if found is None or (found[0], found[1]) == (t.a, t.b) or found[2] in (t.a * t.b, *t.candidates):
        return None
    return found


def line(t: Telling, term: Term, ink: Ink = PLAIN, share: float = 0.5) -> str:
    """A partial product as an equation, sometimes place by place, without delimiters."""
    detail = t.detail(term, share, ink.tex)
    return f"{ink.num(t, term.left)} {t.x} {ink.num(t, term.right)} = {detail or ink.num(t, term.value)}"


def lines(t: Telling, work: Work, ink: Ink = PLAIN, share: float = 0.5) -> list[str]:
    return [line(t, term, ink, share) for term in work.terms]


def adding(t: Telling, work: Work, ink: Ink = PLAIN, whole: float = 0.6) -> list[str]:
    """The sum of the partial products as equations, at once or one by one; the last has the total."""
    if len(work.terms) < 2:
        return []
    if len(work.terms) == 2 or t.chance(whole):
        return [f"{t.sum(work, ink.tex)} = {ink.num(t, work.total)}"]
    return [
        f"{ink.num(t, so_far)} {'+' if sign > 0 else '-'} {ink.num(t, value)} = {ink.num(t, result)}"
        for so_far, sign, value, result in work.steps()
    ]


def verb(work: Work, subtract: str, add: str) -> str:
    return subtract if any(term.sign < 0 for term in work.terms) else add


def stray(t: Telling, work: Work, term: Term) -> int | None:
    """A slip in a partial product that is mended on the way, where it is large enough to be told."""
    return t.near(term.value) if len(work.terms) > 1 and term.value > 30 else None


def culprit(t: Telling, mended: Mended, ink: Ink = PLAIN) -> str:
    """What was wrong in the work before: a partial product or the sum, without delimiters and without values."""
    if mended.place is None:
        return t.sum(mended.work, ink.tex)
    term = mended.work.terms[mended.place]
    return f"{ink.num(t, term.left)} {t.x} {ink.num(t, term.right)}"


def both(t: Telling, ink: Ink = PLAIN) -> str:
    """The problem, in the delimiters of the ink."""
    return ink(f"{ink.num(t, t.a)} {t.x} {ink.num(t, t.b)}")


def equals(t: Telling, ink: Ink = PLAIN) -> str:
    """The problem with the candidate, in the delimiters of the ink."""
    return ink(f"{ink.num(t, t.a)} {t.x} {ink.num(t, t.b)} = {ink.num(t, t.candidate)}")


def listed(t: Telling, items: list[str], ink: Ink = PLAIN) -> str:
    """Items in a sentence."""
    if len(items) == 1:
        return ink(items[0])
    last = t.one(" and ", ", and ", ", then ")
    return ", ".join(ink(item) for item in items[:-1]) + last + ink(items[-1])


def second_way(t: Telling, ink: Ink = PLAIN) -> str:
    """Another way to the same candidate, as facts without a verdict."""
    work = t.other("round")
    parts = listed(t, lines(t, work, ink, 0.1), ink)
    total = ink(ink.num(t, work.total))
    joined = ink(f"{t.sum(work, ink.tex)} = {ink.num(t, work.total)}")
    return t.one(
        f"{parts}; {verb(work, 'the difference', 'together')} {joined}.",
        f"{parts}, {verb(work, 'which leaves', 'which makes')} {total}.",
        f"{parts}. {verb(work, 'Subtracting', 'Adding')}: {joined}.",
        f"with the factors the other way round, {parts}, so {joined}." if work.a == t.b else f"{parts}, so {joined}.",
    )


def confirming(t: Telling, ink: Ink = PLAIN, *kinds: str) -> str:
    """A check that the candidate passes, as facts without a verdict; begins with a capital or a number."""
    a, b, now = (ink(ink.num(t, number)) for number in (t.a, t.b, t.candidate))
    options = []
    nines, last, guess = t.nines(), t.last_digit(), rough(t)
    eleven = (t.a % 11, t.b % 11, t.candidate % 11)
    if nines and "nines" in kinds:
        x, y, z = nines
        options += [
            f"Casting out nines: {a} leaves {x}, {b} leaves {y}, and {x} times {y} leaves {z}. {now} also leaves {z}.",
            f"Mod 9 the factors are {x} and {y}, so the product should be {z}, and {now} is {z} mod 9.",
            f"Digit sums modulo 9: {x} and {y} for the factors, {z} for {now}, which is what {x} times {y} gives.",
        ]
    if eleven[0] * eleven[1] % 11 == eleven[2] and "elevens" in kinds:
        x, y, z = eleven
        options += [
            f"Modulo 11 the factors are {x} and {y}, so {z} is expected, and {now} gives {z}.",
            f"Mod 11: {a} gives {x}, {b} gives {y}, their product {z}; the alternating sum of {now} gives {z} too.",
        ]
    if last and "last" in kinds:
        x, y, z = last
        options += [
            f"The last digit should be that of {x} times {y}, which is {z}, so it ends in {z % 10}. "
            f"And {now} ends in {z % 10}.",
            f"The units digits {x} and {y} give {z}, so a final {z % 10} is right.",
        ]
    if guess and "rough" in kinds:
        x, y, z = guess
        xy = ink(f"{ink.num(t, x)} {t.x} {ink.num(t, y)} = {ink.num(t, z)}")
        options += [
            f"A rough estimate is {xy}, and {now} is close to that.",
            f"Rounding gives {xy}, which is near {now}.",
            f"{xy} is the ballpark, and {now} sits comfortably in it.",
        ]
    if "inverse" in kinds and t.chance(0.6):
        sign = "\\div" if ink.tex else t.one("÷", "/")
        options += [
            f"Dividing back, {ink(f'{ink.num(t, t.candidate)} {sign} {ink.num(t, t.a)} = {ink.num(t, t.b)}')}.",
            f"{ink(f'{ink.num(t, t.candidate)} {sign} {ink.num(t, t.b)} = {ink.num(t, t.a)}')} with no remainder.",
        ]
    if not options or ("second" in kinds and t.chance(0.4)):
        return cap(second_way(t, ink))
    return t.rng.choice(options)


ALL_CHECKS = ("nines", "elevens", "last", "rough", "inverse", "second")


def aside(t: Telling) -> str:
    """A remark about the numbers that is no step and no candidate; may be empty."""
    small, big = min(t.a, t.b), max(t.a, t.b)
    lo = 10 ** (len(str(t.a)) - 1) * 10 ** (len(str(t.b)) - 1)
    options = [
        f"{t.n(t.a)} has {len(str(t.a))} digit{'s' * (t.a > 9)} and {t.n(t.b)} has {len(str(t.b))}.",
        f"The product has {len(str(lo))} or {len(str(lo)) + 1} digits." if lo > 1 else "Both are single digits.",
        f"Both numbers are {'odd' if t.a % 2 else 'even'}."
        if t.a % 2 == t.b % 2
        else f"{t.n(t.a if t.a % 2 == 0 else t.b)} is even, so the product is even too.",
    ]
    found = rough(t)
    if found:
        options += [
            f"As a rough guide, {t.n(found[0])} {t.x} {t.n(found[1])} is {t.n(found[2])}.",
            f"I expect something in the region of {t.n(found[2])}.",
        ]
    if small > 3 and big > 20 and lo not in t.candidates:
        options.append(f"It is certainly more than {t.n(lo)}.")
    return t.one(*options)


def rows(t: Telling) -> Work:
    """Long multiplication: one row for each digit of the second factor that is not zero, lowest first."""
    work = t.solve("low")
    if sum(digit != "0" for digit in str(work.b)) == 1:
        t.work = work = Work(work.a, work.b, "low", (Term(work.a, work.b, work.total),), work.total)
    return work


class Scrivener(Style):
    """A habit that tells revisions in four ways: mending a step, a check that differs, a quick check, starting over."""

    ways: ClassVar[dict[str, float]] = {"mend": 3, "check": 3, "quick": 2, "redo": 3}

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        if way == "mend":
            mended = t.mend()
            if mended:
                return self.mended(t, mended)
        if way == "quick":
            off = misfit(t)
            if off:
                return self.misfitting(t, off)
        if way == "check":
            return self.checked(t)
        return self.redone(t)

    @abstractmethod
    def mended(self, t: Telling, mended: Mended) -> str:
        """One thing of the work before is corrected; the new total is committed."""

    @abstractmethod
    def misfitting(self, t: Telling, off: Misfit) -> str:
        """A quick check shows that the candidate is wrong; a new solution follows."""

    @abstractmethod
    def checked(self, t: Telling) -> str:
        """A second way gives another candidate, which replaces the first."""

    @abstractmethod
    def redone(self, t: Telling) -> str:
        """The candidate is disowned without a new fact; a new solution follows, perhaps to the same candidate."""


class QwenMathBox(Scrivener):
    """Instruct models for mathematics: displayed formulae, numbered steps, the answer in a box."""

    ways: ClassVar[dict[str, float]] = {"mend": 3, "check": 3, "quick": 1.5, "redo": 3}

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths = t.one("plain", "plain", "plain", "latex", "comma")
        t.x = t.one("\\times", "\\times", "\\times", "\\cdot")

    def ink(self, t: Telling) -> Ink:
        if t.flag("dollar", 0.35):
            return DOLLAR
        return AIRY if t.flag("airy", 0.6) else PAREN

    def shown(self, t: Telling, text: str, indent: str = "") -> str:
        if t.flag("one-line", 0.5):
            return f"\n{indent}\\[ {text} \\]\n"
        if t.flag("double-dollar", 0.2):
            return f"\n{indent}$$\n{indent}{text}\n{indent}$$\n"
        return f"\n{indent}\\[\n{indent}{text}\n{indent}\\]\n"

    def solution(self, t: Telling, work: Work) -> str:
        ink = self.ink(t)
        ab = f"{t.m(work.a)} {t.x} {t.m(work.b)}"
        if work.method == "area" and len({(term.left, term.right) for term in work.terms}) < len(work.terms):
            work = t.solve("chunks")
        if work.method == "area":
            top = " + ".join(t.m(part) for part in dict.fromkeys(term.left for term in work.terms))
            low = " + ".join(t.m(part) for part in dict.fromkeys(term.right for term in work.terms))
            text = t.one("We write both factors as sums:", "Expanding both numbers by place value:")
            text += self.shown(t, f"{ab} = ({top})({low})")
            text += t.one("Multiplying each pair of terms gives:", "Now we compute all the products:")
            text += "".join(self.shown(t, eq) for eq in lines(t, work, ink, 0.0))
            text += t.one("Adding everything together:", "Finally, we add these values:")
            return text + "".join(self.shown(t, eq) for eq in adding(t, work, ink, 0.8))
        how = t.one("list", "list", "prose", "chain")
        joining = verb(work, "subtract", "add")
        if how == "list":
            text = ""
            for place, term in enumerate(work.terms, start=1):
                text += f"{place}. " + t.one(
                    f"Multiply {ink(t.m(term.left))} by {ink(t.m(term.right))}:",
                    f"**Multiply {t.n(term.left)} by {t.n(term.right)}:**",
                    f"Calculate {ink(f'{t.m(term.left)} {t.x} {t.m(term.right)}')}:",
                )
                text += self.shown(t, line(t, term, ink), "   ") + "\n"
            sums = adding(t, work, ink)
            text += f"{len(work.terms) + 1}. " + t.one(
                f"{cap(joining)} the results:", f"**{cap(joining)} the partial products:**", f"Now {joining} these:"
            )
            return text + "".join(self.shown(t, eq, "   ") for eq in sums)
        if how == "chain":
            split_up = f"{t.m(work.a)} {t.x} ({t.factor(work, True)})"
            apart = " ".join(
                f"{'' if not place else '+' if term.sign > 0 else '-'} {t.m(term.left)} {t.x} {t.m(term.right)}"
                for place, term in enumerate(work.terms)
            ).strip()
            chain = f"{ab} = {split_up} = {apart} = {t.sum(work, True)} = {t.m(work.total)}"
            return t.one("Using the distributive property,", "We have", "Writing this out:") + self.shown(t, chain)
        text = t.one("First, we express", "We can write", "Start by rewriting") + f" {ink(t.m(work.b))} as "
        text += ink(t.factor(work, True)) + t.one(". Then:", ", so that", ":")
        text += self.shown(t, f"{ab} = {t.m(work.a)} {t.x} ({t.factor(work, True)})")
        text += t.one(
            "Next, we calculate each product separately:", "Now we distribute:", "The individual products are:"
        )
        text += "".join(self.shown(t, eq) for eq in lines(t, work, ink))
        text += t.one(f"Now, we {joining} the results:", f"Finally, we {joining} these products:", "Combining these:")
        return text + "".join(self.shown(t, eq) for eq in adding(t, work, ink))

    def boxing(self, t: Telling) -> str:
        ink, ab = self.ink(t), both(t, self.ink(t))
        box = t.boxed()
        text = t.one(
            f"Therefore, the product of {ink(t.m(t.a))} and {ink(t.m(t.b))} is {ink(box)}.",
            f"So, the final answer is:{self.shown(t, box)}",
            f"Thus, {ab} is {ink(box)}.",
            f"Therefore, {ink(f'{t.m(t.a)} {t.x} {t.m(t.b)} = {box}')}.",
            f"The final answer is {ink(box)}.",
            f"Hence, the result of {ab} is {ink(box)}.",
            f"Thus, the value of {ab} is:{self.shown(t, box)}",
            f"So the answer is {ink(box)}.",
        )
        return "\n" + t.c(text) + "\n\n"

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks", "round", "area")
        text = t.one(
            f"To calculate {both(t, self.ink(t))}, we can ",
            f"To find the product of {self.ink(t)(t.m(t.a))} and {self.ink(t)(t.m(t.b))}, we will ",
            f"To solve the multiplication problem {both(t, self.ink(t))}, we ",
            f"Let's calculate {both(t, self.ink(t))} step by step. We can ",
        )
        text += t.one(
            "break the problem down into smaller, more manageable steps",
            "use the distributive property of multiplication over addition",
            "break it down into simpler multiplications",
            "multiply by parts and combine the results",
            "follow the steps of long multiplication",
        )
        text += t.one(". Here is the step-by-step process:\n\n", ".\n\n", ":\n\n", ". Let's go through it:\n\n")
        return text + self.solution(t, work) + self.boxing(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        ink = self.ink(t)
        wrong = ink(culprit(t, mended, ink))
        was, now = ink(t.m(mended.was)), ink(t.m(mended.now))
        text = t.one(
            "However, upon reviewing the steps, I noticed an error. ",
            "Upon re-evaluating the steps, there is a mistake above. ",
            "Let's recheck the calculation. There is an error in the steps. ",
            "Wait, one of the steps above is not correct. ",
            "On closer inspection, the calculation contains a mistake. ",
        )
        text += t.one(
            f"The value of {wrong} was given as {was}, but it should be {now}.",
            f"The correct value of {wrong} is {now}, not {was}.",
            f"We have {wrong}, which equals {now} instead of {was}.",
        )
        if mended.place is not None:
            text += t.one(" Redoing the final step with this:\n", " Therefore the sum becomes:\n", " Hence:\n")
            text += "".join(self.shown(t, eq) for eq in adding(t, mended.work, ink, 0.9))
        return text + "\n" + self.boxing(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Let's verify the result. ", "To check the answer: ", "We should verify this quickly. ")
        text += misfit_told(t, off, self.ink(t)) + " "
        text += t.one(
            "This means that the result above is incorrect. Let's recalculate:\n\n",
            "So the answer above cannot be correct. We redo the calculation:\n\n",
            "Therefore there must be an error, and we need to compute the product again.\n\n",
            "The previous answer is wrong. Let's correct it:\n\n",
        )
        return text + self.solution(t, t.solve("high", "chunks", "round", "swapped")) + self.boxing(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "To ensure accuracy, let's verify the result using another approach:\n\n",
            "Let's double-check the multiplication in a different way.\n\n",
            "We can verify this by splitting the other factor:\n\n",
            "Verification with an alternative decomposition:\n\n",
        )
        text += self.solution(t, t.other("round"))
        text += "\n" + t.one(
            f"This does not match the earlier result of {self.ink(t)(t.m(t.previous))}, which was incorrect.",
            f"The two results differ; the first one, {self.ink(t)(t.m(t.previous))}, contains an error.",
            "This differs from the value found above, so the initial calculation had an error.",
            "The verification gives another value, and the verification is the correct one.",
        )
        return text + "\n" + self.boxing(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "However, this result is incorrect. Let's re-evaluate the multiplication step by step:\n\n",
            "Upon reviewing, I realize that the calculation above is wrong. Let's redo it carefully:\n\n",
            "It appears there was a mistake in the calculation above. Let's start over:\n\n",
            "Apologies, the answer above is not right. Let's perform the multiplication again:\n\n",
            "The above answer is not correct. The correct computation is as follows:\n\n",
            "I made an error in the multiplication above, so this answer must be discarded. Let's recompute:\n\n",
        )
        return text + self.solution(t, t.solve("high", "low", "chunks", "swapped", "area")) + self.boxing(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.55):
            return ""
        ink = self.ink(t)
        if t.chance(0.25):
            text = t.one(
                "To double-check, let's compute the product in another way:\n\n",
                "We can verify this result with a different decomposition:\n\n",
                "**Verification:**\n\n",
            )
            text += self.solution(t, t.other("round")) + "\n"
            return text + t.r(
                t.one(
                    f"This matches the result above, so the answer is indeed {ink(t.boxed())}.",
                    f"Both methods give {ink(t.m(t.candidate))}, which confirms the answer.",
                    "The results agree, so our calculation is correct.",
                )
            )
        text = t.one("Let's verify this. ", "To verify: ", "We can check the result. ", "As a sanity check, note that ")
        if text.endswith("that "):
            text = "As a sanity check: "
        text += confirming(t, ink, *ALL_CHECKS) + " "
        text += t.one(
            "This confirms the result.",
            "The result is consistent.",
            "Both agree, so the answer is correct.",
            "Hence, the calculation is verified.",
        )
        if t.chance(0.5):
            text += "\n\n" + t.r(f"The final answer is {ink(t.boxed())}.")
        return text


class DistillMonologue(Scrivener):
    """Distilled reasoners: a long first-person monologue in think tags, then a tidy solution."""

    ways: ClassVar[dict[str, float]] = {"mend": 3, "check": 4, "quick": 2, "redo": 2.5}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "*", "×", "times", "multiplied by")

    def sums(self, t: Telling, work: Work) -> str:
        text = ""
        for place, term in enumerate(work.terms):
            start = t.one("First, ", "Let me do ", "So ", "Starting with ") if not place else ""
            start = start or t.one("Then ", "Next, ", "And ", "Now ", "Okay, and ", "After that, ")
            text += start + line(t, term, share=0.7) + t.one(". ", ". ", ". Got that. ", ", okay. ", ". Right. ")
            wrong = stray(t, work, term) if t.chance(0.08) else None
            if wrong:
                eq = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
                text += t.one(
                    f"Let me recheck {eq}: would it be {t.n(wrong)}? No, it's {t.n(term.value)}. ",
                    f"Hmm, shouldn't {eq} be {t.n(wrong)}? No wait, {t.n(term.value)} is right. ",
                    f"For a second I thought {eq} was {t.n(wrong)}, but it's {t.n(term.value)}. ",
                )
        sums = adding(t, work, whole=0.4)
        text += t.one("Now, ", "Alright, ", "So now ", "")
        text += verb(
            work, t.one("subtracting: ", "take the second from the first: "), t.one("adding up: ", "the sum: ")
        )
        return text + t.one(", then ", "; then ", ". Then ").join(sums) + ". "

    def believed(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So {t.ab} should be {now}.",
                    f"So that gives me {now} as the product.",
                    f"Therefore, {t.ab} = {now}.",
                    f"So the answer would be {now}.",
                    f"Okay, so I get {now} for {t.ab}.",
                    f"That means the product is {now}.",
                    f"So, {t.ab} equals {now}, if I did that right.",
                    f"Putting it together, {t.ab} is {now}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one("<think>\n", "<think>\n", "<think>", "")
        t.flag("tagged", 1.0 if text else 0.0)
        text += t.one(
            "Okay, so I need to ", "Alright, I have to ", "Hmm, I need to ", "First, I need to ", "So, I'm to "
        )
        text += t.one("figure out what ", "calculate ", "find ", "work out ") + t.ab
        text += t.one(" is. ", ". ") if text.endswith("what " + t.ab) else ". "
        text += t.one(
            "Let me think about how to do this. ",
            "I remember that multiplying big numbers is easier if I break one of them up. ",
            "I could do it with the usual column method, but maybe splitting is easier. ",
            "The user wants me to think step by step, so let me go slowly. ",
            "Let me recall the distributive property, a times (b + c) equals a times b plus a times c. ",
            "",
        )
        text += (aside(t) + " " if t.chance(0.4) else "") + "\n\n"
        work = t.solve("high", "low", "chunks", "round", "swapped")
        text += t.one("So ", "Okay, ", "Let me see, ", "Alright. ") + t.one(
            f"{t.n(work.b)} is {t.factor(work)}. ", f"I can break {t.n(work.b)} into {t.factor(work)}. "
        )
        return text + "\n\n" + self.sums(t, work) + "\n\n" + self.believed(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong = culprit(t, mended)
        text = t.one("Wait, ", "Hold on, ", "Hmm, wait, ", "Hmm, ", "But wait, ", "Actually, ")
        text += t.one(
            f"is {wrong} really {t.n(mended.was)}? Let me see... No, it's {t.n(mended.now)}. ",
            f"let me check {wrong} again. That's {t.n(mended.now)}, not {t.n(mended.was)}. I made a mistake there. ",
            f"I think I messed up {wrong}. I wrote {t.n(mended.was)} but it should be {t.n(mended.now)}. ",
        )
        if mended.place is not None:
            text += t.one("So the total changes: ", "Then I have to redo the sum: ", "With that, ")
            text += ", then ".join(adding(t, mended.work)) + ". "
        return cap(text) + self.believed(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Let me make sure this is plausible. ", "Wait, quick sanity check. ", "Hmm, let me check that. ")
        text += misfit_told(t, off) + " "
        text += t.one(
            "So something went wrong. ",
            "That can't be right then. I must have messed up somewhere. ",
            "Uh-oh, so my answer is off. ",
            "That's a contradiction, so I need to redo this. ",
        )
        text += t.one("Let me try again.\n\n", "Let me start from the beginning.\n\n", "Okay, once more.\n\n")
        return text + self.sums(t, t.solve("high", "chunks", "low")) + self.believed(t)

    def checked(self, t: Telling) -> str:
        work = t.other("round")
        text = t.one(
            "Wait, let me verify this another way. ",
            "But let me double-check by breaking it up differently. ",
            "Alternatively, I could do it in another way to check. ",
            "Just to be sure, let me try a different method. ",
        )
        text += t.one(f"Using {t.n(work.b)} = {t.factor(work)}: ", f"Take {t.n(work.b)} as {t.factor(work)}. ")
        text += self.sums(t, work)
        text += t.one(
            f"Hmm, that's different from {t.n(t.previous)}. So I must have made an error the first time. ",
            f"That doesn't match what I got before, {t.n(t.previous)}. Which one is right? Going over the first one "
            "again, I see that I slipped there. The second one looks right. ",
            f"Wait, now I have another number. Earlier I had {t.n(t.previous)}, but this time I was more careful, so "
            "the earlier one must be wrong. ",
        )
        return text + self.believed(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Wait, no, that's not right. Let me start over. ",
            "Hmm, that doesn't seem right. I think I made a mistake somewhere, so scrap that. ",
            "No, hold on. I don't think that's correct. I'll throw that away and begin again. ",
            "Wait, I confused myself there. That answer is wrong. Let me do it properly. ",
            "Hmm, actually no. I lost a digit somewhere, I can't use that result. Let me redo it from scratch. ",
        )
        work = t.solve("high", "chunks", "low", "swapped")
        text += t.one(f"{t.n(work.b)} = {t.factor(work)}. ", f"Split {t.n(work.b)}: {t.factor(work)}. ", "")
        return text + "\n\n" + self.sums(t, work) + self.believed(t)

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 0, 1, 1, 2])):
            text += t.one(
                "Let me double-check. ", "Wait, let me verify that. ", "But just to be safe, let me check. ", "Hmm. "
            )
            text += confirming(t, PLAIN, *ALL_CHECKS) + " "
            text += t.one(
                "Yep, that matches.",
                "Okay, so that works out.",
                "Great, same result.",
                "So I'm pretty confident.",
                "Good, that checks out.",
            )
            text += "\n\n"
        if t.chance(0.2):
            text += t.one(
                "Let me verify this by splitting the other number. ",
                "Just to make sure, I'll do it in another way. ",
                "Wait, maybe I should confirm with a second method. ",
            )
            text += self.sums(t, t.other("round"))
            text += t.one("Same as before. ", "That's the same result. ", "Okay, it agrees with what I had. ")
            text += t.one("So it's correct.\n\n", "Great.\n\n", "So no mistakes there.\n\n")
        if t.chance(0.25):
            text += t.one(
                "I could try yet another method, but I think this is right.\n\n",
                "Did I forget a zero anywhere? I don't think so.\n\n",
                "Is there anything I missed? No, I think it's fine.\n\n",
            )
        text += t.r(t.one(f"So the answer is {t.n(t.candidate)}.", f"Yes, {t.n(t.candidate)}.", ""))
        if not t.flag("tagged", 0.0):
            return text
        text = text.rstrip() + "\n</think>\n\n"
        t.maths, t.x = t.one("plain", "comma", "latex"), "\\times"
        ink = t.rng.choice([DOLLAR, PAREN, AIRY])
        work = t.work
        if t.chance(0.7):
            text += t.one("To calculate ", "To find ", "Let's compute ") + both(t, ink)
            text += t.one(", break it down:\n\n", " step by step:\n\n", ", follow these steps:\n\n")
            for place, eq in enumerate(lines(t, work, ink, 0.2), start=1):
                text += t.one(f"{place}. ", f"**Step {place}:** ") + ink(eq) + "\n\n"
            for eq in adding(t, work, ink, 0.8):
                text += t.one("**Combine:** ", "Finally: ", "") + ink(eq) + "\n\n"
        return text + t.r(
            t.one(
                f"**Answer:** {ink(t.boxed())}",
                f"**Final Answer**\n\\[\n{t.boxed()}\n\\]",
                f"So, {equals(t, ink)}.",
                f"**{group(t.candidate, 'comma')}**",
                f"The product is {ink(t.boxed())}.",
                f"Therefore, the final answer is {ink(t.boxed())}.",
            )
        )


class ClaudeOutline(Scrivener):
    """A careful assistant: short headed sections, bold result, ticks at checks, frank corrections."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "×", "*", "·")

    def solution(self, t: Telling, work: Work) -> str:
        how = t.one("steps", "steps", "bullets", "fence")
        text = ""
        if t.chance(0.7):
            text += t.one(
                f"**Break up {t.n(work.b)}:** {t.factor(work)}\n\n",
                f"I'll split {t.n(work.b)} into {t.factor(work)}.\n\n",
                f"{t.n(work.b)} = {t.factor(work)}, so I can multiply {t.n(work.a)} by each piece.\n\n",
            )
        if how == "fence":
            return text + "```\n" + "\n".join([*lines(t, work), *adding(t, work)]) + "\n```\n\n"
        for place, eq in enumerate(lines(t, work), start=1):
            text += (f"**Step {place}:** {eq}\n\n") if how == "steps" else f"- {eq}\n"
        text += "\n" if how == "bullets" else ""
        word = verb(work, t.one("Subtract", "Take the difference"), t.one("Add", "Sum", "Combine"))
        text += f"**Step {len(work.terms) + 1}:** {word}\n" if how == "steps" else f"{word}:\n"
        return text + "\n".join(f"- {eq}" for eq in adding(t, work)) + "\n\n"

    def result(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**{t.ab} = {now}**",
                    f"So {t.ab} = **{now}**.",
                    f"**Answer: {now}**",
                    f"The answer is **{now}**.",
                    f"## Answer\n\n**{now}**",
                    f"So the product is **{now}**.",
                    f"Therefore, **{t.ab} = {now}**.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"# {t.ab}\n\n",
            f"# Calculating {t.ab}\n\n",
            f"I'll work through {t.ab} step by step.\n\n",
            f"Let me calculate {t.ab} by breaking it into easier parts.\n\n",
            f"I'll multiply {t.ab} using the distributive property.\n\n",
            f"## {t.ab}, step by step\n\n",
            "Let me work through this carefully.\n\n",
        )
        return text + self.solution(t, t.solve("high", "low", "chunks", "round")) + self.result(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one(
            f"Wait, I need to correct something: {wrong} is {now}, not {was}.",
            f"Let me double-check {wrong}. Actually, that's {now}; I wrote {was} above, which is an error.",
            f"Actually, I made an arithmetic error above. {cap(wrong)} = {now}, rather than {was}.",
            f"Looking back over my work, I see a mistake: I had {was} for {wrong}, but the right value is {now}.",
            f"I want to flag a mistake in the steps above. I computed {wrong} as {was}; it should be {now}.",
        )
        if mended.place is not None:
            text += t.one(" Redoing the last step:\n\n", " Corrected total:\n\n", " So:\n\n")
            text += "\n".join(f"- {eq}" for eq in adding(t, mended.work, whole=0.9))
        return text + "\n\n" + self.result(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("**Quick check:** ", "Let me sanity-check this. ", "## Check\n\n", "Before moving on, a check: ")
        text += misfit_told(t, off) + " "
        text += t.one(
            "So that answer is wrong. Let me redo it.",
            "That tells me I made an error. Let me recalculate.",
            "✗ Something is off, so I'll compute it again.",
            "My result fails this check, so I can't stand by it. Starting again:",
        )
        return text + "\n\n" + self.solution(t, t.solve("high", "chunks", "swapped")) + self.result(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "**Verification** using a different split:\n\n",
            "Let me verify this a second way.\n\n",
            "I'll double-check with another approach:\n\n",
            "## Verifying\n\n",
        )
        text += self.solution(t, t.other("round"))
        text += t.one(
            f"This doesn't agree with {t.n(t.previous)}, so I made an error in my first calculation. ",
            f"That's not {t.n(t.previous)}. Rechecking both, the mistake was in the first pass. ",
            f"These don't match: I had {t.n(t.previous)} before, and that was wrong. ",
        )
        return text + t.one("The correct result:\n\n", "Corrected:\n\n", "") + self.result(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Wait, I don't think that's right. Let me redo this more carefully.\n\n",
            "Actually, I made an error there. Please disregard that answer; let me recalculate.\n\n",
            "Hmm, I'm not happy with that result, I think I slipped up. Let me start fresh.\n\n",
            "I need to correct myself: the calculation above is wrong. Let me try again.\n\n",
            "I apologize, that answer is incorrect. Here's a more careful calculation:\n\n",
            "Hold on, that's wrong. Starting over:\n\n",
        )
        return text + self.solution(t, t.solve("high", "chunks", "swapped", "low")) + self.result(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.45):
            return t.one("", "", "Let me know if you'd like to see another method.")
        if t.chance(0.25):
            text = t.one(
                "## Verification\n\n", "Let me double-check with a different split.\n\n", "**Second method:**\n\n"
            )
            text += self.solution(t, t.other("round"))
            return text + t.one(
                "Both approaches agree. ✓",
                "Same result, so I'm confident in the answer.",
                t.r(f"This confirms **{t.n(t.candidate)}**."),
                "That matches the result above.",
            )
        text = t.one("**Check:** ", "**Verification:** ", "Quick sanity check: ", "To double-check: ", "*Check:* ")
        text += confirming(t, PLAIN, *ALL_CHECKS)
        return text + t.one(" ✓", " ✓", " ✅", " This matches.", " So the result holds up.", " Good.")


class GemmaThreeList(Scrivener):
    """Small open chat models with indented lists, code blocks for columns and a bold last line."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", "comma")
        t.x = t.one("*", "*", "×", "x")

    def solution(self, t: Telling, work: Work) -> str:
        text = ""
        for place, term in enumerate(work.terms, start=1):
            digit = str(term.right).rstrip("0")
            title = t.one(
                f"Multiply {t.n(work.a)} by {t.n(term.right)}:",
                f"Multiply {t.n(term.left)} and {t.n(term.right)}:",
                f"Multiply {t.n(work.a)} by the {digit}"
                + {1: " (ones place)", 2: " (tens place)", 3: " (hundreds place)"}.get(len(str(term.right)), "")
                + ":",
            )
            text += f"{place}.  **{title}**\n    * {line(t, term)}\n"
            if t.chance(0.15):
                text += "    * " + t.one("Remember the place value here.", "(Don't forget the zeros.)") + "\n"
            text += "\n"
        text += f"{len(work.terms) + 1}.  **{verb(work, 'Subtract:', 'Add the results together:')}**\n"
        if all(term.sign > 0 for term in work.terms) and t.flag("fenced", 0.4):
            wide = max(len(str(number)) for number in [work.total, *(term.value for term in work.terms)]) + 2
            values = [str(term.value).rjust(wide) for term in work.terms]
            values[-1] = "+" + values[-1][1:]
            return text + "\n```\n" + "\n".join([*values, "-" * wide, str(work.total).rjust(wide)]) + "\n```\n\n"
        return text + "".join(f"    * {eq}\n" for eq in adding(t, work)) + "\n"

    def result(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**Therefore, {t.ab} = {now}**",
                    f"So, {t.ab} = **{now}**",
                    f"Therefore, the answer is **{now}**.",
                    f"**Answer:** {now}",
                    f"**So the final answer is {now}.**",
                    f"Therefore, {t.ab} equals {now}.",
                    f"**{t.ab} = {now}**",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"Okay, let's calculate {t.ab} step-by-step:\n\n",
            f"Okay, let's break down the multiplication of {t.ab}:\n\n",
            f"Let's calculate {t.ab} step by step:\n\n",
            "Here's how to solve the multiplication step-by-step:\n\n",
            f"Alright, let's tackle {t.ab} together!\n\n",
            f"Let's break down how to calculate {t.ab}:\n\n",
        )
        return text + self.solution(t, t.solve("low", "low", "high", "chunks")) + self.result(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one("**Correction:** ", "**Important Note:** ", "Oops! ", "My apologies! ", "Wait a minute... ")
        text += t.one(
            f"There was a mistake in the calculation of {wrong}. It is {now}, not {was}.",
            f"I made a small error: {wrong} = {now} (I had written {was}).",
            f"Let's fix a step. {cap(wrong)} should be {now} instead of {was}.",
        )
        if mended.place is not None:
            text += "\n\n" + t.one("Adding again" if not verb(mended.work, "-", "") else "Again", "New total") + ":\n\n"
            text += "".join(f"* {eq}\n" for eq in adding(t, mended.work, whole=0.9))
        return text + "\n\n" + self.result(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("**Let's check our answer:**\n\n", "Let's quickly check if it makes sense. ", "**Check:** ")
        text += misfit_told(t, off) + " "
        text += t.one(
            "So our answer isn't correct. Let's try again!",
            "Oh no, that means there is a mistake! Let's redo it carefully:",
            "That doesn't work out, so we have to calculate again:",
        )
        return text + "\n\n" + self.solution(t, t.solve("low", "high", "swapped")) + self.result(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "**Let's double-check using a different way:**\n\n",
            "Let's verify this using another method:\n\n",
            "**Verification (Alternative Method):**\n\n",
        )
        text += self.solution(t, t.other("round"))
        text += t.one(
            "**Note:** The first calculation contained an error! The second result is the correct one.\n\n",
            f"This is different from our first answer ({t.n(t.previous)}), which was wrong.\n\n",
            f"So {t.n(t.previous)} was incorrect. I apologize for the confusion.\n\n",
        )
        return text + self.result(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "I apologize for the error in my calculation! That is not correct. Let's do it again:\n\n",
            "Oops! I made a mistake. That answer is wrong. Here's the corrected calculation:\n\n",
            "**Wait, let's start over!** The answer above isn't right.\n\n",
            "My apologies, I made an error in the steps above. Let's redo the whole thing:\n\n",
            "**Corrected Solution:**\n\nThe result above is wrong, so we go through it once more.\n\n",
        )
        return text + self.solution(t, t.solve("low", "high", "swapped", "chunks")) + self.result(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.35):
            text += t.one("**Let's check:** ", "You can check this: ", "**Verification:** ")
            text += confirming(t, PLAIN, "rough", "last", "inverse", "second") + " "
            text += t.one("It matches!", "That's correct!", "So our answer makes sense.", "👍") + "\n\n"
        if t.chance(0.3):
            text += t.r(f"Final Answer: The final answer is $\\boxed{{{t.m(t.candidate)}}}$") + "\n\n"
        return text + t.one(
            "",
            "",
            "Would you like to try another multiplication problem?",
            "Do you want me to explain any of these steps in more detail?",
            "Let me know if you have any other questions!",
        )


class TinyLlamaSteps(Scrivener):
    """Small instruct models: plain numbered steps, flat repairs, stock endings."""

    ends = ("", "", "", "\n", " ")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "x", "×", "*")

    def solution(self, t: Telling, work: Work) -> str:
        sep = t.one(": ", ". ", " - ", ":\n")
        head = t.one("Step {}", "Step {}", "{}", "## Step {}")
        text = ""
        for place, term in enumerate(work.terms, start=1):
            text += head.format(place) + sep
            text += t.one(
                f"Multiply {t.n(term.left)} by {t.n(term.right)}.\n",
                f"First, multiply {t.n(term.left)} by {t.n(term.right)}.\n"
                if place == 1
                else f"Then multiply {t.n(term.left)} by {t.n(term.right)}.\n",
                f"Multiply the number {t.n(term.left)} with {t.n(term.right)}\n",
            )
            text += line(t, term, share=0.2) + "\n\n"
        text += head.format(len(work.terms) + 1) + sep
        text += verb(work, "Subtract the second result from the first.", t.one("Add the results.", "Add them all up."))
        return text + "\n" + "\n".join(adding(t, work)) + "\n\n"

    def result(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"The final answer is: $\\boxed{{{now}}}$",
                    f"The final answer is {now}.",
                    f"So, {t.ab} = {now}.",
                    f"Therefore, {t.ab} = {now}.",
                    f"So the answer is {now}.",
                    f"The result of {t.ab} is {now}.",
                    f"Therefore the product of {t.n(t.a)} and {t.n(t.b)} is {now}.",
                    f"The answer is {now}",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"To calculate {t.ab}, we need to follow these steps:\n\n",
            f"To calculate {t.ab}, we will multiply the numbers step by step.\n\n",
            f"To find the result of {t.ab}, I'll break it down:\n\n",
            "Here are the steps to solve the problem:\n\n",
            f"To solve {t.ab}, we can use the following steps.\n\n",
            "",
        )
        return text + self.solution(t, t.solve("high", "low", "chunks")) + self.result(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one(
            f"However, I made a mistake. {wrong} is not {was}, it is {now}.",
            f"But wait, {wrong} = {now}, not {was}. So the answer above is wrong.",
            f"I made an error in one of the steps. {wrong} = {now} and not {was}.",
            f"Correction: {wrong} = {now}.",
        )
        if mended.place is not None:
            text += "\n" + "\n".join(adding(t, mended.work, whole=0.9))
        return text + "\n\n" + self.result(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Now check the answer. ", "Let's check this. ", "Checking: ") + misfit_told(t, off) + " "
        text += t.one("The answer is not correct. ", "This is wrong. ", "So there is a mistake. ")
        return text + "Let's try again.\n\n" + self.solution(t, t.solve("high", "low", "swapped")) + self.result(t)

    def checked(self, t: Telling) -> str:
        text = t.one("To check, we can do it in another way.\n\n", "Let's verify the answer by a second method.\n\n")
        text += self.solution(t, t.other())
        text += t.one(
            f"This is not equal to {t.n(t.previous)}. The first answer was wrong.\n\n",
            "The answers are different. The first one is incorrect.\n\n",
            f"So {t.n(t.previous)} is incorrect and must be replaced.\n\n",
        )
        return text + self.result(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "However, this is not the correct answer. Let's recalculate.\n\n",
            "I made a mistake. Let me redo the calculation.\n\n",
            "Wait, that is wrong. Let's do it again.\n\n",
            "Sorry, the above answer is incorrect. Here is the correct solution:\n\n",
            "I apologize for the mistake in my previous answer. The steps should be:\n\n",
            "But this answer is wrong. The correct steps are:\n\n",
        )
        return text + self.solution(t, t.solve("high", "low", "chunks", "swapped")) + self.result(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25):
            text += t.one("Check: ", "To verify, ") + confirming(t, PLAIN, "last", "inverse", "second") + " "
            text += t.one("So the answer is correct.", "It is the same.", "Correct.") + "\n\n"
        return text + t.one(
            "",
            "",
            "",
            "I hope this helps!",
            t.r(f"Answer: {t.n(t.candidate)}"),
            t.r(f"So the final answer is {t.n(t.candidate)}."),
        )

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.004)


class BegunThought(Scrivener):
    """Long thoughts between begin and end markers, paragraph by paragraph, then a solution."""

    ways: ClassVar[dict[str, float]] = {"mend": 2, "check": 4, "quick": 2, "redo": 3}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "latex")
        t.x = t.one("×", "*", "times")

    def working(self, t: Telling, work: Work) -> str:
        paragraphs = []
        if len(work.terms) > 1 and t.chance(0.8):
            paragraphs.append(
                t.one(
                    f"{t.n(work.b)} can be seen as {t.factor(work)}.",
                    f"Let me break down {t.n(work.b)}: it's {t.factor(work)}.",
                    f"I'll decompose {t.n(work.b)} into {t.factor(work)}.",
                )
            )
        for place, term in enumerate(work.terms):
            paragraphs.append(
                t.one("First up, ", "To begin, ", "Let me compute ")
                + f"{t.n(term.left)} {t.x} {t.n(term.right)}."
                + t.one(" ", "\n\n")
                + t.one("That gives ", "It's ", "This equals ", "So ")
                + line(t, term, share=0.6).split(" = ", 1)[1]
                + "."
                if not place
                else t.one("Next, ", "Now ", "Moving on, ", "Then ") + line(t, term, share=0.6) + "."
            )
            wrong = stray(t, work, term) if t.chance(0.06) else None
            if wrong:
                paragraphs.append(
                    t.one(
                        f"At first I had {t.n(wrong)} in mind for this, but {t.n(term.value)} is right.",
                        f"Not {t.n(wrong)}, I have to be careful there. It's {t.n(term.value)}.",
                    )
                )
        sums = adding(t, work, whole=0.4)
        opener = verb(work, "Subtracting now: ", t.one("Adding these together: ", "Now I sum them up: ", "So, "))
        paragraphs.append(opener + t.one("; ", ", and ").join(sums) + ".")
        return "\n\n".join(paragraphs) + "\n\n"

    def found(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So, {t.ab} = {now}.",
                    f"So the product is {now}.",
                    f"Therefore, I have {now} as the answer.",
                    f"So it seems that {t.ab} equals {now}.",
                    f"Thus, the result is {now}.",
                    f"So {now} is my answer.",
                    f"That makes {t.ab} equal to {now}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = "<|begin_of_thought|>\n\n"
        text += t.one(
            f"So I have this problem: calculate {t.ab}. ",
            f"I need to compute {t.ab}, and I should go step by step. ",
            f"Let's see, {t.ab}. ",
            f"The task is to multiply {t.n(t.a)} by {t.n(t.b)}. ",
        )
        text += t.one(
            "I could just do the standard algorithm, but breaking it down is less error-prone.",
            "Mental math with large numbers is tricky, so I'll go carefully.",
            "There are several ways to do that.",
            "I think the best way is by place values.",
        )
        text += "\n\n" + (aside(t) + "\n\n" if t.chance(0.4) else "")
        return text + self.working(t, t.solve("high", "chunks", "round", "low")) + self.found(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one("Hold on a second. ", "Wait a minute. ", "Let me go back over this. ", "Actually, hmm. ")
        text += t.one(
            f"I calculated {wrong} as {was}, but doing it again I get {now}. So that step was off.",
            f"{cap(wrong)} isn't {was}. It's {now}.",
            f"There's an error in {wrong}: I put {was}, it should have been {now}.",
        )
        if mended.place is not None:
            text += "\n\n" + t.one("With this fixed, ", "So the corrected sum is ", "Updating the sum, ")
            text += ", then ".join(adding(t, mended.work)) + "."
        return text + "\n\n" + self.found(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Let me see if this makes sense. ", "I should test that. ", "To be thorough, a quick test. ")
        text += misfit_told(t, off) + "\n\n"
        text += t.one(
            "That's a red flag. I must have gone wrong somewhere, so I'll go through it again.\n\n",
            "So my answer can't be correct. Back to the start.\n\n",
            "Hmm, that shows that the number is wrong. Let me recompute.\n\n",
        )
        return text + self.working(t, t.solve("high", "chunks", "low")) + self.found(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "Alternatively, I can use a different breakdown and see if I get the same thing.\n\n",
            "To verify, I'll approach it from another angle.\n\n",
            "Maybe I should double-check this by another route.\n\n",
        )
        text += self.working(t, t.other("round"))
        text += t.one(
            f"But before I had {t.n(t.previous)}. There's a discrepancy. Looking back, the slip was in the first run.",
            f"That contradicts {t.n(t.previous)}. Checking the earlier steps, I find an error there, so I go with the "
            "new one.",
            "Interesting, it's not the same as before. The earlier calculation must have had a mistake in it.",
        )
        return text + "\n\n" + self.found(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Hmm, no. That isn't right, I mixed up the place values. Let me discard this and start again.\n\n",
            "Wait, I doubt that very much; I think I skipped a carry, so that answer is no good. Once more.\n\n",
            "Actually, I don't trust this result at all. I'm going to forget it and recompute everything.\n\n",
            "Hmm, I realize that I made a mistake, so that answer is out. Let's do it over.\n\n",
            "No, that's incorrect. Let me take it from the top.\n\n",
        )
        return text + self.working(t, t.solve("high", "chunks", "low", "swapped")) + self.found(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.6):
            text += t.one("To make sure, I'll check. ", "Let me cross-verify. ", "Is this right? ")
            text += confirming(t, PLAIN, *ALL_CHECKS) + " "
            text += t.one("So that's consistent.", "Everything fits.", "That agrees with what I found.") + "\n\n"
        if t.chance(0.2):
            text += t.one(
                "Let me run through it in another way as a check.\n\n",
                "Alternatively, a different split should lead to the same number.\n\n",
                "I want to be certain, so here's a second computation.\n\n",
            )
            text += self.working(t, t.other("round"))
            text += t.one(
                "It's the same number, so I'm confident.\n\n",
                "Both ways agree.\n\n",
                "This lines up with the first computation.\n\n",
            )
        if t.chance(0.2):
            text += t.one(
                "I wonder if there is a neater trick for it, but this is enough.\n\n",
                "For a moment I was unsure about the zeros, but they are fine.\n\n",
            )
        text += t.r(t.one(f"So, the final answer is {t.n(t.candidate)}.", f"I'm going with {t.n(t.candidate)}.", ""))
        text = text.rstrip() + "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n"
        work, t.x = t.work, "\\times"
        if t.chance(0.7):
            text += t.one(
                f"To calculate {both(t, PAREN)}, we use the distributive property.\n\n",
                f"We compute {both(t, PAREN)} as follows.\n\n",
                "**Solution**\n\n",
            )
            text += "".join(f"\\[ {eq} \\]\n" for eq in [*lines(t, work, PAREN, 0.1), *adding(t, work, PAREN)]) + "\n"
        text += t.r(
            t.one(
                f"The final answer is \\(\\boxed{{{t.m(t.candidate)}}}\\).",
                f"\\[ \\boxed{{{t.m(t.candidate)}}} \\]",
                f"Thus, {equals(t, PAREN)}.",
                f"**{t.n(t.candidate)}**",
            )
        )
        return text + t.one("\n\n<|end_of_solution|>", "\n\n<|end_of_solution|>", "")


class OssAnalysis(Scrivener):
    """Clipped notes in an analysis channel, then a polished final message."""

    ways: ClassVar[dict[str, float]] = {"mend": 3, "check": 4, "quick": 2, "redo": 2.5}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "*", "×")

    def notes(self, t: Telling, work: Work) -> str:
        text = ""
        if t.chance(0.5):
            text += t.one(f"{t.n(work.b)} = {t.factor(work)}. ", f"Break {t.n(work.b)}: {t.factor(work)}. ")
        items = lines(t, work, share=0.4)
        for place, term in enumerate(work.terms):
            wrong = stray(t, work, term) if t.chance(0.06) else None
            if wrong:
                items[place] = f"{t.n(term.left)} {t.x} {t.n(term.right)} = " + t.one(
                    f"{t.n(wrong)}? no, {t.n(term.value)}",
                    f"{t.n(wrong)}... wait {t.n(term.value)}",
                    f"{t.n(wrong)}, hmm no: {t.n(term.value)}",
                )
        text += t.one(". ", "; ", ", ").join(items) + ". "
        sums = adding(t, work, whole=0.4)
        return (
            text
            + verb(work, t.one("Subtract: ", "Minus: "), t.one("Sum: ", "Add: ", "Total: ", ""))
            + (t.one("; ", ". ", ", then ").join(sums) + ". ")
        )

    def noted(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"So {t.ab} = {now}.",
                f"So answer {now}.",
                f"Product = {now}.",
                f"So product is {now}.",
                f"Thus answer: {now}.",
                f"Thus {t.ab} = {now}.",
                f"So result {now}.",
                f"Answer {now}.",
            )
        ) + t.one(" ", "\n\n", "\n")

    def first(self, t: Telling) -> str:
        text = t.one(
            f"We need to compute {t.ab}. ",
            f"The user asks: Calculate {t.ab}. ",
            f"Compute {t.ab}. ",
            f"User wants {t.ab}, step by step. ",
            f"Need to multiply {t.n(t.a)} by {t.n(t.b)}. ",
            f"Simple multiplication: {t.ab}. ",
        )
        text += t.one("Let's do it. ", "Let's compute. ", "Should show steps. ", "", "Do carefully. ")
        return text + self.notes(t, t.solve("high", "chunks", "round", "low", "swapped")) + self.noted(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one("Wait check: ", "Check: ", "Hmm, ", "Double-check steps: ", "Recheck ")
        text += t.one(
            f"{wrong} = {now}, not {was}. ",
            f"{wrong}: I had {was}, actually {now}. Fix. ",
            f"{wrong} is {now}. I wrote {was}, wrong. ",
        )
        if mended.place is not None:
            text += t.one("Then ", "New sum: ", "So ") + "; ".join(adding(t, mended.work, whole=0.9)) + ". "
        return text + self.noted(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Sanity: ", "Check. ", "Verify: ") + misfit_told(t, off) + " "
        text += t.one("Mismatch. Recompute. ", "So wrong. Redo. ", "So error somewhere. Again: ", "Not OK. Recompute: ")
        return text + self.notes(t, t.solve("high", "chunks", "low")) + self.noted(t)

    def checked(self, t: Telling) -> str:
        text = t.one("Let's double-check other way: ", "Verify: ", "Alternatively: ", "Cross-check: ")
        text += self.notes(t, t.other("round"))
        text += t.one(
            f"Not {t.n(t.previous)}. Earlier arithmetic was off. ",
            f"Differs from {t.n(t.previous)}. First had an error. ",
            "Mismatch with the earlier value; earlier one wrong. ",
            f"Hmm, previously {t.n(t.previous)}; that was mistaken. ",
        )
        return text + self.noted(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Wait, that's wrong. Redo. ",
            "Hmm, not right. Let's recompute from scratch. ",
            "No, scrap that, made an error. Again: ",
            "Actually that is incorrect. Start over: ",
            "Oops, messed that up. Recompute: ",
        )
        return text + self.notes(t, t.solve("high", "chunks", "low", "swapped")) + self.noted(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.5):
            text += t.one("Check: ", "Quick check: ", "Verify: ", "Double-check. ") + confirming(t, PLAIN, *ALL_CHECKS)
            text += t.one(" OK.", " Good.", " Correct.", " Matches.", " Yes.") + " "
        text += t.one("Provide answer with steps.", "Will answer.", "We'll present.", "Now respond.", "")
        text = text.rstrip() + "\ue004"
        t.words = t.one("comma", "narrow", "plain", "narrow")
        t.maths, t.x = t.one("latex", "plain", "thin"), "×"
        work = t.work
        how = t.one("table", "bullets", "none", "maths")
        if how == "table":
            text += t.one("| Step | Calculation |", "| Part | Product |") + "\n|---|---|\n"
            text += "".join(
                f"| {t.n(term.left)} × {t.n(term.right)} | {'' if term.sign > 0 else '−'}{t.n(term.value)} |\n"
                for term in work.terms
            )
            text += "\n" + " ; ".join(adding(t, work, whole=1.0)) + "\n\n"
        elif how == "bullets":
            text += t.one("**Step‑by‑step**\n\n", "Here's the calculation:\n\n", "**Work**\n\n")
            text += "".join(f"- {eq}\n" for eq in [*lines(t, work, share=0.2), *adding(t, work)]) + "\n"
        elif how == "maths":
            t.x = "\\times"
            text += "\\[\n\\begin{aligned}\n" + " \\\\\n".join(
                eq.replace(" = ", " &= ", 1) for eq in [*lines(t, work, PAREN, 0), *adding(t, work, PAREN, 1.0)]
            )
            text += "\n\\end{aligned}\n\\]\n\n"
            t.x = "×"
        return text + t.r(
            t.one(
                f"**{t.ab} = {t.n(t.candidate)}**",
                f"\\[\n\\boxed{{{t.m(t.candidate)}}}\n\\]",
                f"**Answer:** {t.n(t.candidate)}",
                f"So the product is **{t.n(t.candidate)}**.",
            )
        )

    def finish(self, t: Telling, text: str) -> str:
        notes, final = text.split("\ue004")
        if t.flag("tight", 0.6):
            for sign in "*×+-=":
                notes = notes.replace(f" {sign} ", sign)
        before, between = t.rng.choice(
            [
                ("", "\n\n"),
                ("", "\n\n---\n\n"),
                ("analysis", "assistantfinal"),
                ("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
            ]
        )
        return before + notes + between + final


class ChainOfDraft(Scrivener):
    """Models tuned on short drafts: a few words a line, the answer after a fixed mark."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "x", "*", "×")

    def draft(self, t: Telling, work: Work) -> str:
        items = []
        if t.chance(0.6):
            items.append(t.one("split ", "", "decompose ") + f"{t.n(work.b)} = {t.factor(work)}")
        items += lines(t, work, share=0.3)
        sums = adding(t, work, whole=0.3)
        items += [verb(work, t.one("", "subtract: "), t.one("", "", "add: ", "sum: ")) + eq for eq in sums]
        if t.flag("semicolons", 0.35):
            return t.one("; ", " ; ").join(items) + t.one(";\n", ".\n", "\n")
        if t.flag("arrows", 0.2):
            return " -> ".join(items) + "\n"
        bullet = "- " if t.flag("dashes", 0.3) else ""
        return "".join(f"{bullet}{item}\n" for item in items)

    def mark(self, t: Telling) -> str:
        now = t.n(t.candidate)
        if t.flag("hashes", 0.5):
            return t.c(f"#### {now}") + "\n"
        if t.flag("equation", 0.3):
            return t.c(t.one(f"so {t.ab} = {now}", f"{t.ab} = {now}", f"therefore {t.ab} = {now}")) + "\n"
        return (
            t.c(t.one(f"answer: {now}", f"ans = {now}", f"Answer: {now}", f"=> answer {now}", f"The answer is {now}."))
            + "\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            "", "", f"{t.ab}\n", f"goal: {t.ab}\n", f"Task: {t.ab}\nmethod: place value\n", "plan: split, add\n"
        )
        text += t.one("", "", "", f"note: {aside(t)}\n")
        return text + self.draft(t, t.solve("high", "low", "chunks", "round")) + self.mark(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one("check steps: ", "recheck: ", "review: ", "wait: ", "error found: ")
        text += t.one(
            f"{wrong} != {was}, is {now}",
            f"{wrong} = {now} (not {was})",
            f"{wrong} gave {was}, wrong, {now}",
            f"slip in {wrong}, should be {now}",
        )
        if mended.place is not None:
            text += "\n" + t.one("fix: ", "now ", "new sum: ", "corrected: ")
            text += "; ".join(adding(t, mended.work, whole=0.8))
        return text + "\n" + self.mark(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("check: ", "verify: ", "test: ") + misfit_told(t, off) + "\n"
        text += t.one("fails, redo\n", "wrong answer. again:\n", "mismatch -> recompute\n", "not ok, retry:\n")
        return text + self.draft(t, t.solve("high", "chunks", "swapped")) + self.mark(t)

    def checked(self, t: Telling) -> str:
        text = t.one("verify other way:\n", "second method:\n", "cross-check:\n", "check by other split:\n")
        text += self.draft(t, t.other("round"))
        text += t.one(
            f"not {t.n(t.previous)}, first was wrong\n",
            f"differs from {t.n(t.previous)}; first result had a slip\n",
            "no match, first one wrong\n",
        )
        return text + self.mark(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "wrong, redo:\n",
            "no, incorrect. retry:\n",
            "that is not right, start again:\n",
            "mistake above, discard. again:\n",
            "answer rejected. new try:\n",
            "hmm, wrong. from scratch:\n",
        )
        return text + self.draft(t, t.solve("high", "low", "chunks", "swapped")) + self.mark(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        if t.chance(0.2):
            text = t.one("verify with other split:\n", "second way:\n", "cross-check:\n") + self.draft(
                t, t.other("round")
            )
            return text + t.one("same, ok\n", "agrees\n", "match, keep answer\n")
        text = t.one("check: ", "verify: ", "sanity: ") + confirming(t, PLAIN, *ALL_CHECKS)
        text += t.one(" ok", " good", " matches", " consistent", " fine") + "\n"
        if t.chance(0.4):
            text += t.r(t.one(f"final: {t.n(t.candidate)}", f"#### {t.n(t.candidate)}", f"done, {t.n(t.candidate)}"))
        return text


class DraftAndReview(Scrivener):
    """Models trained to criticise themselves: labelled paragraphs of full sentences."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.maths = t.words
        t.x = t.one("times", "×", "×", "*")

    def label(self, t: Telling, kind: int) -> str:
        chosen = 0
        while chosen < 5 and not t.flag(f"labels-{chosen}", 0.25):
            chosen += 1
        name = (
            ("Draft", "Review", "Revised draft"),
            ("Initial solution", "Critique", "Improved solution"),
            ("First pass", "Self-check", "Second pass" if t.index == 1 else "Another pass"),
            ("Proposed answer", "Reflection", "Revised answer"),
            ("Solution", "Feedback", "Corrected solution"),
            ("Attempt", "Assessment", "New attempt"),
        )[chosen][kind]
        if t.flag("bold-labels", 0.5):
            return f"**{name}.** " if t.flag("dots", 0.5) else f"**{name}:** "
        return f"### {name}\n\n" if t.flag("heads", 0.3) else f"{name}: "

    def prose(self, t: Telling, work: Work) -> str:
        text = t.one("I write ", "I split ", "It helps to see ", "The plan is to treat ")
        text += f"{t.n(work.b)} as {t.factor(work)}"
        text += t.one(
            f" and multiply {t.n(work.a)} by each part. ",
            ", and take the parts one at a time. ",
            ". ",
        )
        for place, term in enumerate(work.terms):
            eq = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            text += t.one(
                f"{'The first' if not place else 'The next'} product, {eq}, is {t.n(term.value)}. ",
                f"{'To begin with' if not place else 'After that'}, {eq} comes to {t.n(term.value)}. ",
                f"{'For a start' if not place else 'Also'}, {eq} equals {t.n(term.value)}. ",
                f"{cap(eq)} yields {t.n(term.value)}. ",
            )
        sums = adding(t, work)
        return (
            text
            + verb(
                work,
                t.one("The second is taken away: ", "Their difference is "),
                t.one("Adding these, ", "Together: ", "The sum of these is "),
            )
            + ", then ".join(sums)
            + ". "
        )

    def claim(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"My answer is therefore {now}.",
                    f"Hence {t.ab} is {now}.",
                    f"This gives {now} as the value of {t.ab}.",
                    f"The product is {now}.",
                    f"I conclude that {t.ab} = {now}.",
                    f"Consequently the answer is {now}.",
                    f"Thus I arrive at {now} for {t.ab}.",
                    f"So {t.ab} makes {now}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one("", "", f"I will compute {t.ab} and then look over the result.\n\n", f"Problem: {t.ab}.\n\n")
        return text + self.label(t, 0) + self.prose(t, t.solve("high", "chunks", "round", "low")) + self.claim(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = self.label(t, 1) + t.one(
            f"The method is sound, but the value {was} for {wrong} is not: it has to be {now}.",
            f"One step does not hold. For {wrong} the text says {was}, while the true value is {now}.",
            f"Most of this is fine. The weak point is {wrong}, which was taken as {was} although it is {now}.",
            f"I find an arithmetic slip: {wrong} makes {now} rather than {was}.",
        )
        text += t.one(" The conclusion therefore has to change.", " The stated answer cannot stand.", "")
        text += "\n\n" + self.label(t, 2)
        if mended.place is not None:
            text += t.one("With the right value, ", "After the correction, ", "Replacing it, we have ")
            text += ", then ".join(adding(t, mended.work)) + ". "
        else:
            text += f"The sum {t.sum(mended.work)} is {now}. "
        return text + self.claim(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = self.label(t, 1) + misfit_told(t, off) + " "
        text += t.one(
            "The answer does not survive this test, so some step must be wrong.",
            "This shows that the answer is wrong.",
            "I therefore have to reject the result.",
            "A correct result would have passed. The solution needs to be done again.",
        )
        return text + "\n\n" + self.label(t, 2) + self.prose(t, t.solve("high", "chunks", "swapped")) + self.claim(t)

    def checked(self, t: Telling) -> str:
        text = self.label(t, 1) + t.one(
            "To test the result I work it out by another route. ",
            "A second computation should agree with the first one. ",
            "I recompute the product independently. ",
        )
        text += self.prose(t, t.other("round"))
        text += t.one(
            f"That is at odds with {t.n(t.previous)}, and on rereading, the fault lies in the solution above.",
            f"The two do not agree, and {t.n(t.previous)} turns out to be the faulty one.",
            f"Since this computation is cleaner, {t.n(t.previous)} has to be withdrawn.",
        )
        return text + "\n\n" + self.label(t, 2) + self.claim(t)

    def redone(self, t: Telling) -> str:
        text = self.label(t, 1) + t.one(
            "The solution above is wrong: a partial product was misaligned. It should be rewritten.",
            "I am not satisfied. There is an error in the working, and the answer should not be used.",
            "The reasoning is careless and the final number is incorrect. I will write it anew.",
            "This is incorrect. The place values were not handled properly.",
            "The answer fails on inspection, as the carries were handled badly. A fresh solution is needed.",
        )
        text += "\n\n" + self.label(t, 2)
        return text + self.prose(t, t.solve("high", "chunks", "swapped", "low")) + self.claim(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.3):
            return ""
        text = self.label(t, 1)
        how = t.one("check", "check", "words", "doubt")
        if how == "check":
            text += confirming(t, PLAIN, *ALL_CHECKS) + " "
            text += t.one("The answer stands.", "No correction is needed.", "I keep the answer.", "This supports it.")
        elif how == "words":
            text += t.one(
                "I went over each product and the sum again and found nothing to change.",
                "Every step follows from the one before, and the arithmetic is right.",
                "The decomposition is valid and the numbers add up. No changes.",
                "The solution is complete and correct.",
            )
        else:
            text += t.one(
                "One might ask for more intermediate steps, but the result is not affected.",
                "The explanation could be longer. The number itself is fine.",
                "At first I doubted the zeros in the second product, but they are right.",
            )
        if t.chance(0.4):
            text += "\n\n" + t.r(
                t.one(f"Final answer: {t.n(t.candidate)}", f"Final: **{t.n(t.candidate)}**", f"{equals(t)}.")
            )
        return text


class RunningLedger(Scrivener):
    """Keeps a running total, as a table or as lines with arrows, and closes the account."""

    ways: ClassVar[dict[str, float]] = {"mend": 4, "check": 2, "quick": 2, "redo": 3}

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "space", "plain")
        t.maths = t.words
        t.x = t.one("×", "x", "·", "*")

    def ledger(self, t: Telling, work: Work) -> str:
        totals = [work.terms[0].value] + [result for *_, result in work.steps()]
        if len(work.terms) == 1:
            totals = [work.total]
        booked = list(zip(work.terms, totals, strict=True))
        form = "table" if t.flag("table", 0.5) else "arrows" if t.flag("arrows", 0.5) else "words"
        if form == "table":
            text = t.one(
                "| Step | Product | Amount | Running total |\n|------|---------|--------|---------------|\n",
                "| # | Operation | Value | Total so far |\n|:-:|:--|--:|--:|\n",
                "| n | part | contribution | sum |\n|---|---|---|---|\n",
            )
            for place, (term, so_far) in enumerate(booked, start=1):
                sign = "" if term.sign > 0 else "-"
                text += f"| {place} | {t.n(term.left)} {t.x} {t.n(term.right)} | {sign}{t.n(term.value)} "
                text += f"| {t.n(so_far)} |\n"
            return text + "\n"
        text = ""
        for place, (term, so_far) in enumerate(booked, start=1):
            sign = "+" if term.sign > 0 else "-"
            eq = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            if form == "arrows":
                text += f"{sign}{eq} = {sign}{t.n(term.value)}  ->  {t.n(so_far)}\n"
            elif place == 1:
                text += f"Start with {eq} = {t.n(term.value)}. Running total: {t.n(so_far)}\n"
            else:
                word = "Add" if term.sign > 0 else "Subtract"
                text += f"{word} {eq} = {t.n(term.value)}. Running total: {t.n(so_far)}\n"
        return text + "\n"

    def balance(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"Final total: {now}",
                    f"Grand total = {now}, so {t.ab} = {now}.",
                    f"The last running total is the answer: {now}.",
                    f"**Result:** {t.ab} = {now}",
                    f"Closing total: **{now}**",
                    f"Hence {t.ab} = {now}.",
                    f"Answer → {now}",
                    f"Product: {now}",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"I'll keep a running total for {t.ab}.\n\n",
            f"{t.ab}: build it up part by part.\n\n",
            f"Compute {t.ab} by accumulating partial products.\n\n",
            f"We add up the parts of {t.ab} as we go.\n\n",
            f"**Task:** {t.ab}\n\n**Method:** running total of partial products\n\n",
            f"To get {t.ab}, start from 0 and add one partial product at a time.\n\n",
        )
        if t.chance(0.3):
            text += t.one("Note: {}", "({})", "Remark: {}", "{}").format(aside(t)) + "\n\n"
        return text + self.ledger(t, t.solve("high", "low", "chunks", "round")) + self.balance(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        row = "" if mended.place is None else t.one(f" (step {mended.place + 1})", "")
        text = t.one(
            f"Audit: the entry for {wrong}{row} is {now}, not {was}.",
            f"Going through the entries again: {wrong}{row} was booked as {was} but makes {now}.",
            f"There's an error in the list: {wrong}{row} = {now}, I had {was}.",
            f"Correction needed: {wrong}{row} should read {now} instead of {was}.",
        )
        text += t.one(" That changes the total.", " So the total above is wrong.", "") + "\n\n"
        if mended.place is None:
            return text + self.balance(t)
        return (
            text + t.one("Corrected list:\n\n", "New version:\n\n", "") + self.ledger(t, mended.work) + self.balance(t)
        )

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Control: ", "Plausibility: ", "Test of the total: ") + misfit_told(t, off) + " "
        text += t.one("The total must be wrong.", "So the books don't balance.", "That total is rejected.")
        text += t.one(" Once more:\n\n", " I start a new list:\n\n", " Recomputing:\n\n")
        return text + self.ledger(t, t.solve("high", "chunks", "swapped")) + self.balance(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "Control calculation:\n\n", "Cross-check with another list:\n\n", "Same thing, split differently:\n\n"
        )
        text += self.ledger(t, t.other("round"))
        text += t.one(
            f"The control does not give {t.n(t.previous)}. The first list had a wrong entry.\n\n",
            f"Not the same as {t.n(t.previous)}, which was off. The control is right.\n\n",
            "The lists disagree; going through the first one, an entry was wrong.\n\n",
        )
        return text + self.balance(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "That total is wrong. I void the list and start again.\n\n",
            "I've made a booking error somewhere, so that result doesn't count. New list:\n\n",
            "No, this isn't correct. Back to zero:\n\n",
            "The list above is faulty; ignore its total. Again from the start:\n\n",
            "Something went wrong above, I reject that total. Second run:\n\n"
            if t.index == 1
            else "Wrong again. Another run:\n\n",
        )
        return text + self.ledger(t, t.solve("high", "low", "chunks", "swapped")) + self.balance(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        if t.chance(0.2):
            text = t.one("Control with other parts:\n\n", "Second list as a check:\n\n")
            text += self.ledger(t, t.other("round"))
            return text + t.one("Both lists end alike.", "Same total, so it stands.", "The control agrees.")
        text = t.one("Control: ", "Check: ", "Cross-check: ") + confirming(t, PLAIN, *ALL_CHECKS) + " "
        return text + t.one("Balanced.", "Agrees with the total.", "The total is confirmed.", "OK.")


@dataclass(frozen=True)
class Place:
    """One place of a product digit by digit: the digits that meet there, and what the writer makes of them."""

    pairs: tuple[tuple[int, int], ...]
    plain: int
    carry: int
    told: int
    digit: int
    rest: int


def places_of(t: Telling) -> list[Place] | None:
    """The candidate place by place with carries, or nothing where it is too far off to be told so."""
    a, b = [int(d) for d in reversed(str(t.a))], [int(d) for d in reversed(str(t.b))]
    out: list[Place] = []
    carry, last = 0, len(a) + len(b) - 2
    for place in range(last + 1):
        pairs = tuple((a[i], b[place - i]) for i in range(len(a)) if 0 <= place - i < len(b))
        plain = sum(x * y for x, y in pairs)
        told = plain + carry
        want = t.candidate // 10**place
        if place == last:
            told = want
        elif told % 10 != want % 10:
            told += want % 10 - told % 10
        if told < 0 or abs(told - plain - carry) > 9 or (place < last and want == 0):
            return None
        out.append(Place(pairs, plain, carry, told, told % 10, told // 10))
        carry = told // 10
    return out


class Crosswise(Scrivener):
    """Place by place: cross products or lattice diagonals, one carry after another."""

    ways: ClassVar[dict[str, float]] = {"check": 3, "quick": 2, "redo": 5}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "x", "·", "*")

    def solution(self, t: Telling) -> str:
        places = places_of(t)
        if places is None or t.chance(0.12):
            work = t.solve("high", "low")
            text = t.one("By partial products: ", "With partial products instead: ")
            return text + "; ".join([*lines(t, work, share=0.2), *adding(t, work)]) + ".\n\n"
        unit = "Diagonal" if t.flag("diagonals", 0.35) else t.one("Position", "Column", "Place")
        text = ""
        for number, place in enumerate(places):
            pairs = " + ".join(f"{x}{t.x}{y}" for x, y in place.pairs)
            head = t.one(f"{unit} {number}: ", f"{unit} {number}: ", f"{unit} {number} (10^{number}): ")
            body = f"{pairs} = {place.plain}"
            if place.carry:
                body += t.one(
                    f", plus carry {place.carry} = {place.told}", f"; {place.plain} + {place.carry} = {place.told}"
                )
            elif place.told != place.plain:
                body = f"{pairs} = {place.told}"
            if number + 1 == len(places):
                tail = t.one(f" -> write {place.told}", f", write {place.told}", " -> leading part")
            else:
                tail = t.one(
                    f" -> write {place.digit}, carry {place.rest}", f" -> digit {place.digit}, carry {place.rest}"
                )
            text += head + body + tail + "\n"
        return text + "\n"

    def read_off(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"Reading the digits from the top: {now}",
                    f"Putting the digits together gives {now}.",
                    f"Result: {now}",
                    f"So {t.ab} = {now}.",
                    f"The digits in order form {now}, so {t.ab} = {now}.",
                    f"Therefore the product is {now}.",
                    f"**{now}**",
                    f"∴ {t.ab} = {now}",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        if t.flag("diagonals", 0.35):
            text = t.one(
                f"Lattice method for {t.ab}: write the digit products in a grid and add along the diagonals.\n\n",
                f"I'll use the lattice for {t.ab}, summing the diagonals from the right.\n\n",
                f"Think of the grid of digit products for {t.ab}; each diagonal is one place of the result.\n\n",
            )
        else:
            text = t.one(
                f"Vertically and crosswise for {t.ab}, from the right.\n\n",
                f"Let's find {t.ab} digit by digit, collecting the products for each power of ten.\n\n",
                f"Using the cross-multiplication (Urdhva-Tiryagbhyam) method on {t.ab}:\n\n",
                f"I multiply {t.n(t.a)} and {t.n(t.b)} like polynomials in 10, then carry.\n\n",
            )
        return text + self.solution(t) + self.read_off(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        return self.redone(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Test: ", "Quick test. ", "Does it pass a check? ") + misfit_told(t, off) + " "
        text += t.one(
            "So there is a wrong digit.", "So the result is false.", "It fails.", "That rules the result out."
        )
        return text + t.one("\nAgain:\n\n", "\nRepeat with care:\n\n", "\n\n") + self.solution(t) + self.read_off(t)

    def checked(self, t: Telling) -> str:
        work = t.other("round")
        text = t.one("Check with ordinary partial products:\n", "For comparison, the usual way:\n", "Usual method:\n")
        text += "\n".join([*lines(t, work, share=0.2), *adding(t, work)]) + "\n\n"
        text += t.one(
            f"This is not {t.n(t.previous)}; a carry went wrong above.\n",
            f"That differs from {t.n(t.previous)}, where I lost a carry. The usual method has it right.\n",
            "The two results disagree, and the mistake is in the digits above.\n",
        )
        return text + self.read_off(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "A carry was handled wrongly above, so that result is invalid. Once more:\n\n",
            "That's wrong, I dropped a cross product. Redo:\n\n",
            "Hmm, one of the places is off and the number above is not right. Starting over:\n\n",
            "I misread a digit, so the result above has to go. Again from the right:\n\n",
            "Mistake! The result above is incorrect. Repeating all places:\n\n",
            "No, that cannot be used, the carries are mixed up. Let me redo every place:\n\n",
        )
        return text + self.solution(t) + self.read_off(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        text = t.one("Check: ", "Test: ", "Verification: ") + confirming(t, PLAIN, *ALL_CHECKS) + " "
        return text + t.one("Passed.", "The digits are right.", "Fine.", "This agrees.", "✓")


class PaperColumns(Scrivener):
    """Long multiplication as on paper, in code blocks, with the digits of the rows spelt out."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("x", "×", "*")

    def row(self, t: Telling, term: Term) -> str:
        """A row digit by digit, if its value can be reached so."""
        zeros = len(str(term.right)) - len(str(term.right).rstrip("0"))
        factor, target = term.right // 10**zeros, term.value // 10**zeros
        if factor > 9 or term.left < 10 or term.value % 10**zeros or not t.flag("spelt", 0.6):
            return f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}"
        carry, told = 0, []
        digits = [int(d) for d in reversed(str(term.left))]
        for place, digit in enumerate(digits):
            value, want = digit * factor + carry, target // 10**place
            if place + 1 == len(digits):
                if abs(want - value) > 9:
                    return f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}"
                value = want
            else:
                value += want % 10 - value % 10
            text = f"{digit}{t.x}{factor}" + (f"+{carry}" if carry else "") + f"={value}"
            told.append(text + (f" (write {value % 10}, carry {value // 10})" if place + 1 < len(digits) else ""))
            carry = value // 10
        shift = t.one(f", then {zeros} zero{'s' * (zeros > 1)}", f", shifted by {zeros}") if zeros else ""
        return ", ".join(told) + f"{shift}: {t.n(term.value)}"

    def paper(self, t: Telling, work: Work) -> str:
        text = ""
        if t.chance(0.7):
            for place, term in enumerate(sorted(work.terms, key=lambda term: term.right), start=1):
                text += t.one(f"Row {place}: ", f"Line {place}: ", f"{place}) ", f"x{t.n(term.right)}: ")
                text += self.row(t, term) + "\n"
            text += "\n"
        grouping = "comma" if t.words == "comma" else "plain"
        text += t.one("```\n", "```\n", "```text\n") + t.columns(work, grouping, t.one("-", "-", "=", "_"))
        total = t.total(work, grouping)
        if t.flag("bare", 0.15):
            return text + t.c(total + t.one("   <- product", "   <-- answer", "   = result")) + "\n```\n\n"
        return text + total + "\n```\n\n" + self.underneath(t)

    def underneath(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So {t.ab} = {now}.",
                    f"The bottom line is the product: {now}.",
                    f"Answer: {now}",
                    f"**Answer: {now}**",
                    f"Adding the rows gives {t.ab} = {now}.",
                    f"Therefore, {t.n(t.a)} {t.x} {t.n(t.b)} = **{now}**",
                    f"The product is {now}.",
                    f"Result = {now}",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"Long multiplication of {t.ab}:\n\n",
            f"Let me set {t.ab} up in columns.\n\n",
            f"We write {t.n(t.a)} above {t.n(t.b)} and multiply digit by digit.\n\n",
            f"Using the standard algorithm for {t.ab}:\n\n",
            f"I'll do {t.ab} the way you would on paper.\n\n",
            f"Step by step, in columns ({t.ab}):\n\n",
        )
        return text + self.paper(t, rows(t))

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one(
            f"Checking the rows once more: {wrong} is {now}, not {was}.",
            f"One row is wrong. {cap(wrong)} = {now}; above it says {was}.",
            f"I see an error: {wrong} should give {now} rather than {was}.",
        )
        if mended.place is None:
            text = t.one(
                f"The rows are right, but I added them wrongly: the sum is {now}, not {was}.",
                f"Adding the columns again, I get {now} instead of {was}; I had forgotten a carry.",
                f"The addition at the bottom is off. {t.sum(mended.work)} = {now}.",
            )
            return text + "\n\n" + (self.underneath(t))
        return text + t.one(" Corrected:\n\n", " So the sheet becomes:\n\n", "\n\n") + self.paper(t, mended.work)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Let's check. ", "Before trusting this: ", "Does this look right? ") + misfit_told(t, off) + " "
        text += t.one(
            "So it's wrong; I'll multiply again.", "That's a mistake, so back to the columns.", "Wrong. Redo:"
        )
        return text + "\n\n" + self.paper(t, rows(t))

    def checked(self, t: Telling) -> str:
        text = t.one("To verify, swap the factors:\n\n", "Check by the distributive law:\n\n", "Verification:\n\n")
        work = t.solve("swapped") if text.startswith("To") else t.other("round")
        text += "\n".join([*lines(t, work, share=0.3), *adding(t, work)]) + "\n\n"
        text += t.one(
            f"This isn't {t.n(t.previous)}, so the columns above contain a mistake.\n\n",
            f"So {t.n(t.previous)} was not correct: I lined something up badly.\n\n",
            "It does not agree with the columns, where I carried wrongly.\n\n",
        )
        return text + self.underneath(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Wait, I misaligned a row. That result is wrong, so let me write it out again:\n\n",
            "That's not correct. I'll cross this out and set it up again:\n\n",
            "I forgot a carry up there, so the result is no good. Once more in columns:\n\n",
            "Hmm, this is wrong. New sheet:\n\n",
            "Let me throw this one away, it has an error in it. Again:\n\n",
        )
        return text + self.paper(t, rows(t))

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        if t.chance(0.2):
            work = t.solve("swapped")
            text = t.one("As a check, the factors swapped:\n\n", "Swapping the factors should give the same:\n\n")
            text += "\n".join([*lines(t, work, share=0.2), *adding(t, work)]) + "\n\n"
            return text + t.one("The same, so it's right.", "It agrees with the columns.", "Same product. ✓")
        text = t.one("Check: ", "To be sure: ", "A quick check. ") + confirming(t, PLAIN, *ALL_CHECKS) + " "
        return text + t.one("So the columns are right.", "Good.", "It agrees.", "No errors there.")


class DeepSeekChat(Scrivener):
    """Large chat models: level-three headings, rules, LaTeX in parentheses, a final answer section."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = t.one("plain", "latex", "comma", "plain", "thin")
        t.x = "\\times"

    def head(self, t: Telling, title: str) -> str:
        level = "####" if t.flag("four", 0.2) else "###"
        return f"{level} **{title}**\n\n" if t.flag("bold-heads", 0.4) else f"{level} {title}\n\n"

    def shown(self, t: Telling, text: str) -> str:
        return f"\\[\n{text}\n\\]\n\n" if t.flag("open", 0.7) else f"$$ {text} $$\n\n"

    def solution(self, t: Telling, work: Work) -> str:
        ink = DOLLAR if t.flag("dollars", 0.2) else PAREN
        text, step = "", 1
        if t.chance(0.75):
            text += self.head(t, t.one(f"Step {step}: Break Down the Multiplication", f"Step {step}: Split a Factor"))
            split_up = ink(f"{t.m(work.b)} = {t.factor(work, True)}")
            text += t.one(
                f"We can express {split_up}.",
                f"Let's write {split_up} and distribute.",
                f"Here, {split_up}, so we multiply {ink(t.m(work.a))} by each part.",
                f"Note that {split_up}.",
                f"We use {split_up} and the distributive property.",
            )
            text += "\n\n"
            step += 1
        for place, term in enumerate(work.terms, start=1):
            if t.flag("by-heads", 0.6):
                text += self.head(
                    t,
                    f"Step {step}: "
                    + t.one(
                        f"Multiply {ink(t.m(term.left))} by {ink(t.m(term.right))}",
                        f"Compute {ink(f'{t.m(term.left)} {t.x} {t.m(term.right)}')}",
                    ),
                )
                step += 1
            else:
                text += f"{place}. "
            text += self.shown(t, line(t, term, ink))
        title = verb(work, "Subtract", t.one("Add the Partial Results", "Sum the Products", "Combine the Results"))
        text += self.head(t, f"Step {step}: {title}")
        for eq in adding(t, work, ink, 0.7):
            text += self.shown(t, eq)
        return text

    def final(self, t: Telling) -> str:
        ink = DOLLAR if t.flag("dollars", 0.2) else PAREN
        box = t.boxed()
        return (
            t.c(
                t.one(
                    self.head(t, "Final Answer") + self.shown(t, box).rstrip(),
                    f"**Final Answer:** {ink(box)}",
                    f"Thus, the product is:\n\n{self.shown(t, box).rstrip()}",
                    f"**{both(t, ink)} equals {ink(t.m(t.candidate))}.**",
                    self.head(t, "Conclusion") + f"{equals(t, ink)}",
                    f"So, the final result is **{t.n(t.candidate)}**.",
                    f"Therefore:\n\n{self.shown(t, f'{t.m(t.a)} {t.x} {t.m(t.b)} = {box}').rstrip()}",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        ink = DOLLAR if t.flag("dollars", 0.2) else PAREN
        text = t.one(
            f"To calculate {both(t, ink)}, let's break it down step by step.\n\n",
            f"Certainly! Let's compute {both(t, ink)} step by step.\n\n",
            f"Sure! Here's how to multiply {ink(t.m(t.a))} by {ink(t.m(t.b))}:\n\n",
            f"Let's solve {both(t, ink)} methodically.\n\n",
            f"Alright, let's work out {both(t, ink)} together.\n\n",
        )
        if t.chance(0.25):
            text += self.head(t, "Understanding the Problem")
            text += f"We need the product of {ink(t.m(t.a))} and {ink(t.m(t.b))}. {aside_tex(t, ink)}\n\n"
        return text + self.solution(t, t.solve("high", "chunks", "round", "low")) + self.final(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        ink = PAREN
        wrong, was, now = ink(culprit(t, mended, ink)), ink(t.m(mended.was)), ink(t.m(mended.now))
        text = t.one(
            self.head(t, "Correction"),
            "**Wait, let me recheck this.** ",
            "---\n\n" + self.head(t, "Rechecking the Steps"),
            "Upon reviewing the steps, I noticed something. ",
            "*Correction:* ",
        )
        text += t.one(
            f"The value of {wrong} is {now}, whereas I used {was}.",
            f"I previously computed {wrong} as {was}, which is wrong; it is {now}.",
            f"There's a mistake in {wrong}: the right value is {now}, not {was}.",
        )
        text += "\n\n"
        if mended.place is not None:
            text += t.one("Updating the total:\n\n", "With the corrected value:\n\n")
            text += "".join(self.shown(t, eq) for eq in adding(t, mended.work, ink, 0.9))
        return text + self.final(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = self.head(t, t.one("Verification", "Sanity Check", "Quick Check")) + misfit_told(t, off, PAREN) + " "
        text += t.one(
            "This indicates that the answer above is wrong, so let's go through the calculation again.",
            "Therefore, the result is incorrect. Let's recompute.",
            "The check fails, which means there's an error somewhere. Recalculating:",
        )
        return text + "\n\n" + self.solution(t, t.solve("high", "chunks", "swapped")) + self.final(t)

    def checked(self, t: Telling) -> str:
        text = self.head(t, t.one("Verification", "Alternative Method", "Double-Checking"))
        text += t.one("Let's confirm with another breakdown.\n\n", "To be sure, we use another method.\n\n", "")
        text += self.solution(t, t.other("round"))
        text += t.one(
            f"This contradicts the previous result {PAREN(t.m(t.previous))}. On re-examination, the initial "
            "calculation had an error, and this is the correct one.\n\n",
            f"Since this is not {PAREN(t.m(t.previous))}, the earlier answer was mistaken.\n\n",
            "The results don't match: the mistake was in the first approach.\n\n",
        )
        return text + self.final(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "---\n\nWait, this doesn't look right. I made an error above, so let me redo the calculation.\n\n",
            self.head(t, "Re-evaluating") + "The answer above is incorrect. Let's start again.\n\n",
            "**Apologies for the oversight**: the result above is wrong. Here is the correct process:\n\n",
            "However, I realize there's a mistake in my work, and the result can't be kept. Let's do it again:\n\n",
            self.head(t, "Correction") + "My previous calculation was flawed. Let's redo it from the beginning.\n\n",
        )
        return text + self.solution(t, t.solve("high", "chunks", "swapped", "low")) + self.final(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return t.one("", "", "Let me know if you'd like further clarification! 😊")
        text = self.head(t, t.one("Verification", "Check", "Verification (Optional)"))
        text += confirming(t, PAREN, *ALL_CHECKS) + " "
        text += t.one("This confirms our result.", "✅", "So the calculation is correct.", "The result is consistent.")
        if t.chance(0.4):
            text += "\n\n" + t.r(
                t.one(f"**Answer:** {PAREN(t.boxed())}", f"**Final Answer:** {group(t.candidate, 'comma')}")
            )
        return text


def aside_tex(t: Telling, ink: Ink) -> str:
    """A remark about the size of the factors."""
    return t.one(
        f"The first factor has {len(str(t.a))} digit(s), the second {len(str(t.b))}.",
        "We will use the distributive property.",
        f"Note that {ink(t.m(max(t.a, t.b)))} is the larger factor.",
        "",
    )


class ToraCell(Scrivener):
    """Models for mathematics with programs: a rationale, a cell, its supposed output, the answer."""

    ways: ClassVar[dict[str, float]] = {"mend": 1, "check": 3, "quick": 2, "redo": 4}

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths = "plain"
        t.x = "*"

    def cell(self, t: Telling, work: Work) -> str:
        how = t.one("parts", "parts", "direct", "loop", "function")
        shown = [str(t.candidate)]
        if how == "parts":
            base = t.one("part", "p", "term_", "partial")
            body = [
                f"{base}{place} = {term.left} * {term.right}"
                + (t.one("", f"  # {term.value}") if t.flag("comments", 0.5) else "")
                for place, term in enumerate(work.terms, start=1)
            ]
            names = f"{base}1" + "".join(
                f" {'+' if term.sign > 0 else '-'} {base}{place}" for place, term in enumerate(work.terms[1:], start=2)
            )
            total = t.one("total", "result", "product", "answer")
            body.append(f"{total} = {names}")
            if t.chance(0.4):
                body += [f"print({base}{place})" for place in range(1, len(work.terms) + 1)]
                shown = [*(str(term.value) for term in work.terms), *shown]
            body.append(f"print({total})")
        elif how == "loop":
            parts = ", ".join(str(term.sign * term.right) for term in work.terms)
            body = [
                "total = 0",
                f"for part in [{parts}]:",
                f"    total += {work.a} * part",
                "    print(total)",
            ]
            shown = [str(work.terms[0].value), *(str(result) for *_, result in work.steps())]
            shown[-1] = str(t.candidate)
        elif how == "function":
            name = t.one("multiply", "compute_product", "solution", "calc")
            body = [f"def {name}(a, b):", "    return a * b", "", f"print({name}({t.a}, {t.b}))"]
        else:
            body = t.rng.choice(
                [
                    [f"result = {t.a} * {t.b}", "print(result)"],
                    [f"a = {t.a}", f"b = {t.b}", "print(a * b)"],
                    ["from sympy import Integer", f"print(Integer({t.a}) * Integer({t.b}))"],
                ]
            )
        code = "```python\n" + "\n".join(body) + "\n```\n"
        label = t.one("```output\n", "```output\n", "Output:\n```\n", "```\n")
        return code + label + "\n".join(shown) + "\n```\n"

    def answer(self, t: Telling, by_hand: bool = False) -> str:
        now = t.n(t.candidate)
        printed = t.one(
            f"The code prints {now}, so the answer is {now}.",
            f"According to the output, the product is **{now}**.",
            f"The program gives {now} for {t.ab}.",
        )
        return (
            t.c(
                t.one(
                    f"The product of ${t.a}$ and ${t.b}$ is $\\boxed{{{now}}}$.",
                    f"The answer is $\\boxed{{{now}}}$.",
                    f"Thus, ${t.a} \\times {t.b} = {now}$.",
                    f"So the result is {now}.",
                    f"Therefore, {t.a} * {t.b} = {now}.",
                    f"Hence the answer: {now}",
                    f"The correct product is **{now}**." if by_hand else printed,
                    f"So it has to be {now}." if by_hand else printed,
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"To calculate {t.ab}, I'll write a short Python program.\n",
            "We can split one of the factors and let the program add the partial products.\n",
            f"I'll compute {t.ab} step by step in code.\n",
            "Let's use Python for the arithmetic.\n",
            f"The task is to find {t.ab}. A direct computation is enough, and I will check each part.\n",
            f"First set up the numbers {t.a} and {t.b}, then multiply.\n",
            "",
        )
        return text + "\n" + self.cell(t, t.solve("high", "chunks", "low", "round")) + self.answer(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, now = culprit(t, mended), t.n(mended.now)
        text = t.one(
            f"Going over this by hand, {wrong} is {now}, so the output above is wrong.",
            f"There is a mistake in it: {wrong} should evaluate to {now}.",
            f"By hand I get {wrong} = {now}, which means that the printed result is not right.",
            f"The result above is incorrect, since {wrong} makes {now}.",
        )
        if mended.place is not None:
            text += t.one(" The sum is then ", " So ", " Therefore ") + ", then ".join(adding(t, mended.work)) + "."
        return text + "\n" + self.answer(t, by_hand=True)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Let me check the output. ", "A plausibility check first. ", "Sanity check: ") + misfit_told(
            t, off
        )
        text += t.one(
            " The output cannot be right. I'll rewrite the program.\n\n",
            " So the result is wrong, and I run it again with other steps.\n\n",
            " There must be a bug. Corrected code:\n\n",
        )
        return text + self.cell(t, t.solve("high", "chunks", "swapped")) + self.answer(t)

    def checked(self, t: Telling) -> str:
        work = t.other("round")
        text = t.one("Let me verify this by hand. ", "Verifying manually: ", "To check the program, I do it by hand: ")
        text += ", ".join(lines(t, work, share=0.2)) + "; " + ", then ".join(adding(t, work)) + ". "
        text += t.one(
            f"The program's {t.n(t.previous)} doesn't agree, so the output above was wrong.\n",
            f"This differs from {t.n(t.previous)}; I must have copied the output incorrectly.\n",
            "The two values differ, and the first one is the mistaken one.\n",
        )
        return text + self.answer(t, by_hand=True)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Wait, the output above is not what this code prints. That answer is wrong, so let me run it again.\n\n",
            "The program above has a bug, so its answer is invalid. Here is the fixed version:\n\n",
            "I made a mistake in the code, and the result is incorrect. Let me rewrite it.\n\n",
            "That's not correct. Let me use a different program.\n\n",
            "Hmm, this result is wrong; one of the lines was mistyped. Trying again:\n\n",
        )
        return text + self.cell(t, t.solve("high", "chunks", "swapped", "low")) + self.answer(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        if t.chance(0.35):
            text = t.one("We can also assert this:\n", "A last check:\n", "Verification code:\n")
            text += f"```python\nassert {t.candidate} // {t.a} == {t.b}\n"
            return text + t.one('print("ok")\n```\n```output\nok\n```', "print(True)\n```\n```output\nTrue\n```", "```")
        text = t.one("Check: ", "As a check: ", "Verification: ") + confirming(t, PLAIN, *ALL_CHECKS) + " "
        return text + t.one("The result is right.", "This agrees with the output.", "Confirmed.", "OK.")


class ForumEdits(Scrivener):
    """Small base models that write a thread: a casual answer, edits below it, then other things."""

    ways: ClassVar[dict[str, float]] = {"mend": 3, "check": 2, "quick": 1, "redo": 4}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("x", "*", "×", "times")

    def working(self, t: Telling, work: Work) -> str:
        sep = t.one("\n", "\n", ", ", " and ")
        glue = ": " if sep == " and " else sep
        text = t.one(
            f"you break {t.n(work.b)} into {t.factor(work)}{glue}",
            f"{t.n(work.b)} is {t.factor(work)}{glue}",
            "do the big part first" + glue if work.method != "low" else "start with the small part" + glue,
            f"think of {t.n(work.b)} as {t.factor(work)}{glue}",
            "",
        )
        text += sep.join(lines(t, work, share=0.3)) + "\n"
        sums = adding(t, work)
        return text + verb(work, "subtract: ", t.one("add em up: ", "then ", "add: ", "")) + "\n".join(sums) + "\n"

    def says(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"so the answer is {now}",
                    f"so its {now}",
                    f"Answer: {now}",
                    f"{t.ab} = {now}",
                    f"which means {t.ab} is {now}.",
                    f"I get {now}.",
                    f"Your answer is {now}",
                    f"That gives you {now} for the product.",
                    f"so {now} it is",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        day, hour, minute = t.rng.randint(1, 28), t.rng.randint(1, 12), t.rng.randint(10, 59)
        text = t.one(
            f"Re: Calculate {t.ab}\n\n",
            f"Answered by {t.one('numbernerd', 'kat_h', 'oldprof', 'guest')} on Mar {day}, 2014\n\n",
            f"A: ok so {t.ab}, ",
            f"Best Answer\n\n{t.one('Hi! ', 'Well, ', 'Easy. ')}",
            f"posted at {hour}:{minute}\n\n",
            f"Solution:\n{t.ab}\n",
            "",
            f"> Calculate {t.ab}. Think step by step.\n\n",
            f"{t.rng.randint(2, 9)} Answers\n\n",
        )
        text += t.one("", "", "My teacher showed me this: ", "No calculator needed. ", "Just do it in parts. ")
        return text + self.working(t, t.solve("high", "low", "chunks", "round")) + self.says(t)

    def edit(self, t: Telling) -> str:
        number = "" if t.index == 1 else f" {t.index}"
        return t.one(f"EDIT{number}: ", f"Edit{number}: ", "Update: ", f"**Edit{number}:** ", "P.S. ", "[edit] ")

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = self.edit(t) + t.one(
            f"oops, {wrong} is {now} and not {was}.",
            f"sorry I typed {was} for {wrong}, should be {now}.",
            f"someone pointed out that {wrong} = {now}, they are right, I had {was}.",
            f"my bad, {wrong} is actually {now}.",
        )
        if mended.place is not None:
            text += t.one(" so ", " then ", " fixed: ") + ", ".join(adding(t, mended.work, whole=0.9))
        return text + "\n" + self.says(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = self.edit(t) + t.one("I just checked it. ", "hmm. ", "wait a sec. ") + misfit_told(t, off)
        text += t.one(
            " so that was wrong, here it is again\n", " So I messed up. Again:\n", " ignore the above. redo\n"
        )
        return text + self.working(t, t.solve("high", "low", "swapped")) + self.says(t)

    def checked(self, t: Telling) -> str:
        text = self.edit(t) + t.one("I tried it another way to check\n", "checking it the other way around:\n")
        text += self.working(t, t.other("round"))
        text += t.one(
            f"thats not {t.n(t.previous)}, so I was wrong before\n",
            f"so forget {t.n(t.previous)}, I messed that one up\n",
            "not the same... ok the first one is wrong, I found the mistake\n",
        )
        return text + self.says(t)

    def redone(self, t: Telling) -> str:
        text = self.edit(t) + t.one(
            "ignore what I wrote, it's wrong. Here is how it really goes\n",
            "oh no that's wrong lol. Let me do that again.\n",
            "Sorry, that was not correct. New try:\n",
            "I screwed up the zeros so scratch that.\n",
            "My answer above is wrong, don't copy it. Correct version:\n",
            "I got that wrong, sorry everyone. Once again from the start\n",
        )
        return text + self.working(t, t.solve("high", "low", "chunks", "swapped")) + self.says(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text += t.one("You can check it: ", "proof: ", "to check, ") + confirming(
                t, PLAIN, "last", "inverse", "second"
            )
            text += t.one(" so thats right", " ok", " works", " :)") + "\n\n"
        while True:
            x, y = t.rng.randint(3, 40), t.rng.randint(3, 40)
            if (x, y) != (t.a, t.b) and x * y not in (t.product, *t.candidates):
                break
        votes = t.rng.randint(2, 99)
        return text + t.one(
            "",
            "",
            "Hope that helps!",
            f"{votes} people found this helpful",
            f"Related questions\n\nWhat is {x} {t.x} {y}?\nWhat is the square root of {x * x}?",
            f"Question: Calculate {x} {t.x} {y}. Think step by step.\nAnswer: {x} {t.x} {y} = {x * y}",
            f"Next problem: a box holds {x} pens. How many pens are in {y} boxes? {x} {t.x} {y} = {x * y} pens.",
            f"Tags: multiplication, arithmetic, grade {t.rng.randint(3, 6)}\nViews: {votes * 13}",
            "Thanks, that was really clear! – anna",
            "Comments (0)\n\nLog in to reply.",
        )

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.01)


class EmojiCoach(Scrivener):
    """Cheerful chat models: emoji, bold numbers, short lively lines."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "✖️", "*")

    def solution(self, t: Telling, work: Work) -> str:
        marks = t.rng.choice([["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣"], ["👉"] * 7, ["🔹"] * 7, ["➡️"] * 7])
        text = ""
        if t.chance(0.7):
            text += t.one("🧩 ", "💡 ", "") + t.one(
                f"Let's slice **{t.n(work.b)}** into {t.factor(work)}!",
                f"The trick: {t.n(work.b)} = {t.factor(work)}.",
                f"Split {t.n(work.b)} up: {t.factor(work)}",
            )
            text += "\n\n"
        for place, term in enumerate(work.terms):
            text += f"{marks[min(place, 6)]} {line(t, term, share=0.3)}"
            text += t.one("\n", "\n", " 👍\n", " – easy!\n") if place else "\n"
        text += "\n" + verb(work, t.one("➖ Now subtract: ", "➖ Take away: "), t.one("➕ Add it all up: ", "➕ Sum: "))
        return text + t.one(" → ", ", then ").join(adding(t, work)) + "\n\n"

    def tada(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"🎉 **{t.ab} = {now}**",
                    f"✅ **Answer: {now}**",
                    f"And there we have it: **{now}**! 🎯",
                    f"So your answer is **{now}** 🙌",
                    f"**Final answer:** {now} ✨",
                    f"🏁 {t.ab} equals **{now}**!",
                    f"Boom 💥 {t.ab} = {now}",
                    f"That makes **{now}**, our answer! 🥳",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"Alright, let's crunch some numbers! 🧮 We want {t.ab}.\n\n",
            f"Ooh, a multiplication! 😄 Let's tackle {t.ab} together.\n\n",
            f"Let's break down {t.ab} step by step! 🚀\n\n",
            f"Sure thing! Here's {t.ab}, nice and slow 🐢\n\n",
            f"🔢 **Problem:** {t.ab}\n\n",
            "Great question! Let's do it piece by piece 👇\n\n",
        )
        if t.chance(0.25):
            text += t.one("🤔 First thought: ", "Fun fact: ", "Before we begin: ") + aside(t) + "\n\n"
        return text + self.solution(t, t.solve("high", "chunks", "round", "low")) + self.tada(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one(
            f"Oops! 🙈 I spotted a slip: {wrong} is {now}, not {was}.",
            f"Hang on ✋ {wrong} should be {now} (I said {was}).",
            f"Uh-oh, small mistake 😅 {wrong} = {now}, so {was} was off.",
            f"❗ Let me fix something: {wrong} isn't {was}, it's {now}.",
        )
        if mended.place is not None:
            text += t.one(" New sum: ", " So now: ", " Fixed up: ") + ", then ".join(adding(t, mended.work))
        return text + "\n\n" + self.tada(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("🔍 Quick check time! ", "🕵️ Does it hold up? ", "Let's test it! ") + misfit_told(t, off)
        text += t.one(" ❌ So that's wrong!", " 😬 Not good, our answer is wrong.", " 🚫 Nope, it can't be right.")
        text += t.one(" Take two:\n\n" if t.index == 1 else " Again:\n\n", " Let's go again:\n\n", " Redo:\n\n")
        return text + self.solution(t, t.solve("high", "chunks", "swapped")) + self.tada(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "🔄 Let's double-check another way!\n\n", "🔍 Second opinion, coming up:\n\n", "🧪 Testing it:\n\n"
        )
        text += self.solution(t, t.other("round"))
        text += t.one(
            f"Hmm 🤨 that's not {t.n(t.previous)}! I slipped the first time.\n\n",
            f"Whoa, different from {t.n(t.previous)}! My earlier answer was wrong, sorry! 🙏\n\n",
            "They don't match 😮 and the first one turns out to have a mistake in it.\n\n",
        )
        return text + self.tada(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Wait wait wait ✋ that's not right! Let's rewind ⏪\n\n",
            "Oh no, I goofed 🤦 That answer is wrong. Let's try again!\n\n",
            "Yikes 😬 I mixed up my digits, so please forget that answer. Fresh start:\n\n",
            "❌ Scratch that, it's incorrect! Here we go again:\n\n",
            "Hmm, I take that back, something's wrong up there 🙃 From the top:\n\n",
        )
        return text + self.solution(t, t.solve("high", "chunks", "swapped", "low")) + self.tada(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.12):
            text += t.one("🔁 Let's double-check it another way!\n\n", "🧪 Proof by second method:\n\n")
            text += self.solution(t, t.other("round"))
            text += t.one("Same number, woohoo! 🎊\n\n", "It's a match ✅\n\n", "Same result, so we're right! 💪\n\n")
        elif t.chance(0.4):
            text += t.one("🔍 Check: ", "🧪 Sanity check: ", "Let's verify! ") + confirming(t, PLAIN, *ALL_CHECKS)
            text += t.one(" ✅", " It matches! 🎊", " All good 👌", " Yay, it's right!") + "\n\n"
        return text + t.one(
            "", "", "Want to try another one? 😊", "Happy calculating! 🌟", "Math is fun, isn't it? 🎈", "High five! ✋"
        )


class VerifyThenRetry(Scrivener):
    """Models trained to verify and retry: a solution, an explicit verdict, another try."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "×", "\\times", "×")

    def ink(self, t: Telling) -> Ink:
        return DOLLAR if t.x == "\\times" else PLAIN

    def solution(self, t: Telling, work: Work) -> str:
        ink = self.ink(t)
        text = t.one(
            f"We have {ink(f'{t.m(work.b)} = {t.factor(work, True)}')}. ",
            f"Decompose {ink(t.m(work.b))} as {ink(t.factor(work, True))}. ",
            f"Multiply {ink(t.m(work.a))} by the parts {ink(t.factor(work, True))} of {ink(t.m(work.b))}. ",
            "",
        )
        join = t.one("\n", " ", "\n\n")
        text += join.join(
            t.one("", "", "Compute ", "Now ") + ink(eq) + "." for eq in [*lines(t, work, ink), *adding(t, work, ink)]
        )
        return text + t.one("\n", " ", "\n\n")

    def stated(self, t: Telling) -> str:
        ink = self.ink(t)
        now = ink(ink.num(t, t.candidate))
        box = f"$\\boxed{{{t.m(t.candidate)}}}$"
        return (
            t.c(
                t.one(
                    f"The answer is {box}.",
                    f"So the answer is {now}.",
                    f"Therefore, {equals(t, ink)}.",
                    f"My answer is {now}.",
                    f"Final answer: {box}",
                    f"Hence {both(t, ink)} is {box}.",
                    f"So {both(t, ink)} = {now}." if not ink.tex else f"So {equals(t, ink)}.",
                    f"Thus the answer is {now}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"Let's solve {both(t, self.ink(t))}.\n",
            f"I need to compute {both(t, self.ink(t))}.\n",
            "Solution: ",
            "First, let me solve the problem. ",
            f"We calculate {both(t, self.ink(t))} step by step. ",
            "Try 1:\n" if t.flag("tries", 0.3) else "",
        )
        return text + self.solution(t, t.solve("high", "low", "chunks", "round")) + self.stated(t)

    def verifies(self, t: Telling) -> str:
        return t.one(
            "Let me verify my answer. ",
            "Verification: ",
            "Wait, let me recheck my solution. ",
            "Now I verify the answer. ",
            "Verify: ",
            "Let me check whether this is correct. ",
        )

    def retry(self, t: Telling) -> str:
        if t.flag("tries", 0.3):
            return t.one(f"\n\nTry {t.index + 1}:\n", f"\n\nTry {t.index + 1}: ")
        return t.one("\n\nLet me try again. ", "\n\nLet me solve it again.\n", "\n\nSo I retry. ", "\n\nAgain: ")

    def mended(self, t: Telling, mended: Mended) -> str:
        ink = self.ink(t)
        wrong, was, now = ink(culprit(t, mended, ink)), ink(t.m(mended.was)), ink(t.m(mended.now))
        text = self.verifies(t) + t.one(
            f"The step {wrong} = {was} is incorrect; the right value is {now}.",
            f"I used {was} for {wrong}, but it is {now}.",
            f"{cap(wrong)} should be {now}, not {was}.",
        )
        text += t.one(" So the answer is incorrect.", " Thus my answer is wrong.", " The solution has an error.")
        if mended.place is not None:
            text += self.retry(t) + " ".join(ink(eq) + "." for eq in adding(t, mended.work, ink, 0.9))
        return text + t.one(" ", "\n") + self.stated(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = self.verifies(t) + misfit_told(t, off, self.ink(t))
        text += t.one(
            " Therefore, the answer is incorrect.", " So it's wrong.", " Verdict: incorrect.", " It does not hold."
        )
        return text + self.retry(t) + self.solution(t, t.solve("high", "low", "chunks", "swapped")) + self.stated(t)

    def checked(self, t: Telling) -> str:
        text = self.verifies(t) + t.one("I compute it in another way. ", "Another decomposition: ", "")
        text += self.solution(t, t.other("round"))
        was = self.ink(t)(t.m(t.previous))
        text += t.one(
            f"This is different from {was}, so the previous answer is incorrect. ",
            f"It does not equal {was}. The previous solution was wrong. ",
            f"Verdict: {was} is incorrect. ",
        )
        return text + self.stated(t)

    def redone(self, t: Telling) -> str:
        text = self.verifies(t) + t.one(
            "I think there is an error in the multiplication, the answer is incorrect.",
            "The answer is wrong.",
            "The partial products are not aligned properly, so it is incorrect.",
            "This is not correct.",
            "My solution contains a mistake and I reject the answer.",
            "Verdict: incorrect.",
        )
        return text + self.retry(t) + self.solution(t, t.solve("high", "low", "chunks", "swapped")) + self.stated(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.35):
            return ""
        text = self.verifies(t)
        if t.chance(0.2):
            text += t.one("I solve it in another way. ", "Use another decomposition. ")
            text += self.solution(t, t.other("round")) + t.one(
                "It is the same. ", "This agrees with my answer. ", "Same. "
            )
        elif t.chance(0.75):
            text += confirming(t, self.ink(t), *ALL_CHECKS) + " "
        text += t.one(
            "So the answer is correct.",
            "Verdict: correct.",
            "The answer is right.",
            "Everything is correct, so I keep the answer.",
            "No error found.",
        )
        if t.chance(0.4):
            text += "\n\n" + t.r(
                t.one("Final answer: ", "So the final answer is ") + f"$\\boxed{{{t.m(t.candidate)}}}$"
            )
        return text


class ProseSoliloquy(Scrivener):
    """Trained from a base model: one flowing monologue without markup, full of questions to itself."""

    ways: ClassVar[dict[str, float]] = {"mend": 3, "check": 3, "quick": 2, "redo": 3}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "plain")
        t.maths = t.words
        t.x = t.one("times", "×", "*", "times", "by")

    def musing(self, t: Telling, work: Work) -> str:
        text = t.one(
            f"What do I do with {t.n(work.b)}? I take it as {t.factor(work)}. ",
            f"How about {t.n(work.b)} as {t.factor(work)}? Good. ",
            f"Can I split {t.n(work.b)}? Yes, {t.factor(work)}. ",
            f"I think of {t.n(work.b)} as {t.factor(work)}. ",
        )
        for place, term in enumerate(work.terms):
            eq = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            wrong = stray(t, work, term) if t.chance(0.08) else None
            if wrong:
                text += t.one(
                    f"And {eq}? {t.n(wrong)}? No, {t.n(term.value)}. ",
                    f"Then {eq}, which is {t.n(wrong)}, or rather {t.n(term.value)}. ",
                    f"Next {eq}. Is it {t.n(wrong)}? Not quite, it's {t.n(term.value)}. ",
                )
                continue
            text += t.one(
                f"What is {eq}? That's {t.n(term.value)}. ",
                f"{'So' if not place else 'And'} {eq} is {t.n(term.value)}. ",
                f"{'First' if not place else 'Then'} {eq}, which is {t.n(term.value)}. ",
                f"{cap(line(t, term, share=0.5))}. ",
            )
        sums = adding(t, work, whole=0.4)
        return (
            text
            + verb(
                work,
                t.one("And minus? ", "Take it away: "),
                t.one("And all together? ", "Now the sum: ", "Add them: ", "What do they add up to? "),
            )
            + ", and ".join(sums)
            + ". "
        )

    def settles(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"So I'd say the answer is {now}.",
                f"So {t.ab} is {now}.",
                f"That means {t.ab} comes out at {now}.",
                f"So my answer is {now}.",
                f"Then {now} is the product.",
                f"So we have {t.ab} = {now}.",
                f"The answer must be {now}.",
                f"Therefore I answer {now}.",
                f"So it's {now} in the end.",
            )
        ) + t.one(" ", " ", "\n\n")

    def first(self, t: Telling) -> str:
        text = t.one(
            f"What is {t.ab}? ",
            f"I want to know {t.ab}. ",
            f"Let me think about {t.ab}. ",
            f"So the question is what {t.ab} makes. ",
            f"We're asked for {t.ab}. How should I start? ",
        )
        text += t.one("", "", "Should I use columns? Perhaps parts are simpler. ", "Slowly now. ", f"{aside(t)} ")
        return text + self.musing(t, t.solve("high", "chunks", "round", "low", "swapped")) + self.settles(t)

    def mended(self, t: Telling, mended: Mended) -> str:
        wrong, was, now = culprit(t, mended), t.n(mended.was), t.n(mended.now)
        text = t.one("But is that so? ", "Did I get each part right? ", "Let me look at it again. ", "Hmm, really? ")
        text += t.one(
            f"{cap(wrong)} is {now}, and I said {was}, so I erred there. ",
            f"I took {was} for {wrong}. But it's {now}. ",
            f"For {wrong} I get {now} this time. Yes, {was} was wrong. ",
        )
        if mended.place is not None:
            text += (
                t.one("What does that change? ", "So again: ", "Then ") + ", and ".join(adding(t, mended.work)) + ". "
            )
        return text + self.settles(t)

    def misfitting(self, t: Telling, off: Misfit) -> str:
        text = t.one("Can that be? ", "Is it plausible? ", "How can I test this? ") + misfit_told(t, off) + " "
        text += t.one(
            "So no, it can't be right. Then where is the error? I'd better do it all again. ",
            "That's a clear sign that I was wrong. Again, then. ",
            "Then my answer is false and I need a new one. ",
        )
        return text + self.musing(t, t.solve("high", "chunks", "swapped")) + self.settles(t)

    def checked(self, t: Telling) -> str:
        text = t.one(
            "Would another way give the same? ", "Can I confirm it differently? ", "Shall I try it the other way? "
        )
        text += self.musing(t, t.other("round"))
        text += t.one(
            f"But that isn't {t.n(t.previous)}. Which is right? The first had a slip in it, I see it now. ",
            f"Earlier I said {t.n(t.previous)}, and that was wrong, as I now see. ",
            f"So not {t.n(t.previous)} after all. ",
        )
        return text + self.settles(t)

    def redone(self, t: Telling) -> str:
        text = t.one(
            "Is that right? No, I don't believe it, something went wrong. Let me begin anew. ",
            "Am I sure? No. That is wrong, I jumbled the digits. Once more from the beginning. ",
            "Hmm, that's not it. I take that answer back. Again. ",
            "Wait, did I lose a zero? I did, so that's wrong. Start over. ",
            "No, no. That answer is mistaken. How does it really go? ",
        )
        return text + self.musing(t, t.solve("high", "chunks", "swapped", "low")) + self.settles(t)

    def closing(self, t: Telling) -> str:
        how = t.one("none", "none", "check", "check", "doubt")
        if how == "none":
            return ""
        if how == "check":
            text = t.one("Is it right? ", "Does that make sense? ", "How can I be sure? ", "Let me check. ")
            text += confirming(t, PLAIN, *ALL_CHECKS) + " "
            text += t.one("So yes.", "Good, then I'm done.", "Yes, it fits.", "That settles it.")
        else:
            text = t.one(
                "Could I be wrong? I went through it slowly, so I don't think so.",
                "Should I check it again? It seems fine to me.",
                "Did I carry everything? Yes, I did.",
                "I'm a little unsure about the last addition, but I'll leave it at that.",
            )
        return text + t.r(t.one("", "", f" The answer is {t.n(t.candidate)}.", f" Final answer: {t.n(t.candidate)}"))


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        QwenMathBox(),
        DistillMonologue(),
        ClaudeOutline(),
        GemmaThreeList(),
        TinyLlamaSteps(),
        BegunThought(),
        OssAnalysis(),
        ChainOfDraft(),
        DraftAndReview(),
        RunningLedger(),
        Crosswise(),
        PaperColumns(),
        DeepSeekChat(),
        ToraCell(),
        ForumEdits(),
        EmojiCoach(),
        VerifyThenRetry(),
        ProseSoliloquy(),
    )
}
