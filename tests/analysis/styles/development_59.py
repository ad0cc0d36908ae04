"""Long thoughts of reasoning models over one product, with much reconsideration. Each style is one such model."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import COMMIT_CLOSE, COMMIT_OPEN, Style, Telling, Term, Work, split

Pool = tuple[str, ...]


BACKS: Pool = (
    "So I'm back at a figure that I had before and gave up on too quickly. [[{ab} = {C}]].",
    "Funny, that's one of my earlier values, the one I withdrew. It seems it was right after all: [[{ab} is {C}]].",
    "That's what I had earlier, before I changed my mind. So I return to it, [[the product is {C}]].",
    "Okay, this brings back an earlier result that I'd dropped. I take it up again: [[{ab} = {C}]].",
)
MINUS: Pool = ("Now subtract:", "The difference:", "Take the second from the first:", "Subtracting:")


class Thinker(Style):
    """The flow that the styles share. In a pool, [[...]] holds the words that commit the candidate."""

    tag = ("<think>\n", "\n</think>\n\n")
    gap = "\n\n"
    layout = "lines"  # how partial products are set: lines, bullets, prose
    groupings: Pool = ("plain", "comma")
    signs: Pool = ("×", "*")
    methods: Pool = ("high", "low", "chunks", "area", "round")
    carries = 0.0  # how often a partial product is told digit by digit
    slips = 0.12
    musing = 0.6
    checking = 0.7
    late = 0.06

    opens: Pool
    splits: Pool
    terms: Pool = ("{L} {x} {R} = {V}",)
    slip: Pool
    adds: Pool
    commits: Pool
    idle: Pool
    rejects: Pool
    restarts: Pool
    fixes: Pool
    fixsums: Pool
    rivals: Pool
    clashes: Pool
    weighs: Pool
    verdicts: Pool
    sames: Pool
    backs: Pool = BACKS
    agrees: Pool
    dones: Pool
    finals: Pool
    lates: Pool = ()
    seconds: Pool
    lasts: Pool = (
        "Last digit: {x1}{x}{x2} = {x3}, so it must end in {d}, and it does.",
        "The units digits are {x1} and {x2}, their product {x3} ends in {d}, and so does my result.",
        "Ends in {d}? {x1} {x} {x2} = {x3}. Yes.",
        "Units check: {x1} times {x2} is {x3}, which ends with {d}. Fits.",
    )
    nines: Pool = (
        "Mod 9: {a} leaves {n1}, {b} leaves {n2}, product {n3} leaves {n4}; and the digits of my result also leave {n4}.",
        "Casting out nines: {n1} {x} {n2} = {n3}, which is {n4} mod 9. The result is {n4} mod 9 too. Good.",
        "Digit sums: {a} goes to {n1} and {b} to {n2} (mod 9), so I expect {n4}. The digit sum of the result gives {n4}.",
        "Check mod 9. {a} ≡ {n1}, {b} ≡ {n2}, so the product should be ≡ {n4}. It is.",
    )
    sizes: Pool = (
        "Roughly {e1} {x} {e2} = {e3}, so the size is plausible.",
        "As an estimate, {e1} {x} {e2} would be {e3}; we're in the neighborhood.",
        "Ballpark: {e1} times {e2} is {e3}. Close enough to be believable.",
        "For the magnitude, {e1} {x} {e2} = {e3}, that's about right.",
    )
    divides: Pool = (
        "Divide back: taking {a} {x} {p} = {q} away leaves {r}, and {r} / {a} = {s}. {p} + {s} = {b}, exactly.",
        "By division: {a} goes {p} times for {q}, the rest is {r}, and that's {s} more times {a}. Together {b}. It comes out even.",
        "Going backwards, subtract {q} (that's {p} times {a}): {r} remains, which is {a} {x} {s}. So {p} + {s} = {b}, no remainder.",
    )
    bad_last: Pool = (
        "But hold on, the last digits: {x1} {x} {x2} = {x3}, so the result must end in {d}. {P} doesn't. So {P} is wrong.",
        "Last digit check: {x1} times {x2} ends in {d}, yet {P} ends in {e}. That can't be right.",
        "Hmm, {x1} {x} {x2} = {x3}, so it needs a {d} at the end and {P} has a {e}. There's an error somewhere.",
    )
    bad_nines: Pool = (
        "Let me cast out nines. {a} gives {n1}, {b} gives {n2}, so I should see {n4}, but {P} gives {n5}. So {P} is not right.",
        "Mod 9: {n1} {x} {n2} = {n3}, i.e. {n4}. But {P} is {n5} mod 9. They don't match, so {P} must be wrong.",
        "Digit sum test: expected {n4}, but {P} reduces to {n5}. So there's a mistake in {P}.",
    )
    bad_divides: Pool = (
        "Try dividing: {P} minus {q} (which is {a} {x} {p}) leaves {r}, and {r} isn't a multiple of {a}. So {P} can't be it.",
        "If {P} were right, {P} - {q} = {r} would have to be {s} times {a}. It isn't even divisible. So {P} is wrong.",
    )

    # -- words

    def base(self, t: Telling) -> dict[str, str]:
        kw = {"ab": t.ab, "a": t.n(t.a), "b": t.n(t.b), "x": t.x, "C": t.n(t.candidate), "M": t.m(t.candidate)}
        kw["P"] = t.n(t.previous) if t.index else ""
        return kw

    def say(self, t: Telling, pool: Pool, **kw: str) -> str:
        """One of the pool, in preference one that this response has not used."""
        used: set[str] = t.__dict__.setdefault("used", set())
        fresh = [option for option in pool if option not in used]
        if not fresh:
            used.difference_update(pool)
            fresh = list(pool)
        option = t.rng.choice(fresh)
        used.add(option)
        text = option.format(**{**self.base(t), **kw})
        return text.replace("[[", COMMIT_OPEN).replace("]]", COMMIT_CLOSE)

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.groupings)
        t.maths = t.one("plain", "latex", "comma")
        t.x = t.one(*self.signs)
        t.__dict__["written"] = False

    # -- the work

    def carried(self, t: Telling, term: Term) -> str:
        """The partial product digit by digit, where it is right and the multiplier has one digit that counts."""
        digit = int(str(term.right).rstrip("0") or "0")
        if not 1 < digit < 10 or term.left < 100 or term.value != term.left * term.right:
            return ""
        carry, steps = 0, []
        digits = str(term.left)[::-1]
        for place, d in enumerate(digits):
            product = int(d) * digit
            value = product + carry
            text = f"{digit}{t.x}{d} = {product}" + (f", plus {carry} is {value}" if carry else "")
            carry = value // 10
            if place == len(digits) - 1:
                text += f", write {value}"
            else:
                text += f", write {value % 10}" + (f" carry {carry}" if carry else "")
            steps.append(text)
        zeros = len(str(term.right)) - len(str(digit))
        told = "; ".join(steps) + f". That makes {t.n(term.left * digit)}"
        if zeros:
            told += f", and with {zeros} zero{'s' if zeros > 1 else ''} behind it {t.n(term.value)}"
        return told

    def term(self, t: Telling, term: Term) -> str:
        kw = {"L": t.n(term.left), "R": t.n(term.right), "V": t.n(term.value)}
        if t.chance(self.carries) and (told := self.carried(t, term)):
            return f"{kw['L']} {t.x} {kw['R']}: {told}."
        if t.chance(self.slips) and term.value == term.left * term.right and term.value > 20:
            wrong = t.near(term.value)
            if wrong not in t.candidates:
                return self.say(t, self.slip, N=t.n(wrong), **kw)
        if told := t.detail(term, 0.45):
            return f"{kw['L']} {t.x} {kw['R']} = {told}"
        return t.one(*self.terms).format(x=t.x, **kw)

    def joined(self, t: Telling, lines: list[str]) -> str:
        if self.layout == "prose":
            return " ".join(line if line[-1] in ".?!" else line + "." for line in lines)
        if self.layout == "bullets":
            return "\n".join(f"- {line}" for line in lines)
        return "\n".join(lines) if t.flag("tight", 0.5) else "\n\n".join(lines)

    def adding(self, t: Telling, work: Work) -> str:
        minus = any(term.sign < 0 for term in work.terms)
        lead = self.say(t, MINUS if minus else self.adds)
        steps = work.steps()
        if len(steps) == 1 or t.chance(0.25):
            return f"{lead}{self.gap if len(lead) > 60 and self.layout != 'prose' else ' '}{t.sum(work)} = {t.n(work.total)}."
        lines = [f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in steps]
        return lead + ("\n" if self.layout != "prose" else " ") + self.joined(t, lines)

    def worked(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            head = f"{t.n(work.a)} {t.x} {t.n(work.b)} = ({' + '.join(map(t.n, split(work.a, 'high')))})({' + '.join(map(t.n, split(work.b, 'high')))})."
        else:
            head = self.say(t, self.splits, F=t.factor(work), WA=t.n(work.a), WB=t.n(work.b))
        return self.gap.join([head, self.joined(t, [self.term(t, term) for term in work.terms]), self.adding(t, work)])

    # -- checks

    def check_values(self, t: Telling, number: int) -> dict[str, str]:
        x1, x2, n1, n2 = t.a % 10, t.b % 10, t.a % 9, t.b % 9
        p = split(t.b, "high")[0]
        kw = {"x1": x1, "x2": x2, "x3": x1 * x2, "d": x1 * x2 % 10, "e": number % 10, "n1": n1, "n2": n2}
        kw |= {"n3": n1 * n2, "n4": n1 * n2 % 9, "n5": number % 9}
        out = {key: str(value) for key, value in kw.items()}
        return out | {"p": t.n(p), "q": t.n(t.a * p), "r": t.n(number - t.a * p), "s": t.n(t.b - p)}

    def passing(self, t: Telling, number: int, whole: bool = False) -> str:
        """A check that the number passes, if one of those drawn does."""
        kw, options = self.check_values(t, number), []
        if number % 10 == t.product % 10:
            options.append(self.lasts)
        if number % 9 == t.product % 9 and t.a > 9 and t.b > 9:
            options.append(self.nines)
        if (estimate := t.estimate()) and estimate[2] != t.product:
            kw |= {f"e{i}": t.n(e) for i, e in enumerate(estimate, 1)}
            if number == t.candidate:
                options.append(self.sizes)
        if whole and number == t.product and t.b > 10:
            options.append(self.divides)
        return self.say(t, t.rng.choice(options), **kw) if options else ""

    def failing(self, t: Telling) -> str:
        """A check that the candidate before fails, if there is one."""
        number, options = t.previous, []
        kw = self.check_values(t, number)
        if number % 10 != t.product % 10:
            options.append(self.bad_last)
        if number % 9 != t.product % 9 and t.a > 9 and t.b > 9:
            options.append(self.bad_nines)
        rest = number - t.a * split(t.b, "high")[0]
        if rest > 0 and rest % t.a and t.a > 9 and t.b > 9:
            options.append(self.bad_divides)
        return self.say(t, t.rng.choice(options), **kw) if options else ""

    # -- the flow

    def commit(self, t: Telling) -> str:
        if t.same:
            return self.say(t, self.sames)
        if t.index > 1 and t.candidate in t.candidates[: t.index - 1]:
            return self.say(t, self.backs)
        return self.say(t, self.commits)

    def ways(self, t: Telling, *methods: str) -> Pool:
        """The methods that make sense with these factors."""
        return tuple(m for m in methods or self.methods if m != "area" or min(t.a, t.b) > 9)

    def first(self, t: Telling) -> str:
        work = t.solve(*self.ways(t))
        parts = [self.say(t, self.opens)]
        parts += [self.worked(t, work), self.commit(t)]
        return self.tag[0] + self.gap.join(parts)

    def again(self, t: Telling) -> str:
        if not t.more and not t.same and self.lates and t.chance(self.late):
            t.solve("high", "chunks")
            t.__dict__["written"] = True
            return self.gap + self.stop(t) + self.tag[1] + self.written(t, self.lates)
        parts: list[str] = []
        if t.chance(self.musing):
            parts += [self.say(t, self.idle) for _ in range(t.rng.choice([1, 1, 2, 3]))]
        if t.chance(0.2) and (text := self.passing(t, t.previous)):
            parts.append(text)
            parts.append(self.say(t, self.idle))
        way = t.way(redo=0.4, mend=0.3, rival=0.3)
        fault = "" if t.same or not t.chance(0.45) else self.failing(t)
        mended = t.mend() if way == "mend" else None
        if mended and mended.place is not None:
            term = t.before.terms[mended.place]
            if term.value == term.left * term.right and t.chance(0.7):
                mended = None
        if mended:
            if fault:
                parts.append(fault)
            now, was = t.n(mended.now), t.n(mended.was)
            if mended.place is None:
                parts.append(self.say(t, self.fixsums, S=t.sum(t.work)))
                parts.append(self.adding(t, t.work))
            else:
                term = t.work.terms[mended.place]
                parts.append(self.say(t, self.fixes, L=t.n(term.left), R=t.n(term.right), was=was, now=now))
                parts.append(self.adding(t, t.work))
            parts.append(self.commit(t))
        elif way == "rival" and not fault:
            work = t.other(*self.ways(t, "area", "round", "low", "chunks"))
            parts += [self.say(t, self.rivals), self.worked(t, work), self.say(t, self.clashes)]
            for _ in range(t.rng.choice([1, 1, 2, 3])):
                parts.append(self.say(t, self.weighs))
            wrong = [s for s in t.before.terms if s.value != s.left * s.right]
            if len(wrong) == 1 and t.candidate == t.product:
                s = wrong[0]
                kw = {"L": t.n(s.left), "R": t.n(s.right), "was": t.n(s.value), "now": t.n(s.left * s.right)}
                parts.append(self.say(t, self.fixes, **kw))
            parts.append(self.say(t, self.verdicts))
        else:
            parts.append(fault or self.say(t, self.rejects))
            work = t.other(*self.ways(t))
            parts += [self.say(t, self.restarts), self.worked(t, work), self.commit(t)]
        return self.gap + self.gap.join(parts)

    def stop(self, t: Telling) -> str:
        """The end of a thought whose write-up will come to another result."""
        return self.say(t, self.dones)

    def checked(self, t: Telling) -> list[str]:
        """Checks that confirm the last candidate, or doubts that lead nowhere."""
        parts = []
        if t.chance(self.musing):
            parts += [self.say(t, self.idle) for _ in range(t.rng.choice([1, 1, 2, 3]))]
        quick: list[str] = [""]
        kind = t.rng.choice(["second", "quick", "quick", "both"])
        if kind != "second":
            quick = [self.passing(t, t.candidate, whole=True) for _ in range(t.rng.choice([1, 2]))]
            parts += [text for at, text in enumerate(quick) if text and text not in quick[:at]]
        if kind == "quick" and not quick[0]:
            kind = "second"
        if kind != "quick":
            kept = t.work
            work = t.other(*self.ways(t, "area", "round", "low"))
            parts += [self.say(t, self.seconds), self.worked(t, work)]
            t.work = kept
        pool = self.agrees
        if kind == "quick":
            pool = tuple(words for words in pool if not re.search("[Bb]oth|[Ss]ame|way|match|Match", words)) or pool
        parts.append(t.r(self.say(t, pool)))
        return parts

    def closing(self, t: Telling) -> str:
        if t.__dict__["written"]:
            return ""
        parts = self.checked(t) if t.chance(self.checking) else []
        if parts and t.chance(0.3):
            parts += self.checked(t)
        parts.append(self.say(t, self.dones))
        return self.gap + self.gap.join(parts) + self.tag[1] + t.r(self.written(t, self.finals))

    def written(self, t: Telling, pool: Pool) -> str:
        """The write-up after the thought; {steps} as lines or bullets, {tex} as a formula."""
        work = t.work
        mark = t.one("- ", "", "1")
        lines = []
        for place, term in enumerate(work.terms, start=1):
            lead = f"{place}. " if mark == "1" else mark
            minus = " (to be subtracted)" if term.sign < 0 else ""
            lines.append(f"{lead}{t.n(term.left)} × {t.n(term.right)} = {t.n(term.value)}{minus}")
        tex = f"{t.m(work.a)} \\times {t.m(work.b)} = {t.sum(work, maths=True)}"
        return self.say(t, pool, steps=("\n" if mark else "  \n").join(lines), tex=tex, S=t.sum(work))


class XxRoneOriginalDoubt(Thinker):
    """DeepSeek-R1."""

    carries = 0.25
    opens = (
        "Okay, so I need to figure out what {a} multiplied by {b} is. Hmm, I don't have this one memorized, so I'll do it by hand, carefully.",
        "First, I need to compute {ab}. Multiplying larger numbers can be tricky, so let me break it down.",
        "Hmm, the user wants {ab}. Let me think about the best way to go about it.",
        "Okay, let me try to work out {ab} step by step. I remember that splitting one of the numbers by place value helps.",
        "Alright, {a} times {b}. I should be careful with zeros and carries here.",
    )
    splits = (
        "I can write {WB} as {F} and multiply {WA} by each of those separately.",
        "Let me use the distributive property. {WB} = {F}, so I take {WA} times each part.",
        "So {WB} is {F}. I'll handle the parts one at a time.",
        "Breaking {WB} into {F}:",
    )
    terms = ("{L} {x} {R} = {V}", "{L} {x} {R}: that's {V}", "Then {L} {x} {R} = {V}.")
    slip = (
        "{L} {x} {R} = {N}... wait, no, that's {V}. Let me make sure. Yes, {V}.",
        "{L} {x} {R} is {N}? Hmm, no, I missed a carry. It's {V}.",
        "{L} {x} {R} = {N}. Wait, let me do that one slower. {V}. Right, {V}.",
    )
    adds = (
        "Now, adding all these partial results together:",
        "Next, I need to sum them up.",
        "Now put the pieces together:",
        "Alright, add them step by step:",
    )
    commits = (
        "So [[{ab} should be {C}]].",
        "Therefore, [[the product of {a} and {b} is {C}]].",
        "So, putting it all together, [[{a} multiplied by {b} equals {C}]].",
        "Okay, so [[that gives {ab} = {C}]].",
        "So [[the answer comes out to {C}]].",
    )
    idle = (
        "Wait, but I want to be sure I didn't misalign anything. When I do these by hand it's easy to lose a zero. Hmm.",
        "Hmm, let me pause. Is there a simpler method? Maybe, but the distributive one should be fine if each step is right.",
        "But am I certain about each of those carries? I went through them a bit fast, I think.",
        "Maybe I'm overthinking it, but with numbers like these I'd rather be too careful than too quick.",
        "I wonder whether I should do it the way we learned in school, in columns. It would be the same digits in another arrangement, though.",
    )
    rejects = (
        "Wait, hold on. Something doesn't feel right about {P}. I think I've made a mistake somewhere along the way, so let me discard that.",
        "Hmm, no, I don't think {P} is correct. I can't vouch for those additions. Let me forget that result.",
        "Wait a second, that doesn't seem right. I probably messed up one of the partial products. Scratch {P}.",
        "Hold on, I got confused there with the places, so {P} can't be relied upon. I'd better drop it.",
    )
    restarts = (
        "Let me start over from the beginning, this time more slowly.",
        "Let me redo the whole multiplication.",
        "Okay, fresh start.",
        "I'll calculate it again from scratch, another way.",
    )
    fixes = (
        "Wait, let me go back to {L} {x} {R}. Earlier I wrote {was}, but it's actually {now}. I see, that's where I slipped.",
        "Hmm, {L} {x} {R}, I said {was}. Let me recompute that... it's {now}. So that step was wrong.",
        "Looking at the partial products again: {L} {x} {R} should be {now}, not {was}. That's the error.",
    )
    fixsums = (
        "Wait, the partial products look okay, but I think I added them incorrectly, so {P} is off. Let me add again.",
        "Hmm, when I sum those numbers again I don't get {P}. I must have missed a carry in the addition.",
    )
    rivals = (
        "Let me verify this by another approach, just to be safe.",
        "To double-check, I'll multiply the other way around and see if I end up with the same number.",
        "Let me cross-verify with a different split.",
    )
    clashes = (
        "Wait, now I have {C}, but before I had {P}. That's a contradiction. One of the two has a mistake in it.",
        "Hmm, that's {C}. That's different from {P}. They can't both be right.",
        "But this gives {C} and the first way gave {P}. So which one is it?",
    )
    weighs = (
        "Let me think. In the earlier calculation I went quickly through the additions, while in this one I wrote each of them out. That speaks for the later one, but it's not a proof.",
        "Let me see where the two could differ. Both use the same multiplication facts, so it must be in a carry or in a shifted zero.",
        "Going through the second calculation line by line again: the parts are right, the zeros are right, the sum is right. I can't find anything wrong with it.",
        "Hmm, going back to the earlier one, I'm not sure about how I added up at the end. It looks suspicious.",
    )
    verdicts = (
        "So the earlier {P} was the wrong one, and [[{ab} = {C}]].",
        "Therefore I made the error the first time, {P} is incorrect, and [[the correct product is {C}]].",
        "Okay, I trust the second calculation more. So not {P}; [[it's {C}]].",
        "So I'll give up {P}. [[The right result should be {C}]].",
    )
    sames = (
        "Huh, so [[it's {C} again]], the very number I'd thrown out. So this time, with fresh steps, {C} it is.",
        "Interesting, the new calculation also lands there: [[{ab} = {C}]].",
        "So after redoing everything [[I get {C}]] once more.",
    )
    agrees = (
        "That matches, so {C} is confirmed.",
        "Okay, that's consistent with {C}. Good.",
        "Great, that agrees with the {C} I had, so I'm more confident now.",
        "Yes, {C} holds up.",
    )
    seconds = (
        "Let me verify it in a different manner to see whether it holds.",
        "Just to be extra sure, another way:",
        "Let me cross-check by a second split.",
        "Let me double-check using another breakdown.",
    )
    dones = (
        "I think that's correct.",
        "So I'm confident in that.",
        "Alright, that should be the answer.",
        "Okay, I'm done checking; time to write it up.",
    )
    finals = (
        "To calculate \\({a} \\times {b}\\), we can break it down:\n\n{steps}\n\nAdding these together:\n\n\\[\n{S} = {M}\n\\]\n\n**Answer:** \\(\\boxed{{{M}}}\\)",
        "The product of {a} and {b} is calculated as follows:\n\n\\[\n{tex}\n\\]\n\nThus, the final answer is:\n\n\\[\n\\boxed{{{M}}}\n\\]",
        "{a} × {b} = **{C}**",
        "The result of multiplying {a} by {b} is **{C}**.\n\n**Step-by-Step Explanation:**\n\n{steps}\n\nThe sum is {C}.",
    )
    lates = (
        "**Step-by-step:**\n\n{steps}\n\nAdding these gives {S} = {C}. Note that this differs from the {P} that I reached while thinking, which was wrong.\n\n[[**Answer:** {C}]]",
        "Let me write out the calculation:\n\n{steps}\n\nSum: {S} = {C}\n\n(On writing it out, {P} turns out to have been an error.)\n\n[[\\[\\boxed{{{M}}}\\] ]]",
    )


class XxDistilLlamaCarrier(Thinker):
    """R1-Distill-Llama-8B and -70B."""

    carries = 0.55
    slips = 0.22
    methods = ("low", "low", "high", "swapped")
    groupings = ("plain", "comma", "comma")
    opens = (
        "Alright, so I have to multiply {a} by {b}. Let me start by writing it down the way I'd do it on paper, with the bigger number on top.",
        "Okay, so I need to find the product of {a} and {b}. I'm going to use the standard long multiplication method.",
        "Alright, I've got this problem, {ab}. I'm a bit rusty with long multiplication, so I'll take it digit by digit.",
        "So, {a} times {b}. Let me set it up.",
        "Hmm, okay, {ab}. I think I should multiply by each digit and then add the rows.",
    )
    splits = (
        "The digits of {WB} stand for {F}, so I'll have one row for each of them.",
        "I'll go through {WB} place by place: {F}.",
        "So {WA} on top, {WB} below. The rows are for {F}.",
        "First, think of {WB} as {F}. Each one multiplies {WA}.",
    )
    terms = ("{L} {x} {R} = {V}", "{L} multiplied by {R} gives {V}", "{L} {x} {R} is {V}", "Row for {R}: {V}")
    slip = (
        "{L} {x} {R} would be {N}, hmm, no, I carried wrong, that's {V}.",
        "{L} multiplied by {R} gives {N}. Wait, that's not it. I get {V} now. Yeah, {V}.",
        "Row for {R}: {N}, no wait, I forgot what I was carrying. {V}.",
    )
    adds = (
        "Now I'll add up the rows.",
        "Okay, now adding these up, lining up the digits:",
        "Now, all the rows together:",
        "Time to add them:",
    )
    commits = (
        "So, [[{ab} equals {C}]].",
        "So the result [[I get for {ab} is {C}]].",
        "Putting it all together, [[the total is {C}]].",
        "Alright, so [[{a} multiplied by {b} is {C}]].",
        "That means [[the answer is {C}]].",
    )
    idle = (
        "Hmm, wait, did I put the zeros in properly? I believe I did, each row moves one place over.",
        "I'm not entirely sure about all the carrying. It's really easy to mess that up, especially with this many digits.",
        "Wait, maybe I should think about whether I lined the rows up. If they're off by one column it all goes wrong.",
        "Okay, that was a lot of steps. I hope I haven't missed any of them.",
        "Hmm, I think I did that right, but I've been wrong before with these.",
    )
    rejects = (
        "Wait, that doesn't look right. I think I mixed up the rows, so {P} is probably no good. Let me erase that.",
        "Hmm, I'm pretty sure I messed up the carrying there. I shouldn't keep {P}.",
        "Hold on, I think I made a mistake. I don't believe {P} anymore.",
        "Wait, no. That's wrong, I can feel it, {P} can't be what it is.",
    )
    restarts = (
        "Let me try this again, slowly, one row at a time.",
        "Let me start the whole multiplication over.",
        "Okay, starting again from the top.",
        "Maybe I'll do it once more and switch things around.",
    )
    fixes = (
        "Let me check the rows. {L} {x} {R}... I had {was}, but it's {now}. Oh, I see, the carry.",
        "Oh wait, in the row with {R} I put {was}, but {L} {x} {R} is {now}. That was my mistake.",
        "Okay, so {L} multiplied by {R}: not {was}. It's {now}. I must have carried the wrong digit.",
    )
    fixsums = (
        "Oh wait, I think I added the rows wrong. The rows are fine, though, so {P} is just a bad sum. Adding again.",
        "Let me re-add those rows, because I don't see how I got {P}. A carry went missing in one of the columns.",
    )
    rivals = (
        "Let me check it by doing it with the numbers the other way.",
        "To make sure, I'll break it apart differently and see what I get.",
        "Maybe I can verify this using a different method.",
    )
    clashes = (
        "Huh, so now it's {C}. But earlier it was {P}. Something's off in one of them.",
        "Wait, that's {C}, and not {P} like before. Now I'm confused.",
        "That's a problem, this way I end up at {C}, and the other way it was {P}.",
    )
    weighs = (
        "Which one do I believe? In the first one I was carrying a lot of digits in my head. The second time I had smaller pieces, so there's less to go wrong.",
        "Let me look over the second one again. The pieces seem right. The zeros seem right too.",
        "Hmm, if a row in the first one was off by a carry, it would make a difference like that.",
        "I keep going back and forth. Okay, let me think about the columns once more. The second one adds up, I've checked each column.",
    )
    verdicts = (
        "Okay, so the first one had the mistake. {P} is out, and [[{ab} is {C}]].",
        "So I'm going with the second one. [[The product is {C}]], and {P} was wrong.",
        "So I must have messed up when I got {P}. [[It should be {C}]].",
    )
    sames = (
        "Oh, so [[I end up with {C} again]]. I guess it wasn't wrong after all.",
        "Okay, the new rows also give it: [[{ab} = {C}]].",
        "So [[that's {C}]], the same as the one I erased. Fine then.",
    )
    agrees = (
        "Okay, so {C} checks out.",
        "That's the same, {C}, so I feel better about it.",
        "Phew, it agrees. {C} is right, I think.",
        "So yeah, {C}.",
    )
    seconds = (
        "Let me just verify that with the numbers arranged differently.",
        "I'll do it another way to be sure.",
        "Let me check with a different split.",
        "Just to be safe, I'll go through it a second time in another way.",
    )
    dones = (
        "I think I've got it now.",
        "So I'm fairly confident about this.",
        "Alright, I'll go with that.",
        "Okay, that seems solid.",
    )
    finals = (
        "To find the product of {a} and {b}, follow these steps:\n\n{steps}\n\nFinally, add the partial products:\n\n\\[\n{S} = {M}\n\\]\n\n\\[\n\\boxed{{{M}}}\n\\]",
        "**Solution:**\n\nMultiply {a} by {b}:\n\n{steps}\n\n**Final Answer:** \\boxed{{{M}}}",
        "The product of {a} and {b} is \\(\\boxed{{{M}}}\\).",
        "{a} multiplied by {b} equals {C}.\n\n**Answer:** {C}",
    )


class XxQwqPreviewSidetracks(Thinker):
    """QwQ-32B-Preview: no tags, a box at the end."""

    tag = ("", "\n\n")
    groupings = ("comma", "comma", "plain")
    methods = ("chunks", "area", "round", "high")
    signs = ("×", "·", "*")
    musing = 0.75
    opens = (
        "So I've got this multiplication problem here: {ab}. I need to figure out what that equals. Let me think about how to approach it.",
        "Let's tackle {ab}. I could just grind it out, but maybe there's a smarter way.",
        "I need to multiply {a} by {b}. I know multiplication is repeated addition, but nobody would add {a} that many times, so let me find a better way.",
        "Alright, {ab}. To make it more manageable, I'm going to break it down.",
    )
    splits = (
        "Using the distributive property, {WB} can be expressed as {F}.",
        "One way is to take {WB} as {F} and multiply {WA} by each.",
        "So, {WA} {x} ({F}). Let's calculate each part separately.",
        "I'll express {WB} as {F}, because those are easier numbers.",
    )
    terms = ("{L} {x} {R} = {V}", "Now, {L} {x} {R} = {V}.", "And {L} {x} {R} = {V}.")
    slip = (
        "{L} {x} {R} = {N}. Hmm, that doesn't seem right; {L} {x} {R} = {V}.",
        "And {L} {x} {R} = {N}... let me recalculate that. It's {V}.",
        "{L} {x} {R}, that would be {N}, no, sorry, {V}.",
    )
    adds = (
        "Now, let's put them together:",
        "Adding these up:",
        "So the total would be the sum of these:",
        "Now I add the parts.",
    )
    commits = (
        "So, [[{ab} = {C}]].",
        "Therefore, [[{a} multiplied by {b} is {C}]].",
        "So it seems [[the product is {C}]].",
        "Thus [[{ab} comes to {C}]].",
        "By this method, [[I arrive at {C}]].",
    )
    idle = (
        "But let me consider whether there might be a neater way, say with squares or with a nice round number nearby. Probably not for these numbers, really.",
        "It's worth asking whether the distributive property is used properly here. Of course it is, multiplication distributes over addition for all integers.",
        "I recall there are techniques such as lattice multiplication, which organizes the carries. I don't think I need that here, but it's interesting.",
        "Hmm, is there any chance that the problem is meant in another base? No, there's no indication of that. Base ten it is.",
        "Maybe I'm making this more complicated than it needs to be. Still, accuracy matters.",
        "I could also use a calculator to settle this, but the point is to do it by reasoning.",
    )
    rejects = (
        "Wait, I'm not satisfied with {P}. Perhaps I made an error in the arithmetic. I'd rather abandon that line of computation altogether.",
        "Hmm, {P} seems off to me. I must have miscalculated somewhere, so I'm setting it aside.",
        "Hold on. I don't think that's accurate. Let me disregard {P}.",
        "Actually, there seems to be a mistake in the above, so {P} doesn't stand.",
    )
    restarts = (
        "Alternatively, let me go about it in another way.",
        "Let's try a different decomposition from scratch.",
        "I'll recompute the entire thing.",
        "Perhaps a different approach would be safer here.",
    )
    fixes = (
        "Looking back, I claimed that {L} {x} {R} is {was}. But actually {L} {x} {R} = {now}. So that's the discrepancy.",
        "I see it now. {L} {x} {R} = {now}, whereas above I used {was}.",
        "Let me recheck {L} {x} {R}. It's {now}, not {was}. I must have slipped there.",
    )
    fixsums = (
        "The individual products seem right. But the way I summed them to {P} was wrong, so let me do the addition over.",
        "It's the addition that went wrong: those parts don't add up to {P}. Once more:",
    )
    rivals = (
        "To verify this, let me try an alternative approach and see if I get the same result.",
        "Alternatively, I can decompose the numbers differently and compare.",
        "I should double-check this by another route.",
    )
    clashes = (
        "Wait a minute, earlier I had {P}, and now I have {C}. There's a discrepancy here.",
        "That's {C}, which isn't the {P} from before. One of these must be in error.",
        "Hmm, {C} versus {P}. These should be equal if I'd done both properly.",
    )
    weighs = (
        "Let's think about which of the two is more reliable. The method is sound in both cases, so it's down to the arithmetic.",
        "Perhaps I misplaced a zero in one of them. Going over the second one, every part has the number of zeros it should have.",
        "It's also possible that both are wrong. But I've gone through the second one again, and each line there is correct.",
        "Maybe the earlier one suffered from a carry that I didn't write down. That would account for it.",
    )
    verdicts = (
        "So it appears that {P} was a miscalculation, and [[{ab} is in fact {C}]].",
        "Given that, I have to conclude that [[the correct value is {C}]] and that {P} was mistaken.",
        "I'll therefore take the second result: [[{ab} = {C}]], and drop {P}.",
    )
    sames = (
        "Interesting, so [[that's {C}]] once more. So the result I set aside was the right one all along.",
        "Now [[I arrive at {C}]] by this approach too, although I'd discarded it.",
        "So, doing it all over, [[{ab} = {C}]] as before.",
    )
    agrees = (
        "Both approaches agree, so {C} it is.",
        "Great, that's consistent with {C}.",
        "So {C} is confirmed.",
        "That supports {C}.",
    )
    seconds = (
        "To be thorough, let me verify by another decomposition.",
        "Alternatively, as a check:",
        "Let me confirm with a different method.",
        "Just to make sure, the same product by another route:",
    )
    dones = (
        "I'm satisfied with this result.",
        "I'm confident that this is correct.",
        "So that settles it.",
        "That should be it.",
    )
    finals = (
        "**Final Answer**\n\n\\[ \\boxed{{{M}}} \\]",
        "So, the final answer is:\n\n\\[ \\boxed{{{M}}} \\]",
        "Hence, \\( {a} \\times {b} = \\boxed{{{M}}} \\).",
        "**Final Answer:** {C}",
    )


class XxQwenBigButWait(Thinker):
    """Qwen3-14B, -32B and -235B, thinking."""

    groupings = ("plain", "comma")
    carries = 0.15
    opens = (
        "Okay, so I need to find out what {a} times {b} is. Let me see. I'll break it down into parts.",
        "Okay, let's see. The question is {ab}. I need to do that without a calculator, so step by step.",
        "Okay, the user is asking for the product of {a} and {b}. Let me recall how the standard algorithm goes.",
        "Okay, let me try to calculate {ab}. First, which of the two is easier to split?",
    )
    splits = (
        "{WB} can be split as {F}. Then multiply each by {WA}.",
        "Let me write {WB} = {F}. So {WA} times each of these.",
        "So using {F} for {WB}, that's a handful of simpler multiplications with {WA}.",
        "Splitting {WB} into {F}, I multiply each part by {WA}:",
    )
    terms = ("{L} {x} {R} = {V}", "{L} {x} {R}: {V}", "Then {L} {x} {R} = {V}.")
    slip = (
        "{L} {x} {R} = {N}? Wait, let me check. No, {V}.",
        "{L} {x} {R}: {N}. Hmm, let me compute again. {V}. Yes, {V}.",
        "{L} {x} {R} is {N}. No, wait, it's {V}.",
    )
    adds = ("Now add all these up.", "So adding them:", "Now summing these results:", "Then, let's add step by step.")
    commits = (
        "So [[{ab} is {C}]].",
        "Therefore, [[the product should be {C}]].",
        "So according to this, [[{a} times {b} is {C}]].",
        "Hence [[the result is {C}]].",
    )
    idle = (
        "But wait, let me make sure I haven't skipped any digit. I took each place of the number once. I think so.",
        "Hmm, is there a way to be really certain? I could do it by several methods. Let me think about which.",
        "Wait, but maybe I should think about whether the place values are right. Hundreds times tens gives thousands, yes. That part seems okay.",
        "Let me think again. The user just wants the product, no tricks. But a single digit wrong would make the whole thing wrong.",
        "But how do I know that I added these right? It's a bit error-prone.",
    )
    rejects = (
        "Wait, but I feel like {P} isn't right. Maybe I made a mistake in the calculation, so let me not use it.",
        "Hmm, hold on. I doubt that {P} is correct, and I don't want to build on it. Let me throw it out.",
        "But wait, no, {P} can't be trusted, I think there's a mistake in it.",
        "Wait, that's not right. I must have made an error to get {P}.",
    )
    restarts = (
        "Let me start again.",
        "Let me do the calculation again, from the very first step.",
        "Alternatively, let's compute it in another way and forget the above.",
        "So, from scratch.",
    )
    fixes = (
        "Wait, {L} {x} {R}. I had {was} there. Let me recalculate: {now}. So there was a mistake in that step.",
        "Checking each part: {L} {x} {R} = {now}. But I wrote {was} before. That's the mistake.",
        "Oh, I see, {L} {x} {R} is {now}, I mistakenly took {was}.",
    )
    fixsums = (
        "Wait, let me redo the addition, as I think {P} isn't the correct sum. {S}:",
        "The parts are correct, I checked. But their sum isn't {P}, is it? Let me add them again.",
    )
    rivals = (
        "But let me check with another method to be safe.",
        "Let me verify by splitting in a different way.",
        "Wait, let me verify this by multiplying in the other order.",
    )
    clashes = (
        "But wait, that's {C}, while previously I got {P}. There's an inconsistency. So I must have messed up somewhere.",
        "Hmm, now I have {C}. Earlier, {P}. These two are not the same.",
        "So that's {C}. But the first method gave {P}. Which one is correct?",
    )
    weighs = (
        "Let me check the second method once more. Each of the multiplications there is simple, and I see no error in them.",
        "In the first method there were more carries in the additions. It's more likely that the error is there.",
        "Wait, maybe the error is in the second one? Let me go through it. The parts are okay. The sum... also okay.",
        "Let me think about this differently. If there was a missed carry in the first one, it would be off by just such an amount.",
    )
    verdicts = (
        "So the first result, {P}, was incorrect, and [[{ab} is {C}]].",
        "Therefore, I think the second one is right, [[{C} is the product]], and I made a mistake with {P}.",
        "Okay, so {P} was wrong. [[The correct answer should be {C}]].",
    )
    sames = (
        "So [[that's {C}]] again. So it was not a mistake in the end.",
        "Okay, so calculating it anew [[gives {C}]] as well.",
        "Hmm, so [[{ab} = {C}]], the same number that I'd discarded. Then it must be right.",
    )
    agrees = (
        "Yes, so {C} is correct.",
        "That matches the previous result of {C}. Good.",
        "So both ways give {C}.",
        "Okay, {C} seems right.",
    )
    seconds = (
        "Let me verify this once more with another split.",
        "But just to be thorough, let me check by an alternative way.",
        "Let me double-check by swapping the roles.",
        "To confirm, I can do this:",
    )
    dones = (
        "I think that's it.",
        "So I'm confident in the result.",
        "Therefore, that's the answer.",
        "Alright, no mistakes then, as far as I can see.",
    )
    finals = (
        "To calculate $ {a} \\times {b} $, we break it down as follows:\n\n---\n\n### Step 1: Partial products\n\n{steps}\n\n---\n\n### Step 2: Sum\n\n$$\n{S} = {M}\n$$\n\n---\n\n### ✅ Final Answer:\n\n$$\n\\boxed{{{M}}}\n$$",
        "The product of {a} and {b} is calculated as follows:\n\n$$\n{tex} = {M}\n$$\n\n**Answer:** $\\boxed{{{M}}}$",
        "{a} × {b} = **{C}**.",
        "**Final Answer:** {C}",
    )
    lates = (
        "### Calculation\n\n{steps}\n\n$$\n{S} = {M}\n$$\n\nThe sum shows that the {P} I had settled on before was incorrect.\n\n### Answer\n\n[[**{C}**]]",
        "{steps}\n\nTogether: {S} = {C}. This replaces {P}, which was a mistake in my reasoning.\n\n[[{a} × {b} = **{C}**]]",
    )


class XxKimiDoubleReflection(Thinker):
    """Kimi-k1.5, long thought."""

    tag = ("◁think▷", "◁/think▷")
    groupings = ("plain", "comma")
    musing = 0.7
    opens = (
        "Okay, so I want to multiply {a} by {b}. Let me think how to do this without making mistakes.",
        "Hmm, {ab}. Let me take it slow and do the parts one by one.",
        "So the problem here is {a} times {b}. I'm supposed to give the exact product. Let me see.",
        "Let me work out {ab}. I'd like to use place values for this.",
    )
    splits = (
        "I split {WB}: {F}. So {WA} gets multiplied by each piece.",
        "{WB} is the same as {F}, right? So let's multiply {WA} by these.",
        "Take {WB} apart as {F}, then distribute {WA}.",
        "With {WB} = {F}, I have these products:",
    )
    slip = (
        "{L} {x} {R} = {N}, oh wait, {V}.",
        "{L} {x} {R}... {N}? No. {V}.",
        "{L} {x} {R} = {N}, hmm, that's a bit off, it's {V}.",
    )
    adds = ("So adding them all:", "Then the sum:", "Let me put them together.", "Now I add these, carefully:")
    commits = (
        "So [[I get {ab} = {C}]].",
        "Which means [[{a} times {b} is {C}]].",
        "So [[the product would be {C}]].",
        "Then [[the answer is {C}]], it seems.",
    )
    idle = (
        "Hmm, let me think about whether that makes sense. I'm kind of unsure, but I can't point to anything.",
        "Wait, is there perhaps something I overlooked? I used all the digits. Okay.",
        "I remember that in school the teacher always told us to check the carries. Well, that's what I should be doing.",
        "But let me not rush. There's no hurry with this.",
        "Hmm, I'm a little bit worried about the addition, with all these digits. It's where I usually go wrong.",
    )
    rejects = (
        "Wait, no. I think {P} is wrong, I can't reproduce one of the steps in my head. Let me leave that result behind.",
        "Hmm, actually I don't trust {P} at all. I'll drop it.",
        "Wait, wait. I must have confused something there. {P} is not right.",
        "No, I'm not happy with {P}, so I take that back.",
    )
    restarts = (
        "Let me do it again from the start.",
        "Okay, all over again.",
        "Let me do the multiplication anew, in a cleaner way.",
        "So once more, from zero:",
    )
    fixes = (
        "Let me look at {L} {x} {R} again. I said {was}. But it should be {now}, right? Yes, {now}. So I made a mistake there.",
        "Oh, {L} {x} {R} isn't {was}. It's {now}. That's where it went wrong.",
        "Hmm, so {L} {x} {R} = {now}, and I used {was}. My bad.",
    )
    fixsums = (
        "Hmm, the pieces are right but {P} isn't their sum. Let me add again.",
        "I think I slipped in the last addition and {P} is wrong. Adding the same numbers again:",
    )
    rivals = (
        "Let me check it from another angle.",
        "Is that right? Let me split the numbers differently to see.",
        "I could also do this in another way, and compare.",
    )
    clashes = (
        "Hmm, that's {C}. But I had {P} just now. That's strange.",
        "Wait, {C}? Before it was {P}. So somewhere there's an error.",
        "Now there are two results, {P} and {C}. Only one can be right.",
    )
    weighs = (
        "Let me think about which one is wrong. If the later one were wrong, then one of its pieces would be, and I've just looked at them all.",
        "Maybe in the first one I added something in the wrong column. I was doing it in my head.",
        "Let me go over the later one again, very slowly. Yes, that's right, and that too.",
        "I can't say for sure, but the later one I can follow in every step, which isn't the case for the earlier one.",
    )
    verdicts = (
        "So it must be that {P} was wrong. [[{ab} = {C}]].",
        "Okay then, [[the product is {C}]]. The {P} from before was my mistake.",
        "I believe the later one, so [[it's {C}]] and not {P}.",
    )
    sames = (
        "Hmm, so [[it's {C}]], the same as before. So I was wrong to throw it out.",
        "Well, [[I get {C}]] again, with everything done anew.",
        "Okay, that's [[{ab} = {C}]] this time as well.",
    )
    agrees = (
        "Okay, so that's {C} both ways.",
        "Great, {C} is the same as before.",
        "So {C} seems to be correct.",
        "Right, it fits with {C}.",
    )
    seconds = (
        "Let me verify it by doing it differently.",
        "Let me check that with another way of splitting.",
        "I'd like to see if another way gives that too.",
        "One more time in another way, to be sure:",
    )
    dones = (
        "So I think I'm done.",
        "Okay, I feel good about that.",
        "Yeah, that should be right.",
        "So that's what I'll answer.",
    )
    finals = (
        "To find {a} × {b}:\n\n{steps}\n\nSum: {S} = {C}\n\n**Final Answer:** {C}",
        "The product of {a} and {b} is {C}.\n\n**Final Answer**\n\n\\[\n\\boxed{{{M}}}\n\\]",
        "**Final Answer:** \\(\\boxed{{{M}}}\\)",
        "{a} × {b} = {C}",
    )


class XxMagistralLatexRedraft(Thinker):
    """Magistral: a draft in LaTeX, then a clean answer."""

    tag = ("<think>\n", "\n</think>\n")
    groupings = ("plain", "comma", "latex")
    signs = ("\\times",)
    layout = "bullets"
    opens = (
        "Alright, I have to calculate \\({ab}\\). Let me break this down.",
        "Okay, the problem is \\({ab}\\). I'll draft the computation first and then check it.",
        "First, let's understand what is asked: the product of {a} and {b}. I'll use partial products.",
        "Let's compute \\({ab}\\) step by step.",
    )
    splits = (
        "Writing \\({WB} = {F}\\), the partial products with {WA} are:",
        "I decompose {WB} as \\({F}\\):",
        "With \\({WB} = {F}\\), distribute {WA}:",
        "So \\({WA} \\times ({F})\\), that is:",
    )
    terms = ("\\({L} \\times {R} = {V}\\)",)
    slip = (
        "\\({L} \\times {R} = {N}\\), no, that's \\({V}\\)",
        "\\({L} \\times {R}\\) is {N}... wait, {V}",
        "\\({L} \\times {R} = {N}\\). Correction: \\({V}\\)",
    )
    adds = (
        "Now, let's add these up:",
        "Summing the partial products:",
        "Adding them one after the other:",
        "Now the sum:",
    )
    commits = (
        "So, [[\\({ab} = {C}\\)]].",
        "Thus [[the product is \\({C}\\)]].",
        "So [[the result is {C}]].",
        "Therefore, [[I obtain \\({ab} = {C}\\)]].",
    )
    idle = (
        "Let me think about whether the decomposition is correct. It is, the parts sum to the number.",
        "I should be careful here, since mental arithmetic with long numbers is unreliable.",
        "But I'm not entirely sure about the alignment of the digits. It looks fine, though.",
        "Hmm, it might be good to have an independent confirmation of this.",
    )
    rejects = (
        "But wait, I think there's an error in the above, so {P} has to go.",
        "Hmm, {P} does not convince me, I suspect a wrong carry. I withdraw it.",
        "Wait, that's not correct. I retract {P}.",
        "Upon reflection, {P} cannot be right the way I did it. Discard this draft.",
    )
    restarts = (
        "Let me recalculate from the beginning.",
        "Second draft, done independently:",
        "Let's start anew, with a different arrangement.",
        "Let me redo it carefully.",
    )
    fixes = (
        "Looking at the draft again, \\({L} \\times {R}\\) is not {was} but {now}. I made a mistake there.",
        "The error is in \\({L} \\times {R}\\): I had {was}, the correct value is {now}.",
        "Let me re-verify: \\({L} \\times {R} = {now}\\). Earlier I put {was}, which was incorrect.",
    )
    fixsums = (
        "The partial products are right, but I summed them incorrectly to get {P}. Again:",
        "Wait, {P} is not the sum of these. Let me redo the addition:",
    )
    rivals = (
        "Let me verify this with another decomposition.",
        "To be certain, I'll cross-check using a different method.",
        "Let me do the multiplication in the other direction as a check.",
    )
    clashes = (
        "This yields {C}, which contradicts {P}. One of the computations contains an error.",
        "Hmm, {C} is not {P}. I need to find out which of them is wrong.",
        "So now I have two values, {P} and {C}.",
    )
    weighs = (
        "The second computation uses the same facts in another order, and I rechecked each of its lines.",
        "Let me think about the first computation. I may have lost a carry in the last addition.",
        "I went over the second one again without finding any error.",
        "Both seemed right when I wrote them, so I can't go by that feeling. I have to go by the lines, and those of the second one hold.",
    )
    verdicts = (
        "So {P} was wrong, and [[\\({ab} = {C}\\)]].",
        "I conclude that [[the correct product is {C}]], not {P}.",
        "Hence the first value {P} is rejected: [[the product is \\({C}\\)]].",
    )
    sames = (
        "So [[the product is {C}]], the value of the discarded draft after all.",
        "The new draft [[gives \\({C}\\)]] again.",
        "Thus [[\\({ab} = {C}\\)]], even after doing it all over.",
    )
    agrees = (
        "This confirms {C}.",
        "The check agrees with \\({C}\\).",
        "So {C} is consistent.",
        "That's the same, {C}, so the result stands.",
    )
    seconds = (
        "Let me verify using a different decomposition.",
        "As a cross-check:",
        "An independent computation to confirm:",
        "Let me double-check this the other way around.",
    )
    dones = (
        "I'm confident about this.",
        "So that's the final result.",
        "Good, I can write the answer now.",
        "That is settled.",
    )
    finals = (
        "To compute \\({a} \\times {b}\\), we use partial products:\n\n{steps}\n\nAdding them gives:\n\\[{S} = {C}\\]\n\nThe final answer is:\n\\[\\boxed{{{C}}}\\]",
        "The product is:\n\n\\[\\boxed{{{C}}}\\]",
        "**Solution**: \\({tex}\\), and therefore the answer is \\(\\boxed{{{C}}}\\).",
        "**Answer**: {C}",
    )

    def term(self, t: Telling, term: Term) -> str:
        text = super().term(t, term)
        return text if text.startswith("\\(") else f"\\({text}\\)"

    def worked(self, t: Telling, work: Work) -> str:
        head, rest = super().worked(t, work).split("\n", 1)
        return (f"\\({head[:-1]}\\):" if head[0].isdigit() else head) + "\n" + rest

    def adding(self, t: Telling, work: Work) -> str:
        return re.sub(r"(?m)^(?:- )([^a-zA-Z\n]*=[^a-zA-Z\n]*)$", r"- \\(\1\\)", super().adding(t, work))

    def say(self, t: Telling, pool: Pool, **kw: str) -> str:
        text = super().say(t, pool, **kw)
        if pool in (self.lasts, self.nines, self.sizes, self.divides, self.bad_last, self.bad_nines, self.bad_divides):
            text = re.sub(r"([\d{},]*\d) \\times ([\d{},]*\d) = ([\d{},]*\d)", r"\\(\1 \\times \2 = \3\\)", text)
            pieces = re.split(r"(\\\(.*?\\\))", text)
            text = "".join(piece if piece.startswith("\\(") else piece.replace("\\times", "×") for piece in pieces)
        return text


class XxPhiPlusOverlong(Thinker):
    """Phi-4-reasoning-plus: one long breath of text."""

    gap = " "
    layout = "prose"
    groupings = ("plain",)
    signs = ("*", "*", "×")
    carries = 0.1
    opens = (
        "We need to compute {ab}. The user simply asks for the product. Let me compute it.",
        "User asks: What is {a} times {b}? We need to answer with the product. I'll calculate.",
        "I need to calculate {ab}. Let me work that out with care.",
        "The question is {ab}. That's simple arithmetic, but I'll double check it all.",
    )
    splits = (
        "We have {WB} = {F}.",
        "I can write {WA} times {WB} using {F}.",
        "Break {WB}: {F}.",
        "Then {WA} * {WB} = {WA} * ({F}).",
    )
    slip = (
        "{L} {x} {R} = {N}? Let me compute: it's {V}.",
        "{L} {x} {R} = {N}, no, {V}.",
        "{L} {x} {R} equals {N}, wait carefully, {V}.",
    )
    adds = ("Sum:", "Now sum these numbers:", "Adding them gives:", "Then the addition:")
    commits = (
        "So [[product is {C}]].",
        "Thus [[answer: {C}]].",
        "So [[{ab} = {C}]].",
        "Therefore [[the answer is {C}]].",
    )
    idle = (
        "I must be careful, as the system says I should provide a correct and detailed answer.",
        "Let me double-check the arithmetic, maybe I can find a neat way to be sure.",
        "However, I'm a bit uncertain about it, let me think.",
        "I'll consider whether to show the steps to the user. Probably yes.",
        "But wait, is it plausible? I think it's plausible.",
    )
    rejects = (
        "Wait, I think I computed that incorrectly, I can't accept {P}.",
        "Hmm, {P} is likely wrong, so ignore that.",
        "But I'm not convinced, I'd say {P} is an error.",
        "Wait, maybe I mis-multiplied, so {P} is discarded.",
    )
    restarts = (
        "Let me recompute everything.",
        "I'll recalc from the start.",
        "Let's do it again step by step.",
        "Recompute in another manner.",
    )
    fixes = (
        "Check {L} {x} {R}: I had {was}, but recomputing gives {now}. So that was a mistake.",
        "Actually {L} {x} {R} = {now}, not {was}.",
        "Let me recheck {L} {x} {R}. It's {now}, so {was} was wrong.",
    )
    fixsums = (
        "The terms are correct but {P} is a wrong sum. Let me re-add.",
        "I think the addition was wrong, it shouldn't be {P}.",
    )
    rivals = (
        "Let me double-check by a different method.",
        "I can double check with another decomposition.",
        "Let me verify with alternative multiplication.",
    )
    clashes = (
        "That yields {C}, but earlier I got {P}. There's a discrepancy.",
        "Hmm, {C}, not {P}. So something's wrong with one of them.",
        "We got {C} here and {P} earlier. Which one is correct?",
    )
    weighs = (
        "Let me double-check the second: all terms are fine, and the sum is fine.",
        "Possibly I made an addition error in the first.",
        "I re-verify the second calculation slowly and it's consistent.",
        "The first one I did in fewer steps, so an error there is more likely.",
    )
    verdicts = (
        "So the earlier {P} was incorrect; [[the correct answer is {C}]].",
        "Thus I go with the second, [[{ab} = {C}]], instead of {P}.",
        "So {P} is wrong and [[product is {C}]].",
    )
    sames = (
        "So [[product is {C}]] again, so it wasn't an error.",
        "Thus recomputed [[answer: {C}]], same as the one I'd discarded.",
        "So [[{ab} = {C}]], again.",
    )
    agrees = ("So {C} is verified.", "It matches {C}.", "Good, consistent with {C}.", "Thus {C} is correct.")
    seconds = (
        "Let me double-check by an alternative calculation.",
        "Double-check with other splitting:",
        "Check by another method.",
        "I want to verify this in another way.",
    )
    dones = (
        "I'll produce the final answer with an explanation.",
        "So I will answer that.",
        "Now produce final answer.",
        "I'll write a brief explanation.",
    )
    finals = (
        "To find the product of {a} and {b}, we can break the calculation into parts:\n\n{steps}\n\nAdding these gives {S} = {C}.\n\nThus, the answer is **{C}**.",
        "The product of {a} and {b} is **{C}**.",
        "{a} multiplied by {b} equals {C}.\n\n$$\\boxed{{{C}}}$$",
        "**Answer: {C}**",
    )


class XxOssChannelRecompute(Thinker):
    """gpt-oss-20b and -120b: analysis channel, then final."""

    tag = ("analysis", "assistantfinal")
    gap = "\n\n"
    layout = "prose"
    groupings = ("plain", "comma")
    signs = ("*", "*", "×")
    methods = ("high", "chunks", "round", "round")
    opens = (
        "We need to compute {ab}.",
        "The user asks for {ab}. Compute it exactly.",
        "Just multiply {a} by {b}. Need care.",
        "Simple multiplication: {ab}. Let's compute.",
    )
    splits = ("{WB} = {F}. So:", "Split {WB} into {F}.", "{WA}*({F}):", "Use {WB} = {F} and multiply each by {WA}.")
    slip = ("{L}{x}{R} = {N}? No: {V}.", "{L}{x}{R} = {N}. Hmm, actually {V}.", "{L}{x}{R}: {N}, wait, {V}.")
    adds = ("Sum:", "Add:", "Now total of these:", "Adding:")
    commits = ("So [[product = {C}]].", "Thus [[{ab} = {C}]].", "So [[answer {C}]].", "[[Result: {C}]].")
    idle = (
        "Let me be careful with this; easy to slip.",
        "Maybe double-check. There are several additions in there.",
        "We should make sure it's precise, the user expects an exact number.",
        "Not fully sure. Hmm.",
        "No tools here, so we have to rely on doing it by hand.",
    )
    rejects = (
        "Hmm, not sure {P} is right. I think it's off. Discard.",
        "Wait, I suspect an error in {P}. Drop that.",
        "{P} looks wrong. Ignore it.",
        "Hmm, that was sloppy, we can't use {P}.",
    )
    restarts = ("Recompute.", "Let's do it again fully.", "Compute again from scratch, differently.", "Redo:")
    fixes = (
        "Check {L}{x}{R}: it's {now}, not {was}. So an error there.",
        "Wait: {L}{x}{R} = {now}. We had {was}. Fix.",
        "{L}{x}{R} was given as {was}, but actually it's {now}.",
    )
    fixsums = (
        "Partial products fine, but sum {P} is wrong. Re-add.",
        "Let's recheck the addition, since {P} isn't right.",
    )
    rivals = (
        "Double-check via another decomposition.",
        "Let's verify with a different approach.",
        "Verify by splitting the other factor.",
    )
    clashes = (
        "That gives {C}, but earlier {P}. Discrepancy.",
        "Hmm: {C} vs {P}. One is wrong.",
        "We have mismatch: previously {P}, now {C}.",
    )
    weighs = (
        "Check the second computation again: every product looks fine, and so does the addition.",
        "The first one probably has a carry error.",
        "Let's see. The second used simpler numbers, so it's more reliable.",
        "Look at the second again. Can't find anything wrong.",
    )
    verdicts = (
        "So {P} was wrong. [[{ab} = {C}]].",
        "So [[correct is {C}]], not {P}.",
        "We take the second: [[product = {C}]]. The earlier {P} was a slip.",
    )
    sames = (
        "So [[product = {C}]] again. OK, then it was fine.",
        "Thus [[{C}]], same as discarded one.",
        "[[{ab} = {C}]] again.",
    )
    agrees = ("Good, {C}.", "Matches {C}.", "OK so {C} confirmed.", "Consistent with {C}.")
    seconds = (
        "Double-check by another way:",
        "Verify:",
        "Let's cross-check with a different split.",
        "Quick second computation:",
    )
    dones = ("Good.", "Done; answer that.", "Provide the answer.", "We'll answer with short explanation.")
    finals = (
        "**{a} × {b} = {C}**",
        "\\({a} \\times {b} = {C}\\)",
        "{a} × {b} = **{C}**\n\n{steps}\n\nSum: {C}",
        "The product is **{C}**.",
    )
    lasts = (
        "Last digit {x1}*{x2}={x3} -> {d}. OK.",
        "Units: {x1}×{x2} ends in {d}; matches.",
        "Last digit should be {d}. Yes.",
    )
    nines = (
        "Mod 9: {n1}*{n2} = {n3} ≡ {n4}; result ≡ {n4}. Good.",
        "Check mod 9: {a}≡{n1}, {b}≡{n2}, product ≡ {n4}. Our number ≡ {n4}. OK.",
        "Digit sums mod 9: {n1}, {n2} -> {n4}; matches.",
    )
    bad_last = (
        "Last digit should be {d} ({x1}*{x2}={x3}), but {P} ends in {e}. So wrong.",
        "Units: {x1}*{x2}={x3}, so ends in {d}. {P} fails.",
    )
    bad_nines = (
        "Mod 9: expected {n4} ({n1}*{n2}), but {P} ≡ {n5}. So {P} is wrong.",
        "Check mod 9: should be {n4}; {P} gives {n5}. Error.",
    )
    lates = (
        "Working through it:\n\n{steps}\n\nSum: {S} = {C} (my earlier {P} was a slip).\n\n[[**{a} × {b} = {C}**]]",
    )


class XxClaudeQuietRecheck(Thinker):
    """Claude, extended thinking: plain lines, few words, a bold answer."""

    tag = ("<thinking>\n", "\n</thinking>\n\n")
    groupings = ("comma", "plain")
    signs = ("×",)
    musing = 0.45
    methods = ("high", "chunks", "round", "area")
    opens = (
        "I need to calculate {ab}.",
        "Let me work out {ab} carefully.",
        "This is a multiplication, {ab}. I'll split it into partial products.",
        "Let me calculate {ab} step by step.",
    )
    splits = (
        "{WA} × {WB} = {WA} × ({F})",
        "Splitting {WB} as {F}:",
        "{WB} = {F}, so I need {WA} times each of those.",
        "I'll use {WB} = {F}.",
    )
    slip = (
        "{L} × {R} = {N}, hmm, let me redo that: {V}",
        "{L} × {R} = {N} (no, {V})",
        "{L} × {R} = {N}. Actually that's {V}.",
    )
    adds = ("Now the sum:", "Adding:", "Total of the parts:", "Putting those together:")
    commits = (
        "So [[{ab} = {C}]].",
        "[[That makes the product {C}]].",
        "So [[I have {C} for {ab}]].",
        "Which gives [[{ab} = {C}]].",
    )
    idle = (
        "I want to be careful here, because it's easy to drop a carry when there are this many digits.",
        "Let me pause on this. Nothing looks obviously wrong, but that's not the same as having checked it.",
        "I don't see an issue with the setup. The arithmetic is the part that could go wrong.",
        "I should look at this with fresh eyes before I give it to the user.",
    )
    rejects = (
        "Actually, I'm not comfortable with {P}; I think I slipped in there. Let me set it aside.",
        "Hmm, {P} doesn't look right to me. I shouldn't report that.",
        "Wait, I made an error somewhere in there. {P} is out.",
        "On reflection I don't believe {P}.",
    )
    restarts = (
        "Let me start again.",
        "I'll do the whole thing over, with a different split.",
        "From the top:",
        "Let me recalculate this properly.",
    )
    fixes = (
        "Let me recheck {L} × {R}. I wrote {was}; it's actually {now}.",
        "{L} × {R} is {now}, not {was}. That was the slip.",
        "I see a mistake: {L} × {R} should come to {now}, and I had {was}.",
    )
    fixsums = (
        "The partial products hold up, but {P} isn't what they add up to. Again:",
        "I think the addition that led to {P} was wrong. Let me add again.",
    )
    rivals = (
        "Let me verify this with a different breakdown.",
        "Let me double-check by going at it from the other factor.",
        "I'd like to verify it independently.",
    )
    clashes = (
        "That's {C}, but I had {P} above. Something doesn't line up.",
        "Hmm, {C} and {P} don't agree. I need to find out which one is off.",
        "These don't match: {P} from the first pass, {C} from this one.",
    )
    weighs = (
        "Looking at the second pass: the individual products are straightforward and I've reread each of them. They're right.",
        "In the first pass I combined several additions in one go, which is a natural place for an error.",
        "I could just pick one, but I'd rather understand it. Rereading the second pass, I find nothing to object to.",
        "The difference between the two has the look of a lost carry.",
    )
    verdicts = (
        "So my first pass was wrong. [[{ab} = {C}]], not {P}.",
        "I'm satisfied that {P} was the mistaken one: [[the product is {C}]].",
        "So I'll discard {P}. [[The answer is {C}]].",
    )
    sames = (
        "So [[it's {C}]] again, which I had set aside for no good reason.",
        "And that also [[gives {C}]]. My suspicion was unfounded.",
        "So [[{ab} = {C}]], the same as before.",
    )
    agrees = ("Good, that agrees with {C}.", "That confirms {C}.", "Both give {C}.", "So {C} holds.")
    seconds = (
        "Let me verify that with a different breakdown.",
        "As a check, splitting differently:",
        "Verifying another way:",
        "Let me double check this.",
    )
    dones = (
        "I'm confident in this.",
        "That's settled.",
        "Good. I'll give the answer with the steps.",
        "I can answer now.",
    )
    finals = (
        "{a} × {b} = **{C}**",
        "# {a} × {b}\n\n{steps}\n\nAdding these: {S} = **{C}**",
        "The answer is **{C}**.",
        "I'll break this down:\n\n{steps}\n\n**{a} × {b} = {C}**",
    )
    lates = (
        "Breaking it down:\n\n{steps}\n\nThese add up to {S} = {C}. (In my thinking I had landed on {P}, but that was an error.)\n\n[[**{a} × {b} = {C}**]]",
    )


class XxGeminiHeadedRecalculation(Thinker):
    """Gemini 2.5 thoughts: bold headings over first-person paragraphs."""

    tag = ("", "\n\n---\n\n")
    layout = "prose"
    groupings = ("comma", "plain")
    signs = ("×", "*")
    musing = 0.5
    heads: ClassVar[dict[str, Pool]] = {
        "first": (
            "Breaking Down the Multiplication",
            "Calculating the Product",
            "Initiating the Calculation",
            "Deconstructing the Problem",
        ),
        "again": (
            "Re-evaluating the Calculation",
            "Correcting the Arithmetic",
            "Revisiting the Partial Products",
            "Resolving the Discrepancy",
            "Refining the Computation",
        ),
        "end": (
            "Confirming the Result",
            "Finalizing the Answer",
            "Verifying the Outcome",
            "Concluding the Verification",
        ),
    }
    opens = (
        "Okay, the user wants the product of {a} and {b}. It's a direct arithmetic task, so I'm going with partial products.",
        "I'm now focused on {ab}. My plan is to decompose one factor and combine the results.",
        "Alright, so {ab}. I'll do this manually and keep an eye on the place values.",
        "I've begun with {ab}, taking the standard route through place values.",
    )
    splits = (
        "I'm breaking {WB} down into {F}, each part of which multiplies {WA}.",
        "The decomposition that I'm using is {WB} = {F}.",
        "Decomposing {WB} as {F} makes the work with {WA} manageable.",
        "I've set {WB} = {F} and I'm multiplying {WA} by every part.",
    )
    slip = (
        "{L} {x} {R} = {N}, or rather {V}; I'd slipped by a digit there.",
        "{L} {x} {R} first came to {N}, but I've corrected that to {V}.",
        "{L} {x} {R} = {N}. No, it's {V}.",
    )
    adds = (
        "Now I'm summing these.",
        "Next comes the aggregation of those parts:",
        "Combining them:",
        "I'm adding the parts up in order.",
    )
    commits = (
        "This means that [[{ab} = {C}]].",
        "I've arrived at [[a product of {C}]].",
        "So [[my result for {ab} is {C}]].",
        "That brings [[the final product to {C}]].",
    )
    idle = (
        "I'm taking a moment to consider whether the approach itself is sound. It is; what remains uncertain is the execution.",
        "I want to make sure that the place values are handled correctly, as that's where mistakes tend to creep in.",
        "There's some lingering uncertainty about the carries, which I can't quite pin down.",
        "I'm considering how much verification this deserves. A wrong digit would be of no use to the user.",
    )
    rejects = (
        "I've grown doubtful of {P}, and after looking at it again I'm discarding it.",
        "Something is off with {P}. I no longer consider it valid.",
        "I've realized that my work contains an error, so {P} is not the answer.",
        "I'm withdrawing {P}; the steps behind it don't convince me.",
    )
    restarts = (
        "I'm now recalculating everything from the ground up.",
        "I'm going through the multiplication again, this time along another path.",
        "So I'm restarting the calculation.",
        "A full recalculation is in order.",
    )
    fixes = (
        "I've spotted an error: {L} {x} {R} is {now}, and I had been using {was}.",
        "It turns out that {L} {x} {R} was miscalculated. It's {now} rather than {was}.",
        "Going over the parts, I found that {L} {x} {R} should be {now}, not {was}.",
    )
    fixsums = (
        "The partial products are right, but they don't sum to {P}. I'm redoing the addition.",
        "I've found that the fault behind {P} is in the addition, so I'm summing again.",
    )
    rivals = (
        "I'm now verifying this with an alternative decomposition.",
        "For confirmation, I'm going to compute it by a second method.",
        "I'm cross-checking by breaking the numbers apart differently.",
    )
    clashes = (
        "This leads to {C}, which conflicts with {P}. I need to resolve this.",
        "I now have {C}, while the first method produced {P}.",
        "There's a discrepancy: {P} before, {C} now.",
    )
    weighs = (
        "I've retraced the second calculation and each of its parts holds up.",
        "The first calculation leaned on a longer chain of additions, and I suspect that a carry got lost there.",
        "Comparing the two, I find the second easier to audit, and the audit turns up nothing.",
        "I've been weighing both for a while. Neither method is at fault, so it comes down to a slip, and I don't see one in the second.",
    )
    verdicts = (
        "I've concluded that {P} was wrong and that [[the product is {C}]].",
        "So [[the correct value is {C}]], and it replaces {P}.",
        "I'm therefore rejecting {P}: [[{ab} = {C}]].",
    )
    sames = (
        "After the recalculation, [[the product is {C}]] again, so my misgivings weren't justified.",
        "The new path [[leads to {C}]] too.",
        "I've ended up with [[{ab} = {C}]] a second time, having started over.",
    )
    agrees = (
        "This confirms {C}.",
        "The result of {C} is consistent.",
        "Everything points to {C}.",
        "I've verified that {C} is correct.",
    )
    seconds = (
        "I'm double-checking through a different breakdown.",
        "To verify, I'm computing it another way.",
        "I'm running a second calculation for confirmation.",
        "An alternative decomposition serves as a check.",
    )
    dones = (
        "I'm ready to present the answer.",
        "I'm confident in this outcome.",
        "With that, I can respond to the user.",
        "The calculation is complete.",
    )
    finals = (
        "{a} × {b} = **{C}**",
        "The product of {a} and {b} is **{C}**.\n\nHere's the breakdown:\n\n{steps}",
        "**{C}**",
        "Here is the step-by-step multiplication:\n\n{steps}\n\nAdding these together: {S} = {C}\n\n**Answer: {C}**",
    )

    def head(self, t: Telling, kind: str) -> str:
        return f"**{self.say(t, self.heads[kind])}**\n\n"

    def first(self, t: Telling) -> str:
        return self.head(t, "first") + super().first(t)

    def again(self, t: Telling) -> str:
        return self.gap + self.head(t, "again") + super().again(t).lstrip()

    def closing(self, t: Telling) -> str:
        return self.gap + self.head(t, "end") + super().closing(t).lstrip()


class XxGlmZeroPacer(Thinker):
    """GLM-Z1: long paragraphs with many small questions to itself."""

    layout = "prose"
    groupings = ("plain", "comma")
    signs = ("×", "*")
    carries = 0.3
    musing = 0.75
    opens = (
        "Okay, let's see here. I need to figure out {ab}. Hmm, so how should I start? Maybe by splitting one number.",
        "Hmm, {ab}. So I have to multiply these two. Let me recall the steps, right, place by place.",
        "Okay, so the problem says {a} times {b}. Let me think, the direct way is partial products.",
        "Alright, let's tackle {ab}. First, let me make sure I read the numbers correctly. Yes.",
    )
    splits = (
        "So {WB}, that's {F}, right? Then {WA} with each of these.",
        "Let me take {WB} as {F}. That's correct, yes. So now {WA} times each.",
        "I can think of {WB} as {F}, and then it's just {WA} times those.",
        "Okay, {WB} = {F}. Let me multiply {WA} by them one after another.",
    )
    slip = (
        "{L} {x} {R}, is that {N}? No wait, {V}.",
        "{L} {x} {R} = {N}, hmm, no, that must be {V}.",
        "{L} {x} {R} is {N}... Let me see again, {V}. Yes.",
    )
    adds = (
        "Now let's add these.",
        "So then adding all of these:",
        "Okay, adding, place by place.",
        "Now, what do these add up to?",
    )
    commits = (
        "So, [[that would make {ab} equal to {C}]].",
        "So [[the product is {C}]].",
        "Okay, so [[{ab} = {C}]].",
        "Therefore [[the answer should be {C}]], I think.",
    )
    idle = (
        "Wait, but did I include every digit? Let me go through them in my mind. Yes, I did. Did I count the zeros? I think so.",
        "Hmm, is this too simple? Maybe there's a trick. No, it's just multiplication. But let me keep my attention on it.",
        "But hold on, maybe I should think about whether I'm confusing the two factors. No, the order doesn't matter in multiplication.",
        "Let me see. Am I sure? Not a hundred percent. How could I become more sure? By checking, of course.",
        "Hmm, I was a bit quick with the additions. Or was I? I don't know.",
    )
    rejects = (
        "Wait, no. That can't be right, can it? I believe that I made a mistake on the way to {P}, so I won't take it.",
        "Hmm, no, let me take back {P}. There's something wrong with it.",
        "Wait, I think I messed up. {P} is probably wrong, so away with it.",
        "But is {P} right? I don't think it is. I can't accept it like this.",
    )
    restarts = (
        "Okay, let me start over, with more care.",
        "Let me go through the whole thing again.",
        "So again, from the start, maybe in another way.",
        "Let me compute it again, independently of what I did.",
    )
    fixes = (
        "Let me check {L} {x} {R}. Did I say {was}? That's not right, it's {now}.",
        "Ah, here: {L} {x} {R} is {now}. And I had {was}. So that's where the error is.",
        "Wait, {L} {x} {R}... it's {now}, isn't it? Yes, {now}. And not {was}.",
    )
    fixsums = (
        "Hmm, the parts are right, I think. But then the sum, {P}, isn't. Let me add again.",
        "Wait, did I add correctly? I don't think so, {P} is wrong. Once more.",
    )
    rivals = (
        "Wait, let me check this with another method to see if it's the same.",
        "Maybe I should do it the other way round and see what happens.",
        "Let me try to verify. I can split the numbers in another way.",
    )
    clashes = (
        "Hmm, {C}? But before, it was {P}. So why are they different?",
        "Wait, that's {C}, and not {P}. So there's a mistake, but where?",
        "So one way gives {P} and the other way gives {C}. That's confusing.",
    )
    weighs = (
        "Let me think. Is there a mistake in the second? The parts, okay. The zeros, okay. The addition, okay. I don't see one.",
        "Then is it in the first? I did add some numbers there without writing down the carries. So maybe.",
        "Hmm, let me be systematic. If I look at the second from the last line up to the first, everything follows.",
        "I'm going around in circles. But each time I look, it's the second that holds.",
    )
    verdicts = (
        "Okay, so the mistake was in the first, {P} is wrong, and [[{ab} is {C}]].",
        "So [[it should be {C}]], and {P} was my error.",
        "Then not {P}. [[The product is {C}]].",
    )
    sames = (
        "So it's the same, [[{ab} = {C}]]. So I was wrong about being wrong.",
        "Okay, so [[that's {C}]] again, although I did everything afresh.",
        "Hmm, [[the product is {C}]] again, the one I took back.",
    )
    agrees = (
        "Okay, so that's {C} too. Good.",
        "Right, so {C} fits.",
        "So that confirms {C}, I think.",
        "Yes, so {C} is correct.",
    )
    seconds = (
        "Let me check it again by a different route.",
        "Wait, let me verify that using another approach.",
        "Let me see if a second way agrees.",
        "To be on the safe side, I'll multiply it out differently.",
    )
    dones = (
        "Okay, I'm convinced now.",
        "So that's it, I think.",
        "Alright. No need to go on.",
        "I think I can stop here.",
    )
    finals = (
        "To determine the product of {a} and {b}, we break it down:\n\n{steps}\n\nSumming these:\n\n$$\n{S} = {M}\n$$\n\nThus, the final answer is:\n\n$$\n\\boxed{{{M}}}\n$$",
        "The product is:\n\n$$\n\\boxed{{{M}}}\n$$",
        "{a} × {b} = {C}",
        "$$\n{tex} = {M}\n$$\n\n**{C}**",
    )


class XxMinimaxThorough(Thinker):
    """MiniMax-M1: chatty, thorough to excess, lists in the thought."""

    layout = "bullets"
    groupings = ("comma", "plain", "plain")
    signs = ("×", "*", "x")
    musing = 0.65
    opens = (
        "Alright, so I need to calculate {ab}. Let me start by recalling how multiplication of such numbers works.",
        "Hmm, let's see, {a} multiplied by {b}. I'll want to organize this well.",
        "Okay, here's the task: {ab}. I'll list the partial products, then add.",
        "Let me start with {ab}. I'm going to do it by hand and verify afterwards.",
    )
    splits = (
        "Let me represent {WB} as {F}. So for {WA}:",
        "The number {WB} consists of {F}. Multiplying {WA} by each part:",
        "Breaking down {WB} into {F}, here are the products:",
        "I'll go with {WB} = {F}. This gives the list:",
    )
    slip = (
        "{L} {x} {R} = {N}; hmm, wait, that's off, make it {V}",
        "{L} {x} {R} = {N}, no, {V}",
        "{L} {x} {R}: I'd say {N}, but really it's {V}",
    )
    adds = (
        "Now, summing up this list:",
        "Adding all these together:",
        "Next step, the addition:",
        "Then I add the items of the list.",
    )
    commits = (
        "So, if I did this right, [[{ab} = {C}]].",
        "That gives [[a product of {C}]].",
        "Thus, [[{a} multiplied by {b} equals {C}]].",
        "So [[the answer would be {C}]].",
    )
    idle = (
        "But just to be thorough, let me think about where I could have gone wrong. The usual suspects are carries and trailing zeros.",
        "Hmm, I want to be really sure about this. Multiplying big numbers in your head is asking for trouble.",
        "Wait, let me take a step back. The method is right, for sure. It's only a matter of the digits.",
        "Maybe I'm being overly cautious. But a check costs little.",
        "I might also use an algebraic identity here, but the numbers aren't that friendly.",
    )
    rejects = (
        "Hmm, wait. I have a feeling that I made an error there, and I can't let {P} stand.",
        "Hold on, {P} isn't convincing at all. Let me scrap it.",
        "Wait, I think that I mixed something up in the list. So {P} is invalid.",
        "No, hmm, I'd better throw {P} away, as I believe one of the steps was faulty.",
    )
    restarts = (
        "So let me set up the calculation anew.",
        "Let me restart, with a clean list.",
        "Once again from the beginning.",
        "Let me do it over in a different arrangement.",
    )
    fixes = (
        "Going down the list: {L} {x} {R}, there I put {was}, but it should be {now}. Found it.",
        "Let me verify {L} {x} {R} separately. It's {now}. In the list it says {was}, so that's an error.",
        "Aha, {L} {x} {R} = {now}, not {was}!",
    )
    fixsums = (
        "All the items of the list are right. But their sum is not {P}, I must have slipped while adding. Let me redo this part.",
        "The list is okay; the addition isn't, so {P} is wrong. Adding again:",
    )
    rivals = (
        "But just to be thorough, let me verify this by an alternative decomposition.",
        "Let me cross-check this using another way of multiplying.",
        "Another approach might help confirm this.",
    )
    clashes = (
        "Wait, this comes to {C}, whereas earlier it was {P}. That's a conflict!",
        "Hmm, {C}. That isn't {P}. So there's an error in one of the lists.",
        "So the first list gave {P} and this one gives {C}. I need to sort this out.",
    )
    weighs = (
        "Let me walk through the second list again. First item, correct. The next ones, correct as well. And the addition, correct.",
        "The first list has larger numbers in it, so there's more room for mistakes. I'd say that the error is there.",
        "I can't rule out that both are wrong. But the second one has now survived two readings.",
        "Perhaps I dropped a carry in the first addition. That happens to me with long columns.",
    )
    verdicts = (
        "Therefore, the first list had the error and {P} is wrong. [[{ab} = {C}]].",
        "I'm going with the second list then: [[the product is {C}]]; {P} was a mistake.",
        "So, to correct myself, not {P}: [[{ab} equals {C}]].",
    )
    sames = (
        "Well, [[the new list gives {C}]] too. So I threw it away without need.",
        "So [[{ab} = {C}]], again, even with a clean list.",
        "Hm, [[that's {C}]] again. Then it's right after all.",
    )
    agrees = (
        "Great, so {C} is consistent.",
        "That matches {C} perfectly.",
        "Okay, {C} is verified.",
        "Both agree on {C}.",
    )
    seconds = (
        "But just to be thorough, another way:",
        "Let me verify by an alternative decomposition.",
        "Let me also check it using a second list.",
        "And for a cross-check:",
    )
    dones = (
        "I'm now confident in the result.",
        "That should be more than enough checking.",
        "Okay, that's thorough enough.",
        "So I can give the answer.",
    )
    finals = (
        "To find the product of {a} and {b}, the following steps are taken:\n\n{steps}\n\nAdding these:\n\n\\[\n{S} = {M}\n\\]\n\n**Final Answer**\n\\[\n\\boxed{{{M}}}\n\\]",
        "The product of {a} and {b} is \\(\\boxed{{{M}}}\\).",
        "**Answer:** {C}",
        "{a} × {b} = {C}, obtained from {S}.",
    )


def _named(style: type[Thinker]) -> tuple[str, Style]:
    made = style()
    return made.name, made


STYLES: dict[str, Style] = dict(_named(style) for style in Thinker.__subclasses__())
