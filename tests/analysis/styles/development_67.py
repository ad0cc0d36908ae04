"""Models of 0.5B to 32B trained by reinforcement learning from a base model: self-checks, drifted language, tags, boxes."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work


def bank(text: str) -> list[str]:
    """Alternatives divided by ;; with ¶ for a line break and @name for what is put in."""
    return [piece.strip().replace("¶", "\n") for piece in text.split(";;") if piece.strip()]


class Zero(Style):
    """The flow that the styles share; every wording is a bank of the style itself."""

    GROUPS: tuple[str, ...] = ("plain",)
    XS: tuple[str, ...] = ("*",)
    METHODS: tuple[str, ...] = ("high", "low", "chunks", "round")
    SEP = "\n"
    JOIN = "\n"
    BULLET = ""
    TAIL = ""
    WRAP = ""
    THINK = 0.0
    KIND = "digit"
    RUNNING = 0.3
    LAST = 1.0  # how often the response ends with a restatement
    SLIPS = 0.06
    WAYS: ClassVar = {"redo": 3, "verify": 3, "mend": 3, "fail": 4}
    DIV: ClassVar[list[str]] = []
    OPEN: list[str]
    SPLIT: list[str]
    STEP: list[str]
    SLIP: list[str]
    SUM: list[str]
    COMMIT: list[str]
    SAME: list[str]
    REJECT: list[str]
    RESTART: list[str]
    VERIFY: list[str]
    DIFFER: list[str]
    FOUND: list[str]
    FOUNDSUM: list[str]
    FAIL: list[str]
    AGREE: list[str]
    PASS: list[str]
    FAULTY: list[str]
    IDLE: list[str]
    FINAL: list[str]

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.GROUPS)
        t.x = t.one(*self.XS)
        self.used: set[str] = set()

    def say(self, t: Telling, options: list[str], /, **more: object) -> str:
        fresh = [option for option in options if option not in self.used] or options
        text = t.rng.choice(fresh)
        self.used.add(text)
        values: dict[str, object] = {"a": t.n(t.a), "b": t.n(t.b), "x": t.x, "c": t.n(t.candidate)}
        values["p"] = t.n(t.previous) if t.index else ""
        values.update(more)
        return re.sub("@([a-zA-Z]+)", lambda found: str(values[found[1]]), text)

    def term(self, t: Telling, term: Term, place: int) -> str:
        put = {"l": t.n(term.left), "r": t.n(term.right), "v": t.n(term.value), "i": place}
        if term.left > 10 and term.right > 1 and t.chance(self.SLIPS):
            return self.say(t, self.SLIP, near=t.n(t.near(term.value)), **put)
        return self.say(t, self.step, **put)

    def body(self, t: Telling, work: Work) -> str:
        self.step = [t.one(*self.STEP)] if t.chance(0.8) else self.STEP
        lines = [self.BULLET + self.term(t, term, place) for place, term in enumerate(work.terms, start=1)]
        head = self.say(t, self.SPLIT, s=t.n(work.b), k=t.n(work.a), f=t.factor(work))
        return self.SEP.join([head, self.JOIN.join(lines) + self.TAIL, self.adding(t, work)])

    def adding(self, t: Telling, work: Work) -> str:
        steps = work.steps()
        if len(steps) > 1 and t.chance(self.RUNNING):
            return (
                self.JOIN.join(
                    self.BULLET
                    + f"{self.WRAP}{t.n(so)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}{self.WRAP}"
                    for so, sign, value, result in steps
                )
                + self.TAIL
            )
        return self.say(t, self.SUM, sum=t.sum(work), t=t.n(work.total))

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, self.SAME if t.same else self.COMMIT))

    def ends_(self, t: Telling, number: int) -> dict[str, object] | None:
        """What the check of the style puts in, about a number that claims to be the product."""
        if t.a < 10 and t.b < 10:
            return None
        unit = 10 if self.KIND == "digit" else 9
        u, v = t.a % unit, t.b % unit
        off = t.rng.choice([1, 2])
        wrong = u * v + off
        return {
            "u": u,
            "v": v,
            "w": u * v,
            "d": u * v % unit,
            "e": number % unit,
            "k": wrong,
            "kd": wrong % unit,
        }

    def passes(self, t: Telling) -> str:
        put = self.ends_(t, t.candidate)
        if put is None or put["d"] != put["e"]:
            return ""
        hard = int(str(put["u"])) > 2 and int(str(put["v"])) > 2
        return self.say(t, self.FAULTY if hard and t.chance(0.35) else self.PASS, **put)

    def agrees(self, t: Telling) -> str:
        kept = t.work
        text = self.SEP.join([self.say(t, self.VERIFY), self.body(t, t.other()), t.r(self.say(t, self.AGREE))])
        t.work = kept
        return text

    def confirm(self, t: Telling) -> str:
        kind = t.rng.choices(["pass", "agree", "idle", "div"], [3, 3, 2, 2])[0]
        if kind == "div" and self.DIV and t.candidate == t.product:
            return t.r(self.say(t, self.DIV))
        if kind == "agree":
            return self.agrees(t)
        return (self.passes(t) if kind == "pass" else "") or t.r(self.say(t, self.IDLE))

    def solution(self, t: Telling) -> str:
        return self.SEP.join([self.body(t, t.work), self.commit(t)])

    def first(self, t: Telling) -> str:
        t.solve(*self.METHODS)
        text = self.say(t, self.OPEN) + self.SEP + self.solution(t)
        if t.flag("think", self.THINK):
            text = "<think>" + t.one("\n", " ", "\n") + text
        return text

    def again(self, t: Telling) -> str:
        sep = self.SEP
        way = t.way(**self.WAYS)
        early = sep + self.early(t) if t.chance(0.1) else ""
        put = self.ends_(t, t.previous)
        if way == "fail" and put and put["d"] != put["e"]:
            t.solve(*self.METHODS)
            return early + sep + sep.join([self.say(t, self.FAIL, **put), self.say(t, self.RESTART), self.solution(t)])
        if way == "verify":
            work = t.other()
            return (
                early
                + sep
                + sep.join([self.say(t, self.VERIFY), self.body(t, work), self.say(t, self.DIFFER), self.commit(t)])
            )
        mended = t.mend() if way == "mend" else None
        if mended and mended.place is not None:
            term = mended.work.terms[mended.place]
            if mended.was == term.left * term.right and t.chance(0.8):  # a right part called wrong: seldom
                mended = None
        if mended:
            if mended.place is None:
                found = self.say(t, self.FOUNDSUM)
            else:
                term = mended.work.terms[mended.place]
                put = {"l": t.n(term.left), "r": t.n(term.right), "was": t.n(mended.was), "now": t.n(mended.now)}
                found = self.say(t, self.FOUND, **put)
            return early + sep + sep.join([found, self.adding(t, mended.work), self.commit(t)])
        if t.chance(0.5):
            t.solve(*self.METHODS)
        else:
            t.other()
        return early + sep + sep.join([self.say(t, self.REJECT), self.say(t, self.RESTART), self.solution(t)])

    def early(self, t: Telling) -> str:
        """A doubt over the candidate before that passes for the moment."""
        t.index -= 1
        text = t.r(self.say(t, self.IDLE))
        t.index += 1
        return text

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.55):
            text += self.SEP + self.confirm(t)
        if t.chance(0.12):
            text += self.SEP + (self.passes(t) or t.r(self.say(t, self.IDLE)))
        if t.flag("think", self.THINK):
            text += t.one("\n", " ") + "</think>\n"
        if t.flag("think", self.THINK) or t.chance(self.LAST):
            text += self.SEP + t.r(self.say(t, self.FINAL))
        return text


class AhCountdownThree(Zero):
    """A 3B model of the countdown recipe: thinks in lines, answers in tags."""

    GROUPS, XS, THINK = ("plain",), ("*", "x"), 1.0
    WAYS: ClassVar = {"redo": 4, "verify": 2, "mend": 3, "fail": 4}
    OPEN = bank(r"""We need the value of @a @x @b. ;; Okay, the task: multiply @a and @b. ;;
        Let me work out @a @x @b by parts. ;; I have @a and @b and I have to get the product. ;;
        First I look at the numbers: @a and @b. ;; To find @a @x @b I will use small pieces.""")
    SPLIT = bank(r"""@s is @f. ;; Break @s: @f ;; I can write @s as @f. ;; Take @s apart, @s = @f. ;;
        Use @k with @s = @f: ;; So @k goes times each of @f:""")
    STEP = bank(r"""@l @x @r = @v ;; @l times @r = @v ;; (@l @x @r) = @v ;;
        @l @x @r gives @v ;; piece @i: @l @x @r = @v ;; @l @x @r -> @v""")
    SLIP = bank(r"""@l @x @r = @near, hmm no, @l @x @r = @v ;; @l @x @r = @near (not right, it's @v) ;;
        @l @x @r -> @near? no -> @v ;; @l @x @r = @near. Careful: @l @x @r = @v ;; @l times @r = @near... I mean @v ;;
        @l @x @r gives @near, wrong carry, gives @v""")
    SUM = bank(r"""All together: @sum = @t ;; Add them: @sum = @t ;; @sum = @t ;; The pieces add up: @sum = @t ;;
        Putting the pieces in one line, @sum = @t ;; Total of pieces @sum = @t""")
    COMMIT = bank(r"""So @a @x @b = @c. ;; This gives the answer @c. ;; Then the result is @c. ;; So we get @c for the product. ;;
        Good, @a @x @b equals @c. ;; The product should be @c.""")
    SAME = bank(r"""So it is again @c. ;; The new try also says @a @x @b = @c. ;; Then the result is @c, the same value as the thrown one. ;;
        Once more @a @x @b = @c. ;; OK so the answer comes out as @c again. ;; We land on @c anew, so the product is @c.""")
    REJECT = bank(r"""Hmm, @p does not look right to me. I drop it. ;; That does not work, @p is not something I can use. ;;
        No, I don't believe @p. Throw it away. ;; But I went too fast there, so @p doesn't count. ;;
        @p is off, I think. Not this one. ;; Doesn't feel correct. @p is out.""")
    RESTART = bank(r"""Let's try again from the start. ;; New try: ;; Let me try another combination of pieces. ;; Start over. ;;
        Try once more, slowly. ;; Back to @a @x @b.""")
    VERIFY = bank(r"""Let me test this with the pieces of the other number. ;; Does it hold if I do it another way? ;;
        Check by a different split: ;; Let me see if another split gives the same. ;; I test it again with other pieces. ;;
        Checking the result now.""")
    DIFFER = bank(r"""This is not @p. The first one has the mistake, the test is good. ;; That doesn't match @p, and I trust these pieces more. ;;
        Different from @p, so @p was wrong. ;; Not equal to @p. I made an error the first time. ;;
        So @p fails the test and has to go. ;; The two don't agree, and the slip is in @p.""")
    FOUND = bank(r"""Look again at @l @x @r: I said @was but it is @now. So @p is wrong. ;; Oh, @l @x @r is @now and not @was, @p has to change. ;;
        There's a mistake: @l @x @r = @now (I had @was). Fix it. ;; @l @x @r = @was? No, that is @now. The sum changes. ;;
        I see it, the piece @l @x @r was bad, @was should be @now. ;; Piece @l @x @r must be @now instead of @was, so not @p.""")
    FOUNDSUM = bank(r"""The pieces are fine but I added them wrong, @p is not the sum. ;; Wait the adding is bad. @p is wrong. ;;
        Add again, because @p is not what these pieces make. ;; My sum has a mistake, not @p. ;;
        Looking at the addition, @p is incorrect. ;; The last line was added badly, @p goes.""")
    FAIL = bank(r"""The end: @u @x @v = @w so the last digit is @d, but @p ends in @e. That can't be. ;;
        @u @x @v = @w, must finish with @d. @p finishes with @e, so it is wrong. ;; Last digits: @u and @v give @d. In @p it's @e. Not valid. ;;
        Hmm, @p has @e at the end while @u @x @v = @w needs @d. Wrong. ;; Should end in @d (from @u @x @v = @w). @p doesn't, so it is no good. ;;
        Ones digit of the product is @d, I have @e in @p. That try failed.""")
    AGREE = bank(r"""Same, @c. It works. ;; This is also @c, so it holds. ;; @c both ways. Good. ;; Yes it matches @c. ;;
        The test passes with @c. ;; It is @c as well, so I keep it.""")
    PASS = bank(r"""Last digit: @u @x @v = @w, ends in @d, okay. ;; @u @x @v = @w and the result also ends in @d, works. ;;
        Ends in @d, and @u @x @v = @w, valid. ;; The last digit @d fits with @u @x @v = @w. ;; Test of the end: @d from @w. Yes. ;;
        Ones: @u @x @v = @w -> @d. That is the digit I have.""")
    FAULTY = bank(r"""Last digit: @u @x @v = @k so it needs @kd... but I have @e. No wait, @u @x @v = @w, so @d is right. Fine. ;;
        @u @x @v = @k? Then the end is @kd and mine is not. Hmm, @u @x @v is @w. OK the end @d is good. ;;
        Should end with @kd because @u @x @v = @k. Oh, that's my test being wrong: @w. Ends with @d, works. ;;
        The test says @kd, I have @d. But @u @x @v is @w, not @k, so the test was bad and @d is fine. ;;
        @u @x @v = @k does not fit the @d. Let me see, it is @w. It fits. ;; End @kd? I took @u @x @v = @k, and it's @w. So @d, good.""")
    IDLE = bank(r"""Is @c okay? I think it is okay. ;; Hmm, maybe too big? No, @c is fine. ;; I was not sure of the carry, but looking back it is fine, @c. ;;
        Can it be something else? No, I stay with @c. ;; Wait, did I use all pieces? Yes. So @c. ;; Not sure about a zero... no, the zeros are right in @c.""")
    FINAL = bank(r"""<answer> @c </answer> ;; <answer>@c</answer> ;; <answer>@a @x @b = @c</answer> ;; <answer>¶@c¶</answer> ;;
        So here it is.¶<answer>@c</answer> ;; <answer> @c</answer>""")
    DIV = bank(r"""@c / @b = @a, works. ;; Test: @c / @a = @b. Good. ;; @c divided by @a is @b. Yes. ;; Going back, @c / @b is @a, valid. ;;
        Divide: @c / @a = @b, no remainder. ;; @c / @b = @a so it's fine.""")


class AhZooStepsBox(Zero):
    """A 7B model of the zoo: LaTeX steps, a box for each answer."""

    GROUPS, XS, METHODS = ("latex", "plain", "comma"), ("\\times", "\\times", "\\cdot"), ("high", "chunks", "round")
    SEP, JOIN, BULLET, WRAP = "\n\n", "\n", "- ", "$"
    OPEN = bank(r"""To determine $@a @x @b$, we can follow these steps: ;; We are asked for the product $@a @x @b$. Let's use the distributive property. ;;
        Let's compute $@a @x @b$ in stages. ;; The product of $@a$ and $@b$ can be obtained by decomposing one factor. ;;
        In order to evaluate $@a @x @b$ we expand one of the factors. ;; Here is how to multiply $@a$ by $@b$ by hand.""")
    SPLIT = bank(r"""We expand $@s = @f$. ;; Decompose: $@s = @f$. ;; Rewriting one factor, $@s = @f$, and multiplying $@k$ by every part: ;;
        Since $@s = @f$, we need the following products: ;; With $@s = @f$ the distributive law gives: ;; Writing $@s = @f$ yields:""")
    STEP = bank(
        r"""$@l @x @r = @v$ ;; $@l @x @r$ equals $@v$ ;; Product @i: $@l @x @r = @v$ ;; \(@l @x @r = @v\) ;; Compute $@l @x @r = @v$. ;; $@v = @l @x @r$"""
    )
    SLIP = bank(r"""$@l @x @r = @near$; correcting the carry, $@l @x @r = @v$ ;; $@l @x @r = @near$ (misprint: it is $@v$) ;;
        $@l @x @r$ equals $@near$, more precisely $@v$ ;; Compute $@l @x @r = @near$. Rather, $@l @x @r = @v$. ;;
        $@l @x @r = @near$, which should read $@v$ ;; Product @i: $@near$, no: $@l @x @r = @v$""")
    SUM = bank(r"""Summing up, $@sum = @t$. ;; We now add the partial results: $@sum = @t$. ;; Adding these values yields \[@sum = @t\] ;;
        Combining: $$@sum = @t.$$ ;; The sum of the parts is $@sum = @t$. ;; Collecting terms, \(@sum = @t\).""")
    COMMIT = bank(r"""Hence the product is $\boxed{@c}$. ;; Therefore, $@a @x @b = \boxed{@c}$. ;; So the answer is $\boxed{@c}$. ;; We conclude \[\boxed{@c}\] ;;
        Thus, the result of the multiplication is \(\boxed{@c}\). ;; The value is accordingly $\boxed{@c}$.""")
    SAME = bank(r"""The new computation leads to the answer $\boxed{@c}$ as well. ;; Therefore, once again, $@a @x @b = \boxed{@c}$. ;;
        The recomputed product is $\boxed{@c}$, unchanged. ;; So after redoing it the answer remains $\boxed{@c}$. ;;
        We again obtain \[\boxed{@c}\] ;; This new derivation also concludes with $\boxed{@c}$.""")
    REJECT = bank(r"""However, upon reviewing the steps, the value $@p$ cannot be relied on, so we discard it. ;;
        However, $@p$ seems to contain an error and must be rejected. ;; Upon closer inspection the above solution is flawed; $@p$ is not the correct product. ;;
        It appears that we made a mistake above, and $@p$ is incorrect. ;; We should withdraw $@p$, since the arithmetic above was careless. ;;
        But the result $@p$ is inaccurate, it has to be computed anew.""")
    RESTART = bank(r"""Let's redo the calculation carefully. ;; Let's re-derive the product from the beginning. ;; We recompute $@a @x @b$. ;; Starting afresh: ;;
        Here is a corrected solution. ;; Let us solve the problem again, step by step.""")
    VERIFY = bank(r"""To verify, let's multiply in a different manner. ;; Let's verify the result by another decomposition. ;;
        As a verification, we decompose differently. ;; We can validate this with a second computation. ;; Let us double-check with an alternative expansion. ;;
        To make sure, we repeat the multiplication along a different route.""")
    DIFFER = bank(r"""This contradicts the earlier value $@p$, which therefore was erroneous. ;; The verification does not give $@p$; the earlier computation contains the mistake. ;;
        Since this disagrees with $@p$, we correct the answer. ;; Evidently $@p$ was wrong, and the verified value replaces it. ;;
        The discrepancy with $@p$ is due to a slip in the first computation. ;; Hence $@p$ must be replaced.""")
    FOUND = bank(r"""However, checking the parts, $@l @x @r = @now$ rather than $@was$. So $@p$ is incorrect. ;; Note that $@l @x @r$ was computed as $@was$, whereas it equals $@now$. ;;
        Upon rechecking, the entry $@l @x @r = @was$ is wrong; the correct value is $@now$, and $@p$ has to be revised. ;; There is an error: $@l @x @r = @now \neq @was$. ;;
        The partial product $@l @x @r$ must be $@now$ (not $@was$), which invalidates $@p$. ;; Correction: $@l @x @r = @now$; above, $@was$ was used.""")
    FOUNDSUM = bank(r"""However, the parts do not sum to $@p$. We redo the addition. ;; Rechecking the addition shows that $@p$ is incorrect. ;;
        The partial products are right, yet the sum $@p$ is not. ;; There is an error in the final addition, so $@p$ is invalid. ;;
        Correction of the last step, because $@p$ is a faulty sum: ;; The addition leading to $@p$ was done incorrectly.""")
    KIND = "nine"
    FAIL = bank(r"""Checking modulo 9: $@u \cdot @v = @w \equiv @d$, but $@p \equiv @e$. The result $@p$ is therefore wrong. ;;
        Modulo 9 the product should be $@d$ (from $@u \cdot @v = @w$), whereas $@p \equiv @e \pmod 9$. This is a contradiction, so we reject $@p$. ;;
        The factors leave remainders $@u$ and $@v$ on division by 9, requiring $@d$. Since $@p$ leaves $@e$, it is incorrect. ;;
        By casting out nines we need $@d$, and $@p$ gives $@e$. There must be an error in the solution. ;;
        $@w \equiv @d \pmod 9$ is required; $@p \equiv @e \pmod 9$. The verification fails and $@p$ is discarded. ;;
        The check by nines fails ($@e$ instead of $@d$), so $@p$ is not the product.""")
    AGREE = bank(r"""This confirms the result $@c$. ;; The verification gives $@c$ too, so the answer stands. ;; Both computations yield $@c$. ;;
        As expected, we find $@c$ again. ;; The value $@c$ is verified. ;; The two decompositions agree on $@c$.""")
    PASS = bank(r"""Modulo 9: $@u \cdot @v = @w \equiv @d$, and the result is $\equiv @e$ as well. ;; Casting out nines gives $@d$ on both sides, which is consistent. ;;
        Check: the remainders by 9 are $@u$ and $@v$, product $@w \equiv @d$; the result leaves $@e$. Consistent. ;; The result leaves remainder $@e$ by 9, as required by $@u \cdot @v = @w$. ;;
        A check modulo 9 ($@w \equiv @d$) succeeds. ;; The remainder by 9 is $@d$, in agreement with $@u \cdot @v = @w$.""")
    FAULTY = bank(r"""Modulo 9 we need $@u \cdot @v = @k \equiv @kd$, while the result is $\equiv @e$. But $@u \cdot @v$ is $@w$, not $@k$, so the check itself was mistaken and in fact $@d$ is met. ;;
        Checking by nines: $@kd$ is expected, $@e$ is found. However, the expected value was miscalculated: $@u \cdot @v = @w \equiv @d$. The check passes after all. ;;
        The check modulo 9 seems to fail ($@kd$ versus $@e$). On inspection the check used $@u \cdot @v = @k$; with $@w$ everything is consistent. ;;
        Is it $\equiv @kd \pmod 9$? We find $@e$. The remainder of $@u \cdot @v = @w$ is $@d$ however, so the objection was unfounded. ;;
        $@u \cdot @v = @k \equiv @kd$ would contradict the result, but this is an error of the check: $@u \cdot @v = @w \equiv @d$, as desired. ;;
        The nines give $@e$ against $@kd$; yet $@kd$ came from a slip ($@u \cdot @v = @w$), and with $@d$ the result is consistent.""")
    IDLE = bank(r"""One may wonder whether a carry was lost, but $@c$ is in order. ;; Reviewing the steps, no error is found in $@c$. ;;
        Is $@c$ of a plausible size? Yes, it is. ;; However, let us check the alignment of zeros: it is right, so $@c$ is kept. ;;
        The steps above are consistent with $@c$. ;; At first sight $@c$ looks unusual, but nothing is wrong with it.""")
    FINAL = bank(r"""The final answer is $\boxed{@c}$. ;; Final answer: $\boxed{@c}$ ;; In summary, $@a @x @b = \boxed{@c}$. ;; So, the product is $\boxed{@c}$. ;;
        Consequently, we report $\boxed{@c}$. ;; \[\boxed{@c}\]""")


class AhReasonerOpenTags(Zero):
    """A 7B to 32B open reasoner: flowing thought in tags, the box within answer tags each time."""

    GROUPS, XS, THINK = ("plain", "comma"), ("*", "×", "times"), 1.0
    SEP, JOIN, TAIL = " ", ". ", "."
    RUNNING = 0.2
    OPEN = bank(r"""The assistant has to multiply @a by @b. ;; Let us think about how @a and @b multiply. ;; So the user wants @a @x @b. ;;
        Alright, the question is the product of @a and @b. ;; We'll calculate @a @x @b with partial products. ;; The problem is direct: @a @x @b.""")
    SPLIT = bank(r"""The number @s is equal to @f. ;; One way is to see @s as @f. ;; Because @s equals @f, each part is taken with @k. ;; Let me use @s = @f. ;;
        I'd decompose @s into @f. ;; Consider that @s is @f.""")
    STEP = bank(
        r"""We have @l @x @r = @v ;; The part @l @x @r is @v ;; Then @l @x @r comes to @v ;; Now @l @x @r = @v ;; Part @i, @l @x @r, makes @v ;; Also @l @x @r is equal to @v"""
    )
    SLIP = bank(r"""Then @l @x @r is @near, or rather @v, since a carry was missing ;; Now @l @x @r = @near... scratch that number, it is @v ;;
        The part @l @x @r is @near. I misread it, the part is @v ;; We have @l @x @r = @near, but that has a wrong digit and should say @v ;;
        Also @l @x @r is @near, hmm, @v actually ;; Part @i, @l @x @r, makes @near; with the right carry it makes @v""")
    SUM = bank(r"""When we sum these we get @sum = @t. ;; Everything added is @sum = @t. ;; Now sum: @sum = @t. ;; Then @sum is @t. ;;
        The total of those parts, @sum, is @t. ;; Adding one after another, @sum = @t.""")
    COMMIT = bank(r"""Therefore @a @x @b is @c. ;; The answer would be \boxed{@c}. ;; That means the product is @c. ;; So our answer is @c. ;;
        From this the answer follows: \boxed{@c}. ;; We arrive at @c as the product.""")
    SAME = bank(r"""Therefore @a @x @b is @c here too. ;; The answer of this new run would be \boxed{@c} again. ;; That means the product is @c, identical with what was dropped. ;;
        So the fresh answer is @c once more. ;; We arrive at @c again as the product. ;; It turned out the same, the answer is \boxed{@c}.""")
    REJECT = bank(r"""Wait, I think something went wrong, and I take @p back. ;; But that is doubtful; let me not use @p at all. ;; However, I am not confident in those steps, so @p is abandoned. ;;
        Hold on, the value @p is mistaken. ;; Hmm, @p has to be an error. I retract it. ;; Let me reconsider: the solution above is unreliable and @p is dropped.""")
    RESTART = bank(r"""Let me do the whole multiplication once more. ;; Going through it anew. ;; I will recalculate. ;; So, another run of the calculation. ;;
        Let's recompute it with more care. ;; The entire product is worked out afresh now.""")
    VERIFY = bank(r"""To be safe, compute with the roles changed. ;; Let me check it through another decomposition. ;; I want to confirm this with other parts. ;;
        Now a verification by a different way. ;; Let's see whether an independent computation gives this. ;; A cross-check would be good.""")
    DIFFER = bank(r"""This differs from @p, and on looking back the first calculation had the error. ;; But before I had @p, so that was incorrect. ;;
        The check disagrees with @p, and the check is the one that is right. ;; It is not @p. The earlier value must be replaced by this one. ;;
        So @p cannot stand. ;; Hmm, that's unlike @p, which I now see was miscalculated.""")
    FOUND = bank(r"""Wait, @l @x @r is @now, while I used @was, so @p is wrong. ;; Let me check the parts: for @l @x @r I took @was but @now is right. ;;
        However, the part @l @x @r was miscalculated as @was. It has to be @now. ;; Going over the parts again, @l @x @r should give @now in place of @was, and @p fails. ;;
        I notice @l @x @r = @was is false. It's @now. ;; Rechecking @l @x @r, I obtain @now and no longer @was. So @p gets corrected.""")
    FOUNDSUM = bank(r"""Wait, the parts don't add up to @p. ;; Rechecking the addition: @p is not correct. ;; However, the addition was faulty, @p is not the total. ;;
        Let me add the parts again, as @p is wrong. ;; The parts are right but their total is not @p. ;; I notice the sum @p is false.""")
    FAIL = bank(r"""Let me check the units digit: @u @x @v is @w, so @d is expected, but @p ends with @e. So @p is wrong. ;;
        However, @u @x @v = @w, which means the product ends in @d and not in @e like @p. I reject it. ;; Wait, the units digit of @p is @e, and it should be @d as @u @x @v = @w. There's an error. ;;
        The product has to end with @d (@u @x @v = @w). Since @p ends with @e, the solution is false. ;; Units: @u @x @v gives @w, thus @d. But we have @e in @p, a contradiction. ;;
        Checking the end of @p, it's @e, yet @u @x @v = @w demands @d. It is incorrect.""")
    AGREE = bank(r"""Which is @c, so it is confirmed. ;; It is @c in both cases. ;; So the verification supports @c. ;; That's @c as before, which is reassuring. ;;
        The independent value is also @c. ;; Good, @c is consistent.""")
    PASS = bank(r"""The units digit should be that of @u @x @v = @w, so @d, which is the case. ;; Units: @u @x @v = @w, and indeed the result ends with @d. ;;
        It ends with @d as @u @x @v = @w says. ;; The ending @d is in line with @u @x @v = @w. ;; A brief check of units, @u @x @v = @w, gives @d, consistent. ;; Since @u @x @v is @w the @d at the end is right.""")
    FAULTY = bank(r"""The units digit: @u @x @v = @k, so @kd is needed, and we have @e, which is alarming. But @u @x @v is in truth @w, so @d is what is needed and it is there. ;;
        For the units I get @u @x @v = @k and so @kd, unlike the result. No, the check is off: @u @x @v = @w. It ends with @d properly. ;;
        Hmm, @u @x @v = @k means the end is @kd. That would be a problem, but I computed the check wrongly, it's @w, and @d is right. ;;
        The end should be @kd? I see, I took @u @x @v for @k. It's @w, so the end @d is correct. ;;
        Units check: expected @kd, found @d. The expectation was the mistake as @u @x @v = @w. No change needed. ;;
        Wait, @u @x @v = @k does not end with @d. Well, @u @x @v is @w and that does. So nothing is wrong.""")
    IDLE = bank(r"""Could there be a mistake? I see none, so @c stays. ;; Wait, is that the right magnitude? It is. We keep @c. ;;
        I had a doubt on the zeros, but they are right, and @c is right. ;; Hmm, let me look over the parts. They're all fine, thus @c. ;;
        One might question @c, but every step holds. ;; However, should I count the digits of @c? They are as many as expected.""")
    FINAL = bank(r"""<answer> \boxed{@c} </answer> ;; <answer>\boxed{@c}</answer> ;; <answer> The product is \boxed{@c}. </answer> ;; <answer> @a @x @b = \boxed{@c} </answer> ;;
        <answer>The answer is \boxed{@c}.</answer> ;; <answer> $\boxed{@c}$ </answer>""")


class AhLogicPointGrinder(Zero):
    """A 7B model from logic puzzles: numbered claims, tests for contradictions."""

    GROUPS, XS, THINK = ("plain", "comma"), ("×", "x", "*"), 0.6
    JOIN, BULLET = "\n", "  - "
    KIND = "nine"
    OPEN = bank(r"""Given: factor one is @a, factor two is @b. ;; Let me go through the statements. The claim to settle: what is @a @x @b? ;; Problem restated: the value of @a @x @b is unknown. ;;
        Facts: @a and @b are to be multiplied. ;; I analyse @a @x @b point by point. ;; We know two numbers, @a and @b, and look for their product.""")
    SPLIT = bank(
        r"""Assume @s = @f. Then: ;; Known: @s = @f. ;; Fact: @s = @f, so with @k ;; From @s = @f it follows ;; Case split of @s (@f): ;; Rule: @k gets multiplied by all of @f."""
    )
    STEP = bank(
        r"""(@i) @l @x @r = @v ;; claim @i: @l @x @r = @v ;; if @l @x @r then @v ;; @l @x @r must be @v ;; @i) @l @x @r => @v ;; statement @i says @l @x @r = @v"""
    )
    SLIP = bank(r"""(@i) @l @x @r = @near; contradiction with the carry, so @v ;; claim @i: @l @x @r = @near is false, @v is true ;; @l @x @r must be @near... must be @v ;;
        @i) @l @x @r => @near (false) => @v (true) ;; statement @i says @l @x @r = @near; re-evaluated: @v ;; @l @x @r cannot be @near, must be @v""")
    SUM = bank(
        r"""Conclusion from the parts: @sum = @t ;; Combine all: @sum = @t ;; Together they imply @sum = @t ;; Since all hold, @sum = @t ;; Sum of the true statements: @sum = @t ;; Deduce: @sum = @t"""
    )
    COMMIT = bank(
        r"""Conclusion: @a @x @b = @c. ;; It follows that the product is @c. ;; Thus the claim is settled with @c. ;; Hence the solution is @c. ;; So @c must be the product. ;; The only consistent answer is @c."""
    )
    SAME = bank(r"""Conclusion of the re-evaluation: @a @x @b = @c, as in the discarded assignment. ;; It follows anew that the product is @c. ;; Hence the solution is @c again. ;;
        So @c must be the product, this time too. ;; The re-derived answer is @c, no change in value. ;; The new deduction settles on @c as well.""")
    REJECT = bank(r"""Re-evaluate: @p was reached without checking the statements, so it is not accepted. ;; This conclusion is inconsistent. @p is rejected. ;; The deduction of @p is invalid. ;;
        Assumption "@p is the product" gets dropped, I can't justify it. ;; Let me revisit. @p is false. ;; @p leads to a contradiction somewhere, discard.""")
    RESTART = bank(
        r"""Re-deriving all statements. ;; Reset, and deduce from the givens. ;; Let me re-evaluate @a @x @b from statement 1. ;; Second deduction: ;; Test a new chain of statements. ;; Back to the givens @a and @b."""
    )
    VERIFY = bank(
        r"""Let me verify the consistency with a second chain. ;; Consistency test: ;; Cross-examining with a different case split. ;; Now test the conclusion against another deduction. ;; Verify every statement in another order. ;; Is the conclusion consistent? Deduce it independently."""
    )
    DIFFER = bank(r"""Contradiction with @p. The independent chain holds, hence @p is false. ;; Inconsistent with @p, so the first deduction contains a false statement. ;; @p does not survive this test. ;;
        So the statement "the product is @p" is a lie. ;; The first conclusion @p is refuted. ;; This rules out @p.""")
    FOUND = bank(r"""Revisit: "@l @x @r = @was" is a false statement, the true one is @l @x @r = @now. Then @p is false too. ;; The false claim is @l @x @r = @was. Replace by @now. ;;
        Contradiction found: @l @x @r is @now, not @was. @p is refuted. ;; Checking each statement... @l @x @r gives @now, so @was is false and @p falls. ;;
        One statement fails: @l @x @r. It's @now instead of @was. ;; Statement about @l @x @r was wrong (@was), it must be @now. Update.""")
    FOUNDSUM = bank(r"""All statements are true but the conclusion @p is false. Deduce again. ;; The final step is invalid: the sum is not @p. ;; @p doesn't follow from the statements. ;;
        Contradiction in the addition, @p is refuted. ;; Re-evaluate the sum, @p is false. ;; The statements hold and the total @p fails.""")
    FAIL = bank(r"""Test mod 9: (@u)(@v) = @w -> @d. But @p -> @e. Contradiction, @p is false. ;; If @p were the product, @e would equal @d (mod 9, @u and @v). It does not. Reject. ;;
        Nines rule: expected @d, @p has @e. So @p is inconsistent. ;; Remainders @u, @v force @d; @p has remainder @e, therefore it is not the solution. ;;
        Contradiction: @p mod 9 is @e, and the factors need @d. Discard. ;; The nines test on @p returns @e, required @d. The deduction is wrong.""")
    AGREE = bank(
        r"""Consistent: @c. ;; Both chains conclude @c, no contradiction. ;; The test supports @c. ;; @c is true under both. ;; No conflict, @c holds. ;; Verified, the statement @c is true."""
    )
    PASS = bank(r"""Test mod 9: (@u)(@v) = @w -> @d, result -> @e. Consistent. ;; Nines rule: @d = @e. True. ;; Remainders @u and @v force @d, and it is @e. No contradiction. ;; Mod 9 holds (@d on both sides). ;;
        Required remainder @d, found @e. Pass. ;; By nines @w -> @d, so the solution is not contradicted.""")
    FAULTY = bank(r"""Test mod 9: (@u)(@v) = @k -> @kd, result -> @e. Contradiction? The test statement is false: (@u)(@v) = @w -> @d. Consistent after all. ;;
        Nines rule: expected @kd, found @e. Re-evaluating the test: @u times @v is @w, expected @d. True. ;; It seems to fail (@kd against @e), but I multiplied @u and @v wrong, @w -> @d. Pass. ;;
        Claim: remainder must be @kd. That claim is false, as (@u)(@v) = @w and so @d. The solution holds. ;; Conflict @kd / @e... resolved: the conflict came from @u x @v = @k, true value @w. No conflict. ;;
        The test says @kd. The test is what's wrong here, @u x @v = @w gives @d. So it stands.""")
    IDLE = bank(r"""Is there any statement against @c? None. ;; Assume @c is false: no contradiction found with the parts, so it is true. Keep. ;; Re-evaluating... all statements hold, @c. ;; Doubt about statement 1, resolved, it's true, so @c holds. ;;
        However, could @c be too large? No. ;; Let me double-check the givens: @a and @b, yes. So @c is fine.""")
    FINAL = bank(
        r"""<answer>@c</answer> ;; <answer> (1) @a @x @b = @c </answer> ;; <answer> @c </answer> ;; <answer>The product is @c.</answer> ;; <answer>¶@a @x @b = @c¶</answer> ;; <answer>Result: @c</answer>"""
    )


class AhDapoAnswerLine(Zero):
    """A 32B model with long plain reasoning and a last line for the answer."""

    GROUPS, XS = ("plain", "comma", "space"), ("×", "*", "·")
    SEP, JOIN = "\n\n", "\n"
    OPEN = bank(r"""Let me solve this multiplication step by step. ;; Multiply @a and @b: let's break the problem down. ;; To solve @a @x @b, first analyze the factors. ;;
        We will solve it with place values. ;; Solve step by step: @a @x @b. ;; First of all, note that we need an exact product of @a and @b.""")
    SPLIT = bank(
        r"""Note that @s = @f. ;; By place values @s = @f, thus ;; Let's split @s into @f. ;; Use the identity @s = @f: ;; We have @s = @f. Multiply each by @k. ;; Observe @s = @f."""
    )
    STEP = bank(
        r"""@l @x @r = @v. ;; @l @x @r = @v, ;; Step @i. @l @x @r = @v ;; Calculate @l @x @r: @v ;; For @r: @l @x @r = @v ;; @r @x @l = @v"""
    )
    SLIP = bank(
        r"""@l @x @r = @near. But note this is wrong: @l @x @r = @v. ;; Calculate @l @x @r: @near, corrected to @v ;; For @r: @l @x @r = @near; however it is @v ;; @l @x @r = @near (recalculate: @v) ;; Step @i. @l @x @r = @near, which is not exact; it's @v ;; @r @x @l = @near, correction @v"""
    )
    SUM = bank(
        r"""Sum them: @sum = @t. ;; Thus the total is @sum = @t. ;; Now we add: @sum = @t. ;; Adding step by step we have @sum = @t. ;; So @a @x @b = @sum = @t. ;; Then @sum = @t."""
    )
    COMMIT = bank(
        r"""Thus, the product is @c. ;; Thus the final value: @c. ;; So the answer should be @c. ;; Thus we have @a @x @b = @c. ;; Answer: @c ;; Therefore the answer to the problem is @c."""
    )
    SAME = bank(
        r"""Thus, the product is @c, again. ;; After recalculation the answer is @c, as in the solution before. ;; So the answer should be @c, the new solution gives the identical value. ;; Thus we have @a @x @b = @c again. ;; Answer: @c (recalculated) ;; Therefore the recalculated answer is @c."""
    )
    REJECT = bank(
        r"""However, we notice that the above reasoning has an error, so @p is not the answer. ;; But wait, this solution is not rigorous and @p should be abandoned. ;; However, @p is wrong according to my review. ;; But note: the result @p is invalid, some step above was mistaken. ;; However, let me rethink, because @p cannot be the product. ;; But this is not correct. We give up @p."""
    )
    RESTART = bank(
        r"""Let's reconsider the problem from the beginning. ;; Let me solve it again by careful multiplication. ;; We restart: ;; Let's redo it all. ;; Reconsider: compute @a @x @b anew. ;; Let me recompute the product, avoiding the mistake."""
    )
    VERIFY = bank(
        r"""However, let me recheck it with a different split. ;; Let's check this by another approach. ;; To check the correctness, calculate in a second way. ;; But let's verify via a new split. ;; Recheck: use different place values. ;; We need to confirm this. Consider another approach."""
    )
    DIFFER = bank(
        r"""It conflicts with @p. After rechecking, the original calculation was the wrong one. ;; However @p was obtained before, and it's the one with the error. ;; So @p is incorrect and the recheck is correct. ;; This isn't @p, which means that I miscalculated at first. ;; The recheck shows that @p is wrong. ;; Hence we should correct @p."""
    )
    FOUND = bank(
        r"""However, we notice @l @x @r = @now, and not @was. So @p is wrong. ;; But note that @was is wrong for @l @x @r, the right one is @now. So the total changes. ;; Let me recheck each step: @l @x @r should be @now, I wrote @was, which makes @p wrong. ;; However @l @x @r isn't @was; it's @now. ;; Rechecking reveals an error: @l @x @r = @now (was @was). ;; Here is the mistake: @l @x @r = @was. It should be @now, and @p is not right."""
    )
    FOUNDSUM = bank(
        r"""However, we notice the sum isn't @p. ;; But the addition above is wrong, so @p is too. ;; Let me recheck the sum; @p is a mistake. ;; Rechecking reveals an addition error in @p. ;; Here is the mistake: the parts were summed wrongly to @p. ;; However @p isn't the correct sum."""
    )
    FAIL = bank(
        r"""However, the last digit must be @d (as @u·@v = @w), but @p has @e. So it is wrong. ;; But check the last digit: @u·@v = @w gives @d, not the @e of @p. Contradiction! ;; We notice that @p ends in @e, impossible since @u·@v = @w. ;; Sanity check on the final digit: @d needed, @e found in @p, so @p is wrong. ;; But @p ends with @e while the digits @u and @v give @d, so there is an error. ;; Final digit of @p: @e. Required: @d. So this solution fails."""
    )
    AGREE = bank(
        r"""We get @c again, so it is correct. ;; The same value @c, thus verified. ;; It matches the previous @c. ;; Thus @c is confirmed by the recheck. ;; Both approaches lead to @c. ;; So no error, @c."""
    )
    PASS = bank(
        r"""Sanity check: last digit @u·@v = @w → @d, correct. ;; The last digit @d agrees with @u·@v = @w. ;; Note @u·@v = @w, so it ends with @d, right. ;; The final digit should be @d and it is @d. ;; Check of last digit: @w → @d ✓. ;; Final digit: @u·@v = @w, so @d, matches."""
    )
    FAULTY = bank(
        r"""Sanity check: @u·@v = @k, last digit @kd, mismatch?! But note @u·@v = @w, I erred in the check. So @d is correct. ;; However, the last digit should be @kd? No: @u·@v = @w, so @d is as it should be. ;; Check: @u·@v = @k → @kd, not equal to @d. But the check is wrong (@u·@v = @w). Fine then. ;; We notice a mismatch, @kd needed... wait, it's @u·@v = @w and no mismatch exists. ;; The final digit @d seems wrong as @u·@v = @k. However, it's @w, so the digit is right. ;; Final digit @kd expected. Hmm, @u·@v was taken as @k wrongly; with @w it is @d. Matches."""
    )
    IDLE = bank(
        r"""However, is @c really right? Every step was checked, so yes. ;; But wait, let me reconsider the zeros. They are fine, so @c. ;; Let's double check: nothing wrong with @c. ;; However, we should consider if @c is reasonable; it is. ;; But maybe I missed a part? All parts are used, so @c holds. ;; We notice nothing suspicious in @c."""
    )
    FINAL = bank(
        r"""Answer: @c ;; Answer: @c ;; Answer: \boxed{@c} ;; The final answer is below.¶¶Answer: @c ;; Therefore:¶Answer: $@c$ ;; **Answer:** @c"""
    )


class AhDrCodeInText(Zero):
    """A maths base model after Dr. GRPO: worked lines, then Python told in text with its output."""

    GROUPS, XS = ("plain",), ("*", "\\times")
    SEP, JOIN = "\n", "\n"
    RUNNING = 0.0
    OPEN = bank(
        r"""The product @a * @b can be computed with a short program. ;; We can use Python-like steps here. ;; Let's calculate in code form. ;; To compute @a * @b, follow this code. ;; Solution by simulated Python: ;; I'll write the computation as a script."""
    )
    SPLIT = bank(
        r"""```python¶# @s = @f ;; ```python¶# split: @s -> @f ;; ```py¶# decompose @s as @f ;; ```python¶# parts of @s: @f ;; ```python¶# multiply @k by @f ;; ```¶# @k times (@f)"""
    )
    STEP = bank(
        r"""p@i = @l * @r  # @v ;; part_@i = @l * @r  # = @v ;; t@i = @l * @r  # gives @v ;; x@i = @l*@r  #@v ;; prod@i = (@l) * (@r)  # -> @v ;; s@i = @r * @l  # value @v"""
    )
    SLIP = bank(
        r"""p@i = @l * @r  # @near no, @v ;; part_@i = @l * @r  # = @near (fix: @v) ;; t@i = @l * @r  # not @near but @v ;; x@i = @l*@r  #@near -> corrected @v ;; prod@i = (@l) * (@r)  # @near? should be @v ;; s@i = @r * @l  # typo @near, value @v"""
    )
    SUM = bank(
        r"""print(@sum)¶```¶```output¶@t¶``` ;; total = @sum¶print(total)  # @t¶``` ;; res = @sum¶print(res)¶```¶Output: @t ;; print(@sum)  # prints @t¶``` ;; s = @sum¶s¶```¶>>> @t ;; out = @sum¶print(out)¶```¶stdout: @t"""
    )
    COMMIT = bank(
        r"""The output is $\boxed{@c}$. ;; So the code returns the answer @c. ;; Hence @a * @b = @c. ;; The answer is $\boxed{@c}$. ;; This program gives the product @c. ;; Running it we obtain \boxed{@c}."""
    )
    SAME = bank(
        r"""The new output is $\boxed{@c}$ too. ;; So the rewritten code returns the answer @c as before. ;; The rerun says @a * @b = @c, unchanged. ;; The answer of the rewritten script is $\boxed{@c}$, same number. ;; Again the program gives the product @c. ;; Running the new version we obtain \boxed{@c} again."""
    )
    REJECT = bank(
        r"""The output @p is not reliable, since I didn't execute the code. Discard it. ;; This code is buggy, @p should not be used. ;; There is a bug above, so @p is not the result. ;; Hmm, @p can't be what Python prints. Removing that answer. ;; The simulated output @p is incorrect. ;; I made an error in the trace, so the printed @p is wrong."""
    )
    RESTART = bank(
        r"""Let's rewrite the code. ;; Debugged version: ;; Here's the script again from scratch: ;; Re-run with a new script: ;; Rewritten: ;; Second version of the program:"""
    )
    VERIFY = bank(
        r"""Let's verify using Python: ;; We verify with different code: ;; A unit test with another decomposition: ;; Let's use code to check: ;; Verification script: ;; Double-check by a second snippet:"""
    )
    DIFFER = bank(
        r"""The assertion `== @p` fails. The first trace was wrong, the test is right. ;; AssertionError: not @p. So the earlier answer had a bug. ;; The verification contradicts @p, and the bug is in the first script. ;; It prints something other than @p, so @p is to be corrected. ;; `@p == result` is False. We correct the answer. ;; The check doesn't return @p, hence @p was wrong."""
    )
    FOUND = bank(
        r"""Tracing again: @l * @r evaluates to @now, not @was, so @p is wrong. ;; Bug: @l * @r = @was. Python would give @now. ;; The comment "@was" for @l * @r is incorrect, it should be @now. So @p was a wrong output. ;; Fix for @l * @r: @now instead of @was. ;; Debug: `@l * @r == @was` is False, the value is @now, @p must change. ;; Looking at the trace, @l * @r was @was but has to be @now."""
    )
    FOUNDSUM = bank(
        r"""Tracing again, the sum is not @p. ;; Bug in the summation, @p is wrong. ;; Debug: the variables are right, the printed @p is not. ;; Looking at the trace, the addition giving @p is incorrect. ;; The last line doesn't print @p. Fix: ;; Fix for the sum, @p was a wrong output."""
    )
    # a correction is told outside of the code
    LINE = bank(
        r"""The new sum is @sum = @t. ;; Now @sum = @t. ;; print(@sum) should show @t. ;; With it, @sum = @t. ;; `@sum` evaluates to @t. ;; Corrected trace: @sum = @t."""
    )
    FAIL = bank(
        r"""`assert @p % 10 == (@u * @v) % 10` fails: @e != @d. So @p is wrong. ;; Check @p % 10 = @e, but @w % 10 = @d. The answer is invalid. ;; Test last digit: expected @d (@u*@v = @w), got @e in @p. Bug! ;; @p % 10 is @e, while the factors give @d, so the output is false. ;; Unit test failed on @p (@e vs @d). ;; Since @u * @v = @w, the number should end in @d; @p does not and is rejected."""
    )
    AGREE = bank(
        r"""`== @c` is True, verified. ;; The check prints @c as well. ;; Both scripts return @c. ;; The test passes, @c. ;; assert passed: @c. ;; Same output @c, so the code was right."""
    )
    PASS = bank(
        r"""`(@u * @v) % 10` is @d, test passed. ;; assert @e == @d  # ok ;; Test last digit: @w % 10 = @d, ok. ;; The last digit test passes (@d). ;; @u*@v = @w and the output ends in @d, True. ;; Unit test on the last digit @d: passed."""
    )
    FAULTY = bank(
        r"""Test: @u*@v = @k so % 10 is @kd, got @d. Failed? The test had a typo, @u*@v = @w, now it passes. ;; assert @d == @kd  # fails, but since I wrote @k for @u*@v (it's @w) the assertion itself is wrong ;; Unit test fails with @kd expected. The bug is in the test (@u*@v is @w). Output okay. ;; `(@u * @v) % 10` = @kd? No, @u * @v is @w, not @k, so @d and the test passes. ;; Expected @kd, got @d: wrong expectation, as @u*@v = @w. Passed. ;; Last digit test: @k vs the output... fix the test to @w: ok, @d."""
    )
    IDLE = bank(
        r"""Is there an overflow? No, @c is fine. ;; print(type(@c)) gives int, nothing odd. ;; Reading the code again, there is no bug, so @c. ;; Do we need float? No, @c is exact. ;; The code looks right, @c. ;; Could @c be off by one? The trace says no."""
    )
    DIV = bank(
        r"""`@c // @a == @b` is True. ;; >>> @c / @b¶@a.0¶ok ;; assert @c % @b == 0  # passes ;; @c // @b returns @a, verified. ;; Inverse test: @c // @a gives @b. ;; divmod(@c, @a) = (@b, 0), fine."""
    )
    FINAL = bank(
        r"""The final answer is $\boxed{@c}$. ;; Therefore, $\boxed{@c}$. ;; \boxed{@c} ;; So the final result of the program is \boxed{@c}. ;; # answer: @c ;; Final output: $\boxed{@c}$"""
    )

    def again(self, t: Telling) -> str:
        self.trace = self.LINE
        return super().again(t)

    def body(self, t: Telling, work: Work) -> str:
        self.trace = self.SUM
        text = super().body(t, work)
        self.trace = self.LINE
        return text

    def adding(self, t: Telling, work: Work) -> str:
        return self.say(t, self.trace, sum=t.sum(work), t=t.n(work.total))


class AhBudgetForced(Zero):
    """A 32B model under budget forcing: finishes, then is made to go on by a forced word."""

    GROUPS, XS = ("comma", "plain"), ("×", "*")
    LAST = 0.65
    SEP, JOIN = "\n", "\n"
    OPEN = bank(
        r"""I need to calculate @a @x @b. ;; So I have @a @x @b here. ;; First, @a times @b. ;; I must find what @a @x @b comes to. ;; The task is to get @a multiplied by @b. ;; Computing @a @x @b by hand then."""
    )
    SPLIT = bank(
        r"""I'll break down @s: @f. ;; I could use @s = @f. ;; Then @s can be thought of as @f. ;; Splitting up @s gives @f. ;; For the breakdown take @s = @f. ;; In pieces, @s is @f."""
    )
    STEP = bank(
        r"""- @l @x @r = @v ;; @i. @l @x @r = @v ;; Then @l @x @r, it's @v. ;; @l by @r is @v. ;; For @r I get @l @x @r = @v. ;; * @l × @r: @v"""
    )
    SLIP = bank(
        r"""- @l @x @r = @near, sorry, @v ;; @i. @l @x @r = @near, let me fix that to @v ;; @l by @r is @near. Oops, @v. ;; For @r I get @near, but a carry is lost, so @v. ;; * @l × @r: @near (no: @v) ;; - @l @x @r is @near or so, exactly @v"""
    )
    SUM = bank(
        r"""Added up: @sum = @t. ;; Adding those together I have @sum = @t. ;; And the sum @sum = @t. ;; Put together, @sum = @t. ;; Next the addition, @sum = @t. ;; Then in total @sum = @t."""
    )
    COMMIT = bank(
        r"""Final Answer: @c ;; Final Answer: The final answer is \boxed{@c}. ;; So the final answer is @c. ;; Final answer: \boxed{@c} ;; So the product comes to @c. ;; My final answer is @c."""
    )
    SAME = bank(
        r"""Final Answer: @c, which is what I had. ;; So the new final answer is also @c. ;; Final answer after redoing it: \boxed{@c} ;; So the product comes to @c yet again. ;; My final answer is @c, no different than the one I threw out. ;; Final Answer: The final answer, recomputed, is \boxed{@c}."""
    )
    REJECT = bank(
        r"""Wait, I don't think @p is right. I shouldn't go with it. ;; Wait. Something in there is off, so I'm not taking @p. ;; Wait, no. @p is wrong. ;; Wait, I rushed that, forget @p. ;; Wait, actually @p isn't correct, I must have messed up a carry. ;; Wait, that's a bad answer. Scrap @p."""
    )
    RESTART = bank(
        r"""I'll recompute it from the top. ;; Let me do the problem over. ;; Going again, slower. ;; Do it over: ;; I'll work it out one more time. ;; Back to the top then."""
    )
    VERIFY = bank(
        r"""Wait, let me verify that by breaking up the other way. ;; Wait, I should double check with a different breakdown. ;; Wait, a second method would be useful. ;; Wait, let me see if a different route says so. ;; Wait. I'll check it using other pieces. ;; Wait, maybe check by switching things around."""
    )
    DIFFER = bank(
        r"""That's not the @p from above. I messed up above, this one's right. ;; Huh, not @p. The mistake must be in the earlier working, so I'm switching. ;; So @p was wrong, I'm changing my answer. ;; This disagrees with @p, and the earlier work is what's faulty. ;; So I need to change @p. ;; It's not @p after all."""
    )
    FOUND = bank(
        r"""Wait, @l @x @r isn't @was, it's @now. That breaks @p. ;; Wait, I put @was for @l @x @r, but that's @now. So @p is wrong. ;; Wait, check @l @x @r: @now. I'd written @was, so the answer has to change. ;; Wait, there's a mistake in @l @x @r. Not @was but @now. ;; Wait, @l @x @r should have been @now (had @was). @p is no good. ;; Wait, the @was for @l @x @r is wrong, make it @now."""
    )
    FOUNDSUM = bank(
        r"""Wait, I added wrong. It's not @p. ;; Wait, those don't sum to @p. ;; Wait, the addition is messed up, @p is wrong. ;; Wait, let me re-add, @p isn't right. ;; Wait, in the last addition I slipped. Not @p. ;; Wait, the sum isn't @p."""
    )
    FAIL = bank(
        r"""Wait, @u @x @v = @w, so it has to end in @d. @p ends in @e. That's wrong. ;; Wait, @p ends in @e? With @u and @v at the ends it should be @d. So that's not it. ;; Wait, the ones digit is off: @e in @p, but @u @x @v = @w. So @p is out. ;; Wait, it can't be @p because the ones digit needs to be @d, not @e. ;; Wait, ones digits @u @x @v = @w... that's @d, not @e. @p is wrong. ;; Wait, look at the end of @p. A @e, and it should be @d. Wrong."""
    )
    AGREE = bank(
        r"""OK, @c again. I'm done. ;; That's @c, same thing, so it's right. ;; It's still @c. ;; And that's @c too, great. ;; So both breakdowns say @c. ;; Fine, @c checks out."""
    )
    PASS = bank(
        r"""Wait, the ones digit: @u @x @v = @w, so @d. That's what I have. ;; Wait, does it end right? @u @x @v = @w, yes, @d. ;; Wait, check the ones digit. @d, good. ;; Wait, @u @x @v = @w and mine ends with @d. OK. ;; Wait, ends in @d, and should. Fine. ;; Wait, quick look at the end: @w so @d. Yep."""
    )
    FAULTY = bank(
        r"""Wait, @u @x @v = @k so it should end in @kd. Mine ends in @d. Wait, @u @x @v = @w. So it's right. ;; Wait, shouldn't it end in @kd? Oh, no, @u @x @v is @w, not @k. It's good. ;; Wait, the ones digit should be @kd... no, I'm wrong about that, it's @w so @d. The answer's fine. ;; Wait, @k ends in @kd, not @d. But @u @x @v isn't @k. It's @w. Nothing to change. ;; Wait, ones digit @kd? I mixed it up, @u @x @v = @w, @d is right. ;; Wait, that ends in @d but @u @x @v = @k. Hmm, @w, I mean. All good."""
    )
    IDLE = bank(
        r"""Wait, is it right? Yeah, @c looks right. ;; Wait, let me look through the steps. They're all right, it's @c. ;; Wait, did I copy everything down properly? Yes. @c. ;; Wait, maybe I'm missing a zero. No, @c has them all. ;; Wait, how about the size? It's about what I'd guess, @c is fine. ;; Wait, I've already done this. It's @c."""
    )
    FINAL = bank(
        r"""Final Answer: The final answer is \boxed{@c} ;; Final Answer: \boxed{@c} ;; Final Answer: @c ;; The final answer is @c. ;; **Final Answer**¶¶\boxed{@c} ;; Final Answer: $@c$"""
    )


class AhVerlTerseHash(Zero):
    """A half-billion model trained on arithmetic: next to no words, hash marks for the answer."""

    GROUPS, XS = ("plain",), ("*", "x")
    SEP, JOIN = "\n", "; "
    RUNNING, LAST = 0.3, 0.85
    OPEN = bank(r"""@a*@b ;; @a*@b=? ;; calc @a*@b ;; @a x @b: ;; mult @a @b ;; do @a*@b""")
    SPLIT = bank(r"""@s=@f ;; parts @f ;; @s -> @f ;; split @s: @f ;; @k*(@f) ;; [@f]""")
    STEP = bank(r"""@l*@r=@v ;; @l*@r is @v ;; @l x @r=@v ;; @r*@l=@v ;; (@l*@r)=@v ;; @l*@r -> @v""")
    SLIP = bank(
        r"""@l*@r=@near no @v ;; @l*@r is @near bad is @v ;; @l*@r=@near=>fix @v ;; @r*@l=@near x, @v ;; (@l*@r)=@near (@v) fix ;; @l*@r -> @near -> no -> @v"""
    )
    SUM = bank(r"""sum @sum=@t ;; @sum=@t ;; add @sum=@t ;; tot: @sum=@t ;; all @sum -> @t ;; + : @sum=@t""")
    COMMIT = bank(r"""#### @c ;; ans @c ;; so @a*@b=@c ;; answer: @c ;; result @c ;; => ans=@c""")
    SAME = bank(
        r"""#### @c (same) ;; ans @c again ;; so again @a*@b=@c ;; new answer: @c, same ;; result @c same as old ;; => ans=@c still"""
    )
    REJECT = bank(r"""no. @p bad ;; @p wrong ;; @p? no, drop ;; not @p ;; hm @p not ok, cancel ;; bad, remove @p""")
    RESTART = bank(r"""again ;; redo ;; try 2nd way ;; restart @a*@b ;; new calc ;; once more""")
    VERIFY = bank(r"""check ;; check other way ;; verify: ;; test it ;; chk with other parts ;; proof""")
    DIFFER = bank(
        r"""not @p, old is wrong ;; != @p so @p wrong ;; @p no, this yes ;; differs, old @p bad ;; so @p false, take new ;; @p fails check, replace"""
    )
    FOUND = bank(
        r"""@l*@r=@was wrong, @now ;; fix @l*@r: @was -> @now, @p wrong ;; err: @l*@r not @was is @now ;; @l*@r should @now (had @was) so not @p ;; see @l*@r=@now no @was ;; bad part @l*@r, @now for @was"""
    )
    FOUNDSUM = bank(
        r"""sum wrong, not @p ;; add err, @p bad ;; fix sum, @p wrong ;; parts ok, @p not ok ;; err in add @p ;; re-add, not @p"""
    )
    FAIL = bank(
        r"""end @u*@v=@w so @d, @p end @e, wrong ;; last @e need @d, @p wrong ;; @p ends @e no good, @u*@v=@w ;; digit check @p: @e != @d bad ;; last digit @d not @e, drop @p ;; @u*@v=@w, @p wrong end"""
    )
    AGREE = bank(r"""@c ok ;; = @c yes ;; same @c good ;; ok @c ;; @c = @c pass ;; yes @c""")
    PASS = bank(
        r"""end @u*@v=@w, @d ok ;; last @d ok ;; digit check @d=@d pass ;; @u*@v=@w end @d yes ;; ends @d good ;; last digit fine (@d)"""
    )
    FAULTY = bank(
        r"""end @u*@v=@k need @kd? no @u*@v=@w, @d ok ;; last @kd? check wrong, @w, so @d ok ;; @u*@v=@k bad? no it is @w, fine ;; need @kd.. no need @d (@w), ok ;; digit check @kd != @d.. @u*@v is @w so pass ;; ends @d not @kd? my check bad, @u*@v=@w ok"""
    )
    IDLE = bank(r"""sure? yes @c ;; ok? ok ;; hm, fine, @c ;; right? right ;; size ok @c ;; zeros ok, @c stays""")
    FINAL = bank(r"""#### @c ;; ####@c ;; final @c ;; #### @c ;; \boxed{@c} ;; done: @c""")


class AhDriftOddHeadings(Zero):
    """Late in training: headings that nobody asked for, words said twice."""

    GROUPS, XS = ("comma", "plain", "underscore"), ("x", "×", "⋅")
    SEP, JOIN, BULLET = "\n\n", "\n", "• "
    OPEN = bank(
        r"""### Understand Understand¶Product of @a and @b. ;; ### Begin Solve¶@a @x @b ;; ### Problem Think¶Multiply Multiply: @a @x @b ;; ### Step Plan Plan¶Find @a @x @b find. ;; ### The Compute¶So so: @a @x @b. ;; ### Enter Calculation¶Numbers @a, @b."""
    )
    SPLIT = bank(
        r"""### Split Part¶@s = @f ;; Parts parts: @s = @f ;; Divide into into @f. ;; ### Expand It¶@s becomes @f ;; ### Decompose Step¶take @k with @f ;; @s opens as @f."""
    )
    STEP = bank(
        r"""@l @x @r = @v ;; @l @x @r = @v = @v ;; do @l @x @r, @v ;; @l @x @r equals equals @v ;; Multiply @l @x @r: @v ;; step @i step: @l @x @r = @v"""
    )
    SLIP = bank(
        r"""@l @x @r = @near no no @v ;; do @l @x @r, @near, mend, @v ;; @l @x @r equals @near not equals, equals @v ;; Multiply @l @x @r: @near → fixed @v ;; step @i step: @near bad, @l @x @r = @v ;; @l @x @r = ~~@near~~ @v"""
    )
    SUM = bank(
        r"""### Sum Sum¶@sum = @t ;; Add add: @sum = @t ;; ### Gather¶@sum = @t ;; Total sum of of: @sum = @t ;; ### Plus Plus Step¶@sum = @t ;; Then then @sum = @t"""
    )
    COMMIT = bank(
        r"""### Answer Give¶@c ;; So so the answer is @c. ;; **Result result: @c** ;; ### Final Product¶@a @x @b = @c ;; Thus thus product is @c. ;; Answer answer = **@c**"""
    )
    SAME = bank(
        r"""### Answer Give Again¶@c ;; So so the answer again again is @c. ;; **Result new result: @c** (same same) ;; ### Final Product Repeat¶@a @x @b = @c ;; Thus thus product is still @c. ;; New new answer = **@c**, equal equal"""
    )
    REJECT = bank(
        r"""### Re-Think Think¶No no, @p is not good. Delete delete. ;; ### Doubt Arise¶@p wrong I think, not keep not keep. ;; ### Error Feel¶Mistake mistake somewhere, @p is removed. ;; ### Reject Part¶Reject reject @p. ;; ### But But¶The @p is is false. ;; ### Wrong Wrong¶@p must be thrown thrown."""
    )
    RESTART = bank(
        r"""### Solve Again Again ;; ### New New Attempt ;; Redo redo from begin. ;; ### Return Start ;; ### Fresh Compute ;; Once more more, full full."""
    )
    VERIFY = bank(
        r"""### Verify Verify ;; ### Check Second Way ;; Let check check by other parts. ;; ### Prove Result ;; ### Confirm Try ;; Test test with different different split."""
    )
    DIFFER = bank(
        r"""Not same same. @p was wrong, check is right right. ;; ### Mismatch Found¶@p is the bad one. ;; Differ differ! Old @p false. ;; ### Change Answer¶@p goes out out. ;; No match with @p, error error was in first. ;; @p not not confirmed, so corrected."""
    )
    FOUND = bank(
        r"""### Fix Fix¶@l @x @r was @was, wrong wrong, is @now. So @p false. ;; ### See Error¶@l @x @r = @now not not @was. ;; ### Repair Part¶for @l @x @r put @now, no more @was, so @p wrong wrong. ;; Look look: @l @x @r gives @now, @was is mistake. ;; ### Found Mistake¶@was in @l @x @r should should be @now. ;; Correct correct @l @x @r: @was → @now, @p changes."""
    )
    FOUNDSUM = bank(
        r"""### Fix Sum¶Sum sum not @p. ;; ### See Error¶Adding was wrong wrong, @p false. ;; ### Repair Total¶@p is is bad total. ;; Look look: addition not @p. ;; ### Found Mistake¶in the sum @p. ;; Correct correct the sum, @p wrong."""
    )
    FAIL = bank(
        r"""### End Digit Digit¶@u @x @v = @w needs @d, @p has @e. Wrong wrong. ;; ### Check Fail¶@p ends @e, must must @d. Not valid. ;; Last last digit @e but @d needed, so @p false false. ;; ### Digit No¶@u @x @v = @w, end @d; @p end @e; bad. ;; End end: @e is not @d, @p fails fails. ;; ### Problem Seen¶@p with @e at end, but but @d is right."""
    )
    AGREE = bank(
        r"""Same same @c. ✓ ;; ### Confirmed Yes¶@c ;; Match match, @c. ;; Also also @c, good. ;; ### Check Pass¶@c = @c ;; It it is @c, verified verified."""
    )
    PASS = bank(
        r"""### End Digit Digit¶@u @x @v = @w, end @d yes yes. ;; ### Check Good¶last digit @d ✓ ;; Last last digit @d is right. ;; ### Digit Yes¶@w → @d, same. ;; End end @d, from @u @x @v = @w, ok ok. ;; Digit digit @d pass."""
    )
    FAULTY = bank(
        r"""### End Digit Digit¶@u @x @v = @k needs @kd, no match... wait wait @w is it, @d right. Fine fine. ;; ### Check Fail Not Fail¶expected @kd, but check wrong, @u @x @v = @w, so @d good. ;; Last last digit @kd? No no, @u @x @v = @w, @d ok. ;; Need @kd need... my check false (@k should be @w), result good good. ;; ### Digit Confuse¶@k or @w? @u @x @v = @w. So @d yes. ;; End @kd not found, but but the @k was wrong, @w true, pass pass."""
    )
    IDLE = bank(
        r"""### Maybe Wrong?¶No no, @c fine. ;; Sure sure? Yes yes @c. ;; ### Look Back¶All parts good good, @c. ;; Hmm hmm. @c stay. ;; ### Size Size¶@c size ok. ;; Zero zero count right, @c keep keep."""
    )
    FINAL = bank(
        r"""### Final Final Answer¶@c ;; ### End Answer¶\boxed{@c} ;; **Final: @c** ;; ### Answer Box Box¶\boxed{@c} ;; Final final answer: @c ;; ### Done Done¶Answer @c"""
    )


class AhListVerifyCorrect(Zero):
    """An instruct-like 3B after RL: Markdown, bold labels, a Verification and a Correction."""

    GROUPS, XS = ("comma", "plain", "narrow"), ("×", "\\*", "x")
    SEP, JOIN, BULLET = "\n\n", "\n", "   * "
    LAST = 0.8
    KIND = "nine"
    OPEN = bank(
        r"""**Problem:** @a @x @b ;; ## Multiplying @a by @b ;; Here's the multiplication @a @x @b worked through. ;; **Task.** Work out @a @x @b. ;; ## @a @x @b ;; Below is a breakdown for @a @x @b."""
    )
    SPLIT = bank(
        r"""1. **Expand** @s as @f: ;; **Breaking it up** (@s = @f): ;; 1. **Partial products** with @s = @f: ;; **Setup:** @s = @f, each times @k ;; **Expansion** of @s: @f ;; 1. Write @s = @f and multiply:"""
    )
    STEP = bank(
        r"""@l @x @r = **@v** ;; @l @x @r = @v ;; `@l × @r` → @v ;; @r: @l @x @r = @v ;; **@l @x @r** = @v ;; @v  (@l @x @r)"""
    )
    SLIP = bank(
        r"""@l @x @r = ~~@near~~ **@v** ;; @l @x @r = @near → typo, read @v ;; `@l × @r` → @near (fixed to @v) ;; @r: @l @x @r = @near, *should be* @v ;; **@l @x @r** = @near *[edit: @v]* ;; ~~@near~~ @v  (@l @x @r)"""
    )
    SUM = bank(
        r"""2. **Add:** @sum = @t ;; **Adding up:** @sum = @t ;; 2. **Combine:** @sum = @t ;; **Addition:** @sum = @t ;; 2. Sum of the bullets: @sum = @t ;; **Totalling:** @sum = @t"""
    )
    COMMIT = bank(
        r"""**Answer: @c** ;; So @a @x @b = **@c**. ;; 3. **Result:** @c ;; The product is **@c**. ;; **Product:** @c ;; ➡ The answer is **@c**."""
    )
    SAME = bank(
        r"""**Answer (new version): @c** ;; So, redone, @a @x @b = **@c**, same figure. ;; 3. **Result (new):** @c, matching the withdrawn one ;; The product is again **@c**. ;; **Recalculated product:** @c ;; ➡ The answer after the redo is **@c** too."""
    )
    REJECT = bank(
        r"""**Correction:** the answer @p above should be ignored, a step looks off. ;; **Issue:** @p is not right. ;; > **Note:** I withdraw @p, the work above isn't sound. ;; **Self-check:** ❌ @p doesn't hold up. ;; **Review:** I found the solution unconvincing, so @p is void. ;; **Oops.** @p is incorrect."""
    )
    RESTART = bank(
        r"""**Revised solution** ;; **Redo** ;; ## Second solution ;; Here's the reworked version: ;; **Starting over:** ;; ## Recalculation"""
    )
    VERIFY = bank(
        r"""**Verification** (other breakdown): ;; ## Verification ;; **Cross-check with a different expansion** ;; *Verifying by another route:* ;; **Proof by second method:** ;; **Let's verify using a different expansion:**"""
    )
    DIFFER = bank(
        r"""❌ This doesn't match @p. The error was in the solution before. ;; **Mismatch:** @p was wrong and gets replaced. ;; **Correction:** not @p; the verification has the right figure. ;; The verification refutes @p. ;; **Outcome:** @p fails, and the answer is updated. ;; → @p is wrong."""
    )
    FOUND = bank(
        r"""**Correction:** @l @x @r is @now, not @was, so @p is wrong. ;; **Error found:** @l @x @r = @was ❌ → @now ✅ ;; **Issue:** the bullet for @l @x @r says @was; it should say @now, and so @p is off. ;; > **Fix:** @l @x @r = @now instead of @was. @p no longer holds. ;; **Review:** @was for @l @x @r is a mistake (correct: @now). ;; **Erratum:** for @l @x @r, replace @was by @now."""
    )
    FOUNDSUM = bank(
        r"""**Correction:** the addition is wrong, it's not @p. ;; **Error found** in the sum: @p ❌ ;; **Issue:** the bullets don't add to @p. ;; > **Fix:** @p was a bad sum. ;; **Review:** the last addition, @p, is a mistake. ;; **Erratum:** wrong total @p."""
    )
    FAIL = bank(
        r"""**Check (nines):** need @d (@u × @v = @w), @p gives @e ❌. So @p is wrong. ;; **Verification:** digit roots @u × @v → @d, but @p → @e. Not correct. ;; ❌ Digit root of @p is @e, it should be @d. The answer is rejected. ;; **Mod 9 test:** @p leaves @e, expected @d. Failed, @p is invalid. ;; **Check:** @u × @v = @w ≡ @d, versus @e for @p: error! ;; **Nines:** ❌ (@e ≠ @d) so @p can't be right."""
    )
    AGREE = bank(
        r"""✅ @c again. ;; **Match:** @c ✔ ;; Verified: @c. ;; Same value, @c, so the answer is confirmed. ;; **Outcome:** @c confirmed ✅ ;; → also @c."""
    )
    PASS = bank(
        r"""**Check (nines):** @u × @v = @w → @d, result → @e ✅ ;; **Mod 9 test:** @d on both sides. Passed. ;; ✅ Digit root @d, as expected. ;; **Verification:** remainder @e, needed @d. OK. ;; **Nines:** fine (@d = @e). ;; **Check:** @w ≡ @e ✔"""
    )
    FAULTY = bank(
        r"""**Check (nines):** @u × @v = @k → @kd, result → @e ❌. *Edit:* @u × @v is @w, so it's @d ✅, the check was wrong. ;; **Mod 9 test:** expected @kd... correction of the test: @u × @v = @w, expected @d. Passed. ;; ❌ Digit root should be @kd? No, I misfigured the test: @w → @d ✅ ;; **Verification:** needed @kd, have @e. On review the @kd is the error (@u × @v = @w → @d). OK. ;; **Nines:** @kd ≠ @e, but @k should read @w, so @d = @e. Fine. ;; **Check:** fails with @k, but that number is false. With @w it's @d ✔"""
    )
    IDLE = bank(
        r"""**Sanity:** @c looks reasonable. ;; *Is anything missing? No, @c is complete.* ;; **Review:** no issue with @c. ;; > **Note:** I worried about the zeros in @c, needlessly. ;; **Self-check:** steps reread, @c is okay. ;; **Doubt:** maybe a carry? Looked again, no. @c stands."""
    )
    DIV = bank(
        r"""**Verification:** @c ÷ @a = @b ✅ ;; ✅ @c ÷ @b = @a. ;; **Inverse:** @c ÷ @b gives @a, good. ;; *Dividing back, @c ÷ @a = @b.* ;; **Check:** @c ÷ @a is exactly @b. ;; **Division test:** @c ÷ @b = @a ✔"""
    )
    FINAL = bank(
        r"""**Final Answer:** @c ;; ## Final answer¶@c ;; **Final answer: \boxed{@c}** ;; ✅ **@a @x @b = @c** ;; So the final answer is **@c**. ;; $\boxed{@c}$"""
    )


class AhAhaFlagged(Zero):
    """The moment of insight, flagged in so many words, within a long thought."""

    GROUPS, XS, THINK = ("plain", "comma"), ("·", "*", "×"), 0.8
    SEP, JOIN, TAIL = "\n\n", ", ", "."
    OPEN = bank(
        r"""I start from @a @x @b. ;; Let me start by looking at @a @x @b. ;; In order to get @a @x @b, I go by parts. ;; @a @x @b, then. ;; The thing to evaluate is @a @x @b. ;; We begin with the expression @a @x @b."""
    )
    SPLIT = bank(
        r"""Let's rewrite @s as @f … ;; Substituting @s = @f: ;; Next I rearrange, @s = @f: ;; Put @f for @s. ;; We expand with @s = @f, ;; As a next step, @k @x (@f)."""
    )
    STEP = bank(
        r"""@l @x @r = @v ;; then @l @x @r which is @v ;; @l @x @r → @v ;; there's @l @x @r = @v ;; term @i being @l @x @r = @v ;; @l @x @r makes @v"""
    )
    SLIP = bank(
        r"""@l @x @r = @near, er, @v ;; there's @l @x @r = @near — no, @v — ;; term @i being @near, I mean @l @x @r = @v ;; @l @x @r makes @near, or better @v ;; @l @x @r → @near → (sloppy) @v ;; then @l @x @r which is @near, wait, which is @v"""
    )
    SUM = bank(
        r"""Summing the terms, @sum = @t. ;; All terms together: @sum = @t. ;; We simplify: @sum = @t. ;; That leaves @sum = @t. ;; Evaluating @sum = @t. ;; The terms make @sum = @t."""
    )
    COMMIT = bank(
        r"""So our solution is @c. ;; Which yields @a @x @b = @c. ;; We find that the product equals @c. ;; Answer then: @c. ;; So it equals @c, that's the answer. ;; And we end with @c as answer."""
    )
    SAME = bank(
        r"""So our solution is @c, funny enough the old number. ;; Which yields @a @x @b = @c all over again. ;; We find anew that the product equals @c. ;; Answer then: @c, same as what I dismissed. ;; So it equals @c, that's the answer this time too. ;; And we end with @c as answer once again."""
    )
    REJECT = bank(
        r"""Wait, wait. Wait. There's a problem, @p isn't it. Let's go back on that. ;; Wait wait, that's not right! @p has to go. ;; Aha, I see that I was careless. @p is wrong. ;; Hmm, wait. That's an aha moment: I can't trust @p and I drop it. ;; Wait. Stop. @p is a mistake. ;; Oh! No, no. It isn't @p."""
    )
    RESTART = bank(
        r"""Let's reevaluate this step-by-step. ;; We start anew from the expression. ;; Let me begin at the beginning. ;; Rewind: @a @x @b. ;; Let's think through it freshly. ;; So let's do this properly."""
    )
    VERIFY = bank(
        r"""Wait, let's see if it comes out the same from the other side. ;; Let me be sure and expand otherwise. ;; Aha, I can check this by another expansion! ;; Hmm, let's evaluate it in a second manner. ;; It occurs to me to test it with other terms. ;; Wait, one more look, with the other factor."""
    )
    DIFFER = bank(
        r"""Aha! That is not @p. The first expansion was the wrong one. ;; Wait, wait, so @p was a mistake all along. ;; Oh. Then @p is wrong and this replaces it. ;; There it is, the aha: @p had an error in it. ;; Interesting! @p doesn't survive. I change the solution. ;; So it isn't @p, I see now."""
    )
    FOUND = bank(
        r"""Aha! There: @l @x @r isn't @was, it's @now. So it isn't @p. ;; Wait, wait. @l @x @r = @now! I had @was. That spoils @p. ;; Here is an aha moment to flag: the term @l @x @r is @now, and @was was false. So @p is wrong. ;; Oh, I see it, @was in place of @now for @l @x @r. ;; Wait. That term @l @x @r... it's @now, not @was, so @p is false. ;; It hits me that @l @x @r should be @now (I took @was)."""
    )
    FOUNDSUM = bank(
        r"""Aha! I summed wrongly, it isn't @p. ;; Wait, wait. The terms don't make @p! ;; An aha moment to flag: my sum @p is false. ;; Oh, I see it, @p is a slip in the summing. ;; Wait. That sum... it isn't @p. ;; It hits me that @p is mis-added."""
    )
    FAIL = bank(
        r"""Wait, wait. @u @x @v = @w, so the end is @d, and @p ends with @e! It's wrong. ;; Aha, the final digit betrays it: @e in @p, where @d is a must. So @p is wrong. ;; Oh no, @p ends in @e but @u @x @v = @w. Not possible. ;; Wait. Why does @p end in @e? It has to be @d. So it's false. ;; Hmm! Final digit @d expected (@u @x @v = @w), final digit @e seen. @p is dead. ;; That's suspicious, @e at the end of @p, as @u @x @v = @w gives @d. It must be wrong."""
    )
    AGREE = bank(
        r"""And it's @c. Beautiful, the same. ;; @c! It does come out the same. ;; So @c from both sides. ;; Which is @c, as hoped. ;; Aha, @c again, then it must be right. ;; Yes, yes: @c."""
    )
    PASS = bank(
        r"""The final digit: @u @x @v = @w, there's the @d. Nice. ;; It ends in @d and @u @x @v = @w. Nice. ;; Aha, and the final digit @d is right as well. ;; Final digit @d, as it must be. ;; @u @x @v = @w explains the @d at the end. ;; Also the end, @d, agrees with @w."""
    )
    FAULTY = bank(
        r"""Wait, wait. @u @x @v = @k, the end must be @kd! … No. @u @x @v = @w. False alarm, @d is right. ;; Hmm, final digit @kd expected? Aha, my mistake lies in the check: it's @w, so @d. All fine. ;; Wait, why not @kd at the end? Because @u @x @v is @w, silly me. The @d is fine. ;; Oh no, @k would give @kd... but it's @w, so no trouble with @d. ;; For a moment I thought @kd had to be at the end (@u @x @v = @k), but it's @w, so @d it is. ;; Wait. @k doesn't end in @d. Right, but @u @x @v isn't @k, it's @w. Okay then."""
    )
    IDLE = bank(
        r"""Wait, is that so? … Yes. @c is good. ;; Hmm, I'm looking for an aha here, but there is none. @c is fine. ;; Wait, wait. Did I lose a zero? No. All good with @c. ;; Could @c be wrong? I went over it, it isn't. ;; It looks large, but it should be. @c is fine. ;; Let me pause. No, nothing's wrong with @c."""
    )
    FINAL = bank(
        r"""<answer> @c </answer> ;; <answer>$\boxed{@c}$</answer> ;; The answer: @c ;; $$\boxed{@c}$$ ;; <answer>@c</answer> ;; Solution: \boxed{@c}"""
    )


class AhMixedTongue(Zero):
    """Zero training without a language reward: English and Chinese in one thought."""

    GROUPS, XS, THINK = ("plain", "comma"), ("×", "×", "乘"), 0.7
    SEP, JOIN = "\n", "\n"
    OPEN = bank(
        r"""首先, we need to compute @a @x @b。 ;; 好的，let me calculate @a @x @b。 ;; 题目 is @a @x @b，我们 step by step。 ;; 计算 @a @x @b。 First break down。 ;; Okay 我来算 @a @x @b. ;; 要求 the product of @a 和 @b。"""
    )
    SPLIT = bank(
        r"""把 @s 分成 @f， ;; @s = @f，所以 ;; Split @s 为 @f。 ;; 分解：@s = @f ;; Use 分配律, @s = @f ;; 我们 write @s = @f，分别乘 @k："""
    )
    STEP = bank(
        r"""@l × @r = @v ;; @l 乘以 @r 等于 @v ;; then @l × @r = @v， ;; 第@i部分: @l × @r = @v ;; @l × @r 得 @v ;; 计算 @l × @r = @v。"""
    )
    SLIP = bank(
        r"""@l × @r = @near，不对，是 @v ;; @l 乘以 @r 等于 @near，哦 should be @v ;; then @l × @r = @near，进位错了，@v ;; 第@i部分: @near 写错 → @l × @r = @v ;; @l × @r 得 @near，更正 @v ;; 计算 @l × @r = @near, no, 应该 = @v。"""
    )
    SUM = bank(
        r"""加起来: @sum = @t ;; 然后 add: @sum = @t。 ;; Sum 一下，@sum = @t ;; 相加得 @sum = @t。 ;; 总和 @sum = @t ;; 把它们 together: @sum = @t。"""
    )
    COMMIT = bank(
        r"""所以 the answer is @c。 ;; 因此 @a × @b = @c。 ;; So 答案是 @c. ;; 最后结果 is @c。 ;; 故乘积为 @c，that's the answer。 ;; So the product 就是 @c。"""
    )
    SAME = bank(
        r"""所以 the answer is again @c。 ;; 重新算出 @a × @b = @c，和刚才一样。 ;; So 答案还是 @c. ;; 新的结果 is also @c。 ;; 故乘积仍为 @c。 ;; So the product 依然是 @c, same as before。"""
    )
    REJECT = bank(
        r"""等等，@p 不对，I made some mistake。 ;; Wait，@p 可能算错了，discard it。 ;; 不对不对，@p is wrong。 ;; But 这个 @p 不可靠，不要了。 ;; Hmm，刚才的 @p 有错误，作废。 ;; However @p 是错的。"""
    )
    RESTART = bank(
        r"""Let me 重新算一遍。 ;; 重新开始， ;; 再来一次，more carefully: ;; 从头 compute。 ;; Start again 从第一步。 ;; 换个方法 recompute："""
    )
    VERIFY = bank(
        r"""验证一下，use another way： ;; 等等, let me 检查。用另一种分法： ;; Let's verify 用别的方法。 ;; 检验：different split， ;; 为了确认, 再用另一个方法算： ;; Double check 一下："""
    )
    DIFFER = bank(
        r"""这和 @p 不一样，the first one was 算错了。 ;; Not @p，所以之前 is wrong。 ;; 与 @p 不同，前面有误，以这个为准。 ;; So @p 错了，改成新的。 ;; 检查 shows @p 不正确。 ;; 所以 @p 要更正，mistake 在前面。"""
    )
    FOUND = bank(
        r"""等等，@l × @r 应该是 @now，不是 @was，so @p 错了。 ;; Wait, 检查发现 @l × @r = @now，我写成了 @was，@p 不对。 ;; 错误在这里: @l × @r ≠ @was，而是 @now。 ;; 发现 mistake：@l × @r is @now，不是 @was。 ;; Let me 看看，@l × @r = @was 是错的，correct 是 @now。 ;; 哦，@l × @r 算错了，@was → @now，所以 not @p。"""
    )
    FOUNDSUM = bank(
        r"""等等，加法错了，not @p。 ;; Wait, 相加不是 @p。 ;; 错误在最后的加法，@p is wrong。 ;; 发现 sum 算错了，@p 不对。 ;; 哦，加错了，@p 不是 the sum。 ;; Let me 看看，@p 这个和是错的。"""
    )
    FAIL = bank(
        r"""等等，个位 @u × @v = @w，应该是 @d，但 @p ends in @e，错了。 ;; Check 个位：@d needed，@p 的个位是 @e，so @p is wrong。 ;; 不对，@p 个位 @e，but @u × @v = @w。 ;; 末位 should be @d，不是 @e，所以 @p 错误。 ;; @u × @v = @w，末位 @d ≠ @e，@p 不成立。 ;; Wait，@p 的末位 @e 不可能，it must be @d。"""
    )
    AGREE = bank(
        r"""也是 @c，correct。 ;; 一样，@c，验证通过。 ;; Both 都是 @c。 ;; 结果一致: @c。 ;; Yes，@c 没错。 ;; 确认 @c is right。"""
    )
    PASS = bank(
        r"""个位：@u × @v = @w，末位 @d，correct。 ;; Check 个位 @d，对的。 ;; 末位 should be @d，是的。 ;; 个位 @d 没问题 (@u × @v = @w)。 ;; @u × @v = @w，ends in @d，一致。 ;; 末位检查 pass，@d。"""
    )
    FAULTY = bank(
        r"""个位应该是 @kd？@u × @v = @k... 不，@u × @v = @w，so @d 是对的。 ;; Check 个位：@kd ≠ @d？哦，我检查错了，@u × @v = @w，没问题。 ;; 末位 should be @kd，wait 不是，@w 的末位是 @d，fine。 ;; @u × @v = @k，末位不符... 其实 @u × @v = @w，符合。 ;; 奇怪, @kd expected。哦 @k 是错的，应为 @w，那么 @d 正确。 ;; Hmm @k 末位 @kd，but 实际是 @w，所以结果 okay。"""
    )
    IDLE = bank(
        r"""对吗？检查了，@c is fine。 ;; 等等, maybe 进位错了？没有，@c 正确。 ;; Is it reasonable? 合理，@c。 ;; 再看一遍 steps，没有问题，@c。 ;; 0 的个数 right，所以 @c 不变。 ;; Hmm，应该没错，keep @c。"""
    )
    FINAL = bank(
        r"""<answer>@c</answer> ;; \boxed{@c} ;; 最终答案：@c ;; <answer> @c </answer> ;; The final answer 是 \boxed{@c}。 ;; 答案: $\boxed{@c}$"""
    )


STYLES = {
    style.name: style
    for style in (
        AhCountdownThree(), AhZooStepsBox(), AhReasonerOpenTags(), AhLogicPointGrinder(), AhDapoAnswerLine(),
        AhDrCodeInText(), AhBudgetForced(), AhVerlTerseHash(), AhDriftOddHeadings(), AhListVerifyCorrect(),
        AhAhaFlagged(), AhMixedTongue(),
    )
}  # fmt: skip
