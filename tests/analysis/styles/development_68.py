"""Long thoughts of open reasoning models: two ways that differ, steps done again, then a short summary outside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

from .common import Style, Telling, Term, Work, split


def banks(text: str) -> dict[str, list[str]]:
    """Banks from lines "@name wording | wording | ..."; ¶ stands for a new line."""
    found: ClassVar = {}
    for block in re.split(r"(?m)^@", text)[1:]:
        name, _, body = block.partition(" ")
        flat = " ".join(body.split()).replace("¶", "\n")
        found[name] = [wording.strip(" ") for wording in flat.split(" | ")]
    return found


class LongThought(Style):
    """The flow that the styles share; every word is in the bank of the style."""

    text = ""
    check = "last"
    methods: tuple[str, ...] = ("high", "low", "chunks")
    groups: tuple[str, ...] = ("plain",)
    signs: tuple[str, ...] = ("×",)
    before, after = "<think>\n", "\n</think>\n\n"
    par, row, line_end = "\n\n", " ", "\n"
    minus = "-"
    wordy = 0.6

    def __init__(self) -> None:
        self.bank = banks(self.text)

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groups)
        t.x = t.one(*self.signs)
        self.used: dict[str, str] = {}

    def say(self, t: Telling, key: str, /, **values: int | str) -> str:
        options = [wording for wording in self.bank[key] if wording != self.used.get(key)]
        wording = self.used[key] = t.one(*options)
        return self.fill(t, wording, **values)

    def fill(self, t: Telling, wording: str, /, **values: int | str) -> str:
        known: dict[str, int | str] = {"a": t.a, "b": t.b, "n": t.candidate, "x": t.x, **values}

        def put(found: re.Match[str]) -> str:
            value = known[found[1]]
            return value if isinstance(value, str) else t.n(value)

        return re.sub(r"<(\w+)>", put, wording)

    def term(self, t: Telling, term: Term) -> str:
        basic: dict[str, int | str] = {"l": term.left, "r": term.right, "v": term.value}
        if t.chance(0.09):
            return self.say(t, "slip", bad=t.near(term.value), **basic)
        if term.left > 10 and t.chance(self.wordy):
            parts = split(term.left, t.one("high", "high", "chunks"))
            products = " + ".join(f"{t.n(part)}{self.tight(t)}{t.n(term.right)}" for part in parts)
            text = self.say(t, "det", w=products, u=" + ".join(t.n(part * term.right) for part in parts), **basic)
        else:
            text = self.say(t, "term", **basic)
        return text + (" " + self.say(t, "redo", **basic) if t.chance(0.15) else "")

    def tight(self, t: Telling) -> str:
        return f" {t.x} "

    def rough(self, t: Telling) -> tuple[int, int, int] | None:
        """An estimate that is neither the product nor a candidate."""
        estimate = t.estimate()
        return estimate if estimate and estimate[2] not in (t.product, *t.candidates) else None

    def told(self, t: Telling, work: Work) -> str:
        """A whole calculation up to its total."""
        plan = self.say(t, "plan", A=work.a, B=work.b, f=t.factor(work))
        terms = self.row.join(self.term(t, term) for term in work.terms)
        adds = self.row.join(
            self.say(t, "add", s=s, g="+" if sign > 0 else self.minus, v=v, t=r) for s, sign, v, r in work.steps()
        )
        return plan + self.row + terms + self.par + adds

    def committed(self, t: Telling) -> str:
        return self.par + t.c(self.say(t, "commit"))

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        estimate, text = self.rough(t), self.before + self.say(t, "open")
        if estimate and t.chance(0.35):
            text += " " + self.say(t, "est", p=estimate[0], q=estimate[1], e=estimate[2])
        return text + self.par + self.told(t, work) + self.committed(t)

    def checks(self, t: Telling, share: float) -> str:
        """Checks that agree with the candidate."""
        text, estimate, digit, nines = "", self.rough(t), t.last_digit(), t.nines()
        if estimate and t.chance(share):
            text += self.par + self.say(t, "est", p=estimate[0], q=estimate[1], e=estimate[2])
        if self.check == "last" and digit and t.chance(share):
            text += self.par + self.say(t, "last", p=digit[0], q=digit[1], e=digit[2], d=digit[2] % 10)
        if self.check == "nines" and nines and t.chance(share):
            text += self.par + self.say(t, "nines", p=nines[0], q=nines[1], e=nines[0] * nines[1], d=nines[2])
        return text

    def again(self, t: Telling) -> str:
        way = t.way(mend=3, compare=4, redo=4)
        old = t.before
        if way == "compare":
            second = t.other()
            mended = t.mend()
            if mended:
                text = self.par + self.say(t, "second") + self.par + self.told(t, second)
                text += self.par + self.say(t, "differ", new=t.candidate, old=t.previous)
                return text + " " + self.mended(t, mended.place, mended.was, mended.now) + self.committed(t)
        if way == "mend":
            mended = t.mend()
            if mended:
                text = self.par + self.say(t, "look") + " "
                for place, term in enumerate(old.terms):
                    if place == mended.place or (mended.place is not None and place > mended.place):
                        break
                    text += self.say(t, "redo", l=term.left, r=term.right, v=term.value) + " "
                return text + self.mended(t, mended.place, mended.was, mended.now) + self.committed(t)
        t.work = old
        base = 10 if self.check == "last" else 9
        p, q, o = t.a % base, t.b % base, t.previous % base
        if p * q % base != o and t.chance(0.7) and not t.same:
            text = self.say(t, "rejchk", p=p, q=q, e=p * q, d=p * q % base, o=o, old=t.previous)
        else:
            text = self.say(t, "rej", old=t.previous)
        work = t.other() if t.chance(0.6) else t.solve(*self.methods)
        return self.par + text + " " + self.say(t, "restart") + self.par + self.told(t, work) + self.committed(t)

    def mended(self, t: Telling, place: int | None, was: int, now: int) -> str:
        if place is None:
            return self.say(t, "sumfix", sum=t.sum(t.work))
        term = t.work.terms[place]
        return self.say(t, "fix1", l=term.left, r=term.right, was=was, now=now, sum=t.sum(t.work))

    def closing(self, t: Telling) -> str:
        text, main = self.checks(t, 0.6), t.work
        if t.chance(0.4):
            text += self.par + self.say(t, "doubt")
        if t.chance(0.6):
            second = t.other()
            t.work = main
            text += self.par + self.say(t, "second") + self.par
            wrong = self.spoiled(t, second) if t.chance(0.5) else None
            if wrong:
                place, spoiled = wrong
                term = second.terms[place]
                text += self.told(t, spoiled) + self.par + self.say(t, "differ", new=spoiled.total, old=t.candidate)
                text += " " + t.r(
                    self.say(t, "fix2", l=term.left, r=term.right, bad=spoiled.terms[place].value, v=term.value)
                )
            else:
                text += self.told(t, second) + self.par + t.r(self.say(t, "agree"))
        return text + self.par + t.r(self.say(t, "end")) + self.after + self.outside(t, main)

    def spoiled(self, t: Telling, work: Work) -> tuple[int, Work] | None:
        place = t.rng.randrange(len(work.terms))
        term = work.terms[place]
        bad = t.near(term.value)
        total = work.total + term.sign * (bad - term.value)
        if t.product < 100 or total <= 0 or total in (t.product, *t.candidates):
            return None
        terms = (*work.terms[:place], replace(term, value=bad), *work.terms[place + 1 :])
        return place, Work(work.a, work.b, work.method, terms, total)

    def outside(self, t: Telling, work: Work) -> str:
        shape = t.one(*self.bank["line"])
        lines = [
            self.fill(t, shape, i=str(i), l=term.left, r=term.right, v=term.value)
            for i, term in enumerate(work.terms, 1)
        ]
        intro = self.say(t, "ans", A=work.a, B=work.b, f=t.factor(work))
        return intro + "\n\n" + self.line_end.join(lines) + "\n\n" + t.r(self.say(t, "final", sum=t.sum(work)))


class AiRoneMill(LongThought):
    check = "last"
    groups = ("plain", "comma")
    text = r"""
@open Okay, so the user would like <a> times <b>. No calculator here, so slow and steady. | Alright, <a> × <b>. Hmm, I
 have to be careful with these. | So, I've been asked to multiply <a> and <b>. Let me think. | First, the two numbers
 are <a> and <b>, and I'm after their product. | Hmm, okay, <a> multiplied by <b>; let me do it on paper, so to speak. |
 Okay, let's see. The question is simply what <a> × <b> comes to.
@plan I'll break <B> up into <f> and multiply each bit by <A>. | <B> is <f>, so I can take the pieces one after another
 with <A>. | Since <B> = <f>, distribute <A> over that. | Let me take <B> apart: <f>. Each one goes with <A>. |
 Writing <B> as <f> seems easiest, and <A> stays whole. | Okay, <f> makes <B>, and I'll go through those pieces with <A>.
@term Then <l> × <r> is <v>. | <l> × <r>, that's <v>. | Next one: <l> times <r> gives <v>. | For the <r> piece I get <v>,
 from <l> × <r>. | <l> × <r> = <v>, okay. | And <l> by <r> makes <v>.
@det For <l> × <r>: <w>, which is <u>, so <v>. | Now <l> × <r>. That's <w> = <u> = <v>. | <l> × <r>, hmm, go piece by
 piece: <w>. So <u>, altogether <v>. | The <r> part: <w>, that's <u>, giving <v>. | <l> times <r> would be <w>, i.e. <u>,
 and that is <v>. | Let me see, <l> × <r> splits as <w> → <u> → <v>.
@slip <l> × <r> is <bad>... wait, no, I misread a digit there, it's <v>. | Then <l> × <r>: <bad>? Hmm, no, slower: <v>. |
 <l> × <r> = <bad>, hold on, that carry isn't right. <v>. | For <r>, I get <bad>. Hmm, let me do it once more: <v>, yes
 <v>. | <l> times <r> gives <bad>, oh wait, <v>, I dropped something. | And <l> × <r>, is that <bad>? No. It is <v>.
@redo Just making sure of <l> × <r>: yes, <v>. | Once more, <l> × <r>... <v>, right. | (<l> × <r> again: <v>. Fine.) |
 Is <l> × <r> really <v>? I multiply it out again and yes. | Going over <l> × <r> a second time still gives <v>. |
 <l> × <r>, computed afresh, is <v>. Good.
@add <s> <g> <v> is <t>. | Now <s> <g> <v> = <t>. | <s> <g> <v>, so <t>. | That takes me to <s> <g> <v> = <t>. | Putting
 in the next one, <s> <g> <v> = <t>. | Then it's <s> <g> <v>, which makes <t>.
@commit So <a> × <b> should be <n>. | Therefore the product is <n>. | So the answer would be <n>. | That means
 <a> × <b> = <n>. | Okay, so I get <n> for the product. | So, <n> is the answer then.
@est Roughly, <p> × <q> is <e>, so the size is plausible. | <p> times <q> would be about <e>, same ballpark, fine. | A quick
 estimate: <p> × <q> = <e>. Should land around there. | If I round, <p> × <q> ≈ <e>, which looks consistent. | In round
 figures it's <p> × <q>, or <e>. Okay. | Ballpark is <e>, from <p> × <q>. No alarm there.
@last Units digit: <p> × <q> = <e>, ends in <d>, and so does mine. | The last digits give <p> × <q> = <e>, hence a <d> at the
 end. Matches. | And the final digit should be <d> because <p> × <q> = <e>. It is. | Ends in <d>? <p> times <q> is <e>, so
 yes. | Checking the ones place, <p> × <q> is <e>, so <d>, good. | <p> × <q> = <e> means the number ends in <d>, which it
 does.
@doubt Hmm, did I lose a zero anywhere? Let me count them... no, they're all there. | Wait, is that first piece right? Yes,
 I looked at it already. | Hold on, maybe I mixed up the numbers in the question. No, it's <a> and <b>. Fine. | Hmm, it
 feels a bit off, but I can't find anything wrong with it. | Wait, did I carry properly in the sum? Going column by
 column, yes. | I was worried I skipped a digit of one factor, but I didn't.
@second Let me try it the other way round to be safe. | Maybe do it by a different route and see. | To double-check, a
 second breakdown. | Hmm, let me verify it with another split. | I'd like to see the same thing come out differently
 computed. | Wait, let me check using a different decomposition.
@agree Same thing, <n>. So it holds. | That's <n> too, great. | Okay, <n> again, both ways agree. | And this matches the
 <n> from before. | So the check gives <n> as well. | Yes, <n>, consistent with what I had.
@differ Hmm, that's <new>, but earlier I had <old>. One of those is wrong. Where? | Wait, <new> here and <old> there? That's a
 contradiction, so let me compare the lines. | But this isn't <old>. It's <new>. I need to find which run has the mistake. |
 Uh oh, <old> before, <new> now. Let me trace it. | That says <new>. The earlier way said <old>. Hmm, so there's a slip
 in one of them. | Hmm, <new> doesn't equal <old>. Let me see which calculation is the bad one.
@fix2 Oh, it's in this check: I put <l> × <r> = <bad>, which should be <v>. With that the check gives <n> as well. | Okay,
 it's the check that's off, <l> × <r> is <v> and not <bad>. Corrected, it comes to <n>, the same as before. | The new one
 has the error: <bad> for <l> × <r>, really <v>. Then it's <n> again, so the original stands. | Found it, in the second
 run <l> × <r> came out as <bad>, but it's <v>. Fixing that, <n>. Good, no change. | My verification had the slip,
 <l> × <r> = <v>, I'd written <bad>. So both give <n>. | Ah, <bad> was a slip just now; <l> × <r> = <v>. That brings the
 check to <n>, in line with the first.
@fix1 Ah, in the earlier calculation I had <l> × <r> = <was>, but it's <now>. So it was wrong, and the sum is really
 <sum> = <n>. | There it is: <l> × <r> isn't <was>, it's <now>. My earlier answer falls. Redoing the sum, <sum> = <n>. |
 Okay, the earlier one has the error, <l> × <r> should be <now> instead of <was>. Then <sum> = <n>. | Wait, <l> × <r>...
 I wrote <was> back then, and that's not right, it's <now>. So <sum>, which is <n>. | Found it: back there <l> × <r> came
 out <was>. It should be <now>, so the old total is wrong; now <sum> = <n>. | Oh! <was> for <l> × <r> was my mistake, it's
 <now>. New sum: <sum> = <n>.
@sumfix The pieces were fine earlier, but I added them up wrong. <sum> is <n>. | Ah, it's the addition that went wrong back
 there: <sum> = <n>. | So the earlier products hold and their sum doesn't; <sum> makes <n>. | I botched the last addition
 before. <sum> should be <n>. | Hmm, the earlier total was a bad sum. Again: <sum> = <n>. | Right, the mistake was in
 adding: <sum> = <n>, not what I wrote.
@look Wait, let me go through that again. | Hmm, wait. Something seems off, let me recheck the steps. | Wait a second, I
 should look at each piece again. | Hmm, I'm not so sure. Back over the lines. | Hold on, let me retrace my steps. | Wait,
 before I go on, let me re-verify the pieces.
@rej Wait, I rushed through that and I don't trust <old>. Scrap it. | Hmm, no. I kept losing track of carries there, so I'm
 dropping that answer. | Wait, that was messy, I wouldn't rely on <old>. Forget it. | Hmm, I did too much of it in my
 head. I'll throw that result out. | Wait, no, I'm not happy with how I got <old>. Discard that. | Hold on. That was
 sloppy, so I won't take <old>.
@rejchk Wait, the last digit has to be <d>, as <p> × <q> = <e>, and <old> ends in <o>. So that's wrong. | Hmm, <p> × <q> =
 <e>, so it should end in <d>, not in <o>. My answer can't be right. | Hold on, <old> ends in <o>, but the units are
 <p> × <q> = <e>. It fails. | Wait, units: <p> times <q> is <e>. Mine ends with <o> and should end with <d>. Wrong, then. |
 Hmm, the ones digit is off: <o> where it should be <d> (<p> × <q> = <e>). So <old> is out. | Oh no, ends in <o>? It must
 be <d> since <p> × <q> is <e>. That answer is no good.
@restart Let me start over. | From the top then. | Do it again, carefully. | Okay, fresh start. | Let me redo the whole
 thing. | Start again from the beginning.
@end I'm confident now, <n>. | Okay, so going with <n>. | Good, <n> is what I'll answer. | Alright, I'll write up <n>. | So the
 final answer: <n>. | I think that's settled, <n>.
@ans To find **<a> × <b>**, split one factor, **<B> = <f>**: | The product of <a> and <b> can be found with the distributive
 property, using <B> = <f>. | **Solution.** Break <B> into <f> and multiply each part by <A>. | Here is how <a> × <b>
 works out (with <B> = <f>): | We multiply <A> by the parts of <B>, namely <f>. | Step by step, with <B> written as <f>:
@line - <l> × <r> = <v> | <i>. <l> × <r> = **<v>** | * <l> times <r>: <v> | - **<r>:** <l> × <r> = <v> | <i>) <l>·<r> = <v> | Step
 <i>: <l> × <r> = <v>
@final Adding up, <sum> = <n>.¶¶**Answer:** <n> | Together: <sum> = **<n>** | So <a> × <b> = **<n>**. | The total is
 \(\boxed{<n>}\). | Final answer: $\boxed{<n>}$ | Sum: <sum>¶¶**<a> × <b> = <n>**
"""


class AiQwenThreeFerry(LongThought):
    check = "nines"
    groups = ("comma", "plain")
    signs = ("×", "*")
    wordy = 0.75
    text = r"""
@open Okay, I need to figure out <a> <x> <b>. Let me recall how to set this up. | Let me work out the product of <a> and <b>
 here. Big-ish numbers, so break it down. | Okay, so multiplying <a> by <b>. There are a couple of ways. | So I have
 <a> <x> <b> to calculate. I'll take my time with it. | Let's tackle <a> <x> <b>. Distributive property should do. | The
 problem is <a> <x> <b>. Let me try to do this by hand, properly aligned.
@plan If <B> is treated as <f>, then <A> multiplies each term. | Breaking down the number <B> gives <f>. So with <A>: | Let me
 use <B> = <f>, and combine with <A> at each step. | I can see <B> as <f>; then <A> gets multiplied by every one. | First,
 decompose: <B> = <f>. The multiplier for all is <A>. | So <A> <x> (<f>), since that bracket is <B>.
@term <l> <x> <r>: that equals <v>. | So <l> <x> <r> = <v>. | Multiplying <l> and <r> yields <v>. | Then there's <l> <x> <r>,
 equal to <v>. | The part with <r> is <l> <x> <r> = <v>. | After that, <r> times <l> equals <v>.
@det Let me compute <l> <x> <r>: <w>. Those are <u>. Sum: <v>. | <l> <x> <r>. Well, <w> is <u>, which adds to <v>. | Breaking this
 part down as well: <w> = <u>, so <l> <x> <r> = <v>. | So <l> <x> <r> can be done as <w>; that gives <u> = <v>. | How about
 <l> <x> <r>? <w>, therefore <u>, therefore <v>. | The <r> part would be <w>. That's <u>, total <v>.
@slip <l> <x> <r> would be <bad>. Wait, let me check that. No, actually it's <v>. | So <l> <x> <r> = <bad>? Hmm, that's not
 correct, I mis-added; it equals <v>. | The part with <r> is <bad>. Wait, that isn't right. <l> <x> <r> = <v>. | Multiplying
 <l> and <r>: <bad>... oh, I see, one carry too many or too few. <v> is right. | <l> <x> <r>, I want to say <bad>, but
 computing it properly gives <v>. | Then <bad> for <l> <x> <r>. Wait, no. <v>.
@redo Let me verify <l> <x> <r> separately: <v>. Correct. | Double-checking this one: <l> <x> <r> = <v>. Yep. | Yes, <l> <x> <r>
 does equal <v>. | Confirming <l> <x> <r> once more gives <v>. | Is that right? <l> <x> <r>... <v>. Yes, that's right. | That
 part, <l> <x> <r> = <v>, checks out.
@add Starting the addition: <s> <g> <v> = <t>. | <s> <g> <v> gives <t>. | So <s> <g> <v> equals <t>. | Combining: <s> <g> <v>
 → <t>. | Let me see, <s> <g> <v> = <t>. | With the following one, <s> <g> <v> comes out as <t>.
@commit So that would be <n> for <a> <x> <b>. | Therefore, <a> multiplied by <b> is <n>. | So the product is <n>. | Hence the
 result is <n>. | So the final result would be <n>. | That gives me an answer of <n>.
@est Approximating: <p> <x> <q> = <e>, close enough to be believable. | As a rough check, <p> <x> <q> is <e>; the magnitude makes
 sense. | Around <p> <x> <q>, so around <e>. That fits. | With rounding it's <p> <x> <q> = <e>, okay, right order. | The
 estimate <p> <x> <q> = <e> supports that size. | Rounded factors <p> and <q> give <e>, not far off.
@nines Modulo 9: <a> leaves <p>, <b> leaves <q>; <p> <x> <q> = <e>, which is <d> mod 9, and the result leaves <d> too. | Digit
 sums: remainders <p> and <q>, product <e>, so <d> mod 9. The answer also reduces to <d>. | Casting out nines, <p> <x> <q> =
 <e> → <d>. My result → <d>. OK. | Digital root test: factors <p> and <q>, so expect <d>. I get <d>. | By nines I need
 remainder <d> (since <p> <x> <q> = <e>), and that's what it has. | Test mod 9: <p> and <q> multiply to <e>, that is <d>; the
 product matches with <d>.
@doubt Wait, is <A1> the right number? Yes, the problem says <a>. | Hmm, maybe I should check whether the zeros are right.
 Counting places... they are. | Wait, could the alignment be off? No, every part keeps its own zeros. | But wait, what if I
 misread a digit? Re-reading: <a> and <b>. No, fine. | Hmm, let me think if any step was skipped. None was. | Wait, maybe I
 should worry about the carries in the last addition. I redo them and nothing changes.
@second Let me cross-verify with another method. | Another approach to be thorough: swap which number is split. | Let me
 do this multiplication in another way and compare. | Alternatively, I can approach it differently as a test. | Maybe a
 different breakdown as a cross-check. | Let me see what a second method says.
@agree That is <n>, the same result. Both methods agree. | Which again equals <n>. Perfect. | So <n> either way, consistent. | Same
 result, <n>, so I'm more confident. | The second method also lands on <n>. | Good, that matches: <n>.
@differ Wait, this method gives <new>, but the other gave <old>. There's a conflict. Let me find the mistake. | Hmm, <old> versus
 <new>. They should be identical. Which of the two has the error? | That's different: first <old>, now <new>. I need to
 check both of them. | Now I have <new>, while previously <old>. So somewhere I made an error. | These don't match, <new>
 and <old>. Let me examine the parts. | Hmm, a discrepancy, <old> against <new>. Let me see where it comes from.
@fix2 Looking at the second method, <l> <x> <r> is <v>, and I used <bad>. After correction it gives <n>, so the two agree. | The
 mistake is in the cross-check: <bad> should be <v> (<l> <x> <r>). That turns its total into <n>, consistent with the
 original. | I see, the second time I computed <l> <x> <r> as <bad>. It's <v>. So the second total is <n>, the same. | It's
 the alternative that went wrong, at <l> <x> <r> = <v>, where I said <bad>. Hence <n> there too. | Oh, the new <bad> is
 incorrect; <l> <x> <r> = <v>, and then everything adds to <n>. So the first answer was correct. | Checking the second set,
 <l> <x> <r> must be <v>. With <v> in place of <bad> I get <n>. Good.
@fix1 In the previous computation, <l> <x> <r> was taken as <was>. Actually it equals <now>. So that total was incorrect;
 correcting: <sum> = <n>. | The mistake is in the earlier work: <l> <x> <r> = <now>, not <was>. So <sum> = <n>. | I see it, my
 earlier <was> for <l> <x> <r> is wrong, the correct value being <now>. The sum changes to <sum> = <n>. | Earlier I wrote
 <l> <x> <r> = <was>, an error: <now>. Recomputing the total, <sum> = <n>. | So it's the earlier one. <l> <x> <r> should have
 been <now> where I put <was>, and so <sum> = <n>. | Checking the earlier parts, <was> is not correct for <l> <x> <r>; it's
 <now>. Adding again: <sum> = <n>.
@sumfix All earlier parts are correct, but I made an addition error. <sum> = <n>. | The error was in adding up earlier; let me
 add again: <sum> = <n>. | I see, the earlier sum was incorrect. <sum> gives <n>. | So the previous total was wrong, an
 arithmetic slip in the addition. <sum> = <n>. | The parts agree but not the total; the right addition is <sum> = <n>. |
 Earlier I must have mis-added. It should be <sum> = <n>.
@look Wait, let me check each part again to make sure. | Let me double-check these calculations one by one. | Hmm, let me
 recheck, a mistake is easy here. | Wait, I want to verify the partial results. | But let me go back and verify each
 multiplication. | Hmm, wait. Re-examining the steps:
@rej Wait, I think I handled that carelessly, so I'm not going to use that result. | Hmm, that approach had too many mental carries
 and I can't vouch for <old>. Setting it aside. | Wait, I skipped verifying anything in there. I'd better not keep <old>. |
 No wait, I lost confidence in that calculation; let me abandon it. | Hmm, that was confusing and I may well be wrong with
 <old>. Let me drop it. | Wait, that's not reliable enough, I jumped between steps. Not taking it.
@rejchk Check mod 9: factors <p> and <q>, product <e>, so <d>. But <old> leaves <o>. Therefore it's incorrect. | Wait, casting
 out nines gives <d> (from <p> <x> <q> = <e>), and my result has <o>. So there's an error. | Hmm, digit sums: need <d>, got <o>
 for <old>. That can't be the product. | By the rule of nines, <p> <x> <q> = <e> → <d>, while <old> → <o>. So it's wrong. | Mod 9
 doesn't match: <o> instead of <d>. That result must be wrong. | The digital roots say <d>, but <old> has <o>. So I've made a
 mistake.
@restart Let me recompute everything. | Let me try again from scratch. | So, once again from the first step. | I'll compute it
 all anew. | Starting over, then. | Let me redo the multiplication entirely.
@end So the answer is <n>. | Alright, the product is <n>. | Therefore I'm settled on <n>. | I can present <n> now. | Okay, that
 confirms it for me: <n>. | So I'll respond with <n>.
@ans ### Step-by-step calculation¶¶Decompose $ <B> = <f> $ and multiply by <A>: | To compute the product of <a> and <b>, we use
 <B> = <f>: | #### Breaking it down¶¶<A> is multiplied with each part of <B> (<f>). | We can write <B> as <f> and apply the
 distributive law. | ---¶¶**Decomposition:** <B> = <f> | The calculation uses partial products, with <B> = <f>:
@line - $ <l> \times <r> = <v> $ | - <l> <x> <r> = <v> | $$¶<l> \times <r> = <v>¶$$ | <i>. **<l> <x> <r>** = <v> | * $<l> \cdot <r> = <v>$ |
 **Part <i>:** <l> <x> <r> = <v>
@final Now add: $$ <sum> = <n> $$¶¶$$¶\boxed{<n>}¶$$ | **Total:** <sum> = <n>¶¶### Final Answer¶¶$$¶\boxed{<n>}¶$$ | Adding the parts
 results in **<n>**. | $$¶<a> \times <b> = \boxed{<n>}¶$$ | **Final Answer:** <n> | Summing: <sum> = **<n>**.
"""

    def fill(self, t: Telling, wording: str, /, **values: int | str) -> str:
        return super().fill(t, wording.replace("<A1>", "<a>"), **values)


class AiQwqMoth(LongThought):
    check = "last"
    groups = ("plain", "comma")
    signs = ("×", "x")
    row = "\n\n"
    wordy = 0.7
    before = ""
    after = "\n\n---\n\n"
    text = r"""
@open So I've got this multiplication problem, <a> <x> <b>, and I need to figure it out. | Let's see. I'm supposed to find
 <a> <x> <b>, which isn't one I know by heart. | I've been given <a> and <b> to multiply; let me think about how best to go
 about that. | Alright, so <a> <x> <b>. I remember the method from school, so let me use that. | I have this problem here:
 <a> <x> <b>. At first glance it looks like a chore, but it's only bookkeeping. | Let me think about <a> <x> <b> for a
 moment.
@plan I could use that <B> is <f>. So it's <A> with each of these. | So, I'll break down <B>: <f>, and go with <A> through them. |
 One idea is to think of <B> as <f> and handle <A> with one piece at a time. | <B>, in other words <f>. I multiply <A> by
 those. | Maybe I can express <B> as <f> and use <A> on each. | I know that <B> equals <f>, so I can do <A> times each.
@term So, <l> <x> <r>. That's <v>. | Now, <l> times <r>: I get <v>. | Then I have <l> <x> <r>, which comes out at <v>. | Moving on,
 <l> <x> <r> = <v>. | <l> <x> <r> is simply <v>. | And for <r>, multiply <l>, so <v>.
@det Now, <l> <x> <r>. I can see that as <w>, so <u>, so <v>. | Next up is <l> <x> <r>: <w>. In numbers, <u>. Adding those, <v>. |
 <l> <x> <r> is like <w>. That's <u>, so I have <v>. | Then <l> times <r>. Let me split: <w>, giving <u> and finally <v>. |
 For the <r>, I do <w>, get <u>, and that makes <v>. | So what's <l> <x> <r>? <w> is <u>, or <v>.
@slip So, <l> <x> <r> is <bad>. Hmm, that doesn't seem right, let me count again. It's <v>. | <l> <x> <r>, that's <bad>, no, sorry,
 <v>. | Then I have <l> <x> <r> which is <bad>. Wait, I think I've misplaced one. Should be <v>. | Now, <l> times <r>: <bad>?
 Let me do it on fingers... <v>. | For <r> I first thought <bad>, but actually <l> <x> <r> is <v>. | <l> <x> <r> = <bad>. Hmm, is
 it? No, it's <v>.
@redo Let me make sure about <l> <x> <r>. It's <v>, yes. | I'll just re-multiply <l> by <r>: <v>. That holds. | Looking at
 <l> <x> <r> again, <v> seems right. | <l> <x> <r> once more for safety, <v>. | Did I get <l> <x> <r> right? <v>, I believe so. |
 Indeed <l> <x> <r> is <v>.
@add Bringing those together: <s> <g> <v>, that's <t>. | So <s> <g> <v> makes <t>. | I take <s> <g> <v> and have <t>. | Now <s> <g>
 <v>, equals <t>. | Let me do <s> <g> <v>. It's <t>. | <s> <g> <v> = <t>, if I'm not mistaken.
@commit So, according to this, <a> <x> <b> is <n>. | So it seems the product is <n>. | Thus I have <a> <x> <b> = <n>. | So my answer is
 <n>. | That tells me the product is <n>. | Accordingly, <a> <x> <b> equals <n>.
@est Just to get a feel, <p> <x> <q> is <e>. So somewhere near that. | If I approximate by <p> <x> <q>, I get <e>, which is
 reassuring. | <p> <x> <q> = <e>, and that's the neighborhood I'd expect. | For scale: <p> <x> <q> is <e>. Seems about right. |
 Thinking in round numbers, <p> <x> <q>, <e>. Reasonable. | Compare with <p> <x> <q> = <e>; nothing strange.
@last Also, the last digits, <p> and <q>, multiply to <e>, so I expect <d> at the end, and that's there. | Considering just the
 final digits, <p> <x> <q> = <e>. Ends in <d>. Good. | Another thing: the units. <p> <x> <q> is <e>, so <d>. Fits. | It ends in
 <d>, as it should with <p> <x> <q> = <e>. | The ending <d> agrees with <p> <x> <q> = <e>. | <p> times <q> is <e>, and indeed
 there's a <d> at the end.
@doubt But is it really allowed to break it like that? Sure, that's the distributive law. | Wait a minute, am I sure about the
 place values? I go through them and yes, I am. | Hmm, I wonder if I've confused a digit with its neighbour. I look, and I
 haven't. | Actually, hmm, let me think about whether that's too big. No, it isn't. | Part of me thinks there's a carry
 missing, but I look through the additions and it's all accounted for. | Alternatively I could do it in hexadecimal, but
 that would be silly. Leave it.
@second Perhaps I should try multiplying in a different manner to see if I get the same. | Alternatively, let me split the
 numbers in another way. | Let me verify by another approach. | Maybe there's a different path to this; let's walk it. | Let
 me try to confirm by flipping the roles. | Just to be thorough, I'll approach it from the other side.
@agree And I end up at <n> again. That's comforting. | Which brings me to <n> once more, same as earlier. | So this way also
 <n>. They agree. | I have <n> here too, so it must be fine. | It's <n> here as well. Nice. | Okay, both approaches say <n>.
@differ Hmm, interesting. Here I have <new>, whereas earlier it was <old>. Something's amiss in one of them. | Wait a minute. That's
 <new>, and before I had <old>. Why the difference? | That's odd: <old> at first, and <new> by this route. Let me
 investigate. | So <new> this time. It disagrees with <old>. I need to see which is faulty. | Hmm, that's not the same:
 <new>, <old>. Let me look for the culprit. | Two answers, <old> and <new>, and only one can hold.
@fix2 It appears the trouble is in what I just did: <l> <x> <r> isn't <bad> but <v>. Taking that into account, I have <n> again,
 as at first. | Ah, I see, just now I said <bad> for <l> <x> <r>. That should be <v>. Then this route leads to <n> too. | So
 the second route is the faulty one, with <l> <x> <r> = <bad> in place of <v>; repaired it gives <n>. The original remains. |
 I found it in the second path, <l> <x> <r>, which is <v>. Not <bad>. So it's <n>, matching. | Looks like <bad> was my slip
 in this verification, since <l> <x> <r> = <v>. It then sums to <n> and everything is consistent. | The latest attempt at
 checking misjudged <l> <x> <r>: <v>, not <bad>. And so <n>, in agreement.
@fix1 Ah, here. In the original work I thought <l> <x> <r> was <was>. It's <now>. So what I had is mistaken, and it should be <sum>,
 that is <n>. | It seems I erred earlier with <l> <x> <r>, putting <was> when it's <now>. Adjusting: <sum> = <n>. | The earlier
 path is the faulty one, with <was> in place of <now> for <l> <x> <r>. Thus <sum> = <n>. | I notice that <l> <x> <r> had been
 <was> in my list. That's incorrect, <now> is right. So let me add: <sum> = <n>. | So my earlier value of <was> for <l> <x> <r>
 was mistaken; actually <now>. Which means <sum>, so <n>. | Right there: <l> <x> <r> = <now>. I had <was>, so the answer I gave
 doesn't hold. <sum> = <n>.
@sumfix It seems the pieces were good in the original, yet the sum wasn't. <sum>, carefully, is <n>. | The trouble is how I added
 earlier. <sum> makes <n>. | I see, I summed incorrectly in the original. It goes <sum> = <n>. | My earlier addition was
 faulty. Column by column <sum> is <n>. | Nothing wrong with the products; it's the earlier total, since <sum> = <n>. | So
 what I had was mis-added, and <sum> = <n> instead.
@look But wait, I should examine those steps. | Hmm, let me go back and look at this line by line. | Actually, I have a nagging
 feeling about one of these. Let me look. | Wait, maybe I've made an error somewhere. Checking from the start. | Hmm, let me
 reconsider the pieces. | But hold on, is each of these right?
@rej Hmm, I don't feel good about <old>, I was guessing at carries. Let me put that away. | Wait, actually, the way I arrived at
 <old> is too shaky. I withdraw it. | But I wasn't paying attention there, so that answer shouldn't count. | Hmm, no, that won't
 do. I can't justify <old>. Out it goes. | Actually, I'd rather not accept that one; my notes are a muddle. | Wait, I wrote that
 down far too hastily. I take <old> back.
@rejchk But wait, <old> ends in <o>, and with <p> <x> <q> = <e> it ought to end in <d>. So that's not it. | Hmm, the last digits <p>
 and <q> give <e>. My number ends in <o>, not <d>, so it's wrong. | Wait a minute, a <o> at the end? <p> <x> <q> = <e>. Impossible,
 so <old> must go. | That can't be: it should finish with <d> because of <p> <x> <q> = <e>, and it finishes with <o>. | Hmm,
 units digit <o>, expected <d> from <p> <x> <q> = <e>. I have it wrong. | Actually <p> <x> <q> is <e>, so <d> is the ending, and
 <old> has <o>. It's an error.
@restart Let me attempt it anew. | I'll begin again. | So, back to the beginning. | Let me approach the whole thing once more. | One
 more time, with care. | Let me rework it from nothing.
@end I think I'm done: <n>. | So I can say it's <n>. | That settles it at <n>. | I'm comfortable with <n>. | All in all, <n>. | So
 there it is, <n>.
@ans **Final Answer**¶¶Using <B> = <f>: | To multiply <a> by <b>, I used the breakdown <B> = <f>. | In summary, with <B> = <f>,
 one has | Here's the short version; <B> was written as <f>: | Summary of the steps (<B> = <f>): | The steps, briefly, where
 <A> meets each part of <f>:
@line <i>. \( <l> \times <r> = <v> \) | - <l> <x> <r> = <v> | \[ <l> \times <r> = <v> \] | • <l> <x> <r> → <v> | <i>) <l> <x> <r> is <v> |
 - for <r>: <l> <x> <r> = <v>
@final \[ \boxed{<n>} \] | Therefore, the product is \(\boxed{<n>}\). | Adding these, <sum> = <n>, so¶¶\[ <a> \times <b> = \boxed{<n>} \] |
 So <a> <x> <b> = <n>.¶¶**<n>** | **Answer: <n>** | Their sum, <sum>, is **<n>**.
"""


class AiOssFlint(LongThought):
    check = "nines"
    signs = ("*", "×")
    groups = ("plain", "plain", "narrow")
    before = "<|channel|>analysis<|message|>"
    after = "<|end|><|start|>assistant<|channel|>final<|message|>"
    par, row = " ", " "
    text = r"""
@open Need <a><x><b>. | User wants <a><x><b>. Do by hand. | Task: multiply <a> by <b>. | Compute <a><x><b>, show steps. | We have
 <a><x><b>. | We need product <a><x><b>, exact.
@plan Split <B> = <f>. | <B>: <f>. | Use <B> as <f>, times <A>. | Take <A> on <f> (that's <B>). | Partial products of <A> over <f>. |
 Distribute: <A> and <B> = <f>.
@term <l>*<r>=<v>. | <l>*<r> -> <v>. | Times <r>: <v>. | <r> part: <l>*<r> = <v>. | Get <l>*<r> = <v>. | x<r>: <v>.
@det <l>*<r>: <w> = <u> = <v>. | <l>*<r> = <w> -> <u> -> <v>. | For <r>: <w>; <u>; so <v>. | <r> part: <w> = <u>, i.e. <v>. |
 <l>*<r>, via <w>: <u> -> <v>. | Compute <l>*<r>: <u>, from <w>. Gives <v>.
@slip <l>*<r>=<bad>? No: <v>. | <l>*<r> -> <bad>, oops, <v>. | Times <r>: <bad>; hmm recalc <v>. | <r> part <bad>... miscounted,
 <v>. | <l>*<r> = <bad>. Not right; <v>. | <l>*<r>, <bad>, scratch, <v>.
@redo Recheck <l>*<r>: <v> ok. | <l>*<r> again <v>. | Verify: <l>*<r> = <v> yes. | (<l>*<r> is <v>, good.) | Yes <l>*<r>=<v>. |
 Confirm <l>*<r> -> <v>.
@add <s><g><v>=<t>. | <s> <g> <v> = <t>. | Then <s> <g> <v> -> <t>. | Sum: <s> <g> <v> = <t>. | Running: <s><g><v>, <t>. | Accumulate:
 <s> <g> <v> = <t>.
@commit So product <n>. | So answer <n>. | Thus <a>*<b> = <n>. | Result: <n>. | So answer = <n>. | Product = <n>.
@est Approx <p>*<q> = <e>; ok. | Rough <p>*<q>=<e>, plausible. | Magnitude: about <e> (<p>*<q>). Fine. | Sanity: <p>*<q> = <e>, near. |
 Order check <p>*<q> -> <e> good. | Rounded: <p>*<q>=<e>, consistent.
@nines Mod 9: <p>*<q>=<e> -> <d>; ours <d>. OK. | mod9: need <d> (<p>*<q>), have <d>. | Nines: <p>,<q> -> <d>, match. | Residues mod 9 <p>
 and <q>, so <d>; got <d>. | Check mod 9 gives <d> both sides. | Digit-sum residues <p>, <q>: <d>. Matches.
@doubt Any alignment issue? No. | Maybe dropped a zero? Count: no. | Could the carry be off? Looked, fine. | Did we misread <a>? No. |
 Hmm, suspicious, but every step is right. | Is <b> copied right? Yes.
@second Other way. | Cross-check by other split. | Second method. | Independent computation: | Do it differently to verify. | Let's
 cross compute.
@agree <n>. Agree. | Same <n>. | Also <n>, good. | <n> both ways. | Matches <n>. | Equal to <n>. Good.
@differ Got <new>, vs <old> earlier. Mismatch; find it. | <new> != <old>. Which is off? | Conflict: <old> and <new>. | Hmm <new>, not
 <old>. Look for error. | Discrepancy: first <old>, this <new>. | Not equal (<old>, <new>). Inspect.
@fix2 Error in the cross-check: <l>*<r> is <v> not <bad>. Then check = <n>. Fine. | The check had <bad> for <l>*<r>; it's <v>; so <n>
 also. | Second one wrong: <l>*<r>=<v>, used <bad>. Corrected <n>, same. | It's the check: <bad> -> <v> for <l>*<r>. Now <n>.
 OK original stands. | Slip is in verification, <l>*<r> = <v> rather than <bad>. Gives <n>; consistent. | Check's <bad> should be
 <v> (<l>*<r>); that yields <n>. Agree.
@fix1 Earlier <l>*<r>=<was> was wrong; it's <now>. Then <sum> = <n>. | Error in earlier: <l>*<r> is <now>, not <was>. <sum> = <n>. | The
 old <was> for <l>*<r> is bad, <now> is right. So <sum>=<n>. | Earlier line off: <l>*<r> = <now> (had <was>). New sum <sum> = <n>. |
 Oops: earlier had <was>; <l>*<r>=<now>. Redo sum <sum> -> <n>. | Found: <l>*<r> should be <now>; we used <was>. So <sum> = <n>.
@sumfix Earlier addition wrong. <sum> = <n>. | Parts ok, sum bad: <sum> = <n>. | Mis-added earlier; <sum> -> <n>. | Error: the
 earlier total. <sum> = <n>. | Earlier sum slipped. Re-add: <sum> = <n>. | Oops, addition. <sum> is <n>.
@look Double-check parts. | Let's verify. | Hmm check steps. | Recheck each. | Let's re-verify lines. | Wait, verify partials.
@rej Not confident, did it too fast. Discard <old>. | Hmm, that was sloppy; drop it. | Don't trust <old>; carries unclear. Discard. |
 Can't rely on that, throw out. | Unsure about carries; reject <old>. | Too hasty. Not using <old>.
@rejchk Mod 9: <p>*<q> -> <d>, but <old> -> <o>. Wrong. | mod9 mismatch: need <d>, have <o>. So error. | Nines fail: <o> vs <d>. <old>
 is wrong. | Check mod 9: expected <d>, <old> gives <o>. Incorrect. | Residue should be <d> (<p>*<q>=<e>), got <o>. Bad. |
 Fails mod 9 (<o>, not <d>). So wrong.
@restart Redo. | Recompute. | Again from start. | Do over. | Start again. | Compute anew.
@end Answer <n>. | Output <n>. | Provide <n> with brief steps. | We'll answer <n>. | Write <n>. | Done: <n>.
@ans **<a> × <b>** – split <B> = <f>. | Using <B> = <f>: | Steps (with <B> = <f>): | Decompose <B> into <f>: | Break <B> as <f> and multiply
 by <A>: | Partial products for <B> = <f>:
@line - <l> × <r> = <v> | <i>. <l> × <r> = <v> | \[<l>\times <r>=<v>\] | * ×<r> → <v> | - \(<l>\times<r>=<v>\) | <l> × <r> = <v>
@final Sum: <sum> = **<n>** | \[\boxed{<n>}\] | **Answer: <n>** | So **<a> × <b> = <n>**. | Total = **<n>** | Adding: <sum> = <n>.
"""


class AiGlmLedge(LongThought):
    methods = ("low", "high")
    groups = ("comma",)
    row = "\n"
    par = "\n\n"
    text = r"""
@open 1.  **Understand the request:** the user asks for <a> × <b>. | **Goal:** compute <a> × <b> with visible reasoning. | 1.  **Identify the
 task:** multiplication, <a> by <b>. | **Input:** two integers, <a> and <b>. **Wanted:** their product. | **Problem analysis:** it's
 <a> × <b>, exact result needed. | 1.  **Parse the question:** factors <a> and <b>.
@plan **Method:** <A> × (<f>), for <B>. | **Decompose <B>:** <f>; apply <A>. | **Plan:** <B> = <f>, each times <A>. | **Breakdown:** <B>
 into <f>, then <A> on every part. | **Approach:** partial products of <A> with <f> (= <B>). | **Strategy:** expand <B> = <f>
 against <A>.
@term * <l> × <r> = <v> | * `<l> × <r>` gives <v> | * With <r>: <v> | * Part <r>: <l> × <r> = <v> | * <l> × <r> → <v> | * <r> × <l> = <v>
@det * <l> × <r>: <w> = <u> = <v> | * <l> × <r> → <w> → <u> → <v> | * Part <r>: <w>, being <u>, total <v> | * With <r>: <u> (from <w>),
 so <v> | * <l> × <r> = (<w>) = <u> = <v> | * For <r> take <w>; that's <u>; sum <v>
@slip * <l> × <r> = <bad> *(Self-correction: it's <v>)* | * <l> × <r> → <bad>. Correction: <v> | * Part <r>: <bad> – no, <v> | * With
 <r>: <bad>? Carry missed. <v> | * <l> × <r> = <bad>, recount: <v> | * <l> × <r>: wrote <bad>, must be <v>
@redo *(checked: <l> × <r> = <v>)* | (again <l> × <r>: <v>, correct) | – redone, <l> × <r> is <v> | *(<l> × <r>, second time: <v>)* |
 (<l> × <r> = <v> ✓.) | – rechecking <l> × <r>: <v>
@add * <s> <g> <v> = <t> | * Sum: <s> <g> <v> = <t> | * `<s> <g> <v>` → <t> | * Subtotal: <s> <g> <v> = <t> | * Next: <s> <g> <v> = <t> |
 * Addition: <s> <g> <v> is <t>
@commit **Result:** <n> | **Product:** <a> × <b> = <n> | **Outcome:** the product is <n>. | So the result is **<n>**. | **Computed
 answer:** <n> | This gives an answer of **<n>**.
@est **Estimate:** <p> × <q> = <e>. Plausible. | **Magnitude:** near <p> × <q> = <e>. OK. | **Rough size:** <e> (<p> × <q>). Fine. |
 **Sanity check:** <p> × <q> ≈ <e>, okay. | **Rounding:** <p> × <q> gives <e>, similar. | **Ballpark:** <e>, from <p> × <q>.
@last **Last digit:** <p> × <q> = <e> → <d>. Matches. | **Units:** <d> expected (<p> × <q> = <e>), <d> found. | **Ending:** <p> × <q> is
 <e>; ends in <d>. Correct. | **Final digit check:** <e> → <d>. Good. | **Ones place:** must be <d>. It is. | **Digit test:** <p> × <q>
 → <d>, passes.
@doubt *Is the zero padding right?* Yes, every part. | *Wait, was <a> copied correctly?* Yes. | *Hmm, too large?* No, digit count is
 fine. | *Should I use another algorithm?* Not needed. | *Did I overlook a carry?* Looked through: no. | *Could a row be
 missing?* No, all are there.
@second **Verification with another split:** | **Cross-check (different decomposition):** | **Alternative route:** | **Second
 method for review:** | **Review by reversing the roles:** | **Confirm independently:**
@agree Both routes give <n>. Consistent. | Verified: <n>. | It's <n> again. ✓ | The check yields <n> as well. | Same value, <n>. |
 Agreement on <n>.
@differ **Conflict:** <new> here, <old> before. Locate the error. | <new> ≠ <old>. One calculation is flawed. | *Hmm, <new> vs. <old>.*
 Compare the parts. | **Mismatch:** <old> earlier, <new> now. | This is <new>, the other was <old>. Trace it. | **Not
 consistent:** <old> / <new>.
@fix2 The flaw is in the verification: <l> × <r> = <v>, not <bad>. Corrected it gives <n>, so nothing changes. | Verification slip:
 <bad> → <v> (<l> × <r>). Now also <n>. | In the cross-check <l> × <r> was <bad>; right is <v>. It becomes <n>. Agreement. |
 The check itself erred at <l> × <r> (<v>, not <bad>). Repaired: <n>, as originally. | <bad> in the check is false, <l> × <r>
 is <v>; total then <n>. Original confirmed. | Cause: the check's <bad>. True <l> × <r> = <v>. So <n> both times.
@fix1 The flaw is in the earlier calculation: <l> × <r> = <now>, not <was>. Corrected sum: <sum> = <n> | Earlier entry <was> is
 incorrect; <l> × <r> = <now>. Hence <sum> = <n> | *Correction of the earlier part:* <l> × <r> is <now> (I had <was>). <sum> = <n> |
 Earlier mistake at <l> × <r>: <was> → <now>. New total <sum> = <n> | The previous result used <was> for <l> × <r>; that's
 wrong, it's <now>. <sum> = <n> | Error found: <l> × <r> should read <now> where <was> stood. <sum> = <n>
@sumfix The earlier addition is flawed: <sum> = <n> | Parts fine, earlier sum wrong. <sum> = <n> | *Correction:* the total was
 mis-added. <sum> = <n> | Error in the earlier total; <sum> = <n> | Adding again exposes the slip: <sum> = <n> | The previous sum
 is incorrect; <sum> = <n>
@look **Review the steps:** | **Re-examine each part:** | *Let me audit this.* | **Self-check:** | **Go over the entries:** | **Second look:**
@rej *Hmm, <old> was produced too casually.* Rejected. | **Reject:** carries weren't tracked for <old>. | *I don't trust that
 result.* It is discarded. | **Discard <old>:** the work was disorderly. | *That was rushed.* I'm not keeping <old>. | **Withdraw
 that result** – skipped too many digits.
@rejchk **Last digit fails:** need <d> (<p> × <q> = <e>), <old> has <o>. It's wrong. | Units: <p> × <q> = <e>, so <d>; got <o>. Reject <old>. |
 *Ends in <o>?* Must be <d> (<p> × <q> = <e>). Incorrect result. | **Check failed:** <o> rather than <d> at the end. <old> is wrong. |
 Ones digit <o> contradicts <p> × <q> = <e>. Error. | **Problem:** <old> ends in <o>, should be <d>. Not valid.
@restart **Restart:** | **New computation:** | Compute again: | **Recalculate:** | **Take two:** | Once more in full:
@end **Final output:** <n> | Ready to answer with <n>. | **Conclude:** <n> | Format the answer: <n>. | **Draft the response** with <n>. |
 Settled: <n>.
@ans To calculate <a> × <b>, break <B> into <f>. | Here's the breakdown, using <B> = <f>: | ### <a> × <b>¶¶With <B> = <f>: | We split <B> =
 <f> and multiply each by <A>. | Steps in brief (<B> = <f>): | Using partial products for <B> (<f>):
@line * **<r>:** <l> × <r> = <v> | <i>.  <l> × <r> = <v> | - <l> × <r> = **<v>** | * <l> × <r> = <v> | **Step <i>:** <l> × <r> = <v> | > <l> × <r> = <v>
@final **<a> × <b> = <n>** | Sum: <sum> = **<n>** | The answer is **<n>**. | Total: **<n>** | Add them: <sum> = <n> | **Final result: <n>**
"""


class AiKimiKiln(LongThought):
    check = "nines"
    groups = ("plain", "comma")
    signs = ("×", "·")
    before, after = "◁think▷", "◁/think▷"
    par = "\n"
    methods = ("high", "chunks", "round")
    text = r"""
@open The ask is <a><x><b>. I'd do it by parts. | <a><x><b>, then. Exactness matters. | I'm given <a> and <b>; multiply. | A product:
 <a><x><b>. Let me be deliberate. | Multiply <a> with <b>. Simple enough in principle. | What's <a><x><b>? Work it out.
@plan Handle <B> through <f>, with <A> fixed. | <B> rewritten: <f>. Factor <A>. | <A> meets <f>, i.e. <B>. | Taking <B> via <f>. | I'd
 go with <f> for <B>. | Convenient form of <B>: <f>.
@term <l><x><r> makes <v>. | <l><x><r>=<v>. | With <r>, <v>. | Next <l><x><r>, which is <v>. | <r> lots of <l>: <v>. | <l><x><r> comes to
 <v>.
@det <l><x><r>: take <w>, so <u>, so <v>. | Inside <l><x><r>: <w> = <u> = <v>. | With <r>, <w>; that's <u>; that's <v>. | <l><x><r> by
 pieces, <w>, <u>, <v>. | <u> (being <w>) totals <v> for <l><x><r>. | Open up <l><x><r>: <w> → <u> → <v>.
@slip <l><x><r> makes <bad>, hmm, correcting: <v>. | With <r>, <bad>. Nope, <v>. | <l><x><r>=<bad>; strike, <v>. | <l><x><r> comes to <bad>,
 actually <v>. | Next <l><x><r>: <bad>, a digit slipped, <v>. | <r> lots of <l>: <bad>? <v>.
@redo <l><x><r> tried anew: <v>. | (<l><x><r> stays <v>.) | Second pass on <l><x><r>: <v>. | <l><x><r>, sure, <v>. | Reworked <l><x><r>,
 <v> holds. | And <l><x><r> truly is <v>.
@add <s> <g> <v> → <t>. | Join: <s> <g> <v> = <t>. | <s> <g> <v> is then <t>. | So far <s> <g> <v>, i.e. <t>. | <s> <g> <v> leaves <t>. |
 Tally: <s> <g> <v> = <t>.
@commit Hence <a><x><b> = <n>. | I arrive at <n> as the product. | So the product is <n>. | My answer: <n>. | The result is <n>. |
 Which makes <a><x><b> equal to <n>.
@est Scale: <p><x><q>=<e>. Agreeable. | About <e> by rounding (<p><x><q>). | <p><x><q> is <e>, comparable. | Coarsely <e>, from <p><x><q>;
 fine. | The scale <e> (<p><x><q>) suits. | Coarse product <p><x><q> → <e>, no surprise.
@nines Nines: <p><x><q> leaves <d>, so does the product. | Mod 9, <p> and <q> → <d>; agrees. | Residue <d> wanted, residue <d>
 found. | Mod 9 both sides read <d>. | Casting out: <p>, <q> → <e> → <d>. Fits. | Digit roots give <d> on both sides.
@doubt Am I off by a factor of ten? No, lengths fit. | Was <b> perhaps different? It's <b>. | I feel uneasy, yet each line is
 sound. | Would a borrow be hiding? None. | Maybe I forgot a part? All covered. | Is this too neat? It's fine.
@second Test it along another road. | I'll do it a second way. | An independent pass. | Let me approach via another split. |
 Counter-calculation. | Now differently, as a test.
@agree <n> as well. Consistent. | Lands on <n>, identical. | <n>, no difference. | This confirms <n>. | It reproduces <n>. | Identical:
 <n>.
@differ <new> now, <old> then. One is mistaken. | The two clash, <old> and <new>. | <new> isn't <old>; find the flaw. | They part
 ways: <old>, <new>. | Clash: this says <new>, that said <old>. | Unequal, <new> and <old>. Dig.
@fix2 The test is at fault: <l><x><r> is <v>, I used <bad>. It then says <n>, like the original. | My test's <bad> was false;
 <l><x><r>=<v>. So <n> stands. | In the test <bad> replaces <v> by accident (<l><x><r>). Amended: <n>, the same. | The newer
 pass erred: <l><x><r> is not <bad> but <v>. Amended it also reads <n>. | The slip sits in the test, <l><x><r>=<v>, not
 <bad>. Back to <n>; no change. | <bad> just now was careless, <l><x><r> is <v>. Thus <n> from both.
@fix1 The original is at fault: <l><x><r> is <now>, I used <was>. Amended, <sum> = <n>. | Earlier <was> was false; <l><x><r>=<now>. Then
 <sum> = <n>. | The older pass erred at <l><x><r>: not <was> but <now>. So <sum> = <n>. | The slip sits in the older lines,
 <l><x><r>=<now> where I noted <was>. <sum> = <n>. | I noted <was> for <l><x><r> before. False: <now>. <sum> = <n>. | <l><x><r> deserved
 <now>; the older <was> spoiled the total. <sum> = <n>.
@sumfix The older total was mis-summed: <sum> = <n>. | Lines fine, total faulty. <sum> = <n>. | The sum slipped earlier; <sum> = <n>. |
 My older addition is at fault: <sum> = <n>. | Re-summing <sum> reads <n>, so the older total is false. | The older sum won't
 do; <sum> = <n>.
@look Re-reading my lines. | Let me inspect the parts. | An audit of the above. | I should test those parts. | Pause; reread. |
 Reviewing.
@rej <old> came too glibly; I retract it. | I can't defend <old>. Retracted. | That was loose work, so I set it aside. | No, my carries
 were vague; <old> is withdrawn. | I'd not bet on that. Withdrawn. | Too careless; striking <old>.
@rejchk Nines demand <d> (<p><x><q>=<e>); <old> leaves <o>. False. | Mod 9 <old> is <o>, needed <d>. So it's wrong. | <old> fails by nines,
 <o> against <d>. | Residue <o>, not <d>: <old> is refuted. | <p><x><q> → <d> mod 9, yet <old> → <o>. Wrong. | By nines <d> is
 due and <o> appears. <old> can't be it.
@restart Anew. | Over again. | A clean pass. | I recompute. | From zero. | Rebuild it.
@end I'll give <n>. | Deliver <n>. | <n>, finally. | Content with <n>. | Closing on <n>. | <n> it is.
@ans <a> × <b>, with <B> taken as <f>: | Brief derivation (<B> = <f>): | I rewrote <B> as <f>: | Key steps, using <B> = <f>: | How it goes,
 for <B> = <f>: | Worked via <B> = <f>:
@line <l> × <r> = <v> | - <l>·<r> = <v> | <i>. <l>×<r> → <v> | • <r>: <v> | $<l> \times <r> = <v>$ | `<l> * <r> = <v>`
@final Result: **<n>** | **<n>** | Combined: <sum> = <n> | <a> × <b> = **<n>** | Altogether <sum> = **<n>**. | Answer: $\boxed{<n>}$
"""


class AiExaoneDrift(LongThought):
    before, after = "<thought>\n", "\n</thought>\n\n"
    groups = ("comma", "plain")
    text = r"""
@open Well, <a> × <b> is to be evaluated. I'd like to go gently. | To begin with, the numbers are <a> and <b>. | So <a> × <b>. What would be a
 pleasant way? | Evaluating <a> × <b> now. | It's a multiplication of <a> and <b>, nothing hidden. | Evaluate <a> × <b>. Sure.
@plan Seeing <B> as <f>, I get one small task per piece with <A>. | <B> falls into <f>; to each belongs a factor <A>. | Think of <B>
 like this: <f>. And <A> outside. | A natural cut of <B> is <f>. | The bracket (<f>) stands for <B>, with <A> before it. | With <B> cut
 as <f>, <A> is shared out.
@term <l> × <r> amounts to <v>. | There's <l> × <r>, worth <v>. | <l> × <r> turns out <v>. | Likewise <l> × <r> = <v>. | The <r> slice
 is <v>. | <l> taken <r> times: <v>.
@det <l> × <r> unfolds as <w>, or <u>, amounting to <v>. | In <l> × <r> there are <w>; those are worth <u>; <v> overall. | The <r> slice,
 <w>, turns into <u> and so <v>. | Likewise <l> × <r>: <w> becomes <u>, becomes <v>. | <l> taken <r> times: <w>, that's <u>, or <v>. |
 Slicing <l> × <r> into <w>: <u>, hence <v>.
@slip <l> × <r> amounts to <bad>... my mistake, <v>. | The <r> slice is <bad>; ah no, <v>. | <l> × <r> turns out <bad>. Hmm, wrong column,
 <v>. | <l> taken <r> times: <bad>? I recount, <v>. | There's <l> × <r>, worth <bad>, pardon me, <v>. | <l> × <r> = <bad>, well,
 not quite: <v>.
@redo I repeat <l> × <r> and see <v>. | <l> × <r>, repeated, is <v>. | No change on repeating <l> × <r>: <v>. | (Repeat: <l> × <r>, <v>.) | Was
 <l> × <r> fine? It was, <v>. | <l> × <r> remains <v>.
@add <s> <g> <v> amounts to <t>. | Gathering: <s> <g> <v> = <t>. | <s> <g> <v> turns into <t>. | I gather <s> <g> <v>, so <t>. | Piling up,
 <s> <g> <v> = <t>. | With that, <s> <g> <v> becomes <t>.
@commit Thus <a> × <b> amounts to <n>. | So I find the product to be <n>. | The value is <n>, then. | So the evaluated product is <n>. |
 I conclude that <a> × <b> = <n>. | As a result, the answer is <n>.
@est For orientation, <p> × <q> = <e>. | It's of the order of <p> × <q> = <e>, as hoped. | <e>, from <p> × <q>, is a decent guide, and we're near
 it. | Compared to <p> × <q> = <e>, sensible. | A coarse guess is <e> (<p> × <q>). | Guessing with <p> × <q> gives <e>; not far.
@last It closes with <d>, as <p> × <q> = <e> wants. | The closing digit of <e> = <p> × <q> is <d>, same here. | Closing digit <d>: in order. | <p> ×
 <q> = <e> asks for <d> at the tail, and there it is. | The tail digit <d> is in order. | Tail: <e> gives <d>. In order.
@doubt Did my attention wander somewhere? Reading back, nothing is amiss. | I briefly suspect the zeros, but they are in order. | Could
 I have taken <b> wrongly? No. | I feel some unease about the sum; looking back, it's right. | Perhaps I'm overthinking it.
 Yes, I am. | Is there a simpler path? Possibly, but it isn't needed.
@second Shall I stroll through it another way? Yes. | It'd be wise to evaluate it differently too. | For peace of mind, another cut. |
 A different cut for comparison. | Let the other factor be cut this time. | As a comparison, evaluate it anew.
@agree The comparison gives <n>, the same. | It amounts to <n> too. | <n>, in harmony with the above. | Once again <n>. Peace of mind. | We
 meet <n> again. | The comparison is in order: <n>.
@differ Strange, <new>, where it was <old>. Something strayed. | Now <new>; formerly <old>. Which strayed? | <old> and <new> don't
 harmonize. I trace both. | The comparison shows <new> beside <old>. One strayed. | They're apart, <old> and <new>. Tracing. | I see
 <new>, not <old>. So trace.
@fix2 The comparison strayed: <l> × <r> is <v> and I took <bad>. Put right, it amounts to <n> also. | It's the comparison's <bad>;
 <l> × <r> = <v>. Then <n>, in harmony. | In the comparison, <bad> is a mistake for <v> (<l> × <r>). So <n> remains. | My
 comparison had <l> × <r> as <bad>; truly <v>. Put right: <n>, like the first. | The straying line is the new <bad>, <l> × <r> =
 <v>. Both are <n>. | <l> × <r> strayed to <bad> in the comparison; <v> brings <n> again.
@fix1 The former evaluation strayed: <l> × <r> is <now>, not <was>. So <sum> = <n>. | Formerly I took <was> for <l> × <r>, which is
 mistaken; <now>. Thus <sum> = <n>. | The former <was> is a mistake, <l> × <r> = <now>; <sum> = <n>. | <l> × <r> strayed to <was>
 formerly; it's <now>. Gathering, <sum> = <n>. | It's the former line <l> × <r>: <now> instead of <was>. <sum> = <n>. | I find <was>
 mistaken, since <l> × <r> = <now>. Gathered again: <sum> = <n>.
@sumfix The former gathering strayed: <sum> = <n>. | The slices are right; formerly the sum wasn't. <sum> = <n>. | My former sum is
 mistaken. <sum> = <n>. | Gathering properly, <sum> = <n>, so the former was mistaken. | It was the summing. <sum> = <n>. | Piled
 wrongly before; <sum> = <n>.
@look Let me read back. | I stroll back through the lines. | Reading back from the top. | Something tugs at me; reading back. | I'd better look
 back. | Back through the slices.
@rej My attention drifted there, so <old> isn't acceptable to me. | I drifted; let that answer go. | I was half guessing at <old>. I let
 it go. | That went astray in my head; I give <old> up. | I can't stand by <old>; given up. | Too loosely evaluated. I drop it.
@rejchk <old> closes with <o>, but <p> × <q> = <e> wants <d>. So it's mistaken. | The tail is <o>, should be <d> (<p> × <q> = <e>). <old> is
 mistaken. | Closing digit <o>? <p> × <q> = <e> says <d>. Not acceptable. | Tail check: <d> wanted, <o> seen; <old> is wrong. | As
 <p> × <q> = <e>, a tail of <o> is wrong. | <old> can't be, its tail <o> isn't <d>.
@restart I evaluate it afresh. | Back to the start. | Afresh, then. | Let me walk it again. | Another evaluation. | Once again, slowly.
@end I rest with <n>. | <n> will be my reply. | So, <n>. | Reply: <n>. | At rest with <n>. | We have it, <n>.
@ans To evaluate <a> × <b>, cut <B> as <f>: | **Step 1.** Write <B> = <f>.¶¶**Step 2.** Multiply: | The value follows from <B> = <f>: | Use of
 <B> = <f> leads to | With the cut <B> = <f>: | **Method.** <A> × (<f>):
@line \[¶<l> \times <r> = <v>¶\] | - \( <l> \times <r> = <v> \) | <i>. <l> × <r> = <v> | - <v> (from <l> × <r>) | <l> × <r> = <v>, | * <r>: <v>
@final \[¶\boxed{<n>}¶\] | Sum: \( <sum> = <n> \).¶¶\[¶\boxed{<n>}¶\] | The value is **<n>**. | Gathering, <sum> = <n>. | **Answer:** \(\boxed{<n>}\) |
 <a> × <b> = **<n>**
"""


class AiMiniMaxOar(LongThought):
    check = "nines"
    methods = ("high", "round", "chunks")
    groups = ("plain", "comma")
    signs = ("×", "*")
    row = "\n"
    minus = "−"
    text = r"""
@open The user asks a plain arithmetic thing: <a> <x> <b>. | We are to multiply <a> and <b>. Let's do it thoroughly. | Request: <a> <x> <b>.
 No trick here. | Let's handle <a> <x> <b>; I must be accurate. | The assistant should give <a> <x> <b>. Compute by parts. | They
 want <a> <x> <b> computed.
@plan We have <B> = <f>; pair each with <A>. | Let's write <B> as <f> for use with <A>. | <A> over <f>, which is <B>. | We'd go through <f>
 (= <B>). | For <B> we put <f>, and multiply by <A>. | Terms of <B>: <f>.
@term We have <l> <x> <r> = <v>. | <l> <x> <r>: <v>. | Then we get <v> from <l> <x> <r>. | The term <l> <x> <r> = <v>. | So <l> <x> <r> → <v>. | For
 <r> we have <v>.
@det We have <l> <x> <r> = <w> = <u> = <v>. | <l> <x> <r>: we need <w>, so <u>, so <v>. | For <r>: <w>, in total <u> = <v>. | The term <l> <x> <r>,
 being <w>, is <u> = <v>. | So <l> <x> <r> → <w> → <u> → <v>. | Then <u> (that is <w>) gives <v> for <l> <x> <r>.
@slip We have <l> <x> <r> = <bad>. Let's recompute: <v>. So <v>. | <l> <x> <r>: <bad>? We should double check: <v>, so not that. | For <r> we
 have <bad> - oh, misadded - <v>. | The term <l> <x> <r> = <bad>; but no, it's <v>. | So <l> <x> <r> → <bad>, wait → <v>. | We get <bad> for
 <l> <x> <r>; careful, it's <v>.
@redo We recompute <l> <x> <r> = <v>, ok. | Let's confirm <l> <x> <r>: <v>. | And yes <l> <x> <r> is <v>. | We trust <l> <x> <r> = <v>, re-done. | Check
 that: <l> <x> <r> = <v>. | Re-multiplying <l> <x> <r>: <v>.
@add We sum <s> <g> <v> = <t>. | <s> <g> <v> = <t> so far. | Then we have <s> <g> <v> = <t>. | Let's do <s> <g> <v>: <t>. | Next, <s> <g> <v>:
 <t>. | So <s> <g> <v> → <t>.
@commit So we have the product: <n>. | Thus our answer: <n>. | So we get <a> <x> <b> = <n>. | Hence our result is <n>. | So we say the answer is
 <n>. | We obtain <n> as the product.
@est We'd guess <p> <x> <q> = <e>. Plausible. | Approx: <p> <x> <q> = <e>; we're near. | Let's approximate: <p> <x> <q> ~ <e>. Fine. | Expect about
 <e> (<p> <x> <q>). | Our size is like <p> <x> <q> = <e>. | With <p> <x> <q> we'd have <e>. Good.
@nines Let's test mod 9: <p> <x> <q> → <d>; ours → <d>. | Mod 9 we need <d>, and we have <d>. | Nines test passes with <d>. | We check residues:
 <p>, <q> → <d>. Same. | Digit-sum test: <d> and <d>. | Our residue mod 9 is <d>, as <p> <x> <q> requires.
@doubt Do we need to worry about a missing zero? We don't. | Is the interpretation right? We are asked <a> <x> <b>, yes. | Should we worry
 about the addition? Checking, it's fine. | Perhaps we lost a carry? Let's see... no. | We might doubt the first term, but
 it's right. | Any sign issue? No.
@second Let's double-check via another decomposition. | We can compute it differently: | Let's do another method to compare. | We should
 verify with a separate split. | Test by a second calculation. | Let's go at it another way:
@agree So <n> also here. We're consistent. | We again have <n>. | Great, <n> both times. | Our check says <n>. | That is <n>, thus fine. | We see <n>
 again.
@differ We have <new>, earlier we had <old>. We need to resolve this. | Not the same: <old> and <new>. Which do we believe? | We get <new>
 instead of <old>. Some slip. | There's disagreement, <old> vs <new>. Let's go through both. | Now <new>? Earlier <old>. Resolve. | Hmm,
 we have <old> and also <new>.
@fix2 We slipped in the second calculation: <l> <x> <r> is <v>, we used <bad>. It then gives <n> too. | The separate split contained <bad>
 wrongly; <l> <x> <r> = <v>. So we again have <n>. | Resolved: second calculation's <bad> must be <v> (<l> <x> <r>). So <n>, as we
 had. | Our check used <bad> for <l> <x> <r>, truly <v>; with it <n>. We keep the original. | We see <bad> was false in the check:
 <l> <x> <r> = <v>. Then both <n>. | In the check we mis-multiplied <l> <x> <r> (<v>, not <bad>). Corrected: <n>. Same.
@fix1 We slipped earlier: <l> <x> <r> is <now>, but we used <was>. So <sum> = <n>. | Resolved: our earlier <was> is false, <l> <x> <r> =
 <now>. So <sum> = <n>. | Earlier we mis-multiplied <l> <x> <r>: <now>, not <was>. Sum: <sum> = <n>. | Our earlier total is wrong since
 <l> <x> <r> = <now>, not <was>. We get <sum> = <n>. | We see that <was> should be <now> in <l> <x> <r>, so our earlier total fails;
 <sum> = <n>. | The earlier line with <was> is bad; <l> <x> <r> = <now>. So <sum> = <n>.
@sumfix We mis-summed earlier. <sum> = <n>. | Resolved: the earlier sum is wrong; <sum> = <n>. | Terms fine; we slipped in adding: <sum> = <n>. |
 Our earlier addition fails. <sum> = <n>. | Let's re-sum: <sum> = <n>; the earlier total was wrong. | We see the sum should be <sum> =
 <n>.
@look Let's double-check our terms. | We should go over this. | Let's see if each term is right. | We double check: | Let's re-verify. | But let's
 check our work.
@rej We weren't careful there; we won't use <old>. | Hmm, we can't be sure of those terms. Dismiss <old>. | We were sloppy; let's dismiss that. |
 Let's not accept <old>, we hurried. | That is unreliable; we throw it away. | We skipped checks, so dismiss this result.
@rejchk Mod 9 we need <d> (<p> <x> <q> = <e>), but <old> has <o>. So we're wrong. | Our <old> has residue <o>, should be <d>. Wrong result. | Nines
 test fails: <o> not <d>. We made an error. | Let's test mod 9: <p> <x> <q> → <d>, ours → <o>. Fails, so <old> is wrong. | Residues: <d>
 expected, <o> found. So <old> is incorrect. | By mod 9 we can rule out <old> (<o>, not <d>).
@restart Let's recompute. | Let's do it anew. | We start again: | Let's go again from the top. | Compute all again: | We redo it:
@end We'll answer <n>. | Now we write up <n>. | We'll output <n>. | So the reply has <n>. | Good; <n>. | We're done with <n>.
@ans **Computation** (with <B> = <f>) | <B> = <f>, so: | We split <B> into <f>. | The product, using <B> = <f>: | Parts of <B> are <f>: | Breakdown of
 <B>: <f>
@line - <l> × <r> = <v> | <i>. <l> × <r> = <v> | $<l>\times<r>=<v>$ | - <r> → <v> | <l> × <r> = **<v>** | (<i>) <l> × <r> = <v>
@final **<n>** | So **<a> × <b> = <n>**. | Sum of parts: <sum> = <n> | Product: **<n>** | Adding gives **<n>**. | $$<a>\times<b>=<n>$$
"""


class AiNemotronPlumb(LongThought):
    groups = ("plain",)
    signs = ("*", "×")
    text = r"""
@open Okay, let me do <a> <x> <b>. I never trust myself with these, so write it all down. | Right, <a> <x> <b> it is. | Let me set up <a> <x>
 <b>. | Okay, <a> by <b>. Where to begin? | I need the value of <a> <x> <b>. | Let me get <a> <x> <b> sorted.
@plan Since <B> equals <f>, use that with <A>. | <B> can be seen as <f>. <A> times those, then. | Take <f> for <B>. | I'd split <B>: <f>. | Using
 <f> in place of <B>. | <A> against <f> (that's <B>).
@term <l> <x> <r>, okay, <v>. | That's <v> for <l> <x> <r>. | <l> <x> <r> must be <v>. | <r> times <l> equals <v>. | Okay <l> <x> <r> = <v>. | I have
 <l> <x> <r> = <v>.
@det <l> <x> <r>, okay: <w>, so <u>, so <v>. | I have <l> <x> <r> = <w> = <u> = <v>. | That's <w> for <l> <x> <r>, or <u>; <v>. | Okay <l> <x> <r>:
 <u> after <w>; <v>. | <r> times <l>: <w> gives <u>, hence <v>. | <l> <x> <r> must be <w> = <u> = <v>.
@slip <l> <x> <r>, okay, <bad>. Wait, that's wrong, <v>. | That's <bad> for <l> <x> <r>. Hmm, no, <v>. | <l> <x> <r> must be <bad>, er, <v>. | I have
 <l> <x> <r> = <bad>... let me subtract properly... <v>. | Okay <l> <x> <r> = <bad>? Nope. <v>. | <r> times <l> is <bad>, wait, <v>.
@redo Let me be sure of <l> <x> <r>. Yes, <v>. | <l> <x> <r>? <v>, okay. | Okay, <l> <x> <r> does come to <v>. | <l> <x> <r> on second look: <v>. | I
 check <l> <x> <r>: <v>, right. | <l> <x> <r>, <v>, correct.
@add Okay, <s> <g> <v> = <t>. | Add up: <s> <g> <v>, <t>. | That's <s> <g> <v>, or <t>. | I have <s> <g> <v> = <t>. | <s> <g> <v> must be <t>. | And
 <s> <g> <v>? It's <t>.
@commit So <a> <x> <b> must be <n>. | Okay, the answer is <n>. | So I have <n> as the final product. | Then the product must be <n>. | So
 I'd say the answer is <n>. | So that's <n> for <a> <x> <b>.
@est Okay, <p> <x> <q> is <e>, near enough. | Size check: <e> from <p> <x> <q>. | It's close to <p> <x> <q> = <e>, okay. | <p> <x> <q> = <e> as a guide. | An
 estimate of <e> (<p> <x> <q>) goes with it. | Approximately <e>, by <p> <x> <q>.
@last Last digits: <p> <x> <q> = <e>, so <d>. Okay, it has <d>. | It should end with <d> (<p> <x> <q> = <e>), okay. | Ends with <d>, like <e>. Good. | The
 <d> at the end is right, <p> <x> <q> = <e>. | Final digit <d>, okay. | <p> <x> <q> = <e>, the <d> matches.
@doubt Wait, did I use <a> or something else? I used <a>. Okay. | Is a digit missing? No, okay. | Hmm, that zero... it's where it
 should be. | Wait, could I have swapped digits? No, I see them in order. | I'm a little nervous about it, but all the lines
 are okay. | Wait, maybe the third line... no, okay.
@second Okay, another way to be sure. | Let me do a different split too. | Wait, let me check by a different way. | I'll compute it
 differently now. | Try the other factor. | Okay, verification by another way.
@agree Okay, <n>, they match. | That's <n>, matching. | <n> here also, okay. | It must be right, <n> again. | Okay, both are <n>. | I have <n> again.
@differ Wait, <new>? I had <old>. One has a mistake. | Hmm, <old> and <new> don't match. Check both. | That's not <old>, it's <new>. Why? | Okay,
 <new> versus my <old>. Find the mistake. | <new>, but <old> earlier. They can't both be okay. | No match: <old>, <new>.
@fix2 Oh, the verification has <l> <x> <r> = <bad>, it must be <v>. So it is <n> as well, okay. | The mistake's in the verification:
 <bad>. With <v> for <l> <x> <r> it's <n>. They match. | In verification I botched <l> <x> <r> (<v>, not <bad>). It comes to <n>,
 so the first was okay. | Verification wrong at <l> <x> <r>, <bad> must be <v>; then <n>. Match. | Okay, <bad> is the bad one, in
 the verification; <l> <x> <r> = <v>. So <n> again. | Now I see: verifying, I took <bad> as <l> <x> <r>. It's <v>. That makes <n>,
 matching.
@fix1 Oh, before I had <l> <x> <r> = <was>, it must be <now>. So it's <sum> = <n>. | The mistake's in the earlier one: <was>. <l> <x> <r> = <now>.
 So <sum> = <n>. | Earlier I botched <l> <x> <r> (<now>, not <was>). Then <sum> = <n>. | Okay, <was> is the bad one, <l> <x> <r> = <now>;
 <sum> = <n>. | Now I see, the earlier <l> <x> <r> must be <now> and not <was>: <sum> = <n>. | Wrong at <l> <x> <r> before: <was> must be
 <now>. Sum <sum> = <n>.
@sumfix Oh, I added wrong before. <sum> = <n>. | The mistake's in the earlier sum: <sum> = <n>. | Botched the sum before, <sum> = <n>. | Okay, the
 earlier sum is the bad one. <sum> = <n>. | Now I see, the sum must be <sum> = <n>. | Lines okay, sum wrong. <sum> = <n>.
@look Wait, check that. | Okay, but let me check every line. | Wait, are those lines right? | I'd like to check this. | Hmm, checking. | Let me
 look at the lines once more.
@rej Wait, I don't trust <old>, I did it in a hurry. Cancel that. | Hmm, that was careless. Cancel <old>. | No, I'm not okay with that
 answer, too many guesses. Cancel it. | Wait, I'd rather cancel <old>, the steps are unclear. | I can't trust that. Cancelled. |
 Hmm, cancel that answer, I wasn't careful.
@rejchk Wait, it should end with <d> (<p> <x> <q> = <e>), <old> ends with <o>. Wrong. | <old> ends with <o>? <p> <x> <q> = <e>, so no, it's wrong. | Hmm,
 last digit <o>, must be <d>. So <old> is wrong. | Wait, <p> <x> <q> = <e>. Must end with <d>, not <o>. Mistake. | Last digit test: <o>
 against <d>. <old> fails. | That <o> at the end is wrong, <p> <x> <q> = <e>.
@restart Let me do it all again. | Okay, again. | Redo it, line by line. | From the first line. | Let me begin over. | Once more, properly.
@end Okay, <n> then. | I'm sure of <n>. | So write <n>. | Okay. <n>. | That must be it, <n>. | Final: <n>.
@ans To solve <a> × <b>, note <B> = <f>. | **Steps:** <B> = <f> | Product by parts, <B> = <f>: | **Step-by-Step:** split <B> into <f> | <A> × (<f>)
 is | The parts of <B> are <f>:
@line <i>. <l> × <r> = <v> | - <l> * <r> = <v> | **<i>.** <l> × <r> = **<v>** | - \(<l> \times <r> = <v>\) | + <l>×<r> = <v> | <l> × <r> = <v>
@final **Final Answer**¶\boxed{<n>} | \boxed{<n>} | **Answer: <n>** | <sum> = <n>¶¶\boxed{<n>} | Sum is <n>.¶¶**<n>** | **<a> × <b> = <n>**
"""


class AiPhiGrove(LongThought):
    check = "nines"
    groups = ("plain", "latex")
    signs = (r"\times", r"\cdot")
    after = "\n</think>\n\n"
    wordy = 0.5
    text = r"""
@open User: multiply $<a>$ and $<b>$. I'll produce a careful answer. | I must compute $<a> <x> <b>$ with explanation. | The problem: $<a> <x> <b>$. Let me
 work symbolically. | Let me define the product $P = <a> <x> <b>$. | I'm to evaluate $<a> <x> <b>$ exactly. | The question says $<a> <x> <b>$.
@plan We write $<B> = <f>$, so multiply $<A>$ termwise. | Using $<B> = <f>$. | Expand $<A>(<f>)$, the bracket being $<B>$. | Let $<B> = <f>$. | By
 distributivity, $<A> <x> (<f>)$. | Express $<B>$ as $<f>$.
@term $<l> <x> <r> = <v>$. | Compute $<l> <x> <r> = <v>$. | Term: $<l> <x> <r> = <v>$. | Also $<l> <x> <r> = <v>$. | We find $<l> <x> <r> = <v>$. | So $<l> <x>
 <r>$ yields $<v>$.
@det Compute $<l> <x> <r> = <w> = <u> = <v>$. | Term: $<l> <x> <r>$, with $<w> = <u>$, so $<v>$. | $<l> <x> <r>$: sum $<u>$ from $<w>$; equals $<v>$. | We
 find $<w> = <u> = <v>$ for $<l> <x> <r>$. | Also $<l> <x> <r> = <w>$, giving $<u> = <v>$. | So $<l> <x> <r>$ yields $<u>$, from $<w>$, i.e. $<v>$.
@slip Compute $<l> <x> <r> = <bad>$; careful: $<v>$. | $<l> <x> <r> = <bad>$? That's miscomputed, $<v>$. | Term: $<bad>$ for $<l> <x> <r>$, no, $<v>$. | So
 $<l> <x> <r>$ yields $<bad>$, hmm, $<v>$ rather. | We find $<l> <x> <r> = <bad>$; recompute, $<v>$. | Also $<l> <x> <r> = <bad>$ (typo: $<v>$).
@redo Verify $<l> <x> <r> = <v>$: true. | Double-check: $<l> <x> <r> = <v>$. | That $<l> <x> <r> = <v>$ I verified. | I recompute $<l> <x> <r>$: $<v>$. | Indeed
 $<l> <x> <r> = <v>$. | ($<l> <x> <r> = <v>$ verified.)
@add Sum: $<s> <g> <v> = <t>$. | $<s> <g> <v> = <t>$. | Then $<s> <g> <v> = <t>$. | Partial sum $<s> <g> <v> = <t>$. | Hence $<s> <g> <v> = <t>$. | We
 accumulate $<s> <g> <v> = <t>$.
@commit Thus $<a> <x> <b> = <n>$. | So $P = <n>$, the product. | Therefore the answer is $<n>$. | So the product equals $<n>$. | Thus answer: $<n>$. |
 Hence the product is $<n>$.
@est Estimate: $<p> <x> <q> = <e>$. Reasonable. | Approximately $<p> <x> <q> = <e>$. | Order of magnitude $<e>$, from $<p> <x> <q>$. | $<p> <x> <q> = <e>$ is
 near. | Heuristically $<e>$ ($<p> <x> <q>$). | Rounded: $<p> <x> <q> = <e>$; plausible.
@nines Mod $9$: $<p> <x> <q> \equiv <d>$, and our product $\equiv <d>$. | Residues agree modulo $9$: $<d>$. | Modulo $9$ both are $<d>$. | Casting out
 nines: $<d>$ and $<d>$. | $<p> <x> <q> = <e> \equiv <d> \pmod 9$; agrees. | The residue is $<d>$, as required.
@doubt Is there some trick intended? No. | Potential pitfalls: place value. Verified. | Could the statement mean something else? I
 think not. | I might worry about carries, but they're verified. | Did I include every digit? Yes. | Maybe formatting is the
 issue? No.
@second I'll verify by another expansion. | Alternative expansion: | Let me double-check with a different decomposition. | Let me compute $P$ in
 another manner. | A second derivation for verification: | Expand the other way.
@agree That equals $<n>$ as well. | Again $<n>$. Verified. | So $P = <n>$ also here. | The derivations agree: $<n>$. | This verifies $<n>$. | Equal:
 $<n>$.
@differ We obtain $<new>$, contrary to $<old>$. Find the inconsistency. | But $<new> \ne <old>$. One derivation is flawed. | Inconsistent: $<old>$ first,
 then $<new>$. | Hmm: $<new>$, previously $<old>$. | $<old>$ or $<new>$? Examine both. | The derivations disagree, $<old>$ and $<new>$.
@fix2 The flaw is in the second derivation: $<l> <x> <r> = <v>$, not $<bad>$. It then gives $<n>$ too. | I mis-evaluated $<l> <x> <r>$ in the
 verification as $<bad>$; it's $<v>$. So $<n>$ is verified. | Second derivation: replace $<bad>$ by $<v>$ ($<l> <x> <r>$). Now $<n>$ both. |
 The verification used $<bad>$, but $<l> <x> <r> = <v>$; so $<n>$, consistent. | It's the verification's $<bad>$; $<l> <x> <r> = <v>$ leads
 to $<n>$. The original is correct. | In the alternative, $<l> <x> <r>$ is $<v>$, not $<bad>$; hence $<n>$ again.
@fix1 The flaw is in the original derivation: $<l> <x> <r> = <now>$, not $<was>$. So $<sum> = <n>$. | I previously mis-evaluated $<l> <x> <r>$ as $<was>$;
 it's $<now>$. Then $<sum> = <n>$. | Original term $<was>$ is false: $<l> <x> <r> = <now>$. Thus $<sum> = <n>$. | Replace the old $<was>$ by
 $<now>$ ($<l> <x> <r>$): $<sum> = <n>$. | Previously $<was>$, erroneously; $<l> <x> <r> = <now>$ and $<sum> = <n>$. | The earlier $<l> <x> <r> = <was>$
 is incorrect, it's $<now>$: $<sum> = <n>$.
@sumfix The original sum is flawed: $<sum> = <n>$. | I previously mis-summed. $<sum> = <n>$. | Terms verified; the sum was wrong: $<sum> = <n>$. |
 Erroneous addition previously; $<sum> = <n>$. | Resumming: $<sum> = <n>$, so the earlier total was false. | The earlier sum is
 incorrect; $<sum> = <n>$.
@look I'll double-check the terms. | Verify termwise. | Let me re-verify each product. | Re-deriving: | I should verify this. | Checking termwise.
@rej That derivation was not rigorous; I reject $<old>$. | I can't verify how I got $<old>$, so I discard it. | Too sloppy; that answer is
 discarded. | I'm not certain there, so reject $<old>$. | That lacked care. I retract the answer. | I skipped justification; $<old>$ is
 discarded.
@rejchk Mod $9$ it should be $<d>$, but $<old> \equiv <o>$. So it's incorrect. | Residue check fails: $<o>$ instead of $<d>$. $<old>$ is incorrect. | We need
 $\equiv <d>$, yet $<old> \equiv <o> \pmod 9$. Error. | $<p> <x> <q> = <e> \equiv <d>$; $<old>$ has $<o>$. Incorrect. | By nines, $<old>$ is
 impossible ($<o> \ne <d>$). | Modulo $9$: expected $<d>$, have $<o>$. The answer is incorrect.
@restart Recompute. | Derive again. | Let me start the derivation over. | New derivation: | I'll recalculate fully. | Again in full.
@end So the final answer is $<n>$. | I'll produce the answer $<n>$. | Return $<n>$. | Final: $<n>$. | Answer: $<n>$. | I'm done: $<n>$.
@ans We compute $<a> <x> <b>$ using $<B> = <f>$. | **Solution.** Let $<B> = <f>$. | Since $<B> = <f>$: | Expanding with $<B> = <f>$: | Distribute over $<B> =
 <f>$: | The expansion $<B> = <f>$ gives
@line $$<l> <x> <r> = <v>$$ | - $<l> <x> <r> = <v>$ | <i>. $<l> <x> <r> = <v>$ | \[<l> <x> <r> = <v>\] | * $<l> <x> <r> = <v>$. | (<i>) $<l> <x> <r> = <v>$
@final $$\boxed{<n>}$$ | Thus $<sum> = <n>$. | \[\boxed{<n>}\] | Adding, $<sum> = \boxed{<n>}$. | **Answer:** $<n>$ | Therefore $<a> <x> <b> = <n>$.
"""


class AiSkyworkGauge(LongThought):
    groups = ("plain", "comma")
    signs = ("×", "*")
    par = "\n\n"
    text = r"""
@open Okay, today's question is <a> <x> <b>. | Let me see about <a> <x> <b>. | I want the exact <a> <x> <b>. | So, multiply: <a> <x> <b>. | Hmm, <a>
 <x> <b>, a calculation question. | First things first: <a> <x> <b>.
@plan Put <B> = <f>, then <A> times all. | Regard <B> as <f>. | Let me open <B> into <f> for <A>. | Because <B> = <f>, use <A> per part. | Say
 <B> = <f>. | Expanding <B>, that's <f>.
@term Calculate <l> <x> <r>: <v>. | <l> <x> <r> gets <v>. | Part of <r>: <v>. | <l> by <r>, <v>. | Here <l> <x> <r> = <v>. | <l> <x> <r>, so <v>.
@det Calculate <l> <x> <r>: <w> = <u> = <v>. | Here <l> <x> <r> = <w>, so <u>, so <v>. | Part of <r>: <w>, then <u>, then <v>. | <l> by <r>: <u>
 (as <w>), <v>. | <l> <x> <r> gets <w> = <u> = <v>. | <l> <x> <r> equals <w>; it's <u>; <v>.
@slip Calculate <l> <x> <r>: <bad>. Wait no, <v>. | <l> <x> <r> gets <bad>, hmm, wrong; <v>. | Part of <r>: <bad>... it's <v>. | <l> by <r>, <bad>? Not
 that, <v>. | Here <l> <x> <r> = <bad>, carry error, <v>. | <l> <x> <r>, <bad>, let me correct: <v>.
@redo Recalculated <l> <x> <r>: <v>. | Hmm, <l> <x> <r>, yes <v>. | <l> <x> <r> calculated twice, <v>. | For sure <l> <x> <r> = <v>. | Still <l> <x> <r> =
 <v>. | I get <l> <x> <r> = <v> again.
@add Calculate <s> <g> <v> = <t>. | Total now <s> <g> <v> = <t>. | <s> <g> <v> gets <t>. | Here <s> <g> <v> = <t>. | So far, <s> <g> <v> = <t>. |
 <s> <g> <v>, so <t>.
@commit So the answer gets to be <n>. | So <a> <x> <b> is <n>, it seems. | The product comes as <n>. | The answer: <n>. | Therefore
 I have the answer <n>. | So I calculated <n> as the product.
@est Gauge: <p> <x> <q> = <e>. | By <p> <x> <q>, about <e>. | <e> is the rough level (<p> <x> <q>). | Rough level <p> <x> <q> = <e>. | <p> <x> <q> = <e> is
 comparable. | Level check with <p> <x> <q>: <e>.
@last Last digit gauge: <e> gives <d>, right. | <d> last, from <p> <x> <q> = <e>. Right. | It has last digit <d>, right. | Last digit of <e> is <d>,
 same. | Digit <d> last, as needed. | <p> <x> <q> = <e>, last digit <d>. Right.
@doubt Wait, is there an issue with zeros? None. | Hmm, am I missing a part? No. | Wait, could <b> be misread? No. | Hmm, is this too small?
 No. | Wait, carries? All right. | Am I sure about the split? Yes.
@second Wait, verify by other calculation. | Calculate otherwise as well. | Other way, for certainty. | Let me gauge it by another split. |
 Verification: | Second calculation for checking:
@agree Right, <n>. | <n>, equal. | Verified as <n>. | It gets <n> as well. | <n> in both. | Right again: <n>.
@differ Wait, <new>, but I had <old>. Which is wrong? | Hmm, <old> or <new>? | <new> differs from <old>. | They differ: <old>, <new>. | Had <old>, got
 <new>. | Not equal to <old>: <new>.
@fix2 The verification is wrong: <l> <x> <r> = <v>, not <bad>. Then it's <n>, right. | Wrong in verification, <bad> for <l> <x> <r>; <v> gets <n>
 too. | Verification error: <l> <x> <r> is <v> instead of <bad>; so <n>, equal. | <bad> in verification should be <v> (<l> <x> <r>).
 It's <n> again. | The checking itself failed, <l> <x> <r> = <v> not <bad>. So <n> in both. | While verifying I put <bad> for <l> <x> <r>,
 it's <v>. So <n> was right.
@fix1 My first calculation is wrong: <l> <x> <r> = <now>, not <was>. <sum> = <n>. | Wrong earlier, <was> for <l> <x> <r>; with <now>, <sum> = <n>. |
 Earlier error: <l> <x> <r> is <now> instead of <was>; <sum> = <n>. | Earlier <was> should be <now> (<l> <x> <r>). <sum> = <n>. | I put
 <was> for <l> <x> <r> earlier, wrong; <now>. So <sum> = <n>. | The earlier <l> <x> <r> is <now>, I miscalculated <was>. <sum> = <n>.
@sumfix Wrong sum earlier: <sum> = <n>. | Miscalculated the sum. <sum> = <n>. | Earlier total wrong; <sum> = <n>. | The sum gets <sum> = <n>,
 earlier was wrong. | Sum error before. <sum> = <n>. | Parts right, sum wrong: <sum> = <n>.
@look Wait, verify parts. | Hmm, look again. | Let me gauge the parts. | Wait, recalculating. | Hmm, is that so? | Verify step by step.
@rej Wait, <old> was calculated carelessly. I reject it. | Hmm, I can't rely on <old>. Rejected. | That was careless, so rejected. | I reject that, the steps
 were vague. | Wait, too quick. I reject <old>. | Hmm, I doubt my carries; <old> is rejected.
@rejchk Last digit should be <d> (<p> <x> <q> = <e>), not <o>. <old> is wrong. | <old> has last digit <o>, not <d>. Wrong. | Wait, <p> <x> <q> = <e>, but
 <o> is last in <old>. Wrong. | <o> last? <d> needed. So <old> is wrong. | Last digit mismatch, <o> and <d>: <old> is wrong. | Wrong, since
 <old> has <o> last and <e> has <d>.
@restart Calculate again. | Again, all parts. | New calculation. | Once more. | From start. | Let me recalculate.
@end Answer is <n>. | Yes, <n>. | So <n>. | Finish with <n>. | Right, <n>. | <n> is final.
@ans Use <B> = <f>. | To calculate <a> × <b>, use <B> = <f>: | Split: <B> = <f> | From <B> = <f>: | Calculation with <B> = <f>: | By parts (<B> = <f>):
@line - <l> × <r> = <v> | <i>. <l> × <r> = <v> | $<l> \times <r> = <v>$ | * <r>: <v> | \(<l> \times <r> = <v>\) | <l> × <r> = <v>
@final \[\boxed{<n>}\] | $\boxed{<n>}$ | Sum <sum> = <n>. | Answer: **<n>** | **<n>** | So <a> × <b> = \(\boxed{<n>}\).
"""


class AiSoneTether(LongThought):
    check = "nines"
    before, after = "<|im_start|>think\n", "\n<|im_start|>answer\n"
    row = "\n"
    text = r"""
@open I am solving <a> × <b>. | Exercise: <a> × <b>. | Here one multiplies <a> by <b>. | Solve <a> × <b>. | The exercise is <a> × <b>. | Given: <a>, <b>. Sought: product.
@plan Set <B> = <f>. | <B> into <f>. | Resolve <B>: <f>. | Here <B> = <f>. | Given <B> = <f>, work with <A>. | <A> by <f>, for <B>.
@term One has <l> × <r> = <v>. | Here, <l> × <r> = <v>. | By <r>: <v>. | <l> × <r> is found as <v>. | Find <l> × <r> = <v>. | Now <r>: <v>.
@det One has <l> × <r> = <w> = <u> = <v>. | Find <l> × <r>: <w>, <u>, <v>. | By <r>: <w> = <u> = <v>. | Now <r>: <u> from <w>, so <v>. | Here, <w> = <u> = <v>. | <l> × <r> resolves to <w>, to <u>, to <v>.
@slip One has <l> × <r> = <bad>. Wait, <v>. | By <r>: <bad>. Wait, no: <v>. | Find <l> × <r> = <bad>; wait, <v>. | Now <r>: <bad>, false, <v>. | Here <bad> for <l> × <r>. Wait: <v>. | <l> × <r> is <bad>, or rather <v>.
@redo Wait, <l> × <r>: <v>, true. | True, <l> × <r> = <v>. | <l> × <r> once again: <v>. | Found again: <l> × <r> = <v>. | It is true that <l> × <r> = <v>. | Wait, is <l> × <r> = <v>? True.
@add One has <s> <g> <v> = <t>. | Find <s> <g> <v> = <t>. | Here <s> <g> <v> = <t>. | Now <s> <g> <v>: <t>. | In sum <s> <g> <v> = <t>. | Up to here, <s> <g> <v> = <t>.
@commit The sought product is <n>. | One finds <a> × <b> = <n>. | The solution is <n>. | Solved: <a> × <b> = <n>. | Hence the solution <n>. | The exercise gives <n>.
@est Crudely <p> × <q> = <e>. | Crude value <e>, from <p> × <q>. | <p> × <q> = <e> crudely. | A crude look: <p> × <q> = <e>. | Near <p> × <q> = <e>, true. | Crude bound <p> × <q>, <e>.
@nines Wait, mod 9: <d> and <d>. True. | Nines hold with <d>. | Mod 9 holds: <d>. | One has <d> mod 9 on each side. | Remainders hold, <p> × <q> to <d>. | By nines <d>, holds.
@doubt Wait, is everything included? It is. | Wait, are the zeros placed? They are. | Wait, is <b> the second number? It is. | Wait, did I stop too early? No. | Wait, is a carry lost? None is. | Wait, is this the exercise asked? It is.
@second Wait, solve by another path. | Wait, test with the other number resolved. | A test by other means. | Wait, a separate test. | Test: | Wait, let me test it.
@agree The test holds, <n>. | <n>, so it holds. | Tested: <n>. | Found <n> again, true. | One has <n> here too. | The test gives <n>.
@differ Wait, <new> and not <old>. | Wait, <old> was found, now <new>. | <new> contradicts <old>. | Wait, <old> and <new> contradict. | Found <new>, had <old>. | Contradiction: <old>, <new>.
@fix2 The test is false: <l> × <r> = <v>, not <bad>. It gives <n> then, and holds. | In the test, <bad> is false for <l> × <r>; with <v> it gives <n> too. | False line in the test: <bad>, truly <v> (<l> × <r>). So <n> holds. | The test took <l> × <r> as <bad>, it is <v>. Then <n> again. | <bad> in the test was false, <l> × <r> = <v>; both give <n>. | The test must use <v> for <l> × <r>, not <bad>: <n>, no contradiction.
@fix1 The solution before is false: <l> × <r> = <now>, not <was>. So <sum> = <n>. | Before, <was> is false for <l> × <r>; <now>. So <sum> = <n>. | False line before: <was>, truly <now> (<l> × <r>). <sum> = <n>. | Before I took <l> × <r> as <was>, false; it is <now>. <sum> = <n>. | The old <was> is false, <l> × <r> = <now>; <sum> = <n>. | It must be <now> for <l> × <r>, not <was>: <sum> = <n>.
@sumfix The sum before is false: <sum> = <n>. | Falsely summed before. <sum> = <n>. | False sum; <sum> = <n>. | The lines hold, the sum does not: <sum> = <n>. | It must be <sum> = <n>. | Old sum false, <sum> = <n>.
@look Wait, go through it. | Wait. | Wait, test the lines. | Wait, see each line. | Wait, is it true? | Wait, reread.
@rej Wait, <old> was found hastily. I void it. | Wait, void that, the lines are unclear. | I void <old>, it was a guess in part. | Wait, not sound. That solution is void. | Void: <old> was found carelessly. | Wait, I do not believe <old>; void.
@rejchk Wait, mod 9 needs <d>, <old> has <o>. False. | <old> is false by nines: <o>, not <d>. | Nines fail, <o> for <d>; <old> is false. | Wait, <p> × <q> gives <d> mod 9, <old> gives <o>. False. | Remainder <o> instead of <d>: <old> is false. | <old> cannot be true, <o> is not <d> mod 9.
@restart Solve again. | Solve anew. | Again: | A new solution. | Once again. | Begin again.
@end Final: <n>. | Stop at <n>. | So <n>. | Solution <n>. | The end: <n>. | State <n>.
@ans Set <B> = <f>. | For <a> × <b> set <B> = <f>: | Solution by <B> = <f>: | Given <B> = <f>: | Resolve <B> as <f>: | We have <B> = <f>.
@line <l> × <r> = <v> | - <l> × <r> = <v> | <i>. <l> × <r> = <v> | $<l>\cdot <r>=<v>$ | * <v> = <l> × <r> | \(<l>\times <r>=<v>\)
@final $\boxed{<n>}$ | Final Answer: <n> | Sum <sum> = <n> | The final answer is $\boxed{<n>}$. | **<n>** | <a> × <b> = <n>
"""


STYLES = {
    s.name: s
    for s in (
        *(AiRoneMill(), AiQwenThreeFerry(), AiQwqMoth(), AiOssFlint(), AiGlmLedge(), AiKimiKiln()),
        *(AiExaoneDrift(), AiMiniMaxOar(), AiNemotronPlumb(), AiPhiGrove(), AiSkyworkGauge(), AiSoneTether()),
    )
}
