"""Models tuned on synthetic trajectories of reflection: solution, answer, check, verdict, and either an end or a redo.

Twelve families of templates, as different authors would write them.
"""

from __future__ import annotations

import re
from math import isqrt

from .common import Mended, Style, Telling, Term, Work, split

Texts = tuple[str, ...]


def _zeros(number: int) -> int:
    text = str(number)
    return len(text) - len(text.rstrip("0"))


def _likely(term: Term) -> bool:
    """A value that a model might give for the product: right, or wrong in a plausible manner."""
    true = term.left * term.right
    if term.value == true:
        return True
    small, large = sorted((term.left, term.right))
    if str(small).strip("0") == "1" or str(large).strip("0") == "1" or term.value < large:
        return False
    if term.value == true * 10 or term.value * 10 == true:  # a place value forgotten
        return max(small, large) > 9 and true > 100
    return term.value % 10 ** (_zeros(term.left) + _zeros(term.right)) == 0 and 0.4 < term.value / true < 2.2


def _sound(work: Work, lax: bool = False) -> bool:
    if not all(_likely(term) for term in work.terms):
        return False
    values: dict[tuple[int, int], int] = {}
    for term in work.terms:
        if values.setdefault((min(term.left, term.right), max(term.left, term.right)), term.value) != term.value:
            return False
    for so_far, sign, value, result in work.steps():
        if result <= 0 or (sign > 0 and result <= max(so_far, value)) or (sign < 0 and result >= so_far):
            return False
        off = abs(so_far + sign * value - result)
        if not lax and len(str(off).strip("0")) > 1 and off * 20 > result:
            return False
        if not lax and sign < 0 and off * 4 > result:
            return False
    return work.method != "round" or work.terms[1].right * 8 <= work.terms[0].right


def _rows(work: Work) -> bool:
    """One row for each digit of the second factor."""
    return len({len(str(term.right)) for term in work.terms}) == len(work.terms)


def _pairs(work: Work) -> dict[tuple[int, int], int]:
    return {(min(t.left, t.right), max(t.left, t.right)): t.value for t in work.terms}


def _clashing(work: Work, other: Work) -> bool:
    mine, theirs = _pairs(work), _pairs(other)
    return any(theirs.get(pair, value) != value for pair, value in mine.items())


class NtLoop(Style):
    """Solution, answer, check, verdict; the families differ in all that a reader sees."""

    x = "×"
    words = "comma"
    methods: Texts = ("high", "low")
    others: Texts = ("swapped", "chunks", "high", "low")
    labelled = False  # a verdict of its own stands after each check
    slip_share = 0.05
    rows = False  # only rows that belong to digits

    intros: Texts = ("",)
    commits: Texts
    opens: Texts
    reviews: Texts
    mistakes: Texts
    restarts: Texts
    bad_step: Texts
    fix_term: Texts
    fix_sum: Texts
    resum: Texts
    clash: Texts
    confirms: Texts
    finals: Texts
    doubts: Texts
    slips: Texts
    digit_ok: Texts
    digit_bad: Texts
    rough_ok: Texts
    second: Texts
    agree: Texts
    directs: Texts

    # numbers and phrases

    def n(self, t: Telling, number: int) -> str:
        return t.n(number)

    def lr(self, t: Telling, left: int, right: int) -> str:
        return f"{self.n(t, left)} {t.x} {self.n(t, right)}"

    def eq(self, t: Telling, term: Term) -> str:
        return f"{self.lr(t, term.left, term.right)} = {self.n(t, term.value)}"

    def join(self, t: Telling, work: Work) -> str:
        text = self.n(t, work.terms[0].value)
        return text + "".join(f" {'+' if i.sign > 0 else '-'} {self.n(t, i.value)}" for i in work.terms[1:])

    def parts(self, t: Telling, work: Work) -> str:
        if work.method == "omitted":
            return " + ".join(self.n(t, part) for part in split(work.b, "high"))
        text = self.n(t, work.terms[0].right)
        return text + "".join(f" {'+' if i.sign > 0 else '-'} {self.n(t, i.right)}" for i in work.terms[1:])

    def fill(self, t: Telling, options: Texts, **tokens: str) -> str:
        text = t.one(*options)
        for name, value in tokens.items():
            text = text.replace(f"<{name}>", value)
        text = text.replace("<AB>", self.lr(t, t.a, t.b)).replace("<N>", self.n(t, t.candidate))
        text = text.replace("<A>", self.n(t, t.a)).replace("<B>", self.n(t, t.b))
        return text.replace("<P>", self.n(t, t.previous)) if t.index else text

    # works

    def plan(
        self, t: Telling, *methods: str, apart: Work | None = None, strict: bool = False, lax: bool = False
    ) -> Work | None:
        """A plausible work to the candidate, not at odds with another one (nor the same terms, if strict)."""
        spare = None
        for _ in range(40):
            work = t.solve(*methods)
            if not _sound(work, lax) or (self.rows and not _rows(work)):
                continue
            spare = spare or work
            if apart is None or not (_clashing(work, apart) or (strict and set(_pairs(work)) & set(_pairs(apart)))):
                return work
        return None if strict else spare

    def direct(self, t: Telling) -> Work:
        """A part left out, if that explains the candidate, or else the product at one go."""
        for a, b in ((t.a, t.b), (t.b, t.a)):
            parts = split(b, "high")
            kept = [part for part in parts if t.product - a * part != t.candidate]
            if 1 < len(kept) == len(parts) - 1:
                terms = tuple(Term(a, part, a * part) for part in kept)
                t.work = Work(a, b, "omitted", terms, t.candidate)
                return t.work
        work = self.plan(t, *self.methods, "swapped", "chunks", lax=True) if t.a > 9 or t.b > 9 else None
        if work:
            t.work = work
            return work
        t.work = Work(t.a, t.b, "direct", (Term(t.a, t.b, t.candidate),), t.candidate)
        return t.work

    def fresh(self, t: Telling) -> Work:
        if t.a < 10 and t.b < 10 and (self.rows or t.flag("direct", 0.6)):
            return self.direct(t)
        work = self.plan(t, *self.methods) or self.plan(t, "swapped", "chunks", "low")
        t.work = work or self.direct(t)
        return t.work

    def afresh(self, t: Telling) -> Work:
        work = None
        if t.a < 10 and t.b < 10 and (self.rows or (t.flag("direct", 0.6) and t.chance(0.5))):
            return self.direct(t)
        if t.chance(0.6):
            work = self.plan(t, *self.others, apart=t.before, strict=True)
        work = work or self.plan(t, *self.methods, *self.others, apart=t.before)
        t.work = work or self.direct(t)
        return t.work

    def mended(self, t: Telling) -> Mended | None:
        if len(t.before.terms) < 2 or t.before.method == "omitted":
            return None
        kept = t.work
        for _ in range(6):
            mended = t.mend()
            if mended and _sound(mended.work):
                return mended
        t.work = kept
        return None

    # the parts that families lay out

    def solution(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def commit(self, t: Telling) -> str:
        return t.c(self.fill(t, self.commits))

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        return "\n\n" + " ".join(text for text in (opening, body, verdict) if text) + "\n"

    def final(self, t: Telling) -> str:
        return t.r(self.fill(t, self.finals))

    def product(self, t: Telling, term: Term) -> str:
        """The value of a term, now and then after a slip that is mended at once."""
        text = self.n(t, term.value)
        zeros = _zeros(term.left) + _zeros(term.right)
        places = len(str(term.value)) - zeros
        if places < 2 or term.value != term.left * term.right or not t.chance(self.slip_share):
            return text
        bad = term.value + t.rng.choice([-2, -1, 1, 2]) * 10 ** (zeros + t.rng.randrange(places - 1))
        if bad in t.candidates or bad == t.product or bad < max(term.left, term.right):
            return text
        return self.fill(t, self.slips, BAD=self.n(t, bad), V=text)

    def inline(self, t: Telling, work: Work) -> str:
        lines = [self.eq(t, term) for term in work.terms]
        return t.one(", ", "; ").join(lines) + "; " + f"{self.join(t, work)} = {self.n(t, work.total)}"

    # checks

    def quick(self, t: Telling, number: int) -> str:
        """A cheap check that the number passes, or nothing."""
        options = []
        x, y = t.a % 10, t.b % 10
        if max(t.a, t.b) > 9 and x * y % 10 == number % 10:
            options.append(
                self.fill(t, self.digit_ok, XY=self.lr(t, x, y), Z=str(x * y), E=str(x * y % 10), C=self.n(t, number))
            )
        if number == t.candidate and max(t.a, t.b) > 9:
            rough = t.estimate()
            if rough and rough[:2] != (t.a, t.b):
                shown = f"{self.n(t, rough[0])} {t.x} {self.n(t, rough[1])}"
                options.append(self.fill(t, self.rough_ok, RR=shown, RZ=self.n(t, rough[2]), C=self.n(t, number)))
        return t.one(*options) if options else ""

    def failing(self, t: Telling) -> str:
        """What speaks against the candidate before and not against the one to come, or nothing."""
        x, y = t.a % 10, t.b % 10
        if x * y % 10 == t.candidate % 10 != t.previous % 10 and max(t.a, t.b) > 9:
            return self.fill(t, self.digit_bad, XY=self.lr(t, x, y), Z=str(x * y), E=str(x * y % 10))
        new = _pairs(t.work)
        for term in t.before.terms:
            pair = (min(term.left, term.right), max(term.left, term.right))
            if len(t.before.terms) > 1 and term.value != term.left * term.right and new.get(pair, 0) != term.value:
                return self.fill(t, self.bad_step, STEP=self.eq(t, term))
        return ""

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, fix=4, clash=2)
        opening = self.fill(t, self.opens)
        if way == "fix":
            mended = self.mended(t)
            if mended:
                return self.tell_fix(t, opening, mended)
        if way == "clash":
            work = self.plan(t, *self.others, apart=t.before, strict=True)
            if work:
                t.work = work
                return self.tell_clash(t, opening, work)
        work = self.afresh(t)
        body = self.failing(t) if t.chance(0.7) and not t.same else ""
        if not body and t.chance(0.6):
            body = self.fill(t, self.reviews)
        if not body and t.chance(0.3) and not self.labelled:
            opening = ""
        verdict = self.fill(t, self.mistakes) + self.gap(t) + self.fill(t, self.restarts)
        return self.block(t, opening, body, verdict, False) + self.solution(t, work) + self.commit(t)

    def gap(self, t: Telling) -> str:
        return " "

    def tell_fix(self, t: Telling, opening: str, mended: Mended) -> str:
        body = self.quick(t, t.previous) if t.chance(0.2) else ""
        if mended.place is None:
            found = self.fill(t, self.fix_sum)
        else:
            term = mended.work.terms[mended.place]
            found = self.fill(
                t,
                self.fix_term,
                LR=self.lr(t, term.left, term.right),
                WAS=self.n(t, mended.was),
                NOW=self.n(t, mended.now),
            )
        resum = self.fill(t, self.resum, SUM=self.join(t, mended.work))
        verdict = self.fill(t, self.mistakes) if self.labelled else ""
        body = " ".join(text for text in (body, found, resum) if text)
        return self.block(t, opening, body, verdict, False) + self.commit(t)

    def tell_clash(self, t: Telling, opening: str, work: Work) -> str:
        body = self.quick(t, t.previous) if t.chance(0.2) else ""
        shown = self.fill(t, self.second) + " " + self.inline(t, work) + "."
        body = " ".join(text for text in (body, shown, self.fill(t, self.clash)) if text)
        verdict = self.fill(t, self.mistakes) if self.labelled else ""
        return self.block(t, opening, body, verdict, False) + self.commit(t)

    def closing(self, t: Telling) -> str:
        kind = t.rng.choices(["none", "steps", "second", "quick", "doubt"], [24, 32, 14, 15, 15])[0]
        opening, body = self.fill(t, self.opens), ""
        shown = t.work
        if kind == "none":
            return "\n\n" + self.final(t) if t.chance(0.55) else ""
        if kind == "doubt":
            return self.doubt(t)
        if kind == "second":
            work = self.plan(t, *self.others, apart=shown, strict=True)
            t.work = shown
            if work:
                body = self.fill(t, self.second) + " " + t.r(self.inline(t, work)) + ". " + self.fill(t, self.agree)
        if kind == "quick":
            body = self.quick(t, t.candidate)
        if not body and len(shown.terms) > 1:
            some = sorted(t.rng.sample(range(len(shown.terms)), min(len(shown.terms), t.rng.randint(1, 3))))
            lines = [self.eq(t, shown.terms[place]) for place in some]
            if t.chance(0.6) or len(some) == 1:
                lines.append(f"{self.join(t, shown)} = {self.n(t, shown.total)}")
            body = self.ticks(t, lines)
        if not body:
            body = self.fill(t, self.reviews)
        end = "\n" + self.final(t) if t.chance(0.8) else ""
        return self.block(t, opening, body, self.fill(t, self.confirms), True) + end

    def ticks(self, t: Telling, lines: list[str]) -> str:
        return t.one(", ", "; ").join(lines) + "."

    def doubt(self, t: Telling) -> str:
        return "\n\n" + self.fill(t, self.doubts) + ("\n" + self.final(t) if t.chance(0.5) else "")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = self.words
        t.x = self.x
        self.fresh(t)

    def first(self, t: Telling) -> str:
        return self.fill(t, self.intros) + self.solution(t, t.work) + self.commit(t)


class NtAnswerCheckLoop(NtLoop):
    """The template of the paper itself: steps, 'Answer:', 'Let me check.', 'Correct.' or 'I made a mistake.'"""

    methods = ("high", "low", "chunks")
    intros = ("", "", "Let's solve this step by step.\n", "Problem: <AB>\n", "We need to compute <AB>.\n")
    commits = ("Answer: <N>",)
    opens = (
        "Let me check.",
        "Let me check my work.",
        "Let me verify.",
        "Let me check this answer.",
        "Let me double check.",
        "Let me check the steps.",
        "Let me verify the solution.",
    )
    reviews = (
        "Going over the steps one by one.",
        "I look at each product and at the sum.",
        "I reread the steps above.",
        "Going back through the computation.",
        "Re-reading the multiplication.",
        "Checking each line against the problem.",
    )
    mistakes = (
        "I made a mistake.",
        "I made an error.",
        "This is wrong.",
        "There is a mistake in my solution.",
        "Incorrect.",
        "That is not correct.",
        "The answer is wrong.",
    )
    restarts = (
        "Let me recompute.",
        "Let me try again.",
        "Let me solve it again.",
        "Let me redo the computation.",
        "Let me start over.",
        "Let me recompute from the beginning.",
        "Let me redo this.",
    )
    bad_step = (
        "The step <STEP> is wrong.",
        "<STEP> does not hold.",
        "I wrote <STEP>, which is not right.",
        "<STEP> is false.",
        "The line <STEP> is not correct.",
        "There is an error in <STEP>.",
    )
    fix_term = (
        "I made a mistake: <LR> = <NOW>, not <WAS>.",
        "<LR> should be <NOW>, not <WAS>. I made a mistake.",
        "I wrote <WAS> for <LR>, but it is <NOW>. Incorrect.",
        "The product <LR> is <NOW>. I had <WAS>, so the answer is wrong.",
        "There is a mistake in <LR>: it equals <NOW> and not <WAS>.",
        "I made an error: <LR> is not <WAS> but <NOW>.",
    )
    fix_sum = (
        "The products are right, but I made a mistake in the addition.",
        "I made a mistake when adding.",
        "The sum is wrong.",
        "I added the partial products incorrectly.",
        "The last step is wrong.",
        "I made an error in the final addition.",
    )
    resum = (
        "Then <SUM> = <N>.",
        "Adding again: <SUM> = <N>.",
        "The sum is <SUM> = <N>.",
        "So <SUM> = <N>.",
        "Recomputing the sum: <SUM> = <N>.",
        "Now <SUM> = <N>.",
    )
    second = (
        "Using another split:",
        "Computing it a different way:",
        "Doing it with a different decomposition:",
        "By another method:",
        "With the factors broken up differently:",
        "A different way:",
    )
    clash = (
        "This is <N>, not <P>. I made a mistake.",
        "I get <N> here, so <P> is wrong.",
        "That does not match <P>. The first computation has a mistake.",
        "<P> is incorrect.",
        "The result is different from <P>, which was wrong.",
        "So my answer <P> is not correct.",
    )
    agree = (
        "It matches.",
        "Same result.",
        "This agrees with my answer.",
        "The two results agree.",
        "This is the same number.",
        "Both ways agree.",
    )
    confirms = (
        "Correct.",
        "The answer is correct.",
        "Everything is correct.",
        "This is correct.",
        "No mistakes found.",
        "All steps are correct.",
        "The solution is correct.",
    )
    finals = ("Final answer: <N>", "Final answer: <N>", "Final answer: <N>.", "The final answer is <N>.")
    doubts = (
        "Let me check. I am not sure about the carries, but each step holds. Correct.",
        "Let me check. Did I use the right place values? Yes, I did. Correct.",
        "Wait, did I miss a digit of <B>? No, all digits are used. Correct.",
        "Let me check. Was <A> copied correctly? Yes. Correct.",
        "Let me verify. I thought the sum looked too large, but it is fine. Correct.",
        "I could check it once more, but I am confident.",
    )
    slips = (
        "<BAD>, no, <V>",
        "<BAD>. Correction: <V>",
        "<BAD> (wrong, it is <V>)",
        "<BAD>... I mean <V>",
        "<BAD>, sorry, <V>",
        "<BAD> -> should be <V>",
    )
    digit_ok = (
        "The last digit should be that of <XY> = <Z>, which is <E>, and <C> ends in <E>.",
        "<XY> = <Z>, so the product ends in <E>, as <C> does.",
        "Units digit: <XY> = <Z>, so <E>. This fits <C>.",
    )
    digit_bad = (
        "<XY> = <Z>, so the product must end in <E>, but <P> does not.",
        "The last digit should be <E> since <XY> = <Z>. <P> has a different last digit.",
        "Units digit: <XY> = <Z>, so <E>. This does not fit <P>.",
    )
    rough_ok = (
        "Roughly <RR> = <RZ>, so <C> has the right size.",
        "Estimate: <RR> = <RZ>. <C> is close to it.",
        "<RR> is about <RZ>, and <C> is near that.",
    )
    directs = ("<AB> = <N>",)

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return t.one("Step 1: ", "Step 1: Multiply directly. ", "") + self.eq(t, work.terms[0]) + "\n"
        lines = [
            t.one("Break <> into ", "Write <> as ", "Split <> into ", "Break up <>: ").replace("<>", self.n(t, work.b))
            + self.parts(t, work)
            + "."
        ]
        for term in work.terms:
            lines.append(f"{self.lr(t, term.left, term.right)} = {self.product(t, term)}")
        if len(work.terms) > 3 and t.flag("pairs", 0.5):
            lines += [
                f"{self.n(t, x)} {'+' if sign > 0 else '-'} {self.n(t, y)} = {self.n(t, z)}"
                for x, sign, y, z in work.steps()
            ]
        else:
            lines.append(t.one("Add: ", "Sum: ", "") + f"{self.join(t, work)} = {self.n(t, work.total)}")
        return "".join(f"Step {number}: {line}\n" for number, line in enumerate(lines, start=1))

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        mark = "\n" if t.flag("lines", 0.6) else " "
        return "\n" + mark.join(text for text in (opening, body, verdict) if text) + "\n"


class NtSectionedTables(NtLoop):
    """Markdown sections with a table of partial products and a verdict in bold."""

    labelled = True
    methods = ("high", "high", "chunks", "low")
    intros = (
        "### Solution\n\n",
        "### Solution\n\nI build **<AB>** from partial products.\n\n",
        "### Solution\n\nThe table lists the partial products of <AB>.\n\n",
    )
    commits = ("**Answer:** <N>", "**Answer: <N>**", "**Answer** = <N>")
    opens = ("### Check\n\n", "### Verification\n\n", "### Self-check\n\n")
    reviews = (
        "I compared the table with the two factors.",
        "I went through the rows of the table again.",
        "Each row was looked at once more, then the running total.",
        "I recalculated the rows in my head.",
        "The table was gone through from bottom to top.",
        "I revisited the decomposition and the rows.",
    )
    mistakes = (
        "**Verdict:** incorrect.",
        "**Verdict:** the answer is wrong.",
        "**Verdict:** ✗ there is an error.",
        "**Verdict:** not correct.",
        "**Verdict:** rejected.",
        "**Verdict:** the solution contains a mistake.",
    )
    restarts = (
        "### Corrected solution\n\n",
        "### Second solution\n\nI rebuild the table.\n\n",
        "### New solution\n\n",
        "### Recalculation\n\nI start again with a clean table.\n\n",
        "### Revised solution\n\n",
        "### Solution, again\n\n",
    )
    bad_step = (
        "The row with <STEP> is wrong.",
        "The row <STEP> fails.",
        "In the table, <STEP> is not a true statement.",
        "One row does not survive: <STEP>.",
        "The entry for <STEP> is false.",
        "I no longer get the value in the row <STEP>.",
    )
    fix_term = (
        "The row for <LR> should read <NOW> instead of <WAS>.",
        "<LR> is <NOW>; the table says <WAS>.",
        "Row <LR>: found <NOW>, table has <WAS>. The row is wrong.",
        "The entry <WAS> is wrong, since <LR> = <NOW>.",
        "In the table <LR> was given as <WAS>. The value is <NOW>.",
        "Recomputing the rows, <LR> gives <NOW> rather than <WAS>.",
    )
    fix_sum = (
        "The rows hold, but the running total goes wrong in the last row.",
        "All products are right; the total is not.",
        "The last total is wrong.",
        "Each product is fine. The addition is the problem.",
        "The rows do not add up to the total given.",
        "The column of products was added wrongly.",
    )
    resum = (
        "The total becomes <SUM> = <N>.",
        "New total: <SUM> = <N>.",
        "With this, <SUM> = <N>.",
        "The rows give <SUM> = <N>.",
        "Corrected total: <SUM> = <N>.",
        "Adding the rows: <SUM> = <N>.",
    )
    second = (
        "Independent route:",
        "Without the table:",
        "An alternative decomposition:",
        "A cross-check with other parts:",
        "Splitting differently:",
        "Second route:",
    )
    clash = (
        "The table gave <P>, which cannot be kept.",
        "This contradicts <P>.",
        "The value <P> from the table is off.",
        "The results differ, and the error is in the table (<P>).",
        "So <P> does not stand.",
        "It is not the <P> of the table.",
    )
    agree = (
        "The table says the same.",
        "Identical to the table's total.",
        "This reproduces the answer.",
        "No difference from the table.",
        "Consistent with the total above.",
        "The totals coincide.",
    )
    confirms = (
        "**Verdict:** correct.",
        "**Verdict:** ✓ the answer holds.",
        "**Verdict:** accepted.",
        "**Verdict:** no errors found.",
        "**Verdict:** right.",
        "**Verdict:** the solution is sound.",
    )
    finals = (
        "**Final answer:** <N>",
        "### Final answer\n\n<N>",
        "**Final answer: <N>**",
        "### Final answer\n\n**<N>**",
    )
    doubts = (
        "### Check\n\nOne row seemed too small at first, but its zeros are all there.\n\n**Verdict:** correct.",
        "### Check\n\nI wondered whether a place of <B> was missing from the table; none is.\n\n**Verdict:** correct.",
        "### Self-check\n\nCould the factors have been swapped? It would not matter.\n\n**Verdict:** accepted.",
        "### Check\n\nI hesitated over the last running total and found nothing.\n\n**Verdict:** no errors found.",
        "### Self-check\n\nI have no second method at hand; the rows look right.\n\n**Verdict:** accepted.",
        "### Verification\n\nIs the number of digits plausible? Yes.\n\n**Verdict:** right.",
    )
    slips = ("~~<BAD>~~ <V>", "<BAD> → <V> (corrected)", "<V> (not <BAD>)", "~~<BAD>~~ → <V>", "<BAD>? no, <V>")
    digit_ok = (
        "Final digit: <XY> = <Z> → <E>, and <C> ends in <E>.",
        "The units digits give <XY> = <Z>, in line with the final digit of <C>.",
        "The last digit must be <E> (<XY> = <Z>), which <C> satisfies.",
    )
    digit_bad = (
        "Final digit: <XY> = <Z> → <E>, but <P> does not end in <E>.",
        "The units digits give <XY> = <Z>; the last digit of <P> is not <E>.",
        "The last digit must be <E> (<XY> = <Z>), which <P> violates.",
    )
    rough_ok = (
        "Order of magnitude: <RR> = <RZ>, in keeping with <C>.",
        "Rounded factors: <RR> = <RZ>. The answer <C> is in that range.",
        "A rough <RR> = <RZ> supports <C>.",
    )

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return f"| product | value |\n|---|---|\n| {self.lr(t, work.a, work.b)} | {self.n(t, work.total)} |\n\n"
        so_far = work.terms[0].value
        steps = [so_far, *(step[3] for step in work.steps())]
        if t.flag("running", 0.6):
            head = t.one("| # | product | value | running total |", "| row | partial product | result | total so far |")
            lines = [head, "|---|---|---|---|"]
            for place, (term, total) in enumerate(zip(work.terms, steps, strict=True), start=1):
                sign = "" if term.sign > 0 else "-"
                lines.append(
                    f"| {place} | {self.lr(t, term.left, term.right)} | {sign}{self.product(t, term)} "
                    f"| {self.n(t, total)} |"
                )
            return "\n".join(lines) + "\n\n"
        lines = [t.one("| part of " + self.n(t, work.b), "| part") + f" | times {self.n(t, work.a)} |", "|---|---|"]
        for term in work.terms:
            sign = "" if term.sign > 0 else "-"
            lines.append(f"| {sign}{self.n(t, term.right)} | {sign}{self.product(t, term)} |")
        lines.append(f"| **{t.one('sum', 'total')}** | {self.n(t, work.total)} |")
        return "\n".join(lines) + "\n\n"

    def gap(self, t: Telling) -> str:
        return "\n\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        end = "" if verdict.endswith("\n\n") else "\n\n"
        return "\n\n" + opening + (body or self.fill(t, self.reviews)) + "\n\n" + verdict + end


class NtBoxedReconsider(NtLoop):
    """LaTeX: an aligned display, a box, a paragraph of verification."""

    x = "\\times"
    words = "latex"
    methods = ("high", "chunks", "swapped")
    intros = (
        "",
        "\\textbf{Solution.} We use the distributive law.\n",
        "**Solution.** We expand the product.\n",
        "We compute $<AB>$ by distributivity.\n",
        "**Solution.** ",
    )
    commits = (
        "The answer is $\\boxed{<N>}$.",
        "Thus $<AB> = \\boxed{<N>}$.",
        "Therefore we obtain $\\boxed{<N>}$.",
        "Hence the product is $\\boxed{<N>}$.",
        "So the answer is $\\boxed{<N>}$.",
        "$\\boxed{<N>}$",
        "This gives $\\boxed{<N>}$.",
    )
    opens = (
        "**Verification.**",
        "Let us verify this.",
        "**Check.**",
        "We now verify the result.",
        "Let us check the computation.",
        "**Reflection.**",
        "We examine the solution.",
    )
    reviews = (
        "We examine each line of the expansion.",
        "We go through the expansion once more.",
        "Consider again the terms of the sum.",
        "We retrace the expansion.",
        "We inspect the partial products.",
        "We reconsider the display above.",
    )
    mistakes = (
        "The solution above contains an error.",
        "This shows that our answer is incorrect.",
        "The boxed value is wrong.",
        "Our computation is not correct.",
        "We have made a mistake.",
        "The result cannot be right.",
        "An error has occurred.",
    )
    restarts = (
        "We recompute.",
        "We therefore repeat the calculation.",
        "Let us redo the expansion.",
        "**Corrected solution.**",
        "We start again.",
        "We give a new solution.",
        "Let us compute the product anew.",
    )
    bad_step = (
        "The equality $<STEP>$ is false.",
        "The claim $<STEP>$ does not hold.",
        "In the display, $<STEP>$ is incorrect.",
        "We see that $<STEP>$ fails.",
        "The term $<STEP>$ was miscalculated.",
        "However, $<STEP>$ is not true.",
    )
    fix_term = (
        "We made a mistake: $<LR> = <NOW>$ rather than $<WAS>$.",
        "The term $<LR>$ equals $<NOW>$, not $<WAS>$, so the answer is incorrect.",
        "In fact $<LR> = <NOW>$, whereas we used $<WAS>$.",
        "The value $<WAS>$ for $<LR>$ is wrong; it should be $<NOW>$.",
        "Here $<LR>$ was evaluated as $<WAS>$, but $<LR> = <NOW>$.",
        "We find $<LR> = <NOW> \\neq <WAS>$, an error.",
    )
    fix_sum = (
        "The partial products are right, but their sum is not.",
        "We made an error in adding the terms.",
        "The terms are correct and the addition is wrong.",
        "The last equality of the display fails.",
        "The sum was evaluated incorrectly.",
        "The error lies in the final addition.",
    )
    resum = (
        "Hence $<SUM> = <N>$.",
        "Correcting this, $<SUM> = <N>$.",
        "The sum becomes $<SUM> = <N>$.",
        "With the correct values, $<SUM> = <N>$.",
        "It follows that $<SUM> = <N>$.",
        "Adding again, $<SUM> = <N>$.",
    )
    second = (
        "Expanding differently,",
        "By a different decomposition,",
        "Grouping the factors in another way,",
        "As an independent computation,",
        "Alternatively,",
        "With another splitting,",
    )
    clash = (
        "This differs from $<P>$, so the boxed value was incorrect.",
        "Hence $<P>$ is wrong.",
        "We do not recover $<P>$; the first expansion contains an error.",
        "This contradicts $<P>$, which we withdraw.",
        "So the value $<P>$ must be replaced.",
        "Since this is not $<P>$, we made a mistake before.",
    )
    agree = (
        "This agrees with the boxed value.",
        "The same value is obtained.",
        "Both expansions agree.",
        "This matches.",
        "We recover the same product.",
        "The values coincide.",
    )
    confirms = (
        "The solution is correct.",
        "Thus the answer is verified.",
        "All steps are valid.",
        "No error is found.",
        "This confirms the result.",
        "Hence the computation is right.",
        "Correct.",
    )
    finals = (
        "**Final answer:** $\\boxed{<N>}$",
        "Final answer: $\\boxed{<N>}$",
        "The final answer is $\\boxed{<N>}$.",
        "Final answer: $<N>$.",
    )
    doubts = (
        "**Check.** One may ask whether a carry was lost; retracing the sum, none was. Correct.",
        "We verify that every digit of $<B>$ was used. It was, so nothing changes.",
        "Let us verify the powers of ten. They are as they should be.",
        "At first sight the sum looks too small, but the display holds.",
        "**Reflection.** It is conceivable that a term is off, but we find no error.",
        "Was the distributive law applied to all terms? Yes, it was.",
    )
    slips = (
        "<BAD> \\;\\text{(no: } <V>\\text{)}",
        "<V> \\quad (\\text{not } <BAD>)",
        "\\cancel{<BAD>}\\; <V>",
        "<BAD> \\to <V> \\;\\text{(corrected)}",
    )
    digit_ok = (
        "Modulo $10$ we have $<XY> = <Z> \\equiv <E>$, consistent with $<C>$.",
        "The units digit of the product is that of $<XY> = <Z>$, in agreement with $<C>$.",
        "Since $<XY> = <Z>$, the product ends in $<E>$, as does $<C>$.",
    )
    digit_bad = (
        "Modulo $10$ we have $<XY> = <Z> \\equiv <E>$, which is inconsistent with $<P>$.",
        "Since $<XY> = <Z>$, the product ends in $<E>$, unlike $<P>$.",
        "The units digit has to be that of $<XY> = <Z>$, but $<P>$ does not end in $<E>$.",
    )
    rough_ok = (
        "We have $<AB> \\approx <RR> = <RZ>$, which is compatible with $<C>$.",
        "An estimate is $<RR> = <RZ>$, close to $<C>$.",
        "The magnitude $<RR> = <RZ>$ supports $<C>$.",
    )

    def inline(self, t: Telling, work: Work) -> str:
        lines = ["$" + self.eq(t, term) + "$" for term in work.terms]
        return ", ".join(lines) + f" and ${self.join(t, work)} = {self.n(t, work.total)}$"

    def ticks(self, t: Telling, lines: list[str]) -> str:
        return t.one("Indeed ", "We have ", "Again ", "") + " and ".join(f"${line}$" for line in lines) + "."

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return t.one("Directly, ", "We have ", "Multiplying, ") + f"${self.eq(t, work.terms[0])}$. "
        if t.flag("terms", 0.4):
            shown = [f"{self.lr(t, i.left, i.right)} &= {self.product(t, i)}" for i in work.terms]
            shown.append(f"{self.join(t, work)} &= {self.n(t, work.total)}")
            body = " \\\\\n".join(shown)
        else:
            head = f"{self.lr(t, work.a, work.b)} &= {self.n(t, work.a)} \\times ({self.parts(t, work)})"
            expanded = f"&= {self.lr(t, work.terms[0].left, work.terms[0].right)}" + "".join(
                f" {'+' if i.sign > 0 else '-'} {self.lr(t, i.left, i.right)}" for i in work.terms[1:]
            )
            rows = [head, expanded, f"&= {self.join(t, work)}"]
            if len(work.terms) > 3 and t.chance(0.5):
                first = work.steps()[0]
                rest = "".join(f" {'+' if i.sign > 0 else '-'} {self.n(t, i.value)}" for i in work.terms[2:])
                rows.append(f"&= {self.n(t, first[3])}{rest}")
            rows.append(f"&= {self.n(t, work.total)}")
            body = " \\\\\n".join(rows)
        name = "aligned" if t.flag("aligned", 0.5) else "align*"
        if name == "aligned":
            return f"\\[\n\\begin{{aligned}}\n{body}\n\\end{{aligned}}\n\\]\n"
        return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"


class NtDigitwiseRetry(NtLoop):
    """Small letters, digit by digit from the right with carries, short flags after the check."""

    x = "*"
    words = "plain"
    rows = True
    methods = ("low",)
    others = ("low", "swapped", "high")
    intros = ("", "task: <AB>\n", "multiply <AB> digit by digit, right to left.\n", "solve <AB>\n")
    commits = ("result: <N>", "result = <N>", "result is <N>", "=> result <N>", "result: <N>.")
    opens = (
        "check:",
        "now check.",
        "checking the result:",
        "verify:",
        "one check:",
        "go back and check:",
    )
    reviews = (
        "read the rows again from the right.",
        "look at the carries row by row.",
        "go over the digits again.",
        "rows and shifts looked at again.",
        "walk through the carries.",
        "each digit once more.",
    )
    mistakes = (
        "check failed.",
        "this is wrong.",
        "not ok, the result is wrong.",
        "error found.",
        "wrong result.",
        "the result does not pass.",
        "fail.",
    )
    restarts = (
        "redo:",
        "again from the start:",
        "retry:",
        "do the rows again:",
        "second try:",
        "start over:",
        "new try:",
    )
    bad_step = (
        "row <STEP> is wrong.",
        "<STEP> is not right.",
        "the row <STEP> has a bad carry.",
        "i get something else for the row <STEP>.",
        "bad row: <STEP>.",
        "carry lost in <STEP>.",
    )
    fix_term = (
        "row <LR> is <NOW>, i wrote <WAS>. wrong.",
        "<LR> = <NOW> and not <WAS>.",
        "carry error in <LR>: <WAS> must be <NOW>.",
        "bad row <LR>: had <WAS>, is <NOW>.",
        "the row <LR> was <WAS>, correct value <NOW>.",
        "wrong: <LR> is not <WAS>, it is <NOW>.",
    )
    fix_sum = (
        "rows ok, but the sum is wrong.",
        "wrong: carry lost when adding the rows.",
        "error in the addition.",
        "the rows were added wrong.",
        "sum of rows is not right.",
        "addition failed.",
    )
    resum = (
        "<SUM> = <N>.",
        "sum now: <SUM> = <N>.",
        "add again: <SUM> = <N>.",
        "rows: <SUM> = <N>.",
        "new sum <SUM> = <N>.",
        "so <SUM> = <N>.",
    )
    second = (
        "other order:",
        "swap roles:",
        "with the other split:",
        "another way:",
        "from the other side:",
        "different rows:",
    )
    clash = (
        "not equal to <P>. <P> is wrong.",
        "does not match <P>, so <P> was wrong.",
        "mismatch with <P>, the rows above are wrong.",
        "<P> fails.",
        "so <P> is out.",
        "differs from <P>: error in the first rows.",
    )
    agree = ("equal.", "same.", "match.", "agrees.", "same number.", "identical.")
    confirms = ("ok.", "check passed.", "correct.", "no error.", "all good.", "pass.", "result stands.")
    finals = ("final: <N>", "final result: <N>", "final = <N>", "done. final: <N>", "final answer: <N>")
    doubts = (
        "check: is the shift of the last row right? yes. pass.",
        "hm, a carry may be missing? no, all there. ok.",
        "check: number of rows = number of nonzero digits. ok.",
        "not sure about one carry. looked at it, it is fine. pass.",
        "check skipped.",
        "check: did i take the digits of <B> in order? yes. ok.",
    )
    slips = ("<BAD> no, <V>", "<BAD> (carry forgotten) -> <V>", "<BAD>, wait, <V>", "<BAD> -> fix: <V>", "<BAD> x <V>")
    digit_ok = (
        "last digit: <XY> = <Z>, ends in <E>, <C> too.",
        "units <XY> = <Z> -> <E>. <C> ends in <E>.",
        "ends in <E> (<XY> = <Z>), fits.",
    )
    digit_bad = (
        "last digit: <XY> = <Z>, must end in <E>, <P> does not.",
        "units <XY> = <Z> -> <E>. <P> has another last digit.",
        "must end in <E> (<XY> = <Z>), <P> no.",
    )
    rough_ok = (
        "size: <RR> = <RZ>, <C> is near.",
        "about <RR> = <RZ>. <C> fits.",
        "rough value <RZ> from <RR>, so <C> is plausible.",
    )
    slip_share = 0.04

    def begin(self, t: Telling) -> None:
        self.slips = self.slips[:4]
        super().begin(t)

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return self.eq(t, work.terms[0]) + "\n"
        lines = []
        for number, term in enumerate(work.terms, start=1):
            zeros = _zeros(term.right)
            digit = term.right // 10**zeros
            label = t.one(f"row {number}: ", f"row {number}: ") if t.flag("rows", 0.7) else "- "
            line = label + f"{self.lr(t, term.left, term.right)}"
            traced = (
                digit < 10
                and term.left > 9
                and term.value == term.left * term.right
                and (term.left < 10000 or number < 3)
                and t.flag("trace", 0.7)
            )
            if traced and zeros < 6:
                carry, moves = 0, []
                digits = [int(d) for d in reversed(str(term.left))]
                for place, d in enumerate(digits):
                    here = d * digit + carry
                    shown = f"{d}*{digit}" + (f"+{carry}" if carry else "") + f"={here}"
                    if place < len(digits) - 1:
                        carry = here // 10
                        shown += f" w{here % 10}" + (f" c{carry}" if carry else "")
                    moves.append(shown)
                line += ": " + ", ".join(moves) + f" -> {self.n(t, term.left * digit)}"
                if zeros:
                    line += f", shift {zeros} -> {self.n(t, term.value)}"
            else:
                line += f" = {self.product(t, term)}"
            lines.append(line)
        lines.append(t.one("add: ", "sum: ", "add rows: ") + f"{self.join(t, work)} = {self.n(t, work.total)}")
        return "\n".join(lines) + "\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        return "\n" + " ".join(text for text in (opening, body, verdict) if text) + "\n"


class NtCommentedScript(NtLoop):
    """Code that was never run: values in comments, the check in comments too."""

    x = "*"
    words = "underscore"
    methods = ("high", "low", "chunks")
    slip_share = 0.03
    commits = ("answer = <N>",)
    opens = (
        "# let me check",
        "# verify",
        "# check the steps",
        "# self-check",
        "# review",
        "# sanity check",
        "# now validate the answer",
    )
    reviews = (
        "# go through the variables once more",
        "# reread the lines above",
        "# trace the values again",
        "# walk through the partial products",
        "# look at every comment again",
        "# compare each value with its expression",
    )
    mistakes = (
        "# status: wrong",
        "# status: FAILED",
        "# bug found, answer is wrong",
        "# status: incorrect",
        "# check failed",
        "# that's a mistake",
        "# not correct",
    )
    restarts = (
        "# recompute",
        "# fixed version",
        "# rewrite",
        "# retry",
        "# second version",
        "# start over",
        "# redo the computation",
    )
    bad_step = (
        "# <STEP> is not true",
        "# wrong value: <STEP>",
        "# <STEP> -> False",
        "# this line is wrong: <STEP>",
        "# the comment <STEP> does not hold",
        "# bad value in <STEP>",
    )
    fix_term = (
        "# <LR> is <NOW>, not <WAS>",
        "# bug: <LR> should be <NOW> (had <WAS>)",
        "# wrong value for <LR>: <WAS> -> <NOW>",
        "# <LR> == <WAS> is False, it is <NOW>",
        "# mistake in <LR>: got <WAS>, expected <NOW>",
        "# <LR> gives <NOW>; the comment above says <WAS>",
    )
    fix_sum = (
        "# partial products ok, the total is wrong",
        "# bug in the addition",
        "# the sum was added up wrong",
        "# all products hold, the last line does not",
        "# wrong total",
        "# error in total",
    )
    resum = (
        "total = <SUM>  # <N>",
        "total = <SUM>  # now <N>",
        "total = <SUM>  # should be <N>",
        "total = <SUM>  # -> <N>",
        "total = <SUM>  # corrected: <N>",
    )
    second = (
        "# other way round",
        "# alternative split",
        "# independent computation",
        "# cross-check with different parts",
        "# compute it differently",
        "# second method",
    )
    clash = (
        "# != <P>, so the first answer is wrong",
        "# <P> was wrong",
        "# mismatch with <P>: bug in the first version",
        "# does not equal <P>, replace it",
        "# answer <P> does not hold",
        "# so <P> is a mistake",
    )
    agree = (
        "# same value",
        "# equal",
        "# matches answer",
        "# agrees with total",
        "# identical",
        "# both versions agree",
    )
    confirms = (
        "# status: OK",
        "# status: correct",
        "# correct",
        "# all good",
        "# check passed",
        "# no bug found",
        "# verified",
    )
    finals = (
        "# final answer: <N>",
        "print(answer)  # <N>",
        "return answer  # <N>",
        "final_answer = answer  # <N>",
        "# => final answer <N>",
    )
    doubts = (
        "# hmm, is the order of the factors right? yes",
        "# could a part of b be missing? no, the parts sum to <B>",
        "# not run, but the values look right",
        "# one more look at the zeros... fine",
        "# was a copied right? yes, <A>",
        "# TODO check with an interpreter; I trust the trace",
    )
    slips = ("<BAD> -> no, <V>", "<BAD>? no: <V>", "<V> (not <BAD>)", "<BAD>, typo, <V>")
    digit_ok = (
        "# last digit: <XY> = <Z> -> <E>, ok for <C>",
        "# <C> % 10 == <E>, as <XY> = <Z>",
        "# units: <XY> = <Z>, ends in <E>, ok",
    )
    digit_bad = (
        "# last digit: <XY> = <Z> -> <E>, but <P> ends differently",
        "# <P> % 10 should be <E> (<XY> = <Z>), it is not",
        "# units: <XY> = <Z>, must end in <E>, <P> does not",
    )
    rough_ok = (
        "# magnitude: <RR> = <RZ>, <C> is close",
        "# approx <RR> = <RZ> -> <C> plausible",
        "# rough: <RZ> (<RR>), ok",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.flag("fence", 0.6)

    def first(self, t: Telling) -> str:
        head = t.one("# compute <AB>", "# <AB>, step by step", "# multiply", "").replace("<AB>", t.ab)
        start = "```python\n" if t.flag("fence", 0.6) else ""
        setup = t.one(f"a, b = {t.n(t.a)}, {t.n(t.b)}\n", f"a = {t.n(t.a)}\nb = {t.n(t.b)}\n")
        return start + (head + "\n" if head else "") + setup + self.solution(t, t.work) + self.commit(t)

    def lines(self, t: Telling, work: Work) -> str:
        var = "a" if work.a == t.a else "b"
        named = t.flag("p", 0.5)
        out, names = [], []
        for number, term in enumerate(work.terms):
            name = f"p{number}" if named else f"part_{number + 1}"
            left = var if term.left == work.a else t.n(term.left)
            out.append(f"{name} = {left} * {t.n(term.right)}  # {self.product(t, term)}")
            names.append((term.sign, name))
        expression = names[0][1] + "".join(f" {'+' if sign > 0 else '-'} {name}" for sign, name in names[1:])
        out.append(f"total = {expression}  # {t.n(work.total)}")
        return "\n".join(out) + "\n"

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return f"total = a * b  # {t.n(work.total)}\n"
        return self.lines(t, work)

    def inline(self, t: Telling, work: Work) -> str:
        return "\n" + self.lines(t, work).rstrip("\n")

    def ticks(self, t: Telling, lines: list[str]) -> str:
        mark = t.one(" ok", "  -> ok", " True", " (ok)")
        return "\n".join(f"# {line}{mark}" for line in lines)

    def tell_clash(self, t: Telling, opening: str, work: Work) -> str:
        body = self.fill(t, self.second) + self.inline(t, work) + "\n" + self.fill(t, self.clash)
        return self.block(t, opening, body, "", False) + self.commit(t)

    def tell_fix(self, t: Telling, opening: str, mended: Mended) -> str:
        text = super().tell_fix(t, opening, mended)
        return re.sub(r"(?<=[^ \n]) # ", "\n# ", text.replace(" total = ", "\ntotal = "))

    def gap(self, t: Telling) -> str:
        return "\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        return "\n\n" + "\n".join(text.strip() for text in (opening, body, verdict) if text) + "\n"

    def finish(self, t: Telling, text: str) -> str:
        text = re.sub(" (?=[\ue000-\ue003]*\n)", "", text.replace(". # ", "\n# "))
        return text.rstrip() + ("\n```" if t.flag("fence", 0.6) else "")


class NtColumnExaminer(NtLoop):
    """Columns in a fence, the result in a sentence, an examiner's tone in the check."""

    x = "x"
    words = "comma"
    rows = True
    methods = ("low",)
    others = ("low", "swapped")
    intros = (
        "Set up the multiplication in columns:\n",
        "I will write this as long multiplication.\n",
        "Long multiplication:\n",
        "The two numbers one under the other:\n",
        "Write <AB> in columns.\n",
    )
    commits = (
        "The result is <N>.",
        "Result: <N>.",
        "So the result is <N>.",
        "This gives the result <N>.",
        "Reading off the total, the result is <N>.",
        "The total is the result: <N>.",
    )
    opens = (
        "Examining the rows:",
        "Double-checking the rows:",
        "Inspection of the columns:",
        "Now I examine the work above.",
        "Reviewing the columns:",
        "Checking the long multiplication:",
    )
    reviews = (
        "the rows and the carries are examined once more.",
        "each row is compared with its digit.",
        "I look at every row and at the bottom line.",
        "the shifts and the carries are gone through again.",
        "I go from the top row to the bottom line.",
        "the columns are read from right to left again.",
    )
    mistakes = (
        "The work above is faulty.",
        "A mistake was made.",
        "The result does not stand.",
        "The result is not right.",
        "This is an error on my part.",
        "The result above is wrong and has to be discarded.",
    )
    restarts = (
        "I set it up again:",
        "The multiplication is repeated:",
        "A fresh set of columns:",
        "Once more, from the top:",
        "Here is the work done again:",
        "I rewrite the columns:",
    )
    bad_step = (
        "the row <STEP> is not right.",
        "one row is off, namely <STEP>.",
        "<STEP> cannot be right.",
        "a carry went missing in <STEP>.",
        "the row <STEP> was miscalculated.",
        "I do not find <STEP> when I repeat it.",
    )
    fix_term = (
        "the row <LR> has to be <NOW>, not <WAS>.",
        "<LR> comes to <NOW>; the row shows <WAS>, a mistake.",
        "a carry was lost in <LR>, which is <NOW> and not <WAS>.",
        "one row is faulty: <LR> = <NOW>, where <WAS> was written.",
        "where <WAS> stands, <LR> = <NOW> should stand.",
        "the entry <WAS> is a mistake, as <LR> = <NOW>.",
    )
    fix_sum = (
        "the rows are right, the bottom line is not.",
        "the rows pass, but a carry was lost in the addition.",
        "the addition of the rows is faulty.",
        "the bottom line is wrong.",
        "no row is wrong, yet the addition is.",
        "the columns were added incorrectly.",
    )
    resum = (
        "The bottom line then reads <SUM> = <N>.",
        "Adding the rows anew, <SUM> = <N>.",
        "Corrected addition: <SUM> = <N>.",
        "The rows now give <SUM> = <N>.",
        "The addition becomes <SUM> = <N>.",
        "This makes <SUM> = <N>.",
    )
    second = (
        "with other rows,",
        "with the factors exchanged,",
        "by rows taken from the other number,",
        "as a control,",
        "in a different arrangement,",
        "for comparison,",
    )
    clash = (
        "The columns said <P>, which is therefore faulty.",
        "This does not bear out <P>.",
        "The earlier <P> has to go.",
        "The columns above, with <P>, contain a mistake.",
        "So <P> was a mistake.",
        "It disagrees with <P>, and the control is to be trusted.",
    )
    agree = (
        "The same as the bottom line.",
        "This is what the columns gave.",
        "The control agrees.",
        "No discrepancy.",
        "It bears out the result.",
        "The bottom line is reproduced.",
    )
    confirms = (
        "The work is in order.",
        "Nothing to correct.",
        "The result stands.",
        "The examination finds no fault.",
        "The rows are right.",
        "The multiplication is correct.",
    )
    finals = (
        "Final result: <N>.",
        "The final result is <N>.",
        "Final result = <N>",
        "I conclude with <N>.",
        "<AB> = <N>",
    )
    doubts = (
        "One row looked too short at first glance, but its zeros account for that. The work is in order.",
        "The alignment of the columns was worth a second look; it is right.",
        "Was a carry left over at the end? No. Nothing to correct.",
        "I considered whether the rows were in the wrong places. They are not.",
        "I have not examined every carry, but I see no reason to change anything.",
        "Does the number of rows fit the digits of <B>? It does, and the result stands.",
    )
    slips = ("<BAD>, rather <V>", "<BAD>; no, <V>")
    digit_ok = (
        "the units column has <XY> = <Z>, so <E> at the end, as in <C>.",
        "the final digit of <C> agrees with <XY> = <Z>.",
        "<XY> = <Z> puts <E> in the units place, where <C> has it.",
    )
    digit_bad = (
        "the units column has <XY> = <Z>, so <E> at the end, unlike <P>.",
        "the final digit of <P> disagrees with <XY> = <Z>.",
        "<XY> = <Z> puts <E> in the units place, where <P> does not have it.",
    )
    rough_ok = (
        "by rounding, <RR> = <RZ>, which suits <C>.",
        "<C> is of the size of <RR> = <RZ>.",
        "a rough product is <RR> = <RZ>, not far from <C>.",
    )

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            wide = max(len(str(number)) for number in (work.a, work.b, work.total)) + 2
            rule = "-" * wide
            rows = [str(work.a).rjust(wide), "x" + str(work.b).rjust(wide - 1), rule, str(work.total).rjust(wide)]
            return "```\n" + "\n".join(rows) + "\n```\n"
        terms = sorted(work.terms, key=lambda term: term.right)
        wide = max(len(str(number)) for number in [work.a, work.b, work.total, *(i.value for i in terms)]) + 2
        rule = t.one("-", "-", "=") * wide
        lines = [str(work.a).rjust(wide), "x" + str(work.b).rjust(wide - 1), "-" * wide]
        labels = t.flag("labels", 0.6)
        for place, term in enumerate(terms):
            sign = "+" if place == len(terms) - 1 else " "
            note = f"    {term.left} x {term.right}" if labels else ""
            lines.append(sign + str(term.value).rjust(wide - 1) + note)
        lines += [rule, str(work.total).rjust(wide)]
        return "```\n" + "\n".join(lines) + "\n```\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        if (opening.endswith(".") and body) or (not opening and body):
            body = body[0].upper() + body[1:]
        text = " ".join(text for text in (opening, body, verdict) if text)
        if opening.endswith(":") and not body:
            text = opening[:-1] + " shows a fault. " + verdict if not good else text
        return "\n\n" + text + "\n"


class NtRunningTotalSelfTalk(NtLoop):
    """A running total kept line by line, spaces in the numbers, the dot as sign; a quiet self-address."""

    x = "·"
    words = "space"
    methods = ("high", "high", "low")
    intros = (
        "I keep a running total.\n",
        "Running total for <AB>:\n",
        "Take <B> apart and collect the pieces.\n",
        "",
        "I go part by part and add as I go.\n",
    )
    commits = (
        "I have <N> as my answer.",
        "My answer: <N>.",
        "I answer <N>.",
        "That leaves me with <N> as the answer.",
        "I put down <N>.",
        "So my answer is <N>.",
        "I end up at <N>, my answer.",
    )
    opens = (
        "Now I look back.",
        "Before I finish, a look back.",
        "Am I sure? I look again.",
        "I test this.",
        "I ask myself whether this holds.",
        "Reflection:",
        "Pause. Does this hold?",
    )
    reviews = (
        "I follow the running total from line to line.",
        "I repeat the pieces silently.",
        "I go through the pieces in order.",
        "I read my lines again.",
        "I follow every addition.",
        "I compare the pieces with <B>.",
    )
    mistakes = (
        "No, I was wrong.",
        "I went wrong somewhere.",
        "I see that I erred.",
        "My answer is not right.",
        "No, this does not hold.",
        "I take that answer back.",
        "I have to reject my answer.",
    )
    restarts = (
        "I begin again.",
        "Again, with care.",
        "I do it over.",
        "Another run:",
        "I collect the pieces afresh.",
        "Once more.",
        "I build the total up again.",
    )
    bad_step = (
        "I said <STEP>, and that is wrong.",
        "<STEP> is where I slipped.",
        "What I wrote, <STEP>, is not so.",
        "The piece <STEP> is wrong.",
        "I stumble over <STEP>; it is not true.",
        "My slip is in <STEP>.",
    )
    fix_term = (
        "The piece <LR> is <NOW>, and I had <WAS>.",
        "I slipped at <LR>: <NOW>, not <WAS>.",
        "I took <LR> as <WAS>, but it is <NOW>, so I was wrong.",
        "<LR> makes <NOW>. I had written <WAS>, my error.",
        "I see my error: <LR> is <NOW> and not <WAS>.",
        "Wrong at <LR>: instead of <WAS> I need <NOW>.",
    )
    fix_sum = (
        "The pieces are right, but I slipped in the last addition.",
        "My pieces hold; my adding was wrong.",
        "I erred in the last line.",
        "The pieces do not come to what I said.",
        "I slipped while adding up.",
        "My running total goes wrong at the end.",
    )
    resum = (
        "So the total is <SUM> = <N>.",
        "Then <SUM> = <N>.",
        "Together <SUM> = <N>.",
        "The pieces now make <SUM> = <N>.",
        "I add once more: <SUM> = <N>.",
        "Total: <SUM> = <N>.",
    )
    second = (
        "Taken apart differently:",
        "From the other side:",
        "With other pieces:",
        "Another way to see it:",
        "I take other pieces:",
        "In another order:",
    )
    clash = (
        "That is not <P>. I was wrong the first time.",
        "So <P> was my error.",
        "I cannot keep <P>.",
        "I said <P>, and that is wrong.",
        "It is not <P>, so I take that back.",
        "This overturns <P>.",
    )
    agree = (
        "The same again.",
        "It comes out the same.",
        "That is what I had.",
        "No change.",
        "I arrive at the same place.",
        "It meets my answer.",
    )
    confirms = (
        "Yes, it holds.",
        "I am satisfied.",
        "It is right.",
        "Yes, I was right.",
        "I find no slip.",
        "It stands.",
        "I keep it.",
    )
    finals = (
        "My final answer is <N>.",
        "Final: <N>.",
        "I stay with <N>.",
        "So it is <N>.",
        "My final answer: <N>",
    )
    doubts = (
        "Am I sure? A small doubt about the last addition remains, but I leave it.",
        "I ask myself whether I skipped a piece. I did not.",
        "Did I lose a zero? I look, and no zero is lost.",
        "Something bothers me about the first piece, yet it is right when I look again.",
        "Could it be smaller? No, the pieces are what they are.",
        "I might test it, but I trust the running total.",
    )
    slips = (
        "<BAD> — no, <V>",
        "<BAD>, or rather <V>",
        "<BAD>... no: <V>",
        "<BAD> (slip: <V>)",
        "<BAD>, I mean <V>",
    )
    digit_ok = (
        "The ending: <XY> = <Z>, hence <E>, and I do have <E> at the end.",
        "At the end I expect <E>, from <XY> = <Z>, and <C> has it.",
        "<XY> = <Z> asks for a final <E>; <C> obeys.",
    )
    digit_bad = (
        "The ending: <XY> = <Z>, hence <E>, but <P> ends otherwise.",
        "At the end I expect <E>, from <XY> = <Z>, and <P> lacks it.",
        "<XY> = <Z> asks for a final <E>; <P> has another digit there.",
    )
    rough_ok = (
        "In round numbers <RR> = <RZ>, and <C> lies near.",
        "Roughly <RZ> was to be expected, from <RR>, so <C> is no surprise.",
        "<RR> = <RZ> is the size of <C>.",
    )

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return t.one("At once: ", "", "In one go: ") + self.eq(t, work.terms[0]) + ".\n"
        first = work.terms[0]
        lines = [f"{self.lr(t, first.left, first.right)} = {self.product(t, first)}"]
        arrow = t.flag("arrow", 0.5)
        for term, (so_far, sign, value, result) in zip(work.terms[1:], work.steps(), strict=True):
            mark = "+" if sign > 0 else "-"
            line = f"{self.lr(t, term.left, term.right)} = {self.product(t, term)}"
            if arrow:
                lines.append(f"{line} → {self.n(t, so_far)} {mark} {self.n(t, value)} = {self.n(t, result)}")
            else:
                word = t.one("total now", "so far", "total")
                if result == work.total and value == work.terms[-1].value and term is work.terms[-1]:
                    word = "together"
                lines.append(f"{line}, {word} {self.n(t, so_far)} {mark} {self.n(t, value)} = {self.n(t, result)}")
        return "\n".join(lines) + "\n"


class NtAreYouSureTimes(NtLoop):
    """Plain prose with 'times' and 'plus', a question to oneself after each answer."""

    x = "times"
    words = "plain"
    methods = ("high", "chunks", "swapped")
    slip_share = 0.06
    intros = (
        "I need to find <AB>. ",
        "To work out <AB>, I will split one of the numbers. ",
        "First I think about how to break this up. ",
        "Let me think. ",
        "",
    )
    commits = (
        "My answer is <N>.",
        "So I say the answer is <N>.",
        "I think the answer is <N>.",
        "My answer would be <N>.",
        "So the answer I get is <N>.",
        "That makes my answer <N>.",
        "I'll answer <N>.",
    )
    opens = (
        "Am I sure?",
        "Is that right?",
        "Did I do that correctly?",
        "Can I trust this answer?",
        "Is my answer correct?",
        "Does it all hold together?",
        "Would I bet on this?",
    )
    reviews = (
        "Let me think it over.",
        "I went through the steps again in my head.",
        "Let me retrace what I did.",
        "I am going to reread that.",
        "Let me look at how I split the numbers.",
        "I'm looking at each part again.",
    )
    mistakes = (
        "No, I made a mistake.",
        "No, that's wrong.",
        "No, it isn't right.",
        "No, I messed up.",
        "No, I got that wrong.",
        "No, my answer is incorrect.",
        "No, there's a mistake in there.",
    )
    restarts = (
        "Let me do it again.",
        "Let me try that again.",
        "I'll work it out again.",
        "I'll redo it from scratch.",
        "Let me start from the beginning.",
        "Let me recalculate.",
        "I'll give it another go.",
    )
    bad_step = (
        "I said that <STEP>, and that isn't true.",
        "The part where <STEP> is off.",
        "Hmm, <STEP> can't be right.",
        "I don't think <STEP> is true.",
        "Looking at <STEP>, I see it's wrong.",
        "I got <STEP>, which is a slip.",
    )
    fix_term = (
        "No, because <LR> is <NOW> and I used <WAS>.",
        "No. I said <LR> was <WAS>, but it's <NOW>.",
        "No, I made a mistake with <LR>. It should be <NOW> instead of <WAS>.",
        "Not quite: <LR> is actually <NOW>, not <WAS>.",
        "No, I got <LR> wrong. It's <NOW>, and I had <WAS>.",
        "No, <LR> isn't <WAS>, it's <NOW>.",
    )
    fix_sum = (
        "No, I added the parts wrong.",
        "No. The parts are fine but I messed up the adding.",
        "Not quite, my addition was off.",
        "No, I made a mistake when I put the parts together.",
        "No, the parts don't add up to that.",
        "No, the last bit of adding is wrong.",
    )
    resum = (
        "So <SUM> is <N>.",
        "Adding it up again, <SUM> is <N>.",
        "That means <SUM> comes to <N>.",
        "Now <SUM> gives <N>.",
        "Put together, <SUM> makes <N>.",
        "Then <SUM> is <N>.",
    )
    second = (
        "If I split it another way,",
        "Let me try it a different way:",
        "Doing it the other way round,",
        "If I use different parts,",
        "Let me work it out another way:",
        "Going about it differently,",
    )
    clash = (
        "That isn't <P>, so no, I got it wrong before.",
        "So no, <P> was wrong.",
        "I had <P>, which must be a mistake.",
        "That's different from <P>, and I can see now that <P> was wrong.",
        "So <P> was not right.",
        "No, it's not <P> then.",
    )
    agree = (
        "That's the same thing.",
        "I get the same answer.",
        "Same answer both ways.",
        "It comes out equal.",
        "It works out the same.",
        "That matches what I said.",
    )
    confirms = (
        "Yes, I'm sure.",
        "Yes, it's right.",
        "Yes, that's correct.",
        "Yes, I trust it.",
        "Yes, everything checks out.",
        "Yes, I did it correctly.",
        "Yes.",
    )
    finals = (
        "So the final answer is <N>.",
        "The final answer is <N>.",
        "I'm going with <N>.",
        "<AB> is <N>.",
        "I'll stick with <N>.",
    )
    doubts = (
        "Am I sure? Mostly. I can't see anything wrong with it.",
        "Is that right? It looks big, but these are big parts. Yes, I'm fine with it.",
        "Did I leave out a part? No, I used them all.",
        "Is my answer correct? I worried about the zeros for a second, but they're fine.",
        "Can I trust this answer? I haven't got a better way of doing it, so yes.",
        "Did I mix up any digits? I don't think so.",
    )
    slips = (
        "<BAD>, no wait, <V>",
        "<BAD>, sorry, <V>",
        "<BAD>, hang on, that's <V>",
        "<BAD>, I mean <V>",
        "<BAD>, oops, <V>",
        "<BAD>, no, it's <V>",
    )
    digit_ok = (
        "The last digits are fine: <XY> is <Z>, and <C> does end in <E>.",
        "Well, <XY> is <Z>, so it should end in <E>, and it does.",
        "It has to end in <E> because <XY> is <Z>, and <C> does.",
    )
    digit_bad = (
        "Well, <XY> is <Z>, so it should end in <E>, and <P> doesn't.",
        "It has to end in <E> because <XY> is <Z>, but <P> doesn't.",
        "The last digit is off: <XY> is <Z>, so I need a <E> at the end of it, not what <P> has.",
    )
    rough_ok = (
        "It should be somewhere around <RR>, which is <RZ>, and <C> is close.",
        "Well, <RR> is <RZ>, so <C> sounds about right.",
        "A rough guess would be <RZ>, from <RR>. So <C> makes sense.",
    )

    def eq(self, t: Telling, term: Term) -> str:
        return f"{self.lr(t, term.left, term.right)} is {self.n(t, term.value)}"

    def join(self, t: Telling, work: Work) -> str:
        text = self.n(t, work.terms[0].value)
        return text + "".join(f" {'plus' if i.sign > 0 else 'minus'} {self.n(t, i.value)}" for i in work.terms[1:])

    def inline(self, t: Telling, work: Work) -> str:
        return ", ".join(self.eq(t, i) for i in work.terms) + f", and {self.join(t, work)} is {self.n(t, work.total)}"

    def ticks(self, t: Telling, lines: list[str]) -> str:
        lines = [line.replace(" = ", " is ") for line in lines]
        text = t.one(", and ", ", right, and ", ", ").join(lines)
        return text[0].upper() + text[1:] + "."

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return t.one("I know that ", "Straight away, ", "In my head, ") + self.eq(t, work.terms[0]) + ". "
        parts = [self.n(t, i.right) for i in work.terms]
        if work.method == "omitted":
            parts = [self.n(t, part) for part in split(work.b, "high")]
        text = (
            t.one("I split <> into ", "I break <> into ", "I'll take <> apart into ").replace("<>", self.n(t, work.b))
            + ", ".join(parts[:-1])
            + " and "
            + parts[-1]
            + ". "
        )
        for place, term in enumerate(work.terms):
            link = t.one("Then ", "Next, ", "And ", "After that, ") if place else t.one("", "First, ")
            verb = t.one("is", "is", "makes", "gives me")
            text += f"{link}{self.lr(t, term.left, term.right)} {verb} {self.product(t, term)}. "
        end = t.one("Adding these, ", "All together, ", "Now ", "When I add them up, ")
        return text + f"{end}{self.join(t, work)} is {self.n(t, work.total)}. "


class NtProposalDecision(NtLoop):
    """Proposed answer, evaluation, decision: the labels of a protocol."""

    labelled = True
    x = "×"
    words = "thin"
    methods = ("high", "chunks", "low", "round")
    intros = ("SOLUTION\n", "SOLUTION\n", "SOLUTION (attempted for <AB>)\n", "PROBLEM: <AB>\nSOLUTION\n")
    commits = ("PROPOSED ANSWER: <N>",)
    opens = ("EVALUATION: ", "EVALUATION: ", "EVALUATION\n")
    reviews = (
        "The derivation was reread in full.",
        "The items were evaluated one at a time.",
        "The products and the sum were evaluated again.",
        "The derivation was compared with the problem.",
        "Each item was considered in turn.",
        "The items and their sum were looked at.",
    )
    mistakes = (
        "DECISION: reject",
        "DECISION: reject, the proposed answer is wrong",
        "DECISION: rejected",
        "DECISION: not accepted",
        "DECISION: revise",
        "DECISION: discard the proposed answer",
    )
    restarts = (
        "SOLUTION (new)\n",
        "NEW SOLUTION\n",
        "REVISED SOLUTION\n",
        "SOLUTION, second version\n",
        "RECOMPUTATION\n",
        "ANOTHER SOLUTION\n",
    )
    bad_step = (
        "Item <STEP> is false.",
        "The item <STEP> is incorrect.",
        "<STEP> does not evaluate to true.",
        "A wrong item was found: <STEP>.",
        "The derivation relies on <STEP>, which is wrong.",
        "<STEP> is in error.",
    )
    fix_term = (
        "<LR> evaluates to <NOW>; the derivation has <WAS>.",
        "Item <LR>: stated <WAS>, true value <NOW>.",
        "The derivation uses <WAS> for <LR>, where <NOW> is right.",
        "Error in <LR>: <WAS> has to be <NOW>.",
        "<LR> = <NOW>, hence the item with <WAS> is wrong.",
        "The value <WAS> of <LR> is wrong and becomes <NOW>.",
    )
    fix_sum = (
        "All items are right; the sum is in error.",
        "The sum was evaluated wrongly.",
        "The items do not sum to the proposed answer.",
        "Error in the summation.",
        "The products pass. The summation fails.",
        "The last line is in error.",
    )
    resum = (
        "Sum: <SUM> = <N>.",
        "Corrected sum: <SUM> = <N>.",
        "Hence <SUM> = <N>.",
        "The items sum to <SUM> = <N>.",
        "Summation: <SUM> = <N>.",
        "With this change, <SUM> = <N>.",
    )
    second = (
        "Alternative derivation:",
        "Independent derivation:",
        "Second derivation for comparison:",
        "Derivation by other items:",
        "Comparison derivation:",
        "Re-derivation with another split:",
    )
    clash = (
        "The proposed <P> is not reproduced.",
        "Conflict with <P>; the first derivation is in error.",
        "<P> is refuted.",
        "This rules out <P>.",
        "The proposed answer <P> is wrong.",
        "The proposal <P> fails this test.",
    )
    agree = (
        "The proposal is reproduced.",
        "Agreement.",
        "Same value.",
        "No conflict.",
        "The derivations agree.",
        "The proposed answer is obtained again.",
    )
    confirms = (
        "DECISION: accept",
        "DECISION: accepted",
        "DECISION: accept, no errors",
        "DECISION: keep",
        "DECISION: accept the proposed answer",
        "DECISION: confirmed",
    )
    finals = ("FINAL ANSWER: <N>",)
    doubts = (
        "EVALUATION: The place values could be questioned, but they are right.\nDECISION: accept",
        "EVALUATION: Low confidence in the sum, no error found.\nDECISION: keep",
        "EVALUATION: not possible in the remaining budget.\nDECISION: keep",
        "EVALUATION: Is every part of <B> covered? Yes.\nDECISION: accept",
        "EVALUATION: A missing zero was suspected; none is missing.\nDECISION: accept",
        "EVALUATION: Confidence high.\nDECISION: accept",
    )
    slips = (
        "<BAD> [struck; <V>]",
        "<BAD>, amended to <V>",
        "<V> (first written <BAD>)",
        "<BAD>, corrected: <V>",
        "<BAD> -> <V> (amended)",
    )
    digit_ok = (
        "Last digit: <XY> = <Z>, requires <E>; <C> has it.",
        "Units test: <XY> = <Z>. <C> passes.",
        "<C> ends in <E>, as <XY> = <Z> requires.",
    )
    digit_bad = (
        "Last digit: <XY> = <Z>, requires <E>; <P> does not have it.",
        "Units test: <XY> = <Z>. <P> fails.",
        "<P> does not end in <E>, as <XY> = <Z> requires.",
    )
    rough_ok = (
        "Magnitude test: <RR> = <RZ>. <C> passes.",
        "Estimate <RR> = <RZ>; <C> is compatible.",
        "Expected size <RR> = <RZ>, so <C> is plausible.",
    )

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.words = t.maths = "comma" if t.flag("comma", 0.5) else "plain"

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return f"(1) {self.eq(t, work.terms[0])}\n"
        lines = []
        if t.flag("decompose", 0.6):
            lines.append(f"{self.n(t, work.b)} = {self.parts(t, work)}")
        lines += [f"{self.lr(t, i.left, i.right)} = {self.product(t, i)}" for i in work.terms]
        lines.append(f"{self.join(t, work)} = {self.n(t, work.total)}")
        return "".join(f"({number}) {line}\n" for number, line in enumerate(lines, start=1))

    def gap(self, t: Telling) -> str:
        return "\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        return "\n" + opening + (body or self.fill(t, self.reviews)) + "\n" + verdict.rstrip("\n") + "\n"

    def doubt(self, t: Telling) -> str:
        return "\n" + self.fill(t, self.doubts) + "\n" + (self.final(t) if t.chance(0.7) else "")

    def closing(self, t: Telling) -> str:
        return super().closing(t).replace("\n\n", "\n")


class NtRoundThenAmend(NtLoop):
    """Round numbers with corrections, squares for near factors; answers after an arrow."""

    x = "x"
    words = "comma"
    methods = ("round", "round", "high")
    others = ("high", "swapped", "chunks", "round")
    intros = (
        "Look for a round number nearby.\n",
        "Trick: use an easier number and adjust.\n",
        "",
        "There is a shortcut for <AB>.\n",
        "I'd rather not multiply this head-on.\n",
    )
    commits = (
        "Answer → <N>",
        "→ Answer: <N>",
        "→ <N> is my answer.",
        "Answer → <N>.",
        "→ My answer: <N>",
    )
    opens = (
        "Quick audit:",
        "Let me test that.",
        "Testing it:",
        "Let me make sure of this.",
        "Time to verify:",
        "Making sure:",
        "A second look:",
    )
    reviews = (
        "I follow the adjustment again.",
        "I retrace the shortcut.",
        "I look at the sign of the adjustment and at the sizes.",
        "I go over the round part and the small part.",
        "I replay the trick.",
        "I look at how the pieces fit together.",
    )
    mistakes = (
        "Nope, that answer is off.",
        "It fails, so the answer is no good.",
        "That was a blunder.",
        "The answer is off.",
        "I slipped up.",
        "My shortcut went astray.",
        "Doesn't hold. I made a mistake.",
    )
    restarts = (
        "Redoing it:",
        "Take two:",
        "Let me rework it:",
        "From the top:",
        "Working it out afresh:",
        "Next try:",
        "Let me redo it with care:",
    )
    bad_step = (
        "<STEP> is off.",
        "I used <STEP>, which is bogus.",
        "<STEP> went wrong.",
        "the piece <STEP> is no good.",
        "I botched <STEP>.",
        "<STEP> isn't true.",
    )
    fix_term = (
        "I botched <LR>: it's <NOW>, not <WAS>.",
        "<LR> should have been <NOW>; I used <WAS>.",
        "the piece <LR> is off: <WAS> ought to be <NOW>.",
        "oops, <LR> = <NOW>, and I took <WAS>.",
        "a blunder: <LR> is <NOW> rather than <WAS>.",
        "I see <LR> as <WAS> up there, but it's <NOW>.",
    )
    fix_sum = (
        "the pieces are right, I combined them badly.",
        "I botched the last bit of arithmetic.",
        "the adjustment was carried out wrongly.",
        "a blunder in combining the pieces.",
        "oops, the final combination is off.",
        "the pieces don't combine to that.",
    )
    resum = (
        "So it's <SUM> = <N>.",
        "Putting it together: <SUM> = <N>.",
        "Adjusting: <SUM> = <N>.",
        "Now <SUM> = <N>.",
        "With that, <SUM> = <N>.",
        "Combining again, <SUM> = <N>.",
    )
    second = (
        "the long way,",
        "without the trick,",
        "by brute force,",
        "with a different trick,",
        "piece by piece,",
        "another route:",
    )
    clash = (
        "That's not <P>, so <P> was a blunder.",
        "So much for <P>; it was off.",
        "<P> is off, then.",
        "My <P> was wrong.",
        "It disagrees with <P>, and I trust this one.",
        "So I drop <P>.",
    )
    agree = (
        "Same thing.",
        "It lands on the same number.",
        "Agreed.",
        "Spot on.",
        "The trick and this agree.",
        "They match.",
    )
    confirms = (
        "Holds up.",
        "All fine.",
        "Good.",
        "The shortcut was right.",
        "Nothing wrong here.",
        "Verified.",
        "It's right.",
    )
    finals = (
        "Final → <N>",
        "Final answer → <N>",
        "→ Final answer: <N>",
        "Settled: <N>",
        "Done → <N>",
    )
    doubts = (
        "Did I adjust in the right direction? I did. All fine.",
        "Tempted to second-guess the adjustment, but it's right.",
        "A second look: should the correction be larger? No, that's the right amount.",
        "Not my cleanest shortcut, but I see nothing wrong.",
        "Making sure the sign is right... it is. Good.",
        "Is the small piece too small? No. Holds up.",
    )
    slips = (
        "<BAD>, scratch that, <V>",
        "<BAD>, oops, <V>",
        "<BAD> (no, <V>)",
        "<BAD>... make that <V>",
        "<BAD>, make it <V>",
    )
    digit_ok = (
        "ending: <XY> = <Z>, so a final <E>; <C> has that.",
        "<XY> = <Z>, and <C> does end in <E>.",
        "final digit <E> expected (<XY> = <Z>), final digit <E> found.",
    )
    digit_bad = (
        "ending: <XY> = <Z>, so a final <E>; <P> doesn't have that.",
        "<XY> = <Z>, and <P> doesn't end in <E>.",
        "final digit <E> expected (<XY> = <Z>), not found in <P>.",
    )
    rough_ok = (
        "ballpark <RR> = <RZ>, and <C> is in it.",
        "<RR> = <RZ> is in the neighborhood of <C>.",
        "ballpark: <RZ> from <RR>. <C> fits.",
    )

    def first(self, t: Telling) -> str:
        tricky = t.work.method in ("round", "squares")
        intro = self.fill(t, self.intros if tricky else ("", "No trick for <AB>, so piece by piece.\n", "Splitting:\n"))
        if len(t.work.terms) == 1:
            intro = ""
        return intro + self.solution(t, t.work) + self.commit(t)

    def squares(self, t: Telling) -> Work | None:
        middle, rest = divmod(t.a + t.b, 2)
        half = abs(t.a - t.b) // 2
        if rest or half == 0 or half > max(4, isqrt(middle) * 3) or middle < 10 or min(t.a, t.b) < 10:
            return None
        terms = (Term(middle, middle, t.candidate + half * half), Term(half, half, half * half, -1))
        work = Work(t.a, t.b, "squares", terms, t.candidate)
        return work if _sound(work) else None

    def fresh(self, t: Telling) -> Work:
        work = self.squares(t) if t.chance(0.7) else None
        if work:
            t.work = work
            return work
        return super().fresh(t)

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return t.one("No trick needed: ", "Straight: ", "") + self.eq(t, work.terms[0]) + "\n"
        if work.method == "squares":
            (big, small) = work.terms
            m, d = self.n(t, big.left), self.n(t, small.left)
            return (
                t.one("Difference of squares: ", "The factors sit evenly around " + m + ": ")
                + f"{self.n(t, t.a)} x {self.n(t, t.b)} = {m}² - {d}²\n"
                + f"{m}² = {self.product(t, big)}, {d}² = {self.n(t, small.value)}\n"
                + f"{self.join(t, work)} = {self.n(t, work.total)}\n"
            )
        if work.method == "round":
            (big, small) = work.terms
            near = t.one(
                f"{self.n(t, work.b)} = {self.parts(t, work)}",
                f"{self.n(t, work.b)} is close to {self.n(t, big.right)}",
            )
            word = "Add back" if small.sign > 0 else "Take away"
            return (
                f"{near}\n{self.lr(t, big.left, big.right)} = {self.product(t, big)}\n"
                f"{word} {self.lr(t, small.left, small.right)} = {self.product(t, small)}\n"
                f"{self.join(t, work)} = {self.n(t, work.total)}\n"
            )
        head = f"{self.n(t, work.b)} = {self.parts(t, work)}\n"
        mid = "".join(f"{self.lr(t, i.left, i.right)} = {self.product(t, i)}\n" for i in work.terms)
        return head + mid + f"{self.join(t, work)} = {self.n(t, work.total)}\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        if body and not opening.endswith(":"):
            body = body[0].upper() + body[1:]
        return super().block(t, opening, body, verdict, good)


class NtElementTrajectory(NtLoop):
    """Elements as of XML for each phase of the trajectory."""

    labelled = True
    x = "*"
    words = "plain"
    methods = ("high", "low", "chunks", "area")
    intros = ("<solution>\n", "<solution>\n", "<problem><AB></problem>\n<solution>\n")
    commits = ("<answer><N></answer>",)
    opens = ("<check>\n",)
    reviews = (
        "Reread the solution line by line.",
        "Follow the solution from the first product to the sum.",
        "Recompute the products without looking at them.",
        "Look for missing parts and lost carries.",
        "Go over the lines in reverse.",
        "Repeat the addition column by column.",
    )
    mistakes = (
        "<verdict>wrong</verdict>",
        "<verdict>incorrect</verdict>",
        "<verdict>The answer is wrong.</verdict>",
        "<verdict>mistake</verdict>",
        "<verdict>I made a mistake.</verdict>",
        "<verdict>not correct</verdict>",
    )
    restarts = ("<solution>\n",)
    bad_step = (
        "The line <STEP> is wrong.",
        "<STEP>: no.",
        "Wrong line: <STEP>.",
        "<STEP> is not what the product comes to.",
        "There is a wrong product: <STEP>.",
        "<STEP> should be something else.",
    )
    fix_term = (
        "<LR> = <NOW>. The solution has <WAS>.",
        "Wrong line: <LR> is <NOW>, not <WAS>.",
        "<LR>: solution says <WAS>, it should say <NOW>.",
        "<WAS> is a wrong value of <LR>. Right: <NOW>.",
        "Replace <WAS> by <NOW> for <LR>.",
        "Expected <LR> = <NOW> but found <WAS>.",
    )
    fix_sum = (
        "Products right, addition wrong.",
        "The addition has a lost carry.",
        "The last line is wrong.",
        "The sum in the solution is not right.",
        "All products pass; the sum does not.",
        "Wrong sum.",
    )
    resum = (
        "\n<SUM> = <N>",
        "Sum: <SUM> = <N>",
        "Right sum: <SUM> = <N>",
        "\nThen <SUM> = <N>.",
        "New sum: <SUM> = <N>.",
        "Adding: <SUM> = <N>",
    )
    second = (
        "Other decomposition:",
        "Compute in another way:",
        "With different parts:",
        "Alternative:",
        "Different grouping:",
        "By other products:",
    )
    clash = (
        "Not equal to <P>.",
        "This is not <P>, so <P> is wrong.",
        "<P> does not agree with this and is wrong.",
        "The solution said <P>. That is wrong.",
        "Different from <P>; the solution has a mistake.",
        "So <P> is a wrong answer.",
    )
    agree = (
        "Equal.",
        "Same as in the solution.",
        "This agrees.",
        "The answer is found again.",
        "Equal to the answer.",
        "The same number.",
    )
    confirms = (
        "<verdict>correct</verdict>",
        "<verdict>right</verdict>",
        "<verdict>The answer is correct.</verdict>",
        "<verdict>no mistake</verdict>",
        "<verdict>Correct.</verdict>",
        "<verdict>ok</verdict>",
    )
    finals = ("<final><N></final>", "<final><N></final>", "<final>The answer is <N>.</final>")
    doubts = (
        "<check>\nIs there a lost carry? No.\n</check>\n<verdict>correct</verdict>",
        "<check>\nAt first one product looked too small. It is right.\n</check>\n<verdict>correct</verdict>",
        "<check>\nNothing to recompute.\n</check>\n<verdict>ok</verdict>",
        "<check>\nAre all digits of <B> used? Yes.\n</check>\n<verdict>right</verdict>",
        "<check>\nNot certain, but no wrong line can be found.\n</check>\n<verdict>no mistake</verdict>",
        "<check>\nMaybe the zeros are wrong? They are not.\n</check>\n<verdict>correct</verdict>",
    )
    slips = (
        "<BAD>, no: <V>",
        "<BAD> <fix><V></fix>",
        "<del><BAD></del> <V>",
        "<BAD> is wrong, <V>",
        "<BAD>, corrected to <V>",
    )
    digit_ok = (
        "Last digit: <XY> = <Z>, so <E>. The answer <C> ends in <E>.",
        "<XY> = <Z> and <C> has the last digit <E>.",
        "<C> should end in <E> because <XY> = <Z>. It does.",
    )
    digit_bad = (
        "Last digit: <XY> = <Z>, so <E>. The answer <P> does not end in <E>.",
        "<XY> = <Z>, but <P> does not have the last digit <E>.",
        "<P> should end in <E> because <XY> = <Z>. It does not.",
    )
    rough_ok = (
        "Approximation: <RR> = <RZ>. <C> is near.",
        "<RR> = <RZ>, about the size of <C>.",
        "Size: about <RZ> (<RR>), as expected for <C>.",
    )

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return f"{self.eq(t, work.terms[0])}\n</solution>\n"
        lines = [f"{self.lr(t, i.left, i.right)} = {self.product(t, i)}" for i in work.terms]
        if work.method != "area" and t.flag("split", 0.5):
            lines.insert(0, f"{self.n(t, work.b)} = {self.parts(t, work)}")
        lines.append(f"{self.join(t, work)} = {self.n(t, work.total)}")
        if t.flag("tagged", 0.4):
            lines = [f"<step>{line}</step>" for line in lines]
        return "\n".join(lines) + "\n</solution>\n"

    def gap(self, t: Telling) -> str:
        return "\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        body = (body or self.fill(t, self.reviews)).replace(" \n", "\n")
        return "\n" + opening + body + "\n</check>\n" + verdict.rstrip("\n") + "\n"

    def doubt(self, t: Telling) -> str:
        return "\n" + self.fill(t, self.doubts) + "\n" + (self.final(t) if t.chance(0.7) else "")

    def closing(self, t: Telling) -> str:
        return super().closing(t).replace("\n\n", "\n")


class NtYamlEpisode(NtLoop):
    """An episode as YAML: solution, answer, check, verdict, final_answer."""

    labelled = True
    x = "x"
    words = "plain"
    methods = ("high", "low")
    slip_share = 0.04
    intros = ("", "task: <AB>\n", "problem: <AB>\n", "episode: multiply <A> and <B>\n")
    commits = ("answer: <N>",)
    opens = ("check:\n",)
    reviews = (
        "steps reread",
        "products recomputed mentally",
        "addition repeated",
        "place values compared",
        "parts of <B> counted",
        "all lines read again",
    )
    mistakes = (
        "verdict: wrong",
        "verdict: incorrect",
        "verdict: false",
        "verdict: error",
        "verdict: wrong answer",
        "verdict: needs correction",
    )
    restarts = ("retry:", "new_solution:", "solution:", "second_solution:", "recompute:", "corrected_solution:")
    bad_step = (
        "<STEP> is wrong",
        "wrong product, <STEP>",
        "<STEP> does not hold",
        "error in <STEP>",
        "<STEP> fails",
        "bad product <STEP>",
    )
    fix_term = (
        "<LR> is <NOW>, not <WAS>",
        "error in <LR>, was <WAS>, is <NOW>",
        "<LR> = <NOW> (had <WAS>)",
        "wrong product <WAS> for <LR>, right is <NOW>",
        "<LR> gives <NOW> instead of <WAS>",
        "<WAS> replaced by <NOW> for <LR>",
    )
    fix_sum = (
        "products fine, sum wrong",
        "error in the sum",
        "sum was added wrong",
        "wrong addition in the last line",
        "lines do not add up to the answer",
        "carry lost in the sum",
    )
    resum = (
        "<SUM> = <N>",
        "sum now <SUM> = <N>",
        "corrected sum <SUM> = <N>",
        "total <SUM> = <N>",
        "then <SUM> = <N>",
        "so <SUM> = <N>",
    )
    second = (
        "other split",
        "different parts",
        "second method",
        "alternative computation",
        "recompute with other parts",
        "split the other way",
    )
    clash = (
        "not <P>, so <P> is wrong",
        "differs from <P>, first solution wrong",
        "<P> is refuted",
        "answer <P> was wrong",
        "mismatch with <P>",
        "<P> must be replaced",
    )
    agree = ("same as answer", "agrees", "equal to answer", "match", "no difference", "same value")
    confirms = (
        "verdict: correct",
        "verdict: true",
        "verdict: right",
        "verdict: ok",
        "verdict: no error",
        "verdict: correct answer",
    )
    finals = ("final_answer: <N>",)
    doubts = (
        "check:\n  - possible carry problem, not found\nverdict: correct",
        "check:\n  - zeros counted, fine\nverdict: ok",
        "check: skipped\nverdict: assumed correct",
        "check:\n  - unsure about the sum\n  - looked again, fine\nverdict: correct",
        "check:\n  - factors <A> and <B> copied right\nverdict: correct",
        "check: none\nverdict: ok",
    )
    slips = ("<BAD>, no, <V>", "<BAD> (corrected to <V>)", "<BAD> -> <V>", "<V> (not <BAD>)")
    digit_ok = (
        "last digit <XY> = <Z>, <C> ends in <E>",
        "units <XY> = <Z>, so <E>, fits <C>",
        "<C> ends in <E> as needed (<XY> = <Z>)",
    )
    digit_bad = (
        "last digit <XY> = <Z>, <P> does not end in <E>",
        "units <XY> = <Z>, so <E>, does not fit <P>",
        "<P> should end in <E> (<XY> = <Z>)",
    )
    rough_ok = (
        "estimate <RR> = <RZ>, close to <C>",
        "size about <RZ> (<RR>), fine for <C>",
        "roughly <RR> = <RZ>, <C> plausible",
    )

    def listed(self, lines: list[str]) -> str:
        return "".join(f"  - {line}\n" for line in lines)

    def first(self, t: Telling) -> str:
        return self.fill(t, self.intros) + "solution:\n" + self.solution(t, t.work) + self.commit(t)

    def solution(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 1:
            return self.listed([self.eq(t, work.terms[0])])
        lines = [f"{self.lr(t, i.left, i.right)} = {self.product(t, i)}" for i in work.terms]
        if t.flag("split", 0.5):
            lines.insert(0, f"{self.n(t, work.b)} = {self.parts(t, work)}")
        if t.flag("running", 0.4):
            lines += [
                f"{self.n(t, x)} {'+' if sign > 0 else '-'} {self.n(t, y)} = {self.n(t, z)}"
                for x, sign, y, z in work.steps()
            ]
        else:
            lines.append(f"{self.join(t, work)} = {self.n(t, work.total)}")
        return self.listed(lines)

    def inline(self, t: Telling, work: Work) -> str:
        lines = [self.eq(t, i) for i in work.terms] + [f"{self.join(t, work)} = {self.n(t, work.total)}"]
        return "\n  - ".join(["", *lines])

    def ticks(self, t: Telling, lines: list[str]) -> str:
        mark = t.one("", "", " ok", " (ok)")
        return "\n  - ".join(line + mark for line in lines)

    def tell_fix(self, t: Telling, opening: str, mended: Mended) -> str:
        if mended.place is None:
            found = self.fill(t, self.fix_sum)
        else:
            term = mended.work.terms[mended.place]
            found = self.fill(
                t,
                self.fix_term,
                LR=self.lr(t, term.left, term.right),
                WAS=self.n(t, mended.was),
                NOW=self.n(t, mended.now),
            )
        resum = self.fill(t, self.resum, SUM=self.join(t, mended.work))
        verdict = self.fill(t, self.mistakes)
        if t.flag("correction", 0.5):
            return self.block(t, opening, found, verdict, False) + f"correction:\n  - {resum}\n" + self.commit(t)
        return self.block(t, opening, found + "\n  - " + resum, verdict, False) + self.commit(t)

    def tell_clash(self, t: Telling, opening: str, work: Work) -> str:
        body = self.fill(t, self.second) + self.inline(t, work) + "\n  - " + self.fill(t, self.clash)
        return self.block(t, opening, body, self.fill(t, self.mistakes), False) + self.commit(t)

    def gap(self, t: Telling) -> str:
        return "\n"

    def block(self, t: Telling, opening: str, body: str, verdict: str, good: bool) -> str:
        body = (body or self.fill(t, self.reviews)).replace(" \n  - ", "\n  - ").replace(". ", "\n  - ")
        return "\n" + opening + "  - " + body + "\n" + verdict + "\n"

    def doubt(self, t: Telling) -> str:
        return "\n" + self.fill(t, self.doubts) + "\n" + (self.final(t) if t.chance(0.7) else "")

    def closing(self, t: Telling) -> str:
        return super().closing(t).replace("\n\n", "\n")


STYLES = {
    style.name: style
    for style in (
        NtAnswerCheckLoop(),
        NtSectionedTables(),
        NtBoxedReconsider(),
        NtDigitwiseRetry(),
        NtCommentedScript(),
        NtColumnExaminer(),
        NtRunningTotalSelfTalk(),
        NtAreYouSureTimes(),
        NtProposalDecision(),
        NtRoundThenAmend(),
        NtElementTrajectory(),
        NtYamlEpisode(),
    )
}
