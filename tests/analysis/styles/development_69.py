"""Long thoughts of open reasoning models, each with its own wordings: two totals at odds, single steps done again,
answers thrown out for a reason, doubts that lead nowhere; then the answer outside the thought.

A bank has a line for each function: wordings separated by `//`, alternatives in `<a|b>`, values as `@name`, line
breaks as `¶`.
"""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

_ALTERNATIVES = re.compile(r"<([^<>]*\|[^<>]*)>")


def _parse(text: str) -> dict[str, list[str]]:
    bank: ClassVar = {}
    for line in text.strip().splitlines():
        key, _, wordings = line.partition(": ")
        bank[key] = [wording.strip() for wording in wordings.split("//")]
    return bank


class Ponderer(Style):
    """The flow: a thought with its attempts, what is probed at the end, then the answer with a summary."""

    bank = ""
    groupings: tuple[str, ...] = ("comma", "plain")
    signs: tuple[str, ...] = ("×",)
    methods: tuple[str, ...] = ("high", "low", "chunks")
    others: tuple[str, ...] = ("round", "chunks")
    opening_tag: tuple[str, ...] = ("<think>\n",)
    closing_tag = "\n</think>\n\n"
    gap = "\n\n"
    row_gap: tuple[str, ...] = (" ",)
    bullet = ""
    restless = 0.5
    layout = "bullets"

    def __init__(self) -> None:
        self.wordings = _parse(self.bank)

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)
        self.joint = t.one(*self.row_gap)

    def say(self, t: Telling, key: str, **values: str | int) -> str:
        text = t.one(*self.wordings[key])
        while _ALTERNATIVES.search(text):
            text = _ALTERNATIVES.sub(lambda found: t.one(*found[1].split("|")), text)
        known: dict[str, str | int] = {
            "a": t.n(t.a),
            "b": t.n(t.b),
            "ab": t.ab,
            "x": t.x,
            "N": t.n(t.candidate),
            "P": t.n(t.candidates[t.index - 1]),
        } | values
        return re.sub("@([A-Za-z]+)", lambda found: str(known[found[1]]), text).replace("¶", "\n")

    def rows(self, t: Telling, work: Work, calm: bool = False) -> str:
        lines = []
        stumble = t.rng.randrange(len(work.terms)) if not calm and t.chance(0.3) else -1
        for place, term in enumerate(work.terms):
            values = {"l": t.n(term.left), "r": t.n(term.right), "v": t.n(term.value)}
            detail = t.detail(term) if term.value == term.left * term.right else ""
            if place == stumble:
                lines.append(self.say(t, "oops", w=t.n(t.near(term.value)), **values))
            elif detail:
                lines.append(self.say(t, "rowd", d=detail, **values))
            else:
                lines.append(self.say(t, "row", **values))
        return self.bullet + (self.joint + self.bullet).join(lines)

    def sums(self, t: Telling, work: Work, total: int | None = None) -> str:
        """The additions; the total itself only if they are told one by one."""
        if t.flag("running", 0.5):
            lines = []
            for so_far, sign, value, result in work.steps():
                lines.append(self.say(t, "add", s=t.n(so_far), o="+" if sign > 0 else "-", v=t.n(value), r=t.n(result)))
            return self.bullet + (self.joint + self.bullet).join(lines)
        return self.say(t, "sum", sum=self.sum_text(t, work))

    def sum_text(self, t: Telling, work: Work) -> str:
        return t.sum(work)

    def plan(self, t: Telling, work: Work, key: str) -> str:
        return self.say(t, key, l=t.n(work.a), r=t.n(work.b), f=t.factor(work))

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        pieces = [self.say(t, "open")]
        if t.chance(0.3) and (near := self.rough(t)):
            pieces.append(self.say(t, "ahead", u=t.n(near[0]), w=t.n(near[1]), e=t.n(near[2])))
        pieces += [self.plan(t, work, "plan"), self.rows(t, work), self.sums(t, work), t.c(self.say(t, "commit"))]
        text = t.one(*self.opening_tag) + self.gap.join(pieces)
        return text + (self.probe(t) if t.more and t.chance(0.3) else "")

    def again(self, t: Telling) -> str:
        way, pieces = t.way(mend=3, clash=4, redo=3), []
        mended = t.mend() if way != "redo" else None
        if mended is None:
            work = t.other(*self.others)
            pieces = [self.reject(t), self.plan(t, work, "restart"), self.rows(t, work), self.sums(t, work)]
            pieces.append(t.c(self.say(t, "same" if t.same else "recommit")))
        else:
            values: dict[str, str | int] = {"sum": self.sum_text(t, mended.work)}
            if mended.place is not None:
                term = mended.work.terms[mended.place]
                values |= {"l": t.n(term.left), "r": t.n(term.right), "w": t.n(mended.was), "v": t.n(mended.now)}
            found = self.say(t, "spot" if mended.place is not None else "resum", **values)
            if way == "mend":
                pieces = [found, self.say(t, "void"), t.c(self.say(t, "recommit"))]
                if t.chance(0.6) and mended.place is not None:
                    pieces.insert(2, self.sums(t, mended.work))
            else:
                work = t.other()
                pieces = [self.plan(t, work, "cross"), self.rows(t, work), self.sums(t, work)]
                pieces += [self.say(t, "clash"), found, t.c(self.say(t, "settle"))]
        text = self.gap + self.gap.join(pieces)
        return text + (self.probe(t) if t.more and t.chance(0.2) else "")

    def rough(self, t: Telling) -> tuple[int, int, int] | None:
        found = t.estimate()
        return found if found and found[2] not in (t.product, *t.candidates) and found[:2] != (t.a, t.b) else None

    def reject(self, t: Telling) -> str:
        product, before = t.product, t.previous
        if before % 10 != product % 10 and t.chance(0.7):
            return self.say(t, "hardl", y=t.a % 10, z=t.b % 10, d=product % 10, e=before % 10)
        if before % 9 != product % 9 and t.chance(0.5):
            return self.say(t, "hardn", y=t.a % 9, z=t.b % 9, d=product % 9, e=before % 9)
        return self.say(t, "soft")

    def probe(self, t: Telling) -> str:
        """One check or doubt after a commitment, which leaves it as it is."""
        used: set[str] = t.__dict__.setdefault("probed", set())
        kinds = [kind for kind in ("last", "nine", "est", "agree", "clash2", "clash2", "idle") if kind not in used]
        if not kinds:
            return ""
        kind = t.one(*kinds)
        used |= {"agree", "clash2"} if kind in ("agree", "clash2") else {kind}
        if kind == "last" and (found := t.last_digit()):
            return self.gap + self.say(t, "last", y=found[0], z=found[1], p=found[2], d=found[2] % 10)
        if kind == "nine" and (found := t.nines()):
            return self.gap + self.say(t, "nine", y=found[0], z=found[1], p=found[0] * found[1], d=found[2])
        if kind == "est" and (found := self.rough(t)):
            return self.gap + self.say(t, "est", u=t.n(found[0]), w=t.n(found[1]), e=t.n(found[2]))
        if kind in ("agree", "clash2"):
            kept = t.work
            work = t.other()
            t.work = kept
            if kind == "agree":
                pieces = [
                    self.plan(t, work, "cross"),
                    self.rows(t, work, True),
                    self.sums(t, work),
                    self.say(t, "agree"),
                ]
                return self.gap + self.gap.join(pieces)
            place = t.rng.randrange(len(work.terms))
            term = work.terms[place]
            for _ in range(20):
                wrong = t.near(term.value)
                total = work.total + term.sign * (wrong - term.value)
                if total > 0 and total != t.product and total not in t.candidates:
                    terms = list(work.terms)
                    terms[place] = Term(term.left, term.right, wrong, term.sign)
                    bad = Work(work.a, work.b, work.method, tuple(terms), total)
                    values = {"l": t.n(term.left), "r": t.n(term.right), "w": t.n(wrong), "v": t.n(term.value)}
                    pieces = [self.plan(t, bad, "cross"), self.rows(t, bad, True), self.sums(t, bad)]
                    pieces.append(self.say(t, "clashb", X=t.n(total)))
                    pieces.append(self.say(t, "blame", sum=self.sum_text(t, work), **values))
                    return self.gap + self.gap.join(pieces)
        used.add("idle")
        return self.gap + self.say(t, "idle")

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([2, 3, 3, 4, 5])):
            if t.chance(0.4 + self.restless / 2):
                text += self.probe(t)
        text += self.gap + t.r(self.say(t, "stop")) + self.closing_tag
        if t.chance(0.85):
            text += self.say(t, "head") + "\n\n" + self.summary(t, t.work) + "\n\n"
        return text + t.r(self.say(t, "final"))

    def summary(self, t: Telling, work: Work) -> str:
        lines = [f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}" for term in work.terms]
        total = f"{self.sum_text(t, work)} = {t.n(work.total)}"
        if self.layout == "numbered":
            lines = [f"{place}. {line}" for place, line in enumerate([*lines, total], 1)]
        elif self.layout == "bullets":
            lines = [f"- {line}" for line in [*lines, total]]
        elif self.layout == "table":
            lines = ["| Part | Product |", "|---|---|"]
            lines += [
                f"| {t.n(x.left)} {t.x} {t.n(x.right)} | {'' if x.sign > 0 else '-'}{t.n(x.value)} |"
                for x in work.terms
            ]
            lines.append(f"| Sum | {t.n(work.total)} |")
        elif self.layout == "latex":
            lines = ["\\[", total, "\\]"]
            if t.flag("aligned", 0.5):
                lines = [
                    "\\begin{align*}",
                    *(f"{x.left} {t.x} {x.right} &= {x.value} \\\\" for x in work.terms),
                    total.replace(" = ", " &= "),
                    "\\end{align*}",
                ]
        elif self.layout == "dollars":
            lines = [f"${line}$" + t.one("", ".") for line in [*lines, total]]
            return "\n\n".join(lines)
        elif self.layout == "columns":
            return "```\n" + t.columns(work) + t.total(work) + "\n```"
        elif self.layout == "prose":
            return ", ".join(lines) + "; " + total + "."
        return "\n".join(lines)


class AjRoneKettle(Ponderer):
    row_gap = (" ", "\n\n", "\n")
    signs = ("×", "*")
    layout = "numbered"
    bank = r"""
open: <Okay|Alright>, so I <need to|have to> <figure out|work out> what @ab is. <Doing this in my head is error-prone, so I'll go slowly.|Big enough to need some care.|Let me not rush this one.> // Okay, the question <is|asks for> @a <times|multiplied by> @b. <I remember the usual way from school.|There are a few ways to tackle it.|Let me take it apart.>
ahead: <Before anything else|First off>, @u times @w would be @e, so I <expect|should land> <roughly there|somewhere around that>. // A <rough|first> idea: @u @x @w = @e. <The real thing should be in that neighborhood.|Good to keep at the back of my mind.>
plan: I'll <break|split> @r <up |>as @f and multiply @l by each <of those|piece>. // <Maybe|Perhaps> the distributive property <is easiest|works best here>: @r = @f, so that's @l times each bit.
row: @l @x @r <is|comes to> @v. // <Then|Next>, @l times @r <gives|makes> @v. // So @l @x @r = @v.
rowd: <For the|Taking the> @r part, @d. // <With|Now> @r: @d.
oops: @l @x @r is @w... <no wait, I slipped there|hmm, no, that's not it>; it's @v. // @l times @r, that'd be @w. <Actually no|Scratch that>, I carried wrongly: @v.
add: @s @o @v <is|makes> @r. // Then @s @o @v = @r.
sum: Now <putting the pieces together|adding the lot>: @sum. // <So what remains is|That leaves> @sum.
commit: <So|Therefore>, @ab <should be|comes out as> @N. // That <makes|brings> the product <of @a and @b |>@N. // <Hence|So then> @a times @b is @N.
idle: Hmm, <did I mix up a place value anywhere|could a zero have gone missing>? <Looking back at the lines, no|I don't see it>; <everything is where it should be|all the zeros are in place>. // <Wait|Hold on>, was it really @b and not <something else|another number>? <Yes, the problem says @b.|Reading the question again: yes, @b.> Fine.
last: The <units|last> digits: @y times @z is @p, so it must end in @d, <and it does|which it does>. // Ends in @d, as @y @x @z = @p <requires|demands>. Good.
nine: <Digit sums mod 9|Casting out nines>: the factors leave @y and @z, product @p, and my result leaves @d. <Consistent.|That matches up.> // Mod 9, I get @y times @z, <which reduces to|that is> @d, and the answer <also reduces to|leaves> @d. <Nice.|Okay.>
est: <Sanity check|Rough check>: @u @x @w = @e, <close enough|in the right range>. // Compare with @u times @w, @e. <Plausible.|Seems reasonable.>
soft: <Wait|Hmm, wait>, I <rushed|hurried> <the additions|those carries> and I'm <not comfortable|unhappy> with @P. <Let me throw it away.|I won't keep that number.> // Hold on. @P <looks off to me|doesn't sit right>; I <think I lost a carry|may have shifted a line by one place>. <I can't use that.|So forget that result.>
hardl: Wait, <something's wrong|that can't be right>: @y times @z ends in @d, but @P ends in @e. <So it's wrong.|That rules it out.> // Hmm, the last digit has to be @d because of @y @x @z, <yet|and> I have @e in @P. <So that result is out.|I made a mistake.>
hardn: Wait. Mod 9 the product should be @d, since the factors leave @y and @z, but @P leaves @e. <So it can't be right.|There's an error, then.> // Hmm, nines test: expected @d, and @P gives @e. <That fails.|So @P is wrong.>
restart: <Starting over|From the top>, this time <taking|writing> @r as @f against @l. // Let me <redo this|do the whole thing again> with @l <times|against> @f.
recommit: <So|Okay, so> the <corrected|right> product is @N. // <With that fixed|This time>, @ab = @N. // So now I <have|get> @N for @ab.
same: <Funny|Huh>, it's @N <again|once more>, so @ab = @N. // So the fresh calculation <ends at|also lands on> @N: @ab = @N.
spot: Let me <recompute|revisit> the single <steps|products>. @l @x @r: I <wrote|put> @w, but <carefully|actually> it's @v. // Looking back <over my lines|at the pieces>, @l times @r was <given as|down as> @w. <Hmm.|Doing it again:> It should be @v.
resum: The partial products <look fine|all hold up>, but <the addition of|adding> @sum <went wrong|isn't what I wrote>. // Adding again <slowly|column by column>, @sum: <my earlier addition was off|there was a carry I missed>.
void: So @P was <wrong|not right>. // That means @P <can't stand|has to go>.
cross: Let me <check this|verify> by <another route|a different split>: @l times @f. // <To be sure|Just to double-check>, I could <go at it|compute it> as @l @x (@f).
clash: Hmm, <now it's|this gives> @N, <but|whereas> earlier I had @P. <They can't both be right.|One of them must be wrong.> // Wait, @N? <Earlier|The first time> it was @P. <So there's an error somewhere.|Where's the discrepancy?>
settle: So the first <calculation|pass> was the bad one, and @ab = @N. // <That explains it:|Right,> the second result is the correct one, @N.
agree: <Same result|That's the same>, @N. <Great.|Good, both ways agree.> // So @N <again|both ways>, <which is reassuring|as before>.
clashb: Hmm, that <would be|is> @X, <not|instead of> @N. <Which one's wrong?|Let me see where they part.> // @X? <That disagrees with|But I had> @N<.| earlier.> Let me <look closer|find the mistake>.
blame: Ah, <in this second pass|in the check> I <used|wrote> @w for @l @x @r, but it's @v. <Then|So> @sum = @N. <So @N holds.|So nothing was wrong before.> // The <check itself|second run> has the slip: @l times @r is @v, not @w. With it, @sum = @N, <as I had before|just what I had>.
stop: <So I'm confident|Okay, I'm fairly sure> it's @N. // <Alright|Good>, @N <it is|then>.
head: <To find|To compute> the product, <break it down|proceed> as follows: // **<Solution|Step-by-step calculation>:** // <Here is|Below is> the <breakdown|calculation>:
final: **<Answer|Final Answer>:** @N // <The product is|Thus, @ab equals> **@N**. // <Final answer|Result>: \boxed{@N}
"""


class AjQwenLedger(Ponderer):
    row_gap = (" ", "\n")
    groupings = ("plain", "comma")
    signs = ("*", "×")
    others = ("chunks", "high")
    layout = "bullets"
    restless = 0.8
    bank = r"""
open: Okay, let's see. I <need|have> to <calculate|multiply> @ab. <Let me think about how to do this step by step.|I'll use the standard way, I guess.|Let me recall how long multiplication goes.> // Alright, the user <wants|is asking for> @ab. <First, I should pick a method.|Let me break this into parts.|I should be careful with the zeros.>
ahead: <If I round|Rounding>: @u times @w is @e. So <around that|that order of magnitude>. // For scale, @u and @w <would give|multiply to> @e. <I'll compare later.|Okay.>
plan: <Let me|I can> write @r as @f. So it's @l <times|multiplied by> each of these <terms|parts>, <then add|and sum>. // Breaking @r into <its parts|pieces>, @f, <I multiply each|each goes> with @l.
row: First, @l @x @r. <That's|That should be> @v. // @l @x @r = @v, <right|okay>. // Then there's @l times @r, which <equals|is> @v.
rowd: @l @x @r: let me <compute|see>. @d. // For @l @x @r, <I split again|splitting>: @d.
oops: @l @x @r = @w? <Wait, let me check|Let me see>... no, @v. // Then @l times @r, <so|which is> @w. Hmm, <no, that's wrong|that isn't it>, @v is correct.
add: @s @o @v = @r. // <Taking|So> @s @o @v, <that's|which is> @r.
sum: Now <add them all up|let me add those>: @sum. // <Adding these together|Combining>: @sum.
commit: So <that gives|I get> @N. <So the answer is @N.|> // Therefore, @ab = @N. // So the <product|total> <would be|should be> @N.
idle: Wait, <is there anything I overlooked|did I align everything properly>? The <tens are in the tens place|parts add back to the factor>, <so that's okay|yes>. // Hmm, maybe <I should worry about|I skipped> a carry. <Let me look... no, it's in there.|Going through them, no, all are there.>
last: Checking the <unit|last> digit: @y*@z = @p, <last digit @d|ends with @d>. <Matches.|And mine ends in @d too. Good.> // The answer <should|must> end with @d (from @y times @z, @p). <It does.|Yes, correct.>
nine: <Another check|Let me check> with modulo 9: @y times @z is @p, and the result is @d mod 9. <Those agree.|Consistent, okay.> // Digit roots: @y and @z for the factors, and @d for the <result|product>. @y*@z = @p. <That works.|Works out.>
est: <Approximately|Roughly>, @u @x @w is @e. <So the answer makes sense.|Close to what I have.> // Estimating with @u and @w gives @e, <so the size is okay|which is near>.
soft: Wait, <maybe|I think> I made a mistake <there|in that>. The <way I handled the zeros|addition> was <sloppy|too quick>, so @P <can't be trusted|isn't reliable>. // Hmm, but @P <seems|looks> wrong to me. <I think I misaligned a row.|I probably dropped a carry.> Let me discard it.
hardl: Wait, check the last digit. @y times @z gives @d at the end, but @P has @e. <So I made an error.|That's not possible.> // But @P ends in @e, while @y*@z needs @d. <So that answer is incorrect.|There must be a mistake then.>
hardn: Let me check modulo 9. Factors @y and @z, so <expected|it should be> @d, but @P is @e mod 9. <So it's incorrect.|That's a contradiction.> // Mod 9 of @P is @e. It <should|has to> be @d. <So there's a mistake in it.|So @P is incorrect.>
restart: Let me <try again|start again from the beginning>. @l times @r, with @r = @f. // I'll <recalculate|compute it again> <properly|carefully>: @l @x (@f).
recommit: So <the correct answer is|now it's> @N. // That <gives|makes> @ab = @N. // Okay, so @N <is the product|is what @ab equals>.
same: So it's @N, <the same number as before|same value again>. The answer is @N. // That gives @N <once again|again>, so @ab = @N.
spot: Let me <check each multiplication|go through each one> again. @l @x @r: earlier I <said|got> @w. <But it's actually|It should be> @v. // Wait, @l @x @r is not @w. <Recalculating:|Doing it properly:> @v.
resum: The <individual products|partial results> are right. But @sum, <added again|let me re-add>... <I added incorrectly before|my sum was off>.
void: So <my previous answer|the earlier> @P was incorrect. // So @P is <wrong|a mistake>.
cross: Let me <verify|double-check> this <with another approach|in another way>. @l @x @r, where @r = @f. // Alternatively, <use|take> @f for @r and multiply by @l.
clash: That's @N. But <before|previously> I got @P. <There's a discrepancy.|These are different, so one has an error.> // Wait, this is @N, and <the earlier result was|earlier it came out as> @P. <Conflict.|Hmm, that's a problem.>
settle: So the <mistake was in the first approach|first approach had the mistake>, and the <correct product|answer> is @N. // Therefore the second calculation is right: @ab = @N.
agree: That's @N, <same as before|which matches>. <So it's correct.|Good.> // Again @N. <Both methods match.|So that's confirmed.>
clashb: That gives @X? But <I had|the first one was> @N. <Let me find the error.|Something's off here.> // Hmm, @X is different from @N. <Where did this come from?|So one has a mistake.>
blame: Oh, <in the verification|here in the second method>, @l @x @r should be @v, <not|and I wrote> @w. So @sum = @N. <Okay, that matches.|So the earlier result is fine.> // I see, @w was wrong <in this check|this time>; @l*@r = @v. Then @sum is @N. <So nothing changes.|Same as I had.>
stop: So the <final answer|answer> is @N. // <Yes|Okay>, I'm confident <that |>@ab = @N.
head: To <calculate|determine> the product, we <use|apply> the distributive property: // ### <Step-by-Step Solution|Calculation> // We <split|decompose> one factor and add the partial products:
final: $$¶\boxed{@N}¶$$ // ### Final Answer¶¶**@N** // So, the <result|product> is **@N**.
"""


class AjQwqLantern(Ponderer):
    row_gap = (" ", " ", "\n\n")
    signs = ("×", "*", "x")
    groupings = ("comma",)
    others = ("round", "low")
    layout = "dollars"
    opening_tag = ("", "<think>\n", "")
    closing_tag = "\n</think>\n\n"
    restless = 0.9
    bank = r"""
open: Hmm, @ab. <I used to be good at these.|Let's take this in small bites.|I shouldn't trust my memory for this.> // So the task is <to multiply|multiplying> @a and @b. <Let me sit with it for a second.|There must be a neat way to do it.|No calculator, so pieces it is.>
ahead: <My gut says|I'd guess> near @e, because @u @x @w is that. // @u by @w is @e, <so somewhere near|a lantern to walk toward>.
plan: What if I <see|think of> @r as @f? Then @l <goes into|meets> each part <on its own|separately>. // I can <distribute @l over|spread @l across> @f, <since that's @r|that being @r>.
row: @l by @r, <that's|so> @v. // <And|Now> @l @x @r <turns out to be|yields> @v. // Okay, @r lots of @l: @v.
rowd: <Slowly now,|Carefully,> @d. // @l by @r in <smaller bits|steps>: @d.
oops: @l by @r... @w? <Hmm, one too many somewhere|Not quite>. @v, <yes|that's better>. // @l @x @r <I'd say|perhaps> @w, <but no|oh no>, counting again it's @v.
add: @s @o @v <takes me to|arrives at> @r. // And @s @o @v, so @r.
sum: <Gathering|Collecting> everything: @sum. // <All in all|Together then>: @sum.
commit: <Which means|And so> @ab is @N. // So I <end up with|arrive at> @N as the product. // That's @N for @ab, <it seems|I think>.
idle: <But wait|Hmm, but>, is distributing even <allowed|okay> like that? <Of course it is.|Sure, it always is.> Moving on. // Could I have <read|taken> @a <backwards|wrongly>? <No, it's as given.|No, the question has @a.> <Silly worry.|Never mind.>
last: Tail digits @y and @z multiply to @p, so @d at the end, <and there it is|just as I have>. // With @y and @z at the ends, @p, <I want|there should be> a final @d. <Got it.|Yes.>
nine: By nines, @y and @z go to @p, and my number goes to @d. <Peaceful.|No contradiction.> // Summing digits down: @y, @z, and @d for the result. @y times @z, @p, <reduces accordingly|fits>.
est: @u by @w is @e, and mine's <not far off|in the same region>. <Fine.|Good.> // The size: @e from @u @x @w. <Believable.|I can believe that.>
soft: But wait. I have a <bad|nagging> feeling: I <never carried|think I skipped a carry> in the middle. <Let me abandon|I'm dropping> @P. // Hmm, no, @P <is not it|can't be it>; I <jumbled|confused> the places <along the way|when adding>. <Wipe it.|Away with it.>
hardl: But wait, ends @y and @z force a final @d. @P finishes in @e. <Impossible.|So it's broken.> // Hmm! A product of numbers ending in @y and @z ends in @d, never in @e as @P does. <Back to it.|So no.>
hardn: But wait, by nines I'd want @d (from @y and @z), and @P leaves @e. <So it's broken.|No good.> // Hmm, nines again: @P goes to @e though it ought to go to @d. <It's false, then.|So it falls.>
restart: <Once more from the start|Again, with a clear head>: @l by @f. // A new <attempt|try>, then. @r opens up into @f, with @l <in front|outside>.
recommit: So <really|truly> it's @N. // And <so now|this time> @ab is @N. // <That puts|Which puts> the product at @N.
same: Back at @N, then, <the very same number|of all things>. So @ab is @N. // Oh, @N <again|a second time>. So the product is @N after all.
spot: Let me <retrace|walk back through> the pieces. @l by @r, I had @w there... <counting again|do it fresh>: @v. // Is @l @x @r really @w? <Slowly...|Let me see.> No! It's @v.
resum: The pieces <are all fine|check out>, hmm. So it's the <adding|gathering>: @sum <doesn't give what I wrote|was summed wrongly>.
void: Then @P <falls|was false>. // Ah, so @P <was an error|is no good>.
cross: <Let me come at it from the other side|What about a different road>: @l by @r, with @r as @f. // Perhaps <test|try> it as @l over @f, <to see whether it holds|for comfort>.
clash: But this road ends at @N, and the <other|first> at @P! <Two answers, one truth.|Something has to give.> // Hmm, @N here, @P there. <Which of the two lied?|They ought to be equal.>
settle: So it was the first road that <went astray|was crooked>; @ab is @N. // <There|That's it>: the first had the flaw, and the true product is @N.
agree: @N by this road <also|as well>. <Lovely.|Then I can rest.> // And it's @N <here too|on this side also>. <Good.|That settles my nerves.>
clashb: But this comes to @X, and <I had|before it was> @N! <Where's the crack?|Hmm, which?> // @X now? <Against|Versus> @N before. <Let me look into this new one first.|One has a hole.>
blame: Oh, it's <this new road|the second road> that's faulty: @l by @r is @v, I said @w. Repaired, @sum = @N. <The earlier road was sound.|Peace restored.> // Found it, <just now|in this second one> I took @w for @l @x @r; it's @v. So @sum = @N, <no change then|just as before>.
stop: I'll <go with|stay with> @N. // @N. <I'm at ease with that.|Enough wandering.>
head: Split one factor and <multiply piece by piece|handle the parts one at a time>. // The <computation|work>, <in brief|condensed>: // Working through <the parts|each part>:
final: **Final Answer**¶¶\[ \boxed{@N} \] // So <the answer is|we have> \(\boxed{@N}\). // <The product of the two numbers|The value of @ab> is \(\boxed{@N}\).
"""


class AjGlmOutline(Ponderer):
    row_gap = ("\n",)
    bullet = "    *   "
    gap = "\n\n"
    signs = ("×", "*")
    layout = "numbered"
    others = ("round", "high")
    bank = r"""
open: 1.  **<Understand the request|Identify the goal>:** <Multiply|The user wants me to multiply> @a by @b. // **Task <analysis|reading>:** compute @ab <exactly|by hand>.
ahead: *<Magnitude|Ballpark>:* @u @x @w = @e. // **<Pre-estimate|Expected size>:** <around|about> @e, from @u @x @w.
plan: 2.  **<Strategy|Choose a method>:** <expand|decompose> @r = @f, <then multiply by|apply to> @l. // **<Method|Approach>:** @l @x (@f).
row: @l @x @r → @v // @l @x @r <equals|=> @v // @r-part: @v <in total|>
rowd: @d // *@r-part:* @d
oops: @l @x @r → @w. *<Correction|Self-check>:* <that's|this is> @v. // @l @x @r = @w (<typo|mistyped>), should read @v
add: <Accumulate|Running>: @s @o @v → @r // @s @o @v <yields|→> @r
sum: **<Summation|Combine>:** @sum // **<Add up|Aggregate> the parts:** @sum
commit: **<Result|Outcome>:** @ab = @N. // *<Product|Answer so far>:* **@N** // **<Value obtained|What I obtain>:** @N.
idle: *<Possible concern|Open question>:* is <the decomposition complete|any place missing>? <Yes, it covers every digit.|No issue: the parts rebuild the factor.> // *<Concern|Worry>:* <an alignment|a zero-count> issue? <Reviewed; nothing to change.|Looked over; all lines are in order.>
last: *<Check A|Unit-digit check>:* @y @x @z = @p → ends in @d. <Pass.|✓> // *<Final-digit test|Trailing digit>:* @d <expected|required> (@y·@z = @p), @d present. <OK.|✓>
nine: *<Check B|Mod-9 check>:* @y · @z ≡ @d, result ≡ @d. <Pass.|✓> // *Digit-sum <test|residues>:* @y, @z → @p ≡ @d (mod 9); result @d. <OK.|✓>
est: *<Check C|Size check>:* @u @x @w = @e, <same scale|comparable>. <Pass.|✓> // *Reasonableness:* <near|close to> @e (@u @x @w). <Fine.|✓>
soft: **<Issue|Problem> detected:** <a carry was probably skipped|the lines were added hastily>, so @P is <withdrawn|invalid>. // **<Revision needed|Reconsidering>:** @P <relies on a shaky addition|may come from a misplaced zero>; <discarding it|it is dropped>.
hardl: **<Issue|Failed test>:** @P ends in @e, but @y @x @z <requires|forces> @d. <Rejected.|Result invalid.> // *Unit-digit check:* <needed|expected> @d, found @e in @P. **<Fail|Fails>** - the result is <rejected|not acceptable>.
hardn: **<Issue|Failed test>:** mod 9 should be @d (residues @y, @z); @P leaves @e. <Rejected.|Not valid.> // *Mod-9 check:* expected @d, @P has @e. **<Fail|Fails>** - <discard the result|rework required>.
restart: **<Second pass|Fresh calculation>:** @l @x (@f), <from scratch|independent of the above>. // **<Redo|New attempt>:** take @r = @f <and multiply by|against> @l.
recommit: **<Revised result|Corrected result>:** @ab = @N. // *<New product|Updated answer>:* **@N** // **<Replacement value|Now obtained>:** @N.
same: **<Result of the new pass|New result>:** @N - <identical to the discarded value|the same number again>, so @ab = @N. // *<Redone|Recomputed> product:* **@N**, <unchanged|no different from before>.
spot: **<Line-by-line review|Audit of the lines>:** @l @x @r was <recorded|listed> as @w; <recomputed|correct value>: @v. // *<Step review|Re-examining the steps>:* @l @x @r ≠ @w. It <is|equals> @v.
resum: **<Line-by-line review|Audit>:** all products hold; the <addition|summation> @sum was <off|miscalculated>. // *<Step review|Review>:* the error <is|lies> in adding @sum, not in the <lines|products>.
void: *<Consequence|Effect>:* @P is <wrong|incorrect>. // → @P <is withdrawn|no longer stands>.
cross: **<Cross-check|Verification by another split>:** @l @x (@f) // **<Independent method|Second method>:** @r = @f, <multiplied by|each times> @l.
clash: → @N here versus @P <above|earlier>. **<Mismatch|Conflict>** - <locate the error|one is faulty>. // *<Comparison|Compare>:* @P <vs.|against> @N: <they differ|no agreement>. Which <one fails|is off>?
settle: **<Resolution|Verdict>:** the earlier calculation was at fault; @ab = @N. // *<Conclusion of the comparison|Outcome of the audit>:* the <newer|cross-check> value is right, **@N**.
agree: → @N <as well|again>. <Agreement.|✓ Match.> // *<Comparison|Compare>:* both give @N. <✓|Pass.>
clashb: → @X, <whereas|while> the result is @N. **<Mismatch|Conflict>** - <inspect the cross-check|find the faulty line>. // *<Comparison|Compare>:* @X against @N: <they differ|no match>. <Inspecting.|Why?>
blame: *<Cause|Diagnosis>:* the cross-check <misstates|got wrong> @l @x @r (@w, <must be|should be> @v). Repaired: @sum = @N. <✓ The result is kept.|✓ No change to the result.> // *Diagnosis:* <slip in the verification itself|the verification has the error>: @l @x @r = @v, not @w; then @sum = @N. <✓|Match.>
stop: **<Final decision|Conclude>:** <report|output> @N. // *<Ready to answer|Finalize>:* @N.
head: <To multiply these numbers|To get there>, <use place value|split one factor into parts>: // **<Steps|Working>**
final: <The answer is|The product is> **@N**. // **@ab = @N** // <So|Therefore>, @a multiplied by @b <is|gives> **@N**.
"""


class AjKimiPlainspoken(Ponderer):
    row_gap = ("\n", " ")
    gap = "\n"
    signs = ("×", "*", "·")
    groupings = ("plain", "comma")
    opening_tag = ("<think>", "<think>\n", "◁think▷")
    others = ("chunks", "round")
    layout = "prose"
    bank = r"""
open: The user asks a <plain|simple> arithmetic question: @ab. <I'll calculate it carefully.|Exactness matters.> // <A multiplication|Arithmetic>: @a <and|with> @b. <No tools, so by hand.|I'll do it manually.>
ahead: <Scale first|Order of magnitude>: @u @x @w = @e. // <Think|Say> @u and @w: @e <or thereabouts|in round numbers>.
plan: <Decompose|Take> @r = @f. <Multiply each by @l.|@l acts on every part.> // @l @x @r, <written|rewritten> as @l @x (@f).
row: @l @x @r = @v. // @l @x @r: @v. // <For @r|With @r>: @v.
rowd: @d. // @r-piece: @d.
oops: @l @x @r = @w — <no, typo|correction>: @v. // @l @x @r: @w. <Careless.|That's a slip.> @v.
add: @s @o @v = @r. // <Now|Next> @s @o @v = @r.
sum: <Sum|Total up>: @sum. // <What's left|Remaining>: @sum.
commit: <Product|Result>: @N. // @ab = @N, <then|by this calculation>. // <This yields|I obtain> @N for the product.
idle: Is there <some trap|a trick> in the question? <No, plain multiplication.|I don't see one; ordinary integers.> // I <briefly|half> suspected a <zero|place> error <in the parts|above>. <None there.|Inspected; none.>
last: <Units|Ending>: @y·@z = @p, so @d. <Correct ending.|The result ends that way.> // A quick parity of endings: @y and @z force @d; <present|satisfied>.
nine: <Nines|Digital roots>: @y·@z = @p ≡ @d; result ≡ @d. <Holds.|Consistent.> // Residues mod 9 are @y, @z and, for the result, @d. <They fit.|Compatible.>
est: <Against|Relative to> @u @x @w = @e: <sensible|good>. // @u @x @w = @e, <same ballpark|no red flag>.
soft: <I retract|Withdraw> @P: <the additions were careless|I did not track the carries>. // @P <is suspect|doesn't convince me> — <some line was likely shifted|a carry likely vanished>. <Dropped.|Not using it.>
hardl: @P ends in @e. @y·@z <demands|dictates> @d. <So @P is false.|Invalid.> // <Ending test|Units test> fails: @d <needed|required>, @P shows @e. <I reject it.|Wrong then.>
hardn: Nines test fails: @d <needed|required> (@y·@z), @P gives @e. <I reject it.|Wrong then.> // @P ≡ @e mod 9, though @y·@z ≡ @d. <So @P is false.|Invalid.>
restart: <Clean slate|Anew>: @l @x (@f). // <Recalculate|Rework> with @r = @f and @l.
recommit: <Corrected product|The product is therefore>: @N. // @ab = @N <now|instead>. // <I now obtain|It becomes> @N.
same: @N <yet again|as before>; so the product is @N. // The <rework|new calculation> also produces @N. @ab = @N.
spot: <Isolating|Re-running> the steps one at a time: @l @x @r is @v; I had <written|noted> @w. // <Here is the defect|Found it>: @l @x @r = @w <is false|was wrong>. True value: @v.
resum: Steps <verified|re-run>, all sound. <The defect is|What broke is> the addition @sum. // <Every product stands|Products fine>; @sum was <added badly|misadded>.
void: @P is <thereby void|therefore wrong>. // <Hence|So> @P <fails|is out>.
cross: <A different split|Second method>: @l @x (@f). // <Independent path|Via other parts>: @r = @f, times @l.
clash: @N, <not|instead of> @P. <Contradiction; one has a bug.|One must be wrong. Which?> // <Two totals|Disagreement>: @P <earlier|above>, @N now. <Locate the bug.|Diagnose.>
settle: The bug <sat|was> in the earlier computation. @ab = @N. // <Diagnosis done|Settled>: @N is right, @P was the faulty one.
agree: @N <too|likewise>. <Confirmed.|Concordant.> // Same @N. <Solid.|Two methods concur.>
clashb: @X, <not|instead of> @N. <Contradiction; examine this path.|Odd. Diagnose.> // <Disagreement|Hm>: @X here, @N above. <Which has the bug?|Trace it.>
blame: The bug is <here|in this path>: @l @x @r = @v, not @w. <Fixed|Repaired>: @sum = @N. <No revision needed.|@N survives.> // I <mis-multiplied just now|wrote @w in this path>: @l @x @r is @v. So @sum = @N, <in agreement|as above>.
stop: <Answer with|Reply with> @N. // @N <stands|is what I'll report>. <Done.|>
head: <Splitting one factor|By parts>: // <Worked out|Computed> in pieces, // <In short|Briefly>:
final: **@N** // @ab = **@N** // <The result is|That makes> **@N**.
"""


class AjMinimaxCounsel(Ponderer):
    row_gap = (" ", "\n")
    signs = ("x", "×", "*")
    groupings = ("comma", "space")
    layout = "table"
    bank = r"""
open: We are asked <for the product of|to find the product of> @a and @b. <Let me carefully carry this out.|It is worthwhile to be systematic here.> // The <problem|question> is @ab. <We will proceed with partial products.|A hand computation will do, provided we verify.>
ahead: <Approximate value|An approximation>: @u @x @w gives @e, <which will guide us|to be refined>. // We <anticipate|may anticipate> something <like|on the order of> @e, considering @u @x @w.
plan: <Decomposition|We decompose>: @r equals @f, <so we need|which calls for> the products with @l. // <Expressing|Rewriting> @r in the form @f, we <distribute|carry> @l over <it|the sum>.
row: We have @l @x @r = @v. // <The contribution of @r|The part @r contributes> is @v. // Multiplying @l by @r, we <find|see> @v.
rowd: <In detail|More precisely>, @d. // The contribution of @r <follows from|is> @d.
oops: Multiplying @l by @r, we find @w; <rather|pardon>, @v<, on recomputation|>. // The contribution of @r is @w... <I must correct that to|no, rather> @v.
add: <Cumulatively|Adding up>, @s @o @v = @r. // We <move|go> from @s with @o@v to @r.
sum: <It remains to evaluate|We then evaluate> @sum. // The <contributions|partial results> combine as @sum.
commit: <Thus we find|We conclude> that @ab = @N. // <Accordingly|Consequently>, the product <is|equals> @N. // <Altogether|All told>, we obtain @N as the product.
idle: One might <object|ask> whether <the decomposition is exhaustive|we duplicated a part>. <It is not a concern: the parts sum to the factor.|A glance at the parts dispels this.> // Should we <be worried about|reconsider> the <place values|magnitudes>? <They appear in order.|On reflection, no.>
last: <As to the|Regarding the> final digit, @y times @z is @p, hence @d, <as we have|in agreement>. // The terminal digit <must be|ought to be> @d since @y @x @z = @p; <it is|indeed>.
nine: <Modulo nine|In residues mod nine>, @y times @z is @p, and our product has @d; <these agree|consistent>. // The residues @y and @z <multiply to|combine into> something congruent to @d, <which is what the product shows|as found>.
est: <For plausibility|As a plausibility check>, @u @x @w is @e; <our value is comparable|nothing is amiss>. // The approximation @u @x @w = @e <supports|is in line with> our value.
soft: <On second thought|However>, I <distrust|would not defend> @P: the <addition|carrying> was done <inattentively|too loosely>. <We set it aside.|It is best discarded.> // However, @P <may suffer from|probably contains> a misaligned <contribution|part>; <we shall not rely on it|I discard it>.
hardl: However, @y @x @z <implies|entails> a terminal @d, and @P terminates in @e. <It must be erroneous.|We are compelled to discard it.> // The terminal digit of @P is @e <rather than|and not> @d, as @y and @z would have it; <hence @P is erroneous|so we reject it>.
hardn: However, the residue of @P mod nine is @e <rather than|and not> @d (from @y and @z). <It must be erroneous.|Hence we reject it.> // Residues: we <require|need> @d from @y and @z, and @P provides @e; <hence @P is erroneous|an error has occurred>.
restart: <We recompute|Let us recompute> from the beginning, <decomposing|with> @r as @f and @l as multiplier. // <Beginning afresh|Let us begin again>: @l @x (@f).
recommit: <We now conclude|It now follows> that @ab = @N. // The <amended|rectified> product is @N. // <In place of that|This time>, we obtain @N.
same: We <are returned to|recover> @N, <identical to the previous value|notwithstanding the doubt>; so @ab = @N. // The recomputation <yields|produces> @N <once more|as well>, hence the product is @N.
spot: <Re-examining|Reviewing> the contributions singly, @l @x @r was <stated to be|entered as> @w, and it is <in truth|properly> @v. // <One contribution is faulty|There is a faulty contribution>: @l @x @r is @v <rather than|and not> @w.
resum: The contributions are <in order|correct>; what is faulty is the <evaluation|addition> of @sum. // <Re-evaluating|Reviewing> @sum, I see that the <addition|sum> was <mishandled|erroneous>.
void: <Accordingly|Hence> @P was <erroneous|mistaken>. // This <invalidates|overturns> @P.
cross: <For verification|To corroborate>, we <consider|evaluate> @l @x (@f). // <An alternative computation|A second computation>: @r is @f, and @l multiplies each.
clash: This <amounts to|is> @N, <at variance with|in contrast to> the @P found <before|above>. <We must determine which is faulty.|Both cannot be right.> // <A discrepancy arises|Here is a discrepancy>: @N against @P. <We must trace it.|Which is at fault?>
settle: The fault <lay|was> with the earlier computation, and <the product is|we accept> @N. // <Accordingly|Thus>, we <adopt|accept> the second figure: @ab = @N.
agree: This <amounts to|is> @N, <corroborating|in accord with> the above. // <Again|Once more> @N; the two computations <coincide|are in accord>.
clashb: This amounts to @X, <at variance with|as against> @N. <We must trace the cause.|One is at fault.> // <A discrepancy arises|Curious>: @X against @N. <Let us trace it.|Which is at fault?>
blame: The fault is in the <verification|second computation>: @l @x @r is @v, <whereas I entered|not> @w. <Rectified|Amended>, @sum = @N, <and the product stands|in accord with the above>. // On inspection, <the verifying step|this last computation> took @w for @l @x @r, properly @v. Then @sum = @N, <as it should be|and nothing changes>.
stop: We <are content|may answer> with @N. // <The answer to give is|I shall present> @N.
head: **<Partial products|Decomposition>** // <The product can be obtained|One obtains the product> from these parts:
final: <Hence|Thus> **@ab = @N**. // **<Product|Result>:** @N // The <answer|requested product> is **@N**.
"""


class AjNemotronMargins(Ponderer):
    row_gap = ("\n", "\n\n")
    signs = ("*",)
    groupings = ("plain", "comma")
    others = ("low", "chunks")
    layout = "columns"
    restless = 0.7
    bank = r"""
open: Okay, let me <tackle|work through> @ab. <I'll write the pieces down one per line.|Paper-style, one digit group after another.> // First, @a and @b need to be multiplied. <Let me set up the partial products.|I want to avoid careless errors here.>
ahead: <Quick bound|Mental note>: @u*@w=@e. // It'll be <kind of|more or less> @e (@u by @w).
plan: @r splits into @f. <So @l times each.|Now each one gets multiplied by @l.> // <Setup|Plan>: @l across @f (that's @r).
row: @l*@r=@v // @l times @r → @v // <Line|Entry>: @l @x @r = @v
rowd: <Line|Entry>: @d // @d
oops: @l*@r=@w. <Hmm no|Nope>, recount: @v // @l times @r → @w... <off, it's|let me fix that,> @v
add: @s@o@v=@r // plus the next line: @s @o @v = @r
sum: <Now total the lines|Totaling>: @sum // <Lines together|Everything added>: @sum
commit: <So we get|So,> @ab=@N. // So the <full product|whole thing> is @N. // <And the product is|I have> @N, then.
idle: Hmm, <should I have used|would it matter if I'd used> the other factor? <No, order doesn't matter.|Not at all.> // Hmm, let me <peek|look> at the alignment. <Okay, it's okay.|Nothing strange there.>
last: <Margin check|Side check>: @y*@z=@p, last digit @d, <ok|agrees>. // Last digits: @y and @z → @d. <We have that.|Yep.>
nine: <Margin check|Side check>: mod 9 it's @y*@z → @d and we have @d, <ok|agrees>. // Mod 9 → @y, @z, total @d; @y*@z=@p. <Yep.|Works.>
est: <Margin check|Side check>: @u*@w=@e, <ok|reasonable>. // Ballpark @e from @u and @w, <so plausible|yep>.
soft: Hmm, no. <I bungled|I fumbled> something <in the lines above|while totaling>, I'm <pretty|quite> sure a carry is missing. Cross out @P. // Hmm, I <don't believe|no longer trust> @P. The lines <seem misplaced|weren't lined up>. <Scrap that.|Cross it out.>
hardl: Hmm, @y*@z ends in @d and @P in @e. <Contradiction, cross out @P.|So that's wrong.> // Last digit of @P: @e. <Needed|Should be>: @d, because of @y*@z. <Scrap it.|Not right.>
hardn: Hmm, @P mod 9 is @e, and it <should be|needs to be> @d (@y and @z). <Cross it out.|So that's wrong.> // Mod 9: needed @d, @P gives @e. <Scrap it.|Not right.>
restart: <Do-over|New sheet>. @l across @f. // <Write it all out again|Next try>, with @r as @f, times @l.
recommit: <Now the product is|Now we get> @N. // So it's @ab=@N. // <That makes it|The whole thing is then> @N.
same: <Well|Hm>, @N again. So @ab=@N. // <Second time|Again> it's @N, <so the product is|and that's the product:> @N.
spot: Let me redo <just one line|the lines singly>: @l*@r. <Not|It's not> @w, it's @v. // <Rechecking line by line|Lines again>... @l*@r <was put as|says> @w <but|and> should be @v.
resum: Lines <are fine|ok>. The total of @sum <isn't|was not> right. // <Rechecking line by line|Lines again>... all ok. So <totaling|the totaling of> @sum failed.
void: <Then|So> @P is wrong, cross it out. // That <kills|takes out> @P.
cross: <Other way round|Another breakdown>: @l across @f. // <Verify|Second look>: @l*@r by @f.
clash: <That says|Here it's> @N, and <above|before> it was @P. <Hmm. One of them's bad.|Not equal. Look for it.> // @N vs @P. <They don't agree.|Trouble.> <Which lines are bad?|Where's the bad line?>
settle: <Bad line was in|The trouble was with> the earlier sheet, so the product is @N. // Okay, so @P is out and @ab=@N.
agree: @N, <same number|no difference>. <Nice.|Cool.> // Also @N. <Great, that's twice.|They agree.>
clashb: <That says|Here it's> @X, but the product was @N. <Hmm.|Not equal. Look for it.> // @X vs @N. <They don't agree.|Trouble.> <Where's the bad line?|Check this sheet.>
blame: Bad line is in <this check|the second look>: @l*@r=@v, <I put|not> @w. So @sum=@N. <Phew.|All good, same as above.> // Right, @w was a <miscount|misprint> in the check, @l*@r=@v. Then @sum=@N <and we're fine|like before>.
stop: <Going with|I'll answer> @N. // So @N. <Done here.|That's my answer.>
head: <Long multiplication|Written multiplication>: // Here is the <written work|column layout>: // <Multiply|Set out> line by line:
final: **<Answer|Solution>: @N** // <Answer|The answer>: \(\boxed{@N}\) // @ab = **@N**
"""


class AjPhiProtocol(Ponderer):
    row_gap = (" ", "\n")
    signs = ("*",)
    groupings = ("plain", "comma")
    methods = ("chunks", "high", "round")
    others = ("high", "low")
    layout = "bullets"
    restless = 0.8
    bank = r"""
open: User <asks|wants>: @ab. I must <produce|provide> a correct answer <with reasoning|with steps>. // We need to <answer|respond to> "@ab". I'll <do the computation|compute> in detail.
ahead: We <might|can> estimate: @u*@w = @e. // <Estimation|Approximately>: @e because @u*@w.
plan: We can do: @r = @f. So @l*@r = @l*(@f). // <Let's do|Let's compute> with @r = @f, <applied to|times> @l.
row: @l*@r = @v<, yes|>. // <Compute|Then> @l*@r: @v. // We get @l*@r = @v.
rowd: <Compute|Then> @d. // We get @d.
oops: @l*@r = @w? <Actually compute|Let me do that precisely>: @v. // Compute @l*@r: @w, <sorry|that's a misstep>, @v.
add: @s @o @v = @r<, check|>. // <Sum|Then> @s @o @v = @r.
sum: Then <total|sum it>: @sum. // <We sum|I'd sum>: @sum.
commit: <Thus|So> answer @N. // I get @ab = @N. // So <the product becomes|we have product> @N.
idle: The <instructions|prompt> might <want|expect> something else? <It's just a product.|No.> // I <could|might> consider <decimals|signs> but <they're whole numbers|there are none>. <Fine.|So nothing to do.>
last: Last digit: @y*@z = @p, <digit @d, consistent|ends with @d; matches>. // I see final digit @d = last digit of @y*@z, <good|consistent>.
nine: Mod 9: @y*@z = @p, remainder @d; <our number remainder @d, good|ours is @d, consistent>. // Check remainders by 9: @y, @z, and @d for ours. <They're consistent.|It works.>
est: Compare with @u*@w = @e: <not unreasonable|consistent>. // Rough value @e (@u*@w), <so magnitude is correct|so fine>.
soft: But I <realize|suspect> I <mis-added|mis-shifted a partial result>. So @P is <to be rejected|not acceptable>. <Let me recompute.|> // I <shouldn't|won't> output @P: <the sum was done without carries|my carry handling was unclear>.
hardl: But @y*@z <must end|ends> in @d while @P ends in @e. <So I must reject @P.|That's inconsistent, so wrong.> // Check last digit of @P: @e; <required|needs> @d given @y*@z. <Inconsistent, reject.|So that's wrong.>
hardn: But mod 9 we need @d (from @y*@z) while @P is @e. <So I must reject @P.|That's inconsistent, so wrong.> // Check remainder of @P by 9: @e; <required|needs> @d. <Inconsistent, reject.|So that's wrong.>
restart: <Let's recompute from the start|Let's recompute fully>: @l*@r, @r = @f. // <Re-derivation|Recomputation>: @l*(@f).
recommit: <Thus|So> corrected answer @N. // So I <now have|now get> @ab = @N. // <The recomputed product|The proper product> is @N.
same: We get @N <again|as before>, so answer: @N. // Interesting, <recomputed product|the recomputation> is also @N. So answer @N.
spot: <Double-check each multiplication|Re-verify each>: @l*@r; I had @w, <exact|correct> is @v. // Let me <recalculate|re-verify> @l*@r: @v. But I <used|had> @w. <Mistake.|>
resum: <Double-check|Re-verify> addition: @sum — <that was mis-added|my total was incorrect>. // Multiplications <verified|are right>; the addition @sum <was incorrect|had an error>.
void: So @P is incorrect. // Thus <I withdraw|I must withdraw> @P.
cross: <Let's verify by|Verification with> @l*(@f). // <Use a different decomposition|Different decomposition>: @r = @f, so multiply each by @l.
clash: That's @N, but <my answer was|I had> @P. <Inconsistent; find which is wrong.|We need to see which one is right.> // Hmm, @N vs @P: <inconsistent|conflict>. <Let me find the error.|One is wrong.>
settle: So the earlier was wrong, <answer|the answer is> @N. // <Thus|So> the verification is right and @ab = @N.
agree: It's @N, <consistent|verified>. // <Total|It's> @N again, so <verified|the answer is verified>.
clashb: That's @X, but <my answer was|I had> @N. <Inconsistent; find which is wrong.|Let me see.> // Hmm, @X vs @N: <inconsistent|conflict>. <Let me find the error.|One is wrong.>
blame: Verification had an error: @l*@r = @v, <not|I used> @w. So @sum = @N. <Consistent now.|Thus answer unchanged.> // I see: in <verification|this decomposition> I <mis-multiplied|used> @w; @l*@r = @v; then @sum = @N, <consistent|so okay>.
stop: I'll <answer|produce final answer> @N. // <Provide|Now provide> answer @N.
head: To <solve|evaluate> @ab, <we can|one can> break down the multiplication: // Here's a <clear|short> step-by-step <solution|explanation>:
final: <Therefore|So>, the <final answer|answer> is **@N**. // **<Final|The final> answer: @N**
"""


class AjOssShorthand(Ponderer):
    gap = " "
    signs = ("*",)
    groupings = ("plain", "plain", "comma", "narrow")
    opening_tag = ("<|channel|>analysis<|message|>", "analysis", "<|start|>assistant<|channel|>analysis<|message|>")
    closing_tag = "<|end|><|start|>assistant<|channel|>final<|message|>"
    layout = "bullets"
    restless = 0.6
    bank = r"""
open: <Need|We need> @ab. <Do manually.|By hand, accurately.|Straight multiplication.> // Multiplication: @ab. <Go.|Let's do it.|Carefully.>
ahead: <Approx|Approx value> @e (@u*@w). // @u*@w=@e <roughly|for scale>.
plan: @r=@f; <multiply by|times> @l. // <Do|Take> @l*(@f).
row: @l*@r=@v. // *@r: @v. // @l times @r @v.
rowd: @d. // <i.e.|so> @d.
oops: @l*@r=@w? <no: @v.|nah, @v.> // @l*@r: @w... <correct:|rather> @v.
add: @s@o@v=@r. // <plus next|then> @s@o@v -> @r.
sum: Sum @sum. // <Total of|Add> @sum.
commit: <So|OK so> @ab=@N. // Product @N. // <Gives|That gives> @N.
idle: <Any trick?|Some formatting catch?> <No.|Nothing.> // <Missed zero?|Lost place?> <Nope.|No, good.>
last: Last digit @y*@z=@p → @d <ok|good>. // Ends @d (@y*@z), <check|ok>.
nine: Mod9 @y*@z=@p vs @d <ok|fine>. // Mod9: factors @y,@z; result @d; <matches|ok>.
est: vs @u*@w=@e <ok|close>. // Approx @e from @u*@w, <fine|good>.
soft: Hmm @P <shaky|dubious>: <carry skipped probably|added too fast>. <Discard.|Drop it.> // <Not trusting|Don't trust> @P; <maybe shifted a line|lost carry likely>. <Throw out.|Discard it.>
hardl: But @P ends @e, need @d from @y*@z. <Wrong.|Reject.> // Last digit of @P is @e but @y*@z → @d. <So wrong.|Reject it.>
hardn: But @P mod9=@e, need @d from @y*@z. <Wrong.|Reject.> // Mod9 fails: @P → @e, <should be|need> @d. <So wrong.|Reject it.>
restart: <Redo|Recompute>: @l*(@f). // <Again|Fresh>: @r=@f, times @l.
recommit: <Now|So now> @ab=@N. // <Correct|New> product @N. // <Thus instead|So it is> @N.
same: <Again|Still> @N. So @ab=@N. // @N <once more|same>. Product @N.
spot: <Recheck|Check> pieces: @l*@r not @w, <it's|but> @v. // @l*@r: had @w; <actual|true> @v.
resum: <Recheck|Check> pieces: ok; adding @sum <was wrong|went bad>. // Pieces ok, <sum|addition> @sum <misdone|was off>.
void: So @P wrong. // <Hence|Then> @P out.
cross: <Check other way|Verify>: @l*(@f). // <Second method|Alt>: @l times (@f).
clash: @N vs <earlier|before> @P. <Mismatch.|Which is wrong?> // <Not|Doesn't equal> @P: now @N. <Find error.|Hmm.>
settle: So earlier wrong, <answer|product> @N. // <Therefore|OK so> check is right: @ab=@N.
agree: @N <matches|same>. // @N again, <good|great>.
clashb: @X vs @N. <Mismatch.|Which is wrong?> // <Not|Doesn't equal> @N: this is @X. <Find error.|Hmm.>
blame: <Error here in check|Check had error>: @l*@r=@v not @w. So @sum=@N <ok|matches>. // In check wrote @w, <actual|real> @l*@r=@v; @sum=@N. <Fine.|Good.>
stop: <Answer|Final> @N. // <Respond|Output> @N.
head: **<How it works out|Worked steps>** // <Splitting a factor|Using place value>:
final: **@ab = @N** // <The product is|Result:> **@N**. // **@N**
"""


class AjExaoneQuarry(Ponderer):
    signs = ("\\times",)
    groupings = ("plain", "latex")
    row_gap = (" ", "\n\n")
    opening_tag = ("<thought>\n",)
    closing_tag = "\n</thought>\n\n"
    layout = "latex"
    restless = 0.8
    bank = r"""
open: Okay, so there's this <multiplication|product> $@ab$ to <find|evaluate>. <I'll be honest, mental math with these is risky.|Let me remember how we break numbers.|No shortcuts come to mind.> // Let me see, $@a$ times $@b$. <Seems like something to do in stages.|I'd better write every step.|Distribution should do.>
ahead: Around $@e$ <I'd imagine|perhaps>, since $@u @x @w = @e$. // For a <feel|sense> of it, $@u @x @w = @e$.
plan: If I <chip|cut> $@r$ into $@f$, each <chunk|fragment> can be multiplied by $@l$ separately. // <Remember|Recall> that $@r = @f$. So it's $@l$ times <each chunk|every one of these>.
row: $@l @x @r$ <gives me|would be> $@v$. // <The next chunk:|For this chunk,> $@l @x @r = @v$. // Multiplying $@l$ by $@r$: $@v$.
rowd: <The next chunk:|Stage by stage,> $@d$. // That chunk is $@d$.
oops: $@l @x @r$ gives me $@w$. <Wait, that's not right|Hmm, hold on>, $@v$. // <The next chunk:|For this chunk,> $@l @x @r = @w$... <oh, a slip|mistake>, $@v$.
add: <Stacking|Piling> up: $@s @o @v = @r$. // $@s @o @v$ <gets to|becomes> $@r$.
sum: The chunks <together|all in one>: $@sum$. // <Piling them up|Stacking these>, $@sum$.
commit: Therefore the product <must be|is> $@N$. // So $@ab = @N$, <if I did that right|I believe>. // <Adding up to|So the total is> $@N$ for $@ab$.
idle: Wait, <is it okay|am I allowed> to split just one factor? <Yes, of course.|Yes, that's fine.> // Hmm, <am I sure about|what about> the zeros? <Counting them... they're right.|They're all there.>
last: The <ones|ones place> check: $@y @x @z = @p$, so it ends in $@d$, <and mine does|same as mine>. // Looking at ones, $@y$ and $@z$ <make|give> $@d$ at the end. <Correct.|True for mine.>
nine: Remainders by 9: $@y$ and $@z$ give $@p$, and mine gives $@d$. <Those fit together.|Compatible, good.> // Modulo 9, $@y @x @z \equiv @d$, <and so is mine|matching mine>.
est: It's <near|around> $@u @x @w = @e$, so <not crazy|believable>. // With $@u @x @w = @e$ <in mind|as a guide>, the size <works|is good>.
soft: Wait, I'm <not convinced|having second thoughts>. I think a <carry fell out|chunk was misplaced>, so $@P$ is <no good|unreliable>. // Hmm, $@P$ was <put together|added up> <too casually|without carrying properly>. <I'll drop it.|It has to be redone.>
hardl: Wait, $@P$ ends in $@e$. But $@y @x @z$ ends in $@d$! <So it's wrong.|No way, then.> // The ones place should be $@d$ ($@y @x @z$), and in $@P$ it's $@e$. <So there's a mistake.|That one is wrong.>
hardn: Wait, modulo 9 $@P$ is $@e$. But it should be $@d$, from $@y @x @z$! <So it's wrong.|No way, then.> // Remainder by 9 should be $@d$, and for $@P$ it's $@e$. <So there's a mistake.|That one is wrong.>
restart: <Let me dig in again|Once more from zero>: $@l @x (@f)$. // <I'll redo everything|A fresh start> with $@r = @f$, <each|all> times $@l$.
recommit: Therefore the product <should be|is actually> $@N$. // So, <redone|corrected>, $@ab = @N$. // <Now it totals|The total is now> $@N$.
same: Hmm, it came to $@N$ <again|like before>. Then $@ab = @N$. // The <redone|fresh> product is also $@N$, so <that's it|I take it>: $@ab = @N$.
spot: Let me <re-examine|reopen> the chunks. $@l @x @r$: I <claimed|believed> $@w$, but <it works out to|it's> $@v$. // Hmm, about $@l @x @r = @w$. <That's false.|No.> It's $@v$.
resum: The chunks are <good|right>, yet $@sum$ was <piled up|added> wrongly. // Hmm, chunks okay, but the <stacking|adding> of $@sum$ <is where I failed|had the slip>.
void: That <makes|means> $@P$ <wrong|is wrong>. // So $@P$ <crumbles|doesn't survive>.
cross: <Maybe verify|Let me test it> with the other cut: $@l @x (@f)$. // <A different cut|Another cut> for checking: $@r = @f$, times $@l$.
clash: Here I get $@N$, and <there|previously> $@P$. <Uh-oh.|They should be equal.> One <must have|has> an error. // $@N$?? It was $@P$ <before|earlier>. <Which cut was bad?|I have to find the slip.>
settle: So the previous cut had the error, and $@ab = @N$. // <It's clear|Clear> now: $@P$ was wrong, and <the product|the answer> is $@N$.
agree: Here I get $@N$ <too|as well>. <Excellent.|Wonderful.> // Also $@N$ <this way|with this cut>, so <it's solid|no worry>.
clashb: Here I get $@X$, though it was $@N$. <Uh-oh.|They should be equal.> // $@X$?? Not $@N$? <Let me look at this cut.|I have to find the slip.>
blame: The slip is in <this very check|the checking cut>: $@l @x @r$ is $@v$, I <said|took> $@w$. So $@sum = @N$. <Good, unchanged.|So they're equal after all.> // Oh, <while checking|in the test> I used $@w$ for $@l @x @r$; really $@v$. Then $@sum = @N$, <equal to mine|so all is well>.
stop: So I <settle on|answer> $@N$. // <That's enough.|Good enough.> It's $@N$.
head: We <compute|evaluate> by cutting one factor into place-value parts. // The product <may be|can be> computed as <follows|shown>:
final: \[¶\boxed{@N}¶\] // **Answer:** $\boxed{@N}$ // <Hence|So> the <answer|product> is $\boxed{@N}$.
"""


class AjSkyworkSpindle(Ponderer):
    signs = ("\\times", "\\cdot")
    groupings = ("plain", "thin")
    row_gap = (" ", "\n")
    layout = "latex"
    restless = 1.0
    others = ("low", "chunks")
    bank = r"""
open: Okay, <the problem here is|here we have> \(@ab\). <I think I'll expand it.|Let me go term by term.|It needs some patience.> // So I'm given \(@a\) and \(@b\) to multiply. <Let's expand.|Term by term, then.|I'd go with expanding.>
ahead: I'd <put|place> it about \(@e\), <as|because> \(@u @x @w = @e\). // <Quickly|Loosely>: \(@u @x @w = @e\).
plan: <Expand|Expanding> \(@r\) into \(@f\), every term <picks up|gets> a factor \(@l\). // Using \(@r = @f\), <I get terms|the terms are> \(@l\) times each.
row: The term with \(@r\): \(@v\). // \(@l @x @r = @v\), <okay|fine>. // <Another|Also> \(@l @x @r\), so \(@v\).
rowd: The term with \(@r\): \(@d\). // <Spelled out|In pieces>, \(@d\).
oops: The term with \(@r\): \(@w\), <oh no wait|ah no>, \(@v\). // \(@l @x @r = @w\), <hmm, off|I mean>... \(@v\).
add: <Partial sums|Up to here>: \(@s @o @v = @r\). // \(@s @o @v = @r\), <continuing|good>.
sum: All terms: \(@sum\). // The <expansion|whole expression> is \(@sum\).
commit: So \(@ab = @N\). // <Evaluating|Simplifying>, the answer is \(@N\). // That <evaluates|simplifies> to \(@N\).
idle: But wait, <what if|suppose> I counted a term twice? <No, each appears once.|I go through them: no.> // But am I <sure|certain> the expansion <covers|includes> everything? <It does.|Yes, all digits.>
last: The product of last digits \(@y @x @z = @p\) <predicts|suggests> a final \(@d\), <that's so|confirmed>. // Final digit \(@d\) <checks|is right>, from \(@y @x @z\).
nine: Taking mod 9, \(@y\) and \(@z\) yield \(@p\), and we have \(@d\), <so equal mod 9|congruent>. // \(@y @x @z \equiv @d \pmod 9\), <as for my answer|and mine too>.
est: \(@u @x @w = @e\) <is nearby|isn't far>. Okay. // The <order|size> compared to \(@u @x @w = @e\) <is okay|seems fine>.
soft: But wait, <simplifying|the summation> went too fast; <a carry is likely lost|I can't vouch for it>. I <take back|cancel> \(@P\). // But hmm, \(@P\) <smells|feels> wrong. <A term may be off by a factor of ten.|I likely forgot a carry.> <Cancel it.|I take that back.>
hardl: But wait, the final digit of \(@P\) is \(@e\), and \(@y @x @z\) tells me \(@d\). <Not possible.|So that's an error.> // But \(@y @x @z\) forces \(@d\) at the end and \(@P\) has \(@e\)! <So it's false.|Error somewhere.>
hardn: But wait, \(@P \equiv @e \pmod 9\), and it should be \(@d\). <Not possible.|So that's an error.> // But mod 9 I need \(@d\), from \(@y\) and \(@z\), and \(@P\) has \(@e\)! <So it's false.|Error somewhere.>
restart: <Expand anew|Expanding from scratch>: \(@l @x (@f)\). // <Let me rebuild it|I rebuild it> with \(@r = @f\), <multiplying|taken> by \(@l\).
recommit: So <correctly|in fact> \(@ab = @N\). // <Now|This time> the answer is \(@N\). // <Now|This time> it evaluates to \(@N\).
same: It evaluates to \(@N\) <again|just the same>. So \(@ab = @N\). // <Rebuilt,|Expanded anew,> the answer is still \(@N\).
spot: Term by term <again|once more>: \(@l @x @r\) was \(@w\) <in my list|above>, and that's <not right|off>. It's \(@v\). // Hmm, <there|look>: \(@l @x @r = @v\), <while|but> I had \(@w\).
resum: Term by term all is right, so <evaluating|simplifying> \(@sum\) was <the problem|wrong>. // Hmm, terms okay; I <mis-simplified|misadded> \(@sum\).
void: So \(@P\) <was mistaken|isn't the answer>. // Which <means|tells me> \(@P\) is wrong.
cross: <Expanding|If I expand> the other factor: \(@l @x (@f)\). // <Let's double up|For verification>: \(@l\) times \(@f\).
clash: It <evaluates to|simplifies to> \(@N\), not \(@P\). <Both can't hold.|Then one expansion is flawed.> // Versus \(@P\) earlier, this is \(@N\). <Flawed where?|I need the flawed term.>
settle: The flaw was in the earlier expansion, <and so|therefore> \(@ab = @N\). // So <we drop \(@P\)|\(@P\) goes>, and the answer is \(@N\).
agree: It evaluates to \(@N\), <equal|the very same>. // \(@N\) from <this expansion|this side> too, <nice|so consistent>.
clashb: It evaluates to \(@X\), not \(@N\). <Both can't hold.|Then one expansion is flawed.> // Versus \(@N\) earlier, this is \(@X\). <Flawed where?|I need the flawed term.>
blame: The flaw is in <this later|the verifying> expansion: \(@l @x @r = @v\), not \(@w\). So \(@sum = @N\), <back in agreement|which agrees>. // Flawed term, <in this verification|here>: I took \(@w\) for \(@l @x @r = @v\). So \(@sum = @N\), <nothing to change|good>.
stop: So <finally|in conclusion> \(@N\). // <I'm done|That's it>: \(@N\).
head: <Expanding|Let us expand> one factor in powers of ten: // **<Computation|Expansion>**
final: \(\boxed{@N}\) // <Therefore|So> \(@ab = \boxed{@N}\). // The <value|product> is \(\boxed{@N}\).
"""


class AjSoneHourglass(Ponderer):
    signs = ("x", "*", "×")
    groupings = ("plain", "comma")
    row_gap = ("\n", "\n\n")
    opening_tag = ("<|im_start|>think\n", "think\n")
    closing_tag = "\n<|im_start|>answer\n"
    layout = "numbered"
    restless = 0.9
    bank = r"""
open: To <evaluate|determine> @ab, <I'll proceed by partial products|a place-value split is natural>. // The <quantity|number> wanted is @ab. <Let me lay it out.|I lay out the parts.|Parts first.>
ahead: <A crude figure|Crudely>: @u @x @w = @e. // <Bracketing|Crude bound>: near @e, by @u @x @w.
plan: <Since|As> @r = @f, the <quantity|number> is @l times that, <term after term|part by part>. // Lay out @r = @f <beside|against> the multiplier @l.
row: Part: @l @x @r = @v // @l @x @r <computes to|amounts to> @v. // <Part|Entry> for @r: @v
rowd: Part: @d // <Entry in full|In full>: @d
oops: Part: @l @x @r = @w. <No,|Misread,> it's @v) // @l @x @r amounts to @w. <Wrong digit:|Digit slip:> @v.
add: <Accumulating|Accumulated>: @s @o @v = @r. // @s @o @v = @r, <so far|running sum>.
sum: <Accumulated sum|The parts sum>: @sum. // <Accumulating|Accumulate> @sum.
commit: <This shows|It results> that @ab = @N. // The <quantity|number> sought is @N. // <Final tally|Tally>: @ab = @N.
idle: Wait, <is the multiplication commutative here|could the split be illegal>? <Certainly it's all right.|No problem there.> <Nothing changes.|> // Wait, <did the statement say|was it> @a @x @b? <Yes.|It was.> Okay.
last: Wait, <try|examine> the terminal digits: @y @x @z = @p, thus @d. <In order.|The number complies.> // Wait, does it end in @d, as @y @x @z <dictates|wants>? <Yes.|It does.>
nine: Wait, <try|examine> residues: @y and @z by nine, product @p; the number has @d. <In order.|It complies.> // Wait, does it leave @d by nine, as @y @x @z <dictates|wants>? <Yes.|It does.>
est: Wait, <try|examine> the size: @u @x @w = @e. <In order.|It complies.> // Wait, <is it comparable|does it compare> with @u @x @w = @e? <Yes.|It is close.>
soft: Wait, the <tally|accumulation> @P is <doubtful|not safe>: <no carry was noted|one entry may be displaced>. I <strike it|revoke it>. // Wait, I <revoke|strike> @P. <The entries were accumulated blindly.|A carry seems to be absent.>
hardl: Wait, @P terminates with @e, <in contradiction to|against> the @d of @y @x @z. I <strike it|revoke it>. // Wait, does @P end in @d, as @y @x @z <dictates|wants>? No, in @e. <So it's false.|Struck.>
hardn: Wait, @P leaves @e by nine, <in contradiction to|against> the @d of @y @x @z. I <strike it|revoke it>. // Wait, does @P leave @d by nine? No, @e. <So it's false.|Struck.>
restart: <Lay it out anew|New layout>: @l @x (@f). // <Turning the glass over|Again from nothing>: @r = @f, with @l.
recommit: <This time|Now> the number sought is @N. // <New tally|Corrected tally>: @ab = @N. // It <now|thereby> results that @ab = @N.
same: <New tally|Fresh tally>: @ab = @N, <coinciding with the struck one|as it happens unchanged>. // The number sought is @N, <even so|the struck one was right>.
spot: Wait, <inspect|go over> the entries: @l @x @r is @v, and @w <was entered|stands there>. // Wait, the entry @l @x @r = @w is <false|mistaken>; <it's|it must be> @v.
resum: Wait, the entries are <faultless|true>; accumulating @sum was <faulty|done wrong>. // Wait, <it's|the fault is> in the accumulation of @sum, <the entries hold|not in an entry>.
void: <Thus|Hence> @P is <struck|revoked>. // That <undoes|refutes> @P.
cross: Wait, <compare with|lay out> the other split: @l @x (@f). // Wait, <a control computation|as a control>: @r = @f, with @l.
clash: This <tallies to|tally is> @N, and the earlier was @P. <They clash; one is faulty.|Which entry is to blame?> // @N <differs|is different> from @P. <A faulty entry exists.|So a fault is somewhere.>
settle: <Fault located in the earlier layout|The earlier layout is to blame>: @ab = @N. // <Hence|Thus> the control is right, and the number sought is @N.
agree: The control <tallies to|gives> @N. <It concurs.|Same.> // @N, <in concurrence|no clash>.
clashb: The control tallies to @X, and the number was @N. <They clash.|Which entry is to blame?> // @X differs from @N. <A faulty entry exists.|So a fault is somewhere.>
blame: The <control itself|control> is to blame: @l @x @r is @v, not @w. Then @sum = @N, <in concurrence|no change>. // It's in the control, where @w <was entered|stands> for @l @x @r = @v. Then @sum = @N, <which concurs|so the number remains>.
stop: <Time to answer|Enough>: @N. // The number <remains|stays> @N.
head: <Partial products|Summary>: // <We sum the parts|Adding the parts of one factor>:
final: Final Answer: \boxed{@N} // <The final answer is|Answer:> \(\boxed{@N}\). // **Final Answer:** @N
"""


STYLES = {style.name: style for style in (made() for made in Ponderer.__subclasses__())}
