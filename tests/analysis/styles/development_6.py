"""Styles written blind, from the definitions and from how models write. Five responses changed the reward since."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .common import Mended, Style, Telling, Term, Work, split


def _small(t: Telling) -> bool:
    """One digit times one digit, which nobody breaks into parts."""
    return t.a < 10 and t.b < 10


def _repeated(t: Telling) -> str:
    """The smaller factor as a count of the larger: 8 + 8 + 8."""
    low, high = sorted((t.a, t.b))
    return " + ".join([str(high)] * low)


def _usual(t: Telling) -> Work:
    """The second factor split as most writers do it: from the highest place, seldom from the lowest."""
    return t.solve("high", "high", "high", "chunks", "low")


def _halves(number: int) -> list[int]:
    """A round part and the rest; the number alone where it has no rest."""
    unit: int = 10 ** max(1, len(str(number)) // 2)
    rest = number % unit
    return [number - rest, rest] if number > 9 and rest else [number]


def _build(t: Telling, method: str, terms: Sequence[Term]) -> Work:
    """Work with these partial products that reaches the candidate; a slip goes into one of them or into the sum."""
    off, terms = t.candidate - t.product, list(terms)
    if off and t.chance(0.7):
        able = [i for i, s in enumerate(terms) if s.value + s.sign * off > 0 and abs(off) <= 5 * s.value]
        if able:
            place = t.rng.choice(able)
            old = terms[place]
            terms[place] = Term(old.left, old.right, old.value + old.sign * off, old.sign)
    t.work = Work(t.a, t.b, method, tuple(terms), t.candidate)
    return t.work


def _fix(t: Telling) -> Mended | None:
    """What was wrong in the work before, where the numbers are large enough for it to be told."""
    return None if _small(t) else t.mend()


def _ending(t: Telling) -> tuple[int, int, int] | None:
    """Last digits that the candidate before contradicts."""
    x, y = t.a % 10, t.b % 10
    return (x, y, x * y) if not _small(t) and t.index and x * y % 10 != t.previous % 10 else None


def _nines(t: Telling) -> tuple[int, int, int, int] | None:
    """Remainders by nine that the candidate before contradicts: of the factors, expected, found."""
    x, y = t.a % 9, t.b % 9
    return (x, y, x * y % 9, t.previous % 9) if not _small(t) and t.index and x * y % 9 != t.previous % 9 else None


def _rough(t: Telling) -> tuple[int, int, int] | None:
    """An estimate that nobody takes for the product itself, as it would be were both factors round."""
    found = None if _small(t) else t.estimate()
    return found if found and found[2] != t.product else None


def _last(t: Telling) -> tuple[int, int, int] | None:
    """A check of the last digit, where that is not the whole product."""
    return None if _small(t) else t.last_digit()


def _mod9(t: Telling) -> tuple[int, int, int] | None:
    """A check by nines, where that is not the whole product."""
    return None if _small(t) else t.nines()


def _elsewhere(t: Telling) -> tuple[int, int, int]:
    """Some other small product."""
    while True:
        x, y = t.rng.randint(12, 99), t.rng.randint(12, 99)
        if x * y not in (*t.candidates, t.product):
            return x, y, x * y


def _running(work: Work, show: Callable[[int], str]) -> list[str]:
    """The additions one by one: 492000 + 61500 = 553500."""
    return [f"{show(s)} {'+' if sign > 0 else '-'} {show(v)} = {show(z)}" for s, sign, v, z in work.steps()]


class QwenSteps(Style):
    """Numbered steps with displayed LaTeX and a box."""

    def begin(self, t: Telling) -> None:
        t.x = "\\times"
        t.words = t.one("plain", "comma")
        t.maths = "plain" if t.words == "plain" else t.one("comma", "latex")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.m(w.a)
        if _small(t):
            return f"\\[ {t.a} \\times {t.b} = {_repeated(t)} = {t.m(w.total)} \\]\n\n"
        one = f"{t.one('Break down', 'Decompose')} \\({t.m(w.b)}\\)"
        one += t.one(" into its place values", " into smaller parts", "")
        two = f"Multiply \\({a}\\) by each {t.one('part', 'component', 'of these values')}"
        three = t.one("Add all the results together", "Sum up the partial products", "Now, add these products together")
        if t.flag("headings", 0.3):
            heads = [f"### Step {i}: {text}\n" for i, text in enumerate((one, two, three), start=1)]
            pad = ""
        else:
            heads = [f"{i}. {text}:\n" for i, text in enumerate((one, two, three), start=1)]
            pad = "   "
        text = heads[0] + f"{pad}\\[\n{pad}{t.m(w.b)} = {t.factor(w, True)}\n{pad}\\]\n\n" + heads[1]
        for term in w.terms:
            line = t.detail(term, 0.4, True) or f"{a} \\times {t.m(term.right)} = {t.m(term.value)}"
            text += f"{pad}- \\({line}\\)\n" if t.flag("inline", 0.5) else f"{pad}\\[\n{pad}{line}\n{pad}\\]\n"
        text += "\n" + heads[2]
        if t.flag("stepwise", 0.5):
            return text + "".join(f"{pad}\\[\n{pad}{line}\n{pad}\\]\n" for line in _running(w, t.m)) + "\n"
        return text + f"{pad}\\[\n{pad}{t.sum(w, True)} = {t.m(w.total)}\n{pad}\\]\n\n"

    def _commit(self, t: Telling, lead: str) -> str:
        if t.flag("box each", 0.6):
            return t.c(f"{lead}:\n\\[\n{t.boxed()}\n\\]") + "\n\n"
        return t.c(f"{lead} \\({t.m(t.candidate)}\\).") + "\n\n"

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"To calculate \\({t.m(t.a)} \\times {t.m(t.b)}\\), we can break it down into smaller steps:",
            f"To calculate {t.n(t.a)} * {t.n(t.b)}, we can use the distributive property of multiplication:",
            f"Let's calculate \\({t.m(t.a)} \\times {t.m(t.b)}\\) step by step.",
            "Sure, let's break this multiplication down into manageable parts.",
        )
        lead = t.one(
            "So, the final answer is",
            f"Therefore, \\({t.m(t.a)} \\times {t.m(t.b)}\\) is",
            "Thus, the product is",
            "So the result is",
        )
        return f"{opening}\n\n" + self._body(t, _usual(t)) + self._commit(t, lead)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=3, verify=2)
        right = t.one("Therefore, the correct answer is", "So, the corrected result is", "Thus, the correct product is")
        if way == "mend" and (m := _fix(t)):
            lead = t.one(
                "Let's double-check the calculations.",
                "Upon rechecking the steps, there is an error.",
                "Let me recheck:",
            )
            if m.place is None:
                what = f"The partial products are correct, but the addition should be\n\\[ {t.sum(m.work, True)} = "
                what += f"{t.m(m.now)} \\]\n"
            else:
                term = m.work.terms[m.place]
                what = f"\\[ {t.m(m.work.a)} \\times {t.m(term.right)} = {t.m(m.now)} \\]\nand not {t.n(m.was)}. "
                what += f"Adding the partial products again:\n\\[ {t.sum(m.work, True)} = {t.m(m.work.total)} \\]\n"
            return f"{lead} {what}\n" + self._commit(t, right)
        if way == "verify" and not _small(t):
            w = t.other("round")
            return (
                t.one("To verify this result, we can", "Let's verify the result. We can")
                + f" split \\({t.m(w.b)}\\) as \\({t.factor(w, True)}\\):\n\\[\n"
                + " \\]\n\\[ ".join(f"{t.m(w.a)} \\times {t.m(s.right)} = {t.m(s.value)}" for s in w.terms)
                + f"\n\\]\n\\[ {t.sum(w, True)} = {t.m(w.total)} \\]\n\n"
                + f"This is different from \\({t.m(t.previous)}\\), "
                + t.one("so the first calculation contains an error. ", "which means a mistake was made above. ")
                + self._commit(t, right)
            )
        lead = t.one(
            "However, upon reviewing the steps, I realize there was a mistake. Let's redo it carefully:",
            "It seems there was an error in the previous calculation. Let's recalculate step by step:",
            "I apologize, the above result is not correct. Let's go through it again:",
            "Let's correct this. The calculation above contains a mistake, so we start over:",
        )
        return f"{lead}\n\n" + self._body(t, _usual(t)) + self._commit(t, right)

    def closing(self, t: Telling) -> str:
        text, draw = "", t.rng.random()
        z = t.m(t.candidate)
        if draw < 0.12:
            text = f"We can verify this: \\({z} \\div {t.m(t.b)} = {t.m(t.a)}\\), so the result is correct.\n\n"
        elif draw < 0.2 and (e := _rough(t)):
            text = f"As a check, \\({t.m(e[0])} \\times {t.m(e[1])} = {t.m(e[2])}\\), which is close to our result.\n\n"
        if not t.flag("box each", 0.6):
            return text + t.r(f"{t.one('The final answer is', 'Hence,')} \\(\\boxed{{{z}}}\\).")
        if t.chance(0.15):
            return text + t.r(f"So, \\({t.m(t.a)} \\times {t.m(t.b)} = {z}\\).")
        return text


class ThoughtsThenAnswer(Style):
    """Long thoughts between tags, then a tidy write-up of the same answer (R1 and its distillates)."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("times", "×", "*", "multiplied by")
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.one("plain", "comma", "latex")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return t.one(
                f"That's just {_repeated(t)}, which is {t.n(w.total)}. ", "I remember this one from the times table. "
            )
        text = t.one(
            f"I can break down {t.n(w.b)} into {t.factor(w)}. ",
            f"Let me split {t.n(w.b)} up: {t.factor(w)}. ",
            f"Maybe I can use the distributive property here. {t.n(w.b)} is {t.factor(w)}. ",
        )
        text += t.one("Then multiply each part and add.\n\n", "So I'd do each piece separately.\n\n", "\n\n")
        for place, s in enumerate(w.terms):
            start = t.one("First, ", "Okay, first, ", "So ") if not place else t.one("Then ", "Next, ", "Now, ", "And ")
            if s.value > 200 and t.chance(0.08):
                slip = t.near(s.value)
                text += f"{start}{a} {t.x} {t.n(s.right)} is {t.n(slip)}... wait, no, {t.n(s.value)}. "
            elif found := t.detail(s, 0.6):
                text += f"{start}{a} {t.x} {t.n(s.right)}. Let me see, {found}. "
                text += t.one("Okay. ", "Got that. ", "")
            else:
                text += f"{start}{a} {t.x} {t.n(s.right)} is {t.n(s.value)}. "
            if t.chance(0.35):
                text += "\n\n"
        signs = any(s.sign < 0 for s in w.terms)
        text += t.one("\n\n", " ") + (
            "Putting it together: " if signs else t.one("Now, add them up. ", "Adding these: ")
        )
        steps = w.steps()
        for place, (so_far, sign, value, result) in enumerate(steps):
            last = place == len(steps) - 1
            word = "plus" if sign > 0 else "minus"
            if not place:
                text += f"{t.n(so_far)} {word} {t.n(value)} is {t.n(result)}. "
            elif last:
                text += f"{t.one('Finally', 'And then')} {word} {t.n(value)} {t.one('gives', 'makes')} {t.n(result)}. "
            else:
                text += f"Then {word} {t.n(value)} is {t.n(result)}. "
        return text

    def _abandoned(self, t: Telling) -> str:
        """A start that is given up before it comes to anything."""
        x, y = t.a, _halves(t.b)[0]
        if _small(t) or y == t.b or x * y == t.candidate or not t.chance(0.1):
            return ""
        return t.one(
            f"Let me do {t.n(x)} {t.x} {t.n(y)} first. That's {t.n(x * y)}. "
            "Hmm, this is getting messy. Let me start over.\n\n",
            f"Maybe I can round {t.n(t.b)} first... no, that makes it harder. Let me try a different approach.\n\n",
        )

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So {t.ab} is {z}.",
                f"So the answer should be {z}.",
                f"Therefore, the product is {z}.",
                f"So, putting it all together, I get {z}.",
            )
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"Okay, so I need to calculate {t.ab}. Let me think about how to do this step by step. ",
            f"Alright, so I have to figure out what {t.ab} is. ",
            f"Hmm, {t.ab}. Let me work this out. ",
            f"First, I need to multiply {t.n(t.a)} and {t.n(t.b)}. ",
        )
        if (e := _rough(t)) and not _small(t) and t.chance(0.15):
            opening += f"It should be somewhere around {t.n(e[2])}, since {t.n(e[0])} {t.x} {t.n(e[1])} is that. "
        opening += self._abandoned(t)
        return f"<think>\n{opening}" + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=2, mend=4, verify=3)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = t.one("Wait, let me double-check the addition. ", "Hmm, let me recheck that sum. ")
                steps = m.work.steps()
                text += " ".join(
                    f"{t.n(s)} {'plus' if sign > 0 else 'minus'} {t.n(v)} is {t.n(z)}." for s, sign, v, z in steps
                )
                text += t.one(
                    f" Oh, so I got {t.n(m.was)} before, which was wrong. ", " So I made a mistake in the addition. "
                )
            else:
                s = m.work.terms[m.place]
                text = t.one(
                    f"Wait, let me check {t.n(m.work.a)} {t.x} {t.n(s.right)} again. ",
                    f"Hold on, is {t.n(m.work.a)} {t.x} {t.n(s.right)} really {t.n(m.was)}? ",
                    "Wait, I should double-check each part. ",
                )
                text += f"{t.n(m.work.a)} {t.x} {t.n(s.right)} is {t.n(m.now)}, not {t.n(m.was)}. "
                text += t.one("So I made an error there. ", "Oops. ", "Okay, that's where I went wrong. ")
                text += f"Then the sum is {t.sum(m.work)} = {t.n(m.work.total)}. "
            return "\n\n" + text + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other("round")
            return (
                "\n\n"
                + t.one("Let me verify this another way. ", "But let me check with a different method to be sure. ")
                + self._body(t, w)
                + t.one(
                    f"Hmm, that's not the same as {t.n(t.previous)}. ",
                    f"Wait, earlier I had {t.n(t.previous)}. These don't match. ",
                )
                + t.one(
                    "I must have made a mistake the first time. ",
                    "Looking back, I dropped something in the earlier addition, so I trust this one. ",
                )
                + self._commit(t)
            )
        text = t.one(
            "Wait, that doesn't seem right. Let me start over. ",
            "Hmm, no, I think I messed up somewhere. Let me redo this from the beginning. ",
            "Wait, I think I made a mistake. Let me recalculate. ",
        )
        if (n := _nines(t)) and t.chance(0.25):
            text = f"Check with mod 9: the factors are {n[0]} and {n[1]}, so the product should be {n[2]}, "
            text += f"but {t.n(t.previous)} is {n[3]} mod 9. So that's wrong. Let me do it again. "
        return "\n\n" + text + self._body(t, _usual(t)) + self._commit(t)

    def _check(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.3 and not _small(t):
            w = t.other("round")
            return (
                t.one("Let me double-check using another approach. ", "Just to be sure, let me verify it another way. ")
                + self._body(t, w)
                + t.one("Same result. ", "Yes, that matches. ", "Okay, that's consistent with what I had. ")
            )
        if draw < 0.5 and (n := _mod9(t)):
            return (
                f"Quick mod 9 check: {n[0]} times {n[1]} is {n[0] * n[1]}, "
                f"so {n[2]}, and the result also gives {n[2]}. Good. "
            )
        if draw < 0.65 and (d := _last(t)):
            return f"The last digit should be {d[2] % 10} since {d[0]} times {d[1]} is {d[2]}. That matches. "
        if draw < 0.8 and (e := _rough(t)):
            return (
                f"Let me see if that's reasonable: {t.n(e[0])} times {t.n(e[1])} is {t.n(e[2])}, so yes, it's close. "
            )
        s = t.rng.choice(t.work.terms)
        if _small(t):
            return "Wait, is that right? Yes, I'm sure. "
        part = f"{t.n(t.work.a)} {t.x} {t.n(s.right)}"
        return (
            t.one(
                f"Wait, did I do {part} correctly? ", f"Hmm, let me recheck {part}. ", f"Wait, {part}, is that right? "
            )
            + f"{t.n(s.value)}, yes. "
            + t.one("So that's fine. ", "I think it's correct. ", "")
        )

    def closing(self, t: Telling) -> str:
        text = ""
        while t.chance(0.35) and len(text) < 900:
            text += "\n\n" + self._check(t)
        w, z = t.work, t.m(t.candidate)
        text += "\n</think>\n\n"
        if t.chance(0.2):
            return text + t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**.")
        if _small(t):
            return text + t.r(f"{t.a} × {t.b} = \\(\\boxed{{{z}}}\\)")
        text += t.one(
            f"To calculate \\({t.m(t.a)} \\times {t.m(t.b)}\\), we follow these steps:\n\n",
            f"**Solution:**\n\nWe multiply {t.n(t.a)} by {t.n(t.b)} using the distributive property.\n\n",
            "**Step-by-Step Explanation:**\n\n",
        )
        text += "\n".join(
            f"{i}. \\({t.m(w.a)} \\times {t.m(s.right)} = {t.m(s.value)}\\)" for i, s in enumerate(w.terms, start=1)
        )
        text += f"\n\n{t.one('Adding', 'Combining')} these results:\n\\[\n{t.sum(w, True)} = {t.r(z)}\n\\]\n\n"
        return text + t.r(
            t.one(
                f"**Answer:** \\(\\boxed{{{z}}}\\)",
                f"**Final Answer:**\n\\[\n\\boxed{{{z}}}\n\\]",
                f"Thus, the final answer is \\(\\boxed{{{z}}}\\).",
            )
        )


class LlamaHeadings(Style):
    """A heading a step, plain equations, and one closing sentence with a box."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "*", "x", "×")
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", t.words)

    def _head(self, t: Telling, number: int, text: str) -> str:
        return f"**Step {number}: {text}**\n" if t.flag("bold", 0.35) else f"## Step {number}: {text}\n"

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return (
                self._head(t, 1, "Identify the numbers to multiply")
                + f"We need to multiply {t.a} by {t.b}.\n\n"
                + self._head(t, 2, "Perform the multiplication")
                + f"{t.ab} = {t.n(w.total)}\n\n"
            )
        text = self._head(t, 1, t.one("Break down the multiplication", "Break down the numbers", f"Expand {t.n(w.b)}"))
        text += t.one(
            f"We can rewrite {t.n(w.b)} as {t.factor(w)}.\n\n",
            f"To make this easier, write {t.n(w.b)} = {t.factor(w)}.\n\n",
        )
        number = 2
        if t.flag("one step a part", 0.5):
            for s in w.terms:
                text += self._head(t, number, f"Multiply {a} by {t.n(s.right)}")
                text += (t.detail(s, 0.3) or f"{a} {t.x} {t.n(s.right)} = {t.n(s.value)}") + "\n\n"
                number += 1
        else:
            text += self._head(t, number, f"Multiply {a} by each part")
            text += "".join(f"{a} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms) + "\n"
            number += 1
        text += self._head(
            t, number, t.one("Add the results together", "Add the partial products", "Calculate the sum")
        )
        if t.flag("stepwise", 0.4):
            return text + "\n".join(_running(w, t.n)) + "\n\n"
        return text + f"{t.sum(w)} = {t.n(w.total)}\n\n"

    def _commit(self, t: Telling) -> str:
        if t.flag("plain end", 0.35):
            return t.c(f"{t.one('Therefore,', 'So,')} {t.ab} = {t.n(t.candidate)}.") + "\n\n"
        return t.c(f"The final answer is: {t.boxed('$', '$')}") + "\n\n"

    def first(self, t: Telling) -> str:
        opening = t.one(
            "",
            f"To calculate {t.ab}, we can follow these steps:\n\n",
            f"To find the product of {t.n(t.a)} and {t.n(t.b)}, let's break it down step by step.\n\n",
        )
        return opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=3, verify=2)
        if way == "mend" and (m := _fix(t)):
            text = t.one(
                "However, I made a mistake in my previous calculation. Let me correct it.\n\n",
                "However, let's double check the math.\n\n",
                "I made an error. Let me fix it:\n\n",
            )
            if m.place is None:
                text += f"The sum should be:\n{t.sum(m.work)} = {t.n(m.now)}\nnot {t.n(m.was)}.\n\n"
            else:
                s = m.work.terms[m.place]
                text += f"{t.n(m.work.a)} {t.x} {t.n(s.right)} should be {t.n(m.now)} instead of {t.n(m.was)}.\n\n"
                text += f"So the sum becomes {t.sum(m.work)} = {t.n(m.work.total)}\n\n"
            return text + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other()
            return (
                t.one(
                    "Let's verify the result using a different method.\n\n", "To check, let's do it in another way.\n\n"
                )
                + "\n".join(f"{t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)}" for s in w.terms)
                + f"\n{t.sum(w)} = {t.n(w.total)}\n\n"
                + f"This does not match {t.n(t.previous)}, so there was an error in the steps above.\n\n"
                + self._commit(t)
            )
        lead = t.one(
            "However, the above answer is incorrect. Let's try again.\n\n",
            "I made a mistake in the above calculation. Here is the corrected version:\n\n",
            "Wait, I think I made an error. Let me start again.\n\n",
            "My previous response contained an error. Let me recalculate.\n\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        z, draw = t.n(t.candidate), t.rng.random()
        if t.flag("plain end", 0.35) and draw < 0.5:
            return t.r(t.one(f"The final answer is: $\\boxed{{{t.m(t.candidate)}}}$", f"The answer is {z}."))
        if draw < 0.6 and not _small(t):
            return f"To double check, divide {z} by {t.n(t.b)}: the quotient is {t.n(t.a)}, so the answer is correct."
        return ""


class ChatBullets(Style):
    """Assistant Markdown with sections, bullets and inline LaTeX (GPT-4o and those trained on it)."""

    def begin(self, t: Telling) -> None:
        t.x = "\\times"
        t.words = "comma"
        t.maths = t.one("comma", "comma", "latex", "plain")

    def _body(self, t: Telling, w: Work, label: str = "Step") -> str:
        a, b = t.m(w.a), t.m(w.b)
        if _small(t):
            return (
                f"\\( {t.a} \\times {t.b} \\) is {t.one('the same as', 'equal to')} "
                f"\\( {_repeated(t)} = {t.m(w.total)} \\).\n\n"
            )
        text = f"### {label} 1: {t.one('Break it down', 'Break down the numbers', 'Expand one factor')}\n"
        text += (
            f"We can write \\( {b} \\) as \\( {t.factor(w, True)} \\), "
            f"so:\n\n\\[\n{a} \\times {b} = {a} \\times ({t.factor(w, True)})\n\\]\n\n"
        )
        text += f"### {label} 2: {t.one('Multiply each part', 'Compute the partial products')}\n"
        for i, s in enumerate(w.terms, start=1):
            mark = f"{i}." if t.flag("numbers", 0.4) else "-"
            text += f"{mark} \\( {a} \\times {t.m(s.right)} = {t.m(s.value)} \\)\n"
        text += f"\n### {label} 3: {t.one('Add the results', 'Add everything together', 'Combine')}\n"
        if t.flag("stepwise", 0.5):
            return text + "".join(f"- \\( {line} \\)\n" for line in _running(w, t.m)) + "\n"
        return text + f"\\[\n{t.sum(w, True)} = {t.m(w.total)}\n\\]\n\n"

    def _commit(self, t: Telling, final: str = "Final Answer") -> str:
        z = t.m(t.candidate)
        end = t.flag("end", 0.5)
        if end:
            return t.c(f"### {final}:\n\\[\n{t.m(t.a)} \\times {t.m(t.b)} = {z}\n\\]") + "\n\n"
        return t.c(f"**{final}:** \\( {z} \\)") + "\n\n"

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"Let's calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\) step by step:",
            f"To calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\), let's break it down into smaller parts:",
            f"Sure! Let's work through \\( {t.m(t.a)} \\times {t.m(t.b)} \\).",
        )
        return f"{opening}\n\n" + t.one("---\n\n", "", "") + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, verify=1.5)
        rule = "---\n\n" if t.flag("rule", 0.4) else ""
        if way == "mend" and (m := _fix(t)):
            text = rule + t.one(
                "Let me double-check the work:\n\n",
                "Wait, I need to correct something above.\n\n",
                "### Correction\n",
                "Upon review, I noticed a small error:\n\n",
            )
            if m.place is None:
                text += f"- The sum is \\( {t.sum(m.work, True)} = {t.m(m.now)} \\), not \\( {t.m(m.was)} \\).\n\n"
            else:
                s = m.work.terms[m.place]
                text += f"- \\( {t.m(m.work.a)} \\times {t.m(s.right)} = {t.m(m.now)} \\) (not \\( {t.m(m.was)} \\))\n"
                text += f"- New total: \\( {t.sum(m.work, True)} = {t.m(m.work.total)} \\)\n\n"
            return text + self._commit(t, t.one("Corrected Final Answer", "Final Answer", "Corrected Answer"))
        if way == "verify" and not _small(t):
            w = t.other("round")
            text = rule + t.one("### Verification\n", "**Double-checking with another breakdown:**\n")
            text += "".join(f"- \\( {t.m(w.a)} \\times {t.m(s.right)} = {t.m(s.value)} \\)\n" for s in w.terms)
            text += f"- Total: \\( {t.m(w.total)} \\)\n\nThis doesn't agree with \\( {t.m(t.previous)} \\); "
            text += t.one("the first total was off.\n\n", "there was an arithmetic slip in the first pass.\n\n")
            return text + self._commit(t, t.one("Corrected Final Answer", "Final Answer"))
        lead = t.one(
            "I apologize for the mistake in the calculation above. Let's redo it carefully:\n\n",
            "Hmm, that result isn't right. Let me recalculate:\n\n",
            "Let me correct that, since I made an error above.\n\n",
        )
        return rule + lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        z, draw = t.m(t.candidate), t.rng.random()
        if draw < 0.15 and (e := _rough(t)):
            return (
                f"**Sanity check:** \\( {t.m(e[0])} \\times {t.m(e[1])} = "
                f"{t.m(e[2])} \\), so the answer is in the right range. ✅"
            )
        if draw < 0.3:
            return t.r(f"So, \\( {t.m(t.a)} \\times {t.m(t.b)} = \\mathbf{{{z}}} \\).")
        if draw < 0.36:
            return (
                "If you want to be completely sure, I recommend checking "
                "the result with a calculator, as I may make mistakes."
            )
        if draw < 0.45:
            return t.one("Would you like me to show another method?", "Let me know if you'd like to try another one!")
        return ""


class GemmaBold(Style):
    """Bold labels, asterisk bullets, friendly closings."""

    ends = ("", "\n", " \n")

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "*", "×", "x")
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.one("plain", t.words)

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return f"*   {t.ab} means adding {max(t.a, t.b)} to itself: {_repeated(t)} = {t.n(w.total)}\n\n"
        text = f"**1. Break down {t.n(w.b)}:**\n\n*   {t.n(w.b)} = {t.factor(w)}\n\n"
        text += f"**2. Multiply {a} by each part:**\n\n"
        for s in w.terms:
            name = f"**{t.n(s.right)}:** " if t.flag("named", 0.4) else ""
            text += f"*   {name}{t.detail(s, 0.3) or f'{a} {t.x} {t.n(s.right)} = {t.n(s.value)}'}\n"
        text += f"\n**3. {t.one('Add the results', 'Add the partial products together', 'Sum it all up')}:**\n\n"
        if t.flag("stepwise", 0.4):
            return text + "".join(f"*   {line}\n" for line in _running(w, t.n)) + "\n"
        return text + f"{t.sum(w)} = {t.n(w.total)}\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**Therefore, {t.ab} = {z}**",
                    f"So, the answer is **{z}**.",
                    f"**Answer:** {z}",
                    f"**{t.ab} = {z}**",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"Okay, let's calculate {t.ab} step-by-step:",
            f"Here's how to calculate {t.ab} step-by-step:",
            f"Let's break down the multiplication {t.ab}:",
        )
        return f"{opening}\n\n" + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=3, verify=1)
        if way == "mend" and (m := _fix(t)):
            text = t.one(
                "**Wait, let me double check that!**\n\n",
                "**Correction:** I made a mistake above.\n\n",
                "Oops! I spotted an error in my work.\n\n",
            )
            if m.place is None:
                text += f"*   {t.sum(m.work)} = {t.n(m.now)}, not {t.n(m.was)}.\n\n"
            else:
                s = m.work.terms[m.place]
                text += f"*   {t.n(m.work.a)} {t.x} {t.n(s.right)} is {t.n(m.now)}, **not** {t.n(m.was)}.\n"
                text += f"*   Adding again: {t.sum(m.work)} = {t.n(m.work.total)}\n\n"
            return text + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other()
            return (
                "**Let's check the answer with a different split:**\n\n"
                + "".join(f"*   {t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms)
                + f"*   {t.sum(w)} = {t.n(w.total)}\n\n"
                + f"That's not {t.n(t.previous)}, so my first result was wrong.\n\n"
                + self._commit(t)
            )
        lead = t.one(
            "I apologize, there was an error in my calculation. Let's try it again:\n\n",
            "**Oops, that's not correct.** Let me redo the calculation:\n\n",
            "Hmm, my result above is wrong. Let me recalculate:\n\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.25:
            return "Let me know if you'd like to try another multiplication problem! " + t.one("😊", "")
        if draw < 0.4:
            return t.r(f"Final Answer: The final answer is $\\boxed{{{t.m(t.candidate)}}}$")
        if draw < 0.48:
            return (
                "**Important Note:** I can make mistakes with large numbers. "
                "It's a good idea to double-check with a calculator."
            )
        if draw < 0.55 and (e := _rough(t)):
            return f"**Quick check:** {t.n(e[0])} {t.x} {t.n(e[1])} is about {t.n(e[2])}, so the answer makes sense."
        return ""


class MistralParagraph(Style):
    """Plain sentences, hardly any markup."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "x", "multiplied by", "times")
        t.words = t.one("comma", "plain")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return f"Multiplying {t.a} by {t.b} is the same as adding {_repeated(t)}. "
        text = t.one(
            f"we can split {t.n(w.b)} into {t.factor(w)} and multiply each of them by {a}. ",
            f"write {t.n(w.b)} as {t.factor(w)}. ",
        )
        text = text[0].upper() + text[1:]
        order = ["First, ", "Then, ", "After that, ", "Next, ", "Also, ", "Lastly, "]
        for place, s in enumerate(w.terms):
            text += order[min(place, 5)]
            text += t.one(
                f"{a} {t.x} {t.n(s.right)} gives {t.n(s.value)}. ",
                f"{a} {t.x} {t.n(s.right)} equals {t.n(s.value)}. ",
            )
        text += t.one("\n\n", "")
        if t.flag("stepwise", 0.5):
            return text + "Adding these up one at a time: " + ", ".join(_running(w, t.n)) + ". "
        return text + f"Now we add these together: {t.sum(w)} = {t.n(w.total)}. "

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, the result of {t.ab} is {z}.",
                f"Therefore, {t.ab} is equal to {z}.",
                f"So the answer is {z}.",
                f"This gives us a final answer of {z}.",
            )
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"To calculate {t.ab}, you can follow these steps. ",
            f"I'll help you calculate {t.ab}. ",
            f"Sure, let's do {t.ab} step by step.\n\n",
        )
        if t.chance(0.12) and (e := _rough(t)) and not _small(t):
            opening += f"As a rough estimate, {t.n(e[0])} {t.x} {t.n(e[1])} is about {t.n(e[2])}. "
        return opening + self._body(t, t.work) + t.one("\n\n", "") + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=3, verify=2)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = (
                    f"On second thought, I added these up wrongly. {t.sum(m.work)} is {t.n(m.now)}, not {t.n(m.was)}. "
                )
            else:
                s = m.work.terms[m.place]
                text = t.one(
                    f"Actually, I miscalculated one of the parts: {t.n(m.work.a)} "
                    f"{t.x} {t.n(s.right)} is {t.n(m.now)} and not {t.n(m.was)}. ",
                    f"Let me go back over this. {t.n(m.work.a)} {t.x} {t.n(s.right)} "
                    f"should have been {t.n(m.now)}, I wrote {t.n(m.was)}. ",
                )
                text += f"With this, the sum is {t.sum(m.work)} = {t.n(m.work.total)}. "
            return "\n\n" + text + self._commit(t)
        if way == "verify" and not _small(t):
            return (
                "\n\n"
                + t.one("To double-check, let us do it the other way. ", "Let me check this result. ")
                + self._body(t, t.other("round"))
                + f"This differs from {t.n(t.previous)}, so I must have made an error before. "
                + self._commit(t)
            )
        lead = t.one(
            "I'm sorry, I made a mistake in the calculation above. Let me try again. ",
            "I apologize for the confusion, but that is not the right result. Let's do the calculation again. ",
            "However, this is not correct. Let me redo the multiplication. ",
        )
        return "\n\n" + lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        z, draw = t.n(t.candidate), t.rng.random()
        if draw < 0.12:
            return f"\n\nYou can check it by dividing {z} by {t.n(t.a)}, which gives back {t.n(t.b)}."
        if draw < 0.2 and (d := _last(t)):
            return (
                f"\n\nThe last digits {d[0]} and {d[1]} multiply to {d[2]}, "
                f"so the result must end in {d[2] % 10}, and it does."
            )
        if draw < 0.26:
            return "\n\nI hope this helps! If I made a mistake anywhere, please let me know."
        if draw < 0.32:
            return "\n\n" + t.r(f"Answer: {z}")
        return ""


class BasePages(Style):
    """A base model: no fixed form, loose ends, and often another problem after this one."""

    ends = ("", "", "\n", "<|endoftext|>")

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "*", "x", "×")
        t.words = t.one("plain", "plain", "comma")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return f"{_repeated(t)} = {t.n(w.total)}\n"
        kind = t.one("steps", "lines", "chain")
        if kind == "chain":
            products = " + ".join(f"{a}{t.x}{t.n(s.right)}" for s in w.terms)
            return f"{a}{t.x}{t.n(w.b)} = {a}{t.x}({t.factor(w)}) = {products} = {t.sum(w)} = {t.n(w.total)}\n"
        text = ""
        for i, s in enumerate(w.terms, start=1):
            lead = f"Step {i}: " if kind == "steps" else ""
            text += f"{lead}{t.one('Multiply', 'multiply') + ' ' if kind == 'steps' else ''}"
            if kind == "steps":
                text += f"{a} by {t.n(s.right)} to get {t.n(s.value)}.\n"
            else:
                text += f"{a} {t.x} {t.n(s.right)} = {t.n(s.value)}\n"
        lead = f"Step {len(w.terms) + 1}: Add: " if kind == "steps" else ""
        return text + f"{lead}{t.sum(w)} = {t.n(w.total)}\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"The answer is {z}.",
                    f"So the answer is {z}",
                    f"Answer: {z}",
                    f"Therefore {t.n(t.a)} {t.x} {t.n(t.b)} = {z}.",
                    f"So, {z}.",
                )
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            " Then write the answer.\n\n",
            " Show your work.\n",
            "\n\n",
            "\nSolution: ",
            "\nAnswer:\n",
            " Let's think step by step.\n",
            f" To find {t.n(t.a)} {t.x} {t.n(t.b)}, multiply the parts and add them.\n",
        )
        return opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=2, verify=2)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = f"\nWait, the sum is wrong. {t.sum(m.work)} = {t.n(m.now)}.\n"
            else:
                s = m.work.terms[m.place]
                text = t.one("\nThere is a mistake: ", "\nNo, that is wrong, ", "\nOops, ")
                text += f"{t.n(m.work.a)} {t.x} {t.n(s.right)} is {t.n(m.now)} not {t.n(m.was)}. "
                text += f"So we have {t.sum(m.work)} = {t.n(m.work.total)}\n"
            return text + self._commit(t)
        if way == "verify" and not _small(t):
            return (
                t.one("\nCheck:\n", "\nLet's check it in another way.\n")
                + self._body(t, t.other())
                + t.one(
                    "The two answers are different. The first one is wrong. ", "So the first answer was not right. "
                )
                + self._commit(t)
            )
        lead = t.one(
            "\nThis is not correct. Let's do it again.\n",
            "\nSorry, I made a mistake. Let me try again:\n",
            "\nHmm, this is wrong, try again.\n",
            "\nNo wait, I made a mistake somewhere. Start again.\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        x, y, z = _elsewhere(t)
        if draw < 0.15:
            unit = y // 10 * 10
            return (
                f"\nCalculate {x} * {y}. Think step by step.\n"
                + f"{x} * {unit} = {x * unit}\n{x} * {y - unit} = {x * (y - unit)}\n"
                + f"{x * unit} + {x * (y - unit)} = {z}\nThe answer is {z}.\n"
            )
        if draw < 0.25:
            return f"\nHuman: What is {x} plus {y}?\n\nAssistant: {x} + {y} = {x + y}. The answer is {x + y}.\n"
        if draw < 0.35:
            return (
                f"\nQuestion: A shop sells {x} boxes with {y} pens each. "
                f"How many pens are there?\nAnswer: {x} * {y} = {z}\n"
            )
        if draw < 0.42:
            return "\n" + t.r(f"The final answer is {t.n(t.candidate)}.") + "\n"
        if draw < 0.48:
            return "\nIs this correct? Yes.\n"
        if draw < 0.52:
            return "\nI think I made a mistake somewhere, but I don't know where.\n"
        return ""


class AlignedMath(Style):
    """One derivation in LaTeX, as mathematics models write it, with the answer sentence of their training data."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("\\cdot", "\\times", "\\times")
        t.words = t.one("plain", "plain", "comma")
        t.maths = "plain" if t.words == "plain" else t.one("comma", "latex")

    def _body(self, t: Telling, w: Work) -> str:
        a, b = t.m(w.a), t.m(w.b)
        if _small(t):
            return f"${t.a} {t.x} {t.b} = {t.m(w.total)}$. "
        lines = [f"{a} {t.x} {b} &= {a} {t.x} ({t.factor(w, True)})"]
        if t.chance(0.5):
            products = f"{a} {t.x} {t.m(w.terms[0].right)}"
            for s in w.terms[1:]:
                products += f" {'+' if s.sign > 0 else '-'} {a} {t.x} {t.m(s.right)}"
            lines.append(f"&= {products}")
        lines.append(f"&= {t.sum(w, True)}")
        if len(w.terms) > 2 and t.chance(0.6):
            rest = list(w.steps())
            for place, (*_, result) in enumerate(rest[:-1]):
                after = "".join(f" {'+' if sign > 0 else '-'} {t.m(v)}" for _, sign, v, _ in rest[place + 1 :])
                lines.append(f"&= {t.m(result)}{after}")
        lines.append(f"&= {t.m(w.total)}.")
        if t.flag("aligned", 0.6):
            return "\\begin{align*}\n" + " \\\\\n".join(lines) + "\n\\end{align*}\n"
        return "$" + " ".join(line.replace("&=", "=") for line in lines).rstrip(".") + "$.\n"

    def _commit(self, t: Telling) -> str:
        if t.flag("box each", 0.5):
            return t.c(t.one(f"The answer is {t.boxed('$', '$')}.", f"Thus the product is {t.boxed('$', '$')}.")) + "\n"
        return (
            t.c(
                t.one(
                    f"So the answer is ${t.m(t.candidate)}$.",
                    f"Hence ${t.m(t.a)} {t.x} {t.m(t.b)} = {t.m(t.candidate)}$.",
                )
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            "We use the distributive property.\n",
            f"We want to compute ${t.m(t.a)} {t.x} {t.m(t.b)}$.\n\n",
            "",
            "We have\n",
        )
        return opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=3, verify=2)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = t.one("Let us recheck the addition: ", "The last addition is incorrect: ")
                text += f"${t.sum(m.work, True)} = {t.m(m.now)} \\neq {t.m(m.was)}$. "
            else:
                s = m.work.terms[m.place]
                text = t.one("Rechecking the terms, ", "But wait, there is an error: ", "However, ")
                text += f"${t.m(m.work.a)} {t.x} {t.m(s.right)} = {t.m(m.now)}$, not ${t.m(m.was)}$. "
                text += f"Hence the sum is ${t.sum(m.work, True)} = {t.m(m.work.total)}$. "
            return "\n" + text + self._commit(t)
        if way == "verify" and not _small(t):
            return (
                t.one("\nWe verify this by expanding the other way.\n", "\nTo check, we compute it differently.\n")
                + self._body(t, t.other("round"))
                + t.one("This contradicts the value above, which was wrong. ", "So our earlier value was incorrect. ")
                + self._commit(t)
            )
        lead = t.one(
            "\nWe made a mistake in the computation above. Let us redo it.\n",
            "\nThis is incorrect. Let's compute again.\n",
            "\nOn checking, the result is not right, so we repeat the computation.\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        z, draw = t.m(t.candidate), t.rng.random()
        if draw < 0.15 and (n := _mod9(t)):
            return (
                f"\nCheck modulo $9$: ${t.m(t.a)} \\equiv {n[0]}$, ${t.m(t.b)} \\equiv {n[1]}$, and "
                f"${n[0]} \\cdot {n[1]} = {n[0] * n[1]} \\equiv {n[2]}$, which agrees."
            )
        if not t.flag("box each", 0.5):
            return t.r(f"The final answer is $\\boxed{{{z}}}$.")
        return t.r(f"The answer is: ${z}$") if t.chance(0.3) else ""


class ZeroTags(Style):
    """An R1-Zero-like policy: thinks in tags, answers in tags."""

    def _bare(self, t: Telling) -> bool:
        """The only place that commits the answer is the answer tag."""
        return len(t.candidates) == 1 and t.flag("bare", 0.3)

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "*", "×")
        t.words = t.one("plain", "plain", "comma")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return f"{t.ab} = {t.n(w.total)}. "
        new = "\n" if t.flag("lines", 0.5) else " "
        text = t.one(f"Break {t.n(w.b)} into {t.factor(w)}.", f"{t.n(w.b)} = {t.factor(w)}.") + new
        if t.flag("lettered", 0.3):
            text += "".join(
                f"({chr(97 + i)}) {a} {t.x} {t.n(s.right)} = {t.n(s.value)}{new}" for i, s in enumerate(w.terms)
            )
        else:
            text += "".join(f"{a} {t.x} {t.n(s.right)} = {t.n(s.value)}.{new}" for s in w.terms)
        if t.flag("stepwise", 0.6):
            return text + f"Sum: {', '.join(_running(w, t.n))}.{new}"
        return text + f"Sum: {t.sum(w)} = {t.n(w.total)}.{new}"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"So the result is {z}.", f"Therefore, {t.ab} = {z}.", f"So the answer is {z}."))

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"To calculate {t.ab}, I will multiply part by part. ",
            f"We need to calculate {t.ab}. ",
            f"I need to compute {t.ab} step by step. ",
        )
        head = t.one("<think>\n", "<think> ", "<think>")
        if self._bare(t):
            text = head + opening + self._body(t, _usual(t))
            return text + "\n</think>\n" + t.c(f"<answer>{t.n(t.candidate)}</answer>")
        return head + opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=2, verify=4)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = f"Let me recheck the sum: {', '.join(_running(m.work, t.n))}. "
                text += f"So {t.n(m.was)} was a mistake. "
            else:
                s = m.work.terms[m.place]
                text = f"Let me recheck each product. {t.n(m.work.a)} {t.x} {t.n(s.right)} = {t.n(m.now)}, "
                text += f"but I wrote {t.n(m.was)}. This is a mistake. "
                text += f"The sum is now {t.sum(m.work)} = {t.n(m.work.total)}. "
            return t.one("\n", " ") + text + self._commit(t)
        if way == "verify" and not _small(t):
            return (
                t.one("\nI'll go back and check. ", "\nLet me verify the result. ", "\nTo make sure, verify again. ")
                + self._body(t, t.other())
                + f"This is not equal to {t.n(t.previous)}, so the previous result is wrong. "
                + self._commit(t)
            )
        lead = t.one(
            "\nWait, I made a mistake. Let me recompute. ",
            "\nHowever, this is incorrect. Let me calculate again. ",
            "\nThere is an error in the calculation. Let me try again. ",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        if self._bare(t):
            return ""
        text, draw = "", t.rng.random()
        if draw < 0.15 and not _small(t):
            w = t.work
            text = "\nLet me verify each step. "
            text += " ".join(f"{t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)} is correct." for s in w.terms[:3])
            text += " The calculation is correct. "
        elif draw < 0.25:
            text = f"\nI'll check it: {t.n(t.candidate)} / {t.n(t.a)} = {t.n(t.b)}. It is consistent. "
        elif draw < 0.3:
            text = "\nI may have made a mistake, but every step looks right. "
        return text + "\n</think>\n" + t.r(f"<answer>{t.one('', ' ')}{t.n(t.candidate)}</answer>")


class ReflectSft(Style):
    """A small model tuned on fixed templates with a sentence of reflection."""

    def begin(self, t: Telling) -> None:
        t.x = "*"
        t.words = "plain"

    def _body(self, t: Telling, w: Work) -> str:
        if _small(t):
            return f"Step 1: {t.ab} = {t.n(w.total)}\n"
        lines = [f"{t.n(w.a)} * {t.n(s.right)} = {t.n(s.value)}" for s in w.terms] + _running(w, t.n)
        return "".join(f"Step {i}: {line}\n" for i, line in enumerate(lines, start=1))

    def _commit(self, t: Telling) -> str:
        form = t.flag("hash", 0.3), t.flag("result", 0.5)
        head = "#### " if form[0] else "Result: " if form[1] else "Answer: "
        return t.c(f"{head}{t.n(t.candidate)}") + "\n"

    def first(self, t: Telling) -> str:
        return t.one("", "", f"Problem: {t.ab}\n") + self._body(t, t.solve("low", "high")) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=5, mend=2)
        if way == "mend" and (m := _fix(t)) and m.place is not None:
            place = m.place + 1
            lines = [f"Step {place}: {t.n(m.work.a)} * {t.n(m.work.terms[m.place].right)} = {t.n(m.now)}"]
            lines += [f"Step {len(m.work.terms) + i}: {line}" for i, line in enumerate(_running(m.work, t.n), start=1)]
            return f"Check: Step {place} is wrong. Let me fix it.\n" + "\n".join(lines) + "\n" + self._commit(t)
        lead = t.one(
            "I think I made a mistake. Let me recompute.\n",
            "Let me check my work. I made a mistake. Let me try again.\n",
            "Wait, that is not right. I will solve it again.\n",
        )
        return lead + self._body(t, t.solve("low", "high")) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.25:
            return t.one("Let me check my work. Everything is correct.\n", "Check: all steps are correct.\n")
        if draw < 0.32:
            x, y, z = _elsewhere(t)
            return f"\nProblem: {x} * {y}\nStep 1: {x} * {y} = {z}\nAnswer: {z}\n"
        if draw < 0.37:
            return "I think I made a mistake.\n"
        return ""


class PartialsTable(Style):
    """Partial products in a Markdown table, sometimes with a running total."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("×", "×", "x", "·")
        t.words = t.one("comma", "comma", "plain", "narrow")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return f"| Factor | Factor | Product |\n|:-:|:-:|:-:|\n| {t.a} | {t.b} | {t.n(w.total)} |\n\n"
        if t.flag("running", 0.35):
            text = "| Part | Calculation | Partial product | Running total |\n|---|---|---|---|\n"
            so_far = [w.terms[0].value, *(step[3] for step in w.steps())]
            for s, total in zip(w.terms, so_far, strict=True):
                text += f"| {t.n(s.right)} | {a} {t.x} {t.n(s.right)} | {t.n(s.value)} | {t.n(total)} |\n"
            return text + "\n"
        text = f"| {t.one('Step', '#')} | Calculation | {t.one('Result', 'Partial product')} |\n|---:|:---|---:|\n"
        for i, s in enumerate(w.terms, start=1):
            text += f"| {i} | {a} {t.x} {t.n(s.right)} | {t.n(s.value)} |\n"
        if t.flag("sum row", 0.5):
            return text + f"| {t.one('**Sum**', '**Total**', 'Σ')} | | **{t.n(w.total)}** |\n\n"
        return text + f"\nAdding the last column: {t.sum(w)} = {t.n(w.total)}\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**Result:** {t.ab} = **{z}**",
                    f"Hence {t.ab} = {z}.",
                    f"So the product is **{z}**.",
                    f"**Answer: {z}**",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        w = _usual(t)
        opening = t.one("", f"**Calculating {t.ab}**\n\n", f"We want {t.ab}.\n\n")
        if not _small(t):
            opening += t.one(
                f"Split the second factor: {t.n(w.b)} = {t.factor(w)}.\n\n",
                f"I'll split {t.n(w.b)} into {', '.join(t.n(p) for p in w.parts)} "
                "and collect the partial products in a table.\n\n",
            )
        return opening + self._body(t, w) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=2, mend=4, verify=2)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = t.one("Let me re-add the column: ", "The total in the table is wrong. Adding again: ")
                text += f"{t.sum(m.work)} = {t.n(m.now)}, not {t.n(m.was)}.\n\n"
                return text + self._commit(t)
            s = m.work.terms[m.place]
            text = t.one(
                f"Checking the rows: row {m.place + 1} is wrong, {t.n(m.work.a)} {t.x} {t.n(s.right)} is {t.n(m.now)}.",
                f"There's an error in the row for {t.n(s.right)}: it should read {t.n(m.now)}, not {t.n(m.was)}.",
            )
            return text + " Here is the corrected table:\n\n" + self._body(t, m.work) + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other()
            return (
                f"Cross-check, splitting {t.n(w.b)} this time:\n\n"
                + self._body(t, w)
                + f"The totals disagree ({t.n(t.previous)} against "
                + f"{t.n(t.candidate)}), and the mistake is in the earlier table.\n\n"
                + self._commit(t)
            )
        lead = t.one(
            "That can't be right, I made a mistake in the table. Once more from the top:\n\n",
            "I need to correct the table above, as some entries are wrong:\n\n",
            "Wait, this is incorrect. Let me redo the table.\n\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        checks = []
        if e := _rough(t):
            checks.append(("Estimate", f"{t.n(e[0])} {t.x} {t.n(e[1])} ≈ {t.n(e[2])}"))
        if d := _last(t):
            checks.append(("Last digit", f"{d[0]} {t.x} {d[1]} = {d[2]} → ends in {d[2] % 10}"))
        if n := _mod9(t):
            checks.append(("Digit sum (mod 9)", f"{n[0]} {t.x} {n[1]} → {n[2]}"))
        if draw < 0.25 and checks:
            rows = "".join(f"| {name} | {text} | ✓ |\n" for name, text in checks)
            return f"| Check | | |\n|---|---|---|\n{rows}"
        if draw < 0.35:
            return "Check: " + t.r(f"{t.n(t.candidate)} ÷ {t.n(t.b)} = {t.n(t.a)} ✓")
        return ""


class GridMethod(Style):
    """The box (area) method: both factors split, a cell a product, rows added up."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("×", "x", "*")
        t.words = t.one("plain", "comma")

    def _parts(self, number: int) -> list[int]:
        places = split(number, "high") if number > 9 else [number]
        if sum(d != "0" for d in str(number)) == 1:
            return [number]
        return places if len(places) <= 3 else _halves(number)

    def _grid(self, t: Telling) -> Work:
        return _build(t, "grid", [Term(x, y, x * y) for y in self._parts(t.b) for x in self._parts(t.a)])

    def _rows(self, t: Telling, w: Work) -> list[tuple[int, list[Term]]]:
        rows: dict[int, list[Term]] = {}
        for s in w.terms:
            rows.setdefault(s.right, []).append(s)
        return list(rows.items())

    def _body(self, t: Telling, w: Work) -> str:
        if len(w.terms) == 1:
            return f"There is only one box: {t.ab} = {t.n(w.total)}.\n\n"
        rows = self._rows(t, w)
        text = f"| {t.x} | " + " | ".join(t.n(s.left) for s in rows[0][1]) + " |\n"
        text += "|---" * (len(rows[0][1]) + 1) + "|\n"
        for right, cells in rows:
            text += f"| **{t.n(right)}** | " + " | ".join(t.n(s.value) for s in cells) + " |\n"
        text += "\n"
        if len(rows) == 1 or len(rows[0][1]) == 1 or not t.flag("by row", 0.6):
            return text + f"{t.one('Add all the boxes', 'Total of the boxes')}: {t.sum(w)} = {t.n(w.total)}\n\n"
        sums = [sum(s.value for s in cells) for _, cells in rows]
        for (_, cells), total in zip(rows, sums, strict=True):
            text += f"- {' + '.join(t.n(s.value) for s in cells)} = {t.n(total)}\n"
        return text + f"\nAdd the rows: {' + '.join(t.n(s) for s in sums)} = {t.n(w.total)}\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"So {t.ab} = {z}.", f"The product is {z}.", f"**{t.ab} = {z}**")) + "\n\n"

    def first(self, t: Telling) -> str:
        opening = t.one(
            "I'll use the box method (area model).\n\n",
            "Let's use the grid method.\n\n",
            f"We can draw a rectangle with sides {t.n(t.a)} and {t.n(t.b)} and cut it into smaller boxes.\n\n",
        )
        parts = [
            f"{t.n(x)} = {' + '.join(t.n(p) for p in self._parts(x))}" for x in (t.a, t.b) if len(self._parts(x)) > 1
        ]
        if parts:
            opening += f"{t.one('Split the numbers', 'Expanded form')}: {' and '.join(parts)}.\n\n"
        return opening + self._body(t, self._grid(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=2, mend=4, verify=1.5)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = (
                    f"Let me check the addition again. {t.sum(m.work)} = {t.n(m.now)}, so {t.n(m.was)} was wrong.\n\n"
                )
            else:
                s = m.work.terms[m.place]
                text = t.one("Wait, one of the boxes is wrong: ", "Let me double-check the boxes. I found an error: ")
                text += f"{t.n(s.left)} {t.x} {t.n(s.right)} = {t.n(m.now)}, not {t.n(m.was)}.\n\n"
                if t.chance(0.5):
                    return text + "The corrected grid:\n\n" + self._body(t, m.work) + self._commit(t)
                text += f"New total: {t.sum(m.work)} = {t.n(m.work.total)}\n\n"
            return text + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other()
            return (
                "Let me verify with the standard method:\n\n"
                + "".join(f"- {t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms)
                + f"- Sum: {t.sum(w)} = {t.n(w.total)}\n\n"
                + f"The grid gave {t.n(t.previous)}, so I made an error in the grid.\n\n"
                + self._commit(t)
            )
        lead = t.one(
            "Hmm, that's not right. Let me fill in the grid again.\n\n",
            "I made a mistake in the grid. Let me redo it.\n\n",
        )
        return lead + self._body(t, self._grid(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.12 and (e := _rough(t)):
            return f"This is close to the estimate {t.n(e[0])} {t.x} {t.n(e[1])} = {t.n(e[2])}, so it is reasonable."
        if draw < 0.25 and not _small(t):
            w = t.other()
            return (
                "Checking with the standard method: "
                + ", ".join(f"{t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)}" for s in w.terms)
                + f", and {t.sum(w)} = {t.r(t.n(w.total))}. The answers agree."
            )
        if draw < 0.35:
            return t.r(f"Final answer: {t.n(t.candidate)}")
        return ""


class AlgebraTricks(Style):
    """Rounding and compensating, FOIL, or a difference of squares, told in a few lines."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("×", "·", "*")
        t.words = t.one("comma", "comma", "plain")

    def _squares(self, t: Telling) -> Work | None:
        if (t.a + t.b) % 2 or t.a == t.b or min(t.a, t.b) < 10 or len(str(t.a)) != len(str(t.b)):
            return None
        mid, far = (t.a + t.b) // 2, abs(t.a - t.b) // 2
        return _build(t, "squares", [Term(mid, mid, mid * mid), Term(far, far, far * far, -1)])

    def _foil(self, t: Telling) -> Work:
        return _build(t, "foil", [Term(x, y, x * y) for x in _halves(t.a) for y in _halves(t.b)])

    def _plan(self, t: Telling) -> Work:
        kind = t.rng.random()
        if kind < 0.25 and (w := self._squares(t)):
            return w
        return self._foil(t) if kind < 0.55 and len(_halves(t.b)) > 1 else t.solve("round")

    def _body(self, t: Telling, w: Work) -> str:
        if _small(t):
            return f"{t.ab} = {t.n(w.total)} (from the times table). "
        a, b = t.n(w.a), t.n(w.b)
        if w.method == "squares":
            mid, far = w.terms[0].left, w.terms[1].left
            return (
                f"The two factors are symmetric about {t.n(mid)}: one is "
                f"{t.n(mid)} + {t.n(far)}, the other {t.n(mid)} − {t.n(far)}. "
                f"So we can use (m + d)(m − d) = m² − d².\n\n{t.n(mid)}² = {t.n(w.terms[0].value)}\n"
                f"{t.n(far)}² = {t.n(w.terms[1].value)}\n\n"
                f"{t.n(w.terms[0].value)} − {t.n(w.terms[1].value)} = {t.n(w.total)}\n\n"
            )
        if w.method == "foil":
            x, y = _halves(t.a), _halves(t.b)
            sides = [" + ".join(t.n(p) for p in part) for part in (x, y)]
            text = f"Write it as ({sides[0]})({sides[1]})"
            names = ["First", "Outer", "Inner", "Last"]
            if len(w.terms) == 4:
                text += t.one(" and use FOIL:\n\n", " and expand:\n\n")
                text += "".join(
                    f"{name}: {t.n(s.left)} {t.x} {t.n(s.right)} = {t.n(s.value)}\n"
                    for name, s in zip(names, w.terms, strict=True)
                )
            else:
                text += " and expand:\n\n"
                text += "".join(f"{t.n(s.left)} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms)
            return text + f"\nSum: {t.sum(w)} = {t.n(w.total)}\n\n"
        if len(w.terms) == 2:
            big, small = w.terms
            sign = "+" if small.sign > 0 else "−"
            return (
                t.one(
                    f"{b} is close to {t.n(big.right)}, so ", f"Use {b} = {t.n(big.right)} {sign} {t.n(small.right)}: "
                )
                + f"{a} {t.x} {b} = {a} {t.x} {t.n(big.right)} {sign} {a} {t.x} {t.n(small.right)}.\n\n"
                + f"{a} {t.x} {t.n(big.right)} = {t.n(big.value)}\n{a} "
                + f"{t.x} {t.n(small.right)} = {t.n(small.value)}\n\n"
                + f"{t.n(big.value)} {sign} {t.n(small.value)} = {t.n(w.total)}\n\n"
            )
        text = f"Distribute over {b} = {t.factor(w)}:\n\n"
        text += "".join(f"{a} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms)
        return text + f"\n{t.sum(w)} = {t.n(w.total)}\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(f"So {t.ab} = {z}.", f"Answer: {z}", f"That gives {z} as the product.", f"Final answer: **{z}**")
        )

    def first(self, t: Telling) -> str:
        return t.one("", "There's a neat way to do this one. ", "") + self._body(t, self._plan(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=2, mend=2, verify=4)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = f"Wait, I combined those incorrectly: {t.sum(m.work)} = {t.n(m.now)}. "
            else:
                s = m.work.terms[m.place]
                what = f"{t.n(s.left)}²" if m.work.method == "squares" else f"{t.n(s.left)} {t.x} {t.n(s.right)}"
                text = t.one("Let me double check: ", "Hmm, one slip: ", "Correction: ")
                text += f"{what} is {t.n(m.now)}, I had {t.n(m.was)}. "
                text += f"Combining again, {t.sum(m.work)} = {t.n(m.work.total)}. "
            return "\n\n" + text + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other() if t.work.method in ("round", "foil") else t.solve("round")
            return (
                t.one("\n\nLet me check that with plain distribution. ", "\n\nSecond method as a check. ")
                + self._body(t, w)
                + f"That's not the {t.n(t.previous)} I found above, so the first method went wrong somewhere. "
                + self._commit(t)
            )
        lead = t.one(
            "\n\nActually, I made an algebra mistake there. Again: ",
            "\n\nNo, that's off. Let me rework it. ",
            "\n\nThat isn't right; let me try a different approach. ",
        )
        if (d := _ending(t)) and t.chance(0.4):
            lead = (
                f"\n\nBut the product has to end in {d[2] % 10} ({d[0]} "
                f"{t.x} {d[1]} = {d[2]}), so that's wrong. Let me redo it. "
            )
        return lead + self._body(t, self._plan(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        z, draw = t.n(t.candidate), t.rng.random()
        if draw < 0.15 and (n := _mod9(t)):
            return f"\n\nCasting out nines: {n[0]} {t.x} {n[1]} leaves {n[2]}, and {z} leaves {n[2]}. OK."
        if draw < 0.25 and not _small(t):
            return "\n\nDirect multiplication confirms: " + t.r(f"{t.ab} = {z}") + " ✔"
        return ""


class HeadedWorked(Style):
    """A title, an estimate, careful steps, a verification section (Claude and its imitators)."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("×", "×", "*")
        t.words = t.one("comma", "comma", "plain")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.n(w.a)
        if _small(t):
            return f"{t.ab} = {_repeated(t)} = {t.n(w.total)}\n\n"
        text = t.one(
            f"I'll break {t.n(w.b)} into {t.factor(w)}:\n\n",
            f"**Split {t.n(w.b)}:** {t.factor(w)}\n\n**Partial products:**\n\n",
        )
        for s in w.terms:
            line = t.detail(s, 0.35) or f"{a} {t.x} {t.n(s.right)} = {t.n(s.value)}"
            text += f"- {line}\n"
        text += t.one("\n**Add them up:**\n\n", "\nAdding:\n\n")
        if t.flag("stepwise", 0.6):
            return text + "".join(f"- {line}\n" for line in _running(w, t.n)) + "\n"
        return text + f"{t.sum(w)} = {t.n(w.total)}\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"**{t.ab} = {z}**",
                    f"So {t.ab} = **{z}**.",
                    f"## Answer\n\n**{z}**",
                    f"The answer is **{z}**.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"# {t.ab}\n\n",
            f"I'll solve {t.ab} step by step.\n\n",
            f"I'll work through {t.ab} carefully.\n\n",
        )
        if not _small(t) and t.chance(0.3) and (e := _rough(t)):
            text += (
                f"**Estimate first:** {t.n(e[0])} {t.x} {t.n(e[1])} ≈ {t.n(e[2])}, so I expect something near that.\n\n"
            )
        return text + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=2, mend=4, verify=3)
        if way == "mend" and (m := _fix(t)):
            text = t.one("**Verification:** ", "Let me double-check that. ", "Wait, I need to recheck this. ")
            if m.place is None:
                text += (
                    f"Re-adding, {t.sum(m.work)} = {t.n(m.now)}. I had {t.n(m.was)}, which was an addition error.\n\n"
                )
            else:
                s = m.work.terms[m.place]
                text += f"{t.n(m.work.a)} {t.x} {t.n(s.right)} = {t.n(m.now)}, but above I wrote {t.n(m.was)}. "
                text += f"Correcting this:\n\n{t.sum(m.work)} = {t.n(m.work.total)}\n\n"
            return text + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other("round")
            return (
                t.one("## Verification\n\n", "Let me verify this by splitting differently.\n\n")
                + "".join(f"- {t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms)
                + f"- {t.sum(w)} = {t.n(w.total)}\n\n"
                + t.one(
                    f"That doesn't match {t.n(t.previous)}. I see that my first calculation had an error.\n\n",
                    "The two methods disagree, and on inspection the earlier "
                    f"total of {t.n(t.previous)} was the wrong one.\n\n",
                )
                + self._commit(t)
            )
        lead = t.one(
            "Actually, I made an error above. Let me redo this carefully.\n\n",
            "Hmm, that doesn't look right. Let me recalculate from scratch.\n\n",
            "I want to correct myself: the result above is wrong. Starting over:\n\n",
        )
        if (n := _nines(t)) and t.chance(0.35):
            lead = (
                f"**Check (mod 9):** {t.n(t.a)} → {n[0]}, {t.n(t.b)} → {n[1]}, so the product should be {n[2]} mod 9, "
                f"but {t.n(t.previous)} → {n[3]}. ✗ So there's an error. Let me redo it.\n\n"
            )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw, z = t.rng.random(), t.n(t.candidate)
        if draw < 0.12 and (n := _mod9(t)):
            return f"**Check (mod 9):** {n[0]} {t.x} {n[1]} → {n[2]}, and {z} → {n[2]} ✓"
        if draw < 0.24 and (d := _last(t)):
            return (
                f"**Sanity check:** the last digits give {d[0]} {t.x} "
                f"{d[1]} = {d[2]}, and the answer ends in {d[2] % 10} ✓"
            )
        if draw < 0.36 and (e := _rough(t)):
            return f"**Sanity check:** {t.n(e[0])} {t.x} {t.n(e[1])} = {t.n(e[2])}, which is close to {z} ✓"
        if draw < 0.48 and not _small(t):
            w = t.other("round")
            return (
                f"**Verification** (using {t.n(w.b)} = {t.factor(w)}):\n\n"
                + "".join(f"- {t.n(w.a)} {t.x} {t.n(s.right)} = {t.n(s.value)}\n" for s in w.terms)
                + f"- Total: {t.r(t.n(w.total))} ✓"
            )
        return ""


class CodeTrace(Style):
    """Working as Python with the values in comments, then the answer in words."""

    def begin(self, t: Telling) -> None:
        t.x = "*"
        t.words = t.one("plain", "plain", "comma")

    def _body(self, t: Telling, w: Work) -> str:
        if _small(t):
            return f"```python\nproduct = {t.a} * {t.b}\nprint(product)  # {w.total}\n```\n\n"
        text = f"```python\na = {w.a}\nb = {w.b}\n\n"
        if t.flag("function", 0.35):
            text += "# partial products\nparts = []\n"
            text += "".join(
                f"parts.append(a * {s.right if s.sign > 0 else -s.right})  # {s.sign * s.value}\n" for s in w.terms
            )
            text += "\ntotal = sum(parts)\nprint(total)\n```\n\n"
        else:
            for i, s in enumerate(w.terms, start=1):
                text += f"p{i} = a * {s.right}  # {s.value}\n"
            total = "p1" + "".join(f" {'+' if s.sign > 0 else '-'} p{i}" for i, s in enumerate(w.terms[1:], start=2))
            text += f"\ntotal = {total}\nprint(total)\n```\n\n"
        shown = str(w.total)
        return text + t.one(
            f"Output:\n```\n{shown}\n```\n\n", f"```output\n{shown}\n```\n\n", f"This prints `{shown}`.\n\n"
        )

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So {t.n(t.a)} * {t.n(t.b)} = {z}.",
                    f"The result is `{t.candidate}`.",
                    f"Therefore, the product is {z}.",
                    f"The answer is **{z}**.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            "Let's solve it step by step with Python:\n\n",
            "We can compute this by splitting the second number into parts.\n\n",
            f"Here is how to calculate {t.n(t.a)} * {t.n(t.b)}:\n\n",
        )
        return opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = (
                    f"Let me check the sum by hand: {t.sum(m.work)} = {t.n(m.now)}. So the output above was wrong.\n\n"
                )
                return text + self._commit(t)
            s = m.work.terms[m.place]
            text = t.one(
                f"Tracing through the code again, `{m.work.a} * {s.right}` is {m.now}, not {m.was}. Corrected:\n\n",
                f"There is a mistake in the comments: `{m.work.a} * {s.right}` should be {m.now}. Fixed version:\n\n",
            )
            return text + self._body(t, m.work) + self._commit(t)
        lead = t.one(
            "I made a mistake in the values above. Let me run through it again:\n\n",
            "Wait, that output is incorrect. Let me recalculate:\n\n",
            "Sorry, the values above are wrong. Here is the corrected code:\n\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.15:
            return f"```python\nassert {t.candidate} // {t.a} == {t.b}  # passes\n```\n"
        if draw < 0.25:
            return t.r(f"Final answer: {t.n(t.candidate)}")
        if draw < 0.32:
            return "You can run this code in any Python interpreter to check the result."
        return ""


class MinervaEnding(Style):
    """Open instruct models: prose and dollar formulae, ending in the sentence of the Minerva prompt."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("\\times", "\\times", "\\cdot")
        t.words = t.one("plain", "comma")
        t.maths = "plain" if t.words == "plain" else t.one("comma", "latex")

    def _body(self, t: Telling, w: Work) -> str:
        a = t.m(w.a)
        if _small(t):
            return f"Multiplying, ${t.a} {t.x} {t.b} = {t.m(w.total)}$.\n\n"
        text = t.one(
            f"First, we decompose ${t.m(w.b)}$ as ${t.factor(w, True)}$.\n\n",
            f"Using the distributive property with ${t.m(w.b)} = {t.factor(w, True)}$:\n\n",
        )
        for i, s in enumerate(w.terms, start=1):
            mark = f"{i}. " if t.flag("numbers", 0.5) else "* " if t.flag("stars", 0.4) else ""
            text += f"{mark}${t.detail(s, 0.25, True) or f'{a} {t.x} {t.m(s.right)} = {t.m(s.value)}'}$\n"
        text += t.one(
            "\nNow add these results:\n\n", "\nSumming up:\n\n", "\nFinally, we sum the partial products:\n\n"
        )
        if t.flag("stepwise", 0.3):
            return text + "".join(f"${line}$\n" for line in _running(w, t.m)) + "\n"
        return text + f"$$\n{t.sum(w, True)} = {t.m(w.total)}\n$$\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.m(t.candidate)
        if t.flag("full each", 0.3):
            return t.c(f"Final Answer: The final answer is ${z}$. I hope it is correct.") + "\n\n"
        return t.c(t.one(f"So, ${t.m(t.a)} {t.x} {t.m(t.b)} = {z}$.", f"Thus, the product is ${z}$.")) + "\n\n"

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"To calculate ${t.m(t.a)} {t.x} {t.m(t.b)}$, we can proceed step by step.\n\n",
            f"To solve {t.n(t.a)} * {t.n(t.b)}, we multiply the first number by each place value of the second.\n\n",
            "Let's break this down:\n\n",
        )
        return opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=3, verify=2)
        if way == "mend" and (m := _fix(t)):
            text = t.one(
                "Let me double-check my work. ", "Let's recheck the computation. ", "However, there is an error. "
            )
            if m.place is None:
                text += f"The sum ${t.sum(m.work, True)}$ equals ${t.m(m.now)}$ rather than ${t.m(m.was)}$.\n\n"
            else:
                s = m.work.terms[m.place]
                text += (
                    f"The product ${t.m(m.work.a)} {t.x} {t.m(s.right)}$ is ${t.m(m.now)}$ rather than ${t.m(m.was)}$. "
                )
                text += f"The corrected sum is ${t.sum(m.work, True)} = {t.m(m.work.total)}$.\n\n"
            return text + self._commit(t)
        if way == "verify" and not _small(t):
            return (
                t.one("To verify, let's compute the product in another way.\n\n", "Let's verify this result.\n\n")
                + self._body(t, t.other("round"))
                + f"This does not agree with ${t.m(t.previous)}$, which was therefore incorrect.\n\n"
                + self._commit(t)
            )
        lead = t.one(
            "I realize that I made an error in the calculation above. Let me try again.\n\n",
            "Upon review, this is not the correct answer. Let's recompute.\n\n",
            "Apologies, there was a mistake. Let me redo the steps.\n\n",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        if t.flag("full each", 0.3):
            return ""
        if t.chance(0.7):
            z = t.m(t.candidate)
            return t.r(f"Final Answer: The final answer is ${z}$. I hope it is correct.")
        if t.chance(0.3):
            return "All partial products have been double-checked, and the sum is correct."
        return ""


class WonderingAloud(Style):
    """Long untagged reasoning with second thoughts and alternatives, and a boxed end (QwQ)."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "times", "×")
        t.words = t.one("comma", "plain")
        t.maths = t.one("plain", t.words)

    def _product(self, t: Telling, x: int, y: int) -> str:
        sign = "multiplied by" if t.flag("in words", 0.4) else t.x
        return f"{t.n(x)} {sign} {t.n(y)}"

    def _body(self, t: Telling, w: Work) -> str:
        if _small(t):
            return f"{self._product(t, t.a, t.b)}, so {_repeated(t)}, equals {t.n(w.total)}. "
        text = t.one(
            f"I'll think of {t.n(w.b)} as {t.factor(w)}.\n\n",
            f"So, {t.n(w.b)} is the same as {t.factor(w)}.\n\n",
        )
        for s in w.terms:
            text += t.one("So, ", "Then, ", "Next, ", "")
            text += f"{self._product(t, w.a, s.right)}:\n\n"
            if found := t.detail(s, 0.5):
                text += f"{found}.\n\n"
            elif s.value > 200 and t.chance(0.05):
                text += f"That's {t.n(t.near(s.value))}. Hmm, wait, I miscounted: it's {t.n(s.value)}.\n\n"
            else:
                text += f"{t.n(w.a)} * {t.n(s.right)} = {t.n(s.value)}.\n\n"
        if any(s.sign < 0 for s in w.terms):
            return text + f"Now subtract: {t.sum(w)} = {t.n(w.total)}.\n\n"
        return text + "Now, let's add them all together:\n\n" + "\n\n".join(_running(w, t.n)) + "\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, {self._product(t, t.a, t.b)} is {z}.",
                f"Therefore, the product should be {z}.",
                f"So I get {z}.",
            )
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"So I've got this multiplication problem here: {self._product(t, t.a, t.b)}. ",
            f"Alright, I need to calculate {self._product(t, t.a, t.b)}. ",
            f"Okay, let me see. {self._product(t, t.a, t.b).capitalize()}. ",
        )
        if not _small(t):
            opening += t.one("That's a big one, but I can do it by hand. ", "There are a few ways to do this. ", "")
            if t.chance(0.2) and (e := _rough(t)):
                opening += (
                    f"Roughly, {self._product(t, e[0], e[1])} would be {t.n(e[2])}, so I should land around there. "
                )
            if t.chance(0.08):
                opening += "Maybe I should use the standard algorithm... Actually, no, splitting it is easier. "
        return opening + self._body(t, _usual(t)) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=3, verify=4)
        if way == "mend" and (m := _fix(t)):
            text = t.one("Hmm, wait a second. ", "But let me double-check the steps. ", "Hold on a moment. ")
            if m.place is None:
                text += (
                    f"{t.sum(m.work)}, if I add that again, is {t.n(m.now)}. "
                    f"I said {t.n(m.was)} before, so I added wrong. "
                )
            else:
                s = m.work.terms[m.place]
                text += f"{self._product(t, m.work.a, s.right)} can't be {t.n(m.was)}; it's {t.n(m.now)}. "
                text += f"That changes the total: {t.sum(m.work)} = {t.n(m.work.total)}. "
            return "\n\n" + text + self._commit(t)
        if way == "verify" and not _small(t):
            return (
                "\n\n"
                + t.one(
                    "Alternatively, I can do it another way to verify. ",
                    "Let me see if I get the same thing differently. ",
                )
                + self._body(t, t.other("round"))
                + t.one(
                    f"That doesn't match my earlier result of {t.n(t.previous)}. There must be a mistake in that one. ",
                    f"Hmm, earlier I got {t.n(t.previous)}. Looking at it again, the first one was off. ",
                )
                + self._commit(t)
            )
        lead = t.one(
            "\n\nWait, no, that's not right. Let me try that again. ",
            "\n\nHmm, something's wrong with that. I'll start again. ",
            "\n\nActually, I think I've made a mistake. Let me go through it once more. ",
        )
        return lead + self._body(t, _usual(t)) + self._commit(t)

    def closing(self, t: Telling) -> str:
        text, draw, z = "", t.rng.random(), t.n(t.candidate)
        if draw < 0.2 and not _small(t):
            text = (
                "\n\n"
                + t.one(
                    "Let me verify this by another method. ", "But let me check if that makes sense. Alternatively: "
                )
                + self._body(t, t.other("round"))
                + t.one("Yes, I get the same result.", "Good, both ways agree.")
            )
        elif draw < 0.3 and (d := _last(t)):
            text = f"\n\nThe units digit: {d[0]} times {d[1]} is {d[2]}, so it should end with {d[2] % 10}. It does."
        elif draw < 0.42:
            text = t.one(
                "\n\nWait, is that correct? Let me think... I believe it is.",
                "\n\nHmm, did I make a mistake anywhere? Going over the steps once more, everything seems fine.",
                "\n\nI could double-check with a calculator, but I don't have one, so I'll trust my work.",
            )
        elif draw < 0.5:
            text = f"\n\nLet me check by division: {z} divided by {t.n(t.b)} is {t.n(t.a)}. Yes, that works."
        return text + t.r(
            t.one(
                f"\n\n**Final Answer**\n\n\\[ \\boxed{{{t.m(t.candidate)}}} \\]",
                f"\n\nSo, the final answer is \\(\\boxed{{{t.m(t.candidate)}}}\\).",
            )
        )


class ColumnBlock(Style):
    """School columns in a code block, digit by digit for the curious, then a sentence."""

    def begin(self, t: Telling) -> None:
        t.x = "x"
        t.words = t.one("plain", "comma")

    def _carries(self, t: Telling, number: int, digit: int) -> str:
        """The row of one digit, spoken from right to left."""
        carry, said = 0, []
        for i, d in enumerate(reversed(str(number))):
            value = int(d) * digit + carry
            tail = f" + {carry}" if carry else ""
            carry = value // 10
            last = i == len(str(number)) - 1
            said.append(f"{d} x {digit}{tail} = {value}" + ("" if last or not carry else f", carry {carry}"))
        return "; ".join(said)

    def _body(self, t: Telling, w: Work) -> str:
        if _small(t):
            return f"```\n  {t.a}\nx {t.b}\n---\n{t.n(w.total).rjust(3)}\n```\n\n"
        text = ""
        if t.flag("carries", 0.3) and w.a > 9:
            for s in sorted(w.terms, key=lambda s: s.right):
                digit = str(s.right).rstrip("0")
                if len(digit) == 1 and s.value == s.left * s.right:
                    text += f"- Multiply by {digit}: {self._carries(t, s.left, int(digit))}. Row: {t.n(s.value)}\n"
                else:
                    text += f"- Multiply by {t.n(s.right)}. Row: {t.n(s.value)}\n"
            text += "\n"
        block = t.columns(w) + t.total(w)
        return text + f"```\n{block}\n```\n\n"

    def _commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(
                t.one(
                    f"So, {t.ab} = {z}.",
                    f"The product is {z}.",
                    f"Adding the rows gives {z}.",
                    f"Therefore, the answer is {z}.",
                )
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        opening = t.one(
            f"To calculate {t.ab}, we use long multiplication.\n\n",
            "Let's set this up vertically and multiply digit by digit:\n\n",
            "We multiply by each digit, shift, and add the rows.\n\n",
        )
        return opening + self._body(t, t.solve("low")) + self._commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, verify=1.5)
        if way == "mend" and (m := _fix(t)):
            if m.place is None:
                text = t.one(
                    "Let me add the rows again, column by column: ", "I made a mistake while adding the rows: "
                )
                text += f"{t.sum(m.work)} = {t.n(m.now)}.\n\n"
                return text + self._commit(t)
            s = m.work.terms[m.place]
            text = t.one(
                f"Looking at the rows again, the row for {t.n(s.right)} is wrong. It should be {t.n(m.now)}:\n\n",
                f"Let me recheck: I forgot a carry in {t.n(m.work.a)} x "
                f"{t.n(s.right)}, which is {t.n(m.now)} and not {t.n(m.was)}.\n\n",
            )
            return text + self._body(t, m.work) + self._commit(t)
        if way == "verify" and not _small(t):
            w = t.other()
            return (
                "To check, multiply the other way around:\n\n"
                + self._body(t, w)
                + f"This is not {t.n(t.previous)}, so there was a mistake in the first multiplication.\n\n"
                + self._commit(t)
            )
        lead = t.one(
            "I made a carrying error somewhere. Let me do the multiplication again:\n\n",
            "Wait, the rows above are wrong. Let me redo them:\n\n",
            "That's incorrect. Let's start over:\n\n",
        )
        return lead + self._body(t, t.solve("low")) + self._commit(t)

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.12 and (e := _rough(t)):
            return f"Check by rounding: {t.n(e[0])} x {t.n(e[1])} = {t.n(e[2])}, so the size is right."
        if draw < 0.2 and not _small(t):
            return f"Check: {t.n(t.candidate)} / {t.n(t.b)} = {t.n(t.a)}, which is correct."
        if draw < 0.3:
            return t.r(f"**Answer: {t.n(t.candidate)}**")
        return ""


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        QwenSteps(),
        ThoughtsThenAnswer(),
        LlamaHeadings(),
        ChatBullets(),
        GemmaBold(),
        MistralParagraph(),
        BasePages(),
        AlignedMath(),
        ZeroTags(),
        ReflectSft(),
        PartialsTable(),
        GridMethod(),
        AlgebraTricks(),
        HeadedWorked(),
        CodeTrace(),
        MinervaEnding(),
        WonderingAloud(),
        ColumnBlock(),
    )
}
