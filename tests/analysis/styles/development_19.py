"""Fourteen styles: seven models that think at length, seven instruct models that were trained to reflect.

Every style says its own words: pools of templates by function (how a candidate is committed, disowned, checked). A
template has slots, `<n>` for the candidate in prose, `<n:m>` for it in a formula; `Habit.say` fills them. What is true
of a candidate is computed here and once for all (`passes`, `fails`), so that no style tells a check that does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from .common import Style, Telling, Term, Work, split

Value: TypeAlias = int | str | list[int] | tuple[str, str]
Words: TypeAlias = dict[str, Value]
Pool: TypeAlias = tuple[str, ...]
Pools: TypeAlias = Mapping[str, Pool]

_SLOT = re.compile(r"<(\w+)(:m)?>")
_BULLET = re.compile(r"^ *(?:[-*•] +)?")


def digit_sum(number: int) -> int:
    return sum(map(int, str(number)))


def lead(number: int, places: int) -> int:
    """The number rounded to so many leading digits."""
    unit: int = 10 ** max(0, len(str(number)) - places)
    return max(unit, round(number / unit) * unit)


def sign_of(term: Term) -> str:
    return "+" if term.sign > 0 else "-"


def is_right(term: Term) -> bool:
    return term.left * term.right == term.value


def how(term: Term, latex: bool, t: Telling) -> tuple[str, str]:
    """A right partial product place by place, in prose and as a formula."""
    told = []
    for show, times in ((t.n, t.x), (t.m, "\\times" if latex else t.x)):
        if term.left >= 11:
            parts = split(term.left, "high")
            products = " + ".join(f"{show(part)} {times} {show(term.right)}" for part in parts)
            told.append(f"{products} = {' + '.join(show(part * term.right) for part in parts)} = {show(term.value)}")
        else:
            told.append(f"{show(term.right)} {times} {show(term.left)} = {show(term.value)}")
    return told[0], told[1]


def passes(t: Telling, latex: bool = False) -> dict[str, Words]:
    """The checks that the candidate passes, by kind, with the numbers in them."""
    found: ClassVar[dict[str, Words]] = {"idle": {}, "waver": {}}
    nines = t.nines()
    if nines:
        x, y, z = nines
        sums: Words = {"sa": digit_sum(t.a), "sb": digit_sum(t.b), "sn": digit_sum(t.candidate)}
        sums |= {"ra": x, "rb": y, "rab": x * y, "rn": z}
        found["nines"] = sums
        off = digit_sum(t.candidate) + t.rng.choice([1, 2])
        found["slipped"] = {**sums, "sw": off, "rw": off % 9}
    last = t.last_digit()
    if last:
        found["last"] = {"da": last[0], "db": last[1], "dab": last[2], "dn": last[2] % 10}
    near = t.estimate()
    if near and near[:2] != (t.a, t.b):
        found["estimate"] = {"ea": near[0], "eb": near[1], "e": near[2]}
    wrong = {(term.left, term.right) for term in t.work.terms if not is_right(term)}
    able = [x for x in t.work.terms if is_right(x) and x.value > 9 and (x.left, x.right) not in wrong]
    if able:
        term = t.rng.choice(able)
        found["partial"] = {"l": term.left, "r": term.right, "v": term.value, "how": how(term, latex, t)}
        found["misread"] = {**found["partial"], "w": t.near(term.value)}
    if t.candidate == t.product:
        found["divide"] = {}
        whole, cut = (t.b, t.a) if t.work.a == t.a else (t.a, t.b)
        parts = split(cut, "high")
        found["split"] = {"ow": whole, "oc": cut, "op": parts, "os": [whole * part for part in parts]}
    return found


def fails(t: Telling) -> dict[str, Words]:
    """The checks that the candidate of the attempt before fails, by kind, with the numbers in them."""
    found: ClassVar[dict[str, Words]] = {}
    was, x, y = t.previous, t.a % 9, t.b % 9
    if x * y % 9 != was % 9:
        found["nines"] = {"ra": x, "rb": y, "rab": x * y, "rt": x * y % 9, "rp": was % 9}
        found["nines"] |= {"sa": digit_sum(t.a), "sb": digit_sum(t.b), "sp": digit_sum(was)}
    x, y = t.a % 10, t.b % 10
    if x * y % 10 != was % 10:
        found["last"] = {"da": x, "db": y, "dab": x * y, "dt": x * y % 10, "dp": was % 10}
    x, y = lead(t.a, 2 if t.a > 99 else 1), lead(t.b, 1)
    if (x, y) != (t.a, t.b) and not 0.6 < was / t.product < 1.6:
        found["size"] = {"ea": x, "eb": y, "e": x * y}
    return found


class Habit(Style):
    """A style that speaks from pools, without saying the same twice while there is something else to say."""

    latex = False
    CHECKS: ClassVar[Pools] = {}
    FAULTS: ClassVar[Pools] = {}

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.fixed: Words = {}

    def write(self, t: Telling) -> str:
        self.used, self.fixed = set(), {}
        if t.chance(0.08):
            t.solve("round")
        return super().write(t)

    def say(self, t: Telling, pool: Pool, words: Words | None = None) -> str:
        """One of the templates, its slots filled."""
        text = t.rng.choice([one for one in pool if one not in self.used] or list(pool))
        self.used.add(text)
        known: Words = {"a": t.a, "b": t.b, "n": t.candidate, "p": t.previous, "x": t.x}
        known |= {"wa": t.work.a, "wb": t.work.b}
        known |= {"sum": (t.sum(t.work), t.sum(t.work, maths=True))}
        known |= {"fac": (t.factor(t.work), t.factor(t.work, maths=True))}
        known |= self.fixed
        known |= words or {}

        def fill(found: re.Match[str]) -> str:
            maths = found[2] is not None
            show = t.m if maths else t.n
            if found[1] == "ab":
                return f"{show(t.a)} {chr(92) + 'times' if maths and self.latex else t.x} {show(t.b)}"
            value = known.get(found[1])
            if value is None:
                return found[0]
            if isinstance(value, int):
                return show(value)
            if isinstance(value, list):
                return " + ".join(map(show, value))
            return value if isinstance(value, str) else value[maths]

        return _SLOT.sub(fill, text)

    def commit(self, t: Telling, pool: Pool, words: Words | None = None) -> str:
        return t.c(self.say(t, pool, words))

    def repeat(self, t: Telling, pool: Pool, words: Words | None = None) -> str:
        return t.r(self.say(t, pool, words))

    def checked(self, t: Telling, pools: Pools) -> str:
        """A check that the candidate passes, or a doubt that comes to nothing."""
        facts = passes(t, self.latex)
        kind = t.rng.choice([kind for kind in pools if kind in facts])
        return self.say(t, pools[kind], facts[kind])

    def mended(self, t: Telling, pool: Pool, term: Term, share: float, line: str = "") -> str:
        """A right partial product that came out wrong at first, mended on the spot; else nothing.

        It takes the bullet of `line`, the template of the other partial products.
        """
        if term.value < 10 or not is_right(term) or not t.chance(share):
            return ""
        words: Words = {"l": term.left, "r": term.right, "v": term.value, "w": t.near(term.value)}
        text = self.say(t, pool, words)
        bullet = _BULLET.match(line)
        return (bullet[0] if bullet else "") + _BULLET.sub("", text, count=1) if line else text

    def turn(self, t: Telling, **weights: float) -> tuple[str, Words]:
        """How the revision goes and the words for it: mend (a term), resum, fault, compare or redo.

        Afterwards the work of the telling is the one that leads to the new candidate.
        """
        way = t.way(**weights)
        if way == "mend":
            mended = t.mend()
            if mended and mended.place is None:
                return "resum", {}
            if mended and mended.place is not None:
                term = mended.work.terms[mended.place]
                return "mend", {"l": term.left, "r": term.right, "was": mended.was, "now": mended.now}
            way = "redo"
        t.other()
        if way == "fault":
            found = {kind: words for kind, words in fails(t).items() if kind in self.FAULTS}
            if found:
                kind = t.rng.choice(list(found))
                return "fault", {**found[kind], "kind": kind}
            way = t.one("redo", "compare")
        return way, {}

    def fault(self, t: Telling, words: Words) -> str:
        return self.say(t, self.FAULTS[str(words["kind"])], words)

    def of(self, t: Telling, pool: Pool, term: Term) -> str:
        """A line about one partial product."""
        return self.say_again(t, pool, {"l": term.left, "r": term.right, "v": term.value})

    def say_again(self, t: Telling, pool: Pool, words: Words) -> str:
        """A template that may come as often as it likes."""
        kept = set(self.used)
        text = self.say(t, (t.rng.choice(pool),), words)
        self.used = kept
        return text

    def adds(self, t: Telling, work: Work, maths: bool = False) -> list[str]:
        """The additions one by one; the last has the total."""
        show = t.m if maths else t.n
        return [f"{show(s)} {'+' if o > 0 else '-'} {show(v)} = {show(e)}" for s, o, v, e in work.steps()]


class ScratchArrows(Habit):
    """Terse scratch work: symbols, arrows, hardly a word."""

    OPEN = ("<ab> <to> ?", "calc <ab>", "<ab> = ?", "todo: <ab>", "Q: <ab>", "<ab>", "need <ab>")
    SPLIT = ("<wb> = <fac>", "split <wb> <to> <fac>", "<wb> <to> (<fac>)", "<wa><x>(<fac>)", "parts of <wb>: <fac>")
    LINE = ("<l><x><r> <to> <v>", "<l><x><r> = <v>", "  <l><x><r> <to> <v>", "• <r>: <l><x><r> = <v>")
    SLIP = (
        "<l><x><r> <to> <w> ✗ <to> <v>",
        "<l><x><r> = <w>?? no: <v>",
        "<l><x><r> <to> <w> (carry!) <to> <v>",
        "<l><x><r> = <w>  -- nope, <v>",
        "<l><x><r>: <w> [miscount] = <v>",
    )
    SUM = ("Σ: ", "add: ", "+ : ", "sum <to> ", "tot: ", "Σ ")
    COMMIT = (
        "∴ <n>",
        "⇒ <ab> = <n>",
        "= <n> ∎",
        "<to> <n>.",
        "[[ <n> ]]",
        "res: <n>",
        "<to> <to> <n>",
        "so <n>",
        "<ab> <to> <n>",
        "ans = <n>",
        "got <n>",
    )
    CHECK = ("chk:", "✓?", "sanity:", "verify <to>", "recheck:", "hm. chk:", "sure? ", "(?)", "trust? ", "test:")
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "mod 9: <a>≡<ra>, <b>≡<rb>, <ra><x><rb>=<rab>≡<rn>; <n>≡<rn> ✓",
            "9s: <ra><x><rb> ≡ <rn>, Σdigits(<n>)=<sn> ≡ <rn>. ok",
            "cast 9: L <rn> / R <rn> <to> match",
        ),
        "slipped": (
            "mod 9: want <rn>. Σdig(<n>) = <sw> <to> <rw> ✗?? recount Σdig = <sn> <to> <rn> ✓ (chk was off, not <n>)",
            "9s: LHS <rn>, RHS <rw>?! recount digits: <sn>, not <sw> <to> <rn>. ok, false alarm",
        ),
        "last": (
            "…<da><x>…<db> = <dab> <to> ends <dn> ✓",
            "last dig: <da><x><db>=<dab> <to> <dn>. <n> ends <dn> ok",
            "unit: <dn> = <dn> ✓",
        ),
        "estimate": ("≈ <ea><x><eb> = <e> ~ ok", "size: <ea><x><eb> ≈ <e>; <n> fits", "~<e> expected, fine"),
        "divide": ("<n> / <a> = <b> ✓", "back: <n>÷<b> <to> <a>. ✓✓", "<n>/<b> = <a>, r 0 ok"),
        "split": (
            "other way: <ow><x>(<op>) = <os> = <n> ✓ same",
            "flip: split <oc> <to> <os> <to> <n>. agree",
        ),
        "partial": ("<l><x><r> again: <how> ok", "re <l><x><r>: <how> ✓ keep"),
        "misread": (
            "<l><x><r> … <w>? vs <v> above. redo: <how>. above right ✓",
            "<l><x><r> <to> <w>?! no, slipped now: <how>. stays",
        ),
        "idle": ("lines look fine. keep.", "re-read: nothing off", "all rows ok, done", "no err seen"),
        "waver": ("redo? … nah. stays.", "hm, dunno. reread rows… fine. keep", "doubt, but no reason. keep it"),
    }
    MEND = (
        "✗ row <l><x><r>: wrote <was>, is <now>",
        "err: <l><x><r> ≠ <was>, = <now>",
        "wait <l><x><r> <to> <now>!! (not <was>)",
        "!! <was> <to> <now> (<l><x><r>)",
        "bug @ <l><x><r>: <was> ✗ <now> ✓",
        "no. <l><x><r>=<now>. <p> dead.",
    )
    RESUM = (
        "✗ addition off. again",
        "re-add rows, <p> wrong",
        "!! Σ slipped (<p> ✗). re-Σ",
        "carry lost in Σ, strike <p>",
        "Σ bad <to> redo Σ",
    )
    REDO = (
        "✗ scrap <p>. fresh:",
        "don't trust <p> <to> drop. restart:",
        "strike <p>. from 0:",
        "<p> ✗✗ toss. new run:",
        "nope, messy. kill <p>, again:",
        "wait. <p> void. redo clean:",
        "--- discard <p> --- v2:",
    )
    COMPARE = ("2nd way:", "cross-chk w/ other split:", "alt:", "other route as chk:", "flip factors:")
    VERSUS = (
        "<p> vs <n> ?! 1st had slip <to> take <n>",
        "≠ <p>. 2nd cleaner <to> <n>",
        "mismatch (<p>). rows here ok <to> ∴ <n>",
        "<n> ≠ <p> ✗ <to> <n> wins",
        "clash w/ <p>; old one sloppy. = <n>",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "mod 9: <ra><x><rb>≡<rt>, but <p>≡<rp> ✗ <to> redo",
            "9s ✗ (<rt> vs <rp>). <p> out. again:",
            "cast 9: need <rt>, have <rp> ✗✗ <to> again",
        ),
        "last": (
            "<da><x><db>=<dab> <to> must end <dt>; <p> ends <dp> ✗ redo",
            "unit dig ✗ (<dp>, want <dt>) <to> toss <p>:",
        ),
        "size": ("<ea><x><eb> ≈ <e> ≫≪ <p> ✗ <to> redo", "size ✗: ~<e> expected, <p> no way. again:"),
    }
    FINAL = ("ans: <n>", "**<n>**", "<ab> = <n>", "final <to> <n>", "∎ <n>", "out: <n>", "\\boxed{<n>}", "= <n>")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "apostrophe", "space", "underscore")
        t.x = t.one("·", "*", "×", "x")
        self.fixed["to"] = t.one("→", "->", "⇒", "=>", "⟶")

    def rows(self, t: Telling) -> str:
        """The partial products and their sum, the candidate at the end."""
        line = t.one(*self.LINE)
        rows = [self.say(t, self.SPLIT)]
        for term in t.work.terms:
            rows.append(self.mended(t, self.SLIP, term, 0.12, line) or self.of(t, (line,), term))
            if t.flag("by place", 0.45) and is_right(term) and term.left > 10:
                rows.append(f"   ({how(term, False, t)[0]})")
        if t.flag("running", 0.6):
            steps = [f"{t.n(s)}{'+' if o > 0 else '-'}{t.n(v)}" for s, o, v, _ in t.work.steps()]
            ends = [t.n(e) for *_, e in t.work.steps()]
            to = str(self.fixed["to"])
            rows.append(self.say(t, self.SUM) + "; ".join(f"{s} {to} {e}" for s, e in zip(steps, ends, strict=True)))
        else:
            rows.append(self.say(t, self.SUM) + t.sum(t.work))
        return "\n".join(rows) + "\n"

    def first(self, t: Telling) -> str:
        text = self.say(t, self.OPEN) + "\n"
        near = t.estimate()
        if near and near[:2] != (t.a, t.b) and t.chance(0.3):
            text += f"~ {t.n(near[0])}{t.x}{t.n(near[1])} ≈ {t.n(near[2])}\n"
        return text + self.rows(t) + self.commit(t, self.COMMIT) + "\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=3)
        text = self.say(t, self.CHECK) + " " if t.chance(0.5) else ""
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n"
            return text + self.say(t, self.SUM) + t.sum(t.work) + "\n" + self.commit(t, self.COMMIT) + "\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n" + self.rows(t) + self.commit(t, self.VERSUS) + "\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n" + self.rows(t) + self.commit(t, self.COMMIT) + "\n"

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            text += self.say(t, self.CHECK) + " " + self.checked(t, self.CHECKS) + "\n"
        return text + (self.repeat(t, self.FINAL) if t.chance(0.55) else "")


class NumberedDoubts(Habit):
    """Everything is a numbered step, a doubt too; the numbers run on through all attempts."""

    ends = ("", "\n")
    STEP = "§"
    OPEN = (
        "Multiply <a> by <b>.",
        "The task: <ab>.",
        "We want the product <ab>.",
        "Note the factors: <a> and <b>.",
        "Set up <ab>.",
        "Write down the problem: <ab> = ?",
    )
    SPLIT = (
        "Decompose <wb> as <fac>.",
        "Use <wb> = <fac> and distribute over <wa>.",
        "Break the factor <wb> up: <fac>.",
        "Plan: multiply <wa> by each part of <wb> (<fac>).",
        "<wa> × <wb> = <wa> × (<fac>).",
    )
    LINE = ("Compute <l> × <r> = <v>.", "<l> × <r> = <v>.", "Next, <l> × <r> gives <v>.", "<l> times <r>: <v>.")
    SLIP = (
        "<l> × <r> = <w>.§Correction to the step above: <l> × <r> = <v>, I miscounted.",
        "<l> × <r> = <w>. (No. It is <v>.) Carry on with <v>.",
        "Compute <l> × <r>: <w>.§Is that so? Once more: <v>. The value in the last step is replaced by <v>.",
        "<l> × <r> — first thought <w>, but properly <v>.",
    )
    COMMIT = (
        "Therefore <ab> = <n>.",
        "Result: <n>.",
        "This gives the product <n>.",
        "So the total is <n>.",
        "Conclude: <n>.",
        "The answer is <n>.",
        "Hence the value <n>.",
        "All parts together: <n>.",
        "Record <n> as the result.",
    )
    DOUBT = (
        "Doubt: is <p> really right?",
        "Pause. I am not sure about <p>.",
        "Question the result.",
        "Be suspicious: do the numbers above hold up?",
        "Before finishing, go back over the steps.",
        "Hmm, <p> bothers me.",
        "Self-check of <p>.",
        "Something feels off here.",
    )
    ASK = (
        "Doubt: is <n> right?",
        "Check <n>.",
        "Verify the result.",
        "Is it safe to stop here? Test it.",
        "One check before stopping.",
        "Self-check.",
        "Question: could I have slipped somewhere?",
        "Hmm. Let me test that.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "Casting out nines: <a> leaves <ra>, <b> leaves <rb>; <ra> × <rb> = <rab>, which leaves <rn>.§"
            "<n> has digit sum <sn>, which leaves <rn> too. They agree.",
            "Modulo 9 the left side is <ra> × <rb> = <rab> ≡ <rn>, and the right side is <sn> ≡ <rn>. Consistent.",
        ),
        "slipped": (
            "Modulo 9 the product should be <rn>.§The digit sum of <n> is <sw>, so <rw>. Contradiction?§"
            "Recount the digits: the sum is <sn>, so <rn>. The check was miscounted; the result is not at fault.",
        ),
        "last": (
            "Last digits: <da> × <db> = <dab>, so the product must end in <dn>. It does.",
            "Units digit should be <dn> (from <da> × <db> = <dab>); <n> ends in <dn>. Fine.",
        ),
        "estimate": (
            "Rough size: <ea> × <eb> = <e>. <n> is of that order.",
            "Estimate by rounding: about <e> (<ea> × <eb>). Plausible.",
        ),
        "divide": ("Divide back: <n> ÷ <b> = <a> exactly. Good.", "<n> / <a> = <b>, no remainder. Confirmed."),
        "split": (
            "Other decomposition: <ow> × (<op>).§That is <os> = <n>.§Same value as before. Doubt settled.",
            "Split <oc> instead: <os> = <n>. Both ways agree.",
        ),
        "partial": (
            "Recompute one partial product: <how>. As in the step above.",
            "Spot check of <l> × <r>: <how>. Unchanged.",
        ),
        "misread": (
            "Recompute <l> × <r>: I get <w> now, but had <v>.§Again, slowly: <how>. So the step above was right and"
            " the recomputation was not.",
        ),
        "idle": ("Reread the steps above: I find nothing to change.", "No step looks wrong.", "Nothing to correct."),
        "waver": (
            "I could do it all again another way.§I do not see a reason to. Keep the result.",
            "Not fully certain, but no error is in sight. It stands.",
        ),
    }
    MEND = (
        "Step with <l> × <r> is wrong: it is <now>, not <was>.",
        "Recheck <l> × <r>: <now>. I had <was>. Error found.",
        "<l> × <r> was given as <was>. Correct value: <now>.",
        "Here is the mistake: <l> × <r> = <now> instead of <was>.",
        "Replace <was> by <now> (that is <l> × <r>).",
    )
    RESUM = (
        "The partial products look right, but the addition that led to <p> is wrong.",
        "Adding was where it went wrong; <p> is not the sum.",
        "Error in the sum: a carry got lost on the way to <p>.",
        "Add the parts again, since <p> does not hold.",
    )
    REDO = (
        "Withdraw <p>. Start again.",
        "I discard <p> and redo the calculation from the beginning.",
        "Cancel the result <p>; repeat everything with care.",
        "I cannot stand by <p>. Throw it away and restart.",
        "Reject <p>. New calculation:",
    )
    COMPARE = (
        "Test it with a different decomposition.",
        "Do the multiplication the other way round and compare.",
        "Second calculation, to compare with <p>.",
        "Cross-check by splitting the other factor.",
    )
    VERSUS = (
        "This is <n>, not <p>. The first calculation has the error. The result is <n>.",
        "Two values: <p> and <n>. The second one is done more carefully; take <n>.",
        "Compare: <p> ≠ <n>. I go with <n> and drop <p>.",
        "Disagreement with <p>. Looking at both, the later one is right: <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "Modulo 9: <ra> × <rb> ≡ <rt>, but <p> ≡ <rp>.§So <p> is wrong. Redo.",
            "Digit sums: the product should leave <rt> on division by 9, <p> leaves <rp>. Reject <p> and recompute.",
        ),
        "last": (
            "The last digit must be that of <da> × <db> = <dab>, so <dt>. But <p> ends in <dp>.§<p> is impossible."
            " Recompute.",
            "<p> ends in <dp>; it should end in <dt>. Wrong. Again from the start.",
        ),
        "size": ("<ea> × <eb> is about <e>; <p> is far from it.§Discard <p>. Recompute.",),
    }
    FINAL = (
        "Final result: <n>.",
        "Answer: <n>.",
        "Done: <ab> = <n>.",
        "Stop here with <n>.",
        "**<n>**",
        "Report <n>.",
        "Finished. The product of <a> and <b> is <n>.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma", "narrow")
        self.fixed["mark"] = t.one("%d. ", "%d) ", "(%d) ", "Step %d: ", "[%d] ", "%d.\t", "**%d.** ", "S%d. ")

    def finish(self, t: Telling, text: str) -> str:
        mark, parts = str(self.fixed["mark"]), text.split(self.STEP)
        gap = "\n\n" if mark.startswith(("Step", "**")) else "\n"
        return parts[0] + gap.join((mark % i) + part.strip() for i, part in enumerate(parts[1:], start=1))

    def steps(self, t: Telling) -> str:
        text = self.STEP + self.say(t, self.SPLIT)
        line = t.one(*self.LINE)
        for term in t.work.terms:
            said = self.mended(t, self.SLIP, term, 0.1)
            text += self.STEP + (said or self.of(t, (line,), term))
            if not said and is_right(term) and term.left > 10 and t.flag("reasons", 0.5):
                text = text.rstrip(".") + f", since {how(term, False, t)[0]}."
        if len(t.work.terms) > 2 and t.flag("one by one", 0.7):
            return text + "".join(self.STEP + add + "." for add in self.adds(t, t.work))
        return text + self.STEP + t.one("Add: ", "Sum: ", "Add these up: ", "Addition: ") + t.sum(t.work) + "."

    def first(self, t: Telling) -> str:
        text = self.STEP + self.say(t, self.OPEN)
        return text + self.steps(t) + self.STEP + self.commit(t, self.COMMIT)

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=3)
        text = self.STEP + self.say(t, self.DOUBT)
        if way in ("mend", "resum"):
            text += self.STEP + self.say(t, self.MEND if way == "mend" else self.RESUM, words)
            text += self.STEP + t.one("New sum: ", "Add again: ", "Now ") + t.sum(t.work) + "."
            return text + self.STEP + self.commit(t, self.COMMIT)
        if way == "compare":
            return (
                text + self.STEP + self.say(t, self.COMPARE) + self.steps(t) + self.STEP + self.commit(t, self.VERSUS)
            )
        text += self.STEP + (self.fault(t, words) if way == "fault" else self.say(t, self.REDO))
        return text + self.steps(t) + self.STEP + self.commit(t, self.COMMIT)

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            text += self.STEP + self.say(t, self.ASK) + self.STEP + self.checked(t, self.CHECKS)
        return text + (self.STEP + self.repeat(t, self.FINAL) if t.chance(0.7) else "")


class DraftsAndCritic(Habit):
    """Drafts with the remarks of a critic between them, in sections of one of several forms."""

    OPEN = (
        "I'll write a draft, then go over it critically.",
        "Task: work out <ab>.",
        "Product wanted: <ab>. Draft first, review after.",
        "Let me draft a solution of <ab>.",
        "",
        "",
    )
    LEAD = (
        "Taking <wb> apart as <fac>:",
        "<wa> times each piece of <wb> (<fac>):",
        "Distribute: <wa> × (<fac>).",
        "Pieces of <wb>: <fac>. Then",
        "The factor <wb> is <fac>, so",
    )
    LINE = ("- <l> × <r> = <v>", "<l> × <r> = <v>", "* <l> × <r> → <v>", "  <l> × <r> is <v>")
    SLIP = (
        "- <l> × <r> = ~~<w>~~ <v>",
        "<l> × <r> = <w> [sic, make that <v>]",
        "- <l> × <r> = <w>; typo, <v>",
        "<l> × <r> = <w>, or rather <v>",
    )
    COMMIT = (
        "Sum: <sum> = <n>.",
        "Together <n>.",
        "Draft answer: <n>",
        "Altogether this makes <sum> = <n>.",
        "Proposed result: <n>",
        "I put down <n>.",
        "<ab> = <n>",
        "That adds up to <n>, which is what I submit.",
        "→ **<n>**",
        "Claim: the product is <n>.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "Digit roots: factors <ra> and <rb>, product <rab> → <rn>; the draft's <n> has root <rn>. No objection.",
            "I cast out nines (<ra>·<rb> → <rn>; draft → <rn>). Passes.",
        ),
        "slipped": (
            "Digit root of <n> comes out as <rw>, expected <rn>. Objection! — Withdrawn: the digits add to <sn>, not"
            " <sw>, so the root is <rn>. My error, not the draft's.",
        ),
        "last": (
            "Ends in <dn>, as <da> × <db> = <dab> demands. Accepted.",
            "Last digit <dn>: matches <da> × <db>. OK.",
        ),
        "estimate": (
            "Order of magnitude: <ea> × <eb> = <e>. The draft is in the right region.",
            "Compared with <ea> × <eb> = <e> the figure is believable.",
        ),
        "divide": (
            "Dividing the draft's figure by <b> returns <a>. I have no complaints.",
            "<n> ÷ <a> = <b>. The draft is correct.",
        ),
        "split": (
            "I redid it with <oc> split up: <os> = <n>. Identical with the draft. Approved.",
            "Independent computation: <ow> × (<op>) = <os> = <n>. The draft is confirmed.",
        ),
        "partial": (
            "I picked one line to redo, <l> × <r>: <how>. The draft has the same.",
            "Line <l> × <r> verified: <how>.",
        ),
        "misread": (
            "The line <l> × <r>: shouldn't it be <w>? ... No: <how>. I take that back; the draft is right there.",
        ),
        "idle": (
            "Read through twice. Nothing to object to.",
            "Layout a bit dense, but I see no mistake. Keep.",
            "No remarks.",
        ),
        "waver": (
            "I had a bad feeling about the carries, but can't point at anything wrong. Leave it as it is.",
            "Could be done more elegantly. The number stays, though.",
        ),
    }
    MEND = (
        "The line <l> × <r> = <was> is wrong. Should read <now>.",
        "Mistake: <was> for <l> × <r>. Correct is <now>; the total changes accordingly.",
        "I object to <l> × <r> = <was>: it's <now>.",
        "<l> × <r> gives <now>, the draft says <was>. So <p> can't stand.",
        "Wrong partial product (<l> × <r>, has <was>, needs <now>).",
    )
    RESUM = (
        "The lines are fine but they don't add up to <p>.",
        "Summation error. <p> is not the sum of those lines.",
        "Check the final addition: <p> is off.",
        "I'd redo the sum; <p> lost a carry.",
    )
    REDO = (
        "Too hasty. I reject <p>; write it again from scratch.",
        "I don't accept <p> as it stands. Start a new draft.",
        "Not convinced. Strike <p> and calculate again, more carefully.",
        "This draft is to be thrown out, <p> included. Again, please.",
        "Sloppy. The figure <p> is withdrawn until it has been recalculated.",
    )
    COMPARE = (
        "I calculate it my own way and do not get <p>. See below.",
        "Another split leads to a different number than <p>:",
        "My own calculation disagrees with <p>.",
        "I tried it with the other factor split and got something else.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "Fails casting out nines: factors give <ra>·<rb> → <rt>, but <p> → <rp>. Rejected.",
            "Digit root of <p> is <rp>; it must be <rt>. The draft is wrong, redo it.",
        ),
        "last": (
            "<da> × <db> = <dab>, so the result ends in <dt>. The draft ends in <dp>. Rejected.",
            "Can't end in <dp>! (<da> × <db> = <dab>.) Redo.",
        ),
        "size": (
            "By size alone: <ea> × <eb> = <e>. <p> is out of the question. New draft.",
            "Expected roughly <e>. <p> is off by far; rejected.",
        ),
    }
    FINAL = (
        "Final version: <n>",
        "<ab> = **<n>**",
        "The product is <n>.",
        "Accepted: <n>",
        "Answer: <n>",
        "<n>",
        "Published result: <ab> = <n>.",
    )
    FORMS: Mapping[str, tuple[str, str, str]] = {
        "tags": ("<draft>\n%s\n</draft>\n", "<critique>\n%s\n</critique>\n", "<final>\n%s\n</final>"),
        "bold": ("**Draft %d**\n%s\n\n", "**Critic:** %s\n\n", "**Final**\n%s"),
        "heads": ("## Draft %d\n\n%s\n\n", "## Review\n\n%s\n\n", "## Final\n\n%s"),
        "caps": ("DRAFT %d:\n%s\n\n", "CRITIC: %s\n\n", "FINAL: %s"),
        "brackets": ("[draft %d]\n%s\n\n", "[critic] %s\n\n", "[final] %s"),
        "quote": ("Version %d\n%s\n\n", "> Reviewer: %s\n\n", "Final: %s"),
        "margin": ("%s\n\n", "  // critic: %s\n\n", "%s"),
    }

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain", "thin" if t.chance(0.2) else "space")
        self.fixed["form"] = t.one(*self.FORMS)

    def section(self, t: Telling, place: int, text: str) -> str:
        form = self.FORMS[str(self.fixed["form"])][place]
        return form.replace("%d", str(t.index + 1)).replace("%s", text)

    def draft(self, t: Telling) -> str:
        line, text = t.one(*self.LINE), self.say(t, self.LEAD) + "\n"
        for term in t.work.terms:
            text += self.mended(t, self.SLIP, term, 0.1, line) or self.of(t, (line,), term)
            if is_right(term) and term.left > 10 and t.flag("asides", 0.4):
                text += f"   [{how(term, False, t)[0]}]"
            text += "\n"
        if len(t.work.terms) > 2 and t.flag("stages", 0.5):
            text += t.one("Adding up: ", "In stages: ", "Add: ") + ", ".join(self.adds(t, t.work)) + "\n"
        return self.section(t, 0, text + self.commit(t, self.COMMIT))

    def first(self, t: Telling) -> str:
        return self.say(t, self.OPEN) + "\n\n" + self.draft(t)

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=3)
        if way in ("mend", "resum"):
            text = self.section(t, 1, self.say(t, self.MEND if way == "mend" else self.RESUM, words))
            new = t.one("Corrected:", "Changed accordingly.", "Noted. New sum:", "Right, so the sum is now:")
            return text + self.section(t, 0, f"{new}\n{t.sum(t.work)}\n" + self.commit(t, self.COMMIT))
        pool = {"compare": self.COMPARE, "redo": self.REDO}.get(way)
        text = self.section(t, 1, self.say(t, pool) if pool else self.fault(t, words))
        return text + self.draft(t)

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            text += self.section(t, 1, self.checked(t, self.CHECKS))
        final = t.chance(0.75)
        return text + (self.section(t, 2, self.repeat(t, self.FINAL)) if final else "")


class SolverAndChecker(Habit):
    """A dialogue: one voice calculates, the other asks, doubts and is satisfied in the end."""

    NAMES = (
        ("A", "B"),
        ("Solver", "Skeptic"),
        ("Me", "Also me"),
        ("Voice 1", "Voice 2"),
        ("Left", "Right"),
        ("P", "Q"),
        ("Calculator", "Checker"),
        ("Ana", "Ben"),
    )
    OPEN = (
        "<B>What's <ab>?\n<A>Let's see.",
        "<A>So, <ab>. I'll go part by part.",
        "<B>OK, <ab>. How do you want to do it?",
        "<A>We have <ab> on the table.",
        "<B>Your turn: <ab>.\n<A>Right.",
    )
    SPLIT = (
        "<A>I take <wb> as <fac>.",
        "<A>Split <wb>: <fac>. Then <wa> times each.",
        "<A>Use <fac> for <wb>.",
        "<A>I'd multiply <wa> by <fac>, piece by piece.",
    )
    LINE = ("<l> times <r> is <v>", "<l> × <r> = <v>", "<l> × <r>, that's <v>", "<l> by <r> makes <v>")
    SLIP = (
        "<A><l> × <r> is <w>.\n<B>Is it?\n<A>No, sorry, <v>.",
        "<A><l> times <r>, that's <w>... <v>, I mean.",
        "<A><l> × <r> = <w>.\n<B>Look again.\n<A>Ah. <v>.",
    )
    NOD = ("<B>OK.", "<B>Fine so far.", "<B>Go on.", "<B>Mhm.", "<B>Agreed.", "<B>Yes.", "<B>With you.")
    COMMIT = (
        "<A>So it's <n>.",
        "<A>Which makes <n>.",
        "<A>I say <n>.",
        "<A>All in all, <n>.",
        "<A>There: <ab> = <n>.",
        "<A><n>. That's my answer.",
        "<A>And that comes to <n>.",
        "<A>My result: <n>.",
        "<A>I end up with <n>.",
        "<B>And the total?\n<A><n>.",
    )
    ASK = (
        "<B>Sure about that?",
        "<B>Can you back that up?",
        "<B>How do you know <n> is right?",
        "<B>Hmm, I'd like a check.",
        "<B>Wait. Convince me.",
        "<B>You've been wrong before.",
        "<B><n>? Let me see some evidence.",
        "<B>Before we stop: check it.",
    )
    OBJECT = (
        "<B>Hmm, hold on.",
        "<B>Wait a second.",
        "<B><p>? I doubt it.",
        "<B>I don't like <p>.",
        "<B>Not so fast.",
        "<B>Are you certain?\n<A>Let me look.",
        "<B>Something's fishy.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "<A>By nines: <a> gives <ra>, <b> gives <rb>, times each other <rab>, so <rn>. And <n> gives"
            " <rn>.\n<B>Good.",
            "<A>Digit sums: <sa>, <sb>, and <sn> for the result. Mod 9 that's <ra> × <rb> ≡ <rn>, both"
            " sides.\n<B>OK then.",
        ),
        "slipped": (
            "<B>Nines: it should leave <rn>, but your <n> adds to <sw> and leaves <rw>.\n<A>It adds to <sn>. Count"
            " again.\n<B>...<sn>, right, leaves <rn>. I miscounted. Yours holds.",
        ),
        "last": (
            "<A><da> times <db> is <dab>, so it ends in <dn>, and it does.\n<B>Fair enough.",
            "<B>Last digit should be <dn>.\n<A>It is.\n<B>OK.",
        ),
        "estimate": (
            "<A><ea> × <eb> would be <e>. We're close to that.\n<B>Plausible.",
            "<B>About <e>, I'd have guessed, from <ea> × <eb>.\n<A>Then we're in the right place.",
        ),
        "divide": (
            "<A>Divide <n> by <b>: you get <a>, nothing left over.\n<B>That settles it.",
            "<B><n> over <a>?\n<A>Exactly <b>.\n<B>Then it's right.",
        ),
        "split": (
            "<A>The other way: <ow> × (<op>), so <os> = <n>.\n<B>Same. I'm satisfied.",
            "<B>I split <oc> instead and added <os>. I have <n> as well.\n<A>See.",
        ),
        "partial": (
            "<B>Do <l> × <r> again.\n<A><how>. As I said.\n<B>OK, leave it.",
            "<A>Pick any line. Say <l> × <r>: <how>.\n<B>Yes, that's what you had.",
        ),
        "misread": ("<B>I get <w> for <l> × <r>.\n<A><how>.\n<B>You're right, my slip. No change.",),
        "idle": (
            "<A>I went over every line again. It's fine.\n<B>Then we're done.",
            "<A>I see nothing wrong with it.\n<B>Neither do I.",
        ),
        "waver": (
            "<B>Should we do it all over?\n<A>What for? There's nothing wrong that I can see.\n<B>Fine, keep it.",
            "<A>I'm not a hundred percent sure, to be honest.\n<B>Any line you'd change?\n<A>No.\n<B>Then it stays.",
        ),
    }
    MEND = (
        "<B>You said <l> × <r> is <was>. It's <now>.\n<A>Oh. Yes, <now>.",
        "<A>Ah, I see it: <l> × <r> is <now>, not <was>.\n<B>So <p> is off.",
        "<B>Look at <l> × <r>.\n<A><was>... no, <now>. You're right, that's wrong.",
        "<A>I botched <l> × <r>. <now>, not <was>.",
    )
    RESUM = (
        "<B>The parts don't add up to <p>.\n<A>Let me add again.",
        "<A>I added wrong, <p> isn't it.\n<B>Add once more.",
        "<B>Check your addition.\n<A>Hm, yes, I lost a carry there.",
    )
    REDO = (
        "<B>I don't buy <p>. Throw it out, start over.\n<A>All right, from the top.",
        "<A>Honestly, forget <p>. I was careless. Again.",
        "<A>Let's scrap <p> and begin anew.\n<B>Yes please.",
        "<B>Take back <p> and do it properly this time.\n<A>OK, <p> is withdrawn.",
        "<A>I wouldn't bet on <p>. Drop it; new attempt.",
    )
    COMPARE = (
        "<B>I'll do it the other way and we compare.",
        "<B>Let me try my own split.",
        "<A>I'll test it with the other factor broken up.",
        "<B>Try it from the other side.",
    )
    VERSUS = (
        "<B>I get <n>, you had <p>.\n<A>Mine had a slip in it. <n> it is.",
        "<A>Hm, <n> this time, not <p>.\n<B>Which one?\n<A>The new one, I rushed the first. <n>.",
        "<A>That's <n>. So <p> was wrong.\n<B>Then <n>.",
        "<B>So <n> against <p>.\n<A>I went over both; the mistake was in mine. We take <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "<B>Nines: <ra> times <rb> leaves <rt>, your <p> leaves <rp>.\n<A>So it's wrong. Again.",
            "<A>Mod 9 it should be <rt>, and <p> is <rp>. That kills it. I'll redo it.",
        ),
        "last": (
            "<B><da> times <db> ends in <dt>. Yours ends in <dp>.\n<A>Damn. Then <p> is wrong, once more.",
            "<A>It has to end in <dt>, and <p> doesn't.\n<B>Do it again.",
        ),
        "size": ("<B><ea> × <eb> is <e>. How could it be <p>?\n<A>It can't. Starting again.",),
    }
    FINAL = (
        "<B>So, final answer?\n<A><n>.",
        "<A>Final: <n>.",
        "<B>Good, <ab> = <n>.",
        "<A>Then we tell them <n>.",
        "<B>Write down <n>.",
        "\nAnswer: <n>",
        "\n**<ab> = <n>**",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma", "space")
        one, two = t.rng.choice(self.NAMES)
        form = t.one("%s: ", "%s: ", "**%s:** ", "[%s] ", "%s – ", "%s > ")
        if t.chance(0.15):
            one, two, form = "", "", t.one("%s— ", "%s- ", "%s– ")
        self.fixed |= {"A": form % one, "B": form % two}

    def talk(self, t: Telling) -> str:
        text, said = self.say(t, self.SPLIT) + "\n", ""
        line = t.one(*self.LINE)
        for term in t.work.terms:
            slip = self.mended(t, self.SLIP, term, 0.12)
            if slip:
                text += (f"<A>{said}.\n" if said else "") + slip + "\n"
                said = ""
                continue
            said += ("; " if said else "") + self.of(t, (line,), term)
            if t.chance(0.5):
                text += f"<A>{said}.\n" + (self.say(t, self.NOD) + "\n" if t.chance(0.45) else "")
                said = ""
        text += f"<A>{said}.\n" if said else ""
        if t.flag("sums", 0.6):
            text += "<A>" + t.one("Adding: ", "Now add. ", "Sum: ", "") + ", then ".join(self.adds(t, t.work)) + ".\n"
        else:
            text += "<A>" + t.one("Add ", "Now ", "Put together ") + t.sum(t.work) + ".\n"
        return text

    def finish(self, t: Telling, text: str) -> str:
        return text.replace("<A>", str(self.fixed["A"])).replace("<B>", str(self.fixed["B"]))

    def first(self, t: Telling) -> str:
        return self.say(t, self.OPEN) + "\n" + self.talk(t) + self.commit(t, self.COMMIT) + "\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=3)
        text = self.say(t, self.OBJECT) + "\n" if t.chance(0.6) else ""
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n"
            return text + f"<A>{t.one('Now', 'So', 'New sum:')} {t.sum(t.work)}.\n{self.commit(t, self.COMMIT)}\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n" + self.talk(t) + self.commit(t, self.VERSUS) + "\n"
        text += (self.fault(t, words) if way == "fault" else self.say(t, self.REDO)) + "\n"
        return text + self.talk(t) + self.commit(t, self.COMMIT) + "\n"

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            text += self.say(t, self.ASK) + "\n" + self.checked(t, self.CHECKS) + "\n"
        return text + (self.repeat(t, self.FINAL) if t.chance(0.65) else "")


class CarryColumns(Habit):
    """Written multiplication digit by digit: rows with their carries, columns added with theirs."""

    OPEN = (
        "Write <a> over <b> and multiply row by row.",
        "Long multiplication, <ab>.",
        "Column method for <ab>.",
        "I do this on paper: <ab>.",
        "<ab>, schoolbook style, right to left.",
        "Stack the numbers, <ab>. Work from the right.",
    )
    ROW = ("Row for <r>: ", "<l> <x> <r>: ", "Digit row (<r>): ", "× <r>: ", "Row <r> -> ")
    END = (" → row <v>", ". Row: <v>", " | row = <v>", ", giving <v>", " => <v>")
    SLIP = (
        " (first wrote <w>, misread a digit; row is <v>)",
        " (not <w>, that was a slip of the pen; <v>)",
        " (<w>? no: <v>)",
        " (I nearly put <w>; it is <v>)",
    )
    COMMIT = (
        "Bottom line: <n>",
        "Reading off the bottom row: <n>.",
        "Result row: <n>",
        "So under the line stands <n>.",
        "Columns give <n>.",
        "= <n>",
        "Total of the rows: <n>.",
        "Written out: <ab> = <n>.",
        "The digits read <n>.",
        "I get <n> under the line.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "Nines: <sa>→<ra>, <sb>→<rb>, <ra>×<rb>=<rab>→<rn>. Result digits add to <sn>→<rn>. Matches.",
            "Cast out 9s. Top: <ra>, bottom: <rb>, product <rab> → <rn>; bottom line → <rn>. Good.",
        ),
        "slipped": (
            "Nines: want <rn>; bottom line adds to <sw> → <rw>. No match? Add its digits again... <sn> → <rn>. It does"
            " match, I had added the digits wrong.",
        ),
        "last": (
            "Rightmost column: <da>×<db>=<dab>, write <dn>. The result ends in <dn>. ok.",
            "Units: <dn>, as it must be (<da>×<db>).",
        ),
        "estimate": ("Length right? <ea>×<eb>=<e>, comparable. ok.", "Rounded: <ea>×<eb>=<e>. Number of places ok."),
        "divide": (
            "Long division the other way: <n> ÷ <b> comes out at <a>, remainder 0.",
            "<n> ÷ <a> = <b> rem 0. Good.",
        ),
        "split": (
            "Swap top and bottom: rows by <op> are <os>, total <n>. Same bottom line.",
            "With <ow> on top the rows are <os>; they add to <n> again.",
        ),
        "partial": ("Row <r> once more: <how>. Same row.", "Recheck row for <r>: <how>. Stays <v>."),
        "misread": ("Row <r> once more: <w>?? It says <v> above. Slowly: <how>. Row above was fine.",),
        "idle": ("Carries looked over: all accounted for as far as I see.", "Rows aligned, carries in. Fine."),
        "waver": (
            "Do all the carries again? I don't think that is needed. Leave it.",
            "Slightly unsure about alignment... rows are shifted properly. Leave it.",
        ),
    }
    MEND = (
        "Carry missed in the row for <r>: not <was>, it's <now>.",
        "Row <r> is off. I had <was>; with the carries right it is <now>.",
        "Row for <r>: rework → <now>. (<was> was wrong.)",
        "In <l> <x> <r> I carried wrong: <was> should be <now>.",
        "Found it, row <r>: <was> → <now>.",
    )
    RESUM = (
        "Rows ok. Column addition not: a carry went missing, so <p> is wrong.",
        "I added the columns wrong. Cross out <p>.",
        "Re-adding the columns: <p> was a slip.",
        "A carry got left out in adding. <p> is crossed out.",
    )
    REDO = (
        "I lost track of the carries. Cross out <p> and write it all again.",
        "Rub out <p>. Once more from the first row.",
        "<p> looks fishy and I don't trust my carries; erase it, again:",
        "Scratch <p>. New setup:",
        "Page too messy. <p> doesn't count. Rewriting:",
    )
    COMPARE = (
        "Check with the numbers swapped:",
        "Turn it round, other number on the bottom, and see if <p> comes again:",
        "Same thing with the factors exchanged:",
        "Control run, swapped:",
    )
    VERSUS = (
        "That is <n>, not <p>. I trust this one, carries were clean. Result <n>.",
        "Not the same: <p> before, <n> now. A carry slipped in the first. So <n>.",
        "Differs from <p>; first setup had the error. Bottom line <n>.",
        "<n>. So <p> goes, <n> stays.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "Nines: <sa>→<ra>, <sb>→<rb>, product → <rt>. But <p> → <rp>. Wrong somewhere. Write again:",
            "9s: <rt> wanted, <p> has <rp>. Cross it out, again:",
        ),
        "last": (
            "Rightmost: <da>×<db>=<dab>, so <dt> at the end, and <p> has <dp>. Cross out, redo:",
            "Units digit <dp>? Has to be <dt>. Redo:",
        ),
        "size": ("<p> has the wrong size (<ea>×<eb>=<e>). Rows must have been shifted wrong. Redo:",),
    }
    ASK = ("Check. ", "Let me check. ", "Hm. ", "Verify: ", "Is that right? ", "Control: ", "", "Check the carries. ")
    FINAL = ("Answer: <n>", "Final: <ab> = <n>", "<n>", "Done, <n>.", "**Answer: <n>**", "Ans. <n>", "Product = <n>")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "plain", "comma", "space")
        t.x = t.one("×", "x", "×", "*")
        self.fixed["fence"] = t.one("```\n", "```\n", "")

    def carries(self, t: Telling, term: Term) -> str:
        """The digits of a right row one by one; of a wrong one nothing."""
        digit, told, carry = int(str(term.right).rstrip("0")), [], 0
        if digit > 9 or not is_right(term):
            done = t.one("written out", "digit by digit", "with its carries", "from the right", "multiplied out")
            return f"{t.n(term.left)}{t.x}{t.n(term.right)} {done}"
        digits = [int(d) for d in reversed(str(term.left))]
        for place, d in enumerate(digits):
            value = d * digit + carry
            plus = f"+{carry}={value}" if carry else ""
            last = place == len(digits) - 1
            end = f" write {value}" if last else f" write {value % 10}" + (f" c{value // 10}" if value > 9 else "")
            told.append(f"{d}{t.x}{digit}={d * digit}{plus}{end}")
            carry = value // 10
        zeros = len(str(term.right)) - len(str(term.right).rstrip("0"))
        return "; ".join(told) + (f"; shift {zeros}" if zeros else "")

    def columns_added(self, t: Telling, work: Work) -> str:
        """The columns of a right sum, from the units on."""
        values = [term.value for term in work.terms]
        if sum(values) != work.total or any(term.sign < 0 for term in work.terms):
            return ""
        told, carry = [], 0
        for place in range(len(str(work.total))):
            digits = [v // 10**place % 10 for v in values if v >= 10**place]
            plus = [*map(str, digits), *([f"c{carry}"] if carry else [])]
            value = sum(digits) + carry
            told.append(f"{'+'.join(plus)}={value}" if len(plus) > 1 else f"{value}")
            carry = value // 10
        return "Columns from the right: " + " | ".join(told) + "\n"

    def sheet(self, t: Telling) -> str:
        """The rows and the sum, without the words that commit it."""
        text, row, end = "", t.one(*self.ROW), t.one(*self.END)
        for term in sorted(t.work.terms, key=lambda term: term.right):
            words: Words = {"l": term.left, "r": term.right, "v": term.value}
            if t.flag("carries", 0.75) and term.left > 9:
                told = self.carries(t, term)
                text += self.say_again(t, (row,), words) + told + self.say_again(t, (end,), words)
            else:
                text += self.say_again(t, ("<l> <x> <r> = <v>",), words)
            text += self.mended(t, self.SLIP, term, 0.1) + "\n"
        fence = str(self.fixed["fence"])
        if t.flag("picture", 0.6):
            sheet = t.columns(t.work, t.words, t.one("-", "─", "="))
            text += f"{fence}{sheet}{t.total(t.work, t.words)}\n{fence}"
        elif t.flag("running", 0.5):
            text += "Add: " + "; ".join(self.adds(t, t.work)) + "\n"
        else:
            text += t.one("Add rows: ", "Rows: ", "Sum: ") + t.sum(t.work) + "\n"
        if len(t.work.terms) < 4 and t.flag("columns", 0.5):
            text += self.columns_added(t, t.work)
        return text

    def first(self, t: Telling) -> str:
        t.solve("low")
        return self.say(t, self.OPEN) + "\n" + self.sheet(t) + self.commit(t, self.COMMIT) + "\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=5, redo=2, compare=2, fault=3)
        text = self.say(t, self.ASK) if t.chance(0.5) else ""
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n"
            text += t.one("Add again: ", "Rows now: ", "New addition: ") + t.sum(t.work) + "\n"
            return text + self.commit(t, self.COMMIT) + "\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n" + self.sheet(t) + self.commit(t, self.VERSUS) + "\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n" + self.sheet(t) + self.commit(t, self.COMMIT) + "\n"

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            text += self.say(t, self.ASK) + self.checked(t, self.CHECKS) + "\n"
        return text + (self.repeat(t, self.FINAL) if t.chance(0.6) else "")


class RamblingReasoner(Habit):
    """A long monologue in think tags, full of 'wait' and 'hmm', and a short neat answer after it."""

    OPEN = (
        "Okay, so I need to figure out what <ab> is. Let me think about how to do this.",
        "Alright, I have to multiply <a> by <b>. Hmm, let me think.",
        "So the problem is <ab>. I remember there are a few ways to go about it.",
        "Okay, <ab>. I could use the standard algorithm, but maybe breaking it down is easier.",
        "Let me try to compute <ab> step by step. I don't want to mess up here.",
        "Hmm, <ab>. Let's do this carefully since it's easy to make a mistake with numbers like these.",
    )
    SPLIT = (
        "I can break <wb> down into <fac>, and then multiply each part by <wa>.",
        "Using the distributive property, <wa> <x> <wb> is <wa> × (<fac>).",
        "Maybe I'll split <wb> into <fac>. That makes it more manageable.",
        "So <wb> is the same as <fac>, right? Then I multiply <wa> by each of these.",
        "Let me write <wb> as <fac>, so I only have easy multiplications left.",
    )
    FIRSTLY = ("First, ", "So first, ", "Let's start with ", "Okay, first up: ", "Starting with ")
    NEXT = ("Next, ", "Then ", "Now ", "Then, ", "After that, ", "Okay, and ", "Moving on, ", "And ")
    LINE = ("<l> times <r> is <v>", "<l> <x> <r> is <v>", "<l> multiplied by <r> equals <v>", "<l> <x> <r> = <v>")
    SLIP = (
        "<l> <x> <r> is <w>. Wait, no, that's not right, let me see... <l> <x> <r> is <v>. Yeah, <v>.",
        "<l> times <r>, hmm, <w>? No wait, I think I mixed that up. It's <v>.",
        "<l> <x> <r> equals <w>, or... hold on. Let me redo that one. <v>. Okay, that's better.",
        "<l> <x> <r>. I want to say <w>, but actually it's <v>.",
    )
    ADD = (
        "Now I need to add all of these together. <steps>.",
        "Adding them up: <steps>.",
        "Then summing everything: <steps>.",
        "Okay, now the addition part. Let me line these up: <steps>.",
        "So putting those together, <steps>.",
    )
    COMMIT = (
        "So that would be <n>.",
        "So <ab> should be <n>.",
        "Which gives me <n>.",
        "Okay, so I'm getting <n>.",
        "So the answer would be <n>, I think.",
        "Alright, so that's <n> in total.",
        "So, if I did that right, it's <n>.",
        "Therefore, <n> is what I get.",
        "That means the product is <n>.",
        "So yeah, <n>.",
    )
    DOUBT = (
        "Wait, let me double-check that.",
        "Hmm, wait a second.",
        "But wait, is that correct?",
        "Wait, hold on.",
        "Hmm, I'm a bit unsure about this.",
        "Let me verify that, just to be safe.",
        "Wait, I should make sure I didn't make a mistake somewhere.",
        "Hmm, let me check my work.",
        "But hold on, let me go through that once more.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "One way is casting out nines. The digits of <a> add up to <sa>, which is <ra> mod 9, and for <b>"
            " it's <sb>,"
            " so <rb>. <ra> times <rb> is <rab>, which is <rn> mod 9. And the digits of <n> add up to <sn>, also <rn>."
            " Okay, that matches.",
            "Mod 9: <ra> <x> <rb> = <rab>, so <rn>. And <n> has digit sum <sn>, so <rn> as well. Great, it's"
            " consistent.",
        ),
        "slipped": (
            "Digit sums: the product should be <rn> mod 9. The digits of <n> add up to... <sw>, so that's <rw>. Uh oh,"
            " that doesn't match. Wait, let me add those digits again. It's <sn>, not <sw>. So <rn>. Okay, phew,"
            " it does"
            " match, I just added the digits wrong.",
        ),
        "last": (
            "The last digits are <da> and <db>, <da> <x> <db> = <dab>, so it should end in <dn>. And it does. Good.",
            "At least the last digit makes sense: <da> <x> <db> is <dab>, so it ends in <dn>.",
        ),
        "estimate": (
            "If I round, <ea> <x> <eb> is <e>, so <n> is in the right ballpark.",
            "Approximating, it should be somewhere around <e>, and it is. That seems reasonable.",
        ),
        "divide": (
            "If I divide <n> by <a>, I should get <b>. And I do, exactly <b>. So that checks out.",
            "Going backwards, <n> ÷ <b> = <a>. Yep, that works.",
        ),
        "split": (
            "Another way: split <oc> into <op>. Then multiplying each by <ow> I have <os>, which adds up to <n>. Same"
            " thing. Good, so I'm confident.",
            "Let me do it the other way around, <ow> × (<op>). That's <os>, so <n>. It matches what I had.",
        ),
        "partial": (
            "Let me recheck <l> <x> <r>. <how>. Yeah, that's what I had.",
            "<l> <x> <r>, for instance: <how>. Okay, that part is right.",
        ),
        "misread": (
            "<l> <x> <r> is... <w>? But before I had <v>. Hmm, let me be careful. <how>. Okay, so it was right"
            " the first"
            " time. No problem there.",
        ),
        "idle": (
            "Going through the steps again... yes, they all seem fine. I don't see any mistake.",
            "I went through each part again and everything seems to add up. Okay.",
        ),
        "waver": (
            "Maybe I should try the whole thing with a different method? I mean, I could, but the steps look"
            " fine to me."
            " I'll stick with it.",
            "I always get nervous with these carries, but I can't find anything wrong, so I'm going with that.",
        ),
    }
    MEND = (
        "<l> <x> <r>, I said that's <was>. But it's actually <now>. Oh no, so I made a mistake there.",
        "Let me go over <l> <x> <r> again. Hmm, that's <now>, not <was>! So my total of <p> was off.",
        "Oh, I see, <l> <x> <r> should be <now>. I wrote <was> earlier, that's where I went wrong.",
        "Looking at <l> <x> <r> again, I get <now>. Previously I had <was>. Okay, that changes the result.",
    )
    RESUM = (
        "The partial products seem right, but the addition... I don't think it comes to <p>. Let me add again.",
        "Oh, I messed up the addition. It's not <p>.",
        "Hmm, adding those up again, I don't get <p> anymore. I must have forgotten to carry.",
        "The sum is off, I think. <p> can't be right if I add these properly.",
    )
    REDO = (
        "I don't really trust <p> anymore. Let me forget about that and start over.",
        "I think I got confused somewhere, so <p> is probably wrong. Let me just redo the whole thing.",
        "I was kind of sloppy there. Scrap <p>. I'll start from the beginning.",
        "You know what, let me throw out <p> and do this properly from scratch.",
        "No, I don't think <p> is right. Let me begin again with a clear head.",
    )
    COMPARE = (
        "Let me try a different approach and see if I get the same thing.",
        "Maybe I can check this by breaking up the other number instead.",
        "Let me do it another way to confirm.",
        "I'll cross-check by splitting it differently.",
    )
    VERSUS = (
        "Wait, now I'm getting <n>, but before I got <p>. That's a discrepancy. I think I made an error the"
        " first time, so"
        " it should be <n>.",
        "Hmm, that's <n>, which is different from <p>. Which one is right? Looking back, the second one is cleaner, the"
        " first had a slip. So <n>.",
        "So this time it's <n>. That doesn't agree with <p>. I must have made a mistake earlier. I'll go with <n>.",
        "That comes to <n>, not <p>. Okay, so the first one was wrong, and it's <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "The digit sums: mod 9, <a> is <ra> and <b> is <rb>, so the product should be <rt> mod 9. But <p> is"
            " <rp> mod"
            " 9. That's not matching, so I messed up somewhere. Let me do it again.",
            "Casting out nines, I'd need <rt>, but <p> gives me <rp>. So that's wrong. Okay, from the start.",
        ),
        "last": (
            "The last digit should come from <da> <x> <db> = <dab>, so it should be <dt>. But <p> ends in <dp>."
            " So that can't"
            " be right. Let me recalculate.",
        ),
        "size": ("<ea> <x> <eb> is about <e>, and <p> isn't anywhere near that. So I definitely messed up. Again.",),
    }
    AFTER = (
        "The product of <a> and <b> is **<n>**.",
        "To calculate <ab>, we can split <wb> into parts:\n\n$$<wa:m> \\times (<fac:m>) = <n:m>$$\n\n**Answer:** <n>",
        "**Final Answer:** $\\boxed{<n:m>}$",
        "Step by step:\n\n1. Break <wb> into parts: <fac>.\n2. Multiply each by <wa>: <sum>.\n3. Add them up.\n\n"
        "\\[ \\boxed{<n:m>} \\]",
        "<ab> = **<n>**",
        "Multiplying the two numbers part by part and adding the partial products gives\n\n\\boxed{<n:m>}",
        "Result: <n>",
    )
    LAST = (
        "So the answer is <n>.",
        "Okay, so I'm going with <n>.",
        "Alright, <n> it is.",
        "Therefore the product is <n>.",
        "Good, so <n>.",
    )

    def begin(self, t: Telling) -> None:
        t.words, t.maths = t.one("plain", "comma", "comma"), t.one("plain", "comma", "latex")
        t.x = t.one("×", "×", "*", "x")
        self.fixed["open"] = t.one("<think>\n", "<think>\n", "", "<think>")

    def muse(self, t: Telling) -> str:
        text = self.say(t, self.SPLIT) + "\n\n"
        line = t.one(*self.LINE)
        for place, term in enumerate(t.work.terms):
            text += self.say(t, self.NEXT if place else self.FIRSTLY)
            slip = self.mended(t, self.SLIP, term, 0.13)
            detail = "" if slip else t.detail(term, 0.4)
            text += slip or self.of(t, (line,), term) + (f", because {detail}" if detail else "") + "."
            text += t.one(" ", " ", "\n\n", " Okay. ", " Got it. ")
        return text.rstrip() + "\n\n" + self.say(t, self.ADD, {"steps": ", then ".join(self.adds(t, t.work))}) + " "

    def first(self, t: Telling) -> str:
        text = str(self.fixed["open"]) + self.say(t, self.OPEN) + "\n\n"
        return text + self.muse(t) + self.commit(t, self.COMMIT) + "\n\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=3, fault=3)
        text = self.say(t, self.DOUBT) + " "
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words)
            now = t.one("So now it's", "Adding again,", "So the sum becomes")
            return f"{text} {now} {t.sum(t.work)}. {self.commit(t, self.COMMIT)}\n\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + " " + self.muse(t) + self.commit(t, self.VERSUS) + "\n\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n\n" + self.muse(t) + self.commit(t, self.COMMIT) + "\n\n"

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2])):
            text += self.say(t, self.DOUBT) + " " + self.checked(t, self.CHECKS) + "\n\n"
        if t.chance(0.5):
            text += self.repeat(t, self.LAST) + "\n\n"
        if not self.fixed["open"]:
            return text + (self.repeat(t, self.AFTER) if t.chance(0.5) else "")
        return text.rstrip() + "\n</think>\n\n" + self.repeat(t, self.AFTER)


class TelegraphAnalysis(Habit):
    """Analysis in telegram style, run on in one paragraph, then the final channel."""

    OPEN = (
        "We need to compute <ab>.",
        "Need compute <ab>.",
        "User wants <ab>, step by step.",
        "Compute <ab>. Show steps.",
        "The user asks <ab>. Let's compute.",
        "Simple multiplication <ab>.",
    )
    SPLIT = (
        "<wa>*<wb> = <wa>*(<fac>).",
        "Break: <wb> = <fac>.",
        "<wb>=<fac>.",
        "Use <fac>.",
        "Do <wa>*(<fac>).",
        "Decompose <wb>: <fac>.",
    )
    LINE = ("<l>*<r>=<v>.", "<l>*<r> = <v>.", "<l> * <r> = <v>;", "<l>×<r>=<v>.")
    SLIP = (
        "<l>*<r>=<w>... no <v>.",
        "<l>*<r>=<w>? compute: <v>.",
        "<l>*<r> = <w>. Hmm: actually <v>.",
        "<l>*<r>: <w> wrong, <v>.",
    )
    COMMIT = (
        "So <n>.",
        "Sum <n>.",
        "Total <n>.",
        "=> <n>.",
        "Answer <n>.",
        "Gives <n>.",
        "So product <n>.",
        "So answer: <n>.",
        "Yields <n>.",
        "Thus <n>.",
        "Result <n>.",
    )
    DOUBT = ("Check:", "Double-check.", "Check quickly.", "Verify:", "Let me verify.", "Sanity:", "Wait.", "Hmm.")
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "mod 9: <a>-><ra>, <b>-><rb>, product <rab>-><rn>. <n>-><sn>-><rn>. OK.",
            "mod9 <ra>*<rb>=<rab>≡<rn>; digits sum <sn> ≡<rn>. Good.",
        ),
        "slipped": (
            "mod 9 expected <rn>. Digits of <n>: sum <sw> -> <rw>. Mismatch? Recount digits: <sn> -> <rn>. OK"
            " fine, check"
            " miscounted.",
            "mod9: need <rn>, digit sum <sw>?? That gives <rw>. Recompute digit sum: <sn>. ≡<rn>. Good.",
        ),
        "last": ("Last digit <da>*<db>=<dab> -> <dn>. OK.", "Ends in <dn>: <da>*<db>=<dab> ok."),
        "estimate": ("Approx <ea>*<eb>=<e>. OK.", "Magnitude ~<e>. Fine."),
        "divide": ("<n>/<a>=<b>. Good.", "<n>/<b> = <a> exactly. OK."),
        "split": (
            "Alternate: <ow>*(<op>) = <os> = <n>. Good.",
            "Other way: <os> = <n>. Matches.",
        ),
        "partial": ("<l>*<r>: <how>. Same.", "Re <l>*<r>: <how>. OK."),
        "misread": ("<l>*<r>=<w>? Previously <v>. <how>. So earlier correct.",),
        "idle": ("Steps fine.", "All good.", "Seems right."),
        "waver": ("Could recompute differently, not needed.", "Not 100% but no error seen. Keep."),
    }
    MEND = (
        "<l>*<r> = <now>, not <was>. Fix.",
        "Oops <l>*<r> is <now> (had <was>).",
        "Error: <l>*<r> should be <now>. So <p> wrong.",
        "Recheck <l>*<r>: <now>. Not <was>. Correct total.",
        "Actually <l>*<r>=<now>. I wrote <was>.",
    )
    RESUM = (
        "Addition wrong. <p> incorrect.",
        "Sum miscalculated; not <p>. Re-add.",
        "Re-add: not <p>.",
        "Oops, addition carry. <p> no.",
    )
    REDO = (
        "Not sure about <p>; discard, recompute.",
        "Forget <p>. Recompute from scratch.",
        "<p> suspicious. Drop it and redo carefully.",
        "Let's throw away <p>, recompute.",
        "Don't trust <p>. Again fully.",
    )
    COMPARE = ("Other decomposition.", "Alternate:", "Compute another way.", "Verify via other split.")
    VERSUS = (
        "Got <n> vs <p>. Earlier had error. So <n>.",
        "That's <n>, conflicts with <p>. Second is right. <n>.",
        "Different: <n>. <p> wrong. Use <n>.",
        "<n> != <p>. First one off. Answer <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "mod 9: need <ra>*<rb>≡<rt>; <p>≡<rp>. Mismatch, <p> wrong. Recompute.",
            "mod9 <rt> vs <rp>. So error in <p>. Redo.",
        ),
        "last": (
            "Last digit must be <dt> (<da>*<db>=<dab>), <p> ends <dp>. Wrong. Redo.",
            "Ends <dp>, should <dt>. So <p> wrong. Again:",
        ),
        "size": ("Approx <ea>*<eb>=<e>; <p> off. Wrong. Recompute.",),
    }
    ANSWER = (
        "**<ab:m> = <n>**",
        "Step 1 – split <wb> into <fac>.\n\nStep 2 – partial products: <sum>.\n\nStep 3 – add.\n\n**<n>**",
        "The product is **<n>**.",
        "\\[\n<wa:m> \\times <wb:m> = <n:m>\n\\]",
        "<ab> = <n>",
        "Breaking <wb> into <fac> and multiplying by <wa>:\n\n<sum> = **<n>**",
        "| step | value |\n|---|---|\n| partial products | <sum> |\n| total | **<n>** |",
    )
    LAST = ("Provide answer <n>.", "Answer: <n>.", "Write up <n>.", "Final <n>.", "Output <n>.", "Respond with <n>.")
    CHANNELS = (
        ("", "\n\n"),
        ("analysis", "assistantfinal"),
        ("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
        ("**Analysis**\n", "\n\n**Final**\n"),
        ("", "\n\n---\n"),
    )

    def begin(self, t: Telling) -> None:
        t.words, t.maths = t.one("plain", "plain", "comma", "narrow"), t.one("plain", "comma", "latex", "thin")
        t.x = t.one("*", "*", "×", "x")
        self.fixed["open"], self.fixed["shut"] = t.rng.choice(self.CHANNELS)

    def line(self, t: Telling) -> str:
        said, line = [self.say(t, self.SPLIT)], t.one(*self.LINE)
        for term in t.work.terms:
            said.append(self.mended(t, self.SLIP, term, 0.12) or self.of(t, (line,), term))
            if is_right(term) and term.left > 10 and t.flag("worked", 0.5) and t.chance(0.6):
                said.append(f"({how(term, False, t)[0]})")
        if t.flag("sums", 0.65):
            said.append(t.one("Add: ", "Sum: ", "") + ", ".join(self.adds(t, t.work)) + ".")
        else:
            said.append(t.one("Add ", "Sum = ", "Sum of ") + t.sum(t.work) + ".")
        return t.one(" ", " ", "\n").join(said) + " "

    def first(self, t: Telling) -> str:
        return str(self.fixed["open"]) + self.say(t, self.OPEN) + " " + self.line(t) + self.commit(t, self.COMMIT) + " "

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=3)
        text = t.one("", "", "\n", "\n\n") + self.say(t, self.DOUBT) + " "
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + " "
            return text + t.one("Sum: ", "New: ", "Add: ") + t.sum(t.work) + ". " + self.commit(t, self.COMMIT) + " "
        if way == "compare":
            return text + self.say(t, self.COMPARE) + " " + self.line(t) + self.commit(t, self.VERSUS) + " "
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + " " + self.line(t) + self.commit(t, self.COMMIT) + " "

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 2, 2])):
            text += t.one("", "\n") + self.say(t, self.DOUBT) + " " + self.checked(t, self.CHECKS) + " "
        text += self.repeat(t, self.LAST) if t.chance(0.4) else ""
        return text.rstrip(" ") + str(self.fixed["shut"]) + self.repeat(t, self.ANSWER)


class QwenDisplay(Habit):
    r"""Qwen2.5-Instruct: displayed formulas, a box, then a re-evaluation with another box."""

    latex = True
    OPEN = (
        "To calculate \\( <ab:m> \\), we can break it down step by step.",
        "To solve \\( <ab:m> \\), we will use the distributive property of multiplication.",
        "Sure, let's calculate \\( <ab:m> \\) step by step.",
        "To find the product of <a> and <b>, we can use the standard multiplication method.",
        "Let's break down the multiplication \\( <ab:m> \\) into simpler parts.",
        "Certainly! We will calculate \\( <ab:m> \\) using partial products.",
    )
    SPLIT = (
        "First, express \\( <wb:m> \\) as \\( <fac:m> \\):\n\\[ <wa:m> \\times <wb:m> = <wa:m> \\times (<fac:m>) \\]",
        "1. **Decompose the number**:\n   \\[ <wb:m> = <fac:m> \\]",
        "We write \\( <wb:m> = <fac:m> \\) and multiply each part by \\( <wa:m> \\).",
        "Using the distributive property:\n\\[ <wa:m> \\times (<fac:m>) \\]",
    )
    LINE = (
        "\\[ <l:m> \\times <r:m> = <v:m> \\]",
        "- \\( <l:m> \\times <r:m> = <v:m> \\)",
        "Multiply \\( <l:m> \\) by \\( <r:m> \\):\n   \\[ <l:m> \\times <r:m> = <v:m> \\]",
        "   - \\( <l:m> \\cdot <r:m> = <v:m> \\)",
    )
    SLIP = (
        "\\[ <l:m> \\times <r:m> = <w:m> \\]\nWait, this step is incorrect. It should be\n\\[ <l:m> \\times"
        " <r:m> = <v:m> \\]",
        "- \\( <l:m> \\times <r:m> = <w:m> \\) (correction: \\( <v:m> \\))",
    )
    ADD = (
        "Now, add these partial products together:",
        "Next, we sum all the results:",
        "Adding the intermediate results:",
        "Finally, add them all up:",
        "Now we add the partial products:",
    )
    COMMIT = (
        "Therefore, the result of \\( <ab:m> \\) is \\( \\boxed{<n:m>} \\).",
        "So, the final answer is:\n\\[ \\boxed{<n:m>} \\]",
        "Thus, \\( <ab:m> = <n:m> \\).",
        "Therefore, \\( <ab:m> = \\boxed{<n:m>} \\).",
        "So, the product of <a> and <b> is <n>.",
        "Hence, we obtain \\( <n:m> \\).",
        "\\[ <ab:m> = <n:m> \\]",
        "The result is \\( <n:m> \\).",
        "Thus, the product is:\n\\[ <n:m> \\]",
    )
    DOUBT = (
        "However, let's double-check the calculation.",
        "Let's re-evaluate the steps to ensure accuracy.",
        "Upon re-evaluation, let's verify each step.",
        "Let me verify this result.",
        "To confirm, let's check the calculation again.",
        "Wait, let's double check the intermediate steps.",
        "Let's verify the result by an additional check.",
        "To be sure about the result, we can check it.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "Modulo 9, \\( <a:m> \\equiv <ra> \\) and \\( <b:m> \\equiv <rb> \\), so the product must be"
            " \\( \\equiv <rab> \\equiv <rn> \\). Since \\( <n:m> \\equiv <rn> \\pmod 9 \\), this is consistent.",
            "Casting out nines: \\( <ra> \\times <rb> = <rab> \\equiv <rn> \\pmod{9} \\) and \\( <n:m> \\equiv <rn>"
            " \\pmod{9} \\). The check holds.",
        ),
        "slipped": (
            "The digit sum of \\( <n:m> \\) is \\( <sw> \\equiv <rw> \\pmod 9 \\), while \\( <rn> \\) is expected."
            " Let's recount: the digit sum is in fact \\( <sn> \\equiv <rn> \\pmod 9 \\). The verification"
            " contained the"
            " error, not the calculation.",
        ),
        "last": ("The last digit is that of \\( <da> \\times <db> = <dab> \\), i.e. \\( <dn> \\), as it should be.",),
        "estimate": (
            "Estimation: \\( <ea:m> \\times <eb:m> = <e:m> \\), which is close to the calculated value.",
            "Since \\( <a:m> \\approx <ea:m> \\) and \\( <b:m> \\approx <eb:m> \\), we expect roughly \\( <e:m> \\)."
            " The result is reasonable.",
        ),
        "divide": ("\\[ \\frac{<n:m>}{<b:m>} = <a:m> \\]\nThis confirms the result.",),
        "split": (
            "Alternatively,\n\\[ <ow:m> \\times (<op:m>) = <os:m> = <n:m> \\]\nwhich is the same result.",
            "Using the commutative property:\n\\[ <ow:m> \\times (<op:m>) = <n:m> \\]\nBoth methods agree.",
        ),
        "partial": (
            "\\[ <how:m> \\]\nThis step is correct.",
            "Rechecking one product:\n\\[ <how:m> \\]\nIt is unchanged.",
        ),
        "misread": (
            "\\[ <l:m> \\times <r:m> = <w:m> \\]\nThis does not match the \\( <v:m> \\) above. Recomputing,\n"
            "\\[ <how:m> \\]\nso the original step was correct.",
        ),
        "idle": (
            "Each step has been performed as described, and no error was found.",
            "The steps are consistent and the calculation is complete.",
        ),
        "waver": ("One could use another method, but the steps above show no inconsistency, so we keep the result.",),
    }
    MEND = (
        "There is an error in the multiplication \\( <l:m> \\times <r:m> \\). The correct value is:\n"
        "\\[ <l:m> \\times <r:m> = <now:m> \\]",
        "I noticed a mistake: \\( <l:m> \\times <r:m> \\) is \\( <now:m> \\), not \\( <was:m> \\).",
        "The partial product \\( <l:m> \\times <r:m> = <was:m> \\) is incorrect; it should be \\( <now:m> \\).",
        "Correction: \\( <was:m> \\) should be \\( <now:m> \\) in the step \\( <l:m> \\times <r:m> \\).",
    )
    RESUM = (
        "It seems there was a mistake in the addition, so \\( <p:m> \\) is not correct. Let's correct it:",
        "The partial products are as above, but their sum was miscalculated as \\( <p:m> \\). The correct sum is:",
        "Upon rechecking the addition, \\( <p:m> \\) is found to be wrong:",
    )
    REDO = (
        "It appears that \\( <p:m> \\) is not reliable. Let's discard it and recalculate everything.",
        "There seems to be an error in the calculation leading to \\( <p:m> \\). Let's start over.",
        "I apologize, the previous result \\( <p:m> \\) should be disregarded. Let's redo the calculation.",
        "The above answer \\( <p:m> \\) is withdrawn. Let's carefully perform the multiplication again.",
    )
    COMPARE = (
        "We verify by a different decomposition.",
        "Let's compute the product in another way and compare.",
        "As a verification, we split the other factor.",
    )
    VERSUS = (
        "This gives \\( <n:m> \\), which differs from \\( <p:m> \\). The earlier calculation contained an error, so the"
        " correct answer is \\( \\boxed{<n:m>} \\).",
        "The result does not match \\( <p:m> \\). Therefore, the correct result is:\n\\[ \\boxed{<n:m>} \\]",
        "We obtain \\( <n:m> \\) instead of \\( <p:m> \\). The corrected answer is \\( <n:m> \\).",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "Modulo 9, the product must be \\( <ra> \\times <rb> \\equiv <rt> \\), but \\( <p:m> \\equiv <rp>"
            " \\pmod 9 \\)."
            " So \\( <p:m> \\) is incorrect. Let's recalculate.",
        ),
        "last": (
            "The last digit must be \\( <dt> \\) because \\( <da> \\times <db> = <dab> \\), but \\( <p:m> \\) ends in"
            " \\( <dp> \\). There is a mistake, so we recalculate.",
        ),
        "size": (
            "An estimate is \\( <ea:m> \\times <eb:m> = <e:m> \\), so \\( <p:m> \\) cannot be right. Let's"
            " recalculate.",
        ),
    }
    FINAL = (
        "Therefore, the final answer is \\( \\boxed{<n:m>} \\).",
        "\\[ \\boxed{<n:m>} \\]",
        "The correct answer is \\(\\boxed{<n:m>}\\).",
        "So, the result of \\( <ab:m> \\) is \\( \\boxed{<n:m>} \\).",
        "The final answer is: $\\boxed{<n:m>}$",
        "Hence, \\( <ab:m> = <n:m> \\).",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = t.one("plain", "plain", "latex", "comma")

    def body(self, t: Telling) -> str:
        line = t.one(*self.LINE)
        text = self.say(t, self.SPLIT) + "\n\n"
        for term in t.work.terms:
            text += (self.mended(t, self.SLIP, term, 0.09, line) or self.of(t, (line,), term)) + "\n"
            if is_right(term) and term.left > 10 and t.flag("expand", 0.35):
                text += f"  \\[ {how(term, True, t)[1]} \\]\n"
        text += "\n" + self.say(t, self.ADD) + "\n"
        if t.flag("running", 0.5):
            return text + "".join(f"\\[ {add} \\]\n" for add in self.adds(t, t.work, maths=True)) + "\n"
        return text + f"\\[ {t.sum(t.work, maths=True)} = {t.m(t.work.total)} \\]\n\n"

    def first(self, t: Telling) -> str:
        return self.say(t, self.OPEN) + "\n\n" + self.body(t) + self.commit(t, self.COMMIT) + "\n\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        text = self.say(t, self.DOUBT) + "\n\n"
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n"
            text += f"\\[ {t.sum(t.work, maths=True)} = {t.m(t.work.total)} \\]\n"
            return text + self.commit(t, self.COMMIT) + "\n\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n" + self.body(t) + self.commit(t, self.VERSUS) + "\n\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n\n" + self.body(t) + self.commit(t, self.COMMIT) + "\n\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.6):
            text += self.say(t, self.DOUBT) + "\n\n" + self.checked(t, self.CHECKS) + "\n\n"
        return text + (self.repeat(t, self.FINAL) if t.chance(0.6) else "")


class LlamaHeadedSteps(Habit):
    """Llama-3: '## Step 1: …' headings, reflection as one more step, the answer in dollars."""

    latex = True
    HEAD = "§"
    TASKS: ClassVar[Pools] = {
        "split": ("Break down the multiplication", "Understand the problem", "Set up the multiplication"),
        "parts": ("Multiply the parts", "Calculate the partial products", "Perform the multiplications"),
        "add": ("Add the partial products", "Sum up the results", "Combine the results"),
        "check": ("Verify the result", "Double-check the calculation", "Reflect on the answer", "Check for errors"),
        "fix": ("Correct the mistake", "Fix the error", "Revise the calculation", "Recalculate"),
    }
    SPLIT = (
        "We need to multiply <a> by <b>. We can write <wb> as <fac>.",
        "To multiply <wa> by <wb>, split <wb> into its parts: <fac>.",
        "The number <wb> can be broken down into <fac>.",
        "We'll use the distributive property: <wa> * (<fac>).",
        "First, let's rewrite <wb> as <fac> so that each product is easy.",
    )
    LINE = ("<l> * <r> = <v>", "- <l> x <r> = <v>", "<l> multiplied by <r> is <v>.", "* <l> × <r> = <v>")
    SLIP = (
        "<l> * <r> = <w>. Oops, that should be <l> * <r> = <v>.",
        "- <l> x <r> = <w> -> I mean <v>",
        "<l> * <r> = <w>, no wait, <v>.",
    )
    COMMIT = (
        "The final answer is: $\\boxed{<n:m>}$",
        "So, <ab> = <n>.",
        "The product of <a> and <b> is <n>.",
        "This gives us <n>.",
        "Therefore, the answer is <n>.",
        "The result is <n>.",
        "Adding these gives a total of <n>.",
        "Our product comes out as **<n>**.",
        "<a> multiplied by <b> equals <n>.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "We can use the digit sum rule. <a> reduces to <ra>, <b> reduces to <rb>, and <ra> * <rb> = <rab>, which"
            " reduces to <rn>. The digits of <n> add up to <sn>, which reduces to <rn>. These match.",
        ),
        "slipped": (
            "Using the digit sum rule, we expect <rn>. The digits of <n> add up to <sw>, which reduces to <rw>."
            " That would"
            " be an error, but adding the digits again I get <sn>, which reduces to <rn>. So the answer passes and only"
            " my check was off.",
        ),
        "last": (
            "The last digits <da> and <db> multiply to <dab>, so the answer should end in <dn>. It does.",
            "The units digit of the answer is <dn>, as expected from <da> * <db> = <dab>.",
        ),
        "estimate": (
            "An estimate is <ea> * <eb> = <e>, so the answer is reasonable.",
            "Rounding gives <ea> * <eb> = <e>. Our answer is near that.",
        ),
        "divide": ("Divide the answer by <a>: <n> / <a> = <b>. This is the other factor, so the answer is correct.",),
        "split": ("Let's calculate it the other way: <ow> * (<op>) = <os> = <n>. We get the same answer.",),
        "partial": ("Let's recalculate <l> * <r>: <how>. This agrees with the step above.",),
        "misread": (
            "Let's recalculate <l> * <r>. I first get <w>, which would differ from the <v> above. But <how>. The"
            " step above"
            " was right.",
        ),
        "idle": (
            "I reviewed the steps above and did not find any mistakes.",
            "The steps seem to be in order.",
        ),
        "waver": (
            "I considered doing the multiplication again with another method, but I do not think it is necessary.",
        ),
    }
    MEND = (
        "I made a mistake in calculating <l> * <r>. I wrote <was>, but it should be <now>.",
        "Looking back, <l> * <r> is not <was>. The correct value is <now>.",
        "There is an error above: <l> * <r> = <now>, not <was>.",
        "Reviewing the partial products, <l> * <r> should be <now> instead of <was>.",
    )
    RESUM = (
        "The partial products are fine, but I added them incorrectly, so <p> is wrong.",
        "I made an arithmetic error in the addition when I got <p>.",
        "The addition that gave <p> is wrong. Let me add again.",
    )
    REDO = (
        "On reflection I am not confident in <p>, so I will discard it and solve the problem again.",
        "I believe <p> is incorrect. Let me start again from the beginning.",
        "My previous answer of <p> should be ignored. I will redo the problem.",
        "I rushed this. Let's set <p> aside as wrong and redo the work.",
    )
    COMPARE = (
        "Let's verify by calculating the product in a different way.",
        "To check, let's break down the other factor.",
        "I'll use a second method to see whether I get <p> again.",
    )
    VERSUS = (
        "This is different from <p>. Since the second calculation is more careful, the answer is <n>.",
        "We now get <n> instead of <p>, which means there was an error before. The corrected answer is <n>.",
        "The two results don't match (<p> and <n>). The first had an error, so the final answer is: $\\boxed{<n:m>}$",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "The digit sum rule gives <rt> for the factors (<ra> * <rb>), but <p> reduces to <rp>. So <p> is"
            " incorrect and"
            " I need to redo the calculation.",
        ),
        "last": (
            "The answer should end in <dt>, since <da> * <db> = <dab>, but <p> ends in <dp>. So <p> is"
            " incorrect. Let me"
            " try again.",
        ),
        "size": (
            "The answer should be about <ea> * <eb> = <e>, but I got <p>. That can't be right. Let me try again.",
        ),
    }
    FINAL = (
        "The final answer is: $\\boxed{<n:m>}$",
        "The final answer is <n>.",
        "**Answer: <n>**",
        "Final Answer: <n>",
        "$\\boxed{<n:m>}$",
        "The correct answer is <n>. I hope it is correct.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", t.words)
        t.x = t.one("*", "x", "×")
        self.fixed["head"] = t.one("## Step %d: %s\n", "## Step %d: %s\n", "**Step %d: %s**\n", "Step %d: %s\n")

    def head(self, t: Telling, task: str) -> str:
        return f"\n\n{self.HEAD}{t.one(*self.TASKS[task])}{self.HEAD}"

    def finish(self, t: Telling, text: str) -> str:
        parts = text.split(self.HEAD)
        made = parts[0]
        for number, (title, body) in enumerate(zip(parts[1::2], parts[2::2], strict=True), start=1):
            made += str(self.fixed["head"]) % (number, title) + body
        return made.lstrip()

    def solution(self, t: Telling) -> str:
        text = self.head(t, "split") + self.say(t, self.SPLIT) + self.head(t, "parts")
        line, lines = t.one(*self.LINE), []
        for term in t.work.terms:
            slip = self.mended(t, self.SLIP, term, 0.1, line)
            detail = "" if slip else t.detail(term, 0.35)
            lines.append(slip or (f"{self.of(t, (line,), term)}" + (f" ({detail})" if detail else "")))
        text += "\n".join(lines) + self.head(t, "add")
        if len(t.work.terms) > 2 and t.flag("one by one", 0.5):
            return text + "\n".join(self.adds(t, t.work)) + "\n"
        return text + f"{t.sum(t.work)} = {t.n(t.work.total)}\n"

    def first(self, t: Telling) -> str:
        return self.solution(t) + self.commit(t, self.COMMIT)

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        text = self.head(t, "check")
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + self.head(t, "fix")
            return text + f"{t.sum(t.work)} = {t.n(t.work.total)}\n" + self.commit(t, self.COMMIT)
        if way == "compare":
            return text + self.say(t, self.COMPARE) + self.solution(t) + self.commit(t, self.VERSUS)
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + self.solution(t) + self.commit(t, self.COMMIT)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.6):
            text += self.head(t, "check") + self.checked(t, self.CHECKS)
        return text + ("\n\n" + self.repeat(t, self.FINAL) if t.chance(0.65) else "")


class GemmaChatty(Habit):
    """Gemma: bold section titles, bullets, cheerful openings, apologies, the answer in bold."""

    OPEN = (
        "Okay, let's calculate <ab> step by step:",
        "Let's break down <ab>! 😊",
        "Here's how we can solve <ab>:",
        "Alright, let's tackle <ab> together!",
        "Okay, here's the calculation of <ab>, broken down:",
        "Let's do this multiplication one piece at a time:",
    )
    PLAN = (
        "**1. Break down the number:**\n\n*   <wb> = <fac>",
        "**Breaking it apart**\n\n*   We can think of <wb> as <fac>",
        "**1. Split it up**\n\n<wa> <x> <wb> = <wa> <x> (<fac>)",
        "**The idea:** use <fac> in place of <wb>.",
    )
    PARTS = ("**2. Multiply each part:**", "**Partial products:**", "**2. Multiply:**", "**Now multiply:**")
    ADDED = ("**3. Add everything up:**", "**Putting it together:**", "**3. Sum:**", "**Add the partial products:**")
    LINE = (
        "*   <l> <x> <r> = <v>",
        "*   <l> <x> <r> = **<v>**",
        "    *   <l> <x> <r> = <v>",
        "-   <l> times <r> is <v>",
    )
    SLIP = (
        "*   <l> <x> <r> = <w>  (Oops! That should be **<v>**)",
        "*   <l> <x> <r> = ~~<w>~~ <v>",
        "*   <l> <x> <r> = <w>... correction: <v>",
    )
    COMMIT = (
        "**Therefore, <ab> = <n>**",
        "So the answer is **<n>**.",
        "**Answer:** <n>",
        "That gives us **<n>**!",
        "And there we have it: **<n>** 🎉",
        "So, <ab> = **<n>**",
        "**<n>**",
        "Which brings us to <n>.",
        "Therefore, <a> multiplied by <b> equals **<n>**.",
        "All together: **<n>**",
    )
    DOUBT = (
        "**Let's double-check!**",
        "**Self-reflection:**",
        "**Hold on...**",
        "Hmm, let me look at that again.",
        "**Checking the work:**",
        "🤔 Let me make sure this is right.",
        "**Wait a moment!**",
        "**Quick check:**",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "*   Digit sums: <a> → <ra>, <b> → <rb>, and <ra> <x> <rb> = <rab> → <rn>\n*   <n> → <sn> →"
            " <rn>\n\nThey match! ✅",
            "Casting out nines gives <rn> on both sides. ✅",
        ),
        "slipped": (
            "*   Expected remainder (mod 9): <rn>\n*   Digit sum of <n>: <sw> → <rw> ❌\n\nOh wait, I added the digits"
            " incorrectly! The digit sum is <sn> → <rn>. So it's the check that was wrong, and the answer is okay. ✅",
        ),
        "last": (
            "*   Last digit: <da> <x> <db> = <dab>, so it should end in <dn>. ✅",
            "The answer ends in <dn>, just like <da> <x> <db> = <dab>. 👍",
        ),
        "estimate": (
            "*   Estimate: <ea> <x> <eb> = <e>. Our answer is in that range. ✅",
            "Rounding gives us about <e>, so this makes sense!",
        ),
        "divide": ("*   <n> ÷ <b> = <a> ✅", "Dividing <n> by <a> gives exactly <b>. Perfect!"),
        "split": (
            "*   Splitting <oc> instead: <os> = <n> ✅\n\nSame answer both ways!",
            "Reversed: <ow> <x> (<op>) = <os> = <n>. Great, it matches!",
        ),
        "partial": ("*   <l> <x> <r>: <how> ✅", "Looking again at <l> <x> <r>: <how>. That's right."),
        "misread": (
            "*   <l> <x> <r> = <w>? That's not the <v> from before... Let me see: <how>. Never mind, the first"
            " one was right!",
        ),
        "idle": ("I've gone through each step and everything looks good!", "No mistakes found. 👍"),
        "waver": ("I could try another method, but I'm happy with the steps as they are.",),
    }
    MEND = (
        "I made a small mistake! <l> <x> <r> is **<now>**, not <was>. My apologies!",
        "Oops! There's an error in the partial products: <l> <x> <r> = <now> (I had <was>).",
        "*   <l> <x> <r> = <now>, and I wrote <was> ❌\n\nYou deserve a correct answer, so let's fix that.",
        "❌ <was> is incorrect for <l> <x> <r>. ✅ It's <now>.",
    )
    RESUM = (
        "Oops, I made a mistake when adding! <p> is not correct.",
        "The addition isn't right: these don't add up to <p>. ❌ Sorry about that!",
        "My apologies, I mis-added. Please ignore <p>.",
    )
    REDO = (
        "I'm sorry, I don't think <p> is right. Let's throw it out and start fresh.",
        "My previous answer (<p>) was incorrect. Let's try that again from the start!",
        "I apologize for the error! Please disregard <p>. Here's a new calculation:",
        "❌ I take back <p>. Let's go through it again, more slowly.",
    )
    COMPARE = (
        "Let's try it a different way to compare:",
        "Here's a second method:",
        "What if we break up the other number?",
    )
    VERSUS = (
        "Uh oh, that's not <p>! The first calculation had a mistake. **The correct answer is <n>.**",
        "This time we get <n> instead of <p>. The second one is right: **<n>**",
        "These don't match (<p> vs. <n>). I made an error earlier – the answer should be **<n>**.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "*   Expected (mod 9): <ra> <x> <rb> → <rt>\n*   <p> → <rp> ❌\n\nSo <p> is wrong. Let me redo this:",
        ),
        "last": (
            "*   It should end in <dt> (<da> <x> <db> = <dab>), but <p> ends in <dp> ❌\n\nThat means <p> is"
            " wrong. Let's redo"
            " it:",
        ),
        "size": ("*   Estimate: <ea> <x> <eb> = <e> – but we got <p>?! ❌\n\nThat's wrong, so let's start again:",),
    }
    FINAL = (
        "**Final Answer: <n>**",
        "**Final Answer:** The final answer is $\\boxed{<n>}$",
        "So, the final answer is **<n>**. Let me know if you have any other questions!",
        "**<ab> = <n>**",
        "The answer is **<n>**. 😊",
        "**Answer: <n>**\n\nDo you want to try another one?",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("*", "x", "×")

    def body(self, t: Telling) -> str:
        line = t.one(*self.LINE)
        text = self.say(t, self.PLAN) + "\n\n" + self.say(t, self.PARTS) + "\n\n"
        for term in t.work.terms:
            text += (self.mended(t, self.SLIP, term, 0.1, line) or self.of(t, (line,), term)) + "\n"
        text += "\n" + self.say(t, self.ADDED) + "\n\n"
        if t.flag("running", 0.4):
            return text + "".join(f"*   {add}\n" for add in self.adds(t, t.work)) + "\n"
        return text + f"{t.sum(t.work)} = {t.n(t.work.total)}\n\n"

    def first(self, t: Telling) -> str:
        return self.say(t, self.OPEN) + "\n\n" + self.body(t) + self.commit(t, self.COMMIT) + "\n\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        text = self.say(t, self.DOUBT) + "\n\n"
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n\n"
            text += f"{t.sum(t.work)} = {t.n(t.work.total)}\n\n"
            return text + self.commit(t, self.COMMIT) + "\n\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n\n" + self.body(t) + self.commit(t, self.VERSUS) + "\n\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n\n" + self.body(t) + self.commit(t, self.COMMIT) + "\n\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.6):
            text += self.say(t, self.DOUBT) + "\n\n" + self.checked(t, self.CHECKS) + "\n\n"
        return text + (self.repeat(t, self.FINAL) if t.chance(0.65) else "")


class MistralParagraphs(Habit):
    """Mistral: running prose without markup, polite, everything in sentences."""

    OPEN = (
        "To calculate the product of <a> and <b>, we can proceed as follows.",
        "Let us compute <ab> by hand.",
        "In order to multiply <a> by <b>, it helps to break one of the numbers into smaller pieces.",
        "I will work through <ab> one step at a time.",
        "Multiplying <a> by <b> can be done with the help of the distributive law.",
        "Here is a step-by-step calculation of <ab>.",
    )
    SPLIT = (
        "We write <wb> as <fac> and multiply each summand by <wa>.",
        "The number <wb> consists of <fac>, so we multiply <wa> by each of these in turn.",
        "Since <wb> equals <fac>, the product is the sum of the corresponding partial products.",
        "Let's separate <wb> into <fac>.",
    )
    PART = (
        "<wa> multiplied by <r> is <v>",
        "<l> times <r> equals <v>",
        "the product of <l> and <r> is <v>",
        "<l> <x> <r> amounts to <v>",
        "multiplying <l> by <r> yields <v>",
    )
    JOIN = ("First, ", "Then, ", "After that, ", "Next, ", "Furthermore, ", "In addition, ", "Moving on, ", "Lastly, ")
    SLIP = (
        "<l> times <r> equals <w>, or rather <v>, as I see at second glance",
        "<l> multiplied by <r> is <w>; excuse me, it is <v>",
        "the product of <l> and <r> is <w> — rather, <v>",
    )
    ADD = (
        "The sum of these numbers, <sum>, is <total>.",
        "Adding these intermediate results, we have <sum> = <total>.",
        "When we put these together, <sum>, we arrive at <total>.",
        "All that remains is the addition: <sum> = <total>.",
    )
    COMMIT = (
        "So, <a> multiplied by <b> equals <n>.",
        "The product of <a> and <b> is therefore <n>.",
        "Hence, the answer is <n>.",
        "This brings the final product to <n>.",
        "As a result, <ab> is equal to <n>.",
        "We can conclude that the result is <n>.",
        "The outcome of the multiplication is <n>.",
        "In total, we have <n>.",
        "It follows that the value sought is <n>.",
    )
    DOUBT = (
        "Let us take another look at this result.",
        "To be on the safe side, I would like to review the calculation.",
        "It is good practice to verify such a result.",
        "Before concluding, I want to reconsider the calculation above.",
        "Allow me to double-check this.",
        "I should make sure that no mistake has crept in.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "The remainders on division by nine are <ra> for <a> and <rb> for <b>; their product <rab> has the"
            " remainder"
            " <rn>. The digits of <n> add up to <sn>, which has the remainder <rn> as well, so the check is passed.",
        ),
        "slipped": (
            "On division by nine, the result should leave <rn>. At first I counted a digit sum of <sw>, which"
            " would leave"
            " <rw> and point to a mistake. However, the digits of <n> add up to <sn>, and this does leave <rn>. It was"
            " merely my counting that was wrong, and the result can remain.",
        ),
        "last": ("The final digits, <da> and <db>, have the product <dab>, and the result duly ends in <dn>.",),
        "estimate": (
            "A rough estimate with rounded numbers, <ea> times <eb>, comes to <e>, and our result is of the same size.",
        ),
        "divide": ("If we divide <n> by <a>, we obtain precisely <b>, which shows that the result is correct.",),
        "split": (
            "If we split <oc> rather than <ow>, the partial products are <os>, and their sum is again <n>. The two"
            " calculations are in agreement.",
        ),
        "partial": ("Take for instance the product of <l> and <r>: <how>. This is what was found above.",),
        "misread": (
            "Repeating the product of <l> and <r>, I was about to write <w>, which would contradict the value <v> from"
            " above. A careful calculation shows <how>, however, so the value from above was correct.",
        ),
        "idle": (
            "I have read through the steps once more and could not find anything that needs to be changed.",
            "Having gone over the steps, I see no reason for a change.",
        ),
        "waver": (
            "I am somewhat hesitant about the carries, but as I cannot identify a mistake, I shall leave the"
            " result as it"
            " is.",
        ),
    }
    MEND = (
        "I apologize for the confusion. The product of <l> and <r> is not <was> but <now>.",
        "Unfortunately, I made an error: <l> multiplied by <r> equals <now>, whereas I had written <was>.",
        "I see that the value <was> for <l> times <r> is incorrect and has to be replaced by <now>.",
        "My apologies, one of the steps is wrong. <l> times <r> is in fact <now> and not <was>.",
    )
    RESUM = (
        "I apologize for the oversight. The partial products were added incorrectly, and <p> is not their sum.",
        "Unfortunately, the sum <p> is wrong, as I made a mistake while adding.",
        "I regret that the addition resulting in <p> contains a mistake.",
    )
    REDO = (
        "I apologize, but I no longer consider <p> to be correct. Let me retract it and calculate once more.",
        "I must withdraw the result <p>, since my calculation was careless. Here is a new one.",
        "There appears to be something wrong with <p>, so please disregard it. I will begin anew.",
        "On second thought, the value <p> should not be relied upon. Let us begin from scratch.",
    )
    COMPARE = (
        "For this purpose, I will exchange the roles of the two numbers.",
        "I will carry out the calculation by a different route and compare.",
        "A second calculation with a different decomposition should tell us more.",
    )
    VERSUS = (
        "This does not agree with <p>, the value found earlier, which must contain an error. The correct result"
        " is <n>.",
        "We now have <n> in place of <p>. As the second calculation was done with more care, the answer is <n>.",
        "Contrary to the first calculation, which gave <p>, we find <n>, and I correct my answer to <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "On division by nine, the product should leave the remainder <rt>, given that <ra> times <rb> is"
            " <rab>, yet <p>"
            " leaves <rp>. Consequently <p> must be wrong, and I will calculate again.",
        ),
        "last": (
            "As <da> times <db> is <dab>, the result has to end in <dt>, but <p> ends in <dp>. I apologize for"
            " this mistake"
            " and will repeat the calculation.",
        ),
        "size": (
            "A rough estimate, <ea> times <eb>, gives <e>, which is incompatible with <p>. I will therefore repeat the"
            " calculation.",
        ),
    }
    FINAL = (
        "The final answer is <n>.",
        "So, to summarize: <ab> = <n>.",
        "I hope this helps! The product is <n>.",
        "Answer: <n>",
        "In conclusion, <a> times <b> is <n>.",
        "Please let me know if anything about the result, <n>, is unclear.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain", "space")
        t.x = t.one("×", "x", "*")

    def prose(self, t: Telling) -> str:
        """A paragraph that ends in the sum."""
        text, last = self.say(t, self.SPLIT), len(t.work.terms) - 1
        for place, term in enumerate(t.work.terms):
            join = self.JOIN[0] if not place else self.JOIN[-1] if place == last else t.rng.choice(self.JOIN[1:-1])
            detail = t.detail(term, 0.25)
            said = self.mended(t, self.SLIP, term, 0.1)
            text += " " + join + (said or self.of(t, self.PART, term) + (f" ({detail})" if detail else "")) + "."
        return text + t.one(" ", "\n\n") + self.say(t, self.ADD, {"total": t.work.total}) + " "

    def first(self, t: Telling) -> str:
        return self.say(t, self.OPEN) + t.one(" ", "\n\n") + self.prose(t) + self.commit(t, self.COMMIT) + "\n\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        text = self.say(t, self.DOUBT) + " " if t.chance(0.75) or way == "compare" else ""
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + " "
            return text + self.say(t, self.ADD, {"total": t.work.total}) + " " + self.commit(t, self.COMMIT) + "\n\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + " " + self.prose(t) + self.commit(t, self.VERSUS) + "\n\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n\n" + self.prose(t) + self.commit(t, self.COMMIT) + "\n\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.6):
            text += self.say(t, self.DOUBT) + " " + self.checked(t, self.CHECKS) + "\n\n"
        return text + (self.repeat(t, self.FINAL) if t.chance(0.5) else "")


class PhiReflection(Habit):
    """Phi: sections Solution, Verification, Reflection, Revised solution; the partial products in a table."""

    OPEN = (
        "### Problem\n\nCalculate <ab>.\n\n",
        "To find <ab>, I will use partial products and then reflect on the result.\n\n",
        "**Given:** <a> and <b>. **Find:** their product.\n\n",
        "",
        "Let's solve <ab> systematically.\n\n",
    )
    SOLUTION = ("### Solution", "### Step-by-step solution", "### Calculation", "## Solution")
    REVISED = ("### Revised Solution", "### Corrected Solution", "### Second Attempt", "### Updated Calculation")
    REFLECT = ("### Reflection", "### Verification", "### Self-Check", "### Review", "### Validation")
    TABLE = (
        "| Part of <wb> | Times <wa> |\n|---:|---:|",
        "| Factor | Partial product |\n|:------|------:|",
        "| Multiplier | Product with <wa> |\n| --- | --- |",
    )
    COMMIT = (
        "**Result:** <n>",
        "The table adds up to <n>.",
        "Thus, <ab> = <n>.",
        "**Total = <n>**",
        "Column total: **<n>**",
        "The calculation yields <n>.",
        "**Answer: <n>**",
        "Sum of the right column: <n>.",
        "The value of the product is <n>.",
    )
    ROWS = ("| **Total** | **<n>** |", "| Sum | <n> |", "| **Σ** | <n> |")
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "| number | mod 9 |\n|---|---|\n| <a> | <ra> |\n| <b> | <rb> |\n| <n> | <rn> |\n\n<ra> × <rb> ="
            " <rab> ≡ <rn>"
            " (mod 9). Consistent.",
            "- **Modular check:** <ra> × <rb> = <rab> leaves <rn> on division by 9, and so does <n>. Passed.",
        ),
        "slipped": (
            "- **Modular check:** expected <rn>, found <rw> (digit sum <sw>). **Failed?**\n- **Re-examination of the"
            " check:** the digit sum is <sn>, not <sw>, so the residue is <rn>. The check itself was miscalculated; the"
            " solution is unaffected.",
        ),
        "last": ("- **Last digit:** <da> × <db> = <dab> → <dn>. The result ends in <dn>. Passed.",),
        "estimate": ("- **Magnitude:** <ea> × <eb> = <e>. The result is of this order. Passed.",),
        "divide": ("- **Inverse operation:** <n> / <b> = <a>. Passed.",),
        "split": (
            "- **Alternative decomposition:** <ow> × (<op>) = <os> = <n>. The results coincide.",
            "- **Swapping the roles of the factors:** <os> = <n>. Identical.",
        ),
        "partial": ("- **Spot check:** <how>. The table entry is right.",),
        "misread": (
            "- **Spot check:** <l> × <r> = <w>, in conflict with the entry <v>.\n- **Re-examination:** <how>. The entry"
            " stands; the spot check was wrong.",
        ),
        "idle": (
            "The approach is sound and I could not identify an error.",
            "No inconsistencies were identified.",
        ),
        "waver": (
            "I am moderately confident. An additional verification could be performed, but nothing suggests a mistake.",
        ),
    }
    MEND = (
        "The entry for <r> is incorrect: <l> × <r> = <now>, not <was>.",
        "**Error identified:** <was> in the table should be <now> (<l> × <r>).",
        "Inspecting each row, the product <l> × <r> was recorded as <was>. It should be <now>.",
        "**Mistake:** <l> × <r> = <was>. **Correction:** <l> × <r> = <now>.",
    )
    RESUM = (
        "**Error identified:** the entries were not added correctly, so <p> is invalid.",
        "The rows are right, but their total is not <p>.",
        "The total <p> resulted from an error in the addition.",
    )
    REDO = (
        "I have doubts about the reliability of <p>. It is rejected, and the problem is solved anew.",
        "The solution contains an error somewhere; <p> should not be accepted. I solve the problem again.",
        "**Assessment:** <p> is not trustworthy. Decision: discard and recompute.",
        "My reasoning was rushed and <p> is hereby retracted. A fresh calculation follows.",
    )
    COMPARE = (
        "To examine <p>, an independent calculation is made.",
        "I compute the product by another decomposition.",
        "An independent verification with a different split:",
    )
    VERSUS = (
        "The independent calculation gives <n>, which contradicts <p>. The first solution is in error; **the corrected"
        " result is <n>.**",
        "| first | second |\n|---|---|\n| <p> | <n> |\n\nThey differ. The second has been done more carefully, so the"
        " answer is changed to **<n>**.",
        "Outcome: <n> ≠ <p>. I revise my answer to <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "- **Modular check:** <ra> × <rb> ≡ <rt>, but <p> ≡ <rp> (mod 9). **Failed.** The result <p> is wrong.",
        ),
        "last": ("- **Last digit:** expected <dt> (<da> × <db> = <dab>), found <dp>. **Failed.** <p> is wrong.",),
        "size": ("- **Magnitude:** <ea> × <eb> = <e>, found <p>. **Failed.** The result must be recomputed.",),
    }
    FINAL = (
        "### Final Answer\n\n<n>",
        "### Conclusion\n\nThe product of <a> and <b> is **<n>**.",
        "**Final answer:** <n>",
        "## Answer\n\n**<n>**",
        "### Final Answer\n\n$$\\boxed{<n>}$$",
        "Answer: <n>",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("comma", "comma", "plain", "narrow")

    def table(self, t: Telling) -> str:
        """The partial products as a table, then the total committed, in the table or under it."""
        text = self.say(t, self.TABLE) + "\n"
        for term in t.work.terms:
            sign = "−" if term.sign < 0 else ""
            text += f"| {sign}{t.n(term.right)} | {sign}{t.n(term.value)} |\n"
        if t.flag("total row", 0.3):
            return text
        steps = self.adds(t, t.work) if t.flag("steps", 0.6) else [f"{t.sum(t.work)} = {t.n(t.work.total)}"]
        slips = [self.slip(t, term) for term in t.work.terms]
        notes = "".join(slips)
        return text + "\n" + notes + t.one("Adding: ", "Addition: ", "Sum: ") + "; ".join(steps) + "\n\n"

    def slip(self, t: Telling, term: Term) -> str:
        pool = (
            "Note: for <l> × <r> I initially had <w>; the table has the right value, <v>.\n\n",
            "(For <l> × <r> I wrote <w> in my notes at first; corrected to <v>.)\n\n",
        )
        return self.mended(t, pool, term, 0.06)

    def ending(self, t: Telling, pool: Pool) -> str:
        if t.flag("total row", 0.3) and pool is self.COMMIT:
            return self.commit(t, self.ROWS)
        return ("\n" if t.flag("total row", 0.3) else "") + self.commit(t, pool)

    def first(self, t: Telling) -> str:
        text = self.say(t, self.OPEN) + self.say(t, self.SOLUTION) + "\n\n"
        if t.chance(0.6):
            text += t.one("Decompose ", "Write ", "Use ") + f"{t.n(t.work.b)} = {t.factor(t.work)}.\n\n"
        return text + self.table(t) + self.ending(t, self.COMMIT) + "\n\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        text = self.say(t, self.REFLECT) + "\n\n"
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n\n"
            text += self.say(t, self.REVISED) + "\n\n" + f"{t.sum(t.work)} = {t.n(t.work.total)}\n\n"
            return text + self.commit(t, self.COMMIT) + "\n\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n\n" + self.table(t) + self.ending(t, self.VERSUS) + "\n\n"
        text += (self.fault(t, words) if way == "fault" else self.say(t, self.REDO)) + "\n\n"
        return text + self.say(t, self.REVISED) + "\n\n" + self.table(t) + self.ending(t, self.COMMIT) + "\n\n"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.7):
            text += self.say(t, self.REFLECT) + "\n\n" + self.checked(t, self.CHECKS) + "\n\n"
            text += self.checked(t, self.CHECKS) + "\n\n" if t.chance(0.3) else ""
        return text + (self.repeat(t, self.FINAL) if t.chance(0.65) else "")


class DeepseekArray(Habit):
    """DeepSeek-chat: rules between sections, aligned formulas, emoji marks, a verification section."""

    latex = True
    OPEN = (
        "Let's compute \\( <ab:m> \\) step by step.",
        "To calculate \\(<ab:m>\\), follow these steps:",
        "Alright, let's break down \\( <ab:m> \\).",
        "I'll multiply \\(<a:m>\\) by \\(<b:m>\\) using the distributive property.",
        "### Problem: \\( <ab:m> \\)",
        "Let’s multiply these two numbers carefully.",
    )
    SPLIT = (
        "\\[\n<wb:m> = <fac:m>\n\\]",
        "\\[\n<wa:m> \\times <wb:m> = <wa:m> \\times (<fac:m>)\n\\]",
        "We expand \\( <wb:m> \\) as \\( <fac:m> \\).",
        "Split \\(<wb:m>\\): \\( <fac:m> \\).",
    )
    COMMIT = (
        "\\[\n\\boxed{<n:m>}\n\\]",
        "Thus \\( <ab:m> = \\mathbf{<n:m>} \\).",
        "**Result:** \\( <n:m> \\)",
        "So the product is **<n>**.",
        "This sums to \\( <n:m> \\).",
        "Hence \\(\\boxed{<n:m>}\\).",
        "**Final Result:** \\( <ab:m> = <n:m> \\)",
        "We arrive at \\( <n:m> \\). ✅",
        "Total: \\(<n:m>\\)",
    )
    STEP = ("### Step %d: ", "**Step %d:** ", "#### %d. ", "**%d.** ")
    CHECK = (
        "### Verification\n",
        "**Verification:** ",
        "**Double-checking:** ",
        "### Cross-check\n",
        "**Sanity check:** ",
        "Wait, let me verify this. ",
        "Let me double-check the arithmetic. ",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "Digital roots: \\( <a:m> \\to <ra> \\), \\( <b:m> \\to <rb> \\), and \\( <ra> \\times <rb> = <rab>"
            " \\to <rn> \\)."
            " The result: \\( <sn> \\to <rn> \\). ✅ (0 standing for 9)",
            "\\[\n<ra> \\cdot <rb> = <rab> \\equiv <rn> \\pmod 9, \\qquad <n:m> \\equiv <rn> \\pmod 9\n\\]\n✔️"
            " Consistent.",
        ),
        "slipped": (
            "Mod 9, we need \\( <rn> \\). The digits of \\( <n:m> \\) sum to \\( <sw> \\), i.e. \\( <rw> \\). ❌"
            " Hmm, that"
            " conflicts. Summing the digits again: \\( <sn> \\), i.e. \\( <rn> \\). ✅ The digit sum was"
            " mistaken, not the"
            " product.",
        ),
        "last": ("Units digit: \\( <da> \\times <db> = <dab> \\), ends in \\( <dn> \\). ✅",),
        "estimate": ("\\( <ea:m> \\times <eb:m> = <e:m> \\), so the magnitude is plausible. ✅",),
        "divide": ("\\[\n<n:m> \\div <a:m> = <b:m>\n\\]\n✅ Correct.",),
        "split": (
            "Splitting \\( <oc:m> \\) instead:\n\\[\n<os:m> = <n:m>\n\\]\n✅ Both methods agree.",
            "\\[\n<ow:m> \\times (<op:m>) = <os:m> = <n:m>\n\\]\n✔️ Same.",
        ),
        "partial": ("\\( <how:m> \\) ✅", "Recomputing one term: \\( <how:m> \\). As above. ✔️"),
        "misread": (
            "\\( <l:m> \\times <r:m> = <w:m> \\)? Above it was \\( <v:m> \\). Carefully: \\( <how:m> \\). The"
            " one above is right"
            " and nothing changes.",
        ),
        "idle": ("All steps are consistent with each other.", "I see no arithmetic slip in the steps above."),
        "waver": ("A different method could be tried as well, but there is no sign of a slip, so I leave it there.",),
    }
    MEND = (
        "❌ \\( <l:m> \\times <r:m> = <was:m> \\) is wrong. ✅ It is \\( <now:m> \\).",
        "Actually, \\( <l:m> \\times <r:m> = <now:m> \\), so \\( <was:m> \\) above was a mistake.",
        "**Correction:** \\( <l:m> \\times <r:m> \\) should be \\( <now:m> \\) (not \\( <was:m> \\)).",
        "I see a slip in \\( <l:m> \\times <r:m> \\): it equals \\( <now:m> \\) rather than \\( <was:m> \\).",
    )
    RESUM = (
        "**Correction:** the addition was off, \\( <p:m> \\) is not the sum.",
        "❌ The terms do not add up to \\( <p:m> \\). Adding again:",
        "The final addition has a carrying mistake, which makes \\( <p:m> \\) wrong.",
    )
    REDO = (
        "❌ I'm not satisfied with \\( <p:m> \\). Let me discard it and recompute from scratch.",
        "On reconsideration, \\( <p:m> \\) seems wrong. Discard it; here's a clean calculation.",
        "**Correction needed:** please ignore \\( <p:m> \\). I'll recompute.",
        "Apologies, I got ahead of myself: \\( <p:m> \\) is retracted. Starting over.",
    )
    COMPARE = (
        "Let me use a different breakdown.",
        "Let's see whether another expansion leads to the same value.",
        "**Alternative method:**",
    )
    VERSUS = (
        "This conflicts with \\( <p:m> \\). The first calculation had a slip, so the correct value is \\("
        " \\boxed{<n:m>} \\).",
        "We get \\( <n:m> \\), not \\( <p:m> \\). ❌ The earlier value is wrong; ✅ **<n>** is correct.",
        "Comparing \\( <p:m> \\) and \\( <n:m> \\), the second is the accurate one: \\( <n:m> \\).",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "Mod 9: \\( <ra> \\times <rb> \\equiv <rt> \\), but \\( <p:m> \\equiv <rp> \\). ❌ So \\( <p:m> \\)"
            " is wrong."
            " Recomputing:",
        ),
        "last": (
            "Units digit: \\( <da> \\times <db> = <dab> \\), so it must be \\( <dt> \\), but \\( <p:m> \\) ends in"
            " \\( <dp> \\). ❌ Recomputing:",
        ),
        "size": ("\\( <ea:m> \\times <eb:m> = <e:m> \\), nowhere near \\( <p:m> \\). ❌ Recomputing:",),
    }
    FINAL = (
        "### Final Answer\n\\[\n\\boxed{<n:m>}\n\\]",
        "**Final Answer:** \\(\\boxed{<n:m>}\\)",
        "**Answer:** <n>",
        "\\[\n<ab:m> = \\boxed{<n:m>}\n\\]",
        "### Answer:\n**<n>**",
        "\\(\\boxed{<n:m>}\\)",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = t.one("plain", "latex", "comma", "thin")
        self.fixed["rule"] = t.one("---\n\n", "---\n\n", "")
        self.fixed["step"] = t.one(*self.STEP)

    def step(self, number: int, title: str) -> str:
        return str(self.fixed["step"]) % number + title + "\n"

    def aligned(self, t: Telling) -> str:
        """The partial products as aligned lines of a formula, or as a list."""
        text = ""
        if t.flag("aligned", 0.55):
            rows = [f"{t.m(x.left)} \\times {t.m(x.right)} &= {t.m(x.value)}" for x in t.work.terms]
            return "\\[\n\\begin{align*}\n" + " \\\\\n".join(rows) + "\n\\end{align*}\n\\]\n"
        pool = (
            "- \\( <l:m> \\times <r:m> = <w:m> \\) → ❌, rather \\( <v:m> \\)",
            "- \\( <l:m> \\times <r:m> = <w:m> \\) *(typo: \\( <v:m> \\))*",
        )
        for term in t.work.terms:
            line = ("- \\( <l:m> \\times <r:m> = <v:m> \\)",)
            text += (self.mended(t, pool, term, 0.12) or self.of(t, line, term)) + "\n"
            if is_right(term) and term.left > 10 and t.flag("deep", 0.3):
                text += f"  - \\( {how(term, True, t)[1]} \\)\n"
        return text

    def added(self, t: Telling) -> str:
        if t.flag("array", 0.35):
            rows = [("" if x.sign > 0 else "-") + t.m(x.value) for x in t.work.terms]
            total = f"\\hline\n{t.m(t.work.total)}"
            return "\\[\n\\begin{array}{r}\n" + " \\\\\n".join(rows) + f" \\\\\n{total}\n\\end{{array}}\n\\]\n\n"
        if t.flag("steps", 0.5):
            return "".join(f"\\[\n{add}\n\\]\n" for add in self.adds(t, t.work, maths=True)) + "\n"
        return f"\\[\n{t.sum(t.work, maths=True)} = {t.m(t.work.total)}\n\\]\n\n"

    def body(self, t: Telling) -> str:
        rule = str(self.fixed["rule"])
        text = self.step(1, t.one("Expand", "Decompose the factor", "Break it down", "Rewrite")) + self.say(
            t, self.SPLIT
        )
        text += "\n\n" + self.step(2, t.one("Multiply", "Partial products", "Compute each term"))
        text += self.aligned(t) + "\n" + rule + self.step(3, t.one("Add", "Sum the terms", "Add the results"))
        return text + self.added(t)

    def first(self, t: Telling) -> str:
        rule = str(self.fixed["rule"])
        return f"{self.say(t, self.OPEN)}\n\n{rule}{self.body(t)}{self.commit(t, self.COMMIT)}\n\n{rule}"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        rule, text = str(self.fixed["rule"]), self.say(t, self.CHECK)
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n\n"
            return text + self.added(t) + self.commit(t, self.COMMIT) + "\n\n" + rule
        if way == "compare":
            return f"{text}{self.say(t, self.COMPARE)}\n\n{self.body(t)}{self.commit(t, self.VERSUS)}\n\n{rule}"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return f"{text}\n\n{self.body(t)}{self.commit(t, self.COMMIT)}\n\n{rule}"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.65):
            text += self.say(t, self.CHECK) + self.checked(t, self.CHECKS) + "\n\n" + str(self.fixed["rule"])
        text += self.repeat(t, self.FINAL) if t.chance(0.65) else ""
        return text.removesuffix("---\n\n")


class GrpoTagged(Habit):
    """A small Qwen after GRPO: reasoning and answer tags, clumsy English, rechecks as a reflex."""

    OPEN = (
        "To solve <ab>, I will multiply step by step.",
        "We need calculate <ab>. Let me think step by step.",
        "First, I understand the question: what is <ab>.",
        "Let's calculate <ab> using breaking down method.",
        "Okay the problem is <ab>, let me do it by parts.",
        "The multiplication is <ab>. I do it carefully.",
    )
    SPLIT = (
        "<wb> can be break into <fac>.",
        "I break <wb> = <fac>.",
        "So <wa> <x> <wb> = <wa> * (<fac>).",
        "Split <wb> to <fac>, then multiply by <wa>.",
        "Because <wb> = <fac>, we multiply each.",
    )
    LINE = ("<l> <x> <r> = <v>", "<l> times <r> = <v>", "<l>*<r> = <v>", "- <l> x <r> = <v>")
    SLIP = (
        "<l> <x> <r> = <w>, no wait, <l> <x> <r> = <v>",
        "<l> <x> <r> = <w> (mistake, recalculate) = <v>",
        "<l>*<r> = <w>. Hmm it's wrong, should be <v>",
        "<l> <x> <r> = <w> -> correct: <v>",
    )
    ADD = ("Add them: ", "Now add all: ", "Then the sum is ", "Sum up: ", "Adding together ", "Total ")
    COMMIT = (
        "So the answer is <n>.",
        "So <ab> = <n>.",
        "The result is <n>.",
        "Therefore, the final result is <n>.",
        "We get <n>.",
        "Thus the product should be <n>.",
        "So final is <n>",
        "So we have <n> in the end.",
        "#### <n>",
        "This is equal <n>.",
    )
    DOUBT = (
        "Let me recheck.",
        "Wait, let me check again.",
        "Wait wait, check it.",
        "Hmm, let me verify this.",
        "Let's verify the answer.",
        "But I should double check.",
        "Let me re-verify step by step.",
        "Wait, is it correct?",
        "Let me think again.",
    )
    CHECKS: ClassVar[Pools] = {
        "nines": (
            "Using mod 9: <a> is <ra>, <b> is <rb>, <ra> <x> <rb> = <rab> so <rn>. And <n> is also <rn>. Correct.",
            "Digit sum check: result digit sum <sn> -> <rn>, expected <rn>. It is match.",
        ),
        "slipped": (
            "Mod 9 should be <rn>. Digit sum of <n> is <sw> -> <rw>. Not match? Let me count again, digit sum is"
            " <sn> ->"
            " <rn>. Now match, I counted wrong the digits. The answer is okay.",
        ),
        "last": (
            "Last digit <da> <x> <db> = <dab>, so last digit <dn>. The answer have last digit <dn>, good.",
            "The last digit is <dn>, it's consistent with <da> <x> <db> = <dab>.",
        ),
        "estimate": (
            "Approximately <ea> <x> <eb> = <e>, it's near so it's reasonable.",
            "Estimate is <e>, our answer is close to it.",
        ),
        "divide": ("<n> / <a> = <b>, so correct.", "<n> divided by <b> is <a>, it's right."),
        "split": (
            "Use other way: <ow> * (<op>) = <os> = <n>. Same, so correct.",
            "Another method: <os> = <n>. It's the same as before.",
        ),
        "partial": ("<l> <x> <r>: <how>. Yes it is same.", "Recheck <l> <x> <r>, <how>. OK correct."),
        "misread": ("<l> <x> <r> = <w>? Before I have <v>. Calculate: <how>. So before is right, no need to change.",),
        "idle": (
            "All the steps seems right.",
            "I check every step and it's no problem.",
            "Yes, it seems good.",
        ),
        "waver": (
            "Maybe there is mistake? I look at the steps and can't find. So keep it.",
            "I'm not very sure, but I think the steps are okay, so no change.",
        ),
    }
    MEND = (
        "<l> <x> <r> is not <was>, it should be <now>. So there was mistake.",
        "I found error: <l> <x> <r> = <now>, before I wrote <was>.",
        "Step <l> <x> <r> wrong. Correct is <now>, not <was>.",
        "The <was> is incorrect, <l> <x> <r> = <now>.",
    )
    RESUM = (
        "The addition is wrong, it's not <p>. Add again.",
        "I added wrongly, <p> is not correct.",
        "The sum <p> is mistake. Re-calculate the sum.",
    )
    REDO = (
        "I think <p> is wrong. Let me recalculate from beginning.",
        "The <p> is not reliable, I will not use it. Start again.",
        "No, forget <p>. Let me do again.",
        "It's maybe incorrect, so drop <p> and calculate again from start.",
        "<p> is not right I believe. Redo all steps.",
    )
    COMPARE = (
        "I use another way to check.",
        "Let me calculate with other decomposition.",
        "Try to split the other number.",
    )
    VERSUS = (
        "Now it's <n> but before it's <p>. The before is wrong. So the answer is <n>.",
        "It's different from <p>. I think this one is correct, so <n>.",
        "We get <n> not <p>. So correct answer should be <n>.",
    )
    FAULTS: ClassVar[Pools] = {
        "nines": (
            "mod 9: <ra> <x> <rb> should be <rt>, but <p> is <rp>. Not match, so <p> is wrong. Calculate again.",
            "Check with 9: expected <rt>, got <rp> from <p>. It's wrong, redo.",
        ),
        "last": ("Last digit should be <dt> because <da> <x> <db> = <dab>, but <p> has <dp>. So wrong. Again.",),
        "size": ("<ea> <x> <eb> = <e>, but <p> is too different. So it's wrong, calculate again.",),
    }
    FINAL = (
        "<answer> <n> </answer>",
        "<answer><n></answer>",
        "<answer>\n<n>\n</answer>",
        "<answer>\\boxed{<n>}</answer>",
    )
    PLAIN = ("Answer: <n>", "The final answer is \\boxed{<n>}.", "#### <n>", "Final answer: <n>", "\\boxed{<n>}")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "plain", "comma")
        t.x = t.one("*", "*", "x", "×")
        tag = t.one("think", "reasoning", "think", "")
        self.fixed["open"], self.fixed["shut"] = (f"<{tag}>\n", f"\n</{tag}>\n") if tag else ("", "\n")

    def body(self, t: Telling) -> str:
        line, text = t.one(*self.LINE), self.say(t, self.SPLIT) + "\n"
        gap = "\n" if t.flag("lines", 0.6) else ", "
        line = line if gap == "\n" else line.removeprefix("- ")
        lines = []
        for term in t.work.terms:
            slip = self.mended(t, self.SLIP, term, 0.14, line)
            detail = "" if slip else t.detail(term, 0.4)
            lines.append(slip or (detail if detail and t.chance(0.5) else self.of(t, (line,), term)))
        text += gap.join(lines) + "\n" + self.say(t, self.ADD)
        if t.flag("steps", 0.5):
            return text + ", ".join(self.adds(t, t.work)) + ".\n"
        return text + f"{t.sum(t.work)} = {t.n(t.work.total)}\n"

    def first(self, t: Telling) -> str:
        return f"{self.fixed['open']}{self.say(t, self.OPEN)}\n{self.body(t)}{self.commit(t, self.COMMIT)}\n"

    def again(self, t: Telling) -> str:
        way, words = self.turn(t, mend=4, redo=2, compare=2, fault=2)
        text = self.say(t, self.DOUBT) + " "
        if way in ("mend", "resum"):
            text += self.say(t, self.MEND if way == "mend" else self.RESUM, words) + "\n"
            text += self.say(t, self.ADD) + f"{t.sum(t.work)} = {t.n(t.work.total)}\n"
            return text + self.commit(t, self.COMMIT) + "\n"
        if way == "compare":
            return text + self.say(t, self.COMPARE) + "\n" + self.body(t) + self.commit(t, self.VERSUS) + "\n"
        text += self.fault(t, words) if way == "fault" else self.say(t, self.REDO)
        return text + "\n" + self.body(t) + self.commit(t, self.COMMIT) + "\n"

    def closing(self, t: Telling) -> str:
        text = ""
        for _ in range(t.rng.choice([0, 1, 1, 2, 3])):
            text += self.say(t, self.DOUBT) + " " + self.checked(t, self.CHECKS) + "\n"
        if not str(self.fixed["open"]):
            return text + (self.repeat(t, self.PLAIN) if t.chance(0.6) else "")
        return text.rstrip("\n") + str(self.fixed["shut"]) + self.repeat(t, self.FINAL)


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        ScratchArrows(),
        NumberedDoubts(),
        DraftsAndCritic(),
        SolverAndChecker(),
        CarryColumns(),
        RamblingReasoner(),
        TelegraphAnalysis(),
        QwenDisplay(),
        LlamaHeadedSteps(),
        GemmaChatty(),
        MistralParagraphs(),
        PhiReflection(),
        DeepseekArray(),
        GrpoTagged(),
    )
}
