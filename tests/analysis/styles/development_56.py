"""Long thoughts of reasoning models over one product, at the places where they go astray."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work


def pool(text: str) -> list[str]:
    """One wording a line; // is a line break in it."""
    return [line.strip().replace("//", "\n") for line in text.strip().splitlines() if line.strip()]


PLACES = ["units", "tens", "hundreds", "thousands", "ten-thousands", "hundred-thousands", "millions"]


class LongThought(Style):
    slug = ""
    groupings: tuple[str, ...] = ("plain", "comma", "comma")
    signs: tuple[str, ...] = ("×", "*")
    methods: tuple[str, ...] = ("high", "low", "chunks")
    sep = "\n\n"
    rowsep = "\n\n"
    head = "<think>\n"
    tail = "\n</think>\n\n"
    mix: ClassVar = {"redo": 4, "mend": 3, "clash": 3, "residue": 1, "after": 0.5}
    checks = ("guess", "ending", "nines", "again", "look", "idle")
    most_checks = 4
    inlook = 0.12

    OPEN = PLAN = ROW = ROWD = SUM = COMMIT = SCRAP = MENDROW = CLASH = RULE = LOOK = IDLE = SETTLE = ("",)
    SLIP = pool("""
        {l} {x} {r} = {w}. Wait, no, that's {v}.
        {l} {x} {r}: that would be {w}... no, {v}.
        Then {l} {x} {r} is {w}, hmm, no, I misplaced a digit there, it's {v}.
        {l} {x} {r} = {w}? Let me recompute that one: {v}. Yes, {v}.
        Next {l} {x} {r}. First instinct says {w}, but carefully it comes to {v}.
    """)
    MENDSUM = pool("""
        Wait, let me add those up once more, because I think I slipped in the addition.
        Hmm, the parts look fine, but the sum doesn't. Adding again:
        Hold on, the addition at the end. I don't think {p} is right. Again:
        Wait, did I add that correctly? Let me redo the addition slowly, because I get something else now.
        The partial products are okay, I'm fairly sure, but the total of {p} is off. Let me sum again.
    """)
    RESUM = pool("""
        So the sum changes.
        That changes the total. Adding again:
        So I need to add them up again with the corrected value.
        Then the addition has to be done over.
        OK so with that fixed:
    """)
    ASTRAY = pool("""
        Maybe I could use {y} - {z} instead of {b}. Hmm, but then I have to subtract {a} {x} {z}, which isn't any easier. So no.
        One idea is to write {b} as {y} - {z}. But {z} is not a nice number either, so let me drop that.
        What about rounding {b} up to {y} and taking away {z} times {a}? That's more work than it saves. Let me go with a direct way.
        I could go up to {y} and correct by {z}. Hmm, that gets messy. Let me think of something else.
    """)
    LEAD = pool("""
        Let me verify this by splitting it in another way.
        To check, I can do it with a different breakdown.
        Let me double-check using another approach.
        Maybe I should confirm it by a second method.
        Let me cross-check that with the other decomposition.
    """)
    ONCEMORE = pool("""
        Let me verify that by going through it once more.
        To be safe, I'll do the check by repeating the steps.
        Let me double-check the whole thing.
        Wait, let me check by calculating it a second time.
    """)
    WEIGH = pool("""
        Two different results for the same product, so one of them has a mistake somewhere. Let me look at both.
        One of these is wrong. Which one? I need to go back through the steps.
        They can't both be correct. Let me see where they part ways.
        So there's a discrepancy of {gap}. Somewhere there's an arithmetic error.
        The difference between the two is {gap}. That has to come from one of the steps.
    """)
    BLAME = pool("""
        In the first calculation I took {l} {x} {r} as {v}. But {l} {x} {r} is {z}. So that's where the first one went wrong.
        Looking at the first one again: {l} {x} {r}, there I wrote {v}, which should have been {z}.
        The first time, {l} {x} {r} came out as {v}. Doing it again I get {z}. So the first calculation had the error.
    """)
    VAGUE = pool("""
        In the first calculation I added the parts quickly and could have lost a carry. In the second one I went step by step and each step seems fine.
        Going through the second calculation again line by line, I can't find anything wrong with it. The first one I did more hastily.
        The second time I was more careful with the zeros. Checking its steps once more: they hold.
        I went over the second run again and every product in it looks right, so the slip has to be in the first.
    """)
    NINES = pool("""
        Modulo 9: {a} leaves {u} and {b} leaves {w}, so the product should leave {k}. And {c} leaves {k}. Good.
        Casting out nines: {a} → {u}, {b} → {w}, {u} {x} {w} gives {k} mod 9, and {c} → {k}. OK that matches.
        Check mod 9. {a} ≡ {u}, {b} ≡ {w}, product ≡ {k}. For {c} the digit sum gives {k} too. So consistent.
        Digital roots: the factors reduce to {u} and {w} mod 9, product {k} mod 9, and {c} is also {k} mod 9. That works.
    """)
    BADNINES = pool("""
        Let me test it mod 9. {a} mod 9 is {u}, {b} mod 9 is {w}, so the product must be {k} mod 9. But {p} mod 9 is {q}. That doesn't match, so {p} is wrong.
        Casting out nines as a check: {a} gives {u}, {b} gives {w}, so I expect {k}. The digits of {p} give {q} though. So there's an error somewhere and {p} can't be it.
        Hmm, mod 9 check: {u} times {w} leaves {k}, but {p} leaves {q}. Not equal. So I made a mistake.
    """)
    BADEND = pool("""
        Wait, last digit. {a} ends in {u}, {b} ends in {w}, so the product has to end in {k}. But {p} ends in {q}. That's wrong.
        Check the last digit: {u} {x} {w} = {uw}, so it should end in {k}, but {p} ends in {q}. So {p} is not right.
        Hmm, the units digit must be {k} since {u} {x} {w} = {uw}, and I have a {q} there. So something is off and I can't keep {p}.
    """)
    OVER = pool("""
        Let me do it again from the beginning.
        I'll start over with a fresh breakdown.
        OK, from scratch then.
        So let me redo the whole multiplication.
        Back to the start, slowly this time.
    """)
    GUESS = pool("""
        Rough size: {u} {x} {w} = {k}, so {c} is in the right range.
        Estimation: {a} is about {u} and {b} about {w}, which would be {k}. {c} is close to that, so plausible.
        {u} times {w} is {k}, and {c} isn't far from it. Makes sense.
        As a sanity check on the magnitude, {u} {x} {w} = {k}. And {c} is near that. Fine.
    """)
    ENDING = pool("""
        The last digit: {u} {x} {w} = {k}, and {c} ends in {q}. Good.
        Also the units digit, {u} times {w} is {k}, so it should end in {q}, which {c} does.
        Last digits {u} and {w} give {k}, ending in {q}, same as in {c}. OK.
    """)
    AGREES = pool("""
        Again {c}, the same as before. Good.
        That's {c} too, so both ways agree.
        Which is {c} again. So it matches.
        Same {c}. Okay, that confirms it.
        And that's {c}, consistent with the first calculation.
    """)
    SAMEAS = pool("""
        So the same number as before, after all.
        Hm, the same as what I had, so this time I believe it.
        Funny, that's what I threw away a moment ago.
        Okay, it came out the same again.
    """)
    BACK = pool("""
        That's the number I had earlier on.
        Which is what I got at one point before.
        Interesting, so I'm back at a number that I had already rejected.
    """)
    AFTER = pool("""
        To find {ab}, we can break the multiplication into parts.
        To calculate {ab}, follow these steps:
        We compute {ab} step by step.
        Let's work out {ab} using the distributive property.
    """)
    AFTERC = pool(r"""
        **Final Answer:** $\boxed{{c}}$
        The product is \(\boxed{{c}}\).
        So {ab} = **{c}**.
        \[ \boxed{{c}} \]
        Therefore, {ab} = {c}.
    """)
    FINAL = pool(r"""
        **Final Answer**//\boxed{{c}}
        The product of {a} and {b} is \(\boxed{{c}}\).
        {ab} = **{c}**
        $$ \boxed{{c}} $$
        The result of {ab} is **{c}**.
    """)

    @property
    def name(self) -> str:
        return "vv-" + self.slug

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.groupings)
        t.maths = t.words
        t.x = t.one(*self.signs)
        t.closed = False  # type: ignore[attr-defined]
        t.used = []  # type: ignore[attr-defined]

    def fill(self, t: Telling, text: str, **kw: object) -> str:
        fields: dict[str, object] = {"a": t.a, "b": t.b, "ab": t.ab, "c": t.candidate, "x": t.x}
        if t.index:
            fields["p"] = t.previous
        fields.update(kw)

        def put(found: re.Match[str]) -> str:
            value = fields[found[1]]
            return t.n(value) if isinstance(value, int) else str(value)

        return re.sub(r"\{([a-z]+)\}", lambda m: put(m) if m[1] in fields else m[0], text)

    def say(self, t: Telling, wordings: list[str], **kw: object) -> str:
        fresh = [w for w in wordings if w not in t.used[-40:]] or wordings  # type: ignore[attr-defined]
        text = t.rng.choice(fresh)
        t.used.append(text)  # type: ignore[attr-defined]
        return self.fill(t, text, **kw)

    # the solution
    def row(self, t: Telling, work: Work, term: Term) -> str:
        detail = "" if work.method == "area" else t.detail(term, 0.65)
        if not detail and t.chance(0.1):
            return self.say(t, self.SLIP, l=term.left, r=term.right, v=term.value, w=t.near(term.value))
        text = self.say(t, self.ROWD if detail else self.ROW, l=term.left, r=term.right, v=term.value, d=detail)
        if t.chance(self.inlook):
            text += ("" if text[-1] in ".?!" else ".") + " " + self.look(t, term)
        return text

    def look(self, t: Telling, term: Term) -> str:
        return self.say(t, self.LOOK, l=term.left, r=term.right, v=term.value)

    def ways(self, t: Telling) -> tuple[str, ...]:
        small = min(t.a, t.b) < 10
        return tuple(m for m in self.methods if not (m == "area" and small))

    def rows(self, t: Telling, work: Work) -> str:
        return self.rowsep.join(self.row(t, work, term) for term in work.terms)

    def plus(self, t: Telling, work: Work) -> str:
        style = t.one("chain", "lines", "then")
        steps = [f"{t.n(s)} {'+' if sign > 0 else '-'} {t.n(v)} = {t.n(z)}" for s, sign, v, z in work.steps()]
        if not steps:
            return t.n(work.total)
        if style == "lines" and self.sep != " ":
            return "\n" + "\n".join(steps)
        if style == "then":
            return " " + steps[0] + "".join(t.one(". Then ", ", then ", ". Next, ") + s for s in steps[1:]) + "."
        return " " + ". ".join(steps) + "."

    def add(self, t: Telling, work: Work) -> str:
        return self.say(t, self.SUM, s=t.sum(work)) + self.plus(t, work)

    def plan(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            return t.one(
                "Expand both factors by their digits and multiply each pair.",
                "I can split both numbers into place values and multiply every pair.",
                "Use FOIL, sort of: every part of one times every part of the other.",
            )
        return self.say(t, self.PLAN, wa=work.a, wb=work.b, f=t.factor(work))

    def body(self, t: Telling, work: Work) -> str:
        return self.sep.join([self.plan(t, work), self.rows(t, work), self.add(t, work)])

    def commit(self, t: Telling, wordings: list[str] | None = None) -> str:
        return t.c(self.say(t, wordings or self.COMMIT))

    def first(self, t: Telling) -> str:
        parts = [self.head + self.say(t, self.OPEN)]
        guess = t.estimate()
        if guess and guess[2] != t.a * t.b and t.chance(0.2):
            u, w, k = guess
            parts.append(
                t.one(
                    f"Roughly it should be around {t.n(k)}, since {t.n(u)} {t.x} {t.n(w)} = {t.n(k)}.",
                    f"As a first estimate, {t.n(u)} {t.x} {t.n(w)} = {t.n(k)}, but I need the exact value.",
                    f"So the ballpark is {t.n(u)} {t.x} {t.n(w)}, that's {t.n(k)}. Now exactly.",
                )
            )
        if t.b > 99 and t.chance(0.2):
            unit = 10 ** (len(str(t.b)) - 1)
            parts.append(self.say(t, self.ASTRAY, y=(t.b // unit + 1) * unit, z=(t.b // unit + 1) * unit - t.b))
        parts += [self.body(t, t.solve(*self.ways(t))), self.commit(t)]
        return self.sep.join(parts)

    # revisions
    def again(self, t: Telling) -> str:
        weights = dict(self.mix)
        if t.more:
            weights.pop("after", None)
        way = t.way(**weights)
        text = getattr(self, "by_" + way)(t) or self.by_redo(t)
        if t.same and t.chance(0.6):
            text += " " + self.say(t, self.SAMEAS)
        elif not t.same and t.candidate in t.candidates[: t.index] and way != "after" and t.chance(0.6):
            text += " " + self.say(t, self.BACK)
        return self.sep + text

    def by_redo(self, t: Telling) -> str:
        work = t.other(*self.ways(t)) if t.chance(0.6) else t.solve(*self.ways(t))
        return self.sep.join([self.say(t, self.SCRAP), self.body(t, work), self.commit(t)])

    def by_residue(self, t: Telling) -> str:
        p, k, u, w = t.previous, t.product % 9, t.a % 9, t.b % 9
        if p % 10 != t.product % 10 and t.chance(0.6):
            u, w = t.a % 10, t.b % 10
            doubt = self.say(t, self.BADEND, u=u, w=w, k=t.product % 10, q=p % 10, uw=u * w)
        elif p % 9 != k:
            doubt = self.say(t, self.BADNINES, u=u, w=w, k=k, q=p % 9)
        else:
            return ""
        return self.sep.join(
            [doubt + " " + self.say(t, self.OVER), self.body(t, t.solve(*self.ways(t))), self.commit(t)]
        )

    def by_mend(self, t: Telling) -> str:
        mended = t.mend()
        if not mended:
            return ""
        if mended.place is None:
            return self.sep.join([self.say(t, self.MENDSUM) + self.plus(t, mended.work), self.commit(t)])
        term = mended.work.terms[mended.place]
        doubt = self.say(t, self.MENDROW, l=term.left, r=term.right, w=mended.was, v=mended.now)
        return self.sep.join([doubt, self.say(t, self.RESUM) + self.plus(t, mended.work), self.commit(t)])

    def second(self, t: Telling, old: Work) -> tuple[str, Work]:
        """The words that lead to another way, and that way; or to the same way once more, if there is no other."""
        for _ in range(6):
            work = t.other(*self.ways(t))
            if {(m.left, m.right) for m in work.terms} != {(m.left, m.right) for m in old.terms}:
                return self.say(t, self.LEAD), work
        return self.say(t, self.ONCEMORE), work

    def by_clash(self, t: Telling) -> str:
        before = t.before
        lead, work = self.second(t, before)
        parts = [lead, self.body(t, work), self.say(t, self.CLASH)]
        parts.append(self.say(t, self.WEIGH, gap=abs(t.candidate - t.previous)))
        wrong = [term for term in before.terms if term.value != term.left * term.right]
        if wrong and t.candidate == t.product:
            term = wrong[0]
            parts.append(self.say(t, self.BLAME, l=term.left, r=term.right, v=term.value, z=term.left * term.right))
        else:
            parts.append(self.say(t, self.VAGUE))
        parts = [*parts, self.commit(t, self.RULE)]
        if t.index > 1:
            what = "calculation|run|approach|decomposition|way|method|result|one|time"
            parts[2:] = [re.sub(rf"\bfirst (?={what})", "previous ", part) for part in parts[2:]]
        return self.sep.join(parts)

    def by_after(self, t: Telling) -> str:
        """The thought is closed on the candidate before; the write-up works it out anew and ends elsewhere."""
        t.closed = True  # type: ignore[attr-defined]
        work = t.solve("high", "low")
        parts = [self.say(t, self.AFTER)]
        parts.append(
            "\n".join(f"{i}. {t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for i, m in enumerate(work.terms, 1))
        )
        parts.append(t.one("Adding these together:", "Sum of the partial products:", "Now add:") + self.plus(t, work))
        return (
            self.fill(t, t.rng.choice(self.SETTLE), c=t.previous)
            + self.tail
            + "\n\n".join([*parts, self.commit(t, self.AFTERC)])
        )

    # checks that confirm, doubts that lead nowhere
    def check(self, t: Telling, kind: str) -> str:
        c = t.candidate
        if kind == "guess" and (guess := t.estimate()) and guess[2] != t.a * t.b:
            bare = guess[0] == t.a or guess[1] == t.b
            wordings = [w for w in self.GUESS if not (bare and "about" in w)]
            return t.r(self.say(t, wordings, u=guess[0], w=guess[1], k=guess[2]))
        if kind == "ending" and (end := t.last_digit()):
            return t.r(self.say(t, self.ENDING, u=end[0], w=end[1], k=end[2], q=c % 10))
        if kind == "nines" and (nine := t.nines()):
            return t.r(self.say(t, self.NINES, u=nine[0], w=nine[1], k=nine[2]))
        if kind == "again":
            lead, work = self.second(t, t.work)
            return self.sep.join([lead, self.body(t, work), t.r(self.say(t, self.AGREES))])
        if kind == "look":
            return self.look(t, t.rng.choice(t.work.terms))
        if kind == "idle":
            turns = t.rng.choice([1, 1, 2, 2, 3, 5])
            return self.sep.join(self.say(t, self.IDLE, s=t.sum(t.work)) for _ in range(turns))
        return ""

    def closing(self, t: Telling) -> str:
        if t.closed:  # type: ignore[attr-defined]
            return ""
        work = t.work
        kinds = t.rng.sample(self.checks, t.rng.randint(0, min(self.most_checks, len(self.checks))))
        parts = [text for kind in kinds if (text := self.check(t, kind))]
        parts.append(t.r(self.say(t, self.SETTLE)))
        return self.sep + self.sep.join(parts) + self.tail + self.answer(t, work)

    def recap(self, t: Telling, work: Work) -> str:
        marks = t.one("1.", "-", "*")
        lines = []
        for place, term in enumerate(work.terms, 1):
            mark = f"{place}." if marks == "1." else marks
            lines.append(f"{mark} {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}")
        return "\n".join(lines)

    def answer(self, t: Telling, work: Work) -> str:
        return t.r(self.say(t, self.FINAL))


STYLES: dict[str, Style] = {}


def listed(cls: type[LongThought]) -> type[LongThought]:
    style = cls()
    STYLES[style.name] = style
    return cls


@listed
class TinyDistil(LongThought):
    """R1-Distill-Qwen-1.5B: school columns told in prose, with carries."""

    slug = "tiny-distil-carrier"
    methods = ("low",)
    mix: ClassVar = {"redo": 4, "mend": 3, "clash": 2, "residue": 1, "after": 1}
    checks = ("again", "look", "idle", "guess", "ending")
    OPEN = pool("""
        First, I need to multiply {a} by {b}.
        Okay, so I have to multiply {a} by {b}. Let me do this the way I learned in school.
        Alright, so I need to find {ab}. I'm not super confident with big multiplications, so I'll go digit by digit.
        Okay, so the problem is {ab}. Hmm, let me write it down like in long multiplication.
        To solve {ab}, I'll set it up the standard way, one number under the other.
        Hmm, {a} times {b}. I think I should line the numbers up and multiply each digit.
    """)
    PLAN = pool("""
        So I'll write {wa} on top and {wb} below it, and start from the right.
        I'll take {wa} and multiply it by each part of {wb}, beginning with the smallest.
        I write {wa} on the top and {wb} at the bottom. Starting from the rightmost digit.
        So, {wb} is {f}, going from the right. Multiply {wa} by each of those.
    """)
    ROW = pool("""
        {l} times {r} is {v}.
        So {l} {x} {r} = {v}.
        Then {l} multiplied by {r}, that's {v}.
        For the {r}, I get {l} {x} {r} = {v}.
    """)
    ROWD = pool("""
        {l} times {r}: {d}.
        Then for {r}: {d}. Okay.
        Next, {d}.
    """)
    SUM = pool("""
        Now I add up all these.
        Now, adding all the partial products together:
        So I have {s}. Let me add them.
        Next step is adding them.
    """)
    COMMIT = pool("""
        So, {a} multiplied by {b} equals {c}.
        So the product is {c}.
        Putting it all together, {ab} = {c}.
        So that gives me {c}.
        So I think {a} times {b} is {c}.
        Therefore, the total should be {c}.
    """)
    SCRAP = pool("""
        Wait, I think I messed up the carries somewhere. {p} doesn't look right. Let me start over.
        Wait, no, that doesn't seem right. Let me try that again from the beginning.
        Hmm, I'm confused now. I don't think {p} is correct, I must have added something wrong. Let me redo the whole thing.
        Wait, hold on. I think I made a mistake in there, so forget that. Let me do the multiplication again.
        Hmm, that's not right, is it? Let me erase this and do each step again.
    """)
    MENDROW = pool("""
        Wait, when I multiplied {l} by {r}, I got {w}. But with the carry, it should be {v}. So I made a mistake there.
        Wait, no. {l} times {r} isn't {w}. It's {v}. I forgot a carry.
        Hold on, let me look at {l} {x} {r} again. I wrote {w}, but that's not right, it's {v}.
        Hmm, {l} {x} {r}, is that {w}? No, that should be {v}. Oops.
    """)
    CLASH = pool("""
        Wait, this gives me {c}, but earlier I got {p}. That's a problem.
        Hmm, now I have {c}. But before it was {p}. I'm confused.
        So this time it's {c} and the other time it was {p}. They're different.
        Wait, that's {c}, not {p}. Why is it different?
    """)
    RULE = pool("""
        So I think the correct one is {c}.
        Therefore, {c} is the right answer, and not {p}.
        Okay, so it should be {c}. I'll go with that.
        So my first result was wrong, and the product is {c}.
    """)
    LOOK = pool("""
        Wait, is {l} times {r} really {v}? Let me see. Yes, {v}.
        Let me check {l} {x} {r} again. It's {v}. Okay, that's right.
        Hmm, {l} {x} {r}, that's {v}, right? Yeah.
        Wait, {l} {x} {r}... I get {v} again, so that's fine.
    """)
    IDLE = pool("""
        Wait, did I line up the zeros correctly? I think so, each row is shifted by one more place.
        Wait, maybe I forgot a carry. Hmm, no, I counted them.
        Hmm, I'm not completely sure, but I went over the carries and they're okay.
        Wait, is it okay to add {s} like that? Yes, that's what long multiplication is.
        Wait, maybe I should do it another way. No, I think this is fine.
    """)
    SETTLE = pool("""
        So I'm pretty sure it's {c}.
        Okay, so the answer is {c}.
        I think that's it, {c}.
        So, {ab} = {c}. I feel okay about that.
    """)

    def plan(self, t: Telling, work: Work) -> str:
        if work.method == "low":
            return super().plan(t, work)
        return self.say(t, self.TURNED, wa=work.a, wb=work.b, f=t.factor(work))

    TURNED = pool("""
        Now with {wb} as {f}, and {wa} times each of them.
        So this time {wa} is on top and I go through {f}.
        I can write {wb} as {f}, and then multiply {wa} by each.
        This time I break up {wb} into {f}.
    """)

    def place(self, work: Work, term: Term) -> tuple[int, int] | None:
        digits = [int(d) for d in str(work.b)][::-1]
        k = len(str(term.right)) - 1
        whole = work.b > 9 and sum(d > 0 for d in digits) > 1 and k < len(digits)
        if whole and digits[k] * 10**k == term.right and term.value % 10**k == 0 and term.value >= 10**k:
            return digits[k], k
        return None

    def row(self, t: Telling, work: Work, term: Term) -> str:
        found = self.place(work, term)
        if not found or work.a < 10 or not t.flag("carries", 0.75):
            return super().row(t, work, term)
        digit, k = found
        value = term.value // 10**k
        out, carry = [], 0
        top = [int(d) for d in str(work.a)][::-1]
        text = f"{'First' if work.terms[0] is term else t.one('Next', 'Now', 'Then')}, the {PLACES[k]} digit of {t.n(work.b)}, which is {digit}."
        left = str(value)[::-1]
        for i, d in enumerate(top):
            s = digit * d
            piece = f"{digit} {t.x} {d} = {s}"
            if carry:
                piece += t.one(f", plus the {carry} carried is {s + carry}", f", plus {carry} makes {s + carry}")
            s += carry
            carry = s // 10
            if i < len(top) - 1 and i < len(left):
                piece += f", {t.one('write', 'write down', 'so I write')} {left[i]}" + (
                    t.one(f" and carry {carry}", f", carry the {carry}", f", carry over {carry}") if carry else ""
                )
            out.append(piece)
        text += " " + ". ".join(out) + ". " + t.one("So this row is", "That makes", "So I get", "So that's")
        text += f" {t.n(value)}"
        if k:
            text += t.one(f", and with the shift, {t.n(term.value)}", f", which in its place means {t.n(term.value)}")
        text += "."
        if t.chance(self.inlook):
            text += " " + self.look(t, term)
        return text

    def add(self, t: Telling, work: Work) -> str:
        if len(work.terms) < 2 or not t.flag("addcolumns", 0.4) or len(str(work.total)) > 7:
            return super().add(t, work)
        lines, carry = [], 0
        total = str(work.total)[::-1]
        for i in range(min(len(total), len(PLACES))):
            ds = [str(v.value)[::-1][i] for v in work.terms if len(str(v.value)) > i]
            s = sum(map(int, ds)) + carry
            inner = " + ".join([*ds, *([str(carry)] if carry else [])]) or "0"
            line = f"{PLACES[i].capitalize()}: {inner}" + (f" = {s}" if " + " in inner else "")
            carry = s // 10
            line += f", write {total[i]}" + (f" carry {carry}" if carry and i < len(total) - 1 else "")
            lines.append(line + ".")
        return self.say(t, self.SUM, s=t.sum(work)) + "\n" + "\n".join(lines)

    def answer(self, t: Telling, work: Work) -> str:
        lead = t.one(
            "To find the product, I multiply", "**Solution:**\n\nWe multiply", "Let's go through the steps for"
        )
        lead += t.one(f" {t.ab}:", f" {t.n(work.a)} {t.x} {t.n(work.b)} step by step:")
        end = t.one(r"**Final Answer:** \(\boxed{{c}}\)", r"**Answer:** \(\boxed{{c}}\)", r"\boxed{{c}}")
        return t.one("", lead + "\n\n" + self.recap(t, work) + "\n\n") + t.r(self.fill(t, end))


@listed
class ScalerSplitter(LongThought):
    """DeepScaleR: restarts its decompositions."""

    slug = "scaler-splitter"
    methods = ("high", "chunks", "round", "area")
    signs = ("*", "×")
    groupings = ("plain", "comma")
    mix: ClassVar = {"redo": 5, "mend": 2, "clash": 3, "residue": 0.7, "after": 0.7}
    rowsep = "\n"
    OPEN = pool("""
        Okay, so I need to calculate {ab}. Let me think about how to break this down.
        Alright, {ab}. Let me see if there's a smart decomposition here.
        Okay, let's compute {ab}. Breaking numbers up usually makes it easier.
        So the problem is to compute {ab}. Hmm, okay, let me think.
        Alright, so I've got {a} times {b}, and I need the exact product. Let me recall the distributive property.
    """)
    PLAN = pool("""
        {wb} can be written as {f}, so I distribute {wa} over that.
        So, {wa} * {wb} = {wa} * ({f}).
        Let me break {wb} into {f}. Then I compute each product separately.
        Using distributivity with {wb} = {f}.
        Think of {wb} as {f}. Multiply each piece by {wa}.
    """)
    ROW = pool("""
        {l} {x} {r} = {v}
        {l} * {r} = {v}.
        So, {l} * {r} is {v}.
        And {l} times {r} gives {v}.
        Compute {l} * {r}: {v}.
    """)
    ROWD = pool("""
        {l} * {r}: {d}
        Compute {l} * {r}. That's {d}.
        For the part with {r}: {d}.
    """)
    SUM = pool("""
        Combining the pieces:
        Now sum up {s}.
        Now, put the parts together:
        So the whole thing is {s}. Step by step:
    """)
    COMMIT = pool("""
        So, {ab} = {c}.
        So that's {c}.
        Therefore, the product is {c}.
        Hence, {a} times {b} is {c}.
        So, I get {c} as the answer.
    """)
    SCRAP = pool("""
        Wait, hold on, I think this decomposition got me into trouble. {p} is suspicious, so let me throw it out and break it up differently.
        Hmm, wait. I must have made a mistake in there, that's not right. Let me restart with a cleaner split.
        Wait, no, {p} can't be right. I mixed something up on the way. Starting over.
        Hmm, let me scrap that. I don't trust the way I split it up, and I think the number is wrong. Another attempt:
        Wait, that seems off. I probably lost a piece of the expansion, so {p} is no good. Let me go back and expand again.
    """)
    MENDROW = pool("""
        Wait, {l} * {r}, I said {w}. Let me recompute. That's actually {v}, so I made an error.
        Hold on. One of the pieces, {l} * {r}, is off: not {w} but {v}.
        Hmm, wait, let me check the piece {l} * {r}. It should be {v}. I had {w}, which is incorrect.
        But wait, {l} * {r} = {v}, not {w}. I misplaced something there.
    """)
    CLASH = pool("""
        Wait, that's {c}. But the first decomposition gave {p}.
        Hmm, so this way I get {c}, and before that I had {p}. Conflict.
        So here it is {c}, versus {p} from above. Hmm.
        Wait a second, {c} now, and previously {p}?
    """)
    RULE = pool("""
        So the correct product is {c}.
        So {c} is what it should be, {p} was an error.
        Therefore, I'll discard {p} and take {c}.
        So it's {c}, and the earlier one was a miscalculation.
    """)
    LOOK = pool("""
        Let me just verify {l} * {r} once more: {v}. Yes.
        Wait, {l} * {r} = {v}? Yes, that's correct.
        Hmm, check {l} * {r}: it's {v}, fine.
        Is {l} * {r} equal to {v}? I believe so, yes.
    """)
    IDLE = pool("""
        Wait, did I leave out a cross term? No, I have all of them.
        Wait, is the breakdown even complete? The pieces add up to the number, so yes.
        Let me just make sure I didn't skip anything: {s}. No, everything is there.
        Hmm, wait, maybe there's an issue with the zeros. No, I think the zeros are right.
    """)
    SETTLE = pool("""
        So, I'm confident that the answer is {c}.
        Therefore, the final answer is {c}.
        Thus, {ab} = {c}.
        So yeah, {c}.
    """)

    def answer(self, t: Telling, work: Work) -> str:
        lead = t.one(
            "To compute the product we use the distributive property:\n\n", "The decomposition that was used:\n\n", ""
        )
        text = lead + self.recap(t, work) + "\n\n" if lead else ""
        return text + t.r(
            self.fill(t, t.one(r"\[\boxed{{c}}\]", r"Thus, the final answer is \(\boxed{{c}}\).", r"\boxed{{c}}"))
        )


@listed
class SkyworkVerifier(LongThought):
    """Skywork-OR1: one verification after the other."""

    slug = "skywork-verifier"
    methods = ("high", "chunks", "round", "low")
    mix: ClassVar = {"redo": 3, "mend": 3, "clash": 5, "residue": 2}
    most_checks = 5
    OPEN = pool("""
        Okay, let me try to calculate {ab}. Hmm, multiplying numbers like these can be error-prone, but let's take it step by step.
        Okay, so I need to find the product of {a} and {b}. Let me think about the best way to do it.
        Okay, let's see. I have to multiply {a} by {b}. I'll go with splitting one factor by place value.
        Okay, so {a} times {b}. Let me work through this carefully so that I don't drop anything.
        Okay, the question is what {ab} is. Let me start by recalling that a sum can be multiplied part by part.
    """)
    PLAN = pool("""
        First, I'll break down {wb} as {f} and multiply {wa} with each part.
        Let me split {wb} into {f}. So I need {wa} times each of these.
        So {wb} = {f}, and then {wa} goes with each of the parts.
        I'll write {wb} as {f} to make it manageable.
    """)
    ROW = pool("""
        {l} {x} {r}: that's {v}.
        Calculating {l} {x} {r}, I get {v}.
        Then {l} {x} {r} = {v}. Okay.
        The part with {r}: {l} {x} {r} = {v}.
        So {l} {x} {r} would be {v}.
    """)
    ROWD = pool("""
        For {r}, let me break it further: {d}. Okay.
        {l} {x} {r}: here {d}.
        Let me calculate {l} {x} {r}. {d}. Got that.
    """)
    SUM = pool("""
        Now let's add these results together.
        Okay, now adding the parts {s}, one after the other:
        Alright, so the sum of those:
        So now I need to add all these together:
    """)
    COMMIT = pool("""
        So according to this, {ab} = {c}.
        So the total is {c}.
        Therefore, {a} multiplied by {b} should be {c}.
        So that would make the product {c}.
        Adding everything up, I get {c} for the product.
    """)
    SCRAP = pool("""
        Wait, but let me be careful here. I have a feeling that {p} is wrong. I must have made an error in one of the steps. Let me do it again in full.
        Hmm, wait a minute. That doesn't look right to me. Perhaps I made a mistake in adding. Let me go through the multiplication again from scratch.
        Hmm, no. I'm not happy with {p}, there's likely a mistake in it. Let me recalculate everything.
        Wait, that can't be right. Let me set {p} aside and calculate it anew.
        Hmm, hold on. Something went wrong up there, I lost track of the digits. So let me begin again.
    """)
    MENDROW = pool("""
        Wait, let me recheck {l} {x} {r}. Before, I had {w}. But actually it's {v}. So that step was wrong.
        Hmm, {l} {x} {r}. I previously calculated {w}, but when I recalculate I get {v}. So there was my error.
        Let me go over the parts again. {l} {x} {r} is {v}, and I wrote {w}. That's the mistake.
        Wait a second. {l} {x} {r} should be {v}, so {w} was incorrect.
    """)
    CLASH = pool("""
        Hmm, here I get {c}. But previously I had {p}. There's a discrepancy here.
        Wait, this results in {c}, which is not the {p} from before. Hmm.
        So the second method gives {c}, while the first method gave {p}. That's a conflict.
        But that's {c}, and the first calculation says {p}. They don't agree.
    """)
    RULE = pool("""
        Therefore, the first result was incorrect and the product is {c}.
        So the second calculation is the right one, giving {c}.
        Thus, I should correct my answer to {c}.
        So, the accurate result is {c}, not {p}.
    """)
    LOOK = pool("""
        Let me recheck the part {l} {x} {r}. Yes, {v}. Correct.
        Checking {l} {x} {r} = {v} again. Right.
        Wait, is {l} {x} {r} = {v}? Let me compute it again. Yes, {v}.
        For {l} {x} {r} I have {v}, and going through it once more it's the same.
    """)
    IDLE = pool("""
        Hmm, is there any place where I could have gone wrong? The addition of {s}, maybe. I went through it, and it's okay.
        Wait, but what if a carry was missed in the addition? I checked the columns, and no carry was missed.
        Let me see if the number of zeros is right in each part. Yes, it is.
        Just to be thorough, let me read through the steps once more. All of them are fine.
    """)
    SETTLE = pool("""
        So all the checks are consistent, and the answer is {c}.
        Therefore, I'm confident that {ab} = {c}.
        So the answer should be {c}.
        I think that's enough checking. The answer is {c}.
    """)
    FINAL = pool(r"""
        The product of {a} and {b} is calculated by splitting one factor into its parts, multiplying and adding. The result is://$$//\boxed{{c}}//$$
        **Final Answer**//The product is \boxed{{c}}.
        $\boxed{{c}}$
        After breaking the multiplication down and adding the parts, we get://\[//\boxed{{c}}//\]
    """)


@listed
class QwenThreeSmall(LongThought):
    """Qwen3-0.6B thinking: short steps, waits that lead nowhere."""

    slug = "qwen-three-small-waits"
    methods = ("high", "low", "chunks")
    mix: ClassVar = {"redo": 4, "mend": 4, "clash": 2, "after": 1.5}
    checks = ("again", "look", "idle", "idle", "look")
    head = "<think>\nOkay, "
    OPEN = pool("""
        let's see. I need to calculate {ab}. Let me think step by step.
        so I need to multiply {a} by {b}. Let me start by breaking this down.
        let's tackle {ab}. Hmm, I should go step by step here.
        I have to figure out {a} multiplied by {b}. Let me remember how to do that.
        let me try to solve {ab}. First, I need to remember how multiplication of bigger numbers works.
    """)
    PLAN = pool("""
        I can split {wb} into {f}. So then multiply {wa} by each part.
        Breaking {wb} down, it is {f}.
        So {wb} is {f}. Let me do each part with {wa}.
        {wa} multiplied by ({f}). That's the distributive property.
    """)
    ROW = pool("""
        {l} {x} {r} = {v}.
        So {l} multiplied by {r} is {v}.
        {l} {x} {r} is {v}, right?
        Then, {l} times {r} equals {v}.
    """)
    ROWD = pool("""
        {l} {x} {r}. Let me calculate that: {d}.
        Then {l} {x} {r}. So {d}.
        For {l} {x} {r}, {d}.
    """)
    SUM = pool("""
        Now add them all together.
        Then adding them up:
        Adding {s}.
        Now, adding these results:
    """)
    COMMIT = pool("""
        So the answer is {c}.
        So, {ab} equals {c}.
        So that should be {c}.
        Therefore, {a} multiplied by {b} is {c}.
        So the total is {c}. That should be the answer.
    """)
    SCRAP = pool("""
        Wait, let me check that again. I think {p} is not correct. Let me do it again.
        Wait, maybe I made a mistake. Yes, that's not right. Let me recalculate.
        Wait, no. That's wrong, I think. Let me start again.
        Hmm, wait. {p} seems incorrect. Let me try another way.
        Wait, I need to fix this, because I made an error. Starting again.
    """)
    MENDROW = pool("""
        Wait, {l} {x} {r} is {v}. But I had {w}. So that was a mistake.
        Wait, let me check {l} {x} {r}. It's {v}, not {w}. I made a mistake here.
        Wait, no, {l} {x} {r} is not {w}. It's {v}.
        Wait, {l} multiplied by {r}. I wrote {w}. That's wrong, it should be {v}.
    """)
    CLASH = pool("""
        Wait, now it's {c}. But earlier it was {p}. So which one is correct?
        So that's {c}. But that's different from {p}.
        Wait, that gives {c}, but the previous result is {p}.
        Hmm, {c}? Before, I had {p}.
    """)
    RULE = pool("""
        So the correct answer should be {c}.
        So {c} is correct and {p} is wrong.
        Therefore, the right result is {c}.
        So I made a mistake in the first one. The answer is {c}.
    """)
    LOOK = pool("""
        Wait, {l} {x} {r} is {v}. Yes, that's correct.
        Let me check {l} {x} {r}. That is {v}. Correct.
        Wait, is that right? {l} {x} {r}, yes, {v}.
        Wait, {l} {x} {r}. Yes. {v}.
    """)
    IDLE = pool("""
        Wait, but let me check if the addition is correct. {s}. Yes, that's correct.
        Wait, maybe I should check that again. Yes, it's correct.
        Wait, but maybe I made a mistake? No, the steps seem right.
        Wait, let me check once more. Yes.
        Wait, but is there any other way? I don't think that's needed.
    """)
    SETTLE = pool("""
        So the final answer is {c}.
        So I think the answer is {c}.
        Therefore, the answer is {c}.
        Yes, so {c}.
    """)
    FINAL = pool(r"""
        The product of {a} and {b} is **{c}**.
        {ab} = **{c}**.
        **Answer:** {c}
        $$//{ab} = \boxed{{c}}//$$
        The answer is $\boxed{{c}}$.
    """)


@listed
class QwenThreeLarge(LongThought):
    """Qwen3-8B thinking: residues, Markdown in the answer."""

    slug = "qwen-three-residues"
    methods = ("high", "round", "chunks", "swapped")
    mix: ClassVar = {"redo": 3, "mend": 3, "clash": 4, "residue": 4, "after": 0.4}
    checks = ("nines", "ending", "guess", "again", "look", "idle")
    most_checks = 5
    OPEN = pool("""
        Okay, so I need to calculate {a} multiplied by {b}. Let me see. Multiplying numbers of this size by hand needs some care.
        Okay, let me figure out {ab}. There are different ways to go about it, maybe the distributive property is the easiest.
        Okay, so the user wants {ab}. Let me think about how to do it accurately.
        Okay, I need to find {ab}. I don't have a calculator, so let me do it part by part.
        Okay, let's compute {ab}. Hmm, I remember that one can split a number into its place values.
    """)
    PLAN = pool("""
        Let me decompose {wb}: {wb} = {f}. Then {wa} has to be multiplied by each.
        So {wa} {x} {wb} = {wa} {x} ({f}).
        First, write {wb} as {f}. Then apply the distributive law with {wa}.
        Let's take {wb} apart: {f}. I'll handle them one at a time.
    """)
    ROW = pool("""
        {l} {x} {r}: {v}.
        Next, {l} {x} {r} = {v}.
        For {r}, that's {l} {x} {r} = {v}.
        Compute {l} {x} {r} = {v}. Okay.
    """)
    ROWD = pool("""
        {l} {x} {r}: {d}. Okay, so that part is done.
        Now {l} {x} {r}. Let's see, {d}.
        Let me compute {l} {x} {r} first: {d}.
    """)
    SUM = pool("""
        Now, let's add up all of these.
        Now summing them:
        So now the sum, {s}. Let me do it in order.
        Adding these partial results:
    """)
    COMMIT = pool("""
        So, {ab} = {c}.
        So putting it together, the product is {c}.
        So the result is {c}.
        Therefore, {a} {x} {b} should be {c}.
        That gives {c} as the product.
    """)
    SCRAP = pool("""
        Wait, but let me verify that. I feel like there's an error in {p}. I'd better do the multiplication over again.
        Hmm, wait. I don't think that's right, there's something off in the middle digits. Let me redo it from the start.
        Wait, no, I messed up there. Forget {p}. Let me compute it again more carefully.
        Hmm, I am not convinced. In fact I believe {p} is wrong. Let me recompute everything step by step.
        Wait a moment, that must be a mistake. Let me discard it and do the calculation again.
    """)
    MENDROW = pool("""
        Wait, let me double-check the step {l} {x} {r}. I had {w}, but it should be {v}. So there's the error.
        Hmm, going back, {l} {x} {r} = {w}? No, that's incorrect. It's {v}.
        Wait, {l} {x} {r} is {v}, so I was wrong with {w} there.
        Let me recheck each part. {l} {x} {r}... that's {v}, not {w}. I see, that was a mistake.
    """)
    CLASH = pool("""
        This time the result is {c}, while before it was {p}. That's a contradiction.
        Hmm, {c}. But that contradicts the earlier {p}.
        So this method leads to {c}. The other one led to {p}. So I must check where the error is.
        Wait, {c} here, {p} there. These should be equal.
    """)
    RULE = pool("""
        Hence the correct value is {c}.
        So the error was in the first approach, and {ab} = {c}.
        So I can now say that it's {c} rather than {p}.
        Okay, that settles it: {c}.
    """)
    LOOK = pool("""
        Let me check {l} {x} {r} again, since that's where mistakes happen: {v}. Yes.
        Wait, {l} {x} {r}, let me confirm. {v}. Right.
        Double-checking {l} {x} {r}: {v}, correct.
        Is {l} {x} {r} = {v}? Yes, it is.
    """)
    IDLE = pool("""
        Wait, could I have made an error in the addition of {s}? I just did it step by step, and there's no mistake that I can see.
        Hmm, but maybe I should try yet another method. That seems like overkill.
        Wait, let me think about whether the place values are all aligned. Yes, they are.
        But wait, what about the carries? I looked at each, they're fine.
    """)
    SETTLE = pool("""
        So, all in all, the product is {c}.
        Therefore, the answer is {c}.
        I'm confident now that {c} is the right answer.
        So the final result is {c}.
    """)

    def answer(self, t: Telling, work: Work) -> str:
        style = t.one("steps", "short", "steps")
        box = t.one(
            "$$\n\\boxed{{c}}\n$$",
            "**Final Answer:** {c}",
            "**{ab} = {c}**",
            "### Final Answer\n\n$$\n\\boxed{{c}}\n$$",
        )
        if style == "short":
            return t.r(self.fill(t, box))
        lead = t.one(
            f"To compute $ {t.m(t.a)} \\times {t.m(t.b)} $, we use the distributive property.\n\n---\n\n### Step 1: Partial products\n\n",
            f"Let's calculate {t.ab} step by step.\n\n### Partial products\n\n",
            f"### Calculation of {t.ab}\n\n",
        )
        return lead + self.recap(t, work) + t.one("\n\n---\n\n", "\n\n") + t.r(self.fill(t, box))


@listed
class QwqTwoResults(LongThought):
    """QwQ: two results weighed over several paragraphs; no opening tag."""

    slug = "qwq-two-results"
    methods = ("high", "chunks", "round", "area", "swapped")
    mix: ClassVar = {"redo": 2, "mend": 2, "clash": 8, "residue": 1, "after": 0.3}
    head = ""
    checks = ("again", "look", "idle", "nines", "guess")
    most_checks = 4
    OPEN = pool("""
        Okay, so I have this multiplication problem here: {ab}. Hmm, let me think about how to approach this.
        Alright, let me try to figure out {a} times {b}. First off, I should decide how to split these.
        Hmm, {ab}. Okay, I remember there's the standard algorithm, but I prefer to break it into parts.
        Okay, let's see here. The task is {a} multiplied by {b}. I'll try to keep track of everything.
        So I need to find out what {a} times {b} is. Hmm, okay. I could do this the long way.
    """)
    PLAN = pool("""
        So, {wb} is the same as {f}. If I multiply {wa} by each of these and add, I'm done.
        Let me think of {wb} as {f}, and then go through the pieces with {wa}.
        Right, so {wa} times {wb} means {wa} times ({f}).
        I can take {wb} apart like this: {f}. Okay, then let's go.
    """)
    ROW = pool("""
        So {l} times {r}, that's {v}.
        {l} times {r} is {v}. Okay.
        Then {l} {x} {r}, which equals {v}.
        Alright, {l} {x} {r} = {v}.
    """)
    ROWD = pool("""
        Let me do {l} times {r}: {d}. Alright.
        So {l} times {r}. Breaking that down, {d}. Okay, got it.
        Now {l} times {r}. That is {d}.
    """)
    SUM = pool("""
        Okay, now I need to add all of those up.
        So the pieces are {s}. Adding them one by one.
        Alright, time to add.
        Now the addition, carefully.
    """)
    COMMIT = pool("""
        So that would make {ab} equal to {c}.
        Okay, so the product comes out as {c}.
        So I have {c} as the result.
        So, altogether, {a} times {b} is {c}.
        Alright, that's {c} for the product.
    """)
    SCRAP = pool("""
        Wait, hold on a second. {p} feels wrong to me, I may have dropped something. Let me throw this away and go again.
        Hmm, I'm not sure I did that right. Actually, I think I didn't. Let me start from the beginning again.
        Wait, maybe I messed something up there. I don't believe {p} anymore. So, once more, from the top.
        Hmm, that seems incorrect. I think I got tangled up along the way, so let me do the whole thing over.
    """)
    MENDROW = pool("""
        Wait a second, {l} times {r}. Did I say {w}? That's not right, it should be {v}. Good that I looked.
        Hmm, hold on, {l} times {r}: I wrote down {w} but it comes to {v}. My mistake.
        Wait, let me go back to {l} times {r}. It's {v}, isn't it? Yes. So {w} was a mistake.
        Alternatively, let me recheck {l} times {r}... {v}. And I've used {w}. That's wrong then.
    """)
    CLASH = pool("""
        Hmm, wait a minute. This time I'm getting {c}, but the first time it was {p}. That's odd.
        So now I have {c}. But earlier I had {p}. Hmm, that doesn't match. I must have gone wrong somewhere.
        Hmm, {c}? And before I had {p}? These are not the same.
        Wait, so one way says {p}, and the other way says {c}. That's confusing.
    """)
    WEIGH = pool("""
        Okay, one of these two has to be wrong, or maybe both. Let me think about where a mistake could have crept in.
        The difference is {gap}. Hmm, what would make a difference of {gap}? A wrong digit somewhere, or a lost carry.
        So I need to find out which one to trust. Let me go through the first one, and then through the second.
        Let me not rush this. They differ by {gap}, so there's got to be one step which is off.
    """)
    RULE = pool("""
        So after looking at both, I think {c} is the correct one.
        Okay, so it's {c}, and the {p} was an error on my part.
        So I'm going with {c} over {p}.
        Alright, so the second one holds up. The product is {c}.
    """)
    LOOK = pool("""
        Hmm, let me just make sure about {l} times {r}. Yes, it's {v}.
        Wait, {l} times {r} is {v}? Let me think. Yeah, that's right.
        Wait, let me check {l} {x} {r} again... {v}. Okay, good.
        Is {l} times {r} really {v}? I think so. Yes.
    """)
    IDLE = pool("""
        Hmm, maybe I should try yet another method, like writing it out in columns. But I think that would only give the same thing.
        Wait, but did I carry over correctly when adding {s}? Going through it... yes, I did.
        Alternatively, I could use a lattice for this, but that's not necessary.
        Hmm, I keep thinking that I've overlooked something. But every step I look at is fine.
        Wait, let me make sure that I read the numbers right: {a} and {b}. Yes.
    """)
    SETTLE = pool("""
        Okay, I'm convinced. The answer is {c}.
        So yeah, {c} it is.
        So I think it's safe to say that the answer is {c}.
        Alright, {a} times {b} is {c}.
    """)
    FINAL = pool(r"""
        The product of \( {a} \) and \( {b} \) is://\[//\boxed{{c}}//\]
        \[ \boxed{{c}} \]
        **Final Answer**////The product of {a} and {b} is \boxed{{c}}.
        The result of multiplying {a} by {b} is **{c}**.
    """)


@listed
class SOneWaits(LongThought):
    """s1: budget forcing; a finished thought is taken up again with a bare Wait."""

    slug = "s-one-waits"
    methods = ("high", "chunks", "round")
    mix: ClassVar = {"redo": 4, "mend": 4, "clash": 3, "residue": 1}
    head = ""
    signs = ("*", "×")
    rowsep = "\n"
    OPEN = pool("""
        To find the product of {a} and {b}, I will break the second number down and multiply.
        We need to calculate {ab}. Let's break this down.
        1. **Understand the problem**: we are asked for the product {ab}.
        Let's think about {ab}. I'll do it via partial products.
        The problem asks for {ab}. Let me write this out as a sum of simpler products.
    """)
    PLAN = pool("""
        We can write {wb} as {f}.
        Since {wb} = {f}, we distribute {wa}.
        Using {wb} = {f}, we compute each term.
        Express {wa} * {wb} as {wa} * ({f}).
    """)
    ROW = pool("""
        - {l} {x} {r} = {v}
        - The product of {l} and {r} is {v}.
        - Multiplying {l} by {r} gives {v}.
    """)
    ROWD = pool("""
        - {l} {x} {r}: {d}
        - For {l} {x} {r} we have {d}.
    """)
    SUM = pool("""
        Now we add these together:
        Summing these results:
        Then, adding all the terms:
        The sum is then {s}:
    """)
    COMMIT = pool("""
        So the product is {c}.
        Thus, {ab} = {c}.
        Therefore, the product of {a} and {b} is {c}.
        So, the final result is {c}.
        Hence we get {c}.
    """)
    SCRAP = pool("""
        Wait, I made a mistake. {p} is not correct. Let's do the calculation again.
        Wait, let me reconsider the calculation, since that result is off.////We go through it again:
        Wait, there seems to be an error above, so {p} has to be thrown out. Let's recompute.
        Wait, that's not correct. Let's recalculate, this time with care.
        Wait, I should redo this, as I made an error in the computation above.
    """)
    MENDROW = pool("""
        Wait, let's verify the products. {l} {x} {r} is {v}, but above it says {w}. This was an error.
        Wait, I made an error in {l} {x} {r}. It is {v}, not {w}.
        Wait, {l} {x} {r} should be {v} instead of {w}.
        Wait, the step {l} {x} {r} = {w} is wrong, the correct value there is {v}.
    """)
    MENDSUM = pool("""
        Wait, the sum isn't right. The addition again:
        Wait, I think that I've made an addition error. Adding again:
        Wait, let's add the terms again, because {p} is not what they add up to.
        Wait, the addition is wrong. Once more:
    """)
    LEAD = pool("""
        Wait, let's verify this with a different decomposition.
        Wait, let me double check that by splitting the other way.
        Wait, let's use another method to check the result.
        Wait, we should confirm this with a second calculation.
    """)
    CLASH = pool("""
        This gives {c}, which is different from {p}.
        So here we get {c}, but above we got {p}.
        The two results, {p} and {c}, do not agree.
        Now the result is {c}, in contrast to {p} above.
    """)
    RULE = pool("""
        Therefore, the correct product is {c}.
        So the answer above was wrong, and it should be {c}.
        Thus, the corrected result is {c}.
        So {ab} is {c}, not {p}.
    """)
    LOOK = pool("""
        Wait, let's check {l} {x} {r} = {v}. This is correct.
        Wait, {l} {x} {r} is indeed {v}.
        Wait, let me verify {l} {x} {r}: it is {v}, as above.
    """)
    IDLE = pool("""
        Wait, let me check whether the digits are aligned in {s}. They are.
        Wait, are we sure that the decomposition is right? Yes, the parts add up to the factor.
        Wait, is there something that we have overlooked? No.
        Wait, let's make sure that the question was about multiplication. It was, so there's nothing to change.
    """)
    SETTLE = pool("""
        So the answer remains {c}.
        Therefore, the final answer is {c}.
        Thus, the product is {c}.
    """)
    tail = "\n\n"
    FINAL = pool(r"""
        Final Answer: {c}
        **Final Answer:** $\boxed{{c}}$
        Final Answer: The final answer is $\boxed{{c}}$
        The product of {a} and {b} is $\boxed{{c}}$.
    """)


@listed
class OpenThinkerTokens(LongThought):
    """OpenThinker and Sky-T1: thought and solution between tokens."""

    slug = "open-thinker-tokens"
    methods = ("high", "low", "round", "chunks")
    mix: ClassVar = {"redo": 4, "mend": 3, "clash": 3, "residue": 1, "after": 1}
    head = "<|begin_of_thought|>\n\n"
    tail = "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n"
    OPEN = pool("""
        Okay, so I need to work out {ab}. Let me get started by laying out the numbers.
        Alright, I've got to multiply {a} and {b}. Nothing complicated, but there are a lot of little steps.
        Okay, {ab}. I could do this with the standard algorithm, or with expanded form. I'll take the expanded form.
        So the question asks me for {a} times {b}. Let me think it through step by step.
        Okay, let me try to work through {ab} without making silly mistakes.
    """)
    PLAN = pool("""
        In expanded form {wb} is {f}. I need {wa} times every one of these.
        First I expand {wb} as {f}, then I'll handle the products with {wa}.
        {wb} = {f}. So there's one product with {wa} for each part.
        So I take {wa} and multiply it by the parts of {wb}, which are {f}.
    """)
    ROW = pool("""
        {l} {x} {r} equals {v}.
        Next up is {l} {x} {r}, which is {v}.
        And {l} {x} {r} = {v}, okay.
        I get {l} {x} {r} = {v} here.
    """)
    ROWD = pool("""
        Working out {l} {x} {r}: {d}.
        As for {l} {x} {r}, {d}.
        Then there's {l} {x} {r}, so {d}.
    """)
    SUM = pool("""
        Now comes the sum of these products.
        The only thing left is {s}.
        Let me add them, from the first to the last.
        Now combine:
    """)
    COMMIT = pool("""
        So I end up with {c} for {ab}.
        So {a} times {b} would be {c}.
        That means the product equals {c}.
        So the answer would be {c}.
        Okay, so I've got {ab} = {c}.
    """)
    SCRAP = pool("""
        Wait, something's not adding up here. I don't think {p} can be the product. Let me work it out once more.
        Hmm, actually, I believe I went wrong somewhere on the way, so {p} isn't reliable. Let me restart the calculation.
        Wait, I need to take that back. There must be an error in those steps. Another try.
        No wait, this is not right. I'm going to drop {p} and begin anew.
        Hmm, I think that I mixed up the place values, which makes {p} wrong. Let me do all the steps again.
    """)
    MENDROW = pool("""
        Wait, is {l} {x} {r} really {w}? Calculating it again, it's {v}. So I had that wrong.
        Hold on, there's a mistake at {l} {x} {r}. I put {w} but it has to be {v}.
        Hmm, let me revisit {l} {x} {r}. Oh, it's {v} and not {w}.
        Wait, {w} for {l} {x} {r} is not correct. The value is {v}.
    """)
    CLASH = pool("""
        Huh, this comes to {c}, whereas I had {p} before.
        That's {c}, and it doesn't agree with {p}.
        Hmm, with this breakdown it's {c}. With the other it was {p}.
        So one calculation says {p} and this one says {c}.
    """)
    RULE = pool("""
        So I have to correct myself, the product is {c}.
        I'm taking {c}, since {p} contained the error.
        So {c} is the value that stands.
        So, in the end, {ab} = {c}.
    """)
    LOOK = pool("""
        Let me recheck {l} {x} {r}, just in case. It's {v}, fine.
        Wait, was {l} {x} {r} equal to {v}? Yes, it was.
        {l} {x} {r}, is that really {v}? Recalculating... yes.
        Going over {l} {x} {r} again gives {v}, so nothing changes there.
    """)
    IDLE = pool("""
        Wait, let me think if I copied everything over properly: {s}. Looks good.
        Hmm, I wonder if there is a mistake in the addition. I've gone over it and couldn't find one.
        Wait, should I worry about the zeros? I don't see a problem with them.
        Maybe there's a slicker way, with a difference of squares or something. But the result wouldn't change, so never mind.
    """)
    SETTLE = pool("""
        So my answer is {c}.
        Given all this, the product is {c}.
        So I'll answer {c}.
        Okay, the result of {ab} is {c}.
    """)

    def answer(self, t: Telling, work: Work) -> str:
        lead = t.one(
            "",
            f"To find the product of {t.n(t.a)} and {t.n(t.b)}, we use the expanded form.\n\n{self.recap(t, work)}\n\n",
        )
        end = t.one(
            r"The final answer is \(\boxed{{c}}\).", r"\[ \boxed{{c}} \]", r"Thus, the result is \(\boxed{{c}}\)."
        )
        return lead + t.r(self.fill(t, end)) + t.one("\n\n<|end_of_solution|>", "")


@listed
class NemotronNano(LongThought):
    """Nemotron-Nano and Light-R1: rows looked at again and again."""

    slug = "nemotron-nano-rows"
    methods = ("high", "low", "swapped")
    mix: ClassVar = {"redo": 2, "mend": 6, "clash": 3, "residue": 1, "after": 0.5}
    checks = ("look", "look", "idle", "idle", "again", "guess")
    most_checks = 6
    inlook = 0.3
    OPEN = pool("""
        Okay, so I need to multiply {a} by {b}. Let me see, how do I do that again? There's the partial products way.
        Okay, let me solve {ab}. First, I should check that I've got the numbers: {a} and {b}. Right.
        Okay, I need to figure out {ab}. I'll do it one partial product at a time and double-check each.
        Okay, so {ab}. Let me break one of them into place values, and see where that gets me.
        Okay, {a} times {b}. I always get nervous with these, because it's so easy to slip. Let me be careful.
    """)
    PLAN = pool("""
        The parts of {wb} are {f}. So the rows are {wa} times each of them.
        Let me use {wb} = {f}, and find {wa} times each part.
        If I separate {wb} into {f}, each part times {wa} is one row.
        So {wb} becomes {f}, okay. And each of these times {wa}.
    """)
    ROW = pool("""
        {l} {x} {r}. That's {v}.
        Let's do {l} {x} {r}. I get {v}.
        So then {l} {x} {r} gives me {v}.
        The row for {r}: {l} {x} {r} = {v}.
    """)
    ROWD = pool("""
        Let's do {l} {x} {r}. I'll split it: {d}. Okay, that's that row.
        The row for {r}. Let's see: {d}.
        So {l} {x} {r}, and that's {d}. Got it.
    """)
    SUM = pool("""
        Now I need to add up the rows.
        So with all the rows together:
        Now, {s}. Let me go one at a time.
        Alright, adding the rows:
    """)
    COMMIT = pool("""
        So the product would be {c}.
        Okay, so {ab} comes to {c}.
        So adding it all, I have {c}.
        So I get that {a} times {b} equals {c}.
        Thus, the total is {c}.
    """)
    SCRAP = pool("""
        Wait, I'm not sure about this anymore. I think there's a mistake in {p}, so let me go through every row from scratch.
        Hmm, hold on. I'm pretty sure I did something wrong, because those rows got messy. Let me redo them all.
        Wait, no. I don't think that's the right total. Let me wipe it and go again.
        Wait, let me stop here. {p} doesn't look right and I can't tell which step broke it. So I'll do it all over.
    """)
    MENDROW = pool("""
        Wait, let me check the row for {r} again. {l} {x} {r} is {v}. But before I had {w}. So I must have made an error there.
        Wait, the row with {r}: {w}? Let me recompute {l} {x} {r}. That's {v}. So the row was wrong.
        Hmm, {l} {x} {r}. Let me do that one again. {v}. Oh, and I wrote {w}. That's a mistake.
        Hold on, in {l} {x} {r} I got {w}, but now I see it's {v}. I need to fix that.
    """)
    CLASH = pool("""
        Wait, that's {c}. In the first run I had {p}. These don't match.
        Hmm, now it's {c} instead of {p}. So something's wrong in one of the rows.
        So this way it's {c}. That's not the {p} I had.
        {c}? But with the other rows I had {p}. Hmm.
    """)
    RULE = pool("""
        So it must be {c}, then.
        Okay, so I trust the second run: {c}.
        So the right total is {c} and {p} was a mistake.
        Therefore I'll correct it, the product is {c}.
    """)
    LOOK = pool("""
        Wait, let me verify that row. {l} {x} {r}, yes, {v}.
        Is that correct? {l} {x} {r} = {v}. Yes, okay.
        Let me just redo that one: {l} {x} {r} is {v}. Same.
        Hmm, {l} {x} {r}. {v}. Right, I think so.
        Wait, {v} for {l} {x} {r}? Yep.
    """)
    IDLE = pool("""
        Wait, but let me check the addition again, because I'm always worried about carries. {s}. Okay, I went through the columns, it's right.
        Wait, did I put the rows in the right places? Yes. Each one has the right number of zeros.
        Wait, is there a chance that I skipped a digit? Let me look. No.
        Hmm, let me think again. No, I can't see anything wrong.
        Wait, but hold on. No, it's okay, that was about a row that I've already checked.
    """)
    SETTLE = pool("""
        Okay, so after all that, it's {c}.
        So I can be confident that the product is {c}.
        Alright, I've checked enough. It's {c}.
        So the answer is {c}.
    """)
    FINAL = pool(r"""
        **{c}**
        The product of {a} and {b} is **{c}**.
        $\boxed{{c}}$
        After going through the partial products, the result is \boxed{{c}}.
        {ab} = \(\boxed{{c}}\)
    """)


@listed
class PhiMiniParagraph(LongThought):
    """Phi-4-mini-reasoning: everything in a paragraph without an end."""

    slug = "phi-mini-one-paragraph"
    methods = ("high", "round", "chunks", "swapped")
    signs = ("*", "×")
    mix: ClassVar = {"redo": 3, "mend": 3, "clash": 4, "residue": 1, "after": 0.3}
    sep = " "
    rowsep = " "
    OPEN = pool("""
        Okay, let me compute {ab}. To do so by hand I'd better use some breakdown.
        Okay, I need the product of {a} and {b}. Let's get going.
        Alright, the multiplication here is {ab}. I'd like to do it mentally, but let me write out the steps.
        Okay, so {ab}, let's see. Let me find a convenient form first.
        Okay, the task is just {ab}. Let me calculate it with care because arithmetic errors happen easily.
    """)
    PLAN = pool("""
        I can rewrite {wb} as {f}, which means {wa} times each of these.
        Let's rewrite that as {wa} * ({f}).
        With {wb} = {f}, we get a product with {wa} for each part.
        One way is to use {wb} = {f} and distribute {wa}.
    """)
    ROW = pool("""
        First part is {l} {x} {r} = {v}.
        {l} {x} {r} would be {v}.
        Then {l} {x} {r} is {v}.
        And {l} {x} {r}, which gives {v}.
        Also {l} {x} {r} = {v}.
    """)
    ROW = ROW[1:]
    ROWD = pool("""
        Let's compute {l} {x} {r}: {d}.
        Then {l} {x} {r}, calculated as {d}.
        {l} {x} {r} is {d}.
    """)
    SUM = pool("""
        Adding those:
        So the sum is {s}, and step by step that's
        Now adding them in turn:
        The total, added up piece by piece:
    """)
    COMMIT = pool("""
        So the product is {c}.
        Therefore {ab} = {c}.
        So that's {c} in total.
        Hence the answer should be {c}.
        So we'd have {a} times {b} equal to {c}.
    """)
    SCRAP = pool("""
        Wait, let me check that again because I don't think {p} is right. I'll recompute it in another way and forget about that one.
        But wait, that's incorrect, I think I've made a mistake in between. Let me recompute.
        Hmm, wait, no, that doesn't seem correct. Let me start the calculation over.
        But hold on, I likely made an error there, so I shouldn't keep {p}. Let's redo it.
    """)
    MENDROW = pool("""
        Wait, check {l} {x} {r}: it's {v}, but I used {w}, so that needs correcting.
        But wait, {l} {x} {r} isn't {w}, it's {v}. That was an error.
        Wait, let me double-check {l} {x} {r}. That's {v}. I had {w} before, so there's my mistake.
        Hmm, {l} {x} {r} = {v}, and earlier I wrote {w}, which is wrong.
    """)
    CLASH = pool("""
        But that gives {c}, different from the {p} earlier.
        Wait, now I have {c}, but earlier it was {p}, so there's a contradiction.
        Hmm, that's {c} this time and {p} the last time.
        So {c} by this method, and {p} by the other, which is inconsistent.
    """)
    RULE = pool("""
        Therefore the correct product must be {c}.
        So the earlier {p} was a miscalculation and the product is {c}.
        So I'd conclude that {ab} = {c}.
        So the answer is corrected to {c}.
    """)
    LOOK = pool("""
        Let me double-check that {l} {x} {r} is {v}, yes.
        Wait, {l} {x} {r}, is that {v}? Yes, correct.
        Checking {l} {x} {r} again, {v}, that's right.
        {l} {x} {r} is {v}, I've checked that.
    """)
    IDLE = pool("""
        Wait, but let me make sure that I've added correctly: {s}, yes, that's what I added.
        But wait, is there any chance of an error in the carrying? I don't think so.
        Alternatively, use the identity with squares, but that would take longer and isn't needed.
        Let me think once more if any part was skipped. No, none.
    """)
    SETTLE = pool("""
        Therefore, the final answer is {c}.
        So the answer is {c}.
        Thus I'm confident in {c}.
        So everything is consistent with {c}.
    """)
    FINAL = pool(r"""
        To find the product of {a} and {b}, one factor is split and the partial products are added, which yields://\[\boxed{{c}}\]
        The product of {a} and {b} is \(\boxed{{c}}\).
        \[//\boxed{{c}}//\]
        Thus, the final answer is:////\[\boxed{{c}}\]
    """)


@listed
class ExaoneDeep(LongThought):
    """EXAONE-Deep: thought tags, LaTeX in the answer."""

    slug = "exaone-deep-rewalk"
    methods = ("high", "low", "chunks")
    signs = ("×", "x", "*")
    mix: ClassVar = {"redo": 5, "mend": 2, "clash": 4, "residue": 1, "after": 0.5}
    head = "<thought>\n"
    tail = "\n</thought>\n\n"
    most_checks = 4
    OPEN = pool("""
        Okay, so there's this multiplication: {ab}. Let me try to recall how I would do it on paper.
        Alright, let me start with {ab}. Maybe I can make it easier by using hundreds and tens and so on.
        Okay, let me try to work out {a} times {b}. First, let me think about what method is safest here.
        So I need {ab}. Hmm, I think the place value approach is the least risky one.
        Okay, I want the product {ab}. Let me jot down the parts first.
    """)
    PLAN = pool("""
        On paper I'd take {wb} as {f}, and each part multiplies {wa}.
        So {wb} is made of {f}. First these times {wa}, then the sum.
        Let me list the parts of {wb}: {f}. Now {wa} times each part.
        By place value, {wb} = {f}. OK, and the other factor is {wa}.
    """)
    ROW = pool("""
        So that's {l} {x} {r} = {v}.
        {l} {x} {r} is equal to {v}. Right.
        Now {l} {x} {r} makes {v}.
        Okay, {l} {x} {r}: {v}.
    """)
    ROWD = pool("""
        Okay, {l} {x} {r}. In pieces: {d}. Right.
        Now for {l} {x} {r}: {d}.
        So {l} {x} {r} can be done as {d}.
    """)
    SUM = pool("""
        Then all these have to be added.
        Right, so add them:
        Let me line up {s} and add.
        And the sum of the parts, one after another:
    """)
    COMMIT = pool("""
        So {ab} is {c}, it seems.
        So the result I get is {c}.
        Right, so the product is {c}.
        So all in all that's {c}.
        Then {a} times {b} is equal to {c}.
    """)
    SCRAP = pool("""
        Wait, but I want to be sure, and looking at it again I don't believe {p}. I'll go over the entire multiplication again.
        Hmm, wait. Did I do that right? I don't think so, there must be an error. Let me walk through it again.
        Wait, {p} is likely wrong, since I hurried through it. Let me put it away and calculate once again.
        Hmm, that isn't correct, I feel. Let me take back {p} and retry it more slowly.
    """)
    MENDROW = pool("""
        Wait, is {l} {x} {r} = {w}? Let me see. No, that would be {v}. So that part needs to be replaced.
        Hmm, the part {l} {x} {r} bothers me. It's {v}, I think, not {w}. Yes, I was wrong.
        Wait, I wrote {w} for {l} {x} {r}. But it should have been {v}.
        Let me look at {l} {x} {r} again. It's {v}. So I made a mistake when I wrote {w}.
    """)
    CLASH = pool("""
        Hmm, but now that's {c} and earlier I found {p}. Conflicting results.
        Wait, this time it's {c}. And earlier, {p}. So which is it?
        So there I have {c}, but it was {p} in the first calculation. Strange.
        But this is {c}, so it's not what I had, which was {p}.
    """)
    RULE = pool("""
        So the earlier one is out, and the product should be {c}.
        Okay, so I now believe {c} is correct.
        So it's {c}. The {p} from before had a mistake in it.
        Therefore, {ab} has to be {c}.
    """)
    LOOK = pool("""
        Wait, {l} {x} {r}... let me see if {v} is correct. Yes, it is.
        Let me confirm {l} {x} {r}: {v}. OK.
        Just checking {l} {x} {r} again. {v}, as I had.
        Hmm, {l} {x} {r} was {v}, and I still get that.
    """)
    IDLE = pool("""
        Wait, maybe I should check if each part was shifted properly. I did that already, they are fine.
        Hmm, am I sure about adding {s}? Yes, I followed it step by step.
        Wait, perhaps there was something with the carrying. Let me see. No, nothing.
        Hmm, what else could be wrong? I can't think of anything.
    """)
    SETTLE = pool("""
        So I'm fairly certain that the answer is {c}.
        Therefore, it's {c}.
        So, to conclude, {ab} = {c}.
        I'm done checking, so the answer is {c}.
    """)

    def answer(self, t: Telling, work: Work) -> str:
        lead = t.one(
            "",
            f"To compute \\({t.m(t.a)} \\times {t.m(t.b)}\\), we proceed by place value:\n\n{self.recap(t, work)}\n\n",
        )
        end = t.one(
            r"\[ \boxed{{c}} \]",
            r"**Final Answer** \[ \boxed{{c}} \]",
            r"Thus, the product is \(\boxed{{c}}\).",
            "**Answer:** {c}",
        )
        return lead + t.r(self.fill(t, end))


@listed
class SeedOss(LongThought):
    """Seed-OSS: got it, wait no, with budget remarks."""

    slug = "seed-oss-got-it"
    methods = ("high", "round", "chunks", "area")
    mix: ClassVar = {"redo": 3, "mend": 3, "clash": 5, "residue": 1, "after": 0.2}
    head = "<seed:think>\n"
    tail = "</seed:think>"
    sep = " "
    rowsep = " "
    checks = ("again", "look", "idle", "ending", "guess", "nines")
    most_checks = 4
    OPEN = pool("""
        Got it, let's calculate {ab} step by step. First, I need to make sure I do the multiplication right.
        Got it, I need to compute {a} times {b}. Let's think about how to split it.
        So, let's see, {ab}. I'll do it with partial products first, then check.
        Got it, let's figure out {ab}. Let's do it slowly and verify afterwards.
        Let's start, the problem is {ab}. Maybe a split by place value first.
    """)
    PLAN = pool("""
        So {wb} is {f}, right? Then {wa} times each of those.
        Let's break {wb} into {f}, then multiply {wa} by each.
        Right, {wa}*({f}), so distribute.
        Let's take {wb} = {f}.
    """)
    ROW = pool("""
        {l} times {r} is {v}.
        So {l} {x} {r} is {v}, right.
        Then {l} {x} {r} = {v}.
        Now {l} times {r}: {v}.
    """)
    ROWD = pool("""
        {l} {x} {r}: let's do {d}. Right.
        Then {l} times {r}: {d}.
        So {l} {x} {r}, that's {d}, yep.
    """)
    SUM = pool("""
        Now add them all:
        Then sum those up.
        Now total:
        Let's add {s} then.
    """)
    COMMIT = pool("""
        So {ab} is {c}.
        So that's {c}, then.
        So the product should be {c}.
        So total {c}, which would be the answer.
        So {a} times {b} equals {c}, right?
    """)
    SCRAP = pool("""
        Wait, no, that's wrong, I think I messed up. Let's do that again properly.
        Wait, hold on, {p} can't be right. Wait, let me redo this from the start.
        Oh wait, I think I made a mistake there, scratch {p}. Let's calculate it again.
        Hmm, wait, that doesn't look right, so let's not use it. Let's start over.
    """)
    MENDROW = pool("""
        Wait, wait, {l} times {r}: that's {v}, not {w}! I messed that up.
        Oh wait, {l} times {r} is {v}. I said {w}, that's wrong.
        Wait, let's check {l} times {r} again. {v}, right? So {w} was a mistake.
        Hold on, {l} {x} {r} should be {v}, I wrote {w} by mistake.
    """)
    CLASH = pool("""
        Wait, that's {c}, but before that I got {p}. Which one's wrong?
        Wait, now I get {c}? But earlier it was {p}. Let's check.
        Hmm, {c} here but {p} before, so there's a mistake in one.
        Oh, this way it's {c}, and the first way was {p}. Not equal.
    """)
    RULE = pool("""
        Oh right, so the first one was wrong, and it's {c}.
        So {c} is correct, yes.
        Yeah, so {p} was my mistake, the correct product is {c}.
        So the right one is {c}.
    """)
    LOOK = pool("""
        Let's check {l} times {r}: {v}, yes.
        Wait, {l} {x} {r} is {v}, right? Yes.
        Wait, {l} times {r}, yeah {v}, that's correct.
        Check {l} {x} {r}, {v}, good.
    """)
    IDLE = pool("""
        Wait, did I add that right? {s}, yes, that adds up.
        Wait, is the split right? Yes, it is.
        Wait, but let's make sure there's no mistake with the zeros. No, okay.
        Hmm, maybe check another way? No, that should be enough.
        <seed:cot_budget_reflect>I have used part of the thinking budget, so I should wrap up soon.</seed:cot_budget_reflect>
    """)
    SETTLE = pool("""
        Yes, so {c} is the answer.
        So the answer's {c}.
        Okay, so it's definitely {c}.
        Right, so {c}.
    """)

    def answer(self, t: Telling, work: Work) -> str:
        lead = t.one(
            "", "", f"To calculate {t.ab}, split one factor and add the partial products:\n\n{self.recap(t, work)}\n\n"
        )
        end = t.one(
            "The product is **{c}**.", "{ab} = {c}", r"$\boxed{{c}}$", "**Answer:** {c}", "The result of {ab} is {c}."
        )
        return lead + t.r(self.fill(t, end))
