"""Long thoughts of reasoning models that go over a product again and again."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

Lexicon = dict[str, tuple[str, ...]]

SHARED: Lexicon = {
    "nines_ok": (
        "The digits of @a leave @na modulo 9 and those of @b leave @nb, so the product has to leave @nw. "
        "And @c leaves @nw as well. Good.",
        "Casting out nines: @a reduces to @na, @b reduces to @nb, and [[@na @x @nb = @nn]], which is @nw mod 9. "
        "The digit sum of @c also comes to @nw mod 9, so that is consistent.",
        "Mod 9: [[@na @x @nb]] gives @nw, and the digits of @c give @nw too. That fits.",
        "A quick mod 9 check. @a is @na, @b is @nb, their product is @nn which is congruent to @nw. "
        "@c is congruent to @nw. Okay, it passes.",
        "If I sum digits, @a goes to @na and @b goes to @nb mod 9. The result should go to @nw, and @c does.",
    ),
    "elevens_ok": (
        "Modulo 11, @a is @na and @b is @nb, so the product should be @nw. Alternating sum of @c: also @nw. Good.",
        "Casting out elevens as well: [[@na @x @nb = @nn]], that's @nw mod 11, and @c is @nw mod 11 too.",
        "With 11 instead: @a leaves @na, @b leaves @nb, giving @nw, and @c leaves @nw. So mod 11 agrees.",
        "The mod 11 test: @na for @a, @nb for @b, @nw expected, @nw found for @c.",
    ),
    "digit_ok": (
        "The last digit: [[@d @x @e = @de]], so it should end in @u, and @c does end in @u.",
        "Units digit check: @d times @e is @de, ending in @u. @c ends in @u. That matches.",
        "Also, [[@d @x @e = @de]], and the final digit of @c is indeed @u.",
        "Does it end properly? @d times @e gives @de, so a @u at the end, which is what we have.",
    ),
    "estimate_ok": (
        "Roughly, [[@ea @x @eb = @ee]], and @c is in that range, so the size is plausible.",
        "As an estimate, @ea times @eb is @ee. @c is not far from that, so the magnitude seems right.",
        "Sanity check on the size: [[@ea @x @eb]] is about @ee, and @c is close enough.",
        "If I round to @ea and @eb I get @ee, which is in the same ballpark as @c.",
    ),
    "division_ok": (
        "Dividing back: [[@c / @b]] should be @a. @b goes into @c exactly @a times with no remainder. Good.",
        "Another way to check is division. [[@c ÷ @a = @b]] with nothing left over, so that works.",
        "Check by going backwards: @c divided by @b is @a, remainder 0.",
        "And if I divide @c by @a, I get back @b exactly, which is reassuring.",
    ),
    "squares_ok": (
        "There is also the difference of squares. The midpoint of the two is @m and the half-difference is @h, so it's "
        "[[@m^2 - @h^2 = @mm - @hh = @c]]. Same.",
        "Another approach: [[@a = @m @sg @h]] and [[@b = @m @gs @h]]. Then [[@m^2 - @h^2]] is @mm minus @hh, which is "
        "@c. It agrees.",
        "Or using [[(m+d)(m-d)]] with [[m = @m]] and [[d = @h]]: @mm minus @hh gives @c again.",
    ),
    "nines_bad": (
        "Let me test @p modulo 9. @a is @na and @b is @nb, so the product must be @nw mod 9. But @p is @nz mod 9. "
        "So @p can't be right.",
        "Casting out nines: [[@na @x @nb = @nn]], which leaves @nw. The digits of @p leave @nz, not @nw. "
        "So there's an error in @p somewhere.",
        "Digit sums: @a gives @na, @b gives @nb, so I expect @nw mod 9, yet @p gives @nz. That means @p is wrong.",
        "Hmm, mod 9 the product should be @nw, since @a is @na and @b is @nb. @p is @nz mod 9. Doesn't match, so I "
        "made a mistake.",
    ),
    "elevens_bad": (
        "Mod 11 then. @a is @na, @b is @nb, the product should be @nw, but @p comes to @nz. So @p is not correct.",
        "Casting out elevens: expected [[@na @x @nb = @nn]], i.e. @nw, but @p leaves @nz. So @p has to be wrong.",
        "Check with 11: the factors leave @na and @nb, which makes @nw. @p leaves @nz. That rules out @p.",
    ),
    "digit_bad": (
        "The last digits are @d and @e, and [[@d @x @e = @de]], so the answer has to end in @u. But @p doesn't end "
        "in @u. So @p is wrong.",
        "The units digit should be @u because [[@d @x @e = @de]]. @p ends in @v. Something went wrong there.",
        "@d times @e is @de, so I need a @u at the end and @p has a @v. So that can't be it.",
    ),
    "division_bad": (
        "Dividing back: [[@p / @b]]. @b goes @q times into @p with a remainder of @rm. That should have been exactly "
        "@a, so @p is off.",
        "If @p were right, dividing by @b would give @a exactly. But I get @q remainder @rm. So @p is not the product.",
        "Let me divide @p by @b to check: quotient @q, remainder @rm. There shouldn't be a remainder if this was "
        "right. So there's a mistake.",
    ),
    "size_bad": (
        "Estimate: [[@ea @x @eb = @ee]]. But @p is way off from that. So @p can't be right.",
        "Rough size: about @ea times @eb, so around @ee. @p is nowhere near, so I must have messed up.",
        "Hmm, @ea times @eb would be @ee, and @p is too far from it. That's an error.",
    ),
}


class Long(Style):
    """The flow of a thought; a subclass has the words (`lex`) and the layout."""

    tag: ClassVar[str]
    lex: ClassVar[Lexicon]
    words: ClassVar[tuple[str, ...]] = ("plain", "comma")
    maths: ClassVar[tuple[str, ...]] = ("latex", "plain")
    signs: ClassVar[tuple[str, ...]] = ("×", "*")
    methods: ClassVar[tuple[str, ...]] = ("high", "high", "low", "chunks", "round", "swapped", "area")
    fences: ClassVar[tuple[str, str]] = ("", "")
    layout: ClassVar[str] = "prose"
    para: ClassVar[str] = "\n\n"
    chained: ClassVar[float] = 0.5
    idling: ClassVar[float] = 0.55
    checking: ClassVar[float] = 0.75

    @property
    def name(self) -> str:
        return self.tag

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.words), t.one(*self.maths), t.one(*self.signs)
        self.used: set[str] = set()

    # words

    def fill(self, t: Telling, text: str, **more: object) -> str:
        values: dict[str, object] = {"a": t.a, "b": t.b, "c": t.candidate, "x": t.x, "ab": t.ab}
        if t.index:
            values["p"] = t.previous
        values.update(more)

        def put(found: re.Match[str]) -> str:
            value = values[found[1]]
            return t.n(value) if isinstance(value, int) else str(value)

        text = re.sub(r"@([a-z]+)", put, text)
        return text.replace("[[", self.fences[0]).replace("]]", self.fences[1])

    def say(self, t: Telling, key: str, **more: object) -> str:
        options = self.lex.get(key) or SHARED[key]
        fresh = [o for o in options if o not in self.used] or [
            o for o in options if "@de" not in o or max(t.a, t.b) > 9
        ]
        text = t.rng.choice(fresh)
        self.used.add(text)
        return self.fill(t, text, **more)

    def math(self, text: str) -> str:
        return self.fences[0] + text + self.fences[1]

    # a solution

    def carried(self, t: Telling, term: Term) -> str:
        """A partial product digit by digit; nothing if it is not a single digit with noughts, or has a slip."""
        digit = int(str(term.right)[0])
        if digit * 10 ** (len(str(term.right)) - 1) != term.right or term.left < 11 or digit < 2:
            return ""
        if term.left * term.right != term.value:
            return ""
        out, carry, ds = [], 0, [int(d) for d in reversed(str(term.left))]
        for place, d in enumerate(ds):
            all_ = d * digit + carry
            plus = f", plus {carry} is {all_}" if carry else ""
            if place == len(ds) - 1:
                out.append(f"{digit}{t.x}{d} = {d * digit}{plus}")
            else:
                out.append(
                    f"{digit}{t.x}{d} = {d * digit}{plus}, write {all_ % 10}"
                    + (f" carry {all_ // 10}" if all_ > 9 else "")
                )
            carry = all_ // 10
        return "; ".join(out)

    def part(self, t: Telling, work: Work, place: int) -> str:
        term = work.terms[place]
        more = {"l": term.left, "r": term.right, "v": term.value}
        if "slip" in self.lex and t.chance(0.1):
            return self.say(t, "slip", n=t.near(term.value), **more)
        if "carry" in self.lex and t.chance(0.6):
            how = self.carried(t, term)
            if how:
                return self.say(t, "carry", how=how, **more)
        how = t.detail(term, 0.45)
        if how and "how" in self.lex:
            return self.say(t, "how", how=how, **more)
        text = self.say(t, "part", **more)
        if t.chance(0.12) and "nag" in self.lex:
            text += " " + self.say(t, "nag", **more)
        return text

    def parts(self, t: Telling, work: Work) -> str:
        pieces = [self.part(t, work, place) for place in range(len(work.terms))]
        if self.layout == "bullets":
            return "\n".join(f"- {piece}" for piece in pieces)
        if self.layout == "stars":
            return "\n".join(f"    *   {piece}" for piece in pieces)
        if self.layout == "lines":
            return "\n".join(pieces)
        if self.layout == "paras":
            return "\n\n".join(pieces)
        return " ".join(pieces)

    def adding(self, t: Telling, work: Work) -> str:
        steps = work.steps()
        if len(steps) > 1 and t.chance(self.chained):
            sums = [self.math(f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}") for x, s, y, z in steps]
            link = t.one(", then ", ", and then ", ". Then ", "; ") if self.layout in ("prose", "paras") else "\n"
            if self.layout == "stars":
                return self.say(t, "sum") + "\n" + "\n".join(f"    *   {s}" for s in sums) + "\n\n"
            return (
                self.say(t, "sum")
                + (" " if link != "\n" else "\n")
                + link.join(sums)
                + ("." if link != "\n" else "\n\n")
            )
        return self.say(t, "sum") + " " + self.math(f"{t.sum(work)} = {t.n(work.total)}") + "."

    def solution(self, t: Telling, work: Work) -> str:
        plan = self.say(t, "plan", w=work.a, s=work.b, f=t.factor(work))
        if work.method == "area":
            plan = self.say(t, "area")
        elif work.method == "round" and work.terms[1].right * 8 < work.b:
            plan = self.say(t, "round", w=work.a, s=work.b, f=t.factor(work))
        gap = "\n" if self.layout in ("bullets", "lines", "stars") else t.one(" ", self.para)
        return (
            plan
            + gap
            + self.parts(t, work)
            + (self.para if gap != " " else t.one(" ", self.para))
            + self.adding(t, work)
        )

    def commit(self, t: Telling) -> str:
        key = "commit"
        if t.same and "same" in self.lex:
            key = "same"
        elif t.index > 1 and t.candidate in t.candidates[: t.index - 1] and "back" in self.lex:
            key = "back"
        return t.one(" ", self.para) + t.c(self.say(t, key))

    def attempt(self, t: Telling) -> str:
        small = min(t.a, t.b) < 11
        bare = any(len(str(k).replace("0", "")) < 2 for k in (t.a, t.b))
        unfit = {"area", "swapped", "round"} if small else {"area"} if bare else set()
        work = t.solve(*[m for m in self.methods if m not in unfit])
        return self.solution(t, work) + self.commit(t)

    # doubts and checks

    def modulo(self, t: Telling, number: int, m: int) -> dict[str, object]:
        x, y = t.a % m, t.b % m
        return {"na": str(x), "nb": str(y), "nn": str(x * y), "nw": str(x * y % m), "nz": str(number % m)}

    def last(self, t: Telling, number: int) -> dict[str, object]:
        d, e = t.a % 10, t.b % 10
        return {"d": str(d), "e": str(e), "de": str(d * e), "u": str(d * e % 10), "v": str(number % 10)}

    def idle(self, t: Telling) -> str:
        d, e = (int(t.one(*str(k).replace("0", ""))) for k in (t.a, t.b))
        if max(t.a, t.b) < 10:
            self.used |= {o for o in self.lex["idle"] if "@de" in o}
        return self.say(t, "idle", d=str(d), e=str(e), de=str(d * e))

    def confirmations(self, t: Telling) -> list[str]:
        c, out = t.candidate, []
        if max(t.a, t.b) < 10:
            return []
        if t.nines():
            out.append(self.say(t, "nines_ok", **self.modulo(t, c, 9)))
        if t.a * t.b % 11 == c % 11:
            out.append(self.say(t, "elevens_ok", **self.modulo(t, c, 11)))
        if t.last_digit():
            out.append(self.say(t, "digit_ok", **self.last(t, c)))
        near = t.estimate()
        if near and near[:2] != (t.a, t.b):
            out.append(self.say(t, "estimate_ok", ea=near[0], eb=near[1], ee=near[2]))
        if c == t.product and t.a > 9 and t.b > 9:
            out.append(self.say(t, "division_ok"))
            h = abs(t.a - t.b) // 2
            if (t.a - t.b) % 2 == 0 and 0 < h < min(t.a, t.b):
                m = (t.a + t.b) // 2
                sg, gs = ("+", "-") if t.a > t.b else ("-", "+")
                out.append(self.say(t, "squares_ok", m=m, h=h, mm=m * m, hh=h * h, sg=sg, gs=gs))
        return out

    def failures(self, t: Telling) -> list[str]:
        p, out = t.previous, []
        if max(t.a, t.b) < 10:
            return []
        for m, key in ((9, "nines_bad"), (11, "elevens_bad")):
            if t.product % m != p % m:
                out.append(self.say(t, key, **self.modulo(t, p, m)))
        if p % 10 != t.product % 10:
            out.append(self.say(t, "digit_bad", **self.last(t, p)))
        if p != t.product and t.a > 9 and t.b > 9 and (p // t.b != t.a or p % t.b):
            out.append(self.say(t, "division_bad", q=p // t.b, rm=p % t.b))
        ea, eb = (max(10 ** (len(str(k)) - 1), round(k, 1 - len(str(k)))) for k in (t.a, t.b))
        if not 0.5 < p / t.product < 2 and ea * eb != t.product:
            out.append(self.say(t, "size_bad", ea=ea, eb=eb, ee=ea * eb))
        return out

    def otherwise(self, t: Telling) -> Work:
        if min(t.a, t.b) < 11:
            return t.solve("chunks" if t.work.method == "high" else "high")
        return t.other("round", "chunks", "low")

    def second(self, t: Telling) -> str:
        """A whole second solution, told as a check, that agrees."""
        work = self.otherwise(t)
        return self.say(t, "verify") + self.para + self.solution(t, work) + " " + t.r(self.say(t, "agree"))

    # the flow

    def first(self, t: Telling) -> str:
        text = self.say(t, "open") + self.para
        if t.chance(0.3):
            ea, eb = (max(10 ** (len(str(k)) - 1), round(k, 1 - len(str(k)))) for k in (t.a, t.b))
            if (ea, eb) != (t.a, t.b) and ea * eb not in t.candidates and "guess" in self.lex:
                text += self.say(t, "guess", ea=ea, eb=eb, ee=ea * eb) + self.para
        return text + self.attempt(t)

    def between(self, t: Telling) -> str:
        """Idle doubts after a commitment."""
        text = ""
        while t.chance(self.idling) and len(text) < 600 and set(self.lex["idle"]) - self.used:
            text += self.para + self.idle(t)
        return text

    def again(self, t: Telling) -> str:
        t.index -= 1
        text = self.between(t)
        t.index += 1
        way = t.way(mend=4, redo=2, fail=3, clash=3)
        if way == "fail":
            failures = self.failures(t)
            if failures:
                text += self.para + self.say(t, "test") + " " + t.one(*failures)
                return text + self.para + self.say(t, "anew") + self.para + self.attempt(t)
            way = t.one("mend", "clash")
        if way == "mend":
            mended = t.mend()
            if mended:
                text += self.para + self.say(t, "look")
                if mended.place is None:
                    return text + " " + self.say(t, "badsum") + self.para + self.adding(t, mended.work) + self.commit(t)
                term = mended.work.terms[mended.place]
                text += " " + self.say(t, "badpart", l=term.left, r=term.right, was=mended.was, now=mended.now)
                return text + self.para + self.adding(t, mended.work) + self.commit(t)
            way = "clash"
        if way == "clash":
            return text + self.clash(t)
        return text + self.para + self.say(t, "disown") + self.para + self.attempt(t)

    def clash(self, t: Telling) -> str:
        """A check ends in another result; the two are weighed and the new one stays."""
        work = self.otherwise(t)
        text = self.para + self.say(t, "verify") + self.para + self.solution(t, work) + self.para
        text += self.say(t, "differ")
        good, bad, m9 = t.candidate % 9 == t.product % 9, t.previous % 9 != t.product % 9, self.modulo(t, t.previous, 9)
        if good and bad and t.chance(0.5):
            text += self.para + self.say(t, "weighnines", **m9)
        else:
            term = t.rng.choice(work.terms)
            text += self.para + self.say(t, "weigh", l=term.left, r=term.right, v=term.value)
        return text + " " + t.c(self.say(t, "settle"))

    def closing(self, t: Telling) -> str:
        text = self.between(t)
        if t.chance(self.checking):
            if t.chance(0.5):
                text += self.para + self.second(t)
                if t.chance(self.idling):
                    text += self.para + self.idle(t)
            found = self.confirmations(t)
            t.rng.shuffle(found)
            for check in found[: t.rng.choice([0, 1, 1, 2])]:
                text += self.para + check
        if t.chance(0.8):
            text += self.para + t.r(self.say(t, "done"))
        return text + self.writeup(t)

    def finish(self, t: Telling, text: str) -> str:
        return re.sub("\n{3,}", "\n\n", re.sub("\n\n (?=\\S)", "\n\n", text))

    def writeup(self, t: Telling) -> str:
        return ""

    def table(self, t: Telling, lead: str = "- ", fences: tuple[str, str] = ("", ""), sep: str = "\n") -> str:
        """The partial products of the last work, for a write-up."""
        x = "\\times" if fences[0] else t.x.replace("\\times", "×")
        return sep.join(
            f"{lead}{fences[0]}{t.m(term.left) if fences[0] else t.n(term.left)} {x} "
            f"{t.m(term.right) if fences[0] else t.n(term.right)} = {t.m(term.value) if fences[0] else t.n(term.value)}{fences[1]}"
            for term in t.work.terms
        )


SHARED |= {
    "weighnines": (
        "Which one is it? Mod 9, @a is @na and @b is @nb, so the product is @nw mod 9. @p is @nz mod 9, which doesn't "
        "fit, and the new one fits.",
        "I can let mod 9 decide. The product must be @nw mod 9, but @p leaves @nz. The second number does leave @nw.",
        "Digit sums can tell: the true product leaves @nw when divided by 9. The first result, @p, leaves @nz. "
        "The second leaves @nw.",
    ),
    "area": (
        "Let me multiply every piece of @a with every piece of @b.",
        "I'll expand both numbers by place value and take all the cross products.",
        "Breaking both factors into place values, the cross products are as follows.",
        "Using the distributive property on both numbers, each piece of one times each piece of the other:",
    ),
    "round": (
        "@s is near a round number, since [[@f = @s]], hence @w times the round part first and then the adjustment.",
        "I can use a round number here: [[@s = @f]].",
        "Let me write [[@s]] as [[@f]], which is easier to multiply with @w.",
        "Since [[@s = @f]], I can multiply @w by the round number and correct for the rest.",
    ),
}


class Rone(Long):
    tag = "zz-rone-full-waverer"
    signs = ("×", "×", "*")
    lex: ClassVar[Lexicon] = {
        "open": (
            "<think>\nOkay, so I need to find the product of @a and @b. I don't want to make a silly mistake, so let me take it slowly.",
            "<think>\nAlright, the problem is @ab. These are big enough that I should write out the pieces.",
            "<think>\nOkay, let me try to figure out what @a multiplied by @b is. I remember there's the standard algorithm, but breaking numbers apart is usually easier for me.",
            "<think>\nHmm, @a times @b. Let me think about how to do this by hand.",
            "<think>\nFirst, I need to multiply @a by @b. Let me recall how long multiplication goes and be careful with place values.",
        ),
        "guess": (
            "Before that, an approximate value: @ea times @eb would be @ee, so I expect something of that order.",
            "Just so that I have a feeling for the size, @ea × @eb is @ee. The real answer should be somewhere around there.",
            "I'd guess it's on the order of @ee, because that's @ea times @eb.",
        ),
        "plan": (
            "I can split @s into @f and multiply @w by each of those.",
            "So @s is @f, right? Then by the distributive property I multiply @w with each part separately.",
            "Let's break down @s as @f. That leaves simpler products with @w.",
            "Maybe take @s apart: @f. Each of them times @w, and then everything gets added.",
        ),
        "part": (
            "@l × @r is @v.",
            "Then @l times @r gives @v.",
            "@l multiplied by @r, that's @v.",
            "Next, @l × @r = @v.",
            "For @r: @l × @r = @v.",
        ),
        "how": (
            "For @l × @r: @how.",
            "Then @r times @l. Let me see: @how.",
            "@l × @r can be broken again, @how. So @v.",
        ),
        "slip": (
            "@l × @r is @n. Wait, no, let me redo that. @l × @r is @v.",
            "Then @l times @r, that's @n... hmm, no, I misadded there, it's @v.",
        ),
        "nag": ("I think that's right.", "Yeah.", "Let me just make sure: @r times @l, yes, @v."),
        "sum": (
            "Now adding them all together:",
            "Now I need to add these up.",
            "So the sum is",
            "Putting the pieces together:",
            "Then the total:",
        ),
        "commit": (
            "So @ab should be @c.",
            "Therefore, the product is @c.",
            "So that gives me @c for @ab.",
            "So, the answer would be @c.",
            "Hence @ab equals @c.",
        ),
        "same": (
            "So @ab comes out as @c this time, the same number as before.",
            "Huh, so @ab is @c once more. Even after starting fresh.",
        ),
        "back": (
            "So @ab is @c, which I already had earlier and then dropped.",
            "So it's @c after all, the number I abandoned before.",
        ),
        "idle": (
            "Wait, hold on. Did I get @d × @e right? @d × @e is @de. Yes, that's fine.",
            "Wait, maybe I shifted one of the partial products by the wrong number of places. Let me look at the zeros... no, they're where they should be.",
            "Hmm, I wonder if the lattice method would be faster. It would give the same digits anyway, so no need.",
            "Wait, am I sure the question is about @a and @b and not something else? Yes, that's what it says.",
            "Hold on, is there any trick in the question? I don't think so. It's just multiplication.",
            "But let me not be overconfident here. The number of digits seems okay at least.",
            "Hmm, I could also use logarithms to check, but that would not be accurate enough to be useful.",
        ),
        "verify": (
            "Let me verify this by doing it another way.",
            "To be thorough, let me try a different decomposition.",
            "Wait, let me check with another approach just to be sure.",
            "Maybe I should cross-check that with a different method.",
        ),
        "agree": (
            "Okay, that's @c again, so both ways agree.",
            "That matches the @c from before.",
            "Same result, @c. Great, the two methods are consistent.",
            "So @c both times.",
        ),
        "differ": (
            "Hmm, that gives @c. But before I had @p. These two can't both be right.",
            "Wait, now I'm getting @c, but the first way gave @p. That's a problem. One of them must have an error.",
            "That's conflicting: @p the first time and @c now.",
            "Hmm, @c here. Earlier, @p. There's a discrepancy, so I have to find out which one is correct.",
        ),
        "weigh": (
            "Let me go through the second computation once more. @l × @r is @v, yes. The others seem okay as well, and the addition too. In the first one I was rushing through the addition, and I think that's where I lost something.",
            "Looking at the second calculation again, @l × @r = @v, that is solid. I can't find a mistake there. The first time I must have dropped a carry.",
            "Which one do I trust? In the second one, @l times @r is @v, I'm certain about that, and the sum holds when I redo it. So the error must be in the first calculation.",
        ),
        "settle": (
            "So the correct product is @c, not @p.",
            "So I'll discard @p. The answer is @c.",
            "That means the product is @c, and @p was a miscalculation.",
            "Therefore @c is the right one.",
        ),
        "test": (
            "Wait, let me test that.",
            "Hmm, let me do a check on that number.",
            "Hold on, something feels off. Let me check.",
            "But wait, I want to see if that's plausible.",
        ),
        "anew": (
            "Okay, so let me start over and be more careful this time.",
            "So I need to redo the whole multiplication.",
            "Let me recompute everything from the beginning.",
            "Alright, back to square one.",
        ),
        "look": (
            "Wait, let me double-check the pieces.",
            "Hold on a second.",
            "Wait, no, something isn't right here.",
            "Let me go back over each step.",
        ),
        "badsum": (
            "The partial products are fine, but I think I added them wrong, so @p isn't right. Let me redo the addition.",
            "The individual products check out. The addition, though, I messed up a carry there. So not @p.",
            "I made a mistake when adding. It can't be @p.",
        ),
        "badpart": (
            "I said @l × @r was @was, but that's wrong. It should be @now. So @p is wrong too.",
            "@l × @r: I used @was for that. Computing it again I get @now. So that was a mistake, and @p has to go.",
            "For @l times @r I wrote @was, but it's actually @now. That changes the total, so @p was incorrect.",
        ),
        "disown": (
            "Wait, I'm not convinced. I think I've made a mistake somewhere in there, so forget @p. Let me do the entire thing again.",
            "Hmm, no. I mixed up place values at some point, I'm pretty sure. I'll throw @p away and start again from scratch.",
            "Actually, no, that can't be right. Let me scrap that and recompute it from the start.",
            "Wait, I lost track of the carries in that. @p is probably wrong. Let me begin again.",
        ),
        "done": (
            "Okay, I'm confident that the answer is @c.",
            "So after all that, @c is the product.",
            "Alright, I think it's safe to say @ab is @c.",
            "So I'm going with @c.",
        ),
    }

    def writeup(self, t: Telling) -> str:
        steps = self.table(t, "- ")
        end = t.one(
            f"**Answer:** {t.r(t.n(t.candidate))}",
            t.r(f"\\[\n\\boxed{{{t.m(t.candidate)}}}\n\\]"),
            f"So the product of {t.n(t.a)} and {t.n(t.b)} is {t.r('**' + t.n(t.candidate) + '**')}.",
        )
        head = t.one(
            f"To calculate {t.ab}, break one of the numbers into parts:",
            f"To find the product {t.ab}:",
            "Here is the computation, step by step:",
        )
        return "\n</think>\n\n" + t.one(
            f"{head}\n\n{steps}\n\nAdding these gives {t.r(t.n(t.candidate))}.\n\n{end}",
            f"The product of {t.n(t.a)} and {t.n(t.b)} is found with the distributive property.\n\n{end}",
            end,
        )


class Small(Long):
    """A distilled model of 1.5B: repetitive, without an opening tag."""

    tag = "zz-distil-small-repeater"
    signs = ("×", "*")
    words = ("plain", "comma", "comma")
    layout = "paras"
    chained = 0.7
    idling = 0.65
    lex: ClassVar[Lexicon] = {
        "open": (
            "To solve @ab, I'll break it down into smaller steps.",
            "First, I need to calculate @a multiplied by @b.",
            "I need to multiply @a and @b. I'll start by using the standard multiplication method.",
            "Alright, so I have this multiplication problem: @ab. Hmm, let me think about how to do this.",
            "Okay, so I have to calculate @a times @b. I'm not great at multiplying big numbers in my head, so I'll go through it step by step.",
        ),
        "plan": (
            "First, I'll break @s into @f.",
            "I'll multiply @w by each part of @s, which is @f.",
            "So, @s can be written as @f. I'll multiply @w by each one.",
            "Breaking it down, @s is @f, so there's one product for each.",
        ),
        "part": (
            "With @r, I get @v from @l × @r.",
            "Now, @l times @r. That would be @v.",
            "Then, @l × @r. So, that's @v.",
            "Next, I'll calculate @l × @r, which is @v.",
        ),
        "how": ("Now, @l × @r. Hmm, @how. So, that's @v.", "Then @l × @r. Let me break that down: @how."),
        "slip": (
            "Now, @l × @r is @n. Wait, no, that's not right. It's @v.",
            "Next, @l times @r. That's @n. Wait, is that correct? Let me see. No, it's @v.",
        ),
        "nag": (
            "Wait, is that right? Let me check. Yes, that's right.",
            "Let me make sure. @l × @r is @v. Yeah, that's correct.",
        ),
        "sum": (
            "Now, I'll add all these together.",
            "Adding them up:",
            "Now, let me add these results.",
            "Finally, I need to sum them all.",
        ),
        "commit": (
            "So, the total is @c.",
            "Therefore, @ab is @c.",
            "So, @a multiplied by @b is @c.",
            "So, the final result is @c.",
            "So, the product is @c.",
        ),
        "same": ("So, starting again, @ab is @c, the same thing I had.", "Therefore, I end up with @c again for @ab."),
        "idle": (
            "Wait, is that correct? Let me check @d times @e. It's @de. Okay, that's correct.",
            "Hmm, wait. Did I forget to carry over? Let me see. No, I think I carried everything.",
            "Wait, but I'm a bit confused about the zeros. Let me count them again. Okay, they are fine.",
            "Hmm, maybe I should use a calculator, but I don't have one, so I'll keep going by hand.",
            "Wait, let me think again. Is it multiplication or addition? It's multiplication. Okay.",
            "I'm not entirely sure if I lined up the numbers. Wait, yes, I did.",
            "Wait, maybe I can use another method, like the FOIL method. But no, that's for binomials, so I don't think I need it.",
        ),
        "verify": (
            "Wait, let me verify that by another method.",
            "Let me double-check by multiplying in a different way.",
            "But just to make sure, I'll do it again differently.",
            "Maybe I should try a different way to check.",
        ),
        "agree": (
            "So, it's @c again. That matches.",
            "Okay, so that's the same, @c. Good.",
            "Yes, I got @c both ways.",
        ),
        "differ": (
            "Wait, this time I got @c, but before, I got @p. That's confusing. They should be the same.",
            "Hmm, now it's @c. But earlier it was @p. So, one of them is wrong.",
            "Wait, that's different. I had @p and now I have @c. I must have made a mistake somewhere.",
        ),
        "weigh": (
            "Let me check the second one again. @l × @r is @v. Yes, that's correct. And the addition is correct too. So, the first time I must have added wrong.",
            "Hmm, so which is right? @l times @r is @v, I'm sure about that. So, I think the mistake is in my first calculation.",
            "Let me see. In the second way, @l × @r is @v, and everything adds up. In the first way, I probably missed a carry.",
        ),
        "settle": (
            "So, the correct answer is @c, not @p.",
            "Therefore, it's @c and the first one was wrong.",
            "So, I think @c is the right one.",
        ),
        "test": (
            "Wait, let me check if that makes sense.",
            "Hmm, let me verify that.",
            "Wait, that seems strange. Let me check.",
        ),
        "anew": (
            "So, I need to do it again.",
            "Let me start over.",
            "I must have made a mistake. Let me try again from the beginning.",
            "Okay, let me recalculate.",
        ),
        "look": (
            "Wait, let me check my steps again.",
            "Wait, that doesn't seem right.",
            "Hold on, I think I made a mistake.",
            "Let me go back.",
        ),
        "badsum": (
            "I added them wrong. It's not @p. Let me add again.",
            "The products are right, but the addition is wrong, so @p is wrong.",
            "I think I made an error in the addition. So, @p isn't correct.",
        ),
        "badpart": (
            "@l × @r isn't @was. It's @now. So, @p is wrong.",
            "I wrote @l times @r as @was, but it should be @now. That means @p is not correct.",
            "For @l × @r, I got @was, but calculating again, it's @now. So, I made a mistake there.",
        ),
        "disown": (
            "Wait, no, that's not right. I think I made a mistake. Let me start over.",
            "Hmm, I don't think @p is correct. I messed up somewhere. Let me do it all over again.",
            "Wait, I'm getting confused. I must have made a mistake with the places, so @p is not right. Let me start from scratch.",
            "No, wait. I did that wrong. Let me forget @p and try again.",
        ),
        "done": (
            "So, I'm confident that the answer is @c.",
            "Okay, so the answer is @c.",
            "Therefore, after checking, the answer is @c.",
        ),
    }

    def writeup(self, t: Telling) -> str:
        rows = "\n".join(
            f"{i}. **Multiply {t.n(term.left)} by {t.n(term.right)}:**\n   \\[\n   {t.m(term.left)} \\times {t.m(term.right)} = {t.m(term.value)}\n   \\]"
            for i, term in enumerate(t.work.terms, 1)
        )
        box = t.r(f"\\[\n\\boxed{{{t.m(t.candidate)}}}\n\\]")
        lead = t.one(
            "**Solution:**",
            "**Step-by-Step Explanation:**",
            f"To calculate \\( {t.m(t.a)} \\times {t.m(t.b)} \\), follow these steps:",
        )
        last = t.one("**Final Answer:**", "So, the final answer is:", "Thus, the product is:")
        return "\n</think>\n\n" + t.one(
            f"{lead}\n\n{rows}\n\n{last}\n{box}", f"{last}\n{box}", f"{lead}\n\n{rows}\n\n{last}\n{box}"
        )


class Qwq(Long):
    tag = "zz-qwq-alternative-seeker"
    words = ("comma", "plain")
    methods = ("high", "chunks", "round", "area", "swapped")
    idling = 0.6
    lex: ClassVar[Lexicon] = {
        "open": (
            "Alright, so I've got this multiplication problem here: @a times @b. It looks a bit daunting, but with the right strategy it should be manageable.",
            "Okay, @a multiplied by @b. Hmm, I want to do this carefully, because it's easy to slip up with numbers like these.",
            "Let me see, I have to compute @ab. There are several methods for this, and I'd like to pick one that keeps the numbers small.",
            "So the task is @ab, and I'm supposed to think step by step. Alright.",
        ),
        "guess": (
            "To have a rough idea, @ea times @eb is @ee. I'll keep this in mind for later.",
            "Approximating first: @ea by @eb makes @ee, so the result should be in that region.",
        ),
        "plan": (
            "One way is to write @s as @f, so that @w gets multiplied by each part.",
            "I recall the distributive property, so let me use @s = @f.",
            "Suppose I decompose @s: that's @f. I'd multiply @w by each of them in turn.",
            "Let me break @s down by place value, @f, and deal with @w times each.",
        ),
        "part": (
            "@l taken @r times makes @v.",
            "@l times @r, which is @v.",
            "Then there's @l by @r, and that's @v.",
            "And @l × @r makes @v.",
        ),
        "how": ("For @l times @r, I can do @how.", "Then @l × @r. Splitting once more, @how."),
        "slip": (
            "@l times @r is @n. Wait a second, that's not right; let me recompute. It's @v.",
            "So @l × @r... @n? No, I forgot a carry, it's @v.",
        ),
        "nag": ("That seems right.", "Let me just confirm that: yes, @v."),
        "sum": (
            "Now, summing these up:",
            "Adding these together,",
            "Now all that's left is the addition:",
            "If I add all of these,",
        ),
        "commit": (
            "So, it seems like @ab is @c.",
            "Thus, @a multiplied by @b equals @c.",
            "So, according to this, the product is @c.",
            "That makes the product @c.",
            "Hence, I have @c as the answer.",
        ),
        "same": (
            "Interesting: having started all over, @ab is @c again.",
            "So this fresh attempt makes the product @c, just as the one that I discarded.",
        ),
        "back": (
            "So, I'm back at @c, which I had before and gave up too quickly.",
            "Interesting, @ab is @c then, as in one of my earlier attempts.",
        ),
        "idle": (
            "But wait, is @d times @e really @de? Yes, it is. Okay, moving on.",
            "Alternatively, I could think of this as an area of a rectangle, but that's the same computation in another guise.",
            "Hmm, perhaps there's some neat factorization that makes this trivial? I don't see one right away, so I'll leave that.",
            "Wait, maybe I should consider whether the numbers were given in base ten. Of course they were.",
            "However, I'm a little worried about the alignment of the digits. Looking at it again, each part has the right number of zeros.",
            "Alternatively, the Russian peasant method with halving and doubling would work, but it's long, and I don't think it would tell me anything new.",
            "Perhaps I'm overthinking this. It's a plain multiplication.",
        ),
        "verify": (
            "But to be sure, maybe I should verify this using another method.",
            "Alternatively, I could approach this differently and see if I get the same thing.",
            "Let me double-check this with a different decomposition.",
            "Wait, perhaps I can confirm this by another route.",
        ),
        "agree": (
            "Great, that's also @c, so the two approaches agree.",
            "Which is @c, consistent with the earlier result.",
            "So again @c. That gives me more confidence.",
        ),
        "differ": (
            "Wait a minute, this says @c, whereas earlier I had @p. There's a discrepancy here. Did I make a mistake somewhere?",
            "Hmm, that's not matching. First @p, and now @c. One of the two must be off.",
            "This is strange: the first approach led to @p and this one leads to @c. They should be identical.",
        ),
        "weigh": (
            "Let me see where it went wrong. In the second approach, @l times @r is @v, which I've now checked again, and the sum is fine. So the first approach must contain the slip, likely in a carry while adding.",
            "Perhaps the first calculation had a misplaced carry. Going through the second one again, @l by @r is indeed @v, and I find nothing wrong there.",
            "I've looked at both again. The second one holds up, for instance @l times @r is certainly @v. In the first one I combined the numbers too hastily.",
        ),
        "settle": (
            "So @p was mistaken, and the product is @c.",
            "Therefore, I should go with @c instead of @p.",
            "So the correct value must be @c.",
        ),
        "test": (
            "Wait, maybe I should test this result somehow.",
            "However, let me see whether that number passes a simple test.",
            "Hmm, before accepting that, a check.",
        ),
        "anew": (
            "So I have to go through the multiplication again.",
            "Let me try this again, more carefully.",
            "Alright, I'll redo the calculation from the start.",
            "Perhaps a cleaner computation will help. Starting over.",
        ),
        "look": (
            "Wait, let me go over the steps again.",
            "Hmm, something doesn't add up.",
            "But hold on, I should recheck the individual products.",
            "Let me make sure I haven't made any errors.",
        ),
        "badsum": (
            "The products are okay, but the addition isn't: I dropped something there, so @p is not right. Once more:",
            "It seems I've made an error in adding them, which means that @p is wrong.",
            "Ah, in the addition I misaligned a column. @p can't stand.",
        ),
        "badpart": (
            "I took @l times @r to be @was, but that's a mistake; it should be @now. So @p is incorrect.",
            "Ah, here it is: @l × @r isn't @was, it's @now. I have to correct the total, as @p was based on the wrong value.",
            "Looking at @l times @r, I had @was. Recomputing, I find @now. So @p is off.",
        ),
        "disown": (
            "Hmm, I'm not comfortable with that. I believe I confused two of the intermediate numbers, so I'll disregard @p and start afresh.",
            "Wait, that doesn't seem right to me. I must have slipped somewhere, so let me discard that and begin again.",
            "Actually, I've made a mess of this. @p isn't reliable at all. Let me restart the whole calculation.",
            "No, I think @p is wrong. Let me approach the whole thing again from the beginning.",
        ),
        "done": (
            "Therefore, I'm confident that the product is @c.",
            "So, after all this, @a times @b is @c.",
            "I think I can settle on @c.",
        ),
    }

    def writeup(self, t: Telling) -> str:
        box = t.r(f"\\[ \\boxed{{{t.m(t.candidate)}}} \\]")
        return "\n\n" + t.one(
            f"**Final Answer**\n\n{box}", f"**Final Answer**\n{t.r('The product is ' + t.boxed('$', '$') + '.')}", box
        )


class QwenThree(Long):
    """Qwen3 in thinking mode: columns of carries told in prose."""

    tag = "zz-qwen-three-carry-checker"
    words = ("plain", "plain", "comma")
    methods = ("low", "low", "high", "round", "swapped")
    lex: ClassVar[Lexicon] = {
        "open": (
            "<think>\nOkay, let's see. I need to calculate @a multiplied by @b. Let me start by writing them down one above the other.",
            "<think>\nOkay, so the user wants @ab, and I should show the steps. Let me work it out first.",
            "<think>\nOkay, I need to multiply @a by @b. Let me think about the best way to do that without errors.",
            "<think>\nHmm, let's do @a × @b. I'll go digit by digit like they teach in school.",
        ),
        "plan": (
            "So @s consists of @f. For each of these I need the product with @w.",
            "Let me take the digits of @s one at a time: @f. The top number is @w.",
            "The multiplier is @s, that is @f, and the multiplicand is @w.",
            "Breaking the second number down: @s = @f. Each gets multiplied by @w.",
        ),
        "part": ("So @l × @r = @v.", "Next one is @r. @l × @r is @v.", "Then @l times @r: @v.", "@l × @r would be @v."),
        "carry": (
            "@l × @r: @how. So with the zeros, if any, that's @v.",
            "Now @r. @how. That row is @v.",
            "Then for @l × @r, from the right: @how. That makes @v.",
        ),
        "how": ("Then @l × @r, which is @how.", "@l × @r: @how. Right."),
        "slip": (
            "@l × @r = @n. Wait, let me check that. No, it's @v.",
            "Then @l × @r is @n, no wait, the carry is missing, @v.",
        ),
        "nag": ("Let me check that again. Yes, correct.", "Right, @v."),
        "sum": (
            "Now add them up.",
            "Now, adding all these partial products:",
            "So now the addition:",
            "Let me add these step by step.",
        ),
        "commit": (
            "So the result is @c.",
            "So @ab = @c.",
            "Therefore, the product should be @c.",
            "Which means @a × @b is @c.",
            "So total is @c.",
        ),
        "same": (
            "So @ab = @c. Hmm, the same as what I threw out.",
            "So doing everything again, the result is @c, like last time.",
        ),
        "back": (
            "So @ab = @c, and that's what I'd gotten in an earlier attempt.",
            "So the result is @c again, the earlier one that I rejected.",
        ),
        "idle": (
            "Wait, let me check the carries. @d × @e is @de, so that's okay.",
            "Wait, is the position of the second row right? It's shifted by one place, yes.",
            "Hmm, maybe I should also consider if the problem wants an approximate answer. No, it says calculate, so exact.",
            "Wait, did I copy the numbers correctly? @a and @b. Yes.",
            "Let me think if there's a faster way. Maybe not needed.",
            "Wait, the number of digits. A product like this can have at most as many digits as both numbers together, so that's fine.",
            "Hmm, the carry from the tens to the hundreds, did I include it? Yes, I did.",
        ),
        "verify": (
            "Let me verify this using another method to be safe.",
            "But wait, let me cross-check by splitting the numbers differently.",
            "To make sure, I'll try it with a different breakdown.",
            "Let me check again with another approach.",
        ),
        "agree": (
            "Yes, that's @c too. So that seems correct.",
            "So @c again. Both methods give the same answer.",
            "Same answer as before, @c. Good.",
        ),
        "differ": (
            "Wait, that's different. Previously I had @p, now it's @c. So there's an error in one of them.",
            "Hmm, @c here versus @p before. That's a contradiction. Let me find the error.",
            "Wait, but the first method gave @p and now I have @c. So where's the mistake?",
        ),
        "weigh": (
            "Check the second method again: @l × @r = @v, correct. And the sum is correct too. So the first method has the mistake, probably a carry in the addition.",
            "In the second, @l × @r is @v. Yes. All the other products there are easy. Going back to the first, I see that I mishandled a carry.",
            "Let me recheck @l × @r. It's @v, so that step is right. And the additions in this one are right. Then it's the first calculation that's off.",
        ),
        "settle": (
            "So the correct answer should be @c.",
            "Therefore, @p is wrong, and the correct product is @c.",
            "Okay, so it's @c, not @p.",
        ),
        "test": (
            "Wait, let me check with a quick test.",
            "Let me verify with some modular arithmetic or so.",
            "Hmm, wait. Is that plausible?",
        ),
        "anew": (
            "So I need to recalculate.",
            "Then let me redo it carefully.",
            "So there's a mistake somewhere. Let me do the multiplication again.",
            "Okay, again from the start.",
        ),
        "look": (
            "Wait, let me check the partial products again.",
            "Wait, maybe I made a mistake. Let me check again.",
            "Hmm, wait.",
            "Let me re-verify each step.",
        ),
        "badsum": (
            "The rows are right, but the addition is not. So @p is incorrect. Adding again:",
            "I made a mistake in adding. So @p is wrong. Let me do that part again.",
            "Ah, when adding, I forgot a carry. So it's not @p.",
        ),
        "badpart": (
            "For @l × @r I had @was. But it's actually @now. So @p was wrong.",
            "@l × @r is @now, not @was. So that's the mistake, and @p is incorrect.",
            "I previously said @l × @r is @was. That's incorrect. It's @now. So the total changes from @p.",
        ),
        "disown": (
            "Wait, no. I think the alignment was wrong in my calculation, so @p is not right. Let me do this again.",
            "Hmm, wait. I'm mixing things up here. Let me drop @p and start over.",
            "Wait, that seems incorrect. I might have multiplied the wrong digits. Scrap that, and do it again from the start.",
            "No, I don't trust @p, there was a mistake in how I handled the carries. Let me restart.",
        ),
        "done": (
            "Therefore, the answer is @c.",
            "So I think @c is correct.",
            "Okay, all checks considered, the answer is @c.",
        ),
    }

    def writeup(self, t: Telling) -> str:
        rows = "\n\n".join(f"$$\n{t.m(k.left)} \\times {t.m(k.right)} = {t.m(k.value)}\n$$" for k in t.work.terms)
        head = t.one(
            "### Step-by-Step Calculation",
            "### Breaking Down the Multiplication",
            "To compute the product, we use the distributive property:",
        )
        last = t.one("### Final Answer", "---\n\n### ✅ Final Answer", "Thus, the final answer is:")
        box = t.r(f"$$\n\\boxed{{{t.m(t.candidate)}}}\n$$")
        return "\n</think>\n\n" + t.one(f"{head}\n\n{rows}\n\n{last}\n\n{box}", f"{last}\n\n{box}")


class Oss(Long):
    """gpt-oss: even, short sentences, no exclamations, a channel mark before the reply in some."""

    tag = "zz-oss-even-recomputer"
    signs = ("*", "×")
    para = "\n\n"
    idling = 0.4
    lex: ClassVar[Lexicon] = {
        "open": (
            "We need to compute @ab. Let's do it carefully.",
            "The user asks for @ab, step by step. Let's compute.",
            "Compute @ab. We'll give steps and a final answer.",
            "We have to multiply @a by @b. Simple arithmetic, but need to be exact.",
        ),
        "plan": (
            "Split @s = @f and multiply each with @w.",
            "@s = @f. So we need @w times each part.",
            "Use @s = @f with @w.",
            "We can decompose @s as @f.",
        ),
        "part": ("@l*@r = @v.", "@l * @r = @v.", "Then @l*@r = @v.", "Compute @l*@r: @v."),
        "how": ("@l*@r: @how.", "Compute @l*@r. @how."),
        "slip": ("@l*@r = @n? Actually @v.", "@l*@r = @n... wait compute: @v."),
        "sum": ("Sum:", "Add:", "Now sum them:", "Adding up:"),
        "commit": (
            "So @ab = @c.",
            "So product is @c.",
            "Thus @ab = @c.",
            "So answer @c.",
            "Therefore @a times @b is @c.",
        ),
        "same": ("So with the fresh computation @ab = @c, the same value.", "Thus we get @ab = @c again from scratch."),
        "idle": (
            "Is @d*@e = @de? Yes.",
            "Did we misplace a zero? No, it looks fine.",
            "Should we present a table? Not necessary.",
            "We might use a different split, but it's not needed.",
            "No policy issue here, just arithmetic.",
            "The operands are @a and @b, yes.",
        ),
        "verify": (
            "Double-check with another method.",
            "Let's verify via a different decomposition.",
            "Check using another split.",
            "Let's double check by a second route.",
        ),
        "agree": ("That is @c, matches.", "Same: @c. Good.", "So @c again. Consistent."),
        "differ": (
            "This gives @c, but earlier we got @p. Mismatch, so one is wrong.",
            "Hmm, @c vs. @p from before. We need to resolve that.",
            "We got @p earlier and @c now. Something is wrong in one of them.",
        ),
        "weigh": (
            "Recheck this one: @l*@r = @v, yes. The addition also holds. So the earlier sum had an error.",
            "Check @l*@r again: @v. Right. So the first computation must contain the mistake.",
        ),
        "settle": (
            "So correct is @c, not @p.",
            "So we take @c; the earlier value was an error.",
            "Therefore the right product is @c.",
        ),
        "test": ("Let's test this.", "Let's check that value.", "Check:", "But is it right?"),
        "anew": (
            "Let's recompute from scratch.",
            "So need to redo.",
            "Recompute carefully.",
            "We made an error. Compute again.",
        ),
        "look": ("Wait, check the parts.", "Let me recheck.", "Hmm, check again.", "Let's double-check each product."),
        "badsum": (
            "The products are right but the sum is not, so @p is wrong. Add again.",
            "The addition was off. Not @p.",
            "We made an addition error; discard @p.",
        ),
        "badpart": (
            "@l*@r is @now, not @was. So @p is wrong.",
            "We used @l*@r = @was, but it's @now. That makes @p incorrect.",
            "Mistake: @l*@r = @now, we had @was. So not @p.",
        ),
        "disown": (
            "Hmm, that is likely wrong; we mixed up something. Discard @p and recompute from scratch.",
            "Wait, @p looks wrong. Let's start over.",
            "I think we made an arithmetic error. Drop @p. Redo everything.",
            "Not convinced, that was sloppy, so ignore @p. Start again.",
        ),
        "done": ("So the answer: @c.", "Thus answer @c.", "We'll answer @c.", "So final is @c. Provide the steps."),
    }

    def begin(self, t: Telling) -> None:
        super().begin(t)
        if t.chance(0.6):
            t.words = "plain"

    def writeup(self, t: Telling) -> str:
        mark = t.one("assistantfinal", "<|end|><|start|>assistant<|channel|>final<|message|>", "\n\n")
        bold = t.r(f"**{t.ab} = {t.n(t.candidate)}**")
        steps = self.table(t, "- ")
        return mark + t.one(
            f"Here is the calculation:\n\n{steps}\n\nThe sum of these is {t.r(t.n(t.candidate))}.\n\n{bold}",
            bold,
            f"**Step by step**\n\n{steps}\n\n{bold}",
        )


class Magistral(Long):
    tag = "zz-magistral-draft-rethinker"
    layout = "paras"
    signs = ("×", "\\times")
    words = ("plain",)
    fences = ("\\(", "\\)")
    lex: ClassVar[Lexicon] = {
        "open": (
            "[THINK]Okay, I need to multiply @a and @b. Let me first write the numbers as sums.",
            "<think>\nAlright, the task is to find @a times @b. I'll draft the calculation first.",
            "[THINK]Let me see. I have @a and @b, and I'm asked for their product.",
            "<think>\nOkay, let's tackle the multiplication of @a by @b. I'll go with the distributive law.",
        ),
        "plan": (
            "We can write [[@s = @f]] and multiply @w by each term.",
            "The number @s is [[@f]]. So here come the products with @w.",
            "Let me express @s as [[@f]].",
            "First, the expansion: [[@s = @f]]. Each term is multiplied by @w.",
        ),
        "part": (
            "[[@l @x @r = @v]]",
            "The term for @r: [[@l @x @r = @v]].",
            "Then [[@l @x @r = @v]].",
            "For the next one, [[@l @x @r = @v]].",
        ),
        "how": ("For [[@l @x @r]], I get [[@how]].", "Now [[@how]]."),
        "slip": (
            "[[@l @x @r = @n]]. No wait, let me recalculate: [[@l @x @r = @v]].",
            "Then [[@l @x @r]] is @n. Hmm, no. It is @v.",
        ),
        "sum": ("Summing up:", "Now let's add these:", "Adding all of the terms:", "The sum is then"),
        "commit": (
            "So, [[@ab = @c]].",
            "Therefore, the product is @c.",
            "This gives [[@ab = @c]].",
            "So the answer seems to be @c.",
            "Thus, I obtain @c as the product.",
        ),
        "same": (
            "So the new calculation leads to [[@ab = @c]] as well.",
            "Therefore, [[@ab = @c]], which is the value I discarded.",
        ),
        "idle": (
            "Wait, is [[@d @x @e]] equal to @de? Yes, it is.",
            "Hmm, I wonder whether I should use the lattice method. I think it's not necessary.",
            "But am I sure about the number of zeros in each term? Checking... yes.",
            "Perhaps there is a more elegant way, but the direct way suffices.",
            "Let me reread the problem. It's about @a and @b, as I thought.",
            "Hmm, one more time about the carry in the hundreds. It's okay.",
        ),
        "verify": (
            "To verify, let me use a different expansion.",
            "Let me double-check by computing it in another manner.",
            "I should verify this. A different way to do it:",
            "Now let me cross-check.",
        ),
        "agree": (
            "This also gives @c, so the result is verified.",
            "Again @c, which is consistent.",
            "The same @c. Good.",
        ),
        "differ": (
            "That's @c, which isn't the @p I found before. There must be an error in one of the two.",
            "Hmm, now @c, but previously @p. These results contradict each other.",
            "Wait, the results disagree: @p earlier, @c now.",
        ),
        "weigh": (
            "Looking at the second calculation, [[@l @x @r = @v]] is certainly right, and the addition is as well. I conclude the mistake is in the first one.",
            "I go through the new one again. [[@l @x @r = @v]], yes. So it must be the first calculation that has an error in the addition.",
        ),
        "settle": (
            "So the correct result is @c.",
            "Therefore I reject @p, and the product is @c.",
            "Hence, [[@ab = @c]] is right.",
        ),
        "test": (
            "Let me test this result.",
            "But let me check whether this is plausible.",
            "Hmm, a quick check is in order.",
            "Wait, I should check.",
        ),
        "anew": (
            "I'll do the calculation again.",
            "So there's an error and I have to start over.",
            "Let me restart the calculation.",
            "Let me redo this with more care.",
        ),
        "look": (
            "Wait, let me check the terms.",
            "Hmm, I should look at the terms again.",
            "Let me go over this again.",
            "Wait, I see a problem.",
        ),
        "badsum": (
            "The terms are correct, but I added them incorrectly, so @p is wrong.",
            "The addition contains a mistake, so it's not @p. Adding again.",
            "I made an addition error and @p must be corrected.",
        ),
        "badpart": (
            "I had [[@l @x @r = @was]], but actually it's @now. Hence @p is wrong.",
            "[[@l @x @r]] isn't @was but @now, so @p is not correct.",
            "The term [[@l @x @r]] should be @now instead of @was. Thus @p was wrong.",
        ),
        "disown": (
            "Hmm, I believe there's a mistake in that. I'll put @p aside as wrong and start from the beginning.",
            "Wait, this is wrong, I lost a digit on the way. Let me begin again.",
            "No, I can't accept @p. I mixed up the terms. Starting over.",
            "Actually, that calculation was flawed. Let me do it again from scratch.",
        ),
        "done": (
            "So I'm confident the final answer is @c.",
            "The answer is therefore @c.",
            "After verification, [[@ab = @c]].",
        ),
    }

    def writeup(self, t: Telling) -> str:
        close = "[/THINK]\n"
        rows = self.table(t, "- ", ("\\(", "\\)"))
        end = t.r("The final answer is " + t.boxed("\\(", "\\)") + ".")
        return close + t.one(
            f"To find the product, expand one factor:\n\n{rows}\n\n{end}", end, f"**Solution**\n\n{rows}\n\n{end}"
        )

    def finish(self, t: Telling, text: str) -> str:
        closed = t.one("[/THINK]", "[/THINK]\n") if text.startswith("[THINK]") else "\n</think>\n\n"
        return text.replace("[/THINK]\n", closed)


class PhiFour(Long):
    """Phi-4-reasoning: thinks about what the user wants, runs on within one paragraph."""

    tag = "zz-phi-four-rambling-rechecker"
    para = " "
    signs = ("*", "×")
    words = ("plain", "plain", "comma")
    lex: ClassVar[Lexicon] = {
        "open": (
            '<think>User asks: "Calculate @a * @b. Think step by step." We need to compute the multiplication.',
            "<think>The question is to compute @ab. I'll produce a detailed explanation, but let me compute first.",
            "<think>We are asked to multiply @a by @b. I'll do the multiplication step by step.",
            "<think>I need to calculate @a times @b, with the reasoning in steps for the user.",
        ),
        "plan": (
            "I can do @s = @f, so @w times each of these.",
            "Write @s = @f. Then multiply by @w.",
            "We break @s into @f. So let me compute each with @w.",
            "One approach: @s is @f; multiply each by @w.",
        ),
        "part": ("@l * @r = @v.", "Then @l * @r = @v.", "We compute @l times @r = @v.", "Also @l * @r = @v."),
        "how": ("Compute @l * @r: @how.", "@l times @r: let me compute @how."),
        "slip": ("@l * @r = @n, hmm, check: it's @v actually.", "@l * @r = @n, wait that's off, it's @v."),
        "sum": ("Then sum:", "Now sum these up:", "So adding:", "The sum:"),
        "commit": (
            "So @ab = @c.",
            "Thus the product is @c.",
            "So answer is @c.",
            "So we obtain that @a times @b is @c.",
        ),
        "same": ("So redoing it all, @ab = @c, same as the one I threw away.", "Thus the product is @c, once again."),
        "idle": (
            "Let me double check that @d * @e = @de: yes.",
            "I wonder if the user wants the long multiplication layout. Either is okay.",
            "I must be careful with the zeros. They seem okay.",
            "Maybe I should include a diagram? No, a text answer is fine.",
            "But is everything aligned? I believe so.",
            "I could mention alternative methods, but that isn't required.",
        ),
        "verify": (
            "Let me verify using an alternative method.",
            "I'll double check by a different breakdown.",
            "We can check with a different approach.",
            "Let me double-check the arithmetic in another way.",
        ),
        "agree": (
            "So we get @c, the same result.",
            "That's @c again, which confirms it.",
            "This equals @c as well. Good.",
        ),
        "differ": (
            "But that's @c, and earlier I had @p. So there's a discrepancy that must be resolved.",
            "Hmm, the result is now @c, while the earlier one was @p. One must be wrong.",
            "That doesn't match: earlier @p, now @c.",
        ),
        "weigh": (
            "Let me recheck the second: @l * @r = @v indeed. And the sum is fine. So I conclude the earlier computation had an arithmetic error.",
            "In the second method @l * @r = @v is surely correct, I recomputed it, so the error is in the first one.",
        ),
        "settle": (
            "So the correct product is @c.",
            "So it's @c and the value @p was wrong.",
            "Therefore I'll correct it: the product is @c.",
        ),
        "test": ("But wait, check this:", "Let me sanity check.", "Let me check the result.", "I want to test it."),
        "anew": (
            "So let me recalc from the beginning.",
            "I must recompute.",
            "So there's a mistake; do it over.",
            "Let me do the multiplication again.",
        ),
        "look": ("Wait, let me recheck the steps.", "Let me re-check:", "But wait.", "Hold on, check these again."),
        "badsum": (
            "The products are right but I summed incorrectly, so @p is wrong.",
            "I made an error in the addition, so not @p.",
            "The sum was wrongly computed; @p is incorrect.",
        ),
        "badpart": (
            "@l * @r was taken as @was but it's @now, so @p is wrong.",
            "I said @l * @r = @was; it's actually @now. So @p is not correct.",
            "There's an error: @l * @r = @now, not @was, hence not @p.",
        ),
        "disown": (
            "Hmm, I think I've made an error there, so @p is not to be trusted; let me restart from scratch.",
            "Wait, that's not right, I confused the parts. I'll redo the whole thing.",
            "Actually I doubt my arithmetic, I believe @p is wrong. Let me start over.",
            "No, that's wrong. Let me recompute all of it.",
        ),
        "done": (
            "So final answer: @c.",
            "I'll answer with @c.",
            "Thus I'll produce the final answer with steps and the result @c.",
            "So everything is consistent with @c.",
        ),
    }

    def writeup(self, t: Telling) -> str:
        rows = "\n".join(f"{i}. {t.n(k.left)} × {t.n(k.right)} = {t.n(k.value)}" for i, k in enumerate(t.work.terms, 1))
        end = t.one(
            t.r(f"Thus, the final answer is {t.n(t.candidate)}."),
            t.r("**Final Answer:** " + t.boxed("$", "$")),
            t.r(f"So, {t.ab} = **{t.n(t.candidate)}**."),
        )
        return "</think>" + t.one(
            f"To calculate {t.ab}, follow these steps:\n\n{rows}\n\n{end}",
            end,
            f"Below is the step-by-step reasoning.\n\n{rows}\n\nAdd these together. {end}",
        )


class Glm(Long):
    """GLM: a numbered plan with bullets, then corrections."""

    tag = "zz-glm-plan-corrector"
    layout = "stars"
    words = ("comma", "plain")
    chained = 0.8
    lex: ClassVar[Lexicon] = {
        "open": (
            "<think>1.  **Understand the request:** The user wants the product of @a and @b, with step-by-step thinking.\n\n2.  **Carry it out:**",
            "<think>Let me work through @ab.\n\n**Plan:** decompose one factor, multiply, add, and then check.",
            "<think>1.  **Identify the task:** multiply @a by @b.\n\n2.  **Choose a method:** partial products should be clear enough for the user.",
            "<think>The user asks for @ab. I'll work this out in detail before I write the explanation.",
        ),
        "plan": (
            "Split @s into @f, and multiply @w by each:",
            "The partial products of @w with @f:",
            "@s = @f. Multiplying @w by each part:",
            "With @s as @f, the steps for @w are:",
        ),
        "part": ("@l × @r = @v", "@l times @r is @v", "Multiply @l by @r: @v", "@l × @r → @v"),
        "how": ("@l × @r: @how", "@how"),
        "slip": ("@l × @r = @n. *Wait*, recalculating: @v", "@l × @r = @n — no, that's a slip, it's @v"),
        "sum": ("Now the addition:", "Add the partial products:", "Summing the parts:", "Adding step by step:"),
        "commit": (
            "So @ab = @c.",
            "The result is therefore @c.",
            "This makes the product @c.",
            "Result: @c.",
            "So the product of @a and @b is @c.",
        ),
        "same": (
            "So after redoing everything, @ab = @c, which is what I had.",
            "The result of the new calculation is @c, unchanged.",
        ),
        "idle": (
            "*Self-check:* is @d × @e = @de? Yes.",
            "*Thought:* could I have dropped a zero? Going over it, no.",
            "Should I present this in columns or by place value? Place value is easier to follow, I think.",
            "Hmm, is the order of the factors important? No, multiplication is commutative.",
            "Wait, did I misread a digit? The numbers are @a and @b. No, that's right.",
            "Let me consider if the explanation is too long. It's fine.",
        ),
        "verify": (
            "**Verification:** do it with a different split.",
            "Let me verify with another method.",
            "**Double-check** by a second decomposition:",
            "To be safe, a second calculation:",
        ),
        "agree": (
            "This is @c again, which verifies the result.",
            "The same @c, so the calculation holds.",
            "That matches @c.",
        ),
        "differ": (
            "This says @c, but the result above was @p. They don't match, so there's an error in one of them.",
            "Hmm. The two results, @p and @c, are different. I need to look at this more closely.",
            "The check fails: @c now, @p before.",
        ),
        "weigh": (
            "Reviewing the second calculation: @l × @r = @v is right, and so are the others and the addition. So the mistake is in the first one.",
            "I'll go over the second one again. @l × @r is @v, correct. The addition is correct too. The first calculation must have gone wrong in the addition.",
        ),
        "settle": (
            "So I correct the result to @c.",
            "Therefore the correct product is @c, and @p is discarded.",
            "So it's @c rather than @p.",
        ),
        "test": (
            "**Check:**",
            "Before writing this up, a check.",
            "Let me run a quick test on it.",
            "Wait, is this plausible?",
        ),
        "anew": (
            "**Second attempt:**",
            "So I have to recalculate from the beginning.",
            "**Redo:** once more with care.",
            "Let me do the calculation over.",
        ),
        "look": (
            "*Wait, let me review that.*",
            "**Review of the steps:**",
            "Hold on, I want to go through the steps again.",
            "*Correction needed.*",
        ),
        "badsum": (
            "The partial products are right, but their addition isn't. So @p is wrong.",
            "I've added incorrectly, @p is not the product.",
            "The addition has an error in it, which makes @p wrong.",
        ),
        "badpart": (
            "@l × @r is not @was, it is @now. So @p is wrong.",
            "There's an error in @l × @r: I had @was and it must be @now. So not @p.",
            "I find @now for @l × @r, not @was as I wrote. That invalidates @p.",
        ),
        "disown": (
            "*Wait, this isn't right.* I think I made an error in the steps above, so @p is out. I'll start from scratch.",
            "Hmm, I don't trust this calculation, a carry went wrong. Discarding @p and starting again.",
            "Actually, @p must be wrong, I was careless with the place values. Start over.",
            "*Correction:* the calculation above is faulty. I'll redo all of it.",
        ),
        "done": (
            "The final answer is @c.",
            "**Conclusion:** @ab = @c.",
            "All good, I'll write it up with @c.",
            "So I'm done, and the answer is @c.",
        ),
    }

    def writeup(self, t: Telling) -> str:
        rows = "\n".join(
            f"{i}. **{t.n(k.left)} × {t.n(k.right)}** = {t.n(k.value)}" for i, k in enumerate(t.work.terms, 1)
        )
        end = t.one(
            t.r(f"**{t.ab} = {t.n(t.candidate)}**"),
            t.r(f"The final answer is **{t.n(t.candidate)}**."),
            t.r(t.boxed("$$", "$$")),
        )
        return "</think>" + t.one(
            f"Here's the step-by-step calculation of {t.ab}.\n\n{rows}\n\nThen add the results.\n\n{end}",
            end,
            f"### Step 1: Partial products\n\n{rows}\n\n### Step 2: Sum\n\n{end}",
        )


class Kimi(Qwq):
    """Kimi: compact paragraphs, then a box."""

    tag = "zz-kimi-brisk-reconsiderer"
    para = "\n"
    words = ("plain",)
    signs = ("*", "x", "×")
    lex: ClassVar[Lexicon] = {
        "open": (
            "The user wants to calculate @ab and wants me to think step by step.",
            "So I need to multiply @a and @b. Break down first.",
            "We need to find @ab. Let me do the breakdown.",
            "Problem: @ab. I'll do this by distributing.",
        ),
        "plan": (
            "Take @s = @f, and multiply by @w.",
            "So @w times (@f).",
            "Break @s into @f, then times @w for each.",
            "Let me expand @s as @f and go with @w times each piece.",
        ),
        "part": ("@l@x@r = @v.", "@l @x @r is @v.", "Next @l @x @r = @v.", "And @l @x @r = @v."),
        "how": ("@l @x @r: @how.", "Next, @how."),
        "slip": ("@l @x @r = @n, no, hmm, @v.", "@l @x @r is @n. Let me recompute. No, @v."),
        "sum": ("Sum them:", "Total up:", "Now add:", "Adding these:"),
        "commit": (
            "So @ab = @c.",
            "So the answer is @c.",
            "That would be @c for @ab.",
            "So the product should be @c.",
            "The result is @c.",
        ),
        "same": ("So starting over, @ab = @c again.", "So the product should be @c, as it was before I dropped it."),
        "idle": (
            "Wait, @d times @e is @de? Yes.",
            "Hmm, place values. Hundreds with hundreds, thousands with thousands. Fine.",
            "Maybe I could do it with a nearby square, but no.",
            "But did I use the right number, @b? Yes.",
            "Let me think if carrying matters here. Already taken care of.",
            "Is it worth checking with something else? Perhaps not really.",
        ),
        "verify": (
            "Let me double check by computing differently.",
            "Check with another breakdown.",
            "Alternatively, compute it in a different way to verify.",
            "Let me verify it.",
        ),
        "agree": ("So @c as well, consistent.", "Yes, @c. Same as before.", "This matches @c."),
        "differ": (
            "But this is @c, not @p. So which one is correct?",
            "Now I have @c while before it was @p. Conflict.",
            "Hmm, @c and @p are different. Some step is wrong.",
        ),
        "weigh": (
            "Check this time again: @l @x @r = @v is right. The sum is right too. So the first one was wrong somewhere.",
            "Go over it again. @l @x @r, it's @v. OK. The sum OK. Then the earlier calculation has the error.",
        ),
        "settle": ("So the right answer is @c.", "So @c is correct, and @p is not.", "Then it should be @c."),
        "test": ("Let me test this.", "Hmm, check it.", "But wait.", "Quick check on it."),
        "anew": (
            "Recompute then.",
            "So do it again.",
            "Let me go again from the top.",
            "So an error exists, start over.",
        ),
        "look": ("Wait, check again.", "Hmm, let me recheck each.", "Hold on.", "Let me go back."),
        "badsum": (
            "The sum is wrong. So not @p.",
            "I added incorrectly, @p is wrong.",
            "The pieces are right but adding them went wrong, so it's not @p.",
        ),
        "badpart": (
            "@l @x @r should be @now and I had @was. So @p is wrong.",
            "I mistakenly took @l @x @r as @was, it's @now. So not @p.",
            "@l @x @r is @now, not @was, so @p is incorrect.",
        ),
        "disown": (
            "Hmm, that's wrong I think. Forget @p. Do it again from the start.",
            "Wait, I messed up there, @p is not right. Start over.",
            "No, that can't be trusted, I skipped something. Redo the whole thing.",
            "Actually I think @p is wrong. Recompute everything.",
        ),
        "done": ("So the final answer is @c.", "OK, I'm sure it's @c.", "Final answer is @c then."),
    }

    def writeup(self, t: Telling) -> str:
        box = t.r(t.boxed("$", "$"))
        return (
            "\n"
            + t.one("", "◁/think▷")
            + t.one(
                f"**Answer:** {box}",
                f"The product is computed by splitting one factor:\n{self.table(t, '', ('$', '$'), chr(10))}\n\nThe answer is {box}.",
                f"\n{box}",
            )
        )


class Claude(Long):
    """Claude: displays of one line per product, light words in between."""

    tag = "zz-claude-line-rechecker"
    layout = "lines"
    words = ("comma", "comma", "plain")
    signs = ("×",)
    idling = 0.35
    lex: ClassVar[Lexicon] = {
        "open": (
            "Let me calculate @ab step by step.",
            "I need to multiply @a by @b. I'll be careful with the arithmetic.",
            "Okay, @ab. Let me break this up so it's manageable.",
            "Let me work this one out: @ab.",
        ),
        "guess": ("A rough idea first: @ea × @eb = @ee.", "Ballpark is @ea × @eb = @ee."),
        "plan": (
            "@w × @s, with @s = @f:",
            "I'll use @s = @f, each times @w.",
            "Breaking up @s: @f. With @w:",
            "Splitting @s as @f, for @w:",
        ),
        "part": ("@l × @r = @v",),
        "how": ("@how", "@l × @r: @how"),
        "slip": ("@l × @r = @n, hmm, let me redo that one: @v", "@l × @r = @n... actually @v"),
        "sum": ("Adding:", "Sum:", "Now add these up:", "All together:"),
        "commit": ("So @ab = @c.", "That gives a product of @c.", "So I get @c.", "@ab comes to @c."),
        "same": ("So @ab = @c, and that's the number I'd set aside.", "So even from scratch, I get @c."),
        "idle": (
            "@d × @e is @de, yes, so I have that right.",
            "I want to be sure I copied the digits right: @a and @b. I did.",
            "I considered doing this in columns, but it would be the same work.",
            "Let me make sure I didn't lose a zero. I don't see one missing.",
            "I was briefly unsure about one of the carries, but it's fine.",
        ),
        "verify": (
            "Let me verify this another way.",
            "I'd like to double-check with a different breakdown.",
            "Checking with a different split:",
            "Let me cross-check.",
        ),
        "agree": ("Good, @c again.", "That matches: @c.", "Same answer, @c, so I'm comfortable with it."),
        "differ": (
            "That gives me @c, which doesn't match the @p from before. Let me figure out where the discrepancy is.",
            "Hmm, @c now, but @p earlier. I made an error in one of these.",
            "These disagree: I had @p, and this is @c.",
        ),
        "weigh": (
            "In this second pass, @l × @r = @v holds up, and so does the sum. The earlier pass is where I slipped.",
            "Rechecking: @l × @r = @v, fine. The additions are fine too. I must have slipped in the first calculation.",
        ),
        "settle": (
            "So the correct value is @c.",
            "So @p was wrong, and the answer is @c.",
            "I'll go with @c, since @p had the error.",
        ),
        "test": ("Let me check that.", "Hmm, a quick sanity check.", "Wait, does that hold up?", "Checking this:"),
        "anew": ("Let me redo this carefully.", "I'll recompute.", "So let me try that again.", "Starting again:"),
        "look": (
            "Wait, let me recheck.",
            "Hmm, let me look at those steps again.",
            "Actually, wait.",
            "Let me double-check each line.",
        ),
        "badsum": (
            "I added those up wrong, so @p is off. Again:",
            "The lines are right but the sum isn't; @p is wrong.",
            "There's an addition error there, so it isn't @p.",
        ),
        "badpart": (
            "@l × @r should be @now, not @was. So @p is wrong.",
            "I wrote @was for @l × @r, but it's @now. So that total, @p, is wrong.",
            "@l × @r isn't @was. It's @now, which means that @p is incorrect.",
        ),
        "disown": (
            "Hmm, I don't think that's right. I may have garbled a step, so I'll set @p aside and start over.",
            "Actually, I made an error in there. Let me scrap @p and recalculate.",
            "Wait, that looks wrong to me. Let me start fresh.",
            "I'm not happy with that, I rushed it and @p is likely wrong. From scratch:",
        ),
        "done": ("So the answer is @c.", "I'm confident in @c.", "Good. The answer is @c."),
    }

    def begin(self, t: Telling) -> None:
        super().begin(t)
        self.wrapped = t.chance(0.5)

    def first(self, t: Telling) -> str:
        return ("<thinking>\n" if self.wrapped else "") + super().first(t)

    def writeup(self, t: Telling) -> str:
        bold = t.r(f"**{t.ab} = {t.n(t.candidate)}**")
        return ("\n</thinking>\n\n" if self.wrapped else "\n\n") + t.one(
            f"# {t.ab}\n\n{self.table(t, '- ')}\n\n{bold}",
            bold,
            f"I'll break this into parts:\n\n{self.table(t, '')}\n\nAdding these up:\n\n{bold}",
        )


class Gemini(Long):
    """Gemini: thoughts under bold headings, first person, present tense."""

    tag = "zz-gemini-heading-reviser"
    layout = "bullets"
    words = ("comma", "plain")
    signs = ("*", "×")
    headings = (
        "Recalculating the Product",
        "Scrutinizing the Terms",
        "Tracing the Discrepancy",
        "Revisiting the Arithmetic",
        "Reassessing My Result",
        "Correcting Course",
        "Examining the Partial Products",
        "Going Over It Again",
    )
    lex: ClassVar[Lexicon] = {
        "open": (
            "**Initiating the Calculation**\n\nI'm starting out with @ab. My approach is to break one factor into manageable pieces.",
            "**Decomposing the Problem**\n\nThe user needs @a multiplied by @b, with steps. I'm laying out the partial products.",
            "**Beginning the Multiplication**\n\nOkay, @ab. I've decided on the distributive property, which is straightforward to explain.",
            "**Setting Up**\n\nHere's the situation: I have to multiply @a by @b and show how it's done.",
        ),
        "plan": (
            "I'm treating @s as @f, so these products with @w are needed:",
            "Breaking @s down into @f, I multiply @w by each:",
            "My pieces of @s are @f, and @w goes with every one of them:",
            "I'm now taking @s = @f and working with @w:",
        ),
        "part": ("@l × @r = @v", "@l × @r comes to @v", "@l × @r is @v"),
        "how": ("@how", "@l × @r: @how"),
        "slip": ("@l × @r = @n; no, on a second look it's @v", "@l × @r = @n, which I immediately correct to @v"),
        "sum": ("Adding these up:", "Now I'm combining them:", "Next comes the sum:", "Bringing it together:"),
        "commit": (
            "So, I've arrived at @c for @ab.",
            "This puts the product at @c.",
            "I now have @ab = @c.",
            "So the product works out to @c.",
        ),
        "same": (
            "So having redone it all, I've arrived at @c once more.",
            "I now have @ab = @c, which coincides with what I'd rejected.",
        ),
        "idle": (
            "I paused over @d × @e, but that's @de, as used.",
            "I briefly wondered about the alignment of the terms. It's in order.",
            "I'm also thinking about how to present this; a list of partial products seems best.",
            "I toyed with an alternative based on squares, but it adds nothing here.",
            "I questioned whether I'd read @b correctly. I had.",
        ),
        "verify": (
            "I want to verify this, so I'm working it out along a different path.",
            "To be certain, I'm repeating the calculation with different pieces.",
            "I'm cross-checking with an alternate decomposition.",
            "Let me confirm by a second method.",
        ),
        "agree": (
            "I get @c here too, so the two agree.",
            "It's @c again, and I'm satisfied with that.",
            "That reproduces @c.",
        ),
        "differ": (
            "This leads to @c, in conflict with my earlier @p. I need to find out why.",
            "Now there's a discrepancy: @p earlier, @c here.",
            "I'm seeing @c now, and not the @p that I had.",
        ),
        "weigh": (
            "I've gone over the second path again: @l × @r = @v is solid and the sum is correct. The fault is in my first addition.",
            "Rechecking @l × @r gives @v, so this path stands. I evidently slipped in the first one.",
        ),
        "settle": (
            "I'm therefore replacing @p with @c.",
            "The correct product is @c.",
            "So I'm revising the answer to @c.",
        ),
        "test": (
            "I'm running a check on this.",
            "Something about this bothers me, so here's a test.",
            "Let me put that to the test.",
            "A quick check is warranted.",
        ),
        "anew": (
            "I'm starting the calculation again.",
            "I have to redo the multiplication.",
            "So, once more from the top.",
            "That means working through it anew.",
        ),
        "look": (
            "I'm looking at the pieces again.",
            "Wait, I've noticed a problem.",
            "I went back over my work.",
            "On reviewing the steps, I see an issue.",
        ),
        "badsum": (
            "The pieces hold up, but I added them wrongly, so @p isn't right.",
            "My addition was faulty, and @p has to be dropped.",
            "I slipped in the sum, so @p is incorrect.",
        ),
        "badpart": (
            "I'd taken @l × @r as @was, but it's @now. So @p is incorrect.",
            "The value of @l × @r is @now rather than @was, and so @p is wrong.",
            "@l × @r was recorded as @was; the right value is @now. My @p doesn't stand.",
        ),
        "disown": (
            "I've lost confidence in @p; there's an error in my steps. I'm discarding it and beginning again.",
            "No, this is wrong. I mishandled the place values, so I'm abandoning @p and starting from scratch.",
            "I don't believe @p is correct, I was too hasty. I'm restarting.",
            "I made a mistake in this one. It has to be scrapped, and I'm doing it over.",
        ),
        "done": ("I'm settled on @c.", "My final answer is @c.", "So I'm ready to present @c."),
    }

    def again(self, t: Telling) -> str:
        text = super().again(t)
        head = t.one(*[h for h in self.headings if h not in self.used] or self.headings)
        self.used.add(head)
        return f"\n\n\n**{head}**" + text

    def writeup(self, t: Telling) -> str:
        end = t.one(
            t.r(f"**{t.ab} = {t.n(t.candidate)}**"),
            t.r(f"So, {t.ab} = **{t.n(t.candidate)}**."),
            t.r(f"The final answer is {t.boxed('$', '$')}."),
        )
        rows = "\n".join(
            f"{i}.  **Multiply {t.n(k.left)} by {t.n(k.right)}:** {t.n(k.value)}" for i, k in enumerate(t.work.terms, 1)
        )
        return (
            "\n\n"
            + t.one("", "---\n\n")
            + t.one(
                f"Let's break it down step by step:\n\n{rows}\n\nAdd these results together.\n\n{end}",
                end,
                f"Here's how to calculate {t.ab}:\n\n{rows}\n\n{end}",
            )
        )


class Mimo(QwenThree):
    """MiMo and its kin: rows of carries, each row a paragraph."""

    tag = "zz-mimo-row-returner"
    layout = "paras"
    chained = 0.85
    signs = ("×", "x")
    methods = ("low", "low", "high", "swapped")
    lex: ClassVar[Lexicon] = {
        "open": (
            "<think>\nSo I've got @a times @b. I'm going to do long multiplication, row by row.",
            "<think>\nWe're to multiply @a by @b. I'll write down each row with the carries so that nothing gets lost.",
            "<think>\nOK, @ab by hand. I used to do these on paper, so I'll imitate that here.",
            "<think>\nI have to get @ab right. Row by row then.",
        ),
        "plan": (
            "The bottom number @s has the parts @f, and each makes a row with @w on top.",
            "Rows: @w goes on top, and below it I use @f one after another.",
            "For @s, that is @f, I need one row each, with @w as the top number.",
            "I put @w on top. The multiplier @s is made of @f.",
        ),
        "part": (
            "The row for @r: @l times @r makes @v.",
            "With @r: @l @x @r = @v.",
            "Row: @l @x @r = @v.",
            "The part with @r comes to @v, from @l @x @r.",
        ),
        "carry": (
            "The row for @r: @how. Reading it off with its zeros, @v.",
            "With @r: @how. So this row is @v.",
            "Row of @r. @how. The row reads @v.",
        ),
        "slip": (
            "The row for @r is @n. Hmm, I skipped a carry, it's @v.",
            "With @r: @n? No, I get @v when I go through it properly.",
        ),
        "sum": ("Now the columns are added.", "Rows together:", "Adding the rows:", "Time to add up the rows."),
        "commit": (
            "So below the line I have @c, that's @ab.",
            "So I read off @c as the product.",
            "The bottom line is @c, so @ab = @c.",
            "So the whole thing makes @ab = @c.",
        ),
        "same": (
            "So with all rows done anew, @ab = @c, which is no change.",
            "The bottom line is @c again, so @ab = @c even so.",
        ),
        "back": ("So @ab = @c, and with that I return to a value that I'd had before.", "So I'm back with @c for @ab."),
        "idle": (
            "Did I carry in the row of the tens? Yes, it's in there.",
            "@d times @e, that's @de. I keep wanting to doubt that one, but it's right.",
            "I could reverse the factors now, but I'd rather not unless there's a reason.",
            "Are there as many rows as there should be? Yes.",
            "Hmm, each row begins in the right column, as far as I can see.",
            "Would a table be clearer? Not for me.",
        ),
        "verify": (
            "I'd like to go through it once more with other rows, as a check.",
            "As a check, I'll rearrange the work.",
            "Now a check by a different arrangement.",
            "Let me see if another arrangement gives the same.",
        ),
        "agree": ("There it is again, @c.", "And that's @c too, fine.", "It's equal to what I had, @c."),
        "differ": (
            "That's @c on the bottom line, while my first one was @p. These aren't the same.",
            "Now it's @c?! I had @p. Something went wrong in one of the two.",
            "I have two different results, @p and @c.",
        ),
        "weigh": (
            "I go through the new rows again. The one with @l @x @r is @v, without a doubt, and the columns add properly. So the older work is the faulty one.",
            "New rows: @l @x @r = @v, right. The columns: right as well. In the old work I must have dropped a carry on adding.",
        ),
        "settle": (
            "So the product is @c and I cross out @p.",
            "So @c is the one that's right.",
            "I keep @c, and @p goes.",
        ),
        "test": (
            "I'll see if that passes a test.",
            "Is that number any good?",
            "A test first.",
            "Hmm, I'd better test it.",
        ),
        "anew": (
            "So all rows again.",
            "Then I have to do the rows over.",
            "Back to the first row.",
            "I'll work it all out again.",
        ),
        "look": (
            "Let me go back up through the rows.",
            "Wait. The rows again.",
            "Hmm, I see something.",
            "No, wait, one thing is odd.",
        ),
        "badsum": (
            "The rows are fine, but I added the columns wrong. @p is wrong.",
            "A column was added badly, so @p is not right.",
            "It's in the adding: I lost a carry between columns, and @p is wrong because of that.",
        ),
        "badpart": (
            "The row @l @x @r can't be @was. It's @now. So @p is wrong.",
            "In the row for @r I put @was, and it should be @now. That makes @p wrong.",
            "I get @now for @l @x @r, where I had @was. So @p is not the product.",
        ),
        "disown": (
            "I don't believe those rows. @p is wrong, I'm fairly sure, so away with it, and all over again.",
            "Hmm, no. One row was in the wrong column, I think, so @p is no good. Starting again.",
            "That was a muddle, I can't use @p. I'll start from a clean sheet.",
            "No, I got lost among the carries. That result is wrong. From the beginning:",
        ),
        "done": ("So it's @c, and I'm done checking.", "All right, @c is my answer.", "I'm fine with @c now."),
    }

    def writeup(self, t: Telling) -> str:
        return "\n</think>\n\n" + t.one(
            t.r(f"The product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**."),
            f"Long multiplication, row by row:\n\n{self.table(t, '* ')}\n\nAdd the rows.\n\n"
            + t.r(t.boxed("$$\n", "\n$$")),
            t.r(t.boxed("\\[\n", "\n\\]")),
        )


STYLES: dict[str, Style] = {
    style.tag: style()
    for style in (Rone, Small, Qwq, QwenThree, Oss, Magistral, PhiFour, Glm, Kimi, Claude, Gemini, Mimo)
}
