"""Eighteen habits by one author: instruct models, reasoning models, tiny and RL-trained ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .common import Mended, Style, Telling, Term, Work, split

PLACES = ("ones", "tens", "hundreds", "thousands", "ten-thousands", "hundred-thousands")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def root(number: int) -> int:
    """The repeated digit sum."""
    return number % 9 or 9


def kept(t: Telling, key: str, *options: str) -> str:
    """One of the options, the same over the whole response."""
    for place, option in enumerate(options[:-1]):
        if t.flag(f"{key}/{place}", 1 / (len(options) - place)):
            return option
    return options[-1]


def sign(term: Term) -> str:
    return "+" if term.sign > 0 else "-"


class Hand(Style):
    """What the styles of this module share: sums that may leave a row out, checks that pass or fail, kinds of revision."""

    def missing(self, work: Work) -> Term | None:
        """The row that the writer forgot to add, if that is what the slip looks like."""
        if len(work.terms) < 3 or any(term.sign < 0 for term in work.terms):
            return None
        short = sum(term.value for term in work.terms) - work.total
        return next((term for term in work.terms if short and term.value == short), None)

    def used(self, work: Work) -> list[Term]:
        gone = self.missing(work)
        return [term for term in work.terms if term is not gone]

    def added(self, t: Telling, work: Work, show: Callable[[int], str] | None = None) -> str:
        """The rows that are added, joined by their signs."""
        show = show or t.n
        used = self.used(work)
        return show(used[0].value) + "".join(f" {sign(term)} {show(term.value)}" for term in used[1:])

    def steps(self, work: Work) -> list[tuple[int, str, int, int]]:
        """The additions one by one: so far, sign, next, result."""
        used = self.used(work)
        so_far, steps = used[0].value, []
        for place, term in enumerate(used[1:], start=2):
            result = work.total if place == len(used) else so_far + term.sign * term.value
            steps.append((so_far, sign(term), term.value, result))
            so_far = result
        return steps

    def plausible(self, term: Term) -> bool:
        """The partial product is right, or wrong in a way that people get it wrong."""
        true = term.left * term.right
        if term.value in (true, true * 10) or (term.value * 10 == true and true > 90):
            return True
        round_off = term.right % 10 == 0 and term.value % 10 != 0
        return 0.6 < term.value / true < 1.6 and not round_off and str(term.right).strip("0") != "1"

    def natural(self, work: Work) -> bool:
        """No slip in it is too wild, and the total is not just one of two rows."""
        if not all(self.plausible(term) for term in work.terms):
            return False
        if work.method == "round" and len(work.terms) == 2 and work.terms[1].right > work.b * 0.13:
            return False
        whole = sum(term.sign * term.value for term in work.terms)
        if self.missing(work):
            return True
        return all(term.value != work.total for term in work.terms) and 0.5 < work.total / max(1, whole) < 2

    def solve(self, t: Telling, *methods: str) -> Work:
        """As that of the telling, but the most natural of some; single digits are split as people split them."""
        last = [term.right for term in t.work.terms]
        works = [t.solve(*methods) for _ in range(6)]
        works = [self.small(t, work, last) if work.b < 10 and work.method != "area" else work for work in works]
        t.work = next((work for work in works if self.natural(work)), works[-1])
        return t.work

    def other(self, t: Telling, *methods: str) -> Work:
        """Another way than the last one."""
        if methods and t.chance(0.3):
            return self.solve(t, *methods)
        return self.solve(t, "swapped" if (t.work.a, t.work.b) == (t.a, t.b) else "high")

    def small(self, t: Telling, work: Work, last: list[int]) -> Work:
        a, b = work.a, work.b
        if b < 4 and 3 < a < 10:
            a, b = b, a
        ways = {2: [(1, 1)], 3: [(2, 1)], 4: [(2, 2), (3, 1)], 5: [(3, 2), (4, 1)], 6: [(5, 1), (3, 3), (4, 2)]}
        ways |= {7: [(5, 2), (4, 3)], 8: [(5, 3), (4, 4), (10, -2)], 9: [(5, 4), (6, 3), (10, -1)]}
        able = [way for way in ways[b] if [abs(x) for x in way] != last] or ways[b]
        terms = [Term(a, abs(x), a * abs(x), 1 if x > 0 else -1) for x in t.rng.choice(able)]
        off = work.total - a * b
        place = t.rng.randrange(2)
        value = terms[place].value + terms[place].sign * off
        if off and value > 0 and t.chance(0.6):
            terms[place] = Term(a, terms[place].right, value, terms[place].sign)
        return Work(a, b, "round" if terms[1].sign < 0 else "high", tuple(terms), work.total)

    def minus(self, work: Work) -> bool:
        return work.terms[-1].sign < 0

    def digit_of(self, work: Work, term: Term) -> str:
        """The digit of the second factor that this row is for, if it is for one."""
        zeros = len(str(term.right)) - 1
        digit = str(work.b)[-1 - zeros] if zeros < len(str(work.b)) else "0"
        return digit if work.b > 9 and term.right == int(digit) * 10**zeros else ""

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(" +(?=[\ue000-\ue003]*\n)", "", text)

    def sound(self, t: Telling) -> Term | None:
        """A partial product that is right."""
        right = [
            term for term in t.work.terms if term.value == term.left * term.right and str(term.right).strip("0") != "1"
        ]
        return t.rng.choice(right) if right else None

    def tiny(self, t: Telling) -> bool:
        return t.a < 10 and t.b < 10

    def counting(self, t: Telling) -> str:
        """Multiples of the second factor up to the candidate, for two single digits."""
        t._flags["counted"] = True
        return ", ".join(str(t.b * i) for i in range(1, t.a)) + f", {t.n(t.candidate)}"

    def revise(self, t: Telling, mend: float = 3, redo: float = 3, check: float = 2) -> tuple[str, Mended | None]:
        """The kind of revision: same, redo, check, or a mend of a part, of the sum, or of a row left out."""
        counted = t._flags.pop("counted", False)
        way = t.way(mend=mend, redo=redo, check=check)
        if t.same:
            return "same", None
        if way != "mend":
            return way, None
        mended = None if counted else t.mend()
        if mended is None:
            return "redo", None
        if mended.place is not None:
            return ("part", mended) if self.plausible(mended.work.terms[mended.place]) else ("redo", None)
        if self.minus(mended.work):
            return "redo", None
        return ("left" if self.missing(t.before) else "sum"), mended

    def facts(self, t: Telling, value: int) -> dict[str, tuple[bool, dict[str, Any]]]:
        """Cheap checks of a value: whether it passes, and the numbers in the check."""
        if self.tiny(t):
            return {}
        x, y = t.a % 10, t.b % 10
        made = {"digit": (x * y % 10 == value % 10, {"x": x, "y": y, "xy": x * y, "w": x * y % 10, "g": value % 10})}
        x, y = root(t.a), root(t.b)
        agree = root(x * y) == root(value)
        made["nines"] = (agree, {"x": x, "y": y, "xy": x * y, "w": root(x * y), "g": root(value)})
        x, y = (max(10 ** (len(str(f)) - 1), round(f, 1 - len(str(f)))) for f in (t.a, t.b))
        if 0.75 < t.product / (x * y) < 1.3 and x * y not in (t.product, value) and (x, y) != (t.a, t.b):
            near = 0.75 < value / (x * y) < 1.35
            if near or not 0.55 < value / (x * y) < 1.8:
                made["size"] = (near, {"x": t.n(x), "y": t.n(y), "xy": t.n(x * y)})
        return made

    def checked(self, t: Telling, value: int, passes: bool, told: dict[str, tuple[str, ...]]) -> str:
        facts = self.facts(t, value)
        able = [kind for kind in told if kind in facts and facts[kind][0] == passes]
        if not able:
            return ""
        kind = t.rng.choice(able)
        known = {**facts[kind][1], "a": t.n(t.a), "b": t.n(t.b), "v": t.r(t.n(value)), "ab": t.ab}
        return t.one(*told[kind]).format(**known)

    def trouble(self, t: Telling, **told: tuple[str, ...]) -> str:
        """A cheap check that the candidate before fails, if it fails one."""
        return self.checked(t, t.previous, False, told)

    def vet(self, t: Telling, **told: tuple[str, ...]) -> str:
        """A cheap check that the candidate passes, if it passes one."""
        return self.checked(t, t.candidate, True, told)

    def old(self, t: Telling) -> str:
        return t.r(t.n(t.previous))

    def place(self, term: Term) -> str:
        return PLACES[len(str(term.right)) - 1]


class NumberedLatex(Hand):
    """Instruct answers in numbered steps with formulae and a box."""

    def begin(self, t: Telling) -> None:
        t.maths = t.words = t.one("plain", "plain", "comma", "latex")
        t.x = "\\times"

    def show(self, t: Telling, *formulae: str) -> str:
        if t.flag("block", 0.6):
            return "".join(f"   \\[\n   {formula}\n   \\]\n" for formula in formulae) + "\n"
        return "".join(f"   - \\( {formula} \\)\n" for formula in formulae) + "\n"

    def worked(self, t: Telling, work: Work) -> str:
        products = [f"{t.m(x.left)} \\times {t.m(x.right)} = {t.m(x.value)}" for x in work.terms]
        heads = (
            kept(t, "h1", "Break down", "Decompose", "Rewrite", "Split"),
            kept(t, "h2", "Multiply each part", "Compute each partial product", "Apply the distributive property"),
            kept(t, "h3", "Add the results", "Sum the partial products", "Combine everything"),
        )
        dot = ":**" if t.flag("colon", 0.7) else "**"
        number = f"\\( {t.m(work.b)} \\)" if "{" in t.m(work.b) else t.m(work.b)
        text = f"1. **{heads[0]} {number}{dot}\n" + self.show(t, f"{t.m(work.b)} = {t.factor(work, maths=True)}")
        text += f"2. **{heads[1]}{dot}\n" + self.show(t, *products)
        text += f"3. **{'Subtract' if self.minus(work) else heads[2]}{dot}\n"
        if len(work.terms) > 3 and t.flag("stepwise", 0.4):
            return text + self.show(t, *(f"{t.m(s)} {o} {t.m(v)} = {t.m(r)}" for s, o, v, r in self.steps(work)))
        return text + self.show(t, f"{self.added(t, work, t.m)} = {t.m(work.total)}")

    def commit(self, t: Telling, again: bool = False) -> str:
        lead = t.one("Therefore,", "So,", "Thus,", "Hence,") if not again else t.one("Therefore,", "So now", "Hence,")
        if t.chance(0.25):
            return (
                t.c(f"{lead} the product of \\( {t.m(t.a)} \\) and \\( {t.m(t.b)} \\) is \\( {t.boxed()} \\).") + "\n\n"
            )
        return t.c(f"{lead} \\( {t.ab} = {t.m(t.candidate)} \\).") + "\n\n"

    def first(self, t: Telling) -> str:
        text = t.one(
            f"To calculate \\( {t.ab} \\), we can use the distributive property of multiplication. Here are the steps:",
            f"To find the product of \\( {t.m(t.a)} \\) and \\( {t.m(t.b)} \\), let's break it down step by step:",
            f"Sure! Let's calculate \\( {t.ab} \\) step by step.",
            f"Let's compute \\( {t.ab} \\) by splitting one of the factors.",
        )
        return text + "\n\n" + self.worked(t, self.solve(t, "high", "high", "low", "chunks")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "The last digit must come from \\( {x} \\times {y} = {xy} \\), so the product has to end in {w}, but \\( {v} \\) ends in {g}.",
                "However, \\( {v} \\) ends in {g}, while \\( {x} \\times {y} = {xy} \\) means that it should end in {w}.",
            ),
            size=(
                "However, \\( {x} \\times {y} = {xy} \\), so \\( {v} \\) is not a reasonable size for this product.",
            ),
        )
        doubt = doubt and doubt + " So the result above is wrong. "
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one(
                "Let me double-check the partial products. ", "Upon reviewing the steps, there is an error. "
            )
            text += t.one(
                f"In step 2, \\( {t.m(term.left)} \\times {t.m(term.right)} \\) should be \\( {t.m(m.now)} \\), not \\( {t.m(m.was)} \\).",
                f"The value \\( {t.m(m.was)} \\) is incorrect: \\( {t.m(term.left)} \\times {t.m(term.right)} = {t.m(m.now)} \\).",
            )
            text += " Correcting the last step:\n\n" + self.show(
                t, f"{self.added(t, m.work, t.m)} = {t.m(t.candidate)}"
            )
            return text + self.commit(t, True)
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one("Let's double-check the addition. ", "Let me recheck step 3. ")
            text += (
                f"I left out \\( {t.m(gone.value)} \\) in the sum." if gone else "The sum was not computed correctly."
            )
            return (
                text
                + " Adding again:\n\n"
                + self.show(t, *(f"{t.m(s)} {o} {t.m(v)} = {t.m(r)}" for s, o, v, r in self.steps(m.work)))
                + self.commit(t, True)
            )
        if kind == "check":
            text = t.one(
                "To verify, let's break the numbers down differently:", "Let's verify this result in a different way:"
            )
            text += (
                "\n\n"
                + self.worked(t, self.other(t, "round"))
                + t.one(
                    "This does not agree with the previous result, which contains a mistake. ",
                    f"This differs from \\( {self.old(t)} \\), so the earlier calculation was incorrect. ",
                )
            )
            return text + self.commit(t, True)
        text = doubt or t.one(
            "However, I made a mistake in the calculation above, so this result should be discarded. ",
            "Wait, there is an error in the steps above, and I cannot rely on that result. ",
            "I apologize, the calculation above is not correct. ",
        )
        text += t.one("Let's redo the calculation carefully:", "Let me start over:") + "\n\n"
        text += self.worked(t, self.other(t, "round"))
        if kind == "same":
            text += "The new calculation leads to the same number after all. "
        return text + self.commit(t, True)

    def closing(self, t: Telling) -> str:
        text = self.vet(
            t,
            size=("As a sanity check, \\( {x} \\times {y} = {xy} \\), which is close to our result.\n\n",),
            digit=("The last digit is consistent: \\( {x} \\times {y} = {xy} \\) ends in {w}.\n\n",),
        )
        text = text if t.chance(0.3) else ""
        if t.chance(0.7):
            text += t.r(
                t.one(
                    f"The final answer is \\( {t.boxed()} \\).",
                    f"\\[\n{t.boxed()}\n\\]",
                    f"So, the final answer is:\n\n\\[\n{t.boxed()}\n\\]",
                )
            )
        return text


class OkaySoThink(Hand):
    """A long-winded trace within think tags, then a short write-up."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words if t.chance(0.5) else "plain"
        t.x = t.one("×", "*", "times")

    def product(self, t: Telling, term: Term) -> str:
        text = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
        wrong = f"{t.n(t.near(term.value))}" if t.chance(0.1) else ""
        if wrong:
            slip = t.one(
                f"is {wrong}... no wait, {t.n(term.value)}", f"would be {wrong}. Hmm, no, it's {t.n(term.value)}"
            )
            return f"{text} {slip}."
        zeros = len(str(term.right)) - len(str(term.right).rstrip("0"))
        if zeros and term.value % 10**zeros == 0 and term.left > 9 and t.chance(0.5):
            low = f"{t.n(term.left)} {t.x} {term.right // 10**zeros} is {t.n(term.value // 10**zeros)}"
            return f"{text}. Well, {low}, so with the {t.one('zero' if zeros == 1 else 'zeros', 'zero' if zeros == 1 else 'zeros')} back on that's {t.n(term.value)}."
        return text + t.one(" is ", " = ", " gives ", ", that's ") + t.n(term.value) + "."

    def worked(self, t: Telling, work: Work) -> str:
        lead = t.one("I can write", "Let me split", "Maybe break", "I'll treat")
        join = {"I can write": "as", "Let me split": "into", "Maybe break": "into", "I'll treat": "as"}[lead]
        text = f"{lead} {t.n(work.b)} {join} {t.factor(work)}. "
        for place, term in enumerate(work.terms):
            text += t.one("So ", "First, ", "Okay, ") if not place else t.one("Then ", "Next, ", "And ", "Now ")
            text += self.product(t, term) + " "
        lead = (
            t.one("Now subtract", "Taking that away")
            if self.minus(work)
            else t.one("Now add them up", "Adding these together", "Now the sum")
        )
        text = text.rstrip() + f"\n\n{lead}: "
        if len(work.terms) > 2 and t.chance(0.6):
            return text + ". ".join(f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}" for s, o, v, r in self.steps(work)) + ". "
        return text + f"{self.added(t, work)} = {t.n(work.total)}. "

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So the answer should be {value}.",
                    f"So {t.ab} = {value}.",
                    f"So that gives {value}.",
                    f"Therefore the product is {value}.",
                    f"So I get {value}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = (
            "<think>\n"
            + t.one(
                f"Okay, so I need to calculate {t.ab}. Let me think step by step.",
                f"Alright, let's see. I have to multiply {t.n(t.a)} by {t.n(t.b)}.",
                f"Hmm, {t.ab}. Let me work this out carefully.",
            )
            + " "
        )
        estimate = t.estimate()
        if estimate and not self.tiny(t) and estimate[2] != t.product and t.chance(0.25):
            text += f"Roughly it's {t.n(estimate[0])} {t.x} {t.n(estimate[1])}, which is about {t.n(estimate[2])}. "
        if self.tiny(t) and t.chance(0.5):
            return text + f"I can count by {t.b}s: {self.counting(t)}. " + self.commit(t)
        return text + "\n\n" + self.worked(t, self.solve(t)) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "Wait, {x} {times} {y} is {xy}, so the last digit has to be {w}. But {v} ends in {g}. ".replace(
                    "{times}", t.x
                ),
            ),
            nines=(
                "Let me try casting out nines. {a} reduces to {x}, {b} reduces to {y}, so the product should reduce to {w}. But {v} reduces to {g}. Hmm, that's not the same. ",
            ),
            size=("Wait, {x} {times} {y} is {xy}, so {v} can't be anywhere near right. ".replace("{times}", t.x),),
        )
        doubt = doubt and doubt + "So I've messed up somewhere. "
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one("Wait, let me double-check the pieces. ", "Hmm, hold on. ", "Wait a second. ")
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)}... I said {t.n(m.was)}, but it should be {t.n(m.now)}. "
            text += t.one("Oops. ", "Yeah, I miscalculated that one. ", "")
            return text + f"So now it's {self.added(t, m.work)} = {t.n(t.candidate)}. " + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one("Wait, let me add those again. ", "Hmm, let me recheck that addition. ")
            text += f"I forgot the {t.n(gone.value)}! " if gone else ""
            text += ", then ".join(f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}" for s, o, v, r in self.steps(m.work))
            return text + f". So it's not {self.old(t)}, I added wrong. " + self.commit(t)
        if kind == "check":
            text = t.one("Let me verify by doing it another way. ", "Let me double-check with a different split. ")
            text += self.worked(t, self.other(t, "round"))
            text += t.one("That's different from what I had before.", f"Hmm, that's not {self.old(t)}.")
            return (
                text
                + " "
                + t.one("The earlier one must have an arithmetic error. ", "I trust this one more. ")
                + self.commit(t)
            )
        text = doubt or t.one(
            "Wait, no. That doesn't look right to me. I think I messed up a carry, so forget that. ",
            f"Hmm, actually I don't believe {self.old(t)}. I was sloppy there. ",
            "Wait, I think I made a mistake somewhere, that can't be right. ",
        )
        text += t.one("Let me start over. ", "Let me do it again from scratch. ") + self.worked(
            t, self.other(t, "round")
        )
        return text + ("Huh, so the same number comes out this time too. " if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text, term = "", self.sound(t)
        if t.chance(0.1):
            text = t.one(
                "Hmm, is there a mistake in there? I don't see one.\n\n",
                "Not totally sure about the carries, but I'll go with it.\n\n",
            )
        elif t.chance(0.25) and term and "counted" not in t._flags:
            text = f"Wait, is {t.n(term.left)} {t.x} {t.n(term.right)} really {t.n(term.value)}? Yes, it is. Okay.\n\n"
        elif t.chance(0.3):
            text = self.vet(
                t,
                nines=("Quick check with nines: {x} times {y} reduces to {w}, and {v} reduces to {g} too. Good.\n\n",),
                size=("Quick sanity check: {x} times {y} is {xy}, so the size makes sense.\n\n",),
            )
        elif t.chance(0.2):
            text = f"Let me verify the other way around. {self.worked(t, self.other(t))}Same result, great.\n\n"
        text += "</think>\n\n"
        if t.chance(0.4) and "counted" not in t._flags:
            work = t.work
            text += f"To calculate {t.ab}, split {t.n(work.b)} into {t.factor(work)}:\n\n"
            text += "".join(f"- {t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}\n" for x in work.terms)
            text += "\n" + t.r(f"Adding these gives **{t.n(t.candidate)}**.") + "\n\n"
        return text + t.r(
            t.one(
                f"**Final Answer**\n\n{t.boxed('$', '$')}",
                f"The answer is {t.boxed('$', '$')}.",
                f"**{t.n(t.candidate)}**",
            )
        )


class TerseRl(Hand):
    """Clipped lines of a model trained with a length penalty."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain"
        t.x = t.one("*", "*", "×", "x")

    def worked(self, t: Telling, work: Work) -> str:
        x = t.x if t.flag("wide", 0.4) is False else f" {t.x} "
        eq = " = " if t.flag("wide", 0.4) else "="
        added = self.added(t, work) if t.flag("wide", 0.4) else self.added(t, work).replace(" ", "")
        slips = [f"{t.near(p.value)}, no, " if t.chance(0.03) else "" for p in work.terms]
        products = [f"{p.left}{x}{p.right}{eq}{no}{p.value}" for p, no in zip(work.terms, slips, strict=True)]
        if t.flag("chain", 0.35):
            inner = "".join((f" {sign(p)} " if i else "") + f"{p.left}{x}{p.right}" for i, p in enumerate(work.terms))
            return f"{work.a}{x}{work.b} = {inner}\n= {self.added(t, work)}\n= {work.total}\n"
        if t.flag("lines", 0.5):
            text = "\n".join(products) + "\n"
            if len(work.terms) > 2 and t.flag("run", 0.5):
                return text + "\n".join(f"{s}{o}{v}{eq}{r}" for s, o, v, r in self.steps(work)) + "\n"
            name = "diff" if self.minus(work) else t.one("sum", "total", "add")
            return text + f"{name}: {added}{eq}{work.total}\n"
        return ", ".join(products) + f"; {added}{eq}{work.total}\n"

    def commit(self, t: Telling) -> str:
        form = kept(t, "form", "answer", "so", "arrow", "plain")
        lead = {"answer": f"Answer: {t.candidate}", "so": f"so {t.a}{t.x}{t.b} = {t.candidate}"}
        lead |= {"arrow": f"→ {t.candidate}", "plain": f"Result {t.candidate}."}
        return t.c(lead[form]) + "\n"

    def first(self, t: Telling) -> str:
        lead = t.one("", "", f"{t.a}{t.x}{t.b}:\n", "Step by step.\n", f"Compute {t.a}{t.x}{t.b}.\n", "Split.\n")
        if self.tiny(t) and t.chance(0.4):
            return lead + f"count: {self.counting(t)}\n" + self.commit(t)
        return lead + self.worked(t, self.solve(t, "high", "low", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=("Last digit: {x}{q}{y}={xy} → {w}, not {g}. Wrong.\n".replace("{q}", t.x),),
            nines=("mod 9: {x}{q}{y} ≡ {w}, but {v} ≡ {g}. Wrong.\n".replace("{q}", t.x),),
            size=("size: {x}{q}{y}={xy}, {v} impossible.\n".replace("{q}", t.x),),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one("Check. ", "wait. ", "Recheck: ")
            text += f"{term.left}{t.x}{term.right} = {m.now}, " + t.one(f"not {m.was}.", f"had {m.was}, wrong.")
            return text + f"\n{self.added(t, m.work)} = {t.candidate}\n" + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one("Check sum. ", "Wait. ", "Sum again: ")
            text += f"missed {gone.value}.\n" if gone else "sum wrong.\n"
            text += "\n".join(f"{s}+{v} = {r}" if o == "+" else f"{s}-{v} = {r}" for s, o, v, r in self.steps(m.work))
            return text + "\n" + self.commit(t)
        if kind == "check":
            text = t.one("Check: ", "Verify: ", "check other way:\n") + self.worked(t, self.other(t, "round"))
            return (
                text
                + t.one(f"≠ {self.old(t)}. Earlier was wrong.", "Mismatch, earlier result wrong.")
                + "\n"
                + self.commit(t)
            )
        text = doubt or t.one("No, wrong. ", f"{self.old(t)} is wrong. ", "Wait, error. Drop that. ")
        text += t.one("Redo.\n", "Again.\n", "Start over.\n") + self.worked(t, self.other(t, "round"))
        return text + ("same number after redo.\n" if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.35):
            text = self.vet(
                t,
                digit=("last digit {x}{q}{y} → {w} ok\n".replace("{q}", t.x),),
                nines=("mod 9 check: {x}{q}{y} ≡ {w}, {v} ≡ {g} ok\n".replace("{q}", t.x),),
            )
        elif t.chance(0.2):
            text = "check: " + self.worked(t, self.other(t)) + t.one("ok\n", "match\n", "✓\n")
        elif t.chance(0.1):
            text = "wait, carry? fine.\n"
        if kept(t, "form", "answer", "so", "arrow", "plain") != "answer" and t.chance(0.6):
            text += t.r(t.one(f"Answer: {t.candidate}", f"\\boxed{{{t.candidate}}}", f"**{t.candidate}**"))
        return text


class LongHandColumns(Hand):
    """The standard algorithm with headings and code blocks."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.x = t.one("×", "x", "×")

    def block(self, t: Telling, work: Work) -> str:
        grouping = kept(t, "cols", "plain", "plain", "comma")
        rule = kept(t, "rule", "-", "-", "─", "_")
        return "```\n" + t.columns(work, grouping, rule) + t.total(work, grouping) + "\n```\n\n"

    def rows(self, t: Telling, work: Work) -> str:
        text = ""
        for number, term in enumerate(sorted(work.terms, key=lambda x: x.right), start=1):
            digit, zeros = self.digit_of(work, term), len(str(term.right)) - 1
            if not digit:
                text += f"- Row {number}: {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n"
                continue
            shift = f" (shifted {zeros} {'place' if zeros == 1 else 'places'} to the left)" if zeros else ""
            line = f"{t.n(term.left)} {t.x} {t.n(term.right) if t.flag('full', 0.5) else digit + shift}"
            text += f"- Row {number}, {self.place(term)} digit: {line} {kept(t, 'to', '=', '→')} {t.n(term.value)}\n"
        return text + "\n"

    def commit(self, t: Telling, lead: str = "") -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                lead
                or t.one(
                    f"So {t.ab} = **{value}**",
                    f"The bottom line gives the product: **{value}**.",
                    f"Reading off the last line, {t.ab} = {value}.",
                    f"**Result: {value}**",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"# Multiplying {t.n(t.a)} by {t.n(t.b)}\n\nI'll use long multiplication.\n\n",
            f"Let's do {t.ab} with the standard column method.\n\n",
            f"### Long multiplication: {t.ab}\n\n",
            "I'll set this up as a long multiplication problem.\n\n",
        )
        work = self.solve(t, "low")
        text += (
            (t.one("**Partial products**\n\n", "### Step 1: the rows\n\n") + self.rows(t, work))
            if t.flag("rows", 0.7)
            else ""
        )
        text += (
            t.one("### Step 2: add the columns\n\n", "**Layout**\n\n")
            if t.flag("rows", 0.7)
            else "**Set up and multiply**\n\n"
        )
        return text + self.block(t, work) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "The ones column gives {x} {q} {y} = {xy}, so the last digit has to be {w}. My result ends in {g}, so it's wrong. ".replace(
                    "{q}", t.x
                ),
            ),
            size=("An estimate of {x} {q} {y} = {xy} shows that {v} can't be right. ".replace("{q}", t.x),),
        )
        head = t.one("### Correction\n\n", "**Correction**\n\n", "---\n\n", "")
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = head + (doubt or t.one("I need to fix one of the rows. ", "Checking the rows, I see a mistake. "))
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(m.now)}, but I wrote {t.n(m.was)}. Here is the corrected layout:\n\n"
            return text + self.block(t, m.work) + self.commit(t, f"The corrected product is **{t.n(t.candidate)}**.")
        if m:
            gone = self.missing(t.before)
            text = head + (
                doubt
                or t.one("Let me re-add the columns, because that total is off. ", "I made an error when adding up. ")
            )
            text += (
                f"The row {t.n(gone.value)} never made it into the total. "
                if gone
                else t.one("A carry went wrong. ", "")
            )
            lines = "".join(f"- {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work))
            return (
                text
                + "Adding row by row:\n\n"
                + lines
                + "\n"
                + self.commit(t, f"So the correct total is **{t.n(t.candidate)}**.")
            )
        if kind == "check":
            text = (
                "### Check\n\nWith different rows:\n\n"
                if self.tiny(t)
                else t.one(
                    "### Check\n\nSwapping the factors:\n\n",
                    "### Verification\n\nThe same thing with the rows from the other number:\n\n",
                )
            )
            text += self.block(t, self.solve(t, "swapped" if t.work.a == t.a else "low"))
            text += t.one(
                f"The check does not match {self.old(t)}. There is an error in the earlier layout, and the new one is right. ",
                "These two don't match: I mis-added in the earlier layout. ",
            )
            return text + self.commit(t, f"The answer is {t.n(t.candidate)}.")
        text = head + (
            doubt
            or t.one(
                f"I'm not happy with {self.old(t)}; I lost track of the carries, so that layout has to go. ",
                "Hold on, those columns are misaligned, so this result is not valid. ",
                "That is not correct, I slipped somewhere in the columns. ",
            )
        )
        text += t.one("Let me write it out again from the beginning:", "Starting the layout again:") + "\n\n"
        work = self.solve(t, "low") if t.chance(0.5) else self.solve(t, "swapped")
        text += (self.rows(t, work) if t.chance(0.5) else "") + self.block(t, work)
        return text + ("With clean columns the total turns out the same. " if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text = self.vet(
                t,
                size=("**Sanity check:** {x} {q} {y} = {xy}, so the magnitude is right.\n\n".replace("{q}", t.x),),
                digit=("**Quick check:** the last digit of {x} {q} {y} = {xy} is {w} ✓\n\n".replace("{q}", t.x),),
            )
        elif t.chance(0.2):
            work = self.solve(t, "swapped" if t.work.a == t.a else "low")
            text = (
                f"**Check** ({'different rows' if self.tiny(t) else 'factors swapped'}):\n\n"
                + self.block(t, work)
                + t.one("Same total ✓\n\n", "It agrees.\n\n")
            )
        return text + (
            t.r(t.one(f"**Answer:** {t.n(t.candidate)}", f"{t.ab} = **{t.n(t.candidate)}**")) if t.chance(0.5) else ""
        )


class PlaceBullets(Hand):
    """Numbered bold steps by the digits of the second factor, with starred bullets."""

    ends = ("", "\n", "\n\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "×")

    def worked(self, t: Telling, work: Work) -> str:
        text, number = "", 0
        for number, term in enumerate(work.terms, start=1):
            name, digit = self.place(term), self.digit_of(work, term)
            named = digit != ""
            what = f"the {name} digit of {t.n(work.b)} ({digit})" if named else t.n(term.right)
            text += f"{number}.  **Multiply {t.n(term.left)} by {what}:**\n"
            if named and term.right > 9 and t.flag("zero", 0.5):
                zeros = len(str(term.right)) - 1
                text += (
                    f"    *   Since this is the {name} place, add {zeros} zero{'s' if zeros > 1 else ''} at the end.\n"
                )
            text += f"    *   {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n\n"
        text += f"{number + 1}.  **{kept(t, 'add', 'Add the results', 'Add the partial products together', 'Sum it all up')}:**\n"
        if len(work.terms) > 2 and t.flag("pairs", 0.4):
            return (
                text + "".join(f"    *   {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(work)) + "\n"
            )
        return text + f"    *   {self.added(t, work)} = {t.n(work.total)}\n\n"

    def commit(self, t: Telling, fresh: str = "") -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                fresh
                or t.one(
                    f"Therefore, {t.ab} = **{value}**",
                    f"**Answer:** {t.ab} = {value}",
                    f"So, {t.n(t.a)} multiplied by {t.n(t.b)} is {value}.",
                    f"**Therefore, {t.ab} = {value}**",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = (
            t.one(
                f"Here's how to calculate {t.ab} step-by-step:",
                f"Okay, let's break down {t.ab} step by step:",
                f"Let's calculate {t.ab} step by step using the standard multiplication method:",
                "Here's a step-by-step breakdown of the calculation:",
            )
            + "\n\n"
        )
        if self.tiny(t) and t.chance(0.6):
            text += f"1.  **Think of it as {t.a} groups of {t.b}.**\n2.  **Count up by {t.b}s:** {self.counting(t)}\n\n"
            return text + self.commit(t)
        return text + self.worked(t, self.solve(t, "low", "low", "high")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "The last digit of {a} {q} {b} must be {w} (because {x} {q} {y} = {xy}), but my answer ends in {g}. ".replace(
                    "{q}", t.x
                ),
            ),
            nines=(
                "Checking the digit sums: {a} → {x}, {b} → {y}, and {x} {q} {y} = {xy} → {w}, but {v} → {g}. ".replace(
                    "{q}", t.x
                ),
            ),
            size=("Rounding gives {x} {q} {y} = {xy}, which is nowhere near {v}. ".replace("{q}", t.x),),
        )
        doubt = doubt and doubt + "That means there's a mistake in my work. "
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = "**Correction:** " + (doubt or t.one("There was an error in one of the steps. ", ""))
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} is actually {t.n(m.now)} (not {t.n(m.was)}).\n\n"
            text += f"*   Updated total: {self.added(t, m.work)} = {t.n(t.candidate)}\n\n"
            return text + self.commit(t, t.one("", f"The correct answer is **{t.n(t.candidate)}**."))
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one(
                "Let me double check the addition, since I made a mistake there. ", "**Wait,** the last step is wrong. "
            )
            text += f"I skipped {t.n(gone.value)}.\n\n" if gone else "Here's the sum again:\n\n"
            text += "".join(f"*   {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work)) + "\n"
            return text + self.commit(t, t.one("", f"**Corrected answer: {t.n(t.candidate)}**"))
        if kind == "check":
            text = (
                t.one("**Let's verify** with a different split:", "**Double-checking with a different approach:**")
                + "\n\n"
            )
            work = self.other(t, "round")
            text += "".join(f"*   {t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}\n" for x in work.terms)
            text += f"*   {self.added(t, work)} = {t.n(work.total)}\n\n"
            text += t.one(
                "This is a different result, so I made an error in the earlier calculation. ",
                f"This doesn't match {self.old(t)}, which was incorrect. ",
            )
            return text + self.commit(t)
        text = doubt or t.one(
            "Apologies, there's an error in the calculation above, so please disregard that answer. ",
            f"Actually, {self.old(t)} isn't right. I made a mistake along the way. ",
            "Hmm, I don't think this is correct, and I'd rather not leave it like that. ",
        )
        text += t.one("Let's redo it:", "Here is the corrected calculation:", "Let's try again:") + "\n\n"
        text += self.worked(t, self.other(t))
        return text + ("So the second run arrives at the same number. " if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return self.vet(
                t,
                size=("*Note: rounding to {x} {q} {y} = {xy} shows the answer is reasonable.*".replace("{q}", t.x),),
                digit=("*You can check the last digit: {x} {q} {y} = {xy}, which ends in {w}.*".replace("{q}", t.x),),
            )
        if t.chance(0.15):
            return t.one(
                "Let me know if you'd like to see another method!",
                "Would you like me to explain any of these steps?",
                "You may want to confirm this with a calculator, since it is easy to slip in long multiplications.",
            )
        return t.r(f"**Final Answer: {t.n(t.candidate)}**") if t.chance(0.3) else ""


class AreaTable(Hand):
    """The box method in Markdown tables."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "space")
        t.x = "×"

    def grid(self, t: Telling, work: Work) -> list[list[Term]]:
        wide = len(split(t.b, "high")) if work.method == "area" else len(work.terms)
        return [list(work.terms[i : i + wide]) for i in range(0, len(work.terms), wide)]

    def table(self, t: Telling, work: Work) -> str:
        bold = "**" if t.flag("bold", 0.5) else ""
        dash, grid = kept(t, "dash", "---", "---:", ":---:"), self.grid(t, work)
        text = (
            f"| × | {' | '.join(bold + t.n(x.right) + bold for x in grid[0])} |\n|{(dash + '|') * (len(grid[0]) + 1)}\n"
        )
        for row in grid:
            text += f"| {bold}{t.n(row[0].left)}{bold} | {' | '.join(t.n(x.value) for x in row)} |\n"
        return text + "\n"

    def sums(self, t: Telling, work: Work) -> str:
        grid = self.grid(t, work)
        if len(grid) == 1 or self.missing(work):
            return f"{self.added(t, work)} = {t.n(work.total)}\n\n"
        rows = [[x.value for x in row] for row in grid]
        text = "".join(
            f"- Row {i}: {' + '.join(map(t.n, row))} = {t.n(sum(row))}\n"
            for i, row in enumerate(rows, 1)
            if len(row) > 1
        )
        total = f"{' + '.join(t.n(sum(row)) for row in rows)} = {t.n(work.total)}"
        return text + (
            f"- {kept(t, 'tot', 'Total', 'All rows', 'Grand total')}: {total}\n\n" if text else f"{total}\n\n"
        )

    def redrawn(self, t: Telling) -> Work:
        cells = len(split(t.a, "high")) * len(split(t.b, "high"))
        if t.work.method != "area" and cells < 13 and min(t.a, t.b) > 9:
            return self.solve(t, "area")
        return self.solve(t, "swapped" if t.work.a == t.a and t.work.method != "area" else "high")

    def worked(self, t: Telling, work: Work) -> str:
        text = self.table(t, work)
        return (
            text
            + kept(t, "then", "Add up the boxes:", "Now sum the cells:", "Adding the rows of the table:")
            + "\n\n"
            + self.sums(t, work)
        )

    def commit(self, t: Telling, table: bool = True) -> str:
        value = t.n(t.candidate)
        words = [f"So **{t.ab} = {value}**.", f"That makes {t.ab} = {value}.", f"Answer: **{value}**"]
        if table:
            words += [f"The total area is **{value}**.", f"The boxes add up to **{value}**, which is the product."]
        return t.c(t.one(*words)) + "\n\n"

    def first(self, t: Telling) -> str:
        a, b = ((" + ".join(map(t.n, split(f, "high"))) if f > 9 else t.n(f)) for f in (t.a, t.b))
        text = t.one(
            f"I'll use the **area model** (box method) for {t.ab}.\n\n",
            f"## {t.ab} with the box method\n\n",
            "A grid keeps the partial products organized.\n\n",
            f"We can picture {t.ab} as the area of a rectangle and cut it into smaller boxes.\n\n",
        )
        work = self.solve(t, "area", "area", "area", "high") if min(t.a, t.b) > 9 else self.solve(t, "high")
        if work.method == "area" and t.a > 9 and t.b > 9 and t.chance(0.6):
            text += f"- {t.n(t.a)} = {a}\n- {t.n(t.b)} = {b}\n\n"
        return text + self.worked(t, work) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t, mend=4)
        doubt = self.trouble(
            t,
            nines=(
                "Casting out nines: {a} leaves {x}, {b} leaves {y}, so the product should leave {w}, yet {v} leaves {g}. The total is wrong. ",
            ),
            size=("The rectangle is roughly {x} by {y}, an area of about {xy}, so {v} is wrong. ",),
            digit=("The bottom-right box decides the last digit, which must be {w}, not {g}. So the total is wrong. ",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one(
                "One of the boxes is wrong, so that total doesn't hold. ",
                "Looking over the table again, I spot an error. ",
            )
            text += (
                f"The box {t.n(term.left)} × {t.n(term.right)} should hold {t.n(m.now)} instead of {t.n(m.was)}.\n\n"
            )
            text += self.table(t, m.work) if t.chance(0.6) else ""
            return (
                text
                + t.one("The corrected sum:", "Adding again with that box fixed:")
                + "\n\n"
                + self.sums(t, m.work)
                + self.commit(t)
            )
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one(
                "The partial areas are right, but I added them up wrong. ",
                "Let me redo the addition, that total was off. ",
            )
            text += f"The box with {t.n(gone.value)} is missing from the sum.\n\n" if gone else "One at a time:\n\n"
            text += "".join(f"- {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work))
            return text + "\n" + self.commit(t)
        if kind == "check":
            work = self.other(t, "round")
            text = t.one("**Check without the table:**", "As a check, I'll distribute over one factor only:") + "\n\n"
            text += "".join(f"- {t.n(x.left)} × {t.n(x.right)} = {t.n(x.value)}\n" for x in work.terms)
            text += f"- Combined: {self.added(t, work)} = {t.n(work.total)}\n\n"
            text += t.one(
                f"The check contradicts the total above. I must have made a slip there, so {self.old(t)} is out. ",
                "The two results differ, and the total from before was the wrong one. ",
            )
            return text + self.commit(t, table=False)
        text = doubt or t.one(
            "I don't trust that table: some boxes were filled in too hastily, so I'm scrapping it. ",
            "Hmm, that total is not right. ",
            f"On reflection {self.old(t)} can't stand, I mixed up place values in the grid. ",
        )
        text += t.one("A new grid:", "Let me draw the boxes again:") + "\n\n"
        text += self.worked(t, self.redrawn(t))
        return (
            text
            + ("The new grid comes to the same total as the one I threw out. " if kind == "same" else "")
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text = self.vet(
                t,
                nines=("Casting out nines: {x} × {y} = {xy} → {w}, and {v} → {g}. ✓\n\n",),
                size=("Estimate: {x} × {y} = {xy}, so this is in the right range.\n\n",),
            )
        elif t.chance(0.15):
            text = t.one(
                "Let me glance over the boxes once more... they look fine.\n\n",
                "I rechecked each box and found nothing wrong.\n\n",
            )
        return text + (
            t.r(t.one(f"**Answer: {t.n(t.candidate)}**", f"### Final answer\n\n{t.n(t.candidate)}"))
            if t.chance(0.5)
            else ""
        )


class DistilledTrace(Hand):
    """A tidy first-person trace without an opening tag, then a solution in steps."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = {"comma": "latex", "plain": "plain"}[t.words] if t.chance(0.5) else t.words
        t.x = t.one("×", "×", "\\times" if t.words == "plain" else "×")

    def f(self, t: Telling, text: str) -> str:
        return f"\\( {text} \\)" if t.x == "\\times" else text

    def worked(self, t: Telling, work: Work) -> str:
        split_ = t.one("break down", "split", "separate", "decompose")
        text = f"I'll {split_} {self.f(t, t.n(work.b))} into {self.f(t, t.factor(work))}.\n\n"
        for place, term in enumerate(work.terms):
            lead = (
                "First"
                if not place
                else t.one("Next", "Then")
                if place < len(work.terms) - 1
                else t.one("After that", "Then")
            )
            product = self.f(t, f"{t.n(term.left)} {t.x} {t.n(term.right)}")
            if t.flag("verbose", 0.6):
                said = self.f(t, t.n(term.value))
                if t.chance(0.05):
                    said = f"{self.f(t, t.n(t.near(term.value)))}. Actually, it's {said}"
                text += f"{lead}, I'll calculate {product}, which {t.one('equals', 'is', 'gives')} {said}.\n\n"
            else:
                text += f"- {self.f(t, f'{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}')}\n"
        text += "" if text.endswith("\n\n") else "\n"
        text += (
            "Finally, I'll subtract"
            if self.minus(work)
            else t.one(
                "Finally, I'll add the partial results together", "Now I'll combine them", "Adding these products"
            )
        )
        return text + ": " + self.f(t, f"{self.added(t, work)} = {t.n(work.total)}") + ".\n\n"

    def commit(self, t: Telling) -> str:
        whole = self.f(t, f"{t.ab} = {t.n(t.candidate)}")
        return (
            t.c(
                t.one(
                    f"Therefore, the product of {self.f(t, t.n(t.a))} and {self.f(t, t.n(t.b))} is {self.f(t, t.n(t.candidate))}.",
                    f"So, the final result is {self.f(t, t.n(t.candidate))}.",
                    f"Therefore, {whole}.",
                    f"Thus, {whole}.",
                )
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"To determine the product of {self.f(t, t.n(t.a))} and {self.f(t, t.n(t.b))}, I'll use the distributive property.\n\n",
            f"I need to calculate {self.f(t, t.ab)}.\n\n",
            f"First, I recognize that the problem asks for {self.f(t, t.ab)}.\n\n",
            "To solve this multiplication, I'll go place by place.\n\n",
        )
        return text + self.worked(t, self.solve(t, "high", "low", "chunks")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "The units digits {x} and {y} multiply to {xy}, so the product must end in {w}. My result ends in {g}, which cannot be right.\n\n",
            ),
            size=("Rounding the factors to {x} and {y} suggests about {xy}, so {v} cannot be right.\n\n",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            product = self.f(t, f"{t.n(term.left)} {t.x} {t.n(term.right)}")
            text = "\n" + (
                doubt
                or t.one(
                    "However, I notice a mistake in one of the products. ", "Wait, I should correct one of my steps. "
                )
            )
            text += f"I recorded {product} as {self.f(t, t.n(m.was))}, but it is {self.f(t, t.n(m.now))}.\n\n"
            return (
                text
                + f"With this correction: {self.f(t, f'{self.added(t, m.work)} = {t.n(t.candidate)}')}.\n\n"
                + self.commit(t)
            )
        if m:
            gone = self.missing(t.before)
            text = "\n" + (
                doubt
                or t.one(
                    "Wait, the addition doesn't seem right. ", "However, rechecking the addition shows a mistake. "
                )
            )
            text += f"I omitted {self.f(t, t.n(gone.value))}. " if gone else ""
            text += "Adding step by step:\n" + "".join(
                "- " + self.f(t, f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}") + "\n" for s, o, v, r in self.steps(m.work)
            )
            return text + "\n" + self.commit(t)
        if kind == "check":
            text = "\n" + t.one(
                "To verify, I'll use a different decomposition. ", "I'll confirm this with an alternative approach. "
            )
            text += self.worked(t, self.other(t, "round"))
            text += t.one(
                "This does not match my previous result, which must have contained an error. ",
                f"Since this is not {self.old(t)}, I made an error the first time. ",
            )
            return text + self.commit(t)
        text = "\n" + (
            doubt
            or t.one(
                "Wait, I think I made an error in one of the intermediate calculations, so I can't accept this result. ",
                f"Hmm, {self.old(t)} seems off. I'll set it aside. ",
                "Actually, that isn't right. ",
            )
        )
        text += t.one("I'll recalculate from the beginning. ", "Let me start again. ") + self.worked(t, self.other(t))
        return (
            text
            + ("This fresh computation brings me back to the same value. " if kind == "same" else "")
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.2):
            text = "\n" + self.vet(
                t,
                size=("As a sanity check, rounding to {x} and {y} gives {xy}, which is close.\n",),
                digit=("The units digit {w} is also as expected.\n",),
            )
        text += "</think>\n\n"
        work = t.work
        if t.chance(0.6):
            text += t.one(
                "**Solution:**\n\n",
                f"To calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\), follow these steps:\n\n",
                "### Step-by-Step Solution\n\n",
            )
            text += f"1. **Break down {t.m(work.b)}:**\n\\[\n{t.m(work.b)} = {t.factor(work, maths=True)}\n\\]\n\n2. **Multiply:**\n\\[\n"
            text += " \\\\\n".join(f"{t.m(x.left)} \\times {t.m(x.right)} = {t.m(x.value)}" for x in work.terms)
            text += (
                "\n\\]\n\n3. "
                + t.r(
                    f"**{'Subtract' if self.minus(work) else 'Add'}:**\n\\[\n{self.added(t, work, t.m)} = {t.m(t.candidate)}\n\\]"
                )
                + "\n\n"
            )
        return text + t.r(t.one(f"**Final Answer:** \\({t.boxed()}\\)", f"**Answer:**\n\\[\n{t.boxed()}\n\\]"))


class CalculatorMarks(Hand):
    """A tiny model fine-tuned on grade-school solutions with calculator annotations."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain"
        t.x = t.one("*", "*", "x")

    def calc(self, t: Telling, left: str, value: int) -> str:
        spaced = left if t.flag("spaced", 0.5) else left.replace(" ", "")
        if t.flag("marks", 0.75):
            return f"{spaced}=<<{left.replace(' ', '').replace('x', '*')}={value}>>{value}"
        return f"{spaced} = {value}"

    def worked(self, t: Telling, work: Work) -> str:
        text = ""
        if t.flag("state", 0.5):
            text += f"{work.b} is {t.factor(work)}.\n"
        for place, term in enumerate(work.terms):
            lead = t.one("", "", "First, ", "Multiply: ") if not place else t.one("", "", "Then ", "Next, ")
            text += f"{lead}{self.calc(t, f'{term.left} {t.x} {term.right}', term.value)}\n"
        if len(work.terms) > 2 and t.flag("pairs", 0.6):
            for so_far, op, value, result in self.steps(work):
                text += self.calc(t, f"{so_far} {op} {value}", result) + "\n"
            return text
        return (
            text
            + ("" if self.minus(work) else t.one("Add: ", "The sum is ", ""))
            + self.calc(t, self.added(t, work), work.total)
            + "\n"
        )

    def commit(self, t: Telling) -> str:
        value = t.candidate
        if t.flag("hash", 0.45):
            return t.c(f"#### {value}") + "\n"
        return (
            t.c(
                t.one(
                    f"The answer is {value}.",
                    f"So the answer is {value}.",
                    f"So {t.ab} = {value}.",
                    f"The result is {value}.",
                )
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one("", "", f"We need to find {t.ab}.\n", "Let's think step by step.\n", f"Calculate {t.ab}.\n")
        if self.tiny(t) and t.chance(0.4):
            return text + f"Count by {t.b}: {self.counting(t)}\n" + self.commit(t)
        return text + self.worked(t, self.solve(t, "high", "low", "chunks")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t, mend=3, redo=4, check=2)
        doubt = self.trouble(
            t,
            digit=("The last digit must be {w} because {x}*{y}={xy}. But it is {g}. So it is wrong.\n",),
            size=("It must be near {x}*{y}={xy}. So {v} is wrong.\n",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one("Wait, there is a mistake.\n", "Check the steps.\n", "Oops, one step is wrong.\n")
            text += t.one(f"{m.was} is wrong.\n", f"It is not {m.was}.\n", "")
            text += self.calc(t, f"{term.left} {t.x} {term.right}", m.now) + "\n"
            return text + self.calc(t, self.added(t, m.work), t.candidate) + "\n" + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one(
                "Wait, the sum is wrong.\n", "Check the sum. It is wrong.\n", "The last step is wrong.\n"
            )
            text += f"I forgot {gone.value}.\n" if gone else ""
            text += "\n".join(self.calc(t, f"{s} {o} {v}", r) for s, o, v, r in self.steps(m.work))
            return text + "\n" + self.commit(t)
        if kind == "check":
            text = t.one("Check the answer in another way.\n", "Let's check.\n") + self.worked(t, self.other(t))
            return (
                text
                + f"{t.candidate} is not {self.old(t)}. "
                + t.one("So the answer before is wrong.", "The last answer was wrong.")
                + "\n"
                + self.commit(t)
            )
        text = doubt or t.one(
            "Wait, that is wrong.\n",
            f"No, {self.old(t)} is not correct.\n",
            "That answer is wrong. I made a mistake.\n",
            "Hmm, this is not right.\n",
        )
        text += t.one("Let's try again.\n", "Do it again.\n", "Try one more time.\n") + self.worked(
            t, self.other(t) if t.chance(0.7) else self.solve(t)
        )
        return text + ("It is the same number now too.\n" if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.15):
            text = t.one("Check: the steps are correct.\n", "I checked it.\n", "Wait, is it right? Yes.\n")
        elif t.chance(0.12):
            text = "Check: " + self.calc(t, f"{t.b} {t.x} {t.a}", t.candidate) + "\n"
            text = t.r(text)
        elif t.chance(0.15):
            text = self.vet(t, digit=("{x}*{y}={xy} so the last digit {w} is good.\n",))
        if not t.flag("hash", 0.45):
            text += t.r(f"#### {t.candidate}")
        return text


class JsonTail(Hand):
    """Short labelled steps and a JSON object."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma", "underscore")
        t.x = t.one("*", "*", "×", "x")

    def json(self, t: Telling, label: str = "") -> str:
        key = kept(t, "key", "answer", "result", "product", "final_answer")
        value = str(t.candidate) if t.flag("number", 0.7) else f'"{t.candidate}"'
        status = f'"status": "{label}", ' if label and t.flag("status", 0.4) else ""
        fields = {"bare": "", "operands": f'"a": {t.a}, "b": {t.b}, ', "expr": f'"expression": "{t.a} * {t.b}", '}
        extra = fields[kept(t, "fields", "bare", "operands", "expr")]
        inner = f'{status}{extra}"{key}": {value}'
        if t.flag("spread", 0.4):
            inner = "\n  " + inner.replace(", ", ",\n  ") + "\n"
        text = "{" + inner + "}"
        return f"```json\n{text}\n```" if t.flag("fence", 0.6) else text

    def worked(self, t: Telling, work: Work) -> str:
        step, text = 1, ""
        label = kept(t, "label", "Step {}: ", "({}) ", "{}) ", "[{}] ")
        if t.flag("decompose", 0.6):
            text += label.format(step) + f"{t.one('Decompose', 'Split')} {t.n(work.b)} -> {t.factor(work)}\n"
            step += 1
        for term in work.terms:
            text += label.format(step) + f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n"
            step += 1
        if len(work.terms) > 2 and t.flag("each", 0.5):
            for so_far, op, value, result in self.steps(work):
                text += label.format(step) + f"{t.n(so_far)} {op} {t.n(value)} = {t.n(result)}\n"
                step += 1
            return text + "\n"
        return (
            text
            + label.format(step)
            + f"{'' if self.minus(work) else t.one('Sum: ', 'Add: ', '')}{self.added(t, work)} = {t.n(work.total)}\n\n"
        )

    def commit(self, t: Telling, label: str = "final") -> str:
        if t.flag("prose", 0.35):
            return (
                t.c(
                    t.one(f"Product: {t.n(t.candidate)}", f"{t.ab} = {t.n(t.candidate)}", f"Result: {t.n(t.candidate)}")
                )
                + "\n\n"
            )
        return t.c(t.one("", "", "Output:\n") + self.json(t, label)) + "\n\n"

    def first(self, t: Telling) -> str:
        text = t.one(
            "", f"Computing {t.ab}.\n\n", f"Task: multiply {t.n(t.a)} by {t.n(t.b)}.\n\n", "Reasoning:\n", "Steps:\n"
        )
        return text + self.worked(t, self.solve(t, "high", "low", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=("Validation failed: expected last digit {w} ({x} * {y} = {xy}), found {g}.\n",),
            nines=("Validation failed: mod-9 check expects {w}, but {v} gives {g}.\n",),
            size=("Validation failed: {v} is out of range, the estimate is {x} * {y} = {xy}.\n",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one(
                "Correction needed.\n", "Review of the steps found an error.\n", "Note: the object above is wrong.\n"
            )
            text += f"- {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(m.now)} (was {t.n(m.was)})\n"
            return text + f"- {self.added(t, m.work)} = {t.n(t.candidate)}\n\n" + self.commit(t, "corrected")
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one("Correction: the addition is wrong.\n", "Error in the final sum.\n")
            text += f"- omitted term: {t.n(gone.value)}\n" if gone else ""
            text += "".join(f"- {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work))
            return text + "\n" + self.commit(t, "corrected")
        if kind == "check":
            text = t.one("Cross-check with other parts:\n", "Verification (different decomposition):\n") + self.worked(
                t, self.other(t, "round")
            )
            text += f"Mismatch: {t.n(t.candidate)} vs {self.old(t)}. " + t.one(
                "The earlier computation had an error.", "Replacing the earlier value."
            )
            return text + "\n\n" + self.commit(t, "corrected")
        text = doubt or t.one(
            "Rejecting the result above: I made an error in the steps.\n",
            f"{self.old(t)} is invalid, a step was computed incorrectly.\n",
            "The output above is not reliable; discard it.\n",
        )
        text += t.one("Recomputing:\n", "Second run:\n", "Redo from the start:\n") + self.worked(t, self.other(t))
        return (
            text
            + ("The recomputed value equals the rejected one.\n\n" if kind == "same" else "")
            + self.commit(t, "recomputed")
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text = self.vet(
                t,
                nines=("Check (mod 9): expected {w}, got {g}. OK\n\n",),
                digit=("Check (last digit): {w}. OK\n\n",),
                size=("Check (range): about {xy}. OK\n\n",),
            )
        elif t.chance(0.2):
            text = "Cross-check:\n" + self.worked(t, self.other(t)) + "Both agree.\n\n"
        if t.flag("prose", 0.35):
            text += t.r(self.json(t, "final"))
        return text


class CarryScratchpad(Hand):
    """A small model trained on digit-by-digit scratchpads with carries."""

    ends = ("", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain"
        t.x = t.one("x", "*", "×")

    def row(self, t: Telling, term: Term, digits: bool) -> str:
        digit = int(str(term.right)[0])
        if not digits or term.value != term.left * term.right or term.right != digit * 10 ** (len(str(term.right)) - 1):
            return f"{term.left} {t.x} {term.right} = {term.value}\n"
        text, carry = f"{term.left} {t.x} {digit}:\n", 0
        for d in reversed(str(term.left)):
            value = int(d) * digit + carry
            plus = f"+{carry}={value}" if carry else ""
            text += f"  {d}*{digit}={int(d) * digit}{plus} {kept(t, 'wr', 'write', 'w', 'put')} {value % 10}"
            text += f" {kept(t, 'ca', 'carry', 'c')} {value // 10}\n" if value > 9 or t.flag("zero", 0.4) else "\n"
            carry = value // 10
        text += f"  {kept(t, 'wr', 'write', 'w', 'put')} {carry}\n" if carry else ""
        zeros = len(str(term.right)) - 1
        shift = f", shift {zeros} -> {term.value}" if zeros else ""
        return text + f"  = {term.left * digit}{shift}\n"

    def worked(self, t: Telling, work: Work, brief: bool = False) -> str:
        digits = t.flag("digits", 0.75) and not brief
        text = "".join(self.row(t, term, digits and len(str(term.left)) * len(work.terms) < 26) for term in work.terms)
        if t.flag("run", 0.5):
            return text + "".join(
                f"{kept(t, 'acc', 'acc', 'sum', 'total')}: {s} {o} {v} = {r}\n" for s, o, v, r in self.steps(work)
            )
        return text + f"{'' if self.minus(work) else 'add rows: '}{self.added(t, work)} = {work.total}\n"

    def commit(self, t: Telling) -> str:
        value = t.candidate
        form = kept(t, "form", "ans", "eq", "result", "tag")
        return (
            t.c(
                {
                    "ans": f"ans: {value}",
                    "eq": f"{t.a} {t.x} {t.b} = {value}",
                    "result": f"result = {value}",
                    "tag": f"<result>{value}</result>",
                }[form]
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            "",
            f"{t.a} {t.x} {t.b}\n",
            f"a={t.a} b={t.b}\n",
            f"multiply {t.a} by {t.b}\n",
            f"digits of b: {' '.join(str(t.b))}\n",
        )
        return text + self.worked(t, self.solve(t, "low", "low", "high")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t, mend=4, redo=3, check=2)
        doubt = self.trouble(
            t,
            digit=("check last digit: {x}*{y}={xy}, want {w} got {g}, bad\n",),
            nines=("check mod 9: want {w} got {g}, bad\n",),
            size=("check size: {x}*{y}={xy}, {v} is bad\n",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one("error in row\n", "check rows: found error\n", "wait\n")
            text += f"{term.left} {t.x} {term.right} = {m.was} is wrong, = {m.now}\n"
            return (
                text
                + f"{'' if self.minus(m.work) else 'add rows: '}{self.added(t, m.work)} = {t.candidate}\n"
                + self.commit(t)
            )
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one("error in sum\n", "wait, carry in the sum\n", "check sum: error\n")
            text += f"row {gone.value} missing\n" if gone else ""
            text += "".join(f"{s} {o} {v} = {r}\n" for s, o, v, r in self.steps(m.work))
            return text + self.commit(t)
        if kind == "check":
            text = t.one("check by swap\n", "check other order\n", "verify\n") + self.worked(t, self.other(t), True)
            return text + f"{t.candidate} != {self.old(t)}, earlier is wrong\n" + self.commit(t)
        text = doubt or t.one("error, discard\n", f"{self.old(t)} wrong\n", "wait, wrong carry, discard all\n")
        text += t.one("restart\n", "redo\n", "again from start\n") + self.worked(
            t, self.solve(t, "high", "low"), t.chance(0.5)
        )
        return text + ("same value after redo\n" if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text = self.vet(
                t,
                digit=("check last digit: {x}*{y}={xy}, want {w} got {g}, ok\n",),
                nines=("check mod 9: want {w} got {g}, ok\n",),
            )
        elif t.chance(0.15):
            text = "check by swap\n" + self.worked(t, self.other(t), True) + "same, ok\n"
        elif t.chance(0.1):
            text = "check carries: ok\n"
        return text + (
            t.r(t.one(f"#### {t.candidate}", f"final: {t.candidate}", "done")) if t.chance(0.5) else t.one("", "done")
        )


class AnswerTags(Hand):
    """Reinforcement from a base model: think tags, answer tags, now and then reopened."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "plain", "comma")
        t.x = t.one("*", "*", "×")

    def worked(self, t: Telling, work: Work) -> str:
        form = kept(t, "form", "prose", "lines", "nested")
        if form == "nested":
            text = f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)}) = "
            text += "".join(
                (f" {sign(p)} " if i else "") + f"{t.n(p.left)} {t.x} {t.n(p.right)}" for i, p in enumerate(work.terms)
            )
            return text + f" = {self.added(t, work)} = {t.n(work.total)}. "
        if form == "lines":
            text = "\n" + "".join(f"{t.n(p.left)} {t.x} {t.n(p.right)} = {t.n(p.value)}\n" for p in work.terms)
            return (
                text
                + f"{'Now we subtract' if self.minus(work) else t.one('Adding these together', 'Sum', 'Now we add')}: {self.added(t, work)} = {t.n(work.total)}\n"
            )
        text = ""
        for place, p in enumerate(work.terms):
            slip = f"{t.n(t.near(p.value))}, wait, no, " if t.chance(0.05) else ""
            lead = (
                t.one("First, we multiply", "We begin by multiplying")
                if not place
                else t.one("Next, we multiply", "Then we multiply")
            )
            text += f"{lead} {t.n(p.left)} by {t.n(p.right)}, which {t.one('gives us', 'equals', 'is')} {slip}{t.n(p.value)}. "
        lead = (
            "Subtracting, we get"
            if self.minus(work)
            else t.one("Finally, we add these results:", "Adding these results, we get", "Adding everything gives")
        )
        return text + f"{lead} {self.added(t, work)} = {t.n(work.total)}. "

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So, {t.ab} equals {value}.",
                    f"Therefore, the answer is {value}.",
                    f"Thus, the result of {t.ab} is {value}.",
                    f"So the product is {value}.",
                )
            )
            + " "
        )

    def first(self, t: Telling) -> str:
        text = t.one("<think> ", "<think>\n", "<think>")
        text += t.one(
            f"To calculate {t.ab}, we can use the distributive property of multiplication. ",
            f"We need to multiply {t.n(t.a)} by {t.n(t.b)}. ",
            f"The user asks for {t.ab}. ",
            "We will solve it step by step. ",
        )
        return text + self.worked(t, self.solve(t, "high", "high", "low", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "The product of the last digits {x} and {y} is {xy}, so the result must end with {w}, but it ends with {g}. ",
            ),
            size=("{x} multiplied by {y} is {xy}, so {v} cannot be correct. ",),
            nines=("The digit sum check gives {w} for the product, but {v} has {g}. ",),
        )
        doubt = doubt and doubt + "There must be an error. "
        head = "\n"
        if t.flag("reopen", 0.25):
            head = f"</think>\n<answer> {self.old(t)} </answer>\n<think> "
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = head + (
                doubt
                or t.one(
                    "Wait, let me re-evaluate the steps. ", "However, we should correct one of the multiplications. "
                )
            )
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} is not {t.n(m.was)}; it is {t.n(m.now)}. "
            return text + f"So {self.added(t, m.work)} = {t.n(t.candidate)}. " + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = head + (
                doubt
                or t.one(
                    "Wait, let me recalculate the addition. ",
                    "Let's re-evaluate the addition, because it is not correct. ",
                )
            )
            text += f"We did not add {t.n(gone.value)}. " if gone else ""
            text += "; ".join(f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}" for s, o, v, r in self.steps(m.work))
            return text + f". The previous sum {self.old(t)} was wrong. " + self.commit(t)
        if kind == "check":
            text = (
                head
                + t.one("We can verify this by another method. ", "Let's verify by splitting the other number. ")
                + self.worked(t, self.other(t))
            )
            return (
                text
                + t.one(
                    "This is different from the previous result, so we made a mistake there. ",
                    f"So {self.old(t)} was not correct. ",
                )
                + self.commit(t)
            )
        text = head + (
            doubt
            or t.one(
                f"Wait, {self.old(t)} is not correct. We made a mistake in the calculation. ",
                "But this is wrong, because a step was not done properly. ",
                "Wait, wait. I made an error, so we cannot use this result. ",
            )
        )
        text += t.one("Let's recompute. ", "Let us do it again step by step. ", "Let's start again. ") + self.worked(
            t, self.other(t)
        )
        return text + ("The recomputation has given the same number. " if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text, term = "", self.sound(t)
        if t.chance(0.2):
            text = self.vet(
                t,
                digit=("The last digit {w} is consistent with {x} * {y} = {xy}. ",),
                size=("This is close to {x} * {y} = {xy}, so it is reasonable. ",),
            )
        elif t.chance(0.2) and term:
            text = f"Let me double check: {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}, correct. "
        elif t.chance(0.15):
            text = "We can verify this by another split. " + self.worked(t, self.other(t)) + "The result is confirmed. "
        value = f"{t.n(t.candidate)}" if t.chance(0.8) else t.boxed("$", "$")
        return (
            text
            + t.one("</think>\n", "</think> ", "\n</think>\n\n")
            + t.r(f"<answer>{t.one(' ', '')}{value}{t.one(' ', '')}</answer>")
        )


class BriskAssistant(Hand):
    """Concise bold-label Markdown of a large assistant, with asides to itself."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "comma", "plain")
        t.x = "×"

    def worked(self, t: Telling, work: Work) -> str:
        product = f"{t.n(work.a)} × {t.n(work.b)}"
        if t.flag("rewrite", 0.5):
            text = f"{product} = {t.n(work.a)} × ({t.factor(work)})\n\n"
        else:
            text = f"**{t.one('Break down', 'Breaking up')} {t.n(work.b)}:** {t.factor(work)}\n\n"
        text += t.one("**Multiply each part:**\n", "**Partial products:**\n") if t.flag("labels", 0.6) else ""
        for term in work.terms:
            detail = t.detail(term, 0.4)
            if t.chance(0.07):
                text += f"- {t.n(term.left)} × {t.n(term.right)} = {t.n(t.near(term.value))} (correction: {t.n(term.value)})\n"
            elif detail and term.value == term.left * term.right and str(term.right).strip("0") != "1":
                text += f"- {t.n(term.left)} × {t.n(term.right)}: {detail}\n"
            else:
                text += f"- {t.n(term.left)} × {t.n(term.right)} = {t.n(term.value)}\n"
        text += "\n" + (t.one("**Add them up:**\n", "**Sum:**\n") if t.flag("labels", 0.6) else "Then add:\n").replace(
            "Sum" if self.minus(work) else "-", "Difference"
        ).replace("Add them up" if self.minus(work) else "-", "Subtract").replace(
            "add" if self.minus(work) else "-", "subtract"
        )
        if len(work.terms) > 2 and t.flag("each", 0.6):
            return text + "".join(f"- {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(work)) + "\n"
        return text + f"{self.added(t, work)} = {t.n(work.total)}\n\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**{t.ab} = {value}**",
                    f"So {t.ab} = **{value}**.",
                    f"The answer is **{value}**.",
                    f"**Answer: {value}**",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = (
            t.one(
                f"I'll work through {t.ab} step by step.",
                f"# {t.ab}",
                "I'll break this into manageable parts.",
                f"I'll calculate {t.ab} using the distributive property.",
                "Let me work through this.",
            )
            + "\n\n"
        )
        if self.tiny(t) and t.chance(0.7):
            return text + f"{t.ab} means {t.a} groups of {t.b}: {self.counting(t)}.\n\n" + self.commit(t)
        return text + self.worked(t, self.solve(t, "high", "high", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "Quick check on the last digit: {x} × {y} = {xy}, so the answer should end in {w}, not {g}. I made an error somewhere.",
            ),
            nines=(
                "Let me check the digit roots: {a} → {x}, {b} → {y}, so the product should have {w}. But {v} has {g}, so that's wrong.",
            ),
            size=("Sanity check: {x} × {y} = {xy}. My result of {v} is way off, so something went wrong.",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one(
                "Wait, I should double-check one of those.",
                "Actually, let me correct an error in my work.",
                "Let me recheck the partial products.",
            )
            text += f"\n\n- {t.n(term.left)} × {t.n(term.right)} = {t.n(m.now)} (I had {t.n(m.was)})\n- "
            return (
                text + t.one("Revised: ", "So: ") + f"{self.added(t, m.work)} = {t.n(t.candidate)}\n\n" + self.commit(t)
            )
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one(
                "Let me double-check that addition, since I don't think it's right.",
                "Hold on, that sum needs another look.",
                "I need to correct the addition.",
            )
            text += f" I dropped {t.n(gone.value)}." if gone else ""
            text += "\n\n" + "".join(f"- {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work))
            return text + f"\nI previously wrote {self.old(t)}, which was incorrect.\n\n" + self.commit(t)
        if kind == "check":
            work = self.other(t, "round")
            text = t.one("**Verification** by splitting it differently:\n", "Let me verify with another approach:\n")
            text += "".join(f"- {t.n(x.left)} × {t.n(x.right)} = {t.n(x.value)}\n" for x in work.terms)
            text += f"- Total: {self.added(t, work)} = {t.n(work.total)}\n\n"
            text += t.one(
                "These disagree, which means my earlier calculation contains an error. ",
                f"That's not {self.old(t)}. The mistake is in my earlier work. ",
            )
            return text + self.commit(t)
        text = doubt or t.one(
            "Wait, I don't think that's right. I rushed through the place values.",
            f"Actually, I need to retract {self.old(t)}: I made an arithmetic mistake above.",
            "I want to be careful here. Looking back, my working has an error in it, so please ignore that result.",
        )
        text += " " + t.one("Let me redo this carefully.", "Starting fresh:", "Here's a clean calculation.") + "\n\n"
        text += self.worked(t, self.other(t, "round"))
        return (
            text
            + ("Having redone it, I end up at the number I had retracted. " if kind == "same" else "")
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.3):
            return self.vet(
                t,
                size=("*Sanity check: {x} × {y} = {xy}, so the magnitude looks right.* ✓",),
                digit=("Last digit check: {x} × {y} = {xy}, ends in {w} ✓",),
                nines=("Casting out nines: {x} × {y} → {w}, and {v} → {g} ✓",),
            )
        if t.chance(0.2):
            work = self.other(t, "round")
            text = "**Check:** " + ", ".join(f"{t.n(x.left)} × {t.n(x.right)} = {t.n(x.value)}" for x in work.terms)
            return text + f". {self.added(t, work)} = " + t.r(f"{t.n(t.candidate)}") + " ✓"
        if t.chance(0.1):
            return t.one(
                "Wait, did I place the zeros correctly? Looking back at each line, yes, that's all fine.",
                "I haven't double-checked this with a calculator, so it may be worth verifying.",
            )
        return ""


class TextbookAlign(Hand):
    """Formal LaTeX with align environments, remarks and a box."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "latex", "thin", "comma")
        t.x = t.one("\\times", "\\times", "\\cdot")

    def math(self, t: Telling, text: str) -> str:
        return f"${text}$"

    def align(self, t: Telling, rows: list[str]) -> str:
        open_, close = {
            "align": ("\\begin{align*}", "\\end{align*}"),
            "aligned": ("$$\n\\begin{aligned}", "\\end{aligned}\n$$"),
            "bracket": ("\\[\n\\begin{aligned}", "\\end{aligned}\n\\]"),
        }[kept(t, "env", "align", "aligned", "bracket")]
        return open_ + "\n" + " \\\\\n".join(rows) + "\n" + close + "\n\n"

    def worked(self, t: Telling, work: Work) -> str:
        products = [f"{t.m(x.left)} {t.x} {t.m(x.right)}" for x in work.terms]
        signed = "".join(
            (f" {sign(x)} " if i else "") + p for i, (x, p) in enumerate(zip(work.terms, products, strict=True))
        )
        if t.flag("one", 0.5):
            rows = [
                f"{t.m(work.a)} {t.x} {t.m(work.b)} &= {t.m(work.a)} {t.x} ({t.factor(work, maths=True)})",
                f"&= {signed}",
            ]
            used = self.added(t, work, t.m)
            return self.align(t, [*rows, f"&= {used}", f"&= {t.m(work.total)}."])
        text = f"Write ${t.m(work.b)} = {t.factor(work, maths=True)}$. Then\n"
        text += self.align(t, [f"{p} &= {t.m(x.value)}" for x, p in zip(work.terms, products, strict=True)])
        if len(work.terms) > 3:
            rows = [f"{t.m(s)} {o} {t.m(v)} &= {t.m(r)}" for s, o, v, r in self.steps(work)]
            return text + "Adding successively,\n" + self.align(t, rows)
        return (
            text
            + ("Subtracting," if self.minus(work) else t.one("Summing,", "Adding these,", "Their sum is"))
            + f" ${self.added(t, work, t.m)} = {t.m(work.total)}$.\n\n"
        )

    def commit(self, t: Telling) -> str:
        value = t.m(t.candidate)
        box = t.boxed("$", "$")
        return (
            t.c(
                t.one(
                    f"Therefore ${t.ab} = {value}$.",
                    f"Hence ${t.ab} = {value}$.",
                    f"We conclude that the product equals ${value}$.",
                    f"The product is thus {box}.",
                    f"Consequently, ${t.m(t.a)} {t.x} {t.m(t.b)} = \\boxed{{{value}}}$.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one("**Solution.** ", "\\textbf{Solution.} ", "", "*Solution.* ")
        text += t.one(
            f"We wish to evaluate ${t.ab}$.",
            f"We compute ${t.ab}$ by expanding in powers of ten.",
            "By the distributive law, the product can be expanded.",
            f"We use the distributive property to evaluate ${t.ab}$.",
        )
        return text + "\n\n" + self.worked(t, self.solve(t, "high", "high", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        head = t.one("**Correction.** ", "*Correction.* ", "**Remark.** ", "")
        doubt = self.trouble(
            t,
            digit=(
                "The final digits ${x}$ and ${y}$ force the product to end in ${w}$, whereas ${v}$ ends in ${g}$; the result above is therefore wrong. ".replace(
                    "{q}", t.x
                ),
            ),
            nines=(
                "Modulo $9$ the factors reduce to ${x}$ and ${y}$, so the product must reduce to ${w}$, whereas ${v}$ reduces to ${g}$. The value above is in error. ",
            ),
            size=("The estimate ${x} {q} {y} = {xy}$ rules out ${v}$. ".replace("{q}", t.x),),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = head + (
                doubt
                or t.one(
                    "An error occurred in one of the products. ", "On inspection, one partial product is incorrect. "
                )
            )
            text += (
                f"In fact ${t.m(term.left)} {t.x} {t.m(term.right)} = {t.m(m.now)}$ rather than ${t.m(m.was)}$. Hence\n"
            )
            return (
                text
                + self.align(t, [f"{t.ab} &= {self.added(t, m.work, t.m)}", f"&= {t.m(t.candidate)}."])
                + self.commit(t)
            )
        if m:
            gone = self.missing(t.before)
            text = head + (
                doubt
                or t.one(
                    "The addition above was carried out incorrectly. ", "The last line contains an error of addition. "
                )
            )
            text += f"The summand ${t.m(gone.value)}$ was omitted. " if gone else ""
            rows = [f"{t.m(s)} {o} {t.m(v)} &= {t.m(r)}" for s, o, v, r in self.steps(m.work)]
            return text + "Step by step,\n" + self.align(t, rows) + self.commit(t)
        if kind == "check":
            text = (
                t.one(
                    "**Verification.** We use a different expansion. ", "To verify, we expand the product differently. "
                )
                + "\n\n"
            )
            text += self.worked(t, self.other(t, "round"))
            text += t.one(
                f"This contradicts the value ${self.old(t)}$ found above, which must be rejected. ",
                "The two values differ; the earlier computation contained an error. ",
            )
            return text + self.commit(t)
        text = head + (
            doubt
            or t.one(
                "The computation above is flawed, and its result must be withdrawn. ",
                "This is not correct: a mistake was made in the expansion. ",
                f"The value ${self.old(t)}$ cannot be maintained, as the working is unreliable. ",
            )
        )
        text += (
            t.one("We begin again.", "We repeat the computation.", "Let us recompute.")
            + "\n\n"
            + self.worked(t, self.other(t))
        )
        return (
            text
            + ("The repeated computation reproduces the withdrawn value. " if kind == "same" else "")
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text = self.vet(
                t,
                digit=(
                    "*Check.* The final digits ${x}$ and ${y}$ give ${w}$ as the final digit, as required.\n\n".replace(
                        "{q}", t.x
                    ),
                ),
                nines=(
                    "*Check.* Modulo $9$ the factors reduce to ${x}$ and ${y}$, so the product reduces to ${w}$, and so does ${v}$.\n\n".replace(
                        "{q}", t.x
                    ),
                ),
            )
        elif t.chance(0.15):
            text = (
                "*Check by another expansion.*\n\n" + self.worked(t, self.other(t)) + "This agrees with the result.\n\n"
            )
        return text + (t.r(f"$$\n{t.boxed()}\n$$") if t.chance(0.6) else t.one("", "$\\blacksquare$"))


class TallyKeeper(Hand):
    """A running total kept after every partial product."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "narrow", "comma")
        t.x = t.one("×", "x", "·")

    def worked(self, t: Telling, work: Work) -> str:
        form = kept(t, "form", "arrow", "line", "bracket")
        name = kept(t, "name", "running total", "so far", "subtotal")
        used, so_far, text = self.used(work), 0, ""
        for place, term in enumerate(work.terms):
            skipped = term not in used
            if not skipped:
                so_far += term.sign * term.value
            last = place == len(work.terms) - 1
            shown = work.total if last else so_far
            take = t.one("take away ", "minus ") if term.sign < 0 else ""
            line = f"{take}{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}"
            if t.chance(0.06):
                line = line.rpartition(" ")[0] + f" {t.n(t.near(term.value))}, no, {t.n(term.value)}"
            if form == "arrow":
                text += f"- {line} → {name}: {t.n(shown)}\n"
            elif form == "bracket":
                text += f"{place + 1}. {line} [{name} {t.n(shown)}]\n"
            else:
                text += f"* {line}\n  * {name[0].upper() + name[1:]}: {t.n(shown)}\n"
        return text + "\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"Final total: {value}",
                    f"The running total ends at {value}, so {t.ab} = {value}.",
                    f"That leaves {t.ab} = **{value}**.",
                    f"All parts are accounted for, so the product is {value}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        work = self.solve(t, "high", "low", "round", "chunks")
        text = t.one(
            f"I'll multiply {t.n(t.a)} and {t.n(t.b)} piece by piece and keep a running total.\n\n",
            f"Problem: {t.ab}\n\n",
            f"Strategy for {t.ab}: go through the parts and accumulate.\n\n",
            "Keeping a tally as I go:\n\n",
        )
        if work.terms[-1].sign < 0:
            text += f"{t.n(work.b)} is {t.factor(work)}.\n\n"
        elif t.chance(0.5):
            text += f"Parts of {t.n(work.b)}: {', '.join(t.n(x.right) for x in work.terms)}\n\n"
        return text + self.worked(t, work) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=("The tally ends in {g}, but {x} {q} {y} = {xy} says it should end in {w}. ".replace("{q}", t.x),),
            size=("A ballpark of {x} {q} {y} = {xy} tells me the tally of {v} is off. ".replace("{q}", t.x),),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one(
                "One entry is off. ",
                "Going back through the entries, I see a bad one. ",
                "Hmm, one of those entries isn't right. ",
            )
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} comes to {t.n(m.now)}, and I had {t.n(m.was)}. "
            if t.chance(0.5):
                up = "up" if t.candidate > t.previous else "down"
                gap = t.n(abs(t.candidate - t.previous))
                return (
                    text
                    + f"That moves the total {up} by {gap}, from {self.old(t)} to {t.n(t.candidate)}.\n\n"
                    + self.commit(t)
                )
            return text + "Corrected tally:\n\n" + self.worked(t, m.work) + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one(
                "The entries are fine, but the tally is not. ",
                "I slipped in the tally. ",
                "Let me retrace the totals, since the last one is wrong. ",
            )
            text += f"I never added {t.n(gone.value)}. " if gone else ""
            chain = ", ".join(f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}" for s, o, v, r in self.steps(m.work))
            return text + f"Adding up afresh: {chain}.\n\n" + self.commit(t)
        if kind == "check":
            text = t.one(
                "Cross-check with a different set of parts:\n\n", "Second tally as a check, split up differently:\n\n"
            )
            text += self.worked(t, self.other(t, "round"))
            text += t.one(
                "The tallies differ, and on inspection the earlier one had the slip. ",
                f"The earlier tally said {self.old(t)}, so it contained an error. ",
            )
            return text + self.commit(t)
        text = doubt or t.one(
            "I lost my place in that tally, so I'm throwing it out. ",
            f"No, {self.old(t)} is not right. ",
            "That total is wrong somewhere; I can't use it. ",
        )
        text += (
            t.one("Back to zero:", "Resetting the total and starting over:", "New tally:")
            + "\n\n"
            + self.worked(t, self.other(t, "round"))
        )
        return (
            text + ("Fair enough, the new tally lands on the same figure. " if kind == "same" else "") + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        text, term = "", self.sound(t)
        if t.chance(0.25):
            text = self.vet(
                t,
                size=("Ballpark: {x} {q} {y} = {xy}. Looks plausible.\n\n".replace("{q}", t.x),),
                digit=("Ends in {w}, as {x} {q} {y} = {xy} requires.\n\n".replace("{q}", t.x),),
            )
        elif t.chance(0.2) and term:
            text = f"(Was {t.n(term.left)} {t.x} {t.n(term.right)} really {t.n(term.value)}? Yes.)\n\n"
        return text + (t.r(t.one(f"Answer: {t.n(t.candidate)}", f"**{t.n(t.candidate)}**")) if t.chance(0.5) else "")


class CheerfulTutor(Hand):
    """Chatty, with emoji and encouragement."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "x", "×")

    def face(self, t: Telling, *faces: str) -> str:
        return " " + t.one(*faces) if t.flag("emoji", 0.7) and t.chance(0.7) else ""

    def worked(self, t: Telling, work: Work) -> str:
        text = (
            t.one(
                f"The trick is to think of {t.n(work.b)} as {t.factor(work)}.",
                f"We can chop {t.n(work.b)} into friendlier pieces: {t.factor(work)}.",
                f"{t.n(work.b)} is the same as {t.factor(work)}, which is much easier to handle.",
            )
            + "\n\n"
        )
        for place, term in enumerate(work.terms):
            lead = (
                ("First up" if not place else t.one("Next", "Then", "Now"))
                if t.flag("lead", 0.6)
                else f"{place + 1}\ufe0f\u20e3"
            )
            mark = ":" if t.flag("lead", 0.6) else ""
            slip = f"{t.n(t.near(term.value))}... oops, I mean " if t.chance(0.05) else ""
            text += f"{lead}{mark} {t.n(term.left)} {t.x} {t.n(term.right)} = {slip}{t.n(term.value)}{self.face(t, '👍', '✅') if t.chance(0.2) else ''}\n"
        text += (
            "\nAnd now we take away the extra bit:\n\n"
            if self.minus(work)
            else "\n"
            + t.one(
                "Now let's put the pieces back together:",
                "All that's left is adding them up:",
                "Time to add everything:",
            )
            + "\n\n"
        )
        return text + f"{self.added(t, work)} = {t.n(work.total)}\n\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So {t.ab} = **{value}**!",
                    f"And there we have it: {t.ab} = {value}.",
                    f"Ta-da! The answer is **{value}**.",
                    f"That means {t.n(t.a)} times {t.n(t.b)} is {value}.",
                )
            )
            + self.face(t, "🎉", "😊", "🙌")
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = (
            t.one("Sure thing! ", "Great question! ", "Of course! ", "Happy to help! ", "")
            + t.one(
                f"Let's tackle {t.ab} together.",
                f"Let's work out {t.ab} one step at a time.",
                "Big multiplications get easy once you break them up." if not self.tiny(t) else "This one is quick!",
            )
            + self.face(t, "😊", "🧮", "✨")
            + "\n\n"
        )
        if self.tiny(t) and t.chance(0.7):
            return text + f"Just count up by {t.b}s, {t.a} times: {self.counting(t)}.\n\n" + self.commit(t)
        return text + self.worked(t, self.solve(t, "high", "high", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "Hmm, look at the last digits: {x} {q} {y} = {xy}, so our answer has to end in {w}, but it ends in {g}! ".replace(
                    "{q}", t.x
                ),
            ),
            size=("Hmm, {x} {q} {y} is {xy}, so {v} can't possibly be right! ".replace("{q}", t.x),),
        )
        oops = t.one("Oops", "Whoops", "Uh-oh", "Oh, wait") + "!" + self.face(t, "😅", "🙈") + " "
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or oops
            text += (
                f"I made a little mistake: {t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(m.now)}, not {t.n(m.was)}. "
            )
            return (
                text
                + f"Let's fix that and put it together again:\n\n{self.added(t, m.work)} = {t.n(t.candidate)}\n\n"
                + self.commit(t)
            )
        if m:
            gone = self.missing(t.before)
            text = (doubt or oops) + (
                f"I forgot to add the {t.n(gone.value)}. " if gone else "I added those up wrong. "
            )
            text += "One at a time this time:\n\n" + "".join(
                f"* {t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work)
            )
            return text + "\n" + self.commit(t)
        if kind == "check":
            text = (
                t.one(
                    "Want to double-check? Let's do it a second way!",
                    "It's always smart to check your work, so here's another route.",
                )
                + "\n\n"
            )
            text += self.worked(t, self.other(t))
            text += t.one(
                "Hmm, that's not what we got before! The slip was in my earlier try. ",
                f"Wait, earlier I said {self.old(t)}. I goofed that time. ",
            )
            return text + self.commit(t)
        text = (doubt and doubt + "I messed up. ") or oops + t.one(
            "I think I messed that one up, so forget that answer. ",
            f"{self.old(t)} isn't right, I mixed something up. ",
            "That's not correct, my bad. ",
        )
        text += (
            t.one("Let's try that again from the top!", "Take two!", "Let's rewind and do it over.")
            + "\n\n"
            + self.worked(t, self.other(t, "round"))
        )
        return (
            text
            + ("Well, what do you know, the redo gives the same number! " if kind == "same" else "")
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return self.vet(
                t,
                size=(
                    "Does it make sense? {x} {q} {y} is {xy}, so yes, we're in the right neighborhood!".replace(
                        "{q}", t.x
                    ),
                ),
                digit=(
                    "Quick tip: {x} {q} {y} = {xy}, so the answer should end in {w}, and it does!".replace("{q}", t.x),
                ),
            )
        if t.chance(0.2):
            return "Hmm, did I add that right? Let me peek... yep, all good!"
        return t.one(
            "", "Let me know if you'd like to practice another one!", "Hope that helps!", "Does that make sense?"
        )


class HarmonyAnalysis(Hand):
    """Telegraphic analysis channel, then a final channel."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "*", "×")

    def worked(self, t: Telling, work: Work) -> str:
        text = ""
        if work.terms[-1].sign < 0 or t.chance(0.4):
            text = f"{t.n(work.a)}{t.x}{t.n(work.b)} = {t.n(work.a)}*({t.factor(work).replace(' ', '')}). "
        for term in work.terms:
            wide = f"{t.n(term.left)}{t.x}{t.n(term.right)}"
            detail = split(term.left, "high")
            if term.left > 99 and term.value == term.left * term.right and t.chance(0.25):
                inner = " + ".join(t.n(x * term.right) for x in detail)
                text += f"{wide} = {inner} = {t.n(term.value)}. "
            elif t.chance(0.06):
                text += f"{wide} = {t.n(t.near(term.value))}? No, {t.n(term.value)}. "
            else:
                text += f"{wide} = {t.n(term.value)}. "
        if len(work.terms) > 2 and t.chance(0.6):
            return text + " ".join(f"{t.n(s)}{o}{t.n(v)}={t.n(r)}." for s, o, v, r in self.steps(work)) + " "
        return (
            text
            + f"{'Subtract' if self.minus(work) else t.one('Sum', 'Total', 'Add')}: {self.added(t, work)} = {t.n(work.total)}. "
        )

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So answer {value}.",
                    f"So product = {value}.",
                    f"Answer: {value}.",
                    f"Thus {value}.",
                    f"So {t.n(t.a)}{t.x}{t.n(t.b)} = {value}.",
                )
            )
            + " "
        )

    def first(self, t: Telling) -> str:
        tags = t.flag("tags", 0.5)
        text = ("<|channel|>analysis<|message|>" if tags else "analysis") if t.flag("channel", 0.75) else ""
        text += t.one(
            f"We need to compute {t.n(t.a)} * {t.n(t.b)}. ",
            f"Compute {t.n(t.a)}*{t.n(t.b)}. ",
            f"User wants {t.n(t.a)} * {t.n(t.b)}, step by step. ",
            f"Need {t.n(t.a)}*{t.n(t.b)}. ",
        )
        estimate = t.estimate()
        if estimate and not self.tiny(t) and estimate[2] != t.product and t.chance(0.2):
            text += f"Approx {t.n(estimate[0])}*{t.n(estimate[1])} = {t.n(estimate[2])}. "
        if self.tiny(t) and t.chance(0.5):
            return text + f"Trivial: {self.counting(t)}. " + self.commit(t)
        return text + self.worked(t, self.solve(t, "high", "chunks", "round", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t, mend=3, redo=2, check=4)
        doubt = self.trouble(
            t,
            digit=("Last digit: {x}*{y}={xy} so should end {w}, got {g}. Error. ",),
            nines=("Mod 9: {a}→{x}, {b}→{y}, product {w}; {v}→{g}. Mismatch, error. ",),
            size=("Approx {x}*{y}={xy}, so {v} is off. ",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = doubt or t.one("Let's double-check: ", "Wait: ", "Check partials: ")
            text += f"{t.n(term.left)}{t.x}{t.n(term.right)} = {t.n(m.now)}, not {t.n(m.was)}. "
            return text + f"So {self.added(t, m.work)} = {t.n(t.candidate)}. " + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = doubt or t.one("Let me recheck the addition: it's wrong. ", "Wait, sum is off. ")
            text += f"Missing {t.n(gone.value)}. " if gone else ""
            return (
                text
                + " ".join(f"{t.n(s)}{o}{t.n(v)}={t.n(r)}." for s, o, v, r in self.steps(m.work))
                + f" Not {self.old(t)}. "
                + self.commit(t)
            )
        if kind == "check":
            text = t.one("Double-check: ", "Let's verify another way: ", "Check: ") + self.worked(
                t, self.other(t, "round")
            )
            return (
                text
                + t.one(
                    f"That conflicts with {self.old(t)}; earlier calc had error. ", "Different! Earlier one was wrong. "
                )
                + self.commit(t)
            )
        text = doubt or t.one(
            "Hmm, that's wrong, messed up digits. Discard. ",
            f"Wait, {self.old(t)} not right. ",
            "Not correct, I made an error. ",
        )
        text += t.one("Recompute. ", "Redo carefully. ", "Start over. ") + self.worked(t, self.other(t, "round"))
        return text + ("OK same number after recomputing. " if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text, work = "", t.work
        if t.chance(0.2):
            text = self.vet(t, nines=("Mod 9 check: {x}*{y}→{w}, {v}→{g}. Good. ",), digit=("Last digit {w} ok. ",))
        elif t.chance(0.3):
            text = "Double-check: " + self.worked(t, self.other(t, "round")) + t.one("Good. ", "Matches. ", "Same. ")
        text += t.one("Provide steps.", "Write answer.", "", "Hmm, might have slipped somewhere? Looks fine. ")
        if t.flag("channel", 0.75):
            text += "<|end|><|start|>assistant<|channel|>final<|message|>" if t.flag("tags", 0.5) else "assistantfinal"
        else:
            text += "\n\n"
        if t.chance(0.6) and "counted" not in t._flags:
            text += "".join(
                f"{i}. \\({t.m(x.left)} \\times {t.m(x.right)} = {t.m(x.value)}\\)\n"
                for i, x in enumerate(work.terms, 1)
            )
            text += (
                f"{len(work.terms) + 1}. "
                + t.r(
                    f"{'Subtract' if self.minus(work) else t.one('Combine', 'Add')}: {self.added(t, work)} = {t.n(t.candidate)}"
                )
                + "\n\n"
            )
        return text + t.r(
            t.one(
                f"**{t.n(t.candidate)}**",
                f"{t.n(t.a)} × {t.n(t.b)} = **{t.n(t.candidate)}**",
                f"**Answer:** {t.n(t.candidate)}",
            )
        )


class StepHeadings(Hand):
    """Llama-like `## Step n:` headings, rounding to a friendly number, the final answer in a box."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "x")

    def worked(self, t: Telling, work: Work, start: int = 1) -> str:
        text, step = "", start
        away = work.terms[-1].sign < 0
        near = work.method == "round" and len(work.terms) == 2
        text += (
            f"## Step {step}: "
            + (f"Round {t.n(work.b)} to a friendlier number" if near else f"Break down {t.n(work.b)}")
            + "\n"
        )
        if near:
            text += f"{t.n(work.b)} is {t.n(work.terms[1].right)} {'less' if away else 'more'} than {t.n(work.terms[0].right)}, so {t.n(work.b)} = {t.factor(work)}.\n\n"
        else:
            text += t.one("We can write", "This can be expressed as") + f" {t.n(work.b)} = {t.factor(work)}.\n\n"
        for term in work.terms:
            step += 1
            text += f"## Step {step}: Multiply {t.n(term.left)} by {t.n(term.right)}\n{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n\n"
        step += 1
        last = (
            "Subtract the adjustment"
            if away
            else t.one("Add the results together", "Add the partial products to get the final result")
        )
        return text + f"## Step {step}: {last}\n{self.added(t, work)} = {t.n(work.total)}\n\n"

    def commit(self, t: Telling) -> str:
        if kept(t, "box", "box", "prose") == "box":
            return t.c(f"The final answer is: {t.boxed('$', '$')}") + "\n\n"
        return (
            t.c(
                t.one(
                    f"So, {t.ab} = {t.n(t.candidate)}.",
                    f"The result is {t.n(t.candidate)}.",
                    f"Therefore, {t.ab} equals {t.n(t.candidate)}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            "",
            "",
            f"To calculate {t.ab}, we will follow these steps:\n\n",
            f"To find {t.ab}, let's go step by step.\n\n",
        )
        return text + self.worked(t, self.solve(t, "round", "round", "high", "low")) + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t)
        doubt = self.trouble(
            t,
            digit=(
                "The last digit should be {w}, since {x} {q} {y} = {xy}, but the result ends in {g}, so it is incorrect.\n\n".replace(
                    "{q}", t.x
                ),
            ),
            size=("The estimate {x} {q} {y} = {xy} shows that {v} is incorrect.\n\n".replace("{q}", t.x),),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            text = (
                t.one("## Correction\n", "However, upon re-examining the calculation:\n\n", "## Re-evaluation\n")
                + doubt
            )
            text += (
                f"The correct value of {t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(m.now)}, not {t.n(m.was)}.\n"
            )
            return text + f"{self.added(t, m.work)} = {t.n(t.candidate)}\n\n" + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text = t.one("## Re-check the last step\n", "## Verify the addition\n") + doubt
            text += (
                f"The value {t.n(gone.value)} was left out by mistake.\n"
                if gone
                else "The last step was calculated incorrectly.\n"
            )
            text += "".join(f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work))
            return text + "\n" + self.commit(t)
        if kind == "check":
            text = t.one(
                "To verify this result, let's use another method.\n\n",
                "Let's double-check by breaking down the numbers differently.\n\n",
            )
            text += self.worked(t, self.other(t, "round"))
            text += t.one(
                "This is different from the earlier result, which was incorrect. ",
                f"Since this does not equal {self.old(t)}, the earlier calculation was wrong. ",
            )
            return text + self.commit(t)
        text = doubt or t.one(
            "However, the above calculation contains a mistake, so the answer above is not valid. ",
            f"I made a mistake: {self.old(t)} is incorrect. ",
            "Wait, the above steps are not correct. ",
        )
        text += (
            t.one("Let's start over.", "Let's recalculate.", "Let's go through it again from Step 1.")
            + "\n\n"
            + self.worked(t, self.other(t, "round"))
        )
        return text + ("The recalculation gives the same value again. " if kind == "same" else "") + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25):
            text = self.vet(
                t,
                size=("## Check\nSince {x} {q} {y} = {xy}, the result is reasonable.\n\n".replace("{q}", t.x),),
                digit=(
                    "## Check\nThe last digit of {x} {q} {y} = {xy} is {w}, which matches.\n\n".replace("{q}", t.x),
                ),
            )
        elif t.chance(0.1):
            text = t.one(
                "## Check\nReviewing each of the steps above, there do not appear to be any errors.\n\n",
                "Note: it is recommended to double-check this with a calculator.\n\n",
                "Is there a mistake in the steps above? No, each of them looks correct.\n\n",
            )
        if kept(t, "box", "box", "prose") == "prose":
            text += t.r(
                f"The final answer is {t.n(t.candidate)}."
                if t.chance(0.4)
                else f"The final answer is: {t.boxed('$', '$')}"
            )
        return text


class DraftThenReview(Hand):
    """Self-correction training: drafts, reviews and a verdict under headings."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "plain", "apostrophe", "comma")
        t.x = t.one("×", "*", "×")

    def head(self, t: Telling, name: str) -> str:
        return {
            "hash": f"## {name}\n\n",
            "bold": f"**{name}**\n\n",
            "caps": f"[{name.upper()}]\n",
            "colon": f"{name}:\n",
        }[kept(t, "head", "hash", "bold", "caps", "colon")]

    def title(self, t: Telling) -> str:
        number = t.index + 1
        return {
            "try": f"Attempt {number}",
            "draft": f"Draft {number}",
            "sol": "Solution" if not t.index else f"Revised solution {t.index}",
        }[kept(t, "title", "try", "draft", "sol")]

    def worked(self, t: Telling, work: Work) -> str:
        mark = kept(t, "mark", "(a)", "- ", "1.")
        lines = [f"{t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}" for x in work.terms]
        if t.flag("runs", 0.4) and len(work.terms) > 2:
            lines += [f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}" for s, o, v, r in self.steps(work)]
        else:
            lines += [f"{self.added(t, work)} = {t.n(work.total)}"]
        marks = {
            "(a)": [f"({chr(97 + i)}) " for i in range(26)],
            "- ": ["- "] * 26,
            "1.": [f"{i}. " for i in range(1, 27)],
        }[mark]
        return (
            f"Use {t.n(work.b)} = {t.factor(work)}.\n"
            + "".join(f"{m}{line}\n" for m, line in zip(marks, lines, strict=False))
            + "\n"
        )

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        form = kept(t, "form", "result", "answer", "prose", "box")
        return (
            t.c(
                {
                    "result": f"Result: {value}",
                    "answer": f"Answer: **{value}**",
                    "prose": f"This gives {t.ab} = {value}.",
                    "box": f"Answer: {t.boxed('$', '$')}",
                }[form]
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        return (
            self.head(t, self.title(t))
            + self.worked(t, self.solve(t, "high", "low", "chunks", "round"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        kind, m = self.revise(t, mend=4, redo=3, check=2)
        title = self.head(t, self.title(t))
        text = self.head(t, kept(t, "review", "Review", "Critique", "Self-check", "Reflection"))
        doubt = self.trouble(
            t,
            digit=("The answer must end in {w} ({x} × {y} = {xy}), but it ends in {g}. ",),
            nines=("The digit-root test fails: {x} × {y} = {xy} → {w}, while {v} → {g}. ",),
            size=("The magnitude is wrong: {x} × {y} = {xy}, yet the answer was {v}. ",),
        )
        if m and m.place is not None:
            term = m.work.terms[m.place]
            name = ORDINALS[m.place] if m.place < len(ORDINALS) else "next"
            text += doubt + t.one(f"The {name} product is wrong", f"There is an error in the {name} line") + ": "
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(m.now)}, not {t.n(m.was)}.\n\n"
            return text + title + f"{self.added(t, m.work)} = {t.n(t.candidate)}\n\n" + self.commit(t)
        if m:
            gone = self.missing(t.before)
            text += doubt + "The products are fine, but "
            text += (
                f"{t.n(gone.value)} was not included in the sum.\n\n"
                if gone
                else t.one("the final sum is wrong.\n\n", "the addition was not done correctly.\n\n")
            )
            return (
                text
                + title
                + "".join(f"{t.n(s)} {o} {t.n(v)} = {t.n(r)}\n" for s, o, v, r in self.steps(m.work))
                + "\n"
                + self.commit(t)
            )
        if kind == "check":
            text += doubt + "Checking with an independent computation.\n" + self.worked(t, self.other(t, "round"))
            text += t.one(
                "Verdict: the earlier answer is incorrect. It needs to be replaced.\n\n",
                f"Verdict: {self.old(t)} is rejected.\n\n",
            )
            return text + title + self.commit(t)
        text += doubt + t.one(
            "The solution is incorrect and should be redone from scratch.",
            f"I can't justify {self.old(t)}; a step went wrong. Rejected.",
            "There is a mistake in the working. Verdict: not acceptable.",
        )
        text += (
            "\n\n" + title + self.worked(t, self.other(t, "round") if t.chance(0.8) else self.solve(t, "high", "low"))
        )
        return (
            text
            + ("The new attempt ends at the same value as the rejected one.\n" if kind == "same" else "")
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            text = self.head(t, kept(t, "review", "Review", "Critique", "Self-check", "Reflection"))
            term = self.sound(t)
            vet = self.vet(
                t,
                digit=("The last digit is consistent ({x} × {y} = {xy}). ",),
                nines=("The digit-root test passes: {x} × {y} = {xy} → {w}, and {v} → {g}. ",),
                size=("The magnitude is plausible: {x} × {y} = {xy}. ",),
            )
            if t.chance(0.5):
                text += vet
            elif t.chance(0.4) and term:
                text += f"Spot check: {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}. Fine. "
            elif t.chance(0.3):
                text += (
                    "Checking with an independent computation.\n"
                    + self.worked(t, self.other(t, "round"))
                    + "It agrees. "
                )
            text += t.one("No errors found.", "Verdict: correct.", "I see no mistake.", "No changes needed.") + "\n\n"
        if t.chance(0.7):
            text += self.head(t, kept(t, "fin", "Final answer", "Final Answer", "Verdict")) + t.r(
                t.one(f"{t.n(t.candidate)}", f"**{t.n(t.candidate)}**", f"{t.ab} = {t.n(t.candidate)}")
            )
        return text


STYLES = {
    style.name: style
    for style in (
        NumberedLatex(),
        OkaySoThink(),
        TerseRl(),
        LongHandColumns(),
        PlaceBullets(),
        AreaTable(),
        DistilledTrace(),
        CalculatorMarks(),
        JsonTail(),
        CarryScratchpad(),
        AnswerTags(),
        BriskAssistant(),
        TextbookAlign(),
        TallyKeeper(),
        CheerfulTutor(),
        HarmonyAnalysis(),
        StepHeadings(),
        DraftThenReview(),
    )
}
