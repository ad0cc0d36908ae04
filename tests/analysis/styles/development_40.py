"""Reasoners that doubt at length: they weigh results, add again, redo steps, drift, give up a result, and settle."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

Bank = tuple[str, ...]


class Pondering(Style):
    """The flow that the styles of this module share; each brings its own words and layout."""

    think = True
    signs: Bank = ("×",)
    groupings: Bank = ("comma",)
    methods: Bank = ("high", "low", "chunks")
    checks: Bank = ("high", "low", "round", "chunks")
    weights: ClassVar[dict] = {"mend": 3.0, "weigh": 3.0, "redo": 2.5, "proof": 1.5}
    gap = "\n\n"
    join = " "
    stop = "."

    opens: Bank = ()
    links: Bank = ("", "Then ", "Next, ", "And ")
    slips: Bank = ("{e}{w}... no, that's off, it's {v}", "{e}{w} — no, {v}")
    adds: Bank = ("Adding: {s}.", "Sum: {s}.")
    commits: Bank = ()
    doubts: Bank = ()
    rejects: Bank = ()
    restarts: Bank = ()
    faults: Bank = ()
    resums: Bank = ()
    readds: Bank = ()
    crosses: Bank = ()
    differs: Bank = ()
    settles: Bank = ()
    sames: Bank = ()
    agrees: Bank = ()
    idles: Bank = ()
    lulls: Bank = ()
    dones: Bank = ()
    answers: Bank = ()
    trusts: Bank = (
        "Going over the newer pass: {e} holds, and I was more careful there, whereas the earlier pass was hurried.",
        "Testing a piece of the second way: {e}, fine. I can't find a fault in it, while in the first I skipped carries.",
        "Looking at the second computation line by line, {e} is fine and the additions line up. The slip must sit in the first.",
        "{e} once more, yes. The second route stands; the first one had the slip.",
    )
    reasons: Bank = (
        "I went through it too fast to vouch for it.",
        "Some of those steps I only guessed at, really.",
        "I can't say with a straight face that every carry was right.",
        "I lost the thread somewhere in the middle of it.",
        "My attention slipped while I was adding.",
        "I've the feeling that a place value went astray.",
    )
    readings: Bank = (
        "The newer sum once more: {s}. Unchanged.",
        "Re-adding the pieces of the second way, {s}, the same.",
        "Let me add those last pieces again to be fair: {s}. It holds.",
        "Summing the newer pieces a second time gives {s}, no change.",
    )
    sides: Bank = (
        "{e}, that part is fine.",
        "Side check of one piece: {e}. Good.",
        "Is {l} right? {e}. Yes.",
        "One piece again, {e}, as before.",
    )
    nines_bad: Bank = (
        "Digit roots: {a} leaves {x} mod 9 and {b} leaves {y}, so the product should leave {z}, but {n} leaves {w}.",
        "Mod 9 the factors are {x} and {y}, giving {z}; {n} is {w} mod 9. Those don't match.",
        "Try remainders by nine: {x} and {y} multiply to something that leaves {z}. {n} leaves {w}. Not equal.",
    )
    nines_good: Bank = (
        "Digit roots: {a} leaves {x} mod 9, {b} leaves {y}, so {z} is expected, and {n} does leave {z}.",
        "Mod 9: {x} times {y} leaves {z}, and {n} leaves {z} as well.",
        "Remainders by nine: {x} and {y} for the factors, {z} for their product, {z} for {n}. Fine.",
    )
    last_bad: Bank = (
        "The final digits {x} and {y} multiply to {z}, so the result has to end in {u}, yet {n} ends in {w}.",
        "Units: {x} times {y} is {z}, last digit {u}. {n} ends in {w}, which is impossible.",
    )
    last_good: Bank = (
        "The final digits {x} and {y} give {z}, so the result must end in {u}, and {n} does.",
        "Units: {x} times {y} is {z}, last digit {u}. {n} ends in {u}.",
        "Last digit: {z} from {x} and {y}, so {u} at the end. OK.",
    )
    div_bad: Bank = (
        "Dividing back, {n} by {b} gives {q} with {r} left over, and that should have been {a} exactly.",
        "If I divide {n} by {b} I get {q} remainder {r}, not a clean {a}.",
    )
    size_bad: Bank = (
        "Roughly it should be near {e}, and {n} is nowhere around there.",
        "The size is off: {e} as a rough figure, so {n} can't be.",
    )
    size_good: Bank = (
        "Roughly it should be near {e}, so {n} has a believable size.",
        "As a ballpark, {e}, and {n} sits in that region.",
        "For size: {e} with rounded factors. {n} is plausible.",
    )

    # -- little helpers

    def eq(self, t: Telling, text: str) -> str:
        return text

    def k(self, t: Telling, number: int) -> str:
        return self.eq(t, t.n(number))

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)

    def say(self, t: Telling, bank: Bank, **more: str) -> str:
        """One of the wordings, if possible one that this response has not used."""
        used: set[str] = t.__dict__.setdefault("used", set())
        text = t.one(*([w for w in bank if w not in used] or bank))
        used.add(text)
        fields = {"a": self.k(t, t.a), "b": self.k(t, t.b), "ab": self.eq(t, t.ab), "c": self.k(t, t.candidate)}
        fields |= {"m": t.m(t.candidate), "box": t.boxed(), "p": "", "d": ""}
        if t.index:
            fields |= {"p": self.k(t, t.previous), "d": self.k(t, abs(t.candidate - t.previous))}
        return text.format(**{**fields, **more})

    def lr(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)} {t.x} {t.n(term.right)}"

    def small(self, t: Telling) -> bool:
        return t.a < 10 and t.b < 10

    def term(self, t: Telling, term: Term, place: int) -> str:
        left = self.lr(t, term)
        detail = t.detail(term, 0.4)
        if detail:
            body = self.eq(t, f"{left} = {detail}")
        elif term.value > 20 and t.chance(0.08):
            wrong = self.k(t, t.near(term.value))
            body = self.say(t, self.slips, e=self.eq(t, left + " =") + " ", w=wrong, v=self.k(t, term.value))
        else:
            body = self.eq(t, f"{left} = {t.n(term.value)}")
        link = t.one(*self.links) if place else ""
        if term.sign < 0:
            link = t.one("To take away: ", "Minus this: ", "Too much by: ")
        return link + body + self.stop

    def body(self, t: Telling, work: Work) -> str:
        return self.join.join(self.term(t, term, place) for place, term in enumerate(work.terms))

    def total(self, t: Telling, work: Work) -> str:
        if len(work.terms) > 2 and t.flag("running", 0.5):
            parts = [self.eq(t, f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}") for s, g, v, r in work.steps()]
            return ", ".join(parts[:-1]) + t.one(", then ", ", and ", ", ") + parts[-1]
        return self.eq(t, f"{t.sum(work)} = {t.n(work.total)}")

    def adding(self, t: Telling, work: Work) -> str:
        return self.say(t, self.adds, s=self.total(t, work))

    def solution(self, t: Telling, work: Work) -> str:
        return self.body(t, work) + self.join + t.c(self.adding(t, work) + " " + self.say(t, self.commits))

    # -- checks

    def bad(self, t: Telling, number: int) -> str | None:
        """A check that shows the number to be wrong, if one does."""
        found, n = [], self.k(t, number)
        x, y, w = t.a % 9, t.b % 9, number % 9
        if x * y % 9 != w:
            found.append(self.say(t, self.nines_bad, x=str(x), y=str(y), z=str(x * y % 9), w=str(w), n=n))
        x, y, w = t.a % 10, t.b % 10, number % 10
        if x * y % 10 != w and t.a > 9:
            found.append(self.say(t, self.last_bad, x=str(x), y=str(y), z=str(x * y), u=str(x * y % 10), w=str(w), n=n))
        q, r = divmod(number, t.b)
        if number != t.product and r and t.b < 1000 and q > 9:
            found.append(self.say(t, self.div_bad, q=self.k(t, q), r=self.k(t, r), n=n))
        u, v = self.rough(t.a), self.rough(t.b)
        if not 0.7 < number / (u * v) < 1.4 and t.a > 9 and u * v not in (*t.candidates, t.product):
            found.append(self.say(t, self.size_bad, n=n, e=self.eq(t, f"{t.n(u)} {t.x} {t.n(v)} = {t.n(u * v)}")))
        return t.one(*found) if found else None

    @staticmethod
    def rough(number: int) -> int:
        unit: int = 10 ** max(0, len(str(number)) - 2)
        return round(number / unit) * unit

    def good(self, t: Telling, number: int) -> str | None:
        """A check that the number passes, if one is at hand; it proves nothing."""
        found, n = [], self.k(t, number)
        x, y = t.a % 9, t.b % 9
        if x * y % 9 == number % 9:
            found.append(self.say(t, self.nines_good, x=str(x), y=str(y), z=str(number % 9), n=n))
        x, y = t.a % 10, t.b % 10
        if x * y % 10 == number % 10:
            found.append(self.say(t, self.last_good, x=str(x), y=str(y), z=str(x * y), u=str(x * y % 10), n=n))
        u, v = self.rough(t.a), self.rough(t.b)
        if 0.8 < number / (u * v) < 1.25 and u * v not in (*t.candidates, t.product) and t.a > 9:
            found.append(self.say(t, self.size_good, n=n, e=self.eq(t, f"{t.n(u)} {t.x} {t.n(v)} = {t.n(u * v)}")))
        return t.one(*found) if found else None

    def side(self, t: Telling, work: Work) -> str:
        term = t.one(*work.terms)  # type: ignore[call-overload]
        left = self.lr(t, term)
        return self.say(t, self.sides, l=self.eq(t, left), e=self.eq(t, f"{left} = {t.n(term.value)}"))

    def rival(self, t: Telling) -> Work:
        """A way to the candidate by other partial products than those so far, where there is one."""
        old = {frozenset((x.left, x.right)) for x in t.work.terms}
        before = t.work
        for _ in range(8):
            t.work = before
            work = t.other(*self.checks)
            if {frozenset((x.left, x.right)) for x in work.terms} != old:
                break
        return work

    def earlier(self, t: Telling, text: str) -> str:
        """In later attempts the result before is not the first one."""
        if t.index > 1:
            text = re.sub(r"\b([Tt]he|[Mm]y) first(?=[.;,:]| I | is | had | stands| in )", r"\1 earlier one", text)
            text = re.sub(r"\b([Tt]he|[Mm]y) first\b", r"\1 earlier", text).replace("First time", "Last time")
        return text

    def label(self, t: Telling) -> str:
        return ""

    # -- the flow

    def first(self, t: Telling) -> str:
        head = "<think>\n" if self.think else ""
        return head + self.say(t, self.opens) + self.gap + self.label(t) + self.solution(t, t.solve(*self.methods))

    def again(self, t: Telling) -> str:
        way = "redo" if self.small(t) else t.way(**self.weights)
        text = self.gap + self.say(t, self.doubts)
        if way == "mend":
            mended = t.mend()
            term = mended.work.terms[mended.place or 0] if mended else None
            if mended and term and abs(term.value - term.left * term.right) > term.left * term.right // 4:
                mended = None
            if mended and mended.place is not None:
                term = mended.work.terms[mended.place]
                left = self.lr(t, term)
                detail = t.detail(term, 0.8) if term.value == term.left * term.right else ""
                step = self.eq(t, f"{left} = {detail or t.n(term.value)}")
                fault = self.say(t, self.faults, l=self.eq(t, left), e=step, was=self.k(t, mended.was))
                resum = self.say(t, self.resums, s=self.total(t, mended.work))
                return text + " " + fault + self.join + t.c(resum + " " + self.say(t, self.commits))
            if mended:
                readd = self.say(t, self.readds, s=self.total(t, mended.work))
                return text + " " + t.c(readd + " " + self.say(t, self.commits))
            way = "redo"
        if way == "weigh":
            work = self.rival(t)
            text += " " + self.say(t, self.crosses) + self.gap + self.label(t) + self.body(t, work) + self.join
            text += self.adding(t, work) + self.gap + self.earlier(t, self.say(t, self.differs))
            if t.chance(0.25):
                text += " " + self.say(t, self.readings, s=self.eq(t, f"{t.sum(work)} = {t.n(work.total)}"))
            proof = None if self.bad(t, t.candidate) else self.bad(t, t.previous)
            term = t.one(*work.terms)  # type: ignore[call-overload]
            trust = self.say(t, self.trusts, e=self.eq(t, f"{self.lr(t, term)} = {t.n(term.value)}"))
            return text + " " + (proof or self.earlier(t, trust)) + " " + t.c(self.say(t, self.settles))
        if way == "proof":
            proof = self.bad(t, t.previous)
            text += " " + (proof or self.say(t, self.reasons))
        else:
            side = self.good(t, t.previous) if t.chance(0.35) else None
            if side:
                text += " " + side + " " + self.say(t, self.lulls)
            if side or t.chance(0.88):
                text += " " + self.say(t, self.reasons)
        work = t.other() if t.chance(0.5) and not self.small(t) else t.solve(*self.methods)
        text += " " + self.say(t, self.rejects) + self.gap + self.say(t, self.restarts) + self.join + self.label(t)
        text += self.solution(t, work)
        if t.same:
            text += " " + t.r(self.say(t, self.sames))
        return text

    def closing(self, t: Telling) -> str:
        text, work = "", t.work
        if t.chance(0.55):
            text += self.gap + self.say(t, self.idles)
        if t.chance(0.4) and not self.small(t):
            text += (" " if text and self.stop else self.gap) + self.side(t, work)
        check = self.good(t, t.candidate) if t.chance(0.45) else None
        if check:
            text += self.gap + check
        if t.chance(0.35) and not self.small(t):
            again = self.rival(t)
            text += self.gap + self.say(t, self.crosses) + self.join + self.body(t, again) + self.join
            text += self.adding(t, again) + " " + t.r(self.say(t, self.agrees))
            if t.chance(0.3):
                text += self.gap + self.say(t, self.idles)
        text += self.gap + t.r(self.say(t, self.dones))
        return text + self.end(t)

    def end(self, t: Telling) -> str:
        return ("\n</think>\n\n" if self.think else "\n\n") + t.r(self.say(t, self.answers))


class Rone(Pondering):
    name = "ff-rone-balancer"
    methods = ("high", "low", "chunks", "round")
    signs = ("×", "×", "*", "times")
    groupings = ("comma", "plain")
    opens = (
        "Okay, so the question is {ab}. I'll break one of the numbers into its places and take it slowly.",
        "Alright, {ab}. No calculator here, so by hand it is.",
        "So someone wants {ab}. These are the kind of products where I drop a carry, so let me be deliberate.",
        "Hmm, {a} times {b}. Let me see how to cut this into friendlier pieces.",
        "First thing: {ab}. I think splitting one factor is the least painful way.",
    )
    links = ("", "Then ", "After that, ", "And ", "Moving on, ")
    slips = ("{e}{w}, wait, no, I misplaced a carry there; {v}", "{e}{w}... hmm, that isn't right. It's {v}")
    adds = (
        "Putting these together: {s}.",
        "Now everything has to be summed, so {s}.",
        "Collecting the pieces, {s}.",
        "If I pile them up: {s}.",
    )
    commits = (
        "Okay, so {ab} should be {c}.",
        "Which makes the product {c}.",
        "So it looks like the answer is {c}.",
        "Therefore {ab} = {c}.",
        "Alright, {c} is what I get for the product.",
        "So that would put the answer at {c}.",
    )
    doubts = (
        "Wait, something about that bothers me.",
        "Hmm, hang on a second.",
        "Hold on. I'm a little uneasy with {p}.",
        "But wait, can I really rely on that?",
        "Hmm, let me not rush to the end.",
        "Actually, let me pause here.",
    )
    rejects = (
        "I don't believe {p} anymore, so I'm letting it go.",
        "No, I'm not going to keep {p}. Out it goes.",
        "So {p} is off the table.",
        "I'd rather throw that result away than carry a hidden mistake along.",
        "Okay, that attempt is scrapped.",
    )
    restarts = (
        "From the very beginning, then.",
        "Let me work it out afresh, pretending I never did the first one.",
        "Clean slate, {ab} once more.",
        "Fresh start.",
        "Right, so all over again, more carefully.",
    )
    faults = (
        "The piece {l}, which I had as {was}. Doing it properly, {e}. So {was} was a mistake.",
        "I suspect {l}. {e}. But I'd written {was}! That's the culprit.",
        "Let me redo {l}: {e}, and not {was}.",
        "What about {l}? {e}. Earlier I used {was}, which is wrong.",
    )
    resums = (
        "With that corrected, the total changes: {s}.",
        "So redo the summation: {s}.",
        "Plugging the right piece in, {s}.",
        "The sum then has to be {s}.",
    )
    readds = (
        "The pieces seem fine, but the adding? {s}. So I added badly before.",
        "Add again, digit by digit this time: {s}. Ah, so the earlier sum had a carry wrong.",
        "Redoing only the addition: {s}. That's not what I had; I must have slipped in a column.",
        "Let me sum the same pieces again. {s}. Right, the earlier total was mis-added.",
    )
    crosses = (
        "Let me come at it from a different side as a check.",
        "To test it, I'll do the product another way.",
        "I could cross-check by breaking it up differently.",
        "A second route might tell me more.",
    )
    differs = (
        "Now I have {p} on one hand and {c} on the other. They're {d} apart, so at least one of them is wrong.",
        "Hmm, that's {c}, but before I had {p}. Which one do I believe?",
        "These disagree: {p} against {c}.",
        "Conflict. First time {p}, this time {c}. Let me weigh them.",
    )
    settles = (
        "So I'm going with {c}.",
        "That decides it for me: the product is {c}.",
        "The scales tip toward {c}, so that's the answer.",
        "So the right one must be {c}.",
        "Okay, I drop the old one; the answer is {c}.",
    )
    sames = (
        "Huh, so it's {c} again after all.",
        "Interesting, exactly the number I had thrown out.",
        "Same as the one I discarded. Funny.",
    )
    agrees = (
        "That's {c} too, so both ways agree.",
        "Same value, {c}. Good.",
        "And it lands on {c} again, which is reassuring.",
    )
    idles = (
        "Wait, did I copy the numbers right? {a} and {b}. Yes, I did.",
        "Should I worry about the carries? I went through them with care, no need.",
        "Maybe there's a trick with factoring here... no, it wouldn't be any quicker. Leave it.",
        "Part of me wants to do it all one more time, but nothing actually points to an error.",
        "Is it plain multiplication they want? Yes, nothing else.",
    )
    lulls = (
        "But that alone proves little.",
        "Fine, but a wrong number could pass that as well.",
        "That doesn't rule out a slip in the middle, though.",
    )
    dones = (
        "Okay, I'm settled on {c}.",
        "Alright, {c} it is.",
        "So, after all this back and forth, {c}.",
        "I feel good about {c} now.",
        "I'll answer {c}.",
    )
    answers = (
        "{ab} = **{c}**",
        "The product of {a} and {b} is **{c}**.",
        "**Answer:** {c}",
        "{c}",
        "$$\\boxed{{{m}}}$$",
    )


class Qwq(Pondering):
    name = "ff-qwq-double-backer"
    think = False
    signs = ("×", "\\times", "*")
    groupings = ("comma", "plain", "latex")
    methods = ("high", "chunks", "area")
    checks = ("round", "low", "chunks")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        if t.x == "\\times" or t.words == "latex":
            t.x, t.__dict__["dollar"] = "\\times", True

    def eq(self, t: Telling, text: str) -> str:
        return f"\\( {text} \\)" if t.__dict__.get("dollar") else text

    def end(self, t: Telling) -> str:
        if t.chance(0.7):
            return "\n\n**Final Answer**\n\n" + t.r(t.one(t.boxed("\\[ ", " \\]"), t.boxed()))
        return "\n\n" + t.r(self.say(t, self.answers))

    opens = (
        "So I've got {ab} in front of me. I recall the distributive property, which lets me split a factor up.",
        "I need the product of {a} and {b}. Perhaps I should think about what is going on with the place values first.",
        "Let's figure out {ab}. There are several approaches; I'll start with the one that I know best.",
        "I'm going to compute {ab}, and I want to understand each step instead of just grinding.",
        "Multiplying {a} by {b}. Hmm, I could do it in columns, but partial products are easier to write down.",
    )
    links = ("", "Next up, ", "Also, ", "Similarly, ", "And then ")
    slips = ("{e}{w}, hmm, no, that should be {v}", "{e}{w}? No. {v}")
    adds = (
        "Summing the partial products: {s}.",
        "All together that makes {s}.",
        "Now, adding these: {s}.",
        "Total: {s}.",
    )
    commits = (
        "So, {ab} comes out as {c}.",
        "Hence the product is {c}.",
        "So I'd say the result is {c}.",
        "That gives {c} for {ab}.",
        "So the answer appears to be {c}.",
    )
    doubts = (
        "However, I'm not entirely convinced.",
        "But is that really so? I've made mistakes like this before.",
        "Hmm, {p}. Perhaps I overlooked something.",
        "Wait a minute.",
        "Let me step back and question {p}.",
        "Alternatively, maybe I should look at this with more suspicion.",
    )
    rejects = (
        "I have to admit that {p} can't be relied on, so I withdraw it.",
        "This makes me give up on {p}.",
        "I retract {p}; that computation goes in the bin.",
        "Then {p} isn't something I can defend. I'm abandoning it.",
        "So I'll disregard what I found and not build on it.",
    )
    restarts = (
        "Starting over, with the places kept apart.",
        "Let me set the whole multiplication up anew.",
        "Another go at {ab}, from zero.",
        "Once more from the top, without looking at the old numbers.",
    )
    faults = (
        "Revisiting {l}: {e}. Earlier I wrote {was}, which doesn't hold.",
        "In particular {l}, for which I claimed {was}. In fact {e}.",
        "Let me unpack {l}. I get {e}, so {was} was a slip.",
        "Looking closer, {l} can't be {was}, because {e}.",
    )
    resums = (
        "Then the sum must be recomputed: {s}.",
        "Replacing that piece: {s}.",
        "Using the corrected value, {s}.",
        "Therefore the total shifts: {s}.",
    )
    readds = (
        "The partial products are okay; let me recombine them. {s}. So it was the addition that went wrong earlier.",
        "I'd like to redo just the addition: {s}. That differs from before, so I had mis-added.",
        "Re-adding with the columns aligned: {s}. Evidently a carry got lost the first time.",
        "What about the summation? {s}. So my earlier total was off.",
    )
    crosses = (
        "Alternatively, I can take the product apart in another manner and compare.",
        "Perhaps a different decomposition could serve as verification.",
        "Let me verify using a different breakdown.",
        "It might help to do the calculation along another path.",
    )
    differs = (
        "Interesting: this path yields {c}, whereas the previous one yielded {p}. There's a discrepancy of {d}.",
        "That's a contradiction; {p} then and {c} now. They can't both hold.",
        "So there are two values on the table, {p} and {c}.",
        "Hmm, {c} isn't {p}. I need to find out which is sound.",
    )
    settles = (
        "Given this, I conclude that the product is {c}.",
        "So the value that I accept is {c}.",
        "I'm therefore revising my answer to {c}.",
        "Consequently, it should be {c}.",
    )
    sames = (
        "Which, oddly enough, is what I had withdrawn.",
        "So the fresh computation leads to {c} as well.",
        "The same figure again, as it happens.",
    )
    agrees = ("Both decompositions give {c}.", "That matches {c}.", "This is consistent: {c}.")
    idles = (
        "Perhaps there's an elegant identity hidden here, like a difference of squares. Not really, I'd gain nothing from it.",
        "I wonder whether the number of digits is fine. It seems so.",
        "Could I have confused the order of the factors? It wouldn't matter; multiplication commutes.",
        "I was about to go through everything again, but I see no reason to.",
        "Is there any catch in the question? I don't see one.",
    )
    lulls = (
        "That's only a necessary condition, though.",
        "Still, such a check catches only some errors.",
        "It's a weak argument, however.",
    )
    dones = (
        "I'm now confident in {c}.",
        "So, to wrap up, the product is {c}.",
        "Therefore I'll stay with {c}.",
        "After this detour, {c} stands.",
    )
    answers = ("So the answer is {box}.", "In summary, {ab} equals {c}.", "**{c}**")


class QwenThree(Pondering):
    name = "ff-qwen-three-recounter"
    signs = ("×", "*", "×")
    groupings = ("plain", "comma")
    methods = ("high", "low")
    checks = ("round", "chunks", "area")
    join = "\n"
    stop = ""
    links = ("",)
    slips = ("{e}{w}... wait, {v}", "{e}{w}, no wait, carry. {v}")

    def body(self, t: Telling, work: Work) -> str:
        mark = t.one("- ", "", "- ")
        t.__dict__["count"] = 0
        return "\n" + "\n".join(mark + self.term(t, term, p) for p, term in enumerate(work.terms)) + "\n"

    opens = (
        "Okay, let's see. I need to find {ab}. I'll list the partial products.",
        "Okay, {ab}. Let me recall how long multiplication goes: each digit of one number, times the other.",
        "Alright, the user asks for {ab}. Let's list things so that I don't lose track.",
        "Let me think about {ab}. It's a straightforward product but there's room for slips.",
    )
    adds = ("Now add them up: {s}.", "Let me add step by step: {s}.", "Adding all of these, {s}.", "Then the sum: {s}.")
    commits = (
        "So {ab} = {c}.",
        "So the total is {c}.",
        "That means the answer is {c}.",
        "So I get {c}.",
        "Hence, {c}.",
    )
    doubts = (
        "Wait, let me recount that.",
        "Hmm, wait. Did I do that right?",
        "Let me double-check that though, because these numbers are easy to mess up.",
        "But I'm second-guessing myself now.",
        "Wait, maybe I made a mistake somewhere.",
    )
    reasons = (
        "I went quickly over the carries.",
        "I might have mixed up the zeros.",
        "I didn't really verify the additions.",
        "I feel like one of the lines was sloppy.",
    )
    rejects = (
        "I think {p} is wrong. Let me forget about it.",
        "So that can't stay. Dropping {p}.",
        "No, I don't want to go with {p}. Cancel that.",
        "Okay, {p} is out.",
        "I messed that up, I guess. Discard.",
    )
    restarts = (
        "Let me start over:",
        "Starting again from scratch:",
        "Recompute everything for {ab}:",
        "New try:",
        "Okay, again, one by one:",
    )
    faults = (
        "Check {l}: {e}. Hmm, I wrote {was} before, that's incorrect.",
        "{l} again... {e}. But I had {was} above. So there's the error.",
        "Wait, {l} is not {was}. {e}.",
        "Recounting {l}: {e}. I previously said {was}. That was the mistake.",
    )
    resums = ("So now the sum is: {s}.", "Let me add with the fixed value: {s}.", "Sum again: {s}.", "Then, {s}.")
    readds = (
        "Adding again: {s}. Oh, I see, I added wrong the first time.",
        "The products are okay. The sum: {s}. So the previous sum was incorrect.",
        "Let me redo the addition, slowly. {s}. Yeah, I had a wrong carry there.",
        "Sum once more: {s}. Right, so before I mis-added.",
    )
    crosses = (
        "Let me verify with another method.",
        "Let me break it down differently to check.",
        "Maybe check it using another split.",
        "Let me compute it in some other way to confirm.",
    )
    differs = (
        "Wait, that's {c}, but earlier I got {p}. There's a conflict.",
        "Hmm, {c} vs. {p}. The difference is {d}. So which one is correct?",
        "Uh, this doesn't match {p}. Now it's {c}.",
        "Two different results: {p} from the first time and {c} from the second.",
    )
    settles = (
        "So the correct one is {c}.",
        "Therefore the answer should be {c}.",
        "So I'd take {c}.",
        "Okay so it must be {c}, the earlier one was wrong.",
    )
    sames = ("Oh, it's the same as what I dropped. Okay.", "Hm, {c} again.", "So I ended up with {c} again, okay.")
    agrees = ("Yes, {c}, same as before.", "That also gives {c}.", "Okay, matches {c}.")
    idles = (
        "Wait, is there anything else the user wants? No, just the product.",
        "Let me think if I misaligned any zeros. I don't think so.",
        "Hmm, maybe I should use the difference of squares? Nah, that's overkill here.",
        "Wait, was it {a} or something else? The question says {a} and {b}. Okay.",
        "I keep doubting, but every line seems to be okay.",
    )
    lulls = (
        "But that doesn't prove it.",
        "Hmm, not enough to be sure though.",
        "But other digits could still be wrong.",
    )
    dones = (
        "So I think the answer is {c}.",
        "Okay, I'm confident that it's {c}.",
        "Alright, final: {c}.",
        "Yes, so {c} is the answer.",
    )
    answers = (
        "The product of {a} and {b} is:\n\n$$\n\\boxed{{{m}}}\n$$",
        "**Final answer:** {c}",
        "Breaking the multiplication into partial products and adding them gives **{c}**.",
        "{ab} = {c}\n\n$\\boxed{{{m}}}$",
    )


class Oss(Pondering):
    name = "ff-oss-mutterer"
    think = False
    signs = ("*", "×", "·")
    groupings = ("plain", "comma")
    methods = ("high", "round", "chunks")
    gap = "\n\n"
    links = ("", "", "plus ")

    def first(self, t: Telling) -> str:
        return t.one("analysis", "", "<|channel|>analysis<|message|>") + super().first(t)

    def end(self, t: Telling) -> str:
        head = t.one("assistantfinal", "\n\n", "<|end|><|start|>assistant<|channel|>final<|message|>")
        return head + t.r(self.say(t, self.answers))

    opens = (
        "We need {ab}. Do by hand.",
        "Task: {ab}. Compute.",
        "User wants {ab}. Straight multiplication.",
        "Need product {ab}. Careful with carries.",
        "{ab}. Let's go.",
    )
    slips = ("{e}{w}? no, {v}", "{e}{w}, oops, {v}")
    adds = ("Sum: {s}.", "Add: {s}.", "Total {s}.", "Now {s}.")
    commits = ("So product {c}.", "Thus {ab} = {c}.", "Answer {c}.", "So answer would be {c}.", "Result: {c}.")
    doubts = ("Hmm.", "Unsure.", "Double-check.", "Not fully trusting {p}.", "Suspicious. Look again.", "Wait.")
    reasons = ("Carries shaky.", "Did that too fast.", "Maybe misaligned.", "Lost track mid-sum.")
    readings = ("Re-add second: {s}. Same.", "Sum again {s}. Holds.", "Newer sum: {s}, stable.")
    rejects = ("{p} is no good. Toss.", "Abandon {p}.", "So {p} wrong, ignore it.", "Discard that.", "Don't keep {p}.")
    restarts = ("Recompute all.", "Over from scratch.", "Fresh computation.", "Do it again, cleanly.")
    faults = (
        "{l}: {e}. Had {was}; bad.",
        "Redo {l}. {e}. So {was} wrong.",
        "Piece {l} was {was}. Actually {e}.",
        "Problem: {was}. Correct: {e}.",
    )
    resums = ("Re-sum: {s}.", "New sum {s}.", "Fix total: {s}.", "Then {s}.")
    readds = (
        "Re-add: {s}. Earlier addition off.",
        "Addition again: {s}. So previous sum had bad carry.",
        "Pieces OK. Sum: {s}. Mis-added before.",
        "Add slowly: {s}. Not what we had.",
    )
    crosses = (
        "Verify via other split.",
        "Second method.",
        "Cross-check differently.",
        "Alternative decomposition as check.",
    )
    differs = (
        "Mismatch: {p} vs {c}.",
        "Gives {c}, not {p}. Diff {d}.",
        "Conflict with {p}: now {c}. Which?",
        "Two values: {p}, {c}.",
    )
    trusts = (
        "Recheck: {e}, fine. First run sloppy.",
        "{e} ok. Second run consistent, first had slip.",
        "Second run: {e} good, adds good. Error is in first.",
    )
    settles = ("So take {c}.", "Use {c}.", "Answer becomes {c}.", "Go with {c} instead.")
    sames = ("Same number as dropped one. OK.", "{c} again.", "So again {c}.")
    agrees = ("{c} again. Match.", "Same {c}.", "Agrees: {c}.")
    sides = ("Check {l}: {e}. ok.", "{e}, ok.", "Spot check {e}, good.")
    nines_bad = ("Mod 9: {x}*{y} -> {z}, but {n} -> {w}. Fails.", "Casting nines: want {z}, {n} has {w}. No.")
    nines_good = ("Mod 9: {x}*{y} -> {z}, {n} -> {z}. ok.", "Nines: want {z}, have {z}.")
    last_bad = ("Last digit {x}*{y}={z}, want {u}, {n} ends {w}. Fails.",)
    last_good = ("Last digit {x}*{y}={z} -> {u}. ok.", "Ends in {u}, as needed.")
    size_good = ("Approx {e}. Plausible.", "Rough: {e}. ok.")
    idles = (
        "Could use tool? No tool here.",
        "Maybe do again? No reason.",
        "Policy fine, trivial.",
        "Formatting: just the number, short.",
        "Could be misread digits? {a}, {b}. No.",
    )
    lulls = ("Weak check.", "Doesn't prove much.", "Still.")
    dones = ("Good. Answer {c}.", "Done: {c}.", "Finalize {c}.", "Ok respond with {c}.")
    answers = ("{ab} = {c}", "**{c}**", "The product is **{c}**.", "{c}")


class Gemini(Pondering):
    name = "ff-gemini-drift-digest"
    think = False
    groupings = ("comma", "plain")
    methods = ("high", "chunks", "round")

    def head(self, t: Telling, *titles: str) -> str:
        return "**" + self.say(t, titles) + "**\n\n"

    def first(self, t: Telling) -> str:
        return self.head(
            t,
            "Framing the Product",
            "Breaking Down the Factors",
            "Laying Out the Calculation",
            "Beginning with Place Values",
        ) + super().first(t)

    def again(self, t: Telling) -> str:
        text = super().again(t)
        title = self.head(
            t,
            "Revisiting the Arithmetic",
            "Questioning the Result",
            "Scrutinizing My Steps",
            "Reassessing the Figures",
            "Hunting for a Slip",
            "Circling Back",
        )
        return "\n\n" + title + text.lstrip("\n")

    def end(self, t: Telling) -> str:
        return "\n\n" + t.r(self.say(t, self.answers))

    opens = (
        "I'm tackling {ab} and have decided to separate one factor into manageable components.",
        "My focus is on multiplying {a} by {b}. I'm opting for partial products to keep things transparent.",
        "I've started working on {ab}, distributing one number over the parts of the other.",
        "Right now I'm setting up {ab}. I'm treating each part on its own before combining.",
    )
    links = ("", "Following that, ", "I then find ", "Next comes ")
    slips = ("{e}{w}, which I immediately correct to {v}",)
    adds = (
        "Combining these, I have {s}.",
        "I'm summing the components: {s}.",
        "Bringing it together: {s}.",
        "Their sum: {s}.",
    )
    commits = (
        "This brings me to a product of {c}.",
        "I've arrived at {c} as the answer.",
        "So I hold that {ab} = {c}.",
        "My result stands at {c}.",
        "That leads me to {c} for the product.",
    )
    doubts = (
        "I'm feeling some unease about {p}.",
        "I'm now looking critically at what I produced.",
        "Something about {p} nags at me.",
        "I've begun to wonder about the reliability of that work.",
        "I'm pausing to examine things again.",
    )
    reasons = (
        "I realize that I moved too quickly through the middle steps.",
        "I can't vouch for the carries in that work.",
        "I've noticed gaps in how I tracked the place values.",
        "I suspect that I misjudged one of the additions.",
    )
    readings = (
        "I've re-added the newer components, {s}, with the same outcome.",
        "Totaling the second route again: {s}. It holds steady.",
    )
    rejects = (
        "I'm setting {p} aside as unreliable.",
        "I've concluded that {p} shouldn't be kept.",
        "I'm discarding that outcome entirely.",
        "I no longer stand behind {p}.",
    )
    restarts = (
        "I'm reconstructing the calculation from the ground up.",
        "I'm working through {ab} anew.",
        "I've gone back to the start and am rebuilding every component.",
        "So I'm solving it afresh.",
    )
    faults = (
        "On {l}, I've found {e}, where previously I had {was}. That was my error.",
        "I've traced the issue to {l}: it isn't {was}. Rather, {e}.",
        "I re-derived {l} and got {e}; the {was} from before was mistaken.",
    )
    resums = (
        "Updating the sum accordingly: {s}.",
        "I've re-totaled the components: {s}.",
        "The revised addition reads {s}.",
    )
    readds = (
        "I've repeated the addition: {s}. The components were right; my sum was not.",
        "Re-adding the same components gives {s}. I had lost a carry.",
        "The addition, redone: {s}. So my earlier total was faulty.",
    )
    crosses = (
        "I'm now examining the product by means of a different breakdown, as a check.",
        "To validate this, I'm taking an independent route.",
        "I'm cross-referencing with another decomposition.",
        "I'm employing an alternate split for verification.",
    )
    differs = (
        "I'm faced with two values, {p} and {c}, differing by {d}.",
        "This yields {c}, in conflict with my {p}.",
        "The routes disagree: {p} originally, {c} now.",
    )
    trusts = (
        "Examining the second route, I confirm {e} and see nothing amiss; the first route was the careless one.",
        "I've retraced {e} and the second chain holds throughout. The fault lies with the first.",
        "Weighing both, the second has cleaner steps (for instance {e}), and I've lost faith in the first.",
    )
    settles = (
        "I'm therefore adopting {c}.",
        "My answer is accordingly revised to {c}.",
        "I've decided that {c} is right.",
        "I'm replacing the earlier figure by {c}.",
    )
    sames = (
        "Curiously, the rebuilt calculation reproduces the number I had discarded.",
        "I've ended up at {c} once more.",
        "It is {c} again.",
    )
    agrees = ("I'm pleased to see {c} again.", "This independent route also gives {c}.", "It corroborates {c}.")
    sides = (
        "I've also re-examined one component: {e}. It's sound.",
        "Briefly revisiting {l}: {e}, as it should be.",
        "I spot-checked {e} and found it in order.",
    )
    idles = (
        "I briefly considered whether a factoring shortcut exists, but it adds nothing.",
        "I'm wondering about the presentation; a concise reply should suffice.",
        "I had a passing doubt about alignment of the zeros, which turned out to be unfounded.",
        "I considered a further recalculation but see no grounds for one.",
    )
    lulls = ("Even so, this isn't conclusive.", "Yet that's hardly proof.", "That alone doesn't put my mind at ease.")
    dones = (
        "I'm confident in {c}.",
        "I've settled on {c}.",
        "Having explored these threads, I'm finalizing {c}.",
        "I'm ready to present {c}.",
    )
    answers = ("{ab} = **{c}**", "The answer is **{c}**.", "$$\\boxed{{{m}}}$$", "**{c}**")


class Distil(Pondering):
    name = "ff-tiny-distil-stumbler"
    signs = ("x", "*", "×")
    groupings = ("plain", "plain", "comma")
    methods = ("high", "low")
    checks = ("high", "low", "chunks")
    gap = "\n"
    join = "\n"

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.004)

    opens = (
        "Okay so I have to multiply {a} and {b}.",
        "Alright so {ab} is the problem here.",
        "So I need to do {ab}. Okay.",
        "First, I write {ab}.",
        "I need to find out what {a} times {b} is. I think I can split it.",
    )
    links = ("", "Then, ", "So, ", "Now ", "And, ")
    slips = ("{e}{w}. Wait, no, {v}", "{e}{w}, no, it is {v}")
    adds = ("So now I add: {s}.", "Then I add all: {s}.", "Plus them together, {s}.", "Let me add. {s}.")
    commits = (
        "So the answer is {c}.",
        "So {ab} is {c}.",
        "So that's {c}, the answer.",
        "Okay so it is {c}.",
        "So I think the product is {c}.",
    )
    doubts = (
        "Wait, is that right?",
        "Hmm, wait.",
        "But I'm not sure.",
        "Wait, I think I should look again.",
        "Hmm, {p} looks strange to me.",
        "Let me think again about {p}.",
    )
    reasons = (
        "I think I did it too fast.",
        "I don't know if the zeros are right.",
        "I got mixed up with the carry.",
        "I forgot something, I think.",
    )
    readings = ("I add the second way again, {s}. Same.", "Again the second sum: {s}. Okay, no change.")
    nines_bad = (
        "I can use the 9 trick. {x} and {y} gives {z}, but {n} gives {w}. Not the same.",
        "With mod 9 it should be {z}. But {n} is {w}.",
    )
    nines_good = (
        "I can use the 9 trick. {x} and {y} gives {z}, and {n} gives {z}. Good.",
        "With mod 9 it should be {z}, and it is {z}.",
    )
    last_bad = ("The last digit, {x} times {y} is {z}, so it must be {u}. But {n} has {w}.",)
    last_good = ("The last digit, {x} times {y} is {z}, so {u} at the end. Good.", "It must end with {u}, and it does.")
    rejects = (
        "So {p} is not right.",
        "I think I was wrong with {p}.",
        "No, forget {p}.",
        "So I can't use {p}.",
        "That is wrong, I will not use it.",
    )
    restarts = (
        "Let me do it again from the start.",
        "I start again.",
        "Again, from the beginning.",
        "Okay, I do the whole thing one more time.",
    )
    faults = (
        "I look at {l}. {e}. But I said {was} before. That was wrong.",
        "{l} is not {was}. It's {e}.",
        "So, {e}. Oh, I put {was} before. My mistake.",
        "Let me do {l} again. {e}. So {was} is wrong.",
    )
    resums = ("So I add again: {s}.", "Now the sum is different: {s}.", "With the new number, {s}.")
    readds = (
        "I add again. {s}. Oh, so I added wrong before.",
        "The sum again: {s}. So the first sum was wrong.",
        "Let me add one more time, {s}. Yes, before I forgot a carry.",
    )
    crosses = (
        "Let me check it in another way.",
        "Maybe I can split the other one and check.",
        "Let me try to check with a different way.",
        "I can check by doing it different.",
    )
    differs = (
        "Wait, now it's {c} but before it was {p}.",
        "Hmm, {p} and {c} are not the same.",
        "So one way is {p} and other way is {c}. Which one?",
        "That's confusing. I had {p}, and now {c}.",
    )
    trusts = (
        "I look at the second one: {e}. That's right. So the first one had a mistake.",
        "{e}, yes. The second way is okay, the first way I was too fast.",
        "In the second way {e} is right and the adding is right. In the first I did something wrong.",
    )
    settles = (
        "So the answer is {c}.",
        "So it should be {c}, not the other.",
        "I think {c} is the right one.",
        "So I change it to {c}.",
    )
    sames = ("Oh, it's the same number again.", "So it is {c} again.", "Okay, so again {c}.")
    agrees = ("It's {c} again, good.", "Same, {c}.", "Yes, {c} too.")
    sides = ("{e}, right.", "Is {l} okay? {e}. Okay.", "And {e}, yes that's right.")
    idles = (
        "Wait, what was the question? It was {ab}. Okay.",
        "Hmm, maybe I need to do something else? No, I don't.",
        "Wait, did I forget a zero? No, I did not.",
        "I'm a bit confused, but I think it's all right.",
        "Maybe I should do it again? I think it's fine.",
    )
    lulls = ("But that's not enough.", "But I still don't believe it.", "Hmm, but the middle can be wrong.")
    dones = ("So the answer is {c}.", "Yes, it is {c}.", "Okay, {c} then.", "So I am sure, {c}.")
    answers = ("The answer is {c}.", "{ab} = {c}", "\\boxed{{{m}}}", "So, {a} times {b} equals {c}.", "**{c}**")


class Latex(Pondering):
    name = "ff-inline-latex-reweigher"
    groupings = ("latex", "plain", "thin")
    methods = ("high", "chunks", "round", "area")
    checks = ("round", "area", "low")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.x = t.one("\\times", "\\cdot")

    def eq(self, t: Telling, text: str) -> str:
        return f"${text}$"

    opens = (
        "We are to evaluate {ab}. By distributivity I may expand one factor by decimal places.",
        "Consider {ab}. I'll expand and track each term.",
        "The goal: {ab}. Write one factor as a sum and multiply termwise.",
        "Let me set $P$ to be the product {ab}, and expand.",
    )
    links = ("", "Likewise ", "Furthermore ", "Also ", "Next, ")
    slips = ("{e}{w} (no: {v})", "{e}{w}, or rather, after fixing the carry, {v}")
    adds = ("Summing, {s}.", "The terms combine to {s}.", "Altogether {s}.", "Adding termwise, {s}.")
    commits = (
        "Hence $P$, the product, equals {c}.",
        "Thus {ab} equals {c}.",
        "We obtain {c} as the value.",
        "This gives the value {c}.",
        "So the claim is that the product is {c}.",
    )
    doubts = (
        "I'd like to examine this more critically.",
        "Is that tenable, though?",
        "Let me be sceptical about {p}.",
        "However, there was plenty of room for an arithmetic slip.",
        "On reflection, I have reservations.",
    )
    reasons = (
        "Several carries were left unjustified.",
        "The bookkeeping of the powers of ten was careless.",
        "I passed over intermediate sums without verification.",
        "The derivation was hasty in its middle part.",
    )
    rejects = (
        "Hence {p} is untenable and I withdraw it.",
        "I therefore reject {p}.",
        "I shan't keep {p}.",
        "So that value must be struck.",
        "Consequently I discard the computation that led to {p}.",
    )
    restarts = (
        "Expand {ab} afresh.",
        "We begin anew.",
        "A new computation, independent of the old one:",
        "Let me derive everything again from the start.",
    )
    faults = (
        "Re-deriving {l}: {e}, in contradiction with {was} above.",
        "The term {l} is suspect. Indeed {e}, whereas I'd put {was}.",
        "For the term {l} I used {was}, but {e}.",
        "Consider {l} again; {e}. The value {was} was erroneous.",
    )
    resums = ("The corrected sum reads {s}.", "Accordingly, {s}.", "Substituting, {s}.")
    readds = (
        "The terms are sound, yet their sum is {s}; I had mis-added.",
        "Carrying out the summation again: {s}. A carry was lost before.",
        "Recomputing only the sum, {s}, so the former total is refuted.",
    )
    crosses = (
        "For an independent check, expand differently.",
        "Let me verify by another expansion.",
        "A second expansion serves as a test.",
        "We can test this with another decomposition.",
    )
    differs = (
        "This is {c}, as opposed to {p}; the discrepancy is {d}.",
        "The two expansions disagree: {p} versus {c}.",
        "So we have the values {p} and {c}, at most one of which is right.",
    )
    settles = (
        "We conclude that the product is {c}.",
        "Hence the second value prevails: {c}.",
        "It follows that I should take {c}.",
        "Therefore {c}.",
    )
    sames = ("This coincides with the withdrawn value.", "So {c} re-emerges.", "Once more {c}.")
    agrees = ("This agrees with {c}.", "Again {c}, consistent.", "The second expansion confirms {c}.")
    sides = ("Verify a term: {e}, correct.", "As for {l}: {e}, as used.", "The term {e} is fine.")
    idles = (
        "One might look for a slicker identity, but none suggests itself.",
        "A worry: were the powers of ten aligned? They were.",
        "Do I need signs or units? No.",
        "I could iterate the verification forever; there is no cause.",
        "Did I transcribe {a} and {b} properly? Yes.",
    )
    lulls = ("This is necessary but not sufficient.", "Such a test is coarse, however.", "This settles little.")
    dones = ("Hence, finally, {c}.", "I am satisfied with {c}.", "So the product is {c}.", "The value {c} stands.")
    answers = (
        "$$\\boxed{{{m}}}$$",
        "{ab} equals {c}.",
        "The product equals {box}.".replace("{box}", "$\\boxed{{{m}}}$"),
        "**Answer.** {c}",
    )


class Column(Pondering):
    name = "ff-column-returner"
    signs = ("×", "x")
    groupings = ("plain", "comma")
    methods = ("low", "low", "high")
    checks = ("low", "chunks")

    def solution(self, t: Telling, work: Work) -> str:
        if work.method == "round" or not t.flag("columns", 0.85):
            return super().solution(t, work)
        head = t.one("\n\n", "\n```\n")
        tail = "```\n" if "`" in head else ""
        total = t.total(work, t.words)
        table = t.columns(work, t.words)
        return head + table + t.c(total + "\n" + tail + "\n" + self.say(t, self.commits))

    opens = (
        "Let me line up {a} and {b} in columns.",
        "I'll do {ab} the way it's done on paper.",
        "{ab}: stack the numbers and take a row for each digit.",
        "Long multiplication for {ab}. I'll write the rows down.",
    )
    links = ("", "Next row: ", "Then the row ", "Below it, ")
    slips = ("{e}{w}, wait, carry, so {v}",)
    adds = ("Adding the rows: {s}.", "Columns added: {s}.", "Down the columns, {s}.", "Rows together: {s}.")
    commits = (
        "So at the bottom it says {c}; that's the product.",
        "The bottom line is {c}, so {ab} = {c}.",
        "So I read off {c} as the answer.",
        "Product: {c}.",
        "So the answer would be {c}.",
    )
    doubts = (
        "Hmm, let me look at those columns again.",
        "I'm not sure that I carried properly.",
        "Wait. Looking over the rows...",
        "Did I shift everything the way I should?",
        "Let me go back to {p} for a moment.",
    )
    reasons = (
        "My handwriting of the carries was a mess.",
        "I may have slid a row by one place.",
        "The little carry digits got mixed up, I fear.",
        "I added those rows half asleep.",
    )
    rejects = (
        "I'm crossing {p} out.",
        "{p} gets a line through it.",
        "That sheet goes in the trash.",
        "I don't accept {p}; strike it.",
        "So, no. {p} isn't staying.",
    )
    restarts = (
        "On a new sheet:",
        "Write the whole thing down again.",
        "The multiplication again, from the first row.",
        "Stack them up once more.",
    )
    faults = (
        "The row for {l}: {e}. I'd put down {was}. That row was wrong.",
        "Row {l} says {was}, but {e}.",
        "Redo the row {l}. {e}, so {was} has to be replaced.",
    )
    resums = ("The rows now add to: {s}.", "Adding the rows with the new entry: {s}.", "And so the columns give {s}.")
    readds = (
        "Rows are right. Add them anew: {s}. I'd missed a carry.",
        "Columns again from the right: {s}. My bottom line was wrong.",
        "Let me just re-add the rows. {s}. So the addition was at fault.",
    )
    crosses = (
        "As a check, the same product cut up another way.",
        "Let me test it off the grid, with different pieces.",
        "I'll compare against a different way of breaking it up.",
        "Check, this time by pieces:",
    )
    differs = (
        "So before it was {p}, and the pieces say {c}.",
        "That's {c}. Before, it was {p}. They're {d} apart.",
        "Not the same: {p} before, {c} now.",
    )
    settles = (
        "So I replace the bottom line by {c}.",
        "So {c} is the product.",
        "I take {c} then.",
        "The answer has to be {c}.",
    )
    sames = (
        "Well, the new sheet says the same as the old one.",
        "{c} a second time, then.",
        "And the bottom line reads {c} as it did before.",
    )
    agrees = ("Also {c}. Good.", "It matches the {c} from before.", "Yes, {c} both ways.")
    sides = ("Row check: {e}. Yes.", "{e}, that row is good.", "And the row {l}? {e}. Fine.")
    idles = (
        "Were the rows shifted right? One place each, yes.",
        "Maybe use a lattice instead? No need.",
        "I could add upward as well, but I trust the columns.",
        "Is {b} really the lower number? Either order does.",
        "I do keep staring at the carries, but they're all there.",
    )
    lulls = ("It says nothing about the middle columns, though.", "Not a proof.", "But that's only the surface.")
    dones = ("So {c} stays.", "The columns hold, {c}.", "I'm done checking: {c}.", "Final bottom line: {c}.")
    answers = ("{ab} = {c}", "**{c}**", "The product is {c}.", "Answer: {c}", "$\\boxed{{{m}}}$")


class Lowercase(Pondering):
    name = "ff-lowercase-agoniser"
    signs = ("*", "x", "*")
    groupings = ("plain",)
    methods = ("high", "round", "chunks")
    checks = ("low", "round", "area")
    gap = "\n\n"

    def finish(self, t: Telling, text: str) -> str:
        head, tag, tail = text.partition("</think>")
        return head.lower() + tag + tail

    opens = (
        "ok {ab}. let me not mess this up",
        "so, {ab}. pen and paper in my head...",
        "{a} by {b}, hm. chop it up i guess",
        "right. {ab}. going piece by piece",
        "need {ab}, no tools, fine",
    )
    links = ("", "then ", "and ", "next ")
    slips = ("{e}{w} no wait {v}", "{e}{w} ugh, {v}")
    adds = ("add em up, {s}.", "so {s}.", "all in all {s}.", "piled together: {s}.")
    commits = (
        "so it's {c}.",
        "ok so the product is {c}.",
        "so i'd answer {c}.",
        "{c} then, as the answer.",
        "that makes {ab} equal to {c}.",
    )
    doubts = (
        "hmm. hmm.",
        "but do i trust it?",
        "no wait, something itches.",
        "ugh, {p}... not sure.",
        "let me reread what i did.",
        "eh, i've been burned before.",
    )
    reasons = (
        "i was half asleep for the middle part.",
        "didn't really track the carries.",
        "i kinda eyeballed a step there.",
        "the sum felt wobbly while i did it.",
    )
    rejects = (
        "nope, {p} is dead to me.",
        "throwing {p} out.",
        "i don't buy {p}, gone.",
        "ok that result is garbage, bin it.",
        "so no, not {p}.",
    )
    restarts = ("from zero, slower.", "again, all of it.", "forget the old lines, new ones:", "redo the entire thing.")
    faults = (
        "{l}: {e}. i had {was}, oops.",
        "so {l}, i said {was}. but {e}. there it is.",
        "look at {l} again, {e}, not {was}. silly.",
        "checking {l}... {e}. and i'd used {was}.",
    )
    resums = ("so sum changes, {s}.", "adding with the good one: {s}.", "resum: {s}.")
    readds = (
        "pieces fine, adding again {s}. yeah i fumbled the sum earlier.",
        "sum it again slowly, {s}. so the first sum was off.",
        "re-adding, {s}. ok so i'd dropped a carry.",
    )
    crosses = (
        "try it another way and see if it agrees.",
        "let me check with a different split.",
        "ok a sanity check by a different road.",
        "second opinion from a different split:",
    )
    differs = (
        "hm {c}. and before {p}. great, two numbers.",
        "doesn't match: {p} first, {c} now, off by {d}.",
        "so is it {p} or {c}?",
        "that's {c}, not {p}. one of em lies.",
    )
    trusts = (
        "poke at the new one: {e}, ok. and the sum's ok. so the old one is the bad one.",
        "{e} yes. the new one survives everything i throw at it, the old one was rushed.",
        "new one has {e}, true, and clean sums. i was sloppy in the old one.",
    )
    settles = ("so {c} wins.", "going with {c}.", "ok {c} is the answer, not the old one.", "fine, {c}.")
    sames = ("lol, same number i threw out.", "so {c} again. ok.", "and we're back at the same thing.")
    agrees = ("{c} again, nice.", "same thing, {c}.", "yep {c}, agrees.")
    sides = ("poke {l}: {e}. ok.", "{e}, ya.", "{e} still true.")
    idles = (
        "did i read the digits right... {a}, {b}, yes.",
        "should i go again? no. stop it.",
        "is there some trap? nah, it's just a product.",
        "wonder if primes would help... no, drifting.",
        "i keep thinking there's a zero missing but no, they're all there.",
    )
    lulls = ("but meh, weak evidence.", "doesn't calm me down.", "that could be luck though.")
    dones = ("ok done, {c}.", "sticking with {c}.", "{c}. enough.", "right, {c}, moving on.")
    answers = ("{ab} = {c}", "**{c}**", "The result is {c}.", "{c}", "The product of {a} and {b} comes to {c}.")


class Bullets(Pondering):
    name = "ff-dash-ledger-doubter"
    think = False
    signs = ("×", "·")
    groupings = ("comma", "space", "plain")
    methods = ("high", "low", "chunks", "area")
    gap = "\n"
    join = "\n"
    stop = ""

    def first(self, t: Telling) -> str:
        t.__dict__["mark"] = t.one("- ", "* ", "• ", "– ")
        return super().first(t)

    def finish(self, t: Telling, text: str) -> str:
        """Every line of the deliberation becomes an item."""
        work, tail = text.rsplit("\n\n", 1)
        lines = [line for line in work.split("\n") if line.strip()]
        return "\n".join(t.__dict__["mark"] + line for line in lines) + "\n\n" + tail

    opens = (
        "Working on: {ab}",
        "Question: {ab}. Plan: pieces, then sum, then see whether I believe it",
        "{ab}: split, multiply, add",
        "To find: {ab}. No shortcuts visible, so partial products",
    )
    links = ("", "", "next: ")
    slips = ("{e}{w} → no, {v}", "{e}{w} (misread; {v})")
    adds = ("sum → {s};", "together: {s};", "added up, {s};", "tally: {s};")
    commits = (
        "candidate answer: {c}",
        "so {ab} = {c}",
        "result noted: {c}",
        "I put down {c} as the product",
        "product, as it stands: {c}",
    )
    doubts = ("Doubt:", "Hmm, pause.", "Not at ease with {p}.", "Second thoughts:", "Look again at {p}:")
    reasons = (
        "carries not tracked;",
        "done in haste;",
        "zeros not watched;",
        "too many steps in the head;",
        "lost my place midway;",
    )
    rejects = (
        "verdict on {p}: rejected",
        "{p} withdrawn",
        "so {p} is struck off",
        "giving up {p}",
        "that result is void",
    )
    restarts = (
        "New attempt at {ab}",
        "From the start again",
        "Everything once more, independent of the lines above",
        "Redo in full",
    )
    faults = (
        "line {l} had {was}, but {e}; error found",
        "{l} ≠ {was}; rather {e}",
        "recomputed {l}: {e}; above it says {was}, wrong",
    )
    resums = ("sum with the mended line → {s};", "new tally: {s};", "so now {s};")
    readds = (
        "lines are right, sum redone → {s}; the earlier sum was faulty;",
        "adding a second time: {s}; a carry had gone missing;",
        "re-tally: {s}; I had mis-added;",
    )
    crosses = (
        "Check through a different split",
        "Compare with a second way",
        "Control calculation",
        "Independent check:",
    )
    differs = (
        "Two results now: {p} and {c}.",
        "The check gives {c}, the ledger says {p}.",
        "No match ({p} / {c}), gap {d}.",
    )
    trusts = (
        "Control line {e} is right, and so are the rest; the fault must be in the older entry.",
        "The second way is clean ({e} etc.), the first was done in haste.",
        "{e}: confirmed; I trust the second way.",
    )
    settles = ("Corrected answer: {c}", "Keep {c}", "Decision: the product is {c}", "Replaced by {c}")
    sames = ("(the same number as before, as it turns out)", "(so {c} is back)", "(identical to the withdrawn one)")
    agrees = ("matches {c}", "{c} both times", "in agreement with {c}")
    sides = ("{l} checked: {e}, ok", "spot check, {e}, ok", "{e}, still ok")
    idles = (
        "Worry: factors copied wrongly? {a} and {b}, no",
        "Worry: zeros? All there",
        "Idea: use squares instead? Not worth it",
        "Tempted to do it again; no grounds",
        "Side thought: parity. Nothing alarming",
    )
    lulls = ("(weak evidence)", "(but this can't see every error)", "(not decisive)")
    dones = ("Settled: {c}", "Closing the ledger at {c}", "No open doubts; {c}", "Stays {c}")
    answers = ("**{ab} = {c}**", "Answer: **{c}**", "So the product is {c}.", "Final answer: {c}", "$\\boxed{{{m}}}$")


class Judge(Pondering):
    name = "ff-rival-totals-judge"
    think = False
    signs = ("×", "\\times")
    groupings = ("comma", "plain")
    methods = ("high", "chunks", "round")
    checks = ("round", "low", "area")
    weights: ClassVar[dict] = {"mend": 1.5, "weigh": 6.0, "redo": 2.0, "proof": 1.5}
    letters = "ABCDEFGH"

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.__dict__["dollar"] = "times" in t.x

    def eq(self, t: Telling, text: str) -> str:
        return f"${text}$" if t.__dict__["dollar"] else text

    def label(self, t: Telling) -> str:
        word = "Run" if t.flag("run", 0.5) else "Computation"
        return f"**{word} {self.letters[t.index]}.** "

    opens = (
        "I'll compute {ab} and be prepared to argue with myself over it.",
        "Let's determine {ab}. My experience is that one run is rarely enough.",
        "The product {ab} is needed. I'll run the calculation and see if it survives scrutiny.",
        "Before trusting any number for {ab}, work it out properly.",
    )
    links = ("", "Then ", "Likewise ", "Next, ")
    slips = ("{e}{w}, scratch that, {v}",)
    adds = ("In sum, {s}.", "These total {s}.", "The parts add to {s}.", "Summed: {s}.")
    commits = (
        "So this run puts the product at {c}.",
        "Outcome: {c}.",
        "My answer on this basis is {c}.",
        "That yields {c} for {ab}.",
        "So {c} is what I'd report.",
    )
    doubts = (
        "Does it survive scrutiny?",
        "Now I play devil's advocate.",
        "I want a hearing on {p} before I sign it.",
        "Let me challenge this.",
        "What speaks against {p}?",
        "Is {p} beyond doubt? Not for me.",
    )
    reasons = (
        "The carries were never put on record.",
        "The middle steps rest on hearsay.",
        "I nodded the additions through without hearing them.",
        "The run was conducted in haste.",
    )
    rejects = (
        "Ruling: {p} is overturned.",
        "I rule {p} out.",
        "{p} is dismissed.",
        "Consequently {p} can't stand, and I vacate it.",
        "I'm throwing that outcome out.",
    )
    restarts = (
        "A retrial, with every step recomputed.",
        "A completely new run is called for.",
        "The calculation starts over.",
        "Back to the beginning with {ab}.",
    )
    faults = (
        "The exhibit is {l}. {e}. On record I had {was}, which is false.",
        "Under examination {l} turns out wrong at {was}; correctly, {e}.",
        "Take the step {l}, recorded as {was}. It's {e} instead.",
    )
    resums = ("With this amended, {s}.", "The amended parts give {s}.", "Retotalling: {s}.")
    readds = (
        "The parts hold up, but their sum is {s}. The addition was what failed.",
        "Summing the same parts again: {s}. The old sum was in error.",
        "Only the addition needs amending: {s}. A carry had slipped.",
    )
    crosses = (
        "I call another computation as a witness, to test this one.",
        "Let a rival decomposition testify.",
        "Compare it to a rival calculation.",
        "A check by an unrelated route:",
    )
    differs = (
        "So {p} stands against {c}.",
        "The rival says {c}, the original {p}; a gap of {d}.",
        "Two totals, {p} and {c}, and at most one is true.",
        "Contradictory testimony: {p} from the first, {c} from the rival.",
    )
    trusts = (
        "The rival's step {e} withstands examination, and I find no crack elsewhere in it. The original was done with less care.",
        "Cross-examining the rival: {e}, true; additions, fine. So the original must contain the error.",
        "In the rival's favour: {e}, and all else checks; against the original, that I skipped steps.",
    )
    settles = (
        "Judgment for {c}.",
        "I therefore find for {c}.",
        "So the product is {c}.",
        "The verdict: {c} replaces the original.",
    )
    sames = (
        "The retrial, then, ends where the first trial did.",
        "{c} once again, now on firmer ground.",
        "So it's that very number again.",
    )
    agrees = ("The witness concurs: {c}.", "That's {c} as well.", "Both totals are {c}; no dispute.")
    sides = ("One step under oath: {e}. True.", "Re-examined: {e}. Sustained.", "Is {l} sound? {e}. It is.")
    idles = (
        "One might object that the factors were misread; they are {a} and {b}, so overruled.",
        "An objection about place values: considered, and without merit.",
        "Could an appeal change anything? I see no new evidence.",
        "A thought about factoring both numbers comes and goes; it isn't needed.",
    )
    lulls = ("Circumstantial, though.", "That's no acquittal.", "Which is too little to go on.")
    dones = ("Case closed: {c}.", "I rest on {c}.", "With the doubts heard, {c}.", "No remaining objection to {c}.")
    answers = (
        "**Final answer:** {c}",
        "{ab} = **{c}**".replace("{ab} =", "{ab} is"),
        "**{c}**",
        "The product is {c}.",
        "$$\\boxed{{{m}}}$$",
    )


class Wanderer(Pondering):
    name = "ff-sidelong-wanderer"
    think = False
    signs = ("·", "×", "times")
    groupings = ("space", "comma", "narrow")
    methods = ("high", "round", "swapped")
    checks = ("low", "round")
    weights: ClassVar[dict] = {"mend": 3.0, "weigh": 2.0, "redo": 3.5, "proof": 2.0}
    strays = (
        "(Speaking of which, {a} mod 11 might be of use, but I never remember the sign rule, so skip that.)",
        "(I caught myself wondering whether {a} is prime. Irrelevant.)",
        "(There's a Russian peasant method too, with halving and doubling. Not now.)",
        "(Funny how the Babylonians did this with tables of squares. Back to work.)",
        "(I was going to draw a rectangle and cut it up; the numbers do that by themselves.)",
        "(A slide rule would give three digits of this, no more. Anyway.)",
    )

    def solution(self, t: Telling, work: Work) -> str:
        body = self.body(t, work)
        stray = " " + self.say(t, self.strays) if t.chance(0.45) else ""
        return body + stray + self.join + t.c(self.adding(t, work) + " " + self.say(t, self.commits))

    opens = (
        "Where to begin with {ab}? With the big part, I suppose, since it carries most of the weight.",
        "{ab}. I could look for tricks all day; I'd sooner just do it in pieces.",
        "Right, {ab}. A quiet bit of arithmetic.",
        "Suppose I've {a} boxes with {b} things in each. How many things? That's {ab}.",
        "I've been asked for {ab}, and I'm going to amble through it.",
    )
    links = ("", "Beyond that, ", "To this belongs ", "There's also ")
    slips = ("{e}{w}, or so I thought; in truth {v}", "{e}{w}, er, {v}")
    adds = ("Gathering it all in: {s}.", "Heaped together, {s}.", "And the lot of it: {s}.", "So we have {s}.")
    commits = (
        "So {c}, that's the product.",
        "I make it {c}.",
        "Which means that {ab} is {c}.",
        "So there we are: the answer is {c}.",
        "My reckoning says {c}.",
    )
    doubts = (
        "And yet I can't leave it alone.",
        "Hmm, my mind wanders back to {p}.",
        "Before I put the pencil down...",
        "Was I daydreaming at some point? Possibly.",
        "I have a nagging feeling about {p}.",
        "Let me turn {p} over in my hands a little.",
    )
    reasons = (
        "My mind was elsewhere for half of it.",
        "I was humming while I added, and it shows.",
        "There's a haze over the middle of that sum.",
        "I skated over the carries.",
    )
    rejects = (
        "So I give {p} up.",
        "I've lost all faith in {p}; away with it.",
        "I shall drop {p} and not look back.",
        "It's no use, {p} has to go.",
        "I'd sooner tear that page up.",
    )
    restarts = (
        "Round we go again, from the first piece.",
        "All of it afresh, then.",
        "A new page: {ab}.",
        "Once more, with my mind on it.",
    )
    faults = (
        "The bit I don't like is {l}. {e}. And what did I write? {was}. Wrong.",
        "Strolling back to {l}: {e}, where I'd said {was}. That was a blunder.",
        "{l} wasn't {was} at all. {e}.",
        "So what's {l}? {e}. I'd carried {was} along, mistakenly.",
    )
    resums = ("Which alters the heap: {s}.", "So, with the right bit in, {s}.", "Gathering again, {s}.")
    readds = (
        "The bits are fine, the heap isn't. {s}. I'd added carelessly.",
        "Let me gather the very same bits again: {s}. So I'd mislaid a carry.",
        "Adding afresh: {s}. My first sum was plain wrong.",
    )
    crosses = (
        "Out of curiosity, what does another path say?",
        "There's a detour that should end at the same place.",
        "A little detour to test it.",
        "I may as well walk there by a different road and see whether it agrees.",
    )
    differs = (
        "Oh dear: {c} by this road, {p} by the other.",
        "So I've {p} in one pocket and {c} in the other, {d} apart.",
        "It doesn't end at {p}; it ends at {c}.",
    )
    trusts = (
        "I retrace the detour: {e}, quite right, and nothing else looks wrong. It was on the first road that I stumbled.",
        "Along the second road {e}, as it should. I was more awake there, too; the first is the faulty one.",
        "Of the two I find the slip in the first likelier: the second has {e}, and its sums are sound.",
    )
    settles = (
        "So I'm persuaded of {c}.",
        "I'll take {c} and let the other go.",
        "The answer is {c}, then.",
        "So {c} it must be.",
    )
    sames = (
        "Well, well, the very number I'd torn up.",
        "So it comes to {c} again.",
        "And there it is again, unchanged.",
    )
    agrees = ("And it ends at {c}, as it should.", "The same {c}. Lovely.", "It's {c} by that road too.")
    sides = ("I look in on {l}: {e}. Fine.", "{e}, that bit's sound.", "In passing, {e}, yes.")
    idles = (
        "Did I mix up the factors? {a} and {b}, no, they're as given.",
        "I might fret over the zeros, but they're where they belong.",
        "I'm tempted to wander off into continued fractions. No.",
        "Should I walk it all again? I can't think of a reason to.",
        "For a moment I feared I'd left a piece out; I hadn't.",
    )
    lulls = (
        "Which is pleasant, but proves nothing.",
        "Though plenty of wrong numbers would manage that.",
        "Not that this settles it.",
    )
    dones = ("So I come to rest at {c}.", "That'll do: {c}.", "I'm content with {c}.", "And so, {c}.")
    answers = ("{ab} is {c}.", "**{c}**", "So the answer is {c}.", "Answer: {c}")


STYLES = {
    style.name: style()
    for style in (Rone, Qwq, QwenThree, Oss, Gemini, Distil, Latex, Column, Lowercase, Bullets, Judge, Wanderer)
}
