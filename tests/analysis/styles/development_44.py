"""Thoughts that doubt at length: two results weighed, sums added again, single steps redone, side checks, returns.

Templates: @name is a field, [[...]] a formula. A style is its phrases and its layout; the flow is `Fretter`'s.
"""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Mended, Style, Telling, Term, Work

Phrases = tuple[str, ...]


class Fretter(Style):
    """The flow: a solution, idle doubts, then a mended step, a comparison of two results or a fresh solution."""

    par = "\n\n"
    layout = "prose"
    methods: Phrases = ("high", "low", "chunks")
    seconds: Phrases = ("round", "low")
    groupings: Phrases = ("plain", "comma")
    signs: Phrases = ("×", "*", "x")
    marks: tuple[tuple[str, str], ...] = (("", ""),)
    idle_share = 0.5
    weights: ClassVar[dict] = {"mend": 3.0, "weigh": 3.0, "redo": 2.0}
    run_share = 0.5

    opens: Phrases
    plans: Phrases
    steps: Phrases = ("[[@l @x @r = @q]]",)
    sums: Phrases
    commits: Phrases
    doubts: Phrases
    rejects: Phrases
    spot_part: Phrases
    spot_sum: Phrases
    reruns: Phrases
    weighs: Phrases
    settles: Phrases
    checks: Phrases
    agrees: Phrases
    slips: Phrases = ("@w? no, @q", "@w... wait, no, @q", "@w, hmm, that should be @q", "@w, sorry, @q")
    direct: Phrases = (
        "Single digits, so this is straight from the times table.",
        "That's just a table fact, nothing to split.",
        "Both are one-digit numbers, I know this one by heart.",
        "One-digit factors; no need for long multiplication.",
    )
    recheck: Phrases = (
        "Is [[@l @x @r]] really @q? I go through it once more: yes, @q.",
        "I'm a little uneasy about [[@l @x @r]]. Again: @q. OK, as before.",
        "Just to be safe, the piece [[@l @x @r]]: still @q.",
        "Did I get the zeros right in [[@l @x @r = @q]]? Seems so.",
        "Looking at [[@l @x @r]] again... @q, no change there.",
    )
    size: Phrases = (
        "Size-wise: [[@ra @x @rb = @rp]], so the magnitude is plausible.",
        "A rough figure would be [[@ra @x @rb = @rp]], which is in the same region.",
        "Ballpark, [[@ra @x @rb]] is @rp, so nothing is wildly out of place.",
        "With rounding, about [[@ra @x @rb = @rp]]; the number of digits fits at least.",
    )
    tail: Phrases = (
        "The final digit has to be that of [[@da @x @db = @dp]], and it is.",
        "Ones digits: [[@da @x @db = @dp]], so it must end in @de. It does.",
        "It should end in @de because [[@da @x @db = @dp]]; fine.",
        "Units: [[@da @x @db = @dp]], ending in @de, consistent.",
    )
    nines: Phrases = (
        "Mod 9 the factors leave @na and @nb, and the result leaves @nc, which is what [[@na @x @nb]] leaves.",
        "Nines test: remainders @na and @nb against @nc for the product. Compatible.",
        "By digit sums, @na times @nb should leave @nc modulo 9, and it does.",
        "Remainders on division by 9: @na, @nb, and @nc for the result. No contradiction.",
    )
    misfit: Phrases = (
        "Modulo 9 the factors leave @na and @nb, so the product has to leave @ng, but @p leaves @nc. Something is off.",
        "Digit sums: the factors demand remainder @ng, while @p has remainder @nc. That cannot be.",
        "The nines test fails: @p leaves @nc, I would need @ng.",
        "Hmm, @p is @nc mod 9, whereas [[@na @x @nb]] gives @ng mod 9. A mismatch.",
    )
    drift: Phrases = (
        "I wondered about a difference of squares here, but the two factors are @gap apart, so that gets ugly. Leaving it.",
        "There might be a trick, e.g. doubling one factor to @dbl and halving the other, but it doesn't make life easier.",
        "As an aside, @a is @oa and @b is @ob, so the product must be @oc. Not much of a test, though.",
        "I could factor things, but @a doesn't invite it. Back to what I have.",
        "For comparison, [[@a @x 10 = @aten]], which I don't need here.",
    )
    stray: Phrases = (
        "Adding the pieces from the bottom up I first read @w, but that was a forgotten carry; with the carry it's @v again.",
        "A second look at the addition: for a moment I had @w there, because I misread a column. Properly: @v, as before.",
        "When I re-add quickly, @w comes out, no, I skipped a carry; including it I'm back at @v.",
    )
    blame: Phrases = (
        "The difference sits in [[@l @x @r]]: there I had @was, it's @now.",
        "Found it: [[@l @x @r]] is @now, I had written @was.",
        "Comparing piece by piece, [[@l @x @r]] was the bad one (@was instead of @now).",
    )
    blame_sum: Phrases = (
        "The earlier pieces are fine, it was the adding up that had gone wrong.",
        "The pieces of the earlier go are all right; I must have botched a carry when adding.",
        "So it was the addition in the earlier run, not the products.",
    )
    blame_none: Phrases = (
        "This last run was the more careful one; the earlier one had a hurried addition.",
        "I went faster in the earlier run, and I can see I was sloppy with a carry there.",
        "Going over the earlier run, a digit got misplaced there; this one is clean.",
    )

    def say(self, t: Telling, key: str, **fields: object) -> str:
        known: dict[str, object] = {
            "a": t.a, "b": t.b, "ab": t.ab, "x": t.x, "v": t.candidate, "wa": t.work.a, "wb": t.work.b,
            "s": t.sum(t.work), "f": t.factor(t.work), **fields,
        }  # fmt: skip
        if t.index:
            known.setdefault("p", t.previous)

        def put(found: re.Match[str]) -> str:
            value = known[found[1]]
            shown = t.n(value) if isinstance(value, int) else str(value)
            inside = template[: found.start()].count("[[") > template[: found.start()].count("]]")
            bare = inside or key in ("slips", "recaps") or found[1] in ("oa", "ob", "oc", "x")
            return shown if bare else f"[[{shown}]]"

        template = t.one(*getattr(self, key))
        text = re.sub(r"@([a-z]+)", put, template)
        if key == "slips":
            return text
        left, right = self.marks[0] if len(self.marks) == 1 else self.marks[t.flag("marks", 0.5)]
        return re.sub(r"\[\[(.*?)\]\]", lambda found: left + found[1] + right, text)

    def join(self, *pieces: str) -> str:
        return self.par.join(piece for piece in pieces if piece)

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one(*self.groupings)
        t.x = t.one(*self.signs)
        t.solve(*self.methods)

    # -- solutions ------------------------------------------------------------------------------------------------

    def step(self, t: Telling, term: Term) -> str:
        value = t.n(term.value)
        if term.value > 99 and t.chance(0.07):
            value = self.say(t, "slips", w=t.near(term.value), q=term.value)
        else:
            detail = t.detail(term, 0.3)
            if detail:
                value = detail.split(" = ", 1)[1] if t.chance(0.5) else f"{detail.split(' = ')[0]} = {value}"
        return self.say(t, "steps", l=term.left, r=term.right, q=value)

    def items(self, t: Telling, lines: list[str]) -> str:
        if self.layout == "bullets":
            mark = "-" if t.flag("dash", 0.6) else "*"
            return "\n".join(f"{mark} {line}" for line in lines)
        if self.layout == "numbered":
            return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))
        if self.layout == "lines":
            return "\n".join(lines)
        text = lines[0]
        for line in lines[1:]:
            mark = t.one(". ", ", and ", "; ", ", then ", ". Then ", ". Next, ")
            text += mark + (line[0].upper() + line[1:] if mark == ". " else line)
        return text[0].upper() + text[1:] + "."

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) > 2 and t.chance(self.run_share):
            lines = []
            for so_far, sign, value, result in work.steps():
                shown = t.n(result)
                if result != work.total and result > 99 and t.chance(0.06):
                    shown = self.say(t, "slips", w=t.near(result), q=result)
                lines.append(
                    self.say(t, "add_steps", g=f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)}", q=shown)
                )
            return self.say(t, "run_leads") + ("\n" if self.layout != "prose" else " ") + self.items(t, lines)
        total = t.one("", "", f" = {t.n(work.total)}")
        return self.say(t, "sums", s=t.sum(work) + total) + ("." if self.layout == "prose" else "")

    add_steps: Phrases = ("[[@g = @q]]",)
    run_leads: Phrases = (
        "Adding bit by bit:",
        "One after the other:",
        "Adding them up slowly:",
        "Now stacking these up:",
    )

    def solution(self, t: Telling, work: Work, table: bool = False) -> str:
        if table and len(str(t.a)) == len(str(t.b)) == 1 and t.chance(0.6):
            t._flags["table"] = True
            return self.say(t, "direct")
        t._flags["table"] = False
        break_ = " " if self.layout == "prose" else "\n"
        text = self.say(t, "plans") + break_ + self.items(t, [self.step(t, term) for term in work.terms])
        if t.chance(0.15):
            text += (" " if self.layout == "prose" else self.par) + self.say(
                t, "recaps", list=", ".join(f"[[{t.n(term.value)}]]" for term in work.terms)
            )
        return self.join(text, self.adding(t, work))

    recaps: Phrases = ("So the pieces are @list.", "Collected so far: @list.", "That leaves me with @list.")

    # -- doubts ---------------------------------------------------------------------------------------------------

    def idle(self, t: Telling, share: float) -> str:
        """A doubt or side check that leads nowhere."""
        if not t.chance(share):
            return ""
        kind = t.one("recheck", "recheck", "size", "tail", "nines", "drift", "stray")
        if kind == "recheck":
            good = [term for term in t.work.terms if term.value == term.left * term.right]
            if not good or t._flags.get("table"):
                return ""
            term = t.rng.choice(good)
            return self.say(t, kind, l=term.left, r=term.right, q=term.value)
        if kind == "drift":
            odd = ["even", "odd"]
            return self.say(
                t, kind, gap=abs(t.a - t.b), dbl=2 * t.a, oa=odd[t.a % 2], ob=odd[t.b % 2], oc=odd[t.a * t.b % 2],
                aten=10 * t.a,
            ) if t.a % 2 * (t.b % 2) == t.candidate % 2 and 10 * t.a not in t.candidates and t.a > 9 else ""  # fmt: skip
        if kind == "stray":
            return "" if t._flags.get("table") or t.candidate < 100 else self.say(t, kind, w=t.near(t.candidate))
        return self.test(t, kind)

    def test(self, t: Telling, kind: str) -> str:
        if kind == "size" and (about := t.estimate()) and min(t.a, t.b) > 9:
            return self.say(t, kind, ra=about[0], rb=about[1], rp=about[2])
        if kind == "tail" and (last := t.last_digit()) and t.product > 99:
            return self.say(t, kind, da=last[0], db=last[1], dp=last[2], de=last[2] % 10)
        if kind == "nines" and (left := t.nines()) and t.product > 99:
            return self.say(t, kind, na=left[0], nb=left[1], nc=left[2])
        return ""

    def first(self, t: Telling) -> str:
        return self.join(
            self.say(t, "opens"),
            self.solution(t, t.work, True),
            t.c(self.say(t, "commits")),
            self.idle(t, self.idle_share),
        )

    def against(self, t: Telling) -> str:
        """A test that the candidate before fails."""
        good, bad = t.product % 9, t.previous % 9
        if good == bad or t.product < 100 or not t.chance(0.4):
            return ""
        return self.say(t, "misfit", na=t.a % 9, nb=t.b % 9, ng=good, nc=bad)

    def again(self, t: Telling) -> str:
        way, mended = t.way(**self.weights), None
        table = t._flags.get("table", False)
        if table:
            way = "redo"
        if way != "redo":
            mended = t.mend()
            if mended is None and way == "mend":
                way = "redo"
        pieces = ["", self.say(t, "doubts")]
        if way == "redo":
            pieces += [self.against(t), self.say(t, "rejects"), self.solution(t, t.other(*self.seconds), True)]
            pieces += [t.c(self.say(t, "commits")), self.say(t, "twice") if t.same and t.chance(0.35) else ""]
        elif way == "mend" and mended:
            pieces += [self.against(t), self.spot(t, mended), t.c(self.say(t, t.one("commits", "settles")))]
        else:
            pieces += [self.say(t, "reruns"), self.solution(t, t.other(*self.seconds))]
            pieces += [self.say(t, "weighs"), self.against(t), self.reason(t, mended), t.c(self.say(t, "settles"))]
        pieces = [pieces[0], *(piece for piece in pieces[1:] if piece), self.idle(t, self.idle_share)]
        return self.par.join(pieces).rstrip()

    def spot(self, t: Telling, mended: Mended) -> str:
        if mended.place is None:
            return self.say(t, "spot_sum")
        term = mended.work.terms[mended.place]
        text = self.say(t, "spot_part", l=term.left, r=term.right, was=mended.was, now=mended.now)
        return self.join(text, self.adding(t, mended.work))

    def reason(self, t: Telling, mended: Mended | None) -> str:
        if mended is None:
            return self.say(t, "blame_none")
        if mended.place is None:
            return self.say(t, "blame_sum")
        term = mended.work.terms[mended.place]
        if mended.now != term.left * term.right:
            return self.say(t, "blame_none")
        return self.say(t, "blame", l=term.left, r=term.right, was=mended.was, now=mended.now)

    def confirm(self, t: Telling, share: float = 0.55) -> str:
        """A check at the end that agrees, or nothing."""
        if not t.chance(share):
            return ""
        if t.chance(0.2) and (duel := self.duel(t)):
            return duel
        if t.chance(0.45) and t.product > 99:
            return self.join(
                self.say(t, "checks"), self.solution(t, t.other(*self.seconds)), t.r(self.say(t, "agrees"))
            )
        return " ".join(filter(None, (self.test(t, kind) for kind in t.rng.sample(["size", "tail", "nines"], 2))))

    def duel(self, t: Telling) -> str:
        """A check with a slip of its own: its other result is seen to be wrong, and the candidate stays."""
        work = t.other()
        places = [place for place, term in enumerate(work.terms) if term.value == term.left * term.right > 99]
        if not places:
            return ""
        place = t.rng.choice(places)
        term = work.terms[place]
        bad = Term(term.left, term.right, t.near(term.value), term.sign)
        total = work.total + term.sign * (bad.value - term.value)
        if total in t.candidates or total <= 0:
            return ""
        terms = (*work.terms[:place], bad, *work.terms[place + 1 :])
        t.work = Work(work.a, work.b, work.method, terms, total)
        told = self.join(self.say(t, "checks"), self.solution(t, t.work))
        end = self.say(t, "duels", z=total, l=term.left, r=term.right, was=bad.value, now=term.value)
        return self.join(told, t.r(end))

    twice: Phrases = (
        "Funny, the very number that I'd thrown out.", "Huh, so the fresh solution ends where the discarded one did.",
        "The same figure as the one I scrapped, but now with work that I can follow.", "Which is what I had rejected. So be it.",
    )  # fmt: skip
    duels: Phrases = (
        "Hmm, @z here? No, it's this check that's faulty: [[@l @x @r]] is @now and not @was. With that mended it gives @v as well.",
        "That would be @z, which doesn't fit @v. But I see why: in this check I took [[@l @x @r]] for @was, when it's @now. So @v is unharmed.",
        "@z doesn't match @v. The slip is in the check itself, [[@l @x @r]] being @now (I had @was). Corrected, the check gives @v.",
        "Now I'd get @z, but only because I botched [[@l @x @r]] just now: it's @now, not @was. Repaired, it's @v, the same as before.",
    )  # fmt: skip


class Tagged(Fretter):
    """In think tags, then a short answer."""

    tags = ("<think>\n", "\n</think>\n\n")
    calms: Phrases
    finals: Phrases

    def first(self, t: Telling) -> str:
        return self.tags[0] + super().first(t)

    def closing(self, t: Telling) -> str:
        calm = t.r(self.say(t, "calms")) if t.chance(0.8) else ""
        text = self.join("", *filter(None, (self.confirm(t), calm)))
        return (self.par + text.strip() if text.strip() else "") + self.tags[1] + t.r(self.say(t, "finals"))


class Open(Fretter):
    """Without tags: the thought runs into the answer."""

    finals: Phrases

    def closing(self, t: Telling) -> str:
        check = self.confirm(t)
        return (self.par + check if check else "") + self.par + t.r(self.say(t, "finals"))


class JjRoneSeesaw(Tagged):
    """R1: paragraphs of prose, weighs like a pair of scales."""

    signs = ("×", "*")
    opens = (
        "Okay, so I need to work out @ab. Let me take it slowly.",
        "Alright, the user wants @ab. No calculator, so by hand then.",
        "Hmm, @ab. Let me think about how to break that down.",
        "First, the question: @ab. I tend to slip with carries, so I'll be careful.",
        "So I've got @a and @b to multiply together.",
    )
    plans = (
        "I can write @wb as @f and multiply @wa by every piece.",
        "Splitting @wb into @f seems the natural thing to do with @wa.",
        "Distributing @wa over @f, which is @wb.",
        "If @wb is seen as @f, then each bit can be multiplied by @wa separately.",
    )
    steps = ("@l @x @r is @q", "@l @x @r = @q", "@l @x @r gives @q", "for @l @x @r I have @q")
    sums = (
        "Putting them together, @s",
        "Then everything combined: @s",
        "All that's left is @s",
        "The whole thing is @s",
    )
    commits = (
        "So @ab should be @v.", "Therefore the product comes out as @v.", "Okay, that makes the answer @v.",
        "That would mean @ab = @v.", "Alright, I end up with @v for the product.",
    )  # fmt: skip
    doubts = (
        "Wait, hold on. Something about @p bothers me. Let me look at it again.",
        "Hmm, but is it? I feel like I rushed to @p.",
        "But wait, before I say @p to the user, I'd better look more closely.",
        "Hmm, I'm not fully at ease with @p.",
        "Let me pause here. Would I bet on @p? Not yet.",
    )
    rejects = (
        "No, I don't believe in @p anymore. Let me forget it and do the whole multiplication anew.",
        "I'd rather scrap @p altogether and begin again with another breakdown.",
        "I can't stand behind @p. I'm throwing it away; starting over.",
        "Honestly, my working for @p was a mess. Discard it, and go again from zero.",
    )
    spot_part = (
        "Ah, here: @l @x @r is not @was. It is @now. So the sum changes.",
        "Oh! I see it. For @l @x @r I said @was, but it should have been @now.",
        "Wait, @l @x @r... I claimed @was. Working it out again I get @now. That's where I went astray.",
        "There's the culprit: @l @x @r = @now, and I'd used @was.",
    )
    spot_sum = (
        "The individual products look right, but the addition doesn't: @s is @v and not @p.",
        "Oh, I mis-added. @s makes @v, I lost a carry somewhere.",
        "Adding once more with care: @s... that's @v. My sum was wrong.",
    )
    reruns = (
        "Let me do it the other way and see whether the two meet.",
        "Another route, for comparison.",
        "To see if that's right, I'll break up the numbers differently.",
        "Maybe an independent calculation helps.",
    )
    weighs = (
        "Hmm, now this route says @v but the earlier one said @p. They can't both be right.",
        "Uh-oh. @p on one side, @v on the other. Which one is it?",
        "That's strange: @v here, @p there. One of the two must contain a mistake.",
        "So the two methods disagree, @p versus @v. Let me find out why.",
    )
    settles = (
        "Okay, so @p is out, and the product is @v.", "So the right one is @v rather than @p.",
        "That settles it for me: @v.", "So I was wrong before, and @ab = @v.",
    )  # fmt: skip
    checks = (
        "Let me verify this with a different split, just for peace of mind.",
        "One more verification by another path.",
        "I could double-check that by breaking it up another way.",
        "As a sanity check, a second method.",
    )
    agrees = (
        "That's @v as well. Good, both ways match.", "Same result, @v. Great.", "It agrees: @v.",
        "Again @v, so the verification passes.",
    )  # fmt: skip
    calms = (
        "I'm fairly confident now that it's @v.", "Okay, @v. I'm going with that.", "So the answer stays @v.",
        "I think that's it: @v.", "Alright, enough worrying. It's @v.",
    )  # fmt: skip
    finals = (
        "The product of @a and @b is **@v**.", "@ab = **@v**", "**Answer:** @v", "The result of @ab is @v.",
        "@a multiplied by @b equals **@v**.",
    )  # fmt: skip


class JjQwqTallier(Tagged):
    """QwQ: one thought per line, keeps a tally of what the runs gave; a box at the end."""

    layout = "lines"
    signs = ("*", "×")
    groupings = ("comma", "plain")
    run_share = 0.8
    opens = (
        "So I have this multiplication here, @ab, and I need to figure it out.",
        "Let me see. The task is @ab.",
        "I need to compute @ab. Big enough to be careful with, I guess.",
        "Multiplying @a and @b. I remember how this is done, piece by piece.",
    )
    plans = (
        "Breaking down @wb: @f. Times @wa each:", "I'd take @wb apart as @f and keep @wa whole.",
        "@wb is @f, so with @wa:", "Okay, pieces of @wb (that's @f), each with @wa:",
    )  # fmt: skip
    steps = ("@l @x @r = @q", "@l @x @r: @q", "@r @x @l = @q")
    sums = ("Sum of these: @s", "Now add: @s", "Altogether: @s", "Total: @s")
    commits = (
        "So I get @v.", "So, @ab seems to be @v.", "Thus the answer would be @v.", "Okay, my result is @v.",
        "Which gives me @v as the product.", "So it's @v, I suppose.",
    )  # fmt: skip
    doubts = (
        "Hmm, wait a second. Is @p right?", "Alternatively, maybe I messed up somewhere on the way to @p.",
        "But actually, let me see if @p makes sense.", "Hmm, I've got a feeling that @p isn't quite there.",
        "Perhaps I should look at @p with fresh eyes.",
    )  # fmt: skip
    rejects = (
        "You know what, I'm abandoning @p. New attempt, from the top.",
        "No, this isn't trustworthy. @p goes in the bin, I'll solve it again.",
        "I think @p has to be thrown out. Back to the start.",
        "Okay, @p is not something I can defend. Let me redo everything.",
    )
    spot_part = (
        "Ah wait, @l @x @r isn't @was, is it? No: @now. So I have to fix that one.",
        "Let me see @l @x @r again... @now! Earlier I took @was, which was a mistake.",
        "I see, the line @l @x @r was wrong. Not @was, but @now.",
        "Hmm, @l @x @r. I put down @was. Recomputing... @now. So that was incorrect.",
    )
    spot_sum = (
        "The lines themselves are fine. But @s, when I add it properly, is @v. So I added wrongly.",
        "Adding again: @s = @v. So @p came from an addition error.",
        "The multiplication parts are okay; the sum @s isn't @p, it's @v.",
    )
    reruns = (
        "Alternatively, I could split the thing in another way.", "Maybe do it the other way round, to see.",
        "Let me try a second method and put the results side by side.", "Perhaps another approach for comparison.",
    )  # fmt: skip
    weighs = (
        "Tally: before @p, this way @v. Hmm, these are different.",
        "But that's @v, and before it was @p. Conflict.",
        "Now I'm confused: @p or @v?",
        "So one method says @p and the other @v. I have to choose with reasons.",
    )
    settles = (
        "So the correct one must be @v.", "Therefore @v, and @p was my mistake.", "So I drop @p and take @v.",
        "Okay so it's @v then.",
    )  # fmt: skip
    checks = (
        "Let me just run a second method to confirm.", "For verification, split it differently:",
        "Just to make sure, another calculation:", "Let me confirm by going about it another way.",
    )  # fmt: skip
    agrees = (
        "Yes, @v again. Consistent.",
        "Same number, @v, so I'm reassured.",
        "That matches @v.",
        "And it's @v here too.",
    )
    calms = (
        "So after all of that, the answer is @v.", "I'm convinced it's @v.", "Therefore I'll answer @v.",
        "Alright, @v is what I'll report.",
    )  # fmt: skip
    finals = (
        "**Final Answer**\n\\[ \\boxed{@v} \\]", "The answer is \\(\\boxed{@v}\\).", "\\boxed{@v}",
        "The product is \\(\\boxed{@v}\\).", "After careful calculation:\n\n\\[ \\boxed{@v} \\]",
    )  # fmt: skip


class JjQwenRoundabout(Tagged):
    """Qwen3: chatty thought, a little Markdown after it."""

    signs = ("×", "*", "x")
    groupings = ("plain", "comma")
    opens = (
        "Okay, let's tackle this. @ab. I want to show it step by step.",
        "Alright, let me get into @ab.",
        "Okay, so here's the problem: what's @ab? Let me recall the standard method.",
        "Let's see, I have @ab to compute.",
        "Okay, @a and @b, I need their product.",
    )
    plans = (
        "Maybe use the distributive property. @wb can be rewritten as @f, with @wa as the other factor.",
        "I think it's easiest to decompose @wb = @f.",
        "Let me keep @wa and cut @wb up: @f.",
        "Right, @wb consists of @f. I'll go over these one at a time, always with @wa.",
    )
    steps = (
        "@wa by @r is @q", "@l @x @r equals @q", "@l @x @r, that's @q", "@l @x @r makes @q",
    )  # fmt: skip
    sums = ("Adding these results: @s", "Now the addition, @s", "And the sum of them is @s", "So in total @s")
    commits = (
        "So the product is @v, I think.", "That brings me to @v.", "So putting it all together, @ab is @v.",
        "Hence, the answer should be @v.", "So we have @v as the final result.",
    )  # fmt: skip
    doubts = (
        "Wait, let me make sure about @p. Big numbers like these are easy to mess up.",
        "Wait, but I should examine @p again, maybe there's an error.",
        "Hmm, wait. I'm second-guessing @p.",
        "Let me check again if @p holds up.",
        "But hold on a moment. How sure am I of @p?",
    )
    rejects = (
        "Hmm, no. @p isn't correct, I'm pretty sure by now. Let me start over.",
        "I've lost track of how I got there. Let me set @p aside for good and recalculate it all.",
        "Okay, @p is not reliable, so I take it back. A fresh calculation, then.",
        "Forget @p. Clean slate.",
    )
    spot_part = (
        "Wait, here's something: @l @x @r. I had @was. But that's @now, isn't it? Yes, @now. So I need to correct that.",
        "Oh no, @l @x @r is actually @now, and not @was. My mistake.",
        "Checking each piece... @l @x @r should be @now. I wrote @was. There's the error.",
        "The piece @l @x @r turns out to be @now on a second calculation, so @was was incorrect.",
    )
    spot_sum = (
        "The pieces check out. The sum though: @s. Let me line them up... @v. So I'd added incorrectly.",
        "Wait, @s doesn't equal @p. It's @v.",
        "Hmm, when I add @s again, I land on @v, and I see the carry that I'd missed.",
    )
    reruns = (
        "Let me try with another approach to see what it gives.", "Maybe I can swap the roles of the numbers.",
        "Another way to go about it, so that I can compare:", "Perhaps a different decomposition will tell me.",
    )  # fmt: skip
    weighs = (
        "Wait, that's conflicting. Before I had @p, and now @v.",
        "Hmm, @v is not @p. So there must be an error in one of these computations.",
        "So now I've got @p and @v. Need to see which calculation has the flaw.",
        "That's a problem: @p by the earlier way, @v by this one.",
    )
    settles = (
        "So the correct product is @v.", "Okay, that means @v is correct and @p isn't.", "Therefore, @ab is @v.",
        "Right, so I correct myself: @v.",
    )  # fmt: skip
    checks = (
        "Let me verify by using another method.", "Let me also check by a different decomposition.",
        "Just to be thorough, let me do it in another order.", "To validate, another breakdown.",
    )  # fmt: skip
    agrees = (
        "Same result of @v, so that's confirmed.", "And this also yields @v. Perfect.", "Yep, @v. Both agree.",
        "So @v is verified.",
    )  # fmt: skip
    calms = (
        "Okay, I'm confident that the answer is @v.", "So the final answer is @v.", "All good, @v it is.",
        "I don't see any further problems, so @v.",
    )  # fmt: skip
    finals = (
        "To find the product, multiply each place of one factor by the other and add.\n\n**Answer:** $ @v $",
        "The result is:\n\n$$\n\\boxed{@v}\n$$", "### Final Answer\n\n**@v**", "@ab = **@v** ✅",
        "The product of @a and @b is $\\boxed{@v}$.",
    )  # fmt: skip


class JjSmallMuddle(Tagged):
    """A small distilled model: lower case, run-on, a typo here and there."""

    par = "\n"
    signs = ("*", "x")
    groupings = ("plain",)
    run_share = 0.7
    tags = ("<think>\n", "\n</think>\n")
    opens = (
        "ok so we multiply @ab here", "to find @ab, i multiply stepwise", "we need @ab, lets go",
        "so @ab, hmm, let me do it", "first i write down @ab",
    )  # fmt: skip
    plans = (
        "@wb is @f so i take @wa with each", "break @wb to @f,", "using @wb = @f and @wa for every part",
        "parts of @wb are @f, now times @wa",
    )  # fmt: skip
    steps = ("@l@x@r=@q", "@l @x @r = @q", "@l @x @r is @q")
    sums = ("now plus all: @s", "adding gives @s", "so @s", "sum them, @s")
    commits = (
        "so answer is @v", "so i get @ab = @v", "that is @v for the product", "so the product is @v",
        "ok so it is @v",
    )  # fmt: skip
    doubts = (
        "wait is @p right? not sure", "hmm wait, @p looks strange to me", "wait wait, let me look at @p again",
        "but maybe @p is not correct", "hmm, i dont know about @p",
    )  # fmt: skip
    rejects = (
        "no @p is wrong i think, do it again from the beginning", "i give up on @p, start again",
        "ok @p must be wrong, i calculate new", "forget @p, new calculation",
    )  # fmt: skip
    spot_part = (
        "oh @l @x @r is @now, i wrote @was, thats the mistake", "@l @x @r should be @now and not @was",
        "wait @l @x @r = @now. before i used @was which is wrong", "i see, @was is wrong for @l @x @r, its @now",
    )  # fmt: skip
    spot_sum = (
        "oh i added wrong, @s is @v", "the parts are ok but the plus is wrong, @s gives @v",
        "adding again @s = @v so i missed a carry",
    )  # fmt: skip
    reruns = ("let me do other way and see", "try with different parts", "another way to compare:", "second way,")
    weighs = (
        "now it is @v but before it was @p, which one?", "hmm two results, @p and @v",
        "@v is different than @p so something is wrong somewhere", "first @p, now @v, not the same",
    )  # fmt: skip
    settles = ("so @v is the right one", "ok then @v, not @p", "so i take @v", "so @p was wrong, @ab = @v")
    checks = ("check with other parts", "let me check it one time", "verify other way:", "to be sure i check")
    agrees = ("also @v, good", "@v again so its correct", "same @v, ok", "yes @v, matches")
    calms = ("ok final is @v", "so @v, done", "i am sure now, @v", "yes, @v is the answer")
    finals = (
        "The answer is @v.", "@v", "Answer: @v", "@a * @b = @v", "So, the product is **@v**.",
    )  # fmt: skip
    recheck = ("@l @x @r is @q right? yes @q", "is @l @x @r = @q, yes ok", "check @l @x @r again, its @q, fine")
    misfit = ("digit sum says rest @ng by 9 but @p has rest @nc, so not good", "mod 9 it must be @ng but @p is @nc")
    size = ("around @ra @x @rb = @rp so size is ok", "about @rp (@ra @x @rb), size ok")
    tail = ("last digit from @da @x @db = @dp, ok", "ends with @de because @da @x @db = @dp, good")
    nines = ("mod 9: @na and @nb to @nc, ok", "rests by 9 are @na, @nb and @nc, that fits")
    drift = ("maybe there is a trick with @dbl and half, but no", "@a is @oa and @b is @ob so result @oc ok")
    stray = (
        "adding fast i got @w but no i forgot a carry, its @v",
        "i read @w first but the column was wrong, @v is ok",
    )
    direct = ("small numbers, i know it from the table", "one digit each so easy")
    blame = ("the mistake was @l @x @r, i had @was there but its @now", "@l @x @r was wrong before (@was), it is @now")
    blame_sum = ("before i added wrong, parts were ok", "the first adding had a wrong carry")
    blame_none = ("the first one i did too fast", "first time i lost a digit somewhere")
    slips = ("@w no @q", "@w wait @q", "@w oh no, @q")
    twice = ("funny its the same that i threw away", "same number as the dropped one, ok", "so again this one, hm ok")
    duels = (
        "@z? no the check is wrong here, @l @x @r is @now not @was, so its @v also",
        "hmm @z, but i made mistake in the check, @l @x @r = @now (not @was), then @v ok",
    )
    run_leads = ("now add slowly", "add one by one:", "adding,")
    recaps = ("so @list", "parts: @list")

    def items(self, t: Telling, lines: list[str]) -> str:
        return t.one(", ", " and ", "\n").join(lines)

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text.replace(".\n", "\n") if t.chance(0.5) else text, 0.01)


class JjLatexHesitator(Tagged):
    """Distilled on mathematics: inline LaTeX in the thought."""

    signs = ("\\times", "\\cdot")
    groupings = ("plain", "latex", "plain")
    marks = (("\\(", "\\)"), ("$", "$"))
    opens = (
        "To evaluate [[@ab]], I'll go through the partial products.",
        "Let me consider [[@ab]]. It's a plain multiplication, but errors creep in easily.",
        "We are asked for [[@ab]]. I'd go for the distributive law.",
        "I'm to determine the value of [[@ab]].",
    )
    plans = (
        "Write [[@wb = @f]] and distribute [[@wa]].", "Since [[@wb = @f]], I multiply [[@wa]] with each term.",
        "With [[@wb = @f]], there are these products with [[@wa]]:",
        "Decomposing [[@wb]] as [[@f]], the factor [[@wa]] meets each of them.",
    )  # fmt: skip
    steps = ("[[@l @x @r = @q]]", "the product [[@l @x @r]] is [[@q]]", "[[@l @x @r]] equals [[@q]]")
    slips = ("@w, \\text{ no, } @q", "@w \\ldots \\text{ rather } @q")
    sums = ("Summation: [[@s]]", "Adding, [[@s]]", "The sum of the partial products is [[@s]]", "Hence we need [[@s]]")
    commits = (
        "Hence [[@ab = @v]].", "So the value is [[@v]].", "This leads to the result [[@v]].",
        "Consequently the product equals [[@v]].", "We arrive at [[@ab = @v]].",
    )  # fmt: skip
    doubts = (
        "Hmm, let me reconsider [[@p]].", "Is [[@p]] really justified? Let me inspect the steps.",
        "I hesitate to accept [[@p]] just yet.", "However, I'm not entirely sure about [[@p]].",
        "Let me go back and scrutinize [[@p]].",
    )  # fmt: skip
    rejects = (
        "I reject [[@p]]; the computation has to be done anew.",
        "The value [[@p]] can't be upheld, so I discard it and compute from scratch.",
        "So [[@p]] is withdrawn. Here's a fresh derivation.",
        "It's better to dismiss [[@p]] and to start over.",
    )
    spot_part = (
        "The term [[@l @x @r]] was evaluated as [[@was]], but it's [[@now]].",
        "I notice that [[@l @x @r = @now]], not [[@was]]. This invalidates the sum.",
        "Wait: [[@l @x @r]]. Previously [[@was]], but correctly [[@now]].",
        "An error is in [[@l @x @r]], where [[@was]] has to be replaced by [[@now]].",
    )
    spot_sum = (
        "The terms are fine, but their sum [[@s]] is [[@v]], so I added incorrectly.",
        "Re-adding, [[@s = @v]], in contrast to what I claimed.",
        "The slip is in the last addition: [[@s = @v]].",
    )
    reruns = (
        "Let me compute it along a second line and compare.", "A different decomposition should tell.",
        "I'll use an alternative splitting as a test.", "Consider a second way of computing it.",
    )  # fmt: skip
    weighs = (
        "This disagrees: [[@v]] against [[@p]].", "So we now have [[@p]] and [[@v]], which is a contradiction.",
        "The two computations give [[@p]] and [[@v]], respectively. At most one of them is right.",
        "We see that [[@v \\neq @p]]. Where's the error?",
    )  # fmt: skip
    settles = (
        "Thus the correct value is [[@v]].", "Hence [[@p]] falls, and [[@ab = @v]].", "So I settle on [[@v]].",
        "In conclusion, [[@v]] replaces [[@p]].",
    )  # fmt: skip
    checks = (
        "As a verification, I use another decomposition.", "Let me confirm it by a second computation.",
        "For a check, split the factors differently.", "A second computation for certainty.",
    )  # fmt: skip
    agrees = (
        "The check gives [[@v]] as well.", "Again [[@v]], as expected.", "This coincides with [[@v]].",
        "So both computations yield [[@v]].",
    )  # fmt: skip
    calms = (
        "I'm satisfied with [[@v]].", "So the final value is [[@v]].", "There's no reason left to doubt [[@v]].",
        "Everything considered, [[@v]].",
    )  # fmt: skip
    finals = (
        "[[@ab = \\boxed{@v}]]", "The product is [[\\boxed{@v}]].", "\\[\n\\boxed{@v}\n\\]", "**Answer.** [[@v]]",
        "We obtain [[@ab = @v]].",
    )  # fmt: skip


class JjListArbiter(Tagged):
    """Numbered notes in the thought, named runs, an arbitration between them."""

    layout = "numbered"
    signs = ("×", "·", "x")
    groupings = ("comma", "space", "plain")
    opens = (
        "Task: @ab.", "Goal: find @ab without a tool.", "Need: the product of @a and @b.",
        "The user asks for @ab. Notes below.", "Working notes on @ab.",
    )  # fmt: skip
    plans = (
        "Split: @wb = @f, other factor @wa.", "Pieces of @wb (@f) with @wa:", "Plan: @wa against @f.",
        "Run with @wa fixed and @wb = @f:",
    )  # fmt: skip
    steps = ("@l @x @r = @q", "@l @x @r → @q", "@r of @l: @q")
    sums = ("Sum: @s", "Column sum: @s", "To add: @s", "Everything added: @s")
    commits = (
        "Result of this run: @v.", "Outcome: @ab = @v.", "This run ends with @v as the answer.", "Answer so far: @v.",
        "Therefore: @v.",
    )  # fmt: skip
    doubts = (
        "Objection: I haven't examined @p at all.", "Concern about @p. Could a carry be lost?",
        "Not sure @p survives a closer look.", "Let me be the devil's advocate against @p.",
        "Pause. How solid is @p?",
    )  # fmt: skip
    rejects = (
        "Verdict: @p is void. New run from the beginning.", "I strike @p off and solve again.",
        "@p is withdrawn, as I can't vouch for that run. Next run.", "Decision: don't use @p. Do all of it again.",
    )  # fmt: skip
    spot_part = (
        "Faulty line: @l @x @r. Written @was, true value @now.", "Line @l @x @r needs repair: @was becomes @now.",
        "Caught one: @l @x @r is @now (had @was).", "The line with @l @x @r doesn't hold. It isn't @was, it's @now.",
    )  # fmt: skip
    spot_sum = (
        "All lines hold, the sum doesn't: @s = @v.", "Faulty sum. @s comes to @v.",
        "Re-adding @s: it's @v, so the sum was off.",
    )  # fmt: skip
    reruns = (
        "Counter-run with another split:", "Let a second run speak.", "Opposing calculation:",
        "I'll hear a second opinion, from a different split.",
    )  # fmt: skip
    weighs = (
        "The old run says @p, the new one @v. To arbitrate:", "Conflict between @p and @v.",
        "Two claims on the table, @p and @v. Which one has the fault?", "@p vs @v, no agreement.",
    )  # fmt: skip
    settles = (
        "Ruling: @v.",
        "Ruling: @p rejected, @v accepted.",
        "So @v wins over @p.",
        "Arbitration done, the answer is @v.",
    )
    checks = (
        "Control run:",
        "A control by another split:",
        "For the record, a confirming run:",
        "Control, other split:",
    )
    agrees = ("Control agrees: @v.", "Same outcome, @v.", "Control run also @v. Closed.", "@v again, no conflict.")
    calms = ("Final: @v.", "Case closed with @v.", "I'll report @v.", "Nothing left against @v.")
    finals = (
        "@ab = **@v**", "**@v**", "The product is **@v**.", "Result: @v", "@a times @b is @v.",
    )  # fmt: skip


class JjOssPacer(Open):
    """gpt-oss: terse analysis channel, then the final channel."""

    groupings = ("plain", "comma", "narrow")
    signs = ("*", "×")
    opens = (
        "Compute @ab.", "We need product @ab. Do carefully.", "User wants @ab. Let's compute.", "@ab. Do by parts.",
        "Need @ab, no tools.",
    )  # fmt: skip
    plans = ("@wb = @f.", "Split @wb into @f, times @wa.", "@wa over @f.", "Use @wb = @f:")
    steps = ("@l@x@r = @q", "@l @x @r = @q", "@l@x@r=@q")
    sums = ("Sum: @s", "Add: @s", "Total @s", "Then @s")
    commits = (
        "So @v.",
        "So product @v.",
        "Thus @ab = @v.",
        "Gives answer @v.",
        "So answer: @v.",
        "Product = @v.",
    )
    doubts = (
        "Hmm, verify @p?", "But is @p ok? Unclear.", "Let's look at @p again.", "Not certain about @p.",
        "@p suspicious?", "Wait: @p.",
    )  # fmt: skip
    rejects = (
        "No, scrap @p. Recompute everything.", "@p not reliable; discard. From scratch.",
        "Drop @p. Fresh computation.", "We'll not use @p; start over.",
    )  # fmt: skip
    spot_part = (
        "@l@x@r: we wrote @was, actual @now. Fix.", "Mistake: @l@x@r = @now, not @was.",
        "Check @l@x@r -> @now. Earlier @was wrong.", "Oops @l@x@r should be @now (was @was).",
    )  # fmt: skip
    spot_sum = (
        "Parts ok. Sum again: @s = @v. Earlier add wrong.", "Addition error: @s = @v, not @p.",
        "Re-add: @s -> @v. We dropped carry.",
    )  # fmt: skip
    reruns = ("Alternative split to compare.", "Do other way.", "Second method.", "Try different split, see.")
    weighs = (
        "Mismatch: @p vs @v.", "Got @v here, @p earlier. Conflict.", "Two values @p, @v. Which?",
        "Hmm @v differs from @p. Locate error.",
    )  # fmt: skip
    settles = ("So correct is @v.", "So @v, not @p.", "Take @v; @p wrong.", "Thus @v right.")
    checks = ("Double-check with other split.", "Cross-check:", "Verify other way.", "Confirm via second split.")
    agrees = ("Also @v. Good.", "Matches @v.", "@v again. OK.", "Same @v.")
    finals = (
        "@ab = **@v**", "The product is **@v**.", "**@v**", "@v", "@ab equals @v.",
    )  # fmt: skip
    recheck = ("@l@x@r = @q? yes.", "Check @l@x@r again: @q ok.", "@l@x@r still @q. Fine.", "Piece @l@x@r: @q, ok.")
    size = ("Approx @ra@x@rb = @rp ok.", "Rough: @ra@x@rb ~ @rp, plausible.", "Estimate @rp (@ra@x@rb). Fine.")
    tail = ("Last digit: @da@x@db=@dp ok.", "Ends in @de, from @da@x@db=@dp. ok.", "Unit digit @de good.")
    nines = ("Mod 9: @na@x@nb vs @nc consistent.", "mod 9 factors @na, @nb; result @nc. ok.")
    misfit = ("Mod 9: need @ng, @p has @nc. Bad.", "@p mod 9 = @nc but should be @ng. Fail.")
    drift = (
        "Could use squares trick, gap @gap, no.",
        "Parity: @oa times @ob -> @oc. Fine.",
        "Doubling to @dbl not helpful.",
    )
    stray = ("Re-add quickly: @w? no, missed carry, @v stands.", "Read @w at first on re-add, misaligned; @v stays.")
    direct = ("Trivial table.", "Single digits. Known.", "Table fact.")
    blame = ("Earlier pass had @l@x@r = @was, should be @now.", "Error in earlier pass: @l@x@r is @now not @was.")
    blame_sum = ("Earlier pass addition was wrong.", "Error in earlier pass: carry in sum.")
    blame_none = (
        "Earlier pass sloppy with carry.",
        "Earlier pass misplaced a digit.",
        "New pass rechecked; earlier one had slip.",
    )
    slips = ("@w? no @q", "@w -> wait @q", "@w no, @q")
    twice = ("Same as discarded one. Fine.", "Same number after all.", "So identical to dropped value. OK.")
    duels = (
        "@z? No, slip in this check: @l@x@r = @now not @was. Corrected gives @v. Good.",
        "Hmm @z, but check misused @l@x@r (@was, should be @now). With fix @v, matches.",
    )
    run_leads = ("Sum stepwise:", "Add:", "Accumulate:")
    recaps = ("Parts: @list.", "Have @list.")

    def items(self, t: Telling, lines: list[str]) -> str:
        return t.one(". ", "; ", ", ").join(lines) + "."

    def write(self, t: Telling) -> str:
        text = super().write(t)
        return text.replace("\n\n", " ") if t.flag("dense", 0.5) else text

    def first(self, t: Telling) -> str:
        bare = t.flag("bare", 0.4)
        return ("analysis" if bare else "<|channel|>analysis<|message|>") + super().first(t)

    def closing(self, t: Telling) -> str:
        check = self.confirm(t)
        gap = "assistantfinal" if t.flag("bare", 0.4) else "<|end|><|start|>assistant<|channel|>final<|message|>"
        return (self.par + check if check else "") + self.par * t.chance(0.3) + gap + t.r(self.say(t, "finals"))


class JjGeminiRecounter(Open):
    """Summaries of a hidden thought: bold gerund headings, present tense."""

    signs = ("×", "*")
    groupings = ("comma",)
    heads: Phrases = (
        "Breaking Down the Product", "Mapping Out the Calculation", "Approaching the Multiplication",
        "Setting Up Partial Products", "Initiating the Calculation",
    )  # fmt: skip
    worries: Phrases = (
        "Questioning the Figure", "Reassessing My Steps", "Revisiting the Arithmetic", "Examining a Discrepancy",
        "Scrutinizing the Outcome",
    )  # fmt: skip
    opens = (
        "I'm now looking at @ab, and I intend to proceed piecewise.", "My task is @ab. I've begun by laying out the pieces.",
        "I've started on @ab, mindful of the carries.", "I'm focusing on multiplying @a by @b.",
    )  # fmt: skip
    plans = (
        "I'm treating @wb as @f and applying @wa to each component.", "I've decomposed @wb into @f, keeping @wa intact.",
        "The components of @wb are @f, and I'm pairing each with @wa.", "My approach is to distribute @wa across @f.",
    )  # fmt: skip
    steps = ("@l @x @r yields @q", "@l @x @r is @q", "I find @q for @l @x @r")
    sums = ("Combining these components, I have @s", "I'm now aggregating: @s", "The pieces accumulate to @s")
    commits = (
        "I've concluded that @ab is @v.", "This leads me to @v as the product.", "My current answer is therefore @v.",
        "I'm arriving at @v for the full product.", "The product thus stands at @v.",
    )  # fmt: skip
    doubts = (
        "I'm having second thoughts about @p and am looking into it.", "I'm not yet comfortable with @p.",
        "Something about @p strikes me as questionable.", "I'm now scrutinizing @p more closely.",
        "I keep returning to @p, wondering if a carry went missing.",
    )  # fmt: skip
    rejects = (
        "I've decided to abandon @p and to rework the entire multiplication.",
        "I no longer trust @p, so I'm discarding it and beginning again.",
        "I'm setting @p aside as unreliable and restarting the calculation.",
        "I'm retracting @p. A new calculation is under way.",
    )
    spot_part = (
        "I've identified the flaw: I took @l @x @r to be @was, while it's @now.",
        "It turns out @l @x @r is @now, whereas I had been working with @was.",
        "I've pinpointed an error in @l @x @r; the value @was must be @now.",
        "I had misjudged @l @x @r as @was. It's actually @now.",
    )
    spot_sum = (
        "The components hold, but I've found that @s adds up to @v, so my addition had been faulty.",
        "I've re-added @s, and it's @v. The earlier addition was off.",
        "My slip was in the addition; @s comes to @v.",
    )
    reruns = (
        "I'm pursuing a parallel calculation for comparison.", "I'm now approaching it from another angle to compare.",
        "I've opted for a second decomposition to see if the figures line up.", "I'm testing it with an alternative breakdown.",
    )  # fmt: skip
    weighs = (
        "I'm facing two figures now, @p and @v.", "The second route gives @v, which is at odds with @p.",
        "I'm weighing @p against @v, since only one of them can be right.", "There's a discrepancy between @p and @v.",
    )  # fmt: skip
    settles = (
        "I've resolved this in favor of @v.", "I'm now replacing @p with @v.", "I'm settling on @v.",
        "The evidence favors @v, so I'm adopting it over @p.",
    )  # fmt: skip
    checks = (
        "I'm validating this through an alternative decomposition.", "I'm cross-checking with another breakdown.",
        "To be certain, I'm performing a second calculation.", "I'm running a verification by a different path.",
    )  # fmt: skip
    agrees = (
        "The verification also gives @v.", "I've again obtained @v, which is reassuring.", "Both paths agree on @v.",
        "It matches @v.",
    )  # fmt: skip
    finals = (
        "The product of @a and @b is **@v**.", "@ab = **@v**", "**@v**", "So, @ab equals **@v**.",
        "Here's the answer: **@v**",
    )  # fmt: skip

    def first(self, t: Telling) -> str:
        return f"**{t.one(*self.heads)}**\n\n" + super().first(t)

    def again(self, t: Telling) -> str:
        return f"\n\n**{t.one(*self.worries)}**" + super().again(t)

    def items(self, t: Telling, lines: list[str]) -> str:
        return ", ".join(lines[:-1]) + (", and " if lines[:-1] else "") + lines[-1] + "."


class JjColumnHaunted(Open):
    """Column work in code fences between short worried remarks."""

    signs = ("x", "×")
    groupings = ("plain", "comma")
    seconds = ("low", "high")
    methods = ("low", "high")
    weights: ClassVar[dict] = {"mend": 3.0, "weigh": 2.0, "redo": 3.0}
    opens = (
        "Let me set up @ab on paper.", "I'll do @ab in columns.", "@ab, written out under each other.",
        "Time for the schoolbook layout: @ab.", "I'd like to see the rows for @ab before I trust anything.",
    )  # fmt: skip
    plans = (
        "Rows for @wa and @wb:",
        "Laying out @wa over @wb:",
        "Multiplying @wa row by row with @wb:",
        "In columns, @wa and @wb:",
    )
    sums = ("The rows to add are @s", "Downwards: @s", "Adding the rows, @s", "Rows together: @s")
    commits = (
        "The bottom line reads @v, so that's my answer.", "So the columns say @ab = @v.", "That makes @v the product.",
        "I read off @v as the result.", "So @v is what the whole thing comes to.",
    )  # fmt: skip
    doubts = (
        "I can't help going back to those rows. Is @p right?", "@p. Hmm. The rows still haunt me.",
        "Before I move on, a long look at @p.", "A nagging feeling about @p.",
        "Those columns were crammed. Did I misread something on the way to @p?",
    )  # fmt: skip
    rejects = (
        "I'm crossing out @p. New sheet, new rows.", "@p won't do. I tear up that sheet and set it up again.",
        "I give @p up; the layout was too messy. Once more from an empty page.", "Strike @p. Doing the columns anew.",
    )  # fmt: skip
    spot_part = (
        "The row for @l @x @r is wrong: it says @was and should say @now.", "Look at the row @l @x @r: @now, I'd put @was.",
        "There it is. The @r row (@l @x @r) isn't @was but @now.", "My row @was for @l @x @r is bad. The right row is @now.",
    )  # fmt: skip
    spot_sum = (
        "Rows are right. Adding down again, @s, I get @v; I'd forgotten a carry.",
        "It's the adding: @s goes to @v, not to @p.", "The carry in the sum was lost. With it, @s is @v.",
    )  # fmt: skip
    reruns = (
        "I'll set up a second sheet and hold the two next to each other.", "Same thing, other layout, to compare.",
        "A second sheet, then.", "Let me swap things around and see if I land in the same place.",
    )  # fmt: skip
    weighs = (
        "Two sheets, two answers: @p and @v.", "The new sheet has @v at the bottom, the one before @p.",
        "They don't match, @p there and @v here.", "So it's @p against @v. One sheet is faulty.",
    )  # fmt: skip
    settles = (
        "The earlier sheet goes, and @v stays.",
        "So it's @v and not @p.",
        "I'm keeping @v.",
        "That decides it: @ab = @v.",
    )
    checks = (
        "A last sheet for confirmation.",
        "Let me confirm it with one more layout.",
        "Confirming on a fresh sheet:",
        "A check on paper:",
    )
    agrees = (
        "@v at the bottom again. Good.",
        "The check sheet also ends in @v.",
        "Same number, @v.",
        "It's @v here as well.",
    )
    finals = (
        "**@ab = @v**", "Final answer: **@v**", "The answer is @v.", "So the product is **@v**.", "Answer: @v",
    )  # fmt: skip

    def solution(self, t: Telling, work: Work, table: bool = False) -> str:
        if len(str(t.a)) == len(str(t.b)) == 1:
            return super().solution(t, work, table)
        t._flags["table"] = False
        sheet = t.columns(work, "plain").rstrip("\n")
        if t.flag("under", 0.5):
            return f"{self.say(t, 'plans')}\n\n```\n{sheet}\n{t.total(work)}\n```"
        return f"{self.say(t, 'plans')}\n\n```\n{sheet}\n```\n\n{self.adding(t, work)}"


class JjBulletBrooder(Open):
    """Markdown bullets and small headings, brooding in between."""

    layout = "bullets"
    signs = ("×", "\\*", "·")
    groupings = ("comma", "plain")
    par = "\n\n"
    opens = (
        "### Working through @ab", "I'll think out loud about **@ab**.", "**Problem:** @ab",
        "Let me brood over @ab for a bit.", "#### @ab, by parts",
    )  # fmt: skip
    plans = (
        "Taking @wb apart as @f, with @wa:\n", "*Pieces* (from @wb = @f, times @wa):\n",
        "I multiply @wa with each of @f:\n", "Parts of @wb: @f. Each one times @wa:\n",
    )  # fmt: skip
    steps = ("@l @x @r = @q", "@l @x @r = **@q**", "@r @x @l → @q")
    sums = ("Their sum is @s", "Summing up: @s", "Now combine: @s", "Put together: @s")
    run_leads = ("Adding with care:\n", "Running sum:\n", "Addition, piece after piece:\n")
    commits = (
        "**So @ab = @v.**", "That gives a product of **@v**.", "My answer, then: **@v**.", "Hence **@v**.",
        "I come out at **@v** for the product.",
    )  # fmt: skip
    doubts = (
        "_Hmm._ Do I buy @p?", "Still, @p leaves me uneasy.", "**Second thoughts.** Something in @p may be off.",
        "Hang on, I want to go over @p.", "One thing keeps bugging me about @p.",
    )  # fmt: skip
    rejects = (
        "I don't buy it. ~~@p~~ is off the table, so here's the whole thing again.",
        "**Discarding @p.** Starting afresh.", "No. I take @p back and rework it from the ground up.",
        "Let me write off @p and do it over.",
    )  # fmt: skip
    spot_part = (
        "Got it: **@l @x @r** isn't @was, it's **@now**.", "The bullet for @l @x @r is wrong. @was should be @now.",
        "@l @x @r deserves a second try: @now. (I'd noted @was, wrongly.)", "_Error spotted:_ @l @x @r = @now instead of @was.",
    )  # fmt: skip
    spot_sum = (
        "The bullets are right, the sum isn't. @s = @v.", "_Error spotted:_ @s is @v; I had mislaid a carry.",
        "Re-adding the bullets, @s gives @v rather than @p.",
    )  # fmt: skip
    reruns = (
        "**Another angle**, to compare:",
        "Let me see what a different split says.",
        "**Method B**",
        "Suppose I go the other way about it.",
    )
    weighs = (
        "So there's a clash: @p before, @v now.", "Two contenders: @p and @v.", "Before: @p. Now: @v. Not the same.",
        "@v doesn't square with @p.",
    )  # fmt: skip
    settles = (
        "**Verdict: @v.**",
        "So @p goes and **@v** stays.",
        "I'm siding with **@v**.",
        "Hence **@v**, with @p ruled out.",
    )
    checks = (
        "**Check**",
        "**Sanity check** with another split:",
        "_Let me confirm with other pieces._",
        "**Cross-check**",
    )
    agrees = ("Same: @v ✓", "Confirms @v.", "That's @v again ✔", "Fits with @v.")
    finals = (
        "---\n\n**Final answer: @v**", "### Answer\n\n@v", "**@ab = @v**", "So the final answer is **@v**.",
        "✅ **@v**",
    )  # fmt: skip


class JjArrowJournal(Open):
    """Short notes with arrows, one below the other."""

    par = "\n"
    layout = "lines"
    signs = ("·", "×", "*")
    groupings = ("space", "plain", "apostrophe")
    opens = (
        "notes → @ab",
        "@ab → by hand",
        "to do: @ab",
        "→ @a and @b, product?",
        "start: @ab",
    )
    plans = ("@wb → @f   (with @wa)", "split @wb: @f, times @wa", "@wa → over @f", "pieces @f, each with @wa")
    steps = ("@l @x @r → @q", "  @l @x @r = @q", "  @r @x @l → @q")
    add_steps = ("  @g → @q", "  @g = @q")
    sums = ("sum: @s", "add → @s", "all: @s", "together @s")
    commits = (
        "⇒ @ab = @v",
        "⇒ answer @v",
        "⇒ result: @v",
        "so the product → @v",
        "⇒ I have @v as product",
    )
    doubts = (
        "? @p … sure about that", "pause. @p ← solid or not", "not happy with @p yet", "?? @p",
        "come back to @p, something itches",
    )  # fmt: skip
    rejects = (
        "✗ @p → dropped, solving again", "cancel @p. all over again", "@p ✗ (don't trust it). fresh start",
        "strike @p, do it new",
    )  # fmt: skip
    spot_part = (
        "! @l @x @r → @now, had @was ✗", "wrong line: @l @x @r, @was ✗ → @now ✓", "@l @x @r again → @now (not @was!)",
        "error: @was for @l @x @r, must be @now",
    )  # fmt: skip
    spot_sum = ("! sum again: @s → @v, @p was mis-added", "lines ok, sum ✗: @s → @v", "added wrongly; @s → @v")
    reruns = ("other way, to compare:", "second route ↓", "compare with another split", "test it: different pieces")
    weighs = ("@p ↔ @v, no match", "now @v, earlier @p … which?", "@p or @v?", "old route: @p / new: @v")
    settles = ("⇒ @v, not @p", "⇒ decided: @v", "@p ✗, so the product → @v", "⇒ @ab = @v after all")
    checks = ("check ↓", "control, other pieces:", "make sure:", "once more as a check")
    agrees = ("→ @v ✓", "same, @v ✓", "@v again ✓", "check ok: @v")
    finals = ("answer: @v", "final → @v", "ANSWER @v", "= @v (final)", "Answer: **@v**")
    recheck = ("@l @x @r → @q? yes ✓", "look at @l @x @r: @q ✓", "@l @x @r still @q, ok")
    size = ("size ~ @ra @x @rb = @rp ✓", "rough @rp (@ra @x @rb), plausible")
    tail = ("last digit @da @x @db = @dp ✓", "ends in @de (@da @x @db = @dp) ✓")
    nines = ("mod 9: @na, @nb → @nc ✓", "nines: @na @x @nb ~ @nc ✓")
    misfit = ("mod 9: want @ng, @p has @nc ✗", "nines ✗ for @p: @nc where @ng belongs")
    drift = ("squares? gap @gap, no", "parity: @oa, @ob → @oc ✓", "double to @dbl? no use")
    stray = ("re-add: @w … no, carry forgotten → still @v", "misread a column as @w, proper: still @v")
    direct = ("table fact", "single digits, by heart")
    blame = ("old route had @l @x @r = @was ✗, is @now", "fault: @l @x @r, @was there, @now right")
    blame_sum = ("old route: pieces ok, adding ✗", "fault: the adding in the old route")
    blame_none = ("old route was sloppy (carry)", "old route: digit out of place ✗")
    slips = ("@w ✗ → @q", "@w no, @q")
    twice = ("(same as the dropped one, fine)", "same number again, new work", "so the struck one after all")
    duels = (
        "@z? ✗ fault in the check: @l @x @r → @now, not @was. mended → @v ✓",
        "@z no: this check had @l @x @r = @was ✗, right is @now → @v stays ✓",
    )
    run_leads = ("adding:", "sum, step by step", "stack up:")
    recaps = ("have @list", "pieces: @list")


class JjBreathlessTrailer(Open):
    """One long paragraph with dots and dashes, no breaks until the answer."""

    par = " "
    signs = ("x", "×")
    groupings = ("plain", "comma")
    opens = (
        "Right, @ab... let me mull this over.", "So... @ab, what would that be.", "Thinking about @ab — not one I know offhand.",
        "@ab, okay, okay, bit by bit.", "Let's just talk through @ab.",
    )  # fmt: skip
    plans = (
        "I'd chop @wb into @f — and hit each with @wa.", "Say @wb is @f, and @wa comes along each time...",
        "Think of @wb as @f; then with @wa...", "It's @wa lots of @f, really.",
    )  # fmt: skip
    steps = ("@l @x @r, that's @q", "@l @x @r is @q", "@l @x @r would be @q", "@l @x @r comes to @q")
    sums = ("And all of it, @s", "So heap them up — @s", "And then @s", "Lump together: @s")
    commits = (
        "So I'd say it's @v.", "So... @v, that's my answer.", "Which puts @ab at @v.", "Right, so the product's @v.",
        "So we're at @v for the lot.",
    )  # fmt: skip
    doubts = (
        "Though... is it @p? I keep wavering.", "Hmm, hmm. @p. I'm in two minds about that.",
        "And yet @p doesn't sit well with me...", "But then again, @p — did I actually do that right?",
        "No wait, let me think about @p some more...",
    )  # fmt: skip
    rejects = (
        "Nah, I'm letting go of @p, it's not right — once more, from the start.", "I take @p back. Let me do the lot again...",
        "Okay, no, @p is dead to me — fresh go.", "I've no faith in @p left, so away with it, and again from nothing.",
    )  # fmt: skip
    spot_part = (
        "Oh hang on — @l @x @r, I said @was, it's @now, isn't it... yes, @now.", "It's the @l @x @r bit... that's @now, I'd said @was, silly.",
        "@l @x @r isn't @was at all, it's @now — that's what was nagging me.", "Ahh, @l @x @r. That's @now, where I'd had @was.",
    )  # fmt: skip
    spot_sum = (
        "Oh, the adding! @s is @v... I'd lost a carry.", "The bits are fine — but @s, that's @v, I just added badly.",
        "Adding again, @s... no, that isn't @p, it's @v.",
    )  # fmt: skip
    reruns = (
        "What if I come at it from the other side, to see.", "Let me do it differently, and see where that lands...",
        "Maybe another way will tell.", "I'll try it with other chunks — just to compare.",
    )  # fmt: skip
    weighs = (
        "Huh, @v now, and @p before... which do I believe?", "So it's @p or it's @v — can't be both.",
        "That's @v though, not @p... one of them is off.", "Great, now I've two: @p and @v.",
    )  # fmt: skip
    settles = (
        "So it's @v, goodbye @p.",
        "So @v it is.",
        "Right — @v, I'm going with @v.",
        "So I was off with @p, the product's @v.",
    )
    checks = (
        "Quick check by another way, so I can sleep...", "Let me just make sure, with different chunks.",
        "And a check, the other way about.", "Shall I check? Let me check.",
    )  # fmt: skip
    agrees = ("@v too, lovely.", "And that's @v again, good.", "Yes — @v, same.", "Lands on @v as well, phew.")
    finals = ("\n\nAnswer: @v", "\n\n@v", "\n\nThe answer is @v.", "Final answer: @v.", "\n\nSo: @ab = @v.")

    def finish(self, t: Telling, text: str) -> str:
        return re.sub(r" +(?=[\ue000-\ue003]*\n)", "", text)


STYLES = {
    style.name: style
    for style in (
        JjRoneSeesaw(), JjQwqTallier(), JjQwenRoundabout(), JjSmallMuddle(), JjLatexHesitator(), JjListArbiter(),
        JjOssPacer(), JjGeminiRecounter(), JjColumnHaunted(), JjBulletBrooder(), JjArrowJournal(),
        JjBreathlessTrailer(),
    )
}  # fmt: skip
