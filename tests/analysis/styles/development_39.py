"""A broad mixture: base, scratchpad, drifted RL, chat, maths and reflection models, terse and talkative."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

Bank = dict[str, tuple[str, ...]]

TALK: Bank = {
    "ballpark": (
        "Roughly, @AB should be in the area of @x @X @y, i.e. about @z.",
        "Before anything exact: @x @X @y is @z, so I expect something around there.",
        "As a sanity anchor, think of @x @X @y, which is @z.",
        "I'd guess somewhere near @z, since @x @X @y is that much.",
    ),
    "oklast": (
        "The units digit fits as well: @x @X @y is @z, so it has to finish on @e, and it does.",
        "Looking only at the ends, @x times @y is @z, so a closing @e is what we want, and that is what we have.",
        "Units: @x and @y multiply to @z, and our number does end in @e.",
        "A glance at the last digit, @x @X @y = @z, shows @e, just as here.",
    ),
    "oknines": (
        "Digit sums: @A leaves @x on division by nine, @B leaves @y, and @x @X @y leaves @z; so does our number.",
        "Casting out nines gives @x and @y for the factors and @z for the outcome, which is consistent.",
        "Modulo 9 we have @x times @y, that is @z, and the number I found is also @z mod 9.",
        "The nines test agrees too (remainders @x, @y and @z).",
    ),
    "okest": (
        "The size is believable: @x @X @y would be @z.",
        "And it lies close to @x @X @y, or @z, so the magnitude is fine.",
        "Compare with the rounded @x @X @y, namely @z: plausible.",
        "For scale, @x by @y makes @z, and we're not far from it.",
    ),
    "okdiv": (
        "Dividing back, @C over @A is @B with nothing left over. Good.",
        "And @C ÷ @B brings me back to @A exactly.",
        "In the other direction: @C split into @A equal shares gives @B each. That fits.",
        "Backwards: @C / @B = @A. No remainder, so that holds.",
    ),
    "badlast": (
        "The last digits are @x and @y, whose product is @z, so the end must be @e, but @P ends in @q.",
        "Something's off at the tail: @x times @y is @z, which wants a final @e, and I have a final @q.",
        "Units digit test: @x @X @y = @z, so @e is needed, yet what I have finishes in @q.",
    ),
    "badnines": (
        "Mod 9 the factors are @x and @y, so I need @e, but @P leaves @q.",
        "Casting out nines should give @e here (from @x and @y), and @P gives @q.",
        "The digit-sum test fails: expected remainder @e, found @q.",
    ),
    "badsize": (
        "But @x @X @y alone is @z, so @P can't have the right size.",
        "Compared with a rough @x @X @y, about @z, the figure @P is far away.",
        "The magnitude is odd: I'd expect something like @z (that is @x @X @y), not @P.",
    ),
    "baddiv": (
        "If I divide @P by @A I'm left with a remainder of @r, which shouldn't happen.",
        "@P isn't even a multiple of @A: @r is left over.",
        "Dividing back, @P by @A leaves @r instead of nothing.",
    ),
    "secondopen": (
        "Let me test this by another route.",
        "I'd like to see whether a different split says the same.",
        "As a cross-check, once more with other pieces.",
        "To be careful, the same thing along another path.",
        "Let me see what happens if I break it up differently.",
    ),
    "agrees": (
        "The same number, so both routes agree.",
        "That matches what I had.",
        "Identical to the earlier figure, good.",
        "Both ways coincide, so I'm happy with it.",
        "No difference to the first computation.",
    ),
    "differs": (
        "That is not the @P from before; going over both, the slip is in the earlier run, so @P goes.",
        "Different from @P! The second run is the cleaner one, so I drop the first.",
        "Hmm, @P and this don't match. Looking back, I slipped the first time, so I replace it.",
        "This disagrees with @P. I find the second calculation convincing, and the first one was careless.",
    ),
    "idle": (
        "Was @L @X @R really @V? Yes, it was.",
        "For a second I doubted @L @X @R, but @V is correct.",
        "Hmm, @L @X @R ... @V, right, nothing wrong there.",
        "Let me look at @L @X @R again: @V. Fine as it stands.",
        "I hesitated over the @V, but @L @X @R does come to that.",
    ),
    "idlegen": (
        "Did I lose a carry anywhere? No, looking back, I didn't.",
        "Hmm, did I count the zeros right? Yes, that's all in order.",
        "For a moment I thought a piece was missing, but they are all there.",
    ),
    "unsure": (
        "I can't completely exclude a slip, but I'll leave it there.",
        "I'm not a hundred percent sure, though I see nothing to change.",
        "There may be a mistake in there, but this is what I get.",
    ),
    "mended": (
        "@W, no, I missed a carry, @V",
        "@W... make that @V",
        "@W, oops, @V",
        "@W (sorry, @V)",
        "@W, hmm, no, @V",
    ),
    "recap": (
        "So the pieces on the table are @K.",
        "To collect: @K.",
        "We now hold @K.",
        "That leaves us with @K to put together.",
    ),
}

TERSE: Bank = {
    "ballpark": ("est: @x@X@y ~ @z", "rough @z (@x@X@y)", "ballpark @x@X@y -> @z", "order of size: @z"),
    "oklast": (
        "last digit: @x@X@y=@z -> @e ok",
        "units @x,@y -> @e. fits",
        "ends in @e as it should (@x@X@y=@z)",
        "unit digit @e, good",
    ),
    "oknines": (
        "mod 9: @x@X@y -> @z, ok",
        "nines: @x,@y,@z consistent",
        "mod9 @z = @z, good",
        "digit sums fit (@x,@y -> @z)",
    ),
    "okest": ("vs @x@X@y=@z: plausible", "size ok (@x@X@y = @z)", "near @z, fine", "magnitude fine, cf. @x@X@y=@z"),
    "okdiv": ("@C/@A = @B exact", "back: @C / @B = @A, ok", "divides: @C/@A=@B, r 0", "inverse ok: @C/@B = @A"),
    "badlast": (
        "last digit: @x@X@y=@z -> want @e, have @q",
        "units wrong: need @e (from @x@X@y=@z), got @q",
        "ends in @q, must end in @e",
    ),
    "badnines": ("mod 9: want @e, have @q", "nines fail: @x,@y -> @e but @P -> @q", "mod9 mismatch @e vs @q"),
    "badsize": ("size off: @x@X@y = @z", "too far from @z (@x@X@y)", "@x@X@y already @z, so no"),
    "baddiv": ("@P/@A leaves @r, not whole", "@P mod @A = @r, should be 0", "@A does not divide @P (r @r)"),
    "secondopen": ("other way, to check:", "verify w/ another split:", "chk 2nd way:", "check by different parts:"),
    "agrees": ("same. ok", "agrees", "match", "identical, good", "same again, fine"),
    "differs": (
        "not @P. first run was bad",
        "≠ @P; old one out",
        "clash with @P, earlier sum wrong",
        "@P was wrong then",
    ),
    "idle": ("@L@X@R = @V? yes", "@L@X@R again: @V, ok", "hmm @L@X@R... @V, right", "(@V = @L@X@R, yes)"),
    "idlegen": ("carry lost? no", "zeros ok? yes", "all parts in? yes"),
    "unsure": ("not sure, leave it", "maybe off, keep", "can't verify further"),
    "mended": ("@W no @V", "@W -> fix -> @V", "@W (typo) @V", "@W, scratch, @V"),
    "recap": ("parts: @K", "have @K", "terms @K", "list: @K"),
}

FORMAL: Bank = {
    "ballpark": (
        "An order-of-magnitude estimate is $@x @X @y = @z$.",
        "We expect a value near $@z$, because $@x @X @y = @z$.",
        "For orientation, $@A @X @B \\approx @x @X @y = @z$.",
        "Rounding both factors leads to $@x @X @y = @z$ as a guide.",
    ),
    "oklast": (
        "The final digit is consistent, since $@x @X @y = @z$ ends in $@e$.",
        "Modulo $10$ we have $@x \\cdot @y \\equiv @e$, as required.",
        "The unit digits $@x$ and $@y$ force a final $@e$, which is present.",
    ),
    "oknines": (
        "Modulo $9$, the factors are $@x$ and $@y$, and both sides reduce to $@z$.",
        "The residues modulo $9$ are consistent: $@x \\cdot @y \\equiv @z$.",
        "A check modulo $9$ succeeds, with common residue $@z$.",
    ),
    "okest": (
        "This is compatible with the estimate $@x @X @y = @z$.",
        "The magnitude is reasonable in view of $@x @X @y = @z$.",
        "Comparison with $@x @X @y = @z$ raises no objection.",
    ),
    "okdiv": (
        "Indeed $@C \\div @A = @B$.",
        "The division $@C / @B = @A$ is exact, which confirms it.",
        "Conversely, $@C$ divided by $@A$ is exactly $@B$.",
    ),
    "badlast": (
        "However, $@x \\cdot @y = @z$ forces the final digit $@e$, whereas $@P$ ends in $@q$.",
        "The unit digits $@x$ and $@y$ require an ending $@e$, but the value found ends in $@q$.",
        "Modulo $10$ the result must be $@e$; we obtained $@q$.",
    ),
    "badnines": (
        "Modulo $9$ the result must be $@e$, but $@P \\equiv @q$.",
        "The residues $@x$ and $@y$ modulo $9$ demand $@e$; our value has residue $@q$.",
        "Casting out nines exposes a contradiction: $@e$ is required and $@q$ is found.",
    ),
    "badsize": (
        "However, $@x @X @y = @z$, so $@P$ has the wrong magnitude.",
        "The value $@P$ is incompatible with the estimate $@x @X @y = @z$.",
        "Since $@x @X @y = @z$, the value $@P$ is implausible.",
    ),
    "baddiv": (
        "However, $@P$ is not divisible by $@A$ (remainder $@r$).",
        "Dividing $@P$ by $@A$ leaves the remainder $@r$, which is impossible.",
        "A test division of $@P$ by $@A$ leaves $@r$ rather than $0$.",
    ),
    "secondopen": (
        "We verify this with a different decomposition.",
        "As verification, we repeat the computation along another line.",
        "To confirm, decompose differently.",
        "A second computation serves as a check.",
    ),
    "agrees": (
        "This coincides with the value above.",
        "The two computations agree.",
        "The verification succeeds.",
        "This is the same value, as desired.",
    ),
    "differs": (
        "This contradicts the earlier $@P$, which contained an arithmetic error and is replaced.",
        "The two values differ, and on inspection $@P$ is the faulty one.",
        "Hence $@P$ was incorrect and must be given up in favour of the present value.",
        "The discrepancy with $@P$ is due to an error in the first computation.",
    ),
    "idle": (
        "One may question $@L @X @R$, but it does equal $@V$.",
        "Rechecking $@L @X @R = @V$ reveals no problem.",
        "The step $@L @X @R = @V$ is sound.",
    ),
    "idlegen": (
        "One may wonder whether a carry was lost; none was.",
        "The place values were all respected.",
        "No term has been omitted.",
    ),
    "unsure": (
        "We did not verify this independently.",
        "A residual doubt remains, but we let the result stand.",
        "No further verification is attempted.",
    ),
    "mended": (
        "@W \\text{ (carry missed)} \\to @V",
        "@W \\text{, or rather } @V",
        "@W \\text{ (sic; read } @V\\text{)}",
    ),
    "recap": ("The terms to be added are $@K$.", "Altogether we have the summands $@K$.", "It remains to add $@K$."),
}


class Flow(Style):
    """Opening, worked product, commitment; evidence, rejection, restart; checks and closing: words come from banks."""

    label = ""
    bank: ClassVar[Bank] = {}
    register: ClassVar[Bank] = TALK
    mathy = False
    methods: tuple[str, ...] = ("high", "low", "chunks")
    gap, sep = "\n\n", "\n"
    words: tuple[str, ...] = ("plain", "comma")
    signs: tuple[str, ...] = ("×", "*", "x")
    ballpark, doubt, confirm, final, running, slips = 0.15, 0.2, 0.45, 0.6, 0.4, 0.1
    ways: ClassVar[dict[str, float]] = {"redo": 4, "mend": 3, "check": 2}

    @property
    def name(self) -> str:
        return self.label

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.words)
        t.maths = t.words
        t.x = t.one(*self.signs)

    def say(self, t: Telling, key: str, **more: int | str) -> str:
        values: dict[str, int | str] = {"A": t.a, "B": t.b, "C": t.candidate, "P": t.previous, "X": t.x, "AB": t.ab}
        values.update(more)

        def put(found: re.Match[str]) -> str:
            value = values[found[1]]
            return value if isinstance(value, str) else (t.m(value) if self.mathy else t.n(value))

        return re.sub(r"@([A-Za-z]+)", put, t.one(*(self.bank.get(key) or self.register[key])))

    def commit(self, t: Telling) -> str:
        key = "commit"
        if t.index and not t.same and "commit2" in self.bank and t.chance(0.6):
            key = "commit2"
        if t.same and "commit3" in self.bank and t.chance(0.7):
            key = "commit3"
        return t.c(self.say(t, key))

    def value(self, t: Telling, term: Term) -> str:
        """The partial product, now and then after a slip that is mended at once."""
        show = t.m if self.mathy else t.n
        if term.value == term.left * term.right and term.value > 20 and t.chance(self.slips / 2):
            return self.say(t, "mended", W=t.near(term.value), V=term.value)
        return show(term.value)

    def part(self, t: Telling, place: int, term: Term) -> str:
        detail = t.detail(term, 0.4, self.mathy) if "detail" in self.bank else ""
        if detail:
            return self.say(t, "detail", L=term.left, R=term.right, V=term.value, D=detail, I=str(place + 1))
        return self.say(t, "part", L=term.left, R=term.right, V=self.value(t, term), I=str(place + 1))

    def splitting(self, t: Telling, w: Work) -> str:
        if w.method == "area":
            return self.say(t, "area") if "area" in self.bank else ""
        return self.say(t, "split", G=w.a, H=w.b, F=t.factor(w, self.mathy)) if "split" in self.bank else ""

    def adding(self, t: Telling, w: Work) -> str:
        text = ""
        if t.chance(0.15) and all(term.sign > 0 for term in w.terms):
            show = t.m if self.mathy else t.n
            text = self.say(t, "recap", K=", ".join(show(term.value) for term in w.terms)) + self.sep
        if len(w.terms) > 2 and "step" in self.bank and t.flag("running", self.running):
            lines = [
                self.say(t, "step", S=s, O="+" if sign > 0 else "-", N=v, T=result) for s, sign, v, result in w.steps()
            ]
            return text + self.sep.join(lines)
        return text + self.say(t, "sum", S=t.sum(w, self.mathy), T=w.total)

    def body(self, t: Telling, w: Work) -> str:
        parts = [self.part(t, place, term) for place, term in enumerate(w.terms)]
        pieces = [self.splitting(t, w), *parts, self.adding(t, w)]
        return self.sep.join(piece for piece in pieces if piece)

    def first(self, t: Telling) -> str:
        pieces = [self.say(t, "open")]
        estimate = t.estimate()
        if estimate and estimate[:2] != (t.a, t.b) and t.chance(self.ballpark):
            x, y, z = estimate
            pieces.append(self.say(t, "ballpark", x=x, y=y, z=z))
        pieces += [self.body(t, t.solve(*self.methods)), self.commit(t)]
        return self.gap.join(piece for piece in pieces if piece)

    def evidence(self, t: Telling) -> str:
        """A true reason why the candidate before is wrong, which the new one does not share; else nothing."""
        was, now, product, told = t.previous, t.candidate, t.product, []
        if t.same or was == product or product < 100:
            return ""
        x, y = t.a % 10, t.b % 10
        if was % 10 != product % 10 == now % 10:
            told.append(self.say(t, "badlast", x=x, y=y, z=x * y, e=product % 10, q=was % 10))
        if was % 9 != product % 9 == now % 9:
            told.append(self.say(t, "badnines", x=t.a % 9, y=t.b % 9, e=product % 9, q=was % 9))
        estimate = t.estimate()
        if estimate and estimate[:2] != (t.a, t.b) and not 0.6 < was / product < 1.6:
            told.append(self.say(t, "badsize", x=estimate[0], y=estimate[1], z=estimate[2]))
        if was % t.a and not now % t.a:
            told.append(self.say(t, "baddiv", r=was % t.a))
        return t.one(*told) if told else ""

    def lead(self, t: Telling) -> str:
        """What comes before a revision."""
        return self.gap

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        mended = t.mend() if way == "mend" else None
        if mended:
            show = t.m if self.mathy else t.n
            pieces = [self.say(t, "suspect")]
            if mended.place is None:
                pieces.append(self.say(t, "foundsum", W=mended.was))
            else:
                term = mended.work.terms[mended.place]
                pieces.append(self.say(t, "found", L=term.left, R=term.right, W=show(mended.was), V=show(mended.now)))
            pieces.append(self.say(t, "sum", S=t.sum(mended.work, self.mathy), T=t.candidate))
            return self.lead(t) + self.gap.join([self.sep.join(pieces), self.commit(t)])
        if way == "check":
            pieces = [self.say(t, "secondopen"), self.body(t, t.other()), self.say(t, "differs")]
            return self.lead(t) + self.gap.join([self.sep.join(pieces), self.commit(t)])
        evidence = self.evidence(t) if t.chance(0.6) else ""
        refusal = f"{evidence}{self.sep}{self.say(t, 'reject')}" if evidence else self.say(t, "distrust")
        work = t.other(*self.methods) if t.chance(0.6) else t.solve(*self.methods)
        pieces = [refusal, self.say(t, "restart") + self.sep + self.body(t, work), self.commit(t)]
        return self.lead(t) + self.gap.join(pieces)

    def doubting(self, t: Telling) -> str:
        sound = [term for term in t.work.terms if term.value == term.left * term.right and term.left > 1]
        if sound and t.chance(0.7):
            term = t.rng.choice(sound)
            return self.say(t, "idle", L=term.left, R=term.right, V=term.value)
        return self.say(t, "idlegen")

    def checking(self, t: Telling) -> str:
        told = []
        last, nines, estimate = t.last_digit(), t.nines(), t.estimate()
        if t.product >= 100:
            if last:
                told.append(self.say(t, "oklast", x=last[0], y=last[1], z=last[2], e=last[2] % 10))
            if nines:
                told.append(self.say(t, "oknines", x=nines[0], y=nines[1], z=nines[2]))
            if estimate:
                told.append(self.say(t, "okest", x=estimate[0], y=estimate[1], z=estimate[2]))
        if t.candidate == t.product:
            told.append(self.say(t, "okdiv"))
        if not told or t.chance(0.35):
            work = t.other()
            return self.sep.join([self.say(t, "secondopen"), self.body(t, work), self.say(t, "agrees")])
        t.rng.shuffle(told)
        return self.sep.join(told[: 2 if t.chance(0.25) else 1])

    def after(self, t: Telling) -> list[str]:
        """Doubts that lead nowhere and checks that confirm."""
        pieces = []
        if t.chance(self.doubt):
            pieces.append(self.doubting(t))
        if t.chance(self.confirm):
            pieces.append(self.checking(t))
        elif t.chance(0.06):
            pieces.append(self.say(t, "unsure"))
        return pieces

    def closing(self, t: Telling) -> str:
        pieces = self.after(t)
        if t.chance(self.final):
            pieces.append(t.r(self.say(t, "final")))
        return "".join(self.gap + piece for piece in pieces)


class BaseExercise(Flow):
    """A base model that continues a page of worked exercises."""

    label = "ee-base-exercise-page"
    sep, gap = "\n", "\n"
    signs = ("x", "×", "*", "X")
    words = ("plain", "plain", "comma")
    doubt, confirm, final = 0.1, 0.3, 0.35
    bank: ClassVar[Bank] = {
        "open": (
            "Exercise. Multiply @A by @B.\nSolution:",
            "Worked example\n@AB",
            "Solution to the above: we multiply @A by @B by taking @B apart.",
            "Q. What is @AB?\nA. We use the distributive law.",
            "A. To find @AB, multiply piece by piece.",
            "Multiply: @AB. The working is shown below.",
        ),
        "split": ("@H = @F", "Write @H as @F.", "First, @H is the same as @F.", "Note that @F = @H."),
        "area": ("Each part of one number is multiplied by each part of the other.", "Take all the cross terms."),
        "part": ("@L @X @R = @V", "@L multiplied by @R is @V.", "@L times @R makes @V."),
        "sum": ("Adding, @S = @T", "Sum: @S = @T.", "Total of these: @S = @T", "Now add them up: @S = @T."),
        "step": ("@S @O @N = @T",),
        "commit": (
            "Ans. @C",
            "Therefore @AB = @C.",
            "Answer: @C",
            "Hence the product of @A and @B is @C.",
            "@AB = @C (Ans.)",
            "The answer to the exercise is @C.",
        ),
        "commit2": (
            "Corrected answer: @C",
            "The answer should read @C.",
            "So, as amended, @AB = @C.",
            "Ans. (revised) @C",
            "Therefore the answer is @C, not what was printed above.",
        ),
        "commit3": ("Ans. @C, as printed before.", "Answer: @C once more.", "The answer is @C after all."),
        "suspect": (
            "Note: there is an error in the above working.",
            "A reader points out a mistake in this solution.",
            "Correction to the solution:",
            "Erratum.",
            "The solution above is not right.",
        ),
        "found": (
            "The line for @L @X @R reads @W but it is @V.",
            "@L @X @R was given as @W; it should be @V.",
            "For @W in the row @L @X @R read @V.",
            "@L multiplied by @R is @V and not @W.",
        ),
        "foundsum": (
            "The parts were fine but they do not add up to @W.",
            "The addition giving @W was done wrongly.",
            "The column was badly added, @W is wrong.",
        ),
        "reject": (
            "So the printed answer is wrong.",
            "This shows that the answer above is incorrect.",
            "Hence the solution above has a mistake in it.",
        ),
        "distrust": (
            "The solution above cannot be relied upon and is withdrawn.",
            "Please ignore the above solution.",
            "The above working is withdrawn, it was badly done.",
            "Disregard that answer, the working was careless.",
        ),
        "restart": (
            "Here is the solution written out afresh.",
            "Another solution:",
            "New working:",
            "We do the exercise over from the beginning.",
            "Solution (rewritten):",
        ),
        "secondopen": (
            "Check by a second method.",
            "Proof of the result:",
            "Verification:",
            "It is good practice to check the result in another way.",
        ),
        "agrees": (
            "The check agrees.",
            "Same result, which proves the work.",
            "Both methods give the same.",
            "Checked.",
        ),
        "final": (
            "Answer: @C",
            "So the answer in the key is @C.",
            "Ans: @C.",
            "Thus @AB = @C. Try the next exercise in the same way.",
        ),
    }
    ends = ("", "", "\n\nExercise. Multiply the numbers in the next set in the same manner.", "\n\nNext question", "\n")


class PadLedger(Flow):
    """A model fine-tuned on scratchpads: a tagged pad with a running sum, the outcome outside, a pad per try."""

    label = "ee-pad-per-try"
    register = TERSE
    sep, gap = "\n", "\n"
    signs = ("*", "x")
    words = ("plain",)
    running, final, confirm, slips = 0.7, 0.25, 0.35, 0.15
    bank: ClassVar[Bank] = {
        "open": (
            "<pad>",
            "<pad>\ntask: @A@X@B",
            "<pad>\nneed @A @X @B",
            "<pad>\n@A @X @B, digit by digit",
            "<pad>\nsetup @A | @B",
        ),
        "split": ("@H -> @F", "break @H: @F", "@H = @F", "parts of @H: @F"),
        "part": ("@L @X @R = @V", "[@I] @L @X @R = @V", "row @I: @L@X@R -> @V", "p@I := @L @X @R = @V"),
        "detail": ("@L @X @R : @D", "p@I := @L @X @R, @D"),
        "sum": ("add: @S = @T", "all: @S = @T", "@S = @T"),
        "step": ("acc @S @O @N = @T", "run: @S @O @N -> @T", "@S @O @N = @T"),
        "commit": (
            "</pad>\nresult = @C",
            "</pad>\noutput: @C",
            "done @C\n</pad>\n@A@X@B = @C",
            "</pad>\nanswer @C",
            "</pad>\nreply: @A @X @B = @C",
        ),
        "commit3": ("</pad>\nresult = @C (unchanged)", "</pad>\noutput: @C again", "</pad>\nanswer still @C"),
        "suspect": (
            "<pad>\nre-reading pad. error found.",
            "<pad>\nresult is bad, see rows:",
            "<pad>\nbug in last pad:",
            "<pad>\nreview: fail.",
        ),
        "found": (
            "row @L@X@R had @W, must be @V",
            "@L @X @R is @V; pad says @W -> fix",
            "@W wrong for @L@X@R, put @V",
            "patch @L@X@R: @W => @V",
        ),
        "foundsum": ("rows ok, acc wrong (@W)", "the adding is at fault, not @W", "sum slipped at @W, add again"),
        "reject": ("result invalid. drop.", "last output is void.", "reject last result.", "fail. throw out."),
        "distrust": (
            "<pad>\nlast pad untidy, result dropped.",
            "<pad>\nstatus: not accepted. discard result.",
            "<pad>\ndropping that output, don't trust the rows.",
            "<pad>\nverdict: no good. wipe.",
        ),
        "restart": ("new rows:", "from zero:", "start over", "try next:", "clean run:"),
        "final": ("result = @C", "final output: @C", "@A@X@B -> @C", "end. @C"),
    }

    def evidence(self, t: Telling) -> str:
        told = super().evidence(t)
        return f"<pad>\n{told}" if told else ""

    def again(self, t: Telling) -> str:
        text = super().again(t)
        return text if text.lstrip().startswith("<pad>") else "\n<pad>" + text

    def closing(self, t: Telling) -> str:
        pieces = self.after(t)
        text = "\n<pad>\n" + "\n".join(pieces) + "\n</pad>" if pieces else ""
        return text + ("\n" + t.r(self.say(t, "final")) if t.chance(0.7 if pieces else 0.1) else "")


class DriftedReward(Flow):
    """RL drifted into a clipped pidgin of its own, everything on few lines."""

    label = "ee-drifted-pidgin"
    register = TERSE
    sep, gap = " ; ", "\n"
    signs = ("*", "·", "x")
    words = ("plain", "plain", "underscore")
    doubt, confirm, slips = 0.35, 0.5, 0.15
    bank: ClassVar[Bank] = {
        "open": (
            "compute we do: @A@X@B",
            "ok task @A @X @B go",
            "now product of @A , @B",
            "want @A@X@B. split path.",
            "@A @X @B ??",
        ),
        "split": ("@H into @F", "cut @H -> @F", "@H is @F"),
        "part": ("@L@X@R is @V", "@L@X@R = @V", "piece @L@X@R gives @V", "@L by @R: @V"),
        "detail": ("@L@X@R: @D", "piece @L@X@R via @D"),
        "sum": ("together @S = @T", "join @S = @T", "pile @S -> @T"),
        "step": ("@S@O@N = @T", "pile @S @O @N is @T"),
        "commit": (
            "thus answer @C",
            "so we answer @C .",
            "we claim @C",
            "answer we give: @C",
            "@A@X@B = @C claim done",
        ),
        "commit2": ("now answer @C", "claim changed: @C", "so fresh answer @C", "we claim @C instead"),
        "commit3": ("thus answer @C as earlier", "claim is @C again", "we answer @C all same"),
        "suspect": (
            "but look back. claim broken",
            "hmm inspect. flaw sits in pieces or pile",
            "wait the claim not good",
            "audit we do. claim bad",
        ),
        "found": (
            "@L@X@R we said @W but is @V",
            "@W no true, @L@X@R makes @V",
            "flaw: @L@X@R -> @V rather than @W",
            "swap @W for @V at @L@X@R",
        ),
        "foundsum": ("pieces true, pile @W false", "pile mistake, @W out", "adding was sloppy, not @W"),
        "reject": ("claim dead", "so claim false, remove", "reject claim", "we cancel claim"),
        "distrust": (
            "claim feel bad. cancel claim",
            "no no. we drop this claim",
            "not trusting that. claim removed",
            "erase claim, path was messy",
        ),
        "restart": ("go anew", "again from begin", "new path", "second path we walk", "do over"),
        "secondopen": ("audit by other path", "check walk different", "to be safe other cut", "prove it by new pieces"),
        "agrees": ("equal. claim holds", "same, claim good", "audit pass", "no conflict"),
        "final": ("final @C", "end answer @C", "stop with @C", "submit @C"),
    }


class HeadedChat(Flow):
    """A chat model with Markdown headings and bullets that now and then corrects itself in a further section."""

    label = "ee-markdown-chat-corrector"
    signs = ("×", "\\*", "x")
    words = ("comma", "comma", "plain")
    sep, gap = "\n", "\n\n"
    final, confirm, doubt = 0.75, 0.45, 0.12
    bank: ClassVar[Bank] = {
        "open": (
            "Sure! Let's work out **@AB**.",
            "Happy to help. Here's how **@AB** breaks down:",
            "## Multiplying @A by @B",
            "Great question! We can do @AB in a few small steps.",
            "Let's take **@AB** one piece at a time.",
            "### Plan\nSplit one factor, multiply each piece, add everything.",
        ),
        "split": (
            "**Breaking it up:** @H = @F\n",
            "### Pieces\n@H = @F\n",
            "Think of @H as *@F*.\n",
            "We separate @H into @F.\n",
        ),
        "part": ("- @L @X @R = **@V**", "- @L @X @R = @V", "* @L @X @R → @V"),
        "detail": ("- @L @X @R = @D", "- @L @X @R: @D"),
        "sum": (
            "\n**Adding up:** @S = @T",
            "\nPut together: @S = @T",
            "\n### Sum\n@S = @T",
            "\nNow combine the pieces: @S = @T",
        ),
        "step": ("- @S @O @N = @T", "- running total: @S @O @N = @T"),
        "recap": ("\nOur pieces: @K.", "\nThat's the list: @K."),
        "commit": (
            "**Answer: @C**",
            "So **@AB = @C**.",
            "And there we have it: **@AB = @C** 🎉",
            "✅ The result is **@C**.",
            "### Result\n@AB = **@C**",
            "The product comes to **@C**.",
        ),
        "commit2": (
            "**Updated answer: @C**",
            "So the correct result is **@C**.",
            "### Corrected result\n@AB = **@C**",
            "With that fixed, **@AB = @C**.",
        ),
        "commit3": ("Funny enough, this also brings us to **@C**.", "**Answer: @C**, the same as in my last go."),
        "suspect": (
            "Hold on, I need to correct something above.",
            "⚠️ Looking over my own steps, one of them is wrong.",
            "### Correction\nApologies, I spotted a mistake.",
            "Oh, I'm sorry, that's not right.",
            "Actually, I have to take that back.",
        ),
        "found": (
            "- I wrote @L @X @R = @W, but it's **@V**.",
            "- The bullet for @L @X @R should say @V rather than @W.",
            "- @L @X @R is @V (not @W).",
            "- Where it says @W for @L @X @R, it needs to be @V.",
        ),
        "foundsum": (
            "- The pieces are fine, but adding them doesn't give @W.",
            "- I added incorrectly when I arrived at @W.",
            "- The final addition (@W) was off.",
        ),
        "reject": (
            "So the result above can't be correct, sorry about that!",
            "That means I made a mistake above.",
            "I have to retract that answer.",
            "So please don't use the number above.",
        ),
        "distrust": (
            "Hmm, actually I'm not happy with that. Please disregard the answer above.",
            "Sorry, I rushed through this, so I'm taking that answer back.",
            "Scratch that one, please! My steps were sloppy.",
            "I'd like to withdraw that result, because I wasn't careful.",
        ),
        "restart": (
            "### Another attempt",
            "Let me redo this properly:",
            "Here's a careful version:",
            "Starting over, more slowly:",
            "### Another take",
        ),
        "secondopen": (
            "### Quick check\nUsing another breakdown:",
            "**Double-checking** with different pieces:",
            "Let's make sure by doing it another way:",
            "### Verification",
        ),
        "agrees": (
            "\nIt matches! ✔️",
            "\nSame number, so we can be confident.",
            "\nBoth approaches agree.",
            "\nPerfect, that's consistent.",
        ),
        "idle": (
            "(In case you wonder: @L @X @R really is @V.)",
            "You might question @L @X @R = @V, but that one is right.",
            "I looked at @L @X @R = @V once more and it's fine.",
        ),
        "final": (
            "So, to sum up: **@AB = @C**. Let me know if you'd like another example!",
            "Final answer: **@C**",
            "In short, @A multiplied by @B is **@C**. 😊",
            "I hope this helps! The answer is @C.",
            "**@C** it is. Anything else?",
        ),
    }

    def lead(self, t: Telling) -> str:
        return t.one("\n\n", "\n\n", "\n\n---\n\n")


class BoxedMathist(Flow):
    """A maths-tuned model: displays, a box for each conclusion, remarks in the passive voice."""

    label = "ee-boxed-remarks"
    register = FORMAL
    mathy = True
    sep, gap = "\n", "\n\n"
    methods = ("high", "chunks", "round", "area")
    confirm, doubt, final, slips = 0.45, 0.2, 0.35, 0.03
    bank: ClassVar[Bank] = {
        "open": (
            "We compute $@A @X @B$ by the distributive law.",
            "To evaluate $@A @X @B$, one factor is decomposed.",
            "Consider the product $@A @X @B$.",
            "The task is to determine $@A @X @B$.",
            "Let $N = @A @X @B$.",
        ),
        "split": ("Write $@H = @F$.", "Decompose $@H = @F$, so that", "Since $@H = @F$, we have", "Using $@H = @F$:"),
        "area": (
            "Expanding both factors yields the following products.",
            "All pairwise products of the place values are needed.",
        ),
        "part": ("\\[ @L @X @R = @V, \\]", "\\[@L @X @R = @V\\]", "$$@L @X @R = @V$$", "$@L @X @R = @V$."),
        "detail": ("\\[ @L @X @R : \\quad @D \\]", "$$@L @X @R : @D$$"),
        "sum": (
            "Summation yields\n\\[ @S = @T. \\]",
            "The sum is\n$$@S = @T.$$",
            "Collecting terms, $@S = @T$.",
            "Consequently,\n\\[ @S = @T. \\]",
        ),
        "step": ("$@S @O @N = @T$,", "\\[ @S @O @N = @T \\]"),
        "commit": (
            "Therefore $@A @X @B = \\boxed{@C}$.",
            "The value is $\\boxed{@C}$.",
            "\\[ \\boxed{@C} \\]",
            "We conclude that $N = \\boxed{@C}$, where $N = @A @X @B$.",
            "Hence the product equals $$\\boxed{@C}.$$",
        ),
        "commit2": (
            "The corrected value is $\\boxed{@C}$.",
            "Thus, in place of the above, $@A @X @B = \\boxed{@C}$.",
            "This leads to $\\boxed{@C}$ as the amended answer.",
        ),
        "commit3": ("The value obtained is once more $\\boxed{@C}$.", "This time, too, $@A @X @B = \\boxed{@C}$."),
        "suspect": (
            "\\textbf{Remark.} The above contains an error.",
            "On rereading, an inaccuracy is found.",
            "The boxed value must be revised.",
            "A mistake has to be rectified.",
        ),
        "found": (
            "The product $@L @X @R$ equals $@V$, not $@W$.",
            "Instead of $@W$, the entry for $@L @X @R$ has to be $@V$.",
            "Indeed, $@L @X @R = @V$, whereas $@W$ was used.",
        ),
        "foundsum": (
            "The summands are right, but their sum is not $@W$.",
            "The addition leading to $@W$ was faulty.",
            "A carry was mishandled when $@W$ was formed.",
        ),
        "reject": (
            "The boxed value is therefore rejected.",
            "This contradiction shows that the computation is flawed.",
            "Thus the value found cannot stand.",
        ),
        "distrust": (
            "The preceding computation is not reliable, and its result is discarded.",
            "We retract the boxed value, as the intermediate steps were not carried out with care.",
            "The above derivation is unsatisfactory and is abandoned together with its result.",
        ),
        "restart": (
            "We begin anew.",
            "The computation is repeated from the start.",
            "A fresh derivation follows.",
            "Consider instead the following computation.",
        ),
        "final": (
            "Final answer: $\\boxed{@C}$",
            "The answer is $@C$.",
            "In summary, $@A @X @B = @C$.",
            "Answer: $@C$.",
        ),
    }

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "latex", "thin")
        t.x = t.one("\\times", "\\times", "\\cdot")


class VerdictRetry(Flow):
    """Trained on reflection data: a labelled proposal, a review that ends in a verdict, then perhaps a retry."""

    label = "ee-review-and-verdict"
    sep, gap = "\n", "\n"
    signs = ("*", "×")
    confirm, doubt, final = 1.0, 0.15, 0.6
    ways: ClassVar[dict[str, float]] = {"redo": 5, "mend": 3}
    bank: ClassVar[Bank] = {
        "open": (
            "[Try 1]",
            "[Try 1] Goal: @AB.",
            "[Try 1]\nI will multiply @A by the parts of @B.",
            "[Try 1] Take @AB apart.",
        ),
        "split": ("@H consists of @F.", "Parts: @H = @F.", "@H = @F"),
        "part": ("@L @X @R = @V", "@L @X @R comes to @V", "with @R: @L @X @R = @V"),
        "sum": ("Altogether @S = @T.", "Sum of the parts: @S = @T", "@S = @T"),
        "step": ("@S @O @N = @T", "so far @S, then @O @N: @T"),
        "commit": (
            "Proposed answer: @C",
            "My answer for this try: @C",
            "I propose @AB = @C.",
            "Answer of this try: @C",
            "Submitting @C.",
        ),
        "suspect": (
            "[Review] One of the steps does not hold up.",
            "[Review] I go through the lines and find a fault.",
            "[Review] Not every line is true.",
        ),
        "found": (
            "@L @X @R is given as @W and should be @V.",
            "The line with @L @X @R has @W; the true value is @V.",
            "@W is a miscalculation: @L @X @R = @V.",
        ),
        "foundsum": (
            "The parts do not sum to @W.",
            "The lines are fine, the addition to @W is not.",
            "@W comes from a bad addition.",
        ),
        "reject": (
            "Verdict: wrong.",
            "Verdict: incorrect, retry needed.",
            "Verdict: fail.",
            "Verdict: this try is rejected.",
        ),
        "distrust": (
            "[Review] The steps are too loose to be trusted.\nVerdict: rejected.",
            "[Review] I skipped over carries here.\nVerdict: not acceptable, retry.",
            "[Review] Something about the addition looks wrong.\nVerdict: incorrect.",
            "[Review] I do not believe this one.\nVerdict: fail.",
        ),
        "restart": ("", "A fresh start.", "This time with more care.", "From the beginning."),
        "verdict": ("Verdict: right.", "Verdict: correct.", "Verdict: accepted.", "Verdict: pass, no retry needed."),
        "pass": (
            "Each line holds.",
            "I see no fault in the lines.",
            "The parts and their sum are in order.",
            "Nothing to object to.",
        ),
        "final": ("Final: @C", "[Final] @AB = @C", "[Final]\n@C", "[Final] The answer is @C."),
    }

    def lead(self, t: Telling) -> str:
        return "\n\n"

    def evidence(self, t: Telling) -> str:
        told = super().evidence(t)
        return f"[Review] {told}" if told else ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        mended = t.mend() if way == "mend" else None
        head = f"[Try {t.index + 1}]"
        if mended:
            text = "\n\n" + self.say(t, "suspect") + "\n"
            if mended.place is None:
                text += self.say(t, "foundsum", W=mended.was)
            else:
                term = mended.work.terms[mended.place]
                text += self.say(t, "found", L=term.left, R=term.right, W=mended.was, V=mended.now)
            return (
                f"{text}\n{self.say(t, 'reject')}\n\n{head}\n"
                f"{self.say(t, 'sum', S=t.sum(mended.work), T=t.candidate)}\n{self.commit(t)}"
            )
        told = self.evidence(t) if t.chance(0.6) else ""
        told = f"{told}\n{self.say(t, 'reject')}" if told else self.say(t, "distrust")
        start = self.say(t, "restart")
        body = self.body(t, t.other() if t.chance(0.6) else t.solve())
        return f"\n\n{told}\n\n{head}" + (f" {start}" if start else "") + f"\n{body}\n{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.8):
            review = [self.checking(t) if t.chance(0.6) else self.say(t, "pass")]
            if t.chance(self.doubt):
                review.insert(0, self.doubting(t))
            text = "\n\n[Review] " + "\n".join(review) + "\n" + self.say(t, "verdict")
        return text + ("\n\n" + t.r(self.say(t, "final")) if t.chance(self.final) else "")


class MidwayThinker(Flow):
    """A thinking model that reconsiders within its tags, then answers outside them in a sentence."""

    label = "ee-midway-thinker"
    sep, gap = " ", "\n\n"
    methods = ("high", "low", "chunks", "round")
    words = ("plain", "plain", "comma")
    doubt, confirm, slips, ballpark = 0.5, 0.55, 0.2, 0.25
    bank: ClassVar[Bank] = {
        "open": (
            "<think>\nThe user wants @AB.",
            "<think>\nI have to multiply @A and @B.",
            "<think>\nLet's see, @AB. No calculator, so by hand.",
            "<think>\nHmm, @A by @B. I'll break it apart.",
            "<think>\nFirst the question: @AB.",
        ),
        "split": ("I can think of @H as @F.", "@H is @F.", "Take @H = @F.", "Let me cut @H up: @F."),
        "part": ("@L @X @R is @V.", "@L @X @R, that's @V.", "And @L @X @R: @V.", "Next @L @X @R = @V."),
        "detail": ("For @L @X @R: @D.", "And @L @X @R, slowly: @D."),
        "sum": ("Everything together: @S = @T.", "Adding those, @S = @T.", "Now @S = @T."),
        "step": ("@S @O @N is @T.", "Then @S @O @N = @T."),
        "commit": (
            "So the answer would be @C.",
            "Okay, so @AB = @C.",
            "That makes the answer @C.",
            "So I end up with @C as the answer.",
            "Then @AB comes out as @C.",
        ),
        "commit2": (
            "So now the answer is @C.",
            "Okay, so @AB = @C instead.",
            "With that, my answer becomes @C.",
            "So it has to be @C, I think.",
        ),
        "commit3": ("Well, it's @C again, so the answer is @C.", "And I land on @C once more. So @AB = @C."),
        "suspect": (
            "Hold up, something in there bothers me.",
            "Hmm, let me look at the pieces again.",
            "Wait, one of these can't be right.",
            "Hang on, did I do that properly? No.",
        ),
        "found": (
            "I said @L @X @R was @W, but it's @V.",
            "@L @X @R is @V! I had @W.",
            "The @W is off, because @L @X @R makes @V.",
        ),
        "foundsum": (
            "The pieces are good, but I botched the adding: it isn't @W.",
            "I added that badly, @W is not what they sum to.",
            "It's the addition, @W is wrong.",
        ),
        "reject": (
            "So that was wrong.",
            "Okay, then I made a mistake somewhere.",
            "Right, so that number is out.",
            "Damn, so it's not that.",
        ),
        "distrust": (
            "Hmm, no. I was sloppy there, forget that number.",
            "Wait, I don't trust that at all. I'm throwing it out.",
            "Hmm, I mixed up my carries in there, I'm sure. That result goes in the bin.",
            "No, hold up, this is not how I want to do it. Forget that result.",
        ),
        "restart": (
            "Let me begin from zero.",
            "Start again.",
            "Another go:",
            "Okay, fresh attempt.",
            "Once more, from the top.",
        ),
        "final": ("@AB equals @C.", "The answer is **@C**.", "@C", "**@AB = @C**", "Multiplying @A by @B gives @C."),
    }

    def closing(self, t: Telling) -> str:
        text = "".join(self.gap + piece for piece in self.after(t))
        done = t.one("", "", "\n\nOkay, I'll write that.", "\n\nGood, done.", "\n\nThat's settled then.")
        return text + done + "\n</think>\n\n" + t.r(self.say(t, "final"))


class OneLiner(Flow):
    """As short as it gets: a line or two of sums, hardly a word."""

    label = "ee-sums-and-semicolons"
    register = TERSE
    sep, gap = "; ", "\n"
    signs = ("*", "x", "×", "·")
    words = ("plain",)
    ballpark, doubt, confirm, final, slips = 0.05, 0.1, 0.3, 0.12, 0.08
    bank: ClassVar[Bank] = {
        "open": ("@A@X@B", "@A@X@B:", "calc @A@X@B", "@A @X @B by parts", "q: @A@X@B"),
        "part": ("@L@X@R=@V",),
        "sum": ("sum @S = @T", "@S=@T", "tot @S = @T"),
        "step": ("@S@O@N=@T",),
        "commit": ("=> @C", "ans @C", "A: @C", "= @C", "ans: @C", "⇒ @C"),
        "commit2": ("ans now @C", "=> @C", "fixed ans: @C", "new ans @C"),
        "commit3": ("ans @C (again)", "=> @C same"),
        "suspect": ("oops", "err", "no, wrong:", "hm, slip", "fix:"),
        "found": ("@L@X@R=@V not @W", "@W should be @V (@L@X@R)", "@L@X@R is @V, had @W"),
        "foundsum": ("added wrong, not @W", "@W is a bad sum", "sum off (@W)"),
        "reject": ("wrong", "so no", "bad", "nope"),
        "distrust": ("no, bad, drop it", "nope, that's wrong", "scrap that", "wrong, discard", "no good, cancel"),
        "restart": ("redo", "again", "retry", "new", "over"),
        "final": ("@C", "final @C", "@A@X@B=@C", "so @C"),
    }

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.flag("detailed", 0.0)

    def finish(self, t: Telling, text: str) -> str:
        return text.replace(":; ", ": ")


class WindingNarrator(Flow):
    """Talkative: a single stream of prose that tells a listener everything."""

    label = "ee-winding-narrator"
    sep, gap = " ", " "
    signs = ("times", "times", "by", "×")
    words = ("comma", "plain", "space")
    methods = ("high", "low", "chunks", "round")
    doubt, confirm, final, slips, ballpark = 0.4, 0.5, 0.5, 0.2, 0.3
    bank: ClassVar[Bank] = {
        "open": (
            "All right then, you'd like to know what @A times @B makes, and I'll think aloud while I do it.",
            "Well, @A times @B, that's the kind of thing I like to take slowly.",
            "Ah, a multiplication! We've @A on one side and @B on the other.",
            "So, what is @A times @B? Come along while I figure it out.",
            "Let me tell you how I go about @A times @B.",
        ),
        "split": (
            "I picture @H as @F, which makes life easier.",
            "The trick is to see @H as @F.",
            "What I do is to cut @H into @F.",
            "Nobody multiplies by @H in one gulp, so let it be @F.",
        ),
        "part": (
            "Now @L @X @R makes @V.",
            "Taking @L @X @R I arrive at @V, which I keep in mind.",
            "Then there's @L @X @R, and that's @V.",
            "Next on the list is @L @X @R, or @V.",
        ),
        "detail": ("As for @L @X @R, I go through it bit by bit: @D.",),
        "sum": (
            "All of these go into one pot: @S = @T.",
            "Pouring everything together, @S = @T.",
            "What remains is adding, @S = @T.",
            "And stacked up that's @S = @T.",
        ),
        "step": ("With @S in hand, @O @N takes me to @T.", "From @S I go (@O @N) to @T."),
        "commit": (
            "So there you are: @A times @B is @C.",
            "Which means that the answer to your question is @C.",
            "And so I'd tell you that the answer is @C.",
            "Long story short, the answer is @C.",
            "So if anyone asks, @A times @B makes @C.",
        ),
        "commit2": (
            "So what I should have told you is that @A times @B is @C.",
            "So the answer changes, and it's @C now.",
            "So let me say instead that the answer is @C.",
        ),
        "commit3": (
            "And, would you believe it, the answer I end up with is @C again.",
            "So the answer is @C, the very number I threw away.",
        ),
        "suspect": (
            "Oh dear, wait a moment, there's a blunder in what I just told you.",
            "Now that I say it aloud, one bit sounds wrong.",
            "Ah, but no, I must own up to a mistake.",
            "Hm, I have to interrupt myself, because that isn't right.",
        ),
        "found": (
            "When I took @L @X @R, I said @W, and it ought to be @V.",
            "That business with @L @X @R being @W was nonsense, it's @V.",
            "You see, @L @X @R is @V, and I'd told you @W.",
        ),
        "foundsum": (
            "The bits were all right, it's just that I put them together badly when I said @W.",
            "I stumbled in the adding, and @W was the sorry outcome.",
            "It was the pot that I misjudged, not the ingredients, so away with @W.",
        ),
        "reject": (
            "So I was wrong, simple as that.",
            "So please forget what I told you.",
            "That settles it, I've misled you.",
            "Which means my answer was no good.",
        ),
        "distrust": (
            "Although, no, I was chatting more than calculating there, so strike that answer.",
            "Hm, no, I take that back, I was far too hasty.",
            "Actually, forget I said that number, I lost the thread halfway.",
            "Oh, no, don't write that down, I made a muddle of it.",
        ),
        "restart": (
            "Let me have another run at it.",
            "Right, from the beginning, and slowly.",
            "I'll do the whole thing over.",
            "Another helping, then.",
            "Back to where we started.",
        ),
        "final": (
            "So, @C, and that's all there is to it.",
            "There you have it, @C.",
            "I'll say it one last time, @C.",
            "And with that, @C is what I leave you with.",
        ),
    }


class ThoughtAndWriteup(Flow):
    """Notes in thinking tags, the last of them handed over in a short write-up that shows the pieces once more."""

    label = "ee-notes-and-writeup"
    sep, gap = "\n", "\n\n"
    signs = ("×", "*")
    words = ("plain", "comma")
    confirm, doubt, slips = 0.5, 0.35, 0.15
    bank: ClassVar[Bank] = {
        "open": (
            "<thinking>\nThe request is @AB.",
            "<thinking>\nCompute @AB carefully.",
            "<thinking>\n@AB: I'll split and add.",
            "<thinking>\nA plain multiplication, @AB.",
        ),
        "split": ("@H = @F", "Using @H = @F:", "Splitting @H: @F"),
        "part": ("@L @X @R = @V", "@L @X @R → @V", "• @L @X @R = @V"),
        "detail": ("@L @X @R = @D", "• @L @X @R = @D"),
        "sum": ("Sum: @S = @T", "@S = @T", "Adding: @S = @T"),
        "step": ("@S @O @N = @T", "→ @S @O @N = @T"),
        "commit": (
            "So I have @AB = @C.",
            "The answer is then @C.",
            "This gives @C for @AB.",
            "I can answer @C.",
            "That yields @C as the answer.",
        ),
        "commit2": (
            "So it's @AB = @C, then.",
            "The answer is @C, contrary to what I had.",
            "I'll answer @C now.",
            "This gives @C for @AB.",
        ),
        "commit3": ("Again @AB = @C.", "The answer is @C this time as well."),
        "suspect": (
            "Reading this over, I see a slip.",
            "Wait. One entry is wrong.",
            "Actually, that isn't correct.",
            "Hmm, the notes contain an error.",
        ),
        "found": (
            "@L @X @R: noted @W, actually @V.",
            "It should be @L @X @R = @V, where I noted @W.",
            "Not @W but @V for @L @X @R.",
        ),
        "foundsum": (
            "Entries fine, but they don't make @W.",
            "I added wrongly to get @W.",
            "The @W came from a lost carry in the addition.",
        ),
        "reject": (
            "So that can't be the answer.",
            "That answer is out.",
            "So it's wrong, and I need to recompute.",
            "I reject that.",
        ),
        "distrust": (
            "Hmm, I don't like how I did the carries. Discarding that answer.",
            "No. That was rushed, and I won't use it.",
            "Wait, that was muddled. I drop this answer.",
            "I shouldn't rely on this. Out with it.",
        ),
        "restart": ("Recomputing:", "From scratch:", "Let me do it over.", "New attempt:", "Clean version:"),
        "final": ("**@C**", "@AB = **@C**", "The product is **@C**.", "So @A times @B is **@C**.", "Result: **@C**"),
        "intro": (
            "Here is the calculation:",
            "Splitting one factor:",
            "In steps:",
            "How to get there:",
            "The pieces are:",
        ),
    }

    def closing(self, t: Telling) -> str:
        shown = t.work
        text = "".join(self.gap + piece for piece in self.after(t)) + "\n</thinking>\n\n"
        if t.chance(0.5):
            lines = [f"- {t.n(e.left)} {t.x} {t.n(e.right)} = {t.n(e.value)}" for e in shown.terms]
            text += "\n".join([self.say(t, "intro"), "", *lines]) + "\n\n"
        return text + t.r(self.say(t, "final"))


class ColumnTeacher(Flow):
    """Sums set out in columns with a schoolroom tone."""

    label = "ee-chalk-columns"
    sep, gap = "\n", "\n\n"
    signs = ("x",)
    words = ("plain", "comma")
    methods = ("low", "high")
    confirm, doubt, final = 0.45, 0.2, 0.45
    bank: ClassVar[Bank] = {
        "open": (
            "Set the numbers @A and @B below each other.",
            "We'll do @AB on paper.",
            "Long multiplication of @A and @B.",
            "Line up @A and @B on the right.",
            "@AB, the way we learned it at school.",
        ),
        "sum": ("Adding the rows again: @S = @T", "The rows are now @S = @T", "New total: @S = @T"),
        "part": ("@L @X @R = @V",),
        "note": (
            "Each row is one digit of the lower number.",
            "Mind the zeros at the ends of the rows.",
            "Add the rows from the right, carrying as needed.",
            "Below the second rule stands the sum of the rows.",
        ),
        "commit": (
            "Answer: @C.",
            "We read off @AB = @C.",
            "The answer under the line is @C.",
            "So our answer is @C.",
            "That makes @AB = @C.",
        ),
        "commit2": ("So our answer is now @C.", "The proper answer is @C.", "We now read off @AB = @C."),
        "commit3": ("The answer is @C, as on the last sheet.", "So our answer is @C once again."),
        "suspect": (
            "Oh, a row is not right.",
            "Teacher's pencil out: there's an error.",
            "Careful, we've made a mistake.",
            "Looking down the rows, I notice something wrong.",
        ),
        "found": (
            "The row for @L x @R shows @W and should show @V.",
            "@L x @R is @V, so the row with @W is wrong.",
            "Rub out @W and write @V, because @L x @R = @V.",
        ),
        "foundsum": (
            "The rows are right, but we carried wrongly in the sum @W.",
            "The sum of the rows isn't @W.",
            "Rub out @W, the rows were added badly.",
        ),
        "reject": (
            "So we have to rub that out.",
            "Our answer was wrong, then.",
            "So the sheet goes in the bin.",
            "That's a fail for this sheet.",
        ),
        "distrust": (
            "Hmm, my columns weren't straight. Rub all of that out, answer included.",
            "No, I'm not satisfied with this sheet. It doesn't count.",
            "I lost my place in the carrying, so cross that answer out.",
            "That was untidy work. Strike it, answer and all.",
        ),
        "restart": ("A clean sheet:", "Set it out again:", "Once more on paper:", "Next try, neater:"),
        "secondopen": (
            "Now as a check, set out anew:",
            "We check by setting it out another way:",
            "To test the answer, a second sum on paper:",
        ),
        "final": ("Final answer: @C", "@AB = @C", "Write down @C and underline it twice.", "Done: @C."),
    }

    def body(self, t: Telling, w: Work) -> str:
        grouping = "comma" if t.flag("commas", 0.3) else "plain"
        block = t.columns(w, grouping, t.one("-", "-", "=") if t.flag("mixed", 0.2) else "-") + t.total(w, grouping)
        block = f"```\n{block}\n```" if t.flag("fenced", 0.6) else block
        return block + ("\n" + self.say(t, "note") if t.chance(0.3) else "")


class TaggedCritique(Flow):
    """Tags for solution, answer, critique and decision, as in data made for self-correction."""

    label = "ee-critique-decide-tags"
    sep, gap = "\n", "\n"
    signs = ("*", "×", "x")
    words = ("plain", "comma")
    bank: ClassVar[Bank] = {
        "open": ("",),
        "split": ("Use @H = @F.", "@H splits into @F.", "Note @H = @F."),
        "part": ("@L @X @R = @V", "(@I) @L @X @R = @V", "step @I: @L @X @R = @V"),
        "sum": ("total @S = @T", "Then @S = @T", "@S = @T"),
        "step": ("@S @O @N = @T", "then @S @O @N = @T"),
        "commit": (
            "<answer>@C</answer>",
            "<answer> @C </answer>",
            "<answer>@AB = @C</answer>",
            "<answer>\n@C\n</answer>",
            "<answer>The result is @C</answer>",
        ),
        "suspect": (
            "A line of the solution is false.",
            "I compared every line and one fails.",
            "The solution has an arithmetic slip.",
            "Not all of this is right.",
        ),
        "found": (
            "@L @X @R = @V, but the solution uses @W.",
            "In the solution @L @X @R became @W; correct is @V.",
            "@W must be replaced by @V, the value of @L @X @R.",
        ),
        "foundsum": (
            "The lines are true, but their total is not @W.",
            "The final addition giving @W is wrong.",
            "Adding the lines doesn't result in @W.",
        ),
        "reject": (
            "The answer is therefore wrong.",
            "The answer fails.",
            "This answer cannot be kept.",
            "I consider the answer incorrect.",
        ),
        "distrust": (
            "The solution skips its carries, so I do not accept the answer.",
            "I find the solution unconvincing, and its answer is rejected.",
            "The lines look careless. The answer should not be used.",
            "I have no confidence in this solution and drop its answer.",
        ),
        "good": (
            "Every line is true.",
            "The lines and the total are in order.",
            "Nothing is wrong here.",
            "I went over each line and found no slip.",
        ),
        "restart": (
            "I solve it from the start.",
            "Solving again with care.",
            "A new solution.",
            "Another pass, line by line.",
        ),
        "keep": ("accept", "keep", "finish", "keep the answer"),
        "redo": ("retry", "reject", "solve again", "revise"),
        "final": ("<final>@C</final>", "Final answer: @C", "<final>@AB = @C</final>"),
    }

    def first(self, t: Telling) -> str:
        start = t.one("", "", f"Task: {t.ab}\n", f"Problem: multiply {t.n(t.a)} and {t.n(t.b)}.\n")
        return f"{start}<solution>\n{self.body(t, t.solve('high', 'low', 'chunks'))}\n</solution>\n{self.commit(t)}"

    def again(self, t: Telling) -> str:
        mended = t.mend() if t.way(redo=4, mend=3) == "mend" else None
        if mended:
            told = self.say(t, "suspect") + "\n"
            if mended.place is None:
                told += self.say(t, "foundsum", W=mended.was)
            else:
                term = mended.work.terms[mended.place]
                told += self.say(t, "found", L=term.left, R=term.right, W=mended.was, V=mended.now)
            lines = self.say(t, "sum", S=t.sum(mended.work), T=t.candidate)
            if t.chance(0.5):
                lines = self.body(t, mended.work)
        else:
            told = self.evidence(t) if t.chance(0.6) else ""
            told = f"{told}\n{self.say(t, 'reject')}" if told else self.say(t, "distrust")
            lines = self.body(t, t.other() if t.chance(0.6) else t.solve())
            lines = f"{self.say(t, 'restart')}\n{lines}" if t.chance(0.6) else lines
        text = f"\n<critique>\n{told}\n</critique>\n<decision>{self.say(t, 'redo')}</decision>\n"
        return f"{text}\n<solution>\n{lines}\n</solution>\n{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            told = [self.say(t, "good") if t.chance(0.5) else self.checking(t)]
            if t.chance(0.25):
                told.insert(0, self.doubting(t))
            told_all = "\n".join(told)
            text = f"\n<critique>\n{told_all}\n</critique>\n<decision>{self.say(t, 'keep')}</decision>"
        return text + ("\n" + t.r(self.say(t, "final")) if t.chance(0.4) else "")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        BaseExercise(),
        PadLedger(),
        DriftedReward(),
        HeadedChat(),
        BoxedMathist(),
        VerdictRetry(),
        MidwayThinker(),
        OneLiner(),
        WindingNarrator(),
        ThoughtAndWriteup(),
        ColumnTeacher(),
        TaggedCritique(),
    )
}
