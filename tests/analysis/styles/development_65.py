"""Small models tuned on self-correction: verdicts, re-attempts, answer tags, boxes, step lists, budget forcing."""

from __future__ import annotations

from typing import ClassVar

from .common import RESTATE_OPEN, Style, Telling, Work

Options = tuple[str, ...]

# What a check finds against the candidate before. @p: that candidate; @u, @v, @w: small numbers of the check.
AGAINST: dict[str, dict[str, Options]] = {
    "full": {
        "last": (
            "the units digits are @u and @v, and @u @x @v ends in @w, but @p ends in @z.",
            "a product of numbers ending in @u and @v has to end in @w, while @p does not.",
            "looking at the final digits, @u @x @v = @d, so the result must finish with @w; @p finishes with @z.",
        ),
        "nines": (
            "modulo 9 the factors leave @u and @v, so the product should leave @w, yet @p leaves @z.",
            "casting out nines I have @u and @v for the factors, which calls for @w, but the digits of @p reduce to @z.",
            "the digit-sum test asks for @w (from @u and @v) and @p gives @z.",
        ),
        "divide": (
            "dividing back, @p ÷ @b is about @q, which is not @a.",
            "if @p were right, @p ÷ @b would return @a, but it comes to roughly @q.",
            "going backwards from @p and dividing by @b I land on @q instead of @a.",
        ),
        "size": (
            "a rough estimate is @u @x @v = @w, and @p is nowhere near that size.",
            "rounding gives @u @x @v, roughly @w, so @p has the wrong magnitude.",
            "@p cannot be reconciled with the rough size @u @x @v = @w.",
        ),
        "vague": (
            "the carry in one of the middle steps does not look right.",
            "I am not convinced that the partial products were lined up on the right places.",
            "one of the additions was done too quickly and I cannot reproduce it.",
            "the steps leading to @p do not hold together when I read them again.",
            "there seems to be a zero lost along the way.",
            "the sum of the partial products looks off to me.",
        ),
        "table": (
            "that does not sound like the times table.",
            "I may have taken the entry next to it in the table.",
            "counting up in steps I do not reach @p.",
            "I named the first number that came to mind.",
        ),
    },
    "curt": {
        "last": (
            "last digit must be @w (@u*@v=@d), got @z",
            "ends in @z, should end in @w",
            "units @u*@v -> @w, have @z",
        ),
        "nines": (
            "mod 9: @u*@v -> @w, have @z",
            "nines test @u, @v -> @w, found @z",
            "digit sums want @w, give @z",
        ),
        "divide": (
            "@p / @b ~ @q, not @a",
            "backwards: @p / @b = @q or so, should be @a",
            "division by @b gives @q instead of @a",
        ),
        "size": (
            "size wrong, @u*@v is about @w",
            "estimate @u*@v = @w, too far away",
            "rough @w expected (@u*@v), magnitude off",
        ),
        "table": (
            "table entry not trusted",
            "neighbouring table entry",
            "counting up does not give @p",
            "named too fast",
        ),
        "vague": (
            "addition looks off",
            "carry not trusted",
            "partial products misaligned",
            "a place value slipped",
            "sum does not reproduce",
            "step skipped somewhere",
        ),
    },
}

# What a check finds in favour of the candidate. @c: the candidate.
FAVOUR: dict[str, dict[str, Options]] = {
    "full": {
        "last": (
            "the last digits @u and @v multiply to @w, so the result should end in @z, and it does.",
            "@u @x @v = @w, which fits the final digit @z.",
            "the units digit has to be @z because @u @x @v = @w, and that is what we have.",
        ),
        "nines": (
            "modulo 9 the factors leave @u and @v and the result leaves @w, which is consistent.",
            "casting out nines gives @u and @v against @w, so the test passes.",
            "the digit sums reduce to @u, @v and @w, which fit together.",
        ),
        "divide": (
            "dividing the result by @b brings back @a.",
            "@c ÷ @b = @a, so the division returns the first factor.",
            "going backwards, @c divided by @b is exactly @a.",
        ),
        "size": (
            "rounding gives @u @x @v = @w, which is of the same size.",
            "the estimate @u @x @v is @w, so the magnitude is plausible.",
            "@u @x @v would be @w, and our value is close to it.",
        ),
        "steps": (
            "I went through each partial product again and they all hold.",
            "the decomposition of the factor is right and the additions work out.",
            "every step follows from the one before, and the addition is right.",
            "the place values are aligned and the carries are right.",
        ),
        "table": (
            "counting up in steps of @a gets to @c.",
            "this is the entry of the times table.",
            "@b @x @a is @c too.",
            "adding @a to itself confirms it.",
        ),
        "other": (
            "taking the factors the other way, @o = @c, which agrees.",
            "splitting the other number gives @o, and that is @c as well.",
            "a second route, @o, also comes to @c.",
        ),
    },
    "curt": {
        "last": ("last digit @z ok (@u*@v=@w)", "@u*@v=@w, ends in @z, fine", "units digit @z matches"),
        "nines": ("mod 9: @u, @v -> @w ok", "nines @u*@v ~ @w ok", "digit sums @u, @v, @w fit"),
        "divide": ("@c / @b = @a", "divides back to @a", "@c / @b gives @a ok"),
        "size": ("near @u*@v = @w", "estimate @w, fits", "about @w expected, ok"),
        "steps": ("steps rechecked, fine", "partials ok, sum ok", "no slip found", "all lines hold"),
        "table": ("table says @c", "@b*@a = @c too", "counted up, ok", "table entry ok"),
        "other": ("other way @o = @c", "swapped: @o = @c", "@o = @c too"),
    },
}


class Af(Style):
    """Opening, working, commitment; rejection or correction; verdict and restatement, each in a style's own words."""

    voice = "full"
    gap = "\n\n"
    glue = " "
    methods: Options = ("high", "high", "low", "chunks", "swapped", "round")
    maths = False
    ways = (0.62, 0.22, 0.16)
    opens: Options = ("",)
    restarts: Options = ("",)
    rejects: Options
    mends: Options
    resums: Options
    clashes: Options
    commits: Options
    recommits: Options = ()
    sames: Options = ()
    confirms: Options = ()
    idles: Options = ()
    closes: Options = ()
    known: Options = ("@ab is in the times table.", "I know @ab by heart.", "@ab is a basic fact.")
    oops: Options = (" (no, that is @1)",)
    passing: ClassVar = {
        "full": (
            "the last digit @z would be right, but ",
            "@z is the right final digit, and yet ",
            "the ending @z passes; still, ",
        ),
        "curt": ("last digit @z ok, but ", "units fine, yet ", "ends in @z as it should, however "),
    }
    share_confirm, share_idle, share_close = 0.6, 0.15, 0.5

    def show(self, t: Telling, number: int) -> str:
        return t.m(number) if self.maths else t.n(number)

    def say(self, t: Telling, options: Options, **more: str) -> str:
        """One of the options with its places filled in."""
        text = t.one(*options)
        if "@e" in more:
            more["@E"] = more["@e"][:1].upper() + more["@e"][1:]
        values = {
            "@ab": f"{self.show(t, t.a)} {t.x} {self.show(t, t.b)}",
            "@a": self.show(t, t.a),
            "@b": self.show(t, t.b),
            "@c": self.show(t, t.candidate),
            "@p": self.show(t, t.previous) if t.index else "",
            "@k": str(t.index + 1),
            "@j": str(t.index),
            "@x": t.x,
        }
        for key, value in {**more, **values}.items():
            text = text.replace(key, value)
        return text

    def fill(self, t: Telling, options: Options, **numbers: object) -> str:
        text = t.one(*options)
        for key, value in numbers.items():
            text = text.replace(f"@{key}", str(value))
        return self.say(t, (text,))

    def against(self, t: Telling) -> str:
        """A reason to reject the candidate before."""
        pool, p, u, v = AGAINST[self.voice], t.previous, t.a % 10, t.b % 10
        w, found = u * v % 10, ["vague"]
        if p % 10 != w:
            found += ["last"] * 2
        if p % 9 != t.product % 9 or t.chance(0.15):
            found += ["nines"]
        if p != t.product and f"{p / t.b:.1f}" != f"{t.a:.1f}":
            found += ["divide"]
        x, y = (max(1, round(n / 10 ** (len(str(n)) - 1))) * 10 ** (len(str(n)) - 1) for n in (t.a, t.b))
        if not 0.6 < p / (x * y) < 1.6:
            found += ["size"] * 2
        kind = t.one(*found)
        if kind == "vague" and self.easy(t):
            kind = "table"
        if kind == "last":
            return self.fill(t, pool[kind], u=u, v=v, w=w, z=p % 10, d=u * v)
        if kind == "nines":
            want, left = t.product % 9, p % 9
            left = left if left != want else (left + t.rng.randint(1, 8)) % 9
            return self.fill(t, pool[kind], u=t.a % 9, v=t.b % 9, w=want, z=left)
        if kind == "divide":
            return self.fill(t, pool[kind], q=f"{p / t.b:.1f}".removesuffix(".0"))
        if kind == "size":
            return self.fill(t, pool[kind], u=self.show(t, x), v=self.show(t, y), w=self.show(t, x * y))
        return self.fill(t, pool[kind])

    def favour(self, t: Telling) -> str:
        """A reason to keep the candidate."""
        pool = FAVOUR[self.voice]
        kind = t.one("last", "nines", "size", "divide", "steps", "steps", "other")
        last, nines, size = t.last_digit(), t.nines(), t.estimate()
        if kind == "last" and last and t.candidate > 9:
            return self.fill(t, pool[kind], u=last[0], v=last[1], w=last[2], z=t.candidate % 10)
        if kind == "nines" and nines:
            return self.fill(t, pool[kind], u=nines[0], v=nines[1], w=nines[2])
        if kind == "size" and size and len(str(t.b)) > 1:
            u, v, w = (self.show(t, n) for n in size)
            return self.fill(t, pool[kind], u=u, v=v, w=w)
        if self.easy(t):
            return self.fill(t, pool["table"])
        if kind == "divide" and t.candidate == t.product:
            return self.fill(t, pool[kind])
        if kind == "other" and max(t.a, t.b) > 9:
            return self.fill(t, pool[kind], o=t.sum(t.other(), self.maths))
        return self.fill(t, pool["steps"])

    def parts(self, t: Telling, work: Work) -> list[str]:
        """The partial products as equations, now and then with a slip that is mended at once."""
        lines = []
        for term in work.terms:
            head = f"{self.show(t, term.left)} {t.x} {self.show(t, term.right)} = "
            more = t.detail(term, 0.35, self.maths)
            if term.value > 99 and t.chance(0.05):
                head += self.show(t, t.near(term.value)) + t.one(*self.oops).replace("@1", self.show(t, term.value))
            else:
                head += more or self.show(t, term.value)
            lines.append(head)
        return lines

    def adding(self, t: Telling, work: Work) -> list[str]:
        """The additions, one by one or in one line; the last ends in the total."""
        if len(work.terms) > 2 and t.flag("running", 0.5):
            return [
                f"{self.show(t, x)} {'+' if sign > 0 else '-'} {self.show(t, y)} = {self.show(t, z)}"
                for x, sign, y, z in work.steps()
            ]
        return [f"{t.sum(work, self.maths)} = {self.show(t, work.total)}"]

    def splitting(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            factors = zip(*((term.left, term.right) for term in work.terms), strict=True)
            sides = (" + ".join(self.show(t, n) for n in dict.fromkeys(side)) for side in factors)
            return f"{self.show(t, t.a)} {t.x} {self.show(t, t.b)} = " + f" {t.x} ".join(f"({side})" for side in sides)
        return f"{self.show(t, work.b)} = {t.factor(work, self.maths)}"

    def easy(self, t: Telling) -> bool:
        """Single digits need no working in most responses."""
        return t.a < 10 and t.b < 10 and t.flag("recalls", 0.85)

    def body(self, t: Telling, work: Work) -> str:
        """The working, from the split up to the total."""
        raise NotImplementedError

    def solution(self, t: Telling, *methods: str) -> str:
        work = t.solve(*(methods or self.methods))
        if work.method == "area" and len({(x.left, x.right) for x in work.terms}) < len(work.terms):
            work = t.solve("high")
        return self.say(t, self.known) if self.easy(t) else self.body(t, work)

    def commit(self, t: Telling) -> str:
        """The commitment; a note may say that the value is the one of before."""
        options = self.recommits if self.recommits and t.index and t.chance(0.4) else self.commits
        text = t.c(self.say(t, options))
        return text + (self.glue + self.say(t, self.sames) if t.same and self.sames and t.chance(0.6) else "")

    def first(self, t: Telling) -> str:
        return self.say(t, self.opens) + self.gap + self.solution(t) + self.gap + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=self.ways[0], mend=self.ways[1], clash=self.ways[2])
        if way != "redo" and max(t.a, t.b) < 10:
            way = "redo"
        if way == "mend" and (mended := t.mend()):
            total = t.sum(mended.work, self.maths)
            if mended.place is None:
                told = self.say(t, self.resums, **{"@s": total})
            else:
                term = mended.work.terms[mended.place]
                product = f"{self.show(t, term.left)} {t.x} {self.show(t, term.right)}"
                told = self.say(
                    t,
                    self.mends,
                    **{"@s": total, "@f": product, "@1": self.show(t, mended.now), "@0": self.show(t, mended.was)},
                )
            return self.gap + told + self.gap + self.commit(t)
        if way == "clash":
            told = self.say(t, self.clashes)
            body = self.body(t, t.other())
            return self.gap + told + self.gap + body + self.gap + self.commit(t)
        reason = self.against(t)
        if t.previous % 10 == t.product % 10 and t.previous > 99 and t.chance(0.15):
            reason = self.say(t, self.passing[self.voice]).replace("@z", str(t.previous % 10)) + reason
        told = self.say(t, self.rejects, **{"@e": reason})
        return (
            self.gap
            + told
            + self.gap
            + self.say(t, self.restarts)
            + self.gap
            + self.solution(t)
            + self.gap
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if self.idles and t.chance(self.share_idle):
            text += self.gap + self.say(t, self.idles)
        if self.confirms and t.chance(self.share_confirm):
            text += self.gap + self.say(t, self.confirms, **{"@e": self.favour(t)})
        if self.closes and t.chance(self.share_close):
            text += self.gap + t.r(self.say(t, self.closes))
        return text


class AfStwoVerdicts(Af):
    """S2R: solve and verify in turn, in prose with inline LaTeX; each verification ends in a verdict sentence."""

    maths = True
    methods = ("high", "chunks", "round", "swapped")
    opens = (
        "To find $@ab$, we can split one factor into simpler parts.",
        "We need to work out $@ab$. Let's go step by step.",
        "Let's compute $@ab$ with the distributive property.",
        "First, write one of the numbers as a sum, then multiply part by part.",
        "The product $@ab$ is found by multiplying in pieces and collecting them.",
    )
    known = ("$@ab$ is a single-digit product that can be recalled.", "No splitting is needed for $@ab$.")
    commits = (
        "Therefore, the answer is $\\boxed{@c}$.",
        "So the final answer is $\\boxed{@c}$.",
        "Thus, $@ab = \\boxed{@c}$.",
        "Hence the product equals $\\boxed{@c}$.",
        "This means the answer is \\(\\boxed{@c}\\).",
    )
    recommits = (
        "After this new attempt, the answer is $\\boxed{@c}$.",
        "So this time the answer is $\\boxed{@c}$.",
        "With that, the corrected answer is $\\boxed{@c}$.",
    )
    sames = (
        "This is the value I had rejected.",
        "It is the same number as in the last attempt.",
        "The new derivation leads to the earlier number again.",
    )
    rejects = (
        "Wait, let me recheck my solution. @E Therefore, the answer is incorrect.",
        "Let's verify the answer: @e So the verification fails and the answer is not correct.",
        "Verification: @e The answer above is therefore incorrect.",
        "To verify, I look at the result once more: @e This shows the answer is wrong.",
        "Let me check whether $@p$ can be right. @E It is not, so the answer is incorrect.",
    )
    restarts = (
        "Let me try again.",
        "I will solve it again from the beginning.",
        "Let's re-solve the problem with care.",
        "A fresh attempt is needed.",
        "Try again with another look at each product.",
    )
    mends = (
        "Wait, let me recheck my solution. The product $@f$ is $@1$, and I had used $@0$, so the answer is incorrect. Replacing it gives $@s = @c$.",
        "Verification: going through the parts, $@f = @1$ rather than $@0$. The answer is incorrect; the parts now add up as $@s = @c$.",
        "Checking each part: $@f$ was given as $@0$, which is wrong, it should be $@1$. The sum is then $@s = @c$.",
        "Let me verify. I find an error in $@f$: not $@0$ but $@1$. Then $@s = @c$.",
    )
    resums = (
        "Verification: the partial products hold, but adding them gives $@s = @c$ and not $@p$. The answer is incorrect.",
        "Wait, let me recheck my solution. The sum was wrong, as $@s = @c$.",
        "Let me verify the addition: $@s = @c$. That differs from $@p$, so the answer is incorrect.",
        "Checking the last step, $@s$ equals $@c$, so $@p$ is incorrect.",
    )
    clashes = (
        "Wait, let me recheck my solution by splitting the other factor.",
        "Let me verify $@p$ in another way.",
        "To verify, swap the roles of the two numbers.",
        "Verification by a different decomposition:",
    )
    confirms = (
        "Wait, let me recheck my solution: @e Therefore, the answer is correct.",
        "Let's verify the answer: @e The verification succeeds and the answer is correct.",
        "Verification: @e So the answer is correct.",
        "To verify, @e This confirms the answer.",
        "Checking once more, @e The answer is verified to be correct.",
    )
    idles = (
        "Did I align the zeros properly? Looking back, yes.",
        "One could doubt the last addition, but it holds on a second reading.",
        "Let me make sure that no part was left out. None was.",
        "For a moment the middle part looked odd to me, but it is right.",
    )
    closes = (
        "The final answer is $\\boxed{@c}$.",
        "Final answer: $\\boxed{@c}$",
        "In conclusion, the answer is $\\boxed{@c}$.",
        "Thus we keep $\\boxed{@c}$.",
    )
    oops = (" \\to @1", "\\text{, or rather }@1", "\\text{ (should read }@1\\text{)}", "\\ (\\text{slip: it is }@1)")
    share_confirm, share_close = 0.8, 0.4

    def begin(self, t: Telling) -> None:
        t.maths, t.x = t.one("plain", "plain", "latex"), t.one("\\times", "\\times", "\\cdot")
        t.words = "plain"

    def against(self, t: Telling) -> str:
        return self.inline(super().against(t))

    def favour(self, t: Telling) -> str:
        return self.inline(super().favour(t))

    @staticmethod
    def inline(text: str) -> str:
        return text.replace("\\times", "×").replace("\\cdot", "·").replace("\\div", "÷").replace("{,}", ",")

    def body(self, t: Telling, work: Work) -> str:
        start = t.one("We have", "Write", "Note that", "Split") + f" ${self.splitting(t, work)}$."
        if t.flag("display", 0.4):
            parts = "\n".join(f"$${part}$$" for part in self.parts(t, work))
        else:
            parts = " ".join(
                (t.one("Then", "Next,", "Also", "Further,") if i else t.one("Then", "Here", "First,")) + f" ${part}$."
                for i, part in enumerate(self.parts(t, work))
            )
        lead = t.one("Adding up:", "Putting the parts together:", "The sum of these is", "Collecting the terms:")
        return f"{start}\n{parts}\n{lead} ${'$, then $'.join(self.adding(t, work))}$."


class AfScoreTwoTurn(Af):
    """SCoRe: a solution with a stock ending, a self-correction instruction to itself, a second solution."""

    methods = ("high", "low", "chunks")
    ways = (0.75, 0.15, 0.10)
    opens = (
        "Solution:",
        "We want the product of @a and @b.",
        "Let us begin with the problem @ab.",
        "**Solution.** The task is to multiply @a by @b.",
        "Here is a solution to @ab.",
    )
    commits = (
        "Final Answer: The final answer is $@c$. I hope it is correct.",
        "Final Answer: The final answer is $@c$.",
        "The final answer is @c. I hope it is correct.",
        "Final Answer: The final answer is \\boxed{@c}. I hope it is correct.",
    )
    sames = (
        "(The correction did not change the value.)",
        "(Unchanged by the rewrite.)",
        "(The rewritten solution ends where the old one did.)",
    )
    rejects = (
        "There might be an error in the solution above because of lack of understanding of the question. Please correct the error, if any, and rewrite the solution.\n\nThe error: @e The stated answer is wrong.",
        "User: There is a mistake somewhere in your solution. Find it and rewrite the solution.\n\nAssistant: You are right, @p is not correct: @e",
        "Reviewing the solution above, I see that it is not right: @e It has to be rewritten.",
        "[self-correction]\nThe first thing to say is that @p is wrong, since @e",
        "The solution above contains an error. @E So its final answer must be discarded.",
    )
    restarts = (
        "Corrected solution:",
        "Here is the rewritten solution:",
        "**Revised solution.** Multiply @a by @b once more.",
        "Rewritten solution, with attention to the place values:",
        "The solution is rewritten below.",
    )
    mends = (
        "There might be an error in the solution above. Looking for it: @f was taken to be @0, but it is @1. With this corrected, @s = @c.",
        "The error is in one product: @f = @1, not @0. The corrected sum is @s = @c.",
        "[self-correction]\n@f is @1; the solution above says @0. Rewriting the total: @s = @c.",
        "Going over the solution above, the value @0 for @f must be replaced by @1, and so @s = @c.",
    )
    resums = (
        "There might be an error in the solution above. Looking for it: the parts are fine but their sum is not. @s = @c.",
        "The error is in the addition, which should read @s = @c.",
        "[self-correction]\nThe last line of the solution above adds wrongly. @s = @c.",
        "Going over the solution above, @p is not the sum of the parts. In fact @s = @c.",
    )
    clashes = (
        "There might be an error in the solution above, so here is a different derivation, which I trust more.",
        "The solution above skipped too much. Rewriting it with the other factor split:",
        "[self-correction]\nI replace the solution above by one that goes the other way round.",
        "I do not stand by the solution above. A different decomposition:",
    )
    confirms = (
        "There might be an error in the solution above. Looking for it: @e No error is found.",
        "User: There might be a mistake in your solution. Check it.\n\nAssistant: I looked for one: @e The solution stands.",
        "[self-correction]\n@E Nothing needs to be changed.",
        "Reviewing the solution above: @e It does not need a rewrite.",
    )
    idles = (
        "I considered rewriting the solution, but I see no reason to.",
        "The wording could be improved; the computation is fine.",
        "The addition looked suspicious at first sight, but it is all right.",
        "I was unsure about one carry and found it in order.",
    )
    closes = (
        "The answer remains $@c$.",
        "Final Answer: The final answer is still $@c$. I hope it is correct.",
        "So I leave it at @c.",
        "Nothing changes: @c.",
    )
    share_confirm, share_close = 0.5, 0.35
    oops = (" -- sorry, @1", ", or rather @1", " (should be @1)", "; that is, @1")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma"), t.one("\\times", "*", "×", "times")
        if t.x == "\\times":
            t.x = "×"

    def body(self, t: Telling, work: Work) -> str:
        lines = [t.one("Decompose: ", "We write ", "Expand ", "Break up: ") + self.splitting(t, work) + "."]
        parts = self.parts(t, work)
        if t.flag("prose", 0.5):
            lines.append("We get " + "; ".join(parts) + ".")
        else:
            lines += [part + "." for part in parts]
        lines.append(t.one("Summing, ", "The total: ", "Together ", "Now ") + ", and ".join(self.adding(t, work)) + ".")
        return "\n".join(lines)


class AfRiseRounds(Af):
    """RISE: the model plays the rounds of a conversation; each round has a short response and a reward line."""

    voice = "curt"
    methods = ("high", "high", "chunks")
    ways = (0.8, 0.12, 0.08)
    opens = (
        "### Round 1\nI need @ab.",
        "### Round 1\nThe question asks for @ab.",
        "### Round 1\nMultiply @a and @b.",
        "### Round 1\nLet me think about @ab.",
    )
    commits = (
        "Response: @c",
        "My response is @c.",
        "Response -> @c",
        "I respond with **@c**.",
        "Response for this round: @c",
    )
    sames = ("(no change from round @j)", "(equal to the response of round @j)", "(I end up with the same response)")
    rejects = (
        "Environment: the response is wrong (reward 0). Reason noted: @e.\n\n### Round @k",
        "Feedback: not correct. @E.\n\n### Round @k",
        "Reward: 0. Note to self: @e.\n\n### Round @k",
        "My last response @p was not good enough. @E.\n\n### Round @k",
        "Judged wrong. @E.\n\n### Round @k",
    )
    restarts = (
        "I will improve on my previous response.",
        "Thinking about it anew.",
        "I improve my response by writing out each product.",
        "Another go at @ab.",
        "Doing @ab over.",
    )
    mends = (
        "Feedback: not correct.\n\n### Round @k\nI find that @f = @1, where I had @0. So @s = @c.",
        "Reward: 0.\n\n### Round @k\nThe wrong piece was @f, it is @1 and not @0. New sum: @s = @c.",
        "Judged wrong.\n\n### Round @k\nImproving the previous response: @0 becomes @1 (for @f). @s = @c.",
        "Environment: the response is wrong (reward 0).\n\n### Round @k\n@f should have been @1 instead of @0, hence @s = @c.",
    )
    resums = (
        "Feedback: not correct.\n\n### Round @k\nI added badly: @s = @c.",
        "Reward: 0.\n\n### Round @k\nPieces kept, sum done again: @s = @c.",
        "Judged wrong.\n\n### Round @k\nThe pieces add up differently, @s = @c.",
        "Environment: the response is wrong (reward 0).\n\n### Round @k\nSum repeated slowly. @s = @c.",
    )
    clashes = (
        "Feedback: not correct.\n\n### Round @k\nSwitching to the other factor.",
        "Reward: 0.\n\n### Round @k\nA different way of splitting this time.",
        "Judged wrong.\n\n### Round @k\nChanging the approach.",
        "Environment: the response is wrong (reward 0).\n\n### Round @k\nI take the numbers the other way round.",
    )
    confirms = (
        "Feedback: correct. @E.",
        "Reward: 1. (@e)",
        "Judged right. @E.",
        "Environment: the response is right (reward 1). Noted: @e.",
    )
    idles = (
        "I wondered about another round, but there is nothing to improve.",
        "Is there anything to improve? I do not see it.",
        "No further round.",
        "The rounds end here.",
    )
    closes = ("Final response: @c", "Best response: @c", "Submitted: @c", "End of dialogue, answer @c.")
    known = ("@ab needs no work.", "Known by heart.", "This is from the table of @a.")
    oops = (" no, @1", " -> @1", ", sorry, @1", " [fix: @1]")
    gap = "\n"
    share_confirm, share_close, share_idle = 0.65, 0.35, 0.12

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma"), t.one("*", "x", "×")

    def body(self, t: Telling, work: Work) -> str:
        split = t.one("Split: ", "Pieces: ", "As ", "") + self.splitting(t, work)
        joined = t.flag("joined", 0.5)
        parts = ("; " if joined else "\n").join(self.parts(t, work))
        return f"{split}\n{parts}\n{t.one('Sum: ', 'Added: ', '', 'All: ')}{'; '.join(self.adding(t, work))}"

    def again(self, t: Telling) -> str:
        return "\n" + super().again(t)


class AfStarRationale(Af):
    """STaR: base model, a rationale per question, a key that calls for a rationale once more."""

    methods = ("high", "low", "swapped")
    gap = " "
    ways = (0.7, 0.2, 0.1)
    opens = (
        "Rationale: The numbers to multiply are @a and @b.",
        "Rationale: We are asked for @ab.",
        "A: The product asked for is @ab.",
        "Rationale: I take @a and @b and multiply place by place.",
        "Rationale: To get @ab, take the parts one at a time.",
    )
    commits = (
        "Therefore, the answer is (@c).",
        "So the answer is @c.",
        "The answer must be @c.",
        "That makes the answer @c.",
        "Hence (@c) is the answer.",
    )
    recommits = ("So the rationale now gives @c as the answer.", "So the answer under the new rationale is @c.")
    sames = ("The new rationale does not change it.", "That is what the old rationale said.", "Same as before, then.")
    rejects = (
        "\nChecked: no. This rationale does not lead to the correct answer: @e",
        "\n(rationale rejected) @E",
        "\nFilter: answer @p does not pass. @E",
        "\nThis is a bad rationale, and its answer is wrong: @e",
        "\nMarked wrong. @E",
    )
    restarts = (
        "\nRationale (again): Take @a and @b anew.",
        "\nNew rationale: Start from the two numbers, @a and @b.",
        "\nRationale, second writing: @ab is needed.",
        "\nRationalization: Compute @ab from the parts.",
        "\nBetter rationale: Work through @ab slowly.",
    )
    mends = (
        "\nChecked: no. The rationale has @0 for @f, but that is @1. With it, @s = @c.",
        "\n(rationale amended) @f is @1 instead of @0, so the sum is @s = @c.",
        "\nMarked wrong. The bad line is @f = @0; it must be @1. Then @s = @c.",
        "\nFilter: does not pass, as @f is not @0. It is @1, which gives @s = @c.",
    )
    resums = (
        "\nChecked: no. The parts are right and the sum is wrong. It is @s = @c.",
        "\n(rationale amended) The sum should be @s = @c.",
        "\nMarked wrong. Adding again, @s = @c.",
        "\nFilter: does not pass, @p is a wrong sum. In truth @s = @c.",
    )
    clashes = (
        "\nChecked: no. A rationale from the other side:",
        "\n(rationale replaced)",
        "\nMarked wrong. Instead, split the other number.",
        "\nFilter: does not pass. Other rationale:",
    )
    confirms = (
        "\nChecked: yes. @E",
        "\nFilter: passes. @E",
        "\n(rationale kept) @E",
        "\nMarked right. @E",
    )
    idles = (
        "\nIs some part missing? No.",
        "\nThe rationale is short but complete.",
        "\nOne might ask about the carry. It is there.",
        "\n(rationale read twice)",
    )
    closes = ("\n#### @c", "\nAnswer: @c", "\nA: @c", "\n=> @c")
    oops = (", oops, @1", ", I mean @1", " (mistyped, @1)", ", that is @1")
    share_confirm, share_close = 0.45, 0.4

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma"), t.one("*", "x", "times")

    def body(self, t: Telling, work: Work) -> str:
        parts = ". ".join(
            t.one("Next ", "Then ", "", "") * bool(i) + part for i, part in enumerate(self.parts(t, work))
        )
        lead = t.one("Now add: ", "The sum is ", "In all ", "Adding these, ")
        split = f"{t.one('Since', 'As', 'Because')} {self.splitting(t, work)}, "
        split += t.one("we do the parts", "there are a few parts", "we go part by part", "we take each part")
        return f"{split}. {parts}. {lead}{', '.join(self.adding(t, work))}."

    def finish(self, t: Telling, text: str) -> str:
        return text.replace(" \n", "\n").replace(f" {RESTATE_OPEN}\n", f"{RESTATE_OPEN}\n")


class AfReflexionMemory(Af):
    """Reflexion: trials with thoughts and a Finish action, an evaluator's line, a reflection kept in memory."""

    methods = ("high", "chunks", "low")
    gap = "\n"
    ways = (0.85, 0.08, 0.07)
    opens = (
        "Trial 1\nThought: I have to multiply @a by @b.",
        "Trial 1\nThought: the task is @ab, so I break one factor up.",
        "Trial 1\nThought: @ab. Work with partial products.",
        "Trial 1\nThought: let me get @ab by place value.",
    )
    commits = ("Action: Finish[@c]", "Action: finish(@c)", "Action: Submit[@c]", "Act: Finish[@c]")
    sames = ("(same action as in trial @j)", "(the memory did not lead to another value)", "(identical to trial @j)")
    rejects = (
        "Evaluator: FAILURE\nReflection: my answer @p failed, and I think I know why: @e\n\nTrial @k",
        "Observation: Answer is INCORRECT\nReflection: @E In the next trial I should slow down there.\n\nTrial @k",
        "Evaluator: failed\nReflection: I rushed. @E I must not submit before the parts are checked.\n\nTrial @k",
        'Observation: incorrect.\nMemory += "@e"\n\nTrial @k',
        "Evaluator: FAILURE\nReflection: what went wrong in trial @j? @E\n\nTrial @k",
    )
    restarts = (
        "Thought: with the reflection in mind, @ab once more.",
        "Thought: I use the plan from memory and redo the parts of @ab.",
        "Thought: this time every part gets its own line.",
        "Thought: begin again with @a and @b.",
    )
    mends = (
        "Evaluator: FAILURE\nReflection: the weak spot was @f, where I put @0.\n\nTrial @k\nThought: @f = @1, so @s = @c.",
        "Observation: Answer is INCORRECT\nReflection: one product was off.\n\nTrial @k\nThought: @f is @1 and not @0. Sum: @s = @c.",
        "Evaluator: failed\nReflection: keep the plan, repair @f.\n\nTrial @k\nThought: @f = @1 (before: @0). @s = @c.",
        'Observation: incorrect.\nMemory += "@f is not @0"\n\nTrial @k\nThought: it is @1. Adding: @s = @c.',
    )
    resums = (
        "Evaluator: FAILURE\nReflection: parts fine, addition bad.\n\nTrial @k\nThought: @s = @c.",
        "Observation: Answer is INCORRECT\nReflection: I must add more slowly.\n\nTrial @k\nThought: again, @s = @c.",
        "Evaluator: failed\nReflection: the last line was the problem.\n\nTrial @k\nThought: the sum is @s = @c.",
        'Observation: incorrect.\nMemory += "check the addition"\n\nTrial @k\nThought: @s = @c.',
    )
    clashes = (
        "Evaluator: FAILURE\nReflection: the same split will lead to the same trap, so I take the other factor.\n\nTrial @k",
        "Observation: Answer is INCORRECT\nReflection: try another decomposition.\n\nTrial @k",
        "Evaluator: failed\nReflection: swap the numbers next time.\n\nTrial @k",
        'Observation: incorrect.\nMemory += "split the other number"\n\nTrial @k',
    )
    confirms = (
        "Evaluator: SUCCESS\nReflection: @e",
        "Observation: Answer is CORRECT",
        "Evaluator: passed (@e)",
        "Observation: correct. @E",
        "Evaluator: SUCCESS",
    )
    idles = (
        "Thought: is there a reason for one more trial? No.",
        "Thought: the memory has nothing against it.",
        "Thought: the middle part worried me, without cause.",
        "Thought: done here.",
    )
    closes = ("Result after @k trial(s): @c", "Final: @c", "Task closed with @c.", "Output: @c")
    known = ("Thought: @ab is a table fact.", "Thought: this one I know.", "Thought: no split needed for @ab.")
    oops = (" -> wait, @1", "... no, @1", " (bad, make it @1)", "; correction: @1")
    share_confirm, share_close = 0.7, 0.35

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma"), t.one("*", "x", "×")

    def body(self, t: Telling, work: Work) -> str:
        lines = [self.splitting(t, work), *self.parts(t, work), *self.adding(t, work)]
        if t.flag("acts", 0.5):
            return "\n".join(f"{t.one('Action: Calculate', 'Action: Note')}[{line}]" for line in lines)
        return "Thought: " + "; ".join(lines)


class AfRefineFeedbackBlocks(Af):
    """Self-refine: initial answer, a feedback block in Markdown, a refined answer; chatty and friendly."""

    methods = ("high", "chunks", "round", "area")
    ways = (0.55, 0.25, 0.20)
    opens = (
        "## Initial answer\nLet's multiply **@a** by **@b**!",
        "## Initial answer\nSure, here is a first version for @ab.",
        "## Initial answer\nI'll start with a straightforward calculation of @ab.",
        "## Initial answer\nBreaking @ab into smaller multiplications:",
        "## Initial answer\nHere's how I would do @ab:",
    )
    commits = (
        "**Answer: @c**",
        "So **@ab = @c**.",
        "Answer of this version: **@c**",
        "➡️ **@c** is my answer.",
        "That gives an answer of **@c**.",
    )
    recommits = ("**Refined answer: @c**", "My refined answer is **@c**.", "**Answer after feedback: @c**")
    sames = (
        "Interesting, the refinement brings back the same number.",
        "(No difference from version @j.)",
        "So the version before had that number too.",
    )
    rejects = (
        "## Feedback\n- Correctness: 0/5. @E\n- Suggestion: redo the computation.\n\n## Refinement @j",
        "## Feedback\nThe layout is clear, but the result is wrong: @e\n\n## Refinement @j",
        "## Feedback\n❌ @E The number @p should not be given to the user.\n\n## Refinement @j",
        "## Feedback\nI would not accept @p: @e\n\n## Refinement @j",
        "## Feedback\n- Clarity: good\n- Accuracy: poor, since @e\n\n## Refinement @j",
    )
    restarts = (
        "Taking the feedback into account, I calculate again:",
        "Here's the calculation, rewritten:",
        "New version:",
        "Thanks for the feedback! Let me redo this properly.",
        "Starting over with smaller pieces:",
    )
    mends = (
        "## Feedback\n❌ One line is wrong: @f is **@1**, not @0.\n\n## Refinement @j\nWith this line fixed: @s = @c.",
        "## Feedback\n- Accuracy: poor. @f was computed as @0.\n\n## Refinement @j\nIt should be @1. The sum becomes @s = @c.",
        "## Feedback\nPlease look at @f again, @0 is not right.\n\n## Refinement @j\nGood catch, it's @1! That changes the sum: @s = @c.",
        "## Feedback\nAll lines are fine except @f.\n\n## Refinement @j\n@f = @1 (instead of @0), so @s = @c.",
    )
    resums = (
        "## Feedback\n❌ The lines are fine, the final addition is wrong.\n\n## Refinement @j\nAdding again: @s = @c.",
        "## Feedback\n- Accuracy: poor in the addition.\n\n## Refinement @j\n@s = @c.",
        "## Feedback\nThe pieces do not add up to @p.\n\n## Refinement @j\nTrue! @s = @c.",
        "## Feedback\nAdd the pieces again, please.\n\n## Refinement @j\nOkay: @s = @c, which is not what I had.",
    )
    clashes = (
        "## Feedback\nI would like to see another route before trusting @p.\n\n## Refinement @j\nOkay, splitting the other factor:",
        "## Feedback\nThe decomposition is error-prone, replace it.\n\n## Refinement @j\nReplaced:",
        "## Feedback\n❌ Not convincing. Use the other number for the split.\n\n## Refinement @j\nHere it is:",
        "## Feedback\n- Accuracy: doubtful\n\n## Refinement @j\nI drop the first route and use this one:",
    )
    confirms = (
        "## Feedback\n✅ @E No refinement needed.",
        "## Feedback\n- Accuracy: 5/5. @E",
        "## Feedback\nAll good: @e STOP.",
        "## Feedback\nThe result is right. @E",
    )
    idles = (
        "*(I thought about refining this further, but it's fine as it is.)*",
        "*Could the split be nicer? Sure, but it would not change anything.*",
        "*(Second look at the zeros: okay.)*",
        "*I was a bit nervous about the carry; it's fine.*",
    )
    closes = (
        "## Final output\n**@c**",
        "## Final output\n@ab = **@c** 🎉",
        "**Final: @c**",
        "Hope that helps! The product is **@c**.",
    )
    known = ("That's a times-table fact.", "Easy one, straight from memory.", "No steps needed here.")
    oops = (" ~~(typo)~~ → @1", ", hmm, @1", " – sorry, @1", " → no, @1")
    share_confirm, share_close, share_idle = 0.65, 0.4, 0.1

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "comma", "plain"), "×"

    def body(self, t: Telling, work: Work) -> str:
        mark = "-" if t.flag("dash", 0.5) else "*"
        lines = [f"{mark} {part}" for part in self.parts(t, work)]
        if t.flag("split", 0.6):
            lines.insert(0, f"{mark} {self.splitting(t, work)}")
        add = "\n".join(f"{mark} {step}" for step in self.adding(t, work))
        return "\n".join(lines) + "\n\n" + t.one("Adding up", "Total", "Then we add", "Sum") + ":\n" + add


class AfBudgetWaitBoxed(Af):
    """Budget forcing: a short solution ends in a box, 'Wait,' is appended, the model looks again."""

    maths = True
    methods = ("high", "low", "chunks", "round")
    ways = (0.5, 0.25, 0.25)
    gap = "\n"
    opens = (
        "I need to calculate @ab.",
        "Okay, @ab.",
        "Multiply: @ab.",
        "@ab. Split and add.",
        "So the product of @a and @b is wanted.",
    )
    commits = (
        "Answer: \\boxed{@c}",
        "\\boxed{@c}",
        "So \\boxed{@c}.",
        "The answer is \\boxed{@c}.",
        "I get \\boxed{@c} as the answer.",
    )
    sames = ("That box was there before.", "Same box again.", "It did not move.")
    rejects = (
        "Wait, @e So that box is wrong.",
        "Wait, that is not right. @E",
        "Wait, @p can't be the product: @e",
        "Wait, no. @E I take the box back.",
        "Wait, I made an error there, because @e",
    )
    restarts = (
        "Computing it again:",
        "Once more from the top.",
        "Redo.",
        "All parts again, slowly.",
        "Back to @ab.",
    )
    mends = (
        "Wait, @f is @1, I had @0. So the sum changes: @s = @c.",
        "Wait, I should look at @f. It's @1 and not @0. That means @s = @c.",
        "Wait, @0 is not right for @f. With @1 I have @s = @c.",
        "Wait, one part is off, @f = @1 instead of @0, so @s = @c.",
    )
    resums = (
        "Wait, the addition: @s = @c. Not @p.",
        "Wait, I added wrongly. @s = @c.",
        "Wait, the parts are okay but @s = @c.",
        "Wait, let me add again. @s = @c, so the box above was wrong.",
    )
    clashes = (
        "Wait, let me do this with the other number split.",
        "Wait, a second way to be certain.",
        "Wait, I want to see it the other way round.",
        "Wait, does swapping the factors give that too?",
    )
    confirms = (
        "Wait, @e So it's fine.",
        "Wait, let me see. @E Good.",
        "Wait, checking: @e The box stays.",
        "Wait, is that right? @E Yes.",
    )
    idles = (
        "Wait, did I drop a zero? No.",
        "Wait, the carry in the middle... no, that's okay.",
        "Wait, the question is only about the product, nothing else.",
        "Wait, hmm. Nothing wrong there.",
    )
    closes = (
        "Final Answer: \\boxed{@c}",
        "Done. \\boxed{@c}",
        "Final: \\boxed{@c}.",
        "The final answer remains \\boxed{@c}.",
    )
    oops = (", no, @1", ", uh, @1", " — no: @1", ", wrong, @1")
    share_confirm, share_close, share_idle = 0.5, 0.35, 0.35

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "·")

    def body(self, t: Telling, work: Work) -> str:
        lead = f"{self.splitting(t, work)}. " if t.chance(0.6) else ""
        parts = ", ".join(self.parts(t, work))
        return f"{lead}{t.one('Parts: ', '', 'So ', 'That is ')}{parts}. {t.one('Sum: ', 'Then ', 'Add: ', '')}{', '.join(self.adding(t, work))}."

    def again(self, t: Telling) -> str:
        text = super().again(t)
        return "\n" + text if t.flag("spaced", 0.5) else text


class AfAnswerTagRetrier(Af):
    """RL with tags: think, answer, verify, and again think after a failed verification."""

    methods = ("high", "low", "chunks", "swapped")
    gap = "\n"
    ways = (0.7, 0.18, 0.12)
    opens = (
        "<think>\nThe problem is @ab.",
        "<think>\nI multiply @a by @b.",
        "<think>\nLet me see, @ab. Break it up.",
        "<think>\nTo solve: @ab.",
    )
    commits = (
        "</think>\n<answer>@c</answer>",
        "</think>\n<answer> @c </answer>",
        "</think>\n<answer>\n@c\n</answer>",
        "</think>\n<answer>@ab = @c</answer>",
    )
    rejects = (
        "<verify>@E Result: wrong</verify>\n<think>",
        "<verify>\n@E\nverdict: no\n</verify>\n<think>",
        "<verify>Is @p right? No: @e</verify>\n<think>",
        "<verify>@p fails, @e</verify>\n<think>",
        "<verify>answer rejected, @e</verify>\n<think>",
    )
    restarts = (
        "The answer was rejected, so I solve it again.",
        "Start again.",
        "I have to give another answer. @ab by parts:",
        "New attempt at @ab.",
        "So again, with more attention.",
    )
    mends = (
        "<verify>@f = @1, not @0. Result: wrong</verify>\n<think>\nUse @1: @s = @c.",
        "<verify>\n@f was @0\nverdict: no\n</verify>\n<think>\nThe right value is @1. Then @s = @c.",
        "<verify>Is @p right? No, there is a slip in @f.</verify>\n<think>\n@f is @1 (I had @0), so @s = @c.",
        "<verify>answer rejected: bad part @0</verify>\n<think>\nCorrect part: @f = @1. Total @s = @c.",
    )
    resums = (
        "<verify>The parts do not sum to @p. Result: wrong</verify>\n<think>\n@s = @c.",
        "<verify>\naddition error\nverdict: no\n</verify>\n<think>\nAdd again: @s = @c.",
        "<verify>Is @p right? No, the sum is off.</verify>\n<think>\nRight sum: @s = @c.",
        "<verify>answer rejected: sum</verify>\n<think>\nSumming anew, @s = @c.",
    )
    clashes = (
        "<verify>cannot confirm @p. Result: wrong</verify>\n<think>\nOther decomposition.",
        "<verify>\nnot reproducible\nverdict: no\n</verify>\n<think>\nTake the other factor apart.",
        "<verify>Is @p right? I doubt it.</verify>\n<think>\nLet me do it the other way and answer with that.",
        "<verify>answer rejected</verify>\n<think>\nReverse the factors.",
    )
    confirms = (
        "<verify>@E Result: right</verify>",
        "<verify>\n@E\nverdict: yes\n</verify>",
        "<verify>Is @c right? Yes: @e</verify>",
        "<verify>answer accepted, @e</verify>",
        "<verify>Result: right</verify>",
    )
    idles = (
        "<think>\nNothing left to do.\n</think>",
        "<think>\nThe format is fine, the steps are fine.\n</think>",
        "<think>\nHmm, the carry? It is fine.\n</think>",
        "<think>\nI could check again, but it is okay.\n</think>",
    )
    closes = ("<final>@c</final>", "<answer>@c</answer>", "Final answer: @c", "<output>@c</output>")
    oops = (" no @1", ", wait @1", " -> actually @1", " (error) @1")
    share_confirm, share_close, share_idle = 0.7, 0.3, 0.12

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma"), t.one("*", "x", "×")

    def body(self, t: Telling, work: Work) -> str:
        glue = t.one("\n", "\n", ", ")
        text = glue.join([self.splitting(t, work), *self.parts(t, work)])
        return text + "\n" + t.one("Sum: ", "Total: ", "", "Add: ") + ", ".join(self.adding(t, work))


class AfJsonStepLines(Af):
    """A list of JSON objects, one for each step, answer and check."""

    voice = "curt"
    gap = glue = "\n"
    methods = ("high", "low", "chunks")
    ways = (0.7, 0.2, 0.1)
    opens = (
        '{"type": "plan", "text": "multiply @a by the parts of @b"}',
        '{"type": "plan", "text": "@ab via partial products"}',
        '{"type": "task", "a": @a, "b": @b}',
        '{"type": "plan", "text": "split, multiply, add"}',
        '{"type": "start", "attempt": 1}',
    )
    known = ('{"type": "step", "text": "known fact"}', '{"type": "step", "text": "@ab from memory"}')
    commits = (
        '{"type": "answer", "attempt": @k, "value": @c}',
        '{"type": "answer", "value": @c}',
        '{"type": "answer", "value": "@c", "attempt": @k}',
        '{"type": "answer", "text": "@ab = @c"}',
    )
    sames = ('{"type": "note", "text": "same value as attempt @j"}', '{"type": "note", "text": "unchanged"}')
    rejects = (
        '{"type": "check", "text": "@e", "verdict": "incorrect"}',
        '{"type": "verify", "target": @p, "ok": false, "why": "@e"}',
        '{"type": "reflection", "text": "answer @p is wrong: @e"}',
        '{"type": "check", "verdict": "fail", "reason": "@e"}',
        '{"type": "critique", "text": "@e", "accept": false}',
    )
    restarts = (
        '{"type": "retry", "attempt": @k}',
        '{"type": "start", "attempt": @k}',
        '{"type": "plan", "text": "redo all steps"}',
        '{"type": "retry", "text": "compute @ab again"}',
    )
    mends = (
        '{"type": "check", "verdict": "incorrect", "reason": "@f != @0"}\n{"type": "fix", "expr": "@f", "old": @0, "new": @1}\n{"type": "step", "text": "@s = @c"}',
        '{"type": "verify", "ok": false, "why": "wrong partial @0"}\n{"type": "step", "text": "@f = @1"}\n{"type": "step", "text": "@s = @c"}',
        '{"type": "reflection", "text": "answer @p is wrong, @f should be @1"}\n{"type": "step", "text": "@s = @c"}',
        '{"type": "critique", "text": "@f is @1, not @0", "accept": false}\n{"type": "fix", "text": "@s = @c"}',
    )
    resums = (
        '{"type": "check", "verdict": "incorrect", "reason": "sum"}\n{"type": "fix", "text": "@s = @c"}',
        '{"type": "verify", "ok": false, "why": "addition"}\n{"type": "step", "text": "@s = @c"}',
        '{"type": "reflection", "text": "answer @p is wrong, parts add up differently"}\n{"type": "step", "text": "@s = @c"}',
        '{"type": "critique", "text": "last addition wrong", "accept": false}\n{"type": "step", "text": "@s = @c"}',
    )
    clashes = (
        '{"type": "check", "verdict": "incorrect", "reason": "not reproducible"}\n{"type": "retry", "text": "split the other factor"}',
        '{"type": "verify", "ok": false, "why": "method unreliable"}\n{"type": "retry", "method": "swapped"}',
        '{"type": "reflection", "text": "answer @p is wrong, use another split"}',
        '{"type": "critique", "text": "no trust in @p", "accept": false}\n{"type": "plan", "text": "other order"}',
    )
    confirms = (
        '{"type": "check", "text": "@e", "verdict": "correct"}',
        '{"type": "verify", "target": @c, "ok": true}',
        '{"type": "reflection", "text": "@e, answer holds"}',
        '{"type": "check", "verdict": "pass", "reason": "@e"}',
        '{"type": "critique", "text": "@e", "accept": true}',
    )
    idles = (
        '{"type": "note", "text": "carry looked odd, is fine"}',
        '{"type": "note", "text": "no further attempt needed"}',
        '{"type": "thought", "text": "zeros? all there"}',
        '{"type": "note", "text": "steps read again"}',
    )
    closes = (
        '{"type": "final", "answer": @c}',
        '{"type": "end", "attempts": @k, "answer": @c}',
        '{"type": "final", "text": "the answer is @c"}',
        '{"type": "output", "result": @c}',
    )
    oops = (" -> corrected @1", " (fix: @1)", ", no, @1")
    share_confirm, share_close, share_idle = 0.7, 0.5, 0.1

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "*", "x")

    def body(self, t: Telling, work: Work) -> str:
        steps, form = [self.splitting(t, work), *self.parts(t, work), *self.adding(t, work)], t.flag("numbered", 0.5)
        return "\n".join(
            f'{{"type": "step", "n": {i}, "text": "{step}"}}' if form else f'{{"type": "step", "text": "{step}"}}'
            for i, step in enumerate(steps, start=1)
        )

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        if len(t.candidates) > 1 and t.chance(0.2):
            values = ", ".join(str(n) for n in t.candidates)
            text += self.gap + t.r(
                f'{{"type": "{t.one("history", "log", "attempts")}", "values": [{values}], "kept": {t.candidate}}}'
            )
        return text

    def finish(self, t: Telling, text: str) -> str:
        if not t.flag("array", 0.4):
            return text
        lines = [line for line in text.strip().split("\n") if line]
        return "[\n" + ",\n".join("  " + line for line in lines) + "\n]"


class AfNumberedTryBullets(Af):
    """Markdown: numbered tries with numbered steps, a status line under each, a summary."""

    methods = ("high", "low", "chunks", "round", "area")
    ways = (0.7, 0.16, 0.14)
    opens = (
        "### Try 1",
        "To find @ab I make a first try.\n\n### Try 1",
        "### Try 1: partial products",
        "I will calculate @ab and judge each try.\n\n### Try 1",
        "### Try 1 – straightforward",
    )
    commits = (
        "*Outcome of try @k:* **@c**",
        "**Outcome:** @c",
        "Outcome → **@c**",
        "The outcome of this try is **@c**.",
        "Try @k says: @ab = **@c**",
    )
    sames = ("*(as in try @j)*", "*(no different from try @j)*", "This repeats the outcome of try @j.")
    rejects = (
        "*Status:* ❌ rejected. @E\n\n### Try @k",
        "**Status:** not accepted, because @e\n\n### Try @k",
        "Status: ❌\n> @E\n\n### Try @k",
        "*Judgement:* @e Try @j is thrown out.\n\n### Try @k",
        "**Judgement:** wrong. @E\n\n### Try @k",
    )
    restarts = (
        "All steps over again:",
        "Working more carefully:",
        "Same task, clean slate:",
        "Let me line everything up properly now.",
        "I'll write every step.",
    )
    mends = (
        "*Status:* ❌ rejected, step with @f is bad.\n\n### Try @k\n1. Replace @0 by @1, since @f = @1\n2. @s = @c",
        "**Judgement:** wrong. One partial product is not right.\n\n### Try @k\n1. @f = @1 (was @0)\n2. New total: @s = @c",
        "Status: ❌\n> @f is not @0.\n\n### Try @k\n1. Correct value: @1\n2. Keep the rest: @s = @c",
        "**Status:** not accepted, @0 should read @1.\n\n### Try @k\n1. @f = @1\n2. @s = @c",
    )
    resums = (
        "*Status:* ❌ rejected, bad addition.\n\n### Try @k\n1. Keep the partial products\n2. @s = @c",
        "**Judgement:** wrong. The last step fails.\n\n### Try @k\n1. @s = @c",
        "Status: ❌\n> Sum of the parts is not @p.\n\n### Try @k\n1. Redo the sum: @s = @c",
        "**Status:** not accepted, the addition is off.\n\n### Try @k\n1. Add once more: @s = @c",
    )
    clashes = (
        "*Status:* ❌ rejected as unreliable.\n\n### Try @k\nSplitting the other factor:",
        "**Judgement:** doubtful, so replaced.\n\n### Try @k\nThe other way round:",
        "Status: ❌\n> Could not be reproduced.\n\n### Try @k\nDifferent split:",
        "**Status:** not accepted.\n\n### Try @k\nA new angle:",
    )
    confirms = (
        "*Status:* ✅ accepted. @E",
        "**Status:** accepted, because @e",
        "Status: ✅",
        "*Judgement:* @e Try @k is kept.",
        "**Judgement:** right. @E",
    )
    idles = (
        "> Is a further try worthwhile? I think not.",
        "> Hmm, the zeros... they are fine.",
        "> The split was unusual but legitimate.",
        "> Looked at twice.",
    )
    closes = (
        "### Summary\nTries needed: @k. Product: **@c**.",
        "---\n**Final: @c**",
        "**Reported result:** @c (try @k)",
        "### Result\n@c",
    )
    oops = (" → struck out, @1", " (mistake, it's @1)", ", or better @1", " – no, @1")
    share_confirm, share_close, share_idle = 0.75, 0.45, 0.1

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "plain", "space"), t.one("×", "×", "*", "·")
        if t.x == "*":
            t.x = "x"

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        if len(t.candidates) > 1 and t.chance(0.3):
            last = len(t.candidates) - 1
            rows = [f"| {i + 1} | {t.n(n)} | {'✅' if i == last else '❌'} |" for i, n in enumerate(t.candidates)]
            text += self.gap + t.r("| Try | Outcome | Status |\n|---|---|---|\n" + "\n".join(rows))
        return text

    def body(self, t: Telling, work: Work) -> str:
        steps = [t.one("Split: ", "Write ", "") + self.splitting(t, work), *self.parts(t, work)]
        steps += [t.one("Add: ", "Sum: ", "") + step for step in self.adding(t, work)]
        return "\n".join(f"{i}. {step}" for i, step in enumerate(steps, start=1))


class AfColumnVerdictLine(Af):
    """Written multiplication in a code fence, a RESULT line, a VERDICT line; terse."""

    voice = "curt"
    methods = ("high", "low")
    gap = "\n"
    ways = (0.85, 0.15, 0.0)
    opens = ("TASK: @ab", "Long multiplication for @ab.", "@ab, written out:", "Column method, @ab", "PROBLEM @ab")
    known = ("(table fact)", "no columns needed", "(by heart)")
    commits = ("RESULT: @c", "RESULT = @c", "RESULT @k: @c", "RESULT (pass @k): @c")
    sames = ("(as pass @j)", "(unchanged)", "(same figures)")
    rejects = (
        "VERDICT: FAIL (@e)",
        "VERDICT: incorrect - @e",
        "Check: @e. VERDICT: FAIL",
        "VERDICT on @p: wrong, @e",
        "Audit: @e\nVERDICT: REJECT",
    )
    restarts = ("Pass @k", "Second thoughts, new columns:", "REDO", "Columns again:", "--- pass @k ---")
    mends = (
        "VERDICT: FAIL (row @f is @1, not @0)\nFix: @s = @c",
        "VERDICT: incorrect - row @0\nRow corrected: @f = @1\nRows: @s = @c",
        "Check: @f = @1, written @0. VERDICT: FAIL\n@s = @c",
        "Audit: bad row, @f is @1\nVERDICT: REJECT\nRows added again: @s = @c",
    )
    resums = (
        "VERDICT: FAIL (rows fine, sum not)\nFix: @s = @c",
        "VERDICT: incorrect - addition\nRows: @s = @c",
        "Check: addition of rows. VERDICT: FAIL\n@s = @c",
        "Audit: carry in the last line\nVERDICT: REJECT\nRows added again: @s = @c",
    )
    clashes = ("VERDICT: FAIL (not reproduced), other order:",)
    confirms = (
        "VERDICT: PASS (@e)",
        "VERDICT: correct - @e",
        "Check: @e. VERDICT: PASS",
        "Audit: @e\nVERDICT: ACCEPT",
        "VERDICT: PASS",
    )
    idles = ("Rows read twice.", "Carry row? fine.", "No further pass.", "(spacing of row 2 odd, value fine)")
    closes = ("FINAL: @c", "OUT @c", "Answer: @c", "FINAL RESULT = @c")
    share_confirm, share_close, share_idle = 0.8, 0.35, 0.1

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("x", "x", "*", "×")

    def body(self, t: Telling, work: Work) -> str:
        fence = "```" if t.flag("fence", 0.6) else ""
        rule = "-" if t.flag("dashes", 0.7) else "="
        head = "\n".join(self.parts(t, work)) + "\n" if t.flag("rows", 0.4) else ""
        return f"{head}{fence}\n{t.columns(work, rule=rule)}{t.total(work)}\n{fence}".strip("\n")

    def again(self, t: Telling) -> str:
        return "\n" + super().again(t)


class AfHalfBillionMutter(Af):
    """A 0.5B model after a little RL: lower case, misspelt, repetitive, few words, boxes or an arrow."""

    voice = "curt"
    methods = ("high", "low", "chunks")
    gap = "\n"
    ways = (0.75, 0.15, 0.10)
    opens = (
        "ok @ab",
        "we compute @ab",
        "so @ab step by step",
        "the numbers are @a and @b, multiply",
        "calculate @ab now",
    )
    known = ("easy", "table", "small numbers")
    commits = ("answer is @c", "so answer @c", "=> answer @c", "so the answer is \\boxed{@c}", "answer: @c")
    recommits = ("new answer is @c", "now answer is @c", "answer is now @c")
    sames = ("again that number", "same answer again", "it is same")
    rejects = (
        "wait check. @e. answer is wrong",
        "no, @p is incorrect. @e",
        "verify: @e so incorrect",
        "hmm not correct, @e",
        "this answer is not right, because @e",
    )
    restarts = ("let me do again", "try again", "compute again", "one more time @ab", "again from start")
    mends = (
        "wait check. @f is @1 not @0. wrong answer. so @s = @c",
        "verify: @f = @1, before i have @0 so incorrect. @s = @c",
        "hmm not correct, @f should be @1. then @s = @c",
        "no, @p is incorrect, part @0 is bad, should be @1. @s = @c",
    )
    resums = (
        "wait check. sum is wrong. @s = @c",
        "verify: add again @s = @c so incorrect before",
        "hmm not correct, because @s = @c",
        "no, @p is incorrect, the add is @s = @c",
    )
    clashes = (
        "wait check. not sure of @p so do other way",
        "no, @p is incorrect maybe, use other number",
        "hmm not correct i think, do it reversed",
        "verify: cannot get @p, use other split",
    )
    confirms = (
        "wait check. @e. answer is right",
        "verify: @e so correct",
        "check ok, @e",
        "yes correct, @e",
        "verify correct",
    )
    idles = ("hmm is zero missing? no", "is carry good? yes is good", "i think it is done", "nothing more to check")
    closes = ("final answer @c", "the final answer is \\boxed{@c}", "so final is @c", "done @c")
    oops = (" no @1", " sorry @1", " i mean @1", " wrong, @1")
    share_confirm, share_close, share_idle = 0.55, 0.5, 0.15

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "*", "x", "times")

    def body(self, t: Telling, work: Work) -> str:
        glue = "\n" if t.flag("lines", 0.5) else ", "
        lead = self.splitting(t, work) + glue if t.chance(0.6) else ""
        return (
            lead
            + glue.join(self.parts(t, work))
            + glue
            + t.one("add ", "sum ", "then ", "")
            + glue.join(self.adding(t, work))
        )

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        for _ in range(t.rng.randint(1, 3) if t.chance(0.12) else 0):
            text += self.gap + t.r(self.say(t, ("final answer @c",)))
        return text

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.03)


STYLES = {
    style.name: style
    for style in (
        AfStwoVerdicts(),
        AfScoreTwoTurn(),
        AfRiseRounds(),
        AfStarRationale(),
        AfReflexionMemory(),
        AfRefineFeedbackBlocks(),
        AfBudgetWaitBoxed(),
        AfAnswerTagRetrier(),
        AfJsonStepLines(),
        AfNumberedTryBullets(),
        AfColumnVerdictLine(),
        AfHalfBillionMutter(),
    )
}
