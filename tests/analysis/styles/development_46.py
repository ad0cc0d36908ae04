"""Long, doubting thoughts of reasoning models: weighing two results, adding again, side checks, giving up, settling."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

Bank = tuple[str, ...]


class _Doubter(Style):
    """The flow that the styles share; each has its own banks of wordings, its layout and its signs."""

    tag = False
    gap = "\n\n"
    loose = 0.6
    pause = "."
    groupings: Bank = ("comma", "plain")
    signs: Bank = ("×",)
    methods: Bank = ("high", "low", "chunks", "round")
    ways: ClassVar[dict[str, float]] = {"redo": 0.4, "mend": 0.35, "check": 0.25}
    slipping = 0.12
    most_checks = 3

    opens: Bank
    commits: Bank
    doubts: Bank
    disowns: Bank
    restarts: Bank
    confirms: Bank
    settles: Bank
    finals: Bank

    plans: Bank = (
        "I'll break {wb} up as {f} and take {wa} by each.", "Cut {wb} into {f}.",
        "With {wb} = {f}, I need {wa} against every piece.", "{wb} is {f}, so that's {k} smaller products.",
    )  # fmt: skip
    area_plans: Bank = (
        "Every part of {wa} has to meet every part of {wb}, which makes {k} little products.",
        "I'll pull both factors apart by place and pair everything off: {k} products.",
        "Both numbers by place value, then all {k} pairings.",
    )  # fmt: skip
    steps: Bank = ("{e}.", "{e}.", "Then {e}.", "Next, {e}.", "And {e}.")
    slips: Bank = (
        "{l} {x} {r} is {w}... no, {v}.", "{l} {x} {r} = {w}. Hm, I dropped something: {v}.",
        "{l} {x} {r}, that's {w} — sorry, {v}; so {e}.", "{l} {x} {r} = {w}? Let me see, no, it's {v}.",
    )  # fmt: skip
    pauses: Bank = (
        "(Is that one right? Looks it.)", "That piece I'm fairly happy with.", "Careful with the zeros there. Fine.",
        "I nearly lost a zero there, but it's all in.",
    )  # fmt: skip
    sums: Bank = (
        "Adding: {s} = {c}.", "Put together, {s} = {c}.", "All of it: {s} = {c}.", "The pieces combine as {s} = {c}.",
    )  # fmt: skip
    runs: Bank = ("Piling them up: {run}.", "One after another: {run}.", "Accumulating, {run}.", "Step by step: {run}.")
    drifts: Bank = (
        "Incidentally the digits of {a} sum to {da}, which might be handy later for a check by nines.",
        "Side thought: {a} is {pa} and {b} is {pb}, so the parity of the result is {pab}. Okay, back to it.",
        "Is there a pretty identity hiding here? Half of {a} is about {ha}, which helps nobody. Moving on.",
        "Does {b} have a handy factor? It leaves {b3} on division by 3. Not obviously useful, so leave that.",
        "I wondered about squaring something in between, around {mid}, but the gap is awkward. Back to plain work.",
    )  # fmt: skip
    guesses: Bank = (
        "Rounded, {ex} {x} {ey} makes {ez}; keep that at the back of the mind.",
        "As a yardstick, {ex} {x} {ey} = {ez}.",
        "Size first: {ex} {x} {ey} is {ez}, so somewhere in that region.", "Ballpark: roughly {ex} {x} {ey} = {ez}.",
        "For orientation, {ex} {x} {ey} would be {ez}.",
    )  # fmt: skip
    fault_nines: Bank = (
        "Digit-sum test: {ra} times {rb} should reduce to {rw}, whereas {p} reduces to {rp}. It fails.",
        "Nines don't match: wanted {rw} from {ra} and {rb}, but {p} shows {rp}.",
        "By nines, {a} leaves {ra} and {b} leaves {rb}, so the product ought to leave {rw}; {p} leaves {rp}. That's a clash.",
        "Remainders by 9: {ra} and {rb} for the factors, which forces {rw}. But {p} has {rp}. So something broke.",
    )  # fmt: skip
    fault_last: Bank = (
        "{ua} {x} {ub} is {uab}, so I must see {uw} at the end, and {p} shows {up} there.",
        "The final digit gives it away: {uw} is required, {p} shows {up}.",
        "The units: {ua} {x} {ub} = {uab}, so the last digit has to be {uw}, yet {p} ends in {up}. Impossible.",
        "Look at the end: {ua} times {ub} ends in {uw}, while {p} ends in {up}. That can't be.",
    )  # fmt: skip
    fault_div: Bank = (
        "Test by division: {p} over {b} isn't whole, {rem} remains.",
        "Going backwards, {p} divided by {b} doesn't come out even; {rem} is left.",
        "Dividing {p} by {b} leaves {rem} over, and it should leave nothing.",
        "If I divide {p} by {b} I get a remainder of {rem}. A true product wouldn't.",
    )  # fmt: skip
    mild: Bank = (
        "Let me walk back over the pieces before I trust {p}.", "I'd like to redo the single steps behind {p}.",
        "Back over the steps once, slowly.", "Something about {p} itches, so, the steps again.",
        "Let me re-add and re-multiply, piece by piece.",
    )  # fmt: skip
    finds: Bank = (
        "{l} {x} {r}: I had {was} down, but it's {now}. There's the slip.",
        "But {l} {x} {r} isn't {was}, it's {now}!", "Here: {l} {x} {r}. I wrote {was}; it should read {now}.",
        "Hold it, {l} {x} {r} gives {now}, where I used {was}.",
    )  # fmt: skip
    sum_finds: Bank = (
        "The pieces all stand. It's the adding that went astray.", "Every partial product survives; the sum doesn't.",
        "So the parts are sound, but I fumbled a carry in adding them.",
        "Nothing wrong with the parts. The carry, though, I botched.",
    )  # fmt: skip
    giveups: Bank = (
        "So {p} is wrong.", "Which means {p} has to go.", "That sinks {p}.", "{p} can't stand, then.",
    )  # fmt: skip
    checks: Bank = (
        "Let me test {p} along a different road.", "To see whether {p} holds, I'll cut the numbers otherwise.",
        "A second computation ought to land on {p} too. Let's see.",
        "I'd feel better about {p} with an independent run beside it.",
    )  # fmt: skip
    clashes: Bank = (
        "Not {p}. They're {d} apart.", "And that disagrees with {p}, by {d}.",
        "Hm, {p} before, and now something {d} away from it.", "So the two runs don't meet; the gap is {d}.",
    )  # fmt: skip
    weighs: Bank = (
        "Which do I believe? {e} still looks good when I redo it, and every step of this run is small. The run before was hastier.",
        "One of them is off. Looking again, {e} holds. I can't defend the older figure, so I let it go.",
        "Both can't be right. The pieces this time were easier, {e} for one, and I find nothing to fault in them. The older one loses.",
        "Weighing them: this run I checked as I went ({e}, yes), the other I did not. I side with this run.",
    )  # fmt: skip
    sames: Bank = (
        "Funny, the very number I'd thrown out.", "So I end up where I was before.",
        "The same as the one I discarded, after all that.", "Well, that's the old figure again.",
    )  # fmt: skip
    backs: Bank = (
        "Interesting: that number already turned up once above.",
        "That's a figure I already met further up.", "I've been at that number before, earlier on.",
        "Ah, one of my earlier figures is back.",
    )  # fmt: skip
    olds: Bank = (
        "It differs from the discarded {p} by {d}.",
        "(Against {p}, that's a shift of {d}.)", "The one I dropped, {p}, was off from this by {d}.",
        "So {p} stays dropped.",
    )  # fmt: skip
    ok_nines: Bank = (
        "Casting out nines wants {rw} (from {ra} and {rb}), and {c} leaves just that.",
        "Mod 9 I need {rw}, from {ra} {x} {rb}; {c} obliges.",
        "By nines: {ra} {x} {rb} leaves {rw}, and {c} leaves {rw} as well.",
        "Digit sums: the factors leave {ra} and {rb}, so I want {rw}; {c} gives {rw}.",
    )  # fmt: skip
    ok_last: Bank = (
        "{ua} {x} {ub} ends in {uw}, and so does my figure.", "The tail fits: {uw}, from {ua} {x} {ub}.",
        "Last digit: {ua} {x} {ub} = {uab}, so it ends in {uw}. It does.",
        "The units digit wants to be {uw} since {ua} {x} {ub} = {uab}, and it is.",
    )  # fmt: skip
    ok_div: Bank = (
        "Undoing it, {c} over {b} is {a}.", "Dividing {c} by {a} gives back {b}.",
        "Backwards: {c} divided by {b} gives {a} with nothing over.", "And {c} ÷ {b} comes back as {a} exactly.",
    )  # fmt: skip
    ok_guess: Bank = (
        "Compared with {ex} {x} {ey} = {ez}, nothing alarming.", "Roughly {ex} {x} {ey}, or {ez}; the size fits.",
        "Against the rough value {ex} {x} {ey} = {ez} it's the right size.",
        "The estimate {ex} {x} {ey} = {ez} sits close enough.",
    )  # fmt: skip
    ok_whole: Bank = (
        "Just to be sure of {c}, another decomposition beside it.",
        "Does {c} come out again if I split things another way?",
        "A second way, as a check on {c}.", "Let me see whether another split confirms {c}.",
        "For safety, the whole thing cut differently, to compare with {c}.",
    )  # fmt: skip
    agrees: Bank = ("Again {c}. They agree.", "That's {c} here too.", "Same {c} by this road.", "It matches {c}.")
    rechecks: Bank = (
        "Is {l} {x} {r} really {v}? Redoing it... yes, {v}.",
        "I begin over: {l} {x} {r} is {v}... but that's just what I had, so there's no point in going on.",
        "One step still nags: {l} {x} {r}. That's {v}, as I had it.", "{l} {x} {r} once more: {v}. Unchanged.",
        "Did I use {v} for {l} {x} {r}? I did, and it's good.",
    )  # fmt: skip
    idles: Bank = (
        "Could there still be a carry I lost? I look, and see none.",
        "Part of me wants to start over, but there's no reason to.",
        "I keep wanting to doubt it. Nothing concrete comes up, though.",
        "Should I try yet another method? Not needed, I think.",
    )  # fmt: skip

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.groupings)
        t.maths = t.words
        t.x = t.one(*self.signs)

    # Pieces of text.

    def num(self, t: Telling, number: int) -> str:
        return t.n(number)

    def join(self, t: Telling, numbers: str) -> str:
        """A sum as written in this style."""
        return numbers

    def times(self, t: Telling) -> str:
        return t.x

    def eq(self, t: Telling, left: int, right: int, value: int) -> str:
        return self.join(t, f"{t.m(left)} {t.x} {t.m(right)} = {t.m(value)}")

    def say(self, t: Telling, bank: str, **more: object) -> str:
        """One wording of a bank, none twice in a response while there are others."""
        options = getattr(self, bank)
        used: dict[str, list[str]] = t.__dict__.setdefault("used", {})
        fresh = [o for o in options if o not in used.setdefault(bank, [])]
        if not fresh:
            used[bank], fresh = [], list(options)
        wording = t.rng.choice(fresh)
        used[bank].append(wording)
        known: dict[str, object] = {"a": self.num(t, t.a), "b": self.num(t, t.b), "c": self.num(t, t.candidate)}
        known |= {"x": self.times(t), "ab": self.join(t, f"{t.m(t.a)} {t.x} {t.m(t.b)}"), "n": t.index + 1}
        if t.index:
            known |= {"p": self.num(t, t.previous), "d": self.num(t, abs(t.candidate - t.previous))}
        return wording.format(**(known | more))

    def glue(self, t: Telling, *parts: str) -> str:
        """The parts as paragraphs or run together."""
        text, last = "", ""
        for part in filter(None, parts):
            if not text:
                sep = ""
            elif "\n" in part + last or t.chance(self.loose):
                sep = self.gap
            else:
                end = re.sub("[\ue000-\ue003]", "", text)[-1:]
                sep = self.pause + " " if end.isalnum() else " "
            text, last = text + sep + part, part
        return text

    def head(self, t: Telling, kind: str) -> str:
        return ""

    def step(self, t: Telling, term: Term, slips: float) -> str:
        known = {
            "l": self.num(t, term.left),
            "r": self.num(t, term.right),
            "v": self.num(t, term.value),
            "e": self.eq(t, term.left, term.right, term.value),
        }
        if t.chance(slips):
            return self.say(t, "slips", w=self.num(t, t.near(term.value)), **known)
        text = self.say(t, "steps", **known)
        detail = t.detail(term, 0.4, maths=True)
        if detail:
            text += f" ({self.join(t, detail)})"
        if t.chance(0.06):
            text += " " + self.say(t, "pauses")
        return text

    def plan(self, t: Telling, work: Work) -> str:
        known = {"wa": self.num(t, work.a), "wb": self.num(t, work.b), "k": len(work.terms)}
        if work.method == "area":
            return self.say(t, "area_plans", **known)
        return self.say(t, "plans", f=self.join(t, t.factor(work, True)), **known)

    def block(self, t: Telling, work: Work) -> str:
        """The partial products."""
        sep = "\n" if t.flag("lines", 0.4) else " "
        return sep.join(self.step(t, term, self.slipping) for term in work.terms)

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) > 2 and t.flag("running", 0.5):
            run = ", ".join(
                self.join(t, f"{t.m(x)} {'+' if sign > 0 else '-'} {t.m(y)} = {t.m(z)}")
                for x, sign, y, z in work.steps()
            )
            return self.say(t, "runs", run=run)
        return self.say(t, "sums", s=self.join(t, t.sum(work, True)))

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, "commits"))

    def worked(self, t: Telling, work: Work, plan: float = 0.9) -> str:
        return self.glue(t, self.plan(t, work) if t.chance(plan) else "", self.block(t, work), self.adding(t, work))

    def remainders(self, t: Telling, number: int) -> dict[str, object]:
        ua, ub, ra, rb = t.a % 10, t.b % 10, t.a % 9, t.b % 9
        return {
            "ua": ua, "ub": ub, "uab": ua * ub, "uw": ua * ub % 10, "up": number % 10,
            "ra": ra, "rb": rb, "rw": ra * rb % 9, "rp": number % 9, "rem": self.num(t, number % t.b),
        }  # fmt: skip

    def fault(self, t: Telling) -> str:
        """What is wrong with the candidate before, if that can be shown; else a plain doubt."""
        was = t.previous
        able = [
            bank
            for bank, shown in {
                "fault_nines": was % 9 != t.product % 9,
                "fault_last": was % 10 != t.product % 10,
                "fault_div": was % t.b != 0,
            }.items()
            if shown and (max(t.a, t.b) > 9 or bank == "fault_div")
        ]
        if not able or t.chance(0.45):
            return self.say(t, "doubts")
        fault = self.say(t, t.rng.choice(able), **self.remainders(t, was))
        return self.glue(t, self.say(t, "doubts") if t.chance(0.4) else "", fault)

    def drift(self, t: Telling) -> str:
        parity = ("even", "odd")
        return self.say(
            t,
            "drifts",
            da=sum(map(int, str(t.a))),
            pa=parity[t.a % 2],
            pb=parity[t.b % 2],
            pab=parity[t.a * t.b % 2],
            ha=self.num(t, max(1, t.a // 2)),
            b3=t.b % 3,
            mid=self.num(t, (t.a + t.b) // 2),
        )

    # The flow.

    def first(self, t: Telling) -> str:
        if t.work.method != "area":
            t.solve(*self.methods)
        guess = t.estimate() if t.chance(0.3) else None
        parts = [self.say(t, "opens")]
        if guess and guess[:2] != (t.a, t.b) and t.a > 9 and t.b > 9:
            parts.append(self.guess(t, "guesses", guess))
        if t.chance(0.25):
            parts.append(self.drift(t))
        parts += [self.worked(t, t.work), self.commit(t)]
        return ("<think>\n" if self.tag else "") + self.head(t, "first") + self.glue(t, *parts)

    def guess(self, t: Telling, bank: str, guess: tuple[int, int, int]) -> str:
        return self.say(t, bank, **{k: self.num(t, v) for k, v in zip(("ex", "ey", "ez"), guess, strict=True)})

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        mended = t.mend() if way == "mend" else None
        if mended is not None:
            work = mended.work
            place = len(work.terms) if mended.place is None else mended.place
            kept = work.terms[max(0, place - 2) : place]
            seen = " ".join(
                f"{self.eq(t, k.left, k.right, k.value)}, {t.one('yes', 'fine', 'good', 'okay')}." for k in kept
            )
            if mended.place is None:
                find = self.say(t, "sum_finds")
            else:
                term = work.terms[place]
                find = self.say(
                    t, "finds", l=self.num(t, term.left), r=self.num(t, term.right),
                    was=self.num(t, mended.was), now=self.num(t, mended.now),
                )  # fmt: skip
            text = self.glue(t, self.say(t, "mild"), seen, find, self.say(t, "giveups"), self.adding(t, work))
            return self.gap + self.head(t, "mend") + self.glue(t, text, self.commit(t), self.after(t))
        if way == "check":
            work = t.other()
            plain = t.rng.choice(work.terms)
            weigh = self.say(t, "weighs", e=self.eq(t, plain.left, plain.right, plain.value))
            text = self.glue(t, self.say(t, "checks"), self.worked(t, work), self.say(t, "clashes"), weigh)
            return self.gap + self.head(t, "check") + self.glue(t, text, self.commit(t), self.after(t, 0.0))
        doubt = self.glue(t, self.fault(t), self.drift(t) if t.chance(0.12) else "", self.say(t, "disowns"))
        work = t.other(*self.methods)
        text = self.glue(t, doubt, self.say(t, "restarts"), self.worked(t, work, 0.7))
        return self.gap + self.head(t, "redo") + self.glue(t, text, self.commit(t), self.after(t))

    def after(self, t: Telling, share: float = 0.35) -> str:
        if t.same:
            return self.say(t, "sames") if t.chance(0.7) else ""
        if t.candidate in t.candidates[: t.index - 1] and t.index > 1:
            return self.say(t, "backs") if t.chance(0.6) else ""
        return self.say(t, "olds") if t.chance(share) else ""

    def confirming(self, t: Telling) -> list[str]:
        known = self.remainders(t, t.candidate)
        able = ["recheck", "idle", "whole", "readd"]
        if max(t.a, t.b) > 9:
            able += ["nines"] * (t.nines() is not None) + ["last"] * (t.last_digit() is not None)
        able += ["div"] * (t.candidate == t.product) + ["guess"] * (min(t.a, t.b) > 9)
        parts: list[str] = []
        for kind in t.rng.sample(able, min(len(able), t.rng.randint(0, self.most_checks))):
            if kind == "recheck":
                term = t.rng.choice(t.work.terms)
                more = {"l": term.left, "r": term.right, "v": term.value}
                parts.append(self.say(t, "rechecks", **{k: self.num(t, v) for k, v in more.items()}))
            elif kind == "idle":
                parts.append(self.say(t, "idles"))
            elif kind == "whole":
                start = self.say(t, "ok_whole")
                parts.append(t.r(self.glue(t, start, self.worked(t, t.other(), 0.5), self.say(t, "agrees"))))
            elif kind == "readd":
                parts.append(t.r(t.one("Adding once more: ", "The sum again: ", "Re-adding: ") + self.join(
                    t, f"{t.sum(t.work, True)} = {t.m(t.candidate)}") + t.one(", fine.", ", as before.", ". Good.")))  # fmt: skip
            elif kind == "guess":
                guess = t.estimate()
                parts += [self.guess(t, "ok_guess", guess)] if guess and guess[:2] != (t.a, t.b) else []
            else:
                parts.append(t.r(self.say(t, f"ok_{kind}", **known)))
        return parts

    def closing(self, t: Telling) -> str:
        parts = self.confirming(t)
        if parts and t.chance(0.7):
            parts.append(self.say(t, "confirms"))
        settle = t.r(self.say(t, "settles")) if t.chance(0.75) else ""
        text = self.glue(t, *parts, settle)
        text = (self.gap + self.head(t, "close") + text) if text else ""
        return text + ("\n</think>\n\n" if self.tag else "\n\n") + self.final(t)

    def final(self, t: Telling) -> str:
        return t.r(self.say(t, "finals"))


class LlRoneAlternator(_Doubter):
    """R1: rambling paragraphs, commas, × ; a short answer, sometimes boxed."""

    tag = True
    methods = ("high", "chunks", "round", "area")
    groupings = ("comma", "comma", "plain")
    opens = (
        "Okay, I've been asked for {ab}. Big-ish multiplication, so slow and steady.",
        "Alright, {ab}. My head isn't a calculator, so let me be deliberate here.",
        "So the task: {a} times {b}. I'd better lay the pieces out.",
        "Hmm, {ab}. Let me think about how to go at this without tripping.",
        "First, what's being asked: the product {ab}. Nothing hidden in it.",
        "Okay so {ab}, let me get my bearings before multiplying anything.",
    )  # fmt: skip
    commits = (
        "So {ab} should be {c}.", "That makes the product {c}.", "Okay, so I'm getting {c} for {ab}.",
        "Which tells me {ab} = {c}.", "So, {c} it would be.", "Therefore the result is {c}.",
    )  # fmt: skip
    doubts = (
        "Wait, though. I'm uneasy about {p}; I went through it quickly.",
        "Hmm, but is it? {p} doesn't sit right with me somehow.",
        "Wait wait. I may have let a carry slide on the way to {p}.",
        "Hold on, let me not get ahead of myself. How sure am I about {p}? Not very.",
        "But hmm, I juggled a lot of numbers to reach {p}.", "Wait, was I mixing up places back there?",
    )  # fmt: skip
    disowns = (
        "I'm not going to stand behind {p}. Scrap that.", "Okay, forget {p}; I don't believe it any more.",
        "So I take {p} back.", "Better to throw {p} away than to patch it.", "That number is off the table, then.",
    )  # fmt: skip
    restarts = (
        "From the top, with a different split.", "Let me work it out afresh.", "Clean slate.",
        "Once more from the beginning, and no rushing.", "Let me do the whole multiplication again.",
    )  # fmt: skip
    confirms = (
        "Okay, that settles my nerves.", "Good, so nothing contradicts it.", "Alright, I'm at peace with it now.",
        "So the doubts were for nothing this time.", "Right, that hangs together.",
    )  # fmt: skip
    settles = (
        "So after all the back and forth, {c} is what I'll give.", "I'll answer {c}.", "Okay, {c}. Done worrying.",
        "I'm settling on {c}.", "Final decision: {c}.",
    )  # fmt: skip
    finals = (
        "{ab} = **{c}**", "The product of {a} and {b} is **{c}**.", "Multiplying {a} by {b} gives **{c}**.",
        "$$\\boxed{{{c}}}$$", "**Answer:** {c}", "The result of {ab} is {c}.",
    )  # fmt: skip


class LlQwenLoopback(_Doubter):
    """Qwen3: many short paragraphs, plain digits, 'But wait'; the answer under a heading with a box."""

    tag = True
    loose = 0.9
    groupings = ("plain", "comma")
    signs = ("×", "*")
    methods = ("high", "low", "swapped", "chunks")
    opens = (
        "Okay, the user wants {ab}. I'll do it by parts and keep an eye on myself.",
        "Let me figure out {ab} by hand. I should be careful with place values.",
        "Alright, {a} multiplied by {b}. Let me recall the distributive law and use it.",
        "Okay, so I have to multiply {a} and {b}. I sometimes slip on these, so step by step.",
        "The question is {ab}. There may be a shortcut, but parts will do.",
    )  # fmt: skip
    plans = (
        "Break down {wb}: {f}.", "If {wb} is written as {f}, then I multiply {wa} with each part.",
        "So the parts of {wb} are {f}. Let me handle them in turn.",
        "Using {wb} = {f}, the work becomes {k} easy products.",
    )  # fmt: skip
    commits = (
        "So the product should be {c}.", "Therefore, {ab} = {c}.", "Hence the answer seems to be {c}.",
        "That would make it {c}.", "So I get {c} as the product.", "Thus {ab} equals {c}.",
    )  # fmt: skip
    doubts = (
        "But wait, maybe I misplaced something on the way to {p}.",
        "Hmm, let me question {p} for a second. Did I line the parts up properly?",
        "But hold on, is {p} right? It was a lot of adding.", "Wait a second. I have the feeling that {p} isn't it.",
        "However, I'm a bit shaky on one of the parts behind {p}.",
    )  # fmt: skip
    disowns = (
        "I don't want to rely on {p}, so I'm abandoning it.", "Then {p} shouldn't be kept. Let me discard it.",
        "So I withdraw {p}.", "I think {p} is a mistake. Set it aside.", "Right, {p} is out.",
    )  # fmt: skip
    restarts = (
        "Let me redo the calculation in another order.", "Starting over, more slowly this time.",
        "Let me compute everything again without looking at the earlier figures.", "Okay, a fresh attempt.",
        "So once again, all the way through.",
    )  # fmt: skip
    confirms = (
        "Okay, that checks out.", "So the checks are on its side.", "Good. I can be confident now.",
        "That takes care of my doubts.", "Everything is consistent then.",
    )  # fmt: skip
    settles = (
        "So I'll go with {c}.", "Therefore I'm confident that the answer is {c}.",
        "Alright, {c} is the one I'll present.", "So the final result stays {c}.",
    )  # fmt: skip
    finals = (
        "### Answer\n\n$$\n\\boxed{{{c}}}\n$$", "**Final result**\n\n{ab} = **{c}**",
        "The product of {a} and {b} is:\n\n$$\n\\boxed{{{c}}}\n$$", "{ab} = {c}.",
        "So, the value of {ab} is **{c}**.",
    )  # fmt: skip


class LlTinySpinner(_Doubter):
    """A small distilled model: run-on, stars, typos, circles back without end."""

    tag = True
    loose = 0.25
    gap = "\n"
    groupings = ("plain",)
    signs = ("*", "x")
    methods = ("low", "high", "chunks")
    slipping = 0.2
    opens = (
        "so we need to find {ab} and i will do it in parts", "To get {ab}, first I think about what the parts are.",
        "We have {a} and {b} and they want the multiplying of them.",
        "Hmm ok {ab}, that is a product, let me do it by the digits.", "First I see the numbers {a} and {b}.",
    )  # fmt: skip
    steps = ("{e}.", "so {e}.", "and {e}.", "now {e}.", "{e} ok.")
    slips = (
        "{l} {x} {r} = {w} no no {v}.", "{l} {x} {r} = {w}, hmm that is not it, it is {v}.",
        "{l} {x} {r} is {w} i mean {v}.",
    )  # fmt: skip
    commits = (
        "So the answer is {c}.", "so {ab} = {c}.", "so it is {c} in total.", "So we get {c} for the product.",
        "that means {ab} is {c}.", "So total is {c}, that is the product.",
    )  # fmt: skip
    doubts = (
        "Wait but {p} maybe is not right because i did it fast.", "Hmm i am confused about {p} now.",
        "But hmm, {p}? I am not so sure i added good.", "Wait, let me think about {p} more. It feels too strange.",
        "wait i think i did some step not correctly.",
    )  # fmt: skip
    disowns = (
        "So {p} is not good, i forget it.", "ok so not {p}.", "I will not use {p} anymore.",
        "So that was wrong and i delete {p}.", "No, {p} is a bad answer.",
    )  # fmt: skip
    restarts = (
        "Let me do it again from start.", "so again, from zero.", "I start again and write each part.", "Ok new try.",
        "Now one more time with all parts.",
    )  # fmt: skip
    confirms = (
        "So it is good.", "ok good it is correct.", "Yes so that is fine.", "So my answer was ok.",
        "ok i am sure now.",
    )  # fmt: skip
    settles = (
        "So I say {c}.", "ok so i take {c}.", "So the end answer is {c}.", "Then i finish with {c}.",
    )  # fmt: skip
    finals = (
        "Answer: {c}", "The answer is {c}.", "{ab} = {c}", "\\boxed{{{c}}}", "So {ab} is equal to {c}.",
    )  # fmt: skip

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.015)


class LlColumnPacer(_Doubter):
    """Thinks in fenced columns, paces around them, and answers in one line."""

    tag = True
    methods = ("low", "high")
    signs = ("x", "×")
    groupings = ("plain",)
    ways: ClassVar[dict[str, float]] = {"redo": 0.55, "mend": 0.3, "check": 0.15}
    opens = (
        "Pen-and-paper style for {ab}.", "I'll stack the numbers for {ab}.",
        "{ab}, written out under each other as at school.",
        "Columns are the least error-prone for me, so {ab} in columns.", "Long multiplication, then: {ab}.",
    )  # fmt: skip
    commits = (
        "Under the line: {ab} = {c}.", "So the bottom row gives me {c} as the product.",
        "The columns say {ab} is {c}.", "That reads {c}, my result.", "So {c} comes out at the foot of it.",
    )  # fmt: skip
    doubts = (
        "Hmm, did I shift every row by the right amount? I can't vouch for {p}.",
        "Those carries at the end bother me; {p} may be off.",
        "Wait. The rows may not have been aligned when I read off {p}.", "I read {p} off too casually.",
        "Let me stare at {p} a bit. No, I don't like it.",
    )  # fmt: skip
    disowns = (
        "I'm crossing the whole stack out, {p} included.", "So strike {p}.", "Rub out {p}.", "{p} goes in the bin.",
    )  # fmt: skip
    restarts = ("New stack.", "Write it all out again.", "Again, rows redone from nothing.", "Fresh paper.")
    confirms = (
        "So the stack holds.",
        "Rows are fine.",
        "Good, no misalignment.",
        "Okay, the foot of the column is safe.",
    )
    settles = ("{c} it stays.", "I'll copy out {c}.", "So I stop at {c}.", "Enough pacing: {c}.")
    finals = ("{ab} = {c}", "The product is **{c}**.", "**{c}**", "Result: {c}", "By long multiplication, {ab} = {c}.")

    def worked(self, t: Telling, work: Work, plan: float = 0.9) -> str:
        if work.method in ("area", "round"):
            return super().worked(t, work, plan)
        lead = self.plan(t, work) if t.chance(0.3) else ""
        if t.flag("fenced", 0.7):
            return self.glue(t, lead, f"```\n{t.columns(work)}{t.total(work)}\n```")
        return self.glue(t, lead, f"{t.columns(work)}{t.total(work)}")


class LlLatexQuaverer(_Doubter):
    """Inline LaTeX in the thought, a displayed box after it."""

    tag = True
    groupings = ("latex", "plain", "thin")
    signs = ("\\times", "\\cdot")
    methods = ("high", "area", "round", "chunks")
    opens = (
        "We need the value of {ab}. Expanding by distributivity is the natural thing.",
        "To evaluate: {ab}. I'd proceed by expansion and be suspicious throughout.",
        "The quantity wanted is {ab}; let me expand it.", "Let me set up {ab} so that each product is elementary.",
        "Consider {ab}. No trick suggests itself at once.",
    )  # fmt: skip
    commits = (
        "Consequently {ab} comes to {c}.", "Hence the product equals {c}.", "This yields {c} for {ab}.",
        "So the value I obtain is {c}.", "It follows that the product is {c}.",
    )  # fmt: skip
    doubts = (
        "Yet I hesitate: the way to {p} was not entirely clean.",
        "Hmm. Is {p} actually justified? I am no longer convinced.",
        "Wait, one of the summands behind {p} may be misplaced.", "I would not bet on {p}, thinking about it.",
        "But perhaps an order of magnitude slipped somewhere before {p}.",
    )  # fmt: skip
    disowns = (
        "I retract {p}.", "So {p} must be considered refuted, or at least unproven; I drop it.",
        "Accordingly, {p} is withdrawn.", "I therefore reject {p}.",
    )  # fmt: skip
    restarts = (
        "Let us expand anew.", "A new derivation, then.", "I repeat the evaluation from first principles.",
        "Once more, with a different decomposition.", "We begin again.",
    )  # fmt: skip
    confirms = (
        "The verification is satisfactory.", "Hence no objection remains.", "This is consistent.",
        "So the value survives scrutiny.",
    )  # fmt: skip
    settles = (
        "I conclude with {c}.", "Thus I keep {c}.", "The value {c} is the one to report.", "So, finally, {c}.",
    )  # fmt: skip
    finals = ("BOX", "BOX", "The product is BOX", "Therefore {ab} equals {c}.", "We obtain BOX")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self_open = t.one("\\(", "$")
        t.__dict__["ends"] = (self_open, "\\)" if self_open == "\\(" else "$")

    def join(self, t: Telling, numbers: str) -> str:
        return t.__dict__["ends"][0] + numbers + t.__dict__["ends"][1]

    def num(self, t: Telling, number: int) -> str:
        return self.join(t, t.m(number))

    def times(self, t: Telling) -> str:
        return self.join(t, t.x)

    def final(self, t: Telling) -> str:
        text = self.say(t, "finals")
        box = t.one(f"\\[\n{t.boxed()}\n\\]", f"$$\n{t.boxed()}\n$$")
        return t.r(
            text.replace("The product is BOX", "The product is\n\nBOX")
            .replace("obtain BOX", "obtain\n\nBOX")
            .replace("BOX", box)
        )


class LlLedgerBalancer(_Doubter):
    """A thought kept as dashed notes, each result entered and struck."""

    tag = True
    gap = "\n"
    loose = 1.0
    groupings = ("comma", "narrow", "space")
    signs = ("×", "·", "*")
    methods = ("high", "chunks", "low", "swapped")
    opens = (
        "task: {ab}", "to find: {ab}, by pieces", "{a} and {b}, multiply; keep a tidy record", "notes on {ab}",
        "product wanted of {a} and {b}",
    )  # fmt: skip
    plans = ("{wb} → {f}", "split: {wb} = {f}", "take {wb} as {f}, {k} entries", "pieces of {wb}: {f}")
    steps = ("{e}", "{e}", "entry: {e}", "{e} (small enough to trust)")
    slips = (
        "{l} {x} {r} = {w} -> misread, {v}",
        "{l} {x} {r}: {w}, corrected at once to {v}",
        "{l} {x} {r} = {w}, rather {v}",
    )
    sums = ("sum: {s} = {c}", "{s} = {c}", "together {s} = {c}")
    runs = ("running: {run}", "balance: {run}", "carry forward: {run}")
    commits = (
        "result: {ab} = {c}", "so product = {c}", "entered as the answer: {c}", "=> answer {c}",
        "conclusion, {ab} gives {c}", "book it: the product is {c}",
    )  # fmt: skip
    doubts = (
        "not sure about {p}, the sum was done in one breath", "query against {p}: places?",
        "unease: {p} was entered without a second look", "hm, {p}... one of the pieces could be short",
        "objection to {p}, can't name it yet",
    )  # fmt: skip
    disowns = (
        "{p} struck off",
        "{p}: void",
        "I cancel {p}",
        "so {p} is no longer the answer",
        "verdict on {p}: rejected",
    )
    restarts = (
        "redo all entries",
        "open a new page",
        "all over again",
        "second thoughts => full recount",
        "start from nothing",
    )
    confirms = ("books balance", "no discrepancy left", "so the entry is sound", "checks done, nothing found")
    settles = ("final entry {c}", "closing on {c}", "{c} stands", "leave it at {c}")
    finals = ("**{c}**", "{ab} = {c}", "The answer is {c}.", "Product: {c}", "The product of {a} and {b} is {c}.")

    def block(self, t: Telling, work: Work) -> str:
        return "\n".join(self.step(t, term, self.slipping) for term in work.terms)

    def finish(self, t: Telling, text: str) -> str:
        thought, close, answer = text.partition("\n</think>")
        lines = thought.split("\n")
        mark = t.one("- ", "- ", "* ", "• ")
        return "\n".join(x if not x or x == "<think>" else mark + x for x in lines) + close + answer


class LlQwqDoubler(_Doubter):
    """QwQ without tags: 'Alternatively', first person, a bold final answer in a box."""

    methods = ("high", "round", "area", "swapped")
    groupings = ("plain", "comma")
    most_checks = 4
    opens = (
        "To multiply {a} by {b}, I want to be methodical, since I tend to trip in the middle.",
        "So, {ab}. Let me see what a sensible route would be.",
        "I have {ab} before me. A head-on attack by parts seems okay.",
        "Let's look at {ab}. First thought: split one factor.", "Alright, {ab}, let's do this the long way.",
    )  # fmt: skip
    commits = (
        "So that puts {ab} at {c}.", "So, {ab} = {c}, it seems.", "This way the product is {c}.",
        "Thus my result is {c}.", "So I arrive at {c}.",
    )  # fmt: skip
    doubts = (
        "But is that so? I have a nagging feeling about {p}.",
        "Hmm, {p}. Let me be skeptical for a moment; I added a lot in one go.",
        "Wait, maybe I've mistaken a place value in getting {p}.", "However, {p} came too easily.",
        "Now I start to wonder about {p}.",
    )  # fmt: skip
    checks = (
        "Alternatively, I can take another approach and see if {p} comes out.",
        "Perhaps a different breakdown would tell me about {p}.",
        "Alternatively, use the parts of the other kind and compare with {p}.",
        "I could hold {p} against a second method.",
    )  # fmt: skip
    disowns = (
        "I can't keep {p} like that. Let me let go of it.", "So {p} isn't something I accept.",
        "Okay, I was mistaken with {p}.", "Then {p} is to be dismissed.", "All right, {p} is discarded.",
    )  # fmt: skip
    restarts = (
        "Perhaps I should go through it all again.", "Let me attempt the product afresh.",
        "Alternatively, begin again with other parts.", "So, one more complete pass.",
        "Let me rebuild it from the ground.",
    )  # fmt: skip
    confirms = (
        "That gives me the confidence I lacked.", "So I was right to keep it.", "Everything points the same way.",
        "Good, I can stop questioning it.",
    )  # fmt: skip
    settles = (
        "So I'm going to stick with {c}.", "Therefore, the product I trust is {c}.", "To sum up, {ab} = {c}.",
        "All considered, {c}.",
    )  # fmt: skip
    finals = (
        "**Final Answer**\n\n\\[ \\boxed{{{c}}} \\]", "**Final Answer**\n\n$\\boxed{{{c}}}$", "Final answer: {c}",
        "So the final answer is \\(\\boxed{{{c}}}\\).",
    )  # fmt: skip


class LlOssNiggler(_Doubter):
    """gpt-oss: clipped analysis, then a one-line final message."""

    loose = 0.15
    gap = "\n\n"
    groupings = ("plain", "comma", "narrow")
    signs = ("*", "×")
    methods = ("high", "chunks", "round")
    opens = (
        "Need {ab}.",
        "Compute {ab}.",
        "We need product of {a} and {b}.",
        "User wants {ab}. Do by hand.",
        "{ab}. Split.",
    )
    plans = ("{wb} = {f}.", "Use {f} for {wb}.", "{wa} times ({f}).", "Parts of {wb}: {f}.")
    steps = ("{e}.", "{e}.", "{e};", "{e}.")
    slips = ("{l} {x} {r} = {w}? No {v}.", "{l} {x} {r}={w} oh {v}.", "{l} {x} {r} = {w}, wrong, {v}.")
    sums = ("Sum {s} = {c}.", "Total: {s} = {c}.", "{s} = {c}.")
    runs = ("Add: {run}.", "{run}.", "Sum up: {run}.")
    commits = ("So {c}.", "Product {c}.", "So answer {c}.", "Gives {ab} = {c}.", "Thus {c}.", "So we have {c}.")
    doubts = (
        "Hmm, {p} suspicious.",
        "Not convinced of {p}.",
        "{p}? Need care.",
        "Maybe slip before {p}.",
        "Doubt {p}: added too fast.",
    )
    mild = ("Recheck parts of {p}.", "Go over steps.", "Verify pieces.", "Check each part again.")
    finds = (
        "{l} {x} {r} should be {now}, not {was}.",
        "{l} {x} {r} = {now}; used {was}. Oops.",
        "Error: {l} {x} {r} is {now} (had {was}).",
    )
    giveups = ("So {p} wrong.", "{p} not valid.", "Drop {p}.", "Thus not {p}.")
    checks = ("Cross-compute to test {p}.", "Other split vs {p}.", "Test {p} otherwise.", "Independent check of {p}.")
    clashes = (
        "Not {p}. Gap {d}.", "Against {p}: off by {d}.",
        "Differs from {p} by {d}.", "Conflict with {p}.", "Not equal {p}. Diff {d}.",
    )  # fmt: skip
    weighs = (
        "Compare: {e} fine here, nothing wrong in this run. Side with it.",
        "Which? {e} ok. Trust this run.", "Recheck {e}: ok. Old one faulty.", "{e} solid. Earlier sum must have slip.",
    )  # fmt: skip
    disowns = ("Reject {p}.", "So discard {p}.", "{p} is off; ignore it.", "Not {p}.")
    restarts = ("Recompute.", "Redo fully.", "Again from scratch.", "Compute anew.", "Do over.")
    sames = (
        "Back to same number.", "Same as before.", "Same number again.", "Identical to the discarded one.",
    )  # fmt: skip
    olds = (
        "Differs from dropped {p} by {d}.", "(Off by {d} earlier.)", "So {p} stays rejected.",
    )  # fmt: skip
    idles = (
        "Another method? Unneeded.",
        "Could be other slip? None seen.", "Fine, no need for more.", "Any carry lost? No.",
    )  # fmt: skip
    confirms = ("Good.", "OK consistent.", "Fine.", "Verified.", "All good.")
    settles = ("Final {c}.", "Go with {c}.", "We'll output {c}.", "Answer {c}.")
    finals = ("{ab} = **{c}**", "**{c}**", "The product is {c}.", "\\({c}\\)", "{a} times {b} equals {c}.")

    def first(self, t: Telling) -> str:
        return ("analysis" if t.flag("marked", 0.5) else "") + super().first(t)

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        body, _, last = text.rpartition("\n\n")
        return body + ("assistantfinal" if t.flag("marked", 0.5) else "\n\n") + last


class LlGeminiReckoning(_Doubter):
    """Gemini: summaries of a thought under bold headings, then the answer."""

    loose = 0.2
    groupings = ("comma",)
    methods = ("high", "chunks", "round")
    ways: ClassVar[dict[str, float]] = {"redo": 0.4, "mend": 0.25, "check": 0.35}
    heads: ClassVar[dict[str, Bank]] = {
        "first": (
            "Sizing Up the Product",
            "Laying Out the Pieces",
            "Approaching the Multiplication",
            "Mapping the Parts",
        ),
        "redo": (
            "Retracing from Zero",
            "Starting the Count Afresh",
            "Letting Go and Rebuilding",
            "Reworking Everything",
        ),
        "mend": ("Tracing a Slip", "Inspecting Each Piece", "Pinning Down the Fault", "Adjusting One Step"),
        "check": (
            "Comparing Two Totals",
            "Weighing Rival Figures",
            "Consulting a Second Route",
            "Reconciling the Runs",
        ),
        "close": ("Settling the Matter", "Coming to Rest", "Closing the Reckoning", "Confirming the Figure"),
    }
    drifts = (
        "I briefly considered the digit sum of {a}, which is {da}, and filed it away.",
        "I was sidetracked by parity: {a} is {pa}, {b} is {pb}, so an {pab} product is expected.",
        "I toyed with a symmetrical rewriting around {mid} but found it no easier.",
    )  # fmt: skip
    mild = (
        "I'm inspecting the components behind {p} one at a time.", "I've gone back over the individual steps.",
        "My attention is on whether each piece of {p} is sound.", "I'm retracing the partial results.",
    )  # fmt: skip
    finds = (
        "I'd misjudged {l} {x} {r}: {now} is right and {was} is not.",
        "I noticed that {l} {x} {r} is {now}, whereas I had used {was}.",
        "The flaw is in {l} {x} {r}: it gives {now}, and I'd carried {was}.",
        "I've located it: {l} {x} {r} was entered as {was} and should be {now}.",
    )  # fmt: skip
    giveups = (
        "This invalidates {p}.",
        "I can no longer uphold {p}.",
        "That rules out {p}.",
        "I've therefore dropped {p}.",
    )
    checks = (
        "I'm not content with {p} alone, so I'm computing a counterpart.", "I'm testing {p} by a separate route.",
        "To corroborate {p}, I've chosen another decomposition.",
        "I want a second opinion on {p}, so I'm recomputing differently.",
    )  # fmt: skip
    clashes = (
        "The two outcomes diverge by {d}, and {p} is in question.", "This contradicts {p}; the discrepancy is {d}.",
        "I now have two conflicting totals, {d} apart.", "It doesn't match {p}.",
    )  # fmt: skip
    weighs = (
        "Setting the totals against each other, I find {e} solid and nothing amiss in this route, so it prevails.",
        "Having reviewed {e}, I consider the newer route the more reliable one.",
        "I've compared both: {e} withstands inspection, and the older total has the weaker footing, so I'm letting it go.",
        "I trust the newer decomposition, where {e} is straightforward, over the older one.",
    )  # fmt: skip
    idles = (
        "I paused over a possible lost carry and found none.",
        "I contemplated another method but see no need for it.",
        "A residual doubt about the carries came to nothing.", "I've been tempted to restart, without a reason to.",
    )  # fmt: skip
    opens = (
        "I'm turning to {ab}, and my plan is to keep every piece visible.",
        "My focus is {ab}; I've decided on a place-value breakdown.",
        "The request is for {ab}. I'm inclined to separate one factor into parts.",
        "I've begun with {ab}, taking it in manageable portions.",
    )  # fmt: skip
    steps = ("I find {e}.", "{e} follows.", "I have {e}.", "Then {e}.", "This gives {e}.")
    commits = (
        "My working result is now {ab} = {c}.", "This brings me to {c} for the product.",
        "I therefore take the product to be {c}.", "I've arrived at {c}.", "That leads me to the answer {c}.",
    )  # fmt: skip
    doubts = (
        "I've grown wary of {p}; the final addition felt hurried.",
        "I'm now questioning {p}, though I can't yet name the flaw.", "On reflection, {p} leaves me unsettled.",
        "There's a lingering concern over how I reached {p}.",
    )  # fmt: skip
    disowns = (
        "I'm setting {p} aside for good.", "I've decided not to retain {p}.", "I'm rejecting {p}.",
        "I no longer endorse {p}.",
    )  # fmt: skip
    restarts = (
        "I'm redoing the entire computation.", "I'm building the product again with fresh parts.",
        "I've started over.", "I'm running the full multiplication once more.",
    )  # fmt: skip
    confirms = (
        "I'm reassured by this.", "This supports my conclusion.", "My confidence has returned.",
        "I see no remaining conflict.",
    )  # fmt: skip
    settles = (
        "I'm ready to present {c}.", "I've settled on {c}.", "I'm finalizing {c} as the answer.",
        "My conclusion is {c}.",
    )  # fmt: skip
    finals = ("{ab} = **{c}**", "The product of {a} and {b} is **{c}**.", "{a} multiplied by {b} is {c}.", "**{c}**")

    def head(self, t: Telling, kind: str) -> str:
        used: set[str] = t.__dict__.setdefault("headed", set())
        title = t.rng.choice([h for h in self.heads[kind] if h not in used] or list(self.heads[kind]))
        used.add(title)
        return f"**{title}**\n\n"


class LlLowerHaverer(_Doubter):
    """Lower case, dots and dashes, thought as it comes."""

    gap = "\n"
    loose = 0.6
    pause = "..."
    groupings = ("plain", "comma", "underscore")
    signs = ("*", "x", "×")
    methods = ("high", "low", "round", "swapped")
    slipping = 0.18
    opens = (
        "ok {ab}... let me think", "hmm, {ab}. doing this one in my head-ish", "{ab}, right. pieces first",
        "so {a} by {b}, let's see what falls out", "alright alright, {ab}",
    )  # fmt: skip
    steps = ("{e},", "{e};", "{e}...", "ok {e},", "so {e},")
    slips = ("{l} {x} {r} is {w}, ugh no, {v},", "{l} {x} {r} = {w}... nah {v},", "{l} {x} {r}: {w}? nope: {v},")
    sums = ("all in all {s} = {c}", "add up, {s} = {c}", "{s} = {c}")
    runs = ("adding along: {run}", "pile: {run}", "goes {run}")
    commits = (
        "so {ab} is {c}", "so i've got {c} for the product", "that'd be {c} then", "which makes the answer {c}",
        "ok so {ab} = {c}",
    )  # fmt: skip
    doubts = (
        "hmm but {p}... does that smell right? not really", "nah wait. {p} feels fishy",
        "ugh, i wasn't paying attention around {p}", "but then again {p} might have a hole in it",
        "not loving {p}, to be honest",
    )  # fmt: skip
    disowns = ("so bye {p}", "i'm dumping {p}", "ok {p} is dead", "no more {p}", "right, {p} was rubbish, out with it")
    restarts = (
        "again, then...",
        "go again, whole thing",
        "take it from the start",
        "fresh go",
        "once more, awake this time",
    )
    confirms = ("phew, ok", "good, it's fine", "yeah that's solid", "right, worry over")
    settles = ("so i'll leave it at {c}", "yep, {c}", "going with {c}", "{c}, done dithering")
    finals = ("answer: {c}", "{ab} = {c}", "final: {c}", "so, {c}.", "-> {c}")

    def finish(self, t: Telling, text: str) -> str:
        return text.lower()


class LlNumberedTurner(_Doubter):
    """Thoughts numbered straight on over attempts and doubts."""

    gap = "\n"
    loose = 0.75
    groupings = ("comma", "plain", "apostrophe")
    signs = ("×", "*", "x")
    methods = ("high", "area", "chunks", "swapped")
    opens = (
        "Goal: {ab}.", "The problem is {ab}; I break it into small multiplications.",
        "I read the task: {a} times {b}.", "What I need is {ab}.", "Start with the two factors, {a} and {b}.",
    )  # fmt: skip
    commits = (
        "Result of this pass: {c}.", "So I note {ab} = {c}.", "I put the product at {c}.", "From this, {ab} = {c}.",
        "So my answer at this point is {c}.",
    )  # fmt: skip
    doubts = (
        "I pause over {p}. Something in the last addition was careless.", "Is {p} believable? I have reservations.",
        "A worry: {p} depends on steps I didn't look at twice.", "Reading back, I wouldn't sign {p}.",
        "Not comfortable with {p}.",
    )  # fmt: skip
    disowns = (
        "I cancel {p}.",
        "Decision: {p} is not kept.",
        "I give {p} up.",
        "{p} is rejected.",
        "So {p} falls away.",
    )
    restarts = (
        "New pass, all steps.", "I solve it again.", "Back to the factors, fresh.",
        "Everything once more, in a changed order.", "Another full pass.",
    )  # fmt: skip
    confirms = ("That test is passed.", "No fault found.", "The doubt is resolved.", "Everything in order.")
    settles = ("I keep {c}.", "Decision: {c}.", "So it ends with {c}.", "{c} is what I hand in.")
    finals = ("Final answer: {c}", "**{ab} = {c}**", "Answer: **{c}**", "The product is {c}.", "Therefore: {c}")

    def block(self, t: Telling, work: Work) -> str:
        sep = "\n" if t.flag("lines", 0.6) else " "
        return sep.join(self.step(t, term, self.slipping) for term in work.terms)

    def finish(self, t: Telling, text: str) -> str:
        body, _, last = text.rpartition("\n\n")
        mark = t.one("{}. ", "({}) ", "{}) ", "[{}] ")
        lines = [line for line in body.split("\n") if line]
        return "\n".join(mark.format(i) + line for i, line in enumerate(lines, 1)) + "\n\n" + last


class LlScaleTipper(_Doubter):
    """Prose under 'run' headings that always holds a new total against the old one."""

    groupings = ("comma", "space", "plain")
    signs = ("×", "·")
    methods = ("high", "round", "chunks", "low")
    ways: ClassVar[dict[str, float]] = {"redo": 0.3, "mend": 0.2, "check": 0.5}
    opens = (
        "I'll run {ab} at least once with care.", "On the table: {ab}.",
        "{ab} is to be found; I'll judge afterwards whether I believe the figure.",
        "Take {ab}. I'll note a total, then see how it weighs.", "Here I work out {ab}.",
    )  # fmt: skip
    commits = (
        "The scale tips to {c}: that is my product.", "I hold that {ab} = {c}.", "My figure is {c}.",
        "For now and with reasons, the answer is {c}.", "So {ab} comes to {c}.", "I put my weight behind {c}.",
    )  # fmt: skip
    doubts = (
        "How heavy is the case for {p}? Lighter than I'd like.", "Against {p} speaks how quickly it came.",
        "I can't find the strength to defend {p}.", "The evidence behind {p} is one hurried addition.",
        "Turning {p} over, I trust it less each time.",
    )  # fmt: skip
    disowns = (
        "It loses: {p} is withdrawn.", "I give up {p}.", "So {p} is weighed and found wanting.", "Away with {p}.",
        "I stop believing in {p}.",
    )  # fmt: skip
    restarts = (
        "A wholly new run is due.", "Everything gets computed again.", "Empty the scale and begin anew.",
        "I solve it once more, unprejudiced.",
    )  # fmt: skip
    confirms = ("The balance is level.", "All weights agree.", "Nothing on the other side.", "That adds to its weight.")
    settles = (
        "I come down on {c}.", "So the verdict: {c}.", "With that, {c} is settled.", "{c} carries it.",
    )  # fmt: skip
    finals = ("**Answer: {c}**", "{ab} = {c}", "Answer: {c}.", "The product, settled: **{c}**.", "\\boxed{{{c}}}")

    def head(self, t: Telling, kind: str) -> str:
        if not t.flag("headings", 0.65):
            return ""
        if kind == "close":
            return t.one("#### Last look\n\n", "#### Settling\n\n", "")
        name = {"first": "opening run", "redo": "new run", "mend": "back over the steps", "check": "counter-run"}[kind]
        return f"#### {t.index + 1}. {name[0].upper() + name[1:]}\n\n"


STYLES = {
    style.name: style
    for style in (
        LlRoneAlternator(), LlQwenLoopback(), LlTinySpinner(), LlColumnPacer(), LlLatexQuaverer(), LlLedgerBalancer(),
        LlQwqDoubler(), LlOssNiggler(), LlGeminiReckoning(), LlLowerHaverer(), LlNumberedTurner(), LlScaleTipper(),
    )
}  # fmt: skip
