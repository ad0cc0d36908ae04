"""Thoughts of reasoning models that doubt at length: two results weighed, sums and digits redone, side checks."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .common import Style, Telling, Term, Work

Lines = tuple[str, ...]


class Doubter(Style):
    """The flow: solve, commit, fret; then a new start, a mended step or two results weighed; checks; the close.

    Wordings hold names in square brackets: a, b, x, c (candidate), p (the one before), l, r, v (a partial product),
    and what a move adds.
    """

    title = ""
    think = True
    looks: tuple[tuple[str, str], ...] = (("comma", "×"),)
    methods: Lines = ("high", "low", "chunks")
    join = " "
    para = "\n\n"
    running = 0.4
    fuss = (0, 1, 1, 2, 2, 3)
    ways: ClassVar[dict[str, float]] = {"redo": 3.0, "mend": 3.0, "weigh": 3.0}

    opens: Lines
    plans: Lines
    steps: Lines
    slips: Lines
    adds: Lines
    runs: Lines
    commits: Lines
    frets: Lines
    scraps: Lines
    restarts: Lines
    mends: Lines
    readds: Lines
    reruns: Lines
    clashes: Lines
    decides: Lines
    holds: Lines
    wobbles: Lines
    sides: Lines
    settles: Lines
    answers: Lines
    lasts: Lines = ()
    nines: Lines = ()
    guesses: Lines = ()
    divisions: Lines = ()
    lengths: Lines = ()
    redos: Lines = ()
    backwards: Lines = ()
    twins: Lines = ()
    agrees: Lines = ()
    false_alarms: Lines = ()
    bad_lasts: Lines = ()
    bad_nines: Lines = ()

    @property
    def name(self) -> str:
        return "aa-" + self.title

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.rng.choice(self.looks)
        t.maths = t.words

    def say(self, t: Telling, options: Lines, **more: Any) -> str:
        seen: set[str] = t.__dict__.setdefault("_said", set())
        text = t.rng.choice([option for option in options if option not in seen] or list(options))
        seen.add(text)
        names = {"a": t.a, "b": t.b, "c": t.candidate, "p": t.previous, "x": t.x, **more}

        def put(found: re.Match[str]) -> str:
            value = names[found[1]]
            return t.n(value) if isinstance(value, int) else str(value)

        return re.sub(r"\[([a-z]\w*)\]", put, text)

    def term(self, t: Telling, term: Term) -> str:
        names = {"l": term.left, "r": term.right, "v": term.value}
        detail = t.detail(term)
        if detail and t.chance(0.7):
            text = self.say(t, self.details, d=detail)
        elif t.chance(0.1) and term.value > 9:
            text = self.say(t, self.slips, w=t.near(term.value), **names)
        else:
            return self.say(t, self.steps, **names)
        return text

    def worked(self, t: Telling, work: Work) -> str:
        """The partial products, without their sum."""
        plan = self.say(t, self.plans, f=t.factor(work), l=work.a, r=work.b)
        if work.method == "area":
            wide = next(k for k in range(1, len(work.terms) + 1) if sum(work.parts[:k]) == work.b)
            lefts, rights = [m.left for m in work.terms[::wide]], work.parts[:wide]
            plan = self.say(t, self.areas, k=" + ".join(map(t.n, lefts)), m=" + ".join(map(t.n, rights)))
        return self.join.join([plan, *(self.term(t, term) for term in work.terms)])

    def summed(self, t: Telling, work: Work) -> str:
        """The additions up to the total."""
        if len(work.terms) > 2 and t.chance(self.running):
            out = []
            for place, (s, sign, v, o) in enumerate(work.steps(), start=2):
                line = self.say(t, self.runs, s=s, g="+" if sign > 0 else "-", v=v, o=o)
                if place < len(work.terms) and t.chance(0.06) and o > 99:
                    line = self.say(t, self.runs, s=s, g="+" if sign > 0 else "-", v=v, o=t.near(o))
                    line += self.join + self.say(t, self.slip_sums, o=o)
                out.append(line)
            return self.join.join(out)
        return self.say(t, self.adds, sum=t.sum(work))

    details: Lines = ("[d].", "Place by place, [d].", "Smaller bits: [d].")
    areas: Lines = (
        "That is ([k]) [x] ([m]), every part with every part.",
        "Every part of [k] meets every part of [m].",
    )
    slip_sums: Lines = ("No wait, that sum is [o].", "Carry missed there, it is [o].", "Hmm no: [o].")

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, self.commits))

    def attempt(self, t: Telling, work: Work) -> str:
        end = t.one(self.join, self.join, self.para)
        done = self.commit(t)
        if done[1] == "\n":
            end = self.join
        return self.worked(t, work) + t.one(self.join, self.para) + self.summed(t, work) + end + done

    def check(self, t: Telling, last: bool) -> str:
        """A look at the candidate that finds nothing; the longer ones only where no revision follows."""
        can: list[str] = []
        work, c = t.work, t.candidate
        if (ends := t.last_digit()) and self.lasts:
            can.append(self.say(t, self.lasts, u=ends[0], w=ends[1], z=ends[2], e=c % 10))
        if (rests := t.nines()) and self.nines:
            can.append(self.say(t, self.nines, u=rests[0], w=rests[1], q=rests[0] * rests[1], z=rests[2]))
        if (about := t.estimate()) and self.guesses:
            can.append(self.say(t, self.guesses, u=about[0], w=about[1], z=about[2]))
        if self.divisions and last and (c == t.product or t.chance(0.3)):
            can.append(self.say(t, self.divisions))
        size = len(str(c))
        if self.lengths and len(str(t.a)) + len(str(t.b)) - size in (0, 1) and min(t.a, t.b) > 9:
            can.append(self.say(t, self.lengths, k=str(size), i=len(str(t.a)), j=len(str(t.b))))
        if self.redos:
            term = t.rng.choice(work.terms)
            can.append(self.say(t, self.redos, l=term.left, r=term.right, v=term.value))
        if self.backwards and all(term.sign > 0 for term in work.terms):
            can.append(self.say(t, self.backwards, back=" + ".join(t.n(term.value) for term in work.terms[::-1])))
        if self.twins and last and not t.__dict__.get("_twin") and t.chance(0.4):
            t.__dict__["_twin"] = True
            can = [self.twin(t)]
        elif self.false_alarms and last and t.chance(0.25) and len(str(c)) > 2:
            can = [self.say(t, self.false_alarms, w=t.near(c), back=" + ".join(t.n(m.value) for m in work.terms))]
            if any(term.sign < 0 for term in work.terms):
                can = []
        done: set[str] = t.__dict__.setdefault("_checked", set())
        can = [text for text in can if re.sub(r"\D", "", text) not in done]
        if can:
            text = t.rng.choice(can)
            done.add(re.sub(r"\D", "", text))
            return t.r(text)
        return self.say(t, self.wobbles)

    def twin(self, t: Telling) -> str:
        """A second solution that is told as a check and agrees."""
        work = t.other()
        text = self.say(t, self.twins, f=t.factor(work), l=work.a, r=work.b)
        steps = [self.say(t, self.steps, l=m.left, r=m.right, v=m.value) for m in work.terms]
        return self.join.join([text, *steps, self.say(t, self.adds, sum=t.sum(work)), self.say(t, self.agrees)])

    def fretting(self, t: Telling, count: int, last: bool) -> str:
        out = ""
        for _ in range(count):
            kind = t.rng.choices(["check", "wobble", "side"], [6, 2, 1])[0]
            if kind == "check":
                body = self.check(t, last)
                text = self.say(t, self.frets) + self.join + body
                if t.chance(0.4):
                    text += self.join + self.say(t, self.holds)
            else:
                text = self.say(t, self.wobbles if kind == "wobble" else self.sides)
            out += self.para + text
        return out

    def aftermath(self, t: Telling) -> str:
        return self.fretting(t, t.rng.choice([0, 0, 0, 1, 1]), False) if t.more else ""

    def first(self, t: Telling) -> str:
        head = "<think>\n" if self.think else ""
        work = t.solve(*self.methods)
        return head + self.say(t, self.opens) + t.one(self.join, self.para) + self.attempt(t, work) + self.aftermath(t)

    def evidence(self, t: Telling) -> str:
        """What speaks against the candidate before, where something truly does."""
        due, last = t.product % 10, t.previous % 10
        if self.bad_lasts and due != last:
            return self.say(t, self.bad_lasts, u=t.a % 10, w=t.b % 10, e=due, d=last)
        if self.bad_nines and t.product % 9 != t.previous % 9:
            return self.say(t, self.bad_nines, u=t.a % 9, w=t.b % 9, z=t.product % 9, d=t.previous % 9)
        return ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        mended = t.mend() if way == "mend" else None
        if mended:
            text = self.say(t, self.frets) + self.join
            if mended.place is None:
                text += self.say(t, self.readds, sum=t.sum(mended.work))
            else:
                term = mended.work.terms[mended.place]
                text += self.say(t, self.mends, l=term.left, r=term.right, was=mended.was, now=mended.now)
                text += self.join + self.say(t, self.adds, sum=t.sum(mended.work))
            text += self.join + self.commit(t)
        elif way == "weigh":
            work = t.other(*self.methods)
            text = self.say(t, self.reruns) + self.join + self.worked(t, work) + self.join
            text += self.say(t, self.adds, sum=t.sum(work)) + self.join + self.say(t, self.clashes) + self.join
            text += self.tie(t, work) + self.join + t.c(self.say(t, self.decides))
        else:
            proof = self.evidence(t) if t.chance(0.6) else ""
            text = self.say(t, self.frets) + self.join + (proof + self.join if proof else "")
            text += self.say(t, self.scraps) + self.join + self.say(t, self.restarts) + self.para
            work = t.other(*self.methods) if t.chance(0.6) else t.solve(*self.methods)
            text += self.attempt(t, work)
        return self.para + text + self.aftermath(t)

    def tie(self, t: Telling, work: Work) -> str:
        if t.nines() and (proof := self.evidence(t)):
            return proof
        term = t.rng.choice(work.terms)
        return self.say(t, self.redos, l=term.left, r=term.right, v=term.value)

    def closing(self, t: Telling) -> str:
        text = self.fretting(t, t.rng.choice(self.fuss), True) + self.para + t.r(self.say(t, self.settles))
        return text + ("\n</think>\n\n" if self.think else self.para) + t.r(self.answer(t))

    def answer(self, t: Telling) -> str:
        return self.say(t, self.answers, f=t.factor(t.work), sum=t.sum(t.work))


class RoneFretter(Doubter):
    title = "rone-fretter"
    looks = (("comma", "×"), ("comma", "x"), ("plain", "×"))
    opens = (
        "Okay, so the question wants [a] [x] [b]. No calculator here, so I had better be careful.",
        "Alright, [a] times [b]. I always get nervous with these, but let's go slowly.",
        "Hmm, [a] [x] [b]. Let me think about a sensible way to break this up.",
        "So I have to multiply [a] by [b]. The carrying is what usually bites me, so small pieces.",
        "Okay, multiplying [a] and [b]. Let me recall how I was taught to do it, piece after piece.",
    )
    plans = (
        "I can think of [r] as [f].",
        "Now [r] is just [f], so [l] gets multiplied by each of those.",
        "Splitting [r]: [f]. Good.",
        "Breaking the [r] apart gives [f], and [l] goes with each piece.",
    )
    steps = (
        "[l] [x] [r] is [v].",
        "Then [l] [x] [r] = [v].",
        "Next, [l] times [r], which makes [v].",
        "For the [r] piece: [l] [x] [r] = [v].",
        "And [l] [x] [r] comes out as [v].",
    )
    slips = (
        "[l] [x] [r] is [w]... hmm, no, I misplaced something, [v].",
        "Then [l] [x] [r] = [w]. Wait, no. That should be [v].",
        "[l] times [r], that's [w], or rather [v] once the carry is put in.",
    )
    adds = (
        "Putting those together: [sum] = [c].",
        "Now the sum, [sum], which is [c].",
        "Adding everything, [sum] = [c].",
        "All the pieces together: [sum]. That's [c].",
    )
    runs = ("[s] [g] [v] = [o].", "From [s], adding [v] takes me to [o].", "So [s] [g] [v] is [o].")
    commits = (
        "So [a] [x] [b] should be [c].",
        "That would make the product [c].",
        "Okay so I get [c] for [a] [x] [b].",
        "Which means the answer is [c], I think.",
        "So the whole multiplication comes to [c].",
        "Therefore, [a] times [b] is [c].",
    )
    frets = (
        "Hmm, but am I sure?",
        "Wait, let me not rush this.",
        "Hold on, something nags at me.",
        "But hmm, I keep wondering.",
        "Hmm, let me be paranoid for a second.",
        "Wait a second.",
        "Actually, hmm.",
    )
    scraps = (
        "I don't believe the [p] any more; I must have muddled a place somewhere.",
        "No, [p] can't be relied on, I lost track halfway.",
        "I think [p] is wrong. I'll throw it away.",
        "Honestly, that [p] doesn't feel right, and I'd rather discard it than patch it.",
    )
    restarts = (
        "Let me begin afresh.",
        "From the top, then, with a clear head.",
        "New try, slower.",
        "Starting over as if I had written nothing.",
        "Let me do the entire thing anew.",
    )
    mends = (
        "Look at [l] [x] [r]: I put down [was], but it's really [now].",
        "That [was] for [l] [x] [r] is off. Doing it again I get [now].",
        "Oh! [l] [x] [r] isn't [was]. It's [now], so the earlier total falls too.",
    )
    readds = (
        "Let me line the digits up again: [sum]. I had [p], but going column by column I now get [c].",
        "Did I carry properly in [sum]? No! It isn't [p], it's [c].",
        "Summing once more, [sum] gives [c], so the [p] was an addition mistake.",
    )
    reruns = (
        "Before I trust [p], let me go at it from the other side.",
        "Let me see whether another route also gives [p].",
        "I'd feel better about [p] if a different split agreed.",
        "Maybe do it a second way and compare with [p].",
    )
    clashes = (
        "Uh-oh, the first time it was [p], and now [c]. They can't both be right.",
        "Hmm, that's [c], but before it was [p]. One of these is broken.",
        "Now I'm confused: [p] earlier, [c] now. Which of the two?",
    )
    decides = (
        "So the second one holds, and the product is [c], not [p].",
        "I'm going with [c]; the [p] had a slip in it.",
        "Okay, that convinces me that [a] [x] [b] is [c] and [p] was wrong.",
        "So it must be [c], and I can forget about [p].",
    )
    holds = (
        "Okay, nothing wrong there.",
        "Fine, that was needless worry.",
        "Good, that's consistent.",
        "So no complaint there.",
    )
    wobbles = (
        "Hmm, did I copy the numbers properly? [a] and [b]. Yes, I did.",
        "For a moment I thought I'd forgotten a zero, but no, the zeros are all there.",
        "Maybe I should worry about the carries... no, I looked at them as I went.",
    )
    sides = (
        "By the way, is there some neat trick, like 25 [x] 4 = 100? Not with these numbers. Back to it.",
        "I wonder whether a difference of squares would be quicker, the way 19 [x] 21 = 400 - 1 = 399. No, doesn't fit here. Moving on.",
        "Side thought: if it were [a] [x] 10 I'd be done at once. But it isn't, so never mind.",
    )
    lasts = (
        "The final digit: [u] [x] [w] = [z], so it has to end in [e], and [c] does.",
        "Units digits are [u] and [w], product [z], ending in [e]. And [c] ends in [e].",
    )
    guesses = (
        "Roughly [u] [x] [w] = [z], and [c] is in that neighbourhood.",
        "If I round, [u] times [w] is [z]. [c] isn't far from that.",
    )
    redos = (
        "Redoing [l] [x] [r]: still [v].",
        "[l] [x] [r] once more... [v], yes, as I had.",
        "Let me look at [l] [x] [r] again. It's [v], no change.",
    )
    backwards = ("Adding from the other end: [back] = [c]. Same thing.", "In reverse, [back], and I land on [c] again.")
    twins = (
        "To verify, take [l] and split the [r] into [f].",
        "As a check I'll split differently, [r] = [f], times [l].",
    )
    agrees = ("And that matches what I had, [c].", "The very same [c]. What a relief.")
    false_alarms = (
        "Adding quickly once more, [back]... I get [w]? No, I skipped a carry just now; redone with it, it is [c] as before.",
    )
    bad_lasts = (
        "The last digits [u] and [w] force a final [e], yet [p] ends in [d].",
        "[u] [x] [w] must leave [e] at the end, and [p] shows a [d].",
    )
    settles = (
        "Alright, I'm settled on [c].",
        "Okay, enough doubting: [c].",
        "I'm fairly confident now that it's [c].",
        "Right. I'll answer [c].",
    )
    answers = (
        "The product of [a] and [b] is **[c]**.",
        "**[a] [x] [b] = [c]**",
        "To multiply [a] by [b], break one factor into parts:\n\n[sum] = [c]\n\n**Answer:** [c]",
        "[a] [x] [b] equals [c].\n\n\\boxed{[c]}",
    )


class QwenCircler(Doubter):
    title = "qwen-circler"
    looks = (("plain", "*"), ("plain", "×"), ("comma", "*"))
    methods = ("high", "chunks", "round", "swapped")
    para = "\n\n"
    opens = (
        "Okay, let's see. The user is asking for [a] [x] [b].",
        "Okay, [a] multiplied by [b]. Let me work it out step by step.",
        "Let me figure out [a] [x] [b]. First, I need a decomposition.",
        "So the problem here is [a] [x] [b]. Straightforward but error-prone.",
        "Okay, I need the product of [a] and [b]. Let me set this up with the distributive property.",
    )
    plans = (
        "[r] = [f], so I distribute [l] over that.",
        "Using the distributive law on [l] [x] ([f]):",
        "I'll write [l] [x] [r] as [l] [x] ([f]).",
        "Distribute: [l] [x] ([f]).",
    )
    steps = (
        "[l] [x] [r] = [v].",
        "So [l] [x] [r] → [v].",
        "Calculating [l] [x] [r]: [v].",
        "[l] [x] [r] will be [v].",
        "The part [l] [x] [r] equals [v].",
    )
    slips = (
        "[l] [x] [r] = [w], wait, no, let me redo that one: [v].",
        "[l] [x] [r] equals [w]? No. It's [v].",
        "Calculating [l] [x] [r]: [w]... hmm, the tens are wrong, so [v].",
    )
    adds = (
        "Combining: [sum] = [c].",
        "Then combine [sum], resulting in [c].",
        "The combination [sum] evaluates to [c].",
        "Now [sum] = [c].",
    )
    runs = ("[s] [g] [v] = [o].", "Then [s] [g] [v] equals [o].", "Take [s] [g] [v]: that's [o].")
    commits = (
        "So [a] [x] [b] = [c].",
        "Thus, the result would be [c].",
        "So the product seems to be [c].",
        "Hence [a] [x] [b] equals [c].",
        "Then the final result is [c].",
        "That gives [c] as the answer.",
    )
    frets = (
        "Wait, but let me make sure.",
        "Wait, maybe I should examine this again.",
        "But wait.",
        "Hmm, wait. Is that correct?",
        "However, I want to be careful here.",
        "Wait, is there a mistake somewhere?",
    )
    scraps = (
        "I think the calculation that led to [p] is flawed, so [p] is not reliable.",
        "So [p] must be incorrect.",
        "That means I shouldn't keep [p]. I made an error along the line.",
        "There's an error behind [p], and I can't see where. Drop it.",
    )
    restarts = (
        "Let me recalculate everything.",
        "Let me go through the multiplication anew.",
        "Starting again with the product:",
        "Let me compute the product from scratch, carefully.",
        "Okay, a complete recalculation.",
    )
    mends = (
        "I computed [l] [x] [r] as [was], but the correct value is [now].",
        "[l] [x] [r] again: earlier [was], now [now]. The earlier value was wrong.",
        "The mistake is in [l] [x] [r]. That's not [was]. It's [now].",
    )
    readds = (
        "The addition [sum]: previously I wrote [p]. Recomputing it, the sum is [c]. So the addition was wrong.",
        "Check [sum] digit by digit. It equals [c], which isn't [p].",
        "The terms are okay, but [sum] does not make [p]. It makes [c].",
    )
    reruns = (
        "Let me verify [p] with a different method.",
        "Let me try computing it the other way to see if [p] holds up.",
        "Let me cross-check [p] using another decomposition.",
        "Alternatively, I can test [p] with another breakdown.",
    )
    clashes = (
        "Wait, this says [c], while the first method said [p]. There's a discrepancy.",
        "But earlier I got [p]. Now it's [c]. Conflict.",
        "Hmm, [c] is not equal to [p]. So there's an error in one of them.",
    )
    decides = (
        "So the first calculation had the error. The correct product is [c].",
        "Therefore [p] was incorrect and the right value is [c].",
        "I'm inclined to accept the second computation: [a] [x] [b] = [c].",
        "Then [c] is the valid one, and [p] is discarded.",
    )
    holds = ("That checks out.", "So that's consistent.", "Okay, no issue here.", "Good.", "So far it stands.")
    wobbles = (
        "Did I perhaps misread the problem? It says [a] and [b]. No, that's what I used.",
        "Maybe I mixed up the place values? Looking back at the parts, no.",
        "Is the user expecting some other format? Just the number, probably.",
    )
    sides = (
        "For comparison, 12 [x] 12 = 144 is a thing I know by heart, but this one I don't, so the decomposition it is.",
        "Alternatively, the Karatsuba trick exists, with three multiplications in place of four. That's overkill, so I'll leave it.",
        "One could also use lattice multiplication. It wouldn't tell me anything new.",
    )
    nines = (
        "Modulo 9: the factors leave [u] and [w], the product of those leaves [z], and [c] leaves [z] too.",
        "Digit sums: [u] and [w] mod 9, [u] [x] [w] = [q] ≡ [z], and [c] ≡ [z] (mod 9).",
    )
    divisions = ("Dividing back, [c] / [b] = [a].", "If I divide [c] by [a], I get [b], with no remainder.")
    guesses = (
        "An approximation: [u] [x] [w] = [z]. And [c] is near it.",
        "The estimate [u] [x] [w] = [z] is of the same size as [c].",
    )
    redos = (
        "[l] [x] [r] is [v], that's right.",
        "Rechecking [l] [x] [r], I get [v], the same.",
        "[l] [x] [r] = [v] is confirmed.",
    )
    twins = ("Another way to check: [l] [x] ([f]).", "Let me verify by writing [r] = [f] and multiplying by [l].")
    agrees = ("Both methods give [c].", "Same result, [c], so the two agree.")
    bad_nines = (
        "Mod 9, the factors are [u] and [w], so the product should be [z], but [p] is [d].",
        "By digit sums I'd expect remainder [z] modulo 9, and [p] leaves [d].",
    )
    settles = (
        "Therefore, the answer is [c].",
        "So I'm confident that [a] [x] [b] is [c].",
        "Okay, so [c] it is, and I can write that down.",
        "After all these checks the answer stays [c].",
    )
    answers = (
        "### Answer\n\n$$\\boxed{[c]}$$",
        "The result of $[a] \\times [b]$ is:\n\n$$\n\\boxed{[c]}\n$$",
        "**Final answer:** [c]",
        "**Solution**\n\n- Parts: [sum]\n- Total: [c]\n\nSo [a] [x] [b] = **[c]**.",
    )


class LowercaseDistil(Doubter):
    title = "lowercase-distil"
    looks = (("plain", "x"), ("plain", "*"))
    join = "\n"
    para = "\n"
    running = 0.6
    opens = (
        "ok need [a] [x] [b]",
        "so [a] [x] [b], do it by parts",
        "task: [a] [x] [b]. small model brain, go slow",
        "multiply [a] with [b]",
        "hmm [a] [x] [b], lets go",
    )
    plans = ("[r] is [f]", "take [r] as [f] and use [l] on each", "parts of [r]: [f]", "cut [r] into [f]")
    steps = ("[l] [x] [r] = [v]", "[l] by [r] is [v]", "then [l] [x] [r] = [v]", "part: [l] [x] [r] = [v]")
    slips = ("[l] [x] [r] = [w] no, [v]", "[l] by [r] is [w].. nope thats [v]", "[l] [x] [r] = [w], oops meant [v]")
    adds = ("sum [sum] = [c]", "all of it [sum] = [c]", "[sum] = [c]", "together [sum] which is [c]")
    runs = ("[s] [g] [v] = [o]", "plus next: [s] [g] [v] = [o]", "now [s] [g] [v] is [o]")
    details = ("[d]", "in bits [d]")
    slip_sums = ("no, [o]", "thats off, [o]")
    commits = (
        "so answer [c]",
        "ok result is [c]",
        "so [a] [x] [b] = [c]",
        "product = [c] then",
        "final [c]",
        "i get [c] for the product",
    )
    frets = ("hmm", "wait", "not sure though", "hmm wait", "is it ok?", "but let me look again")
    scraps = ("[p] is wrong i think", "dont like [p], drop it", "nah [p] cant be right", "forget [p], bad")
    restarts = ("again from zero", "do over", "restart", "once more all of it", "new attempt")
    mends = (
        "[l] [x] [r] is not [was], its [now]",
        "found it: wrote [was] for [l] [x] [r], should be [now]",
        "redo [l] [x] [r].. [now], and i had [was]. bad",
    )
    readds = (
        "the adding: [sum] is [c] and not [p]",
        "add again [sum] = [c], so [p] was a bad sum",
        "oh [sum] is [c]. i said [p], wrong",
    )
    reruns = (
        "try other way to see if [p] is ok",
        "check [p] by the other split",
        "let me do it different and compare to [p]",
    )
    clashes = ("but before i had [p], hmm, [p] or [c]", "not same as [p]. which one", "[c] vs [p]. one is bad")
    decides = (
        "so [c] is right and [p] wrong",
        "take [c], not [p]",
        "ok its [c], throw [p] out",
        "i go with [c], [p] had a mistake",
    )
    holds = ("ok fine", "good", "thats ok", "no problem there")
    wobbles = ("numbers were [a] and [b]? yes", "forgot a zero? no i didnt", "carry ok? yes looks ok")
    sides = (
        "(5 x 5 = 25 and 6 x 6 = 36, just warming up)",
        "maybe theres a trick.. no trick",
        "[a] + [b] would be easy, but its times. go on",
    )
    lasts = ("ends: [u] [x] [w] = [z] so last is [e], and [c] ends [e]", "last digit [e] needed, [c] has it")
    redos = ("[l] [x] [r] again = [v] same", "look at [l] [x] [r].. [v] yes")
    backwards = ("add backward [back] = [c]", "[back] = [c] same")
    twins = ("check with [l] [x] [r], [r] = [f]", "to be safe, [r] = [f] times [l]")
    agrees = ("same [c]", "[c] again, matches")
    bad_lasts = ("last digit must be [e] but [p] ends in [d]", "[u] [x] [w] ends with [e], [p] ends with [d], no")
    false_alarms = ("add once more.. [w]? no i missed one, its [c] like before",)
    settles = ("ok done, [c]", "stay with [c]", "so [c]. stop", "its [c], enough")
    answers = ("The answer is [c].", "[c]", "[a] [x] [b] = [c]", "Answer: [c]", "The answer is \\boxed{[c]}.")


class TwoLedgers(Doubter):
    """Keeps runs in short lists and names them; likes to hold two results side by side."""

    title = "two-ledgers"
    looks = (("comma", "×"), ("space", "×"), ("plain", "·"))
    methods = ("high", "round", "chunks")
    join = "\n"
    ways: ClassVar[dict[str, float]] = {"redo": 1.5, "mend": 2.0, "weigh": 6.0}
    opens = (
        "Goal: find [a] [x] [b]. I distrust single runs, so expect me to go over it more than once.",
        "We have [a] [x] [b]. I'll keep a small ledger of the pieces.",
        "The request is the product [a] [x] [b]. I will note each piece on its own line.",
        "I am to compute [a] [x] [b]. Writing the pieces down avoids losing any.",
    )
    plans = (
        "Ledger for [l] [x] [r], with [r] = [f]:",
        "Pieces ([r] = [f], each taken [l] times):",
        "Splitting [r] as [f], the entries are:",
        "Entries, using [r] = [f]:",
    )
    steps = ("- [l] [x] [r]: [v]", "- entry [l] [x] [r] = [v]", "- [v] (from [l] [x] [r])", "- [l] [x] [r] = [v]")
    details = ("- [d]", "- entry by places: [d]")
    slips = ("- [l] [x] [r]: [w] (struck; it is [v])", "- [l] [x] [r] = [w], corrected to [v]")
    adds = (
        "Balance: [sum] = [c].",
        "The column adds up as [sum] = [c].",
        "Sum of the entries: [sum] = [c].",
        "Totalled, [sum] = [c].",
    )
    runs = ("[s] [g] [v] leaves [o].", "Carried forward: [s] [g] [v] = [o].", "Running: [s] [g] [v] = [o].")
    commits = (
        "So this ledger says [a] [x] [b] = [c].",
        "My result is therefore [c].",
        "I would report [c].",
        "That puts the product at [c].",
        "Result on the books: [c].",
    )
    frets = (
        "Still, one ledger is only as good as its worst entry.",
        "I am uneasy about this.",
        "Let me audit it.",
        "Before I close the book:",
        "A second look is warranted.",
        "Something may have slipped in.",
    )
    scraps = (
        "I can't vouch for [p]; that ledger goes in the bin.",
        "The figure [p] is unsound. Void it.",
        "[p] does not survive the audit, so I withdraw it.",
        "I'm striking out [p] altogether.",
    )
    restarts = (
        "Fresh page.",
        "New ledger, nothing carried over.",
        "I open another page and do all entries again.",
        "Everything anew.",
    )
    mends = (
        "The entry [l] [x] [r] was booked as [was]; it ought to read [now].",
        "Wrong entry: [l] [x] [r] is [now], whereas I booked [was].",
        "I find a bad line: [was] for [l] [x] [r]. Proper value: [now].",
    )
    readds = (
        "The entries are fine but the balance isn't: [sum] = [c], where I had [p].",
        "Casting the column again, [sum] = [c]; the [p] was a miscount.",
        "[sum] is [c]. I misadded when I wrote [p].",
    )
    reruns = (
        "I'd like an independent ledger to set against [p].",
        "To see if [p] deserves trust, I draw up a rival ledger.",
        "Second opinion on [p], from another split.",
        "Let me build the same product differently and hold it against [p].",
    )
    clashes = (
        "Two figures on the table now: [p] from before and [c] from this one.",
        "The books disagree: [p] there, [c] here.",
        "That is not [p]. I have [p] and [c] and only one can stay.",
        "A mismatch of [p] with [c]. Whom to believe?",
    )
    decides = (
        "The later ledger wins: the product is [c], and [p] is void.",
        "I side with [c]. The earlier [p] must hide a slip.",
        "Weighing both, [c] is the sound one; [p] goes.",
        "Verdict: [c] stands and [p] falls.",
    )
    holds = ("The audit finds nothing.", "No change to the books.", "Entry confirmed.", "So the balance stands.")
    wobbles = (
        "Is an entry missing? I count the nonzero parts again: none missing.",
        "Could I have swapped two digits while copying [a]? No, it reads [a].",
        "I wonder if rounding crept in somewhere. It can't have, all of it is exact.",
    )
    sides = (
        "Incidentally, 99 [x] 99 = 9801 is the sort of product people remember. No help here.",
        "A slide rule would give three figures at best; not enough. Back to the ledger.",
    )
    nines = (
        "Nines: [u] and [w] give [q], i.e. [z]; [c] gives [z] as well.",
        "Residues mod 9 are [u] and [w], hence [z], and [c] also has [z].",
    )
    guesses = (
        "Ballpark: [u] [x] [w] = [z]; [c] is of that order.",
        "A rough [u] [x] [w] = [z] does not contradict [c].",
    )
    redos = ("Recomputed entry [l] [x] [r]: [v], as booked.", "I do [l] [x] [r] over and find [v] once more.")
    divisions = ("In reverse: [c] ÷ [a] = [b].", "[c] split into [b] shares is [a] each.")
    twins = ("A control ledger, [l] [x] [r] with [r] = [f]:", "As a control, [l] taken by the parts [f]:")
    agrees = ("The control shows [c] too.", "Both ledgers agree on [c].")
    bad_nines = (
        "Nines: [u] and [w] should leave [z], while [p] leaves [d].",
        "The residue mod 9 must be [z]; that of [p] is [d].",
    )
    bad_lasts = ("Units [u] and [w] call for a closing [e]; [p] closes with [d].",)
    settles = ("I close the book at [c].", "Settled: [c].", "Nothing more to audit; [c].", "The final balance is [c].")
    answers = ("[a] [x] [b] = **[c]**", "The product is **[c]**.", "**Result:** [c]", "[a] multiplied by [b] is [c].")


class DigitFidget(Doubter):
    """Fusses over single digits and carries."""

    title = "digit-fidget"
    looks = (("plain", "×"), ("comma", "×"), ("plain", "*"))
    methods = ("low", "low", "swapped")
    join = "\n"
    ways: ClassVar[dict[str, float]] = {"redo": 2.0, "mend": 5.0, "weigh": 2.0}
    fuss = (1, 1, 2, 2, 3)
    opens = (
        "Let me multiply [a] by [b], digit by digit.",
        "[a] [x] [b]... each digit of one number in turn, then.",
        "I'll do [a] [x] [b] the pedestrian way, one digit per row.",
        "So: [a] and [b]. One row for every digit, shifts included.",
    )
    plans = (
        "Rows from [r] ([f]):",
        "Digits of [r] with their places: [f].",
        "Working through [r], that is [f]:",
        "Row after row, [r] = [f]:",
    )
    steps = ("• row [r]: [l] [x] [r] = [v]", "• [l] [x] [r] → [v]", "• with [r] it is [v]", "• for [r] I write [v]")
    details = ("• [d]", "• digit by digit: [d]")
    slips = ("• row [r]: [w]... careful, the carry! [v]", "• [l] [x] [r] → [w], scratch that digit, [v]")
    adds = (
        "Rows added: [sum] = [c]",
        "Stacking the rows, [sum] = [c]",
        "[sum], digit under digit, makes [c]",
        "Rows together: [sum] = [c]",
    )
    runs = ("first these: [s] [g] [v] = [o]", "[s] and [v] make [o]", "put [v] on top of [s]: [o]")
    commits = (
        "Reading it off, [a] [x] [b] = [c].",
        "Digits in order, the product reads [c].",
        "So I have [c] as the product.",
        "The number I end up with for [a] [x] [b] is [c].",
        "Product: [c].",
    )
    frets = (
        "My eye keeps going back to those carries.",
        "Ugh, let me stare at the digits again.",
        "Let me poke at it.",
        "Wait, one digit looks odd.",
        "I'd better inspect this once more.",
        "Hmm, the middle digits bother me.",
    )
    scraps = (
        "The digits of [p] aren't trustworthy. Away with it.",
        "I can't reproduce [p], so it's out.",
        "[p] was botched, I won't keep it.",
        "Too many doubtful digits in [p]; I'm giving it up.",
    )
    restarts = (
        "All rows again, slowly.",
        "Clean slate, row one.",
        "Rewriting every row.",
        "One more complete pass, without peeking at the old one.",
    )
    mends = (
        "In row [r] the digits should be [now], but I've got [was] there ([l] [x] [r]).",
        "[l] [x] [r], slowly, with carries: [now]. The row said [was]. Wrong digit!",
        "Caught it: row [r] isn't [was]. [l] [x] [r] = [now].",
    )
    readds = (
        "Rows are right; the carry when adding them wasn't. [sum] = [c] and not [p].",
        "Adding the rows digit by digit, [sum], a carry went missing in [p]; with it the result is [c].",
        "[sum] gives [c]. I misread a column before, hence the [p].",
    )
    reruns = (
        "Let me exchange the roles of the numbers and see if [p] reappears.",
        "Rows from another split ought to give [p] too. Do they?",
        "A test for [p]: other rows, same product.",
    )
    clashes = (
        "[c]? The old one was [p]. Digits differ.",
        "So [p] or [c]... they differ, so a digit went wrong in one of them.",
        "Doesn't equal [p]. Compare [p] with [c].",
    )
    decides = (
        "The bad digit was in [p], so the product is [c].",
        "I keep [c] and drop [p].",
        "[c] has the better digits: the answer is [c], and [p] is dead.",
        "Right: [c], and not [p].",
    )
    holds = ("Digit stays.", "No correction needed.", "Okay, as it was.", "Not a wrong digit in sight.")
    wobbles = (
        "Is every row shifted as it should be? Yes, zeros included.",
        "Did a 6 turn into a 9 when I copied? [a], [b]. No.",
        "Were there carries out of the top place? They're in already.",
    )
    sides = (
        "7 × 8 is 56, I always have to recite that one: 5, 6, 7, 8. Fine.",
        "6 × 9 = 54, 5 + 4 = 9, the table of nines is at least orderly. Anyway.",
    )
    lasts = (
        "Ones: [u] [x] [w] = [z], write [e]. And [c] ends with [e].",
        "The ones digit has to be [e] ([u] [x] [w] = [z]); [c] agrees.",
    )
    lengths = (
        "[i] digits by [j] digits can have [k] digits, as [c] does.",
        "Count the digits of [c]: [k]. Plausible for [i] by [j].",
    )
    redos = ("Row [r] anew: [l] [x] [r] = [v].", "[l] [x] [r] with every carry spelled out is [v].")
    backwards = ("Rows from the bottom up: [back] = [c].", "Bottom to top, [back], and the digits are those of [c].")
    bad_lasts = (
        "The ones digit! [u] [x] [w] ends in [e], and [p] has a [d] there.",
        "[p] has [d] at the end where [e] must be.",
    )
    false_alarms = (
        "Adding bottom up I read [w]. Ah no, I put a carry in the wrong column just now. Properly it's [c], as before.",
    )
    settles = (
        "I've looked at each digit: [c].",
        "No digit left to doubt, [c].",
        "So [c], final.",
        "Enough fidgeting. It's [c].",
    )
    answers = (
        "[a] [x] [b] = [c]",
        "The result is **[c]**.",
        "Multiplying row by row:\n\n[sum] = **[c]**",
        "The product equals [c].",
        "$\\boxed{[c]}$",
    )


class LatexBrooder(Doubter):
    title = "latex-brooder"
    looks = (("latex", "\\times"), ("plain", "\\times"), ("thin", "\\cdot"))
    methods = ("high", "chunks", "round", "area")
    opens = (
        "First, I need to determine the product \\([a] [x] [b]\\).",
        "To find \\([a] [x] [b]\\), I'll expand one of the factors.",
        "I have to evaluate \\([a] [x] [b]\\) and I want to get it exactly right.",
        "Let me consider \\([a] [x] [b]\\).",
    )
    plans = (
        "I write \\([r] = [f]\\) and expand with \\([l]\\).",
        "Expanding, \\([l] [x] [r] = [l] [x] ([f])\\).",
        "It is convenient to use \\([f]\\) for \\([r]\\).",
        "Decomposition: \\([r] = [f]\\).",
    )
    steps = (
        "Here \\([l] [x] [r] = [v]\\).",
        "We have \\([l] [x] [r] = [v]\\).",
        "Next comes \\([l] [x] [r] = [v]\\).",
        "The term \\([l] [x] [r]\\) contributes \\([v]\\).",
    )
    slips = (
        "The term \\([l] [x] [r]\\) is \\([w]\\), or no, \\([v]\\).",
        "We have \\([l] [x] [r] = [w]\\); correcting myself, it is \\([v]\\).",
    )
    adds = (
        "The terms sum to \\[[sum] = [c].\\]",
        "Collecting terms, \\([sum] = [c]\\).",
        "Their sum is \\([sum] = [c]\\).",
        "So \\([sum] = [c]\\).",
    )
    runs = ("\\([s] [g] [v] = [o]\\).", "Accumulating, \\([s] [g] [v] = [o]\\).", "Then \\([s] [g] [v] = [o]\\).")
    areas = ("Expanding both factors, \\(([k]) [x] ([m])\\).", "Both factors are split: \\(([k])([m])\\).")
    slip_sums = ("I mean \\([o]\\).", "That should read \\([o]\\).")
    commits = (
        "Consequently \\([a] [x] [b] = [c]\\).",
        "This yields the product \\([c]\\).",
        "The value is thus \\([c]\\).",
        "I conclude that the product equals \\([c]\\).",
        "Hence, \\[[a] [x] [b] = [c].\\]",
    )
    frets = (
        "I'm not entirely at ease with this, though.",
        "Yet a doubt remains.",
        "Let me scrutinise it.",
        "On reflection, I had better revisit this.",
        "One moment.",
        "But is this reliable?",
    )
    scraps = (
        "The value \\([p]\\) is untenable and I abandon it.",
        "I must retract \\([p]\\).",
        "There is a flaw behind \\([p]\\); I set it aside.",
        "So \\([p]\\) can't be maintained.",
    )
    restarts = (
        "I'll carry out the expansion again.",
        "A new computation from the first line:",
        "Let me rebuild the result.",
        "I start over.",
    )
    mends = (
        "The term \\([l] [x] [r]\\) was given as \\([was]\\), which is false; it equals \\([now]\\).",
        "Recomputing \\([l] [x] [r]\\) I obtain \\([now]\\) in place of \\([was]\\).",
        "An error: \\([l] [x] [r] \\ne [was]\\). In fact \\([l] [x] [r] = [now]\\).",
    )
    readds = (
        "The terms were correct, but their sum is \\([sum] = [c]\\), not \\([p]\\).",
        "Summing with more care, \\([sum] = [c] \\ne [p]\\). I had dropped a carry.",
        "Adding again, \\([sum] = [c]\\), which refutes \\([p]\\).",
    )
    reruns = (
        "An independent expansion should reproduce \\([p]\\).",
        "I'll test \\([p]\\) by a second decomposition.",
        "Let me see if \\([p]\\) is confirmed by another expansion.",
    )
    clashes = (
        "This contradicts the former value \\([p]\\).",
        "But \\([c] \\ne [p]\\), so one of the expansions is faulty.",
        "Now there are two values, \\([p]\\) and \\([c]\\), and I need to decide.",
    )
    decides = (
        "I therefore reject \\([p]\\) and take \\([a] [x] [b] = [c]\\).",
        "The second expansion is the trustworthy one, so the product is \\([c]\\).",
        "Thus \\([c]\\) is the right value and \\([p]\\) was mistaken.",
        "So the product is \\([c]\\) rather than \\([p]\\).",
    )
    holds = ("The doubt is unfounded.", "That is in order.", "No discrepancy.", "This raises no objection.")
    wobbles = (
        "Have I transcribed \\([a]\\) and \\([b]\\) faithfully? I have.",
        "Perhaps a power of ten went astray? Going through the terms, none did.",
        "Is the distributive law used properly? Of course it is.",
    )
    sides = (
        "As an aside, \\((x+1)(x-1) = x^2-1\\) sometimes shortens such work; not here.",
        "One might think of \\(2^{10} = 1024\\), though no power of two is involved. I return to the matter.",
    )
    nines = ("Modulo \\(9\\) we have \\([u] [x] [w] = [q] \\equiv [z]\\) and \\([c] \\equiv [z]\\).",)
    lasts = (
        "The last digits multiply to \\([u] [x] [w] = [z]\\), so a final \\([e]\\) is required, and \\([c]\\) has it.",
    )
    guesses = (
        "For orientation, \\([u] [x] [w] = [z]\\), which is comparable with \\([c]\\).",
        "Rounding, \\([u] [x] [w] = [z]\\), not far from \\([c]\\).",
    )
    redos = ("Indeed \\([l] [x] [r] = [v]\\), as before.", "Once more, \\([l] [x] [r]\\) is \\([v]\\).")
    divisions = ("Conversely, \\([c] / [a] = [b]\\).", "Division gives \\(\\frac{[c]}{[b]} = [a]\\).")
    twins = (
        "For verification, \\([l] [x] ([f])\\).",
        "As a verification I decompose \\([r] = [f]\\) and multiply by \\([l]\\).",
    )
    agrees = ("This agrees with the value found, \\([c]\\).", "Again \\([c]\\), in agreement.")
    bad_nines = ("Modulo \\(9\\) the product must be \\([z]\\), but \\([p] \\equiv [d]\\).",)
    bad_lasts = ("The product must end in \\([e]\\), but \\([p]\\) ends in \\([d]\\).",)
    settles = (
        "I'm now satisfied with \\([c]\\).",
        "So \\([c]\\) stands.",
        "My final value is \\([c]\\).",
        "Nothing speaks against \\([c]\\).",
    )
    answers = (
        "\\[\n\\boxed{[c]}\n\\]",
        "The product is\n\n\\[\n[a] [x] [b] = \\boxed{[c]}\n\\]",
        "**Answer:** \\(\\boxed{[c]}\\)",
        "\\[\n[a] [x] [b] = [sum] = [c]\n\\]\n\nSo the result is \\(\\boxed{[c]}\\).",
    )

    def term(self, t: Telling, term: Term) -> str:
        names = {"l": term.left, "r": term.right, "v": term.value}
        if detail := t.detail(term):
            return f"Here \\({t.n(term.left)} {t.x} {t.n(term.right)}\\) is \\({detail}\\)."
        return (
            self.say(t, self.slips, w=t.near(term.value), **names)
            if t.chance(0.08)
            else self.say(t, self.steps, **names)
        )


class QwqReturner(Doubter):
    title = "qwq-returner"
    think = False
    looks = (("comma", "×"), ("plain", "×"), ("comma", "times"))
    fuss = (1, 2, 2, 3, 3, 4)
    opens = (
        "So I've got this multiplication, [a] [x] [b], and I'd like to understand it rather than guess it.",
        "Let's tackle [a] [x] [b]. It looks harmless, but such things rarely are.",
        "I've been given [a] and [b] and I'm supposed to multiply them. Okay.",
        "To start with, what is [a] [x] [b] about? It's [a] groups of [b], so quite a few things.",
    )
    plans = (
        "One approach is to see [r] as [f] and let [l] act on each bit.",
        "Perhaps the friendliest approach: [r] is [f], and I multiply every bit by [l].",
        "I could take the number [r] to pieces, [f], with [l] standing by.",
        "Since [r] is made of [f], I'd multiply [l] by those one at a time.",
    )
    steps = (
        "I have [l] [x] [r], and that's [v].",
        "There's also [l] [x] [r], giving [v].",
        "[l] [x] [r] works out to [v].",
        "Moving on, [l] [x] [r] = [v].",
        "As for [l] [x] [r], it's [v].",
    )
    slips = (
        "As for [l] [x] [r], it's [w], no, hold it, [v].",
        "There's also [l] [x] [r], giving [w]; hmm, I slipped there, it gives [v].",
    )
    adds = (
        "What remains is to add: [sum] = [c].",
        "When I add these bits, [sum], there comes out [c].",
        "In total [sum], i.e. [c].",
        "Added up, [sum] = [c].",
    )
    runs = ("[s] [g] [v] is [o].", "With [v] on top of [s] I'm at [o].", "Next, [s] [g] [v], so [o].")
    commits = (
        "So, according to this, [a] [x] [b] is [c].",
        "If all went well, the answer is [c].",
        "So my answer at this point is [c].",
        "From this I gather that the product is [c].",
        "This suggests [a] [x] [b] = [c].",
    )
    frets = (
        "But I'm a bit skeptical.",
        "However, it's easy to fool oneself with such sums.",
        "Let me return to the problem for a moment.",
        "I want to poke holes in this.",
        "Still, I have lingering doubts.",
        "Perhaps I should take another look.",
        "Coming back to the result:",
    )
    scraps = (
        "The more I look at [p], the less I believe it, so let me give it up.",
        "I can't stand behind [p].",
        "[p] was the product of sloppy work, and it has to go.",
        "There must be something wrong with [p]; I'd rather not build on it.",
    )
    restarts = (
        "Let me approach the whole thing with fresh eyes.",
        "I'll do it all a further time.",
        "So, once again, beginning with the splitting.",
        "Okay, another run through the whole thing.",
    )
    mends = (
        "It turns out that [l] [x] [r] isn't [was] at all but [now].",
        "When I redo [l] [x] [r] I find [now], though I'd claimed [was]. So that's the culprit.",
        "Earlier I took [l] [x] [r] to be [was]. On a closer look, it's [now].",
    )
    readds = (
        "I should be adding [sum], and doing so patiently I arrive at [c], which differs from [p]; my addition was faulty.",
        "If I add [sum] again I get [c], so [p] came from a bad carry.",
        "The bits were fine, it's the adding: [sum] = [c], and [p] was nonsense.",
    )
    reruns = (
        "Alternatively, I could split things in another manner and see if [p] turns up.",
        "Perhaps there's another approach that would support [p].",
        "Another perspective might tell me if [p] is any good.",
    )
    clashes = (
        "Interesting: it was [p] the first time and it's [c] the second time. I need to find out which to keep.",
        "Now that's awkward, since I had [p]. I've got two contenders, [p] and [c].",
        "So [c] here but [p] there. At most one of those is right.",
    )
    decides = (
        "I believe the first contender had a slip, so [a] [x] [b] is [c] rather than [p].",
        "On balance [c] is the one I trust, and [p] I let go.",
        "Given that, my answer changes from [p] to [c].",
        "That decides it in favour of [c]; [p] is no longer my answer.",
    )
    holds = (
        "So that worry leads nowhere.",
        "Okay, that's reassuring.",
        "I can't find fault with it.",
        "And so I'm back where I was.",
    )
    wobbles = (
        "Is it conceivable that I left out a bit? Let me count them... no, they're all in.",
        "What if the question meant [a] plus [b]? No, it clearly says times.",
        "Could I be confusing thousands with hundreds? Looking at it, I don't think so.",
    )
    sides = (
        "This reminds me of computing 15 squared as 225 by the 1 times 2 rule. Lovely, but irrelevant. Where was I? Right, checking.",
        "Alternatively one could use logarithms: log [a] plus log [b]. But that gives an approximation only, so let me return.",
        "In binary this would be shifts and additions. I'm not going down that road.",
    )
    lasts = ("For the last digit I only need [u] and [w], which make [z], so [e] it is, and [c] ends that way.",)
    nines = (
        "Casting out nines, the factors reduce to [u] and [w], together [z], and [c] reduces to [z].",
        "The nines test has [u] and [w] turning into [z], and [c] turns into [z] too.",
    )
    guesses = (
        "If I imagine [u] [x] [w], I'd get [z], so [c] is believable.",
        "A crude version, [u] [x] [w], is [z]. And [c] isn't out of line with that.",
    )
    redos = ("I revisit [l] [x] [r] and it is [v], just as it was.", "[l] [x] [r]? [v], nothing new.")
    divisions = ("Going backwards, [c] divided by [b] brings me to [a].",)
    twins = (
        "Alternatively, let me confirm it with [r] = [f], each multiplied by [l].",
        "Perhaps a confirmation by another path: [r] as [f], times [l].",
    )
    agrees = ("And there's [c] again, so the two paths meet.", "It's [c] this way too.")
    false_alarms = (
        "Adding it up in my head, [back], I get [w]. That's alarming... oh, but I dropped a carry in my head; on paper it's [c], so nothing changes.",
    )
    bad_nines = ("Casting out nines, I'd need [z], whereas [p] reduces to [d].",)
    bad_lasts = ("It ought to end in [e], considering the [u] and the [w], but [p] ends in [d].",)
    settles = (
        "I think I've gone round enough times; it's [c].",
        "So, at the end of all this, [c].",
        "Having come back to it several times, I'll stay with [c].",
        "I can live with [c] now.",
    )
    answers = (
        "**Final Answer**\n\n\\[ \\boxed{[c]} \\]",
        "**Final Answer:** [c]",
        "\\[ \\boxed{[c]} \\]",
        "So in summary, [a] [x] [b] = [c].",
    )


class OWanderer(Doubter):
    """Short lines, one thought each."""

    title = "short-breath-wanderer"
    think = False
    looks = (("plain", "×"), ("comma", "*"), ("plain", "·"))
    join = "\n\n"
    opens = ("[a] [x] [b].", "Let me compute [a] [x] [b].", "We need [a] [x] [b].", "Task at hand: [a] [x] [b].")
    plans = ("Write [r] = [f]; then multiply by [l].", "[r] → [f].", "Let me cut [r]: [f].", "Use [l] [x] ([f]).")
    steps = ("[l] [x] [r] = [v].", "So [l] [x] [r] = [v].", "Now [l] [x] [r]: that's [v].", "[l] [x] [r] → [v].")
    slips = ("[l] [x] [r] = [w]. Hmm, no: [v].", "[l] [x] [r] → [w]? Actually [v].")
    adds = ("Add: [sum] = [c].", "[sum] = [c].", "So total: [sum] = [c].", "We add [sum] → [c].")
    runs = ("[s] [g] [v] = [o].", "So far [s] [g] [v] = [o].", "→ [s] [g] [v] = [o].")
    commits = (
        "So the answer would be [c].",
        "Therefore [a] [x] [b] = [c].",
        "We have the product: [c].",
        "So we get [a] [x] [b] = [c].",
        "That means the product is [c].",
    )
    frets = (
        "Hmm.",
        "Let's double-check.",
        "Wait.",
        "But maybe that's off?",
        "Hmm, is it so?",
        "Let me look at it again.",
    )
    scraps = ("So [p] is wrong.", "I doubt [p]. Discard.", "[p] fails.", "OK, [p] is no good.")
    restarts = ("Start again.", "Let me redo all of it.", "Try once more, from nothing.", "Another approach.")
    mends = (
        "[l] [x] [r] is [now]! Not [was].",
        "The [was] for [l] [x] [r] should be [now].",
        "Hmm, [l] [x] [r] = [now], but we used [was].",
    )
    readds = (
        "Sum again: [sum] = [c]. Not [p].",
        "[sum]: we said [p], but it's [c].",
        "The sum is mistaken. [sum] = [c], so [p] is out.",
    )
    reruns = (
        "Test [p] by another route.",
        "Alternatively, compute it differently and compare with [p].",
        "Let's see if another split gives [p].",
    )
    clashes = ("But we had [p].", "Conflict: [p] and [c].", "Hmm. Previously [p]. Now [c].", "[p] ≠ [c].")
    decides = (
        "So [c] is correct, [p] is not.",
        "Thus the product is [c]. The [p] was a slip.",
        "We take [c] over [p].",
        "OK so the answer is [c], not [p].",
    )
    holds = ("Good.", "Fine.", "OK.", "No problem.", "That holds.")
    wobbles = (
        "Did we read [a] right? Yes. And [b]? Yes.",
        "Maybe a shift is missing? No.",
        "Are all the parts there? Yes.",
    )
    sides = (
        "Could use (10 + 1)(10 - 1) = 99-type tricks. Not here.",
        "What about prime factors? Too long. Skip.",
        "Hmm, the digits of [b] alone don't tell much. Move on.",
    )
    lasts = ("Last digit: [u] [x] [w] = [z] → [e]. [c] ends in [e].",)
    guesses = ("About [u] [x] [w] = [z]. [c] is close enough.", "Estimate: [z], from [u] [x] [w]. Compatible with [c].")
    lengths = ("[c] has [k] digits. Expected for [i]-digit times [j]-digit.",)
    redos = ("[l] [x] [r] = [v]. Yes.", "Again [l] [x] [r]: [v].")
    backwards = ("Reverse: [back] = [c].",)
    divisions = ("[c] / [a] = [b].",)
    twins = ("Cross-check with [l] [x] ([f]).", "Verify: [r] = [f], times [l].")
    agrees = ("Also [c]. Consistent.", "Matches [c].")
    bad_nines = ("Mod 9: should be [z], but [p] has [d].",)
    bad_lasts = ("[p] ends in [d]; must be [e].",)
    settles = ("OK, [c].", "So we're done: [c].", "I'm convinced: [c].", "So it's [c].")
    answers = (
        "The product is **[c]**.",
        "[a] [x] [b] is **[c]**.",
        "**[c]**",
        "Answer: [c].",
        "To compute [a] [x] [b], split one of the factors and add the parts:\n\n[sum] = **[c]**",
    )


class ColumnWorrier(Doubter):
    """Long multiplication in fenced columns, with worried remarks between them."""

    title = "column-worrier"
    think = False
    looks = (("plain", "x"), ("comma", "×"))
    methods = ("low", "high", "swapped")
    ways: ClassVar[dict[str, float]] = {"redo": 5.0, "mend": 2.0, "weigh": 3.0}
    opens = (
        "I'll set [a] [x] [b] out in columns.",
        "[a] [x] [b], written one under the other.",
        "Let me put [a] over [b] and multiply as on paper.",
        "Paper and pencil, then: [a] [x] [b].",
    )
    plans = (
        "Lines for [l] [x] [r]:",
        "In columns, [l] above [r]:",
        "Writing it out ([r] = [f]):",
        "Here's the layout for [l] [x] [r]:",
    )
    details = ("[d];", "in smaller bits, [d];")
    steps = ("[l] [x] [r] = [v];", "line for [r]: [v];", "[l] by [r], [v];")
    slips = ("[l] [x] [r] = [w], I mean [v];",)
    adds = ("The lines [sum] add up to [c].", "Beneath the rule, [sum] = [c].", "Adding the lines, [sum] = [c].")
    runs = ("[s] [g] [v] = [o].", "The next line brings [s] to [o] (that is, [g] [v]).", "[s] and [v] together: [o].")
    commits = (
        "Under the last rule stands the product, [c].",
        "So the sheet gives [a] [x] [b] = [c].",
        "So I read off [c] as the answer.",
        "The bottom line: [a] [x] [b] = [c].",
        "That makes my answer [c].",
    )
    frets = (
        "Are the columns aligned, though?",
        "I'm worried about the carries.",
        "Now the worrying part, the check.",
        "Let me run a finger down the columns again.",
        "Hmm, I never trust my first sheet.",
        "Something about it troubles me.",
    )
    scraps = (
        "No, the sheet with [p] is spoiled. I tear it up.",
        "I take back [p].",
        "[p] can't stand; I crumple that sheet.",
        "That [p] is worthless, sadly.",
    )
    restarts = (
        "New sheet.",
        "I write it out again in full.",
        "Once more, with wider spaces.",
        "Back to an empty page.",
    )
    mends = (
        "The line for [r] is wrong: [l] [x] [r] is [now], and I'd written [was].",
        "I see it, the [was] in the line of [r] has to become [now].",
        "Multiplying [l] by [r] afresh gives [now], not the [was] on the sheet.",
    )
    readds = (
        "Column by column, [sum] = [c]. I forgot a carry when I put [p] there.",
        "The addition was bad: [sum] is [c] instead of [p].",
    )
    reruns = (
        "I'll lay it out another way to see whether [p] survives.",
        "A second sheet, to hold against [p].",
        "Let me try a different layout as a test of [p].",
    )
    clashes = (
        "The other sheet has [p], though.",
        "So one sheet says [p] and the other [c].",
        "These don't match, [p] on the first sheet and [c] on this.",
    )
    decides = (
        "I keep the second sheet, so the product is [c]; [p] had an error.",
        "So it's the first sheet that was wrong. Answer: [c] in place of [p].",
        "I trust [c], and cross out [p].",
    )
    holds = ("So the columns are fine.", "Nothing to mend.", "My worry was idle.", "It stays as it is.")
    wobbles = (
        "Is each line shifted by the proper number of places? Yes.",
        "Is it [a] on top, or did I write something else? It's [a].",
        "Did the ink smear a 1 into a 7? No, I can read it all.",
    )
    sides = (
        "On squared paper, 24 [x] 11 = 264 is the example from my old schoolbook. That one I'd get right. Anyway.",
        "Some people write the carries above, some below; it makes no difference.",
    )
    lasts = ("Right-hand column: [u] [x] [w] = [z], so [e] at the end, as in [c].",)
    nines = ("Nines: top [u], bottom [w], product [z]; and [c] leaves [z].",)
    redos = ("The line for [r], [l] [x] [r], is [v] again.", "[l] [x] [r] = [v], the line is good.")
    backwards = ("From the lowest line upwards: [back] = [c].", "Upwards, [back], once more [c].")
    lengths = ("[k] digits in [c], which suits [i] digits by [j] digits.",)
    twins = ("As proof, the reverse layout: [r] = [f], with [l].", "To prove it, [l] by each part of [f].")
    agrees = ("The proof comes out, [c].", "It leads to [c] too, so the sheet was right.")
    bad_lasts = ("The right-hand column should leave [e], and [p] has [d].",)
    bad_nines = ("The nines don't agree: [z] is wanted, [p] gives [d].",)
    settles = (
        "So be it: [c].",
        "I hand in the sheet with [c].",
        "No more worrying, [c].",
        "The answer on my sheet stays [c].",
    )
    answers = ("**Answer: [c]**", "[a] [x] [b] = **[c]**", "Result: [c]", "The product of [a] and [b] is [c].")

    def worked(self, t: Telling, work: Work) -> str:
        if not t.flag("sheets", 0.85):
            return super().worked(t, work)[:-1] + "."
        plan = self.say(t, self.plans, f=t.factor(work), l=work.a, r=work.b)
        return plan + "\n\n```\n" + t.columns(work, t.words)

    def attempt(self, t: Telling, work: Work) -> str:
        text = self.worked(t, work)
        if "```" not in text:
            return text + self.join + self.summed(t, work) + self.join + self.commit(t)
        return text + t.c(t.total(work, t.words) + "\n```\n\n" + self.say(t, self.commits))

    def again(self, t: Telling) -> str:
        # A sheet that is held against the first one has its total as well; it is closed before the words go on.
        text = super().again(t)
        pieces = text.split("```")
        if len(pieces) == 2:
            head, body = pieces
            rows, rest = body.rsplit("-\n ", 1) if "-\n " in body else (body.rstrip("\n"), "")
            text = head + "```" + rows + "-\n" + t.total(t.work, t.words) + "\n```\n\n" + rest
        return text


class BulletedWaverer(Doubter):
    title = "bulleted-waverer"
    think = False
    looks = (("comma", "×"), ("narrow", "×"), ("comma", "·"))
    methods = ("high", "round", "chunks")
    join = "\n"
    ways: ClassVar[dict[str, float]] = {"redo": 2.0, "mend": 2.5, "weigh": 4.0}
    opens = (
        "**Thinking about [a] [x] [b]**\n",
        "### Thought process\n\nThe product wanted is [a] [x] [b].\n",
        "**Reasoning**\n\nLet me multiply [a] and [b].\n",
        "#### Working on [a] [x] [b]\n",
    )
    plans = ("Parts of [r]: [f]\n", "With [r] = [f], times [l]:\n", "[l] [x] ([f]):\n", "Breakdown, [r] → [f]:\n")
    steps = (
        "* [l] [x] [r] = **[v]**",
        "* [l] [x] [r] = [v]",
        "* [r]-part: [l] [x] [r] = [v]",
        "* [l] [x] [r] gives [v]",
    )
    details = ("* [d]", "* in pieces, [d]")
    slips = ("* [l] [x] [r] = ~~[w]~~ [v]", "* [l] [x] [r] = [w] (typo, read [v])")
    adds = ("\nSum of the bullets: [sum] = [c].", "\nAll bullets: [sum] = [c].", "\n[sum] = [c].")
    runs = ("\n[s] [g] [v] = [o]", "\n[s], plus [v], is [o]", "\nsubtotal: [s] [g] [v] = [o]")
    slip_sums = ("(misadded; [o])", "(no, [o])")
    commits = (
        "\n**Result:** [a] [x] [b] = [c]",
        "\nSo the product is **[c]**.",
        "\nOutcome: the product equals [c].",
        "\nHence **[a] [x] [b] = [c]**.",
        "\nThis makes [c] my answer.",
    )
    frets = (
        "**Doubt:**",
        "**Hmm:**",
        "**Second thoughts:**",
        "**Is it true?**",
        "**Checking:**",
        "**Question to self:**",
    )
    scraps = (
        "I no longer accept [p].",
        "[p] is withdrawn.",
        "The result [p] doesn't convince me, so it's gone.",
        "Cancel [p], there's a fault in there somewhere.",
    )
    restarts = (
        "Redoing the bullets:",
        "Here is a new breakdown.",
        "Another complete calculation follows.",
        "Starting the list over.",
    )
    mends = (
        "The bullet [l] [x] [r] says [was], and it should say [now].",
        "[l] [x] [r] comes to [now]; the bullet with [was] is false.",
        "One bullet is bad. [l] [x] [r] = [now] (was: [was]).",
    )
    readds = (
        "The bullets are right but their sum isn't [p]: [sum] = [c].",
        "Re-adding, [sum] = [c], so [p] was a wrong sum.",
        "[sum] makes [c]; [p] is an addition error.",
    )
    reruns = (
        "**Comparison:** does a different breakdown give [p]?",
        "**Alternative:** I want to see [p] a second time before believing it.",
        "**Counter-check of [p]:**",
    )
    clashes = (
        "\nAgainst it stands [p] from above. So: [p] or [c]?",
        "\nThis is at odds with [p]. I waver between [p] and [c].",
        "\nTwo values, then:\n\n* earlier: [p]\n* now: [c]\n",
    )
    decides = (
        "I decide for [c]; [p] was wrong.",
        "**Decision:** the product is [c], [p] is dropped.",
        "So [c] replaces [p] as the answer.",
        "After weighing, [c] is right and [p] isn't.",
    )
    holds = ("Nothing found.", "The doubt is cleared.", "Okay as is.", "No objection left.")
    wobbles = (
        "**Doubt:** was anything left out? The list looks complete.",
        "**Hmm:** wrong operands? No, [a] and [b] as asked.",
        "**Second thoughts:** maybe a zero too many? No, places are right.",
    )
    sides = (
        "*Aside:* 37 [x] 3 = 111, a cute fact that doesn't help now.",
        "*Aside:* an abacus would show this in seconds. Back to the list.",
    )
    nines = ("Remainders by nine: [u] and [w] → [z]; for [c] it's [z] too.",)
    lasts = ("Final digit [e] expected ([u] [x] [w] = [z]) and [c] has it.",)
    guesses = ("[u] [x] [w] = [z] as a rough guide; [c] fits.", "Order of magnitude [z] ([u] [x] [w]), as with [c].")
    redos = ("[l] [x] [r] gives [v] when repeated.", "The bullet [l] [x] [r] = [v] is sound.")
    divisions = ("[c] : [b] = [a], without remainder.",)
    twins = ("Verification with [r] = [f] and factor [l]:\n", "I verify by [l] [x] ([f]):\n")
    agrees = ("That's [c] again, so verified.", "Verified: [c].")
    bad_nines = ("By nines, [z] is needed and [p] yields [d].",)
    bad_lasts = ("Final digit should be [e], [p] has [d].",)
    settles = ("I stop wavering: [c].", "**Conclusion:** [c] stays.", "No doubts remain about [c].", "Fixed: [c].")
    answers = ("### Final answer\n\n**[c]**", "---\n\n**[a] [x] [b] = [c]**", "**Answer:** [c]", "> [a] [x] [b] = [c]")


class NumberedQualms(Doubter):
    """Every paragraph of the thoughts has a number."""

    title = "numbered-qualms"
    think = False
    looks = (("plain", "×"), ("comma", "×"), ("apostrophe", "×"))
    methods = ("high", "low", "chunks", "round")
    opens = (
        "The matter is [a] [x] [b].",
        "I am asked what [a] [x] [b] makes.",
        "To be found: [a] [x] [b].",
        "Let me reflect on [a] [x] [b].",
    )
    plans = (
        "I take [r] as [f] and apply [l] to each.",
        "By parts, [r] = [f], each [l]-fold.",
        "Let [r] be [f]; [l] goes with all of them.",
        "I use [f] for [r], with [l] as multiplier.",
    )
    steps = (
        "[l] [x] [r] amounts to [v].",
        "For [l] [x] [r] I find [v].",
        "[l] [x] [r] = [v].",
        "[r], taken [l] times, is [v].",
    )
    slips = ("For [l] [x] [r] I find [w], which I amend to [v].", "[l] [x] [r] = [w]; pardon, [v].")
    adds = ("Joining them, [sum] = [c].", "As a sum, [sum] = [c].", "[sum] amounts to [c].", "United, [sum] are [c].")
    runs = ("[s] [g] [v] = [o].", "[s] and [v] are [o].", "Adding [v] to [s] gives [o].")
    commits = (
        "I take the product to be [c].",
        "So [a] [x] [b] = [c].",
        "My answer would accordingly be [c].",
        "It follows that the product is [c].",
        "This gives [a] [x] [b] = [c].",
    )
    frets = (
        "A qualm:",
        "A further qualm arises.",
        "Is this beyond doubt? I'm not certain.",
        "I hesitate.",
        "Another thought.",
        "One should not be hasty.",
    )
    scraps = (
        "[p] can't be upheld, and I drop it.",
        "I have lost faith in [p] and revoke it.",
        "[p] was obtained carelessly; it doesn't count.",
        "I renounce [p].",
    )
    restarts = (
        "The calculation is made anew.",
        "I go back to the beginning.",
        "Everything is to be computed afresh.",
        "Let me set out once more.",
    )
    mends = (
        "[l] [x] [r] was taken as [was], wrongly. It is [now].",
        "I misjudged [l] [x] [r]: [now] is right and [was] isn't.",
        "The fault lies in [l] [x] [r], which is [now] instead of [was].",
    )
    readds = (
        "The parts are right, but joined correctly, [sum] = [c]; [p] was a slip of addition.",
        "[sum] is [c] on a second adding, so [p] is refuted.",
    )
    reruns = (
        "To examine [p], I divide the problem otherwise.",
        "I shall see whether a second path leads to [p].",
        "Let a different split be the judge of [p].",
    )
    clashes = (
        "Yet above I found [p]. The two exclude each other.",
        "That is [c] against the [p] found above.",
        "[p] before, [c] now: I must choose.",
    )
    decides = (
        "I choose [c]; the product isn't [p].",
        "So I replace [p] by [c] as my answer.",
        "The scale tips to [c], and [p] is given up.",
        "Hence [a] [x] [b] is [c], and [p] was an error.",
    )
    holds = ("The qualm is unfounded.", "This changes nothing.", "I am at ease on this point.", "So far, so good.")
    wobbles = (
        "Could the factors be other than [a] and [b]? They are as stated.",
        "Perhaps a place was skipped? I see none that was.",
        "Was anything counted twice? It doesn't seem so.",
    )
    sides = (
        "In passing, 11 [x] 11 = 121, whose pattern is pretty. It has no bearing on this.",
        "I could ask whether [a] is prime, but nothing hangs on that.",
    )
    lasts = ("The last digit has to be [e], from [u] [x] [w] = [z], and in [c] it is.",)
    nines = ("Cast out nines: [u] times [w] leaves [z], and [c] leaves [z].",)
    guesses = ("In round figures [u] [x] [w] = [z], which makes [c] credible.",)
    redos = ("[l] [x] [r], repeated, is again [v].", "I find [v] for [l] [x] [r] as I did before.")
    divisions = ("[c] ÷ [b] = [a], as it should be.",)
    backwards = ("In the opposite order, [back] = [c], unchanged.",)
    twins = ("As a test of what I have, [r] = [f] with [l].", "I test it through [r] = [f], [l] times.")
    agrees = ("The test yields [c], so it is passed.", "[c] once more; the test is passed.")
    bad_lasts = ("The last digit must be [e], but in [p] it is [d].",)
    bad_nines = ("By nines there should remain [z], but [p] leaves [d].",)
    settles = ("I have no further qualms; [c].", "I rest with [c].", "So I answer [c].", "Let [c] be final.")
    answers = ("Answer: [c]", "[a] [x] [b] = **[c]**", "The product is [c].", "Final: [c]")

    def finish(self, t: Telling, text: str) -> str:
        form = t.one("({}) ", "{}) ", "[{}] ")
        parts = text.split("\n\n")
        return "\n\n".join(form.format(k) + part for k, part in enumerate(parts[:-1], start=1)) + "\n\n" + parts[-1]


class GridAgoniser(Doubter):
    """The area of a rectangle, cell after cell."""

    title = "grid-agoniser"
    think = False
    looks = (("space", "·"), ("plain", "×"), ("comma", "by"))
    methods = ("area", "area", "chunks")
    join = "\n"
    ways: ClassVar[dict[str, float]] = {"redo": 2.5, "mend": 4.0, "weigh": 2.5}
    opens = (
        "Picture a rectangle, [a] wide and [b] high. Its area is what I want.",
        "[a] [x] [b] as an area, cell after cell.",
        "I see [a] [x] [b] as a floor to be tiled.",
        "Let me cut up a field of [a] [x] [b].",
    )
    plans = (
        "One side stays [l], the other is cut: [f].",
        "Strips of the [r] side: [f], all [l] long.",
        "Cutting only one side, [r] = [f]:",
    )
    areas = (
        "Sides cut as [k] and [m]; the cells:",
        "One side is [k], the other [m]. Cell after cell:",
        "Cells from ([k]) and ([m]):",
    )
    details = ("  [d]", "  cell: [d]")
    steps = ("  [l] [x] [r] → [v]", "  cell [l] [x] [r]: [v]", "  [l] [x] [r] = [v]", "  then [l] [x] [r], [v]")
    slips = ("  cell [l] [x] [r]: [w], hmm, [v] rather", "  [l] [x] [r] → [w] ✗ [v]")
    adds = ("All cells: [sum] = [c].", "The cells cover [sum] = [c].", "Together they measure [sum] = [c].")
    runs = ("[s] [g] [v] → [o]", "[s], with [v] joined, [o]", "covered: [s] [g] [v] = [o]")
    commits = (
        "So the whole rectangle, [a] [x] [b], is [c].",
        "The full area and thus the product: [c].",
        "Thus [a] [x] [b] = [c].",
        "So the entire field has [c], my answer.",
        "That makes the product [c].",
    )
    frets = (
        "Oh dear, did I tile this right?",
        "I keep looking at the cells.",
        "It won't leave me alone.",
        "Hm, some cell may be off.",
        "Walk round the field again.",
        "Really?",
    )
    scraps = (
        "[p] is not the area, I'm afraid; wipe the drawing.",
        "I erase [p] with its whole drawing.",
        "The drawing behind [p] is a mess. Gone.",
        "I can't accept [p].",
    )
    restarts = (
        "A new drawing.",
        "I cut the field again from scratch.",
        "Tile it anew.",
        "Let me draw all of it again.",
    )
    mends = (
        "The cell [l] [x] [r] holds [now], and I'd put [was] into it.",
        "There! [was] in the cell [l] [x] [r] is wrong, it's [now].",
        "Measuring [l] [x] [r] afresh: [now]. I used [was].",
    )
    readds = (
        "The cells are good, only they don't add to [p]: [sum] = [c].",
        "Adding the cells again, [sum] = [c]. The [p] was misadded.",
    )
    reruns = (
        "Cut it differently: is it still [p]?",
        "Another cutting, to put [p] to the test.",
        "If [p] is the area, other cells must give it as well.",
    )
    clashes = (
        "One field, two areas: [p] and [c]. Impossible.",
        "It was [p] with the other cells. Which is it?",
        "Agony: [p] or [c]?",
    )
    decides = (
        "I settle on the newer cutting, so the product is [c], not [p].",
        "[p] had a bad cell. The area is [c].",
        "Then it's [c], and [p] goes.",
        "So [a] [x] [b] = [c], and I let [p] go.",
    )
    holds = ("The cell is good.", "All right then.", "No gap, no overlap.", "It was only nerves.")
    wobbles = (
        "Do two cells overlap? No.",
        "Is a corner left untiled? No, each corner has its cell.",
        "Are the sides truly [a] and [b]? They are.",
    )
    sides = (
        "(A square of side 30 has 900, to get a feeling. Fine.)",
        "(The perimeter would be much easier. Not asked.)",
    )
    lasts = ("The smallest corner is [u] [x] [w] = [z], so the area ends in [e], and [c] does.",)
    guesses = (
        "A field of [u] [x] [w] has [z]; [c] is like it.",
        "Seen from afar: [u] [x] [w] = [z], compared with [c]. All right.",
    )
    redos = ("  [l] [x] [r], measured again: [v]", "  the cell [l] [x] [r] has [v], sure")
    backwards = ("Cells from last to first: [back] = [c].",)
    divisions = ("Area [c] over side [a] leaves side [b].",)
    twins = ("To confirm, strips: [r] = [f], each [l] long.",)
    agrees = ("The strips confirm [c].", "It's [c] with strips as well.")
    bad_lasts = ("An area with such a corner ends in [e], and [p] ends in [d].",)
    settles = ("I leave the field with [c].", "It's [c], let it be.", "The area stays [c].", "Peace at last: [c].")
    answers = ("**[a] [x] [b] = [c]**", "Answer: **[c]**", "The product is [c].", "[c]")


_KINDS: tuple[type[Doubter], ...] = (
    RoneFretter,
    QwenCircler,
    LowercaseDistil,
    TwoLedgers,
    DigitFidget,
    LatexBrooder,
    QwqReturner,
    OWanderer,
    ColumnWorrier,
    BulletedWaverer,
    NumberedQualms,
    GridAgoniser,
)
STYLES: dict[str, Style] = {kind().name: kind() for kind in _KINDS}
