"""Reasoning models that think at length and doubt: twelve ways to commit to a product, suspect it, and end the matter.

What keeps the truth clear:

- A candidate that is given up is given up in so many words (withdrawn, wrong, thrown out), or a new result replaces it.
- A check that is told as a check agrees with the candidate, or is itself found at fault, or ends in the new candidate.
- What a check states is true: remainders, last digits, sizes and quotients are computed; a whole second solution
  confirms only right candidates; of wrong ones only what is right in them (a partial product, the addition) is redone.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .common import Mended, Style, Telling, Term, Work, split

Show = Callable[[int], str]


# --- What is true of a candidate ---


def rough(t: Telling) -> tuple[int, int, int] | None:
    """The factors rounded to their leading digit and the product of these; nothing if the rounding changes nothing."""

    def rounded(number: int) -> int:
        unit: int = 10 ** (len(str(number)) - 1)
        return round(number / unit) * unit if unit > 1 else number

    x, y = rounded(t.a), rounded(t.b)
    return None if (x, y) == (t.a, t.b) else (x, y, x * y)


def holds(t: Telling, candidate: int) -> set[str]:
    """The cheap checks that the candidate passes; none for a wrong product of two digits, which they would expose."""
    if max(t.a, t.b) < 10 and candidate != t.product:
        return set()
    product, size = t.product, rough(t)
    passed = {
        "nines": candidate % 9 == product % 9,
        "elevens": candidate % 11 == product % 11,
        "last": candidate % 10 == product % 10,
        "size": size is not None and 0.75 < candidate / size[2] < 1.35 and candidate != size[2],
        "divide": candidate == product,
    }
    return {kind for kind, passes in passed.items() if passes}


def fails(t: Telling, candidate: int) -> set[str]:
    """The cheap checks that the candidate plainly fails."""
    size = rough(t)
    failed = {kind for kind, base in (("nines", 9), ("elevens", 11), ("last", 10)) if (candidate - t.product) % base}
    if candidate != t.product:
        failed.add("divide")
    if size is not None and not 0.5 < candidate / size[2] < 2:
        failed.add("size")
    return failed


def quotient(t: Telling, candidate: int) -> str:
    """What the candidate gives when it is divided by the second factor."""
    whole, rest = divmod(candidate, t.b)
    return f"{t.n(whole)} remainder {t.n(rest)}" if rest else t.n(whole)


def digit_sum(number: int) -> str:
    """The sum of the digits as it is written out: 3+4+5 = 12."""
    digits = str(number)
    return f"{'+'.join(digits)} = {sum(map(int, digits))}" if len(digits) > 1 else digits


def true_terms(work: Work) -> list[Term]:
    """The partial products that are written down right."""
    return [term for term in work.terms if term.value == term.left * term.right]


def adds_up(work: Work) -> bool:
    """The total is the sum of the partial products as written."""
    return sum(term.sign * term.value for term in work.terms) == work.total


def scaled(term: Term) -> tuple[int, int, int] | None:
    """The leading digits of the right factor, its zeros and the product without them, if the value shows them."""
    right = str(term.right)
    zeros = len(right) - len(right.rstrip("0"))
    if not zeros or term.value % 10**zeros or term.left == 1:
        return None
    return int(right[:-zeros]), zeros, term.value // 10**zeros


# --- What several styles write ---


@dataclass(frozen=True)
class Botched:
    """A check with a slip in one partial product, which makes its total differ from the candidate."""

    work: Work
    term: Term
    slip: int
    total: int


def differently(t: Telling, *methods: str) -> Work:
    """A way to the candidate with another split than the work so far, where there is one."""
    before = t.work
    for _ in range(8):
        t.work = before
        work = t.other(*methods)
        if [(x.left, x.right) for x in work.terms] != [(x.left, x.right) for x in before.terms]:
            break
    return t.work


def botched(t: Telling) -> Botched:
    """A second way to the product with a slip on it, whose total is no candidate."""
    work = differently(t, "round")
    term = t.rng.choice(work.terms)
    slips = [
        (wrong, total)
        for place in range(max(1, len(str(term.value)) - 1) + 1)
        for step in (-3, -2, -1, 1, 2, 3)
        if (wrong := term.value + step * 10**place) > 0
        and (total := work.total + term.sign * (wrong - term.value)) not in t.candidates
        and total > 0
    ]
    wrong, total = t.rng.choice(slips)
    return Botched(work, term, wrong, total)


def opened(t: Telling, work: Work, show: Show | None = None) -> str:
    """The product with its factors split: 345 × (20 + 3), or (300 + 45) × (20 + 3)."""
    show = show or t.n
    if work.method == "area":
        left, right = (" + ".join(show(part) for part in split(number, "high")) for number in (work.a, work.b))
        return f"({left}) {t.x} ({right})"
    return f"{show(work.a)} {t.x} ({t.factor(work, maths=show == t.m)})"


def pair(t: Telling, term: Term, show: Show | None = None) -> str:
    """The partial product before it is worked out."""
    show = show or t.n
    return f"{show(term.left)} {t.x} {show(term.right)}"


def walk(t: Telling, work: Work, show: Show | None = None) -> list[str]:
    """The additions one by one."""
    show = show or t.n
    return [f"{show(x)} {'+' if sign > 0 else '-'} {show(y)} = {show(z)}" for x, sign, y, z in work.steps()]


def stumble(t: Telling, term: Term, share: float = 0.1) -> int | None:
    """A wrong value to write first for a partial product that is then written right."""
    if term.value != term.left * term.right or not t.chance(share):
        return None
    return t.near(term.value)


class Doubter(Style):
    """A style with checks: each is told by `check`, of a candidate that passes it."""

    kinds: tuple[str, ...] = ()
    gap = "\n\n"
    lulls = 0.35

    @abstractmethod
    def check(self, t: Telling, kind: str) -> str:
        """Tells one check that leaves the candidate as it is."""

    def possible(self, t: Telling) -> list[str]:
        """The kinds of checks of this style that can be told truly of the candidate."""
        able = holds(t, t.candidate)
        if t.candidate == t.product:
            able |= {"second", "botched"}
        if "nines" in able and t.a > 9:
            able.add("misread")
        if true_terms(t.work):
            able.add("term")
        if adds_up(t.work):
            able.add("sum")
        able |= {"waver", "trust"}
        return [kind for kind in self.kinds if kind in able]

    def ponder(self, t: Telling, counts: Sequence[float] = (0.06, 0.3, 0.34, 0.2, 0.1)) -> list[str]:
        """Some checks, none of them twice."""
        count = t.rng.choices(range(len(counts)), counts)[0]
        told: list[str] = []
        used: set[str] = set()
        for _ in range(count):
            kinds = [kind for kind in self.possible(t) if kind not in used]
            if not kinds:
                break
            kind = t.rng.choice(kinds)
            used |= {kind} | ({"nines", "misread"} if kind in ("nines", "misread") else set())
            used |= {"second", "botched"} if kind in ("second", "botched") else set()
            work = t.work
            told.append(self.check(t, kind))
            t.work = work
        return told

    def lull(self, t: Telling) -> str:
        """Sometimes a check that the previous candidate passes, before it is given up all the same."""
        if not t.chance(self.lulls):
            return ""
        t.index -= 1
        kinds = [kind for kind in self.possible(t) if kind in ("nines", "elevens", "last", "size", "sum", "waver")]
        told = self.check(t, t.rng.choice(kinds)) if kinds else ""
        t.index += 1
        return told and told + self.gap

    def write(self, t: Telling) -> str:
        self.begin(t)
        text = self.first(t)
        while t.more:
            t.advance()
            text += self.lull(t) + self.again(t)
        whole = re.sub("\n{3,}", "\n\n", text + self.closing(t))
        return self.finish(t, whole).rstrip() + t.rng.choice(self.ends)

    def failed(self, t: Telling, *kinds: str) -> str | None:
        """A check that the previous candidate fails, of those named; none if the same candidate comes again."""
        able = [] if t.same else sorted(fails(t, t.previous) & set(kinds))
        return t.rng.choice(able) if able else None

    def decider(self, t: Telling, *kinds: str) -> str | None:
        """A check that the previous candidate fails and the new one passes."""
        able = sorted(fails(t, t.previous) & holds(t, t.candidate) & set(kinds))
        return t.rng.choice(able) if able else None

    def revision(self, t: Telling, mend: float = 1, check: float = 1, redo: float = 1) -> tuple[str, Mended | None]:
        """How the revision goes, with what is mended if something is."""
        way = t.way(mend=mend, check=check, redo=redo)
        if way == "mend":
            mended = t.mend()
            return ("mend", mended) if mended else ("redo", None)
        return way, None


# --- The styles ---


class DeepWanderer(Doubter):
    """R1: <think>, loose talk to itself in paragraphs, then a tidy reply that tells the steps once more."""

    kinds = ("nines", "last", "size", "divide", "second", "botched", "misread", "term", "sum", "waver", "trust")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "comma", "latex") if t.words == "comma" else "plain"
        t.x = t.one("×", "×", "x", "*")

    def terms(self, t: Telling) -> str:
        w, out = t.work, []
        for place, term in enumerate(w.terms):
            head = t.one("Then", "Next,", "Next up,", "Now", "After that,", "And") if place else ""
            head = head or t.one("First,", "So first,", "Let me start with", "Alright, first", "Starting with")
            value, wrong, zeros = t.n(term.value), stumble(t, term, 0.12), scaled(term)
            if wrong:
                body = t.one(
                    f"{pair(t, term)}. That's {t.n(wrong)}... wait, no, {value}.",
                    f"{pair(t, term)} is {t.n(wrong)}. Hmm, is it? Let me redo that one. No, it's {value}.",
                    f"{pair(t, term)}, which I'd say is {t.n(wrong)}, but hold on, I carried wrong; it's {value}.",
                )
            elif zeros and t.chance(0.55):
                digit, count, small = zeros
                nulls = t.one(f"add {count} zero{'s' * (count > 1)}", f"tack on the zero{'s' * (count > 1)}")
                body = t.one(
                    f"{pair(t, term)}. Well, {t.n(term.left)} times {t.n(digit)} is {t.n(small)}, "
                    f"then {nulls}: {value}.",
                    f"{pair(t, term)}. Hmm, {t.n(term.left)} {t.x} {t.n(digit)} = {t.n(small)}, so "
                    f"with the zeros, {value}.",
                )
            elif long := t.detail(term, 0.35):
                body = f"{pair(t, term)}. Breaking that down, {long}."
            else:
                body = t.one(
                    f"{pair(t, term)} = {value}.", f"{pair(t, term)} is {value}.", f"{pair(t, term)}: {value}."
                )
            out.append(f"{head} {body}")
        return t.one(" ", "\n\n", "\n\n").join(out)

    def total(self, t: Telling) -> str:
        w = t.work
        plus = "Now I need to add these up" if all(term.sign > 0 for term in w.terms) else "Now putting these together"
        sums = t.one(f"{t.sum(w)}.", ". Then ".join(walk(t, w)) + ".", "; ".join(walk(t, w)) + ".")
        return t.one(
            f"{plus}: {sums}", f"{plus}. {sums}", f"Okay, so adding: {sums}", f"Alright, putting it together: {sums}"
        )

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"Huh, so I land on {c} once more. Then {c} it is.",
                    f"That brings me to {c}, funny enough the number I'd thrown out. Okay, {c} then.",
                    f"So this time too it comes out as {c}. Fine, {c} is my result now.",
                )
            )
        return t.c(
            t.one(
                f"So {t.ab} should be {c}.",
                f"So that would be {c}.",
                f"So putting that all together, I get {c}.",
                f"Therefore, the product should be {c}.",
                f"Okay, so that gives me {c}.",
                f"That makes {c} in total.",
                f"So I think the result is {c}.",
                f"Which comes to {c}, if I'm not mistaken.",
            )
        )

    def solution(self, t: Telling, *methods: str) -> str:
        t.solve(*methods)
        w = t.work
        how = t.one(
            f"I can write it as {opened(t, w)} and use the distributive property.",
            f"Maybe break it up: {opened(t, w)}.",
            f"Let me split it into easier pieces, so {opened(t, w)}.",
            f"One way is to expand it, like {opened(t, w)}. That seems manageable.",
        )
        return f"{how}\n\n{self.terms(t)}\n\n{self.total(t)} {self.commit(t)}\n\n"

    def first(self, t: Telling) -> str:
        start = t.one(
            f"Okay, so I need to calculate {t.ab}. Hmm, let me think about how to do this.",
            f"Okay, let's see. The problem is {t.ab}. I should go step by step.",
            f"Alright, so I've got to multiply {t.n(t.a)} by {t.n(t.b)}. I remember there are a few ways to do it.",
            f"Hmm, {t.ab}. Let me do this carefully since it's easy to mess up.",
            f"First, I need to find the product of {t.n(t.a)} and {t.n(t.b)}. Let me think.",
        )
        return f"<think>\n{start} {self.solution(t, 'high', 'chunks', 'low', 'round')}"

    def again(self, t: Telling) -> str:
        p = t.n(t.previous)
        way, mended = self.revision(t, 1.2, 1.2, 0.8)
        if mended:
            w = mended.work
            if mended.place is None:
                find = t.one(
                    f"Wait, the addition. {t.sum(w)}... I had {p} there, but that's not what it adds up to.",
                    f"Hold on, let me add those again. {'; '.join(walk(t, w))}. So {p} was off, I messed up the sum.",
                )
            else:
                term = w.terms[mended.place]
                find = t.one(
                    f"Wait, hold on. {pair(t, term)}, did I get that right? I wrote {t.n(mended.was)}, but it's "
                    f"{t.n(mended.now)}. Oh, so {p} is wrong.",
                    f"Hmm, wait. Looking back at {pair(t, term)}: that's {t.n(mended.now)}, not {t.n(mended.was)}. "
                    f"Good thing I looked. So the whole sum changes.",
                    f"Wait a second, {t.n(mended.was)} for {pair(t, term)} can't be. Should be {t.n(mended.now)}. "
                    f"I made a mistake there, so scrap {p}.",
                )
            return f"{find} So we have {t.sum(w)}. {self.commit(t)}\n\n"
        if way == "check":
            differently(t, "round", "area")
            lead = t.one(
                "But let me verify this with another method to be safe.",
                "Let me double-check by splitting things differently.",
                "Wait, maybe I should check this another way, just in case.",
                "I'm not 100% sure, so let me cross-check.",
            )
            kind = self.decider(t, "last", "nines")
            verdict = t.one(
                f"Hmm, that's not {p}. There's a discrepancy. I must have slipped somewhere the first time.",
                f"Wait, that's different from {p}. So which one? Looking back, I rushed through the earlier one.",
                f"But before I got {p}! Okay, so the first calculation had a mistake somewhere.",
                f"That contradicts {p}. I trust this second pass more, since I went slower.",
            )
            if kind == "last":
                verdict = (
                    f"That's not {p}. Which one is right? The last digits: {t.a % 10} times {t.b % 10} is "
                    f"{t.a % 10 * (t.b % 10)}, so it must end in {t.product % 10}, and {p} doesn't. "
                    "So the first one is out."
                )
            return f"{lead} {opened(t, t.work)}.\n\n{self.terms(t)}\n\n{self.total(t)} {verdict} {self.commit(t)}\n\n"
        fault = self.failed(t, "nines", "last", "size")
        if fault == "last":
            lead = (
                f"Wait, check the last digit: {t.a % 10} times {t.b % 10} is {t.a % 10 * (t.b % 10)}, "
                "so the result has to end in "
                f"{t.product % 10}. But {p} ends in {t.previous % 10}. So that's definitely wrong."
            )
        elif fault == "nines":
            lead = (
                f"Let me try the digit sum trick. {t.n(t.a)} leaves {t.a % 9} mod 9 and {t.n(t.b)} leaves {t.b % 9}, "
                f"so the product should leave {t.product % 9}. And {p} leaves {t.previous % 9}. Uh oh, so {p} is wrong."
            )
        elif fault == "size" and (size := rough(t)):
            lead = (
                f"Hmm, does that make sense? {t.n(size[0])} {t.x} {t.n(size[1])} is {t.n(size[2])}, "
                f"and {p} is nowhere near "
                f"that. So something went badly wrong."
            )
        else:
            lead = t.one(
                f"Wait, no. I don't think {p} is right, I got lost in there. Forget that.",
                "Hmm, no, that was sloppy and I can't accept that number. Scrap it.",
                f"Actually, wait. I muddled that, so {p} is out.",
                "Hold on, something's fishy with that one. No, I'm throwing it away.",
                f"Hmm, {p}... no. That's not it, I mixed things up along the way.",
            )
        start = t.one("Let me start over.", "Let's do it all over again.", "From scratch, then.", "Try again.")
        return f"{lead} {start} {self.solution(t, 'high', 'low', 'swapped', 'round')}"

    def check(self, t: Telling, kind: str) -> str:
        c = t.n(t.candidate)
        la, lb = t.a % 10, t.b % 10
        good = t.one("That matches.", "Okay, good.", "So that checks out.", "Phew, consistent.", "Great, same thing.")
        if kind == "nines":
            return (
                f"Let me check with digit sums. {t.n(t.a)} mod 9 is {t.a % 9}, {t.n(t.b)} mod 9 is "
                f"{t.b % 9}, so the product "
                f"should be {t.a % 9 * (t.b % 9) % 9} mod 9. And {c}: {digit_sum(t.candidate)}, which is "
                f"{t.candidate % 9} mod 9. {good}"
            )
        if kind == "misread":
            off = (t.product % 9 + t.rng.randint(1, 7)) % 9
            return (
                f"Wait, let me cast out nines. The product should be {off} mod 9, and {c} is "
                f"{t.candidate % 9}. Hmm, that doesn't "
                f"match?! Let me redo the check. {t.n(t.a)} is {t.a % 9} mod 9, {t.n(t.b)} is {t.b % 9}, and "
                f"{t.a % 9} {t.x} {t.b % 9} is {t.a % 9 * (t.b % 9)}, so {t.product % 9}. Oh, I had "
                "just added the digits wrong. "
                f"It does match."
            )
        if kind == "last":
            return t.one(
                f"Quick sanity check: {la} times {lb} is {la * lb}, so it should end in "
                f"{la * lb % 10}. It does. {good}",
                f"The last digit should be {la * lb % 10}, from {la} {t.x} {lb} = {la * lb}. And {c} ends in "
                f"{t.candidate % 10}. {good}",
            )
        if kind == "size" and (size := rough(t)):
            return (
                f"Does that make sense? Roughly {t.n(size[0])} {t.x} {t.n(size[1])} = {t.n(size[2])}, "
                f"and {c} is in that "
                f"ballpark. {t.one('Seems plausible.', 'Reasonable.', 'Okay.')}"
            )
        if kind == "divide":
            return f"Let me go backwards: {c} divided by {t.n(t.b)}... that's {t.n(t.a)}. {good}"
        if kind == "second":
            w = differently(t, "round", "area")
            pieces = ", ".join(f"{pair(t, term)} = {t.n(term.value)}" for term in w.terms)
            return (
                f"{t.one('But let me verify it otherwise.', 'Wait, let me double-check that.', 'To be sure:')}"
                " "
                f"{opened(t, w)}. {pieces}. Total: {t.sum(w)} = {c}. {good}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"Let me check it by doing {opened(t, b.work)}. That would be {t.n(b.total)}?? Wait, "
                "that doesn't agree with "
                f"{c}. Let me see where the check went off. I took {pair(t, b.term)} as {t.n(b.slip)}, but it's "
                f"{t.n(b.term.value)}. So the check was wrong, not the result; with that fixed it's {c} as well."
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return t.one(
                f"Wait, was {pair(t, term)} really {t.n(term.value)}? Yes, it was.",
                f"Let me just recheck {pair(t, term)}. Yeah, {t.n(term.value)}. Okay.",
            )
        if kind == "sum":
            return f"Let me add them once more, slowly: {'; '.join(walk(t, t.work))}. Yes."
        return t.one(
            f"Hmm, did I do all that correctly? I could go over everything again... no, I think {c} is fine.",
            "Wait, is that right? Let me think. I did each piece separately and nothing jumps out. Okay, leaving it.",
            "Hmm, maybe I should use the lattice method to be sure? Nah, that would just be the same thing again.",
            "Wait, but what if I misread the numbers? No, those are the right ones.",
            f"Part of me wants to redo this, but I don't see anything wrong with {c}.",
        )

    def closing(self, t: Telling) -> str:
        told = "\n\n".join(self.ponder(t))
        done = t.r(
            t.one(
                f"So I'm confident it's {t.n(t.candidate)}.",
                f"Alright, {t.n(t.candidate)} it is.",
                f"So yeah, {t.ab} = {t.n(t.candidate)}.",
                "Okay, I'm going with that.",
            )
        )
        w, rows = t.work, ""
        if t.chance(0.5):
            rows = "\n".join(
                f"{place}. {t.one('Multiply', 'Compute', 'Calculate')} \\({t.m(term.left)} \\times "
                f"{t.m(term.right)} = {t.m(term.value)}\\)"
                for place, term in enumerate(w.terms, 1)
            )
            rows = f"To find the product of {t.n(t.a)} and {t.n(t.b)}, split one factor:\n\n{rows}\n\nThen combine: "
            rows += t.r(f"\\[{t.sum(w, True)} = {t.m(w.total)}\\]") + "\n\n"
        reply = t.r(
            t.one(
                f"**Answer:** {t.boxed('$', '$')}",
                f"The product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**.",
                f"**Final Answer:** \n{t.boxed('$$', '$$')}",
                f"Thus, {t.ab} equals {t.boxed(chr(92) + '(', chr(92) + ')')}.",
            )
        )
        return f"{told}\n\n{done}\n</think>\n\n{rows}{reply}"


class QwqAlternatives(Doubter):
    """QwQ: no tags, a few long paragraphs, alternatives and hedges; a boxed final answer under a heading."""

    kinds = ("elevens", "last", "size", "second", "botched", "sum", "waver", "nines", "divide")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = "plain"
        t.x = t.one("*", "×", "multiplied by", "times")

    def work_out(self, t: Telling) -> str:
        w, bits = t.work, []
        for term in w.terms:
            wrong = stumble(t, term, 0.1)
            slip = (
                t.one(f"{t.n(wrong)}, er, no, that's {t.n(term.value)}", f"{t.n(wrong)} -- sorry, {t.n(term.value)}")
                if wrong
                else ""
            )
            bits.append(
                t.one(
                    f"{pair(t, term)} equals {slip or t.n(term.value)}",
                    f"{pair(t, term)} gives {slip or t.n(term.value)}",
                    f"{pair(t, term)} is {slip or t.n(term.value)}",
                    f"for {pair(t, term)} I have {slip or t.n(term.value)}",
                )
            )
        chain = t.one(", and ", "; ", ", then ").join(bits)
        sums = t.one(f"{t.sum(w)}", ", then ".join(walk(t, w)))
        return (
            f"{chain[0].upper()}{chain[1:]}. "
            f"{t.one('Collecting everything', 'Putting these together', 'Summing up', 'Combining them')}: "
            f"{sums}."
        )

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"Interesting, this fresh calculation produces {c} as well, so {c} is what I'm adopting after all.",
                    f"And the new derivation ends at {c} too, so I have to take {c} back on board.",
                )
            )
        return t.c(
            t.one(
                f"So it seems that the product is {c}.",
                f"So, {t.ab} would be {c}.",
                f"That leads me to {c}.",
                f"Hence I'd say {c}.",
                f"So I end up with {c}.",
                f"It appears that we have {c} here.",
                f"And that is {c}, presumably what we're after.",
            )
        )

    def first(self, t: Telling) -> str:
        w = t.solve("area", "chunks", "high", "round")
        start = t.one(
            f"So I have this multiplication problem: {t.ab}. I need to find the product. Let's see, I could do long "
            f"multiplication, but maybe there's a neater way.",
            f"Let's tackle {t.ab}. There's no calculator here, so I have to do it by hand, and I want to be careful.",
            f"I'm asked to work out {t.ab}. Multiplying numbers like these can be a bit tricky, so "
            "perhaps I should break them down.",
            f"To compute {t.ab}, I can think of a number of approaches: the standard algorithm, "
            "expanding brackets, or rounding.",
        )
        how = t.one(
            f"Suppose I write this as {opened(t, w)}.",
            f"Perhaps use the distributive law: {opened(t, w)}.",
            f"I recall that multiplication distributes over addition, so this is {opened(t, w)}.",
            f"Let me consider {opened(t, w)}.",
        )
        return f"{start}\n\n{how} {self.work_out(t)} {self.commit(t)}\n\n"

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 0.9, 1.5, 0.9)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"But hold on, was the final summation done properly? {t.sum(mended.work)} "
                    f"doesn't come to {p}; I dropped a carry.",
                    "Hmm, I'm uneasy about the addition. Redoing it, "
                    f"{'; '.join(walk(t, mended.work))}. So {p} was mistaken.",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"But wait, I should question {pair(t, term)}. I claimed {t.n(mended.was)}, whereas it should be "
                    f"{t.n(mended.now)}. That undermines {p}.",
                    f"Hmm, on reflection {pair(t, term)} isn't {t.n(mended.was)}, it's "
                    f"{t.n(mended.now)}. So the previous total of "
                    f"{p} doesn't stand. With the corrected piece: {t.sum(mended.work)}.",
                    f"Let me go back over the pieces. One is suspicious: {pair(t, term)}. That should "
                    f"be {t.n(mended.now)} rather "
                    f"than {t.n(mended.was)}, hence my {p} is incorrect.",
                )
            return f"{find} {self.commit(t)}\n\n"
        if way == "check":
            differently(t, "round", "area")
            lead = t.one(
                "Alternatively, I could approach it from the other side to see whether I get the same thing.",
                "Alternatively, perhaps there's a different breakdown that could serve as verification.",
                "To make sure, let's look at it from a different angle.",
                "Another approach might be worthwhile, for comparison.",
            )
            clash = t.one(
                f"Now that's a conflict, because earlier I had {p}. One of them must be false, and I "
                "believe it's the earlier one, "
                f"where I skipped over steps.",
                f"But that disagrees with {p} from before. Going with the more careful computation, I "
                f"have to drop {p}.",
                f"Hmm, previously it was {p}. I suspect an arithmetic error back there, so I'll discard it.",
                f"These two values, {p} and this one, can't both be correct. The first one came out "
                "of a hurried sum, so I reject it.",
            )
            return f"{lead} {opened(t, t.work)}. {self.work_out(t)} {clash} {self.commit(t)}\n\n"
        fault = self.failed(t, "elevens", "last", "divide")
        if fault == "elevens":
            lead = (
                f"Let me use mod 11 as a check. {t.n(t.a)} is {t.a % 11} modulo 11 and {t.n(t.b)} is "
                f"{t.b % 11}, so the product has to "
                f"be {t.product % 11}. But {p} is {t.previous % 11} modulo 11. So {p} cannot be correct."
            )
        elif fault == "last":
            lead = (
                f"However, the units digit bothers me: {t.a % 10} and {t.b % 10} multiply to "
                f"{t.a % 10 * (t.b % 10)}, meaning the "
                f"product ends in {t.product % 10}, while {p} ends in {t.previous % 10}. That rules {p} out."
            )
        elif fault == "divide":
            lead = (
                f"If {p} were right, dividing by {t.n(t.b)} would return {t.n(t.a)}. It gives "
                f"{quotient(t, t.previous)} instead. "
                f"So {p} is false."
            )
        else:
            lead = t.one(
                f"But I'm not convinced at all. I confused the pieces somewhere, and {p} shouldn't be kept.",
                f"Hmm, that doesn't sit right; I believe I've made an error, so I'm retracting {p}.",
                "However, I lost track of the place values there, so that result has to be dismissed.",
                f"Actually, no. {p} came from a muddled argument and I withdraw it.",
            )
        t.solve("swapped", "low", "high", "round")
        start = t.one(
            f"Let me approach this afresh: {opened(t, t.work)}.",
            f"Perhaps it's better to begin anew with {opened(t, t.work)}.",
            f"I'll go back to square one and take {opened(t, t.work)}.",
        )
        return f"{lead} {start} {self.work_out(t)} {self.commit(t)}\n\n"

    def check(self, t: Telling, kind: str) -> str:
        c = t.n(t.candidate)
        if kind in ("nines", "elevens"):
            mod = 9 if kind == "nines" else 11
            return (
                f"Perhaps a modular check: modulo {mod}, {t.n(t.a)} is {t.a % mod} and {t.n(t.b)} is {t.b % mod}, and "
                f"{t.a % mod} times {t.b % mod} leaves {t.product % mod}. For {c} I get {t.candidate % mod}. "
                f"{t.one('Consistent.', 'So that agrees.', 'No contradiction there.')}"
            )
        if kind == "last":
            return (
                f"The units digits {t.a % 10} and {t.b % 10} give {t.a % 10 * (t.b % 10)}, so the "
                "product should end in "
                f"{t.product % 10}, which it does."
            )
        if kind == "size" and (size := rough(t)):
            return t.one(
                f"In terms of magnitude, {t.n(size[0])} {t.x} {t.n(size[1])} would be {t.n(size[2])}, "
                f"so {c} is of the right order.",
                f"For estimation purposes, {t.n(size[2])} is what rounding gives, which is not far from {c}.",
            )
        if kind == "divide":
            return (
                f"Alternatively, using the inverse operation, {c} / {t.n(t.b)} = {t.n(t.a)}, which is "
                "just the other factor."
            )
        if kind == "second":
            w = differently(t, "round", "area")
            return (
                f"Alternatively, I could verify this by considering {opened(t, w)}. "
                f"{self.work_out(t)} That's {c} again, so both "
                f"approaches agree."
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"Alternatively, as a verification, {opened(t, b.work)}: here I get {t.n(b.total)}. "
                f"That conflicts with {c}, which is "
                f"worrying. But wait, in this verification I used {t.n(b.slip)} for "
                f"{pair(t, b.term)}, when it's really "
                f"{t.n(b.term.value)}. Correcting that, the verification also yields {c}. So the "
                "fault was in the verification."
            )
        if kind == "sum":
            return f"Going over the additions again: {', '.join(walk(t, t.work))}. No issue there."
        return t.one(
            "Perhaps I should consider whether there's some trick to this question. But no, it's plain multiplication.",
            "Is it possible that I've overlooked a carry? I've gone through it in my head, and I see "
            f"no reason to move away from {c}.",
            "I wonder whether using a difference of squares would be more elegant. Probably not for "
            "these numbers, so I'll let it be.",
            "Wait, though. Am I sure about the place values? Units, tens and so on... yes, I believe they're aligned.",
            "But then again, maybe I'm overthinking this. It's a straightforward calculation.",
        )

    def closing(self, t: Telling) -> str:
        told = "\n\n".join(self.ponder(t))
        end = t.r(
            t.one(
                f"Therefore, the product of {t.n(t.a)} and {t.n(t.b)} is {t.n(t.candidate)}.",
                f"Given all this, I'm fairly confident in {t.n(t.candidate)}.",
                f"So, in conclusion, {t.ab} = {t.n(t.candidate)}.",
            )
        )
        box = t.r(
            t.one(
                "**Final Answer**\n\n" + t.boxed("\\[ ", " \\]"),
                t.boxed("\\[ ", " \\]"),
                "**Final Answer: " + t.n(t.candidate) + "**",
            )
        )
        return f"{told}\n\n{end}\n\n{box}"


class BareZero(Doubter):
    """R1-Zero, TinyZero: no SFT, terse lines of equations, odd spacing and typos, <answer> after </think>."""

    kinds = ("nines", "last", "divide", "second", "botched", "term", "sum", "waver", "size")
    gap = "\n"
    lulls = 0.5
    ends = ("", "", "\n", " <|endoftext|>")

    def begin(self, t: Telling) -> None:
        t.words, t.maths = "plain", "plain"
        t.x = t.one("*", "*", "x", "×")

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.012)

    def lines(self, t: Telling) -> str:
        w, out = t.work, []
        if w.method != "area" and t.flag("splits", 0.6):
            out.append(
                t.one(f"{t.n(w.b)} = {t.factor(w)}", f"break {t.n(w.b)} into {t.factor(w)}", f"{t.ab} = {opened(t, w)}")
            )
        for term in w.terms:
            wrong = stumble(t, term, 0.12)
            if wrong:
                out.append(
                    t.one(
                        f"{pair(t, term)} = {wrong}\nno, {pair(t, term)} = {term.value}",
                        f"{pair(t, term)} = {wrong} (wrong) -> {term.value}",
                        f"{pair(t, term)} = {wrong} , sorry {term.value}",
                    )
                )
            else:
                out.append(
                    (t.detail(term, 0.2) and f"{pair(t, term)} = {t.detail(term, 1) or term.value}")
                    or f"{pair(t, term)} = {term.value}"
                )
            if t.chance(0.15):
                out.append(t.one("ok next", "keep it", "so far good", "good, continue", "next part"))
        if t.flag("walks", 0.7):
            out += [t.one("now add", "add all :", "sum them", "Now we add these"), *walk(t, w)]
        else:
            out.append(f"{t.sum(w)} = {w.total}")
        return "\n".join(out)

    def commit(self, t: Telling) -> str:
        c = t.candidate
        if t.same:
            return t.c(
                t.one(
                    f"this new way is also {c} . so {c}",
                    f"ok it comes {c} again. use {c}",
                    f"got {c} from the new start, take {c} then",
                )
            )
        return t.c(
            t.one(
                f"So {t.a} {t.x} {t.b} = {c}",
                f"so it is {c} .",
                f"=> {c}",
                f"Result : {c}",
                f"we get {c}",
                f"So the final result is {c} .",
                f"gives {c}, done ?",
                f"the number is {c}",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "low", "chunks")
        start = t.one(
            f"Let me solve {t.ab} step by step.",
            f"We need calculate {t.ab} .",
            f"First, {t.ab}. do it by parts.",
            f"To calculate {t.ab}, I multiply each place and add.",
            f"the task: {t.ab}",
        )
        plan = t.one(
            f"The digits of {t.b} are {' , '.join(str(t.b))} . I take each part and multiply, then add",
            "Multiply is distributive so we can split number in parts and then add the parts",
            "I must be careful with the zeros , many mistake come from zeros",
            "We do not have calculator so do it by hand, each part one by one",
            f"we know {t.a} {t.x} {t.b} is the same as {t.b} {t.x} {t.a} , any order is possible",
        )
        return (
            f"{t.one('<think>', '<think> ', '<think>' + chr(10))}{start}\n{plan}\n{self.lines(t)}\n{self.commit(t)}\n"
        )

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.previous, self.revision(t, 1, 1, 1)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"wait, sum is wrong. {t.sum(mended.work)} is not {p}",
                    f"check sum again : not {p} , carry was lost",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"wait {pair(t, term)} is not {mended.was} , is {mended.now} . so {p} wrong",
                    f"error: {pair(t, term)} = {mended.now} (I wrote {mended.was})\n{p} is not correct",
                    f"Check {pair(t, term)} : {mended.now} . before {mended.was} , that was mistake",
                )
            return f"{find}\n{t.sum(mended.work)} = {t.candidate}\n{self.commit(t)}\n"
        if way == "check":
            differently(t)
            lead = t.one(
                "Let me verify .", "check other way:", "Verify by other split", "let me check it", "Now double check :"
            )
            clash = t.one(
                f"not same as {p} . first one is wrong",
                f"this is different from {p}. So {p} was error, correct it",
                f"{p} != {t.candidate} . the first has mistake",
                f"hmm {p} before. {p} no good",
            )
            return f"{lead}\n{self.lines(t)}\n{clash}\n{self.commit(t)}\n"
        fault = self.failed(t, "last", "divide", "nines")
        if fault == "last":
            lead = (
                f"last digit: {t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)} so must end "
                f"{t.product % 10} , but {p} ends {p % 10} . wrong !"
            )
        elif fault == "divide":
            lead = f"check: {p} / {t.b} = {quotient(t, p)} , not {t.a} . So {p} is wrong"
        elif fault == "nines":
            lead = f"mod 9 : {t.a % 9} {t.x} {t.b % 9} -> {t.product % 9} , {p} -> {p % 9} . not equal, {p} wrong"
        else:
            lead = t.one(
                f"no. {p} is not correct.",
                f"this is wrong. delete {p}",
                f"I not believe {p} , cancel it",
                "hmm that is wrong. cancel.",
                f"No no, mistake somewhere, {p} is not the answer.",
            )
        t.solve("high", "low", "swapped")
        return (
            f"{lead}\n{t.one('start again', 'Let me do again :', 'again from begin', 'try again.', 'Redo:')}\n"
            f"{self.lines(t)}\n{self.commit(t)}\n"
        )

    def check(self, t: Telling, kind: str) -> str:
        c, ok = t.candidate, t.one("ok", "correct", "good .", "same, ok", "yes")
        if kind == "nines":
            return f"mod 9: {t.a % 9} {t.x} {t.b % 9} = {t.a % 9 * (t.b % 9)} -> {t.product % 9} ; {c} -> {c % 9} {ok}"
        if kind == "last":
            return t.one(
                f"last digit {t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)} , ends {c % 10} {ok}",
                f"ends with {c % 10} , {ok}",
            )
        if kind == "divide":
            return t.one(f"check {c} / {t.b} = {t.a} {ok}", f"{c} ÷ {t.a} = {t.b} , {ok}")
        if kind == "second":
            differently(t, "round")
            return (
                f"{t.one('verify', 'Check:', 'let me check other way', 'Verify :')}\n{self.lines(t)}\n"
                f"{t.one('same', 'same result', 'match', 'it is the same number')} , {ok}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"verify with {opened(t, b.work)}\n= {b.total}\nnot same ? look: {pair(t, b.term)} = "
                f"{b.term.value} but I used {b.slip}\n"
                f"so the verify was wrong , with {b.term.value} it is {c} , same {ok}"
            )
        if kind == "term":
            return "\n".join(f"check {pair(t, term)} = {term.value} {ok}" for term in true_terms(t.work)[:2])
        if kind == "sum":
            return f"add again {t.sum(t.work)} = {c} {ok}"
        if kind == "size" and (size := rough(t)):
            return f"about {size[0]} {t.x} {size[1]} = {size[2]} , near, {ok}"
        return t.one(
            "wait. is right ? yes",
            "hmm ... ok no problem",
            "check again? no need .",
            "think more ... nothing wrong",
            "maybe wrong? no , keep",
        )

    def closing(self, t: Telling) -> str:
        told = "\n".join(self.ponder(t, (0.04, 0.12, 0.24, 0.3, 0.3)))
        last = t.r(
            t.one(
                f"So the answer is {t.candidate}", f"final {t.candidate}", f"Answer {t.candidate} .", "so done", "OK."
            )
        )
        answer = t.r(
            f"<answer>{t.one('', ' ')}"
            f"{t.one(str(t.candidate), str(t.candidate), t.boxed(), f'{t.a} {t.x} {t.b} = {t.candidate}')}"
            f"{t.one('', ' ')}</answer>"
        )
        return f"{told}\n{last}\n</think>{t.one(chr(10), ' ', chr(10) * 2)}{answer}"


class NumberedGrpo(Doubter):
    """SimpleRL, DAPO, Open-R1: numbered textbook steps in display LaTeX, boxed anew after each doubt."""

    kinds = ("second", "botched", "nines", "size", "term", "sum", "waver", "last", "divide")

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.maths = t.one("plain", "plain", "latex", "thin")
        t.x = "\\times"

    def show(self, t: Telling, text: str) -> str:
        return f"\\[\n{text}\n\\]" if t.flag("display", 0.6) else f"\\( {text} \\)"

    def numbers(self, t: Telling) -> str:
        return f"\\( {t.m(t.a)} \\times {t.m(t.b)} \\)"

    def steps(self, t: Telling) -> str:
        w, out, number = t.work, [], 1
        bold = "**" if t.flag("bold", 0.6) else ""
        title = t.one(
            "Break down the problem", "Decompose one factor", "Use the distributive property", "Rewrite the product"
        )
        out.append(
            f"{number}. {bold}{title}:{bold}\n   {self.show(t, f'{t.m(w.a)} {t.x} {t.m(w.b)} = {opened(t, w, t.m)}')}"
        )
        for term in w.terms:
            number += 1
            title = t.one("Multiply", "Compute", "Calculate", "Evaluate") + f" \\( {pair(t, term, t.m)} \\)"
            value, wrong = t.m(term.value), stumble(t, term, 0.08)
            extra = ""
            if wrong:
                extra = (
                    "\n   "
                    + t.one("Correction: this should read", "Actually, this is", "Let me fix that:")
                    + f" \\( {value} \\)."
                )
                value = t.m(wrong)
            out.append(f"{number}. {bold}{title}:{bold}\n   {self.show(t, f'{pair(t, term, t.m)} = {value}')}{extra}")
        number += 1
        title = t.one("Add the partial results", "Combine the results", "Put everything together", "Sum up")
        out.append(f"{number}. {bold}{title}:{bold}\n   {self.show(t, f'{t.sum(w, True)} = {t.m(w.total)}')}")
        return t.one("\n\n", "\n").join(out)

    def commit(self, t: Telling) -> str:
        box, plain = t.boxed("\\(", "\\)"), f"\\({t.m(t.candidate)}\\)"
        if t.same:
            return t.c(
                t.one(
                    f"The new computation results in {box}, so we now state {plain} after all.",
                    f"Starting over has led to {box} too; this is our new conclusion.",
                )
            )
        return t.c(
            t.one(
                f"Therefore, the final answer is {box}.",
                f"Thus, the product of {self.numbers(t)} is {box}.",
                f"So, {self.numbers(t)} equals {plain}.",
                f"The result is:\n{t.boxed(chr(92) + '[ ', ' ' + chr(92) + ']')}",
                f"Hence, we obtain {plain}.",
                f"This completes the calculation: {box}.",
                f"In conclusion, \\({t.m(t.a)} \\times {t.m(t.b)} = {t.m(t.candidate)}\\).",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "chunks", "round", "area")
        start = t.one(
            f"To calculate {self.numbers(t)}, we can follow these steps:",
            f"Let's calculate {self.numbers(t)} step by step.",
            f"We need to compute {self.numbers(t)}. Let's break it down.",
            f"To solve {self.numbers(t)}, we use the following approach:",
            "Let's think step by step.",
        )
        return f"{start}\n\n{self.steps(t)}\n\n{self.commit(t)}\n\n"

    def again(self, t: Telling) -> str:
        p, (way, mended) = f"\\({t.m(t.previous)}\\)", self.revision(t, 1.2, 1, 1)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"However, upon rechecking the final addition, we find that {p} is incorrect, as "
                    "a carry was missed.",
                    f"Wait, the last step contains an error: the sum is not {p}.",
                )
            else:
                term, step = mended.work.terms[mended.place], mended.place + 2
                find = t.one(
                    f"However, upon rechecking step {step}, we notice a mistake: "
                    f"\\({pair(t, term, t.m)} = {t.m(mended.now)}\\), not "
                    f"\\({t.m(mended.was)}\\).",
                    f"Wait, there is an error in step {step}. The correct value of \\({pair(t, term, t.m)}\\) is "
                    f"\\({t.m(mended.now)}\\) instead of \\({t.m(mended.was)}\\), so {p} is not correct.",
                    f"Upon closer inspection, \\({pair(t, term, t.m)}\\) was evaluated incorrectly as "
                    f"\\({t.m(mended.was)}\\); it is "
                    f"\\({t.m(mended.now)}\\). This invalidates {p}.",
                )
            fix = t.one("Let's correct this:", "Correcting the sum:", "With this correction:", "The corrected sum is:")
            return (
                f"{find} "
                f"{fix}\n{self.show(t, f'{t.sum(mended.work, True)} = {t.m(t.candidate)}')}\n\n{self.commit(t)}\n\n"
            )
        if way == "check":
            differently(t, "round", "area")
            lead = t.one(
                "To verify the result, let's compute the product in a different way:",
                "Let's double-check with an alternative decomposition.",
                "We can verify this as follows.",
                "Before finalizing, let's verify our answer:",
            )
            clash = t.one(
                f"This does not agree with {p}. The first calculation must contain an error, so we discard it.",
                f"The two results differ, so our initial answer of {p} was incorrect.",
                f"We see a discrepancy with {p}. Re-evaluating, the second calculation is the correct one.",
                f"Since this contradicts {p}, the earlier value needs to be corrected.",
            )
            return f"{lead}\n\n{self.steps(t)}\n\n{clash} {self.commit(t)}\n\n"
        fault = self.failed(t, "nines", "last", "size")
        if fault == "nines":
            lead = (
                f"Let's check modulo 9: \\({t.a % 9} \\cdot {t.b % 9} \\equiv {t.product % 9}\\), whereas "
                f"\\({t.m(t.previous)} \\equiv {t.previous % 9}\\). The check fails, so {p} is incorrect."
            )
        elif fault == "last":
            lead = (
                f"However, the units digit of the product must be \\({t.product % 10}\\), because "
                f"\\({t.a % 10} \\times {t.b % 10} = "
                f"{t.a % 10 * (t.b % 10)}\\), so {p} cannot be correct."
            )
        elif fault == "size" and (size := rough(t)):
            lead = (
                f"However, an estimate gives \\({t.m(size[0])} \\times {t.m(size[1])} = "
                f"{t.m(size[2])}\\), which is far away from {p}. "
                f"So {p} is incorrect."
            )
        else:
            lead = t.one(
                f"However, it seems there was a mistake in the calculation, and {p} is not the correct answer.",
                "I apologize for the confusion; the above result is incorrect.",
                f"Upon reviewing the steps, the value {p} is not valid and must be discarded.",
                "Wait, the steps above are flawed, so their result should be disregarded.",
            )
        t.solve("high", "low", "swapped", "round")
        start = t.one(
            "Let's recalculate:",
            "Let's redo the whole calculation carefully:",
            "We start over:",
            "Here is a corrected solution:",
        )
        return f"{lead} {start}\n\n{self.steps(t)}\n\n{self.commit(t)}\n\n"

    def check(self, t: Telling, kind: str) -> str:
        c = f"\\({t.m(t.candidate)}\\)"
        if kind == "second":
            w = differently(t, "round", "area")
            lead = t.one(
                "To verify:",
                "Let's verify this result:",
                "As a check, we can use another decomposition:",
                "Verification:",
            )
            body = self.show(t, f"{opened(t, w, t.m)} = {t.sum(w, True)} = {t.m(w.total)}")
            return f"{lead}\n{body}\n" + t.one(
                "This matches our previous result.",
                "Both methods give the same value.",
                "The verification is successful.",
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"As a check:\n{self.show(t, f'{opened(t, b.work, t.m)} = {t.m(b.total)}')}\nThis "
                f"differs from {c}. However, the check used "
                f"\\({pair(t, b.term, t.m)} = {t.m(b.slip)}\\), which is a mistake in the check "
                "itself; the true value is "
                f"\\({t.m(b.term.value)}\\). With it the check returns {c}, so our result stands."
            )
        if kind == "nines":
            return (
                f"Check modulo 9: \\({t.a % 9} \\cdot {t.b % 9} \\equiv {t.product % 9}\\) and {c} "
                f"\\(\\equiv {t.candidate % 9}\\), as required."
            )
        if kind == "last":
            return (
                f"The units digit \\({t.candidate % 10}\\) agrees with \\({t.a % 10} \\times {t.b % 10} = "
                f"{t.a % 10 * (t.b % 10)}\\)."
            )
        if kind == "size" and (size := rough(t)):
            return f"This is reasonable, since \\({t.m(size[0])} \\times {t.m(size[1])} = {t.m(size[2])}\\)."
        if kind == "divide":
            return (
                f"Checking by division, \\( \\frac{{{t.m(t.candidate)}}}{{{t.m(t.b)}}} = {t.m(t.a)} \\), "
                "which is correct."
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return f"Rechecking one of the steps: \\({pair(t, term, t.m)} = {t.m(term.value)}\\). This step is fine."
        if kind == "sum":
            return "Let's recheck the addition:\n" + self.show(t, ", \\quad ".join(walk(t, t.work, t.m)))
        return t.one(
            "However, let's reconsider whether the problem asks for anything else. It only asks for "
            "the product, so no change is needed.",
            "Wait, let's re-examine the steps. Each of them follows from the distributive property, "
            "so there is nothing to change.",
            "Let's consider whether a simpler approach exists. It does not affect the result.",
            "It may be worthwhile to double-check the place values. They are aligned properly.",
        )

    def closing(self, t: Telling) -> str:
        told = "\n\n".join(self.ponder(t, (0.15, 0.35, 0.3, 0.2)))
        end = t.r(
            t.one(
                f"Therefore, the answer is {t.boxed(chr(92) + '(', chr(92) + ')')}.",
                f"The final answer is: {t.boxed('$', '$')}",
                f"So, the final answer remains {t.boxed(chr(92) + '(', chr(92) + ')')}.",
                f"### Final Answer\n{t.boxed(chr(92) + '[ ', ' ' + chr(92) + ']')}",
            )
        )
        return f"{told}\n\n{end}" if told or t.chance(0.5) else ""


class ForcedWait(Doubter):
    """s1, LIMO: a finished essay with its final answer, and then "Wait" appended by force, again and again."""

    kinds = ("second", "last", "nines", "elevens", "botched", "sum", "term", "waver", "waver", "size")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = "latex" if t.words == "comma" else "plain"
        t.x = "\\times"

    def n(self, t: Telling, number: int) -> str:
        return f"${t.m(number)}$"

    def essay(self, t: Telling) -> str:
        w, rows = t.work, []
        for place, term in enumerate(w.terms):
            wrong = stumble(t, term, 0.08)
            rest = f"{t.m(wrong)}$, or rather ${t.m(term.value)}" if wrong else t.m(term.value)
            rows.append(
                f"{t.one('we have', 'we get', 'compute') if not place else t.one('next', 'then', 'likewise', 'also')}"
                f" ${pair(t, term, t.m)} = {rest}$"
            )
        if t.flag("aligned", 0.4):
            body = "\\\\\n".join(
                [f"{t.m(t.a)} \\times {t.m(t.b)} &= {opened(t, w, t.m)}", f"&= {t.sum(w, True)}", f"&= {t.m(w.total)}."]
            )
            return f"Here {', '.join(rows)}.\n\\begin{{align*}}\n{body}\n\\end{{align*}}\n"
        return (
            f"Write the product as ${opened(t, w, t.m)}$. Now {', '.join(rows)}. Altogether "
            f"${t.sum(w, True)} = {t.m(w.total)}$. "
        )

    def commit(self, t: Telling) -> str:
        c = self.n(t, t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"So the new attempt gives {c} as well, and that is what I answer.\n\nFinal Answer: {c}",
                    f"I arrive at {c}, now properly derived. The final answer is {t.boxed('$', '$')}.",
                )
            )
        return t.c(
            t.one(
                f"\n\nFinal Answer: The final answer is {t.boxed('$', '$')}.",
                f"Therefore the answer is {c}.",
                f"So the product is {c}.",
                f"Thus ${t.m(t.a)} \\times {t.m(t.b)} = {t.m(t.candidate)}$.",
                f"The answer is therefore {t.boxed('$', '$')}.",
                f"\n\n**Final Answer**\n{t.boxed('$', '$')}",
                f"Hence {c}, and we are done.",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "chunks", "area", "round")
        problem = f"${t.m(t.a)} \\times {t.m(t.b)}$"
        start = t.one(
            f"We want the value of {problem}.",
            f"Let us compute {problem} by expanding one of the factors.",
            f"The problem asks for {problem}. The natural idea is to split a factor by place value.",
            f"To find {problem}, let us distribute.",
            f"I will calculate {problem} in steps.",
        )
        return f"{start} {self.essay(t)}{self.commit(t)}\n\n"

    def again(self, t: Telling) -> str:
        p, (way, mended) = self.n(t, t.previous), self.revision(t, 1.3, 1, 1)
        wait = t.one("Wait, ", "Wait, ", "Wait. ", "Wait, but ", "Wait, wait. ")
        if mended:
            if mended.place is None:
                find = t.one(
                    f"let me redo the sum. The terms don't add to {p}.",
                    f"is the sum right? I get something other than {p} when I add again.",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"${pair(t, term, t.m)}$ was said to be {self.n(t, mended.was)}. That is a "
                    f"mistake; it is {self.n(t, mended.now)}.",
                    f"let me recompute ${pair(t, term, t.m)}$. This is {self.n(t, mended.now)}, so "
                    f"the {self.n(t, mended.was)} above was an error.",
                    f"I should have had {self.n(t, mended.now)} for ${pair(t, term, t.m)}$, and so "
                    f"{p} has to be replaced.",
                )
            return f"{wait}{find} Then ${t.sum(mended.work, True)} = {t.m(t.candidate)}$. {self.commit(t)}\n\n"
        if way == "check":
            differently(t, "round", "area")
            lead = t.one(
                "let me double check with another expansion.",
                "let me see if a different decomposition agrees.",
                "let me verify that the other way round.",
            )
            clash = t.one(
                f"That is not {p}, so the solution above has an error and must be corrected.",
                f"We had {p} before, which was therefore incorrect.",
                f"So I made a mistake earlier; {p} is not right.",
                f"This replaces {p}.",
            )
            return f"{wait}{lead} {self.essay(t)}{clash} {self.commit(t)}\n\n"
        fault = self.failed(t, "last", "nines", "elevens")
        if fault == "last":
            find = (
                f"{p} can't be right, since the product has to end in ${t.product % 10}$ (from "
                f"${t.a % 10} \\times {t.b % 10}$)."
            )
        elif fault:
            mod = 9 if fault == "nines" else 11
            find = (
                f"let me reduce modulo ${mod}$. The factors are ${t.a % mod}$ and ${t.b % mod}$, so the product is "
                f"${t.product % mod}$, but {p} is ${t.previous % mod}$. The answer above is wrong."
            )
        else:
            find = t.one(
                f"I am not satisfied with this. The solution above is faulty and {p} should not be the answer.",
                f"that was wrong. I take back {p}.",
                f"I think I have confused two of the digits above, which makes {p} invalid.",
                "the argument above is broken. I have to discard it.",
            )
        t.solve("swapped", "low", "high")
        start = t.one(
            "Let me solve the problem anew.",
            "I will start again from the beginning.",
            "Here is a new attempt.",
            "Let us begin again.",
        )
        return f"{wait}{find} {start} {self.essay(t)}{self.commit(t)}\n\n"

    def check(self, t: Telling, kind: str) -> str:
        c, wait = self.n(t, t.candidate), t.one("Wait, ", "Wait, ", "Wait, but ", "Wait. ")
        if kind == "second":
            w = differently(t, "round", "area")
            return (
                f"{wait}let me verify by ${opened(t, w, t.m)}$. This is ${t.sum(w, True)} = {t.m(w.total)}$. "
                + t.one("The same, so the answer holds.", f"So {c} is confirmed.", "Agrees with the above.")
            )
        if kind == "last":
            return (
                f"{wait}does the last digit fit? ${t.a % 10} \\times {t.b % 10} = "
                f"{t.a % 10 * (t.b % 10)}$ ends in ${t.product % 10}$, and so does {c}. Fine."
            )
        if kind in ("nines", "elevens"):
            mod = 9 if kind == "nines" else 11
            return (
                f"{wait}let me test it modulo ${mod}$: ${t.a % mod} \\times {t.b % mod} \\equiv {t.product % mod}$ and "
                f"${t.m(t.candidate)} \\equiv {t.candidate % mod}$. So it passes."
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"{wait}when I expand ${opened(t, b.work, t.m)}$ I seem to get {self.n(t, b.total)}. "
                f"Is {c} wrong, then? No: in this "
                f"expansion I took ${pair(t, b.term, t.m)}$ to be {self.n(t, b.slip)} when it is "
                f"{self.n(t, b.term.value)}. After "
                f"repairing that, the expansion gives {c} too, so the answer was right all along."
            )
        if kind == "sum":
            return (
                f"{wait}let me add the terms again. ${t.sum(t.work, True)}$: "
                + ", ".join(f"${line}$" for line in walk(t, t.work, t.m))
                + ". Right."
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return f"{wait}is ${pair(t, term, t.m)}$ really {self.n(t, term.value)}? Yes, it is."
        if kind == "size" and (size := rough(t)):
            return f"{wait}is the size plausible? ${t.m(size[0])} \\times {t.m(size[1])} = {t.m(size[2])}$, so yes."
        return t.one(
            f"{wait}maybe I should check the statement of the problem again. It is ${t.m(t.a)} "
            f"\\times {t.m(t.b)}$, as I used.",
            f"{wait}is there a slicker way? Possibly, but it would not change anything.",
            f"{wait}I want to be sure about the place values. They look right to me.",
            f"{wait}did I forget a term? No, each part of the factor has been used.",
            f"{wait}could there be an error that I haven't seen? I have looked and found none.",
        )

    def closing(self, t: Telling) -> str:
        out = ""
        for told in self.ponder(t, (0.1, 0.3, 0.3, 0.2, 0.1)):
            out += (
                told
                + t.one(
                    "",
                    "",
                    " " + t.r(f"The final answer is still {t.boxed('$', '$')}."),
                    "\n\n" + t.r(f"Final Answer: {self.n(t, t.candidate)}"),
                )
                + "\n\n"
            )
        last = t.r(f"Final Answer: The final answer is {t.boxed('$', '$')}.")
        return out + (last if out and "Final Answer" not in out[-60:] and t.chance(0.8) else "")

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub("\n(\ue000?)\n\n", r"\n\1\n", text)
        return re.sub(r"(?<=[Ww]ait\. )[a-z]", lambda found: found[0].upper(), text)


class SentenceMonk(Doubter):
    """Magistral: every short sentence on a line of its own, figures grouped by spaces; it commits by writing down."""

    kinds = ("last", "nines", "divide", "size", "second", "term", "sum", "waver", "misread", "waver")
    gap = "\n"
    lulls = 0.5

    def begin(self, t: Telling) -> None:
        t.words = t.one("space", "narrow", "space", "plain")
        t.maths = "thin" if t.words != "plain" else "plain"
        t.x = t.one("×", "×", "·")

    def work_out(self, t: Telling) -> str:
        w = t.work
        out = [
            t.one(
                f"I cut {t.n(w.b)} into pieces.",
                f"I take {t.n(w.b)} apart.",
                f"I see {t.n(w.b)} as {t.factor(w)}.",
                f"I go through {t.n(w.b)} piece by piece.",
            )
        ]
        for term in w.terms:
            wrong = stumble(t, term, 0.1)
            if wrong:
                out.append(
                    t.one(
                        f"{pair(t, term)} makes {t.n(wrong)}.\nNo, a slip.\n{t.n(term.value)}.",
                        f"{pair(t, term)} = {t.n(wrong)}.\nOops: {t.n(term.value)}.",
                    )
                )
            else:
                out.append(
                    t.one(
                        f"{pair(t, term)} makes {t.n(term.value)}.",
                        f"{pair(t, term)} = {t.n(term.value)}.",
                        f"For {t.n(term.right)}, I have {t.n(term.value)}.",
                    )
                )
            if t.chance(0.2):
                out.append(
                    t.one(
                        "I keep that.",
                        "So far, so good.",
                        "Next.",
                        "I hold on to it.",
                        "It goes to the left margin.",
                        "Slowly.",
                    )
                )
        out.append(
            t.one("Now the sum.", "I add.", "Everything together.", "It remains to add up.")
            if all(x.sign > 0 for x in w.terms)
            else "Now I take the difference."
        )
        out += [f"{line}." for line in walk(t, w)]
        return "\n".join(out)

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"The fresh start leads to {c} too.\nI write {c} after all.",
                    f"So I am back at {c}.\nNow I do write it down.",
                )
            )
        return t.c(
            t.one(
                f"I write down {c}.",
                f"{c} goes on the paper.",
                f"I note {c}.",
                f"So I have {c}.",
                f"My product: {c}.",
                f"{t.ab} = {c}.",
                f"I will say {c}.",
                f"{c}, then.",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "low", "chunks")
        start = t.one(
            f"I have to multiply {t.n(t.a)} by {t.n(t.b)}.",
            f"The user wants {t.ab}.\nI go slowly.",
            f"{t.ab}.\nA multiplication, nothing else.",
            f"Two numbers, {t.n(t.a)} and {t.n(t.b)}.\nTheir product is asked for.",
            f"Let me see.\nIt is about {t.ab}.",
        )
        return (
            f"{t.one('<think>', '[THINK]') if t.flag('tags', 0.7) else ''}{start}\n{self.work_out(t)}\n"
            f"{self.commit(t)}\n"
        )

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1, 1, 1)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"I look at the sum again.\nIt is not {p}.\nI lost a carry.",
                    f"The addition is wrong.\n{p} must go.",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"Something disturbs me.\n{pair(t, term)} is {t.n(mended.now)}.\nI had "
                    f"{t.n(mended.was)}.\nI cross out {p}.",
                    f"I reread my lines.\n{t.n(mended.was)} is false.\nIt has to be {t.n(mended.now)}.",
                    f"One moment.\n{pair(t, term)}?\n{t.n(mended.now)}, and not {t.n(mended.was)}.\nSo {p} was wrong.",
                )
            return f"{find}\nThe sum again: {t.sum(mended.work)} = {t.n(t.candidate)}.\n{self.commit(t)}\n"
        if way == "check":
            differently(t, "round")
            lead = t.one(
                "I check it by another road.",
                "I want a proof.\nI take the other factor apart.",
                "A second calculation will tell.",
                "I test this.",
            )
            clash = t.one(
                f"But there stands {p}.\nI was careless there.\nI strike it out.",
                f"It does not agree with {p}.\nThe earlier calculation is the bad one.",
                f"Not {p}.\nSo my result from before falls.",
                f"Two results.\nThe older one, {p}, I cannot defend.",
            )
            return f"{lead}\n{self.work_out(t)}\n{clash}\n{self.commit(t)}\n"
        fault = self.failed(t, "last", "nines", "divide")
        if fault == "last":
            lead = (
                f"The last digit.\n{t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)}.\nSo it has to "
                f"be a {t.product % 10}.\nMine is a {t.previous % 10}.\n{p} is false."
            )
        elif fault == "nines":
            lead = (
                f"I cast out nines.\nThe factors leave {t.a % 9} and {t.b % 9}.\nThe product must leave "
                f"{t.product % 9}.\n{p} leaves {t.previous % 9}.\nIt is wrong."
            )
        elif fault == "divide":
            lead = (
                f"I divide {p} by {t.n(t.b)}.\nThat gives {quotient(t, t.previous)}.\nIt should be {t.n(t.a)}.\nSo no."
            )
        else:
            lead = t.one(
                f"No.\nI do not stand by {p}.\nI cross it out.",
                "This was written too fast.\nI tear up the page.",
                f"{p} is not right.\nI feel it and I drop it.",
                "I have mixed up my lines.\nThe result is worthless.",
                f"Away with {p}.\nIt came from a muddle.",
            )
        t.solve("low", "swapped", "high")
        start = t.one("I begin anew.", "A clean sheet.", "From the start.", "Once more, everything.")
        return f"{lead}\n{start}\n{self.work_out(t)}\n{self.commit(t)}\n"

    def check(self, t: Telling, kind: str) -> str:
        c = t.n(t.candidate)
        good = t.one("Good.", "It fits.", "That calms me.", "Fine.", "No objection.")
        if kind == "last":
            return (
                f"The last digit: {t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)}.\n{c} ends in "
                f"{t.candidate % 10}.\n{good}"
            )
        if kind == "nines":
            return (
                f"I cast out nines.\n{t.a % 9} {t.x} {t.b % 9} leaves {t.product % 9}.\n{c} leaves "
                f"{t.candidate % 9}.\n{good}"
            )
        if kind == "misread":
            off = (t.product % 9 + t.rng.randint(1, 7)) % 9
            return (
                f"I cast out nines.\nThe product should leave {off}.\nMine leaves "
                f"{t.candidate % 9}.\nAn error?\nI look at the test itself.\n"
                f"{t.n(t.a)} leaves {t.a % 9} and {t.n(t.b)} leaves {t.b % 9}.\nThat makes "
                f"{t.product % 9}.\nThe test was misread, the result is not at fault."
            )
        if kind == "divide":
            return f"I divide {c} by {t.n(t.a)}.\nI get {t.n(t.b)}.\n{good}"
        if kind == "size" and (size := rough(t)):
            return (
                f"{t.n(size[0])} {t.x} {t.n(size[1])} would be {t.n(size[2])}.\nThe order of magnitude is "
                f"there.\n{good}"
            )
        if kind == "second":
            differently(t, "round")
            return (
                f"{t.one('I check with the other factor.', 'A second calculation to be sure.', 'I make the proof.')}"
                f"\n{self.work_out(t)}\n{t.one('The same number.', 'It agrees.', 'Twice the same.')}\n{good}"
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return f"{pair(t, term)}, once more.\n{t.n(term.value)}.\n{good}"
        if kind == "sum":
            return "I add again.\n" + "\n".join(f"{line}." for line in walk(t, t.work)) + f"\n{good}"
        return t.one(
            "I hesitate.\nBut I find no reason to.",
            "Is it right?\nI look over the lines.\nI leave it.",
            f"A doubt about {c}.\nIt passes.",
            "Should I do it all again?\nNo.",
            "I read the question again.\nThe numbers are the right ones.",
        )

    def closing(self, t: Telling) -> str:
        told = "\n".join(self.ponder(t, (0.03, 0.1, 0.25, 0.32, 0.3)))
        c = t.n(t.candidate)
        tag = t.one("</think>", "[/THINK]") if False else ""
        tag = "\n\ue010" if t.flag("tags", 0.7) else ""
        end = t.r(
            t.one(
                f"{t.ab} = **{c}**",
                f"The product is {c}.",
                f"$\\boxed{{{t.m(t.candidate)}}}$",
                f"**{c}**",
                f"{t.n(t.a)} multiplied by {t.n(t.b)} gives {c}.",
            )
        )
        return f"{told}{tag}\n\n{end}"

    def finish(self, t: Telling, text: str) -> str:
        return text.replace("\ue010", "[/THINK]" if text.startswith("[THINK]") else "</think>")


class ImpersonalAudit(Doubter):
    """Phi-4-reasoning: one dense impersonal block about what "one" computes and how the reply should be put."""

    kinds = ("elevens", "nines", "last", "size", "divide", "second", "botched", "sum", "waver", "trust")
    gap = " "

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "×", "x")

    def work_out(self, t: Telling) -> str:
        w, bits = t.work, []
        for term in w.terms:
            wrong = stumble(t, term, 0.1)
            value = f"{t.n(wrong)} (correction: {t.n(term.value)})" if wrong else t.n(term.value)
            bits.append(
                t.one(
                    f"{pair(t, term)} = {value}",
                    f"{pair(t, term)} equals {value}",
                    f"the piece {pair(t, term)} contributes {value}"
                    if term.sign > 0
                    else f"the piece {pair(t, term)} to be subtracted is {value}",
                )
            )
        sums, chain = t.one(t.sum(w) + f" = {t.n(w.total)}", "; ".join(walk(t, w))), "; ".join(bits)
        return (
            f"{t.one('Using', 'One can use', 'Decompose:', 'The decomposition is')} {opened(t, w)}. "
            f"{chain[0].upper()}{chain[1:]}. {t.one('Sum', 'Total', 'Adding', 'Aggregating')}: {sums}."
        )

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"The renewed derivation lands on {c}, so {c} is to be reported after all.",
                    f"Notably this is {c} again; given an independent derivation, report {c}.",
                )
            )
        return t.c(
            t.one(
                f"Thus {t.ab} = {c}.",
                f"So the value to report is {c}.",
                f"It follows that the product equals {c}.",
                f"Thus answer: {c}.",
                f"This yields {c} as the product.",
                f"Consequently, {c} is the result.",
                f"The outcome is {c}.",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "chunks", "round", "area")
        start = t.one(
            f'<think>User asks: "Calculate {t.a} * {t.b}. Think step by step." So the product needs to be computed.',
            f"<think>The task is the product {t.ab}. It's a plain arithmetic question; the reply "
            "should show the steps.",
            f"<think>We have a request to compute {t.ab}. A stepwise explanation is expected.",
            f"<think>The question: {t.ab}. One should be careful with carries here.",
        )
        return f"{start} {self.work_out(t)} {self.commit(t)} "

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1, 1, 1)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"But recheck the addition: it's not {p}; a carry got lost.",
                    f"The summation requires another look: {p} turns out to be a misaddition.",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"But a recheck of {pair(t, term)} shows {t.n(mended.now)} rather than "
                    f"{t.n(mended.was)}, so {p} is invalid.",
                    f"However, {t.n(mended.was)} was incorrect: {pair(t, term)} is {t.n(mended.now)}.",
                    f"There's an inconsistency: {pair(t, term)} should read {t.n(mended.now)}; the "
                    f"figure {t.n(mended.was)} was an error, which also affects {p}.",
                )
            return f"{find} Revised: {t.sum(mended.work)} = {t.n(t.candidate)}. {self.commit(t)} "
        if way == "check":
            differently(t, "round", "area")
            lead = t.one(
                "A verification is due.",
                "It's prudent to double-check with another decomposition.",
                "Let me double-check:",
                "Cross-check:",
            )
            clash = t.one(
                f"This is at odds with {p}; the earlier computation contains an error and is superseded.",
                f"Not equal to {p}. The former is judged unreliable and dropped.",
                f"So {p} was incorrect.",
                f"The discrepancy with {p} has to be resolved in favor of the present computation, "
                "since the earlier one skipped steps.",
            )
            return f"{lead} {self.work_out(t)} {clash} {self.commit(t)} "
        fault = self.failed(t, "elevens", "nines", "divide", "size")
        if fault in ("elevens", "nines"):
            mod = 9 if fault == "nines" else 11
            lead = (
                f"Mod {mod} check: {t.a % mod} {t.x} {t.b % mod} reduces to {t.product % mod}, yet {p} "
                f"reduces to {t.previous % mod}. Fails, hence {p} is rejected."
            )
        elif fault == "divide":
            lead = (
                f"Inverse check: {p} / {t.n(t.b)} = {quotient(t, t.previous)}, but {t.n(t.a)} is "
                f"required. So {p} is rejected."
            )
        elif fault == "size" and (size := rough(t)):
            lead = (
                f"Magnitude check: {t.n(size[0])} {t.x} {t.n(size[1])} = {t.n(size[2])}, so {p} is out of "
                "range. Rejected."
            )
        else:
            lead = t.one(
                f"But this derivation was garbled and {p} cannot be defended; it has to be abandoned.",
                f"On review there's a misstep in the above, making {p} unusable.",
                "That is not correct; discard the above.",
                f"No, {p} is wrong, as the bookkeeping got mixed up.",
            )
        t.solve("low", "swapped", "high", "round")
        start = t.one(
            "Recompute from the start.", "A new computation is needed.", "Start over.", "Once again from the beginning:"
        )
        return f"{lead} {start} {self.work_out(t)} {self.commit(t)} "

    def check(self, t: Telling, kind: str) -> str:
        c = t.n(t.candidate)
        if kind in ("elevens", "nines"):
            mod = 9 if kind == "nines" else 11
            return (
                f"Mod {mod} check: {t.a % mod} {t.x} {t.b % mod} reduces to {t.product % mod}, and {c} "
                f"reduces to {t.candidate % mod}. {t.one('Passes.', 'Consistent.', 'OK.')}"
            )
        if kind == "last":
            return (
                f"Units digit: {t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)}, so {t.product % 10} "
                f"is expected and {t.candidate % 10} is found."
            )
        if kind == "size" and (size := rough(t)):
            return f"Magnitude: about {t.n(size[2])} is expected by rounding, so {c} is plausible."
        if kind == "divide":
            return f"Inverse check: {c} / {t.n(t.b)} = {t.n(t.a)}. That is as it should be."
        if kind == "second":
            differently(t, "round", "area")
            return (
                f"{t.one('A verification:', 'Double-check:', 'An independent check is possible.')} "
                f"{self.work_out(t)} "
                f"{t.one('This coincides with the above.', 'So the check is passed.', 'Same value, verified.')}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"Double-check via {opened(t, b.work)}: total {t.n(b.total)}. That's inconsistent "
                f"with {c}, so one of the two must be off. "
                f"Examining the double-check: {pair(t, b.term)} had been entered as {t.n(b.slip)}, "
                f"but {t.n(b.term.value)} is the proper value. "
                f"With the proper value the double-check also returns {c}; the original result remains."
            )
        if kind == "sum":
            return f"Re-adding: {'; '.join(walk(t, t.work))}. The addition holds."
        return t.one(
            "One may ask whether the carries are right; there's no sign of a problem.",
            "It might be considered whether more verification is necessary. Not really.",
            f"The reply should present the decomposition and then state {c}.",
            "Is the answer format specified? It isn't, so a plain sentence will do.",
            "Perhaps one should worry about a misreading of the operands, but they're as given.",
            "The user wants step by step, so I'll include the intermediate products.",
        )

    def closing(self, t: Telling) -> str:
        told = " ".join(self.ponder(t, (0.1, 0.3, 0.4, 0.2)))
        done = t.one(
            "I'll produce the final answer.",
            "Now produce the answer.",
            "That settles it.",
            "The response can be written.",
            "",
        )
        w = t.work
        rows = "\n".join(f"{place}. {pair(t, term)} = {t.n(term.value)}" for place, term in enumerate(w.terms, 1))
        reply = t.one(
            t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is {t.n(t.candidate)}."),
            f"Here is the calculation:\n\n{rows}\n\n"
            + t.r(f"{t.sum(w)} = {t.n(w.total)}\n\nThe result is **{t.n(t.candidate)}**."),
            t.r(f"**{t.ab} = {t.n(t.candidate)}**"),
            t.r(f"Final answer: {t.n(t.candidate)}"),
        )
        return f"{told} {done}</think>\n{reply}"


class ChannelTelegraph(Doubter):
    """gpt-oss: the analysis channel in clipped notes without articles, then a final channel."""

    kinds = ("nines", "last", "size", "divide", "second", "botched", "term", "sum", "waver", "elevens")
    gap = " "
    lulls = 0.5

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "narrow")
        t.maths = "plain"
        t.x = t.one("*", "×", "*")

    def p(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)}{t.x}{t.n(term.right)}"

    def work_out(self, t: Telling) -> str:
        w, bits = t.work, []
        for term in w.terms:
            wrong, zeros = stumble(t, term, 0.12), scaled(term)
            if wrong:
                bits.append(
                    t.one(
                        f"{self.p(t, term)}={t.n(wrong)}? no {t.n(term.value)}.",
                        f"{self.p(t, term)} = {t.n(wrong)}, oops {t.n(term.value)}.",
                    )
                )
            elif zeros and t.chance(0.4):
                bits.append(f"{t.n(term.left)}{t.x}{zeros[0]}={t.n(zeros[2])} -> {t.n(term.value)}.")
            else:
                bits.append(t.one(f"{self.p(t, term)}={t.n(term.value)}.", f"{self.p(t, term)} = {t.n(term.value)}."))
        sums = t.one(f"{t.sum(w)}", ", ".join(walk(t, w)), "; ".join(walk(t, w)))
        return f"{' '.join(bits)} {t.one('Sum', 'Sum', 'Add', 'Total')}: {sums}."

    def commit(self, t: Telling) -> str:
        c, ab = t.n(t.candidate), f"{t.n(t.a)}{t.x}{t.n(t.b)}"
        if t.same:
            return t.c(
                t.one(
                    f"New run gives {c} too. Use {c}.",
                    f"Again {c}. OK so {c} now.",
                    f"= {c}, same number from new run. Take it.",
                )
            )
        return t.c(
            t.one(
                f"So {c}.",
                f"= {c}.",
                f"Gives {c}.",
                f"So {ab} = {c}.",
                f"So answer {c}.",
                f"{c}.",
                f"Thus {c}.",
                f"We get {c}.",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "chunks", "round", "low")
        head = "<|channel|>analysis<|message|>" if t.flag("markers", 0.6) else t.one("analysis", "")
        start = t.one(
            f"We need to compute {t.n(t.a)}{t.x}{t.n(t.b)}.",
            f"Compute {t.n(t.a)}{t.x}{t.n(t.b)}.",
            f"User wants product {t.n(t.a)}{t.x}{t.n(t.b)}. Do by hand.",
            f"Need {t.ab}. Step by step.",
            "Simple multiplication. Let's compute carefully.",
        )
        start += " " + t.one(
            f"No tool. Split {t.n(t.work.b)} as {t.factor(t.work)}.",
            f"Could do long multiplication. Easier: {opened(t, t.work)}.",
            "Must be careful with carries, then explain steps in final.",
            f"Use {opened(t, t.work)}. Then double-check.",
            "They want steps shown. First get number right, then format.",
        )
        return f"{head}{start} {self.work_out(t)} {self.commit(t)} "

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1, 1, 1)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"Wait sum wrong. {t.sum(mended.work)} not {p}.",
                    f"Check sum: {', '.join(walk(t, mended.work))}. So not {p}.",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"Wait {self.p(t, term)} is {t.n(mended.now)} not {t.n(mended.was)}.",
                    f"Hmm check {self.p(t, term)}: {t.n(mended.now)}. I used {t.n(mended.was)}. Mistake.",
                    f"Oops: {self.p(t, term)}={t.n(mended.now)}, so {p} bad.",
                )
            return f"{find} {t.one('Redo sum', 'Fix', 'New sum', 'Corrected')}: {t.sum(mended.work)}. {self.commit(t)} "
        if way == "check":
            w = differently(t, "round")
            lead = t.one(
                "Double-check:", "Let's verify:", "Check other way:", "Verify with other split:", "Alternative:"
            )
            clash = t.one(
                f"Different from {p}. First was wrong.",
                f"Mismatch vs {p}. Earlier slip somewhere; drop {p}.",
                f"Not {p}! Earlier one wrong.",
                f"Earlier {p} had arithmetic mistake then.",
            )
            return f"{lead} {opened(t, w)}. {self.work_out(t)} {clash} {self.commit(t)} "
        fault = self.failed(t, "nines", "last", "divide", "elevens")
        if fault in ("nines", "elevens"):
            mod = 9 if fault == "nines" else 11
            lead = (
                f"Check mod {mod}: {t.a % mod}{t.x}{t.b % mod} -> {t.product % mod}; {p} -> "
                f"{t.previous % mod}. Mismatch. So {p} wrong."
            )
        elif fault == "last":
            lead = f"Last digit must be {t.product % 10} ({t.a % 10}{t.x}{t.b % 10}). We have {t.previous % 10}. Wrong."
        elif fault == "divide":
            lead = f"{p}/{t.n(t.b)} = {quotient(t, t.previous)}. Not {t.n(t.a)}. Wrong."
        else:
            lead = t.one(
                f"No, {p} wrong.",
                "Wait that's messed up. Discard.",
                f"Hmm I botched this, {p} invalid.",
                "Not right. Ignore that.",
                f"Scrap {p}, place values mixed.",
            )
        t.solve("low", "swapped", "high", "round")
        return (
            f"{lead} {t.one('Recompute', 'Redo', 'Start over', 'Do again carefully', 'Fresh')}: "
            f"{self.work_out(t)} {self.commit(t)} "
        )

    def check(self, t: Telling, kind: str) -> str:
        c, ok = t.n(t.candidate), t.one("Good.", "OK.", "matches.", "Correct.", "Fine.", "✓.")
        if kind in ("nines", "elevens"):
            mod = 9 if kind == "nines" else 11
            return (
                f"Check mod {mod}: {t.a % mod}{t.x}{t.b % mod} -> {t.product % mod}; {c} -> {t.candidate % mod}. {ok}"
            )
        if kind == "last":
            return f"Last digit {t.a % 10}{t.x}{t.b % 10}={t.a % 10 * (t.b % 10)}, ends {t.candidate % 10}. {ok}"
        if kind == "size" and (size := rough(t)):
            return f"Approx {t.n(size[0])}{t.x}{t.n(size[1])}={t.n(size[2])}. Plausible."
        if kind == "divide":
            return f"{c}/{t.n(t.b)}={t.n(t.a)}. {ok}"
        if kind == "second":
            w = differently(t, "round")
            return (
                f"{t.one('Double-check', 'Verify', 'Check', 'Other way')}: {opened(t, w)}. "
                f"{self.work_out(t)} {t.one('Same.', 'Agrees.', 'Matches.')} {ok}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"Verify: {opened(t, b.work)} -> {t.n(b.total)}. Hmm, mismatch with {c}. Check "
                f"{self.p(t, b.term)}: {t.n(b.term.value)}, "
                f"not {t.n(b.slip)}. So verify had slip; fixed verify also {c}. Keep."
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return f"{self.p(t, term)}={t.n(term.value)} yes."
        if kind == "sum":
            return f"Re-add: {', '.join(walk(t, t.work))}. {ok}"
        return t.one(
            "Hmm is it right? Seems fine.",
            "Carry ok? ok.",
            "Should double-check more? Not needed.",
            "No policy issue. Just answer.",
            "Wait, digits aligned? yes.",
            "Let me not overthink.",
        )

    def closing(self, t: Telling) -> str:
        told = " ".join(self.ponder(t, (0.02, 0.1, 0.28, 0.3, 0.3)))
        head = (
            "<|end|><|start|>assistant<|channel|>final<|message|>"
            if t.flag("markers", 0.6)
            else t.one("assistantfinal", "\n\n")
        )
        w, c = t.work, t.n(t.candidate)
        table = "\n".join(
            ["| Step | Value |", "|---|---|", *(f"| {pair(t, term)} | {t.n(term.value)} |" for term in w.terms)]
        )
        steps = "\n".join(f"- {pair(t, term)} = {t.n(term.value)}" for term in w.terms)
        reply = t.one(
            t.r(f"**{t.ab} = {c}**"),
            f"{table}\n\n" + t.r(f"Adding them: {t.sum(w)} = **{c}**"),
            f"**Step-by-step**\n\n{steps}\n\n" + t.r(f"{t.sum(w)} = {c}\n\n**Answer:** {c}"),
            t.r(f"The product is **{c}**."),
        )
        return f"{told} {t.one('Answer.', 'Provide answer.', 'Write final.', 'Done.', '')}{head}{reply}"


class ColumnDrill(Doubter):
    """Kimi: ◁think▷ and school multiplication in aligned columns, with carries told digit by digit."""

    kinds = ("last", "nines", "second", "term", "sum", "waver", "divide", "botched")
    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "underscore", "plain")
        t.maths = "plain"
        t.x = t.one("×", "x")

    def carries(self, t: Telling, term: Term) -> str:
        """A row told digit by digit; nothing for rows that are wrong or have no single digit to multiply by."""
        lead = str(term.right).rstrip("0")
        if len(lead) > 1 or term.value != term.left * term.right or term.left < 10:
            return ""
        carry, told = 0, []
        for digit in reversed(str(term.left)):
            made = int(digit) * int(lead)
            plus = f" plus {carry} is {made + carry}" if carry else ""
            told.append(
                f"{lead}{t.x}{digit} is {made}{plus}" + (f", carry {(made + carry) // 10}" if made + carry > 9 else "")
            )
            carry = (made + carry) // 10
        return "; ".join(told)

    def work_out(self, t: Telling) -> str:
        w, rows = t.work, []
        for term in sorted(w.terms, key=lambda term: term.right):
            wrong, long = stumble(t, term, 0.1), self.carries(t, term) if t.flag("drill", 0.6) and t.chance(0.5) else ""
            if wrong:
                rows.append(
                    f"Row for {term.right}: {t.n(wrong)}. "
                    f"{t.one('Hmm, I forgot a carry', 'No, one digit off', 'Miswrote that')}, it is "
                    f"{t.n(term.value)}."
                )
            elif long:
                rows.append(f"Row for {term.right}: {long}. That row reads {t.n(term.value)}.")
            else:
                rows.append(t.one(f"Row for {term.right}: {t.n(term.value)}.", f"{pair(t, term)} → {t.n(term.value)}."))
        told = t.one(" ", "\n").join(rows)
        if t.flag("fence", 0.75):
            told += f"\n```\n{t.columns(w)}{t.total(w)}\n```\n"
        else:
            told += f"\nAdding the rows: {', '.join(walk(t, w))}.\n"
        return told

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"The bottom line reads {c} this time too, so I do keep it.",
                    f"New table, and {c} at the bottom. Okay, {c}.",
                )
            )
        return t.c(
            t.one(
                f"The bottom line reads {c}.",
                f"Bottom line: {c}.",
                f"So under the line there's {c}.",
                f"Reading it off: {c}.",
                f"The column sum is {c}, so {t.ab} = {c}.",
                f"That puts {c} below the bar.",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("low", "high")
        start = t.one(
            f"The user asks for {t.ab}. I'll set it out in columns.",
            f"Let me do {t.ab} the way it's done at school, one row per digit.",
            f"Okay, {t.ab}. Long multiplication, right to left, watching the carries.",
            f"Set up {t.ab} vertically.",
            f"We write {t.n(t.a)} over {t.n(t.b)} and multiply row by row.",
        )
        return f"◁think▷{start}\n{self.work_out(t)}{self.commit(t)}\n\n"

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1.3, 0.8, 1)
        if mended:
            w = mended.work
            if mended.place is None:
                find = t.one(
                    f"Check the column addition. There was a carry I dropped, {p} isn't the sum of those rows.",
                    f"Adding the columns again, I don't get {p}. That was wrong.",
                )
            else:
                term = w.terms[mended.place]
                find = t.one(
                    f"Wait, the row for {term.right} is off: it should read {t.n(mended.now)}, not {t.n(mended.was)}.",
                    f"Go back to the row for {term.right}. I wrote {t.n(mended.was)}, but multiplying "
                    f"again I get {t.n(mended.now)}. So {p} falls too.",
                    f"Hmm, {t.n(mended.was)} in the row for {term.right}? No. {t.n(mended.now)}. Table needs fixing.",
                )
            table = (
                f"\n```\n{t.columns(w)}{t.total(w)}\n```\n" if t.flag("fence", 0.75) else f" {', '.join(walk(t, w))}.\n"
            )
            return f"{find}{table}{self.commit(t)}\n\n"
        if way == "check":
            differently(t)
            lead = t.one(
                f"Now swap the factors as a check, so {t.n(t.work.a)} on top and {t.n(t.work.b)} below.",
                "Let me check this with the factors the other way round.",
                f"To verify, write {t.n(t.work.b)} underneath instead.",
            )
            clash = t.one(
                f"Uh, {p} and this can't both be right. The earlier table has a bad digit, I'll drop it.",
                f"Doesn't agree with {p}. Between the two tables I believe this one; the other was written in haste.",
                f"So the table before was wrong, {p} is void.",
                f"That's a different bottom line than {p}, and the error is in the old table.",
            )
            return f"{lead}\n{self.work_out(t)}{clash} {self.commit(t)}\n\n"
        fault = self.failed(t, "last", "nines", "divide")
        if fault == "last":
            lead = (
                f"Rightmost column: {t.a % 10}{t.x}{t.b % 10} = {t.a % 10 * (t.b % 10)}, so it has to be "
                f"a {t.product % 10} there. I have a {t.previous % 10}. So {p} is wrong."
            )
        elif fault == "nines":
            lead = (
                f"Cross sums: {digit_sum(t.a)} and {digit_sum(t.b)}. Mod 9 that's {t.a % 9} and "
                f"{t.b % 9}, product {t.product % 9}. The cross sum of {p} is {t.previous % 9} mod 9. The "
                "table is wrong."
            )
        elif fault == "divide":
            lead = (
                f"Long division {p} ÷ {t.n(t.b)} comes out as {quotient(t, t.previous)}, when it should "
                f"be {t.n(t.a)}. So the table is wrong."
            )
        else:
            lead = t.one(
                "My rows were misaligned. That table is no good, erase it.",
                f"No, I shifted something wrongly there. {p} has to go.",
                f"Ugh, the columns slipped and {p} is garbage.",
                f"That's not right, the table is a mess. Cross out {p}.",
            )
        t.solve("low", "high", "swapped")
        start = t.one(
            "New table.", "Redo the whole thing.", "Write it out again from an empty page.", "Start the columns over."
        )
        return f"{lead} {start}\n{self.work_out(t)}{self.commit(t)}\n\n"

    def check(self, t: Telling, kind: str) -> str:
        c, fine = t.n(t.candidate), t.one("Fine.", "Okay.", "Right.", "Agrees.", "Good.")
        if kind == "last":
            return (
                f"Rightmost column check: {t.a % 10}{t.x}{t.b % 10} = {t.a % 10 * (t.b % 10)}, so "
                f"{t.product % 10}. {fine}"
            )
        if kind == "nines":
            return (
                f"Cross sums: {digit_sum(t.a)}, {digit_sum(t.b)}; mod 9 the product has {t.product % 9}. "
                f"For the bottom line {digit_sum(t.candidate)}, also {t.candidate % 9} mod 9. {fine}"
            )
        if kind == "second":
            differently(t)
            return (
                f"{t.one('Check with the factors swapped.', 'Now the other number below.', 'Swap and compare.')}"
                f"\n{self.work_out(t)}{t.one('Same bottom line.', 'Identical.', 'Both tables agree.')} {fine}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"Check table for {opened(t, b.work)}. Bottom line there: {t.n(b.total)}. That isn't {c}. "
                f"Which table is bad? In the check, the row {pair(t, b.term)} says {t.n(b.slip)} and "
                f"should say {t.n(b.term.value)}. "
                f"Fixing that, the check has {c} at the bottom too. So the table before was right."
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return (
                f"Recheck the row for {term.right}: {self.carries(t, term) or pair(t, term)} … "
                f"{t.n(term.value)}. {fine}"
            )
        if kind == "sum":
            return f"Adding the rows again: {', '.join(walk(t, t.work))}. {fine}"
        if kind == "divide":
            return f"Long division as a check: {c} ÷ {t.n(t.b)} = {t.n(t.a)}, nothing left over. {fine}"
        return t.one(
            "Are the rows shifted properly? Ones, tens... yes.",
            f"Do I need to worry about a lost carry? I don't see one. {c} stays.",
            "Hmm, let me look at the table once more. Nothing to change.",
            "Maybe do it on squared paper... no, it's aligned.",
            "I keep staring at the second row, but it's okay.",
        )

    def closing(self, t: Telling) -> str:
        told = "\n".join(self.ponder(t))
        c = t.n(t.candidate)
        reply = t.r(
            t.one(
                f"{t.ab} = **{c}**",
                f"The result of the long multiplication is {c}.",
                f"**{c}**",
                f"### Result\n\n{t.ab} = {c}",
                f"Answer: {c}",
            )
        )
        return f"{told}◁/think▷{t.one(chr(10), '', chr(10) * 2)}{reply}"


class StarredOutline(Doubter):
    """Gemini, GLM: thoughts as a nested outline of starred bullets with bold labels and *(Self-Correction: ...)*."""

    kinds = ("nines", "last", "size", "second", "botched", "term", "waver", "divide", "sum")
    gap = "\n"

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.maths = t.words
        t.x = t.one("*", "×", "\\times") if t.words == "plain" else t.one("*", "×")
        if t.x == "\\times":
            t.x = "×"

    def work_out(self, t: Telling, label: str) -> str:
        w, out = t.work, [f"*   **{label}**"]
        out.append(
            f"    *   {t.one('Decompose', 'Split', 'Rewrite')}: `{opened(t, w)}`"
            if t.flag("ticks", 0.4)
            else f"    *   {opened(t, w)}"
        )
        for place, term in enumerate(w.terms):
            wrong = stumble(t, term, 0.1)
            name = t.one(f"Part {place + 1}: ", "", f"Term {place + 1}: ") if t.flag("named", 0.5) else ""
            out.append(f"    *   {name}{pair(t, term)} = {t.n(wrong or term.value)}")
            if wrong:
                out.append(
                    f"        *   *({t.one('Correction', 'Self-correction', 'Oops')}: "
                    f"{t.n(term.value)}{t.one('', ', misplaced digit', ', carry forgotten')}.)*"
                )
        if t.flag("walks", 0.5):
            out += [f"    *   {line}" for line in walk(t, w)]
        else:
            out.append(f"    *   {t.one('Sum', 'Add', 'Combine')}: {t.sum(w)} = {t.n(w.total)}")
        return "\n".join(out)

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"    *   **Outcome:** {c} - arrived at anew, now adopted.",
                    f"    *   So {c} is reached by the fresh derivation; adopt {c}.",
                )
            )
        return t.c(
            t.one(
                f"    *   **Result:** {c}",
                f"    *   Total: **{c}**",
                f"    *   -> {c}",
                f"    *   So, {t.ab} = {c}.",
                f"    *   Product = {c}.",
                f"    *   Working value: {c}.",
                f"    *   This gives {c}.",
            )
        )

    def first(self, t: Telling) -> str:
        t.solve("high", "chunks", "area", "round")
        start = t.one(
            f"*   **Analyze the request:** the user wants the product {t.ab}, with steps.",
            f"*   Input: {t.n(t.a)} and {t.n(t.b)}.\n*   Goal: their product, explained.",
            f'*   **Goal:** calculate {t.ab}.\n*   **Constraint:** "Think step by step."',
            f"*   Task: {t.ab}.\n*   Method options: standard algorithm, distributive property.",
        )
        head = t.one("<think>\n", "", "Here's a thinking process:\n\n", "thought\n")
        return (
            f"{head}{start}\n"
            f"{self.work_out(t, t.one('Calculation:', 'Execute:', 'Step by step:', 'Method 1 (distributive):'))}"
            f"\n{self.commit(t)}\n"
        )

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1.3, 1.2, 0.8)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"the addition is off, {p} is not the sum of the parts",
                    f"a carry was dropped in the sum, so {p} is wrong",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"{pair(t, term)} is {t.n(mended.now)}, not {t.n(mended.was)}",
                    f"I put {t.n(mended.was)} for {pair(t, term)}, which is an error; it should be "
                    f"{t.n(mended.now)}. {p} no longer stands",
                    f"no, {t.n(mended.was)} is wrong. {pair(t, term)} = {t.n(mended.now)}",
                )
            label = t.one("Self-Correction", "Self-correction during review", "Refinement", "Wait")
            shape = t.one(f"*   *({label}: {find}.)*", f"*   **{label}:** {find}.")
            return (
                f"{shape}\n    *   {t.one('Updated sum', 'Recombine', 'Redo the addition')}: "
                f"{t.sum(mended.work)} = {t.n(t.candidate)}\n{self.commit(t)}\n"
            )
        if way == "check":
            differently(t, "round", "area")
            label = t.one("Verification (different split):", "Double Check:", "Method 2:", "Cross-verification:")
            clash = t.one(
                f"    *   Conflict with {p}. The earlier derivation has an error -> discard it.",
                f"    *   Earlier value was {p}. *That was wrong.*",
                f"    *   {p} ≠ this. The previous value came from a slip.",
                f"    *   Not the {p} from above; that one is rejected.",
            )
            return f"{self.work_out(t, label)}\n{clash}\n{self.commit(t)}\n"
        fault = self.failed(t, "nines", "last", "size", "divide")
        if fault == "nines":
            lead = (
                f"*   **Sanity check (mod 9):** {t.a % 9} · {t.b % 9} ≡ {t.product % 9}, but {p} ≡ "
                f"{t.previous % 9}. **Fails.** {p} is wrong."
            )
        elif fault == "last":
            lead = (
                f"*   **Last digit:** {t.a % 10} · {t.b % 10} = {t.a % 10 * (t.b % 10)}, so it must be "
                f"{t.product % 10}; found {t.previous % 10}. **Fails** -> {p} is wrong."
            )
        elif fault == "size" and (size := rough(t)):
            lead = f"*   **Estimate:** {t.n(size[0])} · {t.n(size[1])} = {t.n(size[2])}. {p} is far off. **Wrong.**"
        elif fault == "divide":
            lead = (
                f"*   **Inverse:** {p} / {t.n(t.b)} = {quotient(t, t.previous)}; needed {t.n(t.a)}. "
                f"**Fails**, so {p} is out."
            )
        else:
            lead = t.one(
                f"*   *(Self-Correction: I mixed up the parts above. {p} is invalid.)*",
                "*   **Critique:** the derivation above is not sound; its result is withdrawn.",
                f"*   Wait. {p} is not correct - discard.",
                "*   **Review:** messy. Throwing this value out.",
            )
        t.solve("low", "swapped", "high", "round")
        return (
            f"{lead}\n"
            f"{self.work_out(t, t.one('Second attempt:', 'Restart:', 'From scratch:', 'Fresh derivation:'))}"
            f"\n{self.commit(t)}\n"
        )

    def check(self, t: Telling, kind: str) -> str:
        c, ok = t.n(t.candidate), t.one("Pass.", "OK.", "Correct.", "✓", "Matches.")
        if kind == "nines":
            return (
                f"*   **Sanity check (mod 9):** {t.a % 9} · {t.b % 9} ≡ {t.product % 9}; {c} ≡ {t.candidate % 9}. {ok}"
            )
        if kind == "last":
            return f"*   **Last digit:** {t.a % 10} · {t.b % 10} = {t.a % 10 * (t.b % 10)} -> {t.product % 10}. {ok}"
        if kind == "size" and (size := rough(t)):
            return f"*   **Estimate:** {t.n(size[0])} · {t.n(size[1])} = {t.n(size[2])}. {c} is plausible."
        if kind == "divide":
            return f"*   **Inverse:** {c} / {t.n(t.b)} = {t.n(t.a)}. {ok}"
        if kind == "second":
            differently(t, "round", "area")
            return (
                self.work_out(t, t.one("Verification:", "Double-check with another split:", "Method 2 (to confirm):"))
                + f"\n    *   {t.one('Same value', 'Both agree', 'Consistent with the above')}. {ok}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"*   **Verification:** {opened(t, b.work)}\n    *   = {t.n(b.total)}?\n    *   "
                f"*Doesn't match {c}.* Inspect the verification: "
                f"{pair(t, b.term)} is {t.n(b.term.value)}, and {t.n(b.slip)} was used.\n    *   "
                "*(Self-Correction: the verification was "
                f"faulty, not the result. Repaired, it also gives {c}.)*"
            )
        if kind == "term":
            return "*   **Re-check parts:**\n" + "\n".join(
                f"    *   {pair(t, term)} = {t.n(term.value)}. {ok}" for term in true_terms(t.work)[:3]
            )
        if kind == "sum":
            return (
                "*   **Re-check the addition:**\n"
                + "\n".join(f"    *   {line}" for line in walk(t, t.work))
                + f"\n    *   {ok}"
            )
        return t.one(
            "*   *Wait, are the operands copied properly?* Yes.",
            f"*   **Tone/format:** short steps, then {c}.",
            "*   *Should I consider another method?* Optional. Skip.",
            "*   *Is there an off-by-one in the zeros?* Looked at it, no.",
            "*   **Final polish:** nothing to change.",
            "*   *(Hesitation: the middle part looked odd at first sight, but it's fine to leave as is.)*",
        )

    def closing(self, t: Telling) -> str:
        told = "\n".join(self.ponder(t, (0.1, 0.35, 0.35, 0.2)))
        w, c = t.work, t.n(t.candidate)
        rows = "\n".join(f"{place}.  **{pair(t, term)}** = {t.n(term.value)}" for place, term in enumerate(w.terms, 1))
        reply = t.one(
            f"To solve {t.ab}, break it down:\n\n{rows}\n\n" + t.r(f"Finally: {t.sum(w)} = **{c}**"),
            t.r(f"The final answer is **{c}**."),
            t.r(f"**Answer:**\n{t.ab} = **{c}**"),
            t.r(f"### Final Result\n**{c}**"),
        )
        gap = "</think>" if t.chance(0.5) else "*   **Write the response.**\n"
        return f"{told}\n{gap}\n{reply}"


class QuietProse(Doubter):
    """Claude-like thoughts: calm short paragraphs, equations on lines of their own, a plain reply."""

    kinds = ("nines", "last", "size", "divide", "second", "botched", "misread", "sum", "waver", "elevens")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "*")

    def work_out(self, t: Telling) -> str:
        w, lines = t.work, []
        for term in w.terms:
            wrong, long = stumble(t, term, 0.1), t.detail(term, 0.3)
            if wrong:
                lines.append(
                    f"{pair(t, term)} = {t.n(wrong)}"
                    + t.one(
                        f" — no, {t.n(term.value)}",
                        f"... let me see, that's {t.n(term.value)}, I misplaced a digit",
                        f", or actually {t.n(term.value)}",
                    )
                )
            else:
                lines.append(f"{pair(t, term)} = {long or t.n(term.value)}")
        body = "\n".join(lines)
        if t.flag("walks", 0.5):
            lead = (
                t.one("Adding as I go:", "Now adding:", "Then:") if all(term.sign > 0 for term in w.terms) else "Then:"
            )
            return f"{body}\n\n{lead}\n" + "\n".join(walk(t, w)) + "\n"
        return f"{body}\n\n{t.one('Together', 'All of it', 'In total', 'So')}: {t.sum(w)} = {t.n(w.total)}\n"

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(
                t.one(
                    f"This, too, comes to {c}. Having done it properly now, I'm content to go with {c}.",
                    f"{c}, from a clean derivation this time. I'll take it.",
                )
            )
        return t.c(
            t.one(
                f"That gives me {c}.",
                f"So {c}.",
                f"I make that {c}.",
                f"So I'm at {c}.",
                f"Which would make the product {c}.",
                f"That leaves {c}.",
                f"So my number is {c}.",
                f"{t.ab} = {c}",
            )
        )

    def first(self, t: Telling) -> str:
        w = t.solve("high", "chunks", "round", "low")
        start = t.one(
            f"I need to calculate {t.ab}.",
            f"Let me work through {t.ab} step by step.",
            f"{t.ab} — I'll break this into parts.",
            f"Let me think about {t.ab} carefully rather than guess.",
            f"This is a multiplication, {t.ab}. No tricks, just care.",
        )
        how = t.one(
            f"I'll use {t.n(w.b)} = {t.factor(w)}.",
            f"Since {t.n(w.b)} = {t.factor(w)}:",
            f"{t.n(w.b)} is {t.factor(w)}, so:",
        )
        return (
            f"{t.one('<thinking>' + chr(10), '') if t.flag('tag', 0.3) else ''}{start}\n\n{how}\n\n{self.work_out(t)}"
            f"\n{self.commit(t)}\n\n"
        )

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1.2, 1, 0.9)
        if mended:
            if mended.place is None:
                find = t.one(
                    f"Let me look at that addition again. I don't think it's {p}.",
                    f"Actually, I mis-added. The parts are fine, {p} is not.",
                )
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"Something nags me about {pair(t, term)}. Working it through again I get "
                    f"{t.n(mended.now)}, where I had written {t.n(mended.was)}. That was my mistake.",
                    f"Actually, {pair(t, term)} isn't {t.n(mended.was)}. It's {t.n(mended.now)}, so {p} was wrong.",
                    f"Hmm, wait. {t.n(mended.was)} should have been {t.n(mended.now)}. I'm glad I looked twice.",
                    f"I want to correct something: {pair(t, term)} = {t.n(mended.now)}. With "
                    f"{t.n(mended.was)} I was led astray.",
                )
            return f"{find}\n\n{t.sum(mended.work)} = {t.n(t.candidate)}\n\n{self.commit(t)}\n\n"
        if way == "check":
            w = differently(t, "round")
            lead = t.one(
                "Let me double-check by going the other way.",
                "Let me verify this differently.",
                "I'd like a second opinion from a different split.",
                "It's worth checking.",
            )
            clash = t.one(
                f"That's not what I had. {p} must have come from an error on my part, and I'm letting it go.",
                f"Hmm, these don't agree: {p} before. I was less careful then, so the earlier figure "
                "is the one to drop.",
                f"So the check doesn't bear out {p}. I was wrong before.",
                f"That contradicts {p}, which I now think was a slip.",
            )
            return f"{lead} {t.n(w.b)} = {t.factor(w)}.\n\n{self.work_out(t)}\n{clash} {self.commit(t)}\n\n"
        fault = self.failed(t, "nines", "last", "divide", "elevens", "size")
        if fault in ("nines", "elevens"):
            mod = 9 if fault == "nines" else 11
            lead = (
                f"Checking mod {mod}: the factors are {t.a % mod} and {t.b % mod}, so the product "
                f"should be {t.product % mod}. But {p} "
                f"is {t.previous % mod} mod {mod}. So I've made an error."
            )
        elif fault == "last":
            lead = (
                f"The last digit should come from {t.a % 10} × {t.b % 10} = {t.a % 10 * (t.b % 10)}. {p} "
                f"doesn't end in {t.product % 10}, so it can't be right."
            )
        elif fault == "divide":
            lead = (
                f"Dividing {p} by {t.n(t.b)} gives {quotient(t, t.previous)} instead of {t.n(t.a)}, so "
                "that's not the product."
            )
        elif fault == "size" and (size := rough(t)):
            lead = (
                f"That can't be right: {t.n(size[0])} × {t.n(size[1])} is {t.n(size[2])}, and {p} isn't anywhere close."
            )
        else:
            lead = t.one(
                f"I don't trust how I got there, and I won't keep {p}.",
                "No, that was careless. I'm setting that result aside.",
                f"Hmm. I lost the thread somewhere, so {p} shouldn't stand.",
                f"Actually, that's wrong. Let me forget {p}.",
                "I've muddled this, and I'd rather throw it out than patch it.",
            )
        w = t.solve("low", "swapped", "high", "round")
        start = t.one("Starting fresh,", "From the top,", "Once more, from the beginning:", "A clean attempt:")
        return f"{lead} {start} {t.n(w.b)} = {t.factor(w)}.\n\n{self.work_out(t)}\n{self.commit(t)}\n\n"

    def check(self, t: Telling, kind: str) -> str:
        c, well = (
            t.n(t.candidate),
            t.one("Good.", "That's reassuring.", "✓", "So that's consistent.", "No problem there."),
        )
        if kind in ("nines", "elevens"):
            mod = 9 if kind == "nines" else 11
            return (
                f"Checking mod {mod}: {t.a % mod} × {t.b % mod} = {t.a % mod * (t.b % mod)}, which is "
                f"{t.product % mod}. And {c} mod {mod} is {t.candidate % mod}. {well}"
            )
        if kind == "misread":
            off = (t.product % 9 + t.rng.randint(1, 7)) % 9
            return (
                f"A quick mod 9 check: I'd expect {off}, but {c} has {t.candidate % 9}. Before I "
                f"panic, the check itself: {t.n(t.a)} is {t.a % 9}, "
                f"{t.n(t.b)} is {t.b % 9}, so I should have expected {t.product % 9}. The mistake was "
                f"in the check. {c} passes."
            )
        if kind == "last":
            return f"Last digit: {t.a % 10} × {t.b % 10} = {t.a % 10 * (t.b % 10)}, so {t.product % 10}. {well}"
        if kind == "size" and (size := rough(t)):
            return (
                f"As an estimate, {t.n(size[0])} × {t.n(size[1])} = {t.n(size[2])}, which is in the right neighborhood."
            )
        if kind == "divide":
            return f"In reverse: {c} / {t.n(t.a)} = {t.n(t.b)}. {well}"
        if kind == "second":
            w = differently(t, "round")
            return (
                f"{t.one('Double-check with the other factor:', 'I verify differently:', 'To be safe, a second way:')}"
                f" {t.n(w.b)} = {t.factor(w)}.\n\n"
                f"{self.work_out(t)}\n"
                f"{t.one('The same. Good.', 'That agrees.', 'Both ways match.', 'It comes out the same.')}"
            )
        if kind == "botched":
            b = botched(t)
            return (
                f"Let me double-check with {t.n(b.work.b)} = {t.factor(b.work)}. I get "
                f"{t.n(b.total)}, which is not {c}. Hmm. One of the two is wrong. "
                f"In the check I used {pair(t, b.term)} = {t.n(b.slip)}, and that's the error: it's "
                f"{t.n(b.term.value)}. Once that's repaired the "
                f"check lands on {c}, so the original holds."
            )
        if kind == "sum":
            return "Re-adding to be safe:\n" + "\n".join(walk(t, t.work)) + f"\n{well}"
        return t.one(
            "I wonder if I've dropped a carry anywhere. Rereading it, I don't think so.",
            "I could check this again, but it would be the same steps.",
            f"There's a small voice that wants to redo it all. I'll leave it at {c}.",
            "Am I overconfident here? Perhaps, though I see nothing amiss.",
            "Did I use the right operands? Yes.",
        )

    def closing(self, t: Telling) -> str:
        told, c = "\n\n".join(self.ponder(t, (0.05, 0.2, 0.35, 0.25, 0.15))), t.n(t.candidate)
        tag = "\n</thinking>" if t.flag("tag", 0.3) else ""
        w = t.work
        rows = "\n".join(f"- {pair(t, term)} = {t.n(term.value)}" for term in w.terms)
        reply = t.one(
            t.r(f"**{t.ab} = {c}**"),
            t.r(f"The product is {c}."),
            f"Here's how it breaks down:\n\n{rows}\n\n" + t.r(f"Combined, that's **{c}**."),
            t.r(f"{t.n(t.a)} times {t.n(t.b)} is **{c}**."),
            t.r(f"The answer is {c}."),
        )
        return f"{told}{tag}\n\n{reply}"


class SelfQuestioner(Doubter):
    """An inner dialogue: one voice asks, another answers; doubts are questions, results are replies to them."""

    kinds = ("last", "nines", "size", "divide", "second", "botched", "term", "sum", "waver", "waver")
    gap = ""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "apostrophe")
        t.maths = "plain"
        t.x = t.one("×", "x", "*")

    def ask(self, t: Telling, question: str, answer: str) -> str:
        """A question and its answer, in the manner of this response."""
        if t.flag("labels", 0.5):
            return (
                f"{(t.flag('long', 0.5) and 'Question') or 'Q'}: "
                f"{question}\n{(t.flag('long', 0.5) and 'Reply') or 'A'}: {answer}\n"
            )
        if t.flag("dashes", 0.5):
            return f"– {question}\n– {answer}\n"
        return f"{question} {answer}\n\n"

    def work_out(self, t: Telling) -> str:
        w, out = t.work, []
        for term in w.terms:
            wrong = stumble(t, term, 0.1)
            value = t.n(term.value)
            if wrong:
                value = t.one(
                    f"{t.n(wrong)}. No wait, {value}",
                    f"{t.n(wrong)}... you forgot a carry. {value}",
                    f"{t.n(wrong)}, I mean {value}",
                )
            question = t.one(
                f"What's {pair(t, term)}?",
                f"{pair(t, term)}?",
                f"And {pair(t, term)}?",
                f"How much is {pair(t, term)}?",
            )
            out.append(self.ask(t, question, f"{value}."))
        return "".join(out)

    def summing(self, t: Telling) -> tuple[str, str]:
        """The question for the total, and the additions that begin the answer."""
        question = t.one(
            "And all together?",
            "What do they come to?",
            "So, the total?",
            "Put together, what have we got?",
            "Then what's the product?",
        )
        return question, t.one(f"{t.sum(t.work)}.", "; ".join(walk(t, t.work)) + ".", f"That's {t.sum(t.work)}.")

    def solution(self, t: Telling, before: str = "") -> str:
        question, sums = self.summing(t)
        return self.work_out(t) + self.ask(t, question, f"{sums} {before}{self.commit(t)}")

    def commit(self, t: Telling) -> str:
        c = t.n(t.candidate)
        if t.same:
            return t.c(t.one(f"{c}, by a new route. Then we do say {c}.", f"It's {c} after all. We go with {c}."))
        return t.c(
            t.one(
                f"So we say {c}.",
                f"{c}.",
                f"That's {c}, I'd say.",
                f"We claim {c}.",
                f"Put me down for {c}.",
                f"It has to be {c}, then.",
                f"I'm saying {c}.",
                f"{c} for {t.ab}.",
            )
        )

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "chunks", "round")
        start = self.ask(
            t,
            t.one("What are we asked?", "What's the job?", "What do we need?", "Okay, what is this about?"),
            t.one(
                f"The product {t.ab}.",
                f"Multiply {t.n(t.a)} by {t.n(t.b)}.",
                f"{t.ab}, step by step.",
                f"To find {t.ab}.",
            ),
        )
        how = self.ask(
            t,
            t.one("How do we go about it?", "What's a good way in?", "Any plan?", "How would you split it?"),
            t.one(f"Write {t.n(w.b)} as {t.factor(w)}.", f"{opened(t, w)}.", f"Cut {t.n(w.b)} into {t.factor(w)}."),
        )
        return f"{start}{how}{self.solution(t)}"

    def again(self, t: Telling) -> str:
        p, (way, mended) = t.n(t.previous), self.revision(t, 1, 1, 1)
        sure = t.one(
            "Are you sure?", "Really?", "Is that so?", "Can we trust it?", "Do you believe that?", "Hmm, is it?"
        )
        if mended:
            if mended.place is None:
                find = t.one(f"No, the adding went wrong. It isn't {p}.", f"Not quite: {p} misses a carry.")
            else:
                term = mended.work.terms[mended.place]
                find = t.one(
                    f"No. {pair(t, term)} isn't {t.n(mended.was)}, it's {t.n(mended.now)}.",
                    f"Let me look... {t.n(mended.was)} was a blunder, {pair(t, term)} is "
                    f"{t.n(mended.now)}. So {p} is off.",
                    f"Come to think of it, no: we had {t.n(mended.was)} for {pair(t, term)}, and that "
                    f"should be {t.n(mended.now)}.",
                )
            return self.ask(t, sure, find) + self.ask(
                t,
                t.one("So what does it become?", "And with that fixed?", "New total?"),
                f"{t.sum(mended.work)}. {self.commit(t)}",
            )
        if way == "check":
            w = differently(t, "round")
            clash = t.one(
                f"Not {p}, so we'd slipped. ",
                f"Hm, that's not {p}. The last round was wrong. ",
                f"Which sinks {p}. ",
                f"And {p}? A mistake, evidently. ",
            )
            return self.ask(
                t,
                sure,
                t.one(
                    f"Let's test it with {opened(t, w)}.",
                    f"We can check: {opened(t, w)}.",
                    f"Try {opened(t, w)} and compare.",
                ),
            ) + self.solution(t, clash)
        fault = self.failed(t, "last", "nines", "size", "divide")
        if fault == "last":
            lead = self.ask(
                t,
                "What should it end in?",
                f"{t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)}, so in {t.product % 10}. {p} "
                f"ends in {t.previous % 10}. So it's wrong.",
            )
        elif fault == "nines":
            lead = self.ask(
                t,
                "Does it survive casting out nines?",
                f"{t.a % 9} and {t.b % 9} make {t.product % 9}, but {p} makes {t.previous % 9}. It "
                "doesn't. Out with it.",
            )
        elif fault == "size" and (size := rough(t)):
            lead = self.ask(
                t,
                "Is it about the right size?",
                f"{t.n(size[0])} {t.x} {t.n(size[1])} is {t.n(size[2])}. No, {p} is way off. Wrong.",
            )
        elif fault == "divide":
            lead = self.ask(
                t,
                f"What's {p} divided by {t.n(t.b)}?",
                f"{quotient(t, t.previous)}. Should be {t.n(t.a)} exactly. So {p} is wrong.",
            )
        else:
            lead = self.ask(
                t,
                sure,
                t.one(
                    f"Honestly, no. We got tangled up. Forget {p}.",
                    "No. That was nonsense, strike it.",
                    f"I can't defend {p}. Drop it.",
                    "No, we mixed up the digits. That result is gone.",
                    f"Not at all; {p} is a botch.",
                ),
            )
        w = t.solve("low", "swapped", "high")
        start = self.ask(
            t,
            t.one("What now?", "So what do we do?", "And instead?", "Then?"),
            t.one("Start over", "All of it anew", "From zero", "Begin again") + f", with {t.n(w.b)} = {t.factor(w)}.",
        )
        return f"{lead}{start}{self.solution(t)}"

    def check(self, t: Telling, kind: str) -> str:
        c, good = t.n(t.candidate), t.one("Good.", "Satisfied.", "So it fits.", "Fine by me.", "Yes.")
        if kind == "last":
            return self.ask(
                t,
                "What should it end in?",
                f"{t.a % 10} {t.x} {t.b % 10} = {t.a % 10 * (t.b % 10)}, so in {t.product % 10}, and it does. {good}",
            )
        if kind == "nines":
            return self.ask(
                t,
                t.one("Does it survive casting out nines?", "Remainders by nine?"),
                f"{t.a % 9} and {t.b % 9} make {t.product % 9}, and {c} leaves {t.candidate % 9}. {good}",
            )
        if kind == "size" and (size := rough(t)):
            return self.ask(
                t,
                "Is it about the right size?",
                f"{t.n(size[0])} {t.x} {t.n(size[1])} is {t.n(size[2])}, so yes, roughly.",
            )
        if kind == "divide":
            return self.ask(t, f"What's {c} divided by {t.n(t.b)}?", f"{t.n(t.a)}, as it should be. {good}")
        if kind == "second":
            w = differently(t, "round")
            asked = self.ask(
                t,
                t.one("Would another split agree?", "Can we confirm that?", "How could we check?"),
                f"Take {opened(t, w)}.",
            )
            question, sums = self.summing(t)
            return (
                asked
                + self.work_out(t)
                + self.ask(t, question, f"{sums} {t.one('The same.', 'Same as before.', 'It agrees.')} {good}")
            )
        if kind == "botched":
            b = botched(t)
            return self.ask(
                t, "Would another split agree?", f"{opened(t, b.work)}... that comes to {t.n(b.total)}."
            ) + self.ask(
                t,
                f"So {c} is wrong?",
                f"Let me see. No, the check is: it has {t.n(b.slip)} for {pair(t, b.term)}, which is "
                f"{t.n(b.term.value)}. Put that right and the check says {c} as well.",
            )
        if kind == "term":
            term = t.rng.choice(true_terms(t.work))
            return self.ask(t, f"Was {pair(t, term)} right?", f"{t.n(term.value)}, yes.")
        if kind == "sum":
            return self.ask(t, "Did we add properly?", f"{'; '.join(walk(t, t.work))}. {good}")
        return t.one(
            self.ask(t, "Are you sure?", "Sure enough."),
            self.ask(t, "Anything overlooked?", "Not that I can see."),
            self.ask(t, "Shouldn't we do it again?", f"What for? I'm staying with {c}."),
            self.ask(t, "Did we copy the numbers right?", f"{t.n(t.a)} and {t.n(t.b)}, yes."),
            self.ask(t, "A lost carry somewhere?", "I looked. None."),
            self.ask(t, "What if it's wrong?", "Then I'd like to know where. I see nothing."),
        )

    def closing(self, t: Telling) -> str:
        told, c = "".join(self.ponder(t, (0.04, 0.16, 0.25, 0.3, 0.25))), t.n(t.candidate)
        end = t.one(
            self.ask(
                t,
                t.one("So what do we tell them?", "Then what's the reply?", "And the final word?"),
                t.r(f"{t.ab} = {c}."),
            ),
            "\n" + t.r(f"**{c}**"),
            "\n" + t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is {c}."),
            "\n" + t.r(f"\\boxed{{{t.m(t.candidate)}}}"),
        )
        return f"{told}{end}"


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        DeepWanderer(),
        QwqAlternatives(),
        BareZero(),
        NumberedGrpo(),
        ForcedWait(),
        SentenceMonk(),
        ImpersonalAudit(),
        ChannelTelegraph(),
        ColumnDrill(),
        StarredOutline(),
        QuietProse(),
        SelfQuestioner(),
    )
}
