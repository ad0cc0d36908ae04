"""Thoughts of reasoning models that doubt at length and settle late."""

from __future__ import annotations

import re
from typing import Any

from .common import Style, Telling, Term, Work, split

Words = tuple[str, ...]
_SLOT = re.compile(r"\{([A-Z])\}")


class Brooder(Style):
    """The flow: solve, commit, doubt; then mend, weigh against a second route, or scrap and solve again; settle."""

    think = False
    gap = "\n\n"
    words: Words = ("comma",)
    signs: Words = ("×",)
    methods: Words = ("high", "low", "chunks", "round")
    routes: Words = ("round", "area")

    openings: Words
    splits: Words
    areas: Words = (
        "Both numbers in pieces this time: {U} and {Z}, every piece against every piece.",
        "Let me open up both factors, ({U}) and ({Z}), and collect all the products.",
        "Expand ({U}) {X} ({Z}) fully.",
    )
    rows: Words
    slips: Words
    merged: Words
    sums: Words
    lead_steps: Words
    commits: Words
    sames: Words
    doubts: Words
    rejects: Words
    restarts: Words
    seconds: Words  # opens a second route that will be weighed
    clashes: Words
    settles: Words
    mends: Words
    mends_sum: Words
    checks: Words  # opens a second route told as a check
    agrees: Words
    confirms: Words
    finals: Words

    digit: Words = (
        "Last digits: {L} times {R} is {V}, so the result has to end in {W}, and it does.",
        "The units: {L} {X} {R} = {V}, ending {W}; mine ends in {W} too.",
        "What does it end in? {L} and {R} multiply to {V}, so {W}. Fits.",
        "Ones digit should be {W} because {L} {X} {R} = {V}. It is.",
    )
    digit_bad: Words = (
        "Look at the units: {L} {X} {R} = {V}, so it would have to end in {W}. {P} doesn't.",
        "Ends in the wrong digit! {L} times {R} is {V}, I need a {W} at the end and {P} hasn't got it.",
        "The final digit ought to be {W}, from {L} {X} {R} = {V}, and {P} ends differently.",
    )
    nines: Words = (
        "Remainders by 9: {L} for the first factor, {R} for the second, so {W} for the product. The result leaves {W}.",
        "Nines test: factors leave {L} and {R}, product must leave {W}; the digit sum agrees.",
        "Modulo 9 the factors are {L} and {R}, which makes {W}, and the digits of what I have also reduce to {W}.",
    )
    nines_bad: Words = (
        "Digit sums: the factors reduce to {L} and {R}, so the product should reduce to {W}, but {P} reduces to {V}.",
        "By nines it fails: {L} times {R} leaves {W}, whereas {P} leaves {V}.",
        "Modulo 9 I expect {W} (from {L} and {R}) and {P} has {V}. Not equal.",
    )
    ballpark: Words = (
        "As for size, {L} {X} {R} is {V}, same region.",
        "Roughly {L} {X} {R} = {V}, so the magnitude is alright.",
        "If I round to {L} and {R} I'd see about {V}. Nothing alarming.",
        "In the neighbourhood of {L} {X} {R} = {V}? Yes.",
    )
    single: Words = (
        "Was {L} {X} {R} really {V}? {V} / {R} = {L}. Yes it was.",
        "{L} {X} {R} once more: {V}. Same.",
        "Let me redo just {L} {X} {R}. Still {V}.",
        "And {V} for {L} {X} {R}? Divide by {R}: {L}. Fine.",
    )
    readd: Words = (
        "Adding the pieces again: {S}, {C}. No change.",
        "{S}, second time round, is {C} still.",
        "The addition once more, slowly. {S} = {C}. Same as above.",
    )

    @property
    def name(self) -> str:
        return "dd-" + super().name

    # words -----------------------------------------------------------------------------------------------------

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one(*self.words), t.one(*self.signs)
        t.__dict__["decks"] = {}

    def pick(self, t: Telling, options: Words) -> str:
        decks: dict[Words, list[str]] = t.__dict__["decks"]
        if not decks.get(options):
            decks[options] = t.rng.sample(options, len(options))
        return decks[options].pop()

    def fill(self, t: Telling, template: str, **slots: Any) -> str:
        def value(found: re.Match[str]) -> str:
            key = found[1]
            if key in slots:
                return t.n(slots[key]) if isinstance(slots[key], int) else str(slots[key])
            if key == "X":
                return t.x
            if key in "UZ":
                return self.pieces(t, t.a if key == "U" else t.b)
            if key in "MSFK":
                work = t.work
                return {"M": t.factor(work), "S": t.sum(work), "F": t.n(work.a), "K": t.n(work.b)}[key]
            numbers = {"A": t.a, "B": t.b, "C": t.candidate, "P": t.previous if t.index else t.candidate}
            if key == "D":
                return t.n(abs(t.candidate - t.previous))
            return t.n(numbers[key])

        return _SLOT.sub(value, template)

    def say(self, t: Telling, options: Words, **slots: Any) -> str:
        template = self.pick(t, options)
        text = self.fill(t, template, **slots)
        return t.r(text) if "{C}" in template or "{P}" in template else text

    def commit(self, t: Telling, options: Words) -> str:
        return t.c(self.fill(t, self.pick(t, options)))

    def pieces(self, t: Telling, number: int) -> str:
        return " + ".join(t.n(part) for part in split(number, "high"))

    # a worked product ------------------------------------------------------------------------------------------

    def intro(self, t: Telling, work: Work) -> str:
        return self.say(t, self.areas if work.method == "area" else self.splits)

    def row(self, t: Telling, term: Term, work: Work) -> str:
        true = term.value == term.left * term.right
        if true and term.value > 30 and t.chance(0.09):
            return self.say(t, self.slips, L=term.left, R=term.right, V=term.value, W=t.near(term.value))
        return self.say(t, self.rows, L=term.left, R=term.right, V=term.value, W=self.how(t, term, work))

    def how(self, t: Telling, term: Term, work: Work) -> str:
        text = "" if work.method == "area" else t.detail(term, 0.4)
        return f" ({text})" if text else ""

    def lay(self, t: Telling, lines: list[str]) -> str:
        return " ".join(lines)

    def add(self, t: Telling, work: Work) -> str:
        if len(work.terms) < 3 or t.chance(0.4):
            return self.say(t, self.sums)
        return self.say(t, self.lead_steps) + self.steps(t, work)

    def steps(self, t: Telling, work: Work) -> str:
        made = work.steps()
        texts = []
        for place, (left, sign, value, result) in enumerate(made):
            text = f"{t.n(left)} {'+' if sign > 0 else '-'} {t.n(value)} = "
            if place + 1 < len(made) and result > 99 and t.chance(0.06):
                text += f"{t.n(t.near(result))}, no, "
            texts.append(text + t.n(result))
        return self.chain(t, texts)

    def chain(self, t: Telling, texts: list[str]) -> str:
        return " " + t.one(", then ", ", ", "; ").join(texts) + "."

    def body(self, t: Telling, work: Work) -> str:
        return self.intro(t, work) + self.join(t) + self.lay(t, [self.row(t, term, work) for term in work.terms])

    def join(self, t: Telling) -> str:
        return " "

    def solution(self, t: Telling, commits: Words) -> str:
        """The work under way told to its commitment."""
        told = self.body(t, t.work) + self.gap
        if t.chance(0.15):
            told += self.say(t, self.idle) + self.gap
        if t.chance(0.3):
            return told + self.commit(t, self.merged)
        return told + self.add(t, t.work) + self.turn(t) + self.commit(t, commits)

    def turn(self, t: Telling) -> str:
        return t.one(" ", self.gap)

    # moves -----------------------------------------------------------------------------------------------------

    def first(self, t: Telling) -> str:
        t.solve(*self.methods)
        start = ("<think>\n" if t.flag("opened", 0.85) else "") if self.think else ""
        return start + self.say(t, self.openings) + self.gap + self.solution(t, self.commits)

    def fails(self, t: Telling) -> str:
        """A check that the candidate before does not pass, or nothing."""
        x, y = t.a % 10, t.b % 10
        if t.same or t.previous == t.product:
            return ""
        if x * y % 10 != t.previous % 10:
            return self.say(t, self.digit_bad, L=x, R=y, V=x * y, W=x * y % 10) if t.chance(0.6) else ""
        x, y = t.a % 9, t.b % 9
        if x * y % 9 != t.previous % 9 and t.chance(0.35):
            return self.say(t, self.nines_bad, L=x, R=y, V=t.previous % 9, W=x * y % 9)
        return ""

    def again(self, t: Telling) -> str:
        fails = self.fails(t)
        doubt = self.gap + self.say(t, self.doubts) + (" " + fails if fails else "")
        right = [term for term in t.work.terms if term.value == term.left * term.right]
        if right and not fails and t.chance(0.3):
            term = t.rng.choice(right)
            doubt += t.one(" ", self.gap) + self.say(t, self.single, L=term.left, R=term.right, V=term.value)
            doubt += " " + self.say(t, self.still)
        way = t.way(mend=0.35, weigh=0.35, redo=0.3)
        if way == "mend":
            return doubt + self.gap + self.mended(t)
        if way == "weigh":
            return doubt + self.gap + self.weighed(t)
        return doubt + self.gap + self.redone(t)

    def redone(self, t: Telling) -> str:
        t.solve(*self.methods) if t.chance(0.4) else t.other(*self.routes)
        text = self.say(t, self.rejects) + self.turn(t) + self.say(t, self.restarts) + self.gap
        return text + self.solution(t, self.sames if t.same else self.commits)

    def mended(self, t: Telling) -> str:
        found = t.mend()
        if found is None:
            return self.redone(t)
        if found.place is None:
            return self.say(t, self.mends_sum) + self.gap + self.commit(t, self.merged)
        term = found.work.terms[found.place]
        text = self.say(t, self.mends, L=term.left, R=term.right, V=found.now, W=found.was)
        if t.chance(0.4):
            return text + self.gap + self.commit(t, self.merged)
        return text + self.gap + self.add(t, t.work) + self.turn(t) + self.commit(t, self.commits)

    def weighed(self, t: Telling) -> str:
        t.other(*self.routes)
        text = self.say(t, self.seconds) + " " + self.body(t, t.work) + self.gap + self.add(t, t.work)
        text += self.gap + self.say(t, self.clashes)
        wrong = [term for term in t.before.terms if term.value != term.left * term.right]
        right = [term for term in t.work.terms if term.value == term.left * term.right]
        if wrong and t.candidate == t.product:
            term = wrong[0]
            right_value = term.left * term.right
            text += self.gap + self.say(t, self.culprits, L=term.left, R=term.right, V=right_value, W=term.value)
        elif right and t.chance(0.7):
            term = t.rng.choice(right)
            text += self.gap + self.say(t, self.single, L=term.left, R=term.right, V=term.value)
        return text + self.gap + self.commit(t, self.settles)

    culprits: Words = (
        "In the earlier pass I wrote {W} for {L} {X} {R}. That should be {V}. There's the gap.",
        "Where did the earlier one go astray? {L} {X} {R}: I had {W}, it is {V}. So that was it.",
        "Going back up: {L} {X} {R} was put down as {W}, and that's not right, {V} is.",
        "Earlier line: {L} {X} {R} = {W}. Recomputing, {V}. So the earlier line was faulty.",
    )

    def side(self, t: Telling, kind: str) -> str:
        """A look at the candidate from one side that it stands, or nothing."""
        if kind == "digit" and (last := t.last_digit()):
            return self.say(t, self.digit, L=last[0], R=last[1], V=last[2], W=last[2] % 10)
        if kind == "nines" and (nines := t.nines()):
            return self.say(t, self.nines, L=nines[0], R=nines[1], W=nines[2])
        if kind == "ballpark" and t.product > 200 and (guess := t.estimate()):
            return self.say(t, self.ballpark, L=guess[0], R=guess[1], V=guess[2])
        if kind == "readd":
            return self.say(t, self.readd)
        right = [term for term in t.work.terms if term.value == term.left * term.right]
        if kind == "single" and right:
            term = t.rng.choice(right)
            return self.say(t, self.single, L=term.left, R=term.right, V=term.value)
        return ""

    def checked(self, t: Telling) -> str:
        t.other(*self.routes)
        return self.say(t, self.checks) + " " + self.body(t, t.work) + self.gap + self.add(t, t.work) + self.turn(t)

    def closing(self, t: Telling) -> str:
        text = ""
        kinds = t.rng.sample(["digit", "nines", "ballpark", "readd", "single"], t.rng.choice([0, 1, 1, 2, 3]))
        sides = [side for side in (self.side(t, kind) for kind in kinds) if side]
        if sides or t.chance(0.3):
            text += self.gap + self.say(t, self.worries)
            text += "".join(t.one(" ", self.gap) + side for side in sides)
        if t.chance(0.35):
            text += self.gap + self.checked(t) + self.say(t, self.agrees)
        if text or t.chance(0.5):
            text += self.gap + self.say(t, self.confirms)
        if self.think:
            text += "\n</think>\n\n"
        else:
            text += "\n\n"
        return text + self.final(t)

    still: Words = (
        "So that part isn't the trouble, but I'm not done doubting.",
        "That one holds. The unease doesn't go away, though.",
        "Fine, but something else may be off.",
        "Okay, not there.",
        "No help from that.",
    )
    idle: Words = (
        "Hmm, is this even the best split? It'll do.",
        "Wait, did I copy the numbers right? {A} and {B}, yes.",
        "Let me make sure I haven't skipped a part. No, they're all there.",
        "Hmm, zeros are easy to lose here. I've counted them.",
        "I could have split the other number instead, but let me carry on.",
    )
    worries: Words = (
        "Still a bit uneasy, let me poke at it.",
        "Am I sure, though?",
        "Hmm, is there anything I overlooked?",
        "Wait, I shouldn't let it go so easily.",
        "A little voice says to look once more.",
        "But what if a digit slipped?",
    )

    def final(self, t: Telling) -> str:
        return self.say(t, self.finals)


class RoneScales(Brooder):
    """R1: paragraphs of thought, two figures on the scales; a short Markdown reply."""

    think = True
    words = ("plain", "comma")
    signs = ("×", "*", "times")
    openings = (
        "Okay, so the task is to find {A} {X} {B}. I'd rather do it on paper, so to speak, than guess.",
        "Alright, {A} {X} {B}. No calculator here, so piece by piece.",
        "So I'm asked for {A} {X} {B}. Let me set this up with care because it's easy to lose a digit.",
        "Hmm, {A} {X} {B}. First thought: use place values.",
        "The user wants {A} multiplied by {B}. Let me think about how to go about it.",
    )
    splits = (
        "I can see {K} as {M}, and then {F} meets each part.",
        "{K} is {M}. Multiply {F} into that.",
        "Writing {K} = {M}, distribute {F} over it.",
        "Suppose I take {K} apart: {M}. Then one product for each part.",
    )
    rows = (
        "{L} {X} {R} gives {V}{W}.",
        "Then {L} {X} {R} is {V}{W}.",
        "For {R}: {L} {X} {R} = {V}{W}.",
        "Okay, {L} {X} {R}, that's {V}{W}.",
    )
    slips = (
        "{L} {X} {R} is {W}, hold on, I misread a digit there, it's {V}.",
        "{L} {X} {R} = {W}? Let me see... no, {V}.",
        "Next {L} {X} {R}, {W}. Hmm, no. {V} is what I get when I go slower.",
    )
    merged = (
        "So everything together, {S}, and that's {C}. So {A} {X} {B} would be {C}.",
        "Putting the parts together: {S} = {C}, which should be the product.",
        "{S} = {C}. So that's my result for {A} {X} {B}.",
        "Altogether {S} = {C}, so the answer seems to be {C}.",
    )
    sums = ("Now sum: {S} = {C}.", "Then {S}, which makes {C}.", "The parts sum as {S} = {C}.")
    lead_steps = ("Adding them one after another:", "Now the adding up, carefully:", "Sum so far, part by part:")
    commits = (
        "So {A} {X} {B} should be {C}.",
        "That would make the answer {C}.",
        "Okay so the product comes out at {C}.",
        "Which means {A} {X} {B} = {C}.",
        "So I'd say {C}.",
    )
    sames = (
        "Huh, so {A} {X} {B} = {C} after all, the very number I threw out.",
        "So it comes to {C}, just as it had before. Then that's the answer.",
        "And the product is {C} again. Alright, {C} then.",
        "Funny, the fresh run also says the answer is {C}.",
    )
    doubts = (
        "Wait, something about that bothers me.",
        "Hmm, hold on. Let me think about that {P} for a second.",
        "But is {P} believable? I'm not so sure.",
        "Wait, I went pretty fast there.",
        "Hmm, that doesn't sit right with me.",
        "Actually, wait. I want to look at that again.",
    )
    rejects = (
        "No, I don't believe {P}. I'm going to forget that and work it out afresh.",
        "I can't keep {P}; somewhere a digit got lost. Scrap it.",
        "So {P} is out. Let me do the whole multiplication anew.",
        "I think {P} must be wrong, so let me put it aside entirely.",
    )
    restarts = (
        "From the top, then.",
        "New page.",
        "Starting over, slower this time.",
        "Let me take another road to the product.",
        "Okay, once more from nothing.",
    )
    seconds = (
        "Let me compute it in a different way and see which number survives.",
        "A second opinion would help, so a separate calculation.",
        "I'll do another one beside it and compare.",
        "Let me get an independent value to set against {P}.",
    )
    clashes = (
        "Hmm, now I've got {P} from before and {C} from this. They're {D} apart, so they can't both be right.",
        "That's {C}, but I had {P}. Two different numbers. Which one has the mistake?",
        "So {P} on one side and {C} on the other, with {D} between them.",
        "Wait, {C} isn't {P}. One of the two must contain a slip.",
    )
    settles = (
        "So the second one is right and {P} was the mistake. {A} {X} {B} = {C}.",
        "I'm going with {C} and dropping {P}.",
        "Okay, {P} loses. The product is {C}.",
        "I trust the new calculation more, so it's {C}, not {P}.",
    )
    mends = (
        "Look at {L} {X} {R}. I said {W}. But working it again, it's {V}. So {P} can't be right.",
        "Let me recheck {L} {X} {R}... {V}. And I used {W} above! So the total has to change.",
        "The piece {L} {X} {R}, I have it as {W}, but it should be {V}. That ruins {P}.",
    )
    mends_sum = (
        "The pieces look okay, it's the adding where I went wrong. Not {P}.",
        "Products fine, but adding them up doesn't give {P}. Let me do the sum over.",
        "Hmm, the sum is off. Adding again, I don't land on {P}.",
    )
    checks = (
        "Let me verify by doing it a different way.",
        "To be sure, a cross-check with another decomposition.",
        "I'll double-check with the other method.",
        "As a check, do it from the other end.",
    )
    agrees = (
        "Same {C}. Good.",
        "That's {C} as well, so both ways agree.",
        "And {C} is what I had. Nice.",
        "Which matches {C}.",
    )
    confirms = (
        "Okay, I'm fairly confident in {C} now.",
        "Alright, {C} holds up.",
        "I can stop worrying, {C} is it.",
        "So I'll stay with {C}.",
    )
    finals = (
        "The product of {A} and {B} is **{C}**.",
        "**Answer:** {C}",
        "{A} × {B} = **{C}**",
        "Multiplying {A} by {B} gives {C}.",
        "Working with place values and adding the parts:\n\n{A} × {B} = **{C}**",
    )


class QwqRuminator(Brooder):
    """QwQ: no tags, short restless paragraphs, alternatives, a boxed end."""

    words = ("plain", "comma", "space")
    signs = ("×", "*")
    openings = (
        "Alright, I need {A} multiplied by {B}. Sounds simple enough, but numbers like these bite.",
        "Let me see. {A} times {B}. I could try the usual school way.",
        "So the problem is {A} times {B}. I want to be careful, I tend to mess up carries.",
        "{A} by {B}. Let me recall how distribution works: a(b+c) = ab + ac.",
    )
    splits = (
        "I'll think of {K} as {M}.",
        "Now {K} equals {M}, so I need {F} times each of those.",
        "Decompose {K}: {M}. Then use {F} on every part.",
        "What if {K} is seen as {M}? Then it's several easier products with {F}.",
    )
    rows = (
        "One piece: {L} times {R} equals {V}{W}.",
        "{L} times {R}: {V}{W}.",
        "And {L} times {R} equals {V}{W}.",
        "Then there's {L} by {R}, that's {V}{W}.",
    )
    slips = (
        "{L} times {R} equals {W}... no wait, I forgot a carry, {V}.",
        "{L} by {R}, hmm, {W}? Rather {V}.",
        "Then {L} times {R}. {W}. Let me recount. {V}. Yes, {V}.",
    )
    merged = (
        "All in all, {S} = {C}, so {A} times {B} is {C}.",
        "Thus the total of {S} is {C}, and that's the product, I believe.",
        "{S}. That's {C}. So the answer might be {C}.",
        "If I total these, {S} = {C}. Therefore {A} times {B} equals {C}.",
    )
    sums = ("Summing: {S} = {C}.", "{S}. That gives {C}.", "If I total these: {S} = {C}.")
    lead_steps = ("Cumulatively:", "Add step by step:", "Let me pile them up:")
    commits = (
        "Therefore, {A} times {B} appears to be {C}.",
        "So my answer at this point is {C}.",
        "Hence the product equals {C}.",
        "It seems {A} times {B} is {C}.",
        "So, {C} is the product.",
    )
    sames = (
        "Well, this yields {C} once more, so the product equals {C}.",
        "Interesting, {A} times {B} is {C} here as well. The rejection was premature.",
        "So again the product equals {C}.",
        "Which brings me back to {C} as the answer.",
    )
    doubts = (
        "Hold on a second. I'm not entirely comfortable with {P}.",
        "Perhaps I should question that.",
        "But wait, is that consistent?",
        "Hmm, maybe I'm overlooking something here.",
        "Let me pause. Is {P} plausible?",
        "I keep feeling that a carry went missing.",
    )
    rejects = (
        "I'd better abandon {P} and compute the product again.",
        "So {P} has to go. I'm not going to rely on any of it.",
        "This isn't convincing; {P} is discarded.",
        "I retract {P}.",
    )
    restarts = (
        "Alternatively, approach the multiplication like this.",
        "Let me try another approach altogether.",
        "Maybe a cleaner decomposition helps.",
        "Let me begin again.",
    )
    seconds = (
        "Alternatively, I can compute it with other pieces and see whether {P} reappears.",
        "Maybe do the same product with another decomposition, to judge between results.",
        "Another approach for comparison.",
        "Perhaps approach it from the other side and look at both results.",
    )
    clashes = (
        "But that's {C}, while earlier it was {P}. There's a discrepancy of {D}.",
        "Now this is confusing: {P} versus {C}.",
        "So one method says {P} and the other {C}. They disagree by {D}.",
        "Discrepancy! {C} here, {P} there.",
    )
    settles = (
        "Given that, {P} is the erroneous one, and the product equals {C}.",
        "I was wrong with {P}; the correct result is {C}.",
        "Weighing both, the second is the one I believe: {C}. I give up {P}.",
        "Therefore I replace {P} by {C}.",
    )
    mends = (
        "I should look at {L} times {R} again. It's {V}, not {W} as I put it. So {P} is spoiled.",
        "Ah, {L} times {R}: above I have {W}, but that must be {V}. Then {P} can't stay.",
        "There it is. {W} for {L} times {R} is a mistake; {V} is right.",
    )
    mends_sum = (
        "The individual products are okay. But their sum isn't {P}.",
        "Perhaps the addition. Yes, the sum was wrong, {P} isn't what those numbers add to.",
        "Let me re-add, because {P} doesn't look like that sum.",
    )
    checks = (
        "Just to verify, let me use another decomposition.",
        "Alternatively, to confirm, multiply in another arrangement.",
        "Let me confirm this through a separate path.",
        "Maybe I can verify it like so.",
    )
    agrees = (
        "Good, {C} here too.",
        "It matches the {C} from before.",
        "Both paths lead to {C}.",
        "So {C} is confirmed.",
    )
    confirms = (
        "I'm now reasonably certain about {C}.",
        "After all this, {C} stands.",
        "Nothing speaks against {C}.",
        "I think I've been careful enough; {C}.",
    )
    finals = (
        "**Final Answer**\n\n\\[ \\boxed{{C}} \\]",
        "**Final Answer**\n\nThe product of {A} and {B} is \\boxed{{C}}.",
        "\\[\n\\boxed{{C}}\n\\]",
        "So the final answer is \\(\\boxed{{C}}\\).",
    )

    def turn(self, t: Telling) -> str:
        return t.one(" ", "\n\n", "\n\n")


class QwenRewinder(Brooder):
    """Qwen3: thinking with asterisks and colons, rewinding; then a headed Markdown answer."""

    think = True
    words = ("comma", "plain", "comma")
    signs = ("*", "×", "*")
    openings = (
        "Okay, let me figure out {A} {X} {B}.",
        "Okay, so there's this multiplication, {A} {X} {B}. Let me work through it.",
        "Let's see, {A} {X} {B}. I remember the distributive property, that should do it.",
        "Okay, {A} {X} {B}. Let me write the numbers down and go part by part.",
    )
    splits = (
        "Breaking down {K} into {M}:",
        "{K} can be written as {M}, so {F} {X} ({M}):",
        "Using the distributive law with {K} = {M}:",
        "So {F} {X} {K} is the same as {F} {X} ({M}):",
    )
    areas = (
        "Using ({U}) {X} ({Z}):",
        "Splitting the two factors as ({U}) and ({Z}):",
        "All cross terms of ({U})({Z}):",
    )
    rows = ("{L} {X} {R} = {V}{W}", "{L} {X} {R}: {V}{W}", "{L} {X} {R} → {V}{W}")
    slips = (
        "{L} {X} {R} = {W}. Wait, let me redo that. {L} {X} {R} = {V}",
        "{L} {X} {R} = {W}, hmm, the carry. {V}",
        "{L} {X} {R}: not {W}, that would be too quick. {V}",
    )
    merged = (
        "Sum of these: {S} = {C}. So {A} {X} {B} is {C}.",
        "Add: {S} = {C}. That would be the answer, {C}.",
        "So the total is {S} = {C}.",
        "Then {A} {X} {B} = {S} = {C}.",
    )
    sums = ("Then adding them: {S} = {C}.", "Total: {S} = {C}.", "{S} adds to {C}.")
    lead_steps = ("Adding these step by step:", "Add the first two, then go on:", "Now total them:")
    commits = (
        "So {A} {X} {B} = {C}.",
        "So that's {C}. Is that it? I think the answer is {C}.",
        "Therefore the result would be {C}.",
        "Thus the product here is {C}.",
        "So the total should be {C}.",
    )
    sames = (
        "So {A} {X} {B} = {C}. The same as what I discarded, so maybe that wasn't wrong.",
        "Therefore the result is {C}, same as the previous attempt.",
        "So I end up at {C} again. The product is {C}.",
        "Thus {A} {X} {B} = {C}, again.",
    )
    doubts = (
        "Wait, but let me check if that's right.",
        "Wait, maybe I made an error.",
        "Hmm, wait. {P}? Let me go back over it.",
        "Wait a minute. Let me rewind.",
        "But hold on, did I handle the zeros properly?",
        "Hmm, I'm a bit suspicious of {P}.",
    )
    rejects = (
        "No, {P} isn't right, I think. Let me start again.",
        "I made a mistake somewhere, so {P} is not the answer. Let me redo the entire multiplication.",
        "Okay, cancel {P}.",
        "Let me throw {P} away and recalculate everything.",
    )
    restarts = (
        "Maybe a different split is less error-prone.",
        "Second try.",
        "Recalculating with fresh eyes.",
        "Okay, doing it over.",
    )
    seconds = (
        "Let me do the calculation another way and compare with {P}.",
        "Maybe compute it with a different breakdown and see.",
        "Let me try a different approach to see if I get the same.",
        "I'll recompute using other parts.",
    )
    clashes = (
        "Wait, now I have {C}, but before I had {P}. The difference is {D}. So which is correct?",
        "Hmm, conflicting results: {P} and {C}. One of these has an error.",
        "That's not the same: {C} vs {P}.",
        "But last time I got {P}, and now {C}. That's off by {D}.",
    )
    settles = (
        "So the earlier result, {P}, was incorrect. The correct one is {C}.",
        "So {C} is correct, and my earlier {P} is wrong.",
        "Okay, so I'm taking {C} instead of {P}.",
        "Then {A} {X} {B} = {C}, and {P} came from a mistake.",
    )
    mends = (
        "Checking {L} {X} {R}: that's {V}. But I wrote {W}. So that's an error, and {P} is wrong.",
        "{L} {X} {R}... previously {W}. Recalculating: {V}. Oh, that was the mistake.",
        "Wait, {L} {X} {R} isn't {W}. It's {V}. So {P} must be corrected.",
    )
    mends_sum = (
        "The parts are correct. Wait, the addition. {P} isn't the sum of those.",
        "Adding again, because I think I messed up the addition and {P} is wrong.",
        "Parts okay, sum not okay: it isn't {P}.",
    )
    checks = (
        "Let me verify with another method.",
        "Let me cross-verify by splitting differently.",
        "Just to make sure, another breakdown.",
        "To double-check, compute it the other way around.",
    )
    agrees = (
        "Yes, {C}. Consistent.",
        "So that's also {C}.",
        "Same result, {C}.",
        "{C} again, so that checks out.",
    )
    confirms = (
        "So I'm confident the answer is {C}.",
        "Okay, that all seems correct. {C}.",
        "Alright, {C} is correct.",
        "So the answer remains {C}.",
    )
    finals = (
        "### Final Result\n\n$$\n{A} \\times {B} = \\boxed{{C}}\n$$",
        "**Result:** $\\boxed{{C}}$",
        "To multiply {A} by {B}, split one factor by place value, multiply, and add.\n\n**Final Answer:**\n\n$$\n\\boxed{{C}}\n$$",
        "{A} × {B} equals **{C}**.",
    )

    def lay(self, t: Telling, lines: list[str]) -> str:
        if t.flag("lined", 0.6):
            return "\n".join(lines)
        return ". ".join(lines) + "."

    def join(self, t: Telling) -> str:
        return "\n" if t.flag("lined", 0.6) else " "


class HarmonyFidget(Brooder):
    """gpt-oss: clipped analysis, then the final message."""

    words = ("plain", "comma", "narrow")
    signs = ("*", "×", "·")
    gap = " "
    openings = (
        "We need {A}*{B}. Compute.",
        "Need product {A} by {B}. Do by hand.",
        "Compute {A} times {B}. Careful.",
        "Simple multiplication: {A}, {B}. Go.",
        "The user asks {A}×{B}. Let's do.",
    )
    splits = ("{F}*({M}).", "{K}={M}.", "Split {K}: {M}.", "Use {K} = {M} on {F}.")
    areas = ("({U})({Z}).", "Expand ({U})({Z}).", "Cross terms of ({U}) and ({Z}).")
    rows = ("{L}*{R}={V}{W}.", "{L}{X}{R} = {V}{W}.", "{R} part: {V}{W}.", "{L}*{R} → {V}{W}.")
    slips = (
        "{L}*{R}={W}? no {V}.",
        "{L}*{R}={W}... carry: {V}.",
        "{R} part {W}, correction {V}.",
    )
    merged = (
        "Sum {S} = {C}. So {C}.",
        "{S}={C}. Answer {C}.",
        "Total {S} = {C} -> product {C}.",
        "Add {S}: {C}. That's the product.",
    )
    sums = ("Sum: {S} = {C}.", "{S} = {C}.", "Add: {S} -> {C}.")
    lead_steps = ("Add:", "Running:", "Sum stepwise:")
    commits = ("So {C}.", "Product {C}.", "So answer {C}.", "Gives {A}*{B} = {C}.", "Result {C}.")
    sames = ("So {C} again. Answer {C}.", "Again product {C}.", "Result {C}, same as dropped one.", "So {C} once more.")
    doubts = (
        "Hmm, check {P}.",
        "Is {P} ok? Not sure.",
        "Wait.",
        "Hmm, suspicious.",
        "Let's not trust too fast.",
        "Let's double-check that.",
    )
    rejects = ("Drop {P}.", "{P} not reliable, discard.", "No: {P} wrong. Forget it.", "Throw out {P}.")
    restarts = ("Recompute from scratch.", "Do again.", "Redo all.", "Fresh compute.", "Other split, all over.")
    seconds = ("Second route.", "Other way to compare.", "Compute differently, compare to {P}.", "Independent compute:")
    clashes = (
        "Now {C} vs {P}. Diff {D}.",
        "Mismatch: {P} earlier, {C} now.",
        "{C} != {P}. Which?",
        "Conflict {P}/{C}, difference {D}.",
    )
    settles = (
        "So {P} wrong, product {C}.",
        "Take {C}, discard {P}.",
        "So correct is {C}, not {P}.",
        "New one is right: {C}. {P} out.",
    )
    culprits = (
        "Old pass had {L}*{R}={W}; actually {V}.",
        "{L}*{R}: {V}, but last time used {W}.",
        "Error located: {W} for {L}*{R}, should be {V}.",
        "Earlier {W} is bad, {L}*{R}={V}.",
    )
    mends = (
        "{L}*{R}: wrote {W}, is {V}. So {P} wrong.",
        "Error: {L}*{R}={V} not {W}. Fix.",
        "{W} bad; {L}*{R} is {V}. So not {P}.",
    )
    mends_sum = ("Parts fine, sum wrong: not {P}.", "Addition slip, {P} bad. Re-add.", "Re-add, {P} isn't the sum.")
    checks = ("Verify other way.", "Cross-check.", "Verify with different split.", "Quick verification:")
    agrees = ("{C} matches.", "Same {C}. ok.", "Also {C}.", "Agrees, {C}.")
    confirms = ("Good: {C}.", "{C} fine.", "OK {C} stands.", "Done, {C}.")
    still = ("Not there.", "ok that. Still unsure.", "Fine, something else?", "Hmm still.")
    idle = ("Digits copied right? yes.", "All parts? yes.", "Zeros ok.", "Hmm other split maybe easier; continue.")
    worries = ("Sanity.", "More checks?", "Check a bit.", "Still, be careful.")
    digit = (
        "Last digit {L}*{R}={V} → {W}, ok.",
        "Ends {W} ({L}*{R}={V}) ✓.",
        "Unit digit expected {W}. ok.",
    )
    digit_bad = ("Last digit must be {W} ({L}*{R}={V}); {P} no.", "{L}*{R}={V}, need ending {W}. {P} fails.")
    nines = ("mod 9: {L}, {R} → {W}. matches.", "mod9 {L}*{R}≡{W} ok.", "Digit-sum test: {L}, {R}, {W}. passes.")
    nines_bad = ("mod 9: need {W}, {P} has {V}.", "mod9 {L}*{R}≡{W}, but {P}≡{V}. Bad.")
    ballpark = ("approx {L}*{R}={V}, ok.", "Magnitude ~{V}, fine.", "{L}*{R} ~ {V}. plausible.")
    single = ("{L}*{R}={V} yes.", "Recheck {L}*{R}: {V}. ok.", "{V}/{R}={L} ok.")
    readd = ("Re-add {S} = {C}, same.", "Sum again: {C}.", "{S}: {C} yes.")
    finals = (
        "The product is **{C}**.",
        "{A} × {B} = **{C}**",
        "**{C}**",
        "\\({A}\\times{B}={C}\\)",
        "{A} multiplied by {B} is {C}.",
    )

    def first(self, t: Telling) -> str:
        head = t.one("<|channel|>analysis<|message|>", "analysis", "") if t.flag("channel", 0.6) else ""
        return head + super().first(t)

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        if not t.flag("channel", 0.6):
            return text
        body, _, final = text.rpartition("\n\n")
        return (
            body
            + t.one("<|end|><|start|>assistant<|channel|>final<|message|>", "\n\nassistantfinal", "assistantfinal")
            + final
        )


class GeminiMusing(Brooder):
    """A Gemini thought summary: bold gerund headings, smooth first person."""

    words = ("comma",)
    signs = ("×", "times", "by")
    openings = (
        "**Laying Out the Task**\n\nI've been handed {A} and {B} and I'm after their product. I'll take the long way on purpose.",
        "**Sizing Up the Factors**\n\nMy focus is on multiplying {A} with {B}. I'm inclined to split one of them.",
        "**Setting the Stage**\n\nThe goal is clear: {A} {X} {B}, done without a tool. I'm choosing a decomposition.",
        "**Getting Oriented**\n\nI'm starting on {A} {X} {B}, keeping each component visible so I can return to it.",
    )
    splits = (
        "I'm treating {K} as {M} and pairing each portion with {F}.",
        "With {K} viewed as {M}, I multiply {F} by each portion.",
        "My plan is to hold {F} fixed and run through {M}.",
        "I've decomposed {K} into {M}.",
    )
    areas = (
        "I'm now crossing ({U}) with ({Z}).",
        "I've opened both factors: {U} on one axis, {Z} on the other.",
        "Each portion of {U} now meets each portion of {Z}.",
    )
    rows = (
        "The portion {L} {X} {R} contributes {V}{W}.",
        "I find {V} for {L} {X} {R}{W}.",
        "{L} {X} {R} brings in {V}{W}.",
        "From {L} {X} {R} I obtain {V}{W}.",
    )
    slips = (
        "For {L} {X} {R} I initially noted {W}, then corrected it to {V}.",
        "{L} {X} {R} looked like {W} at a glance; it's in fact {V}.",
        "I almost put {W} for {L} {X} {R}. The proper figure is {V}.",
    )
    merged = (
        "Combining the portions, {S}, I reach {C} as the product.",
        "I've summed {S}, so my product for {A} {X} {B} is {C}.",
        "The portions {S} consolidate into {C}, which is my answer so far.",
        "Everything combined, {S} = {C}; that's the product I have.",
    )
    sums = ("The sum {S} works out to {C}.", "Consolidating: {S} = {C}.", "I've combined them: {S} = {C}.")
    lead_steps = ("I'm accumulating as I go:", "The accumulation runs:", "Building the sum:")
    commits = (
        "My product is therefore {C}.",
        "I've arrived at {C} for {A} {X} {B}.",
        "That places the answer at {C}.",
        "So I now hold {C} as the result.",
    )
    sames = (
        "Somewhat to my surprise I've arrived at {C} again, so {C} is the result.",
        "The rebuilt calculation restores {C} as my result.",
        "That places the answer at {C}, exactly the figure I'd set aside.",
        "My product is once again {C}.",
    )
    doubts = (
        "**Questioning the Outcome**\n\nI'm not at ease with that figure.",
        "**Pausing on {P}**\n\nSomething in the chain deserves a second look.",
        "**Growing Skeptical**\n\nI've begun to wonder whether {P} is sound.",
        "**Re-examining the Path**\n\nI'm tracing my way back through the components.",
        "**Hesitating**\n\nI'd like to be stricter here.",
    )
    rejects = (
        "I've decided to withdraw {P} and rebuild the product.",
        "I'm setting {P} aside as unreliable.",
        "My earlier {P} is no longer something I stand behind.",
        "I've concluded that {P} won't do.",
    )
    restarts = (
        "I'm reconstructing the multiplication from its beginnings.",
        "The fresh pass uses its own components.",
        "I'm going through the entire calculation anew.",
        "So here is a clean second construction.",
    )
    seconds = (
        "I'm running an independent calculation to hold against {P}.",
        "To arbitrate, I've set up a parallel route.",
        "A parallel decomposition should tell me more.",
        "I'm computing the product along a different line and will then compare.",
    )
    clashes = (
        "I'm now facing two figures, {P} and {C}, separated by {D}.",
        "This diverges: the earlier path said {P}, this one says {C}.",
        "The parallel route delivers {C}, in conflict with {P}.",
        "There's a tension between {C} and the previous {P}; the gap is {D}.",
    )
    settles = (
        "I've resolved the conflict in favor of {C}; {P} is abandoned.",
        "My judgment: {C} is the product, and {P} was flawed.",
        "I'm replacing {P} with {C}.",
        "The evidence points to {C}, so I've let {P} go.",
    )
    culprits = (
        "The trouble traces to {L} {X} {R}, recorded as {W} on the first path when it's {V}.",
        "I've located the flaw: {W} was used for {L} {X} {R}, where {V} belongs.",
        "On the first path {L} {X} {R} appears as {W}. It's truly {V}.",
    )
    mends = (
        "I've spotted it: {L} {X} {R} was entered as {W}, and it's {V}. That invalidates {P}.",
        "The component {L} {X} {R} needs fixing, from {W} to {V}, and {P} goes with it.",
        "On review {L} {X} {R} comes to {V}; my {W} was an error.",
    )
    mends_sum = (
        "The components hold, but the accumulation faltered; {P} isn't their sum.",
        "I've found the flaw in the addition itself, so {P} falls.",
        "It's the final addition that betrayed me. {P} is off.",
    )
    checks = (
        "**Cross-Validating**\n\nI'm verifying through a separate decomposition.",
        "**Confirming Independently**\n\nTo validate the figure I've gone another way.",
        "**Verifying the Result**\n\nI'm repeating the product by an alternate route as a check.",
    )
    agrees = (
        "It coincides with {C}.",
        "The validation reproduces {C}.",
        "Again {C}, which is reassuring.",
        "That's in full agreement with {C}.",
    )
    confirms = (
        "**Settling**\n\nI'm comfortable with {C}.",
        "**Wrapping Up**\n\nI see no reason to move away from {C}.",
        "**Finalizing**\n\nThe figure {C} has held.",
        "**Reaching Closure**\n\nI'm keeping {C}.",
    )
    worries = (
        "**Probing Further**\n\nI'm testing the figure from other angles.",
        "**Taking a Brief Detour**\n\nA few small probes seem worthwhile.",
        "**Lingering Doubts**\n\nI'm not letting go just yet.",
    )
    finals = (
        "{A} × {B} = **{C}**",
        "The product of {A} and {B} is **{C}**.",
        "The answer is {C}.",
        "Multiplying {A} by {B} results in **{C}**.",
    )


class SmallDistilSpiral(Brooder):
    """A small distilled model: repeats itself, wait upon wait, small misspellings."""

    think = True
    words = ("plain", "plain", "comma")
    signs = ("x", "*", "×")
    openings = (
        "Okay, so I have to do {A} {X} {B}. Hmm, okay. Let me try.",
        "Alright, so I need to multiply {A} and {B}. I think I have to break it up.",
        "Hmm, {A} {X} {B}. I'm not too good at big multiplications but let me try it.",
        "First, I need to find {A} {X} {B}. Okay so how do I do this.",
    )
    splits = (
        "I can do {K} is {M}. So I do {F} with each one.",
        "So {K} is like {M}, right? So {F} {X} each.",
        "Let me split {K}, so {M}.",
        "Okay {K}, that's {M}. I multiply all by {F}.",
    )
    rows = (
        "So {L} {X} {R} is {V}{W}.",
        "{L} {X} {R}, that's {V}{W}.",
        "Now {L} {X} {R} is {V}{W}, I think.",
        "Then {L} {X} {R}, so {V}{W}.",
    )
    slips = (
        "So {L} {X} {R} is {W}. Wait no. {L} {X} {R} is {V}. Yeah.",
        "{L} {X} {R}, that's {W}, wait, wait, {V}.",
        "Now {L} {X} {R} is {W}, no I mean {V}.",
    )
    merged = (
        "So all of it, {S} is {C}. So the answer is {C}?",
        "If I add {S} I get {C}, so {A} {X} {B} is {C}.",
        "So {S} = {C}. So I think it's {C}.",
        "Then just {S}, is {C}. That's the answer I think, {C}.",
    )
    sums = ("Add it, {S} is {C}.", "So {S} = {C}.", "Now I add, {S}, and get {C}.")
    lead_steps = ("Now I add them, so", "Adding, first", "So adding it all,")
    commits = (
        "So {A} {X} {B} is {C}, I think.",
        "So I get {C} for the answer.",
        "So that means it's {C}.",
        "Okay, so the answer should be {C}.",
        "So the product is {C}, right?",
    )
    sames = (
        "So the answer should be {C}, again. Okay so maybe it was right.",
        "So I get {C} again for the answer.",
        "So {A} {X} {B} is {C}, it's the same number, huh.",
        "So it's {C}. Same again.",
    )
    doubts = (
        "Wait, wait. Is that right? I'm not sure.",
        "Wait, that seems weird.",
        "Hmm, wait, {P}? I'm confused.",
        "But wait, I'm not sure about the carrying.",
        "Wait, let me look again. Hmm.",
        "Hmm, I don't know about {P}.",
    )
    rejects = (
        "No, that's wrong, {P} can't be right. I have to start over.",
        "I think I messed up, so not {P}.",
        "Okay forget {P}. That was a mess.",
        "So {P} is probably wrong, let me not use it.",
    )
    restarts = (
        "Okay, again from the start.",
        "Let me do all of it again but careful.",
        "Start again.",
        "I'll just do it over with a different way.",
    )
    seconds = (
        "Let me do it another way and see if it's {P} or not.",
        "Maybe if I do it the other way I can see which is right.",
        "Let me try again differently and then compare.",
        "Okay another way.",
    )
    clashes = (
        "Wait, now it's {C} but before it was {P}. So which is it?",
        "Hmm so {P} and {C}. That's confusing. They are {D} apart.",
        "That's {C}? But I had {P}. One of them is wrong.",
        "So I have two answers now, {P} and {C}.",
    )
    settles = (
        "So I think {P} was the wrong one and the answer is {C}.",
        "Okay so it's {C}, not {P}.",
        "I'll go with {C} because I was more careful, so {P} is wrong.",
        "Yeah so {C} is the right one. Not {P}.",
    )
    culprits = (
        "Oh wait, last time I said {L} {X} {R} is {W}, but it's {V}. That's why.",
        "Oh, I see, {L} {X} {R} was {W} before and that's wrong, it's {V}.",
        "So {L} {X} {R}, last time {W}. But it's {V}. Okay I see.",
    )
    mends = (
        "Oh wait, {L} {X} {R}. I said {W} but it's {V}. So {P} is wrong.",
        "Let me check {L} {X} {R}. It's {V}. But I wrote {W}! Okay so not {P}.",
        "Oh no, {L} {X} {R} isn't {W}, it's {V}.",
    )
    mends_sum = (
        "The numbers are fine but I added wrong, so not {P}.",
        "Oh, I added wrong. It's not {P}.",
        "Let me add again, I think {P} is wrong.",
    )
    checks = (
        "Let me check it with another way.",
        "Just to check, I do it the other way too.",
        "Okay let me check, different way.",
        "I want to check it again.",
    )
    agrees = ("So {C} too. Okay good.", "It's {C} again, so it's right.", "Yeah {C}. Same.", "Okay, that's {C} also.")
    confirms = ("Okay so {C} is right.", "Yeah, I'm sure now, {C}.", "So it stays {C}.", "Okay, done, it's {C}.")
    finals = (
        "\\boxed{{C}}",
        "The answer is \\boxed{{C}}.",
        "**Final Answer**\n\\boxed{{C}}",
        "{A} x {B} = {C}\n\nFinal answer: \\boxed{{C}}",
    )

    def row(self, t: Telling, term: Term, work: Work) -> str:
        text = super().row(t, term, work)
        if t.chance(0.07):
            text += t.one(" Yeah, ", " So ", " Right, ") + t.n(term.value) + "."
        return text

    def turn(self, t: Telling) -> str:
        return t.one(" ", " ", "\n\n")

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.006)


class LatexVacillator(QwenRewinder):
    """A maths-trained thinker: formulae between dollars, displays for the pieces."""

    words = ("latex", "plain", "thin")
    signs = ("\\times", "\\cdot")
    openings = (
        "We want ${A} {X} {B}$. Distribute.",
        "I have to evaluate ${A} {X} {B}$ by hand.",
        "Let me denote the product by $N = {A} {X} {B}$ and compute it.",
        "The expression is ${A} {X} {B}$. Linear pieces first.",
    )
    splits = (
        "Since ${K} = {M}$, the pieces with ${F}$ are",
        "Write ${K} = {M}$ and multiply through by ${F}$:",
        "With ${K} = {M}$ we have, for the factor ${F}$,",
        "By linearity (${K} = {M}$, other factor ${F}$):",
    )
    areas = ("Expanding $({U})({Z})$:", "The terms of $({U})({Z})$ are", "Double expansion $({U})({Z})$ yields")
    rows = ("$${L} {X} {R} = {V}$$", "$${L} {X} {R} = {V},$$", "\\[ {L} {X} {R} = {V} \\]")
    slips = (
        "$${L} {X} {R} = {W}$$ (careful, that's a carry short: ${V}$)",
        "$${L} {X} {R} = {W}$$ Correction, ${V}$.",
        "\\[ {L} {X} {R} = {W} \\] no, ${V}$ on recount.",
    )
    merged = (
        "Hence $N = {S} = {C}$.",
        "Collecting, ${A} {X} {B} = {S} = {C}$.",
        "This makes the product ${S} = {C}$.",
        "Thus $${A} {X} {B} = {S} = {C}.$$",
    )
    sums = ("Their sum: ${S} = {C}$.", "We add: $${S} = {C}.$$", "Then ${S} = {C}$.")
    lead_steps = ("Summation in stages:", "Partial sums are", "Accumulate:")
    commits = (
        "Consequently ${A} {X} {B} = {C}$.",
        "So the value is ${C}$.",
        "I obtain ${C}$ for the product.",
        "That is, ${A} {X} {B} = {C}$.",
    )
    sames = (
        "So once more ${A} {X} {B} = {C}$.",
        "The value is ${C}$ again, then.",
        "I obtain the same product, ${C}$.",
        "Consequently ${A} {X} {B} = {C}$, unchanged.",
    )
    doubts = (
        "Hmm, am I certain of ${P}$?",
        "Wait. One of those lines may be shaky.",
        "Let me not be hasty.",
        "Is this legitimate? Let me reconsider.",
        "On the other hand, ${P}$ came out rather quickly.",
    )
    rejects = (
        "I don't accept ${P}$ any more. Everything again.",
        "So ${P}$ is rejected.",
        "I will discard the value ${P}$.",
        "That derivation of ${P}$ is hereby struck out.",
    )
    restarts = (
        "Recompute $N$ from zero.",
        "A new derivation.",
        "Derive it afresh.",
        "Second derivation, unrelated to the first.",
    )
    seconds = (
        "Let me derive the product by another decomposition and set it against ${P}$.",
        "An alternative computation ought to decide.",
        "Compare with a second derivation.",
        "Try it with other pieces and compare.",
    )
    clashes = (
        "So there's a contradiction, ${P} \\neq {C}$, with a gap of ${D}$.",
        "This derivation has ${C}$, the former one ${P}$.",
        "Now ${C}$ stands against ${P}$. At most one is correct.",
        "The two values ${P}$ and ${C}$ differ by ${D}$.",
    )
    settles = (
        "Therefore ${P}$ is false and ${A} {X} {B} = {C}$.",
        "I decide for ${C}$ and against ${P}$.",
        "So the value is ${C}$, with ${P}$ withdrawn.",
        "I retain ${C}$; the value ${P}$ was erroneous.",
    )
    culprits = (
        "In the former derivation ${L} {X} {R}$ was taken to be ${W}$; correct is ${V}$.",
        "The former line ${L} {X} {R} = {W}$ is false, since it's ${V}$.",
        "Source of the gap: ${W}$ in place of ${V}$ for ${L} {X} {R}$.",
    )
    mends = (
        "The line for ${L} {X} {R}$ is wrong: ${V}$, not ${W}$. So ${P}$ collapses.",
        "Recomputing ${L} {X} {R}$ I find ${V}$ where I had put ${W}$.",
        "Here: ${L} {X} {R} = {V}$, and I carried ${W}$ along. ${P}$ is invalid.",
    )
    mends_sum = (
        "The pieces are right but ${P}$ isn't their sum.",
        "It's the summation. ${P}$ was mis-added.",
        "Resumming, because ${P}$ can't be their total.",
    )
    checks = (
        "Verification by a different expansion.",
        "To corroborate, expand otherwise.",
        "Independent confirmation:",
    )
    agrees = ("Also ${C}$.", "This reproduces ${C}$.", "The same ${C}$, as hoped.", "Both derivations concur on ${C}$.")
    confirms = ("So ${C}$ is settled.", "I keep ${C}$.", "No contradiction, ${C}$ remains.", "Fine, ${C}$.")
    idle = (
        "Is the decomposition complete? Yes.",
        "I copied ${A}$ and ${B}$ correctly, good.",
        "Hmm, the powers of ten. They're all accounted for.",
        "One could expand the other factor instead; let me continue.",
    )
    worries = (
        "Could anything be missing?",
        "A few more doubts.",
        "Hmm, let me scrutinize this.",
        "I'm not fully at rest.",
    )
    digit = (
        "Units: ${L} \\cdot {R} = {V}$, last digit ${W}$. Consistent.",
        "The last digit must be ${W}$ because ${L} \\cdot {R} = {V}$. It is.",
    )
    digit_bad = (
        "The last digit must be ${W}$ (as ${L} \\cdot {R} = {V}$), contrary to ${P}$.",
        "But ${L} \\cdot {R} = {V}$ forces a final ${W}$, which ${P}$ lacks.",
    )
    nines = (
        "Modulo $9$: ${L} \\cdot {R} \\equiv {W}$, and the digit sum agrees.",
        "Residues mod $9$ are ${L}$ and ${R}$, product ${W}$. That's met.",
    )
    nines_bad = (
        "Modulo $9$ we need ${L} \\cdot {R} \\equiv {W}$, yet ${P} \\equiv {V}$.",
        "Residues: required ${W}$, while ${P}$ has ${V}$.",
    )
    ballpark = ("Order of magnitude: ${L} \\cdot {R} = {V}$. Plausible.", "Crude bound ${L} \\cdot {R} = {V}$, fine.")
    single = ("Reconsider ${L} {X} {R}$: ${V}$ indeed.", "${V} / {R} = {L}$, so that piece is right.")
    readd = ("Resumming, ${S} = {C}$. Unchanged.", "Once more ${S} = {C}$.")
    finals = (
        "$$\\boxed{{C}}$$",
        "Decomposing one factor and summing gives\n\n$${A} \\times {B} = \\boxed{{C}}.$$",
        "The value of ${A} \\times {B}$ is $\\boxed{{C}}$.",
        "$\\boxed{{C}}$",
    )

    def lay(self, t: Telling, lines: list[str]) -> str:
        return "\n".join(lines)

    def join(self, t: Telling) -> str:
        return "\n"

    def turn(self, t: Telling) -> str:
        return t.one(" ", "\n")

    def chain(self, t: Telling, texts: list[str]) -> str:
        return " " + ", ".join(f"${text}$" for text in texts).replace("no, ", "\\text{no, }") + "."


class ListReturner(QwenRewinder):
    """A thinker that keeps dash or numbered lists of pieces and returns to them."""

    words = ("comma", "apostrophe", "space", "plain")
    signs = ("×", "x", "·")
    openings = (
        "Task: multiply {A} and {B}. I'll keep a list of the parts.",
        "I'm to multiply {A} by {B}; a tidy list will help me find slips later.",
        "So, {A} {X} {B}. Let me list what has to be multiplied.",
        "Two numbers, {A} and {B}. List the pieces, then total the list.",
    )
    splits = (
        "List for {F}, with {K} in parts ({M}):",
        "Parts of {K}: {M}. Each of them {X} {F}:",
        "{K} = {M}, hence the list:",
        "My list ({F} against {M}):",
    )
    areas = ("Every pair from ({U}) and ({Z}):", "List of pairs, ({U}) {X} ({Z}):", "Pairs for {U} and {Z}:")
    rows = ("{L} {X} {R} = {V}{W}", "{R} of {L} = {V}{W}", "{L} {X} {R}, makes {V}{W}")
    slips = (
        "{L} {X} {R} = {W} ← misread, {V}",
        "{L} {X} {R} = {W}; no: {V}",
        "{L} {X} {R}, makes {W}. Hm, {V} rather",
    )
    merged = (
        "List total: {S} = {C}. I'd call that the product.",
        "Totalling the list, {S} = {C}, so {A} {X} {B} = {C}.",
        "{S} = {C} is what the list adds to, hence my answer {C}.",
    )
    sums = ("List total: {S} = {C}.", "Sum of the list, {S} = {C}.", "Down the list: {S} = {C}.")
    lead_steps = ("Going down the list:", "Totals as I go:", "Down the list,")
    commits = (
        "My answer is {C}, then.",
        "So the list says {A} {X} {B} = {C}.",
        "Product: {C}.",
        "That leaves {C} as the answer.",
    )
    sames = (
        "So the new list too says {A} {X} {B} = {C}. My answer is {C}.",
        "Product: {C}, as with the binned list.",
        "That leaves {C} as the answer, again.",
    )
    doubts = (
        "Hm. Back to the list.",
        "Can I rely on {P}? Let me return to the items.",
        "A doubt: the zeros.",
        "Wait, one item looks odd to me.",
        "I'm not convinced by {P}.",
    )
    rejects = (
        "I cross out the list and {P} with it.",
        "{P} is void.",
        "Away with {P}; too messy to patch.",
        "I no longer hold {P}.",
    )
    restarts = ("New list.", "I make the list afresh.", "Again, with a new list.", "Everything over again.")
    seconds = (
        "A second list, made differently, to compare with {P}.",
        "Let me draw up a rival list.",
        "Another list beside the first.",
        "I'll set a second list against the first one.",
    )
    clashes = (
        "Old list: {P}. New list: {C}. Apart by {D}.",
        "The rival says {C}, the other one said {P}.",
        "{P} or {C}? Can't be both.",
        "Now the lists quarrel, {P} here and {C} there.",
    )
    settles = (
        "Decision: the new list. The answer is {C}, and {P} goes.",
        "So the old list was bad; answer {C} instead of {P}.",
        "{P} is given up, my answer is {C}.",
        "I side with {C} over {P}.",
    )
    culprits = (
        "In the old list, {L} {X} {R} stands as {W}. Wrong, {V}.",
        "The bad item is {L} {X} {R}: {W} in the old list, though it's {V}.",
        "The old list has {W} where {L} {X} {R} = {V}. Found it.",
    )
    mends = (
        "Item {L} {X} {R}: it says {W}. Should say {V}. So {P} was built on a bad item.",
        "{L} {X} {R} = {V}, and the list has {W}. Then {P} is wrong.",
        "Bad item! {W} must become {V} (that's {L} {X} {R}).",
    )
    mends_sum = (
        "All items good, total bad. Not {P}.",
        "The items are okay, but they don't total {P}.",
        "I totalled wrongly; strike {P}.",
    )
    checks = ("Check with a list made another way.", "One more list, purely as a check.", "To verify, other parts:")
    agrees = ("{C}, as before.", "The check list gives {C} as well.", "Same total {C}. Good.", "No difference: {C}.")
    confirms = ("So {C} is what I report.", "Settled: {C}.", "I'm at peace with {C}.", "{C} stays.")
    finals = (
        "- {A} × {B} = **{C}**",
        "**{C}**",
        "Answer: {C}",
        "The result of {A} × {B} is **{C}**.",
    )

    def lay(self, t: Telling, lines: list[str]) -> str:
        if t.flag("numbered", 0.4):
            return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))
        mark = "-" if t.flag("dash", 0.6) else "•"
        return "\n".join(f"{mark} {line}" for line in lines)

    def join(self, t: Telling) -> str:
        return "\n"


class SideRoader(RoneScales):
    """Drifts: asides on size, residues and single facts amid the work, then back."""

    signs = ("×", "times")
    worries = (
        "My mind wanders back to it.",
        "One more detour.",
        "Hmm, what else could be tested?",
        "Idle worry, probably.",
    )
    asides: Words = (
        "By the way, how many digits should come out? {A} has {L}, {B} has {R}, so {V} or {W}.",
        "Side thought: {B} {X} 10 would be {V}. Not needed, just to feel the size.",
        "Is {A} even? Doesn't matter much. Back to the product.",
        "Could there be a trick, a nearby square or so? I don't see one. Moving on.",
        "Incidentally 12 {X} 12 is 144, no use here. Where was I.",
        "I wonder if starting from {B} would've been easier. Never mind.",
    )
    doubts = (
        "I drifted; back to {P}. Does it deserve trust?",
        "Mmm. Something nags at me about {P}.",
        "Let me wander back over the steps.",
        "Stop. Was there a slip while I was musing?",
        "I'm second-guessing this.",
    )
    rejects = (
        "I'd rather give {P} up than defend it.",
        "That's it, {P} is abandoned.",
        "I lost the thread back there, so {P} doesn't count.",
        "My faith in {P} is gone.",
    )
    restarts = (
        "Once more along a straighter road.",
        "I go back to the two factors.",
        "Solve it again, no detours.",
        "Right, anew.",
    )
    settles = (
        "After some back and forth: {C} is right, {P} is not.",
        "I let {P} go and settle on {C}.",
        "My choice falls on {C}; {P} was a wrong turn.",
        "So it's {C} for {A} {X} {B}, and {P} is dismissed.",
    )
    commits = (
        "So I come out at {C} for {A} {X} {B}.",
        "Which brings me to {C} as the product.",
        "That's {A} {X} {B} done: {C}.",
        "My result, then, is {C}.",
    )
    sames = (
        "So I come out at {C} for {A} {X} {B} a second time.",
        "My result, then, is {C}, the old one.",
        "Which brings me to {C} as the product, again.",
    )

    def body(self, t: Telling, work: Work) -> str:
        text = super().body(t, work)
        if t.chance(0.45):
            x, y = len(str(t.a)), len(str(t.b))
            template = self.pick(t, self.asides)
            if "10" in template:
                text += " " + self.fill(t, template, V=t.b * 10) if t.b * 10 not in t.candidates else ""
            else:
                text += " " + self.fill(t, template, L=x, R=y, V=x + y - 1, W=x + y)
        return text


class ColumnResumer(ListReturner):
    """A thinker without tags that writes columns in fences and resumes below them."""

    think = False
    words = ("plain",)
    signs = ("x", "*")
    openings = (
        "Working {A} {X} {B} on paper, stacked.",
        "I'll stack {A} and {B} and go by rows.",
        "Long multiplication for {A} {X} {B}.",
        "Rows for {A} {X} {B}, written out.",
    )
    splits = (
        "Rows from {K} = {M}:",
        "One row per part of {K} ({M}), each with {F}:",
        "Stacked, {F} over {K}:",
        "The stack:",
    )
    merged = (
        "Under the line: {S} = {C}. The product is {C}.",
        "Bottom line {S} = {C}, so {A} {X} {B} = {C}.",
        "The rows make {S} = {C}; answer {C}.",
    )
    sums = ("Rows added: {S} = {C}.", "Bottom line: {S} = {C}.", "Under the line: {S} = {C}.")
    lead_steps = ("Adding row to row:", "Row sums:", "Rows, downward:")
    commits = (
        "So I read off {C} as the product.",
        "{A} {X} {B} = {C}, by this stack.",
        "Answer so far, {C}.",
        "The stack yields {C}.",
    )
    sames = (
        "The new stack yields {C} as well, so the answer is {C}.",
        "I read off {C} as the product, again.",
        "{A} {X} {B} = {C}, also by this stack.",
    )
    doubts = (
        "Hmm, are the rows shifted properly?",
        "Wait, let me reread the rows.",
        "{P}... not sure about that bottom line.",
        "Pause. The carries.",
        "Let me doubt this for a moment.",
    )
    rejects = (
        "{P} is erased.",
        "I rub out the stack, {P} included.",
        "Not keeping {P}.",
        "{P} can't be trusted, wipe it.",
    )
    restarts = ("Write the stack anew.", "Fresh stack.", "Again, clean paper.", "From an empty page.")
    seconds = (
        "A different stack for comparison with {P}.",
        "Let me stack it otherwise and compare.",
        "Second stack beside it.",
        "Try a rival stack.",
    )
    clashes = (
        "Old bottom line {P}, new bottom line {C}; {D} off.",
        "{P} in the old stack, {C} in the new.",
        "The stacks differ: {P}, {C}.",
        "Conflict. {P} against {C}.",
    )
    settles = (
        "New stack wins, the product is {C}; {P} is struck.",
        "I settle for {C} and strike {P}.",
        "{P} was the faulty one, so {C} is the product.",
        "Out with {P}, the product is {C}.",
    )
    culprits = (
        "Old row {L} {X} {R} reads {W}; should read {V}.",
        "In the old stack the row for {R} is {W}, but {L} {X} {R} = {V}.",
        "Old row wrong: {W}, correct {V} ({L} {X} {R}).",
    )
    mends = (
        "Row {L} {X} {R}: {W} is wrong, {V} is right. So not {P}.",
        "The row for {R} should be {V}, I wrote {W}. {P} falls.",
        "Reworking {L} {X} {R}: {V}, against {W} on paper.",
    )
    mends_sum = (
        "Rows right, bottom line wrong. {P} is off.",
        "I mis-added the rows; {P} isn't it.",
        "The rows don't make {P}.",
    )
    checks = ("To check, stack them differently.", "Verification stack.", "A check by other rows.")
    agrees = ("Bottom line {C} again.", "Also {C}, good.", "The check gives {C}.", "{C}, matches.")
    confirms = ("{C} it remains.", "I'm done doubting {C}.", "The bottom line {C} holds.", "Good, {C}.")
    finals = ("Final: {C}", "Therefore {A} x {B} = {C}.", "**Answer: {C}**", "The product is {C}.")

    def body(self, t: Telling, work: Work) -> str:
        whole = all(term.sign > 0 and term.left == work.a for term in work.terms)
        if not whole or t.chance(0.25):
            return super().body(t, work)
        return self.say(t, self.splits) + "\n\n```\n" + t.columns(work) + "```"


class TwoVerdicts(RoneScales):
    """A chat model that thinks openly, labels its runs and weighs them."""

    think = False
    words = ("comma", "narrow", "underscore")
    signs = ("×", "·")
    openings = (
        "**Run.** {A} {X} {B}, by parts.",
        "Let me think aloud about {A} {X} {B}.",
        "I'll reason about {A} {X} {B} in the open and judge my own runs.",
        "Thinking through {A} {X} {B}:",
    )
    commits = (
        "Verdict: {A} {X} {B} = {C}.",
        "Verdict so far: {C}.",
        "I put the product at {C}.",
        "This run's verdict is {C}.",
    )
    merged = (
        "Everything added, {S} = {C}. Verdict: {C}.",
        "{S} = {C}, so I put the product at {C}.",
        "Verdict of the run: {S} = {C}.",
    )
    sames = (
        "Verdict: {C}, no different from the overturned one.",
        "I put the product at {C} again.",
        "The retrial's verdict is likewise {C}.",
    )
    doubts = (
        "Objection: is every digit of {P} earned?",
        "I appeal against that.",
        "Let me play the doubter.",
        "Not so quick.",
        "Reasonable doubt about {P}.",
    )
    rejects = (
        "Appeal granted: {P} is overturned.",
        "{P} doesn't survive, I annul it.",
        "The run behind {P} is annulled.",
        "I overturn {P}.",
    )
    restarts = ("Retrial.", "The case is heard anew:", "A whole new run.", "Run again, in full.")
    seconds = (
        "An independent run shall testify against or for {P}.",
        "Let another run testify.",
        "Call a second run.",
        "For comparison, a separate run.",
    )
    clashes = (
        "Testimony conflicts: {P} before, {C} now.",
        "{P} and {C}, {D} apart. I must judge between them.",
        "Two runs, two figures, {P} and {C}.",
        "The second run contradicts {P}; it has {C}.",
    )
    settles = (
        "Verdict: {C}. The figure {P} is overruled.",
        "Judged: {P} wrong, {C} right.",
        "I rule for {C}, against {P}.",
        "New verdict {C}, replacing {P}.",
    )
    mends = (
        "Exhibit: {L} {X} {R}. It was stated as {W}, yet it's {V}. {P} is overruled.",
        "The step {L} {X} {R} = {W} is false, it's {V}.",
        "On {L} {X} {R} I misspoke; {V}, not {W}, so not {P}.",
    )
    mends_sum = (
        "The parts are sound, the sum isn't. {P} is overruled.",
        "I misadded; {P} fails.",
        "Sum retried, since {P} is wrong.",
    )
    confirms = ("{C} is upheld.", "The verdict {C} stands.", "No further objections to {C}.", "Case closed at {C}.")
    finals = ("**Final verdict:** {A} × {B} = {C}", "**{C}**", "So the answer is **{C}**.", "Final: **{C}**.")


class LateSettler(QwqRuminator):
    """An essayist who takes long to decide, in whole sentences."""

    words = ("comma", "plain", "narrow", "apostrophe")
    signs = ("times", "×")
    openings = (
        "There's no way around doing {A} {X} {B} bit by bit, so I'll begin and see how far my patience goes.",
        "To find {A} {X} {B} I need only some patience and a good memory for carries.",
        "I've been given {A} and {B} to multiply. I shall take one of them apart.",
        "Let me take up {A} {X} {B} without hurry.",
    )
    commits = (
        "This leaves me with {C} for the product.",
        "I would answer {C}.",
        "And so {A} {X} {B} is, as far as I can tell, {C}.",
        "The product, then, is {C}.",
        "I arrive at {C}.",
    )
    merged = (
        "Taken together, {S} amounts to {C}, which I take for the product.",
        "I join them, {S} = {C}, and so arrive at {C} for {A} {X} {B}.",
        "The whole, {S}, is {C}; I would answer that.",
    )
    sums = ("Taken together, {S} amounts to {C}.", "I join them: {S} = {C}.", "Their sum, {S}, is {C}.")
    sames = (
        "And so, oddly, I arrive at {C} again and would answer {C}.",
        "The product, then, is {C} just the same.",
        "This leaves me with {C}, as the rejected work did.",
    )
    doubts = (
        "I hesitate here.",
        "And yet I'm reluctant to leave it at {P}.",
        "One could object that I hurried.",
        "Something in me resists {P}.",
        "I ought to mistrust a sum that came so smoothly.",
    )
    rejects = (
        "I shan't keep {P}; let it be as if I'd never written it.",
        "With some regret I part with {P}.",
        "On reflection {P} is untenable.",
        "I take {P} back.",
    )
    restarts = (
        "The work begins again.",
        "I turn to the factors afresh.",
        "Let me go the whole way again, differently if I can.",
        "Another full attempt, then.",
    )
    seconds = (
        "I'd like a rival figure to hold beside {P}.",
        "Let me reckon the same product in another manner, and compare.",
        "A second reckoning may tell.",
        "I'll reckon it independently.",
    )
    clashes = (
        "Now {C} stands beside {P}, and they're {D} apart.",
        "This reckoning says {C}; the former said {P}.",
        "They disagree, {P} then and {C} now.",
        "I hold two figures, {P} and {C}, and only one can be true.",
    )
    settles = (
        "Having weighed them I let {P} fall and keep {C}.",
        "My decision is for {C}; {P} was in error.",
        "I settle, finally, on {C} in place of {P}.",
        "It's {C} that I believe, and {P} that I give up.",
    )
    mends = (
        "Rereading, I find {L} times {R} set down as {W}, when it's {V}. So {P} was built on sand.",
        "The culprit is {L} times {R}: {V}, where I wrote {W}.",
        "I wrote {W} for {L} times {R}; it ought to be {V}, and {P} goes.",
    )
    checks = (
        "For assurance I reckon it another way.",
        "A check, by other pieces.",
        "Let me test it by a separate reckoning.",
    )
    agrees = ("It is {C} here too.", "The same {C}, to my relief.", "This bears out {C}.", "And that, too, is {C}.")
    confirms = ("I am content with {C}.", "My doubts have run dry; {C}.", "Let it be {C}.", "So I abide by {C}.")
    finals = ("My answer: {C}.", "{A} multiplied by {B} is **{C}**.", "The answer is **{C}**.", "Final answer: {C}")

    def turn(self, t: Telling) -> str:
        return " "


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        RoneScales(),
        QwqRuminator(),
        QwenRewinder(),
        HarmonyFidget(),
        GeminiMusing(),
        SmallDistilSpiral(),
        LatexVacillator(),
        ListReturner(),
        SideRoader(),
        ColumnResumer(),
        TwoVerdicts(),
        LateSettler(),
    )
}
