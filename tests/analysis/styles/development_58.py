"""Instruction-tuned chat models and lightly RL-trained ones asked to think step by step and to check their answer."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work, split

PLACES = {
    1: "ones", 10: "tens", 100: "hundreds", 1000: "thousands", 10**4: "ten-thousands", 10**5: "hundred-thousands"
}  # fmt: skip
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def fill(t: Telling, text: str) -> str:
    """Puts numbers in the places of a phrase: capitals as in prose, small letters as in formulae."""
    slots: ClassVar = {
        "A": lambda: t.n(t.a), "B": lambda: t.n(t.b), "a": lambda: t.m(t.a), "b": lambda: t.m(t.b),
        "N": lambda: t.n(t.candidate), "n": lambda: t.m(t.candidate), "P": lambda: t.n(t.previous),
        "p": lambda: t.m(t.previous), "AB": lambda: t.ab, "ab": lambda: f"{t.m(t.a)} \\times {t.m(t.b)}",
        "BA": lambda: f"{t.n(t.b)} {t.x} {t.n(t.a)}", "x": lambda: t.x, "box": lambda: f"\\boxed{{{t.m(t.candidate)}}}",
    }  # fmt: skip
    return re.sub(r"<(A|B|a|b|N|n|P|p|AB|ab|BA|x|box)>", lambda found: slots[found[1]](), text)


def unit(number: int) -> int:
    """The place of the first digit, if the rest are zeros, else 0."""
    power: int = 10 ** (len(str(number)) - 1)
    return power if number % power == 0 else 0


def place(number: int) -> str:
    return PLACES.get(unit(number), "part")


def solo(work: Work, at: int) -> bool:
    """The part stands for one place of its own, which may be named."""
    units = [unit(term.right) for term in work.terms]
    return units[at] > 0 and units.count(units[at]) == 1


class Chat(Style):
    """A chat answer: opening, work, answer; perhaps a check; perhaps a correction; the answer again."""

    gap = "\n\n"
    words: tuple[str, ...] = ("comma",)
    maths: tuple[str, ...] = ("latex",)
    signs: tuple[str, ...] = ("×",)
    methods: tuple[str, ...] = ("high",)
    checks: tuple[str, ...] = ("other", "estimate", "digit", "nines", "divide", "swap", "doubt")
    weights: tuple[float, ...] = (3.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0)
    check_share = 0.4
    close_share = 0.5
    slip_share = 0.04
    opening: tuple[str, ...] = ()
    facts: tuple[str, ...] = (
        "This is a basic multiplication fact.",
        "This one can be answered directly from the times tables.",
    )
    oops: tuple[str, ...] = ("Wait, that's not right:", "Correction:")
    commit: tuple[str, ...] = ()
    recommit: tuple[str, ...] = ()
    disown: tuple[str, ...] = ()
    restart: tuple[str, ...] = ()
    fix: tuple[str, ...] = ()
    refix: tuple[str, ...] = ()
    verify: tuple[str, ...] = ()
    mismatch: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    close: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return "yy-" + super().name

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.words), t.one(*self.maths), t.one(*self.signs)
        t.direct = False  # type: ignore[attr-defined]

    def say(self, t: Telling, pool: tuple[str, ...]) -> str:
        return fill(t, t.one(*pool))

    def x(self, t: Telling) -> str:
        return t.x

    # -- the work

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        raise NotImplementedError

    def part(self, t: Telling, work: Work, at: int, gap: str) -> str:
        term = work.terms[at]
        text = self.line(t, work, at, term.value)
        if term.left > 9 and t.chance(self.slip_share):
            text = self.line(t, work, at, t.near(term.value)) + gap + self.say(t, self.oops) + gap + text
        return text

    def parts(self, t: Telling, work: Work, gap: str) -> str:
        return gap.join(self.part(t, work, at, gap) for at in range(len(work.terms)))

    def body(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def adding(self, t: Telling, work: Work) -> str:
        """The sum said alone, after a partial product was mended."""
        return f"{t.sum(work)} = {t.n(work.total)}"

    def give(self, t: Telling, pool: tuple[str, ...]) -> str:
        return t.c(self.say(t, pool))

    # -- the flow

    def first(self, t: Telling) -> str:
        if t.a < 10 and t.b < 10 and t.chance(0.6):
            t.direct = True  # type: ignore[attr-defined]
            return self.gap.join((self.say(t, self.facts), self.give(t, self.commit)))
        return self.gap.join(
            (self.say(t, self.opening), self.body(t, t.solve(*self.methods)), self.give(t, self.commit))
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=0 if t.direct else 3, check=3)  # type: ignore[attr-defined]
        mended = t.mend() if way == "mend" else None
        t.direct = False  # type: ignore[attr-defined]
        if (
            mended
            and mended.place is not None
            and not (
                0.5 < mended.now / mended.was < 2 or mended.now * 10 == mended.was or mended.was * 10 == mended.now
            )
        ):
            mended = None
        if way == "mend" and mended:
            pieces = [self.say(t, self.fix if mended.place is not None else self.refix)]
            if mended.place is not None:
                pieces.append(self.mended(t, mended.work.terms[mended.place], mended.was, mended.now))
            pieces += [self.adding(t, mended.work), self.give(t, self.recommit)]
        elif way == "check":
            body = self.body(t, t.other())
            pieces = [self.say(t, self.verify), body, self.say(t, self.mismatch), self.give(t, self.recommit)]
        else:
            reason = "" if t.same else self.reason(t)
            pieces = [reason or self.say(t, self.disown), self.say(t, self.restart)]
            work = t.other("chunks", "low") if t.chance(0.5) else t.solve(*self.methods)
            pieces += [self.body(t, work), self.give(t, self.commit if t.same else self.recommit)]
        return self.gap + self.gap.join(pieces)

    def mended(self, t: Telling, term: Term, was: int, now: int) -> str:
        product = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
        return t.one(
            f"{product} is {t.n(now)}, not {t.n(was)}.",
            f"I wrote {product} = {t.n(was)}, but it should be {t.n(now)}.",
            f"{product} should equal {t.n(now)} rather than {t.n(was)}.",
            f"The partial product {product} was given as {t.n(was)}. The correct value is {t.n(now)}.",
        )

    def reason(self, t: Telling) -> str:
        """A check that the candidate before fails, if there is one."""
        last, prev, product = (t.a % 10) * (t.b % 10), t.previous, t.n(t.previous)
        found = []
        if last % 10 != prev % 10 and max(t.a, t.b) > 9:
            ends = f"{t.a % 10} {t.x} {t.b % 10} = {last}"
            found += [
                f"Checking the units digit: {ends}, so the product has to end in {last % 10}, but {product} ends in {prev % 10}. So this result is wrong.",
                f"However, the last digit of the product should be {last % 10} (because {ends}), and {product} does not end in {last % 10}. There must be an error.",
            ]
        if t.product % 9 != prev % 9 and min(t.a, t.b) > 9 and last % 10 == prev % 10:
            found += [
                f"Casting out nines as a check: the factors leave remainders {t.a % 9} and {t.b % 9} modulo 9, so the product should leave {t.product % 9}, but {product} leaves {prev % 9}. There is a mistake somewhere above.",
                f"A quick modulo 9 check fails: {product} leaves a remainder of {prev % 9}, whereas it should be {t.product % 9}. The calculation above is incorrect.",
            ]
        rough = round(t.a, 1 - len(str(t.a))) * round(t.b, 1 - len(str(t.b)))
        if min(t.a, t.b) > 9 and not 0.6 < prev / rough < 1.6:
            found += [
                f"This doesn't look reasonable: rounding the factors gives roughly {t.n(rough)}, and {product} is nowhere near that. I made a mistake.",
                f"Comparing with a rough estimate of {t.n(rough)}, the value {product} is clearly wrong.",
            ]
        return t.one(*found) if found and t.chance(0.4) else ""

    def confirm(self, t: Telling) -> str:
        kind = t.rng.choices(self.checks, self.weights[: len(self.checks)])[0]
        lead, agree, x = self.say(t, self.verify), self.say(t, self.agree), t.x
        if kind == "other" and not t.direct:  # type: ignore[attr-defined]
            return self.gap.join((lead, self.body(t, t.other()), agree))
        if kind == "estimate" and (about := t.estimate()) and about[:2] != (t.a, t.b):
            p, q, r = map(t.n, about)
            return t.one(
                f"As a sanity check, {p} {x} {q} = {r}, which is close to our result, so the answer is reasonable.",
                f"We can check this with an estimate: {t.n(t.a)} is about {p} and {t.n(t.b)} is about {q}. Since {p} {x} {q} = {r}, the result is in the right range.",
                f"Estimation check: {p} {x} {q} = {r}. This is reasonably close to the exact answer.",
                f"To make sure the answer makes sense, round the numbers: {p} {x} {q} ≈ {r}. The magnitude is right.",
            )
        if kind == "digit" and max(t.a, t.b) > 9 and (ends := t.last_digit()):
            p, q, r = ends
            return t.one(
                f"Checking the last digit: {p} {x} {q} = {r}, so the product should end in {r % 10}, and it does.",
                f"The units digits multiply to {r} ({p} {x} {q}), which means the result must end in {r % 10}. That matches.",
                f"Quick check: {p} {x} {q} = {r}, so the last digit is {r % 10}, which is consistent with our answer.",
            )
        if kind == "nines" and min(t.a, t.b) > 9 and (nines := t.nines()):
            p, q, r = nines
            return t.one(
                f"Checking with casting out nines: {t.n(t.a)} leaves {p}, {t.n(t.b)} leaves {q}, and {p} {x} {q} = {p * q}, which leaves {r}. The product also leaves {r}, so the check passes.",
                f"Modulo 9 we have {p} for the first factor and {q} for the second, so the product should be {r} mod 9. Our result is {r} mod 9 as well.",
            )
        if kind == "divide":
            result = t.r(f"{t.n(t.candidate)} ÷ {t.n(t.b)} = {t.n(t.a)}")
            return t.one(
                f"To verify, we can divide: {result}. The check works out.",
                f"Checking by division: {result}, which is the first factor.",
                f"We can check this with the inverse operation: {result}. {agree}",
                f"Dividing back gives {result}, as expected.",
            )
        if kind == "swap" or t.direct:  # type: ignore[attr-defined]
            result = t.r(fill(t, "<BA> = <N>"))
            return t.one(
                f"Multiplying in the other order gives {result}, the same result.",
                f"Since multiplication is commutative, {result} as well.",
                f"Checking in reverse order: {result}. {agree}",
                f"Swapping the factors also gives {result}.",
            )
        return self.say(t, self.doubt)

    def closing(self, t: Telling) -> str:
        pieces = []
        if t.chance(self.check_share):
            pieces.append(self.confirm(t))
        if t.chance(0.85 if pieces else self.close_share):
            pieces.append(t.r(self.say(t, self.close)))
        return "".join(self.gap + piece for piece in pieces)


# -- layouts


def tex_sum(t: Telling, work: Work) -> str:
    return f"{t.sum(work, maths=True)} = {t.m(work.total)}"


def tex_term(t: Telling, term: Term, value: int) -> str:
    return f"{t.m(term.left)} \\times {t.m(term.right)} = {t.m(value)}"


def fence(t: Telling, work: Work) -> str:
    return f"```\n{t.columns(work)}{t.total(work)}\n```"


def running(t: Telling, work: Work, form: str = "- {} {} {} = {}") -> str:
    return "\n".join(
        form.format(t.n(so_far), "+" if sign > 0 else "-", t.n(value), t.n(result))
        for so_far, sign, value, result in work.steps()
    )


def table(t: Telling, work: Work, heads: tuple[str, str, str]) -> str:
    rows = [f"| {' | '.join(heads)} |", "|---|---|---|"]
    for number, term in enumerate(work.terms, start=1):
        first = t.n(term.right) if heads[0] != "Step" else str(number)
        rows.append(f"| {first} | {t.n(work.a)} {t.x} {t.n(term.right)} | {t.n(term.value)} |")
    return "\n".join(rows)


class GptOmniReport(Chat):
    """GPT-4o and 4.1: headed steps, displays, a polite correction."""

    maths = ("latex", "comma")
    methods = ("high", "high", "chunks", "round")
    slip_share = 0.02
    opening = (
        "To calculate \\( <ab> \\), we can break the multiplication into smaller, manageable parts.",
        "Let's calculate \\( <ab> \\) step by step.",
        "Sure! Let's work through \\( <ab> \\) step by step.",
        "We can find the product of <A> and <B> using the distributive property.",
        "Certainly! Let's break down the multiplication of <A> and <B>:",
        "To multiply \\( <a> \\) by \\( <b> \\), we'll use the standard approach of splitting one factor by place value.",
    )
    facts = ("Let's calculate this directly.", "This is a simple single-digit multiplication.")
    oops = ("Wait, that needs correcting:", "Let me correct that:", "Actually, rechecking this product:")
    commit = (
        "### Final Answer:\n\\[\n<ab> = <n>\n\\]",
        "So, the result of \\( <ab> \\) is **<N>**.",
        "Thus, the product is:\n\\[\n<box>\n\\]",
        "Therefore,\n\\[\n<ab> = \\boxed{<n>}\n\\]",
        "### Final Result:\n**<N>**",
        "So, <A> multiplied by <B> equals **<N>**.",
    )
    recommit = (
        "### Corrected Final Answer:\n\\[\n<box>\n\\]",
        "So the correct result is **<N>**.",
        "Therefore, the correct product is:\n\\[\n<ab> = <n>\n\\]",
        "Thus, the corrected answer is \\( \\boxed{<n>} \\).",
        "The accurate product of <A> and <B> is **<N>**.",
    )
    disown = (
        "Upon review, I realize there was an error in the calculation above. I apologize for the oversight.",
        "Let me double-check this... It appears I made a mistake in the steps above.",
        "Apologies, but the result above is not correct.",
        "I need to correct myself: the answer I gave contains an arithmetic error.",
        "Checking the work, there is a mistake in the computation above, so that answer cannot be kept.",
    )
    restart = (
        "### Let's try again:", "Let's carefully redo the calculation.", "### Revised Calculation",
        "Let's go through the multiplication again, more carefully this time.", "Here is the full calculation again:",
    )  # fmt: skip
    fix = (
        "### Checking the work\nLooking back over the steps, one of the partial products is off.",
        "Let me double-check the intermediate results. I found an error in one of them:",
        "Wait, I made an error in one of the partial products above. I apologize for the confusion.",
        "On reviewing the steps, I noticed a mistake:",
    )
    refix = (
        "On reviewing the steps, the partial products are fine, but I added them incorrectly. Adding again:",
        "I apologize, there was an error in the final addition. Let's add the partial products once more:",
        "Let me double-check the addition. The sum above is not right; it should be:",
    )
    verify = (
        "### Verification\nLet's verify by breaking down the other factor:", "### Double-Checking",
        "Let's double-check this result using a different method.", "To check the answer, we can verify it as follows:",
    )  # fmt: skip
    mismatch = (
        "This does not match the earlier result of <P>, which means I made an error in the first calculation. I apologize for the mistake.",
        "The two results disagree: <P> was obtained first. Rechecking, the earlier figure was wrong.",
        "This differs from <P>, so the original computation contained an arithmetic slip.",
    )
    agree = (
        "The result is confirmed.",
        "This matches the result above. ✅",
        "Both approaches give the same result, so the answer is correct.",
        "The verification is consistent with our answer.",
    )
    doubt = (
        "Let me double-check the additions for errors. Everything is consistent, so no correction is needed.",
        "I have re-checked each step, and no mistakes were found.",
        "Wait, did I carry correctly in the last addition? Yes, the steps above are right.",
    )
    close = (
        "**Final Answer: <N>**",
        "So the final answer is \\( \\boxed{<n>} \\).",
        "Therefore, \\( <ab> = <n> \\).",
        "Let me know if you'd like to see another method for getting <N>!",
        "Hence, the final answer remains **<N>**.",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        return f"\\[\n{tex_term(t, work.terms[at], value)}\n\\]"

    def body(self, t: Telling, work: Work) -> str:
        head = t.one("###", "###", "####") if t.flag("heads", 0.7) else ""
        one, two, three = (
            t.one("Break down the numbers", "Express the second number in expanded form", "Decompose a factor"),
            t.one("Multiply each part", "Compute the partial products", "Multiply each term"),
            t.one("Add the partial products", "Add the results", "Sum everything up"),
        )
        heads = [f"{head} Step {i}: {s}" if head else f"**Step {i}: {s}**" for i, s in enumerate((one, two, three), 1)]
        number = t.m(work.b)
        whole = f"\\[\n{number} = {t.factor(work, maths=True)}\n\\]"
        if t.flag("bullets", 0.35):
            middle = "\n".join(f"{i}. \\( {tex_term(t, term, term.value)} \\)" for i, term in enumerate(work.terms, 1))
        else:
            middle = self.parts(t, work, "\n\n")
        return f"{heads[0]}\n{whole}\n\n{heads[1]}\n{middle}\n\n{heads[2]}\n\\[\n{tex_sum(t, work)}\n\\]"

    def adding(self, t: Telling, work: Work) -> str:
        return f"\\[\n{tex_sum(t, work)}\n\\]"


class SonnetSteps(Chat):
    """Claude 3.5: short numbered steps, a plain apology."""

    words = ("comma", "plain")
    signs = ("×", "×", "*")
    methods = ("high", "low")
    opening = (
        "I'll solve this step by step.", "Let me solve this step by step.", "I'll help you calculate <AB> step by step.",
        "Let me break this down:", "Let me work through <AB> carefully.", "I'll multiply these by breaking <B> into parts.",
    )  # fmt: skip
    facts = (
        "Let me solve this.",
        "This is a straightforward multiplication.",
        "This is one from the multiplication table.",
    )
    oops = ("   (no, let me recompute that one)", "   Actually, let me fix that:", "   Sorry, that line should read:")
    commit = (
        "Therefore, <AB> = <N>",
        "So <AB> = <N>.",
        "The answer is <N>.",
        "Therefore, the product is <N>.",
        "<AB> = <N>",
        "The final answer is **<N>**.",
    )
    recommit = (
        "The correct answer is <N>.",
        "Therefore, <AB> = <N>",
        "So the correct product is <N>.",
        "My corrected answer is <N>.",
        "So <AB> is actually <N>.",
    )
    disown = (
        "Let me check my work... I apologize, I made an error.",
        "Wait, I need to double check this. Looking at it again, that isn't right.",
        "Actually, I see I made a calculation error above.",
        "I apologize, but I don't trust that result - I made a mistake in my arithmetic.",
        "Checking this... no, my answer of <P> is not correct.",
        "I should verify this before finalizing. Looking back, I made an error along the way.",
    )
    restart = (
        "Let me recalculate:",
        "Let me try again more carefully:",
        "Let me redo this step by step:",
        "Here's the calculation again, from the beginning:",
        "I'll start over.",
    )
    fix = (
        "Let me verify each step. I notice an error:",
        "Let me check my work by going through the partial products.",
        "Wait - I see a mistake in one of my steps.",
        "I apologize, one of my partial products was wrong.",
    )
    refix = (
        "Let me verify the addition... I made an error there. The partial products add up like this:",
        "I apologize, I added incorrectly. Adding the same numbers again:",
        "Wait, the sum is wrong. Let me add those up once more:",
    )
    verify = (
        "Let me verify:",
        "Let me check this by doing it a different way:",
        "To double check, I'll split the other number:",
        "Verification:",
        "Let me verify this with another method:",
    )
    mismatch = (
        "That's different from the <P> I got before, so I made an error the first time.",
        "This doesn't match <P>. I apologize for the error in my first calculation.",
        "Hmm, my original answer was <P>. After comparing the steps, the first calculation is the one with the mistake.",
    )
    agree = (
        "This confirms the answer.",
        "Both methods give the same result.",
        "That matches, so I'm confident in the answer.",
        "The check works.",
    )
    doubt = (
        "I've double-checked each step and the calculation is correct.",
        "Let me check for errors: the place values line up and the addition is right. No corrections needed.",
        "Wait, let me make sure I didn't drop a zero... No, the steps are fine.",
    )
    close = (
        "So the answer is <N>.",
        "The final answer is <N>.",
        "Therefore, <N> is correct.",
        "Answer: <N>",
        "<AB> = <N>",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        product = f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}"
        mark = t.flag("paren", 0.5)
        detail = t.detail(term, 0.4) if value == term.value else ""
        return f"{at + 1}{')' if mark else '.'} {product}" + (f"\n   • {detail}" if detail else "")

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("stages", 0.5):
            text = f"1) First, let's break {t.n(work.b)} into {t.factor(work)}\n\n2) Now multiply {t.n(work.a)} by each part:\n"
            text += "\n".join(
                f"   • {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" for term in work.terms
            )
            last = t.one("Finally, add these together", "Add all the parts", "Now add them up")
            return f"{text}\n\n3) {last}:\n   {self.adding(t, work)}"
        text, last = (
            self.parts(t, work, "\n"),
            t.one("Adding these up", "Now I'll add these together", "Sum of the parts"),
        )
        if len(work.terms) > 2 and t.flag("run", 0.5):
            return f"{text}\n\n{last}:\n{running(t, work, '{} {} {} = {}')}"
        return f"{text}\n\n{last}:\n{self.adding(t, work)}"


class FlashLongMultiplication(Chat):
    """Gemini Flash: bold numbered digits, stars for times, a fenced layout, a boxed last line."""

    words = ("plain", "comma")
    maths = ("plain",)
    signs = ("*", "×", "x")
    methods = ("low",)
    opening = (
        "Here's how to calculate <AB> step-by-step:", "Let's break down the multiplication of <A> by <B> step-by-step:",
        "Okay, let's calculate <AB> step by step.", "Here's a step-by-step solution using long multiplication:",
        "To calculate <AB>, we can use the standard multiplication algorithm.", "We will multiply <A> by <B> one digit at a time.",
    )  # fmt: skip
    facts = ("Here's the calculation:", "We need to recall the multiplication table.")
    oops = ("    * *Correction:* this line was miscalculated, it should be:", "    * Oops, that is a slip. Again:")
    commit = (
        "Therefore, <AB> = **<N>**",
        "Final Answer: The final answer is $<box>$",
        "So, <AB> = <N>.",
        "**Answer:** <N>",
        "Thus, the product of <A> and <B> is **<N>**.",
        "**Therefore, <AB> = <N>**",
    )
    recommit = (
        "Therefore, the correct answer is **<N>**.",
        "Final Answer: The final answer is $<box>$",
        "So the correct result is <AB> = <N>.",
        "**Corrected Answer:** <N>",
        "Thus, <AB> = **<N>**.",
    )
    disown = (
        "**Check:** There is an error in the calculation above.", "**Self-Correction:** Reviewing the steps, the result above is wrong.",
        "However, let's double check. ... I made a mistake in the calculation above.", "My apologies, the above result is incorrect.",
        "**Checking the answer:** Something went wrong; <P> is not the correct product.",
    )  # fmt: skip
    restart = (
        "Let's re-do the calculation:",
        "**Corrected Calculation:**",
        "Let's try again:",
        "**Second attempt:**",
        "Let me recalculate it from the start.",
    )
    fix = (
        "**Check:** Let's go over each line again. One of them is incorrect.",
        "Reviewing the partial products, I found a mistake.",
        "**Error found:**",
        "Let me double check my work. There's an error in one of the multiplications.",
    )
    refix = (
        "**Check:** The partial products are correct, but the sum is not. Adding again:",
        "There is an error in the addition step. Let's redo the addition:",
        "Let me double check the sum. I added incorrectly. The sum should be:",
    )
    verify = (
        "**Check your answer:**",
        "**Verification:**",
        "Let's check the answer using the distributive property:",
        "**Double-checking:**",
        "To check our answer, we can do the multiplication another way:",
    )
    mismatch = (
        "This is different from <P>, so there was a mistake in the first calculation.",
        "The results don't match (<P> earlier). The mistake was in the first calculation.",
        "This contradicts our earlier result <P>. Looking closely, the earlier work had an error.",
    )
    agree = (
        "The answer is verified.",
        "The results match.",
        "This confirms our calculation.",
        "The check is successful.",
    )
    doubt = (
        "**Check:** Reviewing all the steps, the calculations are correct.",
        "Wait, is the alignment of the rows correct? Yes, each row is shifted by one place as it should be.",
        "**Check:** No errors were found.",
    )
    close = (
        "Final Answer: The final answer is $<box>$",
        "**Final Answer:** <N>",
        "So the final answer is **<N>**.",
        "Therefore, the answer is <N>.",
        "$<box>$",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        power = unit(term.right)
        name = f" ({place(term.right)} place)" if solo(work, at) else ""
        head = f"{at + 1}.  **Multiply {t.n(term.left)} by {t.n(term.right)}{name}:**"
        text = f"{head}\n    * {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}"
        if power > 1 and value % power == 0 and t.flag("zeros", 0.5):
            zeros = "a zero" if power == 10 else f"{len(str(power)) - 1} zeros"
            short = f"{t.n(term.left)} {t.x} {term.right // power} = {t.n(value // power)}"
            text = f"{head}\n    * {short}\n    * Add {zeros} at the end: {t.n(value)}"
        return text

    def body(self, t: Telling, work: Work) -> str:
        text = ""
        if t.flag("words", 0.75):
            text = self.parts(t, work, "\n") + f"\n\n{len(work.terms) + 1}.  **Add the partial products:**\n"
        if not text or t.flag("fence", 0.4):
            return text + fence(t, work)
        return text + f"    * {self.adding(t, work)}"


class LlamaEightHowever(Chat):
    """Llama 3.1 8B: numbered sentences, 'However, I made a mistake', headings with ## in some answers."""

    words = ("comma", "plain")
    maths = ("plain",)
    signs = ("*", "×", "x")
    methods = ("high", "low", "chunks")
    slip_share = 0.05
    opening = (
        "To calculate <AB>, I'll break it down step by step:", "To find the product of <A> and <B>, we can use the following steps:",
        "To multiply <A> by <B>, we need to follow the order of operations and multiply the numbers.", "Let's break it down step by step.",
        "To solve this problem, we'll break <B> down by place value.", "I'll calculate <AB> step by step.",
    )  # fmt: skip
    facts = ("To calculate <AB>, we simply multiply the two numbers.", "We can multiply these numbers directly.")
    oops = (
        "(That's incorrect, so let me redo this step.)",
        "I made an error there, the step should be:",
        "Wait, recalculating this step:",
    )
    commit = (
        "The final answer is: $<box>$",
        "So, <AB> = <N>.",
        "The result of <AB> is <N>.",
        "Therefore, the product of <A> and <B> is <N>.",
        "Answer: <N>",
        "So the answer is <N>.",
    )
    recommit = (
        "The correct answer is: <N>",
        "The final answer is: $<box>$",
        "So, the correct product is <N>.",
        "Therefore, <AB> = <N>.",
        "So the correct answer is <N>.",
    )
    disown = (
        "However, I made a mistake in my previous calculation.", "Upon re-checking my work, I found that my answer is incorrect.",
        "I made an error in my calculation.", "Let's check the answer. I see that I made a mistake.",
        "But wait, <P> is not correct. I apologize for the mistake.", "After re-evaluating, I realize that my previous answer was wrong.",
    )  # fmt: skip
    restart = (
        "Let me try again:",
        "Let me recalculate:",
        "I will recalculate step by step:",
        "Let's redo the calculation:",
        "Here's the correct calculation:",
        "I'll start over:",
    )
    fix = (
        "However, I made a mistake in one of the steps.",
        "Let me re-check my steps. I found a mistake:",
        "I noticed an error in the multiplication above.",
        "Upon rechecking, one of the products is incorrect.",
    )
    refix = (
        "However, I made a mistake when adding the results. Adding again:",
        "Upon rechecking, the addition is wrong. The partial results should be added as follows:",
        "I made an error in the last step. Let me add the numbers again:",
    )
    verify = (
        "Let me double-check my answer:",
        "To check my answer, I will break down the other number:",
        "Let's verify the result by calculating it in a different way:",
        "Checking the answer:",
    )
    mismatch = (
        "This is not the same as my previous answer, <P>. I made a mistake in the first calculation.",
        "Since this is different from <P>, my first answer was incorrect.",
        "I got <P> before, which is wrong because I made an error in the first calculation.",
    )
    agree = (
        "The answer is correct.",
        "The result is the same, so my answer is correct.",
        "My answer checks out.",
        "This matches my previous calculation.",
    )
    doubt = (
        "I have checked my answer and found no mistakes.",
        "Let me check if I made a mistake. I did not find any mistake.",
        "After checking my work, my answer is correct.",
    )
    close = (
        "The final answer is: $<box>$",
        "Therefore, the final answer is <N>.",
        "The final answer is <N>.",
        "So, the answer is: <N>",
        "I hope it is correct. The final answer is <N>.",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        product = f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}"
        if t.flag("hashes", 0.3):
            name = t.one("Multiply", "Calculate the product of", "Find the product of")
            join = "by" if name == "Multiply" else "and"
            return f"## Step {at + 2}: {name} {t.n(term.left)} {join} {t.n(term.right)}\n{product}"
        if t.flag("named", 0.5):
            return f"{at + 1}. Multiply {t.n(term.left)} by {t.n(term.right)}{f' (the {place(term.right)} place)' if solo(work, at) else ''}:\n{product}"
        return f"{at + 1}. {product}"

    def body(self, t: Telling, work: Work) -> str:
        last = t.one("Add the partial products together", "Add up the results", "Now, add all the results")
        if t.flag("hashes", 0.3):
            first = f"## Step 1: Break down {t.n(work.b)}\n{t.n(work.b)} = {t.factor(work)}\n\n"
            return (
                first
                + self.parts(t, work, "\n\n")
                + f"\n\n## Step {len(work.terms) + 2}: {last}\n{self.adding(t, work)}"
            )
        tail = running(t, work, "{} {} {} = {}") if t.flag("run", 0.4) else self.adding(t, work)
        return self.parts(t, work, "\n") + f"\n\n{last}:\n\n{tail}"


class QwenMathDisplay(Chat):
    """Qwen2.5-Math: formal, dollars or brackets, one box per answer."""

    words = ("plain",)
    maths = ("plain", "plain", "latex")
    methods = ("high", "low", "round", "chunks")
    slip_share = 0.02
    opening = (
        "To find the product of \\(<a>\\) and \\(<b>\\), we can use the distributive property of multiplication over addition. Here is the step-by-step process:",
        "To calculate \\(<ab>\\), we can break it down into simpler steps.", "To solve the multiplication \\(<ab>\\), we proceed as follows:",
        "We need to compute the product \\(<ab>\\). Let's do this step by step.", "To determine the value of \\(<ab>\\), we decompose one of the factors.",
    )  # fmt: skip
    facts = ("To find \\(<ab>\\), we simply multiply the two digits.", "We compute the product \\(<ab>\\) directly.")
    oops = ("This step contains an error; it should be:", "Let's correct this step:", "Recomputing this product:")
    commit = (
        "Therefore, the product of \\(<a>\\) and \\(<b>\\) is:\n\\[\n<box>\n\\]",
        "So, the answer is \\(\\boxed{<n>}\\).",
        "Thus, the final answer is:\n\\[\n<box>\n\\]",
        "Hence, \\(<ab> = \\boxed{<n>}\\).",
        "Therefore, the answer is $<box>$.",
    )
    recommit = (
        "Therefore, the correct answer is:\n\\[\n<box>\n\\]",
        "So, the correct product is \\(\\boxed{<n>}\\).",
        "Thus, the corrected final answer is \\(\\boxed{<n>}\\).",
        "Hence, the correct value is:\n\\[\n<ab> = <box>\n\\]",
        "Upon correction, the answer is $<box>$.",
    )
    disown = (
        "However, upon re-evaluating the calculation, I found that there was a mistake in the steps above.", "It seems there was an error in the computation, so \\(<p>\\) is not the right value.",
        "Let's recheck the result. The value obtained above is incorrect.", "I apologize for the mistake. The previous calculation is not correct.", "Upon verification, the solution above turns out to be wrong.",
    )  # fmt: skip
    restart = (
        "Let's recompute the product carefully.",
        "Let's redo the calculation:",
        "We start again with the decomposition.",
        "The correct calculation is as follows:",
        "Let's go through the steps again:",
    )
    fix = (
        "Let's verify each partial product. One of them is incorrect:",
        "Upon rechecking the intermediate steps, there is a mistake.",
        "It seems there was an error in one of the partial products.",
        "Rechecking the calculation, we find a discrepancy.",
    )
    refix = (
        "Upon rechecking, the partial products are correct but their sum is not:",
        "It seems there was an error in the addition. Adding the partial products again:",
        "Let's recheck the sum, which was computed incorrectly:",
    )
    verify = (
        "To verify the result, we can compute the product in another way.",
        "Let's verify this result:",
        "We can check the result by decomposing the other factor:",
        "Verification:",
    )
    mismatch = (
        "This value is different from \\(<p>\\), which indicates that the earlier calculation contained an error.",
        "Since this contradicts the earlier value \\(<p>\\), we re-examine the first computation and see that it was wrong.",
        "The earlier result \\(<p>\\) is therefore incorrect.",
    )
    agree = (
        "This confirms the result.",
        "The two results are equal, so the answer is verified.",
        "Hence, the calculation is correct.",
        "The result is consistent.",
    )
    doubt = (
        "Rechecking all the steps, no error is found.",
        "We double-check the carries in the addition; they are all correct.",
        "After re-evaluating each of the steps, the calculation stands.",
    )
    close = (
        "Therefore, the final answer is \\(\\boxed{<n>}\\).",
        "The answer is: $<n>$",
        "Thus, the answer is:\n\\[\n<box>\n\\]",
        "Hence, the final answer is $<box>$.",
        "So, \\(<ab> = <n>\\).",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        display = f"\\[\n{tex_term(t, work.terms[at], value)}\n\\]"
        if t.flag("listed", 0.6):
            word = t.one("Multiply", "Calculate", "Compute")
            term = work.terms[at]
            join = "by" if word == "Multiply" else "times"
            return f"{at + 2}. {word} \\({t.m(term.left)}\\) {join} \\({t.m(term.right)}\\):\n   {display}"
        return display

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("align", 0.3):
            rows = [f"{t.m(work.a)} \\times {t.m(work.b)} &= {t.m(work.a)} \\times ({t.factor(work, maths=True)})"]
            pieces = [f"{t.m(term.left)} \\times {t.m(term.right)}" for term in work.terms]
            joined = pieces[0] + "".join(
                f" {'+' if term.sign > 0 else '-'} {piece}"
                for term, piece in zip(work.terms[1:], pieces[1:], strict=True)
            )
            rows += [f"&= {joined}", f"&= {t.sum(work, maths=True)}", f"&= {t.m(work.total)}"]
            return "\\[\n\\begin{align*}\n" + " \\\\\n".join(rows) + "\n\\end{align*}\n\\]"
        listed = t.flag("listed", 0.6)
        whole = f"\\[\n{t.m(work.b)} = {t.factor(work, maths=True)}\n\\]"
        head = (
            f"1. Break down \\({t.m(work.b)}\\):\n   {whole}"
            if listed
            else f"First, we write:\n{whole}\nThen we multiply each part by \\({t.m(work.a)}\\):"
        )
        last = f"{len(work.terms) + 2}. Add the results together:\n   " if listed else "Adding these results gives:\n"
        return f"{head}\n\n{self.parts(t, work, chr(10) * 2)}\n\n{last}\\[\n{tex_sum(t, work)}\n\\]"

    def adding(self, t: Telling, work: Work) -> str:
        return f"\\[\n{tex_sum(t, work)}\n\\]"

    def mended(self, t: Telling, term: Term, was: int, now: int) -> str:
        product = f"{t.m(term.left)} \\times {t.m(term.right)}"
        return t.one(
            f"The product \\({product}\\) is \\({t.m(now)}\\), not \\({t.m(was)}\\).",
            f"We have \\({product} = {t.m(now)}\\) instead of \\({t.m(was)}\\).",
            f"The value \\({t.m(was)}\\) for \\({product}\\) is wrong; the correct one is \\({t.m(now)}\\).",
        )


class DeepseekVerification(Chat):
    """DeepSeek-V3: rules between headed sections, bold sums, a verification section, a contradiction admitted."""

    words = ("comma", "plain")
    maths = ("comma", "latex")
    methods = ("high", "low", "area")
    check_share = 0.6
    opening = (
        "To calculate **<AB>**, let's break it down step by step.", "Let's compute <AB> step by step using the distributive property.",
        "### Step-by-Step Calculation of <AB>", "To solve <AB>, we can use the **long multiplication** method.",
        "Alright, let's multiply <A> by <B> step by step.", "Certainly! Let's work out <AB> in a structured way.",
    )  # fmt: skip
    facts = ("**Calculation:**", "This follows directly from the multiplication table.")
    oops = ("  *(Let me correct this line.)*", "  *(Recalculating, this is off.)*")
    commit = (
        "### Final Answer\n\\[\n<box>\n\\]",
        "**Final Answer:** <N>",
        "Thus, the product of <A> and <B> is **<N>**.",
        "$$\n<ab> = <box>\n$$",
        "### Final Result\n**<AB> = <N>**",
        "So, **<AB> = <N>**.",
    )
    recommit = (
        "### Corrected Final Answer\n\\[\n<box>\n\\]",
        "**Corrected Answer:** <N>",
        "Thus, the correct product is **<N>**.",
        "### Final Answer\n**<N>**",
        "So, after correction, **<AB> = <N>**.",
    )
    disown = (
        "**Verification:** Upon re-evaluating the steps, the result above turns out to be incorrect.", "---\n\nHold on, there seems to be an inconsistency. The answer <P> is not right.",
        "**Note:** I made a mistake in the computation above.", "However, after double-checking the calculation, I noticed an error that invalidates this result.", "### Checking the Answer\nThe calculation above contains an error.",
    )  # fmt: skip
    restart = (
        "### Re-evaluating the Multiplication",
        "Let's carefully recompute it.",
        "### Second Attempt",
        "### Correct Calculation",
        "Let's try again with careful attention to each step.",
    )
    fix = (
        "### Verification\nRechecking each partial product, one is incorrect.",
        "**Error identified:**",
        "Upon double-checking the partial products, I found a mistake.",
        "### Identifying the Mistake",
    )
    refix = (
        "### Verification\nThe partial products are correct, but their sum was miscalculated. Adding again:",
        "**Error identified:** the final addition is wrong. The correct addition is:",
        "Upon double-checking the addition, I see it was off. Let's add once more:",
    )
    verify = (
        "### Verification",
        "**Verification:** Let's verify using an alternative breakdown.",
        "---\n\n### Cross-Check",
        "To ensure accuracy, let's verify the result with another approach:",
    )
    mismatch = (
        "This contradicts the previous result (<P>). Re-examining the first approach, it contains an arithmetic error.",
        "**Discrepancy:** the first method gave <P>. That value came from a mistake in the first method.",
        "The two methods disagree. Checking again, the earlier value <P> is the incorrect one.",
    )
    agree = (
        "The result is verified. ✅",
        "Both methods yield the same product.",
        "This confirms the correctness of the result.",
        "The verification matches.",
    )
    doubt = (
        "**Verification:** All partial products and the sum have been re-checked. No error was found.",
        "**Verification:** One might suspect a misplaced zero here, but every partial product has the right number of zeros.",
        "Double-checking the addition column by column shows no mistakes.",
    )
    close = (
        "**Final Answer:** <N>",
        "### Final Answer\n\\[\n<box>\n\\]",
        "$\\boxed{<n>}$",
        "Therefore, **<AB> = <N>**.",
        "Thus, the final answer is **<N>**.",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        if t.flag("tex", 0.35):
            return f"- \\( {tex_term(t, term, value)} \\)"
        detail = t.detail(term, 0.4) if value == term.value else ""
        bold = f"**{t.n(value)}**" if t.flag("bold", 0.4) else t.n(value)
        return f"- {t.n(term.left)} {t.x} {t.n(term.right)} = {bold}" + (f"\n  - {detail}" if detail else "")

    def body(self, t: Telling, work: Work) -> str:
        names = [
            t.one("Break Down the Multiplication", "Decompose One of the Numbers", "Understand the Breakdown"),
            t.one("Multiply Each Part", "Calculate Each Partial Product", "Compute Partial Products"),
            t.one("Sum the Partial Products", "Add the Results", "Combine the Partial Products"),
        ]
        heads = [
            f"#### Step {i}: {name}" if t.flag("heads", 0.6) else f"{i}. **{name}:**" for i, name in enumerate(names, 1)
        ]
        rule = "\n\n---\n\n" if t.flag("rule", 0.3) else "\n\n"
        first = f"{t.n(work.b)} = {t.factor(work)}"
        if work.method == "area":
            first = "\n".join(f"- {t.n(n)} = {' + '.join(map(t.n, split(n, 'high')))}" for n in (work.a, work.b))
        tail = f"\\[\n{tex_sum(t, work)}\n\\]" if t.flag("tex", 0.35) else self.adding(t, work)
        if t.flag("run", 0.3) and len(work.terms) > 2:
            tail = running(t, work)
        return rule.join((f"{heads[0]}\n{first}", f"{heads[1]}\n{self.parts(t, work, chr(10))}", f"{heads[2]}\n{tail}"))


class MistralCodeBlock(Chat):
    """Mistral Small and Large: a short introduction, long multiplication in a code block or steps, a plain ending."""

    words = ("plain", "comma", "comma")
    maths = ("plain",)
    signs = ("x", "*", "×")
    methods = ("low", "low", "high")
    opening = (
        "To calculate <AB>, you can use the standard multiplication method:", "To find the product of <A> and <B>, follow these steps:",
        "Let's calculate <AB> using long multiplication:", "Sure, let's break down the multiplication of <A> and <B> step by step:",
        "To multiply <A> by <B>, we can do the following:", "Here is the step-by-step multiplication:",
    )  # fmt: skip
    facts = ("You can calculate this directly.", "To find the product, multiply the two digits:")
    oops = ("(Correction of the line above)", "(This is incorrect, it should be the following)")
    commit = (
        "So, <AB> = <N>.",
        "The product of <A> and <B> is <N>.",
        "Therefore, the answer is **<N>**.",
        "So, the final answer is:\n\n**<N>**",
        "Thus, <A> multiplied by <B> is <N>.",
        "The result is <N>.",
    )
    recommit = (
        "So, the correct answer is <N>.",
        "The correct product of <A> and <B> is <N>.",
        "Therefore, the correct answer is **<N>**.",
        "Thus, <AB> = <N>.",
        "So, the corrected result is:\n\n**<N>**",
    )
    disown = (
        "However, upon double-checking, I realize that the result above is incorrect.", "I apologize for the mistake in my previous calculation.",
        "Let me check this answer. There seems to be a mistake in the multiplication.", "Wait, this does not seem right. I made an error while calculating.",
        "I'm sorry for the confusion, but <P> is not the correct answer.", "Upon reviewing the calculation, I found that it contains a mistake.",
    )  # fmt: skip
    restart = (
        "Let's do it again:",
        "Here is the correct calculation:",
        "Let's recalculate:",
        "I will try again:",
        "Let's go through the steps again:",
    )
    fix = (
        "Let's check each line of the multiplication. There is a mistake in one of them.",
        "I apologize, one of the intermediate results above is wrong.",
        "Upon double-checking the intermediate results, I found a mistake.",
        "Checking the multiplication:",
    )
    refix = (
        "Upon double-checking, the intermediate results are right but the addition is not. The addition should be:",
        "I apologize, I made a mistake in the addition. Here is the addition again:",
        "Let's check the addition. It was done incorrectly, so we add again:",
    )
    verify = (
        "Let's verify the answer:",
        "To double-check, let's break down the other number:",
        "To verify this, we can use another method:",
        "Verification:",
    )
    mismatch = (
        "This is not equal to <P>, so the first calculation was wrong.",
        "As you can see, the result is different from <P>. The mistake was in the first calculation.",
        "The first result, <P>, is therefore incorrect.",
    )
    agree = (
        "So the answer is correct.",
        "This confirms that the result is correct.",
        "The results are the same.",
        "The verification is successful.",
    )
    doubt = (
        "I double-checked the multiplication and the addition, and they are correct.",
        "Upon reviewing the steps, there are no mistakes to correct.",
        "Is there a mistake in the carrying? No, the calculation is correct.",
    )
    close = (
        "The final answer is <N>.",
        "**Final answer:** <N>",
        "So, the answer is <N>.",
        "Therefore, <AB> = <N>.",
        "So the final answer is $<box>$.",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        text = f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}"
        if t.flag("named", 0.5):
            return f"{at + 1}. Multiply {t.n(term.left)} by {t.n(term.right)}:\n   {text}"
        return f"{at + 1}. {text}"

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("fence", 0.5):
            return fence(t, work)
        last = t.one(
            "Now, add these results together", "Then, add all the results", "Finally, sum the partial products"
        )
        total = self.adding(t, work)
        if t.flag("stacked", 0.3):
            wide = max(len(t.n(n)) for n in [work.total, *(term.value for term in work.terms)]) + 2
            rows = [
                f"{'+' if at and term.sign > 0 else '-' if at else ' '}{t.n(term.value).rjust(wide - 1)}"
                for at, term in enumerate(work.terms)
            ]
            total = "```\n" + "\n".join(rows) + f"\n{'-' * wide}\n{t.n(work.total).rjust(wide)}\n```"
        return f"{self.parts(t, work, chr(10))}\n\n{last}:\n\n{total}"


class GemmaOkay(Chat):
    """Gemma 3: 'Okay', bold list heads, stars as bullets, cheerful owning up."""

    words = ("plain", "comma")
    maths = ("plain",)
    signs = ("*", "x", "×")
    methods = ("low", "high", "chunks")
    slip_share = 0.05
    opening = (
        "Okay, let's calculate <AB> step by step.", "Okay, let's break down the multiplication of <A> and <B>:", "Let's multiply <A> by <B> step-by-step:",
        "Okay, here's how we can solve this problem:", "Alright, let's work out <AB> together!", "Okay, let's do this one by splitting up <B>.",
    )  # fmt: skip
    facts = ("Okay, this one is quick.", "Okay, let's calculate this:")
    oops = (
        "    * Oops! Let me fix that one:",
        "    * Hmm, that's a slip on my part, so once more:",
        "    * Wait, I miscalculated that:",
    )
    commit = (
        "**Therefore, <AB> = <N>**",
        "So, <AB> = **<N>**",
        "Final Answer: The final answer is $\\boxed{<n>}$",
        "**Answer:** <N>",
        "So the answer is **<N>**.",
        "Therefore, the product of <A> and <B> is <N>.",
    )
    recommit = (
        "**So the correct answer is <N>**",
        "Therefore, <AB> = **<N>**",
        "Final Answer: The final answer is $\\boxed{<n>}$",
        "**Correct answer:** <N>",
        "So, after fixing my mistake, <AB> = **<N>**.",
    )
    disown = (
        "Oops! I made a mistake in my calculation. You know what, that's not right at all.", "**Let's check:** Hmm, I see that I went wrong. My apologies!",
        "**Wait!** I made an error in the steps above.", "Okay, I double-checked, and <P> is *not* correct. Sorry about that!", "My apologies! There was an error in my previous calculation.",
        "Looking back at it, I messed up the arithmetic.",
    )  # fmt: skip
    restart = (
        "Let's try again, and be more careful this time:",
        "Let's re-do it:",
        "Here's the corrected calculation:",
        "Let's start over:",
        "**Attempt again:**",
    )
    fix = (
        "**Let's double check:** Oops, one of those products is wrong!",
        "Wait a minute, I made a mistake in one of the steps.",
        "**Checking my work:** I found an error!",
        "Okay, going back over the list, I spotted a mistake.",
    )
    refix = (
        "**Let's double check the addition:** Oops, I added that up wrong! It should be:",
        "Wait a minute, the parts are right but I added them incorrectly. Again:",
        "**Checking my work:** there's an error in the sum. Adding again:",
    )
    verify = (
        "**Let's double check our answer:**",
        "**Check:**",
        "Okay, let's verify this in a different way:",
        "**Verification:** We can also split up the other number.",
    )
    mismatch = (
        "Hmm, that's not the <P> we had before! I made a mistake the first time.",
        "Oops, this is different from <P>. The first calculation was wrong.",
        "So our first answer of <P> was wrong. My apologies!",
    )
    agree = (
        "Great, it matches!",
        "The answer checks out!",
        "Both ways give the same answer.",
        "So we can be confident in our answer.",
    )
    doubt = (
        "**Let's double check:** All of the steps look good!",
        "Hmm, did we forget a zero anywhere? No, all the place values are right.",
        "I've gone through every step again and everything is correct.",
    )
    close = (
        "Final Answer: The final answer is $\\boxed{<n>}$",
        "**Final Answer:** <N>",
        "So, the final answer is **<N>**.",
        "The answer is <N>! 😊",
        "Therefore, the answer is <N>.",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        text = f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}"
        if t.flag("heads", 0.4):
            name = f" ({place(term.right)} digit)" if solo(work, at) else ""
            return f"{at + 1}. **Multiply {t.n(term.left)} by {t.n(term.right)}{name}:**\n    * {text}"
        return f"*   {text}"

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("table", 0.15):
            text = table(t, work, ("Part", "Multiplication", "Result"))
        else:
            text = self.parts(t, work, "\n")
        if not t.flag("heads", 0.4):
            text = f"*   Break down {t.n(work.b)}: {t.factor(work)}\n{text}" if "|" not in text else text
        last = t.one("Add the results", "Add them all up", "Add the partial products")
        number = f"{len(work.terms) + 1}. " if t.flag("heads", 0.4) and "|" not in text else ""
        tail = running(t, work, "    * {} {} {} = {}") if t.flag("run", 0.4) else f"    * {self.adding(t, work)}"
        return f"{text}\n\n{number}**{last}:**\n{tail}"


class PhiFourTable(Chat):
    """Phi-4 and the like: a careful page with a table of partial products, impersonal about its errors."""

    words = ("comma",)
    maths = ("latex", "comma")
    methods = ("high", "low", "chunks")
    check_share = 0.5
    opening = (
        "To multiply \\(<ab>\\), we can use the distributive property to simplify the calculation.", "To solve \\(<ab>\\), we can break down the multiplication into more manageable parts.",
        "Let's carefully multiply \\(<a>\\) by \\(<b>\\) using the standard algorithm.", "The product of <A> and <B> can be organized by place value.",
        "We will compute <AB> by forming the partial products and then adding them.",
    )  # fmt: skip
    facts = ("The product can be computed directly.", "To solve this, multiply the two single-digit numbers.")
    oops = ("Upon checking, this partial product should instead read:", "This entry needs to be corrected:")
    commit = (
        "Therefore, the product of \\(<a>\\) and \\(<b>\\) is \\(<n>\\).",
        "Thus, \\(<ab> = <n>\\).",
        "So, the final result is:\n\n\\[\n<box>\n\\]",
        "The result of the multiplication is **<N>**.",
        "Therefore, <AB> = <N>.",
    )
    recommit = (
        "Therefore, the correct product is \\(<n>\\).",
        "Thus, the corrected result is **<N>**.",
        "So, the correct answer is:\n\n\\[\n<box>\n\\]",
        "Therefore, the correct value of <AB> is <N>.",
        "After correction, \\(<ab> = <n>\\).",
    )
    disown = (
        "However, a review of this calculation reveals a mistake, so the result has to be discarded.", "Let's verify the calculation. There is an error in the work above.",
        "Upon closer inspection, the value <P> is incorrect.", "It appears that a mistake was made in the process.", "Reviewing the steps, the arithmetic above does not hold.",
    )  # fmt: skip
    restart = (
        "Let's recalculate step by step:",
        "The calculation is repeated below:",
        "Let's re-evaluate each step carefully:",
        "Starting over from the original numbers:",
        "### Corrected Solution",
    )
    fix = (
        "Let's verify each entry. One of the partial products is incorrect.",
        "Upon closer inspection, there is an error in a partial product.",
        "### Verification\nChecking the partial products reveals a mistake.",
        "Reviewing the partial products:",
    )
    refix = (
        "Let's verify the sum. The partial products were added incorrectly; the addition should be:",
        "Upon closer inspection, the error lies in the final addition. Adding again:",
        "### Verification\nThe partial products hold, but their sum does not. The sum is:",
    )
    verify = (
        "To verify, let's decompose the other factor:",
        "### Verification",
        "Let's double-check the result with a second decomposition:",
        "We can verify this independently:",
    )
    mismatch = (
        "This result is inconsistent with <P>. The discrepancy is due to an error in the first calculation.",
        "The value obtained earlier, <P>, does not agree with this and was computed incorrectly.",
        "Comparing the two, the first result (<P>) must be rejected.",
    )
    agree = (
        "This confirms that the calculation is accurate.",
        "The result is consistent with the one above.",
        "The two calculations agree.",
        "Thus, the product has been verified.",
    )
    doubt = (
        "A review of each step shows no errors.",
        "The alignment of the place values was also reviewed, and nothing needs to be changed.",
        "Rechecking the addition reveals no mistakes.",
    )
    close = (
        "Thus, the final answer is \\(\\boxed{<n>}\\).",
        "**Final answer:** \\(<n>\\)",
        "Therefore, the product is <N>.",
        "The final answer is <N>.",
        "In summary, \\(<ab> = <n>\\).",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        name = f" ({place(term.right)})" if solo(work, at) else ""
        return f"{at + 1}. Multiply \\({t.m(term.left)}\\) by \\({t.m(term.right)}\\){name}:\n   \\[\n   {tex_term(t, term, value)}\n   \\]"

    def body(self, t: Telling, work: Work) -> str:
        if not t.flag("table", 0.6):
            return (
                f"{self.parts(t, work, self.gap)}\n\nNow, add all the partial products:\n\\[\n{tex_sum(t, work)}\n\\]"
            )
        parts = f"{t.n(work.b)} = {t.factor(work)}"
        lead = t.one(
            "The partial products are:",
            f"Since {parts}, we have:",
            f"Here, {parts}, which gives the following table.",
            "We organize the partial products in a table:",
        )
        rows = table(
            t,
            work,
            t.one(
                ("Step", "Multiplication", "Partial product"),
                ("Component", "Operation", "Result"),
                ("Step", "Calculation", "Value"),
            ),
        )
        last = t.one("Adding the last column", "The sum of the partial products is", "Summing the entries")
        return f"{lead}\n\n{rows}\n\n{last}:\n\\[\n{tex_sum(t, work)}\n\\]"

    def adding(self, t: Telling, work: Work) -> str:
        return f"\\[\n{tex_sum(t, work)}\n\\]"


class NuminaSolution(Chat):
    """NuminaMath and MetaMath-style SFT: a written solution in numbered paragraphs, 'The answer is'."""

    words = ("plain", "comma")
    maths = ("plain", "plain", "latex")
    methods = ("high", "low", "round", "chunks")
    signs = ("×", "*")
    slip_share = 0.02
    check_share = 0.3
    opening = (
        "To solve the problem, we need to find the product \\( <ab> \\).", "We are asked to compute \\( <ab> \\). We use the distributive property.",
        "1. We start by writing down the multiplication to be performed: \\( <ab> \\).", "**Solution.** We calculate \\( <ab> \\) by decomposing one of the factors.",
        "To determine \\( <ab> \\), we follow these steps.", "First, we note that we need to multiply <A> by <B>.",
    )  # fmt: skip
    facts = ("We multiply the two one-digit numbers.", "By the multiplication table, we can answer at once.")
    oops = ("This value is not correct. We should have:", "Correcting this product, we have:")
    commit = (
        "The final answer is \\(\\boxed{<n>}\\).",
        "Thus, the answer is \\( \\boxed{<n>} \\).",
        "#### <n>\nThe answer is: <n>",
        "Conclusion:\n\\[\n<box>\n\\]",
        "The answer is: <n>",
        "Hence, \\( <ab> = \\boxed{<n>} \\).",
    )
    recommit = (
        "The final answer is \\(\\boxed{<n>}\\).",
        "Thus, the correct answer is \\( \\boxed{<n>} \\).",
        "The correct answer is: <n>",
        "Conclusion:\n\\[\n<box>\n\\]",
        "Hence, the product is \\( \\boxed{<n>} \\).",
    )
    disown = (
        "Reviewing the solution, we see that it contains an error, so the answer above is wrong.", "However, the computation above is not correct.",
        "It turns out that a mistake was made in this solution.", "Note: The value \\( <p> \\) is incorrect, because of a computational error.", "Checking the solution, we find that the result does not hold.",
    )  # fmt: skip
    restart = (
        "We solve the problem again.",
        "**Corrected solution.**",
        "**Another attempt.** We compute the product once more.",
        "Let us recompute:",
        "We repeat the computation with more care.",
    )
    fix = (
        "Checking the solution, we find an error in one of the products.",
        "Reviewing the steps, one product was evaluated incorrectly.",
        "Note: There is an error in the intermediate steps.",
        "However, one of the steps above contains a mistake.",
    )
    refix = (
        "Checking the solution, we find that the sum in the last step is wrong. We have:",
        "Reviewing the steps, the addition was carried out incorrectly. In fact:",
        "Note: There is an error in the last addition, which should be:",
    )
    verify = (
        "We verify the answer by a second computation.",
        "Check:",
        "**Verification.** We decompose the other factor.",
        "To verify the result, we compute the product differently.",
    )
    mismatch = (
        "This is different from \\( <p> \\), so the first computation contained an error.",
        "Since this disagrees with \\( <p> \\), we look at the first solution again and find it was mistaken.",
        "Hence the value \\( <p> \\) found above is wrong.",
    )
    agree = (
        "This agrees with the result above.",
        "Hence the answer is verified.",
        "The two computations give the same value.",
        "So the answer is correct.",
    )
    doubt = (
        "All the steps have been checked, and no error was found.",
        "One may ask whether a carry was lost in the addition; this is not the case.",
        "Reviewing the steps, the solution is correct.",
    )
    close = (
        "The final answer is \\(\\boxed{<n>}\\).",
        "The answer is: <n>",
        "The answer is \\( <n> \\).",
        "Therefore, the final answer is $<box>$.",
        "\\[\n<box>\n\\]",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        if t.flag("meta", 0.3):
            return f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}."
        word = ORDINALS[at] if t.flag("ordinal", 0.3) and at < len(ORDINALS) else "Next" if at else "First"
        return f"{word}, we multiply \\( {t.m(term.left)} \\) by \\( {t.m(term.right)} \\):\n   \\[\n   {tex_term(t, term, value)}\n   \\]"

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("meta", 0.3):
            return f"We write {t.n(work.b)} as {t.factor(work)}.\n{self.parts(t, work, chr(10))}\n{t.one('Adding these', 'Together, this gives', 'The sum is')}: {self.adding(t, work)}."
        last = t.one(
            "Finally, we add the products", "Now, we combine the results", "Adding the partial products, we get"
        )
        return f"{t.one('We write', 'We decompose')} \\( {t.m(work.b)} = {t.factor(work, maths=True)} \\).\n\n{self.parts(t, work, self.gap)}\n\n{last}:\n   \\[\n   {tex_sum(t, work)}\n   \\]"


class SmallGrpoReflects(Chat):
    """A Qwen2.5 1.5B after GRPO, with reflection: plain run of lines, checks by habit, the box said more than once."""

    gap = "\n"
    words = ("plain",)
    maths = ("plain",)
    signs = ("*", "\\times", "×")
    methods = ("high", "low", "chunks")
    slip_share = 0.06
    check_share = 0.55
    close_share = 0.6
    opening = (
        "To solve <AB>, we will break it down step by step:", "Let's solve this step by step.", "To find the product of <A> and <B>, we can multiply them as follows:",
        "We need to calculate <AB>. Let's think step by step.", "First, we can break down the multiplication:", "To calculate <AB> we use the distributive property:",
    )  # fmt: skip
    facts = ("Let's think step by step. This is a simple multiplication.", "We just multiply the two numbers.")
    oops = (
        "Wait, this is wrong, let's recompute it:",
        "This step is incorrect. The correct step is:",
        "Let's recheck this step:",
    )
    commit = (
        "So, the final answer is \\boxed{<n>}.",
        "Therefore, <AB> = \\boxed{<n>}",
        "The answer is \\boxed{<n>}.",
        "So the answer is <N>.",
        "Therefore, the product of <A> and <B> is <N>.",
        "Thus, the final answer is $<box>$.",
    )
    recommit = (
        "So, the correct answer is \\boxed{<n>}.",
        "Therefore, the correct answer is <N>.",
        "Thus, the correct final answer is \\boxed{<n>}",
        "So, the corrected answer is $<box>$.",
        "Therefore, <AB> = \\boxed{<n>}.",
    )
    disown = (
        "However, let's check the answer again. It is incorrect.", "Upon rechecking, there is a mistake in the calculation above.", "Wait, the answer <P> is wrong.",
        "But this is not correct, because there is an error in the steps.", "Let's verify the answer. After verification, the answer above is not correct.", "I made a mistake in the above steps.",
    )  # fmt: skip
    restart = (
        "Let's try again:",
        "Let's correct the calculation step by step:",
        "Let's recalculate:",
        "We should calculate it again:",
        "The correct steps are:",
    )
    fix = (
        "Let's recheck the steps. There is a mistake in one of the steps.",
        "However, one of the multiplication steps is wrong.",
        "Upon rechecking the partial results, one of them is incorrect.",
        "Wait, there is an error in the multiplication.",
    )
    refix = (
        "Let's recheck the addition. The addition is wrong. The correct addition is:",
        "However, the sum is not correct. Adding them again:",
        "Wait, there is an error in the addition. It should be:",
    )
    verify = (
        "Let's verify the answer:",
        "To double-check, we calculate it in another way:",
        "Now let's check the answer by breaking down the other number:",
        "Let's double check:",
    )
    mismatch = (
        "This is not equal to <P>, so the previous answer is wrong.",
        "The two answers are different, so <P> is incorrect and we need to correct it.",
        "So the previous answer <P> was a mistake.",
    )
    agree = (
        "So the answer is correct.",
        "The answer is verified.",
        "The result is the same, so it is correct.",
        "Therefore, the answer above is right.",
    )
    doubt = (
        "Let's check if there is any mistake. There is no mistake.",
        "After rechecking the steps, all the steps are correct.",
        "Wait, let's check the addition again. It is correct.",
    )
    close = (
        "So, the final answer is \\boxed{<n>}.",
        "The final answer is \\boxed{<n>}\nThe answer is \\boxed{<n>}.",
        "Therefore, the final answer is <N>.",
        "Final Answer: \\boxed{<n>}",
        "\\boxed{<n>}",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        text = f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(value)}"
        if t.flag("numbered", 0.4):
            return f"{at + 1}. Multiply {t.n(term.left)} by {t.n(term.right)}: {text}"
        return f"- {text}" if t.flag("dashes", 0.4) else text

    def body(self, t: Telling, work: Work) -> str:
        steps = (
            [f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})"]
            if t.flag("split", 0.5)
            else []
        )
        steps += [
            self.parts(t, work, "\n"),
            t.one(
                "Now, we add the results together:",
                "Adding these together, we get:",
                "Next, we add them:",
                "Now add up all the parts:",
            ),
        ]
        steps.append(running(t, work, "{} {} {} = {}") if t.flag("run", 0.3) else self.adding(t, work))
        return "\n".join(steps)


class TuluAnswer(Chat):
    """Tulu 3, OLMo 2, SmolLM: connected sentences without markup, then a line with the answer."""

    words = ("comma", "plain")
    maths = ("plain",)
    signs = ("×", "*", "times", "x")
    methods = ("high", "low", "chunks", "round")
    opening = (
        "To find the product of <A> and <B>, we'll break the problem into smaller steps.", "To calculate <AB>, let's think step by step.",
        "Let's multiply <A> by <B> using place value.", "We can make this multiplication easier by splitting one of the numbers.", "To solve this, I will multiply each part separately and add the results.",
    )  # fmt: skip
    facts = ("This multiplication can be done in a single step.", "Multiplying these two digits is direct.")
    oops = (
        "I need to correct that step.",
        "That product is off, so I will redo it.",
        "Actually, that is a miscalculation.",
    )
    commit = (
        "Thus, the product of <A> and <B> is <N>.",
        "So <AB> = <N>.",
        "# Answer\n\n<N>",
        "Therefore, the answer is <N>.",
        "The final answer is <N>. I hope it is correct.",
        "Final Answer: The final answer is $<n>$. I hope it is correct.",
    )
    recommit = (
        "Thus, the correct product of <A> and <B> is <N>.",
        "So the correct answer is <N>.",
        "# Corrected Answer\n\n<N>",
        "Therefore, <AB> = <N>.",
        "With the mistake fixed, the answer is <N>.",
    )
    disown = (
        "Checking my work, I see that I made a mistake, so the answer I just gave is wrong.", "However, there is an error in the calculation above.", "I apologize for the error. The result <P> is not accurate.",
        "Let me review this answer. The steps above contain a mistake.", "On second look, the calculation above is not right.", "After checking, I found a mistake in my solution.",
    )  # fmt: skip
    restart = (
        "Let me try again.",
        "Here is my second solution.",
        "Let's go through the calculation once more.",
        "I will redo the problem from the beginning.",
        "Let's recompute it carefully.",
    )
    fix = (
        "Checking my work, I see that one of the products is wrong.",
        "However, there is a mistake in one of the steps above.",
        "Let me review the steps. I found a mistake.",
        "I apologize, one of the partial results was incorrect.",
    )
    refix = (
        "Checking my work, I see that the final addition is wrong. Adding the partial results again, we have",
        "However, there is a mistake in the sum. The correct sum is",
        "I apologize, I added the partial results incorrectly. They should be added like this:",
    )
    verify = (
        "Let's check the answer by splitting the other number.",
        "To check the answer, I will do the multiplication in a different way.",
        "Now I will verify this.",
        "Let me check my answer.",
    )
    mismatch = (
        "This is not what I found before (<P>), so I made a mistake the first time.",
        "The earlier result of <P> does not match, and it was the first calculation that had the mistake.",
        "Because this differs from <P>, my first answer was wrong.",
    )
    agree = (
        "This matches, so the answer is correct.",
        "The check gives the same product.",
        "So the answer has been confirmed.",
        "This agrees with my answer.",
    )
    doubt = (
        "I checked the steps again and found no mistakes.",
        "Could a carry have been missed in the addition? Going over it again, no.",
        "I looked for mistakes in the steps above and there are none.",
    )
    close = (
        "The final answer is <N>.",
        "Final Answer: The final answer is $<n>$. I hope it is correct.",
        "So, the answer is <N>.",
        "# Answer\n\n<N>",
        "Therefore, <A> multiplied by <B> equals <N>.",
    )

    def line(self, t: Telling, work: Work, at: int, value: int) -> str:
        term = work.terms[at]
        lead = ("First", "Next", "Then", "After that", "Also", "Likewise")[min(at, 5)]
        if at == len(work.terms) - 1 and at:
            lead = "Finally" if t.flag("finally", 0.5) else "Lastly"
        product = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
        if t.flag("by", 0.5):
            return f"{lead}, multiply {t.n(term.left)} by {t.n(term.right)}, which gives {t.n(value)}."
        return f"{lead}, {product} = {t.n(value)}."

    def body(self, t: Telling, work: Work) -> str:
        whole = t.one(
            f"The number {t.n(work.b)} can be written as {t.factor(work)}.",
            f"We have {t.n(work.b)} = {t.factor(work)}.",
            f"Split {t.n(work.b)} into {t.factor(work)}.",
        )
        last = t.one("Adding these results, we have", "Now add these together:", "Putting the pieces together gives")
        return f"{whole}{t.one(' ', chr(10) * 2)}{self.parts(t, work, ' ' if t.flag('prose', 0.6) else chr(10))}\n\n{last} {self.adding(t, work)}."


STYLES = {
    style.name: style
    for style in (
        GptOmniReport(), SonnetSteps(), FlashLongMultiplication(), LlamaEightHowever(), QwenMathDisplay(),
        DeepseekVerification(), MistralCodeBlock(), GemmaOkay(), PhiFourTable(), NuminaSolution(),
        SmallGrpoReflects(), TuluAnswer(),
    )
}  # fmt: skip
