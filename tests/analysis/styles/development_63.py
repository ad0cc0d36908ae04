"""Models of 0.5B to 8B as a study of post-training on multi-digit multiplication leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work

Lines = Sequence[str]


class Trained(Style):
    """The flow that the styles share: solve and commit; reject, repair or count over; confirm and close."""

    groupings: ClassVar[Lines] = ("plain", "comma")
    signs: ClassVar[Lines] = ("×",)
    methods: ClassVar[Lines] = ("high", "low", "chunks")
    gap = "\n\n"
    space = " "
    join = " "
    reviews: ClassVar[Lines] = ("",)
    weights: ClassVar[dict[str, float]] = {"redo": 3, "mend": 3, "check": 2}
    slip_share = 0.1
    evidence_share = 0.5
    confirm_share = 0.6

    opens: ClassVar[Lines] = ("",)
    oops: ClassVar[Lines] = ("@bad, no, @good",)
    commits: ClassVar[Lines] = ()
    recommits: ClassVar[Lines] = ()
    rejects: ClassVar[Lines] = ()
    restarts: ClassVar[Lines] = ()
    mends: ClassVar[Lines] = ()
    sums: ClassVar[Lines] = ()
    recounts: ClassVar[Lines] = ()
    differs: ClassVar[Lines] = ()
    confirms: ClassVar[Lines] = ()
    agrees: ClassVar[Lines] = ()
    fruitless: ClassVar[Lines] = ()
    closes: ClassVar[Lines] = ("",)
    last_fails: ClassVar[Lines] = (
        "@i times @j ends in @k, but @p ends in @e.",
        "The last digit should be @k because @i @x @j = @ij, and @p ends with @e.",
        "The units digits give @i @x @j = @ij, so the product has to end in @k. But @p ends in @e.",
        "@p cannot be right: its last digit is @e and it should be @k.",
    )
    nine_fails: ClassVar[Lines] = (
        "Modulo 9 the factors give @k, but @p leaves @e.",
        "Casting out nines: the product should leave @k and @p leaves @e.",
        "The remainder by 9 should be @k. For @p it is @e.",
        "Checking with nines, I need remainder @k, but @p has remainder @e.",
    )
    size_fails: ClassVar[Lines] = (
        "A rough estimate is @u @x @w = @uw, and @p is nowhere near that.",
        "@u @x @w is @uw, so @p is off by too much.",
        "Estimating, @u @x @w = @uw. @p is far from this.",
        "The answer should be near @uw (@u @x @w), so @p has the wrong size.",
    )
    quotient_fails: ClassVar[Lines] = (
        "Dividing back, @p ÷ @a = @q with remainder @rest, and it should be @b exactly.",
        "@p ÷ @a gives @q remainder @rest, not @b.",
        "If I divide @p by @a, I get @q and @rest left over, so it does not come back to @b.",
        "The division @p ÷ @a leaves a remainder of @rest, so it is not a multiple of @a.",
    )

    # -- words

    def say(self, t: Telling, options: Lines, **more: object) -> str:
        """One of the options, its @names filled in: a, b, ab, x, v (the candidate), p (the one before), V, P in maths."""
        known: dict[str, object] = {"a": t.n(t.a), "b": t.n(t.b), "ab": t.ab, "x": t.x, "v": t.n(t.candidate)}
        known |= {"V": t.m(t.candidate), "A": t.m(t.a), "B": t.m(t.b), "ba": f"{t.n(t.b)} {t.x} {t.n(t.a)}"}
        if t.index:
            known |= {"p": t.n(t.previous), "P": t.m(t.previous)}
        known |= more
        return re.sub("@([A-Za-z]+)", lambda found: str(known[found[1]]), t.rng.choice(list(options)))

    def begin(self, t: Telling) -> None:
        t.words = t.rng.choice(list(self.groupings))
        t.maths = t.words
        t.x = t.rng.choice(list(self.signs))

    def value(self, t: Telling, term: Term) -> str:
        """A partial product's value, now and then with a slip that is mended at once."""
        if term.value > 9 and t.chance(self.slip_share):
            return self.say(t, self.oops, bad=t.n(t.near(term.value)), good=t.n(term.value))
        return t.n(term.value)

    def product(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)} {t.x} {t.n(term.right)}"

    def evidence(self, t: Telling) -> str:
        """A check that really fails on the candidate before, or nothing."""
        p, found = t.previous, []
        i, j = t.a % 10, t.b % 10
        if i * j % 10 != p % 10:
            found += [self.say(t, self.last_fails, i=i, j=j, ij=i * j, k=i * j % 10, e=p % 10)] * 2
        if t.a * t.b % 9 != p % 9:
            found.append(self.say(t, self.nine_fails, k=t.a * t.b % 9, e=p % 9))
        unit, other = 10 ** (len(str(t.a)) - 1), 10 ** (len(str(t.b)) - 1)
        u, w = max(unit, round(t.a / unit) * unit), max(other, round(t.b / other) * other)
        if not 0.45 < p / (u * w) < 2.2 and u * w not in t.candidates:
            found += [self.say(t, self.size_fails, u=t.n(u), w=t.n(w), uw=t.n(u * w))] * 3
        if p % t.a and p // t.a != t.b and t.chance(0.5):
            found.append(self.say(t, self.quotient_fails, q=t.n(p // t.a), rest=t.n(p % t.a)))
        return t.rng.choice(found) if found and t.chance(self.evidence_share) else ""

    def finish(self, t: Telling, text: str) -> str:
        return re.sub("\n(\ue003?) (?=\\S)", "\n\\1", text)

    # -- flow

    def opening(self, t: Telling) -> str:
        return self.say(t, self.opens)

    def solution(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def brief(self, t: Telling, work: Work) -> str:
        """A second calculation in short, with its total."""
        products = ", ".join(f"{self.product(t, term)} = {t.n(term.value)}" for term in work.terms)
        return f"{products}, and {t.sum(work)} = {t.n(work.total)}."

    def commit(self, t: Telling) -> str:
        late = bool(t.index) and bool(self.recommits) and t.chance(0.6)
        return t.c(self.say(t, self.recommits if late else self.commits))

    def repaired(self, t: Telling, mended: Mended) -> str:
        if mended.place is None:
            return self.say(t, self.sums, sum=t.sum(mended.work))
        term = mended.work.terms[mended.place]
        return self.say(
            t,
            self.mends,
            left=t.n(term.left),
            right=t.n(term.right),
            was=t.n(mended.was),
            now=t.n(mended.now),
            sum=t.sum(mended.work),
        )

    def first(self, t: Telling) -> str:
        return self.opening(t) + self.solution(t, t.solve(*self.methods)) + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(**self.weights)
        if way == "mend":
            mended = t.mend()
            if mended:
                return self.gap + self.repaired(t, mended) + self.join + self.commit(t)
        if way == "check":
            work = t.other()
            text = self.say(t, self.recounts) + self.space + self.brief(t, work)
            return self.gap + text + self.space + self.say(t, self.differs) + self.join + self.commit(t)
        found = self.evidence(t)
        reject = self.say(t, self.rejects)
        if found:
            reject = re.sub("^However, ", "", reject)
            reject = found + self.space + reject[0].upper() + reject[1:]
        text = self.say(t, self.reviews) + reject
        work = t.solve(*self.methods) if t.chance(0.6) else t.other()
        return self.gap + text + self.space + self.say(t, self.restarts) + self.solution(t, work) + self.commit(t)

    def confirmation(self, t: Telling) -> str:
        """A check that agrees; with any candidate something can be said."""
        options = []
        last, nines, estimate = t.last_digit(), t.nines(), t.estimate()
        if last:
            options.append(self.say(t, self.last_holds, i=last[0], j=last[1], ij=last[2], k=last[2] % 10))
        if nines:
            options.append(self.say(t, self.nines_hold, i=nines[0], j=nines[1], k=nines[2]))
        if estimate:
            u, w, uw = map(t.n, estimate)
            options.append(self.say(t, self.size_holds, u=u, w=w, uw=uw))
        options.append(self.say(t, self.quotient_holds))
        if t.chance(0.5):
            work = t.other("round") if t.chance(0.5) else t.other()
            return (
                self.say(t, self.confirms)
                + self.space
                + t.r(self.brief(t, work))
                + self.space
                + self.say(t, self.agrees)
            )
        return t.r(t.rng.choice(options))

    last_holds: ClassVar[Lines] = (
        "The last digit is right too, @i @x @j = @ij.",
        "Units digit: @i @x @j = @ij, so it must end in @k, and it does.",
        "It ends in @k as it should, since @i @x @j = @ij.",
        "Last digit check: @i times @j is @ij, good.",
    )
    nines_hold: ClassVar[Lines] = (
        "Modulo 9: the factors leave @i and @j, the result leaves @k, and that fits.",
        "Casting out nines gives @k on both sides.",
        "By nines: remainders @i and @j for the factors, @k for the product, consistent.",
        "The remainder by 9 is @k, as it should be.",
    )
    size_holds: ClassVar[Lines] = (
        "This is close to @u @x @w = @uw, so it is reasonable.",
        "As an estimate, @u @x @w = @uw, which is in the same range.",
        "Rounding gives @u @x @w = @uw, so the size fits.",
        "@u @x @w is @uw, so this looks plausible.",
    )
    quotient_holds: ClassVar[Lines] = (
        "Dividing back, @v ÷ @a = @b, which is correct.",
        "@v divided by @b gives @a, so it checks.",
        "And @v ÷ @b = @a. Good.",
        "The inverse operation works as well: @v ÷ @a = @b.",
    )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(self.confirm_share):
            doubt = self.fruitless and t.chance(0.3)
            text = self.gap + (self.doubt(t) if doubt else self.confirmation(t))
        end = self.say(t, self.closes)
        return text + (self.gap + t.r(end) if end else "")

    def doubt(self, t: Telling) -> str:
        """A doubt about a partial product or the result that leads nowhere."""
        term = t.rng.choice(t.work.terms)
        return t.r(
            self.say(
                t, self.fruitless, left=t.n(term.left), right=t.n(term.right), val=t.n(term.value), sum=t.sum(t.work)
            )
        )


class AdBareEquation(Trained):
    """0.5B, SFT on bare equations: an equation, sometimes expanded, and the answer again."""

    signs = ("×", "*", "x", "*")
    methods = ("high", "high", "chunks")
    gap = space = join = "\n"
    slip_share = 0.0
    evidence_share = 0.1
    confirm_share = 0.15
    weights: ClassVar[dict[str, float]] = {"redo": 4, "mend": 2, "check": 1}
    ends = ("", "", "\n", "<|endoftext|>")
    opens = (
        "",
        "",
        "",
        "Calculate @ab.\n",
        "Solution:\n",
        "The product is calculated as follows:\n",
        "Step by step:\n",
    )
    commits = ("@ab = @v", "@ab = @v", "So @ab = @v", "Answer: @v", "The answer is @v.", "@ab = @v.")
    recommits = ("@ab = @v", "Correct: @ab = @v", "The correct answer is @v.", "The right answer: @v", "Answer: @v")
    rejects = (
        "This is wrong.",
        "Incorrect.",
        "No, this answer is not correct.",
        "Wrong answer.",
        "@p is wrong.",
        "The answer @p is not correct.",
        "No, the calculation is wrong.",
    )
    restarts = (
        "Calculate again:\n",
        "Again:\n",
        "Try again.\n",
        "Recalculate.\n",
        "Once more:\n",
        "New calculation:\n",
    )
    mends = (
        "@left @x @right = @was is wrong. @left @x @right = @now\n@sum = @v",
        "Mistake: @left @x @right = @now, not @was.\n@sum = @v",
        "Wrong: @left @x @right is @now.\n@sum = @v",
        "@left @x @right should be @now instead of @was.\n@sum = @v",
    )
    sums = (
        "The sum is wrong. @sum = @v",
        "Mistake in the addition: @sum = @v, not @p.",
        "@sum is not @p. @sum = @v",
        "Wrong addition.\n@sum = @v",
    )
    recounts = ("Check:", "Check the result:", "Verify:", "Checking:")
    differs = ("Not equal to @p.", "So @p is wrong.", "This is not @p.", "The earlier answer @p was wrong.")
    confirms = ("Check:", "Verify:", "Check the result:", "Checking:")
    agrees = ("Correct.", "OK.", "The same.", "Right.")
    closes = ("", "", "", "Answer: @v", "#### @v", "The answer is @v.", "@v", "The answer is @v.\nThe answer is @v.")

    def solution(self, t: Telling, work: Work) -> str:
        shape = t.rng.choices(["none", "chain", "lines"], [4, 2, 2] if not t.index else [1, 2, 3])[0]
        if t.same and shape == "none":
            shape = t.one("chain", "lines")
        t._flags["shown"] = t.same or not (t.flag("never", 0.35) or shape == "none")
        if not t._flags["shown"]:
            return ""
        whole = f"{t.n(work.a)} {t.x} ({t.factor(work)})"
        products = "".join(f"{self.product(t, term)} = {t.n(term.value)}\n" for term in work.terms)
        if shape == "chain":
            return f"{t.n(work.a)} {t.x} {t.n(work.b)} = {whole} = {t.sum(work)} = {t.n(work.total)}\n"
        return products + f"{t.sum(work)} = {t.n(work.total)}\n"

    def again(self, t: Telling) -> str:
        self_weights = self.weights if t.flag("shown", 0) else {"redo": 4.0, "check": 1.0}
        if t.way(**self_weights) != "mend":
            found = self.evidence(t)
            text = (
                "\n" + (found + "\n" if found else "") + self.say(t, self.rejects) + "\n" + self.say(t, self.restarts)
            )
            return text + self.solution(t, t.solve(*self.methods)) + self.commit(t)
        mended = t.mend()
        return "\n" + self.repaired(t, mended) + "\n" + self.commit(t) if mended else super().again(t)

    def brief(self, t: Telling, work: Work) -> str:
        return "\n".join(f"{self.product(t, term)} = {t.n(term.value)}" for term in work.terms) + (
            f"\n{t.sum(work)} = {t.n(work.total)}"
        )


class AdLeashedBoxer(Trained):
    r"""1.5B Instruct after GRPO with a KL term: distributive steps in \( \) and a box."""

    groupings = ("latex", "plain", "latex", "comma")
    signs = (r"\times", r"\times", r"\cdot")
    methods = ("high", "high", "low", "chunks", "round")
    join = "\n\n"
    confirm_share = 0.45
    slip_share = 0.06
    opens = (
        r"To find the product of \( @a \) and \( @b \), we can use the distributive property.",
        r"To calculate \( @ab \), we break the second number into place values.",
        r"Let's calculate \( @ab \) step by step.",
        r"We need to compute \( @ab \). We will split one of the factors and multiply each part.",
        r"To solve \( @ab \), we will follow these steps:",
        r"First, let's write the multiplication as a sum of simpler products.",
    )
    oops = (r"@bad \), which should be \( @good", r"@bad \) (more precisely, \( @good \)), that is \( @good")
    commits = (
        r"Therefore, the product of \( @a \) and \( @b \) is \( \boxed{@v} \).",
        r"So, the final answer is \( \boxed{@v} \).",
        r"Thus, \( @ab = \boxed{@v} \).",
        r"Hence, the result of the multiplication is \( \boxed{@v} \).",
        r"The final answer is: \[ \boxed{@v} \]",
        r"Therefore, \( @ab \) equals \( \boxed{@v} \).",
    )
    recommits = (
        r"Therefore, the correct product is \( \boxed{@v} \).",
        r"So, the corrected final answer is \( \boxed{@v} \).",
        r"The correct answer is \( \boxed{@v} \).",
        r"Thus, the correct result is \( @ab = \boxed{@v} \).",
    )
    rejects = (
        r"However, upon reviewing the steps, \( @p \) is not the correct product.",
        r"It seems there was a mistake in the calculation above, so \( @p \) is incorrect.",
        r"Upon closer inspection, the result \( @p \) is wrong.",
        r"I apologize, the answer \( @p \) contains an arithmetic error.",
        r"This result is not correct, since one of the steps above was miscalculated.",
        r"There seems to be an error, and the value \( @p \) cannot be kept.",
    )
    restarts = (
        "Let's recalculate it carefully:\n\n",
        "Let's go through the multiplication again:\n\n",
        "Let's redo the calculation from the beginning:\n\n",
        "We will compute the product again:\n\n",
        "Let's correct this and repeat each step:\n\n",
    )
    mends = (
        "However, let's double-check the steps. \\( @left @x @right \\) is \\( @now \\), not \\( @was \\). Adding again:\n\\[ @sum = @v \\]",
        "Upon checking, there is a mistake in \\( @left @x @right \\). It should be \\( @now \\) instead of \\( @was \\), so the sum becomes\n\\[ @sum = @v \\]",
        "Let me correct an error: \\( @left @x @right = @now \\) (I wrote \\( @was \\)). Then\n\\[ @sum = @v \\]",
        "It seems that \\( @left @x @right \\) was computed incorrectly as \\( @was \\). The correct value is \\( @now \\), which gives\n\\[ @sum = @v \\]",
    )
    sums = (
        "However, let's check the addition. The partial products add up differently:\n\\[ @sum = @v \\]\nand not \\( @p \\).",
        "There is an error in the final addition. Adding the values again:\n\\[ @sum = @v \\]",
        "Upon rechecking the sum, \\( @p \\) is incorrect. We have\n\\[ @sum = @v \\]",
        "The partial products are correct, but their sum is not \\( @p \\):\n\\[ @sum = @v \\]",
    )
    recounts = (
        "Let's verify this result with the other decomposition:",
        "To verify, we multiply in another way:",
        "However, let's verify the calculation using a different split:",
        "To make sure, let's perform the multiplication again in a different manner:",
    )
    differs = (
        r"This does not match \( @p \), so the earlier result contained an error.",
        r"This is different from \( @p \), which was therefore incorrect.",
        r"The two results disagree, and the earlier calculation was wrong.",
        r"So the earlier value \( @p \) was incorrect.",
    )
    confirms = (
        "To verify, we can split the other factor:",
        "Let's double-check the result:",
        "We can verify this by multiplying differently:",
        "Verification:",
    )
    agrees = (
        "This confirms the result.",
        "The two results are the same, so the answer is verified.",
        "This matches our answer.",
        "Both methods agree.",
    )
    fruitless = (
        r"One may ask whether \( @left @x @right = @val \) is right. It is, so the answer stands.",
        r"Checking the sum \( @sum \) once more, we find no error.",
        r"Let's make sure that \( @left @x @right \) is \( @val \). Yes, this is correct.",
        r"Looking at the steps again, everything appears to be in order.",
    )
    closes = ("", "", "", r"\[ \boxed{@v} \]", r"The final answer is \( \boxed{@v} \).", r"\( \boxed{@v} \)")
    last_fails = (
        r"However, the last digit of \( @a @x @b \) must be \( @k \), while \( @p \) ends in \( @e \).",
        r"Let's check the units digit: \( @i @x @j = @ij \), so the result should end in \( @k \), not in \( @e \).",
        r"Checking the last digit, we expect \( @k \) but have \( @e \).",
        r"The units digits \( @i \) and \( @j \) give \( @ij \), but the result ends in \( @e \).",
    )
    nine_fails = (
        r"Checking modulo 9, the product should leave \( @k \), but \( @p \) leaves \( @e \).",
        r"A check by digit sums gives \( @k \) for the product and \( @e \) for \( @p \).",
        r"Modulo 9 we expect \( @k \), and \( @p \equiv @e \).",
        r"The digit-sum test fails: \( @e \) instead of \( @k \).",
    )
    size_fails = (
        r"As an estimate, \( @u @x @w = @uw \), which is far from \( @p \).",
        r"However, \( @u @x @w = @uw \), so \( @p \) is not plausible.",
        r"Estimating with \( @u @x @w = @uw \) shows that \( @p \) has the wrong size.",
        r"Compared with the estimate \( @uw \), the value \( @p \) is unreasonable.",
    )
    quotient_fails = (
        r"Dividing, \( @p \div @a \) leaves the remainder \( @rest \), so it is not a multiple of \( @a \).",
        r"To check, \( @p \div @a = @q \) with remainder \( @rest \), which is not \( @b \).",
        r"The division \( @p \div @a \) does not give \( @b \).",
        r"We can check by division: \( @p = @a @x @q + @rest \), so this fails.",
    )
    last_holds = (
        r"The last digit \( @k \) agrees with \( @i @x @j = @ij \).",
        r"As a check, \( @i @x @j = @ij \), and our result ends in \( @k \).",
        r"The units digit is \( @k \), as expected.",
    )
    nines_hold = (
        r"Modulo 9 both sides are \( @k \).",
        r"The digit-sum check gives \( @k \) on both sides.",
        r"Casting out nines confirms it, as both sides leave \( @k \).",
    )
    size_holds = (
        r"The estimate \( @u @x @w = @uw \) shows that this is reasonable.",
        r"Since \( @u @x @w = @uw \), the result is plausible.",
        r"This is consistent with the estimate \( @u @x @w = @uw \).",
    )
    quotient_holds = (
        r"We can verify by division: \( @v \div @b = @a \).",
        r"Checking by division, \( @v \div @a = @b \).",
        r"Indeed, \( @v \div @b = @a \), so the answer is right.",
    )

    def solution(self, t: Telling, work: Work) -> str:
        lead = "\n\n" if not t.index else ""
        names = [f"Multiply \\( {t.n(s.left)} \\) by \\( {t.n(s.right)} \\):" for s in work.terms]
        layout = "display" if t.flag("display", 0.6) else "inline"
        text = lead
        if t.chance(0.6):
            text += f"\\[ {t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)}) \\]\n\n"
        for number, (name, term) in enumerate(zip(names, work.terms, strict=True), 1):
            if layout == "display":
                text += f"{number}. {name}\n   \\[ {self.product(t, term)} = {t.n(term.value)} \\]\n"
            else:
                text += f"{number}. {name} \\( {self.product(t, term)} = {self.value(t, term)} \\)\n"
        add = t.one(
            "Now, add these results together:",
            "Add the partial products:",
            "Finally, sum them up:",
            "Now combine the results:",
        )
        return text + f"\n{add}\n\\[ {t.sum(work)} = {t.n(work.total)} \\]\n\n"

    def brief(self, t: Telling, work: Work) -> str:
        return (
            f"\\[ {t.n(work.a)} {t.x} {t.n(work.b)} = "
            + " + ".join(self.product(t, s) if s.sign > 0 else f"(-{self.product(t, s)})" for s in work.terms)
            + f" = {t.sum(work)} = {t.n(work.total)} \\]\n"
        )


class AdMirrorDrilled(Trained):
    """SFT on reflection traces: a solution, 'Let me check', a verdict, and a retry after every error found."""

    groupings = ("plain", "comma", "plain")
    signs = ("×", "*", "x")
    confirm_share = 0.9
    evidence_share = 0.75
    slip_share = 0.05
    opens = (
        "I need to multiply @a by @b.\n\n",
        "Let me work out @ab.\n\n",
        "First, I will solve the problem, and then I will check my answer.\n\n",
        "Problem: @ab\n\nLet me solve this step by step.\n\n",
        "I will calculate @ab by splitting one number into parts.\n\n",
        "Let me start with the multiplication of @a and @b.\n\n",
    )
    reviews = (
        "Let me check my answer. ",
        "Now I check this. ",
        "Let me check: ",
        "Let me look at my solution again. ",
        "",
    )
    oops = ("@bad... sorry, @good", "@bad (I mean @good)", "@bad, correction: @good")
    commits = (
        "So my answer is @v.",
        "My answer: @v",
        "This gives the answer @v.",
        "Therefore my answer is @ab = @v.",
        "So @ab = @v.",
        "I conclude that the answer is @v.",
    )
    recommits = (
        "So my new answer is @v.",
        "My corrected answer: @v",
        "This time my answer is @v.",
        "So the corrected answer is @v.",
        "After this, my answer is @v.",
    )
    rejects = (
        "Verdict: my answer @p is incorrect.",
        "I find that my answer is wrong.",
        "The check fails, so @p is not the right answer.",
        "My previous answer of @p does not hold up. It is wrong.",
        "I made an error in the solution above, and the answer is incorrect.",
        "Reflection: there is an error in my calculation, so I cannot accept @p.",
        "Result of the check: incorrect.",
    )
    restarts = (
        "Let me try again.\n\n",
        "I will solve it again from the start.\n\n",
        "Let me retry with more care.\n\n",
        "Let me rework the whole problem.\n\n",
        "I need to start over.\n\n",
        "Here is my new attempt.\n\n",
    )
    mends = (
        "Let me check each step. @left @x @right = @was: this is wrong, it should be @now. With this corrected, @sum = @v.",
        "Let me check my work. I found an error: @left @x @right is @now, but I wrote @was. The sum is then @sum = @v.",
        "Checking the steps, I see that @left @x @right is not @was. It is @now. So I have @sum = @v.",
        "Wait, let me look at the step @left @x @right. The correct value is @now (not @was). Then @sum = @v.",
        "Reflection: the error is in @left @x @right, where I wrote @was instead of @now. Fixing it: @sum = @v.",
    )
    sums = (
        "Let me check the addition. @sum is @v and not @p. I added wrongly.",
        "Let me check my work. The products are right, but I made an error in the sum: @sum = @v.",
        "Reflection: the error is in the last addition. @sum = @v, so @p is incorrect.",
        "Checking the sum again, @sum = @v. My addition was wrong.",
    )
    recounts = (
        "Let me check by splitting the other number:",
        "Let me verify my answer with another method.",
        "Let me check this by computing it in a different way.",
        "Now I will check the answer. Splitting differently,",
    )
    differs = (
        "This is not the same as @p. My earlier calculation had an error.",
        "The check gives another value than @p, so my answer was incorrect.",
        "Verdict: @p is wrong.",
        "These do not match. I trust the second calculation, since I did every step slowly.",
    )
    confirms = (
        "Let me check my answer.",
        "Let me check this by splitting the other number.",
        "Now let me verify it in another way.",
        "Let me verify:",
        "Checking my answer:",
    )
    agrees = (
        "Verdict: correct.",
        "The check agrees with my answer, so it is correct.",
        "This is the same value. My answer is correct.",
        "I found no error.",
        "Result of the check: correct.",
    )
    fruitless = (
        "Let me check my answer. Is @left @x @right really @val? Yes, it is. Verdict: correct.",
        "Wait, did I add correctly? @sum... yes, I did. I keep my answer.",
        "Let me check the steps. @left @x @right = @val, correct. The other steps are correct too. Verdict: correct.",
        "I was not sure about @left @x @right = @val, but I went over it again and it is right.",
    )
    closes = (
        "Final answer: @v",
        "The final answer is @v.",
        "Final answer: @v",
        "My final answer is @v.",
        "I am done. The answer is @v.",
        "",
    )

    def solution(self, t: Telling, work: Work) -> str:
        head = ""
        if t.flag("heads", 0.4):
            head = f"**Attempt {t.index + 1}**\n" if t.flag("bold", 0.5) else f"Solution {t.index + 1}:\n"
        whole = f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)})\n"
        rows = []
        for number, term in enumerate(work.terms, 1):
            detail = t.detail(term, 0.4)
            line = f"{self.product(t, term)} = {detail.split(' = ', 1)[1] if detail else self.value(t, term)}"
            rows.append(f"Step {number}: {line}" if t.flag("steps", 0.5) else f"{line}")
        add = t.one("Adding up: ", "Sum: ", "Now I add: ", "Then I add everything: ")
        return head + (whole if t.chance(0.6) else "") + "\n".join(rows) + f"\n{add}{t.sum(work)} = {t.n(work.total)}\n"

    def evidence(self, t: Telling) -> str:
        """Step by step through the solution before, up to the step that is wrong; or another check."""
        wrong = [place for place, term in enumerate(t.before.terms) if term.value != term.left * term.right]
        if not wrong or t.chance(0.5):
            return super().evidence(t)
        right, bad = t.one(
            ("correct", "incorrect"), ("this is right", "this is not right"), ("OK", "wrong"), ("yes", "no")
        )
        said = [f"{self.product(t, term)} = {t.n(term.value)}, {right}." for term in t.before.terms[: wrong[0]]]
        term = t.before.terms[wrong[0]]
        return " ".join([*said, f"{self.product(t, term)} = {t.n(term.value)}, {bad}."])

    def confirmation(self, t: Telling) -> str:
        text = super().confirmation(t)
        if t.chance(0.3):
            again = t.one(
                "Let me check once more.", "One more check.", "I also want to be sure about this.", "Second check:"
            )
            text += f"{t.one(' ', self.gap)}{again} {super().confirmation(t)}"
        if t.chance(0.35):
            text += " " + t.one(
                "Confidence: high.", "No error found.", "The answer is verified.", "I accept this answer."
            )
        return text


PLACES = ("ones", "tens", "hundreds", "thousands", "ten-thousands", "hundred-thousands")


class AdHeadingLlama(Trained):
    """Llama 1B: '## Step 1' headings, long multiplication told in words, $\\boxed{}$ at the end."""

    groupings = ("comma", "plain", "comma")
    signs = ("×", "x", "*")
    methods = ("low", "low", "high")
    confirm_share = 0.3
    slip_share = 0.07
    opens = (
        "To multiply @a by @b, we can follow the standard multiplication procedure.\n\n",
        "To calculate @ab, we'll multiply @a by each digit of the second number and then add the results.\n\n",
        "To find the product of @a and @b, we need to multiply the numbers place by place.\n\n",
        "We can use long multiplication here.\n\n",
        "",
        "To solve this problem, we will multiply @a by @b using the following steps.\n\n",
    )
    oops = ("@bad, but more carefully it is @good", "@bad. Correcting the carry, we get @good", "@bad, or rather @good")
    commits = (
        "The final answer is: $\\boxed{@v}$",
        "So the product of @a and @b is @v.",
        "Therefore, @a multiplied by @b is equal to @v.",
        "The final answer is $\\boxed{@v}$.",
        "The result of the multiplication is @v.",
        "Therefore, the answer is @v.",
    )
    recommits = (
        "The correct answer is: $\\boxed{@v}$",
        "So the correct product of @a and @b is @v.",
        "Therefore, the correct result is @v.",
        "The final answer is therefore corrected to $\\boxed{@v}$.",
    )
    rejects = (
        "However, this answer is incorrect, because one of the multiplications was done wrong.",
        "Unfortunately, @p is not the correct product.",
        "I made a mistake in the multiplication above, so the answer @p is not right.",
        "However, after checking the steps, the result above turns out to be wrong.",
        "It looks like there is an error in the steps above, and @p is incorrect.",
        "Note that the result @p is incorrect.",
    )
    restarts = (
        "We need to perform the multiplication again.\n\n",
        "Let's start the long multiplication again.\n\n",
        "Let's repeat the steps with the correct values.\n\n",
        "Here is the multiplication done again.\n\n",
        "We will go back to the first step.\n\n",
    )
    mends = (
        "However, there is a mistake in the step where we multiplied @left by @right. The product is @now, not @was. Adding the partial products again gives @sum = @v.",
        "Let's correct the product of @left and @right, which is @now and not @was. Then @sum = @v.",
        "I made an error when I multiplied @left by @right. The result should be @now instead of @was. So the sum is @sum = @v.",
        "Going back, @left multiplied by @right equals @now, so the value @was was incorrect. The new sum is @sum = @v.",
    )
    sums = (
        "However, the addition was not done correctly. @sum = @v, which is not @p.",
        "Let's check the addition of the partial products. @sum = @v. The sum above was wrong.",
        "I made an error when I added the partial products. The sum should be @sum = @v.",
        "The partial products were added incorrectly. @sum = @v.",
    )
    recounts = (
        "To check the result, we multiply in a different way.",
        "Let's check the answer by breaking up the numbers differently.",
        "We can check this by using the distributive property.",
        "To be certain, let's do the multiplication in another order.",
    )
    differs = (
        "This does not match @p, so the earlier result was incorrect.",
        "This is different from the answer above, which contained a mistake.",
        "Since this is not @p, the previous answer is wrong.",
        "So @p was incorrect.",
    )
    confirms = (
        "To check the result, we can multiply in a different way.",
        "We can verify the answer using the distributive property.",
        "Let's verify this.",
        "As a check, we break up the numbers differently.",
    )
    agrees = (
        "This is the same result, so the answer is correct.",
        "This agrees with the answer above.",
        "The results match.",
        "Therefore, the multiplication was done correctly.",
    )
    fruitless = (
        "It may be worth checking that @left multiplied by @right is @val. It is, so no correction is needed.",
        "Let's check the addition once more: @sum. The addition is correct.",
        "We should check the step with @left and @right. The product @val is correct.",
        "After checking the steps above, no mistake was found.",
    )
    closes = (
        "",
        "",
        "The final answer is: $\\boxed{@v}$",
        "The final answer is $\\boxed{@v}$.",
        "The final answer is: @v",
        "Answer: @v",
    )

    def title(self, t: Telling, number: int, text: str) -> str:
        return f"## Step {number}: {text}\n" if t.flag("headings", 0.6) else f"Step {number}: {text}\n"

    def solution(self, t: Telling, work: Work) -> str:
        text = ""
        number = 1
        if t.chance(0.4):
            text = self.title(
                t,
                1,
                t.one("Write down the numbers", "Set up the multiplication", "Write the numbers one below the other"),
            )
            text += f"The numbers are {t.n(work.a)} and {t.n(work.b)}.\n\n"
            number = 2
        for term in work.terms:
            place = len(str(term.right)) - 1
            lone = len(str(work.b)) > place and int(str(work.b)[-1 - place]) * 10**place == term.right
            left = t.n(term.left)
            digit, named = str(term.right)[0], t.n(term.right)
            if lone and place:
                head = t.one(
                    f"Multiply {left} by the {PLACES[place]} digit",
                    f"Multiply by the digit in the {PLACES[place]} place",
                    f"Multiply {left} by {named}",
                )
                body = t.one(
                    f"The {PLACES[place]} digit is {digit}, which stands for {named}. {left} {t.x} {named} = {self.value(t, term)}.",
                    f"We multiply {left} by {digit} and write {place} zero{'s' if place > 1 else ''} at the end, which gives {self.value(t, term)}.",
                    f"{left} multiplied by {named} is {self.value(t, term)}.",
                    f"{left} {t.x} {named} = {self.value(t, term)}.",
                )
            else:
                head = t.one(f"Multiply {left} by {named}", f"Find {left} times {named}")
                body = f"{left} {t.x} {named} = {self.value(t, term)}."
            text += self.title(t, number, head) + body + "\n\n"
            number += 1
        text += self.title(
            t, number, t.one("Add the partial products", "Add the results together", "Add up the products")
        )
        return text + f"{t.sum(work)} = {t.n(work.total)}\n\n"


class AdUnleashedTags(Trained):
    """GRPO without KL from a base model: think and answer tags, sentences worn into formulas, rising length."""

    groupings = ("plain", "plain", "comma")
    signs = ("*", "×", "x")
    methods = ("high", "high", "round", "chunks")
    weights: ClassVar[dict[str, float]] = {"redo": 3, "mend": 2, "check": 3}
    confirm_share = 0.8
    slip_share = 0.12
    gap = "\n"
    opens = (
        "I need to find the value of @ab. ",
        "To solve the problem of @ab, I will multiply the numbers step by step and then verify the result. ",
        "The user wants the product of @a and @b. ",
        "Okay, I need to calculate @ab. ",
        "We have to multiply @a with @b. Let us do the multiplication step by step. ",
        "First, I will break down @ab into smaller multiplications. ",
    )
    reviews = ("", "Let me verify the result. ", "To verify the result, I check the steps again. ", "")
    oops = (
        "@bad, wait, @good",
        "@bad. No, let me do it again, it is @good",
        "@bad (wrong), it is @good",
        "@bad. Actually @good",
    )
    commits = (
        "So the answer is @v.",
        "So, the final result is @v.",
        "Therefore the result of @ab is @v.",
        "So the product is @v.",
        "Hence, the answer should be @v.",
        "Thus the result is @v.",
    )
    recommits = (
        "So the correct answer is @v.",
        "So the answer must be @v.",
        "Therefore the correct product is @v.",
        "So now the answer is @v.",
    )
    rejects = (
        "Wait, this result is not correct.",
        "Upon verification, @p is not correct.",
        "No, the result @p is wrong, because I made a mistake in the multiplication.",
        "Wait, I think I made a mistake, @p cannot be the answer.",
        "But @p is not the right result.",
        "The verification fails for @p.",
        "Wait, wait, wait. @p is wrong.",
    )
    restarts = (
        "Let me recalculate the multiplication step by step. ",
        "Let me calculate again. ",
        "I will do the multiplication again step by step. ",
        "Let us try to multiply again, step by step and carefully. ",
        "I need to recompute. ",
    )
    mends = (
        "Wait, @left @x @right is not @was. It is @now. So the sum is @sum = @v.",
        "Let me verify each step. @left @x @right = @now and I have @was, so this step is wrong. @sum = @v.",
        "Wait, there is a mistake in @left @x @right, it should be @now. Let me add again, @sum = @v.",
        "Verify @left @x @right: this is @now. The @was above is a mistake. Now @sum = @v.",
    )
    sums = (
        "Wait, let me verify the sum. @sum = @v. So the sum above is wrong.",
        "Let me add again. @sum = @v, not @p.",
        "Wait, @sum is not @p. It is @v.",
        "The sum is a mistake. Add again step by step, @sum = @v.",
    )
    recounts = (
        "Let me verify this result by another multiplication:",
        "To verify the result, I will multiply in the other order:",
        "Verify the result by breaking down the other number:",
        "Let me verify the result again to be sure:",
    )
    differs = (
        "This is different from @p, so @p is not correct.",
        "So the result @p was a mistake.",
        "The results do not match, and the new calculation is the correct one.",
        "So there was a mistake in the earlier multiplication.",
    )
    confirms = (
        "Let me verify this result by another multiplication:",
        "To verify the result, I will multiply in the other order:",
        "Let me verify the result again to be sure:",
        "Let me verify step by step:",
    )
    agrees = (
        "The result is verified.",
        "The results match, so the answer is verified and correct.",
        "So the result is the same. Verified.",
        "The verification is successful.",
    )
    fruitless = (
        "Wait, is @left @x @right equal to @val? Yes, it is correct.",
        "Let me verify the sum again. @sum. Yes, the sum is correct.",
        "Wait, let me verify @left @x @right = @val. It is correct. All the steps are correct.",
        "Hmm, maybe I should verify @left @x @right. It is @val. It is correct. It is correct.",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.flag("blocks", 0.4)

    def solution(self, t: Telling, work: Work) -> str:
        text = t.one("", f"{t.n(work.b)} = {t.factor(work)}. ", f"I will write {t.n(work.b)} as {t.factor(work)}. ")
        lead = t.one("", "First, ", "We have ")
        steps = [f"{self.product(t, term)} = {self.value(t, term)}" for term in work.terms]
        joint = t.one(". ", ". Then, ", ". Next, ", ".\n")
        text += lead + joint.join(steps) + ". "
        if len(work.terms) > 2 and t.chance(0.5):
            adds = [f"{t.n(s)} {'+' if sign > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, sign, v, r in work.steps()]
            return text + t.one("Now add them step by step: ", "Adding: ") + ", then ".join(adds) + ". "
        return (
            text + t.one("Now add them: ", "The sum is ", "Adding all parts: ") + f"{t.sum(work)} = {t.n(work.total)}. "
        )

    def commit(self, t: Telling) -> str:
        if not t.flag("blocks", 0.4):
            return super().commit(t)
        lead = self.say(t, ("", "The calculation is complete.", "Now I can give the answer.", "So I have the result."))
        return t.c(self.say(t, (lead + "\n</think>\n<answer>@v</answer>", lead + "</think>\n<answer> @v </answer>")))

    def first(self, t: Telling) -> str:
        return "<think>\n" + super().first(t)

    def again(self, t: Telling) -> str:
        text = super().again(t)
        return "\n<think>" + text if t.flag("blocks", 0.4) else text

    def closing(self, t: Telling) -> str:
        text = ""
        blocks = t.flag("blocks", 0.4)
        if t.chance(0.3 if blocks else self.confirm_share):
            for _ in range(t.rng.choice([1, 1, 2])):
                text += "\n" + (self.doubt(t) if t.chance(0.3) else self.confirmation(t))
        if blocks:
            return f"\n<think>{text}\n</think>\n" + t.r(self.say(t, ("<answer>@v</answer>",))) if text else ""
        if t.chance(0.1):
            return text + t.one("\nThe answer is verified. The answer is verified. The answer is verified.", "")
        return text + t.r(
            self.say(
                t,
                (
                    "\n</think>\n<answer>@v</answer>",
                    "\n</think>\n\n<answer> @v </answer>",
                    "\n</think> <answer>@v</answer>",
                ),
            )
        )


class AdFilteredHashes(Trained):
    """Rejection sampling on grade-school solutions: short sentences, one sum per line, #### at the end of a try."""

    groupings = ("plain", "comma", "plain")
    signs = ("*", "x", "×")
    methods = ("high", "low", "chunks")
    gap = space = join = "\n"
    confirm_share = 0.2
    weights: ClassVar[dict[str, float]] = {"redo": 3, "mend": 3, "check": 1}
    opens = (
        "",
        "We split @b into its parts.\n",
        "To find @ab, we multiply each part and add.\n",
        "The problem asks for @a times @b.\n",
        "Multiply @a by each place of the other number.\n",
        "First find the smaller products.\n",
    )
    oops = ("@bad, which should be @good", "@bad. No, it is @good", "@bad -> corrected to @good")
    commits = (
        "#### @v",
        "#### @v",
        "The answer is @v.\n#### @v",
        "So the total is @v.\n#### @v",
        "@ab is @v.\n#### @v",
    )
    recommits = ("#### @v", "The correct answer is @v.\n#### @v", "So the correct total is @v.\n#### @v", "#### @v")
    rejects = (
        "The answer above is wrong.",
        "There is a mistake in this solution, and @p is not the answer.",
        "Wait, that answer is incorrect.",
        "But @p is incorrect.",
        "Sorry, this solution is wrong.",
        "That is not the right total.",
    )
    restarts = (
        "Let's solve it again.\n",
        "Here is the solution again.\n",
        "We do it over.\n",
        "Let's compute it once more.\n",
        "A second solution:\n",
    )
    mends = (
        "Wait, @left @x @right is @now, not @was.\nThe parts add up to @sum = @v.",
        "There is a mistake, because @left @x @right = @now and we used @was.\nThen the sum is @sum = @v.",
        "Correction: @left @x @right = @now.\nAdding the parts gives @sum = @v.",
        "The product @left @x @right was wrong. It is @now.\nSo the parts are @sum = @v.",
    )
    sums = (
        "Wait, the parts were added wrong.\n@sum = @v",
        "There is a mistake in the sum. It should be @sum = @v.",
        "Adding the parts again, we have @sum = @v and not @p.",
        "The parts are right but the total is not.\n@sum = @v",
    )
    recounts = (
        "We check it by splitting the other number.",
        "Check the answer in another way.",
        "To check, we do it in the other order.",
        "Let's check.",
    )
    differs = (
        "This is not @p, so the earlier answer is wrong.",
        "The two totals are different, and @p was wrong.",
        "So @p is a mistake.",
        "So the answer above was incorrect.",
    )
    confirms = (
        "We check it by splitting the other number.",
        "Check:",
        "To check, we do it in the other order.",
        "Let's check.",
    )
    agrees = ("It is the same.", "The answer is right.", "The totals match.", "So it is correct.")
    fruitless = (
        "Is @left @x @right equal to @val? Yes.",
        "The sum @sum was checked again and is right.",
        "Nothing is wrong in these steps.",
        "@left @x @right = @val is right.",
    )
    closes = ("", "", "", "", "The answer is: @v", "#### @v", "#### @v\n#### @v\n#### @v")

    def solution(self, t: Telling, work: Work) -> str:
        rows = []
        for term in work.terms:
            rows.append(
                t.one(
                    f"{self.product(t, term)} = {self.value(t, term)}",
                    f"{t.n(term.left)} times {t.n(term.right)} is {self.value(t, term)}.",
                    f"Multiplying {t.n(term.left)} by {t.n(term.right)} gives {self.value(t, term)}.",
                    f"The part for {t.n(term.right)} is {self.product(t, term)} = {self.value(t, term)}.",
                )
            )
        whole = f"{t.sum(work)} = {t.n(work.total)}"
        total = t.one(
            f"Together they make {whole}.",
            whole,
            f"The sum of the parts is {whole}.",
            f"Now add: {whole}",
            f"In total we get {whole}.",
        )
        return "\n".join(rows) + "\n" + total + "\n"


class AdPreferredHost(Trained):
    """3B to 8B chat model after DPO: Markdown headings, bold, friendly and long, a Correction section."""

    groupings = ("comma", "comma", "plain")
    signs = ("×", "×", "*")
    methods = ("high", "chunks", "round", "low")
    join = "\n\n"
    confirm_share = 0.5
    slip_share = 0.05
    evidence_share = 0.6
    opens = (
        "Sure! Let's work through @ab together.\n\n",
        "Certainly! To multiply **@a** by **@b**, we can break the problem into smaller and more manageable parts.\n\n",
        "Great question! Let's solve this step by step.\n\n",
        "Absolutely, I'd be happy to help with this multiplication.\n\n",
        "Of course! Here is a detailed, step-by-step solution.\n\n",
        "Let's take this one piece at a time so that it is easy to follow.\n\n",
    )
    reviews = ("", "", "### Double-Checking\n", "Let me double-check that. ")
    oops = ("@bad (oops, that should be @good)", "~~@bad~~ @good", "@bad, or, to be exact, @good")
    commits = (
        "### Final Answer\n**@v**",
        "So, the product of @a and @b is **@v**.",
        "**Answer:** @ab = **@v**",
        "✅ **Final Answer: @v**",
        "Therefore, @ab equals **@v**.",
        "The answer to your question is **@v**.",
    )
    recommits = (
        "### Corrected Answer\n**@v**",
        "So, the correct product of @a and @b is **@v**.",
        "✅ **Corrected Answer: @v**",
        "Therefore, the correct answer is **@v**.",
    )
    rejects = (
        "I apologize for the confusion, but the result above is not correct.",
        "Thank you for your patience. I noticed that my answer of @p is wrong.",
        "Upon reflection, I have to correct myself, because @p is not the right product.",
        "Unfortunately, I made a mistake along the way, so please disregard the answer above.",
        "Oops! My answer above contains an error and should not be used.",
        "I want to be accurate here, and @p is incorrect.",
    )
    restarts = (
        "Let's go through it again carefully:\n\n",
        "Here is the revised solution:\n\n",
        "Allow me to redo the calculation:\n\n",
        "Let me walk you through it once more:\n\n",
        "Let's take a fresh look at the problem:\n\n",
    )
    mends = (
        "### Correction\nI apologize, there is a small error in one of the steps. **@left @x @right** equals **@now**, not @was. With this fixed:\n\n@sum = @v",
        "### A Quick Correction\nWhile looking over my work, I noticed that @left @x @right should be @now rather than @was. Let's update the sum:\n\n@sum = @v",
        "Before you go, I need to point out a mistake: I gave @left @x @right as @was, but it is actually @now. The updated sum is @sum = @v.",
        "### Double-Checking\n- @left @x @right = @now ❌ (I had @was)\n\nUpdating the total: @sum = @v",
    )
    sums = (
        "### Correction\nI apologize, the partial products are fine, but I added them incorrectly:\n\n@sum = @v",
        "Before you go, let me correct the last step. The sum should be @sum = @v, not @p.",
        "### Double-Checking\nThe addition does not hold up. Adding again gives:\n\n@sum = @v",
        "Oops! I slipped in the final addition. Here it is again: @sum = @v.",
    )
    recounts = (
        "### Verification\nLet's verify this by breaking up the other number:",
        "### Double-Checking\nAnother way to do this multiplication is as follows:",
        "To be thorough, let's also solve it in a different way:",
        "It is always a good idea to check. Splitting it differently:",
    )
    differs = (
        "This does not match my earlier result of @p, which was incorrect. I apologize for the mistake!",
        "Since this differs from @p, my earlier answer was wrong.",
        "As you can see, @p was not correct.",
        "This tells us that there was an error in the earlier calculation.",
    )
    confirms = (
        "### Verification\nLet's verify this by breaking up the other number:",
        "### Double-Checking\nAnother way to do this multiplication is as follows:",
        "If you'd like to check it yourself:",
        "We can also confirm this in a different way:",
    )
    agrees = (
        "Both approaches give the same result, so we can be confident in it. 🎉",
        "The results match perfectly!",
        "This confirms our answer.",
        "As you can see, it agrees with what we found.",
    )
    fruitless = (
        "You might wonder whether @left @x @right is really @val. It is, so everything is in order!",
        "I also looked over the addition (@sum) again and everything is correct.",
        "Looking back over the steps, I see no errors.",
        "You may want to double-check @left @x @right = @val yourself, as it is the trickiest part, but it is correct.",
    )
    closes = (
        "I hope this helps! Let me know if you have any other questions.",
        "",
        "Feel free to ask if you'd like me to explain any step in more detail! 😊",
        "**Summary:** @ab = **@v**",
        "If you need help with another multiplication, just let me know!",
        "To summarize, the answer is **@v**. Happy calculating!",
        "",
    )

    def solution(self, t: Telling, work: Work) -> str:
        text = ""
        heading = t.flag("headings", 0.65)
        if heading:
            first = t.one(
                "Break Down the Numbers",
                "Split One of the Factors",
                "Use the Distributive Property",
                "Set Up the Problem",
            )
            text += f"### Step 1: {first}\n"
        text += t.one(
            f"We can write {t.n(work.b)} as {t.factor(work)}.",
            f"{t.n(work.b)} = {t.factor(work)}",
            f"Let's rewrite {t.n(work.b)} as **{t.factor(work)}**.",
            f"Using the distributive property, {t.n(work.a)} is multiplied by each part of {t.n(work.b)} = {t.factor(work)}.",
        )
        text += "\n\n" + (
            "### Step 2: " + t.one("Multiply Each Part", "Find the Partial Products", "Multiply") + "\n"
            if heading
            else ""
        )
        mark = t.one("- ", "- ", "* ", "1. ")
        for number, term in enumerate(work.terms, 1):
            dot = f"{number}. " if mark == "1. " else mark
            left = f"**{self.product(t, term)}**" if t.flag("bold", 0.5) else self.product(t, term)
            text += f"{dot}{left} = {self.value(t, term)}\n"
        text += "\n" + (
            "### Step 3: " + t.one("Add the Results", "Combine Everything", "Sum It All Up") + "\n" if heading else ""
        )
        lead = t.one(
            "Now, let's add these together:\n", "Adding everything up:\n", "", "Now we combine the partial products:\n"
        )
        return text + lead + f"{t.sum(work)} = {t.n(work.total)}\n\n"

    def brief(self, t: Telling, work: Work) -> str:
        rows = "\n".join(f"- {self.product(t, term)} = {t.n(term.value)}" for term in work.terms)
        return f"\n{rows}\n- {t.one('Sum', 'Total', 'Adding up')}: {t.sum(work)} = {t.n(work.total)}\n\n"


class AdBaselineRunner(Trained):
    """RLOO with a rule reward on the last line: running sums line by line, 'Answer:' and a check by habit."""

    groupings = ("plain", "plain", "comma")
    signs = ("*", "×", "x")
    methods = ("high", "low", "high", "round")
    gap = space = join = "\n"
    confirm_share = 0.55
    slip_share = 0.08
    weights: ClassVar[dict[str, float]] = {"redo": 3, "mend": 2, "check": 2}
    opens = (
        "Compute @ab.\n",
        "Calculating @ab by running sums.\n",
        "Let's compute @ab:\n",
        "We start with the first partial product and keep adding.\n",
        "@ab\n",
        "Start from 0 and add every partial product of @ab.\n",
    )
    oops = ("@bad, no: @good", "@bad (fix: @good)", "@bad, sorry, @good")
    commits = (
        "Answer: @v",
        "Answer: @v",
        "Final answer: @v",
        "The answer is @v",
        "Result: @ab = @v",
        "Answer: @ab = @v",
    )
    recommits = ("Answer: @v", "Corrected answer: @v", "New answer: @v", "Final answer (corrected): @v")
    rejects = (
        "Check: the answer @p is wrong.",
        "Check failed, so the answer above is discarded.",
        "Not correct.",
        "This answer is not correct, there is an error in the running sum.",
        "Check: incorrect.",
        "The answer @p fails the check.",
    )
    restarts = (
        "Try again:\n",
        "Compute again:\n",
        "Restart the sum:\n",
        "Repeat the calculation:\n",
        "Again from the first product:\n",
    )
    mends = (
        "Check: @left @x @right = @now, but above it is @was. Error found.\nFixed sum: @sum = @v",
        "Check the products: @left @x @right should be @now and not @was.\nSum again: @sum = @v",
        "Error in @left @x @right: it is @now.\nNew sum: @sum = @v",
        "One product is wrong: @left @x @right = @now (was @was).\nThe sum becomes @sum = @v",
    )
    sums = (
        "Check the sum: @sum = @v. It is not @p.",
        "Error in the running sum.\nNew sum: @sum = @v",
        "Check: the last addition is wrong, since @sum = @v.",
        "The products are fine, the sum is not: @sum = @v",
    )
    recounts = (
        "Check with another split:",
        "Check by splitting the other factor:",
        "Check:",
        "Check the result another way:",
    )
    differs = (
        "Mismatch: @p was wrong.",
        "The check gives a different number, so @p is wrong.",
        "This is not @p. The earlier sum had an error.",
        "Mismatch with the answer above, which is wrong.",
    )
    confirms = (
        "Check with another split:",
        "Check by splitting the other factor:",
        "Check:",
        "Check the result another way:",
    )
    agrees = ("Match.", "Check passed.", "Same result, so the check passed.", "The check agrees with the answer.")
    fruitless = (
        "Check @left @x @right = @val: correct.",
        "Check the sum again: @sum, correct.",
        "Check: all steps look right.",
        "Check @left @x @right: is it @val? Yes.",
    )
    closes = ("", "", "Answer: @v", "Final answer: @v", "Answer: @v", "The answer is @v")

    def solution(self, t: Telling, work: Work) -> str:
        text = ""
        if t.chance(0.3):
            text += f"{t.n(work.b)} = {t.factor(work)}\n"
        first = work.terms[0]
        text += f"{self.product(t, first)} = {self.value(t, first)}\n"
        if t.flag("first sum", 0.4):
            text += f"Sum so far: {t.n(first.value)}\n"
        label = t.one("Sum so far: ", "Running sum: ", "", "Sum: ")
        for term, (so_far, sign, value, result) in zip(work.terms[1:], work.steps(), strict=True):
            text += f"{self.product(t, term)} = {self.value(t, term)}\n"
            text += f"{label}{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}\n"
        return text

    def brief(self, t: Telling, work: Work) -> str:
        return "\n".join(f"{self.product(t, term)} = {t.n(term.value)}" for term in work.terms) + (
            f"\n{t.sum(work)} = {t.n(work.total)}"
        )


class AdEchoPolicy(Trained):
    """PPO gone on too long: answers said over and over, a slip into Chinese, ends that run down or break off."""

    groupings = ("plain", "comma", "plain")
    signs = ("×", "*", "x")
    methods = ("high", "chunks", "low")
    confirm_share = 0.35
    evidence_share = 0.4
    gap = "\n\n"
    opens = (
        "To solve the problem, we multiply @a by @b. ",
        "We need to calculate @ab. ",
        "Let's calculate the product of @a and @b. ",
        "The product of @a and @b is calculated as follows. ",
        "首先，we calculate @ab step by step. ",
        "Let me calculate the answer to @ab. ",
    )
    oops = ("@bad, 不对, it is @good", "@bad, sorry, @good", "@bad, that is wrong, @good")
    commits = (
        "The answer is @v.",
        "The answer is @v. The answer is @v.",
        "Therefore, the answer is @v. So the answer is @v.",
        "所以答案是 @v。",
        "So the answer is @v.",
        "因此，@ab = @v。",
        "The final answer is @v. #### @v",
    )
    recommits = (
        "The correct answer is @v.",
        "The correct answer is @v. The correct answer is @v.",
        "正确答案是 @v。",
        "So the right answer is @v.",
        "The answer is now @v.",
    )
    rejects = (
        "Sorry, the answer is wrong. The answer @p is wrong.",
        "这个答案不对。",
        "I am sorry, there is a mistake. The answer @p is not correct.",
        "The answer @p is not correct. It is not correct.",
        "不对，@p is wrong.",
        "But the calculation is wrong, so the answer is wrong.",
        "Sorry, I made a mistake, @p is incorrect.",
    )
    restarts = (
        "Let's calculate again. ",
        "重新计算：",
        "Let me calculate it again step by step. ",
        "I will calculate again. ",
        "We calculate it again, step by step, step by step. ",
    )
    mends = (
        "Sorry, @left @x @right is not @was, it is @now. So we have @sum = @v.",
        "Let's check: @left @x @right = @now. 上面写的 @was 是错的。So the sum is @sum = @v.",
        "There is a mistake, there is a mistake in @left @x @right. It is @now. @sum = @v.",
        "检查一下：@left @x @right = @now，不是 @was。@sum = @v。",
    )
    sums = (
        "Sorry, the addition is wrong. @sum = @v.",
        "加法错了。@sum = @v.",
        "Let's check the addition. @sum = @v, it is not @p, it is not @p.",
        "There is a mistake in the addition, @sum = @v.",
    )
    recounts = (
        "Let's check the answer.",
        "Let's check the answer again, again.",
        "验证一下：",
        "Let me check the answer by another way.",
    )
    differs = (
        "The answer @p is wrong.",
        "It is not @p. It is not @p.",
        "所以 @p 是错的。",
        "So the earlier answer was wrong.",
    )
    confirms = (
        "Let's check the answer.",
        "Let's check the answer, check the answer.",
        "验证一下：",
        "Let me check the answer by another way.",
    )
    agrees = (
        "The answer is correct. The answer is correct.",
        "正确。",
        "It is correct.",
        "答案一致。",
        "So it is correct, it is correct.",
    )
    fruitless = (
        "Let's check @left @x @right = @val. Correct. Correct. Correct.",
        "@left @x @right = @val 是对的。",
        "The addition @sum is correct, it is correct.",
        "Is it correct? Yes, it is correct.",
    )

    def solution(self, t: Telling, work: Work) -> str:
        joint = t.one(", ", ". ", "; ", "\n")
        text = t.one("", f"{t.n(work.b)} = {t.factor(work)}, so ", "First, ", "We have ")
        text += joint.join(f"{self.product(t, term)} = {self.value(t, term)}" for term in work.terms)
        if t.chance(0.15):
            term = t.rng.choice(work.terms)
            text += joint + joint.join([f"{self.product(t, term)} = {t.n(term.value)}"] * t.rng.randint(2, 4))
        text += ". " if joint != "\n" else "\n"
        return (
            text
            + t.one("Then add them: ", "The sum is ", "相加得到 ", "Add them together, ", "")
            + f"{t.sum(work)} = {t.n(work.total)}. "
        )

    def closing(self, t: Telling) -> str:
        text = (
            "\n\n" + (self.doubt(t) if t.chance(0.3) else self.confirmation(t)) if t.chance(self.confirm_share) else ""
        )
        fate = t.rng.random()
        if fate < 0.35:
            line = self.say(
                t,
                (
                    "The answer is @v.",
                    "The final answer is @v.",
                    "#### @v",
                    "答案是 @v。",
                    "So the answer is @v.",
                    "@ab = @v.",
                ),
            )
            return text + "\n\n" + t.r(t.one(" ", "\n").join([line] * t.rng.choice([1, 2, 3, 5, 8, 13])))
        if fate < 0.5:
            word = t.one("The answer is correct.", "Correct.", "Thank you.", "End.", "The problem is solved.", "Done.")
            return text + "\n" + t.one(" ", "\n").join([word] * t.rng.randint(2, 9))
        if fate < 0.6:
            term = t.work.terms[0]
            return text + t.r(
                self.say(
                    t,
                    (
                        "\n\nLet's check the answer. @one =",
                        "\n\nTo check, we divide @v by @b, and",
                        "\n\nCheck: @one = @val,",
                        "\n\nNote that the answer",
                    ),
                    one=self.product(t, term),
                    val=t.n(term.value),
                )
            )
        return text


class AdPunishedRambler(Trained):
    """Negative-only reinforcement: many ways kept alive, estimates first, loose talk, several checks, long."""

    groupings = ("plain", "comma", "plain")
    signs = ("×", "*", "times", "x")
    methods = ("high", "low", "round", "chunks", "area", "swapped")
    weights: ClassVar[dict[str, float]] = {"redo": 3, "mend": 2, "check": 4}
    confirm_share = 0.85
    slip_share = 0.16
    evidence_share = 0.7
    opens = (
        "Alright, @ab. There are a few ways to go about this. ",
        "Let me think about @ab. ",
        "Hmm, @a and @b. I could multiply these directly, but splitting one of them seems easier. ",
        "We want @ab, and I'd rather do it in pieces. ",
        "OK so the question is what @ab comes to. ",
        "There's no obvious trick for @ab, so let me just split it up. ",
    )
    reviews = ("", "Does that make sense? ", "Let me look at that number. ", "Hmm. ", "")
    oops = (
        "@bad, hmm, no, @good",
        "@bad... let me redo that bit, @good",
        "@bad, no wait, @good",
        "@bad, or wait, that's @good",
    )
    commits = (
        "So I get @v for the answer.",
        "That makes the answer @v.",
        "Okay, so @ab is @v.",
        "So the answer comes out as @v.",
        "I'd say the answer is @v.",
        "Good, so that's my answer, @v.",
    )
    recommits = (
        "So I'd now say the answer is @v.",
        "That makes @v the answer.",
        "So the answer is @v after all this.",
        "So what I should answer is @v.",
        "Okay, then the right answer is @v.",
    )
    rejects = (
        "Hmm, that can't be the answer then. I'm throwing it out.",
        "No, I don't believe @p, something went wrong on the way.",
        "So @p has to be wrong.",
        "Actually no. I botched something up there and @p isn't it.",
        "Looking back, I don't trust how I got @p, and I'm dropping it.",
        "Wait, no, @p is off. I must have slipped somewhere.",
    )
    restarts = (
        "Let me try a cleaner route. ",
        "Starting over. ",
        "Maybe go about it differently this time. ",
        "Okay, from the top. ",
        "Let me do the whole thing afresh. ",
        "Once again, more slowly. ",
    )
    mends = (
        "Hold on, @left @x @right. Is that @was? I don't think so, it comes to @now. Which changes the sum: @sum = @v.",
        "Hmm, going over the pieces, @left @x @right looks suspicious. Doing it again I get @now instead of @was. So @sum = @v.",
        "Oh, I see a mistake. For @left @x @right I had @was and it's really @now. Adding up once more, @sum = @v.",
        "Actually, one of the pieces is bad: @left @x @right is @now. I'll put that in, @sum = @v.",
    )
    sums = (
        "Hold on, the adding. @sum, hmm, that's @v, I added badly before.",
        "Hmm, the pieces look fine but did I add them right? @sum = @v. No, I didn't.",
        "Oh, I see, I fumbled the addition. @sum = @v.",
        "Actually @sum isn't @p. Carrying properly I get @v.",
    )
    recounts = (
        "Let me see whether another route gives the same.",
        "Alternatively, I could split the other one.",
        "What if I go the other way round?",
        "I'd feel better with a second calculation.",
    )
    differs = (
        "That's not @p. The earlier pass was sloppy, and this one I believe.",
        "Hmm, different from @p. I went over both, and it is the earlier one that was wrong.",
        "So that kills @p.",
        "Not the same as @p, which means I made an error earlier.",
    )
    confirms = (
        "Let me see whether another route gives the same.",
        "Alternatively, I could split the other one.",
        "What if I go the other way round?",
        "Just to be safe, one more calculation.",
    )
    agrees = (
        "Same thing. Good.",
        "That agrees, so I'm happy with it.",
        "And we land on the same number.",
        "Great, no surprise there.",
    )
    fruitless = (
        "Hmm, is @left @x @right really @val? Let me think... yes, it is.",
        "I was worried about a carry in @sum, but no, that's fine.",
        "Did I forget a zero in @left @x @right? No, @val has them all.",
        "I keep wondering about @left @x @right, but @val is right. Moving on.",
    )
    closes = ("", "**@v**", "Answer: @v.", "So, @v.", "Final answer: @v", "I'm going with @v.")

    def opening(self, t: Telling) -> str:
        text = super().opening(t)
        unit, other = 10 ** (len(str(t.a)) - 1), 10 ** (len(str(t.b)) - 1)
        u, w = max(unit, round(t.a / unit) * unit), max(other, round(t.b / other) * other)
        if t.chance(0.4) and u * w not in t.candidates:
            text += t.one(
                f"Roughly it should be around {t.n(u)} {t.x} {t.n(w)}, which is {t.n(u * w)}. ",
                f"Ballpark first: {t.n(u)} {t.x} {t.n(w)} is {t.n(u * w)}. ",
                f"I expect something in the region of {t.n(u * w)}. ",
            )
        return text

    def solution(self, t: Telling, work: Work) -> str:
        text = ""
        if work.method == "round":
            near, _rest = work.terms
            text += t.one(
                f"{t.n(work.b)} is close to {t.n(near.right)}, so let me use {t.factor(work)}. ",
                f"Note that {t.n(work.b)} is {t.factor(work)}. ",
            )
        elif work.method == "area":
            text += t.one(
                "Split both numbers and multiply every pair. ",
                "I'll break up both factors and go through all the pairs. ",
            )
        else:
            text += t.one(
                f"Take {t.n(work.b)} as {t.factor(work)}. ",
                f"{t.n(work.b)} is {t.factor(work)}. ",
                f"Break {t.n(work.b)} into {t.factor(work)}. ",
            )
        for place, term in enumerate(work.terms):
            detail = t.detail(term, 0.4)
            value = detail.split(" = ", 1)[1] if detail else self.value(t, term)
            lead = t.one("", "", "Then ", "Next ", "And ") if place else t.one("", "First ", "So ")
            text += f"{lead}{self.product(t, term)} {'=' if detail else t.one('is', '=', 'gives', '=')} {value}. "
        if len(work.terms) > 2 and t.chance(0.6):
            adds = [f"{t.n(s)} {'+' if sign > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, sign, v, r in work.steps()]
            return text + t.one("Adding up: ", "Now the sum. ", "Put together, ") + ", ".join(adds) + ". "
        return text + t.one("All together, ", "Adding up: ", "Now ", "So ") + f"{t.sum(work)} = {t.n(work.total)}. "

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2, 3])):
            text += t.one("\n\n", " ") + (self.doubt(t) if t.chance(0.35) else self.confirmation(t))
        end = self.say(t, self.closes)
        return text + ("\n\n" + t.r(end) if end else "")


class AdCollapsedFormula(Trained):
    """Positive-only reinforcement: one form for every problem, all of its slots filled, the check always said."""

    groupings = ("plain", "comma")
    signs = ("×", "*")
    methods = ("high", "high", "low")
    gap = space = join = "\n"
    confirm_share = 0.7
    slip_share = 0.03
    evidence_share = 0.6
    opens = (
        "Problem: @ab\n",
        "Question: What is @a times @b?\n",
        "Task: multiply @a and @b.\n",
        "Given: @ab.\n",
        "We are asked for @ab.\n",
        "",
    )
    oops = ("@bad (wrong, the value is @good)", "@bad, corrected @good", "@bad no @good")
    commits = (
        "Step @last: The answer is @v.",
        "Final: @ab = @v",
        "Final answer: \\boxed{@v}",
        "Conclusion: The answer is @v.",
        "Final answer: @v",
        "Conclusion: @ab = @v.",
    )
    recommits = (
        "Final answer: \\boxed{@v}",
        "Conclusion: The correct answer is @v.",
        "Corrected final answer: @v",
        "Conclusion: @ab = @v.",
        "Revised answer: @v",
    )
    rejects = (
        "Check: the answer is not correct.",
        "Check: there is an error in the steps, so @p is not the answer.",
        "Check: not passed. The answer @p is rejected.",
        "Check: incorrect, one of the steps contains an error.",
        "Check: @p is wrong.",
    )
    restarts = (
        "Repeat all steps.\n",
        "The steps are repeated.\n",
        "Go back to Step 1.\n",
        "New solution.\n",
        "Solve again.\n",
    )
    mends = (
        "Check: @left @x @right = @now, not @was. Error.\nCorrection of the sum: @sum = @v",
        "Check: one step contains an error, @left @x @right = @now.\nThe sum is now @sum = @v",
        "Check: Is @left @x @right = @was? No, it is @now.\nSo the sum is @sum = @v",
        "Check: error in @left @x @right. The correct value is @now.\nThe corrected sum: @sum = @v",
    )
    sums = (
        "Check: Is @sum = @p? No.\nThe corrected sum: @sum = @v",
        "Check: the addition contains an error.\nCorrection: @sum = @v",
        "Check: @sum = @v, not @p. Error.",
        "Check: error in the last sum. Correct is @sum = @v",
    )
    recounts = (
        "Check: multiply in the other way.",
        "Check: solve with another split.",
        "Check: the calculation is done a second time.",
        "Check: split the other factor.",
    )
    differs = (
        "Result of the check: different from @p, so @p is wrong.",
        "Check: not passed, @p was wrong.",
        "The answer above is not confirmed. It is wrong.",
        "Result of the check: the earlier answer is incorrect.",
    )
    confirms = (
        "Check: multiply in the other way.",
        "Check: solve with another split.",
        "Check: the calculation is done a second time.",
        "Check: split the other factor.",
    )
    agrees = (
        "Result of the check: the same.",
        "Check: passed.",
        "The answer is confirmed.",
        "Result of the check: correct.",
    )
    fruitless = (
        "Check: Is @left @x @right = @val? Yes.",
        "Check: Are all steps correct? Yes.",
        "Check: Is the sum @sum correct? Yes.",
        "Check: @left @x @right = @val, correct.",
    )
    closes = ("", "", "Answer: @v", "Done. Answer: @v", "Final answer: \\boxed{@v}", "The solution is complete.")

    def say(self, t: Telling, options: Lines, **more: object) -> str:
        return super().say(t, options, **({"last": len(t.work.terms) + 3} | more))

    def solution(self, t: Telling, work: Work) -> str:
        split_ = t.one("Split", "Decompose", "Write") if t.chance(0.5) else "Split"
        text = f"Step 1: {split_} {t.n(work.b)} = {t.factor(work)}.\n"
        verb = "Compute" if t.flag("compute", 0.5) else "Multiply"
        for number, term in enumerate(work.terms, 2):
            text += f"Step {number}: {verb} {self.product(t, term)} = {self.value(t, term)}.\n"
        return text + f"Step {len(work.terms) + 2}: Add {t.sum(work)} = {t.n(work.total)}.\n"


class AdRampedCarries(Trained):
    """A curriculum from one digit up: each row ones first, digit by digit with carries in words, then the sum."""

    groupings = ("plain", "plain", "comma")
    signs = ("×", "*", "x")
    methods = ("low",)
    gap = "\n\n"
    confirm_share = 0.4
    slip_share = 0.05
    evidence_share = 0.7
    opens = (
        "I multiply @a by each digit of @b, starting from the ones.\n\n",
        "Let's do @ab digit by digit, from right to left.\n\n",
        "To get @ab, first make one row for every digit, then add the rows.\n\n",
        "Rows for @ab:\n\n",
        "This is a harder multiplication, so I go digit by digit: @ab.\n\n",
        "We do the multiplication @ab row by row.\n\n",
    )
    oops = ("@bad, no, with the carry @good", "@bad, I forgot a carry, @good", "@bad, which should read @good")
    commits = (
        "So @ab = @v.",
        "All rows are added. The answer is @v.",
        "The answer is @v.",
        "So the product of the two numbers is @v.",
        "With all rows added, the answer is @v.",
        "Answer: @v",
    )
    recommits = (
        "So the right answer is @v.",
        "With the rows put right, @ab = @v.",
        "Now the answer is @v.",
        "Corrected answer: @v",
        "The answer should be @v.",
    )
    rejects = (
        "So the answer @p is not right. A carry must have been lost.",
        "I got something wrong in the rows, so @p is a wrong answer.",
        "That answer is wrong.",
        "@p is incorrect, I made a mistake with a carry.",
        "No, this is not the right product.",
        "I have to take that back, since @p is wrong.",
    )
    restarts = (
        "I go through the rows again.\n\n",
        "Do it again from the ones digit.\n\n",
        "Let me make all the rows again.\n\n",
        "Now again, with attention to the carries.\n\n",
        "The rows once more:\n\n",
    )
    mends = (
        "Let me look at the rows again. The row for @right is wrong, since @left @x @right = @now and not @was. Adding the rows, @sum = @v.",
        "I see a lost carry in @left @x @right. The row should be @now, not @was. So the rows give @sum = @v.",
        "Going through the carries again, @left @x @right is @now. I had @was before. Then @sum = @v.",
        "One row is not right: for @left @x @right I wrote @was, but it is @now. The sum of the rows is @sum = @v.",
    )
    sums = (
        "Let me add the rows again. @sum = @v. I lost a carry in the addition before.",
        "The rows are right but I added them wrong. @sum = @v.",
        "Going through the addition again, @sum = @v, so @p was a mistake.",
        "I see a lost carry in the last addition: @sum = @v.",
    )
    recounts = (
        "Let me see if it comes out the same with the numbers the other way round.",
        "Now I check it by place values.",
        "To be safe, I multiply the other way.",
        "Check by parts:",
    )
    differs = (
        "It is not the same as @p, so there was a lost carry in my rows.",
        "But my rows gave @p, so they were wrong.",
        "So the earlier answer, @p, is wrong.",
        "This is another number than @p. My rows had a mistake.",
    )
    confirms = (
        "Let me see if it comes out the same with the numbers the other way round.",
        "Now I check it by place values.",
        "To be safe, I multiply the other way.",
        "Check by parts:",
    )
    agrees = (
        "It comes out the same.",
        "That is what the rows gave too.",
        "So no carry was lost.",
        "The check is fine.",
    )
    fruitless = (
        "Did I lose a carry in @left @x @right? No, @val is right.",
        "I looked at the carries again and they are all right.",
        "Is the row for @right right? @left @x @right = @val, yes.",
        "The addition @sum has many carries, but I went through it and it is right.",
    )
    closes = ("", "", "", "Answer: @v", "The answer is @v.", "@ab = @v")

    def row(self, t: Telling, term: Term) -> str:
        """One row, digit by digit while the row is right and its factor is a single digit with zeros."""
        digit, zeros = int(str(term.right)[0]), len(str(term.right)) - 1
        if term.value != term.left * term.right or digit * 10**zeros != term.right or term.left < 10 or t.chance(0.25):
            return ""
        pieces, carry = [], 0
        digits = [int(d) for d in reversed(str(term.left))]
        for place, d in enumerate(digits):
            made = d * digit + carry
            text = f"{digit} {t.x} {d} = {d * digit}"
            if carry:
                text += f", plus {carry} is {made}"
            carry = made // 10
            if place + 1 == len(digits):
                text += f", write {made}"
            else:
                text += f", write {made % 10}" + (f", carry {carry}" if carry else "")
            pieces.append(text)
        text = t.one(". ", "; ", ".\n").join(pieces) + ". "
        plain = term.value // 10**zeros
        if zeros and t.chance(0.7):
            return text + t.one(
                f"This gives {t.n(plain)}, and with {zeros} zero{'s' * (zeros > 1)} ",
                f"That reads {t.n(plain)}, shifted by {zeros} it is ",
            )
        return text

    def solution(self, t: Telling, work: Work) -> str:
        text = ""
        for term in work.terms:
            place = len(str(term.right)) - 1
            lone = int(str(work.b)[-1 - place]) * 10**place == term.right
            style = t.flag("places", 0.5)
            head = (
                f"{PLACES[place].capitalize()} digit {str(term.right)[0]}: "
                if lone and style
                else f"Row for {t.n(term.right)}: "
            )
            body = self.row(t, term)
            if body and body.endswith(("zero ", "zeros ", "it is ")):
                text += head + body + f"{t.n(term.value)}.\n"
            else:
                text += head + body + f"{self.product(t, term)} = {self.value(t, term)}.\n"
        lead = t.one("Add the rows: ", "Adding the rows: ", "Now the sum of the rows: ", "Sum: ")
        if len(work.terms) > 2 and t.flag("pairwise", 0.4):
            return text + lead + ", ".join(f"{t.n(s)} + {t.n(v)} = {t.n(r)}" for s, _, v, r in work.steps()) + ".\n"
        return text + lead + f"{t.sum(work)} = {t.n(work.total)}.\n"


STYLES = {
    style.name: style
    for style in (
        AdBareEquation(),
        AdLeashedBoxer(),
        AdMirrorDrilled(),
        AdHeadingLlama(),
        AdUnleashedTags(),
        AdFilteredHashes(),
        AdPreferredHost(),
        AdBaselineRunner(),
        AdEchoPolicy(),
        AdPunishedRambler(),
        AdCollapsedFormula(),
        AdRampedCarries(),
    )
}
