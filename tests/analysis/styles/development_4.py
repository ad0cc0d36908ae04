"""More habits of writing that a parser may be tuned on: other problems around ours, tools, tables, many words."""

from __future__ import annotations

from .common import Mended, Style, Telling, Work
from .development_3 import Habit, _confirm, _elsewhere, _eq, _fault, _head, _product


class RoleRunOn(Habit):
    """A base model in a chat template: worked examples before the problem, other turns after the answer."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "×")

    def _other(self, t: Telling, label: str, reply: str) -> str:
        x, y = _elsewhere(t)
        left = x // 10 * 10
        ask = t.one(f"What is {x} {t.x} {y}?", f"Calculate {x} {t.x} {y}.", f"{x} {t.x} {y} = ?")
        says = t.one(f"The answer is {x * y}.", f"\\boxed{{{x * y}}}", f"#### {x * y}", f"**{x * y}**")
        return (
            f"{label}{ask}{reply}{left} {t.x} {y} = {left * y}, {x - left} {t.x} {y} = {(x - left) * y}, "
            f"{left * y} + {(x - left) * y} = {x * y}. {says}"
        )

    def _story(self, t: Telling, label: str, reply: str) -> str:
        x, y = _elsewhere(t)
        return (
            f"{label}A box holds {x} pens. How many pens are in {y} boxes?{reply}{x} {t.x} {y} = {x * y} #### {x * y}"
        )

    def opening(self, t: Telling) -> str:
        if t.flag("shots", 0.4):
            label, reply = t.one("Problem:\n|\n\nSolution:\n", "Q: |\nA: ", "Question: |\nAnswer: ").split("|")
            shots = "\n\n".join(self._other(t, label, reply) for _ in range(t.rng.randint(1, 2)))
            return f"{shots}\n\n{label}Calculate {t.ab}.{reply}"
        return t.one("", f"We compute {t.ab}.", "Sure.", "Assistant:")

    def body(self, t: Telling, work: Work) -> str:
        lines = [_product(t, term) for term in work.terms]
        return "\n".join([*lines, f"{t.sum(work)} = {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"The answer is {z}.", f"\\boxed{{{t.candidate}}}", f"#### {z}", f"So {t.ab} = {z}."))

    def disown(self, t: Telling) -> str:
        return t.one(
            "Hmm, that cannot be right. I'll recalculate.",
            "Wait, there's an issue with this. Once more, carefully:",
            "I don't think this is correct, so I start again.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"{t.one('Wait, there is a slip:', 'Correction:')} {_fault(t, m)}.\n{t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return t.one("Let me double check.", "Check by splitting the other number:")

    def verdict(self, t: Telling) -> str:
        return t.one(f"That is not {t.n(t.previous)}, so I was wrong.", "The results differ, and this one is right.")

    def closing(self, t: Telling) -> str:
        text = f"\nCheck: {_confirm(t)}." if t.chance(0.2) else ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            label, reply = t.rng.choice(_TURNS)
            text += t.rng.choice([self._other, self._other, self._story])(t, label, reply)
        return text


_TURNS = (
    ("\n\nHuman: ", "\n\nAssistant: "),
    ("<|im_end|>\n<|im_start|>user\n", "<|im_end|>\n<|im_start|>assistant\n"),
    ("\n\n### Instruction:\n", "\n\n### Response:\n"),
    ("\nUser: ", "\nAssistant: "),
    ("\n\nQ: ", "\nA: "),
    ("<|endoftext|>Question: ", "\nAnswer: "),
    ("\n\n**Example 2:** ", "\n\n"),
    ("\n\nProblem 2: ", "\nSolution: "),
    ("\n\n## Exercise 2\n\n", "\n\n"),
    ("\n\nNow try this one: ", "\n"),
    ("</s>\n[INST] ", " [/INST] "),
    ("\n\nHere is another question. ", "\n"),
)


class SelfAsk(Habit):
    """Follow-up questions with intermediate answers."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "×", "times")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"Question: What is {t.ab}?\nAre follow up questions needed here: Yes.",
            f"To answer what {t.ab} is, we ask simpler questions.",
            "Are follow up questions needed here: Yes.",
        )

    def body(self, t: Telling, work: Work) -> str:
        ask, reply = t.one(
            "Follow up|Intermediate answer", "Subquestion|Answer to subquestion", "Q|Partial answer"
        ).split("|")
        lines = [f"{ask}: What is {_head(t, term)}?\n{reply}: {t.n(term.value)}" for term in work.terms]
        return "\n".join([*lines, f"{ask}: What is {t.sum(work)}?\n{reply}: {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"So the final answer is: {z}", f"Final answer: {z}", f"Therefore {t.ab} = {z}"))

    def disown(self, t: Telling) -> str:
        return t.one(
            "This answer seems off. Let us ask the questions again.",
            "One of the intermediate answers is wrong, so we go through all of them again.",
            "The final answer above must be wrong. Again:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one("Correcting an intermediate answer", "One answer was wrong")
        return f"{start}: {_fault(t, m)}.\n{t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return t.one("Is this right? Let us verify.", "Follow up: Can we confirm this in another way?")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"Not {t.n(t.previous)}, so that answer was wrong.",
            f"This is different from {t.n(t.previous)}, which was wrong.",
        )

    def closing(self, t: Telling) -> str:
        return f"\nFollow up: Is it right? {_confirm(t)}." if t.chance(0.3) else ""


class TableRows(Habit):
    """Partial products as a Markdown table whose last row is the total."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("×", "x")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"## {t.ab}\n\nI lay it out as a table.", "Here is the calculation in tabular form:", f"Computing {t.ab}:"
        )

    def body(self, t: Telling, work: Work) -> str:
        bold = t.one("**", "")
        rows = [f"| {_head(t, term)} | {t.n(term.value)} |" for term in work.terms]
        rows.append(f"| {bold}{t.one('Total', 'Sum')}{bold} | {bold}{t.n(work.total)}{bold} |")
        return "| Step | Value |\n|---|---:|\n" + "\n".join(rows)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"The total gives **{t.ab} = {z}**.", f"Result: **{z}**", f"👉 **{z}**", f"So the product is **{z}**."
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "⚠️ The table contains an error, so here is a new one.",
            "Hmm, I'm not convinced by this table. I'll build it again.",
            "That total looks wrong. Second table:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"{t.one('One row is wrong', 'Fix')}: {_fault(t, m)}. New total: {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one("Cross-check with a second table:", "Verifying with the other factor split:")

    def verdict(self, t: Telling) -> str:
        return t.one(
            f"The tables disagree; the first one ({t.n(t.previous)}) had a slip.", f"❌ {t.n(t.previous)} was wrong."
        )

    def closing(self, t: Telling) -> str:
        return f"\n\n✅ {t.one('Check', 'Sanity check')}: {_confirm(t)}." if t.chance(0.3) else ""


class ToolTrace(Habit):
    """Thought, action, observation, as an agent without a real tool writes it."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = "*"

    def opening(self, t: Telling) -> str:
        return t.one(f"Thought: I need to compute {t.ab}.", "Thought: I will use the calculator step by step.")

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"Action: calculate[{_head(t, term)}]\nObservation: {t.n(term.value)}" for term in work.terms]
        return "\n".join([*lines, f"Action: calculate[{t.sum(work)}]\nObservation: {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"Final Answer: {z}",
                f"Action: finish[{z}]\nAnswer: {z}",
                f"Thought: I now know the final answer.\nFinal Answer: {z}",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Thought: This observation is suspicious, I should run the steps again.",
            "Thought: I made a mistake in the actions above. Retrying.",
            "Thought: The answer is implausible. Let me redo the calculation.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        again = f"Action: calculate[{t.sum(m.work)}]\nObservation: {t.n(t.candidate)}"
        return f"Thought: An observation was wrong: {_fault(t, m)}.\n{again}"

    def lead(self, t: Telling) -> str:
        return "Thought: I should verify this result with other actions."

    def verdict(self, t: Telling) -> str:
        return f"Thought: This differs from {t.n(t.previous)}, so the first run was wrong."

    def closing(self, t: Telling) -> str:
        return f"\nThought: To verify, {_confirm(t)}." if t.chance(0.3) else ""


class ProposeAndJudge(Habit):
    """A proposal, a review with a verdict, a new proposal."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "*")

    def opening(self, t: Telling) -> str:
        return t.one("### Attempt 1", "<attempt>", "**Draft**", "[Try 1]")

    def body(self, t: Telling, work: Work) -> str:
        return "; ".join(_eq(t, term) for term in work.terms) + f"; {t.sum(work)} = {t.n(work.total)}"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"Proposed answer: {z}", f"Candidate answer: {z}", f"Answer: {z}", f"Output: {z}"))

    def disown(self, t: Telling) -> str:
        return t.one(
            "Review: the sum does not look reliable.\nVerdict: REJECTED\n\n### Attempt 2",
            "Verdict: incorrect. Revising.",
            "Critique: at least one partial product is false.\nScore: 0/1. Try again.",
            "Evaluation: ✗\n\n[Next try]",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"Review: {_fault(t, m)}.\nVerdict: incorrect.\n\nRevised: {t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return "Review: recompute by another split."

    def verdict(self, t: Telling) -> str:
        return f"Verdict: {t.n(t.previous)} is refuted."

    def closing(self, t: Telling) -> str:
        return t.one(
            "\n\nReview: all steps hold.\nVerdict: ACCEPTED",
            f"\n\nReview: {_confirm(t)}.\nVerdict: correct.\n\n" + t.r(f"Final answer: {t.n(t.candidate)}"),
            "",
        )


class ManyWords(Habit):
    """Plain prose in which every rejection is worded differently."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "*", "x")

    def opening(self, t: Telling) -> str:
        return t.one(f"Let me work out {t.ab}.", "Step by step, then.", f"We want {t.ab}.", "")

    def body(self, t: Telling, work: Work) -> str:
        lines = [_product(t, term, share=0.2) for term in work.terms]
        sum_ = t.one(
            f"Altogether {t.sum(work)} = {t.n(work.total)}.",
            f"Adding up, {t.sum(work)} gives {t.n(work.total)}.",
            f"Summing: {t.sum(work)} = {t.n(work.total)}.",
        )
        return t.one(". ", ".\n", "; ").join(lines) + ". " + sum_

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(
                f"That leaves us with {z} as the answer.",
                f"I arrive at {z}.",
                f"My answer: {z}.",
                f"Hence {t.ab} comes to {z}.",
                f"The final result is therefore {z}.",
                f"So {z} is the product.",
                f"I conclude that the product equals {z}.",
                f"\\(\\therefore {t.a} \\times {t.b} = {t.candidate}\\)",
                f"Final: {z}",
                f"The value of {t.ab} is {z}.",
                f"I'd say {z}.",
                f"We end up with {z}.",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.rng.choice(
            (
                "That doesn't sit well with me. I'll go again.",
                "Nope. Let me start anew.",
                "Hmm, that's too large. Let me think again.",
                "This can't be. Another go at it.",
                "No, no, no. From the beginning.",
                "I have doubts about this number, so I'll work through it a second time.",
                "Something went wrong somewhere. Back to the start.",
                "I'm not sure about that. Let me carefully work through it again.",
                "Wait, I think I mixed things up. Let me go through each part again.",
                "That fails a plausibility test. A fresh attempt:",
                "I take that back. New calculation:",
                "Let me reconsider; that result looks fishy.",
                "Never mind that, here is a cleaner computation.",
                "Ugh, I slipped. Let me do this properly.",
                "That is nonsense, of course. Properly now:",
                "Let's throw that out and do it right.",
                "My arithmetic was sloppy there. Repeating it with care.",
                "The magnitude is off. Doing it over.",
                "I may have erred. Let me run the numbers again.",
                "Hold up, that's not it. Redo.",
            )
        )

    def amend(self, t: Telling, m: Mended) -> str:
        start = t.one(
            "Wait, I see a problem:", "Ah, I spotted something:", "Hmm, one thing is off:", "No wait,", "Hang on,",
            "Looking back,", "I need to fix something:", "On review,",
        )  # fmt: skip
        then = t.one("So", "Then", "With that fixed,", "Updating:")
        return f"{start} {_fault(t, m)}. {then} {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one(
            "Let me see whether I get the same in another way.", "Let's test this by splitting differently.",
            "I want to be certain, so once more with the other number split.", "As a safeguard, the other way round:",
        )  # fmt: skip

    def verdict(self, t: Telling) -> str:
        was = t.n(t.previous)
        return t.one(
            f"I get something else now, not {was}. The new one is right.",
            f"Compared with {was} that's a difference; I trust the second one more.",
            f"So {was} was wrong after all.",
            f"This contradicts {was}, where I must have slipped.",
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.25:
            return f"\n\n{t.one('A last check', 'Let me verify', 'To be sure', 'Sanity check')}: {_confirm(t)}."
        if draw < 0.45:
            return "\n\n" + t.one(
                "I'm confident in this.",
                "I double-checked the steps and found no errors.",
                "If I did it again I would get the same.",
                "No need to redo anything.",
                "Everything adds up, so there is no reason to start over.",
                "I could be wrong, but I see no mistake.",
            )
        return ""


class ClassDialogue(Habit):
    """A dialogue of a teacher and a pupil."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "times")

    def opening(self, t: Telling) -> str:
        return f"Teacher: What is {t.ab}?"

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"Pupil: {_eq(t, term)}." for term in work.terms]
        return "\n".join([*lines, f"Pupil: Together {t.sum(work)} = {t.n(work.total)}."])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"Pupil: It is {z}.", f"Pupil: So the answer is {z}!", f"Pupil: {t.ab} makes {z}."))

    def disown(self, t: Telling) -> str:
        return t.one(
            "Teacher: Not quite. Try it again.",
            "Teacher: I don't agree. Have another go.",
            "Pupil: Oh no, I think that's wrong. I'll do it again.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"Teacher: Look closer.\nPupil: Oh, {_fault(t, m)}. Then {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return "Teacher: Can you check it in another way?"

    def verdict(self, t: Telling) -> str:
        return f"Pupil: That is not {t.n(t.previous)}! The first one was wrong."

    def closing(self, t: Telling) -> str:
        return t.one(
            "\nTeacher: Correct, well done.",
            "\nTeacher: Are you sure?\nPupil: Yes, I checked every step.",
            f"\nTeacher: How can you check it?\nPupil: {_confirm(t)}.",
            "",
        )


class TaggedSteps(Habit):
    """Steps, checks and answers in XML tags."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "×", "x")

    def opening(self, t: Telling) -> str:
        return t.one("<solution>", "<reasoning>", "<step>Split one factor.</step>")

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"<step>{_product(t, term)}</step>" for term in work.terms]
        return "\n".join([*lines, f"<step>{t.sum(work)} = {t.n(work.total)}</step>"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("result", 0.4):
            return t.c(f"<result>{z}</result>")
        return t.c(t.one(f"<answer>{z}</answer>", f"<answer> {z} </answer>", f"<final_answer>{z}</final_answer>"))

    def disown(self, t: Telling) -> str:
        return t.one(
            "<check>failed</check>\n<retry>",
            "<reflection>The sum is wrong, I have to do it again.</reflection>",
            "<review>An error slipped in. Start over.</review>",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"<correction>{_fault(t, m)}</correction>\n<step>{t.sum(m.work)} = {t.n(t.candidate)}</step>"

    def lead(self, t: Telling) -> str:
        return t.one("<verify>", "<check>Another split.</check>")

    def verdict(self, t: Telling) -> str:
        return f"<verdict>{t.n(t.previous)} was wrong</verdict>"

    def closing(self, t: Telling) -> str:
        return t.one(f"\n<check>{_confirm(t)}</check>", "\n<check>passed</check>", "", "\n</solution>")


class LatexDisplays(Habit):
    """Displayed formulae, the result in a formula rather than in a sentence."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "latex", "thin")
        t.x = t.one("\\times", "\\cdot")

    def _show(self, t: Telling, formula: str) -> str:
        return f"$${formula}$$" if t.flag("dollars", 0.5) else f"\\[\n{formula}\n\\]"

    def opening(self, t: Telling) -> str:
        return t.one("We expand one factor.", f"Consider ${t.ab}$.", "\\textbf{Solution.}")

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("aligned", 0.4):
            rows = " \\\\\n".join(_eq(t, term, True).replace(" = ", " &= ") for term in work.terms)
            return (
                self._show(t, f"\\begin{{aligned}}\n{rows}\n\\end{{aligned}}")
                + "\n"
                + self._show(t, f"{t.sum(work, True)} = {t.m(work.total)}")
            )
        return (
            "\n".join(self._show(t, _eq(t, term, True)) for term in work.terms)
            + "\n"
            + self._show(t, f"{t.sum(work, True)} = {t.m(work.total)}")
        )

    def commit(self, t: Telling) -> str:
        z = t.m(t.candidate)
        return t.c(
            t.one(
                self._show(t, f"{t.ab} = \\mathbf{{{z}}}"),
                self._show(t, f"\\therefore\\; {t.ab} = {z}"),
                f"$\\text{{Answer: }} {z}$",
                self._show(t, f"\\boxed{{{t.ab} = {z}}}"),
                f"The product equals $\\underline{{{z}}}$.",
                f"\\textbf{{Answer:}} ${z}$",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "This is incorrect; we repeat the computation.",
            "\\textit{Remark.} The computation above contains an error. We redo it.",
            "This value cannot be correct. Again:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        x, t.x = t.x, "×"
        fault = _fault(t, m)
        t.x = x
        return f"\\textit{{Correction.}} {fault}.\n{self._show(t, f'{t.sum(m.work, True)} = {t.m(t.candidate)}')}"

    def lead(self, t: Telling) -> str:
        return "\\textit{Verification.} We split the other factor."

    def verdict(self, t: Telling) -> str:
        return f"This is not ${t.m(t.previous)}$, so an error was made above."

    def closing(self, t: Telling) -> str:
        x, t.x = t.x, "×"
        text = f"\n\n\\textit{{Check.}} {_confirm(t)}." if t.chance(0.3) else ""
        t.x = x
        return text + t.one("", "", " \\qed", " $\\blacksquare$")


class DigitCarries(Habit):
    """Columns told in words: digit by digit, with carries."""

    methods = ("low",)
    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("x", "*", "×")

    def opening(self, t: Telling) -> str:
        return t.one(f"{t.ab}, long multiplication.", "I do it on paper.", "")

    def _line(self, t: Telling, left: int, digit: int) -> str:
        carry, told = 0, []
        for d in reversed(str(left)):
            value = int(d) * digit + carry
            plus = f" + {carry} = {value}" if carry else ""
            told.append(
                f"{d} {t.x} {digit} = {int(d) * digit}{plus}, write {value % 10}"
                + (f" carry {value // 10}" if value > 9 else "")
            )
            carry = value // 10
        return "; ".join(told)

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        for term in work.terms:
            digit = str(term.right).rstrip("0")
            if len(digit) == 1:
                lines.append(self._line(t, term.left, int(digit)))
            lines.append(f"row: {t.n(term.value)}")
        lines.append(t.one("sum of the rows", "add the rows") + f": {t.n(work.total)}")
        return "\n".join(lines)

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"answer {z}", f"Result = {z}", f"{t.ab} = {z}", f"=> {z}"))

    def disown(self, t: Telling) -> str:
        return t.one("wrong carry somewhere, again", "no, bad. once more", "hmm that's not it, redo the rows")

    def amend(self, t: Telling, m: Mended) -> str:
        return f"wait, {_fault(t, m)}\n{t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return "check with the factors swapped"

    def verdict(self, t: Telling) -> str:
        return f"not {t.n(t.previous)}, so I had a wrong carry"

    def closing(self, t: Telling) -> str:
        return t.one("", "\ndone", f"\ncheck: {_confirm(t)}")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        RoleRunOn(),
        SelfAsk(),
        TableRows(),
        ToolTrace(),
        ProposeAndJudge(),
        ManyWords(),
        ClassDialogue(),
        TaggedSteps(),
        LatexDisplays(),
        DigitCarries(),
    )
}
