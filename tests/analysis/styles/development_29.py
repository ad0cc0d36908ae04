"""Small models after SFT on reflection data or RL with outcome reward: short, with set phrases of reflection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work, split

# In the phrases below: @ is the candidate under way, § the one before, ~ the two factors.


def zeros(number: int) -> int:
    return len(str(number)) - len(str(number).rstrip("0"))


def plain(number: int) -> bool:
    """Whether a product with this factor is too easy for a slip."""
    return str(number).strip("0") == "1"


def good(t: Telling, work: Work, strict: bool = True) -> bool:
    """Whether the slips in this work are plausible, and agree with what this attempt said before."""
    said: dict[tuple[int, int], int] = dict(vars(t).setdefault("said", {}).get(t.index, {}))
    if (len(str(work.b).strip("0")) == 1 and work.method != "round") or len(set(work.parts)) < len(work.parts):
        return False
    for term in work.terms:
        if term.value != term.left * term.right and (plain(term.left) or plain(term.right)):
            return False
        key = (min(term.left, term.right), max(term.left, term.right))
        if said.setdefault(key, term.value) != term.value:
            return False
        true = term.left * term.right
        if not 0.3 * true <= term.value <= 3 * true and term.value not in (true * 10, true // 10):
            return False
        if (
            strict
            and term.value != true
            and (term.value % 10 ** zeros(term.right) or abs(term.value - true) > true / 2)
        ):
            return False
        if term.sign > 0 and len(work.terms) > 1 and all(o.sign > 0 for o in work.terms) and term.value >= work.total:
            return False
    so_far = work.terms[0].value
    for term in work.terms[1:-1]:
        so_far += term.sign * term.value
    last = work.terms[-1]
    if len(work.terms) > 1:
        exact = so_far + last.sign * last.value
        if (work.total - so_far) * last.sign <= 0 or not 0.5 * exact <= work.total <= 2 * exact:
            return False
        if strict and exact != work.total and abs(exact - work.total) > 0.2 * exact:
            return False
    return True


def direct(t: Telling) -> Work:
    t.work = Work(t.a, t.b, "direct", (Term(t.a, t.b, t.candidate),), t.candidate)
    return t.work


def plan(t: Telling, *methods: str) -> Work:
    """A way to the candidate with plausible slips; `direct` (no partial products) where there is none."""
    if t.a < 10 and t.b < 10:
        return direct(t)
    ways = (methods or ("high", "low", "chunks"), ("high", "low", "chunks", "swapped"))
    for strict, way in ((True, ways[0]), (True, ways[1]), (False, ways[1])):
        for _ in range(16):
            work = t.solve(*way)
            if good(t, work, strict):
                said = vars(t).setdefault("said", {}).setdefault(t.index, {})
                said.update({(min(x.left, x.right), max(x.left, x.right)): x.value for x in work.terms})
                return work
    return direct(t)


def replan(t: Telling) -> Work:
    """A way that splits the other factor, mostly."""
    if t.before.method == "swapped" or t.before.a != t.a:
        return plan(t, "high", "low", "round")
    return plan(t, "swapped") if t.chance(0.65) else plan(t, "low", "high", "round", "chunks")


def fresh(work: Work, old: Work) -> bool:
    """Whether this work splits otherwise than the one before."""
    return work.a != old.a or sorted(work.parts) != sorted(old.parts)


def mended(t: Telling) -> Mended | None:
    """One named step of the work before put right, if that can be told plausibly."""
    before = t.before
    if t.same or before.method == "direct":
        return None
    for _ in range(6):
        m = t.mend()
        t.before = before
        if m is None:
            break
        if m.place is not None and m.work.terms[m.place].value == before.terms[m.place].value:
            continue
        if good(t, m.work):
            return m
    t.work = before
    return None


def fill(t: Telling, options: tuple[str, ...]) -> str:
    text = t.one(*options).replace("~", t.ab).replace("@", t.n(t.candidate))
    return text.replace("§", t.n(t.previous)) if t.index else text


def commit(t: Telling, options: tuple[str, ...]) -> str:
    return t.c(fill(t, options))


def repeat(t: Telling, options: tuple[str, ...]) -> str:
    return t.r(fill(t, options))


def expr(t: Telling, term: Term) -> str:
    return f"{t.n(term.left)} {t.x} {t.n(term.right)}"


def eq(t: Telling, term: Term, mends: tuple[str, ...] = (), share: float = 0.07) -> str:
    """A partial product; now and then with a slip that is mended at once."""
    text, base = f"{expr(t, term)} = ", term.value // 10 ** zeros(term.right)
    spent = vars(t).setdefault("spent", set())
    if (
        mends
        and t.index not in spent
        and term.value > 200
        and base > 20
        and not plain(term.left)
        and not plain(term.right)
        and not term.value % 10 ** zeros(term.right)
        and t.chance(share)
    ):
        wrong = t.near(base) * 10 ** zeros(term.right)
        if wrong not in (*t.candidates, t.product) and wrong != t.work.total:
            spent.add(t.index)
            return text + t.n(wrong) + t.one(*mends).replace("@", t.n(term.value)).replace("~", expr(t, term))
    return text + t.n(term.value)


def detail(t: Telling, term: Term) -> str:
    """Place by place, for a partial product that is right."""
    if term.value != term.left * term.right or term.left < 11 or len(str(term.left)) > 4 or zeros(term.left):
        return ""
    parts = split(term.left, "high")
    return (
        " + ".join(f"{t.n(part)}{t.x}{t.n(term.right)}" for part in parts)
        + " = "
        + " + ".join(t.n(part * term.right) for part in parts)
    )


def count(t: Telling) -> str:
    """Counting up in steps, for a product of digits that is right; else nothing."""
    if t.a > 9 or t.b > 9 or t.candidate != t.product:
        return ""
    return ", ".join(str(t.a * i) for i in range(1, t.b + 1))


@dataclass(frozen=True)
class Squares:
    mid: int
    off: int
    square: int


def squares(t: Telling) -> Squares | None:
    """The product as a difference of squares, where the factors are near each other."""
    gap = abs(t.a - t.b)
    if min(t.a, t.b) < 11 or gap % 2 or not 0 < gap <= 40:
        return None
    mid, off = (t.a + t.b) // 2, gap // 2
    square = t.candidate + off * off
    if abs(square - mid * mid) > 0.15 * mid * mid:
        return None
    direct(t)
    return Squares(mid, off, square)


def fault(t: Telling) -> tuple[str, int, int, int] | None:
    """A cheap check that the candidate before fails and the new one passes: its name and three numbers."""
    if t.same or max(t.a, t.b) < 10:
        return None
    x, y = t.a % 10, t.b % 10
    if x * y % 10 != t.previous % 10 and x * y % 10 == t.candidate % 10:
        return "last", x, y, x * y
    x, y = t.a % 9, t.b % 9
    if x * y % 9 != t.previous % 9 and x * y % 9 == t.candidate % 9:
        return "nines", x, y, t.previous % 9
    return None


def quick(t: Telling) -> tuple[str, int, int, int] | None:
    """A cheap check that the candidate passes."""
    kinds = ["last", "nines", "estimate"]
    t.rng.shuffle(kinds)
    for kind in kinds:
        if max(t.a, t.b) < 10:
            continue
        found = {"last": t.last_digit, "nines": t.nines, "estimate": t.estimate}[kind]()
        said = vars(t).get("said", {}).get(t.index, {})
        if found and found[:2] != (t.a, t.b) and (min(found[:2]), max(found[:2])) not in said:
            return kind, *found
    return None


def rough(t: Telling) -> tuple[int, int, int] | None:
    found = t.estimate()
    said = vars(t).get("said", {}).get(t.index, {})
    if not found or min(t.a, t.b) < 10 or found[:2] == (t.a, t.b) or (min(found[:2]), max(found[:2])) in said:
        return None
    return found


def running(t: Telling, work: Work) -> list[str]:
    return [f"{t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, sign, y, z in work.steps()]


def shown_sum(t: Telling, work: Work) -> str:
    return f"{t.sum(work)} = {t.n(work.total)}"


# ---------------------------------------------------------------------------------------------------------------------


class SvLetMeVerify(Style):
    """A 1.5B maths model after RL: numbered steps, a box, 'Let me verify', a box again. Redoes the whole."""

    def begin(self, t: Telling) -> None:
        t.x = t.one("*", "*", "×", "×")
        t.words = "plain"

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            tally = count(t)
            return (
                f"Counting by {t.a}s: {tally}.\n"
                if tally and t.chance(0.6)
                else t.one("This is a direct multiplication.\n", "We can multiply the two numbers directly.\n")
            )
        lines = "".join(
            f"{i}. "
            + eq(t, term, (" (wait, that should be @)", ". Wait, ~ = @", ", no, @", ". Let me recompute: ~ = @"))
            + "\n"
            for i, term in enumerate(work.terms, 1)
        )
        add = t.one(
            "Now, add the results:", "Adding these together:", "Sum of the partial products:", "Then we add them up:"
        )
        if t.flag("running", 0.3) and len(work.terms) > 2:
            return lines + add + "\n" + "\n".join(running(t, work)) + "\n"
        return lines + add + " " + shown_sum(t, work) + "\n"

    def check(self, t: Telling, work: Work, old: Work) -> str:
        return t.one(*(self.CHECK if fresh(work, old) else self.PLAIN))

    PLAIN = (
        "Let me verify:",
        "To be sure, let me verify the multiplication again:",
        "Let me check the answer once more:",
    )
    COMMITS = (
        "So the answer is \\boxed{@}.",
        "Therefore, ~ = \\boxed{@}.",
        "The result is \\boxed{@}.",
        "Thus, the product is \\boxed{@}.",
        "So, ~ = \\boxed{@}.",
        "Hence the final result is \\boxed{@}.",
    )
    DISOWN = (
        "Wait, that does not seem right. Let me redo the calculation.",
        "Hold on, I think I made a mistake. Let me calculate it again.",
        "Hmm, this result looks wrong. Let me start over.",
        "Wait, I think there is an error in the calculation above. Let me do it again carefully.",
        "This is not correct. Let me recalculate from the beginning.",
        "Wait, I am not convinced by this value; something went wrong. Let me compute again.",
        "However, upon reviewing, this is incorrect. Let me redo it step by step.",
    )
    CHECK = (
        "Let me verify this by breaking down the numbers differently:",
        "Let me verify:",
        "Let's verify the result by another way:",
        "Let me double-check with a different decomposition:",
        "To be sure, let me verify the multiplication again:",
        "Let me check the answer once more:",
    )
    DIFFERS = (
        "This is different from §, so the first calculation had a mistake.",
        "The two results do not match. I made an error in the first calculation.",
        "This does not match §. The earlier value was wrong.",
        "So my previous answer § was incorrect.",
        "It seems I made an arithmetic error before, § is not correct.",
    )

    def first(self, t: Telling) -> str:
        work = plan(t, "high", "high", "low", "chunks")
        head = (
            t.one(
                f"To calculate {t.ab}, we can break it down step by step:",
                f"To find the product of {t.n(t.a)} and {t.n(t.b)}, we can follow these steps:",
                f"Let's calculate {t.ab} step by step.",
                f"We need to calculate {t.ab}. We use the distributive property:",
            )
            if work.method != "direct"
            else f"We need to calculate {t.ab}."
        )
        return head + "\n" + self.body(t, work) + commit(t, self.COMMITS) + "\n"

    def again(self, t: Telling) -> str:
        if t.way(check=0.5, redo=0.5) == "check":
            work = replan(t)
            if work.method != "direct":
                body = self.body(t, work)
                return f"\n{self.check(t, work, t.before)}\n{body}{fill(t, self.DIFFERS)} {commit(t, self.COMMITS)}\n"
        problem, why = fault(t), ""
        if problem and problem[0] == "last" and t.chance(0.5):
            why = f" The last digit should be {problem[3] % 10} because {problem[1]} {t.x} {problem[2]} = {problem[3]}."
            if problem[3] < 10:
                why = f" The last digit should be {problem[3]}."
        disown = t.one(*self.DISOWN)
        if why:
            disown = (
                t.one("Wait, that does not seem right.", "Hmm, there is an error.")
                + why
                + " Let me calculate it again."
            )
        return f"\n{disown}\n{self.body(t, plan(t))}{commit(t, self.COMMITS)}\n"

    def closing(self, t: Telling) -> str:
        kind = t.one("none", "check", "check", "doubt", "quick")
        text = ""
        if kind == "check":
            old = t.work
            work = plan(t, "swapped" if t.work.a == t.a else "high")
            if work.method != "direct":
                text = f"\n{self.check(t, work, old)}\n{self.body(t, work)}" + t.one(
                    "This matches the result above.",
                    "The result is the same, so the answer is correct.",
                    "Both ways agree.",
                    "The verification confirms the answer.",
                    "So the calculation is correct.",
                )
        elif kind == "doubt":
            text = "\n" + t.one(
                "Wait, did I add everything correctly? Yes, the addition is fine.",
                "Let me verify the steps again. All of the steps look correct.",
                "Hmm, let me make sure I did not miss a carry. No, everything is in order.",
                "Is there any mistake? I went through the steps and they are right.",
                "Let me verify. Yes, the partial products are all included.",
            )
        elif kind == "quick" and (found := quick(t)):
            _, x, y, z = found
            text = (
                "\nLet me verify"
                + {
                    "last": f" the last digit: {x} {t.x} {y} = {z}, and the answer ends in {z % 10}. It is consistent.",
                    "nines": f" with digit sums modulo 9: {x} {t.x} {y} = {x * y}, which is {z} mod 9, and the answer is also {z} mod 9. Good.",
                    "estimate": f" with an estimate: {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, which is close, so it is reasonable.",
                }[found[0]]
            )
        if (text and t.chance(0.7)) or (not text and t.chance(0.2)):
            text += "\n" + repeat(
                t, ("The final answer is \\boxed{@}.", "\\boxed{@}", "Therefore, the answer is \\boxed{@}.")
            )
        return text


class SvCritiqueRevise(Style):
    """SFT on attempt / critique / revised answer. The critique names the step."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "x")
        heads = (
            ("**Initial answer**", "**Critique**", "**Revised answer**"),
            ("## Draft", "## Critique", "## Revision"),
            ("Initial Response:", "Critique:", "Revised Response:"),
            ("[Attempt]", "[Critique]", "[Revised Attempt]"),
        )
        vars(t)["heads"] = t.rng.choice(heads)

    COMMITS = (
        "Answer: @",
        "~ = @",
        "The product is @.",
        "So the answer is @.",
        "Result: @",
        "This gives a final result of @.",
    )

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return t.one("The product can be found in one step.\n", "Multiply the two factors directly.\n")
        text = t.one(
            f"Split {t.n(work.b)} into {t.factor(work)}.\n",
            f"{t.n(work.b)} = {t.factor(work)}, so:\n",
            f"I decompose {t.n(work.b)} as {t.factor(work)}.\n",
        )
        text += "".join(f"- {eq(t, term)}\n" for term in work.terms)
        return text + t.one("Sum: ", "Adding: ", "Total: ") + shown_sum(t, work) + "\n"

    def first(self, t: Telling) -> str:
        work = plan(t, "high", "chunks", "swapped", "round")
        return vars(t)["heads"][0] + "\n" + self.body(t, work) + commit(t, self.COMMITS) + "\n\n"

    def again(self, t: Telling) -> str:
        _, critique, revised = vars(t)["heads"]
        m = mended(t)
        text = critique + "\n"
        if m is None:
            text += fill(
                t,
                (
                    "The answer § is not reliable: the partial products were not worked out carefully. The calculation has to be redone.",
                    "The attempt reaches § without showing enough of the work, and I do not think it is right. It should be solved again from scratch.",
                    "The response contains an arithmetic error. The whole multiplication should be repeated.",
                    "The result § looks wrong. A more careful calculation is needed.",
                    "The previous attempt is flawed in its arithmetic, so I reject § and start over.",
                    "There is a mistake somewhere in the multiplication above; the result should not be accepted.",
                ),
            )
            text += f"\n\n{revised}\n" + self.body(t, plan(t, "swapped", "high", "low"))
            return text + commit(t, self.COMMITS) + "\n\n"
        work = m.work
        if m.place is None:
            text += t.one(
                "The partial products are fine, but the addition is wrong.",
                "The individual products are right. The error is in the final sum.",
                "The mistake is in the last step, where the partial products are added.",
                "The decomposition is correct; the sum was not computed correctly.",
                "The addition step contains an error.",
                "All products check out, but they were added incorrectly.",
            )
        else:
            term, e = work.terms[m.place], expr(t, work.terms[m.place])
            was, now = t.n(m.was), t.n(m.now)
            more = detail(t, term)
            text += t.one(
                f"The step {e} = {was} is wrong. It should be {now}.",
                f"The response states {e} = {was}, but the correct value is {now}.",
                f"There is an error in one partial product: {e} is {now}, not {was}.",
                f"The multiplication {e} was done incorrectly ({was}). The right value is {now}.",
                f"Mistake found: {e} should equal {now} instead of {was}.",
                f"I checked each product. {e} = {now}, so the value {was} is an error.",
            )
            if more and t.chance(0.4):
                text += f" ({more})"
            if t.chance(0.35):
                text += t.one(
                    " The other steps are correct.", " The rest of the method is sound.", " This makes the total wrong."
                )
        text += f"\n\n{revised}\n"
        if t.chance(0.4):
            text += "".join(f"- {eq(t, term)}\n" for term in work.terms)
        text += t.one("Sum: ", "Corrected sum: ", "Adding again: ") + shown_sum(t, work) + "\n"
        return text + commit(t, self.COMMITS) + "\n\n"

    def closing(self, t: Telling) -> str:
        _, critique, _ = vars(t)["heads"]
        text = ""
        if t.chance(0.6):
            text = (
                critique
                + "\n"
                + t.one(
                    "The reasoning is clear and every step is correct. No revision is needed.",
                    "I see no errors in the partial products or in the sum.",
                    "Each partial product was verified and the addition is right. The answer stands.",
                    "The calculation is complete and consistent. Nothing to change.",
                    "At first the sum looked suspicious, but adding it again gives the same value. No changes.",
                    "The solution could show more detail, but the result is correct.",
                    "No mistakes found.",
                )
            )
            found = quick(t)
            if found and t.chance(0.4):
                _, x, y, z = found
                text += {
                    "last": f" The last digit is as expected ({x} {t.x} {y} = {z}).",
                    "nines": f" Casting out nines: {x} {t.x} {y} leaves {z}, and so does the result.",
                    "estimate": f" A rough estimate, {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, supports it.",
                }[found[0]]
            text += "\n\n"
        if t.chance(0.6):
            text += repeat(t, ("**Final answer:** @", "Final Answer: @", "Final answer: ~ = @"))
        return text


class SvNumberedAttempts(Style):
    """'Attempt 1:' headings with a verdict after each; redoes the whole."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "*", "x")
        vars(t)["head"] = t.one("Attempt %d:", "### Attempt %d", "**Attempt %d**", "Attempt #%d")
        vars(t)["verdict"] = t.one("Verdict:", "Check:", "Evaluation:", "Review:")

    METHOD: ClassVar = {
        "high": ("Split the second number by place value.", "Break the second factor into place values."),
        "low": ("Multiply digit by digit, starting from the ones.", "Start from the ones digit."),
        "chunks": ("Use the distributive property.", "Split the second number into parts."),
        "swapped": ("Split the first number this time.", "Split the first number by place value."),
        "round": ("Round one factor and correct for it.", "Use a round number nearby and adjust."),
    }

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return t.one("Multiply directly.\n", "Use the multiplication facts.\n", "Work out the product in one go.\n")
        method = self.METHOD[work.method]
        if work.a != t.a and t.index == 0:
            method = ("Split the first number by place value.", "Break the first factor into parts.")
        elif work.a != t.a:
            method = ("Split the first number.", "Break up the first factor.")
        text = t.one(*method) + "\n" if t.chance(0.8) else ""
        text += "\n".join(eq(t, x, (" -> correction: @", " (no: @)", ", sorry, @")) for x in work.terms) + "\n"
        if len(work.terms) > 2 and t.flag("running", 0.5):
            return text + "\n".join(running(t, work)) + "\n"
        return text + shown_sum(t, work) + "\n"

    COMMITS = ("Answer: @", "Result: @", "Answer = @", "So the answer is @.", "Outcome: @", "~ = @")

    def head(self, t: Telling) -> str:
        return vars(t)["head"] % (t.index + 1) + "\n"

    def first(self, t: Telling) -> str:
        if t.chance(0.5) and (s := squares(t)):
            body = (
                f"The numbers are close to {t.n(s.mid)}, so use ({t.n(s.mid)} - {s.off})({t.n(s.mid)} + {s.off}).\n"
                f"{t.n(s.mid)}^2 = {t.n(s.square)}\n{s.off}^2 = {s.off**2}\n{t.n(s.square)} - {s.off**2} = {t.n(t.candidate)}\n"
            )
        else:
            body = self.body(t, plan(t, "high", "low", "chunks", "round"))
        return self.head(t) + body + commit(t, self.COMMITS) + "\n"

    def again(self, t: Telling) -> str:
        problem = fault(t)
        if problem and t.chance(0.6):
            kind, x, y, z = problem
            why = (
                f"incorrect. The product must end in {z % 10}, but {t.n(t.previous)} ends in {t.previous % 10}."
                if kind == "last"
                else f"incorrect. Mod 9 the product should be {x * y % 9}, but {t.n(t.previous)} gives {z}."
            )
        else:
            why = t.one(
                "incorrect, there is an arithmetic error. Try again.",
                "not correct. I will try once more.",
                "this looks wrong, so I will start over.",
                "failed. Something is off in the multiplication.",
                "rejected, I do not trust the partial products.",
                "wrong. Let me do a fresh attempt.",
                "not right. Redo the whole calculation.",
                "I am not satisfied with this result, it is probably wrong.",
            )
        work = replan(t)
        return f"{vars(t)['verdict']} {why}\n\n{self.head(t)}{self.body(t, work)}{commit(t, self.COMMITS)}\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            found = quick(t)
            why = t.one(
                "correct.",
                "the steps hold up.",
                "passed.",
                "correct, all parts are accounted for.",
                "no errors found.",
                "I looked for a missing carry and found none.",
                "consistent, accept this result.",
            )
            if found and t.chance(0.5):
                kind, x, y, z = found
                why = {
                    "last": f"the last digit fits ({x} {t.x} {y} ends in {z % 10}).",
                    "nines": f"mod 9 both sides give {z}. Passed.",
                    "estimate": f"about {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, so the size is right. Passed.",
                }[kind]
            text += f"{vars(t)['verdict']} {why}\n"
        if t.chance(0.65):
            text += "\n" + repeat(t, ("Final answer: @", "Final Answer: ~ = @", "**Final answer: @**", "Final: @"))
        return text


class SvActorAndCritic(Style):
    """A dialogue of an actor and a critic in one response; the critic names the step."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.x = t.one("×", "*", "x")
        vars(t)["who"] = t.rng.choice(
            [
                ("Actor:", "Critic:"),
                ("**Actor:**", "**Critic:**"),
                ("Student:", "Checker:"),
                ("<actor>", "<critic>"),
                ("Generator:", "Critic:"),
            ]
        )

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(" +\n", "\n", text)

    def actor(self, t: Telling, text: str) -> str:
        who = vars(t)["who"][0]
        return f"{who} {text}</actor>\n" if who == "<actor>" else f"{who} {text}\n"

    def critic(self, t: Telling, text: str) -> str:
        who = vars(t)["who"][1]
        return f"{who} {text}</critic>\n" if who == "<critic>" else f"{who} {text}\n"

    COMMITS = (
        "My answer is @.",
        "So ~ = @.",
        "I propose @.",
        "That makes @ my answer.",
        "The product is @.",
        "I get @ for the product.",
    )

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return t.one("I multiply the two numbers directly. ", "This one can be done in a single step. ")
        text = t.one(
            f"I split {t.n(work.b)} as {t.factor(work)}. ",
            f"I use {t.n(work.b)} = {t.factor(work)}. ",
            f"Break {t.n(work.b)} into {t.factor(work)}. ",
        )
        if t.flag("lines", 0.5):
            text += "\n" + "\n".join("  " + eq(t, x) for x in work.terms) + "\n  " + shown_sum(t, work) + "\n"
        else:
            text += ", ".join(eq(t, x) for x in work.terms) + ". "
            text += t.one("Adding: ", "Together: ", "The sum is ") + shown_sum(t, work) + ". "
        return text

    def first(self, t: Telling) -> str:
        return self.actor(t, self.body(t, plan(t, "high", "low", "chunks", "round")) + commit(t, self.COMMITS))

    def again(self, t: Telling) -> str:
        m = mended(t)
        if m is None:
            text = self.critic(
                t,
                fill(
                    t,
                    (
                        "I do not agree with §. The multiplication has an error, please redo it.",
                        "That cannot be accepted. Start over and be careful with the carries.",
                        "§ is wrong. Do the whole product again.",
                        "The result does not look right to me. Solve it again from scratch.",
                        "There is a mistake in this solution. Try once more.",
                        "I reject this answer, the intermediate products are not convincing. Again, please.",
                    ),
                ),
            )
            lead = t.one(
                "Okay, I start over. ",
                "Let me redo it. ",
                "Understood, once more. ",
                "Right, again from the start. ",
                "",
            )
            return text + self.actor(
                t, lead + self.body(t, plan(t, "swapped", "high", "low")) + commit(t, self.COMMITS)
            )
        if m.place is None:
            text = t.one(
                "The partial products are right but you added them wrong.",
                "Your addition is off. Please add the parts again.",
                "The error is in the last line, the sum is not correct.",
                "Every product is fine. The sum is not.",
                "Check the final addition, a carry was lost.",
                "I agree with the products, not with the total.",
            )
            lead = t.one("You are right. ", "Thanks, adding again: ", "Good catch. ", "Let me add again. ", "I see. ")
        else:
            e, was, now = expr(t, m.work.terms[m.place]), t.n(m.was), t.n(m.now)
            text = t.one(
                f"You wrote {e} = {was}. That is wrong, it is {now}.",
                f"The faulty step is {e}. It gives {now}, not {was}.",
                f"I disagree with {was}. {e} should be {now}.",
                f"One product is incorrect: {e} = {now}.",
                f"Look at {e} again. You have {was} but it is {now}.",
                f"{e} is not {was}. The right value is {now}, the rest is fine.",
            )
            lead = t.one(
                "You are right. ", f"Yes, {e} = {now}. ", "Good catch. ", "Thanks, I fix that. ", "Corrected. "
            )
        return self.critic(t, text) + self.actor(t, lead + shown_sum(t, m.work) + ". " + commit(t, self.COMMITS))

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            found = quick(t)
            said = t.one(
                "I find no error. Accepted.",
                "All steps are correct.",
                "The products and the sum check out.",
                "I was going to object to the sum, but it is right.",
                "Agreed.",
                "Looks correct to me, no changes needed.",
                "Verified, the answer can stand.",
            )
            if found and t.chance(0.45):
                kind, x, y, z = found
                said = {
                    "last": f"{x} {t.x} {y} = {z}, so the last digit is right. ",
                    "nines": f"Digit roots: {x} {t.x} {y} gives {z} mod 9 and the answer gives {z} too. ",
                    "estimate": f"Roughly {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, so the size is plausible. ",
                }[kind] + said
            elif t.chance(0.3) and t.work.method != "direct":
                term = t.rng.choice(t.work.terms)
                said = f"Is {expr(t, term)} really {t.n(term.value)}? Yes, it is. " + said
            text = self.critic(t, said)
            if t.chance(0.5):
                text += t.one("", "\n") + repeat(t, ("Final answer: @", "FINAL: @", "Final answer: ~ = @"))
        elif t.chance(0.5):
            text = repeat(t, ("Final answer: @", "Final answer: ~ = @"))
        return text


class SvUndoMarks(Style):
    """Trained on search traces with a backtracking token, both within steps and after an answer."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "*", "×")
        vars(t)["undo"] = t.one("<backtrack>", "[BACKTRACK]", "<|backtrack|>", "<undo>")

    COMMITS = ("answer: @", "Answer: @", "ANSWER = @", "final: @", "=> answer @", "So the answer is @")

    def lines(self, t: Telling, work: Work, start: int = 0) -> str:
        undo, text = vars(t)["undo"], ""
        if work.method == "direct":
            return f"step 1: {t.one('multiply directly', 'recall the times table', 'one multiplication')}\n"
        for i, term in enumerate(work.terms):
            if i >= start:
                text += f"step {i + 1}: {eq(t, term, (f' {undo} ~ = @', f' {undo} @'), 0.1)}\n"
        for i, line in enumerate(running(t, work), len(work.terms) + 1):
            text += f"step {i}: {line}\n"
        return text

    def first(self, t: Telling) -> str:
        work = plan(t, "high", "low", "low", "chunks")
        head = t.one(f"goal: {t.ab}\n", f"compute {t.ab}\n", f"Problem: {t.ab}\n", f"{t.ab} = ?\n")
        return head + self.lines(t, work) + commit(t, self.COMMITS) + "\n"

    def again(self, t: Telling) -> str:
        undo = vars(t)["undo"]
        m = mended(t) if t.chance(0.65) else None
        if m is None:
            why = t.one(
                "wrong, restart",
                "this is not correct, restart from step 1",
                "error, going back to the start",
                "that does not look right, restart",
                "bad result, clear all steps",
                "answer rejected, retry",
                "inconsistent, start again",
                "does not hold, back to step 1",
            )
            return f"{undo} {why}\n{self.lines(t, plan(t, 'swapped', 'high', 'low'))}{commit(t, self.COMMITS)}\n"
        work = m.work
        n = len(work.terms)
        if m.place is None:
            why = t.one(
                f"the last addition is wrong, back to step {2 * n - 1}",
                f"error in step {2 * n - 1}",
                f"step {2 * n - 1} was added wrong",
                f"step {2 * n - 1} missed a carry",
                f"return to step {2 * n - 1}, wrong sum",
                f"mistake at step {2 * n - 1}",
            )
            return f"{undo} {why}\nstep {2 * n - 1}: {running(t, work)[-1]}\n{commit(t, self.COMMITS)}\n"
        k, e, was = m.place + 1, expr(t, work.terms[m.place]), t.n(m.was)
        why = t.one(
            f"step {k} is wrong",
            f"error in step {k}, {e} is not {was}",
            f"go to step {k}",
            f"return to step {k}, bad product",
            f"mistake at step {k}: {was}",
            f"step {k} does not check, {e} != {was}",
        )
        text = f"{undo} {why}\nstep {k}: {eq(t, work.terms[m.place])}\n"
        for i, line in enumerate(running(t, work), n + 1):
            if i - n >= k - 1:
                text += f"step {i}: {line}\n"
        return text + commit(t, self.COMMITS) + "\n"

    def closing(self, t: Telling) -> str:
        if t.chance(0.3):
            return ""
        found = quick(t)
        if found and t.chance(0.5):
            kind, x, y, z = found
            text = {
                "last": f"verify: last digit {x}{t.x}{y} = {z}, ends in {z % 10}, ok\n",
                "nines": f"verify: mod 9, {x}{t.x}{y} -> {z}, result -> {z}, ok\n",
                "estimate": f"verify: about {x}{t.x}{y} = {z}, ok\n",
            }[kind]
        else:
            text = t.one(
                "verify: all steps ok\n",
                "check: no backtrack needed\n",
                "verify: passes\n",
                "check: steps consistent\n",
                "check carries ... fine\n",
                "maybe an error in the sum? no, the sum is right\n",
                "verify: ok\n",
            )
        return text + (
            repeat(t, ("done: @", "return @", "final answer: @")) if t.chance(0.45) else t.one("done", "stop", "")
        )


class SvScrapNotes(Style):
    """Terse notes of a small model under a length penalty."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "x", "·", "*")

    COMMITS = ("ans @", "-> @", "ans: @", "so @.", "= @ (ans)", "total @, that's the answer")

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            tally = count(t)
            return tally + "\n" if tally and t.chance(0.5) else f"{t.ab}, direct\n"
        if work.method == "round":
            near = work.terms[0].right
            text = f"{work.b} = {near} {'-' if work.terms[1].sign < 0 else '+'} {work.terms[1].right}\n"
        else:
            text = f"{work.b} = {t.factor(work)}\n" if t.flag("split", 0.6) else ""
        pieces = [eq(t, x, (" no @", ", oops @", " -> @ (fixed)")) for x in work.terms]
        text += (t.one("; ", ", ").join(pieces) if t.flag("inline", 0.5) else "\n".join(pieces)) + "\n"
        if len(work.terms) > 2 and t.flag("running", 0.5):
            return (
                text + "running: " + " -> ".join([t.n(work.terms[0].value), *(t.n(s[3]) for s in work.steps())]) + "\n"
            )
        return text + "sum: " + shown_sum(t, work) + "\n"

    def first(self, t: Telling) -> str:
        head = t.one(f"{t.ab}\n", f"{t.ab}:\n", f"need {t.ab}\n", "")
        return head + self.body(t, plan(t, "high", "round", "low", "chunks")) + commit(t, self.COMMITS) + "\n"

    def again(self, t: Telling) -> str:
        m = mended(t) if t.chance(0.5) else None
        problem = fault(t)
        if m is None:
            why = t.one(
                "hmm no, that's wrong. redo:",
                "nope, doesn't look right. again:",
                "wrong somewhere. from scratch:",
                "no, don't trust it. redo:",
                "that's off. redo:",
                "scratch that. again:",
                "no. recompute everything:",
                "not right, start over:",
            )
            if problem and t.chance(0.6):
                kind, x, y, z = problem
                why = (
                    f"chk last digit: must be {z % 10}, have {t.previous % 10}. wrong. redo:"
                    if kind == "last"
                    else f"chk mod 9: want {x * y % 9}, have {z}. wrong. redo:"
                )
            return why + "\n" + self.body(t, replan(t)) + commit(t, self.COMMITS) + "\n"
        if m.place is None:
            why = t.one(
                "recheck sum.. wrong",
                "chk: sum is off",
                "hmm, sum wrong",
                "rechecking add: missed a carry",
                "add again, got it wrong",
                "chk products ok, sum not ok",
            )
        else:
            e, was, now = expr(t, m.work.terms[m.place]), t.n(m.was), t.n(m.now)
            why = t.one(
                f"recheck: {e} = {now}, not {was}",
                f"chk {e}: {now}. had {was}, wrong",
                f"hmm {e} isn't {was}, it's {now}",
                f"error: {e} = {now} (wrote {was})",
                f"wait {e} -> {now}, {was} was wrong",
                f"fix: {e} = {now} instead of {was}",
            )
        return f"{why}\nsum: {shown_sum(t, m.work)}\n{commit(t, self.COMMITS)}\n"

    def closing(self, t: Telling) -> str:
        found, kind = quick(t), t.one("none", "quick", "quick", "plain", "other")
        text = ""
        if kind == "quick" and found:
            name, x, y, z = found
            text = {
                "last": f"chk last digit {x}{t.x}{y}={z} ok",
                "nines": f"chk mod 9: {x}{t.x}{y} -> {z}, same ok",
                "estimate": f"chk ~ {x}{t.x}{y} = {z} ok",
            }[name]
        elif kind == "plain":
            text = t.one(
                "chk: fine",
                "rechecked, ok",
                "hmm carry? no, ok",
                "sum again: same. ok",
                "looks right",
                "chk products ok, sum ok",
            )
        elif kind == "other":
            old = t.work
            work = plan(t, "swapped" if t.work.a == t.a else "high")
            if work.method != "direct" and fresh(work, old):
                text = f"chk other way: {shown_sum(t, work)} ok"
        if text and t.chance(0.35):
            text += "\n" + repeat(t, ("final @", "done, @", "@"))
        return text


class SvOnSecondThought(Style):
    """Short flowing prose of a 2B chat model with 'On second thought'."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "*", "times", "x")

    COMMITS = (
        "So the answer is @.",
        "That means ~ is @.",
        "This gives us @ as the answer.",
        "So ~ equals @.",
        "Therefore, the product is **@**.",
        "The answer is **@**.",
    )
    LINK = ("First, ", "Next, ", "Then ", "After that, ", "And then ", "Also, ")

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            tally = count(t)
            if tally and t.chance(0.6):
                return f"If we count by {t.a} a total of {t.b} times we get {tally}. "
            return t.one("We can just multiply these two numbers directly. ", "This is one multiplication. ")
        if work.method == "round":
            one, two = work.terms
            word = "subtract" if two.sign < 0 else "add"
            return (
                f"{t.n(work.b)} is close to {t.n(one.right)}, so we can start with {eq(t, one)}. "
                f"Then we {word} {eq(t, two)}, which gives {shown_sum(t, work)}. "
            )
        text = t.one(
            f"We can split {t.n(work.b)} into {t.factor(work)}. ",
            f"Let's think of {t.n(work.b)} as {t.factor(work)}. ",
            f"It helps to write {t.n(work.b)} as {t.factor(work)}. ",
        )
        mends = (". No wait, that is @", ", or rather @", ". Sorry, ~ is @")
        text += "".join(
            (self.LINK[0] if i == 0 else t.one(*self.LINK[1:])) + eq(t, x, mends) + ". "
            for i, x in enumerate(work.terms)
        )
        return (
            text
            + t.one("Adding it all up, ", "If we add these, ", "Putting them together, ")
            + shown_sum(t, work)
            + ". "
        )

    def first(self, t: Telling) -> str:
        work = plan(t, "high", "round", "chunks", "low")
        e = rough(t)
        lead = t.one(
            "", "Let's work this out. ", f"We want to know what {t.ab} is. ", "Okay, let's do this step by step. "
        )
        if e and t.chance(0.25):
            lead += f"A quick guess would be somewhere around {t.n(e[0])} {t.x} {t.n(e[1])} = {t.n(e[2])}. "
        return lead + self.body(t, work) + commit(t, self.COMMITS) + "\n\n"

    def again(self, t: Telling) -> str:
        m = mended(t) if t.chance(0.6) else None
        if m is None:
            if not t.same and t.chance(0.4):
                work = replan(t)
                if work.method != "direct":
                    body = self.body(t, work)
                    lead = (
                        "Let me go over it again to be sure. "
                        if not fresh(work, t.before)
                        else t.one(
                            "Let me see if I get the same thing another way. ",
                            "Let me double check that with a different approach. ",
                            "I want to check this in another way. ",
                            "Let me go over it again to be sure. ",
                        )
                    )
                    clash = fill(
                        t,
                        (
                            "That is not the same as §, so I must have slipped the first time. ",
                            "Hmm, that does not match the § from before, which was a mistake. ",
                            "This is different, and I can see now that § was wrong. ",
                            "So § was not right after all. ",
                        ),
                    )
                    return lead + body + clash + commit(t, self.COMMITS) + "\n\n"
            lead = t.one(
                "On second thought, that does not look right. Let me try again. ",
                "On second thought, I think I made a mistake there, so let's start over. ",
                "Hmm, I don't think that is correct. Let me do it again from the beginning. ",
                "Actually, on second thought this seems wrong. I will redo it. ",
                "Wait, I am not happy with that number, something went wrong. Let's do it over. ",
                "On second thought, no. That can't be right. Once more. ",
                "Actually, scratch that answer. Let me work it out again. ",
            )
            return lead + self.body(t, plan(t, "swapped", "high", "low", "round")) + commit(t, self.COMMITS) + "\n\n"
        if m.place is None:
            lead = t.one(
                "On second thought, I added those numbers wrong. ",
                "Actually, let me look at the addition again. I made a mistake there. ",
                "Wait, the sum is not right. ",
                "On second thought, I forgot a carry when adding. ",
                "Hmm, the parts are fine, but my addition was off. ",
                "Oops, I think I slipped when adding them up. ",
            )
        else:
            e, was, now = expr(t, m.work.terms[m.place]), t.n(m.was), t.n(m.now)
            lead = t.one(
                f"On second thought, {e} is not {was}, it is {now}. ",
                f"Wait, I said {e} was {was}, but it should be {now}. ",
                f"Actually, I made a mistake with {e}. It is {now} and not {was}. ",
                f"On second thought, let me look at {e} again. It should be {now}, so {was} was wrong. ",
                f"Hmm, {was} for {e} is off. The right value is {now}. ",
                f"Oops, {e} equals {now}, I wrote {was} by mistake. ",
            )
        link = t.one("Then the sum is ", "So now we have ", "Adding again, ", "With that, ")
        return lead + link + shown_sum(t, m.work) + ". " + commit(t, self.COMMITS) + "\n\n"

    def closing(self, t: Telling) -> str:
        kind, found = t.one("none", "doubt", "quick", "none", "term"), quick(t)
        if kind == "doubt":
            text = t.one(
                "On second thought, should I have split the other number? It would not make a difference.",
                "I had a small doubt about the addition, but it is fine.",
                "Hmm, is that too big? No, it makes sense.",
                "Let me think about whether I missed anything. I don't think so.",
                "I looked at the numbers again and everything seems right.",
                "At first I thought I had skipped a part, but all of them are there.",
            )
        elif kind == "quick" and found:
            name, x, y, z = found
            text = {
                "last": f"As a quick check, {x} {t.x} {y} = {z}, so it makes sense that it ends in {z % 10}.",
                "nines": f"As a quick check with nines, {x} {t.x} {y} leaves {z}, and the answer leaves {z} too.",
                "estimate": f"It is also close to {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, which is a good sign.",
            }[name]
        elif kind == "term" and t.work.method != "direct":
            term = t.rng.choice(t.work.terms)
            text = f"Hmm, {expr(t, term)}, was that right? Yes, it is {t.n(term.value)}."
        else:
            return ""
        return text + (
            " " + repeat(t, ("So the final answer is @.", "So we keep @.", "The answer stays at @."))
            if t.chance(0.5)
            else ""
        )


class SvYesNoVerdict(Style):
    """Self-verification and self-correction by RL: after each answer a check and a verdict in set words; redoes."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "latex")
        t.x = "\\times"
        vars(t)["ask"] = t.one(
            "Is my most recent answer correct? ",
            "Verification: ",
            "Self-check: ",
            "Let me evaluate my answer. ",
            "",
        )

    COMMITS = (
        "The answer is \\(\\boxed{@}\\).",
        "Hence \\(~ = \\boxed{@}\\).",
        "My answer: \\(\\boxed{@}\\)",
        "So we get \\(\\boxed{@}\\).",
        "Thus the result is \\(\\boxed{@}\\).",
        "We obtain \\(\\boxed{@}\\).",
    )

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return t.one("We multiply directly. ", "This is a basic product. ", "")
        if t.flag("chain", 0.4):
            inside = " + ".join(f"{expr(t, x)}" for x in work.terms).replace("+ -", "- ")
            if any(x.sign < 0 for x in work.terms):
                inside = f"{expr(t, work.terms[0])} - {expr(t, work.terms[1])}"
            return (f"\\(~ = {inside} = {t.sum(work)} = {t.n(work.total)}\\).\n").replace(
                "~", f"{t.n(work.a)} {t.x} {t.n(work.b)}"
            )
        text = t.one("Compute the partial products:\n", "Using the distributive law:\n", "")
        text += "".join(f"\\({eq(t, x)}\\)\n" for x in work.terms)
        return text + f"\\({shown_sum(t, work)}\\)\n"

    def first(self, t: Telling) -> str:
        lead = t.one(f"We need \\({t.ab}\\).\n", f"Compute \\({t.ab}\\).\n", f"Let us find \\({t.ab}\\).\n", "")
        return lead + self.body(t, plan(t, "high", "chunks", "round", "low")) + commit(t, self.COMMITS) + "\n\n"

    def again(self, t: Telling) -> str:
        problem, ask = fault(t), vars(t)["ask"]
        why = ""
        if problem and t.chance(0.6):
            kind, x, y, z = problem
            why = (
                f"The last digit must be that of \\({x} {t.x} {y}\\), i.e. {z % 10}, but the answer ends in {t.previous % 10}. "
                if kind == "last"
                else f"Modulo 9 the product is {x * y % 9}, but the answer is {z}. "
            )
        elif not t.same and t.candidate == t.product and t.chance(0.5) and t.b > 9:
            value = f"{t.previous / t.b:.3f}"
            if t.previous % t.b and float(value) != t.a:
                why = f"\\({t.n(t.previous)} \\div {t.n(t.b)} \\approx {value}\\), which is not {t.n(t.a)}. "
        verdict = t.one(
            "No, my answer is incorrect. Let me try again.",
            "My answer is wrong. Let me solve it again.",
            "No. The answer does not hold, I need to redo the problem.",
            "I believe the answer is not correct. Let me try to solve it again.",
            "The answer is incorrect. Let's try again.",
            "No, there is a mistake in my solution. I will solve it once more.",
            "No, it fails. Let me rework the problem from the beginning.",
        )
        text = f"{ask}{why}{verdict}\n\n"
        return text + self.body(t, replan(t)) + commit(t, self.COMMITS) + "\n\n"

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return ""
        text, found = vars(t)["ask"], quick(t)
        if found and t.chance(0.5):
            kind, x, y, z = found
            text += {
                "last": f"The last digit of \\({x} {t.x} {y}\\) is {z % 10}, as in the answer. ",
                "nines": f"Modulo 9 both sides are {z}. ",
                "estimate": f"\\({t.n(x)} {t.x} {t.n(y)} = {t.n(z)}\\) is close to it. ",
            }[kind]
        elif t.chance(0.5):
            text += f"\\({t.n(t.candidate)} \\div {t.n(t.b)} = {t.n(t.a)}\\), it matches. "
        text += t.one(
            "Yes, my answer is correct.",
            "The answer is correct.",
            "Yes, it is correct.",
            "Yes, the solution is verified.",
            "I am confident that this is correct.",
            "Everything is consistent, so my answer is correct.",
        )
        if t.chance(0.4):
            text += "\n\n" + repeat(t, ("Final answer: \\(\\boxed{@}\\)", "\\(\\boxed{@}\\)"))
        return text


class SvReflectionTagged(Style):
    """SFT with <thinking>, <reflection> and <output> tags; the reflection names the slip."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.x = t.one("×", "*")

    COMMITS = (
        "The result is @.",
        "So ~ = @.",
        "This gives @ as the product.",
        "Therefore the product is @.",
        "Final result of the addition: @. That is the answer.",
        "My answer is @.",
    )

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return (
                "1. "
                + t.one("Multiply the two numbers directly.", "Recall the product from the multiplication table.")
                + "\n"
            )
        items = [t.one(f"Break down {t.n(work.b)}: {t.factor(work)}", f"Write {t.n(work.b)} as {t.factor(work)}")]
        items += [t.one("Multiply: ", "Compute ", "") + eq(t, x) for x in work.terms]
        items.append(t.one("Add: ", "Sum up: ", "Combine: ") + shown_sum(t, work))
        return "".join(f"{i}. {item}\n" for i, item in enumerate(items, 1))

    def first(self, t: Telling) -> str:
        lead = t.one(
            f"I need to calculate {t.ab}.\n",
            f"The problem asks for {t.ab}. I will use place values.\n",
            f"To solve {t.ab}, I will multiply step by step.\n",
            "",
        )
        return (
            "<thinking>\n"
            + lead
            + self.body(t, plan(t, "high", "swapped", "chunks", "low"))
            + commit(t, self.COMMITS)
            + "\n"
        )

    def again(self, t: Telling) -> str:
        m = mended(t)
        if m is None:
            text = t.one(
                "I believe there is a mistake in my calculation. I should redo it completely.",
                "Looking back, this result is not right. I will recalculate everything.",
                "I made an error in the multiplication. Let me start over.",
                "The answer I reached does not seem correct, so I discard it and try again.",
                "Upon reflection, my calculation is flawed. A fresh calculation is needed.",
                "I was too quick here and the result is wrong. I should compute each part again.",
            )
            work = plan(t, "swapped", "high", "low")
            return f"<reflection>\n{text}\n</reflection>\n{self.body(t, work)}{commit(t, self.COMMITS)}\n"
        step = 0 if m.place is None else m.place + 2
        if m.place is None:
            text = t.one(
                "I made an error in the addition. The products are right, but the sum is not.",
                "Checking the last step: the sum of the partial products was incorrect.",
                "Wait, I added the partial products incorrectly.",
                "The multiplication steps hold, but I lost a carry in the final sum.",
                "On review, the addition is wrong and needs to be corrected.",
                "I need to correct the sum in the last step.",
            )
        else:
            e, was, now = expr(t, m.work.terms[m.place]), t.n(m.was), t.n(m.now)
            text = t.one(
                f"I made a mistake when computing {e}. The correct value is {now}, not {was}.",
                f"Checking the partial products: {e} should be {now}. I wrote {was}, which is wrong.",
                f"Wait, {e} = {now}, so the value {was} was incorrect.",
                f"The product {e} was miscalculated as {was}. It should be {now}.",
                f"On review, there is an error in {e}: {was} should be replaced by {now}.",
                f"I need to correct a step: {e} is {now} rather than {was}.",
            )
            if t.index == 1 and t.chance(0.4):
                text = f"Step {step} contains an error. " + text
        redo = t.one("Corrected sum: ", "Adding again: ", "Updated total: ", "Recomputing the sum: ")
        return f"<reflection>\n{text}\n</reflection>\n{redo}{shown_sum(t, m.work)}\n{commit(t, self.COMMITS)}\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.6):
            found = quick(t)
            said = t.one(
                "I have checked each step and the calculation is correct.",
                "The steps are logical and I see no errors.",
                "Reviewing the work, every partial product is right.",
                "I considered whether a carry was lost, but it was not.",
                "The approach is sound and the sum is right.",
                "No correction is needed.",
                "Everything is consistent.",
            )
            if found and t.chance(0.45):
                kind, x, y, z = found
                said = {
                    "last": f"The last digits give {x} {t.x} {y} = {z}, which agrees with the result. ",
                    "nines": f"Modulo 9, {x} {t.x} {y} is {z}, and the result is {z} as well. ",
                    "estimate": f"An estimate is {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, so the result is reasonable. ",
                }[kind] + said
            text += f"<reflection>\n{said}\n</reflection>\n"
        text += "</thinking>\n"
        return (
            text
            + "<output>\n"
            + repeat(t, ("@", "~ = @", "The product of the two numbers is @.", "The answer is @."))
            + "\n</output>"
        )


class SvStepTicks(Style):
    """A solution in steps, then an audit that ticks each step or names the faulty one."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "*", "x")
        vars(t)["marks"] = t.rng.choice([("✓", "✗"), ("correct", "incorrect"), ("OK", "WRONG"), ("✅", "❌")])
        vars(t)["step"] = t.one("Step %d: ", "Step %d. ", "S%d: ", "(%d) ")

    COMMITS = ("Answer: @", "Answer: ~ = @", "Result: @", "The answer is @.", "So the product is @.", "ANSWER: @")

    def step(self, t: Telling, i: int) -> str:
        return vars(t)["step"] % i

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.step(t, 1) + t.one("multiply the numbers directly", "single multiplication fact") + "\n"
        text = "".join(self.step(t, i) + eq(t, x) + "\n" for i, x in enumerate(work.terms, 1))
        return text + self.step(t, len(work.terms) + 1) + shown_sum(t, work) + "\n"

    def first(self, t: Telling) -> str:
        lead = t.one("Solution:\n", f"Solve {t.ab}.\n", "", f"Problem: {t.ab}\n")
        return lead + self.body(t, plan(t, "low", "high", "swapped", "chunks")) + commit(t, self.COMMITS) + "\n\n"

    AUDIT = (
        "Checking each step:",
        "Step check:",
        "Checking the steps one by one:",
        "Review of the steps:",
        "Verification of steps:",
        "Rechecking:",
    )

    def again(self, t: Telling) -> str:
        yes, no = vars(t)["marks"]
        m = mended(t)
        audit = t.one(*self.AUDIT)
        if m is None:
            why = fill(
                t,
                (
                    "the steps contain an error. The answer § is rejected. Second solution:",
                    "I cannot confirm §. The work is not right. New solution:",
                    "not correct. Discard the solution and solve again.",
                    "the result does not hold. Redoing all steps.",
                    "there is a mistake, § is wrong. Starting again.",
                    "this fails. Solve again:",
                ),
            )
            return (
                f"{audit} {no}, {why}\n{self.body(t, plan(t, 'swapped', 'high', 'low'))}{commit(t, self.COMMITS)}\n\n"
            )
        work, n = m.work, len(m.work.terms)
        short = t.chance(0.4)
        bad = n + 1 if m.place is None else m.place + 1
        text = audit + "\n"
        for i in range(1, bad + 1):
            if i < bad and not short:
                text += f"{self.step(t, i)}{yes}\n"
        if m.place is None:
            text += (
                self.step(t, bad)
                + no
                + " "
                + t.one(
                    "- the sum is wrong.",
                    "- added incorrectly.",
                    "- a carry was missed in the sum.",
                    "- the addition does not hold.",
                    "- the terms do not add up to this.",
                    "- wrong total.",
                )
                + "\n"
            )
        else:
            e, was, now = expr(t, work.terms[m.place]), t.n(m.was), t.n(m.now)
            text += (
                self.step(t, bad)
                + no
                + " "
                + t.one(
                    f"- {e} is {now}, not {was}.",
                    f"- should be {e} = {now}.",
                    f"- the value {was} is wrong, {e} = {now}.",
                    f"- {e} = {now} (I had {was}).",
                    f"- wrong product, {e} gives {now}.",
                    f"- {was} must be {now}.",
                )
                + "\n"
            )
            if not short and t.chance(0.5):
                text += "".join(f"{self.step(t, i)}{yes}\n" for i in range(bad + 1, n + 1))
        text += t.one("Corrected: ", "Corrected sum: ", "With the fix: ", "New sum: ") + shown_sum(t, work) + "\n"
        return text + commit(t, (*self.COMMITS, "Corrected answer: @", "Corrected answer: @")) + "\n\n"

    def closing(self, t: Telling) -> str:
        yes, _ = vars(t)["marks"]
        if t.chance(0.25):
            return ""
        text, work = t.one(*self.AUDIT), t.work
        if work.method != "direct" and t.chance(0.6):
            text += "\n" + "".join(f"{self.step(t, i)}{yes}\n" for i in range(1, len(work.terms) + 2))
        else:
            text += (
                f" {yes}{',' if yes.isalpha() else ''} "
                + t.one(
                    "all steps hold.",
                    "no error found.",
                    "every product is right.",
                    "the sum looked odd, but it is right.",
                    "nothing to correct.",
                    "all good.",
                )
                + "\n"
            )
        if t.chance(0.6):
            text += repeat(t, ("Final answer: @", "Final Answer: ~ = @", "The answer @ is confirmed."))
        return text


class SvColumnRecheck(Style):
    """Column work in a fence, then 'Rechecking' with the columns of the other order."""

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma"), t.one("x", "×", "*")

    COMMITS = (
        "Answer: **@**",
        "So ~ = **@**.",
        "The product is **@**.",
        "Column result, and my answer: **@**",
        "We get **@**.",
        "Therefore, ~ = **@**",
    )

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            wide = max(len(str(t.a)), len(str(t.b)), len(str(t.candidate))) + 2
            return f"```\n{str(t.a).rjust(wide)}\n{t.x}{str(t.b).rjust(wide - 1)}\n{'-' * wide}\n{str(t.candidate).rjust(wide)}\n```\n"
        terms = sorted(work.terms, key=lambda term: term.right)
        work = Work(work.a, work.b, work.method, tuple(terms), work.total)
        text = ""
        if t.flag("rows", 0.5):
            for i, term in enumerate(terms, 1):
                text += f"Row {i}: {eq(t, term, (' (correction: @)', ', no, @'))}\n"
        return text + "```\n" + t.columns(work) + t.total(work) + "\n```\n"

    def first(self, t: Telling) -> str:
        lead = t.one(
            "I set up the long multiplication.\n",
            "Using column multiplication:\n",
            f"Long multiplication of {t.ab}:\n",
            "Write the numbers in columns:\n",
        )
        return lead + self.body(t, plan(t, "low")) + commit(t, self.COMMITS) + "\n\n"

    def again(self, t: Telling) -> str:
        other = "low" if t.before.a != t.a else "swapped"
        if t.way(check=0.55, redo=0.45) == "check":
            work = plan(t, other)
            if work.method != "direct":
                lead = (
                    t.one("Rechecking:", "Let me recheck this:", "To recheck, I do the columns again:")
                    if work.a == t.before.a
                    else t.one(
                        "Rechecking with the factors swapped:",
                        "Rechecking the result the other way round:",
                        "Let me recheck this with the numbers in the other order:",
                        "To recheck, I exchange the two factors:",
                        "Double-checking with the order reversed:",
                        "Rechecking:",
                    )
                )
                body = self.body(t, work)
                clash = fill(
                    t,
                    (
                        "This does not match §. The first columns contain a mistake.",
                        "Hmm, that does not match §, so I made an error before.",
                        "The two results differ; § was wrong.",
                        "Not the same as §. The earlier work had a carry error.",
                        "The recheck gives a different value, and § is incorrect.",
                    ),
                )
                return f"{lead}\n{body}{clash} {commit(t, self.COMMITS)}\n\n"
        lead = t.one(
            "Rechecking, I see that a carry went wrong. I redo the columns:",
            "That is not right. Setting up the columns again:",
            "Hmm, the addition of the rows looks wrong. Once more from the start:",
            "The rows do not look right, so I discard this and redo the work:",
            "I made a mistake in the columns. Redo:",
            "This result is wrong. Let me multiply again:",
            "Rechecking: this is not correct. New calculation:",
        )
        return f"{lead}\n{self.body(t, plan(t, other, 'low'))}{commit(t, self.COMMITS)}\n\n"

    def closing(self, t: Telling) -> str:
        kind, found = t.one("none", "swap", "quick", "plain"), quick(t)
        if kind == "swap":
            old = t.work
            work = plan(t, "low" if t.work.a != t.a else "swapped")
            if work.method != "direct" and work.a != old.a:
                return (
                    t.one(
                        "Rechecking with the factors swapped:",
                        "Rechecking in the other order:",
                        "To confirm, the other order:",
                    )
                    + "\n"
                    + self.body(t, work)
                    + t.one(
                        "Same result, so it is confirmed.",
                        "It matches.",
                        "Both agree.",
                        "The recheck gives the same number.",
                    )
                )
        elif kind == "quick" and found:
            name, x, y, z = found
            text = {
                "last": f"Rechecking the last digit: {x} {t.x} {y} = {z}, fine.",
                "nines": f"Rechecking with nines: {x} {t.x} {y} leaves {z} and the product leaves {z}, fine.",
                "estimate": f"Rechecking the size: {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, fine.",
            }[name]
            return text + ("\n" + repeat(t, ("Final answer: **@**", "**@**")) if t.chance(0.5) else "")
        elif kind == "plain":
            text = t.one(
                "Rechecking the rows: all correct.",
                "Rechecked the carries, no problem.",
                "Rechecking the addition column by column: it is right.",
                "I wondered about a carry in the second row, but it is correct.",
                "Rechecking: nothing to change.",
                "Rows and sum are fine.",
            )
            return text + (
                "\n" + repeat(t, ("Final answer: **@**", "Final answer: ~ = **@**")) if t.chance(0.5) else ""
            )
        return ""


class SvAhaZero(Style):
    """A 3B base model after RL with <think> and <answer>; 'Hmm, that does not match', 'aha'. Mostly redoes."""

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "x", "*", "×")

    COMMITS = (
        "So the answer should be @.",
        "So ~ = @.",
        "That makes @ the answer.",
        "So I get @ for ~.",
        "The result is @.",
        "So the product is @.",
    )

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            tally = count(t)
            return f"Counting up: {tally}. " if tally and t.chance(0.6) else t.one("I can multiply this directly. ", "")
        text = t.one(
            f"{t.n(work.b)} is {t.factor(work)}. ",
            f"I can break {t.n(work.b)} into {t.factor(work)}. ",
            f"Split {t.n(work.b)} into {t.factor(work)}. ",
        )
        mends = (". Wait, no, it is @", ", hmm, no, @", ". Oh, that should be @", ". Let me see, ~ = @, yes @")
        text += " ".join(eq(t, x, mends[:3]) + "." for x in work.terms)
        if len(work.terms) > 2 and t.flag("running", 0.5):
            return text + " Now add: " + ", ".join(running(t, work)) + ". "
        return text + t.one(" Now add: ", " Add them: ", " Then ") + shown_sum(t, work) + ". "

    def first(self, t: Telling) -> str:
        work = plan(t, "high", "chunks", "low", "round")
        lead = t.one(
            f"I need to find {t.ab}. ",
            f"Let me calculate {t.ab}. ",
            f"First, {t.ab}. ",
            "Let me do this step by step. ",
        )
        e = rough(t)
        if e and t.chance(0.2):
            lead += f"It should be near {t.n(e[0])} {t.x} {t.n(e[1])} = {t.n(e[2])}. "
        return "<think>" + t.one("", "\n") + lead + self.body(t, work) + commit(t, self.COMMITS) + "\n"

    def again(self, t: Telling) -> str:
        if t.way(check=0.5, redo=0.5) == "check":
            work = replan(t)
            if work.method != "direct":
                lead = t.one(
                    "Let me check by doing it another way. ",
                    "Let me check. ",
                    "Check this again: ",
                    "Let me make sure. ",
                    "Let me check it with the other number. ",
                )
                if work.a == t.before.a and ("other number" in lead or not fresh(work, t.before)):
                    lead = "Let me check. "
                body = self.body(t, work)
                clash = fill(
                    t,
                    (
                        "Hmm, that does not match §. I made a mistake the first time. ",
                        "That is not §! Aha, the first one was wrong. ",
                        "Hmm, this is different from §, so § is wrong. ",
                        "It does not match. I trust this one more than §. ",
                        "Oh, § was wrong then. ",
                    ),
                )
                return lead + body + clash + commit(t, self.COMMITS) + "\n"
        problem = fault(t)
        if problem and problem[0] == "last" and t.chance(0.5):
            lead = f"Hmm, it should end in {problem[3] % 10} but {t.n(t.previous)} ends in {t.previous % 10}. So that is wrong. Let me try again. "
        else:
            lead = t.one(
                "Wait, that is not right. Let me try again. ",
                "Hmm, that looks wrong. Let me redo this. ",
                "No, I made a mistake. Start again. ",
                "Wait, this does not work. Let me do it over. ",
                "Hmm, no. That is incorrect. Let me calculate again. ",
                "I don't think this is right, I will try again. ",
                "Aha, I see I made an error. Let me redo it. ",
            )
        return lead + self.body(t, replan(t)) + commit(t, self.COMMITS) + "\n"

    def closing(self, t: Telling) -> str:
        kind, found, text = t.one("none", "check", "quick", "doubt", "none"), quick(t), ""
        if kind == "check":
            old = t.work
            work = plan(t, "swapped" if t.work.a == t.a else "high")
            if work.method != "direct":
                ways = ("Let me check by doing it another way. ", "Let me check. ", "Let me make sure. ")
                text = (
                    t.one(*ways[not fresh(work, old) :])
                    + self.body(t, work)
                    + t.one(
                        "Yes, it matches.", "Good, the same.", "It matches, so this is correct.", "Same result, great."
                    )
                )
        elif kind == "quick" and found:
            name, x, y, z = found
            text = {
                "last": f"Check: {x} {t.x} {y} = {z}, so it ends in {z % 10}, good.",
                "nines": f"Check with mod 9: {x} {t.x} {y} is {z}, and the answer is {z} too, good.",
                "estimate": f"It is close to {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, good.",
            }[name]
        elif kind == "doubt":
            text = t.one(
                "Wait, did I miss a part? No, I have all of them.",
                "Hmm, let me think again. Yes, this is right.",
                "Is this right? I think so.",
                "Wait, is the sum right? Yes.",
                "Let me double check the steps. They are correct.",
                "Hmm, is there a mistake? No, it works.",
            )
        if text:
            text += "\n"
        return f"{text}</think>\n<answer>{t.one('', ' ')}" + repeat(t, ("@",)) + f"{t.one('', ' ')}</answer>"


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        SvLetMeVerify(),
        SvCritiqueRevise(),
        SvNumberedAttempts(),
        SvActorAndCritic(),
        SvUndoMarks(),
        SvScrapNotes(),
        SvOnSecondThought(),
        SvYesNoVerdict(),
        SvReflectionTagged(),
        SvStepTicks(),
        SvColumnRecheck(),
        SvAhaZero(),
    )
}
