"""Reasoning models that think and doubt before the final answer: eight habits of the years 2024 to 2026."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import Any, ClassVar, TypeAlias
from weakref import WeakKeyDictionary

from .common import Style, Telling, Term, Work

Pool: TypeAlias = tuple[str, ...]


_SAID: WeakKeyDictionary[Telling, set[str]] = WeakKeyDictionary()  # phrases that a response has used already


def credible(term: Term) -> bool:
    """The value is right, or wrong in a way that a writer could overlook."""
    true = term.left * term.right
    if term.value == true:
        return True
    if term.right >= 10 and term.value in (true * 10, true // 10):
        return True
    left, right = str(term.left).rstrip("0"), str(term.right).rstrip("0")
    zeros = len(str(term.left)) + len(str(term.right)) - len(left) - len(right)
    easy = "1" in (left, right) or (len(left) == 1 and len(right) == 1)
    return not easy and term.value % 10**zeros == 0 and abs(term.value - true) <= true * 0.3


def left_out(w: Work) -> Term | None:
    """The partial product without which the sum would be the total, if the writer forgot one."""
    added = sum(term.sign * term.value for term in w.terms)
    if added == w.total or len(w.terms) < 3:
        return None
    return next((term for term in w.terms[1:] if added - term.sign * term.value == w.total), None)


def as_added(w: Work) -> Work:
    """The work with only the partial products that went into the sum."""
    forgotten = left_out(w)
    terms = tuple(term for term in w.terms if term is not forgotten)
    return Work(w.a, w.b, w.method, terms, w.total) if forgotten else w


def oddity(w: Work) -> int:
    """How odd the slip in the work would look to a reader."""
    added = sum(term.sign * term.value for term in w.terms)
    if added == w.total or left_out(w):
        return 0
    known = w.total in [term.value for term in w.terms]
    return (0 if abs(added - w.total) <= added * 0.2 else 1) + 2 * known


def no_longer_first(text: str) -> str:
    """The first of two methods is called the earlier one where there were more before."""
    text = re.sub(r"\b[Tt]he first time( around)?", lambda m: "Earlier" if m[0][0] == "T" else "earlier", text)
    nouns = "one|way|approach|calculation|computation|method|result|sum|pass|value|breakdown"
    text = re.sub(rf"\bfirst(?= (?:{nouns})\b)", "earlier", text)
    text = re.sub(r"\b([Tt])he first\b", r"\1he earlier one", text)
    text = re.sub(r"\bfirst (?=gave|wrong)", "earlier ", text).replace("First sum", "Earlier sum")
    return re.sub(r"\bFirst (?=had|probably)", "Earlier one ", text)


def carries(left: int, digit: int, x: str = "×") -> list[str]:
    """The multiplication of a number by one digit, place by place."""
    carry, steps = 0, []
    places = [int(d) for d in reversed(str(left))]
    for place, d in enumerate(places):
        value = d * digit + carry
        text = f"{d}{x}{digit}={d * digit}"
        if carry:
            text += f", plus {carry} is {value}"
        carry = value // 10
        if place < len(places) - 1:
            text += f", write {value % 10} carry {carry}" if carry else f", write {value % 10}"
        steps.append(text)
    return steps


class Cogitator(Style):
    """What the eight share: how an attempt, a confirming check, a revision and its outcome are put together."""

    par = "\n\n"
    gap = " "
    slippy = 0.09
    checking = 0.65
    weights: ClassVar[dict[str, float]] = {"redo": 2, "second": 3, "look": 4, "fail": 4, "tie": 3}

    openings: Pool
    plans: Pool
    pieces: Pool
    slips: Pool
    sum_slips: Pool
    totals: Pool  # before the additions
    commits: Pool
    stills: Pool
    doubts: Pool
    sames: Pool
    differs: Pool
    seconds: Pool
    clashes: Pool  # the second method disagrees: without the new number
    weighs: Pool  # why the second is trusted: without the new number
    verdicts: Pool
    verdicts_after: Pool  # the new number is committed already
    ties: Pool
    looks: Pool
    fines: Pool
    found_part: Pool
    found_sum: Pool
    readd: Pool
    qualms: Pool
    reliefs: Pool
    checks: dict[str, Pool]
    fails: dict[str, Pool]
    hunts: Pool
    conclusions: Pool
    answers: Pool

    # -- words ---------------------------------------------------------------------------------------------------------

    def say(self, t: Telling, pool: Pool, **more: Any) -> str:
        words: dict[str, Any] = {"a": t.n(t.a), "b": t.n(t.b), "ab": t.ab, "x": t.x, "c": t.n(t.candidate)}
        words["mc"] = t.m(t.candidate)
        words["p"] = t.n(t.previous) if t.index else ""
        words.update({name: t.n(value) if isinstance(value, int) else value for name, value in more.items()})
        said = _SAID.setdefault(t, set())
        options = [phrase for phrase in pool if phrase not in said]
        if not options:
            said.difference_update(pool)
            options = list(pool)
        phrase = t.rng.choice(options)
        said.add(phrase)
        if t.index > 1 and (pool is self.weighs or pool is self.clashes or pool is self.differs):
            phrase = no_longer_first(phrase)
        return phrase.format(**words)

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, self.commits))

    # -- work ----------------------------------------------------------------------------------------------------------

    def sound(self, t: Telling, w: Work) -> Work:
        """The work with the slip in the sum, where it was in a partial product that nobody gets so wrong."""
        values = {(term.left, term.right): term.value for term in w.terms}
        alike = all(values[term.left, term.right] == term.value for term in w.terms)
        if alike and all(credible(term) for term in w.terms):
            return w
        terms = tuple(Term(term.left, term.right, term.left * term.right, term.sign) for term in w.terms)
        return Work(w.a, w.b, w.method, terms, w.total)

    def chosen(self, t: Telling, works: list[Work]) -> Work:
        """The first work that reads well, else the least odd one."""
        if min(sum(digit != "0" for digit in str(number)) for number in (t.a, t.b)) < 2:
            works = [work for work in works if work.method != "area"]  # nothing to split by place value
        t.work = min((self.sound(t, work) for work in works), key=oddity)
        return t.work

    def solve(self, t: Telling, *methods: str) -> Work:
        works = [t.solve(*methods), t.solve(*methods), t.solve("high", "low"), t.solve("swapped"), t.solve("area")]
        return self.chosen(t, works)

    def other(self, t: Telling, *methods: str) -> Work:
        told, works = t.work, []
        for _ in range(3):
            t.work = told
            works.append(t.other(*methods))
        return self.chosen(t, [*works, t.solve("high", "low"), t.solve("swapped"), t.solve("area")])

    def piece(self, t: Telling, term: Term) -> str:
        """One partial product as a sentence."""
        easy = str(term.right).rstrip("0") == "1"
        if term.value == term.left * term.right and not easy and t.chance(self.slippy):
            return self.say(t, self.slips, l=term.left, r=term.right, v=term.value, w=t.near(term.value))
        return self.say(t, self.pieces, l=term.left, r=term.right, v=term.value)

    def details(self, t: Telling, term: Term, share: float) -> str:
        true = term.left * term.right
        easy = len(str(term.left).rstrip("0")) == 1 or term.right == 1 or abs(term.value - true) > true * 0.1
        return "" if easy else t.detail(term, share)

    def adding(self, t: Telling, w: Work) -> str:
        """The additions, with the total."""
        w = as_added(w)
        if len(w.terms) > 2 and not t.flag("one-line", 0.3):
            steps = w.steps()
            parts = []
            for number, (so_far, sign, value, result) in enumerate(steps):
                text = f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = "
                if number < len(steps) - 1 and t.chance(0.05):
                    text += self.say(t, self.sum_slips, w=t.near(result), v=result)
                else:
                    text += t.n(result)
                parts.append(text)
            return t.one(". ", ", then ", ". Then ").join(parts) + "."
        return f"{t.sum(w)} = {t.n(w.total)}."

    @abstractmethod
    def body(self, t: Telling, w: Work) -> str:
        """Partial products and their sum."""

    # -- checks that confirm -------------------------------------------------------------------------------------------

    def facts(self, t: Telling, number: int) -> dict[str, dict[str, Any]]:
        """The checks that the number passes, with what there is to say about them."""
        a, b, work = t.a, t.b, t.work
        facts: dict[str, dict[str, Any]] = {"glance": {}}
        terms = [term for term in work.terms if term.left > 9 or term.right > 9]
        if terms:
            term = t.rng.choice(terms)
            facts["part"] = {"l": term.left, "r": term.right, "v": term.value}
        steps = as_added(work).steps()
        if len(steps) > 1:
            facts["sum"] = {"s": steps[0][0], "op": "+" if steps[0][1] > 0 else "-", "u": steps[0][2], "v": steps[0][3]}
        if a < 10 and b < 10:
            return facts
        x, y = a % 10, b % 10
        if x * y % 10 == number % 10:
            facts["last"] = {"x1": x, "y1": y, "xy": x * y, "d": number % 10}
        if (a % 9) * (b % 9) % 9 == number % 9:
            facts["nines"] = {"x9": a % 9, "y9": b % 9, "m": (a % 9) * (b % 9), "z9": number % 9}
        ex, ey = self.rough(a), self.rough(b)
        if (ex, ey) != (a, b) and ex * ey != number and 0.8 < number / (ex * ey) < 1.25:
            facts["estimate"] = {"ex": ex, "ey": ey, "e": ex * ey}
        if round(number / b) == a and b > 9 and a > 9:
            facts["back"] = {}
        digits = len(str(a)) + len(str(b))
        if len(str(number)) in (digits - 1, digits):
            facts["size"] = {"da": len(str(a)), "db": len(str(b)), "dn": len(str(number))}
            facts["size"].update({"d1": digits - 1, "d2": digits})
        return facts

    @staticmethod
    def rough(number: int) -> int:
        unit = 10 ** max(0, len(str(number)) - (1 if number < 100 else 2))
        return round(number / unit) * unit

    def check(self, t: Telling, number: int) -> str:
        """A check that the number stands, or more than one; never the whole product anew."""
        facts = self.facts(t, number)
        kinds = t.rng.sample(list(facts), min(len(facts), t.rng.choice([1, 1, 2, 2, 3])))
        pools = dict(self.checks)
        if t.a < 10 and t.b < 10:
            pools["glance"] = self.tiny
        said = [self.say(t, pools[kind], **{"c": number, **facts[kind]}) for kind in kinds]
        return self.join(t, [self.say(t, self.qualms, c=number), *said, self.say(t, self.reliefs, c=number)])

    def join(self, t: Telling, parts: list[str]) -> str:
        return self.gap.join(part for part in parts if part)

    forgot: Pool = (
        "But in the sum I left out the {v}.",
        "But I never added the {v} from {l} {x} {r}, so {p} is too low.",
        "The {v} is missing from the sum, though. That's why I had {p}.",
        "Wait, the {v} didn't go into the addition at all.",
        "And there's the mistake: I forgot to include the {v}.",
        "Then the sum: I skipped {v} there. So {p} is wrong.",
        "But {p} doesn't include the {v}.",
        "Looking at the sum, I dropped the {v}.",
    )
    tiny: Pool = (
        "The tables say so.",
        "Counting it up in steps gets me there as well.",
        "I've gone over the addition again and it's fine.",
        "The sum is right when I look at it again.",
    )

    # -- revisions -----------------------------------------------------------------------------------------------------

    def failing(self, t: Telling) -> dict[str, dict[str, Any]]:
        """The checks that the candidate before fails and the new one passes."""
        a, b, p, c = t.a, t.b, t.previous, t.candidate
        failing: dict[str, dict[str, Any]] = {}
        if a < 10 and b < 10:
            return failing
        x, y = a % 10, b % 10
        if x * y % 10 == c % 10 != p % 10:
            failing["last"] = {"x1": x, "y1": y, "xy": x * y, "d": c % 10, "e": p % 10}
        x, y = a % 9, b % 9
        if x * y % 9 == c % 9 != p % 9:
            failing["nines"] = {"x9": x, "y9": y, "m": x * y, "z9": c % 9, "u9": p % 9}
        ex, ey = self.rough(a), self.rough(b)
        if 0.8 < c / (ex * ey) < 1.25 and not 0.7 < p / (ex * ey) < 1.4:
            failing["estimate"] = {"ex": ex, "ey": ey, "e": ex * ey, "way": "small" if p < ex * ey else "big"}
        return failing

    def again(self, t: Telling) -> str:
        text = ""
        if t.chance(0.15):
            text = self.par + self.check(t, t.previous) + self.gap + self.say(t, self.stills)
        failing = self.failing(t)
        earlier = [c for c in t.candidates[: t.index - 1] if c != t.previous]
        weights = dict(self.weights)
        if text or not failing:
            weights["fail"] = 0.0
        if not earlier:
            weights["tie"] = 0.0
        way = t.way(**weights)
        if way == "fail":
            return text + self.fail(t, failing)
        if way == "tie":
            return text + self.tie(t, earlier[-1])
        if way == "second":
            return text + self.second(t)
        if way == "look":
            told = self.look(t, self.par + self.say(t, self.looks))
            if told:
                return text + told
        return text + self.redo(t)

    def fresh(self, t: Telling) -> Work:
        if t.same and t.chance(0.4):
            return t.work
        return self.other(t) if t.same or t.chance(0.5) else self.solve(t)

    def redo(self, t: Telling) -> str:
        text = self.par + self.say(t, self.doubts)
        text += self.par + self.body(t, self.fresh(t)) + self.gap + self.commit(t)
        return text + self.remark(t)

    def remark(self, t: Telling) -> str:
        if t.same:
            return self.gap + t.r(self.say(t, self.sames))
        return self.gap + t.r(self.say(t, self.differs)) if t.chance(0.75) else ""

    def second(self, t: Telling) -> str:
        text = self.par + self.say(t, self.seconds) + self.par + self.body(t, self.other(t, "round", "area", "chunks"))
        evidence = {k: v for k, v in self.failing(t).items() if k in self.evidence}
        if t.chance(0.55):
            text += self.gap + self.commit(t) + self.par + self.say(t, self.clashes)
            if evidence and t.chance(0.7):
                kind = t.rng.choice(list(evidence))
                text += self.gap + self.say(t, self.evidence[kind], **evidence[kind])
            else:
                text += self.gap + self.say(t, self.weighs)
            return text + self.gap + t.r(self.say(t, self.verdicts_after))
        text += self.par + self.say(t, self.clashes) + self.gap + self.say(t, self.weighs)
        return text + self.gap + t.c(self.say(t, self.verdicts))

    evidence: dict[str, Pool]

    def tie(self, t: Telling, earlier: int) -> str:
        text = self.par + self.say(t, self.ties, q=earlier) + self.par
        text += self.body(t, self.solve(t, "high", "low", "chunks", "swapped", "round")) + self.gap + self.commit(t)
        if t.candidate == earlier:
            return text + self.gap + t.r(self.say(t, self.back_to))
        return text + self.gap + t.r(self.say(t, self.differs))

    back_to: Pool = (
        "That agrees with {c} from before, not with {p}.",
        "So it's the earlier value, {c}, after all, and {p} was the wrong one.",
        "Okay, so {c} was right and {p} wasn't.",
        "That's the {c} I had before, so {p} goes.",
    )

    def look(self, t: Telling, lead: str) -> str:
        """The slip found in the work before, and the total mended; nothing where that cannot be told."""
        mended = t.mend()
        if mended is None:
            return ""
        w = mended.work
        credibly = all(credible(term) for term in w.terms)
        if mended.place is not None:
            new = w.terms[mended.place]
            credibly = credibly and abs(new.value - new.left * new.right) <= 0.3 * new.left * new.right
        if not credibly or sum(term.sign * term.value for term in w.terms) != t.candidate:
            t.work = t.before
            return ""
        text = lead
        upto = len(w.terms) if mended.place is None else mended.place
        good = list(w.terms[:upto])
        for term in good[: t.rng.choice([1, 2, 2, 3])]:
            text += self.gap + self.say(t, self.fines, l=term.left, r=term.right, v=term.value)
        if mended.place is None:
            forgotten = left_out(t.before)
            if forgotten:
                text += self.gap + self.say(t, self.forgot, v=forgotten.value, l=forgotten.left, r=forgotten.right)
            else:
                text += self.gap + self.say(t, self.found_sum)
            return text + self.gap + self.adding(t, w) + self.gap + self.commit(t)
        term = w.terms[mended.place]
        more = {"l": term.left, "r": term.right, "was": mended.was, "now": mended.now}
        text += self.gap + self.say(t, self.found_part, **more)
        return text + self.gap + self.say(t, self.readd) + self.gap + self.adding(t, w) + self.gap + self.commit(t)

    def fail(self, t: Telling, failing: dict[str, dict[str, Any]]) -> str:
        kind = t.rng.choice(list(failing))
        text = self.par + self.say(t, self.fails[kind], **failing[kind])
        if t.chance(0.5):
            told = self.look(t, text + self.gap + self.say(t, self.hunts))
            if told:
                return told
        text += self.gap + self.say(t, self.restarts)
        work = self.other(t) if t.chance(0.5) else self.solve(t)
        return text + self.par + self.body(t, work) + self.gap + self.commit(t)

    restarts: Pool

    # -- the ends ------------------------------------------------------------------------------------------------------

    def first(self, t: Telling) -> str:
        text = self.say(t, self.openings) + self.gap + self.say(t, self.plans)
        return text + self.start(t, self.par) + self.par + self.body(t, self.solve(t)) + self.gap + self.commit(t)

    false_starts: Pool = ()

    def start(self, t: Telling, par: str) -> str:
        """A beginning given up before any total, in some responses."""
        if not self.false_starts or t.a < 10 or t.b < 10 or not t.chance(0.08):
            return ""
        unit: int = 10 ** (len(str(t.a)) - 1)
        part = t.a // unit * unit
        if part * t.b in t.candidates:
            return ""
        return par + self.say(t, self.false_starts, l=t.b, r=part, v=t.b * part)

    def closing(self, t: Telling) -> str:
        text = self.test(t)
        if not text or t.chance(0.85):
            text += self.par + t.r(self.say(t, self.conclusions))
        return text + self.answer(t)

    false_alarms: Pool = ()
    letting_go: Pool = ()

    def test(self, t: Telling) -> str:
        """What a writer does who is about to stop: checks, is alarmed for nothing, or thinks of checking."""
        text = ""
        if t.chance(self.checking):
            text += self.par + self.check(t, t.candidate)
        last = self.facts(t, t.candidate).get("last")
        if last and self.false_alarms and last["x1"] > 2 < last["y1"] and t.chance(0.12):
            bad = last["xy"] + t.rng.choice([-2, 2, -1, 1])
            if bad % 10 != last["d"]:
                text += self.par + self.say(t, self.false_alarms, **last, bad=bad, e=bad % 10)
        elif self.letting_go and t.chance(0.12):
            text += self.par + self.say(t, self.letting_go)
        return text

    def answer(self, t: Telling) -> str:
        return self.par + t.r(self.say(t, self.answers))

    def recap(self, t: Telling, mark: str = "- ") -> str:
        """The work as it stands, presented once more in an answer."""
        w = t.work
        lines = [f"{mark}{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" for term in w.terms]
        return "\n".join(lines)


class RoneLongThought(Cogitator):
    """A long monologue in paragraphs, then a tidy answer with a box."""

    slippy = 0.13
    checking = 0.75

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "×", "*", "times")

    openings = (
        "Okay, so I need to calculate {ab}. Let me think about how to do this step by step.",
        "Alright, the problem is to multiply {a} by {b}. I should be careful here, numbers like these invite mistakes.",
        "Okay, let's see. I have to find {ab}.",
        "Hmm, okay. I need to multiply {a} and {b}. Let me start by recalling how multiplication by parts works.",
        "So the question is {ab}, and the user wants me to think step by step.",
        "Okay, so I've got this multiplication: {ab}. I remember from school that there are a few ways to do it.",
        "Let me try to work out {ab}. It's not something I can do in one go, so I'll break it down.",
        "First, the problem: {a} multiplied by {b}. Hmm, let me think.",
        "Alright, {ab}. Let me take this slowly so that I don't mess up the digits.",
        "Okay, I'm asked for {ab}. Let me set this up properly.",
    )
    plans = (
        "I think the easiest way is to split one of the numbers by place value and use the distributive property.",
        "I'll break one number into pieces, multiply each piece, and then add everything up.",
        "The standard approach is to multiply by each digit separately, taking the zeros into account, and sum "
        "the results.",
        "Breaking it down into smaller multiplications should make it manageable.",
        "Maybe I can use the distributive property here. That's usually what I do.",
        "One way is long multiplication, but I find it easier to write it out as a sum of partial products.",
        "Let me use partial products, because then I can check each of them on its own.",
        "I'll go one place at a time, and keep the zeros in so nothing gets shifted.",
    )
    pieces = (
        "{l} {x} {r}. That's {v}.",
        "Now, {l} {x} {r} = {v}.",
        "Next, {l} {x} {r}. Let me see, that should be {v}.",
        "Then there's {l} {x} {r}, which gives {v}.",
        "{l} {x} {r} is {v}, right.",
        "Okay, {l} multiplied by {r} is {v}.",
        "So {l} {x} {r} = {v}.",
        "{l} times {r}... that makes {v}.",
    )
    slips = (
        "{l} {x} {r}. Hmm, that's {w}... wait, no, {v}. Yes, {v}.",
        "Now {l} {x} {r} = {w}. Wait, let me recompute that one: it's {v}. Right, {v}.",
        "{l} {x} {r} is {w}? No, I forgot a carry, it's {v}.",
        "Next, {l} {x} {r}, which is {w}. Hold on, no. It's {v}. Okay, so {v}.",
    )
    sum_slips = ("{w}, no wait, {v}", "{w}... hmm, carry the one, {v}", "{w}? No, {v}")
    totals = (
        "Now I need to add these together.",
        "Now, adding all of these up:",
        "Okay, now let me sum these partial results.",
        "So I have all the parts. Let me add them step by step.",
        "Now add them.",
        "Putting it together:",
        "Now comes the addition, where I usually have to be careful.",
        "Alright, let me add them one by one.",
    )
    commits = (
        "So the product is {c}.",
        "Therefore, {ab} = {c}.",
        "So that would make {ab} equal to {c}.",
        "So I get {c} for the product.",
        "So, {ab} should be {c}.",
        "That gives me {c} as the answer.",
        "So the total comes to {c}.",
        "Okay, so {a} times {b} is {c}.",
        "Hence the result is {c}.",
        "So that all adds up to {c}, which would be the answer.",
    )
    stills = (
        "But still, I'm not entirely at ease with this.",
        "Hmm, but that doesn't prove every digit.",
        "Still, a check like that can miss things.",
        "But I want to be really sure here.",
    )
    doubts = (
        "Wait, I'm not sure I did that right. Let me start over and do the whole thing again.",
        "Hmm, hold on. I don't fully trust that result. Let me redo the multiplication from the beginning.",
        "Wait a moment. I might have messed up somewhere in the middle. Let me compute it again, more slowly.",
        "Hmm, that number doesn't feel quite right to me. Let me do it again from scratch.",
        "Wait, maybe I made a mistake there. Let me go through it all again.",
        "Hold on, I went through that a bit fast. I'd better scrap that and recalculate.",
        "But wait, am I sure about {p}? I have a bad feeling about it. Let me throw that away and work it out anew.",
        "Hmm, I'm getting confused with all these numbers. Let me recompute the product from the start.",
        "Actually, no, let me not rely on {p} yet. I'll redo the calculation.",
        "Wait, wait. I'm doubting that sum. Let me begin again.",
    )
    sames = (
        "Okay, so that's {c} again. So my doubt was unfounded.",
        "Hmm, the same number as before, {c}. Alright then.",
        "So I end up with {c} once more. Good.",
        "It came out as {c} a second time, so it's probably right.",
        "Oh, it's {c} again. So I hadn't messed up after all.",
        "Interesting, I get the same {c}. That reassures me.",
        "So, again {c}. Okay.",
        "Alright, {c} both times.",
    )
    differs = (
        "That's different from the {p} I had before, so I must have slipped up the first time. I'll go with {c}.",
        "Hmm, before I had {p}, but this time I was more careful, so {c} it is.",
        "So my earlier answer of {p} was wrong. It's {c}.",
        "Which isn't {p}. I must have made an addition error there. So {c}.",
        "Okay, so not {p}. Glad I redid that. {c}.",
        "So {p} was incorrect, and {c} is the right value.",
        "Earlier I got {p}, so there was a mistake somewhere back there. {c} looks right.",
        "I see, so the {p} from before must have come from a carrying mistake. The product is {c}.",
    )
    seconds = (
        "Let me verify this with another method. Splitting the other number instead, just to see if it comes out "
        "the same.",
        "Hmm, let me double-check by doing it a different way.",
        "Wait, let me cross-check using another approach. If I get the same thing, good.",
        "To be safe, let me try a different breakdown and compare.",
        "But let me check that using a second method, because it's easy to slip.",
        "Alternatively, I can break it up the other way. Let me see whether that matches {p}.",
        "Let me check this by approaching it differently.",
        "Just to make sure, I'll calculate it in another way.",
    )
    clashes = (
        "Wait, that's not the same as {p}. So one of the two has to be wrong.",
        "Hmm, now that conflicts with {p} from before. That's a problem.",
        "Uh-oh, earlier I had {p}. These don't match.",
        "Hmm, that's different. The first time around I got {p}. Where's the discrepancy?",
        "Wait, but I got {p} previously. Something's off in one of them.",
        "That contradicts the {p} from the first method. Okay, so which one is correct?",
        "Now that's strange. Two methods, two results; before it was {p}.",
        "Hmm, {p} was what I had before. They can't both be correct.",
    )
    weighs = (
        "I think the second way was cleaner, since each product in it is easy to see, so I believe the first one "
        "had the error.",
        "Looking back, the first time I rushed through the addition, so that's likely where it went wrong.",
        "Let me look at the second one again: the parts are fine and the addition is fine. "
        "So the mistake must be in the first.",
        "I've gone over the second computation once more and I can't find anything wrong with it.",
        "The second calculation checks out when I go through its lines again, so the first must have had a slip.",
        "I think I must have dropped a carry in the first one.",
        "Going over the steps of the second method again, each one holds, so I'm going to trust that one.",
        "In the first one I was juggling too many digits at once, so I'm inclined to go with the second.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "Well, {x1} times {y1} is {xy}, so the last digit must be {d}. "
            "And {p} ends in {e}, so that one can't be right.",
            "The units digit settles it: {x1}×{y1}={xy}, so it ends in {d}, which {p} doesn't.",
        ),
        "nines": (
            "Let me use the digit sums. {a} leaves {x9} mod 9 and {b} leaves {y9}, so the product should leave {z9}. "
            "{p} leaves {u9}, so that's out.",
            "Casting out nines: {x9} times {y9} is {m}, so we need {z9} mod 9. {p} gives {u9}, that's not it.",
        ),
    }
    verdicts = (
        "So the correct product should be {c}, not {p}.",
        "So I'd say {ab} = {c}.",
        "Therefore the answer has to be {c}.",
        "So it's {c} rather than {p}.",
        "Okay, so I'm now fairly confident that the product is {c}.",
        "So the right value is {c}.",
        "In that case {ab} is {c}.",
        "Alright, so {c} it is.",
    )
    verdicts_after = (
        "So {c} it is, not {p}.",
        "So I'll go with {c}.",
        "Okay, so {c} must be the correct one.",
        "That means {c} is right and {p} was a mistake.",
        "So the answer is {c} then.",
        "Good, so {p} is out and {c} stays.",
    )
    ties = (
        "Hmm, now I have had {q} at one point and {p} at another. I need to settle this. "
        "Let me do it a third time, very carefully.",
        "Wait, I've got two different numbers floating around, {q} and {p}. That bothers me. "
        "One more time, from scratch.",
        "But I'm still confused about why I got {q} before and now {p}. "
        "Let me do one more computation to break the tie.",
        "Hold on. {q} first and then {p}. I can't just pick one. Let me recompute carefully.",
        "I'm not comfortable with this, {q} or {p}? Let me do the entire calculation once more.",
        "Hmm, so which is it, {q} or {p}? Maybe neither. Let me compute it again slowly.",
    )
    looks = (
        "Wait, let me double-check each of those partial products.",
        "Hmm, let me go back over the steps to make sure.",
        "Let me check that by going through each part again.",
        "Hold on, let me verify those intermediate results.",
        "But wait, I should verify the pieces, since it's easy to make an error there.",
        "Let me look over that again before I settle on it.",
        "Wait, something seems off. Let me retrace my steps.",
        "Okay, but let me make sure I got the individual multiplications right.",
        "Let me double-check the calculation, line by line.",
    )
    fines = (
        "{l} {x} {r} is {v}, yes.",
        "{l} {x} {r} = {v}, that's correct.",
        "{v} for {l} {x} {r}, okay.",
        "The {l} {x} {r} part: {v}. That's right.",
        "{l} times {r}, {v}, good.",
        "{l} {x} {r} gives {v}, fine.",
    )
    found_part = (
        "But {l} {x} {r}... I said {was}. Hmm, that's actually {now}. So there's my mistake!",
        "Now {l} {x} {r}: I had {was}, but let me recompute that. It's {now}. Oh, so I made an error there.",
        "Wait, {l} {x} {r} isn't {was}. It should be {now}. Oops.",
        "Then {l} {x} {r}. Earlier I wrote {was}. But working it out again gives {now}. So {was} was wrong.",
        "Hmm, {l} {x} {r} = {was}? No, that can't be, it's {now}. I see, I got that one wrong.",
        "And {l} {x} {r}, I put down {was}, but it's {now}. That was the error.",
        "Oh no, {l} {x} {r} is {now} and not {was}. I must have mixed up a digit.",
        "As for {l} {x} {r}, I think I wrote {was} there, which is off. The correct value is {now}.",
    )
    found_sum = (
        "So the partial products are okay, but what about the sum? I said {p}. Let me add again.",
        "Then the addition. I had {p}. Hmm, let me redo that, because I don't think that's right.",
        "The pieces are right then. But wait, adding them doesn't give {p}. Let me see.",
        "So it must be the addition. Hmm, I think I dropped a carry when I got {p}.",
        "Everything's fine up to there, but the final sum looks wrong; {p} doesn't come out when I add them now.",
        "But in the addition I seem to have misaligned something to get {p}. Again:",
    )
    readd = (
        "So I have to add again with the corrected value.",
        "Let me redo the sum then.",
        "That changes the total.",
        "Okay, so adding again:",
        "With that fixed, the addition becomes:",
        "So the sum needs to be redone.",
        "Let me correct the total.",
    )
    qualms = (
        "Let me double-check that.",
        "Wait, let me make sure this is reasonable.",
        "Hmm, is {c} right? Let me do a sanity check.",
        "Let me see if that makes sense.",
        "But wait, let me verify it quickly.",
        "I want to make sure I haven't made an error.",
        "Hold on, let me see if {c} is plausible.",
        "Just to be sure, a quick check.",
        "Wait, did I carry everything properly? Let me see.",
    )
    reliefs = (
        "Okay, that seems right.",
        "Good, so I'm fairly comfortable with {c}.",
        "So that's consistent.",
        "Alright, that checks out.",
        "Okay, I don't see any problem.",
        "So it looks fine.",
        "Okay, good.",
        "That makes me feel better about it.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": (
            "I've looked over the addition once more and the columns line up.",
            "Going back over the steps in my head, I don't see anything I missed; the zeros are in the right places.",
        ),
        "part": (
            "{l} {x} {r}, that was {v}, yes, I'm sure about that one.",
            "The part I was least sure about is {l} {x} {r}, but {v} is right.",
        ),
        "sum": (
            "In the sum, {s} {op} {u} is {v}, that's right, and the rest follows.",
            "{s} {op} {u}, that's {v}, yes, and then the remaining addition is okay too.",
        ),
        "last": (
            "The last digits: {x1} times {y1} is {xy}, so the result should end in {d}, and it does.",
            "{a} ends in {x1} and {b} in {y1}, and {x1}×{y1}={xy}, so the units digit should be {d}. Yes.",
        ),
        "nines": (
            "Using mod 9: {a} is {x9} mod 9, {b} is {y9}, the product {m} leaves {z9}. And {c} mod 9 is {z9} too.",
            "Digit sums: {x9} times {y9} is {m}, that's {z9} mod 9, and {c} also reduces to {z9}.",
        ),
        "estimate": (
            "Roughly, it's {ex} times {ey}, which is {e}, so {c} is in the right range.",
            "If I approximate, {ex} {x} {ey} = {e}. That's close to {c}, so the magnitude is fine.",
        ),
        "back": (
            "If I divide {c} by {b}, I should get about {a}, and roughly I do.",
            "Dividing back, {c} divided by {b} comes out around {a}. Good.",
        ),
        "size": (
            "A {da}-digit number times a {db}-digit number has {d1} or {d2} digits, and this has {dn}. Fine.",
            "It has {dn} digits, which is what I'd expect here.",
        ),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "Wait, {x1} times {y1} is {xy}, so the last digit should be {d}. But {p} ends in {e}. That's not right.",
            "Let me check the last digit. {a} ends in {x1}, {b} ends in {y1}, so the product ends in {d}. "
            "Hmm, but I have {p}, ending in {e}. So there's a mistake.",
        ),
        "nines": (
            "Let me check it with digit sums. {a} is {x9} mod 9 and {b} is {y9}, so the product should be {z9} mod 9. "
            "But {p} is {u9} mod 9. So that can't be right.",
            "Casting out nines, I'd need {x9} times {y9}, so {m}, which leaves {z9}. {p} leaves {u9}. "
            "Hmm, so something's wrong.",
        ),
        "estimate": (
            "Hmm, let me estimate: {ex} times {ey} is about {e}. But {p} is way too {way}. "
            "So I've lost track of a zero somewhere.",
            "Wait, is that even plausible? {ex} {x} {ey} is {e}, and {p} is far too {way} for that.",
        ),
    }
    hunts = (
        "Let me find where it went wrong.",
        "So where's the error? Let me go through the parts.",
        "Let me retrace it.",
        "Okay, step by step, where did I go wrong?",
    )
    restarts = (
        "Let me redo the whole calculation.",
        "I'll start again.",
        "So I have to do it over.",
        "Okay, back to the beginning then.",
        "Let me recalculate.",
    )
    false_starts = (
        "If I split {a} instead, I'd have {l} {x} {r}, which is {v}, and then... no, that gets messy. "
        "Let me split {b}.",
        "Start with {l} {x} {r}. That's {v}. Hmm, actually, I think it's easier the other way round. Let me restart.",
        "So first {l} {x} {r} = {v}. Then the rest of {a}... wait, I'd rather do this differently.",
    )
    false_alarms = (
        "Wait, {x1} times {y1} is {bad}, so shouldn't it end in {e}? Oh no, {x1}×{y1} is {xy}. So {d} is fine.",
        "Hmm, hold on, the last digit. {x1}×{y1}={bad}, that would end in {e}... no wait, it's {xy}. "
        "Okay, ends in {d}. Fine.",
        "Wait, is the units digit off? {x1} times {y1}, {bad}? No, {xy}. Right. So {d} is what it should be.",
    )
    letting_go = (
        "I could also try it with another method, but I think that's enough.",
        "Maybe I should do it all over again to be sure? No, I think I was careful enough.",
        "Hmm, should I recompute this? I've been through each step already, so no.",
        "I was wondering whether I forgot a zero somewhere, but no, it's all there.",
    )
    conclusions = (
        "So I'm confident that {ab} = {c}.",
        "Therefore, the answer is {c}.",
        "So after all of this, the product is {c}.",
        "Okay, I think that's it: {c}.",
        "Alright, I'm going with {c}.",
        "So the final answer should be {c}.",
        "I'm reasonably sure now that the result is {c}.",
        "Yes, so {ab} is {c}.",
        "Okay, enough checking. {c}.",
    )
    answers = (
        "**Answer:** {c}",
        "The product of {a} and {b} is **{c}**.",
        "**Final Answer**\n\\boxed{{{mc}}}",
        "Thus, {ab} equals \\boxed{{{mc}}}.",
        "\\[\n{a} \\times {b} = \\boxed{{{mc}}}\n\\]",
        "The result is $\\boxed{{{mc}}}$.",
        "So the answer is **{c}**.",
        "Therefore, the final answer is \\(\\boxed{{{mc}}}\\).",
    )

    def body(self, t: Telling, w: Work) -> str:
        lead = t.one(
            f"So, {t.n(w.b)} is {t.factor(w)}.",
            f"I can write {t.n(w.b)} as {t.factor(w)}.",
            f"{t.n(w.b)} breaks down into {t.factor(w)}.",
            f"If I split {t.n(w.b)} into {t.factor(w)}, I need {t.n(w.a)} times each of those.",
        )
        said = []
        for term in w.terms:
            text = self.piece(t, term)
            detail = self.details(t, term, 0.35)
            digit = int(str(term.right)[0])
            plain = term.right == digit * 10 ** (len(str(term.right)) - 1)
            plain = plain and term.value == term.left * term.right and term.left > 9 and digit > 1
            if plain and t.flag("carries", 0.2):
                steps = "; ".join(carries(term.left, digit, "×"))
                text = f"{t.n(term.left)} times {digit}: {steps}. " + text
            elif detail:
                text = t.one("Let me see, ", "So ", "That's ") + detail + "."
            said.append(text)
        glue = "\n\n" if t.flag("airy", 0.4) else " "
        if w.method == "area":
            lead = f"Splitting both numbers, {t.n(w.a)} and {t.n(w.b)}, by place value, I get several small products."
        return self.join(t, [lead, glue.join(said)]) + "\n\n" + self.say(t, self.totals) + " " + self.adding(t, w)

    def first(self, t: Telling) -> str:
        return "<think>\n" + super().first(t)

    def answer(self, t: Telling) -> str:
        text = "\n</think>\n\n"
        if t.chance(0.5):
            text += t.one(
                f"To calculate {t.ab}, we can break the multiplication into parts:",
                f"**Step-by-step calculation of {t.ab}:**",
                f"Here is how {t.ab} works out:",
                "**Solution:**",
            )
            text += "\n\n" + self.recap(t, t.one("- ", "- ", "* ")) + "\n\n"
            text += t.one("Adding these: ", "Sum: ", "Adding the partial products gives ")
            text += t.r(f"{t.sum(as_added(t.work))} = {t.n(t.candidate)}") + ".\n\n"
        return text + t.r(self.say(t, self.answers))


class TinyDistilBrooder(Cogitator):
    """A distilled model of one and a half billion parameters: short sentences, hesitant, circling, then a box."""

    slippy = 0.12
    checking = 0.5
    weights: ClassVar[dict[str, Pool]] = {"redo": 4, "second": 3, "look": 3, "fail": 2, "tie": 2}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "×", "multiplied by", "times")

    openings = (
        "To calculate {ab}, I need to multiply these two numbers.",
        "First, I need to find the product of {a} and {b}.",
        "Okay, so I need to multiply {a} by {b}. Hmm, let me see.",
        "I need to figure out {ab}.",
        "Alright, let me try to solve {ab}. I'm not too good with big numbers but let me try.",
        "So I have {a} and {b} and I have to multiply them.",
        "Let me calculate {ab}. I think I can do this.",
        "Okay, {ab}. How do I do this?",
        "So, the problem is {ab}. I remember there is a method for this.",
    )
    plans = (
        "I can break it down.",
        "I'll break down the multiplication to make it easier.",
        "Maybe I can split the number into smaller parts.",
        "I think I should do it part by part and then add.",
        "I remember that I can use place values.",
        "Let me use the distributive property, I think that's what it's called.",
        "Let me write it out.",
        "I'll multiply by each part separately.",
    )
    pieces = (
        "{l} {x} {r} is {v}.",
        "So, {l} {x} {r} = {v}.",
        "First, {l} {x} {r}, that's {v}.",
        "Then {l} {x} {r} equals {v}.",
        "{l} {x} {r}, I think that's {v}.",
        "Then I have {l} {x} {r}, which is {v}.",
        "Okay, {l} {x} {r}. That would be {v}.",
        "Next is {l} {x} {r}, so {v}.",
    )
    slips = (
        "{l} {x} {r} is {w}. Wait, no, {v}. Yeah, {v}.",
        "Then {l} {x} {r}, that's {w}, right? Wait, {l} {x} {r} is {v}. So {v}.",
        "{l} {x} {r} is {w}, hmm, no, that's not right, it's {v}.",
        "So {l} {x} {r} = {w}. Hmm, wait, it's {v}.",
    )
    sum_slips = ("{w}, wait, {v}", "{w}, no, {v}", "{w}, hmm, {v}")
    totals = (
        "Now, adding them together:",
        "Now I add them up.",
        "Then I add all of these.",
        "So adding them:",
        "Okay, now the sum.",
        "Next, I need to add these numbers together.",
        "So now I just add.",
        "Now let me put them together.",
    )
    commits = (
        "So, {ab} is {c}.",
        "So the answer is {c}.",
        "That's {c}. So {ab} = {c}.",
        "So the product is {c}, I think.",
        "So I get {c}.",
        "Therefore {ab} equals {c}.",
        "So that would be {c}.",
        "So the total is {c}.",
        "So it should be {c}.",
        "Okay, so it's {c}.",
    )
    stills = ("But I'm not sure.", "Hmm, but still.", "But wait.", "But maybe I should be careful.")
    doubts = (
        "Wait, is that right? I'm not sure. Let me try again.",
        "Hmm, wait. Maybe I made a mistake. Let me do it again.",
        "Wait, no. I'm confused now. Let me start over.",
        "Hmm, I'm not sure about this. Let me calculate it again.",
        "Wait, hold on. Let me redo that to be sure.",
        "But wait, I think I did something wrong. Let me do the whole thing again.",
        "Hmm, that seems off. Let me recalculate.",
        "Wait, I'm not sure if {p} is correct. Let me try it again, maybe in another way.",
        "Wait, maybe I should do this again, because I'm not sure I added correctly.",
        "Hmm, let me forget that and start again from the beginning.",
    )
    sames = (
        "So it's {c} again.",
        "Okay, so the same answer, {c}.",
        "So that's still {c}. Okay.",
        "Oh, it's the same. {c}.",
        "So I got {c} again. I guess it was right.",
        "Again {c}. Okay, so it's fine.",
        "Same result, {c}.",
        "So it's also {c} this time.",
    )
    differs = (
        "So it's {c}, not {p}.",
        "But before I got {p}. Hmm, I think {c} is right.",
        "Wait, earlier it was {p}. I must have made a mistake before. So it's {c}.",
        "So I was wrong before with {p}. It's {c}.",
        "That's not {p}. Okay, so I made a mistake the first time, it's {c}.",
        "Hmm, so {p} was wrong. Okay, {c}.",
        "So the first time I added wrong. {c} is the answer.",
        "So I think {p} is incorrect and {c} is correct.",
    )
    seconds = (
        "Let me check it with another way.",
        "Wait, let me verify by splitting the other number.",
        "Maybe I should check by another method.",
        "Let me try another way to see if I get the same answer.",
        "Alternatively, I can do it in a different way.",
        "Let me double check by doing it differently.",
        "Hmm, maybe if I do it the other way around, I can check.",
        "To make sure, let me use another method.",
    )
    clashes = (
        "Wait, that's different from {p}. Hmm.",
        "But before I got {p}. So which one is it?",
        "Hmm, this is not the same as {p}.",
        "Wait, now I'm confused. Before it was {p}.",
        "But that's not {p}. So one of them is wrong.",
        "Hmm, the first method gave {p}. That's a different number.",
        "Wait, why is it different? I had {p} before.",
        "That doesn't match {p}.",
    )
    weighs = (
        "I think I made a mistake in the first one.",
        "Maybe I added wrong the first time.",
        "I think the second way is easier, so it's probably the right one.",
        "In the first one I probably forgot to carry.",
        "The second one looks correct to me.",
        "I checked the second one and it seems okay.",
        "I must have miscalculated before.",
        "I think the first way was wrong somewhere.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "The last digit should be {d} because {x1} times {y1} is {xy}, and {p} ends with {e}.",
            "{x1} times {y1} is {xy}, so it has to end in {d}. {p} doesn't.",
        ),
        "nines": (
            "Mod 9 it should be {z9}, because {x9} times {y9} is {m}. But {p} mod 9 is {u9}.",
            "If I check the digit sum, it should be {z9} mod 9, and {p} gives {u9}.",
        ),
    }
    verdicts = (
        "So the answer should be {c}.",
        "So it's {c}.",
        "So I'll go with {c}.",
        "So I think {ab} is {c}.",
        "Okay, so {c} is the correct answer.",
        "So {ab} = {c}, not {p}.",
        "So the correct product is {c}.",
        "Therefore, it should be {c}.",
    )
    verdicts_after = (
        "So I'll go with {c}.",
        "So {c}.",
        "So it's {c} and not {p}.",
        "Okay, so {c} is the one.",
        "So I think {c} is correct.",
        "So the answer is {c}.",
    )
    ties = (
        "Wait, first {q}, then {p}. I don't know which one is correct. Let me do it again.",
        "Hmm, I have {q} and {p} now. I need to do it one more time.",
        "I'm confused, is it {q} or {p}? Let me calculate again.",
        "Wait, I got {q} and also {p}. Let me do it a third time.",
        "Okay, so now there are two answers, {q} and {p}. Let me try again slowly.",
    )
    looks = (
        "Wait, let me check each step.",
        "Let me check my calculations.",
        "Hmm, let me look at it again.",
        "Wait, let me go through the steps again.",
        "Let me double-check the parts.",
        "Hold on, let me see if every part is right.",
        "Let me verify each multiplication.",
        "Wait, I should check that.",
    )
    fines = (
        "{l} {x} {r} is {v}, correct.",
        "{l} {x} {r} = {v}. Yes.",
        "{v} for {l} {x} {r}, okay.",
        "So {l} {x} {r} is {v}, right.",
        "{l} {x} {r} is {v}. That's fine.",
    )
    found_part = (
        "But {l} {x} {r} is not {was}, it's {now}. So I made a mistake.",
        "{l} {x} {r} is {now}, but I wrote {was}. Oh, that's wrong.",
        "Wait, {l} {x} {r} should be {now}. I had {was}.",
        "And {l} {x} {r} is {was}? No, it's {now}. I was wrong there.",
        "Hmm, {l} {x} {r}. That's {now}, not {was}.",
        "Oh, {l} {x} {r} = {now}. I thought it was {was}.",
        "Then {l} {x} {r}, I said {was}, but I think it's {now}.",
        "Oh wait, I made a mistake in {l} {x} {r}. It's {now}, not {was}.",
    )
    found_sum = (
        "So the parts are right, but the sum {p} is maybe wrong. Let me add again.",
        "But when I add them, is it {p}? Let me see again.",
        "Hmm, but adding them I don't get {p}.",
        "The addition is wrong, I think. It's not {p}.",
        "Oh, I think I added wrong. I got {p}, but:",
        "So then the addition must be wrong, because {p} doesn't look right.",
    )
    readd = (
        "So I have to add again.",
        "So the sum is now:",
        "Let me add again.",
        "Then adding:",
        "So adding them up again:",
        "So now it's:",
    )
    qualms = (
        "Let me check.",
        "Wait, let me check that.",
        "Hmm, is that right?",
        "Wait, is {c} right?",
        "Let me see if it makes sense.",
        "Let me double-check.",
        "Wait, let me make sure.",
        "Is it {c}? Let me see.",
    )
    reliefs = (
        "Okay, that's right.",
        "So that's correct.",
        "Yeah, that seems right.",
        "Okay, good.",
        "So it's fine.",
        "Yeah.",
        "So that makes sense.",
        "I think it's okay.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": ("I looked at the addition and it's okay.", "The zeros are right and the sum looks right."),
        "part": ("{l} {x} {r} is {v}, yes.", "{v} is right for {l} {x} {r}."),
        "sum": ("{s} {op} {u} is {v}, yes, and the rest is okay.", "In the sum, {s} {op} {u} = {v}. Right."),
        "last": (
            "{x1} times {y1} is {xy}, so the last digit is {d}. Yes, it ends in {d}.",
            "The last digit should be {d}, because {x1} times {y1} is {xy}. And it is.",
        ),
        "nines": (
            "Mod 9, {x9} times {y9} is {m}, so {z9}. And {c} mod 9 is {z9}.",
            "With the digit sums I get {z9} and {z9}, so it matches.",
        ),
        "estimate": (
            "It's about {ex} times {ey}, which is {e}. So {c} is close.",
            "{ex} times {ey} is {e}, so {c} makes sense.",
        ),
        "back": ("{c} divided by {b} is about {a}. Yes.", "If I divide {c} by {b}, I get {a} or so."),
        "size": ("It has {dn} digits, which seems right.", "It should have {d1} or {d2} digits, and it has {dn}."),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "Wait, {x1} times {y1} is {xy}, so it should end in {d}. But {p} ends in {e}. So it's wrong.",
            "Wait, the last digit should be {d}, but I have {e} in {p}. I made a mistake.",
        ),
        "nines": (
            "Let me check with mod 9. {x9} times {y9} is {m}, so {z9}. But {p} mod 9 is {u9}. So it's wrong.",
            "Hmm, digit sums. It should be {z9}, but {p} gives {u9}. That's not the same.",
        ),
        "estimate": (
            "Wait, {ex} times {ey} is {e}, but {p} is too {way}. Something is wrong.",
            "Hmm, it should be around {e}. So {p} is too {way}.",
        ),
    }
    hunts = ("Where is the mistake?", "Let me look for it.", "Let me check the parts.", "Let me see.")
    restarts = (
        "Let me do it again.",
        "Let me calculate again.",
        "I have to start over.",
        "So I need to redo it.",
        "Again, then.",
    )
    false_starts = (
        "{l} {x} {r} is {v}. Then... hmm, no, that's not easy. Let me do it another way.",
        "First {l} {x} {r}, that's {v}. Wait, maybe it's better to split the other number.",
        "So {l} {x} {r} = {v}. Hmm, I'm lost. Let me do it differently.",
    )
    false_alarms = (
        "Wait, {x1} times {y1} is {bad}, so it should end in {e}? No, it's {xy}. So {d} is right.",
        "Hmm, does it end in {e}? {x1} times {y1} is {bad}. No, {xy}. Okay, {d}.",
        "Wait, {x1} times {y1}, is it {bad}? No, {xy}. So the last digit is right.",
    )
    letting_go = (
        "Maybe I should check it again. But I think it's right.",
        "Should I do it another way? I think it's fine.",
        "Wait, did I forget something? No, I don't think so.",
        "I could try again, but it seems okay.",
    )
    conclusions = (
        "So, the answer is {c}.",
        "So {ab} is {c}.",
        "Okay, I think it's {c}.",
        "So the final answer is {c}.",
        "I'm pretty sure it's {c}.",
        "Therefore, the product is {c}.",
        "Yeah, so {c}.",
        "So I'm confident that it's {c}.",
    )
    answers = (
        "**Final Answer:**\n\n\\[\n\\boxed{{{mc}}}\n\\]",
        "The final answer is \\(\\boxed{{{mc}}}\\).",
        "\\(\\boxed{{{mc}}}\\)",
        "Therefore, the product is \\(\\boxed{{{mc}}}\\).",
        "Thus, the result is:\n\n\\[\n\\boxed{{{mc}}}\n\\]",
        "So, {a} multiplied by {b} equals \\(\\boxed{{{mc}}}\\).",
        "**Answer:** {c}",
        "\\[\n\\boxed{{{mc}}}\n\\]",
    )

    def body(self, t: Telling, w: Work) -> str:
        said = [self.piece(t, term) for term in w.terms]
        lead = ""
        if w.method != "area":
            lead = t.one(f"{t.n(w.b)} is {t.factor(w)}.", f"So, {t.n(w.b)} = {t.factor(w)}.", "")
        glue = t.one("\n\n", "\n", " ") if not t.flag("runs-on", 0.5) else " "
        return self.join(t, [lead, glue.join(said)]) + self.par + self.say(t, self.totals) + " " + self.adding(t, w)

    def first(self, t: Telling) -> str:
        return ("<think>\n" if t.flag("tag", 0.6) else "") + super().first(t)

    def answer(self, t: Telling) -> str:
        text = "\n</think>\n\n"
        if t.chance(0.6):
            text += t.one(
                f"To calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\), follow these steps:",
                f"**Solution:**\n\nTo find the product of {t.n(t.a)} and {t.n(t.b)}:",
                "Let's solve the problem step by step:",
                "**Step-by-Step Solution:**",
            )
            for number, term in enumerate(t.work.terms, start=1):
                text += f"\n\n{number}. **Multiply {t.m(term.left)} by {t.m(term.right)}:**\n   \\[\n   "
                text += f"{t.m(term.left)} \\times {t.m(term.right)} = {t.m(term.value)}\n   \\]"
            last = t.one("Add the results", "Combine", "Sum the partial products")
            text += f"\n\n{len(t.work.terms) + 1}. **{last}:**"
            added = t.sum(as_added(t.work), maths=True)
            text += "\n   \\[\n   " + t.r(f"{added} = {t.m(t.candidate)}") + "\n   \\]\n\n"
        return text + t.r(self.say(t, self.answers))


class QwqInterrogator(Cogitator):
    """Asks itself question after question, looks for alternatives, and ends with a bold final answer."""

    slippy = 0.1
    checking = 0.7
    weights: ClassVar[dict[str, Pool]] = {"redo": 2, "second": 5, "look": 3, "fail": 4, "tie": 4}

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("times", "×", "*", "multiplied by")

    openings = (
        "So I've got this multiplication problem: {ab}. What would be a good way in?",
        "Let's see, {ab}. How should I go about this one?",
        "Okay, so {ab}. Do I know any shortcut for that? Not really.",
        "I have to find {ab}. Is there something clever here, or do I just grind it out?",
        "Alright, what is {ab}? Let me think about what's going on.",
        "So, {a} and {b}, multiplied. What's the cleanest way to do this by hand?",
        "Hmm, {ab}. Where do I start?",
        "The question is what {ab} comes to. Let me think step by step, as asked.",
        "First things first: what are we being asked? {ab}. Fine, a plain multiplication.",
    )
    plans = (
        "I could break one of them up. Yes, let's do that.",
        "Why not use the distributive property?",
        "Perhaps splitting by place value is simplest.",
        "I'll take it apart and multiply the pieces.",
        "Maybe rounding would help? No, let's just take the parts and add.",
        "What if I decompose one number? That should work.",
        "I guess partial products are the way to go.",
        "Let me just expand it and see.",
    )
    pieces = (
        "What's {l} {x} {r}? That's {v}.",
        "{l} {x} {r} gives {v}.",
        "And {l} {x} {r}? {v}.",
        "Then {l} {x} {r} = {v}.",
        "{l} {x} {r}, that comes to {v}, doesn't it? Yes.",
        "Now {l} {x} {r}: {v}.",
        "How about {l} {x} {r}? It's {v}.",
        "So {l} {x} {r} equals {v}.",
    )
    slips = (
        "What's {l} {x} {r}? {w}? No... {v}.",
        "And {l} {x} {r} is {w}. Is it? Hmm, no, {v}.",
        "{l} {x} {r}, which I'd say is {w}, but wait, it's {v} actually.",
        "Then {l} {x} {r}: {w}. Hmm, did I carry there? Let me see, {v}. Yes, {v}.",
    )
    sum_slips = ("{w}? No, {v}", "{w}, or rather {v}", "{w}, wait, that's {v}")
    totals = (
        "What do they add up to?",
        "Now, adding these.",
        "So the sum, then:",
        "Next, put them together.",
        "And now the addition.",
        "Now I just need to sum those, right?",
        "Adding up, then.",
        "And all together?",
    )
    commits = (
        "So {ab} would be {c}.",
        "So that's {c}, then.",
        "So the product would be {c}.",
        "Which means {ab} is {c}.",
        "So I'm getting {c}.",
        "That makes {c} in total.",
        "So, {c} for {ab}.",
        "So it seems the answer is {c}.",
        "Hence {ab} = {c}.",
        "So we arrive at {c}.",
    )
    stills = (
        "But is that enough to be sure?",
        "Still, would that catch every kind of error? Not really.",
        "Hmm, but that's only a weak test.",
        "Yet something still nags at me.",
    )
    doubts = (
        "Hmm, but am I sure about that? I went rather quickly. Let me do it over.",
        "Wait a second. Is that really right? Let me work through it again from the top.",
        "But how do I know I didn't slip? I'd rather redo the calculation.",
        "Hmm, is {p} right? I can't say that I'm convinced. Let's do the multiplication again.",
        "Wait, what if I misplaced something? Let me recompute it all.",
        "Is it though? I have my doubts. Another go at the whole thing.",
        "Hmm, let me question that. Could {p} be off? I'll set it aside and start afresh.",
        "Hold on, why do I believe {p}? I'm not certain I should. Again, from the start.",
        "Wait, did I even line things up properly? I'm not positive. Let me go again.",
        "Perhaps I should not trust this so readily. Let's run through the computation anew.",
    )
    sames = (
        "And that's {c} once more. So why was I worried?",
        "So, {c} again. It seems I was right to begin with.",
        "The same {c}. Fair enough.",
        "Which is {c} as before. Okay, that settles my doubts.",
        "So again {c}, hmm. Then it probably is.",
        "It's {c} again, isn't it? Good.",
        "That's no different from before, {c}.",
        "Okay, {c} twice now.",
    )
    differs = (
        "But earlier I said {p}. So which step went wrong there? Whatever it was, {c} seems right.",
        "So not {p} after all? It seems so. {c}.",
        "Interesting, that's not {p}. I suppose I slipped back then. So {c}.",
        "Hmm, so {p} was wrong, then, and it's {c}.",
        "And {p}? That must have been an addition error. I take {c}.",
        "So I have to give up {p}. It's {c}.",
        "Compared with {p}, this one I trust more. {c}, then.",
        "Does that square with {p}? No. But this time I watched every digit, so {c}.",
    )
    seconds = (
        "Alternatively, could I do it the other way round and see whether it agrees?",
        "Alternatively, let me break up the other number, and compare.",
        "Is there another way to look at this? Yes, let me try a different split.",
        "Maybe I should try a different approach to see if {p} holds up.",
        "How could I verify this? Perhaps by a second route.",
        "Let me see if I get the same thing by a different method.",
        "Another way to do this would be to decompose it differently. Let's see what that gives.",
        "What if I come at it from another angle? That would be a good test of {p}.",
    )
    clashes = (
        "Hmm, but that's not {p}. So which one do I believe?",
        "Wait, didn't I get {p} before? They should agree!",
        "That doesn't agree with {p}. Why not?",
        "Now this is puzzling: the first way gave {p}. Where's the difference coming from?",
        "But the first approach said {p}. So one of these is flawed. Which?",
        "Hmm, {p} earlier, something else now. That can't be.",
        "Is this the same as {p}? No, it isn't. So there's an error somewhere.",
        "Hmm, that's a mismatch with {p}.",
    )
    weighs = (
        "Which of them had more room for error? The first, I'd say.",
        "Could the second be wrong? I look at its pieces again and they all seem fine. So it's the first that's off.",
        "Did I carry properly in the first? I doubt it.",
        "Perhaps I misadded in the first approach. The second has simpler numbers, so I lean towards that.",
        "Is there any flaw in the second one? Not that I can see.",
        "I suspect the first sum was where it went wrong.",
        "The second route has fewer awkward products, so it's the one I trust.",
        "I think it's the first one that I did sloppily.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "What should the last digit be? {x1} times {y1} is {xy}, so {d}. And {p} ends in {e}. So {p} is ruled out.",
            "Which one has the right last digit? It has to be {d}, since {x1} times {y1} is {xy}. That excludes {p}.",
        ),
        "nines": (
            "What about modulo 9? {x9} times {y9} is {m}, so {z9}. {p} has {u9}. So that one's out.",
            "Could casting out nines decide it? We need {z9}, and {p} has {u9}, so {p} is ruled out.",
        ),
    }
    verdicts = (
        "So it ought to be {c}.",
        "So I'd conclude that {ab} = {c}.",
        "So then the answer is {c}, isn't it? Yes.",
        "Therefore {c}, not {p}.",
        "Then {ab} has to be {c}.",
        "So I'm inclined to say {c}.",
        "So the true product would be {c}.",
        "In that case it's {c}.",
    )
    verdicts_after = (
        "So {c} stands.",
        "So it's {c}, not {p}.",
        "So I believe {c}.",
        "Then {c} it must be.",
        "So {c} is the one to keep.",
        "Okay, {c} then, and I drop {p}.",
    )
    ties = (
        "So do I go with {q} or {p}? I really ought to find out. Let me try yet another time.",
        "Wait, {q} before, {p} now. Why don't they agree? Let me do a third computation and see which it supports.",
        "Is it {q}? Is it {p}? I can't tell without doing it again.",
        "Hmm, {q} and {p} can't both be right. What would a third try give?",
        "But then where did {q} come from, if it's {p}? I'm not comfortable leaving it like that. Once more.",
        "How do I decide between {q} and {p}? By calculating it again, I suppose.",
    )
    looks = (
        "But let me question each step. Was everything right?",
        "Wait, are all the pieces correct?",
        "Is every one of those products right? Let's look.",
        "Hmm, let me go back and see whether anything slipped.",
        "Did I get all the zeros? Let me check the parts.",
        "How sure am I of the individual products? Let me go over them.",
        "Wait, let me re-examine that.",
        "Should I verify the parts? I think I should.",
    )
    fines = (
        "Is {l} {x} {r} equal to {v}? Yes.",
        "{l} {x} {r}: {v}, no problem there.",
        "{l} {x} {r} being {v}, that's fine.",
        "Was {l} {x} {r} really {v}? It was.",
        "{v} from {l} {x} {r}, all right.",
    )
    found_part = (
        "Is {l} {x} {r} equal to {was}? Hmm, no! It's {now}.",
        "And {l} {x} {r}, did I say {was}? But that's {now}, isn't it? Yes, {now}.",
        "What about {l} {x} {r}? I had {was}. Hmm, shouldn't that be {now}? It should.",
        "But {l} {x} {r} being {was}? No, that's wrong, it comes to {now}.",
        "Then {l} {x} {r}. {was}? I don't see how I got that. It's {now}.",
        "Wait, why did I write {was} for {l} {x} {r}? It's {now}.",
        "Hmm, {l} {x} {r} isn't {was} but {now}. There we go, that's the slip.",
        "How did {l} {x} {r} become {was}? It ought to be {now}.",
    )
    found_sum = (
        "So is it the sum? Did those really add to {p}? Let me add once more.",
        "Then what about the addition? {p}, I said. Is that so? Hmm, no:",
        "The parts are okay, so do they add up to {p}? I don't think they do.",
        "But how did I get {p} from these? Adding them again:",
        "Hmm, then the sum. {p}? Let me redo that one, I think a carry went missing.",
        "So what's left is the addition, and {p} looks suspicious.",
    )
    readd = (
        "So what does the sum become?",
        "Then the total has to change as well.",
        "And so the addition is now:",
        "What's the new sum, then?",
        "Let me add again with that.",
        "So, adding with the right value:",
    )
    qualms = (
        "Does that make sense?",
        "Is {c} plausible?",
        "How can I test that?",
        "Can I be sure of {c}? A quick test or so.",
        "Wait, shouldn't I check that?",
        "Hmm, does {c} hold up?",
        "But wait, could I have dropped a carry?",
        "Does everything fit?",
    )
    reliefs = (
        "So no reason to doubt it.",
        "Good, that fits.",
        "So it holds.",
        "Okay, nothing speaks against it.",
        "So yes, I think it does.",
        "That's reassuring.",
        "All right, fine.",
        "So that seems okay.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": (
            "Is the addition okay? I go through the columns again, and yes.",
            "Did I shift anything by mistake? Looking at the zeros, no.",
        ),
        "part": ("Is {l} {x} {r} really {v}? Yes.", "What about {l} {x} {r}? {v}, that's fine."),
        "sum": (
            "Is {s} {op} {u} equal to {v}? It is, and what follows is all right too.",
            "{s} {op} {u}, is that {v}? Yes.",
        ),
        "last": (
            "What's the last digit? {x1} times {y1} is {xy}, so it should be {d}. It is.",
            "Should it end in {d}? {x1} times {y1} is {xy}, so yes, and it does.",
        ),
        "nines": (
            "What about mod 9? {x9} times {y9} is {m}, leaving {z9}, and {c} leaves {z9} as well.",
            "Do the digital roots agree? {x9} times {y9} gives {z9} mod 9, and {c} gives {z9}. They do.",
        ),
        "estimate": (
            "What would an estimate say? {ex} times {ey} is {e}. Not far from {c}.",
            "Is the size right? {ex} times {ey} is {e}, so {c} is sensible.",
        ),
        "back": (
            "If I divided {c} by {b}, would I be back near {a}? Yes, roughly.",
            "What is {c} over {b}? About {a}, as it should be.",
        ),
        "size": (
            "How many digits should it have? {d1} or {d2}, and it has {dn}.",
            "Does the number of digits fit? {dn} of them, yes.",
        ),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "What should the last digit be, by the way? {x1} times {y1} is {xy}, so {d}. But {p} ends in {e}! "
            "So that's wrong.",
            "Wait, does it end properly? {x1} times {y1} is {xy}, so I'd expect a {d}, but {p} has a {e}. "
            "Hmm, no good.",
        ),
        "nines": (
            "Does it survive casting out nines? {x9} times {y9} is {m}, so I'd want {z9}. {p} leaves {u9}. It doesn't.",
            "What is it mod 9? It should be {z9}, from {x9} times {y9}, but {p} is {u9} mod 9. So there's a mistake.",
        ),
        "estimate": (
            "Is the size even right? {ex} times {ey} is about {e}, so isn't {p} much too {way}? It is.",
            "Wait, {ex} times {ey} would be {e}. How can it be {p}, then? That's far too {way}.",
        ),
    }
    hunts = (
        "So where did it go wrong?",
        "Which piece is it, then?",
        "What did I do there?",
        "Where's the culprit?",
    )
    restarts = (
        "So let me do it again.",
        "Then I need another go.",
        "What now? Start again, I suppose.",
        "So once more, with care.",
        "Let's try that again.",
    )
    false_starts = (
        "What about {l} {x} {r} first? That's {v}. But then the rest is awkward, isn't it? Let's go another way.",
        "Could I start with {l} {x} {r}, so {v}? Hmm, I don't like where that goes. Let me split differently.",
        "Say {l} {x} {r}, which is {v}, and then what? No, there's a neater split.",
    )
    false_alarms = (
        "But shouldn't it end in {e}? {x1} times {y1} is {bad}... no, it's {xy}. So {d} is as it should be.",
        "Wait, what's {x1} times {y1}? {bad}? Then the last digit would be wrong. Hmm, no, {xy}. So it's fine.",
        "Is {d} really the last digit? {x1} times {y1} is {bad}, no, {xy}. Yes, it is.",
    )
    letting_go = (
        "Should I try yet another method? I don't see the need.",
        "Could there be an error that I haven't seen? I suppose, but I've looked at each step.",
        "Do I want to do it again? Not really, every step was simple enough.",
        "Is there anything else that could have gone wrong? I don't think so.",
    )
    conclusions = (
        "So, can I settle on {c}? I think so.",
        "Therefore, I'm confident that {ab} is {c}.",
        "So the answer is {c}.",
        "I'm done doubting: {c}.",
        "So I conclude that it's {c}.",
        "Thus the product is {c}.",
        "And that's my answer, {c}.",
        "Then {c} it is.",
    )
    answers = (
        "**Final Answer**\n\n\\[ \\boxed{{{mc}}} \\]",
        "**{c}**",
        "The product is \\boxed{{{mc}}}.",
        "Therefore, the answer is \\(\\boxed{{{mc}}}\\).",
        "\\[ \\boxed{{{mc}}} \\]",
        "**Final Answer**\n\nThe final answer is $\\boxed{{{mc}}}$.",
        "So, {ab} = **{c}**.",
        "Answer: {c}",
    )

    def body(self, t: Telling, w: Work) -> str:
        if w.method == "area":
            lead = t.one("Splitting both factors, then:", f"Break up {t.n(w.a)} as well as {t.n(w.b)}?")
        else:
            lead = t.one(
                f"{t.n(w.b)} is {t.factor(w)}, right?",
                f"Say {t.n(w.b)} = {t.factor(w)}.",
                f"I can see {t.n(w.b)} as {t.factor(w)}.",
                f"With {t.n(w.b)} = {t.factor(w)}, what do I need? {t.n(w.a)} times each.",
            )
        said = [self.piece(t, term) for term in w.terms]
        glue = "\n\n" if t.flag("airy", 0.6) else " "
        return lead + glue + glue.join(said) + glue + self.say(t, self.totals) + " " + self.adding(t, w)


class OssShorthand(Cogitator):
    """Telegraphic analysis, then a short final message."""

    par = "\n\n"
    slippy = 0.08
    checking = 0.6
    weights: ClassVar[dict[str, Pool]] = {"redo": 2, "second": 3, "look": 4, "fail": 5, "tie": 2}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("comma", "plain", "latex", "narrow")
        t.x = t.one("*", "*", "×", "x")

    openings = (
        "We need to compute {ab}.",
        "Compute {ab}.",
        "Need {ab}.",
        "User wants {ab}, step by step.",
        "We need product {ab}. Do carefully.",
        "Simple multiplication: {ab}.",
        "{ab} = ?",
        "So multiply {a} by {b}.",
        "Let's compute {ab} carefully.",
        "Task: {ab}.",
    )
    plans = ("Break down.", "Split.", "Use distributive.", "Partial products.", "Let's do it.", "By parts.", "", "")
    pieces = (
        "{l}{x}{r} = {v}.",
        "{l}{x}{r}={v}.",
        "{l} {x} {r} = {v}.",
        "{l}{x}{r} → {v}.",
        "{l}{x}{r}: {v}.",
    )
    slips = (
        "{l}{x}{r} = {w}? No: {v}.",
        "{l}{x}{r} = {w}... actually {v}.",
        "{l}{x}{r} = {w}, hmm, {v}.",
        "{l}{x}{r}: {w} — no, {v}.",
    )
    sum_slips = ("{w}? no {v}", "{w}, no, {v}", "{w} hmm {v}")
    totals = ("Sum:", "Add:", "Total:", "Adding:", "Now sum:", "Add up:", "Then", "Sum up:")
    commits = (
        "So {ab} = {c}.",
        "So {c}.",
        "So product {c}.",
        "Product = {c}.",
        "Thus {c}.",
        "Result {c}.",
        "So answer {c}.",
        "Gives {c}.",
        "So total is {c}.",
        "So we get {c}.",
    )
    stills = ("Still not certain.", "But check is weak.", "But let's be safe.", "Hmm, still.")
    doubts = (
        "Hmm, not sure. Recompute.",
        "Wait. Let me recompute from scratch.",
        "Not confident in {p}. Redo.",
        "Hmm, did that fast. Do it again carefully.",
        "Hold on, maybe slip. Compute again.",
        "Doubtful. Let's redo the whole thing.",
        "Let me not trust {p}. Again:",
        "Hmm, possible arithmetic slip. Start over.",
        "Wait, may be mis-added. Recalculate.",
        "Not sure that's right. Re-do:",
    )
    sames = (
        "Same: {c}. Fine.",
        "Again {c}.",
        "So {c} again, ok.",
        "Same number {c}.",
        "OK {c} again.",
        "{c} both times.",
        "Unchanged, {c}.",
        "Same result {c}, so slip worry unfounded.",
    )
    differs = (
        "Earlier {p} wrong. {c}.",
        "Differs from {p}; earlier had slip. Take {c}.",
        "So not {p}, {c}.",
        "{p} was error. Use {c}.",
        "So earlier mis-added; {c} correct.",
        "Not {p}. This one was careful, so {c}.",
        "Previous {p} off; go with {c}.",
        "So correct is {c}, not {p}.",
    )
    seconds = (
        "Check other way.",
        "Let's double-check with other split.",
        "Verify alternative:",
        "Double-check by different method.",
        "Cross-check:",
        "Alternatively:",
        "Check via another decomposition.",
        "Let's verify differently.",
    )
    clashes = (
        "Mismatch with {p}.",
        "Hmm, earlier {p}. Conflict.",
        "Not equal to {p}. One is wrong.",
        "But first gave {p}. Which?",
        "Discrepancy: {p} before.",
        "Differs from {p}. Need to decide.",
        "That's not {p}.",
        "Conflict with {p}; find which is right.",
    )
    weighs = (
        "Second one re-read, fine. First had slip.",
        "First probably dropped carry.",
        "Second is cleaner; trust it.",
        "Parts of second all fine. So first wrong.",
        "First sum was done hastily.",
        "I see no error in second.",
        "Likely mis-add in first.",
        "Second is simpler so more reliable.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "Last digit must be {d} ({x1}*{y1}={xy}); {p} ends {e}, out.",
            "Units: {x1}*{y1}={xy} → {d}. {p} fails.",
        ),
        "nines": (
            "Mod 9: {x9}*{y9}={m}≡{z9}. {p}≡{u9}, out.",
            "Mod 9 needs {z9}; {p} gives {u9}. So first wrong.",
        ),
    }
    verdicts = (
        "So {c}.",
        "So answer {c}, not {p}.",
        "Thus correct product {c}.",
        "So {ab} = {c}.",
        "Go with {c}.",
        "Therefore {c}.",
        "Take {c}.",
        "So product is {c}.",
    )
    verdicts_after = (
        "So {c} correct.",
        "Keep {c}.",
        "So {c}, discard {p}.",
        "OK {c}.",
        "Thus {c}.",
        "Go with {c}.",
    )
    ties = (
        "Have {q} and {p}. Need third computation.",
        "{q} vs {p}. Recompute carefully.",
        "Two candidates, {q} and {p}. Do again to settle.",
        "Hmm {q} earlier, {p} now. Once more.",
        "Unclear: {q} or {p}? Compute again.",
    )
    back_to = (
        "Agrees with the earlier {c}; {p} wrong.",
        "So {c} as before, not {p}.",
        "Matches {c}. Drop {p}.",
        "OK back to {c}; {p} was the slip.",
    )
    looks = (
        "Check parts.",
        "Let me double-check pieces.",
        "Verify each:",
        "Recheck.",
        "Check the partials.",
        "Let's verify steps.",
        "Wait, check.",
        "Double-check:",
    )
    fines = ("{l}{x}{r}={v} ok.", "{l}{x}{r} = {v} yes.", "{v} ok.", "{l}{x}{r}: {v}, good.", "{l}{x}{r}={v}, correct.")
    found_part = (
        "{l}{x}{r}: had {was}, actually {now}.",
        "{l}{x}{r} = {now}, not {was}. Error.",
        "{l}{x}{r}={was}? No, {now}.",
        "Hmm {l}{x}{r} is {now}; I wrote {was}. Fix.",
        "{l}{x}{r} wrong: {was} should be {now}.",
        "But {l}{x}{r} should be {now} instead of {was}.",
        "Mistake: {l}{x}{r} = {now} (not {was}).",
        "Oops {l}{x}{r} = {now}, earlier {was}.",
    )
    found_sum = (
        "Partials fine; sum {p} suspicious.",
        "Sum: {p}? Recheck.",
        "Addition wrong, not {p}.",
        "Mis-added to {p}.",
        "Now sum again, {p} looks off.",
        "Partials ok so addition slip ({p}).",
    )
    readd = ("Redo sum:", "New sum:", "So sum:", "Corrected sum:", "Add again:", "Then:")
    qualms = ("Check.", "Sanity check:", "Quick check:", "Double-check.", "Plausibility:", "Verify.", "Check {c}:", "")
    reliefs = ("Good.", "OK.", "Fine.", "Consistent.", "Good, matches.", "All ok.", "Ok good.", "")
    checks: ClassVar[dict[str, Pool]] = {
        "glance": ("Sum looks right.", "Carries re-read, fine."),
        "part": ("{l}{x}{r}={v} yes.", "Riskiest piece {l}{x}{r}={v}, ok."),
        "sum": ("{s}{op}{u}={v} ok.", "In the sum {s}{op}{u}={v}, right."),
        "last": ("Last digit {x1}*{y1}={xy} → {d} ok.", "Ends in {d}: {x1}*{y1}={xy}, ✓."),
        "nines": (
            "Mod 9: {x9}*{y9}={m}≡{z9}; {c}≡{z9}. ✓",
            "Mod 9 {a}≡{x9}, {b}≡{y9}, product ≡{z9}, {c}≡{z9} good.",
        ),
        "estimate": ("Approx {ex}*{ey}={e}, plausible.", "Estimate {e} ({ex}*{ey}); {c} in range."),
        "back": ("{c}/{b} ≈ {a}.", "Divide back: {c}/{b}≈{a} ok."),
        "size": ("{dn} digits, expected.", "Digits: {dn}, {d1} or {d2} expected."),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "Last digit: {x1}*{y1}={xy} → should end {d}, but {p} ends {e}. Wrong.",
            "Check units: {x1}*{y1}={xy}, need {d}; got {e} in {p}. Error somewhere.",
        ),
        "nines": (
            "Mod 9: {a}≡{x9}, {b}≡{y9}, product ≡{z9}. {p}≡{u9}. Mismatch.",
            "Check mod 9: {x9}*{y9}={m}≡{z9} but {p}≡{u9}. So error.",
        ),
        "estimate": (
            "Approx {ex}*{ey}={e}; {p} too {way}. Error.",
            "Size check: {ex}*{ey}={e}. {p} is too {way}, so wrong.",
        ),
    }
    hunts = ("Find it:", "Where?", "Check parts.", "Locate:")
    restarts = ("Recompute.", "Redo.", "Again:", "Recalculate carefully.", "Start over.")
    false_alarms = (
        "Last digit {x1}*{y1}={bad} → {e}? No, {xy} → {d}. ok.",
        "Hmm ends {d}, {x1}*{y1}={bad}? it's {xy}, fine.",
        "Units: {x1}*{y1} = {bad}... {xy}. So {d} ok.",
    )
    letting_go = (
        "Could verify other way; not needed.",
        "No need to recompute.",
        "Wait any missing zero? No.",
        "Enough checking.",
    )
    forgot = (
        "Forgot {v} in the sum.",
        "Sum missed {v}.",
        "But {p} omits {v}.",
        "{l}{x}{r}={v} not added. Error.",
        "Left out {v}.",
        "Sum lacks {v}, so {p} wrong.",
    )
    tiny = ("Trivial.", "Known from tables.", "Sum re-read, ok.", "Addition ok.")
    conclusions = (
        "Answer: {c}.",
        "So answer {c}.",
        "Answer {c}. Provide steps.",
        "Thus final {c}.",
        "We'll answer {c}.",
        "Good. Final {c}.",
        "So final answer {c}. Provide brief explanation.",
        "We output {c}.",
    )
    answers = (
        "**{mc}**",
        "\\[\n{a} \\times {b} = \\boxed{{{mc}}}\n\\]",
        "{a} × {b} = **{mc}**",
        "The product is **{mc}**.",
        "**Answer: {mc}**",
        "So \\({a} \\times {b} = {mc}\\).",
        "**Result:** {mc}",
        "\\(\\boxed{{{mc}}}\\)",
    )

    def adding(self, t: Telling, w: Work) -> str:
        w = as_added(w)
        if len(w.terms) > 2 and not t.flag("one-line", 0.4):
            steps = w.steps()
            if t.flag("plus-chain", 0.4):
                text = t.n(steps[0][0])
                for _, sign, value, result in steps:
                    text += f" {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)};"
                return text[:-1] + "."
            return "; ".join(f"{t.n(s)}{'+' if g > 0 else '-'}{t.n(v)}={t.n(r)}" for s, g, v, r in steps) + "."
        return f"{t.sum(w)} = {t.n(w.total)}."

    def body(self, t: Telling, w: Work) -> str:
        lead = "" if w.method == "area" or t.chance(0.4) else f"{t.n(w.b)} = {t.factor(w)}."
        said = [self.piece(t, term) for term in w.terms]
        glue = "\n" if t.flag("one-a-line", 0.3) else " "
        parts = [lead, *said, self.say(t, self.totals) + " " + self.adding(t, w)]
        return glue.join(part for part in parts if part)

    def first(self, t: Telling) -> str:
        lead = "analysis" if t.flag("leak", 0.25) else ""
        opening = self.join(t, [self.say(t, self.openings), self.say(t, self.plans)])
        return lead + opening + t.one(" ", "\n\n", "\n") + self.body(t, self.solve(t)) + self.gap + self.commit(t)

    def answer(self, t: Telling) -> str:
        text = "assistantfinal" if t.flag("leak", 0.25) else "\n\n"
        if t.chance(0.45):
            rows = [(f"{t.n(u.left)} × {t.n(u.right)}", t.n(u.value)) for u in t.work.terms]
            if t.chance(0.4):
                text += t.one("**Step‑by‑step**\n\n", "")
                text += "| Partial product | Value |\n|---|---|\n" + "\n".join(f"| {x} | {y} |" for x, y in rows)
            else:
                text += t.one("**Step‑by‑step**\n\n", "Break it into partial products:\n\n", "")
                lines = [f"{i}. \\({x}={y}\\)" for i, (x, y) in enumerate(rows, start=1)]
                text += "\n".join(lines).replace("×", "\\times")
            text += "\n\n" + t.one("Adding them: ", "Add: ", "Sum: ")
            text += t.r(f"{t.sum(as_added(t.work))} = {t.n(t.candidate)}") + "\n\n"
        return text + t.r(self.say(t, self.answers))


class GeminiThoughtDigest(Cogitator):
    """Thoughts summarised under bold headings, in the first person, then an answer."""

    slippy = 0.05
    checking = 0.6
    weights: ClassVar[dict[str, Pool]] = {"redo": 2, "second": 4, "look": 4, "fail": 4, "tie": 2}

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "*", "x")

    headings: ClassVar[dict[str, Pool]] = {
        "openings": (
            "Breaking Down the Multiplication",
            "Calculating the Product",
            "Defining the Task",
            "Initiating the Calculation",
            "Understanding the Request",
            "Planning the Steps",
            "Analyzing the Problem",
            "Deconstructing the Operation",
        ),
        "doubts": (
            "Recalculating from the Start",
            "Reassessing the Computation",
            "Reconsidering My Result",
            "Restarting the Calculation",
            "Repeating the Multiplication",
            "Questioning the Outcome",
        ),
        "seconds": (
            "Cross-Checking the Product",
            "Trying an Alternative Decomposition",
            "Verifying with Another Method",
            "Comparing Approaches",
            "Employing a Second Method",
        ),
        "looks": (
            "Reviewing the Partial Products",
            "Auditing the Steps",
            "Examining Each Component",
            "Scrutinizing the Calculation",
            "Tracing My Steps",
        ),
        "ties": ("Resolving the Discrepancy", "Settling the Conflict", "Arbitrating Between Results"),
        "fails": ("Spotting an Inconsistency", "Identifying a Problem", "Testing the Result", "Detecting an Error"),
        "qualms": (
            "Confirming the Result",
            "Validating the Outcome",
            "Running a Sanity Check",
            "Checking for Plausibility",
        ),
        "conclusions": ("Finalizing the Answer", "Formulating the Response", "Presenting the Solution", "Concluding"),
    }
    openings = (
        "I'm starting with the request: calculate {ab} step by step.",
        "The user wants {ab}, with the reasoning laid out.",
        "My focus right now is on the multiplication {ab}.",
        "I've been asked to work out {ab}, and I want to do it in a way that is easy to follow.",
        "I'm looking at {ab}. It's a plain multiplication, but one that deserves care.",
        "Okay, here's what I'm thinking. I need the product of {a} and {b}.",
        "I'm now tackling {ab}, which I intend to solve by hand.",
        "The objective is clear: find {ab}.",
        "Right, so the job is to multiply {a} by {b}.",
    )
    plans = (
        "I'll decompose one factor and use the distributive property.",
        "My plan is to compute partial products and add them.",
        "Breaking one of the numbers into its place values seems most transparent.",
        "I'm going to split it into manageable pieces.",
        "The standard algorithm, written as partial products, is the way I'm going.",
        "I've decided on the distributive property as the clearest route.",
        "I'll keep the steps small so that each can be followed.",
        "A breakdown by place value will keep this organized.",
    )
    pieces = (
        "{l} {x} {r} = {v}.",
        "I'm getting {v} for {l} {x} {r}.",
        "{l} {x} {r} comes to {v}.",
        "Then {l} {x} {r} yields {v}.",
        "For {l} {x} {r}, I have {v}.",
        "{l} {x} {r} results in {v}.",
        "Multiplying {l} by {r} gives {v}.",
    )
    slips = (
        "For {l} {x} {r} I first had {w}, which I've corrected to {v}.",
        "{l} {x} {r} is {w}; no, on reflection that's {v}.",
        "I initially put {w} for {l} {x} {r}, but caught it: {v}.",
        "{l} {x} {r} = {w}... correction, {v}.",
    )
    sum_slips = ("{w}, correction, {v}", "{w}, or rather {v}", "{w} (no, {v})")
    totals = (
        "I'm now adding these up.",
        "Now I'm combining the pieces.",
        "The next step is the summation.",
        "Summing the partial products:",
        "I'll total these now.",
        "All that remains is to add:",
        "With the parts in hand, I add them.",
        "Bringing these together:",
    )
    commits = (
        "That puts the product at {c}.",
        "So, {ab} = {c}.",
        "I arrive at {c} for the product.",
        "This gives me a result of {c}.",
        "So my result is {c}.",
        "I'm therefore at {c} for {ab}.",
        "The total comes out as {c}.",
        "This leads me to {c} as the product.",
        "The outcome is {c}.",
        "Hence the product is {c}.",
    )
    stills = (
        "Still, I'd like firmer ground than that.",
        "Even so, I'm not entirely satisfied.",
        "That said, such checks don't catch everything.",
        "Nonetheless, some doubt remains.",
    )
    doubts = (
        "I'm not fully satisfied with {p}. I've decided to go through the complete calculation again.",
        "On reflection, I moved through those steps too quickly. I'm redoing the multiplication from the beginning.",
        "Something about {p} gives me pause. I'm recomputing everything with more care.",
        "Hold on. I'm not certain that the addition was done properly, so I'm setting that result aside and "
        "starting over.",
        "I have doubts about the figure I arrived at. I'm working the problem again from scratch.",
        "I don't want to rely on {p} just yet. I'm doing the whole computation anew.",
        "Wait, I may have mishandled a carry. I'm going back to the start and recalculating.",
        "I'm second-guessing my result, and so I'm running through the multiplication again.",
        "I'm concerned I might have slipped up. A full recalculation is in order.",
    )
    sames = (
        "It's the same figure, {c}, so my concern was unwarranted.",
        "I've landed on {c} again, which settles my doubts.",
        "This matches what I had, {c}.",
        "The recalculation lands on {c} once more.",
        "So, {c} again. I can let go of my earlier worry.",
        "I'm back at {c}, as before.",
        "Once more it's {c}.",
        "The value is unchanged: {c}.",
    )
    differs = (
        "This replaces my earlier {p}, which must have contained a slip.",
        "I see now that {p} was incorrect. I'm moving forward with {c}.",
        "It's a different figure from {p}; I trust this more careful pass, so {c} it is.",
        "My earlier figure, {p}, was evidently off. I'm adopting {c}.",
        "So the initial {p} was a mistake, and {c} takes its place.",
        "That isn't {p}. I'm discarding the earlier value in favor of {c}.",
        "Clearly I erred the time before with {p}. The product is {c}.",
        "I'm correcting {p} to {c}.",
    )
    seconds = (
        "To be thorough, I'm approaching the product from a different direction, to see whether {p} holds.",
        "I'm now verifying the result by decomposing the numbers differently.",
        "I want a second opinion on {p}, so I'm computing the product with another split.",
        "I'm going to cross-check this using a different breakdown.",
        "I'm testing {p} against an independent calculation.",
        "My next move is an alternative method, to compare outcomes.",
        "I've decided to corroborate this by going about it in another way.",
        "I'm exploring another route to the product as a check.",
    )
    clashes = (
        "That's at odds with {p}. I need to work out which one is right.",
        "This conflicts with my earlier figure of {p}.",
        "I've hit a discrepancy: my first approach gave {p}.",
        "The two methods don't agree, since I had {p} before.",
        "It's not the {p} I was expecting. One of these calculations has an error in it.",
        "I'm seeing a mismatch with {p}.",
        "Unexpectedly, this isn't {p}.",
        "My previous value was {p}, so something went wrong in one of the two.",
    )
    weighs = (
        "I've gone back over the second calculation and it holds up line by line; the slip was in the first.",
        "The first calculation was the less careful one, and I believe I dropped a carry in it.",
        "The second breakdown uses simpler products, so I'm giving it more weight.",
        "Having re-read both, I find nothing wrong with the second.",
        "I've concluded that the addition in my first pass was faulty.",
        "The steps of the second approach are all sound, which points to an error in the first.",
        "I'm inclined to trust the second, where every step is easily confirmed.",
        "It appears that I misaligned something in the first pass.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "The units digits help: {x1} × {y1} = {xy}, so it must end in {d}, which rules out {p}.",
            "Since {x1} × {y1} = {xy}, the final digit has to be {d}. My earlier {p} ends in {e}, so it's wrong.",
        ),
        "nines": (
            "Casting out nines requires a remainder of {z9} ({x9} × {y9} = {m}), but {p} leaves {u9}.",
            "Modulo 9, the product must be {z9}. The earlier {p} gives {u9}, so that one is in error.",
        ),
    }
    verdicts = (
        "So I'm settling on {c}.",
        "The correct product is therefore {c}.",
        "I'm now going with {c} instead of {p}.",
        "I conclude that {ab} = {c}.",
        "So the product must be {c}.",
        "That makes {c} the right value.",
        "I'm revising my answer to {c}.",
        "Accordingly, {ab} is {c}.",
    )
    verdicts_after = (
        "I'm settling on {c}.",
        "So {c} replaces {p}.",
        "I'm going forward with {c}.",
        "Therefore {c} is the value I trust.",
        "I'm revising the answer to {c}.",
        "So it's {c}, and {p} is discarded.",
    )
    ties = (
        "With both {q} and {p} on the table, I need a decisive calculation. I'm doing one more pass.",
        "I've now produced {q} and {p} at different points. I'm computing the product again to settle the question.",
        "The earlier {q} and the later {p} can't both hold. I'm going through it once more.",
        "I'm still uneasy about having {q} in one pass and {p} in another, so I'm running a further calculation.",
        "It's {q} against {p}. A further careful pass should decide.",
    )
    back_to = (
        "This supports {c} from earlier, and {p} falls away.",
        "That agrees with the earlier {c}, so {p} was the faulty one.",
        "I'm returning to {c}; the {p} was a slip.",
        "So {c} was correct, and {p} was not.",
    )
    looks = (
        "I'm going back over the individual products to be sure.",
        "Before I commit to {p}, I'm re-examining every step.",
        "I'm now reviewing each of the components.",
        "I'm taking another look at the intermediate values.",
        "I want to be certain of the pieces, so I'm inspecting them in turn.",
        "I'm retracing the calculation piece by piece.",
        "Wait. One of those values looks doubtful, and I'm checking them all.",
        "I'm double-checking the pieces that went into {p}.",
    )
    fines = (
        "{l} {x} {r} = {v} is right.",
        "I can confirm {l} {x} {r} = {v}.",
        "{v} for {l} {x} {r} holds.",
        "{l} {x} {r} is indeed {v}.",
        "The {v} from {l} {x} {r} is fine.",
    )
    found_part = (
        "However, {l} {x} {r} is {now}, where I had {was}. That's the error.",
        "But I've found a mistake: {l} {x} {r} should be {now} and not {was}.",
        "The value {was} for {l} {x} {r} is wrong; it's {now}.",
        "I've spotted an issue with {l} {x} {r}: I recorded {was}, and it comes to {now}.",
        "What doesn't hold is {l} {x} {r} = {was}. The proper value is {now}.",
        "For {l} {x} {r}, I'd used {was}. Recomputing it, I get {now}.",
        "I see that I miscalculated {l} {x} {r}. It's {now} rather than {was}.",
        "{l} {x} {r}, which I had as {was}, works out to {now}.",
    )
    found_sum = (
        "The components are right, but I misadded them to get {p}. Adding again:",
        "So the fault lies in the addition that gave {p}. I'm redoing it.",
        "The parts all hold; it's the sum {p} that doesn't.",
        "I've found that the addition was off, and {p} isn't the sum of these. Once more:",
        "It's the last step that went wrong: these don't total {p}.",
        "The summation to {p} contains a slip. Here it is again:",
    )
    readd = (
        "I'm updating the sum.",
        "With that corrected, the sum becomes:",
        "The total has to be recomputed.",
        "Adding again with the corrected value:",
        "Now I'm redoing the addition.",
        "The revised sum:",
    )
    qualms = (
        "I'm doing a quick check on {c}.",
        "I'm making sure the result is plausible.",
        "Before I write this up, I'm testing {c}.",
        "I'm taking a moment to verify.",
        "I want to see that {c} holds up.",
        "I'm running a brief sanity check.",
        "I'm double-checking for slips.",
        "Now I'm checking the result from another angle.",
    )
    reliefs = (
        "I'm satisfied with that.",
        "Everything is consistent.",
        "That confirms it as far as I can see.",
        "I see no issues.",
        "This gives me confidence in {c}.",
        "So far, so good.",
        "That all fits.",
        "I'm comfortable with the result.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": (
            "I've read through the addition again, and the alignment is right.",
            "The place values were kept throughout, and the addition reads correctly.",
        ),
        "part": (
            "The trickiest piece, {l} {x} {r} = {v}, stands.",
            "I've looked at {l} {x} {r} once more, and {v} is fine.",
        ),
        "sum": (
            "In the addition, {s} {op} {u} = {v} is right, and so is what follows.",
            "{s} {op} {u} = {v} holds, as does the rest of the sum.",
        ),
        "last": (
            "The last digits, {x1} and {y1}, multiply to {xy}, so the product should end in {d}, which it does.",
            "It ends in {d}, as {x1} × {y1} = {xy} demands.",
        ),
        "nines": (
            "Casting out nines: {x9} × {y9} = {m}, which leaves {z9}, and {c} leaves {z9} too.",
            "Modulo 9 both sides give {z9}.",
        ),
        "estimate": (
            "An estimate, {ex} × {ey} = {e}, is near {c}.",
            "Roughly {ex} times {ey} is {e}, so the magnitude is as expected.",
        ),
        "back": (
            "Dividing {c} by {b} brings me back to about {a}.",
            "{c} ÷ {b} is around {a}, as it should be.",
        ),
        "size": (
            "A result of {dn} digits is what I'd expect.",
            "I expected {d1} or {d2} digits, and there are {dn}.",
        ),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "The last digits don't work: {x1} × {y1} = {xy}, so the product should end in {d}, while {p} ends in {e}.",
            "I've noticed that {p} ends in {e}, although {x1} × {y1} = {xy} requires a {d}. There's an error.",
        ),
        "nines": (
            "Casting out nines, I expect {z9} ({x9} × {y9} = {m}), but {p} leaves {u9}. So {p} can't be right.",
            "A check modulo 9 fails: the product should be {z9}, yet {p} is {u9}.",
        ),
        "estimate": (
            "My estimate is {ex} × {ey} = {e}, and {p} is far too {way} next to it.",
            "I'm seeing that {p} is much too {way}: {ex} × {ey} is already {e}.",
        ),
    }
    hunts = (
        "I'm looking for the source.",
        "I'm tracing where it came from.",
        "So I'm going through the pieces.",
        "I need to locate it.",
    )
    restarts = (
        "I'm recalculating.",
        "I'm starting the multiplication again.",
        "So I'm doing the computation over.",
        "A fresh calculation is needed.",
        "I'm going back to the beginning.",
    )
    false_starts = (
        "I began with {l} {x} {r} = {v}, but I'm dropping that split because the other one is tidier.",
        "My first thought was {l} {x} {r}, that is {v}; I've since decided that splitting {b} is clearer.",
    )
    false_alarms = (
        "For a moment I thought it should end in {e}, taking {x1} × {y1} for {bad}. "
        "It's {xy}, of course, so {d} is right.",
        "I briefly worried about the last digit, but {x1} × {y1} is {xy} and not {bad}, so {d} it is.",
    )
    letting_go = (
        "I considered running yet another method, but I don't think it's needed.",
        "I'm tempted to go through it all again, but the steps were simple enough.",
        "I wondered whether a zero had gone missing somewhere. It hasn't.",
        "Another full pass seems unnecessary at this point.",
    )
    conclusions = (
        "I'm ready to present {c} as the answer.",
        "With that, the answer is {c}.",
        "I'm confident in {c}, and I'll write up the steps.",
        "So the final result is {c}.",
        "I now have what I need: {ab} = {c}.",
        "The answer I'll give is {c}.",
        "I'm wrapping this up with {c}.",
        "I've settled on {c}.",
    )
    answers = (
        "**{ab} = {c}**",
        "The final answer is **{c}**.",
        "**Answer:** {c}",
        "So, {ab} = **{c}**.",
        "### Final Answer\n\n**{c}**",
        "The product of {a} and {b} is **{c}**.",
        "Therefore, {a} multiplied by {b} is **{c}**.",
        "$$ {a} \\times {b} = {mc} $$",
    )

    def say(self, t: Telling, pool: Pool, **more: Any) -> str:
        text = super().say(t, pool, **more)
        for kind, headings in self.headings.items():
            pools = self.fails.values() if kind == "fails" else [getattr(self, kind)]
            if any(pool is known for known in pools):
                if kind in ("qualms", "conclusions") and t.flag(f"plain-{kind}", 0.35):
                    return text
                return f"**{t.one(*headings)}**\n\n{text}"
        return text

    def body(self, t: Telling, w: Work) -> str:
        if w.method == "area":
            lead = f"I'm splitting both {t.n(w.a)} and {t.n(w.b)} by place value."
        else:
            lead = t.one(
                f"I'm treating {t.n(w.b)} as {t.factor(w)}.",
                f"{t.n(w.b)} becomes {t.factor(w)}.",
                f"Here I'm splitting {t.n(w.b)} into {t.factor(w)}.",
                f"Writing {t.n(w.b)} as {t.factor(w)}, I multiply {t.n(w.a)} by each part.",
            )
        if t.flag("bullets", 0.3):
            rows = "\n".join(f"*   {self.piece(t, term)}" for term in w.terms)
            return f"{lead}\n\n{rows}\n\n{self.say(t, self.totals)} {self.adding(t, w)}"
        said = " ".join(self.piece(t, term) for term in w.terms)
        return f"{lead} {said} {self.say(t, self.totals)} {self.adding(t, w)}"

    def answer(self, t: Telling) -> str:
        text = t.one("\n\n---\n\n", "\n\n\n", "\n\n")
        if t.chance(0.6):
            text += t.one(
                f"Here is the step-by-step calculation of {t.ab}:\n\n",
                f"To calculate {t.ab}, break the problem into smaller parts.\n\n",
                "Of course! Here's how it works, step by step.\n\n",
                "### Step-by-step\n\n",
            )
            for number, term in enumerate(t.work.terms, start=1):
                text += f"{number}.  **{t.n(term.left)} × {t.n(term.right)}** = {t.n(term.value)}\n"
            text += f"{len(t.work.terms) + 1}.  {t.one('**Add the results:**', '**Add them together:**')} "
            text += t.r(f"{t.sum(as_added(t.work))} = {t.n(t.candidate)}") + "\n\n"
        return text + t.r(self.say(t, self.answers))


class ClaudePatientThinker(Cogitator):
    """Calm extended thinking like a careful tutor's, computation on its own lines, then a short tidy reply."""

    slippy = 0.07
    checking = 0.7
    gap = "\n\n"
    weights: ClassVar[dict[str, Pool]] = {"redo": 2, "second": 5, "look": 3, "fail": 4, "tie": 3}

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "*")

    openings = (
        "I need to calculate {ab}.",
        "Let me work through {ab} carefully.",
        "The task is to find {ab}, showing the steps.",
        "I'll compute {ab} step by step.",
        "Let me calculate {ab}.",
        "This is a multiplication, {ab}. I'd like to show it in a way that someone can follow.",
        "Let me think through {ab} one part at a time.",
        "So we want {a} multiplied by {b}.",
        "Let me take {ab} and break it down.",
    )
    plans = (
        "I'll split by place value:",
        "Using the distributive property:",
        "I'll break it into partial products.",
        "It's easiest to handle one place at a time.",
        "Breaking it down:",
        "I'll go part by part and keep track of the zeros.",
        "A place-value split will keep this tidy.",
        "Let me decompose one of the factors.",
    )
    pieces = (
        "{l} {x} {r} = {v}",
        "{l} {x} {r} = {v}",
        "{l} {x} {r} = {v}",
        "{l} {x} {r}: {v}",
        "{l} {x} {r} is {v}",
    )
    slips = (
        "{l} {x} {r} = {w}... let me recheck: {v}",
        "{l} {x} {r} = {w}. Actually, no: {v}",
        "{l} {x} {r} = {w} — hmm, that should be {v}",
        "{l} {x} {r} = {w}, wait, {v}",
    )
    sum_slips = ("{w}, wait, {v}", "{w} — no, {v}", "{w}, actually {v}")
    totals = (
        "Adding these:",
        "Now I'll add them up:",
        "Sum:",
        "Now the sum:",
        "Adding these together:",
        "Then, adding step by step:",
        "Now to combine these:",
        "Total:",
    )
    commits = (
        "So {ab} = {c}.",
        "That gives {c}.",
        "So the product is {c}.",
        "This gives me {c}.",
        "So I get {ab} = {c}.",
        "So that's {c} in all.",
        "Therefore {ab} = {c}.",
        "The result is {c}.",
        "So my answer would be {c}.",
        "That comes to {c}.",
    )
    stills = (
        "That's necessary but not sufficient, though.",
        "Still, I'd like to be more careful than that.",
        "That doesn't rule out every slip, of course.",
        "Even so, I'm not completely sure.",
    )
    doubts = (
        "Hmm, I'm not confident I did that addition properly. Let me redo this from the beginning.",
        "Actually, let me set that aside and recompute it, because I was moving quickly.",
        "Wait, I want to be careful here. I'm not sure {p} is right, so let me do it over.",
        "Actually, I don't fully trust {p}. Let me work it through once more.",
        "Hmm, let me reconsider. I'd rather start again than rely on that.",
        "Hold on. Let me recompute, since I may have lost a carry.",
        "Let me not commit to {p} yet. Redoing the calculation:",
        "Wait. That may contain a slip. I'll start over, more slowly.",
        "Actually, I'm not happy with how I did that. Let me go again from scratch.",
    )
    sames = (
        "The same as before, {c}, so my worry was misplaced.",
        "That's {c} again, good.",
        "I get {c} again.",
        "So {c} stands.",
        "This agrees with what I had, {c}.",
        "Once more {c}. Then I was right the first time.",
        "It's {c} again; I was being overly cautious.",
        "So it's {c}, as I had it.",
    )
    differs = (
        "That differs from the {p} I had earlier, so I made an error there. {c} is what I trust.",
        "So {p} was wrong; it should be {c}.",
        "This isn't {p}, so I must have slipped earlier. I'll use {c}.",
        "My earlier {p} was off. {c} is the careful result.",
        "I previously had {p}, which seems to have been an addition slip. {c}, then.",
        "So I need to correct myself: {c}, not {p}.",
        "I'm glad I redid that, since {p} was not right. The product is {c}.",
        "Evidently {p} came from a mistake. {c} it is.",
    )
    seconds = (
        "Let me verify this a different way.",
        "Let me double-check by splitting the other factor.",
        "I should verify {p} with an independent calculation.",
        "Let me check this using a different decomposition.",
        "To be safe, I'll compute it another way.",
        "Let me cross-check with another approach.",
        "Now a second method, as a check on {p}:",
        "Let me make sure by doing it differently.",
    )
    clashes = (
        "Hmm, that doesn't match {p}. One of these is wrong.",
        "Wait, I got {p} before. I need to see where they diverge.",
        "That's not {p}. So there's an error in one of the two.",
        "These don't agree: the first calculation gave {p}.",
        "That conflicts with my first result of {p}.",
        "Hmm, a discrepancy with {p}. Let me figure out which is correct.",
        "But earlier I found {p}, so something went wrong somewhere.",
        "This is different from {p}, which means I made a mistake in one of them.",
    )
    weighs = (
        "Going back over the second one, each line holds. I think I misadded in the first.",
        "The second calculation has simpler steps, and I can verify each one at a glance. The first had the slip.",
        "Looking back at the first calculation, I believe I dropped a carry when adding.",
        "I've re-read the second calculation and I'm comfortable with it.",
        "I was less careful in the first pass, so I believe that's where the error is.",
        "I trust the second one, since the individual products there are easy to confirm.",
        "The lines of the second one are all right, so the first must be off.",
        "In the first I hurried through the sum. I think that's the one to discard.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "The units digit decides it: {x1} × {y1} = {xy}, so the product ends in {d}, and {p} doesn't.",
            "The product must end in {d} (from {x1} × {y1} = {xy}). That rules out {p}.",
        ),
        "nines": (
            "Checking mod 9: {x9} × {y9} = {m} ≡ {z9}, but {p} ≡ {u9}. So {p} is wrong.",
            "Mod 9 the product has to be {z9}. Since {p} ≡ {u9}, the first result is the wrong one.",
        ),
    }
    verdicts = (
        "So the correct answer is {c}.",
        "So {ab} = {c}.",
        "I'll go with {c}.",
        "So it's {c}, not {p}.",
        "The right value, then, is {c}.",
        "So I'm correcting my answer to {c}.",
        "Therefore, {c}.",
        "That means the product is {c}.",
    )
    verdicts_after = (
        "So {c} is the right one.",
        "I'll go with {c}.",
        "So it's {c}, not {p}.",
        "So I'm keeping {c} and dropping {p}.",
        "The correct value is {c}, then.",
        "Good, {c}.",
    )
    ties = (
        "I've had both {q} and {p} now, so let me do one more careful computation to settle it.",
        "Hmm. First {q}, then {p}. I shouldn't just pick one. Once more:",
        "I'd like to understand why I had {q} earlier and {p} now. Let me compute it again.",
        "Between {q} and {p}, I'm not certain. A third calculation:",
        "Before settling on {p} over {q}, let me go through it again with full attention.",
    )
    back_to = (
        "That agrees with the {c} I found before, so {p} was the mistaken one.",
        "So {c} was right after all, and {p} wasn't.",
        "This brings me back to {c}. The {p} must have been a slip.",
        "It supports {c}, so I'll discard {p}.",
    )
    looks = (
        "Let me double-check each piece.",
        "Let me verify the partial products.",
        "Wait, let me recheck those.",
        "Let me go over the individual steps again.",
        "I should verify those before I answer.",
        "Actually, let me make sure that each of those is right.",
        "Let me check each line.",
        "Hmm, let me look at those lines again.",
    )
    fines = (
        "{l} {x} {r} = {v} ✓",
        "{l} {x} {r} = {v}, correct.",
        "{l} {x} {r} = {v}. Good.",
        "{l} {x} {r} = {v}, yes.",
        "{v} for {l} {x} {r}: fine.",
    )
    found_part = (
        "{l} {x} {r}: I had {was}, but it's {now}. So that was an error.",
        "{l} {x} {r} = {now}, and I wrote {was}. There's the mistake.",
        "{l} {x} {r} — that isn't {was}. It's {now}.",
        "But {l} {x} {r} should be {now}, not {was}.",
        "{l} {x} {r} = {was}? No, that's {now}. I made a slip there.",
        "Hmm, for {l} {x} {r} I put {was}. Working it out again, it's {now}.",
        "I made an error in {l} {x} {r}: it equals {now} rather than {was}.",
        "And {l} {x} {r}... that's actually {now}, so {was} was wrong.",
    )
    found_sum = (
        "The partial products are fine, so let me redo the addition, since {p} doesn't look right:",
        "So those are right. But the sum {p} isn't. Adding again:",
        "The pieces hold, but I think I misadded when I got {p}:",
        "It's the addition that's wrong; it doesn't come to {p}:",
        "Now the sum. I had {p}, but let me do that again:",
        "So the error is in the final sum, {p}. Again:",
    )
    readd = (
        "Redoing the sum:",
        "So the sum is:",
        "With the corrected value:",
        "Let me add again:",
        "Corrected total:",
        "Adding again with that fixed:",
    )
    qualms = (
        "Let me do a sanity check.",
        "Let me verify that this is reasonable.",
        "Quick check:",
        "Let me check {c}.",
        "Checking:",
        "Wait, let me make sure of that.",
        "Let me see whether {c} makes sense.",
        "A few checks before I answer.",
    )
    reliefs = (
        "Good.",
        "That's consistent.",
        "So I'm comfortable with {c}.",
        "That all fits.",
        "Good, no problem there.",
        "I'm satisfied with that.",
        "That checks out.",
        "So this looks right.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": (
            "I've looked over the addition again and the columns are right.",
            "The zeros and the place values look right throughout.",
        ),
        "part": ("{l} {x} {r} = {v} ✓", "The largest risk was {l} {x} {r} = {v}, and that's right."),
        "sum": ("{s} {op} {u} = {v} ✓, and the rest of the sum is fine.", "In the sum, {s} {op} {u} = {v} is right."),
        "last": (
            "Units digit: {x1} × {y1} = {xy}, so it should end in {d} ✓",
            "It ends in {d}, which fits {x1} × {y1} = {xy}.",
        ),
        "nines": (
            "Mod 9: {a} ≡ {x9}, {b} ≡ {y9}, and {x9} × {y9} = {m} ≡ {z9}. And {c} ≡ {z9} ✓",
            "Casting out nines: {x9} × {y9} = {m} leaves {z9}, and {c} leaves {z9} ✓",
        ),
        "estimate": (
            "Estimate: {ex} × {ey} = {e}, which is close to {c} ✓",
            "As a rough check, {ex} × {ey} = {e}, so this is the right size.",
        ),
        "back": ("{c} ÷ {b} ≈ {a} ✓", "Dividing back, {c} / {b} is about {a}."),
        "size": ("It has {dn} digits, as expected.", "I'd expect {d1} or {d2} digits; it has {dn} ✓"),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "Checking the units digit: {x1} × {y1} = {xy}, so it should end in {d}. But {p} ends in {e}. "
            "There's an error.",
            "Wait, {p} ends in {e}, but {x1} × {y1} = {xy} means that it should end in {d}.",
        ),
        "nines": (
            "Mod 9 check: {a} ≡ {x9}, {b} ≡ {y9}, so the product ≡ {z9}. But {p} ≡ {u9}. That doesn't match.",
            "Casting out nines: I need {z9} (since {x9} × {y9} = {m}), and {p} leaves {u9}. So that's wrong.",
        ),
        "estimate": (
            "Sanity check: {ex} × {ey} = {e}. But {p} is far too {way}. Something went wrong.",
            "Hmm, an estimate gives {ex} × {ey} = {e}, so {p} is much too {way}.",
        ),
    }
    hunts = (
        "Let me find the error.",
        "Let me go back through the pieces.",
        "Let me see where that happened.",
        "Checking the lines:",
    )
    restarts = (
        "Let me recompute.",
        "Let me start again.",
        "Redoing it carefully:",
        "I'll redo the calculation.",
        "Let me work it out again.",
    )
    false_starts = (
        "{l} {x} {r} = {v}... Actually, splitting the other number will be cleaner.",
        "I could start with {l} {x} {r} = {v}, but it's tidier to split {b}.",
        "{l} {x} {r} = {v}, and then — no, let me set it up the other way.",
    )
    false_alarms = (
        "Wait, {x1} × {y1} = {bad}, so should it end in {e}? No, {x1} × {y1} = {xy}. It ends in {d}, as it should.",
        "Hmm, the last digit: {x1} × {y1}, {bad}? No, {xy}. So {d} is right.",
    )
    letting_go = (
        "I could verify this with another method, but I don't think it's necessary.",
        "I was wondering whether I had a zero too many somewhere, but no.",
        "Should I redo this? I've checked the lines as I went, so I think it's fine.",
        "I don't see a reason to go through it again.",
    )
    conclusions = (
        "So the answer is {c}.",
        "I'm confident in {c}.",
        "So {ab} = {c}.",
        "I'll answer {c}.",
        "I'll present {c} with the steps.",
        "Good, {c} is my answer.",
        "That settles it: {c}.",
        "So, {c}. I'll write this up clearly.",
    )
    answers = (
        "**{ab} = {c}**",
        "The answer is **{c}**.",
        "**Answer: {c}**",
        "So {ab} = **{c}**.",
        "{ab} = **{c}**",
        "**Result:** {c}",
        "So the product is **{c}**.",
        "Therefore, **{ab} = {c}**.",
    )

    def join(self, t: Telling, parts: list[str]) -> str:
        return t.one("\n", "\n", " ").join(part for part in parts if part)

    def adding(self, t: Telling, w: Work) -> str:
        w = as_added(w)
        steps = w.steps()
        if len(steps) < 2 or t.flag("one-line", 0.3):
            return f"{t.sum(w)} = {t.n(w.total)}"
        lines = []
        for number, (so_far, sign, value, result) in enumerate(steps):
            slip = self.say(t, self.sum_slips, w=t.near(result), v=result)
            text = slip if number < len(steps) - 1 and t.chance(0.04) else t.n(result)
            lines.append(f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {text}")
        return "\n".join(lines)

    def body(self, t: Telling, w: Work) -> str:
        lines = []
        places = sum(digit != "0" for digit in str(w.b)) == len(w.terms) > 1
        if w.method in ("high", "low", "swapped") and places and not left_out(w) and t.chance(0.12):
            lead = t.one("In columns:", "Written out in columns:", "As long multiplication:", "Long multiplication:")
            return f"{lead}\n\n```\n{t.columns(w)}{t.total(w)}\n```"
        if w.method == "area":
            lines.append(t.one("Splitting both factors:", f"({t.n(w.a)}) × ({t.n(w.b)}), both split by place value:"))
        else:
            lines.append(
                t.one(
                    f"{t.n(w.b)} = {t.factor(w)}",
                    f"{t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.a)} {t.x} ({t.factor(w)})",
                )
            )
        lines.append("")
        mark = "- " if t.flag("dashes", 0.35) else ""
        for term in w.terms:
            lines.append(mark + self.piece(t, term))
            detail = self.details(t, term, 0.25)
            if detail:
                lines.append("  (" + detail + ")")
        return "\n".join(lines) + "\n\n" + self.say(t, self.totals) + "\n" + self.adding(t, w)

    def first(self, t: Telling) -> str:
        lead = "<thinking>\n" if t.flag("tags", 0.45) else ""
        return lead + super().first(t)

    def answer(self, t: Telling) -> str:
        text = "\n</thinking>\n\n" if t.flag("tags", 0.45) else "\n\n"
        if t.chance(0.6):
            text += t.one(
                f"# {t.ab}\n\n",
                f"I'll work through {t.ab} by splitting it into parts.\n\n",
                f"Here's {t.ab} step by step:\n\n",
                f"## Calculating {t.ab}\n\n",
            )
            text += self.recap(t) + "\n\n"
            text += t.one("Add these: ", "Adding the parts: ", "Then add: ")
            text += t.r(f"{t.sum(as_added(t.work))} = {t.n(t.candidate)}") + "\n\n"
        return text + t.r(self.say(t, self.answers))


class HybridLateReflection(Cogitator):
    """A hybrid model: next to nothing within the thinking tags, and the reflecting goes on in the visible answer."""

    slippy = 0.05
    checking = 0.65
    weights: ClassVar[dict[str, Pool]] = {"redo": 2, "second": 4, "look": 4, "fail": 5, "tie": 2}

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "×", "*")

    thoughts: Pool = (
        "A simple multiplication. I can answer directly with the steps.",
        "The user wants {ab} step by step. No need for much deliberation, I'll write out the steps.",
        "Just arithmetic. I'll decompose and add.",
        "Multiply {a} by {b}. I'll show the partial products in the answer.",
        "Straightforward: split by place value, multiply, add. I'll check at the end.",
        "We need {ab}. I will work it out in the response itself.",
        "Basic arithmetic question. Show the work and verify.",
        "I should go through {ab} carefully in the answer and reflect on the result.",
    )
    openings = (
        "Let's calculate {ab} step by step.",
        "To find {ab}, we can break the multiplication into smaller parts.",
        "Sure! Let's work out {ab}.",
        "We want to compute {ab}.",
        "Let's multiply {a} by {b} using partial products.",
        "Here is the calculation of {ab}, step by step.",
        "I'll calculate {ab} by splitting one of the factors.",
        "Let's break down {ab}.",
        "## Calculating {ab}",
    )
    plans = (
        "First we split a factor, then multiply the parts, and finally add.",
        "The distributive property makes this manageable.",
        "We'll go part by part.",
        "We decompose by place value.",
        "We use the distributive law.",
        "Each part is multiplied on its own, then everything is added.",
        "We start with the partial products.",
        "This is done in a few small steps.",
    )
    pieces = (
        "{l} {x} {r} = {v}",
        "{l} {x} {r} = **{v}**",
        "{l} {x} {r} = {v}",
        "{l} times {r} is {v}",
        "Multiply {l} by {r}: {v}",
    )
    slips = (
        "{l} {x} {r} = {w}, or rather {v}",
        "{l} {x} {r} = {w} (correction: {v})",
        "{l} {x} {r} = {w} — sorry, {v}",
        "{l} {x} {r} = {w}; no, it's {v}",
    )
    sum_slips = ("{w} (correction: {v})", "{w}, or rather {v}", "{w} — no, {v}")
    totals = (
        "Now add the partial products:",
        "Adding everything up:",
        "Add the results:",
        "Next, we add:",
        "Sum of the parts:",
        "Then we combine them:",
        "Finally, add:",
        "Adding:",
    )
    commits = (
        "So, {ab} = **{c}**.",
        "Therefore, {ab} = {c}.",
        "So the product is {c}.",
        "This gives **{c}**.",
        "The result is **{c}**.",
        "Hence {ab} equals {c}.",
        "So we get {c}.",
        "Thus, the answer is {c}.",
        "That makes {ab} = {c}.",
        "**Result: {c}**",
    )
    stills = (
        "However, that alone doesn't guarantee it.",
        "Still, let me look more closely.",
        "But this kind of check can miss an error.",
        "Even so, I should be careful.",
    )
    doubts = (
        "Hmm, on reflection I'm not certain about this result. Let me redo the calculation.",
        "Wait, I may have made a mistake above. Let's go through it again from the start.",
        "**Reflection:** I'm not sure that {p} is right, so let me recompute it.",
        "Actually, I'd like to reconsider. Let me calculate this again, more carefully.",
        "Before finalizing this, I have some doubt about {p}. Let me do the calculation over.",
        "**Wait.** I did that rather quickly. Let's recalculate.",
        "Hold on, {p} might not be correct. Starting again:",
        "**Reconsidering:** let me discard this and repeat the computation with more care.",
        "I'm not fully convinced by that. Let me start over.",
    )
    sames = (
        "This is again {c}, so the earlier result stands.",
        "We get the same value as before, {c}.",
        "Again {c}. My doubt was unnecessary.",
        "So it's {c} once more.",
        "The same: {c}.",
        "The repeated calculation also gives {c}.",
        "It remains {c}.",
        "We come to {c} again.",
    )
    differs = (
        "So the earlier value of {p} was incorrect. Apologies for the slip.",
        "This differs from {p}, which contained an error. The correct value is {c}.",
        "So {p} above was wrong, and it should be {c}.",
        "I apologize for the earlier {p}; the careful calculation gives {c}.",
        "Please disregard {p}. The product is {c}.",
        "The {p} given above was a miscalculation.",
        "So I need to correct my previous answer from {p} to {c}.",
        "The first value, {p}, came from an arithmetic slip; it should read {c}.",
    )
    seconds = (
        "**Verification:** let's compute it in a different way.",
        "Let me verify this by splitting the other number.",
        "### Verification\n\nLet's check {p} using another decomposition.",
        "To double-check, here is another approach:",
        "**Double-check with a second method:**",
        "Let's confirm {p} by an alternative calculation.",
        "Let me cross-check this with a different method.",
        "As a check, let's do the multiplication the other way.",
    )
    clashes = (
        "This does not match {p}, so one of the two calculations contains a mistake.",
        "Hmm, that's not {p}. Let me see which one is right.",
        "The two results disagree: the first was {p}.",
        "Wait, above I got {p}. There must be an error.",
        "This contradicts the value {p} found above.",
        "That is different from {p}. Something went wrong in one of them.",
        "There's a discrepancy with the earlier {p}.",
        "The check fails: above we had {p}.",
    )
    weighs = (
        "Looking back, the addition in the first calculation was not done correctly.",
        "Going over the second calculation again, I find no mistakes, so the first one was off.",
        "The second calculation is the more careful one, so the first should be discarded.",
        "I re-read the steps of the second method and they are all right.",
        "It seems that a carry was missed in the first calculation.",
        "The steps of the second method are simple and hold up.",
        "The error appears to be in the first calculation.",
        "The second method leaves less room for error, and I trust it more.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "The last digit has to be {d}, because {x1} × {y1} = {xy}. So {p} cannot be correct.",
            "Since {x1} × {y1} = {xy}, the product must end in {d}; {p} ends in {e}.",
        ),
        "nines": (
            "By casting out nines, the product must leave {z9} ({x9} × {y9} = {m}), while {p} leaves {u9}.",
            "Modulo 9 we need {z9}, and {p} gives {u9}, so the first one is wrong.",
        ),
    }
    verdicts = (
        "So the correct result is **{c}**.",
        "Therefore, {ab} = {c}.",
        "The corrected answer is {c}.",
        "So it should be {c} instead of {p}.",
        "Thus the product is **{c}**.",
        "We therefore take {c}.",
        "**Corrected result: {c}**",
        "So {ab} is {c}, not {p}.",
    )
    verdicts_after = (
        "So the correct result is {c}.",
        "So {c} is correct, and {p} is not.",
        "We therefore keep {c}.",
        "The corrected answer is {c}.",
        "So I correct myself: {c}.",
        "Thus {c} replaces {p}.",
    )
    ties = (
        "We now have {q} and {p} as results, so let me settle this with one more calculation.",
        "**Reflection:** first {q}, then {p}. To decide, let's compute the product once more.",
        "I've given {q} and {p} so far, which is unsatisfactory. Let's do it again carefully.",
        "Which is correct, {q} or {p}? A further calculation will tell.",
        "Since {q} and {p} can't both be right, I'll recompute.",
    )
    back_to = (
        "This agrees with {c} from before, so {p} was the error.",
        "So {c} was correct, and {p} was not.",
        "We are back at {c}. Apologies for the confusion with {p}.",
        "This confirms the earlier {c} over {p}.",
    )
    looks = (
        "**Checking the steps:**",
        "Let me double-check the partial products.",
        "### Review\n\nLet's go through the steps again.",
        "Let's verify each step.",
        "**Reflection:** let me review the intermediate results.",
        "Wait, let me check those values again.",
        "Before concluding, I'll check the individual products.",
        "**Self-check:**",
    )
    fines = (
        "{l} {x} {r} = {v} ✔",
        "{l} {x} {r} = {v} is correct.",
        "{l} {x} {r} = {v} ✓",
        "{l} {x} {r} = {v}, fine.",
        "{v} for {l} {x} {r} is right.",
    )
    found_part = (
        "{l} {x} {r} is {now}, not {was} ✗. I made a mistake there.",
        "However, {l} {x} {r} should be {now}; I wrote {was}.",
        "But {l} {x} {r} = {was} is incorrect. It should be {now}.",
        "There is an error here: {l} {x} {r} = {now}, where I had {was}.",
        "The value {was} for {l} {x} {r} is wrong: it is {now}.",
        "I see a mistake: {l} {x} {r} isn't {was}, it's {now}.",
        "{l} {x} {r} = {now} (I previously had {was}, which was wrong).",
        "Oops, {l} {x} {r} equals {now} and not {was}.",
    )
    found_sum = (
        "The partial products are correct, but the sum is not {p}. Adding again:",
        "The mistake is in the addition, which doesn't give {p}:",
        "These are right, so let me add them once more, since {p} looks wrong:",
        "But I made an error when adding to get {p}. Here is the sum again:",
        "However, the addition above ({p}) is off. Let's redo it:",
        "The addition needs another look, because it isn't {p}:",
    )
    readd = (
        "Correcting the sum:",
        "With the right value, we add again:",
        "The sum becomes:",
        "So the addition has to be redone:",
        "The corrected sum is:",
        "Adding again:",
    )
    qualms = (
        "**Check:**",
        "Let's check whether this is plausible.",
        "**Verification:**",
        "Let me quickly verify {c}.",
        "**Sanity check:**",
        "A quick check of the result:",
        "**Reflection:** does {c} make sense?",
        "Let me reflect on this for a moment.",
    )
    reliefs = (
        "So the result is consistent.",
        "Everything fits.",
        "The check is passed.",
        "That looks right.",
        "✅",
        "So there's no reason to doubt {c}.",
        "Good.",
        "This supports {c}.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": (
            "The addition has been looked over and is right.",
            "The zeros are in the right places, and the sum was done correctly.",
        ),
        "part": ("{l} {x} {r} = {v} ✓", "The step {l} {x} {r} = {v} is right."),
        "sum": ("{s} {op} {u} = {v} ✓", "The addition {s} {op} {u} = {v} is right, and so is the rest."),
        "last": (
            "The last digit should be that of {x1} × {y1} = {xy}, that is {d} ✓",
            "The product ends in {d}, in line with {x1} × {y1} = {xy}.",
        ),
        "nines": (
            "Digit sums: {x9} × {y9} = {m}, remainder {z9} by 9, and {c} has remainder {z9} as well.",
            "Casting out nines gives {z9} on both sides.",
        ),
        "estimate": (
            "Estimate: {ex} × {ey} = {e}, which is close to {c}.",
            "Since {ex} × {ey} = {e}, the size of {c} is plausible.",
        ),
        "back": ("{c} ÷ {b} ≈ {a} ✓", "Dividing {c} by {b} gives about {a}."),
        "size": ("The result has {dn} digits, as expected.", "We expect {d1} or {d2} digits, and there are {dn}."),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "**Check:** the last digit should be {d}, as {x1} × {y1} = {xy}. "
            "But {p} ends in {e}, so there is a mistake.",
            "Wait: {p} ends in {e}, but {x1} × {y1} = {xy}, so it should end in {d}.",
        ),
        "nines": (
            "**Check (casting out nines):** {x9} × {y9} = {m}, so the remainder should be {z9}. For {p} it is {u9}. "
            "This doesn't fit.",
            "Let's test {p} modulo 9: it gives {u9}, but the factors give {x9} × {y9} = {m}, that is {z9}. "
            "So {p} is wrong.",
        ),
        "estimate": (
            "**Check:** {ex} × {ey} = {e}, so {p} is far too {way}. Something went wrong.",
            "A quick estimate, {ex} × {ey} = {e}, shows that {p} is much too {way}.",
        ),
    }
    hunts = (
        "Let's find the mistake.",
        "Going through the steps:",
        "Let me look for it.",
        "Let's see where it happened.",
    )
    restarts = (
        "Let's redo the calculation.",
        "I'll calculate it again:",
        "Let me correct this by starting over.",
        "So, once again from the start:",
        "Let's recalculate carefully.",
    )
    false_alarms = (
        "At first sight the last digit looks wrong, if one takes {x1} × {y1} for {bad}. "
        "But it's {xy}, so {d} is right.",
        "(The last digit: {x1} × {y1} = {bad}? No, {xy}, so it ends in {d} as it should.)",
    )
    letting_go = (
        "One could verify this with a second method, but the steps are simple enough.",
        "No further check seems needed.",
        "I considered recalculating this, but I see no reason to.",
        "The calculation could be repeated in another way as well, if you like.",
    )
    conclusions = (
        "So the answer is {c}.",
        "Hence, {ab} = {c}.",
        "We conclude that {ab} = {c}.",
        "The product is therefore {c}.",
        "In conclusion, {a} multiplied by {b} is {c}.",
        "So we can state that {ab} = {c}.",
        "With that, the result is {c}.",
        "All in all, the product is {c}.",
    )
    answers = (
        "**Final Answer: {c}**",
        "### Final Answer\n\n$$\\boxed{{{mc}}}$$",
        "**Answer:** {c}",
        "✅ **{ab} = {c}**",
        "$$\n\\boxed{{{mc}}}\n$$",
        "**Final answer:** $\\boxed{{{mc}}}$",
        "#### Answer: {c}",
        "**{c}**",
    )

    def body(self, t: Telling, w: Work) -> str:
        form = t.flag("numbered", 0.5)
        heads = t.flag("step-heads", 0.4)
        text = ""
        if w.method != "area":
            text = t.one(f"{t.n(w.b)} = {t.factor(w)}", f"Split {t.n(w.b)}: {t.factor(w)}") + "\n\n"
        else:
            text = "Both factors are split by place value.\n\n"
        if heads:
            text = "**Step 1: Decompose**\n\n" + text + "**Step 2: Multiply**\n\n"
        marks = [f"{i}. " if form else "- " for i in range(1, len(w.terms) + 1)]
        text += "\n".join(mark + self.piece(t, term) for mark, term in zip(marks, w.terms, strict=True)) + "\n\n"
        text += "**Step 3: Add**\n\n" if heads else self.say(t, self.totals) + t.one(" ", "\n\n")
        if t.flag("display", 0.25):
            return text.rstrip() + f"\n\n$$\n{t.sum(as_added(w))} = {t.n(w.total)}\n$$\n\n"
        return text + self.adding(t, w)

    def first(self, t: Telling) -> str:
        think = t.one("<think>\n\n</think>\n\n", "<think>\n{}\n</think>\n\n", "<think>\n{}\n</think>\n\n", "")
        lead = think.format(self.say(t, self.thoughts))
        opening = self.say(t, self.openings)
        if opening.startswith("##"):
            opening += "\n"
        text = lead + opening + t.one("\n", " ") + self.say(t, self.plans)
        return text + self.par + self.body(t, self.solve(t)) + t.one("\n\n", " ") + self.commit(t)

    def finish(self, t: Telling, text: str) -> str:
        return text.replace("\n ", "\n")

    def closing(self, t: Telling) -> str:
        text = self.test(t)
        if t.chance(0.55):
            text += self.par + t.r(self.say(t, self.conclusions))
        return text + (self.answer(t) if t.chance(0.75) else "")


class PhiLongDeliberator(Cogitator):
    """One run-on paragraph or so of a small reasoning model that talks of the user and of what it will produce."""

    slippy = 0.12
    checking = 0.7
    weights: ClassVar[dict[str, Pool]] = {"redo": 3, "second": 4, "look": 4, "fail": 3, "tie": 3}

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "plain")
        t.maths = t.words
        t.x = t.one("*", "*", "×")

    openings = (
        'User: "Calculate {a} * {b}. Think step by step." So I need to compute the product.',
        "We have a user who wants {ab} and the instruction is to think step by step.",
        "We need to calculate {ab}. I'll do that by hand.",
        "The question: {ab}. Let me compute that.",
        "I need to produce the product of {a} and {b} with steps.",
        'The user says "Calculate {a} * {b}". We need to produce a step by step explanation with the result.',
        "Let me compute {ab} manually, since the user wants a chain of steps.",
        "I have to multiply {a} with {b}. There is nothing tricky except the arithmetic.",
        "We are to compute {ab}.",
    )
    plans = (
        "I'll write one factor as a sum and multiply it out.",
        "We can break it into parts.",
        "I'd use the distributive law.",
        "Let me do it with partial products.",
        "One can do long multiplication, I'd do it by decomposition.",
        "I'll do it in parts, then sum.",
        "Let me decompose by place values.",
        "I'd do it in the usual way.",
    )
    pieces = (
        "{l} {x} {r} = {v}.",
        "First {l} {x} {r} = {v}.",
        "So {l} {x} {r} gives {v}.",
        "Then {l} {x} {r} = {v}.",
        "Compute {l} {x} {r} = {v}.",
        "And {l} {x} {r} = {v}.",
        "Also {l} {x} {r} equals {v}.",
        "We have {l} {x} {r} = {v}.",
    )
    slips = (
        "{l} {x} {r} = {w}? Let's see: no, {v}.",
        "Then {l} {x} {r} = {w}, wait that is not right, {v}.",
        "{l} {x} {r} = {w} (I think), hmm, check: it's {v}.",
        "Compute {l} {x} {r} = {w}, oh wait, {v}.",
    )
    sum_slips = ("{w}? wait, {v}", "{w} no {v}", "{w} (wait: {v})")
    totals = (
        "Sum them:",
        "So the sum is",
        "Then add them:",
        "Now we sum these:",
        "Adding:",
        "Let me add these:",
        "Total:",
        "Now summing:",
    )
    commits = (
        "So the product is {c}.",
        "Thus {ab} = {c}.",
        "So answer is {c}.",
        "So we have {ab} = {c}.",
        "Thus the result is {c}.",
        "That gives {c} as product.",
        "So {c} is the product.",
        "So the answer would be {c}.",
        "Therefore product = {c}.",
        "So I get {c}.",
    )
    stills = (
        "But I'm still not sure.",
        "But let me be careful here.",
        "However, that isn't proof.",
        "Hmm, but we need to be certain.",
    )
    doubts = (
        "But wait, I need to double-check the arithmetic because I'm not sure about it. Let me recompute everything.",
        "Hmm, let me recalc from the beginning because I'm not certain that it's right.",
        "Wait, maybe I've mis-added. Let me recompute the product again.",
        "I'm not sure that {p} is correct. I'd better do it again.",
        "But I want to be careful: it's possible that {p} is off. Let's recalc step by step.",
        "Wait: that may be wrong. Let me do the entire computation again.",
        "Let me re-evaluate. I don't trust the sum that I did. Again from scratch:",
        "Hmm, did I do that right? I'm doubtful. Let me compute again.",
        "However, I might have made an error. Let's discard that and compute again:",
    )
    sames = (
        "So it's {c} again, consistent.",
        "So I get the same {c}.",
        "Thus again {c}. So it was fine.",
        "So same answer, {c}.",
        "Which is {c} as earlier.",
        "Ok so {c} again.",
        "Good, I get {c} again so my worry was for nothing.",
        "So it's indeed {c}.",
    )
    differs = (
        "So previously I had {p} which was an error.",
        "So it's not {p}; I must have mis-added earlier. The answer is {c}.",
        "That is different from {p}, but I believe {c} is right as I did it carefully this time.",
        "Therefore the earlier {p} was a mistake.",
        "So {p} is wrong. We take {c}.",
        "Hmm, so {p} was not correct. I'd answer {c}.",
        "So I should use {c} instead of {p}.",
        "I see that {p} had an arithmetic error. So {c}.",
    )
    seconds = (
        "Let me check by alternative method.",
        "Double-check: let me do it with a different decomposition.",
        "But let me verify by computing in another way.",
        "We can verify the result {p} using another decomposition:",
        "Alternatively, we can do it the other way to check.",
        "Let me double check using the other factor's decomposition.",
        "I'd check by a second method:",
        "Let me cross-check with another approach:",
    )
    clashes = (
        "But that's not the same as {p}. So there's an inconsistency.",
        "Wait, earlier I had {p}. So one of them is wrong.",
        "Hmm, that's different from {p}.",
        "That doesn't match with {p}, so I need to see which is right.",
        "But I had {p} from the first approach. Contradiction.",
        "The previous result was {p}. They don't agree.",
        "Wait, that isn't {p}. I must have made an error in one of these.",
        "That conflicts with previous result {p}.",
    )
    weighs = (
        "Let me see: second approach seems correct in each step. So the first must have had an addition error.",
        "I think that the error is in the first approach since I did the sum quickly.",
        "I re-check the second approach: all partial results are fine.",
        "I trust the second approach since the numbers are simpler.",
        "Probably I missed a carry in the first approach.",
        "I think the first one has the mistake, I can't find any in the second.",
        "The second approach is more straightforward so I'd believe that one.",
        "It must be that I mis-added in the first.",
    )
    evidence: ClassVar[dict[str, Pool]] = {
        "last": (
            "Last digit: {x1} * {y1} = {xy} so it must end with {d}. But {p} ends with {e}, so {p} is wrong.",
            "The final digit must be {d} because {x1} * {y1} = {xy}, and {p} has {e}.",
        ),
        "nines": (
            "Check modulo 9: {x9} * {y9} = {m}, i.e. {z9}, but {p} mod 9 is {u9}. So {p} is wrong.",
            "With mod 9 we need {z9}; {p} mod 9 = {u9}. That fails, so first one is the wrong one.",
        ),
    }
    verdicts = (
        "So the correct product is {c}.",
        "So I'd answer {c}.",
        "Thus {ab} = {c}.",
        "So answer: {c}, not {p}.",
        "So we have {c} as the correct answer.",
        "So I'm going with {c}.",
        "Therefore the answer is {c}.",
        "Thus it must be {c}.",
    )
    verdicts_after = (
        "So I'd go with {c}.",
        "So {c} is correct, {p} is not.",
        "Thus {c} is the answer.",
        "So I'm choosing {c}.",
        "Therefore {c}.",
        "So final is {c}.",
    )
    ties = (
        "Now I've got {q} and {p}, I need to determine which is right. Let me recompute again very carefully.",
        "Wait, I had {q} and then {p}. Let me do the computation one more time.",
        "There's {q} and there's {p}; let me compute yet again to decide.",
        "So which is it: {q} or {p}? Let me recalc.",
        "I'm still not sure between {q} and {p}. Let me do it another time:",
    )
    back_to = (
        "So it's the earlier {c} that is right, {p} is wrong.",
        "That agrees with {c} so {p} was the mistake.",
        "So {c} was correct, not {p}.",
        "Thus back to {c}.",
    )
    looks = (
        "Let me double-check each multiplication.",
        "Double-check:",
        "Wait, let me re-check the steps.",
        "Let me check these again.",
        "I'd verify each partial product.",
        "We should double-check the partial products.",
        "Let me re-verify:",
        "But let me check that all the pieces are right.",
    )
    fines = (
        "{l} {x} {r} = {v} correct.",
        "{l} {x} {r} = {v}, that's right.",
        "{l} {x} {r} is {v} indeed.",
        "{l} {x} {r} = {v} (ok).",
        "Yes {l} {x} {r} = {v}.",
    )
    found_part = (
        "But {l} {x} {r} is {now}, not {was}. So I made an error.",
        "Now {l} {x} {r}: I wrote {was} but it's {now}.",
        "{l} {x} {r} = {was}? Let me see... it's {now}. So that was wrong.",
        "Wait, {l} {x} {r} = {now} rather than {was}.",
        "Then {l} {x} {r} should be {now}; earlier I used {was} which is incorrect.",
        "I see an error: {l} {x} {r} = {now}, I had {was}.",
        "Actually {l} {x} {r} = {now}, so {was} is an error.",
        "Hmm, {l} {x} {r} isn't {was}, it's {now}.",
    )
    found_sum = (
        "So partial products are right but the sum isn't {p}. Let me add again:",
        "But the sum was wrong, I said {p}. Let me sum again:",
        "So the problem is in the addition, {p} is not what they sum to:",
        "Now the sum: I got {p} but let me recalc:",
        "But adding them I don't get {p}; let me do that:",
        "The addition giving {p} must be wrong:",
    )
    readd = (
        "So recalc the sum:",
        "Then the sum becomes:",
        "So now sum:",
        "Adding again:",
        "The corrected sum:",
        "Let me re-add:",
    )
    qualms = (
        "Let me double-check.",
        "Let me check if that's plausible.",
        "Wait, let me check that.",
        "Double-check {c}:",
        "I want to verify that.",
        "Let me do a sanity check:",
        "Check:",
        "But is {c} right?",
    )
    reliefs = (
        "So that's fine.",
        "So it is consistent.",
        "Good.",
        "That seems right.",
        "So I'm okay with {c}.",
        "Yes.",
        "Ok that works.",
        "So all good.",
    )
    checks: ClassVar[dict[str, Pool]] = {
        "glance": ("I re-read the addition and it's correct.", "The carries in the sum are okay as far as I see."),
        "part": ("{l} {x} {r} = {v} indeed.", "I'm sure about {l} {x} {r} = {v}."),
        "sum": ("{s} {op} {u} = {v} yes, and the rest is fine.", "For the sum {s} {op} {u} = {v}, that's right."),
        "last": (
            "The last digit: {x1} * {y1} = {xy} so {d}, which matches.",
            "It ends with {d} and {x1} * {y1} = {xy}, ok.",
        ),
        "nines": (
            "Mod 9: {a} is {x9}, {b} is {y9}, product {m} is {z9} mod 9, and {c} mod 9 is {z9} so ok.",
            "Digit sum check: {x9} * {y9} = {m} gives {z9}, same as {c} gives.",
        ),
        "estimate": (
            "Approximately {ex} * {ey} = {e} so {c} is plausible.",
            "An approximation is {ex} * {ey} = {e}, near {c}.",
        ),
        "back": ("{c} / {b} is about {a}.", "If I divide {c} by {b} I get roughly {a}."),
        "size": ("It has {dn} digits which is right.", "Number of digits is {dn}, we expect {d1} or {d2}."),
    }
    fails: ClassVar[dict[str, Pool]] = {
        "last": (
            "Check last digit: {x1} * {y1} = {xy} so should end with {d} but {p} ends with {e}. So it's wrong.",
            "Wait, the final digit should be {d} since {x1} * {y1} = {xy}. But I got {p} which ends with {e}. "
            "So error.",
        ),
        "nines": (
            "Check mod 9: {x9} * {y9} = {m} which is {z9} mod 9, but {p} mod 9 = {u9}. So there's an error.",
            "Let me check using mod 9: {a} gives {x9}, {b} gives {y9}, so product gives {z9}. "
            "But {p} gives {u9}. Not equal.",
        ),
        "estimate": (
            "Check: approximate {ex} * {ey} = {e}. But {p} is too {way}, so there must be an error.",
            "Hmm, {ex} * {ey} = {e}, so {p} is way too {way}.",
        ),
    }
    hunts = (
        "Let me find the error.",
        "Where is the error? Let me see.",
        "Let me check the steps.",
        "Let's see which part is wrong.",
    )
    restarts = (
        "Let me recalc.",
        "So I need to recompute.",
        "Let me do it again:",
        "We compute again:",
        "So start over.",
    )
    false_starts = (
        "Start: {l} {x} {r} = {v}, hmm, that is not the nicest decomposition. Let me choose a different one.",
        "One could compute {l} {x} {r} = {v} first, but I'd rather decompose {b}.",
        "Let me compute {l} {x} {r} = {v}; wait, it's easier in the other direction.",
    )
    false_alarms = (
        "But wait: last digit {x1} * {y1} = {bad} so it should end with {e}? No, {x1} * {y1} = {xy}, so {d} it's fine.",
        "Hmm {x1} * {y1} = {bad}? no it's {xy} so last digit {d} okay.",
    )
    letting_go = (
        "I could double-check with another method but I'm fairly confident.",
        "I might recalc but it's not necessary.",
        "Is there any error possible? I don't see any.",
        "I think we don't need to check further.",
    )
    conclusions = (
        "I'll produce the final answer: {c}.",
        "So final answer: {c}.",
        "Thus I'd answer: {c}.",
        "I'll now write the answer with steps, result {c}.",
        "So the final answer is {c}.",
        "I will answer with {c}.",
        "Therefore answer: {c}.",
        "We'll produce an explanation and the final answer {c}.",
    )
    answers = (
        "The product of {a} and {b} is **{c}**.",
        "Thus, the final answer is {c}.",
        "Therefore, {ab} = {c}.",
        "**Final Answer:** {c}",
        "So, the answer is $\\boxed{{{mc}}}$.",
        "Answer: {c}",
        "$$\\boxed{{{mc}}}$$",
        "Hence, {a} multiplied by {b} equals **{c}**.",
    )

    def body(self, t: Telling, w: Work) -> str:
        if w.method == "area":
            lead = f"Decompose both: {t.n(w.a)} and {t.n(w.b)} by place value."
        else:
            lead = t.one(
                f"{t.n(w.b)} = {t.factor(w)}.",
                f"Write {t.n(w.b)} = {t.factor(w)}.",
                f"We have {t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.a)} {t.x} ({t.factor(w)}).",
                f"I can decompose {t.n(w.b)} as {t.factor(w)}.",
            )
        said = []
        for term in w.terms:
            detail = self.details(t, term, 0.2)
            text = self.piece(t, term)
            said.append(text + f" Because {detail}." if detail else text)
        return " ".join([lead, *said, self.say(t, self.totals), self.adding(t, w)])

    def first(self, t: Telling) -> str:
        return "<think>" + super().first(t)

    def finish(self, t: Telling, text: str) -> str:
        if t.flag("one-paragraph", 0.4) and "</think>" in text:
            thought, rest = text.split("</think>", 1)
            return thought.replace("\n\n", " ").rstrip() + "</think>" + rest
        return text

    def answer(self, t: Telling) -> str:
        text = t.one("\n</think>\n\n", "</think>")
        if t.chance(0.7):
            text += t.one(
                f"To compute {t.ab}, we break the multiplication into parts:\n\n",
                f"Below is one way to calculate {t.ab}:\n\n",
                "Here is a step-by-step explanation:\n\n",
                f"We want to calculate {t.ab}.\n\n",
            )
            for number, term in enumerate(t.work.terms, start=1):
                text += f"{number}. Multiply {t.n(term.left)} by {t.n(term.right)}:  \n"
                text += f"   {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n\n"
            text += f"{len(t.work.terms) + 1}. Add the partial products:  \n   "
            text += t.r(f"{t.sum(as_added(t.work))} = {t.n(t.candidate)}") + "\n\n"
        return text + t.r(self.say(t, self.answers))


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        RoneLongThought(),
        TinyDistilBrooder(),
        QwqInterrogator(),
        OssShorthand(),
        GeminiThoughtDigest(),
        ClaudePatientThinker(),
        HybridLateReflection(),
        PhiLongDeliberator(),
    )
}
