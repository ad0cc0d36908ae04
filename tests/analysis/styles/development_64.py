"""Long thoughts of reasoning models: monologues in think tags, digests of thoughts, and a short answer after them."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .common import Style, Telling, Term, Work


class _LongThought(Style):
    """The flow of a long thought; the banks of wordings, the layout and the habits are the style's own.

    In the banks @name stands for a number in prose, @NAME for the same in formulae.
    """

    signs: tuple[str, ...] = ("×",)
    groupings: tuple[str, ...] = ("comma", "plain")
    formulae: tuple[str, ...] = ("plain",)
    methods: tuple[str, ...] = ("high", "low", "chunks")
    ways: ClassVar = {"mend": 3, "rival": 3, "check": 2, "redo": 2}
    gap = "\n\n"  # between blocks of thought
    between = " "  # between the sentences of a block
    maths = False
    inline = ("", "")
    checks = (0, 1, 1, 2, 3)
    mended: tuple[str, ...] = ("COMMIT", "SETTLE")  # the banks that commit after a repair
    talk = 0.14  # share of steps that are doubted, said again or slip at first

    DIRECT: tuple[str, ...] = (
        "No splitting needed here, this is straight out of the times table.",
        "Single digits, so this is just table knowledge.",
        "These are one-digit numbers; I know this row by heart.",
        "This is basic times-table stuff.",
    )
    SLIP: tuple[str, ...] = (
        "@l @x @r is @w... hold on, no, it's @v.",
        "@l @x @r = @w, hmm, no, I misread a digit there: @v.",
        "Then @l @x @r, which is @w. Wait, that's not it, @l @x @r is @v.",
        "@l @x @r: I want to say @w, but working it properly gives @v.",
        "@l @x @r would be @w (oops, off in one place, it's @v).",
    )
    QUALM: tuple[str, ...] = (
        "Is that right? @l @x @r... yes, @v.",
        "Let me make sure about that @v. @l @x @r, yes, it holds.",
        "Hmm, @v for that piece? I think so, yes.",
        "I paused on that one, but @l @x @r really is @v.",
        "Is the place value of @v right? Yes, it is.",
    )
    ECHO: tuple[str, ...] = (
        "So that piece is @v.",
        "Keep @v in mind.",
        "Okay, @v for this part.",
        "I'll hold on to @v.",
    )
    CARRY: tuple[str, ...] = (
        "Let me see whether I dropped a carry in that addition... no, the columns look fine.",
        "I'm a bit wary of the carries here, but going column by column I find nothing wrong.",
        "Did a carry get lost in the hundreds? Doesn't look like it.",
        "Carries: seem to be all accounted for.",
    )
    ESTIMATE: tuple[str, ...] = (
        "As a rough guide, @ex @x @ey is @ev, so the size is plausible.",
        "In round numbers that's about @ex @x @ey, i.e. somewhere near @ev. Good magnitude.",
        "Ballpark: @ex @x @ey ≈ @ev, which is not far off.",
        "Rounding both gives @ex and @ey, whose product @ev is in the same region.",
    )
    LAST: tuple[str, ...] = (
        "The last digits are @dx and @dy, @dx @x @dy = @dv, so it has to end in @de, and it does.",
        "Units check: @dx times @dy is @dv, ending in @de. Matches.",
        "Final digit should be that of @dx @x @dy = @dv, so @de. Good.",
        "It ends in @de, as @dx @x @dy = @dv says it must.",
    )
    NINES: tuple[str, ...] = (
        "Casting out nines: the factors leave @rx and @ry, the result leaves @rz, consistent.",
        "Mod 9: @rx times @ry should match @rz, and it does.",
        "Digit sums: the factors reduce to @rx and @ry, the result to @rz mod 9, which fits.",
        "With remainders mod 9 I have @rx, @ry and for the result @rz. That agrees.",
    )
    DIVISION: tuple[str, ...] = (
        "Dividing back, @n / @b = @a. Good.",
        "And going backwards: @n divided by @b gives @a exactly.",
        "Inverse check: @n ÷ @a = @b, no remainder.",
        "If I divide @n by @a I get back @b, so that fits.",
    )
    NOWHERE: tuple[str, ...] = (
        "Hmm, should I worry about that @v? @l @x @r... no, it's fine.",
        "For a second I doubted the @l @x @r part, but @v is what it is. Nothing to change.",
        "Something about @v felt odd, but I look at it again and there's nothing wrong with it.",
        "Maybe I should be more careful with @l @x @r = @v? No, I've looked, it's okay.",
        "There's a nagging feeling about a carry somewhere, but I can't find anything amiss.",
    )
    NOT_NINES: tuple[str, ...] = (
        "Mod 9, the factors give @rx and @ry, so the result should leave @re, but @o leaves @ro. So @o is out.",
        "Casting out nines on @o: it leaves @ro, while @rx times @ry leaves @re. They clash, so @o is wrong.",
        "Digit sum test: @o reduces to @ro mod 9, but it ought to be @re. That rules out @o.",
    )
    NOT_LAST: tuple[str, ...] = (
        "The product has to end like @dx @x @dy = @dv, in @de, but @o ends in @do. So @o can't be right.",
        "Look at the last digit: @dx times @dy is @dv, so I need a @de at the end, and @o has a @do. @o is wrong.",
        "Last digit test: should be @de, @o ends in @do. That kills @o.",
    )
    NOT_DIVISIBLE: tuple[str, ...] = (
        "If I divide @o by @b there's a remainder of @m, so @o is not even a multiple of @b. It's wrong.",
        "@o ÷ @b leaves @m over. It should go evenly, so @o can't be the product.",
        "Dividing @o by @b doesn't come out even (remainder @m). So @o has to go.",
    )
    FIX: tuple[str, ...] = (
        "@l @x @r: I had @was, but it's @v.",
        "Here: @l @x @r isn't @was, it should be @v.",
        "Going through @l @x @r once more I get @v, not @was.",
        "Ah, the @l @x @r piece. I put down @was and it's actually @v.",
    )
    FIX_SUM: tuple[str, ...] = (
        "The pieces are all fine, it's the addition that went wrong: @s doesn't come to @o.",
        "The partial products hold up, but @s was added badly; @o is not what that makes.",
        "So the parts are okay, and I slipped when adding @s. It isn't @o.",
        "The mistake sits in the last addition: @s, which I misadded as @o.",
    )
    RESUM: tuple[str, ...] = (
        "Adding again: @s = @n.",
        "With that, @s gives @n.",
        "The sum is now @s = @n.",
        "Redo the sum: @s → @n.",
    )
    RIVALS: tuple[str, ...] = (
        "This way I end up with @n, but before I had @o. They can't both be right.",
        "Now it's @n, against @o from the first route. A conflict.",
        "Hmm, @n. And earlier it was @o. These two disagree.",
        "That's @n, which is not the @o I had.",
    )
    CULPRIT: tuple[str, ...] = (
        "Where did the first one go astray? In @l @x @r: I used @was there, and it is @v.",
        "Comparing the steps, the earlier pass had @l @x @r as @was, which should have been @v.",
        "The gap comes from @l @x @r, taken as @was the first time; it's @v.",
    )
    BLAME: tuple[str, ...] = (
        "I go through the second pass line by line and find no slip, so the first one must be at fault.",
        "Retracing both, the second one holds at each step; the error has to be in the earlier addition.",
        "The new route is the cleaner one and each piece checks, so the old total is the one to drop.",
        "Something went wrong in the earlier pass; the steps just now I can vouch for.",
    )
    AREA: tuple[str, ...] = (
        "I'll split both numbers by place value and multiply every pair.",
        "Break both factors apart and take all the cross products.",
        "Both numbers get expanded by place, and each piece multiplies each piece.",
    )
    SAME: tuple[str, ...] = (
        "So from scratch I get @n as well: @ab = @n.",
        "The fresh computation lands on @n again, so @ab = @n.",
        "Starting over, the product again comes to @n.",
        "New run, same number: @ab is @n.",
    )
    OVER: tuple[str, ...] = (
        "So @o was off.",
        "The @o from before is out.",
        "That means my earlier @o was a mistake.",
        "Forget the @o.",
    )
    AGREES: tuple[str, ...] = (
        "@n again, so both ways agree.",
        "That also gives @n. Good, it's confirmed.",
        "Also @n. The check passes.",
        "@n, matching what I had.",
    )
    OPEN: tuple[str, ...] = ()
    PLAN: tuple[str, ...] = ()
    STEP: tuple[str, ...] = ()
    DETAIL: tuple[str, ...] = ("@d.", "In pieces: @d.", "That's @d.")
    ADD: tuple[str, ...] = ()
    COMMIT: tuple[str, ...] = ()
    DISOWN: tuple[str, ...] = ()
    RESTART: tuple[str, ...] = ()
    RIVAL: tuple[str, ...] = ()
    SETTLE: tuple[str, ...] = ()
    REVISIT: tuple[str, ...] = ()
    VERIFY: tuple[str, ...] = ()
    CLOSE: tuple[str, ...] = ()
    FINAL: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return next(name for name, style in STYLES.items() if style is self)

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.groupings), t.one(*self.formulae), t.one(*self.signs)

    def say(self, t: Telling, bank: str, **more: Any) -> str:
        """One wording of the bank, none twice before all were used."""
        options = getattr(self, bank)
        used = t.__dict__.setdefault("used", {}).setdefault(bank, [])
        if len(used) >= len(options):
            used.clear()
        text: str = t.rng.choice([option for option in options if option not in used])
        used.append(text)
        values = {"a": t.a, "b": t.b, "n": t.candidate, "o": t.previous, "x": t.x, "ab": t.ab, **more}
        values["AB"] = f"{t.m(t.a)} {t.x} {t.m(t.b)}"

        def fill(found: re.Match[str]) -> str:
            key = found[1]
            value = values[key] if key in values else values[key.lower()]
            if isinstance(value, str):
                return value
            return t.m(value) if key.isupper() else t.n(value)

        return re.sub("@([A-Za-z]+)", fill, text)

    def block(self, *sentences: str) -> str:
        return self.between.join(sentence for sentence in sentences if sentence) + self.gap

    def plan(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            return self.say(t, "AREA")
        return self.say(t, "PLAN", la=work.a, lb=work.b, fac=t.factor(work), FAC=t.factor(work, True))

    def step(self, t: Telling, term: Term) -> list[str]:
        known = {"l": term.left, "r": term.right, "v": term.value}
        if t.chance(self.talk) and term.value > 9:
            wrong = t.near(term.value)
            while wrong in t.candidates:
                wrong = t.near(term.value)
            return [self.say(t, "SLIP", w=wrong, **known)]
        detail = t.detail(term, 0.5, self.maths)
        said = [self.say(t, "DETAIL", d=detail, **known) if detail else self.say(t, "STEP", **known)]
        if t.chance(self.talk):
            said.append(self.say(t, t.one("QUALM", "ECHO"), **known))
        return said

    def steps(self, t: Telling, work: Work) -> str:
        return self.block(*[" ".join(self.step(t, term)) for term in work.terms])

    def adding(self, t: Telling, work: Work) -> str:
        said = []
        for so_far, sign, value, result in work.steps():
            said.append(self.say(t, "ADD", f=so_far, op="+" if sign > 0 else "-", v=value, r=result))
        if t.chance(self.talk):
            said.append(self.say(t, "CARRY"))
        return self.between.join(said)

    def body(self, t: Telling, work: Work) -> str:
        """The solution up to its total; the words that follow commit it or compare it."""
        if t.a < 10 and t.b < 10 and t.chance(0.5):
            return self.say(t, "DIRECT") + self.between
        return self.block(self.plan(t, work)) + self.steps(t, work) + self.adding(t, work) + self.between

    def commit(self, t: Telling, bank: str = "COMMIT") -> str:
        return t.c(self.say(t, bank))

    def aside(self, t: Telling, *kinds: str) -> str:
        """One short check that the candidate passes, or a doubt that leads nowhere; nothing if none can be told."""
        kind = t.one(*(kinds or ("estimate", "last", "nines", "nowhere")))
        if kind == "estimate" and t.a * t.b > 99 and (found := t.estimate()):
            if found[2] == t.product or found[2] in t.candidates:
                return ""
            return self.say(t, "ESTIMATE", ex=found[0], ey=found[1], ev=found[2])
        if kind == "last" and t.a > 9 and t.b > 9 and (found := t.last_digit()):
            return self.say(t, "LAST", dx=found[0], dy=found[1], dv=found[2], de=found[2] % 10)
        if kind == "nines" and t.candidate > 99 and (found := t.nines()):
            return self.say(t, "NINES", rx=found[0], ry=found[1], rz=found[2])
        if kind == "division" and t.candidate == t.product and t.a != t.b:
            return self.say(t, "DIVISION")
        if kind == "nowhere" and t.a > 9:
            term = t.one(*t.work.terms)  # type: ignore[arg-type, call-overload]
            return self.say(t, "NOWHERE", l=term.left, r=term.right, v=term.value)  # type: ignore[attr-defined]
        return ""

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        return self.block(self.say(t, "OPEN")) + self.body(t, work) + self.after(t, self.commit(t))

    def after(self, t: Telling, committed: str, *more: str) -> str:
        return self.block(committed, *more, self.aside(t) if t.chance(0.25) else "")

    def failing(self, t: Telling) -> str:
        """A test that the candidate before fails, if there is one."""
        x, y, old = t.a % 9, t.b % 9, t.previous
        options = []
        if x * y % 9 != old % 9 and old > 99:
            options.append(lambda: self.say(t, "NOT_NINES", rx=x, ry=y, re=x * y % 9, ro=old % 9))
        dx, dy = t.a % 10, t.b % 10
        if dx * dy % 10 != old % 10 and t.a > 9 and t.b > 9:
            options.append(lambda: self.say(t, "NOT_LAST", dx=dx, dy=dy, dv=dx * dy, de=dx * dy % 10, do=old % 10))
        if old % t.b and old > t.b:
            options.append(lambda: self.say(t, "NOT_DIVISIBLE", m=old % t.b))
        return t.rng.choice(options)() if options else ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        fail = self.failing(t) if way == "check" else ""
        mended = t.mend() if way == "mend" else None
        if mended:
            if mended.place is None:
                found = self.say(t, "FIX_SUM", s=t.sum(mended.work), S=t.sum(mended.work, True))
            else:
                term = mended.work.terms[mended.place]
                found = self.say(t, "FIX", l=term.left, r=term.right, was=mended.was, v=mended.now)
            resum = self.say(t, "RESUM", s=t.sum(mended.work), S=t.sum(mended.work, True))
            text = self.block(self.say(t, "REVISIT"), found) + resum + self.between
            return text + self.after(t, self.commit(t, t.one(*self.mended)))
        work = self.another(t)
        if way == "rival" and not (t.a < 10 and t.b < 10):
            text = self.block(self.say(t, "RIVAL")) + self.body(t, work) + self.block(self.say(t, "RIVALS"))
            wrong = [term for term in t.before.terms if term.value != term.left * term.right]
            if len(wrong) == 1 and t.candidate == t.product:
                bad = wrong[0]
                reason = self.say(t, "CULPRIT", l=bad.left, r=bad.right, was=bad.value, v=bad.left * bad.right)
            else:
                reason = self.say(t, "BLAME")
            return text + reason + self.between + self.after(t, self.commit(t, "SETTLE"))
        refused = fail or self.say(t, "DISOWN")
        text = self.block(refused, self.say(t, "RESTART")) + self.body(t, work)
        if t.same:
            return text + self.after(t, self.commit(t, "SAME"))
        return text + self.after(t, self.commit(t), self.say(t, "OVER") if t.chance(0.4) else "")

    def another(self, t: Telling) -> Work:
        """A way to the candidate that differs from the work before in its parts, where that can be had."""
        old = sorted(t.before.parts), t.before.a
        for _ in range(12):
            work = t.other(*self.methods)
            if (sorted(work.parts), work.a) != old:
                return work
            work = t.solve("swapped", "chunks", "round", "high")
            if (sorted(work.parts), work.a) != old:
                return work
        return work

    def second(self, t: Telling) -> str:
        """A whole second solution, told as a check that agrees."""
        t.before = t.work
        work = self.another(t)
        return self.block(self.say(t, "VERIFY")) + self.body(t, work) + self.block(t.r(self.say(t, "AGREES")))

    def closing(self, t: Telling) -> str:
        work, text = t.work, ""
        kinds = ["estimate", "last", "nines", "division", "nowhere"]
        if t.chance(0.3) and t.a > 9:
            text += self.second(t)
        t.rng.shuffle(kinds)
        said = [self.aside(t, kind) for kind in kinds[: t.rng.choice(self.checks)]]
        if any(said):
            text += self.block(*said)
        t.work = work
        return text + t.r(self.say(t, "CLOSE")) + self.answer(t, work)

    def recap(self, t: Telling, work: Work, mark: str = "- ", open_: str = "", close: str = "") -> str:
        return "".join(
            f"{mark}{open_}{t.m(term.left)} {t.x} {t.m(term.right)} = {t.m(term.value)}{close}\n" for term in work.terms
        )

    def answer(self, t: Telling, work: Work) -> str:
        return "\n</think>\n\n" + t.r(self.say(t, "FINAL"))


class RoneLongScale(_LongThought):
    """Full-size R1: unhurried paragraphs, then a tidy Markdown answer with a box."""

    methods = ("high", "chunks", "round", "low")
    OPEN = (
        "<think>\nOkay, so the question is @ab. Nothing conceptually hard, I only have to stay careful with the digits.",
        "<think>\nAlright, I've been given @a and @b and need their product. I'll do it by hand.",
        "<think>\nOkay, let's see. @ab. I don't have a calculator, so partial products it is.",
        "<think>\nHmm, @a multiplied by @b. I remember the distributive property makes these manageable.",
    )
    PLAN = (
        "The number @lb can be written as @fac, and then @la multiplies each of these.",
        "Let me take @lb apart: @fac. I'll multiply @la by the pieces one at a time.",
        "I could think of @lb as @fac, which turns this into several easier products with @la.",
        "Breaking @lb into @fac seems the least painful way, keeping @la whole.",
    )
    STEP = (
        "@l @x @r equals @v.",
        "Then there's @l @x @r, and that comes out as @v.",
        "For @l @x @r I get @v.",
        "Next, @l @x @r = @v.",
        "The piece with @r: @l @x @r = @v.",
    )
    DETAIL = ("Let me do it in small pieces: @d.", "Taking it slowly, @d.", "In more detail, @d.", "Here @d.")
    ADD = (
        "@f @op @v is @r.",
        "Now @f @op @v = @r.",
        "Combining, @f @op @v gives @r.",
        "Putting @v in: @f @op @v = @r.",
    )
    COMMIT = (
        "So @ab should be @n.",
        "Therefore the product is @n.",
        "So that means @a times @b equals @n.",
        "Which makes the answer @n.",
        "Okay, so I have @n as the product.",
    )
    DISOWN = (
        "Wait, I'm not comfortable with @o. I went through that too quickly, so I'm going to throw it out.",
        "Hmm, no. I don't believe @o. Somewhere in there I must have muddled something.",
        "But hold on, I can't stand behind @o; that was sloppy work.",
        "Wait, no, @o isn't something I'd trust. Let me drop it.",
    )
    RESTART = (
        "I'll begin again with a clean slate.",
        "Let me redo the whole multiplication, this time by another split.",
        "Starting over, slower.",
        "Once more from the top.",
    )
    RIVAL = (
        "Let me test this by splitting things differently.",
        "To see if that stands, I'll work it out along another path.",
        "I want a second opinion, so let me compute it another way.",
        "Just to verify, a different decomposition.",
    )
    SETTLE = (
        "So I'm correcting myself: the product is @n, not @o.",
        "Therefore I replace @o: @ab = @n.",
        "So the right value should be @n, and @o was mistaken.",
        "So I'll take back @o; it's @n.",
    )
    REVISIT = (
        "Wait a second, let me go back over those steps.",
        "Hold on. Something in there looks off, let me retrace it.",
        "Actually, let me look at the individual products again.",
        "Hmm, wait. I'd like to go over this line by line.",
    )
    VERIFY = (
        "To be thorough, let me confirm this with another decomposition.",
        "I'd still like to verify it along a separate path.",
        "Let me double-check by breaking it up in some other way.",
    )
    CLOSE = (
        "Alright, I'm confident that @ab = @n.",
        "Everything is consistent, so @n is my answer.",
        "Okay, I'm done here. The answer is @n.",
        "I'm satisfied with @n.",
    )
    FINAL = (
        "**Answer:** \\( \\boxed{@N} \\)",
        "Adding these gives the product:\n\n\\[\n\\boxed{@N}\n\\]",
        "So \\(@A \\times @B = \\boxed{@N}\\).",
        "The product of @a and @b is **@n**.",
    )

    def answer(self, t: Telling, work: Work) -> str:
        head = t.one("The multiplication can be done with partial products:\n\n", "Here are the parts:\n\n", "")
        return "\n</think>\n\n" + (head + self.recap(t, work) + "\n" if head else "") + t.r(self.say(t, "FINAL"))


class QwqHallOfMirrors(_LongThought):
    """QwQ: no opening tag, a fondness for 'alternatively', bold final answer."""

    signs = ("*", "×", "times")
    methods = ("high", "round", "chunks", "area")
    ways: ClassVar = {"mend": 2, "rival": 5, "check": 2, "redo": 1}
    talk = 0.2
    OPEN = (
        "So I have to find @ab. Let me think about how I'd like to do it.",
        "Let me figure out @a multiplied by @b. It looks tedious, but let's go.",
        "I need the product of @a and @b. There are several ways, I suppose.",
        "Let's see here: @ab. I always fear losing a carry with these.",
    )
    PLAN = (
        "One thing I can do is see @lb as @fac.",
        "Perhaps I take @lb = @fac and let @la hit each bit.",
        "If @lb is @fac, then everything reduces to multiples of @la.",
        "Okay, @lb, that's @fac. So @la times each of those.",
    )
    STEP = (
        "@l @x @r, that's @v.",
        "@l @x @r... I get @v.",
        "And @l @x @r makes @v.",
        "Then @l @x @r, giving @v.",
        "What's @l @x @r? It's @v.",
    )
    DETAIL = ("Hmm, @d.", "Okay: @d.", "Bit by bit: @d.", "That splits as @d.")
    ADD = (
        "@f @op @v, so @r.",
        "Then @f @op @v makes @r.",
        "@f @op @v... @r.",
        "Bringing them together, @f @op @v = @r.",
    )
    COMMIT = (
        "So it seems the product is @n.",
        "So, @ab = @n.",
        "That would put the product at @n.",
        "Okay, @n then, for the whole multiplication.",
        "So the answer I'm arriving at is @n.",
    )
    DISOWN = (
        "Hmm, but no, I'm withdrawing @o; I wasn't paying attention in the middle of that.",
        "Wait, wait. @o doesn't convince me at all. I'm discarding it.",
        "But is it? No, I think I botched that, so @o goes in the bin.",
        "Hmm, I take that back. I don't think @o is right.",
    )
    RESTART = (
        "Let me tackle it anew.",
        "Let's go about it in a fresh way.",
        "Again, from nothing.",
        "Back to the beginning, then.",
    )
    RIVAL = (
        "Alternatively, maybe I can go about it from another side and compare.",
        "Alternatively, I could cut the numbers up differently. Let me see if the result is the same.",
        "Let me try a second route, just to see.",
        "Maybe another approach will show whether I was right.",
    )
    SETTLE = (
        "So it must be @n and not @o.",
        "Then I was wrong with @o, and the product is @n.",
        "So between the two, @n is the right one: @ab = @n.",
        "So @o is out, and I go with @n.",
    )
    REVISIT = (
        "Wait, maybe I made a slip. Let me look at each product once more.",
        "Hmm, let me scan through what I did.",
        "Hold on, is every step there okay? Let me see.",
        "Wait a minute, let me run over these pieces.",
    )
    VERIFY = (
        "Alternatively, as a check, I can cut it up the other way.",
        "Let me also verify by a second approach.",
        "I should cross-check with a different split, to be safe.",
    )
    CLOSE = (
        "So I'm fairly certain now: @n.",
        "Alright, it all hangs together. @n it is.",
        "I think @n is correct.",
        "Okay, I'll stop here with @n.",
    )
    FINAL = (
        "**Final Answer**\n\nThe product is \\boxed{@N}.",
        "**Final Answer**\n\n\\[ \\boxed{@N} \\]",
        "**Final Answer:** @n",
        "**Final Answer**\n\n@a multiplied by @b equals \\(\\boxed{@N}\\).",
    )

    def answer(self, t: Telling, work: Work) -> str:
        return t.one("\n\n", "\n</think>\n\n") + t.r(self.say(t, "FINAL"))


class QwenPatientWaits(_LongThought):
    """Qwen3 in thinking mode: short paragraphs, much 'wait', a structured answer."""

    methods = ("high", "round", "swapped", "low")
    talk = 0.18
    OPEN = (
        "<think>\nOkay, I need to work out @ab. Let me recall how to do it without any tools.",
        "<think>\nOkay, so I have to multiply @a by @b. Let me think.",
        "<think>\nAlright, let's tackle @ab step by step. First things first, choose a method.",
        "<think>\nHmm, @ab. Let me start by deciding which number to break down.",
    )
    PLAN = (
        "First, break down @lb: that's @fac. Then multiply @la with each term.",
        "Maybe the distributive law: @la @x (@fac).",
        "If I take @lb as @fac, it's just @la @x each of them.",
        "So, @la @x @lb = @la @x (@fac). Right.",
    )
    STEP = (
        "First, @l @x @r. That's @v.",
        "So @l @x @r should be @v.",
        "Okay, @l @x @r is @v.",
        "Now the @r part: @l @x @r = @v.",
        "And then @l @x @r = @v, right?",
    )
    DETAIL = ("Let's compute: @d.", "Let me break that down: @d. Okay.", "Hmm, @d. Right.", "So @d.")
    ADD = (
        "Let me add: @f @op @v = @r.",
        "@f @op @v, let me see, @r.",
        "Then @f @op @v equals @r.",
        "So far @f, and @op @v makes it @r.",
    )
    COMMIT = (
        "So putting it all together, @ab = @n.",
        "So the product would be @n.",
        "Therefore, @a multiplied by @b is @n.",
        "Okay, so that's @n for the answer.",
        "So the total product here is @n.",
    )
    DISOWN = (
        "Wait, but I have a feeling that @o is wrong. Let me set it aside completely.",
        "Wait, no. I don't think I can accept @o.",
        "Hmm, wait. I mixed up something back there, so @o is not reliable. Scratch it.",
        "Wait, that can't be trusted. Forget about @o.",
    )
    RESTART = (
        "Let me start over.",
        "Let me recompute everything, very carefully this time.",
        "Okay, restart. From the first digit.",
        "I'll do the calculation all over again.",
    )
    RIVAL = (
        "Wait, maybe I should verify this using a different breakdown.",
        "But let me cross-check this by splitting the other way around.",
        "Wait, to be sure, let me compute it in a different way.",
        "Let me try another method and see if it gives the same number.",
    )
    SETTLE = (
        "So the correct product is @n, and my first result @o was wrong.",
        "So I need to change my answer to @n.",
        "Therefore, it's @n instead of @o.",
        "So I was mistaken earlier. @ab = @n.",
    )
    REVISIT = (
        "Wait, let me double-check each multiplication.",
        "Wait, hold on. Let me check those parts again.",
        "Hmm, wait. Did I compute everything properly? Let me go through it.",
        "Let me check that again, part by part.",
    )
    VERIFY = (
        "Wait, let me verify that with another breakdown, to be safe.",
        "Let me double-check by swapping the roles of the numbers.",
        "To confirm, let me compute it the other way.",
    )
    CLOSE = (
        "Okay, that seems solid. So the answer is @n.",
        "Yes, I'm confident now that it's @n.",
        "All right, @n is the answer then.",
        "I think that's correct. The product is @n.",
    )
    FINAL = (
        "**Final result:** @n",
        "$$\n\\boxed{@N}\n$$",
        "So, $@A \\times @B = \\boxed{@N}$.",
        "**@ab = @n**",
    )

    def answer(self, t: Telling, work: Work) -> str:
        head = t.one("### Partial products\n\n", "**Breakdown:**\n\n", "To compute @ab, add up these parts:\n\n", "")
        if head:
            head = head.replace("@ab", t.ab) + self.recap(t, work) + t.one("\n", "\n---\n\n")
        return "\n</think>\n\n" + head + t.r(self.say(t, "FINAL"))


class OOneGerundNotes(_LongThought):
    """Summaries of hidden reasoning, o1-like: bold gerund headings and short first-person paragraphs."""

    groupings = ("comma",)
    methods = ("high", "chunks", "round")
    talk = 0.08
    checks = (0, 0, 1, 1, 2)
    ways: ClassVar = {"mend": 3, "rival": 4, "check": 2, "redo": 2}
    HEADS: ClassVar = {
        "OPEN": ("Sizing up the product", "Considering the multiplication", "Setting the task", "Framing the product"),
        "AGAIN": ("Revisiting the calculation", "Rethinking the result", "Going over it again", "Correcting course"),
        "DONE": ("Wrapping up", "Finalizing the response", "Preparing the reply", "Concluding"),
    }
    OPEN = (
        "I'm looking at @ab and aiming for an exact value.",
        "The user wants @a multiplied by @b, so I'm choosing a decomposition.",
        "I'm working out @ab by hand, with partial products.",
        "My task is @ab; precision matters more than speed.",
    )
    PLAN = (
        "I'm expressing @lb as @fac and distributing @la.",
        "Taking @lb as @fac lets me handle @la one piece at a time.",
        "With @lb = @fac, each part of the product is simple.",
        "I'm splitting @lb into @fac.",
    )
    STEP = (
        "@l @x @r yields @v.",
        "I compute @l @x @r = @v.",
        "The part @l @x @r amounts to @v.",
        "From @l @x @r comes @v.",
        "@l @x @r works out as @v.",
    )
    DETAIL = ("I note that @d.", "Expanding, @d.", "Here @d.", "Piecewise, @d.")
    ADD = (
        "Accumulating, @f @op @v = @r.",
        "I'm combining @f @op @v to reach @r.",
        "The tally moves from @f to @r with @op @v.",
        "Then @f @op @v = @r.",
    )
    COMMIT = (
        "This leads me to @n as the product.",
        "I conclude that @ab = @n.",
        "I'm arriving at @n for the product.",
        "Hence the result is @n.",
        "So I have the product as @n.",
    )
    DISOWN = (
        "I'm no longer convinced by @o and am setting it aside.",
        "I'm rejecting @o: the working behind it was careless.",
        "I don't find @o credible, so I'm abandoning that attempt.",
        "The value @o looks unsound to me, so I'm giving it up.",
    )
    RESTART = (
        "I'm computing the product anew.",
        "I'm starting the multiplication again with more care.",
        "A fresh computation is called for.",
        "I'm repeating the whole process.",
    )
    RIVAL = (
        "I'm testing the result with an independent decomposition.",
        "To cross-check, I'm working the product out along a different line.",
        "I'm examining whether another split leads to the same value.",
        "I'm seeking confirmation by a second method.",
    )
    SETTLE = (
        "I'm revising the product from @o to @n.",
        "I therefore settle on @n in place of @o.",
        "The corrected product is @n.",
        "So I'm replacing @o: the product equals @n.",
    )
    REVISIT = (
        "I'm retracing the partial products.",
        "I'm inspecting the intermediate values once more.",
        "Looking back over the working, I'm spotting a discrepancy.",
        "I'm examining each line for slips.",
    )
    VERIFY = (
        "I'm confirming the value with a different split.",
        "As a safeguard, I'm running the calculation a second way.",
        "I'm checking the outcome against another decomposition.",
    )
    CLOSE = (
        "I'm comfortable presenting @n.",
        "I'm ready to report @n.",
        "The answer to give is @n.",
        "With that, @n stands.",
    )
    FINAL = (
        "@ab = **@n**",
        "The product of @a and @b is @n.",
        "**@n**",
        "@a multiplied by @b equals **@n**.",
    )

    def head(self, t: Telling, kind: str) -> str:
        return f"**{t.one(*self.HEADS[kind])}**\n\n"

    def first(self, t: Telling) -> str:
        lead = t.one(f"Thought for {t.rng.randint(6, 58)} seconds\n\n", "Reasoning summary\n\n", "", "")
        return lead + self.head(t, "OPEN") + super().first(t)

    def again(self, t: Telling) -> str:
        return self.head(t, "AGAIN") + super().again(t)

    def answer(self, t: Telling, work: Work) -> str:
        return "\n\n" + t.one("", "---\n\n", "Answer:\n\n") + t.r(self.say(t, "FINAL"))

    def closing(self, t: Telling) -> str:
        return self.head(t, "DONE") + super().closing(t)


class MagistralScribble(_LongThought):
    """Magistral: a loose draft between [THINK] marks or tags, then a polite answer."""

    signs = ("×", "*", "\\times")
    groupings = ("plain", "comma", "space")
    methods = ("high", "low", "round")
    gap = "\n"
    OPEN = (
        "First draft of the problem: @a and @b are to be multiplied. Let me write the work out.",
        "To solve this I need @ab. I'll scribble it out here before answering.",
        "Problem: @ab. Draft work follows.",
        "The user asks for @ab. I should go through the distributive route on paper.",
    )
    PLAN = (
        "@lb = @fac, so @la gets multiplied by each.",
        "Rewrite: @la @x (@fac).",
        "Decompose @lb: @fac.",
        "Let me use @lb = @fac.",
    )
    STEP = (
        "@l @x @r = @v",
        "@l @x @r → @v",
        "term: @l @x @r = @v",
        "next @l @x @r = @v",
        "@v from @l @x @r",
    )
    DETAIL = ("@d", "@d (in pieces)", "long form: @d", "so @d")
    ADD = (
        "Summing: @f @op @v = @r.",
        "@f @op @v = @r.",
        "Running sum @f @op @v = @r.",
        "Then @f @op @v → @r.",
    )
    COMMIT = (
        "Draft result: @n.",
        "Hence @ab = @n.",
        "So the draft gives the product @n.",
        "This suggests the answer @n.",
        "Product: @n.",
    )
    DISOWN = (
        "Hmm, but that draft is messy and I can't rely on @o. Cross it out.",
        "No, this draft is no good: @o is struck.",
        "I suspect an error in that draft; @o is discarded.",
        "But I'm not going to submit @o, I lost track in there.",
    )
    RESTART = (
        "New draft.",
        "Second thoughts, new sheet:",
        "Let me rewrite all of it.",
        "Working it again from the start.",
    )
    RIVAL = (
        "Let me see whether another decomposition lands in the same place.",
        "Before writing it up, a cross-check with different pieces.",
        "Verification by another split:",
        "Let me compare with another way of computing.",
    )
    SETTLE = (
        "So @o is corrected to @n.",
        "I correct the draft: the product is @n.",
        "Corrected result: @n, not @o.",
        "The answer must then be @n instead of @o.",
    )
    REVISIT = (
        "Rereading the draft.",
        "Let me proofread these lines.",
        "Hmm, proofreading what I wrote.",
        "One moment, let me reread the terms.",
    )
    VERIFY = (
        "Let me verify the draft with other pieces.",
        "Cross-check before writing it up:",
        "Verification with a different split.",
    )
    CLOSE = (
        "The draft is fine, I'll answer @n.",
        "Good. I'll write up @n.",
        "Final value to report: @n.",
        "I'm going with @n for the write-up.",
    )
    FINAL = (
        "The product of @a and @b is $\\boxed{@N}$.",
        "After carrying out the multiplication, we find **@n**.",
        "The result is:\n\n$$\\boxed{@N}$$",
        "The answer is @n.",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        if t.x == "\\times":
            t.x = "×"
        t.marks = t.one(("[THINK]", "[/THINK]"), ("<think>\n", "\n</think>\n"))  # type: ignore

    def steps(self, t: Telling, work: Work) -> str:
        return "".join("- " + ". ".join(self.step(t, term)) + "\n" for term in work.terms)

    def first(self, t: Telling) -> str:
        return t.marks[0] + super().first(t)  # type: ignore[attr-defined, no-any-return]

    def answer(self, t: Telling, work: Work) -> str:
        mark = t.one("1. ", "- ", "* ")
        parts = t.one("", "To multiply, add the partial products:\n\n" + self.recap(t, work, mark) + "\n")
        return t.marks[1] + t.one("", "\n") + parts + t.r(self.say(t, "FINAL"))  # type: ignore


class TinyDistilRepeat(_LongThought):
    """A 1.5B distillation: simple sentences, much repetition, some typos."""

    signs = ("times", "*", "×")
    groupings = ("plain", "plain", "comma")
    methods = ("high", "low")
    gap = "\n\n"
    talk = 0.28
    ways: ClassVar = {"mend": 3, "rival": 2, "check": 1, "redo": 4}
    OPEN = (
        "<think>\nSo I have @ab. I need to multiply these. Let me do this slowly.",
        "<think>\nI have to compute @ab. Okay, okay. Multiplication. I know this.",
        "<think>\nFirst, I see that I need to multiply @a and @b. So let me do that.",
        "Okay, so I need to find @ab. I'm a little bit rusty, but let me try.\n",
    )
    PLAN = (
        "So @lb is @fac. I can multiply @la by each one.",
        "I will break @lb. It is @fac.",
        "Okay so @lb is the same as @fac, I think. Yes, it is.",
        "I remember I can write @lb as @fac.",
    )
    STEP = (
        "So @l @x @r is @v.",
        "@l @x @r is @v, right.",
        "Next, @l @x @r. That is @v.",
        "Then @l @x @r is @v. Okay.",
        "And @l @x @r, so that's @v.",
    )
    DETAIL = ("So @d. Okay.", "That is @d.", "I do @d.", "Okay @d.")
    ADD = (
        "So @f @op @v is @r.",
        "Now I add the next, @f @op @v is @r.",
        "Then @f @op @v, that is @r.",
        "Okay, @f @op @v makes @r.",
    )
    COMMIT = (
        "So the answer is @n, I think.",
        "So @a times @b is @n.",
        "So, the product is @n. Okay.",
        "That means it is @n in total for the product.",
        "So I think the result of the multiplication is @n.",
    )
    DISOWN = (
        "Wait, that's not right. I don't think @o is right.",
        "Wait, maybe I messed up. I think @o is wrong.",
        "Hmm, no no. @o is not correct, I got confused.",
        "Wait, I'm confused now. I won't use @o.",
    )
    RESTART = (
        "Let me do it again.",
        "Let me start again from the first step.",
        "Okay, again. Slowly.",
        "I will do all of it one more time.",
    )
    RIVAL = (
        "Wait, let me check it with another way.",
        "Let me check by doing it the other way.",
        "But maybe I should do it differently to see if it's the same.",
        "Let me try to do it a different way to check.",
    )
    SETTLE = (
        "So it is not @o, it is @n.",
        "So I was wrong before, the answer is @n.",
        "Okay so the right answer is @n.",
        "So I change @o to @n.",
    )
    REVISIT = (
        "Wait, let me check the steps.",
        "Wait, is that right? Let me look at each step.",
        "Hmm, let me check again the steps I did.",
        "Wait, wait. I want to look at the steps.",
    )
    VERIFY = (
        "Let me check it again in the other way to be sure.",
        "I want to check if it is right, with another way.",
        "Let me verify by doing it a different way.",
    )
    CLOSE = (
        "Okay, so I'm sure it is @n.",
        "So yes, @n is the answer.",
        "Okay. @n. I'm done.",
        "So the answer is @n. That makes sense.",
    )
    FINAL = ("The answer is \\boxed{@N}.", "\\[\n\\boxed{@N}\n\\]", "**Answer:** @n", "@ab is @n.")

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.012) if t.flag("sloppy", 0.4) else text


class SevenRowsDistil(_LongThought):
    """A 7B distillation: 'First, I'll' paragraphs of one line per step, LaTeX write-up."""

    signs = ("×", "multiplied by", "\\(\\times\\)")
    groupings = ("comma", "comma", "plain")
    formulae = ("latex", "plain", "comma")
    methods = ("low", "high", "chunks")
    gap = "\n\n"
    between = "\n"
    OPEN = (
        "<think>\nTo find @ab, I'll use partial products.",
        "<think>\nFirst, I recognize that this is a multiplication of @a and @b.",
        "<think>\nI need the product of @a and @b. I'll go about it piece by piece.",
        "To multiply @a by @b, I'll begin by separating one of the factors.",
    )
    PLAN = (
        "I'll separate @lb into its components: @fac.",
        "First, I'll decompose @lb: @fac.",
        "The factor @lb consists of @fac.",
        "I'll treat @lb as @fac and keep @la intact.",
    )
    STEP = (
        "Multiplying @l by @r gives @v.",
        "Next, I'll multiply @l by @r, which results in @v.",
        "@l @x @r equals @v.",
        "Then @l @x @r results in @v.",
        "I calculate @l @x @r to obtain @v.",
    )
    DETAIL = ("I'll expand this one: @d.", "Expanding: @d.", "To be careful, @d.", "This is @d.")
    ADD = (
        "Adding up: @f @op @v = @r.",
        "I'll take @f @op @v, which equals @r.",
        "Combining @f @op @v results in @r.",
        "@f @op @v = @r.",
    )
    COMMIT = (
        "Therefore, the product of @a and @b is @n.",
        "Finally, this gives the product @n.",
        "So the result of the multiplication is @n.",
        "As a result, @ab = @n.",
        "This brings me to the final product, @n.",
    )
    DISOWN = (
        "However, I realize I rushed, and @o is likely incorrect. I'll dismiss it.",
        "However, I no longer think @o is correct.",
        "But I made an error somewhere, so @o must be dismissed.",
        "On reflection, I cannot accept @o.",
    )
    RESTART = (
        "I'll restart the calculation.",
        "I'll go through the multiplication again, from the first step.",
        "Let me recalculate the product in full.",
        "I'll perform the entire calculation anew.",
    )
    RIVAL = (
        "To verify, I'll use a different breakdown.",
        "I'll double-check the result with a second method.",
        "For certainty, I'll calculate the product in a different manner.",
        "I'll see if splitting the other factor leads to the same thing.",
    )
    SETTLE = (
        "Therefore, the accurate product is @n rather than @o.",
        "I'll correct the result: @ab = @n.",
        "So the earlier @o is incorrect, and the product is @n.",
        "Consequently, I revise my result to @n.",
    )
    REVISIT = (
        "However, I should re-examine the partial products.",
        "I'll go back and inspect each multiplication.",
        "Before finishing, I'll look at the steps again.",
        "Upon reviewing the steps, something does not add up.",
    )
    VERIFY = (
        "To verify the result, I'll use another decomposition.",
        "I'll confirm this with a different approach.",
        "As verification, I'll separate the factors differently.",
    )
    CLOSE = (
        "Thus, the final answer is @n.",
        "I'm confident that the product is @n.",
        "This confirms that I can give @n as the answer.",
        "Therefore, I'll present @n.",
    )
    FINAL = (
        "Therefore, the product is:\n\n\\[\n\\boxed{@N}\n\\]",
        "**Final Answer:** \\(\\boxed{@N}\\)",
        "Thus, \\(@A \\times @B = \\boxed{@N}\\).",
        "The product of @a and @b is \\(\\boxed{@N}\\).",
    )

    def answer(self, t: Telling, work: Work) -> str:
        sign, t.x = t.x, "\\times"
        rows = self.recap(t, work, t.one("1. ", "- "), "\\(", "\\)")
        t.x = sign
        head = t.one(
            "**Solution:**\n\n", "To calculate the product, follow these steps:\n\n", "We add these parts:\n\n"
        )
        return "\n</think>\n\n" + head + rows + "\n" + t.r(self.say(t, "FINAL"))


class LatexMuser(_LongThought):
    """Thoughts with every number inside inline formulae."""

    signs = ("\\times", "\\cdot")
    groupings = ("plain", "latex")
    methods = ("high", "area", "round", "low")
    maths = True
    OPEN = (
        "<think>\nWe want $@ab$. Let me set this up with the distributive law.",
        "<think>\nLet's evaluate $@ab$ exactly.",
        "<think>\nThe quantity asked for is $@ab$; I'd expand it.",
        "<think>\nWe're to multiply $@a$ and $@b$. Expansion in powers of ten should do.",
    )
    PLAN = (
        "Write $@lb = @fac$, so it's $@la @x (@fac)$.",
        "Since $@lb = @fac$, distribute $@la$.",
        "I take $@lb = @fac$.",
        "Note $@la @x @lb = @la @x (@fac)$.",
    )
    STEP = (
        "We have $@l @x @r = @v$.",
        "$@l @x @r = @v$.",
        "Also $@l @x @r = @v$.",
        "Next up, $@l @x @r = @v$.",
        "The term $@l @x @r$ is $@v$.",
    )
    DETAIL = ("$@d$.", "Expanding, $@d$.", "In detail, $@d$.", "Indeed $@d$.")
    ADD = (
        "$@f @op @v = @r$.",
        "Then $@f @op @v = @r$.",
        "Collect: $@f @op @v = @r$.",
        "So $@f @op @v = @r$.",
    )
    COMMIT = (
        "Hence $@ab = @n$.",
        "So the product equals $@n$.",
        "We get $@ab = @n$ in the end.",
        "That gives the value $@n$ for the product.",
        "Thus the answer should be $@n$.",
    )
    SLIP = (
        "$@l @x @r = @w$, no wait, $@l @x @r = @v$.",
        "$@l @x @r = @w$? No: $@v$.",
        "I first read $@l @x @r$ as $@w$, which is false; it's $@v$.",
        "$@l @x @r$ gives $@w$, hmm, the tens digit is off. $@l @x @r = @v$.",
    )
    QUALM = ("Is $@v$ right? Yes.", "(Checked: $@l @x @r = @v$.)", "Hmm, $@v$. Yes, fine.", "I believe $@v$.")
    ECHO = ("Keep $@v$.", "Note the $@v$.", "So we have $@v$ there.")
    ESTIMATE = (
        "Order of magnitude: $@ex @x @ey = @ev$, fine.",
        "Roughly $@ex @x @ey \\approx @ev$, so the size is okay.",
        "An estimate is $@ex @x @ey = @ev$, in the right range.",
    )
    LAST = (
        "Mod $10$: $@dx @x @dy = @dv \\equiv @de$, okay.",
        "The units digit: $@dx @x @dy = @dv$, so $@de$. Agreed.",
        "Last digit $@de$ from $@dx @x @dy = @dv$. Good.",
    )
    NINES = (
        "Mod $9$ the factors are $@rx$ and $@ry$, and the product is $@rz$: consistent.",
        "$@rx @x @ry \\equiv @rz \\pmod 9$, as needed.",
        "Residues mod $9$: $@rx$, $@ry$, and $@rz$ for the product. They fit.",
    )
    DIVISION = ("$@n / @b = @a$, consistent.", "Indeed $@n \\div @a = @b$.", "Dividing, $@n / @a = @b$. Good.")
    NOWHERE = (
        "Is $@l @x @r = @v$ really okay? Yes, nothing to fix.",
        "I wondered about $@v$, but it stands.",
        "Hmm, the term $@l @x @r$... no, $@v$ is fine.",
    )
    NOT_NINES = (
        "Mod $9$: it should be $@rx @x @ry \\equiv @re$, but $@o \\equiv @ro$. So $@o$ is wrong.",
        "Check mod $9$: expected $@re$, and $@o$ has residue $@ro$. Contradiction, so not $@o$.",
    )
    NOT_LAST = (
        "The units digit must be that of $@dx @x @dy = @dv$, but $@o$ ends in $@do$. So $@o$ is wrong.",
        "Mod $10$ we need $@de$, while $@o \\equiv @do$. So $@o$ fails.",
    )
    NOT_DIVISIBLE = (
        "$@o$ leaves remainder $@m$ on division by $@b$, so it can't be the product.",
        "But $@b \\nmid @o$ (remainder $@m$), so $@o$ is wrong.",
    )
    FIX = (
        "$@l @x @r$ is not $@was$ but $@v$.",
        "I wrote $@l @x @r = @was$; it should read $@l @x @r = @v$.",
        "The term $@l @x @r = @was$ is false, $@l @x @r = @v$.",
        "Here's the slip: $@was$ should be $@v$ for $@l @x @r$.",
    )
    FIX_SUM = (
        "The terms are fine but the sum isn't: $@s \\neq @o$.",
        "Only the addition is off, $@s$ is not $@o$.",
        "All products hold; $@s$ was summed wrongly to $@o$.",
    )
    RESUM = ("Now $@s = @n$.", "Summing again, $@s = @n$.", "So $@s = @n$.", "With this, $@s = @n$.")
    RIVALS = (
        "This comes to $@n$, in conflict with $@o$.",
        "Now $@n \\neq @o$. One of them is wrong.",
        "That's $@n$, yet above I had $@o$.",
    )
    CULPRIT = (
        "Above I took $@l @x @r = @was$, though it is $@v$.",
        "The first expansion used $@l @x @r = @was$; correct is $@v$.",
    )
    SAME = (
        "Doing it afresh, $@ab = @n$ too.",
        "Again we get $@ab = @n$.",
        "The new computation also ends at $@ab = @n$.",
        "Recomputed: $@ab = @n$.",
    )
    OVER = ("So $@o$ was wrong.", "So not $@o$.", "The old value $@o$ is dropped.")
    AGREES = ("$@n$ again, good.", "Also $@n$; the two agree.", "This equals $@n$ as well. Confirmed.")
    DISOWN = (
        "But I don't trust $@o$: I was hasty. I retract it.",
        "Hmm, wait, $@o$ is suspicious, so I throw it away.",
        "No, I think there's an error in that expansion. Discard $@o$.",
        "Hmm, I retract $@o$.",
    )
    RESTART = (
        "Let me expand again, differently.",
        "A new expansion:",
        "Recompute from scratch.",
        "Let's go again with more care.",
    )
    RIVAL = (
        "Let me test this with another expansion.",
        "A second expansion for comparison.",
        "Let's see if another way gives the same value.",
        "I'd like to compare against a different split.",
    )
    SETTLE = (
        "So $@ab = @n$, not $@o$.",
        "Hence the value is corrected to $@n$.",
        "I conclude $@ab = @n$; the $@o$ was in error.",
        "Therefore the product must be $@n$.",
    )
    REVISIT = (
        "Hold on, let me reread the terms.",
        "Wait. Let me check the expansion term by term.",
        "Hmm, one of these looks fishy.",
        "Let me review the terms above.",
    )
    VERIFY = (
        "As a check, expand the other factor.",
        "Let me confirm with a different expansion.",
        "A sanity check by another split.",
    )
    CLOSE = (
        "So the answer is $@n$.",
        "Good, I'm done: $@n$.",
        "I'm confident in $@n$.",
        "All consistent, $@n$.",
    )
    FINAL = (
        "$$@AB = \\boxed{@N}$$",
        "$\\boxed{@N}$",
        "The product is $\\boxed{@N}$.",
        "We obtain\n\n$$\n@AB = \\boxed{@N}.\n$$",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.maths = t.words


class TwoTotalsCourt(RoneLongScale):
    """Nearly every doubt is settled by a second total set beside the first; the verdict is reasoned."""

    signs = ("x", "×", "*")
    mended = ("COMMIT",)
    methods = ("high", "round", "area", "chunks")
    ways: ClassVar = {"mend": 1, "rival": 8, "check": 1, "redo": 1}
    OPEN = (
        "<think>\nI'm asked for @ab. I'd like to do this twice if I can, since I tend to slip on long sums.",
        "<think>\nLet me work out @ab, and then maybe have a second look by some other route.",
        "<think>\nSo, @ab. I'll take one route first and see how far I trust it.",
        "<think>\n@a and @b, multiplied. Any one method is error-prone, so caution.",
    )
    PLAN = (
        "This route: @lb is @fac, all times @la.",
        "Take @lb as @fac and run @la through it.",
        "With @lb written as @fac, I multiply each by @la.",
        "Here I use @fac for @lb.",
    )
    COMMIT = (
        "This route gives the product as @n.",
        "So by this reckoning @ab = @n.",
        "My figure for the product is therefore @n.",
        "So I'd say @ab is @n.",
        "That makes @n for the product.",
    )
    RIVALS = (
        "On one hand @o, on the other @n. Only one can be the product.",
        "Side by side: @o the first way, @n the second way. They differ.",
        "So the first total was @o, the second is @n. I have to decide.",
        "The totals are @o and @n, and they are not equal.",
    )
    SETTLE = (
        "My verdict: the product is @n, and @o is rejected.",
        "So I side with the second total: @ab = @n.",
        "So @n wins over @o; that's the product.",
        "The second result stands, so the answer is @n.",
        "I'm dropping @o in favour of @n.",
    )
    VERIFY = (
        "For a second total to set beside it, I take another route.",
        "Let me get a second total as a check.",
        "Now the promised check along another route.",
    )
    AGREES = (
        "The second total is @n as well. The two routes agree.",
        "Both totals are @n. Good.",
        "@n here too, so no conflict between the totals.",
    )
    CLOSE = (
        "The case is settled: @n.",
        "I can answer with @n.",
        "Nothing more to weigh, the answer is @n.",
        "So I'll state @n.",
    )
    FINAL = (
        "@ab = @n",
        "The product is **@n**.",
        "**@n**",
        "Answer: @n. I got this with partial products.",
    )

    def answer(self, t: Telling, work: Work) -> str:
        return "\n</think>\n\n" + t.r(self.say(t, "FINAL"))


class CarryHound(QwenPatientWaits):
    """Digit by digit with carries spoken aloud, and table slips mended at once."""

    signs = ("×", "times", "x")
    groupings = ("plain", "comma")
    methods = ("low", "high")
    talk = 0.1
    OPEN = (
        "<think>\n@ab. I'll go digit by digit and watch the carries like a hawk.",
        "<think>\nI have to multiply @a by @b. The danger is in the carries, so slowly now.",
        "<think>\nOkay, long multiplication for @ab, one digit at a time.",
        "<think>\nRight, @ab. Carry mistakes are what get me, so let me spell them out.",
    )
    PLAN = (
        "Digits of @lb as place values: @fac. A row of @la for each.",
        "I need one row per digit of @lb, i.e. for @fac.",
        "@lb gives the rows @fac, each against @la.",
        "So the multipliers are @fac, applied to @la.",
    )
    COMMIT = (
        "So with all carries in, @ab = @n.",
        "Reading off the digits, the product is @n.",
        "So the long multiplication ends with @n as the answer.",
        "The product comes out at @n.",
        "Hence my answer to @ab is @n.",
    )
    DISOWN = (
        "Hmm, I bet a carry went missing in there. I can't keep @o.",
        "No, @o doesn't sit well with me; the carries got tangled. Away with it.",
        "Wait, I lost count of the carries, so @o is worthless.",
        "Hold on, I'm scrapping @o. Too many carries done in my head.",
    )
    CLOSE = (
        "The carries are all in place, so @n.",
        "I'm happy with @n.",
        "Done, the product is @n.",
        "Okay, final: @n.",
    )
    START = ("Digits of @l against @d:", "Row for @d, over @l:", "@l by the digit @d, from the right:", "Now the @d:")

    def step(self, t: Telling, term: Term) -> list[str]:
        digit = int(str(term.right)[0])
        if term.value != term.left * term.right or str(term.right).strip("0") != str(digit) or not term.left > 10:
            return super().step(t, term)
        if digit == 1 or t.chance(0.35):
            return super().step(t, term)
        said, carry, slipped = [], 0, False
        digits = [int(d) for d in reversed(str(term.left))]
        for place, d in enumerate(digits):
            made = d * digit
            words = f"{digit}·{d} is {made}"
            if made > 9 and not slipped and t.chance(0.12):
                wrong, slipped = made + t.one(-2, 2, -1, 1), True  # type: ignore[arg-type, call-overload]
                hold = t.one("hold on", "no wait", "hmm, no", "ah, no", "scratch that")
                words = f"{digit}·{d} is {wrong}, {hold}, {digit}·{d} is {made}, not {wrong}"
            if carry:
                words += t.one(
                    f", plus the carried {carry} is {made + carry}", f", and {carry} more makes {made + carry}"
                )
            made, before = made + carry, carry
            carry = made // 10
            if place == len(digits) - 1:
                words += t.one(f", write {made}", ", which goes in front", ", down it goes")
            elif carry:
                words += t.one(f", write {made % 10} carry {carry}", f", put {made % 10}, carry the {carry}")
            else:
                words += t.one(f", write {made}", ", no carry")
            if before and place and t.chance(0.06):
                words += t.one(" (did I use that carry? yes)", f" (the {before} is in there, good)")
            said.append(words)
        zeros = len(str(term.right)) - 1
        shift = t.one(f", with {zeros} zero{'s' * (zeros > 1)} appended", ", shifted into place") if zeros else ""
        start = self.say(t, "START", l=term.left, d=digit)
        end = t.one("That row", "So the row", "Row")
        return [f"{start} {'; '.join(said)}. {end}{shift}: {t.n(term.value)}."]

    def steps(self, t: Telling, work: Work) -> str:
        return "".join(" ".join(self.step(t, term)) + "\n\n" for term in work.terms)


class ColumnThinker(QwqHallOfMirrors):
    """Columns drawn within the thought, argued over in prose."""

    signs = ("x", "×", "*")
    groupings = ("plain",)
    methods = ("high", "low", "swapped")
    ways: ClassVar = {"mend": 4, "rival": 2, "check": 2, "redo": 2}
    OPEN = (
        "<think>\nLet me set @a and @b under each other and multiply.",
        "<think>\nThe columns way for @ab. I'll draw it.",
        "<think>\nStacking @a over @b, like on paper.",
        "<think>\n@ab, so a paper-style layout helps me keep places straight.",
    )
    PLAN = (
        "Rows come from @fac.",
        "The lower number @lb contributes rows for @fac.",
        "One row each for @fac.",
        "I make rows out of @lb = @fac.",
    )
    TOTALS = (
        "Adding down the columns I read",
        "The bottom line is",
        "Column sums, right to left, spell",
        "Summing the rows:",
    )
    COMMIT = (
        "So the stack gives @ab = @n.",
        "So the product reads @n.",
        "Then @n is the product.",
        "Which means the answer is @n.",
        "From the columns, @a times @b is @n.",
    )
    DISOWN = (
        "Hmm, that layout looks crooked to me. I'm erasing @o.",
        "No, I think the rows were misaligned, so @o can't be kept.",
        "Wait, this isn't right; I wipe out @o.",
        "I don't like how those columns added up. @o is cancelled.",
    )
    RESTART = ("Draw it again.", "New layout from the beginning.", "I'll write it all out afresh.", "Let me restack.")
    CLOSE = (
        "The layout is sound; @n.",
        "Good, @n is what I'll answer.",
        "I can close with @n.",
        "That's it: @n.",
    )
    FINAL = ("@ab = **@n**", "The product is @n.", "$$\\boxed{@N}$$", "Result: **@n**")

    def body(self, t: Telling, work: Work) -> str:
        if work.method == "area" or (t.a < 10 and t.b < 10) or t.chance(0.3):
            return super().body(t, work)
        fence = t.flag("fence", 0.6)
        drawn = t.columns(work, rule=t.one("-", "-", "="))
        if fence or t.flag("total", 0.5):
            drawn += t.total(work) + "\n"
            lead = t.one("", "Let me read that off. ", "Checking the column sums as I go, fine. ")
        else:
            lead = f"{self.say(t, 'TOTALS')} {t.n(work.total)}. "
        drawn = f"```\n{drawn}```\n\n" if fence else drawn + "\n"
        first = t.one(*work.terms)  # type: ignore[arg-type, call-overload]
        known = {"l": first.left, "r": first.right, "v": first.value}  # type: ignore[attr-defined]
        doubt = self.say(t, "QUALM", **known) + " " if t.chance(0.3) else ""
        return self.block(self.plan(t, work)) + drawn + doubt + lead

    def answer(self, t: Telling, work: Work) -> str:
        return "\n</think>\n\n" + t.r(self.say(t, "FINAL"))


class BulletedDeliberator(SevenRowsDistil):
    """A thought kept as bulleted notes under small labels, terse answer."""

    signs = ("*", "×", "·")
    groupings = ("plain", "comma", "space")
    methods = ("high", "round", "swapped", "chunks")
    between = " "
    OPEN = (
        "<think>\nTask: @ab.",
        "<think>\nUser wants @a times @b. Notes:",
        "<think>\nGoal is the exact value of @ab.",
        "<think>\nCompute @ab, mentally, no tools.",
    )
    PLAN = ("Split: @lb = @fac.", "Use @fac in place of @lb.", "Parts of @lb: @fac.", "@la stays, @lb becomes @fac.")
    STEP = ("@l @x @r = @v", "@l @x @r gives @v", "@l @x @r: @v", "@l @x @r is @v")
    DETAIL = ("@d", "@d (stepwise)", "worked: @d")
    ADD = ("@f @op @v = @r.", "Add on: @f @op @v = @r.", "Sum: @f @op @v = @r.", "Next sum @f @op @v = @r.")
    COMMIT = (
        "Result: @ab = @n.",
        "So product = @n.",
        "Answer so far: @n.",
        "=> @ab = @n.",
        "That yields a product of @n.",
    )
    DISOWN = (
        "Not happy with @o: steps too loose, so drop it.",
        "@o is doubtful, I'm tossing it.",
        "Hmm, @o: no longer trusted. Withdrawn.",
        "No. I reject @o; some step slipped.",
    )
    RESTART = ("Redo in full.", "Second pass, independent of the above.", "Fresh computation:", "From zero again.")
    RIVAL = (
        "Compare with another split.",
        "Independent check, different parts.",
        "Other method, to compare.",
        "Let me recompute with other parts and compare.",
    )
    SETTLE = (
        "Replace @o by @n.",
        "Corrected product = @n.",
        "So the answer becomes @n, not @o.",
        "Updated result: @ab = @n.",
    )
    REVISIT = ("Review of steps.", "Checking lines above.", "Look again at the parts.", "Hmm, audit the list.")
    VERIFY = ("Check with other parts.", "Verify by a second split.", "Independent check before answering.")
    CLOSE = ("Ready to answer: @n.", "Report @n.", "Final: @n.", "Good, answer @n.")
    FINAL = ("**@n**", "@ab = @n", "@ab = **@n**", "The product is @n.")

    def steps(self, t: Telling, work: Work) -> str:
        mark = "-" if t.flag("dash", 0.6) else "*"
        return "".join(f"{mark} " + "; ".join(s.rstrip(".") for s in self.step(t, x)) + "\n" for x in work.terms) + "\n"

    def answer(self, t: Telling, work: Work) -> str:
        return "\n</think>\n\n" + t.r(self.say(t, "FINAL"))


STYLES: dict[str, Style] = {
    "ae-rone-long-scale": RoneLongScale(),
    "ae-qwq-hall-of-mirrors": QwqHallOfMirrors(),
    "ae-qwen-patient-waits": QwenPatientWaits(),
    "ae-o-one-gerund-notes": OOneGerundNotes(),
    "ae-magistral-scribble": MagistralScribble(),
    "ae-tiny-distil-repeat": TinyDistilRepeat(),
    "ae-seven-rows-distil": SevenRowsDistil(),
    "ae-latex-muser": LatexMuser(),
    "ae-two-totals-court": TwoTotalsCourt(),
    "ae-carry-hound": CarryHound(),
    "ae-column-thinker": ColumnThinker(),
    "ae-bulleted-deliberator": BulletedDeliberator(),
}
