"""Styles that were held out once and that a parser may be tuned on since."""

from __future__ import annotations

import json
from abc import abstractmethod

from .common import Mended, Style, Telling, Term, Work


def _head(t: Telling, term: Term, maths: bool = False) -> str:
    show = t.m if maths else t.n
    return f"{show(term.left)} {t.x} {show(term.right)}"


def _eq(t: Telling, term: Term, maths: bool = False) -> str:
    return f"{_head(t, term, maths)} = {(t.m if maths else t.n)(term.value)}"


def _product(t: Telling, term: Term, maths: bool = False, share: float = 0.5) -> str:
    """A partial product, perhaps with the way to it."""
    found = t.detail(term, share, maths)
    return f"{_head(t, term, maths)} = {found}" if found else _eq(t, term, maths)


def _stumble(t: Telling, term: Term) -> str:
    """A partial product written wrongly and mended in the same breath."""
    wrong, right = t.n(t.near(term.value)), t.n(term.value)
    slipped = t.one(f"{wrong}, no, {right}", f"{wrong}... sorry, {right}", f"{wrong} (oops, {right})")
    return f"{_head(t, term)} = {slipped}"


def _fault(t: Telling, m: Mended) -> str:
    """What was wrong, in words that fit after a colon."""
    was, now = t.n(m.was), t.n(m.now)
    if m.place is None:
        return t.one(
            f"the partial products add up to {now}, not {was}",
            f"adding the pieces gives {now} instead of {was}",
            f"I added wrongly, {t.sum(m.work)} is {now} and not {was}",
        )
    head = _head(t, m.work.terms[m.place])
    return t.one(
        f"{head} is {now}, not {was}",
        f"{head} should have been {now} instead of {was}",
        f"I wrote {was} for {head}, but it is {now}",
    )


def _estimate(t: Telling) -> str:
    """A rough size of the product, or nothing where it would not help."""
    found = t.estimate()
    if not found or (found[0], found[1]) == (t.a, t.b) or len(str(t.product)) < 4:
        return ""
    x, y, z = (t.n(number) for number in found)
    return t.one(
        f"{x} {t.x} {y} is about {z}",
        f"roughly {x} {t.x} {y} = {z}",
        f"{t.n(t.a)} is near {x} and {t.n(t.b)} is near {y}, so we expect something around {z}",
    )


def _digit(t: Telling) -> str:
    found = t.last_digit()
    if not found:
        return ""
    x, y, z = found
    return t.one(
        f"the last digit should be that of {x} {t.x} {y} = {z}, i.e. {z % 10}, and it is",
        f"{x} {t.x} {y} = {z} ends in {z % 10}, and so does our number",
        f"the units digit must be {z % 10} (from {x} {t.x} {y}), which agrees",
    )


def _nines(t: Telling) -> str:
    found = t.nines()
    if not found or len(str(t.product)) < 4:
        return ""
    x, y, z = found
    return t.one(
        f"modulo 9 the factors leave {x} and {y}, the product leaves {z}, and {x} {t.x} {y} = {x * y} leaves {z} too",
        f"casting out nines gives {x} and {y} for the factors and {z} for the result, which is consistent",
    )


def _division(t: Telling) -> str:
    z = t.n(t.candidate)
    a, b = (t.a, t.b) if t.chance(0.5) else (t.b, t.a)
    return t.one(
        f"{z} ÷ {t.n(a)} = {t.n(b)}, as it should be",
        f"dividing {z} by {t.n(a)} gives back {t.n(b)}",
        f"{z} / {t.n(a)} = {t.n(b)}, which is the other factor",
    )


def _second(t: Telling) -> str:
    """A whole second solution that agrees, in one line."""
    work = t.other("chunks", "low")
    agree = t.one("the same result", "which matches", "in agreement with the result above", "the same as before")
    if t.chance(0.5):
        products = ", ".join(_eq(t, term) for term in work.terms)
        return f"{products}, and {t.sum(work)} = {t.n(work.total)}, {agree}"
    return f"{t.n(work.a)} {t.x} ({t.factor(work)}) = {t.sum(work)} = {t.n(work.total)}, {agree}"


def _look(t: Telling) -> str:
    """One partial product looked at once more and found to be fine."""
    term = t.rng.choice(t.work.terms)
    return t.one(
        f"{_eq(t, term)}, yes, that one is fine",
        f"is {_head(t, term)} really {t.n(term.value)}? Yes, it is",
        f"{_product(t, term)}, as I had it",
    )


def _confirm(t: Telling) -> str:
    """A check that leaves the candidate as it is, in words that fit after a colon."""
    tell = t.rng.choices([_estimate, _digit, _nines, _division, _second, _look], [2, 2, 1, 2, 3, 2])[0]
    return tell(t) or _second(t)


def _elsewhere(t: Telling) -> tuple[int, int]:
    """The factors of another exercise, whose product is no candidate."""
    while True:
        x, y = t.rng.randint(12, 89), t.rng.randint(3, 9)
        if x % 10 and x * y not in t.candidates:
            return x, y


def _half(t: Telling) -> str:
    """The first steps of a solution once more, which is then dropped because nothing changes."""
    terms = t.work.terms[: t.rng.randint(1, max(1, len(t.work.terms) - 1))]
    products = ", ".join(_eq(t, term) for term in terms)
    return products + t.one(
        "... these are just the same steps, so there is no need to go on; the result stands",
        ", as above. I'll leave it there, nothing changes",
        "... yes, it all comes out the same, I'm keeping the answer",
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


class Habit(Style):
    """A style in parts. Revisions are a mended error, a new solution, or a check that ends elsewhere."""

    gap = "\n\n"
    methods: tuple[str, ...] = ("high", "low", "chunks", "swapped")
    weights: tuple[float, float, float] = (3, 4, 3)

    @abstractmethod
    def opening(self, t: Telling) -> str: ...

    @abstractmethod
    def body(self, t: Telling, work: Work) -> str:
        """The partial products and, mostly, the sum."""

    @abstractmethod
    def commit(self, t: Telling) -> str: ...

    @abstractmethod
    def disown(self, t: Telling) -> str:
        """Rejects the candidate before and announces a new solution."""

    @abstractmethod
    def amend(self, t: Telling, m: Mended) -> str:
        """Tells the error of the solution before, and the new sum."""

    @abstractmethod
    def lead(self, t: Telling) -> str:
        """Announces a check."""

    @abstractmethod
    def verdict(self, t: Telling) -> str:
        """The check has ended in another number, which is believed."""

    def recommit(self, t: Telling) -> str:
        return self.commit(t)

    def first(self, t: Telling) -> str:
        return self.gap.join(part for part in (self.opening(t), self.body(t, t.solve(*self.methods))) if part) + (
            self.gap + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        mend, redo, check = self.weights
        way = t.way(mend=mend, redo=redo, check=check)
        m = t.mend() if way == "mend" else None
        if m:
            parts = [self.amend(t, m)]
        elif way == "check":
            lead = self.lead(t)
            parts = [lead, self.body(t, t.other(*self.methods)), self.verdict(t)]
        else:
            parts = [self.disown(t), self.body(t, t.solve(*self.methods))]
        return self.gap + self.gap.join([*parts, self.recommit(t)])


class PhiTextbook(Habit):
    """Phi: a textbook voice, and sometimes an exercise of its own after the answer."""

    methods = ("high", "low", "chunks")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "*", "×", "x")

    def opening(self, t: Telling) -> str:
        text = t.one(
            f"To calculate the product of {t.n(t.a)} and {t.n(t.b)}, we can use the distributive property of "
            "multiplication over addition, which lets us break a large multiplication into smaller ones.",
            f"Let's carefully work out {t.ab} by decomposing one of the factors according to place value.",
            f"We are asked to multiply {t.n(t.a)} by {t.n(t.b)}. A systematic way is the standard multiplication "
            "algorithm: find each partial product, then sum them.",
        )
        rough = _estimate(t) if t.chance(0.25) else ""
        return f"{text} As a first idea of the size, {rough}." if rough else text

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"Step 1: Decompose {t.n(work.b)}.\n{t.n(work.b)} = {t.factor(work)}"]
        for number, term in enumerate(work.terms, start=2):
            title = t.one(f"Multiply {t.n(work.a)} by {t.n(term.right)}.", f"Find {_head(t, term)}.")
            shown = _stumble(t, term) if t.chance(0.03) else _product(t, term)
            lines.append(f"Step {number}: {title}\n{shown}")
        last = len(work.terms) + 2
        if t.flag("running", 0.4):
            adds = "\n".join(f"{t.n(x)} + {t.n(y)} = {t.n(z)}" for x, _, y, z in work.steps())
            lines.append(f"Step {last}: Add the partial products one after another.\n{adds}")
        else:
            lines.append(f"Step {last}: Add all the partial products.\n{t.sum(work)} = {t.n(work.total)}")
        return "\n\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"Therefore, {t.ab} = {z}.",
                f"Therefore, the product of {t.n(t.a)} and {t.n(t.b)} is {z}.",
                f"Hence, we obtain {z} as the product.",
                f"So, the result of {t.ab} is {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "However, upon reviewing the steps, it appears that the result is not reliable. Let's carry out the "
            "calculation afresh.",
            "Apologies for the confusion: the solution above contains a mistake. Here is the revised solution.",
            "It seems there was an oversight in the computation above. Let's revisit the problem and recompute.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Upon review, there is an error in the above:", "There was an oversight:", "Correction:")
        return f"{start} {_fault(t, m)}. Adding again, {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one(
            "To ensure accuracy, let's verify the result with a different decomposition.",
            "Verification: we multiply again, splitting a factor in another way.",
        )

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"The verification disagrees with the earlier value {was}, which therefore must be incorrect.",
            f"This is different from {was}; the first computation contained an arithmetic slip.",
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.35):
            text += "\n\n" + t.one("To double-check: ", "Verification: ", "As a sanity check: ") + _confirm(t) + "."
        if t.chance(0.2):
            text += "\n\n" + t.r(f"In conclusion, the answer is {t.n(t.candidate)}.")
        if t.chance(0.2):
            x, y = t.rng.randint(11, 19), t.rng.randint(3, 9)
            text += t.one(
                f"\n\nExercise 2: Calculate {x} {t.x} {y}.\n\nSolution: 10 {t.x} {y} = {10 * y} and "
                f"{x - 10} {t.x} {y} = {(x - 10) * y}, so {x} {t.x} {y} = {x * y}.",
                f"\n\nFollow-up question: How would you compute {x} {t.x} {y} with the same method?\n\nAnswer: "
                f"Split {x} into 10 and {x - 10}. This gives {10 * y} + {(x - 10) * y} = {x * y}.",
            )
        return text


class PlainAssistant(Habit):
    """An assistant's plain prose with little mark-up, candid about its own slips."""

    methods = ("high", "chunks", "swapped")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "*")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"I'll work through this step by step.\n\n{t.ab}",
            f"Let me break {t.n(t.a)} {t.x} {t.n(t.b)} into smaller pieces.",
            "I'll split one of the numbers by place value and multiply each part. Multiplying by round numbers is "
            "easy, so the only thing to watch is the addition at the end.",
            f"# {t.ab}\n\nI'll use partial products here.",
        )

    def body(self, t: Telling, work: Work) -> str:
        mark = t.one("- ", "- ", "", "• ")
        lines = "\n".join(
            mark + (_stumble(t, term) if t.chance(0.04) else _product(t, term, share=0.35)) for term in work.terms
        )
        start = t.one(
            f"Breaking {t.n(work.b)} into {t.factor(work)}:",
            f"**Partial products**, with {t.n(work.b)} = {t.factor(work)}:",
            f"{t.n(work.b)} = {t.factor(work)}, so I need the product of {t.n(work.a)} with each of those parts:",
        )
        if t.chance(0.5):
            adds = "\n".join(f"{mark}{t.n(x)} + {t.n(y)} = {t.n(z)}" for x, _, y, z in work.steps())
            return f"{start}\n\n{lines}\n\n{t.one('Now adding these up:', 'Adding step by step:')}\n\n{adds}"
        return f"{start}\n\n{lines}\n\n{t.one('Adding these up:', 'Sum:')} {t.sum(work)} = {t.n(work.total)}"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"So {t.ab} = **{z}**", f"**{t.ab} = {z}**", f"**Answer: {z}**", f"The answer is **{z}**."))

    def disown(self, t: Telling) -> str:
        return t.one(
            "Hmm, I don't trust that total. I'm going to set it aside and do the whole thing again more carefully.",
            "Actually, I should be upfront that I rushed through the arithmetic there, and I don't want to stand "
            "behind that number. Let me do it over.",
            "Looking back at this, I think I slipped somewhere. Let me work it out again from the beginning.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Actually, I made an arithmetic error above:", "I need to correct myself:", "Let me fix a slip:")
        middle = t.one("With that corrected,", "That changes the total:", "Redoing the sum,")
        return f"{start} {_fault(t, m)}. {middle} {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one("Let me double-check this by going another way.", "I'd like to verify that with a second route.")

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"That's not the {was} I gave above. I've looked at both, and it's the earlier one that is off.",
            f"The two don't agree: {was} was wrong, and I trust this second calculation.",
        )

    def recommit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.c(t.one(f"The correct answer is **{z}**.", f"So {t.ab} = **{z}**, not what I said.", f"**{z}**"))
            if not t.same
            else t.c(t.one(f"So it is **{z}** again after all.", f"{t.ab} = **{z}**, as it turns out."))
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.4):
            start = t.one("Quick check:", "A quick sanity check:", "To verify:", "Let me double-check that:")
            good = t.one("", " ✓", " Good.")
            more = f" Also, {_confirm(t)}." if t.chance(0.4) else ""
            return f"\n\n{start} {_confirm(t)}.{more}{good}"
        if t.chance(0.12):
            return f"\n\nActually, let me redo this to be safe: {_half(t)}."
        if t.chance(0.35):
            return "\n\n" + t.one(
                "The idea here is the distributive property: a product doesn't change when one factor is split into a "
                "sum and the pieces are multiplied separately.",
                "I considered redoing this with the other factor split, but each step above checks out.",
                "If anything here looks wrong to you, tell me and I'll recompute it.",
                "Let me know if you'd like me to try again with a different method!",
            )
        return ""


class OpenChatSections(Habit):
    """An open chat model that answers in headed sections and displayed formulae (as DeepSeek-V3 does)."""

    methods = ("high", "low", "swapped")

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "latex", "comma")
        t.words = "plain" if t.maths == "plain" else "comma"
        t.x = "\\times"

    def opening(self, t: Telling) -> str:
        start = t.one("Certainly! Let's", "Sure, let's", "Let's")
        return f"{start} calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\) step by step.\n\n---"

    def body(self, t: Telling, work: Work) -> str:
        text = (
            f"### **Step 1: Break down {t.m(work.b)}**\n"
            f"\\[\n{t.m(work.b)} = {t.factor(work, True)}\n\\]\n\n"
            f"### **Step 2: Multiply {t.m(work.a)} by each part**\n"
        )
        for number, term in enumerate(work.terms, start=1):
            text += f"{number}. \\( {_product(t, term, True)} \\)\n"
        if t.chance(0.5):
            text += f"\n### **Step 3: Add the partial results**\n\\[\n{t.sum(work, True)} = {t.m(work.total)}\n\\]"
        else:
            adds = "\n".join(
                f"\\[\n{t.m(x)} {'+' if sign > 0 else '-'} {t.m(y)} = {t.m(z)}\n\\]" for x, sign, y, z in work.steps()
            )
            text += f"\n### **Step 3: Sum them one at a time**\n{adds}"
        return text

    def commit(self, t: Telling) -> str:
        return t.c(
            t.one(
                f"### **Final Answer**\n\\[\n\\boxed{{{t.m(t.candidate)}}}\n\\]",
                f"**Final Answer:** \\( {t.m(t.a)} \\times {t.m(t.b)} = \\boxed{{{t.m(t.candidate)}}} \\)",
                f"Thus,\n\\[\n{t.m(t.a)} \\times {t.m(t.b)} = \\boxed{{{t.m(t.candidate)}}}\n\\]",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "---\n\n**Wait**, the result above does not hold up. Let me re-evaluate everything from the start.",
            "---\n\n**Re-examination:** I am not satisfied with this result; a step went wrong. I discard it and "
            "calculate afresh.",
            "---\n\n**Note:** I realize there is a mistake in my solution. Here is a corrected version in full.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        t.x, x = "×", t.x
        text = f"---\n\n**{t.one('Correction', 'Error found', 'Rectification')}:** {_fault(t, m)}."
        t.x = x
        return f"{text}\n\\[\n{t.sum(m.work, True)} = {t.m(t.candidate)}\n\\]"

    def lead(self, t: Telling) -> str:
        return t.one(
            "---\n\n### **Verification**\nLet's cross-check with a different breakdown.",
            "---\n\n### **Cross-check**\nTo be safe, here is the same product by another route.",
        )

    def verdict(self, t: Telling) -> str:
        was = t.m(t.previous)
        return t.one(
            f"This contradicts \\( {was} \\). The initial calculation was flawed, and the verified value replaces it.",
            f"There is a discrepancy with \\( {was} \\): the initial addition went wrong, the cross-check is right.",
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.45):
            t.x = "×"
            text = f"\n\n---\n\n### **Verification{t.one('', ' (Optional)')}**\n{_upper(_confirm(t))}. "
            return text + t.one("✅", "The result is confirmed.", "This confirms our calculation.")
        return ""


class MathBoxed(Habit):
    """A mathematics model (as Qwen-Math): flat prose around formulae and a box in the last sentence."""

    methods = ("high", "low", "chunks", "round")

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "plain", "thin", "latex")
        t.words, t.x = "plain", "\\times"

    def opening(self, t: Telling) -> str:
        a, b = f"\\({t.m(t.a)}\\)", f"\\({t.m(t.b)}\\)"
        return t.one(
            f"To calculate the product of {a} and {b}, we can break the problem into simpler steps using the "
            "distributive property of multiplication over addition.",
            f"We need to find the value of \\({t.m(t.a)} \\times {t.m(t.b)}\\). Let us split one factor.",
        )

    def body(self, t: Telling, work: Work) -> str:
        join = t.one("First", "To begin")
        text = f"{join}, write \\({t.m(work.b)}\\) as \\({t.factor(work, True)}\\)."
        text += " Now we compute each product separately:\n"
        if t.flag("align", 0.5):
            rows = " \\\\\n".join(_product(t, term, True).replace(" = ", " &= ", 1) for term in work.terms)
            text += f"\\begin{{align*}}\n{rows}\n\\end{{align*}}\n"
        else:
            text += "".join(f"{i}. \\[{_product(t, term, True)}\\]\n" for i, term in enumerate(work.terms, 1))
        return (
            text
            + t.one("Finally, we combine these:\n", "Next, we put these results together:\n")
            + (f"\\[{t.sum(work, True)} = {t.m(work.total)}\\]")
        )

    def commit(self, t: Telling) -> str:
        box = t.boxed()
        return t.c(
            t.one(
                f"Therefore, the final answer is \\({box}\\).",
                f"So, the product of \\({t.m(t.a)}\\) and \\({t.m(t.b)}\\) is \\({box}\\).",
                f"Thus, the answer is:\n\\[{box}\\]",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "However, we should re-evaluate, because the value in the box is not correct. Let us compute it once more.",
            "I apologize for the mistake in the previous calculation. Let's solve the problem again.",
            "On closer inspection the solution above is flawed. We restart the computation.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        t.x = "×"
        text = t.one("Checking the lines above, we find a mistake:", "There is an error in this:") + f" {_fault(t, m)}."
        t.x = "\\times"
        return f"{text} Hence\n\\[{t.sum(m.work, True)} = {t.m(t.candidate)}.\\]"

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let us verify this result by a second decomposition.",
            "To check the answer, we compute the product in another manner.",
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"The check yields a value different from \\({t.m(t.previous)}\\), hence the boxed value was wrong.",
            f"Since this is not \\({t.m(t.previous)}\\), the earlier computation is in error and must be replaced.",
        )

    def closing(self, t: Telling) -> str:
        t.x = "×"
        text = ""
        if t.chance(0.3):
            text = f"\n\n{t.one('We can verify this:', 'Check:', 'Indeed:')} {_confirm(t)}."
        if t.chance(0.25):
            text += f"\n\n{t.r('The answer is: $' + t.m(t.candidate) + '$')}"
        return text


class BoldOutline(Habit):
    """Bold step titles, nested stars and a bold last line, as Gemini writes."""

    methods = ("high", "low", "swapped", "area")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "space")
        t.x = t.one("*", "x", "×")
        if t.x == "*":
            t.x = "\\*"

    def opening(self, t: Telling) -> str:
        return t.one(
            f"Okay, let's calculate {t.ab} step by step.",
            f"Here's a step-by-step calculation of {t.ab}:",
            f"Alright, here's how to solve {t.ab}:",
        )

    def body(self, t: Telling, work: Work) -> str:
        text = ""
        for number, term in enumerate(work.terms, start=1):
            title = t.one(f"Multiply {t.n(term.left)} by {t.n(term.right)}", f"{_head(t, term)}")
            if number == 1 or t.flag("titles", 0.8):
                text += f"**Step {number}: {title}**\n\n"
            text += f"*   {_product(t, term)}\n\n"
        end = t.one("Add the results", "Add the partial products together", "Sum it all up")
        text += f"**Step {len(work.terms) + 1}: {end}**\n\n"
        if t.chance(0.3):
            sign, t.x = t.x, "x"
            columns = t.columns(work)
            t.x = sign
            return text + f"```\n{columns}{t.total(work)}\n```"
        return text + f"*   {t.sum(work)} = {t.n(work.total)}"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"**Therefore, {t.ab} = {z}**",
                f"**Answer:** {z}",
                f"So the final answer is **{z}**.",
                f"**Result: {z}**",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "**Oops!** Something isn't right with that result. Let me try this again, carefully:",
            "Hold on, I messed that up. Scratch all of it. Here's a clean run-through:",
            "My apologies, that answer isn't correct. Let's walk through it once more:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        title = t.one("Wait, there's a mistake!", "Let's fix that.", "Self-Correction:")
        return f"**{title}** Looking at it again, {_fault(t, m)}.\n\n*   {t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return t.one("**Let's double check with another breakdown:**", "**Verification (alternative method):**")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"Uh-oh, that's not {t.n(t.previous)}! The run before had an addition slip, so this is the one to keep.",
            f"The numbers don't match, so {t.n(t.previous)} can't be right. The breakdown just above is correct.",
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.3:
            return f"\n\n**{t.one('Check', 'Quick check', 'Double-checking')}:** {_confirm(t)}."
        if draw < 0.4:
            return f"\n\n{t.r('**Final Answer: The final answer is $' + t.n(t.candidate) + '$**')}"
        if draw < 0.48:
            return f"\n\nHmm, let me try that once more. {_half(t)}."
        if draw < 0.55:
            return "\n\nLet me know if you want to see this with a different method!"
        return ""


class OpenInstruct(Habit):
    """An instruct model that was taught one closing formula, hope included (as Tülu and OLMo)."""

    methods = ("high", "low", "chunks")
    ends = ("", "", "<|endoftext|>", "\n<|user|>\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = "plain"
        t.x = t.one("*", "\\times")

    def _formula(self, t: Telling, text: str) -> str:
        return f"${text}$" if t.x == "\\times" else text

    def opening(self, t: Telling) -> str:
        return t.one(
            f"To find the product of {t.n(t.a)} and {t.n(t.b)}, we'll follow the steps of long multiplication.",
            f"To calculate {self._formula(t, t.ab)}, let's go through it digit by digit.",
            "I'll do this multiplication in parts and then add the parts.",
        )

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        for number, term in enumerate(work.terms, start=1):
            note = t.one("", "", f" (this is part {number} of {len(work.terms)})")
            lines.append(f"{number}. Multiply {t.n(term.left)} by {t.n(term.right)}{note}:")
            lines.append(f"   {self._formula(t, _product(t, term))}")
        lines.append(f"{len(work.terms) + 1}. Add the results:")
        if t.flag("running", 0.5):
            lines += [f"   {self._formula(t, f'{t.n(x)} + {t.n(y)} = {t.n(z)}')}" for x, _, y, z in work.steps()]
        else:
            lines.append(f"   {self._formula(t, f'{t.sum(work)} = {t.n(work.total)}')}")
        return "\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        hope = t.one("", " I hope it is correct.") if t.flag("hope", 0.6) else ""
        return t.c(
            t.one(
                f"Final Answer: The final answer is ${z}$.{hope}",
                f"So, {self._formula(t, f'{t.ab} = {z}')}.",
                f"Thus, the final answer is {z}.{hope}",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "I believe I made a mistake in my earlier steps, so please disregard that answer. Trying once more:",
            "Upon re-reading, the answer above is wrong. Let me restart.",
            "Actually, I hoped it was correct, but it isn't. A second try:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        plain, t.x = t.x, "x" if t.x == "\\times" else t.x
        fault = _fault(t, m)
        t.x = plain
        start = t.one("I noticed a mistake in the steps:", "Let me correct one of the steps:", "Revision:")
        return f"{start} {fault}.\nThe corrected sum is {self._formula(t, f'{t.sum(m.work)} = {t.n(t.candidate)}')}."

    def lead(self, t: Telling) -> str:
        return t.one("Let me check this answer by splitting differently.", "Now I will verify my answer:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"The check gives something other than {t.n(t.previous)}, so my answer was incorrect.",
            f"As this differs from {t.n(t.previous)}, I must have made an error the first time.",
        )

    def closing(self, t: Telling) -> str:
        plain, t.x = t.x, "x" if t.x == "\\times" else t.x
        text = ""
        if t.chance(0.3):
            text = f"\n\n{t.one('Check:', 'To verify,', 'We can check that')} {_confirm(t)}."
        if t.chance(0.15):
            text += "\n\n" + t.r(f"So once more, the final answer is {t.n(t.candidate)}.")
        t.x = plain
        return text


class CommandBullets(Habit):
    """A plan first, then bullets with arrows, then an answer on its own line (as Command-R)."""

    methods = ("high", "chunks", "swapped", "round")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "apostrophe", "space")
        t.x = t.one("x", "×", "·")

    def opening(self, t: Telling) -> str:
        plan = t.one(
            f"To multiply {t.n(t.a)} by {t.n(t.b)}, I will split one factor into convenient parts, multiply the parts "
            "one by one, and then combine the results.",
            "Plan:\n(1) split a factor into convenient parts,\n(2) multiply the pieces,\n(3) combine,\n"
            "(4) report the result.",
            f"Here's the calculation of {t.ab} broken into manageable steps. Each bullet is one step.",
        )
        rough = _estimate(t) if t.chance(0.3) else ""
        return plan + (f"\n\nExpected size: {rough}." if rough else "")

    def body(self, t: Telling, work: Work) -> str:
        arrow = t.one("→", "->", "=>")
        lines = [f"- {t.n(work.b)} {arrow} {t.factor(work)}"]
        for term in work.terms:
            found = t.detail(term, 0.8)
            lines.append(f"- {_head(t, term)} {arrow} {t.n(term.value)}")
            if found:
                lines.append(f"  - because {found}")
        if t.chance(0.5):
            lines += [
                f"- {t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)} {arrow} {t.n(z)}" for x, sign, y, z in work.steps()
            ]
        else:
            lines.append(f"- Combining: {t.sum(work)} {arrow} {t.n(work.total)}")
        return "\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"Answer: {z}",
                f"The product of {t.n(t.a)} and {t.n(t.b)} is {z}.",
                f"Hence, the result is {z}.",
                f"{t.ab} equals {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "I withdraw this answer, as I am not certain of the steps. I will perform the calculation a second time.",
            "The above contains an error. Revised calculation:",
            "I made an error in the calculation. I will now attempt it again with more care.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Amendment:", "I have found an error:", "Please note this correction:")
        return f"{start} {_fault(t, m)}.\n- {t.one('Revised total', 'New total')}: {t.sum(m.work)} = {t.n(t.candidate)}"

    def recommit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"Revised answer: {z}", f"Answer: {z}", f"The result is therefore {z}."))

    def lead(self, t: Telling) -> str:
        return t.one("I will now cross-check the result with another split.", "Validation of the result:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"Validation failed: {t.n(t.previous)} is incorrect, and the value from the validation applies.",
            f"My earlier figure of {t.n(t.previous)} does not survive this cross-check, so I replace it.",
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.35):
            return f"\n\n{t.one('Validation', 'Cross-check', 'Verification')}: {_confirm(t)}."
        if t.chance(0.35):
            note = t.one(
                "I split the factor, since products with round numbers need fewer carries.",
                "All of the steps above are exact; nothing was rounded.",
            )
            return f"\n\n{note} " + t.r(f"Summary: {t.n(t.a)} multiplied by {t.n(t.b)} yields {t.n(t.candidate)}.")
        return ""


class ShiftedDigits(Habit):
    """Digit products with zeros appended, units first, told at length (as GLM and InternLM)."""

    methods = ("low",)
    places = ("units", "tens", "hundreds", "thousands", "ten-thousands", "hundred-thousands")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("×", "*")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"To calculate {t.ab}, we multiply by each digit, starting from the rightmost one. Then each result is "
            "shifted to the left according to the position of the digit, and finally all are added:",
            f"We can perform the multiplication {t.ab} as follows, digit by digit.",
            f"Let's think step by step. The expression is {t.ab}, and we use vertical multiplication.",
        )

    def body(self, t: Telling, work: Work) -> str:
        text = ""
        for number, term in enumerate(work.terms, start=1):
            zeros = len(str(term.right)) - 1
            digit, unit = term.right // 10**zeros, 10**zeros
            if term.value % unit or term.right % unit:
                text += f"{number}. The part {t.n(term.right)}: {_eq(t, term)}.\n"
                continue
            text += f"{number}. The {self.places[zeros]} digit {digit}: {t.n(term.left)} {t.x} {digit} = "
            text += f"{t.n(term.value // unit)}."
            if zeros:
                text += t.one(
                    f" Append {zeros} zero{'s' * (zeros > 1)}: {t.n(term.value)}.",
                    f" Shift {zeros} to the left, i.e. {t.n(term.value)}.",
                )
            text += "\n"
        listed = "\n".join(("+ " if i else "  ") + t.n(term.value) for i, term in enumerate(work.terms))
        if t.flag("listed", 0.4):
            return f"{text}\nNow add all of these numbers:\n{listed}\n= {t.n(work.total)}"
        return f"{text}\nNow, add up: {t.sum(work)} = {t.n(work.total)}."

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, the answer is {z}.",
                f"Therefore, {t.ab} is equal to {z}.",
                f"So, {t.ab} = {z}.",
                f"The final result of the calculation is {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Sorry, the above calculation is wrong. Let me calculate again.",
            "There is a problem in the process above, so this result cannot be used. Recalculate:",
            "I am sorry for the error. The right process is like this:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Please note that there is a mistake:", "Sorry, one place above is wrong:", "Correct it:")
        return f"{start} {_fault(t, m)}. So {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one("Let us verify the result:", "Check the calculation with the digits once again:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"The verification does not give {t.n(t.previous)}, so the previous result is not correct.",
            f"It is inconsistent with {t.n(t.previous)}. The previous process has a mistake.",
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        z = t.n(t.candidate)
        if draw < 0.3:
            return f"\n\n{t.one('Verification:', 'We can verify:', 'To make sure:')} {_confirm(t)}."
        if draw < 0.5:
            return "\n\n" + t.r(t.one(f"The answer is {z}.", f"Final answer: {z}", f"Answer: {z}"))
        return ""


class BaseRamble(Habit):
    """A base model: forum talk, false starts before any result, and other questions after the answer."""

    gap = "\n"
    methods = ("high", "low", "chunks", "swapped")
    weights = (2, 5, 2)

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x")

    def opening(self, t: Telling) -> str:
        text = t.one(
            "\nShow your work. Explain what you did in each line, and say how you know that it is right. A bare number "
            "without an explanation gets no points.\n\n",
            "\n\nComment: I always tell my students to write the number as thousands, hundreds, tens and ones. After "
            "that the times table is all you need, and adding up is the only place where you can go wrong.\n\n"
            "Here is how it goes.\n",
            " Write down the partial products.\n\nAnswer:\n",
            "\n\nI have a test tomorrow and no calculator is allowed so I want to do this by hand. Last time I got "
            "7 of 10 right and the teacher said that I should slow down.\n",
            f"\n\n## Solution\n\nThe problem is {t.ab}.\n",
            "\n\nMultiplication is one of the four operations of arithmetic. In this article we show how to multiply "
            "whole numbers with partial products, with examples and exercises.\n",
        )
        if t.chance(0.35):
            x, y = t.a // 2 or 1, t.b
            text += t.one(
                f"You could halve the first number, which gives {t.n(x)}, and double the other, {t.n(2 * y)}... "
                "no, this is getting messy. Start again with the usual method.\n",
                f"First I thought of {t.n(t.a)} {t.x} {t.n(10 ** len(str(y)))} minus something, but I don't like "
                "that. Let's forget about it and begin again.\n",
            )
        return text

    def body(self, t: Telling, work: Work) -> str:
        lines: list[str] = []
        for term in work.terms:
            shown = _stumble(t, term) if t.chance(0.06) else _product(t, term, share=0.3)
            lines.append(t.one("", "", "then ", "and ") + shown if lines else shown)
        if t.flag("split", 0.5):
            lines.insert(0, f"{t.n(work.b)} is {t.factor(work)} so we do each part with {t.n(work.a)}")
        if t.chance(0.3):
            lines = [", ".join(lines)]
        if t.chance(0.4):
            lines += [f"{t.n(x)} + {t.n(y)} = {t.n(z)}" for x, _, y, z in work.steps()]
        else:
            lines.append(f"{t.one('add them', 'all together', 'sum')}: {t.sum(work)} = {t.n(work.total)}")
        return "\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(f"So the answer is {z}.", f"{t.ab} = {z}", f"Answer: {z}", f"which makes {z} the answer.", f"A: {z}")
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "\nNo that is not right. Do it over:",
            "\nEdit: I screwed up above, ignore that answer. Here it is again",
            "\nHmm I dont believe this. One more time from the top:",
            "\nThe above solution is incorrect. The correct solution is as follows.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("\nEdit:", "\nErratum:", "\nComment: your answer is wrong because", "\nOh wait,")
        fault = _fault(t, m).replace("I wrote", "the solution has").replace("I added wrongly", "the addition is wrong")
        return f"{start} {fault}.\n{t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return t.one("\nNow check it.", "\nCheck with the numbers split the other way:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"That is not {t.n(t.previous)} so the one before was wrong.",
            f"so {t.n(t.previous)} was a mistake, this one is good",
        )

    def closing(self, t: Telling) -> str:
        text = f"\n{t.one('Check:', 'check', 'To check,')} {_confirm(t)}." if t.chance(0.25) else ""
        draw = t.rng.random()
        if draw < 0.5:
            x, y = t.rng.randint(21, 98), t.rng.randint(21, 98)
            again = x // 10 * 10
            text += t.one(
                f"\n\nCalculate {x} * {y}. Think step by step.\n{again} * {y} = {again * y}\n"
                f"{x - again} * {y} = {(x - again) * y}\nSo the answer is {x * y}.",
                f"\n\nQuestion: What is {x} + {y}?\nAnswer: {x + y}\n\nQuestion: A farmer has {y} rows of {x} trees. "
                f"How many trees are there?\nAnswer: There are {again * y} + {(x - again) * y} = {x * y} trees.",
                f"\n\nNext problem: {x} - {min(x, y) - 1} = {x - min(x, y) + 1}. Easy.",
            )
        elif draw < 0.6:
            text += t.one(
                "\nMight be wrong, I'll try again with a calculator when I'm home.",
                "\nnot 100% sure but I don't feel like doing it again",
                f"\nlet me do it over to be sure\n{_half(t)}",
            )
        elif draw < 0.75:
            text += t.one(
                "\n\nRe: multiplication\nI get the same, but my calculator shows it without commas. Does that "
                "matter?\n\n"
                "Re: Re: multiplication\nNo, it is only a matter of style.",
                "\n\nThanks for reading! Please like and subscribe for more math tricks.",
                "\n\nTags: arithmetic, multiplication, homework\nPosted 3 years ago, 2 comments",
                "\n\n\\end{document}",
            )
        return text


class SmallReasoner(Habit):
    """A small distilled reasoner: a stream of waits in <think>, then the solution told again for the user."""

    gap = "\n\n"
    methods = ("high", "chunks", "swapped", "round")
    weights = (3, 3, 3)

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "×", "times")

    def opening(self, t: Telling) -> str:
        start = t.one("<think>\n", "<think>\n", "")
        text = t.one(
            f"So I have this problem here: {t.ab}. Hmm, those are not so easy to multiply in my head.",
            f"Okay, {t.ab}. Let me think about how to go about this.",
            "Alright, a multiplication. I remember that you can break up one of the numbers.",
        )
        rough = _estimate(t) if t.chance(0.35) else ""
        if rough:
            text += f" Let me first get a feeling for it: {rough}. But I need it exactly."
        if t.chance(0.15):
            text += " Maybe long multiplication? Wait, no, I'd have to line up columns. Let me use parts instead."
        return start + text

    def body(self, t: Telling, work: Work) -> str:
        parts = [f"So {t.n(work.b)} is {t.factor(work)}."]
        for term in work.terms:
            if t.chance(0.08):
                parts.append(f"{_stumble(t, term)}.")
            elif t.chance(0.15):
                parts.append(f"{_eq(t, term)}. Wait, is that right? {t.one('Yeah', 'Yes', 'Sure')}, it is.")
            else:
                lead = t.one("Then", "Next,", "And", "Hmm, now")
                parts.append(f"{lead} {_product(t, term)}.")
        sums = []
        for x, sign, y, z in work.steps():
            word = "plus" if sign > 0 else "minus"
            sums.append(t.one(f"{t.n(x)} {word} {t.n(y)} is {t.n(z)}.", f"{t.n(x)} {word} {t.n(y)}, that's {t.n(z)}."))
        return (
            " ".join(parts) + "\n\n" + t.one("Okay, now putting it together.", "So altogether:") + " " + " ".join(sums)
        )

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So the answer should be {z}.",
                f"So that means {t.ab} is {z}.",
                f"So I get {z} as the product.",
                f"Okay, so {z} it is.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, that doesn't look right to me. I must have messed up. Let me start from scratch.",
            "Wait, wait. I don't think that's correct. Forget that, let me go through it again, slower this time.",
            "Hmm, hold on, something is off with that number. I'll throw it away and do everything anew.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Wait, hold on.", "Wait a second.", "Hmm, wait.", "Oh no.")
        fault = _upper(_fault(t, m))
        return f"{start} {fault}. So then {t.sum(m.work)}, and that's {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one("Wait, let me make sure by doing it the other way.", "But wait, maybe I should check this.")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"Wait, but before I had {t.n(t.previous)}. So which is it? Looking at the first way again, I see that I "
            "slipped there. So the second way is right.",
            f"Huh, that's not {t.n(t.previous)}. So I must have made a mistake before.",
        )

    def _waits(self, t: Telling) -> str:
        """Doubts and checks that change nothing."""
        text = ""
        for _ in range(t.rng.choices([0, 1, 2, 3], [3, 4, 2, 1])[0]):
            z = t.n(t.candidate)
            text += "\n\n" + t.one(
                f"Wait, let me double-check. {_upper(_confirm(t))}. Okay.",
                f"But wait, let me see: {_confirm(t)}. Good.",
                f"Wait, did I do that right? {_upper(_look(t))}.",
                f"Wait, maybe I should redo this with columns? Nah, I went over it and {z} is fine.",
                f"Checking by another split, {_second(t)}. For a moment I had {t.n(t.near(t.candidate))} there, but "
                f"that was me dropping a carry in the check. It is {z}, no change.",
                "Hmm, am I sure? Yes, I am pretty sure.",
                f"Wait, maybe I made a mistake. Let me recompute. {_half(t)}.",
            )
        return text

    def closing(self, t: Telling) -> str:
        text = self._waits(t)
        x, t.x = t.x, "×"
        z = t.n(t.candidate)
        text += "\n</think>\n\n"
        if t.chance(0.5):
            work = t.solve("high", "low")
            lines = "\n".join(f"{i}. {_eq(t, term)}" for i, term in enumerate(work.terms, 1))
            text += f"To find {t.ab}, split {t.n(work.b)} into {t.factor(work)}:\n\n{lines}\n\n"
            text += f"{t.one('Adding up', 'Sum')}: {t.sum(work)} = {t.n(work.total)}\n\n"
        text += t.r(t.one(f"**Answer:** \\boxed{{{t.candidate}}}", f"\\[\n\\boxed{{{z}}}\n\\]", f"**{t.ab} = {z}**"))
        t.x = x
        return text


class WorksheetAns(Habit):
    """A pupil's worksheet: terse lines, Sol: and Ans:, crossings out in words."""

    gap = "\n"
    methods = ("high", "low", "area", "swapped")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "space")
        t.x = t.one("x", "×")

    def opening(self, t: Telling) -> str:
        name = t.one("Name: ________   Date: ____\n\n", "", "Worksheet 7\n\n")
        name += t.one('Directions: Show all of your work. No calculators! Write the answer after "Ans".\n\n', "")
        name += t.one(
            "Today's goal: I can multiply big numbers by splitting them.\n"
            "Remember: 1) split  2) multiply each part  3) add  4) check\n\n",
            "",
        )
        if t.chance(0.75):
            x, y = _elsewhere(t)
            left = x // 10 * 10
            name += (
                f"Q1. {x} {t.x} {y} = ?\nSol:\n{left} {t.x} {y} = {left * y}\n{x - left} {t.x} {y} = {(x - left) * y}\n"
                f"{left * y} + {(x - left) * y} = {x * y}\nAns: {x * y}  ✓\n\nQ2. "
            )
        return f"{name}{t.ab} = ?\n{t.one('Given', 'Known')}: {t.n(t.a)}, {t.n(t.b)}\nSol:"

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("columns", 0.4) and len(work.terms) > 1:
            return "\n" + t.columns(work) + t.total(work) + "\n"
        labels = t.one("abcdefghijklmnop", "ABCDEFGHIJKLMNOP")
        lines = [
            f"({label}) {_stumble(t, term) if t.chance(0.05) else _product(t, term)}"
            for label, term in zip(labels, work.terms, strict=False)
        ]
        names = " + ".join(f"({label})" for label, _ in zip(labels, work.terms, strict=False))
        return "\n".join([*lines, f"{names}: {t.sum(work)} = {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"Ans: {z}", f"Ans. {z}", f"ANS = {z}", f"∴ {t.ab} = {z}  (Ans)"))

    def again(self, t: Telling) -> str:
        note = t.one("", "", "\n(hm that looks too big / too small?)", "\n(my friend has something else)")
        return note + super().again(t)

    def recommit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"Ans: {z}", f"New ans: {z}", f"Ans (2nd try): {z}", f"corrected Ans. {z}"))

    def disown(self, t: Telling) -> str:
        return t.one(
            "\n[crossed out: all of the above] not right!! again:",
            "\nX wrong -> redo",
            "\n(teacher: see me. pls do this one again.)\nOK 2nd time:\nSol:",
            "\n~~this is rubbish~~, new page:\nSol:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("X mistake!", "(teacher: check your lines!)", "oops -", "Correction:")
        return f"\n{start} {_fault(t, m)}\n{t.one('so', 'now', '=>')} {t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return t.one("\nCheck:", "\nProof (do it another way):")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"not the same as {t.n(t.previous)} :( so the ans before is wrong, this one is ok",
            f"{t.n(t.previous)} is wrong then!",
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.4:
            return f"\n\n{t.one('Check', 'Proof', 'Chk')}: {_confirm(t)}. {t.one('OK', '✓', ':)', 'correct')}"
        if draw < 0.48:
            return "\n" + t.one("(not sure?? no time to do again)", "maybe wrong but the bell rang")
        if draw < 0.6:
            x, y = _elsewhere(t)
            left = x // 10 * 10
            return (
                f"\n\nQ3. {x} {t.x} {y} = ?\nSol:\n{left} {t.x} {y} = {left * y}\n"
                f"{x - left} {t.x} {y} = {(x - left) * y}\nAns: {x * y}"
            )
        if draw < 0.75:
            return f"\n\n{t.one('Score: __ / 10', '(3 marks)', 'Q4. see next page')}"
        return ""


class JsonAnswer(Habit):
    """Answers as JSON objects, a further object where the first is withdrawn."""

    methods = ("high", "low", "chunks", "round")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "x")
        t.flag("fence", 0.5)

    def opening(self, t: Telling) -> str:
        return t.one(
            "",
            "Here is the solution in JSON format:",
            "I'll reason through the multiplication and return one JSON object with the steps and the answer.",
        )

    def body(self, t: Telling, work: Work) -> str:
        return ""

    def _object(self, t: Telling, work: Work, lead: str = "") -> str:
        steps = [_product(t, term) for term in work.terms]
        steps.append(f"{t.sum(work)} = {t.n(work.total)}")
        if lead:
            steps.insert(0, lead)
        key = "answer" if t.flag("answer", 0.6) else "final_answer" if t.flag("final", 0.5) else "result"
        shown: int | str = str(t.candidate) if t.flag("quoted", 0.3) else t.candidate
        if t.flag("quoted", 0.3) and t.flag("commas", 0.4):
            shown = f"{t.candidate:,}"
        value = json.dumps(shown)
        inside = f'  "problem": "Calculate {t.a} * {t.b}.",\n' if t.flag("problem", 0.5) else ""
        if t.flag("operands", 0.5):
            inside += f'  "operands": [{t.a}, {t.b}],\n'
        if t.flag("plan", 0.7):
            plan = f"Write {t.n(work.b)} as {t.factor(work)}, multiply {t.n(work.a)} by each of these, and combine."
            inside += f'  "approach": {json.dumps(plan)},\n'
        if t.flag("list", 0.7):
            listed = ",\n".join(f"    {json.dumps(step)}" for step in steps)
            inside += f'  "steps": [\n{listed}\n  ],\n'
        else:
            inside += f'  "reasoning": {json.dumps("; ".join(steps))},\n'
        answer = t.c(f'"{key}": {value}') + (t.one(',\n  "confidence": 0.97', "") if t.flag("sure", 0.3) else "")
        if t.flag("verified", 0.5):
            kept = t.work
            answer += f',\n  "verification": {json.dumps(_confirm(t), ensure_ascii=False)}'
            t.work = kept
        text = f"{{\n{inside}  {answer}\n}}"
        return f"```json\n{text}\n```" if t.flag("fence", 0.5) else text

    def first(self, t: Telling) -> str:
        start = self.opening(t)
        return (start + "\n\n" if start else "") + self._object(t, t.solve(*self.methods))

    def again(self, t: Telling) -> str:
        way = t.way(mend=3, redo=4, check=3)
        m = t.mend() if way == "mend" else None
        if m:
            return f"\n\n{self.amend(t, m)}\n\n{self._object(t, m.work)}"
        if way == "check":
            work = t.other(*self.methods)
            return f"\n\n{self.lead(t)} {t.sum(work)} = {t.n(work.total)}. {self.verdict(t)}\n\n{self._object(t, work)}"
        start = self.disown(t)
        return f"\n\n{start}\n\n{self._object(t, t.solve(*self.methods))}"

    def commit(self, t: Telling) -> str:
        return ""

    def disown(self, t: Telling) -> str:
        return t.one(
            "The object above is not valid: its answer is wrong. Regenerating:",
            "I need to redo this, the steps above are not reliable.",
            "Discard the previous output, I made a computation error. Second attempt:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"{t.one('Correction:', 'There is an error in the steps:', 'Fix:')} {_fault(t, m)}. Updated output:"

    def lead(self, t: Telling) -> str:
        return t.one("Verifying with another split:", "Self-check:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This does not match {t.previous}, so the output above is wrong and is replaced by this one.",
            f"Mismatch: {t.previous} was incorrect. Corrected output:",
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.3):
            return f"\n\n{t.one('Self-check', 'Validation', 'Note')}: {_confirm(t)}."
        if t.chance(0.15):
            return "\n\n" + t.r(f"The answer is {t.n(t.candidate)}.")
        return ""


class HashAnnotated(Habit):
    """Rationales with calculator annotations and the answer after hashes (GSM8K and MetaMath tunes)."""

    gap = "\n"
    methods = ("high", "chunks", "swapped")
    ends = ("", "", "</s>", "<|im_end|>")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "x")

    def _noted(self, t: Telling, left: str, value: int) -> str:
        if not t.flag("noted", 0.6):
            return f"{left} = {value}"
        return f"{left} = <<{left.replace(' ', '').replace('x', '*')}={value}>>{value}"

    def opening(self, t: Telling) -> str:
        return t.one(
            f"We have to multiply {t.n(t.a)} by {t.n(t.b)}.",
            f"To calculate {t.ab}, we can split one of the numbers and use the distributive law. It says that a "
            "product with a sum is the sum of the products.",
            "Let's think step by step. First we need to split one number into parts that are easy to multiply.",
        )

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"{t.n(work.b)} is the same as {t.factor(work)}."]
        for term in work.terms:
            lead = t.one("We have ", "The next part is ", "", "Multiplying gives ")
            if t.flag("told", 0.6):
                lines.append(f"Now we take {t.n(term.right)} and multiply it with {t.n(term.left)}.")
            lines.append(f"{lead}{self._noted(t, _head(t, term), term.value)}.")
        if t.flag("running", 0.5):
            lines += [f"Adding, {self._noted(t, f'{x} + {y}', z)}." for x, _, y, z in work.steps()]
        else:
            lines.append(f"The total is {self._noted(t, t.sum(work), work.total)}.")
        return "\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = str(t.candidate)
        if t.flag("hashes", 0.6):
            return t.c(f"#### {z}")
        return t.c(t.one(f"The answer is: {z}", f"Therefore, the answer is {z}."))

    def disown(self, t: Telling) -> str:
        return t.one(
            "This solution is wrong. Let's try another one.",
            "Hmm, the above is not correct. Let's solve it again.",
            "My bad, I got lost in there, so don't use that result. Again:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("There is a mistake in a line above:", "Let's correct this:", "But this has an error:")
        return f"{start} {_fault(t, m)}.\nSo the total is {self._noted(t, t.sum(m.work), t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one("Let's check the answer.", "We can check it by splitting in another way.")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This is not equal to {t.previous}, so the answer above was wrong.",
            f"But the answer above was {t.previous}, which is then a mistake.",
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        z = str(t.candidate)
        if draw < 0.3:
            return f"\n{t.one('Check', 'To check')}: {_confirm(t)}."
        if draw < 0.6:
            return "\n" + t.r(t.one(f"The answer is: {z}", f"The answer is {z}", f"Thus the final answer is {z}."))
        return ""


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        PhiTextbook(),
        PlainAssistant(),
        OpenChatSections(),
        MathBoxed(),
        BoldOutline(),
        OpenInstruct(),
        CommandBullets(),
        ShiftedDigits(),
        BaseRamble(),
        SmallReasoner(),
        WorksheetAns(),
        JsonAnswer(),
        HashAnnotated(),
    )
}
