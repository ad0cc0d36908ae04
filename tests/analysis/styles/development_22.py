"""Sixteen styles written blind: chat answers, reflection data sets, reasoning models, small models after RL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .common import Mended, Style, Telling, Term, Work


@dataclass(frozen=True)
class Turn:
    """How the writer comes to try again: part, sum, clash, last, nines, size or redo."""

    kind: str
    work: Work
    fix: Mended | None = None


def tiny(t: Telling) -> bool:
    return t.a < 10 and t.b < 10


def believable(term: Term) -> bool:
    """Whether someone could write this value for this partial product."""
    true = term.left * term.right
    if term.value == true:
        return True
    digits = [str(factor).rstrip("0") for factor in (term.left, term.right)]
    zeros = len(str(term.left) + str(term.right)) - len("".join(digits))
    if "1" in digits or true < 20:
        return False
    return term.value in (true * 10, true // 10) or (abs(term.value - true) * 4 < true and not term.value % 10**zeros)


def solve(t: Telling, *methods: str) -> Work:
    """As t.solve, but a slip that nobody would make in a partial product is made in the sum."""
    whole = any(len(str(n).replace("0", "")) < 2 for n in (t.a, t.b))
    methods = tuple(m for m in methods or ("high", "low", "chunks") if m != "area" or not whole)
    return settle(t, lambda: t.solve(*methods))


def other(t: Telling, *methods: str) -> Work:
    """As t.other, and truly another way than the one before."""
    whole = any(len(str(n).replace("0", "")) < 2 for n in (t.a, t.b))
    before, start = pieces(t.work), t.work

    def draw() -> Work:
        t.work = start
        work = t.other(*(m for m in methods if m != "area" or not whole))
        return work if pieces(work) != before else t.solve("swapped", "chunks")

    return settle(t, draw)


def pieces(work: Work) -> set[tuple[int, int]]:
    return {(term.left, term.right) for term in work.terms}


def settle(t: Telling, draw: Callable[[], Work]) -> Work:
    """The most believable of some works."""
    off, best, least = t.candidate - t.product, draw(), 9
    for trial in range(10):
        work = draw() if trial < 6 else t.solve("swapped", "chunks", "high")
        cost = 0
        if not all(believable(term) for term in work.terms):
            terms = [Term(x.left, x.right, x.left * x.right, x.sign) for x in work.terms]
            changed = [Term(x.left, x.right, x.value + x.sign * off, x.sign) for x in terms]
            able = [place for place, term in enumerate(changed) if term.value > 0 and believable(term)]
            if able and t.chance(0.8):
                place = t.rng.choice(able)
                terms[place] = changed[place]
            work = Work(work.a, work.b, work.method, tuple(terms), work.total)
        if any(term.value == t.candidate for term in work.terms):
            cost = 3
        elif sum(term.sign * term.value for term in work.terms) != work.total and abs(off) * 8 > t.product:
            cost = 1 + (work.total < max(term.value for term in work.terms))
        if cost < least:
            best, least = work, cost
        if not cost:
            break
    t.work = best
    return best


def misfits(t: Telling) -> list[str]:
    """The quick checks that the candidate before fails and the new one passes."""
    found: list[str] = []
    if tiny(t):
        return found
    if t.previous % 10 != t.product % 10 == t.candidate % 10:
        found.append("last")
    if t.previous % 9 != t.product % 9 == t.candidate % 9:
        found.append("nines")
    if (
        not 0.5 < t.previous / t.product < 2
        and 0.7 < t.candidate / t.product < 1.4
        and rough(t.a) * rough(t.b) not in (t.product, *t.candidates)
    ):
        found.append("size")
    return found


def plan(t: Telling, mend: float = 3, clash: float = 2, redo: float = 2, check: float = 1.5) -> Turn:
    """Draws how the revision goes; every kind comes with the work that leads to the new candidate."""
    if t.same:
        return Turn("redo", other(t, "round", "low", "chunks") if t.chance(0.6) else solve(t))
    failing = misfits(t)
    kind = t.way(mend=mend, clash=0 if tiny(t) else clash, redo=redo, check=check if failing else 0)
    if kind == "mend" and not tiny(t):
        fix = t.mend()
        if fix is not None and all(believable(term) for term in fix.work.terms):
            return Turn("sum" if fix.place is None else "part", fix.work, fix)
    if kind == "clash":
        return Turn("clash", other(t, "round", "area"))
    if kind == "check":
        return Turn(t.one(*failing), solve(t, "high", "low", "chunks", "swapped"))
    return Turn("redo", other(t, "low", "chunks") if t.chance(0.4) else solve(t))


def detail(t: Telling, term: Term, share: float, maths: bool = False) -> str:
    """How a partial product comes about, where there is something to take apart."""
    return t.detail(term, share, maths) if len(str(term.left).replace("0", "")) > 1 else ""


def small(t: Telling, end: str = "\n") -> str:
    """What there is to say on the way to a product of two digits."""
    lines = [
        "Multiplying the two digits directly.",
        "From the times table.",
        f"That is {t.b} groups of {t.a}.",
        f"Adding {t.a} to itself, {t.b} terms in all.",
        "Both factors are single digits.",
        "This is a basic fact.",
        f"I take {t.a} and multiply it by {t.b}.",
        f"Counting up by {t.a}, {t.b} times.",
    ]
    if t.candidate == t.product and t.b > 2:
        lines += [f"Counting up: {', '.join(str(t.a * k) for k in range(1, t.b + 1))}."] * 3
    return t.one(*lines) + end


def rough(number: int) -> int:
    unit: int = 10 ** max(min(1, len(str(number)) - 1), len(str(number)) - 2)
    return round(number / unit) * unit


def row_trace(left: int, right: int) -> str:
    """A row of long multiplication digit by digit with its carries; nothing if the right factor is no single digit."""
    digit = int(str(right).rstrip("0"))
    if digit > 9:
        return ""
    carry, steps, digits = 0, [], [int(d) for d in reversed(str(left))]
    for place, d in enumerate(digits):
        value = d * digit + carry
        step = f"{d}*{digit}={d * digit}"
        if carry:
            step += f", plus {carry} is {value}"
        carry = value // 10
        if place == len(digits) - 1:
            step += f", write {value}" if len(digits) > 1 else ""
        else:
            step += f", write {value % 10}" + (f" carry {carry}" if carry else "")
        steps.append(step)
    return "; ".join(steps)


def add_trace(values: list[int]) -> str:
    """The columns of an addition with their carries."""
    names = ["ones", "tens", "hundreds", "thousands", "ten-thousands", "hundred-thousands", "millions"]
    wide, carry, steps = max(len(str(v)) for v in values), 0, []
    for place in range(wide):
        digits = [v // 10**place % 10 for v in values if v >= 10**place]
        total = sum(digits) + carry
        terms = "+".join(map(str, digits)) + (f"+{carry}" if carry else "")
        name = names[place] if place < len(names) else f"10^{place}"
        steps.append(
            f"{name}: {terms}"
            + (f"={total}" if "+" in terms else "")
            + (" →" + f" {total % 10}" + f" carry {total // 10}" if total > 9 and place < wide - 1 else "")
        )
        carry = total // 10
    return ", ".join(steps)


class Scribe(Style):
    """Formulas in a style's own delimiters, and the clauses that quick checks are told in."""

    delimiters: tuple[tuple[str, str], ...] = (("", ""),)
    approx = "≈"

    def q(self, t: Telling, formula: str) -> str:
        which = 0 if len(self.delimiters) == 1 or t.flag("delimiter", 0.6) else 1
        open_, close = self.delimiters[which]
        return f"{open_}{formula}{close}"

    def s(self, t: Telling, number: int) -> str:
        return t.m(number) if self.delimiters[0][0] else t.n(number)

    def mul(self, t: Telling, left: int, right: int) -> str:
        return f"{self.s(t, left)} {t.x} {self.s(t, right)}"

    def eq(self, t: Telling, term: Term) -> str:
        return f"{self.mul(t, term.left, term.right)} = {self.s(t, term.value)}"

    def total(self, t: Telling, work: Work) -> str:
        return f"{t.sum(work, bool(self.delimiters[0][0]))} = {self.s(t, work.total)}"

    def additions(self, t: Telling, work: Work) -> list[str]:
        return [
            f"{self.s(t, so_far)} {'+' if sign > 0 else '-'} {self.s(t, value)} = {self.s(t, result)}"
            for so_far, sign, value, result in work.steps()
        ]

    def ab_(self, t: Telling) -> str:
        return self.q(t, self.mul(t, t.a, t.b))

    def misfit(self, t: Telling, kind: str) -> str:
        """A clause that says what is wrong with the candidate before."""
        was, q = self.q(t, self.s(t, t.previous)), self.q
        if kind == "last":
            x, y = t.a % 10, t.b % 10
            ends, last = t.previous % 10, x * y % 10
            fact = q(t, f"{x} {t.x} {y} = {x * y}")
            return t.one(
                f"the last digit must come from {fact}, so it should be {last}, but {was} ends in {ends}",
                f"the units digits give {fact}, so the product has to end in {last}, and {was} ends in {ends}",
                f"{was} ends in {ends}, and with {fact} the product has to end in {last}",
                f"the ones place is off: {fact} means a final digit of {last}, not {ends}",
                f"a number ending in {x} times a number ending in {y} ends in {last}, while {was} ends in {ends}",
                f"checking the units digit, {fact}, so it should end with {last} rather than {ends}",
            )
        if kind == "nines":
            x, y, z, p = t.a % 9, t.b % 9, t.product % 9, t.previous % 9
            return t.one(
                f"modulo 9 the factors are {x} and {y}, so the product should be {z} mod 9, but {was} is {p} mod 9",
                f"casting out nines, {x} times {y} leaves {z}, whereas {was} leaves {p}",
                f"the digit-sum check fails: the factors reduce to {x} and {y}, which calls for {z}, and "
                f"{was} gives {p}",
                f"the mod 9 check does not work out ({was} leaves a remainder of {p}, it should be {z})",
                f"{was} has remainder {p} when divided by 9, while the factors ({x} and {y}) require {z}",
            )
        x, y = rough(t.a), rough(t.b)
        near = q(t, f"{self.s(t, x)} {t.x} {self.s(t, y)} = {self.s(t, x * y)}")
        far = "small" if t.previous < t.product else "large"
        return t.one(
            f"a rough estimate is {near}, so {was} is much too {far}",
            f"the size is off: {near}, and {was} is nowhere near that",
            f"rounding the factors gives {near}, which means {was} is far too {far}",
            f"by estimation it should be around {q(t, self.s(t, x * y))}, and {was} is way too {far}",
            f"{was} can't be right in magnitude, since {near}",
        )

    def fits(self, t: Telling) -> str:
        """A clause that says how a quick check agrees with the candidate; nothing if none that is drawn does."""
        now, q = self.q(t, self.s(t, t.candidate)), self.q
        kind = t.one("estimate", "last", "nines", "divide")
        if tiny(t):
            return ""
        if kind == "estimate" and (guess := t.estimate()) and guess[2] not in (t.product, *t.candidates):
            x_, y_, z_ = (self.s(t, number) for number in guess)
            near = q(t, f"{x_} {t.x} {y_} = {z_}")
            return t.one(
                f"{near}, so a result of this size is reasonable",
                f"rounding gives {near}, which is in the right range",
                f"as a sanity check, {near}, which is close to what we have",
                f"an estimate of {near} is consistent with this",
                f"{near}, so {now} is plausible",
                f"the rough value {near} is close to {now}",
            )
        if kind == "last" and (ends := t.last_digit()):
            x, y, z = ends
            fact = q(t, f"{x} {t.x} {y} = {z}")
            return t.one(
                f"{fact}, so the last digit should be {z % 10}, and it is",
                f"the last digits give {fact}, and {now} ends in {z % 10} as it should",
                f"the units digit is {z % 10}, which agrees with {fact}",
                f"the number ends in {z % 10}, as expected from {fact}",
                f"the ones digits multiply to {fact}, which matches the final digit {z % 10}",
            )
        if kind == "nines" and (rest := t.nines()):
            x, y, z = rest
            return t.one(
                f"modulo 9 the factors are {x} and {y}, their product is {z} mod 9, and {now} is also {z} mod 9",
                f"casting out nines gives {x} times {y}, i.e. {z}, and {now} also reduces to {z}",
                f"the mod 9 check works (both sides are {z})",
                f"the digit sums are consistent modulo 9 (both sides give {z})",
            )
        if kind == "divide" and t.candidate == t.product and not tiny(t):
            back = q(
                t,
                f"{self.s(t, t.candidate)} {'÷' if not self.delimiters[0][0] else chr(92) + 'div'} "
                f"{self.s(t, t.b)} = {self.s(t, t.a)}",
            )
            return t.one(
                f"dividing back, {back}, as it should be",
                f"{back}, which returns the first factor",
                f"the inverse operation works out: {back}",
                f"going backwards, {back}",
            )
        return ""


def cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def slipped(t: Telling, term: Term, eq: str, show: Callable[[int], str], share: float, *fixes: str) -> str:
    """The equation, now and then with a slip first that is mended at once; `{}` in a fix is the right value."""
    if term.value < 20 or not t.chance(share):
        return eq
    head = eq.rsplit("= ", 1)[0]
    return f"{head}= {show(t.near(term.value))}{t.one(*fixes).format(show(term.value))}"


# --- ordinary chat answers -------------------------------------------------------------------------------------------


class SectionedAssistant(Scribe):
    """Markdown headings, inline LaTeX and displays, a bold or boxed conclusion."""

    delimiters = (("\\( ", " \\)"), ("$", "$"))
    approx = "\\approx"
    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words, t.maths = t.one("comma", "plain"), t.one("plain", "latex", "comma")
        t.x = t.one("\\times", "\\times", "\\cdot")

    def d(self, t: Telling, formula: str) -> str:
        return f"$$\n{formula}\n$$\n" if not t.flag("delimiter", 0.6) else f"\\[\n{formula}\n\\]\n"

    def heading(self, t: Telling, text: str) -> str:
        return f"\n### {text}\n" if t.flag("hashes", 0.7) else f"\n**{text}**\n"

    def body(self, t: Telling, work: Work, number: int = 1) -> str:
        if tiny(t):
            return small(t)
        q = self.q

        def step(n: int, title: str) -> str:
            return f"Step {n}: {title}" if t.flag("steps", 0.7) else f"{n}. {title}"

        b = q(t, t.m(work.b))
        text = self.heading(
            t,
            step(
                number,
                t.one(
                    f"Break down {b}",
                    "Decompose one of the factors",
                    "Split the number",
                    f"Expand {b}",
                    "Use the distributive property",
                    f"Write {b} as a sum",
                    "Set up the multiplication",
                    "Break it apart",
                ),
            ),
        )
        if work.method == "area":
            text += (
                t.one(
                    "Split both factors by place value and multiply every pair.",
                    "We expand both numbers and multiply all the pieces.",
                )
                + "\n"
            )
        else:
            text += self.d(t, f"{t.m(work.b)} = {t.factor(work, True)}")
        text += self.heading(
            t,
            step(
                number + 1,
                t.one(
                    "Multiply each part",
                    "Compute the partial products",
                    "Partial products",
                    "Multiply",
                    "Calculate each term",
                    "Find each product",
                    "Multiply each component",
                    "Work out the pieces",
                ),
            ),
        )
        for place, term in enumerate(work.terms, start=1):
            line = q(
                t,
                slipped(
                    t,
                    term,
                    self.eq(t, term),
                    t.m,
                    0.02,
                    " \\) — correction: \\( {}" if t.flag("delimiter", 0.6) else "$ — correction: ${}",
                ),
            )
            text += f"{place}. {line}\n" if t.flag("numbers", 0.4) else f"- {line}\n"
            if more := detail(t, term, 0.2, True):
                text += f"   - {q(t, more)}\n"
        text += self.heading(
            t,
            step(
                number + 2,
                t.one(
                    "Add the partial products",
                    "Sum the results",
                    "Add everything together",
                    "Combine",
                    "Add them up",
                    "Sum up",
                    "Final addition",
                    "Put it together",
                ),
            ),
        )
        if len(work.terms) > 2 and t.chance(0.4):
            text += "".join(f"- {q(t, line)}\n" for line in self.additions(t, work))
        else:
            text += self.d(t, self.total(t, work))
        return text

    def commit(self, t: Telling) -> str:
        q, now = self.q, t.m(t.candidate)
        product = self.mul(t, t.a, t.b)
        head = t.one("", self.heading(t, t.one("Final Answer", "Conclusion", "Result", "Answer", "Final Result")))
        return (
            head
            + t.c(
                t.one(
                    f"So, {q(t, product)} equals **{t.n(t.candidate)}**.",
                    f"Thus, the product is {q(t, t.boxed())}.",
                    f"Therefore, {q(t, f'{product} = {now}')}.",
                    f"**{q(t, f'{product} = {now}')}**",
                    f"The final answer is **{t.n(t.candidate)}**.",
                    f"Hence, {q(t, f'{product} = {t.boxed()}')}.",
                    f"So the result of {q(t, product)} is **{t.n(t.candidate)}**.",
                    f"The product of {q(t, t.m(t.a))} and {q(t, t.m(t.b))} is {q(t, now)}.",
                    f"Adding these together, we find {q(t, f'{product} = {now}')}.",
                )
            )
            + "\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.8 if t.more else 0.7) or not (clause := self.fits(t)):
            return ""
        return (
            "\n"
            + t.one(
                f"**Check:** {cap(clause)}.",
                f"Quick check: {clause}.",
                f"(Sanity check: {clause}.)",
                f"{cap(clause)}.",
                f"As a quick check, {clause}.",
                f"*Note:* {clause}.",
                f"To verify: {clause}.",
                f"Verification: {clause}. ✅",
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        q, ab = self.q, self.ab_(t)
        text = (
            t.one(
                f"To calculate {ab}, we can break the multiplication into smaller, more manageable parts.",
                f"Let's calculate {ab} step by step.",
                f"Sure! Let's work through {ab} step by step.",
                f"To find {ab}, we'll use the distributive property.",
                f"We want to compute {ab}.",
                f"Let's break down the multiplication of {ab} step by step:",
                f"To solve {ab}, follow these steps:",
                f"Let's compute {ab} carefully.",
                f"We need to calculate {ab}. Here is a step-by-step solution.",
                f"Certainly! Here's how to multiply {q(t, t.m(t.a))} by {q(t, t.m(t.b))}:",
            )
            + "\n"
        )
        if tiny(t):
            text += "\n" + small(t)
        else:
            text += self.body(t, solve(t, "high", "high", "low", "chunks", "round", "area"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, q, was = plan(t), self.q, self.q(t, t.m(t.previous))
        text = "\n" + (
            self.heading(
                t,
                t.one(
                    "Correction",
                    "Double-Checking",
                    "Re-evaluation",
                    "Verification",
                    "Let's double-check",
                    "Review",
                )
                if turn.kind != "redo"
                else t.one(
                    "Re-evaluation",
                    "Recalculation",
                    "Starting Over",
                    "Redoing the Calculation",
                    "Second Look",
                    "Recomputing",
                ),
            )
            if t.chance(0.6)
            else ""
        )
        if turn.fix and turn.kind == "part":
            term = turn.work.terms[turn.fix.place or 0]
            right, wrong = q(t, self.eq(t, term)), q(t, t.m(turn.fix.was))
            text += (
                t.one(
                    f"Looking back at the partial products, I made a mistake: {right}, not {wrong}.",
                    f"Upon review, one of the products above is incorrect. It should be {right} (I wrote {wrong}).",
                    f"Wait, there is an error in the multiplication. The correct value is {right} instead of {wrong}.",
                    f"I apologize, there was an arithmetic error: {right}, and not {wrong} as stated above.",
                    f"Let me correct a step: {right} rather than {wrong}.",
                    f"Checking each term again, {right}. The earlier value {wrong} was wrong.",
                    f"Re-checking the steps, I see that {wrong} is a miscalculation; {right}.",
                    f"On closer inspection, {right}. I previously had {wrong}.",
                )
                + "\n\n"
                + t.one(
                    "Adding again:",
                    "The corrected sum is:",
                    "Updating the sum:",
                    "Now add again:",
                    "With this corrected, the sum becomes:",
                    "Recomputing the total:",
                )
                + "\n"
            )
            text += self.d(t, self.total(t, turn.work))
        elif turn.kind == "sum":
            text += (
                t.one(
                    "The partial products are right, but the addition above contains an error.",
                    "Let me re-add the partial products, since the sum does not look right.",
                    f"The total {was} is off; let me add the terms again carefully.",
                    "I made an error when adding the partial products.",
                    f"Hold on, the sum is not {was}. Adding again:",
                    "I apologize for the mistake in the last step. The addition should be:",
                    "Rechecking the final addition, I notice a carrying mistake.",
                    "Wait, that addition isn't correct. Let's redo it one term at a time.",
                )
                + "\n"
            )
            text += "".join(f"- {q(t, line)}\n" for line in self.additions(t, turn.work))
        elif turn.kind == "clash":
            text += (
                t.one(
                    "Let me verify the result with a different breakdown.",
                    "Let's verify this another way.",
                    "To double-check, we can split the other factor.",
                    "Let me cross-check with a second method.",
                    "We can verify by decomposing differently.",
                    "Let's confirm using an alternative decomposition:",
                )
                + "\n"
                + "".join(f"- {q(t, self.eq(t, term))}\n" for term in turn.work.terms)
            )
            text += (
                self.d(t, self.total(t, turn.work))
                + t.one(
                    f"This does not match {was}, so there was an error in the earlier calculation.",
                    f"This differs from {was}. Rechecking, the new calculation is the correct one.",
                    f"The two results disagree; the earlier value {was} contained an arithmetic mistake.",
                    f"This contradicts the earlier result of {was}, which must be incorrect.",
                    f"The discrepancy shows that {was} was miscalculated.",
                    f"Since this is not {was}, the previous answer needs to be corrected.",
                )
                + "\n"
            )
        else:
            if turn.kind == "redo":
                text += (
                    t.one(
                        "I'm not fully confident in that result, so let me redo the calculation from the beginning.",
                        f"Wait, {was} doesn't look right to me. Let me recalculate.",
                        "Actually, let me recompute this, because I may have made an arithmetic error.",
                        "Hmm, something seems off there. Let's start over more carefully.",
                        "I apologize, I think there may be a mistake above. Let me redo it.",
                        "I want to discard that result and redo the calculation with more care.",
                        "Let me reconsider; I don't trust the sums above. Starting again:",
                        "That may be wrong. Let me go through the whole calculation once more.",
                        f"Before finalizing, I have doubts about {was}. Here is a fresh calculation:",
                    )
                    + "\n"
                )
            else:
                text += (
                    t.one(
                        f"Checking the result: {self.misfit(t, turn.kind)}. So the calculation above contains "
                        "an error.",
                        f"However, {self.misfit(t, turn.kind)}. Let me recalculate.",
                        f"{cap(self.misfit(t, turn.kind))}. That means there is a mistake, so let's redo it.",
                        f"Wait, {self.misfit(t, turn.kind)}. We need to recompute.",
                    )
                    + "\n"
                )
            if tiny(t) or t.chance(0.5):
                text += self.body(t, turn.work)
            else:
                text += "".join(f"- {q(t, self.eq(t, term))}\n" for term in turn.work.terms)
                text += self.d(t, self.total(t, turn.work))
        return text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        q, now = self.q, t.n(t.candidate)
        if t.chance(0.35):
            return ""
        return "\n" + t.r(
            t.one(
                f"Final answer: **{now}**",
                f"**Answer: {now}**",
                f"{q(t, t.boxed())}",
                f"So the final answer is **{now}**.",
                f"**Final Answer:** {q(t, t.boxed())}",
                f"The answer is {now}.",
                f"✅ **{now}**",
                f"Let me know if you'd like to see another method for getting {now}!",
                f"**Result:** {now}",
                f"Thus {q(t, f'{self.mul(t, t.a, t.b)} = {t.m(t.candidate)}')}.",
            )
        )


class TabularAssistant(Scribe):
    """A table of partial products between short paragraphs."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths, t.x = t.words, t.one("×", "×", "x", "*")

    def table(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return "\n" + small(t) + "\n"
        if work.method == "area":
            rows = sorted({term.left for term in work.terms}, reverse=True)
            columns = sorted({term.right for term in work.terms}, reverse=True)
            if len(rows) * len(columns) == len(work.terms):
                at = {(term.left, term.right): term.value for term in work.terms}
                lines = [f"| {t.x} | " + " | ".join(t.n(c) for c in columns) + " |", "|---" * (len(columns) + 1) + "|"]
                lines += [f"| **{t.n(r)}** | " + " | ".join(t.n(at[r, c]) for c in columns) + " |" for r in rows]
                return "\n" + "\n".join(lines) + "\n\n"
        heads = t.rng.choice(
            [
                ("Step", "Multiplication", "Result"),
                ("Part", "Calculation", "Partial product"),
                ("Part of " + t.n(work.b), "Calculation", "Value"),
                ("Term", "Product", "Value"),
            ]
        )
        rule = t.one("|---|---|---|", "|:---|:---|---:|", "|------|-------------|--------|", "| --- | --- | --- |")
        text = "\n| " + " | ".join(heads) + f" |\n{rule}\n"
        for place, term in enumerate(work.terms, start=1):
            key = str(place) if heads[0] == "Step" else t.n(term.right)
            sign = "−" if term.sign < 0 else ""
            text += f"| {key} | {self.mul(t, term.left, term.right)} | {sign}{t.n(term.value)} |\n"
        if t.flag("total row", 0.35):
            text += f"| {t.one('**Total**', '**Sum**', 'Sum')} | | **{t.n(work.total)}** |\n"
        return text + "\n"

    def adding(self, t: Telling, work: Work) -> str:
        if tiny(t) or (t.flag("total row", 0.35) and t.chance(0.6)):
            return ""
        if len(work.terms) > 2 and t.flag("stepwise", 0.4):
            return (
                t.one("Now add them up:", "Adding step by step:", "Summing the column:", "Running total:")
                + "\n\n"
                + ("\n".join(f"- {line}" for line in self.additions(t, work)) + "\n\n")
            )
        return (
            t.one(
                "Adding the column: ",
                "Sum of the partial products: ",
                "Add them up: ",
                "Now the sum: ",
                "Adding the last column gives ",
                "Total: ",
                "",
            )
            + f"{self.total(t, work)}\n\n"
        )

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        if t.same and t.chance(0.6):
            return (
                t.c(
                    t.one(
                        f"That gives {ab} = **{now}** again.",
                        f"So I arrive at **{now}** once more.",
                        f"So the answer comes out as **{now}** after all.",
                        f"The recalculation also gives **{now}**.",
                    )
                )
                + "\n"
            )
        return (
            t.c(
                t.one(
                    f"**{ab} = {now}**",
                    f"So {ab} = **{now}**.",
                    f"The product is **{now}**.",
                    f"**Answer: {now}**",
                    f"That makes {ab} = **{now}**.",
                    f"This gives us **{now}**.",
                    f"So the answer is **{now}**.",
                    f"Therefore {ab} = {now}.",
                    f"**Result:** {ab} = {now}",
                    f"The total comes to **{now}**.",
                )
            )
            + "\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.7) or not (clause := self.fits(t)):
            return ""
        return (
            "\n"
            + t.one(
                f"**Quick check:** {clause}. ✓",
                f"Sanity check: {clause}.",
                f"*Check:* {clause} ✓",
                f"{cap(clause)}. ✓",
                f"> {cap(clause)}.",
                f"A quick sanity check: {clause}.",
                f"**Verification:** {clause}.",
                f"({cap(clause)}.)",
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        ab = t.ab
        if tiny(t):
            return (
                t.one(
                    f"{ab} is a basic multiplication fact.\n\n",
                    "This one is straightforward.\n\n",
                    "",
                    f"Counting {t.b} groups of {t.a}:\n\n",
                )
                + self.commit(t)
                + self.aside(t)
            )
        work = solve(t, "high", "low", "chunks", "area", "area", "round")
        whole = work.method in ("round", "area") or tiny(t)
        head = t.one(
            f"I'll break {'this' if whole else t.n(work.b)} up and collect the partial products in a table.",
            f"# Calculating {ab}\n\nI'll use partial products.",
            f"## {ab}\n\nLet me lay out the partial products.",
            f"Let me work through {ab} step by step.",
            f"Here's the calculation of {ab} with partial products:",
            f"I'll multiply {t.n(work.a)} by each part of {t.n(work.b)}, then add.",
            f"Let's use the distributive property for {ab}.",
            f"To multiply {t.n(t.a)} by {t.n(t.b)}, I'll use a table.",
            f"# {ab}\n\n**Partial products**",
            f"Let me organize {ab} into smaller multiplications.",
        )
        return f"{head}\n{self.table(t, work)}{self.adding(t, work)}{self.commit(t)}{self.aside(t)}"

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind == "part":
            term = work.terms[turn.fix.place or 0]
            text = (
                t.one(
                    f"Actually, let me double-check the table. The row {self.mul(t, term.left, term.right)} "
                    "is wrong: it's "
                    f"{t.n(term.value)}, not {t.n(turn.fix.was)}.",
                    f"Wait — I need to correct a row. {self.eq(t, term)}, and I had {t.n(turn.fix.was)}.",
                    f"I made an error above: {self.eq(t, term)} (not {t.n(turn.fix.was)}).",
                    f"Let me recheck the rows... {self.eq(t, term)}. I wrote {t.n(turn.fix.was)}, so that "
                    "needs fixing.",
                    f"**Correction:** {self.eq(t, term)} instead of {t.n(turn.fix.was)}.",
                    f"Hmm, checking {self.mul(t, term.left, term.right)} again: that's {t.n(term.value)}. My "
                    "table says "
                    f"{t.n(turn.fix.was)}, which is a mistake.",
                    f"I should correct myself: {self.eq(t, term)}. The {t.n(turn.fix.was)} in the table was a slip.",
                    f"One of those entries is off. {self.eq(t, term)}, rather than {t.n(turn.fix.was)}.",
                )
                + "\n"
            )
            text += (
                (self.table(t, work) if t.chance(0.5) else "\n")
                + t.one("Corrected sum: ", "Adding again: ", "The sum is now ", "New total: ", "So: ", "Re-adding: ")
                + f"{self.total(t, work)}\n\n"
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Let me re-add that column, because I think I slipped.",
                    f"Wait, the sum isn't {was}. Adding again:",
                    "The rows are fine, but I added them incorrectly.",
                    "I need to correct the addition:",
                    f"Actually, {was} is not the sum of that column. Step by step:",
                    "**Correction** — the addition was off:",
                    "Double-checking the addition, I get something different:",
                    "Hmm, let me recheck that total. I dropped a carry:",
                    f"The total {was} is an addition error. Redoing it:",
                )
                + "\n\n"
                + "\n".join(f"- {line}" for line in self.additions(t, work))
                + "\n\n"
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let me verify this by splitting it differently:",
                    "To verify, here is the other way around:",
                    "Double-checking with another decomposition:",
                    "Let me check that using a different table:",
                    "**Verification** with a different split:",
                    "As a check, let me break it up another way:",
                )
                + "\n"
                + self.table(t, work)
                + f"{self.total(t, work)}\n\n"
                + t.one(
                    f"That doesn't match {was}, so I made a mistake in the earlier table.",
                    f"This disagrees with {was}. Going back over the earlier table, I find the slip there.",
                    "Hmm, the two don't agree. This one is right; the earlier one had an arithmetic slip.",
                    f"These don't match ({was} versus {t.n(t.candidate)}), and the error is in my earlier calculation.",
                    f"So {was} was wrong — I trust this new calculation, which I checked row by row.",
                    f"Since that is different from {was}, I need to correct my answer.",
                )
                + "\n\n"
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "Let me redo this, since I'm not certain of those partial products.",
                    "Actually, I'm not sure that's right. Let me recalculate from scratch.",
                    f"Hmm, I'm not confident in {was}. Let me redo the table.",
                    "Wait, I should redo this more carefully.",
                    "I want to start over — I may have made an error above.",
                    "Scratch that; let me do the calculation again with more care.",
                    f"Hold on. {was} looks suspicious to me. Recomputing:",
                    "Let me throw that out and try again carefully.",
                    "I don't fully trust that result, so here's a fresh calculation:",
                )
                + "\n"
                + self.table(t, work)
                + self.adding(t, work)
            )
        else:
            text = (
                t.one(
                    f"Wait: {self.misfit(t, turn.kind)}. Let me redo it.",
                    f"Quick check: {self.misfit(t, turn.kind)}. ✗\n\nSo something went wrong. Recalculating:",
                    f"Hmm, {self.misfit(t, turn.kind)}, so I've made an error somewhere. Once more:",
                    f"That can't be right — {self.misfit(t, turn.kind)}. Let me recalculate:",
                )
                + "\n"
                + self.table(t, work)
                + self.adding(t, work)
            )
        return "\n" + text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25) and not tiny(t):
            work = other(t, "round")
            text = (
                "\n"
                + t.one(
                    "Verifying with another split: ",
                    "**Check:** ",
                    "Double-check: ",
                    "To verify: ",
                    "Cross-check the other way round: ",
                )
                + "; ".join(self.eq(t, term) for term in work.terms)
                + f". {self.total(t, work)} "
                + t.one("✓", "✓ Same result.", "✅", "— matches.", "✓ Confirmed.")
                + "\n"
            )
        if t.chance(0.4):
            text += "\n" + t.r(
                t.one(
                    f"**{t.ab} = {t.n(t.candidate)}**",
                    f"Final answer: **{t.n(t.candidate)}**",
                    f"The answer is **{t.n(t.candidate)}**.",
                    f"**Answer:** {t.n(t.candidate)}",
                    f"So the final result is **{t.n(t.candidate)}**.",
                    f"**{t.n(t.candidate)}**",
                )
            )
        return text


class PlainStepper(Scribe):
    """Numbered steps without any markup, a little wordy, as small chat models write."""

    ends = ("", "", "\n", "</s>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths, t.x = t.words, t.one("*", "x", "×", "*")

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t)
        step, lines = 1, []
        b, a = t.n(work.b), t.n(work.a)
        if t.flag("say split", 0.6):
            lines.append(
                t.one(
                    f"Break down {b} into {t.factor(work)}.",
                    f"Write {b} as {t.factor(work)}.",
                    f"Split {b} into its parts: {t.factor(work)}.",
                    f"{b} = {t.factor(work)}",
                )
                if work.method != "area"
                else f"Break down both numbers, {a} and {b}, by place value."
            )
        for term in work.terms:
            eq = slipped(t, term, self.eq(t, term), t.n, 0.03, ", sorry, {}", " (correction: {})", ". Wait, it is {}")
            if more := detail(t, term, 0.15):
                eq = f"{self.mul(t, term.left, term.right)}. {more}"
            lines.append(
                t.one(
                    f"Multiply {t.n(term.left)} by {t.n(term.right)}.\n{eq}",
                    f"{eq}",
                    f"Calculate {eq}",
                    f"Multiply {t.n(term.left)} by {t.n(term.right)}: {eq}",
                )
                if t.flag("verbs", 0.6)
                else eq
            )
        lines.append(
            t.one(
                "Add the results together.",
                "Add up all the partial products.",
                "Now, add these values.",
                "Add all the products.",
                "Sum the results.",
            )
            + "\n"
            + self.total(t, work)
        )
        text = ""
        for line in lines:
            text += f"Step {step}: {line}\n" if t.flag("step", 0.6) else f"{step}. {line}\n"
            text += "\n" if t.flag("airy", 0.4) else ""
            step += 1
        return text

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        return (
            t.c(
                t.one(
                    f"So, {ab} = {now}.",
                    f"Therefore, {ab} = {now}.",
                    f"The answer is {now}.",
                    f"So the final answer is {now}.",
                    f"Therefore, the product of {t.n(t.a)} and {t.n(t.b)} is {now}.",
                    f"The result is {now}.",
                    f"Thus, {ab} equals {now}.",
                    f"Hence, the answer is {now}.",
                    f"So, the result of {ab} is {now}.",
                    f"Answer: {now}",
                )
            )
            + "\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.8) or not (clause := self.fits(t)):
            return ""
        return (
            t.one(
                f"We can check this: {clause}.",
                f"To check, {clause}.",
                f"Check: {clause}.",
                f"This makes sense because {clause}.",
                f"{cap(clause)}.",
                f"You can verify it: {clause}.",
                f"Let me check: {clause}. Good.",
                f"Note: {clause}.",
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        ab = t.ab
        text = (
            t.one(
                f"To calculate {ab}, we can follow these steps:",
                f"Sure, here are the steps to calculate {ab}:",
                "Let's solve this step by step.",
                f"To multiply {t.n(t.a)} by {t.n(t.b)}, we do the following:",
                f"Okay, let's calculate {ab}.",
                f"Here's how we can calculate {ab} step by step:",
                f"We will use long multiplication to find {ab}.",
                "Sure! Let's think step by step.",
                f"The problem is {ab}.",
                f"Let me calculate {ab} for you.",
            )
            + "\n\n"
        )
        if tiny(t) and t.chance(0.5):
            text += t.one(
                f"Step 1: {t.a} and {t.b} are both single digit numbers.\nStep 2: Multiply them.\n",
                f"1. Start with {t.a}.\n2. Multiply it by {t.b}.\n",
                "Multiply the two numbers.\n",
                f"This means {t.b} groups of {t.a}.\n",
            )
        else:
            text += self.body(t, solve(t, "high", "low", "high", "chunks", "area"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text = (
                t.one(
                    f"Sorry, I made a mistake in one of the steps. {self.eq(t, term)}, not {old}.",
                    f"Wait, that is not correct. {self.eq(t, term)}, but I wrote {old}.",
                    f"I apologize for the error. The correct multiplication is {self.eq(t, term)}.",
                    f"Let me check the steps again. {self.eq(t, term)}. I wrote {old} before, which is wrong.",
                    f"Correction: {self.eq(t, term)} (not {old}).",
                    f"Oops, {self.eq(t, term)}. I had {old}.",
                    f"However, there is a mistake in the above. {self.eq(t, term)} instead of {old}.",
                    f"Actually, {self.mul(t, term.left, term.right)} is {t.n(term.value)}, so I need to fix the sum.",
                )
                + "\n"
                + t.one(
                    "Now add again: ", "So the sum is ", "Adding again, ", "Let's add again:\n", "The corrected sum: "
                )
                + self.total(t, work)
                + "\n"
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Wait, let me check the addition again.",
                    "Sorry, I added the numbers wrong. Let me add again.",
                    f"I apologize, {was} is not the right sum.",
                    "There is a mistake in the addition step.",
                    "Let me recheck the last step, I think the addition is wrong.",
                    "Oops, I made an addition mistake.",
                    "I made an error in the final step. Let me correct it.",
                    "However, the sum above is incorrect.",
                )
                + "\n"
                + "\n".join(self.additions(t, work))
                + "\n"
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let's verify the answer by breaking down the other number.",
                    "Let me verify it in another way.",
                    "To double check, we can do it differently:",
                    "Let's check the answer with a different method.",
                    "Now let's verify the result.",
                    "We can verify this by using another breakdown:",
                )
                + "\n"
                + "\n".join(self.eq(t, term) for term in work.terms)
                + f"\n{self.total(t, work)}\n"
                + t.one(
                    f"This is not the same as {was}, so the previous answer was wrong.",
                    f"This does not match the previous answer of {was}. There was an error in it.",
                    f"The answers are different. The earlier answer, {was}, has an error in it.",
                    f"It seems I made a mistake earlier, because this is not {was}.",
                    f"The result is different from {was}. I apologize for the confusion.",
                    f"So my earlier answer of {was} is incorrect.",
                )
                + "\n"
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "I'm sorry, I think I made a mistake. Let me try again.",
                    "Wait, that doesn't seem right. Let me redo it.",
                    f"Hmm, I am not sure about {was}. Let's do it again.",
                    "Let me start over to be safe, I may be wrong.",
                    "I apologize for the confusion, let me recalculate.",
                    "Actually, that could be wrong. Let's try again:",
                    "Sorry, let me do the calculation again, this time more carefully.",
                    "Let's recalculate, because the answer above may not be correct.",
                    "However, I am not confident in this answer. Let me recalculate step by step.",
                )
                + "\n\n"
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"But {self.misfit(t, turn.kind)}. So this is wrong. Let me try again.",
                    f"Wait, {self.misfit(t, turn.kind)}. I made a mistake. Let's calculate again:",
                    f"I apologize, {self.misfit(t, turn.kind)}. Here is the corrected calculation:",
                    f"Let's check: {self.misfit(t, turn.kind)}. So we have to redo the calculation.",
                )
                + "\n\n"
                + self.body(t, work)
            )
        return "\n" + text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        now = t.n(t.candidate)
        if t.chance(0.55):
            return t.one(
                "",
                "",
                "\nI hope this helps!",
                "\nLet me know if you have any other questions.",
                "\nThank you for your patience.",
            )
        return "\n" + t.r(
            t.one(
                f"The final answer is {now}.",
                f"Final answer: {now}",
                f"So the answer is {now}.",
                f"Answer: {now}",
                f"The correct answer is {now}.",
                f"{t.ab} = {now}",
                f"The final answer is: $\\boxed{{{now}}}$",
                f"I hope this helps! The answer is {now}.",
            )
        )


class DisplayBoxer(Scribe):
    """Mathematics models: a paragraph, displays, and a box."""

    delimiters = (("\\(", "\\)"), ("$", "$"))
    approx = "\\approx"
    ends = ("", "", "\n", "<|im_end|>")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths, t.x = t.one("plain", "plain", "latex", "thin"), "\\times"

    def d(self, t: Telling, formula: str) -> str:
        if t.flag("delimiter", 0.6):
            return f"\\[\n{formula}\n\\]\n" if t.flag("tall", 0.5) else f"\\[ {formula} \\]\n"
        return f"$${formula}$$\n" if t.flag("tall", 0.5) else f"$$\n{formula}\n$$\n"

    def aligned(self, t: Telling, work: Work) -> str:
        rows = [f"{self.mul(t, work.a, work.b)} &= {t.m(work.a)} {t.x} ({t.factor(work, True)})"]
        rows.append(
            "&= "
            + "".join(
                (" + " if term.sign > 0 else " - ") * bool(place) + self.mul(t, term.left, term.right)
                for place, term in enumerate(work.terms)
            )
        )
        rows.append(f"&= {t.sum(work, True)}")
        return self.d(t, "\\begin{aligned}\n" + " \\\\\n".join([*rows, f"&= {t.m(work.total)}"]) + "\n\\end{aligned}")

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t)
        q = self.q
        if work.method != "area" and len(work.terms) < 5 and t.flag("aligned", 0.3):
            return (
                t.one(
                    "By the distributive law,",
                    "We have",
                    "Using distributivity:",
                    "Expanding,",
                    "We compute",
                    "Expanding the second factor gives",
                )
                + "\n"
                + self.aligned(t, work)
            )
        text = ""
        if work.method != "area":
            text = (
                t.one(
                    f"First, write {q(t, t.m(work.b))} as",
                    f"We decompose {q(t, t.m(work.b))}:",
                    f"Start by expressing the factor {q(t, t.m(work.b))} as a sum:",
                    "Note that",
                    f"We can rewrite {q(t, t.m(work.b))} as follows:",
                )
                + "\n"
            )
            text += self.d(t, f"{t.m(work.b)} = {t.factor(work, True)}")
        text += (
            t.one(
                "Now we multiply each part:",
                "Next, compute each product:",
                "Multiplying term by term:",
                "The individual products are:",
                "Then we calculate:",
                "Each product is computed separately:",
            )
            + "\n"
        )
        text += "".join(self.d(t, self.eq(t, term)) for term in work.terms)
        text += (
            t.one(
                "Adding these results:",
                "Finally, we add the products:",
                "Now, sum all of them:",
                "Summing up,",
                "The sum of these terms is",
                "Add these together:",
                "Now we add these up:",
            )
            + "\n"
        )
        if len(work.terms) > 2 and t.flag("stepwise", 0.4):
            return text + "".join(self.d(t, line) for line in self.additions(t, work))
        return text + self.d(t, self.total(t, work))

    def commit(self, t: Telling) -> str:
        q, product = self.q, self.mul(t, t.a, t.b)
        box, now = t.boxed(), t.m(t.candidate)
        return (
            t.c(
                t.one(
                    f"Thus, the final answer is {q(t, box)}.",
                    f"Therefore, {q(t, f'{product} = {box}')}.",
                    f"So, the product is {q(t, now)}.",
                    f"Hence, {q(t, f'{product} = {now}')}.",
                    f"Therefore, the result of {q(t, product)} is:\n" + self.d(t, box).rstrip(),
                    f"Thus, we obtain {q(t, f'{product} = {now}')}.",
                    f"The final result is {q(t, box)}.",
                    f"So the answer is {q(t, box)}.",
                    f"Consequently, the value of the product is {q(t, now)}.",
                    f"We conclude that {q(t, f'{product} = {now}')}.",
                )
            )
            + "\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.8) or not (clause := self.fits(t)):
            return ""
        return (
            "\n"
            + t.one(
                f"We can check: {clause}.",
                f"As a check, {clause}.",
                f"Note that {clause}.",
                f"To verify, {clause}.",
                f"Indeed, {clause}.",
                f"{cap(clause)}.",
                f"Verification: {clause}.",
                f"This is consistent: {clause}.",
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        ab = self.ab_(t)
        text = (
            t.one(
                f"To calculate {ab}, we can break it down into simpler steps.",
                f"We need to compute {ab}.",
                f"To find the product {ab}, we use the distributive property of multiplication over addition.",
                f"Let's compute {ab} step by step.",
                f"To solve {ab}, we proceed step by step.",
                f"We are asked to evaluate {ab}.",
                f"To determine {ab}, we perform the multiplication in parts.",
                f"Let us calculate {ab}.",
                f"We calculate {ab} using place values.",
                f"To compute {ab}, we follow the standard approach.",
            )
            + "\n\n"
        )
        if tiny(t) and t.chance(0.6):
            text += t.one(
                "This is a standard entry of the multiplication table.\n",
                f"This is the sum of {t.b} copies of {t.a}.\n",
                "Multiplying the two digits directly:\n",
            )
        else:
            text += self.body(t, solve(t, "high", "high", "chunks", "round", "low"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, q, was = plan(t), self.q, self.q(t, t.m(t.previous))
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], q(t, t.m(turn.fix.was))
            eq = q(t, self.eq(t, term))
            text = (
                t.one(
                    f"However, upon rechecking the products, we notice that {eq}, not {old}.",
                    f"Wait, there is an error in the step above: {eq} instead of {old}.",
                    f"Let's re-examine each product. We find {eq}, whereas {old} was used above.",
                    f"It appears that a product was computed incorrectly. The correct value is {eq}.",
                    f"Upon re-evaluation, {eq}, so the value {old} is incorrect.",
                    f"We made a mistake: {eq}, rather than {old}.",
                    f"Double-checking the individual products reveals an error: {eq} (previously {old}).",
                    f"Correcting the above: {eq}.",
                )
                + "\n\n"
                + t.one(
                    "Therefore the sum is",
                    "With the corrected value:",
                    "The corrected sum is:",
                    "Adding again:",
                    "Recomputing the sum:",
                    "So we have",
                )
                + "\n"
            )
            text += self.d(t, self.total(t, work))
        elif turn.kind == "sum":
            text = (
                t.one(
                    "However, the addition in the last step is not correct. Let's add the terms again:",
                    "Let's double-check the sum, since it seems to contain an error:",
                    f"Rechecking the addition, we see that the terms do not add up to {was}:",
                    "There was a mistake in the final addition. The correct addition is:",
                    "Upon rechecking, the sum was computed incorrectly. We add step by step:",
                    "Wait, the last addition is wrong. Step by step we get:",
                    f"The sum {was} is incorrect due to a carry error. Adding again:",
                    "Let us recompute the sum carefully, as the one above is not right:",
                )
                + "\n"
                + "".join(self.d(t, line) for line in self.additions(t, work))
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let's verify this by decomposing the factors differently.",
                    "To verify, we use another decomposition.",
                    "We double-check the result with a different approach.",
                    "Let's confirm this using a second method.",
                    "To ensure accuracy, we compute the product in another way.",
                    "Verification by another route:",
                )
                + "\n"
                + "".join(self.d(t, self.eq(t, term)) for term in work.terms)
                + self.d(t, self.total(t, work))
            )
            text += (
                t.one(
                    f"This does not agree with {was}, which means that the earlier computation contains an error.",
                    f"The result differs from {was}; on inspection, the error lies in the earlier computation.",
                    f"Since this is not equal to {was}, our initial result was incorrect.",
                    f"There is a discrepancy with {was}. The new computation is correct.",
                    f"This shows that the value {was} found earlier is wrong.",
                    f"The two values disagree, and the mistake is in the earlier calculation that led to {was}.",
                )
                + "\n"
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "However, this result may be inaccurate. Let's recompute it carefully.",
                    f"Let's re-evaluate, since {was} does not seem to be correct.",
                    "Wait, we should redo the computation, as there may be an error above.",
                    "It seems that there may be a mistake in the calculation. Let's start again.",
                    "We are not certain about the above result, so we repeat the calculation from the beginning.",
                    "Upon reflection, the above computation is not reliable. Let us redo it.",
                    "Let's correct the approach and recalculate.",
                    "Apologies, let's recompute the product from scratch.",
                    f"The value {was} looks doubtful, so we recompute.",
                )
                + "\n\n"
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"However, {self.misfit(t, turn.kind)}. Hence there is an error, and we recompute.",
                    f"Let's check the answer: {self.misfit(t, turn.kind)}. This indicates an error. Recomputing:",
                    f"But {self.misfit(t, turn.kind)}, a contradiction. We redo the calculation.",
                    f"A quick check shows a problem: {self.misfit(t, turn.kind)}. Let's redo it.",
                )
                + "\n\n"
                + self.body(t, work)
            )
        return "\n" + text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        box = t.boxed()
        if t.chance(0.3):
            return ""
        return "\n" + t.r(
            t.one(
                f"The final answer is {self.q(t, box)}.",
                self.d(t, box).rstrip(),
                f"**Answer:** {self.q(t, box)}",
                f"Thus, the correct answer is {self.q(t, box)}.",
                f"{self.q(t, box)}",
                f"So the final answer is {self.q(t, box)}",
                f"The answer is: {self.q(t, box)}",
                f"**Final Answer**\n{self.q(t, box)}",
            )
        )


class FencedColumns(Scribe):
    """Standard algorithm in a fenced block, some talk around it."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "space")
        t.maths, t.x = t.words, t.one("×", "×", "x")

    def block(self, t: Telling, work: Work) -> str:
        kind = "comma" if t.flag("marks", 0.4) and t.words == "comma" else "plain"
        lang = "text" if t.flag("text", 0.2) else ""
        if tiny(t):
            return f"```{lang}\n  {t.a}\n{t.x} {t.b}\n---\n{t.candidate:>3}\n```\n"
        return f"```{lang}\n{t.columns(work, kind, '-').rstrip()}\n{t.total(work, kind)}\n```\n"

    def talk(self, t: Telling, work: Work) -> str:
        if tiny(t) or not t.flag("talk", 0.55):
            return ""
        text = ""
        for term in sorted(work.terms, key=lambda term: term.right):
            eq = slipped(t, term, self.eq(t, term), t.n, 0.03, " — sorry, {}", ", no, {}", "... make that {}")
            text += t.one(f"- Row for {t.n(term.right)}: {eq}\n", f"- {eq}\n", f"- {t.n(term.right)}: {eq}\n")
        return text + "\n"

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        return (
            t.c(
                t.one(
                    f"So {ab} = **{now}**.",
                    f"The bottom line reads **{now}**, so that's the product.",
                    f"**{ab} = {now}**",
                    f"That gives us **{now}**.",
                    f"Adding the rows gives **{now}**.",
                    f"So the product is **{now}**.",
                    f"The answer is **{now}**.",
                    f"Summing up the rows, {ab} = {now}.",
                    f"Result: **{now}**",
                    f"Which means {ab} = **{now}**.",
                )
            )
            + "\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.75) or not (clause := self.fits(t)):
            return ""
        return (
            "\n"
            + t.one(
                f"Quick sanity check: {clause}. ✓",
                f"(Check: {clause}.)",
                f"Does it make sense? {cap(clause)}.",
                f"Checking: {clause}. Looks good.",
                f"{cap(clause)}, so that's encouraging.",
                f"A quick check: {clause}. 👍",
                f"{cap(clause)}.",
                f"Reality check: {clause}.",
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        ab = t.ab
        text = (
            t.one(
                f"Let's do {ab} with the standard algorithm.",
                f"I'll use long multiplication for {ab}.",
                f"Here is {ab} worked out by hand:",
                "Let me set up the long multiplication:",
                "Let's multiply column by column.",
                "We can stack the two numbers and multiply.",
                f"I'll write {ab} in column form.",
                f"Let's work through {ab} using long multiplication.",
                "Okay! Long multiplication it is:",
                f"To compute {ab}, I'll stack the numbers and find the partial products.",
            )
            + "\n\n"
        )
        if tiny(t) and t.chance(0.6):
            return text + "Just one digit each here.\n\n" + self.commit(t) + self.aside(t)
        work = solve(t, "high", "low")
        return text + self.talk(t, work) + self.block(t, work) + "\n" + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text = (
                t.one(
                    f"Hmm, wait. Checking the rows, {self.eq(t, term)}, but I wrote {old}. Let me fix that:",
                    f"Let me double-check the rows... {self.eq(t, term)}, so the row with {old} is wrong. "
                    "Fixed version:",
                    f"Actually, one row is off: {self.mul(t, term.left, term.right)} is {t.n(term.value)} "
                    f"rather than {old}.",
                    f"Oops — I mis-multiplied. {self.eq(t, term)}, not {old}. Corrected:",
                    f"I spotted a mistake: the row {old} should be {t.n(term.value)}.",
                    f"Wait, that's not right. {self.eq(t, term)} (I dropped a carry and got {old}).",
                    f"On a second look, {old} is incorrect, since {self.eq(t, term)}. Here it is again:",
                    f"Correction! {self.eq(t, term)}; I had {old} in the block above.",
                )
                + "\n\n"
                + (self.block(t, work) if t.chance(0.7) else self.total(t, work) + "\n")
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Let me re-add the rows, since I don't like that sum.",
                    f"Hmm, {was} isn't what those rows add up to.",
                    "Wait, I botched the addition. Once more:",
                    "The rows look right but the sum doesn't. Adding again:",
                    "Actually, I forgot a carry when adding. Redoing the sum:",
                    "Let me correct the addition at the bottom.",
                    "I made a slip in the final addition:",
                    "Oops, wrong sum. Adding the rows one at a time:",
                )
                + "\n\n"
                + "\n".join(f"- {line}" for line in self.additions(t, work))
                + "\n"
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let me verify that in a different order:",
                    "Let's check this by a different route:",
                    "To be safe, let me check it another way:",
                    "Verifying with a different split:",
                    "I'd like to cross-check this:",
                    "Double-checking with the factors broken up differently:",
                )
                + "\n\n"
                + "\n".join(f"- {self.eq(t, term)}" for term in work.terms)
                + f"\n- {self.total(t, work)}\n\n"
                + t.one(
                    f"Hmm, that's not {was}. The columns above must contain a slip, and this version is cleaner.",
                    f"That disagrees with {was}! Looking back, I mis-added in the block.",
                    f"So my earlier answer, {was}, was wrong.",
                    f"These two don't match, and after retracing both, the earlier one ({was}) is the wrong one.",
                    f"That's different from the {was} I got before, so I need to revise my answer.",
                    f"The check fails: {was} was off by {t.n(abs(t.previous - t.candidate))}.",
                )
                + "\n"
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "Hmm, I'm not convinced by that. Let me redo it from scratch.",
                    "Wait, let me redo this carefully.",
                    f"Actually, {was} seems off to me. Trying again:",
                    "I think I may have messed up a carry. Starting over:",
                    "Let me scrap that and set it up again.",
                    "I'm second-guessing those rows. Here's a clean redo:",
                    "On reflection, I don't trust that result. Let's recompute.",
                    "Not so sure about that one. Again, slowly:",
                    "Let me throw that away and recalculate.",
                )
                + "\n\n"
                + self.talk(t, work)
                + self.block(t, work)
            )
        else:
            text = (
                t.one(
                    f"Hmm, {self.misfit(t, turn.kind)}. Something's wrong. Let me redo this:",
                    f"Wait — {self.misfit(t, turn.kind)}. Back to the columns:",
                    f"Quick sanity check: {self.misfit(t, turn.kind)}. So that's an error. Again:",
                    f"That fails a basic check: {self.misfit(t, turn.kind)}. Redoing it:",
                )
                + "\n\n"
                + self.block(t, work)
            )
        return "\n" + text + "\n" + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        now = t.n(t.candidate)
        return "\n" + t.r(
            t.one(
                f"**Final answer: {now}**",
                f"Final answer: {now}",
                f"**{now}**",
                f"So: **{t.ab} = {now}**",
                f"**Answer:** {now}",
                f"And that's the answer: {now}.",
                f"✅ {t.ab} = {now}",
                f"I'm confident in {now}.",
            )
        )


# --- reflection data sets --------------------------------------------------------------------------------------------


class VerdictSections(Scribe):
    """Initial solution, verification, verdict, corrected solution, final answer, under bold labels."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths, t.x = t.words, t.one("×", "*", "x")

    def label(self, t: Telling, text: str) -> str:
        return f"**{text}:**" if t.flag("bold", 0.6) else f"## {text}"

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t)
        if t.flag("lines", 0.6):
            return "".join(f"{self.eq(t, term)}\n" for term in work.terms) + f"{self.total(t, work)}\n"
        sentence = t.one("I multiply", "I compute", "First I compute", "Breaking it down, I get", "The parts are")
        return (
            f"{sentence} {', '.join(self.eq(t, term) for term in work.terms)}. {t.one('Then', 'Next,', 'After that,')} "
            f"{self.total(t, work)}.\n"
        )

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        return (
            t.c(
                t.one(
                    f"Result: {now}",
                    f"So {ab} = {now}.",
                    f"My answer is {now}.",
                    f"The product is {now}.",
                    f"Answer: {now}",
                    f"Therefore, {ab} = {now}.",
                    f"This gives an answer of {now}.",
                    f"I obtain {now}.",
                    f"Proposed answer: {now}",
                    f"Hence the answer is {now}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = (
            self.label(t, "Initial Solution")
            + "\n"
            + t.one(
                f"To find {t.ab}, I split the multiplication into parts.",
                f"I need to calculate {t.ab}.",
                f"Let me solve {t.ab} step by step.",
                f"I will calculate {t.ab} using partial products.",
                f"The task is to compute {t.ab}.",
                f"I start by breaking the multiplication {t.ab} into parts.",
                f"Let me work out {t.ab}.",
                f"We have to multiply {t.n(t.a)} and {t.n(t.b)}.",
            )
            + "\n"
        )
        return text + self.body(t, solve(t)) + self.commit(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        text = self.label(t, "Verification") + "\n"
        verdict = t.one(
            "Incorrect",
            "The initial answer is incorrect.",
            "❌ Incorrect",
            "Not correct.",
            "Wrong.",
            "The solution contains an error.",
            "FAIL",
            "Error found.",
        )
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text += t.one(
                f"I recompute each product. {self.eq(t, term)}, but the solution states {old}.",
                f"Checking {self.mul(t, term.left, term.right)}: the value should be {t.n(term.value)}, not {old}.",
                f"The step {self.mul(t, term.left, term.right)} = {old} is incorrect. The right value is "
                f"{t.n(term.value)}.",
                f"Step by step, everything holds except {self.mul(t, term.left, term.right)}, which equals "
                f"{t.n(term.value)}.",
                f"The partial product {old} is a multiplication error; {self.eq(t, term)}.",
                f"I see a discrepancy: {self.eq(t, term)} and not {old}.",
                f"Multiplying again, {self.eq(t, term)}. This differs from the {old} used above.",
                f"The value {old} does not hold up: {self.eq(t, term)}.",
            )
        elif turn.kind == "sum":
            text += t.one(
                "All partial products are correct. The addition, however, is not.",
                "The products hold, the sum does not.",
                f"Adding the partial products again does not give {was}.",
                "There is a carry error in the final addition.",
                "The multiplication steps check out, but the last addition contains an error.",
                f"The sum of the listed values is not {was}.",
                "I re-add the terms and get a different total.",
                "The final addition step is wrong.",
            )
        elif turn.kind == "clash":
            text += t.one(
                "I compute the product in a second way.",
                "Using a different decomposition:",
                "To verify, I split the other factor:",
                "An independent computation:",
                "Let me cross-check:",
                "Second method:",
                "I repeat the calculation differently:",
                "I check with another breakdown:",
            )
            text += (
                "\n"
                + ", ".join(self.eq(t, term) for term in work.terms)
                + ". "
                + t.one(
                    f"The total of these is not {was}.",
                    f"Their sum does not equal {was}.",
                    f"These do not add up to {was}.",
                    f"The sum of these values differs from {was}.",
                )
            )
        elif turn.kind == "redo":
            text += t.one(
                "I am not certain that every step above is right.",
                "I cannot confirm the intermediate steps.",
                f"The answer {was} might contain an arithmetic slip.",
                "Some of the steps were done too quickly.",
                "I have doubts about the addition with carries.",
                "The steps were not checked carefully enough.",
                f"I do not feel confident about {was}.",
                "The calculation is error-prone and should be redone.",
            )
            verdict = t.one(
                "Uncertain",
                "Not confirmed.",
                "Could not be confirmed; recompute.",
                "⚠️ Uncertain",
                "Doubtful, a new solution is needed.",
                "Low confidence.",
                "Needs to be redone.",
            )
        else:
            text += cap(self.misfit(t, turn.kind)) + "."
        text += f"\n\n{self.label(t, 'Verdict')}" + ("\n" if not t.flag("bold", 0.6) else " ") + verdict + "\n\n"
        text += self.label(t, "New Solution" if turn.kind == "redo" else "Corrected Solution")
        text += "\n"
        if turn.kind in ("part", "sum", "clash"):
            text += (
                t.one("The corrected sum is ", "Adding correctly: ", "Now ", "So ", "") + self.total(t, work) + ".\n"
            )
        else:
            text += self.body(t, work)
        return text + self.commit(t)

    def closing(self, t: Telling) -> str:
        now, text = t.n(t.candidate), ""
        if t.chance(0.7):
            text = self.label(t, "Verification") + "\n"
            clause = self.fits(t)
            if clause and t.chance(0.6):
                text += cap(clause) + ". "
            text += t.one(
                "All steps check out.",
                "Every partial product and the sum are correct.",
                "I find no error.",
                "The steps are consistent.",
                "The calculation is confirmed.",
                "Rechecking each step confirms the result.",
                "The intermediate values are right and so is the addition.",
                "No mistakes were found.",
            )
            text += (
                f"\n\n{self.label(t, 'Verdict')}"
                + ("\n" if not t.flag("bold", 0.6) else " ")
                + t.one(
                    "Correct",
                    "The answer is correct.",
                    "✅ Correct",
                    "Correct.",
                    "PASS",
                    "Confirmed.",
                    "No error found.",
                )
                + "\n\n"
            )
        return (
            text
            + self.label(t, "Final Answer")
            + ("\n" if not t.flag("bold", 0.6) else " ")
            + t.r(
                t.one(
                    now,
                    now,
                    f"{t.ab} = {now}",
                    f"\\boxed{{{now}}}",
                    f"$\\boxed{{{now}}}$",
                    f"The answer is {now}.",
                    f"**{now}**",
                )
            )
        )


class BracketTrials(Scribe):
    """A program's template: numbered trials in brackets, a check, its outcome."""

    ends = ("", "\n", "\n[END]")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths, t.x = "plain", t.one("*", "*", "x")

    def tag(self, t: Telling, text: str) -> str:
        return f"[{text}]" if t.flag("square", 0.6) else f"<<{text}>>"

    def trial(self, t: Telling, work: Work) -> str:
        label = t.rng.choice(["ATTEMPT"]) if t.flag("attempt", 0.6) else "TRIAL"
        text = self.tag(t, f"{label} {t.index + 1}") + "\n"
        if not tiny(t):
            if t.flag("split line", 0.5) and work.method != "area":
                text += f"{work.b} = {t.factor(work)}\n"
            text += "".join(f"{self.eq(t, term)}\n" for term in work.terms)
        if tiny(t):
            text += t.one("direct multiplication\n", "times table\n", "", "single digits\n")
        elif t.flag("running", 0.5):
            text += "".join(f"{line}\n" for line in self.additions(t, work))
        else:
            text += f"{self.total(t, work)}\n"
        now = str(t.candidate)
        return (
            text
            + t.c(
                t.one(
                    f"candidate: {now}",
                    f"answer: {now}",
                    f"result = {now}",
                    f"=> {t.ab} = {now}",
                    f"product: {now}",
                    f"{t.ab} = {now}",
                    f"so the answer is {now}",
                    f"claimed result: {now}",
                    f"output: {now}",
                    f"total: {now}",
                )
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        head = t.one(
            f"Problem: {t.ab}\n",
            f"[PROBLEM] {t.ab}\n",
            f"Calculate {t.ab}\n",
            f"Q: {t.ab}\n",
            "",
            f"Task: compute {t.ab}\n",
            f"Goal: find {t.ab}\n",
            f"Input: {t.a}, {t.b}\n",
            f"Compute {t.ab}.\n",
        )
        return head + self.trial(t, solve(t))

    def again(self, t: Telling) -> str:
        turn, was = plan(t, clash=0), str(t.previous)
        work, bad = turn.work, t.one("FAIL", "INCORRECT", "WRONG", "REJECTED", "MISMATCH", "ERROR")
        text = self.tag(t, "CHECK") + "\n"
        if turn.fix and turn.kind == "part":
            place = turn.fix.place or 0
            for term in work.terms[:place] if t.flag("each", 0.6) else ():
                text += f"{self.eq(t, term)} {t.one('ok', 'ok', 'correct', 'OK')}\n"
            term = work.terms[place]
            text += (
                t.one(
                    f"{self.mul(t, term.left, term.right)} = {turn.fix.was} is wrong, it is {term.value}",
                    f"{self.eq(t, term)}, but attempt has {turn.fix.was}",
                    f"{self.eq(t, term)} != {turn.fix.was}",
                    f"error: {self.mul(t, term.left, term.right)} should be {term.value}",
                    f"{self.mul(t, term.left, term.right)}: expected {term.value}, found {turn.fix.was}",
                    f"mistake in partial product {place + 1}: {turn.fix.was} -> {term.value}",
                    f"partial {turn.fix.was} not correct ({self.eq(t, term)})",
                    f"step {place + 1}: {turn.fix.was} should read {term.value}",
                )
                + "\n"
            )
        elif turn.kind == "sum":
            text += (
                t.one("partial products ok", "all partial products correct", "products: ok", "multiplications OK")
                + "\n"
            )
            text += (
                t.one(
                    f"sum is not {was}",
                    f"addition wrong: {was}",
                    "error in the addition",
                    "addition: carry missed",
                    f"the sum {was} is wrong",
                    "sum does not match",
                    f"total {was} does not add up",
                    "final addition incorrect",
                )
                + "\n"
            )
        elif turn.kind == "redo":
            text += (
                t.one(
                    f"not sure about {was}",
                    "steps could not be confirmed",
                    "confidence is low",
                    f"{was} looks suspicious",
                    "possible carry error",
                    "cannot confirm the sum",
                    "intermediate values doubtful",
                    "possible mistake in the partial products",
                )
                + "\n"
            )
            bad = t.one("UNSURE", "RETRY", "UNCERTAIN", "NOT CONFIRMED", "DOUBTFUL", "RETRY")
        else:
            text += self.misfit(t, turn.kind) + "\n"
        text += (
            self.tag(t, f"RESULT: {bad}")
            + "\n"
            + t.one(
                "Trying again.",
                "Try again.",
                "Redo the calculation.",
                "",
                "Retrying with more care.",
                "Let me fix this.",
                "Start over.",
                "New attempt follows.",
                "Recompute.",
            )
            + "\n"
        )
        return text + self.trial(t, work)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            text = self.tag(t, "CHECK") + "\n"
            for term in t.work.terms if t.flag("each", 0.6) and not tiny(t) else ():
                text += f"{self.eq(t, term)} {t.one('ok', 'ok', 'correct', 'OK')}\n"
            clause = self.fits(t)
            text += (
                clause
                if clause and t.chance(0.6)
                else t.one(
                    "sum ok",
                    "addition correct",
                    "all steps correct",
                    "no error found",
                    "all good",
                    "everything checks out",
                    "verified",
                    "every step holds",
                )
            ) + "\n"
            text += self.tag(t, "RESULT: " + t.one("PASS", "CORRECT", "OK", "ACCEPTED", "VERIFIED", "MATCH")) + "\n"
        elif t.chance(0.3):
            text = self.tag(t, "CHECK") + "\nskipped\n"
        now = str(t.candidate)
        return (
            text + self.tag(t, "FINAL") + t.one("\n", " ") + t.r(t.one(now, now, f"{t.ab} = {now}", f"answer: {now}"))
        )


class HindsightRewrite(Scribe):
    """A larger model's fluent rewriting of failed and repaired solutions; ends in #### and the number."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.maths, t.x = t.words, t.one("×", "*", "×")

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t, " ")
        eqs = [
            slipped(t, term, self.eq(t, term), t.n, 0.04, ", or rather {}", " (no, {})", ", I mean {}")
            for term in work.terms
        ]
        joined = ", ".join(eqs[:-1]) + f", {t.one('and', 'and finally', 'and then')} {eqs[-1]}"
        split = (
            ""
            if work.method == "area"
            else t.one(
                f"Writing {t.n(work.b)} as {t.factor(work)}, ",
                f"Since {t.n(work.b)} = {t.factor(work)}, ",
                f"I can think of {t.n(work.b)} as {t.factor(work)}, so ",
                f"With {t.n(work.b)} = {t.factor(work)}, ",
                "",
                f"Splitting {t.n(work.b)} into {t.factor(work)}, ",
            )
        )
        text = cap(f"{split}{t.one('I get', 'I find', 'I have', 'the pieces are')} {joined}. ")
        if len(work.terms) > 2 and t.flag("stepwise", 0.4):
            return (
                text
                + t.one("Adding one at a time: ", "Putting these together: ", "Adding up: ")
                + ", then ".join(self.additions(t, work))
                + ". "
            )
        return (
            text
            + t.one("Adding them up, ", "Together, ", "Their sum is ", "In total, ", "Now, ", "So ")
            + f"{self.total(t, work)}. "
        )

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        return (
            t.c(
                t.one(
                    f"So {ab} = {now}.",
                    f"That would make the answer {now}.",
                    f"This gives me {now} as the product.",
                    f"So the product is {now}.",
                    f"I conclude that {ab} is {now}.",
                    f"My answer is therefore {now}.",
                    f"Thus I arrive at {now}.",
                    f"So I'd answer {now}.",
                    f"That brings the product to {now}.",
                    f"Hence {ab} = {now}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = (
            t.one(
                f"I'm asked to multiply {t.n(t.a)} by {t.n(t.b)}.",
                f"To work out {t.ab}, I'll split one factor into parts.",
                f"Let me approach {t.ab} by partial products.",
                f"The product {t.ab} can be found piece by piece.",
                f"I'll begin with {t.ab} by separating it into simpler products.",
                f"Let me think about {t.ab}.",
                f"First, I'll take {t.ab} apart into easier multiplications.",
                f"I need the product of {t.n(t.a)} and {t.n(t.b)}.",
            )
            + " "
        )
        return text + self.body(t, solve(t, "high", "low", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text = (
                t.one(
                    f"Looking back over my work, I notice that I wrote {old} for "
                    f"{self.mul(t, term.left, term.right)}, when it "
                    f"is actually {t.n(term.value)}.",
                    f"On reflection, that isn't right. I misjudged {self.mul(t, term.left, term.right)}, which is "
                    f"{t.n(term.value)} rather than {old}.",
                    f"Before I settle on this, let me go through the pieces again. {self.eq(t, term)}, so the "
                    f"{old} I used was "
                    "a mistake.",
                    f"In hindsight I made an error: {self.eq(t, term)}, not {old}.",
                    f"Going over the steps once more, the figure {old} bothers me. Indeed, {self.eq(t, term)}.",
                    f"I see where I went wrong. The product {self.mul(t, term.left, term.right)} comes to "
                    f"{t.n(term.value)}.",
                    f"Reviewing my steps, I find a slip: {old} should have been {t.n(term.value)}.",
                    f"My mistake was in {self.mul(t, term.left, term.right)}. That is {t.n(term.value)}; I had {old}.",
                )
                + " "
                + t.one(
                    "With that repaired, ",
                    "Replacing it, ",
                    "The sum then becomes ",
                    "Correcting this, ",
                    "Adding again, ",
                    "So the total changes: ",
                )
                + self.total(t, work)
                + ". "
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Looking back, my partial products are fine, but I added them carelessly.",
                    f"When I retrace the addition, I don't get {was} any more.",
                    "On reflection, the last addition is where I slipped.",
                    "In hindsight I forgot a carry when adding.",
                    "Reviewing the sum, I realize that I made an error there.",
                    f"The pieces don't actually add up to {was}, I see now.",
                    "Let me revisit the addition, because I suspect an error. It is indeed wrong.",
                    "I rushed the final sum, and it shows.",
                )
                + " "
                + t.one("Done properly: ", "Carefully this time: ", "One by one: ", "Again: ")
                + ", ".join(self.additions(t, work))
                + ". "
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "To be sure, let me approach the product from another direction.",
                    "Let me test this with a second approach.",
                    "As a check, I'll split the numbers differently.",
                    "Does a different route lead to the same number?",
                    "I'd like to confirm this by an independent calculation.",
                    "Let me see whether another method agrees.",
                )
                + " "
                + self.body(t, work)
                + t.one(
                    f"This is at odds with the {was} I found before, and retracing my steps shows the flaw "
                    "was in the earlier "
                    "attempt.",
                    f"That contradicts {was}, which tells me my earlier calculation was flawed.",
                    f"So the second approach doesn't agree with {was}; I must have slipped before.",
                    f"It doesn't agree with my earlier {was}, which I now withdraw.",
                    f"The disagreement with {was} reveals an error in my earlier reasoning.",
                    f"Since the two results differ, I reviewed both, and the error is in the one that gave {was}.",
                )
                + " "
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "On reflection, I'm not comfortable with that answer. Let me work through it again from the start.",
                    f"Thinking about it again, I doubt that {was} is right. I'll do the calculation over.",
                    "I went through that rather quickly, and I suspect an error. Starting afresh:",
                    "Something about this doesn't sit right with me, so let me set it aside and recompute.",
                    "Looking back, I can't vouch for these steps. Let me try again.",
                    f"I'm hesitant to accept {was}. Let me reconsider the whole problem.",
                    "Let me reconsider. I may have mishandled a carry, so I'll redo everything.",
                    "Hmm, I'd rather not rely on that. A new attempt:",
                    "My reasoning above may be faulty, so I'll rework the problem.",
                )
                + " "
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"But wait: {self.misfit(t, turn.kind)}. My reasoning must contain an error, so let me redo it.",
                    f"Let me pause and check whether this is sensible. It isn't: {self.misfit(t, turn.kind)}. "
                    "Again, then.",
                    f"Reviewing this, I see a problem, because {self.misfit(t, turn.kind)}. Let me rework it.",
                    f"A moment's reflection shows this can't be right: {self.misfit(t, turn.kind)}. I'll start again.",
                )
                + " "
                + self.body(t, work)
            )
        return text + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.5):
            clause = self.fits(t)
            text = (
                (f"{cap(clause)}. " if clause and t.chance(0.7) else "")
                + t.one(
                    "Looking back over the steps, everything is in order.",
                    "I've gone through each step and they hold up.",
                    "Rereading my work, I see no further errors.",
                    "This time the steps check out.",
                    "I'm satisfied with this.",
                    "Each piece has been checked, so I can be confident.",
                    "I double-checked the additions and they are right.",
                    "Nothing in the work above needs changing.",
                    "The steps agree with one another.",
                )
                + "\n\n"
            )
        return text + t.r(
            t.one(
                f"#### {t.candidate}",
                f"#### {t.candidate}",
                f"#### {t.n(t.candidate)}",
                f"The answer is {t.n(t.candidate)}.\n#### {t.candidate}",
            )
        )


class RewardScoredSteps(Scribe):
    """Steps in tags, each with a reflection and a score; a low score leads back."""

    ends = ("", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths, t.x = t.words, t.one("×", "*", "x")

    def step(self, t: Telling, text: str) -> str:
        return f"<step>\n{text}\n</step>\n" if t.flag("tall", 0.5) else f"<step>{text}</step>\n"

    def score(self, t: Telling, text: str, low: float, high: float) -> str:
        value = f"{t.rng.uniform(low, high):.{t.one('1', '2')}f}"
        return f"<reflection>{text}</reflection>\n<reward>{value}</reward>\n"

    def steps(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return self.step(t, small(t, ""))
        text = ""
        if t.flag("split", 0.6) and work.method != "area":
            text += self.step(
                t,
                t.one(
                    f"Break {t.n(work.b)} into {t.factor(work)}.",
                    f"{t.n(work.b)} = {t.factor(work)}",
                    f"Decompose {t.n(work.b)}: {t.factor(work)}.",
                ),
            )
            if t.chance(0.4):
                text += self.score(
                    t,
                    t.one(
                        "Good decomposition.",
                        "This simplifies the problem.",
                        "Sensible start.",
                        "The approach is sound.",
                        "A clear plan.",
                    ),
                    0.8,
                    1,
                )
        if t.flag("each", 0.5):
            for term in work.terms:
                text += self.step(
                    t, slipped(t, term, self.eq(t, term), t.n, 0.04, ", correction: {}", " → {}, copying error")
                )
        else:
            text += self.step(
                t,
                t.one("Multiply each part: ", "Partial products: ", "Compute: ", "")
                + "; ".join(self.eq(t, term) for term in work.terms),
            )
        if t.chance(0.3):
            text += self.score(
                t,
                t.one(
                    "The partial products look right so far.",
                    "The multiplications seem fine.",
                    "Products computed, now the sum.",
                    "On track.",
                ),
                0.7,
                0.95,
            )
        return text

    def commit(self, t: Telling, work: Work) -> str:
        now, ab = t.n(t.candidate), t.ab
        words = t.one(
            f"So {ab} = {now}.",
            f"The product is {now}.",
            f"Therefore {ab} = {now}.",
            f"Result: {now}.",
            f"The total is {now}.",
            f"This yields {now}.",
            f"Thus the answer is {now}.",
            f"Final sum: {now}.",
            f"So the result is {now}.",
        )
        if tiny(t):
            return self.step(t, t.c(words))
        return self.step(
            t,
            t.one("Add: ", "Sum: ", "Add the parts: ", "Now add: ", "Adding all: ")
            + f"{self.total(t, work)}. "
            + t.c(words),
        )

    def first(self, t: Telling) -> str:
        text = (
            "<thinking>\n"
            + t.one(
                f"I need to compute {t.ab}. I'll use partial products and add.",
                f"The problem asks for {t.ab}.",
                f"Plan: split {t.n(t.b)}, multiply, add.",
                f"This is a multiplication of {t.n(t.a)} by {t.n(t.b)}.",
                f"I will solve {t.ab} step by step and reflect on each step.",
                f"Let me think about how to do {t.ab}.",
                f"{t.ab}: use the distributive property.",
                f"A straightforward product, {t.ab}.",
            )
            + "\n</thinking>\n"
        )
        work = solve(t)
        return text + self.steps(t, work) + self.commit(t, work)

    def again(self, t: Telling) -> str:
        turn, was = plan(t, clash=1), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text = self.score(
                t,
                t.one(
                    f"The product {self.mul(t, term.left, term.right)} was computed incorrectly. It is "
                    f"{t.n(term.value)}, not {old}.",
                    f"I made an error: {self.eq(t, term)}, while I wrote {old}.",
                    f"{old} is wrong. {self.eq(t, term)}. I have to go back.",
                    f"Checking the steps, {self.eq(t, term)} rather than {old}. The result is therefore wrong.",
                    f"There is a multiplication error in the step with {old}.",
                    f"Not right: {self.eq(t, term)}. I need to correct this.",
                    f"The step that gave {old} is incorrect, the result has to be revised.",
                    f"Mistake found. {self.eq(t, term)}.",
                ),
                0.1,
                0.45,
            )
            text += self.step(
                t,
                t.one(
                    f"Corrected: {self.eq(t, term)}",
                    f"{self.eq(t, term)}",
                    f"Fix: {self.eq(t, term)}",
                    f"Replace {old} by {t.n(term.value)}.",
                ),
            )
        elif turn.kind == "sum":
            text = self.score(
                t,
                t.one(
                    "The sum is wrong, I missed a carry.",
                    f"The partial products do not add up to {was}.",
                    "The addition contains an error and must be repeated.",
                    f"{was} is not the correct total.",
                    "I made a mistake in the addition.",
                    "The last step is incorrect: the addition is off.",
                    "Adding again gives a different number, so this total is wrong.",
                    "Addition error. Go back.",
                ),
                0.1,
                0.45,
            )
        elif turn.kind == "clash":
            text = self.score(
                t,
                t.one(
                    "I should verify this with another decomposition.",
                    "Let me verify this differently.",
                    "Plausible, but I want to cross-check.",
                    "Needs an independent check.",
                ),
                0.5,
                0.7,
            )
            text += self.step(
                t, t.one("Check: ", "Other way: ", "Verify: ") + "; ".join(self.eq(t, x) for x in work.terms)
            )
            text += self.score(
                t,
                t.one(
                    f"These do not add up to {was}, so the earlier result was wrong.",
                    f"This conflicts with {was}. I was wrong.",
                    f"The sum of these isn't {was}. The earlier calculation contains a mistake.",
                    f"The check fails for {was}; I go with the new calculation.",
                ),
                0.2,
                0.5,
            )
        elif turn.kind == "redo":
            text = self.score(
                t,
                t.one(
                    f"I am not sure that {was} is right. I will try again.",
                    "Too uncertain. Let me backtrack and redo it.",
                    "I may have made an error in the steps. Going back.",
                    "Confidence is low, a different approach is better.",
                    f"{was} seems doubtful. Restart.",
                    "The steps were rushed. I should recompute everything.",
                    "I cannot rely on this. Backtracking.",
                    "This might be wrong, so I start again.",
                ),
                0.2,
                0.5,
            ) + self.steps(t, work)
        else:
            text = self.score(
                t,
                t.one(
                    f"{cap(self.misfit(t, turn.kind))}. The result is wrong, I must backtrack.",
                    f"Problem: {self.misfit(t, turn.kind)}. I will redo the calculation.",
                    f"This fails a check: {self.misfit(t, turn.kind)}. Backtrack.",
                ),
                0.1,
                0.4,
            ) + self.steps(t, work)
        return text + self.commit(t, work)

    def closing(self, t: Telling) -> str:
        text, now, clause = "", t.n(t.candidate), self.fits(t)
        if t.chance(0.85):
            text = self.score(
                t,
                (f"{cap(clause)}. " if clause and t.chance(0.5) else "")
                + t.one(
                    "The result is consistent.",
                    "All steps verified.",
                    "The addition is right.",
                    "I am confident in this.",
                    "Correct and complete.",
                    "Everything checks out.",
                    "No errors found.",
                    "Good, this can be given as answer.",
                    "The steps are right.",
                ),
                0.8,
                1,
            )
        return (
            text
            + t.r(
                t.one(
                    f"<answer>{now}</answer>",
                    f"<answer>\n{now}\n</answer>",
                    f"<answer>{t.ab} = {now}</answer>",
                    f"<answer>The product is {now}.</answer>",
                    f"<answer>$\\boxed{{{now}}}$</answer>",
                )
            )
            + (
                self.score(t, t.one("Clear final answer.", "Done.", "Good solution overall."), 0.85, 1)
                if t.chance(0.2)
                else ""
            )
        )


# --- reasoning models ------------------------------------------------------------------------------------------------


class WaitfulThinker(Scribe):
    """A long monologue in <think> tags with many a wait and hmm, then a tidy answer."""

    ends = ("", "", "\n", "<|end_of_sentence|>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths, t.x = t.words, t.one("×", "*", "×", "times")

    def product(self, t: Telling, term: Term) -> str:
        """A partial product as thought: recalled, taken apart, or doubted and found right."""
        mul, value, n = self.mul(t, term.left, term.right), t.n(term.value), t.n
        if more := detail(t, term, 0.35):
            return t.one(
                f"{mul}. Well, {more}.",
                f"{mul}: {more}.",
                f"Let me do {mul}. That's {more}.",
                f"{mul}. Break it down: {more}. Okay.",
            )
        if term.value == term.left * term.right and term.left > 9 and t.chance(0.2):
            digit, zeros = int(str(term.right).rstrip("0")), len(str(term.right)) - len(str(term.right).rstrip("0"))
            if zeros:
                tail = "a zero" if zeros == 1 else f"{zeros} zeros"
                if term.left * digit not in (t.candidate, t.product):
                    return t.one(
                        f"{mul}. {n(term.left)} {t.x} {digit} is {n(term.left * digit)}, add {tail}, so {value}.",
                        f"{mul}: {n(term.left)} {t.x} {digit} = {n(term.left * digit)}, with {tail} that's {value}.",
                    )
        if term.value > 20 and t.chance(0.06):
            wrong = n(t.near(term.value))
            return t.one(
                f"{mul} = {wrong}. Wait, no, {value}.",
                f"{mul} is {wrong}... no wait, that's {value}.",
                f"{mul} = {wrong}, hmm, let me recompute: {value}. Yes, {value}.",
            )
        if t.chance(0.08):
            return t.one(
                f"{mul} = {value}. Is that right? Yes, I think so.",
                f"{mul} = {value}. Hmm, yes, {value}.",
                f"{mul} = {value}. Let me make sure... yeah, that's right.",
            )
        return t.one(
            f"{mul} = {value}.",
            f"{mul} is {value}.",
            f"{mul}, which is {value}.",
            f"{mul} equals {value}.",
            f"then {mul} = {value}.",
        )

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t, " ")
        n = t.n
        text = (
            ""
            if work.method == "area"
            else t.one(
                f"{n(work.b)} is {t.factor(work)}. ",
                f"So {n(work.b)} = {t.factor(work)}. ",
                f"I can break {n(work.b)} into {t.factor(work)}. ",
                f"Let's split {n(work.b)} as {t.factor(work)}. ",
                f"Maybe break down {n(work.b)}: {t.factor(work)}. ",
                f"Using {n(work.b)} = {t.factor(work)}. ",
                "",
            )
        )
        gap = "\n\n" if t.flag("paragraphs", 0.5) else " "
        products = [cap(self.product(t, term)) for term in work.terms]
        products[0] = products[0].removeprefix("Then ")
        if products[0][0].isdigit():
            products[0] = t.one("First, ", "So first, ", "Start with ", "Starting: ", "") + products[0]
        text = (text.rstrip() + gap if text else "") + gap.join(products) + gap
        if len(work.terms) > 2 and t.flag("stepwise", 0.65):
            lines = self.additions(t, work)
            text += t.one(
                "Now add them up. ", "Now adding: ", "Okay, adding these: ", "Now, sum: ", "Add step by step: "
            )
            text += (
                lines[0]
                + ". "
                + "".join(
                    t.one("Then ", "Next, ", "Plus the next one: ", "And ", "Then adding: ") + f"{line}. "
                    for line in lines[1:]
                )
            )
        else:
            text += (
                t.one("Adding them: ", "Now add: ", "Sum: ", "So total: ", "Altogether, ") + self.total(t, work) + ". "
            )
        return text.lstrip()

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        if t.same and t.chance(0.6):
            return (
                t.c(
                    t.one(
                        f"So again {now}.",
                        f"Okay, I get {now} again.",
                        f"That's {now} once more.",
                        f"So it is {now} after all.",
                        f"Same result: {now}.",
                    )
                )
                + "\n\n"
            )
        return (
            t.c(
                t.one(
                    f"So {ab} = {now}.",
                    f"So the answer should be {now}.",
                    f"That gives {now}.",
                    f"So total is {now}.",
                    f"Therefore {ab} is {now}.",
                    f"So I get {now}.",
                    f"So the product is {now}.",
                    f"Okay, so that's {now}.",
                    f"Thus, {now}.",
                    f"So the result would be {now}.",
                )
            )
            + "\n\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.65) or not (clause := self.fits(t)):
            return ""
        return (
            t.one(
                f"Hmm, {clause}. Okay.",
                f"Let me check: {clause}. Good.",
                f"Quick check: {clause}.",
                f"Does that make sense? {cap(clause)}. Yeah.",
                f"{cap(clause)}. That makes sense.",
                f"Let's see, {clause}. Seems okay.",
                f"Sanity check, {clause}. Fine.",
                f"At least {clause}.",
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        ab = t.ab
        text = (
            "<think>\n"
            + t.one(
                f"Okay, so I need to calculate {ab}.",
                f"Alright, let's see. I have to multiply {t.n(t.a)} by {t.n(t.b)}.",
                f"Hmm, okay, {ab}. Let me think about how to do this.",
                f"So the problem is {ab}. Let's do it step by step.",
                f"First, I need to figure out {ab}.",
                f"Okay, let me try to work out {ab}.",
                f"Let me compute {ab}.",
                f"I need to multiply {t.n(t.a)} and {t.n(t.b)}. I remember I can use the distributive property.",
                f"Alright, {ab}. I could do long multiplication, but splitting is easier.",
                f"Okay, the user wants {ab}.",
            )
            + t.one(" ", "\n\n")
        )
        if tiny(t) and t.chance(0.5):
            text += t.one(
                "That's just from the times table. ",
                f"That's adding {t.a} up {t.b} times. ",
                "Small numbers. ",
                "I know this one. ",
            )
        else:
            text += self.body(t, solve(t, "high", "high", "low", "chunks", "round", "area"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            mul, now = self.mul(t, term.left, term.right), t.n(term.value)
            text = (
                t.one(
                    f"Wait, hold on. {mul}... that's {now}, not {old}. So I messed that up.",
                    f"Wait, let me double-check the multiplications. {mul} = {now}. But I had {old}. So that "
                    "was a mistake.",
                    f"Hmm, wait. Is {mul} really {old}? No, it's {now}.",
                    f"But wait, {mul} should be {now}. I wrote {old}. Oops.",
                    f"Let me check each part again. {mul}: that's {now}. Earlier I said {old}, so that's an error.",
                    f"Hmm, that seems off. Let me verify {mul}. I get {now}. So the {old} was wrong.",
                    f"Wait a second. I think I made an error with {mul}. It should be {now} instead of {old}.",
                    f"Hmm, let me verify. {mul} is {now}. Oh, I previously got {old}. That's where I went wrong.",
                    f"Hold on, {old} doesn't look right for {mul}. It's {now}.",
                    f"Actually, no. {mul} = {now}, I made a mistake there.",
                )
                + " "
                + t.one(
                    "So now the sum: ",
                    "Then the total is ",
                    "So adding again: ",
                    "Redo the addition: ",
                    "Let me fix that. ",
                    "So ",
                )
                + self.total(t, work)
                + ". "
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Wait, let me check the addition again.",
                    "Hmm, did I add that correctly? Let me redo it.",
                    f"Wait, {was}? Let me add again, carefully.",
                    "But hold on, I think I messed up the addition.",
                    "Let me double-check the sum. Hmm, no, that's off.",
                    "Wait, there's a carry I forgot.",
                    "The partial products seem fine, but the sum... let me do it again.",
                    "Hmm, the addition looks wrong.",
                    "Wait, no, that addition isn't right.",
                )
                + " "
                + " ".join(f"{line}." for line in self.additions(t, work))
                + " "
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let me verify with another approach.",
                    "Let me double-check by splitting it the other way.",
                    "Wait, maybe I should check this with a different method.",
                    "To be sure, let me do it another way.",
                    "Let me cross-verify.",
                    "Hmm, let me try a different way to confirm.",
                    "Let me check that again differently.",
                )
                + " "
                + self.body(t, work)
                + t.one(
                    f"Hmm, that's different from {was}. So which one is right? Going back over the earlier "
                    "calculation, I see I made "
                    "a mistake there.",
                    f"Wait, that's not {was}. There must be an error in one of them. Checking again... yes, "
                    "the earlier one was off.",
                    f"That contradicts the earlier {was}. The new way is simpler, so I trust it more.",
                    f"But earlier I had {was}. That's a problem. I rechecked the new way and it holds, so "
                    "the earlier one was wrong.",
                    f"Hmm, conflicting results. I had {was} before. Let me look... okay, I slipped in the "
                    "earlier attempt.",
                    f"Uh oh, I got {was} before. I must have miscalculated then.",
                )
                + " "
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "Wait, I'm not sure about that. Let me redo it from scratch.",
                    "Hmm, I might have messed up. Let me start over.",
                    f"Hmm, {was}? I'm not convinced. Let me recalculate.",
                    "Wait, maybe I made a mistake somewhere. Again.",
                    "No wait, let me do this more carefully.",
                    "Hmm, I'm getting confused. Let me start again.",
                    "But I'm not confident in those additions. Let me recompute everything.",
                    f"Wait, that doesn't feel right. {was} might be wrong. Let me try again.",
                    "Let me scrap that and do it step by step again.",
                    "Hmm, hold on. I don't trust this. Let's redo.",
                )
                + " "
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"Wait, {self.misfit(t, turn.kind)}. So that's wrong. Let me redo.",
                    f"Hmm, {self.misfit(t, turn.kind)}. So I must have made a mistake. Let me try again.",
                    f"Let me check. {cap(self.misfit(t, turn.kind))}. Not good. Okay, recalculating.",
                    f"But {self.misfit(t, turn.kind)}. That can't be. Let me start over.",
                )
                + " "
                + self.body(t, work)
            )
        return text + self.commit(t) + self.aside(t)

    def writeup(self, t: Telling) -> str:
        now, ab, work = t.n(t.candidate), t.ab.replace("times", "×"), t.work
        if tiny(t) or t.chance(0.35):
            return t.r(
                t.one(
                    f"The product of {t.n(t.a)} and {t.n(t.b)} is **{now}**.",
                    f"{ab} = **{now}**",
                    f"The result of {ab} is \\boxed{{{now}}}.",
                    f"**Answer:** \\boxed{{{now}}}",
                    f"\\[\n\\boxed{{{now}}}\n\\]",
                    f"The final answer is {now}.",
                )
            )
        text = (
            t.one(
                f"To calculate {ab}, we can use the distributive property:",
                "**Solution:**",
                "Here's the calculation:",
                "**Step-by-Step Explanation:**",
                f"To find {ab}, break it into parts:",
            )
            + "\n\n"
        )
        text += "".join(
            f"{place}. {self.eq(t, x)}\n".replace("times", "×") for place, x in enumerate(work.terms, start=1)
        )
        text += (
            "\n"
            + t.one("Adding these together:", "Sum:", "Add the partial results:", "Combine:")
            + f" {self.total(t, work)}\n\n"
        )
        return text + t.r(
            t.one(
                f"**Final Answer:** {now}",
                f"**Answer:** \\boxed{{{now}}}",
                f"\\boxed{{{now}}}",
                f"So, {ab} = **{now}**.",
                f"**{now}**",
                f"Thus, the product is **{now}**.",
            )
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.35) and not tiny(t):
            was = t.work
            work = other(t, "round", "chunks")
            text = (
                t.one(
                    "Let me just verify with a different split: ",
                    "To double-check, ",
                    "Let me verify: ",
                    "Another check: ",
                    "Just to be sure: ",
                )
                + ", ".join(self.eq(t, term) for term in work.terms)
                + f", and {self.total(t, work)}. "
                + t.one(
                    "Yep, that matches.",
                    "Same result. Good.",
                    "Great, it matches.",
                    "Okay, consistent.",
                    "Both ways agree.",
                )
                + "\n\n"
            )
            t.work = was
        text += t.one(
            "I think that's correct.",
            "Okay, I'm confident now.",
            "So that should be it.",
            "Good.",
            "Alright.",
            "I'm pretty sure that's right.",
            "Maybe I'm overthinking this. I'll go with that.",
            "",
            "",
            "So the answer stands.",
            "Okay, moving on to write the answer.",
        )
        return text + "\n</think>\n\n" + self.writeup(t)


class TersePlanThinker(Scribe):
    """Clipped notes to itself in [THINK] marks, one line of answer."""

    ends = ("", "\n", "</s>")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths, t.x = "plain", t.one("*", "×", "*")
        t.flag("mark", 0.5)

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t, " ")
        eq = [
            f"{t.left}*{t.right}={t.value}" if tight else f"{t.left} {x} {t.right} = {t.value}"
            for tight, x in [(t.flag("tight", 0.5), t.x)]
            for t in work.terms
        ]
        text = t.one("; ", ", ", ". ").join(eq) + ". "
        if len(work.terms) > 2 and t.flag("stepwise", 0.4):
            plus = [
                f"{so_far}{'+' if sign > 0 else '-'}{value}={result}" for so_far, sign, value, result in work.steps()
            ]
            return text + t.one("Sum: ", "Add: ", "Then ", "") + t.one("; ", ", ").join(plus) + ". "
        return (
            text
            + t.one("Sum: ", "Sum ", "Total: ", "Add: ", "Then ")
            + (self.total(t, work).replace(" ", "") if t.flag("tight", 0.5) else self.total(t, work))
            + ". "
        )

    def commit(self, t: Telling) -> str:
        now = t.candidate
        if t.same and t.chance(0.6):
            return t.c(t.one(f"Again {now}.", f"Same: {now}.", f"{now} again.", f"So {now} after all.")) + t.one(
                "\n", " "
            )
        return t.c(
            t.one(
                f"So {now}.",
                f"Answer {now}.",
                f"So answer: {now}.",
                f"So it's {now}.",
                f"Result {now}.",
                f"→ {now}.",
                f"Product = {now}.",
                f"So product {now}.",
                f"Thus {now}.",
                f"Gives {now}.",
            )
        ) + t.one("\n", " ")

    def first(self, t: Telling) -> str:
        ab = f"{t.a}*{t.b}" if t.flag("tight", 0.5) else t.ab
        text = "[THINK]" if t.flag("mark", 0.5) else "<thought>\n"
        text += (
            t.one(
                f"Need {ab}.",
                f"We need to compute {ab}.",
                f"Compute {ab}.",
                f"{ab}.",
                f"Just multiplication: {ab}.",
                f"User asks {ab}. Do it stepwise.",
                f"Multiply {t.a} by {t.b}.",
                f"Task: {ab}.",
                f"Simple product, {ab}. Careful with carries.",
                f"Let's do {ab}.",
            )
            + " "
        )
        if tiny(t) and t.chance(0.6):
            text += t.one("Trivial. ", "Times table. ", "Easy. ", "")
        else:
            text += self.body(t, solve(t, "high", "high", "chunks", "round"))
        return text + self.commit(t) + self.aside(t)

    def aside(self, t: Telling) -> str:
        if t.chance(0.7) or not (clause := self.fits(t)):
            return ""
        return t.one(
            f"Check: {clause}.",
            f"Sanity: {clause}.",
            f"{cap(clause)}.",
            f"{cap(clause)}, ok.",
            f"Quick: {clause}.",
            f"Check {clause}, good.",
            f"{cap(clause)}, fine.",
            f"Plausible: {clause}.",
        ) + t.one(" ", "\n")

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.previous
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], turn.fix.was
            lr = f"{term.left}*{term.right}"
            text = (
                t.one(
                    f"Wait {lr} = {term.value}, not {old}.",
                    f"Recheck {lr}: {term.value}. Had {old}, wrong.",
                    f"Hmm {lr} is {term.value}. Fix.",
                    f"Error: {lr} should be {term.value} (had {old}).",
                    f"Double-check parts: {lr} = {term.value}, so {old} wrong.",
                    f"Oops, {lr}={term.value}.",
                    f"No: {lr} = {term.value}.",
                    f"Mistake in {lr}, it's {term.value}.",
                    f"Verify {lr}... {term.value}, not {old}.",
                )
                + " "
            )
            text += t.one("New sum: ", "Sum again: ", "So ", "Then ") + self.total(t, work) + ". "
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Recheck sum.",
                    "Addition wrong, again:",
                    f"Wait, sum not {was}.",
                    "Missed a carry. Add again:",
                    "Let me re-add.",
                    "Sum looks off. Redo:",
                    "Check sum:",
                    "No, adding wrong.",
                )
                + " "
            )
            text += "; ".join(self.additions(t, work)) + ". "
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Verify other way:",
                    "Cross-check:",
                    "Check with other split:",
                    "Double-check:",
                    "Alternative:",
                    "Verify:",
                )
                + " "
                + self.body(t, work)
            )
            text += (
                t.one(
                    f"Not {was}. Earlier one had slip.",
                    f"Disagrees with {was}; earlier one was wrong.",
                    f"Mismatch with {was}. Recheck earlier... slip there.",
                    f"Differs from {was}. Trust this one.",
                    f"Hmm, vs {was}. The latter is wrong.",
                    f"So {was} wrong.",
                )
                + " "
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "Not sure. Redo.",
                    "Hmm, redo carefully.",
                    f"{was} doubtful. Recompute.",
                    "Recompute from scratch.",
                    "Wait, may be wrong. Again:",
                    "Don't trust that. Again:",
                    "Let me recalc, unsure about carries.",
                    f"Hmm {was}? Not convinced. Redo:",
                    "Start over.",
                    "Could be off. Once more:",
                )
                + " "
            )
            text += self.body(t, work)
        else:
            text = (
                t.one(
                    f"But {self.misfit(t, turn.kind)}. Redo.",
                    f"Wait: {self.misfit(t, turn.kind)}. Wrong. Again:",
                    f"Check: {self.misfit(t, turn.kind)}. So error. Recompute:",
                )
                + " "
                + self.body(t, work)
            )
        return text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        now, ab = t.candidate, t.ab
        text = t.one(
            "", "", "Good.", "Done.", "OK.", "Confident enough.", "Answer that.", "Fine.", "That's it.", "Write answer."
        )
        text += "[/THINK]" if t.flag("mark", 0.5) else "\n</thought>\n"
        return text + t.r(
            t.one(
                f"{now}",
                f"**{now}**",
                f"{ab} = **{now}**",
                f"The answer is {now}.",
                f"{ab} = {now}",
                f"$\\boxed{{{now}}}$",
                f"The product is **{now:,}**.",
                f"**Answer: {now}**",
                f"Final answer: {now}",
            )
        )


class GerundHeadingThinker(Scribe):
    """Thoughts under bold headings in the first person, between ◁think▷ marks; an orderly answer after them."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths, t.x = t.words, t.one("×", "*", "×")

    def heading(self, t: Telling, *titles: str) -> str:
        return f"**{t.one(*titles)}**\n\n"

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t, " ")
        n = t.n
        eqs = [self.eq(t, term) for term in work.terms]
        split = (
            ""
            if work.method == "area"
            else t.one(
                f"I'm splitting {n(work.b)} into {t.factor(work)}. ",
                f"I'm treating {n(work.b)} as {t.factor(work)}. ",
                f"I've decomposed {n(work.b)} into {t.factor(work)}. ",
                f"Since {n(work.b)} = {t.factor(work)}, I can go term by term. ",
                "",
            )
        )
        if t.flag("list", 0.4):
            text = (
                split
                + t.one("The pieces:", "Partial products:", "Here's what I have:")
                + "\n"
                + "".join(f"* {eq}\n" for eq in eqs)
                + "\n"
            )
        else:
            text = (
                split
                + t.one("I get ", "My partial products are ", "That yields ", "I've computed ")
                + ", ".join(eqs)
                + ". "
            )
        if len(work.terms) > 2 and t.flag("stepwise", 0.4):
            return (
                text
                + t.one("Accumulating: ", "Running total: ", "Summing: ")
                + ", then ".join(self.additions(t, work))
                + ". "
            )
        return (
            text
            + t.one("Summing these, ", "The sum: ", "Next I combine them: ", "Adding everything, ")
            + f"{self.total(t, work)}. "
        )

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        if t.same and t.chance(0.6):
            return (
                t.c(
                    t.one(
                        f"I've landed on {now} once again.",
                        f"The fresh computation also yields {now}, so that's the answer.",
                        f"This brings me back to {now}.",
                        f"So it's {now} after all.",
                    )
                )
                + "\n\n"
            )
        return (
            t.c(
                t.one(
                    f"I've arrived at {now}.",
                    f"So I have {ab} = {now}.",
                    f"This puts the product at {now}.",
                    f"My result is {now}.",
                    f"The answer is therefore {now}.",
                    f"So the product comes to {now}.",
                    f"I now have {now} as the result.",
                    f"That brings me to {now}.",
                    f"I conclude that it's {now}.",
                    f"So, {now} is the product.",
                )
            )
            + "\n\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.7) or not (clause := self.fits(t)):
            return ""
        return (
            t.one(
                f"I've run a quick check: {clause}.",
                f"{cap(clause)}. That's reassuring.",
                f"As a check, {clause}.",
                f"I note that {clause}.",
                f"{cap(clause)}.",
                f"A quick sanity check: {clause}.",
                f"I'm reassured that {clause}.",
                f"Also, {clause}.",
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        ab = t.ab
        text = t.one("◁think▷\n", "◁think▷") + self.heading(
            t,
            "Breaking Down the Multiplication",
            "Calculating the Product",
            "Deconstructing the Problem",
            "Setting Up",
            "Initiating the Calculation",
            "Decomposing the Factors",
            "Analyzing the Task",
            "Computing Partial Products",
            "Considering the Approach",
            "Beginning the Calculation",
        )
        text += (
            t.one(
                f"I'm tackling {ab} now.",
                f"I need to find {ab}.",
                f"I'm looking at {ab}, and partial products seem right.",
                f"The task is {ab}; I'll go with the distributive property.",
                f"I'm starting with {ab}.",
                f"Okay, I'm going to calculate {ab} by hand.",
                f"My focus is on {ab}.",
                f"I've been asked for {ab}.",
            )
            + " "
        )
        if not (tiny(t) and t.chance(0.5)):
            text += self.body(t, solve(t, "high", "high", "low", "chunks", "round"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work = turn.work
        if turn.fix and turn.kind in ("part", "sum"):
            text = self.heading(
                t,
                "Correcting an Error",
                "Revising the Calculation",
                "Identifying a Mistake",
                "Fixing a Slip",
                "Refining the Result",
                "Spotting an Error",
                "Adjusting the Sum",
                "Reviewing the Steps",
            )
        elif turn.kind == "redo":
            text = self.heading(
                t,
                "Recalculating",
                "Reconsidering the Result",
                "Starting Afresh",
                "Reassessing",
                "Redoing the Work",
                "Questioning the Result",
                "Reworking the Calculation",
                "Restarting the Computation",
            )
        else:
            text = self.heading(
                t,
                "Verifying the Result",
                "Cross-Checking",
                "Validating the Answer",
                "Checking My Work",
                "Confirming the Calculation",
                "Testing the Result",
                "Double-Checking",
                "Examining Consistency",
            )
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text += (
                t.one(
                    f"I've just realized that {self.eq(t, term)}, and not {old} as I had it.",
                    f"I've found an error: I had {old} where {self.mul(t, term.left, term.right)} is "
                    f"{t.n(term.value)}.",
                    f"Going through the parts again, I'm seeing {self.eq(t, term)}. My {old} was off.",
                    f"I misjudged one of the terms. {self.eq(t, term)}.",
                    f"There's a slip in my partial products. The {old} needs to be {t.n(term.value)}.",
                    f"I need to correct {self.mul(t, term.left, term.right)}; it's {t.n(term.value)}, not {old}.",
                    f"I'm not happy with {old}. Recomputing, {self.eq(t, term)}.",
                    f"One term is wrong: {self.eq(t, term)} rather than {old}.",
                )
                + " "
                + t.one("The new sum: ", "With that, ", "Updating: ", "Summing again, ")
                + f"{self.total(t, work)}. "
            )
        elif turn.kind == "sum":
            text += (
                t.one(
                    "I've noticed that my addition went wrong.",
                    f"The terms don't add up to {was}; I dropped a carry.",
                    "My partial products hold, but I mis-summed them.",
                    "I'm revisiting the addition, which contained an error.",
                    f"I'm now seeing that {was} is an addition mistake.",
                    "I added too quickly. Let me fix that.",
                    "The final sum needs correcting.",
                    "I've caught a carry error.",
                )
                + " "
                + ", then ".join(self.additions(t, work))
                + ". "
            )
        elif turn.kind == "clash":
            text += (
                t.one(
                    "I'm running the numbers a second way.",
                    "I'm verifying this using a different decomposition.",
                    "I'd like to see whether another approach agrees.",
                    "I'm cross-checking with an alternative split.",
                )
                + " "
                + self.body(t, work)
                + t.one(
                    f"That's inconsistent with {was}. I've traced the discrepancy to my earlier pass.",
                    f"This isn't what I had before ({was}), so my earlier pass was flawed.",
                    f"It doesn't match {was}. After reviewing both, I'm going with this one.",
                    f"The mismatch with {was} tells me I slipped earlier.",
                )
                + " "
            )
        elif turn.kind == "redo":
            text += (
                t.one(
                    "I'm not entirely convinced by this, so I'm redoing the calculation.",
                    f"I'm doubting {was}. I'm going to recompute.",
                    "Something feels off. I'm starting over with the multiplication.",
                    "I'm abandoning that result and beginning again.",
                    "I may have made an error, so I'm working through it anew.",
                    f"I'm uneasy about {was}; let me rebuild it from scratch.",
                    "I don't trust my arithmetic there. I'm recalculating everything.",
                    "I want to redo this with more care.",
                )
                + " "
                + self.body(t, work)
            )
        else:
            text += (
                t.one(
                    f"I see a problem: {self.misfit(t, turn.kind)}. I'm recalculating.",
                    f"The check fails, as {self.misfit(t, turn.kind)}. I need to redo this.",
                    f"I've noticed that {self.misfit(t, turn.kind)}. So I'm going back to the beginning.",
                )
                + " "
                + self.body(t, work)
            )
        return text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        now, work, text = t.n(t.candidate), t.work, ""
        if t.chance(0.4):
            text = (
                self.heading(
                    t,
                    "Finalizing the Answer",
                    "Confirming the Result",
                    "Concluding",
                    "Presenting the Solution",
                    "Preparing the Response",
                )
                + t.one(
                    "I've gone over the steps and they hold.",
                    "I'm confident in the calculation now.",
                    "I'm ready to present this.",
                    "The result holds up, so I'll write it out.",
                    "Everything is consistent; I'll lay out the steps clearly.",
                    "I could check further, but the steps look right to me.",
                    "All that's left is to format the answer.",
                )
                + "\n"
            )
        text += "◁/think▷"
        if not tiny(t) and t.chance(0.5):
            text += (
                t.one(f"Here is the calculation of {t.ab}:", "**Calculation**", f"To compute {t.ab}:", "Step by step:")
                + "\n\n"
            )
            text += "".join(f"{place}. {self.eq(t, x)}\n" for place, x in enumerate(work.terms, start=1))
            text += f"{len(work.terms) + 1}. {t.one('Add', 'Sum', 'Total')}: {self.total(t, work)}\n\n"
        return text + t.r(
            t.one(
                f"**{t.ab} = {now}**",
                f"The answer is **{now}**.",
                f"{t.ab} = **{now}**",
                f"**Answer: {now}**",
                f"So the product is **{now}**.",
                f"**Result:** {now}",
                f"{now}",
            )
        )


class DigitwiseSkeptic(Scribe):
    """Rows with their carries, columns of the addition, checks by remainders; doubts, and compares two results."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths, t.x = "plain", t.one("*", "×", "*")

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t)
        text = ""
        for term in work.terms:
            trace = row_trace(term.left, term.right) if term.value == term.left * term.right and term.left > 9 else ""
            if trace and t.flag("trace", 0.6) and t.chance(0.6):
                zeros = len(str(term.right)) - len(str(term.right).rstrip("0"))
                digit = str(term.right).rstrip("0")
                row = term.value // 10**zeros
                text += t.one(
                    f"{term.left} {t.x} {digit}: {trace}.", f"Row for {digit}: {trace}.", f"Digit {digit}: {trace}."
                )
                text += (
                    t.one(f" So {row}", f" That's {row}", f" Row is {row}") if row != t.candidate else " So that row"
                )
                text += (
                    t.one(
                        f", shifted {zeros} place{'s' * (zeros > 1)}: {term.value}.\n",
                        f", and with {zeros} zero{'s' * (zeros > 1)} {term.value}.\n",
                    )
                    if zeros
                    else ".\n"
                )
            elif more := detail(t, term, 0.3):
                text += f"{self.mul(t, term.left, term.right)}: {more}.\n"
            else:
                eq = slipped(t, term, self.eq(t, term), t.n, 0.05, ", no, {}", "? no, digit wrong: {}", ", wait: {}")
                text += t.one("", "", "Next, ", "Then ") * bool(text) + f"{eq}.\n"
        lines = self.additions(t, work)
        values = [term.value for term in work.terms]
        if sum(values) == work.total and min(t.sign for t in work.terms) > 0 and len(values) < 5 and t.chance(0.3):
            text += t.one("Add the columns. ", "Adding column by column: ", "Column sums: ") + add_trace(values) + ".\n"
            text += f"So {self.total(t, work)}.\n"
        else:
            text += t.one("Add: ", "Sum: ", "Adding: ", "Now add. ") + "; ".join(lines) + ".\n"
        return text

    def commit(self, t: Telling) -> str:
        now, ab = t.candidate, t.ab
        if t.same and t.chance(0.5):
            return (
                t.c(
                    t.one(
                        f"So again I get {now}.",
                        f"Product: {now}, again.",
                        f"It is {now} this time as well.",
                        f"OK so {now} after all.",
                    )
                )
                + "\n\n"
            )
        return (
            t.c(
                t.one(
                    f"So {ab} = {now}.",
                    f"So the product is {now}.",
                    f"I get {now}.",
                    f"Result: {now}.",
                    f"That makes {now}.",
                    f"So the answer would be {now}.",
                    f"Thus {ab} = {now}.",
                    f"Reading off the digits: {now}.",
                    f"Total {now}, so {ab} = {now}.",
                    f"So we have {now}.",
                )
            )
            + "\n\n"
        )

    def digitsums(self, t: Telling) -> str:
        """Remainders by eleven or nine in full, if they agree with the candidate."""
        base = t.rng.choice([11, 9, 7])
        if t.candidate % base != t.product % base:
            return ""
        x, y, z = t.a % base, t.b % base, t.candidate % base
        return t.one(
            f"Mod {base}: {t.a} is {x}, {t.b} is {y}, {x}*{y} = {x * y} which is {z}. And {t.candidate} mod "
            f"{base} is {z}. OK.",
            f"Check mod {base}: {x}*{y} = {x * y} ≡ {z}; {t.candidate} ≡ {z}. Consistent.",
            f"Let me test mod {base}. Factors {x} and {y}, product {x * y} ≡ {z} (mod {base}). Candidate: {z}. Good.",
            f"mod {base}: left side {x}*{y} ≡ {z}, right side {z}. Fine.",
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.5):
            return ""
        text = self.digitsums(t) if t.chance(0.5) else ""
        if not text and (clause := self.fits(t)):
            text = t.one(
                f"Check: {clause}. OK.",
                f"{cap(clause)}. Good.",
                f"Let me see: {clause}.",
                f"Also {clause}.",
                f"Verify: {clause}. Fine.",
                f"{cap(clause)}. So far so good.",
            )
        return text + "\n\n" if text else ""

    def first(self, t: Telling) -> str:
        ab = t.ab
        text = (
            "<think>\n"
            + t.one(
                f"We need {ab}. Do it digit by digit to avoid mistakes.",
                f"Let me carefully multiply {t.a} by {t.b}.",
                f"Compute {ab}. Long multiplication, with carries.",
                f"I have to be careful here: {ab}.",
                f"{ab}. Let me go slowly.",
                f"Let's do {ab} by rows.",
                f"The product {ab}. Digits of the second number: {', '.join(str(t.b))}.",
                f"Multiply {t.a} by each digit of {t.b}.",
                f"OK, {ab}, row by row.",
                f"We want {ab}. I'll write out each partial product.",
            )
            + "\n\n"
        )
        if not (tiny(t) and t.chance(0.6)):
            text += self.body(t, solve(t, "low", "low", "high"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t, clash=3), t.previous
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], turn.fix.was
            mul = self.mul(t, term.left, term.right)
            trace = row_trace(term.left, term.right) if term.value == term.left * term.right and term.left > 9 else ""
            text = (
                t.one(
                    f"Go back to the rows. {mul}: I had {old}.",
                    f"Let me recheck {mul}, which I wrote as {old}.",
                    f"Wait. The row {old} looks suspicious.",
                    f"Let me verify the row for {term.right}. I wrote {old}.",
                    f"Hmm, {mul} = {old}? Check again.",
                    f"Double-check {mul} = {old}.",
                    f"Rechecking rows. First suspect: {old}.",
                    f"Is {old} right for {mul}?",
                )
                + " "
            )
            if trace and t.chance(0.6):
                text += f"{cap(trace)}. " if t.chance(0.5) else f"Digits: {trace}. "
            text += (
                t.one(
                    f"So it's {term.value}, not {old}.",
                    f"That gives {term.value}. So {old} was wrong.",
                    f"Actually {self.eq(t, term)}.",
                    f"No, it should be {term.value}. I dropped something there.",
                    f"It's {term.value}. Error found.",
                    f"Wrong: the correct row is {term.value}.",
                )
                + "\n"
            )
            text += (
                t.one("New sum: ", "Redo the sum: ", "Add again: ", "Then ")
                + "; ".join(self.additions(t, work))
                + ".\n"
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Let me recheck the addition.",
                    f"The rows are right. Do they add to {was}?",
                    "Re-add, column by column.",
                    "Check the carries in the sum.",
                    "Hmm, the addition. Let me repeat it.",
                    "Now verify the sum.",
                    f"Wait, {was}... let me add again.",
                    "I want to double-check the sum of the rows.",
                )
                + " "
                + "; ".join(self.additions(t, work))
                + ". "
                + t.one(
                    f"So {was} was wrong, a carry went missing.",
                    f"Not {was}. I mis-added.",
                    f"That's different from {was}, the sum was off.",
                    "So the earlier sum was wrong.",
                )
                + "\n"
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let me verify with another arrangement.",
                    "Second method.",
                    "Cross-check by a different split.",
                    "Let me compute it a different way and compare.",
                    "Independent check:",
                    "Do it another way.",
                )
                + "\n"
                + self.body(t, work)
                + t.one(
                    f"Earlier result {was}, this time {t.candidate}. They differ by "
                    f"{abs(t.candidate - was)}. Look at the earlier one "
                    "again: a carry is wrong there.",
                    f"Compare: {was} vs {t.candidate}. Not equal! One is wrong. Retracing the earlier one, I find "
                    "the slip there.",
                    f"That's not {was}. Difference {abs(t.candidate - was)}. The error is in the earlier computation.",
                    f"Conflict with {was}. I checked the new rows twice, so the earlier ones must be wrong.",
                    f"Mismatch: {was} before, {t.candidate} now. The new one is more reliable.",
                )
                + "\n"
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "I'm not sure about the carries. Redo everything.",
                    f"I doubt {was}. Start over.",
                    "Hmm, I may have slipped. Again.",
                    "This was sloppy. Let me recompute all rows.",
                    "Wait, I am not certain. Let me do the rows again.",
                    f"{was} might be wrong. Recompute from the beginning.",
                    "Not convinced. From scratch:",
                    "I don't trust these rows. Again, slower:",
                    "Let me discard that and compute afresh.",
                )
                + "\n"
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"Check: {self.misfit(t, turn.kind)}. So it's wrong. Redo.",
                    f"Problem: {self.misfit(t, turn.kind)}. There's an error somewhere. Recompute:",
                    f"Hmm. {cap(self.misfit(t, turn.kind))}. Fail. Again:",
                )
                + "\n"
                + self.body(t, work)
            )
        return text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        text, work = "", t.work
        if t.chance(0.4):
            second = other(t, "round", "area") if t.chance(0.5) and not tiny(t) else None
            if second:
                text = (
                    t.one("One more verification: ", "Verify by another split: ", "Final check: ")
                    + "; ".join(self.eq(t, x) for x in second.terms)
                    + f"; {self.total(t, second)}. "
                    + t.one("Matches.", "Agrees.", "Same number, good.", "Consistent.")
                    + "\n"
                )
            elif extra := self.digitsums(t):
                text = extra + "\n"
        text += t.one(
            "Done.",
            "Good.",
            "I'm confident.",
            "OK, final.",
            "That should be right.",
            "No reason to doubt it.",
            "",
            "I could keep checking, but this is fine.",
            "Enough checking.",
        )
        now, ab = t.candidate, t.ab
        text += "\n</think>\n\n"
        if not tiny(t) and t.chance(0.3):
            text += "\n".join(f"{self.eq(t, x)}" for x in work.terms) + f"\n\n{self.total(t, work)}\n\n"
        return text + t.r(
            t.one(
                f"{ab} = **{now}**",
                f"**{now}**",
                f"The product is **{now}**.",
                f"$\\boxed{{{now}}}$",
                f"**Answer:** {now}",
                f"The result is {now:,}.",
                f"{ab} = {now:,}",
                f"\\boxed{{{now}}}",
            )
        )


class RoundsOfThought(Scribe):
    """Distilled long thought between begin and end marks, paragraph by paragraph, then a solution part."""

    delimiters = (("\\(", "\\)"), ("$", "$"))
    approx = "\\approx"
    ends = ("", "\n")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths, t.x = t.one("plain", "plain", "latex"), t.one("\\times", "\\times", "\\cdot")

    def d(self, t: Telling, formula: str) -> str:
        return f"\\[ {formula} \\]\n" if t.flag("delimiter", 0.6) else f"$$\n{formula}\n$$\n"

    def body(self, t: Telling, work: Work) -> str:
        if tiny(t):
            return small(t, "\n\n")
        q = self.q
        text = (
            ""
            if work.method == "area"
            else t.one(
                f"I'll write {q(t, t.m(work.b))} as {q(t, t.factor(work, True))}.\n\n",
                f"We can express {q(t, t.m(work.b))} as {q(t, t.factor(work, True))}.\n\n",
                f"So {q(t, t.m(work.b) + ' = ' + t.factor(work, True))}.\n\n",
                f"Note that {q(t, t.m(work.b) + ' = ' + t.factor(work, True))}, so I can distribute.\n\n",
                "",
            )
        )
        if t.flag("display", 0.5):
            text += "".join(
                t.one("First,", "Let's begin:", "Start with the first term.") * (not place)
                + t.one("Next:", "Then:", "And:", "After that:") * bool(place)
                + "\n"
                + self.d(t, self.eq(t, term))
                for place, term in enumerate(work.terms)
            )
        else:
            text += (
                t.one("The products are ", "So I have ", "Computing, ", "This gives ")
                + ", ".join(q(t, self.eq(t, term)) for term in work.terms)
                + ".\n\n"
            )
        if len(work.terms) > 2 and t.flag("stepwise", 0.5):
            return (
                text
                + t.one("Adding step by step: ", "Now add: ", "Summing up: ")
                + ", ".join(q(t, line) for line in self.additions(t, work))
                + ".\n\n"
            )
        return (
            text
            + t.one("Now adding them:", "The sum is", "Adding all together:", "So the total:", "Now sum them up:")
            + "\n"
            + self.d(t, self.total(t, work))
            + "\n"
        )

    def commit(self, t: Telling) -> str:
        q, now, product = self.q, t.m(t.candidate), self.mul(t, t.a, t.b)
        return (
            t.c(
                t.one(
                    f"So, {q(t, f'{product} = {now}')}.",
                    f"Therefore, the answer should be {q(t, now)}.",
                    f"So I have {q(t, now)}.",
                    f"Hence the product seems to be {q(t, now)}.",
                    f"So the result is {q(t, now)}.",
                    f"This gives {q(t, now)} as the answer.",
                    f"So, {q(t, product)} is {q(t, now)}.",
                    f"That leads to {q(t, now)}.",
                    f"Thus, I get {q(t, now)}.",
                    f"Putting it together, {q(t, f'{product} = {now}')}.",
                )
            )
            + "\n\n"
        )

    def aside(self, t: Telling) -> str:
        if t.chance(0.65) or not (clause := self.fits(t)):
            return ""
        return (
            t.one(
                f"Let me see if this makes sense: {clause}. Good.",
                f"Indeed, {clause}.",
                f"To check, {clause}.",
                f"{cap(clause)}, so this seems plausible.",
                f"I can check that {clause}.",
                f"{cap(clause)}.",
                f"A quick verification: {clause}. That seems right.",
                f"Estimating or checking, {clause}.",
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        ab = self.ab_(t)
        text = (
            "<|begin_of_thought|>\n\n"
            + t.one(
                f"So I need to find {ab}. Let me think about the best approach.",
                f"Alright, the task is to compute {ab}.",
                f"I'm given the multiplication {ab}.",
                f"Let me start with {ab}.",
                f"Okay, {ab}. I'll break it down.",
                f"To begin, I need to multiply {self.q(t, t.m(t.a))} by {self.q(t, t.m(t.b))}.",
                f"I have this multiplication problem: {ab}.",
                f"First, let me restate the problem: find {ab}.",
                f"I need to evaluate {ab} carefully.",
            )
            + "\n\n"
        )
        if not (tiny(t) and t.chance(0.5)):
            text += self.body(t, solve(t, "high", "high", "chunks", "round", "area"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, q, was = plan(t), self.q, self.q(t, t.m(t.previous))
        work = turn.work
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], q(t, t.m(turn.fix.was))
            eq, mul = q(t, self.eq(t, term)), q(t, self.mul(t, term.left, term.right))
            text = (
                t.one(
                    f"Wait, maybe I should double-check the products. {eq}. But I had {old}, so I made a "
                    "mistake there.",
                    f"But hold on, is {mul} equal to {old}? Actually, {eq}.",
                    f"Let me go back and verify {mul}. I get {eq}, so {old} was incorrect.",
                    f"Hmm, I think there's an issue with {mul}. It should be {q(t, t.m(term.value))}.",
                    f"Upon checking, {eq}, not {old}. I need to correct that.",
                    f"I realize that I miscalculated {mul}. The correct value: {eq}.",
                    f"Wait, {old} is not right. Let me recompute: {eq}.",
                    f"Let me re-verify each of the parts. I see that {eq}, and not {old}.",
                )
                + " "
                + t.one("So the total becomes", "Then the sum is", "Let me add again:", "So the corrected sum:")
                + "\n"
            )
            text += self.d(t, self.total(t, work)) + "\n"
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Wait, let me recheck the addition, it doesn't seem right.",
                    "Hmm, I think I made an error when adding.",
                    f"Let me verify the sum. It isn't {was}.",
                    "But hold on, the addition needs another look.",
                    "I should double-check the addition... yes, there's an error.",
                    "Actually, I added incorrectly.",
                    f"Is the sum really {was}? Let me add again.",
                    "Wait, the final addition is off.",
                )
                + " "
                + ", ".join(q(t, line) for line in self.additions(t, work))
                + ".\n\n"
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Alternatively, I can try another approach to verify.",
                    "Let me verify this using a different decomposition.",
                    "To be thorough, let me compute it in another way.",
                    "Alternatively, let me split the other factor.",
                    "Another approach would be to decompose differently.",
                    "Let me cross-check this result.",
                )
                + "\n\n"
                + self.body(t, work)
                + t.one(
                    f"This is different from {was}. So there's a mistake somewhere. Looking back, it was in "
                    "the earlier computation.",
                    f"Hmm, that's not consistent with {was}. I must have made an error before.",
                    f"But previously I found {was}. Reviewing both, this one is correct.",
                    f"This conflicts with my earlier result {was}, which I now see was wrong.",
                    f"Since these don't match ({was} before), I rechecked, and the earlier calculation was off.",
                )
                + " "
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "Wait, I'm not entirely sure about this. Let me redo the calculation.",
                    "Hmm, perhaps I made a mistake. Let me start over.",
                    f"But is {was} correct? I have my doubts. Let me recompute from the beginning.",
                    "Wait a minute, I think I need to be more careful. Let me try again.",
                    "I'm not confident in this result. Let me recalculate.",
                    "Actually, let me discard this and go through it again.",
                    "Perhaps I've made an arithmetic error. Let me rework it.",
                    "Let me step back and redo everything carefully.",
                    "Hmm, something might be off. Starting again:",
                )
                + "\n\n"
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"Wait, {self.misfit(t, turn.kind)}. So there must be a mistake. Let me recalculate.",
                    f"But {self.misfit(t, turn.kind)}. That's a contradiction. I need to redo this.",
                    f"Let me check for consistency: {self.misfit(t, turn.kind)}. So the result can't be "
                    "correct. Again:",
                )
                + "\n\n"
                + self.body(t, work)
            )
        return text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        q, work, box = self.q, t.work, t.boxed()
        text = t.one(
            "I'm confident in this result.",
            "I believe this is correct.",
            "So that settles it.",
            "I think this is right.",
            "",
            "That seems to be consistent.",
            "Having gone through the steps, I'm comfortable with this.",
            "I could verify it once more, but I believe it's fine.",
            "So I'll go with this.",
        )
        text += "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n"
        if not tiny(t) and t.chance(0.6):
            text += (
                t.one(
                    f"To find {self.ab_(t)}, use the distributive property:",
                    f"We compute {self.ab_(t)} as follows.",
                    "The calculation can be done in parts:",
                    "### Solution",
                    "Breaking the product into parts:",
                )
                + "\n\n"
            )
            text += "".join(self.d(t, self.eq(t, term)) for term in work.terms)
            text += (
                t.one("Summing:", "Adding these values:", "Then", "The total is")
                + "\n"
                + self.d(t, self.total(t, work))
                + "\n"
            )
        return (
            text
            + t.r(
                t.one(
                    f"Thus, the final answer is {q(t, box)}.",
                    self.d(t, box).rstrip(),
                    f"The answer is {q(t, box)}.",
                    f"**Final Answer:** {q(t, box)}",
                    f"So the product is {q(t, box)}.",
                    f"{q(t, box)}",
                    f"Therefore, {q(t, f'{self.mul(t, t.a, t.b)} = {box}')}.",
                )
            )
            + t.one("", "\n\n<|end_of_solution|>")
        )


# --- small models after reinforcement learning -----------------------------------------------------------------------


class EqualsChainRl(Scribe):
    """No capitals, no blanks around signs, chains of equalities, the same few words over and over."""

    ends = ("", "", "\n", "<|endoftext|>")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths, t.x = "plain", "*"

    def mul(self, t: Telling, left: int, right: int) -> str:
        return f"{left}*{right}"

    def eq(self, t: Telling, term: Term) -> str:
        return f"{term.left}*{term.right}={term.value}"

    def total(self, t: Telling, work: Work) -> str:
        return f"{t.sum(work).replace(' ', '')}={work.total}"

    def additions(self, t: Telling, work: Work) -> list[str]:
        return [f"{x}{'+' if sign > 0 else '-'}{y}={z}" for x, sign, y, z in work.steps()]

    def body(self, t: Telling, work: Work) -> str:
        gap = "\n" if t.flag("lines", 0.5) else " "
        if tiny(t):
            return t.one(f"{t.a} times {t.b}", f"{t.a}*{t.b}", "one digit", f"{t.b} times {t.a}", "multiply") + gap
        ab = f"{work.a}*{work.b}"
        text = ""
        if work.method != "area" and t.flag("chain", 0.6):
            text = f"{ab}={work.a}*({t.factor(work).replace(' ', '')})" + gap
        text += gap.join(self.eq(t, term) for term in work.terms) + gap
        text += gap.join(self.additions(t, work)) if t.flag("running", 0.5) else self.total(t, work)
        return text + gap

    def commit(self, t: Telling) -> str:
        now, ab = t.candidate, f"{t.a}*{t.b}"
        end = "\n" if t.flag("lines", 0.5) else " "
        habit = t.rng.choice([0, 0, 1])
        if habit == 0:
            words = ("ans={0}", "answer={0}", "so {1}={0}", "answer: {0}")[
                int(t.flag("h1", 0.5)) * 2 + int(t.flag("h2", 0.5))
            ]
            return t.c(words.format(now, ab)) + end
        return (
            t.c(
                t.one(
                    f"{ab}={now}",
                    f"so answer {now}",
                    f"result={now}",
                    f"so {now}",
                    f"answer is {now}",
                    f"=> {now}",
                    f"final={now}",
                    f"so the answer is {now}",
                    f"product={now}",
                    f"[{now}]",
                )
            )
            + end
        )

    def aside(self, t: Telling) -> str:
        if tiny(t) or t.chance(0.8):
            return ""
        text = ""
        if ends := t.last_digit():
            text = t.one(f"last digit {ends[0]}*{ends[1]}={ends[2]} ok", f"check last digit {ends[2] % 10} ok", "")
        elif (guess := t.estimate()) and guess[2] not in (t.product, *t.candidates):
            text = t.one(f"approx {guess[0]}*{guess[1]}={guess[2]} ok", f"estimate {guess[2]} ok")
        return text + ("\n" if t.flag("lines", 0.5) else " ") if text else ""

    def first(self, t: Telling) -> str:
        ab = f"{t.a}*{t.b}"
        text = t.one(
            f"{ab}\n",
            f"calculate {ab}\n",
            "step by step\n",
            f"{ab}=?\n",
            f"let's calculate {ab}\n",
            "",
            f"compute {ab}:\n",
            f"think step by step: {ab}\n",
            f"multiply {t.a} and {t.b}\n",
            f"we calculate {ab}.\n",
            f"solve {ab}\n",
        )
        if not (tiny(t) and t.chance(0.6)):
            text += self.body(t, solve(t, "high", "high", "low", "chunks"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t, clash=1.5), t.previous
        work, gap = turn.work, "\n" if t.flag("lines", 0.5) else " "
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], turn.fix.was
            mul = self.mul(t, term.left, term.right)
            text = (
                t.one(
                    f"check {mul}={term.value} not {old}",
                    f"wait {mul}={term.value}",
                    f"recheck {mul}={term.value} wrong before",
                    f"no {mul}={term.value}",
                    f"error {mul}!={old} {mul}={term.value}",
                    f"fix {mul}={term.value}",
                    f"mistake: {mul}={term.value}",
                    f"{old} wrong, {self.eq(t, term)}",
                    f"check: {self.eq(t, term)} wrong before",
                    f"verify {mul}={term.value}, had {old}, wrong",
                )
                + gap
            )
            text += self.total(t, work) + gap
        elif turn.kind == "sum":
            text = (
                t.one(
                    "recheck sum",
                    "check sum wrong",
                    f"sum not {was}",
                    "wait add again",
                    "add again",
                    "recheck add",
                    f"{was} wrong sum",
                    "error in sum",
                )
                + gap
                + gap.join(self.additions(t, work))
                + gap
            )
        elif turn.kind == "clash":
            text = (
                t.one("check", "verify", "check other way", "recheck other way", "verify other split", "check again")
                + gap
            )
            text += (
                self.body(t, work)
                + t.one(
                    f"not {was}",
                    f"!= {was} so wrong before",
                    f"not equal {was}",
                    f"{was} is wrong",
                    f"different from {was}, wrong before",
                    f"mismatch {was}",
                )
                + gap
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "wait wrong? recheck",
                    "not sure, recalculate",
                    "wait not sure, again",
                    "hmm redo",
                    "hmm wrong? redo",
                    "no. again",
                    f"{was}? redo",
                    "wait let me recalculate",
                    "no again from start",
                    "maybe wrong. again",
                    "not sure. redo",
                )
                + gap
            )
            text += self.body(t, work)
        else:
            x, y = t.a % 10, t.b % 10
            text = (
                t.one(
                    f"last digit {x}*{y}={x * y} but {was} ends {was % 10} wrong",
                    f"check last digit {x * y % 10} not {was % 10} wrong",
                )
                if turn.kind == "last"
                else t.one(f"check {was} wrong mod 9", f"mod 9 {t.a % 9}*{t.b % 9} not {was % 9} wrong")
                if turn.kind == "nines"
                else t.one(f"{was} too {'small' if was < t.product else 'big'}", f"{was} wrong size")
            )
            text += gap + t.one("redo", "again", "recalculate") + gap + self.body(t, work)
        return text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        now, ab = t.candidate, f"{t.a}*{t.b}"
        text = ""
        if t.chance(0.35) and not tiny(t):
            work = other(t)
            text = (
                t.one("check: ", "verify: ", "check ", "double check ")
                + " ".join(self.eq(t, x) for x in work.terms)
                + f" {self.total(t, work)} "
                + t.one("ok", "correct", "yes", "same", "ok good", "✓")
                + "\n"
            )
        elif t.chance(0.3):
            text = t.one("check ok", "ok", "correct", "check correct", "yes correct", "verified") + "\n"
        times = t.rng.choice([0, 1, 1, 1, 2, 3])
        line = t.one(
            f"answer: {now}",
            f"{ab}={now}",
            f"final answer: {now}",
            f"\\boxed{{{now}}}",
            f"ans={now}",
            f"#### {now}",
            f"The answer is {now}",
            f"<answer>{now}</answer>",
            f"final answer {now}",
        )
        return text + "\n".join(t.r(line) for _ in range(times))


class LoopTagRl(Scribe):
    """Think and answer tags; sentences repeated word for word, answers said twice, tags opened again to revise."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths, t.x = t.words, t.one("*", "x", "×")

    def body(self, t: Telling, work: Work) -> str:
        verb = "We multiply" if t.flag("we", 0.5) else "Multiply"
        gap = "\n" if t.flag("lines", 0.5) else " "
        if tiny(t):
            return f"{verb} {t.a} by {t.b}." + gap
        text = ""
        for term in work.terms:
            text += (
                f"{verb} {t.n(term.left)} by {t.n(term.right)}: {self.eq(t, term)}." + gap
                if t.flag("verb", 0.6)
                else f"{self.eq(t, term)}." + gap
            )
            if t.chance(0.06):
                text += t.one(f"So {self.eq(t, term)}.", f"Yes, {self.eq(t, term)}.", f"{self.eq(t, term)}.") + gap
        if t.flag("stepwise", 0.5):
            return text + gap.join(f"Add: {line}." for line in self.additions(t, work)) + gap
        return text + f"{'We add' if t.flag('we', 0.5) else 'Add'}: {self.total(t, work)}." + gap

    def commit(self, t: Telling) -> str:
        now, ab = t.n(t.candidate), t.ab
        words = t.one(
            f"So the answer is {now}.",
            f"So the answer is {now}.",
            f"Therefore, {ab} = {now}.",
            f"The result is {now}.",
            f"Therefore, the answer is {now}.",
            f"So, {ab} is {now}.",
            f"The final result is {now}.",
            f"Thus, the answer is {now}.",
            f"So {ab} = {now}.",
            f"Therefore, the final answer is {now}.",
            f"Thus, the product is {now}.",
        )
        text = t.c(words)
        gap = "\n" if t.flag("lines", 0.5) else " "
        for _ in range(t.rng.choice([0, 0, 1]) if t.flag("repeats", 0.5) else 0):
            text += gap + t.r(words)
        text += gap
        if t.flag("tags within", 0.45):
            text += (
                "</think>\n"
                + t.r(f"<answer>{now}</answer>" if t.flag("tight", 0.6) else f"<answer> {now} </answer>")
                + "\n"
            )
        return text

    def reopen(self, t: Telling) -> str:
        return "<think>" + ("\n" if t.flag("lines", 0.5) else "") if t.flag("tags within", 0.45) else ""

    def aside(self, t: Telling) -> str:
        if t.flag("tags within", 0.45) or t.chance(0.75) or not (clause := self.fits(t)):
            return ""
        return (
            t.one("Let me check. ", "Check: ", "Let me verify. ", "Verify: ", "We check: ", "")
            + cap(clause)
            + t.one(". This is correct.", ". Correct.", ".", ". Good.")
            + "\n"
        )

    def first(self, t: Telling) -> str:
        ab = t.ab
        text = (
            "<think>"
            + ("\n" if t.flag("lines", 0.5) else " ")
            + t.one(
                f"We need to calculate {ab}.",
                f"To calculate {ab}, we multiply step by step.",
                f"Let me calculate {ab}.",
                f"Let's think step by step. We need {ab}.",
                f"I need to multiply {t.n(t.a)} and {t.n(t.b)}.",
                f"To solve {ab}, we break it down.",
                f"First, calculate {ab}.",
                f"Let me think step by step about {ab}.",
                f"The question is {ab}.",
                f"We can calculate {ab} by multiplying each part.",
            )
            + ("\n" if t.flag("lines", 0.5) else " ")
        )
        if not (tiny(t) and t.chance(0.6)):
            text += self.body(t, solve(t, "high", "high", "low", "chunks"))
        return text + self.commit(t) + self.aside(t)

    def again(self, t: Telling) -> str:
        turn, was = plan(t), t.n(t.previous)
        work, gap = turn.work, "\n" if t.flag("lines", 0.5) else " "
        if turn.fix and turn.kind == "part":
            term, old = work.terms[turn.fix.place or 0], t.n(turn.fix.was)
            text = (
                t.one(
                    f"Let me verify. {self.eq(t, term)}. This is not {old}. So the answer is wrong.",
                    f"Wait, {self.eq(t, term)}. I made a mistake. I made a mistake in this step.",
                    f"Let me check each step. {self.eq(t, term)}. I wrote {old}. This is incorrect.",
                    f"But {self.mul(t, term.left, term.right)} is not {old}. {self.eq(t, term)}.",
                    f"Wait, the step is wrong. {self.eq(t, term)}, not {old}.",
                    f"I made a mistake. {self.eq(t, term)}.",
                    f"Let me check. {self.eq(t, term)}. So the step is not correct.",
                    f"Checking the steps: {old} is incorrect. {self.eq(t, term)}.",
                )
                + gap
                + t.one("Let me correct it. ", "So we add again: ", "Add again: ", "Correct: ", "So: ")
                + self.total(t, work)
                + "."
                + gap
            )
        elif turn.kind == "sum":
            text = (
                t.one(
                    "Let me verify the sum. It is not correct.",
                    "Wait, the sum is wrong. Let me add again.",
                    f"The sum is not {was}. Let me correct it.",
                    "I made a mistake in the addition.",
                    "Let me add again. The sum is wrong.",
                    "Let me check the addition. There is a mistake.",
                    "Wait, the addition is wrong.",
                    "The addition is not correct.",
                )
                + gap
                + gap.join(f"Add: {line}." for line in self.additions(t, work))
                + gap
            )
        elif turn.kind == "clash":
            text = (
                t.one(
                    "Let me verify the answer.",
                    "Let me verify by another way.",
                    "Let me check with another method.",
                    "Verify:",
                    "Let me double check the answer.",
                    "We verify the answer.",
                )
                + gap
                + self.body(t, work)
                + t.one(
                    f"This is not equal to {was}. So {was} is wrong.",
                    f"This is different from {was}. The earlier answer is wrong.",
                    f"The answer is not {was}. I made a mistake.",
                    f"This does not match {was}. I made a mistake before.",
                    f"It is not the same as {was}. So the earlier answer is incorrect.",
                )
                + gap
            )
        elif turn.kind == "redo":
            text = (
                t.one(
                    "Wait, let me recalculate. I am not sure.",
                    "I am not sure. Let me recalculate. Let me recalculate.",
                    "Wait, this may be wrong. Let me try again.",
                    "But wait, I am not sure. Let me calculate again.",
                    "Hmm, I think this is wrong. Let me recalculate.",
                    f"Is {was} correct? I am not sure. Let me calculate again.",
                    "I may have made a mistake. Let me start again.",
                    "Wait, let me redo it. The answer may be incorrect.",
                    "No, let me try again.",
                )
                + gap
                + self.body(t, work)
            )
        else:
            text = (
                t.one(
                    f"Let me check. {cap(self.misfit(t, turn.kind))}. So this is wrong. Let me recalculate.",
                    f"But {self.misfit(t, turn.kind)}. This is wrong. Let me try again.",
                    f"Wait, {self.misfit(t, turn.kind)}. I made a mistake. Let me recalculate.",
                )
                + gap
                + self.body(t, work)
            )
        return self.reopen(t) + text + self.commit(t) + self.aside(t)

    def closing(self, t: Telling) -> str:
        now = t.n(t.candidate)
        if t.flag("tags within", 0.45):
            return t.one("", "", "", t.r(f"<answer>{now}</answer>"), t.r(f"The answer is {now}."))
        text = ""
        if t.chance(0.35) and not tiny(t):
            text = (
                t.one("Let me verify. ", "Let me check again. ", "Verify: ", "Let me double check. ")
                + " ".join(f"{self.eq(t, x)}." for x in t.work.terms)
                + f" {self.total(t, t.work)}. "
                + t.one("This is correct.", "Correct.", "The answer is correct.", "Yes, correct.", "So it is correct.")
                + "\n"
            )
        text += "</think>\n"
        answer = t.r(
            t.one(
                f"<answer>{now}</answer>",
                f"<answer> {now} </answer>",
                f"<answer>{t.ab} = {now}</answer>",
                f"<answer>\n{now}\n</answer>",
                f"<answer>The answer is {now}.</answer>",
                f"<answer>\\boxed{{{now}}}</answer>",
            )
        )
        return text + answer + ("\n" + answer if t.chance(0.1) else "")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        SectionedAssistant(),
        TabularAssistant(),
        PlainStepper(),
        DisplayBoxer(),
        FencedColumns(),
        VerdictSections(),
        BracketTrials(),
        HindsightRewrite(),
        RewardScoredSteps(),
        WaitfulThinker(),
        TersePlanThinker(),
        GerundHeadingThinker(),
        DigitwiseSkeptic(),
        RoundsOfThought(),
        EqualsChainRl(),
        LoopTagRl(),
    )
}
