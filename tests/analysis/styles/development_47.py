"""A mixture of manners: base pages, scratchpads, drifted policies, chat, LaTeX, verdicts, turns midway, thoughts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from .common import Style, Telling, Term, Work


def say(t: Telling, pool: Sequence[str], **extra: object) -> str:
    """One of the wordings, its @names filled in: @ab @a @b, @v and @p (candidate, the one before), @mv @mp."""
    values = {
        "ab": t.ab,
        "a": t.n(t.a),
        "b": t.n(t.b),
        "x": t.x,
        "v": t.n(t.candidate),
        "p": t.n(t.candidates[max(0, t.index - 1)]),
        "mv": t.m(t.candidate),
        "mp": t.m(t.candidates[max(0, t.index - 1)]),
        "ma": t.m(t.a),
        "mb": t.m(t.b),
        **extra,
    }
    text = t.rng.choice(list(pool))
    if "why" in extra:  # a reason that opens a sentence has a capital
        why = str(extra["why"])
        text = re.sub(r"(^|[.!] |\n\n)@why", lambda found: found[1] + why[:1].upper() + why[1:], text)
    return re.sub(r"@([a-z]+)", lambda found: str(values[found[1]]), text)


class Mixed(Style):
    """The flow: opening, worked product, commitment; then redo, repair or a check that replaces; then the close."""

    looks: tuple[str, ...] = ("comma",)
    formulae: tuple[str, ...] = ("plain",)
    signs: tuple[str, ...] = ("×",)
    methods: tuple[str, ...] = ("high", "low", "chunks", "round", "swapped")
    gap = "\n\n"

    @property
    def name(self) -> str:
        return "mm-" + super().name

    ways: ClassVar[dict] = {"redo": 1.0, "mend": 1.0, "check": 0.8}
    openings: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()  # @gx @gy @gz
    slips: tuple[str, ...] = ()  # @lhs @bad @good
    commits: tuple[str, ...] = ()
    distrust: tuple[str, ...] = ()  # disowns without a reason
    failing: tuple[str, ...] = ()  # disowns for a reason: @why
    restarts: tuple[str, ...] = ()
    found: tuple[str, ...] = ()  # a wrong partial product: @lhs @was @now @sum
    resum: tuple[str, ...] = ()  # a wrong addition: @sum
    probes: tuple[str, ...] = ()  # begins a check that may fail
    clash: tuple[str, ...] = ()  # the check differs: the new figure replaces the old
    fixed: tuple[str, ...] = ()  # commitments after a clash or a repair; falls back on commits
    agrees: tuple[str, ...] = ()  # ends a check that confirms
    quick: tuple[str, ...] = ()  # a short check that confirms: @why
    idle: tuple[str, ...] = ()  # a doubt that leads nowhere: @lhs @good
    finals: tuple[str, ...] = ()
    guess_share, slip_share, quick_share, recheck_share, idle_share, final_share = 0.25, 0.07, 0.3, 0.2, 0.15, 0.4

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.looks), t.one(*self.formulae), t.one(*self.signs)
        t.solve(*self.methods)

    # pieces

    def lhs(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)} {t.x} {t.n(term.right)}"

    def product(self, t: Telling, term: Term) -> str:
        """One partial product, perhaps with a slip that is mended on the spot."""
        if self.slips and term.value > 20 and t.chance(self.slip_share):
            return say(t, self.slips, lhs=self.lhs(t, term), bad=t.n(t.near(term.value)), good=t.n(term.value))
        return f"{self.lhs(t, term)} = {t.n(term.value)}"

    def body(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def sums(self, t: Telling, work: Work, chained: float = 0.4, join: str = "\n") -> str:
        """The addition: in one go, or step by step."""
        if len(work.terms) > 2 and t.chance(chained):
            return join.join(
                f"{t.n(so)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}"
                for so, sign, value, result in work.steps()
            )
        return f"{t.sum(work)} = {t.n(work.total)}"

    def guess(self, t: Telling) -> str:
        found = t.estimate() if self.guesses and t.a * t.b > 200 and t.chance(self.guess_share) else None
        if not found or found[2] in (*t.candidates, t.product) or found[:2] == (t.a, t.b):
            return ""
        return say(t, self.guesses, gx=t.n(found[0]), gy=t.n(found[1]), gz=t.n(found[2])) + self.gap

    def why(self, t: Telling) -> str:
        """What truly speaks against the candidate before, or nothing."""
        bad, end = t.previous, t.a % 10 * (t.b % 10)
        reasons = []
        if end % 10 != bad % 10:
            reasons += [
                f"the last digits {t.a % 10} and {t.b % 10} force a final {end % 10}, "
                f"and {t.n(bad)} ends in {bad % 10}",
                f"{t.a % 10} {t.x} {t.b % 10} = {end}, which means a units digit of {end % 10}, not {bad % 10}",
            ]
        if t.a * t.b % 9 != bad % 9:
            reasons += [
                f"modulo 9 the factors give {t.a % 9} {t.x} {t.b % 9}, i.e. {t.a * t.b % 9}, "
                f"but {t.n(bad)} gives {bad % 9}",
                f"casting out nines I need {t.a * t.b % 9} and {t.n(bad)} leaves {bad % 9}",
            ]
        if t.a > 3 and bad % t.a:
            reasons.append(f"{t.n(bad)} divided by {t.n(t.a)} is not a whole number, it leaves {t.n(bad % t.a)}")
        return t.rng.choice(reasons) if reasons else ""

    def good(self, t: Telling) -> str:
        """What truly speaks for the candidate, or nothing."""
        reasons = []
        if (last := t.last_digit()) and t.a > 9:
            reasons += [
                f"{last[0]} {t.x} {last[1]} = {last[2]}, and the last digit is indeed {last[2] % 10}",
                f"the units digit should be {last[2] % 10}, and it is",
            ]
        if nines := t.nines():
            reasons += [
                f"modulo 9 the factors are {nines[0]} and {nines[1]}, and the result is {nines[2]}, which fits",
                f"casting out nines: {nines[0]} {t.x} {nines[1]} reduces to {nines[2]} on both sides",
            ]
        if t.candidate == t.product:
            reasons.append(f"{t.n(t.candidate)} / {t.n(t.a)} = {t.n(t.b)}")
        return t.rng.choice(reasons) if reasons else ""

    def commit(self, t: Telling, pool: Sequence[str] = ()) -> str:
        return t.c(say(t, pool or self.commits))

    # flow

    def first(self, t: Telling) -> str:
        opening = say(t, self.openings)
        return (opening + self.gap if opening else "") + self.guess(t) + self.body(t, t.work) + self.commit(t)

    def reject(self, t: Telling) -> str:
        why = "" if t.same else self.why(t)
        if why and self.failing and t.chance(0.5):
            return say(t, self.failing, why=why)
        return say(t, self.distrust)

    def again(self, t: Telling) -> str:
        way = t.way(**self.ways)
        if way == "mend":
            if mended := t.mend():
                work = mended.work
                line = t.sum(work) + " = " + t.n(work.total)
                if mended.place is None:
                    text = say(t, self.resum, sum=line)
                else:
                    text = say(
                        t,
                        self.found,
                        lhs=self.lhs(t, work.terms[mended.place]),
                        was=t.n(mended.was),
                        now=t.n(mended.now),
                        sum=line,
                    )
                return self.gap + text + self.gap + self.commit(t, self.fixed)
            way = "redo"
        doubt = ""
        if self.idle and t.chance(0.12):  # a doubt that led nowhere, before the one that counts
            doubt = self.gap + self.idly(t, t.before)
        if way == "check":
            work = t.other(*self.methods)
            return (
                doubt
                + self.gap
                + say(t, self.probes)
                + self.gap
                + self.body(t, work)
                + say(t, self.clash)
                + self.gap
                + self.commit(t, self.fixed)
            )
        work = t.solve(*self.methods)
        text = doubt + self.gap + self.reject(t) + self.gap
        if t.chance(0.85):
            text += say(t, self.restarts) + self.gap
        return text + self.body(t, work) + self.commit(t)

    def idly(self, t: Telling, work: Work) -> str:
        """A doubt about one partial product that leads nowhere."""
        term = t.rng.choice(work.terms)
        pool = [text for text in self.idle if "zero" not in text.lower() or term.right % 10 == 0]
        return say(t, pool or self.idle, lhs=self.lhs(t, term), good=t.n(term.value))

    def confirm(self, t: Telling) -> str:
        text = ""
        if self.idle and t.chance(self.idle_share):
            text += self.gap + self.idly(t, t.work)
        if self.probes and self.agrees and t.chance(self.recheck_share):
            work = t.other(*self.methods)
            text += self.gap + say(t, self.probes) + self.gap + self.body(t, work) + t.r(say(t, self.agrees))
        elif self.quick and t.chance(self.quick_share) and (why := self.good(t)):
            text += self.gap + say(t, self.quick, why=why)
        return text

    def closing(self, t: Telling) -> str:
        text = self.confirm(t)
        if self.finals and t.chance(self.final_share):
            text += self.gap + t.r(say(t, self.finals))
        return text


class BareCorpus(Mixed):
    """A base model that continues a page of worked exercises."""

    looks = ("plain", "comma", "plain")
    signs = ("x", "*", "×", "times")
    openings = (
        "",
        "Solution.",
        "A: Break up one of the numbers.",
        "Worked solution: multiply part by part and add.",
        "To find @ab, we multiply in parts.",
        "This is a long multiplication exercise.",
        "Ans. Let us do it by hand.",
    )
    guesses = ("(Rough size: @gx @x @gy, about @gz.)", "We expect something in the region of @gz.")
    slips = ("@lhs = @bad (misprint, read @good)", "@lhs = @bad, no, @lhs = @good")
    commits = (
        "The product is @v.",
        "Answer: @v",
        "Ans: @v",
        "Therefore @ab = @v.",
        "Hence the answer is @v.",
        "So @a times @b equals @v.",
    )
    distrust = (
        "The above answer is not correct.",
        "Note: I made a mistake somewhere up there, so please ignore that answer.",
        "Sorry, wrong answer.",
        "Edit: don't use that figure, I no longer believe it.",
        "Hmm, that answer can't be relied on. Cross it out.",
    )
    failing = (
        "This is incorrect, because @why.",
        "Edit: a reader pointed out that @why. So that was a wrong answer.",
        "But @why. The answer given is wrong.",
    )
    restarts = (
        "Here is the whole calculation once more.",
        "Another solution:",
        "Again from the beginning:",
        "Let us do it over.",
        "Doing the sum afresh:",
    )
    found = (
        "Correction: @lhs is @now and not @was. The addition becomes @sum.",
        "There is an error above. @lhs should read @now (it says @was). Now @sum.",
        "Erratum: for @lhs put @now in place of @was, which gives @sum.",
        "Oops, @lhs = @now, I wrote @was. So: @sum.",
    )
    resum = (
        "Correction: the parts were added wrongly. @sum.",
        "Oops, bad addition. It should be @sum.",
        "There is an error in the last line above. Adding properly, @sum.",
        "Edit: I added the parts up wrong. @sum.",
    )
    probes = ("Check:", "To check, do it in another way.", "Proof of the result by a different split:", "Verification.")
    clash = (
        "This does not match @p, so the earlier answer is wrong.",
        "The earlier answer, @p, was in error.",
        "We see that @p was not right.",
    )
    fixed = ("Correct answer: @v", "The right answer is @v.", "So the product is really @v.", "Therefore @ab = @v.")
    agrees = ("The check gives @v also.", "Same as before, @v. Correct.", "It comes to @v again, so the answer stands.")
    quick = ("Check: @why.", "(@why)", "As a check, @why.")
    idle = ("(Some books leave out the zeros of @lhs = @good. The result is the same.)", "Is @lhs = @good? Yes.")
    finals = ("Final answer: @v", "Answer = @v", "(@v)", "The answer is @v.")
    final_share = 0.25
    ends = ("", "", "\n\n###", "\n\n(End of exercise)", "\n\nTopic: Multiplication of whole numbers")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.flag("lines", 0.5)

    def body(self, t: Telling, work: Work) -> str:
        lines = [self.product(t, term) for term in work.terms]
        if t.flag("lines", 0.5):
            return "\n".join(lines) + "\n" + self.sums(t, work) + "\n\n"
        lead = t.one("We have ", "First ", "Here ", "Now ", "")
        joined = t.one(", ", "; ", " and ").join(lines)
        return f"{lead}{joined}. {t.one('Adding', 'In all', 'Together', 'The sum')}: {self.sums(t, work, 0)}.\n\n"


class PadAndTape(Mixed):
    """SFT with a scratchpad per attempt and the result outside it."""

    looks = ("plain",)
    signs = ("*", "x")
    methods = ("low", "low", "high", "swapped")
    openings = ("", "", "Task: @ab", "Compute @ab.", "Input: @ab", "mul(@a, @b) by partials")
    slips = ("@lhs = @bad [fix -> @good]", "@lhs = @bad ... miscounted, @good")
    commits = ("Result: @v", "Result = @v", "Output: @v", "@ab = @v", "Product: @v", "Target: @v")
    distrust = (
        "Review: result not accepted.",
        "Review: this is wrong, discard.",
        "Review: low trust in the line above; dropped.",
        "Review: reject, a step was mishandled.",
        "Review: output withdrawn.",
    )
    failing = ("Review: rejected, @why.", "Review: @why -> wrong, discard.", "Review: not valid since @why.")
    restarts = ("New pad.", "Fresh pad, all rows again.", "Running it again.", "Clean pad, recalculated.", "Rerun:")
    found = (
        "Review: row @lhs is off, @was must be @now. Total again: @sum",
        "Review: wrong row. @lhs -> @now (had @was). @sum",
        "Review: in @lhs a digit was miscopied, @was becomes @now; @sum",
        "Review: error in @lhs, @now rather than @was. Summing: @sum",
    )
    resum = (
        "Review: rows fine, adding went wrong. @sum",
        "Review: carry lost in the total. @sum",
        "Review: total misadded. Again: @sum",
        "Review: wrong total. @sum",
    )
    probes = ("Review: run the pad with another split.", "Review: independent pad to test it.", "Review: cross-pad.")
    clash = (
        "Pads disagree; @p is dropped.",
        "The earlier pad was faulty (@p is wrong).",
        "Mismatch with @p, keep the new pad.",
    )
    fixed = ("Result (corrected): @v", "Corrected output: @v", "Result now: @v", "Amended product: @v")
    agrees = ("Pads agree on @v.", "Cross-pad: @v, same. Accepted.", "@v on both pads. OK.")
    quick = ("Review: accepted, @why.", "Review: OK (@why).", "Review: pass. @why.")
    idle = ("Review: row @lhs looked at again, @good holds.", "Review: zeros in @lhs? @good is right.")
    finals = ("Final: @v", "<final>@v</final>", "Accepted result: @v", "Done. @v")
    guess_share, quick_share, final_share = 0.0, 0.35, 0.45
    gap = "\n"

    def body(self, t: Telling, work: Work) -> str:
        tag = "scratch" if t.flag("scratch", 0.5) else "pad"
        rows = []
        total = 0
        for place, term in enumerate(work.terms):
            row = self.product(t, term)
            if t.flag("digits", 0.4) and term.left > 9:
                row += "   # " + " ".join(str(d) for d in str(term.value))
            rows.append(row)
            if t.flag("running", 0.5) and place:
                so, sign, value, total = work.steps()[place - 1]
                rows.append(f"acc: {t.n(so)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(total)}")
        if not t.flag("running", 0.5):
            rows.append("add: " + self.sums(t, work, 0.4, "\nadd: "))
        return f"<{tag}>\n" + "\n".join(rows) + f"\n</{tag}>\n"


def curt_why(t: Telling, nines: str, unequal: str) -> str:
    """What truly speaks against the candidate before, in few signs."""
    bad, need = t.previous, t.a * t.b
    reasons = []
    if need % 10 != bad % 10:
        reasons += [f"last digit must be {need % 10}", f"units {t.a % 10}{t.x}{t.b % 10} {unequal} ..{bad % 10}"]
    if need % 9 != bad % 9:
        reasons += [f"{nines} {need % 9} {unequal} {bad % 9}", f"{nines} wants {need % 9}, has {bad % 9}"]
    return t.rng.choice(reasons) if reasons else ""


def curt_good(t: Telling, nines: str) -> str:
    reasons = []
    if t.last_digit():
        reasons += [f"last digit {t.candidate % 10} fits", f"units {t.a % 10}{t.x}{t.b % 10} ok"]
    if found := t.nines():
        reasons += [f"{nines} {found[2]} = {found[2]}", f"{nines} both {found[2]}"]
    return t.rng.choice(reasons) if reasons else ""


class RewardWorn(Mixed):
    """An RL-trained policy whose prose has worn down to its own signs."""

    looks = ("plain", "plain", "underscore")
    signs = ("*", "·", "x")
    gap = "\n"
    openings = ("", "need @ab.", "@ab ?", "do @ab parts", "todo: @ab, parts then sum", "ok @ab")
    guesses = ("size ~@gz (@gx@x@gy)", "magnitude approx @gz")
    slips = ("@lhs -> @bad nope -> @good", "@lhs -> @bad (slip, @good)")
    commits = ("ans: @v", "so ans @v", "=> answer @v", "ans => @v !", "got answer: @v", "@ab => @v final")
    distrust = (
        "nah bad ans. scrap",
        "not trust. throw it out",
        "ans bad ! wipe",
        "hmm that no good, ans dropped",
        "wrong wrong. undo all",
    )
    failing = ("bad ans: @why", "test fail ! @why. scrap", "no -- @why. so ans bad")
    restarts = ("redo full:", "run again", "go again from zero", "recompute all parts >>", "again, slow now")
    found = (
        "look back: @lhs gave @was ! must @now . so @sum",
        "bug at @lhs : @was is off, @now . resum @sum",
        "wait @lhs no @was yes @now . then @sum",
        "part @lhs bad (@was) fix @now => @sum",
    )
    resum = ("sum bad. @sum", "parts ok sum not ok ! @sum", "wait carry lost. @sum", "re-add: prior sum off. @sum")
    probes = ("verify other split:", "double-run other way", "test by diff parts >>", "vrfy:")
    clash = ("not same as @p . old ans bad, take new", "!= @p -> that run was off", "@p was wrong then")
    fixed = ("ans fix: @v", "so ans now @v", "=> corrected answer @v", "new ans: @v")
    agrees = ("again @v , same. keep", "@v both runs. good", "match (@v) ok keep")
    quick = ("ok test: @why", "test pass, @why", "fine: @why")
    idle = ("hmm @lhs ? yes @good . fine keep ans", "zero count at @lhs ? ok it is @good . no change")
    finals = ("done. @v", "final ans @v", "##### @v", "stop. ans @v")

    def why(self, t: Telling) -> str:
        return curt_why(t, "mod9", "!=")

    def good(self, t: Telling) -> str:
        return curt_good(t, "mod9")

    def product(self, t: Telling, term: Term) -> str:
        return super().product(t, term).replace(" = ", " -> ")

    def body(self, t: Telling, work: Work) -> str:
        join = " ; " if t.flag("semicolons", 0.5) else "\n"
        text = join.join(self.product(t, term) for term in work.terms)
        sums = self.sums(t, work, 0.5, join)
        return text + "\n" + t.one("sum ", "+ : ", "add ", "tot ") + (sums.replace(" = ", " -> ")) + "\n"


class MarkdownHost(Mixed):
    """A chat model with headings, bold type and good cheer."""

    looks = ("comma",)
    signs = ("×", "\\*", "x")
    openings = (
        "Sure! Let's work out **@ab** together.",
        "Happy to help. We'll split one factor and multiply piece by piece.",
        "Great question! Here's how to get **@ab**.",
        "Of course. Here is the calculation in manageable pieces.",
        "Let's tackle @ab with the distributive property.",
        "## Multiplying @a by @b",
    )
    guesses = (
        "> Ballpark: @gx @x @gy is @gz, so expect something near that.",
        "*Quick estimate:* roughly @gz, from @gx @x @gy.",
    )
    slips = ("@lhs = ~~@bad~~ @good", "@lhs = @bad... make that @good")
    commits = (
        "**Answer: @v**",
        "So **@ab = @v**.",
        "The answer is **@v**. ✅",
        "That brings us to a final answer of **@v**.",
        "### Result\n\n**@v**",
        "And there it is: @a times @b is **@v**!",
    )
    distrust = (
        "⚠️ Hold that thought: I'm not comfortable with this result, so please disregard it.",
        "Actually, I need to retract that answer. I rushed it.",
        "Apologies, I don't think the number I gave is reliable. Let me withdraw it.",
        "Hmm, I want to take that back. Something in my arithmetic looks off.",
        "### Correction needed\n\nThe answer above should not be used.",
    )
    failing = (
        "⚠️ A quick sanity check fails: @why. So my answer above is wrong.",
        "Oh no: @why. My apologies, that answer is incorrect.",
        "### Sanity check ❌\n\n@why. That rules out what I told you.",
    )
    restarts = (
        "Here's a clean run:",
        "### Another attempt",
        "Let me go through everything again, carefully this time.",
        "Starting over:",
        "I'll recalculate from the top.",
    )
    found = (
        "### Correction\n\nLooking over my steps, @lhs is **@now**; I had put @was. The sum then reads:\n\n@sum",
        "Oops! I slipped at @lhs: it is @now, and @was was a mistake. That changes the total: @sum.",
        "Apologies, one line above is wrong. @lhs = @now (not @was), which means @sum.",
        "Hang on, I misjudged @lhs. Replacing @was with @now: @sum.",
    )
    resum = (
        "### Correction\n\nThe pieces are fine, but I added them incorrectly:\n\n@sum",
        "Oops! My addition was off. It should be @sum.",
        "Apologies, I made a carrying error when adding. Properly: @sum.",
        "Hang on, those pieces don't add up to what I said: @sum.",
    )
    probes = (
        "### Double-checking",
        "Let's verify that with a different breakdown.",
        "**Verification**, splitting things another way:",
        "To be safe, here's the same product taken apart differently.",
    )
    clash = (
        "That disagrees with my earlier @p, which I now see was a mistake. Sorry about that!",
        "So @p was incorrect; the verification is the one to go with.",
        "This isn't @p, so my earlier answer was off.",
    )
    fixed = (
        "**Corrected answer: @v**",
        "The correct result is **@v**.",
        "So the right answer is **@v**, with apologies for the mix-up.",
        "### Corrected result\n\n**@ab = @v**",
    )
    agrees = (
        "Same result, **@v**. 🎉",
        "Both approaches land on @v, so we can be confident.",
        "It matches: @v. ✔️",
    )
    quick = ("✔️ *Check:* @why.", "A quick check supports this: @why.", "> Sanity check: @why.")
    idle = ("(You may wonder about @lhs: it does come to @good, so nothing changes.)",)
    finals = (
        "Let me know if you'd like another method!",
        "So to sum up: @ab = @v. Anything else I can help with?",
        "Hope that helps! 😊",
        "**Final answer:** @v",
        "In short: **@v**.",
    )
    final_share = 0.5

    def body(self, t: Telling, work: Work) -> str:
        head = t.one("", "", f"Write {t.n(work.b)} as {t.factor(work)}.\n\n") if work.b != 1 else ""
        if t.flag("numbered", 0.4):
            lines = [f"{i}. {self.product(t, term)}" for i, term in enumerate(work.terms, 1)]
        else:
            mark = "- " if t.flag("dash", 0.6) else "* "
            lines = [mark + self.product(t, term) for term in work.terms]
        add = t.one("Add them up:", "Now combine the pieces:", "Putting it together:", "Summing:")
        return head + "\n".join(lines) + f"\n\n{add}\n\n" + self.sums(t, work, 0.35, "  \n") + "\n\n"


class DisplayProver(Mixed):
    """Maths-tuned: LaTeX displays and a box for each candidate."""

    looks = ("latex", "plain")
    formulae = ("plain",)
    signs = ("\\times", "\\cdot")
    methods = ("high", "high", "round", "swapped", "chunks")
    openings = (
        "We compute $@ab$ by distributing over the parts of one factor.",
        "Expand one factor in powers of ten.",
        "By distributivity the product is a sum of easy pieces.",
        "The quantity wanted is $@a @x @b$.",
        "We are to evaluate $@ab$.",
        "Decompose, multiply, add.",
    )
    guesses = ("For orientation, $@gx @x @gy$ is $@gz$.", "The order of magnitude is that of $@gz$.")
    commits = (
        "Thus the product is $\\boxed{@v}$.",
        "Hence $@ab = \\boxed{@v}$.",
        "\\[ \\boxed{@v} \\]",
        "Consequently the answer is $@v$.",
        "We conclude that $$@ab = \\boxed{@v}.$$",
        "The value sought is therefore $\\boxed{@v}$.",
    )
    distrust = (
        "However, I have doubts about the computation and retract this value.",
        "On reflection this derivation is flawed; we discard its conclusion.",
        "Wait, the value in the box cannot be upheld. We abandon it.",
        "I am not convinced by this; strike the result.",
        "Reviewing the displays, I consider the boxed answer invalid.",
    )
    failing = (
        "But this is impossible: @why. The value obtained is wrong.",
        "However, @why, a contradiction; the answer must be rejected.",
        "A consistency test refutes this, since @why.",
    )
    restarts = (
        "We carry out the expansion anew.",
        "Let us derive it once more from the start.",
        "A fresh computation:",
        "Recomputing every piece,",
        "We begin the calculation again.",
    )
    found = (
        "Inspecting the pieces, $@lhs$ equals $@now$, whereas $@was$ was written. Hence the sum is $@sum$.",
        "There is a mistake: $@lhs = @now$, not $@was$. Then \\[ @sum. \\]",
        "Wait, the piece $@lhs$ was evaluated as $@was$; it is $@now$. Therefore $@sum$.",
        "The term $@was$ is erroneous, for $@lhs = @now$. Substituting, $$@sum.$$",
    )
    resum = (
        "Wait, the addition above is faulty. In fact \\[ @sum. \\]",
        "The pieces are right, yet their sum is $@sum$.",
        "There is a carrying mistake in the sum, which should be $@sum$.",
        "Adding the terms again reveals an error: $@sum$.",
    )
    probes = (
        "\\textbf{Verification.} We decompose differently.",
        "Let us confirm this by another decomposition.",
        "As a test, expand along other parts.",
        "To verify, evaluate the product in a second manner.",
    )
    clash = (
        "This contradicts the value $@p$, which was therefore mistaken.",
        "The earlier $@p$ is inconsistent with this and is withdrawn.",
        "Since this differs from $@p$, the earlier computation contained an error.",
    )
    fixed = (
        "The correct value is $\\boxed{@v}$.",
        "Thus, corrected, $@ab = \\boxed{@v}$.",
        "\\[ \\boxed{@v} \\]",
        "Accordingly the answer is $\\boxed{@v}$ instead.",
    )
    agrees = (
        "Both computations yield $@v$, as desired.",
        "We recover $@v$, which confirms the result.",
        "This equals $@v$ as before. $\\blacksquare$",
    )
    idle = (
        "One may doubt the piece $@lhs$, yet it does equal $@good$; nothing changes.",
        "Wait, is $@lhs = @good$? Yes, it is.",
        "The zeros of $@lhs = @good$ have been counted again and are right.",
    )
    finals = (
        "The final answer is $\\boxed{@v}$.",
        "$$\\boxed{@v}$$",
        "Final answer: $@v$. I hope this settles it.",
        "Answer: $\\boxed{@v}$",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.flag("align", 0.35)
        t.flag("brackets", 0.5)

    def body(self, t: Telling, work: Work) -> str:
        rows = [f"{self.lhs(t, term)} &= {t.n(term.value)}" for term in work.terms]
        if t.flag("align", 0.35):
            text = "\\begin{align*}\n" + " \\\\\n".join(rows) + "\n\\end{align*}\n"
        elif t.flag("brackets", 0.5):
            text = "\n".join("\\[ " + row.replace("&", "") + " \\]" for row in rows) + "\n"
        else:
            text = "$" + "$, $".join(row.replace("&", "") for row in rows) + "$.\n"
        lead = t.one("Adding these,", "The sum of the pieces is", "Altogether", "Summation gives")
        sums = self.sums(t, work, 0.3, "$, $")
        if "$" not in sums and t.chance(0.5):
            return f"{text}{lead}\n\\[ {sums}. \\]\n"
        return f"{text}{lead} ${sums}$.\n"

    def good(self, t: Telling) -> str:
        return ""

    def why(self, t: Telling) -> str:
        last, bad = t.a % 10 * (t.b % 10), t.previous
        if last % 10 != bad % 10:
            units = f"${t.a % 10} {t.x} {t.b % 10} = {last}$"
            return f"{units} demands the final digit ${last % 10}$ and ${t.n(bad)}$ lacks it"
        if t.a * t.b % 9 != bad % 9:
            return f"${t.n(bad)} \\equiv {bad % 9} \\pmod 9$ whereas the factors require ${t.a * t.b % 9}$"
        return ""

    def confirm(self, t: Telling) -> str:
        text = super().confirm(t)
        if not text and (nines := t.nines()) and t.chance(0.3):
            x, y, z = nines
            text = self.gap + t.one(
                f"Modulo $9$: ${x} {t.x} {y} \\equiv {z}$, consistent with the result.",
                f"A residue check modulo $9$ is passed, both sides being ${z}$.",
                f"Test by nines: ${x} {t.x} {y} \\equiv {z} \\pmod 9$, and the digits of the result agree.",
            )
        return text


class VerdictThenRetry(Mixed):
    """Trained on reflection data: a numbered try, its verdict, and a retry if the verdict is bad."""

    looks = ("comma", "plain")
    signs = ("×", "*")
    openings = ("",)
    slips = ("@lhs = @bad, sorry, @good", "@lhs = @bad (should be @good)")
    commits = ("Proposed answer: @v", "My answer: @v", "Answer = @v", "I submit @v.", "This try gives the answer @v.")
    distrust = (
        "Verdict: incorrect. A digit went astray in the working.",
        "Verdict: not acceptable. The working was careless.",
        "Verdict: FAIL.",
        "Verdict: wrong, try again.",
        "Verdict: I judge this answer to be mistaken.",
    )
    failing = ("Verdict: incorrect, since @why.", "Verdict: FAIL (@why).", "Verdict: wrong. Reason: @why.")
    restarts = (
        "Retry, with every row computed again.",
        "Retry from scratch.",
        "New try, slower.",
        "Next try, all parts once more.",
        "Another try.",
    )
    found = (
        "Verdict: incorrect. In @lhs I got @was, but it is @now.\nRepair: @sum",
        "Verdict: FAIL. The row @lhs should hold @now instead of @was.\nRepair: @sum",
        "Verdict: wrong. Error located: @lhs = @now, not @was.\nNew sum: @sum",
        "Verdict: rejected. @lhs is @now, I put @was.\nRepair: @sum",
    )
    resum = (
        "Verdict: incorrect. The rows hold but the addition does not.\nRepair: @sum",
        "Verdict: FAIL. Addition error.\nNew sum: @sum",
        "Verdict: wrong. A carry was lost when adding.\nRepair: @sum",
    )
    probes = ("Audit by another breakdown:", "Before the verdict, a second route:", "Audit:", "Cross-examination:")
    clash = (
        "Verdict on @p: incorrect, the audit does not reproduce it.",
        "Verdict: the answer @p fails the audit.",
        "Verdict: wrong, the audit does not give @p.",
    )
    fixed = ("Revised answer: @v", "Repaired answer: @v", "My answer is now @v.", "Answer after repair: @v")
    agrees = (
        "Verdict: correct, the audit also gives @v.",
        "Verdict: PASS. @v reproduced.",
        "Verdict: accepted, @v both times.",
    )
    quick = ("Verdict: correct (@why).", "Verdict: PASS. @why.", "Verdict: accepted, because @why.")
    finals = ("Accepted answer: @v", "Final: @v", "Ending with @v.", "I stop here with @v.")
    quick_share, recheck_share, final_share = 0.5, 0.25, 0.5

    def first(self, t: Telling) -> str:
        head = t.one("Try 1", "First try.", "Try no. 1:", "Attempt A", "Initial try:")
        return f"{head}\n" + self.body(t, t.work) + self.commit(t)

    def body(self, t: Telling, work: Work) -> str:
        rows = [self.product(t, term) for term in work.terms]
        style = "arrow" if t.flag("arrow", 0.3) else "letter" if t.flag("letter", 0.4) else "bare"
        if style == "arrow":
            rows = ["> " + row for row in rows]
        elif style == "letter":
            rows = [f"({chr(97 + i)}) {row}" for i, row in enumerate(rows)]
        return "\n".join(rows) + "\n" + t.one("Sum: ", "Added up: ", "Together: ") + self.sums(t, work, 0.0) + "\n"

    def confirm(self, t: Telling) -> str:
        text = super().confirm(t)
        if not text and t.chance(0.8):
            text = self.gap + t.one(
                "Verdict: correct.",
                "Verdict: PASS.",
                "Verdict: accepted, every row holds.",
                "Verdict: I find nothing wrong.",
                "Verdict: correct, the rows and the sum were read again.",
            )
        return text


class TurningMidway(Mixed):
    """Plain prose that turns on itself in the middle of a paragraph."""

    looks = ("comma", "plain", "comma")
    signs = ("times", "×", "x")
    gap = " "
    openings = (
        "I'll take @ab apart by place value.",
        "The way I'd do @ab is one piece at a time.",
        "To get @ab, I break it into simpler multiplications.",
        "Working out @ab by hand takes a few pieces.",
        "Multiplying @a by @b is a matter of patience.",
        "Let me just do this one directly.",
    )
    guesses = ("I expect something not far from @gz, going by @gx @x @gy.", "Roughly, this is the size of @gz.")
    slips = ("@lhs is @bad, or rather @good", "@lhs makes @bad, no, that's @good")
    commits = (
        "So the answer is @v.",
        "That makes @ab equal to @v.",
        "So my answer would be @v.",
        "Which means the product is @v.",
        "I arrive at @v as the answer.",
        "So @a times @b comes out as @v.",
    )
    distrust = (
        "Although, no, I don't believe that; forget that number.",
        "Actually no, I was sloppy there and I can't stand by it.",
        "Except that something about it bothers me enough to throw it away.",
        "No, scratch that, I lost the thread somewhere.",
        "But I take that back, my bookkeeping was muddled.",
    )
    failing = (
        "Except that @why, so that can't be right after all.",
        "Actually no, because @why. So it's wrong.",
        "But then @why, which sinks it.",
    )
    restarts = (
        "Once more with care.",
        "I'll go through the pieces again.",
        "From the beginning, then.",
        "Let me start over with clean pieces.",
        "Doing it properly this time:",
    )
    found = (
        "Actually, no: @lhs is @now, where I said @was, and that shifts everything, since @sum.",
        "Only, looking back, I took @lhs to be @was when it's @now. With that, @sum.",
        "Hmm, except @lhs isn't @was at all but @now, so the sum turns into @sum.",
        "But I see a slip, namely @was for @lhs, which ought to be @now; then @sum.",
    )
    resum = (
        "Actually, no, I bungled the addition: @sum.",
        "Only, looking back, those pieces don't add up like that; @sum.",
        "Hmm, except that I forgot to carry while adding, since @sum.",
        "But the adding went wrong there. Properly, @sum.",
    )
    probes = (
        "Let me see whether another split bears this out.",
        "It's worth trying it from a different angle.",
        "As a test I'll cut it up differently.",
        "Does it come out alike if I split it some other way?",
    )
    clash = (
        "And that isn't @p, so I had it wrong before.",
        "That is at odds with @p, and looking again it's the earlier one that was wrong.",
        "So much for @p, which was a mistake.",
    )
    fixed = (
        "So the answer is @v instead.",
        "So I change my answer to @v.",
        "Which makes the product @v after all.",
        "The correct answer, then, is @v.",
    )
    agrees = ("So it's @v this way too, and I'm satisfied.", "Again @v, so it holds.", "The same @v, good.")
    quick = ("It holds up, too: @why.", "And reassuringly, @why.", "A small test agrees: @why.")
    idle = (
        "For a moment I wondered about @lhs, but it really is @good, so nothing changes.",
        "Should @lhs have one zero more? No, @good is right, and the answer stays.",
        "I hesitated over the carrying just now, but on a second look it's fine.",
    )
    finals = ("@v it is.", "So, @v.", "I'm settling on @v.", "My final answer remains @v.")
    idle_share = 0.25

    def product(self, t: Telling, term: Term) -> str:
        return super().product(t, term).replace(" = ", t.one(" is ", " is ", " gives ", " makes "))

    def body(self, t: Telling, work: Work) -> str:
        pieces = [self.product(t, term) for term in work.terms]
        starts = ["First, ", "Then ", "Next, ", "After that, ", "Also ", "And finally "]
        if t.flag("sentences", 0.5):
            text = ". ".join(starts[min(i, 4)] + piece for i, piece in enumerate(pieces)) + "."
        else:
            text = t.one("Now ", "Here ", "So ") + ", ".join(pieces[:-1]) + " and " + pieces[-1] + "."
        lead = t.one("Adding those up, ", "Put together, ", "Summed, that's ", "All in all ")
        return text + " " + lead + self.sums(t, work, 0.4, ", then ") + ". "

    def finish(self, t: Telling, text: str) -> str:
        if t.flag("paragraphs", 0.4):
            text = re.sub(r"(?<=\.) (?=(?:Actually|Hmm|Except|Only|Let me|From the|Once more)\b)", "\n\n", text)
        return text


class FewStrokes(Mixed):
    """A terse model: a line of arithmetic, the answer, at times a word of doubt."""

    looks = ("plain", "comma")
    signs = ("×", "*", "x")
    gap = "\n"
    openings = ("",)
    slips = ()
    commits = ("@v", "= @v", "Answer: @v", "→ @v", "**@v**", "@ab = @v")
    distrust = ("Wrong.", "No, discard.", "Not right.", "Scratch that.", "Incorrect, sorry.", "No.")
    failing = ("Wrong: @why.", "No, @why.", "Incorrect: @why.")
    restarts = ("Again:", "Redo:", "Once more:", "Second go:", "Anew:")
    found = (
        "No: @lhs = @now, not @was. @sum.",
        "Error: @was → @now (@lhs). @sum.",
        "Wrong: @lhs is @now. @sum.",
        "Fix @lhs: @now for @was. @sum.",
    )
    resum = ("No, misadded. @sum.", "Error in the sum. @sum.", "Wrong total. @sum.", "Carry missed. @sum.")
    probes = ("Check:", "Other way:", "Verify:", "Crosscheck:")
    clash = ("Not @p. That one was wrong.", "So @p was wrong.", "@p is off.")
    fixed = ("Corrected: @v", "Answer: @v", "Now @v.", "Should be @v.")
    agrees = ("@v. Same.", "Also @v. OK.", "Matches, @v.")
    quick = ("OK, @why.", "Fine: @why.", "(@why)")
    idle = ("Zeros of @lhs? @good, fine.", "@lhs = @good? Yes.", "Carries? Fine.")
    finals = ("Final: @v", "@v.", "So @v.")
    quick_share, recheck_share, final_share = 0.15, 0.12, 0.2

    def why(self, t: Telling) -> str:
        return curt_why(t, "nines", "≠")

    def good(self, t: Telling) -> str:
        return curt_good(t, "nines")

    def commit(self, t: Telling, pool: Sequence[str] = ()) -> str:
        text = say(t, pool or self.commits)
        # most responses name the answer; the rest set it on a line of its own
        if (pool or t.flag("named", 0.6)) and not re.search("[A-Za-z]{3}", text) and t.ab not in text:
            text = t.one("Answer: ", "Ans ", "Result: ") + text.lstrip("=→ ")
        return t.c(text)

    def body(self, t: Telling, work: Work) -> str:
        parts = " + ".join(self.lhs(t, term) for term in work.terms) if all(u.sign > 0 for u in work.terms) else ""
        if parts and t.flag("line", 0.6):
            return f"{t.n(work.a)} {t.x} {t.n(work.b)} = {parts} = {t.sum(work)}\n"
        return "\n".join(self.product(t, term) for term in work.terms) + f"\n{t.sum(work)}\n"


class FiresideTalker(Mixed):
    """A talkative chat model, all asides and company."""

    looks = ("comma", "comma", "space")
    signs = ("times", "×", "x")
    methods = ("round", "high", "chunks", "swapped", "high")
    openings = (
        "Ooh, @ab! I do enjoy a bit of multiplication with my morning coffee, so pull up a chair.",
        "Alright, @ab it is. No calculator in sight, so we do it the way my teacher showed me.",
        "Now then, @ab. We shan't attack it head-on, we'll sneak up on it from the side.",
        "Let's see, let's see. The friendliest way into @ab is to split a number and keep our heads.",
        "You've asked for @ab, and I'm going to narrate the whole thing, bear with me!",
        "Right then, sleeves up: @ab.",
    )
    guesses = (
        "Before anything else, a feel for the size: @gx times @gy would be @gz, so it'll live in that neighbourhood.",
        "My gut says somewhere around @gz, purely from rounding things off to @gx and @gy.",
        "Rounding like mad, we'd be near @gz. That's only a yardstick, of course.",
    )
    slips = ("@lhs, that's @bad, oh wait, silly me, @good", "@lhs is @bad... no no, @good")
    commits = (
        "So, drum roll please, your answer is @v!",
        "And that, my friend, makes @ab a grand total of @v.",
        "There we have it: the answer is @v.",
        "So I can proudly report that @ab is @v.",
        "Ta-da! @v is the answer.",
        "Which lands us on @v for an answer.",
    )
    distrust = (
        "Hmm, you know what? I was chatting too much and I don't trust that number one bit. Out it goes.",
        "Oh dear. I've got that sinking feeling; please pretend I never said that answer.",
        "Hold your horses, I got ahead of myself, and that answer deserves the bin.",
        "Ack, no, I mixed something up there, so forget that answer.",
        "Well, I'm a bit embarrassed, but I have to take that answer back.",
    )
    failing = (
        "Oh dear, oh dear. Look: @why. So what I told you can't be right.",
        "Hold your horses, though: @why. That means I've given you a wrong answer, sorry!",
        "Whoops! I just noticed that @why. Into the bin with that answer.",
    )
    restarts = (
        "Deep breath, and round we go again.",
        "Another take, with less chatter and more care.",
        "Let's have another crack at it from the very beginning.",
        "Back to the start we go.",
        "I'll redo the lot, and you can watch over my shoulder.",
    )
    found = (
        "Oh, wait, I spotted a culprit: @lhs. I called it @was, but it's really @now. So the pile becomes @sum.",
        "Hang on a tick. Was @lhs really @was? Nope, it's @now! Let me add again: @sum.",
        "Oops, egg on my face: @lhs should have been @now and I used @was. New sum: @sum.",
        "Hmm, let me peek back... yes, I fumbled @lhs. Not @was, it's @now. That gives @sum.",
    )
    resum = (
        "Oops, egg on my face: my adding was wonky. Properly done it's @sum.",
        "Hang on a tick, I dropped a carry when adding. It's @sum.",
        "Hmm, let me peek back... the pieces are lovely but the adding wasn't. @sum.",
        "Oh, wait, I can't add today, apparently: @sum.",
    )
    probes = (
        "I'm the nervous type, so shall we try it another way and see if it agrees?",
        "Just for fun (and safety), let me slice it differently and compare.",
        "My teacher always said to check, so here's a second route.",
        "Let me kick the tyres on that with a different split.",
    )
    clash = (
        "Uh-oh, that isn't the @p I told you. Having gone over both, it's the earlier one I botched.",
        "Well, well, so the @p from earlier was wrong. Good thing we looked!",
        "Hmm! That's not @p. I slipped up last time round, sorry about that.",
    )
    fixed = (
        "So the real answer is @v, and this time I mean it.",
        "Make that @v for your answer, please.",
        "So I'm correcting my answer to @v.",
        "Right, the proper answer is @v.",
    )
    agrees = (
        "And look at that, @v again! I could hug somebody.",
        "Snap! @v both times, so we can relax.",
        "That's @v once more, just as we said. Lovely.",
    )
    quick = (
        "And a little test to sleep soundly: @why. Lovely.",
        "For the sceptics among us: @why. We're good!",
        "I gave it a quick sniff test: @why.",
    )
    idle = (
        "I did have a wobble about @lhs just now, but no, @good is spot on, so we're fine.",
        "Wait, did I count the zeros in @lhs? Yes: @good. False alarm!",
    )
    finals = (
        "So if anyone asks at the dinner table, it's @v.",
        "That was fun! Got another one for me?",
        "@v, then. Thanks for keeping me company!",
        "Short version for people in a hurry: @v.",
        "Anyway, that's the whole story.",
    )
    guess_share, idle_share, final_share = 0.4, 0.25, 0.6

    def product(self, t: Telling, term: Term) -> str:
        return super().product(t, term).replace(" = ", t.one(" is ", " gives us ", " comes to ", " makes "))

    def body(self, t: Telling, work: Work) -> str:
        asides = ["", "", "", "", "", " (easy enough)", " (still with me?)", " (that one's less fun)", " (toes out)"]
        starts = ["To begin, ", "Then ", "Next up, ", "Moving along, ", "And ", "On top of that, "]
        text = ""
        for place, term in enumerate(work.terms):
            text += starts[min(place, 5)] + self.product(t, term) + t.rng.choice(asides) + ". "
        if any(term.sign < 0 for term in work.terms):
            text += t.one("The last bit gets taken away again, since we overshot. ", "We overshot, so that comes off. ")
        lead = t.one("Toss it all together: ", "Now the adding up: ", "Into the pot: ", "All of it combined: ")
        return text + lead + self.sums(t, work, 0.4, ", and ") + ".\n\n"


class GridReporter(Mixed):
    """A Markdown table of partial products, then remarks."""

    looks = ("comma", "plain", "narrow")
    signs = ("×", "·")
    methods = ("high", "low", "area", "high")
    openings = (
        "Partial products of @ab:",
        "The table lists the pieces of @ab.",
        "**Task:** @ab",
        "Breaking @ab into a table of pieces.",
        "Layout: one row for each piece.",
        "",
    )
    commits = (
        "**Product:** @v",
        "Result: **@v**",
        "The product is @v.",
        "**@ab = @v**",
        "Answer: @v",
        "Reported answer: **@v**",
    )
    distrust = (
        "Remark: this result is unreliable and is withdrawn.",
        "Remark: the table contains an error somewhere; its result is void.",
        "Note: I do not accept this result.",
        "*Status: rejected.*",
        "Remark: please ignore the table above along with its result.",
    )
    failing = (
        "Remark: @why. The result is therefore wrong.",
        "*Status: rejected*, because @why.",
        "Note: this fails a test, as @why.",
    )
    restarts = ("New table:", "The table, filled in again:", "Rebuilding the table:", "Revised version:", "Recomputed:")
    found = (
        "Remark: the row for @lhs is wrong; it must contain @now instead of @was. The column then adds up as @sum.",
        "Note: @was in the table is a mistake, as @lhs = @now. New column sum: @sum.",
        "Remark: correcting one cell (@lhs, from @was to @now), the sum is @sum.",
        "*Amendment:* @lhs = @now rather than @was, so @sum.",
    )
    resum = (
        "Remark: the cells are right, the column was added wrongly. @sum.",
        "Note: mistake in the column sum, which should be @sum.",
        "*Amendment:* adding the column again gives @sum.",
    )
    probes = (
        "Control table, with a different split:",
        "For verification, a second table:",
        "Control:",
        "Cross-check by another table:",
    )
    clash = (
        "The control contradicts @p; the earlier table was wrong.",
        "The tables differ. The fault lies in the earlier one, so @p is withdrawn.",
        "Hence @p was wrong.",
    )
    fixed = (
        "**Corrected product:** @v",
        "Amended result: **@v**",
        "The correct product is @v.",
        "**@ab = @v** (replaces the earlier result)",
    )
    agrees = ("The control gives @v too.", "Both tables: @v. Confirmed.", "Agreement at @v.")
    quick = ("Control: @why.", "*Status: confirmed*, @why.", "Remark: @why, so the result stands.")
    idle = ("Remark: the cell @lhs looked odd at first, but @good is right. No change.",)
    finals = ("*Final:* **@v**", "Final answer: @v", "Final entry: @v.", "**Summary:** @ab = @v")

    def body(self, t: Telling, work: Work) -> str:
        head = ["| Piece | Value |", "| Factor parts | Partial |", "| Calculation | Result of row |"]
        t.flag("wide", 0.4)
        lines = [head[0] if t.flag("wide", 0.4) else head[1] if t.flag("plain", 0.5) else head[2], "|---|---:|"]
        lines += [f"| {self.lhs(t, u)} | {'' if u.sign > 0 else '-'}{t.n(u.value)} |" for u in work.terms]
        if t.flag("sum row", 0.35):
            lines.append(f"| {t.one('Sum', '**Sum**')} | {t.n(work.total)} |")
            return "\n".join(lines) + "\n\n"
        lead = t.one("Column sum: ", "Adding the right-hand column: ", "Sum of the rows: ")
        return "\n".join(lines) + f"\n\n{lead}{self.sums(t, work, 0.3, '; ')}\n\n"


class ThoughtBox(Mixed):
    """A reasoner: everything happens in its thoughts, then a short reply repeats the answer."""

    looks = ("plain", "comma", "plain")
    signs = ("*", "×", "times")
    openings = (
        "Okay, the user wants @ab. I'll decompose.",
        "I need to find @ab. Let me think about which number is easier to split.",
        "So @ab. Mental arithmetic, go slowly.",
        "Let me work out @ab.",
        "Hmm, @ab. Break it up.",
        "The question is just @ab, so no tricks.",
    )
    guesses = ("Order of magnitude: @gx @x @gy = @gz.", "It should be around @gz, I guess.")
    slips = ("@lhs = @bad? No, @good", "@lhs = @bad, hmm, recount: @good")
    commits = (
        "So the answer is @v.",
        "Okay so @ab = @v.",
        "So I get @v as the answer.",
        "That gives the product: @v.",
        "So it's @v, then.",
        "Alright, answer @v.",
    )
    distrust = (
        "Wait, I'm not sure about any of that. I'd rather drop that answer.",
        "Hmm, no. That answer feels off, I'll toss it.",
        "Hold on, I think I messed up; that answer is no good.",
        "But wait, I went too fast. Forget that result.",
        "No wait, that can't be trusted at all.",
    )
    failing = (
        "Wait, @why. So that answer is wrong.",
        "Hmm, sanity test: @why. That's a fail, the answer is wrong.",
        "Hold on. @why. So no, not correct.",
    )
    restarts = (
        "Let me redo everything.",
        "Start again, one piece at a time.",
        "Okay, again from the top.",
        "Let me recompute all of it.",
        "Try again with more care.",
    )
    found = (
        "Wait, @lhs: is that @was? Let me see... it's @now. So I had it wrong, and @sum.",
        "Hmm, @lhs = @now, not @was. So redo the sum: @sum.",
        "Hold on, I wrote @was for @lhs. Should be @now. Then @sum.",
        "Wait, mistake at @lhs, @now is the right value (not @was). Adding again, @sum.",
    )
    resum = (
        "Wait, the addition. Let me add again: @sum. So I had it wrong.",
        "Hmm, the sum is off, I missed a carry. @sum.",
        "Hold on, adding those properly: @sum. The earlier total was wrong.",
    )
    probes = (
        "Let me double-check with a different split.",
        "Check it the other way.",
        "Alternatively, to verify:",
        "Let me make sure by another route.",
    )
    clash = (
        "That's not @p. Going over the earlier try again, I see I slipped there, so @p is out.",
        "Different from @p! The earlier calculation must have had the error; yes, it did.",
        "Hmm, so @p was wrong.",
    )
    fixed = (
        "So the correct answer is @v.",
        "Okay, so it's actually @v.",
        "So the answer should be @v.",
        "Then @ab = @v.",
    )
    agrees = ("@v again. Great.", "Yes, @v, consistent.", "Same thing, @v. I'm confident now.")
    quick = ("Check: @why. Good.", "And @why. Okay.", "Quick check, @why. Seems right.")
    idle = (
        "Wait, is @lhs really @good? Yes, it is. Okay.",
        "Hmm, did I misplace a zero in @lhs? No, @good is right.",
        "Wait, maybe I should double-check the adding... no, it's fine.",
    )
    finals = (
        "**@v**",
        "@ab = **@v**",
        "The answer is @v.",
        "@a multiplied by @b is @v.",
        "The result is \\(\\boxed{@v}\\).",
        "After working through the partial products, the product is **@v**.",
    )
    idle_share, recheck_share, final_share = 0.35, 0.3, 0.9

    def first(self, t: Telling) -> str:
        return ("<think>\n" if t.flag("opened", 0.75) else "") + super().first(t)

    def body(self, t: Telling, work: Work) -> str:
        rows = []
        for term in work.terms:
            row = self.product(t, term)
            if detail := t.detail(term, 0.4):
                row = f"{self.lhs(t, term)}: {detail}"
            rows.append(row)
        text = ". ".join(rows) + ". " if t.flag("inline", 0.4) else "\n".join(rows) + "\n"
        return text + t.one("Sum: ", "Add: ", "Now ", "Total: ") + self.sums(t, work, 0.6, ", ") + ".\n"

    def closing(self, t: Telling) -> str:
        text = self.confirm(t) + "\n</think>\n\n"
        if t.chance(self.final_share):
            text += t.r(say(t, self.finals))
        return text


class TaggedZero(Mixed):
    """RL from a base model: numbered steps, answers in tags."""

    looks = ("plain", "comma")
    signs = ("*", "x", "\\times")
    openings = (
        "To solve @ab, split one number and follow the steps.",
        "Step 0: the problem is @ab.",
        "We need the value of @ab.",
        "<reasoning>",
        "First I think, then I answer. The problem: @ab",
        "Plan: partial products, addition, answer.",
    )
    slips = ("@lhs = @bad, correction: @good",)
    commits = (
        "<answer>@v</answer>",
        "<answer> @v </answer>",
        "The answer is <answer>@v</answer>.",
        "So <answer>@v</answer>",
        "Therefore, the answer is <answer>@v</answer>",
    )
    distrust = (
        "Rechecking: the answer above is wrong.",
        "Let me reconsider. The previous answer is not reliable and must be replaced.",
        "I made an error in a previous step, so this answer is not valid.",
        "Reflection: that answer should be thrown out.",
        "Wait. Wrong answer, I have to solve it again.",
    )
    failing = (
        "Rechecking: @why. The answer above is wrong.",
        "Reflection: @why, therefore the answer is not correct.",
        "Wait. @why. This means a wrong answer.",
    )
    restarts = (
        "Solving again.",
        "Repeat all steps.",
        "New solution:",
        "I solve the problem another time.",
        "Back to step 1.",
    )
    found = (
        "Rechecking: @lhs is not @was. It is @now. Updated sum: @sum.",
        "Reflection: the step with @lhs has an error, @was should be @now. Therefore @sum.",
        "Wait. @lhs = @now and I used @was. The sum changes: @sum.",
        "Let me reconsider @lhs. It equals @now, so @was is an error. @sum.",
    )
    resum = (
        "Rechecking: the addition step has an error. @sum.",
        "Reflection: the sum was computed wrong. @sum.",
        "Wait. Adding again: @sum. So the addition above was wrong.",
    )
    probes = (
        "Rechecking by other steps:",
        "Verification steps:",
        "Let me verify with a different decomposition.",
        "Reflection: I verify it another way.",
    )
    clash = (
        "The verification does not give @p, so the answer above is wrong.",
        "The two values are different and the mistake is in the earlier one (@p).",
        "Therefore @p was wrong.",
    )
    fixed = (
        "<answer>@v</answer>",
        "Corrected: <answer>@v</answer>",
        "The new answer is <answer>@v</answer>.",
        "So the answer must be <answer>@v</answer>",
    )
    agrees = ("The verification gives @v also.", "It is @v again, verified.", "Same value @v. The answer is verified.")
    quick = ("Rechecking: @why. The answer is verified.", "Verified, because @why.", "Reflection: @why. Fine.")
    idle = ("Rechecking @lhs: it is @good, no error found.", "Reflection: @lhs = @good is right. No change.")
    finals = ("<answer>@v</answer>", "Final answer: @v", "The final answer is <answer>@v</answer>.")
    final_share = 0.35

    def body(self, t: Telling, work: Work) -> str:
        label = "Step" if t.flag("step", 0.7) else "S" if t.flag("short", 0.5) else "Part"
        lines = [f"{label} {i}: {self.product(t, term)}" for i, term in enumerate(work.terms, 1)]
        count = len(lines) + 1
        if len(work.terms) > 2 and t.chance(0.5):
            for so, sign, value, result in work.steps():
                lines.append(f"{label} {count}: {t.n(so)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}")
                count += 1
        else:
            lines.append(f"{label} {count}: {t.one('Add', 'Sum', 'Adding')}: {self.sums(t, work, 0)}")
        return "\n".join(lines) + "\n\n"

    def finish(self, t: Telling, text: str) -> str:
        return text.replace("<reasoning>\n\n", "<reasoning>\n")


STYLES: dict[str, Style] = {
    made.name: made
    for made in (
        BareCorpus(),
        PadAndTape(),
        RewardWorn(),
        MarkdownHost(),
        DisplayProver(),
        VerdictThenRetry(),
        TurningMidway(),
        FewStrokes(),
        FiresideTalker(),
        GridReporter(),
        ThoughtBox(),
        TaggedZero(),
    )
}
