"""Twelve more ways in which models multiply: four chat models, four trained on correcting themselves, four that think.

Pools are templates: `<name>` stands for a fact of the attempt, and a template whose facts are missing (a last digit
that does not agree, a mistake that cannot be told) is not drawn.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import ClassVar

from .common import Style, Telling, Term, Work, split

Pool = tuple[str, ...]
Facts = dict[str, str]

_HOLE = re.compile(r"<([a-z]+)>")
_FIRST = re.compile(r"\b([Ff]irst|original)\b")


class Penman(Style):
    """The mechanics that the styles share: drawing phrases, proofs that agree, faults that do not, and the revision."""

    OPEN: ClassVar[Pool] = ()  # before the first attempt
    COMMIT: ClassVar[Pool] = ()
    DOUBT: ClassVar[Pool] = ()  # claims no mistake yet: also for a redo with the same result
    FIND: ClassVar[Pool] = ()  # a wrong partial product (<term>) or a wrong sum (<adds>)
    READD: ClassVar[Pool] = ()  # the sum after a corrected partial product
    FAULT: ClassVar[Pool] = ()  # a check that the candidate fails
    REDO: ClassVar[Pool] = ()
    CROSS: ClassVar[Pool] = ()  # a second method begins ...
    CLASH: ClassVar[Pool] = ()  # ... and disagrees
    SAME: ClassVar[Pool] = ()  # after a redo with the same result
    LATER: ClassVar[Pool] = ()  # after a redo with another result
    OK: ClassVar[Pool] = ()
    END: ClassVar[Pool] = ()
    STUMBLE: ClassVar[Pool] = (
        "<near>, wait, no, that's <value>", "<near>, scratch that, <value>", "<near>, or rather <value>",
        "<near>, hmm, no, <value>", "<near>, I mean <value>", "<near>, sorry, <value>", "<near>... no, <value>",
        "<near> (no, <value>)",
    )  # fmt: skip
    COPIES: ClassVar[Pool] = (
        "With numbers this small, repeated addition works: <a>, taken <b> times.", "Think of it as <b> groups of <a>.",
        "Multiplying by <b> is the same as adding <b> copies of <a>.", "We can count up by <a>, <b> times.",
        "Written as repeated addition, there are <b> terms of <a>.", "It amounts to <b> copies of <a>.",
        "This is <a> added <b> times.", "We add <b> <a>s together.",
    )  # fmt: skip
    WAYS: ClassVar[dict[str, float]] = {"mend": 4, "fault": 2, "other": 2, "redo": 2}
    METHODS: ClassVar[Pool] = ("high", "high", "low", "chunks")
    gap = " "  # between the parts of an attempt
    after = " "  # between a commitment and what is said around it

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.kind = ""

    def write(self, t: Telling) -> str:
        self.used, self.kind = set(), ""
        return super().write(t)

    @abstractmethod
    def body(self, t: Telling, work: Work) -> str:
        """The worked product, up to its total."""

    def num(self, t: Telling, number: int) -> str:
        return t.n(number)

    def say(self, t: Telling, pool: Pool, **extra: str) -> str:
        facts = {"a": t.n(t.a), "b": t.n(t.b), "ab": t.ab, "new": t.n(t.candidate), **extra}
        if t.index:
            facts["old"] = t.n(t.previous)
        able = [text for text in pool if set(_HOLE.findall(text)) <= set(facts)]
        if t.index > 1:  # "the first one" would name the wrong attempt
            able = [text for text in able if not _FIRST.search(text)] or able
        text = t.rng.choice([text for text in able if text not in self.used] or able)
        self.used.add(text)
        return _HOLE.sub(lambda hole: facts[hole[1]], text)

    def solve(self, t: Telling, repeated: float = 0.4) -> Work:
        if t.a < 10 and t.b < 10 and t.chance(repeated):
            t.work = Work(t.a, t.b, "repeat", (Term(t.a, 1, t.a),) * t.b, t.candidate)
            return t.work
        return t.solve(*self.METHODS)

    def times(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)} {t.x} {t.n(term.right)}"

    def value(self, t: Telling, term: Term, share: float = 0.06) -> str:
        """The value of a partial product, now and then after a slip that is mended at once."""
        if term.value > 9 and t.chance(share):
            return self.say(t, self.STUMBLE, near=t.n(t.near(term.value)), value=t.n(term.value))
        return t.n(term.value)

    def lead(self, t: Telling, work: Work, neutral: str, *adding: str) -> str:
        """How the sum is led in: in neutral words where something is subtracted."""
        return neutral if any(term.sign < 0 for term in work.terms) else t.one(neutral, *adding)

    def sums(self, t: Telling, work: Work, share: float = 0.5) -> list[str]:
        """The addition: in one line, or with three terms and more perhaps step by step."""
        if 2 < len(work.terms) < 7 and t.chance(share):
            signs = {1: "+", -1: "-"}
            return [f"{t.n(x)} {signs[s]} {t.n(y)} = {t.n(z)}" for x, s, y, z in work.steps()]
        return [f"{t.sum(work)} = {t.n(work.total)}"]

    def rounded(self, number: int) -> int:
        unit: int = 10 ** max(0, len(str(number)) - (1 if number < 100 else 2))
        return round(number / unit) * unit

    def proofs(self, t: Telling, number: int, light: bool = False) -> Facts:
        """Facts for checks that the number passes. Light: without a second solution or a division."""
        facts = {"val": t.n(number)}
        x, y = t.a % 10, t.b % 10
        if x * y % 10 == number % 10:
            facts |= {"dx": str(x), "dy": str(y), "dxy": str(x * y), "d": str(number % 10)}
        x, y = t.a % 9, t.b % 9
        if x * y % 9 == number % 9 and min(t.a, t.b) > 9:
            facts |= {"nx": str(x), "ny": str(y), "nxy": str(x * y), "nz": str(number % 9)}
        x, y = self.rounded(t.a), self.rounded(t.b)
        if (x, y) != (t.a, t.b) and x * y not in (number, t.product) and 0.85 < number / (x * y) < 1.18:
            facts |= {"ex": t.n(x), "ey": t.n(y), "exy": t.n(x * y)}
        if light:
            return facts
        if number == t.product or t.chance(0.3):
            facts["quot"] = t.n(t.b)
        work = t.work
        if work.method != "repeat":
            term = t.rng.choice(work.terms)
            facts |= {"pterm": self.times(t, term), "pval": t.n(term.value)}
        second = t.other()
        facts |= {"oexp": f"{t.n(second.a)} {t.x} ({t.factor(second)})", "osum": t.sum(second)}
        t.work = work
        return facts

    def confirm(self, t: Telling) -> str:
        """A check that agrees, of another kind than the last one."""
        facts = self.proofs(t, t.candidate)
        kinds = sorted({name[0] for name in facts} - {"v"})  # the first letters of the names tell the kinds apart
        kind = t.rng.choice([kind for kind in kinds if kind != self.kind] or kinds)
        self.kind = kind
        return self.say(t, self.OK, **{name: text for name, text in facts.items() if name[0] in ("v", kind)})

    def faults(self, t: Telling) -> Facts:
        """Facts for checks that the candidate before fails (and the new one does not)."""
        facts: Facts = {}
        old, new = t.previous, t.candidate
        if t.same or old == t.product:
            return facts
        x, y = t.a % 10, t.b % 10
        if x * y % 10 != old % 10 and x * y % 10 == new % 10:
            facts |= {"fx": str(x), "fy": str(y), "fxy": str(x * y), "fd": str(x * y % 10), "fo": str(old % 10)}
        x, y = t.a % 9, t.b % 9
        if x * y % 9 != old % 9 and x * y % 9 == new % 9 and min(t.a, t.b) > 9:
            facts |= {"gx": str(x), "gy": str(y), "gz": str(x * y % 9), "go": str(old % 9)}
        x, y = self.rounded(t.a), self.rounded(t.b)
        if not 0.8 < old / (x * y) < 1.25 and 0.85 < new / (x * y) < 1.18 and x * y != new and t.a * t.b > 99:
            facts |= {"mx": t.n(x), "my": t.n(y), "mxy": t.n(x * y)}
        if new == t.product and min(t.a, t.b) > 9:
            quotient = f"{old / t.a:.2f}"
            if quotient != f"{t.b}.00":
                facts["fq"] = quotient.removesuffix(".00")
        return facts

    def mended(self, t: Telling) -> Facts | None:
        """The mistake as facts, or nothing where it cannot be told so that the numbers agree."""
        found = t.mend()
        if found is None:
            return None
        work, place = found.work, found.place
        if sum(term.value for term in work.terms) != t.candidate or min(term.sign for term in work.terms) < 0:
            return None
        if place is not None:
            right = work.terms[place].right
            round_ = 10 ** (len(str(right)) - len(str(right).rstrip("0")))
            if found.now != work.terms[place].left * right and (
                found.now % round_ or not 0.7 < found.now / found.was < 1.5
            ):
                return None
        facts = {"was": t.n(found.was), "now": t.n(found.now), "sum": t.sum(work)}
        if place is None:
            return {**facts, "adds": t.sum(work)}
        return None if work.method == "repeat" else {**facts, "term": self.times(t, work.terms[place])}

    def commit(self, t: Telling, pool: Pool = ()) -> str:
        return t.c(self.say(t, pool or self.COMMIT))

    def join(self, *pieces: str) -> str:
        text = self.gap.join(piece for piece in pieces if piece)
        return re.sub(" *\n *", "\n", text) if self.gap == " " else text

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(" +\n", "\n", text)

    def restated(self, t: Telling) -> str:
        """The sum once more after a mistake in it was found; nothing where the finding has just told it."""
        return ""

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        """A revision in the layout of the style; kind: mend, other or redo."""
        return self.gap + self.join(critique, working, commit)

    def again(self, t: Telling) -> str:
        way = t.way(**self.WAYS)
        doubt = ""
        if way == "fault":
            if failed := self.faults(t):
                doubt = self.say(t, self.FAULT, **failed)
            way = t.one("mend", "redo")
        if way == "mend" and (mistake := self.mended(t)):
            critique = (doubt or self.say(t, self.DOUBT)) + " " + self.say(t, self.FIND, **mistake)
            readd = self.say(t, self.READD, **mistake) if "term" in mistake else self.restated(t)
            return self.frame(t, "mend", critique, readd, self.commit(t))
        if way == "other":
            lead = self.say(t, self.CROSS)
            work = t.other("round") if t.a > 9 and t.b > 9 else t.other()
            working = self.body(t, work)
            return self.frame(t, "other", lead, working, self.say(t, self.CLASH) + self.after + self.commit(t))
        critique = (doubt or self.say(t, self.DOUBT)) + t.one(" ", self.after) + self.say(t, self.REDO)
        work = self.solve(t, 0) if t.chance(0.6) else t.other()
        working, commit = self.body(t, work), self.commit(t)
        if t.chance(0.5):
            commit += self.after + self.say(t, self.SAME if t.same else self.LATER)
        return self.frame(t, "redo", critique, working, commit)


# ---------------------------------------------------------------------------------------------------- chat models


class HeadedBriefing(Penman):
    """A large chat model: headed steps, displays in LaTeX, a box or bold at the end."""

    OPEN = (
        r"We can solve \( <ab> \) by breaking one of the numbers into parts and multiplying each part separately.",
        r"To find the product of \( <a> \) and \( <b> \), we can split one factor by place value.",
        r"To calculate \( <ab> \), we can break the problem into smaller, more manageable steps.",
        r"We want to compute \( <ab> \). The distributive property makes this straightforward.",
        r"Let's calculate \( <ab> \) step by step using the distributive property.",
        r"Certainly! Here is the calculation of \( <ab> \), one step at a time.",
        r"Let's break down the multiplication \( <ab> \) step by step:",
        r"To calculate \( <ab> \), let's go through it step by step.",
        r"Sure! Let's work through \( <ab> \) step by step.",
    )  # fmt: skip
    COMMIT = (
        "### Conclusion\nThe product of \\( <a> \\) and \\( <b> \\) is \\( <new> \\).", r"Thus, \( <ab> = <new> \).",
        r"Therefore, the result of \( <ab> \) is **\( <new> \)**.", r"Hence, the final result is \( \boxed{<new>} \).",
        "Thus, the answer is:\n\n\\[\n<ab> = \\boxed{<new>}\n\\]", "### Final Answer\n\\[\n<ab> = \\boxed{<new>}\n\\]",
        "So, the product is:\n\n\\[\n\\boxed{<new>}\n\\]", "**Final answer:** \\( <ab> = <new> \\)",
        "Therefore:\n\n\\[\n<ab> = <new>\n\\]", r"So, \( <ab> = \mathbf{<new>} \).",
    )  # fmt: skip
    DOUBT = (
        "However, I should double-check the arithmetic before leaving it at that.",
        "Upon reviewing my work, I am not fully convinced by this result.", "Wait, let me double-check this result.",
        "I'd like to re-examine this, since a slip is easy to make here.",
        "Let me verify the steps, because I want to be sure about this.",
        "Looking back at the steps above, something seems off.", "Hold on, I want to revisit the calculation above.",
        r"Let me recheck, as \( <old> \) may not be right.", "Actually, let me re-verify this calculation.",
    )  # fmt: skip
    FIND = (
        r"The partial products are fine, but I added them incorrectly. The sum \( <adds> \) is \( <now> \).",
        r"There is a mistake in \( <term> \): I wrote \( <was> \), but the correct value is \( <now> \).",
        r"I made an error in one of the partial products: \( <term> \) is \( <now> \), not \( <was> \).",
        r"The step \( <term> = <was> \) is incorrect. It should read \( <term> = <now> \).",
        r"I made an error in the final addition. Adding carefully, \( <adds> = <now> \).",
        r"I previously computed \( <term> = <was> \). Recomputing it gives \( <now> \).",
        r"I see that I miscalculated \( <term> \). The correct value is \( <now> \).",
        r"In the multiplication step, \( <term> = <now> \) rather than \( <was> \).",
        r"The sum was off: \( <adds> \) gives \( <now> \) instead of \( <was> \).",
        r"The mistake is in the addition: \( <adds> = <now> \), not \( <was> \).",
    )  # fmt: skip
    READD = (
        "Now, adding the partial products again:\n\\[\n<sum> = <new>\n\\]", r"With this fixed, \( <sum> = <new> \).",
        "Adding the corrected values:\n\n\\[\n<sum> = <new>\n\\]", "The corrected sum is:\n\n\\[\n<sum> = <new>\n\\]",
        "Let's redo the addition:\n\n\\[\n<sum> = <new>\n\\]", r"Summing up once more: \( <sum> = <new> \).",
    )  # fmt: skip
    FAULT = (
        (r"As a check, the last digits give \( <fx> <x> <fy> = <fxy> \), so the product must end in <fd>, but \( "
         r"<old> \) ends in <fo>. There is an error."),
        (r"However, the result should end in <fd> (since \( <fx> <x> <fy> = <fxy> \)), and \( <old> \) does not. "
         r"Something went wrong."),
        (r"Checking with an estimate, \( <mx> <x> <my> = <mxy> \), which is far from \( <old> \). That result "
         r"cannot be correct."),
        (r"Let's verify modulo 9: the product should leave remainder <gz>, but \( <old> \) leaves <go>. So I made "
         r"an error."),
        (r"A quick sanity check: \( <old> / <a> \approx <fq> \), which does not match \( <b> \). I need to correct "
         r"this."),
        r"Verifying by division, \( <old> \div <a> \approx <fq> \), not \( <b> \). So the result above is incorrect.",
    )  # fmt: skip
    REDO = (
        "Here is the calculation again from the beginning.", "Let's start over and compute each part again.",
        "Let me go through the calculation once more.", "I will redo the multiplication.", "I'll work it out afresh.",
        "Let's recompute it carefully.", "Let's carefully recalculate.", "Below is the recalculation.",
    )  # fmt: skip
    CROSS = (
        "### Double-check\nTo be safe, we compute the product a second way.",
        "### Verification\nLet's verify this with a different breakdown.",
        "### Cross-check\nAs a verification, we decompose differently.",
        "Let me double-check by splitting the numbers another way.", "Let's verify this by computing it differently.",
        "Let's check the result with an alternative decomposition.",
        "To confirm, I'll calculate it with a different approach.",
        "Let me validate this result using another method.",
    )  # fmt: skip
    CLASH = (
        r"This does not match the earlier result of \( <old> \), so I made a mistake in the first calculation.",
        r"Since this is not \( <old> \), my original answer was wrong. I apologize for the confusion.",
        r"That is different from what I found above (\( <old> \)), which was a miscalculation.",
        r"So the earlier \( <old> \) was incorrect, and this corrected value replaces it.",
        r"The two results disagree, and the earlier value \( <old> \) was incorrect.",
        r"This differs from \( <old> \); the first calculation contained an error.",
    )  # fmt: skip
    SAME = (
        "The second pass agrees with the first one.", "The recalculation gives the same value.",
        "This is the same as what I had before.", "I arrive at the same number again.", "So the result is unchanged.",
        "This matches the original result.",
    )  # fmt: skip
    LATER = (
        r"(The first result, \( <old> \), contained an arithmetic error.)", "I apologize for the earlier mistake.",
        r"The earlier value of \( <old> \) was incorrect.", "Thank you for your patience with the correction.",
        r"This replaces the earlier result \( <old> \).", r"Please disregard the earlier \( <old> \).",
    )  # fmt: skip
    OK = (
        (r"Modulo 9, the factors leave <nx> and <ny>, and \( <nx> <x> <ny> = <nxy> \) agrees with the remainder "
         r"<nz> of \( <val> \)."),
        r"As a quick check, \( <ex> <x> <ey> = <exy> \), which is close to \( <val> \), so the result is reasonable.",
        r"The last digits also agree: \( <dx> <x> <dy> = <dxy> \), so the product must end in <d>, and it does.",
        r"Checking the units digit: \( <dx> <x> <dy> = <dxy> \) ends in <d>, consistent with \( <val> \).",
        r"As a check, splitting the other way, \( <oexp> = <osum> = <val> \), so the answer is confirmed.",
        r"Rechecking, \( <pterm> = <pval> \), and the sum of the parts holds as well.",
        r"Estimating, \( <ex> <x> <ey> = <exy> \), which is in line with our answer.",
        r"Double-checking one of the steps, \( <pterm> = <pval> \) is correct.",
        r"We can verify this by division: \( <val> \div <a> = <quot> \). ✅",
        r"Verification: \( <oexp> = <osum> = <val> \), which matches.",
    )  # fmt: skip
    END = (
        r"Therefore, the final answer is **\( <new> \)**.", "Let me know if you'd like to see another method!",
        "Feel free to ask if you have any more questions!", "Final answer:\n\n\\[\n\\boxed{<new>}\n\\]",
        "The answer is \\( \\boxed{<new>} \\).", r"So the final answer is \( <new> \).", r"Thus, \( <ab> = <new> \).",
        r"**Answer:** \( <new> \)",
    )  # fmt: skip
    WAYS: ClassVar[dict[str, float]] = {"mend": 4, "fault": 2, "other": 3, "redo": 2}
    METHODS = ("high", "high", "chunks", "round", "swapped")
    gap = after = "\n\n"
    ends = ("", "", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma", "latex")
        t.x = "\\times"

    def say(self, t: Telling, pool: Pool, **extra: str) -> str:
        return super().say(t, pool, x=t.x, **extra)

    def body(self, t: Telling, work: Work) -> str:
        titles = ("Step 1", "Step 2", "Step 3") if t.flag("steps", 0.7) else ("1.", "2.", "3.")
        mark, colon = ("###", "") if t.flag("heads", 0.6) else ("**", "**")
        join = ": " if titles[0].startswith("S") else " "

        def head(place: int, text: str) -> str:
            return f"{mark}{' ' if mark == '###' else ''}{titles[place]}{join}{text}{colon}\n"

        total = t.n(work.total)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + f"\n\n\\[\n{t.sum(work)} = {total}\n\\]"
        text = head(0, t.one("Break down the numbers", f"Break down \\( {t.n(work.b)} \\)", "Decompose one factor"))
        text += f"\\[\n{t.n(work.b)} = {t.factor(work)}\n\\]\n\n"
        text += head(1, t.one("Multiply each part", "Compute the partial products", "Multiply the parts"))
        for place, term in enumerate(work.terms, start=1):
            bullet = f"{place}." if t.flag("numbered", 0.4) else "-"
            text += f"{bullet} \\( {self.times(t, term)} = {t.n(term.value)} \\)\n"
        text += "\n" + head(2, self.lead(t, work, "Combine the results", "Add the results", "Sum the partial products"))
        return text + "\n".join(f"\\[\n{line}\n\\]" for line in self.sums(t, work, 0.3))

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t))

    def closing(self, t: Telling) -> str:
        text = "\n\n" + self.confirm(t) if t.chance(0.35) else ""
        return text + ("\n\n" + t.r(self.say(t, self.END)) if t.chance(0.3) else "")


class NumberedHandout(Penman):
    """A small open chat model: plain numbered steps with asterisks, a boxed final answer."""

    OPEN = (
        "We'll calculate <ab> by breaking one number into its place values.", "Let's break it down step by step:",
        "To find the product of <a> and <b>, we'll use partial products.", "Sure, let's calculate <ab> step by step.",
        "To solve this problem, I'll multiply the numbers step by step.",
        "I'd be happy to help you calculate <ab>. Here are the steps:", "Here's the step-by-step calculation of <ab>:",
        "To calculate <ab>, I will break it down into smaller steps.", "To calculate <ab>, we can follow these steps:",
        "To multiply <a> by <b>, follow the steps below.",
    )  # fmt: skip
    COMMIT = (
        "Therefore, the product of <a> and <b> is <new>.", "The final answer is: $\\boxed{<new>}$", "**<ab> = <new>**",
        "Hence, the final result is <new>.", "So the result of <ab> is <new>.", "Therefore, <ab> = <new>",
        "The product is <new>.", "The answer is <new>.", "Final Answer: <new>", "So, <ab> = <new>.",
    )  # fmt: skip
    DOUBT = (
        "However, upon re-evaluation, I'm not sure this is right.", "But let me recheck my calculation to be sure.",
        "Let me verify this, since I may have made a mistake.", "I'm not certain that the steps above are accurate.",
        "On second thought, let me review the calculation.", "However, I want to double-check this result.",
        "Actually, let me re-check the steps.", "Hmm, I want to go over that again.", "Wait, let me check that again.",
    )  # fmt: skip
    FIND = (
        "I added the partial products incorrectly. The correct sum is <adds> = <now>.",
        "I see an error above: <term> should be <now> instead of <was>.", "I apologize, <term> is actually <now>.",
        "The step <term> = <was> is wrong. The correct value is <now>.", "The addition was wrong. <adds> = <now>",
        "I incorrectly calculated <term> as <was>. It should be <now>.",
        "I made a mistake in the addition: <adds> = <now>, not <was>.",
        "I made a mistake in one step: <term> = <now>, not <was>.",
        "I made an error with <term>. It is <now>, not <was>.", "The sum should be <adds> = <now> instead of <was>.",
    )  # fmt: skip
    READD = (
        "With the correct value, the sum is: <sum> = <new>", "Now add the corrected results: <sum> = <new>",
        "Adding the results again: <sum> = <new>", "The corrected sum is <sum> = <new>.",
        "So the total becomes <sum> = <new>.", "Add them again: <sum> = <new>",
    )  # fmt: skip
    FAULT = (
        ("However, the last digit should be <fd> because <fx> * <fy> = <fxy>, but the result ends in <fo>. So "
         "there is a mistake."),
        "Let me estimate: <mx> * <my> = <mxy>. The result <old> is too far from this, so I made a mistake.",
        "The remainder mod 9 should be <gz>, but <old> has remainder <go>, so the result is wrong.",
        "But the product must end in <fd> (<fx> * <fy> = <fxy>), so <old> is not correct.",
        "Dividing <old> by <a> gives about <fq>, but it should give <b>. I made an error.",
        "To check, <old> / <a> = <fq>, which is not <b>. So that answer is incorrect.",
    )  # fmt: skip
    REDO = (
        "Let me do the calculation again.", "I will recalculate step by step.", "Here is the calculation again:",
        "Let me redo the steps:", "Let's recalculate:", "Let's start over.", "Let's try again:", "Recalculating:",
    )  # fmt: skip
    CROSS = (
        "We can also verify this by splitting the numbers differently:", "Let's double-check with another approach:",
        "To double-check, let's break up the numbers differently.", "Let me check this with a different breakdown.",
        "To verify the answer, let's multiply in a different way.", "As a check, I'll calculate it in another way:",
        "Let me verify the answer using a different method:", "Let's check the result another way.",
    )  # fmt: skip
    CLASH = (
        "Since the results don't match, I made an error in the first calculation.",
        "This is different from <old>, so my previous answer was wrong.", "I got <old> before, which was a mistake.",
        "This does not match <old>. I apologize for the mistake.", "So <old> was not correct. I made an error before.",
        "The previous result of <old> was incorrect.",
    )  # fmt: skip
    SAME = (
        "It comes out the same as the first time.", "Both calculations give the same result.",
        "This is the same result as before.", "So the answer did not change.", "I got the same answer again.",
        "The result is the same.",
    )  # fmt: skip
    LATER = (
        "I apologize for the mistake in my previous calculation.", "The earlier answer (<old>) was not correct.",
        "My previous answer of <old> was incorrect.", "I apologize for the error above.", "Sorry for the confusion.",
        "The previous answer was wrong.",
    )  # fmt: skip
    OK = (
        "Using mod 9: <nx> * <ny> = <nxy>, and this matches <val> (remainder <nz>).",
        "Check: <dx> * <dy> = <dxy>, so the answer should end in <d>. It does.",
        "I double-checked that <pterm> = <pval>, so the result is correct.",
        "Estimate: <ex> * <ey> = <exy>, so the answer is reasonable.",
        "To verify: <val> / <a> = <quot>, so the answer is correct.",
        "The last digit is <d>, which matches <dx> * <dy> = <dxy>.",
        "To check, <ex> * <ey> = <exy>, which is close to <val>.",
        "Check: <oexp> = <osum> = <val>. The answer is correct.",
        "We can verify it another way: <oexp> = <osum> = <val>.",
        "You can check this by dividing: <val> / <a> = <quot>.",
    )  # fmt: skip
    END = (
        "The final answer is: $\\boxed{<new>}$", "The final answer is $\\boxed{<new>}$.", "The final answer is <new>.",
        "Therefore, the final answer is <new>.", "So the answer is <new>.", "**Final Answer:** <new>", "Answer: <new>",
        "I hope this helps!",
    )  # fmt: skip
    gap = after = "\n\n"

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "*", "x")

    def body(self, t: Telling, work: Work) -> str:
        sums = self.sums(t, work, 0.4)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + "\n\n" + "\n".join(sums)
        lines = []
        if t.flag("splits", 0.5):
            lead = t.one("Break down", "Split", "Write out")
            lines.append(f"{lead} {t.n(work.b)}: {t.n(work.b)} = {t.factor(work)}")
        for term in work.terms:
            lead = f"Multiply {t.n(term.left)} by {t.n(term.right)}"
            product = f"{self.times(t, term)} = {t.n(term.value)}"
            lines.append(f"{lead}:\n   {product}" if t.flag("two-lines", 0.4) else f"{lead}: {product}")
        added = ("\n   " if len(sums) > 1 or t.flag("two-lines", 0.4) else " ") + "\n   ".join(sums)
        lead = self.lead(t, work, "Combine the results", "Add the results", "Now, add these together")
        lines.append(f"{lead}:{added}")
        return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t))

    def closing(self, t: Telling) -> str:
        text = "\n\n" + self.confirm(t) if t.chance(0.25) else ""
        return text + ("\n\n" + t.r(self.say(t, self.END)) if t.chance(0.4) else "")


class SheetOfPartials(Penman):
    """A chat model that likes tables and bold: partial products in rows, corrections under a bold word."""

    OPEN = (
        "Let's multiply <a> by <b> by splitting it into easier pieces.", "Here's how to work out <ab>, step by step:",
        "Let's break this down using the partial products method.", "Okay, let's calculate **<ab>** step by step.",
        "Let's find <ab> with a table of partial products.", "**Goal:** find the product of <a> and <b>.",
        "Here's a step-by-step breakdown of <ab>.", "We can organize <ab> in a small table.", "## Calculating <ab>",
        "Alright, let's tackle <ab> together!",
    )  # fmt: skip
    COMMIT = (
        "Putting it together: **<ab> = <new>**", "Therefore, the product is **<new>**.", "So the answer is **<new>**.",
        "That means <ab> = **<new>**.", "**Result:** <ab> = <new>", "### Answer\n\n**<new>**", "So, **<ab> = <new>**.",
        "**Final Answer: <new>**", "**Answer:** <new>", "**<ab> = <new>**",
    )  # fmt: skip
    DOUBT = (
        "**Double-checking:** I'm not quite sure about this total.", "**Self-check:** let me review the rows above.",
        "Actually, let me re-check this before we call it done.", "Hold on, I'd like to go over these numbers again.",
        "One moment: I don't fully trust that result yet.", "Hmm, let me take another look at that table.",
        "**Wait, let me double-check that.**", "Hmm, that number makes me pause.", "Let me double check my work.",
        "*Let me reconsider this.*",
    )  # fmt: skip
    FIND = (
        "The rows are fine, but I added them up wrong: <adds> = <now>, not <was>.",
        "The row for <term> is wrong: it should be **<now>**, not <was>.", "Oops, the total is off: <adds> = <now>.",
        "I made a mistake in the table: <term> = <now> (I had <was>).", "**Correction:** <term> = <now>, not <was>.",
        "Looking at <term>, I wrote <was>, but it is actually <now>.",
        "Oops! <term> should be <now>. I had <was> in the table.",
        "There's a slip in one row. <term> is <now>, not <was>.",
        "My mistake was in the addition. <adds> comes to <now>.",
        "**Correction:** the sum <adds> is <now>, not <was>.",
    )  # fmt: skip
    READD = (
        "With that row fixed, we get <sum> = <new>.", "Adding the column again: <sum> = <new>",
        "**Corrected sum:** <sum> = <new>", "Now the sum is <sum> = <new>.", "The new total: <sum> = <new>",
        "Re-adding: <sum> = <new>",
    )  # fmt: skip
    FAULT = (
        "Quick check on the last digit: <fx> × <fy> = <fxy>, so it should be <fd>, not <fo>. That's a problem.",
        "**Mod 9 check:** expected remainder <gz>, but <old> leaves <go>. ❌ There's an error somewhere.",
        "**Check:** <fx> × <fy> = <fxy>, so the product has to end in <fd>. But <old> ends in <fo>. ❌",
        "**Check by division:** <old> ÷ <a> ≈ <fq>, but it should be <b>. ❌ So <old> is wrong.",
        "Let's test it: <old> ÷ <a> ≈ <fq>. That isn't <b>, so there's a mistake above.",
        "**Sanity check:** <mx> × <my> = <mxy>. But I got <old>, which is way off. ❌",
    )  # fmt: skip
    REDO = (
        "Let me rebuild the table from scratch.", "Let's do it once more, carefully.", "Here's the calculation again:",
        "Let me recalculate each piece.", "Let's run through it again.", "I'll redo the table.", "**Recalculation:**",
        "Starting again:",
    )  # fmt: skip
    CROSS = (
        "### Let's double-check\n\nHere it is with another breakdown:", "Let me confirm this with a different table.",
        "### Verification\n\nThis time I'll split differently.", "**Let's verify** by splitting it a different way:",
        "To be safe, let's compute it a second way:", "**Cross-check:** a second decomposition.",
        "Let's double-check using another split:", "**Check with another method:**",
    )  # fmt: skip
    CLASH = (
        "This doesn't match <old>, so the earlier table contained a mistake.",
        "**Correction needed:** the earlier <old> was a miscalculation.", "The results disagree: <old> was wrong.",
        "So my first answer of <old> was off. Sorry about that!", "Hmm, I had <old> before, which was incorrect.",
        "That's not <old>! The first calculation had an error.",
    )  # fmt: skip
    SAME = (
        "The new table gives the same total.", "So we land on the same value again.", "No change from the first time.",
        "It comes out the same as above.", "That's the same result again.", "Same number as before.",
    )  # fmt: skip
    LATER = (
        "*Note: this replaces my earlier answer of <old>.*", "So the first result, <old>, was wrong.",
        "My apologies for the earlier error.", "The first table had an error in it.", "Sorry about the mix-up above!",
        "(The earlier <old> was incorrect.)",
    )  # fmt: skip
    OK = (
        "**Mod 9 check:** <nx> × <ny> = <nxy>, and <val> leaves <nz>. They agree. ✅",
        "The last digit works too: <dx> × <dy> = <dxy>, ending in <d>.", "**Verification:** <oexp> = <osum> = <val> ✅",
        "*Quick estimate:* <ex> × <ey> ≈ <exy>, so <val> looks right.", "Working backwards, <val> ÷ <a> = <quot>. 👍",
        "Another way to see it: <oexp> = <osum> = <val>. Same result!", "Re-checking a row: <pterm> = <pval> ✅",
        "**Last digit check:** <dx> × <dy> = <dxy> → ends in <d> ✅", "**Check by division:** <val> ÷ <a> = <quot> ✅",
        "**Check:** <ex> × <ey> = <exy>, which is close. ✅",
    )  # fmt: skip
    END = (
        "Would you like to see this done with long multiplication?", "Let me know if you'd like another example!",
        "So the final answer is **<new>**.", "And there you have it: **<new>**.", "### Final Answer\n\n**<new>**",
        "Therefore, <ab> = **<new>**.", "**Final answer: <new>**", "**Answer: <new>** 🎉",
    )  # fmt: skip
    METHODS = ("high", "high", "chunks", "area", "swapped")
    gap = after = "\n\n"
    ends = ("", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain")
        t.x = "×"

    def body(self, t: Telling, work: Work) -> str:
        text = ""
        if work.method != "area" and t.flag("says", 0.6):
            text = t.one("First, split", "We split", "Break up") + f" {t.n(work.b)} into {t.factor(work)}.\n\n"
        plain = t.flag("plain-heads", 0.5)
        heads = "| Part | Multiplication | Product |" if plain else "| **Step** | **Calculation** | **Result** |"
        text += heads + "\n" + t.one("|---|---|---|", "| --- | --- | --- |", "|:---|:---|---:|") + "\n"
        for place, term in enumerate(work.terms, start=1):
            label = t.n(term.right) if plain else str(place)
            text += f"| {label} | {self.times(t, term)} | {'-' if term.sign < 0 else ''}{t.n(term.value)} |\n"
        if t.flag("total-row", 0.3):
            return text + f"| **Total** | {t.sum(work)} | **{t.n(work.total)}** |"
        lead = self.lead(t, work, "Put together:", "Now add the products:", "Add up the last column:", "**Sum:**")
        sums = self.sums(t, work, 0.4)
        return text + "\n" + lead + ("\n\n" + "\n".join("* " + s for s in sums) if len(sums) > 1 else " " + sums[0])

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.OPEN), self.body(t, self.solve(t, 0)), self.commit(t))

    def closing(self, t: Telling) -> str:
        text = "\n\n" + self.confirm(t) if t.chance(0.4) else ""
        return text + ("\n\n" + t.r(self.say(t, self.END)) if t.chance(0.3) else "")


class FencedWorksheet(Penman):
    """A measured assistant: long multiplication in a code block, short remarks, a verification at times."""

    OPEN = (
        "I'll multiply <a> by each part of <b> and add the results.", "Here's the calculation, laid out in columns.",
        "I'll solve <ab> with partial products in columns.", "I'll work through this with long multiplication.",
        "# <ab>\n\nI'll use standard long multiplication.", "I'll line up the partial products and add them.",
        "Let me set this up as long multiplication.", "Let me calculate this step by step.", "## Step-by-step: <ab>",
        "Let me work this out by hand.",
    )  # fmt: skip
    COMMIT = (
        "## Answer\n\n<ab> = **<new>**", "So the answer is **<new>**.", "The product is **<new>**.",
        "This gives <ab> = <new>.", "Therefore, <ab> = <new>.", "The result is **<new>**.", "So <ab> = **<new>**.",
        "**Answer: <new>**", "**<ab> = <new>**",
    )  # fmt: skip
    DOUBT = (
        "Let me look at that once more, since I'm not confident in it.", "I want to double-check that total.",
        "Let me pause and check that, because I did it quickly.", "Actually, I want to verify those partial products.",
        "I should be careful here; let me re-examine the work.", "Wait, I should double-check this before finalizing.",
        "Before I commit to that, let me go over it again.", "Hmm, I'm not sure that's right.",
        "Hold on, let me recheck that.",
    )  # fmt: skip
    FIND = (
        "The partial products hold up, but the addition doesn't: <adds> = <now>, not <was>.",
        "I need to correct a partial product. <term> is <now> rather than <was>.", "I mis-added. <adds> = <now>.",
        "The addition has a carrying error. <adds> is <now>, not <was>.", "I got <term> wrong: it's <now>, not <was>.",
        "Adding the column again, <adds> = <now>, so <was> was a slip.",
        "My value for <term> (<was>) was off. It should be <now>.", "There's an error: <term> = <now>, not <was>.",
        "The line for <term> should be <now>; I wrote <was>.", "Recomputing <term>, I get <now>, where I had <was>.",
    )  # fmt: skip
    READD = (
        "That changes the total: <sum> = <new>.", "Re-adding the column: <sum> = <new>", "Now <sum> = <new>.",
        "So the sum becomes <sum> = <new>.", "Corrected total: <sum> = <new>", "With that fix, <sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        ("Checking the ones digit: <fx> × <fy> = <fxy>, so it should be <fd>. My result ends in <fo>, so I've "
         "made an error."),
        "Checking against an estimate, <mx> × <my> = <mxy>. My result of <old> isn't close, so something went wrong.",
        "That can't be right, though: <fx> × <fy> = <fxy>, so the last digit must be <fd>, and <old> ends in <fo>.",
        "Casting out nines, I'd expect a remainder of <gz>, but <old> gives <go>. There's a mistake in there.",
        "Checking by division, <old> ÷ <a> ≈ <fq> instead of <b>, so that's not correct.",
        "That doesn't survive a check: <old> ÷ <a> ≈ <fq>, not <b>.",
    )  # fmt: skip
    REDO = (
        "Here it is again, more carefully:", "I'll work it through once more.", "I'll recompute it carefully.",
        "Redoing the multiplication:", "Let me set it up again.", "Let me recalculate.", "Let me redo it.",
        "Starting over:",
    )  # fmt: skip
    CROSS = (
        "As a check, here's the same product split differently:", "## Verification\n\nA different decomposition:",
        "Let me verify by breaking it up differently.", "Let me check that with a different split.",
        "To verify, I'll compute it another way:", "**Verification** by a second route:", "Let me cross-check this.",
        "Checking with a second setup:",
    )  # fmt: skip
    CLASH = (
        "That disagrees with my first result of <old>, which must contain an error.",
        "The check gives a different value, and I trust this one; <old> was wrong.",
        "This isn't <old>, so I made a mistake the first time.", "These don't match. My earlier <old> was incorrect.",
        "I need to correct myself: <old> was wrong.", "So I made an error above when I got <old>.",
    )  # fmt: skip
    SAME = (
        "The second pass comes out the same.", "Same result, so I'll stay with it.", "Unchanged from the first pass.",
        "So it's the same value as before.", "That agrees with what I had.", "I get the same thing.",
    )  # fmt: skip
    LATER = (
        "I apologize for the mistake in the first version.", "(The first attempt, <old>, was incorrect.)",
        "My earlier figure of <old> was wrong.", "This corrects the <old> above.", "Sorry for the earlier error.",
        "The first pass was off.",
    )  # fmt: skip
    OK = (
        "As a sanity check, <ex> × <ey> ≈ <exy>, which is close to <val>.", "**Verification:** <val> ÷ <a> = <quot> ✓",
        "Splitting the other factor confirms it: <oexp> = <osum> = <val>.",
        "Casting out nines: <nx> × <ny> = <nxy>, and <val> leaves <nz> ✓",
        "The ones digit checks out: <dx> × <dy> = <dxy>, ending in <d>.",
        "**Check:** <dx> × <dy> = <dxy>, so it should end in <d> ✓", "**Verification:** <oexp> = <osum> = <val> ✓",
        "**Check:** <ex> × <ey> = <exy>, so the size is right.", "Dividing back, <val> ÷ <a> = <quot>, as expected.",
        "I rechecked <pterm> = <pval>, and it holds.",
    )  # fmt: skip
    END = (
        "That confirms **<new>** as the answer.", "So the final answer is **<new>**.", "The final result is <new>.",
        "The answer is **<new>**.", "So, in short: **<new>**.", "**Final answer: <new>**", "## Result\n\n**<new>**",
        "**<ab> = <new>**",
    )  # fmt: skip
    METHODS = ("low", "low", "low", "high")
    gap = after = "\n\n"

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain")
        t.x = "×"

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "round" or max(t.a, t.b) < 10 or t.flag("lines", 0.3):
            wide = max(len(self.times(t, term)) for term in work.terms)
            lines = [f"{self.times(t, term).ljust(wide)} = {t.n(term.value)}" for term in work.terms]
            return "```\n" + "\n".join([*lines, "", *self.sums(t, work, 0.2)]) + "\n```"
        text = ""
        if t.flag("list", 0.5):
            text = "\n".join(f"- {self.times(t, term)} = {t.n(term.value)}" for term in work.terms) + "\n\n"
        return text + "```\n" + t.columns(work, t.words) + t.total(work, t.words) + "\n```"

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.OPEN), self.body(t, self.solve(t, 0)), self.commit(t))

    def closing(self, t: Telling) -> str:
        if not t.chance(0.5):
            return ""
        return "\n\n" + self.confirm(t) + ("\n\n" + t.r(self.say(t, self.END)) if t.chance(0.3) else "")


# ------------------------------------------------------------------------------------- trained on self-correction


class MergedTurns(Penman):
    """Two-turn correction data merged into one text: a solution with dollar signs, a review, a new solution."""

    OPEN = (
        "We can use the distributive property to compute $<ab>$.", "To evaluate $<ab>$, we write one factor as a sum.",
        "We start by decomposing one of the numbers in $<ab>$.", "Let us compute the product $<ab>$ step by step.",
        "To find $<ab>$, we distribute over the place values.", "First, we write the product $<ab>$ in expanded form.",
        "Using partial products, we calculate $<ab>$.", "We compute $<ab>$ by expanding one factor.",
        "We are asked to compute $<ab>$.",
    )  # fmt: skip
    COMMIT = (
        "The final answer is $<new>$. I hope it is correct.", "Therefore, the answer is $\\boxed{<new>}$.",
        "Final Answer: The final answer is $<new>$.", "The final answer is $\\boxed{<new>}$.", "Thus, $<ab> = <new>$.",
        "So, the product is $\\boxed{<new>}$.", "We conclude that $<ab> = <new>$.", "Hence $<ab> = \\boxed{<new>}$.",
        "So the answer is $<new>$.",
    )  # fmt: skip
    DOUBT = (
        "Looking at the previous solution again, I have doubts about the result $<old>$.",
        "I want to reconsider the solution above, as it may contain an error.", "Let me review the solution above.",
        "On reviewing the solution above, I am not sure about every step.",
        "Is $<old>$ really the product? Let me go back over the solution.",
        "Reviewing my previous solution, I should check each step.", "Let me examine the previous solution carefully.",
        "Before accepting $<old>$, the steps need to be reviewed.", "There might be an error in the solution above.",
    )  # fmt: skip
    FIND = (
        "The previous solution has an error in the step $<term> = <was>$. The correct value is $<now>$.",
        "The partial products are correct, but their sum is not: $<adds> = <now>$, not $<was>$.",
        "In the previous solution, $<term>$ was computed as $<was>$, but it is $<now>$.",
        "The product $<term>$ was computed incorrectly. We have $<term> = <now>$.",
        "The error is in the last addition, where $<adds>$ should be $<now>$.",
        "The sum $<adds>$ was evaluated as $<was>$, but it equals $<now>$.",
        "I see that $<term>$ should have been $<now>$ instead of $<was>$.",
        "The step $<term> = <was>$ is incorrect, since $<term> = <now>$.",
        "The addition was done incorrectly. In fact $<adds> = <now>$.",
        "The error is that $<term>$ equals $<now>$, not $<was>$.",
    )  # fmt: skip
    READD = (
        "Adding the partial products gives $<sum> = <new>$.", "With the corrected value we get $<sum> = <new>$.",
        "The corrected total is $<sum> = <new>$.", "Hence the sum is $<sum> = <new>$.", "So now $<sum> = <new>$.",
        "Then $<sum> = <new>$.",
    )  # fmt: skip
    FAULT = (
        ("The previous answer cannot be correct: since $<fx> <x> <fy> = <fxy>$, the product must end in $<fd>$, "
         "but $<old>$ ends in $<fo>$."),
        ("The units digit of $<old>$ is $<fo>$, while $<fx> <x> <fy> = <fxy>$ requires $<fd>$. So the solution "
         "above has an error."),
        ("Modulo $9$ the product must be $<gz>$, but $<old>$ leaves $<go>$. Therefore the previous solution "
         "contains a mistake."),
        ("If $<old>$ were correct, then $<old> / <a>$ would be $<b>$, but it is about $<fq>$. So the solution "
         "above is wrong."),
        ("Dividing $<old>$ by $<a>$ gives about $<fq>$ rather than $<b>$, which shows that the previous answer is "
         "incorrect."),
        ("The answer $<old>$ is not reasonable, because $<mx> <x> <my> = <mxy>$. There is an error in the "
         "solution above."),
    )  # fmt: skip
    REDO = (
        "Here is the solution again, written carefully.", "Let me solve the problem again from the start.",
        "Let us repeat the calculation step by step.", "I will work through the problem once more.",
        "The computation is done again below.", "We compute the product again.", "I will rewrite the solution.",
        "We redo the computation.",
    )  # fmt: skip
    CROSS = (
        "Let us verify the result using a different decomposition.", "Let me verify the solution by a second method.",
        "As verification, we compute the product differently.", "To verify the answer, we expand in a different way.",
        "I will check the answer with another decomposition.", "We can check the answer by a second computation.",
        "A second computation serves as verification.", "We check this by another expansion.",
    )  # fmt: skip
    CLASH = (
        "This contradicts the previous answer $<old>$, which contains an error.",
        "This is not equal to $<old>$, so the previous answer was incorrect.",
        "The two values differ, and the first solution was in error.", "Hence the previous answer $<old>$ was wrong.",
        "The previous answer $<old>$ is therefore replaced.", "So the answer $<old>$ must be corrected.",
    )  # fmt: skip
    SAME = (
        "The second solution gives the same value.", "This is the same as the previous answer.",
        "So we obtain the same answer as before.", "Both solutions end in the same number.",
        "The previous answer was the same.", "The answer is unchanged.",
    )  # fmt: skip
    LATER = (
        "So the previous solution contained an arithmetic mistake.", "The previous answer $<old>$ was incorrect.",
        "The earlier value $<old>$ should be disregarded.", "This corrects the previous answer $<old>$.",
        "The first solution was in error.", "My previous solution was wrong.",
    )  # fmt: skip
    OK = (
        "Modulo $9$ we have $<nx> <x> <ny> = <nxy>$, and $<val>$ leaves $<nz>$, which is consistent.",
        "Checking the solution, $<val> \\div <a> = <quot>$, so the answer is correct.",
        "Since $<dx> <x> <dy> = <dxy>$, the product ends in $<d>$, as it should.", "Indeed, $<val> / <a> = <quot>$.",
        "The units digit is consistent: $<dx> <x> <dy> = <dxy>$ ends in $<d>$.",
        "I reviewed the steps, e.g. $<pterm> = <pval>$, and found no error.",
        "The solution is correct, because also $<oexp> = <osum> = <val>$.", "Verification: $<oexp> = <osum> = <val>$.",
        "The answer is reasonable, since $<ex> <x> <ey> = <exy>$.",
        "An estimate of $<ex> <x> <ey> = <exy>$ supports this.",
    )  # fmt: skip
    END = (
        "Therefore the final answer is $<new>$.", "The final answer is $\\boxed{<new>}$.", "Answer: $<new>$",
        "Thus the answer is $\\boxed{<new>}$.", "So the answer remains $<new>$.", "Final Answer: $\\boxed{<new>}$",
        "The final answer is $<new>$.", "The answer $<new>$ is final.",
    )  # fmt: skip
    WAYS: ClassVar[dict[str, float]] = {"mend": 4, "fault": 3, "other": 1, "redo": 3}

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "latex", "thin")
        t.x = t.one("\\times", "\\times", "\\cdot")

    def say(self, t: Telling, pool: Pool, **extra: str) -> str:
        return super().say(t, pool, x=t.x, **extra)

    def body(self, t: Telling, work: Work) -> str:
        sums = [f"${line}$" for line in self.sums(t, work, 0.5)]
        if work.method == "repeat":
            return self.say(t, self.COPIES) + " " + ", then ".join(sums) + "."
        expansion = f"${t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})$"
        products = [f"${self.times(t, term)} = {t.n(term.value)}$" for term in work.terms]
        if t.flag("steps", 0.5):
            added = "; ".join(sums)
            third = self.lead(t, work, "Combine", "Add")
            second = f"Step 2: Multiply. {', '.join(products)}."
            return f"\nStep 1: Expand. {expansion}.\n{second}\nStep 3: {third}. {added}.\n"
        listed = ", ".join(products[:-1]) + " and " + products[-1]
        lead = t.one("We have", "The partial products are", "Now")
        final = self.lead(t, work, "Finally,", "Adding these,", "Adding up,", "The sum is")
        return f"{expansion}. {lead} {listed}. {final} {', then '.join(sums)}."

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        mark = "\n\n" if t.flag("blank", 0.7) else "\n"
        return mark + self.join(critique, working, commit)

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t))

    def closing(self, t: Telling) -> str:
        if not t.chance(0.45):
            return ""
        return "\n\n" + self.confirm(t) + (" " + t.r(self.say(t, self.END)) if t.chance(0.6) else "")


class SolveVerifyLoop(Penman):
    """Labelled solving and verifying in turn, with verdicts."""

    OPEN = (
        "I will split one number by place value.", "I multiply <a> by the parts of <b>.", "The task is to find <ab>.",
        "Compute <ab> with partial products.", "We need the product of <a> and <b>.", "Multiply step by step.",
        "I use the distributive law on <ab>.", "Break <ab> into simpler products.", "Let me work out <ab>.",
    )  # fmt: skip
    COMMIT = (
        "Thus the product is <new>.", "Hence the answer is <new>.", "This gives <ab> = <new>.", "Result: <ab> = <new>",
        "Therefore <ab> = <new>.", "Proposed answer: <new>", "The answer is <new>.", "So <ab> = <new>.",
        "Answer: <new>",
    )  # fmt: skip
    DOUBT = (
        "I re-read the solution to see if <old> can be trusted.", "I check the multiplications and then the addition.",
        "The calculation was done quickly and needs checking.", "I go through the steps of the solution again.",
        "I am not confident in the result <old>.", "It is not clear that <old> is right.", "Let me check each step.",
        "Not every step above was justified.", "I look at the steps one by one.",
    )  # fmt: skip
    FIND = (
        "The multiplication <term> was done incorrectly. The right value is <now>, not <was>.",
        "One partial product is off: <term> should be <now> (was <was>).", "Error found: <term> = <now>, not <was>.",
        "The sum was given as <was>; adding again gives <adds> = <now>.", "<term> is given as <was>, but it is <now>.",
        "All products are right, but <adds> is <now> and not <was>.", "<term> does not equal <was>. It equals <now>.",
        "The step <term> = <was> is wrong; it should be <now>.", "The addition is wrong: <adds> = <now>, not <was>.",
        "Error found in the sum: <adds> = <now>.",
    )  # fmt: skip
    READD = (
        "The other steps stay the same. <sum> = <new>.", "Use the corrected value: <sum> = <new>.",
        "Correcting that step, <sum> = <new>.", "With the fix, <sum> = <new>.", "Add again: <sum> = <new>.",
        "New sum: <sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        "Last digit: <fx> × <fy> = <fxy>, so the answer should end in <fd>. <old> ends in <fo>.",
        "The units digits give <fx> × <fy> = <fxy>, but <old> does not end in <fd>.",
        "Estimate: <mx> × <my> = <mxy>. The answer <old> is not near that.",
        "Dividing back, <old> ÷ <a> ≈ <fq>. This is not <b>.", "Reverse check: <old> ÷ <a> ≈ <fq>, expected <b>.",
        "Mod 9: expected <gz>, but <old> gives <go>.",
    )  # fmt: skip
    REDO = (
        "I repeat the calculation with more care.", "Work through the product again.", "Compute every part afresh.",
        "Solve it again from the start.", "Start from the beginning.", "Let me compute it again.", "Another try.",
        "I redo the calculation.",
    )  # fmt: skip
    CROSS = (
        "Recompute the product differently to check it.", "Check by computing the product another way.",
        "Independent computation with another split.", "I compare with another way of multiplying.",
        "I use a second decomposition to verify.", "A different breakdown for comparison.",
        "I verify with a different split.", "Verify by a different method.",
    )  # fmt: skip
    CLASH = (
        "The independent computation is right and <old> is wrong.", "The first solution (<old>) had an error.",
        "The verification gave a different value from <old>.", "I replace <old> by the verified value.",
        "The earlier <old> is rejected.", "I correct the answer <old>.",
    )  # fmt: skip
    SAME = (
        "This is the same answer as before.", "The redo ends in the same value.", "It equals the earlier result.",
        "The answer has not changed.", "The same value results.", "Again the same number.",
    )  # fmt: skip
    LATER = (
        "This differs from the previous solution, which was wrong.", "So the first value <old> contained an error.",
        "The previous solution is discarded.", "The earlier <old> was wrong.", "This replaces <old>.",
        "<old> is withdrawn.",
    )  # fmt: skip
    OK = (
        "The units digits <dx> and <dy> give <dxy>, and the answer ends in <d> as required.",
        "Step check: <pterm> = <pval> is right. The other steps are right too.",
        "<ex> × <ey> = <exy>, so the size of the answer is plausible.", "Divide back: <val> ÷ <a> = <quot>. Good.",
        "Independent computation: <oexp> = <osum> = <val>. It agrees.",
        "Mod 9: <nx> × <ny> = <nxy>, answer leaves <nz>. Consistent.",
        "Last digit: <dx> × <dy> = <dxy>, ends in <d>, matches.", "Reverse check: <val> ÷ <a> = <quot>, as expected.",
        "Different split: <oexp> = <osum> = <val>. Same value.", "Estimate: <ex> × <ey> = <exy>, close to <val>.",
    )  # fmt: skip
    END = (
        "So the final answer is <new>.", "The verified answer is <new>.", "The final answer is <new>.", "Final: <new>",
        "Final answer: <ab> = <new>", "Answer (verified): <new>", "Final answer: <new>", "Output: <new>",
    )  # fmt: skip
    WRONG = (
        "The solution contains an error.", "The solution is incorrect.", "The answer does not hold.", "not correct",
        "wrong, needs revision", "incorrect, revise", "incorrect", "failed",
    )  # fmt: skip
    UNSURE = (
        "could not be confirmed", "unclear, solve again", "inconclusive, retry", "needs another pass", "not convinced",
        "not verified", "uncertain", "doubtful",
    )  # fmt: skip
    RIGHT = (
        "correct, no revision needed", "The solution is correct.", "The steps are right.", "The answer holds.",
        "confirmed", "verified", "correct", "passed",
    )  # fmt: skip
    LABELS = (
        ("Solution", "Verification", "Verdict"), ("Solve", "Verify", "Judgement"), ("Attempt", "Check", "Conclusion"),
        ("Solution", "Check", "Verdict"),
        ("Solving", "Self-verification", "Outcome"), ("Solution", "Self-check", "Result of check"),
    )  # fmt: skip
    WAYS: ClassVar[dict[str, float]] = {"mend": 4, "fault": 3, "other": 2, "redo": 2}
    gap = after = "\n"
    labels: tuple[str, str, str] = LABELS[0]

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("×", "×", "*")
        self.labels = t.rng.choice(self.LABELS)

    def label(self, t: Telling, name: str, number: int = 0) -> str:
        text = f"{name} {number}" if number and t.flag("counted", 0.6) else name
        return f"**{text}:**" if t.flag("strong", 0.4) else f"{text}:"

    def body(self, t: Telling, work: Work) -> str:
        sums = self.sums(t, work, 0.6)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + "\n" + "\n".join(sums)
        mark = "- " if t.flag("dashes", 0.4) else ""
        lines = [f"{self.times(t, term)} = {t.n(term.value)}" for term in work.terms]
        if t.flag("split", 0.5):
            lines.insert(0, f"{t.n(work.b)} = {t.factor(work)}")
        return "\n".join(mark + line for line in [*lines, *sums])

    def restated(self, t: Telling) -> str:
        return f"{t.sum(t.work)} = {t.n(t.candidate)}"

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        solve, check, verdict = self.labels
        judged = f"{self.label(t, verdict)} {self.say(t, self.UNSURE if kind == 'redo' and t.same else self.WRONG)}"
        head = f"\n\n{self.label(t, check, t.index)}\n"
        new = f"{self.label(t, solve, t.index + 1)}\n"
        if kind == "other":
            return f"{head}{critique}\n{working}\n{judged}\n\n{new}{commit}"
        if kind == "redo":
            for lead in self.REDO:
                if critique.endswith(lead):
                    critique, working = critique.removesuffix(lead).rstrip(), f"{lead}\n{working}"
        return f"{head}{critique}\n{judged}\n\n{new}" + self.join(working, commit)

    def first(self, t: Telling) -> str:
        return f"{self.label(t, self.labels[0], 1)}\n" + self.join(
            self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        if not t.chance(0.8):
            return ""
        text = f"\n\n{self.label(t, self.labels[1], t.index + 1)}\n{self.confirm(t)}"
        text += f"\n{self.label(t, self.labels[2])} {self.say(t, self.RIGHT)}"
        return text + ("\n\n" + t.r(self.say(t, self.END)) if t.chance(0.7) else "")


class InlineMender(Penman):
    """Running prose without layout in which corrections come in mid-paragraph."""

    OPEN = (
        "For <ab>, the easiest thing is to go place by place.", "First I break the multiplication into smaller ones.",
        "The product of <a> and <b> can be found in parts.", "To multiply <a> by <b>, I'll take it in pieces.",
        "I'll start by breaking up one of the numbers.", "We want <ab>, so let's split it up.",
        "Let's take <ab> one part at a time.", "Okay, <ab>. I'll do this in parts.", "Let me work out <ab>.",
    )  # fmt: skip
    COMMIT = (
        "That makes <ab> equal to <new>.", "The product is therefore <new>.", "So the product comes to <new>.",
        "This gives an answer of <new>.", "Therefore <ab> is <new>.", "So we have <ab> = <new>.", "So <ab> = <new>.",
        "So the answer is <new>.", "Hence <ab> = <new>.", "My answer is <new>.",
    )  # fmt: skip
    DOUBT = (
        "I have some doubt about <old>, so I'll look again.", "Hold on, let me look at that again.",
        "Actually, let me go back over this.", "Hmm, I may have slipped somewhere.", "Wait, does that look right?",
        "Hmm, I'm not sure <old> is right.", "But let me make sure about this.", "No, wait, I'd better check that.",
        "Wait, I should check that.", "Let me reconsider.",
    )  # fmt: skip
    FIND = (
        "The pieces are right but they add up to something else: <adds> = <now>.",
        "I made a mistake with <term>, which is <now> and not <was>.", "My addition was off, because <adds> = <now>.",
        "Adding <adds> properly gives <now>, so <was> was a mistake.", "<term> should have been <now>, not <was>.",
        "The trouble is <term>: that is <now>, and I used <was>.", "When I redo <term> I get <now> instead of <was>.",
        "I had <was> for <term>, and that's wrong, it is <now>.", "I added wrongly, since <adds> is <now>, not <was>.",
        "I said <term> was <was>, but it's <now>.",
    )  # fmt: skip
    READD = (
        "So I add again and get <sum> = <new>.", "With that changed, <sum> = <new>.", "Then the sum is <sum> = <new>.",
        "The total becomes <sum> = <new>.", "Adding once more, <sum> = <new>.", "Now <sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        "But wait, <fx> times <fy> is <fxy>, so it should end in <fd>, and <old> ends in <fo>, so that's wrong.",
        "That can't be right, because the last digit has to be <fd> (from <fx> times <fy>) and I have <fo>.",
        "But <old> divided by <a> is roughly <fq>, which isn't <b>, so that answer is wrong.",
        "If I cast out nines I should get <gz>, but <old> gives <go>, so there's a mistake.",
        "Checking, <old> divided by <a> is about <fq> and not <b>, so I've gone wrong.",
        "Hmm, <mx> times <my> is <mxy>, so <old> can't be right.",
    )  # fmt: skip
    REDO = (
        "I'll go through it once more from the start.", "Let me multiply it out again.", "I'll redo the whole thing.",
        "Doing it again, more slowly:", "Let me recompute it.", "Let me do it again.", "I'll start over.",
        "Once more, then.",
    )  # fmt: skip
    CROSS = (
        "I'll check this with the numbers split another way.", "Let me test that by going about it another way.",
        "Let me verify that with a different split.", "Let me check by splitting it differently.",
        "As a check I'll break it up differently.", "I can check this by a different route.",
        "To check, I'll do it a different way.", "Let's see if another way agrees.",
    )  # fmt: skip
    CLASH = (
        "This doesn't agree with <old>, and the first one was wrong.", "That isn't <old>, so I made a mistake before.",
        "That's different, so the <old> from before was a mistake.", "The earlier <old> doesn't hold up, then.",
        "I got <old> earlier, which was a slip.", "So <old> was wrong.",
    )  # fmt: skip
    SAME = (
        "That is what I had the first time as well.", "So I get the same thing again.", "It's the same number again.",
        "That's the same as before.", "Good, it hasn't changed.", "Same result.",
    )  # fmt: skip
    LATER = (
        "That's not what I said before, but the <old> was an error.", "The earlier <old> was a mistake.",
        "So the first attempt was off.", "I was wrong the first time.", "I'll discard the <old>.",
        "So <old> was wrong.",
    )  # fmt: skip
    OK = (
        "Casting out nines, <nx> times <ny> is <nxy> and <val> leaves <nz>, which fits.",
        "Checking with another split, <oexp> = <osum> = <val>, so it's the same.",
        "Splitting it the other way, <oexp> = <osum> = <val>, which agrees.",
        "Dividing back, <val> divided by <a> is <quot>, so that's right.",
        "That's near <ex> times <ey>, which is <exy>, so it's sensible.",
        "The last digit is right too, because <dx> times <dy> is <dxy>.",
        "It ends in <d>, as it should since <dx> times <dy> is <dxy>.",
        "And <val> divided by <a> gives <quot>, which confirms it.",
        "Roughly, <ex> times <ey> is <exy>, so the size is fine.", "I checked <pterm> = <pval> again and it's right.",
    )  # fmt: skip
    END = (
        "I'm confident that the answer is <new>.", "So the final answer is <new>.", "The final answer is <new>.",
        "The answer is <new>.", "Final answer: <new>.", "I'll go with <new>.", "So <ab> = <new>.", "So <new> it is.",
    )  # fmt: skip

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("×", "*", "x", "times")

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "repeat":
            return self.say(t, self.COPIES) + " " + ", ".join(self.sums(t, work)) + "."
        is_ = " is" if t.x == "times" else " ="
        products = [f"{self.times(t, term)}{is_} {self.value(t, term, 0.1)}" for term in work.terms]
        text = ""
        if t.flag("says", 0.5):
            text = t.one("I write", "We can write", "I'll treat") + f" {t.n(work.b)} as {t.factor(work)}. "
        if len(products) > 2:
            listed = f"First, {products[0]}. Then {', '.join(products[1:-1])}, and {products[-1]}."
        else:
            listed = f"{t.one('Now', 'First,')} {products[0]}, and {products[1]}."
        lead = self.lead(t, work, "Putting these together,", "Adding these,", "Adding up,", "Then I add:")
        return f"{text}{listed} {lead} {', then '.join(self.sums(t, work))}."

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t))

    def closing(self, t: Telling) -> str:
        text = " " + self.confirm(t) if t.chance(0.5) else ""
        return text + (" " + t.r(self.say(t, self.END)) if t.chance(0.4) else "")


class RefineCycle(Penman):
    """Answer, feedback on the answer, refined answer: the critic addresses the writer of the answer."""

    OPEN = (
        "The product <ab> is found from partial products.", "Calculate <ab> with the distributive property.",
        "We calculate <ab> by splitting one factor.", "I split the problem <ab> into parts.", "Working out <ab>:",
        "Take <a> times each part of <b>.", "I'll compute <ab> step by step.", "We use place values for <ab>.",
        "Here is how I compute <ab>.",
    )  # fmt: skip
    COMMIT = (
        "Therefore, the answer is <new>.", "So the final result is <new>.", "That gives the answer <new>.",
        "The product is <new>.", "The answer is <new>.", "Thus, <ab> is <new>.", "Hence, <ab> = <new>.",
        "So <ab> = <new>.", "<ab> = <new>.",
    )  # fmt: skip
    DOUBT = (
        "The method is fine, but the arithmetic needs a second look.", "The answer of <old> may not be reliable.",
        "The approach is good, but <old> should be double-checked.", "The working is short and leaves room for error.",
        "I cannot tell whether <old> is right from these steps.", "It is not certain that <old> is correct.",
        "Some of the arithmetic looks doubtful.", "The steps should be checked again.", "The calculation is rushed.",
    )  # fmt: skip
    FIND = (
        "The partial products are right, but the sum is not: <adds> = <now>, not <was>.",
        "The mistake is in <term>: the result is <now> rather than <was>.", "The final sum is wrong. <adds> = <now>.",
        "There is an error in <term>, which should be <now>, not <was>.",
        "<term> was calculated incorrectly; it is <now> and not <was>.",
        "The partial product <term> is not <was>. It is <now>.", "The answer says <term> = <was>, but <term> = <now>.",
        "The addition is incorrect, as <adds> equals <now>.", "You added incorrectly: <adds> is <now>, not <was>.",
        "You wrote <was> for <term>. It should be <now>.",
    )  # fmt: skip
    READD = (
        "Using the corrected value, <sum> = <new>.", "With the feedback applied, <sum> = <new>.",
        "Now the parts add up to <sum> = <new>.", "The corrected sum is <sum> = <new>.",
        "I fix that part: <sum> = <new>.", "Adding again, <sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        "The answer should end in <fd>, because <fx> × <fy> = <fxy>, but <old> ends in <fo>.",
        "The answer is not plausible: <mx> × <my> is <mxy>, and <old> is far from it.",
        "Dividing <old> by <a> gives about <fq> and not <b>, so the answer is wrong.",
        "The remainders by 9 do not agree: it should be <gz>, but <old> gives <go>.",
        "The last digit is wrong: <fx> × <fy> = <fxy>, while <old> ends in <fo>.",
        "The inverse check fails, since <old> / <a> is about <fq> and not <b>.",
    )  # fmt: skip
    REDO = (
        "Repeat the multiplication with all steps shown.", "It should be calculated again from the start.",
        "The multiplication should be repeated.", "Redo the calculation carefully.", "Try again with more care.",
        "Please compute it again.", "Work it out once more.", "Recalculate each part.",
    )  # fmt: skip
    CROSS = (
        "I compute the product in a second way to test the answer.", "Checking with a different split of the numbers.",
        "To test the answer, split the numbers differently.", "Let me test the answer with another split.",
        "Compare with another way of computing it.", "A different decomposition can test this.",
        "Another decomposition for comparison:", "Here is an independent calculation.",
    )  # fmt: skip
    CLASH = (
        "The feedback is right and <old> was a mistake.", "The feedback shows that <old> was incorrect.",
        "My previous answer <old> contained an error.", "Following the feedback, <old> is corrected.",
        "The earlier answer of <old> was wrong.", "I accept the correction of <old>.",
    )  # fmt: skip
    SAME = (
        "This is the same as the previous answer.", "The recalculated value is the same.",
        "I get the same value as before.", "It matches the previous answer.", "The result has not changed.",
        "The answer stays the same.",
    )  # fmt: skip
    LATER = (
        "The previous answer of <old> was incorrect.", "I have corrected the <old> from before.",
        "So the previous answer had a mistake.", "The answer has changed from <old>.", "My previous answer was wrong.",
        "This replaces the earlier answer.",
    )  # fmt: skip
    OK = (
        "The remainders by 9 agree (<nx> × <ny> = <nxy>, and <val> leaves <nz>).",
        "The answer is close to <ex> × <ey> = <exy>, so it is plausible.",
        "With another split, <oexp> = <osum> = <val>. This is the same.",
        "<dx> × <dy> = <dxy>, and the answer ends in <d> as it should.",
        "The steps are clear and right, for example <pterm> = <pval>.",
        "Dividing <val> by <a> gives <quot>, so the answer is right.",
        "An independent calculation agrees: <oexp> = <osum> = <val>.",
        "An estimate (<ex> × <ey> = <exy>) supports the answer.", "The inverse check works: <val> / <a> = <quot>.",
        "The last digit is right, since <dx> × <dy> = <dxy>.",
    )  # fmt: skip
    DIFFER = (
        "The answer should have been this value, not <old>.", "It does not agree with the answer <old>.",
        "The answer <old> is different.", "The two values do not match.", "So <old> does not hold up.",
        "That disagrees with <old>.", "This differs from <old>.", "This is not <old>.",
    )  # fmt: skip
    GOOD = (
        "No further changes are needed.", "Nothing needs to be changed.", "The answer can be accepted.", "Looks good.",
        "The answer is correct.", "There are no errors.", "This is correct.", "Stop here.",
    )  # fmt: skip
    END = (
        "The final, accepted answer is <new>.", "So the final answer is <new>.", "The final answer is <new>.",
        "Final Answer: <ab> = <new>", "Final answer: **<new>**", "Answer accepted: <new>", "Final answer: <new>",
        "Final: <new>",
    )  # fmt: skip
    LABELS = (
        ("Answer", "Feedback", "Refined answer"), ("Initial answer", "Feedback", "Revised answer"),
        ("Draft", "Critique", "Revision"),
        ("Response", "Critique", "Improved response"),
        ("First answer", "Review", "Revised answer"), ("Answer", "Self-feedback", "Improved answer"),
    )  # fmt: skip
    WAYS: ClassVar[dict[str, float]] = {"mend": 4, "fault": 3, "other": 2, "redo": 2}
    METHODS = ("high", "high", "chunks", "low", "area")
    labels: tuple[str, str, str] = LABELS[0]

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("×", "×", "*", "x")
        self.labels = t.rng.choice(self.LABELS)

    def head(self, t: Telling, place: int) -> str:
        name = self.labels[place]
        kind = "hash" if t.flag("hash", 0.3) else "bold" if t.flag("bold", 0.4) else "plain"
        return {"hash": f"### {name}\n", "bold": f"**{name}:** ", "plain": f"{name}: "}[kind]

    def body(self, t: Telling, work: Work) -> str:
        sums = ", ".join(self.sums(t, work, 0.5))
        if work.method == "repeat":
            return f"{self.say(t, self.COPIES)} {sums}."
        products = [f"{self.times(t, term)} = {t.n(term.value)}" for term in work.terms]
        if t.flag("listed", 0.3):
            lines = "".join(f"\n- {line}" for line in products)
            return f"{lines}\n- {self.lead(t, work, 'Total', 'Sum')}: {sums}\n"
        lead = self.lead(t, work, "Together", "Adding up", "In total")
        return f"{', '.join(products[:-1])} and {products[-1]}. {lead}: {sums}."

    def restated(self, t: Telling) -> str:
        return f"{t.sum(t.work)} = {t.n(t.candidate)}."

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        if kind == "other":
            found = self.join(critique, working, self.say(t, self.DIFFER))
            return f"\n\n{self.head(t, 1)}{found}\n\n{self.head(t, 2)}{commit}"
        return f"\n\n{self.head(t, 1)}{critique}\n\n{self.head(t, 2)}" + self.join(working, commit)

    def first(self, t: Telling) -> str:
        return self.head(t, 0) + self.join(self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t))

    def closing(self, t: Telling) -> str:
        if not t.chance(0.7):
            return ""
        text = f"\n\n{self.head(t, 1)}{self.confirm(t)} {self.say(t, self.GOOD)}"
        return text + ("\n\n" + t.r(self.say(t, self.END)) if t.chance(0.5) else "")


# ------------------------------------------------------------------------------------------------ reasoning models


class ThoughtScroll(Penman):
    """What the thinking styles share: the tags, and an answer below them that repeats the last candidate."""

    gap = "\n\n"
    wide = 0.4  # how often the answer shows its steps once more

    def show(self, t: Telling) -> str:
        """The steps once more for the answer below the thoughts."""
        work = t.work
        if work.method == "repeat" or not t.chance(self.wide):
            return ""
        if t.chance(0.5):
            lines = [f"{self.times(t, term)} = {t.n(term.value)}" for term in work.terms]
            return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1)) + "\n\n"
        return f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)}) = {t.sum(work)}.\n\n"

    def first(self, t: Telling) -> str:
        return "<think>\n" + self.join(self.say(t, self.OPEN), self.body(t, self.solve(t)), self.commit(t))

    def answer(self, t: Telling) -> str:
        return "\n</think>\n\n" + self.show(t) + t.r(self.say(t, self.END))


class TrailingWanderer(ThoughtScroll):
    """The long-winded one: every partial product place by place, musings in between, several checks."""

    OPEN = (
        ("So the question is to compute <ab>. I could do long multiplication, or split one of the numbers. Let me "
         "split."),
        "Let me see. I need to find <ab>. I remember that I can break one of the numbers down by place value.",
        "Okay, let me try to figure out <ab>. I'd better go one piece at a time so that I don't get lost.",
        "First, the problem: <ab>. The distributive property should make it manageable, I think.",
        "Okay, the user wants me to calculate <ab> step by step. Let me take my time with it.",
        "Okay, so I need to calculate <ab>. Let me think about how to do this.",
        "Hmm, <ab>. I should be careful with a multiplication like this.",
        "Alright, let me work through <ab> on paper, so to speak.",
        "Alright, I have to multiply <a> by <b>. Let's see.",
    )  # fmt: skip
    COMMIT = (
        "So the product is <new>, if I did everything right.", "Alright, so <a> multiplied by <b> is <new>.",
        "So putting it all together, <ab> = <new>.", "So it looks like the answer is <new>.",
        "Okay, so that gives me <ab> = <new>.", "That would make the answer <new>.", "So I think the answer is <new>.",
        "So, I get <new> for <ab>.", "So <ab> should be <new>.", "Therefore, <ab> = <new>.",
    )  # fmt: skip
    DOUBT = (
        "Wait a second. I went through that pretty fast, and I might have slipped somewhere.",
        "Hmm, wait. Maybe I should verify those steps, since one wrong carry would ruin it.",
        "Let me pause here. I'm not one hundred percent convinced that <old> is correct.",
        "Hmm, let me double-check that, because these things are easy to get wrong.",
        "But hold on, I'd feel better if I went back over the individual pieces.",
        "But wait, I'm not entirely sure about <old>. Let me look at it again.",
        "Hmm, something about <old> bothers me, though I can't say what yet.",
        "Wait, let me make sure I didn't make a mistake anywhere.",
        "Hold on. Is that right? I want to go over it again.",
    )  # fmt: skip
    FIND = (
        ("Hmm, <term>... I previously got <was>. Now I'm getting <now>. Yes, <now> is right, so the earlier one "
         "was an error."),
        "Going back to <term>: I said <was> before. But let me do it again... I get <now>. So I made a mistake there.",
        "The pieces are okay. But the sum <adds> should be <now>. I must have dropped a carry when I got <was>.",
        "The partial products all look fine, but when I add them again, <adds>, I get <now>, not <was>.",
        "Let me recompute <term>. That's <now>. But earlier I wrote <was>, so that was wrong.",
        "Let me add again: <adds> = <now>. Right, so I added incorrectly the first time.",
        "I think I messed up the addition. <adds>... that's <now>. So <was> was wrong.",
        "Oh, I see. <term> isn't <was>, it's <now>. I must have messed up a carry.",
        "Looking at <term>, I had <was>, but that's not right. It should be <now>.",
        "Ah, here's the problem: <term> = <now>, and I used <was> in the sum.",
    )  # fmt: skip
    READD = (
        "So then I need to add everything again. <sum> = <new>.", "Okay, so with the corrected value, <sum> = <new>.",
        "Alright, adding all of it up once more, <sum> = <new>.", "That changes the total. Now it's <sum> = <new>.",
        "Then the sum would be <sum>, and that's <new>.", "Let me redo the sum with that: <sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        ("I can check modulo 9. <a> leaves <gx> and <b> leaves <gy>, so the product should leave <gz>. But <old> "
         "leaves <go>. Hmm, that's a mismatch, so there's a mistake somewhere."),
        ("Wait, the units digits are <fx> and <fy>, and <fx> times <fy> is <fxy>. So the answer should end in "
         "<fd>, but I've got <fo> at the end. I must have made an error."),
        ("Let me check the last digit. <fx> times <fy> is <fxy>, so the product has to end in <fd>. But <old> "
         "ends in <fo>. Hmm, so that's not right."),
        ("Let me test it by dividing. <old> divided by <a> is about <fq>, but it should come out to exactly <b>. "
         "So <old> can't be right."),
        ("Let me do a rough estimate: <mx> times <my> is <mxy>. But I got <old>, which isn't close to that at "
         "all. Something went wrong."),
        "If I divide <old> by <a>, I get something like <fq>. That's not <b>, so there's a mistake somewhere.",
    )  # fmt: skip
    REDO = (
        "I'll go through the whole multiplication again, slowly this time.", "Let's do it again, one step at a time.",
        "Let me try computing it again from the beginning.", "Let me start over and do it more carefully.",
        "I'd better recompute the whole thing.", "Let me work through it one more time.", "Okay, let me redo it.",
        "Let me calculate everything again.",
    )  # fmt: skip
    CROSS = (
        "Another way to do this would be with a different split. Let me try that as a check.",
        "To be thorough, let me try a different method and see if I get the same thing.",
        "Let me see if another way of breaking it up gives the same result.", "I should check it by another method.",
        "Let me verify this with a different approach, just to be safe.",
        "Maybe I can check it by splitting the numbers another way.",
        "Just to be sure, let me go at it from the other direction.",
        "Let me compute it differently to see whether it holds up.",
    )  # fmt: skip
    CLASH = (
        "Hmm, that's not the <old> I got before. Since I was more careful this time, I think the first one was wrong.",
        "But earlier I had <old>. These don't match, so I must have made a mistake the first time around.",
        "That's a different number. Before, I had <old>, and I think that one has an error in it.",
        "So the two methods disagree, which means <old> was off. I'll go with the new one.",
        "Huh, I got <old> previously. So there was an error in the first calculation.",
        "Wait, that's different from <old>. I trust this second calculation more.",
    )  # fmt: skip
    SAME = (
        "Good, I get the same number again, so maybe I was right after all.", "Same number as before.",
        "So it came out the same. I was worried for nothing, it seems.", "Okay, that's the same as what I got before.",
        "Alright, it's the same result as the first time.", "That's consistent with what I had earlier.",
    )  # fmt: skip
    LATER = (
        "That's different from before, so I definitely made a mistake earlier.",
        "That's not what I had before, but I was more careful this time.", "So the <old> I had before was wrong.",
        "I'm glad I went over it again, because <old> wasn't right.",
        "So earlier, when I got <old>, I must have slipped.", "Okay, so my first calculation was off somewhere.",
    )  # fmt: skip
    OK = (
        "Mod 9: the factors leave <nx> and <ny>, which multiply to <nxy>, and <val> leaves <nz>. That's consistent.",
        "Checking the units digits, <dx> × <dy> = <dxy>, which ends in <d>, and so does my answer. Good sign.",
        "Let me verify with another split. <oexp> = <osum> = <val>. Yes, it's the same, so that's confirmed.",
        "Let me also try dividing: <val> ÷ <a>. That should be <b>, and indeed I get <quot>. So that works.",
        "Let me do a sanity check: <ex> times <ey> is <exy>, and <val> is pretty close to that. Good.",
        "Another way, just to confirm: <oexp>, which is <osum>, and that's <val>. Great, it matches.",
        "The last digit: <dx> times <dy> is <dxy>, so it should end in <d>. And it does.",
        "If I go backwards, <val> divided by <a> is <quot>. Yes, that checks out.",
        "Rough estimate: <ex> × <ey> = <exy>. So <val> is in the right ballpark.",
        "And <pterm> was <pval>, let me just confirm that... yes, that's right.",
    )  # fmt: skip
    MUSE = (
        "Let me keep that in mind.", "Okay, that seems right.", "I'll write that down.", "Yeah, that works.", "Okay.",
        "Okay, moving on.", "That looks fine.", "So far so good.", "Alright.", "Got it.",
    )  # fmt: skip
    LIGHT = (
        "The last digit should be <d> from <dx> × <dy> = <dxy>, and it is, but the middle digits could still be off.",
        "Modulo 9 it's consistent, <nx> × <ny> = <nxy> against <nz>, though a swapped digit would pass that too.",
        "Well, the units digit is consistent, <dx> × <dy> = <dxy>, but that doesn't say much about the rest.",
        "An estimate of <ex> × <ey> = <exy> is compatible with it, but that's only rough.",
        "At least the last digit is fine: <dx> times <dy> is <dxy>, so it ends in <d>.",
        "Mod 9 it works (<nx> × <ny> = <nxy>, remainder <nz>), but that's not proof.",
        "Okay, <ex> × <ey> would be <exy>, so the magnitude at least is plausible.",
        "The size is okay, since <ex> × <ey> = <exy>.",
    )  # fmt: skip
    END = (
        "The product of <a> and <b> is **<new>**.", "The answer is \\(\\boxed{<new>}\\).", "\\[\n\\boxed{<new>}\n\\]",
        "Therefore, <ab> equals **<new>**.", "**Final Answer**\n\\boxed{<new>}", "The result of <ab> is **<new>**.",
        "So, <ab> = **<new>**.", "**Answer:** <new>", "**<ab> = <new>**",
    )  # fmt: skip
    wide = 0.5

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("×", "×", "*", "times")

    def again(self, t: Telling) -> str:
        proofs = self.proofs(t, t.previous, light=True)
        lead = ""
        if {"dx", "ex", "nx"} & set(proofs) and t.chance(0.25):
            lead = "\n\n" + self.say(t, self.LIGHT, **proofs)
        return lead + super().again(t)

    def piece(self, t: Telling, term: Term) -> str:
        parts = split(term.left, "high")
        value = self.value(t, term, 0.12)
        if term.left < 11 or len(parts) > 4 or not t.chance(0.6):
            return f"{self.times(t, term)} is {value}."
        products = ", ".join(f"{t.n(part)} {t.x} {t.n(term.right)} = {t.n(part * term.right)}" for part in parts)
        added = " + ".join(t.n(part * term.right) for part in parts)
        return f"{self.times(t, term)}: {products}. So {added} = {value}."

    def body(self, t: Telling, work: Work) -> str:
        sums = self.sums(t, work, 0.7)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + " So " + ", then ".join(sums) + "."
        text = t.one("I can write", "So I'll split", "Let me break up") + f" {t.n(work.b)} as {t.factor(work)}.\n\n"
        leads = ["First,", *["Then", "Next,", "Now,"] * len(work.terms)]
        pieces = []
        for lead, term in zip(leads, work.terms, strict=False):
            muse = " " + self.say(t, self.MUSE) if t.chance(0.25) else ""
            pieces.append(f"{lead} {self.piece(t, term)}{muse}")
        text += ("\n\n" if t.flag("spaced", 0.6) else " ").join(pieces)
        lead = self.lead(t, work, "Putting it together,", "Now I add them all up.", "Adding it all up,")
        return f"{text}\n\n{lead} {', then '.join(sums)}."

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        return "\n\n" + critique + ("\n\n" if kind != "mend" else " ") + self.join(working, commit)

    def closing(self, t: Telling) -> str:
        text = "\n\n" + self.confirm(t) if t.chance(0.75) else ""
        if text and t.chance(0.4):
            text += " " + self.confirm(t)
        if t.chance(0.4):
            text += "\n\n" + t.one("I'm confident in that.", "Okay, I'm happy with this.", "Alright, that's it.")
        return text + self.answer(t)


class NoteformThinker(ThoughtScroll):
    """The terse one: notes in the thoughts, the bare answer below."""

    OPEN = (
        "Product of <a> and <b>.", "Multiply <a> by <b>.", "Do <ab> by parts.", "Calculate <ab>.", "Compute <ab>.",
        "<ab>, split.", "Task: <ab>.", "Need <ab>.", "<ab>:",
    )  # fmt: skip
    COMMIT = (
        "That's <new> for <ab>.", "So <ab> = <new>.", "Product = <new>.", "Product: <new>.", "Answer: <new>.",
        "Result: <new>.", "<ab> = <new>.", "Answer <new>.", "So <new>.",
    )  # fmt: skip
    DOUBT = (
        "Not sure. Check the parts.", "Hmm. Look again.", "Is <old> right?", "Wait, verify.", "Let me check.", "Wait.",
        "Hmm, check.", "Hmm, <old>?", "Doubtful.", "Recheck.",
    )  # fmt: skip
    FIND = (
        "Added wrong, <adds> = <now>, not <was>.", "Error: <term> is <now>, had <was>.", "Carry slip: <adds> = <now>.",
        "Mistake in <term>: <was> -> <now>.", "Parts ok, sum not: <adds> = <now>.", "<term> wrong, should be <now>.",
        "<term> is not <was> but <now>.", "<term> = <now>, not <was>.", "Sum wrong: <adds> = <now>.",
    )  # fmt: skip
    READD = (
        "New sum <sum> = <new>.", "Total <sum> = <new>.", "Sum: <sum> = <new>.", "Add: <sum> = <new>.",
        "Then <sum> = <new>.", "<sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        "Must end in <fd>, since <fx>*<fy> = <fxy>; <old> ends in <fo>. Error.", "Mod 9: need <gz>, have <go>. Error.",
        "Last digit should be <fd> (<fx>*<fy> = <fxy>), got <fo>. Wrong.", "Estimate <mx>*<my> = <mxy>; <old> is off.",
        "Divide back: <fq>, should be <b>. So <old> is wrong.", "<old>/<a> = <fq>, not <b>. Wrong.",
    )  # fmt: skip
    REDO = (
        "Compute again.", "From scratch.", "Do it again.", "Start over.", "Recompute.", "Once more.", "Again.",
        "Redo.",
    )  # fmt: skip
    CROSS = (
        "Verify with another split.", "Different split to check.", "Check by other parts:", "Check another way.",
        "Other split:", "Cross-check:", "Second way:", "Verify:",
    )  # fmt: skip
    CLASH = (
        "Differs from <old>; error before.", "Mismatch with <old>, take this.", "Not <old>. First was wrong.",
        "Disagrees, <old> is out.", "So <old> was wrong.", "Had <old>, wrong.",
    )  # fmt: skip
    SAME = (
        "Agrees with before.", "Same as before.", "Same again.", "Same value.", "Unchanged.", "Same.",
    )  # fmt: skip
    LATER = (
        "So <old> had an error.", "First one was off.", "Earlier one wrong.", "<old> was wrong.", "Replaces <old>.",
        "Not <old>.",
    )  # fmt: skip
    OK = (
        "Other split: <oexp> = <osum> = <val>. Same.", "Mod 9: <nx>*<ny> = <nxy>, and <nz>. ok.",
        "Last digit <d>: <dx>*<dy> = <dxy>, ok.", "Ends in <d>, ok (<dx>*<dy> = <dxy>).", "Divide back: <quot>. Good.",
        "Estimate <ex>*<ey> = <exy>, ok.", "About <exy> (<ex>*<ey>), fine.", "Check: <osum> = <val>. Good.",
        "<val>/<a> = <quot>, ok.", "<pterm> = <pval>, ok.",
    )  # fmt: skip
    COPIES = (
        "Repeated addition of <a>.", "<a> added <b> times.", "<b> times <a>, add.", "Add <a>, <b> times.",
        "<b> copies of <a>.", "<b> groups of <a>.", "Sum of <b> <a>s.", "Count up by <a>.",
    )  # fmt: skip
    END = (
        "The answer is <new>.", "$\\boxed{<new>}$", "**<ab> = <new>**", "\\boxed{<new>}", "Answer: <new>", "**<new>**",
        "<ab> = <new>", "<new>",
    )  # fmt: skip
    gap = "\n"
    wide = 0.3

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain" if t.chance(0.8) else "comma"
        t.x = t.one("*", "*", "×", "x")

    def body(self, t: Telling, work: Work) -> str:
        sums = self.sums(t, work, 0.3)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + " " + ", ".join(sums) + "."
        products = [f"{self.times(t, term)} = {self.value(t, term, 0.03)}" for term in work.terms]
        lead = self.lead(t, work, "Total: ", "Sum: ")
        if t.flag("lined", 0.5):
            return "\n".join([*products, lead + sums[0], *sums[1:]])
        return f"{', '.join(products)}. {lead}{', '.join(sums)}."

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        return ("\n\n" if t.flag("blank", 0.3) else "\n") + self.join(critique, working, commit)

    def closing(self, t: Telling) -> str:
        return ("\n" + self.confirm(t) if t.chance(0.4) else "") + self.answer(t)


class TwiceSolver(ThoughtScroll):
    """Solves in two ways and compares; where they disagree it looks for the reason and settles."""

    OPEN = (
        "We need <ab>. I'll do a direct split and follow it with an independent calculation.",
        "Let me multiply <a> by <b>, and afterwards cross-check by a second route.",
        "Let's compute <ab>. Method one first, then a second method to compare.",
        "Let me find <ab> with one method first, and then check with another.",
        "I need <ab>. To be safe I'll want two independent computations.",
        "Plan: work out <ab>, then do it again differently and compare.",
        "The task is <ab>. I'll solve it, then solve it another way.",
        "For <ab> I'll use two decompositions and see if they agree.",
        "I'll calculate <ab> in two ways and compare the results.",
    )  # fmt: skip
    COMMIT = (
        "So the first way, I get <new> as the product.", "The first calculation gives <ab> = <new>.",
        "So by the first method, <ab> = <new>.", "So <ab> = <new> from the first split.", "First result: <new>.",
        "So according to this, <ab> = <new>.", "That puts the product at <new>.", "Method 1 result: <ab> = <new>.",
        "So my first answer is <new>.",
    )  # fmt: skip
    SECOND = (
        "Now again, but with a different decomposition.", "Next, an independent computation to compare.", "Method 2:",
        "Second calculation, with a different split.", "Another way, independently of the above:",
        "Now for the comparison, a second route.", "Let me now do it the other way around.", "Now the second method.",
        "Now let me compute it another way.",
    )  # fmt: skip
    DIFFER = (
        "The results don't agree: <old> before, and now a different value.", "That contradicts the <old> from before.",
        "Earlier I had <old>. The two methods give different results.", "Compare with <old>: they don't match.",
        "The comparison fails, because the previous value was <old>.", "Hmm, this disagrees with <old>.",
        "These two differ. I need to find out where the mistake is.",
        "That's not equal to <old>, so one of the two is wrong.",
    )  # fmt: skip
    FIND = (
        "Rechecking the earlier steps, <term> was given as <was>, which is wrong. It is <now>.",
        "In the earlier work the parts are right, but <adds> is <now>, so I added incorrectly.",
        "Looking back at the earlier work, <term> = <now>, not <was>. That's the mistake.",
        "The earlier value <was> came from a bad addition, since <adds> = <now>.",
        "I made the mistake in the addition before: <adds> comes to <now>.",
        "In the earlier calculation I had <term> = <was>, but it's <now>.",
        "The mistake is in <term>: it should be <now>, and I wrote <was>.",
        "The earlier sum is wrong: <adds> = <now>, not <was>.", "I see it: <term> is <now>, where I had <was>.",
    )  # fmt: skip
    TRUST = (
        "I went through the second one more carefully, and every step holds, so I trust it.",
        "Rechecking the steps of this one, they hold, so the error is in the earlier one.",
        "I can't find an error in the new calculation, so the earlier one is at fault.",
        "The second calculation looks right to me, so the first must be wrong.",
        "Going over the new steps once more, I find nothing wrong with them.",
        "I trust the new calculation, because its pieces are simpler.", "The earlier calculation must contain a slip.",
        "The new one seems sound, so the earlier value goes.",
    )  # fmt: skip
    SETTLE = (
        "So the correct value is <ab> = <new>.", "So I take <new> as the product.", "So <ab> is <new> and not <old>.",
        "So the answer should be <new>.", "That settles it: <ab> = <new>.", "The corrected result is <new>.",
        "So the product is <new>.", "Therefore <ab> = <new>.", "I'll go with <new>.",
    )  # fmt: skip
    DOUBT = (
        "Wait, I'm not sure I kept the place values straight there.", "Actually, I'm not happy with that calculation.",
        "I don't like how quickly I did that. <old> may be off.", "Hold on, I'm unsure about some of those products.",
        "I rushed that, and I'm not confident in it.", "Wait, I may have mixed up a carry there.",
        "Hmm, I don't trust that first pass.", "Hmm, I wouldn't rely on <old> yet.",
    )  # fmt: skip
    REDO = (
        "Let me throw that out and do it fresh.", "Let me redo the calculation properly.", "Let me do it over.",
        "Let me set it aside and start again.", "I'll discard it and calculate again.", "Start over.",
        "I'll calculate it again from zero.", "I'll redo it from the beginning.",
    )  # fmt: skip
    RESULT = (
        "So the answer from the redone calculation is <new>.", "So the redone calculation gives <new>.",
        "So I get <new> for the product.", "The product is <new>, then.", "Result of the redo: <new>.",
        "That gives <ab> = <new>.", "So <ab> comes to <new>.", "So <ab> = <new>.",
    )  # fmt: skip
    SAME = (
        "The redo lands on the same value.", "So that pass was fine after all.", "Same as before, in the end.",
        "It's the same number again.", "I end up at the same place.", "No change, then.",
    )  # fmt: skip
    LATER = (
        "That's different from <old>, so the doubt was justified.", "So the earlier pass had an error in it.",
        "The <old> from before was a mistake.", "So it was good to redo that.", "So <old> was wrong.",
        "<old> is out, then.",
    )  # fmt: skip
    AGREE = (
        "The comparison works out: they are equal.", "Same as before, so the two ways agree.", "Both methods agree.",
        "Both ways give the same product.", "Identical to the first result.", "They agree, so I'm confident.",
        "It matches what I have.", "That matches. Good.", "The results match.",
    )  # fmt: skip
    OK = (
        "Remainders mod 9: <nx> × <ny> = <nxy>, <val> gives <nz>, consistent.",
        "Mod 9 it also fits: <nx> × <ny> = <nxy>, remainder <nz>.", "Estimate: <ex> × <ey> = <exy>, so the size fits.",
        "It ends in <d>, which agrees with <dx> × <dy> = <dxy>.", "The size is right too, as <ex> × <ey> = <exy>.",
        "Another split agrees: <oexp> = <osum> = <val>.", "And <val> ÷ <a> = <quot>, as it should be.",
        "The last digit fits: <dx> × <dy> = <dxy>.", "Dividing, <val> ÷ <a> = <quot>, fine.",
        "Once more, <pterm> = <pval>, correct.",
    )  # fmt: skip
    END = (
        "<ab> = <new>, checked with two methods.", "The product of <a> and <b> is <new>.", "The answer is **<new>**.",
        "$<a> \\times <b> = \\boxed{<new>}$", "The product is $\\boxed{<new>}$.", "Final answer: **<new>**",
        "So <ab> = **<new>**.", "**Answer: <new>**", "**<ab> = <new>**",
    )  # fmt: skip
    gap = "\n"
    METHODS = ("high", "high", "chunks", "low")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("×", "×", "*", "·")

    def body(self, t: Telling, work: Work) -> str:
        sums = self.sums(t, work, 0.5)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + " " + "; ".join(sums) + "."
        head = f"{t.n(work.b)} = {t.factor(work)}" if t.flag("splits", 0.6) else ""
        products = [f"{self.times(t, term)} = {self.value(t, term, 0.05)}" for term in work.terms]
        if t.flag("lined", 0.55):
            return "\n".join([*([head] if head else []), *products, *sums])
        lead = self.lead(t, work, "Total", "Sum")
        return f"{head + ': ' if head else ''}{'; '.join(products)}. {lead}: {'; '.join(sums)}."

    def again(self, t: Telling) -> str:
        if t.way(two=3, redo=1) == "redo":
            text = "\n\n" + self.say(t, self.DOUBT) + " " + self.say(t, self.REDO) + "\n"
            text += self.body(t, self.solve(t, 0)) + "\n" + self.commit(t, self.RESULT)
            return text + (" " + self.say(t, self.SAME if t.same else self.LATER) if t.chance(0.6) else "")
        mistake = self.mended(t) if t.chance(0.65) else None
        text = "\n\n" + self.say(t, self.SECOND) + "\n" + self.body(t, t.other("round") if t.a > 9 < t.b else t.other())
        reason = self.say(t, self.FIND, **mistake) if mistake else self.say(t, self.TRUST)
        return f"{text}\n{self.say(t, self.DIFFER)} {reason}\n{self.commit(t, self.SETTLE)}"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            work = t.work
            text = "\n\n" + self.say(t, self.SECOND) + "\n" + self.body(t, t.other()) + "\n" + self.say(t, self.AGREE)
            t.work = work
        if not text or t.chance(0.25):
            text += "\n" + self.confirm(t)
        return text + self.answer(t)


class LateAuditor(ThoughtScroll):
    """Calculates without a doubt, and only when the result stands does it audit; a failed audit sends it back."""

    OPEN = (
        "The problem asks for <ab>. I'll go with partial products and check at the end.", "I need to compute <ab>.",
        "To get <ab>, multiply <a> by each part of <b> and add.", "Let me compute <ab> by the distributive law.",
        "Calculate <ab>: split, multiply, add, check.", "We have to find the product of <a> and <b>.",
        "I will multiply <a> and <b> in parts.", "First calculate <ab>, then verify.",
        "Let me calculate <ab> directly.",
    )  # fmt: skip
    COMMIT = (
        "So the product comes out as <new>.", "We obtain <new> for the product.", "Therefore the result is <new>.",
        "That yields <ab> = <new>.", "So the answer is <new>.", "Result: <ab> = <new>.", "The product is <new>.",
        "Thus <ab> = <new>.", "So <ab> = <new>.",
    )  # fmt: skip
    AUDIT = (
        "Let me verify before answering.", "Let me check this result.", "Now verify the answer.", "Time to verify.",
        "Checking the result.", "Now the check.", "Verification:", "Final check.", "Check:",
    )  # fmt: skip
    DOUBT = (
        "Going back over the steps, I'm not sure that all of them are right.", "I have some doubt about the steps.",
        "I lost track of one of the carries, so I can't vouch for <old>.", "I'm not satisfied that <old> is right.",
        "Reading through the steps, I hesitate at one of the products.", "There could be a slip in the addition.",
        "I can't confirm <old> just by looking at it.", "The digits of <old> are not obviously right.",
    )  # fmt: skip
    FIND = (
        "Step by step: <term> = <now>, but I wrote <was>. That's an error.",
        "The faulty step is the sum, which should be <adds> = <now>.", "Found an error: <term> is <now>, not <was>.",
        "The products are right, but the sum isn't: <adds> = <now>.",
        "Adding the parts again, <adds> = <now>. So <was> is wrong.",
        "The faulty step is <term>, which is <now> and not <was>.", "<term> was wrong. Instead of <was> it is <now>.",
        "The product <term> doesn't hold. It's <now>, not <was>.",
        "The addition was wrong: <adds> = <now>, not <was>.",
    )  # fmt: skip
    READD = (
        "So the parts add to <sum> = <new>.", "The sum is now <sum> = <new>.", "Replacing it, <sum> = <new>.",
        "Corrected: <sum> = <new>.", "With this, <sum> = <new>.", "Then <sum> = <new>.",
    )  # fmt: skip
    FAULT = (
        "Mod 9, <a> ≡ <gx> and <b> ≡ <gy>, so the product should be ≡ <gz>, but <old> ≡ <go>. The check fails.",
        "The last digit must be <fd> (<fx> × <fy> = <fxy>), but <old> ends in <fo>. Not correct.",
        "<fx> × <fy> = <fxy>, so the last digit should be <fd>. It's <fo>, so the check fails.",
        "Division gives <old> ÷ <a> ≈ <fq> instead of <b>, so something is wrong.",
        "<old> ÷ <a> ≈ <fq>, and it should be <b>. The check fails.",
        "The estimate <mx> × <my> = <mxy> rules out <old>.",
    )  # fmt: skip
    REDO = (
        "Compute the product once more.", "I have to go through it again.", "So, again from the beginning.",
        "Repeat the multiplication.", "I'll calculate it again.", "Back to the calculation.", "Redo the calculation.",
        "Let me recalculate.",
    )  # fmt: skip
    CROSS = (
        "I recompute the product with another split.", "With the numbers split differently:",
        "Use a different split for this.", "Compute it by a second method.", "Taking it apart differently:",
        "An independent calculation:", "I multiply in another way.", "By another decomposition:",
    )  # fmt: skip
    CLASH = (
        "The check doesn't give <old>, so I correct the result.", "The check disagrees with <old>, which was wrong.",
        "This is not <old>. The first calculation was wrong.", "So <old> fails the check and is replaced.",
        "The value <old> does not pass.", "So <old> was a mistake.",
    )  # fmt: skip
    SAME = (
        "The recalculation reproduces the result.", "It's the same value as before.", "Again the same product.",
        "So the result stands.", "This is what I had.", "Unchanged.",
    )  # fmt: skip
    LATER = (
        "The audit was needed: <old> was wrong.", "So the earlier result is discarded.", "So <old> was not correct.",
        "The first value, <old>, was wrong.", "The earlier result had an error.", "This replaces <old>.",
    )  # fmt: skip
    OK = (
        "With another split, <oexp> = <osum> = <val>. The check passes.", "<ex> × <ey> = <exy>, close to <val>. Fine.",
        "The last digit must be <d>, since <dx> × <dy> = <dxy>. It is.", "<val> ÷ <a> = <quot>. Correct.",
        "Mod 9: <nx> × <ny> = <nxy>, and <val> ≡ <nz>. They agree.", "An estimate of <exy> (from <ex> × <ey>) fits.",
        "<pterm> = <pval> is right, and so are the other products.", "Division: <val> ÷ <a> = <quot>, as required.",
        "By casting out nines, <nx> × <ny> = <nxy> matches <nz>.", "Last digit: <dx> × <dy> = <dxy>, so <d>. Correct.",
        "Other split: <oexp> = <osum> = <val>. Confirmed.",
    )  # fmt: skip
    DONE = (
        "Everything is consistent.", "So the result is correct.", "The result is verified.", "The answer stands.",
        "All checks pass.", "No errors found.", "Good.", "Done.",
    )  # fmt: skip
    END = (
        "<a> multiplied by <b> is **<new>**.", "The answer is $\\boxed{<new>}$.", "The final answer is **<new>**.",
        "The product is **<new>**.", "**Final answer:** <new>", "$$\\boxed{<new>}$$", "Result: **<new>**",
        "**<ab> = <new>**", "<ab> = <new>",
    )  # fmt: skip
    WAYS: ClassVar[dict[str, float]] = {"mend": 3, "fault": 6, "other": 2, "redo": 1}
    METHODS = ("high", "chunks", "low", "area")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "plain")
        t.x = t.one("×", "×", "*")

    def body(self, t: Telling, work: Work) -> str:
        sums = self.sums(t, work, 0.4)
        if work.method == "repeat":
            return self.say(t, self.COPIES) + "\n" + "\n".join(sums)
        products = [f"{self.times(t, term)} = {t.n(term.value)}" for term in work.terms]
        mark = "- " if t.flag("marks", 0.3) else ""
        text = "\n".join(mark + product for product in products)
        if work.method != "area" and t.flag("factor", 0.5):
            text = f"{t.n(work.b)} = {t.factor(work)}\n{text}"
        return f"{text}\n{self.lead(t, work, 'Total:', 'Sum:', 'Adding:')} " + "\n".join(sums)

    def frame(self, t: Telling, kind: str, critique: str, working: str, commit: str) -> str:
        return f"\n\n{self.say(t, self.AUDIT)} {critique}\n\n" + self.join(working, commit)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.85):
            text = f"\n\n{self.say(t, self.AUDIT)} {self.confirm(t)}"
            text += " " + self.confirm(t) if t.chance(0.4) else ""
            text += " " + self.say(t, self.DONE) if t.chance(0.6) else ""
        return text + self.answer(t)


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        HeadedBriefing(),
        NumberedHandout(),
        SheetOfPartials(),
        FencedWorksheet(),
        MergedTurns(),
        SolveVerifyLoop(),
        InlineMender(),
        RefineCycle(),
        TrailingWanderer(),
        NoteformThinker(),
        TwiceSolver(),
        LateAuditor(),
    )
}
