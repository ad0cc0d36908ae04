"""Eighteen styles to measure a parser on, written without sight of it: read no response of theirs to tune one.

SFT formats with numbered steps, hashes and tags of actions, one-line chains of arithmetic, completions of 2022, chat
models with lists, displays and apologies, reasoning models with outlines of a thought, rounds of feedback, answers in
tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .common import Mended, Style, Telling, Term, Work

Data = tuple[int, int, int]
MARK = "§"  # the number of a step, filled in at the end; "§1" starts from one again


def listed(words: Sequence[str], last: str = " and ") -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + last + words[-1]


def numbered(text: str) -> str:
    count = 0

    def number(found: re.Match[str]) -> str:
        nonlocal count
        count = 1 if found[0] == MARK + "1" else count + 1
        return str(count)

    return re.sub(MARK + "1?", number, text)


def product(t: Telling, term: Term, maths: bool = False) -> str:
    show = t.m if maths else t.n
    return f"{show(term.left)} {t.x} {show(term.right)}"


def products(t: Telling, work: Work, maths: bool = False) -> list[str]:
    show = t.m if maths else t.n
    return [f"{product(t, term, maths)} = {show(term.value)}" for term in work.terms]


def additions(t: Telling, work: Work, maths: bool = False) -> list[str]:
    """The sum in one line, or one addition after the other; the total ends the last line."""
    show = t.m if maths else t.n
    if len(work.terms) == 2 or t.flag("sum at once", 0.45):
        return [f"{t.sum(work, maths)} = {show(work.total)}"]
    return [f"{show(x)} {'+' if sign > 0 else '-'} {show(y)} = {show(z)}" for x, sign, y, z in work.steps()]


def worked(t: Telling, work: Work, maths: bool = False) -> list[str]:
    return [*products(t, work, maths), *additions(t, work, maths)]


def tiny(t: Telling) -> bool:
    return t.a < 10 and t.b < 10


def rough(t: Telling) -> Data | None:
    for _ in range(4):
        found = t.estimate()
        if found and not tiny(t) and found[2] != t.product and found[0] >= 1 and found[:2] != (t.a, t.b):
            return found
    return None


def pick(t: Telling, **weights: float) -> tuple[str, Data]:
    """One of the named endings, of those that can be told of the candidate, with its numbers if it has any."""
    able: dict[str, Data] = {}
    for name in weights:
        found: Data | None = (0, 0, 0)
        if name == "rough":
            found = rough(t)
        elif name == "tail":
            found = None if tiny(t) else t.last_digit()
        elif name == "nines":
            found = None if tiny(t) else t.nines()
        elif name == "back":
            found = (0, 0, 0) if t.candidate == t.product else None
        if found is not None:
            able[name] = found
    name = t.rng.choices(list(able), [weights[name] for name in able])[0]
    return name, able[name]


def flaw(t: Telling) -> str | None:
    """What speaks against the candidate before, if something does that is seen at a glance."""
    if tiny(t) or t.same:
        return None
    found = []
    x, y, last = t.a % 10, t.b % 10, t.previous % 10
    if x * y % 10 != last:
        found += [
            f"the last digit should be {x * y % 10} (since {x} {t.x} {y} = {x * y}), but {t.n(t.previous)} ends in "
            f"{last}",
            f"{t.n(t.previous)} ends in {last}, while the product of the units digits {x} and {y} ends in {x * y % 10}",
        ]
    if t.a % 9 * (t.b % 9) % 9 != t.previous % 9:
        found.append(
            f"casting out nines gives {t.a % 9 * (t.b % 9) % 9} for the factors but {t.previous % 9} for "
            f"{t.n(t.previous)}"
        )
    ratio = t.previous / t.product
    top = max(1, 10 ** (len(str(t.a)) - 1))
    high = round(t.a / top) * top * t.b
    if not 0.6 < ratio < 1.7 and high != t.product:
        found.append(
            f"{t.n(round(t.a / top) * top)} {t.x} {t.n(t.b)} is already {t.n(high)}, so {t.n(t.previous)} is far "
            f"too {'small' if ratio < 1 else 'big'}"
        )
    return t.one(*found) if found else None


def opener(t: Telling, strong: Sequence[str], mild: Sequence[str] = ()) -> str:
    """How a new solution is announced: with the same candidate again only words that disown it are clear enough."""
    return t.one(*(strong if t.same else (*strong, *mild)))


def again(t: Telling) -> str:
    return " again" if t.same else ""


def fault(t: Telling, mended: Mended, maths: bool = False) -> tuple[str, str, str]:
    """What was wrong, its value as it was, and as it is now."""
    show = t.m if maths else t.n
    what = t.sum(mended.work, maths) if mended.place is None else product(t, mended.work.terms[mended.place], maths)
    return what, show(mended.was), show(mended.now)


def passed(t: Telling, mended: Mended) -> str:
    """A partial product that is looked at and left as it is, on the way to the one that is mended."""
    others = [term for place, term in enumerate(mended.work.terms) if place != mended.place]
    if not t.chance(0.35):
        return ""
    term = t.rng.choice(others)
    line = f"{product(t, term)} = {t.n(term.value)}"
    return t.one(f"{line}, okay. ", f"{line}, that's fine. ", f"{line} is right. ")


def qualm(t: Telling) -> str:
    """A doubt about a partial product that comes to nothing."""
    term = t.rng.choice(t.work.terms)
    what, value = product(t, term), t.n(term.value)
    return t.one(
        f"Wait, is {what} really {value}? Yes, it is.",
        f"Hmm, let me look at {what} again. {value}. Yeah, that's what I have.",
        f"I'm a bit worried about {what} = {value}. But no, that's correct.",
        f"Did I get {what} right? {value}, I believe so.",
    )


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def texed(t: Telling, text: str) -> str:
    """Formulae between dollars, where the sign of multiplication is a command."""
    atom = r"\(?(?:\d(?:[\d,]*\d)?|X\b)\)?"
    return re.sub(rf"{atom}(?: (?:\\times|[-+=/]) {atom})+", r"$\g<0>$", text) if "\\" in t.x else text


class Numbered(Style):
    """A style whose steps are numbered through."""

    def finish(self, t: Telling, text: str) -> str:
        return numbered(text)


class WizardSteps(Numbered):
    """WizardMath, Shepherd data: "Step 1: ... The answer is: N."."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "*", "x", "×")

    def body(self, t: Telling, work: Work, number: str = MARK) -> str:
        between = "\n" if t.flag("newline", 0.5) else " "
        a, b = t.n(work.a), t.n(work.b)
        out = [
            t.one(
                f"Break down {b} into its place values.{between}{b} = {t.factor(work)}",
                f"Write {b} as a sum: {b} = {t.factor(work)}.",
                f"We need to multiply {a} by each part of {b}, which is {t.factor(work)}.",
            )
        ]
        for term in work.terms:
            line = f"Multiply {t.n(term.left)} by {t.n(term.right)}.{between}"
            out.append(line + (t.detail(term, 0.3) or f"{product(t, term)} = {t.n(term.value)}"))
        out.append(f"Add the {t.one('results', 'partial products', 'products')} together.{between}")
        out[-1] += "\n".join(additions(t, work))
        steps = [f"Step {MARK}: {line}" for line in out]
        steps[0] = steps[0].replace(MARK, number, 1)
        return "\n".join(steps) + "\n"

    def answer(self, t: Telling) -> str:
        n = t.n(t.candidate)
        text = f"The answer is: {n}" + ("." if t.flag("stop", 0.5) else "")
        if t.flag("therefore", 0.4):
            text = f"Therefore, {t.ab} = {n}.\n" + text
        return t.c(text) + "\n"

    def first(self, t: Telling) -> str:
        return self.body(t, t.solve("high", "low")) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=4, check=3, redo=3), t.n(t.previous)
        mended = t.mend() if way == "mend" else None
        if mended:
            what, was, now = fault(t, mended)
            out = f"Step {MARK}: " + t.one(
                f"Check the calculation. There is a mistake above: {what} is {now}, not {was}.\n",
                f"Correct the error. We wrote {was} for {what}, but it should be {now}.\n",
                f"Verify each step. {what} = {now}, so the value {was} was wrong.\n",
            )
            if mended.place is not None:
                out += f"Step {MARK}: Add the corrected values.\n" + "\n".join(additions(t, mended.work)) + "\n"
            return out + self.answer(t)
        if way == "check":
            work = t.other()
            out = f"Step {MARK}: Check the answer by splitting {t.n(work.b)} instead.\n"
            out += "\n".join(worked(t, work)) + "\n"
            out += t.one(
                f"This is not equal to {p}, so the previous answer is incorrect.\n",
                f"We got {p} before, which was a miscalculation.\n",
            )
            return out + self.answer(t)
        out = opener(
            t,
            (
                f"The answer {p} is incorrect. Let's solve it again.\n",
                "However, the above solution contains a mistake. Let's start over.\n",
                f"Oops, {p} is not right. Let me redo the steps.\n",
            ),
            ("Let's recalculate to be sure.\n",),
        )
        return out + self.body(t, t.solve("high", "low", "chunks"), MARK + "1") + self.answer(t)

    def closing(self, t: Telling) -> str:
        n = t.n(t.candidate)
        kind, (x, y, z) = pick(t, none=6, rough=2, back=2)
        if kind == "rough":
            return f"Step {MARK}: Check. {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, which is close to " + t.r(f"{n}.")
        if kind == "back":
            return f"Step {MARK}: Check. " + t.r(f"{n} / {t.n(t.b)} = {t.n(t.a)}, so the answer is correct.")
        return ""


class MetaMathHash(Style):
    """MetaMath, MuggleMath: short equations, "#### N", "The answer is: N"; backward checks with an unknown."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "*", "\\times", "×")

    def answer(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(f"Therefore, {t.ab} = {n}.\n", f"So, {t.ab} is equal to {n}.\n", f"So the product is {n}.\n", "")
            + f"#### {n}\nThe answer is: {n}"
        )

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.n(work.a), t.n(work.b)
        out = t.one(
            f"We know that {b} = {t.factor(work)}, so we can distribute the multiplication.\n",
            f"{a} {t.x} {b} = {a} {t.x} ({t.factor(work)})\n",
            f"We can write {b} as {t.factor(work)}.\n",
        )
        for line in products(t, work):
            out += t.one("", "", "We have ", "Next, ", "Multiplying gives ") + line + t.one(".", "") + "\n"
        sums = additions(t, work)
        return out + t.one("Adding these up, we get ", "Adding these, ", "") + ".\nThen ".join(sums) + ".\n"

    def first(self, t: Telling) -> str:
        out = t.one(
            f"To calculate {t.ab}, we can multiply step by step.\n",
            f"To find the product of {t.n(t.a)} and {t.n(t.b)}, we use the distributive property.\n",
            "",
        )
        return out + self.body(t, t.solve("high", "chunks")) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=3, check=3, redo=4), t.n(t.previous)
        mended = t.mend() if way == "mend" else None
        if mended:
            what, was, now = fault(t, mended)
            out = t.one(
                f"\nCorrection: {what} = {now}, not {was}.\n",
                f"\nWait, there is an error: {what} is {now} instead of {was}.\n",
                f"\nLooking back, I computed {what} as {was}, which is incorrect. It is {now}.\n",
            )
            if mended.place is not None:
                out += "So the sum becomes " + ".\nThen ".join(additions(t, mended.work)) + ".\n"
            return out + self.answer(t)
        if way == "check":
            work = t.other()
            out = t.one("\nLet's verify this answer. ", "\nTo verify, we compute it in another way. ")
            out += f"{t.n(work.b)} = {t.factor(work)}.\n" + "\n".join(worked(t, work))
            out += t.one(
                f".\nThis does not match {p}, so the answer above is wrong.\n",
                f".\nSince we got a different value than {p}, the first answer must be corrected.\n",
            )
            return out + self.answer(t)
        out = "\n" + opener(
            t,
            (
                f"Verification: the answer {p} is incorrect. Let's try again.\n",
                "Is the above answer correct? No, it is not correct. A corrected solution follows.\n",
                f"{p} cannot be the answer, there must be an error above. We compute again.\n",
            ),
            ("Let's recompute the answer carefully.\n",),
        )
        return out + self.body(t, t.solve()) + self.answer(t)

    def closing(self, t: Telling) -> str:
        n = t.n(t.candidate)
        kind, (x, y, z) = pick(t, none=6, back=3, tail=1, verdict=2)
        if kind == "back":
            return (
                f"\nTo verify, suppose {t.n(t.a)} {t.x} X = "
                + t.r(n)
                + f". Then X = {t.r(n)} / {t.n(t.a)} = {t.n(t.b)}, which matches the question. The answer is correct."
            )
        if kind == "tail":
            return f"\nThe units digit of {x} {t.x} {y} = {z} is {z % 10}, which agrees with our answer."
        if kind == "verdict":
            return t.one(
                "\nVerification: Is the answer correct (Yes/No)? Yes",
                "\nIs the above answer correct? Yes, all of the steps are correct.",
            )
        return ""

    def finish(self, t: Telling, text: str) -> str:
        return texed(t, text)


class KojimaPrompt(Style):
    """Completions to "Let's think step by step" of 2022: one plain paragraph, "Therefore, the answer is N."."""

    ends = (
        "",
        "",
        "",
        "",
        "\n\nQ: What is the capital of France? Think step by step.\nA: Paris is the capital.",
        "\n\n",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "x", "times")

    def body(self, t: Telling, work: Work) -> str:
        order = ["First", "Then", "Next", "After that", "Then", "Next", "Then"]
        verb = t.one("multiply", "take")
        out = []
        for word, term in zip(order, work.terms, strict=False):
            link = t.one("to get", "which is", "which gives us", "which equals")
            middle = "by" if verb == "multiply" else "times"
            out.append(f"{word}, we {verb} {t.n(term.left)} {middle} {t.n(term.right)} {link} {t.n(term.value)}.")
        what = t.sum(work) if t.chance(0.5) else listed([t.n(term.value) for term in work.terms])
        total = t.n(work.total)
        out.append(
            t.one(
                f"Finally, we add {what} to get {total}.",
                f"Now we need to add {what}, and that makes {total}.",
                f"Adding all of these together ({what}) gives {total}.",
            )
        )
        return " ".join(out) + " "

    def answer(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"Therefore, the answer is {n}.",
                f"So the answer is {n}.",
                f"Therefore, the answer (arabic numerals) is {n}.",
                f"So {t.ab} = {n}.",
            )
        )

    def first(self, t: Telling) -> str:
        start = t.one("\n\n", "\n", "", f"We want to find {t.ab}. ", "Let's think step by step. ")
        return start + self.body(t, t.solve("low", "high", "chunks")) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=4, flaw=3, redo=3), t.n(t.previous)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            out = t.one(
                f" Actually, {what} is {now}, not {was}. ",
                f" But {what} is not {was}. It is {now}. ",
                f" Sorry, {what} = {now} and I said {was}. ",
                f" No, hold on, I got {was} for {what} and it should have been {now}. ",
            )
            if mended.place is not None:
                out += f"So we add {t.sum(mended.work)} and get {t.n(t.candidate)}. "
            return out + self.answer(t)
        if wrong:
            out = t.one(f" But {wrong}. So this can't be right. ", f" Hmm, {wrong}, so {p} is wrong. ")
            return out + t.one("Let's try again. ", "") + self.body(t, t.solve()) + self.answer(t)
        out = opener(
            t,
            (
                f" But that is not correct. The answer is not {p}. Let's do it again. ",
                " Wait, that's wrong. Let's try that again. ",
                f" No, {p} is not the right answer. Let me start from the beginning. ",
            ),
            (" Let's do it another way. ", " Hmm, let's see that again. "),
        )
        out += self.body(t, t.solve()) + self.answer(t)
        return out if t.same else out + t.one("", f" It is not {p}.", "")

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=7, rough=2, doubt=1)
        if kind == "rough":
            return f" This makes sense because {t.n(x)} {t.x} {t.n(y)} is {t.n(z)}."
        return " I think this is right, but I am not very good at arithmetic." if kind == "doubt" else ""


class ProcessOutline(Numbered):
    """Thinking of 2025 and 2026 as an outline: "Thinking Process: 1. **Analyze the Request:**", then the answer."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("*", "\\times", "×", "*")

    def item(self, text: str, deep: bool = False) -> str:
        return f"{'        ' if deep else '    '}*   {text}\n"

    def body(self, t: Telling, work: Work) -> str:
        out = self.item(f"{t.n(work.b)} = {t.factor(work)}")
        for place, term in enumerate(work.terms):
            out += self.item(f"Part {place + 1}: {product(t, term)} = {t.n(term.value)}")
            detail = t.detail(term, 0.3)
            if detail:
                out += self.item(detail, deep=True)
            elif t.chance(0.06):
                out += self.item(f"*Wait, is it {t.n(t.near(term.value))}? No, {t.n(term.value)} is right.*", deep=True)
        lines = additions(t, work)
        for line in lines[:-1]:
            out += self.item(line)
        return out + self.item(t.c(f"{t.one('Sum', 'Total', 'Result')}: {lines[-1]}"))

    def first(self, t: Telling) -> str:
        out = t.one("Thinking Process:\n\n", "Here's a thinking process:\n\n", "<think>\nThinking Process:\n\n")
        out += f"{MARK}.  **Analyze the Request:**\n" + self.item(f"Task: Calculate {t.a} * {t.b}.")
        out += self.item("Constraint: Think step by step.")
        out += f"\n{MARK}.  **{t.one('Choose a Method', 'Determine the Strategy')}:**\n"
        out += self.item(t.one("Use the distributive property.", "Break one number down by place value."))
        return out + f"\n{MARK}.  **{t.one('Perform the Calculation', 'Execution')}:**\n" + self.body(t, t.solve())

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=4, check=4, flaw=2, redo=2), t.n(t.previous)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            out = f"\n{MARK}.  **{t.one('Review the Steps', 'Double Check', 'Self-Correction')}:**\n"
            out += self.item(
                t.one(
                    f"*Wait*, {what} -> I wrote {was}. It is actually {now}.",
                    f"*Correction:* {what} = {now} (not {was}).",
                    f"{what}... {now}. Earlier I had {was}, that was a slip.",
                )
            )
            return out + self.item(
                t.c(f"{t.one('Corrected total', 'New sum')}: {t.sum(mended.work)} = {t.n(t.candidate)}")
            )
        if way == "check":
            work = t.other()
            out = f"\n{MARK}.  **Verification ({t.one('Alternative Method', 'Different Split')}):**\n"
            for line in worked(t, work):
                out += self.item(line)
            n = t.n(t.candidate)
            return out + self.item(
                t.c(
                    t.one(
                        f"*Wait, this doesn't match {p}.* The first calculation had an error somewhere, so {n} it is.",
                        f"Discrepancy: {p} vs {n}. Rechecking the parts, {n} is the right one.",
                        f"*Self-Correction:* {p} was wrong. Use {n}.",
                    )
                )
            )
        out = f"\n{MARK}.  **{t.one('Re-evaluate', 'Second Attempt', 'Recalculate')}:**\n"
        if wrong:
            out += self.item(f"*Wait.* {upper(wrong)}. The result is wrong, redo.")
        else:
            out += self.item(
                opener(
                    t,
                    (
                        f"*Hold on, {p} can't be right. I must have slipped. Start over.*",
                        f"*Wait, that's incorrect.* Discard {p}.",
                    ),
                    ("*Actually, let me recompute this carefully.*",),
                )
            )
        return out + self.body(t, t.solve())

    def closing(self, t: Telling) -> str:
        n, work, out = t.n(t.candidate), t.work, ""
        kind, (x, y, z) = pick(t, none=3, rough=2, tail=2, split=2, nines=1)
        if kind != "none":
            out = f"\n{MARK}.  **{t.one('Verify', 'Sanity Check', 'Final Check')}:**\n"
        if kind == "rough":
            out += self.item(f"{t.n(x)} {t.x} {t.n(y)} ≈ {t.n(z)}. Close enough to be plausible.")
        elif kind == "tail":
            out += self.item(f"Last digit: {x} {t.x} {y} = {z} -> {z % 10}. Matches.")
        elif kind == "nines":
            out += self.item(f"Mod 9: {x} {t.x} {y} -> {z}; digits of the result -> {z}. OK.")
        elif kind == "split":
            for line in worked(t, t.other()):
                out += self.item(line)
            out += self.item(t.one("Matches. Good.", "Same result. Confirmed.", "*Okay, it is consistent.*"))
        out += f"\n{MARK}.  **{t.one('Formulate the Output', 'Construct Final Response')}:**\n"
        out += self.item(t.one("Show the steps clearly.", "Present the breakdown, then the answer."))
        out += t.one("</think>\n\n", "\n---\n\n", "</think>\n\n")
        steps = numbered("".join(f"{MARK}. {line}\n" for line in products(t, work)))
        out += f"To calculate {t.ab}, split {t.n(work.b)} into {t.factor(work)}:\n\n{steps}\n"
        return out + t.r(t.one(f"**Answer: {n}**", f"Adding the parts gives **{n}**.", f"The result is **{n}**."))

    def finish(self, t: Telling, text: str) -> str:
        return texed(t, numbered(text))


class NuminaList(Numbered):
    """NuminaMath: numbered bold headings with displayed formulae, "The final answer is \\(\\boxed{N}\\)."."""

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "plain", "comma")
        t.words = t.maths
        t.x = t.one("\\times", "\\times", "\\cdot")

    def show(self, text: str) -> str:
        return f"   \\[\n   {text}\n   \\]\n"

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.m(work.a), t.m(work.b)
        out = f"{MARK}. **{t.one('Decompose the multiplier', 'Rewrite the product', 'Apply the distributive law')}:**\n"
        out += self.show(f"{a} {t.x} {b} = {a} {t.x} ({t.factor(work, True)})")
        if t.chance(0.5):
            out += f"{MARK}. **Compute each partial product:**\n" + "".join(map(self.show, products(t, work, True)))
        else:
            for term, line in zip(work.terms, products(t, work, True), strict=True):
                out += f"{MARK}. **Multiply by \\({t.m(term.right)}\\):**\n" + self.show(
                    t.detail(term, 0.4, True) or line
                )
        out += f"{MARK}. **{t.one('Sum the partial products', 'Add the results', 'Combine')}:**\n"
        return out + "".join(map(self.show, additions(t, work, True)))

    def answer(self, t: Telling) -> str:
        box = t.boxed("\\(", "\\)") if t.flag("round", 0.6) else t.boxed("$", "$")
        if t.flag("thus", 0.3):
            return "\n" + t.c(f"Thus, we have \\({t.m(t.a)} {t.x} {t.m(t.b)} = {t.m(t.candidate)}\\).\n\n{box}") + "\n"
        return "\n" + t.c(t.one(f"The final answer is {box}.", f"The final answer is: {box}")) + "\n"

    def first(self, t: Telling) -> str:
        out = t.one("", f"To calculate \\({t.m(t.a)} {t.x} {t.m(t.b)}\\), we proceed as follows:\n\n", "Solution:\n\n")
        return out + self.body(t, t.solve("high", "chunks")) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=4, check=3, redo=3), t.m(t.previous)
        mended = t.mend() if way == "mend" else None
        if mended:
            what, was, now = fault(t, mended, True)
            out = "\n" + t.one(
                f"Upon re-examination, \\({what}\\) was computed incorrectly as \\({was}\\). The correct value is:\n",
                f"It seems there was an error in the calculation of \\({what}\\), which is not \\({was}\\) but:\n",
                f"However, there is a mistake above: \\({what} \\neq {was}\\). Let's correct this:\n",
            )
            out += self.show(f"{what} = {now}")
            if mended.place is not None:
                out += "Hence the sum becomes\n" + "".join(map(self.show, additions(t, mended.work, True)))
            return out + self.answer(t)
        if way == "check":
            work = t.other()
            out = (
                f"\n{MARK}. **Verify the result by {t.one('expanding the other factor', 'another decomposition')}:**\n"
            )
            out += "".join(map(self.show, worked(t, work, True)))
            out += t.one(
                f"   This contradicts \\({p}\\), so the computation above contained an arithmetic error.\n",
                f"   The value \\({p}\\) found earlier is therefore incorrect.\n",
            )
            return out + self.answer(t)
        out = "\n" + opener(
            t,
            (
                f"Upon closer inspection, the value \\({p}\\) is incorrect. Let's redo the calculation.\n\n",
                "There is an error in the above solution. The corrected solution is as follows:\n\n",
                "It appears the previous result is wrong. Let's re-evaluate the problem:\n\n",
            ),
            ("Let's re-evaluate the calculation.\n\n",),
        )
        return out + self.body(t, t.solve()).replace(MARK, MARK + "1", 1) + self.answer(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=7, back=2, nines=1, rough=1)
        n = t.m(t.candidate)
        if kind == "back":
            text = f"\\frac{{{n}}}{{{t.m(t.b)}}} = {t.m(t.a)}"
            return f"\n{MARK}. **Verification:**\n" + t.r(self.show(text)) + "   The result is confirmed."
        if kind == "nines":
            return (
                f"\n{MARK}. **Verification modulo 9:**\n"
                + self.show(f"{x} {t.x} {y} \\equiv {z} \\pmod 9")
                + ("   which agrees with the digit sum of the result.")
            )
        if kind == "rough":
            return f"\nAs a sanity check, \\({t.m(x)} {t.x} {t.m(y)} = {t.m(z)}\\), so the order of magnitude is right."
        return ""


class SelfVerifyTrained(Style):
    """Trained to verify and correct itself (S2R): a solution, "Wait, let me recheck ...", a verdict, and on."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "\\times", "×")

    def body(self, t: Telling, work: Work) -> str:
        lines = worked(t, work)
        if t.flag("bullets", 0.4):
            text = "\n".join(f"- {line}" for line in lines)
        elif t.flag("numbers", 0.5):
            text = "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))
        else:
            text = "\n".join(lines)
        intro = t.one(
            f"Break {t.n(work.b)} into {t.factor(work)} and multiply each by {t.n(work.a)}:\n",
            f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})\n",
            "We multiply part by part.\n",
        )
        return intro + text + "\n"

    def answer(self, t: Telling) -> str:
        lead = t.one("Therefore, the final answer is ", "So the answer is ", "Thus, the product is ")
        return t.c(f"{lead}{t.boxed('$', '$')}.") + "\n"

    def recheck(self, t: Telling) -> str:
        return t.one(
            "\nWait, let me recheck my solution.\n",
            "\nLet me verify my answer.\n",
            "\n**Verification:**\n",
            "\nWait, let me double-check that.\n",
        )

    def first(self, t: Telling) -> str:
        return f"To calculate {t.ab}, let's go step by step.\n\n" + self.body(t, t.solve()) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=4, check=3, flaw=3, redo=2), t.n(t.previous)
        out, retry = self.recheck(t), t.one("Let me try again.\n", "Let me correct it.\n", "Let's try again.\n")
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            out += t.one(
                f"The step {what} = {was} is wrong, it should be {now}. So my answer is incorrect. {retry}",
                f"Checking {what}: this equals {now}, but I wrote {was}. There is an error. {retry}",
            )
            if mended.place is not None:
                out += "\n".join(additions(t, mended.work)) + "\n"
            return out + self.answer(t)
        if way == "check":
            work = t.other()
            out += f"{t.n(work.b)} = {t.factor(work)}\n" + "\n".join(worked(t, work))
            out += f"\nThis does not equal {p}. " + t.one(
                "So my previous answer is incorrect.\n", "I made a mistake.\n"
            )
            return out + self.answer(t)
        if wrong:
            return out + f"{upper(wrong)}. The answer is incorrect. {retry}" + self.body(t, t.solve()) + self.answer(t)
        out += t.one(
            f"The calculation does not hold up. The answer {p} is incorrect. {retry}",
            f"I don't think {p} is correct. There must be an error in my solution. {retry}",
            f"The answer is wrong. {retry}",
        )
        return out + self.body(t, t.solve()) + self.answer(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=3, verdict=2, qualm=1, split=3, nines=1, tail=1, back=2)
        if kind == "none":
            return ""
        out, n = self.recheck(t), t.n(t.candidate)
        if kind == "split":
            work = t.other()
            out += "\n".join(worked(t, work)) + "\n"
        elif kind == "nines":
            out += f"{t.n(t.a)} mod 9 = {x}, {t.n(t.b)} mod 9 = {y}, and the product mod 9 = {z}. It matches.\n"
        elif kind == "tail":
            out += f"The last digit must be that of {x} {t.x} {y} = {z}, so {z % 10}. It is.\n"
        elif kind == "qualm":
            out += qualm(t) + "\n"
        elif kind == "back":
            out += t.r(f"{n} / {t.n(t.a)} = {t.n(t.b)}") + ", as expected.\n"
        else:
            out += t.one("Each partial product and the sum are right.\n", "I went through each step, no error found.\n")
        out += t.one("Therefore, my answer is correct.", "The answer is correct.", "So the answer has been verified.")
        return out + t.one("", "\n" + t.r(f"The final answer is {t.boxed('$', '$')}."))

    def finish(self, t: Telling, text: str) -> str:
        return texed(t, text)


class AnswerTagThinker(Style):
    """Hunyuan and others: "<think>...</think> <answer>...</answer>", a loose monologue and a neat answer."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "×", "times")

    def body(self, t: Telling, work: Work) -> str:
        out = t.one(
            f"{t.n(work.b)} is {t.factor(work)}. ",
            f"Maybe split {t.n(work.b)} as {t.factor(work)}. ",
            f"Let's see, {t.n(work.a)} times {t.n(work.b)}, and {t.n(work.b)} = {t.factor(work)}. ",
        )
        for place, (term, line) in enumerate(zip(work.terms, products(t, work), strict=True)):
            out += t.one("So ", "Then ", "Okay, ", "") if place else t.one("First, ", "")
            detail = t.detail(term, 0.3)
            if t.chance(0.08):
                out += f"{product(t, term)} is {t.n(t.near(term.value))}, wait no, {t.n(term.value)}. "
            else:
                out += (f"{product(t, term)}: {detail}. " if detail else f"{line}. ") + t.one("", "", "", "Right. ")
        return out + t.one("Now add them up: ", "Adding: ", "Sum: ") + ", then ".join(additions(t, work)) + ". "

    def commit(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(f"So that's {n}.", f"So the product is {n}.", f"So {t.ab} = {n}.", f"That gives {n}{again(t)}.")
        )

    def first(self, t: Telling) -> str:
        out = "<think>\n" + t.one(
            f"Hmm, let's see. The problem is {t.a} * {t.b}. ",
            f"So I need to calculate {t.ab}. Let me think about how to do this. ",
            "Let me work through this multiplication. ",
        )
        return out + self.body(t, t.solve()) + self.commit(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=4, flaw=2, redo=3), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            fine = passed(t, mended)
            out = t.one(
                f"\n\n{fine}Oh wait, {what}, that's {now}, I said {was}. ",
                f"\n\nHmm, hold on. {upper(what)}... that's not {was}, it's {now}. ",
                f"\n\nLet me go over it once more. {fine}{what} = {now}. Oh, I previously had {was}. My mistake. ",
            )
            if mended.place is not None:
                out += "So " + ", then ".join(additions(t, mended.work)) + ". "
            return out + t.c(t.one(f"So it's {n}, not {p}.", f"So the correct product is {n}.", f"Right, {n}."))
        if way == "check":
            out = t.one("\n\nLet me check with another approach. ", "\n\nCheck: do it the other way around. ")
            out += self.body(t, t.other())
            return out + t.c(
                t.one(
                    f"But before I had {p}. So the earlier one has an error, must be {n}.",
                    f"Hmm, that's different from {p}. This time I was more careful, so {n}.",
                    f"That's not {p}! So I messed up the first time. The answer is {n}.",
                )
            )
        if wrong:
            out = f"\n\nWait, {wrong}. So something's off, {p} is wrong. Again. "
        else:
            out = "\n\n" + opener(
                t,
                (
                    f"Wait, no, that doesn't look right. {p} must be wrong. Let me do this again from scratch. ",
                    "No wait, I messed up. Forget that. Let me restart. ",
                    f"Hmm, {p}? No, that's not right. Again: ",
                ),
                ("Hmm, I'm not so sure about that. Let me redo it slowly. ",),
            )
        return out + self.body(t, t.solve()) + self.commit(t)

    def closing(self, t: Telling) -> str:
        n, work, out = t.n(t.candidate), t.work, ""
        kind, (x, y, z) = pick(t, none=3, rough=2, tail=1, split=3, doubt=2, back=1)
        if kind == "rough":
            out = f" Estimate: {t.n(x)} {t.x} {t.n(y)} is {t.n(z)}, so that's about right."
        elif kind == "tail":
            out = f" Last digit {x} times {y} is {z}, so {z % 10}, okay good."
        elif kind == "split":
            out = "\n\nLet me double-check. " + self.body(t, t.other()) + t.one("Same. Good.", "Yep, it matches.")
        elif kind == "doubt":
            out = t.one(
                " Is that right? I think so. Yeah, each part looks fine.",
                f" {qualm(t)}",
                f"\n\n{qualm(t)}",
                " Hmm, wait, did I add the zeros right? Yes, I did.",
                " Not a hundred percent sure about the addition, but looking at it again, it seems fine.",
            )
        elif kind == "back":
            out = " And " + t.r(f"{n} divided by {t.n(t.b)}") + f" is {t.n(t.a)}. Good."
        out += "\n</think>\n<answer>\n"
        if t.chance(0.7):
            out += f"To calculate {t.ab}, decompose {t.n(work.b)} = {t.factor(work)}.\n\n"
            out += "\n".join(f"- {line}" for line in products(t, work)) + "\n\n"
        return out + t.r(t.one(f"**{n}**", f"{t.ab} = {n}", f"The final answer is $\\boxed{{{n}}}$.")) + "\n</answer>"


class VicunaSorry(Style):
    """Chat models of 2023: friendly prose, an apology when something was wrong, an offer of further help."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("x", "*", "×")

    def body(self, t: Telling, work: Work) -> str:
        out = t.one(
            f"we can break down the number {t.n(work.b)} into {listed([t.n(part) for part in work.parts])}",
            f"we multiply {t.n(work.a)} by each part of {t.n(work.b)}",
        )
        lines = products(t, work)
        if t.flag("list", 0.5):
            out += ":\n\n" + "".join(f"{place}. {line}\n" for place, line in enumerate(lines, start=1)) + "\n"
        else:
            out += ". " + " ".join(f"{t.one('We have', 'This gives us', 'Then')} {line}." for line in lines) + " "
        return (
            out + t.one("Adding these together, we get ", "Next, we add the results: ") + "; ".join(additions(t, work))
        )

    def commit(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return ".\n\n" + t.c(
            t.one(
                f"So, the result of {t.ab} is {n}.",
                f"Therefore, {t.ab} equals {n}.",
                f"So {t.n(t.a)} multiplied by {t.n(t.b)} is {n}.",
            )
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            "Sure, I'd be happy to help! ",
            f"Sure! Let's calculate {t.ab} step by step. ",
            "Of course! Here is how to do it. ",
            "",
        )
        return out + f"To calculate {t.ab}, " + self.body(t, t.solve("high", "chunks")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, redo=4, check=2), t.n(t.previous), t.n(t.candidate)
        mended = t.mend() if way == "mend" else None
        sorry = t.one(
            "I apologize for the confusion. ",
            "I apologize, I made a mistake in my calculation. ",
            "Oops, I'm sorry! ",
            "My apologies, the calculation above contains an error. ",
        )
        if mended:
            what, was, now = fault(t, mended)
            out = f"\n\n{sorry}" + t.one(
                f"{what} is {now}, not {was}. ", f"I wrote {was} for {what}, but it is {now}. "
            )
            return out + t.c(
                t.one(
                    f"The correct answer is {n}.",
                    f"So the correct total is {t.sum(mended.work)} = {n}.",
                    f"That means {t.ab} is actually {n}.",
                )
            )
        if way == "check":
            out = "\n\nTo double check this, " + self.body(t, t.other())
            return (
                out
                + ". "
                + t.c(
                    t.one(
                        f"This is different from the {p} that I gave above. {sorry}The correct answer is {n}.",
                        f"As you can see, this is not {p}. {sorry}The answer should be {n}.",
                    )
                )
            )
        out = f"\n\n{sorry}" + t.one(
            f"{p} is not correct. Let me recalculate. To get the product, ",
            f"The result {p} is wrong. Here is the corrected calculation: ",
        )
        return out + self.body(t, t.solve()) + self.commit(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=5, rough=2, split=1)
        out = ""
        if kind == "rough":
            out = f" We can check that this is reasonable: {t.n(x)} {t.x} {t.n(y)} is about {t.n(z)}."
        elif kind == "split":
            out = "\n\nTo double check this, " + self.body(t, t.other()) + ", which is the same result."
        return out + t.one(
            "",
            "",
            " I hope this helps! Let me know if you have any other questions.",
            "\n\nI hope that helps! Is there anything else you would like to know?",
            "\n\nPlease let me know if you have any further questions.",
            " Please note that I can make mistakes with large numbers, so you may want to confirm with a calculator.",
        )


class OrcaStandard(Numbered):
    """Explanation-tuned models: the standard algorithm in sentences, digit by digit with carries."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("x", "×", "*")

    def row(self, t: Telling, term: Term) -> str:
        digit = int(str(term.right).rstrip("0"))
        zeros = len(str(term.right)) - len(str(digit))
        if term.value != term.left * term.right or digit > 9 or not t.flag("carries", 0.5):
            return f"{product(t, term)} = {t.n(term.value)}"
        carry, said = 0, []
        for d in reversed(str(term.left)):
            value = digit * int(d) + carry
            said.append(f"{digit} {t.x} {d}" + (f" + {carry}" if carry else "") + f" = {value}")
            carry = value // 10
        text = f"{listed(said)}, so {t.n(term.left)} {t.x} {digit} = {t.n(term.left * digit)}"
        return text + (f", and with {zeros} zero{'s' * (zeros > 1)} added we have {t.n(term.value)}" if zeros else "")

    def body(self, t: Telling, work: Work, number: str = MARK) -> str:
        out = ""
        for place, term in enumerate(work.terms):
            lead = t.one("Multiply the top number", f"Multiply {t.n(term.left)}") + f" by {t.n(term.right)}"
            out += f"{MARK if place else number}. {lead}: {self.row(t, term)}.\n"
        out += f"{MARK}. {t.one('Add up the partial products', 'Finally, add the rows')}: "
        return out + ", ".join(additions(t, work)) + ".\n"

    def commit(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return "\n" + t.c(
            t.one(
                f"Hence, the product of {t.n(t.a)} and {t.n(t.b)} is {n}.",
                f"Thus, {t.ab} = {n}.",
                f"Final answer: {n}.",
                f"The result of the multiplication is {n}.",
            )
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            f"To solve {t.ab}, I will use the standard multiplication algorithm, which works from right to left.\n\n",
            "Let me explain how to do this multiplication by hand, one digit of the second number at a time.\n\n",
            f"To find the value of {t.ab}, we can follow these steps:\n\n",
        )
        return out + self.body(t, t.solve("low")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=5, redo=3, check=2), t.n(t.previous), t.n(t.candidate)
        mended = t.mend() if way == "mend" else None
        if mended:
            what, was, now = fault(t, mended)
            out = "\n\n" + t.one(
                f"However, when I review the steps, I notice that {what} should be {now} rather than {was}. ",
                f"On a second look, the {'sum' if mended.place is None else 'row'} {what} is off: it equals {now}, "
                f"while I have {was} above. ",
                f"Please note an error in the above: {what} = {now}, and not {was}. ",
            )
            return out + t.c(
                t.one(
                    f"With this fixed, the product is {n}.",
                    f"After the correction, we get {t.sum(mended.work)} = {n}.",
                    f"The answer {p} must therefore be replaced by {n}.",
                )
            )
        if way == "check":
            work = t.other()
            out = "\n\nTo verify, we can swap the roles of the factors: " + "; ".join(products(t, work))
            out += ". The sum is " + ", ".join(additions(t, work)) + ". "
            return out + t.c(
                t.one(
                    f"This disagrees with {p}, which means that I made an error before, and the product is {n}.",
                    f"Since the two results differ, I rechecked the first one and it was wrong. The answer is {n}.",
                )
            )
        out = "\n\n" + opener(
            t,
            (
                f"However, {p} is not the correct result, because I made an error on the way. Let us repeat the steps.",
                f"But this answer is incorrect. I will discard {p} and work through the multiplication once more.",
            ),
            ("Let us repeat the steps with more care.",),
        )
        return out + "\n\n" + self.body(t, t.solve("low", "high"), MARK + "1") + self.commit(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=5, rough=2, nines=1, tail=1)
        if kind == "rough":
            return (
                f"\n\nTo check whether this is sensible, round the numbers to {t.n(x)} and {t.n(y)}. Their product is "
                f"{t.n(z)}, so our answer is in the right range."
            )
        if kind == "nines":
            return f"\n\nThe digital roots agree as well: {x} {t.x} {y} leaves {z} modulo 9, as does the result."
        if kind == "tail":
            return f"\n\nNote that the last digit is {z % 10}, as it should be since {x} {t.x} {y} = {z}."
        return ""


class SonnetExtended(Style):
    """Extended thinking in bare lines, then a short answer under a heading."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "*")

    def body(self, t: Telling, work: Work) -> str:
        out = ""
        if t.chance(0.6):
            out += f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})\n\n"
        for term, line in zip(work.terms, products(t, work), strict=True):
            out += line + "\n"
            detail = t.detail(term, 0.2)
            out += f"  ({detail})\n" if detail else ""
        lines = additions(t, work)
        out += "\n" + "".join(line + "\n" for line in lines[:-1])
        last, n = lines[-1], t.n(t.candidate)
        return out + t.c(t.one(f"Sum: {last}", last, f"Total: {last}", f"{last}\n\nSo {t.ab} = {n}.")) + "\n"

    def first(self, t: Telling) -> str:
        out = "<thinking>\n" if t.flag("tags", 0.5) else ""
        out += t.one("", f"I need to calculate {t.ab}.\n\n", f"Let me work out {t.ab}.\n\n")
        return out + self.body(t, t.solve("high", "round", "chunks"))

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=5, flaw=2, redo=2), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            out = t.one(
                f"\nLet me double-check {what}. That's {now}, not {was}.\n",
                f"\nActually, {what} = {now}. I had {was}, which is off.\n",
                f"\nLet me recheck: {what} = {now}. Ah, I made an arithmetic error there ({was}).\n",
            )
            if mended.place is not None:
                out += "\n" + "".join(line + "\n" for line in additions(t, mended.work))
            return out + t.c(t.one(f"So the answer is {n}.", f"Corrected: {n}", f"So {t.ab} = {n}, not {p}.")) + "\n"
        if way == "check":
            work = t.other("round")
            out = t.one("\nLet me verify this a different way:\n", "\nDouble-checking with a different split:\n")
            out += "\n".join(worked(t, work)) + "\n\n"
            return (
                out
                + t.c(
                    t.one(
                        f"These don't agree: {p} vs {n}. Looking back, my first calculation has the error. So {n}.",
                        f"Hmm, I got {p} before. This one has simpler pieces, so I trust it. The answer is {n}.",
                        f"That's not {p}. So the first pass was wrong and the answer is {n}.",
                    )
                )
                + "\n"
            )
        if wrong:
            out = f"\n{upper(wrong)}. So I've made an error.\n\n"
        else:
            out = "\n" + opener(
                t,
                (
                    f"Hmm, {p} isn't right. Let me redo this more carefully.\n\n",
                    "That's wrong, I've lost something along the way. Starting over:\n\n",
                ),
                ("Let me recompute that more carefully.\n\n",),
            )
        return out + self.body(t, t.solve())

    def closing(self, t: Telling) -> str:
        n, work, out = t.n(t.candidate), t.work, ""
        kind, (x, y, z) = pick(t, none=3, rough=2, split=3, tail=1, nines=2, doubt=1)
        if kind == "rough":
            out = f"\nSanity check: {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}. ✓\n"
        elif kind == "tail":
            out = f"\nUnits digit: {x} {t.x} {y} = {z}, ends in {z % 10} ✓\n"
        elif kind == "nines":
            out = f"\nMod 9 check: {t.n(t.a)} ≡ {x}, {t.n(t.b)} ≡ {y}, product ≡ {z}. The result is ≡ {z} too. ✓\n"
        elif kind == "split":
            lines = "\n".join(worked(t, t.other()))
            out = f"\nLet me verify:\n{lines}\n{t.one('✓', 'Good, this matches.', 'Same answer.')}\n"
        elif kind == "doubt":
            out = (
                t.one("\nLet me make sure I didn't drop a carry in the addition. No, it's fine.", f"\n{qualm(t)}")
                + "\n"
            )
        out += "</thinking>\n\n" if t.flag("tags", 0.5) else t.one("\n---\n\n", "\n")
        out += t.one(f"# {t.ab}\n\n", f"## Calculating {t.ab}\n\n", f"I'll break {t.n(work.b)} into parts.\n\n")
        if t.chance(0.7):
            out += "\n".join(f"- {line}" for line in products(t, work)) + "\n\n"
        return out + t.r(t.one(f"**{t.ab} = {n}**", f"**Answer: {n}**", f"The answer is **{n}**."))


class OmniDisplay(Numbered):
    """A large chat model of 2024 and 2025: headed steps, displayed formulae, rules, a tick before the answer."""

    def begin(self, t: Telling) -> None:
        t.maths = t.one("comma", "comma", "plain", "latex")
        t.words = "comma" if t.maths == "latex" else t.maths
        t.x = "\\times"

    def show(self, text: str) -> str:
        return f"\\[\n{text}\n\\]\n"

    def body(self, t: Telling, work: Work, number: str = MARK) -> str:
        head = "### " if t.flag("deep", 0.7) else "**"
        close = "" if head == "### " else "**"
        a, b = t.m(work.a), t.m(work.b)
        out = f"{head}Step {number}: {t.one('Break down', 'Expand', 'Split')} \\({b}\\){close}\n"
        out += self.show(f"{b} = {t.factor(work, True)}")
        out += f"So:\n{self.show(f'{a} {t.x} {b} = {a} {t.x} ({t.factor(work, True)})')}" if t.chance(0.5) else ""
        out += f"\n{head}Step {MARK}: Multiply each part{close}\n"
        if t.chance(0.5):
            out += "".join(f"- \\( {line} \\)\n" for line in products(t, work, True))
        else:
            out += "".join(map(self.show, products(t, work, True)))
        out += f"\n{head}Step {MARK}: Add the {t.one('results', 'partial products')}{close}\n"
        return out + "".join(map(self.show, additions(t, work, True)))

    def answer(self, t: Telling) -> str:
        n = t.m(t.candidate)
        return (
            "\n"
            + t.c(
                t.one(
                    f"### ✅ Final Answer:\n\\[\n\\boxed{{{n}}}\n\\]",
                    f"So, \\( {t.m(t.a)} \\times {t.m(t.b)} = {n} \\). ✅",
                    f"**Final Answer:**\n\\[\n{t.m(t.a)} \\times {t.m(t.b)} = \\boxed{{{n}}}\n\\]",
                    f"---\n\n### Final Answer: **{t.n(t.candidate)}**",
                )
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            f"Let's calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\) step by step.\n\n",
            "Sure! Let's break it down step by step:\n\n---\n\n",
            "We can use the **distributive property** here.\n\n",
        )
        return out + self.body(t, t.solve("high", "chunks")) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=3, redo=3), t.n(t.previous), t.n(t.candidate)
        mended = t.mend() if way == "mend" else None
        if mended:
            what, was, now = fault(t, mended, True)
            out = "\n" + t.one("### 🔍 Double-check\n", "⚠️ **Correction:** ", "Hold on — one thing to fix. ")
            out += t.one(
                f"\\( {what} \\) is **not** \\( {was} \\), it is \\( {now} \\).\n",
                f"I previously wrote \\( {was} \\) for \\( {what} \\); the right value is \\( {now} \\).\n",
            )
            if mended.place is not None:
                out += "".join(map(self.show, additions(t, mended.work, True)))
            return out + self.answer(t)
        if way == "check":
            work = t.other()
            out = f"\n### 🔍 {t.one('Verification', 'Quick check')}\n"
            out += "".join(f"- \\( {line} \\)\n" for line in worked(t, work, True))
            return (
                out
                + "\n"
                + t.c(
                    t.one(
                        f"This doesn't match **{p}** — there was a slip in the addition earlier. "
                        f"The correct result is **{n}**.",
                        f"❌ So {p} was incorrect.\n\n✅ **Corrected answer: {n}**",
                    )
                )
                + "\n"
            )
        out = "\n" + opener(
            t,
            (
                f"⚠️ Wait — **{p}** is not correct. Let's carefully redo this.\n\n",
                f"Hmm, that result ({p}) isn't right, I made a mistake above. Let me recompute from scratch.\n\n",
            ),
            ("Let me carefully redo this to be sure.\n\n",),
        )
        return out + self.body(t, t.solve("high", "chunks"), MARK + "1") + self.answer(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=5, rough=2, offer=2, nines=1)
        if kind == "rough":
            return (
                f"\n### Quick sanity check\n\\( {t.m(x)} \\times {t.m(y)} = {t.m(z)} \\), so we are in the right "
                "ballpark 👍"
            )
        if kind == "nines":
            return f"\n*(Digit-sum check: \\( {x} \\times {y} \\to {z} \\), and the result also gives {z}. 👍)*"
        if kind == "offer":
            return t.one(
                "\nWould you like me to show the long multiplication as well?",
                "\nFeel free to double-check it with a calculator! 😊",
            )
        return ""


class GrokTour(Numbered):
    """Grok: numbered bold rows by place with bullets under them, aligned layout at times, a verification part."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("×", "×", "*")

    def body(self, t: Telling, work: Work, number: str = MARK) -> str:
        names = {1: "ones", 10: "tens", 100: "hundreds", 1000: "thousands"}
        out = ""
        for place, term in enumerate(work.terms):
            unit = 10 ** (len(str(term.right)) - 1)
            note = f" ({names[unit]} place)" if unit in names and term.right % unit == 0 else ""
            out += f"{MARK if place else number}. **Multiply {t.n(term.left)} by {t.n(term.right)}{note}**:\n"
            detail = t.detail(term, 0.5)
            out += f"   - {detail}\n" if detail else f"   - {product(t, term)} = {t.n(term.value)}\n"
        out += f"\n{MARK}. **Add the partial products**:\n"
        if t.flag("block", 0.35):
            return out + "```\n" + t.columns(work) + t.total(work) + "\n```\n"
        return out + "".join(f"   - {line}\n" for line in additions(t, work))

    def answer(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return "\n" + t.c(t.one(f"So, {t.ab} = **{n}**.", f"**Answer**: {n}", f"Thus, {t.ab} = {n}.")) + "\n"

    def first(self, t: Telling) -> str:
        out = t.one(
            f"To calculate {t.ab}, let's break it down step by step using the standard multiplication method:\n\n",
            f"Let's compute {t.ab} step by step.\n\n",
            f"I'll multiply {t.n(t.a)} by each part of {t.n(t.b)} and add the results.\n\n",
        )
        return out + self.body(t, t.solve("low", "high")) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=3, flaw=2, redo=2), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        head = t.one("\n**Verification**:\n", "\n**Double-checking**:\n", "\nLet's verify the result.\n")
        if mended:
            what, was, now = fault(t, mended)
            out = head + t.one(
                f"- {what} = {now}, but I used {was} above. That was a calculation error.\n",
                f"- Rechecking {what}: the value is {now}, not {was}.\n",
            )
            return (
                out
                + "\n"
                + t.c(
                    t.one(
                        f"Correcting this, the total is {t.sum(mended.work)} = **{n}**.",
                        f"So the correct product is **{n}**.",
                        f"**Corrected Answer**: {n}",
                    )
                )
                + "\n"
            )
        if way == "check":
            work = t.other("round")
            out = head + "".join(f"- {line}\n" for line in worked(t, work))
            return (
                out
                + "\n"
                + t.c(
                    t.one(
                        f"The check gives a different value, so I went over the first calculation and {p} is wrong. "
                        f"**Answer**: {n}",
                        f"There's a discrepancy with {p}. The error is in the first addition, so {t.ab} = **{n}**.",
                    )
                )
                + "\n"
            )
        if wrong:
            out = f"{head}- {upper(wrong)}. There must be an error, so let's recompute:\n\n"
        else:
            out = "\n" + opener(
                t,
                (
                    f"Upon checking, {p} is incorrect. Let's redo the multiplication carefully:\n\n",
                    "Wait, I made an error in the calculation. Let's correct it by redoing all steps:\n\n",
                ),
                ("Let's redo the multiplication to confirm:\n\n",),
            )
        return out + self.body(t, t.solve(), MARK + "1") + self.answer(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=4, rough=3, split=2, back=1)
        n = t.n(t.candidate)
        if kind == "rough":
            return (
                f"\n**Verification**: Approximating, {t.n(x)} × {t.n(y)} = {t.n(z)}, which is close to "
                + t.r(n)
                + ", so the result is reasonable."
            )
        if kind == "split":
            lines = "".join(f"- {line}\n" for line in worked(t, t.other()))
            return f"\n**Verification** (using the distributive property):\n{lines}\nThe results match."
        if kind == "back":
            return "\n**Check**: " + t.r(f"{n} ÷ {t.n(t.b)} = {t.n(t.a)}") + ", which confirms the result."
        return ""


class EurusActions(Style):
    """Eurus-2 PRIME: steps opened by actions in brackets, [ASSESS], [ADVANCE], [VERIFY], [PIVOT], [OUTPUT]."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "\\times", "×")

    def action(self, t: Telling, name: str) -> str:
        return f"\n\n## [{name}]\n" if t.flag("heading", 0.4) else f"\n\n[{name}]\n"

    def body(self, t: Telling, work: Work) -> str:
        out = (
            t.one("We split the multiplier: ", "Break it into simpler parts: ") + f"{t.n(work.b)} = {t.factor(work)}.\n"
        )
        out += "\n".join(f"# {line}" if t.flag("hash", 0.4) else line for line in products(t, work))
        if t.chance(0.7):
            out += self.action(t, "ADVANCE") + "Now add the partial products.\n"
        else:
            out += "\n"
        lines, n = additions(t, work), t.n(t.candidate)
        out += "".join(line + "\n" for line in lines[:-1])
        return out + t.c(t.one(lines[-1], f"{lines[-1]}\nSo the result is {n}.", f"{lines[-1]}, so {t.ab} = {n}."))

    def first(self, t: Telling) -> str:
        out = self.action(t, "ASSESS").lstrip() + f"The problem asks for the product of {t.n(t.a)} and {t.n(t.b)}. "
        out += t.one("No special structure, so use the distributive property.", "Direct multiplication is suitable.")
        return out + self.action(t, "ADVANCE") + self.body(t, t.solve("high", "chunks", "round"))

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=3, flaw=2, redo=3), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        out = self.action(t, "VERIFY")
        if mended:
            what, was, now = fault(t, mended)
            out += t.one(
                f"Checking each step: {what} should be {now}, but {was} was used. There is an error.",
                f"Re-evaluating {what}: got {was} before, correct value is {now}.",
            )
            out += self.action(t, t.one("PIVOT", "ADVANCE")) + t.one("Use the corrected value.\n", "Fix the step.\n")
            return out + t.c(f"{t.sum(mended.work)} = {n}" + t.one("", f"\nThe corrected result is {n}."))
        if way == "check":
            work = t.other()
            out += "Check using a different decomposition.\n" + "\n".join(worked(t, work))
            return (
                out
                + "\n"
                + t.c(
                    t.one(
                        f"This is inconsistent with {p}. The first computation was flawed, so the result is {n}.",
                        f"Mismatch with the earlier result {p}. Adopt {n}.",
                    )
                )
            )
        if wrong:
            out += f"{upper(wrong)}. The result is not valid."
        else:
            out += t.one(
                f"The result {p} is not correct.",
                "The calculation contains an error.",
                f"Something is wrong with {p}. The steps do not hold.",
            )
        out += self.action(t, "PIVOT") + t.one("Restart with a cleaner approach.\n", "Recompute from the beginning.\n")
        return out + self.body(t, t.solve())

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=3, rough=2, tail=2, split=2, good=2)
        out = "" if kind == "none" else self.action(t, "VERIFY")
        if kind == "rough":
            out += f"Approximation: {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}. The result is consistent with it."
        elif kind == "tail":
            out += f"The units digit of {x} {t.x} {y} is {z % 10}. Consistent."
        elif kind == "split":
            work = t.other()
            out += "\n".join(worked(t, work)) + "\nConsistent with the result above."
        elif kind == "good":
            out += t.one("All steps are consistent.", "The arithmetic has been double-checked. No errors found.")
        return (
            out
            + self.action(t, "OUTPUT")
            + t.r(
                t.one(
                    f"The final answer is {t.boxed('$', '$')}.",
                    f"{t.boxed()}",
                    f"The product of {t.n(t.a)} and {t.n(t.b)} is {t.boxed('$', '$')}.",
                )
            )
        )

    def finish(self, t: Telling, text: str) -> str:
        return texed(t, text)


class MarcoThought(Style):
    """Marco-o1: "<Thought>...</Thought> <Output>...</Output>", "Wait! Maybe I made some mistakes! ..."."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("*", "×", "×", "\\times")

    def body(self, t: Telling, work: Work) -> str:
        out = t.one(
            f"I can break down {t.n(work.b)} into {listed([t.n(part) for part in work.parts])}.\n",
            f"Breaking {t.n(work.b)} down: {t.factor(work)}.\n",
        )
        for place, line in enumerate(products(t, work)):
            out += t.one("First, " if place == 0 else "Next, ", "So, " if place else "Let's start: ") + line + ".\n"
        return (
            out
            + t.one("Now, let's add these: ", "Adding these together: ")
            + ". Then ".join(additions(t, work))
            + ".\n"
        )

    def commit(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, {t.ab} should be {n}.",
                f"Therefore, the product is {n}.",
                f"So, the answer I get is {n}{again(t)}.",
            )
        )

    def first(self, t: Telling) -> str:
        out = "<Thought>\n" + t.one(
            f"Okay, I need to find out what {t.ab} is. ",
            f"Alright, let's figure out {t.ab}. I'll go about it step by step. ",
            f"To calculate {t.ab}, I should multiply the numbers by their places. ",
        )
        return out + self.body(t, t.solve()) + self.commit(t)

    def again(self, t: Telling) -> str:
        way, p = t.way(mend=3, redo=5, check=3), t.n(t.previous)
        mended = t.mend() if way == "mend" else None
        if mended:
            what, was, now = fault(t, mended)
            out = "\n\nWait! Maybe I made some mistakes! " + t.one(
                f"Looking at {what} again, I see that it is {now}, not {was}.\n",
                f"Yes, {what} is {now} and I put {was}.\n",
            )
            if mended.place is not None:
                out += "So " + ". Then ".join(additions(t, mended.work)) + ".\n"
            return out + self.commit(t)
        if way == "check":
            out = "\n\nBut let me double-check this by switching the numbers around. " + self.body(t, t.other())
            n = t.n(t.candidate)
            return out + t.c(
                t.one(
                    f"This is not the same as {p}. I must have miscalculated before, so it should be {n}.",
                    f"Oh, now I get {n} and not {p}. I see, the first one was wrong. So, {n}.",
                )
            )
        out = "\n\n" + opener(
            t,
            (
                f"Wait! I made some mistakes! {p} is not right. I need to rethink from scratch. ",
                "Hmm, that doesn't seem correct. Something must have gone wrong. I need to rethink from scratch. ",
                f"Wait! {p} can't be the answer. Let me throw that out and try again. ",
            ),
            ("Wait! Maybe I made some mistakes! I need to rethink from scratch. ",) * 3,
        )
        return out + self.body(t, t.solve()) + self.commit(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=4, rough=2, split=3, doubt=2)
        work, n, out = t.work, t.n(t.candidate), ""
        if kind == "rough":
            out = f"\n\nTo see if it makes sense, {t.n(x)} times {t.n(y)} is {t.n(z)}, so it's about the right size."
        elif kind == "split":
            out = "\n\nLet me verify this using another method. " + self.body(t, t.other())
            out += t.one("Great, both ways agree!", "It's the same, so I'm confident about it.")
        elif kind == "doubt":
            out = t.one(
                f"\n\n{qualm(t)}",
                "\n\nIs there any place where I could have gone wrong? I don't see any.",
                "\n\nHmm, that's a big number, but it seems plausible."
                if t.candidate > 10000
                else "\n\nThat seems fine.",
            )
        out += "\n</Thought>\n\n<Output>\n" + t.one("", f"To find {t.ab}, we split {t.n(work.b)} into parts.\n")
        if t.chance(0.6):
            out += "\n".join(f"{place}. {line}" for place, line in enumerate(products(t, work), start=1)) + "\n"
        out += t.r(t.one(f"So the result is \\(\\boxed{{{n}}}\\).", f"**Answer:** {n}", f"{t.ab} = {n}"))
        return out + t.one("\n</Output>", "\n</Output>", "")

    def finish(self, t: Telling, text: str) -> str:
        return texed(t, text)


class FirstTheProblem(Style):
    """R1 of May 2025: the thought opens without a tag, "First, the problem is ...", dry sentences, long checks."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "comma")
        t.x = t.one("*", "×", "times")

    def body(self, t: Telling, work: Work) -> str:
        out = t.one(
            f"I can break down {t.n(work.b)} as {t.factor(work)}.\n\n",
            f"So, {t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)}).\n\n",
            f"I'll break it down: {t.factor(work)}.\n\n",
        )
        for place, term in enumerate(work.terms):
            out += t.one("First, ", "Compute ", "") if place == 0 else t.one("Now, ", "Then, ", "Next, ", "")
            detail = t.detail(term, 0.4)
            out += f"{product(t, term)}. {detail}.\n\n" if detail else f"{product(t, term)} = {t.n(term.value)}.\n\n"
            if t.chance(0.06):
                out += f"Is {product(t, term)} = {t.n(term.value)}? I think yes.\n\n"
        out += t.one("Now add them together: ", "Now, sum: ", "Add all: ")
        return out + ".\n\nThen ".join(additions(t, work)) + ".\n\n"

    def commit(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(t.one(f"So, {n}.", f"So the answer should be {n}.", f"I have {n}{again(t)}.", f"So {t.ab} = {n}."))

    def first(self, t: Telling) -> str:
        out = t.one("", "", "<think>\n") + t.one(
            f"First, the problem is to calculate {t.a} * {t.b}. I need to do this step by step.\n\n",
            f"First, I need to calculate {t.a} multiplied by {t.b}. The user said to think step by step.\n\n",
            f"We are calculating {t.a} * {t.b}.\n\n",
        )
        return out + self.body(t, t.solve("high", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=4, flaw=2, redo=3), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            fine = passed(t, mended)
            out = t.one(
                f"\n\nBut let me verify {what}. That is {now}. But earlier I had {was}. I think I miscalculated.\n\n",
                f"\n\nI should double-check. {fine}{upper(what)}: {now}, not {was}. Mistake there.\n\n",
                f"\n\n{fine}Wait, {what} = {now}? Yes, {now}. I said {was}, that was wrong.\n\n",
            )
            if mended.place is not None:
                out += ".\n\nThen ".join(additions(t, mended.work)) + ".\n\n"
            return out + t.c(t.one(f"So correct sum is {n}.", f"So it's {n}.", f"Thus, {n} instead of {p}."))
        if way == "check":
            out = t.one("\n\nLet me verify by another way. ", "\n\nTo confirm, use a different breakdown. ")
            out += self.body(t, t.other())
            return out + t.c(
                t.one(
                    f"Previously I had {p}. Conflict. I recheck the first: there I added wrong. So {n} is correct.",
                    f"But that's {n}, and before it was {p}. The first must have an error. I'll take {n}.",
                )
            )
        if wrong:
            out = f"\n\nBut {wrong}. So {p} is incorrect. Let me recompute.\n\n"
        else:
            out = "\n\n" + opener(
                t,
                (
                    f"Wait, that can't be correct. I must have made a mistake with {p}. Let me start again.\n\n",
                    f"But {p} is wrong, I think I misplaced something. Let me do it properly.\n\n",
                ),
                ("I should be careful here. Let me calculate again.\n\n",),
            )
        return out + self.body(t, t.solve()) + self.commit(t)

    def closing(self, t: Telling) -> str:
        n, m, work, out = t.n(t.candidate), t.m(t.candidate), t.work, ""
        for _ in range(t.rng.choice([1, 1, 2])):
            kind, (x, y, z) = pick(t, none=3, rough=2, split=3, tail=1, nines=2, doubt=1)
            if kind == "rough":
                out += f"\n\nApproximate: {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, and this is close, so reasonable."
            elif kind == "tail":
                out += f"\n\nUnits: {x} {t.x} {y} = {z}, ends with {z % 10}, and mine does too."
            elif kind == "nines":
                out += f"\n\nDigit sums mod 9: {x} and {y}, the product gives {z}, and my result gives {z}. Good."
            elif kind == "split" and "another way" not in out:
                out += "\n\nDouble-check another way. " + self.body(t, t.other()) + t.one("Same.", "Yes, consistent.")
            elif kind == "doubt":
                out += t.one(
                    "\n\nI hope I didn't make a carrying error. It looks fine.",
                    "\n\nIs that correct? Each product seems right to me.",
                    f"\n\n{qualm(t)}",
                )
        out += "\n</think>\n" + t.one(
            f"To calculate {t.ab}, break it down step by step.\n\n",
            f"The product of {t.n(t.a)} and {t.n(t.b)} is calculated as follows:\n\n",
            "### Step-by-step solution\n\n",
        )
        steps = [f"{place}. {line}" for place, line in enumerate(products(t, work), start=1)]
        out += "\n".join(steps) + "\n\n"
        return out + t.r(t.one(f"**Final Answer:** $\\boxed{{{m}}}$", f"$$\\boxed{{{m}}}$$", f"**{n}**"))


class FeedbackRounds(Style):
    """Self-refinement data: an answer, feedback on it, a refined answer, until the feedback has nothing to say."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "×", "x")

    def label(self, t: Telling, name: str) -> str:
        if t.flag("heading", 0.4):
            return f"\n\n### {name}\n"
        return f"\n\n**{name}:**\n" if t.flag("bold", 0.5) else f"\n\n{name}:\n"

    def body(self, t: Telling, work: Work) -> str:
        intro = t.one(f"{t.n(work.b)} = {t.factor(work)}\n", f"Split {t.n(work.b)}: {t.factor(work)}\n", "")
        return intro + "\n".join(worked(t, work)) + "\n"

    def answer(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(t.one(f"Answer: {n}", f"So the answer is {n}.", f"Result: {t.ab} = {n}"))

    def first(self, t: Telling) -> str:
        start = self.label(t, t.one("Initial solution", "Solution", "First attempt")).lstrip()
        return start + self.body(t, t.solve()) + self.answer(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=2, flaw=2, redo=3), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        out = self.label(t, t.one("Feedback", "Critique", "Self-feedback"))
        refined = self.label(t, t.one("Refined solution", "Improved answer", "Revised solution"))
        if mended:
            what, was, now = fault(t, mended)
            out += t.one(
                f"The decomposition is good, but {what} = {was} is a calculation error. The right value is {now}.",
                f"One of the values is off: {what} is {now}, the solution says {was}. This needs to be fixed.",
            )
            return out + refined + "\n".join(worked(t, mended.work)) + "\n" + self.answer(t)
        if way == "check":
            work = t.other()
            out += f"Computing it the other way: {'; '.join(worked(t, work))}. "
            out += t.one(f"The solution gives {p}, which is not the same.", f"So {p} is not correct.")
            return out + refined + t.c(t.one(f"The answer is {n} instead of {p}.", f"Answer: {n}", f"{t.ab} = {n}"))
        if wrong:
            out += f"{upper(wrong)}. The answer is wrong and has to be computed anew."
        else:
            out += t.one(
                f"The answer {p} is not correct. The steps should be carried out again with care.",
                "The solution has an arithmetic error, so the final answer is wrong. Redo the calculation.",
                f"Score: 2/5. The method is fine but {p} is wrong.",
            )
        return out + refined + self.body(t, t.solve()) + self.answer(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=3, good=4, rough=2, tail=1)
        if kind == "none":
            return ""
        out = self.label(t, t.one("Feedback", "Critique", "Self-feedback"))
        if kind == "rough":
            out += f"The result is plausible, {t.n(x)} {t.x} {t.n(y)} being {t.n(z)}. "
        elif kind == "tail":
            out += f"The last digit is right ({x} {t.x} {y} = {z}). "
        out += t.one(
            "Everything looks correct. No further refinement needed.",
            "The solution is correct, there is nothing to improve. Score: 5/5.",
            "No errors. It could be explained in more detail, but the answer is right.",
        )
        return out + t.one("", self.label(t, "Final answer") + t.r(t.n(t.candidate)))


class GoatChain(Style):
    """Models tuned on arithmetic (Goat): a chain of equations in one line, hardly a word; terse checks."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "*", "x", "×")

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.n(work.a), t.n(work.b)
        glue = t.one(" = ", " = ", "\n= ") if t.flag("free", 0.3) else "\n= " if t.flag("lines", 0.4) else " = "
        chain = [f"{a} {t.x} {b}", f"{a} {t.x} ({t.factor(work)})"]
        chain.append(
            product(t, work.terms[0])
            + "".join(f" {'+' if term.sign > 0 else '-'} {product(t, term)}" for term in work.terms[1:])
        )
        chain.append(t.sum(work))
        for place, (_, _, _, z) in enumerate(work.steps()[:-1], start=2):
            rest = "".join(f" {'+' if term.sign > 0 else '-'} {t.n(term.value)}" for term in work.terms[place:])
            chain.append(t.n(z) + rest)
        return glue.join(chain) + glue

    def answer(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(n + t.one("", "", f"\nAnswer: {n}", f". The answer is {n}.", f"\nThus, {t.ab} = {n}."))

    def first(self, t: Telling) -> str:
        return (
            t.one("", "", "Solution: ", "Let's compute. ")
            + self.body(t, t.solve("high", "high", "round"))
            + self.answer(t)
        )

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=3, check=2, flaw=2, redo=3), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            out = t.one(f"\nError: {what} = {now}, not {was}.\n", f"\nCorrection: {what} = {now} (was {was}).\n")
            return out + t.sum(mended.work) + " = " + t.c(n + t.one("", f"\nCorrect answer: {n}"))
        if way == "check":
            out = f"\nCheck: {self.body(t, t.other())}{n}\n"
            return out + t.c(t.one(f"{n} ≠ {p}, so {p} is wrong. Answer: {n}", f"Not {p}. Corrected answer: {n}"))
        if wrong:
            return f"\nCheck: {wrong}. Incorrect. Redo.\n" + self.body(t, t.solve()) + self.answer(t)
        out = "\n" + t.one(
            f"Check: {p} is incorrect. Redo.\n", "Wrong. Try again:\n", f"No, {p} is wrong. Recalculate:\n"
        )
        return out + self.body(t, t.solve()) + self.answer(t)

    def closing(self, t: Telling) -> str:
        kind, (x, y, z) = pick(t, none=5, back=2, tail=1, nines=1, ok=1)
        n = t.n(t.candidate)
        if kind == "back":
            return "\nCheck: " + t.r(f"{n} / {t.n(t.a)} = {t.n(t.b)}") + t.one(". Correct.", " OK")
        if kind == "tail":
            return f"\nCheck: {x} {t.x} {y} = {z}, last digit {z % 10}. OK"
        if kind == "nines":
            return f"\nCheck mod 9: {x} {t.x} {y} -> {z}, {z} = {z}. OK"
        return "\nCheck: correct." if kind == "ok" else ""


class ScaledDistill(Style):
    """A distilled small model after much RL: "<think>", "Wait", several checks in a row, both answers boxed."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "x", "multiplied by")

    def body(self, t: Telling, work: Work) -> str:
        out = t.one(
            f"So, {t.n(work.b)} can be written as {t.factor(work)}, right? ",
            f"Let me write {t.n(work.b)} as {t.factor(work)}. ",
            f"I remember that I can split {t.n(work.b)} into {listed([t.n(part) for part in work.parts])}. ",
        )
        for term in work.terms:
            lead = t.one("So, ", "Let's see, ", "Now, ", "Okay, so ")
            if t.chance(0.1):
                near = t.n(t.near(term.value))
                out += f"{lead}{product(t, term)}. Hmm, is that {near}? Wait, no, that's {t.n(term.value)}. "
            else:
                detail = t.detail(term, 0.25)
                out += f"{lead}{product(t, term)} is {t.n(term.value)}" + (f", because {detail}. " if detail else ". ")
        out += "\n\n" + t.one("Now, adding all these together: ", "So adding them up, ", "Then the total: ")
        return out + "; then ".join(additions(t, work)) + ". "

    def commit(self, t: Telling) -> str:
        n = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, the result is {n}.",
                f"So that's {n}{again(t)}.",
                f"So, {t.ab} should be {n}.",
                f"Therefore, the answer is {t.boxed()}.",
                f"So, putting it together, I get {n}.",
            )
        )

    def first(self, t: Telling) -> str:
        out = t.one("<think>\n", "<think>\n", "") + t.one(
            f"Okay, so I have this problem here: calculate {t.a} * {t.b}. Hmm, let me think. ",
            f"Alright, so I need to multiply {t.n(t.a)} and {t.n(t.b)}. I need to be careful with the zeros. ",
            f"Okay, let me try to compute {t.ab} step by step. ",
        )
        return out + self.body(t, t.solve()) + self.commit(t)

    def again(self, t: Telling) -> str:
        way, p, n = t.way(mend=4, check=4, flaw=2, redo=3), t.n(t.previous), t.n(t.candidate)
        mended, wrong = (t.mend() if way == "mend" else None), flaw(t) if way == "flaw" else None
        if mended:
            what, was, now = fault(t, mended)
            fine = passed(t, mended)
            out = t.one(
                f"\n\nWait, let me check again. {fine}{upper(what)}... that should be {now}, but I wrote {was}. Oops. ",
                f"\n\nWait a second, {what} isn't {was}. It's {now}. ",
                f"\n\nWait, maybe I made a mistake. {fine}{what}... yeah, it's {now}, not {was}. ",
            )
            if mended.place is not None:
                out += "So " + "; then ".join(additions(t, mended.work)) + ". "
            return out + t.c(t.one(f"So the correct total is {n}.", f"So, it's {n}.", f"So, {n} is the actual result."))
        if way == "check":
            out = t.one(
                "\n\nBut let me verify that using another method, just to be safe. ",
                "\n\nAlternatively, I can compute it differently. ",
            )
            out += self.body(t, t.other())
            return out + t.c(
                t.one(
                    f"Wait, that's different from {p}. So, I must have made a mistake earlier. So it's {n}.",
                    f"Hmm, conflicting results, {p} and {n}. Checking the additions, the first one is wrong. "
                    f"So, the answer is {n}.",
                    f"So, that contradicts {p}. I think the second way is right, so {n}.",
                )
            )
        if wrong:
            out = f"\n\nWait, {wrong}. So that can't be right. Let me do it again. "
        else:
            out = "\n\n" + opener(
                t,
                (
                    f"Wait, no, that's not right. {p} is wrong, I think I messed up the place values. Let me redo it. ",
                    f"Hmm, wait. That doesn't make sense. It can't be {p}. Let me start over. ",
                ),
                ("Wait, I'm not confident in that. Let me go through it again. ",),
            )
        return out + self.body(t, t.solve()) + self.commit(t)

    def closing(self, t: Telling) -> str:
        n, work, out = t.n(t.candidate), t.work, ""
        told: set[str] = set()
        for _ in range(t.rng.choice([1, 1, 2, 3])):
            kind, (x, y, z) = pick(t, none=2, rough=2, split=3, tail=2, nines=1, doubt=2, back=1)
            if kind in told:
                continue
            told.add(kind)
            if kind == "rough":
                out += f"\n\nLet me see if it's reasonable: {t.n(x)} times {t.n(y)} is {t.n(z)}. Yeah, that's close."
            elif kind == "tail":
                out += f"\n\nAlso, {x} times {y} is {z}, so the last digit is {z % 10}. Good, that checks out."
            elif kind == "nines":
                out += f"\n\nModulo 9: {x} times {y} gives {z}, and the result is {z} mod 9. So that's consistent."
            elif kind == "split":
                out += "\n\nWait, let me check that another way to make sure. " + self.body(t, t.other())
                out += t.one("Yep, the same.", "Okay, so both methods give the same result.", "That matches.")
            elif kind == "back":
                out += "\n\nDividing back, " + t.r(f"{n} / {t.n(t.a)}") + f" is {t.n(t.b)}. Perfect."
            elif kind == "doubt":
                out += t.one(
                    "\n\nWait, did I forget a carry? Let me see... no, I don't think so.",
                    f"\n\n{qualm(t)}",
                    f"\n\n{qualm(t)}",
                    "\n\nHmm, is there something I'm missing? No, it seems straightforward.",
                    "\n\nI think that's right, but I'm a bit unsure about the zeros. No, the zeros are fine.",
                )
        if t.chance(0.5):
            out += "\n\n" + t.r(f"So, I'm confident that the answer is {n}.")
        out += "\n</think>\n\n" + t.one(f"To calculate {t.ab}, we break it into parts.\n\n", "")
        if t.chance(0.6):
            out += "\n".join(f"{place}. {line}" for place, line in enumerate(products(t, work), start=1)) + "\n\n"
        return out + t.r(
            t.one(f"**Final Answer**\n{t.boxed()}", f"The final answer is {t.boxed('$', '$')}.", t.boxed())
        )


_MAKERS: tuple[Callable[[], Style], ...] = (
    WizardSteps,
    MetaMathHash,
    KojimaPrompt,
    ProcessOutline,
    NuminaList,
    SelfVerifyTrained,
    AnswerTagThinker,
    VicunaSorry,
    OrcaStandard,
    SonnetExtended,
    OmniDisplay,
    GrokTour,
    EurusActions,
    MarcoThought,
    FirstTheProblem,
    FeedbackRounds,
    GoatChain,
    ScaledDistill,
)
STYLES: dict[str, Style] = {style.name: style for style in (make() for make in _MAKERS)}
