"""Twelve habits: chat models, models trained on self-correction, reasoning models with think tags, a small RL model."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work

Pool = tuple[str, ...]
Env = dict[str, str]
_TOKEN = re.compile(r"@([A-Za-z]\w*)")


class Desk(Style):
    """Shared mechanics: phrases with @tokens, worked solutions, three kinds of revision, confirming checks.

    @ab @a @b @x @n (candidate) @p (the one before), in capitals as formulae; a phrase is only drawn if all of its
    tokens have a value: @e* estimate, @l* last digits, @m* nines, @second a second sum, @u*/@q*/@g* a check that the
    candidate before fails.
    """

    groups: ClassVar[Pool] = ("comma", "comma", "plain")
    maths: ClassVar[Pool] = ("plain",)
    signs: ClassVar[Pool] = ("×",)
    methods: ClassVar[Pool] = ("high", "high", "low", "chunks")
    commit: ClassVar[Pool] = ()
    redo: ClassVar[Pool] = ()
    found: ClassVar[Pool] = ()
    found_sum: ClassVar[Pool] = ()
    cross: ClassVar[Pool] = ()
    clashes: ClassVar[Pool] = ()
    sure: ClassVar[Pool] = ()
    same_again: ClassVar[Pool] = ()
    differs: ClassVar[Pool] = ()
    gap: ClassVar[str] = "\n\n"
    aside: ClassVar[str] = " "
    wrap: ClassVar[str] = ""
    item: ClassVar[str] = "@l @x @r = @v"
    mends: ClassVar[tuple[float, float, float]] = (4, 3, 2)
    checked: ClassVar[float] = 0.45

    back: ClassVar[Pool] = (
        "So it is back to the earlier value.",
        "That is a value I had earlier.",
        "So that one was right after all.",
        "I had this one before the last attempt.",
        "Then the last one was the mistake.",
        "The last one was wrong.",
    )

    def odd(self, work: Work) -> bool:
        """A slip that no reader would believe: one product with two values, a sum below one of its terms."""
        pairs = {(term.left, term.right): term.value for term in work.terms}
        if any(pairs[term.left, term.right] != term.value for term in work.terms):
            return True
        return not self.minus(work) and work.total <= max(term.value for term in work.terms)

    def settled(self, t: Telling, work: Work) -> Work:
        """The work, with the slip in the sum where it would give one product two values."""
        if len({(term.left, term.right) for term in work.terms}) < len(work.terms):
            terms = tuple(Term(term.left, term.right, term.left * term.right, term.sign) for term in work.terms)
            t.work = work = Work(work.a, work.b, work.method, terms, work.total)
        return work

    def solve(self, t: Telling, *methods: str) -> Work:
        for _ in range(12):
            work = t.solve(*methods)
            if not self.odd(work):
                break
        return self.settled(t, work)

    def other(self, t: Telling) -> Work:
        kept = t.work
        for _ in range(12):
            t.work = kept
            work = t.other()
            if not self.odd(work):
                break
        return self.settled(t, work)

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.groups)
        t.maths = t.one(*self.maths)
        t.x = t.one(*self.signs)

    def env(self, t: Telling) -> Env:
        out = {"x": t.x, "ab": t.ab, "a": t.n(t.a), "b": t.n(t.b), "n": t.n(t.candidate), "N": t.m(t.candidate)}
        out |= {"A": t.m(t.a), "B": t.m(t.b), "AB": f"{t.m(t.a)} {t.x} {t.m(t.b)}", "k": str(t.index + 1)}
        if t.index:
            out |= {"p": t.n(t.previous), "P": t.m(t.previous), "j": str(t.index)}
        return out

    def fill(self, text: str, env: Env) -> str:
        return _TOKEN.sub(lambda found: env[found[1]], text)

    def say(self, t: Telling, pool: Pool, more: Env | None = None, prefer: str = "") -> str:
        env = self.env(t) | (more or {})
        able = [text for text in pool if set(_TOKEN.findall(text)) <= set(env)]
        if t.index > 1 and pool in (self.clashes, self.differs, self.same_again):
            able = [text for text in able if not re.search(r"\b(first|both|second)\b", text)]
        if prefer and t.chance(0.75):
            able = [text for text in able if re.search(prefer, text)] or able
        return self.fill(t.rng.choice(able), env)

    def small(self, t: Telling) -> bool:
        return t.a < 10 and t.b < 10

    def term_env(self, t: Telling, term: Term) -> Env:
        out = {"l": t.n(term.left), "r": t.n(term.right), "v": t.n(term.value)}
        return out | {"L": t.m(term.left), "R": t.m(term.right), "V": t.m(term.value)}

    def listed(self, t: Telling, work: Work, form: str, sep: str = "\n", slips: float = 0.0) -> str:
        out = []
        for term in work.terms:
            env = self.env(t) | self.term_env(t, term)
            if term.value > 99 and t.chance(slips):
                wrong = t.near(term.value)
                no = t.one("no,", "wait, no,", "sorry,", "no, that's", "hmm, no,")
                env |= {"v": f"{t.n(wrong)}, {no} {t.n(term.value)}", "V": t.m(term.value)}
            out.append(self.fill(form, env))
        return sep.join(out)

    def added(self, t: Telling, work: Work, maths: bool = False) -> tuple[list[str], str]:
        """The additions: those before the last, and the last with the total; or all in one."""
        show = t.m if maths else t.n
        if len(work.terms) < 3 or t.flag("whole sum", 0.5):
            return [], f"{t.sum(work, maths)} = {show(work.total)}"
        lines = [f"{show(s)} {'+' if g > 0 else '-'} {show(v)} = {show(r)}" for s, g, v, r in work.steps()]
        return lines[:-1], lines[-1]

    def tiny(self, t: Telling) -> tuple[str, str]:
        """One-digit factors: how, and the last step with the total."""
        a, b, x, w, n = t.a, t.b, t.x, self.wrap, t.candidate
        ways = ["five", "five"]
        if n > a * (b - 1) and b > 2:
            ways += ["skip", "skip", "add"]
        if b > 7:
            ways.append("ten")
        way = t.one(*ways)
        if way == "skip":
            counts = ", ".join(str(a * i) for i in range(1, b))
            lead = t.one(f"Counting up in {a}s, {b} times", f"Skip counting by {a}, {b} steps", f"Multiples of {a}")
            return f"{lead}: {w}{counts}{w}", t.one(f"next comes {n}", f"and the last step gives {n}")
        if way == "add":
            terms = " + ".join([str(a)] * b)
            return t.one(f"That is {b} copies of {a} added up", f"This means adding {a} to itself {b} times"), (
                f"{w}{terms} = {n}{w}"
            )
        if way == "ten":
            return f"{w}{a} {x} 10 = {a * 10}{w}, and I take away {w}{a} {x} {10 - b} = {a * (10 - b)}{w}", (
                f"{w}{a * 10} - {a * (10 - b)} = {n}{w}"
            )
        k = 5 if b > 5 else b - 1
        if k == 1:
            return f"Two times {a} is {a} doubled", f"{w}{a} + {a} = {n}{w}"
        return f"{w}{a} {x} {k} = {a * k}{w} and {w}{a} {x} {b - k} = {a * (b - k)}{w}", (
            f"{w}{a * k} + {a * (b - k)} = {n}{w}"
        )

    def minus(self, work: Work) -> bool:
        return any(term.sign < 0 for term in work.terms)

    def confirming(self, t: Telling) -> str:
        """A check that confirms."""
        env: Env = {}
        if not self.small(t):
            estimate, last, nines = t.estimate(), t.last_digit(), t.nines()
            if estimate and (estimate[0], estimate[1]) != (t.a, t.b):
                env |= dict(zip(("ex", "ey", "ez"), map(t.n, estimate), strict=True))
            if last:
                env |= dict(zip(("lx", "ly", "lz"), map(str, last), strict=True)) | {"ld": str(t.candidate % 10)}
            if nines:
                env |= dict(zip(("mx", "my", "mz"), map(str, nines), strict=True)) | {"mp": str(nines[0] * nines[1])}
            kept = t.work
            work = self.other(t)
            if not self.odd(work):
                env |= {"second": t.sum(work), "sf": t.n(work.b), "sparts": t.factor(work), "sl": t.n(work.a)}
            t.work = kept
        return self.say(t, self.sure, env, r"@(e|l|m|s)[a-z]")

    def failed(self, t: Telling) -> Env:
        """What shows that the candidate before cannot be right, where the new one passes."""
        env: Env = {}
        if t.same or self.small(t):
            return env
        old, new, right = t.previous, t.candidate, t.product
        if old % 10 != right % 10 == new % 10:
            env |= {"ux": str(t.a % 10), "uy": str(t.b % 10), "ud": str(right % 10), "pd": str(old % 10)}
        if old % 9 != right % 9 == new % 9:
            env |= {"qx": str(t.a % 9), "qy": str(t.b % 9), "qe": str(right % 9), "qp": str(old % 9)}
        estimate = t.estimate()
        if estimate and not 0.7 < old / estimate[2] < 1.4:
            env |= dict(zip(("gx", "gy", "gz"), map(t.n, estimate), strict=True))
        return env

    def doubting(self, t: Telling) -> str:
        return self.say(t, self.redo, self.failed(t), r"@(u|q|g)[a-z]")

    def total(self, t: Telling, work: Work) -> str:
        """Additions and commitment."""
        before, last = self.added(t, work)
        lead = "".join(f"{line}\n" for line in before)
        return lead + t.c(f"{last}\n\n{self.say(t, self.commit)}")

    def inline(self, t: Telling, work: Work) -> str:
        """Additions and commitment within a sentence."""
        before, last = self.added(t, work)
        how = t.one("Together", "Putting these together", "Combining", "In total")
        if not self.minus(work):
            how = t.one("Adding up", "Adding these", "The sum", "Now add", "Summing")
        lead = "".join(f"{line}, " for line in before)
        return f"{how}: {lead}" + t.c(f"{last}. {self.say(t, self.commit)}")

    def body(self, t: Telling) -> str:
        """A worked solution up to its commitment."""
        if self.small(t):
            lead, last = self.tiny(t)
            return f"{lead}.\n" + t.c(f"{last[0].upper()}{last[1:]}.\n\n{self.say(t, self.commit)}")
        work = self.solve(t, *self.methods)
        return f"{self.listed(t, work, self.item)}\n\n{self.total(t, work)}"

    def small_inline(self, t: Telling) -> str:
        lead, last = self.tiny(t)
        return f"{lead}; " + t.c(f"{last}. {self.say(t, self.commit)}")

    def after(self, t: Telling) -> str:
        """What is said when a second solution has ended."""
        if t.chance(0.5):
            return ""
        if not t.same and t.candidate in t.candidates[: t.index]:
            return self.aside + self.say(t, self.back)
        return self.aside + self.say(t, self.same_again if t.same else self.differs)

    def again(self, t: Telling) -> str:
        mend, redo, clash = self.mends
        way = "redo" if self.small(t) else t.way(mend=mend, redo=redo, clash=clash)
        if way == "mend":
            mended = t.mend()
            fits = mended and sum(term.sign * term.value for term in mended.work.terms) == t.candidate
            if mended and fits and not self.odd(mended.work):
                return self.gap + self.mended(t, mended)
            way = "redo"
        return self.gap + (self.clash(t) if way == "clash" else self.redone(t))

    def finding(self, t: Telling, m: Mended) -> str:
        if m.place is None:
            return self.say(t, self.found_sum)
        term = m.work.terms[m.place]
        env = {"was": t.n(m.was), "now": t.n(m.now), "WAS": t.m(m.was), "NOW": t.m(m.now)}
        return self.say(t, self.found, self.term_env(t, term) | env)

    def mended(self, t: Telling, m: Mended) -> str:
        return f"{self.finding(t, m)} {self.inline(t, m.work)}"

    def redone(self, t: Telling) -> str:
        return f"{self.doubting(t)}\n\n{self.body(t)}{self.after(t)}"

    def clash(self, t: Telling) -> str:
        lead = self.say(t, self.cross)
        work = self.other(t)
        return f"{lead} {self.listed(t, work, self.item, ', ')}. " + t.c(
            f"{t.sum(work)} = {t.n(work.total)}. {self.say(t, self.clashes)}"
        )

    def check(self, t: Telling, before: str = "\n\n") -> str:
        return before + self.confirming(t) if t.chance(self.checked) else ""


# ------------------------------------------------------------------------------------------------------ chat models


class PartialLedgerChat(Desk):
    """A Markdown answer: heading, a table of partial products, bold result, a section for the check."""

    aside = "\n\n"
    signs = ("×", "×", "\\*", "x")
    item = "@l @x @r = @v"
    opening: ClassVar[Pool] = (
        "To calculate @ab, I'll split @f into its place values.",
        "Let's work out @ab step by step using partial products.",
        "Here is how to multiply @a by @b.",
        "We can solve @ab by breaking one factor apart and adding the pieces.",
        "Sure! Let's compute @ab using the distributive property.",
        "I'll calculate @ab by laying out every partial product in a table.",
        "Let's break @ab down into manageable parts.",
        "To find the product of @a and @b, we write @f as a sum.",
        "Multiplying @a by @b becomes easier when we decompose @f.",
    )
    heads: ClassVar[Pool] = (
        "### Partial products",
        "### Step 1: Partial products",
        "**Partial products:**",
        "## Breaking it down",
        "### Breakdown",
        "**Step 1 – Multiply each part**",
        "### Multiply by each place",
        "**Table of partial products**",
    )
    sum_heads: ClassVar[Pool] = (
        "### Adding up",
        "### Step 2: Add the results",
        "**Sum:**",
        "### Combine",
        "**Step 2 – Add everything**",
        "### Total",
        "**Adding the pieces:**",
        "## Putting it together",
    )
    commit = (
        "**@ab = @n**",
        "So **@ab = @n**.",
        "The product is **@n**.",
        "**Answer: @n**",
        "Therefore, @ab = **@n**.",
        "This gives us **@n**.",
        "Result: **@ab = @n**",
        "Hence @a @x @b equals **@n**.",
        "✅ **@ab = @n**",
        "So the answer is **@n**.",
    )
    redo = (
        "I'm not confident in that result, so let me recompute it.",
        "Hold on, I should redo this carefully.",
        "On reflection, I may have made an arithmetic error. Let me start over.",
        "Let me recalculate to be safe, since I don't fully trust the figures above.",
        "A quick check: @ux × @uy ends in @ud, but @p ends in @pd. Something is wrong, so let me redo the calculation.",
        "The estimate @gx × @gy = @gz is too far from @p, so there must be a mistake. Let me recalculate.",
        "Checking the units digit: it should be @ud (from @ux × @uy), yet I got @pd. Let me try again.",
        "Casting out nines gives a remainder of @qe, while @p leaves @qp. That's an error, so I'll redo it.",
        "Actually, I want to redo this because I think I made a mistake somewhere.",
        "Let me go through the multiplication again, as something looks off to me.",
    )
    found = (
        "Wait, there's an error in the table: @l @x @r = @now, not @was.",
        "I need to correct one row: @l @x @r should be @now rather than @was.",
        "Double-checking the rows, I see that @l @x @r is actually @now (I wrote @was).",
        "Correction: I made a mistake with @l @x @r. It equals @now, not @was.",
        "Looking back, one partial product is off: @l @x @r = @now.",
        "I apologize, the row for @r is incorrect. @l @x @r = @now instead of @was.",
        "Let me verify the rows... @l @x @r = @now. I had @was, which is wrong.",
        "One of the entries needs fixing: @was should read @now, since @l @x @r = @now.",
    )
    found_sum = (
        "Wait, the addition is off. Let me add the rows again.",
        "Let me verify the sum. I made a mistake when adding.",
        "The rows are fine, but I added them incorrectly.",
        "Correction: the total above was summed incorrectly.",
    )
    cross = (
        "Let me verify by splitting the other factor.",
        "As a check, let me expand the other number instead.",
        "Let me cross-check this with a different decomposition.",
        "Verifying another way:",
        "To verify, I'll break up the other factor.",
        "Let me double-check with an alternative split.",
        "Check using the other factor:",
        "Let's confirm by distributing the other way round.",
    )
    clashes = (
        "This doesn't match @p, so my first result was wrong. The correct answer is **@n**.",
        "That disagrees with @p. After correcting, **@ab = @n**.",
        "This is not @p; the corrected product is **@n**.",
        "The two results differ, and the table above contained a slip. The right value is **@n**.",
        "I got @p before, which was incorrect. So **@ab = @n**.",
        "So I need to correct my answer: **@n**, not @p.",
        "Since this differs from @p, I'm correcting the result to **@n**.",
        "My earlier figure of @p was off. **@ab = @n**.",
    )
    sure = (
        "**Check:** @ex × @ey = @ez, which is close to @n. ✓",
        "### Verification\nSplitting @sf instead: @second = @n ✓",
        "*Sanity check:* @ex × @ey ≈ @ez, so the size is right.",
        "The last digit also fits: @lx × @ly = @lz ends in @ld.",
        "**Verification:** @sl @x (@sparts) = @second = @n. Both agree.",
        "Each row of the table checks out.",
        "The units digit (@lx × @ly → @ld) is consistent with the result.",
        "Every partial product has been verified. ✓",
        "**Check with digit roots (mod 9):** @mx × @my = @mp leaves @mz, and @n leaves @mz as well. ✓",
    )
    same_again = (
        "The result is unchanged.",
        "That's the same value as before.",
        "Same result as above.",
        "It comes out the same again.",
        "So the second calculation gives the same number.",
        "This matches what I had.",
        "The value hasn't changed.",
        "I get the identical result.",
    )
    differs = (
        "This replaces the value above.",
        "The earlier figure was incorrect.",
        "So my first answer was off.",
        "This corrects my earlier result.",
        "Please disregard the previous value.",
        "Sorry for the earlier slip.",
        "I apologize for the confusion.",
        "The previous total contained an error.",
    )
    ending: ClassVar[Pool] = (
        "",
        "",
        "**Final answer: @n**",
        "So, @ab = **@n**.",
        "**@n**",
        "Let me know if you'd like to see another method!",
        "The final result is **@n**.",
        "**Final Answer:** @ab = @n",
        "Hope this helps!",
    )

    def table(self, t: Telling, work: Work) -> str:
        if work.method != "area" and t.flag("three columns", 0.5):
            head = t.one("| Part | Calculation | Result |", "| Place | Multiplication | Value |")
            rows = self.listed(t, work, "| @r | @l @x @r | @v |")
            return f"{head}\n|---|---|---|\n{rows}"
        head = t.one("| Multiplication | Product |", "| Partial product | Value |", "| Step | Result |")
        return f"{head}\n|:---|---:|\n" + self.listed(t, work, "| @l @x @r | @v |")

    def body(self, t: Telling) -> str:
        if self.small(t):
            return super().body(t)
        work = self.solve(t, "high", "high", "chunks", "area")
        head, sums = self.say(t, self.heads), self.say(t, self.sum_heads)
        if self.minus(work) or not t.flag("headings", 0.7):
            head = sums = ""
        return f"{head}\n\n{self.table(t, work)}\n\n{sums}\n\n{self.total(t, work)}"

    def first(self, t: Telling) -> str:
        env = {} if self.small(t) else {"f": t.n(t.b)}
        return f"{self.say(t, self.opening, env)}\n\n{self.body(t)}"

    def closing(self, t: Telling) -> str:
        end = self.say(t, self.ending)
        return self.check(t) + "\n\n" + t.r(end)


class PlainStepGuide(Desk):
    """Step 1, Step 2 in plain sentences, as an instruction-tuned chat model without much Markdown."""

    aside = "\n"
    signs = ("x", "*", "×")
    groups = ("plain", "comma")
    opening: ClassVar[Pool] = (
        "To calculate @ab, we can follow these steps:",
        "Let's break this down step by step.",
        "Let's solve this step by step:",
        "Sure, here is the calculation of @ab step by step.",
        "We need to multiply @a by @b.",
        "To multiply @a and @b, we go place by place.",
        "Okay, let's calculate @ab.",
        "Step-by-step calculation of @ab:",
        "Here's a step-by-step solution:",
    )
    multiply: ClassVar[Pool] = (
        "Multiply @l by @r: @l @x @r = @v",
        "@l @x @r = @v",
        "First factor times @r: @l @x @r = @v",
        "Calculate @l @x @r, which is @v.",
        "Next part: @l @x @r = @v.",
        "Now @l times @r gives @v.",
        "Work out @l @x @r = @v",
        "Take @r and multiply: @l @x @r = @v",
    )
    commit = (
        "So, @ab = @n.",
        "Therefore, the answer is @n.",
        "The product of @a and @b is @n.",
        "@ab = @n",
        "Thus, @a multiplied by @b equals @n.",
        "So the result of @ab is @n.",
        "The answer is @n.",
        "Hence, @ab = @n.",
        "Therefore, @ab = @n.",
    )
    redo = (
        "Let me recheck this. I think I made an error, so I will do it again.",
        "Wait, let me redo that calculation.",
        "I'm sorry, I am not sure that is right. Let me try again.",
        "Let me recalculate this from the beginning.",
        "Actually, that doesn't seem right. Let me start over.",
        "I apologize, let me go through it again from scratch.",
        "Hmm, @p can't be right: @ux times @uy ends in @ud, not @pd. Let me redo it.",
        "That can't be correct, because @gx @x @gy is already @gz. Let me try again.",
        "The last digit should be @ud, but my answer ends in @pd. Let me recalculate.",
        "I might have made a mistake, so let me do the calculation once more.",
    )
    found = (
        "I made a mistake in one step. @l @x @r is @now, not @was.",
        "Sorry, @l @x @r = @now, not @was.",
        "Wait, I need to correct myself: @l @x @r should be @now.",
        "I apologize for the error: @l @x @r = @now.",
        "Checking the steps again, @l @x @r = @now instead of @was.",
        "Correction: @l @x @r = @now (not @was).",
        "Actually, one step is wrong. @l @x @r equals @now.",
        "Let me fix a mistake. @l times @r is @now, and not @was.",
    )
    found_sum = (
        "Sorry, I made a mistake in the addition.",
        "Wait, the last step is wrong. Let me add again.",
        "I apologize, the sum is not correct.",
        "Actually, I added incorrectly.",
    )
    cross = (
        "Let's check this by breaking up the other number.",
        "Let me check with the numbers swapped.",
        "Let's verify it in a different way.",
        "To check, break down the other number.",
        "Let me verify using another split.",
        "We can verify this result in another way.",
        "Double-checking with the other factor:",
        "As a check, do it the other way around.",
    )
    clashes = (
        "This is different from @p, so I made a mistake earlier. The correct answer is @n.",
        "That is not the same as @p. The correct product is @n.",
        "I had @p, which is wrong. So @ab = @n.",
        "So my previous answer @p was incorrect, and the right answer is @n.",
        "So the answer is @n, not @p.",
        "The check fails, because I got @p before. The correct answer should be @n.",
        "Sorry, @p was a mistake. @ab = @n.",
        "This does not match, so I correct my answer to @n.",
    )
    sure = (
        "To check: @ex @x @ey = @ez, which is close to @n, so the answer is reasonable.",
        "We can check the last digit: @lx @x @ly = @lz, so it should end in @ld, and it does.",
        "Checking the other way: @second = @n, which is the same.",
        "I checked each step and they are all correct.",
        "Verification: @sl @x @sf = @second = @n. Correct.",
        "All steps have been checked.",
        "An estimate of @ez (@ex @x @ey) confirms that this is about right.",
        "The calculation is verified.",
        "The result looks reasonable.",
    )
    same_again = (
        "This is the same answer as before.",
        "So I get the same result.",
        "It is again the same.",
        "The answer did not change.",
        "The result stays the same.",
        "Same answer as the first time.",
        "I get the same number again.",
        "That is the same result as above.",
    )
    differs = (
        "So my first answer was wrong.",
        "This is different from what I had before.",
        "Sorry about the mistake above.",
        "The earlier answer was not correct.",
        "I made an error before.",
        "My previous answer was incorrect.",
        "This is the corrected answer.",
        "Apologies for the earlier error.",
    )
    ending: ClassVar[Pool] = (
        "",
        "",
        "",
        "The final answer is @n.",
        "So the final answer is @n.",
        "Final answer: @n",
        "Answer: @n",
        "I hope this helps!",
        "Therefore, the final answer is @n.",
    )

    def body(self, t: Telling) -> str:
        if self.small(t):
            lead, last = self.tiny(t)
            return f"Step 1: {lead}.\nStep 2: " + t.c(f"{last[0].upper()}{last[1:]}.\n{self.say(t, self.commit)}")
        work = self.solve(t, "high", "low", "chunks", "round")
        mark = "Step {}: " if t.flag("word step", 0.65) else "{}. "
        lines = []
        if t.flag("parts first", 0.6):
            lines.append(f"Break down {t.n(work.b)}: {t.n(work.b)} = {t.factor(work)}")
        for place, term in enumerate(work.terms):
            pool = self.multiply if place else tuple(text for text in self.multiply if text[:3] not in ("Nex", "Now"))
            lines.append(self.say(t, pool, self.term_env(t, term)))
        text = "".join(f"{mark.format(i)}{line}\n" for i, line in enumerate(lines, start=1))
        how = (
            t.one("Combine the results", "Put the parts together")
            if self.minus(work)
            else t.one("Add the results together", "Add up all the parts", "Add the partial products")
        )
        return f"{text}{mark.format(len(lines) + 1)}{how}.\n{self.total(t, work)}"

    def first(self, t: Telling) -> str:
        return f"{self.say(t, self.opening)}\n\n{self.body(t)}"

    def closing(self, t: Telling) -> str:
        return self.check(t) + "\n\n" + t.r(self.say(t, self.ending))


class DollarBoxTutor(Desk):
    """LaTeX: displayed or aligned equations and a box at the end."""

    signs = ("\\times", "\\times", "\\cdot")
    groups = ("plain",)
    maths = ("plain", "latex", "thin", "plain")
    wrap = "$"
    opening: ClassVar[Pool] = (
        "To find the product $@AB$, we use the distributive property.",
        "We compute $@AB$ step by step.",
        "We want to calculate $@AB$.",
        "Let us calculate $@AB$.",
        "To compute $@AB$, we can decompose one factor.",
        "We will multiply $@A$ by $@B$ using partial products.",
        "Let's evaluate $@AB$ carefully.",
        "The task is to evaluate the product $@AB$.",
        "First, we rewrite the product $@AB$ in expanded form.",
    )
    commit = (
        "Thus, $@AB = @N$.",
        "Therefore, $@AB = @N$.",
        "So we have $@AB = @N$.",
        "Hence the product is $@N$.",
        "This shows that $@AB = @N$.",
        "Thus the product is $\\boxed{@N}$.",
        "Therefore, the answer is $\\boxed{@N}$.",
        "So the value of $@AB$ is $@N$.",
        "We obtain $@AB = @N$.",
    )
    redo = (
        "However, let us recompute this, as an arithmetic error is easy to make here.",
        "Let me double-check by recalculating from scratch, since I am not sure about the result.",
        "Wait, this does not seem right. Let's recompute.",
        "Let us redo the computation more carefully.",
        "Something seems off, so let's start over.",
        "I suspect an error in the above. Let's try again.",
        "The units digit must be $@ud$, since it comes from $@ux @x @uy$, but $@P$ ends in $@pd$. Let's recompute.",
        "Modulo $9$ the product should be $@qe$, whereas $@P \\equiv @qp$. There is an error, so let's redo this.",
        "Since $@gx @x @gy = @gz$, the value $@P$ cannot be right. Let's recompute.",
        "I may have made a mistake above; let me recompute the product.",
    )
    found = (
        "Upon rechecking, $@L @x @R = @NOW$, not $@WAS$.",
        "Wait, there is an error: $@L @x @R = @NOW$.",
        "However, $@L @x @R$ was computed incorrectly; it should be $@NOW$.",
        "Correction: $@L @x @R = @NOW$ rather than $@WAS$.",
        "Let me correct a mistake: $@L @x @R = @NOW$.",
        "Checking the partial products, we notice that $@L @x @R = @NOW$, not $@WAS$.",
        "I made an error in one partial product. In fact $@L @x @R = @NOW$.",
        "Note that the value $@WAS$ is wrong, because $@L @x @R = @NOW$.",
    )
    found_sum = (
        "However, the final addition contains an error.",
        "Wait, the partial products were added incorrectly.",
        "Let me re-add the partial products, since the sum above is incorrect.",
        "Correction: the sum is wrong.",
    )
    cross = (
        "Let us verify by expanding the other factor:",
        "To verify, we decompose the other factor:",
        "As a check, we distribute the other way:",
        "We can verify the result with a different decomposition:",
        "Verification using the other factor:",
        "Let's check this by a second expansion:",
        "To double-check, we expand differently:",
        "Let us confirm this another way:",
    )
    clashes = (
        "This contradicts the value $@P$ found above, so the correct product is $@N$.",
        "This differs from $@P$. Hence the first computation had an error, and $@AB = @N$.",
        "The earlier value $@P$ was therefore wrong, and the product is $@N$.",
        "Since this is not $@P$, we correct the result: $@AB = @N$.",
        "So $@P$ was incorrect; $@AB = @N$.",
        "The results disagree. The mistake was in the first expansion, so the answer is $@N$.",
        "Thus the earlier $@P$ must be replaced with $@N$.",
        "Hence $@AB = @N$, not $@P$.",
    )
    sure = (
        "As a check, $@ex @x @ey = @ez$, which is close to our result.",
        "Each partial product has been checked.",
        "The units digit is consistent, because $@lx @x @ly = @lz$.",
        "The computation is consistent.",
        "Verification: $@second = @n$, which agrees.",
        "We verify: $@sl @x (@sparts) = @second = @n$. $\\checkmark$",
        "Modulo $9$: $@mx @x @my \\equiv @mz$ and $@n \\equiv @mz$, as expected.",
        "The estimate $@ex @x @ey = @ez$ supports this.",
        "The arithmetic above can be confirmed line by line.",
    )
    same_again = (
        "This is the same value as before.",
        "The result is the same.",
        "We obtain the same product again.",
        "Thus the value is unchanged.",
        "The recomputation yields the same result.",
        "Again the same value.",
        "This agrees with the first value.",
        "So the product is as before.",
    )
    differs = (
        "The previous value was incorrect.",
        "This corrects the value above.",
        "So the earlier computation had an error.",
        "The first result was wrong.",
        "This supersedes the earlier value.",
        "Our first attempt was therefore wrong.",
        "Hence the earlier value must be discarded.",
        "The error was in the first computation.",
    )
    ending: ClassVar[Pool] = (
        "$$\\boxed{@N}$$",
        "\\[\n\\boxed{@N}\n\\]",
        "The final answer is $\\boxed{@N}$.",
        "$\\boxed{@N}$",
        "Therefore, the final answer is:\n\n$$\\boxed{@N}$$",
        "Final answer: $\\boxed{@N}$",
        "**Answer:** $@N$",
        "Hence, the answer is $\\boxed{@N}$.",
        "So the final answer is $\\boxed{@N}$.",
    )

    def display(self, t: Telling, text: str) -> str:
        return f"\\[\n{text}\n\\]" if t.flag("brackets", 0.6) else f"$$\n{text}\n$$"

    def total(self, t: Telling, work: Work) -> str:
        before, last = self.added(t, work, True)
        lead = "".join(self.display(t, line) + "\n" for line in before)
        how = "Combining these" if self.minus(work) else t.one("Adding these", "Now we add them up", "Summing")
        return f"{how}:\n{lead}" + t.c(f"{self.display(t, last)}\n\n{self.say(t, self.commit)}")

    def inline(self, t: Telling, work: Work) -> str:
        how = t.one("Then", "Now", "The total becomes", "This gives")
        return f"{how}\n" + t.c(
            f"{self.display(t, f'{t.sum(work, True)} = {t.m(work.total)}.')}\n\n{self.say(t, self.commit)}"
        )

    def body(self, t: Telling) -> str:
        if self.small(t):
            lead, last = self.tiny(t)
            if last.startswith("$"):
                return f"{lead}.\n\n" + t.c(f"{self.display(t, last.strip('$'))}\n\n{self.say(t, self.commit)}")
            return f"{lead}; " + t.c(f"{last}.\n\n{self.say(t, self.commit)}")
        work = self.solve(t, "high", "low", "chunks", "round")
        head = f"{t.m(work.a)} {t.x} {t.m(work.b)}"
        if t.flag("align", 0.35):
            terms = "".join(f" {'+' if u.sign > 0 else '-'} {t.m(work.a)} {t.x} {t.m(u.right)}" for u in work.terms)
            aligned = f"\\begin{{align*}}\n{head} &= {t.m(work.a)} {t.x} ({t.factor(work, True)}) \\\\\n&= "
            aligned += f"{terms[3:]} \\\\\n&= {t.sum(work, True)} \\\\\n&= {t.m(work.total)}\n\\end{{align*}}"
            return t.c(f"{aligned}\n\n{self.say(t, self.commit)}")
        split = self.display(t, f"{head} = {t.m(work.a)} {t.x} ({t.factor(work, True)})")
        bullet = "- " if t.flag("bullets", 0.5) else ""
        rows = self.listed(t, work, f"{bullet}$@L @x @R = @V$", "\n" if bullet else "\n\n")
        return f"{split}\n\n{rows}\n\n{self.total(t, work)}"

    def clash(self, t: Telling) -> str:
        lead = self.say(t, self.cross)
        work = self.other(t)
        head = f"{t.m(work.a)} {t.x} ({t.factor(work, True)}) = {t.sum(work, True)} = {t.m(work.total)}."
        return f"{lead}\n" + t.c(f"{self.display(t, head)}\n{self.say(t, self.clashes)}")

    def first(self, t: Telling) -> str:
        return f"{self.say(t, self.opening)}\n\n{self.body(t)}"

    def closing(self, t: Telling) -> str:
        return self.check(t) + "\n\n" + t.r(self.say(t, self.ending))


class BriefHeadlineChat(Desk):
    """A recent assistant: `# Calculating`, short bullets, a bold answer, honest corrections in place."""

    aside = "\n\n"
    signs = ("×",)
    item = "- @l × @r = @v"
    opening: ClassVar[Pool] = (
        "# Calculating @ab",
        "## @ab",
        "I'll work through @ab step by step.",
        "# Step-by-step: @ab",
        "I'll break this into smaller multiplications.",
        "Let me calculate @ab by splitting one of the numbers.",
        "# Solving @ab",
        "I'll solve this using partial products.",
        "Working through @ab:",
        "## Multiplying @a by @b",
    )
    steps: ClassVar[Pool] = (
        "**Partial products:**",
        "**Multiply each part:**",
        "**Step 1: Multiply**",
        "**The pieces:**",
        "**Break it apart:**",
        "## Step 1: Partial products",
        "**Distribute:**",
        "**Setup and multiplication**",
    )
    commit = (
        "**@ab = @n**",
        "**Answer: @n**",
        "So @ab = **@n**",
        "**= @n**",
        "The answer is **@n**.",
        "**Result: @n**",
        "That gives **@ab = @n**.",
        "So the product is **@n**.",
        "## Answer: **@n**",
    )
    redo = (
        "Let me double-check that, I'm not fully sure of it. Redoing it:",
        "Actually, let me redo this more carefully.",
        "Hmm, that doesn't look right to me. Let me recalculate.",
        "I want to be careful here, so let me start over.",
        "Wait: the last digit should be @ud (@ux × @uy), but @p ends in @pd. Let me redo it.",
        "Checking the size: @gx × @gy = @gz, so @p is off. Let me recalculate.",
        "A mod 9 check gives @qe for the product but @qp for @p, so I made an error. Trying again:",
        "I don't trust that total. Let me rework it.",
        "Let me recompute this; I may have slipped up.",
        "I should redo that, since I may have made an error.",
    )
    found = (
        "Wait, I need to recheck @l × @r: it's @now, not @was.",
        "I made an error: @l × @r = @now, not @was.",
        "Actually, @l × @r = @now. I wrote @was above, which is wrong.",
        "Let me correct that: @l × @r = @now.",
        "Checking each piece: @l × @r should be @now. I had @was.",
        "I see an error above. @l × @r = @now (not @was).",
        "Hmm, @l × @r isn't @was. It's @now.",
        "Correction to one step: @l × @r = @now.",
    )
    found_sum = (
        "Wait, let me redo that addition, it's wrong.",
        "I made an error in the addition.",
        "Actually, my sum above is incorrect.",
        "Let me recheck the addition. I added those wrong.",
    )
    cross = (
        "**Verification** (splitting the other number):",
        "**Check:** splitting the other factor instead:",
        "Let me verify by splitting the other number:",
        "**Double-check** with a different split:",
        "Let me check that a second way:",
        "**Verify:**",
        "**Checking** from the other side:",
        "Quick check the other way:",
    )
    clashes = (
        "This doesn't match @p, so I made an error above. The correct answer is **@n**.",
        "These disagree. I made a mistake the first time, and the correct answer is **@n**.",
        "That's not @p. Correcting my answer: **@ab = @n**",
        "So my earlier @p was wrong. **@ab = @n**",
        "I got @p before, so there was an error there. **Corrected answer: @n**",
        "This shows @p was incorrect. The answer is **@n**.",
        "So I need to correct myself: **@n**, not @p.",
        "The check gives a different value, so I'm correcting the answer to **@n**.",
    )
    sure = (
        "**Check:** @ex × @ey = @ez, so this is in the right range ✓",
        "**Check:** each partial product holds ✓",
        "**Verification:** @sl × (@sparts) = @second = @n ✓",
        "Sanity check: @ex × @ey ≈ @ez ✓",
        "The pieces check out ✓",
        "Last digit: @lx × @ly = @lz, so it should end in @ld ✓",
        "The other split agrees: @second = @n ✓",
        "Mod 9: @mx × @my leaves @mz, and the result leaves @mz ✓",
        "I've double-checked the steps, and they hold.",
    )
    same_again = (
        "Same result as before.",
        "That's the same as my first result.",
        "It comes out the same.",
        "So it's unchanged.",
        "The same value again.",
        "That agrees with the first pass.",
        "No change, then.",
        "Same number both times.",
    )
    differs = (
        "My first result was wrong.",
        "That corrects the value above.",
        "Sorry about the slip earlier.",
        "The earlier figure was an error.",
        "So I had it wrong the first time.",
        "That's different from before.",
        "This is the corrected value.",
        "The first pass had an arithmetic error.",
    )
    ending: ClassVar[Pool] = (
        "",
        "",
        "",
        "**Final answer: @n**",
        "**@ab = @n**",
        "The final answer is **@n**.",
        "**@n**",
        "Final: **@n**",
    )

    def body(self, t: Telling) -> str:
        if self.small(t):
            return super().body(t)
        work = self.solve(t, "high", "high", "chunks", "round")
        head = self.say(t, self.steps) if t.flag("heads", 0.7) else f"{t.n(work.b)} = {t.factor(work)}"
        how = (
            t.one("**Combine:**", "**Put together:**")
            if self.minus(work)
            else t.one("**Add them up:**", "**Add:**", "**Sum:**", "**Step 2: Add**")
        )
        before, last = self.added(t, work)
        lead = "".join(f"- {line}\n" for line in before)
        tail = t.c(f"- {last}\n\n{self.say(t, self.commit)}")
        return f"{head}\n{self.listed(t, work, self.item)}\n\n{how}\n{lead}{tail}"

    def clash(self, t: Telling) -> str:
        lead = self.say(t, self.cross)
        work = self.other(t)
        return f"{lead}\n{self.listed(t, work, self.item)}\n" + t.c(
            f"- {t.sum(work)} = {t.n(work.total)}\n\n{self.say(t, self.clashes)}"
        )

    def first(self, t: Telling) -> str:
        return f"{self.say(t, self.opening)}\n\n{self.body(t)}"

    def closing(self, t: Telling) -> str:
        return self.check(t) + "\n\n" + t.r(self.say(t, self.ending))


# ----------------------------------------------------------------------------------- trained on self-correction data


class HopeItIsCorrect(Desk):
    """Two-turn self-correction merged into one text: solution, a remark that it may be wrong, a new solution."""

    signs = ("\\times", "*", "\\cdot")
    groups = ("plain",)
    wrap = "$"
    opening: ClassVar[Pool] = (
        "We compute the product by splitting one factor.",
        "To solve this, we multiply part by part.",
        "We need to find $@AB$.",
        "Let's think step by step.",
        "We have $@AB$, which we expand.",
        "First we write one factor as a sum.",
        "We can use the distributive law here.",
        "Let us compute $@AB$.",
        "We calculate this product step by step.",
    )
    commit = (
        "Final Answer: The final answer is $@N$.",
        "So $@AB = @N$. The final answer is $\\boxed{@N}$.",
        "The final answer is $\\boxed{@N}$. I hope it is correct.",
        "Therefore, the answer is $\\boxed{@N}$.",
        "So the product is $\\boxed{@N}$.",
        "Thus, the final answer is $@N$.",
        "The answer is: $@N$.",
        "Final Answer: The final answer is $\\boxed{@N}$. I hope it is correct.",
        "Hence the answer is $@N$.",
    )
    redo = (
        "There might be an error in the solution above. Let me go over it and rewrite the solution.",
        "I should review my solution, since it may contain a mistake. Here is a new attempt.",
        "Wait, the solution above might be wrong. Let me correct it by solving the problem again.",
        "Looking at the solution again, I am not convinced of it. Let me redo it.",
        "On review, I suspect an arithmetic mistake. Revised solution:",
        "Let me try again and be more careful.",
        "The final digit should be $@ud$ because $@ux @x @uy$ ends in $@ud$, but I wrote $@P$. I'll solve it again.",
        "The answer $@P$ is not plausible, as $@gx @x @gy = @gz$. Let me solve the problem again.",
        "The answer above leaves remainder $@qp$ mod 9 instead of $@qe$, so it is wrong. New solution:",
        "I may have made an error in my previous answer. Let me rework it from the start.",
    )
    found = (
        "There is an error in the solution above: $@L @x @R = @NOW$, not $@WAS$.",
        "Reviewing the solution, the step $@L @x @R$ is wrong. It should be $@NOW$.",
        "I made a mistake in the above solution. The product $@L @x @R$ is $@NOW$ and not $@WAS$.",
        "The mistake is in one partial product, $@L @x @R = @NOW$.",
        "Error found: $@L @x @R = @NOW$, not $@WAS$.",
        "My previous solution used $@WAS$ for $@L @x @R$, but the correct value is $@NOW$.",
        "Wait, $@L @x @R$ should be $@NOW$. I wrote $@WAS$ by mistake.",
        "Checking my steps, I see that $@L @x @R = @NOW$. The solution above is incorrect.",
    )
    found_sum = (
        "There is an error in the last addition.",
        "The partial products are right, but I added them incorrectly.",
        "Reviewing the solution, the sum is wrong.",
        "I made a mistake when adding the partial products.",
    )
    cross = (
        "Let me check the solution by splitting the other factor.",
        "Checking with another decomposition.",
        "To review this, I compute the product in another way.",
        "Let me verify the answer above.",
        "I will check my answer with the other factor.",
        "Verify: we expand the other factor.",
        "Now check the answer with a second method.",
        "Let us review the answer by a different expansion.",
    )
    clashes = (
        "This is not $@P$, so the solution above is wrong. The final answer is $\\boxed{@N}$.",
        "The solution above gave $@P$, which is incorrect. The final answer is $@N$.",
        "So the previous answer $@P$ was wrong. The corrected answer is $\\boxed{@N}$. I hope it is correct.",
        "This does not agree with $@P$. Corrected final answer: $\\boxed{@N}$.",
        "Corrected answer: $@N$.",
        "So I correct my answer from $@P$ to $@N$.",
        "The answer should therefore be $\\boxed{@N}$, not $@P$.",
        "The first solution contained an error. The final answer is $\\boxed{@N}$.",
    )
    sure = (
        "I reviewed the solution and found no errors.",
        "The solution above is correct.",
        "No mistakes found.",
        "Review: each step is right, and $@ex @x @ey = @ez$ is close to the answer.",
        "Checking the units digit: $@lx @x @ly = @lz$, which is consistent.",
        "All steps are correct.",
        "The other expansion gives $@second = @n$, so the solution is correct.",
        "Checking modulo 9: both sides leave $@mz$. The answer is consistent.",
        "The reasoning above is sound.",
    )
    same_again = (
        "The answer is the same as before.",
        "So the earlier solution stands.",
        "This is again the same answer.",
        "The new solution gives the same result.",
        "The answer does not change.",
        "My first answer was right after all.",
        "The result is identical to the one above.",
        "So the first solution was fine.",
    )
    differs = (
        "The previous answer was incorrect.",
        "The first solution was wrong.",
        "This corrects the solution above.",
        "So my earlier answer was mistaken.",
        "I had made an error before.",
        "The revised answer replaces the old one.",
        "The earlier solution contained an error.",
        "The old answer should be ignored.",
    )

    def total(self, t: Telling, work: Work) -> str:
        before, last = self.added(t, work, True)
        how = "Combining, " if self.minus(work) else t.one("Adding, ", "Adding these up, ", "The sum is ")
        lead = "".join(f"${line}$, " for line in before)
        return how + lead + t.c(f"${last}$.\n{self.say(t, self.commit)}")

    def inline(self, t: Telling, work: Work) -> str:
        return self.total(t, work)

    def body(self, t: Telling) -> str:
        if self.small(t):
            return self.small_inline(t)
        work = self.solve(t, "high", "low", "chunks", "round")
        expand = f"${t.m(work.a)} {t.x} ({t.factor(work, True)})$"
        lead = t.one("We write this as", "This equals", "Expanding, we get", "Rewrite it as", "This is the same as")
        rows = self.listed(t, work, "$@L @x @R = @V$", t.one(", ", ".\n", ", "))
        return f"{lead} {expand}.\n{rows}.\n{self.total(t, work)}"

    def clash(self, t: Telling) -> str:
        lead = self.say(t, self.cross)
        work = self.other(t)
        head = f"${t.m(work.a)} {t.x} ({t.factor(work, True)}) = {t.sum(work, True)} = {t.m(work.total)}$."
        return f"{lead}\n" + t.c(f"{head} {self.say(t, self.clashes)}")

    def first(self, t: Telling) -> str:
        return f"{self.say(t, self.opening)} {self.body(t)}"

    def closing(self, t: Telling) -> str:
        return self.check(t)


class TrialVerdictSheet(Desk):
    """A layout: Attempt k, Check, Verdict, until the verdict is good."""

    aside = "\n"
    signs = ("×", "*", "x")
    heads: ClassVar[Pool] = (
        "Attempt {}:",
        "**Attempt {}**",
        "### Attempt {}",
        "[Attempt {}]",
        "Solution {}:",
        "## Try {}",
    )
    opening: ClassVar[Pool] = (
        "Split one factor and multiply.",
        "Use partial products.",
        "Multiply @a by @b in parts.",
        "Compute @ab.",
        "I break the product @ab into parts.",
        "Decompose, multiply, combine.",
        "Work through the places of one factor.",
        "Apply the distributive property.",
        "I will compute each part of @ab separately.",
    )
    commit = (
        "Result: @n",
        "@ab = @n",
        "Answer: @n",
        "So @ab = @n.",
        "Proposed answer: @n",
        "The product is @n.",
        "Product: @n",
        "This gives @ab = @n.",
        "Candidate answer: @n",
    )
    redo = (
        "I am not certain about this result and should solve it again.",
        "Not convinced. Another attempt is needed.",
        "The steps look error-prone. I will redo them.",
        "Cannot confirm this value, so I'll recompute it.",
        "@ux times @uy ends in @ud, but @p ends in @pd. The result is wrong.",
        "@gx times @gy is @gz, so @p has the wrong size.",
        "Confidence is low; recalculate.",
        "The remainder mod 9 should be @qe, but @p has @qp. There is an error.",
        "Something may be wrong with the arithmetic. Solve it again.",
        "I doubt the result. Starting over.",
    )
    found = (
        "@l @x @r = @now, but I wrote @was.",
        "The partial product for @r is wrong: @l @x @r = @now.",
        "Error: @l @x @r should be @now, not @was.",
        "I find a mistake: @l @x @r = @now.",
        "@was is wrong; it is @now.",
        "Recomputing @l @x @r gives @now instead of @was.",
        "One step is incorrect, @l @x @r = @now.",
        "Going through the parts: @l @x @r equals @now, so @was was an error.",
    )
    found_sum = (
        "The parts are right, but the sum is wrong.",
        "The addition contains an error.",
        "The partial products do not add up to that.",
        "Error in the final addition.",
    )
    cross = (
        "Split the other factor.",
        "Compute it in another way.",
        "Use the other factor for comparison.",
        "Second method, with the roles of the factors exchanged.",
        "Compare with another decomposition.",
        "Verify with the other factor split.",
        "Cross-check by the other split.",
        "Test with a different split.",
    )
    clashes: ClassVar[Pool] = (
        "Answer: @n",
        "Corrected result: @n",
        "@ab = @n",
        "The product is @n, not @p.",
        "Corrected answer: @n",
        "So the answer is @n.",
        "Therefore @ab = @n.",
        "New result: @n",
    )
    sure = (
        "@ex @x @ey = @ez, close to the result.",
        "Last digit: @lx @x @ly = @lz, ends in @ld. Matches.",
        "Other split: @second = @n. Matches.",
        "All parts are right.",
        "Each step holds.",
        "No errors found.",
        "Mod 9: @mx @x @my leaves @mz, the result leaves @mz. Matches.",
        "The size and the parts are fine.",
        "The estimate @ez (from @ex @x @ey) fits.",
    )
    same_again = (
        "(Same as before.)",
        "The result is the same as in the last attempt.",
        "Unchanged.",
        "Same value again.",
        "No difference to the previous attempt.",
        "This repeats the earlier result.",
        "It stays the same.",
        "(no change)",
    )
    differs = (
        "(This differs from the last attempt.)",
        "The previous attempt was wrong.",
        "Changed from before.",
        "This replaces the earlier result.",
        "The last attempt had an error.",
        "(corrected)",
        "A different value.",
        "The earlier value is withdrawn.",
    )
    bad: ClassVar[Pool] = (
        "Verdict: incorrect",
        "Verdict: wrong",
        "Status: needs revision",
        "Verdict: ✗",
        "Verdict: not accepted",
        "Judgment: incorrect, revise",
        "Conclusion: the attempt failed",
        "Verdict: retry",
    )
    good: ClassVar[Pool] = (
        "Verdict: correct",
        "Verdict: accepted",
        "Status: verified",
        "Verdict: ✓",
        "Conclusion: the attempt is right",
        "Judgment: correct",
        "Verdict: correct. Done.",
        "Status: final",
    )

    def head(self, t: Telling) -> str:
        forms = self.heads
        pick = next((form for form in forms if t.flag(form, 0.35)), forms[0])
        return pick.format(t.index + 1)

    def review(self, t: Telling) -> str:
        return "**Check**" if t.flag("bold check", 0.3) else "Check:"

    def total(self, t: Telling, work: Work) -> str:
        before, last = self.added(t, work)
        return "".join(f"{line}\n" for line in before) + t.c(f"{last}\n{self.say(t, self.commit)}")

    def body(self, t: Telling) -> str:
        if self.small(t):
            lead, last = self.tiny(t)
            return f"{lead}\n" + t.c(f"{last}\n{self.say(t, self.commit)}")
        work = self.solve(t, "high", "low", "chunks", "round")
        return f"{t.n(work.b)} = {t.factor(work)}\n{self.listed(t, work, self.item)}\n{self.total(t, work)}"

    def first(self, t: Telling) -> str:
        return f"{self.head(t)}\n{self.say(t, self.opening)}\n{self.body(t)}"

    def mended(self, t: Telling, m: Mended) -> str:
        why = self.finding(t, m)
        return f"{self.review(t)} {why}\n{self.say(t, self.bad)}\n\n{self.head(t)}\n{self.total(t, m.work)}"

    def redone(self, t: Telling) -> str:
        why = self.doubting(t)
        return f"{self.review(t)} {why}\n{self.say(t, self.bad)}\n\n{self.head(t)}\n{self.body(t)}{self.after(t)}"

    def clash(self, t: Telling) -> str:
        work = self.other(t)
        lead = f"{self.review(t)} {self.say(t, self.cross)}\n{self.listed(t, work, self.item)}\n"
        verdict = f"That is not {t.n(t.previous)}.\n{self.say(t, self.bad)}"
        return lead + t.c(
            f"{t.sum(work)} = {t.n(work.total)}\n{verdict}\n\n{self.head(t)}\n{self.say(t, self.clashes)}"
        )

    def closing(self, t: Telling) -> str:
        if not t.flag("last check", 0.8):
            return ""
        final = t.one("", "", f"\n\nFinal answer: {t.n(t.candidate)}", f"\n\nFinal: {t.n(t.candidate)}")
        return f"\n\n{self.review(t)} {self.confirming(t)}\n{self.say(t, self.good)}" + t.r(final)


class SelfMendingProse(Desk):
    """Running prose with mistakes, noticed and repaired in the same breath; slips on the way as well."""

    signs = ("×", "times", "x")
    gap = " "
    checked = 0.55
    opening: ClassVar[Pool] = (
        "I'll start with @ab.",
        "Let me work out @ab.",
        "The problem asks for @ab.",
        "I want to multiply @a by @b.",
        "So I need @ab, and I'll take it apart.",
        "To get @ab I'll go piece by piece.",
        "Let's see what @ab is.",
        "I have to find the product of @a and @b.",
        "First I look at @ab and split it up.",
    )
    commit = (
        "So @ab is @n.",
        "That makes @ab equal to @n.",
        "My answer is @n.",
        "So the product is @n.",
        "Therefore @ab = @n.",
        "This gives @n as the product.",
        "So I get @n for @ab.",
        "The answer is therefore @n.",
        "That means @a multiplied by @b is @n.",
    )
    redo = (
        "But wait, I'm not sure about that, so let me compute it again.",
        "I don't quite trust that, let me start over.",
        "However, I think I may have slipped somewhere. Let me redo it.",
        "Hmm, let me reconsider and do it again.",
        "Hold on, that may be wrong. Let me go back and recompute.",
        "Actually, I should retrace this from the start.",
        "But @ux times @uy ends in @ud, and my result ends in @pd, so I made a mistake. Let me try again.",
        "But @gx times @gy is @gz, so @p makes no sense. I need to redo this.",
        "By the rule of nines the result should leave @qe, and @p leaves @qp. So it's wrong; I'll do it over.",
        "I don't feel good about this result. Let me backtrack and do it once more.",
    )
    found = (
        "Wait, going back over it, @l @x @r is @now and not @was.",
        "But I made a mistake: @l @x @r is @now.",
        "Hmm, checking @l @x @r again, it should be @now rather than @was, so the answer changes.",
        "Let me check. No, @l @x @r is @now, so I have to correct the result.",
        "Actually, I see an error, because @l @x @r is @now. I said @was.",
        "Oh, I got @l @x @r wrong. It's @now.",
        "On checking, the @was is wrong. It should be @now, because @l @x @r = @now.",
        "Hold on. @l @x @r isn't @was, it's @now.",
    )
    found_sum = (
        "Wait, I don't think I added that correctly.",
        "But the addition is wrong, so I have to fix that.",
        "Hmm, checking the addition, I see I made a mistake.",
        "Actually, I slipped in the addition.",
    )
    cross = (
        "Let me check that by taking the other number apart.",
        "To be sure, I'll do it the other way round.",
        "I can verify this by splitting the other factor.",
        "Let me see whether another route agrees.",
        "As a test I'll break up the other number.",
        "Let me verify from the other side.",
        "Checking with the other factor split now.",
        "A second way should give the same thing.",
    )
    clashes = (
        "But before I had @p, so the first result must be wrong and the answer is @n.",
        "That isn't @p. I trust this one more, so the product is @n.",
        "So I was wrong with @p; it's @n.",
        "That contradicts @p, where I must have slipped, so the correct product is @n.",
        "The two don't agree, and @p was my mistake. So @ab is @n.",
        "So I have to revise my answer from @p to @n.",
        "This doesn't fit with @p. I go with @n as the answer.",
        "So the correct result is @n and not @p.",
    )
    sure = (
        "As a sanity check, @ex @x @ey is @ez, which is near that.",
        "Looking back over the steps, they all hold.",
        "The last digit fits too, since @lx times @ly is @lz.",
        "I've checked the pieces and they are right.",
        "Doing it the other way, @second, also comes to @n, so it checks out.",
        "That seems right.",
        "Roughly, @ex @x @ey = @ez, so the size is fine.",
        "The nines check works too, both sides leave @mz.",
        "I verified each part, and nothing needs changing.",
    )
    same_again = (
        "That's what I had before.",
        "So it's the same as the first time.",
        "I end up with the same number.",
        "Nothing has changed.",
        "So my doubt was unnecessary.",
        "It's the same value again.",
        "So that agrees.",
        "It comes to the same thing.",
    )
    differs = (
        "So I was wrong the first time.",
        "That isn't what I had before, and I trust it more.",
        "So the earlier result was off.",
        "The previous value was a mistake.",
        "I must have slipped before.",
        "So I'm changing my answer.",
        "The first attempt had an error in it.",
        "That replaces what I said before.",
    )
    ending: ClassVar[Pool] = (
        "",
        "",
        "",
        "Answer: @n",
        "Final answer: @n.",
        "So the answer is @n.",
        "The answer: @n.",
        "The final answer is @n.",
    )

    def body(self, t: Telling) -> str:
        if self.small(t):
            return self.small_inline(t)
        work = self.solve(t, "high", "high", "low", "chunks", "round")
        lead = t.one(
            f"Since {t.n(work.b)} is {t.factor(work)}, I multiply {t.n(work.a)} by each part.",
            f"I split {t.n(work.b)} into {t.factor(work)}.",
            f"{t.n(work.b)} is {t.factor(work)}.",
            f"I take {t.n(work.b)} as {t.factor(work)} and multiply {t.n(work.a)} by the parts.",
        )
        rows = self.listed(t, work, "@l @x @r is @v", t.one(", ", ". Then ", ", and "), 0.08)
        return f"{lead} {rows}. {self.inline(t, work)}"

    def redone(self, t: Telling) -> str:
        return f"{self.doubting(t)} {self.body(t)}{self.after(t)}"

    def mended(self, t: Telling, m: Mended) -> str:
        if m.place is not None and t.chance(0.4):
            show = t.n(m.work.total)
            return f"{self.finding(t, m)} " + t.c(
                f"With that, {t.sum(m.work)} comes to {show}. {self.say(t, self.commit)}"
            )
        return super().mended(t, m)

    def first(self, t: Telling) -> str:
        return f"{self.say(t, self.opening)} {self.body(t)}"

    def closing(self, t: Telling) -> str:
        return self.check(t, " ") + t.one(" ", "\n\n") + t.r(self.say(t, self.ending))


# ------------------------------------------------------------------------------------------------- reasoning models


class ThinkDesk(Desk):
    """Thoughts in tags, then a short answer that repeats the result."""

    slips: ClassVar[float] = 0.05
    opening: ClassVar[Pool] = ()
    done: ClassVar[Pool] = ()
    finals: ClassVar[Pool] = ()
    leads: ClassVar[Pool] = ("",)
    thorough: ClassVar[float] = 0.5

    def part(self, t: Telling, term: Term) -> str:
        env = self.term_env(t, term)
        detail = t.detail(term, self.thorough)
        if detail:
            return self.fill("@l @x @r: ", env | {"x": t.x}) + detail + "."
        if term.value > 99 and t.chance(self.slips):
            env["v"] = f"{t.n(t.near(term.value))}... {t.one('no,', 'wait, no,', 'hmm, no,')} {t.n(term.value)}"
        form = t.one("@l @x @r = @v.", "@l @x @r = @v.", "@l @x @r is @v.", "@l times @r is @v.")
        return self.fill(form, env | {"x": t.x})

    def body(self, t: Telling) -> str:
        if self.small(t):
            return self.small_inline(t)
        work = self.solve(t, "high", "high", "chunks", "round", "low")
        lead = self.say(t, self.leads, {"f": t.n(work.b), "g": t.n(work.a), "parts": t.factor(work)})
        sep = "\n" if t.flag("rows", 0.5) else " "
        parts = sep.join(self.part(t, term) for term in work.terms)
        return f"{lead}{sep}{parts}\n{self.inline(t, work)}"

    def first(self, t: Telling) -> str:
        return f"<think>\n{self.say(t, self.opening)} {self.body(t)}"

    def redone(self, t: Telling) -> str:
        return f"{self.doubting(t)} {self.body(t)}{self.after(t)}"

    def answer(self, t: Telling) -> str:
        final = t.r(self.say(t, self.finals))
        if self.small(t) or not t.flag("explained", 0.5):
            return final
        work = t.work
        head = t.one(
            f"To calculate {t.ab}, split {t.n(work.b)}:",
            f"Splitting {t.n(work.b)} as {t.factor(work)}:",
            f"Here is the calculation of {t.ab}:",
            "**Step-by-step:**",
        )
        rows = self.listed(t, work, t.one("- @l @x @r = @v", "- @l @x @r = @v", "1. @l @x @r = @v"))
        rows = "\n".join(re.sub(r"^1\.", f"{i}.", row) for i, row in enumerate(rows.split("\n"), start=1))
        return f"{head}\n\n{rows}\n\n" + t.r(f"{t.sum(work)} = {t.n(work.total)}\n\n") + final

    def closing(self, t: Telling) -> str:
        return f"{self.check(t, self.gap)}{self.gap}{self.say(t, self.done)}\n</think>\n\n{self.answer(t)}"


class OverlandThinker(ThinkDesk):
    """Long-winded: plans aloud, works place by place in detail, comments on everything."""

    signs = ("×", "*", "×")
    thorough = 0.9
    slips = 0.12
    checked = 0.6
    opening = (
        "Okay, so I need to calculate @ab. Let me think about how to do this step by step.",
        "Alright, the user wants me to multiply @a by @b. I'll take this slowly.",
        "Hmm, okay, @ab. I remember that I can use the distributive property for this.",
        "So I have to find the product of @a and @b. I don't have a calculator, so by hand it is.",
        "Let me start by figuring out @ab. There are a few ways to do it, but splitting a number seems easiest.",
        "Okay, let's tackle @ab. First, I should look at the numbers.",
        "First, I need to understand what's being asked: multiply @a by @b.",
        "Okay, so the question is @ab. I want to be careful with the place values here.",
        "Alright, let's see. I need @ab, and I'll break it down into simpler parts.",
    )
    leads = (
        "I can break @f into @parts, and multiply each by @g.",
        "If I write @f as @parts, then I can go one by one.",
        "Let me think of @f as @parts, so each part times @g.",
        "So, @f is the same as @parts. Let me do each one.",
        "Maybe it's easiest to decompose @f into @parts.",
        "I'll keep @g whole and take @f = @parts.",
        "Now, @f = @parts, so that's what I'll multiply @g with.",
        "Breaking @f down gives @parts.",
    )
    commit = (
        "So @ab would be @n.",
        "So that means @ab equals @n.",
        "Therefore, the product should be @n.",
        "So, I get @n for the product.",
        "Okay, so @ab = @n.",
        "So putting it all together, the answer is @n.",
        "That gives me @n as the result of @ab.",
        "So it looks like @ab is @n.",
        "Alright, so the product is @n.",
    )
    redo = (
        "Hmm, wait. I'm not entirely sure about that. Let me do the whole thing again, more slowly this time.",
        "Wait, maybe I made a mistake somewhere along the way. Let me start over.",
        "But hold on, there were a lot of carries there. Let me recalculate to make sure.",
        "Hmm, something feels off. Let me try again from the beginning.",
        "Wait, is that right? Let me redo it.",
        (
            "Wait, the last digits are @ux and @uy, so the product should end in @ud. But I got @pd at the end. "
            "So there's a mistake. Let me redo this."
        ),
        "Hmm, but @gx @x @gy is @gz, and @p is nowhere near that. I must have messed up. Let me try again.",
        "Let me check with nines. I expect a remainder of @qe, but @p has @qp. So that's wrong. Let me go again.",
        "I'm a bit worried that I messed up one of the steps, so let me recompute it all.",
        "Actually, let me not trust that just yet and redo the computation from scratch.",
    )
    found = (
        "Wait, let me look at @l @x @r again. I said @was, but actually it's @now. So I made a mistake there.",
        "Hmm, hold on. Is @l @x @r really @was? Let me see... no, it should be @now. I need to fix that.",
        "Let me go back over each step. @l @x @r... that's @now, not @was! Okay, so I have to correct it.",
        "Wait a second, I think I messed up @l @x @r. It should be @now. Let me fix that.",
        "Let me double-check the pieces. For @l @x @r I wrote @was, but I now get @now. So that was an error.",
        "Oh wait, @l @x @r is @now. I previously had @was, which is wrong.",
        "Hmm, checking the part with @r again: @l @x @r = @now. So the earlier @was was a mistake.",
        "Wait, no. @l @x @r isn't @was. It's @now, because I forgot something there.",
    )
    found_sum = (
        "Wait, let me go over the addition again. I think I lost a carry there.",
        "Hmm, let me re-add those. The sum doesn't look right to me.",
        "Hold on, I think I added these up wrong.",
        "Wait, the parts seem fine, but the sum is not. Let me redo the sum.",
    )
    cross = (
        "Let me verify this using another approach. I could split the other number instead.",
        "To make sure, let me try breaking down the other factor.",
        "Let me double-check by switching the roles.",
        "Maybe I should check this with a different decomposition.",
        "Is there another way to check? Split the other one.",
        "Let me check it by doing the multiplication in the other order.",
        "I want to verify this. Suppose I break up the other number.",
        "Just to be safe, let me do it another way.",
    )
    clashes = (
        "Hmm, that's different from @p. So one of them is wrong... I think I slipped in the first one. So @ab is @n.",
        "Wait, but earlier I got @p. I must have made a mistake there. So the correct product should be @n.",
        "That doesn't match @p. Looking at it, this second way is cleaner, so the answer must be @n.",
        "Hmm, so @p was wrong. Okay, so the product is @n.",
        ("But that's not @p! So the first calculation was off, and @ab = @n."),
        "So there's a discrepancy with @p. I trust this computation more, so it's @n.",
        "Oh, so my earlier @p was incorrect. The answer should be @n.",
        "So these don't agree, and I'd go with @n rather than @p.",
    )
    sure = (
        "Let me see if this makes sense: @ex @x @ey = @ez, and that is quite close to @n. So it seems reasonable.",
        "Let me verify with the last digits. @lx times @ly is @lz, so it should end in @ld. Yes, it does.",
        "Let me check it by splitting the other number: @second. That also adds up to @n. Great, they match.",
        "I could also check modulo 9: @mx times @my is @mp, so remainder @mz. And @n gives @mz too. Good.",
        "Let me go over the steps: yes, each of the products seems right, and the addition too.",
        "An estimate would be @ex @x @ey, which is @ez. Okay, so the order of magnitude is right.",
        "I've gone through each of the pieces and everything seems to be in order.",
        "That all seems consistent.",
        "Checking the other way: @sl @x (@sparts) = @second = @n. Yep, same thing.",
    )
    same_again = (
        "Okay, that's the same as what I got before, good.",
        "So I got the same number both times.",
        "Phew, it's the same again.",
        "Alright, the same result as the first time.",
        "And that matches my earlier result.",
        "Good, it's consistent with before.",
        "So that's the same value again.",
        "Okay, so no difference from the last time.",
    )
    differs = (
        "So that's different from what I had before. I must have made a mistake earlier.",
        "Okay, so I was wrong before.",
        "Hmm, not the same as earlier, but I was more careful this time.",
        "So the earlier value was a mistake.",
        "That's not what I got before, so I'm glad I checked.",
        "So my first calculation had an error.",
        "I see, so the previous one was off.",
        "This one I trust more than the previous one.",
    )
    done = (
        "So I'm confident in this.",
        "Okay, I think that's it.",
        "Alright, I'll go with that.",
        "That should be it.",
        "So that's my answer.",
        "I'm pretty confident with that now.",
        "Good, time to write it up.",
        "Okay, now let me present the answer clearly.",
        "I think that's right.",
    )
    finals = (
        "**Answer:** @ab = **@n**",
        "The product of @a and @b is **@n**.",
        "@ab = **@n**",
        "**Final Answer:** @n",
        "The final answer is \\(\\boxed{@n}\\).",
        "So the result of @ab is **@n**.",
        "\\[\\boxed{@n}\\]",
        "Therefore, @ab = **@n**.",
        "**@ab = @n**",
    )

    def body(self, t: Telling) -> str:
        text = super().body(t)
        if t.chance(0.3) and not self.small(t):
            text = (
                t.one(
                    "Okay, let's go.",
                    "Let me do this carefully.",
                    "One at a time.",
                    "Let me take it slowly.",
                    "Let me lay that out.",
                    "So, step by step.",
                )
                + " "
                + text
            )
        return text


class TelegramThinker(ThinkDesk):
    """Terse thoughts in fragments, short answer."""

    signs = ("*", "×", "x")
    groups = ("plain", "plain", "comma")
    gap = "\n"
    thorough = 0.1
    slips = 0.03
    checked = 0.4
    opening = (
        "@ab.",
        "Compute @ab.",
        "Need @ab.",
        "Product @ab, split it.",
        "Multiply @ab by parts.",
        "@ab, do it by parts.",
        "Task: @ab.",
        "Simple multiplication: @ab.",
        "Calculate @ab directly.",
        "OK: @ab.",
    )
    leads = (
        "@f = @parts.",
        "Split @f: @parts.",
        "@g @x (@parts).",
        "Use @f = @parts.",
        "@f -> @parts.",
        "Parts: @parts.",
        "Take @f as @parts.",
        "Break @f: @parts.",
    )
    commit = (
        "So @n.",
        "@ab = @n.",
        "Answer @n.",
        "So total @n.",
        "Product is @n.",
        "So @ab = @n.",
        "Result: @n.",
        "Gives @n.",
        "Thus @n.",
    )
    redo = (
        "Not sure. Redo.",
        "Hmm, recompute.",
        "Wait, check again from scratch.",
        "Maybe slipped. Again:",
        "Last digit must be @ud (@ux @x @uy), got @pd. Wrong. Redo.",
        "@gx @x @gy = @gz, so @p is off. Redo.",
        "Mod 9: need @qe, got @qp. Error. Recompute.",
        "Let me redo.",
        "Doubtful. Start over.",
        "Try again, carefully.",
    )
    found = (
        "Wait: @l @x @r = @now, not @was.",
        "Error: @l @x @r is @now.",
        "Check @l @x @r: @now. Had @was. Fix.",
        "Oops, @l @x @r = @now.",
        "No, @l @x @r = @now (not @was).",
        "@was wrong, @l @x @r = @now.",
        "Correction, @l @x @r = @now.",
        "Hmm, @l @x @r = @now. Mistake above.",
    )
    found_sum = ("Sum wrong. Again.", "Wait, addition off.", "Recheck the addition: error.", "Added wrong.")
    cross = (
        "Check other way:",
        "Verify by splitting the other:",
        "Cross-check:",
        "Other split:",
        "Check, swapped:",
        "Second way:",
        "Verify:",
        "Check differently:",
    )
    clashes = (
        "Not @p. First was wrong. So @n.",
        "Mismatch with @p; the slip was there. Answer @n.",
        "So @p wrong, @n right.",
        "Differs from @p. Go with @n.",
        "So @ab = @n, not @p.",
        "@p was an error. Product is @n.",
        "Doesn't match @p. Corrected: @n.",
        "Hence @n instead of @p.",
    )
    sure = (
        "Check: @ex @x @ey = @ez, ok.",
        "Last digit @lx @x @ly = @lz, ok.",
        "Mod 9: @mz = @mz, good.",
        "Checks out.",
        "Other split: @second = @n. ok.",
        "Parts verified.",
        "Est. @ez, fine.",
        "Looks right.",
        "Steps ok.",
    )
    same_again = (
        "Same.",
        "Same again.",
        "Same as before.",
        "Unchanged.",
        "Same value.",
        "Consistent.",
        "No change.",
        "Same number.",
    )
    differs = (
        "Earlier one was wrong.",
        "Different from before.",
        "So first was off.",
        "Previous had an error.",
        "Changed.",
        "This one is right.",
        "Earlier slip.",
        "Trust this.",
    )
    done = ("Done.", "Good.", "Write answer.", "Ok.", "Fine.", "Answer it.", "That's it.", "Output.", "")
    finals = (
        "@n",
        "**@n**",
        "@ab = @n",
        "@ab = **@n**",
        "The answer is @n.",
        "\\boxed{@n}",
        "Answer: @n",
        "The product is **@n**.",
        "@ab equals @n.",
    )

    def inline(self, t: Telling, work: Work) -> str:
        before, last = self.added(t, work)
        lead = "".join(f"{line}. " for line in before)
        head = t.one("", "Total: ", "Combine: ") if self.minus(work) else t.one("Sum: ", "", "Add: ")
        return head + lead + t.c(f"{last}. {self.say(t, self.commit)}")


class PairedRouteThinker(ThinkDesk):
    """Solves, then a second method, compares; the same result is a check, another result a correction."""

    signs = ("×", "×", "*")
    mends = (1, 2, 6)
    checked = 0.9
    thorough = 0.4
    opening = (
        "Let me compute @ab in two ways and compare.",
        "I'll calculate @ab and then check it with a second method.",
        "We need @ab. First method:",
        "Plan: compute @ab directly, then verify it independently.",
        "I need to multiply @a and @b. I'll do it by one method first.",
        "Method 1 for @ab:",
        "The product @ab. Let me do it carefully and cross-check afterwards.",
        "First approach to @ab.",
        "Okay, @ab. One way, then another to compare.",
    )
    leads = (
        "Write @f = @parts.",
        "Distribute @g over @f = @parts.",
        "Split @f into @parts.",
        "Here @f = @parts.",
        "Using @f = @parts:",
        "Expand @g @x (@parts).",
        "With @f as @parts:",
        "Decompose @f = @parts.",
    )
    commit = (
        "So this method gives @ab = @n.",
        "So @ab = @n.",
        "That gives a product of @n.",
        "Result: @n.",
        "Hence the product is @n.",
        "So the product comes out as @n.",
        "Thus @ab = @n.",
        "So I have @ab = @n.",
        "This way, the answer is @n.",
    )
    redo = (
        "I'm not satisfied with that. Let me recompute from scratch.",
        "Let me redo this once more; I may have slipped.",
        "I don't trust that result yet, so let me start over with care.",
        "Wait, let me redo this computation.",
        "Units digit: @ux × @uy ends in @ud, but @p ends in @pd. So that's an error. Let me redo it.",
        "Size check: @gx × @gy = @gz, which rules out @p. Let me recompute.",
        "Possibly an error there. Let me try again.",
        "Residues mod 9: expected @qe, and @p has @qp. There's an error, so I'll recompute.",
        "Hmm, I might have mixed up a digit. Let me recalculate.",
        "Before comparing, let me redo that; it looked shaky.",
    )
    found = (
        "Wait, comparing the parts, @l @x @r should be @now, not @was.",
        "Found a slip: @l @x @r = @now, not @was.",
        "Rechecking the parts: @l @x @r = @now. I had @was, so that was a mistake.",
        "Actually @l @x @r = @now. Fix it.",
        "Hmm, @l @x @r is wrong above; it's @now.",
        "The part @l @x @r = @was was an error. It is @now.",
        "I see the mistake: @l @x @r = @now.",
        "One part is wrong, since @l @x @r = @now instead of @was.",
    )
    found_sum = (
        "The parts are okay, but the sum is wrong. Redo the sum.",
        "Wait, the addition has an error.",
        "I added incorrectly above.",
        "Rechecking the addition, I see an error.",
    )
    cross = (
        "Second method:",
        "Now method 2, splitting the other factor:",
        "Let me verify with the other decomposition:",
        "Now independently:",
        "Compare with the other way of splitting:",
        "Method 2:",
        "Now the other way around:",
        "For comparison, split the other factor:",
    )
    clashes = (
        "The two methods disagree: @p against this. Rechecking, the first one had the slip, so @ab = @n.",
        "This disagrees with @p. The error is in the first method, so the product is @n.",
        "Mismatch: before it was @p. I go through both, and the second holds. So the answer is @n.",
        "That's not equal to @p, so the earlier computation is wrong. The product is @n.",
        "Compared with @p there's a difference. The first method has an error, so it's @n.",
        "Conflict with @p. The second method is the cleaner one; so @ab = @n.",
        "So @p was wrong, and @ab = @n.",
        "They differ, so I discard @p and take @n.",
    )
    sure = (
        "Second method: @sl @x (@sparts) = @second = @n. Both methods agree.",
        "A second look at each step turns up nothing wrong.",
        "Method 2: splitting @sf gives @second = @n, the same.",
        "Other way: @second = @n. They match.",
        "For comparison, @sparts times @sl: @second = @n. ✓.",
        "I compared every step with what it should be, and it holds.",
        "Compare with an estimate: @ex @x @ey = @ez. Consistent.",
        "Comparison of the last digits: @lx × @ly = @lz. Fits.",
        "A comparison mod 9 also works: @mz on both sides.",
    )
    same_again = (
        "That equals the earlier result.",
        "Same result as before.",
        "So the same value again.",
        "They coincide.",
        "No discrepancy.",
        "It agrees with the earlier value.",
        "The same product as before.",
        "So nothing changes.",
    )
    differs = (
        "The earlier value was in error.",
        "So the earlier one was wrong.",
        "That is different, and more careful.",
        "So I discard the previous value.",
        "The first result does not survive.",
        "The previous one had a slip.",
        "I take this one instead.",
        "So the first method went wrong somewhere.",
    )
    done = (
        "Good.",
        "So that's settled.",
        "I'll answer with that.",
        "Done comparing.",
        "That's the answer.",
        "Now write the answer.",
        "I'm confident in that.",
        "Comparison finished.",
    )
    finals = (
        "**@ab = @n**",
        "The answer is **@n**.",
        "@ab = @n",
        "$\\boxed{@n}$",
        "**Answer: @n**",
        "The product is @n.",
        "Final answer: **@n**",
        "So @ab = **@n**.",
    )


class SecondGuessThinker(ThinkDesk):
    """Doubts a lot: checks that confirm, doubts again, redoes, sometimes reaches the same."""

    signs = ("×", "*")
    mends = (3, 5, 2)
    checked = 0.75
    slips = 0.1
    opening = (
        "Okay, @ab. I always get these wrong, so let me be careful.",
        "Let me think about @ab.",
        "Hmm, @ab. Let me see.",
        "So, @ab. I'd better be careful with the zeros.",
        "I need @ab. Let me try splitting.",
        "Alright, @ab, nothing hard, but it's easy to slip.",
        "Let me work out @ab.",
        "Okay so @ab... by parts.",
        "Let me do @ab and check it afterwards.",
    )
    leads = (
        "@f is @parts, I think that's right.",
        "Split @f as @parts.",
        "So @f = @parts, yes.",
        "Take @f = @parts.",
        "Let's say @f = @parts.",
        "@f, that's @parts.",
        "Okay, @f = @parts.",
        "I'd split @f into @parts.",
    )
    commit = (
        "So @ab = @n, I think.",
        "So it's @n.",
        "That would make @ab = @n.",
        "So the answer should be @n.",
        "Okay, @ab = @n.",
        "So I get @n.",
        "So the product is @n, then.",
        "Then @ab would be @n.",
        "I get @ab = @n.",
    )
    redo = (
        "Wait, I'm not sure. Let me recompute.",
        "But did I do that right? Let me redo it.",
        "Hmm, let me start over.",
        "Hmm, I don't know, that could be wrong. Let me try again.",
        "Wait wait. Let me do this again, slowly.",
        "Wait, it should end in @ud since @ux × @uy ends in @ud. I've got @pd. Something's wrong, let me redo it.",
        "Hmm, @gx × @gy is @gz. So @p can't be right. Let me redo this.",
        "I still don't trust it. Let me recalculate.",
        "Nines: I'd expect @qe, and @p gives @qp. No, that's wrong. Again from the top.",
        "Is that really right? I have a bad feeling. Let me recompute the whole thing.",
    )
    found = (
        "Wait, @l @x @r... is it @was? No, it's @now!",
        "Hmm, @l @x @r. That's @now. Did I say @was? That's wrong then.",
        "Hold on, @l @x @r should be @now, not @was.",
        "No wait. @l @x @r = @now, I got that wrong.",
        "Let me recheck @l @x @r. It's @now, I think I mis-multiplied before.",
        "Ugh, @l @x @r is @now, not @was.",
        "Wait, I'm looking at the @was. That's supposed to be @l @x @r, which is @now.",
        "Hmm, no, @l @x @r is @now. So there was a mistake.",
    )
    found_sum = (
        "Wait, did I add that right? No, I didn't.",
        "Hmm, the sum. I think I lost a carry.",
        "Wait, that sum is wrong.",
        "Let me re-add that. No, it was wrong.",
    )
    cross = (
        "Let me check by splitting the other one, just in case.",
        "Wait, let me check with the other number.",
        "Maybe check it the other way round.",
        "But let me verify with a different split.",
        "Let me test it differently.",
        "Hmm, let me see whether the other way agrees.",
        "I'd better check with the other factor.",
        "To be sure, the other way:",
    )
    clashes = (
        "Uh-oh, that's not @p. So @p was wrong, I guess, and it's @n.",
        "Hmm! I had @p. So that was off and @ab = @n.",
        "That's different from @p... The first one must have been wrong. So the answer is @n.",
        "Which one is right, that or @p? This one is more careful, so @n.",
        "So not @p but @n.",
        "Doesn't match @p. Okay, I slipped there, so the product is @n.",
        "So @p was a mistake. It's @n.",
        "Hmm, so I was wrong with @p. The answer should be @n.",
    )
    sure = (
        "Check the size: @ex × @ey = @ez. Okay, that's near.",
        "Last digit: @lx × @ly = @lz, ends in @ld. Okay, good.",
        "The other split: @second = @n. Okay, it matches.",
        "Nines: @mz and @mz. Good.",
        "The parts look right to me.",
        "Is it plausible? @ex × @ey is @ez, so yes.",
        "I looked at each part again, and they seem fine.",
        "Okay, it seems fine.",
        "Going through it: yes, yes, and the sum is right too.",
    )
    same_again = (
        "Okay, same as before.",
        "The same. Okay, good.",
        "Hm, the same again.",
        "So it was the same after all.",
        "Same number. Fine.",
        "Okay, so that didn't change.",
        "So I worried for nothing.",
        "It's the same value again.",
    )
    differs = (
        "So that's a different number than before. Hmm. I trust this one.",
        "So I did get it wrong before.",
        "Okay, so not what I had.",
        "Good thing I checked.",
        "So there was a mistake before.",
        "It changed. Okay.",
        "Hmm, so the first was wrong.",
        "So the previous one was off somewhere.",
    )
    done = (
        "Okay, enough, I'm going with it.",
        "I'll stop here.",
        "Okay, I'm fairly sure.",
        "Fine.",
        "Alright, that's it.",
        "I think it's okay.",
        "Okay. Answer.",
        "I'm reasonably sure now.",
        "Okay, done.",
    )
    finals = (
        "@ab = **@n**",
        "The answer is **@n**.",
        "**@n**",
        "@ab = @n",
        "The product is **@n**.",
        "Answer: **@n**",
        "\\(@ab = @n\\)",
        "\\(\\boxed{@n}\\)",
        "So @ab equals **@n**.",
    )
    still: ClassVar[Pool] = (
        "But still...",
        "Okay. But hmm.",
        "That doesn't prove much, though.",
        "Still not convinced.",
        "But I'm uneasy.",
        "Okay, but that's only a rough check.",
        "Hmm, but still.",
        "Though that could be a coincidence.",
    )

    def again(self, t: Telling) -> str:
        """Sometimes a weak check that the candidate before passes, then the doubt."""
        text = super().again(t)
        env: Env = {}
        if not self.small(t) and t.previous % 10 == t.a % 10 * (t.b % 10) % 10 and t.chance(0.35):
            x, y = t.a % 10, t.b % 10
            env = {"lx": str(x), "ly": str(y), "lz": str(x * y), "ld": str(t.previous % 10)}
            pool = (
                "Last digit: @lx × @ly = @lz, ends in @ld. Okay.",
                "It ends in @ld, and @lx × @ly = @lz. Fine.",
                "The ending is right at least, @lx × @ly = @lz.",
            )
            return f"{self.gap}{self.say(t, pool, env)} {self.say(t, self.still)}{text}"
        return text


# --------------------------------------------------------------------------------------------- small model after RL


class StubbornLittleRl(Desk):
    """A small model after RL: bare equations, fixed phrases, a box or an answer line at the end."""

    aside = "\n"
    signs = ("*", "x", "\\times")
    groups = ("plain",)
    gap = "\n"
    checked = 0.35
    mends = (3, 4, 1)
    opening: ClassVar[Pool] = (
        "To solve @ab, break it down.",
        "First, break down the multiplication.",
        "Step by step:",
        "Let's calculate @ab.",
        "To calculate @ab, do the following:",
        "We multiply @a by @b.",
        "Let's break @ab down:",
        "Calculate @ab:",
        "To find @ab, multiply each part.",
    )
    commit = (
        "So @ab = @n",
        "The answer is @n",
        "@ab = @n",
        "Therefore the answer is @n.",
        "So, the result is @n.",
        "Answer: @n",
        "So the final result is @n",
        "Thus @ab = @n.",
        "The result of @ab is @n.",
    )
    redo = (
        "Let's recheck. I might have made a mistake. Recalculate:",
        "Wait, let's re-calculate:",
        "Let me try again:",
        "But let's re-evaluate, this may be wrong.",
        "Let's redo the calculation.",
        "This is not sure. Calculate again:",
        "The last digit should be @ud but it is @pd. This is wrong. Recalculate:",
        "But @gx @x @gy = @gz, so @p is wrong. Let's recalculate:",
        "Let's start over:",
        "Wait, there may be an error. Let's do it again:",
    )
    found = (
        "Wait, @l @x @r = @now, not @was.",
        "Mistake: @l @x @r = @now.",
        "Let's correct: @l @x @r = @now",
        "But @l @x @r = @now, so @was is wrong.",
        "Correct the step: @l @x @r = @now, not @was.",
        "Re-check: @l @x @r = @now. So there was an error.",
        "Wait, the step @l @x @r is wrong. It is @now.",
        "Error in @l @x @r, it should be @now.",
    )
    found_sum = ("Wait, the sum is wrong.", "Let's correct the addition.", "The addition is wrong.", "Re-add:")
    cross = (
        "Let's verify:",
        "Verify with the other number:",
        "Check again by another way:",
        "Let's check:",
        "To verify, break down the other number:",
        "Double check:",
        "Verification:",
        "Check by the other number:",
    )
    clashes = (
        "This is not @p, so the answer is @n",
        "So @p is wrong. The correct answer is @n.",
        "So the answer is @n, not @p.",
        "It is different from @p. The correct result is @n.",
        "The correct answer is @n",
        "So we correct it: @ab = @n",
        "@p was wrong, @ab = @n.",
        "Thus the correct result is @n.",
    )
    sure = (
        "Check: @ex @x @ey = @ez, so it is reasonable.",
        "The calculation is correct.",
        "All steps are correct.",
        "Verify: @second = @n. Correct.",
        "Check the last digit: @lx @x @ly = @lz. Correct.",
        "This is correct.",
        "Verify: @sl @x @sf = @second = @n",
        "The result is verified.",
        "The steps are right.",
    )
    same_again = (
        "The same result.",
        "Same as before.",
        "The result is the same.",
        "It is the same again.",
        "No change.",
        "So it is the same.",
        "Same answer.",
        "The answer is not changed.",
    )
    differs = (
        "The first was wrong.",
        "So the previous result was wrong.",
        "This is the correct one.",
        "Corrected.",
        "The earlier one is not correct.",
        "It was an error before.",
        "This is right.",
        "Now it is correct.",
    )
    ending: ClassVar[Pool] = (
        "\\boxed{@n}",
        "\\boxed{@n}",
        "$\\boxed{@n}$",
        "<answer>@n</answer>",
        "#### @n",
        "Final answer: @n",
        "The final answer is \\boxed{@n}",
        "Answer: \\boxed{@n}",
    )

    def total(self, t: Telling, work: Work) -> str:
        before, last = self.added(t, work)
        return "".join(f"{line}\n" for line in before) + t.c(f"{last}\n{self.say(t, self.commit)}")

    def inline(self, t: Telling, work: Work) -> str:
        return "\n" + self.total(t, work)

    def body(self, t: Telling) -> str:
        if self.small(t):
            lead, last = self.tiny(t)
            return f"{lead}\n" + t.c(f"{last}\n{self.say(t, self.commit)}")
        work = self.solve(t, "high", "low", "chunks")
        lead = f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})\n"
        if not t.flag("expanded", 0.6):
            lead = ""
        return f"{lead}{self.listed(t, work, self.item)}\n{self.total(t, work)}"

    def redone(self, t: Telling) -> str:
        return f"{self.doubting(t)}\n{self.body(t)}{self.after(t)}"

    def first(self, t: Telling) -> str:
        return f"{self.say(t, self.opening)}\n{self.body(t)}"

    def closing(self, t: Telling) -> str:
        return self.check(t, "\n") + "\n" + t.r(self.say(t, self.ending))


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        PartialLedgerChat(),
        PlainStepGuide(),
        DollarBoxTutor(),
        BriefHeadlineChat(),
        HopeItIsCorrect(),
        TrialVerdictSheet(),
        SelfMendingProse(),
        OverlandThinker(),
        TelegramThinker(),
        PairedRouteThinker(),
        SecondGuessThinker(),
        StubbornLittleRl(),
    )
}
