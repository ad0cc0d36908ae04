"""A broad mixture: rambling base models, scratchpads, drifted small models, chat assistants, LaTeX, and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .common import Style, Telling, Term, Work


class _Talk(Style):
    """The flow that all share: sections in order, each a draw from the wordings of the style."""

    xs: Sequence[str] = ("×",)
    words: Sequence[str] = ("comma", "comma", "plain")
    methods: Sequence[str] = ("high", "high", "low", "chunks")
    gap = "\n\n"
    joint = "\n"
    detailed = 0.35
    slipping = 0.06
    spread = 1

    opens: Sequence[str] = ("",)
    leads: Sequence[str] = ("",)
    steps: Sequence[str] = ("@l @x @r = @v",)
    details: Sequence[str] = ("@l @x @r: @how",)
    slips: Sequence[str] = ("@l @x @r = @w, no, @v",)
    adds: Sequence[str] = ("@s = @t",)
    readds: Sequence[str] = ()
    commits: Sequence[str] = ()
    sames: Sequence[str] = ()
    rejects: Sequence[str] = ()
    restarts: Sequence[str] = ()
    faults: Sequence[str] = ()
    sumfaults: Sequence[str] = ()
    recounts: Sequence[str] = ()
    differs: Sequence[str] = ()
    routes: Sequence[str] = ()
    agrees: Sequence[str] = ()
    idles: Sequence[str] = ()
    closes: Sequence[str] = ()
    lastbad: Sequence[str] = (
        "Units digits: @y and @z multiply to @q, so the result has to end in @d, yet @p ends in @e.",
        "A quick look at the final digit: @y @x @z = @q, which calls for a @d at the end. @p has a @e there.",
        "The ones place should be @d (because @y @x @z = @q), but in @p it is @e.",
        "Something is off with the end of @p: @y @x @z is @q, so I'd need a trailing @d, not @e.",
    )
    ninesbad: Sequence[str] = (
        "Mod 9 the factors leave @y and @z, so the product must leave @d, while @p leaves @e.",
        "Digit sums: the factors reduce to @y and @z mod 9, their product to @d, but @p reduces to @e.",
        "Nines test on @p: expected remainder @d (from @y and @z), found @e.",
        "Working modulo 9, @y @x @z should leave @d, and @p leaves @e instead.",
    )
    lastok: Sequence[str] = (
        "Last-digit test: @y @x @z = @q, ends in @d, and so does @c.",
        "The ones digits give @y @x @z = @q, so a final @d is right.",
        "It ends in @d, as it should, since @y @x @z = @q.",
        "Ending: @y @x @z = @q → @d. Fits.",
    )
    ninesok: Sequence[str] = (
        "Mod 9: the factors leave @y and @z, and @c leaves @d, which is consistent.",
        "Nines test: remainders @y and @z, product remainder @d, and that is what @c leaves too.",
        "Modulo 9 everything is consistent (@y, @z and @d).",
        "The digit sums agree: @y @x @z leaves @d on division by 9, same as @c.",
    )
    sizeok: Sequence[str] = (
        "For scale, @y @x @z = @q, so the size is sensible.",
        "Rough size: @y @x @z = @q. Close enough.",
        "Rounding the factors gives @y @x @z = @q, in the same region.",
        "A coarse estimate, @y @x @z = @q, is not far off.",
    )
    divideok: Sequence[str] = (
        "Going backwards, @c ÷ @b = @a exactly.",
        "Dividing back: @c / @b = @a. Good.",
        "And @c divided by @a returns @b.",
        "Division undoes it cleanly: @c ÷ @a = @b.",
    )

    @property
    def name(self) -> str:
        return "cc-" + super().name

    def begin(self, t: Telling) -> None:
        t.x, t.words = t.one(*self.xs), t.one(*self.words)
        t.maths = t.words
        t.turn = t.rng.randrange(24)  # type: ignore[attr-defined]

    def say(self, t: Telling, options: Sequence[str], /, **more: object) -> str:
        slots = {"ab": t.ab, "a": t.a, "b": t.b, "x": t.x, "c": t.candidate, "p": t.previous, **more}

        def slot(found: re.Match[str]) -> str:
            value = slots[found[1]]
            return t.n(value) if isinstance(value, int) else str(value)

        return re.sub(r"@([a-z]+)", slot, t.one(*options)) if options else ""

    def join(self, *sections: str) -> str:
        return "".join(section + self.gap for section in sections if section)

    def step(self, t: Telling, term: Term) -> str:
        slots = {"l": term.left, "r": term.right, "v": term.value}
        if t.chance(self.slipping):
            return self.say(t, self.slips, w=t.near(term.value), **slots)
        how = t.detail(term, self.detailed)
        return self.say(t, self.details, how=how, **slots) if how else self.say(t, self.steps_of(t), **slots)

    def steps_of(self, t: Telling) -> Sequence[str]:
        """The wordings of steps that a response keeps to."""
        turn = t.turn  # type: ignore[attr-defined]
        return [self.steps[(turn + i) % len(self.steps)] for i in range(self.spread)]

    def add(self, t: Telling, work: Work) -> str:
        return self.say(t, self.adds, s=t.sum(work), t=work.total)

    def lead(self, t: Telling, work: Work) -> str:
        return self.say(t, self.leads, f=t.factor(work), u=work.a, w=sum(p.right * p.sign for p in work.terms))

    def body(self, t: Telling, work: Work) -> str:
        return self.join(
            self.lead(t, work), self.joint.join(self.step(t, term) for term in work.terms), self.add(t, work)
        )

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, self.sames if t.same and t.chance(0.6) else self.commits)) + self.gap

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.opens)) + self.body(t, t.solve(*self.methods)) + self.commit(t)

    def reason(self, t: Telling) -> str:
        """A test that the candidate before fails, if one does."""
        y, z, p = t.a % 10, t.b % 10, t.previous
        if t.a < 10 and t.b < 10:
            return ""
        if t.chance(0.35) and y * z % 10 != p % 10:
            return self.say(t, self.lastbad, y=y, z=z, q=y * z, d=y * z % 10, e=p % 10)
        y, z = t.a % 9, t.b % 9
        if t.chance(0.3) and y * z % 9 != p % 9:
            return self.say(t, self.ninesbad, y=y, z=z, d=y * z % 9, e=p % 9)
        return ""

    def mended(self, t: Telling) -> str | None:
        found = t.mend()
        if found is None:
            return None
        if found.place is None:
            return self.join(self.say(t, self.sumfaults, s=t.sum(found.work), was=found.was, now=found.now))
        term = found.work.terms[found.place]
        said = self.say(t, self.faults, l=term.left, r=term.right, was=found.was, now=found.now)
        again = self.say(t, self.readds, s=t.sum(found.work), t=found.work.total)
        return self.join(said, again or self.add(t, found.work))

    def redo(self, t: Telling) -> str:
        work = t.other() if t.chance(0.6) else t.solve(*self.methods)
        return self.join(self.reason(t), self.say(t, self.rejects), self.say(t, self.restarts)) + self.body(t, work)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=4, recount=3)
        told: str | None = None
        if way == "mend":
            told = self.mended(t)
        elif way == "recount":
            told = (
                self.join(self.say(t, self.recounts)) + self.body(t, t.other()) + self.join(self.say(t, self.differs))
            )
        return (told or self.redo(t)) + self.commit(t)

    def check(self, t: Telling) -> str:
        """A check that confirms, with what it is based on; may be nothing."""
        kind = t.one("last", "nines", "size", "size", "route", "route", "divide")
        if t.a < 10 and t.b < 10 and kind in ("last", "nines", "size"):
            return ""
        if kind == "last" and (last := t.last_digit()):
            return self.say(t, self.lastok, y=last[0], z=last[1], q=last[2], d=last[2] % 10)
        if kind == "nines" and (nines := t.nines()):
            return self.say(t, self.ninesok, y=nines[0], z=nines[1], d=nines[2])
        if kind == "size" and (size := t.estimate()) and size[:2] != (t.a, t.b):
            return self.say(t, self.sizeok, y=size[0], z=size[1], q=size[2])
        if kind == "divide" and t.candidate == t.product:
            return t.r(self.say(t, self.divideok))
        if kind == "route" and self.routes:
            return self.join(self.say(t, self.routes)) + self.body(t, t.other()) + t.r(self.say(t, self.agrees))
        return ""

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.45):
            text = self.join(self.check(t))
        elif t.chance(0.25):
            text = self.join(self.say(t, self.idles))
        return text + (t.r(self.say(t, self.closes)) if t.chance(0.6) else "")


class CorpusDrifter(_Talk):
    """A base model: a page of a homework site, run-on, drifting off once the sum is done."""

    xs = ("x", "x", "*", "times")
    spread = 3
    words = ("plain", "plain", "comma")
    gap = " "
    joint = " and "
    opens = (
        "Question: What is @ab? Solution:",
        "This is a question that a lot of people ask about multiplying numbers.",
        "Posted by guest on Tuesday. Hi, my son has this in his homework and I have to show him how to do @ab.",
        "Multiplication is the process of adding a number to itself many times. In the case of @ab you do not want to add that often.",
        "Q. @ab\nA. You can work this out without a calculator.",
        "Here is an example for the numbers @a and @b from the worksheet.",
        "In this lesson we will learn how to multiply @a and @b.",
    )
    leads = (
        "You write the second number as @f and then",
        "First you take it apart, @f, so",
        "The number @w is the same as @f so you get",
        "You can think of @w as @f, and then",
    )
    steps = ("@l @x @r is @v", "@l @x @r = @v", "@l @x @r makes @v", "@l @x @r which is @v")
    details = ("@l @x @r is (@how) @v", "@l @x @r, that is @how,")
    slips = ("@l @x @r is @w sorry @v", "@l @x @r = @w (typo, I mean @v)")
    adds = (
        "and you add them up like this, @s = @t.",
        ". Then you put the numbers together, @s and that comes to @t.",
        "and when everything is added, @s, it is @t.",
        ". Adding: @s = @t.",
    )
    commits = (
        "So the answer to the question is @c.",
        "Therefore @ab is equal to @c.",
        "Answer: @c.",
        "So if you multiply @a by @b you get @c.",
        "The correct answer is @c.",
        "The product of the two numbers is @c.",
        "So it is @c, that is your answer.",
    )
    sames = (
        "And the answer comes out as @c this time as well.",
        "So now the answer I get is @c, the same number as before.",
    )
    rejects = (
        "EDIT: please ignore the above, I did this too quickly and the answer there is not right.",
        "Oops, I should not have posted that. @p is wrong.",
        "Actually no. I don't think @p can be the answer, forget what I wrote.",
        "Sorry everybody, I made a mistake somewhere up there, so do not use @p.",
        "Reply: That isn't right. Throw it away and do it over.",
        "Wait, I was not paying attention, that answer is no good.",
    )
    restarts = (
        "Here is the whole thing again.",
        "From the beginning:",
        "Let me do it over.",
        "Another try.",
        "Do it again slowly.",
    )
    faults = (
        "EDIT: somebody pointed out that @l @x @r is not @was, it is @now.",
        "Oh I see there is a mistake, for @l @x @r I wrote @was and it should have been @now, so all has to be added again,",
        "Sorry, @l @x @r is @now and not @was like I said,",
        "Reply: You have an error, @l @x @r = @now. You had @was.",
    )
    sumfaults = (
        "EDIT: I added it wrong. @s is @now and not @was.",
        "Sorry, the numbers are fine but @s does not make @was, it makes @now.",
        "Reply: check your addition. @s = @now, you wrote @was.",
    )
    recounts = (
        "You can check this by doing it another way.",
        "To check @p, multiply once more.",
        "Now to be sure we do it with the other number in pieces.",
        "Let us check this.",
    )
    differs = (
        "But that is not the @p from before, so the answer before was a mistake.",
        "This is different from @p. The one before was wrong then.",
        "So @p was not right and we have to change it.",
    )
    routes = ("You can check it the other way too.", "To check the answer you do it again with the pieces different.")
    agrees = ("So it is @c both ways and it is correct.", "It is again @c, so we know it is right.", "Same thing, @c.")
    idles = (
        "I am not sure if this is how they teach it now but it is fine.",
        "I hope I did not forget a carry but I don't think so.",
        "Maybe there is a shorter way, I don't know one.",
        "Is this right? I think it is right.",
    )
    closes = (
        "Hope this helps! Please rate and subscribe.",
        "\n\nThis entry was posted in Arithmetic and tagged multiplication, homework. Leave a comment.",
        "So the answer is @c. Thanks for reading.",
        "@ab = @c.\n\nRelated topics: long division, fractions, decimals.",
        "The multiplication is a very important operation in mathematics, and it is used in shops, banks and in engineering.",
        "If you have more questions about multiplication you can ask them in the comments.",
        "The answer is @c. The answer is @c. The answer is @c.",
    )

    def finish(self, t: Telling, text: str) -> str:
        return text.replace(" . ", ". ").replace(" \n", "\n")


class ScratchLines(_Talk):
    """An SFT model with a line-by-line scratchpad and a running sum."""

    xs = ("*", "x", "×")
    words = ("plain", "plain", "plain", "underscore")
    methods = ("low", "low", "high", "chunks")
    gap = "\n"
    detailed = 0.2
    opens = ("[pad]", "scratch:", "[scratchpad open]", "## pad for @ab", "pad: @ab", "task: @ab\npad:")
    leads = ("> cut @w: @f", "> @w := @f", "> pieces of @w: @f", "> decompose @w into @f")
    steps = ("> @l @x @r : @v", "> row @l @x @r gives @v", "> @r @x @l : @v", "> piece @r : @l @x @r = @v")
    details = ("> @l @x @r : @how", "> row for @r : @how")
    slips = ("> @l @x @r : @w\n> fix last line: @v", "> row @l @x @r gives @w (no: @v)")
    commits = ("[out] @c", "result: @c", "[result] @c", "pad says @ab = @c", "out: @c", "=> result @c")
    sames = ("[out] @c (unchanged)", "result: @c once more", "out: @c")
    rejects = (
        "[void] @p is withdrawn",
        "[reject] result above not accepted",
        "# not satisfied, strike @p",
        "[cancel] previous out is void",
        "# I no longer accept @p",
        "[discard] @p",
    )
    restarts = ("[pad cleared]", "[fresh pad]", "new pad:", "redo on a clean pad:", "# start over")
    faults = (
        "[audit] line @l @x @r : had @was, must be @now",
        "# bad line: @l @x @r is @now, pad had @was",
        "[patch] @l @x @r : @was -> @now",
        "# rereading pad... @l @x @r != @was ; it is @now",
    )
    sumfaults = (
        "[audit] rows ok, the running sum is not: @s = @now instead of @was",
        "# last addition bad: @s = @now, pad had @was",
        "[patch] sum @was -> @now",
    )
    recounts = ("[audit] second pad", "[verify]", "# cross pad, other factor cut", "[audit] recompute independently")
    differs = (
        "[audit] mismatch with @p, replace it",
        "# @p fails the audit",
        "[mismatch] drop @p",
        "# pads differ; earlier pad wrong",
    )
    routes = ("[verify] second pad", "[audit] cross pad", "# verify:")
    agrees = ("[verify] @c, match", "# pads agree on @c", "[audit] ok @c")
    idles = (
        "# carry in row 1? looked at it, ok",
        "# any row missing? no",
        "[audit] skipped",
        "# unsure about one row; reread, fine",
    )
    closes = ("[pad closed]", "[end] @c", "done, @ab = @c", "[pad closed] final @c", "end of pad", "[end]")
    lastbad = ("[audit] units: @y @x @z = @q, want ...@d, have ...@e", "# tail digit should be @d (@q), pad has @e")
    ninesbad = ("[audit] mod 9: want @d, have @e", "# mod 9 test: @y @x @z -> @d but @p -> @e")
    lastok = ("[audit] units: @y @x @z = @q, tail @d ok", "# tail digit @d, ok")
    ninesok = ("[audit] mod 9: @y @x @z -> @d, ok", "# mod 9 ok (@d)")
    sizeok = ("[audit] size: @y @x @z = @q, plausible", "# about @q expected, fine")
    divideok = ("[audit] @c / @b = @a ok", "# back-division: @c / @a = @b")

    def add(self, t: Telling, work: Work) -> str:
        if t.flag("whole", 0.3):
            return self.say(
                t, ("> sum @s = @t", "> all rows: @s = @t", "> rows together @s = @t"), s=t.sum(work), t=work.total
            )
        word = t.one("acc", "so far", "running", "carry on")
        shown = [f"{t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, sign, y, z in work.steps()]
        return "\n".join(f"> {word}: {line}" for line in shown)


class DriftedShorthand(_Talk):
    """A small model after much reinforcement: stuttering words, odd separators, nothing wasted."""

    xs = ("*", "x", "·")
    words = ("plain",)
    gap = " ;; "
    joint = " ;; "
    detailed = 0.1
    opens = (
        "mul mul @ab",
        "ok ok mul @ab",
        "@ab do do",
        "calc calc",
        "first first split",
        "so so @ab go",
        "task task @ab",
    )
    leads = ("part part @f", "cut @f", "@w is @f", "split split @f", "parts: @f")
    steps = ("@l@x@r~@v", "@l@x@r -> @v", "get @l@x@r -> @v", "@l by @r -> @v")
    details = ("@l@x@r -> @how", "do do @l@x@r: @how")
    slips = ("@l@x@r~@w oops @v", "@l@x@r -> @w no no @v")
    adds = ("add add @s -> @t", "sum sum @s -> @t", "plus plus @s -> @t", "all add @s -> @t")
    commits = (
        "answer answer @c",
        "final final = @c",
        "ans ans == @c",
        "so answer = @c",
        "answer: @c !!",
        "thus thus @c answer",
    )
    sames = ("answer answer @c again", "ans ans == @c same same", "final = @c")
    rejects = (
        "no no @p bad",
        "wrong wrong @p drop drop",
        "hmm hmm not @p, throw throw",
        "bad answer bad answer, @p out",
        "cancel cancel @p",
        "not trust @p not trust, drop",
    )
    restarts = (
        "redo redo",
        "new new mul @ab",
        "again from zero zero",
        "restart restart",
        "retry retry",
        "fresh fresh go",
    )
    faults = (
        "look look @l@x@r not @was but @now",
        "bug bug: @l@x@r = @now (had @was)",
        "err err @l@x@r is @now, @was wrong",
        "see see wrong part @l@x@r: @was to @now",
    )
    sumfaults = (
        "look look add wrong: @s -> @now not @was",
        "bug bug in sum, @s is @now, @was wrong",
        "err err add @s = @now (had @was)",
    )
    recounts = ("check check other way", "verify verify swap", "test test other cut")
    differs = ("not equal @p, @p wrong wrong", "diff diff with @p, old one out", "mismatch mismatch, drop @p")
    routes = ("check check other way", "verify verify", "two way two way")
    agrees = ("same same @c ok ok", "match match @c", "good good @c")
    idles = ("carry ok? ok ok", "sure sure? sure", "hmm hmm fine", "miss part? no no miss")
    closes = ("done done", "stop stop", "answer @c done", "end end @c", "@c @c done", "finish", "ok ok end")
    lastbad = ("end digit @y@x@z=@q need @d, got @e", "tail tail need @d have @e")
    ninesbad = ("nine nine need @d have @e", "mod9 mod9 @d vs @e no match")
    lastok = ("tail tail @d ok", "end digit @y@x@z=@q ok ok")
    ninesok = ("nine nine @d ok", "mod9 @y@x@z -> @d ok ok")
    sizeok = ("near near @y@x@z~@q fine", "size ok about @q")
    divideok = ("back back @c/@b=@a ok", "div @c/@a=@b good good")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.sep = t.one(" ;; ", " || ", "\n", " ~~ ", " / / ", " .. ")  # type: ignore[attr-defined]

    def finish(self, t: Telling, text: str) -> str:
        return text.replace(" ;; ", t.sep)  # type: ignore[attr-defined]


class BulletButler(_Talk):
    """A chat assistant with bullets, bold and a polite tone."""

    words = ("comma",)
    xs = ("×",)
    opens = (
        "Happy to help! Let's find **@ab**.",
        "Sure thing. Here's how I'd work through @ab:",
        "Of course! We can break @ab into manageable pieces.",
        "Great question. Let me walk you through **@ab**.",
        "Let's tackle @ab together.",
        "### Multiplying @a by @b",
    )
    leads = (
        "**Break it up:** @w = @f",
        "It is easiest to treat @w as @f:",
        "**The pieces** (@w = @f)",
        "Using the distributive property with @w = @f:",
    )
    steps = ("- @l × @r = @v", "- @l times @r → @v", "- **@l × @r** is @v", "- For the @r: @l × @r = @v")
    details = ("- @l × @r\n  - @how", "- **@l × @r**: @how")
    slips = ("- @l × @r = @w (correction: @v)", "- @l × @r → ~~@w~~ @v")
    adds = (
        "**Combine:** @s = @t",
        "Put the pieces together:\n\n- @s = @t",
        "Now we add: @s = @t",
        "**Adding up:**\n- @s = @t",
    )
    commits = (
        "✅ **@ab = @c**",
        "So, the answer is **@c**.",
        "**Final result: @c**",
        "That makes @ab equal to **@c**.",
        "Your answer: **@c**",
        "So @a multiplied by @b is **@c**.",
    )
    sames = (
        "My fresh calculation gives **@c** as the answer, the very number I had set aside.",
        "So the answer is **@c** after all.",
    )
    rejects = (
        "⚠️ I apologize, but I have to take that back. **@p** is not reliable.",
        "Apologies, I'm not happy with **@p**. Please disregard it.",
        "Hmm, I must retract that result; I believe I slipped somewhere.",
        "I'm sorry, the result above is incorrect. Kindly ignore it.",
        "Let me withdraw that answer: something in it went wrong.",
        "**Correction:** the figure @p above should not be used.",
    )
    restarts = (
        "Here is a fresh calculation:",
        "Let me redo it with more care.",
        "### New attempt",
        "Starting from scratch:",
        "Let's go again, step by step.",
    )
    faults = (
        "⚠️ **Correction:** I gave @l × @r as @was, and it is actually @now.",
        "I apologize, one bullet above is wrong: @l × @r = **@now**, not @was.",
        "Looking over the bullets, I see @l × @r should read @now (I put @was).",
        "My mistake! @l × @r isn't @was. It's @now.",
    )
    sumfaults = (
        "⚠️ **Correction:** the bullets are fine, but I added them badly. @s = @now, not @was.",
        "I apologize, the addition is off: @s gives @now rather than @was.",
        "My mistake in the last line! @s is @now, whereas I put @was.",
    )
    recounts = (
        "**Double-check** (splitting the other number):",
        "Let me verify this with a different split.",
        "### Verification",
        "Just to be safe, I'll run it another way:",
    )
    differs = (
        "This disagrees with **@p**, and on review the earlier working is the faulty one.",
        "That isn't **@p**! My earlier result was mistaken, I'm sorry.",
        "The two results don't match; I'm replacing @p with the new one.",
    )
    routes = ("**Double-check** (a different split):", "### Verification", "Let me confirm that another way:")
    agrees = ("Both ways lead to **@c** ✔", "The check gives @c too, so we're good.", "Confirmed: **@c**.")
    idles = (
        "I did wonder about the carrying in one of the bullets, but it holds up.",
        "*(I paused over the addition there; it's fine.)*",
        "One might worry that a zero was dropped. None was.",
        "Is every piece accounted for? Yes, all of them are listed.",
    )
    closes = (
        "Let me know if you'd like to see another method! 😊",
        "Hope that helps! Again, the result is **@c**.",
        "Would you like me to lay it out as long multiplication?",
        "**In short:** @ab = **@c**",
        "Feel free to ask if anything is unclear.",
        "---\n**Summary**\n- Numbers: @a and @b\n- Product: @c",
    )


class PipeTabler(_Talk):
    """A chat model that puts every attempt into a Markdown table with a row for the total."""

    words = ("comma", "comma", "space")
    xs = ("×", "·")
    methods = ("high", "chunks", "low", "area")
    opens = (
        "Below is @ab, organised as a table of partial products.",
        "I'll tabulate the partial products for @ab.",
        "## @ab\n\nOne row per piece:",
        "A table keeps @ab tidy.",
        "**Approach:** one row for every part of a factor.",
        "Let me lay out @ab in a table.",
    )
    commits = (
        "The bottom row gives @ab = **@c**.",
        "Reading off the total: **@ab = @c**",
        "> **Product: @c**",
        "Hence the product is **@c**.",
        "| Result |\n|:---:|\n| **@c** |",
        "From the table, the answer is **@c**.",
    )
    sames = (
        "The new table also ends in **@c**, so that is the product I now give.",
        "From the new table, the answer is **@c**.",
    )
    rejects = (
        "I don't stand by that table; @p should be disregarded.",
        "❌ The table above contains an error, so @p is not valid.",
        "On rereading, that table is unreliable and I'm discarding it, total included.",
        "Please strike @p. The rows were filled in carelessly.",
        "> **Note:** the result above is withdrawn.",
        "That total can't be kept: I lost track of a row.",
    )
    restarts = (
        "A new table:",
        "Replacement table:",
        "**Table, revised**",
        "I'll fill it in again from an empty table.",
        "Rebuilding the table:",
    )
    faults = (
        "❌ One cell is wrong: @l @x @r is @now, whereas the table has @was.",
        "The row for @l @x @r needs fixing (@was → @now).",
        "Erratum: in the row @l @x @r read @now for @was.",
        "Looking down the column again, @l @x @r cannot be @was; it is @now.",
    )
    sumfaults = (
        "❌ The rows are right but the bottom line isn't: @s = @now, not @was.",
        "Erratum: the column adds up to @now, not to @was.",
        "Looking down the column again, I mis-added. @s = @now in place of @was.",
    )
    adds = (
        "With that row changed, the column adds up as @s = @t.",
        "New bottom line: @s = @t.",
        "The column is now @s = @t.",
    )
    recounts = (
        "**Cross-check table** (other factor split):",
        "As a check, a table built the other way:",
        "To validate, here is an independent table.",
    )
    differs = (
        "The bottom lines differ, and the error turns out to be in the earlier table, so @p is replaced.",
        "This contradicts @p. The newer table is the correct one.",
        "❌ Not @p, so the earlier table had a bad row.",
    )
    routes = ("**Cross-check table** (different split):", "As a check, an independent table:", "To validate:")
    agrees = (
        "Same bottom line, @c ✓",
        "Both tables agree on @c.",
        "The cross-check also arrives at @c, confirming the result.",
    )
    idles = (
        "(I looked twice at the middle rows. Nothing amiss.)",
        "Could a row be missing? Counting them, no.",
        "*Is the alignment of the zeros right? It appears so.*",
        "I briefly doubted the bottom row, without cause.",
    )
    closes = (
        "| Factor 1 | Factor 2 | Product |\n|---|---|---|\n| @a | @b | @c |",
        "**@c**",
        "Let me know if another layout would be clearer.",
        "*End of working.*",
        "**TL;DR:** @c",
        "I can also show this as an area model on request.",
    )

    def body(self, t: Telling, work: Work) -> str:
        third = t.one("Partial product", "Value", "Product of row", "=")
        rows = [
            f"| {t.one('Piece', '#')} | Multiplication | {third} |",
            t.one("|---|---|---|", "|:--|:--|--:|", "| --- | --- | ---: |"),
        ]
        for number, term in enumerate(work.terms, start=1):
            value = t.n(term.value) if term.sign > 0 else f"-{t.n(term.value)}"
            if t.chance(self.slipping):
                value = f"~~{t.n(t.near(term.value))}~~ {value}"
            rows.append(f"| {number} | {t.n(term.left)} {t.x} {t.n(term.right)} | {value} |")
        rows.append(f"| {t.one('Total', '**Sum**', 'Σ')} | {t.one('', 'all rows', t.sum(work))} | {t.n(work.total)} |")
        note = t.one("", f"Here {t.n(work.a)} is kept whole.") if work.method != "area" else ""
        return self.join(note, "\n".join(rows))


class AlignMathist(_Talk):
    """A maths-tuned model: LaTeX align blocks and boxes."""

    words = ("latex", "plain", "thin", "plain")
    xs = ("\\times", "\\times", "\\cdot")
    opens = (
        "We wish to evaluate $@ab$.",
        "We compute the product $@ab$ by distributivity.",
        "To find $@ab$, we expand one factor by place value.",
        "Let $N = @ab$.",
        "The expression $@ab$ may be expanded as follows.",
        "**Solution.** Consider $@ab$.",
    )
    commits = (
        "Thus, $@ab = \\boxed{@c}$.",
        "\\[\n\\boxed{@c}\n\\]",
        "Hence $\\boxed{@c}$.",
        "Therefore the product equals $\\boxed{@c}$.",
        "It follows that the answer is $\\boxed{@c}$.",
        "The answer is $@c$.",
        "We conclude that\n$$@ab = @c.$$",
    )
    sames = (
        "The renewed computation yields the answer $\\boxed{@c}$, now with sound working.",
        "Thus, $@ab = \\boxed{@c}$, identical to the discarded value.",
    )
    rejects = (
        "However, the above computation is flawed, and the value $@p$ must be rejected.",
        "But this is not correct. We discard $@p$.",
        "On inspection this derivation does not hold, so we abandon its result.",
        "However, $@p$ cannot be trusted, and we retract it.",
        "There is an error in the derivation above; its result is void.",
        "**Remark.** The preceding value is incorrect and is hereby withdrawn.",
    )
    restarts = (
        "We recompute from the start.",
        "Let us derive the product anew.",
        "Consider a new expansion.",
        "**New derivation.**",
        "Returning to the original expression,",
    )
    faults = (
        "However, on review, $@l @x @r = @now$ and not $@was$.",
        "We notice an error in one line: $@l @x @r \\neq @was$; in fact $@l @x @r = @now$.",
        "One of the products was evaluated incorrectly. Indeed $@l @x @r = @now$, in place of $@was$.",
        "Correcting the line $@l @x @r = @was$ to $@l @x @r = @now$:",
    )
    sumfaults = (
        "However, the final summation is wrong: $@s = @now$ rather than $@was$.",
        "We notice that $@s \\neq @was$; in fact the sum is $@now$.",
        "The partial products are right, yet they add to $@now$, not $@was$.",
    )
    adds = ("The sum becomes\n$$@s = @t.$$", "Consequently, $@s = @t$.", "Summing again, $@s = @t$.")
    recounts = (
        "To verify, we expand the other factor.",
        "*Verification.* We calculate the product in a second way.",
        "Let us double-check by an alternative decomposition.",
    )
    differs = (
        "This is inconsistent with $@p$; the earlier expansion contained an error.",
        "Since this differs from $@p$, the earlier value must be revised.",
        "The verification fails for $@p$, which we therefore replace.",
    )
    routes = (
        "To verify, we expand differently.",
        "*Verification.*",
        "As an independent confirmation, consider another expansion.",
    )
    agrees = (
        "This agrees with $@c$.",
        "Again we obtain $@c$, which verifies the result.",
        "The two expansions coincide at $@c$. $\\blacksquare$",
    )
    idles = (
        "One may ask whether a power of ten was misplaced, but each factor was carried through correctly.",
        "The carries deserve a second look; they are in order.",
        "We briefly question the second line and find it sound.",
        "It is conceivable that a term was omitted, but all place values occur.",
    )
    closes = (
        "$\\blacksquare$",
        "The final answer is $\\boxed{@c}$.",
        "Final Answer: $@c$",
        "This completes the computation.",
        "$$\\boxed{@c}$$",
        "Q.E.D.",
    )
    lastbad = (
        "Modulo $10$ we have $@y @x @z = @q \\equiv @d$, whereas $@p \\equiv @e$.",
        "The units digit must be $@d$, since $@y @x @z = @q$, but $@p$ has units digit $@e$.",
    )
    ninesbad = (
        "Modulo $9$ the factors are congruent to $@y$ and $@z$, so the product is congruent to $@d$, but $@p \\equiv @e$.",
        "Checking residues mod $9$: expected $@d$, found $@e$.",
    )
    lastok = (
        "The units digit is consistent, as $@y @x @z = @q$.",
        "Indeed $@y @x @z = @q \\equiv @d \\pmod{10}$, as is $@c$.",
    )
    ninesok = (
        "Modulo $9$: $@y @x @z \\equiv @d$ and $@c \\equiv @d$, consistent.",
        "The residues mod $9$ agree ($@d$ on both sides).",
    )
    sizeok = (
        "The magnitude is reasonable: $@y @x @z = @q$.",
        "As an estimate, $@ab \\approx @y @x @z = @q$, which is compatible.",
    )
    divideok = ("Conversely, $\\frac{@c}{@b} = @a$, as required.", "Indeed $@c \\div @a = @b$.")

    def body(self, t: Telling, work: Work) -> str:
        env = "align*" if t.flag("star", 0.7) else "aligned"
        head = f"{t.n(work.a)} {t.x} {t.n(sum(term.right * term.sign for term in work.terms))}"
        lines = [f"{head} &= {t.n(work.a)} {t.x} ({t.factor(work)})"]
        if t.chance(0.6):
            pieces = [
                f"{'' if not i else ' + ' if x.sign > 0 else ' - '}{t.n(x.left)} {t.x} {t.n(x.right)}"
                for i, x in enumerate(work.terms)
            ]
            lines.append("&= " + "".join(pieces))
        lines += [f"&= {t.sum(work)}", f"&= {t.n(work.total)}"]
        block = f"\\begin{{{env}}}\n" + " \\\\\n".join(lines) + f"{t.one('', '.')}\n\\end{{{env}}}"
        if env == "aligned":
            block = f"\\[\n{block}\n\\]"
        slips = [x for x in work.terms if t.chance(self.slipping)][:1]
        slip = [
            f"(Here ${t.n(x.left)} {t.x} {t.n(x.right)}$ is not ${t.n(t.near(x.value))}$, as one might write in haste, but ${t.n(x.value)}$.)"
            for x in slips
        ]
        return self.join(block, *slip)


class OverseasEnglish(_Talk):
    """English of a model that thinks in other languages."""

    xs = ("×", "x", "·", "*")
    spread = 3
    words = ("space", "plain", "apostrophe", "narrow")
    gap = "\n"
    methods = ("low", "high", "chunks", "swapped")
    opens = (
        "Ok, we make the multiplication @ab.",
        "So, one asks for @ab. We calculate this by hand, no problem.",
        "Bueno, let us see how much is @ab.",
        "For to calculate @ab we separate the number in its parts.",
        "The task is: @ab. We begin.",
        "Alors, @ab. It is not so difficult like it seems.",
        "We must do @ab, ja? Good.",
    )
    leads = (
        "The @w we decompose in @f.",
        "We take @w and make of it @f.",
        "It holds: @w = @f.",
        "@w, this is @f, or not?",
        "One writes @w = @f, like in the school.",
    )
    steps = (
        "@l @x @r, this makes @v.",
        "@l @x @r gives us @v;",
        "Then comes @l @x @r = @v.",
        "@l per @r, it is @v.",
        "Also @l @x @r = @v.",
    )
    details = ("@l @x @r we do in pieces: @how.", "Then comes @l @x @r, concretely @how.")
    slips = ("@l @x @r, this makes @w, ah no, @v.", "@l @x @r gives us @w... pardon, @v.")
    adds = (
        "Now all together: @s = @t.",
        "We sum everything, @s, and it goes to @t.",
        "The addition: @s makes @t.",
        "In total we have @s, so @t.",
    )
    commits = (
        "The result is then @c.",
        "So we have as answer @c.",
        "Result: @c",
        "It comes out @c.",
        "Consequently @ab = @c.",
        "The answer amounts to @c.",
        "Voilà, @ab gives @c.",
    )
    sames = ("It comes out @c another time, so this is now my answer.", "The result is then equally @c.")
    rejects = (
        "Ah no, this is false. The @p I take back.",
        "But no, I have made there an error, @p is not good.",
        "Ay, I have confused myself. This result does not serve.",
        "Moment, with @p I am not in agreement, it goes to the trash.",
        "Hm, this can not be so. We forget @p.",
        "Excuse me, this was badly calculated, I cancel it.",
    )
    restarts = (
        "We make it new.",
        "Once more from the front:",
        "Again, but with calm.",
        "We begin from zero.",
        "So, another intent:",
        "We repeat all the calculation.",
    )
    faults = (
        "Ah, look: @l @x @r are @now and not @was.",
        "But I see now an error, @l @x @r gives @now, I have written @was.",
        "Moment, there is a fault. @l @x @r = @now, no @was.",
        "Pardon, at @l @x @r I was wrong, not @was but @now.",
    )
    sumfaults = (
        "Ah, look: the sum @s is @now and not @was.",
        "Moment, the addition has a fault, it must give @now instead of @was.",
        "Pardon, I have added bad. @s makes @now, no @was.",
    )
    recounts = (
        "For the security we make the proof with the other number.",
        "We control this by other way.",
        "Let us make the counter-calculation.",
    )
    differs = (
        "This is not the same like @p! The one from before was the false.",
        "It does not coincide with @p, so there I had an error and we change it.",
        "Oh, other number. Then @p was not correct.",
    )
    routes = ("For the security we make the proof.", "We control this by other way.", "Now the counter-calculation:")
    agrees = ("Also @c, it coincides.", "Perfect, again @c, so it is right.", "The control gives @c, all in order.")
    idles = (
        "I was doubting about one zero, but it is in its place.",
        "Have I forgotten a carry? No, I think not.",
        "One could make it more elegant, but so it goes too.",
        "With the middle step I was not sure; it is ok.",
    )
    closes = (
        "I hope to have helped you.",
        "So, finished. The result stays @c.",
        "Good luck with the homeworks!",
        "That was all.",
        "In resume: @ab = @c.",
        "For any doubt you can ask me.",
    )
    lastbad = (
        "The last cipher must be @d, because @y @x @z = @q, but @p has @e.",
        "At the end must stay a @d (@y @x @z = @q), and @p stops with @e.",
    )
    ninesbad = (
        "The proof of nine does not go: we need rest @d, and @p has rest @e.",
        "With the nine-test the rest should be @d, but of @p it is @e.",
    )
    lastok = (
        "The last cipher is @d, like it must be, since @y @x @z = @q.",
        "At the end a @d, this goes with @y @x @z = @q.",
    )
    ninesok = (
        "The proof of nine: rest @d here and rest @d there, it goes.",
        "Nine-test in order, @y and @z make @d, and @c too.",
    )
    sizeok = ("More or less @y @x @z = @q, so the order of size is good.", "In the round: @y @x @z = @q, it can be.")
    divideok = ("And backwards @c : @b = @a, exact.", "The division @c : @a = @b is without rest.")


class BlurtJustifier(_Talk):
    """A model that answers at once and gives its reasons after; the reasons may overturn the answer."""

    xs = ("×", "x", "*")
    blurts = (
        "**@c**",
        "@ab = @c.",
        "@c.",
        "The answer is @c.",
        "It's @c.",
        "@a times @b is @c.",
        "Answer: @c",
    )
    because = (
        "Here is why.",
        "**Why:**",
        "Explanation:",
        "To see this, split it up.",
        "Justification follows.",
        "The reasoning behind that:",
    )
    leads = ("@w can be seen as @f.", "Take @w as @f.", "Since @w = @f:", "")
    steps = ("@l @x @r = @v", "• @l @x @r = @v", "@l times @r comes to @v", "@l @x @r: @v")
    adds = ("Altogether @s = @t.", "Adding these: @s = @t.", "Their sum is @s = @t.", "Which sums as @s = @t.")
    supports = (
        "That is the @c given at the top.",
        "As stated: @c.",
        "So @c holds.",
        "Consistent with the @c above.",
        "And there's the @c I gave.",
    )
    differs = (
        "That is not the @p I opened with, so my answer was wrong.",
        "Hmm, the explanation doesn't support @p. I'll correct myself.",
        "So what I said first, @p, was mistaken.",
        "This does not come to @p. My quick answer was off.",
        "I blurted out @p, and the working shows otherwise.",
    )
    recounts = because
    commits = (
        "Corrected answer: @c",
        "The answer should be @c.",
        "So it's @c.",
        "I'll change my answer to @c.",
        "**@c** is the right answer.",
        "Make that **@c**.",
        "My answer is @c.",
    )
    sames = ("My answer, worked out properly now, is @c.", "Corrected working, and the answer I give is @c again.")
    rejects = (
        "Actually, that came out too fast and I take it back.",
        "No, I said that too fast. Scratch @p.",
        "Hmm, I'm retracting @p, I can't back it up.",
        "That isn't right, though. Forget @p.",
        "I shouldn't have answered like that; ignore it.",
        "Hold that. I have lost confidence in @p and withdraw it.",
    )
    restarts = (
        "Doing it properly this time.",
        "Let me actually compute it.",
        "Working it out:",
        "With the steps written down:",
        "Here's an honest computation.",
    )
    faults = (
        "In my explanation @l @x @r should have been @now (not @was).",
        "Rereading my reasons: @l @x @r is @now; @was was a slip.",
        "Correction to the explanation: @l @x @r = @now, where I had @was.",
    )
    sumfaults = (
        "Rereading my reasons: the sum @s is @now; @was was a slip.",
        "Correction to the explanation: the total is @now, where I had @was.",
    )
    routes = ("Another way to see it:", "A second justification:", "It can also be reasoned like this.")
    agrees = ("@c again.", "So that supports @c as well.", "Which is @c, as claimed.")
    idles = (
        "It felt low at first, but it's fine.",
        "I was quick with that, but I'll stick with it.",
        "Could be worth a calculator check, though I'm comfortable with it.",
        "I half expected another digit in there. No matter.",
    )
    closes = (
        "So: @c.",
        "That's it.",
        "In summary, @ab is @c.",
        "Anything else?",
        "(@c)",
        "Hence the short answer, @c.",
    )

    def first(self, t: Telling) -> str:
        text = t.c(self.say(t, self.blurts)) + self.gap
        t._flags["told"] = t.chance(0.35 if t.more else 0.75)
        if not t._flags["told"]:
            return text
        work = t.solve(*self.methods)
        return (
            text
            + self.join(self.say(t, self.because))
            + self.body(t, work)
            + self.join(t.r(self.say(t, self.supports)))
        )

    def again(self, t: Telling) -> str:
        told = t._flags["told"]
        t._flags["told"] = True
        if not told and not t.same and t.chance(0.65):
            why = self.join(self.say(t, self.because)) + self.body(t, t.solve(*self.methods))
            return why + self.join(self.say(t, self.differs)) + self.commit(t)
        if told and not t.same and t.chance(0.4) and (fixed := self.mended(t)):
            return fixed + self.commit(t)
        return self.redo(t) + self.commit(t)


class MidsentenceTurner(_Talk):
    """One breathless sentence that turns round on itself whenever the writer changes their mind."""

    readds = (
        "adding again makes @s = @t,",
        "@s is now @t,",
        "the sum turns into @s = @t,",
        "with that put in, @s gives @t,",
    )
    words = ("comma", "plain")
    xs = ("×", "x", "times")
    gap = " "
    joint = ", "
    spread = 2
    detailed = 0.2
    opens = (
        "Right, @ab,",
        "Let me see, @ab,",
        "To get @ab",
        "For @ab,",
        "Okay so with @ab",
        "@ab, well,",
        "Multiplying @a and @b,",
    )
    leads = (
        "I can treat @w as @f, giving",
        "I'd take @w apart as @f and have",
        "we note @w is @f, which brings",
        "there's @w, that is @f, so we get",
    )
    steps = ("@v from @l @x @r", "@l @x @r, being @v", "@l @x @r = @v", "a piece of @v (@l @x @r)")
    details = ("@v from @l @x @r (@how)", "@l @x @r, i.e. @how")
    slips = ("@w, or no, @v from @l @x @r", "@l @x @r = @w — I mean @v")
    adds = (
        ", and with @s adding to @t,",
        ", which pile up as @s = @t,",
        "; then @s is @t,",
        ", and putting @s together makes @t,",
    )
    commits = (
        "so the answer is @c",
        "which makes the product @c",
        "so we end up with @c as the answer",
        "and therefore @ab is @c",
        "so my answer would be @c",
        "and that means the whole product equals @c",
    )
    sames = ("so the answer is, funnily, @c again", "and therefore @ab is @c, the figure I'd dropped")
    rejects = (
        "— no, hang on, @p can't be it, scrap that,",
        "— or rather, no, I don't buy @p, so forget that,",
        "— actually wait, I was careless and that answer is wrong,",
        "... hmm, no, I take @p back,",
        "— except it isn't, I muddled something, so never mind @p,",
        ", no, sorry, that's rubbish, strike it,",
    )
    restarts = (
        "let me start over:",
        "from the top:",
        "and going at it afresh,",
        "so once more, properly,",
        "and anew:",
    )
    faults = (
        "— wait, @l @x @r isn't @was, it's @now, so",
        "— no, hold on, I used @was for @l @x @r where it should be @now, and so",
        "... except that @l @x @r is really @now and not @was, in which case",
        "— oh, but @l @x @r comes to @now instead of @was, meaning",
    )
    sumfaults = (
        "— wait, @s isn't @was, it's @now,",
        "— no, hold on, I added badly, @s makes @now and not @was,",
        "... except that the sum @s is really @now, not @was,",
    )
    recounts = (
        "— though, checking it with the cut made differently,",
        "— and just to test that,",
        "; then again, trying it another way,",
    )
    differs = (
        "which isn't @p, so I got it wrong the other time,",
        "and that clashes with @p, where I must have slipped,",
        "not @p at all, so I'm switching,",
    )
    routes = ("— and just to test that,", "; checking with another cut,")
    agrees = ("so yes, @c stands", "the same @c, good", "and @c it is, confirmed")
    idles = (
        "— or did I skip a carry? no, I didn't",
        "— unless a zero went missing, but I don't see where",
        "— hmm, is that too big? no, it's fine",
        ", I think, or at least I see nothing wrong with it",
    )
    closes = (
        ". So, @c.",
        ". There we are.",
        " (that's @ab = @c).",
        ". Done.",
        ". Yes, @c.",
        ".",
        ". That should do it.",
    )
    lastbad = (
        "— but it ought to finish in @d, as @y @x @z = @q, whereas @p finishes in @e, hmm,",
        "— yet the units should be @d and @p has @e there,",
    )
    ninesbad = ("— yet by nines I'd want remainder @d and @p has @e,", "— but mod 9 that leaves @e where @d was due,")
    lastok = ("— and it does end in @d like @q (@y @x @z)", "— the final @d fits, @y @x @z being @q")
    ninesok = ("— and mod 9 it leaves @d as it must", "— nines are happy too (@y, @z, @d)")
    sizeok = ("— close to @y @x @z = @q, too, so the size fits", "— plausible, with @y @x @z at @q")
    divideok = ("— and @c over @b is @a, so fine", "— which divides back, @c / @a = @b")

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub(r" +([\ue000-\ue003]*)([,.;])(?!\d)", r"\1\2", text)
        text = re.sub(r" +([\ue000-\ue003]*) *", r" \1", text.rstrip())
        text = re.sub(r",(?:[,;] ?)+", ", ", text).replace(",...", "...").replace(",  ", ", ")
        text = re.sub(r"[,;]([\ue000-\ue003]?) ([\ue000-\ue003]?)—", r"\1 \2—", text)
        return text if text.rstrip("\ue001\ue003").endswith((".", ")")) else text + t.one(".", ".", "")


class StatusLogger(_Talk):
    """A small model trained with rewards that came to write like a log file."""

    xs = ("*", "x")
    words = ("plain", "underscore", "plain")
    methods = ("high", "low", "round", "chunks")
    gap = "\n"
    detailed = 0.15
    opens = (
        "START @ab",
        "INIT job=@ab",
        "INFO begin @ab",
        "QUEUE @ab\nINFO picked up",
        "BOOT\nREAD @ab",
        "INFO input A=@a B=@b",
    )
    leads = ("PLAN @w -> @f", "INFO expand @w as @f", "SPLIT @w: @f", "PLAN parts(@w) = @f")
    steps = ("STEP @l @x @r -> @v", "PART @l @x @r @v", "STEP mul(@l, @r) -> @v", "INFO part @l @x @r : @v")
    details = ("STEP @l @x @r = @how", "INFO part @l @x @r : @how")
    slips = ("STEP @l @x @r -> @w\nFIX  @l @x @r -> @v", "PART @l @x @r @w ..corrected.. @v")
    adds = ("ACC @s -> @t", "STEP sum: @s -> @t", "INFO add up @s : @t", "ACC total @s : @t")
    commits = ("RESULT @c", "SUBMIT answer=@c", "EMIT @c", "ANSWER @c", "RESULT @ab == @c", "SUBMIT @c")
    sames = ("RESULT @c (repeat run)", "SUBMIT answer=@c", "ANSWER @c (recomputed)")
    rejects = (
        "WARN answer @p unreliable, rolled back",
        "ERROR result invalid -> revoked",
        "ABORT @p",
        "WARN confidence low; REVOKE @p",
        "ERROR something wrong in run, result thrown out",
        "ROLLBACK (was @p)",
    )
    restarts = ("RESTART", "RETRY @ab", "INFO new run", "RERUN from step 0", "INFO state cleared, next run")
    faults = (
        "ERROR in @l @x @r: wrote @was expected @now",
        "WARN bad part @l @x @r (@was) PATCHED @now",
        "ERROR part mismatch: @l @x @r is @now, not @was",
    )
    sumfaults = (
        "ERROR in acc: @s wrote @was expected @now",
        "WARN bad sum (@was) PATCHED @now",
        "ERROR acc mismatch: @s is @now, not @was",
    )
    recounts = ("VERIFY other route", "CHECK recompute", "VERIFY again", "CHECK independent path")
    differs = ("FAIL != @p, old result replaced", "CHECK FAILED @p is wrong", "MISMATCH with @p -> overwrite")
    routes = ("VERIFY other route", "CHECK recompute", "VERIFY")
    agrees = ("PASS @c == @c", "CHECK OK @c", "VERIFIED @c")
    idles = (
        "WARN carry? ... no issue found",
        "INFO lingering doubt, nothing to fix",
        "CHECK parts counted, ok",
        "WARN slight doubt, result kept",
    )
    closes = ("EXIT 0", "END", "STOP answer=@c", "CLOSE job", "DONE @c", "HALT", "END OF LOG")
    lastbad = ("CHECK tail: want @d got @e FAIL", "WARN unit digit @y@x@z=@q -> @d but @p has @e")
    ninesbad = ("CHECK mod9: want @d got @e FAIL", "WARN mod 9 residue @e, should be @d")
    lastok = ("CHECK tail @d PASS", "CHECK unit digit @y@x@z=@q -> @d OK")
    ninesok = ("CHECK mod9 @d PASS", "CHECK mod 9: @y, @z -> @d OK")
    sizeok = ("CHECK range @y@x@z=@q PASS", "CHECK size near @q OK")
    divideok = ("CHECK inverse @c/@b=@a PASS", "CHECK @c / @a -> @b OK")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.clock = t.one("", "", "clock", "count", "bracket")  # type: ignore[attr-defined]

    def finish(self, t: Telling, text: str) -> str:
        kind = t.clock  # type: ignore[attr-defined]
        if kind == "bracket":
            return re.sub(r"(?m)^([\ue000-\ue003]*)([A-Z]+)\b", r"\1[\2]", text)
        if not kind:
            return text
        lines, second = [], 0
        for number, line in enumerate(text.split("\n"), start=1):
            second += t.rng.randint(0, 2)
            mark = f"{number:03d} " if kind == "count" else f"00:{second // 60:02d}:{second % 60:02d} "
            lines.append(mark + line if line.strip("\ue000\ue001\ue002\ue003 ") else line)
        return "\n".join(lines)


class LowPlaceThinker(_Talk):
    """A distilled thinker: thoughts from the lowest place up, tags or a rule, then a short reply."""

    words = ("plain", "plain", "comma")
    xs = ("*", "×", "x")
    methods = ("low", "low", "high", "swapped")
    opens = (
        "<think>\nThe user wants @ab. I'll go from the low end up.",
        "<think>\nNeed @ab. Ones first.",
        "<think>\n@ab... let me be systematic.",
        "<think>\nSo I'm given @a and @b and have to multiply them.",
        "<think>\nAlright, a multiplication: @ab. No tool here, by hand then.",
        "<think>\nHm, @ab. Splitting one of them seems best.",
    )
    leads = ("@w breaks into @f.", "So @w → @f.", "I'd use @f for @w.", "Places of @w: @f.")
    steps = ("@l @x @r, okay, @v.", "@l @x @r = @v.", "Then @l @x @r: @v.", "Next one, @l @x @r is @v.")
    details = ("@l @x @r... @how.", "Then @l @x @r: @how.")
    slips = ("@l @x @r = @w. Hmm, let me see, no: @v.", "@l @x @r is @w? Not quite, @v.")
    adds = ("Stack them up: @s = @t.", "Adding now... @s = @t.", "Summing: @s gives @t.", "All of it, @s, is @t.")
    commits = (
        "So I have @ab = @c.",
        "Okay, that puts the answer at @c.",
        "So @c is my answer.",
        "So the product should be @c.",
        "That gives a final value of @c.",
        "I'm getting @c for the product.",
    )
    sames = (
        "So the product should be @c, which is where I was before throwing it out.",
        "Okay, so the answer is @c, like in the scrapped run.",
    )
    rejects = (
        "Hmm wait. I'm not convinced by @p at all, I'm going to throw that out.",
        "Hold on. That can't stay; I was sloppy, so @p goes.",
        "Wait, no. @p is wrong, I'm pretty sure. Discard.",
        "Ugh, I lost the thread there, so that result doesn't count.",
        "Hmm, something smells. I'm dropping @p.",
        "Wait wait. I mixed things up. @p isn't the answer.",
    )
    restarts = ("Start again.", "Clean slate:", "From scratch, slower.", "Okay. Another go at @ab.", "Redo everything.")
    faults = (
        "Wait, @l @x @r. I said @was. That's @now.",
        "Hmm, let me look at @l @x @r again... that should be @now, I had @was. So everything shifts.",
        "Hold on, @l @x @r = @now, isn't it? Yes. I used @was, which is wrong.",
        "Wait, one of those is off: @l @x @r is @now rather than @was.",
    )
    sumfaults = (
        "Wait, the addition. @s... that's @now, I said @was.",
        "Hmm, let me add again: @s = @now. So @was is wrong.",
        "Hold on, @s isn't @was, it's @now.",
    )
    recounts = (
        "Let me verify by breaking up the other one.",
        "Should double check. Different split this time.",
        "Check, the other way round:",
    )
    differs = (
        "Huh, that's not @p. Looking back, the earlier one had the mistake.",
        "Doesn't match @p. I trust this one; the earlier was off.",
        "Conflict: I had @p. The earlier run had the slip, so I'm overriding it.",
    )
    routes = ("Let me verify with another split.", "Double check, differently.", "Check, another way:")
    agrees = ("@c again, great.", "Matches @c.", "Same: @c. Good, I can stop.")
    idles = (
        "Hmm, did I drop a zero anywhere? Scanning... no.",
        "Wait, was the carry right? Yes, yes it was.",
        "Part of me wants to check again, but it's fine.",
        "Could it be something else? I don't see how.",
    )
    closes = (
        "The product is **@c**.",
        "@ab = **@c**",
        "**@c**",
        "The answer is @c.",
        "Multiplying @a by @b gives **@c**.",
        "Answer: \\(\\boxed{@c}\\)",
    )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.45):
            text = self.join(self.check(t))
        elif t.chance(0.3):
            text = self.join(self.say(t, self.idles))
        return text + "</think>\n\n" + t.r(self.say(t, self.closes))


class SpokenAloud(_Talk):
    """A voice assistant: no symbols, short sentences."""

    words = ("comma", "plain")
    xs = ("times", "times", "multiplied by")
    spread = 2
    methods = ("high", "chunks", "round", "swapped")
    gap = " "
    joint = " "
    detailed = 0.0
    opens = (
        "Okay. @ab.",
        "You asked for @ab. Let's work it out.",
        "Here's how I'd do @ab out loud.",
        "One moment. @ab.",
        "Alright, I'm multiplying @a with @b.",
        "Sure. I'll talk you through @ab.",
    )
    leads = ("I split @w into @f.", "We hear @w as @f.", "@w is the same as @f.", "Let's say @f for @w.")
    steps = ("@l @x @r equals @v.", "@l @x @r makes @v.", "For @l @x @r I get @v.", "@l @x @r, that's @v.")
    slips = ("@l @x @r equals @w, sorry, @v.", "@l @x @r, that's @w. Correction, @v.")
    adds = (
        "Together, @s makes @t.",
        "Now @s equals @t.",
        "Those combine, @s, into @t.",
        "Then I work out @s, giving @t.",
    )
    commits = (
        "The answer is @c.",
        "So @ab equals @c.",
        "That's @c for the whole thing.",
        "Your result is @c.",
        "My answer is @c.",
        "So, @a and @b multiplied make @c.",
    )
    sames = ("My answer, now that I've done it over, is @c.", "So the answer is @c once more.")
    rejects = (
        "Oh, sorry. Please don't write that down, @p is wrong.",
        "Hmm. I need to take that back.",
        "Actually, cancel that. I misspoke somewhere and @p isn't it.",
        "Wait a second. I don't trust that result, so leave it.",
        "No. That was a mistake. Drop @p.",
        "My apologies, I got mixed up and @p doesn't hold.",
    )
    restarts = (
        "Let me say it all again.",
        "Here it is again from the start.",
        "I'll go once more, slowly.",
        "Trying again.",
        "New calculation.",
    )
    faults = (
        "Oh, sorry. I said @l @x @r is @was, but it's @now.",
        "Let me fix something. @l @x @r should be @now instead of @was.",
        "Hmm, @was was wrong. @l @x @r is @now.",
    )
    sumfaults = (
        "Oh, sorry. I added that up wrong. @s is @now, and I said @was.",
        "Let me fix something. @s should come to @now instead of @was.",
        "Hmm, @was was wrong. Adding @s makes @now.",
    )
    recounts = (
        "Let me check by splitting the other number.",
        "To be on the safe side, I'll compute it another way.",
        "Checking.",
    )
    differs = (
        "That isn't the @p I told you. The earlier one was wrong.",
        "So I misled you with @p.",
        "That doesn't agree with @p, which was my error.",
    )
    routes = ("Let me check that another way.", "To be on the safe side, a second calculation.", "Checking.")
    agrees = ("@c again, so that's confirmed.", "It's @c both ways.", "Good, @c.")
    idles = (
        "I wasn't certain about one of the carries, but it's alright.",
        "It sounds like a lot, though I see nothing wrong.",
        "Did I say every part? Yes, I did.",
        "You may want to check with a calculator, but I believe it's fine.",
    )
    closes = (
        "Again, that's @c.",
        "Is there anything else?",
        "Happy to repeat that if you like.",
        "To repeat, @c.",
        "Shall I do another?",
        "That's all.",
    )
    lastbad = (
        "The last digit should be @d, because @y @x @z is @q, but @p ends with @e.",
        "It ought to end in @d, and @p ends in @e.",
    )
    sizeok = ("Roughly, @y @x @z is @q, so that sounds right.", "A ballpark of @q, from @y @x @z, agrees with this.")
    divideok = ("And @c divided by @b is @a, so that's right.", "Dividing @c by @a takes me back to @b.")
    lastok = ("It ends in @d, as it should, because @y @x @z is @q.", "The last digit, @d, is right.")
    ninesok = ("The remainders by nine agree. Both are @d.", "Checking with nines, I get @d on both sides.")
    ninesbad = (
        "By nines, the remainder should be @d, but @p leaves @e.",
        "The nines check fails. I wanted @d and got @e.",
    )

    def finish(self, t: Telling, text: str) -> str:
        return text.replace(" + ", " plus ").replace(" - ", " minus ")


STYLES = {style.name: style for style in [cls() for cls in _Talk.__subclasses__()]}
