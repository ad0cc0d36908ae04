"""Solutions by models trained on reflection data, tutors and assistants that check their work and start over."""

from __future__ import annotations

import re
from typing import ClassVar, TypeAlias

from .common import Style, Telling, Work

Pool: TypeAlias = tuple[str, ...]


# fmt: off
class IiFlow(Style):
    """The flow that the styles share: an attempt, a review, another attempt. The wordings are the styles' own.

    Marks in wordings: @ab the problem, @c the candidate, @p the one before, @wa @wb @f the factor kept, the factor
    split and its parts, @eq an equation, @sum the addition, @was @now what was mended.
    """

    groupings: ClassVar[Pool] = ("comma",)
    signs: ClassVar[Pool] = ("×",)
    methods: ClassVar[Pool] = ("high", "low", "chunks")
    latex = False
    gap = "\n\n"
    sep = "\n"
    checks = 1.0
    mends = 1.0
    slips = 0.15
    verify = 0.6
    always_agrees = False
    joint = " "
    line: ClassVar[Pool] = ("@eq",)
    opening: ClassVar[Pool] = ()
    splits: ClassVar[Pool] = ()
    slip: ClassVar[Pool] = ()
    adding: ClassVar[Pool] = ()
    commit: ClassVar[Pool] = ()
    reject: ClassVar[Pool] = ()
    restart: ClassVar[Pool] = ()
    mending: ClassVar[Pool] = ()
    resum: ClassVar[Pool] = ()
    check: ClassVar[Pool] = ()
    clash: ClassVar[Pool] = ()
    agree: ClassVar[Pool] = ()
    idle: ClassVar[Pool] = ()
    close: ClassVar[Pool] = ()
    again_same: ClassVar[Pool] = (
        "This pass lands where the previous one did.", "So the fresh run gives what the discarded one gave.",
        "It comes out unchanged, this time from a clean run.", "No change from last time, as it turns out.")
    last_ok: ClassVar[Pool] = (
        "The units digits give @eq, so the result should end in @d, and it does.",
        "Ending: @eq, final digit @d. Matches.",
        "The closing digit has to be @d, because @eq, and so it is.",
        "Units place: @eq, which leaves the digit @d at the end, as I have.")
    last_bad: ClassVar[Pool] = (
        "The units digits give @eq, so it must end in @d, but @p doesn't.",
        "Units place: @eq, so the last digit has to be @d, and that is not what @p has.",
        "@p can't be right: from @eq the last digit is @d.")
    nines_ok: ClassVar[Pool] = (
        "Mod 9: the factors leave @x and @y, the product leaves @z, which is consistent.",
        "Digit sums reduce to @x and @y for the factors and @z for the product (mod 9); these fit.",
        "Nines test: remainders @x, @y and, for the result, @z. It passes.",
        "Casting out nines leaves @x and @y against @z, with no conflict.")
    nines_bad: ClassVar[Pool] = (
        "Nines test: the factors leave @x and @y, so the product should leave @w, but @p leaves @z.",
        "Modulo 9 I need @w (from @x and @y) and @p gives @z.",
        "Digit sums mod 9: @x and @y for the factors call for @w; @p has @z.")
    rough_ok: ClassVar[Pool] = (
        "As a size check, @eq, which is in the right range.", "Rounded, @eq, so the magnitude looks sensible.",
        "A crude estimate, @eq, is close enough not to worry me.",
        "With round numbers, @eq, so the size is plausible.")
    divide_ok: ClassVar[Pool] = (
        "Dividing back, @eq, as it should be.", "In reverse: @eq. Good.", "Going backwards, @eq.",
        "Undoing the multiplication, @eq.")

    # ------------------------------------------------------------------ small pieces

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)

    def show(self, t: Telling, number: int) -> str:
        return t.m(number)

    def math(self, t: Telling, text: str) -> str:
        return f"\\({text}\\)" if self.latex else text

    def fill(self, t: Telling, text: str, **marks: object) -> str:
        known: dict[str, object] = {
            "ab": self.math(t, f"{self.show(t, t.a)} {t.x} {self.show(t, t.b)}"),
            "a": t.a,
            "b": t.b,
            "c": t.candidate,
            "p": t.previous if t.index else t.candidate,
            **marks,
        }

        def value(found: re.Match[str]) -> str:
            mark = known[found[1]]
            return self.math(t, self.show(t, mark)) if isinstance(mark, int) else str(mark)

        return re.sub(r"@([a-z]+)", value, text)

    def say(self, t: Telling, pool: Pool, **marks: object) -> str:
        return self.fill(t, t.one(*pool), **marks)

    def bare(self, t: Telling, left: int, sign: str, right: int, value: int | str, equals: str = "=") -> str:
        result = self.show(t, value) if isinstance(value, int) else value
        return f"{self.show(t, left)} {sign} {self.show(t, right)} {equals} {result}"

    def eq(self, t: Telling, left: int, sign: str, right: int, value: int | str, equals: str = "=") -> str:
        return self.math(t, self.bare(t, left, sign, right, value, equals))

    # ------------------------------------------------------------------ working

    def partials(self, t: Telling, work: Work) -> list[str]:
        slipped = t.rng.randrange(len(work.terms)) if self.slip and t.chance(self.slips) else None
        pattern, lines = t.one(*self.line), []
        for place, term in enumerate(work.terms):
            if place == slipped and term.value > 20:
                wrong = t.near(term.value)
                told = self.eq(t, term.left, t.x, term.right, wrong)
                told += self.say(t, self.slip, now=term.value, was=wrong)
            else:
                detail = t.detail(term, 0.4, maths=True)
                told = self.math(t, detail) if detail else self.eq(t, term.left, t.x, term.right, term.value)
            lines.append(self.fill(t, pattern, eq=told, k=str(place + 1), l="abcdefghijklmnop"[place]))
        return lines

    def sums(self, t: Telling, work: Work) -> str:
        steps = work.steps()
        if len(steps) > 1 and t.flag("running", 0.5):
            return ", ".join(self.eq(t, s, "+" if g > 0 else "-", v, r) for s, g, v, r in steps)
        return self.math(t, f"{t.sum(work, maths=True)} = {self.show(t, work.total)}")

    def body(self, t: Telling, work: Work) -> str:
        parts = [self.sep.join(self.partials(t, work)), self.say(t, self.adding, sum=self.sums(t, work))]
        if self.splits and work.method != "area" and t.flag("splits", 0.75):
            factor = self.math(t, t.factor(work, maths=True))
            parts.insert(0, self.say(t, self.splits, wa=work.a, wb=work.b, f=factor))
        return self.gap.join(parts)

    def committed(self, t: Telling) -> str:
        return t.c(self.say(t, self.commit))

    # ------------------------------------------------------------------ checks

    def fault(self, t: Telling) -> str:
        """A test that the candidate before fails and the new one passes, or nothing."""
        a, b, old, new = t.a, t.b, t.previous, t.candidate
        options = []
        if max(a, b) > 9 and old % 10 != a * b % 10 == new % 10:
            eq = self.eq(t, a % 10, t.x, b % 10, (a % 10) * (b % 10))
            options.append(self.say(t, self.last_bad, eq=eq, d=str(a * b % 10)))
        if old % 9 != a * b % 9 == new % 9:
            marks = {"x": str(a % 9), "y": str(b % 9), "z": str(old % 9), "w": str(a * b % 9)}
            options.append(self.say(t, self.nines_bad, **marks))
        return t.one(*options) if options else ""

    def proof(self, t: Telling) -> str:
        """A test that the candidate passes (or that the writer says it passes)."""
        options = []
        if max(t.a, t.b) > 9 and (last := t.last_digit()):
            eq = self.eq(t, last[0], t.x, last[1], last[2])
            options.append(self.say(t, self.last_ok, eq=eq, d=str(last[2] % 10)))
        if nines := t.nines():
            options.append(self.say(t, self.nines_ok, x=str(nines[0]), y=str(nines[1]), z=str(nines[2])))
        rough = t.estimate()
        if rough and rough[2] not in (*t.candidates, t.product):
            options.append(self.sized(t, rough))
        divide = self.eq(t, t.candidate, "\\div" if self.latex else t.one("÷", "/"), t.b, t.a)
        options.append(t.r(self.say(t, self.divide_ok, eq=divide)))
        return t.one(*options)

    def second(self, t: Telling) -> str:
        """A second solution told as a check, which agrees."""
        work = t.other()
        return self.gap.join([self.say(t, self.check), self.body(t, work), t.r(self.say(t, self.agree))])

    # ------------------------------------------------------------------ the flow

    def attempt(self, t: Telling, text: str) -> str:
        return text + self.gap

    def review(self, t: Telling, text: str, good: bool) -> str:
        return text + self.gap

    def first(self, t: Telling) -> str:
        parts = [self.body(t, t.solve(*self.methods)), self.committed(t)]
        if t.chance(0.85):
            parts.insert(0, self.say(t, self.opening))
        return self.attempt(t, self.gap.join(parts))

    def rejected(self, t: Telling) -> str:
        fault = "" if t.same or t.chance(0.4) else self.fault(t)
        rejection = self.say(t, self.reject)
        if fault:
            return f"{rejection} {fault.lstrip()}" if rejection[0] == "\n" else f"{fault}{self.joint}{rejection}"
        rough = None if self.always_agrees or not t.chance(0.2) else t.estimate()
        if rough and 0.75 < t.previous / rough[2] < 1.35 and rough[2] not in (*t.candidates, t.product):
            return f"{self.sized(t, rough)}{self.joint}{rejection}"
        return rejection

    def sized(self, t: Telling, rough: tuple[int, int, int]) -> str:
        """The estimate beside the candidate."""
        x, y, value = rough
        return self.say(t, self.rough_ok, eq=self.eq(t, x, t.x, y, value, "\\approx" if self.latex else "≈"))

    def again(self, t: Telling) -> str:
        way = t.way(redo=1.2, mend=self.mends, check=self.checks)
        mended = t.mend() if way == "mend" else None
        if mended:
            if mended.place is None:
                told = self.say(t, self.resum)
            else:
                term = mended.work.terms[mended.place]
                eq = self.math(t, f"{self.show(t, term.left)} {t.x} {self.show(t, term.right)}")
                told = self.say(t, self.mending, eq=eq, was=mended.was, now=mended.now)
            added = self.say(t, self.adding, sum=self.sums(t, mended.work))
            return self.review(t, self.rejected(t), False) + self.attempt(
                t, self.gap.join([told, added, self.committed(t)])
            )
        if way == "check":
            work = t.other()
            told = [self.say(t, self.check), self.body(t, work), self.say(t, self.clash), self.committed(t)]
            return self.gap.join(told) + self.gap
        work = t.other(*self.methods) if t.chance(0.5) else t.solve(*self.methods)
        told = [self.say(t, self.restart), self.body(t, work), self.committed(t)]
        if t.same and self.again_same and t.chance(0.6):
            told.append(self.say(t, self.again_same))
        return self.review(t, self.rejected(t), False) + self.attempt(t, self.gap.join(told))

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(" +(\ue002?)\n", r"\1\n", text)

    def verdict(self, t: Telling) -> str:
        kind = t.rng.choices(["proof", "second", "idle", "both"], [3, 1, 2, 1])[0]
        if kind == "second":
            return self.second(t)
        parts = []
        if kind in ("idle", "both"):
            parts.append(t.r(self.say(t, self.idle)))
        if kind in ("proof", "both"):
            parts.append(self.proof(t))
        if kind != "idle" or self.always_agrees:
            parts.append(t.r(self.say(t, self.agree)))
        return self.joint.join(parts)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(self.verify):
            text += self.review(t, self.verdict(t), True)
        if self.close and t.chance(0.6):
            text += t.r(self.say(t, self.close))
        return text


class IiVerdictTriplet(IiFlow):
    """Plain text with labels: solution, verdict, retry."""

    groupings = ("comma", "plain")
    signs = ("*", "×", "x")
    checks = 0.0
    mends = 0.7
    verify = 0.95
    always_agrees = True
    gap = "\n"
    opening = (
        "I need @ab.", "The task is @ab; place values will do.", "Split one factor, multiply, add.", "Target: @ab.",
        "I will distribute one factor over the places of the other.")
    splits = ("@wb = @f", "Take @wb as @f.", "Parts of @wb: @f", "@wb is @f, each part times @wa.")
    line = ("@eq", "- @eq", "(@l) @eq", "@eq;")
    adding = ("Total of the parts: @sum", "Sum: @sum", "All together, @sum", "Then @sum")
    slip = (" (no, that should read @now)", ", correction: @now", " <- slip, it is @now")
    commit = ("Answer: @c", "Result: @ab = @c", "Proposed answer: @c", "My answer is @c.", "Answer to @ab: @c")
    reject = (
        "Incorrect. @p does not survive a second look.", "Wrong. There is a mistake on the way to @p.",
        "Fail. I withdraw @p.", "Not correct. One of the lines above is off, so @p cannot stand.",
        "Incorrect; the answer @p is discarded.", "Rejected. I do not get @p when I read the lines again.")
    restart = (
        "Working from the beginning.", "All lines anew.", "Once more, more slowly.",
        "I ignore the earlier lines and compute @ab afresh.", "Fresh computation of @ab.")
    mending = (
        "@eq was given as @was; it is @now.", "The bad line is @eq: not @was but @now.",
        "Replace @was by @now for @eq.", "I misjudged @eq, which makes @now and not @was.")
    resum = (
        "The products hold, the addition did not.", "Only the final addition needs redoing.",
        "Same parts, added with more care.", "Keep the parts, repeat the sum.")
    check = (
        "Control computation.", "Control, the other way about.", "For control I compute it again.", "As a control:")
    agree = (
        "Correct. @c is confirmed.", "Correct, @c holds.", "Pass: @c.", "No error found, @c is accepted.",
        "The solution is right: @c.")
    idle = (
        "I suspected the carries, but they are in order.", "One line looked odd at first; it is fine.",
        "Nothing to object to.", "The middle line made me hesitate for no reason.")
    close = ("Final answer: @c", "Final: @ab = @c", "Accepted answer: @c", "Closing answer: @c")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self.labels: Pool = t.rng.choice(
            [
                ("SOLUTION", "VERDICT", "RETRY"),
                ("Solution", "Verdict", "Retry"),
                ("Attempt", "Assessment", "New attempt"),
                ("Working", "Evaluation", "New working"),
            ]
        )
        if t.chance(0.3):
            self.labels = tuple(f"[{label}]" for label in self.labels)

    def attempt(self, t: Telling, text: str) -> str:
        label = self.labels[0]
        if t.index:
            label = self.labels[2]
        return f"{label}:\n{text}\n\n"

    def review(self, t: Telling, text: str, good: bool) -> str:
        return f"{self.labels[1]}: {text}\n\n"


class IiHoldOnMarkdown(IiFlow):
    """A chat assistant with Markdown headings and bold that mends mid-way."""

    signs = ("×", "\\*")
    slips = 0.35
    methods = ("high", "chunks", "round")
    opening = (
        "Sure! Let's find **@ab** together.", "Happy to work this one out.", "Here's how I'd tackle **@ab**.",
        "Great, a multiplication! We'll go piece by piece.", "### Working out @ab", "Let me walk through this one.")
    splits = (
        "**Break up @wb:** @f", "We can write @wb as @f.", "#### Decompose\n@wb = @f",
        "First, I'll pull @wb apart into @f.")
    line = ("- @eq", "* @eq", "@k. @eq", "- **Part @k:** @eq")
    slip = (
        " — oops, that's *@now*", " ~~(typo)~~ → @now", " … hold on, make that @now",
        " – scratch that, @now is right for this part")
    adding = (
        "**Add them up:** @sum", "Now we combine the pieces: @sum.", "#### Combine\n@sum",
        "Putting the parts together: @sum")
    commit = (
        "**So, @ab = @c.**", "✅ **@ab = @c**", "That makes the answer **@c**.", "The product is **@c**!",
        "**Answer:** @c", "And there we have it: **@c**.")
    reject = (
        "**Hold on.** I don't think @p is right after all.", "⚠️ Hmm, I spoke too soon. @p isn't correct.",
        "**Correction needed:** I made an error on the way to @p.",
        "Oh dear, sorry about that! Please ignore @p, because something went wrong above.",
        "*Rereading my steps, I've spotted trouble, so @p is off the table.*",
        "Oops — please disregard @p. That isn't it.")
    restart = (
        "### Starting over\nLet me take @ab from the top.", "Clean slate, here we go:",
        "### Another go\nI'll be more careful this time.", "Let me rebuild the whole thing.",
        "So once more, with attention to each place:")
    mending = (
        "The culprit: @eq is **@now**, not @was.", "I wrote @was for @eq, but that should have been **@now**.",
        "Look at @eq: it comes to @now (I had @was).", "One piece was off. @eq gives @now rather than @was.")
    resum = (
        "The individual pieces were fine; I simply added them wrongly.",
        "My pieces are OK, it's the addition I botched.",
        "Nothing wrong with the parts. The sum, though, needs another try.", "The slip was in the last addition.")
    check = (
        "### Quick check\nLet me try it by another route.", "Just to be safe, here's a different split:",
        "#### Verification\nI'll turn to the other decomposition.", "Shall we double-check? Another breakdown:")
    clash = (
        "That's not the @p I gave above! The earlier version contained a mistake, and I trust this one.",
        "Uh-oh, this disagrees with @p. The earlier result was the faulty one.",
        "Different from @p, so my previous answer was wrong. I'm replacing it.",
        "So @p was a mistake. Glad I checked!")
    agree = (
        "That matches, so **@c** is confirmed. 🎉", "Everything lines up: **@c**.", "Same as before, @c. ✔️",
        "So @c checks out.")
    idle = (
        "Hmm, did I carry properly in that last sum? Yes, I did.",
        "For a moment I doubted one of the zeros, but it's where it belongs.",
        "I wondered whether a part was missing; none is.", "Wait, is every place covered? Yes, all of them are.")
    close = (
        "So to recap: **@ab = @c**. Let me know if you'd like another!", "**Final result: @c**",
        "In short, the answer is @c. Hope that helps!",
        "Feel free to ask if any step is unclear. The answer is **@c**.")


class IiLatexReconsider(IiFlow):
    """LaTeX prose with inline formulae and a box."""

    latex = True
    groupings = ("plain", "latex", "thin")
    signs = ("\\times", "\\cdot")
    slip = (
        ", which I must correct to @now", "; rather, the value is @now", " (a slip of the pen for @now)",
        ", or correctly @now")
    methods = ("high", "low", "chunks", "area")
    opening = (
        "We compute @ab by the distributive law.", "To evaluate @ab, decompose one of the factors.",
        "Consider the product @ab.", "The product @ab is obtained from partial products.",
        "\\textbf{Solution.} We expand @ab.")
    splits = (
        "Write @wb as the sum @f and multiply each summand by @wa.", "Note that @wb has the expansion @f.",
        "Decomposing the factor @wb gives @f.", "We have @wb in expanded form as @f.")
    line = ("@eq,", "$\\bullet$ @eq", "(@l) @eq", "@eq.")
    adding = (
        "Summation yields @sum.", "Adding the contributions, @sum.", "The contributions add up as @sum.",
        "Hence @sum.")
    commit = (
        "Therefore @ab equals @box.", "Consequently, the product is @box.", "This gives @box.",
        "The value of @ab is thus @box.", "We arrive at @box as the answer.")
    reject = (
        "However, this value is not tenable: the derivation of @p contains an error.",
        "On reconsideration, @p is incorrect.",
        "\\textbf{Remark.} The computation leading to @p is flawed and must be discarded.",
        "We must retract @p, since the steps above do not hold up.",
        "Inspecting the derivation again, we find that @p is mistaken.")
    restart = (
        "We begin the evaluation of @ab anew.", "\\textbf{Revised solution.} We expand once more.",
        "Let us carry out the expansion a further time with due care.", "A new derivation follows.",
        "Setting aside the above, we recompute from the definition.")
    mending = (
        "Specifically, @eq is @now and not @was.", "The partial product @eq was recorded as @was; its value is @now.",
        "In place of @was one should have @now for @eq.", "The faulty entry is @was, since @eq evaluates to @now.")
    resum = (
        "The partial products are correct, whereas their sum is not.",
        "Only the summation was performed incorrectly.", "The fault lies with the final addition, which we repeat.",
        "All entries stand; the addition is to be repeated.")
    check = (
        "For verification we employ a different decomposition.",
        "\\textbf{Verification.} We recompute by another expansion.",
        "As an independent test, consider an alternative expansion.", "Let us test this by a second decomposition.")
    clash = (
        "This contradicts @p; the earlier value is in error and we adopt the present one.",
        "Since this differs from @p, where a step was faulty, we discard the earlier value.",
        "The earlier @p is thereby refuted.",
        "The two results disagree, and the mistake lies in the derivation of @p.")
    agree = (
        "The value @c is thus verified.", "This is in agreement with @c.", "Hence @c is confirmed.",
        "This corroborates @c.")
    idle = (
        "One may ask whether a carry was lost above; this is not the case.",
        "The placement of the zeros deserves a second glance, but it is correct.",
        "A doubt about the last addition proves unfounded.", "One might suspect an omitted summand; there is none.")
    close = (
        "\\textbf{Answer:} @c.", "In conclusion, the product is @box.", "The final answer is @box.",
        "Thus the requested product is @c.")

    def fill(self, t: Telling, text: str, **marks: object) -> str:
        return super().fill(t, text, box=t.boxed(*t.one(("\\(", "\\)"), ("\\[", "\\]"))), **marks)


class IiScratchTiny(IiFlow):
    """A tiny model with a scratchpad in lower case, signs for verdicts."""

    groupings = ("plain",)
    signs = ("*", "x")
    joint = "\n"
    gap = "\n"
    checks = 0.6
    opening = ("pad:", "scratch for @ab", "q: @ab", "todo @ab", "pad open. @ab")
    splits = ("@wb -> @f", "cut @wb : @f", "parts of @wb = @f", "@wb = @f")
    line = ("> @eq", ". @eq", "@k) @eq", "@eq ;")
    slip = (" no -> @now", " (bad) @now", " fix @now", " oops @now")
    adding = ("> add: @sum", "add up @sum", "+ : @sum", "sum it: @sum")
    commit = ("ans @c", "out: @c", "ans = @c", "@ab -> @c", "so answer @c")
    reject = (
        "chk @p: bad", "hm @p no good. drop it", "chk fails, @p is wrong", "@p x wrong", "bad ans @p, cross out",
        "look again: @p not right")
    restart = ("redo:", "wipe pad, redo @ab", "new pad:", "again from zero:", "next pad, @ab")
    mending = (
        "@eq not @was , is @now", "line @eq : @was -> @now", "found it: @eq is @now (had @was)",
        "fix @was to @now at @eq")
    resum = ("lines ok, add was bad:", "only the add is off, add again", "same lines, new add", "add again slow")
    check = ("chk by other cut:", "test it other way:", "2nd way to chk:", "chk:")
    clash = (
        "not @p ! old one is wrong, take this", "differs from @p, @p was wrong", "mismatch, drop @p",
        "so @p is bad, keep new")
    agree = ("chk ok @c", "same, @c good", "ok @c stays", "fine: @c")
    idle = ("carry missing? no.", "zeros ok? yes", "hm one line odd... no it is ok", "did i skip a part? nope")
    close = ("final @c", "done. @c", "end: @c", "=> @c")
    again_same = ("same as old one then", "oh it is same", "equal to before, fine")
    last_ok = ("last digit @eq -> @d ok", "end @eq so @d, yes", "units @eq : @d fits")
    last_bad = ("last digit @eq -> need @d , @p no", "end must be @d ( @eq ) but @p", "units @eq : want @d, @p misses")
    nines_ok = ("mod 9: @x , @y -> @z ok", "nines @x @y @z fit", "9s: @x and @y vs @z fine")
    nines_bad = ("mod 9: @x , @y want @w , got @z", "nines say @w , have @z", "9s: need @w not @z")
    rough_ok = ("approx @eq fine", "size @eq ok", "rough @eq ok")
    divide_ok = ("back: @eq ok", "div @eq", "reverse @eq yes")


class IiTutorSlate(IiFlow):
    """A tutor who speaks to a pupil in flowing paragraphs."""

    groupings = ("comma", "space")
    gap = " "
    sep = " "
    slips = 0.3
    opening = (
        "Let's look at this one on our slate: @ab.", "All right, grab your pencil, and we'll multiply @a by @b.",
        "So you would like to know what @ab makes. Good question!",
        "Big factors can look scary, but they come apart nicely.", "I'll show you how I would think about @ab.",
        "Remember that we may multiply in bits and gather them afterwards.")
    splits = (
        "Do you see that @wb is the same as @f? We take each bit times @wa.", "I like to open up @wb into @f.",
        "Think of @wb as @f, please.", "We peel @wb into its bits, @f.")
    line = ("One bit is @eq.", "We get @eq.", "Here, @eq.", "See that @eq.")
    slip = (
        " (silly me, @now)", ", or rather @now, I misspoke", ", no, let me say that properly: @now",
        ", hmm, you caught me, it's @now")
    adding = (
        "Gathering the bits, @sum.", "Now we pile them up: @sum.", "Altogether that's @sum.",
        "And then the adding: @sum.")
    commit = (
        "And so @ab comes to @c.", "That tells us the answer is @c.", "So you can write down @c.",
        "Our answer, then, is @c.", "There: @a times @b makes @c.")
    reject = (
        "\n\nOh, but wait, before you copy that: @p is not right, I've muddled something.",
        "\n\nPut your pencil down a second. I've just noticed that @p is wrong.",
        "\n\nNow I must own up to a mistake, for @p can't be the answer.",
        "\n\nHmm, cross out @p please, I went astray.",
        "\n\nEven tutors slip: what I just told you, @p, is incorrect.")
    restart = (
        "Let's rub out the slate and do @ab again.", "We'll go back to the very beginning.",
        "I'd like us to begin again with an empty slate.", "Shall we have another go, more patiently?",
        "From the start, then, and slowly.")
    mending = (
        "For @eq I said @was, when in truth it's @now.", "Look back at @eq: that's @now, while I told you @was.",
        "It was @eq that tripped me up, it makes @now instead of @was.",
        "The bit to change is @eq, from @was to @now.")
    resum = (
        "The bits were good, but I piled them up badly.", "All our bits can stay; we only need to add again.",
        "My adding was sloppy, so let me repeat that alone.", "The mistake sits in the adding, nowhere else.")
    check = (
        "\n\nA good habit is to try it differently and compare.",
        "\n\nHow could we make sure? By cutting it up another way!",
        "\n\nLet me test that with you by a second road.",
        "\n\nNow let's see whether another way tells the same story.")
    clash = (
        "But that isn't @p! So our earlier answer was wrong, and this one replaces it.",
        "Aha, we said @p before, which was a mistake of mine.", "You see why we check: @p was wrong.",
        "The two don't match, and having looked back I can tell that @p was the bad one.")
    agree = (
        "So @c it is, well done us.", "You can be at ease about @c.", "It fits, and @c stays on the slate.",
        "Good, that speaks for @c.")
    idle = (
        "\n\nYou may wonder whether I forgot a carry. I looked, and I didn't.",
        "\n\nDid we lose a bit somewhere? No, they're all there.",
        "\n\nI was about to grumble over one of those sums, but it is in order.",
        "\n\nIs it too big, do you think? No, it's about what one would expect.")
    close = (
        "\n\nSo what do we remember? @ab is @c.", "\n\nWrite it neatly: @ab = @c.", "\n\nThat's it for this one: @c.",
        "\n\nYour answer is @c. Try one by yourself next!")


class IiSemicolonCurt(IiFlow):
    """Very terse, all on one line or two."""

    groupings = ("plain", "apostrophe", "comma")
    signs = ("·", "*", "×")
    gap = " "
    sep = " "
    slips = 0.08
    methods = ("high", "chunks", "round")
    opening = ("@ab:", "Compute @ab.", "@ab?", "Product @ab.")
    splits = ("@wb = @f;", "Split @wb: @f;", "With @wb = @f:", "Parts @f;")
    line = ("@eq;", "@eq,", "@eq.", "[@eq]")
    slip = (" (sic: @now)", " err @now", ", rather @now")
    adding = ("sum @sum.", "total @sum.", "@sum.", "add: @sum.")
    commit = ("Ans. @c.", "@ab = @c.", "Gives @c.", "Answer @c.", "Product: @c.")
    reject = (
        "\nWrong, void @p.", "\nNo. @p rejected.", "\nFaulty: @p out.", "\nError; strike @p.",
        "\nReview fails, @p withdrawn.")
    restart = ("Redo:", "Anew:", "Restart @ab:", "Repeat all:", "Again:", "Over:")
    mending = (
        "@eq: @now, not @was;", "Amend @eq to @now (was @was);", "@was → @now at @eq;",
        "Error at @eq, value @now, not @was;")
    resum = ("Parts fine, re-add:", "Bad addition;", "Addition redone:", "Parts kept;")
    check = ("\nVerify:", "\nOther split:", "\nCross-check:", "\nControl:")
    clash = ("≠ @p; @p void.", "Contradicts @p, which was wrong.", "@p wrong.", "So @p was an error.")
    agree = ("@c holds.", "OK, @c.", "Agrees: @c.", "@c stands.")
    idle = ("\nCarries? Fine.", "\nZeros? Right.", "\nSum doubtful? No.", "\nAny part missing? None.")
    close = ("\n@c", "\nFinal @c.", "\n∴ @c", "\nEnd: @c.")
    again_same = ("Unchanged.", "As before.", "Same value.")
    last_ok = ("\nUnits @eq → @d, ok.", "\nEnds in @d (@eq), ok.", "\nLast digit @d by @eq: ok.")
    last_bad = ("\nUnits @eq → @d; @p fails.", "\nMust end in @d (@eq).", "\nLast digit should be @d by @eq.")
    nines_ok = ("\nMod 9: @x, @y → @z, ok.", "\nNines @x/@y/@z, ok.", "\nMod 9 consistent (@x, @y, @z).")
    nines_bad = ("\nMod 9: @x, @y → @w, have @z.", "\nNines want @w, not @z.", "\nMod 9: @z instead of @w.")
    rough_ok = ("\nSize @eq, ok.", "\nRoughly: @eq.", "\nEstimate @eq, ok.")
    divide_ok = ("\n@eq, ok.", "\nBack: @eq.", "\nInverse @eq, ok.")


class IiStepConfidence(IiFlow):
    """Numbered steps with a confidence that decides whether to try again."""

    groupings = ("comma", "plain")
    signs = ("×", "*", "x")
    gap = "\n"
    checks = 0.0
    verify = 0.9
    always_agrees = True
    methods = ("high", "low", "chunks", "area")
    opening = (
        "Objective: @ab.", "Plan: partial products of @ab.", "Evaluating @ab stepwise.",
        "I have to multiply @a by @b.")
    splits = ("Expand @wb: @f.", "Rewrite @wb = @f.", "Use @wb = @f.", "Break @wb down to @f.")
    line = ("Step @k: @eq", "Step @k. @eq", "@k) @eq", "(@k) @eq")
    slip = (" [typo, read @now]", " -- correcting to @now", " -- sorry, @now", " (revised at once: @now)")
    adding = ("Accumulate: @sum", "Last step: @sum", "Aggregate: @sum", "Final step, addition: @sum")
    commit = ("Current answer: @c", "Candidate: @c", "I obtain @ab = @c", "Output @c", "Conclusion: @ab = @c")
    reject = (
        "low. @p is wrong somewhere, so I drop it.", "very low. I no longer believe @p; it has to go.",
        "1/5. @p contains an error and is abandoned.", "poor. On rereading, @p is mistaken.",
        "10%. The answer @p is not right.")
    restart = (
        "New run.", "Running all steps again for @ab.", "Beginning again at step 1.", "I do the steps over.",
        "Rerun with a careful eye:")
    mending = (
        "Defect located: @eq is @now, not @was.", "Changed entry: @eq, from @was to @now.",
        "The weak step is @eq, which makes @now and not @was.", "Correct @eq: @was becomes @now.")
    resum = (
        "Defect located in the addition.", "The weak step is the addition, so I repeat it.",
        "Steps stay, the addition is repeated.", "Correct the addition only.")
    check = (
        "to be settled by a second run.", "medium; a second run follows to decide.",
        "pending, see another expansion.", "3/5, hence one more run as a test.")
    clash = ("Differs from @p, which was wrong.",)
    agree = ("So @c is kept.", "@c is reliable.", "No reason to alter @c.", "@c passes.")
    idle = (
        "fairly high; I worried about a carry, without cause.", "high. Every place was treated.",
        "5/5, after a look at the additions.", "95%. The one step I doubted is sound.")
    close = ("Submit: @c", "Final output: @c", "Submitted answer: @ab = @c", "Answer submitted: @c")

    def review(self, t: Telling, text: str, good: bool) -> str:
        return f"{'Self-rating' if t.flag('rating', 0.4) else 'Confidence'}: {text}\n\n"

    def rejected(self, t: Telling) -> str:
        return self.say(t, self.reject)

    def verdict(self, t: Telling) -> str:
        kind = t.one("idle", "proof", "second")
        if kind == "second":
            return self.second(t)
        if kind == "idle":
            return f"{self.say(t, self.idle)} {t.r(self.say(t, self.agree))}"
        return t.one("high.", "4/5.", "good.", "90%.") + f" {self.proof(t)} {t.r(self.say(t, self.agree))}"


class IiSorryAssistant(IiFlow):
    """A polite chat assistant that answers, rereads and apologises."""

    groupings = ("comma", "plain")
    signs = ("×", "x", "*")
    sep = ", "
    gap = " "
    methods = ("high", "chunks", "swapped")
    opening = (
        "Certainly. I'll calculate @ab for you.",
        "Of course! The product of @a and @b can be found by splitting a factor.",
        "Thanks for your question about @ab.", "I can help with that.",
        "To multiply @a by @b, I will use the places of one number.")
    splits = (
        "Since @wb equals @f, I multiply each of these by @wa.", "The number @wb consists of @f.",
        "I treat @wb as @f.", "Here @wb is the sum of its parts, @f.")
    line = ("@eq", "@eq")
    slip = (" (pardon, @now)", " (I mean @now)", ", excuse me, @now", " (correction: @now)")
    adding = (
        ". Added up, that is @sum.", ". The sum of these is @sum.", "; together they make @sum.",
        ". I add them and find @sum.")
    commit = (
        "The answer to your question is @c.", "The product of @a and @b is @c.", "Thus @a times @b equals @c.",
        "Your result is @c.", "So I can report that @ab = @c.")
    reject = (
        "\n\nMy apologies, the answer @p I provided is not accurate.",
        "\n\nI am sorry, but on rereading my reply I see that @p is wrong.",
        "\n\nI apologize for the confusion: @p is incorrect.",
        "\n\nActually, I need to take back @p, as I made an arithmetic error.",
        "\n\nPlease accept my apology. There was an inaccuracy, and @p should not be used.")
    restart = (
        "Allow me to recalculate the product in full.", "I will go through the whole calculation once more.",
        "Here is the recalculation.", "Permit me to solve it again.", "Below I recompute everything.")
    mending = (
        "Instead of @was, I should have written @now for @eq.",
        "The inaccurate part was @eq, which is @now rather than @was.", "My value of @was for @eq needs to be @now.",
        "It concerns @eq: the proper value is @now, whereas I gave @was.")
    resum = (
        "The individual products were accurate but their sum was not", "It concerns only the last addition",
        "I had added the products inaccurately", "The products may remain; the addition has to be repeated")
    check = (
        "\n\nTo be thorough, I will verify this by splitting differently.",
        "\n\nBefore you rely on that, I'd like to verify it by a different calculation.",
        "\n\nPermit me a verification.", "\n\nI also ran the calculation in a different form, to be certain.")
    clash = (
        "This does not match @p, which I gave in error, and I apologize for that.",
        "I regret that my earlier figure of @p was wrong.",
        "I apologize: the figure @p that I gave before was inaccurate.", "As this shows, @p was an error on my part.")
    agree = (
        "I can therefore confirm @c.", "The result of @c is verified.", "This is consistent with @c.",
        "You may rely on @c.")
    idle = (
        "\n\nI reviewed the carries as well, and they are in order.",
        "\n\nI briefly questioned one of the products, but it was accurate.",
        "\n\nHaving reviewed the calculation, I see no inaccuracy.",
        "\n\nI considered whether a digit had been misplaced. None had.")
    close = (
        "\n\nIn summary, @ab = @c. Is there anything else I can assist you with?", "\n\nThe final answer is @c.",
        "\n\nI hope this is useful. Your result once more: @c.", "\n\nTo summarize: @c.")

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub(r"[.] ; together", ". Together", super().finish(t, text))
        text = re.sub(r"[.] [.] ", ". ", text)
        return re.sub(r" (?=[.;] )", "", text)


class IiAnewTags(IiFlow):
    """Tags of its own around workings and judgements."""

    groupings = ("plain", "comma")
    signs = ("*", "×", "\u00b7")
    gap = "\n"
    checks = 0.0
    verify = 1.0
    always_agrees = True
    methods = ("high", "low", "chunks", "area")
    opening = ("We are given @ab.", "Goal is @ab.", "Multiply @a and @b.", "First, lay out @ab.")
    splits = ("@wb splits as @f.", "Place values: @wb = @f.", "Using @wb = @f:", "@wb in pieces is @f.")
    line = ("@eq", "@l. @eq", "* @eq", "piece @k: @eq")
    slip = (" (wrong, @now)", " => corrected @now", ", which I change to @now", " !! @now")
    adding = ("pieces together: @sum", "Adding pieces: @sum", "Collected: @sum", "Sum of pieces: @sum")
    commit = ("<answer>@c</answer>", "The result is @c.", "Result: @c", "Hence @ab = @c.", "This working gives @c.")
    reject = (
        "The working is invalid and @p is not the product.", "I find a mistake; @p must be thrown away.",
        "@p is false.", "The result @p is unsound. Another working is required.", "Judged wrong: @p.",
        "No, @p is in error.")
    restart = (
        "From scratch.", "Complete recomputation of @ab.", "Nothing above is reused.", "A new working.",
        "Let me build it up again.")
    mending = (
        "@eq was miscalculated: @now in place of @was.", "Repair @eq: the piece is @now and not @was.",
        "The damaged piece @eq is @now (it said @was).", "The piece @was should be @now, as @eq shows.")
    resum = (
        "Pieces are sound; repair the sum.", "The sum is the damaged part.", "Redo only the sum of pieces.",
        "Collect the pieces again.")
    check = (
        "I recompute it the other way to judge.", "Judging by recomputation:", "An independent computation:",
        "Testing with the other factor split:")
    clash = ("Not @p.",)
    agree = ("Judged right: @c.", "The working is valid, @c.", "@c is sound.", "I accept @c.")
    idle = (
        "I looked for a lost carry and found none.", "The sum of pieces seemed suspicious but is fine.",
        "Each piece was reread.", "A doubt about the zeros is settled.")
    close = ("<final>@c</final>", "The final result is @c.", "<output>@c</output>", "Final: @c")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self.names: Pool = t.rng.choice(
            [
                ("working", "judge", "anew"),
                ("try", "inspect", "try"),
                ("derive", "appraise", "rederive"),
                ("calc", "audit", "recalc"),
            ]
        )

    def wrap(self, t: Telling, name: str, text: str) -> str:
        return f"<{name}>\n{text.strip()}\n</{name}>\n"

    def attempt(self, t: Telling, text: str) -> str:
        return self.wrap(t, self.names[2 if t.index else 0], text)

    def review(self, t: Telling, text: str, good: bool) -> str:
        return self.wrap(t, self.names[1], text)


class IiBulletTicks(IiFlow):
    """Bullets with ticks and crosses."""

    groupings = ("comma", "space", "narrow", "plain")
    signs = ("×", "·")
    joint = "\n"
    gap = "\n"
    opening = ("➤ @ab", "▶ Problem: @ab", "🔢 @ab", "◆ Computing @ab", "➤ Find @ab")
    splits = ("• decompose @wb → @f", "• @wb = @f", "• parts of @wb: @f", "• @wb becomes @f")
    line = ("• @eq", "◦ @eq", "– @eq", "• @l: @eq")
    slip = (" ✗ → @now", " ✗ @now", " (✗, now @now)", " ⟶ fixed: @now")
    adding = ("• add: @sum", "• sum → @sum", "Σ: @sum", "• collect: @sum")
    commit = ("➜ @ab = @c", "➜ Answer: @c", "⇒ @c", "★ Result: @c", "⇒ product @c")
    reject = (
        "✗ @p is wrong", "❌ @p: mistake found, removed", "✗ re-read: @p incorrect", "❌ not valid: @p",
        "✗ cancelled @p, a step above is faulty")
    restart = ("↻ do it again: @ab", "↻ restart", "↻ new calculation", "🔁 from the top", "🔁 once more, every line")
    mending = (
        "• repaired: @eq = @now (not @was)", "• @eq gives @now, I had @was", "• faulty line @eq: @was ✗, @now ✓",
        "• swap @was for @now at @eq")
    resum = (
        "• lines ✓, addition ✗, so add again", "• faulty: the addition", "• repaired addition:", "• addition only:")
    check = ("🔍 test with another breakdown", "🔍 second method", "? verify by splitting otherwise", "🔍 verifying")
    clash = (
        "✗ conflicts with @p, and @p was the faulty one", "❌ @p refuted, new value taken", "✗ so @p was wrong",
        "❌ @p drops out")
    agree = ("✓ @c", "✓ consistent: @c", "✔ @c confirmed", "✓ keep @c")
    idle = (
        "? carry forgotten → no", "? zeros misplaced → no, fine", "? missing line → none",
        "? addition off → looked again, fine")
    close = ("■ Final: @c", "■ @ab = @c", "🏁 @c", "■ Answer stays @c")
    again_same = ("• (same as earlier)", "• unchanged from the last round", "• equal to the earlier value")
    last_ok = ("• last digit: @eq → @d ✓", "• units @eq, ends in @d ✓", "• ending @d from @eq ✓")
    last_bad = (
        "• last digit: @eq → @d, yet @p ✗", "• units @eq call for @d at the end ✗", "• ending should be @d (@eq) ✗")
    nines_ok = ("• mod 9: @x, @y ⇒ @z ✓", "• nines @x, @y, @z ✓", "• digit sums @x / @y / @z ✓")
    nines_bad = (
        "• mod 9: expected @w, found @z ✗", "• nines: @x and @y need @w, there is @z ✗",
        "• digit sums give @z for @w ✗")
    rough_ok = ("• size: @eq ✓", "• roughly @eq ✓", "• estimate @eq ✓")
    divide_ok = ("• back: @eq ✓", "• inverse: @eq ✓", "• @eq ✓")


class IiColumnProctor(IiFlow):
    """Columns in a fence, prose between them."""

    groupings = ("plain", "comma")
    signs = ("x", "×")
    methods = ("low",)
    mends = 0.8
    opening = (
        "I'll set @ab up in columns.", "Standard long multiplication for @ab:",
        "Written one under the other, @ab looks like this.", "Here is the column layout.", "Stacking @a over @b:")
    adding = ("In the last row, @sum.", "The rows add to this: @sum.", "Rows summed, @sum.", "Bottom line: @sum.")
    commit = (
        "The product reads @c.", "Under the line we have @c, the answer.", "That makes @ab = @c.",
        "My final row says the answer is @c.", "Answer: **@c**")
    reject = (
        "Looking over the rows, I notice that something went wrong, and @p is not the product.",
        "There is an error in the layout above. @p is wrong.", "I would mark @p as incorrect.",
        "That layout is defective, so forget @p.", "No good: @p has an error in it.")
    restart = (
        "Fresh layout:", "Writing the columns out again:", "New sheet, all rows new:",
        "I stack the numbers once more:", "The whole layout over again:")
    mending = (
        "The row for @eq reads @was and ought to read @now.", "@eq: that row is @now; I put @was.",
        "One row is bad, @eq, with @was written for @now.", "Exchange the row @was for @now, because that is @eq.")
    resum = (
        "The rows are good; the bottom line was added badly.",
        "I lost a carry when adding the rows, so I add them again.", "Only the bottom line is bad.",
        "Same rows, new bottom line.")
    check = (
        "As a test, the factors change places:", "I test it with the stack turned round:",
        "To audit that, a second stack:", "Control stack:")
    clash = (
        "The stacks disagree, and the bad one is the one with @p.",
        "That is not @p. A row in that earlier stack was wrong.", "Hence @p was wrong and I replace it.",
        "@p is thereby overruled.")
    agree = ("@c passes the audit.", "The stack was right, @c.", "Good, @c it is.", "So @c remains.")
    idle = (
        "I re-read the carries: nothing to change.", "Are the rows shifted properly? They are.",
        "One row looked short, but it is complete.", "I also stared at the bottom line for a while. It's fine.")
    close = ("**@ab = @c**", "Final answer: @c", "To state it plainly, the product is @c.", "Answer for the sheet: @c")

    def body(self, t: Telling, work: Work) -> str:
        rule = "-" if t.flag("rule", 0.7) else "="
        table = t.columns(work, t.maths, rule)
        if t.flag("under", 0.6):
            return f"```\n{table}{t.total(work, t.maths)}\n```"
        return f"```\n{table.rstrip(rule + chr(10))}\n```\n\n" + self.say(t, self.adding, sum=self.sums(t, work))


class IiLowercaseStream(IiFlow):
    """A run-on stream in lower case that turns round in mid-thought."""

    groupings = ("plain", "comma", "space")
    signs = ("times", "x", "*")
    gap = " "
    sep = " then "
    slips = 0.4
    methods = ("high", "chunks", "round")
    opening = ("ok @ab,", "alright so they want @ab,", "let me think, @ab,", "so @ab huh,", "@ab, no rush,")
    splits = (
        "@wb is @f so go one by one,", "i can see @wb as @f,", "chop @wb to get @f,",
        "the pieces of @wb would be @f,")
    line = ("@eq", "i get @eq", "@eq ok", "there's @eq")
    slip = (" ugh no @now", " wait i mean @now", " nah @now", " hmm more like @now yes @now")
    adding = ("and added up @sum,", "and the lot is @sum,", "so piling up @sum,", "adding along @sum,")
    commit = (
        "so it's @c.", "so the answer is @c.", "which makes @ab equal to @c.", "i'd answer @c.",
        "ok so @c is the answer.")
    reject = (
        "hmm wait, no, @p is wrong i'm pretty sure.", "ugh, something's off in there, can't be @p.",
        "actually no, not @p, i messed up.", "hang on, that's a mistake, forget @p.", "no no, @p is not it.")
    restart = (
        "ok do it all again,", "fine, from the beginning then,", "let me go round once more,", "reset, @ab,",
        "so take it from zero,")
    mending = (
        "it's @eq, i said @was but it's @now,", "the bad piece is @eq, that's @now and not @was,",
        "@was should have been @now because @eq,", "look, @eq is @now, i had @was,")
    resum = (
        "the pieces are fine it's just the adding,", "i only added wrong,", "same pieces but add them properly,",
        "it's the adding that went bad,")
    check = (
        "let me see if another way says that too,", "to be sure go the other way round,",
        "quick test with the other number split,", "how about checking it differently,")
    clash = (
        "that's not @p, so @p was wrong.", "huh, and before i said @p, that was a mistake.",
        "doesn't match, and the bad one is @p i think, dropping it.", "so no, @p was off.")
    agree = ("yeah @c.", "fine, @c it stays.", "cool, @c holds up.", "so @c for sure.")
    idle = (
        "did i drop a carry, no, all there.", "is that too large? nah it's fine.",
        "hmm the zeros, yes they're right.", "feels odd but every piece is ok.")
    close = ("done, @c.", "final: @c", "so to say it again, @c.", "anyway, @ab is @c.")
    again_same = ("ha, same thing as before.", "same as what i threw out, oh well.", "ok so it was that all along.")
    last_ok = ("last digits @eq so it ends in @d, yes.", "ends in @d like @eq says.", "units @eq, @d at the end, good.")
    last_bad = (
        "last digits @eq so it has to end in @d and it doesn't.",
        "units @eq means the digit @d at the end, which i don't have.")
    nines_ok = ("nines, @x and @y and @z, works.", "mod 9 it's @x, @y, and @z, fits.")
    nines_bad = ("nines say @w but i have @z.", "mod 9 i'd need @w and this has @z.")
    rough_ok = ("roughly @eq so ok.", "ballpark @eq, plausible.", "size wise @eq, ok.", "about @eq, yes.")
    divide_ok = ("backwards @eq, nice.", "and @eq, good.", "undo it, @eq, yep.", "in reverse @eq, works.")


STYLES: dict[str, Style] = {style.name: style for style in (cls() for cls in IiFlow.__subclasses__())}
