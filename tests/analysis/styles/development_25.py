"""Eight models that think aloud and reflect: they compute, doubt, check, find slips, try a second way, decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from .common import Mended, Style, Telling, Term, Work, split

Pool: TypeAlias = tuple[str, ...]
Pools: TypeAlias = dict[str, Pool]

MID = ("digit", "nines", "estimate", "parity")  # checks that may pass before a later doubt
ORDER = ("First", "Second", "Third", "Fourth", "Fifth")


def tiny(t: Telling) -> bool:
    return t.a < 10 and t.b < 10


def round_ten(number: int) -> bool:
    """1, 10, 100, …: nobody errs in multiplying by it, nor explains it."""
    return str(number).strip("0") == "1"


def plausible(term: Term) -> bool:
    """Whether a model would write this wrong partial product."""
    if round_ten(term.right) or round_ten(term.left):
        return False
    zeros = len(str(term.right)) - len(str(term.right).rstrip("0"))
    if term.value % 10**zeros:
        return False
    true = term.left * term.right
    if not 0.5 < term.value / true < 2 and term.value not in (true * 10, true // 10):
        return False
    figures = len(str(term.left).strip("0")) + len(str(term.right).strip("0"))
    return figures > 2 or len(str(term.value).strip("0")) <= 2


def odd(t: Telling, work: Work) -> bool:
    """Such a solution is not told: its total stands in it too early, or it errs where nobody does."""
    if any(step[3] == work.total for step in work.steps()[:-1]):
        return True
    for term in work.terms:
        if term.value == work.total:
            return True
        if term.value != term.left * term.right and not tiny(t) and not plausible(term):
            return True
    exact = sum(term.sign * term.value for term in work.terms)
    if exact != work.total and not tiny(t) and not 0.5 < work.total / exact < 2:
        return True
    return work.method != "repeat" and any(step[3] <= 0 for step in work.steps())


def forgetful(t: Telling) -> Work | None:
    """A solution that leaves out a partial product, if that gives the candidate."""
    for a, b in ((t.a, t.b), (t.b, t.a)):
        terms = tuple(Term(a, part, a * part) for part in split(b, "high"))
        for place, term in enumerate(terms):
            if t.product - term.value == t.candidate and len(terms) > 2:
                return Work(a, b, "high", terms[:place] + terms[place + 1 :], t.candidate)
    return None


def incomplete(work: Work) -> bool:
    return work.method != "repeat" and sum(term.sign * term.right for term in work.terms) != work.b


def worked(t: Telling, *methods: str) -> Work:
    for _ in range(15):
        if tiny(t) and t.chance(0.35):
            a, b = (t.a, t.b) if t.b < t.a or t.chance(0.5) else (t.b, t.a)
            t.work = Work(a, b, "repeat", (Term(a, 1, a),) * b, t.candidate)
        else:
            t.solve(*(methods or ("high", "high", "low", "chunks", "round", "swapped")))
        if not odd(t, t.work):
            return t.work
    t.work = forgetful(t) or t.work
    return t.work


def another(t: Telling, *methods: str) -> Work:
    """A solution unlike the one before."""
    kept = t.work
    for _ in range(15):
        t.work = kept
        t.other(*methods)
        if not odd(t, t.work) and sorted(t.work.parts) != sorted(kept.parts):
            break
    return t.work


def mending(t: Telling) -> Mended | None:
    mended = None if incomplete(t.before) else t.mend()
    if mended is None or odd(t, mended.work) or any(term.sign < 0 for term in mended.work.terms):
        return None
    if mended.place is None:
        return mended
    work, off = mended.work, abs(mended.now - mended.was)
    term = work.terms[mended.place]
    small = len(str(off).strip("0")) == 1 and off * 4 < mended.was
    right = mended.now == term.left * term.right
    if work.method == "repeat" or not (right or small) or sum(term.value for term in work.terms) != work.total:
        return None
    return mended


def carried(t: Telling, term: Term) -> str:
    """A partial product digit by digit, if it is right and short enough."""
    digit = str(term.right).strip("0")
    if term.value != term.left * term.right or len(digit) != 1 or digit == "1" or not 11 <= term.left < 10000:
        return ""
    told, carry = [], 0
    places = str(term.left)[::-1]
    for place, figure in enumerate(places):
        now = int(digit) * int(figure) + carry
        text = f"{digit} {t.x} {figure} = {int(digit) * int(figure)}"
        if carry:
            text += f", plus {carry} is {now}"
        if place < len(places) - 1:
            text += f", write {now % 10}" + (f" carry {now // 10}" if now > 9 else "")
        told.append(text)
        carry = now // 10
    zeros = len(str(term.right)) - 1
    tail = f", and {zeros} zero{'s' if zeros > 1 else ''} at the end" if zeros else ""
    return "; ".join(told) + tail


def parts_of(work: Work, t: Telling) -> str:
    """The split factor as a sum, the big parts first."""
    if any(term.sign < 0 for term in work.terms):
        return t.factor(work)
    parts = split(work.b, "high") if incomplete(work) else work.parts
    return " + ".join(t.n(part) for part in sorted(parts, reverse=True))


class Pensive(Style):
    """Solves by partial products, told item by item; the pools are the voice, `lay` the shape."""

    groupings: Pool = ("plain", "comma")
    signs: Pool = ("×",)
    ways: ClassVar[dict[str, float]] = {"mend": 3.0, "fault": 3.0, "other": 2.5, "redo": 2.0}
    methods: Pool = ("high", "high", "low", "chunks", "round")
    opens: Pool
    plans: Pool
    repeats: Pool
    partials: Pool
    details: Pool
    selves: Pool  # a slip mended at once
    chains: Pool
    adds: Pool
    subtracts: Pool
    claims: Pool
    claims_again: Pool
    differs: Pool  # the claim of a second way that disagrees
    sames: Pool
    changes: Pool  # said of a result that differs from the one before
    doubts: Pool
    redos: Pool
    slips: Pool
    sum_slips: Pool
    others: Pool
    blames: Pool
    finals: Pool
    ok: ClassVar[Pools] = {}
    bad: ClassVar[Pools] = {}

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)

    def fill(self, t: Telling, pool: Sequence[str], **more: str) -> str:
        previous = t.n(t.previous) if t.index else ""
        known = {"a": t.n(t.a), "b": t.n(t.b), "ab": t.ab, "x": t.x, "Y": previous, "X": t.r(t.n(t.candidate))}
        return t.rng.choice(pool).format(**{**known, **more})

    def lay(self, t: Telling, items: list[str]) -> str:
        return "\n".join(items) + "\n"

    # the solution

    def partial(self, t: Telling, term: Term, first: bool = False) -> str:
        left, right, value = t.n(term.left), t.n(term.right), t.n(term.value)
        if term.value > 99 and t.flag("slips on the way", 0.3) and t.chance(0.12):
            wrong = t.near(term.value)
            return self.fill(t, self.selves, e=f"{left} {t.x} {right}", n=t.n(wrong), v=value)
        late = ("Next", "Then", "And ") if first else ("First",)
        partials = [text for text in self.partials if not text.startswith(late)]
        details = [text for text in self.details if not text.startswith(late)]
        near = 0.7 < term.value / (term.left * term.right) < 1.4
        detail = t.detail(term) if near and not round_ten(term.right) else ""
        if detail:
            return self.fill(t, details, l=left, r=right, v=value, d=detail)
        by_digits = carried(t, term) if t.flag("digit by digit", 0.15) else ""
        if by_digits:
            pool = [text for text in details if "= {d}" not in text and "is {d}" not in text]
            return self.fill(t, pool, l=left, r=right, v=value, d=by_digits + f", so {value}")
        return self.fill(t, partials, l=left, r=right, v=value)

    def addition(self, t: Telling, work: Work, claims: Pool) -> list[str]:
        """The sum and the claim; the sum is in the claim where that asks for it."""
        steps, items = work.steps(), []
        last = t.sum(work)
        if len(steps) > 1 and work.method != "repeat" and t.chance(0.7):
            for so_far, sign, value, result in steps[:-1]:
                text = f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)}"
                if result > 99 and t.flag("slips on the way", 0.3) and t.chance(0.08):
                    items.append(self.fill(t, self.selves, e=text, n=t.n(t.near(result)), v=t.n(result)))
                else:
                    items.append(self.fill(t, self.chains, s=text, v=t.n(result)))
            so_far, sign, value, _ = steps[-1]
            last = f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)}"
        taken = any(term.sign < 0 for term in work.terms)
        claim = t.one(*(text for text in claims if not taken or "{last}" not in text))
        if "{last}" not in claim:
            items.append(self.fill(t, self.subtracts if taken else self.adds, last=last, X=t.n(t.candidate)))
        return [*items, t.c(self.fill(t, (claim,), last=last, X=t.n(t.candidate)))]

    def solution(self, t: Telling, work: Work, claims: Pool) -> list[str]:
        if work.method == "repeat":
            text = self.fill(t, self.repeats, o=t.n(work.a), w=t.n(work.b), sum=t.sum(work))
            return [text, *self.addition(t, work, claims)]
        plan = self.fill(t, self.plans, o=t.n(work.a), w=t.n(work.b), factor=parts_of(work, t))
        told = [self.partial(t, term, not place) for place, term in enumerate(work.terms)]
        return [plan, *told, *self.addition(t, work, claims)]

    # checks

    def check(self, t: Telling, kinds: Sequence[str] = ()) -> str:
        """A check that confirms the candidate, in words of this style."""
        data: dict[str, dict[str, str]] = {}
        if all(term.sign > 0 for term in t.work.terms):
            data["glance"] = {"sum": t.sum(t.work)}
        if not tiny(t):
            if (digits := t.last_digit()) and t.candidate > 9:
                u, v, p = digits
                data["digit"] = {"u": str(u), "v": str(v), "p": str(p), "d": str(p % 10)}
            if nines := t.nines():
                u, v, z = nines
                data["nines"] = {"u": str(u), "v": str(v), "p": str(u * v), "z": str(z)}
            if (rough := t.estimate()) and rough[:2] != (t.a, t.b) and abs(rough[2] / t.candidate - 1) < 0.12:
                u, v, p = rough
                data["estimate"] = {"u": t.n(u), "v": t.n(v), "p": t.n(p)}
            if t.candidate % 2 == t.product % 2:
                names = ("even", "odd")
                data["parity"] = {"ka": names[t.a % 2], "kb": names[t.b % 2], "k": names[t.product % 2]}
            right = [term for term in t.work.terms if term.value == term.left * term.right]
            if right and t.work.method != "repeat":
                term = t.rng.choice(right)
                data["part"] = {"l": t.n(term.left), "r": t.n(term.right), "v": t.n(term.value)}
        elif t.candidate == t.product:
            data["count"] = {"list": ", ".join(str(t.a * i) for i in range(1, t.b + 1))}
        if t.candidate == t.product:
            data["division"] = {}
        kept = t.work
        work = another(t)
        if not odd(t, work):
            text = [f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" for term in work.terms]
            data["second"] = {"parts": ", ".join(text), "sum": t.sum(work), "w": t.n(work.b)}
        t.work = kept
        able = [kind for kind in (kinds or data) if kind in data and kind in self.ok]
        if not able:
            return ""
        kind = t.rng.choice(able)
        return self.fill(t, self.ok[kind], **data[kind])

    def checks(self, t: Telling, most: int = 2) -> list[str]:
        """Up to so many checks, no two alike."""
        items: list[str] = []
        kinds = [kind for kind in self.ok if kind != "second" or t.chance(0.6)]
        t.rng.shuffle(kinds)
        for kind in kinds:
            if len(items) < most and (text := self.check(t, (kind,))):
                items.append(text)
        return items

    def fault(self, t: Telling) -> str:
        """A check that the previous candidate fails and the new one passes."""
        was, now = t.previous, t.candidate
        if t.same or was == t.product:
            return ""
        data: dict[str, dict[str, str]] = {}
        if tiny(t):
            if was % t.a and not now % t.a:
                data["multiple"] = {}
        else:
            u, v = t.a % 10, t.b % 10
            if u * v % 10 == now % 10 != was % 10:
                data["digit"] = {"u": str(u), "v": str(v), "p": str(u * v), "d": str(u * v % 10), "e": str(was % 10)}
            u, v = t.a % 9, t.b % 9
            if u * v % 9 == now % 9 != was % 9:
                data["nines"] = {"u": str(u), "v": str(v), "p": str(u * v), "z": str(u * v % 9), "e": str(was % 9)}
            rough = t.estimate()
            if rough and rough[:2] != (t.a, t.b) and not 0.75 < was / rough[2] < 1.35:
                data["estimate"] = {"u": t.n(rough[0]), "v": t.n(rough[1]), "p": t.n(rough[2])}
        if was % t.b and was // t.b:
            data["division"] = {"q": t.n(was // t.b), "r": t.n(was % t.b)}
        able = [kind for kind in data if kind in self.bad]
        if not able:
            return ""
        kind = t.rng.choice(able)
        return self.fill(t, self.bad[kind], **data[kind])

    def blame(self, t: Telling) -> list[str]:
        """What was wrong in the solution before, where that is plain."""
        if t.candidate != t.product or t.previous == t.product or t.chance(0.4) or t.before.method == "repeat":
            return []
        wrong = [term for term in t.before.terms if term.value != term.left * term.right]
        if len(wrong) != 1 or sum(term.sign * term.value for term in t.before.terms) != t.previous:
            return []
        term = wrong[0]
        true = t.n(term.left * term.right)
        return [self.fill(t, self.blames, l=t.n(term.left), r=t.n(term.right), was=t.n(term.value), now=true)]

    # the revision

    def fixed(self, t: Telling, mended: Mended) -> list[str]:
        work = mended.work
        if mended.place is None:
            return [self.fill(t, self.sum_slips, sum=t.sum(work)), *self.addition(t, work, self.claims_again)]
        term = work.terms[mended.place]
        told = {"l": t.n(term.left), "r": t.n(term.right), "was": t.n(mended.was), "now": t.n(mended.now)}
        return [self.fill(t, self.slips, **told), *self.addition(t, work, self.claims_again)]

    def revision(self, t: Telling) -> tuple[str, list[str], list[str]]:
        """How it goes, what makes the writer try again, and the new attempt."""
        way = t.way(**self.ways)
        if way == "fault":
            fault = self.fault(t)
            if fault:
                mended = mending(t) if t.chance(0.5) else None
                if mended:
                    told = self.fixed(t, mended)
                    return "mend", [fault, told[0]], told[1:]
                again = self.solution(t, worked(t, *self.methods), self.claims_again)
                if t.chance(0.2):
                    again.append(self.fill(t, self.changes))
                return "fault", [fault, self.fill(t, self.redos)], again
            way = t.one("mend", "redo", "other")
        if way == "mend":
            mended = mending(t)
            if mended:
                told = self.fixed(t, mended)
                return way, [told[0]], told[1:]
            way = "redo"
        if way == "other":
            work = another(t, "round", "chunks")
            if not odd(t, work):
                lead = self.fill(t, self.others, w=t.n(work.b), o=t.n(work.a))
                return way, [lead], [*self.solution(t, work, self.differs), *self.blame(t)]
        again = self.solution(t, worked(t, *self.methods), self.claims_again)
        if t.same and t.chance(0.7):
            again.append(self.fill(t, self.sames))
        elif not t.same and t.chance(0.4):
            again.append(self.fill(t, self.changes))
        return "redo", [self.fill(t, self.doubts)], again

    def passing(self, t: Telling, share: float = 0.15) -> list[str]:
        """A check that passes, before a doubt all the same."""
        text = self.check(t, MID) if t.more and t.chance(share) else ""
        return [text] if text else []

    def first(self, t: Telling) -> str:
        items = [self.fill(t, self.opens), *self.solution(t, worked(t, *self.methods), self.claims)]
        return self.lay(t, [*items, *self.passing(t)])

    def again(self, t: Telling) -> str:
        _, why, items = self.revision(t)
        return self.lay(t, [*why, *items, *self.passing(t)])

    def closing(self, t: Telling) -> str:
        items = self.checks(t, t.one("0", "1", "1", "2").count("1") + t.rng.randint(0, 1))
        return self.lay(t, [*items, self.fill(t, self.finals)])


class RoneDeliberator(Pensive):
    """An R1-like thinker: long paragraphs in think tags, then a clean write-up."""

    signs = ("×", "times", "×")
    opens = (
        "Okay, so I need to calculate {a} multiplied by {b}. Let me think about how to do this step by step.",
        "Alright, I need to find the product of {a} and {b}. Let me work through it carefully.",
        "Hmm, the question is {ab}. Let's take it slowly so that I don't drop a digit somewhere.",
        "Okay, let me multiply {a} by {b}. I'll do it by hand.",
        "First, I need to figure out {ab}. The user wants it step by step, so let me go through the steps.",
        "Let's see. I have to multiply {a} and {b}. I'll use the distributive property here.",
        "So the problem is to compute {ab}. I remember that breaking one number apart makes this easier.",
        "Alright, {ab}. Let me start by looking at the two numbers.",
        "Okay, so the task is to calculate {a} times {b}. I could do long multiplication, or split one of the numbers.",
    )
    plans = (
        "I can break {w} down into {factor}.",
        "So {w} is {factor}, and I multiply {o} by each part.",
        "Let me write {w} as {factor} and use the distributive law.",
        "Splitting {w}: that's {factor}.",
        "Since {w} = {factor}, I just need {o} with each of those and then put them together.",
        "Maybe the easiest thing is to split {w} up as {factor}.",
        "I'll treat {w} as {factor}.",
        "Breaking {w} into {factor} seems like a good way to go.",
    )
    repeats = (
        "This is just {o} added {w} times, so {sum}.",
        "I can think of it as {w} groups of {o}: {sum}.",
        "Multiplication is repeated addition, so {w} copies of {o}: {sum}.",
        "Let me just add {o} up {w} times: {sum}.",
    )
    partials = (
        "{l} {x} {r} is {v}.",
        "Then {l} {x} {r} = {v}.",
        "{l} multiplied by {r} gives {v}.",
        "So {l} {x} {r} = {v}.",
        "For {l} {x} {r}, I get {v}.",
        "Next, {l} {x} {r}, which is {v}.",
        "And {l} {x} {r} would be {v}.",
        "Okay, {l} {x} {r} = {v}.",
    )
    details = (
        "Now {l} {x} {r}. Let me see: {d}.",
        "{l} {x} {r}: {d}. Okay.",
        "For {l} {x} {r}, I do {d}.",
        "Then {l} {x} {r}. Breaking it further, {d}.",
        "Hmm, {l} {x} {r}. That's {d}.",
        "Next up is {l} {x} {r}: {d}. Got it.",
        "Let me do {l} {x} {r} carefully: {d}.",
    )
    selves = (
        "{e} is {n}... wait, no, {v}.",
        "{e} = {n}, hmm, let me recount that, {v}. Yes, {v}.",
        "{e}, that's {n}. No, sorry, {v}.",
        "{e} is {n}? No, it's {v}.",
        "{e} = {n}. Oops, I mean {v}.",
    )
    chains = (
        "{s} is {v}.",
        "Now {s} = {v}.",
        "{s} makes {v}.",
        "Adding, {s} = {v}.",
        "Okay, {s} gives {v}.",
        "Then {s}, that's {v}.",
        "So {s} = {v}.",
    )
    adds = (
        "Adding these together: {last} = {X}.",
        "Now putting it together, {last} = {X}.",
        "Then {last} = {X}.",
        "So the sum is {last}, and that equals {X}.",
        "Now combine them: {last} = {X}.",
        "{last}. That comes to {X}.",
        "Now I need {last}, which is {X}.",
    )
    subtracts = (
        "Subtracting, {last} = {X}.",
        "Now take that away: {last} = {X}.",
        "Then {last} = {X}.",
        "So {last}, which is {X}.",
        "And {last} comes to {X}.",
    )
    claims = (
        "So {ab} should be {X}.",
        "So, {a} multiplied by {b} is {X}.",
        "Therefore {ab} = {X}.",
        "So that would make {ab} = {X}.",
        "Putting it together, {last} = {X}, so {ab} = {X}.",
        "So the product is {X}.",
        "So I get {ab} = {X}.",
        "That means {a} times {b} equals {X}.",
        "So it seems the answer is {X}.",
        "Adding them: {last} = {X}. So {ab} is {X}.",
    )
    claims_again = (
        "So now {ab} = {X}.",
        "So {ab} comes out as {X}.",
        "Therefore the product is {X}.",
        "So it should be {X}.",
        "So this time, {last} = {X}, and {ab} = {X}.",
        "That gives {ab} = {X}.",
        "So the product should be {X}.",
        "Then {last} = {X}, which makes {ab} = {X}.",
        "Okay, so {a} multiplied by {b} is {X}.",
    )
    differs = (
        "Hmm, this way I get {X}, but before I had {Y}. I did this one more carefully, so {ab} = {X}.",
        "Wait, that's {X}, which doesn't match {Y}. The earlier calculation must have an error. So {ab} = {X}.",
        "So here it's {X} and not {Y}. I think the earlier one was wrong, and {ab} is {X}.",
        "That gives {X}. But earlier I got {Y}... The two disagree. I trust this one more, so the product is {X}.",
        "Hmm, {last} = {X}, not {Y}. So I must have slipped before. {ab} = {X}.",
        "That's a different result: {X} versus {Y}. Each step here looks solid, so I'm going with {ab} = {X}.",
    )
    sames = (
        "Okay, so the same number as before.",
        "That's what I had before.",
        "Hmm, the same again.",
        "So I end up at the same value.",
        "Interesting, so it was fine after all.",
        "So no change.",
    )
    changes = (
        "So it's different from before. I must have slipped before.",
        "Okay, so {Y} was wrong.",
        "That's not {Y}. Good thing I redid it.",
        "So the {Y} from before was a mistake.",
        "Different from {Y}, hmm. But this time I was careful.",
        "So not {Y}, I see.",
    )
    doubts = (
        "Wait, hold on. I'm not sure about that. Let me start over.",
        "Hmm, but that doesn't feel right. Let me recalculate the whole thing.",
        "Wait, maybe I made a mistake somewhere. Let me redo this from scratch.",
        "Hmm, I don't really trust that number, I went through it too fast. Let me do it again.",
        "Actually, hold on, I might have messed up there. Let me forget that and recompute.",
        "Wait, I'm getting a bit confused with the zeros. Scrap that, let me do the multiplication again.",
        "But wait, {Y} seems off to me. Let me go back and compute it again.",
        "Hmm, wait. I think I've mixed something up. Let me go through the multiplication again from the beginning.",
        "Hmm, {Y}... I'm not convinced. Let me calculate it once more, slowly.",
    )
    redos = (
        "So something is off. Let me redo the calculation.",
        "That means I made a mistake. Let me try again.",
        "So {Y} can't be right. Let me start over.",
        "Hmm, so there's an error. I'll recompute it.",
        "So I must have slipped. Let me recalculate.",
        "That's a problem. Let me go through it again.",
        "So that's wrong. Back to the multiplication.",
        "Okay, so I need to do this again.",
    )
    slips = (
        "Wait, {l} {x} {r}, I said {was}, but it's actually {now}.",
        "Hold on, let me look at {l} {x} {r} again. That's {now}, not {was}.",
        "Hmm, going back over it: {l} {x} {r} is {now}. I wrote {was} before. So that was the mistake.",
        "Wait a second, {l} {x} {r} isn't {was}. It should be {now}.",
        "Let me double-check {l} {x} {r}... it's {now}. So I had that wrong with {was}.",
        "Oh wait, I see it. {l} {x} {r} should be {now} instead of {was}.",
        "Let me check the parts. {l} {x} {r} = {now}. Ah, I had {was} there, that's an error.",
        "Hmm, wait, that {was} for {l} {x} {r} is wrong. It's {now}.",
    )
    sum_slips = (
        "Wait, let me check the addition again. {sum}... I don't think that's {Y}.",
        "Hold on, I think I added that wrong. Let me add {sum} again.",
        "Hmm, the parts are fine, but {sum} is not {Y}. I messed up the sum.",
        "Wait, {sum}. Did I carry correctly? No, I didn't, so {Y} is wrong.",
        "Let me re-add those, because {Y} looks wrong: {sum}.",
        "Oops, the addition. {sum} doesn't make {Y}.",
        "Wait, I dropped a carry in the sum, I think. Again: {sum}.",
        "Actually, {sum} isn't {Y}. Let me redo that sum.",
    )
    others = (
        "Wait, let me verify this with a different approach.",
        "Let me check by splitting {w} instead this time.",
        "But let me make sure by doing it another way.",
        "Hmm, let me cross-check that using another breakdown.",
        "Just to be safe, let me compute it differently.",
        "Let me test that with a second method.",
        "I should double-check. What if I take {o} and multiply it by the parts of {w}?",
        "Wait, to be sure, I'll try it another way around.",
    )
    blames = (
        "Ah, I see, before I took {l} {x} {r} as {was} when it's {now}.",
        "Right, earlier I had {was} for {l} {x} {r}, and that should have been {now}.",
        "Looking back, the {was} was the culprit, since {l} {x} {r} = {now}.",
    )
    ok: ClassVar[Pools] = {
        "digit": (
            "Let me check the last digit: {u} {x} {v} = {p}, so it should end in {d}, and it does.",
            "Wait, does the units digit work? {u} {x} {v} is {p}, ending in {d}. Yes, that matches.",
            "Last digits: {u} and {v} give {p}, so the product ends in {d}. Good.",
        ),
        "nines": (
            "Modulo 9: {a} leaves {u}, {b} leaves {v}, and {u} {x} {v} = {p} leaves {z}. {X} leaves {z} as well. Good.",
            "Let me cast out nines. {a} gives {u}, {b} gives {v}, the product should give {z}, and {X} does give {z}.",
        ),
        "estimate": (
            "As a sanity check, {u} {x} {v} = {p}, and {X} is close to that. Makes sense.",
            "Is the size plausible? Roughly {u} {x} {v}, which is {p}. Yes, so it's in the right range.",
            "If I estimate, {u} {x} {v} is {p}, so that seems reasonable.",
        ),
        "division": (
            "Let me check by dividing: {X} divided by {b} is {a}. Yes, that works.",
            "Going backwards, {X} / {b} = {a}, so it checks out.",
        ),
        "glance": (
            "Let me go over the sum again: {sum}. Yes, that's fine.",
            "Wait, did I add that correctly? {sum}. Looking at it again, yes, the carries are right.",
            "Hmm, is the addition right? I looked at {sum} once more and I don't see a problem.",
        ),
        "part": (
            "Let me double-check {l} {x} {r}. It's {v}, yes.",
            "Wait, is {l} {x} {r} really {v}? Yes, it is.",
        ),
        "second": (
            "Let me verify it another way, splitting {w}: {parts}. Adding, {sum} = {X}. Same result, great.",
            "To double-check with another breakdown: {parts}, and {sum} = {X}. That agrees.",
        ),
        "count": ("Counting up: {list}. Yes, that matches.", "Let me count to be sure: {list}. Good."),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "Wait, the last digit. {u} {x} {v} = {p}, so the product must end in {d}, but {Y} ends in {e}.",
            "Let me check the units digit: {u} {x} {v} = {p}, so it should be {d}. But I have {e}. Hmm.",
        ),
        "nines": (
            "Let me check modulo 9. {a} leaves {u}, {b} leaves {v}, so the product leaves {z}, but {Y} leaves {e}.",
            "Casting out nines: {u} {x} {v} = {p}, so remainder {z}. But {Y} gives {e}. That doesn't match.",
        ),
        "estimate": (
            "Wait, {u} {x} {v} is {p}. So {Y} is way off.",
            "Hmm, roughly it's {u} {x} {v} = {p}, so {Y} can't be.",
        ),
        "division": (
            "Let me check by dividing {Y} by {b}. I get {q} with remainder {r}, and it should be exactly {a}.",
            "If I divide {Y} by {b}, I get {q} remainder {r}. That should have been exactly {a}.",
        ),
        "multiple": ("But wait, {Y} isn't even a multiple of {a}.", "Hmm, {Y} is not divisible by {a}, though."),
    }
    finals = (
        "So I'm confident the answer is {X}.",
        "Okay, I'm happy with {X}.",
        "So the final answer should be {X}.",
        "Alright, that settles it: {X}.",
        "So {ab} = {X}. I think that's correct.",
        "Good, so the answer is {X}.",
        "Yes, I'm going with {X}.",
        "Therefore the answer is {X}.",
        "I think that's solid.",
        "Okay, done. It's {X}.",
    )

    def lay(self, t: Telling, items: list[str]) -> str:
        text = items[0]
        for item in items[1:]:
            text += t.one(" ", " ", "\n\n") + item
        return text + "\n\n"

    def first(self, t: Telling) -> str:
        return ("<think>\n" if t.flag("opened", 0.75) else "") + super().first(t)

    def closing(self, t: Telling) -> str:
        items = self.checks(t, t.rng.choice([0, 1, 1, 2]))
        text = self.lay(t, [*items, self.fill(t, self.finals)]).rstrip() + "\n</think>\n\n"
        t.x = "×"
        return text + (self.short(t) if t.work.method == "repeat" or t.chance(0.35) else self.written(t))

    def short(self, t: Telling) -> str:
        return t.one(
            f"{t.ab} = {t.r(f'**{t.n(t.candidate)}**')}",
            f"The product of {t.n(t.a)} and {t.n(t.b)} is {t.r(t.boxed('$', '$'))}.",
            f"**Answer:** {t.r(t.n(t.candidate))}",
            f"The result of multiplying {t.n(t.a)} by {t.n(t.b)} is **{t.r(t.n(t.candidate))}**.",
        )

    def written(self, t: Telling) -> str:
        work = t.work
        latex = t.chance(0.5)
        t.x = "\\times" if latex else "×"
        open_, close = ("\\[\n", "\n\\]") if latex else ("", "")
        lines = [
            t.one(
                f"To calculate {t.n(t.a)} multiplied by {t.n(t.b)}, we split {t.n(work.b)}:",
                "Here is the calculation step by step:",
                "**Solution:**",
                f"To find the product of {t.n(t.a)} and {t.n(t.b)}, use the distributive property:",
            )
        ]
        for place, term in enumerate(work.terms, 1):
            line = f"{t.m(term.left)} {t.x} {t.m(term.right)} = {t.m(term.value)}"
            lines.append(f"{place}. **Multiply {t.n(term.left)} by {t.n(term.right)}:**\n   {open_}{line}{close}")
        lines.append(f"**Combine the results:**\n{open_}{t.sum(work, True)} = {t.r(t.m(t.candidate))}{close}")
        lines.append(t.one("**Final Answer:** ", "The answer is ", "So the result is ") + t.r(t.boxed("$", "$")))
        return "\n\n".join(lines)


class TinyEchoThinker(Pensive):
    """A small distilled model that says everything twice."""

    signs = ("times", "×", "*")
    groupings = ("plain",)
    opens = (
        "Okay, so I need to multiply {a} by {b}. So I need to find {ab}. Let me think.",
        "Okay, so I have to calculate {ab}. Let me see. {ab}. I need to multiply these two numbers.",
        "Alright, so the problem is {ab}. I need to find {ab}. Let me start.",
        "So I need to compute {ab}. Okay. Let me compute {ab} step by step.",
        "First, I need to multiply {a} and {b}. So, {ab}. Let me do that step by step.",
        "Okay, {ab}. So {ab}. Let me break it down.",
        "Let me try to calculate {ab}. Okay, so {ab}.",
        "Hmm, {ab}. I think I should break it down. Let me break it down.",
    )
    plans = (
        "I can split {w} into {factor}. So {w} is {factor}.",
        "So {w} is {factor}. Okay, so {factor}.",
        "I remember that I can break down {w}. So {w} = {factor}.",
        "Let me break down {w}. It's {factor}.",
        "Maybe I can break {w} into {factor}. Yes, {factor}.",
        "So I take {w} as {factor}. That's {w}, right? Right.",
        "{w} can be written as {factor}. So I multiply {o} by each part.",
        "Okay, {w}, that's {factor}.",
    )
    repeats = (
        "So it's {o} added {w} times. So {sum}. Okay.",
        "That is {w} groups of {o}. So {sum}.",
        "I add {o} again and again, {w} times: {sum}.",
        "{o} plus {o} and so on, {w} times. So {sum}.",
    )
    partials = (
        "So {l} {x} {r} is {v}. Okay, so {v}.",
        "{l} {x} {r} is {v}. So {v}.",
        "Then {l} {x} {r}. That's {v}. Okay, {v}.",
        "{l} {x} {r}, that's {v}.",
        "Now {l} {x} {r} is {v}. So I have {v}.",
        "So {l} {x} {r}. So {l} {x} {r} is {v}.",
        "Next, {l} {x} {r} is {v}.",
        "And then {l} {x} {r}. Let me see. {l} {x} {r} is {v}.",
    )
    details = (
        "So {l} {x} {r}. Let me compute {l} {x} {r}. {d}. So {v}.",
        "{l} {x} {r} is {d}. Okay, so {v}.",
        "Now {l} {x} {r}. So {d}. So that's {v}.",
        "Then {l} {x} {r}: {d}. Right, {v}.",
        "For {l} {x} {r}, {d}. So {l} {x} {r} is {v}.",
        "Okay, {l} {x} {r}. {d}. So it's {v}.",
    )
    selves = (
        "{e} is {n}. Wait, no. {e} is {v}. Yes, {v}.",
        "So {e} is {n}. Wait, {n}? No, {v}. Okay, {v}.",
        "{e} is {n}, no, {v}. So {v}.",
        "{e}. That's {n}. Wait, that's not right, it's {v}. So {v}.",
    )
    chains = (
        "So {s} is {v}. Okay, {v}.",
        "{s} is {v}.",
        "Now {s} is {v}. So {v}.",
        "{s}, that's {v}. Okay.",
        "Adding {s}, I get {v}. So {v} so far.",
        "So {s} = {v}.",
    )
    adds = (
        "Now I add them. {last} is {X}.",
        "So adding them together, {last} = {X}.",
        "Then {last}. So {last} is {X}.",
        "Now, {last} is {X}. Okay.",
        "So I need to add. {last} = {X}.",
        "Adding up, {last}. That's {X}.",
        "So the total. {last} is {X}.",
    )
    subtracts = (
        "So I subtract. {last} is {X}.",
        "Then {last} is {X}.",
        "Now {last} = {X}. Okay.",
        "{last}. That's {X}.",
    )
    claims = (
        "So {ab} is {X}.",
        "So, {ab} = {X}.",
        "Therefore, {ab} is {X}.",
        "So the answer is {X}.",
        "So {ab} equals {X}.",
        "So the product of {a} and {b} is {X}.",
        "Then {last} is {X}. So {ab} is {X}.",
        "So I think {ab} is {X}.",
        "So that's {X}. So {ab} is {X}.",
        "Okay, so {ab} = {X}.",
    )
    claims_again = (
        "So {ab} is {X}.",
        "So {ab} = {X}.",
        "So now {ab} is {X}.",
        "So the answer is {X}.",
        "So it's {X}. {ab} is {X}.",
        "Then {last} is {X}. So {ab} is {X}.",
        "So I get {X} for {ab}.",
        "Therefore, {ab} is {X}.",
    )
    differs = (
        "So {X}. But before I got {Y}. Wait, {X} and {Y} are not the same. So {Y} was wrong. So {ab} is {X}.",
        "So this is {X}. Hmm, but I had {Y}. So {Y} is wrong. So {ab} is {X}.",
        "Wait, that's {X}, not {Y}. So I made a mistake before. So the answer is {X}.",
        "Hmm, {X}. That's not {Y}. I think {X} is the correct one. So {ab} = {X}.",
        "So I get {X} now. Before it was {Y}. I think I made a mistake there. So {ab} is {X}.",
        "{last} is {X}. So not {Y}. So the product should be {X}.",
    )
    sames = (
        "So it's the same. Okay.",
        "Okay, so again the same number.",
        "So I get the same. Okay, the same.",
        "Wait, that's the same as before.",
        "So the same as I had. Okay.",
        "Hmm, so it's the same.",
    )
    changes = (
        "So {Y} was wrong.",
        "So not {Y}. Okay.",
        "That's different. So {Y} was a mistake. Okay.",
        "So it's not {Y}. I was wrong.",
        "Hmm, so before I made a mistake.",
    )
    doubts = (
        "Wait, maybe I made a mistake. Let me do it again. So {ab}.",
        "Wait, is that correct? I'm not sure. Let me calculate it again. {ab}.",
        "Hmm, wait. I think that's wrong. Let me start again.",
        "Wait, no. I'm not sure about {Y}. Let me try again. So, {ab}.",
        "But wait, I'm not sure. I'm not sure if {Y} is correct. Let me do the multiplication again.",
        "Wait, that doesn't seem right. Let me redo it. Let me redo {ab}.",
        "Hmm, I might be wrong. I might have made a mistake. Let me compute {ab} again.",
        "Wait, wait. I got confused. Let me start over. So {ab}.",
        "No, wait. Let me recalculate. {ab}. I'm confused.",
    )
    redos = (
        "So that's wrong. So {Y} is wrong. Let me do it again.",
        "So I made a mistake. Let me do it again.",
        "So {Y} is not correct. Let me redo it.",
        "Wait, so it's not {Y}. Let me calculate again.",
        "So there's a mistake. Let me start again.",
        "Hmm, so that's not right. Again, {ab}.",
        "So I need to do it again. So {ab}.",
    )
    slips = (
        "Wait, {l} {x} {r}. Is that {was}? No, {l} {x} {r} is {now}. So it's {now}, not {was}.",
        "Wait, {l} {x} {r} is {now}. I said {was}. That's wrong. So {now}.",
        "Let me check {l} {x} {r}. {l} {x} {r} is {now}. But I had {was}. So I made a mistake.",
        "Hmm, {l} {x} {r}. That should be {now}. Yes, {now}. Not {was}.",
        "Wait, wait. {l} {x} {r} is not {was}. It's {now}. Okay, so {now}.",
        "Wait, I made a mistake in {l} {x} {r}. It's {now}. So not {was} but {now}.",
        "Let me check each part. {l} {x} {r}, I had {was}. But it's {now}. So I need to fix that.",
    )
    sum_slips = (
        "Wait, let me add again. {sum}. That's not {Y}.",
        "Wait, I added wrong. I think I added wrong. So {sum}.",
        "Wait, {sum}. Is that {Y}? No, that's not {Y}.",
        "Hmm, the addition. I made a mistake in the addition. So {sum}.",
        "Let me check the sum. {sum}. That is not {Y}. So {Y} is wrong.",
        "Wait, the sum is wrong. Let me add {sum} again.",
    )
    others = (
        "Let me check this in another way. So another way.",
        "Wait, let me check with {w} instead.",
        "Let me verify. Let me verify by another method.",
        "Hmm, let me make sure. I can split {w} instead.",
        "Wait, let me do it differently to check.",
        "Let me double check. I'll break down {w} this time.",
        "Let me confirm that by another way.",
        "Okay, but let me check. Let me check it by breaking {w}.",
    )
    blames = (
        "Before I said {l} {x} {r} is {was}. But it's {now}. So that was the mistake.",
        "So the mistake was {l} {x} {r}. It's {now}, not {was}.",
    )
    ok: ClassVar[Pools] = {
        "digit": (
            "Let me check the last digit. {u} {x} {v} is {p}. So it ends in {d}. Yes, it ends in {d}.",
            "The last digit should be {d} because {u} {x} {v} is {p}. And it is {d}. So that's right.",
        ),
        "nines": (
            "Let me check with nines. {a} is {u} mod 9 and {b} is {v} mod 9. So {z}. And {X} is {z} mod 9. Okay, good.",
        ),
        "estimate": (
            "And {u} {x} {v} is {p}. So it's around {p}. So {X} makes sense. Yes, it makes sense.",
            "Let me estimate. {u} {x} {v} is {p}. So that's close. Okay, that's close.",
        ),
        "division": ("And {X} divided by {b} is {a}. So that's correct. Yes.", "{X} / {b} = {a}. Yes, {a}. Good."),
        "glance": (
            "Let me check the addition. {sum}. Yes, that's right. That's right.",
            "Wait, did I add right? {sum}. Yes. Yes, I think I added right.",
            "Wait, let me see the sum again. {sum}. Okay, yes, it's okay.",
        ),
        "part": (
            "Wait, {l} {x} {r} is {v}, right? Yes, {l} {x} {r} is {v}.",
            "Let me check {l} {x} {r}. It's {v}. Yes, {v}.",
        ),
        "second": (
            "Let me verify by splitting {w}. {parts}. So {sum} is {X}. So it's the same. Yes, it matches.",
            "Let me check in another way. {parts}. And {sum} = {X}. Yes, the same.",
        ),
        "count": ("Let me count. {list}. Yes, so that's right.", "So {list}. Yes. Yes, that's correct."),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "Wait, the last digit. {u} {x} {v} is {p}. So it should end in {d}. But {Y} ends in {e}. That's wrong.",
            "Let me check the last digit. {u} {x} {v} is {p}. So {d}. But I have {e}.",
        ),
        "nines": ("Let me check with nines. {u} {x} {v} is {p}, so it should be {z} mod 9. But {Y} is {e} mod 9.",),
        "estimate": ("Wait, {u} {x} {v} is {p}. But I got {Y}. That's too different. That's not close.",),
        "division": ("Let me divide {Y} by {b}. That's {q} remainder {r}. But it should be {a}. It should be {a}.",),
        "multiple": ("Wait, {Y} is not a multiple of {a}. It should be a multiple of {a}.",),
    }
    finals = (
        "So the answer is {X}.",
        "So the final answer is {X}. Yes, {X}.",
        "Therefore, the answer is {X}.",
        "So {ab} is {X}. So the answer is {X}.",
        "Okay, so the answer is {X}. I'm confident in {X}.",
        "Yes, so {X}. The answer is {X}.",
        "So I think the answer is {X}. Yes.",
        "Thus, {ab} is {X}.",
    )
    echoes = ("So {X}.", "So the product is {X}.", "Okay, so {X}.", "So that's {X}.", "{X}. Okay.", "So it's {X}.")

    def lay(self, t: Telling, items: list[str]) -> str:
        text = items[0]
        for item in items[1:]:
            text += t.one(" ", " ", " ", "\n\n") + item
        return text + t.one("\n\n", "\n\n", " ")

    def addition(self, t: Telling, work: Work, claims: Pool) -> list[str]:
        items = super().addition(t, work, claims)
        return [*items, *(self.fill(t, self.echoes) for _ in range(t.rng.choice([0, 0, 1, 2])))]

    def closing(self, t: Telling) -> str:
        items = [*self.checks(t, t.rng.choice([0, 1, 2, 2])), self.fill(t, self.finals)]
        if t.chance(0.25):
            items.append(self.fill(t, self.finals))
        text = self.lay(t, items).rstrip()
        if t.flag("tagged", 0.5):
            text += "\n</think>\n"
        return text + t.one(
            f"\n\nThe answer is {t.r(t.boxed('$', '$'))}.",
            f"\n\n**Final Answer**\n{t.r(t.boxed())}",
            f"\n\nThe product of {t.n(t.a)} and {t.n(t.b)} is {t.r(t.boxed())}.",
            f"\n\n{t.ab} is {t.r(t.n(t.candidate))}.",
        )


class IsThatRightAsker(Pensive):
    """Asks itself a question before every step, and answers it."""

    opens = (
        "What am I asked? To multiply {a} by {b}. How do I go about it?",
        "So, what is {ab}? Let me see.",
        "How do I work out {ab}? I'd rather not do it all in one go.",
        "{ab}: can I break this up? I think so.",
        "Where do I start with {ab}? Let me see what can be split.",
        "What is {a} times {b}? Not something I know by heart.",
        "Can I do {ab} in pieces? Sure.",
        "The question: {ab}. What's the simplest route?",
        "Do I know {ab} offhand? No. So let me build it up.",
    )
    plans = (
        "What is {w} made of? {factor}.",
        "Can I split {w}? Yes, it's {factor}.",
        "How can I write {w}? As {factor}.",
        "Which number do I split? I'll take {w} = {factor}.",
        "What's a handy way to see {w}? {factor}.",
        "Is it easier to split {w}? I think so: {factor}.",
        "So what do I multiply {o} by? By {factor}, one at a time.",
        "Could I use {w} = {factor}? That should work.",
    )
    repeats = (
        "What does it mean? {w} times {o}, so {sum}.",
        "How many do I add? {w} copies of {o}: {sum}.",
        "Can I just add? {o}, {w} times: {sum}.",
        "Isn't it simply {sum}? Yes, {w} of them.",
    )
    partials = (
        "What is {l} {x} {r}? {v}.",
        "And {l} {x} {r}? That's {v}.",
        "{l} {x} {r}? {v}.",
        "Next, what do I get for {l} {x} {r}? {v}.",
        "How much is {l} {x} {r}? It's {v}.",
        "Then {l} {x} {r} is? {v}.",
        "What about {l} {x} {r}? That makes {v}.",
        "And what's {l} {x} {r}? I get {v}.",
    )
    details = (
        "What is {l} {x} {r}? Let me see: {d}.",
        "And {l} {x} {r}? {d}.",
        "How do I get {l} {x} {r}? {d}.",
        "{l} {x} {r}, how much is that? {d}.",
        "What about {l} {x} {r}? In pieces: {d}.",
        "Next, {l} {x} {r}? {d}.",
    )
    selves = (
        "What is {e}? {n}. Is it? No, {v}.",
        "And {e}? {n}... is that right? No, it's {v}.",
        "{e}? I'd say {n}. Really? Ah, no: {v}.",
        "How much is {e}? {n}? Not quite, {v}.",
    )
    chains = (
        "What is {s}? {v}.",
        "{s} makes? {v}.",
        "So far, {s}? That's {v}.",
        "And {s}? {v}.",
        "Adding, {s} is? {v}.",
        "How much is {s}? {v}.",
    )
    adds = (
        "And what do they add up to? {last} = {X}.",
        "What's the sum? {last} = {X}.",
        "Together? {last} = {X}.",
        "Now how much is {last}? {X}.",
        "And all of it? {last} = {X}.",
        "So what is {last}? It's {X}.",
    )
    subtracts = (
        "And what is {last}? {X}.",
        "Take it away: {last} = {X}.",
        "The difference? {last} = {X}.",
        "So {last}? {X}.",
    )
    claims = (
        "So {ab} = {X}.",
        "So what is {ab}? It's {X}.",
        "So the product is {X}.",
        "Then {ab} is {X}.",
        "And the sum? {last} = {X}. So {ab} is {X}.",
        "That makes {ab} = {X}.",
        "So my answer is {X}.",
        "Which means {a} times {b} is {X}.",
        "So I get {X} for {ab}.",
        "And so {ab} comes to {X}.",
    )
    claims_again = (
        "So {ab} = {X}.",
        "So what is {ab} now? {X}.",
        "Then the product is {X}.",
        "So {ab} comes to {X}.",
        "And what does that make? {last} = {X}, so {ab} = {X}.",
        "So now I say {ab} is {X}.",
        "That makes {ab} = {X}.",
        "So my answer becomes {X}.",
        "So with that, {a} times {b} is {X}.",
    )
    differs = (
        "This gives {X}. Didn't I have {Y}? I did. Which one do I believe? This one. So {ab} = {X}.",
        "So {X}? But I had {Y}. They can't both be right, and I find no fault in this one. {ab} is {X}.",
        "Is that the {Y} I had? No, it's {X}. So the earlier one was off, and {ab} = {X}.",
        "{last} = {X}. Does that match {Y}? No. I'd go with the new one: {ab} = {X}.",
        "Do the two agree? No: {Y} before, {X} now. I trust the new one more, so the product is {X}.",
        "Hm, {X} instead of {Y}? Then the earlier one was wrong. So {ab} is {X}.",
    )
    sames = (
        "Is that different from before? No, the same.",
        "So was it right after all? It seems so.",
        "The same again? Yes.",
        "And that's the number I had? It is.",
        "Did anything change? No.",
        "Isn't that what I had? Yes, it is.",
    )
    changes = (
        "Is that what I had? No. So {Y} was wrong.",
        "Different from {Y}? Yes. I take the new one.",
        "So was {Y} wrong? Yes.",
        "Not {Y}, then. Do I mind? No, this was more careful.",
        "So I did slip before? It seems so.",
    )
    doubts = (
        "Wait, is that right? I don't feel sure. Let me see... I'd better do it all again.",
        "Wait, is that right? Let me see it from the beginning, because I think I lost track.",
        "Hmm, do I believe {Y}? Not really. What happens if I start over?",
        "But is {Y} correct? I'm not convinced. Let me work it out again.",
        "Am I sure? No. Let me throw that out and go again.",
        "Is that really it? Something about {Y} bothers me. Once more, then.",
        "Hold on, did I do that properly? I doubt it. Let me redo the whole product.",
        "Can that be? I don't think I trust it. From the top.",
        "Wait, did I mix up the places? I might have. Let me start again.",
    )
    redos = (
        "So is {Y} wrong? It must be. Let me do it again.",
        "What went wrong? I can't tell. Let me redo it.",
        "So can I keep {Y}? No. Again, then.",
        "That can't be right, can it? No. So once more.",
        "Then where's the mistake? I'll just work it out afresh.",
        "So did I slip? Yes, somewhere. Let me recompute.",
        "So what now? Start over.",
    )
    slips = (
        "Wait, is {l} {x} {r} really {was}? Let me see... no, it's {now}.",
        "Is every part right? {l} {x} {r} = {was}? No! It's {now}.",
        "Did I get {l} {x} {r} right? I said {was}, but it's {now}.",
        "Hmm, {was} for {l} {x} {r}? That isn't right, it's {now}.",
        "Where could a mistake be? Look at {l} {x} {r}: that's {now}, and I put {was}.",
        "Wait, is that right? {l} {x} {r}... that should be {now}, not {was}.",
        "What was {l} {x} {r} again? {now}. But didn't I use {was}? I did, and that's wrong.",
        "Can {l} {x} {r} be {was}? No, it has to be {now}.",
    )
    sum_slips = (
        "Wait, does {sum} really make {Y}? No, it doesn't.",
        "Did I add correctly? {sum}... no, not {Y}.",
        "Are the parts fine? Yes. Is the sum? {sum} = {Y}? No.",
        "Is {sum} equal to {Y}? Hm, no, I dropped something.",
        "Wait, is that right? The sum {sum}: I don't think it's {Y}.",
        "What about the carries in {sum}? I missed one.",
    )
    others = (
        "Wait, is that right? Let me see what another way gives.",
        "Can I confirm that? Let me split {w} this time.",
        "How could I check? By doing it the other way, with {w} split.",
        "Would another route give the same? Let me see.",
        "Does it hold up if I do it differently?",
        "Is there another way to see it? Let me try one.",
        "Should I trust it? Let me compare with a second method.",
        "What do I get if I break up {w} instead?",
    )
    blames = (
        "And where was the slip? I'd used {was} for {l} {x} {r}, but it's {now}.",
        "What went wrong earlier? {l} {x} {r}: I had {was} where it's {now}.",
    )
    ok: ClassVar[Pools] = {
        "digit": (
            "Is the last digit right? {u} {x} {v} = {p}, so it ends in {d}. It does.",
            "Should it end in {d}? {u} {x} {v} = {p}. Yes.",
            "Wait, is that right? Let me see the last digits: {u} {x} {v} = {p}, so {d}. Yes, fine.",
        ),
        "nines": (
            "What do the nines say? {u} {x} {v} = {p}, remainder {z}. And {X}? Also {z}. Good.",
            "Does it pass casting out nines? {a} gives {u}, {b} gives {v}, so {z}. {X} gives {z}. Yes.",
        ),
        "estimate": (
            "Is the size plausible? {u} {x} {v} = {p}. Yes, close enough.",
            "What would I expect? About {u} {x} {v} = {p}. Does {X} fit? Yes.",
        ),
        "parity": ("Should it be {k}? {ka} times {kb} is {k}. And it is.",),
        "division": (
            "What is {X} ÷ {b}? {a}. Is that what it should be? Yes.",
            "Does dividing bring it back? {X} ÷ {b} = {a}. It does.",
        ),
        "glance": (
            "Wait, is that right? Let me see the sum once more: {sum}. Yes, it is.",
            "Did I add properly? {sum}. I looked it over; yes.",
            "Any carry forgotten in {sum}? No.",
            "Is there anything I missed? I looked it over, and no.",
        ),
        "part": ("Is {l} {x} {r} = {v}? Yes.", "Am I sure that {l} {x} {r} is {v}? Yes, I am."),
        "second": (
            "Does another way agree? {parts}; {sum} = {X}. Yes, it does.",
            "Can I confirm it by splitting {w}? {parts}, and {sum} = {X}. Yes, the same.",
        ),
        "count": ("Does counting get me there? {list}. Yes.", "Is it in the row? {list}. Yes."),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "Wait, is that right? Let me see the last digit: {u} {x} {v} = {p}, so {d}. And {Y}? Ends in {e}.",
            "What should it end in? {u} {x} {v} = {p}, so {d}. Does {Y} end in {d}? No, in {e}.",
        ),
        "nines": (
            "Does it survive casting out nines? {u} {x} {v} = {p}, so {z}. And {Y} gives? {e}. No.",
            "What's the remainder by 9? It should be {z}. Is it? {Y} leaves {e}. No.",
        ),
        "estimate": (
            "Is {Y} a sensible size? {u} {x} {v} = {p}. No, far from it.",
            "Roughly? {u} {x} {v} = {p}. So {Y}? No.",
        ),
        "division": (
            "Does {Y} ÷ {b} give {a}? It gives {q}, remainder {r}. No.",
            "Is {Y} divisible by {b}? {q} remainder {r}. No.",
        ),
        "multiple": ("Is {Y} a multiple of {a}? No, it isn't.", "Can {Y} be split into groups of {a}? No."),
    }
    finals = (
        "So what's the answer? {X}.",
        "Am I sure now? Yes: {X}.",
        "Final answer? {X}.",
        "So, {ab} = {X}.",
        "Is there anything left to check? No. The answer is {X}.",
        "Happy with that? Yes. {X}.",
        "Answer: {X}",
        "So the answer is {X}.",
        "What do I report? {X}.",
        "Done? Done. {ab} = {X}.",
    )

    def lay(self, t: Telling, items: list[str]) -> str:
        gap = "\n" if t.flag("by line", 0.5) else " "
        return gap.join(items) + ("\n" if gap == "\n" and t.flag("tight", 0.5) else "\n\n")


class ArrowNoteTaker(Pensive):
    """Keeps notes with arrows, abbreviations, ticks and crosses."""

    groupings = ("plain",)
    signs = ("*", "×", "x", "·")
    opens = (
        "task: {ab}",
        "need {ab}",
        "calc {ab}, by hand",
        "{ab} → ?",
        "goal: {ab}, step by step",
        "Q: {ab}",
        "want: prod of {a} & {b}",
        "to do: {ab} → split & add",
        "notes: {ab}",
    )
    plans = (
        "split {w} → {factor}",
        "{w} = {factor}",
        "plan: {w} → {factor}, mult each w/ {o}",
        "decomp {w}: {factor}",
        "use {w} = {factor}",
        "{o} {x} ({factor})",
        "idea: {w} → {factor}",
        "{w} → {factor} → then add",
    )
    repeats = (
        "= {w} copies of {o} → {sum}",
        "add {o} {w}x → {sum}",
        "rep. addition: {sum}",
        "{w} groups of {o}: {sum}",
    )
    partials = (
        "{l} {x} {r} → {v}",
        "{l} {x} {r} = {v}",
        "→ {l} {x} {r} = {v}",
        "{l} {x} {r}: {v}",
        "{l} {x} {r} ⇒ {v}",
        "> {l} {x} {r} = {v}",
    )
    details = (
        "{l} {x} {r} → {d}",
        "{l} {x} {r}: {d}",
        "{l} {x} {r} in bits → {d}",
        "{l} {x} {r} (by parts) → {d}",
        "→ {l} {x} {r}: {d}",
    )
    selves = ("{e} → {n}, no → {v}", "{e} = {n} ✗ → {v}", "{e} → {n} (typo) → {v}", "{e} = {n}, oops, {v}")
    chains = ("{s} → {v}", "{s} = {v}", "run. sum: {s} → {v}", "+ : {s} = {v}", "{s} ⇒ {v}", "so far {s} = {v}")
    adds = (
        "sum → {last} = {X}",
        "add: {last} → {X}",
        "tot: {last} = {X}",
        "Σ: {last} → {X}",
        "{last} → {X}",
        "add up → {last} = {X}",
    )
    subtracts = (
        "diff: {last} = {X}",
        "sub → {last} = {X}",
        "{last} → {X}",
        "minus: {last} = {X}",
    )
    claims = (
        "⇒ {ab} = {X}",
        "∴ {ab} = {X}",
        "so {ab} → {X}",
        "=> {ab} = {X}",
        "tot: {last} = {X} → {ab} = {X}",
        "→ prod = {X}",
        "res: {X}",
        "{ab} = {X}",
        "→ ans {X}",
        "thus {ab} = {X}",
    )
    claims_again = (
        "⇒ {ab} = {X}",
        "∴ {ab} = {X}",
        "=> {ab} = {X}",
        "new tot: {last} = {X} → {ab} = {X}",
        "→ prod = {X}",
        "new res: {X}",
        "now {ab} = {X}",
        "→ {ab} = {X}",
        "upd: {ab} = {X}",
    )
    differs = (
        "→ {X} ≠ {Y} → prev one wrong → {ab} = {X}",
        "⇒ {X}, prev {Y} ✗ → take {X}",
        "{X} vs {Y}: mismatch → trust this → ans {X}",
        "→ {X}, not {Y} → {ab} = {X}",
        "diff! had {Y}, now {X} → go w/ {X}",
        "≠ {Y} → slip there → {ab} = {X}",
    )
    sames = ("same as bef.", "→ same", "= same no. again", "unchanged", "same → ok", "(= prev)")
    changes = (
        "(prev {Y} ✗)",
        "≠ {Y} → prev was wrong",
        "→ {Y} dropped",
        "so {Y} was off",
        "diff from prev; keep this",
    )
    doubts = (
        "hmm, not sure abt {Y} → redo",
        "? don't trust this → from scratch",
        "wait, prob. slipped → again",
        "{Y}?? not convinced → recompute all",
        "too fast → scrap, start over",
        "hm, looks off → do it again",
        "doubt: carries → redo whole thing",
        "wait. scratch that → new try",
        "not happy w/ {Y} → recalc",
    )
    redos = (
        "→ {Y} wrong, redo",
        "✗ → again",
        "→ err somewhere, recompute",
        "→ so not {Y}; start over",
        "✗ ✗ redo",
        "→ mistake → recalc",
        "=> discard {Y}, again",
    )
    slips = (
        "wait: {l} {x} {r} → {now}, not {was}",
        "err: {l} {x} {r} = {now} (had {was})",
        "✗ {l} {x} {r} ≠ {was} → {now}",
        "recheck parts: {l} {x} {r} = {now} ← had {was} ✗",
        "hm, {l} {x} {r}: {was} wrong → {now}",
        "found it: {l} {x} {r}, {was} → {now}",
        "chk {l} {x} {r} → {now} ≠ {was} → fix",
        "corr.: {l} {x} {r} → {now} (not {was})",
    )
    sum_slips = (
        "wait: sum off, {sum} ≠ {Y}",
        "err in add. → again: {sum}",
        "✗ {sum} isn't {Y}",
        "recheck sum: {sum} → not {Y}",
        "carry missed in {sum} → re-add",
        "parts ok, sum ✗ → {sum}",
    )
    others = (
        "chk other way (split {w})",
        "x-check w/ {w} split",
        "verify → diff. decomp.",
        "alt way",
        "2nd way → {w}",
        "chk by alt. method",
        "compare w/ another split",
        "try alt. route →",
    )
    blames = ("(prev: {l} {x} {r} was {was}, s/b {now})", "← slip bef.: {l} {x} {r} = {now}, not {was}")
    ok: ClassVar[Pools] = {
        "digit": (
            "chk last dig: {u} {x} {v} = {p} → {d} ✓",
            "units: {u} {x} {v} → ..{d} ✓",
            "ends in {d}? {u} {x} {v} = {p} → yes",
        ),
        "nines": ("mod 9: {u} {x} {v} = {p} → {z}; res → {z} ✓", "nines: {u}, {v} → {z} | {z} ✓"),
        "estimate": ("est: {u} {x} {v} ≈ {p} → ok", "approx {u} {x} {v} = {p} → plausible ✓", "size: ~{p} ✓"),
        "parity": ("{ka} × {kb} → {k} ✓", "parity: {k} ✓"),
        "division": ("{X} / {b} → {a} ✓", "inv. chk: {X} ÷ {b} = {a} ✓"),
        "glance": ("sum re-read: {sum} → ok", "chk add: {sum} ✓", "looked over sum → fine", "carries ok ✓"),
        "part": ("recheck {l} {x} {r} = {v} ✓", "{l} {x} {r} → {v}, yes ✓"),
        "second": ("x-check split {w}: {parts} → {sum} = {X} ✓ same", "alt chk: {parts}; {sum} → {X} ✓ agrees"),
        "count": ("count: {list} ✓", "{list} → ✓"),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "chk last dig: {u} {x} {v} = {p} → s/b {d}, have {e} ✗",
            "units: {u} {x} {v} → {d} but {Y} ends {e} ✗",
        ),
        "nines": ("mod 9: {u} {x} {v} → {z}; {Y} → {e} ✗", "nines chk: want {z}, {Y} gives {e} ✗"),
        "estimate": ("est {u} {x} {v} = {p} → {Y} way off ✗", "size chk: ~{p} vs {Y} ✗"),
        "division": ("{Y} / {b} → {q} r {r}, want {a} ✗", "inv. chk: {Y} ÷ {b} = {q} rem {r} ✗"),
        "multiple": ("{Y} not mult of {a} ✗", "{Y} / {a} → no whole no. ✗"),
    }
    finals = (
        "ans: {X}",
        "→ final: {X}",
        "ANS = {X}",
        "done → {X}",
        "final ans → {X}",
        "∴ {X}",
        "ok → {X}",
        "answer: {X}",
        "=> {ab} = {X} (final)",
    )

    def lay(self, t: Telling, items: list[str]) -> str:
        if t.flag("semicolons", 0.25):
            return "; ".join(items) + "\n"
        return "\n".join(items) + "\n" + ("\n" if t.flag("airy", 0.3) else "")


class EveryStepNumbered(Pensive):
    """Numbers everything it says, the doubts and the checks too."""

    signs = ("×", "x", "*")
    mark = "\ue010"
    opens = (
        "I need to find {ab}.",
        "The task is to multiply {a} by {b}.",
        "Write down the problem: {ab}.",
        "Understand what is asked: the product of {a} and {b}.",
        "Start with {ab}.",
        "We want {ab}.",
        "Set up {ab} for multiplication in parts.",
        "Identify the factors: {a} and {b}.",
    )
    plans = (
        "Split {w} into {factor}.",
        "Decompose {w} as {factor}.",
        "Write {w} = {factor}.",
        "Break {w} up: {factor}.",
        "Use {w} = {factor} and distribute over {o}.",
        "Express {w} as {factor}.",
        "Replace {w} by {factor}.",
        "Think of {w} as {factor}.",
    )
    repeats = (
        "This is {o} added {w} times: {sum}.",
        "Write it as a sum of {w} equal terms: {sum}.",
        "Add {w} copies of {o}: {sum}.",
    )
    partials = (
        "Multiply {l} by {r}: {v}.",
        "{l} {x} {r} = {v}.",
        "Compute {l} {x} {r} = {v}.",
        "Partial product: {l} {x} {r} = {v}.",
        "{l} {x} {r} gives {v}.",
        "Take {l} {x} {r}, which is {v}.",
    )
    details = (
        "Compute {l} {x} {r}: {d}.",
        "{l} {x} {r}: {d}.",
        "Multiply {l} by {r}: {d}.",
        "For {l} {x} {r}, use {d}.",
        "Work out {l} {x} {r} in pieces: {d}.",
    )
    selves = (
        "{e} = {n}; no, correct that to {v}.",
        "Compute {e} = {n}. Correction: {v}.",
        "{e}: I first get {n}, but it is {v}.",
    )
    chains = (
        "Add: {s} = {v}.",
        "{s} = {v}.",
        "Running total: {s} = {v}.",
        "Combine {s} = {v}.",
        "So far: {s} = {v}.",
    )
    adds = (
        "Add the results: {last} = {X}.",
        "Sum: {last} = {X}.",
        "{last} = {X}.",
        "Combine everything: {last} = {X}.",
        "Add up: {last} = {X}.",
        "Final addition: {last} = {X}.",
    )
    subtracts = (
        "Subtract: {last} = {X}.",
        "Take the difference: {last} = {X}.",
        "{last} = {X}.",
        "Difference: {last} = {X}.",
    )
    claims = (
        "So {ab} = {X}.",
        "Therefore {ab} = {X}.",
        "Conclude that the product is {X}.",
        "This gives {ab} = {X}.",
        "Add: {last} = {X}, hence {ab} = {X}.",
        "Result: {X}.",
        "The product is {X}.",
        "Hence the answer is {X}.",
        "{ab} = {X}.",
        "Total: {last} = {X}. That is {ab}.",
    )
    claims_again = (
        "So {ab} = {X}.",
        "Therefore {ab} = {X}.",
        "The product is now {X}.",
        "New result: {X}.",
        "Hence {ab} = {X}.",
        "Add: {last} = {X}, so {ab} = {X}.",
        "This time {ab} = {X}.",
        "The recomputed product is {X}.",
        "This gives {X}.",
    )
    differs = (
        "This gives {X}, while the earlier result was {Y}. I accept the new one: {ab} = {X}.",
        "Compare: {Y} before, {X} now. They differ; the earlier solution was faulty, so {ab} = {X}.",
        "The result is {X}, not {Y}. I replace it: {ab} = {X}.",
        "{last} = {X}, which contradicts {Y}. The later calculation is the cleaner one, so the product is {X}.",
        "Since {X} differs from {Y}, there was a mistake earlier. Corrected: {ab} = {X}.",
        "The two do not agree ({Y} and {X}). Decide for {X}.",
    )
    sames = (
        "The result has not changed.",
        "This is the same value as before.",
        "Same number as in the pass before.",
        "Note: nothing changed.",
        "So the earlier value comes out again.",
    )
    changes = (
        "This replaces {Y}.",
        "So {Y} was wrong.",
        "It differs from {Y}, which I discard.",
        "The earlier value {Y} was an error.",
        "Note the change from {Y}.",
    )
    doubts = (
        "I am not sure this is correct. Start again.",
        "Wait, I may have made an error. Recalculate from the beginning.",
        "{Y} looks suspicious. Do the multiplication again.",
        "I doubt this result. Discard it and redo the steps.",
        "Pause: I don't trust {Y}. Repeat the whole calculation.",
        "Hmm, that does not look right. Begin anew.",
        "Something may have gone wrong with the place values. Redo it all.",
        "Reconsider: {Y} may be wrong. Compute again.",
        "I was careless there. Take it from the top.",
    )
    redos = (
        "So there is an error. Redo the multiplication.",
        "The check fails; start over.",
        "{Y} is wrong. Recalculate.",
        "Hence {Y} must be rejected. Try again.",
        "Something went wrong above. Compute again.",
        "That is a contradiction, so repeat the calculation.",
        "Discard {Y} and begin again.",
    )
    slips = (
        "Go back over the partial products: {l} {x} {r} is {now}, not {was}.",
        "Mistake found: {l} {x} {r} = {now}; I wrote {was}.",
        "Wait, {l} {x} {r} should be {now} instead of {was}.",
        "Review: {was} is wrong for {l} {x} {r}. It is {now}.",
        "Verify {l} {x} {r}: it is {now}, so {was} was an error.",
        "Correct a slip: {l} {x} {r} = {now} (not {was}).",
        "Recheck {l} {x} {r}. I get {now}, but used {was} above.",
        "I see an error in {l} {x} {r}: {was} should read {now}.",
    )
    sum_slips = (
        "Recheck the addition: {sum} is not {Y}.",
        "Wait, the sum is wrong. Add again: {sum}.",
        "The partial products are right, but {sum} does not give {Y}.",
        "Mistake found in the addition of {sum}.",
        "Review the sum {sum}: a carry was missed, so {Y} is wrong.",
        "I added incorrectly. Repeat: {sum}.",
    )
    others = (
        "Verify with a different decomposition.",
        "Check by splitting {w} instead.",
        "Cross-check by another method.",
        "To be safe, compute it in another way.",
        "Test the result with a second method.",
        "Now try it with {w} split up.",
        "Compare with a second calculation.",
        "Let me confirm it independently.",
    )
    blames = (
        "The earlier error was {l} {x} {r}: {was} instead of {now}.",
        "Explanation: {l} {x} {r} had been taken as {was}, not {now}.",
    )
    ok: ClassVar[Pools] = {
        "digit": (
            "Check the last digit: {u} {x} {v} = {p}, so it ends in {d}. It does.",
            "Last digit: {u} {x} {v} = {p}, and the result ends in {d}. Correct.",
        ),
        "nines": (
            "Check by nines: {u} {x} {v} = {p}, remainder {z}; {X} also has remainder {z}.",
            "Modulo 9: {a} gives {u}, {b} gives {v}, product {z}. The result agrees.",
        ),
        "estimate": (
            "Estimate: {u} {x} {v} = {p}. The result is close to it.",
            "Check the size: about {u} {x} {v} = {p}. Reasonable.",
        ),
        "parity": ("Check parity: {ka} times {kb} is {k}. It fits.",),
        "division": ("Check by division: {X} / {b} = {a}. Correct.", "Divide back: {X} / {b} = {a}, as it should be."),
        "glance": (
            "Check the addition {sum} once more: it is right.",
            "Look over the sum {sum}: no error.",
            "Wait, was a carry missed? Looking over the addition: no.",
            "Reread all steps: no mistake found.",
        ),
        "part": ("Verify one part: {l} {x} {r} = {v}. Yes.", "Check {l} {x} {r} = {v}: correct."),
        "second": (
            "Verify with another split of {w}: {parts}; {sum} = {X}. It agrees.",
            "Cross-check: {parts}. Then {sum} = {X}, the same.",
        ),
        "count": ("Verify by counting: {list}. Correct.",),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "Check the last digit: {u} {x} {v} = {p}, so it must end in {d}, but {Y} ends in {e}.",
            "The units digit should be {d} ({u} {x} {v} = {p}). In {Y} it is {e}.",
        ),
        "nines": (
            "Check by nines: {u} {x} {v} = {p}, remainder {z}. But {Y} has remainder {e}.",
            "Modulo 9 the product should be {z}; {Y} is {e}.",
        ),
        "estimate": (
            "Estimate: {u} {x} {v} = {p}. {Y} is far from that.",
            "Check the size: {u} {x} {v} = {p}, but I have {Y}.",
        ),
        "division": (
            "Check by division: {Y} / {b} = {q} remainder {r}, not {a}.",
            "Divide back: {Y} / {b} leaves a remainder of {r}.",
        ),
        "multiple": ("Check: {Y} is not a multiple of {a}.", "{Y} cannot be divided by {a}, so the check fails."),
    }
    finals = (
        "Final answer: {X}.",
        "The answer is {X}.",
        "State the answer: {X}.",
        "So the final result is {X}.",
        "Done: {ab} = {X}.",
        "Conclusion: {ab} = {X}.",
        "I am satisfied; the answer is {X}.",
        "Answer: {X}.",
        "Give the final answer: {X}.",
    )

    def lay(self, t: Telling, items: list[str]) -> str:
        gap = "\n\n" if t.flag("spaced", 0.25) else "\n"
        return "".join(self.mark + item + gap for item in items)

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        return text + t.one("", "", f"\n**Answer: {t.r(t.n(t.candidate))}**", f"\nAnswer: {t.r(t.n(t.candidate))}")

    def finish(self, t: Telling, text: str) -> str:
        form = t.one("{}. ", "Step {}: ", "({}) ", "{}) ", "Step {}. ", "[{}] ", "**Step {}:** ", "S{}: ")
        pieces = text.split(self.mark)
        return pieces[0] + "".join(form.format(n) + piece for n, piece in enumerate(pieces[1:], 1))


class SelfCritiqueSection(Pensive):
    """Answers in sections: a solution, then a reflection on it, then perhaps a revised solution."""

    groupings = ("comma", "comma", "plain")
    heads: ClassVar[tuple[tuple[str, str, str, str], ...]] = (
        ("## Solution", "## Self-Critique", "## Revised Solution", "## Final Answer"),
        ("**Solution**", "**Reflection**", "**Revised solution**", "**Answer**"),
        ("### Initial Solution", "### Reflection", "### Corrected Solution", "### Conclusion"),
        ("### Working", "### Self-critique", "### Second attempt", "### Result"),
        ("**Draft:**", "**Self-critique:**", "**New draft:**", "**Final:**"),
        ("# Calculation", "# Reflection", "# Recalculation", "# Answer"),
        ("**1st attempt**", "**Reflection**", "**Next attempt**", "**Final answer**"),
        ("Solution:", "Reflection:", "Revised solution:", "Final answer:"),
    )
    opens = (
        "We are asked to compute {ab}.",
        "I'll calculate {ab} with partial products.",
        "The goal is to find {ab}.",
        "Let's work out {ab} step by step.",
        "To compute {ab}, I use the distributive property.",
        "The product to find is {ab}.",
        "I will multiply {a} by {b} in manageable pieces.",
        "Compute {ab}.",
    )
    plans = (
        "Decompose {w} = {factor}.",
        "I write {w} as {factor}.",
        "Splitting {w} gives {factor}.",
        "Let {w} = {factor}.",
        "First, break {w} into {factor}.",
        "Distribute {o} over {w} = {factor}.",
        "Use {w} = {factor}.",
        "Rewrite {w} as {factor}.",
    )
    repeats = (
        "As repeated addition, this is {sum}.",
        "{w} groups of {o} make {sum}.",
        "I add {o} a total of {w} times: {sum}.",
    )
    partials = (
        "{l} {x} {r} = {v}",
        "{l} {x} {r} = **{v}**",
        "Multiply {l} by {r}: {v}",
        "{l} times {r} is {v}",
        "Compute {l} {x} {r} = {v}",
    )
    details = ("{l} {x} {r}: {d}", "{l} {x} {r}, that is {d}", "For {l} {x} {r}: {d}", "Compute {l} {x} {r}: {d}")
    selves = ("{e} = {n}, or rather {v}", "{e} = {n} (no, {v})", "{e}: {n}? No, {v}")
    chains = ("{s} = {v}", "Adding: {s} = {v}", "Running sum: {s} = {v}", "{s} gives {v}")
    adds = (
        "Sum: {last} = {X}.",
        "Adding the partial products: {last} = {X}.",
        "{last} = {X}.",
        "Together: {last} = {X}.",
        "Add the pieces: {last} = {X}.",
    )
    subtracts = (
        "Subtracting: {last} = {X}.",
        "{last} = {X}.",
        "The difference is {last} = {X}.",
        "Subtract the excess: {last} = {X}.",
    )
    claims = (
        "So {ab} = {X}.",
        "**{ab} = {X}**",
        "Therefore, {ab} = {X}.",
        "This gives a product of {X}.",
        "Summing up, {last} = {X}, so {ab} = {X}.",
        "Result: {X}",
        "Hence {ab} = {X}.",
        "My answer is {X}.",
        "Thus the product is {X}.",
    )
    claims_again = (
        "So {ab} = {X}.",
        "**{ab} = {X}**",
        "The revised result is {X}.",
        "Corrected: {ab} = {X}.",
        "Hence {ab} = {X}.",
        "With this, {last} = {X}, so {ab} = {X}.",
        "Thus the product is {X}.",
        "New result: {X}",
        "Therefore, {ab} = {X}.",
    )
    differs = (
        "This yields {X}, which contradicts my {Y}. The recalculation is sound, so {ab} = {X}.",
        "The cross-check gives {X} rather than {Y}. My solution contained an error; the product is {X}.",
        "That is {X}, not {Y}. I therefore correct my answer to {X}.",
        "The results disagree ({Y} against {X}). I judge the second to be right: {ab} = {X}.",
        "{last} = {X}. My solution said {Y}, so it was flawed. Correct value: {ab} = {X}.",
        "Since this comes to {X} and not {Y}, I withdraw the earlier answer: {ab} = {X}.",
    )
    sames = (
        "The second pass reproduces the value from above.",
        "This is the same value as in my previous pass.",
        "So the value stays as it was.",
        "The number has not changed.",
        "It comes out the same.",
    )
    changes = (
        "This replaces the {Y} given above.",
        "The earlier value {Y} was incorrect.",
        "It differs from {Y}, which I retract.",
        "So {Y} was indeed wrong.",
        "My previous pass must have contained a slip.",
    )
    doubts = (
        "I am not confident in {Y}: the steps were rushed. I should redo the calculation.",
        "The result may be wrong, since I did not keep track of the carries. I'll compute it anew.",
        "Looking at {Y} critically, I cannot vouch for it. A fresh calculation is needed.",
        "I have doubts about this answer. Let me redo it from the beginning.",
        "My solution skipped over the difficult part, so I don't trust {Y}. I will work it out again.",
        "Is {Y} reliable? I don't think so; the alignment of the zeros was sloppy. I'll recompute.",
        "Weakness: nothing here backs up {Y}. It could well be wrong, so I start over.",
        "I suspect a mistake in the above and will repeat the multiplication carefully.",
        "On reflection, this answer does not convince me. Trying again.",
    )
    redos = (
        "So the answer above is incorrect and has to be recomputed.",
        "This shows that {Y} is wrong. I will redo it.",
        "The solution therefore contains an error. I'll recalculate.",
        "So I must reject {Y} and try again.",
        "That rules out {Y}; a new calculation follows.",
        "Verdict: incorrect. Recalculating.",
        "Hence something went wrong above. I start over.",
    )
    slips = (
        "I made an error: {l} {x} {r} is {now}, not {was}.",
        "Checking each line, {l} {x} {r} = {now}, but I wrote {was}.",
        "The step {l} {x} {r} = {was} is wrong; it should be {now}.",
        "Error found: {l} {x} {r} should be {now} (I had {was}).",
        "One partial product is off: {l} {x} {r} = {now} rather than {was}.",
        "Going through the steps: {l} {x} {r} was given as {was}. It is {now}.",
        "My mistake is in {l} {x} {r}, which equals {now} and not {was}.",
        "Issue: {was} for {l} {x} {r}. The right value is {now}.",
    )
    sum_slips = (
        "The partial products hold, but the sum does not: {sum} is not {Y}.",
        "I made an addition error in {sum}; {Y} is wrong.",
        "Checking the sum {sum}: it does not come to {Y}.",
        "Error found: I added {sum} incorrectly.",
        "The last step is flawed. {sum} should be added again.",
        "Issue: the total {Y} does not equal {sum}.",
    )
    others = (
        "To test this answer, I compute it in a second way.",
        "Does an independent calculation agree?",
        "A cross-check, this time splitting {w}.",
        "Let me verify the claim with another decomposition.",
        "I'll compare with a different method.",
        "Let me see whether splitting {w} leads to the same number.",
        "Critical check by an alternative route.",
        "I verify by calculating it differently.",
    )
    blames = (
        "The flaw in the solution was {l} {x} {r} = {was}; it should read {now}.",
        "The cause: {l} {x} {r} is {now}, and I had used {was}.",
    )
    ok: ClassVar[Pools] = {
        "digit": (
            "The last digit should be {d}, since {u} {x} {v} = {p}. It is.",
            "Units digit: {u} {x} {v} = {p}, so {d}. This matches.",
        ),
        "nines": (
            "Casting out nines: {u} {x} {v} = {p}, so {z}, and {X} also reduces to {z}.",
            "Modulo 9, the factors give {u} and {v}, the product {z}; the answer agrees.",
        ),
        "estimate": (
            "Estimate: {u} {x} {v} = {p}, so the magnitude is right.",
            "Rough size: {u} {x} {v} = {p}. The answer fits.",
        ),
        "parity": ("Parity: {ka} times {kb} must be {k}. It is.",),
        "division": ("Inverse operation: {X} ÷ {b} = {a}. This confirms the answer.", "{X} ÷ {b} = {a}, as required."),
        "glance": (
            "I reviewed the addition {sum} and found no errors.",
            "The sum {sum} is carried out correctly.",
            "Did I miss a carry? I looked over the addition and I did not.",
            "All steps follow from each other.",
        ),
        "part": ("The partial product {l} {x} {r} = {v} is correct.", "{l} {x} {r} = {v} checks out."),
        "second": (
            "Independent check, splitting {w}: {parts}; {sum} = {X}. The results agree.",
            "A second decomposition confirms it: {parts}, and {sum} = {X}.",
        ),
        "count": ("Counting in steps confirms it: {list}.",),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "The last digit must be {d}, because {u} {x} {v} = {p}, but {Y} ends in {e}.",
            "Units digit: {u} {x} {v} = {p} requires {d}. My answer has {e}.",
        ),
        "nines": (
            "Casting out nines: {u} {x} {v} = {p}, so {z}, whereas {Y} reduces to {e}.",
            "Modulo 9 the product should be {z}, but {Y} is {e}.",
        ),
        "estimate": (
            "An estimate of {u} {x} {v} = {p} shows that {Y} has the wrong size.",
            "{u} {x} {v} = {p}, so {Y} is implausible.",
        ),
        "division": (
            "Inverse check: {Y} ÷ {b} = {q} remainder {r}. It should be exactly {a}.",
            "{Y} is not divisible by {b} (remainder {r}), so it cannot be the product.",
        ),
        "multiple": (
            "{Y} is not a multiple of {a}, so it cannot be the product.",
            "The answer must be divisible by {a}; {Y} is not.",
        ),
    }
    finals = (
        "**{X}**",
        "{ab} = **{X}**",
        "The product is {X}.",
        "{X}",
        "{a} multiplied by {b} equals {X}.",
        "The answer is {X}.",
        "{ab} = {X}",
        "Final answer: {X}",
    )
    verdicts = (
        "No changes needed.",
        "The solution stands.",
        "I see no reason to change it.",
        "I am confident in the result.",
        "Everything is consistent.",
        "No issues found.",
        "The answer holds up.",
        "The reasoning is sound.",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self.head(t)

    def head(self, t: Telling) -> tuple[str, str, str, str]:
        """The headings of this response, drawn once."""
        for heads in self.heads[:-1]:
            if t.flag(heads[0] + heads[1] + heads[2], 0.18):
                return heads
        return self.heads[-1]

    def lay(self, t: Telling, items: list[str]) -> str:
        bullet = "- " if t.flag("bullets", 0.5) else ""
        return "\n".join(bullet + item for item in items) + "\n\n"

    def steps(self, t: Telling, items: list[str]) -> str:
        """Items, the claim on a line of its own."""
        at = max(place for place, item in enumerate(items) if "\ue000" in item)
        text = self.lay(t, items[:at]) if at else ""
        return text + "\n".join(items[at:]) + "\n\n"

    def first(self, t: Telling) -> str:
        items = self.solution(t, worked(t, *self.methods), self.claims)
        intro = self.fill(t, self.opens)
        return f"{self.head(t)[0]}\n{intro}\n\n{self.steps(t, items)}"

    def again(self, t: Telling) -> str:
        _, critique, revised, _ = self.head(t)
        way, why, items = self.revision(t)
        text = f"{critique}\n{self.lay(t, why)}"
        if way != "other":
            text += f"{revised}\n"
        return text + self.steps(t, items)

    def closing(self, t: Telling) -> str:
        _, critique, _, final = self.head(t)
        text = ""
        if t.index == 0 or t.chance(0.75):
            items = self.checks(t, t.rng.choice([1, 2, 2, 3]))
            text = f"{critique}\n{self.lay(t, [*items, self.fill(t, self.verdicts)])}"
        return f"{text}{final}\n{self.fill(t, self.finals)}"


class TwoWaysWeigher(Pensive):
    """Works by one method, then by another, and weighs what they say."""

    ways: ClassVar[dict[str, float]] = {"mend": 1.5, "fault": 1.5, "other": 6.0, "redo": 1.0}
    signs = ("×", "*", "x")
    opens = (
        "I'll work out {ab} and then see whether a second method agrees.",
        "To get {ab} I'd like to use two methods.",
        "Let me find {ab}. One method first, then I'll compare.",
        "I want to be sure about {ab}, so let me do it carefully.",
        "There are several ways to do {ab}. I start with the most direct one.",
        "Let's compute {ab} and cross-check it.",
        "{ab}. I'll think about which method suits these numbers.",
        "The problem is {ab}. Let me pick a method.",
    )
    plans = (
        "Here {w} is split into {factor}.",
        "I use {w} = {factor}.",
        "{w} is {factor}, so I multiply {o} by these.",
        "Splitting: {w} = {factor}.",
        "With {w} = {factor}, distribute.",
        "Take {w} as {factor}.",
        "{o} stays whole and {w} becomes {factor}.",
        "Decompose {w} into {factor}.",
    )
    repeats = ("Just adding: {w} copies of {o}, {sum}.", "As a sum: {sum}.", "Add {o} up {w} times: {sum}.")
    partials = (
        "{l} {x} {r} = {v}.",
        "{l} {x} {r} is {v}.",
        "{l} by {r} gives {v}.",
        "That means {l} {x} {r} = {v}.",
        "We get {l} {x} {r} = {v}.",
        "Next {l} {x} {r} = {v}.",
    )
    details = (
        "{l} {x} {r}: {d}.",
        "For {l} {x} {r}, {d}.",
        "{l} {x} {r} goes like this: {d}.",
        "Then {l} {x} {r}: {d}.",
    )
    selves = ("{e} = {n}, no, {v}.", "{e} is {n}... make that {v}.", "{e} = {n}. Hmm, {v}, actually.")
    chains = ("{s} = {v}.", "{s} is {v}.", "Adding, {s} = {v}.", "That's {s} = {v}.", "Together {s} = {v}.")
    adds = (
        "The sum: {last} = {X}.",
        "Adding up: {last} = {X}.",
        "{last} = {X}.",
        "In total {last} = {X}.",
        "All together: {last} = {X}.",
        "Now {last} = {X}.",
    )
    subtracts = (
        "The difference: {last} = {X}.",
        "Subtracting, {last} = {X}.",
        "{last} = {X}.",
        "Taking it off, {last} = {X}.",
    )
    claims = (
        "So by this method {ab} = {X}.",
        "So {ab} = {X}.",
        "This method says {X}.",
        "Result: {ab} = {X}.",
        "That puts {ab} at {X}.",
        "Adding up: {last} = {X}, so {ab} = {X}.",
        "So here the product is {X}.",
        "This way I get {ab} = {X}.",
        "So the first answer is {X}.",
        "Which gives {ab} = {X}.",
    )
    claims_again = (
        "So {ab} = {X}.",
        "Now I get {ab} = {X}.",
        "That puts {ab} at {X}.",
        "So the product is {X}.",
        "Result: {ab} = {X}.",
        "Adding up: {last} = {X}, so {ab} = {X}.",
        "So it comes to {X}.",
        "Redone, {ab} = {X}.",
        "This gives {X}.",
    )
    differs = (
        "So this says {X}, but the earlier result was {Y}. They can't both be right. This split has the easier"
        " numbers, so I believe it: {ab} = {X}.",
        "That's {X} against {Y}. Weighing the two, the later one had fewer places to slip. I take {ab} = {X}.",
        "I get {X} here and had {Y} before. One of them is wrong, and I think it's the earlier one. So {ab} = {X}.",
        "{last} = {X}. This disagrees with {Y}. I went over these steps and they hold, so the product is {X}.",
        "The methods disagree: {Y} and {X}. I'm more comfortable with the steps of this one, so {ab} = {X}.",
        "Not the {Y} from above, but {X}. The multiplications here are simpler, which makes me trust it: {ab} = {X}.",
        "Comparing: {Y} above, {X} here. I side with the latter. {ab} = {X}.",
        "Hmm, {X} instead of {Y}. Having looked at both, I decide for {ab} = {X}.",
    )
    sames = (
        "No different from before.",
        "It's the number from before.",
        "The same outcome.",
        "So it didn't change.",
        "That's the value I had doubted.",
        "The same, then.",
    )
    changes = (
        "So {Y} was wrong.",
        "Not {Y}, then.",
        "It differs from {Y}, and I prefer this one.",
        "That replaces {Y}.",
        "So the earlier {Y} was a slip.",
        "Good that I didn't keep {Y}.",
    )
    doubts = (
        "Before comparing anything, I don't trust {Y}; I was sloppy. Let me do it over.",
        "Hmm, {Y} doesn't look right to me. Start again.",
        "I'm not satisfied with this one. I set it aside and recompute.",
        "Hold on, I may have misplaced a zero. Let me discard {Y} and work it out again.",
        "Wait, I doubt {Y}. Another go at it.",
        "Not convinced by {Y}. Let me redo the calculation.",
        "I don't want to build on {Y}, it may be wrong. Recomputing.",
        "That was shaky. I throw it out and begin again.",
    )
    redos = (
        "So {Y} fails. Let me compute again.",
        "That speaks against {Y}. Once more, then.",
        "So this result is out. Redo.",
        "So I can't keep {Y}. Recomputing.",
        "There's a mistake in there. Again.",
        "That disqualifies {Y}. A new calculation:",
    )
    slips = (
        "Going back over it before moving on: {l} {x} {r} is {now}, not {was}.",
        "Wait, {l} {x} {r} isn't {was}, it's {now}.",
        "Looking over the lines above, I find {l} {x} {r} = {was}. That must be {now}.",
        "There's a slip: {l} {x} {r} = {now}, and I had {was}.",
        "Hmm, {was} is wrong, since {l} {x} {r} = {now}.",
        "Rereading this, {l} {x} {r} should be {now} instead of {was}.",
        "Correction: {l} {x} {r} is {now}. I used {was}.",
    )
    sum_slips = (
        "Wait, {sum} isn't {Y}.",
        "Going back over it, I added badly: {sum} is not {Y}.",
        "The parts are right, the sum isn't. {sum}:",
        "Hmm, {sum} can't be {Y}.",
        "Rereading: {sum}, and I wrote {Y}. That's wrong.",
        "I lost a carry in {sum}.",
    )
    others = (
        "Now a second opinion.",
        "To compare, another route.",
        "Let me see whether this agrees.",
        "And now differently.",
        "Does it hold up? I try it with {w} split.",
        "To weigh it, I do it the other way.",
        "For comparison:",
        "Let's see what another method says.",
    )
    blames = (
        "The reason: above I took {l} {x} {r} as {was}, and it's {now}.",
        "Indeed, looking back, {l} {x} {r} = {was} was wrong; it's {now}.",
    )
    ok: ClassVar[Pools] = {
        "digit": (
            "Last digit: {u} {x} {v} = {p}, so {d}. Fits.",
            "It has to end in {d} ({u} {x} {v} = {p}), and it does.",
        ),
        "nines": (
            "By nines: {u} {x} {v} = {p}, so {z}. {X} leaves {z} too.",
            "Modulo 9: {u} times {v} leaves {z}. So does {X}.",
        ),
        "estimate": (
            "As for the size, {u} {x} {v} = {p}, so it's about right.",
            "Estimate {u} {x} {v} = {p}: in line with it.",
        ),
        "division": ("Dividing, {X} / {b} = {a}, so it's right.", "And {X} / {b} = {a}."),
        "glance": (
            "I looked over {sum} once more and it holds.",
            "The sum {sum} is fine on a second look.",
            "No slip visible in it.",
        ),
        "part": ("{l} {x} {r} = {v}: yes, that's right.", "I rechecked {l} {x} {r} = {v}."),
        "count": ("Counting: {list}. Right.",),
        "second": (
            "splitting {w}: {parts}. {sum} = {X}. The methods agree.",
            "{parts}. Sum: {sum} = {X}. Both give the same.",
            "with {w} split up, {parts}; {sum} = {X}. That matches.",
            "{parts}, and {sum} = {X}. It agrees with what I had.",
        ),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "Before I compare: {u} {x} {v} = {p}, so it must end in {d}, but {Y} ends in {e}.",
            "The last digit of {Y} is {e}; {u} {x} {v} = {p} demands {d}.",
        ),
        "nines": (
            "By nines: {u} {x} {v} = {p}, so {z}, but {Y} leaves {e}.",
            "{Y} leaves {e} by 9, and it ought to leave {z}.",
        ),
        "estimate": (
            "Rounded, {u} {x} {v} = {p}. {Y} is nowhere near.",
            "{Y} doesn't fit the estimate {u} {x} {v} = {p}.",
        ),
        "division": (
            "Dividing back, {Y} / {b} = {q} remainder {r}. Not {a}.",
            "{Y} isn't divisible by {b}: remainder {r}.",
        ),
        "multiple": ("{Y} isn't a multiple of {a}.",),
    }
    finals = (
        "So the answer is {X}.",
        "I settle on {X}.",
        "Verdict: {ab} = {X}.",
        "On balance, {ab} = {X}.",
        "Final answer: {X}",
        "Decision: {X}.",
        "Therefore {ab} = {X}.",
        "**Answer: {X}**",
        "With that, I'm confident: {X}.",
    )
    names: ClassVar[Pools] = {
        "high": ("place value", "distributing over {w}", "splitting {w}"),
        "low": ("ones first", "place value from the right", "splitting {w}"),
        "chunks": ("splitting {w}", "partial products"),
        "round": ("rounding {w}", "a round number near {w}"),
        "swapped": ("splitting {w} instead", "the other way round", "distributing over {w}"),
        "repeat": ("repeated addition", "just adding"),
    }

    def title(self, t: Telling, work: Work) -> str:
        """A heading, to be numbered at the end."""
        name = t.rng.choice(self.names[work.method]).format(w=t.n(work.b))
        word = "Method" if t.flag("method", 0.6) else "Way"
        if t.flag("bold", 0.5):
            return f"**{word} \ue010: {name}**\n"
        if t.flag("ordinal", 0.5):
            return f"\ue011 {word.lower()} ({name}): "
        return f"{word} \ue010, {name}.\n"

    def lay(self, t: Telling, items: list[str]) -> str:
        return (" " if t.flag("run on", 0.5) else "\n").join(items) + "\n\n"

    def first(self, t: Telling) -> str:
        work = worked(t, *self.methods)
        title = self.title(t, work)
        return self.fill(t, self.opens) + "\n\n" + title + self.lay(t, self.solution(t, work, self.claims))

    def again(self, t: Telling) -> str:
        way, why, items = self.revision(t)
        if way == "mend":
            return self.lay(t, [*why, *items])
        if t.candidate in t.candidates[: t.index - 1] and not t.same and t.chance(0.6):
            items.append(
                t.one(
                    "That is also what I had at first.",
                    "It agrees with an earlier result.",
                    "An earlier pass said the same.",
                )
            )
        title = self.title(t, t.work)
        return self.lay(t, why) + title + self.lay(t, items)

    def closing(self, t: Telling) -> str:
        second = self.check(t, ("second",)) if t.index < 2 and t.chance(0.6) else ""
        text = ""
        if second:
            lead = t.one(
                "To check this by a second method,",
                "Checking it another way,",
                "As a check,",
                "To confirm with another method,",
                "Second method, as a check:",
                "To verify,",
                "For verification by another route:",
                "A check by another split:",
            )
            text = f"{lead} {second}\n\n"
        kinds = [kind for kind in self.ok if kind != "second"]
        check = self.check(t, kinds) if t.chance(0.3 if second else 0.6) else ""
        return text + self.lay(t, [item for item in (check, self.fill(t, self.finals)) if item])

    def finish(self, t: Telling, text: str) -> str:
        for number, word in enumerate(ORDER, 1):
            text = text.replace("\ue010", str(number), 1).replace("\ue011", word, 1)
        return text


class PlainLinesRl(Pensive):
    """Trained by RL on arithmetic: bare lines of a * b = c and short words between them."""

    groupings = ("plain",)
    signs = ("*", "*", "×")
    opens = (
        "{ab}",
        "compute {ab}",
        "{ab} = ?",
        "problem {ab}",
        "multiply {a} and {b}",
        "solve {ab}",
        "start {ab}",
        "find {ab}",
    )
    plans = (
        "{w} = {factor}",
        "split {w} = {factor}",
        "{o} {x} ({factor})",
        "use {w} = {factor}",
        "{ab} = {o} {x} ({factor})",
        "parts of {w}: {factor}",
        "{w} is {factor}",
    )
    repeats = ("{o} {w} times: {sum}", "add {sum}", "{ab} is {sum}", "sum of {w} times {o}: {sum}")
    partials = ("{l} {x} {r} = {v}",)
    details = ("{l} {x} {r} = {d}", "{l} {x} {r}: {d}")
    selves = ("{e} = {n} no {v}", "{e} = {n} wrong {e} = {v}", "{e} = {n} fix {v}", "{e} = {n} hmm {v}")
    chains = ("{s} = {v}", "add {s} = {v}", "sum {s} = {v}")
    adds = ("{last} = {X}", "add {last} = {X}", "sum {last} = {X}", "total {last} = {X}")
    subtracts = (
        "{last} = {X}",
        "sub {last} = {X}",
        "minus {last} = {X}",
    )
    claims = (
        "{ab} = {X}",
        "so {ab} = {X}",
        "{ab} = {X}",
        "result {ab} = {X}",
        "product {X}",
        "get {ab} = {X}",
        "so answer {X}",
        "{ab} = {last} = {X}",
        "thus {ab} = {X}",
        "result {X}",
    )
    claims_again = (
        "{ab} = {X}",
        "so {ab} = {X}",
        "now {ab} = {X}",
        "result {ab} = {X}",
        "product {X}",
        "new result {X}",
        "{ab} = {last} = {X}",
        "so answer {X}",
        "get {ab} = {X}",
    )
    differs = (
        "{X} not {Y} so {ab} = {X}",
        "{ab} = {X} not {Y}",
        "{Y} wrong so {ab} = {X}",
        "differs from {Y} so take {ab} = {X}",
        "not equal {Y} prev was wrong {ab} = {X}",
        "{Y} was wrong {ab} = {X}",
    )
    sames = ("same", "same as before", "again {X}", "same result", "still {X}", "no change")
    changes = (
        "not {Y}",
        "{Y} was wrong",
        "so {Y} wrong",
        "different",
        "changed from {Y}",
    )
    doubts = (
        "wait not sure\nagain",
        "hmm\nmaybe wrong\nagain",
        "{Y} maybe wrong\nredo",
        "not sure about {Y}\nstart over",
        "wait\nthis looks wrong\nagain",
        "wrong?\ndo again",
        "doubt\nredo all",
        "no\nagain from start",
        "hmm {Y} looks off\nagain",
        "wait mistake maybe\nrecompute",
    )
    redos = (
        "wrong\nagain",
        "wrong\nredo",
        "not ok\nagain",
        "so {Y} wrong\nagain",
        "bad\nstart over",
        "fail\nrecompute",
        "no\nagain",
    )
    slips = (
        "check\n{l} {x} {r} = {now} not {was}\nwrong",
        "wait {l} {x} {r} = {now} not {was}",
        "wrong: {l} {x} {r} = {now} not {was}",
        "check {l} {x} {r}\n{was} wrong\n{l} {x} {r} = {now}",
        "mistake {l} {x} {r} = {was}\nfix {l} {x} {r} = {now}",
        "error\n{l} {x} {r} is {now}",
        "recheck {l} {x} {r} = {now}\nhad {was} wrong",
        "no {l} {x} {r} = {now}\nagain",
    )
    sum_slips = (
        "check sum\n{sum} not {Y}\nwrong",
        "wait sum wrong\nadd again",
        "{sum} is not {Y}\nagain",
        "add wrong\nredo sum {sum}",
        "mistake in sum\n{sum}",
        "wrong sum\nagain {sum}",
    )
    others = (
        "check other way",
        "check with {w}",
        "verify other way",
        "check by second way",
        "test\nother split",
        "check split {w}",
        "check again differently",
        "second way",
    )
    blames = ("before {l} {x} {r} = {was} wrong is {now}", "error was {l} {x} {r} = {was} not {now}")
    ok: ClassVar[Pools] = {
        "digit": (
            "check last digit {u} {x} {v} = {p} ends {d} ok",
            "check {u} {x} {v} = {p} last {d} correct",
            "last digit {d} ok",
        ),
        "nines": ("check mod 9 {u} {x} {v} = {p} is {z} result {z} ok", "nines {z} and {z} ok"),
        "estimate": ("check {u} {x} {v} = {p} close ok", "about {u} {x} {v} = {p} ok", "estimate {p} ok"),
        "parity": ("{ka} {x} {kb} is {k} ok",),
        "division": ("check {X} / {b} = {a} ok", "{X} / {b} = {a} correct"),
        "glance": (
            "check sum {sum} ok",
            "check sum ok",
            "sum looks right",
            "check\nall lines ok",
            "wait check sum\nok right",
        ),
        "part": ("check {l} {x} {r} = {v} ok", "check {l} {x} {r} = {v} right"),
        "second": ("check other way {parts}\n{sum} = {X} ok same", "verify {parts}\n{sum} = {X} matches"),
        "count": ("check {list} ok",),
    }
    bad: ClassVar[Pools] = {
        "digit": (
            "check last digit {u} {x} {v} = {p} ends {d} but {Y} ends {e}",
            "check {u} {x} {v} = {p} need {d} have {e}",
        ),
        "nines": ("check mod 9 {u} {x} {v} = {p} is {z} but {Y} is {e}", "nines need {z} have {e}"),
        "estimate": ("check {u} {x} {v} = {p} but {Y} too far", "estimate {u} {x} {v} = {p} not near {Y}"),
        "division": ("check {Y} / {b} = {q} rest {r} not {a}", "{Y} / {b} rest {r}"),
        "multiple": ("check {Y} not multiple of {a}", "{Y} / {a} not whole"),
    }
    finals = (
        "answer {X}",
        "answer: {X}",
        "final {X}",
        "final answer {X}",
        "so {X}",
        "done {X}",
        "answer = {X}",
        "correct\nanswer {X}",
    )

    def lay(self, t: Telling, items: list[str]) -> str:
        return "\n".join(items) + "\n"

    def closing(self, t: Telling) -> str:
        items = self.checks(t, t.rng.choice([0, 1, 1, 2]))
        tail = t.r(f"<answer>{t.n(t.candidate)}</answer>") if t.flag("tag", 0.3) else self.fill(t, self.finals)
        if t.flag("box", 0.2):
            tail = t.r(t.boxed())
        return self.lay(t, [*items, tail])


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        RoneDeliberator(),
        TinyEchoThinker(),
        IsThatRightAsker(),
        ArrowNoteTaker(),
        EveryStepNumbered(),
        SelfCritiqueSection(),
        TwoWaysWeigher(),
        PlainLinesRl(),
    )
}
