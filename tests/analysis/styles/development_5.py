"""Further habits of writing that a parser may be tuned on: the answer first, odd methods, code, roles, corrections."""

from __future__ import annotations

from .common import Mended, Style, Telling, Work
from .development_3 import Habit, _confirm, _eq, _fault, _head, _product


class AnswerFirst(Habit):
    """The answer in the first line and the way to it below."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "*", "x")

    def first(self, t: Telling) -> str:
        z = t.n(t.candidate)
        told = t.c(t.one(f"**{t.ab} = {z}**", f"The answer is **{z}**.", f"{z}", f"{t.ab} = {z}.", f"**{z}**"))
        if t.chance(0.2):
            return told
        return f"{told}\n\n{t.one('Here is how:', 'Explanation:', 'Breakdown:', '')}\n\n" + self.body(t, t.solve())

    def again(self, t: Telling) -> str:
        work = t.solve()
        text = "\n\n" + self.disown(t) + "\n\n" + self.body(t, work)
        return text + "\n\n" + self.commit(t)

    def opening(self, t: Telling) -> str:
        return ""

    def body(self, t: Telling, work: Work) -> str:
        lines = "\n".join(f"- {_product(t, term)}" for term in work.terms)
        return f"{lines}\n- {t.one('Sum', 'Total', 'Together')}: {t.sum(work)} = {t.n(work.total)}"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"So the correct answer is **{z}**.", f"**{t.ab} = {z}**", f"Corrected answer: **{z}**"))

    def disown(self, t: Telling) -> str:
        return t.one(
            "Wait, I should double-check the answer I gave at the top. It was wrong. Recomputing:",
            "Correction: what I said at the top is not right. Let me work it out:",
            "Hmm, that doesn't add up. Let me recalculate:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return ""

    def lead(self, t: Telling) -> str:
        return ""

    def verdict(self, t: Telling) -> str:
        return ""

    def closing(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one("", "", f"\n\n{t.r(f'So the answer is {z}.')}", f"\n\nYou can check it: {_confirm(t)}.")


class Confident(Habit):
    """A confidence with every answer, and a second try where it is low."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "×")

    def opening(self, t: Telling) -> str:
        return t.one("Let me calculate.", f"Problem: {t.ab}", "")

    def body(self, t: Telling, work: Work) -> str:
        return "\n".join([*(_eq(t, term) for term in work.terms), f"Sum: {t.sum(work)} = {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        low = t.rng.randint(35, 65) if t.more else t.rng.randint(75, 99)
        return t.c(
            t.one(
                f"Answer: {z} (confidence: {low}%)",
                f"Answer: {z}\nConfidence: {low}%",
                f"ANSWER = {z}, CONFIDENCE = {low / 100}",
                f"My answer is {z} [{low}% sure].",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "That confidence is too low. I try once more.",
            "Low confidence, so let me do the calculation again.",
            "I am not sure enough. Second attempt:",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"{t.one('I found an error', 'Error')}: {_fault(t, m)}.\nNew sum: {t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return "To raise my confidence, I use another split."

    def verdict(self, t: Telling) -> str:
        return f"This is not {t.n(t.previous)}; I trust the new value."

    def closing(self, t: Telling) -> str:
        return t.one("", f"\nCheck: {_confirm(t)}.", "\nI will not try again, as this is certain.")


class SolverCritic(Habit):
    """Two voices in turn."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "*")

    def opening(self, t: Telling) -> str:
        return t.one("**Solver:** Let me do it.", f"[Solver] {t.ab}", "Solver:")

    def body(self, t: Telling, work: Work) -> str:
        return ", ".join(_eq(t, term) for term in work.terms) + f". {t.sum(work)} = {t.n(work.total)}."

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"My answer is {z}.", f"I get {z}.", f"Result: {z}", f"I propose {z}."))

    def disown(self, t: Telling) -> str:
        return t.one(
            "**Critic:** I found a flaw in this. Please recompute.\n\n**Solver:** You are right.",
            "[Critic] The total is not correct.\n\n[Solver] Let me redo it.",
            "Critic: This seems wrong to me.\n\nSolver: Okay, once more.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"**Critic:** {_fault(t, m)}.\n\n**Solver:** Thanks. {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return "**Critic:** Does another split give the same?\n\n**Solver:**"

    def verdict(self, t: Telling) -> str:
        return f"So {t.n(t.previous)} was wrong."

    def closing(self, t: Telling) -> str:
        return t.one(
            "",
            "\n\n**Critic:** Agreed.",
            f"\n\nCritic: I checked: {_confirm(t)}. Accepted.",
            "\n\n[Critic] No objections.",
        )


class CodeComments(Habit):
    """Python with its values in comments or as printed output."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = "*"

    def opening(self, t: Telling) -> str:
        return t.one("I'll compute this in Python:", "", f"# {t.ab}", f"a, b = {t.a}, {t.b}")

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"p{i} = {_head(t, term)}  # {term.value}" for i, term in enumerate(work.terms, 1)]
        names = " + ".join(f"p{i}" for i, _ in enumerate(work.terms, 1))
        return "\n".join(
            ["```python", *lines, f"total = {names}  # {t.sum(work)} = {work.total}", "print(total)", "```"]
        )

    def commit(self, t: Telling) -> str:
        z = str(t.candidate)
        return t.c(
            t.one(
                f"```output\n{z}\n```",
                f"Output:\n```\n{z}\n```",
                f"This prints {z}.",
                f"The program outputs `{z}`.",
                f"final_answer = {z}",
                f"# answer: {z}",
            )
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "The output looks wrong. Let me rewrite the code.",
            "There's a bug above, so here is a new version:",
            "# hmm, that's incorrect; again",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"# fix: {_fault(t, m)}\n# {t.sum(m.work)} = {t.candidate}"

    def lead(self, t: Telling) -> str:
        return "# cross-check with another decomposition"

    def verdict(self, t: Telling) -> str:
        return f"# differs from {t.previous}, which was wrong"

    def closing(self, t: Telling) -> str:
        return t.one("", f"\nThe answer is {t.r(str(t.candidate))}.", f"\n# check: {_confirm(t)}")


class StrikeThrough(Habit):
    """Answers struck out and written anew."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.x = t.one("×", "x")

    def opening(self, t: Telling) -> str:
        return t.one(f"**Calculation of {t.ab}**", "", "Working:")

    def body(self, t: Telling, work: Work) -> str:
        return "\n".join(f"* {_product(t, term)}" for term in work.terms) + f"\n* Σ {t.sum(work)} = {t.n(work.total)}"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(t.one(f"Answer: **{z}**", f"➡️ **{z}**", f"Final: **{z}**", f"__{t.ab} = {z}__"))

    def disown(self, t: Telling) -> str:
        return t.one(
            f"~~{t.n(t.previous)}~~ *Edit:* I made an error above. Again:",
            f"EDIT: ~~{t.n(t.previous)}~~ is wrong. New calculation:",
            "**Update:** please ignore the above, it has a mistake.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"*Edit:* {_fault(t, m)}.\n* Σ {t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return "*Check with the other factor split:*"

    def verdict(self, t: Telling) -> str:
        return f"~~{t.n(t.previous)}~~ was wrong."

    def closing(self, t: Telling) -> str:
        return t.one("", "", f"\n\n*Check:* {_confirm(t)} ✓")


class Compensation(Habit):
    """Rounds a factor up and takes the rest away."""

    methods = ("round", "round", "high")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.x = t.one("×", "*", "times")

    def opening(self, t: Telling) -> str:
        return t.one(f"For {t.ab} I round and compensate.", "A shortcut helps here.", "")

    def body(self, t: Telling, work: Work) -> str:
        parts = ", ".join(_eq(t, term) for term in work.terms)
        total = f"{t.sum(work)} {t.one('=', 'is', 'gives', 'leaves')} {t.n(work.total)}"
        return f"{t.n(work.a)} {t.x} ({t.factor(work)}): {parts}. Then {total}."

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(f"Thus {z}.", f"So we have {z}.", f"{t.ab} = {z}.", f"That's {z} altogether.", f"The product: {z}.")
        )

    def disown(self, t: Telling) -> str:
        return t.one(
            "Hmm, I compensated in the wrong direction. Again:",
            "No wait, that is not right. Once more:",
            "I doubt this, so let me do it again from scratch.",
        )

    def amend(self, t: Telling, m: Mended) -> str:
        return f"{t.one('Oops', 'Small fix')}: {_fault(t, m)}. Then {t.sum(m.work)} = {t.n(t.candidate)}."

    def lead(self, t: Telling) -> str:
        return t.one("A check without rounding:", "Let me verify without the trick.")

    def verdict(self, t: Telling) -> str:
        return f"That differs from {t.n(t.previous)}, so the trick went wrong."

    def closing(self, t: Telling) -> str:
        return t.one("", f"\n\nCheck: {_confirm(t)}.", "\n\nThis trick saves you carrying.")


class Shouting(Habit):
    """Capital letters and telegram style."""

    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("X", "*", "x")

    def opening(self, t: Telling) -> str:
        return t.one(f"TASK: {t.ab}", "SOLUTION:", "")

    def body(self, t: Telling, work: Work) -> str:
        lines = [f"{i}) {_eq(t, term)}" for i, term in enumerate(work.terms, 1)]
        return "\n".join([*lines, f"SUM: {t.sum(work)} = {t.n(work.total)}"])

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.c(
            t.one(f"ANSWER: {z}", f"ANSWER = {z}", f"RESULT: {z}", f"THE ANSWER IS {z}!", f"FINAL ANSWER -> {z}")
        )

    def disown(self, t: Telling) -> str:
        return t.one("WRONG! AGAIN:", "ERROR. RESTART.", "THIS IS NOT CORRECT. REDO:", "STOP. MISTAKE. NEW TRY:")

    def amend(self, t: Telling, m: Mended) -> str:
        return f"CORRECTION: {_fault(t, m)}\nSUM: {t.sum(m.work)} = {t.n(t.candidate)}"

    def lead(self, t: Telling) -> str:
        return t.one("VERIFY:", "CHECK:")

    def verdict(self, t: Telling) -> str:
        return f"NOT {t.n(t.previous)}! FIRST WAS WRONG."

    def closing(self, t: Telling) -> str:
        return t.one("", "\nDONE.", f"\nCHECK: {_confirm(t)}. OK.", "\nNO ERRORS FOUND.")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        AnswerFirst(),
        Confident(),
        SolverCritic(),
        CodeComments(),
        StrikeThrough(),
        Compensation(),
        Shouting(),
    )
}
