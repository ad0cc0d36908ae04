"""Reasoning models that doubt at length: weigh two results, add again, redo steps, drift, give up, settle."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .common import Style, Telling, Term, Work

Lines = tuple[str, ...]

# Marks ‹ and › stand around formulae; a style turns them into its own delimiters. @NAME stands for a number or a text.
POOL: dict[str, Lines] = {
    "digit": (
        "Unit digits: ‹@L @X @R = @V›, which ends in @Z, and so does ‹@C›.",
        "The units: @L and @R multiply to @V, thus a final @Z. My number does end in @Z.",
        "Quick look at the tail: ‹@L @X @R = @V›, tail @Z. Fits.",
        "Final digit has to be @Z, because ‹@L @X @R = @V›. It is.",
        "At least the ones place works, @L times @R is @V, so a @Z at the end, as it should be.",
    ),
    "nines": (
        "Modulo 9: the factors leave @L and @R, the product of those leaves @Z, and ‹@C› leaves @Z as well.",
        "Digit sums: @A reduces to @L, @B to @R, so I'd want @Z; the digits of ‹@C› reduce to @Z. Consistent.",
        "Throwing out nines gives @L for one factor and @R for the other, which asks for @Z. ‹@C› also has @Z.",
        "Remainders by 9: @L, @R, and for the result @Z. ‹@L @X @R› leaves @Z, so no contradiction.",
    ),
    "estimate": (
        "Ballpark: ‹@L @X @R = @V›, and ‹@C› is not far from there.",
        "Roughly ‹@L @X @R›, near @V. The size is plausible.",
        "Rounded to ‹@L @X @R› I'd expect something like @V. ‹@C› is in that neighbourhood.",
        "Size: with @L and @R instead, one gets @V, so the order of magnitude holds.",
    ),
    "between": (
        "It should sit between ‹@A @X @L = @V› and ‹@A @X @R = @Z›, and it does.",
        "Bounds: ‹@A @X @L = @V› below, ‹@A @X @R = @Z› above. ‹@C› lies inside.",
        "@A times @L is @V, @A times @R is @Z, the number falls in the gap between them.",
        "Lower fence @V (that's ‹@A @X @L›), upper fence @Z (‹@A @X @R›); nothing sticks out.",
    ),
    "divide": (
        "Going backwards, ‹@C / @B = @A› with nothing left over.",
        "Dividing ‹@C› by @B brings me back to @A exactly.",
        "How often does @B go into ‹@C›? @A times, remainder 0.",
        "Undo it: ‹@C / @A = @B›. No remainder.",
    ),
    "swapped": (
        "Purely to compare, with the roles of the factors exchanged: @T. The same number again.",
        "The long check, cutting up @R this time: @T. It agrees with what I had.",
        "A complete second pass as a check, @L against the parts of @R: @T. No difference to the first pass.",
        "Test by the mirror image, pieces of @R: @T. Both roads meet.",
    ),
    "readd": (
        "The addition once more: ‹@T = @C›. Unchanged.",
        "Adding again, slowly: ‹@T›, and that is ‹@C› again.",
        "I run down the column of pieces a second time: ‹@T = @C›. Fine.",
        "Sum, second time: ‹@T = @C›. It stays.",
    ),
    "step": (
        "The piece ‹@L @X @R›, is it really @V? @D Yes, @V.",
        "I'll poke at ‹@L @X @R› again. @D Still @V.",
        "The one that bothers me is ‹@L @X @R›. @D That's @V, as I had it.",
        "Take ‹@L @X @R› apart once more. @D Nothing changes, @V.",
    ),
    "length": (
        "A number of @L digits times one of @R digits has @V or @Z digits; mine has @D.",
        "Digit count: @L and @R in the factors, so @V or @Z in the product, and I have @D.",
        "Length looks right too: @D digits, where @V or @Z are possible.",
    ),
}


class Brooder(Style):
    """The flow of all: solve, doubt, mend or weigh or start again, check, settle."""

    think = False
    grouping: Lines = ("comma",)
    times: Lines = ("×",)
    marks = ("", "")
    layout = "lines"
    gap = "\n\n"
    methods: Lines = ("high", "low", "chunks", "swapped", "round")
    checks: Lines = ("digit", "nines", "estimate", "between", "divide", "swapped", "readd", "step", "length")
    worry: tuple[int, ...] = (0, 1, 1, 2, 2, 3)
    own: ClassVar[dict[str, Lines]] = {}
    ways: ClassVar[dict[str, float]] = {"redo": 1.0, "mend": 1.0, "weigh": 1.0}
    drifts = 0.08
    asides: Lines = (
        "(Stray thought: ‹@U @X @U› is @V. Of no use here.)",
        "Could there be a trick with squares, the way ‹@W @X @Y› is ‹@U^2 - 1 = @Z›? Not with these factors. Back to the sum.",
        "I'm drifting: a difference of squares works for something like ‹@W @X @Y›, that's @Z, but not for this. Onwards.",
        "It reminds me of ‹@U @X @U = @V›, which I know by heart; no bearing on this one, though.",
    )
    head = ""
    opens: Lines
    splits: Lines = ("@R = @F",)
    grid: Lines = ("I pair every place of @L with every place of @R.", "Each part of @L meets each part of @R.")
    slips: Lines = ("‹@L @X @R = @S›, no, @V",)
    sums: Lines
    tallies: Lines = ()
    commits: Lines
    doubts: Lines
    rejects: Lines
    restarts: Lines
    rechecks: Lines
    found: Lines
    found_sum: Lines
    others: Lines
    lands: Lines = ()
    two: Lines
    culprit: Lines
    culprit_sum: Lines
    shrugs: Lines
    sides: Lines
    oks: Lines
    tempted: Lines = ()
    settles: Lines
    answers: Lines

    @property
    def name(self) -> str:
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", type(self).__name__).lower()

    def f(self, t: Telling, options: Lines, **given: Any) -> str:
        """One of the wordings with its places filled in."""
        given = {"A": t.a, "B": t.b, "C": t.candidate, "AB": t.ab, "X": t.x, **given}
        if t.index:
            given.setdefault("P", t.previous)

        def value(found: re.Match[str]) -> str:
            what = given[found[1]]
            return t.n(what) if isinstance(what, int) else str(what)

        return re.sub(r"@([A-Z]+)", value, t.one(*options))

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.grouping)
        t.x = t.one(*self.times)

    # ---- a worked solution

    def term(self, t: Telling, term: Term) -> str:
        if t.chance(0.1) and term.value > 9:
            return self.f(t, self.slips, L=term.left, R=term.right, V=term.value, S=t.near(term.value))
        head = f"{t.n(term.left)} {t.x} {t.n(term.right)} = "
        return "‹" + head + (t.detail(term, 0.5) or t.n(term.value)) + "›"

    def lay(self, t: Telling, items: list[str]) -> str:
        if self.layout == "prose":
            return "; ".join(items) + "."
        if self.layout == "bullets":
            return "\n".join("- " + item for item in items)
        if self.layout == "stars":
            return "\n".join("* " + item for item in items)
        if self.layout == "numbered":
            return "\n".join(f"{place}. {item}" for place, item in enumerate(items, start=1))
        return "\n".join(items)

    def adding(self, t: Telling, work: Work) -> str:
        """The sum with the total: in one go or step by step."""
        if len(work.terms) > 2 and t.flag("stepwise", 0.5):
            return self.lay(
                t, [f"‹{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}›" for s, g, v, r in work.steps()]
            )
        return f"‹{t.sum(work)} = {t.n(work.total)}›" + ("." if self.layout == "prose" else "")

    def solution(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            lead = self.f(t, self.grid, L=work.a, R=work.b)
        else:
            lead = self.f(t, self.splits, L=work.a, R=work.b, F=t.factor(work))
        space = " " if self.layout == "prose" else "\n"
        steps = lead + space + self.lay(t, [self.term(t, term) for term in work.terms])
        return steps + self.gap + self.drift(t) + self.total(t, work)

    def drift(self, t: Telling) -> str:
        """A side thought about another problem, which settles nothing."""
        u = t.rng.randint(11, 29)
        if not t.chance(self.drifts) or {u * u, u * u - 1} & {t.a, t.b, t.product, *t.candidates}:
            return ""
        return self.f(t, self.asides, U=u, W=u - 1, Y=u + 1, V=u * u, Z=u * u - 1) + self.gap

    def total(self, t: Telling, work: Work, repeat: float = 0.2) -> str:
        space = " " if self.layout == "prose" else "\n"
        text = self.f(t, self.sums) + space + self.adding(t, work)
        if self.tallies and t.chance(repeat):
            text += space + self.f(t, self.tallies, T=t.sum(work))
        return text

    def commit(self, t: Telling, options: Lines | None = None) -> str:
        return t.c(self.f(t, options or self.commits))

    # ---- checks

    def check(self, t: Telling, kind: str) -> str:
        """A check that the candidate passes, or nothing."""
        pool = self.own.get(kind) or POOL[kind]
        c = t.candidate
        if kind == "digit" and (d := t.last_digit()):
            return self.f(t, pool, L=d[0], R=d[1], V=d[2], Z=d[2] % 10)
        if kind == "nines" and (d := t.nines()):
            return self.f(t, pool, L=d[0], R=d[1], Z=d[2])
        if kind == "estimate" and (d := t.estimate()):
            return self.f(t, pool, L=d[0], R=d[1], V=d[2])
        if kind == "between" and t.b > 9:
            unit = 10 ** (len(str(t.b)) - 1)
            low = t.b // unit * unit
            if t.a * low < c < t.a * (low + unit):
                return self.f(t, pool, L=low, R=low + unit, V=t.a * low, Z=t.a * (low + unit))
        if kind == "divide" and c == t.product:
            return self.f(t, pool)
        if kind == "swapped" and max(t.a, t.b) > 9:
            kept = t.work
            work = t.other()
            t.work = kept
            told = f"‹{', '.join(f'{t.n(x.left)} {t.x} {t.n(x.right)} = {t.n(x.value)}' for x in work.terms)}›"
            return self.f(t, pool, L=work.a, R=work.b, T=f"{told}, and {t.r(f'‹{t.sum(work)} = {t.n(c)}›')}")
        if kind == "readd":
            return t.r(self.f(t, pool, T=t.sum(t.work)))
        if kind == "step":
            good = [x for x in t.work.terms if x.value == x.left * x.right and x.left > 10]
            if good:
                x = t.rng.choice(good)
                tens = x.left // 10 * 10 if x.left % 10 else x.left // 20 * 10
                if 0 < tens < x.left:
                    rest = x.left - tens
                    detail = (
                        f"‹{t.n(tens)} {t.x} {t.n(x.right)} = {t.n(tens * x.right)}›, "
                        f"‹{t.n(rest)} {t.x} {t.n(x.right)} = {t.n(rest * x.right)}›."
                    )
                    return self.f(t, pool, L=x.left, R=x.right, V=x.value, D=detail)
        if kind == "length":
            la, lb = len(str(t.a)), len(str(t.b))
            if min(la, lb) > 1 and len(str(c)) in (la + lb - 1, la + lb):
                return self.f(t, pool, L=la, R=lb, V=la + lb - 1, Z=la + lb, D=len(str(c)))
        return ""

    def confirm(self, t: Telling) -> str:
        kinds = list(self.checks)
        t.rng.shuffle(kinds)
        out: list[str] = []
        most = t.rng.choice(self.worry)
        doubts = t.rng.sample(self.doubts, min(most, len(self.doubts)))
        oks = t.rng.sample(self.oks, len(self.oks))
        for kind in kinds:
            if len(out) >= len(doubts):
                break
            if told := self.check(t, kind):
                out.append(self.f(t, (doubts[len(out)],)) + " " + told + " " + oks[len(out) % len(oks)])
        return "".join(piece + self.gap for piece in out)

    # ---- revisions

    def reason(self, t: Telling) -> str:
        """Something that is truly wrong with the previous candidate and not with the new one, if easy to see."""
        p, c, d = t.previous, t.candidate, t.a % 10 * (t.b % 10)
        if p % 10 != d % 10 == c % 10:
            return self.f(
                t,
                self.own.get("bad_digit", (
                    "It would have to end in @Z (‹@L @X @R = @V›), and ‹@P› doesn't.",
                    "The ones digits give ‹@L @X @R = @V›, so a @Z belongs at the end of it.",
                    "‹@L @X @R = @V›, the last digit must be @Z. That is not what I have.",
                )),
                L=t.a % 10, R=t.b % 10, V=d, Z=d % 10,
            )  # fmt: skip
        if p % 9 != t.product % 9 == c % 9:
            return self.f(
                t,
                self.own.get("bad_nines", (
                    "Modulo 9 it ought to leave @Z, but ‹@P› leaves @V.",
                    "The digit sum test asks for @Z and ‹@P› has @V.",
                    "By nines I'd need remainder @Z; I find @V.",
                )),
                Z=t.product % 9, V=p % 9,
            )  # fmt: skip
        return ""

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        told: str = getattr(self, way)(t)
        return self.gap + told

    def redo(self, t: Telling) -> str:
        reason = "" if t.same else self.reason(t)
        text = self.f(t, self.doubts) + " " if reason or t.chance(0.5) else ""
        text += (reason + " " if reason else "") + self.f(t, self.rejects) + " " + self.f(t, self.restarts) + self.gap
        work = t.other(*self.methods)
        return text + self.solution(t, work) + self.gap + self.commit(t)

    def mend(self, t: Telling) -> str:
        mended = t.mend()
        if mended is None:
            return self.redo(t)
        doubt = self.f(t, self.doubts) + " "
        if mended.place is None:
            space = " " if self.layout == "prose" else "\n"
            text = doubt + self.f(t, self.rechecks).rstrip() + space + self.adding(t, mended.work) + space
            text += self.f(t, self.found_sum)
            return text + self.gap + self.commit(t)
        term = mended.work.terms[mended.place]
        text = doubt + self.f(t, self.found, L=term.left, R=term.right, S=mended.was, V=mended.now)
        return text + self.gap + self.total(t, mended.work, 0.1) + self.gap + self.commit(t)

    def weigh(self, t: Telling) -> str:
        old = t.before
        work = t.other()
        text = self.f(t, self.others) + self.gap + self.solution(t, work) + self.gap
        text += self.commit(t, self.lands or self.commits) + self.gap + self.f(t, self.two) + " "
        bad = [x for x in old.terms if x.value != x.left * x.right]
        if len(bad) == 1:
            x = bad[0]
            text += self.f(t, self.culprit, L=x.left, R=x.right, S=x.value, V=x.left * x.right)
        elif not bad and sum(x.sign * x.value for x in old.terms) != t.previous:
            text += self.f(t, self.culprit_sum, T=t.sum(old))
        else:
            text += self.f(t, self.shrugs)
        return text + " " + self.f(t, self.sides)

    # ---- the whole

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        text = ("<think>\n" if self.think else self.head) + self.f(t, self.opens) + self.gap
        return text + self.solution(t, work) + self.gap + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = self.gap + self.confirm(t)
        if self.tempted and t.index and not t.same and t.chance(0.4):
            text += self.f(t, self.tempted) + self.gap
        text += t.r(self.f(t, self.settles))
        return text + ("\n</think>\n\n" if self.think else "\n\n") + t.r(self.f(t, self.answers))

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(r"[ ]+\n", "\n", text.replace("‹", self.marks[0]).replace("›", self.marks[1]))


class HhRoneTwoMinds(Brooder):
    """R1 in plain prose, of two minds for long; a short Markdown answer."""

    think = True
    layout = "prose"
    ways: ClassVar[dict[str, float]] = {"redo": 1.0, "mend": 1.0, "weigh": 2.0}
    opens = (
        "Okay, I've got to multiply @A by @B. Let me take it apart carefully so that I don't trip over the carries.",
        "Alright, the user wants @AB. Nothing fancy, but big multiplications are where I slip, so slowly.",
        "Hmm, @AB. I remember that breaking one number into its places makes this manageable.",
        "So the task is the product of @A and @B. Let me think about which of the two is nicer to break up.",
        "First, I need to figure out @AB. I could do it the school way, but splitting feels safer to me.",
    )
    splits = (
        "I can write @R as @F and multiply @L by each of these:",
        "Breaking up @R gives @F, and then, piece by piece with @L:",
        "So @R is the same as @F. With @L in front of each:",
        "Using the distributive property on @R = @F, I have",
    )
    slips = (
        "@L @X @R = @S, hmm, no, carrying properly it's @V",
        "@L @X @R would be @S... wait, that's one digit off, @V",
        "then @L @X @R, which I first thought was @S, but it's @V",
    )
    sums = ("Now putting these together:", "Adding them up:", "All of that summed:", "Then the sum is")
    tallies = (
        "Let me add that again to be sure. @T, yes, same.",
        "I'm a bit slow with these additions, so again: @T... same thing.",
    )
    commits = (
        "So @AB should be @C.",
        "That would make the product @C.",
        "Therefore, @A times @B equals @C.",
        "So the answer I get is @C.",
        "Okay, so that puts the answer at @C.",
    )
    doubts = (
        "Hmm, but let me make sure I haven't messed up anywhere.",
        "Wait, I should double-check this because it's easy to drop a carry.",
        "But I'm not entirely at ease with that.",
        "Hold on. Is that actually right?",
        "Let me pause here and look at it from another side.",
        "Still, something in me wants another look.",
    )
    rejects = (
        "No, I don't believe @P anymore.",
        "So @P has to go; I can't point at the place, but I was sloppy.",
        "Hmm, that @P can't be trusted, I'm throwing it away.",
        "I think I've muddled it, so forget @P.",
    )
    restarts = (
        "Let me begin again with a clean page.",
        "I'll go through the entire multiplication afresh.",
        "Starting over, this time with more care.",
        "Let me redo everything and not look at the old numbers.",
    )
    rechecks = ("The pieces look fine, so the addition:", "Going down the sum again:", "Let me just add once more:")
    found = (
        "When I look at @L @X @R again, I had @S there, but it should be @V. So @P is wrong, and everything after that step changes.",
        "Oh wait, @L @X @R. I wrote @S. Doing it again I get @V. Oops, so @P was off because of that.",
        "Here it is: @L @X @R is @V and not @S. That means @P doesn't hold.",
        "Hmm, the @S for @L @X @R, that's a mistake, it comes out as @V. So I need to take back @P.",
    )
    found_sum = (
        "Oh, so I added badly before, it isn't @P.",
        "That's not the @P I had. The addition was the culprit.",
        "Huh, so @P was an addition error.",
    )
    others = (
        "Wait, let me verify that by another route, since I'm unsure about it.",
        "Hmm, let me try a different breakdown and see whether it agrees.",
        "But is it? Let me cross-check with a different decomposition.",
        "Let me do it differently to see if I land on the same number.",
    )
    lands = (
        "This time the product comes out as @C.",
        "So by this route @AB is @C.",
        "That gives me @C for the product.",
        "So here the answer would be @C.",
    )
    two = (
        "Hmm, that's a conflict: @P the first time, @C now. They can't both be right.",
        "Wait, earlier I had @P. Now it's @C. Which one do I believe?",
        "That's different from @P. So one of my two calculations has an error in it.",
        "Now I'm confused, because before it was @P. Let me compare the two passes.",
    )
    culprit = (
        "In the earlier pass I used @L @X @R = @S, but it's @V. There's the error.",
        "Looking back, @L @X @R was put down as @S, whereas it's really @V.",
        "Ah, I see, the old pass has @S for @L @X @R. That should've been @V.",
    )
    culprit_sum = (
        "The pieces in the earlier pass, @T, don't add up to what I wrote there.",
        "In the old pass the pieces were okay, @T, but I botched the addition.",
    )
    shrugs = (
        "I go over the lines of the new pass in my head and can't find anything wrong with them.",
        "I was rushing the other time, and this time I was careful.",
        "The newer one has simpler steps, so there's less room for slips.",
    )
    sides = (
        "So I'm going with @C, and @P is out.",
        "Okay, so @C it is, not @P.",
        "That settles it in favor of @C; the old value is wrong.",
        "So I trust @C.",
    )
    oks = (
        "Okay, that helps.",
        "So that's consistent.",
        "Good, nothing to change.",
        "Alright, I was worrying for nothing.",
        "That makes me feel better about it.",
    )
    tempted = (
        "Should I return to @P after all? No, I've seen that it doesn't hold up.",
        "Part of me still has @P in mind, but no, that one was wrong.",
    )
    settles = (
        "I'm fairly confident now that it's @C.",
        "Alright, I've gone around enough. @C.",
        "Okay, @C, final.",
        "I think it's safe to answer @C.",
    )
    answers = (
        "@A × @B = **@C**",
        "The product of @A and @B is **@C**.",
        "**Answer:** @C",
        "@A multiplied by @B equals **@C**.",
    )


class HhQwqSpiraller(Brooder):
    """QwQ without tags: "Alternatively" after "alternatively", a boxed end."""

    layout = "lines"
    times = ("*", "×")
    grouping = ("comma", "plain")
    worry = (1, 2, 2, 3, 4)
    ways: ClassVar[dict[str, float]] = {"redo": 1.0, "mend": 1.2, "weigh": 1.6}
    opens = (
        "So I have this multiplication to do: @AB. It's been a while since I did one by hand, but let's see.",
        "I need to find @AB. Maybe I can make it easier on myself by breaking a factor into parts.",
        "Let me think about @AB. There are a few ways, like the grid method or plain distribution.",
        "Okay, @A and @B, multiplied. I'm curious whether I can get this right in one go.",
        "The problem is @AB. Seems straightforward, but I'll be careful with place values.",
    )
    splits = (
        "Since @R is @F, I'll multiply @L by each:",
        "Maybe take @R to be @F. Then with @L:",
        "Perhaps it's easiest to see @R as @F:",
        "Going place by place through @R, that is @F:",
    )
    slips = (
        "@L @X @R = @S. Wait, did I carry? It's @V.",
        "@L @X @R, is that @S? Nope, @V.",
        "@L @X @R = @S (no, let me see... @V)",
    )
    sums = ("Now, combining these:", "So altogether:", "Then I have to add them:", "Adding all of this:")
    tallies = ("Is that sum correct? @T... it seems so.", "I'll run through @T again. Yep.")
    commits = (
        "So, it seems that @AB = @C.",
        "So I've got @C as the product.",
        "Hence the product should be @C.",
        "So the result appears to be @C.",
    )
    doubts = (
        "But to be thorough, let me look into it more.",
        "Alternatively, I can examine this from another angle.",
        "Hmm, is there any chance that I made an error?",
        "I'm a little wary of that, though.",
        "Maybe I should test that somehow.",
        "Another thing I could do is to verify.",
    )
    rejects = (
        "Hmm, this isn't working out. I don't think @P is right.",
        "I must've made a mistake in there, so @P is probably wrong; let me discard it.",
        "That doesn't sit right with me, and I'm abandoning @P.",
        "No, @P looks off. I'd rather not build on it.",
    )
    restarts = (
        "Perhaps a different approach would be clearer. Starting from zero:",
        "Let's do the entire thing anew.",
        "Let me attempt the multiplication again from the top.",
        "Okay, fresh start.",
    )
    rechecks = ("Maybe it's the adding. Again:", "Let me re-add those:", "One more time through the sum:")
    found = (
        "Let me recompute @L @X @R. I put @S, but I'm now getting @V. So I was wrong about @P.",
        "Wait a second, @L @X @R isn't @S. It should be @V. Then @P can't be correct.",
        "I see it now: for @L @X @R I had @S. It's @V. So scratch @P.",
        "Hmm, @L @X @R... before it was @S, and now it's @V. I trust the latter. So @P needs to be corrected.",
    )
    found_sum = (
        "Interesting, that's not @P. I must have added incorrectly before.",
        "Oh, it differs from @P. My earlier sum was mistaken.",
        "So I misadded when I got @P.",
    )
    others = (
        "Alternatively, I could break it up in another way and see if that matches.",
        "Perhaps I should verify this using a different method.",
        "Let me approach it from the other side to verify.",
        "Maybe there's a neater way to do it. Let me try that and compare.",
    )
    lands = (
        "So with this method, @AB = @C.",
        "So now I'm getting @C for the product.",
        "This method leads to @C as the product.",
        "So this time it's @C.",
    )
    two = (
        "Wait, that's not what I had before. Previously it was @P. There's a discrepancy.",
        "Hmm, @P before and @C now. Why is there a difference?",
        "These don't match: @P versus @C. One must be mistaken.",
        "Strange, the earlier approach gave @P.",
    )
    culprit = (
        "Let me see... in the earlier approach, @L @X @R = @S. But that's @V! So that's where it went wrong.",
        "Checking the earlier approach: @L @X @R was taken as @S, though it's @V. Found it.",
        "I think it was @L @X @R. I had @S and it should be @V.",
    )
    culprit_sum = (
        "The earlier approach had @T, and I must have summed that badly.",
        "It seems the summing of @T was where I slipped.",
    )
    shrugs = (
        "I went through the latest approach again and every step seems solid.",
        "I can't immediately see the slip in the first one, but the latest one I followed step by step.",
        "The latest approach is the one where I double-checked each line.",
    )
    sides = (
        "Therefore @C must be the correct one, and @P was in error.",
        "So I'll trust @C.",
        "I'm now leaning firmly to @C over @P.",
        "So it's @C, and I was mistaken about @P.",
    )
    oks = (
        "That seems to check out.",
        "So that matches.",
        "Great, it's consistent.",
        "Okay, so no problem there.",
        "That's reassuring.",
    )
    tempted = (
        "Just to be sure, could @P have been right all along? I don't see how, given the mistake.",
        "As for the @P from before, I'm convinced it was a mistake.",
    )
    settles = (
        "So, after all this, I'm confident that the product is @C.",
        "Therefore, I'm settled on @C.",
        "I'm going to conclude with @C.",
        "All right, the answer is @C.",
    )
    answers = (
        "**Final Answer**\n\n\\[ \\boxed{@C} \\]",
        "**Final Answer**\n\\boxed{@C}",
        "\\[\\boxed{@C}\\]",
        "Thus, the product of @A and @B is \\boxed{@C}.",
    )


class HhQwenThirdLook(Brooder):
    """Qwen3: "Okay, so", plain digits, asterisks, looks a third time; headings in the answer."""

    think = True
    grouping = ("plain", "plain", "comma")
    times = ("*", "×")
    layout = "lines"
    worry = (0, 1, 2, 3)
    opens = (
        "Okay, so I need to compute @AB. Let me see.\n\nOne option is the standard algorithm, another is to expand.",
        "Okay, let's see. The question is @A times @B. I'll expand one factor.",
        "Alright, let me work on @AB. I want to be careful here, since there are several digits.",
        "Okay, the user asks for @AB. I'll go by place value and then check it.",
        "Let me start with @AB. Hmm, maybe first I decide which number to break down.",
    )
    splits = (
        "So @R = @F. Multiply @L by each part:",
        "Let me break @R down: @F. For each of them, times @L:",
        "Breaking down @R: @F.\nThen:",
        "If @R is @F, then I need @L with each term:",
    )
    slips = (
        "@L @X @R: that's @S. Wait, no, @V.",
        "@L @X @R = @S? Let me recompute that: @V. Right.",
        "@L @X @R is @S, hmm, I skipped a carry, @V.",
    )
    sums = ("Now add all of these:", "Now, adding up the parts:", "Let me sum them:", "Total of the parts:")
    tallies = ("Wait, check the addition: @T. Yes, okay.", "Let me verify that addition: @T, right.")
    commits = (
        "So the total is @C. That means @AB = @C.",
        "So @AB is @C.",
        "Therefore, the result is @C.",
        "Hmm, so the product would be @C.",
        "So that's @C for the product.",
    )
    doubts = (
        "Wait, let me check that again.",
        "But wait, maybe I should verify each step once more.",
        "Hmm, let me see if that makes sense.",
        "Is there a mistake here? Let me look a second time.",
        "Wait, I want a third look at this, just in case.",
        "Let me double check with something simpler.",
    )
    rejects = (
        "Going over it again, I see that @P is not correct.",
        "Wait, no. @P must be wrong.",
        "Hmm, I don't trust @P, there may be an error in the steps above.",
        "No, I can't keep @P, something went wrong in there.",
    )
    restarts = (
        "Let me do the multiplication again, all of it.",
        "Let me start again, step by step.",
        "Let me recalculate from the beginning.",
        "I'll redo this in a different order.",
    )
    rechecks = ("Adding the parts again:", "Let me redo the addition:", "The sum again:")
    found = (
        "Let me recheck @L @X @R. Earlier I said @S. But it's @V. So that was a mistake, and @P is wrong.",
        "@L @X @R: I had @S. Hmm, wait, that's @V. So the @P above is incorrect.",
        "Wait, @L @X @R is @V, not @S! So @P is wrong too.",
        "Going through them... @L @X @R = @S, no, that's wrong, @V. Which means that @P doesn't stand.",
    )
    found_sum = (
        "Wait, that's different from @P. So I made an error in adding.",
        "Which is not @P. So the earlier addition was wrong.",
        "So I made a mistake before, @P is wrong.",
    )
    others = (
        "Let me check using another way, like splitting the other number.",
        "Wait, let me verify with a different split.",
        "Hmm, let me cross-verify this with another method.",
        "Maybe I should compute it in a different way to confirm.",
    )
    lands = (
        "So that gives @AB = @C.",
        "So the product from this is @C.",
        "Therefore this method gives @C.",
        "Here the product is @C.",
    )
    two = (
        "Wait, that's conflicting with the previous result of @P. So which one is correct?",
        "But earlier I got @P. These are different, so there's an error somewhere.",
        "Hmm, before that it was @P. There's an inconsistency.",
        "That's a problem, because the earlier way gave @P and this one @C.",
    )
    culprit = (
        "Let me go back to the earlier way. @L @X @R = @S? No, it's @V. That's the error.",
        "Check the earlier steps: @L @X @R was computed as @S, which is wrong, since it's @V.",
        "In the earlier way, @L @X @R should've been @V, not @S. Okay.",
    )
    culprit_sum = (
        "In the earlier way the parts were @T. I must have added those incorrectly.",
        "The parts @T were right, but the sum I made of them was wrong.",
    )
    shrugs = (
        "Let me go through the latest one again... all the parts look right.",
        "The first one was done too fast, I think.",
        "Checking the second way line by line, I see no mistake.",
    )
    sides = (
        "So @C is the correct one.",
        "Therefore the first result was wrong, and it's @C.",
        "So I should go with @C instead of @P.",
        "Okay, so @P was the mistake, @C is right.",
    )
    oks = (
        "Okay, that checks out.",
        "Yes, that's correct.",
        "So that matches. Good.",
        "Okay, so no error here.",
        "Right, all good.",
    )
    tempted = (
        "Wait, but what about @P? No, that came from the mistake above.",
        "And @P was wrong, I've already seen that.",
    )
    settles = (
        "Therefore, I'm confident the answer is @C.",
        "So the final answer is @C.",
        "Okay, I think that's done. The answer is @C.",
        "Yes, so @C is the answer.",
    )
    answers = (
        "### Result\n\n$$\n\\boxed{@C}\n$$",
        "To compute $ @A \\times @B $, one factor is expanded by place value and the partial results are added.\n\n$$\n@A \\times @B = @C\n$$\n\n**Final Answer:** $\\boxed{@C}$",
        "The product is $\\boxed{@C}$.",
        "---\n\n**Answer:** `@C`",
    )


class HhOssTerseWaver(Brooder):
    """gpt-oss: a clipped analysis, then the final channel."""

    drifts = 0.0
    grouping = ("plain", "comma", "narrow")
    times = ("*", "×")
    layout = "prose"
    own: ClassVar[dict[str, Lines]] = {
        "digit": ("Last digit @L*@R=@V → @Z ok.", "Ends @Z, needs @Z (@L*@R=@V).", "Units @V → @Z, fits."),
        "nines": ("Mod 9: @L*@R ≡ @Z; ours ≡ @Z.", "mod 9 @L, @R -> @Z; number @Z."),
        "estimate": ("Approx @L*@R=@V, plausible.", "Rough: @V (@L*@R). Ok size."),
        "divide": ("@C / @B = @A exact.", "Divide back by @A: @B."),
        "swapped": ("Reverse: @T. Same.", "Parts of @R: @T, agrees."),
        "readd": ("Re-add: @T = @C.", "Sum again @T = @C, same."),
        "step": ("@L @X @R: @D So @V, yes.", "Recheck @L @X @R: @D @V stays."),
        "length": ("Digits: @D, allowed @V or @Z.",),
    }
    gap = " "
    worry = (0, 1, 1, 2, 3)
    opens = (
        "We need @AB. Compute carefully.",
        "User wants @AB. Let's do by distribution.",
        "Need product @AB. No tool, so by hand.",
        "Multiply @A by @B. Let's go.",
        "Compute @AB; show result.",
    )
    head = ""
    splits = (
        "@R = @F. With @L:",
        "Split @R: @F. Times @L:",
        "Use @R = @F:",
        "@L times (@F):",
    )
    grid = ("Grid, places of @L against places of @R:",)
    slips = ("@L @X @R = @S? Actually @V", "@L @X @R = @S, no: @V", "@L @X @R = @S -> careful, @V")
    sums = ("Sum:", "Add:", "Now add:", "Adding:")
    tallies = ("Re-add: @T, ok.", "Sum check: @T. Same.")
    commits = (
        "So @AB = @C.",
        "So product @C.",
        "Thus answer @C.",
        "So result: @C.",
        "Gives answer @C.",
    )
    doubts = (
        "Let's double-check.",
        "Check quickly.",
        "Hmm, sure?",
        "Let's verify.",
        "Could be off. Test:",
        "Let's be careful:",
    )
    rejects = (
        "Now I see: @P wrong.",
        "Not trusting @P.",
        "@P seems suspicious, drop.",
        "Discard @P.",
        "@P can't be it.",
    )
    restarts = ("Recompute all.", "Start over.", "Do again from scratch.", "Fresh computation.", "Again, full.")
    rechecks = ("Re-add parts:", "Sum again:", "Addition again:")
    found = (
        "@L @X @R: had @S, should be @V. So @P wrong.",
        "Wait: @L @X @R = @V, not @S. So fix; @P invalid.",
        "@L @X @R recheck: @V (earlier @S, wrong). So @P falls.",
        "Oops, @L @X @R isn't @S, it's @V. Correct the @P.",
    )
    found_sum = ("Not @P. Earlier sum wrong.", "So @P was misadded.", "Differs from @P; addition slip earlier.")
    others = (
        "Verify other way.",
        "Let's cross-check with other split.",
        "Alternate computation to check.",
        "Check via different decomposition.",
    )
    lands = (
        "So this gives product @C.",
        "So @AB = @C this way.",
        "So here answer @C.",
        "Thus product @C by this.",
    )
    two = (
        "Mismatch: earlier @P vs now @C. Find error.",
        "Conflict with @P. Which?",
        "But had @P. Discrepancy.",
        "@P or @C? Look.",
    )
    culprit = (
        "First: @L @X @R = @S? It's @V. Found.",
        "Earlier used @S for @L @X @R; right is @V.",
        "Error: @L @X @R is @V, I'd used @S.",
    )
    culprit_sum = ("First sum @T was added wrong.", "Earlier addition @T wrong.")
    shrugs = (
        "Second steps recheck fine.",
        "Second pass seems clean.",
        "First was hasty.",
        "Went over second pass again, no slip.",
    )
    sides = ("So @C, not @P.", "Take @C.", "So @C correct; @P out.", "Go with @C.")
    oks = ("Good.", "OK.", "Fine.", "Consistent.", "Matches.")
    tempted = ("@P was error, ignore.", "Not @P, settled that.")
    settles = ("Answer @C.", "So final @C.", "Good: @C.", "Provide @C.")
    answers = (
        "@A × @B = **@C**",
        "**@C**",
        "The product is **@C**.",
        "\\(@A \\times @B = @C\\)",
    )

    def first(self, t: Telling) -> str:
        self_head = "analysis" if t.flag("channels", 0.4) else ""
        return self_head + super().first(t)

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        if t.flag("channels", 0.4):
            place = text.rindex("\n\n") + 2
            text = text[:place] + "assistantfinal" + text[place:]
        return text


class HhGeminiHeadedDoubt(Brooder):
    """A Gemini summary of thoughts: bold headings, first person, full sentences."""

    drifts = 0.0
    layout = "prose"
    grouping = ("comma",)
    worry = (0, 1, 1, 2)
    own: ClassVar[dict[str, Lines]] = {
        "digit": (
            "I'm noting that @L and @R give @V, so a trailing @Z is required, and the figure has it.",
            "The trailing digit, @Z, follows from ‹@L @X @R = @V›.",
        ),
        "readd": (
            "I'm re-summing the components: ‹@T = @C›. The total is stable.",
            "Summing the components a second time, ‹@T = @C›, changes nothing.",
        ),
    }
    opens = (
        "**Defining the Task**\n\nI'm looking at the product of @A and @B. My plan is to decompose one factor and proceed in stages.",
        "**Getting Started**\n\nThe request is simple enough, @AB. I'm setting up a decomposition so the arithmetic stays manageable.",
        "**Mapping the Calculation**\n\nI'm now focusing on @AB, and I've settled on treating one factor by place value.",
        "**Breaking Down the Product**\n\nMy starting point is @AB. I'm going to expand and then collect the components.",
    )
    splits = (
        "I'm rewriting @R as @F, and then scaling @L by each component:",
        "With @R expressed as @F, the components for @L are these:",
        "My decomposition is @R = @F. Applied to @L:",
        "I've split @R into @F. Multiplying each by @L:",
    )
    slips = (
        "@L @X @R, which I misread as @S at first and corrected to @V",
        "@L @X @R = @V (not @S, as I initially noted)",
    )
    sums = ("Collecting the components:", "I'm now summing:", "Bringing these together:", "The combination reads")
    tallies = ("I've repeated that addition, @T, with the same outcome.",)
    commits = (
        "This brings me to @C as the product.",
        "My result for @AB is @C.",
        "I've arrived at @C.",
        "The calculation yields @C as the answer.",
    )
    doubts = (
        "**Scrutinizing the Steps**\n\nI'm not fully satisfied, so I'm re-examining the work.",
        "**Questioning the Outcome**\n\nI'm pausing here to consider whether something slipped.",
        "**Verifying the Figures**\n\nI want firmer ground before I present this.",
        "**Revisiting the Details**\n\nA small doubt lingers, and I'm following it up.",
    )
    rejects = (
        "I'm setting @P aside; I no longer consider it reliable.",
        "I've concluded that @P is flawed and I'm dropping it.",
        "I can't stand behind @P, so it is withdrawn.",
        "@P doesn't survive the review, and I'm letting it go.",
    )
    restarts = (
        "I'm rebuilding the calculation from the ground up.",
        "My next move is to run the whole multiplication anew.",
        "I'm beginning again, with a fresh set of components.",
        "I'm going back to the two factors and starting over.",
    )
    rechecks = (
        "I'm redoing the addition first:",
        "The components hold, so I'm turning to the sum:",
        "Summing again, I see",
    )
    found = (
        "I've located a problem in @L @X @R: I had recorded @S, while it is @V. That invalidates @P.",
        "The component @L @X @R was wrong; it's @V instead of @S, and so @P was wrong as well.",
        "I now see that @L @X @R equals @V, not the @S I used, so @P needs replacing.",
        "The weak point is @L @X @R, which I took as @S. It comes to @V. I'm retracting @P.",
    )
    found_sum = (
        "The earlier addition was faulty, and @P is retracted.",
        "So @P came out of an addition error.",
        "I had summed incorrectly; @P was wrong.",
    )
    others = (
        "**Cross-Checking the Result**\n\nI'm approaching the multiplication through a second decomposition.",
        "**Testing an Alternative Route**\n\nTo be certain, I'm recomputing along a different path.",
        "**Exploring a Second Method**\n\nI'm now doing the calculation independently of the first.",
        "**Seeking Confirmation**\n\nI'm repeating the work with other components.",
    )
    lands = (
        "This second route yields @C as the product.",
        "Along this path the result is @C.",
        "The independent calculation gives @C for @AB.",
        "Here I've arrived at @C.",
    )
    two = (
        "**Resolving the Conflict**\n\nI'm facing two figures, @P and @C, and only one can stand.",
        "**Reconciling the Numbers**\n\nThis disagrees with the @P I found earlier.",
        "**Weighing Both Results**\n\nThe earlier approach said @P, the second says @C.",
        "**Investigating the Discrepancy**\n\nI'm puzzled, since I previously had @P.",
    )
    culprit = (
        "Tracing the earlier approach, I find @L @X @R entered as @S; it should read @V.",
        "The slip was in the earlier approach, where @L @X @R became @S and not @V.",
    )
    culprit_sum = (
        "The earlier approach's components, @T, were simply added wrongly.",
        "It was the addition of @T in the earlier approach that failed.",
    )
    shrugs = (
        "I've retraced the latest approach and found it sound.",
        "The first pass was hurried, and the second is better documented.",
        "Having reviewed both, I find the second more convincing.",
    )
    sides = (
        "I'm adopting @C and discarding @P.",
        "I've decided in favor of @C.",
        "So @C replaces @P.",
        "I'm confident that @C is the one to keep.",
    )
    oks = (
        "This supports the figure.",
        "I'm reassured.",
        "Nothing needs to change.",
        "The doubt is resolved.",
    )
    tempted = ("I briefly reconsidered @P, but the objection to it stands.",)
    settles = (
        "**Finalizing the Answer**\n\nI'm ready to present @C.",
        "**Confirming the Outcome**\n\nEverything points to @C.",
        "**Wrapping Up**\n\nI'm closing with @C.",
        "**Settling the Matter**\n\nI'm keeping @C as my answer.",
    )
    answers = (
        "The product of @A and @B is **@C**.",
        "@A × @B = **@C**",
        "**@C**",
        "Here's the result: @A × @B equals **@C**.",
    )


class HhDistilStumbler(Brooder):
    """A small distilled model: short lines, says itself over, \\( \\) only in the answer."""

    think = True
    layout = "lines"
    gap = "\n"
    grouping = ("plain", "comma", "plain")
    times = ("x", "×", "*")
    worry = (1, 1, 2, 3, 4)
    own: ClassVar[dict[str, Lines]] = {
        "digit": (
            "The last digits, @L and @R. @L times @R is @V. So @Z at the end. Yes, @Z.",
            "It ends in @Z. @L @X @R = @V. So it must end in @Z.",
        ),
        "nines": ("By 9. @L and @R. That makes @Z. And @C makes @Z.",),
        "estimate": ("About @L @X @R = @V. It's near.", "If it was @L and @R, it's @V. So @C is okay for size."),
        "swapped": (
            "I do the other number only to check. @T. It's the same, it's the same.",
            "The parts of @R, to check. @T. Same as before.",
        ),
        "readd": ("@T. That's @C. The same.", "I add them. @T = @C."),
        "step": ("@L @X @R. @D So @V. It was @V.", "Is @L @X @R = @V? @D Yes, @V."),
        "divide": ("@C / @B is @A. So it goes back.", "@C / @A. That's @B. Yes."),
    }
    opens = (
        "First, I have to multiply @A by @B.\nI'll take the parts of one number.\nThen I add the parts.",
        "To solve @AB, I first look at the numbers.\nI'll split one of them.",
        "I see that I need @AB.\nLet me go one part at a time.",
        "First, @A and @B.\nNext, I multiply them in parts.",
        "Hmm.\n@AB.\nLet me see what this is.",
    )
    splits = (
        "@R is @F.\nTimes @L.",
        "I split @R.\n@R = @F.",
        "The parts of @R are @F.\nNow with @L.",
        "I take @R as @F.",
    )
    slips = (
        "@L @X @R = @S. Wait wait. @V.",
        "@L @X @R = @S. No. @L @X @R = @V.",
        "@L @X @R is @S, hmm, it's @V. Yes @V.",
    )
    sums = ("Next, I add.", "Now the sum of them.", "Then I add them all.", "Adding.")
    tallies = ("I add again. @T. It's the same.", "@T. Yes. The same.")
    commits = (
        "So the answer is @C.",
        "So @AB = @C.",
        "That means that the product is @C.",
        "Finally, I get that @AB is @C.",
    )
    doubts = (
        "Wait.",
        "Hmm, wait, is it right?",
        "But wait.",
        "Let me check, let me check.",
        "Hmm. I'm not sure.",
        "Wait, I need to look at it again.",
        "Hold on, hold on.",
    )
    rejects = (
        "No, no. @P is not right.",
        "@P is wrong I think. I'm not using it.",
        "No. I take back @P.",
        "So that's not it. Not @P.",
        "I got lost there, @P is no good.",
    )
    restarts = (
        "I do it again.",
        "Let me start again from the first step.",
        "Again. From the start.",
        "Okay. Another try, with all steps.",
    )
    rechecks = ("The sum again.\n", "I add the parts one more time.\n", "Let me see the addition.\n")
    found = (
        "@L @X @R. I said @S. It's not @S. It's @V. So @P is wrong.",
        "@L @X @R = @V. But before I said @S. That was wrong. So @P was wrong.",
        "Look at @L @X @R. @S? No. @V. So not @P.",
        "I made a mistake in @L @X @R. It was @S, and it should be @V. Then @P isn't the answer.",
    )
    found_sum = ("Oh. It's not @P.", "So I added wrong before. @P is wrong.", "Not @P then. I added wrong.")
    others = (
        "Wait, let me try it in another way.",
        "Hmm, I can do the other way to see.",
        "But let me check with other parts.",
        "Let me do it one more time but different.",
    )
    lands = (
        "So now the answer is @C.",
        "So this way @AB = @C.",
        "So with this it is @C, the product.",
        "So the product is @C here.",
    )
    two = (
        "But before it was @P. Wait. @P or @C?",
        "Hmm, first @P. Now @C. They're different.",
        "Wait, it's not the same. I had @P.",
        "@P. @C. One is wrong.",
    )
    culprit = (
        "In the one before, @L @X @R = @S. That's wrong. It's @V.",
        "@L @X @R was @S in the one before. But @L @X @R = @V. That's why.",
    )
    culprit_sum = ("In the one before, I added @T wrong.", "@T, I added that wrong.")
    shrugs = (
        "The last one is with all steps right.",
        "I look at the last one. It's okay. It's okay.",
        "I was too fast before.",
    )
    sides = ("So it's @C.", "So I take @C. Not @P.", "I think @C. Yes, @C.", "@C is the right one.")
    oks = ("Okay.", "Okay, it's right.", "Yes.", "Good, good.", "So it's fine.")
    tempted = ("Not @P. I know that @P was wrong.", "Is it @P? No, no. That was the wrong one.")
    settles = (
        "So, the answer is @C. Yes, @C.",
        "I'm sure it's @C.",
        "Therefore, the final answer is @C.",
        "Okay, so @C.",
    )
    answers = (
        "To find \\( @A \\times @B \\), we split one factor, multiply, and add the parts.\n\n\\[\n\\boxed{@C}\n\\]",
        "**Solution:**\n\n\\[\n@A \\times @B = \\boxed{@C}\n\\]",
        "The final answer is:\n\n\\[\n\\boxed{@C}\n\\]",
        "**Answer:** \\(@C\\)",
    )


class HhNumberedRegretter(Brooder):
    """R1 in its structured mood: numbered steps, spaced or comma grouping, regrets between them."""

    think = True
    layout = "numbered"
    grouping = ("space", "comma", "plain")
    times = ("×", "·")
    opens = (
        "We are asked for @AB. I'll note each step so I can go back to it when I regret it.",
        "The job: @AB. Plan: split, multiply, add, then challenge the outcome.",
        "We have @A and @B and want the product. I'll number what I do.",
        "Let me set up @AB as a series of small products.",
    )
    splits = (
        "Decompose @R into @F; with @L:",
        "@R → @F. Products with @L:",
        "Steps for @L against @F:",
        "I take @R as @F and list the products with @L:",
    )
    slips = (
        "‹@L @X @R = @S› ← no, ‹@V›",
        "‹@L @X @R = @S›; corrected at once: ‹@V›",
        "‹@L @X @R› gives @S, hm, I mean @V",
    )
    sums = ("And the sum:", "Collected:", "Then the additions:", "Now they're put together:")
    tallies = ("(once more, @T: same)", "Second addition of @T: identical.")
    commits = (
        "⇒ The product is @C.",
        "That leaves us with @AB = @C.",
        "We obtain @C for the whole product.",
        "Outcome: @AB = @C.",
    )
    doubts = (
        "I already half regret the speed of that. Let's look back.",
        "Is every line above sound? Let's see.",
        "I'd like something independent before moving on.",
        "Let me go back a few lines.",
        "A pause for a sanity check.",
    )
    rejects = (
        "We can't keep @P.",
        "I regret @P; it's struck.",
        "That puts an end to @P.",
        "I no longer accept @P as the product.",
    )
    restarts = (
        "We compute the product anew.",
        "New list, new numbers:",
        "Back to line one.",
        "All steps again, none copied.",
    )
    rechecks = (
        "The steps stand. The addition again:",
        "Summing the listed products again:",
        "Only the sum is left to suspect:",
    )
    found = (
        "The line with @L @X @R says @S. It has to say @V. So @P is struck.",
        "@L @X @R: listed @S, recomputed @V. Hence @P is void.",
        "Regret number one: @L @X @R isn't @S but @V. @P goes with it.",
        "Among the lines, @L @X @R = @S is the bad one, the value is @V. We drop @P.",
    )
    found_sum = (
        "So @P was a bad addition.",
        "Not @P, then; the addition was at fault.",
        "@P is struck, the sum had slipped.",
    )
    others = (
        "Let's produce a later list by another decomposition and compare.",
        "A control calculation, cut differently:",
        "Now the same product from other pieces, to compare.",
        "Let me set a second computation beside the first.",
    )
    lands = (
        "⇒ By this list the product is @C.",
        "The control gives @AB = @C.",
        "From the later list we obtain @C as the product.",
        "⇒ @AB = @C by this cut.",
    )
    two = (
        "Earlier list: @P. Later list: @C. They disagree, so let's weigh them.",
        "That clashes with @P from the earlier list.",
        "We had @P. So which list is faulty?",
        "Two lists, two values (@P and @C).",
    )
    culprit = (
        "Line @L @X @R = @S in the earlier list is wrong (@V).",
        "The earlier list claims @L @X @R = @S, and it's @V.",
    )
    culprit_sum = ("The earlier list's lines @T were mis-summed.", "Earlier list: lines fine, sum of @T wrong.")
    shrugs = (
        "Rereading the later list turns up no fault.",
        "The later list uses the gentler steps.",
        "I trust the list that I made slowly.",
    )
    sides = ("We keep @C and strike @P.", "Verdict: @C.", "So the later list wins: @C.", "@C stays, @P goes.")
    oks = ("No regret there.", "That line is safe.", "Passed.", "So the value survives.", "Nothing to strike.")
    tempted = ("(Reviving @P? No, it was struck for a reason.)", "@P remains struck.")
    settles = (
        "We settle: @C.",
        "No more regrets, the product is @C.",
        "Done; @C it remains.",
        "I close the list with @C.",
    )
    answers = (
        "**@A × @B = @C**",
        "Result: **@C**",
        "1. Split one factor\n2. Multiply\n3. Add\n\n**Product: @C**",
        "@AB = @C",
    )


class HhLatexSecondGuesser(Brooder):
    """All formulae in dollars, LaTeX grouping, second guesses between displays."""

    grouping = ("latex", "plain")
    times = ("\\times", "\\cdot")
    marks = ("$", "$")
    layout = "stars"
    opens = (
        "We want ‹@AB›. I'll use distributivity, and I'll be suspicious of it.",
        "Consider ‹@AB›. A direct expansion should do.",
        "To evaluate ‹@AB›, let me decompose a factor.",
        "The quantity to find is ‹@AB›. I begin by expanding.",
    )
    splits = (
        "With ‹@R = @F›, the partial products of ‹@L› are",
        "Write ‹@R = @F›. Against ‹@L›:",
        "Since ‹@R = @F›, distribute ‹@L›:",
        "Decomposing ‹@R = @F› and multiplying by ‹@L›:",
    )
    grid = ("Every place of ‹@L› meets every place of ‹@R›:", "Expanding ‹@L› and ‹@R› both by place:")
    slips = (
        "‹@L @X @R = @S›, rather ‹@V›",
        "‹@L @X @R = @S› (miscarried; it is ‹@V›)",
        "‹@L @X @R›: not ‹@S› as I nearly wrote, but ‹@V›",
    )
    sums = ("Summing,", "Their sum:", "Collecting terms,", "Hence, adding,")
    tallies = ("Once again ‹@T›, with the same outcome.", "(The sum ‹@T› was done twice.)")
    commits = (
        "Therefore ‹@AB = @C›.",
        "Hence \\[ @AB = @C. \\]",
        "We conclude that the product is ‹@C›.",
        "Thus the value is ‹\\boxed{@C}›.",
    )
    doubts = (
        "I second-guess this.",
        "Is that beyond doubt? Not quite.",
        "Let me probe the result.",
        "One should be sceptical here.",
        "I am reluctant to stop without a test.",
    )
    rejects = (
        "I must therefore discard ‹@P›.",
        "So ‹@P› cannot be upheld.",
        "I withdraw ‹@P›.",
        "The value ‹@P› is given up.",
    )
    restarts = (
        "We derive it anew.",
        "A fresh derivation follows.",
        "Let us start from ‹@AB› again.",
        "Expanding once more, independently:",
    )
    rechecks = ("The partial products stand; the sum again:", "Redoing the summation:", "Summing afresh,")
    found = (
        "The term ‹@L @X @R› was given as ‹@S›; it should be ‹@V›. So ‹@P› falls.",
        "In fact ‹@L @X @R = @V›, and I had used ‹@S›. This refutes ‹@P›.",
        "The flaw: ‹@L @X @R \\neq @S›; instead ‹@L @X @R = @V›. Hence ‹@P› is incorrect.",
        "Reconsider ‹@L @X @R›. I wrote ‹@S› for what is ‹@V›, so ‹@P› was wrong.",
    )
    found_sum = (
        "So ‹@P› was mis-summed.",
        "This contradicts ‹@P›, which I retract.",
        "The summation behind ‹@P› was faulty.",
    )
    others = (
        "For comparison, a different decomposition.",
        "Let me see what another expansion has to say.",
        "I second-guess this and expand the other way.",
        "An independent evaluation is in order.",
    )
    lands = (
        "This evaluation gives ‹@AB = @C›.",
        "By this expansion the product is ‹@C›.",
        "So here \\[ @AB = @C. \\]",
        "Thus, independently, the product is ‹@C›.",
    )
    two = (
        "But ‹@P \\neq @C›, so one evaluation is flawed.",
        "This is at odds with ‹@P›.",
        "We now hold two values, ‹@P› and ‹@C›.",
        "The former value was ‹@P›; the two are incompatible.",
    )
    culprit = (
        "The former used ‹@L @X @R = @S›, while ‹@L @X @R = @V›.",
        "The error sits in ‹@L @X @R›, formerly ‹@S›, correctly ‹@V›.",
    )
    culprit_sum = ("The former sum ‹@T› was evaluated wrongly.", "It was the former addition of ‹@T› that failed.")
    shrugs = (
        "I find no flaw in the latter evaluation.",
        "The latter was the more deliberate of the two.",
        "Rereading the latter, each term is in order.",
    )
    sides = (
        "So ‹@C› prevails and ‹@P› is rejected.",
        "I adopt ‹@C›.",
        "We keep ‹@C›.",
        "The former is dismissed, ‹@C› stands.",
    )
    oks = (
        "The test is passed.",
        "No objection remains there.",
        "This is consistent.",
        "So the doubt was idle.",
        "Good.",
    )
    tempted = ("(As for ‹@P›, it remains rejected.)", "Returning to ‹@P› would be a mistake.")
    settles = (
        "I let ‹@C› stand.",
        "With that, ‹@C› is settled.",
        "I am content with ‹@C›.",
        "No further doubts about ‹@C›.",
    )
    answers = (
        "\\[\\boxed{@C}\\]",
        "**Answer.** ‹@AB = @C›",
        "\\[ @AB = \\boxed{@C} \\]",
        "**Final value:** ‹\\boxed{@C}›",
    )

    def finish(self, t: Telling, text: str) -> str:
        def wrap(found: re.Match[str]) -> str:
            return f"${found[1]}$" if found[1] else found[0]

        text = re.sub(r"(?s)‹[^›]*›|\\\[.*?\\\]|(\d+(?:\{,\}\d{3})*)", wrap, text)
        return super().finish(t, text)


class HhCarryProber(Brooder):
    """Columns in code blocks, worries about carries and shifts, back to the columns."""

    think = True
    grouping = ("plain",)
    times = ("x", "*")
    methods = ("high", "low", "swapped")
    opens = (
        "@AB. I'll stack it on paper, in columns.",
        "Okay, a long multiplication, @AB. Columns it is, and an eye on the carries.",
        "I'm going to write @A over @B and work down the rows.",
        "Let's stack these, @AB, like in school.",
    )
    splits = (
        "Rows of @L for each place of @R (@F):",
        "One row per place of @R:",
        "@L on top, @R below, zeros written out:",
        "Stacked, with the shifts shown as zeros:",
    )
    sums = ("Bottom line:", "Adding the rows:", "Column sums:", "Down the columns, right to left:")
    tallies = ("Carries again along @T... same bottom line.", "Rows again: @T. Agreed.")
    commits = (
        "So the stack gives @AB = @C.",
        "So the bottom line says the product is @C.",
        "That makes @C the answer.",
        "I read off @C as the product.",
    )
    doubts = (
        "Did I lose a carry, though?",
        "Columns are treacherous. Look again.",
        "Hm, are the shifts right?",
        "I keep worrying about the carries.",
        "Let me run a finger down it again.",
        "Not so quick.",
    )
    rejects = (
        "That stack is spoiled; @P is gone.",
        "I'm rubbing out @P.",
        "@P isn't it, too many carries went astray.",
        "Cross out @P.",
    )
    restarts = ("New stack.", "I'll stack it all again.", "Clean sheet, new rows.", "Again, each row from nothing.")
    rechecks = (
        "Rows okay. The columns once more:",
        "Adding the rows again, carries written small:",
        "Column by column again:",
    )
    found = (
        "The row for @L x @R has @S, and a carry is off, should be @V. Cross out @P.",
        "Row @L x @R: @S? I get @V now. So @P is no good.",
        "There, @L x @R = @V, but the row shows @S. So the bottom line @P was wrong.",
        "Probing @L x @R... @V. I'd put down @S. Then @P is dead.",
    )
    found_sum = (
        "So I lost a carry before, @P is wrong.",
        "Not @P; a column was misadded.",
        "There's the slip, the bottom line wasn't @P.",
    )
    others = (
        "A different stack, to compare bottom lines.",
        "Let me stack it another way and compare.",
        "Would another arrangement of rows agree?",
        "I'll do a rival stack.",
    )
    lands = (
        "This stack says @AB = @C.",
        "Here the bottom line makes the product @C.",
        "The rival stack gives @C as the product.",
        "So in this arrangement the answer is @C.",
    )
    two = (
        "One stack says @P, the other @C.",
        "Ugh, the other stack had @P.",
        "@P there, @C here. Hm.",
        "The bottom lines differ, it was @P before.",
    )
    culprit = (
        "The old row @L x @R = @S is bad, it's @V.",
        "In the old stack @L x @R became @S instead of @V. A carry.",
    )
    culprit_sum = ("Old rows were right (@T), old column sums weren't.", "In the old stack the rows @T got misadded.")
    shrugs = (
        "Fingers down the new stack again: clean.",
        "The old one was scribbled, this one's tidy.",
        "No lost carry in the new stack that I can see.",
    )
    sides = (
        "So I believe the new stack, @C.",
        "@C then, and @P is crossed out.",
        "Keep @C.",
        "The old stack loses. @C.",
    )
    oks = ("No lost carry.", "Okay, the columns hold.", "Fine, leave it.", "Good.", "That's solid.")
    tempted = ("The crossed-out @P keeps catching my eye, but it was wrong.",)
    settles = ("Enough probing, @C.", "Bottom line stays @C.", "I'm leaving it at @C.", "@C, and I'm done.")
    answers = ("```\n@A x @B = @C\n```", "@A × @B = @C", "By long multiplication, the product is **@C**.", "**@C**")

    def solution(self, t: Telling, work: Work) -> str:
        lead = self.f(t, self.splits, L=work.a, R=work.b, F=t.factor(work))
        if t.flag("fenced total", 0.5):
            return lead + "\n```\n" + t.columns(work) + t.total(work) + "\n```"
        return lead + "\n```\n" + t.columns(work) + "```\n" + self.total(t, work)


class HhScalesWeigher(Brooder):
    """Results laid on scales as a Markdown ledger; no tags."""

    layout = "bullets"
    grouping = ("comma", "apostrophe", "space")
    ways: ClassVar[dict[str, float]] = {"redo": 0.7, "mend": 0.8, "weigh": 2.5}
    opens = (
        "### Thinking\n\n@AB. I'll compute it and then put it on the scales.",
        "### Reasoning\n\nTarget: @AB.",
        "### Scratch\n\nI'm after @AB, by parts.",
        "### Working it out\n\n@AB is to be found; let's gather the parts.",
    )
    splits = (
        "Parts of @R (@F), each with @L:",
        "@L against @F:",
        "Taking @R in parts (@F), times @L:",
        "Parts list for @L, with @R = @F:",
    )
    slips = ("@L @X @R = ~~@S~~ @V", "@L @X @R = @V (had typed @S)", "@L @X @R = @S → fixed: @V")
    sums = ("Together:", "Parts added:", "Sum of the parts:", "All in one:")
    tallies = ("- added twice, @T, same both times", "- second adding of @T agrees")
    commits = ("**Product:** @C", "**So the product is @C.**", "Result: @AB = **@C**", "Answer so far: **@C**")
    doubts = (
        "*On the scales:* does this hold?",
        "*Doubt:* something might have slipped.",
        "*A counterweight:*",
        "*Look again:*",
        "*Fair question:* is there an error in here?",
    )
    rejects = (
        "@P is **rejected**.",
        "I'm taking @P off the scales, it's no good.",
        "~~@P~~ is out.",
        "I give up on @P.",
    )
    restarts = (
        "Computing everything again:",
        "From the beginning, then:",
        "A full new run:",
        "Second wind, first step:",
    )
    rechecks = ("The parts, added again:", "Re-adding:", "Addition, next try:")
    found = (
        "The part @L @X @R was @S, it should be @V. So ~~@P~~.",
        "@L @X @R weighs @V, not @S. @P is **rejected**.",
        "Faulty part: @L @X @R (@S, correctly @V). So @P is wrong.",
        "I find @V for @L @X @R where @S stood. That rules out @P.",
    )
    found_sum = ("So @P was added wrongly.", "Hence not @P.", "~~@P~~ was a summing error.")
    others = (
        "*A counterweight:* the product by another route.",
        "*To weigh against it:* a second computation.",
        "*Opposite pan:* other parts, same product.",
        "*Another witness:* I recompute with other parts.",
    )
    lands = (
        "**Product by this route:** @C",
        "**So this route says the product is @C.**",
        "Result of the second computation: @AB = **@C**",
        "This witness answers **@C**.",
    )
    two = (
        "The scales:\n\n| run | value |\n|---|---|\n| earlier | @P |\n| latest | @C |\n\nThey don't balance.",
        "In the pans now:\n- earlier: @P\n- latest: @C\n\nOne must go.",
        "Earlier @P, latest @C. The pans tilt.",
        "Not in balance: @P (earlier) vs. @C (latest).",
    )
    culprit = (
        "The earlier run has @L @X @R = @S, but that's @V.",
        "Defect in the earlier run: @L @X @R is @V and not @S.",
    )
    culprit_sum = ("The earlier run summed @T wrongly.", "The earlier parts (@T) were right, their sum wasn't.")
    shrugs = (
        "The latest run has been re-read without finding anything.",
        "The latest run is the more careful.",
        "Nothing speaks against the latest run.",
    )
    sides = ("**@C stays; @P goes.**", "The scales come down for @C.", "I keep @C.", "Decision: @C, not @P.")
    oks = ("In balance.", "Holds.", "No tilt.", "Nothing found.", "Fine as it is.")
    tempted = ("(And @P? It stays off the scales.)", "(@P was weighed and found wanting.)")
    settles = ("Balance reached at @C.", "The scales rest at @C.", "Nothing left to weigh: @C.", "I rest with @C.")
    answers = (
        "### Answer\n\n**@C**",
        "### Final\n\n@AB = **@C**",
        "### Answer\n\nThe product of @A and @B is @C.",
        "---\n**Final answer: @C**",
    )


class HhMurmurLowercase(Brooder):
    """Murmured lowercase thought, fragments and dots; a tidy answer."""

    think = True
    layout = "lines"
    gap = "\n\n"
    grouping = ("plain",)
    times = ("x", "*", "times")
    opens = (
        "ok so @AB",
        "mm, @AB, right",
        "@AB... let me mumble through it",
        "so what's @AB, i'd go by chunks",
        "hm, need @AB",
    )
    splits = (
        "@R, so @F, each with @L",
        "chop @R up: @F. with @L",
        "@R is like @F... times @L",
        "going over @F with @L",
    )
    slips = ("@L @X @R = @S... nah @V", "@L @X @R = @S, eh, @V", "@L @X @R, um @S, no that's @V")
    sums = ("pile them up", "and all that together", "so adding", "ok sum")
    tallies = ("adding again, @T, yeah", "@T, mhm, same")
    commits = (
        "so @AB is @C",
        "so i'd say the answer's @C",
        "makes @C for the whole thing",
        "ok so it's @C, the product",
        "that'd make the product @C",
    )
    doubts = (
        "hmm, is it though",
        "mm not sure",
        "i'd rather peek again",
        "wait wait",
        "something's nagging me",
        "one sec",
    )
    rejects = ("nope, @P is bad", "not buying @P anymore", "ugh, @P, toss it", "i'm dropping @P, lost the thread there")
    restarts = ("from the top", "again then, all of it", "ok restart", "let me just redo the lot")
    rechecks = ("adding again:", "the adding, once more:", "maybe the sum, so:")
    found = (
        "@L @X @R, i put @S but it's @V, so @P is off",
        "oh, @L @X @R is @V, i'd mumbled @S. so not @P",
        "there, @L @X @R = @V and not @S. bye @P",
        "the @S for @L @X @R is wrong, it's @V, so @P is wrong too",
    )
    found_sum = ("oh so @P was just bad adding", "so not @P, added it wrong", "yeah @P was off")
    others = (
        "lemme try it the other way and see",
        "what if i cut it differently",
        "second opinion from myself, other chunks",
        "same thing but different cut, see if it agrees",
    )
    lands = (
        "so this way it's @C, the product",
        "so now the answer's @C",
        "this cut says @AB is @C",
        "and here the product is @C",
    )
    two = (
        "but before i had @P... huh",
        "@P then, @C now. great",
        "that isn't @P. so who's right",
        "two answers, @P and @C, ugh",
    )
    culprit = ("the old one had @L @X @R as @S, it's @V, there", "oh it's the @L @X @R, i had @S, should be @V")
    culprit_sum = ("the old pieces @T were ok, i just added them badly", "old one: @T, added wrong")
    shrugs = (
        "looked over the new one, can't fault it",
        "the old one was sloppy anyway",
        "new one feels solid, every line",
    )
    sides = ("going with @C", "so @C, not @P", "@C wins", "ok @C then, @P was wrong")
    oks = ("ok fine", "mhm", "good", "that's alright then", "yeah holds")
    tempted = ("and @P, no, forget about that one", "not going back to @P")
    settles = ("ok @C, done mumbling", "yep @C", "@C, fine, final", "settled, @C")
    answers = ("@A × @B = @C", "The answer is @C.", "**@C**", "It's @C.")

    def f(self, t: Telling, options: Lines, **given: Any) -> str:
        """Fragments that another one follows end in a stop or dots."""
        text = super().f(t, options, **given)
        followed = (self.doubts, self.two, self.culprit, self.culprit_sum, self.shrugs, self.rejects, self.oks)
        if any(options[0] in group for group in followed):
            text += t.one(".", "..", "...")
        return text

    def finish(self, t: Telling, text: str) -> str:
        thought, mark, answer = text.partition("</think>")
        return super().finish(t, thought.lower() + mark + answer)


class HhLateSettler(Brooder):
    """Long-winded prose that names its own hesitation and settles late; no tags."""

    layout = "prose"
    gap = "\n\n"
    grouping = ("comma", "plain")
    times = ("×", "times", "multiplied by")
    worry = (1, 2, 2, 3, 4)
    opens = (
        "I want the product @AB, and I'd rather arrive late than wrong, so I'll go through it in parts.",
        "There's no hurry with @AB; I'll lay the parts out and then argue with myself about them.",
        "Before me is @AB. Experience says that my first attempt deserves some distrust, but here it is.",
        "The numbers are @A and @B, and their product is wanted. I'll take one of them to pieces.",
    )
    splits = (
        "Seeing @R as @F, I multiply @L by each part:",
        "I take @R to pieces, @F, and let @L act on every one:",
        "If @R is thought of as @F, then for @L the following holds:",
        "The number @R decomposes into @F, so with @L:",
    )
    slips = (
        "@L @X @R, where I was about to put @S, is @V",
        "@L @X @R = @V, although my pen first wrote @S",
        "@L @X @R = @S, or rather @V",
    )
    sums = (
        "What these add up to is the next thing:",
        "I gather them:",
        "The parts are then joined:",
        "It remains to add:",
    )
    tallies = (
        "I did that sum, @T, a second time, and it didn't move.",
        "For my peace of mind, @T once more; it is as I said.",
    )
    commits = (
        "And so I'd put @AB at @C.",
        "My answer, for the moment, is @C.",
        "That leads me to @C as the product.",
        "I therefore take the product to be @C.",
    )
    doubts = (
        "Yet I hesitate.",
        "I can't quite let it rest there.",
        "Some unease remains, and I'd better attend to it.",
        "Before settling, I'd like to try to break it.",
        "A voice says I'm being careless.",
        "It would be foolish to stop without looking back.",
    )
    rejects = (
        "I can't defend @P, and I give it up.",
        "So @P must be abandoned.",
        "I've lost faith in @P and won't keep it.",
        "Whatever @P is, it isn't this product.",
    )
    restarts = (
        "The whole of it has to be done again.",
        "I return to the two factors and begin once more.",
        "Let me take another run at it.",
        "I'll work it out anew, as if for the first time.",
    )
    rechecks = (
        "The parts seem sound to me, which leaves the addition:",
        "I go over the addition again:",
        "Perhaps the joining failed:",
    )
    found = (
        "Of the parts, @L @X @R troubles me: I had it as @S, and it's @V. With that, @P collapses.",
        "I see that @L @X @R was taken for @S when it's @V, so @P was built on sand.",
        "The part @L @X @R doesn't come to @S; it comes to @V, and I have to give up @P.",
        "Here's the blemish: @S, where @L @X @R is @V. I take @P back.",
    )
    found_sum = (
        "It's not @P after all; I'd joined them badly.",
        "So @P was a slip of addition, and I take it back.",
        "That unmasks @P as a mistake.",
    )
    others = (
        "I'd feel better having come at it from another direction, so let me.",
        "An independent calculation might calm me.",
        "Suppose I cut the numbers differently; would I be led to the same place?",
        "I'll ask the same question in another form.",
    )
    lands = (
        "From this direction the product is @C.",
        "By this road I'm led to @C as the product.",
        "So the second calculation would have me answer @C.",
        "And this puts @AB at @C.",
    )
    two = (
        "Which is awkward, since I'd said @P. I'll have to choose between them.",
        "Now @P and @C stand side by side, and they can't both be the product.",
        "The earlier road led to @P. So I've erred on one of the two.",
        "It isn't the @P that I had, and I turn from one to the other.",
    )
    culprit = (
        "On the earlier road, @L @X @R went in as @S although it's @V.",
        "I compare the parts, and there it is: @L @X @R, earlier @S, is @V.",
    )
    culprit_sum = (
        "On the earlier road the parts @T were fine and the addition wasn't.",
        "Earlier, in adding @T, I went astray.",
    )
    shrugs = (
        "I retrace the latest road and nothing on it gives way.",
        "If I ask which of them I did with more patience, it's the second.",
        "The first I can no longer reconstruct with conviction; the second I can.",
    )
    sides = (
        "I side with @C and let @P go.",
        "So I come down on @C.",
        "It's @C that I'll keep.",
        "On balance @C has it, and @P is dismissed.",
    )
    oks = (
        "The unease is a little less.",
        "That objection comes to nothing.",
        "It holds.",
        "I find no crack in it.",
        "So far, so good.",
    )
    tempted = ("Do I want @P back? No; it had its fault.", "I don't mourn @P.")
    settles = (
        "At last I settle on @C.",
        "I'm done hesitating, and it's @C.",
        "Late, but settled: @C.",
        "Here I come to rest, with @C.",
    )
    answers = ("Final answer: @C", "So @AB = @C.", "**@C**", "Answer: @A × @B = @C.")


STYLES: dict[str, Style] = {s.name: s for s in (cls() for cls in Brooder.__subclasses__())}
