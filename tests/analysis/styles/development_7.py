"""Eighteen habits of writing, made without sight of the parser and of the other styles. They measured it once."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence

from .common import Mended, Style, Telling, Term, Work, split


def habit(t: Telling, name: str, *options: str) -> str:
    """One of the options, drawn once for a response and then kept."""
    for place, option in enumerate(options[:-1]):
        if t.flag(f"{name}-{place}", 1 / (len(options) - place)):
            return option
    return options[-1]


def disowned(t: Telling, strong: Sequence[str], loose: Sequence[str]) -> str:
    """Words that open a fresh start: the loose ones, which could open a mere check, only if it ends elsewhere."""
    return t.one(*strong) if t.same else t.one(*strong, *loose)


def places(t: Telling) -> None:
    """Starts from the highest place, as most people do."""
    t.solve("high", "high", "chunks")


def revision(t: Telling, **weights: float) -> str:
    """How the revision goes; who holds a right product seldom finds a fault in a single step of it."""
    if t.previous == t.product and "fix" in weights:
        weights["fix"] /= 3
    return t.way(**weights)


def aside(t: Telling, *methods: str) -> Work:
    """A second way to the candidate, told as a check: the work that the attempt rests on stays what it was."""
    kept = t.work
    work = t.other(*methods)
    t.work = kept
    return work


def spell(parts: Sequence[str], last: str = "and") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def products(t: Telling, work: Work, maths: bool = False) -> str:
    """The partial products before they are worked out: 47 × 80 + 47 × 3."""
    show = t.m if maths else t.n
    text = ""
    for place, term in enumerate(work.terms):
        sign = "" if not place else " + " if term.sign > 0 else " - "
        text += f"{sign}{show(term.left)} {t.x} {show(term.right)}"
    return text


def ballpark(t: Telling) -> tuple[int, int, int] | None:
    """Rounded factors and their product, if nobody could take this product for an answer."""
    found = t.estimate()
    return None if found is None or found[2] in (t.product, *t.candidates) else found


def planted(t: Telling, a: int, b: int, method: str, terms: Sequence[Term]) -> Work:
    """A work of one's own making, with a slip in a term or in the sum if the candidate asks for one."""
    off, made = t.candidate - t.product, list(terms)
    able = [p for p, term in enumerate(made) if term.value + term.sign * off > 0 and abs(off) <= 10 * term.value]
    if off and able and t.chance(0.6):
        place = t.rng.choice(able)
        term = made[place]
        made[place] = Term(term.left, term.right, term.value + term.sign * off, term.sign)
    t.work = Work(a, b, method, tuple(made), t.candidate)
    return t.work


def changed(mended: Mended) -> Term:
    """The partial product that was mended."""
    assert mended.place is not None
    return mended.work.terms[mended.place]


def digit_sum(number: int) -> str:
    """4+7 = 11 -> 1+1 = 2, in short: 4+7 = 11 -> 2."""
    digits = "+".join(str(number))
    total = sum(map(int, str(number)))
    rest = number % 9 or 9
    return f"{digits} = {total}" + (f" → {rest}" if total > 9 else "") if len(str(number)) > 1 else str(number)


class Revising(Style):
    """The frame of a revision, filled in by a style: a step mended, the sum mended, a check, a fresh start."""

    redo, fix, check = 3.0, 4.0, 3.0

    def again(self, t: Telling) -> str:
        way = revision(t, redo=self.redo, fix=self.fix, check=self.check)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            return self.step_mended(t, mended, changed(mended))
        if mended:
            return self.sum_mended(t, mended)
        return self.checked(t) if way == "check" else self.redone(t)

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(r" +\n", "\n", text)

    @abstractmethod
    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str: ...

    @abstractmethod
    def sum_mended(self, t: Telling, mended: Mended) -> str: ...

    @abstractmethod
    def checked(self, t: Telling) -> str: ...

    @abstractmethod
    def redone(self, t: Telling) -> str: ...


class BulletedSmallChat(Style):
    """A small chat model: bullets, stiff politeness, the product said in a full sentence."""

    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("×", "×", "*", "x")
        places(t)

    def _bullets(self, t: Telling, work: Work) -> str:
        dot = habit(t, "dot", "- ", "* ", "• ", "  - ")
        lines = [
            t.one(
                f"Break {t.n(work.b)} into {spell([t.n(part) for part in work.parts])}.",
                f"First, we split {t.n(work.b)}: {t.factor(work)}",
                f"{t.n(work.b)} can be written as {t.factor(work)}.",
            )
        ]
        for term in work.terms:
            more = t.detail(term, 0.4)
            lines.append(
                t.one(
                    f"Multiply {t.n(term.left)} by {t.n(term.right)}: ",
                    f"Multiply {t.n(term.left)} by {t.n(term.right)}: ",
                    "Next: ",
                    "",
                )
                + (more or f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}")
            )
        if len(work.terms) > 2 and t.chance(0.4):
            for so_far, sign, value, result in work.steps()[:-1]:
                lines.append(f"Add: {t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}")
        lines.append(
            t.one(
                "Now add all the results together: ", "Add the partial results: ", "Sum: ", "Finally, we add them up: "
            )
            + f"{t.sum(work)} = {t.n(work.total)}"
        )
        return "\n".join(dot + line for line in lines) + "\n\n"

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, {t.ab} = {n}.",
                f"So, the product of {t.n(t.a)} and {t.n(t.b)} is {n}.",
                f"Therefore, the answer is {n}.",
                f"The result of {t.ab} is **{n}**.",
                f"Thus, {t.n(t.a)} multiplied by {t.n(t.b)} equals {n}.",
            )
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"Sure! Let's calculate {t.ab} step by step.",
            f"To calculate {t.ab}, we can follow these steps:",
            f"Of course! Here is how to find {t.ab}:",
            f"Let's solve {t.ab} using the distributive property.",
            "Let's break this multiplication down into smaller parts:",
        )
        return f"{opening}\n\n{self._bullets(t, t.work)}{self._said(t)}\n\n"

    def again(self, t: Telling) -> str:
        way = revision(t, redo=3, fix=3, check=2)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            term = changed(mended)
            return (
                t.one(
                    "I apologize for the mistake in one of the steps. ",
                    "Sorry, I noticed an error in the steps above. ",
                    "Correction: one of the bullets above is wrong. ",
                )
                + f"{t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(mended.now)}, not {t.n(mended.was)}.\n\n"
                + f"- The corrected sum is: {t.sum(mended.work)} = {t.n(mended.work.total)}\n\n"
                + self._said(t)
                + "\n\n"
            )
        if mended:
            return (
                t.one(
                    "I apologize, I added the numbers incorrectly. ",
                    "Sorry, the last addition above is not correct. ",
                )
                + f"The right sum is:\n\n- {t.sum(mended.work)} = {t.n(mended.work.total)}\n\n{self._said(t)}\n\n"
            )
        work = t.other()
        if way == "check":
            return (
                t.one(
                    "Let's verify the result in another way:\n\n",
                    f"To double-check, we can split {t.n(work.b)} instead:\n\n",
                )
                + self._bullets(t, work)
                + t.one(
                    "This is different from the result above, which contained a mistake. ",
                    f"This does not match {t.n(t.previous)}, so my first calculation was wrong. ",
                    "The two results are not the same. I apologize for the error in the first one. ",
                )
                + self._said(t)
                + "\n\n"
            )
        opening = disowned(
            t,
            [
                "I apologize for the confusion, but the calculation above is incorrect. Let me do it again:",
                "I'm sorry, there was a mistake in my previous calculation. Here is the corrected version:",
                f"Upon review, {t.n(t.previous)} is not correct. Let's start over.",
                "Apologies, I made an error above. Let's redo the steps carefully:",
            ],
            ["Let me recalculate:", "However, let's go through it again more carefully:"],
        )
        return f"{opening}\n\n{self._bullets(t, work)}{self._said(t)}\n\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25):
            work = aside(t)
            text += (
                f"Let's double-check by splitting {t.n(work.b)} instead: {t.sum(work)} = {t.r(t.n(work.total))}. "
                + t.one("The result is the same.", "It matches.", "Both methods agree.")
                + "\n\n"
            )
        if t.chance(0.4):
            n = t.n(t.candidate)
            text += t.r(
                t.one(
                    f"The final answer is {n}.",
                    f"**Answer:** {n}",
                    f"So the final answer is: {n}",
                    f"Final answer: {n}.",
                )
            )
            text += "\n\n"
        if t.chance(0.35):
            text += t.one(
                "Let me know if you have any other questions!",
                "I hope this helps! If you find a mistake, please let me know.",
                "You can also verify this with a calculator.",
                "Would you like me to explain any of the steps again?",
                "If you need help with another calculation, feel free to ask.",
            )
        return text


class ThinkTagHesitator(Style):
    """A long-thinking model: doubts, slips mended at once, checks, then a tidy answer after the closing tag."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", "comma", "latex")
        t.x = t.one("×", "×", "*", "times")
        places(t)

    def _mull(self, t: Telling, work: Work) -> str:
        """The partial products and the running sum, up to the last step."""
        text = t.one(
            f"I can do {t.n(work.a)} {t.x} ({t.factor(work)}). ",
            f"{t.n(work.b)} is {t.factor(work)}, so {products(t, work)}. ",
            f"Let me split {t.n(work.b)} as {t.factor(work)}.\n\n",
        )
        for place, term in enumerate(work.terms):
            lead = ["First, ", "Then ", "Next, ", "Okay, ", "And "][
                min(place, 1) if place < 2 else t.rng.randrange(1, 5)
            ]
            line = lead + f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            more = t.detail(term, 0.5)
            if more:
                line += f": that's {more}."
            elif t.chance(0.15) and term.value > 20:
                line += t.one(
                    f" = {t.n(t.near(term.value))}... no wait, {t.n(term.value)}.",
                    f". Hmm, {t.n(t.near(term.value))}? No, {t.n(term.value)}. Yeah.",
                )
            else:
                line += t.one(f" = {t.n(term.value)}.", f" is {t.n(term.value)}.", f", which gives {t.n(term.value)}.")
            if t.chance(0.08):
                line += t.one(" Wait, let me make sure. Yes, that's fine.", " Let me double-check that... yep.")
            text += line + t.one(" ", " ", "\n")
        text = text.rstrip() + "\n\n" + t.one("Now add them up. ", "Adding: ", "Now summing these up, ", "So now ")
        steps = work.steps()
        for so_far, sign, value, result in steps[:-1]:
            text += f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}. "
        so_far, sign, value, result = steps[-1]
        return text + f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}. "

    def _so(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"So the answer is {n}.",
                f"So {t.ab} = {n}.",
                f"So I get {n}.",
                f"That gives {n} as the product.",
                f"Okay so the product should be {n}.",
                f"So that's {n}.",
            )
        )

    def _doubt(self, t: Telling) -> str:
        """A doubt that comes to nothing."""
        term = t.rng.choice(t.work.terms)
        options = [
            f"Wait, did I do {t.n(term.left)} {t.x} {t.n(term.right)} right? {t.n(term.value)}, yes. Okay.",
            "Hmm, wait. Is that right? Let me go over the additions once more... yeah, they're fine.",
            "Wait, did I line up the zeros properly? I think so. Yes.",
            f"Did I copy the numbers correctly? The problem says {t.n(t.a)} and {t.n(t.b)}. Yes, that's what I used.",
            "Hmm, alternatively I could start over with a different split, but I'm fairly confident in this.",
        ]
        if digits := t.last_digit():
            options.append(
                f"Quick check on the last digit: {digits[0]} times {digits[1]} is {digits[2]}, "
                f"so it should end in {digits[2] % 10}. It does. Good."
            )
        if rough := ballpark(t):
            options.append(
                f"Does the size make sense? {t.n(rough[0])} {t.x} {t.n(rough[1])} is {t.n(rough[2])}, so yes. Okay."
            )
        return t.rng.choice(options) + "\n\n"

    def first(self, t: Telling) -> str:
        text = "<think>\n" + t.one(
            f"Okay, so I need to calculate {t.ab}. Let me think.",
            f"Alright, {t.ab}. I have to do this step by step.",
            f"Hmm, let me compute {t.ab} carefully. It's easy to slip here.",
            f"The user wants {t.ab}. Let me work it out by hand.",
        )
        text += "\n\n"
        if t.chance(0.15):
            text += (
                f"Maybe I could use {t.n(t.b)} {t.x} {t.n(t.a)} instead? Multiplication is commutative, so it "
                "doesn't matter. Hmm, no, let me start over with the usual order.\n\n"
            )
        text += self._mull(t, t.work) + self._so(t) + "\n\n"
        return text + (self._doubt(t) if t.chance(0.3) else "")

    def again(self, t: Telling) -> str:
        way = revision(t, redo=3, fix=4, check=4)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            term = changed(mended)
            factors = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            return (
                t.one(
                    f"Wait, hold on. Let me recheck {factors}. ",
                    f"Hmm, but {factors}... I wrote {t.n(mended.was)}. ",
                    f"Actually, wait. {factors}, is that really {t.n(mended.was)}? ",
                )
                + (t.detail(term, 0.7) or f"It's {t.n(mended.now)}")
                + t.one(
                    f". So {t.n(mended.was)} was wrong. ",
                    f". I made a mistake there, it's {t.n(mended.now)}. ",
                    ". Okay, so I messed that up. ",
                )
                + f"Then the sum is {t.sum(mended.work)} = {t.n(mended.work.total)}. "
                + self._so(t)
                + "\n\n"
            )
        if mended:
            so_far, sign, value, result = mended.work.steps()[-1]
            return (
                t.one("Wait, let me redo the last addition. ", "Hmm, the addition. ", "Hold on, the sum looks off. ")
                + f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)}... {t.n(result)}, not {t.n(t.previous)}. "
                + t.one("I forgot a carry. ", "Careless. ", "")
                + self._so(t)
                + "\n\n"
            )
        work = t.other("round")
        if way == "check":
            return (
                t.one("Let me verify with another approach. ", "Let me double-check by splitting the other way. ")
                + self._mull(t, work)
                + t.one(
                    f"Hmm, that's {t.n(t.candidate)}, but before I had {t.n(t.previous)}. One of them is wrong. "
                    "Looking back, the first one had an error in the carries, so I trust the second. ",
                    f"That's not {t.n(t.previous)}. So the earlier result must be wrong somewhere. ",
                    f"Wait, {t.n(t.previous)} before and {t.n(t.candidate)} now? "
                    "I went through the second more carefully, so I'll take it. ",
                )
                + self._so(t)
                + "\n\n"
            )
        return (
            disowned(
                t,
                [
                    "Wait, no. That's not right. Let me start over.\n\n",
                    "Hmm, that doesn't look right, I think I messed up somewhere. Scrap that and do it again.\n\n",
                    f"No, {t.n(t.previous)} can't be right. Let me redo this from scratch.\n\n",
                    "Hold on, I don't trust that at all, I mixed up the zeros. Starting again.\n\n",
                ],
                ["Wait, let me recompute that.\n\n", "Hmm. Let me go through this again, slower.\n\n"],
            )
            + self._mull(t, work)
            + (t.one(f"So {t.n(t.candidate)} again. ", "Same number as before. ", "") if t.same else "")
            + self._so(t)
            + "\n\n"
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.35):
            work = aside(t, "round")
            text += (
                t.one("Let me verify this another way, just to be safe. ", "To double-check: ")
                + self._mull(t, work)
                + t.one("Same thing. ", "Great, it matches. ", f"Yes, {t.r(t.n(t.candidate))} again, so both agree. ")
                + "\n\n"
            )
        if t.chance(0.5):
            text += self._doubt(t)
        text += t.one("I'm confident in this.\n", "Alright, done.\n", "", "") + "</think>\n\n"
        n, m = t.n(t.candidate), t.m(t.candidate)
        if t.chance(0.5):
            lines = [f"{t.n(x.left)} × {t.n(x.right)} = {t.n(x.value)}" for x in t.work.terms]
            text += f"To find {t.n(t.a)} × {t.n(t.b)}:\n\n"
            text += "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))
            text += f"\n{len(lines) + 1}. {t.r(f'{t.sum(t.work)} = {n}')}\n\n"
        return text + t.r(
            t.one(
                f"**{n}**",
                f"\\[\\boxed{{{m}}}\\]",
                f"The product of {t.n(t.a)} and {t.n(t.b)} is **{n}**.",
                f"**Final Answer:** $\\boxed{{{m}}}$",
            )
        )


class LatexAligner(Style):
    """A mathematician in LaTeX: aligned chains, a box, corrections as remarks."""

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "latex", "thin", "comma", "plain")
        t.words = t.maths
        t.x = t.one("\\times", "\\times", "\\cdot")
        places(t)

    def _chain(self, t: Telling, work: Work) -> str:
        env = habit(t, "env", "align*", "aligned", "align*")
        lines = [
            f"{t.m(work.a)} {t.x} {t.m(work.b)} &= {t.m(work.a)} {t.x} ({t.factor(work, maths=True)})",
            f"&= {products(t, work, maths=True)}",
            f"&= {t.sum(work, maths=True)}",
        ]
        if len(work.terms) > 2 and t.chance(0.5):
            so_far = work.steps()[0][3]
            rest = "".join(f" {'+' if x.sign > 0 else '-'} {t.m(x.value)}" for x in work.terms[2:])
            lines.append(f"&= {t.m(so_far)}{rest}")
        lines.append(f"&= {t.m(work.total)}" + t.one("", "."))
        body = " \\\\\n".join(lines)
        if env == "aligned":
            return f"\\[\n\\begin{{aligned}}\n{body}\n\\end{{aligned}}\n\\]\n"
        return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"

    def _box(self, t: Telling) -> str:
        return t.c(
            t.one(
                "Hence " + t.boxed("$", "$."),
                f"Therefore ${t.m(t.a)} {t.x} {t.m(t.b)} = {t.m(t.candidate)}$.",
                "Thus the product is " + t.boxed("\\(", "\\)."),
                f"So we have $${t.m(t.a)} {t.x} {t.m(t.b)} = {t.m(t.candidate)}.$$",
                "and so\n" + t.boxed("\\[\n", "\n\\]"),
            )
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"We compute ${t.m(t.a)} {t.x} {t.m(t.b)}$ by distributivity.\n\n",
            f"Write ${t.m(t.work.b)} = {t.factor(t.work, maths=True)}$. Then\n",
            f"\\textbf{{Solution.}} Decompose the factor ${t.m(t.work.b)}$ by place value:\n",
            "Using the distributive law,\n",
        )
        return text + self._chain(t, t.work) + self._box(t) + "\n\n"

    def again(self, t: Telling) -> str:
        way = revision(t, redo=3, fix=4, check=3)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            term = changed(mended)
            return (
                t.one("\\textbf{Correction.} ", "\\textit{Erratum:} ", "Careful: ", "However, there is an error. ")
                + t.one("In the third line, ", "The product ", "We have ")
                + f"${t.m(term.left)} {t.x} {t.m(term.right)} = {t.m(mended.now)}$ and not "
                + f"${t.m(mended.was)}$. With this value\n"
                + f"\\[\n{t.sum(mended.work, maths=True)} = {t.m(mended.work.total)}.\n\\]\n"
                + self._box(t)
                + "\n\n"
            )
        if mended:
            return (
                t.one("\\textbf{Correction.} ", "Rechecking the final line, ", "The last step does not hold: ")
                + f"$${t.sum(mended.work, maths=True)} = {t.m(mended.work.total)} \\neq {t.m(t.previous)}.$$\n"
                + self._box(t)
                + "\n\n"
            )
        if way == "check":
            residue, wrong = t.a * t.b % 9, t.previous % 9
            text = t.one("\\textbf{Verification.} ", "Let us verify. ", "\\textit{Check.} ")
            if residue != wrong:
                text += (
                    f"Modulo $9$ we have ${t.m(t.a)} {t.x} {t.m(t.b)} \\equiv {t.a % 9} \\cdot {t.b % 9} \\equiv "
                    f"{residue}$, whereas ${t.m(t.previous)} \\equiv {wrong} \\pmod 9$. "
                    "The value found above is therefore wrong. We recompute:\n"
                )
            else:
                text += "Decompose the other factor:\n"
            text += self._chain(t, t.other())
            return text + t.one("", f"This replaces ${t.m(t.previous)}$. ") + self._box(t) + "\n\n"
        return (
            disowned(
                t,
                [
                    f"The value ${t.m(t.previous)}$ is incorrect; a partial product was misplaced. We start again.\n",
                    "\\textbf{Wait.} This computation is flawed. Redoing it from the beginning:\n",
                    "This cannot be right. Let us discard it and compute afresh:\n",
                ],
                ["Let us recompute more carefully:\n", "On second thought,\n"],
            )
            + self._chain(t, t.other("round"))
            + self._box(t)
            + "\n\n"
        )

    def closing(self, t: Telling) -> str:
        text, pick = "", t.rng.random()
        if pick < 0.2 and (nines := t.nines()):
            text += (
                f"\\textit{{Check modulo}} $9$: ${nines[0]} \\cdot {nines[1]} \\equiv {nines[2]}$ and "
                f"${t.m(t.candidate)} \\equiv {nines[2]} \\pmod 9$. $\\checkmark$\n\n"
            )
        elif pick < 0.4:
            work = aside(t)
            text += (
                t.one("Verification by splitting the other factor: ", "As a check, ")
                + f"${products(t, work, maths=True)} = {t.sum(work, maths=True)} = "
                + t.r(f"{t.m(work.total)}$")
                + t.one(", as expected.", ". $\\checkmark$", ", which agrees.")
                + "\n\n"
            )
        elif pick < 0.5:
            text += "One may wonder whether the zeros were placed correctly; they were, as the third line shows.\n\n"
        if t.chance(0.5):
            text += t.r(
                t.one(
                    t.boxed("$$", "$$"),
                    "The final answer is " + t.boxed("$", "$."),
                    f"\\[\n{t.m(t.a)} {t.x} {t.m(t.b)} = {t.boxed()}\n\\]",
                )
            )
        return text + t.one("", "", "\n\n$\\blacksquare$", "\n\n\\qed")


class MarkdownPartialsTable(Style):
    """Partial products as a Markdown table; corrections replace a row or the whole table."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "space", "narrow")
        t.x = "×"
        places(t)

    def _table(self, t: Telling, work: Work, commit: bool) -> str:
        rows, n = [], t.n(work.total)
        bold = habit(t, "bold", f"**{n}**", n)
        kind = habit(t, "table", "plain", "running", "numbered")
        if kind == "plain":
            rows = ["| Partial product | Value |", "|---|---|"]
            rows += [
                f"| {t.n(x.left)} × {t.n(x.right)} | {'' if x.sign > 0 else '−'}{t.n(x.value)} |" for x in work.terms
            ]
            last = t.one(f"| **Total** | {bold} |", f"| **Sum** | {bold} |", f"| Total | {bold} |")
        elif kind == "running":
            rows = ["| Step | Calculation | Result | Running total |", "|:--|:--|--:|--:|"]
            totals = [work.terms[0].value, *(step[3] for step in work.steps())]
            rows += [
                f"| {place} | {t.n(x.left)} × {t.n(x.right)} | {'' if x.sign > 0 else '−'}{t.n(x.value)} "
                f"| {t.n(so_far)} |"
                for place, (x, so_far) in enumerate(zip(work.terms, totals, strict=True), start=1)
            ]
            last = f"| | **Product** | | {bold} |"
        else:
            rows = [f"| # | {t.n(work.b)} splits into | times {t.n(work.a)} |", "|---|---:|---:|"]
            rows += [
                f"| {place} | {'' if x.sign > 0 else '−'}{t.n(x.right)} | {'' if x.sign > 0 else '−'}{t.n(x.value)} |"
                for place, x in enumerate(work.terms, start=1)
            ]
            last = f"| **Σ** | {t.n(work.b)} | {bold} |"
        return "\n".join([*rows, t.c(last) if commit else last]) + "\n\n"

    def _shown(self, t: Telling, work: Work) -> str:
        """The table, committing either in its last row or in a sentence below it."""
        if t.chance(0.35):
            return self._table(t, work, commit=True)
        n = t.n(t.candidate)
        return (
            self._table(t, work, commit=False)
            + t.c(
                t.one(
                    f"**{t.ab} = {n}**",
                    f"The total row gives the product: **{n}**.",
                    f"So {t.ab} = **{n}**.",
                    f"Adding the column gives {n}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        return t.one(
            f"## Computing {t.ab}\n\n",
            f"I'll lay out the partial products of {t.ab} in a table.\n\n",
            f"Splitting {t.n(t.work.b)} by place value ({t.factor(t.work)}):\n\n",
            "Here's the breakdown:\n\n",
        ) + self._shown(t, t.work)

    def again(self, t: Telling) -> str:
        way = revision(t, redo=2, fix=5, check=3)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            term = changed(mended)
            text = t.one("⚠️ **Correction:** ", "> **Note:** ", "Hold on — ", "**Fix needed:** ")
            text += t.one(
                f"row {mended.place + 1} is wrong. ",
                f"the entry in row {mended.place + 1} should not be {t.n(mended.was)}. ",
            )
            text += f"{t.n(term.left)} × {t.n(term.right)} = {t.n(mended.now)}.\n\n"
            if t.chance(0.5):
                return text + "Updated table:\n\n" + self._shown(t, mended.work)
            n = t.n(t.candidate)
            return (
                text
                + f"| Row | Before | After |\n|---|---|---|\n| {mended.place + 1} | ~~{t.n(mended.was)}~~ | "
                + f"{t.n(mended.now)} |\n"
                + t.c(f"| Total | ~~{t.n(t.previous)}~~ | **{n}** |")
                + "\n\n"
            )
        if mended:
            return (
                t.one(
                    "Let me re-add the column: ",
                    "Hmm, the rows are fine but the total isn't: ",
                    "⚠️ Adding error in the last row: ",
                )
                + f"{t.sum(mended.work)} = {t.n(mended.work.total)}, not {t.n(t.previous)}.\n\n"
                + t.c(t.one(f"**Corrected total: {t.n(t.candidate)}**", f"So {t.ab} = **{t.n(t.candidate)}**."))
                + "\n\n"
            )
        work = t.other(*([] if habit(t, "table", "plain", "running", "numbered") == "numbered" else ["area"]))
        if way == "check":
            return (
                t.one(
                    "### Cross-check\n\nSplitting the other factor:\n\n",
                    "### Verification\n\nWith a different split:\n\n",
                )
                + self._table(t, work, commit=False)
                + t.one(
                    "The totals differ, and it's the earlier table that has an error. ",
                    f"❌ This doesn't agree with {t.n(t.previous)}. ",
                    f"⚠️ Mismatch: {t.n(t.previous)} before. The new table holds up when I look through its rows. ",
                )
                + t.c(
                    t.one(
                        f"The correct product is **{t.n(t.candidate)}**.",
                        f"So I take the second total: **{t.n(t.candidate)}**.",
                        f"Corrected: {t.ab} = **{t.n(t.candidate)}**",
                    )
                )
                + "\n\n"
            )
        return disowned(
            t,
            [
                f"❌ That table contains an error, so {t.n(t.previous)} is not the answer. Rebuilding it:\n\n",
                "The table above is wrong — ignore it. New table:\n\n",
                "Wait, I don't think that's right. Let me discard this table and make a new one.\n\n",
            ],
            ["Let me redo this with a finer check on each row:\n\n", "Rebuilding the table to be safe:\n\n"],
        ) + self._shown(t, work)

    def closing(self, t: Telling) -> str:
        text, n = "", t.n(t.candidate)
        pick = t.rng.random()
        if pick < 0.2:
            text += (
                "### Cross-check\n\n" + self._table(t, aside(t), commit=False) + t.one("✅ Same total.", "✓ Matches.")
            )
        elif pick < 0.4:
            checks = []
            if digits := t.last_digit():
                checks.append(f"| Last digit | {digits[0]} × {digits[1]} = {digits[2]} → {digits[2] % 10} | ✅ |")
            if nines := t.nines():
                checks.append(f"| Mod 9 | {nines[0]} × {nines[1]} ≡ {nines[2]} | ✅ |")
            if rough := ballpark(t):
                checks.append(f"| Magnitude | {t.n(rough[0])} × {t.n(rough[1])} = {t.n(rough[2])} | ✅ |")
            if checks:
                text += "| Check | Detail | OK? |\n|---|---|---|\n" + "\n".join(checks)
        text += "\n\n"
        if t.chance(0.5):
            text += t.r(
                t.one(f"**Answer: {n}**", f"**{t.n(t.a)} × {t.n(t.b)} = {n}**", f"➡️ **{n}**", f"Final result: `{n}`")
            )
        return text


class TerseCalculator(Style):
    """Hardly a word: lines of arithmetic, signs for right and wrong."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "apostrophe", "space")
        t.x = t.one("*", "*", "·", "x", "×")

    def _lines(self, t: Telling, work: Work) -> str:
        mul = f" {t.x} " if t.flag("spaced", 0.5) else t.x
        kind = habit(t, "kind", "chain", "list", "inline")
        if kind == "chain":
            return (
                f"{t.n(work.a)}{mul}({t.factor(work)})\n= {products(t, work)}\n= {t.sum(work)}\n= {t.n(work.total)}\n"
            )
        pieces = [f"{t.n(p.left)}{mul}{t.n(p.right)} = {t.n(p.value)}" for p in work.terms]
        if kind == "inline":
            return "; ".join(pieces) + f". {t.one('sum', 'Sum', 'total')}: {t.sum(work)} = {t.n(work.total)}\n"
        sums = [
            f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(v)} = {t.n(res)}" for so_far, sign, v, res in work.steps()
        ]
        return "\n".join(pieces + sums) + "\n"

    def _out(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"-> {n}",
                f"=> {n}",
                f"ans: {n}",
                f"{t.n(t.a)}{t.x}{t.n(t.b)} = {n}",
                f"Answer {n}.",
                f"∴ {n}",
                f"Result: {n}",
            )
        )

    def first(self, t: Telling) -> str:
        head = t.one(f"{t.ab}\n", f"{t.ab} = ?\n", "", "Split.\n", f"Compute {t.ab}.\n")
        text = head + self._lines(t, t.work) + self._out(t) + "\n"
        if t.chance(0.12):
            text += t.one("wait. fine.\n", "hmm, carries? ok.\n", "Check carries. OK.\n")
        return text + t.one("", "\n")

    def again(self, t: Telling) -> str:
        way = revision(t, redo=3, fix=4, check=3)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            term = changed(mended)
            return (
                t.one("No: ", "Slip: ", "✗ ", "Err. ", "wait, ")
                + f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(mended.now)}, not {t.n(mended.was)}.\n"
                + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n{self._out(t)}\n\n"
            )
        if mended:
            return (
                t.one("Sum wrong. ", "✗ sum. ", "Re-add: ", "adding again: ")
                + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n{self._out(t)}\n\n"
            )
        work = t.other("round")
        if way == "check":
            return (
                t.one("Check, other way:\n", "chk:\n", "Verify:\n")
                + self._lines(t, work)
                + t.one(
                    f"≠ {t.n(t.previous)}. First was off.\n", "Mismatch. Second is right.\n", "differs, take this\n"
                )
                + self._out(t)
                + "\n\n"
            )
        return (
            disowned(
                t,
                [
                    "✗ Wrong. Again:\n",
                    "No, not right. Redo.\n",
                    f"{t.n(t.previous)} is wrong. Restart:\n",
                    "Nope. Redo all:\n",
                ],
                ["Redo:\n", "Again:\n"],
            )
            + self._lines(t, work)
            + self._out(t)
            + "\n\n"
        )

    def closing(self, t: Telling) -> str:
        pick, text = t.rng.random(), ""
        if pick < 0.2 and (nines := t.nines()):
            text = f"mod 9: {nines[0]}{t.x}{nines[1]} = {nines[0] * nines[1]} ≡ {nines[2]}; lhs {nines[2]}. ok\n"
        elif pick < 0.35 and (digits := t.last_digit()):
            text = f"last digit {digits[0]}{t.x}{digits[1]} -> {digits[2] % 10} ✓\n"
        elif pick < 0.5:
            text = f"chk: {t.sum(aside(t))} = {t.r(t.n(t.candidate))} ✓\n"
        elif pick < 0.6 and t.candidate % t.a == 0:
            text = f"{t.r(t.n(t.candidate))}/{t.n(t.a)} = {t.n(t.candidate // t.a)} ✓\n"
        if t.chance(0.4):
            text += t.r(
                t.one(f"**{t.n(t.candidate)}**", f"#### {t.candidate}", t.boxed("$", "$"), f"final: {t.n(t.candidate)}")
            )
        return text


class FriendlyTutor(Style):
    """A tutor who addresses the reader, with little examples beside the matter."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = "×"
        places(t)

    def _lesson(self, t: Telling, work: Work) -> str:
        text = ""
        for place, term in enumerate(work.terms):
            lead = ["Start with ", "Now "][min(place, 1)] if place < 2 else t.one("Next up: ", "Then ", "After that, ")
            more = t.detail(term, 0.5)
            text += lead + f"**{t.n(term.left)} × {t.n(term.right)}**. "
            text += t.one("You should get ", "That gives us ", "Work it out and you'll find ", "We get ")
            text += f"{t.n(term.value)}" + (f" (because {more})" if more else "") + ". "
            if term.right % 100 == 0 and t.chance(0.3):
                text += t.one(
                    f"See how the zeros just tag along? {t.n(term.right)} ends in zeros, so we add them back. ",
                    "Don't forget those zeros! ",
                )
            text = text.rstrip() + "\n\n"
        text += t.one(
            "Now put the pieces together: ",
            "Last step: add everything up. ",
            "Ready to add? Take it slowly: ",
            "All that's left is the addition: ",
        )
        return text + f"{t.sum(work)} = {t.n(work.total)}.\n\n"

    def _told(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"So {t.ab} = **{n}**. 🎉",
                f"And there you have it: {t.ab} = {n}!",
                f"That means your answer is **{n}**.",
                f"So if you followed along, you should have {n} on your paper.",
                f"Which tells us that {t.n(t.a)} times {t.n(t.b)} is {n}.",
            )
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            "Great question! Let's tackle this one together. 😊\n\n",
            f"Let's work through {t.ab} together, one step at a time.\n\n",
            f"Don't worry if {t.ab} looks scary — we'll break it into bite-sized pieces.\n\n",
            "Okay, grab a pencil and follow along!\n\n",
        )
        if t.chance(0.3):
            text += t.one(
                "Remember the trick from smaller numbers: 6 × 14 is the same as 6 × 10 plus 6 × 4, so 60 + 24 = 84. "
                "We'll do exactly the same here.\n\n",
                "Think of it like buying 3 packs of 12 pencils: 3 × 10 and 3 × 2, so 36 pencils. Same idea, "
                "bigger numbers.\n\n",
            )
        text += t.one(
            f"We can write {t.n(t.work.b)} as {t.factor(t.work)}. Can you see why that helps?\n\n",
            f"First, let's pull {t.n(t.work.b)} apart: {t.factor(t.work)}.\n\n",
        )
        return text + self._lesson(t, t.work) + self._told(t) + "\n\n"

    def again(self, t: Telling) -> str:
        way = revision(t, redo=3, fix=4, check=4)
        mended = t.mend() if way == "fix" else None
        if mended and mended.place is not None:
            term = changed(mended)
            return (
                t.one(
                    "Oops! Did you spot it too? ",
                    "Wait a second — I want you to look back at one of our pieces. ",
                    "Hmm, even tutors slip up. ",
                )
                + f"We said {t.n(term.left)} × {t.n(term.right)} was {t.n(mended.was)}, but it's actually "
                + f"{t.n(mended.now)}. The other pieces are fine, so we only need to add again: "
                + f"{t.sum(mended.work)} = {t.n(mended.work.total)}.\n\n{self._told(t)}\n\n"
            )
        if mended:
            return (
                t.one("Oops, I slipped when adding! ", "Let's look at that addition once more. ")
                + f"{t.sum(mended.work)} is really {t.n(mended.work.total)}"
                + t.one(". I forgot to carry.", f", not {t.n(t.previous)}.", ".")
                + f"\n\n{self._told(t)}\n\n"
            )
        work = t.other()
        if way == "check":
            return (
                t.one(
                    "A good mathematician always checks! ",
                    "Before you write that down, let's check it together. ",
                )
                + f"This time we split {t.n(work.b)} into {t.factor(work)}.\n\n"
                + self._lesson(t, work)
                + t.one(
                    f"Uh-oh, that's not the {t.n(t.previous)} we had before! Our first try went wrong somewhere. ",
                    "Hmm! The two answers don't match, and it's the first one that has the slip. ",
                )
                + self._told(t)
                + "\n\n"
            )
        return (
            disowned(
                t,
                [
                    "Oh no, I've led you astray: that answer isn't right! Cross it out and let's try again.\n\n",
                    f"Hang on. {t.n(t.previous)} is not correct, my mistake! Let's start fresh.\n\n",
                    "Wait, erase that! I mixed something up. Here we go again:\n\n",
                ],
                ["Hmm, let's go over it again, more slowly this time.\n\n"],
            )
            + self._lesson(t, work)
            + self._told(t)
            + "\n\n"
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.2):
            work = aside(t)
            text += (
                f"Want to check it? Split {t.n(work.b)} into {t.factor(work)} instead: {t.sum(work)} = "
                f"{t.r(t.n(work.total))}. Same answer both ways — that's how you know you've got it right!\n\n"
            )
        elif t.chance(0.2) and (rough := ballpark(t)):
            text += (
                f"Does it make sense? {t.n(rough[0])} × {t.n(rough[1])} is {t.n(rough[2])}, "
                "and our answer is in that neighborhood, so yes!\n\n"
            )
        if t.chance(0.3):
            text += t.one(
                "Is there a step you'd like me to go over again? Wait until it feels comfortable before moving on!\n\n",
                "If you got a different number, see whether you made a mistake in the zeros; it's common.\n\n",
                "Now try one yourself: what is 23 × 45? (Hint: 23 × 40 + 23 × 5.)\n\n",
                "Nice work sticking with it!\n\n",
            )
        if t.chance(0.3):
            text += t.r(t.one(f"**Answer: {t.n(t.candidate)}**", f"So remember: {t.ab} = {t.n(t.candidate)}. 👍"))
        return text


class BallparkFirst(Revising):
    """Estimates first, then the exact product, then holds it against the estimate."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "narrow")
        t.x = t.one("×", "×", "*")
        places(t)

    def _rough(self, t: Telling) -> tuple[int, int, int] | None:
        """The factors rounded to one digit, the same all through a response."""
        x, y = (round(k, 1 - len(str(k))) for k in (t.a, t.b))
        return None if x * y in (t.product, *t.candidates) else (x, y, x * y)

    def _exact(self, t: Telling, work: Work) -> str:
        lines = []
        for term in work.terms:
            more = t.detail(term, 0.4)
            lines.append(
                f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" + (f" ({more})" if more else "")
            )
        if t.flag("flowing", 0.5):
            text = f"{t.n(work.b)} = {t.factor(work)}, so I need " + spell(lines) + ". "
            return text + t.one("Together: ", "Adding up, ", "That makes ") + f"{t.sum(work)} = {t.n(work.total)}. "
        return "\n" + "\n".join(lines) + f"\nSum: {t.sum(work)} = {t.n(work.total)}\n\n"

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So the exact product is {n}.",
                    f"Exact answer: **{n}**",
                    f"Exactly, then, {t.ab} = {n}.",
                    f"The exact value comes out as **{n}**.",
                    f"So {t.ab} = {n}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        rough = self._rough(t)
        if rough:
            x, y, about = rough
            near = [f"{t.n(k)} is about {t.n(r)}" for k, r in ((t.a, x), (t.b, y)) if k != r]
            text = t.one(
                f"Before multiplying exactly, a quick estimate: {t.ab} ≈ {t.n(x)} {t.x} {t.n(y)} = {t.n(about)}. "
                "So the answer should be somewhere around there.",
                f"**Estimate:** {t.n(x)} {t.x} {t.n(y)} ≈ {t.n(about)}.",
                f"Rounding both factors, I expect something near {t.n(about)} ({t.n(x)} times {t.n(y)}).",
                f"Ballpark first. {' and '.join(near)}, so the result is roughly {t.n(about)}.",
            )
        else:
            text = t.one(
                "The numbers are easy enough to skip an estimate.", "No estimate needed here, let's just compute."
            )
        text += "\n\n" + t.one("Now the exact calculation. ", "**Exact:** ", "Now let's be precise. ", "For real now: ")
        return text + self._exact(t, t.work) + self._said(t)

    def _beside(self, t: Telling) -> str:
        """The candidate before beside the estimate, if it is far off; else nothing."""
        rough = self._rough(t)
        if not rough or 0.6 < t.previous / rough[2] < 1.6:
            return ""
        return t.one(
            f"Compare with the estimate: {t.n(t.previous)} is nowhere near {t.n(rough[2])}. Something went wrong. ",
            f"But I expected about {t.n(rough[2])}, and {t.n(t.previous)} is way off, so that must be an error. ",
        )

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        lead = self._beside(t) or t.one("Looking back at the pieces, one is off. ", "Hmm, a second look. ", "Hold on. ")
        return (
            f"{lead}{t.n(term.left)} {t.x} {t.n(term.right)} should be {t.n(mended.now)}; I had {t.n(mended.was)}. "
            f"So the sum becomes {t.sum(mended.work)} = {t.n(mended.work.total)}. {self._said(t)}"
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        lead = self._beside(t) or t.one(
            "Let me re-add. ", "Wait, the addition. ", "The pieces are right but the sum isn't. "
        )
        return f"{lead}{t.sum(mended.work)} = {t.n(mended.work.total)}. {self._said(t)}"

    def checked(self, t: Telling) -> str:
        return (
            t.one(
                "The estimate can't catch small slips, so let me compute it a second way. ",
                "Second method as a check. ",
            )
            + self._exact(t, t.other("round"))
            + t.one(
                f"That disagrees with {t.n(t.previous)}; the first pass had the slip. ",
                "Not the same as before, and this time I was more careful. ",
            )
            + self._said(t)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "No, that's wrong. Let me do the exact part over. ",
            f"I don't believe {t.n(t.previous)}; there's a mistake in there. Doing it again from scratch. ",
            "Hmm, the exact part does not hold up: I made an error. Once more. ",
        ]
        return (
            (self._beside(t) or disowned(t, strong, ["Let me run through the exact part again. "]))
            + t.one("", "", "Splitting differently this time: ")
            + self._exact(t, t.other("round"))
            + self._said(t)
        )

    def closing(self, t: Telling) -> str:
        text, rough = "", self._rough(t)
        if rough and 0.7 < t.candidate / rough[2] < 1.4 and t.chance(0.75):
            off = round(abs(t.candidate - rough[2]) / rough[2] * 100)
            text += t.one(
                f"Sanity check: the estimate was {t.n(rough[2])}, and we're within about {off + 1}% of it. Reasonable.",
                f"Compared with the estimate of {t.n(rough[2])}, this looks plausible. ✓",
                f"Is that consistent with {t.n(rough[2])}? Yes, the rounding explains the gap.",
                f"Hmm, {t.n(rough[2])} versus this... a gap of some {off}%. Wait, is that too much? "
                "No, both factors were rounded, so it's fine.",
            )
            text += "\n\n"
        if t.chance(0.2):
            x, y = (10 ** (len(str(k)) - 1) for k in (t.a, t.b))
            low = (t.a // x * x) * (t.b // y * y)
            high = (t.a // x + 1) * x * (t.b // y + 1) * y
            if low < t.candidate < high and not {low, high} & {t.product, *t.candidates}:
                text += f"It also lies between {t.n(low)} and {t.n(high)}, as it must.\n\n"
        if t.chance(0.5):
            text += t.r(t.one(f"**{t.n(t.candidate)}**", f"Final answer: {t.n(t.candidate)}", t.boxed("$", "$")))
        return text


class NearRoundTrickster(Revising):
    """Looks for a trick: difference of squares, near-round factors, doubling and halving."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "·")
        t.work = t.before = planted(t, t.a, t.b, "high", [Term(t.a, part, t.a * part) for part in split(t.b, "high")])

    def _term(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)}²" if term.left == term.right else f"{t.n(term.left)} {t.x} {t.n(term.right)}"

    def _ways(self, t: Telling) -> list[str]:
        middle = (t.a + t.b) // 2
        near = [round(k, 1 - len(str(k))) for k in (t.a, t.b)]
        ways = ["plain"]
        if (t.a + t.b) % 2 == 0 and len(str(t.a)) == len(str(t.b)) > 1 and t.a != t.b:
            ways += ["squares"] * (3 if len(str(t.a)) < 4 or middle % 10 == 0 else 1)
        if all(len(str(k)) > 1 and k != r for k, r in zip((t.a, t.b), near, strict=True)):
            ways += ["both"] * 2
        if t.b != near[1]:
            ways += ["round"] * 3
        if t.b % 2 == 0 and t.b > 3:
            ways += ["halve"]
        if len(str(t.b)) == 1:
            ways += ["ten"] * 2
        return ways

    def _trick(self, t: Telling, avoid: str = "") -> str:
        """A way by a trick, if possible not by the one to avoid, which becomes the work, up to its total."""
        way, a, b = t.rng.choice([w for w in self._ways(t) if w != avoid] or ["plain"]), t.a, t.b
        if way == "squares":
            middle, d = (a + b) // 2, abs(a - b) // 2
            work = planted(t, a, b, way, [Term(middle, middle, middle**2), Term(d, d, d * d, -1)])
            text = t.one(
                f"Both numbers are {t.n(d)} away from {t.n(middle)}, so this is a difference of squares: ",
                f"The midpoint of {t.n(a)} and {t.n(b)} is {t.n(middle)}, at distance {t.n(d)}. ",
            ) + (
                f"({t.n(middle)} - {t.n(d)})({t.n(middle)} + {t.n(d)}) = {t.n(middle)}² - {t.n(d)}². "
                f"Here {t.n(middle)}² = {t.n(work.terms[0].value)} and {t.n(d)}² = {t.n(work.terms[1].value)}. So "
            )
        elif way == "both":
            x, y = round(a, 1 - len(str(a))), round(b, 1 - len(str(b)))
            p, q = a - x, b - y
            s, u = (1 if p > 0 else -1), (1 if q > 0 else -1)
            terms = [(x, y, 1), (x, abs(q), u), (abs(p), y, s), (abs(p), abs(q), s * u)]
            work = planted(t, a, b, way, [Term(k, m, k * m, sign) for k, m, sign in terms])
            text = (
                f"Both factors are close to round numbers: ({t.n(x)} {'+' if s > 0 else '-'} {t.n(abs(p))})"
                f"({t.n(y)} {'+' if u > 0 else '-'} {t.n(abs(q))}). Expanding gives {products(t, work)} = "
            )
        elif way == "halve":
            parts = split(b // 2, "high")
            work = planted(t, 2 * a, b // 2, way, [Term(2 * a, part, 2 * a * part) for part in parts])
            text = (
                t.one(f"{t.n(b)} is even, so double one factor and halve the other: ", "Double and halve: ")
                + f"{t.ab} = {t.n(2 * a)} {t.x} {t.n(b // 2)}. "
                + f"That's {t.n(2 * a)} {t.x} ({t.factor(work)}) = "
            )
        elif way == "ten":
            work = planted(t, a, b, way, [Term(a, 10, 10 * a), Term(a, 10 - b, a * (10 - b), -1)])
            text = f"Ten times {t.n(a)} is easy: {t.n(work.terms[0].value)}. Take away {t.n(10 - b)} of them: "
        else:
            if way == "round" and len(str(b)) > 1:
                y = round(b, 1 - len(str(b)))
                made = [Term(a, y, a * y), Term(a, abs(b - y), a * abs(b - y), 1 if b > y else -1)]
            else:
                made = [Term(a, part, a * part) for part in split(b, "high")]
            work = planted(t, a, b, way, made)
            text = t.one(
                f"{t.n(b)} is {t.factor(work)}, so I want {products(t, work)}. That's ",
                f"Use {t.n(b)} = {t.factor(work)}. Then {t.n(a)} {t.x} {t.n(b)} = {products(t, work)} = ",
            )
            if way == "plain":
                text = t.one("No neat trick here, so just by parts. ", "Nothing is close to round, so plainly: ") + text
        return f"{text}{t.sum(work)} = {t.n(work.total)}. "

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So {t.ab} = **{n}**.",
                    f"Answer: {n}.",
                    f"Hence {t.ab} = {n}.",
                    f"The product is {n}.",
                    f"That makes it {n}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            "Let's look for a shortcut. ",
            "There's a neat way to do this. ",
            f"{t.ab}: what would make this easy?\n\n",
            "Rather than long multiplication, use structure. ",
        )
        if t.chance(0.15):
            text += t.one(
                f"I could square {t.n(t.a)} and adjust, but that's awkward. Scratch that. ",
                "Factoring both numbers? Not obviously helpful. Let me try something else. ",
            )
        return text + self._trick(t) + self._said(t)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        return (
            t.one("Careful, though: ", "Wait. ", "Small slip: ", "Hmm, let me recheck one thing: ")
            + f"{self._term(t, term)} = {t.n(mended.now)}, not {t.n(mended.was)}. "
            + f"So it's {t.sum(mended.work)} = {t.n(mended.work.total)}. {self._said(t)}"
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one(
                "Wait, the last step. ",
                "Check the arithmetic at the end: ",
                "The trick is sound, but I combined badly. ",
            )
            + f"{t.sum(mended.work)} is {t.n(mended.work.total)}, not {t.n(t.previous)}. {self._said(t)}"
        )

    def checked(self, t: Telling) -> str:
        return (
            t.one("Let me confirm with a different trick. ", "Cross-check. ", "To be sure, another route: ")
            + self._trick(t, t.work.method)
            + t.one(
                f"That contradicts {t.n(t.previous)}. The first route had a slip, so go with the second. ",
                f"Not {t.n(t.previous)}, so I slipped earlier. ",
            )
            + self._said(t)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "Hmm, no, that's wrong. Try another trick. ",
            f"{t.n(t.previous)} can't be right; I mixed up the compensation. Again: ",
            "Scratch that, I made an error. A cleaner way: ",
        ]
        return (
            disowned(t, strong, ["Actually, there's a better way to see it. "])
            + self._trick(t, t.work.method)
            + self._said(t)
        )

    def closing(self, t: Telling) -> str:
        text, work = "", t.work
        if t.chance(0.3):
            trick = self._trick(t, work.method)
            t.work = work
            text += (
                t.one("Double-checking with another route: ", "Sanity check: ")
                + trick
                + t.one("Same. ✓", "Good, they agree.", "Consistent.")
                + "\n\n"
            )
        elif t.chance(0.25):
            text += t.one(
                "Wait, did I add or subtract the correction the right way round? Yes, the sign is right.\n\n"
                if work.method in ("round", "both", "ten")
                else "Hmm, did I lose a zero somewhere? No.\n\n",
                "(The same idea gives 19 × 21 = 400 - 1 = 399, a handy one to remember.)\n\n",
            )
        return text + (t.r(t.one(f"**{t.n(t.candidate)}**", t.boxed("$$", "$$"))) if t.chance(0.4) else "")


class BoldHeadingRecap(Revising):
    """Numbered steps under bold headings, a summary that goes over everything, the answer restated."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "space")
        t.maths = t.one("plain", "comma", "latex")
        t.x = "×"
        places(t)

    def _head(self, t: Telling, text: str) -> str:
        mark = habit(t, "mark", "### ", "**", "## ", "### **")
        return f"{mark}{text}{'**' if mark.endswith('**') else ''}\n\n"

    def _steps(self, t: Telling, work: Work, step: int = 1) -> str:
        text = self._head(t, f"Step {step}: " + t.one("Break down one factor", "Decompose", f"Split {t.n(work.b)}"))
        text += f"{t.n(work.b)} = {t.factor(work)}\n\n"
        text += self._head(t, f"Step {step + 1}: " + t.one("Multiply each part", "Partial products", "Multiply"))
        for place, term in enumerate(work.terms, start=1):
            more = t.detail(term, 0.4)
            text += f"{place}. " + (more or f"{t.n(term.left)} × {t.n(term.right)} = **{t.n(term.value)}**") + "\n"
        text += "\n" + self._head(t, f"Step {step + 2}: " + t.one("Add the results", "Sum up", "Combine"))
        if len(work.terms) > 2 and t.flag("stepwise", 0.5):
            for so_far, sign, value, result in work.steps():
                text += f"- {t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}\n"
            return text + "\n"
        return text + f"{t.sum(work)} = {t.n(work.total)}\n\n"

    def _said(self, t: Telling) -> str:
        n, m = t.n(t.candidate), t.m(t.candidate)
        return (
            t.c(
                t.one(
                    f"**Result:** {n}",
                    f"Thus, **{t.ab} = {n}**.",
                    self._head(t, "Final Answer").rstrip() + f"\n\n$$\\boxed{{{m}}}$$",
                    f"**Final Answer:** {n}",
                    f"So the product of **{t.n(t.a)}** and **{t.n(t.b)}** is **{n}**.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"To calculate **{t.ab}**, we follow a structured approach.\n\n",
            f"Let's compute **{t.ab}** step by step.\n\n---\n\n",
            self._head(t, f"Problem: {t.ab}"),
        )
        return text + self._steps(t, t.work) + self._said(t)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        return (
            self._head(t, t.one("Correction", "Review", "Re-checking Step 2", "Verification"))
            + t.one(
                f"Going over the partial products, item {(mended.place or 0) + 1} does not hold: ",
                f"Item {(mended.place or 0) + 1} was miscalculated. ",
                "One of the multiplications was wrong. ",
            )
            + f"{t.n(term.left)} × {t.n(term.right)} = **{t.n(mended.now)}** (previously {t.n(mended.was)}).\n\n"
            + f"Updated sum: {t.sum(mended.work)} = {t.n(mended.work.total)}\n\n{self._said(t)}"
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            self._head(t, t.one("Correction", "Re-checking the sum", "Verification"))
            + t.one(
                "The partial products are correct, but the addition was not. ", "The sum in Step 3 contains an error. "
            )
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n\n{self._said(t)}"
        )

    def checked(self, t: Telling) -> str:
        return (
            self._head(t, t.one("Verification", "Alternative method", "Cross-check with the other factor"))
            + self._steps(t, t.other(), step=1)
            + t.one(
                f"This does **not** match {t.n(t.previous)}. The earlier result was incorrect.\n\n",
                "⚠️ The verification gives a different value, so the first result must be corrected.\n\n",
            )
            + self._said(t)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "**Note:** the result above is incorrect. Let's redo the calculation.\n\n",
            f"❗ {t.n(t.previous)} is wrong: a digit was dropped. Starting over.\n\n",
            "**Wait — there is an error above.** The full calculation again:\n\n",
        ]
        return disowned(t, strong, ["**Let's recompute to be safe:**\n\n"]) + self._steps(t, t.other()) + self._said(t)

    def closing(self, t: Telling) -> str:
        text, n, work = "", t.n(t.candidate), t.work
        if t.chance(0.2) and (digits := t.last_digit()):
            text += self._head(t, "Quick check") + (
                f"The last digit should be that of {digits[0]} × {digits[1]} = {digits[2]}, so {digits[2] % 10}. ✅\n\n"
            )
        elif t.chance(0.2):
            other = aside(t)
            text += self._head(t, t.one("Verification", "Double-check")) + (
                f"Splitting {t.n(other.b)} instead: {t.sum(other)} = {t.r(t.n(other.total))} ✅\n\n"
            )
        if t.chance(0.7):
            text += "---\n\n" + self._head(t, t.one("Summary", "Recap", "Key Takeaways", "In short"))
            lines = [
                f"We split {t.n(work.b)} into {t.factor(work)}.",
                "The partial products are " + spell([t.n(term.value) for term in work.terms]) + ".",
                t.r(t.one(f"Their sum is **{n}**.", f"Adding them gives {n}.", f"**{t.n(t.a)} × {t.n(t.b)} = {n}**")),
            ]
            if t.chance(0.3):
                lines.append("The distributive property makes large multiplications manageable.")
            text += "\n".join(f"- {line}" for line in lines) + "\n\n"
        if t.chance(0.5):
            text += t.r(t.one(f"**Final Answer: {n}**", f"✅ **{n}**", f"$$\n\\boxed{{{t.m(t.candidate)}}}\n$$"))
        return text


class InterpreterTracer(Revising):
    """Plays the interpreter: a prompt or a script, with outputs it has worked out by itself."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = "*"
        places(t)

    def _repl(self, t: Telling, work: Work) -> str:
        lines = [f">>> {t.one('a, b', 'x, y')} = {work.a}, {work.b}"] if t.chance(0.3) else []
        for place, term in enumerate(work.terms):
            if t.flag("echo", 0.5):
                lines += [f">>> p{place} = {term.left} * {term.right}", f">>> p{place}", str(term.value)]
            else:
                lines += [f">>> {term.left} * {term.right}", str(term.value)]
        names = "".join(
            (f" {'+' if term.sign > 0 else '-'} " if place else "")
            + (f"p{place}" if t.flag("echo", 0.5) else str(term.value))
            for place, term in enumerate(work.terms)
        )
        return "\n".join([*lines, f">>> {names}"])

    def _script(self, t: Telling, work: Work) -> str:
        name = habit(t, "name", "total", "result", "product", "acc")
        so_far, lines = 0, [f"a, b = {work.a}, {work.b}", f"{name} = 0"]
        totals = [work.terms[0].value, *(step[3] for step in work.steps())]
        for term, so_far in zip(work.terms, totals, strict=True):
            sign = "+" if term.sign > 0 else "-"
            lines.append(f"{name} {sign}= a * {term.right}  # {sign}{term.value} -> {so_far}")
        return "\n".join([*lines, f"print({name})"])

    def _run(self, t: Telling, work: Work) -> str:
        """Code, its output and the commitment, which is the output itself or a sentence after it."""
        n, out = t.n(t.candidate), str(t.candidate)
        said = t.one(
            f"So `{t.a} * {t.b}` evaluates to **{n}**.",
            f"The program prints {n}, so that is the product.",
            f"Result: `{out}`",
            f"→ {t.n(t.a)} * {t.n(t.b)} = {n}",
        )
        bare = t.chance(0.35)
        if t.flag("repl", 0.45):
            code = self._repl(t, work) + "\n"
            return f"```python\n{code}{t.c(out) if bare else out}\n```\n" + ("\n" if bare else t.c(said) + "\n\n")
        head = habit(t, "out", "Output:\n```\n", "**Output**\n\n```\n", "Tracing the prints by hand:\n```text\n")
        text = f"```python\n{self._script(t, work)}\n```\n\n"
        return text + (t.c(f"{head}{out}") + "\n```\n\n" if bare else f"{head}{out}\n```\n{t.c(said)}\n\n")

    def first(self, t: Telling) -> str:
        return t.one(
            "I can't run code here, but I can trace it line by line.\n\n",
            f"Let's simulate a small program that computes {t.ab} from partial products.\n\n",
            f"Let me write `{t.a} * {t.b}` as a sum of easier products:\n\n",
            "Step by step in Python:\n\n",
            "",
        ) + self._run(t, t.work)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        n = t.n(t.candidate)
        lead = t.one(
            f"Bug in my trace: `{term.left} * {term.right}` is `{mended.now}`, not `{mended.was}`.",
            f"Wait, `{term.left} * {term.right}` doesn't evaluate to {mended.was}; it's {mended.now}.",
        )
        if t.chance(0.5):
            return f"{lead} Re-running with that fixed:\n\n{self._run(t, mended.work)}"
        return (
            f"{lead}\n\n```python\n# {t.one('fixed', 'FIX', 'patched')}\n>>> {t.sum(mended.work).replace(',', '')}\n"
            f"{mended.work.total}\n```\n"
            + t.c(t.one(f"So the product is **{n}**.", f"Corrected result: `{t.candidate}`"))
        ) + "\n\n"

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one("The last output is wrong, I mis-added. ", "Hmm, re-evaluating the sum:")
            + f"\n\n```python\n>>> {t.sum(mended.work).replace(',', '')}\n{mended.work.total}\n```\n"
            + t.c(t.one(f"So it is {t.n(t.candidate)}.", f"→ **{t.n(t.candidate)}**", f"Result: `{t.candidate}`"))
            + "\n\n"
        )

    def checked(self, t: Telling) -> str:
        work = t.other()
        text = t.one("Add a test:\n\n", "Let me assert it against the other decomposition:\n\n")
        expr = " + ".join(f"{term.left} * {term.right}" for term in work.terms)
        values = " + ".join(str(term.value) for term in work.terms)
        text += f"```python\n>>> {t.previous} == {expr}\nFalse\n```\n"
        text += t.one("The assertion fails. ", "So the traced value was wrong. ", "Mismatch. ")
        text += f"The right-hand side is {values} = {work.total}. "
        return (
            text
            + t.c(
                t.one(
                    f"So the correct product is **{t.n(t.candidate)}**.",
                    f"I'll go with `{t.candidate}`.",
                    f"Corrected output: `{t.candidate}`",
                )
            )
            + "\n\n"
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "That trace is wrong; I evaluated something incorrectly. Starting afresh:\n\n",
            f"Hmm, `{t.previous}` is not right. Let me throw this away and trace again:\n\n",
            "Wrong, discard the run above. New run:\n\n",
        ]
        return disowned(t, strong, ["Let me trace it again with another split:\n\n"]) + self._run(t, t.other())

    def closing(self, t: Telling) -> str:
        text, n = "", t.n(t.candidate)
        if t.chance(0.3) and t.candidate == t.product:
            text += t.one(
                f"```python\n>>> assert {t.r(str(t.candidate))} // {t.b} == {t.a}  # ok\n```\n\n",
                f"```python\n>>> divmod({t.r(str(t.candidate))}, {t.a})\n({t.b}, 0)\n```\nNo remainder, good.\n\n",
            )
        elif t.chance(0.3) and (nines := t.nines()):
            text += f"```python\n>>> ({t.a} % 9) * ({t.b} % 9) % 9\n{nines[2]}\n```\nMatches the result mod 9.\n\n"
        elif t.chance(0.3) and (rough := ballpark(t)):
            text += (
                f"```python\n>>> {rough[0]} * {rough[1]}  # rough size\n{rough[2]}\n```\nSame order of magnitude.\n\n"
            )
        elif t.chance(0.2):
            text += t.one(
                "Wait, does the indentation matter in that loop? No, there is no loop. Fine.\n\n",
                "Python integers don't overflow, so there is no rounding error to worry about.\n\n",
            )
        if t.chance(0.5):
            text += t.r(
                t.one(f"**Answer: {n}**", f"Final answer: `{t.candidate}`", f"`{t.a} * {t.b} == {t.candidate}`")
            )
        return text


class JsonReporter(Revising):
    """Answers in JSON: one object after the other, or a single one with all the reasoning in a string."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma") if t.flag("string", 0.4) else "plain"
        t.x = t.one("*", "*", "x", "×") if t.flag("string", 0.4) else "*"
        places(t)

    def _string(self, t: Telling) -> bool:
        return t.flag("string", 0.4)

    def _line(self, t: Telling) -> str:
        return habit(t, "line", "\\n", " ", "\\n")

    def _prose(self, t: Telling, work: Work) -> str:
        """The work and the commitment as a piece of the reasoning string."""
        line = self._line(t)
        pieces = [f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}." for term in work.terms]
        n = t.n(t.candidate)
        return (
            t.one("Split ", "Decompose ", "Write ")
            + f"{t.n(work.b)} = {t.factor(work)}.{line}"
            + line.join(pieces)
            + line
            + t.one("Sum: ", "Adding: ", "Total: ")
            + f"{t.sum(work)} = {n}.{line}"
            + t.c(t.one(f"So the product is {n}.", f"Answer: {n}.", f"Therefore {t.ab} = {n}.", f"Result: {n}."))
            + line
        )

    def _report(self, t: Telling, work: Work) -> str:
        steps = [f'    {{"expr": "{term.left} * {term.right}", "value": {term.value}}}' for term in work.terms]
        key = habit(t, "key", "answer", "result", "product", "final_answer")
        shown = f'"{t.candidate}"' if t.flag("quoted", 0.3) else str(t.candidate)
        body = [f'  "expression": "{t.a} * {t.b}"'] if t.flag("expression", 0.5) else []
        body.append('  "steps": [\n' + ",\n".join(steps) + "\n  ]")
        if t.flag("sum", 0.6):
            body.append(f'  "sum": "{t.sum(work)} = {work.total}"')
        if t.flag("confidence", 0.3):
            body.append(f'  "confidence": {t.one("0.9", "0.95", "0.99", "0.8")}')
        text = "{\n" + ",\n".join(body) + ",\n" + t.c(f'  "{key}": {shown}') + "\n}"
        return (f"```json\n{text}\n```" if t.flag("fence", 0.7) else text) + "\n\n"

    def first(self, t: Telling) -> str:
        if self._string(t):
            key = habit(t, "reasoning", "reasoning", "thought", "explanation", "chain_of_thought")
            return f'{{"{key}": "' + t.one("", "", f"I need to compute {t.ab}. ") + self._prose(t, t.work)
        text = t.one(
            "", f"Here is the step-by-step calculation of {t.ab} as JSON:\n\n", "Sure, structured output below.\n\n"
        )
        return text + self._report(t, t.work)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        factors = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
        if self._string(t):
            return (
                t.one("Wait, ", "Hmm, ", "Correction: ", "Actually, ")
                + f"{factors} = {t.n(mended.now)}, not {t.n(mended.was)}.{self._line(t)}"
                + f"Sum: {t.sum(mended.work)} = {t.n(mended.work.total)}. "
                + t.c(t.one(f"So the answer is {t.n(t.candidate)}.", f"Corrected product: {t.n(t.candidate)}."))
                + self._line(t)
            )
        lead = (
            t.one("Correction to the object above:", "One step was off:", "The value of one step is wrong. Patch:")
            + "\n\n"
        )
        patch = f'{{"expr": "{factors}", "old": {mended.was}, "new": {mended.now}}}'
        if t.chance(0.5):
            return lead + t.c(f'{{"patch": {patch}, "answer": {t.candidate}}}') + "\n\n"
        return f"{lead}{patch}\n\nFull object again:\n\n{self._report(t, mended.work)}"

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        if self._string(t):
            return (
                t.one("Wait, check the sum: ", "Re-adding: ", "Hmm, the sum again: ")
                + f"{t.sum(mended.work)} = {t.n(mended.work.total)}, not {t.n(t.previous)}. "
                + t.c(t.one(f"So the answer is {t.n(t.candidate)}.", f"Corrected product: {t.n(t.candidate)}."))
                + self._line(t)
            )
        return (
            t.one("The steps are right, but they were added incorrectly. Corrected:", "`sum` does not hold. Fixed:")
            + f"\n\n{self._report(t, mended.work)}"
        )

    def checked(self, t: Telling) -> str:
        work = t.other()
        if self._string(t):
            text = t.one("Verify by splitting the other factor. ", "Check with another split. ") + self._line(t)
            text += " ".join(f"{t.n(p.left)} {t.x} {t.n(p.right)} = {t.n(p.value)}." for p in work.terms)
            text += f" Total {t.n(work.total)}, which is not {t.n(t.previous)}. "
            return text + t.c(f"The first pass was wrong, so the answer is {t.n(t.candidate)}.") + self._line(t)
        text = t.one("Validation against a second decomposition:\n\n", "Running a consistency check:\n\n")
        text += f'{{"check": "{products(t, work)}", "value": {work.total}, "matches": false}}\n\n'
        return (
            text
            + t.one("The check failed, so the answer is updated:\n\n", "Mismatch; corrected object:\n\n")
            + self._report(t, work)
        )

    def redone(self, t: Telling) -> str:
        strong = ["No, that is wrong. Start over. ", "That can't be right, an error crept in. Redo everything. "]
        strong.append(f"{t.n(t.previous)} is incorrect. Again from the beginning. ")
        text = disowned(t, strong, ["Let me recompute. "])
        work = t.other()
        return text + (self._prose(t, work) if self._string(t) else "\n\n" + self._report(t, work))

    def closing(self, t: Telling) -> str:
        n, checks = t.n(t.candidate), [""]
        if digits := t.last_digit():
            checks.append(f"Last digit: {digits[0]} {t.x} {digits[1]} ends in {digits[2] % 10}, ok.")
        checks.append(f"Double-check with another split: {t.sum(aside(t))} = {t.r(n)}. Consistent.")
        checks.append("Wait, check for carries once more. No errors found.")
        if self._string(t):
            shown = f'"{n}"' if t.chance(0.5) else str(t.candidate)
            extra = t.one("", "", ', "verified": true', ', "unit": null', ', "confidence": "high"')
            return t.rng.choice(checks) + f'"{extra}, ' + t.r(f'"answer": {shown}') + t.one("}", "}", " }\n")
        text = t.rng.choice([*checks, '{"verified": true}', f'{{"status": "ok", "answer": {t.r(str(t.candidate))}}}'])
        return f"{text}\n\n" + (t.r(f"The product is {n}.") if t.chance(0.3) else "")


class DigitCarryColumns(Revising):
    """Long multiplication as at school: digit by digit with carries, then the columns."""

    check = 2.0

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = "×"
        t.solve("low")

    def _row(self, t: Telling, term: Term) -> str:
        """One row of the long multiplication; a row that came out wrong writes the wrong digits down."""
        digit, zeros = int(str(term.right)[0]), len(str(term.right)) - 1
        if term.left < 10:
            return f"{term.left} × {t.n(term.right)} = {t.n(term.value)}"
        if term.right % 10**zeros or digit < 2 or term.value % 10**zeros:
            return t.one("", "simply ") + t.n(term.value)
        written = str(term.value // 10**zeros)[::-1]
        carry, pieces = 0, []
        for place, upper in enumerate(reversed(str(term.left))):
            product = int(upper) * digit
            piece = f"{digit}×{upper} = {product}"
            if carry:
                piece += (
                    f", plus {carry} is {product + carry}" if t.flag("plus", 0.5) else f"; +{carry} = {product + carry}"
                )
            carry = (product + carry) // 10
            if place + 1 == len(str(term.left)):
                piece += f", write {written[place:][::-1]}" if written[place:] else ""
            elif place < len(written):
                piece += f", write {written[place]}" + (f" carry {carry}" if carry else "")
            pieces.append(piece)
        tail = f", then {zeros} zero{'s' if zeros > 1 else ''}" if zeros else ""
        return "; ".join(pieces) + tail + f" → {t.n(term.value)}"

    def _rows(self, t: Telling, work: Work) -> str:
        text = ""
        for place, term in enumerate(work.terms, start=1):
            lead = habit(t, "lead", "Row", "Line", "Partial") + f" {place} (× {t.n(term.right)}): "
            long = self._row(t, term) if t.flag("digits", 0.65) and term.left < 10**5 else t.n(term.value)
            text += lead + long + "\n"
        return text + "\n"

    def _add(self, t: Telling, work: Work) -> str:
        """The addition with its total, and the commitment in one of them."""
        n = t.n(t.candidate)
        said = t.one(
            f"So the product is {n}.",
            f"Reading off the bottom row: {n}.",
            f"**{t.ab} = {n}**",
            f"Answer: {n}",
            f"So we get {n}.",
        )
        if t.flag("drawn", 0.6):
            grouping = "comma" if t.words == "comma" else "plain"
            drawing = t.columns(work, grouping, habit(t, "rule", "-", "─", "="))
            total = t.total(work, grouping)
            if t.chance(0.3):
                return f"```\n{drawing}{t.c(total)}\n```\n\n"
            return f"```\n{drawing}{total}\n```\n{t.c(said)}\n\n"
        return t.one("Add the rows: ", "Sum of rows: ") + f"{t.sum(work)} = {t.n(work.total)}\n{t.c(said)}\n\n"

    def first(self, t: Telling) -> str:
        return (
            t.one(
                f"Long multiplication of {t.n(t.a)} by {t.n(t.b)}.\n\n",
                f"Set up {t.ab} in columns and work from right to left.\n\n",
                "We multiply digit by digit, starting with the ones.\n\n",
            )
            + self._rows(t, t.work)
            + self._add(t, t.work)
        )

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        return (
            t.one(
                "Hmm, there's a carry error. ",
                f"Let me recheck row {(mended.place or 0) + 1}. ",
                f"Wait, row {(mended.place or 0) + 1} is wrong, I lost a carry. ",
            )
            + f"{t.n(term.left)} times {t.n(term.right)}: {self._row(t, term)}, instead of {t.n(mended.was)}.\n\n"
            + t.one("New addition:\n", "The columns become:\n", "")
            + self._add(t, mended.work)
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one(
                "The rows are right, but when adding the columns I forgot a carry. ",
                "Adding the columns again, right to left. ",
                f"Hmm, {t.n(t.previous)}? The columns don't add up to that. ",
            )
            + "\n"
            + self._add(t, mended.work)
        )

    def checked(self, t: Telling) -> str:
        work = t.solve("low" if t.before.a != t.a else "swapped")
        return (
            t.one(
                "Check by swapping the factors, which should give the same number.\n\n",
                f"Now with {t.n(work.b)} below as a check:\n\n",
            )
            + self._rows(t, work)
            + t.one(
                f"These rows don't lead to {t.n(t.previous)}, so there was a mistake above. ",
                f"These won't add up to {t.n(t.previous)}, so a slip must be above. ",
            )
            + "\n"
            + self._add(t, work)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "That's wrong, I misaligned a row. Start again.\n\n",
            "No, a carry got lost somewhere and the result is wrong. All over again:\n\n",
            f"{t.n(t.previous)} is not correct. Let me redo the long multiplication.\n\n",
        ]
        work = t.solve("low", "swapped")
        return (
            disowned(t, strong, ["Once more, with care for the carries.\n\n"])
            + self._rows(t, work)
            + self._add(t, work)
        )

    def closing(self, t: Telling) -> str:
        text, n = "", t.n(t.candidate)
        if t.chance(0.25):
            text += t.one(
                "Let me double-check the carries in the first row. They're right.\n\n",
                "Wait, did I shift every row by the right number of places? Yes.\n\n",
                "Recheck of the ones column: only the first row contributes there, fine.\n\n",
            )
        if t.chance(0.2):
            work = aside(t)
            text += f"Check with the factors swapped: {t.sum(work)} = {t.r(t.n(work.total))} ✓\n\n"
        return text + (t.r(t.one(f"**{n}**", f"Final answer: **{n}**", f"{t.ab} = {n}")) if t.chance(0.5) else "")


class CastingOutChecker(Revising):
    """A short computation, then checks by remainders, last digits and division, each with its verdict."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma", "narrow")
        t.x = t.one("×", "×", "*", "·")
        places(t)

    def _brief(self, t: Telling, work: Work) -> str:
        if t.flag("one line", 0.5):
            return f"{t.n(work.a)} {t.x} {t.n(work.b)} = {products(t, work)} = {t.sum(work)} = {t.n(work.total)}\n"
        lines = [f"{t.n(p.left)} {t.x} {t.n(p.right)} = {t.n(p.value)}" for p in work.terms]
        return "\n".join([*lines, f"Total: {t.sum(work)} = {t.n(work.total)}"]) + "\n"

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(t.one(f"Candidate: {n}", f"So {t.ab} = {n}.", f"Result: **{n}**", f"This gives {n}.", f"Product: {n}."))
            + "\n\n"
        )

    def _failing(self, t: Telling) -> str:
        """A check that the candidate before does not pass; nothing if it passes them all."""
        a, b, old, found = t.a, t.b, t.previous, []
        if a * b % 9 != old % 9:
            found.append(
                f"Mod 9: {digit_sum(a)}; {digit_sum(b)}; so it must leave {a * b % 9}. But {digit_sum(old)} "
                f"leaves {old % 9}. ✗"
            )
        if a * b % 10 != old % 10:
            found.append(
                f"Last digit: {a % 10} {t.x} {b % 10} = {a % 10 * (b % 10)}, so it must end in {a * b % 10}. "
                f"{t.n(old)} ends in {old % 10}. ✗"
            )
        if a * b % 11 != old % 11:
            found.append(f"Mod 11: expected {a % 11} {t.x} {b % 11} ≡ {a * b % 11}, but {t.n(old)} ≡ {old % 11}. ✗")
        if old % b:
            found.append(f"Division: {t.n(old)} ÷ {t.n(b)} = {t.n(old // b)} remainder {t.n(old % b)}, so not exact. ✗")
        if not found:
            return t.one("The remainder checks pass, but I still see a problem. ", "Going through the lines again. ")
        return t.rng.choice(found) + t.one(" So there's an error. ", " The result is wrong. ", " Failed.\n")

    def _passed(self, t: Telling) -> list[str]:
        """Checks that the candidate passes; a wrong one may be let through by a slip of the check."""
        found, n = [], t.n(t.candidate)
        if nines := t.nines():
            found.append(
                t.one(
                    f"Mod 9: {nines[0]} {t.x} {nines[1]} = {nines[0] * nines[1]} ≡ {nines[2]}, and {n} ≡ {nines[2]}. ✓",
                    f"Casting out nines: {digit_sum(t.a)}; {digit_sum(t.b)}; {digit_sum(t.candidate)}. Consistent.",
                )
            )
        if digits := t.last_digit():
            found.append(f"Last digit: {digits[0]} {t.x} {digits[1]} = {digits[2]}, ends in {digits[2] % 10}. ✓")
        if t.candidate == t.product:
            found.append(f"Mod 11: {t.a % 11} {t.x} {t.b % 11} ≡ {t.product % 11} and {n} ≡ {t.product % 11}. ✓")
            found.append(f"Division: {n} ÷ {t.n(t.b)} = {t.n(t.a)} exactly. ✓")
        if not found:
            rest = t.a * t.b % 9
            found.append(f"Mod 9: expected {rest}; the digit sum of {n} also reduces to {rest}. ✓")
        t.rng.shuffle(found)
        return found

    def first(self, t: Telling) -> str:
        text = t.one(f"Compute {t.ab}.\n", "First the product, then the checks.\n\n", "Direct computation:\n", "")
        text += self._brief(t, t.work) + self._said(t)
        return text + (f"{self._passed(t)[0]}\n\n" if t.chance(0.35) else "")

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        return (
            t.one("Checks.\n", "Verification: ", "Now verify. ", "")
            + self._failing(t)
            + t.one("The culprit: ", "Looking for it: ", "Found it. ")
            + f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(mended.now)}, not {t.n(mended.was)}.\n"
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n{self._said(t)}"
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one("Checks.\n", "Verification: ", "")
            + self._failing(t)
            + t.one("Each line is right, so it must be the sum: ", "Re-add: ")
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n{self._said(t)}"
        )

    def checked(self, t: Telling) -> str:
        return (
            t.one("Independent check with the other split:\n", "Second computation to compare:\n")
            + self._brief(t, t.other("round"))
            + t.one(f"{t.n(t.candidate)} ≠ {t.n(t.previous)}. ✗ ", "They disagree. ")
            + t.one("The second one stands. ", "The first is discarded. ", "The error was in the first. ")
            + self._said(t)
        )

    def redone(self, t: Telling) -> str:
        if t.same:
            lead = t.one(
                "I don't trust this: one line looks wrong. Discard it and recompute.\n",
                "That's wrong, I used the wrong digits somewhere. Recompute from scratch.\n",
            )
        else:
            lead = (
                t.one("Check: ", "")
                + self._failing(t)
                + t.one("Recompute:\n", "Start again.\n", "Redoing all of it:\n")
            )
        return lead + self._brief(t, t.other("round")) + self._said(t)

    def closing(self, t: Telling) -> str:
        checks = self._passed(t)[: t.rng.choice([0, 1, 1, 2, 2, 3])]
        text = ""
        if checks:
            text += t.one("**Checks**\n", "Verification:\n", "Checks:\n", "") + "".join(
                f"{'- ' if t.flag('dots', 0.5) else ''}{line}\n" for line in checks
            )
            text += t.one("All checks pass.", "No contradiction.", "Good.", "") + "\n\n"
        return text + t.r(
            t.one(
                f"Final: **{t.n(t.candidate)}**",
                t.boxed("$", "$"),
                f"{t.ab} = {t.n(t.candidate)}",
                f"**{t.n(t.candidate)}**",
            )
        )


class AnxiousConfirmer(Revising):
    """Doubts nearly everything in flowing prose, and mostly finds that all was well."""

    redo, fix, check = 3.0, 3.0, 3.0

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("times", "×", "×", "x")
        places(t)

    def _through(self, t: Telling, work: Work) -> str:
        text = t.one(
            f"I'll take {t.n(work.b)} as {t.factor(work)}. ",
            f"{t.n(work.b)} is {t.factor(work)}, I think that's right. ",
        )
        for term in work.terms:
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} " + t.one("is", "should be", "comes to", "makes")
            text += f" {t.n(term.value)}"
            if t.chance(0.2):
                text += t.one(
                    " (let me see... yes)", ", unless I've miscounted the zeros, which I haven't", ", I'm fairly sure"
                )
            text += t.one(". ", ", and ") if term is not work.terms[-1] else ". "
        return (
            text + t.one("All together ", "Adding these, ", "So altogether ") + f"{t.sum(work)} = {t.n(work.total)}. "
        )

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So I'd say {n}.",
                    f"So it looks like the answer is {n}.",
                    f"That would make {t.ab} equal to {n}.",
                    f"So, {n}, if I'm not mistaken.",
                    f"I get {n}.",
                )
            )
            + "\n\n"
        )

    def _worries(self, t: Telling, most: int) -> str:
        """Doubts that lead to nothing, none of them twice."""
        work, term = t.work, t.rng.choice(t.work.terms)
        so_far, sign, value, result = work.steps()[0]
        found = [
            f"But wait, is {t.n(term.left)} {t.x} {t.n(term.right)} really {t.n(term.value)}? "
            + t.one(
                f"Let me redo that one: {t.n(term.value)}. Yes, it is. I was worried for nothing.",
                "Let me think. Yes, it is.",
                "I did it in my head, but yes, it's right.",
            ),
            t.one(
                "Hmm, something feels off... no, I went over it again and can't find anything wrong.",
                "I have a nagging feeling that there's an error. But every step looks right to me.",
                "Wait. No, never mind, it's correct.",
            ),
            f"Am I sure I didn't misread the question? It asks for {t.ab}. Right, that's what I did.",
            t.one(
                "Let me reconsider. Perhaps I should have used columns. That wouldn't change anything, though.",
                "Maybe I should try again with a calculator in mind... I can't, so I'll trust the steps.",
                "What if the first factor should have been split instead? It makes no difference.",
            ),
            t.one(
                "Actually, hold on, did I carry correctly? I did. Sorry, I tend to second-guess myself.",
                "I always mess up the carrying. Let me look... it's fine this time.",
                "Hmm, I may have made a mistake in the carries. No, I haven't.",
            ),
        ]
        if len(work.terms) > 2:
            found.append(
                f"Is {t.n(so_far)} {'plus' if sign > 0 else 'minus'} {t.n(value)} really {t.n(result)}? It is. Fine."
            )
        if rough := ballpark(t):
            found.append(
                f"Could it be wrong by a factor of ten? {t.n(rough[0])} {t.x} {t.n(rough[1])} is {t.n(rough[2])}, "
                "so no, the size is right."
            )
        if digits := t.last_digit():
            found.append(
                f"The last digit worries me. {digits[0]} times {digits[1]} is {digits[2]}, so {digits[2] % 10}. Good."
            )
        t.rng.shuffle(found)
        return "".join(f"{worry}\n\n" for worry in found[: t.rng.randint(0, most)])

    def first(self, t: Telling) -> str:
        text = t.one(
            "Okay, I want to be careful with this one. ",
            "Let me try, although I often slip on these. ",
            f"I'm asked for {t.ab}. ",
            "I'll do this slowly so that I don't make a mistake. ",
        )
        return text + self._through(t, t.work) + self._said(t) + self._worries(t, 2)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        return (
            t.one("But wait, is ", "Hmm, one thing bothers me. Is ", "Let me double-check one thing: is ")
            + f"{t.n(term.left)} {t.x} {t.n(term.right)} really {t.n(mended.was)}? "
            + t.one("No! ", "It isn't. ", "Ah, no. ")
            + f"It's {t.n(mended.now)}. I knew it. Then {t.sum(mended.work)} = {t.n(mended.work.total)}. "
            + self._said(t)
            + self._worries(t, 1)
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one(
                "Did I add properly, though? ",
                "Let me add once more, to be safe. ",
                "I'm not happy with the addition. ",
            )
            + f"{t.sum(mended.work)}... that's {t.n(mended.work.total)}, so I did get it wrong before. "
            + self._said(t)
            + self._worries(t, 1)
        )

    def checked(self, t: Telling) -> str:
        return (
            t.one("I won't be at ease until I've tried it the other way. ", "To calm my nerves, the other way round. ")
            + self._through(t, t.other())
            + t.one(
                f"Oh. That's not {t.n(t.previous)}. I believe this one more, I was calmer. ",
                f"So the {t.n(t.previous)} from before was wrong after all. ",
            )
            + self._said(t)
            + self._worries(t, 1)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "No, no, that's wrong, I'm sure I dropped something. Again from the top. ",
            f"I take that back: {t.n(t.previous)} isn't right. I'll do it all over. ",
            "Please ignore that, I made a mistake. Let me start again. ",
        ]
        return (
            disowned(t, strong, ["Let me go through the whole thing once more. "])
            + self._through(t, t.other())
            + self._said(t)
            + self._worries(t, 1)
        )

    def closing(self, t: Telling) -> str:
        text, n = "", t.n(t.candidate)
        if t.chance(0.35):
            text += (
                t.one("Let me verify the whole thing the other way, just in case. ", "One more check, then I'll stop. ")
                + self._through_again(t)
                + t.one(
                    "Phew, the same.", f"That's {t.r(n)} again, as before.", "It agrees, so I was right the first time."
                )
                + "\n\n"
            )
        text += self._worries(t, 3)
        return text + t.r(
            t.one(
                f"So my final answer is {n}, and I'm sticking with it.",
                f"I'll stop doubting now. The answer is {n}.",
                f"Yes. {n}. Really.",
                f"So, {t.ab} = {n}.",
                "OK, I'm done checking.",
            )
        )

    def _through_again(self, t: Telling) -> str:
        return self._through(t, aside(t))


class PartialRepairer(Revising):
    """Labels every partial product, looks through them, repairs a single one and shifts the total by the difference."""

    redo, fix, check = 1.0, 8.0, 1.0

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "plain", "space", "underscore")
        t.x = t.one("×", "×", "*")
        places(t)

    def _label(self, t: Telling, place: int) -> str:
        letter, kind = "ABCDEFGHIJ"[place], habit(t, "label", "({})", "{}:", "P{}", "[{}]", "{}.")
        return kind.format(place + 1 if kind in ("P{}", "[{}]") else letter)

    def _name(self, t: Telling, place: int) -> str:
        return self._label(t, place).rstrip(":.")

    def _listed(self, t: Telling, work: Work) -> str:
        lines = []
        for place, term in enumerate(work.terms):
            more = t.detail(term, 0.3)
            line = f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" + (f"   [{more}]" if more else "")
            lines.append(f"{self._label(t, place)} {line}")
        names = " ".join(
            (("+ " if term.sign > 0 else "- ") if place else "") + self._name(t, place)
            for place, term in enumerate(work.terms)
        )
        return "\n".join(lines) + f"\n{names} = {t.sum(work)} = {t.n(work.total)}\n\n"

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"Total: {n}",
                    f"So {t.ab} = {n}.",
                    f"Product = **{n}**",
                    f"That gives {n} as the product.",
                    f"⇒ {n}",
                )
            )
            + "\n\n"
        )

    def _audit(self, t: Telling, work: Work, bad: int | None) -> str:
        """The partial products looked through in turn, up to the one that turns out bad."""
        stop = len(work.terms) if bad is None else bad
        fine = [
            f"{self._name(t, place)} {t.n(term.left)} {t.x} {t.n(term.right)}: {t.one('ok', 'fine', 'yes', '✓')}"
            for place, term in enumerate(work.terms[:stop])
        ]
        return ("; ".join(fine) + ". ") if fine else ""

    def first(self, t: Telling) -> str:
        return (
            t.one(
                f"{t.ab}. Parts of {t.n(t.work.b)}: {t.factor(t.work)}.\n\n",
                f"I'll label the partial products of {t.ab} so I can refer to them.\n\n",
                f"Let {t.n(t.work.b)} = {t.factor(t.work)}.\n",
            )
            + self._listed(t, t.work)
            + self._said(t)
        )

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        place = mended.place or 0
        text = t.one("Let me audit the parts. ", "Reviewing line by line: ", "Quick review. ", "Check: ")
        if t.chance(0.7):
            text += self._audit(t, t.before, place)
        text += t.one(
            f"{self._name(t, place)} is wrong: {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(mended.now)}, not "
            f"{t.n(mended.was)}. ",
            f"But {self._name(t, place)}: {t.n(term.left)} {t.x} {t.n(term.right)} should be {t.n(mended.now)}; "
            f"I wrote {t.n(mended.was)}. ",
        )
        shift = t.candidate - t.previous
        if t.chance(0.55):
            text += t.one(
                f"The total changes by {'+' if shift > 0 else '-'}{t.n(abs(shift))}: ",
                f"Only that changes, so the total goes {'up' if shift > 0 else 'down'} by {t.n(abs(shift))}. ",
            )
            text += f"{t.n(t.previous)} {'+' if shift > 0 else '-'} {t.n(abs(shift))} = {t.n(t.candidate)}. "
        else:
            text += t.one("Everything else stays. New sum: ", "The rest is unchanged. ")
            text += f"{t.sum(mended.work)} = {t.n(mended.work.total)}. "
        return text + self._said(t)

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one("Let me audit the parts. ", "Reviewing: ", "Check: ")
            + self._audit(t, mended.work, None)
            + t.one("The parts hold, but the sum doesn't: ", "So the parts are right; adding again: ")
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}. {self._said(t)}"
        )

    def checked(self, t: Telling) -> str:
        return (
            t.one("Cross-check with the other factor split.\n", "Same product, split the other way:\n")
            + self._listed(t, t.other())
            + t.one(f"This is not {t.n(t.previous)}; the old list has a flaw. ", "Different. I take this one. ")
            + self._said(t)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "More than one part is wrong here. New list.\n",
            f"{t.n(t.previous)} is wrong and I can't repair it piecemeal, so I redo all parts.\n",
            "No, this is wrong. Throwing the list away:\n",
        ]
        return disowned(t, strong, ["A fresh list, to be careful:\n"]) + self._listed(t, t.other()) + self._said(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.4):
            text += t.one("Final audit: ", "Going through the parts: ", "Let me recheck each part. ")
            text += (
                self._audit(t, t.work, None) + t.one("Nothing to repair.", "No further errors.", "All good.") + "\n\n"
            )
        if t.chance(0.5):
            text += t.r(
                t.one(f"Final answer: {t.n(t.candidate)}", f"**{t.n(t.candidate)}**", f"{t.ab} = {t.n(t.candidate)}")
            )
        return text


class BaseRambler(Revising):
    """A base model that goes on as a forum thread or a homework page would, with asides and slips of the keyboard."""

    ends = ("", "", "\n", "<|endoftext|>", "</s>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "times", "X")
        places(t)

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(super().finish(t, text), 0.02)

    def _told(self, t: Telling, work: Work) -> str:
        text = t.one(
            f"first take {t.n(work.b)} as {t.factor(work)} ",
            f"{t.n(work.b)} = {t.factor(work)} ",
            f"you split {t.n(work.b)} up, {t.factor(work)}, like in school ",
        ) + t.one("then\n", "and multiply each one\n", "so\n")
        for term in work.terms:
            text += f"{t.n(term.left)} {t.x} {t.n(term.right)} {t.one('=', 'is', '=', '-->')} {t.n(term.value)}\n"
        return text + t.one("add up: ", "then just add ", "sum ", "Total ") + f"{t.sum(work)} = {t.n(work.total)}\n"

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So the answer is {n}.",
                    f"Answer: {n}",
                    f"A: {n}",
                    f"so {t.ab} = {n}",
                    f"Ans. {n}",
                    f"which makes it {n} I think",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            "",
            f"Q: What is {t.ab}?\n\n",
            "Re: multiplication help\n\nok so ",
            "\n\n## Solution\n\n",
            "This is a simple multiplication problem. We have to multiply the two numbers step by step.\n",
            "My son had this one in his homework last week, in 4th grade they call it the box method. ",
        )
        return text + self._told(t, t.work) + self._said(t)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        return (
            t.one("EDIT: ", "edit: oops, ", "Correction. ", "> are you sure about that?\n\nah no. ", "wait no, ")
            + f"{t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(mended.now)} not {t.n(mended.was)}, "
            + t.one("my bad. ", "sorry. ", "I copied it wrong. ")
            + f"So {t.sum(mended.work)} = {t.n(mended.work.total)}\n{self._said(t)}"
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one("EDIT: added it wrong. ", "Comment: your sum is off. OP: true. ", "hmm i added wrong, ")
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n{self._said(t)}"
        )

    def checked(self, t: Telling) -> str:
        return (
            t.one("Another way to do it, to see if it is right: ", "Check: ", "Alternative solution\n\n")
            + self._told(t, t.other())
            + t.one(
                f"so it is not {t.n(t.previous)}, the first way I did something wrong. ",
                "that's different so the first one was wrong, this is the right one. ",
            )
            + self._said(t)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "Sorry this is wrong, do not use it. Again:\n",
            f"> {t.n(t.previous)} is wrong\n\nYou're right, let me do it again.\n",
            "EDIT 2: the above is not correct, here is the new one\n",
            "No that is not right. Start over. ",
        ]
        return disowned(t, strong, ["Let's see that again slowly. "]) + self._told(t, t.other()) + self._said(t)

    def closing(self, t: Telling) -> str:
        text, n = "", t.n(t.candidate)
        if t.chance(0.2):
            text += (
                t.one("You can check it: ", "Check: ", "proof ")
                + f"{t.sum(aside(t))} = {t.r(n)} {t.one('so it is right', 'ok', 'same')}\n\n"
            )
        if t.chance(0.3):
            text += t.r(t.one(f"The answer is {n}.", f"So {t.ab} = {n}.", f"Final answer {n}")) + "\n\n"
        if t.chance(0.4):
            text += t.one(
                "Multiplication is one of the four basic operations of arithmetic. The result is called the product. "
                "If a calculator gives you something else then wait and check that you typed it correctly.",
                "Thanks!! That helped a lot.\n\nNo problem :)",
                "Q: What is 12 times 12?\n\nA: 144\n\nQ: What is 15 times 6?\n\nA: 90",
                "The key is to keep the zeros straight, 90% of the mistakes come from there.",
                "Posted by mathdad72 on March 14, 2011 at 9:26 pm\n3 comments",
                "Exercise 2. Now do the same with 305 and 18. Show your work.",
            )
        return text


class AnswerUpFront(Style):
    """Gives the answer first and explains afterwards, and sometimes the explanation comes to something else."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "narrow")
        t.x = t.one("×", "×", "*")
        places(t)

    def first(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**{n}**",
                    f"{t.ab} = **{n}**",
                    f"The answer is {n}.",
                    f"{t.n(t.a)} multiplied by {t.n(t.b)} is {n}.",
                    f"**Answer:** {n}",
                    f"{t.ab} equals {n}.",
                )
            )
            + "\n\n"
        )

    def _why(self, t: Telling, work: Work) -> str:
        kind = habit(t, "why", "bullets", "prose", "numbers")
        terms = [f"{t.n(p.left)} {t.x} {t.n(p.right)} = {t.n(p.value)}" for p in work.terms]
        if kind == "prose":
            return (
                f"Split {t.n(work.b)} into {t.factor(work)}. Then {spell(terms)}. "
                + t.one("Adding these gives ", "The sum is ")
                + f"{t.sum(work)} = {t.n(work.total)}.\n\n"
            )
        lines = [f"{t.n(work.b)} = {t.factor(work)}", *terms, f"{t.sum(work)} = {t.n(work.total)}"]
        marks = [f"{place}. " if kind == "numbers" else "- " for place in range(1, len(lines) + 1)]
        return "\n".join(mark + line for mark, line in zip(marks, lines, strict=True)) + "\n\n"

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So the correct answer is **{n}**.",
                    f"Corrected answer: **{n}**",
                    f"The answer should therefore be {n}.",
                    f"So it's {n}.",
                    f"{t.ab} = **{n}** (corrected).",
                )
            )
            + "\n\n"
        )

    def _explaining(self, t: Telling) -> str:
        return t.one(
            "Here's how to get there:\n\n",
            "**Explanation:**\n\n",
            "Step by step:\n\n",
            "Why? Let's break it down.\n\n",
            "Here is the reasoning behind that:\n\n",
        )

    def again(self, t: Telling) -> str:
        if t.index == 1:
            work = t.solve("high", "chunks")
            if t.same:
                return (
                    t.one(
                        "Hmm, that figure was from memory, and it's wrong. Let me actually work it out.\n\n",
                        "Wait, scrap that, I answered too fast and it can't be right. Properly:\n\n",
                    )
                    + self._why(t, work)
                    + t.c(t.one(f"So it is {t.n(t.candidate)}.", f"That comes to **{t.n(t.candidate)}**."))
                    + "\n\n"
                )
            return (
                self._explaining(t)
                + self._why(t, work)
                + t.one(
                    f"That's not the {t.n(t.previous)} I gave at the top, which was wrong. ",
                    "I need to correct my answer above. ",
                    "This differs from what I stated at the beginning; the worked calculation is the reliable one. ",
                    "Apologies, the figure I opened with was incorrect. ",
                    "",
                )
                + self._said(t)
            )
        mended = t.mend() if revision(t, redo=3, fix=4) == "fix" else None
        if mended:
            what = (
                f"the last addition is off: {t.sum(mended.work)} = {t.n(mended.work.total)}. "
                if mended.place is None
                else f"{t.n(changed(mended).left)} {t.x} {t.n(changed(mended).right)} is {t.n(mended.now)} rather than "
                f"{t.n(mended.was)}, so {t.sum(mended.work)} = {t.n(mended.work.total)}. "
            )
            return t.one("Wait, ", "One more correction: ", "Looking at that again, ") + what + self._said(t)
        strong = [
            "Hmm, that's still not right. Once more:\n\n",
            f"No, {t.n(t.previous)} is wrong as well. Let me redo the breakdown.\n\n",
            "I made another mistake there. Starting over:\n\n",
        ]
        return disowned(t, strong, ["Let me go over this again:\n\n"]) + self._why(t, t.other()) + self._said(t)

    def closing(self, t: Telling) -> str:
        text, n = "", t.n(t.candidate)
        if t.index == 0 and t.chance(0.9):
            text += self._explaining(t) + self._why(t, t.work)
            text += t.one("", t.r(f"Hence {n}, as stated.") + "\n\n", t.r(f"So {t.ab} = {n}.") + "\n\n", "")
        if t.chance(0.2) and (digits := t.last_digit()):
            text += (
                f"A quick check: {digits[0]} {t.x} {digits[1]} ends in {digits[2] % 10}, and so does the result. ✓\n\n"
            )
        elif t.chance(0.2):
            text += t.one(
                "Wait, let me make sure the top line is still right. It is.\n\n",
                f"Double-check by splitting the other factor: {t.sum(aside(t))} = {t.r(n)}. It holds.\n\n",
            )
        if t.chance(0.25):
            text += t.r(t.one(f"**Final answer: {n}**", f"In short: {n}.", f"(Answer: {n})"))
        return text


class WaitLooper(Revising):
    """Trained by reinforcement: bare arithmetic, short loops of "Wait", an answer in tags."""

    redo, fix, check = 3.0, 5.0, 2.0

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma")
        t.x = t.one("*", "*", "×")
        places(t)

    def _calc(self, t: Telling, work: Work) -> str:
        mul = f" {t.x} " if t.flag("wide", 0.5) else t.x
        gap = habit(t, "gap", "\n", " ", "\n")
        lines = [f"{t.n(p.left)}{mul}{t.n(p.right)} = {t.n(p.value)}." for p in work.terms]
        for so_far, sign, value, result in work.steps():
            lines.append(f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}.")
        return gap.join(lines) + gap

    def _said(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return (
            t.c(t.one(f"So {n}.", f"So the answer is {n}.", f"So {t.ab} = {n}.", f"Answer {n}.", f"The result is {n}."))
            + "\n"
        )

    def _waits(self, t: Telling, most: int) -> str:
        """Loops that confirm a step, often the same one."""
        lines = ""
        for _ in range(t.rng.randint(0, most)):
            term = t.rng.choice(t.work.terms)
            so_far, sign, value, result = t.work.steps()[0]
            lines += t.one(
                f"Wait, {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}. Yes.",
                f"Wait, check {t.n(term.left)} {t.x} {t.n(term.right)}: {t.n(term.value)}. OK.",
                "Wait, let me check the sum. Correct.",
                "Wait, is that right? Yes.",
                "Wait. Let me check again. It is correct.",
                f"Wait, {t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}. Correct.",
                "Wait, I need to check the carries. Fine.",
            )
            lines += "\n"
        return lines

    def first(self, t: Telling) -> str:
        text = t.one(
            "", f"Let me compute {t.ab}.\n", f"{t.n(t.a)}{t.x}{t.n(t.b)}.\n", f"{t.n(t.work.b)} = {t.factor(t.work)}.\n"
        )
        if t.chance(0.1):
            text += "Wait, which factor should I split? Either works.\n"
        return text + self._calc(t, t.work) + self._said(t) + self._waits(t, 2)

    def step_mended(self, t: Telling, mended: Mended, term: Term) -> str:
        factors = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
        return (
            t.one(
                f"Wait, {factors} = {t.n(mended.now)}. Not {t.n(mended.was)}.\n",
                f"Wait, check {factors}. {t.n(mended.was)}? No, {t.n(mended.now)}.\n",
                f"Wait, {factors} is wrong. {factors} = {t.n(mended.now)}.\n",
            )
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}.\n{self._said(t)}{self._waits(t, 1)}"
        )

    def sum_mended(self, t: Telling, mended: Mended) -> str:
        return (
            t.one("Wait, the sum is wrong.\n", "Wait, add again.\n", "Wait, let me check the sum. Incorrect.\n")
            + f"{t.sum(mended.work)} = {t.n(mended.work.total)}.\n{self._said(t)}{self._waits(t, 1)}"
        )

    def checked(self, t: Telling) -> str:
        return (
            t.one("Wait, verify with the other split.\n", "Wait, let me check in another way.\n")
            + self._calc(t, t.other())
            + t.one(f"Not {t.n(t.previous)}. ", "Not equal. The first is wrong. ", "Different. ")
            + self._said(t)
            + self._waits(t, 1)
        )

    def redone(self, t: Telling) -> str:
        strong = [
            "Wait, that is wrong. Redo.\n",
            "Wait, this is incorrect. Again.\n",
            f"Wait, {t.n(t.previous)} is wrong.\n",
        ]
        return (
            disowned(t, strong, ["Wait, compute again.\n", "Wait, again.\n"])
            + self._calc(t, t.other())
            + self._said(t)
            + self._waits(t, 1)
        )

    def closing(self, t: Telling) -> str:
        text, n = self._waits(t, 4), t.n(t.candidate)
        if t.chance(0.15):
            text += f"Wait, check the other way. {t.sum(aside(t))} = {t.r(n)}. Same.\n"
        if t.chance(0.15):
            text += "".join(t.r(f"The answer is {n}.") + "\n" for _ in range(t.rng.randint(2, 4)))
        return text + t.r(
            t.one(
                f"<answer>{t.candidate}</answer>",
                f"<answer> {n} </answer>",
                t.boxed("<answer>", "</answer>"),
                f"Final: {n}",
            )
        )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        BulletedSmallChat(),
        ThinkTagHesitator(),
        LatexAligner(),
        MarkdownPartialsTable(),
        TerseCalculator(),
        FriendlyTutor(),
        BallparkFirst(),
        NearRoundTrickster(),
        BoldHeadingRecap(),
        InterpreterTracer(),
        JsonReporter(),
        DigitCarryColumns(),
        CastingOutChecker(),
        AnxiousConfirmer(),
        PartialRepairer(),
        BaseRambler(),
        AnswerUpFront(),
        WaitLooper(),
    )
}
