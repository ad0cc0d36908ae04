"""Reasoning models that think and doubt: eight plain habits, from long monologues to clipped analysis.

The base class tells what all of them do (work, commit, check, disown, compare, conclude); a style brings its pools of
wordings, the layout of a worked product and the final answer.
"""

from __future__ import annotations

from typing import Any, ClassVar

from .common import Mended, Style, Telling, Term, Work

Pool = tuple[str, ...]


class Doubter(Style):
    """Work, commit, doubt, check, conclude. Pools are format strings: {a} {b} {ab} {x}, {c} candidate, {p} previous."""

    gap: ClassVar[str] = "\n\n"
    methods: ClassVar[tuple[str, ...]] = ("high", "high", "chunks", "round", "swapped", "low")
    checks: ClassVar[tuple[float, float, float, float]] = (0.25, 0.4, 0.25, 0.1)  # of 0, 1, 2, 3 confirming checks
    ways: ClassVar[dict[str, float]] = {"redo": 2, "recheck": 3, "other": 3, "fails": 3}
    slips: ClassVar[float] = 0.25

    opening: ClassVar[Pool] = ("",)
    commit: ClassVar[Pool]
    recommit: ClassVar[Pool]
    stumble: ClassVar[Pool]  # l r bad v
    disown: ClassVar[Pool]
    restart: ClassVar[Pool]
    half: ClassVar[Pool]  # e i z d: last digits of the factors, their product, the digit
    look: ClassVar[Pool]
    fine: ClassVar[Pool]  # l r v
    found: ClassVar[Pool]  # l r was now
    found_sum: ClassVar[Pool]  # was now
    resum: ClassVar[Pool]  # sum
    verify: ClassVar[Pool]
    differ: ClassVar[Pool]
    judge: ClassVar[Pool]
    tie: ClassVar[Pool]
    tied: ClassVar[Pool]
    holds: ClassVar[Pool]
    last_bad: ClassVar[Pool]  # e i z d w
    nines_bad: ClassVar[Pool]  # e i z w
    size_bad: ClassVar[Pool]  # e i z
    last_good: ClassVar[Pool]  # e i z d
    nines_good: ClassVar[Pool]  # e i z
    size_good: ClassVar[Pool]  # e i z
    divide: ClassVar[Pool]
    add_again: ClassVar[Pool]  # sum
    part_again: ClassVar[Pool]  # l r v
    another: ClassVar[Pool]
    agrees: ClassVar[Pool]
    check_slip: ClassVar[Pool]  # sum bad l r was now
    waver: ClassVar[Pool]
    conclude: ClassVar[Pool]

    # -- words

    def num(self, t: Telling, number: int) -> str:
        return t.n(number)

    def times(self, t: Telling, left: int, right: int) -> str:
        return f"{t.n(left)} {t.x} {t.n(right)}"

    def summed(self, t: Telling, work: Work) -> str:
        return t.sum(work)

    def say(self, t: Telling, pool: Pool, **more: Any) -> str:
        """A wording of the pool."""
        words = {key: self.num(t, value) if isinstance(value, int) else value for key, value in more.items()}
        return t.one(*pool).format(
            a=self.num(t, t.a),
            b=self.num(t, t.b),
            ab=self.times(t, t.a, t.b),
            ba=self.times(t, t.b, t.a),
            c=self.num(t, t.candidate),
            p=self.num(t, t.previous),
            x=t.x,
            **words,
        )

    def part(self, t: Telling, pool: Pool, term: Term, **more: Any) -> str:
        return self.say(
            t, pool, lr=self.times(t, term.left, term.right), l=term.left, r=term.right, v=term.value, **more
        )

    def join(self, *pieces: str) -> str:
        return self.gap.join(piece for piece in pieces if piece)

    def stumbles(self, t: Telling, work: Work) -> dict[int, str]:
        """At most one partial product that is told with a slip mended on the spot."""
        if not t.chance(self.slips):
            return {}
        place = t.rng.randrange(len(work.terms))
        term = work.terms[place]
        return {place: self.part(t, self.stumble, term, bad=t.near(term.value))}

    # -- what a style lays out in its own way

    def body(self, t: Telling, work: Work) -> str:
        """The worked product up to its total."""
        raise NotImplementedError

    def answer(self, t: Telling) -> str:
        """The final answer, after the thoughts."""
        raise NotImplementedError

    # -- attempts

    def committed(self, t: Telling) -> str:
        return t.c(self.say(t, self.recommit if t.index and t.chance(0.5) else self.commit))

    def first(self, t: Telling) -> str:
        return self.join(self.say(t, self.opening), self.body(t, t.solve(*self.methods)), self.committed(t))

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        told = ""
        if way == "recheck":
            told = self.rechecked(t, self.say(t, self.look))
        elif way == "other":
            told = self.compared(t)
        elif way == "fails":
            reason = self.failing(t)
            if reason:
                told = self.rechecked(t, reason) if t.chance(0.5) else ""
                told = told or self.join(reason, self.redone(t))
        if not told:
            half = "" if t.same else self.halfway(t)
            told = self.join(half, self.say(t, self.disown), self.redone(t))
        return self.gap + told

    def redone(self, t: Telling) -> str:
        work = t.other("low", "chunks", "high")
        return self.join(self.say(t, self.restart), self.body(t, work), self.committed(t))

    def rechecked(self, t: Telling, reason: str) -> str:
        mended = t.mend()
        if mended is None:
            return ""
        return self.join(
            reason, self.looked(t, mended), self.say(t, self.resum, sum=self.summed(t, mended.work)), self.committed(t)
        )

    def looked(self, t: Telling, mended: Mended) -> str:
        """The partial products up to the wrong one, and what is wrong."""
        place = mended.place
        before = mended.work.terms if place is None else mended.work.terms[:place]
        pieces = [self.part(t, self.fine, term) for term in before]
        if place is None:
            pieces.append(self.say(t, self.found_sum, was=mended.was, now=mended.now))
        else:
            term = mended.work.terms[place]
            pieces.append(self.part(t, self.found, term, was=mended.was, now=mended.now))
        return self.lines(pieces)

    def lines(self, pieces: list[str]) -> str:
        return " ".join(pieces)

    def compared(self, t: Telling) -> str:
        told = [self.say(t, self.verify), self.body(t, t.other("low", "chunks")), self.say(t, self.differ)]
        if t.chance(0.25):
            told += [self.say(t, self.tie), self.body(t, t.solve("low", "chunks", "high")), self.say(t, self.tied)]
        elif t.chance(0.7):
            told.append(self.say(t, self.judge))
        return self.join(*told, t.c(self.say(t, self.holds)))

    def halfway(self, t: Telling) -> str:
        e, i, seen = t.a % 10, t.b % 10, t.previous % 10
        if e * i % 10 != seen or not t.chance(0.3):
            return ""
        return self.say(t, self.half, e=e, i=i, z=e * i, d=seen)

    def failing(self, t: Telling) -> str:
        """A quick test that the candidate before really fails and the new one passes, if there is one."""
        options = []
        e, i = t.a % 10, t.b % 10
        if t.previous % 10 != e * i % 10 == t.candidate % 10:
            options.append(self.say(t, self.last_bad, e=e, i=i, z=e * i, d=e * i % 10, w=t.previous % 10))
        e, i = t.a % 9, t.b % 9
        if t.previous % 9 != e * i % 9 == t.candidate % 9:
            options.append(self.say(t, self.nines_bad, e=e, i=i, z=e * i % 9, w=t.previous % 9))
        guess = t.estimate()
        if guess and not 0.6 < t.previous / guess[2] < 1.7:
            options.append(self.say(t, self.size_bad, e=guess[0], i=guess[1], z=guess[2]))
        return t.one(*options) if options else ""

    # -- checks that confirm

    def confirm(self, t: Telling, kind: str) -> str:
        if kind == "last" and (last := t.last_digit()):
            return self.say(t, self.last_good, e=last[0], i=last[1], z=last[2], d=last[2] % 10)
        if kind == "nines" and (nines := t.nines()):
            return self.say(t, self.nines_good, e=nines[0], i=nines[1], z=nines[2])
        if kind == "size" and len(str(t.product)) > 2 and (guess := t.estimate()):
            return self.say(t, self.size_good, e=guess[0], i=guess[1], z=guess[2])
        if kind == "divide" and t.candidate == t.product:
            return self.say(t, self.divide)
        if kind == "add":
            return self.say(t, self.add_again, sum=self.summed(t, t.work))
        if kind == "part":
            return self.part(t, self.part_again, t.rng.choice(t.work.terms))
        if kind == "another":
            return self.join(
                self.say(t, self.another), self.body(t, t.other("low", "chunks")), self.say(t, self.agrees)
            )
        if kind == "slip":
            return self.slipped_check(t)
        return self.say(t, self.waver) if kind == "waver" else ""

    def slipped_check(self, t: Telling) -> str:
        """A check that gives another result at first, because of a slip of its own."""
        work = t.other("chunks")
        place = t.rng.randrange(len(work.terms))
        term = work.terms[place]
        was = t.near(term.value)
        bad = t.candidate + term.sign * (was - term.value)
        if bad <= 0 or bad in (t.product, t.candidate) or was == term.value:
            return ""
        wrong = Term(term.left, term.right, was, term.sign)
        shown = Work(work.a, work.b, work.method, (*work.terms[:place], wrong, *work.terms[place + 1 :]), bad)
        split = " and ".join(
            [
                ", ".join(self.times(t, s.left, s.right) for s in shown.terms[:-1]),
                self.times(t, shown.terms[-1].left, shown.terms[-1].right),
            ]
        )
        told = self.part(
            t, self.check_slip, term, split=split, sum=self.summed(t, shown), bad=bad, was=was, now=term.value
        )
        return t.r(told)  # a cut within would leave a conflict that is none

    def confirmed(self, t: Telling) -> list[str]:
        many = t.rng.choices([0, 1, 2, 3], self.checks)[0]
        kinds = ["last", "nines", "size", "divide", "add", "part", "another", "another", "slip", "waver"]
        t.rng.shuffle(kinds)
        told: list[str] = []
        done: set[str] = set()
        for kind in kinds:
            if len(told) < many and kind not in done and (text := self.confirm(t, kind)):
                told.append(text)
                done.add(kind)
        return told

    def closing(self, t: Telling) -> str:
        concluded = self.say(t, self.conclude) if t.chance(0.6) else ""
        return self.gap + self.join(*self.confirmed(t), concluded) + self.answer(t)


class RamblingMonologue(Doubter):
    """One long thought in tags, short paragraphs, then a tidy solution with a box."""

    checks = (0.15, 0.4, 0.3, 0.15)
    ends = ("", "", "\n")

    opening: ClassVar[Pool] = (
        "<think>\nOkay, so I need to calculate {ab}. Let me think step by step.",
        "<think>\nAlright, I have to multiply {a} by {b}. Let me take it slowly.",
        "<think>\nHmm, {ab}. Let me break this down so I don't mess it up.",
        "<think>\nFirst, I need to find the product of {a} and {b}. I'll break one of the numbers into parts.",
        "<think>\nSo the question is {ab}. I remember that you can split a number and use the distributive property.",
        "<think>\nOkay, let's see. {a} times {b}. I'll do this by hand.",
    )
    commit: ClassVar[Pool] = (
        "So {ab} = {c}.",
        "Therefore, {ab} should be {c}.",
        "So the product is {c}.",
        "So putting it all together, {a} multiplied by {b} is {c}.",
        "Okay, so I get {c} as the answer.",
        "That means {a} times {b} equals {c}.",
    )
    recommit: ClassVar[Pool] = (
        "So the answer should be {c}.",
        "Okay, so now I get {c} for {ab}.",
        "So with that, {ab} = {c}.",
        "So this time the product comes out as {c}.",
        "Then the answer would be {c}.",
    )
    stumble: ClassVar[Pool] = (
        "{lr} is {bad}. Wait, no, that's not right, {lr} is {v}.",
        "{lr}... that's {bad}, hmm, no, {v}.",
        "{lr} = {bad}? Let me see... no, {v}. Yes, {v}.",
        "{lr} would be {bad}. Hold on, I slipped there: it's {v}.",
        "{lr} is {bad}, oops, I mean {v}.",
    )
    disown: ClassVar[Pool] = (
        "Wait, I'm not happy with that. I think I mixed something up, so forget that result.",
        "Hmm, hold on. I don't trust {p}. I went through it too fast, so let me throw it out.",
        "Wait, that doesn't look right. Scrap that.",
        "Hmm, no. I think I made a mistake somewhere in there. Let me discard that.",
        "Wait a second, I lost track of the zeros there. I can't use that result.",
        "Actually no, {p} doesn't feel right to me. Let me not rely on it.",
    )
    restart: ClassVar[Pool] = (
        "Let me start over.",
        "Starting from scratch:",
        "Let me do it again, from the beginning, more carefully.",
        "Okay, from the top.",
        "I'll redo the whole multiplication.",
    )
    half: ClassVar[Pool] = (
        "The last digit fits, since {e} times {i} is {z}, so it should end in {d}. But that doesn't say much.",
        "It ends in {d}, and {e}{x}{i} = {z}, so that part's okay. The other digits worry me though.",
        "Well, the units digit {d} is plausible ({e} times {i} is {z}), but the rest could still be off.",
    )
    look: ClassVar[Pool] = (
        "Wait, let me double-check each of the partial products.",
        "Hmm, let me go over those steps again to make sure.",
        "Let me verify that. I'll go through the parts once more.",
        "Hold on, let me check my steps.",
        "But let me double-check, because these are easy to get wrong.",
    )
    fine: ClassVar[Pool] = (
        "{lr} = {v}, that's okay.",
        "{lr} is {v}, yes.",
        "{lr}: {v}. Correct.",
        "{lr} is indeed {v}.",
        "{lr} gives {v}, right.",
    )
    found: ClassVar[Pool] = (
        "But {lr}: I wrote {was} before. That's wrong, it should be {now}.",
        "Now {lr}... that's {now}, not {was}! So I made a mistake there.",
        "{lr} is actually {now}. Earlier I had {was}, which is an error.",
        "Wait, {lr} isn't {was}. It's {now}.",
        "And {lr} = {now}. Oh, I had {was}. That's where I went wrong.",
    )
    found_sum: ClassVar[Pool] = (
        "So the parts are fine, but the addition isn't: it doesn't come to {was}.",
        "Then the sum. Oh wait, I added wrong. It isn't {was}.",
        "The partial products are all okay, so the mistake is in the addition. I wrote {was}, which is off.",
        "Hmm, but adding those I don't get {was}. I must have dropped a carry.",
    )
    resum: ClassVar[Pool] = (
        "Adding again: {sum} = {c}.",
        "So now the sum is {sum}, which is {c}.",
        "Let me add them up again: {sum} = {c}.",
        "With that, {sum} gives {c}.",
    )
    verify: ClassVar[Pool] = (
        "Wait, let me verify this with a different method, just to be safe.",
        "Let me check this another way.",
        "To be sure, let me split it differently and see if I get the same thing.",
        "Hmm, let me cross-check by breaking it up another way.",
        "But just to make sure I haven't made a mistake, let me compute it differently.",
    )
    differ: ClassVar[Pool] = (
        "Hmm, that's {c}, but before I had {p}. These don't match. One of them must be wrong.",
        "Wait, now I get {c}, and earlier I got {p}. That's a discrepancy.",
        "That's {c}. But earlier I got {p}. Conflicting results. Which one is right?",
        "So this way it's {c}, which is not the {p} from before. Hmm.",
    )
    judge: ClassVar[Pool] = (
        "Looking back at the first calculation, I was sloppy with a carry there. The second one looks clean.",
        "I think the mistake is in the first one, where I rushed the steps.",
        "Let me see... each step of the second calculation checks out, so the first one had the error.",
        "The first time I must have misadded. I've gone over the second one and it's fine.",
    )
    tie: ClassVar[Pool] = (
        "Let me do it a third time to see which one is right.",
        "I need a tie-breaker, so once more.",
        "Okay, a third calculation to decide.",
    )
    tied: ClassVar[Pool] = (
        "So that's {c} again, the same as just now.",
        "That agrees with the second result, {c}, not with {p}.",
        "{c} again. So {p} was wrong.",
    )
    holds: ClassVar[Pool] = (
        "So {p} was a mistake, and the correct answer is {c}.",
        "Therefore I'll go with {c}, not {p}.",
        "So the right product must be {c}.",
        "Okay, so {ab} = {c}, and my earlier result was wrong.",
        "So it's {c}.",
    )
    last_bad: ClassVar[Pool] = (
        "Wait, check the last digit: {e} times {i} is {z}, so the product must end in {d}. But {p} ends in {w}. So "
        "it's "
        "wrong.",
        "Hmm, {a} ends in {e} and {b} ends in {i}, so the answer should end in {d}. Mine, {p}, ends in {w}. That can't "
        "be right.",
        "But hold on. {e}{x}{i} = {z}, last digit {d}. And I have {w} at the end. So I made an error.",
    )
    nines_bad: ClassVar[Pool] = (
        "Let me check mod 9. {a} is {e} mod 9 and {b} is {i} mod 9, so the product should be {z} mod 9. But {p} is {w} "
        "mod 9. So something is wrong.",
        "Casting out nines: {e} and {i} for the factors, so {z} for the product. {p} gives {w}. They don't match, so "
        "{p} is wrong.",
    )
    size_bad: ClassVar[Pool] = (
        "Wait, does that make sense? {e} times {i} is {z}, and {p} is nowhere near that. So that's wrong.",
        "Hmm, an estimate would be {e} {x} {i} = {z}. But {p} is way off. There must be a mistake.",
    )
    last_good: ClassVar[Pool] = (
        "Quick check on the last digit: {e} times {i} is {z}, so it should end in {d}, and it does.",
        "The units digit: {e}{x}{i} = {z}, ends in {d}. And {c} ends in {d}. Good.",
        "Also, it should end in {d} because {e} times {i} is {z}. Yes.",
        "Let me check the last digit. {e} times {i} is {z}, so {d}. Okay, that matches.",
    )
    nines_good: ClassVar[Pool] = (
        "Let me also do the mod 9 check. {a} is {e} mod 9, {b} is {i} mod 9, so the product is {z} mod 9. And {c} "
        "mod 9 "
        "is {z}. Good.",
        "Casting out nines: {a} gives {e}, {b} gives {i}, their product gives {z}, and {c} gives {z} too. Okay.",
        "Checking with digit sums: remainders {e} and {i}, so {z} expected. {c} leaves {z}. That matches.",
    )
    size_good: ClassVar[Pool] = (
        "As an estimate, {e} {x} {i} = {z}, so {c} is in the right range.",
        "Does it make sense? {e} times {i} would be {z}. {c} is close to that, so yes.",
        "Rough check: about {e} times {i}, that's {z}. So {c} seems reasonable.",
    )
    divide: ClassVar[Pool] = (
        "I could also divide back: {c} divided by {b} should be {a}. And it is, with nothing left over. Good.",
        "Going backwards, {c} / {a} = {b}. Great.",
        "Let me divide to check: {c} ÷ {b} = {a}. Yes, that works.",
    )
    add_again: ClassVar[Pool] = (
        "Let me add it up once more to be safe: {sum} = {c}. Yes.",
        "Let me recheck the sum. {sum}... that's {c}. Right.",
        "And the addition again: {sum} is {c}. Okay, same.",
    )
    part_again: ClassVar[Pool] = (
        "Let me just recheck {lr}. That's {v}. Yes, same as before.",
        "I want to be sure about {lr}, though. It's {v}. Okay, that was right.",
        "Was {lr} really {v}? Yes, it was.",
    )
    another: ClassVar[Pool] = (
        "Let me verify by doing it another way.",
        "Wait, let me double-check with a different split.",
        "Let me check this the other way round, just to confirm.",
        "Alternatively, I can break it up differently and see if I get the same thing.",
        "Just to be thorough, let me check it with another approach.",
    )
    agrees: ClassVar[Pool] = (
        "So that's {c} again. Both ways agree.",
        "Yes, {c}. Same result, so I'm confident.",
        "Great, that also gives {c}.",
        "Same answer, {c}. That checks out.",
        "Okay, it matches: {c}.",
    )
    check_slip: ClassVar[Pool] = (
        "Let me check with {split}. The sum is {sum} = {bad}. Hmm, that's different from {c}. Wait, in this check I "
        "took "
        "{lr} as {was}, but it's {now}. With {now} it comes to {c}, so it agrees after all.",
        "Checking another way, with {split}: {sum} = {bad}. But I had {c}. Let me see... oh, it's the check that is "
        "wrong: "
        "{lr} is {now}, not {was}. Fixing that, I get {c} here too. Okay, good.",
        "As a check, {split}: {sum}, which is {bad}? That doesn't match {c}. Oh, I see, I miscalculated {lr} just now. "
        "It's {now} instead of {was}, and then the check gives {c} as well. So my answer was right.",
    )
    waver: ClassVar[Pool] = (
        "Should I do it again another way? I don't think that's needed. The steps were simple enough.",
        "Hmm, wait, did I forget a zero somewhere? No, looking at it again, the zeros are all there. It's fine.",
        "Wait, is that right? Let me think... yes, all the parts are there. It's okay.",
        "Maybe I should redo it with long multiplication... No, I've been careful. It should be right.",
        "Hmm, was there a carry I missed? I don't think so. No, it's fine.",
    )
    conclude: ClassVar[Pool] = (
        "So I'm confident that the answer is {c}.",
        "Okay, so the final answer is {c}.",
        "I think that's it. {c}.",
        "Alright, I'm going with {c}.",
        "So yeah, {c} it is.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.one("plain", "comma", "latex")
        t.x = t.one("×", "×", "*", "x")

    def body(self, t: Telling, work: Work) -> str:
        intro = t.one(
            f"I can write {t.n(work.b)} as {t.factor(work)}.",
            f"{t.n(work.b)} is {t.factor(work)}, so I'll multiply {t.n(work.a)} by each part.",
            f"Let me split {t.n(work.b)} into {t.factor(work)}.",
            f"Breaking {t.n(work.b)} into {t.factor(work)} should help.",
        )
        slips = self.stumbles(t, work)
        told = []
        for place, term in enumerate(work.terms):
            lead = t.one("First, ", "So ", "") if not place else t.one("Then ", "Next, ", "And ", "Now, ")
            detail = t.detail(term, 0.3)
            lr = self.times(t, term.left, term.right)
            told.append(
                lead
                + (
                    slips.get(place)
                    or (f"{lr}. That's {detail}." if detail else f"{lr} {t.one('=', 'is')} {t.n(term.value)}.")
                )
            )
        if len(work.terms) > 2 and t.flag("stepwise", 0.6):
            added = "Now I add them up. " + " ".join(
                f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}." for s, g, v, r in work.steps()
            )
        else:
            added = t.one("Putting those together: ", "Now add them: ", "So in total, ", "Combining these, ")
            added += f"{t.sum(work)} = {t.n(work.total)}."
        gap = t.one("\n\n", " ", "\n\n")
        return intro + gap + gap.join(told) + "\n\n" + added

    def answer(self, t: Telling) -> str:
        ab = f"{t.m(t.a)} \\times {t.m(t.b)}"
        return "\n</think>\n\n" + t.one(
            f"To calculate {t.ab}, split one factor and add the partial products:\n\n"
            f"{t.r(f'{t.sum(t.work)} = {t.n(t.candidate)}')}\n\n**Final Answer:** {t.r(t.boxed('$', '$'))}",
            t.r(f"**Answer:** {t.ab} = **{t.n(t.candidate)}**"),
            t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is:\n\n\\[\n{ab} = {t.boxed()}\n\\]"),
            "**Solution:**\n\n"
            + "\n".join(
                f"{k}. {t.n(s.left)} {t.x} {t.n(s.right)} = {t.n(s.value)}" for k, s in enumerate(t.work.terms, 1)
            )
            + f"\n\n{t.r(f'The combined total is **{t.n(t.candidate)}**.')}",
            t.r(f"\\[\n{t.boxed()}\n\\]"),
        )


class WanderingInquirer(Doubter):
    """No tags, one stream of sentences, a bold heading and a box at the end."""

    gap = "\n\n"
    checks = (0.1, 0.4, 0.3, 0.2)

    opening = (
        "So I have this multiplication here, {ab}, and I need to figure out what it comes to.",
        "I've got to calculate {ab}. Let me think about how to go about it.",
        "To find {ab}, I could do long multiplication, but let me try breaking the numbers down first.",
        "Let me see. I need to multiply {a} by {b}, and I should be careful about place values.",
        "Alright, {ab}. Step by step, then.",
    )
    commit = (
        "So it seems that {ab} = {c}.",
        "So, {a} multiplied by {b} is {c}.",
        "Thus, the product seems to be {c}.",
        "So I have {c} as the product.",
        "Hence {ab} equals {c}.",
        "So, the answer appears to be {c}.",
    )
    recommit = (
        "So now the product appears to be {c}.",
        "So, it seems that now {ab} = {c}.",
        "Thus, going by this, the answer is {c}.",
        "So, {a} times {b} comes to {c} this time.",
        "Okay, so that makes the product {c}.",
    )
    stumble = (
        "{lr} = {bad}. Hmm, wait, let me recompute that: {lr} = {v}.",
        "{lr} is {bad}... no, actually, it's {v}.",
        "{lr} should be {bad}. Is it? No, carrying properly, it's {v}.",
        "{lr} = {bad} -- no, I misread, {v}.",
        "{lr} comes to {bad}. Wait, that's off, it comes to {v}.",
    )
    disown = (
        "But wait, something seems off about {p}. I don't think I should keep it.",
        "Hmm, I'm not convinced at all. I believe I've mixed up the place values, so let me set that result aside.",
        "Wait, perhaps I've made an error somewhere. I'd rather discard {p}.",
        "Actually, I think I got confused in the middle of that. Let me drop it.",
        "Hmm, that doesn't seem correct. I'll abandon that attempt.",
    )
    restart = (
        "Let me begin again with a clean approach.",
        "Let me start afresh.",
        "I'll go through the whole multiplication anew.",
        "Perhaps I should do it all over, slowly.",
        "Starting again:",
    )
    half = (
        "Now, the units digit is {d}, and {e} times {i} is {z}, so that is consistent at least, though it's hardly "
        "proof.",
        "The last digit is consistent, {e} {x} {i} = {z}. Still, that alone isn't enough.",
    )
    look = (
        "But let me double-check these partial products.",
        "Wait, maybe I should verify each step.",
        "Let me retrace the steps to see if everything adds up.",
        "Hmm, let me look at the individual products again.",
        "Is that correct? Let me re-verify the parts.",
    )
    fine = (
        "{lr} is {v}, which is correct.",
        "{lr} = {v}, fine.",
        "{lr}, that's {v}, okay.",
        "{lr} is {v}, as I had.",
    )
    found = (
        "However, {lr} is {now}, and I've used {was}. That's the mistake.",
        "But for {lr} I had {was}, whereas it should be {now}.",
        "Now, {lr}: computing it again I get {now}, not {was}. So there was an error.",
        "Hmm, {lr} = {now}. I previously said {was}, which is incorrect.",
    )
    found_sum = (
        "So all the parts seem right, but the total of {was} is not what they add up to.",
        "The products are fine; it's the addition where I slipped. It's not {was}.",
        "However, adding these, I don't arrive at {was}. I must have mis-added.",
    )
    resum = (
        "Now, summing again: {sum} = {c}.",
        "Then the total becomes {sum} = {c}.",
        "Adding them up anew, {sum} comes to {c}.",
    )
    verify = (
        "Alternatively, I can try a different way of splitting to see if it's consistent.",
        "To make sure, let me compute it in another way.",
        "Perhaps there's another approach to verify this. Let me try.",
        "Let me see if I can confirm this using a different decomposition.",
        "Maybe I should try it from the other side.",
    )
    differ = (
        "Wait, here I get {c}, but previously I got {p}. There's a discrepancy.",
        "Hmm, now it's {c}, whereas before it was {p}. They can't both be right.",
        "Interesting, {c} this way and {p} the other way. Something's wrong with one of them.",
        "But earlier I had {p}, and now {c}. So which one is correct?",
    )
    judge = (
        "Looking at the earlier work, I suspect the slip happened there, in one of the carries.",
        "The second calculation has simpler steps, and I can't find any fault in it. So the fault is in the first.",
        "Going back to the first approach, yes, I see that I miscounted there.",
        "Upon reviewing, the earlier approach contained an arithmetic error.",
    )
    tie = (
        "To settle this, let me try a third way.",
        "Let me perform yet another calculation to determine which is correct.",
    )
    tied = (
        "This gives {c} as well, so the second result is supported.",
        "So {c} twice now, against {p} once.",
    )
    holds = (
        "Therefore, the earlier {p} was incorrect, and the product is {c}.",
        "So I'm inclined to believe that {c} is the correct one.",
        "Hence, I should go with {c}.",
        "So the correct product should be {c}, not {p}.",
    )
    last_bad = (
        "Wait a moment. {a} ends in {e} and {b} ends in {i}, and {e} times {i} is {z}, so the product should end in "
        "{d}. "
        "But {p} ends in {w}. That's a contradiction.",
        "Hmm, considering the units digits: {e} {x} {i} = {z}, so the last digit should be {d}, not {w}. So {p} "
        "can't be "
        "correct.",
    )
    nines_bad = (
        "Let me check modulo 9. {a} ≡ {e} and {b} ≡ {i}, so the product should be ≡ {z}. But {p} ≡ {w} (mod 9). So "
        "there's an error somewhere.",
        "Using digit sums, I'd expect a remainder of {z} by 9 (from {e} and {i}), but {p} leaves {w}. So {p} is wrong.",
    )
    size_bad = (
        "But if I approximate, {e} {x} {i} = {z}, and {p} is far from that. So {p} can't be right.",
        "Wait, roughly it should be {e} times {i}, which is {z}. {p} is not even close, so there's a mistake.",
    )
    last_good = (
        "Checking the units digit, {e} times {i} is {z}, which ends in {d}, and so does {c}. Consistent.",
        "The last digit should be that of {e} {x} {i} = {z}, namely {d}. Indeed, it is.",
        "Also the product ends in {d}, as it should, since {e} times {i} is {z}.",
    )
    nines_good = (
        "Modulo 9, {a} ≡ {e}, {b} ≡ {i}, so I'd expect {z}. And {c} ≡ {z} (mod 9). That's consistent.",
        "I can check by casting out nines: the factors leave {e} and {i}, the product should leave {z}, and {c} does "
        "leave {z}. So that's a good sign.",
    )
    size_good = (
        "If I approximate, {e} {x} {i} = {z}, and {c} is near that, so it seems plausible.",
        "As a sanity check, {e} times {i} is {z}. So {c} is in the right ballpark.",
        "Rounding gives {e} {x} {i} = {z}, which is reasonably near {c}.",
    )
    divide = (
        "Another check would be dividing {c} by {a}, which gives {b} exactly. So that's consistent.",
        "And if I divide {c} by {b}, I get back {a}. So it holds.",
    )
    add_again = (
        "Let me verify the addition once more: {sum} = {c}. Yes, that's correct.",
        "Just to make sure about the sum: {sum} = {c}. Okay.",
    )
    part_again = (
        "Let me reconsider {lr}, just in case. It is {v}, as before. Good.",
        "Perhaps I should double-check {lr}. That's {v}. Yes, no problem there.",
    )
    another = (
        "Alternatively, I can use another decomposition to confirm.",
        "Let me also try it in another way to make sure that it's consistent.",
        "Maybe I can verify it with the roles of the numbers changed.",
        "To be thorough, let me verify using a different approach.",
    )
    agrees = (
        "So, again, {c}. That matches what I got before.",
        "Same result, {c}. So both approaches are consistent.",
        "That's {c} too, so I'm fairly confident.",
        "And that confirms {c}.",
    )
    check_slip = (
        "Alternatively, using {split}, I'd have {sum} = {bad}. Wait, that's not {c}. Did I make a mistake here? "
        "Yes: {lr} "
        "is {now}, I used {was}. Correcting this check, it gives {c}, the same as before. So the original calculation "
        "stands.",
        "Let me try {split} as a verification. {sum} = {bad}. That's different from {c}, hmm. But hold on, {lr} "
        "should be "
        "{now}, not {was}, so the verification was faulty. Done properly it yields {c}, too.",
    )
    waver = (
        "Should I try the lattice method too? I think that would be overkill. The result seems solid.",
        "I wonder if I've missed a carry somewhere. Looking over it, no, I don't see any.",
        "Perhaps I should redo it entirely? No, I've no reason to doubt it.",
        "Hmm, is there any possibility that I've misplaced a zero? It doesn't seem so.",
        "But is this the most efficient way? It doesn't matter, the result is what counts.",
    )
    conclude = (
        "So, I'm confident that the product is {c}.",
        "Therefore, after all this, the answer is {c}.",
        "In conclusion, {ab} = {c}.",
        "So I think {c} is right.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "plain", "comma")
        t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "x")

    def body(self, t: Telling, work: Work) -> str:
        ways = {
            "round": f"I notice that {t.n(work.b)} is {t.factor(work)}, which makes it easier.",
            "swapped": f"I can take it the other way round, {t.n(work.a)} times {t.n(work.b)}, with {t.factor(work)}.",
        }
        intro = ways.get(work.method) or t.one(
            f"I know that {t.n(work.b)} can be written as {t.factor(work)}, so by the distributive property I can "
            f"multiply {t.n(work.a)} by each of these.",
            f"I can express {t.n(work.b)} as {t.factor(work)}, and multiply each part by {t.n(work.a)}.",
            f"Now, {t.n(work.b)} = {t.factor(work)}.",
        )
        slips = self.stumbles(t, work)
        rows = []
        for place, term in enumerate(work.terms):
            detail = t.detail(term, 0.4)
            row = slips.get(place) or f"{self.times(t, term.left, term.right)} = {t.n(term.value)}"
            if detail and place not in slips:
                row = f"{self.times(t, term.left, term.right)}: {detail}"
            rows.append(row if row.endswith(".") else row + ("" if t.flag("bare", 0.5) else "."))
        listed = "\n\n".join(rows) if t.flag("spaced", 0.6) else "\n".join(f"- {row}" for row in rows)
        if t.flag("one by one", 0.5):
            added = (
                t.one("Now, adding them up:", "Next, I add these:")
                + "\n\n"
                + "\n\n".join(f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in work.steps())
            )
        else:
            added = t.one("Now, combining them: ", "So in total: ", "Now I need to put these together: ")
            added += f"{t.sum(work)} = {t.n(work.total)}"
        return f"{intro}\n\n{listed}\n\n{added}"

    def answer(self, t: Telling) -> str:
        box = t.boxed("\\[ ", " \\]") if t.flag("display", 0.5) else t.boxed("$", "$") if t.chance(0.5) else t.boxed()
        return "\n\n" + t.one(
            f"**Final Answer**\n\n{t.r(box)}",
            f"**Final Answer**\n\n{t.r(f'The product of {t.n(t.a)} and {t.n(t.b)} is {box}.')}",
            t.r(f"So, the final answer is {t.boxed('$', '$')}."),
            t.r(f"Thus, {t.ab} = {t.n(t.candidate)}.\n\n{box}"),
        )


class ClippedThinking(Doubter):
    """Terse notes of an analysis channel: fragments, semicolons, then the final message."""

    gap = " "
    checks = (0.35, 0.4, 0.2, 0.05)
    slips = 0.15

    opening = (
        "We need {ab}.",
        "Compute {ab}.",
        "User asks {ab}, step by step.",
        "Need to calculate {ab}. Do it carefully.",
        "We need to compute {ab}. Let's do.",
    )
    commit = ("So {c}.", "Product {c}.", "So {ab} = {c}.", "Result: {c}.", "So answer {c}.", "Thus {c}.")
    recommit = ("So now {c}.", "So product = {c}.", "Thus answer {c}.", "OK so {c}.", "Then {ab} = {c}.")
    stumble = (
        "{lr}={bad}? no, {v}",
        "{lr}={bad}, wait {v}",
        "{lr} = {bad}... actually {v}",
        "{lr}={bad} (no: {v})",
    )
    disown = (
        "Hmm, not sure that's right. Discard it.",
        "Wait, that's suspicious. Drop that.",
        "No, scrap that.",
        "Hmm, messed up somewhere. Ignore {p}.",
        "Wait, don't trust that.",
    )
    restart = ("Redo:", "Recompute from scratch:", "Again, carefully:", "Start over.", "Fresh:")
    half = (
        "Last digit: {e}*{i}={z} -> {d}, ok. Weak check though.",
        "Ends in {d}, fine ({e}*{i}={z}), but that's not enough.",
    )
    look = ("Double-check:", "Check parts:", "Let's verify the pieces.", "Verify:", "Recheck steps:")
    fine = ("{lr}={v} ok.", "{lr}={v} good.", "{lr}={v}, yes.", "{lr}: {v} ✓.")
    found = (
        "{lr}: {now}, not {was}.",
        "{lr} should be {now}; I had {was}. Error.",
        "{lr}={now}. Oops, had {was}.",
        "But {lr}={now}, not {was}, mistake.",
    )
    found_sum = (
        "Sum is off though: not {was}.",
        "Parts ok, but addition wrong, not {was}.",
        "Oops, mis-added: {was} is wrong.",
    )
    resum = ("Sum again: {sum} = {c}.", "Now {sum}={c}.", "New sum {sum} = {c}.")
    verify = ("Check other way:", "Verify differently:", "Cross-check:", "Double-check by another split:")
    differ = (
        "Gives {c}, vs {p} before. Mismatch.",
        "That's {c} not {p}. Conflict.",
        "Hmm {c} != {p}.",
        "Discrepancy: {p} vs {c}.",
    )
    judge = (
        "First one had an addition slip.",
        "Second one is clean; first was rushed.",
        "Error was in the first computation.",
        "Rechecked the second: each step fine.",
    )
    tie = ("Third time:", "Tie-break:", "Which? Once more:")
    tied = ("Again {c}.", "So {c} confirmed over {p}.", "{c} again, not {p}.")
    holds = ("So {c} is right.", "Correct is {c}, not {p}.", "Go with {c}.", "So it's {c}; {p} was wrong.")
    last_bad = (
        "Last digit: {e}*{i}={z} -> {d}, but {p} ends in {w}. Wrong.",
        "Units check: should end in {d} ({e}*{i}={z}); got {w}. Error.",
    )
    nines_bad = (
        "Mod 9: {e}*{i} -> {z}, but {p} -> {w}. Wrong.",
        "Mod 9 check: {a}≡{e}, {b}≡{i}, expect {z}; {p}≡{w}. Fails.",
    )
    size_bad = ("Estimate {e}*{i}={z}; {p} is way off.", "But roughly {e}*{i}={z}, so {p} can't be.")
    last_good = ("Last digit {e}*{i}={z} -> {d} ok.", "Ends in {d}: {e}*{i}={z}, good.", "Units {d} ✓ ({e}*{i}={z}).")
    nines_good = (
        "Mod 9: {e}*{i} -> {z}; {c} -> {z}. ok.",
        "Mod 9 check: {a}≡{e}, {b}≡{i}, product ≡{z}; {c}≡{z}. Good.",
    )
    size_good = ("Estimate {e}*{i}={z}, plausible.", "Approx {e}*{i}={z}. Reasonable.", "Rough: {e}*{i}={z}, ok.")
    divide = ("{c}/{b}={a}. Good.", "Divide back: {c} / {a} = {b} ✓.")
    add_again = ("Sum check: {sum}={c}. Yes.", "{sum} = {c}, yes.", "Add again: {sum}={c}. ok.")
    part_again = ("{lr} is {v}? Yes.", "Recheck {lr}={v}, yes.", "{lr} indeed {v}.")
    another = ("Check another way:", "Double-check:", "Verify with other split:", "Quick cross-check:")
    agrees = ("{c} again. Good.", "Same, {c}.", "Matches {c}.", "OK {c} confirmed.")
    check_slip = (
        "Check: {split}: {sum}={bad}. Hmm differs from {c}. Oh, {lr}={now} not {was} in this check; then {c}. Good.",
        "Cross-check {split}: {sum} = {bad}?? Check slipped: {lr} is {now}, not {was}. Fixed it gives {c}, consistent.",
    )
    waver = (
        "Should I redo? No, fine.",
        "Any missed carry? No.",
        "Maybe verify more? Not needed.",
        "Zeros right? Yes.",
    )
    conclude = ("Answer {c}.", "Provide steps and {c}.", "Done: {c}.", "Will answer {c} with brief steps.")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "narrow")
        t.maths = t.one("comma", "latex", "thin", "plain")
        t.x = t.one("*", "*", "×")

    def times(self, t: Telling, left: int, right: int) -> str:
        return f"{t.n(left)}{t.x}{t.n(right)}"

    def body(self, t: Telling, work: Work) -> str:
        slips = self.stumbles(t, work)
        parts = []
        for place, term in enumerate(work.terms):
            detail = t.detail(term, 0.2)
            row = f"{self.times(t, term.left, term.right)}={t.n(term.value)}"
            parts.append(slips.get(place) or row + (f" ({detail})" if detail else ""))
        head = self.times(t, work.a, work.b) + t.one(f" = {t.n(work.a)}*({t.factor(work)}): ", ": ", ". ")
        if len(work.terms) > 2 and t.flag("running", 0.4):
            total = "; ".join(f"{t.n(s)}{'+' if g > 0 else '-'}{t.n(v)}={t.n(r)}" for s, g, v, r in work.steps())
        else:
            total = f"{t.sum(work)} = {t.n(work.total)}"
        return head + t.one("; ", ", ").join(parts) + ". " + t.one("Sum: ", "Sum ", "Total: ", "Add: ") + total + "."

    def answer(self, t: Telling) -> str:
        lead = "assistantfinal" if t.flag("channels", 0.3) else "\n\n"
        rows = "\n".join(f"{k}. {t.n(s.left)} × {t.n(s.right)} = {t.n(s.value)}" for k, s in enumerate(t.work.terms, 1))
        return lead + t.one(
            f"**Step-by-step**\n\n{rows}\n\nTotal: {t.r(f'**{t.n(t.candidate)}**')}",
            t.r(f"**Answer:** {t.n(t.candidate)}"),
            t.r(f"\\[\n{t.m(t.a)} \\times {t.m(t.b)} = {t.boxed()}\n\\]"),
            t.r(f"{t.n(t.a)} × {t.n(t.b)} = **{t.n(t.candidate)}**"),
        )

    def finish(self, t: Telling, text: str) -> str:
        return ("analysis" + text) if "assistantfinal" in text else text


class HeadedReverie(Doubter):
    """First-person thoughts under bold headings, in calm full sentences; a plain last sentence."""

    gap = "\n\n"
    methods = ("high", "chunks", "round", "area", "swapped")
    slips = 0.12

    opening = (
        "**Breaking Down the Product**\n\nI'm looking at {ab}. My plan is to decompose one factor by place value.",
        "**Beginning the Multiplication**\n\nOkay, the task is {ab}, with the steps shown. Partial products seem the "
        "cleanest route.",
        "**Defining the Problem**\n\nI've been asked for {ab}. I'll work through it in manageable pieces.",
        "**My Approach**\n\nThe request is simple: multiply {a} by {b} and show the steps.",
        "**Setting Things Up**\n\nI need the product of {a} and {b}. I'll keep the place values straight.",
    )
    commit = (
        "That brings me to {c} for the product.",
        "I arrive at {c}.",
        "This gives me {ab} = {c}.",
        "My result is {c}.",
        "I've found that the product is {c}.",
        "Thus I have {c} as the result.",
    )
    recommit = (
        "My result is now {c}.",
        "This time around, I arrive at {c}.",
        "With this, the product stands at {c}.",
        "I now have {ab} = {c}.",
    )
    stumble = (
        "{lr} is {bad} -- no, I need to correct myself, it's {v}.",
        "{lr} gives {bad}; wait, that's a slip, {v}.",
        "{lr} is {bad}, or rather {v}, now that I look at it properly.",
    )
    disown = (
        "**Reconsidering**\n\nI'm not satisfied with this result; my bookkeeping was muddled. I'm setting it aside.",
        "**Stepping Back**\n\nSomething in that calculation bothers me, and I won't rely on it.",
        "**Doubting the Result**\n\nI don't have faith in {p}. I'm discarding it.",
        "**Backtracking**\n\nI've lost confidence in that line of work, so I'm abandoning it.",
        "**Reassessing**\n\nI rushed that. The result can't be used.",
    )
    restart = (
        "I'm starting the calculation over.",
        "I'll rebuild the product from the ground up.",
        "Now for a fresh attempt.",
        "I'm beginning anew with clean partial products.",
    )
    half = (
        "**Checking the Ending**\n\nThe last digit, {d}, does agree with {e} times {i} being {z}, but I'd need more.",
        "**A Partial Check**\n\nThe units digit fits ({e} {x} {i} = {z}). That doesn't secure the other digits.",
    )
    look = (
        "**Verifying the Steps**\n\nI'm now going back through the partial products.",
        "**Reviewing the Work**\n\nBefore finalizing, I want to re-examine each piece.",
        "**Auditing the Calculation**\n\nLet me go through the pieces one at a time.",
        "**Double-Checking**\n\nI'm revisiting each product.",
    )
    fine = ("{lr} is {v}, as stated.", "{lr} = {v} holds.", "{lr} is {v}, which is right.", "{lr} does give {v}.")
    found = (
        "However, {lr} should have been {now}; I'd written {was}.",
        "The issue is {lr}: I took it as {was}, and it's actually {now}.",
        "I've spotted an error: {lr} equals {now}, not {was}.",
        "On {lr} I went astray; it's {now} rather than {was}.",
    )
    found_sum = (
        "The pieces are sound, but I've spotted an error in adding them; {was} isn't their sum.",
        "So the fault lies in the final addition: {was} is incorrect.",
    )
    resum = (
        "The corrected addition is {sum} = {c}.",
        "Re-adding, {sum} yields {c}.",
        "With that fixed, {sum} = {c}.",
    )
    verify = (
        "**Cross-Checking**\n\nI'm confirming the result with a different decomposition.",
        "**Seeking Confirmation**\n\nTo be certain, I'll approach the product from another angle.",
        "**Testing the Result**\n\nA second method should give the same number.",
        "**Verifying by Another Route**\n\nI'm recomputing with a different split.",
    )
    differ = (
        "This yields {c}, which conflicts with my earlier {p}.",
        "I see {c} here, but had {p} previously. One of these is wrong.",
        "The two routes disagree: {p} before, {c} now.",
    )
    judge = (
        "Tracing it back, the slip was in my first pass; the second pass is sound.",
        "Having compared the two, I'm convinced that the first contained a carrying error.",
        "The second route holds up under scrutiny, unlike the first.",
    )
    tie = ("I'll run it a third time to settle the matter.", "A third computation will decide.")
    tied = ("It's {c} once more, which settles it.", "The third computation sides with the second: {c}.")
    holds = (
        "I'm therefore replacing {p} with {c}.",
        "The correct product is {c}.",
        "So {c} is the value I'm keeping.",
        "My revised result is {c}, not {p}.",
    )
    last_bad = (
        "**Spotting a Problem**\n\nThe factors end in {e} and {i}, and {e} {x} {i} = {z}, so the product has to end in "
        "{d}. Mine ends in {w}, so {p} is wrong.",
        "**Noticing an Inconsistency**\n\nWith last digits {e} and {i} I'd expect a final {d}, yet {p} ends in {w}. "
        "That's an error.",
    )
    nines_bad = (
        "**Casting Out Nines**\n\nThe factors leave {e} and {i}, so the product must leave {z}; {p} leaves {w}. That "
        "test fails.",
    )
    size_bad = (
        "**Checking Magnitude**\n\nRounded, I get {e} {x} {i} = {z}. {p} is far outside of that, so it's wrong.",
    )
    last_good = (
        "The last digit is right: {e} times {i} is {z}, and the product ends in {d}.",
        "I note that the final {d} agrees with {e} {x} {i} = {z}.",
        "The units digit passes as well, with {e} {x} {i} = {z} calling for a {d}.",
    )
    nines_good = (
        "**Casting Out Nines**\n\nRemainders {e} and {i} for the factors call for {z}, and {c} leaves {z}. It passes.",
        "The remainder test by nine works, too: {e} and {i} lead to {z}, and {c} leaves {z}.",
    )
    size_good = (
        "The magnitude is sensible: {e} {x} {i} = {z}.",
        "**Sanity Check**\n\nRounding gives {e} {x} {i} = {z}, close enough to {c}.",
        "An estimate of {e} times {i}, or {z}, supports this.",
    )
    divide = (
        "**Working Backward**\n\nDividing {c} by {b} returns {a}, as it should.",
        "The inverse operation works: {c} ÷ {a} = {b}.",
    )
    add_again = ("I re-added the pieces: {sum} = {c}. It stands.", "Once more, {sum} = {c}. The sum is right.")
    part_again = ("I looked again at {lr}; it's {v}, as before.", "I've rechecked {lr} and it remains {v}.")
    another = (
        "**Confirming the Result**\n\nI'm running through it by a second method.",
        "**Validating**\n\nA different split should reproduce this.",
        "**Final Verification**\n\nI'll check it with another decomposition.",
    )
    agrees = (
        "It's {c} again, so the result stands.",
        "This matches my {c}.",
        "Both methods give {c}, which is reassuring.",
    )
    check_slip = (
        "**Resolving a Mismatch**\n\nAs a check I took {split}, which gave me {sum} = {bad} rather than {c}. The check "
        "itself was at fault: {lr} is {now}, and I'd used {was}. With that repaired, the check gives {c}, too.",
        "**A False Alarm**\n\nMy check with {split} came to {sum} = {bad}, seemingly against {c}. But in it I took "
        "{lr} "
        "for {was}; it's {now}, which brings the check to {c}. My result was right all along.",
    )
    waver = (
        "I considered redoing the whole thing, but there's no need; the steps are sound.",
        "I briefly wondered about a lost carry, but there is none.",
        "I was tempted to recheck yet again. It isn't necessary.",
    )
    conclude = (
        "**Finalizing**\n\nI'm confident in {c} and ready to present it.",
        "I'm now ready to give {c} as the answer.",
        "**Wrapping Up**\n\nThe product is {c}.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "comma", "space")
        t.maths = t.words
        t.x = t.one("×", "×", "x")

    def body(self, t: Telling, work: Work) -> str:
        slips = self.stumbles(t, work)
        told = []
        for place, term in enumerate(work.terms):
            told.append(slips.get(place) or f"{self.times(t, term.left, term.right)} is {t.n(term.value)}.")
        intro = (
            ""
            if work.method == "area"
            else t.one(
                f"I treat {t.n(work.b)} as {t.factor(work)}. ",
                f"With {t.n(work.b)} = {t.factor(work)}, the pieces follow. ",
                f"I'm splitting {t.n(work.b)} into {t.factor(work)}. ",
            )
        )
        last = t.one("Altogether, ", "Combined, ", "Taken together, ", "Summing up, ")
        return intro + " ".join(told) + " " + last + f"{t.sum(work)} = {t.n(work.total)}."

    def answer(self, t: Telling) -> str:
        return (
            "\n\n"
            + t.one("", "---\n\n", "")
            + t.one(
                t.r(f"{t.ab} = **{t.n(t.candidate)}**"),
                t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**."),
                t.r(f"The final answer is {t.n(t.candidate)}."),
                f"Here is the calculation:\n\n{t.r(f'{t.ab} = {t.sum(t.work)} = {t.n(t.candidate)}')}",
            )
        )


class RewardedColumns(Doubter):
    """A small model after reinforcement: think and answer tags, short lines or columns, one-line doubts."""

    gap = "\n"
    methods = ("low", "low", "high", "chunks")
    checks = (0.4, 0.4, 0.15, 0.05)
    slips = 0.12

    opening = (
        "<think>\nTo calculate {ab}, we multiply by each digit and add.",
        "<think>\nLet's calculate {ab} step by step.",
        "<think>\nWe need to multiply {a} by {b}.",
        "<think> Let me solve {ab} using partial products.",
        "<think>\nStep 1: Multiply {a} by each part of {b}.",
    )
    commit = (
        "So, {ab} = {c}",
        "The result is {c}.",
        "Therefore, {ab} = {c}.",
        "So the answer is {c}.",
        "Thus, the product is {c}.",
    )
    recommit = (
        "So the correct answer is {c}.",
        "So now {ab} = {c}",
        "The result now is {c}.",
        "Therefore, we get {c}.",
    )
    stumble = ("{lr} = {bad}, no, {lr} = {v}", "{lr} = {bad} (wrong) -> {v}", "{lr} = {bad}, wait, it is {v}")
    disown = (
        "Wait, this is not correct.",
        "Wait, I made a mistake.",
        "Hmm, this result is not reliable.",
        "No, that's wrong. Ignore it.",
        "But I'm not sure. I can't trust this.",
    )
    restart = ("Let's recalculate.", "Let's try again:", "Let me redo it from the start.", "Start again:", "Redo:")
    half = ("The last digit {d} is okay because {e} {x} {i} = {z}, but I have to check more.",)
    look = ("Let me check each step:", "Let's verify:", "Check:", "Wait, let me check again.", "Let's re-evaluate:")
    fine = ("{lr} = {v}, correct", "{lr} = {v} (correct)", "{lr} = {v} ✓", "{lr} = {v} is right")
    found = (
        "{lr} = {now}, not {was}",
        "{lr} = {now}. I wrote {was}, this is wrong.",
        "{lr} is not {was}, it is {now}",
    )
    found_sum = ("The sum is wrong, it is not {was}.", "I added wrong. {was} is not the sum.")
    resum = ("{sum} = {c}", "Adding again: {sum} = {c}", "New sum: {sum} = {c}")
    verify = (
        "Let's check with another method:",
        "Let me verify by splitting differently.",
        "Verification:",
        "To check:",
    )
    differ = ("This gives {c}, not {p}.", "Now it is {c}, but before it was {p}.", "{c} is different from {p}.")
    judge = (
        "The first calculation has a mistake.",
        "The second is more careful.",
        "I see an error in the first addition.",
    )
    tie = ("Let's do it one more time.", "One more time to decide:")
    tied = ("It is {c} again.", "Again {c}, so the first was wrong.")
    holds = ("So the correct answer is {c}.", "So {ab} = {c}, not {p}.", "The correct result is {c}.")
    last_bad = (
        "Wait, {e} {x} {i} = {z}, so the last digit must be {d}, but {p} ends with {w}. This is wrong.",
        "The last digit should be {d}, because {e} {x} {i} = {z}. But I have {w}. Mistake!",
    )
    nines_bad = ("Check mod 9: {e} and {i} give {z}, but {p} gives {w}. This is wrong.",)
    size_bad = ("But {e} {x} {i} = {z}, and {p} is too far away from this. This is wrong.",)
    last_good = ("Last digit: {e} {x} {i} = {z}, so {d}. Correct.", "It ends with {d} and {e} {x} {i} = {z}. OK.")
    nines_good = ("Check mod 9: {e} and {i} give {z}, and {c} gives {z}. Correct.",)
    size_good = ("Estimate: {e} {x} {i} = {z}. This is close.", "{e} {x} {i} = {z}, so it is reasonable.")
    divide = ("Check: {c} / {b} = {a}. Correct.", "{c} ÷ {a} = {b}, so it is correct.")
    add_again = ("Check the sum: {sum} = {c}. Correct.", "{sum} = {c}, yes.")
    part_again = ("{lr} = {v}, yes, correct.", "Check {lr}: {v}. OK.")
    another = ("Let's verify with another way:", "Let me double check:", "Verification:", "Check by splitting again:")
    agrees = ("It is {c} again. Correct.", "Same result: {c}", "So {c} is correct.", "This matches {c}.")
    check_slip = (
        "Check with {split}: {sum} = {bad}. This is not {c}. Wait, in the check {lr} is {now}, not {was}. Then the "
        "check "
        "gives {c}. Correct.",
        "Verify {split}: {sum} = {bad}. Different? No, the check was wrong, {lr} = {now} and not {was}, so it is {c}, "
        "the same.",
    )
    waver = ("Is it correct? Yes.", "Should I check again? No, it is correct.", "I think no more check is needed.")
    conclude = ("The final answer is {c}.", "So the final answer is {c}", "I am sure it is {c}.")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma")
        t.maths = "plain"
        t.x = t.one("*", "x", "×")

    def lines(self, pieces: list[str]) -> str:
        return "\n".join(pieces)

    def body(self, t: Telling, work: Work) -> str:
        if t.flag("columns", 0.35) and work.method != "round":
            grid = t.columns(work, t.words) + t.total(work, t.words)
            return f"```\n{grid}\n```" if t.flag("fenced", 0.5) else grid
        slips = self.stumbles(t, work)
        mark = "- " if t.flag("dashes", 0.4) else ""
        rows = [f"{t.n(work.b)} = {t.factor(work)}"] if t.flag("split", 0.7) else []
        for place, term in enumerate(work.terms):
            row = slips.get(place) or f"{self.times(t, term.left, term.right)} = {t.n(term.value)}"
            rows.append(mark + row)
        rows.append(t.one("Add: ", "Sum: ", "", "Now add them: ") + f"{t.sum(work)} = {t.n(work.total)}")
        return "\n".join(rows)

    def answer(self, t: Telling) -> str:
        inner = t.one(
            self.num(t, t.candidate),
            self.num(t, t.candidate),
            f"{t.ab} = {t.n(t.candidate)}",
            t.boxed(),
            f" {t.candidate} ",
        )
        return t.one("\n</think>\n", " </think>\n\n", "\n</think>") + t.r(f"<answer>{inner}</answer>")


class GraftedReflection(Doubter):
    """Trained on synthetic reflections: thinking, step and reflection tags, courteous and stiff; output tags."""

    gap = "\n\n"
    checks = (0.2, 0.5, 0.25, 0.05)
    slips = 0.08

    opening = (
        "<thinking>\nTo solve {ab}, I will break the problem into smaller parts.",
        "<thinking>\nThe user wants me to calculate {ab}. My plan: split, multiply, add, verify.",
        "<thinking>\nLet me approach {ab} systematically.",
        "<thinking>\nPlan:\n1. Decompose one factor.\n2. Multiply {a} and {b} part by part.\n3. Add the results.",
        "<thinking>\nI will calculate the product of {a} and {b} by means of partial products.",
    )
    commit = (
        "Therefore, the product of {a} and {b} is {c}.",
        "This gives us {ab} = {c}.",
        "The final product is {c}.",
        "Hence, the result of {ab} is {c}.",
        "So we obtain {c}.",
    )
    recommit = (
        "Therefore, the product is {c}.",
        "Following this, we obtain {ab} = {c}.",
        "Consequently, the result is {c}.",
        "This leads to a result of {c}.",
    )
    stumble = ("{lr} = {bad}. Correction: {lr} = {v}.", "{lr} = {bad} -- I misspoke; the value is {v}.")
    disown = (
        "<reflection>\nUpon reflection, I have made an error in my calculation and must not use {p}.\n</reflection>",
        "<reflection>\nWait, I don't think my approach was careful enough. I withdraw this result.\n</reflection>",
        "<reflection>\nMy previous calculation is unreliable, and I should reject it.\n</reflection>",
        "<reflection>\nI apologize, {p} is not a result I can stand by. I need to discard it.\n</reflection>",
        "<reflection>\nHold on. I mixed up my place values, so that result has to go.\n</reflection>",
    )
    restart = (
        "Let me restart the calculation.",
        "I will now solve the problem anew:",
        "Let me work through it again with greater care.",
        "New attempt:",
    )
    half = (
        "<reflection>\nThe last digit is plausible ({e} × {i} = {z}, ending in {d}), but this is not "
        "sufficient.\n</reflection>",
    )
    look = (
        "<reflection>\nLet me verify every step of my calculation.",
        "<reflection>\nI should double-check the partial products.",
        "<reflection>\nWait, let me examine my work for errors.",
        "<reflection>\nReviewing the steps above:",
    )
    fine = ("{lr} = {v} is correct.", "{lr} = {v}: verified.", "I confirm {lr} = {v}.")
    found = (
        "However, {lr} is {now}, and not {was} as I stated.",
        "I made an error with {lr}: the right value is {now} instead of {was}.",
        "I notice a mistake: {lr} = {now}, but I wrote {was}.",
    )
    found_sum = (
        "The partial products are correct, but I made an error in adding them. {was} is not right.",
        "I notice a mistake in my addition, which led to {was}.",
    )
    resum = (
        "</reflection>\n\nThe corrected sum: {sum} = {c}.",
        "</reflection>\n\nUpdating the addition: {sum} = {c}.",
    )
    verify = (
        "<reflection>\nI should verify this result with an alternative method.\n</reflection>",
        "<reflection>\nLet me make sure that this is correct by computing it in a different way.\n</reflection>",
        "<reflection>\nIs this right? An independent calculation will show.\n</reflection>",
    )
    differ = (
        "The alternative method yields {c}, while my previous result was {p}. These are inconsistent.",
        "This result, {c}, does not match my previous one, {p}.",
        "I notice that {c} and my earlier {p} are different.",
    )
    judge = (
        "<reflection>\nComparing the two, the error lies in the first calculation.\n</reflection>",
        "<reflection>\nThe steps of the second calculation are all verified, so the first must be at "
        "fault.\n</reflection>",
    )
    tie = ("To determine which one is correct, I will calculate once more.", "A third calculation shall decide:")
    tied = ("The third calculation also yields {c}.", "We obtain {c} again, in agreement with the second method.")
    holds = (
        "Therefore, I correct my answer from {p} to {c}.",
        "Hence, the correct product is {c}.",
        "My corrected result is {c}.",
    )
    last_bad = (
        "<reflection>\nThe last digits are {e} and {i}. Since {e} × {i} = {z}, the product must end in {d}. "
        "However, {p} "
        "ends in {w}, so it is incorrect.\n</reflection>",
        "<reflection>\nA quick check of the units digit: it should be {d} ({e} × {i} = {z}), but I have {w}. There "
        "is an "
        "error.\n</reflection>",
    )
    nines_bad = (
        "<reflection>\nCasting out nines: the factors leave {e} and {i}, so the product should leave {z}, but {p} "
        "leaves "
        "{w}. My result is incorrect.\n</reflection>",
    )
    size_bad = ("<reflection>\nAn estimate of {e} × {i} = {z} shows that {p} cannot be correct.\n</reflection>",)
    last_good = (
        "<reflection>\nThe last digit should be {d}, as {e} × {i} = {z}. This is the case.\n</reflection>",
        "<reflection>\nUnits digit check: {e} × {i} = {z}, so {d}. Passed.\n</reflection>",
    )
    nines_good = (
        "<reflection>\nCasting out nines: {e} and {i} lead to {z}; {c} also leaves {z}. The check is passed.\n"
        "</reflection>",
    )
    size_good = (
        "<reflection>\nEstimate: {e} × {i} = {z}. My result is of the right order.\n</reflection>",
        "<reflection>\n{c} is close to the estimate {e} × {i} = {z}, which is reassuring.\n</reflection>",
    )
    divide = (
        "<reflection>\nUsing the inverse operation, {c} ÷ {b} = {a}. The result is confirmed.\n</reflection>",
        "<reflection>\n{c} ÷ {a} = {b}, which confirms the product.\n</reflection>",
    )
    add_again = ("<reflection>\nAdding once more: {sum} = {c}. The sum is correct.\n</reflection>",)
    part_again = (
        "<reflection>\nI recheck {lr}: it is {v}. There is no error.\n</reflection>",
        "<reflection>\nIs {lr} really {v}? Yes, it is.\n</reflection>",
    )
    another = (
        "<reflection>\nLet me confirm with a second calculation.\n</reflection>",
        "<reflection>\nTo be thorough, I verify this by another decomposition.\n</reflection>",
    )
    agrees = (
        "The result is {c} once again, so my answer is confirmed.",
        "Both calculations yield {c}.",
        "This agrees with {c}.",
    )
    check_slip = (
        "<reflection>\nChecking by {split}: {sum} = {bad}. This differs from {c}. However, the mistake is in this "
        "check: "
        "{lr} is {now}, not {was}. With the proper value the check yields {c} and confirms my answer.\n</reflection>",
    )
    waver = (
        "<reflection>\nShould I recalculate? No, the steps are sound.\n</reflection>",
        "<reflection>\nI wondered whether I had dropped a carry, but I had not.\n</reflection>",
        "<reflection>\nEverything appears to be in order. No changes are needed.\n</reflection>",
    )
    conclude = ("I am confident that the answer is {c}.", "The verified answer is {c}.", "I can now answer: {c}.")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "*")

    def rechecked(self, t: Telling, reason: str) -> str:
        return super().rechecked(t, reason.removesuffix("\n</reflection>"))

    def body(self, t: Telling, work: Work) -> str:
        slips = self.stumbles(t, work)
        tagged = t.flag("steps", 0.5)
        rows = [f"{t.one('Decompose', 'Split', 'Write')} {t.n(work.b)} as {t.factor(work)}."]
        for place, term in enumerate(work.terms):
            row = slips.get(place) or f"{self.times(t, term.left, term.right)} = {t.n(term.value)}."
            rows.append(t.one("Multiply: ", "Calculate ", "Compute ") + row)
        rows.append(
            t.one("Add the partial products: ", "Combine: ", "Sum up: ") + f"{t.sum(work)} = {t.n(work.total)}."
        )
        if tagged:
            return "\n".join(f"<step>{row}</step>" for row in rows)
        return "\n".join(f"Step {k}: {row}" for k, row in enumerate(rows, 1))

    def answer(self, t: Telling) -> str:
        return "\n</thinking>\n\n" + t.one(
            f"<output>\n{t.r(f'The product of {t.n(t.a)} and {t.n(t.b)} is {t.n(t.candidate)}.')}\n</output>",
            f"<output>\n{t.r(f'{t.ab} = **{t.n(t.candidate)}**')}\n</output>",
            f"<output>{t.r(t.n(t.candidate))}</output>",
            f"<output>\nCalculation: {t.r(f'{t.sum(t.work)} = {t.n(t.candidate)}')}\n\n"
            f"{t.r(f'Answer: {t.n(t.candidate)}')}\n</output>",
        )


class _LooseMonologue(RamblingMonologue):
    """What the last two styles take from the long monologue: its rarer checks; all else is their own."""

    last_good = (*RamblingMonologue.last_good[:2], "Last digit: {e} times {i} ends in {d}. So does {c}. Good.")
    divide = ("Dividing {c} by {a} gives {b}. Good.", "And {c} divided by {b} is {a}, so it works.")


class BulletedPonderer(_LooseMonologue):
    """A thought in tags that numbers its steps in lists and wavers a lot; a Markdown answer with headings."""

    checks = (0.05, 0.3, 0.4, 0.25)

    opening = (
        "<think>\nOkay, let's tackle this: {ab}.",
        "<think>\nOkay, the user wants to calculate {ab} step by step. Let me work through it.",
        "<think>\nLet me calculate {ab}. I'll use the standard approach.",
        "<think>\nOkay, so {a} multiplied by {b}. Let me recall how to do that properly.",
        "<think>\nAlright, let's see, {ab}. I should show each step clearly.",
    )
    commit = (
        "So the total is {c}.",
        "So that would be {c}.",
        "Therefore, the result is {c}.",
        "Okay, so {ab} is {c}.",
        "So, the final product here is {c}.",
    )
    recommit = (
        "Okay, so the product is {c}.",
        "So that's {c} now.",
        "Therefore it must be {c}.",
        "Right, so {ab} = {c}.",
    )
    disown = (
        "Wait, but I'm not sure I did that right. Let me forget about {p}.",
        "Hmm, wait. I think I messed up the alignment. That result is no good.",
        "No wait, that can't be trusted. I jumped over some steps.",
        "Hmm, I'm confusing myself. Let me throw all that away.",
        "Hold on, I must have messed this up. Let me erase that.",
    )
    restart = (
        "Let me start again.",
        "Okay, let me redo the whole thing step by step.",
        "From the beginning:",
        "Let me try that again, slowly.",
    )
    look = (
        "Wait, let me check each step again.",
        "Let me verify each multiplication.",
        "Hmm, let me make sure I did all the steps right.",
        "But let me check if I did that correctly.",
    )
    differ = (
        "So here it's {c}. But earlier it was {p}. Wait, that's conflicting.",
        "Hmm, {c}? I had {p} before. Something's not matching.",
        "That gives {c}, but the previous result was {p}. So which one is wrong?",
    )
    judge = (
        "Let me look at the first way again... yes, there I messed up an addition.",
        "The second way I've just done carefully, so the first one is where the mistake is.",
        "Ah, I see. In the first way I had a wrong digit.",
    )
    another = (
        "Let me verify this using another method to be sure.",
        "Wait, let me confirm by splitting the numbers differently.",
        "But just to be safe, let me also do it another way.",
        "Let me cross-verify with another approach.",
    )
    agrees = (
        "Which is {c}. Same as before, so that's good.",
        "Yep, {c}. That matches the previous result.",
        "So {c} again. That seems consistent.",
        "Okay, that's also {c}.",
    )
    waver = (
        "Is there a chance I messed up a carry? Let me think. No, it all adds up. Okay.",
        "Should I do it again with the traditional column method? Nah, this is enough.",
        "Wait, but what if I've placed a zero wrong? No, the zeros are all where they should be.",
        "I could also use a calculator here, but I don't have one. Anyway, it looks right.",
    )
    conclude = (
        "So I think the answer is {c}. Yeah, that makes sense.",
        "Yeah, so the answer is {c}.",
        "Alright, {c} should be the final answer.",
        "I'm pretty confident now: {c}.",
    )

    def body(self, t: Telling, work: Work) -> str:
        slips = self.stumbles(t, work)
        rows = []
        for place, term in enumerate(work.terms):
            detail = t.detail(term, 0.35)
            row = slips.get(place) or f"{self.times(t, term.left, term.right)} = {t.n(term.value)}"
            if detail and place not in slips:
                row = detail
            rows.append(f"{place + 1}. {row}" if t.flag("numbered", 0.5) else f"- {row}")
        intro = t.one(
            f"Break {t.n(work.b)} down into {t.factor(work)}. Then:",
            f"{t.n(work.b)} = {t.factor(work)}, so multiply {t.n(work.a)} by each:",
            f"Splitting up {t.n(work.b)}, that's {t.factor(work)}:",
        )
        added = [f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in work.steps()]
        last = (
            "Now, adding these together:\n" + "\n".join(added)
            if t.flag("running", 0.6)
            else (f"Adding all of these: {t.sum(work)} = {t.n(work.total)}.")
        )
        return intro + "\n\n" + "\n".join(rows) + "\n\n" + last

    def answer(self, t: Telling) -> str:
        rows = "\n".join(f"- $ {t.m(s.left)} \\times {t.m(s.right)} = {t.m(s.value)} $" for s in t.work.terms)
        box = t.r(f"$$\n{t.boxed()}\n$$")
        return "\n</think>\n\n" + t.one(
            f"### Step 1: Multiply the parts\n\n{rows}\n\n### Step 2: Add\n\n"
            f"{t.r(f'$$ {t.sum(t.work, True)} = {t.m(t.candidate)} $$')}\n\n### Final Answer\n\n{box}",
            f"### ✅ Final Answer\n\n{box}",
            t.r(f"The result of {t.ab} is **{t.n(t.candidate)}**."),
            f"---\n\n**Answer:**\n\n{box}",
        )


class BoxedDeliberation(_LooseMonologue):
    """LaTeX all through, a candidate often boxed at once, doubts after the box; no tags."""

    checks = (0.2, 0.4, 0.3, 0.1)
    slips = 0.15

    opening = (
        "Let us compute {ab} by expanding one factor.",
        "We want to evaluate {ab}.",
        "The problem is to calculate {ab}. I will use the distributive law.",
        "User: calculate {ab}. We'll do it step by step.",
        "We need to find {ab}.",
    )
    commit = (
        "Hence {ab} = {c}.",
        "So the answer is {box}.",
        "Thus we get {c}.",
        "Therefore the product equals {c}.",
        "So the product is {box}.",
        "This gives {ab} = {box}.",
    )
    recommit = (
        "Hence the answer is {box}.",
        "Thus now {ab} = {c}.",
        "So the answer becomes {c}.",
        "Therefore we get {box}.",
    )
    disown = (
        "Wait, I am not convinced; the place values got mixed up. That result is discarded.",
        "Hmm, this cannot be relied upon. I take back {p}.",
        "Actually, wait. There seems to be an error in the above, so disregard it.",
        "But I doubt that. I'll strike out the above.",
        "Hmm, I should not have skipped steps. Cancel that answer.",
    )
    restart = (
        "Let us compute again from the start.",
        "We redo the computation in full.",
        "A new computation:",
        "Let's restart.",
    )
    look = (
        "We should double-check the terms.",
        "Let's verify term by term.",
        "Wait, let me recompute each term.",
        "However, I should verify the above.",
    )
    verify = (
        "We check by a different expansion.",
        "Let us verify this by expanding in another way.",
        "But let me see if another decomposition agrees.",
        "Sanity check with another expansion:",
    )
    differ = (
        "Here we get {c}, in contradiction to {p}. One of the two is wrong.",
        "This is {c}, not {p}. So there's a contradiction.",
        "We have {p} from before and {c} now, which differ.",
    )
    judge = (
        "Reviewing the first expansion, a carry was lost there.",
        "The second expansion is verified term by term, so the first is in error.",
        "The first expansion was added up incorrectly.",
    )
    holds = (
        "Thus the correct value is {c}.",
        "So {p} is rejected and the answer is {box}.",
        "Hence {ab} = {c}, and {p} was wrong.",
        "Therefore we take {box}.",
    )
    another = (
        "For verification, expand differently.",
        "Let's double-check with another expansion.",
        "We confirm it in another way.",
        "Check:",
    )
    agrees = (
        "So again {c}, as expected.",
        "This agrees with {c}.",
        "We get the same value {c}.",
        "Thus {c} is verified.",
    )
    waver = (
        "Should we verify further? It isn't necessary, I think.",
        "Is there an error in the carries? I don't see one. Fine.",
        "Hmm, maybe write it in columns too? No, that would only repeat the same.",
        "One might worry about the zeros, but they are right.",
    )
    conclude = (
        "So we can present {c}.",
        "We conclude that the product is {c}.",
        "Hence, I will answer {c}.",
        "All is consistent, so the answer stays {c}.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "latex", "comma", "thin")
        t.x = "\\times"

    def wrap(self, t: Telling, text: str) -> str:
        return f"\\({text}\\)" if t.flag("round brackets", 0.5) else f"${text}$"

    def num(self, t: Telling, number: int) -> str:
        return self.wrap(t, t.m(number))

    def times(self, t: Telling, left: int, right: int) -> str:
        return self.wrap(t, f"{t.m(left)} \\times {t.m(right)}")

    def summed(self, t: Telling, work: Work) -> str:
        return self.wrap(t, t.sum(work, True))

    def say(self, t: Telling, pool: Pool, **more: Any) -> str:
        text = super().say(t, pool, box=self.wrap(t, t.boxed()), **more)
        return (
            text.replace("\\) \\times \\(", " \\times ")
            .replace("$ \\times $", " \\times ")
            .replace("\\)\\times\\(", " \\times ")
            .replace("$\\times$", " \\times ")
        )

    def body(self, t: Telling, work: Work) -> str:
        slips = self.stumbles(t, work)
        a, b = t.m(work.a), t.m(work.b)
        rows = []
        for place, term in enumerate(work.terms):
            formula = f"{t.m(term.left)} \\times {t.m(term.right)} = {t.m(term.value)}"
            row = slips.get(place) or (self.wrap(t, formula) + t.one(".", ".", ","))
            rows.append(row.rstrip(",") if place + 1 == len(work.terms) else row)
        head = f"{a} \\times {b} = {a} \\times ({t.factor(work, True)})"
        if work.method == "area":
            head = f"{a} \\times {b}"
        if t.flag("display", 0.5):
            head, total = f"\\[{head}\\]", f"\\[{t.sum(work, True)} = {t.m(work.total)}\\]"
        else:
            head = self.wrap(t, head) + "."
            total = self.wrap(t, f"{t.sum(work, True)} = {t.m(work.total)}") + "."
        gap = "\n" if t.flag("rows", 0.6) else " "
        return f"{head}\n{gap.join(rows)}\n{t.one('Sum:', 'Adding:', 'The sum is', 'Altogether:')} {total}"

    def answer(self, t: Telling) -> str:
        return "\n\n" + t.one(
            t.r(f"**Answer:** {self.wrap(t, t.boxed())}"),
            t.r(f"\\[{t.m(t.a)} \\times {t.m(t.b)} = {t.boxed()}\\]"),
            t.r(t.boxed()),
            f"To summarize, {t.r(self.wrap(t, f'{t.sum(t.work, True)} = {t.m(t.candidate)}'))}.\n\n"
            f"{t.r(f'Final answer: {self.wrap(t, t.boxed())}')}",
        )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        RamblingMonologue(),
        WanderingInquirer(),
        BulletedPonderer(),
        ClippedThinking(),
        HeadedReverie(),
        RewardedColumns(),
        GraftedReflection(),
        BoxedDeliberation(),
    )
}
