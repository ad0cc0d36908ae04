"""Twelve models of studies of self-correction: prompted or trained to verify, reflect, backtrack and retry."""

from __future__ import annotations

import re

from .common import Mended, Style, Telling, Term, Work


class Reviser(Style):
    """The arithmetic that these models tell alike; each has its own words and layout around it."""

    label = ""
    methods: tuple[str, ...] = ("high", "high", "low", "chunks")
    grouping: tuple[str, ...] = ("comma", "plain")
    signs: tuple[str, ...] = ("×", "×", "*", "x")
    oops: tuple[str, ...] = ("sorry, that is {v}", "no, {v}")
    slips = 0.07

    @property
    def name(self) -> str:
        return self.label

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.grouping)
        t.x = t.one(*self.signs)

    def row(self, t: Telling, term: Term) -> str:
        left, right, value = t.n(term.left), t.n(term.right), t.n(term.value)
        head = f"{left} {t.x} {right} = "
        detail = t.detail(term, 0.35)
        if detail:
            return head + detail
        if t.chance(self.slips):
            return head + t.n(t.near(term.value)) + "... " + t.one(*self.oops).format(v=value)
        return head + value

    def rows(self, t: Telling, work: Work) -> list[str]:
        return [self.row(t, term) for term in work.terms]

    def adding(self, t: Telling, work: Work) -> tuple[list[str], str]:
        """The additions before the last one, and the left side of the last."""
        if len(work.terms) < 3 or t.flag("at-once", 0.5):
            return [], t.sum(work)
        steps = work.steps()
        told = [f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in steps[:-1]]
        s, g, v, _ = steps[-1]
        return told, f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)}"

    def fault(self, t: Telling) -> str | None:
        """A true reason against the candidate before, if a quick check gives one."""
        a, b, p = t.a, t.b, t.previous
        found: list[str] = []
        big = a > 9 or b > 9
        if big and a * b % 10 != p % 10:
            x, y, d, e = a % 10, b % 10, a * b % 10, p % 10
            found += [
                f"{t.n(a)} ends in {x} and {t.n(b)} ends in {y}, so the product has to end in {d}, but {t.n(p)} ends in {e}",
                f"the units digit should be {d} (from {x} {t.x} {y}), and I have {e}",
                f"{x} {t.x} {y} = {x * y}, so the last digit must be {d}, not {e}",
            ]
        if big and a * b % 9 != p % 9:
            x, y, d, e = a % 9, b % 9, a * b % 9, p % 9
            found += [
                f"modulo 9 the factors give {x} and {y}, so the product should leave {d}, but {t.n(p)} leaves {e}",
                f"casting out nines, I expect a remainder of {d} and {t.n(p)} has a remainder of {e}",
            ]
        if a > 1 and p % a and p > a:
            q, r = divmod(p, a)
            found += [
                f"dividing {t.n(p)} by {t.n(a)} gives {t.n(q)} with remainder {t.n(r)} instead of exactly {t.n(b)}",
                f"{t.n(p)} is not a multiple of {t.n(a)} (the remainder is {t.n(r)})",
            ]
        if not 0.6 < p / (a * b) < 1.7 and a > 9:
            x, y = (max(1, round(n / 10 ** (len(str(n)) - 1))) * 10 ** (len(str(n)) - 1) for n in (a, b))
            if x * y not in (t.candidate, a * b):
                found += [f"a rough estimate, {t.n(x)} {t.x} {t.n(y)} = {t.n(x * y)}, is nowhere near {t.n(p)}"]
        return t.one(*found) if found else None

    def support(self, t: Telling, second: float = 0.25) -> str:
        """A check that the candidate passes, as a clause without a stop; or a second way that agrees."""
        found: list[str] = []
        big = t.a > 9 or t.b > 9
        if big and (last := t.last_digit()):
            x, y, z = last
            found += [
                f"the last digits {x} and {y} multiply to {z}, so the product should end in {z % 10}, and it does",
                f"{x} {t.x} {y} = {z}, which matches the final digit {z % 10}",
            ]
        if big and (nines := t.nines()):
            x, y, z = nines
            found += [
                f"the factors leave {x} and {y} on division by 9, the product leaves {z}, and that is consistent",
                f"casting out nines gives {x} {t.x} {y} on one side and {z} on the other, which agree modulo 9",
            ]
        if big and (near := t.estimate()) and near[2] != t.product:
            x, y, z = near
            found += [
                f"{t.n(x)} {t.x} {t.n(y)} = {t.n(z)} is a rough estimate, and the size of the result fits",
                f"rounding the factors gives {t.n(x)} {t.x} {t.n(y)}, about {t.n(z)}, so the magnitude is reasonable",
            ]
        if not found or (t.a != t.b and t.chance(second)):
            work = t.other()
            parts = ", ".join(f"{t.n(w.left)} {t.x} {t.n(w.right)} = {t.n(w.value)}" for w in work.terms)
            return t.one(
                f"splitting the other factor, {parts}, and {t.sum(work)} = "
                + t.r(t.n(t.candidate))
                + ", the same value",
                f"with the factors the other way round, {parts}; these add to " + t.r(t.n(t.candidate)) + " again",
            )
        return t.one(*found)

    def revised(self, t: Telling, mend: float) -> Mended | None:
        """The work put right in one place, or None after a whole new solution."""
        mended = t.mend() if t.way(mend=mend, redo=1 - mend) == "mend" else None
        if mended and (
            mended.place is None
            or mended.was < 3 * mended.now < 9 * mended.was
            or mended.now in (10 * mended.was, mended.was // 10)
        ):
            return mended
        if t.same or t.chance(0.5):
            t.other("round", "chunks")
        else:
            t.solve(*self.methods)
        return None

    def back(self, t: Telling) -> bool:
        """The last candidate was committed before the previous one, and the writer simply returns to it."""
        return not t.more and not t.same and t.candidate in t.candidates[: t.index - 1] and t.chance(0.7)

    def doubt(self, t: Telling) -> str:
        """A doubt about one line that leads nowhere, or nothing."""
        w = t.rng.choice(t.work.terms)
        if t.chance(0.75) or w.left * w.right != w.value:
            return ""
        line, v = f"{t.n(w.left)} {t.x} {t.n(w.right)}", t.n(w.value)
        return t.one(
            f"I was unsure about {line}, but {v} is right. ",
            f"For a moment {line} = {v} looked too small, but it holds. ",
            f"Is {line} really {v}? Yes. ",
            f"I also went over {line} = {v} once more, and there is nothing wrong with it. ",
        )

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(r"[ ]+\n", "\n", text)

    @staticmethod
    def term(t: Telling, mended: Mended) -> str:
        """The product whose value was wrong."""
        assert mended.place is not None
        work = mended.work.terms[mended.place]
        return f"{t.n(work.left)} {t.x} {t.n(work.right)}"


def up(text: str) -> str:
    return text[:1].upper() + text[1:]


class Refine(Reviser):
    """A 7B chat model prompted with generate, feedback, refine."""

    label = "ab-feedback-refine-rounds"
    oops = ("wait, {v}", "correction: {v}", "that should be {v}", "I mean {v}")

    def solution(self, t: Telling, open_: str) -> str:
        work = t.work
        sums, last = self.adding(t, work)
        head = t.one("I break {b} into {f}:", "Splitting {b} as {f}, I get:", "Write {b} = {f}.", "Since {b} = {f}:")
        text = open_ + head.format(b=t.n(work.b), f=t.factor(work)) + "\n"
        text += "".join(f"- {row}\n" for row in self.rows(t, work))
        if sums:
            text += t.one("Running sums: ", "Adding step by step: ", "Then ") + ", ".join(sums) + ".\n"
        lead = t.one("Adding the results: ", "The sum is ", "Together: ", "Sum: ")
        n = t.n(t.candidate)
        close = t.one(
            f"Answer: {n}", f"**Answer:** {n}", f"So {t.ab} = {n}.", f"The answer is **{n}**.", f"The product is {n}."
        )
        return text + t.c(f"{lead}{last} = {n}\n\n{close}") + "\n\n"

    def heading(self, t: Telling, text: str) -> str:
        return f"**{text}**\n" if t.flag("bold", 0.5) else f"### {text}\n"

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.heading(t, t.one("Initial answer", "Initial response", "Draft answer", "Response")) + self.solution(
            t,
            t.one(
                "To find the product, I will use the distributive property. ", "Let me work out the product. ", "", ""
            ),
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.7) else None
        p = t.n(t.previous)
        text = self.heading(t, t.one("Feedback", "Feedback on the answer", "Self-feedback"))
        text += t.one(
            "- Clarity: the steps are laid out well.\n",
            "- The decomposition of the factor is fine.\n",
            "- The method is appropriate for this problem.\n",
            "",
        )
        mended = self.revised(t, 0.55)
        if why:
            text += f"- Correctness: {why}.\n"
        if mended and mended.place is not None:
            text += t.one(
                "- There is an arithmetic error: {m} is {v}, the response says {w}.\n",
                "- The line for {m} contains a mistake. It reads {w} where it should read {v}.\n",
                "- {m} was computed as {w}. The right value is {v}.\n",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one(
                "- The partial products are fine, but they were added incorrectly.\n",
                "- The final addition contains a mistake, probably a lost carry.\n",
                "- The error is in the last step: the sum was not formed correctly.\n",
            )
        elif not why:
            text += t.one(
                "- Correctness: some of the partial products look wrong, so the result cannot be kept.\n",
                "- Correctness: the result does not seem accurate. The calculation should be done again from the beginning.\n",
                "- Correctness: I believe there is a carrying error somewhere in this response.\n",
            )
        text += t.one(
            f"- Overall: {p} is incorrect and the response needs to be refined.\n\n",
            "- Overall: the answer is wrong. Refinement required.\n\n",
            f"- Verdict: not correct. The value {p} should be replaced.\n\n",
            "- Score: 2/5. The final answer is not right.\n\n",
        )
        text += self.heading(t, t.one("Refined answer", "Refined response", "Improved answer", f"Refinement {t.index}"))
        if mended:
            open_ = t.one(
                "Taking the feedback into account: ",
                "Here is the corrected version. ",
                "I correct the mistake pointed out above. ",
            )
        else:
            open_ = t.one(
                "I redo the whole calculation. ",
                "Starting over with the feedback in mind. ",
                "Let me recompute everything. ",
            )
        return text + self.solution(t, open_)

    def closing(self, t: Telling) -> str:
        if t.chance(0.15):
            return ""
        n = t.n(t.candidate)
        text = self.heading(t, t.one("Feedback", "Feedback on the answer", "Self-feedback"))
        text += f"- Correctness: {self.support(t)}.\n"
        if t.chance(0.4):
            term = t.rng.choice(t.work.terms)
            text += f"- I looked again at {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" + t.one(
                " and found no problem there.\n",
                "; this line is fine.\n",
                ", which seemed suspicious at first but holds.\n",
            )
        text += t.one(
            "- Overall: everything is correct. No refinement needed.\n",
            "- Verdict: correct. There is nothing left to improve.\n",
            "- Score: 5/5. Stop.\n",
            "- Overall: the response is correct as it stands.\n",
        )
        if t.chance(0.5):
            text += "\n" + t.r(t.one(f"Final answer: {n}", f"**Final answer: {n}**", f"The final answer remains {n}."))
        return text


class Reflexion(Reviser):
    """An actor with self-evaluation and verbal reflection, in numbered trials (Finish[...] as the only action)."""

    label = "ab-finish-bracket-trials"
    grouping = ("plain", "plain", "comma")
    signs = ("*", "*", "x")
    oops = ("actually {v}", "I mean {v}", "scratch that, {v}")

    def trial(self, t: Telling, plan: str) -> str:
        work = t.work
        sums, last = self.adding(t, work)
        rows = self.rows(t, work)
        text = f"Trial {t.index + 1}\n" if t.flag("plain-head", 0.5) else f"=== Trial #{t.index + 1} ===\n"
        text += f"Thought 1: {plan}" + t.one(
            "I can compute {a} {x} ({f}).",
            "I split {b} into {f} and multiply each part by {a}.",
            "The parts of {b} are {f}, and each gets multiplied by {a}.",
            "I need {a} times each of {f}.",
        ).format(a=t.n(work.a), b=t.n(work.b), f=t.factor(work), x=t.x)
        text += f"\nThought 2: {'. '.join(rows)}.\nThought 3: "
        if sums:
            text += ". ".join(sums) + ". "
        n = t.n(t.candidate)
        end = t.one(
            f"{last} = {n}.",
            f"Adding these, {last} = {n}.",
            f"Now {last} = {n}, so the answer is {n}.",
            f"The total is {last} = {n}.",
        )
        return text + t.c(f"{end}\nAction: Finish[{n}]") + "\n"

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.trial(
            t,
            t.one(
                "",
                f"I need to find {t.ab}. ",
                "This is a multiplication question. ",
                "I have to multiply two numbers. ",
            ),
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.7) else None
        p = t.n(t.previous)
        mended = self.revised(t, 0.4)
        text = t.one("Evaluation: ", "Self-evaluation: ", "Evaluator: ") + (up(why) + ". " if why else "")
        text += t.one(
            "FAIL\n", "Answer is INCORRECT.\n", "The submitted answer is incorrect.\n", "Incorrect. Trial failed.\n"
        )
        text += "Reflection: " + t.one(
            f"I finished with {p}, which was wrong. ",
            f"In the previous trial I submitted {p} and failed. ",
            "My last trial was unsuccessful. ",
            f"I answered {p} too quickly. ",
        )
        if mended and mended.place is not None:
            text += t.one(
                "The cause is that I took {m} to be {w}, while it is {v}. ",
                "I miscalculated {m}: it is {v} and I used {w}. ",
                "The mistake was in {m}, where I wrote {w} instead of {v}. ",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one(
                "I added the parts wrongly in Thought 3. ", "The multiplications were fine but my addition was not. "
            )
        else:
            text += t.one(
                "I probably dropped a carry in one of the multiplications. ",
                "I was not careful enough with the place values. ",
                "I cannot tell which of the lines was off, so I should not reuse any of them. ",
                "The way I broke up the numbers invited mistakes. ",
            )
        text += t.one(
            "In the next trial I will write out every part carefully.",
            "Next time I will be more careful before I call Finish.",
            "I will try again and check each line as I go.",
            "In the next attempt I should avoid this.",
        )
        return (
            text
            + "\n\n"
            + self.trial(
                t,
                t.one(
                    "Based on my reflection, I work more slowly. ",
                    "Using the reflection, I start again. ",
                    "I try again. ",
                    "",
                ),
            )
        )

    def closing(self, t: Telling) -> str:
        n = t.n(t.candidate)
        if t.chance(0.2):
            return ""
        text = t.one("Evaluation: ", "Self-evaluation: ", "Evaluator: ")
        if t.chance(0.7):
            text += up(self.support(t)) + ". "
        text += t.one("PASS\n", "Answer is CORRECT.\n", "The submitted answer is correct.\n", "Success.\n")
        if t.chance(0.3):
            text += t.one(
                "Reflection: no reflection needed.\n",
                "Reflection: none, the trial succeeded.\n",
                "Reflection: the strategy worked.\n",
            )
        if t.chance(0.4):
            text += t.r(t.one(f"\nFinal answer: {n}", f"\nThe answer is {n}.", f"\nAnswer: {n}"))
        return text


class SecondTurn(Reviser):
    """A model trained over turns in the manner of SCoRe; the correction instruction stands between the turns."""

    label = "ab-possible-error-turns"
    grouping = ("latex", "plain", "comma")
    signs = ("\\times", "\\times", "\\cdot")
    oops = ("which should be ${v}$", "or rather ${v}$")
    slips = 0.0

    def turn(self, t: Telling, open_: str) -> str:
        work = t.work
        text = open_ + t.one(
            "We write ${b} = {f}$ and multiply each part by ${a}$.",
            "Using the distributive property, ${a} {x} {b} = {a} {x} ({f})$.",
            "We expand ${a} {x} ({f})$.",
            "We have ${b} = {f}$, so we need ${a}$ times each of these.",
        ).format(a=t.n(work.a), b=t.n(work.b), f=t.factor(work), x=t.x)
        rows = [f"${row}$" for row in self.rows(t, work)]
        if t.flag("display", 0.5):
            text += (
                "\n\\begin{align*}\n"
                + " \\\\\n".join(r.strip("$").replace(" = ", " &= ", 1) for r in rows)
                + "\n\\end{align*}\n"
            )
        else:
            text += " " + t.one("This gives ", "We get ", "The parts are ") + ", ".join(rows) + ".\n"
        sums, last = self.adding(t, work)
        if sums:
            text += t.one("Adding in turn, ", "Then ", "Now ") + ", ".join(f"${s}$" for s in sums) + ".\n"
        n = t.n(t.candidate)
        lead = t.one("Adding, we obtain", "Therefore", "Summing up,", "In total we have")
        end = t.one(
            f"Final Answer: The final answer is ${n}$. I hope it is correct.",
            f"The final answer is $\\boxed{{{n}}}$.",
            f"So the final answer is $\\boxed{{{n}}}$. I hope it is correct.",
            f"Final Answer: $\\boxed{{{n}}}$",
        )
        return text + t.c(f"{lead} ${last} = {n}$.\n{end}") + "\n\n"

    def ask(self, t: Telling, turn: int) -> str:
        asked = t.one(
            "There might be an error in the solution above. Please correct the error, if any, and rewrite the solution.",
            "The solution above may contain a mistake. Review it, correct the mistake if there is one, and give the final answer.",
            "Please look over your solution for possible errors and answer again.",
            "Check whether the above solution is right. If it is not, fix it.",
        )
        if t.flag("roles", 0.4):
            return f"user\n{asked}\nassistant\n"
        return (
            f"{asked}\n\n" if t.flag("asked", 0.6) else t.one(f"**Turn {turn}**\n\n", f"**Turn {turn}**\n{asked}\n\n")
        )

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.turn(
            t, t.one("", f"We need to compute ${t.ab}$. ", "Solution: ", "We compute the product directly. ")
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.6) else None
        p = t.n(t.previous)
        asked = self.ask(t, t.index + 1)
        if self.back(t):
            n = t.n(t.candidate)
            text = t.one(
                f"The correction was a mistake, ${p}$ is wrong. ",
                f"The value ${p}$ is not correct. ",
                "I should not have changed the answer, the last solution is wrong. ",
            )
            end = t.one(
                f"The earlier solution was right. Final Answer: The final answer is ${n}$. I hope it is correct.",
                f"I return to my earlier result. The final answer is $\\boxed{{{n}}}$.",
                f"The answer I had before it was correct: $\\boxed{{{n}}}$.",
            )
            return asked + text + t.c(end) + "\n\n"
        mended = self.revised(t, 0.5)
        text = t.one(
            "There is an error in the solution above. ",
            f"The value ${p}$ in my first solution is not correct. "
            if t.index == 1
            else f"The value ${p}$ above is not correct either. ",
            "The previous solution is wrong. ",
            "I made a mistake in the solution above. ",
            f"The solution above does not hold up, ${p}$ is wrong. ",
        )
        if why:
            text += t.one("Indeed, ", "To see this, note that ", "We notice it because ") + self.tex(why) + ". "
        if mended and mended.place is not None:
            text += t.one(
                "The error is in ${m}$, which equals ${v}$ and not ${w}$. ",
                "I computed ${m}$ as ${w}$, but it is ${v}$. ",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one("The error is in the last addition. ", "The partial products were added up wrongly. ")
        text += t.one(
            "The corrected solution is as follows. ",
            "We rewrite the solution. ",
            "Here is the corrected solution.\n",
            "Let us do it again.\n",
        )
        return asked + self.turn(t, text)

    @staticmethod
    def tex(text: str) -> str:
        number = r"[\ue002\ue003]*\d(?:[\d,{}]*\d)?[\ue002\ue003]*"
        sign = r" (?:\\times|\\cdot|\+|-|=) "
        return re.sub(f"{number}(?:{sign}{number})+|" + r"\d{1,3}(?:\{,\}\d{3})+", lambda m: f"${m[0]}$", text)

    def closing(self, t: Telling) -> str:
        n = t.n(t.candidate)
        if t.chance(0.3):
            return ""
        text = self.ask(t, t.index + 2) + t.one(
            "I checked the solution above and found no error. ",
            "The solution above is correct. ",
            "There is no error in the solution above. ",
            "I went through every line of the solution again and each one is right. ",
        )
        text += up(self.tex(self.support(t))) + ". " + self.tex(self.doubt(t))
        return text + t.r(
            t.one(
                f"The final answer is still ${n}$.",
                f"Final Answer: The final answer is ${n}$. I hope it is correct.",
                f"I keep the answer $\\boxed{{{n}}}$.",
                f"So the final answer stays $\\boxed{{{n}}}$.",
            )
        )


class Validator(Reviser):
    """An 8B model trained on solve, verify, retry chains, then by RL: one stream of prose with boxed answers."""

    label = "ab-recheck-boxed-stream"
    grouping = ("plain", "plain", "comma")
    oops = ("no wait, {v}", "hmm, it is {v}", "let me redo this one: {v}")

    def solve_it(self, t: Telling) -> str:
        work = t.work
        text = t.one(
            f"To multiply {t.n(work.a)} by {t.n(work.b)}, write {t.n(work.b)} as {t.factor(work)}.\n",
            f"We can decompose {t.n(work.b)} into {t.factor(work)}.\n",
            f"Using {t.n(work.b)} = {t.factor(work)}, we compute the following products.\n",
            f"First break {t.n(work.b)} down: {t.factor(work)}.\n",
        )
        mark = t.one("numbers", "plain", "step")
        for place, row in enumerate(self.rows(t, work), 1):
            text += {"numbers": f"{place}. {row}\n", "plain": f"{row}\n", "step": f"Step {place}: {row}.\n"}[mark]
        sums, last = self.adding(t, work)
        if sums:
            text += t.one("Adding: ", "Now add: ", "Sum up: ") + "; ".join(sums) + ".\n"
        n = t.n(t.candidate)
        end = t.one(
            "Therefore, the answer is",
            "So the answer is",
            "Thus the product is",
            "The final answer is",
            "Hence the result is",
        )
        return (
            text
            + t.c(
                t.one(f"Finally, {last} = {n}. ", f"The sum is {last} = {n}.\n", f"{last} = {n}\n")
                + f"{end} \\boxed{{{n}}}."
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return t.one(
            "", "Let me solve this step by step.\n", f"We need to find the value of {t.ab}.\n"
        ) + self.solve_it(t)

    def recheck(self, t: Telling) -> str:
        return t.one(
            "Wait, let me recheck my solution.\n",
            "Let me verify whether this is right.\n",
            "Wait, I should validate the answer before finishing.\n",
            "Let me examine my answer.\n",
            "Hold on, let me verify it.\n",
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.75) else None
        p = t.n(t.previous)
        if not t.same and t.chance(0.2):
            t.other("round")
            n, (sums, last) = t.n(t.candidate), self.adding(t, t.work)
            text = self.recheck(t) + t.one(
                "I compute the product in another way. ",
                "I use a different decomposition. ",
                "To check, I split the numbers differently. ",
            )
            text += f"{t.n(t.work.b)} = {t.factor(t.work)}.\n" + "".join(
                row + "\n" for row in self.rows(t, t.work) + sums
            )
            end = t.one(
                f"This does not agree with {p}, which was wrong. The answer is \\boxed{{{n}}}.",
                f"So {p} is incorrect, and the correct answer is \\boxed{{{n}}}.",
                f"My answer {p} was a mistake. The corrected answer is \\boxed{{{n}}}.",
            )
            return text + t.c(f"{last} = {n}\n{end}") + "\n\n"
        mended = self.revised(t, 0.35)
        text = self.recheck(t)
        if t.chance(0.3):
            w = t.rng.choice(t.before.terms)
            if w.value == w.left * w.right:
                text += f"{t.n(w.left)} {t.x} {t.n(w.right)} = {t.n(w.value)}, " + t.one(
                    "this part is fine.\n", "which is right.\n", "no problem here.\n"
                )
        if why:
            text += up(why) + ".\n"
        if mended and mended.place is not None:
            text += t.one(
                "In my solution {m} = {w}, but the correct value is {v}.\n", "{m} should be {v}, I used {w}.\n"
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one(
                "The partial products were right but the sum was not.\n",
                "I made an error when adding up the products.\n",
            )
        elif not why:
            text += t.one(
                "Some of the intermediate products do not look reliable to me.\n",
                "The intermediate values do not fit together.\n",
                "I doubt the multiplication by the larger part.\n",
                "",
            )
        text += t.one(
            f"Therefore, the answer {p} is incorrect.\n\n",
            "So my answer is wrong.\n\n",
            f"The answer {p} is not correct.\n\n",
            "This means that my solution was incorrect.\n\n",
        )
        text += t.one(
            "Let me try again.\n",
            "Let me solve it again.\n",
            "I will try once more.\n",
            "Trying again.\n",
            "Let me start over.\n",
        )
        return text + self.solve_it(t)

    def closing(self, t: Telling) -> str:
        n = t.n(t.candidate)
        if t.chance(0.15):
            return ""
        text = (self.recheck(t) + self.doubt(t) + up(self.support(t, 0.4))) + ".\n"
        if t.chance(0.6):
            return text + t.r(
                t.one(
                    f"Therefore, the answer {n} is correct.",
                    f"The answer \\boxed{{{n}}} is verified.",
                    f"So {n} is right.",
                )
            )
        return text + t.one(
            "Therefore, the answer is correct.",
            "So my answer is correct.",
            "The solution is valid.",
            "No mistake found.",
        )


class StepJudge(Reviser):
    """A policy and a process judge distilled into one: numbered steps, a judgement per step, return to the bad step."""

    label = "ab-stepwise-judgement"
    oops = ("that is {v}", "corrected: {v}")
    slips = 0.03

    def steps(self, t: Telling, start: int = -1) -> str:
        """The solution from the partial product number `start` on."""
        work, text = t.work, ""
        rows = self.rows(t, work)
        if start < 0:
            text += (
                "Step 1: " + t.one("Decompose", "Split", "Write", "Rewrite") + f" {t.n(work.b)} as {t.factor(work)}.\n"
            )
        for place, row in enumerate(rows):
            if place >= start:
                text += f"Step {place + 2}: " + t.one("Compute ", "Calculate ", "Multiply: ", "") + row + ".\n"
        n = t.n(t.candidate)
        step = (
            f"Step {len(rows) + 2}: "
            + t.one("Add the results: ", "Sum: ", "Add up: ", "Combine: ")
            + f"{t.sum(work)} = {n}."
        )
        end = t.one(f"Answer: {n}", f"Final answer: {n}", f"The answer is {n}.", f"Therefore the answer is {n}.")
        return text + t.c(f"{step}\n{end}") + "\n\n"

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return t.one("", "Solution:\n", "**Solution**\n\n") + self.steps(t)

    def judged(self, t: Telling, work: Work, bad: int | None) -> str:
        """Judgements up to the step that is found wrong (0 is the splitting; len(terms) + 1 the sum)."""
        good = t.one("correct", "valid", "right")
        text = t.one(
            "Checking each step:\n",
            "Now I verify the steps one by one.\n",
            "**Verification**\n\n",
            "Judgement of the steps:\n",
        )
        last = len(work.terms) + 1 if bad is None else bad - 1
        for place in range(last + 1):
            if 1 <= place <= len(work.terms) and t.chance(0.4):
                w = work.terms[place - 1]
                text += f"Step {place + 1}: {t.n(w.left)} {t.x} {t.n(w.right)} is {t.n(w.value)}, {good}.\n"
            else:
                text += f"Step {place + 1} is {good}.\n"
        return text

    def again(self, t: Telling) -> str:
        work, p = t.work, t.n(t.previous)
        why = self.fault(t) if t.chance(0.4) else None
        mended = self.revised(t, 0.7)
        if mended:
            place = len(work.terms) + 1 if mended.place is None else mended.place + 1
            text = self.judged(t, work, place)
            if mended.place is None:
                text += f"Step {place + 1}: " + t.one(
                    "the addition is incorrect.",
                    "the numbers are added wrongly.",
                    "wrong, there is a mistake in the sum.",
                )
            else:
                text += f"Step {place + 1}: " + t.one(
                    "incorrect, {m} is {v}, not {w}.",
                    "wrong. {m} equals {v}.",
                    "this is an error: {m} is {v} and not {w}.",
                ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
            text += t.one(
                f" So the answer {p} is wrong too.",
                " The answer that follows from it is wrong.",
                f" This makes {p} incorrect.",
            )
            text += "\n\n" + t.one(
                f"I go back to step {place + 1} and continue from there.\n",
                f"Returning to step {place + 1}:\n",
                f"Redo from step {place + 1}.\n",
                f"Rewriting the solution from step {place + 1} on:\n",
            )
            return text + self.steps(t, place - 1)
        text = t.one("Checking the final answer: ", "Judgement of the answer: ", "Verification: ")
        text += (why + ". " if why else "") + t.one(
            f"The answer {p} is incorrect.",
            f"I judge {p} to be wrong.",
            "The answer is not correct.",
            f"{p} fails the verification.",
        )
        text += t.one(
            " I cannot locate the bad step, so I discard the whole solution.\n\n",
            " All steps are thrown away.\n\n",
            " A new solution is needed.\n\n",
            " I return to step 1.\n\n",
        )
        return (
            text
            + t.one(
                "New solution:\n",
                "Second path:\n" if t.index == 1 else "Another path:\n",
                "Starting again from step 1:\n",
                "",
            )
            + self.steps(t)
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.15):
            return ""
        n = t.n(t.candidate)
        text = self.judged(t, t.work, None)
        text += t.one(
            "All steps are correct.", "Every step passes.", "No wrong step found.", "The whole chain is valid."
        )
        if t.chance(0.5):
            text += " " + t.r(
                t.one(
                    f"The answer {n} is accepted.",
                    f"Final answer: {n}",
                    f"The answer is {n}.",
                    f"I am confident in {n}.",
                )
            )
        return text


class Backtracker(Reviser):
    """A 1B to 3B model fine-tuned with a backtracking token in its vocabulary; few words besides."""

    label = "ab-backtrack-token-small"
    grouping = ("plain",)
    signs = ("*", "*", "x", "×")
    oops = ("<|backtrack|> {v}", "<|backtrack|> no, {v}")
    slips = 0.12

    def lines(self, t: Telling, skip: int = 0) -> str:
        work = t.work
        text = (
            ""
            if skip
            else t.one(f"{t.n(work.b)} = {t.factor(work)}\n", f"Split {t.n(work.b)} into {t.factor(work)}.\n", "")
        )
        text += "".join(row + "\n" for row in self.rows(t, work)[skip:])
        sums, last = self.adding(t, work)
        text += "".join(s + "\n" for s in sums)
        n = t.n(t.candidate)
        return (
            text
            + t.c(
                f"{last} = {n}\n"
                + t.one(f"The answer is {n}.", f"Answer: {n}", f"So {t.ab} = {n}.", f"#### {n}", f"Final answer: {n}")
            )
            + "\n"
        )

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return t.one("", f"Compute {t.ab}.\n", "Let's think step by step.\n", "Solve it in parts.\n") + self.lines(t)

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.4) else None
        mended = self.revised(t, 0.5)
        text = "<|verify|> " + up(why) + ". " if why else t.one("<|verify|> ", "")
        text += (
            t.one(
                "This is wrong.",
                "The answer is wrong.",
                "Not correct.",
                f"{t.n(t.previous)} is wrong.",
                "That answer is incorrect.",
            )
            + "\n<|backtrack|>"
        )
        if mended and mended.place is not None:
            text += t.one(" Go back to {m}.\n", " Return to {m}.\n", " The mistake is at {m}.\n").format(
                m=self.term(t, mended)
            )
            return text + self.lines(t, 0 if t.chance(0.4) else mended.place)
        if mended:
            text += t.one(" Go back to the sum.\n", " Return to the addition.\n", " Add again.\n")
            return text + self.lines(t, 0 if t.chance(0.3) else len(t.work.terms))
        return (
            text
            + t.one(
                " Go back to the start.\n", " Start from the beginning.\n", " Try another way.\n", " Solve again.\n"
            )
            + self.lines(t)
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.4):
            return ""
        text = "<|verify|> " + (up(self.support(t)) + ". " if t.chance(0.6) else "")
        return text + t.one(
            "Correct.", "This is correct.", "The answer is correct.", "OK.", "The answer is right. Done."
        )


class Constitution(Reviser):
    """A 70B chat model asked for a draft, a critique and a revision; well-mannered prose under headings."""

    label = "ab-draft-critique-revision"
    grouping = ("comma",)
    oops = ("or rather {v}", "which I correct to {v}")
    slips = 0.04

    def prose(self, t: Telling, open_: str) -> str:
        work = t.work
        text = open_ + t.one(
            "It helps to think of {b} as {f}. ",
            "The second factor can be expanded as {f}, that is, {b} in parts. ",
            "I distribute {a} over {f}. ",
            "Breaking {b} into {f} keeps each multiplication manageable. ",
        ).format(a=t.n(work.a), b=t.n(work.b), f=t.factor(work))
        rows = self.rows(t, work)
        joined = (", ".join(rows[:-1]) + ", and " + rows[-1]) if len(rows) > 2 else " and ".join(rows)
        text += t.one("This gives ", "The partial products are ", "We then have ", "Multiplying, ") + joined + ". "
        n = t.n(t.candidate)
        end = t.one(
            f"Adding these together, {t.sum(work)} = {n}, so the product is **{n}**.",
            f"Their sum, {t.sum(work)}, is {n}. The answer is therefore {n}.",
            f"Combining them: {t.sum(work)} = {n}. Hence {t.ab} = {n}.",
            f"Altogether {t.sum(work)} = {n}, and that is my answer.",
        )
        return text + t.c(end) + "\n\n"

    def head(self, t: Telling, text: str) -> str:
        return f"## {text}\n\n" if t.flag("hashes", 0.6) else f"**{text}:** "

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.head(t, t.one("Draft", "First draft", "Initial answer")) + self.prose(
            t, t.one("", "Let me begin with a straightforward calculation. ", f"The task is to compute {t.ab}. ")
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.7) else None
        p = t.n(t.previous)
        head = self.head(t, t.one("Critique", "Self-critique", f"Critique {t.index}"))
        if self.back(t):
            n = t.n(t.candidate)
            head += t.one(
                f"Comparing the versions, I find that {p} is wrong. ",
                f"The revision did more harm than good, and {p} is incorrect. ",
                f"The figure {p} is a step in the wrong direction and has to be withdrawn. ",
            )
            end = t.one(
                f"I restore the earlier answer, {n}.",
                f"The earlier value was right: the product is {n}.",
                f"I therefore return to {n} as my answer.",
            )
            return head + t.c(end) + "\n\n"
        mended = self.revised(t, 0.5)
        text = head
        text += t.one(
            "The general approach is sound. ",
            "The draft is clearly written, and the decomposition is valid. ",
            "",
            "The structure of the argument is fine. ",
        )
        if why:
            text += t.one("However, ", "Unfortunately, ", "The difficulty is that ") + why + ". "
        if mended and mended.place is not None:
            text += t.one(
                "The draft claims {m} = {w}, whereas the true value is {v}. ",
                "Looking more closely, {m} is {v} rather than {w}. ",
                "The partial product {m} is misstated as {w}; it should read {v}. ",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one(
                "Each partial product is right, yet the addition goes astray. ",
                "The weak point is the final sum, in which a carry is lost. ",
            )
        elif not why:
            text += t.one(
                "Having gone through the arithmetic, I am not convinced by several of the partial products. ",
                "The numbers are not trustworthy: at least one of them was not calculated with care. ",
                "I see signs of a careless mistake in the arithmetic. ",
            )
        text += t.one(
            f"The stated result of {p} is therefore incorrect and should be withdrawn.\n\n",
            f"As a consequence, {p} cannot stand.\n\n",
            "The answer given above is wrong and needs to be revised.\n\n",
            f"I no longer stand by {p}.\n\n",
        )
        text += self.head(t, t.one("Revision", "Revised answer", f"Revision {t.index}"))
        if mended:
            return text + self.prose(
                t,
                t.one(
                    "With that correction in place, the calculation runs as follows. ",
                    "I repair the mistake. ",
                    "Here is the amended calculation. ",
                ),
            )
        return text + self.prose(
            t,
            t.one(
                "I calculate everything afresh. ",
                "To be safe, I take a fresh look at the whole problem. ",
                "Rather than patch the draft, I start anew. ",
            ),
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.15):
            return ""
        n = t.n(t.candidate)
        text = self.head(t, t.one("Critique", "Self-critique", "Final critique"))
        text += (
            t.one(
                "I find nothing to object to: ",
                "The calculation is convincing; ",
                "This version holds up: ",
                "No errors are apparent. One further test: ",
            )
            + self.support(t)
            + ". "
            + self.doubt(t)
        )
        text += (
            t.one(
                "No revision is necessary.",
                "The answer stands.",
                "I would not change anything.",
                "There is no need for another revision.",
            )
            + "\n\n"
        )
        if t.chance(0.6):
            text += t.r(
                t.one(
                    f"**Final answer: {n}**",
                    f"My final answer is {n}.",
                    f"The answer is {n}.",
                    f"In conclusion, {t.ab} = {n}.",
                )
            )
        return text


class ForcedWait(Reviser):
    """A 32B model under budget forcing: whenever it wants to end its thoughts, 'Wait' is appended instead."""

    label = "ab-budget-forced-waits"
    oops = ("no, {v}", "wait, {v}", "hmm, {v}")
    slips = 0.1

    def think(self, t: Telling) -> str:
        work = t.work
        text = t.one(
            f"{t.n(work.b)} is {t.factor(work)}. ",
            f"I can break {t.n(work.b)} up into {t.factor(work)}. ",
            f"Let me use {t.n(work.b)} = {t.factor(work)}. ",
        )
        for row in self.rows(t, work):
            text += t.one("", "", "Then ", "Next, ") + row + ". "
        sums, last = self.adding(t, work)
        text += "".join(t.one("", "Now ", "So ") + s + ". " for s in sums)
        n = t.n(t.candidate)
        end = t.one(
            f"So the answer is {n}.",
            f"So the product is {n}.",
            f"Therefore, {t.ab} = {n}.",
            f"So the final answer is {n}.",
            f"Final Answer: {n}",
        )
        return (
            text.rstrip()
            + "\n\n"
            + t.c(t.one("Adding everything, ", "Adding them up: ", "And ") + f"{last} = {n}. {end}")
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        open_ = (
            "<|im_start|>think\n" if t.flag("im", 0.3) else t.one("<think>\n", "") if not t.flag("bare", 0.5) else ""
        )
        t.flag("closed", 1.0 if open_.startswith("<think>") else 0.0)
        return (
            open_
            + t.one(
                f"I need to multiply {t.n(t.a)} and {t.n(t.b)}. ",
                f"We have to compute {t.ab}. ",
                f"What is {t.ab}? ",
                "",
            )
            + self.think(t)
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.6) else None
        p = t.n(t.previous)
        if self.back(t):
            n = t.n(t.candidate)
            text = t.one(
                f"Wait, {p} is wrong. ", f"Wait, no, {p} can't be right. ", "Wait, I messed up the last calculation. "
            )
            return (
                text
                + t.c(
                    t.one(
                        f"My earlier answer was right. So the answer is {n}.",
                        f"The answer I got before, {n}, is the correct one.",
                        f"So I go back to what I had earlier: the answer is {n}.",
                    )
                )
                + "\n\n"
            )
        if not t.same and t.chance(0.25):
            t.other("round")
            n, (sums, last) = t.n(t.candidate), self.adding(t, t.work)
            text = (
                t.one(
                    "Wait, let me double-check. ", "Wait, let me check it another way. ", "Wait, let me verify that. "
                )
                + f"{t.n(t.work.b)} = {t.factor(t.work)}. "
            )
            text += ". ".join(self.rows(t, t.work) + sums) + ". "
            end = t.one(
                f"That's not {p}. I trust this one more, so the answer is {n}.",
                f"So {p} was wrong. The answer is {n}.",
                f"Hmm, before I had {p}. That was a mistake. So the final answer is {n}.",
            )
            return text + t.c(t.one("That gives ", "Then ", "So ") + f"{last} = {n}. {end}") + "\n\n"
        mended = self.revised(t, 0.35)
        text = t.one("Wait, ", "Wait, ", "Wait. ")
        if why:
            text = up(text) + (up(why) if text.endswith(". ") else why) + ". "
            text += t.one(
                "So I made a mistake. ",
                f"That means {p} is wrong. ",
                "So that cannot be right. ",
                f"So {p} can't be the answer. ",
            )
        else:
            body = t.one(
                "that is not right. ",
                f"{p} is wrong. ",
                "I made an error somewhere above. ",
                f"I don't think {p} is correct. ",
                "my calculation was wrong. ",
            )
            text += up(body) if text.endswith(". ") else body
        if mended and mended.place is not None:
            text += t.one(
                "I said {m} was {w}, but it's {v}. ",
                "{m} is {v}, not {w}. ",
                "Look at {m}: that is {v}, and I used {w}. ",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was)) + t.one(
                "Let me fix it. ", "With that: ", "So again. "
            )
        elif mended:
            text += t.one("I added the numbers incorrectly. ", "The pieces are okay, the addition isn't. ")
        else:
            text += t.one(
                "Let me recalculate. ",
                "Let me do it again from scratch. ",
                "Let me start again. ",
                "Let me redo this more carefully. ",
            )
        return text + self.think(t)

    def closing(self, t: Telling) -> str:
        n, text = t.n(t.candidate), ""
        for _ in range(t.rng.choice((0, 1, 1, 2))):
            text += (
                t.one(
                    "Wait, let me double-check. ",
                    "Wait, is this right? ",
                    "Wait, I should make sure. ",
                    "Wait, let me check it another way. ",
                )
                + up(self.support(t, 0.4))
                + ". "
            )
            text += (
                t.one(
                    "Okay, that's fine.",
                    "So it is correct.",
                    "Good.",
                    t.r(f"So the answer is {n}."),
                    t.r(f"So {n} is right."),
                )
                + "\n\n"
            )
        if t.chance(0.2):
            text += (
                t.one("Wait, did I read the numbers correctly? ", "Wait, are those the right factors? ")
                + f"{t.n(t.a)} and {t.n(t.b)}, yes.\n\n"
            )
        if t.flag("im", 0.3):
            text += "<|im_start|>answer\n"
        elif t.flag("closed", 0.0):
            text += "</think>\n\n"
        return text + t.r(
            t.one(
                f"The final answer is $\\boxed{{{n}}}$.",
                f"Final Answer: {n}",
                f"Answer: The final answer is {n}.",
                f"**Final Answer:** {n}",
            )
        )


class Inverse(Reviser):
    """A model prompted for forward reasoning and backward verification: a factor is masked and recovered by division."""

    label = "ab-masked-factor-backward"
    grouping = ("plain", "comma", "comma")
    oops = ("that is, {v}", "recomputed: {v}", "or better, {v}")
    slips = 0.04

    def forward(self, t: Telling, open_: str) -> str:
        work = t.work
        text = open_ + t.one(
            f"{t.n(work.b)} = {t.factor(work)}.\n",
            f"We split {t.n(work.b)} into {t.factor(work)} and multiply by {t.n(work.a)}.\n",
            f"{t.n(work.a)} is multiplied by each part of {t.n(work.b)} ({t.factor(work)}).\n",
            f"Let us use {t.n(work.b)} = {t.factor(work)}.\n",
        )
        bullet = t.one("* ", "- ", "")
        text += "".join(f"{bullet}{row}\n" for row in self.rows(t, work))
        sums, last = self.adding(t, work)
        text += "".join(f"{bullet}{s}\n" for s in sums)
        n = t.n(t.candidate)
        end = t.one(
            f"Candidate answer: {n}",
            f"Conclusion: {t.ab} = {n}",
            f"So the candidate answer is {n}.",
            f"Answer obtained: {n}",
            f"The result is {n}.",
        )
        return text + t.c(f"{bullet}{last} = {n}\n{end}") + "\n\n"

    def head(self, t: Telling, forward: bool) -> str:
        names = ("Forward reasoning", "Backward verification") if t.flag("long", 0.6) else ("Forward", "Backward")
        name = names[0 if forward else 1]
        if t.flag("numbered", 0.4):
            name += f" {t.index + 1}"
        return f"[{name}]\n" if t.flag("brackets", 0.3) else f"**{name}**\n" if t.flag("stars", 0.5) else f"{name}:\n"

    def mask(self, t: Telling, number: int) -> str:
        return t.one(
            "Mask the factor {b}: X {x} {a} = {p}. What is X?\n",
            "Suppose the second number is unknown: {a} {x} X = {p}.\n",
            "We replace {b} with X and solve {a} {x} X = {p}.\n",
            "If {p} is right, then {p} / {a} has to give back {b}.\n",
        ).format(a=t.n(t.a), b=t.n(t.b), p=t.n(number), x=t.x)

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.head(t, True) + self.forward(t, t.one("", f"We want {t.ab}. ", f"Question: {t.ab}. "))

    def again(self, t: Telling) -> str:
        p, a, b = t.previous, t.a, t.b
        t.index -= 1
        text = self.head(t, False) + self.mask(t, p)
        t.index += 1
        q, r = divmod(p, a)
        if r:
            text += t.one(
                f"{t.n(p)} / {t.n(a)} = {t.n(q)} with remainder {t.n(r)}. X is not {t.n(b)}.\n",
                f"Dividing, X is about {p / a:.2f}, which is not {t.n(b)}.\n"
                if f"{p / a:.2f}"[-2:] != "00"
                else f"{t.n(a)} does not divide {t.n(p)} evenly, so X is not {t.n(b)}.\n",
                f"{t.n(a)} goes {t.n(q)} times into {t.n(p)} and leaves {t.n(r)}, so X is not a whole number.\n",
            )
        elif q != b:
            text += t.one(
                f"X = {t.n(q)}, but it should be {t.n(b)}.\n",
                f"{t.n(p)} / {t.n(a)} = {t.n(q)}, which differs from {t.n(b)}.\n",
            )
        else:
            text += t.one(
                f"My long division does not come out at {t.n(b)}.\n",
                f"I do not get {t.n(b)} back when I divide.\n",
                f"The division leaves me with a remainder, so X does not equal {t.n(b)}.\n",
            )
        text += t.one(
            f"Verification failed, {t.n(p)} is incorrect.\n\n",
            f"The candidate {t.n(p)} is rejected.\n\n",
            "The condition is not satisfied, so the candidate answer is wrong.\n\n",
            f"Hence {t.n(p)} cannot be the product.\n\n",
        )
        mended = self.revised(t, 0.35)
        if mended and mended.place is not None:
            open_ = t.one("The faulty line was {m} (I had {w}, it is {v}). ", "I correct {m} from {w} to {v}. ").format(
                m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was)
            )
        elif mended:
            open_ = t.one(
                "Only the addition was wrong, so I repeat it. ", "The products are kept, the sum is formed again. "
            )
        else:
            open_ = t.one(
                "We solve the problem again. ",
                "A new forward pass is needed. ",
                "Second thoughts on the decomposition: ",
                "Start over. ",
            )
        return text + self.head(t, True) + self.forward(t, open_)

    def closing(self, t: Telling) -> str:
        if t.chance(0.12):
            return ""
        n = t.n(t.candidate)
        text = self.head(t, False) + self.mask(t, t.candidate)
        text += t.one(
            f"{n} / {t.n(t.a)} = {t.n(t.b)}, so X = {t.n(t.b)}.\n",
            f"X = {t.n(t.b)}, the original number.\n",
            f"The division gives {t.n(t.b)} exactly.\n",
            f"Solving for X gives {t.n(t.b)}, as it should be.\n",
        )
        if t.chance(0.3):
            text += "In addition, " + self.support(t, 0.1) + ".\n"
        text += (
            t.one(
                "Verification passed.",
                "The condition holds, the candidate is accepted.",
                "The answer is verified.",
                "Consistent.",
            )
            + "\n\n"
        )
        return text + t.r(t.one(f"Final answer: {n}", f"**Final answer: {n}**", f"The answer is {n}.", f"{t.ab} = {n}"))


class Challenged(Reviser):
    """A 1B chat model that runs on after its answer and plays the doubting user as well."""

    label = "ab-one-b-plays-both-turns"
    grouping = ("comma", "plain", "plain")
    oops = ("oh, {v}", "sorry, {v}")

    def reply(self, t: Telling, open_: str) -> str:
        work = t.work
        text = open_
        rows = self.rows(t, work)
        if t.flag("list", 0.5):
            text += t.one("Here are the steps:\n", "Step by step:\n", "Let's break it down:\n") + "".join(
                f"{i}. {row}\n" for i, row in enumerate(rows, 1)
            )
        else:
            text += t.one("First, ", "We have ", "") + ". Then ".join(rows) + ".\n"
        sums, last = self.adding(t, work)
        if sums:
            text += "Add them: " + ", ".join(sums) + ".\n"
        n = t.n(t.candidate)
        end = t.one(
            f"So, {t.ab} = {n}.",
            f"The answer is {n}.",
            f"Therefore, the answer is {n}.",
            f"The correct answer is {n}." if t.index else f"The product is {n}.",
            f"So the answer is {n}.",
        )
        return text + t.c(t.one(f"Now add: {last} = {n}\n", f"{last} = {n}\n", f"Total: {last} = {n}\n") + end) + "\n\n"

    def names(self, t: Telling) -> tuple[str, str]:
        if t.flag("hash", 0.3):
            return "### Human: ", "### Assistant: "
        return ("User: ", "Assistant: ") if t.flag("user", 0.6) else ("Human: ", "AI: ")

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return t.one(
            f"To find {t.ab}, we multiply the parts. ", "Sure! ", "", f"Let's calculate {t.ab}. "
        ) + self.reply(t, "")

    def again(self, t: Telling) -> str:
        human, ai = self.names(t)
        why = self.fault(t) if t.chance(0.3) else None
        if self.back(t):
            n = t.n(t.candidate)
            text = (
                human
                + t.one("Are you sure?", "I think your earlier answer was better.", "Can you check it again?")
                + "\n"
                + ai
            )
            text += (
                t.one("I apologize for the confusion. ", "Sorry, I made a mistake. ", "You're right, I'm sorry. ")
                + f"{t.n(t.previous)} is wrong. "
            )
            return (
                text
                + t.c(
                    t.one(
                        f"My earlier answer was correct. The answer is {n}.",
                        f"The correct answer is {n}, as I said before.",
                        f"The answer is {n}, like I said earlier.",
                    )
                )
                + "\n\n"
            )
        mended = self.revised(t, 0.4)
        text = (
            human
            + t.one(
                "Are you sure?",
                "Are you sure about that? Please check your answer.",
                "I think that is wrong.",
                "Can you check it again?",
                "That does not look right to me.",
            )
            + "\n"
        )
        text += ai + t.one(
            "I apologize for the mistake. ",
            f"You are right, {t.n(t.previous)} is not correct. ",
            "I'm sorry, my previous answer was wrong. ",
            f"Sorry for the confusion, I made an error. {t.n(t.previous)} is wrong. ",
            "You're right, I made a mistake in my calculation. ",
        )
        if why:
            text += up(why) + ". "
        if mended and mended.place is not None:
            text += t.one("{m} is {v}, not {w}. ", "I wrote {w} for {m}, but it is {v}. ").format(
                m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was)
            )
        elif mended:
            text += t.one("I added the numbers wrong. ", "The addition was not right. ")
        text += t.one(
            "Let me correct it. ", "Let me try again. ", "Here is the corrected calculation. ", "Let me recalculate. "
        )
        return text + "\n" + self.reply(t, "")

    def closing(self, t: Telling) -> str:
        n, (human, ai) = t.n(t.candidate), self.names(t)
        if t.chance(0.35):
            return ""
        text = (
            human
            + t.one(
                "Are you sure?",
                "Is that correct?",
                "Are you sure about that? Please check your answer.",
                "Can you check it again?",
            )
            + "\n"
            + ai
        )
        text += t.one(
            "Yes, I am sure. ",
            "Yes, I checked it. ",
            "I checked it again and it is correct. ",
            "Yes, that is correct. ",
        )
        if t.chance(0.5):
            text += up(self.support(t)) + ". "
        text += t.r(t.one(f"The answer is {n}.", f"{t.ab} = {n}.", f"So the answer is still {n}.")) + "\n"
        if t.chance(0.4):
            text += (
                "\n"
                + human
                + t.one("Thank you!", "Thanks.", "Ok, thank you.")
                + "\n"
                + ai
                + t.one("You're welcome!", "You are welcome! Let me know if you have other questions.")
            )
        return text


class Roles(Reviser):
    """A 14B model that plays generator and verifier in tags, until the verifier accepts."""

    label = "ab-generator-verifier-tags"
    oops = ("correcting myself, {v}", "no: {v}")

    def tags(self, t: Telling) -> tuple[str, str]:
        return ("generator", "verifier") if t.flag("gen", 0.6) else ("proposal", "verification")

    def generate(self, t: Telling, open_: str) -> str:
        work, (tag, _) = t.work, self.tags(t)
        text = (
            f"<{tag}>\n"
            + open_
            + t.one(
                f"Decompose {t.n(work.b)} = {t.factor(work)}.\n",
                f"I use {t.n(work.b)} = {t.factor(work)}.\n",
                f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})\n",
                "",
            )
        )
        text += "".join(row + "\n" for row in self.rows(t, work))
        sums, last = self.adding(t, work)
        text += "".join(s + "\n" for s in sums)
        n = t.n(t.candidate)
        end = (
            f"<answer>{n}</answer>"
            if t.flag("answer", 0.5)
            else t.one(f"Proposed answer: {n}", f"I propose {n}.", f"My answer is {n}.", f"Answer: {n}")
        )
        return text + t.c(f"{last} = {n}\n{end}") + f"\n</{tag}>\n"

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.generate(t, t.one("", f"The task is {t.ab}. ", f"Computing {t.ab}. "))

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.7) else None
        p, (_, tag) = t.n(t.previous), self.tags(t)
        mended = self.revised(t, 0.45)
        text = f"<{tag}>\n" + t.one(
            f"The proposed answer is {p}. ", f"I am given {p}. ", "I check the proposed answer. ", ""
        )
        if why:
            text += re.sub(r"\band I have\b", "and the proposal has", up(why)) + ". "
        if mended and mended.place is not None:
            text += t.one(
                "The line {m} = {w} is wrong, the value is {v}. ",
                "{m} should be {v}, it was given as {w}. ",
                "Error found: {m} is {v}, not {w}. ",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one(
                "The products are right but they were added incorrectly. ", "Error found in the final addition. "
            )
        elif not why:
            text += t.one(
                "The arithmetic is not reliable. ",
                "I find an inconsistency among the partial products. ",
                "The derivation contains an error. ",
            )
        text += t.one(
            "\nVerdict: incorrect",
            "\nVerdict: reject",
            f"\nVerdict: {p} is wrong. Regenerate.",
            "\nThe answer is incorrect. Please try again.",
        )
        text += f"\n</{tag}>\n"
        if mended:
            open_ = t.one("Revised with the remark. ", "I fix the error that was found. ", "Corrected version. ")
        else:
            open_ = t.one(
                "New attempt. ",
                "I solve the problem anew. ",
                "Rejected, so I start from scratch. ",
                "Second solution. " if t.index == 1 else "One more solution. ",
            )
        return text + self.generate(t, open_)

    def closing(self, t: Telling) -> str:
        n, (_, tag) = t.n(t.candidate), self.tags(t)
        text = ""
        if t.chance(0.88):
            text += (
                f"<{tag}>\n"
                + t.one(f"The proposed answer is {n}. ", "I check the proposed answer. ", "")
                + up(self.support(t))
                + ". "
            )
            if t.chance(0.3):
                w = t.rng.choice(t.work.terms)
                text += f"I had doubts about {t.n(w.left)} {t.x} {t.n(w.right)}, but {t.n(w.value)} is right. "
            text += (
                t.one(
                    "\nVerdict: correct",
                    "\nVerdict: accept",
                    "\nThe answer is correct.",
                    "\nVerdict: the proposal is right. Done.",
                )
                + f"\n</{tag}>\n"
            )
        if t.chance(0.7):
            text += t.r(
                t.one(f"<final>{n}</final>", f"Final answer: {n}", f"The final answer is {n}.", f"\\boxed{{{n}}}")
            )
        return text


class Teacher(Reviser):
    """An 8B model tuned on wrong solutions that a teacher model has annotated with the error and a correction."""

    label = "ab-teacher-annotated-errors"
    grouping = ("comma", "plain")
    oops = ("rather {v}", "in fact {v}")
    slips = 0.03

    def attempt(self, t: Telling, open_: str) -> str:
        work = t.work
        text = open_ + t.one(
            f"Since {t.n(work.b)} = {t.factor(work)}, ",
            f"Breaking {t.n(work.b)} into {t.factor(work)}, ",
            f"With {t.n(work.b)} = {t.factor(work)}, ",
            f"We expand {t.n(work.b)} as {t.factor(work)}: ",
        )
        text += "; ".join(self.rows(t, work)) + ". "
        sums, last = self.adding(t, work)
        if sums:
            text += t.one("Adding one by one, ", "Then ", "Accumulating, ") + ", ".join(sums) + ". "
        n = t.n(t.candidate)
        end = t.one(
            f"So the answer is {n}.",
            f"Thus, {t.ab} = {n}.",
            f"The answer is: {n}",
            f"Hence, the product is {n}.",
            f"Therefore, the final answer is {n}.",
        )
        return (
            text
            + t.c(t.one(f"The sum is {last} = {n}. ", f"Finally, {last} = {n}. ", f"This makes {last} = {n}. ") + end)
            + "\n\n"
        )

    def head(self, t: Telling, text: str) -> str:
        return f"{text}: " if t.flag("colon", 0.5) else f"### {text}\n"

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        return self.head(t, "Solution") + self.attempt(
            t, t.one("", f"We are asked for {t.ab}. ", "This requires multiplying two numbers. ")
        )

    def again(self, t: Telling) -> str:
        why = self.fault(t) if t.chance(0.6) else None
        p = t.n(t.previous)
        mended = self.revised(t, 0.6)
        text = self.head(
            t,
            t.one("Reflection", "Teacher's reflection", "Error analysis")
            if not t.flag("plain-name", 0.5)
            else "Reflection",
        )
        text += t.one(
            f"The solution arrives at {p}, which is incorrect. ",
            "The solution above contains an error. ",
            f"The answer {p} is wrong. ",
            f"A mistake was made on the way to {p}, so that answer is invalid. ",
            "This solution is not correct. ",
        )
        if why:
            text += (
                t.one("A quick test shows it: ", "This can be seen without redoing the work: ", "Notice that ")
                + re.sub(r"\band I have\b", "and the solution has", why)
                + ". "
            )
        if mended and mended.place is not None:
            text += t.one(
                "The first error occurs in {m}, which was taken as {w}; the correct value is {v}. ",
                "Error type: calculation error. {m} is {v}, but the solution states {w}. ",
                "The student multiplied {m} and wrote {w}. It should have been {v}. ",
            ).format(m=self.term(t, mended), v=t.n(mended.now), w=t.n(mended.was))
        elif mended:
            text += t.one(
                "Error type: addition error. The partial products were right, but combining them went wrong. ",
                "The multiplication steps are valid; the error occurs when they are added. ",
            )
        else:
            text += t.one(
                "Error type: calculation error in the partial products. ",
                "The mistake comes from careless handling of place value. ",
                "The likely cause is a forgotten carry. ",
                "It is better to discard this path and solve the problem in a fresh way. ",
            )
        text += t.one(
            "Remember to check each product before adding.",
            "",
            "When multiplying large numbers, every step should be checked.",
            "A careful student would verify each line.",
        )
        text = text.rstrip() + "\n\n"
        text += self.head(
            t,
            t.one("Corrected solution", "Correction", "Corrected solution")
            if mended
            else t.one("New solution", "Corrected solution", "Alternative solution"),
        )
        return text + self.attempt(
            t,
            t.one("", "Let us correct this. ", "We repair the solution. ")
            if mended
            else t.one("We solve the problem from the start. ", "Restarting from the beginning. ", ""),
        )

    def closing(self, t: Telling) -> str:
        n = t.n(t.candidate)
        if t.chance(0.3):
            return ""
        text = self.head(t, "Reflection")
        text += t.one(
            f"The solution arrives at {n}, which is correct. ",
            "This solution is correct. ",
            "No error is found in this solution. ",
            "All steps of the solution are right. ",
        )
        text += t.one("To confirm, ", "As a check, ", "Indeed, ") + self.support(t) + ". "
        if t.chance(0.25):
            text += t.one(
                "One might worry about lost carries, but there are none here. ",
                "The additions were gone through twice. ",
            )
        return text + (
            t.r(t.one(f"The final answer is {n}.", f"The answer is: {n}", f"Answer: {n}")) if t.chance(0.6) else ""
        )


STYLES: dict[str, Style] = {
    style.label: style
    for style in (
        Refine(),
        Reflexion(),
        SecondTurn(),
        Validator(),
        StepJudge(),
        Backtracker(),
        Constitution(),
        ForcedWait(),
        Inverse(),
        Challenged(),
        Roles(),
        Teacher(),
    )
}
