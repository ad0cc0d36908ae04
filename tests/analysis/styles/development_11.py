"""The manners of actual families of language models, written without sight of the parser and of the other modules."""

from __future__ import annotations

from abc import abstractmethod

from .common import Mended, Style, Telling, Term, Work


class Manner(Style):
    """What the styles below share: the order of a response, the arithmetic of checks. The words are theirs."""

    methods: tuple[str, ...] = ("high", "high", "low", "chunks", "round")
    gap = "\n\n"
    weights: tuple[float, float, float] = (2, 2, 2)  # redo, check, mend
    ahead = 0.0  # share of unrevised responses with the answer before the explanation
    muses = 0.1  # share of candidates that pass a quick check before they are given up

    def math(self, t: Telling, formula: str) -> str:
        """A formula within a sentence."""
        return formula

    def join(self, *parts: str) -> str:
        return self.gap.join(part for part in parts if part)

    @abstractmethod
    def opening(self, t: Telling) -> str: ...

    @abstractmethod
    def body(self, t: Telling, work: Work) -> str: ...

    @abstractmethod
    def commit(self, t: Telling) -> str: ...

    @abstractmethod
    def disown(self, t: Telling) -> str:
        """Says that the candidate is wrong, and that a new solution follows."""

    @abstractmethod
    def lead(self, t: Telling) -> str:
        """Announces a check by a second solution, without a word against the candidate."""

    @abstractmethod
    def verdict(self, t: Telling) -> str:
        """After a check that ended in another number."""

    @abstractmethod
    def amend(self, t: Telling, m: Mended) -> str: ...

    def doubt(self, t: Telling) -> str:
        """Goes over the solution again, without a word against the candidate."""
        return t.one(
            "Let me double-check the calculation.",
            "Let me go over the steps once more to be sure.",
            "Let me recheck this.",
            "Is that right? Let me go through it again.",
            "Let me check each step again.",
        )

    def agree(self, t: Telling) -> str:
        """After a check that ended in the same number."""
        z = t.n(t.candidate)
        return t.one(
            f"This matches {z}.",
            f"Same result, {z}.",
            f"Again {z}, so the two agree.",
            f"The result is confirmed: {z}.",
            f"It comes out to {z} as well.",
            "The results are the same, so the answer is correct.",
        )

    def anew(self, t: Telling) -> str:
        """Commits the candidate that was given up once more."""
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So the answer is {z} again.",
                f"I get {z} once more.",
                f"That gives {z}, the same as before.",
                f"So it is {z} after all.",
                f"The result is still {z}.",
                f"Again, {t.ab} = {z}." if t.x != "\\times" else f"Again {z}.",
            )
        )

    def settle(self, t: Telling) -> str:
        return self.anew(t) if t.same and t.chance(0.5) else self.commit(t)

    def musing(self, t: Telling) -> str:
        return self.light(t) if t.more and t.chance(self.muses) else ""

    def first(self, t: Telling) -> str:
        if not t.more and t.chance(self.ahead):
            return self.answer_first(t)
        opening = self.opening(t)
        return self.join(opening, self.solution(t, t.solve(*self.methods)), self.commit(t), self.musing(t))

    def answer_first(self, t: Telling) -> str:
        z = t.n(t.candidate)
        x, t.x = t.x, t.x.replace("\\times", "×")
        says = t.one(f"**{t.ab} = {z}**", f"{t.ab} = {z}", f"The answer is **{z}**.", f"{t.ab} equals {z}.")
        t.x = x
        how = t.one("Here's how it works step by step:", "Here's the breakdown:", "Step by step:")
        return self.join(t.c(says), how, self.solution(t, t.solve(*self.methods)))

    def waver(self, t: Telling) -> str:
        """A doubt at the end that leads nowhere."""
        z = t.n(t.candidate)
        return t.one(
            f"I'm not completely sure, but I'll go with {z}.",
            "I might have slipped somewhere, but I can't find an error in the steps.",
            "Hmm, is the addition right? Yes, it seems fine.",
            f"It's possible that I made a small mistake, but {z} is what I get.",
            "Did I get the carries right? I believe so.",
        )

    def again(self, t: Telling) -> str:
        redo, check, mend = self.weights
        way = t.way(redo=redo, check=check, mend=mend)
        mended = t.mend() if way == "mend" and t.b > 9 else None
        if mended:
            parts = [self.amend(t, mended)]
        elif way == "check":
            if t.chance(0.3):
                parts = [
                    self.doubt(t),
                    self.solution(t, t.solve(*self.methods)),
                    self.verdict(t) if t.chance(0.6) else "",
                ]
            else:
                parts = [self.lead(t), self.solution(t, t.other()), self.verdict(t), self.trace(t)]
        else:
            start = (self.refute(t) if t.chance(0.4) else "") or self.disown(t)
            parts = [start, self.solution(t, t.solve(*self.methods))]
        return self.gap + self.join(*parts, self.settle(t), self.musing(t))

    def second(self, t: Telling) -> str:
        """A whole second solution, told as a check, that agrees."""
        if t.chance(0.25):
            return self.join(self.doubt(t), self.solution(t, t.solve(*self.methods)), t.r(self.agree(t)))
        lead = self.lead(t)
        return self.join(lead, self.solution(t, t.other()), t.r(self.agree(t)))

    def solution(self, t: Telling, work: Work) -> str:
        if t.a < 10 and t.b < 10 and t.chance(0.7):
            return self.tiny(t, work)
        return self.body(t, work)

    def tiny(self, t: Telling, work: Work) -> str:
        """A product of two digits, counted up or known."""
        run = [str(work.a * i) for i in range(1, work.b)] + [str(work.total)]
        plus = " + ".join([str(work.a)] * work.b)
        count = f"{plus} = {work.total}"
        return t.one(
            f"{self.product(t, work)} means adding {work.a} a total of {work.b} times: {self.math(t, count)}.",
            f"Counting up in steps of {work.a}: {', '.join(run)}.",
            f"From the times table, {self.math(t, f'{work.a} {t.x} {work.b} = {work.total}')}.",
        )

    def product(self, t: Telling, work: Work | None = None) -> str:
        a, b = (work.a, work.b) if work else (t.a, t.b)
        return self.math(t, f"{t.m(a)} {t.x} {t.m(b)}")

    def eq(self, t: Telling, term: Term) -> str:
        return f"{t.m(term.left)} {t.x} {t.m(term.right)} = {t.m(term.value)}"

    def adding(self, t: Telling, work: Work) -> list[str]:
        """The sum of the partial products as one equation, or place by place."""
        if len(work.terms) == 2 or not t.flag("running", 0.5):
            return [f"{t.sum(work, True)} = {t.m(work.total)}"]
        return [f"{t.m(s)} {'+' if g > 0 else '-'} {t.m(v)} = {t.m(r)}" for s, g, v, r in work.steps()]

    def cut(self, t: Telling, work: Work) -> str:
        """How the second factor is split, as a clause without a subject."""
        whole = t.n(work.b)
        if any(term.sign < 0 for term in work.terms):
            return f"write {whole} as {self.math(t, t.factor(work, True))}"
        parts = [t.n(part) for part in work.parts]
        listed = " and ".join(parts) if len(parts) == 2 else ", ".join(parts[:-1]) + ", and " + parts[-1]
        return t.one(
            f"break {whole} into {listed}",
            f"split {whole} as {self.math(t, t.factor(work, True))}",
            f"break down {whole} into {self.math(t, t.factor(work, True))}",
        )

    def by_digit(self, t: Telling, term: Term) -> str:
        """A product with a round number by its leading digits; nothing where that cannot be told."""
        lead = int(str(term.right).rstrip("0"))
        unit = term.right // lead
        if unit == 1 or lead == 1 or term.value % unit:
            return ""
        return f"{t.m(term.left)} {t.x} {t.m(lead)} = {t.m(term.value // unit)}"

    def fault(self, t: Telling, m: Mended) -> str:
        """What was wrong, as a clause."""
        was, now = t.n(m.was), t.n(m.now)
        if m.place is None:
            total = self.math(t, t.sum(m.work, True))
            return t.one(
                f"the sum {total} is {now}, not {was}",
                f"I added incorrectly: {total} is {now} rather than {was}",
                f"the addition was off, {total} comes to {now} instead of {was}",
            )
        term = m.work.terms[m.place]
        what = self.math(t, f"{t.m(term.left)} {t.x} {t.m(term.right)}")
        return t.one(
            f"{what} is {now}, not {was}",
            f"I wrote {was} for {what}, but it should be {now}",
            f"{what} should be {now} rather than {was}",
            f"I miscalculated {what}: it equals {now}, not {was}",
        )

    def trace(self, t: Telling) -> str:
        """After a check that ended in another number, now and then: where the first solution went wrong."""
        work = t.work
        m = t.mend() if t.chance(0.4) else None
        t.work = work
        if m is None or m.place is None or t.b < 10:
            return ""
        term = m.work.terms[m.place]
        if m.now != term.left * term.right:
            return ""
        return t.one("The slip was in the first calculation", "Looking back at the first computation", "Found it") + (
            f": {self.fault(t, m)}."
        )

    def light(self, t: Telling) -> str:
        """A quick check that the candidate passes, in a sentence or two."""
        kinds = [self._size, self._size, self._nines, self._unit, self._divide]
        for kind in t.rng.sample(kinds, len(kinds)):
            if text := kind(t) if t.product >= 200 else "":
                return text
        return ""

    def _size(self, t: Telling) -> str:
        found = t.estimate()
        if not found or found[:2] == (t.a, t.b):
            return ""
        x, y, xy = (t.m(number) for number in found)
        rough, z = self.math(t, f"{x} {t.x} {y} = {xy}"), t.n(t.candidate)
        return t.one(
            f"A rough estimate: {rough}, so {z} is in the right range.",
            f"Estimating, {self.math(t, f'{x} {t.x} {y}')} is {xy}, and {z} is close to that.",
            f"Sanity check: {rough}, which is near {z}, so the size is plausible.",
            f"Roughly, {rough}. The answer {z} is reasonable.",
        )

    def _nines(self, t: Telling) -> str:
        found = t.nines()
        if not found:
            return ""
        x, y, z = found
        mod = t.one("modulo 9", "mod 9")
        return t.one(
            f"Casting out nines: {t.n(t.a)} leaves {x} and {t.n(t.b)} leaves {y}, the product leaves {x * y % 9}; "
            f"{t.n(t.candidate)} leaves {z} too.",
            f"Checking {mod}: the factors are {x} and {y}, their product is {x * y % 9} {mod}, and {t.n(t.candidate)} "
            f"is {z} {mod}. Consistent.",
        )

    def _unit(self, t: Telling) -> str:
        found = t.last_digit()
        if not found:
            return ""
        x, y, xy = found
        last = self.math(t, f"{x} {t.x} {y} = {xy}")
        return t.one(
            f"The last digit: {last}, so it should end in {xy % 10}, and it does.",
            f"Units digit check: {last}, which ends in {xy % 10}, as does {t.n(t.candidate)}.",
        )

    def _divide(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"Dividing back, {z} / {t.n(t.b)} = {t.n(t.a)}, which is right.",
            f"As a check, {z} ÷ {t.n(t.a)} = {t.n(t.b)}.",
        )

    def refute(self, t: Telling) -> str:
        """A quick check that the candidate before fails, with the decision to start again; else nothing."""
        was, reasons = t.n(t.previous), []
        if t.product < 200:
            return ""
        x, y = t.a % 10, t.b % 10
        if x * y % 10 != t.previous % 10:
            reasons.append(
                f"the last digit should be {x * y % 10}, because {self.math(t, f'{x} {t.x} {y} = {x * y}')}, but {was} "
                f"ends in {t.previous % 10}"
            )
        x, y = t.a % 9, t.b % 9
        if x * y % 9 != t.previous % 9:
            reasons.append(
                f"modulo 9 the factors are {x} and {y}, so the product should leave {x * y % 9}, but {was} leaves "
                f"{t.previous % 9}"
            )
        x, y = (max(10 ** (len(str(v)) - 1), round(v, 1 - len(str(v)))) for v in (t.a, t.b))
        if not 0.5 < t.previous / (x * y) < 2:
            reasons.append(
                f"{self.math(t, f'{t.m(x)} {t.x} {t.m(y)}')} is already about {t.n(x * y)}, and {was} is far from that"
            )
        if not reasons:
            return ""
        start = t.one(
            "Checking this:",
            "Quick check:",
            "Wait,",
            "Hmm,",
            "A check:",
            "But",
            "However,",
            "Let me check:",
            "Hold on,",
        )
        then = t.one(
            "So there is a mistake somewhere. Let me recompute.",
            "That can't be right, so I'll redo it.",
            "So something went wrong above. Again, carefully:",
            "The result is wrong. Let me do it over.",
            "This means I made an error. Let me recalculate.",
            "These don't agree, so the product above is incorrect. Redoing the steps:",
            "So that's off. Going through it again:",
        )
        return f"{start} {t.rng.choice(reasons)}. {then}"


class Thinker(Manner):
    """A manner with a monologue before the answer; `answer` tells the solution once more."""

    tags: tuple[str, str] = ("<think>\n", "\n</think>\n\n")
    opens = 1.0  # share of responses with the opening tag: chat templates often hold it themselves
    weights = (2, 3, 2)
    muses = 0.2

    @abstractmethod
    def recall(self, t: Telling) -> str: ...

    @abstractmethod
    def pondering(self, t: Telling) -> str:
        """Between the last candidate and the end of the monologue: checks that agree, doubts that lead nowhere."""

    @abstractmethod
    def answer(self, t: Telling, work: Work) -> str: ...

    def opening(self, t: Telling) -> str:
        return (self.tags[0] if t.flag("tag", self.opens) else "") + self.recall(t)

    def closing(self, t: Telling) -> str:
        work = t.work
        pondering = self.pondering(t)
        return (self.gap + pondering if pondering else "") + self.tags[1] + self.answer(t, work)


class Qwen25Instruct(Manner):
    """Qwen2.5-Instruct: numbered steps with bold heads, displays in brackets, a box at the end or none."""

    methods = ("high", "high", "high", "chunks", "round")
    muses = 0.05

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = "\\times"

    def math(self, t: Telling, formula: str) -> str:
        return f"\\({formula}\\)" if t.flag("tight", 0.5) else f"\\( {formula} \\)"

    def _show(self, formula: str, indent: str = "") -> str:
        return f"{indent}\\[\n{indent}{formula}\n{indent}\\]"

    def opening(self, t: Telling) -> str:
        return t.one(
            f"To calculate {self.product(t)}, we can break it down into smaller, more manageable steps using the "
            "distributive property of multiplication. Here's the step-by-step process:",
            f"Certainly! Let's calculate {self.product(t)} step by step.",
            f"Sure, let's break down the multiplication of {self.product(t)} step by step:",
            f"To calculate {self.product(t)}, we can follow these steps:",
            f"Let's compute {self.product(t)} using the standard approach of partial products.",
        )

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.m(work.a), t.m(work.b)
        split = t.one(
            f"1. **Break down {b}:**", "1. **Break down the multiplication:**", f"1. First, {self.cut(t, work)}:"
        )
        parts = f"{a} {t.x} {b} = {a} {t.x} ({t.factor(work, True)})"
        each = t.one(
            f"2. **Multiply {a} by each part:**",
            "2. **Calculate each partial product:**",
            "2. Next, perform each multiplication separately:",
        )
        add = t.one("3. **Add the results together:**", "3. Finally, sum the partial products:", "3. **Combine:**")
        sums = "\n".join(self._show(line, "   ") for line in self.adding(t, work))
        bullets = "\n".join(
            f"   - {self.math(t, self.eq(t, term))}"
            if t.flag("inline", 0.5)
            else f"   - {self.math(t, f'{t.m(term.left)} {t.x} {t.m(term.right)}')}:\n"
            + self._show(self.eq(t, term), "     ")
            for term in work.terms
        )
        return f"{split}\n{self._show(parts, '   ')}\n\n{each}\n{bullets}\n\n{add}\n{sums}"

    def commit(self, t: Telling) -> str:
        z, ab = t.m(t.candidate), f"{t.m(t.a)} {t.x} {t.m(t.b)}"
        right = t.one("correct ", "", "corrected ") if t.index else ""
        return t.c(
            t.one(
                f"So, the {right or 'final '}result is:\n{self._show(f'{ab} = {z}')}",
                f"Therefore, {self.product(t)} equals {self.math(t, t.boxed())}.",
                f"Thus, the {right}result of {self.product(t)} is {self.math(t, t.boxed())}.",
                f"So, {self.math(t, f'{ab} = {z}')}.",
                f"Therefore, the {right}product is **{z}**.",
                f"Thus, the {right}answer is:\n{self._show(t.boxed())}",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "However, upon rechecking, there seems to be a mistake in the calculation above. Let's correct it:",
            "It appears there was an error in the previous steps. Let's go through the calculation again:",
            "Apologies for the mistake in the above calculation. Let's recompute:",
            "Upon re-evaluating the steps, the result above is not correct. The correct calculation is as follows:",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "To ensure accuracy, let's verify this by splitting the numbers differently:",
            "Let's double-check the result with another decomposition:",
            "We can verify the calculation as follows:",
        )

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"This does not match the earlier value of {was}, which means there was an error in the first calculation.",
            f"The verification gives a different value, so {was} was incorrect.",
            "This differs from the result above, so the initial calculation contained an error.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one(
            "Upon reviewing the steps, I noticed a mistake:",
            "Let's double-check the steps. It turns out that",
            "There is a small error in the calculation above:",
        )
        return f"{start} {self.fault(t, m)}. {t.one('Adding again', 'The corrected sum is', 'Now')}:\n" + self._show(
            f"{t.sum(m.work, True)} = {t.m(t.candidate)}"
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.15:
            return "\n\n" + self.second(t)
        if draw < 0.3:
            return "\n\n" + self.light(t)
        return "\n\n" + t.r(f"**Final answer: {t.n(t.candidate)}**") if draw < 0.4 else ""


class QwenMath(Manner):
    """Qwen2.5-Math and similar: dollar signs, an align environment, a sentence with a box."""

    methods = ("high", "high", "chunks", "round")

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "plain", "plain", "latex", "comma")
        t.words = "plain" if t.maths == "plain" else "comma"
        t.x = t.one("\\times", "\\times", "\\cdot")

    def math(self, t: Telling, formula: str) -> str:
        return f"${formula}$"

    def opening(self, t: Telling) -> str:
        return t.one(
            f"To calculate {self.product(t)}, we can use the distributive property of multiplication over addition.",
            f"We want to find the product {self.product(t)}.",
            f"To find {self.product(t)}, we expand one of the factors by place value.",
            "We will compute the product step by step.",
        )

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.m(work.a), t.m(work.b)
        if t.flag("align", 0.6):
            env = t.one("align*", "align*", "aligned")
            expanded = f"{a} {t.x} {t.m(work.terms[0].right)}" + "".join(
                f" {'+' if term.sign > 0 else '-'} {a} {t.x} {t.m(term.right)}" for term in work.terms[1:]
            )
            rows = [f"{a} {t.x} {b} &= {a} {t.x} ({t.factor(work, True)})", f"&= {expanded}", f"&= {t.sum(work, True)}"]
            if len(work.terms) > 2 and t.chance(0.4):
                so_far, _, value, _ = work.steps()[-1]
                rows.append(f"&= {t.m(so_far)} {'+' if work.terms[-1].sign > 0 else '-'} {t.m(value)}")
            inner = f"\\begin{{{env}}}\n" + " \\\\\n".join([*rows, f"&= {t.m(work.total)}"]) + f"\n\\end{{{env}}}"
            return inner if env == "align*" and t.flag("bare", 0.5) else f"\\[\n{inner}\n\\]"
        lead = f"We can {self.cut(t, work)}."
        lines = [f"\\[\n{self.eq(t, term)}\n\\]" for term in work.terms]
        sums = "\n".join(f"\\[\n{line}\n\\]" for line in self.adding(t, work))
        names = t.one("First|Next|Then|Also|Moreover|Lastly", "Step 1|Step 2|Step 3|Step 4|Step 5|Step 6").split("|")
        told = "\n".join(f"{name}:\n{line}" for name, line in zip(names, lines, strict=False))
        return f"{lead}\n{told}\nAdding these results, we get:\n{sums}"

    def commit(self, t: Telling) -> str:
        z, box = t.m(t.candidate), t.boxed("$", "$")
        return t.c(
            t.one(
                f"Therefore, the answer is {box}.",
                f"Thus, the product of ${t.m(t.a)}$ and ${t.m(t.b)}$ is {box}.",
                f"So, the final answer is:\n\n\\[\\boxed{{{z}}}\\]",
                f"Hence ${t.m(t.a)} {t.x} {t.m(t.b)} = {z}$.",
                f"The answer is {box}.",
                f"Therefore, {self.product(t)} is equal to ${z}$.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "However, this result contains an arithmetic error. Let's recompute it carefully.",
            "Upon closer inspection, I realize that I made a mistake above. Let's do the computation again.",
            "It seems the calculation above is wrong. We redo it.",
            "This is not correct, since one of the products was computed incorrectly. The correct computation is:",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let's verify the result by expanding the other factor.",
            "To double-check, we compute it in another way.",
            "We can check our work as follows.",
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This is different from ${t.m(t.previous)}$, so the first computation contained an error.",
            "The two results do not agree; the mistake is in the first expansion.",
            f"Hence the earlier value ${t.m(t.previous)}$ was incorrect.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("However, there is a mistake above:", "Rechecking each product, we see that", "Correction:")
        return f"{start} {self.fault(t, m)}. {t.one('Therefore', 'The sum becomes', 'So')}\n\\[\n{t.sum(m.work, True)} = {t.m(t.candidate)}\n\\]"

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.12:
            return "\n\n" + self.second(t)
        return "\n\n" + self.light(t) if draw < 0.22 else ""


class QwenThinking(Thinker):
    """Qwen3 with thinking: a long hesitant monologue, then headed Markdown with displays and a box."""

    opens = 0.85

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("×", "×", "*")

    def recall(self, t: Telling) -> str:
        a, b = t.n(t.a), t.n(t.b)
        return t.one(
            f"Okay, so I need to calculate {a} multiplied by {b}. Let me think about how to approach this step by step.",
            f"Okay, let's see. I need to multiply {a} by {b}. Hmm, these numbers aren't nice, so I'll take it slowly.",
            f"Okay, let me try to figure out how to calculate {t.ab}. I remember that breaking one number down helps.",
            f"Alright, I need to find {t.ab}. Let me recall the distributive property.",
        )

    def body(self, t: Telling, work: Work) -> str:
        told = [t.one(f"I can {self.cut(t, work)}.", f"So let me {self.cut(t, work)}.")]
        words = ["First", "Next", "Then", "After that", "Then", "Lastly"]
        for word, term in zip(words, work.terms, strict=False):
            text = f"{word}, {t.m(term.left)} {t.x} {t.m(term.right)}."
            digit = self.by_digit(t, term)
            detail = t.detail(term, 0.7, True)
            if digit and t.chance(0.6):
                text += f" Well, {digit}, so {t.one('with the zeros', 'adding the zeros back')} it's {t.m(term.value)}."
            elif detail:
                text += t.one(f" That's {detail}.", f" Let me compute that: {detail}.", f" Breaking it down: {detail}.")
            elif t.chance(0.1):
                text += f" That's {t.m(t.near(term.value))}... wait, no, {t.m(term.value)}."
            else:
                text += t.one(f" That's {t.m(term.value)}.", f" That should be {t.m(term.value)}.")
            if t.chance(0.08):
                text += t.one(" Wait, is that right? Yes, I think so.", " Let me check that. Yeah, that's correct.")
            told.append(text)
        lines = self.adding(t, work)
        total = lines[0] + "".join(f". Then, {line}" for line in lines[1:])
        told.append(t.one("Now, adding all these together: ", "Now I need to add these up. ", "So, ") + total + ".")
        return t.one("\n\n", "\n\n", " ").join(told)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.index:
            return t.c(
                t.one(
                    f"So that gives {z}. Okay, so the correct answer is {z}.",
                    f"So the product should be {z}.",
                    f"Okay, so now I have {z}.",
                    f"Therefore, it's {z}.",
                )
            )
        return t.c(
            t.one(
                f"So, the total is {z}.",
                f"So {t.ab} = {z}.",
                f"Therefore, the product should be {z}.",
                f"So putting it all together, the answer would be {z}.",
                f"So I get {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, that doesn't seem right. Let me recalculate from the start.",
            "Hmm, wait. I think I made a mistake somewhere in there. Let me start over.",
            "Wait, no. I must have messed up one of the multiplications. Let me do that again.",
            f"Hmm, {t.n(t.previous)} can't be right. Let me go through it again step by step.",
            "Hold on, I think I added those incorrectly. Let me redo the whole thing.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Wait, let me check that again.",
            "Hmm, let me verify each step to make sure.",
            "Wait, is that correct? Let me double-check by calculating again.",
            "Let me just go through the multiplication once more.",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Wait, let me double-check that by another method.",
            "But let me verify this using a different approach.",
            "Let me check this by doing the multiplication the other way around.",
            "Hmm, maybe I should verify it by splitting the other number.",
            "Alternatively, to confirm:",
        )

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"Wait, that's different from {was}. So I must have made an error the first time.",
            f"Hmm, that conflicts with my earlier result of {was}. So the first one was wrong.",
            f"But earlier I got {was}. I went over this second calculation carefully, so the first one has a mistake.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Wait, hold on.", "Wait, let me check each step again.", "Hmm, let me recheck.", "Wait a minute.")
        oh = t.one("I see,", "Oh,", "Ah, here's the problem:", "Actually,")
        return f"{start} {oh} {self.fault(t, m)}. So then {t.sum(m.work, True)} = {t.m(t.candidate)}."

    def agree(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"Yes, same answer, {z}. Great.",
            f"Okay, that matches {z}, so I'm confident.",
            f"That's also {z}. So both methods agree.",
            f"So {z} again, which confirms it.",
        )

    def pondering(self, t: Telling) -> str:
        parts = [self.second(t)] if t.chance(0.5) else []
        if t.chance(0.35) and (light := self.light(t)):
            parts.append(t.one("Let me just double-check. ", "Wait, let me make sure. ", "") + light)
        if t.chance(0.25):
            parts.append(
                t.one(
                    self.waver(t),
                    "Hmm, is there any chance I made a mistake? I went through the steps again in my head and they look fine.",
                    "Wait, but maybe I should check the addition once more. No, it's fine.",
                    "I think that's right. I don't see any errors.",
                )
            )
        return "\n\n".join(parts)

    def answer(self, t: Telling, work: Work) -> str:
        t.x, t.maths = "\\times", t.words
        heads = t.flag("heads", 0.6)
        a, b = t.m(work.a), t.m(work.b)
        rows = "\n\n".join(f"$$\n{self.eq(t, term)}\n$$" for term in work.terms)
        total = "\n\n".join(f"$$\n{line}\n$$" for line in self.adding(t, work))
        start = t.one(
            f"To calculate ${a} {t.x} {b}$, we use the **distributive property** of multiplication.",
            f"To calculate the product of ${a}$ and ${b}$, we can break the problem into simpler parts.",
        )
        box = f"$$\n{t.boxed()}\n$$"
        if t.chance(0.2):
            return t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**.\n\n{box}")
        if heads:
            return t.r(
                f"{start}\n\n---\n\n### **Step 1: Break down {b}**\n\n$$\n{b} = {t.factor(work, True)}\n$$\n\n"
                f"### **Step 2: Multiply**\n\n{rows}\n\n### **Step 3: Add**\n\n{total}\n\n---\n\n### **Final Answer**\n\n{box}"
            )
        return t.r(
            f"{start}\n\n{rows}\n\nAdding the partial products:\n\n{total}\n\n**Answer:** {t.n(t.candidate)}\n\n{box}"
        )


class DistilledThinking(Thinker):
    """DeepSeek-R1 distillations: a tidy short monologue in the first person, then a bold solution with a box."""

    opens = 0.4
    weights = (2, 2, 3)
    methods = ("high", "high", "high", "low", "chunks")
    muses = 0.05

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "*")

    def recall(self, t: Telling) -> str:
        a, b = t.n(t.a), t.n(t.b)
        return t.one(
            f"First, I need to calculate the product of {a} and {b}.",
            f"To calculate {t.ab}, I'll use the standard multiplication method.",
            f"I need to multiply {a} by {b}. To make this easier, I'll work with parts.",
            f"First, I recognize that I have to multiply {a} by {b}.",
        )

    def body(self, t: Telling, work: Work) -> str:
        lead = t.one(f"To simplify, I can {self.cut(t, work)}.", f"I'll {self.cut(t, work)}.")
        if t.flag("bullets", 0.4):
            lines = [f"- {t.m(e.left)} multiplied by {t.m(e.right)} equals {t.m(e.value)}." for e in work.terms]
            told = "Next, I'll multiply each component:\n\n" + "\n".join(lines)
        else:
            words = ["First,", "Next,", "Then,", "Moving on,", "After that,", "Lastly,"]
            told = "\n\n".join(
                f"{word} {t.m(e.left)} multiplied by {t.m(e.right)}{t.one(' is', ', which gives', ' equals')} {t.m(e.value)}."
                for word, e in zip(words, work.terms, strict=False)
            )
        end = t.one("Finally, I'll add these results together:", "Adding these partial products:", "Now I sum them up:")
        return f"{lead}\n\n{told}\n\n{end} {'; '.join(self.adding(t, work))}."

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"Therefore, the product of {t.n(t.a)} and {t.n(t.b)} is {z}.",
                f"So, {t.ab} equals {z}.",
                f"The {'corrected ' if t.index else 'final '}result is {z}.",
                f"This gives me a final answer of {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, that doesn't look right. I should go through the multiplication again.",
            "Hmm, I believe I've made an error in one of these steps. I'll start again.",
            "Upon reviewing this, I realize the total is incorrect. Let me redo the calculation.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "I should go through the steps again to make sure.",
            "Let me double-check each part of the calculation.",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "To verify, I'll break down the other number.",
            "I should double-check this with a different breakdown.",
            "Let me verify the result to ensure accuracy.",
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This doesn't match {t.n(t.previous)}, so I must have made a mistake earlier.",
            f"Since this is different from my earlier result, {t.n(t.previous)} must be wrong.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one(
            "Wait, I need to correct a step:", "However, I notice a mistake:", "Reviewing the steps, I see that"
        )
        return f"{start} {self.fault(t, m)}. Adding again, {t.sum(m.work, True)} = {t.m(t.candidate)}."

    def pondering(self, t: Telling) -> str:
        draw = t.rng.random()
        return self.second(t) if draw < 0.12 else self.light(t) if draw < 0.25 else ""

    def answer(self, t: Telling, work: Work) -> str:
        t.x = "\\times"
        start = t.one(
            "**Solution:**\n\n", "", "### Step-by-Step Calculation\n\n", "Sure! Here's the step-by-step solution.\n\n"
        )
        rows = "\n".join(f"   \\[\n   {self.eq(t, term)}\n   \\]" for term in work.terms)
        ab = f"{t.m(work.a)} {t.x} {t.m(work.b)}"
        text = (
            f"{start}To calculate \\({ab}\\), follow these steps:\n\n1. **Break down the number {t.m(work.b)}:**\n"
            f"   \\[\n   {t.m(work.b)} = {t.factor(work, True)}\n   \\]\n\n2. **Multiply {t.m(work.a)} by each part:**\n{rows}\n\n"
            f"3. **Add the partial products:**\n   \\[\n   {t.sum(work, True)} = {t.m(work.total)}\n   \\]\n\n"
        )
        end = t.one("**Final Answer:**", "Therefore, the final answer is:", "**Answer:**")
        return t.r(f"{text}{end}\n\\[\n{t.boxed()}\n\\]")


class QwqMonologue(Manner):
    """QwQ-32B-Preview: an untagged wandering monologue with several methods, a bold head and a box at the end."""

    weights = (2, 4, 2)
    muses = 0.3

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("×", "*", "times")

    def opening(self, t: Telling) -> str:
        a, b = t.n(t.a), t.n(t.b)
        return t.one(
            f"So I need to calculate {a} times {b}. Let me think about how to do this step by step.",
            f"Alright, I've got to multiply {a} by {b}. I could do it the traditional way, but I'd like to break it down.",
            f"I have this multiplication to do, {t.ab}. It looks a bit daunting, but I think I can manage.",
            f"Let's see, {t.ab}. I'm not allowed a calculator here, so partial products it is.",
        )

    def body(self, t: Telling, work: Work) -> str:
        told = [t.one(f"I could {self.cut(t, work)}.", f"Maybe I should {self.cut(t, work)}. That seems easier.")]
        for term in work.terms:
            detail, digit = t.detail(term, 0.6, True), self.by_digit(t, term)
            extra = f" ({detail})" if detail else f", because {digit}" if digit else ""
            told.append(
                t.one("So", "Then", "Next up,", "Okay,", "Now,")
                + f" {self.eq(t, term)}{extra}."
                + t.one("", "", "", "", " Seems right.", " I think that's correct.")
            )
        lines = self.adding(t, work)
        told.append(
            t.one("Now, I just need to add these up: ", "Adding them together: ", "Let me add: ")
            + ", then ".join(lines)
            + "."
        )
        return t.one("\n\n", "\n\n", "\n").join(told)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, {t.ab} is {z}.",
                f"Therefore, the result is {z}.",
                f"So I have {z} as the product.",
                f"So it seems like the answer is {z}.",
                f"That makes {z} in total.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait a second, that can't be correct. I must have made a mistake in my calculations. Let me try again.",
            "Hmm, that doesn't look right to me. Let's go back and recompute everything.",
            "But wait, I think I messed up the place values. Let me redo this.",
            "Hmm, something's off here. I'm going to discard that and do it again more carefully.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Wait, is that right? Let me go through it again to be sure.",
            "Let me double-check these multiplications.",
            "Hmm, I'm not entirely sure about that. Let me recalculate to confirm.",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Wait, maybe I should verify this. Another way to do it would be to swap the roles of the numbers.",
            "Alternatively, I could use another method to check.",
            "Just to make sure, let me do it in a different way.",
            "But let me double-check by breaking up the other factor.",
        )

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"Hmm, but earlier I had {was}. These two can't both be right. I trust the second one, since I was more careful.",
            f"Wait a minute, that's not {was}. I must have gone wrong the first time.",
            f"That's strange, it doesn't equal {was}. Going over the first calculation, it's the one with the mistake.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Wait a second.", "Hmm, hold on.", "Actually, looking back at my steps:", "Oh wait.")
        return f"{start} I see that {self.fault(t, m)}. So it should be {t.sum(m.work, True)} = {t.m(t.candidate)}."

    def agree(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"Great, it's {z} both ways.", f"This also gives {z}, so it seems consistent.", f"Yep, {z}. Same as before."
        )

    def closing(self, t: Telling) -> str:
        parts = [self.second(t)] if t.chance(0.55) else []
        parts += [self.light(t)] if t.chance(0.4) else []
        if t.chance(0.2):
            parts.append(
                t.one(
                    "Is there a faster way to see this? Probably, but the result would be the same.",
                    "I was wondering whether I should recheck the partial products, but they look fine.",
                    "I suppose I could also use the lattice method, but I don't think it's needed.",
                    self.waver(t),
                )
            )
        if t.chance(0.85):
            parts.append(
                t.r(
                    t.one("**Final Answer**\n\n", "So, the final answer is:\n\n", "**Final Answer:**\n\n")
                    + t.one(f"\\[ {t.boxed()} \\]", f"\\[\n{t.boxed()}\n\\]")
                )
            )
        return "\n\n" + "\n\n".join(parts)


class LlamaCountedSteps(Manner):
    """Llama 3 Instruct: steps as headings that count on through revisions, or a plain numbered list."""

    methods = ("high", "high", "low", "chunks")
    step = 0

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("*", "x", "*")
        self.step = 0

    def _head(self, t: Telling, title: str) -> str:
        self.step += 1
        return f"## Step {self.step}: {title}\n" if t.flag("heads", 0.6) else f"{self.step}. {title}:\n   "

    def opening(self, t: Telling) -> str:
        if t.flag("heads", 0.6):
            return ""
        return t.one(
            f"To calculate {t.ab}, I'll break it down step by step:",
            f"To calculate {t.ab}, we need to follow these steps:",
            "Let's calculate it step by step:",
        )

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.m(work.a), t.m(work.b)
        told = [self._head(t, t.one("Break down the multiplication", f"Break down {b} into its place values"))]
        told[0] += t.one(f"We can {self.cut(t, work)}.", f"{a} {t.x} ({t.factor(work, True)})")
        for term in work.terms:
            c = t.m(term.right)
            title = t.one(f"Multiply {a} by {c}", f"Calculate {a} {t.x} {c}", f"Find the product of {a} and {c}")
            told.append(self._head(t, title) + self.eq(t, term))
        told.append(self._head(t, t.one("Add the partial products", "Add the results together")))
        told[-1] += "\n".join(self.adding(t, work))
        return "\n\n".join(told)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("heads", 0.6) and t.chance(0.6):
            return t.c(f"The final answer is: ${t.boxed()}$")
        return t.c(
            t.one(
                f"Therefore, {t.ab} = {z}.",
                f"So, {t.ab} equals {z}.",
                f"The final answer is {z}.",
                f"The result of {t.ab} is **{z}**.",
                f"The answer is {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        if t.flag("heads", 0.6) and t.chance(0.5):
            return self._head(t, t.one("Correct the calculation", "Recalculate the product")) + t.one(
                "The previous result is incorrect due to a calculation error, so we need to redo it.",
                "There was a mistake in the steps above. Let's perform the multiplication again.",
            )
        return t.one(
            "However, I made a mistake in my calculation. Let me recalculate:",
            "Wait, that's not correct. Let's try again.",
            "I made an error in the previous calculation. Here is the correct step-by-step solution:",
            "However, the above answer is incorrect. Let's redo the steps.",
        )

    def lead(self, t: Telling) -> str:
        if t.flag("heads", 0.6):
            return self._head(t, "Verify the result") + "To verify, we perform the multiplication in a different way."
        return t.one("Let's verify this with another approach:", "To double-check, let's split the other number:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"Since this does not equal {t.n(t.previous)}, the previous answer was incorrect.",
            "This shows that there was a mistake in the first calculation.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        text = f"{t.one('However, I made an error:', 'Upon rechecking,', 'Wait,')} {self.fault(t, m)}. "
        text = self._head(t, "Recheck the calculation") + text if t.flag("heads", 0.6) else text
        return f"{text}{t.one('The correct sum is', 'So we get')} {t.sum(m.work, True)} = {t.m(t.candidate)}."

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.1:
            return "\n\n" + self.second(t)
        if draw < 0.2:
            return "\n\n" + self.light(t)
        return "\n\n" + t.r(f"The final answer is: ${t.boxed()}$") if draw < 0.35 else ""


class MistralColumns(Manner):
    """Mistral and others that set the school's columns in a code block, with polite words around."""

    methods = ("low",)
    ahead = 0.12

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = "plain" if t.words == "plain" else t.one("plain", "comma")
        t.x = t.one("x", "×", "*")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"Sure, I'd be happy to help! To calculate {t.ab}, let's use long multiplication.",
            f"To calculate the product of {t.n(t.a)} and {t.n(t.b)}, you can follow these steps:",
            "Let's do this with the standard column method, starting from the ones place.",
            f"Here's a step-by-step calculation of {t.ab}:",
        )

    def body(self, t: Telling, work: Work) -> str:
        places = {
            1: "ones",
            10: "tens",
            100: "hundreds",
            1000: "thousands",
            10**4: "ten thousands",
            10**5: "hundred thousands",
        }
        lines = []
        for number, term in enumerate(work.terms, start=1):
            lead = int(str(term.right).rstrip("0"))
            place = places.get(term.right // lead, "next") if lead < 10 else ""
            digit = self.by_digit(t, term)
            told = t.one(
                f"Multiply {t.m(term.left)} by {t.m(term.right)}" + (f" (the {place} digit)" if place else ""),
                f"{t.m(term.left)} times {t.m(term.right)}",
            )
            lines.append(
                f"{number}. {told}: "
                + (f"{digit}, so {t.m(term.value)}" if digit and t.chance(0.4) else self.eq(t, term))
            )
        block = f"```\n{t.columns(work, t.maths, t.one('-', '-', '—'))}{t.total(work, t.maths)}\n```"
        show = t.one("Written out:", "Now add the partial products:", "Adding up the columns:")
        return f"{block}" if t.flag("bare", 0.3) else "\n".join(lines) + f"\n\n{show}\n\n{block}"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So, {t.ab} = {z}.",
                f"Therefore, the product of {t.n(t.a)} and {t.n(t.b)} is {z}.",
                f"So the result of the calculation is **{z}**.",
                f"Hence, {t.ab} equals {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "I apologize for the confusion, but there was an error in my calculation above. Here is the corrected version:",
            "I'm sorry, I made a mistake with the carries. Let me redo the multiplication:",
            "Oops, it looks like that is not correct. Let's try that again, more carefully:",
            "Apologies, the previous answer is wrong. Let me recalculate:",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let me double-check this by swapping the two numbers:",
            "To check the answer, multiply in the reverse order:",
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This is not the same as {t.n(t.previous)}, so I apologize for the earlier mistake.",
            f"As you can see, my first answer ({t.n(t.previous)}) was not correct.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("I apologize, there is a mistake above:", "Correction:", "Actually, looking at it again,")
        return f"{start} {self.fault(t, m)}. The sum is then {t.sum(m.work)} = {t.n(t.candidate)}."

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.12:
            return "\n\n" + self.second(t)
        if draw < 0.25:
            return "\n\n" + self.light(t)
        if draw < 0.4:
            return "\n\n" + t.one(
                "I hope this helps!",
                "Let me know if you have any other questions.",
                "Please double-check with a calculator, as I may have made an arithmetic error.",
            )
        return ""


class GemmaBullets(Manner):
    """Gemma: bold numbered heads, bullets, a bold result and an offer of more help."""

    methods = ("low", "low", "high", "chunks")
    gap = "\n\n"
    ahead = 0.12

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "×")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"Okay, let's calculate {t.ab} step-by-step.",
            f"Here's how to calculate {t.ab} step by step:",
            f"Let's break down the multiplication of {t.ab}:",
            "Here's a breakdown of the calculation using the standard multiplication algorithm:",
        )

    def body(self, t: Telling, work: Work) -> str:
        told = []
        for number, term in enumerate(work.terms, start=1):
            head = t.one(f"Multiply {t.m(term.left)} by {t.m(term.right)}", f"{t.m(term.left)} {t.x} {t.m(term.right)}")
            detail = t.detail(term, 0.3, True)
            told.append(
                f"**{number}. {head}:**\n\n" + (f"*   {detail}\n" if detail else "") + f"*   {self.eq(t, term)}"
            )
        head = f"**{len(work.terms) + 1}. {t.one('Add the results', 'Add the partial products', 'Sum it all up')}:**"
        if t.flag("stacked", 0.4) and all(term.sign > 0 for term in work.terms):
            rows = "\n".join(t.m(term.value) for term in work.terms[:-1]) + f"\n+ {t.m(work.terms[-1].value)}"
            sums = f"```\n{rows}\n{'-' * 12}\n{t.m(work.total)}\n```"
        else:
            sums = "\n".join(f"*   {line}" for line in self.adding(t, work))
        return "\n\n".join([*told, f"{head}\n\n{sums}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"**Therefore, {t.ab} = {z}**",
                f"So, the answer is **{z}**",
                f"Therefore, {t.ab} = **{z}**.",
                f"**Answer:** {z}",
                f"Final Answer: The final answer is ${t.boxed()}$",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "**Wait, there's a mistake in my calculation!** Let's correct it:",
            "Oops! I made an error above. My apologies. Let's do it again carefully:",
            "However, this result is wrong. Let me re-calculate everything:",
            "I apologize for the error in the previous steps. Here's the correct breakdown:",
        )

    def lead(self, t: Telling) -> str:
        return t.one("**Let's double check using another approach:**", "**Verification:**", "Let's verify our work:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"That does not agree with {t.n(t.previous)}! The first calculation had an error.",
            f"So my earlier answer of {t.n(t.previous)} was incorrect. I apologize for the mistake.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("**Correction:**", "Wait, I made a small error:", "*Self-correction:*")
        return f"{start} {self.fault(t, m)}.\n\n*   {t.sum(m.work, True)} = {t.m(t.candidate)}"

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.1:
            return "\n\n" + self.second(t)
        if draw < 0.25:
            return "\n\n" + self.light(t)
        if draw < 0.4:
            return "\n\n" + t.one(
                "Let me know if you'd like me to walk through another problem!",
                "Do you want to try another one?",
                "Let me know if you have any other calculations you'd like help with!",
                "It's always a good idea to verify a result like this with a calculator!",
            )
        return "\n\n" + t.r(f"Final Answer: The final answer is ${t.boxed()}$") if draw < 0.5 else ""


class PhiReasoning(Thinker):
    """Phi-4-reasoning: a breathless block of thought that plans the answer, then a careful write-up."""

    tags = ("<think>", "</think>\n\n")
    gap = " "
    weights = (2, 3, 2)

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "*", "×")

    def recall(self, t: Telling) -> str:
        return t.one(
            f'User asks: "Calculate {t.a} * {t.b}. Think step by step." We need to compute {t.ab}.',
            f"We are given the problem: calculate {t.ab}. We'll think step by step and produce the final answer.",
            f"I need to compute {t.ab} and explain it step by step.",
        )

    def body(self, t: Telling, work: Work) -> str:
        a, b = t.m(work.a), t.m(work.b)
        start = t.one(f"{a}{t.x}{b} = {a}{t.x}({t.factor(work, True)}).", f"We can {self.cut(t, work)}.")
        eqs = [self.eq(t, term) for term in work.terms]
        details = [t.detail(term, 0.5, True) for term in work.terms]
        told = ". ".join(f"{eq} since {detail}" if detail else eq for eq, detail in zip(eqs, details, strict=True))
        return f"{start} {told}. {t.one('Sum:', 'So sum is', 'Now add:', 'Total:')} {', then '.join(self.adding(t, work))}."

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"So answer is {z}.",
                f"So the product is {z}.",
                f"Thus {t.ab} = {z}.",
                f"Therefore answer: {z}.",
                f"So final answer: {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, that's not right. Let me recompute.",
            "But wait: I think I've miscalculated. Let me recalc everything.",
            "Hmm, that is not correct, I must recalc carefully.",
            "Wait I made an arithmetic mistake. Let's do it again.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Let me double-check arithmetic:",
            "But check carefully:",
            "Let me re-calc to be safe:",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let's double-check by splitting the other number:",
            "Double-check:",
            "Let me verify using alternative method:",
            "Check:",
            "I'll verify:",
        )

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"That's not {was}. So the first was miscalculated.",
            f"This contradicts {was}; that one is wrong.",
            f"Hmm, earlier we got {was}, so there was an error earlier.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Wait, check:", "But check carefully:", "Hmm, wait:", "Let me double-check each:")
        return f"{start} {self.fault(t, m)}. So {t.sum(m.work, True)} = {t.m(t.candidate)}."

    def agree(self, t: Telling) -> str:
        return t.one(f"Yes {t.n(t.candidate)}.", "Yes matches.", f"So {t.n(t.candidate)} is confirmed.", "That works.")

    def pondering(self, t: Telling) -> str:
        parts = [self.second(t)] if t.chance(0.4) else [self.light(t)] if t.chance(0.3) else []
        parts.append(
            t.one(
                "I'll produce a final answer with explanation.",
                "Now I'll write the answer.",
                "We'll answer with steps.",
                "",
            )
        )
        return " ".join(part for part in parts if part)

    def answer(self, t: Telling, work: Work) -> str:
        t.x = "×"
        rows = "\n".join(
            f"{number}. {t.one('Multiply', 'Compute')} {t.m(e.left)} by {t.m(e.right)}:\n   {self.eq(t, e)}"
            for number, e in enumerate(work.terms, start=1)
        )
        start = t.one("Let's work through the multiplication step by step:", "Below is one way to work it out:", "")
        end = t.one(
            f"Thus, {t.ab} = {t.n(t.candidate)}.",
            f"So, the final answer is {t.n(t.candidate)}.",
            f"**Answer: {t.n(t.candidate)}**",
        )
        return t.r(f"{start}\n\n{rows}\n\nAdd these: {t.sum(work, True)} = {t.m(work.total)}.\n\n{end}".lstrip())


class FourO(Manner):
    """GPT-4o: headed steps with rules, displays or a grid of the area model, a bold final answer with a tick."""

    muses = 0.05
    ahead = 0.12

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain")
        t.x = t.one("\\times", "×") if not t.flag("grid", 0.3) else "×"
        if t.x == "\\times" and t.words == "comma" and t.chance(0.4):
            t.maths = "latex"

    def math(self, t: Telling, formula: str) -> str:
        return f"\\( {formula} \\)" if t.x == "\\times" else formula

    def _show(self, t: Telling, formula: str) -> str:
        return f"\\[\n{formula}\n\\]" if t.x == "\\times" else formula

    def opening(self, t: Telling) -> str:
        x, t.x = t.x, "×"
        ab, t.x = t.ab, x
        return t.one(
            f"Let's calculate **{ab}** step by step.",
            f"To calculate {self.product(t)}, let's break it into smaller parts:",
            f"Let's break down **{ab}** using the distributive property.",
            "Let's work through this carefully:",
        )

    def _grid(self, t: Telling, work: Work) -> str:
        rights = list(dict.fromkeys(term.right for term in work.terms))
        lefts = list(dict.fromkeys(term.left for term in work.terms))
        rows = [f"| × | {' | '.join(t.m(right) for right in rights)} |", "|---" * (len(rights) + 1) + "|"]
        values = {(term.left, term.right): term.value for term in work.terms}
        rows += [f"| **{t.m(x)}** | {' | '.join(t.m(values[x, y]) for y in rights)} |" for x in lefts]
        text = "\n".join(rows) + f"\n\n{t.one('Add all the cells:', 'Now sum every entry of the table:')}\n\n"
        return text + f"{t.sum(work, True)} = {t.m(work.total)}"

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("grid", 0.3) and work.method not in ("round", "swapped"):
            area = t.solve("area")
            places = {(term.left, term.right) for term in area.terms}
            if area.method == "area" and len(places) == len(area.terms):
                return "### Area model\n\n" + self._grid(t, area)
            t.work = work
        a, b = t.m(work.a), t.m(work.b)
        if t.flag("heads", 0.6):
            names = iter(("### Step 1: ", "### Step 2: ", "### Step 3: "))
        else:
            names = iter(("**Step 1:** ", "**Step 2:** ", "**Step 3:** "))
        rule = "\n\n---\n\n" if t.flag("rules", 0.4) else "\n\n"
        rows = "\n".join(
            f"- {self.math(t, self.eq(t, e))}" if t.flag("list", 0.5) else self._show(t, self.eq(t, e)) + "\n"
            for e in work.terms
        )
        return rule.join(
            (
                next(names) + f"Break {b} apart\n" + self._show(t, f"{b} = {t.factor(work, True)}"),
                next(names) + f"{t.one('Multiply', 'Distribute')} {a}\n{rows.strip()}",
                next(names) + "Add the partial products\n" + "\n".join(self._show(t, s) for s in self.adding(t, work)),
            )
        )

    def commit(self, t: Telling) -> str:
        z, ab = t.n(t.candidate), f"{t.m(t.a)} {t.x} {t.m(t.b)}"
        return t.c(
            t.one(
                f"### ✅ Final Answer: **{z}**",
                f"**Final Answer:**\n{self._show(t, f'{ab} = {t.m(t.candidate)}')}",
                f"So, {self.math(t, f'{ab} = {t.m(t.candidate)}')}.",
                f"**Answer: {z}**",
                f"Thus, the product is **{z}**.",
                f"**Final Answer:** {self._show(t, t.boxed()) if t.x != '×' else z}",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait — that doesn't look right. Let's redo it carefully.",
            "⚠️ There's a mistake above. Let me correct that:",
            "Hmm, I made an arithmetic slip. Let me recompute everything.",
            "Apologies — that result is off. Correct version:",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "### Verification\nSplit the other factor instead:", "Let's double-check this with a second method:"
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"That doesn't match {t.n(t.previous)} — the first calculation contains a slip.",
            f"❌ So {t.n(t.previous)} was incorrect.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Wait — let me double-check that.", "Correction:", "Let me recheck one step:")
        total = self._show(t, f"{t.sum(m.work, True)} = {t.m(t.candidate)}")
        return f"{start} {self.fault(t, m)}.\n\n{total}"

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.1:
            return "\n\n" + self.second(t)
        if draw < 0.25:
            return "\n\n" + self.light(t) + t.one("", " ✅")
        return "\n\n" + t.one("Would you like to see it as long multiplication too?", "", "") if draw < 0.5 else ""


class ClaudeShort(Manner):
    """Claude without thinking: a short derivation in lines, a frank correction in mid-flow where one is needed."""

    weights = (2, 3, 3)
    gap = "\n\n"
    ahead = 0.12

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "*")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"I'll break this down step by step.\n\n**{t.ab}**",
            f"# Calculating {t.ab}",
            "Let me work through this step by step.",
            f"Let me solve {t.ab} by splitting one of the factors.",
            "I'll solve this using partial products.",
        )

    def body(self, t: Telling, work: Work) -> str:
        form = t.one("list", "numbers", "chain")
        a = t.m(work.a)
        if form == "chain":
            lines = [f"{a} {t.x} {t.m(work.b)}", f"= {a} {t.x} ({t.factor(work, True)})"]
            return "\n".join([*lines, f"= {t.sum(work, True)}", f"= {t.m(work.total)}"])
        lead = t.one(f"First, I'll {self.cut(t, work)}.", f"**Step 1: {t.m(work.b)} = {t.factor(work, True)}**")
        rows = []
        for number, term in enumerate(work.terms, start=1):
            detail = t.detail(term, 0.3, True)
            mark = f"{number}) " if form == "numbers" else "- "
            rows.append(mark + self.eq(t, term) + (f"  ({detail})" if detail else ""))
        end = t.one("Now add them:", "**Add the partial products:**", "Adding these together:")
        return (
            f"{lead}\n\n" + "\n".join(rows) + f"\n\n{end}\n" + "\n".join(f"- {line}" for line in self.adding(t, work))
        )

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"**{t.ab} = {z}**",
                f"Therefore, {t.ab} = **{z}**",
                f"The answer is **{z}**.",
                f"**Answer: {z}**",
                f"So {t.ab} = {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, I made an error. Let me recompute this carefully.",
            "That doesn't look right — let me redo it.",
            "Actually, I don't think that's correct. Let me work through it again.",
            "Hmm, I need to correct myself: I slipped somewhere in that calculation. Starting over:",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Let me double-check this.",
            "Let me verify each product again:",
            "Wait, let me double-check the arithmetic.",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let me verify this another way:",
            "Let me double-check by breaking up the other number:",
            "**Verification:**",
        )

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"These don't match, so I made an error the first time; {was} is wrong.",
            f"That disagrees with my first answer of {was}, which I should correct.",
            f"I had {was} before, and that was a mistake.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Wait, let me recheck that:", "Actually, I need to correct a step:", "Let me double-check: I see")
        return f"{start} {self.fault(t, m)}.\n\n{t.sum(m.work, True)} = {t.m(t.candidate)}"

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.15:
            return "\n\n" + self.second(t)
        return "\n\n" + self.light(t) + t.one("", " ✓") if draw < 0.4 else ""


class ClaudeThinking(Thinker):
    """Claude with extended thinking, shown in tags: terse lines of arithmetic and checks, then a short answer."""

    tags = ("<thinking>\n", "\n</thinking>\n\n")
    gap = "\n\n"
    methods = ("high", "chunks", "chunks", "round")
    weights = (1, 3, 3)

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("×", "*")

    def recall(self, t: Telling) -> str:
        return t.one(
            f"Let me calculate {t.ab}.",
            f"I need {t.ab}.",
            f"{t.ab}. Let me compute.",
            "Let me compute this step by step.",
        )

    def body(self, t: Telling, work: Work) -> str:
        a, lines = t.m(work.a), []
        expanded = " ".join(
            (f"{'+' if e.sign > 0 else '-'} " if place else "") + f"{a} {t.x} {t.m(e.right)}"
            for place, e in enumerate(work.terms)
        )
        lines.append(
            f"{a} {t.x} {t.m(work.b)} = {expanded}" if t.chance(0.7) else f"{t.m(work.b)} = {t.factor(work, True)}"
        )
        for term in work.terms:
            detail = t.detail(term, 0.5, True)
            if t.chance(0.06):
                lines.append(f"{self.eq(t, Term(term.left, term.right, t.near(term.value)))}, no: {t.m(term.value)}")
            else:
                lines.append(f"{t.m(term.left)} {t.x} {t.m(term.right)} = {detail}" if detail else self.eq(t, term))
        lines += [t.one("Sum: ", "Total: ", "") + line for line in self.adding(t, work)]
        return "\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(f"So {z}.", f"So the answer is {z}.", f"{t.ab} = {z}.", f"So {t.ab} = {z}", f"That gives {z}.")
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Hmm, that's wrong. Let me redo this.",
            "Wait, that isn't right. Again:",
            "No, I made an error there. Recomputing.",
            "Hmm, I don't trust this, one of the products is off. From scratch:",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Let me recheck.",
            "Is that right? Once more:",
            "Double-checking:",
        )

    def lead(self, t: Telling) -> str:
        return t.one("Let me double check:", "Let me verify.", "Check with the other split:", "Verify another way:")

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(f"Not {was}. The first pass had a mistake.", f"Doesn't match {was}, so I erred before.")

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Let me double check the steps:", "Wait,", "Hmm, actually", "Let me recheck:")
        return f"{start} {self.fault(t, m)}.\n{t.sum(m.work, True)} = {t.m(t.candidate)}"

    def agree(self, t: Telling) -> str:
        return t.one("Yes, this matches.", f"Good, {t.n(t.candidate)}.", f"{t.n(t.candidate)} ✓", "Same. Good.")

    def pondering(self, t: Telling) -> str:
        draw = t.rng.random()
        return self.second(t) if draw < 0.4 else self.light(t) if draw < 0.6 else self.waver(t) if draw < 0.65 else ""

    def answer(self, t: Telling, work: Work) -> str:
        t.words = t.maths = "comma"
        t.x = "×"
        rows = "\n".join(f"- {self.eq(t, term)}" for term in work.terms)
        result = t.one(f"**{t.ab} = {t.n(t.candidate)}**", f"The answer is **{t.n(t.candidate)}**.")
        if t.chance(0.25):
            return t.r(result)
        head = t.one(f"# {t.ab}\n\n", "", "I'll break this into partial products.\n\n")
        return t.r(f"{head}{rows}\n\nAdding: {t.sum(work, True)} = {t.m(work.total)}\n\n{result}")


class GeminiProcess(Manner):
    """Gemini-like: a numbered plan with bold heads, asides in italics, the answer in bold."""

    methods = ("high", "low", "chunks")
    step = 0
    muses = 0.15

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "plain", "comma")
        t.x = t.one("×", "*", "x")
        self.step = 0

    def _item(self, head: str, text: str) -> str:
        self.step += 1
        return f"{self.step}.  **{head}:** {text}"

    def opening(self, t: Telling) -> str:
        start = t.one(
            "Here's a step-by-step thinking process:",
            "Here's my thinking process for this multiplication:",
            f"Here's a step-by-step calculation of {t.ab}:",
        )
        goal = t.one("Understand the Goal", "Analyze the Request", "Deconstruct the Problem")
        told = t.one(
            f"The user wants the product of {t.n(t.a)} and {t.n(t.b)}.", f"Calculate {t.ab}, showing the steps."
        )
        return start + "\n\n" + self._item(goal, told)

    def body(self, t: Telling, work: Work) -> str:
        how = t.one("Choose a Method", "Strategy", "Break Down the Numbers")
        plan = self._item(how, t.one(f"I'll {self.cut(t, work)}.", f"It is easiest to {self.cut(t, work)}."))
        rows = "\n".join(f"    *   {self.eq(t, term)}" for term in work.terms)
        first = (
            self._item(t.one("Calculate the Partial Products", "Execute the Multiplications"), "").rstrip()
            + "\n"
            + rows
        )
        sums = "\n".join(f"    *   {line}" for line in self.adding(t, work))
        return "\n\n".join(
            (plan, first, self._item(t.one("Sum the Results", "Add the Partial Products"), "").rstrip() + "\n" + sums)
        )

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.chance(0.35):
            return t.c(
                self._item(t.one("Final Result", "State the Answer", "Conclusion"), t.one(f"{z}.", f"{t.ab} = {z}."))
            )
        return t.c(
            t.one(
                f"So, {t.ab} = **{z}**",
                f"**Result:** {z}",
                f"The product is **{z}**.",
                f"Therefore, the answer is {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "*Self-correction: the result above is wrong, I slipped in one of the steps. Let me redo the calculation.*",
            "*Wait, that isn't right. Recalculating from the beginning.*",
            "*(Self-Correction: I need to recompute this; the total does not hold up.)*",
            "Hold on, there's an error in my work. Let me restart the calculation.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "*Let me double-check the arithmetic.*",
            "*Wait, let me re-verify each step.*",
        )

    def lead(self, t: Telling) -> str:
        return self._item(
            t.one("Double-Check", "Verify the Result", "Review"),
            t.one("Let me recompute it by splitting the other number.", "Use a different breakdown to confirm."),
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"*The check disagrees with {t.n(t.previous)}; that first result was wrong.*",
            f"*Self-correction: {t.n(t.previous)} was a miscalculation.*",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        text = f"{t.one('On review,', 'Wait,', 'Checking the steps again:')} {self.fault(t, m)}. "
        text += f"The sum becomes {t.sum(m.work, True)} = {t.m(t.candidate)}."
        return f"*Self-Correction: {text}*" if t.chance(0.5) else self._item("Self-Correction", text)

    def closing(self, t: Telling) -> str:
        parts = []
        draw = t.rng.random()
        if draw < 0.15:
            parts.append(self.second(t))
        elif draw < 0.4 and (text := self.light(t)):
            parts.append(self._item(t.one("Verification", "Sanity Check", "Quick Check"), text))
        if t.chance(0.4):
            z = t.n(t.candidate)
            parts.append(
                t.r(t.one(f"**Final Answer: {z}**", f"The final answer is ${t.boxed()}$", f"**{t.ab} = {z}**"))
            )
        return "\n\n" + "\n\n".join(parts)


class OlmoMinerva(Manner):
    """OLMo and Tulu: school prose, at the end the phrase of the Minerva prompt."""

    methods = ("low", "high", "low", "chunks")
    weights = (3, 1, 2)

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("\\times", "*", "×")

    def math(self, t: Telling, formula: str) -> str:
        return f"${formula}$" if t.x == "\\times" or t.flag("dollars", 0.4) else formula

    def opening(self, t: Telling) -> str:
        return t.one(
            f"To calculate {self.product(t)}, we can follow the standard procedure for multiplication.",
            f"To solve the multiplication problem {self.product(t)}, let's follow these steps:",
            f"Let's multiply {t.n(t.a)} by {t.n(t.b)} by breaking the problem into parts.",
        )

    def body(self, t: Telling, work: Work) -> str:
        words = [
            "First, multiply",
            "Next, multiply",
            "Then, multiply",
            "After that, multiply",
            "Then, multiply",
            "Lastly, multiply",
        ]
        told = [
            f"{number}. {word} {t.m(e.left)} by {t.m(e.right)}:\n   {self.math(t, self.eq(t, e))}"
            for number, (word, e) in enumerate(zip(words, work.terms, strict=False), start=1)
        ]
        end = t.one("Now, add up all the partial results:", "Finally, add these products together:", "Summing up:")
        return "\n\n".join([*told, end + "\n" + "\n".join(self.math(t, line) for line in self.adding(t, work))])

    def commit(self, t: Telling) -> str:
        z = t.m(t.candidate)
        if t.flag("minerva", 0.4):
            return t.c(f"Final Answer: The final answer is ${z}$. I hope it is correct.")
        return t.c(
            t.one(
                f"So, the product of {t.n(t.a)} and {t.n(t.b)} is {self.math(t, z)}.",
                f"Therefore, the answer is {t.n(t.candidate)}.",
                f"Thus, {self.math(t, f'{t.m(t.a)} {t.x} {t.m(t.b)} = {z}')}.",
                f"So the final result is {self.math(t, t.boxed()) if t.x != '*' else z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "It looks like I made a mistake in the calculation. Let's go through it again:",
            "However, this is not accurate. Let's correct the steps and recalculate:",
            "I apologize, the answer given above is incorrect. The right way is:",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "To verify our answer, we can multiply in a different order:", "Let's check our work with another method:"
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This is not equal to {t.n(t.previous)}, hence our first answer was incorrect.",
            f"Since we obtained {t.n(t.previous)} before, there must have been a mistake in the first calculation.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one(
            "Let's recheck: it turns out that", "Correction to the above:", "There was a mistake in one step:"
        )
        return (
            f"{start} {self.fault(t, m)}. Adding again:\n{self.math(t, f'{t.sum(m.work, True)} = {t.m(t.candidate)}')}"
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.08:
            return "\n\n" + self.second(t)
        if draw < 0.2:
            return "\n\n" + self.light(t)
        return "\n\n" + t.r(f"Answer: {t.n(t.candidate)}") if draw < 0.4 else ""


class SmolVerified(Manner):
    """A small model fine-tuned on synthetic solutions in which each answer is followed by a check with a verdict."""

    methods = ("high", "low")
    weights = (4, 2, 2)
    gap = "\n"
    muses = 0

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain"
        t.x = t.one("*", "*", "x")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"Let me solve {t.ab} step by step.", f"I need to compute {t.ab}.", "Let's think step by step.", ""
        )

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        for number, term in enumerate(work.terms, start=1):
            text = self.eq(t, term)
            if t.chance(0.1):
                wrong = self.eq(t, Term(term.left, term.right, t.near(term.value)))
                text = f"{wrong}. {t.one('No, that is wrong,', 'Wait, I made an error,', 'Correction:')} {text}"
            lines.append(f"Step {number}: {text}" if t.flag("numbered", 0.5) else text)
        mark = f"Step {len(lines) + 1}: " if t.flag("numbered", 0.5) else ""
        return "\n".join([*lines, f"{mark}{t.sum(work)} = {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("label", 0.5):
            return t.c(f"Answer: {z}")
        return t.c(t.one(f"The answer is {z}.", f"So the answer is {z}.", f"Therefore, the answer is {z}."))

    def disown(self, t: Telling) -> str:
        return t.one(
            "Let me check my answer. The answer is incorrect. Let me try again.",
            "Let me verify. One of the steps is wrong, so the answer is wrong. Let me solve it again.",
            "Check: incorrect. I will try again.",
            "Wait, this answer is not correct. Let me recalculate.",
            "Let me check: I made a mistake. Retry.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Let me check my answer by solving it again.",
            "Let me verify each step.",
        )

    def lead(self, t: Telling) -> str:
        return t.one("Let me check my answer.", "Let me verify with the other factor.", "Check:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"{t.n(t.previous)} is incorrect.",
            f"This is not {t.n(t.previous)}. My answer was incorrect.",
            "The check does not match. The first answer is wrong.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        where = "the sum" if m.place is None else f"step {m.place + 1}"
        start = t.one("Let me check each step.", "Let me verify my work.", "Wait.")
        return f"{start} I made an error in {where}: {self.fault(t, m)}.\n{t.sum(m.work)} = {t.n(t.candidate)}"

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.2:
            return "\n" + self.second(t)
        if draw < 0.35:
            return "\nLet me check my answer. " + (self.light(t) or "Each step is right.") + " The answer is correct."
        if draw < 0.42:
            return "\n" + self.waver(t)
        return t.one(
            "\nLet me check my answer. The answer is correct.",
            "\nCheck: correct.",
            "",
            "",
            "\nLet me verify. Every step is right, so the answer is correct.",
        )


class FewShotBase(Manner):
    """A base model that imitates worked examples: terse equations, the mark of GSM8K, other questions afterwards."""

    gap = "\n"
    methods = ("high", "high", "chunks", "low")
    weights = (3, 1, 2)
    muses = 0

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "*", "×")

    def opening(self, t: Telling) -> str:
        return t.one("", "Answer:", "A:", f"We need to find {t.ab}.", "Solution:", "Let's think step by step.")

    def body(self, t: Telling, work: Work) -> str:
        a = t.m(work.a)
        if t.flag("chain", 0.5):
            head = f"{a} {t.x} {t.m(work.b)} = {a} {t.x} ({t.factor(work, True)})"
            return f"{head} = {t.sum(work, True)} = {t.m(work.total)}"
        gsm = t.flag("brackets", 0.3) and t.x == "*"
        rows = []
        for term in work.terms:
            expression = f"{t.m(term.left)}{t.x}{t.m(term.right)}"
            rows.append(
                f"{expression} = <<{term.left}*{term.right}={term.value}>>{t.m(term.value)}"
                if gsm
                else self.eq(t, term)
            )
        return t.one("\n", "\n", ", ").join([*rows, f"{t.sum(work, True)} = {t.m(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("hashes", 0.35):
            return t.c(f"#### {z}")
        return t.c(
            t.one(
                f"The answer is {z}.",
                f"The final answer is {z}",
                f"So the answer is {z}.",
                f"Answer: {z}",
                f"{t.ab} = {z}",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, this is wrong. Let me do it again.",
            "Sorry, I made a mistake. Let's try again.",
            "Edit: the above is not correct. Corrected solution:",
            "No, that is not right.",
        )

    def lead(self, t: Telling) -> str:
        return t.one("Let's check:", "Check the answer:", "Another way to do it:")

    def verdict(self, t: Telling) -> str:
        return t.one(f"So {t.n(t.previous)} was wrong.", "This is different, so the first answer was a mistake.")

    def amend(self, t: Telling, m: Mended) -> str:
        return f"{t.one('Edit:', 'Wait,', 'Oops,', 'Mistake:')} {self.fault(t, m)}.\n{t.sum(m.work, True)} = {t.m(t.candidate)}"

    def closing(self, t: Telling) -> str:
        text = "\n" + self.light(t) if t.chance(0.15) else ""
        if t.chance(0.45):
            return text
        ask, reply = t.rng.choice(
            (
                ("\n\nQ: ", "\nA: "),
                ("\n\nQuestion: ", "\nAnswer: "),
                ("\n\nProblem: ", "\nSolution: "),
                ("\n\n", "\n"),
                ("<|endoftext|>", "\n"),
                ("\nHuman: ", "\nAssistant: "),
            )
        )
        for _ in range(t.rng.randint(1, 3)):
            x, y = t.rng.randint(12, 980), t.rng.randint(12, 98)
            low = y % 10 or 5
            if t.chance(0.25):
                text += (
                    f"{ask}{t.one('A train goes', 'A machine makes')} {x} {t.one('km', 'parts')} in an hour. What does it do in "
                    f"{y} hours?{reply}{x} {t.x} {y} = {x * y}. The answer is {x * y}."
                )
                continue
            end = f"#### {x * y}" if t.flag("hashes", 0.35) else f"The answer is {x * y}."
            text += (
                f"{ask}Calculate {x} * {y}. Think step by step.{reply}{x} {t.x} {y - low} = {x * (y - low)}\n"
                f"{x} {t.x} {low} = {x * low}\n{x * (y - low)} + {x * low} = {x * y}\n{end}"
            )
        return text


class RlZero(Manner):
    """A base model after RL with rewarded tags: think and answer, little polish, abrupt self-checks."""

    gap = "\n"
    weights = (3, 3, 2)
    muses = 0.15
    closed = False

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "x")
        self.closed = False
        self.gap = t.one("\n", " ", "\n\n")

    def opening(self, t: Telling) -> str:
        tag = t.one("<think>\n", "<think> ", "")
        return tag + t.one(
            f"To calculate {t.ab}, we can multiply it by parts.",
            f"We need to find the product of {t.n(t.a)} and {t.n(t.b)}.",
            f"Let's do the multiplication {t.ab} by steps:",
            f"To solve {t.ab}, I will use distributive property.",
        )

    def body(self, t: Telling, work: Work) -> str:
        head = t.one(f"We {self.cut(t, work)}:", "Partial products:", f"{t.m(work.a)} {t.x} ({t.factor(work, True)})")
        rows = [self.eq(t, term) for term in work.terms]
        if t.flag("steps", 0.4):
            rows = [f"Step {number}: {row}" for number, row in enumerate(rows, start=1)]
        sums = [t.one("Then ", "Now sum: ", "Adding, ") + "; ".join(self.adding(t, work)) + t.one("", ".")]
        return (self.gap if self.gap == "\n" else "\n").join([head, *rows, *sums])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if not t.more and t.chance(0.45):
            self.closed = True
            return t.c(f"</think>{t.one(' ', chr(10))}<answer>{t.one(z, f' {z} ', t.boxed())}</answer>")
        return t.c(
            t.one(f"So the result is {z}.", f"So the answer is {z}.", f"Therefore {t.ab} = {z}.", f"So we get {z}.")
        )

    def anew(self, t: Telling) -> str:
        return t.c(
            t.one(
                f"We get {t.n(t.candidate)} again.",
                f"It is {t.n(t.candidate)} again, so the answer is {t.n(t.candidate)}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, this is not correct. Let's recalculate.",
            "But this is wrong because there is an error in the steps. Let's re-do:",
            "Hmm, this seems wrong. Let me recheck it from the beginning:",
            "No wait, I made a mistake. Let's compute again.",
        )

    def doubt(self, t: Telling) -> str:
        return t.one(
            "Let's double check the calculation:",
            "Let me recheck the steps.",
            "Wait, let's check it again.",
        )

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let's verify this result by reversing the factors:", "Let's check the answer again:", "To verify:"
        )

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"This is not same as {t.n(t.previous)}, so the first result was wrong.",
            f"So {t.n(t.previous)} is incorrect.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Let's recheck the steps:", "Wait,", "But there is a mistake:")
        return f"{start} {self.fault(t, m)}. So {t.sum(m.work, True)} = {t.m(t.candidate)}."

    def closing(self, t: Telling) -> str:
        if self.closed:
            return ""
        draw = t.rng.random()
        text = self.gap + (
            self.second(t) if draw < 0.25 else self.light(t) if draw < 0.4 else self.waver(t) if draw < 0.47 else ""
        )
        z = t.n(t.candidate)
        return (
            text.rstrip()
            + t.one("\n", " ")
            + t.r(f"</think>{t.one(' ', chr(10))}<answer>{t.one(z, f' {z} ', t.boxed())}</answer>")
        )


class CodeInterpreter(Manner):
    """Tool-integrated models (Qwen2.5-Math TIR, Code Interpreter): Python with its output between sentences."""

    methods = ("high", "high", "chunks")
    weights = (2, 4, 1)
    muses = 0.05
    coded = False

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("\\times", "×", "*")
        self.coded = t.chance(0.5)

    def math(self, t: Telling, formula: str) -> str:
        return f"\\({formula}\\)" if t.x == "\\times" else formula

    def opening(self, t: Telling) -> str:
        return t.one(
            f"To calculate {self.product(t)}, I'll go step by step.",
            f"Let's compute {self.product(t)}.",
            "I'll break the multiplication into partial products and let Python help with it." if self.coded else "",
        )

    def solution(self, t: Telling, work: Work) -> str:
        return self.body(t, work) if self.coded else super().solution(t, work)

    def _code(self, t: Telling, work: Work) -> str:
        names = [f"part{number}" for number in range(1, len(work.terms) + 1)]
        printed = t.chance(0.4)
        lines = [f"a = {work.a}", f"b = {work.b}"]
        if t.chance(0.6):
            lines += [f"{name} = a * {term.right}" for name, term in zip(names, work.terms, strict=True)]
            total = names[0] + "".join(
                f" {'+' if term.sign > 0 else '-'} {name}" for name, term in zip(names[1:], work.terms[1:], strict=True)
            )
            lines += [f"total = {total}", f"print({', '.join(names)})" if printed else "", "print(total)"]
            shown = (" ".join(str(term.value) for term in work.terms) + "\n" if printed else "") + str(work.total)
        else:
            lines += ["result = a * b", t.one("print(result)", "result")]
            shown = str(work.total)
        block = t.one("output", "output", "")
        label = "" if block else t.one("Output:\n", "**Result**\n")
        return "```python\n" + "\n".join(line for line in lines if line) + f"\n```\n\n{label}```{block}\n{shown}\n```"

    def body(self, t: Telling, work: Work) -> str:
        if self.coded:
            return self._code(t, work)
        rows = "\n".join(f"{number}. {self.math(t, self.eq(t, e))}" for number, e in enumerate(work.terms, start=1))
        return f"We {self.cut(t, work)}:\n\n{rows}\n\nAdding: " + "; ".join(
            self.math(t, s) for s in self.adding(t, work)
        )

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"The result of {self.product(t)} is {self.math(t, t.boxed()) if t.x != '*' else z}.",
                f"The product is {z}.",
                f"So {self.product(t)} = {z}."
                if t.x != "\\times"
                else f"So \\({t.m(t.a)} \\times {t.m(t.b)} = {t.m(t.candidate)}\\).",
                f"Thus the answer is $\\boxed{{{t.m(t.candidate)}}}$.",
                f"**Answer:** {z}",
            )
        )

    def disown(self, t: Telling) -> str:
        self.coded = t.chance(0.6)
        return t.one(
            "This result is not correct; there must be a mistake above. Let me run the calculation again.",
            "That does not look right, so let me fix the computation.",
            "I made an error in the previous step. Corrected:",
        )

    def lead(self, t: Telling) -> str:
        self.coded = t.chance(0.2) if self.coded else t.chance(0.8)
        if self.coded:
            return t.one("Let's verify this with Python.", "I will check the result by running some code:")
        return t.one("Let me verify this by hand.", "As a cross-check, the same product worked out manually:")

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"This doesn't agree with {was}, so the earlier calculation was wrong.",
            f"The earlier value {was} contained an arithmetic error.",
            f"This contradicts my first result of {was}, which was a mistake.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Checking the partial products again,", "I noticed a mistake:", "Correction:")
        return f"{start} {self.fault(t, m)}. Then {self.math(t, f'{t.sum(m.work, True)} = {t.m(t.candidate)}')}."

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.25:
            return "\n\n" + self.second(t)
        return "\n\n" + self.light(t) if draw < 0.35 else ""


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        Qwen25Instruct(),
        QwenMath(),
        QwenThinking(),
        DistilledThinking(),
        QwqMonologue(),
        LlamaCountedSteps(),
        MistralColumns(),
        GemmaBullets(),
        PhiReasoning(),
        FourO(),
        ClaudeShort(),
        ClaudeThinking(),
        GeminiProcess(),
        OlmoMinerva(),
        SmolVerified(),
        FewShotBase(),
        RlZero(),
        CodeInterpreter(),
    )
}
