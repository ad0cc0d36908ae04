"""Twelve habits of assorted models: base, scratchpad-tuned, drifted under RL, chat, maths-tuned, reflective, terse."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Work, split

Words = dict[str, tuple[str, ...]]


class KkFlow(Style):
    """The flow: work, commit, perhaps doubt; reject and redo, mend one line, or let a check replace the candidate.

    In the words, @A @B @AB @C @P stand for the factors, their product as a task, the candidate and the one before
    (@MA and so on in formulae); ⟦…⟧ commits, ⟪…⟫ repeats.
    """

    label = ""
    words: ClassVar[Words] = {}
    prose = ("comma", "plain")
    formulae = ("plain",)
    signs = ("×", "x", "*")
    methods: tuple[str, ...] = ("high", "low", "chunks")
    ways: ClassVar[dict] = {"redo": 0.5, "mend": 0.3, "swap": 0.2}
    gap = "\n\n"
    prelude, checked, fretted = 0.2, 0.5, 0.25
    lone_reason = False

    @property
    def name(self) -> str:
        return self.label

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.prose), t.one(*self.formulae), t.one(*self.signs)
        t.solve(*self.sensible(t))

    def sensible(self, t: Telling) -> tuple[str, ...]:
        """The methods without the area of a single digit."""
        return tuple(method for method in self.methods if method != "area" or min(t.a, t.b) > 9)

    # Words

    def fill(self, t: Telling, text: str, **extra: object) -> str:
        known: dict[str, object] = {
            "A": t.n(t.a), "B": t.n(t.b), "AB": t.ab, "C": t.n(t.candidate), "P": t.n(t.previous),
            "MA": t.m(t.a), "MB": t.m(t.b), "MC": t.m(t.candidate), "MP": t.m(t.previous), "X": t.x,
            "K": t.index + 1, "J": t.index, **extra,
        }  # fmt: skip
        text = re.sub("@([A-Z]+)", lambda found: str(known[found[1]]), text)
        text = re.sub("⟦(.*?)⟧", lambda found: t.c(found[1]), text, flags=re.S)
        return re.sub("⟪(.*?)⟫", lambda found: t.r(found[1]), text, flags=re.S)

    def say(self, t: Telling, key: str, **extra: object) -> str:
        """One of the wordings of a function, not one used in this response if another is left."""
        options = self.words.get(key, ())
        if not options:
            return ""
        used: set[str] = t.__dict__.setdefault("used", set())
        fresh = [option for option in options if option not in used] or list(options)
        chosen = t.rng.choice(fresh)
        used.add(chosen)
        return self.fill(t, chosen, **extra)

    def join(self, *pieces: str) -> str:
        return self.gap.join(piece for piece in pieces if piece)

    # Checks

    def facts(self, t: Telling, number: int, holds: bool) -> list[tuple[str, dict[str, object]]]:
        """The quick checks that a number passes (or fails)."""
        found: list[tuple[str, dict[str, object]]] = []
        x, y = t.a % 10, t.b % 10
        if (x * y % 10 == number % 10) == holds:
            found.append(("digit", {"DA": x, "DB": y, "DQ": x * y, "DE": x * y % 10, "DN": number % 10}))
        x, y = t.a % 9, t.b % 9
        if (x * y % 9 == number % 9) == holds and t.a > 9 and t.b > 9:
            found.append(("nines", {"RA": x, "RB": y, "RQ": x * y, "RM": x * y % 9, "RN": number % 9}))
        p, q = (max(10 ** (len(str(n)) - 1), round(n, 1 - len(str(n)))) for n in (t.a, t.b))
        ratio = number / (p * q)
        if (
            ((0.7 < ratio < 1.4) if holds else not 0.45 < ratio < 2.2)
            and p * q not in t.candidates
            and (p, q) != (t.a, t.b)
        ):
            found.append(("size", {"EA": t.n(p), "EB": t.n(q), "E": t.n(p * q)}))
        return found

    def quick(self, t: Telling, number: int, holds: bool, key: str) -> str:
        """A quick check that passes or fails, told by the words of `key`-kind; nothing if none applies."""
        facts = [fact for fact in self.facts(t, number, holds) if f"{key}-{fact[0]}" in self.words]
        if not facts:
            return ""
        kind, extra = t.rng.choice(facts)
        return self.say(t, f"{key}-{kind}", N=t.n(number), **extra)

    # The flow

    def body(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def commit(self, t: Telling) -> str:
        return self.say(t, "same" if t.same and t.chance(0.6) and "same" in self.words else "commit")

    def first(self, t: Telling) -> str:
        guess = ""
        if t.chance(0.2) and "guess" in self.words:
            guess = self.size_guess(t)
        return self.join(self.say(t, "open"), guess, self.body(t, t.work), self.commit(t))

    def size_guess(self, t: Telling) -> str:
        found = t.estimate()
        if found and found[2] in t.candidates:
            return ""
        return self.say(t, "guess", EA=t.n(found[0]), EB=t.n(found[1]), E=t.n(found[2])) if found else ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        before = self.quick(t, t.previous, True, "pass") if t.chance(self.prelude) else ""
        lead = self.say(t, "but") if before else ""
        mended = t.mend() if way == "mend" else None
        if mended:
            fixed = mended.work
            if mended.place is None:
                told = self.say(t, "mend-sum", T=t.sum(fixed), MT=t.sum(fixed, True))
            else:
                term = fixed.terms[mended.place]
                told = self.say(
                    t, "mend-part", L=t.n(term.left), R=t.n(term.right), W=t.n(mended.was), V=t.n(mended.now),
                    T=t.sum(fixed), ML=t.m(term.left), MR=t.m(term.right), MW=t.m(mended.was), MV=t.m(mended.now),
                    MT=t.sum(fixed, True),
                )  # fmt: skip
            return self.gap + self.join(before, lead, told, self.say(t, "mended"))
        if way == "swap":
            t.other()
            return self.gap + self.join(before, self.say(t, "swap"), self.body(t, t.work), self.say(t, "swapped"))
        reason = self.quick(t, t.previous, False, "fail") if t.chance(0.6) else ""
        lead = "" if reason and self.lone_reason else lead
        if t.chance(0.5):
            t.solve(*self.sensible(t))
        else:
            t.other(*self.sensible(t))
        return self.gap + self.join(
            before, lead, reason, self.say(t, "reject"), self.say(t, "restart"), self.body(t, t.work), self.commit(t)
        )

    def confirm(self, t: Telling) -> str:
        """A check of the last candidate that agrees, or a doubt that goes nowhere."""
        told = ""
        if t.chance(self.checked):
            kind = t.rng.choices(["quick", "whole", "divide"], [6, 2, 1])[0]
            if kind == "whole" and "whole" in self.words:
                t.other()
                told = self.join(self.say(t, "whole"), self.body(t, t.work), self.say(t, "agreed"))
            elif kind == "divide" and "divide" in self.words:
                told = self.say(t, "divide")
            else:
                told = self.quick(t, t.candidate, True, "pass")
        fret = self.say(t, "fret") if t.chance(self.fretted) else ""
        return self.join(told, fret) if t.chance(0.5) else self.join(fret, told)

    def closing(self, t: Telling) -> str:
        return "".join(self.gap + piece for piece in (self.confirm(t), self.say(t, "close")) if piece)

    # Pieces of bodies

    def stumble(self, t: Telling, value: int, share: float = 0.08) -> int | None:
        """A wrong value on the way, mended at once."""
        if not t.chance(share) or value < 10:
            return None
        wrong = t.near(value)
        return None if wrong in t.candidates else wrong

    def sums(self, t: Telling, work: Work, form: str, joint: str, plus: str = " + ", minus: str = " - ") -> str:
        """The additions one by one in a form with @S @O @V @T."""
        lines = []
        for so_far, sign, value, result in work.steps():
            extra = {"S": t.n(so_far), "O": plus if sign > 0 else minus, "V": t.n(value), "T": t.n(result)}
            lines.append(self.fill(t, form, **extra))
        return joint.join(lines)


class KkBaseAnswerKey(KkFlow):
    """A base model that goes on as if the page were an answer key."""

    label = "kk-base-answer-key"
    prose = ("plain", "plain", "comma")
    signs = ("x", "times", "*")
    gap = " "
    checked = 0.3
    words: ClassVar[Words] = {
        "open": ("Solution.", "Answer key, long form.", "Worked answer:", "Here the working is shown.",
                 "A: Take it in parts.", "We are asked for @AB.", "The student should write:",
                 "First multiply by each part, then put the parts together."),
        "guess": ("The result should be somewhere near @E.", "About @EA x @EB, that is about @E, for orientation.",
                  "One expects a number around @E.", "A rough figure is @E."),
        "commit": ("⟦The answer is @C.⟧", "⟦Answer: @C.⟧", "⟦So @AB = @C.⟧", "⟦The product is @C.⟧",
                   "⟦Hence the key gives @C.⟧", "⟦That makes @C for @AB.⟧", "⟦Therefore the answer is @C.⟧"),
        "same": ("⟦The answer is @C again.⟧", "⟦So @AB = @C, the same number as the first time.⟧",
                 "⟦Once more the answer is @C.⟧", "⟦Answer: @C, as it was.⟧"),
        "reject": ("No, that is not right.", "This answer is wrong.", "Wait, there is an error in that answer.",
                   "The answer @P is incorrect.", "That answer has to be crossed out.", "But @P is a mistake.",
                   "Sorry, the above is wrong.", "The key should not say @P."),
        "restart": ("Do the problem again.", "Here is the working done over.", "Second working.", "Start from the top.",
                    "We do it once more, slowly.", "The corrected working is as follows.", "Try it again."),
        "mend-part": ("No, there is an error: @L @X @R is @V and not @W. Then @T = @C.",
                      "Wait. @L @X @R was given as @W but it is @V. The sum becomes @T = @C.",
                      "Erratum: for @W read @V in @L @X @R. Adding over, @T = @C.",
                      "The line @L @X @R = @W is wrong, it should be @V. Now @T = @C."),
        "mend-sum": ("No, the addition is wrong. @T = @C.", "Wait. The parts were added badly. @T = @C.",
                     "Erratum: the sum @T is @C, not @P.", "The parts are fine but the sum is not. @T = @C."),
        "mended": ("⟦The answer is therefore @C.⟧", "⟦The correct answer is @C.⟧", "⟦Corrected answer: @C.⟧",
                   "⟦So the answer should read @C.⟧", "⟦So @AB = @C instead.⟧"),
        "swap": ("To check, take the parts in another way.", "Check by a different splitting.",
                 "The teacher may check this as follows.", "Proof of the result:", "Let us verify."),
        "swapped": ("This is not @P. The first working was wrong and ⟦the answer is @C.⟧",
                    "The two do not agree, and the second is right, so ⟦the correct answer is @C.⟧",
                    "So @P was an error. ⟦The answer is @C.⟧", "That disagrees with @P, which we drop. ⟦Answer: @C.⟧"),
        "pass-digit": ("The last digit is right because @DA x @DB ends in @DE.", "It ends in @DN as it must.",
                       "The final digits @DA and @DB give @DQ, so it ends in @DE, as found."),
        "pass-size": ("It is near @EA x @EB = @E, which is reasonable.", "The size is fine, about @E was expected."),
        "fail-digit": ("@DA x @DB = @DQ so it has to end in @DE, and it ends in @DN.",
                       "The last digit should be @DE and not @DN."),
        "fail-size": ("It ought to be about @E.", "That is the wrong size, since @EA x @EB = @E."),
        "but": ("Even so.", "But look at it more closely.", "However.", "This alone does not prove it."),
        "whole": ("Check:", "The check goes so:", "To be sure, in another order:", "Verification."),
        "agreed": ("It agrees.", "The check comes out.", "Same result, correct.", "Both are equal, so it stands."),
        "divide": ("Dividing @C by @B gives @A back.", "Check: @C / @B = @A."),
        "fret": ("Is that too large? No, it is fine.", "Was a zero lost? It does not look so.",
                 "One could ask if the parts are all there. They are.", "It is easy to drop a part here, and none was dropped."),
        "close": ("", "", "", "⟪Key: @C.⟫", "⟪(@C)⟫", "End of solution.", "⟪The student should have @C.⟫",
                  "Marks: 2 for the parts, 1 for the sum.", "\n\nNext problem. Explain why order does not matter.",
                  "\n\nQuestion: A box holds 24 pencils. How many boxes are needed for 300 pencils?"),
    }  # fmt: skip

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.__dict__["lead"] = t.one("Write @R as @F.", "", "Take @R as @F.", "Note that @R = @F.")

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(" +\n", "\n", text)

    def body(self, t: Telling, work: Work) -> str:
        lead = t.__dict__["lead"]
        pieces = [self.fill(t, lead, R=t.n(work.b), F=t.factor(work))] if lead else []
        verb = t.one("is", "=", "makes", "equals", "gives")
        for term in work.terms:
            wrong = self.stumble(t, term.value)
            slip = f"{t.n(wrong)}, no, " if wrong else ""
            pieces.append(f"{t.n(term.left)} {t.x} {t.n(term.right)} {verb} {slip}{t.n(term.value)}.")
        if t.flag("stepwise", 0.5):
            pieces.append(self.sums(t, work, "@S@O@V = @T.", " "))
        else:
            how = t.one("Add:", "Together:", "The parts are joined:", "Now", "In all")
            pieces.append(f"{how} {t.sum(work)} = {t.n(work.total)}.")
        return " ".join(pieces)


class KkScratchSft(KkFlow):
    """A model tuned on scratchpads: bare lines in a pad, the answer under it."""

    label = "kk-scratch-sft"
    prose = ("plain",)
    signs = ("*", "x")
    gap = "\n"
    fretted = 0.1
    words: ClassVar[Words] = {
        "open": ("<pad>", "<pad>", "<pad>\ntask: @AB", "<pad>\n@AB", "<pad>\nmultiply @A by @B", "<pad>\na=@A b=@B"),
        "commit": ("</pad>\n⟦answer: @C⟧", "</pad>\n⟦@AB = @C⟧", "</pad>\n⟦out: @C⟧", "</pad>\n⟦final = @C⟧",
                   "</pad>\n⟦-> @C⟧"),
        "reject": ("status: rejected", "that answer is bad", "review: wrong, discard @P", "check failed, throwing it away",
                   "verdict: no good", "not correct. wipe.", "review: does not hold"),
        "restart": ("<pad>\n(new pad)", "<pad>", "<pad>\nagain from zero", "<pad>\ntry @K", "<pad>\nfresh: @AB",
                    "<pad>\nredo"),
        "mend-part": ("review: bad line\n<pad>\n@L @X @R is not @W\n@L @X @R = @V\n@T = @C",
                      "check: @L @X @R -> @V, pad has @W\n<pad>\nreplace @W by @V\n@T = @C",
                      "one line is off\n<pad>\nfix @L @X @R = @V (was @W)\nadd: @T = @C",
                      "reread the pad: @W should be @V\n<pad>\n@T = @C"),
        "mend-sum": ("review: bad sum\n<pad>\n@T = @C", "check: the lines are right, the total is not\n<pad>\n@T = @C",
                     "reread the pad: adding went wrong\n<pad>\nadd again: @T = @C"),
        "mended": ("</pad>\n⟦answer: @C⟧", "</pad>\n⟦corrected answer: @C⟧", "</pad>\n⟦new answer: @C⟧",
                   "</pad>\n⟦@AB = @C⟧"),
        "swap": ("verify with other split\n<pad>", "second route\n<pad>", "test\n<pad>", "cross-check:\n<pad>"),
        "swapped": ("</pad>\nmismatch with @P, old one dropped\n⟦answer: @C⟧", "</pad>\n@P was wrong\n⟦answer is now @C⟧",
                    "</pad>\nnot equal, first pad is in error\n⟦corrected: @C⟧", "</pad>\ndiffers. ⟦take @C⟧ instead of @P"),
        "pass-digit": ("last digit: @DA*@DB=@DQ -> @DE ok", "ends in @DE: ok", "unit digit @DE, matches"),
        "pass-nines": ("mod 9: @RA*@RB -> @RM, answer -> @RN, ok", "nines: @RM vs @RN pass"),
        "pass-size": ("approx @E, ok", "size near @EA*@EB=@E, fine"),
        "fail-digit": ("last digit: need @DE, have @DN", "unit digit @DN, expected @DE"),
        "fail-nines": ("mod 9: @RA*@RB -> @RM, answer -> @RN", "nines: @RM vs @RN fail"),
        "fail-size": ("approx @E, way off",),
        "but": ("second review:", "still not convinced", "a test is not a proof"),
        "whole": ("verify\n<pad>", "test by other split\n<pad>", "cross-check\n<pad>"),
        "agreed": ("</pad>\nequal, keep", "</pad>\nmatch", "</pad>\nagrees with answer", "</pad>\nverified"),
        "divide": ("@C / @B = @A ok", "inverse: @C / @A = @B, fine"),
        "fret": ("missing a line? no", "zeros? counted, fine", "sure? yes"),
        "close": ("", "", "", "status: accepted", "done", "⟪submit @C⟫", "review: ok", "verdict: good", "⟪= @C⟫"),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        for term in work.terms:
            wrong = self.stumble(t, term.value)
            if wrong:
                lines.append(f"{term.left} {t.x} {term.right} = {wrong} ~ oops ~ {term.value}")
                continue
            if t.flag("fine", 0.4) and term.left > 20 and t.chance(0.7):
                parts = split(term.left, "high")
                lines += [f"  {part} {t.x} {term.right} = {part * term.right}" for part in parts]
            lines.append(f"{term.left} {t.x} {term.right} = {term.value}")
        style = t.flag("acc", 0.5)
        if style:
            lines.append(f"acc {work.terms[0].value}")
            lines += [f"acc {'+' if sign > 0 else '-'}{value} -> {result}" for _, sign, value, result in work.steps()]
        else:
            lines.append(f"{t.sum(work)} = {work.total}")
        return "\n".join(lines)


class KkDriftedGlyphs(KkFlow):
    """A model whose reward cared for the answer alone: fragments, arrows, odd words."""

    label = "kk-drifted-glyphs"
    prose = ("plain",)
    signs = ("·", "*", "×")
    methods = ("high", "chunks", "round", "area")
    gap = " "
    checked, prelude = 0.6, 0.3
    words: ClassVar[Words] = {
        "open": ("@AB go.", "Okay need @AB.", "calc @AB:", "Task mult @AB; do split.", "@AB ? split it.",
                 "Compute, no fuss:", "We do @AB now careful."),
        "guess": ("ballpark ~@E.", "(≈@EA·@EB≈@E)", "scale ~@E ok.", "rough: @E-ish."),
        "commit": ("⟦⇒ ans @C⟧.", "⟦ans=@C⟧;", "⟦answer → @C⟧.", "⟦so final @C⟧.", "⟦result is @C⟧;", "⟦∴ @C⟧."),
        "same": ("⟦ans=@C⟧ same as was.", "⟦⇒ ans @C⟧, unchanged.", "⟦answer → @C⟧ again."),
        "reject": ("✗ bad.", "nope wrong, kill @P.", "✗✗ drop that.", "hmm no, @P false.", "not it, scrap.",
                   "✗ ans invalid.", "feels broken → discard @P."),
        "restart": ("redo clean:", "again, from base:", "↻", "new pass:", "take @K:", "reset;", "recompute all:"),
        "mend-part": ("hmm @L@X@R: had @W ✗ → @V. then @T=@C.", "spot: @W wrong, @L@X@R=@V; resum @T=@C.",
                      "✗ one piece: @L@X@R is @V not @W. @T → @C.", "wait piece @W bad → @V; Σ now @T=@C."),
        "mend-sum": ("hmm Σ bad ✗: @T=@C.", "pieces ok, add wrong; @T → @C.", "✗ sum slip. resum @T=@C.",
                     "wait adding: @T is @C not @P."),
        "mended": ("⟦fix ⇒ ans @C⟧.", "⟦ans=@C⟧ now.", "⟦answer becomes @C⟧.", "⟦corrected → @C⟧."),
        "swap": ("chk other way:", "verify alt:", "cross:", "test via different cut:"),
        "swapped": ("≠ @P ✗. first was off. ⟦ans=@C⟧.", "clash w/ @P; trust this one ⟦⇒ ans @C⟧.",
                    "@P dead. ⟦answer → @C⟧.", "mismatch, old bad, ⟦so final @C⟧."),
        "pass-digit": ("end digit @DA·@DB→@DE ✓.", "tail @DE ✓;", "chk last: @DQ→@DE ok."),
        "pass-nines": ("mod9 @RM=@RN ✓.", "digit-sum: @RA·@RB≡@RM, got @RN ✓."),
        "pass-size": ("size ≈@E ✓.", "mag ok (~@E)."),
        "fail-digit": ("chk last: want @DE got @DN.", "tail @DN but need @DE."),
        "fail-nines": ("mod9: want @RM got @RN.", "@RA·@RB≡@RM yet @RN."),
        "fail-size": ("mag should ~@E.", "size off vs @E."),
        "but": ("but unsure.", "yet.", "hmm though:", "weak chk."),
        "whole": ("verify alt:", "double chk:", "other route for safe:"),
        "agreed": ("✓ match.", "same ✓✓.", "ok agree.", "= yes good."),
        "divide": ("@C/@B=@A ✓.", "inv: @C÷@A→@B ok."),
        "fret": ("lost zero? no.", "carry? fine.", "hmm? nah ok.", "sign? n/a."),
        "close": ("", "", "done.", "⟪final: @C⟫", "⟪\\boxed{@C}⟫", "⟪Output @C.⟫", "end.", "✓", "⟪ans @C ✓⟫"),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        arrow = t.one("→", "=", "=")
        pieces = []
        for term in work.terms:
            wrong = self.stumble(t, term.value)
            slip = f"{wrong}?no→" if wrong else ""
            pieces.append(f"{term.left}{t.x}{term.right}{arrow}{slip}{term.value}")
        text = t.one("; ", ", ", " | ").join(pieces)
        if t.flag("running", 0.4):
            return text + "; " + self.sums(t, work, "@S@O@V=@T", ", ", "+", "−") + t.one(".", ";", " .")
        return text + t.one(". Σ ", "; sum ", ". add ", "; tot ") + f"{t.sum(work).replace(' ', '')}={work.total}."


class KkChatSecondLook(KkFlow):
    """A chat model in Markdown: numbered parts, bold figures, apologies."""

    label = "kk-chat-second-look"
    prose = ("comma",)
    signs = ("×",)
    methods = ("high", "chunks", "round", "swapped")
    words: ClassVar[Words] = {
        "open": ("Happy to work this out! I'll break one of the factors into friendlier pieces.",
                 "Sure thing. Here's a way to get **@AB** by hand.", "Let's tackle **@AB** piece by piece.",
                 "### Multiplying @A by @B", "Great, a multiplication. The distributive property does the heavy lifting:",
                 "Of course! We can treat this as a few easier products.",
                 "No calculator needed – here is how it goes for **@AB**."),
        "guess": ("*Ballpark:* @EA × @EB is @E, so expect something of that size.",
                  "Before starting, note that @EA × @EB = @E, which tells us roughly where to land.",
                  "> Rough idea: about @E."),
        "commit": ("⟦**@AB = @C**⟧", "⟦So your answer is **@C**.⟧", "⟦### Result: @C⟧", "⟦That brings us to **@C**.⟧",
                   "⟦✅ **Answer:** @C⟧", "⟦And there we have it: @AB comes to **@C**.⟧", "⟦**Final result:** @C⟧"),
        "same": ("⟦And this time, too, @AB comes to **@C**.⟧", "⟦So your answer is **@C** after all.⟧",
                 "⟦**Answer:** @C – the same figure as before.⟧"),
        "reject": ("Hold the line – I'm not satisfied that this is correct, so please disregard it.",
                   "Hmm, I apologize: the figure I just gave you isn't right.", "**Correction:** please ignore @P; I slipped.",
                   "Oops! Looking back at this, I believe I made an error.", "Sorry about that, @P is not correct.",
                   "Actually, scratch that result. Something went wrong in there.",
                   "On rereading my own steps I have to withdraw that number."),
        "restart": ("Here's a clean version:", "Let me go through it again with more care.", "#### Take @K",
                    "I'll set it up afresh:", "Starting over:", "Here is the reworked calculation:",
                    "Let's run through the pieces one more time."),
        "mend-part": ("Oh, I spotted a mistake! I wrote @L × @R as @W, but it's really **@V**. With that fixed: @T = @C.",
                      "One correction: @L × @R = @V (I had @W). The pieces now add up as @T = @C.",
                      "My apologies – the entry @W above should have been @V, because that's what @L × @R gives. "
                      "Updating the sum: @T = @C.",
                      "Rereading the list, the piece @L × @R doesn't look right: it should be @V, not @W. "
                      "So we need @T = @C."),
        "mend-sum": ("Oh, I spotted a mistake! The pieces are fine, but I added them wrongly: @T = @C.",
                     "One correction to the addition: @T = @C, not @P.",
                     "My apologies – the list is right but the sum isn't. It should be @T = @C."),
        "mended": ("⟦The corrected answer is **@C**.⟧", "⟦So it should be **@C**.⟧", "⟦**Updated answer:** @C⟧",
                   "⟦That makes the right result **@C**.⟧", "⟦✅ **@AB = @C**⟧"),
        "swap": ("**Let's double-check** by cutting it up differently:", "### Sanity check\nUsing another breakdown:",
                 "To be on the safe side, here's a second method:", "I'd like to verify that with a different split:"),
        "swapped": ("That doesn't match the @P I gave you, and going back I see the slip was there. "
                    "⟦The correct answer is **@C**.⟧",
                    "So the check exposes an error in my first computation. ⟦**Corrected answer:** @C⟧",
                    "These disagree, so @P can't stand. ⟦Please use **@C** as the answer.⟧",
                    "Glad I checked: @P was off. ⟦The product is actually **@C**.⟧"),
        "pass-digit": ("*Quick check:* @DA × @DB = @DQ, so the result must end in @DE. It does.",
                       "The last digit checks out (@DA × @DB ends in @DE).", "Units digit: @DE, just as it should be 👍"),
        "pass-nines": ("*Digit-sum check:* the factors leave @RA and @RB modulo 9, so we want @RM – and @N leaves @RN. Good.",
                       "Casting out nines gives @RM on one side and @RN on the other, so that's consistent."),
        "pass-size": ("That's also in keeping with the estimate @EA × @EB = @E.",
                      "And the size is sensible: we'd expect about @E."),
        "fail-digit": ("Quick check: @DA × @DB = @DQ, so the result must end in @DE – but mine ends in @DN.",
                       "The units digit should be @DE, yet I have @DN."),
        "fail-nines": ("Casting out nines, I'd want a remainder of @RM, but @N leaves @RN.",),
        "fail-size": ("Compared with the estimate @EA × @EB = @E, this is far off.",),
        "but": ("Still, that alone proves little.", "That said, a matching check doesn't rule everything out.",
                "However, I'd rather not stop there."),
        "whole": ("**Let's double-check** by cutting it up differently:", "To be on the safe side, here's a second method:",
                  "### Verification\nUsing another breakdown:"),
        "agreed": ("Both ways agree, so we can be confident. 🎉", "Same result, so all is well.",
                   "The two methods match. ✔", "That confirms it."),
        "divide": ("Working backwards, @C ÷ @B = @A, which is what we wanted.",),
        "fret": ("You might wonder whether a zero got lost along the way; I checked, and none did.",
                 "(I did hesitate over the carrying there, but it's correct.)"),
        "close": ("Let me know if you'd like to see another method!", "Hope that helps! 😊", "", "",
                  "⟪So, in short: **@C**.⟫", "⟪**Summary:** @AB = @C. Feel free to send me another one.⟫",
                  "Would you like a few practice problems of this kind?", "⟪You can write down **@C** with confidence.⟫",
                  "Just ask if any of the pieces is unclear."),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        lead = ""
        if t.chance(0.7):
            lead = f"{t.one('Write', 'Split', 'Think of', 'Treat')} {t.n(work.b)} as {t.factor(work)}.\n\n"
        mark = t.one("1.", "-", "1.", "*")
        lines = []
        for place, term in enumerate(work.terms, start=1):
            head = f"{place}." if mark == "1." else mark
            wrong = self.stumble(t, term.value)
            slip = f"~~{t.n(wrong)}~~ " if wrong else ""
            lines.append(f"{head} {t.n(term.left)} × {t.n(term.right)} = {slip}**{t.n(term.value)}**")
        verb = (
            "combine them" if work.method == "round" else t.one("add them up", "put these together", "sum the pieces")
        )
        lead2 = t.one(f"Now {verb}:", f"All that's left is to {verb}:", f"Then we {verb}:")
        if len(work.terms) > 2 and t.flag("steps", 0.4):
            added = self.sums(t, work, "- @S@O@V = @T", "\n", " + ", " − ")
            return lead + "\n".join(lines) + f"\n\n{lead2}\n\n{added}"
        return lead + "\n".join(lines) + f"\n\n{lead2}\n{t.sum(work)} = {t.n(work.total)}"


class KkMathsDisplay(KkFlow):
    """A maths-tuned model: formal sentences, displays, a box for every candidate."""

    label = "kk-maths-display"
    prose = ("plain",)
    formulae = ("plain", "latex", "thin")
    signs = ("\\times", "\\cdot")
    methods = ("high", "low", "round", "chunks")
    words: ClassVar[Words] = {
        "open": ("We compute $@MA @X @MB$ by distributivity.", "To evaluate the product $@MA @X @MB$, we decompose a factor.",
                 "Consider $@MA @X @MB$.", "Let $N = @MA @X @MB$. We determine $N$.",
                 "The product $@MA @X @MB$ is found by expanding over place values.",
                 "**Solution.** Decompose one factor and use linearity.",
                 "Our task is the evaluation of $@MA @X @MB$."),
        "commit": ("⟦Hence the value sought is $\\boxed{@MC}$.⟧", "⟦Thus $@MA @X @MB = \\boxed{@MC}$.⟧", "⟦The product equals $\\boxed{@MC}$.⟧",
                   "⟦Consequently, the answer is\n\\[\n\\boxed{@MC}\n\\]⟧", "⟦This yields $\\boxed{@MC}$.⟧",
                   "⟦We conclude that the value is $\\boxed{@MC}$.⟧"),
        "same": ("⟦The reworked expansion yields $\\boxed{@MC}$ once more.⟧",
                 "⟦Thus $@MA @X @MB = \\boxed{@MC}$, in agreement with the value withdrawn earlier.⟧"),
        "reject": ("However, the value $@MP$ cannot stand, so the computation above is discarded.",
                   "This is incorrect; I retract the value in the box.", "The preceding evaluation contains an error.",
                   "Upon inspection the expansion above is faulty, and $@MP$ must be abandoned.",
                   "That result is not valid.", "I do not accept this value; an arithmetic slip must have occurred.",
                   "The boxed value above is erroneous."),
        "restart": ("We recompute.", "A second evaluation follows.", "Expanding anew, we proceed as follows.",
                    "We repeat the derivation with greater care.", "Let us derive it afresh.", "Redoing the expansion:",
                    "**Revised solution.**"),
        "mend-part": ("On review, $@ML @X @MR = @MV$, whereas $@MW$ was written. Therefore\n\\[\n@MT = @MC.\n\\]",
                      "There is an error above: the summand $@MW$ must be $@MV$, as $@ML @X @MR = @MV$. We obtain $@MT = @MC$.",
                      "The partial product $@ML @X @MR$ was misjudged; it is $@MV$, not $@MW$. Accordingly $@MT = @MC$."),
        "mend-sum": ("On review, the summands are right but their sum is\n\\[\n@MT = @MC.\n\\]",
                     "There is an error in the addition above: $@MT = @MC$, not $@MP$.",
                     "The final sum was misjudged. In fact $@MT = @MC$."),
        "mended": ("⟦The corrected value is $\\boxed{@MC}$.⟧", "⟦Hence, after correction, the answer is $\\boxed{@MC}$.⟧",
                   "⟦So the product is $\\boxed{@MC}$.⟧", "⟦This replaces the former value: $\\boxed{@MC}$.⟧"),
        "swap": ("**Verification.** We expand differently.", "To verify, decompose in another manner.",
                 "As a check we evaluate the product by a second route.", "Let us corroborate this independently."),
        "swapped": ("This contradicts $@MP$, which was obtained through a slip. ⟦The correct value is $\\boxed{@MC}$.⟧",
                    "The two evaluations differ; the former is in error, and ⟦the answer is $\\boxed{@MC}$.⟧",
                    "Hence $@MP$ is refuted. ⟦We correct the answer to $\\boxed{@MC}$.⟧"),
        "pass-digit": ("Modulo $10$ we have $@DA @X @DB \\equiv @DE$, consistent with the final digit.",
                       "The units digit, $@DE$, is as required.", "Note that $@DA @X @DB = @DQ$, so the last digit agrees."),
        "pass-nines": ("Modulo $9$ the factors are $@RA$ and $@RB$, the product $@RM$, and the value found is also "
                       "$\\equiv @RN$.", "Casting out nines: $@RA \\cdot @RB \\equiv @RM \\pmod 9$, which the value satisfies."),
        "pass-size": ("The order of magnitude, $@E$, is consistent.", "We note $@EA @X @EB = @E$, which is comparable."),
        "fail-digit": ("Modulo $10$ we need $@DA @X @DB \\equiv @DE$, while the value above ends in $@DN$.",),
        "fail-nines": ("Modulo $9$ we need $@RA @X @RB \\equiv @RM$, while the value above is $\\equiv @RN$.",
                       "Casting out nines gives $@RM \\neq @RN$."),
        "fail-size": ("The magnitude ought to be about $@E$.",),
        "but": ("This condition is necessary but not sufficient.", "Nevertheless, we examine the steps.",
                "This does not settle the matter."),
        "whole": ("**Verification.** We expand differently.", "As a check we evaluate the product by a second route.",
                  "One may corroborate this independently."),
        "agreed": ("The two evaluations coincide.", "This corroborates the value.", "Both routes agree. $\\checkmark$",
                   "The verification is complete."),
        "divide": ("Indeed $@MC \\div @MB = @MA$.", "Conversely $@MC / @MA = @MB$, as it should be."),
        "fret": ("One might suspect a misplaced zero, but the powers of ten are in order.",
                 "Could a carry have been lost? Inspection shows otherwise."),
        "close": ("", "", "", "$\\blacksquare$", "⟪The final answer is $@MC$.⟫", "⟪$$\\boxed{@MC}$$⟫",
                  "⟪**Answer.** $@MC$⟫", "This completes the evaluation.", "⟪Final answer: $\\boxed{@MC}$⟫"),
    }  # fmt: skip

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.words = "plain" if t.maths == "plain" else t.maths

    def body(self, t: Telling, work: Work) -> str:
        x, head = t.x, f"{t.m(work.a)} {t.x} {t.m(work.b)}"
        if t.flag("align", 0.5):
            products = " ".join(
                f"{'' if not place else '+ ' if term.sign > 0 else '- '}{t.m(term.left)} {x} {t.m(term.right)}"
                for place, term in enumerate(work.terms)
            )
            rows = [f"{head} &= {t.m(work.a)}\\,({t.factor(work, True)}) \\\\"] if t.chance(0.6) else []
            first = f"{head} " if not rows else ""
            rows += [f"{first}&= {products} \\\\", f"&= {t.sum(work, True)} \\\\"]
            for place, (_, _, _, result) in enumerate(work.steps()[:-1], start=2):
                if t.flag("partial", 0.5):
                    rest = "".join(f" {'+' if term.sign > 0 else '-'} {t.m(term.value)}" for term in work.terms[place:])
                    rows.append(f"&= {t.m(result)}{rest} \\\\")
            rows.append(f"&= {t.m(work.total)}.")
            return "\\begin{align*}\n" + "\n".join(rows) + "\n\\end{align*}"
        facts = []
        for term in work.terms:
            wrong = self.stumble(t, term.value, 0.05)
            slip = f" (not ${t.m(wrong)}$)" if wrong else ""
            facts.append(f"${t.m(term.left)} {x} {t.m(term.right)} = {t.m(term.value)}${slip}")
        lead = t.one("We have ", "The summands are ", "Separately, ", "Here ", "Observe that ")
        listed = ", ".join(facts[:-1]) + " and " + facts[-1] + "."
        tail = t.one("Combining,", "In total,", "Taking these together,", "It follows that", "By linearity")
        return f"{lead}{listed} {tail}\n\\[\n{t.sum(work, True)} = {t.m(work.total)}.\n\\]"


class KkRulingRetry(KkFlow):
    """A model trained on reflections: a proposal, a ruling on it, a retry if the ruling is against it."""

    label = "kk-ruling-retry"
    prose = ("comma", "plain", "space")
    ways: ClassVar[dict] = {"redo": 0.65, "mend": 0.2, "swap": 0.15}
    gap = "\n"
    checked, fretted = 0.4, 0.15
    words: ClassVar[Words] = {
        "open": ("Proposal @K", "Proposal @K – splitting a factor", "[proposal]", "Proposal @K. I multiply by parts.",
                 "[proposal] work out @AB", "Proposal @K: parts first, then the sum."),
        "commit": ("⟦Proposed answer: @C⟧", "⟦I propose @C.⟧", "⟦Answer of this proposal: @C⟧", "⟦My answer: @C⟧",
                   "⟦I put forward @C as the answer.⟧"),
        "same": ("⟦I propose @C again.⟧", "⟦Proposed answer, unchanged: @C⟧"),
        "reject": ("Ruling: AGAINST. The answer does not survive.", "Ruling: AGAINST.", "Ruling: rejected, I do not trust @P.",
                   "Ruling: rejected.", "Ruling: this is wrong and is set aside.", "Ruling: overturned.",
                   "Ruling: AGAINST. There is an arithmetic mistake in it."),
        "restart": ("\nProposal @K", "\nProposal @K, written from scratch", "\nProposal @K. Again by parts.",
                    "\n[proposal] second thoughts lead to a new calculation", "\nProposal @K – slower this time",
                    "\n[proposal] retry"),
        "mend-part": ("Ruling: AGAINST. The part @L @X @R is @V and not @W.\n\nProposal @K\nKeep the rest: @T = @C.",
                      "Ruling: rejected because @W is wrong for @L @X @R.\n\nProposal @K\n@L @X @R = @V. Then @T = @C.",
                      "Ruling: overturned. For @L @X @R one gets @V, the proposal had @W.\n\n[proposal] amended sum\n@T = @C."),
        "mend-sum": ("Ruling: AGAINST. The parts hold, the sum does not.\n\nProposal @K\n@T = @C.",
                     "Ruling: rejected for a faulty addition.\n\n[proposal] amended sum\n@T = @C."),
        "mended": ("⟦Proposed answer: @C⟧", "⟦Amended answer: @C⟧", "⟦I now propose @C.⟧", "⟦My answer becomes @C.⟧"),
        "swap": ("Hearing: the same product by another route.", "Hearing. Does a second calculation bear it out?",
                 "Examination by a different split:"),
        "swapped": ("Ruling: AGAINST @P. ⟦The answer is replaced by @C.⟧",
                    "Ruling: the proposal fails this test. ⟦Answer as amended: @C⟧",
                    "Ruling: overturned, since the two disagree and the fault is in the first. ⟦I now propose @C.⟧"),
        "pass-digit": ("Hearing: last digit @DA × @DB → @DE, as stated.", "Evidence: it ends in @DE and must end in @DE.",),
        "pass-nines": ("Hearing: by nines @RA × @RB → @RM, and the answer gives @RN.",
                       "Evidence: remainders modulo 9 are @RM and @RN, equal."),
        "pass-size": ("Hearing: size about @E, credible.", "Evidence: @EA × @EB = @E is near."),
        "fail-digit": ("Hearing: last digit @DA × @DB → @DE, but the answer ends in @DN.",
                       "Evidence: it ends in @DN and must end in @DE."),
        "fail-nines": ("Hearing: by nines @RA × @RB → @RM, but the answer gives @RN.",
                       "Evidence: remainders modulo 9 are @RM and @RN, unequal."),
        "fail-size": ("Hearing: the size should be about @E.",),
        "but": ("Further hearing: the steps were read again.", "That evidence is weak.", "Yet the steps raise doubts."),
        "whole": ("Hearing: the same product by another route.", "Examination by a different split:"),
        "agreed": ("The two agree.", "This bears the proposal out.", "No contradiction found."),
        "divide": ("Hearing: @C ÷ @B = @A, as required.",),
        "fret": ("Objection: a part may be missing. Overruled, none is.", "Objection: the zeros. Overruled, they are right."),
        "close": ("Ruling: UPHELD.", "⟪Ruling: UPHELD. @C stands.⟫", "Ruling: accepted.", "⟪Ruling: accepted.\n\nFinal: @C⟫",
                  "Ruling: no fault found.", "⟪Ruling: UPHELD.\n\nTherefore @AB = @C.⟫", "⟪Ruling: in favour of @C.⟫"),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        bits = []
        for term in work.terms:
            wrong = self.stumble(t, term.value)
            note = f" [first {t.n(wrong)}, amended]" if wrong else ""
            bits.append(f"({t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}{note})")
        lead = t.one("Parts: ", "Work: ", "The parts: ", "", "By parts: ")
        text = lead + t.one(" ", ", ", "; ").join(bits)
        if t.flag("each", 0.35):
            return text + "\n" + self.sums(t, work, "@S@O@V = @T", t.one("; ", ", then "))
        return text + "\n" + t.one("Sum: ", "Added: ", "Together: ") + f"{t.sum(work)} = {t.n(work.total)}"


class KkTurnaboutProse(KkFlow):
    """A model that writes one paragraph and reconsiders in mid-sentence."""

    label = "kk-turnabout-prose"
    prose = ("comma", "plain")
    signs = ("times", "×", "by")
    methods = ("high", "chunks", "round", "swapped")
    ways: ClassVar[dict] = {"redo": 0.5, "mend": 0.35, "swap": 0.15}
    gap = " "
    fretted = 0.35
    lone_reason = True
    words: ClassVar[Words] = {
        "open": ("Multiplying @A by @B is a matter of cutting one of them up,", "The plan is simple enough,",
                 "I would go at @A times @B through its places,", "Take the two numbers as they are, @A and @B,",
                 "It helps to break this into parts,", "What is wanted is @A lots of @B,",
                 "Working this through in my head,"),
        "commit": ("⟦which makes the product @C⟧", "⟦and so I arrive at @C for the whole⟧", "⟦and the answer is @C⟧",
                   "⟦so @A times @B comes out at @C⟧", "⟦and @C is what I would answer⟧",
                   "⟦and that settles the product at @C⟧"),
        "same": ("⟦and so I am back at @C, which I now give as the answer⟧", "⟦and the answer is once more @C⟧"),
        "reject": ("– except no, that cannot be right, I must have dropped something;", "– or rather not, because I don't "
                   "believe that figure any more;", "… no, I take that back, it is wrong;",
                   "– though as I write it down I see that it is mistaken;", "– wait, no, strike that number;",
                   ", but that is false, I went astray somewhere on the way;", "– no, @P is not the product, I have slipped;"),
        "restart": ("once more from the beginning,", "so let me go back to the start,", "doing it over with a steadier hand,",
                    "the whole thing again then,", "let me rebuild it,", "afresh,", "a second run at it,"),
        "mend-part": ("– except that @L times @R is not @W, it is @V, so the sum has to be @T, that is @C,",
                      "… no, one piece is off, @L times @R ought to be @V where I said @W, and then @T makes @C,",
                      "– although, hmm, @W for @L times @R is wrong, that should be @V, and @T is @C,"),
        "mend-sum": ("– except that I added badly, @T is really @C,", "… no, the parts are right but together, as @T, "
                     "they make @C,", "– although, hmm, that addition is wrong, @T is @C and not @P,"),
        "mended": ("⟦so the answer is @C after this repair⟧", "⟦which corrects the product to @C⟧",
                   "⟦and I answer @C instead⟧", "⟦so it is @C that I should have said⟧"),
        "swap": (". Let me hold that against another way of cutting it up:", ". To test it I take the pieces differently:",
                 ". A second look from the other side:"),
        "swapped": ("which is not @P at all, so I had it wrong ⟦and the product is @C⟧",
                    "and since that is at odds with @P, where I now see the slip, ⟦I change my answer to @C⟧",
                    "so @P was mistaken ⟦and the answer has to be @C⟧"),
        "pass-digit": (". The last digit fits, @DA and @DB giving @DE",
                       ". It ends in @DE, and @DA times @DB being @DQ, so it should"),
        "pass-size": (". As to size, something about @E was to be expected", ". That sits well with a rough @E"),
        "pass-nines": (". Nines cast out, there is @RM on either side",),
        "fail-digit": (", only that it would need to end in @DE, with @DA times @DB making @DQ,",
                       ", only that the last digit, @DN, should be @DE"),
        "fail-nines": (", only that casting out nines leaves @RN where @RM is wanted",),
        "fail-size": (", only that a rough count says about @E",),
        "but": (", and yet", ", but even so", ", which proves little"),
        "whole": (". Let me hold that against another way of cutting it up:", ". A second look from the other side:"),
        "agreed": ("which is what I had", "and that agrees", "so the two bear each other out"),
        "divide": (". Divide @C by @B and @A comes back",),
        "fret": (". For a moment I thought I had lost a zero, but I had not", ". Is it too big? Not really",
                 ". I was about to doubt the middle part, but it is fine"),
        "close": (".", ".", ".", "⟪. So: @C.⟫", ". I am content with that.", "⟪, and @C it stays.⟫", ". I leave it there.",
                  "⟪. My answer, then, is @C.⟫", ". That will do."),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        bits = []
        for place, term in enumerate(work.terms):
            wrong = self.stumble(t, term.value, 0.12)
            slip = t.one(f"{t.n(wrong)}, no, rather ", f"{t.n(wrong)}, or properly ") if wrong else ""
            verb = t.one("is", "makes", "gives", "comes to") if not place or t.flag("verbs", 0.6) else "is"
            bits.append(f"{t.n(term.left)} {t.x} {t.n(term.right)} {verb} {slip}{t.n(term.value)}")
        text = t.one(", ", "; ").join(bits[:-1]) + " and " + bits[-1]
        steps = work.steps()
        added = []
        for so_far, sign, value, result in steps:
            start = t.n(so_far) if not added else t.one("then", "and then")
            joint = ("with" if added else t.one("and", "with")) if sign > 0 else "less"
            added.append(f"{start} {joint} {t.n(value)} {t.one('is', 'makes', 'comes to')} {t.n(result)}")
        return text + "; " + ", ".join(added) + ","

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub(r" +(?=[\ue000-\ue003]?[,.;…])", "", text)
        text = re.sub(r",(?=[\ue000-\ue003]*(?:[.,;…]| –))", "", text)
        return re.sub(r"\.\.+", ".", text)


class KkTerseLines(KkFlow):
    """Nearly wordless: an equation to a line, a word for a doubt."""

    label = "kk-terse-lines"
    prose = ("plain", "plain", "comma", "apostrophe")
    signs = ("x", "*", "×", "·")
    methods = ("high", "low", "chunks", "round")
    gap = "\n"
    checked, fretted, prelude = 0.35, 0.1, 0.15
    words: ClassVar[Words] = {
        "open": ("", "", "@AB", "@AB:", "Parts.", "By parts:", "@AB = ?"),
        "commit": ("⟦Answer @C.⟧", "⟦@AB = @C⟧", "⟦Ans. @C⟧", "⟦Result @C.⟧", "⟦So @C.⟧", "⟦Thus @C is the answer.⟧"),
        "same": ("⟦Answer @C, again.⟧", "⟦@C once more. Answer @C.⟧"),
        "reject": ("Wrong.", "No.", "Error somewhere. Void.", "Not @P. Cancel.", "False.", "Withdrawn.", "That fails."),
        "restart": ("Again.", "Anew:", "Redone:", "Over.", "Take @K.", "Repeat:", "Slower."),
        "mend-part": ("Wrong line: @L @X @R = @V, not @W.\n@T = @C", "No. @W should be @V.\n@T = @C",
                      "Slip at @L @X @R. It is @V.\n@T = @C"),
        "mend-sum": ("Wrong sum.\n@T = @C", "No. Add again.\n@T = @C", "Slip in adding.\n@T = @C"),
        "mended": ("⟦Corrected: @C⟧", "⟦Answer @C.⟧", "⟦@AB = @C⟧", "⟦Now @C is the answer.⟧"),
        "swap": ("Check.", "Other way:", "Proof:", "Test:"),
        "swapped": ("Not @P. ⟦Answer @C.⟧", "@P wrong. ⟦Correct: @C⟧", "Unequal; first one bad. ⟦Answer @C.⟧"),
        "pass-digit": ("Ends in @DE. Right.", "Last digit @DE, good."),
        "pass-nines": ("Nines: @RM, @RN. Good.", "Mod 9 fits."),
        "pass-size": ("About @E. Good.", "Size right."),
        "fail-digit": ("Must end in @DE.", "Last digit @DN, needs @DE."),
        "fail-nines": ("Nines: @RM, @RN.", "Mod 9: @RM wanted, @RN found."),
        "fail-size": ("Should be about @E.",),
        "but": ("Still.", "But:", "Not enough."),
        "whole": ("Check.", "Other way:", "Proof:"),
        "agreed": ("Equal.", "Same.", "Agrees.", "Good."),
        "divide": ("@C / @B = @A. Good.",),
        "fret": ("Zeros? Fine.", "Carry? Fine.", "Sure? Yes."),
        "close": ("", "", "", "", "Done.", "⟪@C⟫", "End.", "⟪Final: @C⟫"),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        for term in work.terms:
            wrong = self.stumble(t, term.value)
            slip = f"{t.n(wrong)} (no) " if wrong else ""
            lines.append(f"{t.n(term.left)} {t.x} {t.n(term.right)} = {slip}{t.n(term.value)}")
        if t.flag("each", 0.4):
            return "\n".join(lines) + "\n" + self.sums(t, work, "@S@O@V = @T", "\n")
        return "\n".join(lines) + f"\n{t.sum(work)} = {t.n(work.total)}"


class KkPorchTalker(KkFlow):
    """A talkative model that thinks aloud in a homely tone."""

    label = "kk-porch-talker"
    prose = ("comma", "comma", "plain")
    signs = ("times", "times", "×")
    methods = ("high", "chunks", "round", "low")
    prelude, checked, fretted = 0.3, 0.6, 0.4
    words: ClassVar[Words] = {
        "open": ("Alright, pull up a chair, because @A times @B is the kind of thing I like to do out loud.",
                 "Now then, @A and @B. Big enough to be a nuisance, small enough to be done by hand.",
                 "My old way with a sum like @A times @B is to chop it like firewood and stack the pieces.",
                 "Well, let's see what we've got: @A on one side, @B on the other.",
                 "Ooh, multiplication. No hurry, we'll take it in bites.",
                 "So somebody wants @A times @B. Fair enough, here we go."),
        "guess": ("Before we get going, @EA times @EB is @E, so that's the neighbourhood we're headed for.",
                  "My gut says somewhere round @E, but guts don't get full marks."),
        "commit": ("⟦So there you have it, my answer is @C.⟧", "⟦All told, @A times @B is @C.⟧",
                   "⟦Stack it all up and the answer's @C, folks.⟧", "⟦So I'd say the answer is @C.⟧",
                   "⟦And that, dear reader, makes the product @C.⟧", "⟦Call it @C; that's what @A times @B comes to.⟧"),
        "same": ("⟦Well, I'll be: the answer is @C again, so @C it is.⟧", "⟦Funny, my answer is @C a second time round.⟧"),
        "reject": ("Hang about, that's not right, is it? Chuck that answer out.", "Nope. Nope, nope. I've made a hash of "
                   "that and @P is wrong.", "Oh dear, I don't buy that one bit. Forget @P.",
                   "Blast, I got that wrong. Pay that number no mind.", "Hmm, that smells off. I was sloppy, and I'm "
                   "taking that answer back.", "You know what? That's a bad answer and I shouldn't have said it."),
        "restart": ("Back to the woodpile.", "Clean sheet, sharp pencil, off we go.", "Let me take another swing at it.",
                    "Right, from the beginning, and no daydreaming this time.", "One more go, nice and slow.",
                    "We'll do it all over, it costs nothing."),
        "mend-part": ("Hang about, I see what I did. I said @L times @R was @W, and it's @V. Put that in and @T comes to @C.",
                      "Oh, silly me: the @W bit for @L times @R should've been @V. So it's @T, and that's @C.",
                      "Hmm, one of those pieces is rotten. @L times @R is @V, never @W. Restack: @T, or @C."),
        "mend-sum": ("Hang about, the pieces are good but I can't add. @T is @C.",
                     "Oh, silly me, I botched the stacking. @T comes to @C, not @P."),
        "mended": ("⟦So the answer I should have given is @C.⟧", "⟦That fixes it: the answer's @C.⟧",
                   "⟦So scratch the old one, the answer is @C.⟧", "⟦With that patched, @A times @B is @C.⟧"),
        "swap": ("My gran always said to do a sum twice, so let's come at it from the other end.",
                 "Let me try it a different way, just to keep myself honest.", "Trust but verify, they say. Other way round:"),
        "swapped": ("Well, that's not @P, and I can see now the first go was where I went wrong. ⟦So the answer is @C.⟧",
                    "Uh-oh, that doesn't square with @P. The second go is the careful one, so ⟦my answer is now @C.⟧",
                    "Good thing I looked, because @P was wrong. ⟦The answer's @C.⟧"),
        "pass-digit": ("The tail end is right anyhow: @DA times @DB is @DQ, so it had to finish in @DE.",
                       "And it finishes in a @DE, like it ought to."),
        "pass-size": ("It's in the right parish too, what with @EA times @EB being @E.",
                      "And it's near enough to @E that I'm not alarmed."),
        "pass-nines": ("Do the nines trick and you get @RM from the two numbers and @RN from the answer. Lovely.",),
        "fail-digit": ("Look at the tail: @DA times @DB is @DQ, so it's got to finish in @DE, and mine finishes in @DN.",),
        "fail-nines": ("Do the nines trick and you get @RM from the two numbers but @RN from the answer.",),
        "fail-size": ("@EA times @EB is @E, and I'm miles away from that.",),
        "but": ("Mind you, lots of wrong answers would pass that.", "Still, something's nagging at me.",
                "That's no proof, though."),
        "whole": ("My gran always said to do a sum twice, so let's come at it from the other end.",
                  "Let me try it a different way, just to keep myself honest."),
        "agreed": ("Well look at that, the same thing. Sleep easy.", "Snap! That matches.", "Same again, so I'm happy."),
        "divide": ("Share @C out @B ways and each gets @A, as it should be.",),
        "fret": ("Did I drop a zero in the grass? Let me look… no, they're all there.",
                 "I had a wobble over one of the pieces, but it holds.",
                 "Should I go through it all again? Nah, it's good.", "Part of me wants to fuss over it. I won't."),
        "close": ("", "And that's all there is to it.", "⟪So if anyone asks, it's @C.⟫", "Kettle's on.",
                  "⟪@C. Write it down before I forget it.⟫", "Nothing to it once you chop it small.",
                  "⟪There: @A times @B, @C, done and dusted.⟫"),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        bits = [self.fill(t, t.one(
            "I'll think of @R as @F.", "Chop @R into @F.", "@R is just @F in a coat.", "The pieces of @R are @F.", "",
        ), R=t.n(work.b), F=t.factor(work))]  # fmt: skip
        asides = [", easy enough", ", if I'm not mistaken", ", thank you very much", ", give or take nothing"]
        t.rng.shuffle(asides)
        starts = ["First up,", "Then", "Next", "After that,", "And", "Also", "Carrying on,", "Then there's"]
        for place, term in enumerate(work.terms):
            start = starts[0] if not place else t.one(*starts[1:7])
            wrong = self.stumble(t, term.value, 0.1)
            slip = t.one(f"{t.n(wrong)}, no wait, ", f"{t.n(wrong)}, I mean ") if wrong else ""
            tail = asides.pop() if asides and t.chance(0.3) else ""
            bits.append(f"{start} {t.n(term.left)} {t.x} {t.n(term.right)} is {slip}{t.n(term.value)}{tail}.")
            if t.chance(0.15) and place:
                bits.append(
                    t.one("So far so good.", "Keep that in your pocket.", "I've got that written down.", "Steady.")
                )
        if t.chance(0.5):
            bits.append(self.sums(t, work, "@S @O @V is @T.", " ", "and", "take away"))
        else:
            bits.append(t.one("Stacking:", "Put together,", "Pile them up:") + f" {t.sum(work)} = {t.n(work.total)}.")
        return " ".join(bit for bit in bits if bit)


class KkAuditTables(KkFlow):
    """A report in Markdown with a table of parts and an audit under it."""

    label = "kk-audit-tables"
    prose = ("comma", "plain", "space", "narrow")
    signs = ("×", "·")
    methods = ("high", "low", "chunks", "area")
    checked, prelude, fretted = 0.7, 0.25, 0.15
    words: ClassVar[Words] = {
        "open": ("## Computation of @AB", "**Request:** @AB\n\nThe table lists the contributions.",
                 "The contributions to @AB are tabulated below.", "# @AB", "## Breakdown", "**Method:** contributions by place.",
                 "A tabular calculation follows."),
        "guess": ("**Expected magnitude:** @E (from @EA and @EB)", "*Order of magnitude: roughly @E.*"),
        "commit": ("⟦**Outcome:** @C⟧", "⟦**Reported answer: @C**⟧", "⟦The answer reported is **@C**.⟧", "⟦**@AB = @C**⟧",
                   "⟦**Value entered:** @C⟧"),
        "same": ("⟦**Outcome:** @C, identical to the withdrawn figure⟧", "⟦**Reported answer: @C** (as in the earlier table)⟧"),
        "reject": ("**Audit:** failed. The outcome is withdrawn.", "**Audit note:** the reported value @P is wrong.",
                   "**Audit:** not passed; the table above is void.", "**Audit finding:** error in the calculation, result "
                   "retracted.", "⚠️ The figure above does not hold and must be dropped.",
                   "**Audit:** the outcome was found to be incorrect."),
        "restart": ("## Recalculation", "## New table", "The contributions are determined anew.", "## Version @K",
                    "A replacement table follows.", "## Second calculation, from scratch"),
        "mend-part": ("**Audit finding:** row @L @X @R shows @W; it should show @V. Revised sum: @T = @C.",
                      "**Audit:** one entry is wrong. @L @X @R = @V rather than @W, hence @T = @C.",
                      "⚠️ Entry @W is incorrect (@L @X @R = @V). New column sum: @T = @C."),
        "mend-sum": ("**Audit finding:** rows correct, column sum wrong. @T = @C.",
                     "**Audit:** the addition failed. @T = @C instead of @P."),
        "mended": ("⟦**Corrected outcome:** @C⟧", "⟦**Answer, amended: @C**⟧", "⟦The answer is amended to **@C**.⟧",
                   "⟦**Revised value entered:** @C⟧"),
        "swap": ("**Audit:** recomputed by an alternative breakdown.", "## Cross-check table", "## Control calculation"),
        "swapped": ("The control does not reproduce @P; the error lies in the first table. ⟦**Corrected outcome:** @C⟧",
                    "Discrepancy with @P, which is withdrawn. ⟦**Reported answer: @C**⟧",
                    "The first table is refuted. ⟦The answer is amended to **@C**.⟧"),
        "pass-digit": ("**Audit:** final digit @DE (from @DA and @DB) – pass.", "- [x] final digit @DE"),
        "pass-nines": ("**Audit:** residues modulo 9: @RM and @RN – pass.", "- [x] nines: @RM = @RN"),
        "pass-size": ("**Audit:** magnitude about @E – pass.", "- [x] magnitude (about @E)"),
        "fail-digit": ("**Audit:** final digit should be @DE, found @DN.", "- [ ] final digit: @DN, expected @DE"),
        "fail-nines": ("**Audit:** residues modulo 9: @RM and @RN – fail.", "- [ ] nines: expected @RM, found @RN"),
        "fail-size": ("**Audit:** magnitude should be about @E.",),
        "but": ("A further inspection of the rows was less favourable.", "One passed test is not conclusive.",
                "The rows themselves were inspected next."),
        "whole": ("**Audit:** recomputed by an alternative breakdown.", "## Cross-check table", "## Control calculation"),
        "agreed": ("The control agrees – pass.", "Both tables give the same figure.", "No discrepancy.", "**Audit:** passed."),
        "divide": ("**Audit:** @C ÷ @B = @A – pass.",),
        "fret": ("*Remark: the zeros of the rows were inspected and are in order.*",
                 "*Remark: a suspected carry error proved unfounded.*"),
        "close": ("", "", "*End of report.*", "⟪**Summary:** @AB = @C⟫", "Status: closed ✔", "⟪| Final | @C |⟫",
                  "⟪**Conclusion.** The product is @C.⟫", "No further remarks."),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        head = t.one("| Factor | Part | Contribution |", "| × | Piece | Value |", "| Left | Right | Product |")
        rows = [head, "|---|---|---|" if t.flag("plain-rule", 0.6) else "|---:|---:|---:|"]
        for term in work.terms:
            wrong = self.stumble(t, term.value)
            value = f"~~{t.n(wrong)}~~ {t.n(term.value)}" if wrong else t.n(term.value)
            part = ("−" if term.sign < 0 else "") + t.n(term.right)
            rows.append(f"| {t.n(term.left)} | {part} | {value} |")
        if t.flag("sum-row", 0.5):
            rows.append(f"| | **Sum** | {t.n(work.total)} |")
            return "\n".join(rows)
        return (
            "\n".join(rows)
            + "\n\n"
            + t.one("Column sum: ", "Sum: ", "Adding the last column: ")
            + (f"{t.sum(work)} = {t.n(work.total)}")
        )


class KkThinkThenSay(KkFlow):
    """A reasoning model: a long thought with detail and doubts in tags, a short reply after it."""

    label = "kk-think-then-say"
    prose = ("plain", "comma")
    signs = ("*", "×", "x")
    methods = ("high", "chunks", "round", "swapped", "area")
    prelude, checked, fretted = 0.4, 0.8, 0.6
    words: ClassVar[Words] = {
        "open": ("<think>\nOkay, @AB. I need to be careful with the digits.", "<think>\nThe user is asking for @AB. I'll split.",
                 "<think>\nAlright, multiply @A by @B. What's the neatest way?", "<think>\nHmm, @AB. Parts and then a sum.",
                 "<think>\nFirst, understand the question: the product of @A and @B. Fine.",
                 "<think>\n@AB, no tools, so long multiplication in words."),
        "guess": ("Rough size first: @EA and @EB multiply to @E, so around that.",
                  "As an orientation, about @E."),
        "commit": ("⟦So the answer should be @C.⟧", "⟦Okay, so @AB = @C.⟧", "⟦So I get @C as the answer.⟧",
                   "⟦Therefore the product is @C.⟧", "⟦That means the answer is @C.⟧", "⟦So the result would be @C.⟧"),
        "same": ("⟦Okay, this run gives @C too, so the answer should be @C.⟧", "⟦So I get @C as the answer yet again.⟧"),
        "reject": ("Wait, no. That can't be the answer, I made a mistake.", "Hmm, wait. I'm fairly sure that's wrong. Discard it.",
                   "Hold on, @P is not right.", "No, hmm, I messed up somewhere in there, so that result goes.",
                   "Ugh, I don't think that's correct. I must have miscalculated.",
                   "Actually that is off. Let me throw away @P."),
        "restart": ("Let me recompute everything.", "Okay, from scratch.", "Going through it again, line by line.",
                    "So, starting again.", "Let me recalculate without skipping.", "Fresh attempt."),
        "mend-part": ("Wait, @L @X @R. I put @W, but that's wrong, it's @V. Then the sum is @T = @C.",
                      "Hold on, looking at @L @X @R again: @V. Not @W! So @T = @C.",
                      "Hmm, @W looks suspicious. @L @X @R = @V, yes, so I slipped. Redo the sum: @T = @C."),
        "mend-sum": ("Wait, the addition. @T = @C, I added wrong before.",
                     "Hold on, adding again: @T = @C. Not @P!"),
        "mended": ("⟦So the answer should be @C instead.⟧", "⟦Okay, corrected: @AB = @C.⟧", "⟦So it's @C, not what I had.⟧",
                   "⟦So the right answer is @C.⟧"),
        "swap": ("Let me verify by another approach.", "Maybe check it from a different angle.",
                 "Let me make sure, using a different breakdown."),
        "swapped": ("Hmm, that's not @P. So I made an error the first time. ⟦The answer is @C.⟧",
                    "That conflicts with @P. Looking back, the earlier one has the slip, so ⟦the answer should be @C.⟧",
                    "Oh, different from @P. I trust this one. ⟦So @AB = @C.⟧"),
        "pass-digit": ("Last digit: @DA and @DB give @DQ, so @DE at the end. Okay.", "It ends in @DE, as required by @DA times @DB."),
        "pass-nines": ("Digit sums: @RA times @RB leaves @RM mod 9, and @N leaves @RN. Good.",
                       "Mod 9 it works out, @RM and @RN."),
        "pass-size": ("Compared to @EA @X @EB = @E it seems plausible.", "Size is plausible, around @E."),
        "fail-digit": ("Last digit: @DA and @DB give @DQ, so it needs @DE at the end, but I have @DN.",),
        "fail-nines": ("Digit sums: @RA times @RB leaves @RM mod 9, but @N leaves @RN.",
                       "Mod 9 it doesn't work out, @RM against @RN."),
        "fail-size": ("Compared to @EA @X @EB = @E that's way off.",),
        "but": ("But I'm not totally convinced.", "Then again, that check is coarse.", "Hmm, but still."),
        "whole": ("Let me verify by another approach.", "Let me make sure, using a different breakdown."),
        "agreed": ("Same result, so that's verified.", "Good, that matches.", "Both approaches agree. Good.",
                   "Yes, consistent."),
        "divide": ("Going backwards, @C / @B = @A. Good.",),
        "fret": ("Wait, did I shift the digits correctly? Yes, I did.", "Hmm, is there anything I've overlooked? I don't think so.",
                 "Wait, maybe I should redo the carrying… no, it was fine.", "Am I sure about the middle part? Yes."),
        "close": ("⟪</think>\n\n@AB = **@C**⟫", "⟪</think>\n\nThe product of @A and @B is @C.⟫", "⟪</think>\n\n@C⟫",
                  "⟪</think>\n\n\\boxed{@C}⟫", "⟪</think>\n\nAfter working it out in parts, the result is **@C**.⟫",
                  "⟪</think>\n\n**Answer:** @C⟫", "⟪</think>\n\nIt is @C.⟫"),
    }  # fmt: skip

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        if t.chance(0.6) and work.method != "area":
            how = t.one("Split @R = @F.", "@R is @F.", "Using @R = @F:", "Break up @R: @F.")
            lines.append(self.fill(t, how, R=t.n(work.b), F=t.factor(work)))
        for term in work.terms:
            text, told = f"{t.n(term.left)} {t.x} {t.n(term.right)}", t.detail(term, 0.5)
            wrong = self.stumble(t, term.value, 0.12)
            if told and term.left * term.right == term.value:
                lines.append(f"{text}: {told}.")
            elif wrong:
                after = t.one("wait no,", "hmm, no, that's", "no, let me see,")
                lines.append(f"{text} = {t.n(wrong)}… {after} {t.n(term.value)}.")
            else:
                lines.append(f"{text} = {t.n(term.value)}.")
        if t.chance(0.2):
            listed = ", ".join(t.n(term.value) for term in work.terms)
            lines.append(t.one(f"So the pieces are {listed}.", f"I have {listed}."))
        if t.chance(0.6):
            lead = t.one("Add: ", "Summing up: ", "Now ", "")
            lines.append(lead + self.sums(t, work, "@S@O@V = @T.", " "))
        else:
            lines.append(f"Total: {t.sum(work)} = {t.n(work.total)}.")
        return ("\n" if t.flag("lines", 0.6) else " ").join(lines)


class KkFencedClerk(KkFlow):
    """A clerk who sets out columns in fences and signs each result."""

    label = "kk-fenced-clerk"
    prose = ("plain", "comma")
    signs = ("x", "×")
    methods = ("low", "high", "round")
    checked, fretted = 0.5, 0.2
    words: ClassVar[Words] = {
        "open": ("Set out in columns:", "Long multiplication of @A and @B:", "The sum on paper.", "Entered in the book:",
                 "Column working for @AB", "I write the two numbers under each other.", "Working sheet"),
        "commit": ("⟦Signed off as @C.⟧", "⟦The answer entered is @C.⟧", "⟦Answer: @C⟧", "⟦Under the line stands the answer, @C.⟧",
                   "⟦Reading off the bottom line, @AB = @C.⟧", "⟦I enter @C as the product.⟧"),
        "same": ("⟦The answer entered is @C, the same as was struck out.⟧", "⟦I enter @C as the product once again.⟧"),
        "reject": ("Struck out: the sheet above has a mistake in it.", "This entry is wrong and is struck out.",
                   "On looking over the columns I find @P faulty. Struck out.", "Void. I have miscounted a column.",
                   "No, this does not balance; the entry is cancelled.", "I strike out @P."),
        "restart": ("New sheet:", "Written out again:", "The sum is set out afresh:", "Sheet @K:", "A clean copy, calculated anew:",
                    "Second entry, column by column:"),
        "mend-part": ("Error in a row: @L @X @R is @V, the sheet has @W. The rows now make @T = @C.",
                      "The row @W is struck out and @V written in its place (@L @X @R). Adding again, @T = @C.",
                      "One row was miscopied; for @L @X @R it should read @V and not @W. Then @T = @C."),
        "mend-sum": ("The rows are in order, the adding is not. @T = @C.",
                     "Error under the line: @T does not make @P, it makes @C."),
        "mended": ("⟦The entry is corrected to @C.⟧", "⟦Corrected answer: @C⟧", "⟦Signed off anew as @C.⟧",
                   "⟦I enter @C as the product instead.⟧"),
        "swap": ("Counter-check on a second sheet:", "The same sum set out the other way, as a test:", "Proof sheet:"),
        "swapped": ("This does not balance with @P, where a carry went astray. ⟦The entry is corrected to @C.⟧",
                    "The sheets differ and the first is at fault. ⟦Corrected answer: @C⟧",
                    "So @P is struck out. ⟦The answer entered is @C.⟧"),
        "pass-digit": ("Units column: @DA and @DB give @DE, in order.", "Ends in @DE as it should."),
        "pass-nines": ("Proof by nines: @RM against @RN, balances.", "Nines: @RA and @RB make @RM; the result leaves @RN. In order."),
        "pass-size": ("Against @EA @X @EB = @E the size is in order.",),
        "fail-digit": ("Units column: @DA and @DB give @DE, but there is a @DN.",),
        "fail-nines": ("Proof by nines: @RM against @RN.", "Nines: @RA and @RB make @RM; the result leaves @RN."),
        "fail-size": ("It should be near @EA @X @EB = @E.",),
        "but": ("All the same I look over the rows.", "That is only one column, however.", "But the rest must be gone over too."),
        "whole": ("Counter-check on a second sheet:", "The same sum set out the other way, as a test:", "Proof sheet:"),
        "agreed": ("It balances.", "Both sheets are alike.", "In order.", "The proof agrees with the entry."),
        "divide": ("Proof by division: @C : @B = @A. In order.",),
        "fret": ("The shifts to the left were counted again and are right.", "One carry looked doubtful but is right."),
        "close": ("", "", "Book closed.", "⟪Total carried over: @C⟫", "⟪Entry: @AB = @C⟫", "Checked and filed.",
                  "⟪For the record: @C⟫", "Nothing further."),
    }  # fmt: skip

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.__dict__["rule"] = t.one("-", "-", "=", "_")
        t.__dict__["fence"] = t.one("```", "```text", "```")

    def body(self, t: Telling, work: Work) -> str:
        columns = t.columns(work, t.words, t.__dict__["rule"])
        return f"{t.__dict__['fence']}\n{columns}{t.total(work, t.words)}\n```"


STYLES = {
    style.name: style
    for style in (
        KkBaseAnswerKey(), KkScratchSft(), KkDriftedGlyphs(), KkChatSecondLook(), KkMathsDisplay(), KkRulingRetry(),
        KkTurnaboutProse(), KkTerseLines(), KkPorchTalker(), KkAuditTables(), KkThinkThenSay(), KkFencedClerk(),
    )
}  # fmt: skip
