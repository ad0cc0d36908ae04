"""Twelve habits of writing as researchers meet them: base, SFT, RL-drifted, chat, maths-tuned and reflecting models."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Work


class Flow(Style):
    """The flow of a response; the wordings are lists of the subclasses, with @names for what is filled in."""

    label = ""
    groupings: tuple[str, ...] = ("plain", "comma")
    signs: tuple[str, ...] = ("×", "*")
    methods: tuple[str, ...] = ("high", "low", "chunks", "round")
    ways: ClassVar[dict] = {"redo": 4.0, "mend": 3.0, "check": 3.0}
    gap = "\n\n"  # between blocks
    step_gap = "\n"  # between steps
    estimates = 0.2
    slips = 0.07
    recaps = 0.15
    details = 0.2
    running = 0.3
    confirms = 0.45
    nowhere = 0.15
    closes = 0.55
    glue = " "  # between a doubt and the rejection
    joint = " and "

    OPEN: tuple[str, ...]
    ESTIM: tuple[str, ...] = ("Rough size: @ex @x @ey is @e.", "It should land somewhere near @ex @x @ey = @e.")
    SPLIT: tuple[str, ...]
    STEP: tuple[str, ...]
    SLIP: tuple[str, ...]
    RECAP: tuple[str, ...] = ("So far the pieces are @list.",)
    SUM: tuple[str, ...]
    RUN: tuple[str, ...] = ("@so @sign @nx = @res",)
    COMMIT: tuple[str, ...]
    DOUBT: tuple[str, ...]
    BAD_DIGIT: tuple[str, ...]
    BAD_NINES: tuple[str, ...]
    REJECT: tuple[str, ...]
    RESTART: tuple[str, ...]
    CHECK: tuple[str, ...]
    DISAGREE: tuple[str, ...]
    MEND: tuple[str, ...]
    MEND_SUM: tuple[str, ...]
    OK_DIGIT: tuple[str, ...]
    OK_NINES: tuple[str, ...]
    OK_DIV: tuple[str, ...]
    BACK: tuple[str, ...]
    OK_BACK: tuple[str, ...]
    NOWHERE: tuple[str, ...]
    CLOSE: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.label

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)
        self.last: dict[str, str] = {}
        self.attempt = 1

    def fill(self, t: Telling, text: str, **values: int | str) -> str:
        known: dict[str, int | str] = {
            "ab": t.ab,
            "a": t.a,
            "b": t.b,
            "c": t.candidate,
            "x": t.x,
            "k": str(self.attempt),
        }
        if t.index:
            known["p"] = t.previous
        known.update(values)

        def value(found: re.Match[str]) -> str:
            item = known[found[1]]
            return t.n(item) if isinstance(item, int) else item

        return re.sub("@([a-z]+)", value, text)

    def put(self, t: Telling, key: str, **values: int | str) -> str:
        """One of the wordings, not the one used last for this purpose."""
        options = [text for text in getattr(self, key) if text != self.last.get(key)]
        self.last[key] = chosen = t.rng.choice(options or getattr(self, key))
        return self.fill(t, chosen, **values)

    def body(self, t: Telling, work: Work) -> str:
        """A worked product up to its total."""
        lines = [self.put(t, "SPLIT", wa=work.a, wb=work.b, f=t.factor(work))]
        for term in work.terms:
            known: dict[str, int | str] = {"l": term.left, "r": term.right, "v": term.value}
            if t.chance(self.slips):
                lines.append(self.put(t, "SLIP", w=t.near(term.value), **known))
                continue
            line = self.put(t, "STEP", **known)
            detail = t.detail(term, self.details)
            lines.append(self.detailed(line, detail) if detail else line)
        if t.chance(self.recaps):
            values = [t.n(term.value) for term in work.terms]
            lines.append(self.put(t, "RECAP", list=", ".join(values[:-1]) + self.joint + values[-1]))
        if len(work.terms) > 2 and t.flag("running", self.running):
            for so, sign, nx, res in work.steps():
                lines.append(self.put(t, "RUN", so=so, sign="+" if sign > 0 else "-", nx=nx, res=res))
        else:
            lines.append(self.put(t, "SUM", s=t.sum(work), tot=work.total))
        return self.step_gap.join(lines)

    def detailed(self, line: str, detail: str) -> str:
        bare = line.rstrip(".,;:")
        return f"{bare} ({detail}){line[len(bare) :]}"

    def commit(self, t: Telling) -> str:
        return t.c(self.put(t, "COMMIT"))

    def reason(self, t: Telling) -> str:
        """Why the previous candidate is doubted: a check that fails in truth, or a mere doubt."""
        u, v, got = t.a % 10, t.b % 10, t.previous % 10
        if u * v % 10 != got and t.chance(0.6):
            return self.put(t, "BAD_DIGIT", u=u, v=v, w=u * v % 10, g=got)
        i, j, got = t.a % 9, t.b % 9, t.previous % 9
        if i * j % 9 != got and not t.same and t.chance(0.4):
            return self.put(t, "BAD_NINES", i=i, j=j, w=i * j % 9, g=got)
        return self.put(t, "DOUBT")

    def first(self, t: Telling) -> str:
        blocks = [self.put(t, "OPEN")]
        estimate = t.estimate()
        exact = estimate and (estimate[:2] == (t.a, t.b) or estimate[2] in (t.product, *t.candidates))
        if estimate and not exact and t.chance(self.estimates):
            blocks.append(self.put(t, "ESTIM", ex=estimate[0], ey=estimate[1], e=estimate[2]))
        blocks += [self.body(t, t.solve(*self.methods)), self.commit(t)]
        return self.gap.join(block for block in blocks if block) + self.gap

    def again(self, t: Telling) -> str:
        self.attempt += 1
        way = t.way(**self.ways)
        if way == "mend":
            told = self.mend(t)
            if told:
                return self.gap.join(told) + self.gap
            way = "redo"
        if way == "check":
            blocks = [self.put(t, "CHECK"), self.body(t, t.other(*self.methods)), self.put(t, "DISAGREE")]
        else:
            blocks = [self.reason(t) + self.glue + self.put(t, "REJECT"), self.put(t, "RESTART")]
            blocks.append(self.body(t, t.solve(*self.methods) if t.chance(0.4) else t.other(*self.methods)))
        return self.gap.join([*blocks, self.commit(t)]) + self.gap

    def mend(self, t: Telling) -> list[str]:
        mended = t.mend()
        if mended is None:
            return []
        if mended.place is None:
            found = self.put(t, "MEND_SUM", s=t.sum(mended.work), tot=mended.now)
            return [found, self.commit(t)]
        term = mended.work.terms[mended.place]
        found = self.put(t, "MEND", l=term.left, r=term.right, was=mended.was, now=mended.now)
        return [found, self.put(t, "SUM", s=t.sum(mended.work), tot=mended.work.total), self.commit(t)]

    def confirm(self, t: Telling) -> str:
        """A check that agrees: of digits, by division, or a whole second solution."""
        kind = t.one("digit", "nines", "div", "back")
        digit, nines = t.last_digit(), t.nines()
        if kind == "digit" and digit:
            return self.put(t, "OK_DIGIT", u=digit[0], v=digit[1], w=digit[2], g=t.candidate % 10)
        if kind == "nines" and nines:
            return self.put(t, "OK_NINES", i=nines[0], j=nines[1], g=nines[2], prod=nines[0] * nines[1])
        if kind == "div" and t.candidate == t.product:
            return self.put(t, "OK_DIV")
        work = t.other(*self.methods)
        gap = "\n" if "\n" in self.step_gap else " "
        return gap.join([self.put(t, "BACK"), self.body(t, work), self.put(t, "OK_BACK")])

    def idle(self, t: Telling) -> str:
        """A doubt that leads nowhere."""
        term = t.rng.choice(t.work.terms)
        return self.put(t, "NOWHERE", l=term.left, r=term.right, v=term.value)

    def closing(self, t: Telling) -> str:
        blocks = []
        draw = t.rng.random()
        if draw < self.confirms:
            blocks.append(self.confirm(t))
        elif draw < self.confirms + self.nowhere:
            blocks.append(self.idle(t))
        if t.chance(self.closes):
            blocks.append(t.r(self.put(t, "CLOSE")))
        return self.gap.join(blocks)


class HomeworkBoard(Flow):
    """A base model that goes on as a thread of a homework board, with edits by the same poster."""

    label = "gg-homework-board"
    groupings = ("plain", "comma", "plain")
    signs = ("x", "*", "times", "X")
    gap = "\n\n"
    closes = 0.35
    OPEN = (
        "Re: @ab\n\nhey, did this by hand because why not.",
        "Posted by mathdad77, 3 replies\n\nOk here goes, no calculator.",
        "Best reply (chosen by asker):\n\nYou can do this one on paper.",
        "Homework help > arithmetic > @ab\n\nBreak one of the numbers up, it's the easiest.",
        "Reply #2\n\nLong multiplication works fine for @ab, like so.",
        "lol I had the same question last week. Do it like this:",
    )
    ESTIM = ("btw it'll be in the region of @e, since @ex @x @ey is that.", "Ballpark figure first, @ex @x @ey = @e.")
    SPLIT = (
        "take @wb apart, it's @f",
        "@wb is the same thing as @f so do @wa @x each of those",
        "you want @wa @x (@f)",
        "first write @wb like this: @f",
    )
    STEP = (
        "@l @x @r = @v",
        "then @l @x @r which is @v",
        "@r lots of @l makes @v",
        "@l @x @r is @v",
        "next bit, @l @x @r = @v",
    )
    SLIP = (
        "@l @x @r = @w (oops typo, @v)",
        "@l @x @r is @w... nope I miscounted, @v",
        "@l @x @r = @w, scratch that bit, it's @v",
    )
    RECAP = ("so you've got @list to put together", "that leaves you with @list")
    SUM = (
        "add em: @s = @tot",
        "put it all together and @s = @tot",
        "@s comes to @tot",
        "now the adding, @s = @tot",
    )
    RUN = ("@so @sign @nx makes @res", "@so @sign @nx = @res", "and @so @sign @nx is @res")
    COMMIT = (
        "So your answer is @c.",
        "@ab = @c, there you go",
        "Answer: @c",
        "answer's @c I reckon.",
        "which means @ab comes out at @c.",
        "You should write down @c.",
        "Its @c.",
    )
    DOUBT = (
        "EDIT: someone messaged me that this is off, and looking at it I'm with them.",
        "EDIT: hmm I did that way too quick.",
        "EDIT 2 minutes later: I really don't like what I did up there.",
        "Edit: ok rereading my own post, I was half asleep.",
        "Update: not happy with that.",
    )
    BAD_DIGIT = (
        "EDIT: wait the last digits are @u and @v so it has to end in @w and mine ends in @g.",
        "Edit: @u times @v ends with @w. My number ends with @g. That can't be.",
    )
    BAD_NINES = (
        "EDIT: tried the nines trick, should leave @w and my number leaves @g.",
        "Edit: mod 9 it should be @w but I get @g, so something broke.",
    )
    REJECT = (
        "Ignore the @p, its wrong.",
        "Please don't use the number above.",
        "@p is no good, sorry.",
        "Forget what I wrote above, I'm taking it back.",
        "So disregard @p.",
    )
    RESTART = (
        "Second go:",
        "From scratch then.",
        "Doing the whole thing over:",
        "Here's a new try, slower this time.",
        "ok fresh start",
    )
    CHECK = (
        "EDIT: just to be safe I'm running it the other way too.",
        "Edit: double checking with the numbers handled differently",
        "Someone asked me to prove it, so:",
        "EDIT: gonna check this by another route.",
    )
    DISAGREE = (
        "huh, that isn't @p. I trust this one more, the first try had a mistake in it.",
        "Not what I had (@p), so the earlier number was wrong.",
        "doesn't match @p!! going with the new one.",
        "Well that kills @p.",
    )
    MEND = (
        "EDIT: found a goof. @l @x @r isn't @was, it's @now.",
        "Edit: I put @was for @l @x @r but that should be @now. My bad.",
        "EDIT: thanks to the guy below, @l @x @r is @now and not @was, so what I posted is wrong.",
        "Correction!! @l @x @r = @now (I had @was).",
    )
    MEND_SUM = (
        "EDIT: I added wrong. @s = @tot, not @p.",
        "Edit: the pieces are ok but the adding isn't, @s makes @tot and not @p.",
        "Correction, @p is bad adding on my part: @s = @tot",
        "EDIT: dropped a carry, @p is wrong. @s is really @tot",
    )
    OK_DIGIT = (
        "ends in @g which fits since @u @x @v = @w. cool",
        "(last digit @u @x @v = @w, so a @g at the end, checks out)",
    )
    OK_NINES = (
        "Casting out nines works too: @i and @j give @g, same as my number.",
        "nines test passes btw, both sides leave @g",
    )
    OK_DIV = ("and @c divided by @a is @b so yeah its right", "I divided back, @c / @b = @a. All good.")
    BACK = (
        "EDIT: checked it another way:",
        "for the doubters, the other way round:",
        "Quick proof:",
        "and if you don't believe me",
    )
    OK_BACK = ("same thing, so I'm happy", "which is what I said.", "matches, great", "identical. case closed")
    NOWHERE = (
        "EDIT: thought @l @x @r was off but no, @v is right. Leaving my post as is.",
        "Edit: was worried for a sec about @l @x @r, it is @v though. Nothing changes.",
        "EDIT: nvm, false alarm, the post stands.",
        "Somebody said the carry is wrong. Looked, it isn't.",
    )
    CLOSE = (
        "tl;dr @c",
        "So @c. Hope that helps, pls upvote",
        "@c, thread can be closed imo",
        'Asker\'s rating: 5 stars. "thanks, got @c too"',
        "anyway @c. good luck with your homework",
    )


class ScratchLedger(Flow):
    """An SFT model with a scratchpad of a fixed grammar: rows, a total, an answer line, a grade, another pad."""

    label = "gg-scratch-ledger"
    glue = "\n"
    groupings = ("plain", "plain", "underscore")
    signs = ("*",)
    gap = "\n"
    step_gap = "\n"
    estimates = 0.1
    details = 0.1
    confirms = 0.6
    nowhere = 0.1
    closes = 0.3
    OPEN = (
        "<pad 1>\ntask: @ab",
        "<pad 1>\ngoal | product of @a and @b",
        "<pad 1>\ninput @a, @b",
        "<pad 1>\nmul @a @b",
    )
    ESTIM = ("size ~ @ex * @ey ~ @e", "expect about @e (@ex * @ey)")
    SPLIT = ("parts(@wb) : @f", "decompose @wb -> @f, keep @wa", "@wb := @f", "keep @wa ; break @wb = @f")
    STEP = ("row: @l * @r -> @v", "row @l * @r : @v", "@l * @r -> @v", "pp @l by @r -> @v")
    SLIP = (
        "row: @l * @r -> @w [bad carry] -> @v",
        "row @l * @r : @w ; fix row : @v",
        "@l * @r -> @w ~ corrected -> @v",
    )
    RECAP = ("rows: @list", "collected: @list")
    SUM = ("acc: @s -> @tot", "sum @s : @tot", "add rows, @s -> @tot", "acc @s gives @tot")
    RUN = ("acc: @so @sign @nx -> @res", "acc @so @sign @nx : @res")
    COMMIT = (
        "</pad>\nRESULT @c",
        "</pad>\nresult: @c",
        "</pad>\nout = @c",
        "</pad>\nfinal value: @c",
        "</pad>\nanswer | @c",
    )
    DOUBT = (
        "grade: low confidence",
        "grade: fail",
        "grade: not accepted",
        "grade: 2/10",
        "review: rows look unreliable",
    )
    BAD_DIGIT = ("review: units @u * @v must end @w, result ends @g", "unit test: want ..@w, have ..@g")
    BAD_NINES = ("review: mod 9 want @w, have @g", "nine test: @i * @j ~ @w, result ~ @g")
    REJECT = (
        "status: @p discarded",
        "status: reject @p",
        "decision: drop result @p",
        "action: void @p, retry",
        "@p withdrawn",
    )
    RESTART = (
        "<pad @k>\ntask: @ab",
        "<pad @k>\nmul @a @b again",
        "<pad @k>\nretry on @ab",
        "<pad @k>\nnew rows for @ab",
    )
    CHECK = (
        "<pad @k>\nverify with another split",
        "<pad @k>\nrecompute to verify",
        "<pad @k>\ncross-check of @p",
        "<pad @k>\naudit: second route",
    )
    DISAGREE = (
        "audit: differs from @p -> @p replaced",
        "compare: not equal @p ; old result wrong",
        "mismatch with @p, take the new rows",
        "compare @p : no match, first pad faulty",
    )
    MEND = (
        "grade: error found\n<pad @k>\nrow @l * @r : was @was, is @now",
        "review: row @l * @r wrong (@was)\n<pad @k>\n@l * @r -> @now",
        "status: reject @p\n<pad @k>\npatch row @l * @r : @was => @now",
        "audit: @p invalid, cause row @l * @r\n<pad @k>\nreplace @was by @now",
    )
    MEND_SUM = (
        "grade: sum error, @p rejected\n<pad @k>\nacc: @s -> @tot",
        "review: rows ok, acc wrong\n<pad @k>\nacc redone @s -> @tot",
        "status: @p void (carry)\n<pad @k>\nsum @s : @tot",
        "audit: addition faulty\n<pad @k>\nadd rows again, @s -> @tot",
    )
    OK_DIGIT = ("unit test: @u * @v = @w, ends @g, pass", "review: last digit @g as expected from @u * @v")
    OK_NINES = ("nine test: @i * @j ~ @g, result ~ @g, pass", "review: mod 9 both @g, ok")
    OK_DIV = ("inverse: @c / @a = @b, pass", "review: @c / @b -> @a, remainder 0, ok")
    BACK = ("<check>\nsecond route", "<check>", "<check>\nrows by other factor", "<check>\nsame product, other split")
    OK_BACK = ("equal to result, pass\n</check>", "no difference\n</check>", "agrees\n</check>", "match: yes\n</check>")
    NOWHERE = (
        "review: row @l * @r suspicious? -> @v stands, keep",
        "grade: unsure about carry ; re-read ; fine",
        "query row @l * @r : @v ok, no change",
        "grade: doubtful -> looked again -> accepted",
    )
    CLOSE = ("grade: pass\nsubmit @c", "accepted @c", "<end> @c", "status: final @c", "grade: 10/10, return @c")


class DriftedArrow(Flow):
    """An RL-trained model whose English wore off: arrows, clipped words, lower case, ticks."""

    label = "gg-drifted-arrow"
    glue = ", "
    groupings = ("plain", "space", "plain")
    signs = ("·", "*", "×")
    gap = "\n"
    step_gap = " ; "
    estimates = 0.15
    recaps = 0.1
    details = 0.15
    confirms = 0.5
    OPEN = ("need @ab", "ok compute @ab now", "@ab → ?", "we do @ab digits careful", "task small: @ab", "so @ab, go go")
    ESTIM = ("size like @ex @x @ey ≈ @e", "magnitude ~@e ok")
    SPLIT = ("@wb → @f", "cut @wb: @f", "@wa over @f", "@wb pieces @f", "use @wb = @f")
    STEP = ("@l@x@r → @v", "@l @x @r = @v", "@r of @l: @v", "piece @l @x @r: @v", "@l @x @r ⇒ @v")
    SLIP = ("@l @x @r → @w no no → @v", "@l @x @r = @w (carry!) @v", "@l @x @r ⇒ @w hmm piece bad ⇒ @v")
    RECAP = ("have @list", "pieces on table @list")
    SUM = ("sum @s → @tot", "@s = @tot", "stack: @s ⇒ @tot", "together @s → @tot")
    RUN = ("@so @sign @nx → @res", "acc @so @sign @nx = @res")
    COMMIT = ("so answer → @c", "ans @c", "thus the value: @c", "∴ @c", "answer is @c ok", "final→@c")
    DOUBT = (
        "hmm hmm smell wrong",
        "wait wait not trust",
        "but carry maybe bad, doubt big",
        "uh not sure at all",
        "feel off feel off",
    )
    BAD_DIGIT = ("wait tail must @w (@u·@v) but got tail @g", "tail check ✗: want @w have @g")
    BAD_NINES = ("mod9 want @w got @g ✗", "nines: @i·@j → @w, ours @g, clash")
    REJECT = ("✗ @p thrown", "so @p bad, drop", "kill @p", "@p not the answer", "cancel @p")
    RESTART = ("redo all clean", "again from zero:", "new run", "re re compute slow", "second path fresh")
    CHECK = ("verify other way", "check by different cut", "test @p with other path", "we verify now:")
    DISAGREE = (
        "≠ @p !! first was wrong, new one better",
        "not @p ✗ so replace it",
        "clash with @p → old bad",
        "hm vs @p differ, trust this",
    )
    MEND = (
        "wait @l @x @r not @was but @now → @p dead",
        "scan back... @l @x @r = @now ! earlier @was bad so @p bad",
        "✗ piece @l @x @r: @was → @now fix",
        "oh oh error here: @l @x @r gives @now, wrote @was",
    )
    MEND_SUM = (
        "scan back... pieces ok, sum not: @s → @tot, @p bad",
        "✗ @p add slip, @s = @tot",
        "wait sum wrong, @p dead; @s ⇒ @tot",
        "oh carry lost, not @p: @s → @tot",
    )
    OK_DIGIT = ("tail @u·@v = @w → @g ✓", "check tail @g ✓ good")
    OK_NINES = ("mod9 @i·@j → @g, ours @g ✓", "nines @g = @g ✓")
    OK_DIV = ("back: @c / @b → @a ✓", "@c / @a = @b ✓ exact")
    BACK = ("verify:", "check other cut:", "confirm path two:", "recheck quick:")
    OK_BACK = ("same ✓", "agree ✓✓", "equal, fine ✓", "match so keep ✓")
    NOWHERE = (
        "hmm @l @x @r? → @v yes yes fine",
        "doubt... look... nothing wrong, keep",
        "wait maybe carry — no carry ok, stay",
        "piece @l @x @r again @v, ok stay",
    )
    CLOSE = ("done @c ✓", "give @c", "output: @c", "stop here, @c", "**@c**")


class CheerfulBullets(Flow):
    """A chat model in Markdown: headings, bullets, bold, an emoji here and there."""

    label = "gg-cheerful-bullets"
    groupings = ("comma",)
    signs = ("×",)
    estimates = 0.3
    closes = 0.6
    OPEN = (
        "Great question! Let's multiply **@ab** together. 😊",
        "Happy to help with @ab! Here's a friendly breakdown.",
        "### Multiplying @ab\n\nThe trick is to turn one large multiplication into several little ones.",
        "Sure thing! 🎉 I'll walk you through @ab.",
        "Let's tackle this one piece by piece! 🧮",
        "## Working it out\n\nThe distributive property is our friend here.",
    )
    ESTIM = (
        "> **Ballpark:** @ex × @ey = @e, so expect something of that size.",
        "*Quick estimate:* about @e (from @ex × @ey).",
    )
    SPLIT = (
        "**Breaking it up:** @wb = @f",
        "**Split** @wb into @f, and hold on to @wa.",
        "**Pieces of @wb:** @f",
        "**Rewriting:** @wa × (@f)",
    )
    STEP = (
        "- @l × @r = **@v**",
        "- @r groups of @l → @v",
        "- @l × @r = @v",
        "- Multiply @l by @r: @v",
        "- For the @r piece: @l × @r = @v",
    )
    SLIP = (
        "- @l × @r = @w — whoops, make that bullet **@v**",
        "- @l × @r = ~~@w~~ @v (slipped on a carry there!)",
        "- @l × @r = @w... let me recount that piece: @v",
    )
    RECAP = ("\n*Our building blocks: @list.*", "\n*Collected so far: @list.*")
    SUM = (
        "\n**Adding up:** @s = @tot",
        "\n**Combine:** @s = @tot",
        "\nNow everything goes in one pot: @s = @tot",
        "\n**Together:** @s = @tot",
    )
    RUN = ("- Running sum: @so @sign @nx = @res", "- @so @sign @nx = @res")
    COMMIT = (
        "✅ **@ab = @c**",
        "🎯 So the answer is **@c**!",
        "**Final result: @c**",
        "And there we have it: @a times @b equals **@c**.",
        "That makes the product **@c**. 🎉",
        "### Answer: @c",
    )
    DOUBT = (
        "Hmm, hang on! 🤔 I'm not comfortable with that.",
        "Hold the confetti. Something about my working bothers me.",
        "Oops — on reflection I rushed through the pieces.",
        "Actually, I'd better be honest: I've lost faith in that working.",
        "One moment... 😬 I think I fumbled a step.",
    )
    BAD_DIGIT = (
        "Uh-oh! 😬 @u × @v ends in @w, yet my number ends in @g.",
        "Hmm, the units digit ought to be @w (from @u × @v), and I have @g there.",
    )
    BAD_NINES = (
        "Uh-oh, the nines test fails: I'd need a remainder of @w and I see @g.",
        "A remainder check (mod 9) wants @w, while mine gives @g. 😕",
    )
    REJECT = (
        "Please disregard @p.",
        "I'm taking @p back, apologies!",
        "So @p is out. 🙈",
        "That means @p can't be correct — my mistake!",
        "Let's cross out @p.",
    )
    RESTART = (
        "### Second try",
        "Let's rewind and do it with fresh eyes:",
        "**Starting over:**",
        "Here's a clean version of the whole calculation:",
        "### Take two 🔄",
    )
    CHECK = (
        "### Let's double-check!",
        "To be extra sure, here's the calculation from another angle:",
        "🔍 **Verification time:**",
        "Let me test that with a different breakdown:",
    )
    DISAGREE = (
        "That's not the @p from earlier! My first pass slipped, so I'm swapping it out.",
        "Hmm, this disagrees with @p. The careful version wins. 💪",
        "Yikes, @p doesn't survive the check, so let me correct it:",
        "The two don't match, and the mistake was in @p. Sorry!",
    )
    MEND = (
        "Oh wait! 😅 @l × @r is @now, not @was, so @p isn't right.",
        "Let me fix something: I wrote @was for @l × @r, but it's actually **@now**.",
        "🔧 **Correction:** @l × @r = @now (I'd put @was).",
        "Rereading the bullets, I see a blunder: @l × @r should be @now rather than @was.",
    )
    MEND_SUM = (
        "Oh wait! 😅 My addition slipped: @s = @tot, so @p isn't right.",
        "🔧 **Correction:** the pieces are fine, but they add up to @s = @tot rather than @p.",
        "Rereading the sum, I see a blunder: it's @s = @tot, not @p.",
        "Let me fix the last line. @p is off: @s = @tot",
    )
    OK_DIGIT = (
        "*Sanity check:* @u × @v = @w, so it should finish in @g, and it does. 👍",
        "👍 The final digit is @g, just as @u × @v = @w predicts.",
    )
    OK_NINES = (
        "*Nines check:* the factors leave @i and @j, the result leaves @g. All consistent! 👍",
        "Casting out nines gives @g on both sides. ✔️",
    )
    OK_DIV = ("*Check:* @c ÷ @a = @b ✔️", "Dividing back, @c ÷ @b = @a, so we're golden. ✨")
    BACK = (
        "**Want to be sure? Another breakdown:**",
        "*Checking with a different split:*",
        "**Proof from the other side:**",
        "*A second opinion:*",
    )
    OK_BACK = (
        "\nSame result — hooray! 🥳",
        "\nIt matches perfectly. ✔️",
        "\nBoth routes agree. 👏",
        "\nNo surprises there. 😄",
    )
    NOWHERE = (
        "For a second I wondered about @l × @r, but it really is @v. 👍",
        "(I had a little doubt about the carrying; I looked again and all is well.)",
        "Hmm, is @l × @r = @v right? Yes, it is! Moving on. 😄",
        "I did pause over the addition, but there's nothing to change.",
    )
    CLOSE = (
        "So whenever somebody asks you for @ab, just say **@c**! 😄",
        "In short: **@c**. Let me know if you'd like another one!",
        "To recap, @ab = **@c**. Have a lovely day! 🌟",
        "Hope that helps! (Result once more: @c.)",
        "Would you like to see a different method? Otherwise, **@c** it is.",
    )


class AlignedBox(Flow):
    """A maths-tuned model: LaTeX displays, boxed results, remarks in the manner of solutions."""

    label = "gg-aligned-box"
    groupings = ("plain", "latex", "thin")
    signs = (r"\times", r"\cdot")
    methods = ("high", "chunks", "round", "low")
    joint = r" \text{ and } "
    confirms = 0.4
    closes = 0.3
    OPEN = (
        "We evaluate $@ab$ by distributivity.",
        "Let $P = @ab$. We look for $P$.",
        "**Solution.** Decompose a factor into convenient summands.",
        "The product $@ab$ can be expanded term by term.",
        "We proceed by expansion over place values.",
        "To determine $@ab$, distribute.",
    )
    ESTIM = (r"As to magnitude, $@ex @x @ey = @e$.", r"A crude approximation is $@ex @x @ey = @e$.")
    SPLIT = (
        "Write $@wb = @f$.",
        "Since $@wb = @f$, we require these terms:",
        "Put $@wb = @f$ and distribute $@wa$.",
        "Here $@wb = @f$, hence",
    )
    STEP = (
        "$$@l @x @r = @v$$",
        "\\[ @l @x @r = @v \\]",
        "$$@l @x @r = @v.$$",
        "the term $@l @x @r = @v$,",
        "and $@l @x @r = @v$;",
    )
    SLIP = (
        "$@l @x @r = @w$ (this should read $@v$),",
        "$@l @x @r = @w$, or rather $@v$;",
        "$@l @x @r = @v$ (not $@w$, which forgets a carry),",
    )
    RECAP = ("The summands are thus $@list$.",)
    SUM = (
        "Summing, $$@s = @tot.$$",
        "Addition yields \\[ @s = @tot. \\]",
        "so that $$@s = @tot.$$",
        "Collecting terms, $@s = @tot$.",
    )
    RUN = ("$@so @sign @nx = @res$", "$$@so @sign @nx = @res$$")
    COMMIT = (
        r"Hence $P = \boxed{@c}$.",
        r"$$\boxed{@c}$$",
        r"Therefore $@ab = \boxed{@c}$.",
        r"The product equals $\boxed{@c}$.",
        r"\[ \boxed{@c} \]",
        r"We conclude that the product is $\boxed{@c}$.",
        r"It follows that $@ab = \boxed{@c}$.",
    )
    DOUBT = (
        "On inspection, the computation above is not sound.",
        "However, one of the intermediate equalities is doubtful.",
        "The above contains an unjustified carry.",
        "This does not look consistent with the expansion.",
        "I am not convinced by the last lines.",
    )
    BAD_DIGIT = (
        r"However, $@u @x @v \equiv @w \pmod{10}$, whereas the value found is $\equiv @g$.",
        r"The units digit must be $@w$, but ours is $@g$; contradiction.",
    )
    BAD_NINES = (
        r"Modulo $9$ the factors are $@i$ and $@j$, so the residue should be $@w$; ours is $@g$.",
        r"But reduction modulo $9$ demands residue $@w$ and we obtained $@g$.",
    )
    REJECT = (
        "We therefore discard $@p$.",
        "So $@p$ is to be rejected.",
        "The value $@p$ is withdrawn.",
        "Thus $@p$ cannot be kept.",
        "We retract $@p$.",
    )
    RESTART = (
        "We repeat the computation.",
        "**Second computation.**",
        "Starting afresh:",
        "Let us recompute $@ab$ from the beginning.",
        "A new expansion:",
    )
    CHECK = (
        "**Verification.** We expand differently.",
        "As a control we use another decomposition.",
        "To verify, distribute in another manner.",
        "Let us test the value by an independent expansion.",
    )
    DISAGREE = (
        r"This contradicts $@p$, which contained an arithmetical error; the new value replaces it.",
        r"Since this is not $@p$, the former computation was flawed and must be corrected.",
        r"The two values differ. The first, $@p$, is erroneous.",
        r"Consequently $@p$ was incorrect.",
    )
    MEND = (
        "Correction: $@l @x @r = @now$, not $@was$, so $@p$ is false.",
        "Reviewing the terms, $@l @x @r$ was given as $@was$; the true value is $@now$.",
        "**Erratum.** In place of $@l @x @r = @was$ read $@l @x @r = @now$. The boxed value must change.",
        "There is a mistake in the term $@l @x @r$: it equals $@now$ instead of $@was$.",
    )
    MEND_SUM = (
        "Correction: the addition was faulty, for $@s = @tot$ and not $@p$.",
        "**Erratum.** The terms are right but their sum is not $@p$: $$@s = @tot.$$",
        "Reviewing the sum, $@s = @tot$; the boxed $@p$ must change.",
        "There is a mistake in the addition leading to $@p$. Indeed $@s = @tot$.",
    )
    OK_DIGIT = (
        r"*Remark.* Modulo $10$: $@u @x @v = @w \equiv @g$, as it should be.",
        r"The units digit $@g$ agrees with $@u @x @v = @w$.",
    )
    OK_NINES = (
        r"Modulo $9$: $@i @x @j = @prod \equiv @g$, and the result is $\equiv @g$. Consistent.",
        r"*Remark.* Residues modulo $9$ agree ($@g$ on either side).",
    )
    OK_DIV = (r"Indeed $@c / @a = @b$. $\blacksquare$", r"Conversely $@c / @b = @a$, as required.")
    BACK = ("*Verification.*", "For confirmation, expand differently.", "An independent control:", "*Second proof.*")
    OK_BACK = (
        "This agrees with the above. $\\square$",
        "The same value, as claimed.",
        "Both expansions coincide.",
        "which confirms the result. $\\blacksquare$",
    )
    NOWHERE = (
        "One may ask whether $@l @x @r = @v$ holds; it does.",
        "The carry in the addition deserves a second look, but it is in order.",
        "At first sight $@l @x @r = @v$ seems too large, yet it is correct.",
        "I reconsidered the decomposition; nothing needs to be altered.",
    )
    CLOSE = (
        r"The final answer is $\boxed{@c}$.",
        r"**Answer.** $@c$",
        r"Final answer: $@c$.",
        r"Thus $P=@c$. Q.E.D.",
        r"Result: $\boxed{@c}$",
    )

    def detailed(self, line: str, detail: str) -> str:
        if line.endswith(("$$", "]")):
            return f"{line}\n(from ${detail}$)"
        return super().detailed(line, f"${detail}$")


class GradedTrials(Flow):
    """A model trained on reflections: each trial is followed by a graded reflection, then a retry or the end."""

    label = "gg-graded-trials"
    groupings = ("plain", "comma")
    signs = ("×", "*", "x")
    gap = "\n"
    estimates = 0.12
    confirms = 0.35
    closes = 0.4
    ways: ClassVar[dict] = {"redo": 5.0, "mend": 4.0}
    OPEN = (
        "I must find @ab.",
        "Plan: split one factor, multiply, add.",
        "Question: @ab.",
        "Strategy: partial products.",
        "Let me produce a first solution for @ab.",
    )
    SPLIT = ("@wb decomposes as @f.", "Using @wb = @f:", "I view @wb as @f.", "Factor @wa is applied to @f.")
    STEP = (
        "@l @x @r = @v",
        "@l @x @r equals @v.",
        "a) @l @x @r => @v",
        "partial: @l @x @r = @v",
        "multiply @l by @r: @v",
    )
    SLIP = (
        "@l @x @r = @w, correction of this line: @v",
        "@l @x @r equals @w; no, it equals @v.",
        "partial: @l @x @r = @w -> fixed to @v",
    )
    RECAP = ("Partials at hand: @list.", "I hold @list.")
    SUM = ("The sum @s is @tot.", "@s = @tot", "Adding partials: @s = @tot", "Sum of partials @s => @tot")
    COMMIT = (
        "Proposed answer: @c",
        "My answer: @c",
        "Solution: @c",
        "I submit @c.",
        "Answer for this trial: @c",
        "Trial result: @ab = @c",
    )
    DOUBT = (
        "I skipped the carries and cannot vouch for the sum.",
        "Several lines were guessed rather than computed.",
        "One of the partials seems implausible to me.",
        "The working was too hasty to be reliable.",
        "The lines do not convince me on second reading.",
    )
    BAD_DIGIT = (
        "The last digits @u and @v force a final @w, and my answer has @g.",
        "Units check: expected @w, found @g.",
    )
    BAD_NINES = (
        "Modulo 9 check: expected @w, found @g.",
        "The factors reduce to @i and @j modulo 9, which calls for @w, but the answer reduces to @g.",
    )
    REJECT = (
        "Verdict: INCORRECT",
        "Grade: 0/1",
        "Judgement: @p is wrong.",
        "Verdict: not acceptable, must retry",
        "Evaluation: fail. @p is rejected.",
    )
    RESTART = (
        "I will compute each line anew.",
        "This time I go slowly.",
        "New plan: be careful with every carry.",
        "I restart from the question @ab.",
        "Lesson: write all lines down.",
    )
    CHECK = ("(unused)",)
    DISAGREE = ("(unused)",)
    MEND = (
        "The line @l @x @r is at fault: I had @was, but it is @now.",
        "Cause of the error: @l @x @r = @now, while I wrote @was.",
        "Wrong partial: @was for @l @x @r. Right partial: @now.",
        "I located the mistake, @l @x @r must be @now rather than @was.",
    )
    MEND_SUM = (
        "The partials are right but the addition is at fault: @s = @tot.",
        "Cause of the error: a lost carry in the last sum. Redone, @s = @tot.",
        "Wrong sum. Right sum: @s = @tot.",
        "I located the mistake, the addition; @s is @tot rather than @p.",
    )
    OK_DIGIT = (
        "Units check: @u times @v is @w, and the answer ends in @g.",
        "The last digit @g is what @u and @v require.",
    )
    OK_NINES = ("Modulo 9 check: @g expected, @g found.", "Both sides leave @g when divided by 9.")
    OK_DIV = ("Dividing @c by @b returns @a.", "@c / @a = @b, as it must be.")
    BACK = (
        "I solve it once more as a test.",
        "Testing with a different decomposition.",
        "A control computation follows.",
        "Independent control:",
    )
    OK_BACK = ("The control agrees.", "Identical to my answer.", "No discrepancy.", "Control passed.")
    NOWHERE = (
        "I questioned @l @x @r; it is indeed @v.",
        "I suspected a missing carry, and there is none.",
        "At first @l @x @r = @v looked odd to me, but it holds.",
        "A second reading changed nothing.",
    )
    CLOSE = ("Final: @c", "Accepted answer: @c", "End of trials; the answer stays @c.", "I keep @c.", "Output @c")
    GOOD = (
        "Verdict: CORRECT",
        "Grade: 1/1",
        "Judgement: the answer is right.",
        "Verdict: acceptable, stop here",
        "Evaluation: pass.",
    )

    def head(self, t: Telling, title: str) -> str:
        kind = "hash" if t.flag("hash", 0.4) else "square" if t.flag("square", 0.5) else "bold"
        return {"hash": f"## {title}", "square": f"[{title.upper()}]", "bold": f"**{title}**"}[kind] + "\n"

    def first(self, t: Telling) -> str:
        return self.head(t, "Trial 1") + super().first(t)

    def again(self, t: Telling) -> str:
        self.attempt += 1
        told = self.mend(t) if t.way(**self.ways) == "mend" else []
        reason = "" if told else self.reason(t) + "\n"
        text = "\n" + self.head(t, "Reflection")
        verdict = self.put(t, "REJECT") + "\n"
        if told:
            text += told[0] + "\n" + verdict if t.flag("after", 0.5) else verdict + told[0] + "\n"
            work = "\n".join(told[1:-1]) or self.put(t, "SUM", s=t.sum(t.work), tot=t.work.total)
            return text + "\n" + self.head(t, f"Trial {self.attempt}") + work + "\n" + told[-1] + "\n"
        text += reason + verdict if t.flag("after", 0.5) else verdict + reason
        text += "\n" + self.head(t, f"Trial {self.attempt}") + self.put(t, "RESTART") + "\n"
        return text + self.body(t, t.other(*self.methods)) + "\n" + self.commit(t) + "\n"

    def closing(self, t: Telling) -> str:
        if t.chance(0.2):
            return ""
        text, draw = "\n" + self.head(t, "Reflection"), t.rng.random()
        if draw < 0.75:
            text += (self.confirm(t) if draw < 0.55 else self.idle(t)) + "\n"
        text += self.put(t, "GOOD") + "\n"
        return text + (t.r(self.put(t, "CLOSE")) if t.chance(self.closes) else "")


class MidwayTurner(Flow):
    """Thinks in running prose and changes its mind on the way, before a candidate as well as after it."""

    label = "gg-midway-turner"
    groupings = ("comma", "plain", "comma")
    signs = ("×", "times")
    step_gap = " "
    slips = 0.2
    recaps = 0.3
    nowhere = 0.3
    closes = 0.45
    OPEN = (
        "Right, @ab. I could round, or I could go place by place; let me see what feels natural.",
        "So I'm asked for @ab. My first instinct is to cut one of them into manageable chunks.",
        "Let me think about @ab for a moment.",
        "Multiplying @a and @b... there are a few ways in.",
        "I'd like to do @ab in my head as far as possible, writing down only what I must.",
    )
    ESTIM = (
        "Before anything else, a feel for the size: @ex @x @ey would be @e.",
        "Something like @e would be sensible, going by @ex @x @ey.",
    )
    SPLIT = (
        "I'll think of @wb as @f.",
        "Now @wb is @f, which suits me.",
        "Taking @wb as @f and keeping @wa whole.",
        "If I view @wb as @f, every piece is easy.",
    )
    STEP = (
        "The piece with @r is @l @x @r = @v.",
        "@l @x @r brings @v.",
        "I get @v for @l @x @r.",
        "Then there's @l @x @r, that's @v.",
        "For @r, I have @v.",
    )
    SLIP = (
        "@l @x @r would be @w, hmm, no, I mislaid a carry there: @v.",
        "I get @w for @l @x @r; let me redo that piece; it's @v.",
        "Then @l @x @r, that's @w, or is it? Counting again I find @v, and I'll go with that for this piece.",
        "@l @x @r brings @w. Actually I doubled the wrong digit, so @v it is for that part.",
    )
    RECAP = ("To keep track, I'm holding @list.", "Let me not lose the thread: @list.", "In my notes now: @list.")
    SUM = (
        "Joining them, @s = @tot.",
        "All that's left is the adding: @s = @tot.",
        "Put end to end, @s makes @tot.",
        "Then @s, that's @tot.",
    )
    RUN = ("@so @sign @nx makes @res.", "From @so @sign @nx I reach @res.", "@so @sign @nx is @res.")
    COMMIT = (
        "So I'd say @ab is @c.",
        "That gives me an answer of @c.",
        "My answer, then, is @c.",
        "I'll go with @c.",
        "Which settles it at @c for the whole product.",
        "So the product should be @c.",
    )
    DOUBT = (
        "Although... something in there sits badly with me.",
        "Hmm. Reading that back, I'm not at ease.",
        "Only, I notice I was thinking of something else while carrying.",
        "But hold on a second, that came too easily.",
        "And yet I can't shake the feeling that one of those pieces is off.",
    )
    BAD_DIGIT = (
        "Hmm, but a @u and a @v at the ends make a @w, and I've ended on @g.",
        "Except that it ought to end in @w, seeing the final digits @u and @v, and mine ends in @g.",
    )
    BAD_NINES = (
        "Hmm, by nines I should see a remainder of @w and I see @g.",
        "Except that the digit sums want @w and I have @g.",
    )
    REJECT = (
        "I don't stand by @p any longer.",
        "So no, not @p; I'll let that go.",
        "I'm giving up @p.",
        "Let me set @p aside as unreliable.",
        "I take back @p, then.",
    )
    RESTART = (
        "Once more, with more patience.",
        "Back to the beginning.",
        "Let me turn it round and do it afresh.",
        "A different path this time.",
        "Fine, again from the top.",
    )
    CHECK = (
        "Let me make sure by coming at it from elsewhere.",
        "I'd feel better with a second look along another path.",
        "Before I leave it, does another split tell the same story?",
        "It's worth a cross-check, I think.",
    )
    DISAGREE = (
        "That isn't what I had before; @p must have come from a slip, so I let the new figure stand in its place.",
        "Oh. Not @p at all. The first pass was the sloppy one, so I change my answer.",
        "So the two disagree, and of the two I believe this one, not @p.",
        "Well, so much for @p.",
    )
    MEND = (
        "Oh, but look: @l @x @r isn't @was, it's @now. So @p falls.",
        "Going back over the pieces, I took @l @x @r as @was where it's @now, which spoils my answer.",
        "Hm, @was for @l @x @r? No, that's @now, and so I have to revise.",
        "Wait, I see it, the piece @l @x @r should have been @now and I used @was.",
    )
    MEND_SUM = (
        "Oh, but look, I added badly; @p is wrong. Really @s = @tot.",
        "Going back over the addition, @s makes @tot, so @p has to go.",
        "Hm, is that sum right? No: @s = @tot, not @p.",
        "Wait, I see it, a carry went missing, and instead of @p I get @s = @tot.",
    )
    OK_DIGIT = (
        "It ends in @g, and @u times @v is @w, so that part is in order.",
        "The final @g is right too, what with @u times @v being @w.",
    )
    OK_NINES = ("By nines, both sides come to @g, which is comforting.", "The digit sums agree as well, at @g.")
    OK_DIV = (
        "And sharing @c out @b ways gives @a, so it holds.",
        "Working back, @c over @a is @b, which closes the loop.",
    )
    BACK = (
        "Just to reassure myself, along another path.",
        "Does it hold from the other side?",
        "Let me see whether another split agrees.",
        "One more look, in a different arrangement.",
    )
    OK_BACK = ("The same, so I can rest.", "Good, no change.", "They agree, and I'm content.", "Just as before.")
    NOWHERE = (
        "Hmm, was @l @x @r really @v? I count it again, and yes, it was.",
        "I wonder whether I carried properly... I did. It stays as it is.",
        "For a moment I feared that @l @x @r was off, but @v is what it is, so nothing needs to move.",
        "Should I redo this? Looking it over once more I find no fault, so no.",
    )
    CLOSE = (
        "So, @c.",
        "I'm settled on @c.",
        "@c, and I'll leave it there.",
        "To say it plainly: @c.",
        "That's it, then: @c.",
    )
    TURNS = (
        "First I'd thought of rounding, but that makes for an awkward subtraction, so no.",
        "I started to write columns and dropped the idea before the first row; pieces are quicker.",
        "No wait, I'd rather not split it down the middle. Let me cut it this way instead.",
        "Could I factor one of them? Not nicely. On to plain pieces.",
        "Hmm, which of the two do I break up? Either will do.",
    )

    def body(self, t: Telling, work: Work) -> str:
        turn = self.put(t, "TURNS") + " " if t.chance(0.35) else ""
        return turn + super().body(t, work)


class ClippedLine(Flow):
    """Terse: each attempt is a line or two of equations, verdicts in a word."""

    label = "gg-clipped-line"
    groupings = ("plain", "comma", "space")
    signs = ("*", "×", "x", "·")
    gap = "\n"
    step_gap = ", "
    estimates = 0.05
    details = 0.0
    recaps = 0.05
    running = 0.1
    confirms = 0.35
    closes = 0.25
    OPEN = ("", "@ab:", "@ab", "Working:", "Calc.", "By parts.")
    ESTIM = ("approx. @e", "~@e")
    SPLIT = ("@wa(@f)", "@wb = @f", "@wa by (@f)", "parts @f")
    STEP = ("@l@x@r = @v", "@l @x @r = @v", "@r: @v", "@l by @r, @v")
    SLIP = ("@l @x @r = @w/@v (second is right)", "@r: @w, no, @v", "@l@x@r = @w, sorry, @v")
    RECAP = ("i.e. @list",)
    SUM = ("sum @s = @tot.", "@s = @tot.", "total of @s, @tot.", "in all @s = @tot.")
    RUN = ("@so @sign @nx = @res", "@so@sign@nx = @res")
    COMMIT = ("@ab = @c.", "Ans. @c", "= @c (answer)", "Answer @c.", "Product: @c.", "Result @c.")
    DOUBT = ("Doubtful.", "Unsure.", "Looks off.", "Hmm.", "Too quick.")
    BAD_DIGIT = ("Units: @w needed, @g found.", "Should end @w. Ends @g.")
    BAD_NINES = ("Mod 9: @w needed, @g found.", "Nines: no (@w vs @g).")
    REJECT = ("@p wrong.", "Not @p.", "Strike @p.", "@p rejected.", "Wrong.")
    RESTART = ("Again:", "Redo.", "New try:", "Once more:", "Retry.")
    CHECK = ("Check:", "Cross-check.", "Verify:", "Other way:")
    DISAGREE = ("Differs; @p wrong.", "Not @p. Corrected:", "No match. @p out.", "@p fails.")
    MEND = (
        "Error: @l @x @r = @now, not @was.",
        "@was wrong; @l @x @r = @now. Corrected:",
        "Fix @l @x @r: @now (had @was).",
        "Slip: @was should be @now. Not @p.",
    )
    MEND_SUM = (
        "Error in sum: @s = @tot, not @p.",
        "@p wrong; @s = @tot. Corrected:",
        "Fix sum, @s = @tot (had @p).",
        "Slip in adding. @s = @tot. Not @p.",
    )
    OK_DIGIT = ("Units @u, @v -> @g. OK.", "Ends @g, good.")
    OK_NINES = ("Mod 9: @g, @g. OK.", "Nines fine (@g).")
    OK_DIV = ("@c / @b = @a. OK.", "@c : @a = @b, good.")
    BACK = ("Check:", "Verify:", "Other way:", "Test.")
    OK_BACK = ("OK.", "Same.", "Agrees.", "Good.")
    NOWHERE = ("@l @x @r = @v? Yes.", "Carry? Fine.", "Sum right? Yes. Stands.", "@v for @l @x @r? Correct.")
    CLOSE = ("@c", "Final: @c.", "So @c.", "@c. Done.", "Ans: @c")


class PatientMentor(Flow):
    """A talkative model that speaks to a learner, and owns up to its mistakes at length."""

    label = "gg-patient-mentor"
    groupings = ("comma", "comma", "plain")
    signs = ("times", "×", "multiplied by")
    step_gap = " "
    details = 0.3
    estimates = 0.35
    recaps = 0.3
    closes = 0.6
    OPEN = (
        "Sit down with me for a minute and we'll work out @ab together.",
        "You've asked about @ab, and that is a fine exercise in keeping your figures tidy.",
        "Big numbers look scary, but you and I know they're only made of small ones.",
        "Grab a pencil! For @ab all you need are the tables you already know and some patience with zeros.",
        "A sum such as @ab becomes friendly as soon as you take one of the numbers to pieces.",
    )
    ESTIM = (
        "Always guess first, I say: @ex @x @ey would be @e, so you know what sort of size to hope for.",
        "Before you start, notice that @ex @x @ey is @e, and ours won't be far away.",
    )
    SPLIT = (
        "You can see that @wb is made of @f, can't you?",
        "We'll open up @wb as @f and leave @wa as it is.",
        "Imagine @wb coins sorted in heaps, @f.",
        "Let us spell @wb out as @f.",
    )
    STEP = (
        "If you take @l and @r you find @v.",
        "Next, @l @x @r, and you should see @v.",
        "For the heap of @r we need @l @x @r, which makes @v.",
        "Write @v on your paper for @l @x @r.",
        "Then comes @l @x @r = @v.",
    )
    SLIP = (
        "Next, @l @x @r, which is @w; oh, you caught me, it's @v of course.",
        "For the heap of @r we have @w, wait, I skipped a digit, please write @v.",
        "If you take @l and @r you find @w (and if you did, do it again as I just did, since it's @v).",
    )
    RECAP = ("Your paper should now show @list.", "By now you've written down @list, one below the other.")
    SUM = (
        "Add what's on your paper: @s = @tot.",
        "When you gather the heaps, @s becomes @tot.",
        "All there is left to do is @s, which comes to @tot.",
        "Now the adding, @s = @tot, and mind the carries.",
    )
    RUN = ("@so @sign @nx takes us to @res.", "Now @so @sign @nx, that's @res.")
    COMMIT = (
        "And so, my friend, the answer to @ab is @c.",
        "You may write underneath: @ab = @c.",
        "That tells us the product is @c.",
        "So what do you answer? You answer @c.",
        "There we are, @c is the answer.",
        "Your result, then, is @c.",
    )
    DOUBT = (
        "Now, a good mathematician is suspicious, and I must confess I'm suspicious of what I've just told you.",
        "Oh dear. I believe I've led you astray.",
        "Don't write that in ink, though. I was chatting when I should have been carrying.",
        "Hmm, may I be frank? I wasn't paying proper attention.",
        "I see you frowning, and you're right to.",
    )
    BAD_DIGIT = (
        "But look at the last digits: @u and @v make @w at the end, and I gave you a number with @g at the end.",
        "Oh dear, @u times @v tells us to expect a final @w, and what I gave you has a final @g.",
    )
    BAD_NINES = (
        "But if you cast out the nines you expect @w, and my number leaves @g.",
        "Oh dear, the digit sums tell on me: there ought to be @w left and there is @g.",
    )
    REJECT = (
        "Please rub out @p, it isn't to be trusted.",
        "So I must ask you to cross out @p.",
        "We shall not keep @p.",
        "I withdraw @p, with apologies.",
        "Away with @p!",
    )
    RESTART = (
        "Take a new sheet and let's do it properly.",
        "We'll go through it all again, you and I.",
        "Let me begin afresh and talk a little less.",
        "So, from the start, and more slowly.",
        "A new attempt, if you'll bear with me.",
    )
    CHECK = (
        "Never hand in your work unchecked! Let us see if another road leads to the same place.",
        "How could you be sure? By doing it differently.",
        "Let me show you how I'd check such a thing.",
        "Now you play the examiner, and we do it in another manner.",
    )
    DISAGREE = (
        "Do you see? That's not @p. The earlier one had a slip in it, so we correct ourselves.",
        "Well, well, the road leads elsewhere, and it was @p that was mistaken.",
        "This is why we check! I was wrong to say @p.",
        "Now that is embarrassing, since I told you @p. Let me put it right.",
    )
    MEND = (
        "Stop, I've spotted my blunder: for @l @x @r I had you write @was, and it should be @now. That means my answer was wrong.",
        "Do you see what I did? I took @l @x @r to be @was. It's @now! So @p can't stay.",
        "Please change one thing on your paper, the @was, since @l @x @r is @now; and of course the answer changes with it.",
        "Forgive me, @l @x @r is @now and never @was.",
    )
    MEND_SUM = (
        "Stop, I've spotted my blunder: the heaps were right but I added them badly. It's @s = @tot, and @p was wrong.",
        "Do you see what I did? I forgot a carry, so @p can't stay: @s = @tot.",
        "Please change the last line on your paper, since @s is @tot and not @p.",
        "Forgive me, @s makes @tot and never @p.",
    )
    OK_DIGIT = (
        "Notice how it ends in @g, just as @u times @v, that is @w, told us it would.",
        "A quick look at the last figure: @u times @v is @w, so we want a @g there and we've got one.",
    )
    OK_NINES = (
        "Cast out the nines if you like: you'll have @g on both sides, as one should.",
        "The digit sums nod as well, with @g and @g.",
    )
    OK_DIV = (
        "If you divide @c by @b you're back at @a, so you may be proud.",
        "And sharing @c among @a gives each @b, which is the proof.",
    )
    BACK = (
        "Let me check it in front of you.",
        "And here's how you'd convince your teacher.",
        "Shall we test it by another road?",
        "A careful worker does it twice, so here's the second time.",
    )
    OK_BACK = (
        "The very same, so you can trust it.",
        "And that's what we had. Splendid.",
        "You see, it agrees.",
        "No difference at all, well done us.",
    )
    NOWHERE = (
        "You might ask whether @l @x @r is truly @v. I asked myself as well, and it is.",
        "I had a small worry about a carry just now, but having gone over it I'm at peace.",
        "Is there a mistake somewhere? I've looked for one and found none.",
        "Hmm, @v for @l @x @r, was that right? It was, so leave your paper as it is.",
    )
    CLOSE = (
        "Remember it: @c. And remember the method even more.",
        "So keep your @c, and come back whenever you're stuck.",
        "Well done for staying with me all the way to @c.",
        "Now you can tell anybody that it's @c.",
        "Shall we do another one? For this one, @c was our answer.",
    )


class LedgerTable(Flow):
    """An instruction model that sets the partial products in a Markdown table, with numbered headings."""

    label = "gg-table-sections"
    groupings = ("comma", "plain", "narrow")
    signs = ("×",)
    estimates = 0.15
    confirms = 0.4
    closes = 0.4
    OPEN = (
        "The multiplication @ab is organised in a table of partial products.",
        "**Task:** @ab",
        "Below, each row of the table holds one partial product of @ab.",
        "#### Approach\n\nTabulate, then total.",
        "Here is a structured calculation of @ab.",
    )
    SPLIT = (
        "Split used: @wb = @f.",
        "Decomposition: @wb = @f",
        "*Rows:* @wb = @f; *fixed factor:* @wa.",
        "The rows follow @wb = @f.",
    )
    STEP = ("| @l × @r | @v |", "| @r × @l | @v |", "| @l × @r = | **@v** |", "| part @r: @l × @r | @v |")
    NOTE = (
        "*(row revised: first noted as @w, now @v)*",
        "*(in the row for @r, @w would miss a carry; @v is entered)*",
        "*(draft of the row for @r: @w; corrected to @v)*",
    )
    SLIP = ("unused",)
    SUM = (
        "Column sum: @s = @tot",
        "Adding the column: @s = @tot.",
        "Total of the rows: @s = @tot",
        "The rows sum to @s = @tot.",
    )
    COMMIT = (
        "**Answer:** @c",
        "**Result of the calculation:** @ab = **@c**",
        "The product is therefore **@c**.",
        "➡ @ab = @c",
        "**Product:** @c",
        "Reported value: **@c**",
    )
    DOUBT = (
        "**Note:** a review of the table raises concerns.",
        "**Review:** the rows were not calculated with sufficient care.",
        "**Quality note:** this table appears to contain an inaccuracy.",
        "**Caution:** the column sum looks inconsistent.",
        "**Review:** at least one row cannot be confirmed.",
    )
    BAD_DIGIT = (
        "**Review:** a final digit of @w is expected (@u × @v), but the value ends in @g.",
        "**Units test failed:** expected @w, observed @g.",
    )
    BAD_NINES = (
        "**Review:** the remainder on division by 9 should be @w and is @g.",
        "**Mod-9 test failed:** expected @w, observed @g.",
    )
    REJECT = (
        "The value @p is hereby withdrawn.",
        "@p should not be used.",
        "Consequently, @p is invalid.",
        "The figure ~~@p~~ is struck.",
        "I retract the figure @p.",
    )
    RESTART = (
        "#### Revised table",
        "The table is rebuilt below.",
        "#### Recalculation",
        "A new table replaces the former:",
        "#### Version @k",
    )
    CHECK = (
        "#### Validation",
        "For validation, the table is set up with a different split.",
        "#### Independent check",
        "A second table serves as a test.",
    )
    DISAGREE = (
        "The second table does not reproduce @p; the first table was in error.",
        "Discrepancy found: @p is superseded.",
        "Since this differs from @p, the reported value has to be amended.",
        "Validation failed for @p, which is replaced.",
    )
    MEND = (
        "**Correction:** the row @l × @r should read @now instead of @was; @p is invalid.",
        "**Erratum:** @l × @r = @now (table: @was). The answer has to be amended.",
        "On review, one row is wrong: @l × @r is @now, not @was.",
        "**Amendment:** replace @was by @now in the row @l × @r. The earlier answer no longer holds.",
    )
    MEND_SUM = (
        "**Correction:** the column was added wrongly: @s = @tot; @p is invalid.",
        "**Erratum:** @s = @tot. The answer has to be amended.",
        "On review, the rows are right and the total is wrong: @s = @tot, not @p.",
        "**Amendment:** a carry was lost in the total, so @p no longer holds; @s = @tot.",
    )
    OK_DIGIT = ("*Units test:* @u × @v = @w → @g ✓", "The final digit @g is consistent with @u × @v = @w.")
    OK_NINES = ("*Mod-9 test:* factors @i and @j, product @g ✓", "Remainders on division by 9 agree (@g).")
    OK_DIV = ("*Inverse test:* @c ÷ @a = @b ✓", "Division check: @c ÷ @b = @a.")
    BACK = ("#### Validation", "A second table as a test:", "*Alternative layout:*", "#### Check by another split")
    OK_BACK = ("Validation passed.", "The two tables agree.", "No discrepancy found.", "The value is reproduced.")
    NOWHERE = (
        "**Review:** the row @l × @r was queried and found correct (@v).",
        "**Note:** a possible carry error was examined and ruled out.",
        "The entry @v for @l × @r may look unusual, but it is right.",
        "**Review:** no changes necessary after a second reading.",
    )
    CLOSE = (
        "**Summary:** @ab = @c",
        "> Final value: @c",
        "In summary, the product is @c.",
        "*End of calculation; result @c.*",
        "| Final | @c |\n|---|---|",
    )
    HEADERS = (
        "| Step | Value |\n|---|---|",
        "| Partial product | Result |\n|:---|---:|",
        "| Row | Entry |\n| --- | --- |",
        "| Calculation | Amount |\n|-------|------:|",
    )

    def body(self, t: Telling, work: Work) -> str:
        lines = [self.put(t, "SPLIT", wa=work.a, wb=work.b, f=t.factor(work)), "", self.put(t, "HEADERS")]
        row = t.one(*self.STEP)
        lines += [self.fill(t, row, l=term.left, r=term.right, v=term.value) for term in work.terms]
        if t.chance(0.15):
            term = t.rng.choice(work.terms)
            lines += ["", self.put(t, "NOTE", r=term.right, v=term.value, w=t.near(term.value))]
        return "\n".join([*lines, "", self.put(t, "SUM", s=t.sum(work), tot=work.total)])


class TaggedThought(Flow):
    """A reasoning model: everything within think tags, then the answer said once more for the reader."""

    label = "gg-tagged-thought"
    groupings = ("plain", "comma", "plain")
    signs = ("*", "×", "·")
    methods = ("high", "low", "chunks", "round", "swapped")
    step_gap = "\n"
    confirms = 0.55
    nowhere = 0.2
    slips = 0.1
    OPEN = (
        "<think>\nOkay, @ab. The user wants the product, with steps.",
        "<think>\nAlright, I have @a and @b to multiply. No tools here, so by hand.",
        "<think>\nHmm, @ab. Let me be systematic about it.",
        "<think>\nFirst off, @ab. I'll do partial products.",
        "<think>\nThe question is @ab. Digits need care here.",
    )
    ESTIM = ("Order of magnitude: @ex @x @ey = @e. Keep that in mind.", "About @e judging from @ex @x @ey.")
    SPLIT = ("@wb breaks into @f.", "I'd go with @wb = @f.", "So @wa @x (@f).", "Expanding @wb: @f.")
    STEP = (
        "@l @x @r = @v.",
        "Now @l @x @r: @v.",
        "The @r part: @l @x @r = @v.",
        "@l @x @r comes to @v.",
        "And @l @x @r = @v.",
    )
    SLIP = (
        "@l @x @r = @w. Hmm, no, that part is @v.",
        "Now @l @x @r: @w? Let me see. No, @v.",
        "The @r part: @w, wait, one digit is off, @v for that part.",
    )
    RECAP = ("Listing them: @list.", "OK so I have @list.")
    SUM = ("Now sum: @s = @tot.", "Adding, @s = @tot.", "Everything added: @s = @tot.", "@s, that is @tot.")
    RUN = ("@so @sign @nx = @res.", "Then @so @sign @nx = @res.")
    COMMIT = (
        "So the answer would be @c.",
        "Okay, so @ab = @c.",
        "That yields @c as the product.",
        "So I have @c for @ab.",
        "Hence the result: @c.",
        "So it must be @c.",
    )
    DOUBT = (
        "Wait, I may have messed up one of the parts.",
        "But wait. I went over the carries rather fast.",
        "Hmm, wait, that does not feel right.",
        "Hold on. I'm not sure the alignment of the zeros was right.",
        "Actually, no. I see that I wasn't consistent.",
    )
    BAD_DIGIT = (
        "Wait, last digit: @u @x @v gives @w at the end. Mine ends with @g.",
        "Hold on, units digit should be @w since @u and @v, but it's @g.",
    )
    BAD_NINES = (
        "Wait, mod 9: @i and @j, so it should be @w, but I get @g.",
        "Check with digit sums: should be @w, is @g. Hmm.",
    )
    REJECT = (
        "So @p is wrong.",
        "I can't accept @p.",
        "Scrap @p.",
        "So that answer is out.",
        "@p has to be discarded, then.",
    )
    RESTART = (
        "Let me start over.",
        "Again, step by step.",
        "Restarting the computation.",
        "Do it all again with the parts written out.",
        "New attempt:",
    )
    CHECK = (
        "Wait, let me verify by splitting otherwise.",
        "Let me double-check that with another decomposition.",
        "To verify, another approach.",
        "Let me test this before I answer.",
    )
    DISAGREE = (
        "Wait, that's not @p. There was an error the first time; the new value is right.",
        "Hmm, earlier I had @p. So that was a mistake.",
        "Contradiction with @p. I rechecked these parts, so @p is the wrong one.",
        "Different from @p! OK so my former result was wrong.",
    )
    MEND = (
        "Wait, @l @x @r. I said @was, but it's @now. So my answer is wrong.",
        "Hmm, going through the parts again. @l @x @r = @now, not @was! So not @p.",
        "Hold on, @was can't be right for @l @x @r. It's @now. Fixing that.",
        "Wait, there's an error: @l @x @r is @now rather than @was.",
    )
    MEND_SUM = (
        "Wait, the addition. @s = @tot, so @p is wrong.",
        "Hmm, going through the sum again. @s = @tot, not @p!",
        "Hold on, I lost a carry in the sum. Not @p: @s = @tot.",
        "Wait, there's an error in the sum, @s = @tot rather than @p.",
    )
    OK_DIGIT = ("Last digit: @u @x @v = @w, ends with @g. Matches.", "Units digit @g, and @u @x @v = @w. Fine.")
    OK_NINES = ("Mod 9: @i @x @j = @prod, so @g. And the result is @g mod 9. Good.", "Digit sums: both @g. Consistent.")
    OK_DIV = ("@c / @a = @b. Yes, exactly.", "Dividing back, @c / @b = @a. Good.")
    BACK = (
        "Let me verify by splitting otherwise.",
        "Double-check with another decomposition.",
        "Wait, let me make sure.",
        "Quick verification.",
    )
    OK_BACK = (
        "Same. Good.",
        "Matches what I had.",
        "Consistent, so I'm confident.",
        "Yes, that agrees with the earlier result.",
    )
    NOWHERE = (
        "Wait, is @l @x @r = @v? Yes, okay.",
        "Hmm, did I lose a carry? Looking at it again, no.",
        "Wait, should @l @x @r have been something else? No, @v is correct.",
        "Do I need to redo this? I don't think so, all parts look fine.",
    )
    CLOSE = (
        "The product of @a and @b is **@c**.",
        "@ab = @c",
        "<answer>@c</answer>",
        "Multiplying by partial products, one finds @ab = **@c**.",
        "**@c**",
        "The answer is \\boxed{@c}.",
    )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        text = self.idle(t) + "\n\n" if draw < 0.3 else ""
        text += self.confirm(t) + "\n" if 0.2 < draw < 0.75 else ""
        return text.rstrip() + "\n</think>\n\n" + t.r(self.put(t, "CLOSE"))


class MarginNotes(Flow):
    """Written like an exam paper: columns in a fenced block or bare, struck numbers, notes in the margin."""

    label = "gg-margin-notes"
    groupings = ("plain",)
    signs = ("x", "×")
    methods = ("high", "low")
    ways: ClassVar[dict] = {"redo": 5.0, "mend": 4.0, "check": 3.0}
    gap = "\n"
    estimates = 0.15
    confirms = 0.45
    closes = 0.3
    OPEN = (
        "Q. @ab",
        "Qn: find @ab. Show working.",
        "Exercise. @ab, written method",
        "Working for @ab",
        "1) @ab",
        "Candidate's working, @ab",
    )
    ESTIM = ("(est. @ex @x @ey = @e)", "(expect c. @e)")
    SPLIT = ("long multiplication", "set out in columns", "column method:", "written out:")
    STEP = ("unused",)
    SLIP = (
        "(in the line for @r I first had @w, mended to @v)",
        "(line x @r: ~~@w~~ @v)",
        "(note: line for @r is @v, not @w as in my rough notes)",
    )
    SUM = (
        "lines add: @s = @tot",
        "bottom line, @s = @tot",
        "adding up the lines @s = @tot",
        "carry as you go, @s = @tot",
    )
    COMMIT = (
        "Ans = @c",
        "ANSWER: @c",
        "@ab = @c (ans.)",
        "Therefore ans. @c",
        "Answer, underlined twice: __@c__",
        "My ans: @c",
    )
    DOUBT = (
        "[margin: ??]",
        "[margin: carries messy, cannot be sure]",
        "[note to self: rushed]",
        "[margin: looks wrong]",
        "[pencil: no!]",
    )
    BAD_DIGIT = ("[margin: last digit should be @w (@u x @v), mine is @g]", "[pencil: @u x @v ends @w, not @g!]")
    BAD_NINES = ("[margin: 9s check gives @w, mine @g]", "[pencil: casting out 9s fails, @w / @g]")
    REJECT = ("~~@p~~ crossed out", "cross out @p", "~~Ans @p~~ void, please ignore", "do not mark @p", "~~@p~~ wrong")
    RESTART = (
        "Second attempt below",
        "P.T.O. Start again.",
        "Redone neatly:",
        "Working again, attempt @k",
        "New working, please mark this one",
    )
    CHECK = ("Check (other way):", "Checking with factors arranged differently", "Verification:", "To check:")
    DISAGREE = (
        "not equal to @p, so @p crossed out",
        "does not agree, ~~@p~~",
        "disagrees with @p -> first working wrong, amended",
        "check fails for @p. Corrected:",
    )
    MEND = (
        "[margin: line x @r wrong, @l x @r = @now not @was]\n~~@p~~",
        "~~@p~~ slip found: @l x @r should be @now (had @was)",
        "Amended: ~~@was~~ @now for @l x @r, so @p is void",
        "[pencil: @was -> @now in line for @r] so answer changes",
    )
    MEND_SUM = (
        "[margin: added wrongly] ~~@p~~\n@s = @tot",
        "~~@p~~ carry left out: @s = @tot",
        "Amended total: @s = @tot, so @p is void",
        "[pencil: total wrong, not @p] @s = @tot",
    )
    OK_DIGIT = ("[tick: ends in @g, @u x @v = @w]", "check: last digit @u x @v = @w, @g ok")
    OK_NINES = ("[tick: 9s @g and @g]", "check: casting out 9s, @g both sides, ok")
    OK_DIV = ("check: @c ÷ @b = @a, ok", "[tick: @c ÷ @a = @b]")
    BACK = ("Check:", "Verification:", "check by other working", "Checked as follows")
    OK_BACK = ("agrees, ok", "same [tick]", "= ans above, ok", "checks.")
    NOWHERE = (
        "[margin: line x @r? looked again, @v ok]",
        "[pencil: carry? no, fine, leave]",
        "(was unsure of @l x @r but @v is right)",
        "[margin: recounted columns, stet]",
    )
    CLOSE = ("Final ans. @c", "@c  [end of question]", "(@c)", "=> @c Q.1 done", "fair copy: @ab = @c")

    def body(self, t: Telling, work: Work) -> str:
        fence = t.flag("fence", 0.5)
        columns = t.columns(work).rstrip("\n")
        if t.flag("bottom", 0.5):
            tail = "\n" + t.total(work)
        else:
            columns, tail = columns.rpartition("\n")[0], ""
        columns = f"```\n{columns}{tail}\n```" if fence else columns + tail
        lines = [self.put(t, "SPLIT"), columns]
        if t.chance(0.12):
            term = t.rng.choice(work.terms)
            lines.append(self.put(t, "SLIP", r=term.right, v=term.value, w=t.near(term.value)))
        if not tail or t.chance(0.2):
            lines.append(self.put(t, "SUM", s=t.sum(work), tot=work.total))
        return "\n".join(lines)


STYLES: dict[str, Style] = {
    style.label: style
    for style in (
        HomeworkBoard(),
        ScratchLedger(),
        DriftedArrow(),
        CheerfulBullets(),
        AlignedBox(),
        GradedTrials(),
        MidwayTurner(),
        ClippedLine(),
        PatientMentor(),
        LedgerTable(),
        TaggedThought(),
        MarginNotes(),
    )
}
