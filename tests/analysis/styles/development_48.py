"""Twelve ways of thinking that doubt at length: two results weighed, sums done again, steps retraced, side roads."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

Pool = dict[str, list[str]]

# Checks in numbers, shared unless a style has its own. @q quotient, @k remainder, @i @j @z digits or residues.
CHECKS: Pool = {
    "lastok": [
        "Units digit: @i times @j ends in @z, and mine ends in @z too.",
        "Final digits @i and @j should leave a @z at the end, which they do.",
        "At the tail, @i·@j leaves @z, same as what I wrote.",
        "Ones place: @i by @j, so a @z, and there is a @z.",
    ],
    "lastbad": [
        "Units digit: @i times @j has to end in @z, but @p ends in @k.",
        "The ones place should be @z (from @i and @j), and @p has a @k there.",
        "Hmm, @i·@j leaves a @z at the end, yet @p finishes with @k.",
        "The tail should read @z because of @i by @j; in @p it reads @k.",
    ],
    "nineok": [
        "Mod 9: the factors leave @i and @j, @c leaves @z, which fits.",
        "Digit sums: @i and @j (mod 9) for the factors, @z for @c, consistent.",
        "Residues by nine are @i, @j on one side and @z on the other; no conflict.",
        "Casting out nines I see @i and @j against @z, in agreement.",
    ],
    "ninebad": [
        "Mod 9: the factors leave @i and @j, so I'd need @z, but @p leaves @k.",
        "Digit sums: @i and @j (mod 9) call for @z, while @p has @k.",
        "By nines, @i with @j demands @z; @p shows @k. They clash.",
        "Casting out nines: expected @z out of @i and @j, got @k from @p.",
    ],
    "est": [
        "Roughly @i @x @j is @z, so the size is plausible.",
        "Ballpark: @i @x @j, about @z. The order of magnitude fits.",
        "Something like @i @x @j ≈ @z, so I'm in the right region.",
        "Crude size test: @i @x @j comes near @z, nothing alarming.",
    ],
    "guess": [
        "I expect something around @z, since @i @x @j is that.",
        "For orientation, @i @x @j would be @z, so somewhere near that.",
        "Rough size first: @i @x @j ≈ @z.",
        "Before anything, a crude figure: @i @x @j is @z or so.",
    ],
    "divok": [
        "Dividing back: @c / @a comes out as @b with nothing over.",
        "And @c split into @a equal parts is @b each, exactly.",
        "Going backwards, @c ÷ @b is @a on the nose.",
    ],
    "divbad": [
        "Dividing @p back by @a I get @q with @k left over, not a clean @b.",
        "If @p were right, @p / @a would be @b; instead it is @q remainder @k.",
        "Going backwards, @p ÷ @a is @q and a rest of @k, which isn't @b.",
    ],
    "messy": [
        "With @r in place of the other factor there'd be @l @x @r = @v and @k lots too many; messy, I leave that road.",
        "Should I round up? @l @x @r is @v, and then take off @k times @l... no, I'd rather not go that way.",
        "I toy with @l @x @r = @v as a stepping stone, but the leftover @k is awkward, so never mind.",
        "A thought: @l @x @r = @v is easy. But then @k @x @l comes off, and that's no simpler. Drop the idea.",
    ],
    "ghost": [
        "Was @p, the one I gave up, really wrong? Yes, I see no way back to it.",
        "A last glance at @p: no, I dropped it for good reason.",
        "Part of me still looks back at @p, but that stays rejected.",
        "Should I return to @p? I don't think so, it failed once and stays out.",
    ],
    "flip": [
        "The order doesn't matter, @b @x @a is the same thing.",
        "Would @b @x @a be any easier? Not really, same digits.",
        "Is @b prime, perhaps? Doesn't help me anyway.",
        "@a + @b would be @y, but nobody asks for a sum here.",
        "There might be a neat factoring of @a, but I don't see one right away.",
    ],
}


class Brooding(Style):
    """The common course: open, solve, commit, fret; then redo, mend or weigh; in the end settle."""

    pools: ClassVar[Pool] = {}
    slug = ""
    words_: tuple[str, ...] = ("comma", "plain")
    maths_: tuple[str, ...] = ("same", "same", "plain")
    signs: tuple[str, ...] = ("×",)
    methods: tuple[str, ...] = ("high", "high", "chunks", "low")
    gap = " "  # between sentences
    par = "\n\n"  # between paragraphs
    bullet = ""
    thinks = False
    low = False
    wander = 0.3
    dwell = 0.3
    routes: ClassVar[dict[str, float]] = {"redo": 3, "mend": 3, "weigh": 4}

    @property
    def name(self) -> str:
        return self.slug

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one(*self.words_), t.one(*self.signs)
        t.maths = t.one(*self.maths_)
        if t.maths == "same":
            t.maths = t.words

    # -- words

    def say(self, t: Telling, key: str, **given: int | str) -> str:
        """One of the wordings of a pool, none twice before all have been used, its placeholders filled in."""
        decks = t.__dict__.setdefault("decks", {})
        deck = decks.setdefault(key, [])
        if not deck:
            deck += self.pools.get(key) or CHECKS[key]
            t.rng.shuffle(deck)
        values: dict[str, int | str] = {"a": t.a, "b": t.b, "c": t.candidate, "x": t.x, **given}
        if t.index:
            values.setdefault("p", t.previous)

        def put(found: re.Match[str]) -> str:
            key = found[1]
            show = t.m if key.isupper() else t.n
            if key.lower() == "ab":
                return f"{show(t.a)} {t.x} {show(t.b)}"
            value = values[key.lower()]
            return value if isinstance(value, str) else show(value)

        text = re.sub("@([A-Za-z]+)", put, deck.pop())
        if self.low and key in CHECKS and key not in self.pools:
            text = re.sub(r"^[A-Z](?![ '])|(?<=[.?!] )[A-Z](?![ '])", lambda found: found[0].lower(), text)
        return text

    def flow(self, *pieces: str) -> str:
        return self.gap.join(piece for piece in pieces if piece)

    # -- sums

    def term(self, t: Telling, term: Term, key: str = "term") -> str:
        if t.chance(0.09) and term.value > 9:
            return self.say(t, "slip", l=term.left, r=term.right, v=term.value, w=t.near(term.value))
        text = self.say(t, key, l=term.left, r=term.right, v=term.value)
        detail = t.detail(term, 0.35, maths=True)
        return text + (self.say(t, "detail", d=detail) if detail else "")

    def listed(self, t: Telling, pieces: list[str]) -> str:
        if self.bullet:
            return "\n" + "\n".join(self.bullet.replace("#", str(i)) + p for i, p in enumerate(pieces, 1)) + "\n"
        return self.gap.join(pieces)

    def terms(self, t: Telling, work: Work) -> str:
        return self.listed(t, [self.term(t, term) for term in work.terms])

    def adding(self, t: Telling, work: Work) -> str:
        """The additions before the candidate is committed."""
        text = self.say(t, "sum", s=t.sum(work, True))
        steps = work.steps()
        if t.flag("stepwise", 0.6) and (len(steps) > 1 or t.chance(0.5)):
            said = []
            for so_far, sign, value, result in steps:
                o = "+" if sign > 0 else "-"
                if result != work.total and t.chance(0.07):
                    said.append(self.say(t, "stepslip", s=so_far, o=o, v=value, r=result, w=t.near(result)))
                else:
                    said.append(self.say(t, "step", s=so_far, o=o, v=value, r=result))
            text = self.flow(text, *said)
        return text

    def body(self, t: Telling, work: Work) -> str:
        plan = self.say(t, "plan", l=work.a, r=work.b, f=t.factor(work, True))
        return self.par.join([self.flow(plan, self.terms(t, work)), self.adding(t, work)])

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, "commit"))

    # -- doubts

    def rounded(self, t: Telling) -> tuple[int, int, int] | None:
        """An estimate that is not the problem itself."""
        near = t.estimate()
        return near if near and near[:2] != (t.a, t.b) and near[2] != t.product and t.candidate > 99 else None

    def good(self, t: Telling) -> str:
        """A small check that the candidate stands, or nothing."""
        found = []
        if t.last_digit() and t.candidate > 99:
            i, j, z = t.last_digit() or (0, 0, 0)
            found.append(self.say(t, "lastok", i=i, j=j, z=z % 10))
        if t.nines() and t.candidate > 99:
            i, j, z = t.nines() or (0, 0, 0)
            found.append(self.say(t, "nineok", i=i, j=j, z=z))
        near = self.rounded(t)
        if near:
            found.append(self.say(t, "est", i=near[0], j=near[1], z=near[2]))
        if t.candidate == t.product and t.chance(0.4):
            found.append(self.say(t, "divok"))
        return t.one(*found) if found else ""

    def bad(self, t: Telling) -> str:
        """A small check that the candidate before fails, or nothing."""
        if t.same or t.previous == t.product:
            return ""
        last, nine = t.a * t.b % 10, t.a * t.b % 9
        found = []
        if t.previous % 10 != last:
            found.append(self.say(t, "lastbad", i=t.a % 10, j=t.b % 10, z=last, k=t.previous % 10))
        if t.previous % 9 != nine:
            found.append(self.say(t, "ninebad", i=t.a % 9, j=t.b % 9, z=nine, k=t.previous % 9))
        if t.previous % t.a:
            found.append(self.say(t, "divbad", q=t.previous // t.a, k=t.previous % t.a))
        return t.one(*found) if found else ""

    def side(self, t: Telling) -> str:
        return self.say(t, "flip", y=t.a + t.b) if t.chance(self.wander) else ""

    def linger(self, t: Telling) -> str:
        """What follows a commitment: often a look round that leads nowhere."""
        text = ""
        if t.chance(self.dwell):
            text = self.flow(self.say(t, "qualm"), self.good(t))
        elif t.chance(0.3):
            text = self.good(t)
        return (self.par + text if text else "") + self.par

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub(" +\n", "\n", text)
        return re.sub(r"\n (?=\S)", "\n", text) if self.bullet else text

    # -- the course

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        near = self.rounded(t) if t.chance(0.25) else None
        guess = self.say(t, "guess", i=near[0], j=near[1], z=near[2]) if near else ""
        opening = self.flow(self.say(t, "open"), self.side(t), guess)
        text = self.par.join([opening, self.body(t, work), self.commit(t)]) + self.linger(t)
        return ("<think>\n" if self.thinks else "") + text

    def again(self, t: Telling) -> str:
        way = t.way(**self.routes)
        told = self.mending(t) if way == "mend" else self.weighing(t) if way == "weigh" else ""
        return (told or self.redoing(t)) + self.linger(t)

    def redoing(self, t: Telling) -> str:
        doubt = self.flow(self.say(t, "doubt"), self.bad(t), self.say(t, "reject"))
        work = t.other("round", "low") if t.chance(0.7) else t.solve("low", "high", "round")
        start = self.flow(self.say(t, "restart"), self.side(t))
        if t.chance(0.2) and t.a > 11 and t.b > 11:
            left, right = t.one((t.a, t.b), (t.b, t.a))  # type: ignore[arg-type]
            unit = 10 ** (len(str(right)) - 1)
            near = (right // unit + 1) * unit
            start = self.flow(start, self.say(t, "messy", l=left, r=near, v=left * near, k=near - right))
        return self.par.join([doubt, start, self.body(t, work), self.commit(t)])

    def mending(self, t: Telling) -> str:
        before, mended = t.before, t.mend()
        if not mended:
            return ""
        said = [self.flow(self.say(t, "doubt"), self.bad(t) if t.chance(0.5) else "")]
        stop = len(before.terms) if mended.place is None else mended.place
        fine = [self.say(t, "fine", l=u.left, r=u.right, v=u.value) for u in before.terms[:stop]]
        if mended.place is None:
            found = self.say(t, "foundsum", s=t.sum(before, True))
        else:
            u = before.terms[mended.place]
            found = self.say(t, "found", l=u.left, r=u.right, w=mended.was, v=mended.now)
        said.append(self.listed(t, [*fine, found]) if self.bullet else self.flow(*fine, found))
        said.append(self.say(t, "reject"))
        said[-1] = self.flow(said[-1], self.adding(t, mended.work))
        return self.par.join([*said, self.commit(t)])

    def weighing(self, t: Telling) -> str:
        """A second way gives something else; the two are compared and the second wins."""
        before, second = t.before, t.other("round", "low")
        said = [self.flow(self.say(t, "doubt"), self.say(t, "other")), self.body(t, second)]
        said.append(self.flow(self.say(t, "lands"), self.say(t, "versus", d=abs(t.candidate - t.previous))))
        proof = self.bad(t)
        if not proof or t.chance(0.4):
            mended = t.mend()
            if mended and mended.place is not None:
                u = before.terms[mended.place]
                proof = self.say(t, "found", l=u.left, r=u.right, w=mended.was, v=mended.now)
            elif mended:
                proof = self.say(t, "foundsum", s=t.sum(before, True))
            t.work = second
        if self.bullet and proof:
            proof = proof[0].upper() + proof[1:].rstrip(".") + "."
        return self.par.join([*said, self.flow(proof, self.say(t, "reject")), t.c(self.say(t, "prefer"))])

    def ending(self, t: Telling) -> str:
        """Checks that confirm, a check that errs itself at first, a doubt without result; then it is settled."""
        said = []
        if t.index and not t.same and t.chance(0.22):
            said.append(self.say(t, "ghost"))
        if t.chance(0.22):
            again = [self.say(t, "fine", l=u.left, r=u.right, v=u.value) for u in t.work.terms]
            said.append(self.flow(self.say(t, "qualm"), self.listed(t, again)))
        if t.chance(0.35):
            work = t.other("round", "low")
            said.append(self.flow(self.say(t, "other")))
            u = t.one(*work.terms)  # type: ignore[arg-type]
            wrong = t.near(u.value) if u.value > 9 else u.value
            off = t.candidate + u.sign * (wrong - u.value)
            sound = sum(v.sign * v.value for v in work.terms) == t.candidate
            if sound and wrong != u.value and off not in (t.product, *t.candidates) and off > 0 and t.chance(0.5):
                parts = [self.say(t, "term", l=v.left, r=v.right, v=wrong if v is u else v.value) for v in work.terms]
                said.append(self.flow(self.listed(t, parts), self.say(t, "stray", w=off)))
                said.append(self.say(t, "strayed", l=u.left, r=u.right, w=wrong, v=u.value))
            else:
                said.append(self.flow(self.terms(t, work), t.r(self.say(t, "agree"))))
        if t.chance(0.4):
            said.append(self.flow(self.say(t, "qualm"), self.good(t)))
        return self.par.join([*said, t.r(self.say(t, "settle"))])

    def closing(self, t: Telling) -> str:
        text = self.ending(t)
        if self.thinks:
            return text + "\n</think>\n\n" + t.r(self.say(t, "final"))
        return text + ("\n\n" + t.r(self.say(t, "final")) if self.pools.get("final") and t.flag("final", 0.75) else "")


def _pool(**texts: str) -> Pool:
    """Wordings divided by bars."""
    return {key: text.split("|") for key, text in texts.items()}


class Pendulum(Brooding):
    """Long R1 prose that swings between two figures."""

    slug, thinks, dwell = "nn-rone-pendulum", True, 0.45
    pools = _pool(
        open="Alright, @ab. I'd better be careful with this one.|Okay, the user wants @ab. Let's see."
        "|Hmm, so @a times @b. I'll go slowly.|First, I need the product of @a and @b."
        "|Okay. Two numbers, @a and @b, and I have to multiply them by hand.",
        plan="I'll write @r as @f and take @l times each piece.|Break @r up: @f. Then @l multiplies every bit."
        "|@r is @f, so there are a few smaller multiplications with @l."
        "|Using the distributive law on @r = @f seems safest.",
        term="@l × @r is @v.|Then @l × @r, that's @v.|For @r: @l times @r comes to @v.|Next, @l times @r makes @v.",
        slip="@l × @r is @w... hmm, no, I slipped, it is @v.|@l times @r: @w? Let me redo that one step. It's @v, not @w.",
        detail=" (@d, right.)| I did it as @d.| Piecewise: @d.",
        sum="Now I stack them up: @s.|Putting the pieces together means @s.|So I have to add @s.|What remains is @s.",
        step="@s @o @v makes @r.|From @s, @o @v brings me to @r.|@s @o @v = @r.",
        stepslip="@s @o @v makes @w, wait, the carry went missing, @r.",
        commit="So @ab should be @c.|That would make the product @c.|Which gives @ab = @c.|Hence the answer seems to be @c."
        "|So I end up with @c for @ab.|Okay so the product is @c.",
        qualm="Hmm, is that plausible though?|I keep feeling I skipped a carry, but I can't point to one."
        "|Something nags at me, though nothing concrete.|Let me pause and look at that number for a second.",
        doubt="Wait, I'm not at ease with @p.|Hold on. @p... something about it feels off."
        "|Hmm, but wait. Can @p really be right?|Actually, let me not rush past @p.|Wait a second, I want to probe @p.",
        reject="So @p can't stay.|I have to let @p go.|That means @p was a mistake.|Okay, @p is not to be trusted; I drop it."
        "|So much for @p.",
        restart="Let me do the whole thing afresh.|I'll go back to the start and multiply again, without looking at the old work."
        "|Clean slate.|Once more from the beginning, and this time slowly.",
        fine="@l × @r = @v, yes, that one is fine.|@v for @l × @r, I agree with that.|@l times @r, @v, okay.",
        found="But @l × @r... I had @w, and it's really @v. There it is.|And @l × @r: earlier I put @w, but going over it I get @v."
        "|Oh, @l times @r isn't @w, it's @v. That's the culprit.",
        foundsum="All of those pieces are okay, so the slip is in the addition @s.|Then it's the adding-up itself: @s doesn't give @p."
        "|The parts are right, but @s was added badly.",
        other="What happens if I split things another way?|Let me come at it from another angle as a cross-check."
        "|Alternatively, a second route, to compare.|I could see whether a different decomposition agrees.",
        lands="This road leads to @c.|Going this way it's @c.|By this second route I reach @c.",
        versus="But earlier it was @p. They are @d apart, so one of them is wrong. Which?|And the first time I had @p. The gap is @d. "
        "Both can't hold.|So on one side @p, on the other @c. Hmm, a difference of @d.",
        prefer="So the swing goes to @c: @ab = @c.|I'm now convinced that the product is @c.|Of the two, @c is the one that holds up."
        "|Therefore I side with @c.|So it's @c after all, not @p.",
        agree="Added up, that's @c once more, the same as before. Good.|And the total of those is @c again, matching.",
        stray="Those would come to @w, which doesn't match @c. Hmm. Is the first result wrong, or this check?"
        "|In this check the pieces make @w, against the @c I had. Strange.",
        strayed="Oh, the check is at fault: @l × @r is @v and not @w. With that, the check gives the same as the first time."
        "|Ah, in the check I took @l × @r as @w; it's @v. Then it agrees with the first result after all.",
        settle="Alright, I'm settled on @c.|Enough. @c it is.|I can stop worrying now; the answer is @c.|So I'll go with @c.",
        final="@ab = **@c**|The product of @a and @b is **@c**.|**@c**|@a multiplied by @b equals @c.",
    )


class Rewalker(Brooding):
    """Qwen3: line by line, walks the steps over, boxes at the end."""

    slug, thinks, gap = "nn-qwen-rewalker", True, "\n"
    words_, signs = ("plain", "comma"), ("×", "*")
    routes: ClassVar[dict[str, float]] = {"redo": 2, "mend": 5, "weigh": 3}
    pools = _pool(
        open="Okay, let me work out @ab.|So the task: @ab. Fine, no calculator here.|Let's see, I need @ab."
        "|Okay, @a and @b. Long multiplication, then.",
        plan="One option is @r = @f.|Decompose: @r = @f.|I'd go with @l times (@f).|Let me expand @l @x (@f).",
        term="@l @x @r → @v|@l @x @r = @v|Piece @l by @r: @v|For the @r: @l @x @r = @v",
        slip="@l @x @r = @w, hmm wait, check the carry: @v, so @v|@l @x @r = @w. No. @v.",
        detail=" [@d]|, via @d|, since @d",
        sum="Sum of these: @s|Then everything together, @s|All that's left: @s|Add: @s",
        step="@s @o @v = @r|so far @s, @o @v: @r|@s @o @v → @r",
        stepslip="@s @o @v = @w. Hmm no, @r",
        commit="So the result is @c.|Therefore @ab = @c.|That gives me @c as the product.|So the product comes out at @c."
        "|Thus my result for @ab: @c.",
        qualm="Let me see, did I align everything properly? I think so.|Just in case, a quick look at this."
        "|Hmm, big number. Is there some easy test?|I'm a bit unsure, so let me poke at it.",
        doubt="Wait, let me walk through it again.|Hmm, wait. I should walk back over the steps behind @p."
        "|But hold on, is every step behind @p okay?|Let me double-check that @p, since errors creep in easily.",
        reject="So I was mistaken and @p is wrong.|Then @p doesn't stand.|That invalidates @p.|So scratch @p.",
        restart="Let me recompute everything.|I'll rebuild it from nothing.|Start over, with a different arrangement perhaps."
        "|Okay, a full second pass, ignoring the earlier lines.",
        fine="@l @x @r = @v. Correct.|@l @x @r: @v, same as before.|@v from @l @x @r, okay.",
        found="@l @x @r: previously @w. Recomputed: @v. So there was an error here.|@l @x @r = @v, but I used @w above!"
        "|Hmm, @l @x @r. I wrote @w. It should have been @v.",
        foundsum="The addition, @s: carrying properly this time, it does not give @p.|But @s, when I line up the digits, is not @p.",
        other="Let me verify using another breakdown.|Another approach, to see if it matches.|Maybe compute it the other way round.",
        lands="Verification result: @c.|Hmm, this breakdown yields @c.|Here I get @c.",
        versus="Conflict: @p from above, @c from here. Off by @d.|That contradicts the @p from before (gap @d)."
        "|The two disagree, @p and @c. Need to find out which of them is faulty.",
        prefer="So the correct value should be @c.|Then the right product is @c.|So I take @c over @p.|Hence @ab = @c, the second figure.",
        agree="That adds up to @c too. Both breakdowns match.|Total again @c, consistent.",
        stray="Together that's @w in this verification, unlike @c. Hmm.|The verification adds up to @w, not @c. Why?",
        strayed="Wait, @l @x @r = @v, I mistyped it as @w in the verification. With @v it matches the result above."
        "|Right, the verification used @w for @l @x @r, which is @v. Fixed, it matches.",
        settle="Okay, so the final answer is @c.|I've gone round it enough times. @c.|Confident enough now: @c.|So, answer @c.",
        final="**Answer:** $\\boxed{@c}$|The product is:\n\n$$\n\\boxed{@c}\n$$|@ab = **@c**|### Result\n\n@ab = @c",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        if t.x == "*":
            t.words = "plain"


class Fog(Brooding):
    """QwQ: run-on hesitations, alternative methods, many side roads."""

    slug, thinks, wander, dwell = "nn-qwq-fog", True, 0.7, 0.5
    words_ = ("comma",)
    methods = ("round", "high", "low", "area", "chunks")
    pools = _pool(
        open="So I've got @ab in front of me. Hmm, not something I know offhand.|I have to find @ab. Let me feel my way."
        "|@ab, let me see how to tackle this.|Right, so what is @a times @b? Let's think.",
        plan="Maybe treat @r as @f, that's friendly.|I might use that @r is @f.|Thinking of @r as @f, I multiply @l by each."
        "|What if @r is seen as @f? Then @l goes against every part.",
        term="@l times @r should be @v.|@l × @r, I think, is @v.|And @l × @r works out as @v.|Then there's @l by @r, i.e. @v.",
        slip="@l times @r should be @w, hmm, let me redo: actually @v.|@l × @r, is it @w? No, counting again, @v.",
        detail=" Since @d.| Because @d, if I'm not mistaken.| That's @d.",
        sum="So I need @s.|Collecting it all: @s.|All in all, @s.|And then these get combined, @s.",
        step="@s @o @v gives @r.|@s and then @o @v, so @r.|@s, then @o @v, lands at @r.",
        stepslip="@s @o @v gives @w, no, silly, @r.",
        commit="So it appears that @ab is @c.|So that's @c for the product, I believe.|Thus, @a times @b might well be @c."
        "|So I arrive at @c as the product.|If so, then @ab = @c.",
        qualm="I wonder whether that makes sense.|Let me not trust this blindly.|Hmm, one more glance at that."
        "|Am I sure of it? Mostly.|It's a bit foggy, but let me see.",
        doubt="But wait, perhaps I went wrong with @p.|Hmm, thinking about @p more, I'm hesitant."
        "|Let me reconsider @p; it bothers me.|Now I'm second-guessing that @p.",
        reject="So I abandon @p.|That sinks @p.|It seems @p was wrong, then.|I can't keep @p.|Then forget about @p.",
        restart="Alternatively, do it all over with a different plan.|Let me begin anew, maybe with an easier breakdown."
        "|Perhaps it's best to return to the original problem and solve it again.|Okay, back to square one.",
        fine="@l × @r, @v, seems right.|@l by @r gives @v, no complaints.|I still believe @l × @r = @v.",
        found="Now @l × @r, where I said @w: doing it again I see @v.|@l by @r, hmm, @w was wrong, it's @v."
        "|Ah, it's @l × @r. @v, whereas I'd taken @w.",
        foundsum="So maybe the pieces were fine and adding @s went wrong. Yes, that isn't @p.|Then adding @s again... no, not @p at all.",
        other="Perhaps I can confirm with an alternative method.|Alternatively, I could think of it differently."
        "|Another idea, to be on the safe side.|Maybe a different viewpoint helps.",
        lands="Interesting, on this path it comes to @c.|Now the alternative method says @c.|Hmm, that's @c here.",
        versus="That's different from @p, by @d to be exact. Which one should I believe?|But the former was @p. There is @d between them."
        "|Two values for one product, @p and @c; that's confusing.",
        prefer="So I lean firmly to @c now.|So it must be @c, I think, and @ab = @c.|Then @c is what I should believe."
        "|That leaves @c as the product.",
        agree="That totals @c as well, which is reassuring.|Summing up, again @c. So both methods say the same.",
        stray="The alternative adds up to @w, though, and not to @c. Confusing.|Hmm, these sum to @w, but I had @c.",
        strayed="Oh wait, @l × @r was supposed to be @v here, I said @w. So the alternative comes round to the first result."
        "|Let me look: @l × @r, I said @w, should be @v. Alright, then the methods do agree.",
        settle="I think I've been through it enough, and it's @c.|So, I'm fairly confident that the product is @c."
        "|Therefore, I'll answer @c.|Okay, @c then.",
        final="The product of @a and @b is \\(\\boxed{@c}\\).|**Final Answer**\n\n\\[ \\boxed{@c} \\]|@ab equals **@c**."
        "|So, @a multiplied by @b is @c.",
    )


class Fumbler(Brooding):
    """A small distilled model: short clumsy sentences."""

    slug, thinks, dwell = "nn-tiny-distil-fumbler", True, 0.25
    words_, maths_, signs = ("plain",), ("plain",), ("*", "x", "×")
    routes: ClassVar[dict[str, float]] = {"redo": 5, "mend": 3, "weigh": 3}
    pools = _pool(
        open="I need multiply @a and @b.|To find @ab, I will do it by parts.|Okay so the question is @ab. Easy way is parts."
        "|Let me calculate @ab now.",
        plan="@r can be @f. So I multiply @l with all of them.|I make @r into @f.|Split the number: @r = @f."
        "|So @l goes with @f.",
        term="@l @x @r = @v.|Now @l @x @r = @v.|And @l @x @r is @v.|Multiply @l with @r, get @v.",
        slip="@l @x @r = @w. Oh no, I mean @v.|@l @x @r is @w. Hmm, wrong, is @v.",
        detail=" Because @d.| (@d)| See: @d.",
        sum="Now I add: @s.|Then add all, @s.|Adding them: @s.|After that, @s.",
        step="@s @o @v = @r.|@s @o @v is @r.|Now @s @o @v = @r.",
        stepslip="@s @o @v = @w. Oh, it is @r.",
        commit="So the answer is @c.|So @ab = @c.|I get the answer @c.|So total answer, @c.|Then the product is @c.",
        qualm="Hmm, is it good? I look.|I want check it.|But maybe I am wrong? I don't see where.|Let me look at this small thing.",
        doubt="Wait. Maybe @p is not right.|Wait, I think I made mistake in @p.|Hmm, @p looks strange.|No, wait. Let me see @p again.",
        reject="So @p is wrong.|I don't use @p.|So not @p.|@p is a wrong answer, sorry.",
        restart="Let me do again from start.|I start again.|Try again whole thing.|Do everything new.",
        fine="@l @x @r = @v, is ok.|@v for @l @x @r, correct.|@l @x @r is @v, yes.",
        found="@l @x @r is not @w. It is @v. I made the mistake here.|Here @l @x @r, I wrote @w but it is @v."
        "|Oh, @l @x @r = @v. Before I wrote @w.",
        foundsum="But the adding @s is wrong, it is not @p.|The parts are ok, I only added @s wrong.",
        other="I will check with other way.|Let me try another way to be sure.|Check by different parts.",
        lands="With this way I have @c.|This way gives @c.|Now it comes @c.",
        versus="But before was @p. Different by @d. Which is correct?|Not same as @p. Difference @d.|First @p, now @c. One is wrong.",
        prefer="So the correct one is @c.|So @c is right answer.|I choose @c.|So the answer is @c, not @p.",
        agree="Add them is @c again. Same. Good.|Sum is also @c. So it is correct.",
        stray="Add them is @w. But I had @c. Hmm.|In the check it is @w, not @c.",
        strayed="Oh, in check I wrote @l @x @r as @w, but it is @v. So now check is same as before."
        "|The check is wrong, @l @x @r = @v not @w. Then it is same as the first.",
        settle="Okay so final is @c.|So I am sure, @c.|So my answer is @c.|Done, @c.",
        final="The answer is \\(\\boxed{@c}\\).|**@c**|@ab = @c|The final answer is @c.",
    )


class Lanes(Brooding):
    """Keeps lanes: each way is a heading with bullets; compares them."""

    slug, thinks, bullet = "nn-lane-comparer", True, "- "
    words_, signs = ("space", "comma", "narrow"), ("×", "·")
    maths_ = ("same",)
    routes: ClassVar[dict[str, float]] = {"redo": 2, "mend": 2, "weigh": 6}
    pools = _pool(
        open="Lane A for @ab.|Target: @ab. I'll run it in lanes and see if they agree.|@ab. First lane."
        "|Let me set up one lane of calculation for @ab.",
        plan="Pieces of @r (@f), each against @l:|Here @r = @f:|Carving @r into @f:|@l meets @f:",
        term="@l @x @r = @v|@r lots of @l: @v|@l by @r, @v",
        slip="@l @x @r = @w, no, re-added: @v|@r lots of @l: @w (corrected on the spot to @v)",
        detail=", from @d| because @d| (@d)",
        sum="Merging: @s.|The bullets together: @s.|Then @s.",
        step="@s @o @v is @r.|@s @o @v = @r.|@o @v on @s, @r.",
        stepslip="@s @o @v is @w, pardon, @r.",
        commit="This lane ends at @ab = @c.|End of lane: product @c.|So the lane says the product is @c.|Lane result: @c.",
        qualm="Could something have been dropped between bullets? I don't see it.|A moment of doubt about alignment, nothing firm."
        "|Quick probe of that:|Small sanity look:",
        doubt="The @p still makes me uneasy.|Not convinced by @p yet.|I'd like to stress @p a bit.|Is @p sound? Let me question it.",
        reject="So @p is discarded.|The lane with @p is closed as faulty.|@p drops out.|I strike @p.",
        restart="New lane, computed independently.|Fresh lane, nothing carried over.|Opening another lane from zero.",
        fine="@l @x @r = @v, holds|@l by @r, @v, unchanged|@v for @l @x @r, verified",
        found="@l @x @r: noted as @w, really @v ← error|@l @x @r ≠ @w; it's @v",
        foundsum="bullets hold, but their sum @s was not @p|merging @s went wrong, it isn't @p",
        other="A parallel lane for comparison.|Second opinion, other decomposition.|Side lane as a control.",
        lands="Control value: @c.|The parallel lane shows @c.|Over here: @c.",
        versus="@p there, @c here, @d between. Time to weigh them.|Against @p that is off by @d. Who is right?"
        "|The lanes split: @p versus @c.",
        prefer="The scale tips to @c.|So the lane to keep is the one with @c.|Verdict between the two: @c.|I keep @c; @ab = @c.",
        agree="Together @c, so the lanes coincide.|Merged: @c. No difference between lanes.",
        stray="Merged, the control shows @w, not @c.|That control lane makes @w; the main lane had @c.",
        strayed="But the control had @l @x @r as @w; it's @v. Mended, the lanes coincide."
        "|The fault sits in the control: @l @x @r is @v and not @w. After that they coincide.",
        settle="Closing all lanes with @c.|All weighed, @c stays.|Decision: @c.|No more lanes, it's @c.",
        final="**@c**|@ab = **@c**|Result: **@c**|The product @ab equals @c.",
    )


class Nagger(Brooding):
    """Lower case with dashes, nags itself about digits."""

    slug, thinks, gap, low = "nn-digit-nagger", True, "\n", True
    words_, signs, wander = ("plain",), ("*", "x"), 0.4
    pools = _pool(
        open="- ok @ab|- need @ab, careful with carries|- so: @ab. digits, digits|- @a times @b, go",
        plan="- cut @r into @f|- @r is @f|- use @f for @r",
        term="- @l @x @r = @v|- @l @x @r -> @v|- the @r bit: @l @x @r = @v",
        slip="- @l @x @r = @w, nope, carry, @v|- @l @x @r -> @w.. no, @v",
        detail=" (@d)|, i.e. @d|, as @d",
        sum="- pile up @s|- now @s|- so add @s",
        step="- @s @o @v = @r|- @s @o @v, that's @r|- then @s @o @v -> @r",
        stepslip="- @s @o @v = @w, wrong carry, @r",
        commit="- so @ab = @c|- product then: @c|- that makes the answer @c|- ok so i have @c as the product",
        qualm="- did i lose a carry? don't think so|- nag nag, is that ok|- hmm, wait, digits look fine i guess|- quick peek:",
        doubt="- hmm no, @p smells|- wait, @p?|- hold on with @p|- not happy about @p|- ugh, look at @p again",
        reject="- so @p is dead|- bin @p|- @p was wrong then|- ok @p goes",
        restart="- again from the top|- start over, other order maybe|- redo all of it|- blank page",
        fine="- @l @x @r = @v, ok|- @l @x @r still @v|- @v from @l @x @r, fine",
        found="- @l @x @r, had @w, is @v!! that's it|- oh. @l @x @r is @v and i put @w|- @l @x @r = @v, @w was nonsense",
        foundsum="- parts ok, but @s isn't @p, i botched the adding|- re-adding @s.. that's not @p",
        other="- try it a second way|- cross-check with another cut|- other way round, for comparison",
        lands="- this cut says @c|- here it's @c|- second way: @c",
        versus="- but had @p, that's @d off. hmm|- @p or @c, who's lying?|- vs @p before, gap @d",
        prefer="- so it's @c, not @p|- ok @c wins|- going with @c over @p|- @c is the right one of the two",
        agree="- sums to @c too, good|- again @c, same",
        stray="- check sums to @w, not @c?|- hm the check makes @w and i had @c",
        strayed="- no the check has a slip, @l @x @r is @v, i put @w. then it's the same|- check slip: @l @x @r = @v not @w, so it agrees",
        settle="- fine. @c|- done nagging: @c|- final: @c|- settle on @c",
        final="@c|@ab = @c|The answer is @c.|**@c**",
    )

    def say(self, t: Telling, key: str, **given: int | str) -> str:
        text = super().say(t, key, **given)
        return "- " + text.rstrip(".") if key in CHECKS and key not in self.pools else text


class Drift(Brooding):
    """gpt-oss analysis: telegraphic, then the final channel."""

    slug = "nn-oss-drift"
    words_, maths_, signs = ("plain", "narrow", "comma"), ("same",), ("*", "×")
    par = " "
    pools = _pool(
        open="analysisCompute @ab.|analysisUser asks @ab. Do manually.|analysisWe need @ab. Careful.|analysisWe must multiply @a by @b.",
        plan="@r=@f.|Use @l@x(@f).|Split @r: @f.|Take @f for @r.",
        term="@l@x@r=@v.|@l@x@r is @v.|@l@x@r → @v.|Part @r: @v.",
        slip="@l@x@r=@w? no, @v.|@l@x@r=@w... recount, @v.",
        detail=" Since @d.| From @d.| Via @d.",
        sum="Sum @s.|Add: @s.|Altogether @s.|Now @s.",
        step="@s@o@v=@r.|@s@o@v → @r.|then @s@o@v = @r.",
        stepslip="@s@o@v=@w, hmm, @r.",
        commit="So product @c.|So answer @c.|Thus @ab = @c.|So @ab=@c.|We get product @c.",
        qualm="Seems ok? Look.|Any slip? Unclear.|Test quickly.|Not fully sure; test.",
        doubt="Hmm, @p suspicious.|Wait, verify @p.|But @p? Let's double-check.|Hmm, is @p right?|Let's question @p.",
        reject="So @p wrong.|Discard @p.|Thus @p invalid.|So not @p.",
        restart="Redo all.|Compute anew.|Start again carefully.|Fresh calculation.",
        fine="@l@x@r=@v ok.|@l@x@r: @v good.|@v for @l@x@r stands.",
        found="@l@x@r: we had @w, actual @v. Error.|But @l@x@r=@v not @w.|@l@x@r gave @w earlier; it's @v.",
        foundsum="Parts ok; addition @s isn't @p.|We mis-added @s; not @p.",
        other="Cross-check other way.|Do alternate decomposition.|Second method for comparison.",
        lands="This yields @c.|Alternate: @c.|Here we have @c.",
        versus="Conflicts with @p, difference @d.|Earlier @p. Which one?|Two values @p, @c; off @d.",
        prefer="So take @c.|So correct is @c.|We trust @c; @ab = @c.|Thus @c, not @p.",
        agree="Total @c again. Good.|Also @c. Matches.",
        stray="Check total @w, vs @c. Hmm.|Check gives @w but had @c.",
        strayed="Check slip: @l@x@r=@v not @w. Then check agrees.|Oh in check @l@x@r is @v, we used @w. Fixed, agrees.",
        settle="Answer @c.|Good, output @c.|We'll answer @c.|Finalize @c.",
        final="assistantfinal**@c**|assistantfinal@ab = **@c**|assistantfinalThe product is **@c**.|assistantfinal\\(@ab = @c\\)",
    )

    def closing(self, t: Telling) -> str:
        return self.ending(t) + t.r(self.say(t, "final"))


class QualmDigest(Brooding):
    """Summaries of a hidden thought: bold headings, gerunds, first person."""

    slug = "nn-gemini-qualm-digest"
    words_ = ("comma",)
    dwell = 0.2
    pools = _pool(
        open="**Approaching the Product**\n\nI'm looking at @ab and sorting out how to tackle it."
        "|**Setting Up the Multiplication**\n\nI've begun with @ab, thinking about how to split it."
        "|**Breaking It Down**\n\nMy focus is @ab. I want to keep the steps small."
        "|**Framing the Calculation**\n\nThe request is @ab, and I'm doing it by hand.",
        plan="I'm treating @r as @f and multiplying @l through.|My plan is to expand @r into @f."
        "|I'm going with @f for @r.|With @r seen as @f, I'm taking @l times each part.",
        term="I have @l × @r at @v.|For @l × @r I'm getting @v.|@l × @r works out to @v.|Multiplying @l by @r, I see @v.",
        slip="For @l × @r I first noted @w, then caught the slip: it is @v.|I had @l × @r at @w for a moment, but it is @v.",
        detail=" (That is @d.)| I'm basing this on @d.| In detail: @d.",
        sum="I'm now combining @s.|Next I'm assembling @s.|The pieces come together as @s.",
        step="@s @o @v takes me to @r.|I'm at @r after @s @o @v.|That makes @s @o @v = @r.",
        stepslip="I briefly read @s @o @v as @w, but it is @r.",
        commit="I've arrived at @c for @ab.|This puts the product at @c.|I now have @ab = @c.|My calculation yields a product of @c.",
        qualm="I'm pausing over this, with a vague worry I can't pin down.|I'm considering whether anything slipped."
        "|There's a slight hesitation on my part.",
        doubt="**Questioning the Result**\n\nI'm having second thoughts about @p.|**Revisiting My Steps**\n\nI'm no longer comfortable with @p."
        "|**Weighing a Worry**\n\nSomething about @p doesn't sit well with me.|**Probing the Figure**\n\nI'm scrutinizing @p more closely.",
        reject="I'm giving up @p.|I'm setting @p aside as incorrect.|That rules out @p.|I've concluded that @p was an error.",
        restart="**Recalculating**\n\nI'm solving it once more from the ground up.|**Starting Afresh**\n\nI'm rebuilding the calculation."
        "|**Taking a New Path**\n\nI'm redoing the multiplication in full.",
        fine="I'm satisfied with @l × @r = @v.|@l × @r at @v holds.|The step @l × @r, @v, is sound.",
        found="However, @l × @r was entered as @w and should be @v.|I've spotted the problem: @l × @r is @v rather than @w.",
        foundsum="The parts hold, but my addition of @s was off; it does not give @p.|I've found the trouble in adding @s, which isn't @p.",
        other="I'm trying a second decomposition to compare.|I'm cross-examining this through another route.|I'm exploring another split.",
        lands="This route brings me to @c.|Here I'm seeing @c.|The alternative produces @c.",
        versus="It's at odds with @p by @d, so I'm weighing both.|I'm now holding two values, @p and @c, and must decide."
        "|That conflicts with @p; the discrepancy is @d.",
        prefer="I'm resolving this in favor of @c.|I've decided that @c is the correct product.|My conclusion shifts to @c.|The evidence favors @c.",
        agree="The pieces total @c again, which reassures me.|I'm seeing @c here too, so both routes concur.",
        stray="This comparison shows @w instead of @c, which puzzles me.|In the comparison, the pieces give @w, unlike @c.",
        strayed="I've traced it to the comparison itself: @l × @r is @v, not @w. With that repaired, the routes concur."
        "|The comparison had @w for @l × @r, which is @v. Corrected, it concurs with my figure.",
        settle="**Finalizing**\n\nI'm confident in @c and ready to respond.|**Settling the Matter**\n\nMy doubts are resolved; @c stands."
        "|**Concluding**\n\nI'm comfortable presenting @c.|**Wrapping Up**\n\nI'm going with @c.",
        final="@ab = **@c**|The answer is **@c**.|@a multiplied by @b is **@c**.",
    )


class LatexWaverer(Brooding):
    """Wavering in LaTeX: formulas in line and on display."""

    slug = "nn-latex-waverer"
    words_, maths_, signs = ("latex", "plain", "thin"), ("same",), ("\\times", "\\cdot")
    routes: ClassVar[dict[str, float]] = {"redo": 3, "mend": 3, "weigh": 3}
    pools = _pool(
        open="We want $@AB$.|Consider $@AB$; I shall proceed by distributivity.|Let us evaluate $@AB$ with due suspicion."
        "|To compute: $@AB$.",
        plan="Write $@r = @f$.|Since $@r = @f$, expand.|Decomposing, $@r = @f$.|With $@r = @f$ one multiplies $@l$ through.",
        term="$@l @x @r = @v$.|Here $@l @x @r = @v$.|Also $@l @x @r = @v$.|The part $@l @x @r$ equals $@v$.",
        slip="$@l @x @r = @w$, or rather, after a second look, $@v$.|$@l @x @r = @w$; no, $@v$.",
        detail=" (Indeed $@d$.)| To see this, $@d$.| In full, $@d$.",
        sum="It remains to form $@s$.|The pieces combine as $@s$.|Next comes $@s$.|Collecting, $@s$.",
        step="$@s @o @v = @r$.|Then $@s @o @v = @r$.|So far $@s @o @v = @r$.",
        stepslip="$@s @o @v = @w$, which I correct to $@r$.",
        commit="Hence\n$$@AB = @c.$$|Therefore\n\\[ @AB = @c. \\]|Thus $@AB = \\boxed{@c}$.|This gives the product $@c$."
        "|So the value is $@AB = @c$.",
        qualm="I waver a little here, without any definite reason.|Does a carry hide somewhere? I find none."
        "|A brief test does no harm.|One hesitates before a number like this.",
        doubt="Yet I am not at peace with $@p$.|However, $@p$ deserves suspicion.|Hmm. Is $@p$ truly correct?|Wait: let me look at $@p$ again.",
        reject="So $@p$ must be withdrawn.|Thus $@p$ is false.|I retract $@p$.|The value $@p$ cannot be maintained.",
        restart="Let us derive it anew.|I repeat the computation from the beginning.|A new derivation follows.|Afresh, then.",
        lastok="Modulo $10$: $@i \\cdot @j \\equiv @z$, as in $@c$.|The last digits give $@i\\cdot@j \\equiv @z$, in accord with $@c$.",
        lastbad="Modulo $10$ we need $@i \\cdot @j \\equiv @z$, but $@p \\equiv @k$.|The last digit ought to be $@z$, whereas $@p$ has $@k$.",
        nineok="Modulo $9$ the factors are $@i$ and $@j$, and $@c \\equiv @z$; no contradiction.|$@c \\equiv @z \\pmod 9$, which suits $@i\\cdot@j$.",
        ninebad="Modulo $9$: $@i \\cdot @j \\equiv @z$, while $@p \\equiv @k$.|$@p \\equiv @k \\pmod 9$, yet $@i\\cdot@j \\equiv @z$.",
        est="Roughly $@i @x @j = @z$, of the right size.|Note $@i @x @j = @z$, not far away.",
        guess="We expect about $@i @x @j = @z$.|The order is that of $@i @x @j = @z$.",
        divok="Conversely $@c / @a = @b$ exactly.|And $@c = @b \\cdot @a$ upon division, without remainder.",
        divbad="But $@p = @a \\cdot @q + @k$, which leaves a remainder of $@k$.|Division yields $@p = @a\\cdot@q + @k$ in place of $@a\\cdot@b$.",
        ghost="As to the former $@p$: it remains rejected.|Might $@p$ have been right after all? No.",
        messy="One could start from $@l @x @r = @v$ and remove $@k @x @l$, but I prefer not to."
        "|(Via $@l @x @r = @v$ there would be $@k$ multiples to subtract; I leave that aside.)",
        flip="Of course $@a @x @b = @b @x @a$.|(The sum $@a + @b = @y$ is of no use.)|No obvious factorisation helps.",
        fine="$@l @x @r = @v$ is in order.|$@l @x @r = @v$, confirmed.|No objection to $@l @x @r = @v$.",
        found="But $@l @x @r = @v$, not $@w$ as written.|Here is the flaw: $@l @x @r$ was taken as $@w$; it is $@v$.",
        foundsum="The parts are in order, but $@s \\neq @p$.|However the addition fails: $@s \\neq @p$.",
        other="Let us compare with another decomposition.|A second computation may decide.|As a control, expand differently.",
        lands="This computation yields $@c$.|The control produces $@c$.|Here one finds $@c$.",
        versus="Against $@p$ that differs by $@d$; only one can be true.|Thus $@p$ and $@c$ compete.|Now $@p \\neq @c$, so one is in error.",
        prefer="Hence the second value prevails: $@AB = @c$.|We adopt $@c$.|So the correct product is\n$$@c.$$|The decision falls on $@c$.",
        agree="These sum to $@c$, as before.|In total again $@c$, in agreement.",
        stray="As a control this sums to $@w$, not $@c$.|The control gives $@w$ against $@c$; curious.",
        strayed="But in the control $@l @x @r$ should be $@v$, not $@w$; so amended, it agrees."
        "|The control itself erred: $@l @x @r = @v \\neq @w$. Amended, it agrees with the above.",
        settle="The doubts are settled: $@c$.|So it stays at $@c$.|I am content with $@c$.",
        final="**Answer:** $@c$|$$\\boxed{@c}$$|The final answer is $\\boxed{@c}$.|\\[\\boxed{@c}\\]",
    )


class NumberedRuminant(Brooding):
    """Thoughts as a numbered list that runs through the response."""

    slug, gap, par = "nn-numbered-ruminant", "\n", "\n"
    words_, signs = ("plain", "apostrophe", "comma"), ("x", "×")
    maths_ = ("same",)
    pools = _pool(
        open="Thinking about @ab.|The job is @ab.|@ab wants computing.|Start: @ab.",
        plan="Taking @r apart gives @f.|@r equals @f, work with that.|Multiply @l by the bits of @r, namely @f.",
        term="@l @x @r = @v.|@l by @r makes @v.|The bit @l @x @r is @v.|@l @x @r amounts to @v.",
        slip="@l @x @r = @w. Correction before moving on: @v.|@l @x @r, @w... rather @v.",
        detail=" (From @d.)| Reason: @d.| Here @d.",
        sum="Gather: @s.|Tally the bits, @s.|To be added: @s.",
        step="@s @o @v becomes @r.|@s @o @v = @r.|Carry on: @s @o @v = @r.",
        stepslip="@s @o @v becomes @w. Oops, @r.",
        commit="So @ab = @c.|That makes @c the product.|Outcome: @ab = @c.|The product I find is @c.|This would mean the answer is @c.",
        qualm="Chewing on that a little.|Is it believable? Let me ruminate.|A stray doubt, to be inspected.|Looks alright, or does it?",
        doubt="Now @p troubles me.|Hmm, back to @p, something is odd.|Let me chew over @p again.|Second thoughts on @p.",
        reject="Then @p is wrong.|@p is hereby given up.|I take back @p.|No, @p won't do.",
        restart="Solve it again, top to bottom.|Return to the beginning.|Another full go at it.|Once again, everything new.",
        fine="@l @x @r = @v: agreed.|@l by @r makes @v, still true.|@l @x @r is @v, nothing wrong.",
        found="@l @x @r: it says @w further up, yet it is @v.|The bit @l @x @r is @v, so the @w was wrong.",
        foundsum="The bits are right but @s was tallied wrongly; it isn't @p.|Retallying @s: not @p.",
        other="Compare with a different way of cutting.|Let me test it by another way.|Same thing by another road.",
        lands="Other road: @c.|By that way, @c.|It shows @c this time.",
        versus="Yet @p stood above. Apart by @d.|So @p or @c?|Two claims, @p and @c, differing by @d.",
        prefer="Thus @c is to be preferred.|I let @c replace @p.|So the product is @c rather than @p.|The better claim is @c.",
        agree="Tallied: @c, just like above.|Again @c, both roads meet.",
        stray="Tallied, this test makes @w and not @c.|The test arrives at @w, whereas above stands @c.",
        strayed="The test had a slip: @l @x @r is @v, not @w. Repaired, it meets the result above."
        "|Found: inside the test @l @x @r was @w, must be @v. Then both meet.",
        settle="Stop here: @c.|Settled at @c.|Having chewed enough, @c.|Keep @c.",
        final="Answer: @c|Final answer: **@c**|@ab = @c",
    )

    def finish(self, t: Telling, text: str) -> str:
        lines, number = [], 0
        for line in text.split("\n"):
            if not line.strip():
                continue
            last = re.match("[\ue000-\ue003]*(Answer|Final|[0-9',]+ . [0-9',]+ = [0-9',]+[\ue003]?$)", line)
            if last and "\ue002" in line:
                lines.append("\n" + line)
                continue
            number += 1
            lines.append(f"{number}. {line}")
        return "\n".join(lines)


class ColumnFretter(Brooding):
    """Columns in fences, frets between them."""

    slug = "nn-column-fretter"
    words_, maths_, signs = ("comma", "plain"), ("plain",), ("x", "×")
    methods = ("low", "low", "high")
    pools: ClassVar[dict] = {
        **Pendulum.pools,
        **_pool(
            open="@ab, written out in columns so I don't lose a place.|Column layout for @ab.|Let me set @ab out on paper."
            "|Stacking @a over @b.",
            plan="Rows are @l times @f.|One row for each part of @r, that is @f.|@r gives the rows @f.",
            term="Row @r: @l @x @r = @v.|@v is the row for @r.|The row for @r reads @v.",
            commit="Bottom line, so @ab = @c.|Under the rule stands the product, @c.|Product by columns: @c.|Reading it off, @ab is @c.",
            step="@s @o @v comes to @r.|@s @o @v = @r.|With the next row, @s @o @v is @r.",
            slip="Row @r: @l @x @r = @w, no, I rub that out and write @v.|The row for @r reads @w, carry forgotten, so @v.",
            detail=" (worked out as @d)| It's @d.| In small: @d.",
            qualm="Fretting a bit over the carries, for no good reason.|Are the digits under each other? They seem to be."
            "|I run my eye over the sheet once more.|It makes me nervous, but let me see.",
            agree="Adding those rows gives @c as well. Good, the sheets match.|Total of the rows: @c, no different.",
            stray="These rows add up to @w, while the first sheet says @c. Hmm.|Now the check sheet totals @w rather than @c.",
            strayed="No, it's the check sheet that is wrong: @l @x @r is @v and I entered @w. Put right, the sheets match."
            "|On the check sheet @l @x @r should be @v, I entered @w. With this put right, both sheets match.",
            sum="Rows to be added: @s.|Adding downwards, @s.|Column by column, @s.",
            doubt="I fret over @p. The columns might be skewed.|Hmm, did the rows line up for @p?|Wait, that @p, are the columns straight?|Not so fast with @p."
            "|Let me run a finger down the columns that gave @p.",
            reject="Cross out @p.|So that sheet with @p is void.|@p is not right.|Off with @p.",
            restart="New sheet, new columns.|I set it out again from scratch.|Fresh columns.|Writing it all out once more:",
            found="Row @r holds @w, yet @l @x @r is @v.|The row for @r should read @v where I have @w.",
            fine="Row @r, @v, good.|Row @r: @v checks.|@v in row @r, alright.",
            foundsum="The rows are fine; adding @s column by column doesn't give @p.|A carry got lost in @s, it isn't @p.",
            other="Let me lay it out another way and compare.|A second sheet as a check.|Other layout, for comparison.",
            lands="The second sheet shows @c.|On this sheet it is @c.|This layout makes @c.",
            versus="Sheet one had @p. A gap of @d.|And @p on the other sheet, @d away. One sheet lies.|Side by side: @p, @c.",
            prefer="I trust the second sheet: @c.|So the sheet with @c is the good one.|Then @ab = @c and not @p.|It's @c that I keep.",
            settle="No more fretting: @c.|The columns are sound, @c.|I leave it at @c.|So @c.",
            final="**@ab = @c**|Answer: **@c**|Final: @c",
        ),
    }

    def body(self, t: Telling, work: Work) -> str:
        plan = self.say(t, "plan", l=work.a, r=work.b, f=t.factor(work, True))
        if min(term.sign for term in work.terms) < 0 or (work.method != "low" and t.chance(0.4)):
            return super().body(t, work)
        sheet = f"```\n{t.columns(work)}{t.total(work)}\n```"
        if not t.chance(0.4):
            return self.par.join([plan, sheet])
        return self.par.join([self.flow(plan, self.terms(t, work)), sheet])


class SemicolonDrifter(Brooding):
    """One run-on stream with semicolons, no paragraphs."""

    slug, gap, par, wander = "nn-semicolon-drifter", "; ", "; ", 0.5
    words_, signs, low = ("plain", "comma"), ("*", "x", "times"), True
    pools = _pool(
        open="so @ab|right, @ab, let me think|okay then, what's @ab|@ab, no shortcut I can see",
        plan="@r being @f|I cut @r as @f|taking @r piecewise as @f|there's @f in @r",
        term="@l @x @r is @v|that part @l @x @r, so @v|@l @x @r makes @v|next @l @x @r, @v",
        slip="@l @x @r is @w, scratch that step, @v|@l @x @r makes @w, hm, no, @v",
        detail=", because @d|, as in @d|, going by @d",
        sum="so then @s|which I add, @s|and @s is left to do|tallying @s",
        step="@s @o @v is @r|@s @o @v, so @r|and @s @o @v, @r",
        stepslip="@s @o @v is @w, no wait, @r",
        commit="so the answer comes out as @c|which makes @ab equal @c|so that's a product of @c|and hence @ab is @c|so I'd say @ab = @c",
        qualm="a bit of unease, nothing I can name|is it fine, I suppose it is|my mind wanders back over the digits|let me see if that's sensible",
        doubt="but then, @p, am I sure of it|hm, @p keeps bothering me|no hang on, that @p|although, thinking again about @p|well, wait, @p looks doubtful",
        reject="so @p is no good|I give @p up|@p is out then|that finishes @p",
        restart="go round again from the very start|all of it again|so solve it anew|begin once more with nothing assumed",
        fine="@l @x @r is @v, sure|@v for @l @x @r, yes|@l @x @r, @v, that's okay",
        found="but @l @x @r, I said @w, and it's @v|here, @l @x @r is @v where I'd put @w|oh dear, @w for @l @x @r, when it's @v",
        foundsum="the bits are fine, it's the adding of @s, that can't be @p|no, @s was summed badly, not @p",
        other="try the other way about for comparison|see whether another cut agrees|a different slicing, just to test",
        lands="and there I find @c|this time around it's @c|that slicing says @c",
        versus="and @p before, @d away, one of them is wrong|which isn't @p, hm, @d off|so @p or @c, that is the question",
        prefer="so of the two I take @c|it has to be @c then|so @c, not @p, is the product|all things weighed, @c",
        agree="those make @c again, lovely|and in sum @c, same as before",
        stray="in this test they make @w, unlike @c, odd|the test comes to @w and not @c, hm",
        strayed="ah, the test is off, @l @x @r is @v, not @w, so it does agree with the first"
        "|it's the test, @l @x @r should be @v where I put @w, so they agree after all",
        settle="fine, I'm done, @c|let it be @c|so @c, finally|I rest with @c",
        final="Answer: @c|The answer is @c.|@ab = @c",
    )

    def say(self, t: Telling, key: str, **given: int | str) -> str:
        return super().say(t, key, **given).rstrip(".")

    def linger(self, t: Telling) -> str:
        return re.sub("(; )+$", "; ", super().linger(t))


def _widen(style: type[Brooding], **texts: str) -> None:
    """More wordings for a style."""
    for key, wordings in _pool(**texts).items():
        style.pools[key] = style.pools[key] + wordings


_widen(
    Pendulum,
    agree="It comes to @c here as well, so both ways say the same.|Which sums to @c. Nice, no disagreement.",
    restart="Let me forget all of that and multiply anew.|Start again, then, with patience.",
    settle="Okay, no more swinging back and forth: @c.|I've looked at it from enough sides, @c stays.",
)
_widen(
    Rewalker,
    agree="Verification total: @c, the same.|So @c here as well, good.",
    restart="Let me begin again and watch each carry.",
)
_widen(
    Fog,
    agree="And altogether that's @c, just what I had.|Which also makes @c. Okay, that calms me.",
    restart="Let me clear my head and multiply from the top.",
)
_widen(
    Fumbler,
    agree="Together is @c. It is matching.|Also @c, so good.",
    open="How much is @ab? I think.|We have @a and we have @b, multiply.",
    settle="I finish with @c.|Yes, @c.",
)
_widen(
    Lanes,
    agree="Sum here @c, nothing to weigh.|It's @c in both lanes.",
    restart="Clearing the board; a lane from the top.|Again in full, in a clean lane.",
    term="@l against @r: @v|@l @x @r comes to @v",
)
_widen(
    Nagger,
    agree="- @c here as well, matches|- check total @c, fine",
    settle="- enough, @c|- ok @c, stop",
)
_widen(
    Drift,
    agree="Same @c. Fine.|Also totals @c; consistent.",
    restart="Recalculate from scratch.|Let's do again fully.",
)
_widen(
    QualmDigest,
    agree="Both routes agree on @c.|The sum is @c, just as I found earlier.",
    restart="**Working It Through Again**\n\nI'm discarding the old steps and multiplying from the outset.",
    commit="So my product stands at @c.|The sum gives me @c as the product.|I'm seeing a product of @c.",
)
_widen(
    LatexWaverer,
    agree="Their sum is $@c$ once more; the two computations coincide.|One finds $@c$ again.",
    settle="Enough wavering: $@c$.|The value $@c$ stands.",
)
_widen(
    NumberedRuminant,
    agree="That is @c too, confirmed.|Sum of these: @c, no quarrel.",
    restart="Fresh start, with care.|Wipe it, multiply anew.",
)
_widen(
    ColumnFretter,
    agree="Those rows make @c too.|Again @c under the rule.",
    settle="I put the pencil down: @c.",
)
_widen(
    SemicolonDrifter,
    agree="together @c, so that's alright|which is @c too, good",
    restart="back to the beginning then|one more full go at it",
    open="let me see what @ab makes|so it's @ab they want",
)

STYLES: dict[str, Style] = {
    style.slug: style()
    for style in (
        Pendulum,
        Rewalker,
        Fog,
        Fumbler,
        Lanes,
        Nagger,
        Drift,
        QualmDigest,
        LatexWaverer,
        NumberedRuminant,
        ColumnFretter,
        SemicolonDrifter,
    )
}
