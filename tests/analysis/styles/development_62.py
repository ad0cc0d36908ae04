"""Long, unsure thoughts of reasoning models: doubts that lead nowhere, checks that agree or clash, errors hunted down."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work


class _Unsure(Style):
    """The flow of a long thought. Templates: <name> is filled in, [[...]] is set as a formula of the style."""

    xs: tuple[str, ...] = ("×",)
    groupings: tuple[str, ...] = ("comma", "plain")
    methods: tuple[str, ...] = ("high", "low", "chunks", "round", "swapped")
    maths = ("", "")
    gap = "\n\n"
    line = " "
    ways: ClassVar = {"redo": 1.0, "mend": 1.3, "clash": 1.0}
    worries = 4
    thought: tuple[str, str] = ("<think>\n", "\n</think>\n\n")
    sliphabit = 0.13

    HM: tuple[str, ...] = ("Wait,", "Hmm,", "Hold on,")
    OPEN: tuple[str, ...] = ()
    PLAN: tuple[str, ...] = ()
    STEP: tuple[str, ...] = ()
    LASTSTEP: tuple[str, ...] = ()
    SLIP: tuple[str, ...] = (
        "[[<l> <x> <r> = <w>]], no, that's off: [[<l> <x> <r> = <v>]].",
        "[[<l> <x> <r>]] is <w>... wait, no, <v>.",
        "[[<l> <x> <r>]]: I want to say <w>, but working it through it's <v>.",
        "[[<l> <x> <r> = <w>]]? Let me redo that one. It's <v>.",
    )
    LISTED: tuple[str, ...] = (
        "So the pieces are <vs>.",
        "That gives me <vs> to put together.",
        "The partial products, then, are <vs>.",
        "To recap, I have <vs>.",
    )
    SUM: tuple[str, ...] = ("Now I add them up:", "Adding everything:", "Now the sum:", "Putting these together:")
    COMMIT: tuple[str, ...] = ()
    AGREED: tuple[str, ...] = ()
    IDLE: tuple[str, ...] = ()
    REJECT: tuple[str, ...] = ()
    FRESH: tuple[str, ...] = ()
    SETTLE: tuple[str, ...] = ()
    ANSWER: tuple[str, ...] = ()

    ESTIMATE = (
        "As a rough size, [[<ex> <x> <ey> = <ez>]], so I expect something in that region.",
        "An estimate first: <ex> times <ey> is <ez>, so the result should be somewhere near that.",
        "Ballpark: [[<ex> <x> <ey>]] is about <ez>.",
        "The size should be roughly [[<ex> <x> <ey> = <ez>]].",
    )
    LAST = (
        "Last digit: [[<ux> <x> <uy> = <uz>]], so it should end in <ud>, and <C> does.",
        "The units digits are <ux> and <uy>, whose product is <uz>, so the result has to end in <ud>. It does.",
        "<hm> check the final digit at least: [[<ux> <x> <uy> = <uz>]], ends in <ud>. Matches.",
        "Does the ending fit? [[<ux> <x> <uy> = <uz>]], so a final <ud>. Yes, that fits.",
    )
    NINES = (
        "Mod 9: <a> leaves <n1>, <b> leaves <n2>, the product of those leaves <n3>, and <C> also leaves <n3>. Consistent.",
        "Casting out nines, the factors reduce to <n1> and <n2>, so the product should reduce to <n3>; <C> does too.",
        "A digit sum check: <a> ≡ <n1>, <b> ≡ <n2>, so the result should be ≡ <n3> mod 9. And <C> ≡ <n3>. Good.",
    )
    SIZE = (
        "Compared with [[<ex> <x> <ey> = <ez>]], a result of <C> is about the right size.",
        "Rounding gives [[<ex> <x> <ey> = <ez>]], and <C> isn't far from that, so at least the magnitude is plausible.",
        "Is the size reasonable? <ex> times <ey> is <ez>. Yes, it is in the right range.",
    )
    DIVIDE = (
        "Going backwards, [[<C> / <b> = <a>]], which is what it should be.",
        "If I divide <C> by <b>, I should get <a> back, and I do.",
        "Division the other way: <b> goes into <C> exactly <a> times. Good.",
    )
    AGAINTERM = (
        "Did I get [[<l> <x> <r>]] right? [[<l> <x> <d> = <ld>]]<zeros>, so <v>. Yes, that's what I used.",
        "<hm> is [[<l> <x> <r>]] really <v>? [[<l> <x> <d> = <ld>]]<zeros>. Okay, it is.",
        "Let me look once more at [[<l> <x> <r>]]. [[<l> <x> <d> = <ld>]]<zeros>: <v>. Fine, nothing changes.",
        "I keep wondering about [[<l> <x> <r>]], but [[<l> <x> <d> = <ld>]]<zeros>, so <v> was correct.",
    )
    SECOND = (
        "Let me check this by a different split.",
        "To be safe, let me compute it another way and compare.",
        "Let me cross-check with another breakdown.",
        "I'd like a second, independent calculation to compare with.",
        "Let me verify by doing it differently.",
    )
    RIVAL = (
        "<hm> if [[<l> <x> <r>]] were <w>, I'd be at <D> instead. But it's <v>, so no, nothing changes.",
        "For a moment I wondered whether it should have been <D>, with <w> for [[<l> <x> <r>]]. But <l> times <r> is <v>, so that idea is wrong and I keep what I have.",
        "Rereading, I misread the <v> as <w>, which would have made the total <D>. No, it does say <v>. So the total was fine as it was.",
        "<hm> shouldn't [[<l> <x> <r>]] be <w>? Then everything would come to <D>. Let me check: no, it's <v>. False alarm.",
    )
    STANDS = (
        "So <C> stands.",
        "So I'm still at <C>.",
        "So nothing against <C> so far.",
        "Okay, <C> remains.",
        "So I keep <C> for now.",
    )
    SURE = (
        "Is that right? [[<l> <x> <d> = <ld>]]<zeros>, so yes.",
        "Let me make sure: [[<l> <x> <d> = <ld>]]<zeros>. Right.",
        "I can see that from [[<l> <x> <d> = <ld>]]<zeros>.",
    )
    CLEAR = (
        "To be precise, [[<l> <x> <d> = <ld>]]<zeros>.",
        "Because [[<l> <x> <d>]] is <ld><zeros>.",
        "I checked it again: [[<l> <x> <d> = <ld>]]<zeros>.",
    )
    MATCHES = (
        "That is <C> again, so both ways agree.",
        "Same number, <C>. Good, the check works out.",
        "And this is <C> too, just as in the earlier calculation.",
        "It matches the <C> from before.",
    )
    CHECKWRONG = (
        "Hmm, that's <D>, and before I had <C>. They can't both be right. Let me see where they differ. In this second "
        "calculation I took [[<l> <x> <r>]] as <w>. But it is <v>, so the mistake is in the check, not in the original. "
        "With <v> in its place the second sum also gives <C>. Good.",
        "Now this comes to <D>, which contradicts <C>. Where does the difference of <gap> come from? Looking at the check "
        "line by line: [[<l> <x> <r>]], I put <w>, and that's wrong, it should be <v>. With that fixed, the check "
        "becomes <C>. So the original calculation was fine.",
        "<D>? That's not <C>. The difference is <gap>. Let me go through the check itself: <l> times <r> is <v>, "
        "and I used <w>. So the check had the error. Corrected, it agrees with <C>.",
    )
    BADLAST = (
        "<hm> the last digit: [[<ux> <x> <uy> = <uz>]], so the product must end in <ud>, but <P> ends in <pd>. So <P> can't be right.",
        "Check the units: <ux> times <uy> is <uz>, so it should end in <ud>. <P> doesn't, so there's an error somewhere.",
        "But <P> ends in <pd>, while [[<ux> <x> <uy> = <uz>]] says it must end in <ud>. Something went wrong.",
    )
    BADNINES = (
        "<hm> mod 9 this doesn't work: the factors leave <n1> and <n2>, so the product should leave <n3>, but <P> leaves <n4>. So <P> is wrong.",
        "Casting out nines: the product should be <n3> mod 9, and <P> is <n4>. So there's a mistake somewhere.",
        "Digit sums: <a> gives <n1>, <b> gives <n2>, so I'd expect <n3>. <P> gives <n4>. That doesn't fit, so <P> isn't it.",
    )
    BADDIV = (
        "If I divide <P> by <b>, I get about <q>, which isn't <a>. So <P> is not correct.",
        "Let me test it by division: [[<P> / <b>]] ≈ <q>. It should be <a>, so <P> must contain an error.",
        "<hm> <P> divided by <b> comes to roughly <q> rather than <a>. So that can't be right.",
    )
    UNEASY = (
        "<hm> something about <P> bothers me. Let me go through the steps again.",
        "<hm> I'm not sure about that. Let me retrace what I did.",
        "<hm> let me double-check each of these products before trusting <P>.",
        "But I should go over the arithmetic once more, because it's easy to slip.",
        "<hm> maybe I made a mistake in there. Going back over it.",
    )
    FINE = (
        "[[<l> <x> <r> = <v>]], that's fine.",
        "[[<l> <x> <r>]]: <v>, okay.",
        "<l> times <r>, <v>, yes.",
        "[[<l> <x> <r> = <v>]]. Still correct.",
    )
    CLASHED = (
        "That's <C>, but earlier I got <P>. One of the two must be wrong.",
        "Hmm, <C> this time, and <P> before. They don't agree, so let me find out where.",
        "Now I get <C>, which is not <P>. There's a discrepancy of <gap>. Where does it come from?",
        "This way it's <C>. Earlier it was <P>. That's a conflict I need to resolve.",
    )
    LOOKBACK = (
        "Going back to the earlier calculation.",
        "Let me look at the earlier calculation line by line.",
        "Back to what I did before.",
        "So let me compare with the earlier version.",
    )
    NOFAULT = (
        "I went over the second calculation again and each line holds up, so the earlier one must have gone wrong somewhere along the way.",
        "I can't spot exactly where the earlier one went off, but the steps of the second are the simpler ones, and rereading them I find no mistake. I discard <P>.",
        "The second calculation holds when I repeat it, so <P> has to go.",
    )
    FSUM = (
        "The partial products are all right, but the addition isn't: [[<sum> = <C>]], and not <P>.",
        "It isn't the products, it's the sum. Adding again carefully: [[<sum> = <C>]]. I had <P>, so I slipped in the addition.",
        "So the error is in adding up. [[<sum>]], column by column, comes to <C>; I had written <P>.",
    )
    FSHIFT = (
        "Here: [[<l> <x> <r>]] I had as <was>, which is off by one place. It should be <now>.",
        "The alignment is wrong in one row. [[<l> <x> <r>]] has to be <now>, and I wrote <was>, a zero off.",
        "I misplaced a zero: <l> times <r> is <now>, not <was>.",
    )
    FCARRY = (
        "Look at [[<l> <x> <r>]]: I wrote <was>, but I mishandled a carry. It's <now>.",
        "In [[<l> <x> <r>]] a carry went wrong. Not <was> but <now>.",
        "There it is: [[<l> <x> <r> = <now>]]. I had <was>, because of a carry.",
    )
    FTERM = (
        "Here's the problem: [[<l> <x> <r>]] is <now>, and I had written <was>.",
        "[[<l> <x> <r>]], I said <was>. Doing it again, I get <now>. So that was the mistake.",
        "Ah, <l> times <r>. I took <was> for it, which is incorrect. It should be <now>.",
        "Found it: [[<l> <x> <r> = <now>]], not <was>.",
    )
    RESUM = (
        "So the sum has to be redone: [[<sum> = <C>]].",
        "With that replaced: [[<sum> = <C>]].",
        "Then the total changes to [[<sum> = <C>]].",
        "Adding again with the corrected value: [[<sum> = <C>]].",
    )
    BACK = (
        "That's a value I had already reached earlier and then dropped. So it was right to begin with, it seems.",
        "Interesting, so we're back at a result that I had thrown out before.",
        "So the number I abandoned earlier comes back.",
    )
    REPLACED = (
        "So <P> was wrong.",
        "Which means that <P> had an error in it.",
        "So my earlier <P> was a mistake.",
        "Different from <P>, but I trust this one more.",
    )
    SAME = (
        "Funny, that's the same number that I had just thrown out. So I was wrong to reject it.",
        "So after starting over I end up at the very number I had discarded.",
        "It's the same as the one I didn't trust, from scratch this time.",
    )

    # the machinery

    def fill(self, t: Telling, text: str, **more: object) -> str:
        """The template with its fields."""
        known: dict[str, object] = {"a": t.a, "b": t.b, "C": t.candidate, "x": t.x, **more}
        if "hm" not in known:
            known["hm"] = t.one(*self.HM)
        if t.index:
            known["P"] = t.previous
            known.setdefault("gap", abs(t.previous - t.candidate))

        def field(found: re.Match[str]) -> str:
            if found[1] == "ab":
                return t.ab
            value = known.get(found[1], found[0])
            return t.n(value) if isinstance(value, int) else str(value)

        text = text.replace("[[", self.maths[0]).replace("]]", self.maths[1])
        return re.sub(r"<(\w+)>", field, text)

    def say(self, t: Telling, what: str, **more: object) -> str:
        options = getattr(self, what)
        used: list[str] = t.__dict__.setdefault("used", [])
        fresh = [o for o in options if o not in used]
        if not fresh:  # all were used: begin again, only not with the latest
            latest = [o for o in used if o in options][-1]
            used[:] = [o for o in used if o not in options or o == latest]
            fresh = [o for o in options if o != latest] or list(options)
        option = t.one(*fresh)
        used.append(option)
        return self.fill(t, option, **more)

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.groupings)
        t.maths = t.words
        t.x = t.one(*self.xs)

    def step(self, t: Telling, term: Term, last: bool) -> str:
        fields = {"l": term.left, "r": term.right, "v": term.value}
        if t.chance(self.sliphabit) and term.value > 9:
            return self.say(t, "SLIP", w=t.near(term.value), **fields)
        told = self.say(t, "LASTSTEP" if last and self.LASTSTEP and t.chance(0.6) else "STEP", **fields)
        detail = t.detail(term, 0.45)
        told = self.stopped(told)
        if detail:
            return f"{told} {self.how(t, detail)}"
        if (pieces := self.pieces(term)) and t.chance(0.15):
            return f"{told} {self.say(t, 'SURE', **pieces)}"
        return told if told[-1] == "." and self.line == " " else told.removesuffix(".")

    def stopped(self, text: str) -> str:
        return text if text[-1] in ".:?!," else text + "."

    def pieces(self, term: Term) -> dict[str, object]:
        """A right product with one digit, and its zeros."""
        digit = str(term.right).rstrip("0")
        power = len(str(term.right)) - len(digit)
        if term.value != term.left * term.right or not power or len(digit) > 1 or term.left < 2:
            return {}
        zeros = f", then {'a zero' if power == 1 else f'{power} zeros'}"
        return {"l": term.left, "r": term.right, "d": int(digit), "ld": term.left * int(digit), "zeros": zeros}

    def how(self, t: Telling, detail: str) -> str:
        lead = t.one("That is", "In pieces:", "Broken down:", "Because", "Check:")
        return f"{lead} {self.maths[0]}{detail}{self.maths[1]}."

    def adding(self, t: Telling, work: Work) -> str:
        """The sum, at once or one by one, with its result."""
        steps = work.steps()
        m0, m1 = self.maths
        if not steps:
            return ""
        if len(steps) == 1 or t.chance(0.35):
            return f"{self.say(t, 'SUM')} {m0}{t.sum(work)} = {t.n(work.total)}{m1}."
        told = [self.say(t, "SUM")]
        for place, (so_far, sign, value, result) in enumerate(steps):
            lead = "" if place == 0 else t.one("Then ", "Next, ", "And ", "", "")
            mark = "+" if sign > 0 else "-"
            final = place == len(steps) - 1
            if not final and t.chance(0.06):
                told.append(
                    f"{lead}{m0}{t.n(so_far)} {mark} {t.n(value)} = {t.n(t.near(result))}{m1}, no, {t.n(result)}."
                )
            else:
                told.append(f"{lead}{m0}{t.n(so_far)} {mark} {t.n(value)} = {t.n(result)}{m1}.")
        return self.line.join(told)

    def body(self, t: Telling, work: Work, plan: bool = True) -> str:
        """A solution up to its total, uncommitted."""
        told = []
        if plan:
            whole = work.b
            told.append(self.say(t, "PLAN", whole=whole, other=work.a, parts=t.factor(work)))
        if work.a != t.a and plan and t.a != t.b and t.chance(0.4):
            told[-1] = (
                self.stopped(told[-1])
                + " "
                + t.one(
                    "The order doesn't matter.",
                    "I'm swapping the order here.",
                    "It's fine to split this factor instead.",
                    "Multiplication is commutative, so this is okay.",
                )
            )
        n = len(work.terms)
        lines = [self.step(t, term, place == n - 1) for place, term in enumerate(work.terms)]
        if n > 2 and t.chance(0.25):
            values = [t.n(term.value) for term in work.terms]
            lines.append(self.say(t, "LISTED", vs=", ".join(values[:-1]) + " and " + values[-1]))
        lines.append(self.adding(t, work))
        return self.lay(told, lines)

    def lay(self, told: list[str], lines: list[str]) -> str:
        return self.line.join([*told, *lines])

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, "COMMIT"))

    # checks that leave the candidate alone

    def idle(self, t: Telling, kind: str = "words") -> str:
        work = t.work
        good = [w for w in work.terms if w.value == w.left * w.right and w.right > 9 and w.left > 1]
        if kind == "term" and good:
            term = t.one(*good)  # type: ignore[call-overload]
            digit = int(str(term.right).rstrip("0"))
            power = len(str(term.right)) - len(str(digit))
            if power:
                zeros = f", then {'a zero' if power == 1 else f'{power} zeros'}"
                return self.say(
                    t, "AGAINTERM", l=term.left, r=term.right, v=term.value, d=digit, ld=term.left * digit, zeros=zeros
                )
        if kind == "rival" and (told := self.rival(t)):
            return told
        if kind == "last" and t.a > 9 < t.b and (ends := t.last_digit()):
            return self.say(t, "LAST", ux=ends[0], uy=ends[1], uz=ends[2], ud=ends[2] % 10)
        if kind == "nines" and (left := t.nines()):
            return self.say(t, "NINES", n1=left[0], n2=left[1], n3=left[2])
        if kind == "size" and (near := t.estimate()) and near[:2] != (t.a, t.b):
            return self.say(t, "SIZE", ex=near[0], ey=near[1], ez=near[2])
        if kind == "divide" and t.candidate == t.product:
            return self.say(t, "DIVIDE")
        return self.say(t, "IDLE")

    def rival(self, t: Telling) -> str:
        """Another total that is toyed with and dropped, because it rests on a misreading."""
        good = [w for w in t.work.terms if w.value == w.left * w.right and w.value > 9]
        if not good:
            return ""
        term = t.one(*good)  # type: ignore[call-overload]
        wrong = t.near(term.value)
        other = t.candidate + term.sign * (wrong - term.value)
        if other < 1 or other in (*t.candidates, t.product):
            return ""
        return t.r(self.say(t, "RIVAL", D=other, l=term.left, r=term.right, v=term.value, w=wrong))

    def second(self, t: Telling) -> str:
        """A second solution told as a check, which agrees, perhaps once its own slip is found."""
        kept = t.work
        work = t.other("chunks", "round")
        t.work = kept
        if sorted((w.left, w.right) for w in work.terms) == sorted((w.left, w.right) for w in kept.terms):
            return self.idle(t)
        intro = self.say(t, "SECOND")
        good = [p for p, w in enumerate(work.terms) if w.value == w.left * w.right and w.value > 9]
        if good and t.chance(0.4):
            place = t.one(*good)  # type: ignore[call-overload]
            term = work.terms[place]
            wrong = t.near(term.value)
            off = term.sign * (wrong - term.value)
            other = t.candidate + off
            if other > 0 and other not in (*t.candidates, t.product):
                terms = list(work.terms)
                terms[place] = Term(term.left, term.right, wrong, term.sign)
                slipped = Work(work.a, work.b, work.method, tuple(terms), other)
                clash = self.say(
                    t, "CHECKWRONG", D=other, l=term.left, r=term.right, v=term.value, w=wrong, gap=abs(off)
                )
                return intro + " " + self.body(t, slipped) + self.gap + t.r(clash)
        return intro + " " + self.body(t, work) + " " + t.r(self.say(t, "MATCHES"))

    def doubts(self, t: Telling, most: int) -> str:
        """Doubts that lead to nothing, and checks that agree."""
        told, number = "", t.rng.randint(0, most)
        check = t.rng.randrange(number) if number and t.chance(0.5) else None
        kinds = ["words", "words", "term", "last", "nines", "size", "divide", "rival"]
        t.rng.shuffle(kinds)
        for place, kind in enumerate(kinds[:number]):
            told += self.gap + (self.second(t) if place == check else self.idle(t, kind))
        if told and t.chance(0.3):
            told += " " + t.r(self.say(t, "STANDS"))
        return told

    def mended(self, t: Telling) -> Mended | None:
        """The first solution put right, unless that would be absurd: a power of ten times the factor gone wrong."""
        kept = t.work
        mended = t.mend()
        if mended and mended.place is not None:
            term = mended.work.terms[mended.place]
            if str(term.right).rstrip("0") == "1" and term.value != term.left * term.right:
                t.work = kept
                return None
        return mended

    # revisions

    def alarm(self, t: Telling) -> str:
        """Why the candidate before is doubted: a failed check if there is one, else a feeling."""
        last = t.a * t.b % 10
        kinds = ["uneasy"]
        if t.previous % 10 != last and t.a > 9 < t.b:
            kinds += ["last", "last"]
        n1, n2 = t.a % 9, t.b % 9
        if t.previous % 9 != t.product % 9:
            kinds += ["nines"]
        if t.previous != t.product and t.a > 9 and t.b > 9:
            kinds += ["div"]
        kind = t.one(*kinds)
        if kind == "last":
            ux, uy = t.a % 10, t.b % 10
            return self.say(t, "BADLAST", ux=ux, uy=uy, uz=ux * uy, ud=last, pd=t.previous % 10)
        if kind == "nines":
            return self.say(t, "BADNINES", n1=n1, n2=n2, n3=t.product % 9, n4=t.previous % 9)
        if kind == "div":
            ratio = t.previous / t.b
            for places in (1, 2, 3, 4, 5):
                if float(f"{ratio:.{places}f}") != t.a:
                    break
            else:
                return self.say(t, "UNEASY")
            return self.say(t, "BADDIV", q=f"{ratio:.{places}f}")
        return self.say(t, "UNEASY")

    def fault(self, t: Telling, mended: Mended) -> str:
        """What was wrong in the first solution, and its sum put right."""
        work = mended.work
        if mended.place is None:
            return self.say(t, "FSUM", sum=t.sum(work))
        term = work.terms[mended.place]
        told = (
            [self.say(t, "FINE", l=w.left, r=w.right, v=w.value) for w in work.terms[: mended.place][-2:]]
            if t.chance(0.6)
            else []
        )
        fields = {"l": term.left, "r": term.right, "was": mended.was, "now": mended.now}
        big, small = max(mended.was, mended.now), min(mended.was, mended.now)
        what = "FTERM"
        if big == small * 10:
            what = "FSHIFT"
        elif set(str(big - small)[1:]) <= {"0"} and str(big - small)[0] == "1" and big - small > 1 and t.chance(0.7):
            what = "FCARRY"
        told.append(self.say(t, what, **fields))
        if (pieces := self.pieces(term)) and t.chance(0.6):
            told[-1] += " " + self.say(t, "CLEAR", **pieces)
        told.append(self.say(t, "RESUM", sum=t.sum(work)))
        return self.line.join(told)

    def remark(self, t: Telling) -> str:
        if t.same:
            return " " + self.say(t, "SAME") if t.chance(0.5) else ""
        if t.candidate in t.candidates[: t.index - 1] and t.chance(0.6):
            return " " + self.say(t, "BACK")
        if t.chance(0.35):
            return " " + self.say(t, "REPLACED")
        return ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        if way == "mend":
            before = t.work
            mended = self.mended(t)
            if mended:
                told = self.gap + self.alarm(t) + self.gap + self.fault(t, mended) + " " + self.commit(t)
                return told + self.remark(t) + self.doubts(t, 2 if t.more else self.worries)
            t.work = before
            way = "redo"
        if way == "clash":
            work = t.other()
            told = self.gap + self.say(t, "SECOND") + " " + self.body(t, work) + self.gap + self.say(t, "CLASHED")
            mended = self.mended(t) if t.chance(0.75) else None
            told += " " + (self.say(t, "LOOKBACK") + " " + self.fault(t, mended) if mended else self.say(t, "NOFAULT"))
            if not mended:
                t.work = work
            return told + " " + self.commit(t) + self.remark(t) + self.doubts(t, 2 if t.more else self.worries)
        lead = self.alarm(t) + " " if not t.same and t.chance(0.5) else ""
        work = t.other(*self.methods)
        told = self.gap + lead + self.say(t, "REJECT") + " " + self.say(t, "FRESH") + self.gap + self.body(t, work)
        return told + self.gap + self.commit(t) + self.remark(t) + self.doubts(t, 2 if t.more else self.worries)

    def first(self, t: Telling) -> str:
        told = self.thought[0] + self.say(t, "OPEN")
        if t.chance(0.35) and (near := t.estimate()) and near[:2] != (t.a, t.b):
            told += " " + self.say(t, "ESTIMATE", ex=near[0], ey=near[1], ez=near[2])
        work = t.solve(*self.methods)
        told += self.gap + self.body(t, work) + self.gap + self.commit(t)
        return told + self.doubts(t, 2 if t.more else self.worries)

    def closing(self, t: Telling) -> str:
        told = self.gap + t.r(self.say(t, "SETTLE")) if t.chance(0.75) else ""
        return told + self.thought[1] + self.answer(t)

    def answer(self, t: Telling) -> str:
        recap = self.recap(t) if t.chance(0.45) else ""
        return recap + t.r(self.say(t, "ANSWER", box=t.boxed()))

    def recap(self, t: Telling) -> str:
        m0, m1 = self.maths
        lines = [f"- {m0}{t.n(w.left)} {t.x} {t.n(w.right)} = {t.n(w.value)}{m1}" for w in t.work.terms]
        head = t.one(
            "To multiply the two numbers, split one of them:", "Breaking it into partial products:", "The calculation:"
        )
        return head + "\n\n" + "\n".join(lines) + "\n\n"


class AcRone(_Unsure):
    """DeepSeek-R1: flowing paragraphs, 'Wait', a short structured answer."""

    HM = ("Wait,", "Hmm,", "Hmm, wait,", "But wait,")
    OPEN = (
        "Okay, so I need to figure out what <ab> is. Let me think about how to do this.",
        "Alright, <ab>. I don't have a calculator, so let me do this by hand.",
        "Okay, let me try to multiply <a> by <b>. I remember there are a few methods for this.",
        "So the question is <ab>. Let me take it step by step so that I don't mess up.",
        "Hmm, <ab>. That needs some care. Let me break it down.",
    )
    PLAN = (
        "I can break <whole> into <parts> and multiply each part by <other>.",
        "Using the distributive property, <whole> is <parts>, so I multiply <other> by each of those and add.",
        "Let me split <whole> as <parts>.",
        "Maybe it's easiest to write <whole> as <parts> and go one piece at a time.",
    )
    STEP = (
        "[[<l> <x> <r>]] is <v>.",
        "So <l> times <r> equals <v>.",
        "Then [[<l> <x> <r> = <v>]].",
        "For the <r> part, [[<l> <x> <r> = <v>]].",
        "Next, <l> multiplied by <r>, which gives <v>.",
    )
    LASTSTEP = ("Finally, [[<l> <x> <r> = <v>]].", "And lastly <l> times <r>, that's <v>.")
    COMMIT = (
        "So <ab> should be <C>.",
        "Therefore the product is <C>.",
        "So that would make the answer <C>.",
        "So, putting it together, <ab> = <C>.",
        "That means the result is <C>.",
    )
    IDLE = (
        "Wait, did I line up all the places properly? I think so. Each part kept its zeros.",
        "Hmm, multiplication like this is where I tend to make mistakes. But looking at the steps, I don't see one.",
        "Wait, was I supposed to do anything else with it? No, it's just the product.",
        "But let me make sure that I copied the numbers correctly: <a> and <b>. Yes.",
        "Hmm, maybe there's a trick with factors here, but I don't see one that would make it easier.",
    )
    REJECT = (
        "Wait, I'm getting confused, and I don't trust <P> anymore.",
        "No, I don't think <P> can be relied on. I probably messed up somewhere.",
        "Hmm, I'm really not convinced by <P>. Let me forget about it.",
        "Wait, no. I'd rather throw that calculation away.",
    )
    FRESH = (
        "Let me start over and do it more carefully.",
        "Let's begin from scratch with a different breakdown.",
        "I'll do the whole multiplication again, slowly this time.",
        "Let me try again from the beginning.",
    )
    SETTLE = (
        "Okay, I'm confident now that it's <C>.",
        "So after all of that, <C> is the answer.",
        "Alright, I think <C> is right.",
        "I've gone through it enough times now. The answer is <C>.",
    )
    ANSWER = (
        "The product of <a> and <b> is <box>.",
        "**Answer:** <box>",
        "<ab> = **<C>**",
        "**Final Answer:**\n\\[ <box> \\]",
        "So <ab> equals \\(<box>\\).",
    )


class AcRoneMay(AcRone):
    """R1-0528: longer, first-person, one paragraph per thought, ends with bare statement."""

    HM = ("Hmm,", "Ah wait,", "Let me see,", "But hold on,")
    thought = ("<think>\n", "</think>\n")
    gap = "\n\n"
    line = "\n"
    groupings = ("comma", "plain", "plain")
    worries = 5
    OPEN = (
        "I need to calculate <ab>. It's a straightforward multiplication, but the numbers are large, so I should be careful.",
        "First, the problem is to multiply <a> and <b>. I'll do it with partial products.",
        "I have to find <ab>. I'll write out each stage so that errors are visible.",
        "The user is asking for <ab> and wants it step by step. Let me work it out manually.",
    )
    PLAN = (
        "I'll decompose <whole>: <parts>. Each gets multiplied by <other>.",
        "So <whole> = <parts>, and I'll need <other> times each.",
        "One way is <other> × (<parts>).",
        "I think I should break down <whole> into <parts>.",
    )
    STEP = (
        "First part: [[<l> <x> <r> = <v>]]",
        "[[<l> <x> <r> = <v>]]",
        "<l> * <r>: that's <v>",
        "Now, [[<l> <x> <r> = <v>]]",
    )
    LASTSTEP = ("And the last, [[<l> <x> <r> = <v>]]",)
    SUM = ("Now, sum them all:", "Now I need to add these:", "Summing up:", "Add them step by step:")
    COMMIT = (
        "So the product is <C>.",
        "Thus, <ab> = <C>.",
        "So I get <C> for <ab>.",
        "That gives <C> as the answer.",
        "I have <C> as the final sum, so the answer is <C>.",
    )
    IDLE = (
        "I think that's correct, but since I'm doing this by hand, it's worth looking for slips. The zeros are in place, I believe.",
        "Did I miss any digit of <b>? No, all of them were used.",
        "I could try the lattice method as well, but it would give the same thing.",
        "Let me confirm the operands: <a> and <b>. Right, that's what I multiplied.",
        "Is there a carry that I forgot? I don't see any.",
    )
    REJECT = (
        "I'm not comfortable with <P>; I think I made an error and I can't see it by staring at it.",
        "No, this is getting messy, I should discard <P>.",
        "I don't believe <P> is right. Let me set it aside completely.",
        "Actually, I was careless in that calculation, so <P> shouldn't be used.",
    )
    FRESH = (
        "Let me recalculate everything with more care.",
        "I'll do it anew.",
        "Start again, with each multiplication done separately.",
        "A complete recalculation, then.",
    )
    SETTLE = (
        "I'm satisfied with <C>.",
        "So I'll present <C>.",
        "Everything considered, <C> it is.",
        "Now I can write the answer, <C>, and the steps.",
    )
    ANSWER = (
        "The product of <a> and <b> is **<C>**.",
        "<ab> = <C>",
        "The result is \\boxed{<C>}.",
        "**<C>**",
    )


class AcQwq(AcRone):
    """QwQ-32B: no opening tag, 'Alternatively', boxed final answer."""

    HM = ("Hmm,", "Wait,", "Wait a second,", "Let me just check,")
    thought = ("", "\n</think>\n\n")
    xs = ("×", "×", "*")
    OPEN = (
        "Okay, let's see here. I have to multiply <a> by <b>. Hmm, big numbers, so I might need to break it up.",
        "Alright, let me work through <ab>. I know long multiplication, but let me think about which way is least error-prone.",
        "Okay, so what's <ab>? Let me think. I should be careful with the place values.",
        "Hmm, I need to find the product of <a> and <b>. Let me recall how to do this by hand.",
    )
    PLAN = (
        "Let me write <whole> as <parts>. Then I'd multiply <other> with each of these and sum them up.",
        "Since <whole> is <parts>, I can distribute <other> over that.",
        "Perhaps the easiest approach is breaking <whole> down: <parts>.",
        "So, <whole> equals <parts>. Let me multiply <other> by each.",
    )
    STEP = (
        "[[<l> <x> <r>]]. Let me see, that's <v>.",
        "Then <l> times <r>. That should be <v>.",
        "Okay, [[<l> <x> <r> = <v>]].",
        "So <l> times <r> is <v>, right?",
        "[[<l> <x> <r>]] would be <v>.",
    )
    LASTSTEP = ("And then the last bit, [[<l> <x> <r> = <v>]].", "Lastly, <l> times <r> is <v>.")
    COMMIT = (
        "So according to this, <ab> is <C>.",
        "So the total is <C>, which would be the answer.",
        "Therefore, <ab> equals <C>.",
        "So I think the product is <C>.",
        "Hence the product would be <C>.",
    )
    SECOND = (
        "Alternatively, maybe I can do it another way to verify.",
        "Alternatively, let me split the numbers differently and see what comes out.",
        "But let me check with a different approach, just to be thorough.",
        "Alternatively, I could use another breakdown and see if it's consistent.",
    )
    IDLE = (
        "Alternatively, I could use (a + b)(c + d), but that would be the same thing really.",
        "Hmm, is that right? It seems okay to me. The steps were simple enough.",
        "Wait, did I get confused between the hundreds and the thousands anywhere? No, I don't think so.",
        "Alternatively, using logarithms to check the size... nah, that's not precise enough to tell.",
        "Wait, maybe I should consider whether a zero got lost. Looking at the pieces again, no, they all have the right length.",
    )
    REJECT = (
        "Hmm, wait. I'm not sure that <P> is correct, and retracing that is making me more confused. Let me drop it.",
        "Wait, this isn't convincing. I think I've messed up, so <P> is out.",
        "Hold on. That doesn't seem right to me, so I won't go with <P>.",
        "Hmm, no. I should not trust <P>.",
    )
    FRESH = (
        "Alternatively, let me do it the other way from the beginning.",
        "Let me do this all over again.",
        "Let me redo the multiplication from the start, step by step.",
        "Okay, starting over.",
    )
    SETTLE = (
        "Yeah, I think <C> is the correct answer.",
        "Okay, so I'm pretty confident that it's <C>.",
        "Therefore, after all this checking, the answer should be <C>.",
        "I think I've been through this enough, <C> it is.",
    )
    ANSWER = (
        "**Final Answer**\n\n\\[\n<box>\n\\]",
        "The product of <a> and <b> is <C>.\n\n**Final Answer**\n<box>",
        "So the result of the multiplication is:\n\n$$\n<box>\n$$",
        "**Final Answer**\nThe product is \\boxed{<C>}.",
    )


class AcQwenThreeSmall(AcRone):
    """Qwen3 of a small size, thinking on."""

    HM = ("Wait,", "Hmm,", "Wait, wait,", "But wait,", "Hmm, let me think,")
    thought = ("<think>\n", "\n</think>\n\n")
    line = " "
    groupings = ("comma", "comma", "plain")
    sliphabit = 0.22
    OPEN = (
        "Okay, so I need to calculate <ab>. Let me start by remembering how multiplication of larger numbers works.",
        "Okay, let's see. I have to multiply <a> and <b>. I should do this carefully because it's easy to make a mistake.",
        "Okay, so the problem here is to multiply <a> by <b>. Let me write that down.",
        "Okay, I need to find <ab>. First, I'll check the numbers: <a>, and <b>. Yeah.",
    )
    PLAN = (
        "Let me break down <whole> into <parts>. Then I can multiply <other> by each part.",
        "So, <whole> can be broken down into <parts>. That should make it easier.",
        "Maybe I can use the distributive property: <whole> = <parts>.",
        "Right, <whole> is the same as <parts>. So then each part is multiplied with <other>.",
    )
    STEP = (
        "So [[<l> <x> <r> = <v>]].",
        "First, [[<l> <x> <r>]]. Let me compute that. It's <v>.",
        "Now [[<l> <x> <r>]]. That's <v>. Okay.",
        "Then, <l> multiplied by <r> is <v>. Got it.",
        "Next part: [[<l> <x> <r> = <v>]].",
    )
    LASTSTEP = ("Then the last part is [[<l> <x> <r> = <v>]].",)
    SUM = (
        "Now, adding all these together:",
        "Now I need to add these up.",
        "So adding them:",
        "Okay, now the addition.",
    )
    COMMIT = (
        "So the final result is <C>.",
        "So, <ab> = <C>.",
        "Therefore, the answer should be <C>.",
        "So that gives me <C> as the product.",
        "Okay, so <ab> is <C>.",
    )
    SECOND = (
        "But let me check again with another method to make sure.",
        "Wait, let me verify this using a different way of splitting.",
        "Just to be sure, let me do the multiplication the other way.",
        "Maybe I should cross-verify with another approach.",
    )
    IDLE = (
        "Wait, let me check if I added the zeros correctly. Yes, I did that. Okay.",
        "Hmm, that seems like a big number, but the factors are big too, so that's fine.",
        "Wait, but is there another way to check? Maybe by looking at it again. Everything seems to be in order.",
        "Wait, did I do that right? Let me just think. Yes, that seems right.",
        "Hmm, I want to be careful here. But the steps look okay to me.",
    )
    REJECT = (
        "Wait, that might not be correct. I must have made a mistake, so let me ignore <P>.",
        "Hmm, I don't think <P> is correct.",
        "Wait, no. I'm not sure about these steps at all. Let me scrap <P>.",
        "But wait, I could have messed this up, so I won't keep <P>.",
    )
    FRESH = (
        "Let me start again from the beginning.",
        "Let me redo the calculation step by step.",
        "I need to recalculate the whole thing properly.",
        "Okay, let's do it again from scratch.",
    )
    SETTLE = (
        "So I think the answer is <C>. I don't see any mistakes now.",
        "Okay, that seems solid. So the answer is <C>.",
        "Therefore, I'm confident that <C> is the right answer.",
        "Yep, <C>. I should write that down now.",
    )
    ANSWER = (
        "### Final Answer\n\n$$\n<box>\n$$",
        "The product of <a> and <b> is:\n\n$$\n<box>\n$$",
        "**Answer:** $<box>$",
        "---\n\n**Final Answer:** <box>",
    )

    def recap(self, t: Telling) -> str:
        lines = [f"{i}. **{t.n(w.left)} {t.x} {t.n(w.right)}** = {t.n(w.value)}" for i, w in enumerate(t.work.terms, 1)]
        head = t.one(
            "To compute the product, we split one factor into parts.",
            "We solve this with the distributive property.",
            "### Step-by-step",
        )
        return head + "\n\n" + "\n".join(lines) + "\n\n---\n\n"


class AcOss(_Unsure):
    """gpt-oss: analysis channel, clipped but whole sentences, final channel."""

    xs = ("*", "*", "×")
    groupings = ("plain", "comma")
    gap = "\n\n"
    line = " "
    thought = (
        "<|channel|>analysis<|message|>",
        "<|end|><|start|>assistant<|channel|>final<|message|>",
    )
    HM = ("Hmm,", "Wait,", "Hold on,", "But")
    OPEN = (
        "We need to compute <ab>.",
        "The user wants <ab>. We'll do it step by step.",
        "Compute <ab>. Let's do it carefully.",
        "We need the product <ab>. Let's calculate manually.",
        "Need to multiply <a> by <b>. Let's go.",
    )
    PLAN = (
        "[[<other> <x> <whole>]]: split <whole> = <parts>.",
        "We can do <other>*(<parts>).",
        "Break <whole> into <parts>.",
        "Use <whole> = <parts>.",
    )
    STEP = (
        "[[<l> <x> <r> = <v>]].",
        "[[<l> <x> <r>]] = <v>.",
        "Compute [[<l> <x> <r> = <v>]].",
        "Then [[<l> <x> <r> = <v>]].",
        "<l> times <r> is <v>.",
    )
    SUM = ("Sum:", "Add:", "Now sum:", "Adding them:", "Now add these.")
    COMMIT = (
        "So the product is <C>.",
        "So <ab> = <C>.",
        "Thus the answer: <C>.",
        "So result = <C>.",
        "So we have <C> as the answer.",
    )
    SECOND = (
        "Let's double-check using a different split.",
        "Let's verify by another method.",
        "Double-check with an alternative decomposition.",
        "Let's cross-check by computing it differently.",
    )
    IDLE = (
        "Is the digit count plausible? Seems fine.",
        "Let's make sure we copied the operands: <a> and <b>. Yes.",
        "We might worry about a missing carry, but the additions look fine.",
        "Any misalignment? No, the zeros are all there.",
        "We should be careful with arithmetic here. It seems good.",
    )
    REJECT = (
        "Hmm, we can't be sure of <P>; discard it.",
        "That's suspicious. Let's not use <P>.",
        "Actually, I think that computation is flawed, so <P> is not reliable.",
        "We don't trust <P>.",
    )
    FRESH = (
        "Let's recompute from scratch.",
        "Let's redo the whole multiplication.",
        "Compute again more carefully.",
        "Start over.",
    )
    SETTLE = (
        "So the final answer is <C>.",
        "Good. The answer is <C>.",
        "We'll answer <C>, with brief steps.",
        "All right, answer <C>.",
    )
    ANSWER = (
        "**<C>**",
        "<ab> = **<C>**",
        "The product is **<C>**.",
        "So,\n\n\\[\n<a> \\times <b> = <C>\n\\]",
    )


class AcMagistral(_Unsure):
    """Magistral: LaTeX inline, a draft-like thought, then a summary."""

    xs = ("\\times", "\\times", "\\cdot")
    groupings = ("plain",)
    maths = ("\\(", "\\)")
    line = "\n"
    thought = ("<think>\n", "\n</think>\n\n")
    HM = ("Wait,", "Hmm,", "Actually,", "Hold on,")
    OPEN = (
        "Alright, I need to compute \\(<ab>\\). I'm not great at multiplying such numbers in my head, so let me write it out.",
        "Okay, the task is \\(<ab>\\). Let me use the standard way of multiplying.",
        "To solve \\(<ab>\\), I should recall how multi-digit multiplication goes.",
        "Let's tackle \\(<ab>\\). First, I should choose how to split things.",
    )
    PLAN = (
        "We have \\(<whole> = <parts>\\), so each part is multiplied by \\(<other>\\).",
        "I can write \\(<whole>\\) as \\(<parts>\\).",
        "Breaking it down, \\(<whole> = <parts>\\).",
        "By distributivity it's enough to split \\(<whole>\\) into \\(<parts>\\).",
    )
    STEP = (
        "\\(<l> <x> <r> = <v>\\).",
        "Multiplying \\(<l>\\) by \\(<r>\\) gives \\(<v>\\).",
        "Then we have \\(<l> <x> <r> = <v>\\).",
        "For the part \\(<r>\\): \\(<l> <x> <r> = <v>\\).",
    )
    SUM = ("Now, adding these:", "The sum of these is:", "Adding them all together:", "Now let's add:")
    COMMIT = (
        "So, \\(<ab> = <C>\\).",
        "Therefore, the product is \\(<C>\\).",
        "So the answer seems to be \\(<C>\\).",
        "Thus the result is \\(<C>\\).",
        "This means that the product equals \\(<C>\\).",
    )
    IDLE = (
        "Wait, is that correct? The additions look fine to me, so I'll keep it.",
        "Hmm, I should make sure that I didn't misread the problem. It's \\(<ab>\\), which is what I did.",
        "Let me think about whether the place values are right. They seem to be.",
        "I might be overthinking this. The steps look correct.",
    )
    REJECT = (
        "Wait, I don't trust \\(<P>\\) at all now. I think I rushed.",
        "Hmm, \\(<P>\\) doesn't convince me, so I won't keep it.",
        "Actually, let me abandon this calculation, since I may have made an error.",
        "No, I think something is wrong there. Let me disregard \\(<P>\\).",
    )
    FRESH = (
        "I'll start again, with another breakdown.",
        "Let me try the whole thing again.",
        "Let me compute the product once more from the beginning.",
        "So, once again from the top.",
    )
    SETTLE = (
        "So I'm now confident that the answer is \\(<C>\\).",
        "Thus, I conclude that it's \\(<C>\\).",
        "Good, \\(<C>\\) is my final result.",
        "I'll go with \\(<C>\\).",
    )
    ANSWER = (
        "The product of \\(<a>\\) and \\(<b>\\) is:\n\n\\[\n<box>\n\\]",
        "\\[ <ab> = <box> \\]",
        "Therefore, \\(<ab> = <C>\\).\n\n\\boxed{<C>}",
        "**Answer:** \\(<box>\\)",
    )


class AcPhiFour(AcRone):
    """Phi-4-reasoning: one unbroken paragraph, 'We', 'I'll', semicolons of haste."""

    HM = ("Wait,", "But wait,", "Hmm,", "Let me see,")
    xs = ("*", "×")
    gap = " "
    thought = ("<think>", "</think>\n\n")
    groupings = ("plain", "comma")
    OPEN = (
        "We are asked for <ab>. I'll produce a step by step answer, but first let me compute it.",
        "User asks: multiply <a> and <b>. We need to give the reasoning and the result.",
        "The problem is to compute <ab>. I will do the multiplication in detail.",
        "We have the product <ab>. Let me compute carefully.",
    )
    PLAN = (
        "We break <whole> into <parts> and multiply <other> by each.",
        "Write <whole> = <parts>.",
        "One can decompose <whole> as <parts>, then the product is a sum of simpler products.",
        "I'd use distributivity with <whole> = <parts>.",
    )
    STEP = (
        "We compute [[<l> <x> <r> = <v>]].",
        "So [[<l> <x> <r> = <v>]].",
        "Next [[<l> <x> <r> = <v>]].",
        "Now <l> times <r> equals <v>.",
        "Also [[<l> <x> <r> = <v>]].",
    )
    LASTSTEP = ("And finally [[<l> <x> <r> = <v>]].",)
    SUM = ("Then add:", "Now sum these numbers:", "Adding these we get:", "Now we add all of them:")
    COMMIT = (
        "So the answer is <C>.",
        "Thus the product is <C>.",
        "Therefore <ab> = <C>.",
        "So the final product is <C>.",
        "So our answer: <C>.",
    )
    SECOND = (
        "I'll double-check by an alternative method.",
        "Let me verify with a different decomposition.",
        "We can check by splitting in another way.",
        "But let me verify the calculation by other means.",
    )
    IDLE = (
        "Let me double-check that I read the numbers correctly: <a> and <b>. Yes.",
        "We must double-check the carrying, but I see no error in it.",
        "But maybe the user wants the long multiplication layout? It's not required, so this is fine.",
        "I think it's correct, although such sums are error-prone; they look right to me.",
        "Is anything missing? No, every part of the factor was used.",
    )
    REJECT = (
        "Wait, I'm not sure that <P> is right, so I won't use it.",
        "However, I may have made arithmetic mistakes there, so I'd better discard <P>.",
        "But I don't trust this result of <P>.",
        "No, that isn't reliable; I drop <P>.",
    )
    FRESH = (
        "Let me recompute everything from scratch.",
        "I'll do the multiplication again from the start.",
        "Let's do the computation again in a cleaner way.",
        "Starting again.",
    )
    SETTLE = (
        "So I'm going with <C>, and I'll write the final answer.",
        "Thus the final answer is <C>.",
        "I'll now produce the answer with <C>.",
        "All good: <C>.",
    )
    ANSWER = (
        "Thus, the final result is: **<C>**.",
        "Final Answer: <C>",
        "So the product of <a> and <b> is <C>.",
        "$$<box>$$",
    )


class AcKimi(AcRone):
    """Kimi K2 thinking: 'The user asks', bullets and short lines, crisp checks."""

    HM = ("Hmm,", "Wait,", "Actually,", "Let me see,")
    line = "\n"
    thought = ("<think>", "</think>")
    groupings = ("comma", "comma", "plain")
    OPEN = (
        "The user asks me to calculate <ab>. Let me do this step by step.",
        "The user wants the product of <a> and <b>. I'll need to do this by hand and verify it.",
        "I need to calculate <ab>.\n\nLet me set it up.",
        "This is a multiplication: <ab>. Let me be careful.",
    )
    PLAN = (
        "<whole> = <parts>",
        "Split <whole>: <parts>",
        "Using <whole> = <parts>, I multiply <other> by each part:",
        "I can write this as <other> × (<parts>).",
    )
    LASTSTEP = ()
    STEP = (
        "- [[<l> <x> <r> = <v>]]",
        "- [[<l> <x> <r>]]: <v>",
        "- <l> times <r> is <v>",
    )
    SLIP = (
        "- [[<l> <x> <r> = <w>]]. Wait, that should be <v>.",
        "- [[<l> <x> <r>]]: <w>? No. Calculating it properly, it's <v>.",
        "- [[<l> <x> <r>]] is <w>, hmm, no, <v>.",
        "- [[<l> <x> <r>]]: first I thought <w>, but it's <v>.",
    )
    SUM = ("\nSum:", "\nNow add these:", "\nAdding up:", "\nThe total of these:")
    COMMIT = (
        "So <ab> = <C>.",
        "So the answer is <C>.",
        "The product is therefore <C>.",
        "That gives <C> as the result.",
        "So I get <C>.",
    )
    IDLE = (
        "Let me think about whether that makes sense. I believe so.",
        "The operands were <a> and <b>, which I used correctly.",
        "I want to be sure about the zeros. Every row carries the right number of them.",
        "It's possible that I slipped in the addition, but reading it again, I see no slip.",
    )
    REJECT = (
        "I don't have confidence in <P>, so I'm dropping it.",
        "No, <P> doesn't look reliable.",
        "Actually, I think I was sloppy there. Let me not use <P>.",
        "Wait, I'd better discard <P>.",
    )
    FRESH = (
        "Let me redo this completely.",
        "Let me recalculate from the beginning.",
        "One more time, cleanly.",
        "I'll go through the whole calculation again.",
    )
    SETTLE = (
        "I'm confident in <C>.",
        "So the final answer: <C>.",
        "Good. I'll give <C> with a short explanation.",
        "I'll present <C>.",
    )
    ANSWER = (
        "**<ab> = <C>**",
        "The answer is **<C>**.",
        "Therefore, <ab> = **<C>**.",
        "**Result: <C>**",
    )

    def how(self, t: Telling, detail: str) -> str:
        return f"({detail})"


class AcGlm(AcKimi):
    """GLM-4.5: a numbered plan with bold headings, then self-correction as headings too."""

    line = "\n"
    thought = ("<think>", "</think>\n")
    groupings = ("comma", "plain")
    OPEN = (
        "1.  **Understand the goal:** The user wants to know <ab>, with the steps shown.",
        "1.  **Analyze the request:** Multiply <a> by <b>. Break it into smaller parts.",
        "**Deconstruct the problem:** I have to calculate <ab> and explain it.",
        "**Initial thoughts:** It's a multiplication, <ab>. A step by step breakdown is asked for.",
    )
    PLAN = (
        "**Strategy:** Break <whole> down into <parts> and multiply each by <other>.",
        "**Choose a method:** The distributive property, with <whole> = <parts>.",
        "**Break down the number:** <whole> = <parts>.",
        "**Set up:** <other> × (<parts>).",
    )
    STEP = (
        "*   [[<l> <x> <r> = <v>]]",
        "*   **[[<l> <x> <r>]]:** The result is <v>.",
        "*   <l> multiplied by <r>: <v>",
    )
    SLIP = (
        "*   [[<l> <x> <r> = <w>]]. Wait, that's not right. It's <v>.",
        "*   [[<l> <x> <r>]]: <w>... let me re-do that: <v>.",
        "*   [[<l> <x> <r>]]: not <w>, I should say <v>.",
        "*   [[<l> <x> <r>]] gives <w>, or rather <v>, having added the carry.",
    )
    SUM = ("\n**Sum the partial products:**", "\n**Add them together:**", "\n**Addition:**")
    COMMIT = (
        "**Result:** <C>",
        "So, the product is **<C>**.",
        "**Conclusion:** <ab> = <C>.",
        "This gives <C> as the answer.",
    )
    SECOND = (
        "**Double-check with another method:** I'll split things differently.",
        "**Verification:** Let me compute it in a different way.",
        "**Cross-check:** A second way of calculating should give the same.",
        "**Self-check:** Does a different breakdown lead to the same value?",
    )
    REJECT = (
        "**Self-correction:** I'm not convinced that <P> is right, so I won't use it.",
        "**Review:** The steps above are not reliable. Discard <P>.",
        "**Rethink:** I think something went wrong, and <P> should be thrown out.",
        "**Critique:** I was too quick. <P> can't stay.",
    )
    FRESH = (
        "I'll recalculate from the start.",
        "Let me redo the full multiplication.",
        "A second attempt, more carefully.",
        "Back to the beginning.",
    )
    SETTLE = (
        "**Final check:** The steps are clear and the result is <C>.",
        "**Draft the response:** State the steps and the result, <C>.",
        "**Finalize:** The answer to give is <C>.",
        "So I'm settled on <C>.",
    )


class AcClaude(_Unsure):
    """Claude's extended thought: lines of sums, little padding."""

    xs = ("×", "×", "*")
    line = "\n"
    thought = ("<thinking>\n", "\n</thinking>\n\n")
    HM = ("Hmm,", "Wait,", "Actually,", "Hmm, actually,")
    groupings = ("plain", "comma", "comma")
    OPEN = (
        "I need to calculate <ab>.",
        "Let me work out <ab> step by step.",
        "Let me multiply <a> by <b>.",
        "I'll compute <ab> by breaking it into parts.",
    )
    PLAN = (
        "<ab>, with <whole> = <parts>:",
        "I'll break <whole> into <parts>.",
        "Let me use <whole> = <parts>.",
        "That's <other> × (<parts>).",
    )
    STEP = (
        "[[<l> <x> <r> = <v>]]",
        "[[<l> <x> <r> = <v>]]",
        "[[<l> <x> <r>]]: that's <v>",
        "Now [[<l> <x> <r> = <v>]]",
    )
    SUM = ("Adding:", "Sum:", "Now I'll add these up.", "Total:", "Adding these together:")
    COMMIT = (
        "So <ab> = <C>.",
        "So the answer is <C>.",
        "That gives a product of <C>.",
        "So I get <C>.",
        "The product comes to <C>.",
    )
    SECOND = (
        "Let me double check this with a different breakdown.",
        "Let me verify that by splitting the numbers another way.",
        "I'll double-check by another approach.",
        "Let me check that.",
    )
    IDLE = (
        "I should make sure I haven't dropped a zero. It looks right.",
        "Let me reread that: the operands are <a> and <b>. Yes.",
        "That looks reasonable to me.",
        "I was a little worried about the carries, but they check out on a second look.",
    )
    REJECT = (
        "Hmm, I don't think I did that right. I'll set <P> aside.",
        "I'm not confident in that, so I won't rely on <P>.",
        "Wait, that doesn't look right to me. Scrap that.",
        "Actually, I think I made an error in there, so <P> shouldn't be trusted.",
    )
    FRESH = (
        "Let me redo this more carefully.",
        "Let me start over.",
        "Let me recompute it from the beginning.",
        "I'll redo the whole thing.",
    )
    SETTLE = ("So the answer is <C>.", "Good, <C>.", "I'm confident in <C> now.", "So it's <C>.")
    ANSWER = (
        "<ab> = **<C>**",
        "The answer is **<C>**.",
        "So <ab> = <C>.",
        "**<ab> = <C>**",
        "# Answer\n\n**<C>**",
    )

    def how(self, t: Telling, detail: str) -> str:
        return f"({detail})"


class AcOpenThinker(AcRone):
    """OpenThinker: its thought and solution tokens."""

    HM = ("Wait,", "Wait a minute,", "Hmm,", "But hold on,")
    thought = (
        "<|begin_of_thought|>\n\n",
        "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n",
    )
    ends = ("\n\n<|end_of_solution|>",)
    OPEN = (
        "Okay, let me try to work out <ab>. I'll write down each step.",
        "Alright, so I have the multiplication <ab> here. Let me think about the way to go.",
        "Hmm, okay, <a> times <b>. Let me recall the standard procedure.",
        "Okay, the question says to calculate <ab>. Let's go through it slowly.",
    )
    IDLE = (
        "Wait, but is it okay to split the numbers like that? Yes, multiplication distributes over addition.",
        "Hmm, I have a feeling that I could have mixed something up, but on reading it through, I can't find anything.",
        "Wait, the problem said <a> and <b>, right? Yes, that's it.",
        "But maybe I should have gone digit by digit? It would end up the same.",
    )
    ANSWER = (
        "The product of \\(<a>\\) and \\(<b>\\) is \\(<box>\\).",
        "Thus, the final answer is:\n\n\\[\n<box>\n\\]",
        "The result of the multiplication is\n\n<box>",
        "Therefore, <ab> = <C>.\n\n\\(<box>\\)",
    )
    REJECT = (
        "Wait a minute, I've lost track somewhere, so let me forget about <P>.",
        "Hmm, I'm afraid <P> isn't correct. I'll leave it.",
        "But hold on, I can't vouch for <P>, there were too many steps in my head.",
        "Wait, I don't like this. I'll throw <P> out.",
    )


class AcExaone(AcRone):
    """EXAONE Deep: <thought> tags, 'Hold on', a boxed line."""

    HM = ("Hold on,", "Wait,", "Hmm,", "Wait, hold on,")
    thought = ("<thought>\n", "\n</thought>\n\n")
    groupings = ("plain", "comma")
    OPEN = (
        "Okay, let's try to compute <ab>. Hmm, I need to do this by splitting I guess.",
        "Alright, <a> multiplied by <b>. Let me see how to break this.",
        "Let me start. The two numbers are <a> and <b>, and I need their product.",
        "Okay, <ab>. I could do this with standard long multiplication. Let's see.",
    )
    STEP = (
        "First, compute [[<l> <x> <r>]]. That's <v>.",
        "So that's [[<l> <x> <r> = <v>]].",
        "Then, <l> times <r>: <v>.",
        "[[<l> <x> <r>]], which is equal to <v>.",
    )
    COMMIT = (
        "So the total would be <C>. Therefore, <ab> = <C>.",
        "Therefore, the answer should be <C>.",
        "So then, the product is <C>.",
        "Hence, <ab> is equal to <C>.",
    )
    REJECT = (
        "Hold on, maybe I made an error in there. Let me disregard <P>.",
        "Hmm, I can't be certain of that at all. I'd rather not keep <P>.",
        "Wait, that seems off to me, so <P> goes.",
        "No, hold on. I need to throw out <P>.",
    )
    SETTLE = (
        "Therefore, I'm confident that the product is <C>.",
        "So both the steps and the result seem okay. The answer is <C>.",
        "Thus, <C> is the answer.",
        "Hence I'll answer <C>.",
    )
    ANSWER = (
        "**Final Answer:** \\boxed{<C>}",
        "The product of <a> and <b> is:\n\n\\boxed{<C>}",
        "**Final Answer**\n\n<box>",
        "Therefore, <ab> = \\boxed{<C>}.",
    )


_ALL = (
    AcRone,
    AcRoneMay,
    AcQwq,
    AcQwenThreeSmall,
    AcOss,
    AcMagistral,
    AcPhiFour,
    AcKimi,
    AcGlm,
    AcClaude,
    AcOpenThinker,
    AcExaone,
)
STYLES: dict[str, Style] = {style.name: style for style in (kind() for kind in _ALL)}
