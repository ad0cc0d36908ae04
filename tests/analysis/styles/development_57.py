"""Stages of a study of post-training on multiplication: base, SFT by several teachers, GRPO of several habits."""

from __future__ import annotations

from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work

Texts = tuple[str, ...]

_CONCLUDING = (
    "So ",
    "This shows",
    "That means",
    "Hence",
    "Therefore",
    "This indicates",
    "It does not",
    "The previous result is therefore",
    "The division",
    "**So ",
)


class _Stage(Style):
    """The flow: opening, solution, commitment; then refusals and new solutions; then checks that confirm."""

    latex = False
    groupings: Texts = ("plain", "comma")
    times: Texts = ("×",)
    methods: Texts = ("high", "high", "low", "chunks")
    gap = "\n\n"
    bullet = ""
    line_end = ""
    opening: Texts = ("",)
    plan: Texts = ("",)
    adding: Texts = ("",)
    commit: Texts = ("The answer is <c>.",)
    look: Texts = ("",)  # a check of the candidate before begins
    digit_bad: Texts = ()
    size_bad: Texts = ()
    divide_bad: Texts = ()
    reject: Texts = ("That is wrong.",)
    restart: Texts = ("Let me try again.",)
    mend_part: Texts = ()
    mend_sum: Texts = ()
    other_lead: Texts = ("Let me compute it the other way around:",)
    differ: Texts = ()
    recommit: Texts = ()
    confirm_lead: Texts = ("Let me verify.",)
    other_ok: Texts = ()
    digit_ok: Texts = ()
    size_ok: Texts = ()
    divide_ok: Texts = ()
    nines_ok: Texts = ()
    again_ok: Texts = ()
    idle: Texts = ()
    close: Texts = ("",)
    stumble: Texts = ()
    ways: ClassVar = {"redo": 0.5, "mend": 0.3, "check": 0.2}
    p_check, p_idle, p_close, p_stumble = 0.55, 0.15, 0.6, 0.04

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.times)

    def put(self, t: Telling, options: Texts, work: Work | None = None, **more: object) -> str:
        """One of the wordings, with the numbers in the places of its <names>."""
        if not options:
            return ""
        values = {"a": t.n(t.a), "b": t.n(t.b), "ab": t.ab, "ba": f"{t.n(t.b)} {t.x} {t.n(t.a)}", "x": t.x}
        values |= {"c": t.n(t.candidate), "k": str(t.index + 1)}
        if t.index:
            values["p"] = t.n(t.previous)
        if work:
            values |= {"v": t.n(work.a), "w": t.n(work.b), "f": t.factor(work), "s": t.sum(work)}
        values |= {key: t.n(value) if isinstance(value, int) else str(value) for key, value in more.items()}
        text = t.one(*options)
        for key, value in values.items():
            text = text.replace(f"<{key}>", value)
        return text

    def join(self, *pieces: str) -> str:
        return self.gap.join(piece for piece in pieces if piece)

    # solutions

    def equation(self, t: Telling, term: Term) -> str:
        left = f"{t.n(term.left)} {t.x} {t.n(term.right)} = "
        if self.stumble and t.chance(self.p_stumble) and term.value > 20:
            return left + self.put(t, self.stumble, q=t.near(term.value), v=term.value)
        return left + (t.detail(term, 0.35) or t.n(term.value))

    def wrap(self, t: Telling, equation: str) -> str:
        return equation

    def lines(self, t: Telling, work: Work) -> str:
        return "\n".join(f"{self.bullet}{self.wrap(t, self.equation(t, term))}{self.line_end}" for term in work.terms)

    def summing(self, t: Telling, work: Work) -> str:
        """The addition, at once or step by step."""
        if len(work.terms) > 2 and t.flag("stepwise", 0.4):
            return "\n".join(
                self.bullet + self.wrap(t, f"{t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)} = {t.n(z)}") + self.line_end
                for x, sign, y, z in work.steps()
            )
        return self.bullet + self.wrap(t, f"{t.sum(work)} = {t.n(work.total)}") + self.line_end

    def solution(self, t: Telling, work: Work) -> str:
        return self.join(
            self.put(t, self.plan, work), self.lines(t, work), self.put(t, self.adding, work), self.summing(t, work)
        )

    def state(self, t: Telling) -> str:
        return t.c(self.put(t, self.commit))

    # the flow

    def first(self, t: Telling) -> str:
        return self.join(self.put(t, self.opening), self.solution(t, t.solve(*self.methods)), self.state(t))

    def evidence(self, t: Telling) -> str:
        """What speaks, truly, against the candidate before; or nothing."""
        told = []
        x, y = t.a % 10, t.b % 10
        tiny = t.a < 10 and t.b < 10
        if self.digit_bad and not tiny and x * y % 10 != t.previous % 10:
            told.append(self.put(t, self.digit_bad, d=x, e=y, z=x * y, u=x * y % 10, o=t.previous % 10))
        near = round(t.a, 1 - len(str(t.a))) * round(t.b, 1 - len(str(t.b)))
        if (
            self.size_bad
            and not tiny
            and near != t.product
            and not 0.5 < t.previous / max(near, 1) < 2
            and near != t.candidate
        ):
            d, e = round(t.a, 1 - len(str(t.a))), round(t.b, 1 - len(str(t.b)))
            told.append(self.put(t, self.size_bad, d=d, e=e, z=near))
        quotient, rest = divmod(t.previous, t.a)
        if self.divide_bad and (quotient, rest) != (t.b, 0):
            value = t.n(quotient) if not rest else f"{t.n(quotient)} remainder {t.n(rest)}"
            told.append(self.put(t, self.divide_bad, q=value))
        return t.one(*told) if told and t.chance(0.6) else ""

    def refusal(self, t: Telling) -> str:
        evidence = self.evidence(t)
        reject = self.reject
        if not evidence:  # nothing to draw a conclusion from
            reject = tuple(text for text in reject if not text.startswith(_CONCLUDING)) or reject
        return self.join(self.put(t, self.look), evidence, self.put(t, reject), self.put(t, self.restart))

    def repeat(self, t: Telling, text: str) -> str:
        return t.r(text) if text else ""

    def mended(self, t: Telling, m: Mended) -> str:
        if m.place is None:
            return self.join(
                self.put(t, self.look), self.put(t, self.mend_sum, m.work), t.c(self.put(t, self.recommit))
            )
        term = m.work.terms[m.place]
        return self.join(
            self.put(t, self.look),
            self.put(t, self.mend_part, l=term.left, r=term.right, was=m.was, now=m.now),
            self.summing(t, m.work),
            t.c(self.put(t, self.recommit)),
        )

    def contradiction(self, t: Telling) -> str:
        work = t.other()
        return self.join(
            self.put(t, self.other_lead, work),
            self.lines(t, work),
            self.summing(t, work),
            self.put(t, self.differ),
            t.c(self.put(t, self.recommit)),
        )

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        mended = t.mend() if way == "mend" else None
        if mended:
            return self.gap + self.mended(t, mended)
        if way == "check" and t.a != t.b:
            return self.gap + self.contradiction(t)
        return self.gap + self.join(self.refusal(t), self.solution(t, t.solve(*self.methods)), self.state(t))

    def check(self, t: Telling) -> str:
        """A check that confirms the last candidate."""
        kinds = [kind for kind in ("digit", "size", "divide", "nines", "again", "other") if getattr(self, kind + "_ok")]
        kind = t.one(*kinds)
        if kind == "other" and t.a != t.b:
            work = t.other()
            return self.join(
                self.put(t, self.other_lead, work),
                t.r(self.join(self.lines(t, work), self.summing(t, work))),
                t.r(self.put(t, self.other_ok)),
            )
        lead = self.put(t, self.confirm_lead)
        tiny = t.a < 10 and t.b < 10
        if kind == "digit" and not tiny and (found := t.last_digit()):
            return self.join(lead, self.put(t, self.digit_ok, d=found[0], e=found[1], z=found[2], u=found[2] % 10))
        if kind == "size" and not tiny and (found := t.estimate()) and found[2] != t.product:
            return self.join(lead, t.r(self.put(t, self.size_ok, d=found[0], e=found[1], z=found[2])))
        if kind == "nines" and (found := t.nines()):
            return self.join(lead, self.put(t, self.nines_ok, d=found[0], e=found[1], z=found[2]))
        if kind == "divide" or not self.again_ok:
            return self.join(lead, t.r(self.put(t, self.divide_ok)))
        return self.join(lead, t.r(self.put(t, self.again_ok, t.work)))

    def closing(self, t: Telling) -> str:
        pieces = [
            self.check(t) if t.chance(self.p_check) else "",
            self.repeat(t, self.put(t, self.idle)) if t.chance(self.p_idle) else "",
            self.repeat(t, self.put(t, self.close)) if t.chance(self.p_close) else "",
        ]
        text = self.join(*pieces)
        return self.gap + text if text else ""


class WwBaseFewShot(_Stage):
    """The base model with a few examples in its prompt: it goes on with questions of its own, and does not end."""

    gap = "\n"
    groupings = ("plain", "plain", "comma")
    times = ("*", "x", "×")
    opening = (
        "Solution:",
        "Let's think step by step.",
        "A:",
        "Answer: Let's work it out step by step.",
        "Solution: <ab>",
        "Step by step:",
        "Solution: Let's multiply <a> by <b>.",
    )
    plan = (
        "<w> = <f>",
        "We can write <w> as <f>.",
        "First split <w>: <w> = <f>.",
        "<v> <x> <w> = <v> <x> (<f>)",
        "Break <w> down into <f>.",
        "",
    )
    adding = ("Add them up:", "Now add:", "Then we add the results.", "", "Adding these together:", "Sum:")
    commit = (
        "The answer is <c>.",
        "Final answer: <c>",
        "So the answer is <c>.",
        "Answer: <c>",
        "Therefore, <ab> = <c>.",
        "The final answer is <c>.",
    )
    look = ("Verification:", "Check:", "Verification: Let's check the answer <p>.", "Check the solution:", "")
    digit_bad = (
        "<d> <x> <e> = <z>, so the answer should end in <u>, but it ends in <o>.",
        "The last digit must be <u> because <d> <x> <e> = <z>.",
    )
    size_bad = ("<a> is about <d> and <b> is about <e>, so it should be near <z>.",)
    reject = (
        "The answer is incorrect.",
        "The solution is wrong.",
        "<p> is not correct.",
        "This is incorrect.",
        "There is a mistake in the solution above.",
        "The result is not correct.",
    )
    restart = ("Solution:", "New solution:", "Let's try again.", "Let's solve it again.", "Retry:", "Second solution:")
    mend_part = (
        "<l> <x> <r> is <now>, not <was>.",
        "<l> <x> <r> = <now>. The solution says <was>, which is a mistake.",
        "The error is in <l> <x> <r>. It should be <now>.",
        "Mistake: <l> <x> <r> = <was>. Correct: <l> <x> <r> = <now>.",
    )
    mend_sum = (
        "The addition is wrong. <s> = <c>, not <p>.",
        "<s> = <c>. The solution says <p>, which is a mistake.",
        "The sum is incorrect: <s> is <c>.",
        "Add again: <s> = <c>. So <p> is wrong.",
    )
    recommit = (
        "The correct answer is <c>.",
        "So the answer is <c>.",
        "Corrected answer: <c>",
        "Final answer: <c>",
        "The answer should be <c>.",
    )
    other_lead = ("Verification: <v> <x> <w>", "Check: <v> <x> <w>", "Check by switching the numbers: <v> <x> <w>")
    differ = (
        "This is different from <p>, so the solution is incorrect.",
        "It is not <p>. The first result was wrong.",
        "<p> is incorrect.",
    )
    confirm_lead = ("Verification:", "Check:", "Verification: Let's check.", "Check the solution:")
    divide_ok = ("<c> / <b> = <a>. The answer is correct.", "<c> divided by <a> is <b>. Correct.")
    digit_ok = (
        "<d> <x> <e> = <z>, and the last digit is <u>. The answer is correct.",
        "The last digit is <u>. Correct.",
    )
    other_ok = ("The answer is correct.", "It is the same. The solution is correct.", "Correct.")
    again_ok = (
        "<s> = <c>. The solution is correct.",
        "The steps are correct. The answer is <c>.",
        "Yes, <c> is correct.",
    )
    close = ("Final answer: <c>", "The answer is <c>.", "#### <c>")
    p_check, p_close, p_idle = 0.4, 0.25, 0

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        if not t.chance(0.65):
            return text
        mark = t.one("\n\n", "\n\n###\n\n", "\n\n---\n\n", "\n\n")
        head, tail = t.one(
            ("Question: ", "Solution:"), ("Q: ", "A:"), ("Problem: ", "Solution:"), ("Question: ", "Answer:")
        )
        for _ in range(t.rng.randint(1, 3)):
            x, y = t.rng.randint(12, 99), t.rng.randint(12, 99)
            while x * y in (*t.candidates, t.product) or x % 10 == 0 or y % 10 == 0:
                x, y = x + 1, y + 1
            tens, ones = y // 10 * 10, y % 10
            told = t.one(
                f"{x} {t.x} {tens} = {x * tens}\n{x} {t.x} {ones} = {x * ones}\n{x * tens} + {x * ones} = {x * y}",
                f"{x} {t.x} {y} = {x} {t.x} ({tens} + {ones}) = {x * tens} + {x * ones} = {x * y}",
                f"{x} {t.x} {y} = {x * y}",
            )
            text += f"{mark}{head}What is {x} times {y}?\n{tail} {told}"
        return text + t.one("", "", f"{mark}{head}What is", f"{mark}{head}")


class WwSolutionSft(_Stage):
    """SFT on solutions alone: tidy and short, no checks; a rare mistake is noticed after the answer."""

    gap = "\n"
    groupings = ("plain", "comma")
    times = ("×", "*", "x")
    methods = ("high", "low", "chunks", "round")
    bullet = ""
    opening = (
        "To find <ab>, we multiply step by step.",
        "We need to compute <ab>.",
        "Let's compute <ab>.",
        "To calculate <a> times <b>, use the distributive property.",
        "We multiply <a> by each part of <b> and add.",
        "Solution:",
        "<a> times <b> can be found by splitting one of the factors.",
    )
    plan = (
        "Write <w> as <f>.",
        "<w> = <f>.",
        "Break <w> into parts: <w> = <f>.",
        "Decompose <w>: <f>.",
        "Here <w> = <f>.",
        "Rewrite the product as <v> <x> (<f>).",
    )
    adding = (
        "Combine the partial products:",
        "Now combine:",
        "Put the results together:",
        "The total is:",
        "Finally, combine the results:",
        "Then:",
    )
    commit = (
        "#### <c>",
        "The answer is <c>.",
        "Thus, <ab> = <c>.",
        "So <a> times <b> is <c>.",
        "Answer: <c>",
        "Therefore, the product is <c>.",
        "Hence the answer is <c>.",
    )
    look = ("", "", "Wait, there is an error above.", "Note: the above contains an error.", "Actually, that is off.")
    reject = (
        "The answer above is not right.",
        "This result is incorrect.",
        "The calculation above is wrong.",
        "I made a mistake in the calculation above.",
        "<p> is incorrect.",
        "Sorry, the previous result is wrong.",
    )
    restart = (
        "Let's recompute <ab>.",
        "The corrected solution follows.",
        "Compute again:",
        "Redo the calculation.",
        "Let's multiply again.",
        "Corrected solution:",
    )
    mend_part = (
        "The product <l> <x> <r> should be <now> instead of <was>.",
        "Correction: <l> <x> <r> = <now>, not <was>.",
        "I wrote <was> for <l> <x> <r>, but it is <now>.",
        "<l> <x> <r> was miscalculated as <was>; it equals <now>.",
    )
    mend_sum = (
        "The sum was added incorrectly: <s> = <c>, not <p>.",
        "Correction: <s> = <c>, not <p>.",
        "I added wrongly, <s> equals <c> instead of <p>.",
        "The last addition should be <s> = <c>, and not <p>.",
    )
    recommit = (
        "#### <c>",
        "So the correct answer is <c>.",
        "The corrected answer is <c>.",
        "Thus, <ab> = <c>.",
        "Answer: <c>",
        "Therefore, the product is <c>.",
    )
    again_ok = ("<s> = <c>.", "The partial products add up to <c>.")
    confirm_lead = ("Check:", "To check,", "Checking the sum:")
    close = ("#### <c>", "Answer: <c>", "The final answer is <c>.", "<c>")
    stumble = ("<q>, that is, corrected, <v>", "<q> (correction: <v>)")
    ways: ClassVar = {"redo": 0.5, "mend": 0.5}
    p_check, p_close, p_stumble = 0.08, 0.2, 0.015


class WwTeacherFourO(_Stage):
    """SFT on solution, verification and retry as GPT-4o writes them: headings, numbered steps, inline LaTeX."""

    latex = True
    groupings = ("comma", "plain")
    times = ("\\times",)
    opening = (
        "To find the product of \\( <a> \\) and \\( <b> \\), we can break it down step by step.",
        "To calculate \\( <ab> \\), we'll use the distributive property.",
        "Let's calculate \\( <ab> \\) step by step.",
        "We can solve \\( <ab> \\) by breaking one number into parts.",
        "Let's break down the multiplication \\( <ab> \\) into manageable steps.",
        "### Solution\nWe want to calculate \\( <ab> \\).",
    )
    plan = (
        "### Step 1: Break down \\( <w> \\)\n\\( <w> = <f> \\)",
        "**Step 1: Decompose \\( <w> \\).**\n\\[ <w> = <f> \\]",
        "1. **Expand using place values:**\n\\[ <v> \\times <w> = <v> \\times (<f>) \\]",
        "First, express \\( <w> \\) as \\( <f> \\), and multiply each part by \\( <v> \\):",
    )
    adding = (
        "### Step 2: Add the results",
        "**Step 2: Add the partial products.**",
        "Now, add these results together:",
        "Next, sum up all the partial products:",
        "Adding everything together:",
    )
    commit = (
        "So, \\( <ab> = <c> \\).",
        "Thus, the product is **<c>**.",
        "Therefore, \\( <a> \\times <b> = \\mathbf{<c>} \\).",
        "### Answer\n\\( <ab> = <c> \\)",
        "The result is \\( <c> \\).",
        "**Final Answer:** <c>",
    )
    look = (
        "### Verification\nLet me verify the result by going through the steps again.",
        "Let me verify this result.",
        "Let me verify the calculation to ensure accuracy.",
        "### Verification",
        "Let's double-check the solution.",
    )
    digit_bad = (
        "The units digits are \\( <d> \\) and \\( <e> \\), and \\( <d> \\times <e> = <z> \\), so the product must end in \\( <u> \\). The result above ends in \\( <o> \\).",
    )
    size_bad = (
        "A quick estimate is \\( <d> \\times <e> = <z> \\), which is far from the result above.",
        "Rounding gives \\( <d> \\times <e> = <z> \\), so the magnitude of the result is not reasonable.",
    )
    reject = (
        "Upon verification, the result \\( <p> \\) is incorrect.",
        "There seems to be an error in the calculation above.",
        "It appears that I made a mistake in the solution above.",
        "The previous result is therefore not correct.",
        "Upon review, there is a discrepancy, so the answer \\( <p> \\) cannot be right.",
    )
    restart = (
        "Let me recalculate carefully.",
        "### Corrected Solution",
        "Let's redo the calculation from the beginning.",
        "I will solve the problem again.",
        "Let's correct this by carefully recalculating each step.",
    )
    mend_part = (
        "Checking each partial product, I found an error: \\( <l> \\times <r> = <now> \\), not \\( <was> \\).",
        "Upon re-evaluation, \\( <l> \\times <r> \\) should be \\( <now> \\) rather than \\( <was> \\). Let's add again with the corrected value:",
        "There is an error in one step: \\( <l> \\times <r> \\) was calculated as \\( <was> \\), but the correct value is \\( <now> \\).",
    )
    mend_sum = (
        "The partial products are correct, but the addition is not: \\( <s> = <c> \\), not \\( <p> \\).",
        "Re-adding the partial products gives \\[ <s> = <c> \\] so the earlier sum of \\( <p> \\) was an error.",
        "The error is in the final addition. In fact, \\( <s> = <c> \\).",
    )
    recommit = (
        "The corrected answer is \\( <c> \\).",
        "Thus, the correct product is **<c>**.",
        "So, the correct answer is \\( <ab> = <c> \\).",
        "**Corrected Final Answer:** <c>",
    )
    other_lead = (
        "### Verification\nLet me verify by multiplying in the other order, \\( <v> \\times <w> \\):",
        "Let me verify by splitting the other factor, \\( <w> = <f> \\):",
        "To verify, compute \\( <v> \\times <w> \\) instead:",
    )
    differ = (
        "This does not match the earlier result of \\( <p> \\), so there was an error in the earlier solution.",
        "The two results differ, which means that \\( <p> \\) was incorrect.",
        "Since this disagrees with \\( <p> \\), the original calculation contains an error.",
    )
    confirm_lead = (
        "### Verification",
        "Let me verify this result.",
        "To ensure accuracy, let me verify the answer.",
        "**Verification:**",
    )
    divide_ok = (
        "Dividing the product by one of the factors: \\( <c> \\div <b> = <a> \\). The result is verified.",
        "\\[ <c> \\div <a> = <b> \\]\nThis matches the original factor, so the answer is correct.",
    )
    size_ok = (
        "Estimating, \\( <d> \\times <e> = <z> \\), which is close to \\( <c> \\). The answer is reasonable.",
        "\\( <d> \\times <e> = <z> \\) is close to our result, so it makes sense.",
    )
    again_ok = (
        "Re-adding the partial products: \\( <s> = <c> \\). The solution is correct.",
        "Each step has been checked and no errors were found. The solution is verified as correct.",
        "All steps check out, and the answer \\( <c> \\) is correct.",
    )
    other_ok = (
        "Both methods give the same result, so the answer is correct.",
        "The results match, confirming \\( <c> \\).",
        "This confirms the answer.",
    )
    close = (
        "Thus, the final answer is **<c>**.",
        "**Final Answer:** \\( <c> \\)",
        "The final answer is:\n\\[ \\boxed{<c>} \\]",
        "Therefore, \\( <a> \\times <b> = <c> \\).",
    )
    idle = ("No further corrections are needed.", "The calculation is consistent, and there are no errors to correct.")

    def wrap(self, t: Telling, equation: str) -> str:
        return f"- \\( {equation} \\)" if t.flag("inline", 0.7) else f"\\[ {equation} \\]"


class WwTeacherClaude(_Stage):
    """SFT on trajectories as Claude writes them: first person, plain lines, candid about errors."""

    gap = "\n\n"
    times = ("×", "×", "*")
    groupings = ("comma", "comma", "plain")
    methods = ("high", "low", "chunks", "round")
    opening = (
        "I'll solve this step by step.",
        "Let me work through <ab>.",
        "I'll break this multiplication into smaller parts.",
        "Let me calculate <ab> using partial products.",
        "Let me multiply these step by step.",
        "# Solution\n\nI need to find <ab>.",
    )
    plan = (
        "I'll split <w> into <f>:",
        "Breaking down <w> = <f>:",
        "<v> <x> <w> is the same as <v> <x> (<f>), so:",
        "First, I'll decompose <w> as <f>.",
        "Using <w> = <f>:",
    )
    adding = (
        "Now I'll add these up:",
        "Adding these together:",
        "Sum of the partial products:",
        "Then I add them:",
        "Combining:",
    )
    commit = (
        "So <ab> = <c>",
        "Therefore, <ab> = <c>.",
        "**<ab> = <c>**",
        "The answer is **<c>**.",
        "So the answer is <c>.",
        "This gives me <ab> = <c>.",
    )
    look = (
        "Let me verify this answer.",
        "Let me check my work.",
        "Let me double-check this.",
        "**Verification:** I'll go back over this carefully.",
        "Before finalizing, let me verify my work.",
        "## Verification\n\nLet me check whether this holds up.",
    )
    digit_bad = (
        "The ones digits are <d> and <e>, so the product has to end in <u>. Mine ends in <o>.",
        "Looking at the last digits: <d> <x> <e> = <z>, so I should see a <u> at the end, and I have a <o>.",
    )
    size_bad = ("As a sanity check, <d> <x> <e> = <z>, and my answer isn't anywhere near that.",)
    divide_bad = (
        "If it were right, <p> ÷ <a> would be <b>. But it comes to <q>.",
        "Working backwards, <p> ÷ <a> gives <q>, and I should have got <b>.",
    )
    reject = (
        "I see that I made an error, so <p> is not the right answer.",
        "I made a mistake in my calculation.",
        "That means my answer is wrong.",
        "I don't think that's right. I must have made an arithmetic error somewhere.",
        "My earlier answer of <p> isn't correct.",
        "So something went wrong in my solution.",
    )
    restart = (
        "Let me start over.",
        "Let me redo this more carefully.",
        "Let me try again from the beginning.",
        "I'll recalculate.",
        "Let me solve it again, taking more care with each step.",
        "Here is a fresh attempt.",
    )
    mend_part = (
        "I notice an error: I wrote <l> <x> <r> = <was>, but it's actually <now>. Fixing that:",
        "Going through the partial products, <l> <x> <r> should be <now>, not <was>. I need to correct the sum:",
        "I made an error with <l> <x> <r>. I had <was>, and it should be <now>. With this corrected:",
    )
    mend_sum = (
        "The partial products look fine, but I added them incorrectly. <s> = <c>, not <p>.",
        "I see an error in my addition: <s> is <c>, whereas I wrote <p>.",
        "Re-adding: <s> = <c>. So my total of <p> was off.",
    )
    recommit = (
        "So the correct answer is **<c>**.",
        "My corrected answer is <c>.",
        "Therefore, <ab> = <c>.",
        "The correct product is <c>.",
    )
    other_lead = (
        "Let me verify by breaking up the other number, <w> = <f>:",
        "Let me check this a different way, splitting <w> into <f>:",
        "I'll verify with <v> <x> <w>:",
    )
    differ = (
        "This doesn't match my earlier answer of <p>. I made an error there.",
        "That's different from <p>, so my earlier calculation had a mistake.",
        "I got <p> before, so one of these is wrong. Having gone through this one carefully, I trust it over the earlier one.",
    )
    confirm_lead = (
        "Let me verify this.",
        "Let me check my work.",
        "**Verification:**",
        "I'll double-check the result.",
    )
    digit_ok = (
        "The last digit should match <d> <x> <e> = <z>, so it should end in <u>, and it does. ✓",
        "Ones digit: <d> <x> <e> = <z> → ends in <u> ✓",
    )
    size_ok = (
        "<d> <x> <e> = <z>, so <c> is in the right range. ✓",
        "Rough estimate: <d> <x> <e> = <z>. My answer is close to this, which makes sense.",
    )
    divide_ok = ("<c> ÷ <a> = <b> ✓", "Dividing back, <c> ÷ <b> = <a>. That checks out.")
    nines_ok = (
        "Casting out nines: <a> leaves <d> and <b> leaves <e>, and my product leaves <z>, which is consistent. ✓",
    )
    again_ok = ("The partial products are right, and <s> = <c>. ✓", "I've gone over each step and they all look right.")
    other_ok = ("This matches my answer. ✓", "Same result, so I'm confident in <c>.", "Both approaches agree.")
    idle = ("At first I doubted the carrying in one of the steps, but looking at it once more, it's fine.",)
    close = ("The answer is **<c>**.", "So <ab> = <c>.", "**Answer: <c>**", "My final answer is <c>.")
    stumble = ("<q>... no, let me recompute that: <v>", "<q>, wait, that should be <v>")


class WwTeacherGemini(_Stage):
    """SFT on Gemini's trajectories: bold labels, starred lists, long verification sections."""

    groupings = ("comma", "plain")
    times = ("*", "×", "x")
    bullet = "*   "
    idle = (
        "*   *Wait, is the number of zeros right?* Yes, all the zeros are accounted for.",
        "I also considered whether a carry was missed, but there is none missing.",
        "There are no further errors to correct.",
        "I don't see any mistakes in the steps, so no retry is needed.",
    )
    stumble = ("<q> (correction: <v>)", "<q>  Oops, that should be <v>")
    p_stumble = 0.03
    opening = (
        "Okay, let's calculate <ab>.",
        "Here's how to calculate <ab> step by step:",
        "**Solution**\n\nLet's multiply <a> by <b>.",
        "Let's break down the multiplication of <a> and <b>.",
        "Okay, here's the step-by-step multiplication of <a> and <b>:",
        "**Understanding the problem:** We need to find the product of <a> and <b>.",
    )
    plan = (
        "**1. Break down <w>:** <w> = <f>\n\n**2. Multiply <v> by each part:**",
        "**Partial products (<w> = <f>):**",
        "We can use the distributive property, with <w> = <f>:",
        "**Multiply <v> by the parts of <w>:**",
    )
    adding = ("**Add the partial products:**", "**3. Add the results:**", "Now, let's add these together:", "**Sum:**")
    commit = (
        "**Answer:** <c>",
        "Therefore, <ab> = **<c>**",
        "So, the answer is <c>.",
        "**Result:** <ab> = <c>",
        "So, <a> multiplied by <b> is <c>.",
        "Therefore, the final answer is <c>.",
    )
    look = (
        "**Verification:**\n\nLet me verify the answer by carefully re-examining each step.",
        "**Verification**\n\nLet's check the result.",
        "Let me verify.",
        "**Checking the answer:**",
        "**Reflection:** Let me go back over the solution and look for mistakes.",
    )
    digit_bad = (
        "*   **Last digit check:** <d> <x> <e> = <z>, so the last digit should be <u>. In my answer it's <o>. This is a problem.",
        "*   The last digit of the product should be <u> (from <d> <x> <e> = <z>), but my answer ends in <o>.",
    )
    size_bad = (
        "*   **Estimation:** <a> is roughly <d> and <b> is roughly <e>. <d> <x> <e> = <z>. My answer is not in this range.",
    )
    reject = (
        "There's a mistake in my previous calculation. My answer of <p> is incorrect.",
        "**The answer is incorrect.**",
        "I made an error in the solution above.",
        "My apologies, the result <p> is wrong.",
        "So the answer above does not hold.",
    )
    restart = (
        "**Corrected Solution:**",
        "Let's try this again, being more careful.",
        "**Let's re-calculate:**",
        "**Second Attempt:**",
        "Let's redo the multiplication from scratch.",
    )
    mend_part = (
        "*   <l> <x> <r> = <now> (I previously had <was>, which is **incorrect**)\n\nLet's re-add with the correct value:",
        "I found the mistake. In the step <l> <x> <r>, I wrote <was>. It should be <now>.\n\n**Corrected sum:**",
        "**Error found:** <l> <x> <r> is not <was>. It is <now>. This changes the sum:",
    )
    mend_sum = (
        "The individual multiplications are correct, but there's an error in the addition. It should be:\n\n*   <s> = <c>",
        "**Error found:** the sum was added incorrectly. <s> = <c>, not <p>.",
        "I made a mistake when adding: <s> is equal to <c>, not <p>.",
    )
    recommit = (
        "**Corrected Answer:** <c>",
        "Therefore, the correct answer is **<c>**.",
        "So the final answer should be <c>.",
        "**Revised answer:** <ab> = <c>",
    )
    other_lead = (
        "**Verification:**\n\nLet's multiply in the other order, with <w> = <f>:",
        "To verify, I'll use a different decomposition: <w> = <f>.",
        "**Alternative method:** <v> <x> <w>",
    )
    differ = (
        "This is different from my answer of <p>. That solution was wrong.",
        "This doesn't agree with <p>, so I made an error in that calculation.",
        "**Discrepancy found:** the answer above was <p>, and it is incorrect.",
    )
    confirm_lead = (
        "**Verification:**",
        "Let me verify this answer.",
        "**Checking the answer:**",
        "Let's do a quick check.",
    )
    digit_ok = (
        "*   **Last digit:** <d> <x> <e> = <z>, so the last digit should be <u>. This matches.\n\nThe answer is correct.",
        "*   The last digit should be <u>, since <d> <x> <e> = <z>. It is.",
    )
    size_ok = (
        "*   **Estimation:** <d> <x> <e> = <z>. Our answer of <c> is close to this, so it's reasonable.",
        "Rounding gives <d> <x> <e> = <z>, so <c> seems plausible.",
    )
    again_ok = (
        "*   The partial products are correct.\n*   <s> = <c>. The addition is correct.",
        "I've rechecked the partial products and the addition, and everything is right. The answer <c> is correct.",
    )
    divide_ok = ("*   <c> / <a> = <b>. The answer is verified.", "*   **Division:** <c> / <b> = <a>. Correct.")
    other_ok = (
        "The results match, so the answer is correct.",
        "Both methods lead to <c>, so I'm confident in the answer.",
        "This matches. **The answer is verified.**",
    )
    close = (
        "**Final Answer:** <c>",
        "Final Answer: The final answer is <c>",
        "So the final answer is **<c>**.",
        "**Final Answer: <ab> = <c>**",
    )


class WwTeacherQwen(_Stage):
    """SFT on Qwen-72B-instruct's trajectories: numbered headings, displays and a box at the end of a solution."""

    groupings = ("plain", "plain", "comma")
    times = ("\\times",)
    idle = (
        "There are no errors in the calculation, so no correction is needed.",
        "No mistakes were found.",
        "It might seem that a carry is missing in the sum, but the carries are correct.",
    )
    opening = (
        "To find the product of \\(<a>\\) and \\(<b>\\), we can follow these steps:",
        "To determine the value of \\(<ab>\\), we can break down the multiplication.",
        "Let's solve the problem step by step.",
        "To solve \\(<ab>\\), we will use the distributive property of multiplication.",
        "Sure, let's calculate \\(<ab>\\) step by step.",
        "To calculate \\(<a> \\times <b>\\), we multiply by each part and then add the results.",
    )
    plan = (
        "1. Express \\(<w>\\) as a sum:\n\\[ <w> = <f> \\]\n\n2. Multiply \\(<v>\\) by each term:",
        "We start by writing \\(<w>\\) as \\(<f>\\). Then we have:",
        "First, we break down \\(<w>\\):\n\\[ <v> \\times <w> = <v> \\times (<f>) \\]",
        "Since \\(<w> = <f>\\), we calculate:",
    )
    adding = (
        "Now, we add the results:",
        "3. Add the partial products together:",
        "Next, we sum these values:",
        "Adding these results, we get:",
    )
    commit = (
        "Therefore, the answer is \\(\\boxed{<c>}\\).",
        "So, the product of \\(<a>\\) and \\(<b>\\) is \\(\\boxed{<c>}\\).",
        "Thus, the final answer is:\n\\[\n\\boxed{<c>}\n\\]",
        "Therefore, \\(<ab> = <c>\\).",
        "The result is \\(\\boxed{<c>}\\).",
    )
    look = (
        "Let me verify the solution.",
        "Let's verify the result:",
        "Let me verify: we check each step of the solution above.",
        "### Verification\nWe recheck the multiplication.",
        "Now, let me check if the answer is correct.",
        "To verify the result, we review the calculations.",
    )
    digit_bad = (
        "The last digit of the product should be the last digit of \\(<d> \\times <e> = <z>\\), which is \\(<u>\\). However, the last digit of our result is \\(<o>\\).",
    )
    size_bad = ("Using approximation, \\(<d> \\times <e> = <z>\\), and the result is not close to it.",)
    divide_bad = ("We divide \\(<p>\\) by \\(<a>\\), and the quotient is <q>, which is not equal to \\(<b>\\).",)
    reject = (
        "Upon rechecking, I found that the answer is incorrect.",
        "Therefore, the solution above is incorrect.",
        "There is an error in the above solution.",
        "The answer \\(<p>\\) is not correct.",
        "This indicates that there was a mistake in the previous calculation.",
    )
    restart = (
        "Let's correct it and solve the problem again.",
        "Let's recalculate step by step.",
        "We need to redo the multiplication.",
        "Here is the corrected solution:",
        "Let me solve it again.",
    )
    mend_part = (
        "The calculation of \\(<l> \\times <r>\\) is incorrect. The correct calculation is:\n\\[ <l> \\times <r> = <now> \\]\ninstead of \\(<was>\\). Adding again:",
        "In the multiplication step, \\(<l> \\times <r> = <was>\\) is wrong. It should be \\(<now>\\). Therefore:",
        "It seems there was a mistake: \\(<l> \\times <r>\\) equals \\(<now>\\), not \\(<was>\\). Let's correct the sum:",
    )
    mend_sum = (
        "The addition step is incorrect. The correct sum is:\n\\[ <s> = <c> \\]",
        "It seems there was a mistake in the addition. We have \\(<s> = <c>\\), not \\(<p>\\).",
        "Rechecking the sum, \\(<s>\\) is \\(<c>\\), so \\(<p>\\) is incorrect.",
    )
    recommit = (
        "Therefore, the correct answer is \\(\\boxed{<c>}\\).",
        "So, the correct product is \\(\\boxed{<c>}\\).",
        "The corrected final answer is:\n\\[\n\\boxed{<c>}\n\\]",
        "Hence, the correct result is \\(<c>\\).",
    )
    other_lead = (
        "Let me verify by computing \\(<v> \\times <w>\\) with \\(<w> = <f>\\):",
        "To verify the answer, we swap the factors and compute \\(<v> \\times <w>\\):",
        "Let's verify using another decomposition, \\(<w> = <f>\\):",
    )
    differ = (
        "The result is different from \\(<p>\\), so the previous answer was incorrect.",
        "This is not consistent with \\(<p>\\). There was an error in that solution.",
        "We can see that \\(<p>\\) is wrong.",
    )
    confirm_lead = (
        "Let me verify the solution.",
        "Let's verify the result:",
        "To verify, we can check the calculation.",
        "### Verification",
    )
    divide_ok = (
        "\\[ <c> \\div <a> = <b> \\]\nThe verification is successful.",
        "Since \\(<c> \\div <b> = <a>\\), the answer is correct.",
    )
    again_ok = (
        "The partial products sum to \\(<s> = <c>\\). The answer is correct.",
        "All the steps are correct, so the answer is \\(<c>\\).",
    )
    digit_ok = (
        "\\(<d> \\times <e> = <z>\\), so the last digit should be \\(<u>\\), and it is. The answer is correct.",
    )
    other_ok = (
        "The result is the same. Therefore, the answer is verified.",
        "Both calculations give \\(<c>\\), so the solution is correct.",
    )
    close = (
        "The final answer is \\(\\boxed{<c>}\\).",
        "\\[\n\\boxed{<c>}\n\\]",
        "So the answer is \\(<c>\\).",
        "Therefore, the final answer remains \\(\\boxed{<c>}\\).",
    )

    def wrap(self, t: Telling, equation: str) -> str:
        return f"\\[ {equation} \\]" if t.flag("display", 0.75) else f"   - \\({equation}\\)"


class WwTeacherDeepSeek(_Stage):
    """SFT on DeepSeek-V3's trajectories: headed sections, bold, dollar displays, a box in every section of result."""

    groupings = ("comma", "plain")
    times = ("\\times",)
    methods = ("high", "low", "round", "chunks")
    idle = (
        "Wait, was the placement of the zeros correct? Yes, each partial product has the right number of zeros.",
        "No mistakes were identified.",
        "At first glance a carry seems to be missing, but on closer inspection it is there.",
    )
    opening = (
        "To solve \\( <ab> \\), I'll break it down into simpler steps.",
        "**Step-by-Step Solution:**",
        "Let's solve the multiplication problem \\( <ab> \\) step by step.",
        "### Problem:\nCalculate \\( <ab> \\).",
        "To find \\( <ab> \\), let's follow these steps:",
        "Alright, let's work on \\( <ab> \\).",
    )
    plan = (
        "### Step 1: Break down the numbers\nWe can write \\( <w> \\) as \\( <f> \\).\n\n### Step 2: Multiply each part",
        "**Decompose:** \\( <w> = <f> \\)",
        "1. **Apply the distributive property:** \\( <v> \\times (<f>) \\)",
        "#### Breaking down \\( <w> \\) into \\( <f> \\)",
    )
    adding = (
        "### Step 3: Add the partial results",
        "**Combine the results:**",
        "2. **Sum:**",
        "Now, combine all the partial results:",
    )
    commit = (
        "### Final Answer:\n$$\\boxed{<c>}$$",
        "**Final Answer:** \\( \\boxed{<c>} \\)",
        "So, \\( <ab> = <c> \\).",
        "**Result:** \\( <ab> = \\boxed{<c>} \\)",
        "Thus, \\( <a> \\) times \\( <b> \\) is **<c>**.",
    )
    look = (
        "### Verification:\nLet me verify the above steps for accuracy.",
        "**Verification:** Let me verify each step.",
        "---\n\nLet me verify the solution.",
        "Let me double-check the steps to see if there's any mistake.",
        "### Reflection\nLet me examine the solution once more.",
    )
    digit_bad = (
        "- The units digit must be that of \\( <d> \\times <e> = <z> \\), i.e. \\( <u> \\), yet the obtained result ends in \\( <o> \\). ❌",
    )
    size_bad = ("- Approximating, \\( <d> \\times <e> = <z> \\). The obtained result is inconsistent with this. ❌",)
    reject = (
        "**The above result is incorrect.**",
        "Upon checking, \\( <p> \\) turns out to be incorrect.",
        "This shows that the solution above contains an error.",
        "I realize that a mistake was made, and the answer \\( <p> \\) is wrong.",
        "Hence the answer obtained above is invalid.",
    )
    restart = (
        "### Corrected Solution:",
        "Let's recompute this properly.",
        "### Retry:",
        "Let me redo the problem step by step.",
        "**Re-solving the problem:**",
    )
    mend_part = (
        "- \\( <l> \\times <r> \\) was given as \\( <was> \\), but it is actually \\( <now> \\). ❌\n\n**Corrected sum:**",
        "I realize there was a mistake in the multiplication \\( <l> \\times <r> \\): the value is \\( <now> \\), not \\( <was> \\). Let's fix the sum:",
        "**Mistake identified:** \\( <l> \\times <r> = <now> \\), whereas I wrote \\( <was> \\).",
    )
    mend_sum = (
        "**Mistake identified:** the addition. Correctly, \\( <s> = <c> \\).",
        "The partial products hold up, but their sum is \\( <s> = <c> \\), not \\( <p> \\).",
        "I realize the addition was done incorrectly: \\( <s> = <c> \\).",
    )
    recommit = (
        "### Corrected Final Answer:\n$$\\boxed{<c>}$$",
        "So, the accurate answer is \\( \\boxed{<c>} \\).",
        "**Corrected Answer:** \\( <ab> = <c> \\)",
        "Thus, the right result is **<c>**.",
    )
    other_lead = (
        "### Verification:\nLet me verify using an alternative breakdown, \\( <w> = <f> \\).",
        "**Cross-check:** compute \\( <v> \\times <w> \\) directly.",
        "To be certain, let's multiply in the reverse order, \\( <v> \\times <w> \\):",
    )
    differ = (
        "This contradicts the result above, \\( <p> \\), which was erroneous.",
        "It does **not** equal \\( <p> \\). The earlier answer was a miscalculation.",
        "The cross-check fails: \\( <p> \\) was wrong.",
    )
    confirm_lead = ("### Verification:", "**Verification:**", "Let me verify the solution.", "**Cross-check:**")
    digit_ok = ("- Units digit: \\( <d> \\times <e> = <z> \\), so it must be \\( <u> \\). ✅",)
    size_ok = ("- Approximation: \\( <d> \\times <e> = <z> \\), which is consistent with \\( <c> \\). ✅",)
    nines_ok = (
        "- Digital roots: modulo 9, \\( <a> \\) gives \\( <d> \\), \\( <b> \\) gives \\( <e> \\), and the product gives \\( <z> \\), as it should. ✅",
    )
    again_ok = (
        "- \\( <s> = <c> \\) ✅\n\nThe solution is correct.",
        "The steps are accurate, and the final answer is verified.",
    )
    other_ok = ("The results agree. ✅", "This confirms that \\( <c> \\) is correct.", "The cross-check is successful.")
    close = (
        "### Final Answer:\n$$\\boxed{<c>}$$",
        "**Final Answer:** \\( \\boxed{<c>} \\)",
        "The solution is verified, and the answer is \\( \\boxed{<c>} \\).",
    )

    def wrap(self, t: Telling, equation: str) -> str:
        return f"- \\( {equation} \\)" if t.flag("bullets", 0.6) else f"\\[\n{equation}\n\\]"


class WwGrpoReverse(_Stage):
    """GRPO with a KL term that learnt to check by division: short sentences, the check nearly always."""

    gap = "\n"
    groupings = ("plain",)
    times = ("*", "×", "x")
    idle = ("Is a zero missing? No.", "The zeros are right too.", "The check has no remainder.", "No retry is needed.")
    stumble = ("<q>, no, <v>",)
    p_stumble = 0.02
    opening = (
        "<ab>",
        "To find <ab>, calculate each part.",
        "Calculate <ab> step by step.",
        "We calculate <a> times <b>.",
        "Step 1: multiply.",
        "First, multiply <a> by <b> in parts.",
    )
    plan = ("<w> = <f>", "Split <w> as <f>.", "Using <w> = <f>,", "Use <v> <x> (<f>).", "")
    adding = ("Add:", "Then add the parts.", "Step 2: add.", "Total:", "")
    commit = (
        "So <ab> = <c>.",
        "The product is <c>.",
        "The answer is <c>.",
        "Answer: <c>",
        "Thus <a> times <b> equals <c>.",
    )
    look = (
        "Now check by the reverse operation.",
        "Reverse check:",
        "Check using division:",
        "Verify with the inverse operation.",
        "To verify, divide the product by <b>.",
        "Check by dividing back.",
    )
    reject = (
        "It does not divide back to <a>, so <p> is wrong.",
        "The reverse check fails. The answer <p> is incorrect.",
        "The division does not return <a>. There is a mistake in the product.",
        "So the answer is not correct.",
        "The check does not pass, <p> is not the product.",
    )
    restart = (
        "Calculate again:",
        "Multiply again step by step.",
        "Let's recalculate <ab>.",
        "Redo the multiplication.",
        "Try again.",
    )
    mend_part = (
        "Look at the parts: <l> <x> <r> = <now>, not <was>.",
        "The mistake is in <l> <x> <r>. It is <now>, and <was> was wrong.",
        "Check the parts. <l> <x> <r> should be <now> instead of <was>.",
    )
    mend_sum = (
        "The parts are right but the sum is <s> = <c>, not <p>.",
        "The mistake is in adding: <s> = <c>.",
        "Add again: <s> = <c>, so <p> was wrong.",
    )
    recommit = ("So the correct product is <c>.", "The answer is <c>.", "Corrected: <ab> = <c>.", "Answer: <c>")
    other_lead = ("Check in reverse order: <v> <x> <w>", "Reverse the factors: <v> <x> <w>")
    differ = (
        "It is not equal to <p>, so <p> is wrong.",
        "The reverse order gives another number, the product <p> was wrong.",
    )
    other_ok = ("Same product in reverse order. Correct.", "It is equal, so the answer is correct.")
    divide_ok = (
        "<c> / <b> = <a>. The reverse check passes.",
        "<c> ÷ <b> = <a>, which is the first number. Correct.",
        "<c> divided by <b> is <a>, so it is correct.",
        "<c> / <a> = <b>, it matches.",
    )
    confirm_lead = (
        "Now check by the reverse operation.",
        "Reverse check:",
        "Check using division:",
        "Verify with the inverse operation.",
    )
    close = (
        "The final answer is <c>.",
        "Final answer: <c>",
        "So the answer is <c>.",
        "<ab> = <c>",
        "Answer: \\boxed{<c>}",
    )
    ways: ClassVar = {"redo": 0.6, "mend": 0.3, "check": 0.1}
    p_check, p_close = 0.85, 0.55

    def mended(self, t: Telling, m: Mended) -> str:
        quotient, rest = divmod(t.previous, t.b)
        if (quotient, rest) == (t.a, 0):
            lead = self.put(t, ("Check each part again.", "Check the steps:", "Go over the steps again."))
        else:
            lead = (
                self.put(t, self.look)
                + self.gap
                + (
                    f"{t.n(t.previous)} / {t.n(t.b)} = {t.n(quotient)}"
                    + (f" remainder {t.n(rest)}" if rest else "")
                    + self.put(t, (", this is not <a>.", ". It should be <a>.", ", but the first number is <a>."))
                )
            )
        if m.place is None:
            return self.join(lead, self.put(t, self.mend_sum, m.work), t.c(self.put(t, self.recommit)))
        term = m.work.terms[m.place]
        part = self.put(t, self.mend_part, l=term.left, r=term.right, was=m.was, now=m.now)
        return self.join(lead, part, self.summing(t, m.work), t.c(self.put(t, self.recommit)))

    def evidence(self, t: Telling) -> str:
        quotient, rest = divmod(t.previous, t.b)
        if (quotient, rest) == (t.a, 0) or t.chance(0.15):
            return ""
        if not rest:
            return f"{t.n(t.previous)} / {t.n(t.b)} = {t.n(quotient)}, not {t.n(t.a)}."
        return t.one(
            f"{t.n(t.previous)} / {t.n(t.b)} = {t.n(quotient)} with remainder {t.n(rest)}.",
            f"{t.n(t.previous)} ÷ {t.n(t.b)} ≈ {t.previous / t.b:.2f}",
            f"{t.n(t.b)} goes into {t.n(t.previous)} {t.n(quotient)} times and {t.n(rest)} is left over.",
        )


class WwGrpoReconsider(_Stage):
    """GRPO without KL that reconsiders again and again, mostly to no effect: one running paragraph."""

    gap = " "
    groupings = ("plain", "comma")
    times = ("*", "×")
    opening = (
        "Okay, so I need to find <ab>.",
        "To get <ab>, let me think.",
        "Let me think step by step.",
        "So, what is <ab>?",
        "I need to multiply <a> and <b>.",
        "First, let me compute <ab>.",
    )
    plan = (
        "I can split <w> into <f>.",
        "Break <w> up: <f>.",
        "Since <w> is <f>, I take each part.",
        "Taking <w> as <f>,",
    )
    adding = ("Adding these,", "Then adding,", "Together,", "Now the sum,", "Adding them up,")
    commit = (
        "So <ab> is <c>.",
        "So the answer is <c>.",
        "So I get <c>.",
        "Therefore the product is <c>.",
        "That makes the answer <c>.",
    )
    look = (
        "But wait, let me reconsider.",
        "Wait, let me reconsider this.",
        "Hmm, let me reconsider.",
        "But let me reconsider that again.",
        "Hold on, let me think about this again.",
        "Let me reconsider once more.",
    )
    digit_bad = (
        "The last digits are <d> and <e>, that means it ends in <u>, and mine ends in <o>.",
        "<d> times <e> is <z>, so the end must be <u> and I have <o>.",
    )
    size_bad = ("About <d> times <e> is <z>, which is way off from what I have.",)
    reject = (
        "So <p> is wrong.",
        "No, <p> can't be right.",
        "I made a mistake there, the answer isn't <p>.",
        "That's not right.",
        "So I must have made an error, and <p> is not the answer.",
    )
    restart = (
        "Let me do it over.",
        "Let me start again.",
        "Let me calculate everything again from the start.",
        "I will redo it.",
        "Let me do this properly now.",
    )
    mend_part = (
        "I said <l> <x> <r> is <was>, but it's <now>.",
        "<l> <x> <r> is actually <now>, I had <was>.",
        "Looking at <l> <x> <r>, that should have been <now> and not <was>.",
    )
    mend_sum = (
        "I added wrong, <s> is <c>.",
        "The sum <s> is actually <c>, not <p>.",
        "Adding again, <s> = <c>, so <p> was a mistake.",
    )
    recommit = (
        "So the answer is <c> instead.",
        "So it should be <c>.",
        "So the correct answer is <c>.",
        "That makes the answer <c>.",
    )
    other_lead = (
        "Let me reconsider with <w> split into <f>.",
        "Let me reconsider it as <v> <x> <w>.",
        "Wait, what if I take <v> <x> <w>?",
    )
    differ = (
        "That's different from <p>, so I was wrong before.",
        "But I had <p>, which must be wrong then.",
        "So <p> was a mistake.",
    )
    confirm_lead = (
        "But wait, let me reconsider.",
        "Let me reconsider this.",
        "Wait, let me make sure.",
        "Let me think about it again.",
    )
    digit_ok = ("<d> times <e> is <z>, so it should end in <u>, and it does.",)
    size_ok = ("<d> times <e> is <z>, and <c> is close to it, so fine.",)
    again_ok = (
        "<s>, that is <c>, yes.",
        "The parts are the same as before and it's still <c>.",
        "Going over the parts again, they're fine, so it stays <c>.",
    )
    divide_ok = ("<c> divided by <a> would be <b>, okay.",)
    other_ok = ("Same as before, good.", "That's <c> again, so it agrees.", "So it's the same number.")
    idle = (
        "Wait, did I carry correctly? Yes, I did.",
        "Hmm, but is it that simple? Yes, it is just a multiplication.",
        "Let me reconsider again. No, everything is right.",
        "But let me reconsider. I added <s>, and that is <c>, right.",
        "Wait, should I reconsider the zeros? No, the zeros are fine.",
        "Let me reconsider one more time. It is <c>.",
    )
    close = (
        "So the final answer is <c>.",
        "The answer is <c>.",
        "Final answer: <c>.",
        "I'm sure it's <c>.",
        "So, <c>.",
    )
    stumble = ("<q>, no, <v>", "<q>, wait, <v>")

    def lines(self, t: Telling, work: Work) -> str:
        return ", ".join(self.equation(t, term) for term in work.terms) + "."

    def summing(self, t: Telling, work: Work) -> str:
        return super().summing(t, work).replace("\n", ", ") + "."

    def put(self, t: Telling, options: Texts, work: Work | None = None, **more: object) -> str:
        return super().put(t, options, work or t.work, **more)

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 0, 1, 1, 2, 3])):
            told = self.check(t) if t.chance(0.6) else self.put(t, self.idle)
            text += " " + t.r(told)
        return text + (" " + t.r(self.put(t, self.close)) if t.chance(0.75) else "")


class WwBoxVerifyBox(_Stage):
    """RL with a rule that reads the last box: it boxes, verifies, and boxes again."""

    groupings = ("plain", "plain", "comma")
    times = ("\\times", "\\cdot")
    gap = "\n"
    idle = (
        "Could a carry be missing? No, the carries are right.",
        "No error is found.",
        "One might object that a zero is missing, but it is not.",
    )
    opening = (
        "We need to compute $<ab>$.",
        "To find $<ab>$, multiply the parts and add.",
        "Let's compute $<ab>$ step by step.",
        "The problem asks for $<ab>$.",
        "First, we set up the multiplication $<ab>$.",
        "We calculate $<a>$ times $<b>$.",
    )
    plan = (
        "Write $<w> = <f>$.",
        "Expanding, $<v> <x> <w> = <v> <x> (<f>)$.",
        "By the distributive law with $<w> = <f>$:",
        "We use $<w> = <f>$.",
    )
    adding = ("Adding:", "The sum is", "Summing the products:", "Then", "Adding the parts gives")
    commit = (
        "\\boxed{<c>}",
        "So the answer is $\\boxed{<c>}$.",
        "$$\\boxed{<c>}$$",
        "Thus $<ab> = \\boxed{<c>}$.",
        "The answer is \\boxed{<c>}.",
        "Final answer: $\\boxed{<c>}$",
    )
    look = (
        "Verify the answer:",
        "Let me check the boxed answer.",
        "Verification of the result:",
        "Now let me verify this.",
        "We verify $<p>$.",
        "Let's check:",
    )
    digit_bad = (
        "The last digit of $<d> <x> <e> = <z>$ is $<u>$, while the boxed number ends in $<o>$.",
        "Since $<d> <x> <e> = <z>$, the number has to end in $<u>$. It ends in $<o>$.",
    )
    size_bad = ("We have roughly $<d> <x> <e> = <z>$, and the boxed number is not of this size.",)
    divide_bad = ("$<p> / <a>$ gives <q>, which is not $<b>$.",)
    reject = (
        "The boxed answer is incorrect.",
        "So $<p>$ is incorrect.",
        "The answer $<p>$ does not hold up.",
        "There is a mistake, so the boxed answer is wrong.",
        "That means the boxed value is wrong.",
    )
    restart = (
        "Recompute:",
        "We compute the product again.",
        "Let me solve it again.",
        "Redoing the multiplication:",
        "Start again from the product $<ab>$.",
    )
    mend_part = (
        "$<l> <x> <r> = <now>$, not $<was>$. So the boxed answer must change:",
        "In the steps above, $<l> <x> <r>$ should be $<now>$, but it was taken as $<was>$. Then",
        "The step $<l> <x> <r> = <was>$ is false, since $<l> <x> <r> = <now>$. Fixing it:",
    )
    mend_sum = (
        "The products are fine, but $<s> = <c>$, so the boxed answer was wrong.",
        "The addition was wrong: $<s> = <c>$.",
        "Adding again, $<s> = <c>$, not $<p>$.",
    )
    recommit = (
        "\\boxed{<c>}",
        "So the corrected answer is $\\boxed{<c>}$.",
        "Hence the answer is $\\boxed{<c>}$.",
        "$$\\boxed{<c>}$$",
    )
    other_lead = (
        "Verify with $<w> = <f>$ instead:",
        "Verification: compute $<v> <x> <w>$.",
        "Let me check with the factors swapped, $<v> <x> <w>$.",
    )
    differ = (
        "This is not $<p>$, so the box above was wrong.",
        "It disagrees with $<p>$, which is incorrect.",
        "So $<p>$ is incorrect.",
    )
    confirm_lead = ("Verify the answer:", "Let me check the boxed answer.", "Verification:", "Let's check:")
    digit_ok = ("The last digit of $<d> <x> <e> = <z>$ is $<u>$, as in the box.",)
    size_ok = ("$<d> <x> <e> = <z>$, which is near $<c>$.",)
    nines_ok = ("Modulo 9, the factors are $<d>$ and $<e>$ and the product is $<z>$. Consistent.",)
    divide_ok = ("$<c> / <b> = <a>$, correct.", "$<c> / <a> = <b>$. The answer is verified.")
    again_ok = ("$<s> = <c>$, as before. The answer is correct.", "All steps are right, so $<c>$ is correct.")
    other_ok = (
        "It is the same number, so the answer is verified.",
        "This agrees with the box.",
        "The verification confirms $<c>$.",
    )
    close = (
        "\\boxed{<c>}",
        "So the answer is $\\boxed{<c>}$.",
        "The verified answer is $\\boxed{<c>}$.",
        "Final answer: $\\boxed{<c>}$",
        "$$\\boxed{<c>}$$",
        "\\boxed{<c>}\n\\boxed{<c>}",
    )
    p_check, p_close = 0.8, 0.85

    def wrap(self, t: Telling, equation: str) -> str:
        return f"${equation}$"


class WwThinkReflectTags(_Stage):
    """RL with tags: thoughts, answer, and a reflection that may send it back to think, or all inside one thought."""

    gap = "\n"
    groupings = ("plain", "comma")
    times = ("*", "×")
    opening = (
        "I need to calculate <ab>.",
        "The question asks for <a> times <b>.",
        "Let me compute <ab>.",
        "To solve <ab>, I will multiply in parts.",
        "We have to find the product of <a> and <b>.",
        "I will find <ab> by splitting a factor.",
    )
    plan = ("<w> can be written as <f>.", "I split <w> into <f>.", "Let <w> = <f>.", "Using <w> = <f>:", "")
    adding = ("Now I add the parts.", "Adding up:", "The sum of these is:", "Adding these values,", "")
    commit = (
        "So the answer is <c>.",
        "So <ab> = <c>.",
        "The result is <c>.",
        "Therefore the product is <c>.",
        "Thus, <a> times <b> is <c>.",
    )
    look = (
        "Let me reflect on this answer.",
        "I should check whether <p> is right.",
        "Let me go over my reasoning.",
        "Checking the answer <p>.",
        "I will review the steps.",
    )
    digit_bad = (
        "<d> <x> <e> = <z>, so the result must end in <u>, but I have <o> at the end.",
        "The last digit should be <u> because <d> <x> <e> = <z>, and it is <o>.",
    )
    size_bad = ("<d> <x> <e> = <z>, so the result has the wrong size.",)
    divide_bad = ("<p> / <a> is <q>, and I need <b>.",)
    reject = (
        "My answer <p> is wrong.",
        "The answer is not correct.",
        "I made a mistake, so the answer has to be rejected.",
        "So this answer is incorrect.",
        "The reasoning contains an error and <p> is incorrect.",
    )
    restart = (
        "I will think again.",
        "I need to solve it again.",
        "Let me recompute it from the start.",
        "I should redo the calculation.",
        "Let me try once more.",
    )
    mend_part = (
        "I found an error: <l> <x> <r> is <now>, and I used <was>. With the right value:",
        "The step <l> <x> <r> = <was> is wrong. It should be <now>. Then:",
        "<l> <x> <r> = <now>, not <was>, so I have to add again:",
    )
    mend_sum = (
        "The sum is wrong. <s> = <c>, not <p>.",
        "I added incorrectly: <s> = <c>.",
        "Adding once more gives <s> = <c>, so <p> is wrong.",
    )
    recommit = ("So the correct answer is <c>.", "The answer is <c>.", "So <ab> = <c>.", "The corrected result is <c>.")
    other_lead = (
        "I will check it with <v> <x> <w>.",
        "Let me verify by splitting <w> into <f>.",
        "Checking with the other factor, <w> = <f>:",
    )
    differ = (
        "This is not <p>. That answer was wrong.",
        "It is different from <p>, which must be wrong.",
        "The results differ, and my earlier answer <p> is incorrect.",
    )
    confirm_lead = ("Let me reflect on this answer.", "Let me verify.", "I will check the result.", "Checking:")
    digit_ok = ("<d> <x> <e> = <z>, so it must end in <u>, and it does.",)
    size_ok = ("<d> <x> <e> = <z>, so <c> is reasonable.",)
    divide_ok = ("<c> / <a> = <b>, so the answer is correct.", "Dividing <c> by <b> gives <a>. It is correct.")
    again_ok = (
        "The steps are correct and <s> = <c>.",
        "I found no errors. The answer <c> is correct.",
        "No mistake was found, the answer stays.",
    )
    other_ok = ("It is the same, so my answer is correct.", "This confirms the answer.", "The answer <c> is verified.")
    idle = (
        "I considered whether a zero was lost, but all the zeros are there.",
        "One might doubt the carries, but they are right.",
    )
    stumble = ("<q>, no, <v>",)

    def rounds(self, t: Telling) -> bool:
        return t.flag("rounds", 0.55)

    def tag(self, name: str, text: str) -> str:
        return f"<{name}>\n{text}\n</{name}>"

    def reply(self, t: Telling) -> str:
        kind = t.one("plain", "plain", "box", "said") if t.flag("freely", 0.4) else "plain"
        number = t.n(t.candidate)
        told = {
            "plain": f" {number} " if t.flag("spaced", 0.5) else number,
            "box": f"\\boxed{{{number}}}",
            "said": f"The answer is {number}.",
        }
        return f"<answer>{told[kind]}</answer>"

    def first(self, t: Telling) -> str:
        if self.rounds(t):
            thought = self.join(self.put(t, self.opening), self.solution(t, t.solve(*self.methods)))
            return self.tag("think", thought) + "\n" + t.c(self.reply(t))
        return "<think>\n" + super().first(t)

    def again(self, t: Telling) -> str:
        if not self.rounds(t):
            return super().again(t)
        way = t.way(redo=0.55, mend=0.3, check=0.15)
        mended = t.mend() if way == "mend" else None
        if mended and mended.place is not None:
            term = mended.work.terms[mended.place]
            part = self.put(t, self.mend_part, l=term.left, r=term.right, was=mended.was, now=mended.now)
            text = self.join(self.put(t, self.look), part, self.summing(t, mended.work))
            return "\n" + self.tag("reflection", text) + "\n" + t.c(self.reply(t))
        if mended:
            text = self.join(self.put(t, self.look), self.put(t, self.mend_sum, mended.work))
            return "\n" + self.tag("reflection", text) + "\n" + t.c(self.reply(t))
        if way == "check" and t.a != t.b:
            work = t.other()
            text = self.join(
                self.put(t, self.other_lead, work), self.lines(t, work), self.summing(t, work), self.put(t, self.differ)
            )
            return "\n" + self.tag("reflection", text) + "\n" + t.c(self.reply(t))
        text = "\n" + self.tag("reflection", self.refusal(t))
        return text + "\n" + self.tag("think", self.solution(t, t.solve(*self.methods))) + "\n" + t.c(self.reply(t))

    def closing(self, t: Telling) -> str:
        doubt = self.repeat(t, self.put(t, self.idle)) if t.chance(self.p_idle) else ""
        text = self.join(doubt, self.check(t)) if t.chance(0.5) else doubt
        if self.rounds(t):
            if not text:
                return ""
            told = "\n" + self.tag("reflection", text)
            return told + ("\n" + t.r(self.reply(t)) if t.chance(0.5) else "")
        return ("\n" + text if text else "") + "\n</think>\n" + t.r(self.reply(t))


class WwVerdictAttempts(_Stage):
    """SFT on solution, verdict word, retry: attempts with or without numbers, each judged in a word or two."""

    gap = "\n"
    groupings = ("plain", "comma")
    times = ("×", "*", "x")
    idle = ()
    doubts: Texts = (
        "Is a zero missing? No.",
        "Are the carries right? Yes.",
        "Did I skip a part? No, all parts are there.",
    )
    opening = ("", "<ab>", "Let's calculate <ab>.", "We compute <a> times <b>.", "Multiply <a> by <b>.", "")
    plan = ("<w> = <f>", "Split <w>: <f>.", "We have <w> = <f>.", "<v> <x> <w> = <v> <x> (<f>)", "")
    adding = ("Sum:", "Add:", "Adding the results:", "", "Total:")
    commit = (
        "Answer: <c>",
        "The answer is <c>.",
        "So <ab> = <c>.",
        "Result: <c>",
        "The product is <c>.",
        "So the answer is <c>.",
    )
    digit_bad = (
        "The last digit must be <u> (<d> <x> <e> = <z>), but it is <o>.",
        "<d> <x> <e> = <z>, so the last digit <o> is not possible.",
    )
    size_bad = ("The product should be about <d> <x> <e> = <z>.",)
    divide_bad = ("<p> ÷ <a> = <q>, not <b>.",)
    mend_part = (
        "<l> <x> <r> = <now>, not <was>.",
        "<l> <x> <r> = <was> is false, it is <now>.",
        "The line <l> <x> <r> = <was> has an error. The right value is <now>.",
    )
    mend_sum = (
        "The addition contains an error.",
        "The products are right, the sum is not.",
        "The partial products are fine but they were added incorrectly.",
    )
    digit_ok = ("The last digit must be <u> (<d> <x> <e> = <z>), and it is.",)
    size_ok = ("The product should be about <d> <x> <e> = <z>. <c> is close.",)
    nines_ok = ("Remainders by 9: <d> and <e> for the factors, <z> for the product. They fit.",)
    divide_ok = ("<c> ÷ <a> = <b>.", "<c> ÷ <b> = <a>.")
    again_ok = ("<s> = <c>.", "All the lines are right.", "Every partial product and the sum are right.")
    other_ok = ("The same result.", "It agrees with <c>.")
    other_lead = ("Compute <v> <x> <w>:", "Swap the factors: <v> <x> <w>")
    confirm_lead = ("",)
    close = ("Final answer: <c>", "The final answer is <c>.", "Answer: <c>", "<ab> = <c>")
    wrong: Texts = (
        "Wrong, try again.",
        "Wrong. Try again.",
        "Incorrect. Let me try again.",
        "Verdict: Wrong",
        "Verdict: incorrect, retry",
        "Wrong.",
        "✗ Wrong, try again.",
    )
    right: Texts = (
        "Correct.",
        "Correct!",
        "Verdict: Correct",
        "Verdict: correct, stop",
        "✓ Correct.",
        "This is correct.",
    )
    heads: Texts = ("Attempt <k>:", "**Attempt <k>**", "### Attempt <k>", "Solution <k>:", "Try <k>:", "Attempt #<k>")
    checks: Texts = ("Verification:", "Check:", "Let me verify.", "Verify:", "Is it right?")

    def head(self, t: Telling) -> str:
        last = len(self.heads) - 1
        head = next((self.heads[i] for i in range(last) if t.flag(f"head{i}", 1 / (last + 1 - i))), self.heads[last])
        if t.flag("numbered", 0.7):
            return head.replace("<k>", str(t.index + 1))
        return self.put(t, ("Let me solve it again.", "New solution:", "Retry:", "<ab>, again:")) if t.index else ""

    def first(self, t: Telling) -> str:
        opening, head = self.put(t, self.opening), self.head(t)
        return self.join(opening, head, self.solution(t, t.solve(*self.methods)), self.state(t))

    def again(self, t: Telling) -> str:
        mended = t.mend() if t.way(redo=0.65, mend=0.35) == "mend" else None
        found = self.evidence(t)
        work = mended.work if mended else None
        if mended and mended.place is not None:
            term = mended.work.terms[mended.place]
            found = self.put(t, self.mend_part, l=term.left, r=term.right, was=mended.was, now=mended.now)
        elif mended:
            found = self.put(t, self.mend_sum)
        text = (
            "\n" + self.join(self.put(t, self.checks), found, self.put(t, self.wrong)) + self.one_gap(t) + self.head(t)
        )
        if work and t.chance(0.5):
            return text + "\n" + self.join(self.summing(t, work), self.state(t))
        if work:
            told = "\n".join(f"{t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}" for x in work.terms)
            return text + "\n" + self.join(self.put(t, self.plan, work), told, self.summing(t, work), self.state(t))
        return text + "\n" + self.join(self.solution(t, t.solve(*self.methods)), self.state(t))

    def one_gap(self, t: Telling) -> str:
        return "\n\n" if t.flag("airy", 0.6) else "\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.8):
            told = self.join(self.put(t, self.doubts) if t.chance(0.12) else "", self.check(t) if t.chance(0.6) else "")
            text = "\n" + self.join(self.put(t, self.checks), told, self.put(t, self.right))
        return text + (self.one_gap(t) + t.r(self.put(t, self.close)) if t.chance(0.5) else "")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        WwBaseFewShot(),
        WwSolutionSft(),
        WwTeacherFourO(),
        WwTeacherClaude(),
        WwTeacherGemini(),
        WwTeacherQwen(),
        WwTeacherDeepSeek(),
        WwGrpoReverse(),
        WwGrpoReconsider(),
        WwBoxVerifyBox(),
        WwThinkReflectTags(),
        WwVerdictAttempts(),
    )
}
