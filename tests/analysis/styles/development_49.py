"""Solution, verdict, retry: models that judge what they wrote, mend it midway, or start over."""

from __future__ import annotations

import re

from .common import Mended, Style, Telling, Work

Pool = tuple[str, ...]


class Loop(Style):
    """The flow that the styles share: solve, commit, doubt, mend or redo, confirm, close. The words are theirs."""

    title = ""
    methods: Pool = ("high", "low", "chunks")
    marks: Pool = ("plain", "comma")
    signs: Pool = ("×",)
    tex = False
    tie = " "  # between the sentences of a confirmation
    lead, line, join, gap = "\n", "", "\n", "\n\n"
    running, slips, ways = 0.35, 0.12, (4.0, 2.0, 1.6)
    OPEN: Pool = ()
    SPLIT: Pool = ()
    TERM: Pool = ("~l ~x ~r = ~v",)
    SLIP: Pool = ()
    STEP: Pool = ("~u ~o ~v = ~w",)
    SUM: Pool = ("~s = ~t",)
    COMMIT: Pool = ()
    DOUBT: Pool = ()
    REJECT: Pool = ()
    DISOWN: Pool = ()
    RESTART: Pool = ()
    TERMFIX: Pool = ()
    SUMFIX: Pool = ()
    RECHECK: Pool = ()
    OVERTURN: Pool = ()
    AGAIN: Pool = ()
    IDLE: Pool = ()
    SECOND: Pool = ()
    AGREE: Pool = ()
    CONFIRM: Pool = ()
    CLOSE: Pool = ()
    LAST: Pool = (
        "Units digit: [[~i ~x ~j = ~k]], and ~q is what ~c ends in, too.",
        "The final digit has to be ~q because [[~i ~x ~j = ~k]], which it is.",
        "The ones digits give [[~i ~x ~j = ~k]], so an ending of ~q is right.",
        "Ones place: [[~i ~x ~j = ~k]]; the number does end in ~q.",
    )
    NINES: Pool = (
        "Remainders on division by 9: ~i and ~j for the factors, ~k for the result, and these fit.",
        "By nines: the factors leave ~i and ~j, the result leaves ~k. Consistent.",
        "Modulo 9 the factors are ~i and ~j; the result is ~k, just as it should be.",
        "Casting out nines leaves ~i and ~j on one side, ~k on the other, and they match.",
    )
    GUESS: Pool = (
        "Rounded, [[~i ~x ~j]] is [[~k]], which is the right neighbourhood.",
        "A rough figure is [[~i ~x ~j = ~k]], so the size is believable.",
        "For scale, [[~i ~x ~j = ~k]]; nothing strange there.",
        "Ballpark: [[~i ~x ~j = ~k]]. We are close to that.",
    )
    BADLAST: Pool = (
        "the factors end in ~i and ~j, so the product must end in ~q, but [[~p]] ends in ~z",
        "[[~i ~x ~j = ~k]] forces a final ~q, and [[~p]] has a final ~z",
        "the ones digit should be ~q (from [[~i ~x ~j = ~k]]), and [[~p]] shows ~z there",
        "a product of these two ends in ~q, whereas [[~p]] ends in ~z",
    )
    BADNINES: Pool = (
        "by nines the product should leave ~k, but [[~p]] leaves ~z",
        "modulo 9 I expect ~k and [[~p]] gives ~z",
        "casting out nines asks for ~k, while [[~p]] leaves ~z",
        "the remainder by 9 ought to be ~k and for [[~p]] it is ~z",
    )

    @property
    def name(self) -> str:
        return self.title

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.marks)
        t.x = t.one(*self.signs)

    def fill(self, t: Telling, text: str, /, **more: object) -> str:
        known: dict[str, object] = {"a": t.a, "b": t.b, "c": t.candidate, "p": t.previous, "x": t.x, "ab": t.ab, **more}

        def put(found: re.Match[str]) -> str:
            value = known[found[1]]
            return t.n(value) if isinstance(value, int) else str(value)

        dollar = "$" if self.tex else ""
        return re.sub("~([a-z]+)", put, text).replace("[[", dollar).replace("]]", dollar)

    def say(self, t: Telling, options: Pool, /, **more: object) -> str:
        """One of the options, if possible one that this response has not used."""
        said: set[str] = t.__dict__.setdefault("said", set())
        option = t.one(*([o for o in options if o not in said] or options))
        said.add(option)
        return self.fill(t, option, **more)

    def any(self, t: Telling, options: Pool, /, **more: object) -> str:
        return self.fill(t, t.one(*options), **more)

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, self.COMMIT))

    def terms(self, t: Telling, work: Work) -> list[str]:
        shape, slipped, lines = t.one(*self.TERM), False, []
        for term in work.terms:
            how = {"l": term.left, "r": term.right, "v": term.value}
            if self.SLIP and not slipped and t.chance(self.slips):
                slipped = True
                lines.append(self.any(t, self.SLIP, w=t.near(term.value), **how))
                continue
            detail = t.detail(term, 0.5)
            lines.append(self.fill(t, f"[[{detail}]]") if detail and self.detailed else self.fill(t, shape, **how))
        return lines

    detailed = True

    def sums(self, t: Telling, work: Work) -> list[str]:
        if len(work.terms) > 2 and t.flag("running", self.running):
            shape = t.one(*self.STEP)
            return [
                self.fill(t, shape, u=u, o="+" if sign > 0 else t.one("-", "−") if not self.tex else "-", v=v, w=w)
                for u, sign, v, w in work.steps()
            ]
        return [self.any(t, self.SUM, s=self.sum_(t, work), t=work.total)]

    def sum_(self, t: Telling, work: Work) -> str:
        return t.sum(work)

    def factor_(self, t: Telling, work: Work) -> str:
        return " + ".join(dict.fromkeys(t.n(part) for part in work.parts)) if work.method == "area" else t.factor(work)

    def body(self, t: Telling, work: Work) -> str:
        lines = [*self.terms(t, work), *self.sums(t, work)]
        split = self.say(t, self.SPLIT, y=work.b, f=self.factor_(t, work), z=work.a) + self.lead if self.SPLIT else ""
        return split + self.join.join(self.line + line for line in lines)

    def solved(self, t: Telling, *methods: str) -> str:
        return self.body(t, t.solve(*(methods or self.methods))) + self.gap + self.commit(t)

    def first(self, t: Telling) -> str:
        return self.say(t, self.OPEN) + self.gap + self.solved(t)

    def fault(self, t: Telling) -> str | None:
        """A true objection to the candidate before."""
        i, j, p = t.a % 10, t.b % 10, t.previous
        found = []
        if i * j % 10 != p % 10:
            found.append(self.any(t, self.BADLAST, i=i, j=j, k=i * j, q=i * j % 10, z=p % 10))
        if t.a * t.b % 9 != p % 9:
            found.append(self.any(t, self.BADNINES, k=t.a * t.b % 9, z=p % 9))
        return t.one(*found) if found else None

    def passed(self, t: Telling) -> str:
        """A check that the candidate passes, if there is one."""
        found = []
        if last := t.last_digit():
            i, j, k = last
            found.append(self.any(t, self.LAST, i=i, j=j, k=k, q=k % 10))
        if nines := t.nines():
            found.append(self.any(t, self.NINES, **dict(zip("ijk", nines, strict=True))))
        if (guess := t.estimate()) and guess[0] != t.a and guess[1] != t.b:
            found.append(self.any(t, self.GUESS, **dict(zip("ijk", guess, strict=True))))
        return t.one(*found) if found else ""

    def reject(self, t: Telling) -> str:
        if t.same:
            return self.say(t, self.DISOWN)
        text = self.say(t, self.REJECT)
        fault = self.fault(t)
        if fault and t.chance(0.5):
            return self.objection(t, fault) + " " + text
        return text

    def objection(self, t: Telling, fault: str) -> str:
        return t.one("Check: ", "One test: ", "A quick test: ", "Look: ", "Here is a problem: ") + fault + "."

    def mended(self, t: Telling, m: Mended) -> str:
        s, total = self.sum_(t, m.work), m.work.total
        if m.place is None:
            return self.say(t, self.SUMFIX, s=s, t=total)
        term = m.work.terms[m.place]
        return self.say(t, self.TERMFIX, l=term.left, r=term.right, w=m.was, v=m.now, s=s, t=total)

    def again(self, t: Telling) -> str:
        redo, mend, recheck = self.ways
        way = t.way(redo=redo, mend=mend, recheck=recheck)
        doubt = self.gap + (self.say(t, self.DOUBT) + " " if t.chance(0.6) else "")
        if way == "mend" and (m := t.mend()):
            return doubt + self.mended(t, m) + self.gap + self.commit(t)
        if way == "recheck":
            text = self.say(t, self.RECHECK) + self.gap + self.body(t, t.other(*self.methods))
            return self.gap + text + self.gap + t.c(self.say(t, self.OVERTURN))
        text = doubt + self.reject(t) + " " + self.say(t, self.RESTART) + self.gap + self.solved(t, *self.anew)
        return text + (" " + self.say(t, self.AGAIN) if t.same and t.chance(0.5) else "")

    anew: Pool = ("high", "low", "chunks", "swapped", "round")

    def confirm(self, t: Telling) -> str:
        text, draw = "", t.rng.random()
        if draw < 0.2:
            text = self.say(t, self.SECOND) + self.gap + self.body(t, t.other()) + self.gap + self.say(t, self.AGREE)
        elif draw < 0.45:
            passed = self.passed(t)
            text = (self.say(t, self.IDLE) + self.tie if t.chance(0.5) else "") + passed + (self.tie if passed else "")
            text += self.say(t, self.CONFIRM)
        elif draw < 0.6:
            text = self.say(t, self.IDLE) + self.tie + self.say(t, self.CONFIRM)
        elif draw < 0.8:
            text = self.say(t, self.CONFIRM)
        return self.gap + text if text else ""

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(r" +\n", "\n", text)

    def closing(self, t: Telling) -> str:
        text = self.confirm(t)
        if not text or t.chance(0.7):
            text += self.gap + t.r(self.say(t, self.CLOSE))
        return text


class TryAndJudge(Loop):
    """Reflection data: Try, Judgement, Next try; plain lines."""

    title = "oo-try-and-judge"
    signs = ("×", "x", "*")
    ways = (4.0, 2.0, 1.0)
    gap = "\n"
    OPEN = (
        "Try 1\nI split one factor.",
        "Try 1: by partial products",
        "Try 1 (place value)",
        "First try:",
        "Try no. 1. Work it out piece by piece.",
        "Try 1. Plan: multiply by each part, then add.",
    )
    SPLIT = (
        "~y is ~f.",
        "~y = ~f",
        "Use ~y = ~f.",
        "Write ~y as ~f.",
        "Parts of ~y: ~f.",
        "Take ~y apart: ~f.",
    )
    TERM = ("~l ~x ~r = ~v", "~l ~x ~r -> ~v", "~r times ~l = ~v")
    SLIP = (
        "~l ~x ~r = ~w, scratch that, ~l ~x ~r = ~v",
        "~l ~x ~r = ~w (no: ~v)",
        "~l ~x ~r = ~w ... miscounted, it is ~v",
        "~l ~x ~r = ~v (I nearly put ~w)",
    )
    SUM = ("Sum: ~s = ~t", "~s = ~t", "All together ~s = ~t", "Add: ~s = ~t")
    COMMIT = (
        "Result of this try: ~c",
        "This try says ~c.",
        "Outcome: ~ab = ~c",
        "So the try ends at ~ab = ~c.",
        "Product proposed: ~c",
        "Proposed: ~c",
        "I put down ~c.",
    )
    DOUBT = (
        "Judgement pending.",
        "Looking over the try line by line.",
        "Reading the try once more.",
        "Judging what I wrote.",
        "Is this try sound?",
        "Going back over each line.",
    )
    REJECT = (
        "Judgement: fail, ~p is not the product.",
        "Judgement: ~p is wrong.",
        "Judgement: does not hold. Drop ~p.",
        "Judgement: reject ~p.",
        "Judgement: bad try, ~p cannot stay.",
        "Judgement: incorrect.",
    )
    DISOWN = (
        "Judgement: not convinced by ~p, the try is void.",
        "Judgement: unproven. I set ~p aside.",
        "Judgement: too shaky, discard the try.",
        "Judgement: no confidence in ~p, it does not count.",
        "Judgement: void, I skipped the checking.",
    )
    RESTART = (
        "\nNext try:",
        "\nNew try, from nothing:",
        "\nAnother try.",
        "\nFresh try, nothing carried over.",
        "\nTry again, slower.",
        "\nOnce more from the top.",
    )
    TERMFIX = (
        "Judgement: one line is off. ~l ~x ~r was given as ~w and should be ~v.\nRepair: ~s = ~t",
        "Judgement: fail at ~l ~x ~r; I wrote ~w, correct is ~v.\nNext try with that line fixed: ~s = ~t",
        "Judgement: ~p is wrong because ~l ~x ~r = ~v and not ~w.\nSum again: ~s = ~t",
        "Judgement: ~w is a wrong partial. ~l ~x ~r = ~v.\nSecond sum: ~s = ~t",
    )
    SUMFIX = (
        "Judgement: partials fine, addition wrong.\nAdd again: ~s = ~t",
        "Judgement: the sum slipped, ~p is out.\n~s = ~t",
        "Judgement: reject ~p, the adding was careless.\nNew sum: ~s = ~t",
        "Judgement: all products hold but they do not add to ~p.\nRepair: ~s = ~t",
    )
    RECHECK = (
        "Judgement needs a test. Compute another way:",
        "Testing the try with a different split:",
        "Judgement by recomputation:",
        "To judge, I do the product over by a second road:",
    )
    OVERTURN = (
        "The test gives ~c and the try gave ~p. Judgement: the try fails, the product is ~c.",
        "~c, not ~p. Judgement: ~p overturned, ~c proposed.",
        "Mismatch: ~p before, ~c now. The test was done more carefully, so I go with ~c.",
        "Judgement: the try was wrong; corrected product ~c (was ~p).",
    )
    AGAIN = (
        "(Same as the last try.)",
        "(The earlier figure again.)",
        "(It came back.)",
        "(No change from the voided try.)",
    )
    IDLE = (
        "Did I lose a zero somewhere? No, the zeros are all there.",
        "The carries bother me, but they are fine on a second look.",
        "Should a part be missing? No, every part was used.",
        "Was one line copied wrong? It was not.",
    )
    SECOND = (
        "Judgement by a second way, only to compare:",
        "Cross-test of the try:",
        "Compare with the factors exchanged:",
        "For the judgement, one independent run:",
    )
    AGREE = (
        "Equal. Judgement: pass.",
        "It agrees with the try. Judgement: correct.",
        "Same number. Judgement: the try stands.",
        "No difference. Judgement: accepted.",
    )
    CONFIRM = (
        "Judgement: pass.",
        "Judgement: correct.",
        "Judgement: the try stands.",
        "Judgement: every line holds, accepted.",
        "Judgement: sound, no retry needed.",
        "Judgement: right.",
    )
    CLOSE = (
        "Final: ~c",
        "Accepted product: ~c",
        "Final answer: ~c",
        "Done: ~ab = ~c",
        "End result ~c",
        "Submit ~c.",
    )


class LatexRetrier(Loop):
    """LaTeX prose with displays and a box at each attempt."""

    title = "oo-latex-retrier"
    marks = ("plain", "latex", "thin")
    signs = ("\\times", "\\cdot")
    tex = True
    methods = ("high", "chunks", "area", "round")
    lead, join, gap = "\n", "\n", "\n\n"
    OPEN = (
        "We compute [[~ab]] by distributing one factor over the other.",
        "To find [[~ab]], expand one factor by place value.",
        "The product [[~ab]] is evaluated as follows.",
        "Let us evaluate [[~ab]] with the distributive law.",
        "We want [[N = ~ab]].",
        "Our goal is the exact value of [[~ab]].",
    )
    SPLIT = (
        "Decompose [[~y]]:\n\\[ ~y = ~f \\]",
        "Since [[~y = ~f]], the pieces are",
        "With [[~y = ~f]] we get",
        "Put [[~y = ~f]]. Then",
        "Using [[~y = ~f]]:",
    )
    TERM = ("\\[ ~l ~x ~r = ~v \\]", "\\[ ~r ~x ~l = ~v \\]", "\\[ ~l ~x ~r = ~v, \\]")
    SLIP = (
        "\\[ ~l ~x ~r = ~w \\]\n(I misplaced a digit; the line should read [[~l ~x ~r = ~v]].)",
        "\\[ ~l ~x ~r = ~w \\]\nActually that line is [[~l ~x ~r = ~v]].",
        "\\[ ~l ~x ~r = ~w \\;\\to\\; ~v \\]\n(corrected on the spot)",
    )
    STEP = ("\\[ ~u ~o ~v = ~w \\]",)
    SUM = ("Summing,\n\\[ ~s = ~t. \\]", "Collecting the pieces gives\n\\[ ~s = ~t. \\]", "Together:\n\\[ ~s = ~t \\]")
    COMMIT = (
        "Hence [[\\boxed{~c}]].",
        "This yields\n\\[ \\boxed{~c} \\]",
        "Therefore [[~ab = \\boxed{~c}]].",
        "We obtain [[N = \\boxed{~c}]].",
        "Thus the product equals [[\\boxed{~c}]].",
        "So\n\\[ ~ab = \\boxed{~c}. \\]",
    )
    DOUBT = (
        "\\textbf{Review.} We reread the computation.",
        "\\textit{Verification.} Not every line convinces me.",
        "Before leaving it there, we go over the lines.",
        "Let us examine the boxed value.",
        "A remark on what was boxed.",
        "\\textbf{Inspection.}",
    )
    REJECT = (
        "The value [[~p]] is incorrect.",
        "So the box above is withdrawn.",
        "We must retract [[~p]].",
        "Consequently [[~p]] cannot be the product.",
        "The boxed [[~p]] contains an error.",
    )
    DISOWN = (
        "I cannot vouch for [[~p]] and withdraw it.",
        "The derivation was too hasty, so [[~p]] is struck out.",
        "The value [[~p]] has not been justified; we discard it.",
        "We do not rely on [[~p]] any further.",
        "I retract the box, since I am not certain of the carries.",
    )
    RESTART = (
        "We restart the evaluation.",
        "Here is a new derivation.",
        "We repeat the whole computation with more care.",
        "\\textbf{Second derivation.}",
        "Starting over:",
        "We derive the product anew.",
    )
    TERMFIX = (
        "The faulty line is [[~l ~x ~r]]: it equals [[~v]], not [[~w]]. With this correction\n\\[ ~s = ~t. \\]",
        "An error occurs in [[~l ~x ~r = ~w]]; the correct value is [[~v]]. The sum becomes\n\\[ ~s = ~t. \\]",
        "We had [[~w]] where [[~l ~x ~r = ~v]] is required, so [[~p]] falls. Now\n\\[ ~s = ~t. \\]",
        "The term [[~l ~x ~r]] was miscomputed as [[~w]]; replace it by [[~v]]:\n\\[ ~s = ~t. \\]",
    )
    SUMFIX = (
        "The terms are right, but their sum is not [[~p]]:\n\\[ ~s = ~t. \\]",
        "The addition was faulty, and [[~p]] is withdrawn. Adding again,\n\\[ ~s = ~t. \\]",
        "Only the last addition fails. Correctly,\n\\[ ~s = ~t. \\]",
        "We retract [[~p]]: a carry was lost in the addition. In fact\n\\[ ~s = ~t. \\]",
    )
    RECHECK = (
        "\\textbf{Check.} Distribute the other factor instead.",
        "To verify the box, evaluate the product along a different route.",
        "As verification, we expand differently.",
        "We test this value with a second expansion.",
    )
    OVERTURN = (
        "This contradicts [[~p]]. The second expansion is the reliable one, so the answer is [[\\boxed{~c}]].",
        "The verification fails for [[~p]]; the corrected value is [[\\boxed{~c}]].",
        "We see that [[~p]] was wrong and must be replaced by\n\\[ \\boxed{~c}. \\]",
        "The former box does not survive. Corrected: [[~ab = \\boxed{~c}]].",
    )
    AGAIN = (
        "This is the value that was withdrawn, now derived properly.",
        "The earlier number is thereby restored.",
        "We are back at the former value.",
        "It coincides with the discarded one.",
    )
    IDLE = (
        "One may wonder about the powers of ten, yet they are in order.",
        "Could a term be missing? Each place of the factor has been used, so no.",
        "The middle terms look suspicious at first sight, but they are right.",
        "Is the alignment of the summands correct? It is.",
    )
    SECOND = (
        "\\textbf{Check.} For confirmation, distribute the other factor:",
        "The same value should follow from another expansion:",
        "A confirmation by an independent expansion:",
        "We confirm the box with a different decomposition:",
    )
    AGREE = (
        "Both expansions agree.",
        "This is the boxed value again, as desired.",
        "The check succeeds.",
        "The two derivations coincide. \\(\\checkmark\\)",
    )
    LAST = (
        "The units digits give [[~i ~x ~j = ~k]], so the last digit [[~q]] is right.",
        "Modulo [[10]] we have [[~i ~x ~j \\equiv ~q]], as required.",
        "The last digit must be [[~q]] in view of [[~i ~x ~j = ~k]], and it is.",
    )
    NINES = (
        "Modulo [[9]]: [[~i ~x ~j \\equiv ~k]], in agreement.",
        "The residues modulo [[9]] are [[~i]], [[~j]] and [[~k]], which is consistent.",
        "Casting out nines gives [[~i ~x ~j \\equiv ~k \\pmod 9]]. \\(\\checkmark\\)",
    )
    GUESS = (
        "Also [[~ab \\approx ~i ~x ~j = ~k]], so the magnitude is plausible.",
        "An estimate is [[~i ~x ~j = ~k]], of the right order.",
        "Compare [[~i ~x ~j = ~k]]: the size is reasonable.",
    )
    CONFIRM = (
        "The result stands.",
        "No error is found.",
        "Every line is verified.",
        "The computation is confirmed.",
        "We keep the boxed value.",
        "Nothing needs to be changed.",
    )
    CLOSE = (
        "The final answer is [[\\boxed{~c}]].",
        "\\[ ~ab = ~c \\]",
        "Answer: [[~c]].",
        "In conclusion, [[~ab = ~c]].",
        "\\[ \\boxed{~c} \\]",
        "Final value: [[~c]].",
    )


class PadStrip(Loop):
    """A small model with a scratchpad in tags and an output line after it."""

    title = "oo-pad-strip"
    marks = ("plain",)
    signs = ("*", "x")
    methods = ("low", "high")
    gap, slips, detailed = "\n", 0.15, False
    OPEN = ("<pad>\n~a * ~b", "<pad>\ntask ~a * ~b", "<pad>\nmul ~a ~b", "<pad>\n~a by ~b", "<pad>\nneed ~a * ~b")
    SPLIT = ("~y : ~f", "cut ~y = ~f", "~y -> ~f", "parts ~f", "split ~y into ~f")
    TERM = ("~l ~x ~r = ~v", "~r ~x ~l = ~v", "~l ~x ~r ; ~v")
    SLIP = ("~l ~x ~r = ~w <fix> ~v", "~l ~x ~r = ~w no ~v", "~l ~x ~r = ~w # bad digit, ~v", "~l ~x ~r = ~v (not ~w)")
    STEP = ("~u ~o ~v = ~w", "acc ~u ~o ~v = ~w", "acc ~w (~u ~o ~v)")
    SUM = ("~s = ~t", "add ~s = ~t", "sum ~s = ~t")
    COMMIT = (
        "</pad>\nout: ~c",
        "</pad>\noutput ~c",
        "</pad>\nout = ~c",
        "</pad>\n~a * ~b = ~c",
        "</pad>\nresult: ~c",
    )
    DOUBT = ("<look>", "<look> reread pad:", "<look> hmm,", "<look> check lines:", "<look> test the output:")
    REJECT = (
        "bad. output ~p wrong </look>",
        "wrong </look>",
        "~p no good </look>",
        "error in pad, ~p dropped </look>",
        "fails, ~p off </look>",
    )
    DISOWN = (
        "not sure, drop ~p </look>",
        "unsure of ~p, throw away </look>",
        "pad unclear, output withdrawn </look>",
        "low trust, ~p cancelled </look>",
    )
    RESTART = (
        "\n<pad>\nagain",
        "\n<pad>\nredo all",
        "\n<pad>\nnew pad",
        "\n<pad>\nfrom start",
        "\n<pad>\nonce more ~a * ~b",
    )
    TERMFIX = (
        "~l ~x ~r is ~v not ~w, output wrong </look>\n<pad>\n~s = ~t",
        "line ~w bad </look>\n<pad>\n~l ~x ~r = ~v\n~s = ~t",
        "~p wrong </look>\n<pad>\nfix ~l ~x ~r = ~v (was ~w)\nadd ~s = ~t",
        "mistake at ~l ~x ~r </look>\n<pad>\n~w -> ~v\n~s = ~t",
    )
    SUMFIX = (
        "sum wrong </look>\n<pad>\n~s = ~t",
        "lines ok, adding bad </look>\n<pad>\nadd again ~s = ~t",
        "~p not the sum </look>\n<pad>\n~s = ~t",
        "carry lost in the add </look>\n<pad>\nredo ~s = ~t",
    )
    RECHECK = (
        "<look> other way </look>\n<pad>",
        "<look> check by new cut </look>\n<pad>",
        "<look> compute twice </look>\n<pad>",
        "<look> try flipped </look>\n<pad>",
    )
    OVERTURN = (
        "~c vs ~p, differ, old wrong\n</pad>\nout: ~c",
        "not ~p\n</pad>\ncorrected out: ~c",
        "</pad>\nold ~p wrong, out = ~c",
        "no match, keep this one\n</pad>\nresult: ~c",
    )
    AGAIN = ("(same)", "(as before)", "(same out)", "(equal to old)")
    IDLE = (
        "<look> zeros? ok </look>",
        "<look> carry? fine </look>",
        "<look> part missing? no </look>",
        "<look> copy ok? yes </look>",
    )
    SECOND = ("<look> compare other way", "<look> second way", "<look> verify flipped", "<look> verify")
    AGREE = ("same, good </look>", "match </look>", "equal, ok </look>", "agrees </look>")
    LAST = (
        "<look> end digit ~i * ~j = ~k, ~q ok </look>",
        "<look> ~i * ~j ends ~q, yes </look>",
        "<look> ones ~q fits </look>",
    )
    NINES = ("<look> mod 9: ~i ~j -> ~k ok </look>", "<look> nines ~i ~j ~k fit </look>", "<look> rem 9 ~k, ok </look>")
    GUESS = ("<look> near ~i * ~j = ~k fine </look>", "<look> about ~k, size ok </look>", "<look> rough ~k ok </look>")
    BADLAST = ("ends ~z, should end ~q", "last digit ~z, need ~q", "~i * ~j ends ~q, have ~z")
    BADNINES = ("mod 9 ~z, need ~k", "nines give ~k, have ~z", "rem by 9 is ~z not ~k")
    CONFIRM = (
        "<look> good </look>",
        "<look> all lines ok </look>",
        "<look> right </look>",
        "<look> passes </look>",
        "<look> no error </look>",
    )
    CLOSE = ("final ~c", "answer ~c", "done ~c", "<end> ~c", "say ~c", "answer: ~c")

    def objection(self, t: Telling, fault: str) -> str:
        return fault + ","

    def again(self, t: Telling) -> str:
        text = super().again(t)
        return text if "<look>" in text else text.replace("\n", "\n<look> ", 1)


class SwervingProse(Loop):
    """Plain paragraphs that turn round in the middle of a sentence."""

    title = "oo-swerving-prose"
    marks = ("comma", "plain", "space")
    signs = ("×", "times", "·")
    methods = ("high", "chunks", "round", "swapped")
    lead, join, gap = " ", " ", " "
    slips, ways, detailed = 0.3, (3.0, 3.0, 2.0), False
    OPEN = (
        "Okay, ~ab.",
        "The product of ~a and ~b, then.",
        "Multiplying ~a by ~b in my head, more or less.",
        "So we need ~ab.",
        "What is ~ab? Break it up.",
        "~ab is easiest in chunks.",
    )
    SPLIT = (
        "I see ~y as ~f.",
        "Here ~y is ~f.",
        "Take ~y as ~f.",
        "I will break ~y into ~f.",
        "The number ~y comes apart as ~f.",
    )
    TERM = ("~l ~x ~r is ~v.", "~l ~x ~r comes to ~v.", "~l ~x ~r makes ~v.", "From ~l ~x ~r I get ~v.")
    SLIP = (
        "~l ~x ~r is ~w, or rather no, I mangled a digit, it is ~v.",
        "~l ~x ~r makes ~w... hm, that should be ~v.",
        "~l ~x ~r would be ~w, except that I forgot a carry, so ~v.",
        "For ~l ~x ~r I first thought ~w but it is ~v.",
    )
    STEP = ("~u ~o ~v is ~w.", "~u ~o ~v makes ~w.", "Then ~u ~o ~v, that is ~w.")
    SUM = (
        "Putting them together, ~s = ~t.",
        "Those combine as ~s, which is ~t.",
        "And ~s makes ~t.",
        "The lot, ~s, comes to ~t.",
    )
    COMMIT = (
        "So ~ab is ~c.",
        "That makes the product ~c.",
        "I'd answer ~c.",
        "Which means the answer is ~c.",
        "So the whole thing is ~c.",
        "Good, ~c it is.",
    )
    DOUBT = (
        "Hang on.",
        "Except that something there smells off.",
        "Hmm, no.",
        "Although, reading that back, I'm uneasy.",
        "Ah, hold it.",
        "Mm, one moment.",
    )
    REJECT = (
        "That number is wrong.",
        "~p can't be the product.",
        "I got that wrong, forget ~p.",
        "~p doesn't survive a second look.",
        "So ~p is a mistake.",
        "I take ~p back.",
    )
    DISOWN = (
        "I rushed it and don't believe ~p, so I'm dropping it.",
        "I don't trust ~p at all, so forget I said it.",
        "I couldn't defend ~p if asked, so away with it.",
        "I was sloppy, and I'd rather not count ~p.",
    )
    RESTART = (
        "Let me go through it afresh.",
        "Back to the start, then.",
        "I'll do the entire thing over.",
        "From scratch, and slower this time.",
        "Once again, with a clear head.",
        "New start.",
    )
    TERMFIX = (
        "I said ~l ~x ~r was ~w and it's really ~v, so ~p is no good; the sum becomes ~s = ~t.",
        "The bit with ~l ~x ~r is wrong: not ~w but ~v. Then ~s = ~t.",
        "~w for ~l ~x ~r? It should have been ~v. That changes the sum to ~s = ~t.",
        "I slipped on ~l ~x ~r, which is ~v where I had ~w. With that mended, ~s = ~t.",
    )
    SUMFIX = (
        "I added badly. The same pieces, ~s, actually make ~t.",
        "The pieces are right but ~p isn't their sum: ~s = ~t.",
        "I must have dropped a carry in the adding, since ~s = ~t.",
        "My addition was off, ~p is out, and ~s is ~t.",
    )
    RECHECK = (
        "Let me see if another route lands on the same number.",
        "I want to see that confirmed some other way.",
        "Before I move on, the same product by a different path.",
        "Can I get ~p some other way?",
    )
    OVERTURN = (
        "So that's ~c and not ~p; I botched it before, and the answer is ~c.",
        "Which disagrees with ~p, and I can see this one is cleaner, so I'm switching to ~c.",
        "Oh. That isn't ~p. The right answer is ~c, then.",
        "So ~p was off, and ~c is what I should have said.",
    )
    AGAIN = (
        "Funny, the very number I threw out.",
        "So I was at the same place before.",
        "The same as last time, after all that.",
        "Ha, back where I was.",
    )
    IDLE = (
        "Wait, did I drop a zero? No, they're all in there.",
        "Hm, was that carry right? Yes, it was.",
        "Hold on, did I skip a piece? No, I used every one.",
        "Or should that be bigger? No, I don't see why.",
    )
    SECOND = (
        "As a sanity check the other way about:",
        "To be safe, by another path:",
        "And to double up on it, splitting differently:",
        "For my peace of mind, once more by other pieces:",
    )
    AGREE = (
        "Same number, so it's right.",
        "That agrees, nice.",
        "And that matches what I had.",
        "No surprise there, it's the same.",
    )
    CONFIRM = (
        "That seems right.",
        "I'm happy with it.",
        "Nothing wrong that I can see.",
        "It holds together.",
        "I'll stay with that.",
        "Looks fine.",
    )
    CLOSE = (
        "So, ~c.",
        "The answer: ~c.",
        "In short, ~ab is ~c.",
        "Final word: ~c.",
        "My answer is ~c.",
        "There you go, ~c.",
    )


class KitchenTutor(Loop):
    """A talkative tutor who speaks to a pupil and mends what was said."""

    title = "oo-kitchen-tutor"
    marks = ("comma",)
    signs = ("×", "x")
    methods = ("high", "round", "chunks", "low")
    ways = (3.0, 3.0, 1.5)
    OPEN = (
        "Lovely, let's do ~ab together! 😊",
        "Right then, grab a pencil: we are going to multiply ~a by ~b.",
        "Good question! ~ab looks scary, but we can slice it like a cake.",
        "Happy to help you with ~ab. We'll go one bite at a time.",
        "Okay my friend, ~ab. Ready?",
        "Let's cook up ~ab in small portions.",
    )
    SPLIT = (
        "First we slice ~y: it's ~f. Now each slice meets ~z:",
        "Notice that ~y is the same as ~f, so we multiply ~z by every slice:",
        "Think of ~y as ~f. Easy numbers! One at a time:",
        "Can you see that ~y = ~f? Great, then:",
        "Cut ~y into ~f and take the slices in turn:",
    )
    TERM = ("~l ~x ~r = ~v", "~l ~x ~r gives us ~v", "~r lots of ~l: ~v", "~l ~x ~r, that's ~v")
    SLIP = (
        "~l ~x ~r = ~w — oops, see what I did? I forgot a carry. It's ~v",
        "~l ~x ~r = ~w... no no, silly me, ~v",
        "~l ~x ~r = ~v (a common slip here is ~w, watch out!)",
        "~l ~x ~r, that's ~w, hmm, let me fix that: ~v",
    )
    STEP = ("~u ~o ~v = ~w", "~u ~o ~v, so now we hold ~w")
    SUM = (
        "Stir everything together: ~s = ~t",
        "And the grand total: ~s = ~t",
        "Pop them in one bowl: ~s = ~t",
        "Now the adding: ~s = ~t",
    )
    COMMIT = (
        "So there we have it: ~ab = ~c! 🎉",
        "And that means our answer is ~c.",
        "Ta-da, ~c!",
        "So you can write down ~c.",
        "Which tells us that ~a times ~b makes ~c.",
        "Our product is ~c, then.",
    )
    DOUBT = (
        "Now, a good cook tastes before serving.",
        "Hmm, let's look at that with fresh eyes.",
        "Hold the pencil a second.",
        "Do you spot anything odd? I do.",
        "Wait, before you close the notebook...",
        "Let me taste that again, so to speak.",
    )
    REJECT = (
        "I'm afraid I told you wrong: ~p isn't the answer.",
        "Please cross out ~p, I made a mistake.",
        "So ~p must be wrong. My bad!",
        "That ~p is off, sorry about that.",
        "Rub out ~p, it isn't right.",
        "Oh dear, ~p was a mistake of mine.",
    )
    DISOWN = (
        "I went too fast, and I don't want you to rely on ~p. Cross it out for now.",
        "I can't honestly promise you ~p, so rub it out please.",
        "I'm not comfortable with ~p, let's pretend I never said it.",
        "I lost track of my own carries there, so we won't keep ~p.",
    )
    RESTART = (
        "Clean page, here we go again.",
        "Let's start the recipe over.",
        "Back to the beginning, a little slower this time.",
        "We'll do it all again, nice and tidy.",
        "No harm done, we simply begin anew.",
        "Second helping!",
    )
    TERMFIX = (
        "See the slice ~l ~x ~r? I told you ~w, and it's ~v. So ~p can't be right. Adding once more: ~s = ~t",
        "I burnt one slice: ~l ~x ~r should be ~v instead of ~w. The new total: ~s = ~t",
        "My mistake is in ~l ~x ~r. Not ~w! It's ~v. So we add again: ~s = ~t",
        "Change ~w to ~v, because that is what ~l ~x ~r really makes. Then ~s = ~t",
    )
    SUMFIX = (
        "All slices are fine, I just added them badly. Look: ~s = ~t",
        "The slices are good, the stirring wasn't: ~s = ~t, not ~p.",
        "I dropped a carry when adding, so scrap ~p. Really ~s = ~t",
        "Cross out ~p, the addition went wrong. Properly: ~s = ~t",
    )
    RECHECK = (
        "Shall we see if it works out another way too? Good habit!",
        "Let's test ourselves with a different slicing.",
        "Now I'd like to double-check it with you by another road.",
        "Always taste twice. A different way:",
    )
    OVERTURN = (
        "Oh! Now we get ~c, and before I said ~p. I see I was careless before, so please write ~c instead.",
        "That's not the ~p we had! This time we were more careful, so our answer is ~c.",
        "Well, look at that, ~c. So ~p was wrong and ~c is right.",
        "See why we test? ~p was wrong, it should be ~c.",
    )
    AGAIN = (
        "Well, hello again, same number as before!",
        "Funny, that's what we crossed out earlier.",
        "And that's exactly what we had before.",
        "So the old number comes back.",
    )
    IDLE = (
        "You may ask whether we forgot a slice. We didn't!",
        "Did we lose a zero on the way? Count them: no.",
        "Is it too large, perhaps? I don't think so.",
        "Were the carries all right? I went over them, yes.",
    )
    SECOND = (
        "Want to see that it works another way, too? Watch:",
        "Let's prove it to grandma by slicing the other number:",
        "As a little bonus check, a second way:",
        "And to be sure, we cook the same dish differently:",
    )
    AGREE = (
        "The same again, so we can trust it. 👍",
        "It matches! Well done us.",
        "Same taste, same answer.",
        "See? It comes out equal.",
    )
    CONFIRM = (
        "So we got it right, well done!",
        "Our answer is fine.",
        "Everything checks out, gold star.",
        "Yes, that's right.",
        "All good, you can keep it.",
        "It's correct, trust the recipe.",
    )
    CLOSE = (
        "So remember: ~ab = ~c. Want to try another?",
        "Final answer for your notebook: ~c.",
        "That's it, ~c. You did great!",
        "Underline it: **~c**.",
        "Answer: ~c. Any questions?",
        "Serve it up: ~ab = **~c**.",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self.line = ""

    def sums(self, t: Telling, work: Work) -> list[str]:
        lines = super().sums(t, work)
        return [*([t.one("Now we add them up:", "And stir:", "Adding as we go:")] if len(lines) > 1 else []), *lines]


class HeadedHelper(Loop):
    """A chat assistant: Markdown headings, bold, list items."""

    title = "oo-headed-helper"
    marks = ("comma", "plain")
    signs = ("×", "\\*", "x")
    methods = ("high", "low", "chunks", "area", "round")
    lead, line = "\n\n", "- "
    ways = (3.0, 2.5, 2.0)
    OPEN = (
        "## ~ab\n\n### Working",
        "### Calculating ~ab",
        "## Product of ~a and ~b\n\n**Method:** partial products",
        "Here is the calculation of **~ab**.\n\n### Partial products",
        "Sure! Below is the multiplication, one piece at a time.",
        "### Part A: multiply",
    )
    SPLIT = (
        "Expand ~y as ~f:",
        "Since ~y = ~f, multiply ~z by each part:",
        "~y breaks down into ~f.",
        "Decomposition: ~y = ~f",
        "The parts of ~y are ~f.",
    )
    TERM = ("~l ~x ~r = ~v", "~l ~x ~r = **~v**", "**~r:** ~l ~x ~r = ~v", "`~l × ~r` → ~v")
    SLIP = (
        "~l ~x ~r = ~w (typo, correct: ~v)",
        "~l ~x ~r = ~w → *correction:* ~v",
        "~l ~x ~r = ~v *(not ~w, as I first typed)*",
    )
    STEP = ("~u ~o ~v = ~w",)
    SUM = ("Total: ~s = ~t", "Sum of parts: ~s = ~t", "Added up: ~s = ~t")
    COMMIT = (
        "**Product: ~c**",
        "**~ab = ~c**",
        "The result is **~c**.",
        "### Result\n\n~c",
        "➡️ **~c**",
        "This gives a product of **~c**.",
    )
    DOUBT = (
        "### Review",
        "### Second look",
        "### Quality check",
        "---\n\n*Reviewing the above.*",
        "### Hold on",
        "> **Note:** I reread the steps.",
    )
    REJECT = (
        "**~p is not correct.**",
        "❌ The result above is wrong.",
        "Unfortunately, ~p is an error on my part.",
        "Please disregard ~p.",
        "The figure ~p fails the review.",
        "I need to retract **~p**.",
    )
    DISOWN = (
        "I am not confident in ~p and withdraw it.",
        "Please disregard ~p for now; the steps were not careful enough.",
        "⚠️ The figure ~p is not reliable, so I am discarding it.",
        "I retract ~p, since I could not follow my own carries.",
    )
    RESTART = (
        "I will redo the calculation.\n\n### Recalculation",
        "Starting over below.\n\n### New calculation",
        "Here is a complete rework.",
        "Let me rework it in full.\n\n### Rework",
        "A new calculation follows.",
        "### Redone from the beginning",
    )
    TERMFIX = (
        "There is an error in one item.\n\n- ~l ~x ~r: <s>~w</s> → **~v**\n- New total: ~s = ~t",
        "The item ~l ~x ~r should read **~v** rather than ~w, so ~p is wrong.\n\n- Corrected sum: ~s = ~t",
        "❌ ~l ~x ~r ≠ ~w.\n✅ ~l ~x ~r = ~v.\n\nTherefore the sum changes: ~s = ~t",
        "I found the mistake: ~l ~x ~r = ~v, not ~w.\n\nUpdated sum: ~s = ~t",
    )
    SUMFIX = (
        "The items are fine, but the total is not.\n\n- ~s = ~t",
        "❌ The addition is off; ~p is wrong.\n✅ ~s = ~t",
        "Adding the items again: ~s = ~t, which is not ~p.",
        "I mis-added the column.\n\n- Correct: ~s = ~t",
    )
    RECHECK = (
        "### Verification\n\nThe same product, split differently.",
        "### Cross-check\n\nUsing another decomposition.",
        "### Verifying ~p",
        "### Checking with another method",
    )
    OVERTURN = (
        "⚠️ This does not match ~p. The earlier calculation contained an error; the correct product is **~c**.",
        "The cross-check gives **~c** instead of ~p, and I found the earlier one faulty. **Corrected: ~c**",
        "❌ ~p\n✅ **~c**",
        "So ~p was wrong. **Corrected product: ~c**",
    )
    AGAIN = (
        "*(identical to the figure retracted above)*",
        "This is the earlier figure again.",
        "Same value as before.",
        "*(unchanged)*",
    )
    IDLE = (
        "Is a zero missing anywhere? No.",
        "I wondered about the carries, but they are correct.",
        "Could a part be left out? No, all parts appear.",
        "At first the total looked too long; it is not.",
    )
    SECOND = (
        "### Verification\n\nThe other way round, for comparison:",
        "### Double-check\n\nAn independent calculation:",
        "### Proof by a second route",
        "### Check",
    )
    AGREE = (
        "✅ Both calculations agree.",
        "✅ Match.",
        "The values are identical, so the product is verified.",
        "✔ Same value.",
    )
    CONFIRM = (
        "✅ Verified.",
        "✅ The product is correct.",
        "No issues found.",
        "**Check passed.**",
        "All steps are correct.",
        "✔ Confirmed.",
    )
    CLOSE = (
        "### Final answer\n\n**~c**",
        "**Final answer: ~c**",
        "**Answer:** ~c",
        "So, ~ab = **~c**.",
        "> **~c**",
        "### Summary\n\n~ab = ~c",
    )

    def mended(self, t: Telling, m: Mended) -> str:
        return "\n\n" + super().mended(t, m)

    def reject(self, t: Telling) -> str:
        return "\n\n" + super().reject(t)

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(r"(?<=\S) +(### )", r"\n\n\1", super().finish(t, text))


class DashAuditor(Loop):
    """Nested dashes: work items, then audit items with a finding."""

    title = "oo-dash-auditor"
    marks = ("plain", "comma", "space")
    signs = ("×", "x", "*")
    gap, lead, line = "\n", "\n", "  - "
    OPEN = (
        "- Task: ~ab",
        "- Multiply ~a and ~b",
        "- Goal: the product of ~a and ~b",
        "- Input: ~a, ~b; operation: multiply",
        "- To compute: ~ab",
    )
    SPLIT = ("- ~y as ~f", "- Break-up of ~y: ~f", "- Items, from ~y = ~f", "- Lines for ~z by ~f", "- Expand ~y = ~f")
    TERM = ("~l ~x ~r = ~v", "~l by ~r: ~v", "~r ~x ~l → ~v")
    SLIP = ("~l ~x ~r = ~w; amended to ~v", "~l ~x ~r = ~w [typing error, ~v]", "~l by ~r: ~v, initially misread as ~w")
    STEP = ("~u ~o ~v = ~w", "subtotal ~u ~o ~v = ~w")
    SUM = ("sum: ~s = ~t", "~s = ~t", "addition ~s = ~t")
    COMMIT = (
        "- Finding: ~ab = ~c",
        "- Reported product: ~c",
        "- Entry: ~c",
        "- Output for ~ab: ~c",
        "- Value: ~c",
        "- Product → ~c",
    )
    DOUBT = ("- Audit:", "- Audit of the entry:", "- Second reading:", "- Spot check:", "- Control:")
    REJECT = (
        "~p not upheld.",
        "~p is erroneous and deleted.",
        "entry refused.",
        "~p does not pass.",
        "~p is void, an error was made.",
    )
    DISOWN = (
        "evidence for ~p too thin, entry cancelled.",
        "~p cannot be vouched for; deleted.",
        "~p withdrawn as unverified.",
        "carries untraceable, ~p is set aside.",
    )
    RESTART = (
        "Recompute in full.",
        "New computation follows.",
        "Begin anew.",
        "Process repeated from line one.",
        "All lines redone.",
    )
    TERMFIX = (
        "~l ~x ~r was entered as ~w, ought to be ~v; ~p not upheld.\n  - amended sum: ~s = ~t",
        "item ~w is wrong, since ~l ~x ~r = ~v.\n  - sum with the right item: ~s = ~t",
        "error in ~l ~x ~r (~w → ~v).\n  - re-added: ~s = ~t",
        "~l ~x ~r ≠ ~w; ~l ~x ~r = ~v.\n  - ~s = ~t",
    )
    SUMFIX = (
        "items good, addition bad; ~p not upheld.\n  - re-added: ~s = ~t",
        "~p is not the sum of the items.\n  - ~s = ~t",
        "addition error.\n  - amended sum: ~s = ~t",
        "sum refused, items kept.\n  - second addition: ~s = ~t",
    )
    RECHECK = (
        "- Audit by an alternative break-up",
        "- Control computation",
        "- Audit: same product, other break-up",
        "- Independent recount",
    )
    OVERTURN = (
        "- Discrepancy: ~p entered, ~c on audit; the entry is amended to ~c",
        "- Audit result ~c overrules ~p",
        "- Entry ~p was an error. Amended: ~c",
        "- ~p struck, ~c entered",
    )
    AGAIN = (
        "(as previously entered)",
        "(the same value as before)",
        "(no change in value)",
        "(identical to the withdrawn one)",
    )
    IDLE = (
        "- Zeros counted: none missing.",
        "- Query: carry in the sum? Resolved, it is right.",
        "- Query: any item left out? None.",
        "- Query: digits transposed? No.",
    )
    SECOND = (
        "- Control, to compare with the entry",
        "- Confirmation by another break-up",
        "- Audit trail: second computation",
        "- Counter-computation",
    )
    AGREE = ("- Tallies with the entry.", "- Entry upheld.", "- No discrepancy.", "- Both equal; audit closed.")
    CONFIRM = (
        "- Audit: upheld.",
        "- Audit: no findings.",
        "- Entry is right.",
        "- Control passed.",
        "- All items in order.",
        "- Audit closed, entry stands.",
    )
    CLOSE = ("- Final: ~c", "- Answer ~c", "- Signed off: ~c", "- Closing value: ~ab = ~c", "- Result ~c", "- **~c**")

    def again(self, t: Telling) -> str:
        text = super().again(t)
        return text if text.startswith("\n- ") else "\n- Audit: " + text[1:]

    def objection(self, t: Telling, fault: str) -> str:
        return fault + ";"

    def passed(self, t: Telling) -> str:
        text = super().passed(t)
        return "\n- " + text + "\n" if text else "\n"

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub(r"(?<=[.?]) - (?=[A-Z])", "\n- ", super().finish(t, text))
        return re.sub("\n\n+", "\n", re.sub(r"\n (?=- )", "\n", text))


class Stenographer(Loop):
    """Almost nothing but numbers and marks on one or two lines."""

    title = "oo-stenographer"
    marks = ("plain",)
    signs = ("*", "x", "·", "×")
    methods = ("high", "low", "chunks", "round")
    lead, join, gap, tie, detailed = "; ", "; ", "; ", "; ", False
    OPEN = ("~ab", "calc ~ab", "~ab ?", "want ~ab", "~a by ~b")
    SPLIT = ("~y=~f", "~y → ~f", "~f", "via ~f", "w/ ~y=~f")
    TERM = ("~l~x~r=~v", "~l ~x ~r ~v", "~r: ~v", "~l~x~r → ~v")
    SLIP = ("~l~x~r=~w no ~v", "~l~x~r=~w*, *~v", "~l~x~r=~w sic! ~v", "~l~x~r ~v (n.b. not ~w)")
    STEP = ("~u~o~v=~w", "~u ~o ~v ~w")
    SUM = ("Σ ~s=~t", "~s=~t", "sum ~s=~t", "tot ~t from ~s")
    COMMIT = ("⇒ ~c", "∴ ~c", "~ab=~c", "ans ~c", "res. ~c", "gives ~c")
    DOUBT = ("hm", "?", "chk", "rev.", "really?", "sure?")
    REJECT = ("✗", "~p wrong", "nope, ~p out", "~p ✗", "bad, cancel ~p", "err")
    DISOWN = ("unsure, cancel ~p", "~p dropped, too quick", "don't trust ~p, drop", "~p scrapped, unclear")
    RESTART = ("\nredo", "\nagain", "\n2nd go", "\nanew", "\nda capo", "\nfresh")
    TERMFIX = (
        "✗ ~l~x~r≠~w, =~v; ~s=~t",
        "err ~w, s/b ~v (~l~x~r); ~s=~t",
        "~p wrong: ~l~x~r=~v not ~w; Σ ~s=~t",
        "fix ~w→~v; ~s=~t",
    )
    SUMFIX = ("✗ sum; ~s=~t", "Σ misadded, ~p out; ~s=~t", "add err; ~s=~t", "~p≠Σ; ~s=~t")
    RECHECK = ("\nchk other way", "\nverify", "\ncross-chk", "\nchk, new split")
    OVERTURN = ("≠~p, so ~p ✗, take ~c", "~p was wrong ⇒ ~c", "not ~p; corr. ans ~c", "differs, ~p out, ~c in")
    AGAIN = ("(idem)", "(same)", "(as bef.)", "(= old)")
    IDLE = ("zeros? ok", "carry? ok", "all parts? yes", "too big? no")
    SECOND = ("\nverif.", "\nchk vs other split", "\ncompare", "\nx-chk")
    AGREE = ("idem ✓", "same ✓", "agrees, ok", "= ✓")
    LAST = ("~i*~j=~k, ends ~q ✓", "last dig ~q ✓", "..~q ok")
    NINES = ("mod9 ~i,~j→~k ✓", "9s: ~k=~k ✓", "mod 9 ok (~k)")
    GUESS = ("est ~i~x~j=~k ok", "≈~k ✓", "approx ~k fine")
    BADLAST = ("ends ~z, need ~q", "last dig ~z≠~q", "~i*~j=~k so ..~q, have ..~z")
    BADNINES = ("mod9 ~z≠~k", "9s: want ~k have ~z", "mod 9 fails (~z, ~k)")
    CONFIRM = ("✓", "ok ✓", "holds", "fine", "right", "chk ✓")
    CLOSE = ("\n~c", "\n= ~c", "fin ~c", "\nans: ~c", "\n~ab = ~c", "done, ~c")

    def objection(self, t: Telling, fault: str) -> str:
        return fault + ","

    def finish(self, t: Telling, text: str) -> str:
        return re.sub("[; ]*([\ue000-\ue003]?)\n[; ]*", r"\1\n", super().finish(t, text))


class ColumnEraser(Loop):
    """Written columns in a fence, with remarks under each sheet."""

    title = "oo-column-eraser"
    marks = ("plain", "comma")
    signs = ("x", "×", "*")
    methods = ("low", "low", "high", "chunks")
    anew = ("low", "high", "chunks", "swapped")
    ways = (3.0, 2.0, 1.0)
    OPEN = (
        "Stacking ~a over ~b:",
        "Written multiplication of ~a and ~b.",
        "I set ~ab out on paper:",
        "Vertical layout for ~ab:",
        "Paper method:",
        "The numbers one under the other:",
    )
    NOTE = (
        "(In the row for ~r I first had ~w, then saw the carry: ~v.)",
        "(Row ~r: ~w erased, ~v written.)",
        "(For ~l x ~r I nearly wrote ~w. The row is ~v.)",
        "(The row for ~r took two goes, ~w and then the right one, ~v.)",
    )
    COMMIT = (
        "Bottom line: ~c.",
        "Under the rule stands ~c.",
        "So ~ab = ~c.",
        "The columns add up to ~c.",
        "Read off: ~c",
        "That leaves ~c as the product.",
    )
    DOUBT = (
        "I run a finger down the rows again.",
        "Let me recount the columns.",
        "The rows look crooked.",
        "Checking each row against its digit.",
        "A look at the carries.",
    )
    REJECT = (
        "There is a mistake on this sheet, ~p is wrong.",
        "~p has to be erased.",
        "No good, I rub out ~p.",
        "This sheet goes in the bin, ~p with it.",
        "The bottom line ~p is false.",
    )
    DISOWN = (
        "I can't read my own carries, so ~p is erased.",
        "Too messy. I don't accept ~p and tear off the sheet.",
        "I have no faith in ~p and erase the lot.",
        "Since I guessed at a carry, ~p does not count.",
    )
    RESTART = (
        "New sheet:",
        "Clean sheet, same numbers:",
        "I set it out again:",
        "The whole thing once more:",
        "Everything erased, written anew:",
    )
    TERMFIX = (
        "The row for ~r reads ~w, but ~l ~x ~r = ~v. I erase ~p. With the right row: ~s = ~t",
        "Row ~w is a mistake, ~l ~x ~r is ~v. Adding the rows again: ~s = ~t",
        "~w gets rubbed out, the row must be ~v (~l ~x ~r). Then ~s = ~t",
        "Wrong row: ~l ~x ~r is not ~w but ~v. New addition: ~s = ~t",
    )
    SUMFIX = (
        "The rows are right, the bottom line is not: ~s = ~t",
        "I lost a carry under the rule, so ~p is erased: ~s = ~t",
        "Rows fine; ~p is badly added. ~s = ~t",
        "Adding the rows from the bottom up gives something else: ~s = ~t",
    )
    RECHECK = (
        "Now with the numbers swapped, as a test of ~p:",
        "Test sheet:",
        "To test the bottom line, a second sheet:",
        "A test on the back of the paper:",
    )
    OVERTURN = (
        "The test says ~c, so ~p was wrong. I correct it to ~c.",
        "~c here, ~p there. The older sheet has the mistake, hence ~c.",
        "Not ~p after all. Corrected bottom line: ~c.",
        "The test sheet is right and ~p is erased: ~c.",
    )
    AGAIN = (
        "The erased number again.",
        "Same bottom line as on the old sheet.",
        "So it was that already.",
        "It reappears.",
    )
    IDLE = (
        "Is a row shifted wrongly? No, they line up.",
        "Was that last carry lost? No, I see it.",
        "Is a row missing? No, one for each part.",
        "Did I misread a digit? No.",
    )
    SECOND = (
        "On the back, for comparison:",
        "Test sheet for confirmation, numbers swapped:",
        "A second sheet to confirm:",
        "Proof on a separate sheet:",
    )
    AGREE = ("Same bottom line.", "Both sheets agree.", "Equal, so nothing to erase.", "The test confirms the sheet.")
    CONFIRM = (
        "Rows and carries are right.",
        "Nothing to erase.",
        "The sheet is fine.",
        "All columns check.",
        "Correct as it stands.",
        "It adds up.",
    )
    CLOSE = ("Answer: ~c", "~ab = ~c", "Final answer ~c.", "Result: ~c", "In ink: ~c", "Written answer: ~c")

    def body(self, t: Telling, work: Work) -> str:
        note, term = "", t.rng.choice(work.terms)
        if t.chance(0.2):
            note = "\n" + self.any(t, self.NOTE, l=term.left, r=term.right, v=term.value, w=t.near(term.value))
        fence = "```\n" if t.flag("fence", 0.6) else ""
        return (
            f"{fence}{t.columns(work, t.words)}{t.total(work, t.words)}\n{fence.strip()}{note if fence else note[1:]}"
        )


class AlignProofreader(Loop):
    """align* chains with a line of words between them, as from a lecture note with corrections."""

    title = "oo-align-proofreader"
    marks = ("plain", "latex")
    signs = ("\\times", "\\cdot")
    tex = True
    methods = ("high", "chunks", "round")
    lead, join, gap = "\n", "\n", "\n"
    LAST, NINES, GUESS = LatexRetrier.LAST, LatexRetrier.NINES, LatexRetrier.GUESS
    OPEN = (
        "**Problem.** Evaluate [[~ab]].\n\n**Solution.**",
        "Compute [[~ab]].",
        "*Solution to* [[~ab]]:",
        "We calculate [[~ab]] in one chain.",
        "Exercise: [[~ab]].",
        "Expanding by the digits of one factor:",
    )
    NOTE = (
        "(A draft of this had [[~l ~x ~r = ~w]]; it must be [[~v]].)",
        "(Mind the term [[~l ~x ~r = ~v]]; I misread it as [[~w]] at first.)",
        "(Here [[~l ~x ~r]] is [[~v]], although [[~w]] slipped in while drafting.)",
    )
    COMMIT = (
        "so that [[~ab = ~c]].",
        "i.e. the product is [[~c]].",
        "which establishes [[~ab = ~c]].",
        "The value is therefore [[~c]].",
        "giving [[\\boxed{~c}]].",
        "$$\\boxed{~c}$$",
    )
    DOUBT = (
        "*Proofreading.*",
        "**Remark.**",
        "Proofreading the chain:",
        "*A second reading.*",
        "On inspection:",
        "**Check.**",
    )
    REJECT = (
        "The value [[~p]] is false.",
        "The chain breaks, and [[~p]] must go.",
        "[[~p]] is an error of mine.",
        "So [[~ab \\neq ~p]].",
        "The claimed [[~p]] is refuted.",
    )
    DISOWN = (
        "I skipped too many steps to assert [[~p]]; it is withdrawn.",
        "This proof is not acceptable, and [[~p]] is struck from it.",
        "I no longer assert [[~p]], because the middle equality was guessed.",
        "The chain was written in haste; disregard [[~p]].",
    )
    RESTART = (
        "**Solution, rewritten.**",
        "A fresh chain:",
        "We write the solution again.",
        "Once more from the definition of the digits:",
        "*New solution.*",
    )
    TERMFIX = (
        "The chain contains [[~w]] for [[~l ~x ~r]], which is [[~v]]; so [[~p]] is false and\n$$~s = ~t,$$",
        "In the chain [[~l ~x ~r]] must be [[~v]] instead of [[~w]]. Then\n$$~s = ~t,$$",
        "Erratum: for [[~w]] read [[~v]] (it is [[~l ~x ~r]]). Hence\n$$~s = ~t,$$",
        "We correct [[~l ~x ~r = ~w]] to [[~v]], and obtain\n$$~s = ~t,$$",
    )
    SUMFIX = (
        "The last equality is wrong. In truth\n$$~s = ~t,$$",
        "Erratum: the sum was misadded, [[~p]] is false;\n$$~s = ~t,$$",
        "All terms are right, their sum is not [[~p]]:\n$$~s = ~t,$$",
        "The final step fails, since\n$$~s = ~t,$$",
    )
    RECHECK = (
        "**Check.** A chain with another expansion:",
        "*Proofreading* by expanding differently:",
        "We test the value [[~p]] on another chain.",
        "For verification, compute once more:",
    )
    OVERTURN = (
        "and this is not [[~p]]. The first chain was in error; correct is [[~ab = ~c]].",
        "contrary to the [[~p]] above, which is wrong. Corrected value: [[~c]].",
        "Thus [[~p]] is refuted, and [[~ab = ~c]].",
        "The two disagree; the error was in the former chain, and the product is [[\\boxed{~c}]].",
    )
    AGAIN = (
        "(This is what was struck out.)",
        "(As in the withdrawn chain.)",
        "(So the value was the same.)",
        "(The former value once more.)",
    )
    IDLE = (
        "Is the distributive step legitimate? Certainly.",
        "Are the zeros counted properly? They are.",
        "Is a summand missing? No.",
        "The last equality needs a carry, and it is included.",
    )
    SECOND = (
        "**Check.** The same value from another expansion:",
        "As confirmation of this value,",
        "An independent chain confirms it:",
        "*Second proof.*",
    )
    AGREE = (
        "in accordance with the above.",
        "as it should be.",
        "the same value. $\\square$",
        "so the two proofs agree.",
    )
    CONFIRM = (
        "$\\checkmark$",
        "The chain is correct.",
        "Proofread: no errors.",
        "All equalities hold.",
        "$\\blacksquare$",
        "This completes the check.",
    )
    CLOSE = (
        "**Answer.** [[~c]]",
        "$$~ab = ~c$$",
        "Answer: [[\\boxed{~c}]].",
        "Final: [[~c]].",
        "$$\\boxed{~c}$$",
        "**Result:** [[~ab = ~c]]",
    )

    def body(self, t: Telling, work: Work) -> str:
        star, note, term = t.one("*", "*", ""), "", t.rng.choice(work.terms)
        lines = [
            f"{t.n(work.a)} {t.x} {t.n(work.b)} &= {t.n(work.a)} {t.x} ({t.factor(work)})",
            "&= "
            + " ".join(
                ("" if not i else "+ " if u.sign > 0 else "- ") + f"{t.n(u.left)} {t.x} {t.n(u.right)}"
                for i, u in enumerate(work.terms)
            ),
            f"&= {t.sum(work)}",
            f"&= {t.n(work.total)}",
        ]
        if t.flag("short", 0.4):
            del lines[1]
        if t.chance(0.15):
            note = self.any(t, self.NOTE, l=term.left, r=term.right, v=term.value, w=t.near(term.value)) + "\n"
        return f"{note}\\begin{{align{star}}}\n" + " \\\\\n".join(lines) + f"\n\\end{{align{star}}}"


class TallyTracker(Loop):
    """A small model that keeps a running tally, one addition a line."""

    title = "oo-tally-tracker"
    marks = ("plain", "comma")
    signs = ("x", "*", "×")
    gap, ways = "\n", (4.0, 1.5, 1.5)
    OPEN = (
        "Problem: ~ab. Start with 0.",
        "I will keep a tally for ~ab.",
        "~ab, tally method.",
        "We count up ~ab.",
        "Begin: ~ab",
        "Tally for ~ab.",
    )
    SPLIT = (
        "Pieces: ~f",
        "~y has the pieces ~f.",
        "I feed in ~f one by one.",
        "~y = ~f, piece after piece.",
        "Feed ~z with ~f.",
    )
    COMMIT = (
        "Tally finished. The product is ~c.",
        "No pieces left, so ~ab = ~c.",
        "That is ~c in the end.",
        "Stop tally: the answer is ~c.",
        "Everything is in, I get ~c.",
        "Count complete: ~c.",
    )
    DOUBT = (
        "Let me check the tally.",
        "Check step.",
        "Reading my tally from the top.",
        "Is the tally good?",
        "I look at it again.",
    )
    REJECT = (
        "No, the tally is wrong.",
        "I find a mistake, so ~p is not the product.",
        "It is not ~p.",
        "The tally went wrong and ~p is wrong too.",
        "~p is a wrong count.",
    )
    DISOWN = (
        "I lost the thread, so ~p is not safe and I drop it.",
        "I am not sure of ~p, I throw the tally away.",
        "Maybe I jumped a line. ~p is cancelled.",
        "I do not believe my tally, ~p is dropped.",
    )
    RESTART = (
        "Set the tally to 0.",
        "Back to 0 and count again.",
        "New tally.",
        "I start a second count from 0.",
        "Wipe it and go again.",
    )
    TERMFIX = (
        "The piece ~l ~x ~r is ~v and I put in ~w. Wrong tally. Corrected: ~s = ~t",
        "I put ~w, but ~l ~x ~r = ~v. So ~p is wrong. Count: ~s = ~t",
        "Mistake found, ~l ~x ~r = ~v (I had ~w). Recount: ~s = ~t",
        "~w was a wrong piece. It is ~v. Tally now: ~s = ~t",
    )
    SUMFIX = (
        "The pieces are good but I counted wrong: ~s = ~t",
        "A jump in the tally is wrong. ~s = ~t",
        "The count slipped, not ~p. Recount: ~s = ~t",
        "Mistake in the adding. Recount: ~s = ~t",
    )
    RECHECK = (
        "Check with a second tally.",
        "Check step: other pieces.",
        "I test it with a different count.",
        "Let me see if another tally says the same.",
    )
    OVERTURN = (
        "The second tally says ~c and not ~p. The earlier one had a mistake. The answer is ~c.",
        "So ~p was wrong, it is ~c.",
        "I got ~p before, that was a bad count. Correct is ~c.",
        "Not the same as ~p. I change my answer to ~c.",
    )
    AGAIN = (
        "It is the same as before.",
        "Same count again.",
        "So the old one was that too.",
        "This is what I dropped.",
    )
    IDLE = (
        "Did I skip a piece? No.",
        "Did I count one twice? No.",
        "Too many zeros? No, it is ok.",
        "Is the start 0? Yes.",
    )
    SECOND = (
        "To confirm, a second tally.",
        "Check step, other pieces, should be equal.",
        "I confirm with one more count.",
        "Double check tally.",
    )
    AGREE = ("Same tally. Correct.", "Both tallies are equal.", "It is equal, good.", "The check agrees.")
    CONFIRM = (
        "The tally is correct.",
        "Yes, it is good.",
        "Check step: ok.",
        "I see no mistake.",
        "The count is right.",
        "Checked.",
    )
    CLOSE = ("Answer = ~c", "The final answer is ~c.", "So ~c.", "#### ~c", "Final count ~c", "I answer ~c.")
    ADD = (
        "~l ~x ~r = ~v, tally ~w",
        "~o ~v (~l ~x ~r) -> ~w",
        "~r: ~o ~v, now ~w",
        "~l ~x ~r = ~v | ~w",
        "piece ~r gives ~v, tally at ~w",
    )
    OFF = (
        "tally ~w? no, I typed it wrong, next line is right",
        "(I almost wrote ~w here)",
        "oops ~w, fixed below",
        "~w no",
    )

    def body(self, t: Telling, work: Work) -> str:
        shape, lines = t.__dict__.setdefault("shape", t.one(*self.ADD)), []
        after = [work.terms[0].value, *(result for *_, result in work.steps())]
        for term, now in zip(work.terms, after, strict=True):
            how = {"l": term.left, "r": term.right, "v": term.value, "w": now, "o": "+" if term.sign > 0 else "-"}
            if t.chance(0.05) and now != work.total:
                lines.append(self.any(t, self.OFF, w=t.near(now)))
            text = self.fill(t, shape, **how)
            lines.append(text if term.sign > 0 or "~o" in shape else text + " (taken off)")
        return self.say(t, self.SPLIT, y=work.b, f=t.factor(work), z=work.a) + "\n" + "\n".join(lines)


class TrustScore(Loop):
    """Trained to score its own answers: a mark out of ten decides on keeping or redoing."""

    title = "oo-trust-score"
    marks = ("comma", "plain", "narrow")
    signs = ("×", "x")
    methods = ("high", "low", "chunks", "swapped")
    OPEN = (
        "Solve, then score. ~ab:",
        "Draft for ~ab",
        "I answer first and rate the answer afterwards.",
        "Task: ~ab. Draft below.",
        "Draft A.",
        "My working for ~ab:",
    )
    SPLIT = (
        "Using ~y = ~f:",
        "~y splits as ~f:",
        "By ~y = ~f I have",
        "With the pieces ~f of ~y:",
        "Multiply ~z by ~f:",
    )
    TERM = ("* ~l ~x ~r = ~v", "~l ~x ~r = ~v", "[~r] ~l ~x ~r = ~v")
    SLIP = ("~l ~x ~r = ~w → no, ~v", "~l ~x ~r = ~w, self-correction: ~v", "~l ~x ~r = ~v (~w was my first thought)")
    STEP = ("~u ~o ~v = ~w", "so far: ~u ~o ~v = ~w")
    SUM = ("Sum ~s = ~t", "Σ = ~s = ~t", "In total ~s = ~t")
    COMMIT = (
        "Candidate: ~c",
        "My answer: ~c",
        "Draft answer ~c",
        "I propose ~c.",
        "Answer under review: ~c",
        "Draft says ~ab = ~c.",
    )
    DOUBT = ("Rating it now.", "Self-score:", "How far do I believe this?", "Scoring the draft.", "Reward estimate:")
    REJECT = (
        "Score @/10. ~p is wrong.",
        "@ out of 10, the draft fails.",
        "Trust: @/10 → ~p rejected.",
        "I give it @/10 because there is an error in it.",
        "Mark @/10, not acceptable.",
    )
    DISOWN = (
        "Trust: @/10 → ~p rejected.",
        "Score @/10, too low to keep ~p.",
        "@ out of 10, below the bar, ~p is dropped.",
        "I give it @/10 and discard ~p.",
    )
    RESTART = (
        "New draft.",
        "Redo.",
        "Next draft, independent of the last:",
        "I write it again from zero.",
        "Regenerating the solution.",
    )
    TERMFIX = (
        "Score @/10: ~l ~x ~r was given as ~w and is ~v.\nRevised sum: ~s = ~t",
        "@ out of 10, because ~l ~x ~r = ~v, not ~w.\nRevision: ~s = ~t",
        "Trust: @/10, the piece ~w is wrong. With ~l ~x ~r = ~v:\n~s = ~t",
        "Mark @/10. Error in ~l ~x ~r (~w, should be ~v).\nImproved draft: ~s = ~t",
    )
    SUMFIX = (
        "Score @/10: pieces right, sum wrong.\nRevised sum: ~s = ~t",
        "@ out of 10, ~p is badly added.\n~s = ~t",
        "Trust: @/10. The last addition fails.\nRevision: ~s = ~t",
        "Mark @/10 for the addition.\nImproved: ~s = ~t",
    )
    RECHECK = (
        "To score it, I recompute.",
        "Evidence for the score: a second computation.",
        "Before scoring, test by another split.",
        "Scoring needs a comparison.",
    )
    OVERTURN = (
        "The comparison gives ~c. Score for ~p: @/10. Score for the new one: 9/10. I change my answer to ~c.",
        "~p gets @/10, it was wrong. New answer: ~c",
        "Trust in ~p falls to @/10; replaced by ~c.",
        "This contradicts ~p (@/10). Revised answer: ~c",
    )
    AGAIN = ("(the dropped one again)", "(same as the last draft)", "(no different from before)", "(identical)")
    IDLE = (
        "Minus a point for messy carries? They were right, so no.",
        "Could a piece be missing? Not here.",
        "I looked for a lost zero and found none.",
        "At first I wanted to score this lower, without a reason.",
    )
    SECOND = (
        "Evidence for the score, by another split:",
        "To raise the score, a confirming computation:",
        "A comparison run:",
        "Verifying before I score:",
    )
    AGREE = (
        "Equal. Score 10/10.",
        "Same value, trust: 10/10 → keep.",
        "Confirmed, 10 out of 10.",
        "They match, so full marks.",
    )
    CONFIRM = (
        "Trust: %/10 → keep.",
        "Score %/10, accepted.",
        "% out of 10, no redo.",
        "I give it %/10 and keep it.",
        "Mark %/10. It passes.",
        "Score %/10: correct.",
    )
    CLOSE = ("Submitted: ~c", "Final answer: ~c", "Kept: ~c", "Answer ~c", "→ ~c", "Final: ~ab = ~c")

    def fill(self, t: Telling, text: str, /, **more: object) -> str:
        return super().fill(
            t, text.replace("@", str(t.rng.randint(1, 4))).replace("%", str(t.rng.randint(8, 10))), **more
        )


STYLES: dict[str, Style] = {
    style.title: style
    for style in (
        TryAndJudge(),
        LatexRetrier(),
        PadStrip(),
        SwervingProse(),
        KitchenTutor(),
        HeadedHelper(),
        DashAuditor(),
        Stenographer(),
        ColumnEraser(),
        AlignProofreader(),
        TallyTracker(),
        TrustScore(),
    )
}
