"""Long thoughts of open reasoning models: every style has a bank of its own; the flow is shared.

A bank is a text of entries `name> wording | wording | ...`; {name} is filled in, ¶ breaks the line.
"""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work


def bank(text: str) -> dict[str, list[str]]:
    pieces = re.split(r"(?m)^([a-z]+)> ", text.strip())
    found: ClassVar = {}
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        found[name] = [" ".join(w.split()).replace("¶ ", "\n").replace("¶", "\n") for w in body.split(" | ")]
        assert len(found[name]) >= 6, (name, len(found[name]))
    return found


class Muser(Style):
    """The flow of a long thought: a solution, doubts, perhaps revisions, checks; then the answer outside."""

    banks: ClassVar = {}
    methods: tuple[str, ...] = ("high", "low", "chunks", "round", "swapped")
    signs: tuple[str, ...] = ("×",)
    groupings: tuple[str, ...] = ("plain", "comma")
    begin_tag = "<think>\n"
    end_tag = "\n</think>\n\n"
    para = "\n\n"
    join = (" ",)  # between the rows of a solution
    bullet = ""  # before each row
    quote = ("", "")  # around a formula in prose
    briefs: tuple[str, ...] = ("bullets", "inline")
    mending = (3.0, 3.0, 3.0)  # weights of mend, rival, redo
    checks = (3, 6)
    detail_share = 0.35

    def begin(self, t: Telling) -> None:
        t.x = t.one(*self.signs)
        t.words = t.maths = t.one(*self.groupings)
        self.decks: dict[str, list[str]] = {}
        self.gap = t.one(*self.join)
        t.solve(*self.methods)

    def say(self, t: Telling, entry: str, /, **more: object) -> str:
        """A wording of the bank, none twice before all were used."""
        deck = self.decks.get(entry)
        if not deck:
            deck = self.decks[entry] = t.rng.sample(self.banks[entry], len(self.banks[entry]))
        keys = {"a": t.a, "b": t.b, "ab": t.ab, "x": t.x, "c": t.candidate, "o": t.previous, **more}

        def fill(found: re.Match[str]) -> str:
            value = keys.get(found[1], found[0])
            return t.n(value) if isinstance(value, int) else str(value)

        return re.sub(r"\{([a-z]+)\}", fill, deck.pop())

    def term(self, term: Term) -> dict[str, object]:
        return {"l": term.left, "r": term.right, "v": term.value}

    def rows(self, t: Telling, work: Work, slips: float = 0.1, wrong: tuple[int, int] | None = None) -> str:
        lines = []
        for place, term in enumerate(work.terms):
            if wrong and wrong[0] == place:
                lines.append(self.say(t, "row", l=term.left, r=term.right, v=wrong[1]))
            elif not wrong and t.chance(slips):
                lines.append(self.say(t, "slip", w=t.near(term.value), **self.term(term)))
            else:
                line = self.say(t, "row", **self.term(term))
                if term.value == term.left * term.right and (detail := t.detail(term, self.detail_share)):
                    line += f" ({self.quote[0]}{detail}{self.quote[1]})"
                lines.append(line)
        return self.gap.join(self.bullet + line for line in lines)

    def adding(self, t: Telling, work: Work) -> str:
        if "add" in self.banks and (len(work.terms) > 2 or "sum" not in self.banks):
            said = [self.say(t, "add", s=s, g="+" if g > 0 else "-", v=v, t=after) for s, g, v, after in work.steps()]
            return self.gap.join(self.bullet + line for line in said)
        return self.say(t, "sum", sum=t.sum(work), t=work.total)

    def plan(self, t: Telling, work: Work, entry: str = "plan") -> str:
        return self.say(t, entry, p=work.a, q=work.b, f=t.factor(work))

    def solution(self, t: Telling, work: Work) -> str:
        return self.para.join([self.plan(t, work), self.rows(t, work), self.adding(t, work)])

    def musings(self, t: Telling, least: int, most: int) -> list[str]:
        """Doubts that lead nowhere and small checks that agree."""
        kinds = ["idle", "idle", "again", "est", "last", "nine"]
        t.rng.shuffle(kinds)
        said: list[str] = []
        for kind in kinds[: t.rng.randint(least, most)]:
            if kind == "idle":
                said.append(self.say(t, "idle"))
            elif kind == "again":
                said.append(self.say(t, "again", **self.term(t.rng.choice(t.work.terms))))
            elif kind == "est" and kind in self.banks and (e := t.estimate()):
                said.append(self.say(t, "est", ex=e[0], ey=e[1], ez=e[2]))
            elif kind == "last" and kind in self.banks and (d := t.last_digit()):
                said.append(self.say(t, "last", la=d[0], lb=d[1], lc=d[2], ld=d[2] % 10))
            elif kind == "nine" and kind in self.banks and (z := t.nines()):
                said.append(self.say(t, "nine", na=z[0], nb=z[1], nc=z[0] * z[1], nd=z[2]))
        return said

    def first(self, t: Telling) -> str:
        parts = [self.begin_tag + self.say(t, "open"), self.solution(t, t.work), t.c(self.say(t, "commit"))]
        return self.para.join(parts + self.musings(t, 0, 3))

    def fault(self, t: Telling, place: int | None, was: int, now: int) -> str:
        if place is None:
            return self.say(t, "mendsum", was=was, now=now, sum=t.sum(t.work))
        return self.say(t, "mendrow", was=was, now=now, **self.term(t.work.terms[place]))

    def again(self, t: Telling) -> str:
        way = t.way(mend=self.mending[0], rival=self.mending[1], redo=self.mending[2])
        mended = None if way == "redo" else t.mend()
        if mended and way == "mend":
            parts = [self.fault(t, mended.place, mended.was, mended.now)]
            if mended.place is not None:
                parts.append(self.adding(t, mended.work))
        elif mended:
            second = t.other()
            parts = [self.plan(t, second, "second"), self.rows(t, second), self.adding(t, second), self.say(t, "rival")]
            t.work = mended.work
            parts.append(self.fault(t, mended.place, mended.was, mended.now))
            if t.chance(0.4):
                t.work = second
        else:
            if t.previous % 10 != t.product % 10 and "rejlast" in self.banks and t.chance(0.8):
                x, y = t.a % 10, t.b % 10
                why = self.say(t, "rejlast", la=x, lb=y, lc=x * y, ld=x * y % 10, od=t.previous % 10)
            elif t.previous % 9 != t.product % 9 and "rejnine" in self.banks and t.chance(0.8):
                x, y = t.a % 9, t.b % 9
                why = self.say(t, "rejnine", na=x, nb=y, nd=x * y % 9, od=t.previous % 9)
            else:
                why = self.say(t, "reject")
            t.work = t.before
            parts = [why, self.solution(t, t.other(*self.methods))]
        parts.append(t.c(self.say(t, "same" if t.same else "recommit")))
        return self.para + self.para.join(parts + self.musings(t, 0, 2))

    def second(self, t: Telling) -> list[str]:
        """A whole second way told as a check that agrees, at once or once its own slip is mended."""
        kept = t.work
        work = t.other()
        said = [self.plan(t, work, "second")]
        place = t.rng.randrange(len(work.terms))
        term = work.terms[place]
        wrong = t.near(term.value)
        total = work.total + term.sign * (wrong - term.value)
        if t.chance(0.45) and total > 0 and total not in (t.candidate, t.product, *t.candidates):
            slipped = Work(
                work.a,
                work.b,
                work.method,
                tuple(Term(x.left, x.right, wrong, x.sign) if i == place else x for i, x in enumerate(work.terms)),
                total,
            )
            said += [self.rows(t, work, wrong=(place, wrong)), self.adding(t, slipped)]
            said.append(t.r(self.say(t, "alarm", w=wrong, y=total, **self.term(term))))
        else:
            said += [self.rows(t, work, 0.05), self.adding(t, work), t.r(self.say(t, "agree"))]
        t.work = kept
        return said

    def closing(self, t: Telling) -> str:
        parts = self.musings(t, *self.checks)
        if t.chance(0.6):
            parts += self.second(t)
        parts.append(t.r(self.say(t, "end")))
        before, _, after = self.say(t, "final").partition("{rows}")
        text = self.para + self.para.join(parts) + self.end_tag
        return text + before.strip() + "\n\n" + self.brief(t) + "\n\n" + t.r(after.strip())

    def brief(self, t: Telling) -> str:
        """The steps in short, outside the thought."""
        kind, work = t.one(*self.briefs), t.work
        if kind == "bullets":
            mark = t.one("- ", "* ")
            lines = [f"{mark}{t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}" for x in work.terms]
            return "\n".join([*lines, "", f"{t.one('Sum', 'Together', 'Combined')}: {t.sum(work)} = {t.n(work.total)}"])
        if kind == "numbers":
            lines = [
                f"{i}. {t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}" for i, x in enumerate(work.terms, start=1)
            ]
            return "\n".join([*lines, f"{len(lines) + 1}. {t.sum(work)} = {t.n(work.total)}"])
        if kind == "latex":
            lines = [f"{t.m(x.left)} \\times {t.m(x.right)} &= {t.m(x.value)} \\\\" for x in work.terms]
            lines.append(f"{t.sum(work, True)} &= {t.m(work.total)}")
            return "\\[\n\\begin{aligned}\n" + "\n".join(lines) + "\n\\end{aligned}\n\\]"
        if kind == "table":
            lines = [f"| {t.n(x.left)} {t.x} {t.n(x.right)} | {t.n(x.value)} |" for x in work.terms]
            return "\n".join(["| Step | Result |", "|---|---|", *lines, f"| {t.sum(work)} | {t.n(work.total)} |"])
        if kind == "display":
            return f"$${t.m(work.a)} \\times ({t.factor(work, True)}) = {t.sum(work, True)} = {t.m(work.total)}$$"
        return f"{t.n(work.a)} {t.x} ({t.factor(work)}) = {t.sum(work)} = {t.n(work.total)}"


class AlRoneHarbour(Muser):
    briefs = ("bullets", "numbers")
    banks = bank(r"""
open> Okay, so the question wants {ab}. No calculator in sight, so I'd better go slowly. | Alright, I've got {a} and {b} to multiply. I remember doing these on paper in school. | Okay, {ab}. Numbers like that scare me a little, but bit by bit it should be manageable. | Hmm, {ab}. First thing is to get the numbers straight: {a}, and {b}. Right. | Okay, let me think about {ab}. There are several roads here; I'll pick one and see. | So someone asks for {ab}. Let me take my time with it, since one carry can spoil everything.
plan> I can take {q} apart: {f}. Then each piece gets multiplied with {p}. | Using distributivity, {q} is {f}, and {p} goes with every piece. | Maybe the easiest thing is writing {q} as {f} and working with {p}. | So {p} {x} {q} becomes {p} {x} ({f}). One piece at a time. | Right, {q} = {f}. Let me handle those pieces against {p}. | Let me think of {q} as {f}; {p} meets each of them in turn.
row> {l} {x} {r} makes {v}. | Then {l} {x} {r} = {v}. | For {l} {x} {r} I find {v}. | Now {l} {x} {r}: that's {v}, okay. | {l} times {r} would be {v}. | The {r} piece: {l} {x} {r} = {v}.
slip> {l} {x} {r} is {w}... wait no, I forgot a carry there; {v}. | Then {l} {x} {r} = {w}. Hmm, hold on, that digit's off: {v}. | {l} times {r}, {w}? Let me see. No, it's {v}. | Now {l} {x} {r} gives {w}. Oops, misread my own digits, {v}. | For {l} {x} {r}, I was about to put {w}, but it's actually {v}. | {l} {x} {r}: {w}. Wait, again: {v}. Yes, {v}.
add> Putting {s} {g} {v} together: {t}. | Then {s} {g} {v} = {t}. | Next, {s} {g} {v}, which makes {t}. | Carefully now, {s} {g} {v} is {t}. | {s} {g} {v}... let me align the digits... {t}. | And {s} {g} {v} comes to {t}.
commit> So {ab} should be {c}. | That means the product is {c}. | Okay, so my answer is {c}. | Therefore {ab} = {c}. | So altogether {ab} comes out as {c}. | Alright, that gives {c} as the answer.
idle> Wait, did I count the zeros properly? Let me look... yes, each piece has the zeros it needs. | Hmm, something about the adding bothers me. Reading it again... no, it's fine. | Wait, did I copy the question right? {a} and {b}. Yes, that's what it says. | Hmm, would it have been easier the other way around? Perhaps, but it changes nothing. | But hold on, am I missing a piece of the split? No, all digits are covered. | Wait, I'm a bit nervous about the carries. Going through them in my head... nothing wrong that I see.
again> Let me redo one of the pieces, {l} {x} {r}. That's {v} again. Good. | Is {l} {x} {r} really {v}? Working it once more... yes, {v}. | Let me look at {l} {x} {r} again, since I did it quickly: {v}. Fine. | And {l} {x} {r}? Again {v}. Okay. | To be careful, {l} {x} {r} one more time: {v}, as before. | I'd like to be certain about {l} {x} {r}. It's {v}, yes.
est> Roughly, {ex} {x} {ey} is {ez}, so the size makes sense. | If I round, {ex} {x} {ey} = {ez}. Mine is in that neighbourhood. | A quick sense of scale: {ex} {x} {ey} would be {ez}. Not far away, good. | Rounded factors {ex} and {ey} multiply to {ez}; nothing crazy there. | Ballpark: {ex} {x} {ey} = {ez}. Close enough to what I have. | Just for the magnitude, {ez} from {ex} {x} {ey}. That looks reasonable.
last> The units digits: {la} {x} {lb} = {lc}, so it must end in {ld}. It does. | {la} times {lb} is {lc}, ending in {ld}, and mine ends in {ld} too. | Ending check: {la} {x} {lb} = {lc}. A {ld} at the end. Matches. | It should finish with {ld}, because {la} {x} {lb} = {lc}. Yes, it does. | The ones place: {lc} from {la} {x} {lb}, hence {ld}. That agrees. | Final digit should be {ld} ({la} {x} {lb} = {lc}), and that's what I see.
second> Let me check with a different split: {q} = {f}, against {p}. | Maybe verify it from the other side. {p} {x} ({f}). | Another approach to cross-check: break {q} into {f} and multiply by {p}. | I'll try a second road, {q} as {f}, times {p}. | Let me test this using {p} {x} ({f}) instead. | To verify, I could split {q}: {f}. Each with {p}.
agree> That's {c} once more, so the two roads meet. | Great, {c} again. Both ways say the same. | Same {c} as earlier. That's reassuring. | And that is {c} too. Good, consistent. | So this check also ends at {c}. Phew. | Okay, {c} both times.
alarm> Huh, {y}? That doesn't match {c}. Where's the trouble... in this check {l} {x} {r} was put down as {w}, but it's {v}. With that repaired the check gives {c} too. So the first was fine. | That's {y}, not {c}. Let me see... ah, the check has {l} {x} {r} = {w}, which should be {v}. Fixing it brings me back to {c}. Good. | Wait, {y} disagrees with {c}. Looking at the check: {l} {x} {r} isn't {w} but {v}. Then it's {c} after all. | Hmm, {y} against {c}. The mistake is in the check, {l} {x} {r} = {v} and not {w}; corrected, it also yields {c}. | {y}? They conflict. Oh, I see, I miscalculated {l} {x} {r} just now, {w} instead of {v}. With {v} the check produces {c}, same as before. | That came to {y}, so one of the two is wrong. It's this one: {l} {x} {r} is {v}, I used {w}. Corrected it gives {c}, matching the original.
mendrow> Wait. Back in the first calculation, {l} {x} {r}: I wrote {was} there. But it's {now}. That was the mistake. | Let me reread the original pieces... {l} {x} {r} = {was}? No! It should be {now}. | Hold on, looking at my first calculation, {l} {x} {r} was {was}, and that's incorrect; it's {now}. | Hmm, the earlier {l} {x} {r} looks suspicious. I had {was}. Computing it again I get {now}. So that piece was wrong. | Oh no, there's an error in the original work: {l} {x} {r} isn't {was}, it's {now}. | Going back to the first pieces: {l} {x} {r}. Had {was}. Redo... {now}. There's the culprit.
mendsum> Wait, the original addition, {sum}. I had {was}, but adding carefully it's {now}. A carry got lost. | Let me reread the first sum: {sum}. That isn't {was}, it makes {now}. | Hold on, the pieces of the first calculation are right, but {sum} adds up to {now} rather than {was}. | Hmm, {sum}. Earlier I said {was}. Column by column I get {now}. So I added wrongly. | Oh, the final adding in the first calculation was off: {sum} = {now}, not {was}. | Going back to the first sum, {sum}: it's {now}; {was} was a slip of mine.
rival> So here I see {c}, but before it was {o}. They can't both be right. Let me find which one slipped. | That's {c}. Earlier I had {o}. Uh-oh. One of them has an error somewhere. | Hmm, {c} now and {o} before. That's a conflict I have to sort out. | Wait, {c} isn't {o}. Which calculation went astray? Let me go over the first. | This road leads to {c}, whereas the first led to {o}. Something's broken in one of the two. | Now that's strange: {c} versus {o}. I need to track down the difference.
rejlast> But wait, {la} {x} {lb} = {lc}, so it must end in {ld}, and {o} ends in {od}. So {o} is wrong. I'll do it over. | Hmm, {o} ends in {od}. The units are {la} and {lb}, giving {lc}, so the end has to be {ld}. That answer can't stand. Start over. | Hold on, the last digit should be {ld} (from {la} {x} {lb} = {lc}), not {od}. {o} is out. Once more from the top. | Wait, units: {la} {x} {lb} = {lc}. That demands a {ld} at the end. {o} fails, so I'm dropping it and computing afresh. | Let me check the ending: {lc} from {la} {x} {lb}, so {ld}. But I have {od}. Then {o} is incorrect and I need to redo everything. | Hmm, {od} at the end of {o}? With {la} {x} {lb} = {lc} it has to be {ld}. So no, not {o}. Let me begin again.
reject> Actually, I no longer believe {o}. I rushed through the carries. Let me throw it out and start fresh. | Wait, I don't trust {o}. I lost track in the middle of it. Scrap that, from the beginning. | No, {o} can't be relied on, I mixed up the pieces as I went. I'll discard it and solve it anew. | Hmm, {o} feels wrong, the alignment was sloppy. Forget it; a clean new calculation. | Hold on. I was careless there, so {o} is off the table. Doing it all over. | I'm not keeping {o}: I jumped over steps. Let me set it aside and work it out again.
recommit> Okay, so the answer is {c} then. | So now {ab} = {c}. | So the product must be {c}. | Alright, this time it's {c}, and that's my answer. | Therefore the product comes to {c}. | So {ab} should be {c} instead.
same> Oh, it's {c} again. So the answer is {c} after all. | So the product is {c}, the very number I threw out. | Funny, the fresh calculation also says {c}. So {ab} = {c}. | Well, {c} once more. Then {ab} is {c}. | Huh, I land on {c} again, so {c} is the answer. | So the redo gives {c} too; the answer is {c}.
end> I'm comfortable with {c} now. | Okay, I'll go with {c}. | So I'm done here; {c}. | I think {c} is what to present. | Enough checking. {c}. | Right, time to write it up: {c}.
final> To find the product of {a} and {b}, split one factor and add the partial products: {rows} **Answer:** {c} | The product can be worked out in parts: {rows} \[\boxed{{c}}\] | **Steps** {rows} Thus, {ab} = **{c}**. | Here is how the multiplication goes: {rows} **Final answer:** \(\boxed{{c}}\) | Breaking the multiplication into simpler ones: {rows} The product of {a} and {b} is **{c}**. | The distributive property does the job: {rows} So \(\boxed{{c}}\).
""")


class AlQwenThreeAlmanac(Muser):
    signs = ("*", "×")
    groupings = ("plain",)
    join = ("\n",)
    briefs = ("display", "latex")
    checks = (3, 6)
    banks = bank(r"""
open> Okay, let's see. I need to figure out {ab}. Since I can't use a calculator here, step by step it is. | Hmm, {ab}. Let me recall the usual technique for larger products. | Okay, {ab} is the task. Let me get started by choosing a decomposition. | Let me see, the problem says {ab}. Multiplying such numbers needs some care with place values. | Okay, I want the value of {ab}. Let me set the two numbers down: {a} and {b}. | Alright, the user wants {ab}. I should be careful, these computations invite small errors.
plan> First, decompose {q} = {f}, so that it's {p} times each component. | Let me write {p} {x} ({f}) and deal with the components. | The number {q} can be expressed as {f}. Multiply {p} by each one. | Decomposition: {q} → {f}. The other factor is {p}. | I'll expand {p} {x} {q} over {f}. | Let me use {q} = {f}; the multiplier in each case is {p}.
row> Component: {l} {x} {r} = {v}. | {l} {x} {r}. Let me compute: {v}. | Next up, {l} {x} {r} equals {v}. | {l} {x} {r} → {v}. | So {l} {x} {r} is equal to {v}. | Computing {l} {x} {r}, I obtain {v}.
slip> {l} {x} {r} equals {w}. Wait, that's incorrect, {v} it is. | Component: {l} {x} {r} = {w}, hmm, no, a carry is missing, so {v}. | {l} {x} {r} → {w}? Check: no, {v}. | Computing {l} {x} {r}: {w}. Wait, wrong place; corrected, {v}. | Next, {l} {x} {r}. I get {w}, but redoing it immediately shows {v}. | {l} {x} {r} = {w}... Let me see that again. {v}.
sum> Now add all components: {sum} = {t}. | Adding these up: {sum}, which equals {t}. | Then the total of {sum} is {t}. | Combine: {sum} = {t}. | Let me sum: {sum}. I obtain {t}. | Collecting everything, {sum} = {t}.
commit> Thus the result of {ab} is {c}. | So the result would be {c}. | Hence {ab} equals {c}. | So, the answer here is {c}. | Thus, multiplying gives a final result of {c}. | Hence, the result is {c}.
idle> Wait, let me make sure the place values are aligned. Thousands under thousands, units under units. Yes, aligned. | Hmm, is the decomposition complete? The components do rebuild the factor. Okay. | Wait, maybe I swapped two digits when copying? Comparing with the question: {a}, {b}. No swap. | But maybe some other technique would be more reliable? I don't think it matters. | Wait, am I overlooking a sign? Everything is positive in the question. Never mind. | Hmm, let me double-check the trailing zeros... They're in order.
again> Verify a component: {l} {x} {r}. Yes, {v}, correct. | Let me recompute {l} {x} {r} to be sure. {v}. Same thing. | Wait, {l} {x} {r}, is it {v}? Doing it slowly: {v}. Yes. | Double-checking {l} {x} {r}: {v}. That's right. | Let me confirm {l} {x} {r} separately: {v}. No change. | Check of {l} {x} {r}: still {v}.
last> Check the last digit: {la}{x}{lb}={lc}, last digit {ld}. The result ends in {ld}. Correct. | Mod 10: {la} {x} {lb} = {lc} → {ld}. The result ends the same way. | Units: {lc} from {la} {x} {lb}; the ending {ld} is consistent. | The ending needs to be {ld} since {la} {x} {lb} = {lc}, and it is. | Looking modulo ten, I expect {ld} (because {la} {x} {lb} is {lc}). That holds. | Last digit test: expected {ld} from {la} {x} {lb} = {lc}. Passed.
nine> Mod 9: {a} leaves {na}, {b} leaves {nb}, the product {nc}, and the result leaves {nd}. Consistent. | Digit sums: remainders {na} and {nb}, product {nc}; the result has remainder {nd} by nine. OK. | Digital-root style check: {na} {x} {nb} = {nc}, and the result is {nd} mod 9. That fits. | Nines test. Factors: {na}, {nb}. Their product {nc} agrees with {nd} for the result, mod 9. | Taking everything mod 9: {na}, {nb} → {nc}; result → {nd}. Compatible. | Remainders by 9 are {na} and {nb}, giving {nc}; mine gives {nd}, which is the same class.
second> Let me verify this via another decomposition: {p} {x} ({f}). | Another way to check: {q} = {f}, each times {p}. | For verification, expand {q} as {f} with multiplier {p}. | Let me cross-verify by taking {p} and the components {f}. | As a check, I might use {q} = {f} instead, multiplied by {p}. | Verification with different components: {f}, multiplier {p}.
agree> This also equals {c}, so the verification succeeds. | Again {c}. The two decompositions agree. | {c}, identical to the result above. | So that confirms {c}. | Same result, {c}. That checks out. | Verified: {c}.
alarm> This says {y}, contradicting {c}. Review the verification: {l} {x} {r} was taken as {w}; the right value is {v}. With {v}, the verification comes to {c}. Okay, so no issue with the result. | {y} ≠ {c}. Hmm. In the verification, {l} {x} {r} = {v}, not {w}. Replacing it, I'm at {c}, consistent with the result. | Wait, {y}? The result was {c}. Let me look at the verification's components: {l} {x} {r} should be {v} and I used {w}. After the correction: {c}. Fine. | There's a discrepancy, {y} against {c}. It stems from the verification, where {w} should have been {v} for {l} {x} {r}. Then it's {c} as well. | Not equal: {y} here, {c} there. Recomputing this decomposition, {l} {x} {r} is {v} rather than {w}, so its sum becomes {c}. They agree now. | I got {y} in this check rather than {c}. The faulty item is {l} {x} {r} = {w} in the check (true: {v}). Corrected, the check yields {c}.
mendrow> Let me go through the first decomposition again. {l} {x} {r}: previously {was}. But recomputed it's {now}. So that component was the mistake. | Wait, in the first computation {l} {x} {r} was recorded as {was}. The correct value is {now}. | Reviewing the initial components, {l} {x} {r} = {now}, not {was}. I made an arithmetic error. | Checking the earlier component {l} {x} {r}: {was} is wrong, {now} is right. | The initial {l} {x} {r} doesn't hold: {was} should read {now}. | Hmm, at first I claimed {l} {x} {r} = {was}. Doing it slowly I find {now}. An error there.
mendsum> Let me go through the first sum again. {sum}. Previously {was}, but it's {now}. So the addition was the mistake. | Wait, in the first computation the addition {sum} was recorded as {was}. The correct value is {now}. | Reviewing the initial addition, {sum} = {now}, not {was}. | Checking the earlier addition {sum}: {was} is wrong, {now} is right. | The initial addition doesn't hold: {sum} adds to {now}, where I'd put {was}. | Hmm, at first I claimed {sum} = {was}. Adding slowly I find {now}. An addition error.
rival> This gives {c}, but the first computation gave {o}. There's a discrepancy, so one contains an error. | Hmm, {c} here but {o} there. Which is correct? | Wait, that's {c}, which conflicts with {o}. I need to locate the error. | The two results {o} and {c} differ. Let me examine the first. | Not the same: first {o}, now {c}. Somewhere I made an error. | So {c} in this decomposition versus {o} originally. Time to find the wrong component.
rejnine> Check mod 9: {na} and {nb} should lead to {nd}, but {o} leaves {od}. So {o} is incorrect. I need to recompute. | Wait, mod 9 the product must be {nd} (factors {na}, {nb}), whereas {o} is {od}. That rules out {o}. Recomputing from scratch. | The digit sums say {nd}; {o} has {od}. So {o} fails, and I have to start over. | Hmm, nines: expected {nd} from {na} and {nb}, found {od} for {o}. Therefore {o} is not right. Let me recalculate completely. | Remainder test by 9: should be {nd}, is {od}. I must reject {o} and compute again. | Mod 9 {o} gives {od} though {na} {x} {nb} requires {nd}. An error, so discard {o} and redo.
reject> Wait, I might have mixed up components there, so I won't accept {o}. Let me recompute from scratch. | Hmm, I'm not convinced by {o}; the addition was done too fast. Discard it and recompute. | Actually, let me abandon {o}. The components weren't aligned well. Starting over. | Wait, {o} doesn't look right to me. I'll ignore it and calculate again from zero. | No, I think {o} is unreliable because I skipped intermediate carries. Recalculating everything. | Hmm, let me reject {o}, given how messy that was, and do a new computation.
recommit> Thus, the corrected result is {c}. | So the result is now {c}. | Hence {ab} = {c}. | So the answer becomes {c}. | Thus, {c} is the result. | Hence the new result: {c}.
same> Thus the recomputation again gives {c} as the result. | So {ab} is {c}, the same result as the one I rejected. | Hence {c} again; that is the result. | So after recomputing, the answer is {c} once more. | Thus {ab} = {c}, unchanged by the new computation. | So the result returns to {c}.
end> So I'm confident that the result is {c}. | Everything considered, {c}. | That should settle it: {c}. | Therefore I can report {c}. | All right, {c} stands. | I'll finalize {c}.
final> To compute ${a} \times {b}$, apply the distributive law. {rows} $$¶\boxed{{c}}¶$$ | ### Decomposition {rows} ### Final Answer¶¶$\boxed{{c}}$ | We expand one factor by place value: {rows} Therefore, the value is $\boxed{{c}}$. | The calculation in brief: {rows} **Final Answer:** $ \boxed{{c}} $ | We determine the product as follows. {rows} $$\boxed{{c}}$$ | **Computation** {rows} The result is $\boxed{{c}}$.
""")


class AlQwqTidepool(Muser):
    methods = ("high", "chunks", "round")
    briefs = ("inline", "latex")
    end_tag = "\n\n"
    begin_tag = ""
    banks = bank(r"""
open> So I've been given {ab} to work out. Interesting. | I have {ab} in front of me. Not something I know by heart. | {ab}, then. I should recall how long multiplication works. | To start, {a} and {b} are to be multiplied together. | So here is {ab}. I'd like to see a neat way in. | First off, {ab}: let me see how big the pieces are.
plan> Perhaps I break {q} down: {f}. And {p} stays whole. | What about {p} {x} ({f})? | I could view {q} as {f} and distribute {p}. | One option is {f} for {q}, with {p} outside. | Let me distribute {p} across {f}. | If {q} is {f}, then I only need easy products with {p}.
row> First, {l} {x} {r} is {v}. | I know {l} {x} {r} = {v}. | That leaves {l} {x} {r}, which is {v}. | Alongside, {l} {x} {r} = {v}. | Likewise {l} {x} {r} = {v}. | Also {l} {x} {r}, being {v}.
slip> Also {l} {x} {r} = {w}; no, that's too hasty: {v}. | Then {l} {x} {r}, {w}, or rather {v}. | I know {l} {x} {r} = {w}. Do I? No: {v}. | Likewise {l} {x} {r} is {w}, hmm, I mean {v}. | {l} {x} {r} = {w}, which I must correct to {v}. | That leaves {l} {x} {r}: {w}? Not quite, {v}.
sum> In total {sum} = {t}. | Then I pile them up: {sum} = {t}. | So {sum}, and that equals {t}. | Joining them, {sum} = {t}. | Sum of these: {sum} = {t}. | Which makes {sum} = {t}.
commit> Therefore, I believe {ab} is {c}. | So it appears the answer is {c}. | It seems the product is {c}. | Therefore, {c} should be the answer. | So I conclude {ab} = {c}. | Then my answer would be {c}.
idle> Alternatively, I could have used lattice multiplication, but that's the same arithmetic. | Is there any trick in the wording? It doesn't look like it. | But wait, do I have the digits of {a} in order? I do. | Perhaps I'm worrying for nothing about the carries. I'll leave it. | Alternatively, some algebraic identity? None that helps here. | But just to be sure, nothing was added twice. No, nothing was.
again> Just to be sure, {l} {x} {r} again: {v}. Yes. | Wait, {l} {x} {r}: does it give {v}? It does. | Perhaps recompute {l} {x} {r}. It remains {v}. | I'd better repeat {l} {x} {r}: {v}. No surprise. | {l} {x} {r}, from scratch, {v}. Good. | A second look at {l} {x} {r} shows {v} too.
est> Approximately, {ex} {x} {ey} = {ez}, so the order of magnitude fits. | For scale, {ez} is {ex} {x} {ey}. Plausible. | An approximation, {ex} {x} {ey}, is {ez}; not far. | Using {ex} and {ey} I'd expect something around {ez}. Fine. | {ex} {x} {ey} is {ez}, so I'm in the correct range. | Rough numbers, {ex} {x} {ey}, about {ez}. Seems okay.
second> Alternatively, take {p} {x} ({f}) and see if it agrees. | Alternatively, I could go by {q} = {f} with {p}. | Let me try another method, {p} times {f}. | Perhaps check by splitting {q}: {f}, with {p} kept. | Maybe {p} {x} ({f}) will tell me more. | Another angle: {q} as {f}, multiplied by {p}.
agree> It's {c} here as well. Great. | Which matches {c}. | So, {c} by both methods. | Good, that too is {c}. | It agrees: {c}. | So no conflict, {c} either way.
alarm> {y}? But I had {c}. Tracing this method: {l} {x} {r} is {v}, and I wrote {w}. So it's {c} by this method also. | Hmm, {y} isn't {c}. This second method has a bad piece, {l} {x} {r} = {w}, properly {v}; with it I recover {c}. | Now {y}, unlike {c}. I recheck this one: {l} {x} {r} gives {v} instead of {w}. Then {c} results, fine. | It says {y}, against {c}. The new method is at fault: {w} for {l} {x} {r} ought to be {v}. Repaired, {c}. | Strange, {y} instead of {c}. Oh, here {l} {x} {r} isn't {w}, it's {v}, so this method leads to {c} as well. | {y} and {c} clash. The newer one is wrong at {l} {x} {r}: {v}, not {w}. So {c} remains.
mendrow> Looking over the first method, {l} {x} {r} can't be {was}; it's {now}. | But wait, my first {l} {x} {r} said {was}. It ought to be {now}. | In the first method I took {l} {x} {r} as {was}. That's mistaken: {now}. | Wait a second, {l} {x} {r} in the first method: {was}? I get {now}. My mistake. | I think I erred at the first {l} {x} {r}; {was} has to become {now}. | The first method's {l} {x} {r} needs fixing, {now} in place of {was}.
mendsum> Looking over the first method, {sum} can't be {was}; it's {now}. | But wait, the first time I added {sum} to {was}. It ought to be {now}. | In the first method I added wrongly: {sum} is {now} and not {was}. | Wait a second, {sum} is {was}? I get {now}. My mistake. | I think I erred in the first addition {sum}; {was} has to become {now}. | The first method's addition needs fixing: {sum} makes {now} in place of {was}.
rival> But that's {c}, while the first method said {o}. Which to believe? | {c}, hmm, not {o}. One method has gone wrong. | Now the methods disagree, {o} and {c}. I'll inspect the first. | Wait, {c} differs from {o}. Where is the discrepancy from? | So {o} first and {c} second. Confusing. Let me hunt for the mistake. | This contradicts {o}, since here I see {c}.
rejlast> But {o} ends in {od}, and {la} {x} {lb} = {lc} requires {ld}. So {o} is impossible; I'll compute anew. | The final digit must be {ld} by {la} {x} {lb} = {lc}, yet {o} has {od}. Wrong, then. Once again from the start. | Units digit of {o}: {od}. Needed: {ld}, from {lc}. So {o} fails, and I restart. | Wait, {lc} is {la} {x} {lb}, so I need a {ld} at the end, not {od}. I withdraw {o} and try again. | {od} as a last digit contradicts {la} {x} {lb} = {lc}. I can't keep {o}. Back to the start. | Since {la} {x} {lb} ends in {ld}, {o} with its {od} is false. Start anew.
reject> Perhaps I shouldn't trust {o}; my bookkeeping was loose. I'll drop it and begin again. | I suspect {o} is a mistake, as I hurried. Let me put it away and restart. | Wait, no, I take {o} back. I wasn't tracking the carries. From the start. | On reflection {o} isn't trustworthy, so I discard it for a new computation. | I'm going to abandon {o}, having lost the thread on the way. Anew: | No, {o} won't do; too many guesses in it. I'll recompute.
recommit> Therefore, {c} is the answer now. | So I revise it: the product is {c}. | It appears that {ab} is {c}. | Then I conclude {ab} = {c}. | Therefore, I now believe the answer is {c}. | So it must be {c}.
same> So I find {c} again, and conclude that's the answer. | Therefore the answer is {c}, exactly as it was. | It appears {c} is the product after all. | Then {ab} = {c} again. | So I'm back to the answer {c}. | Therefore {c}, a second time, is the product.
end> I think {c} is settled. | So I'm going with {c}. | I'm satisfied with {c}. | That makes {c} final for me. | So, {c} it is. | I'm content that it's {c}.
final> **Final Answer** {rows} \[ \boxed{{c}} \] | To multiply, I distributed one factor: {rows} The final answer is \(\boxed{{c}}\). | In summary: {rows} \[ {a} \times {b} = \boxed{{c}} \] | **Solution** {rows} Therefore, the final answer is \(\boxed{{c}}\). | The steps were: {rows} **Final Answer:** \(\boxed{{c}}\) | Summing up the calculation, {rows} we find \(\boxed{{c}}\).
""")


class AlGlmTrestle(Muser):
    groupings = ("comma",)
    join = ("\n",)
    bullet = "    *   "
    briefs = ("numbers", "table")
    banks = bank(r"""
open> 1.  **Understand the request:** the user asks for {ab}. | **Goal:** compute {ab} accurately. | The request is a multiplication, {ab}. I'll plan, compute, then verify. | 1.  **Analyze:** factors {a} and {b}; operation: multiplication. | **Task:** find {ab} and explain it simply. | **Identify the problem:** a product of {a} and {b}.
plan> **Strategy:** keep {p}, split {q} into {f}. | **Method:** {p} {x} ({f}). | **Break down {q}:** {f}. Each part meets {p}. | **Set up:** partial products of {p} with the parts {f}. | **Approach:** distribute {p} over {f}. | **Decompose:** {q} = {f}; multiplier {p}.
row> {l} {x} {r} = {v} | Part: {l} {x} {r} = {v} | {l} by {r}: {v} | Partial product {l} {x} {r} is {v} | {l} {x} {r} gives us {v} | Calculate {l} {x} {r}: {v}
slip> {l} {x} {r} = {w} - correction, {v} | Part: {l} {x} {r} = {w}. *Re-read:* {v} | Calculate {l} {x} {r}: {w}... no, {v} | {l} by {r}: {w} (miscounted; {v}) | {l} {x} {r} gives us {w} - not right - {v} | Partial product {l} {x} {r} is {w}, fix: {v}
sum> **Add up:** {sum} = {t} | **Sum the parts:** {sum} = {t} | **Addition step:** {sum} = {t} | **Combine parts:** {sum} = {t} | **Accumulate:** {sum} = {t} | **Total of the parts:** {sum} = {t}
commit> **Answer so obtained:** {c}. | So the product comes to {c}. | **Result:** {ab} = {c}. | That puts the answer at {c}. | **Conclusion:** the product is {c}. | The result of this is {c}.
idle> *Self-correction check:* did I miss a part of the split? No. | *Doubt:* maybe present it as columns instead? Not needed. | *Check the input:* {a} and {b} are copied faithfully. | *Consideration:* the zeros at the end of the parts look in order. | *Hesitation:* is a decimal hiding anywhere? No, whole numbers only. | *Quick thought:* the user may want steps; I'll include them.
again> *Recheck {l} {x} {r}:* {v}, unchanged. | *Spot check:* {l} {x} {r} is {v}. Good. | *Repeat:* {l} {x} {r} = {v}. Holds. | *Verify a part:* {l} {x} {r}, again {v}. | *Once more* {l} {x} {r}: {v}. Right. | *Confirm* {l} {x} {r} = {v}. Yes.
nine> *Casting out nines:* {na} {x} {nb} = {nc}, total leaves {nd}. Compatible. | *Nines:* factors {na} and {nb}; outcome {nd}. Fine. | *Remainders (9):* {na}, {nb} → {nc}; total → {nd}. OK. | *Digit-sum check:* {nc} from {na} {x} {nb} fits {nd}. | *Mod-9 check:* {na} {x} {nb} = {nc}; total has {nd}. Passes. | *By nines:* {nc} and {nd} are in the same class. Passes.
second> **Verify:** use {q} = {f} with {p}. | **Cross-check:** {p} {x} ({f}). | **Second method:** split {q} into {f}, times {p}. | **Double-check differently:** parts {f}, multiplier {p}. | **Validation:** recompute as {p} {x} ({f}). | **Check with other parts:** {q} = {f}, times {p}.
agree> *Match:* {c}. | Both methods show {c}. | *Verified*, {c} again. | The check also returns {c}. | *Consistent:* {c} = {c}. | Agreement on {c}.
alarm> *Mismatch:* {y} vs. {c}. *Trace:* in the verification {l} {x} {r} should be {v}, not {w}. Fixed, the verification returns {c}. The result holds. | {y} does not match {c}. The verification misstated {l} {x} {r} as {w} (it is {v}); corrected, {c}. No change needed. | *Conflict:* {y} here, {c} above. Cause: {w} in this check in place of {v} for {l} {x} {r}. After the fix, {c}. | *Problem?* {y} ≠ {c}. The check's {l} {x} {r} is off: {v}, not {w}. Then the check also says {c}. | *Difference found:* {y} against {c}. It is the check that errs: {l} {x} {r} = {v} rather than {w}, hence {c}. | *Hm, {y}.* Expected {c}. The check used {w} for {l} {x} {r}; with {v} it lands on {c}.
mendrow> *Self-correction:* the first {l} {x} {r} was {was}; it has to be {now}. | *Error found* in the first method: {l} {x} {r} = {now}, not {was}. | *Review of the first parts:* {l} {x} {r}, written {was}, is really {now}. | *Fix:* first-pass {l} {x} {r}: {was} → {now}. | *Wait:* {l} {x} {r} was given as {was} at first. Recomputed: {now}. | *Correction to the first pass:* {l} {x} {r} is {now}; {was} was a mistake.
mendsum> *Self-correction:* the first addition gave {was}; {sum} has to be {now}. | *Error found* in the first addition: {sum} = {now}, not {was}. | *Review of the first sum:* {sum}, written {was}, is really {now}. | *Fix:* first-pass addition {sum}: {was} → {now}. | *Wait:* {sum} was given as {was} at first. Re-added: {now}. | *Correction to the first pass:* {sum} is {now}; {was} was a mistake.
rival> *Mismatch:* this method {c}, first method {o}. Locate the error. | The methods differ ({o}, then {c}). Review the first. | {c} here, {o} before; one is faulty. | *Alert:* {c} ≠ {o}. Which step failed? | Not equal to {o}: this gives {c}. Investigate. | *Discrepancy* between {o} and {c}; look for its source.
reject> *Rejecting {o}:* the parts were not tracked carefully. Start over. | *Decision:* {o} is not reliable (rushed carries). Recompute entirely. | *Self-correction:* drop {o}; alignment was doubtful. New computation. | *Not accepted:* {o}. Too many mental shortcuts. Redo. | *Discard {o}* since a step was skipped. Solve again. | *Withdraw {o}:* I cannot vouch for its addition. From the top.
recommit> **Corrected result:** {ab} = {c}. | So the product is {c}. | **New conclusion:** the answer is {c}. | The answer is therefore {c}. | **Updated answer:** {c}. | That puts the product at {c}.
same> **Result of the redo:** {ab} = {c} again. | The product is {c}, same as before. | **Answer:** {c} once again. | Redone, the answer is still {c}. | **Conclusion:** {c}, which reinstates the earlier value. | So the product is {c} after all.
end> **Output:** give {c} with brief steps. | Ready to present {c}. | **Draft the reply:** steps, then {c}. | Final value for the reply: {c}. | **Wrap up** with {c}. | The reply will state {c}.
final> Here's the calculation: {rows} **{ab} = {c}** | ### Steps {rows} ### Answer¶**{c}** | Let's break it down: {rows} The answer is **{c}**. | You can compute this with partial products. {rows} So the product is **{c}**. | Sure! In parts: {rows} Result: **{c}** | The breakdown: {rows} This gives **{c}**.
""")


class AlKimiSparrow(Muser):
    groupings = ("plain", "space")
    signs = ("×", "·")
    briefs = ("inline", "display")
    mending = (4.0, 3.0, 2.0)
    banks = bank(r"""
open> The user wants {ab}. Straight computation, no frills. | This is {ab}; do it mentally but double up on checks. | Just {ab}. Compute, check, reply. | {ab}. Simple enough, provided I keep the digits tidy. | Need {ab} exactly. | I'm asked for {ab}. Let's grind.
plan> Cut {q} into {f}; {p} times each. | {q} = {f}, fine, times {p}. | Go with {p} {x} ({f}). | Pieces of {q}: {f}. Multiply by {p}. | Take {p} over {f}. | So {f} for {q}, and {p} for the rest.
row> {l}{x}{r}={v}. | {l} {x} {r}: {v}. | {l} {x} {r} = {v}, ok. | piece {l} {x} {r} = {v}. | have {l} {x} {r} = {v}. | {r} of {l}: {v}.
slip> {l} {x} {r}: {w}, er, {v}. | {l} {x} {r} = {w}? Nope, {v}. | piece {l} {x} {r} = {w}, scratch that, {v}. | have {l} {x} {r} = {w}; typo, {v}. | {l}{x}{r}={w} (bad carry) → {v}. | {r} of {l}: {w}, sorry, {v}.
add> {s} {g} {v} = {t}. | Then {s} {g} {v}: {t}. | On to {s} {g} {v} → {t}. | {s} {g} {v} makes {t}. | Running: {s} {g} {v} = {t}. | Up to {s} {g} {v} = {t}.
commit> So {ab} = {c}. | Product: {c}. | That's the answer, {c}. | OK: the answer is {c}. | Gives {c} as the product. | So I get {c} for {ab}.
idle> Am I sure about the copy of {b}? Yes. | Hmm, carries. They look alright. | Could've used a nicer split. Whatever. | Anything weird with the zeros? No. | A nagging feeling, but nothing behind it. | Format isn't specified, plain number will do.
again> {l} {x} {r} again: {v}, ok. | Quick redo of {l} {x} {r}: {v}. Yep. | {l} {x} {r}, still {v}. | Repeat {l} {x} {r} → {v}. Good. | Is {l} {x} {r} {v}? Yes. | Re-multiplying {l} {x} {r}: {v}.
last> Ends: {la}{x}{lb}={lc} → {ld}, ok. | Last digit {ld} expected ({la} {x} {lb} = {lc}), seen. | {la} {x} {lb} = {lc}, so tail {ld}. Yes. | Tail check {ld}: from {lc}. Fine. | Units {lc}, digit {ld}, matches. | Tail should be {ld} by {la} {x} {lb}. It is.
second> Check via {p} {x} ({f}). | Other split for a check: {q} = {f}, times {p}. | Sanity route: {p} over {f}. | Verify using {q} as {f}, by {p}. | Try {p} {x} ({f}) as well. | Different cut: {f} for {q}, times {p}.
agree> {c} too. Good. | Same, {c}. | Confirms {c}. | {c} both ways. | Matches {c}. | Yep, {c}.
alarm> {y}? Not {c}. My check is off: {l} {x} {r} = {v}, not {w}; then {c}. Fine. | {y} vs {c}... in the check {w} should be {v} ({l} {x} {r}). Now it's {c}. | Got {y}, wanted {c}. The check's {l} {x} {r} is {v}, I put {w}. Fixed: {c}. | {y}, clash with {c}. Bug in the check: {l} {x} {r} → {v}. So {c}, good. | Hmm {y}. Versus {c}. Botched {l} {x} {r} in this check ({w}, true {v}). It's {c}. | That's {y}; the earlier {c} is fine though, this check mangled {l} {x} {r}: {v} instead of {w} brings {c}.
mendrow> First pass had {l} {x} {r} = {was}. Wrong, it's {now}. | Hold up: {l} {x} {r} in the first pass, {was}, should be {now}. | First-pass bug: {l} {x} {r} is {now}, not {was}. | Oh. {l} {x} {r} ≠ {was}. It's {now}; I flubbed it the first time. | Re-reading the first pass: {was} for {l} {x} {r}? No, {now}. | There: {l} {x} {r}, first time {was}, correct {now}.
mendsum> First pass added {sum} to {was}. Wrong, it's {now}. | Hold up: {sum} in the first pass, {was}, should be {now}. | First-pass bug: {sum} is {now}, not {was}. | Oh. {sum} ≠ {was}. It's {now}; I flubbed the adding. | Re-reading the first pass: {was} for {sum}? No, {now}. | There: {sum}, first time {was}, correct {now}.
rival> {c} now, {o} before. One's broken. | Doesn't match: {o} → {c}. Find it. | {c}?? I had {o}. | Two values, {o} and {c}. Look at the first pass. | Clash: {c} against {o}. | So {c}, not {o}. Where's the bug?
reject> No, {o} was sloppy. Toss it, redo. | Don't like {o}; I fudged a carry. Again from zero. | Scrap {o}, I lost my place. Fresh start. | {o} is out, the pieces got muddled. Redo. | Kill {o}: not computed carefully. Start again. | Not standing by {o}, that was guessy. Over again.
recommit> So it's {c}: {ab} = {c}. | Corrected product: {c}. | The answer is {c}, then. | New answer {c}. | So now the product is {c}. | OK, answer: {c}.
same> Again {c}. So the answer is {c}. | Same product after all: {c}. | Redo says {ab} = {c} as well. | Well, the answer is {c} again. | {c}, once more; that's the product. | OK so the answer really is {c}.
end> Reply with {c}. | Done, {c}. | Going with {c}. | {c}. Write it. | Good: {c}. | Ship {c}.
final> Splitting one factor: {rows} **{c}** | In short: {rows} Answer: **{c}** | By parts: {rows} {ab} = **{c}** | Quick derivation: {rows} So the product is **{c}**. | Work: {rows} **Answer: {c}** | Expand and add: {rows} That makes **{c}**.
""")


STYLES = {style.name: style for style in (kind() for kind in Muser.__subclasses__())}
