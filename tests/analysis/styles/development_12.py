"""Habits of eighteen families of models, for a blind test: thoughts with marks, chats, fine-tuned answers, layouts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .common import Mended, Style, Telling, Term, Work, split

Pool = tuple[str, ...]


def _say(t: Telling, text: str) -> str:
    """Fills in: @z candidate, @m the same in formulae, @d its bare digits, @p the one before, @e the task, @l the task in LaTeX,
    @a and @b the factors, @s the partial products joined, @f the parts of the split factor @v, @u the other factor."""
    w = t.work
    fields = {
        "z": lambda: t.n(t.candidate),
        "m": lambda: t.m(t.candidate),
        "d": lambda: str(t.candidate),
        "p": lambda: t.n(t.previous),
        "e": lambda: t.ab,
        "l": lambda: f"{t.m(t.a)} \\times {t.m(t.b)}",
        "a": lambda: t.n(t.a),
        "b": lambda: t.n(t.b),
        "s": lambda: t.sum(w),
        "f": lambda: t.factor(w),
        "v": lambda: t.n(w.b),
        "u": lambda: t.n(w.a),
    }
    return re.sub("@([a-z])", lambda found: fields[found[1]](), text)


def _pick(t: Telling, pool: Pool) -> str:
    return _say(t, t.rng.choice(pool))


def _kind(t: Telling, *names: str) -> str:
    """A dialect of this response: one of the names, drawn once."""
    for place, name in enumerate(names[:-1]):
        if t.flag(f"kind {name}", 1 / (len(names) - place)):
            return name
    return names[-1]


def _plan(t: Telling, method: str, parts: Sequence[tuple[int, int, int]]) -> Work:
    """A way to the candidate from (left, right, sign) of our own, with the slip in a term or in the sum."""
    terms = [Term(left, right, left * right, sign) for left, right, sign in parts]
    off = t.candidate - t.product
    able = [i for i, term in enumerate(terms) if term.value + term.sign * off > 0 and abs(off) <= 5 * term.value]
    if off and (len(terms) == 1 or (able and t.chance(0.7))):
        place = t.rng.choice(able or [0])
        term = terms[place]
        terms[place] = Term(term.left, term.right, term.value + term.sign * off, term.sign)
    t.work = Work(t.a, t.b, method, tuple(terms), t.candidate)
    return t.work


def _head(t: Telling, term: Term) -> str:
    return f"{t.n(term.left)} {t.x} {t.n(term.right)}"


def _eq(t: Telling, term: Term) -> str:
    return f"{_head(t, term)} = {t.n(term.value)}"


def _scaled(t: Telling, term: Term) -> str:
    """The partial product by its leading digit and its zeros, where its value has those zeros; else nothing."""
    digit = str(term.right).rstrip("0")
    unit = term.right // int(digit)
    if unit == 1 or term.value % unit or term.left < 10:
        return ""
    base = f"{t.n(term.left)} {t.x} {digit} = {t.n(term.value // unit)}"
    zeros = len(str(unit)) - 1
    return t.one(
        f"{base}, so {_eq(t, term)}",
        f"{base}, then {t.x} {t.n(unit)} gives {t.n(term.value)}",
        f"{base}, with {zeros} zero{'s' if zeros > 1 else ''} appended: {t.n(term.value)}",
    )


def _worked(t: Telling, term: Term, slips: float = 0.07) -> str:
    """A partial product as a thought tells it: at once, by digits, by zeros, with a slip mended on the spot."""
    if term.value >= 100 and t.chance(slips):
        wrong = t.n(t.near(term.value))
        return f"{_head(t, term)} = {wrong}" + t.one(
            f"... no, {t.n(term.value)}",
            f"—wait, {t.n(term.value)}",
            f", hmm, actually {t.n(term.value)}",
            f"? No: {t.n(term.left)} times {t.n(term.right)} is {t.n(term.value)}",
        )
    if t.chance(0.3) and (text := _scaled(t, term)):
        return text
    if text := t.detail(term, 0.35):
        return f"{_head(t, term)}: {text}"
    return _eq(t, term)


def _added(t: Telling, w: Work, sep: str = "\n", share: float = 0.5) -> str:
    """The addition, at once or one by one; nothing where there is only one product."""
    if len(w.terms) == 1:
        return ""
    if len(w.terms) > 2 and t.chance(share):
        return sep.join(f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in w.steps())
    return f"{t.sum(w)} = {t.n(w.total)}"


def _fault(t: Telling, m: Mended) -> str:
    was, now = t.n(m.was), t.n(m.now)
    if m.place is None:
        return t.one(
            f"the addition {t.sum(m.work)} comes to {now}, not {was}",
            f"I added wrongly: {t.sum(m.work)} is {now} and not {was}",
            f"the sum {t.sum(m.work)} should be {now} instead of {was}",
        )
    head = _head(t, m.work.terms[m.place])
    return t.one(
        f"{head} is {now}, not {was}",
        f"{head} = {now}, but I had {was}",
        f"{head} should be {now} instead of {was}",
        f"I wrote {was} for {head}, but it is {now}",
    )


def _resum(t: Telling, m: Mended) -> str:
    """The new sum after a corrected partial product; nothing where the correction already gave it."""
    return "" if m.place is None or len(m.work.terms) == 1 else f"{t.sum(m.work)} = {t.n(t.candidate)}"


def _sizes(t: Telling) -> bool:
    """The factors are large enough for the checks of an adult."""
    return t.a > 9 or t.b > 9


def _estimate(t: Telling) -> tuple[int, int, int] | None:
    found = t.estimate() if _sizes(t) else None
    return None if found is None or found[:2] == (t.a, t.b) or found[2] in t.candidates else found


def _against(t: Telling) -> str:
    """A reason why the candidate before is wrong, if a quick check shows it."""
    p, a, b = t.previous, t.a, t.b
    reasons = []
    if _sizes(t) and p % 10 != a * b % 10:
        reasons += [
            f"The last digit should be {a * b % 10}, because {a % 10} {t.x} {b % 10} = {a % 10 * (b % 10)}, but {t.n(p)} ends in {p % 10}.",
            f"The units digits {a % 10} and {b % 10} give a product ending in {a * b % 10}, whereas {t.n(p)} ends in {p % 10}.",
        ]
    if _sizes(t) and p % 9 != a * b % 9:
        reasons.append(
            f"Mod 9: {t.n(a)} is {a % 9}, {t.n(b)} is {b % 9}, so the product should be {a * b % 9}, but {t.n(p)} is {p % 9}."
        )
    digits = len(str(a)) + len(str(b))
    if _sizes(t) and len(str(p)) not in (digits, digits - 1):
        reasons.append(
            f"A product of {len(str(a))} and {len(str(b))} digits has {digits - 1} or {digits} digits, but {t.n(p)} has {len(str(p))}."
        )
    if _sizes(t) and not 0.7 < p / (a * b) < 1.4:
        first, second = (max(1, round(n, 1 - len(str(n)))) for n in (a, b))
        if 0.7 < first * second / (a * b) < 1.4 and first * second not in t.candidates:
            reasons.append(
                f"It should be roughly {t.n(first)} {t.x} {t.n(second)} = {t.n(first * second)}, and {t.n(p)} is far from that."
            )
    return t.rng.choice(reasons) if reasons else ""


_SPLITS = ("high", "low", "chunks", "swapped", "round")


class _Voice(Style):
    """What the styles here share: a solution, revisions by redoing, by mending, by a check, and checks that agree."""

    gap = "\n\n"
    methods: tuple[str, ...] = ("high", "low", "chunks")
    weights: tuple[float, float, float] = (0.4, 0.35, 0.25)  # of redo, fix, check
    muse = 0.15  # share of commitments that a check or an idle doubt follows at once
    openings: Pool = ("",)
    facts: Pool = (
        "This is a basic multiplication fact.",
        "From the multiplication table:",
        "Both are single digits, so I can recall it directly.",
    )
    commits: Pool = ()
    disowns: Pool = ()
    starts: Pool = ("Let me redo it.", "Let me recompute.")  # after a reason
    leads: Pool = ()
    verdicts: Pool = ()  # with the new candidate: they commit it
    fixes: Pool = ()
    doubts: Pool = ()
    agrees: Pool = ("Same result.", "It matches.", "That agrees.")

    @property
    def name(self) -> str:
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=^T)(?=[A-Z])", "-", type(self).__name__).lower()

    def body(self, t: Telling, w: Work) -> str:
        raise NotImplementedError

    def solve(self, t: Telling) -> Work:
        if t.a < 10 and t.b < 10 and t.chance(0.6):
            t.work = Work(t.a, t.b, "fact", (Term(t.a, t.b, t.candidate),), t.candidate)
            return t.work
        return t.solve(*self.methods)

    def another(self, t: Telling) -> Work:
        was = (t.work.a, t.work.parts)
        for _ in range(4):
            w = t.other("round", "chunks")
            if (w.a, w.parts) != was:
                break
        return w

    def told(self, t: Telling, w: Work) -> str:
        return _pick(t, self.facts) if w.method == "fact" else self.body(t, w)

    def commit(self, t: Telling) -> str:
        return t.c(_pick(t, self.commits))

    def first(self, t: Telling) -> str:
        w = self.solve(t)
        return self.join(_pick(t, self.openings), self.told(t, w), self.commit(t)) + self.musing(t)

    def join(self, *pieces: str) -> str:
        return self.gap.join(piece for piece in pieces if piece)

    def again(self, t: Telling) -> str:
        way = t.way(redo=self.weights[0], fix=self.weights[1], check=self.weights[2])
        if way == "fix" and (m := t.mend()):
            text = self.amend(t, m)
        elif way == "check":
            text = self.recheck(t)
        else:
            text = self.redo(t)
        return self.gap + text + self.musing(t)

    def redo(self, t: Telling) -> str:
        w = self.solve(t) if t.chance(0.5) else self.another(t)
        return self.join(self.disown(t), self.told(t, w), self.commit(t))

    def disown(self, t: Telling) -> str:
        if t.chance(0.35) and (reason := _against(t)):
            return f"{reason} {t.one('So there is an error.', 'So that is wrong.', 'Something is off.')} {_pick(t, self.starts)}"
        return _pick(t, self.disowns)

    def amend(self, t: Telling, m: Mended) -> str:
        fault = f"{_pick(t, self.fixes)} {_fault(t, m)}."
        resum = _resum(t, m)
        return self.join(f"{fault} {t.one('So', 'Then', 'Now')} {resum}." if resum else fault, self.commit(t))

    def recheck(self, t: Telling) -> str:
        lead = _pick(t, self.leads)
        told = self.told(t, self.another(t))
        verdict = t.c(_pick(t, self.verdicts))
        if t.chance(0.35) and (m := t.mend()) and m.place is not None:
            verdict += f" {t.one('The first time', 'Before', 'Earlier')} I had {t.n(m.was)} for {_head(t, m.work.terms[m.place])}; it is {t.n(m.now)}."
        return self.join(lead, told, verdict)

    def musing(self, t: Telling) -> str:
        """A check that agrees or a doubt that leads nowhere, right after a commitment."""
        if not t.chance(self.muse / 2 if t.more else self.muse):
            return ""
        return self.gap + (_pick(t, self.doubts) if self.doubts and t.chance(0.45) else self.confirm(t))

    def second(self, t: Telling) -> str:
        """A second solution that agrees, as a check."""
        kept = t.work
        w = self.another(t)
        terms = ", ".join(_eq(t, term) for term in w.terms)
        text = f"{t.n(w.a)} {t.x} {t.n(w.b)} as {t.n(w.a)} {t.x} ({t.factor(w)}): " if w.method in _SPLITS else ""
        t.work = kept
        total = t.r(t.n(w.total))
        if any(term.sign < 0 for term in w.terms) or t.chance(0.4):
            added = f"{t.one('then', 'so', 'and')} {t.sum(w)} = {total}"
        else:
            added = f"{t.one('total', 'sum', 'together')} {total}"
        return f"{text}{terms}; {added}. {t.one(*self.agrees)}"

    def confirm(self, t: Telling) -> str:
        """A check that agrees with the candidate."""
        z, a, b, x = t.n(t.candidate), t.n(t.a), t.n(t.b), t.x
        options = []
        if found := _estimate(t):
            p, q, e = map(t.n, found)
            options += [
                f"{t.one('Estimate', 'Sanity check', 'Rough check')}: {p} {x} {q} = {e}, which is close to {z}, so it is plausible.",
                f"{t.one('As an estimate,', 'Roughly,')} {a} × {b} is near {p} × {q} = {e}. {z} fits.".replace("×", x),
            ]
        if _sizes(t) and (found := t.last_digit()):
            options.append(
                f"{t.one('Last digit', 'Units digit check')}: {found[0]} {x} {found[1]} = {found[2]}, so it must end in {found[2] % 10}, and {z} does."
            )
        if _sizes(t) and (found := t.nines()):
            p, q, r = map(str, found)
            options.append(
                f"{t.one('Casting out nines', 'Mod 9 check', 'Digit sums mod 9')}: {a} → {p}, {b} → {q}, {p} {x} {q} = {found[0] * found[1]} → {r}; {z} → {r}. {t.one('OK.', 'Consistent.', 'Good.')}"
            )
        sizes = len(str(t.a)), len(str(t.b))
        if len(str(t.candidate)) in (sum(sizes), sum(sizes) - 1) and _sizes(t):
            options.append(
                f"{t.one('Number of digits', 'Digit count')}: {sizes[0]} and {sizes[1]} digits give {sum(sizes) - 1} or {sum(sizes)}, and {z} has {len(str(t.candidate))}."
            )
        options += [
            f"{t.one('Dividing back', 'Reverse check', 'Check by division')}: {z} ÷ {b} = {a}. {t.one('Good.', 'Correct.', 'Fine.')}",
        ]
        if len(t.work.terms) > 1:
            term = t.rng.choice(t.work.terms)
            if text := t.detail(term, 1):
                options.append(
                    f"{t.one('Once more', 'Let me re-check', 'Going over')} {_head(t, term)}: {text}. {t.one('Fine.', 'That is right.', 'Yes.')}"
                )
            options += [
                f"{t.one('Adding once more', 'Re-adding', 'The sum again')}: {t.sum(t.work)} = {t.r(z)}. {t.one('Yes.', 'Right.', 'Correct.')}",
                f"{t.one('Is', 'Was')} {_eq(t, term)} {t.one('right', 'correct', 'okay')}? {t.one('Yes', 'It is', 'Yes, it is')}, so {t.r(z)} {t.one('stands', 'holds')}.",
            ]
        if _sizes(t):
            options += [self.leads_agree(t) + " " + self.second(t)] * 2
        return t.rng.choice(options)

    def leads_agree(self, t: Telling) -> str:
        return _pick(t, self.leads) if self.leads else t.one("Check another way:", "Cross-check:")

    def recap(self, t: Telling, bullet: str = "- ") -> str:
        """The work of the last attempt in lines, without its total."""
        w = t.work
        marks = [f"{i}. " if bullet == "1. " else bullet for i in range(1, len(w.terms) + 1)]
        return "\n".join(f"{mark}{_eq(t, term)}" for mark, term in zip(marks, w.terms, strict=True))


class _Thinker(_Voice):
    """A thought with doubts and checks, then an answer of its own in which the candidate is told once more."""

    muse = 0.5
    open_, close = "<think>\n", "\n</think>\n\n"
    enough: Pool = ("I'm confident in the answer.",)

    def first(self, t: Telling) -> str:
        return self.open_ + super().first(t)

    def told(self, t: Telling, w: Work) -> str:
        return self.join(self.start(t), super().told(t, w)) if not t.index else super().told(t, w)

    def start(self, t: Telling) -> str:
        """Before the first solution: an estimate, or a beginning that is dropped at once; mostly nothing."""
        draw = t.rng.random()
        if draw < 0.15 and (found := _estimate(t)):
            p, q, e = map(t.n, found)
            return t.one(
                f"A rough estimate first: {p} {t.x} {q} = {e}.",
                f"It should be around {p} {t.x} {q}, so about {e}. Now exactly.",
                f"Ballpark: {e}, from {p} {t.x} {q}.",
            )
        if draw > 0.85 and t.b > 9 and t.a > 9:
            part = split(t.b, "high")[0]
            return _eq(t, Term(t.a, part, t.a * part)) + t.one(
                "... hmm, let me organise this differently.",
                ". Actually, let me set it up more systematically.",
                "... wait, before going on, let me choose the split properly.",
            )
        return ""

    def confirm(self, t: Telling) -> str:
        if t.chance(0.15) and (found := _estimate(t)):
            e, z = t.n(found[2]), t.n(t.candidate)
            return t.one(
                f"Hmm, is {z} not a bit large? {t.n(found[0])} {t.x} {t.n(found[1])} would be {e}, so no, that's fine.",
                f"Does {z} look too small? Roughly I'd expect {e}, so it's okay.",
            )
        return t.one("Let me do a quick check. ", "", "", "Okay, one check. ") + super().confirm(t)

    def closing(self, t: Telling) -> str:
        text = self.gap + self.confirm(t) if t.chance(0.3) else ""
        if t.chance(0.5):
            text += self.gap + _pick(t, self.enough)
        return text + self.close + self.answer(t)

    def answer(self, t: Telling) -> str:
        raise NotImplementedError


def _sum_or_total(t: Telling, w: Work, *words: str) -> str:
    """'Words: sum = total', for lists."""
    return f"{t.one(*words)}{_added(t, w, '; ', 0.25)}" if len(w.terms) > 1 else ""


class TGlmThinking(_Thinker):
    """GLM-4.5 and later: either a plan of bold numbered points with starred sub-points or plain prose; box tokens."""

    openings = (
        "Let me calculate @e step by step.",
        "I need to calculate @e step by step.",
        "We are going to multiply @a by @b.\nI'll split @b by place value.",
        "1.  **Understand the request:** The user wants the product of @a and @b, with the steps shown.\n\n2.  **Choose a method:** Break one factor into parts (distributive property).",
        "1.  **Analyze the request:** Calculate @e, showing step-by-step thinking.\n2.  **Strategy:** Partial products.",
    )
    commits = (
        "So @e = @z.",
        "Result: @z.",
        "*   Total = @z",
        "So the product is @z.",
        "Therefore, the answer is @z.",
        "This gives @e = @z.",
    )
    disowns = (
        "*Self-correction:* that result is wrong somewhere. I'll recalculate everything.",
        "Hmm, that's not right. Let me recalculate.",
        "*Wait*, I don't believe this number; there must be an arithmetic error above. Start again.",
        "Actually, I made a mistake in the above. Let me redo the calculation more carefully.",
        "No, @p is incorrect. Let me do it over.",
    )
    starts = ("Let me redo the calculation.", "Recalculating from the start:", "I'll do it again.")
    leads = (
        "**Verification:** use the other decomposition.",
        "Let me verify this with another method.",
        "*Double-check:* split the other way.",
        "Let's double check by regrouping.",
    )
    verdicts = (
        "This doesn't match @p. The first pass had an error; the correct result is @z.",
        "*Self-correction:* the verification gives @z, so @p was wrong. Use @z.",
        "So the earlier @p is wrong and the answer is @z.",
    )
    fixes = ("*Self-correction:*", "Wait, let me re-check the pieces. I see an error:", "*Correction:*", "Hold on,")
    doubts = (
        "*Wait, did I read the numbers right?* @a and @b. Yes.",
        "Should the answer use a comma separator? Doesn't matter much.",
        "Let me re-read the steps once more... the partial products look right and the addition looks right.",
        "Is any partial product missing? No, every digit of @v is used.",
    )
    enough = (
        "This is consistent. I'll write the answer.",
        "*   **Final Review:** everything is in order.",
        "Now write the response clearly.",
        "Good.",
    )

    def begin(self, t: Telling) -> None:
        t.words, t.maths = t.one("plain", "comma", "comma"), t.one("plain", "latex")
        t.x = t.one("×", "*", "×")

    def body(self, t: Telling, w: Work) -> str:
        if t.flag("points", 0.5):
            lines = [f"    *   {_worked(t, term)}" for term in w.terms]
            head = t.one("**Execute:**", "**Calculate the partial products:**", "**Perform the multiplication:**")
            return "\n".join(
                [
                    f"*   {head} {_say(t, '@v = @f')}" if len(w.terms) > 1 else head,
                    *lines,
                    _sum_or_total(t, w, "*   **Add:** ", "*   **Sum:** "),
                ]
            )
        lines = [_worked(t, term) for term in w.terms]
        return "\n".join(
            [
                _say(t, t.one("@v = @f", "Break @v into @f.", "So @u times (@f):")),
                *lines,
                _sum_or_total(t, w, "Now add: ", "Adding them together: ", "Sum: "),
            ]
        )

    def answer(self, t: Telling) -> str:
        z = t.one(f"<|begin_of_box|>{t.n(t.candidate)}<|end_of_box|>", f"**{t.n(t.candidate)}**", t.boxed("$", "$"))
        if t.chance(0.4):
            return t.r(f"{_say(t, '@e')} = {z}")
        intro = _say(
            t,
            t.one(
                "To calculate @e, break it down into parts:",
                "Here is the calculation of @e step by step.",
                "### Step-by-step\n",
            ),
        )
        return f"{intro}\n\n{self.recap(t, t.one('*   ', '- ', '1. '))}\n\n" + t.r(
            t.one("Adding these gives ", "The final answer is ", "**Answer:** ") + z
        )


class TKimi(_Voice):
    """Kimi K2: terse, confident, bold step labels, a rule and a bold answer; the thinking variant plans aloud first."""

    methods = ("high", "high", "chunks", "round")
    openings = (
        "I'll break this multiplication into smaller steps using the distributive property.",
        "The user asks for @e. Straightforward, but do it carefully.",
        "Let's compute @e.",
        "**@e**",
        "",
        "The user wants a step-by-step multiplication. No tools, so I compute by hand.",
    )
    commits = (
        "**Answer: @z**",
        "@e = **@z**",
        "**@e = @z**",
        "So the result is **@z**.",
        "So the product is @z.",
        "---\n\n**Final answer:** @z",
        "✅ **@z**",
    )
    disowns = (
        "Scratch that — the arithmetic above is off. Clean run:",
        "Hold on: that figure is wrong. Recomputing.",
        "I don't trust that result; there's a mistake in it. From the top:",
        "Hmm, no. That can't be it. Redo.",
        "That number is incorrect, sorry. Correct computation:",
    )
    starts = ("Recomputing:", "Redoing it.", "From the top:")
    leads = (
        "Quick verification:",
        "Verify with a different split:",
        "Sanity check the other way around:",
        "Let me cross-check.",
    )
    verdicts = (
        "The cross-check disagrees with @p — the slip was mine. Correct answer: **@z**",
        "That's not @p. The first computation had a slip; the product is **@z**.",
        "Mismatch with @p. Going with the cross-check, which I trust: **@z**.",
    )
    fixes = ("Small correction:", "Wait —", "One fix:", "Oops:")
    doubts = (
        "No need to over-think this.",
        "The steps are simple enough; nothing further to check.",
        "(Could use long multiplication instead, but the result would be the same.)",
    )
    agrees = ("✓", "✓ Matches.", "Same.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "comma", "plain"), t.one("×", "×", "*")

    def body(self, t: Telling, w: Work) -> str:
        if t.flag("terse", 0.4):
            return (
                _say(t, "@v = @f\n")
                + "\n".join(f"{_eq(t, term)}" for term in w.terms)
                + "\n"
                + _sum_or_total(t, w, "Sum: ", "Add: ", "Total: ")
            )
        label = "**Step {}:** " if t.flag("bold", 0.6) else "{}. "
        steps = [_say(t, t.one("Split @v = @f", "Write @v as @f.", "Decompose @v: @f"))]
        steps += [_eq(t, term) if t.chance(0.6) else _worked(t, term, 0) for term in w.terms]
        steps.append(_sum_or_total(t, w, "Add them up\n", "Sum: ", "Combine: "))
        return "\n".join(label.format(i) + step for i, step in enumerate(filter(None, steps), start=1))

    def closing(self, t: Telling) -> str:
        return t.one(
            "", "", "\n\n" + self.confirm(t), "\n\n" + t.r(_say(t, "**Result: @z**")), "\n\n*Check:* " + self.confirm(t)
        )


class TMiniMax(_Thinker):
    """MiniMax-M1: a long wandering thought with many small re-checks, then a headed answer with a box."""

    gap = "\n\n"
    openings = (
        "Alright, let's see. I need to calculate @e. Hmm, okay. I'll go slowly so I don't mess up.",
        "Okay, so the problem is @e. Let me recall how multi-digit multiplication works.",
        "First, I need to multiply @a by @b. Let me think about the best way to do this.",
        "Let me start by understanding the problem: it's @e, plain multiplication.",
    )
    commits = (
        "So, @e equals @z.",
        "So that would be @z.",
        "So putting it all together, the product is @z.",
        "Therefore the total is @z.",
        "So the answer should be @z.",
        "That gives me @z as the product.",
    )
    disowns = (
        "Wait a second, that doesn't seem right. I must have made an error somewhere. Let me do it all again, more slowly this time.",
        "Hmm, hold on. I think I messed up a carry in there, so that result is no good. Let me start over.",
        "Hmm, no, I don't think @p is correct. Let me redo this from the beginning.",
        "But wait, looking at the size of the pieces, that total is wrong. Let me recalculate everything.",
        "Hmm, actually that's not right, is it? No. Let me scrap this and try again.",
    )
    starts = ("Let me start over.", "Okay, again from the beginning.", "Let me recalculate.")
    leads = (
        "But just to be thorough, let me verify it using a different approach.",
        "Let me check this another way, maybe by breaking down the other number.",
        "To be absolutely sure, let me do the multiplication in another order.",
        "Alternatively, I can use a different breakdown and see if I get the same thing.",
    )
    verdicts = (
        "Hmm, that's different from @p. So I made a mistake in my first calculation. The correct product is @z.",
        "Wait, earlier I got @p, but now it's @z. Going over both, the first one had the error, so the answer is @z.",
        "That contradicts the first result of @p. This second way is cleaner and I see no error in it, so @z it is.",
    )
    fixes = (
        "Wait, let me look at that again. Oh,",
        "Hold on, I think there's a mistake:",
        "Let me go back over the pieces. Hmm,",
        "Oh wait,",
    )
    doubts = (
        "Wait, is it okay to split @v like that? Yes, @f adds up to @v, so that's fine.",
        "Hmm, did I line up the zeros correctly? Let me see... yes, I did.",
        "Let me go over the addition once more... yes, the carries are right.",
        "But am I missing anything? The problem just says multiply. No tricks, I think.",
        "Maybe I should use long multiplication too? I think that's not needed.",
    )
    enough = (
        "Okay, that seems solid. I'm confident.",
        "All checks agree, so I'll go with that.",
        "I think that's correct. Time to write it down.",
        "Yeah, I'm pretty sure now.",
    )
    agrees = (
        "Great, that's the same answer.",
        "Yep, same as before.",
        "Which matches the previous result.",
        "Okay, consistent.",
    )

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = (
            t.one("plain", "comma", "comma"),
            t.one("plain", "comma", "latex"),
            t.one("*", "×", "×", "times"),
        )

    def body(self, t: Telling, w: Work) -> str:
        text = _say(
            t,
            t.one(
                "I can write @v as @f. Then multiply @u by each of these.\n\n",
                "Breaking down @v into @f:\n\n",
                "Using the distributive property with @v = @f.\n\n",
            ),
        )
        for place, term in enumerate(w.terms):
            start = (
                t.one("First, ", "So first: ", "Starting with ")
                if not place
                else t.one("Next, ", "Then ", "Now, ", "Okay, next: ")
            )
            text += (
                start + _worked(t, term, 0.1) + ". " + (t.one("Okay. ", "Good. ", "Right. ") if t.chance(0.2) else "")
            )
            text += "\n\n" if t.flag("spread", 0.5) else ""
        return (
            text.rstrip()
            + "\n\n"
            + (
                _say(t, t.one("Now adding these: ", "Now I need to add them all up: ", "Adding everything together: "))
                + _added(t, w, ", then ")
                + "."
            )
        )

    def answer(self, t: Telling) -> str:
        head = t.one(
            "### Step-by-Step Multiplication\n\n",
            "**Solution:**\n\n",
            "",
            "To solve this, apply the distributive property:\n\n",
        )
        steps = self.recap(t, t.one("- ", "1. ")) + "\n\n" if head else ""
        return (
            head
            + steps
            + t.r(
                _say(t, t.one("**Final Answer**\n\n", "The product of @a and @b is:\n\n", "**Answer:** "))
                + t.one(t.boxed(), t.boxed("$$", "$$"), f"**{t.n(t.candidate)}**")
            )
        )


class THunyuan(_Thinker):
    """Hunyuan: think and answer tags, an even and orderly thought, phrases of a Chinese writer of English."""

    close = "\n</think>\n<answer>\n"
    openings = (
        "Okay, let's solve @e step by step. First, we can split one of the numbers.",
        "Now we need to calculate the product of @a and @b.",
        "Okay, the user asks to compute @e. We do it by vertical calculation.",
        "Let's compute @e. We can use the distributive law of multiplication.",
    )
    commits = (
        "So the result is @z.",
        "So the final result is @z.",
        "Therefore, @e = @z.",
        "Then the answer is @z.",
        "We get @e = @z.",
    )
    disowns = (
        "Wait, there is a problem with the calculation above. Calculate again.",
        "No, this is wrong. Let's recalculate step by step.",
        "Wait, the result above is not correct. Let's compute again from the first step.",
        "It seems that there is a mistake above, so this result cannot be used. Redo the calculation.",
    )
    starts = ("Calculate again.", "Let's recalculate.", "So redo it.")
    leads = (
        "Let's verify with another method.",
        "To check the correctness, split the other factor.",
        "Verification by a different splitting:",
        "Let's check again in another way.",
    )
    verdicts = (
        "This is inconsistent with @p, so the previous calculation was wrong and the correct result is @z.",
        "Not the same as @p. After comparing, the mistake is in the first calculation, so the answer is @z.",
        "So the previous result @p is wrong, it should be @z.",
    )
    fixes = ("Wait, there is a mistake:", "Check each step: here is an error,", "Oh, wrong here:")
    doubts = (
        "Is the carry correct? Yes, the carry is correct.",
        "Check whether any step is wrong. No problem is found.",
        "Wait, is it @a or another number? It is @a, right.",
    )
    enough = ("So the answer is correct.", "No problem.", "The calculation is right.", "Therefore, output the answer.")
    agrees = ("The two results are the same.", "Consistent with the previous result.", "So it is correct.")

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one("plain", "plain", "comma"), t.one("plain", "latex"), t.one("×", "*")

    def body(self, t: Telling, w: Work) -> str:
        lines = [_worked(t, term) for term in w.terms]
        lines = (
            [
                f"{t.one('First', 'Firstly') if not i else t.one('Then', 'Next', 'And then')}, {line}."
                for i, line in enumerate(lines)
            ]
            if t.flag("words", 0.5)
            else lines
        )
        return "\n".join(
            [
                _say(t, t.one("@v = @f.", "Split @v into @f.")),
                *lines,
                _sum_or_total(t, w, "Finally, add them: ", "Add up: ", "The sum is: "),
            ]
        )

    def answer(self, t: Telling) -> str:
        steps = (
            _say(
                t,
                t.one(
                    "To calculate @e, we split the factor and add the partial products:\n\n",
                    "**Step-by-step calculation:**\n\n",
                ),
            )
            + self.recap(t, t.one("1. ", "- "))
            + "\n\n"
            if t.chance(0.6)
            else ""
        )
        z = t.one(_say(t, "**@z**"), t.boxed("\\(", "\\)"), t.boxed("$", "$"), _say(t, "@z"))
        return steps + t.r(_say(t, t.one("The final answer is ", "@e = ", "**Answer:** ")) + z) + "\n</answer>"


class TChatLists(_Voice):
    """InternLM, Yi and Command-R: polite lists or columns, apologies for a mistake, a closing sentence."""

    openings = (
        "To calculate @e, we can use the standard multiplication algorithm. Here's the step-by-step process:",
        "To find the product of @a and @b, follow these steps:",
        "Sure, let's break down the calculation of @e step by step.",
        "Let's go through it step by step:",
        "I will multiply @a by each part of @b, then add the results together.",
        "Here is the step-by-step calculation:",
    )
    commits = (
        "Therefore, @e = @z.",
        "So, @e equals @z.",
        "The final answer is @z.",
        "Thus, the product of @a and @b is @z.",
        "Therefore, the result of the multiplication is **@z**.",
        "So the answer is: @z",
    )
    disowns = (
        "I apologize for the confusion, there was an error in my calculation. Let me correct it:",
        "Apologies, but the result above is not correct. Here is the corrected calculation:",
        "Sorry, I made a mistake in the steps above. Let's do it again correctly.",
        "Upon review, the above answer is incorrect. The calculation should be as follows:",
        "However, this is not right. Let's recalculate:",
    )
    starts = ("Let me correct the calculation:", "Here is the corrected calculation:", "Let's do it again.")
    leads = (
        "We can verify the result as follows.",
        "Let's check the answer by multiplying in a different way:",
        "To verify, we can split the other number:",
    )
    verdicts = (
        "The verification gives a different value from @p, which means that the first calculation contained an error. The correct answer is @z.",
        "As this is not @p, I apologize for the earlier mistake. Therefore, @e = @z.",
        "This shows that @p was incorrect, and the correct product is @z.",
    )
    fixes = (
        "I apologize, I made a mistake in one of the steps:",
        "Correction:",
        "Please note that there is an error above:",
        "Let me correct one step:",
    )
    agrees = ("This confirms the result.", "The results are the same.", "Hence the answer is verified.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma"), t.one("*", "x", "×")

    def body(self, t: Telling, w: Work) -> str:
        if _kind(t, "columns", "list", "steps") == "columns" and all(term.sign > 0 for term in w.terms):
            grouping = "comma" if t.words == "comma" else "plain"
            return "```\n" + t.columns(w, grouping) + t.total(w, grouping) + "\n```"
        mark = "{}. " if _kind(t, "columns", "list", "steps") == "list" else "Step {}: "
        lines = [
            t.one(
                f"Multiply {t.n(term.left)} by {t.n(term.right)}: {_eq(t, term)}",
                _eq(t, term),
                f"{t.n(term.left)} multiplied by {t.n(term.right)} is {t.n(term.value)}.",
            )
            for term in w.terms
        ]
        lines.append(
            _sum_or_total(
                t, w, "Add the partial products together: ", "Now, add up all the results: ", "Sum the results: "
            )
        )
        return "\n".join(mark.format(i) + line for i, line in enumerate(filter(None, lines), start=1))

    def closing(self, t: Telling) -> str:
        return "\n\n" + t.one(
            "",
            "",
            "I hope this helps!",
            self.confirm(t),
            t.r(_say(t, "So the final result is @z.")),
            "Let me know if you would like me to explain any of the steps.",
            t.r(_say(t, "Answer: @z")),
        )


class TGranite(_Voice):
    """Granite: 'thought process' and 'response' parts (in words or tags), dry sentences by place value."""

    muse = 0.3
    methods = ("low", "low", "high", "chunks")
    openings = (
        "This is a multiplication of two integers, @a and @b. I will apply the standard algorithm, place by place.",
        "The user wants @e worked out step by step.",
        "To determine the product of @a and @b, I will use partial products.",
        "1. Identify the operands: @a and @b.\n2. Decompose one operand and multiply each part.",
    )
    commits = (
        "Hence, @e = @z.",
        "The resulting product is @z.",
        "So, the final product is @z.",
        "This yields a product of @z.",
        "Consequently, the answer is @z.",
    )
    disowns = (
        "On review, this result is erroneous. I will perform the calculation again.",
        "The value obtained above is incorrect, so the calculation must be repeated.",
        "There appears to be an arithmetic error in the steps above, which invalidates the result. Repeating them:",
        "That is not correct. Let me restart the calculation.",
    )
    starts = ("I will perform the calculation again.", "The calculation is repeated below.")
    leads = (
        "To validate the result, I will use an alternative decomposition.",
        "Validation with a different decomposition:",
        "Verifying by the commuted product:",
    )
    verdicts = (
        "The validation does not reproduce @p, so the initial result was in error. The correct product is @z.",
        "As this differs from @p, the initial calculation contained an error and the answer is revised to @z.",
        "Therefore @p is rejected; the product is @z.",
    )
    fixes = ("There is an error in one of the steps:", "Correcting a step:", "On inspection of the steps,")
    doubts = (
        "All operands were copied correctly from the prompt.",
        "No rounding is involved, so the result is exact.",
        "I should consider whether the steps were in order. They were.",
    )
    agrees = ("This validates the result.", "The result is confirmed.", "Both agree.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma", "comma"), t.one("*", "×", "x")

    def first(self, t: Telling) -> str:
        start = {"words": "Here is my thought process:\n\n", "tags": "<think>", "plain": ""}[
            _kind(t, "words", "tags", "plain")
        ]
        return start + super().first(t)

    def body(self, t: Telling, w: Work) -> str:
        places = {
            1: "ones",
            10: "tens",
            100: "hundreds",
            1000: "thousands",
            10**4: "ten-thousands",
            10**5: "hundred-thousands",
        }
        lines = []
        for term in w.terms:
            place = places[10 ** (len(str(term.right)) - 1)] if len(str(term.right).rstrip("0")) == 1 else ""
            said = f"Multiply {t.n(term.left)} by {t.n(term.right)}" + (
                f" ({place} place)" if place and t.flag("places", 0.6) else ""
            )
            lines.append(f"{said}: {t.detail(term, 0.3) or _eq(t, term)}")
        lines.append(_sum_or_total(t, w, "Sum the partial products: ", "Add the intermediate results: "))
        return "\n".join(
            f"{'- ' if t.flag('dash', 0.4) else f'{i}. '}{line}" for i, line in enumerate(filter(None, lines), start=1)
        )

    def closing(self, t: Telling) -> str:
        kind = _kind(t, "words", "tags", "plain")
        check = "\n\n" + self.confirm(t) if t.chance(0.25) else ""
        if kind == "plain":
            return check + t.one("", "\n\n" + t.r(_say(t, "Final Answer: @z")))
        mark = "\n\nHere is my response:\n\n" if kind == "words" else "</think>\n<response>"
        said = (
            _say(t, "The product of @a and @b is obtained as follows:\n\n") + self.recap(t) + "\n\n"
            if t.chance(0.5)
            else ""
        )
        said += t.r(_say(t, t.one("The product of @a and @b is @z.", "@e = **@z**", "Therefore, the answer is @z.")))
        return check + mark + said + ("</response>" if kind == "tags" else "")


class TNemotron(_Thinker):
    """Nemotron with reasoning on: R1-like thought in long paragraphs, then a structured answer and a boxed end."""

    openings = (
        "Okay, so I need to figure out what @e is. Let me think about how to approach this.",
        "Okay, let's tackle @e. I remember from school that you break one number into hundreds, tens and ones.",
        "Okay, let me try to multiply @a by @b. I don't have a calculator here, so I'll do it manually.",
        "Alright, @e. Let me think step by step.",
    )
    commits = (
        "So, @e is @z.",
        "So that should be @z.",
        "So total is @z.",
        "Therefore, @e = @z.",
        "So the answer I get is @z.",
        "Which is @z. So the product is @z.",
    )
    disowns = (
        "Wait, that doesn't look right. Let me check... No, it's off. I need to redo this.",
        "Hmm, wait. I think I made a mistake in there and this result is wrong. Let me start again.",
        "Wait, no. That can't be correct. Let me do this more carefully.",
        "Hmm, this seems wrong to me. I must have miscalculated. Let me try again step by step.",
    )
    starts = ("Let me go through it again.", "Okay, back to the start.", "Let me redo it carefully.")
    leads = (
        "Let me verify that with another method to make sure.",
        "Let me double-check by breaking it down differently.",
        "Maybe I should check it the other way around, starting from the other number.",
        "Wait, let me confirm this with a different split just to be safe.",
    )
    verdicts = (
        "Wait, that's different from @p. So one of them is wrong. Going back through the first one, I see I slipped there. So the correct answer is @z.",
        "Hmm, but before I had @p. So I must have made an error the first time. It's @z.",
        "Not @p then. I trust this second calculation, so the product is @z.",
    )
    fixes = (
        "Wait, let me check the parts again. Ah,",
        "Hold on,",
        "Hmm, wait. I see the issue:",
        "Oh no, I made a mistake:",
    )
    doubts = (
        "Wait, is the multiplication by the zeros okay? Yes, I think so.",
        "Wait, but is there a smarter way? Maybe, but this is fine.",
        "Let me just check the addition again. Ones place, tens place, hundreds place... all good.",
        "Hmm, I wonder if I should double-check the carries. I went through them and they were okay.",
    )
    enough = (
        "Okay, that all checks out.",
        "I'm pretty confident about it.",
        "So, I think that's right. Done.",
        "Alright, moving on to the answer.",
    )
    agrees = ("Yes, same answer.", "Great, matches.", "That's the same as before, so it's correct.")

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one("plain", "comma", "comma"), t.one("plain", "comma"), t.one("*", "×", "times")

    def body(self, t: Telling, w: Work) -> str:
        text = _say(t, t.one("Let me break @v down into @f. ", "So @v is @f. ", "Using @v = @f, I get: "))
        joints = (". Then ", ". Next, ", ". And ", ". Now ")
        for place, term in enumerate(w.terms):
            text += (t.rng.choice(joints) if place else "") + _worked(t, term, 0.1)
        return (
            text
            + ".\n\n"
            + t.one("Now, adding them all together: ", "Now let me add these up. ", "Adding: ")
            + _added(t, w, ". Then ")
            + "."
        )

    def answer(self, t: Telling) -> str:
        if t.chance(0.5):
            return (
                _say(t, t.one("To calculate @e, follow these steps:\n\n", "**Step-by-Step Calculation of @e:**\n\n"))
                + self.recap(t, t.one("1. ", "- ", "* "))
                + "\n\n"
                + t.r(_say(t, t.one("**Answer:** ", "**Final Answer:** ")) + t.boxed("\\(", "\\)"))
            )
        return t.r(t.one("**Final Answer**\n", "The final answer is ", "The product is ") + t.boxed("$", "$"))


class TTinyChat(_Voice):
    """Falcon, StableLM, TinyLlama: eager, clumsy, misspelt at times, repeats its answer, may go on with a user's turn."""

    gap = "\n"
    weights = (0.6, 0.3, 0.1)
    muse = 0.1
    openings = (
        "Sure, I can help you with that! Here is how to calculate @e:",
        "Certainly! To calculate @e, follow these steps:",
        "Step-by-step solution:",
        "Sure! Let's think step by step.",
        "The multiplication of @a and @b can be done in the following way:",
        "",
    )
    facts = ("It is a simple multiplication.", "You just multiply the two numbers.")
    commits = (
        "The final answer is @z.",
        "So, the answer is @z.",
        "Therefore, the product of @a and @b is @z.",
        "@e = @z",
        "The answer is @z.",
        "Result: @z",
        "Hence the total is @z.",
    )
    disowns = (
        "I'm sorry, the answer above is wrong. The correct steps are:",
        "Oops! I made a mistake. Let me try again.",
        "Sorry for the mistake, that is not correct. Here are the steps again:",
        "Actually, this is incorrect. Let's do it again:",
        "I apologize for the wrong answer. Please find the correct calculation below:",
    )
    starts = ("Let me try again.", "Here are the correct steps:")
    leads = ("You can check it like this:", "Let's check the answer:", "Verify:")
    verdicts = ("The answer above (@p) is wrong. The correct answer is @z.", "So it is not @p. The answer is @z.")
    fixes = ("Sorry, I made a mistake,", "Oops,", "Note: there is a mistake,")
    doubts = ("Please double check with a calculator.", "I hope this is correct.")
    agrees = ("So it is correct.", "It is the same answer.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma"), t.one("*", "x", "x", "×")

    def body(self, t: Telling, w: Work) -> str:
        lines = [
            t.one(
                f"Multiply {t.n(term.left)} by {t.n(term.right)} to get {t.n(term.value)}.",
                _eq(t, term),
                f"First take {t.n(term.left)} and multiply it with {t.n(term.right)}. This gives {t.n(term.value)}.",
            )
            for term in w.terms
        ]
        if len(w.terms) > 1:
            lines.append(
                t.one(
                    f"Add all the numbers: {t.sum(w)} = {t.n(w.total)}",
                    f"Add them together to get {t.n(w.total)}.",
                    f"{t.sum(w)} = {t.n(w.total)}",
                )
            )
        mark = _kind(t, "Step {}: ", "{}. ", "- ", "")
        return "\n".join(mark.format(i) + line for i, line in enumerate(lines, start=1))

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.2:
            return "\n" + "\n".join(t.r(_say(t, "The final answer is @z.")) for _ in range(t.rng.randint(1, 4)))
        if draw < 0.4:
            user, bot = t.rng.choice(
                (("User: ", "Falcon: "), ("User: ", "Assistant: "), ("<|user|>\n", "<|assistant|>\n"))
            )
            thanks, reply = t.one(
                "Thank you!|You're welcome! Is there anything else I can help you with?",
                "Are you sure?|Yes, I am sure.",
                "Can you explain it?|Yes, you multiply the parts and add them.",
            ).split("|")
            return f"\n{user}{thanks}\n{bot}{reply}"
        return t.one(
            "",
            "\nI hope this helps! Let me know if you have any other questions.",
            "\n" + t.r(_say(t, "So @e is equal to @z.")),
            "\n\nNote: You can also use a calculator.",
            "\n" + self.confirm(t),
        )

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.01) if t.flag("typos", 0.3) else text


class TOpenThoughts(_Thinker):
    """OpenThoughts, s1 and LIMO fine-tunes: marks of thought and solution, 'Wait' upon 'Wait', a boxed final answer."""

    open_ = ""
    openings = (
        "Okay, so I need to calculate @e. Let me think about this step by step.",
        "Let me work through @e carefully.",
        "Okay, @e. Both numbers are fairly ordinary, so I'd break one apart.",
        "To solve @e, I can use the distributive property. Let me see.",
    )
    commits = (
        "So @e = @z.",
        "So the total is @z.",
        "Thus, the product is @z.",
        "So that would be @z. So the answer is @z.",
        "So I get @z.",
        "Final result: @z.",
    )
    disowns = (
        "Wait, that's not right. Let me recompute.",
        "Wait, I think I made an arithmetic error, so this is wrong. Let me try again.",
        "Wait, no. @p is not correct. Let me go through this again.",
        "Hmm, but that can't be right. Let me do the calculation again.",
        "Wait, something's wrong here. Let me start over.",
    )
    starts = ("Let me recompute.", "So let me try again.", "Let me start over.")
    leads = (
        "Wait, but let me verify this by another method.",
        "Alternatively, I can compute it with the other number broken apart.",
        "Let me double-check by using a different breakdown.",
        "Wait, let me just make sure with a second calculation.",
    )
    verdicts = (
        "Wait, this conflicts with the @p from before. The earlier calculation must have an error, so the correct answer is @z.",
        "Hmm, earlier I had @p. That was a mistake; it should be @z.",
        "So the two don't agree: @p before. I recheck this second one and it holds, so the answer is @z.",
    )
    fixes = ("Wait, let me check each part again. Here:", "Wait,", "Hold on. I see that", "Hmm, there's an error:")
    doubts = (
        "Wait, but did I copy the numbers correctly? @a and @b. Yes.",
        "Wait, is there a possibility that the question is asking something else? No, it's just a product.",
        "Wait, but let me check the alignment of the zeros. That's okay.",
        "Wait, maybe I should check for carry errors. Going through... no, none.",
    )
    enough = (
        "So I'm confident that this is correct.",
        "Therefore, I am sure about the answer.",
        "That seems consistent. So I can stop here.",
    )
    agrees = ("Same result, so that's good.", "Which is the same as before.", "Yes, that matches.")

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one("plain", "comma", "comma"), t.one("plain", "plain", "comma"), t.one("*", "×", "×")

    def first(self, t: Telling) -> str:
        start = {"marks": "<|begin_of_thought|>\n\n", "s1": "think\n", "limo": ""}[_kind(t, "marks", "s1", "limo")]
        return start + super().first(t)

    def body(self, t: Telling, w: Work) -> str:
        lines = [_worked(t, term, 0.1) + "." for term in w.terms]
        return "\n".join(
            [
                _say(t, t.one("@e = @u times (@f).", "I'll write @v as @f.", "First, @v = @f.")),
                *lines,
                _sum_or_total(t, w, "Adding these together: ", "Then sum them: ", "Now sum: "),
            ]
        )

    def answer(self, t: Telling) -> str:
        return ""

    def closing(self, t: Telling) -> str:
        text = self.gap + self.confirm(t) if t.chance(0.35) else ""
        text += self.gap + _pick(t, self.enough) if t.chance(0.4) else ""
        steps = (
            _say(t, "To compute @e, we break it into parts:\n\n") + self.recap(t, t.one("- ", "1. ")) + "\n\n"
            if t.chance(0.5)
            else ""
        )
        box = t.boxed("\\[\n", "\n\\]") if t.chance(0.4) else t.boxed("$", "$") if t.chance(0.5) else t.boxed()
        kind = _kind(t, "marks", "s1", "limo")
        if kind == "marks":
            return f"{text}\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n{steps}{t.r(t.one('**Final Answer:** ', 'The final answer is ', 'Summing up, the product is ') + box)}\n\n<|end_of_solution|>"
        if kind == "s1":
            return f"{text}\nanswer\n{steps}" + t.r(f"Final Answer: The final answer is {t.boxed('$', '$')}")
        return f"{text}\n\n" + t.r(f"**Final Answer**\n\n{box}")


class TMathSft(_Voice):
    """MetaMath, Orca-Math, NuminaMath and OpenMathInstruct fine-tunes: each corpus has its fixed last sentence."""

    methods = ("high", "high", "low", "chunks")
    muse = 0.08
    openings = ("",)
    disowns = (
        "This is incorrect. Let's redo the calculation.",
        "However, there is a mistake in the calculation above, so the result is wrong. Let's correct it by computing again.",
        "Upon re-evaluation, the above result is wrong. The computation again:",
        "I made an error in the computation above. Let me start again.",
    )
    starts = ("Let's redo the calculation.", "We recompute:")
    leads = (
        "Let's verify the answer by a different decomposition.",
        "To verify:",
        "We can check this by splitting the other factor.",
    )
    verdicts = (
        "Since this does not equal @p, the earlier result was a miscalculation. The correct product is @z.",
        "This shows the first result, @p, was wrong. Therefore the answer is @z.",
        "So @p was a miscalculation and $@l = \\boxed{@m}$.",
    )
    fixes = ("There is an error above:", "Correction:", "Let's correct the mistake:")
    agrees = ("The answer is verified.", "This agrees with the result.")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths, t.x = t.one("plain", "plain", "latex", "comma"), t.one("*", "×", "x")

    def _tex(self, t: Telling, term: Term) -> str:
        return f"{t.m(term.left)} \\times {t.m(term.right)} = {t.m(term.value)}"

    def body(self, t: Telling, w: Work) -> str:
        kind = _kind(t, "meta", "orca", "numina", "open")
        joined = "".join(f" {'+' if s.sign > 0 else '-'} {t.m(s.value)}" for s in w.terms[1:])
        total = f"{t.m(w.terms[0].value)}{joined} = {t.m(w.total)}"
        if kind == "meta":
            lines = [
                f"{t.n(s.left)} multiplied by {t.n(s.right)} is {t.n(s.left)}*{t.n(s.right)} = {t.n(s.value)}."
                if t.flag("stars", 0.5)
                else f"We have {_eq(t, s)}."
                for s in w.terms
            ]
            return "\n".join(
                [
                    _say(t, "We can break @v down into @f.") if t.chance(0.6) else "",
                    *lines,
                    f"Adding these together, we get {_added(t, w, ', ', 0.2)}.",
                ]
            ).lstrip()
        if kind == "orca":
            lines = [_eq(t, s) for s in w.terms]
            return (
                _say(
                    t,
                    t.one(
                        "To find the product of @a and @b, you can break @v into @f:\n\n",
                        "First, let's multiply @u by each part of @v:\n\n",
                    ),
                )
                + "\n".join(lines)
                + "\n\n"
                + t.one("Now, add the results together:\n", "Then we add them up:\n")
                + _added(t, w, "\n", 0.3)
            )
        if kind == "numina":
            lines = [
                f"{i}. **{t.one('Multiply', 'Compute', 'Calculate')} by {t.n(s.right)}:**\n   \\[\n   {self._tex(t, s)}\n   \\]"
                for i, s in enumerate(w.terms, start=1)
            ]
            return "\n".join(
                [
                    *lines,
                    f"{len(lines) + 1}. **{t.one('Add the partial products', 'Sum the results')}:**\n   \\[\n   {total}\n   \\]",
                ]
            )
        return (
            t.one("We compute ", "Let's compute ", "Notice that we can write ")
            + f"${t.m(w.a)} \\times {t.m(w.b)}$ by parts: "
            + ", ".join(f"${self._tex(t, s)}$" for s in w.terms)
            + f".\nAdding, ${total}$."
        )

    def commit(self, t: Telling) -> str:
        said = {
            "meta": ("The answer is: @z", "Therefore, @e = @z.\nThe answer is: @z", "#### @d\nThe answer is: @d"),
            "orca": ("Therefore, the product of @a and @b is @z.", "So, @e equals @z.", "#### @d"),
            "numina": (
                "The final answer is \\(\\boxed{@m}\\).",
                "\\[\n\\boxed{@m}\n\\]",
                "Thus, the product is \\(\\boxed{@m}\\).",
            ),
            "open": (
                "So the answer is $\\boxed{@m}$.",
                "Therefore, $@l = \\boxed{@m}$.",
                "Hence, the final product is \\boxed{@m}.",
            ),
        }
        return t.c(_pick(t, said[_kind(t, "meta", "orca", "numina", "open")]))

    def closing(self, t: Telling) -> str:
        extra = t.one(
            "",
            "",
            "",
            "\n" + self.confirm(t),
            "\n\nThe answer has been computed correctly." if t.flag("sure", 0.3) else "",
        )
        return extra + ("\n\n" + t.r(_say(t, "The final answer is $\\boxed{@m}$.")) if t.chance(0.15) else "")


class TOaiSummary(_Voice):
    """o1 and o3: a short summary after hidden thought, often with the answer first and one way to see it after."""

    methods = ("chunks", "round", "high")
    muse = 0.1
    openings = (
        "Here's one way to break it down:",
        "Step by step:",
        "A convenient breakdown:",
        "**Step-by-step solution**",
        "One way to do it by hand is to split @b:",
    )
    commits = (
        "So **@e = @z**.",
        "@e = **@z**",
        "**Answer: @z**",
        "Hence the product is **@z**.",
        "Therefore, @e = @z.",
        "So the product is @z.",
    )
    disowns = (
        "That doesn't hold up—there's an error in it. Here's a corrected computation:",
        "Correction: the figure above is wrong. Recomputing:",
        "On a second look, that value is not right. Redoing the computation:",
        "Let me retract that: the arithmetic was off. Again:",
    )
    starts = ("Recomputing:", "Here is the computation again:")
    leads = (
        "Cross-check with a different split:",
        "As a check:",
        "A quick independent check:",
        "Double-checking the other way:",
    )
    verdicts = (
        "This doesn't agree with the @p stated above, which was incorrect. The product is **@z**.",
        "That means @p above was in error; the correct value is **@z**.",
        "Since these disagree, I rechecked the first: @p was a slip. **@e = @z**",
    )
    fixes = ("Correction:", "One correction—", "I need to correct a step:")
    agrees = ("✓", "Same value.", "The two agree.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "comma", "comma", "plain", "narrow"), t.one("×", "×", "·")

    def body(self, t: Telling, w: Work) -> str:
        if t.flag("display", 0.35):
            heads = " ".join((("+ " if s.sign > 0 else "- ") if i else "") + _head(t, s) for i, s in enumerate(w.terms))
            return f"{t.n(w.a)} {t.x} {t.n(w.b)}  \n= {t.n(w.a)} {t.x} ({t.factor(w)})  \n= {heads}  \n= {t.sum(w)}  \n= {t.n(w.total)}"
        bullet = "• " if t.flag("dots", 0.5) else "- "
        lines = [bullet + _eq(t, s) for s in w.terms]
        return "\n".join([*lines, _sum_or_total(t, w, "\nAdd: ", f"{bullet}Sum: ", "\nAdding them gives ")])

    def first(self, t: Telling) -> str:
        w = self.solve(t)
        if t.chance(0.45):
            return self.commit(t) + (
                "\n\n" + self.join(_pick(t, self.openings), t.r(self.told(t, w)))
                if (t.more or t.chance(0.7)) and w.method != "fact"
                else ""
            )
        return self.join(_pick(t, self.openings), self.told(t, w), self.commit(t)) + self.musing(t)

    def closing(self, t: Telling) -> str:
        return t.one("", "", "", "\n\n" + self.confirm(t), "\n\n" + t.r(_say(t, "**@z**")))


class TGrok(_Voice):
    """Grok: chatty headings, an occasional quip, a verification section, the answer in bold at the end."""

    methods = ("high", "chunks", "round", "low")
    muse = 0.3
    openings = (
        "To compute @e, let's break it down step by step using the distributive property.",
        "Alright, let's crunch @e the old-fashioned way—no calculator, just place values.",
        "### Calculating @e",
        "Let's tackle @e, shall we?",
        "To find @e, I'll use partial products and then double-check the thing.",
    )
    commits = (
        "**@e = @z**",
        "So, @e = **@z**.",
        "Thus, the product is **@z**.",
        "**Answer:** @z",
        "So we land at @z.",
        "And there it is: @z.",
    )
    disowns = (
        "Hmm, that smells wrong. It is: I botched something. Let's redo it.",
        "Wait, that's not right. Let me recalculate more carefully.",
        "Okay, I goofed—that result doesn't hold. Take two:",
        "Hold the phone: that's incorrect. Starting fresh.",
        "Let me stop myself there, because the number above is wrong. Recalculating:",
    )
    starts = ("Take two:", "Let's redo it.", "Recalculating:")
    leads = (
        "### Verification\nLet's use a different split.",
        "To double-check, let's split the other number:",
        "Let's verify by an alternative method:",
        "Trust, but verify:",
    )
    verdicts = (
        "Well, that's not @p. The verification exposed a slip, so the right answer is **@z**.",
        "The discrepancy with @p means I slipped earlier. Corrected: **@e = @z**.",
        "So much for @p, which was wrong. The product is **@z**.",
    )
    fixes = ("Oops, found a gremlin:", "Wait a sec,", "Let me fix something:", "Correction needed:")
    doubts = (
        "Could there be a catch? Nope, it's just multiplication.",
        "Not the prettiest numbers, but the math is the math.",
        "I eyed every carry suspiciously; they all held up.",
    )
    agrees = ("✅ Confirmed.", "Both methods agree.", "Same number, so we're good.")

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one("comma", "comma", "plain"), t.one("plain", "latex"), t.one("×", "×", "\\*")

    def body(self, t: Telling, w: Work) -> str:
        if t.flag("headed", 0.45):
            hashes = t.flag("hashes", 0.5)
            text = _say(
                t,
                "#### Step 1: Break it down\n@v = @f\n\n#### Step 2: Multiply\n"
                if hashes
                else "**Step 1: Decompose @v**\n\n@v = @f\n\n**Step 2: Partial products**\n\n",
            )
            text += "\n".join(f"- {_worked(t, s, 0)}" for s in w.terms)
            return (
                text + ("\n\n#### Step 3: Add\n" if hashes else "\n\n**Step 3: Add them up**\n\n") + _added(t, w, "\n")
            )
        lines = [f"{i}. **{_head(t, s)}**: {t.detail(s, 0.3) or t.n(s.value)}" for i, s in enumerate(w.terms, start=1)]
        return "\n".join([*lines, _sum_or_total(t, w, "\nAdd these up:\n", "\nNow sum: ")])

    def closing(self, t: Telling) -> str:
        return t.one(
            "",
            "\n\n" + self.confirm(t),
            "\n\n" + t.r(_say(t, "**Final Answer:** @z")),
            "\n\nIf you want, I can show it as long multiplication too.",
            "\n\n### Check\n" + self.confirm(t) + "\n\n" + t.r(_say(t, "So the final answer is **@z**.")),
        )


class TGptOss(_Voice):
    """gpt-oss with its channels as plain text: clipped analysis in note form, then a formatted final message."""

    gap = " "
    muse = 0.35
    methods = ("chunks", "round", "high")
    openings = (
        "We need to compute @e.",
        "Compute @e.",
        "User wants @e step by step.",
        "We need to calculate @e. Let's do it.",
    )
    facts = ("Trivial.", "Single digits.")
    commits = ("So @z.", "Answer @z.", "So product = @z.", "Thus @e = @z.", "So answer: @z.")
    disowns = (
        "Hmm that's wrong. Recompute.",
        "Wait, error somewhere. That's not right. Let's do again.",
        "No, incorrect. Let's recompute carefully.",
        "Wait @p is wrong. Redo:",
    )
    starts = ("Recompute.", "Redo.", "Let's do again.")
    leads = ("Check:", "Let's double-check:", "Double-check via other split:", "Verify:")
    verdicts = (
        "That's not @p. First was wrong. So correct is @z.",
        "Mismatch with @p; earlier had an error. So answer @z.",
        "Different from @p. This one is right, first had mistake: @z.",
    )
    fixes = ("Wait,", "Correction:", "Hmm,", "Check parts:")
    doubts = ("Fine.", "Is that all? Yes.", "Just provide steps.", "Let's keep it simple.")
    agrees = ("Good.", "Matches.", "OK same.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "plain"), t.one("*", "×", "*")

    def first(self, t: Telling) -> str:
        return {"plain": "analysis", "tokens": "<|channel|>analysis<|message|>", "lines": "analysis\n"}[
            _kind(t, "plain", "tokens", "lines")
        ] + super().first(t)

    def body(self, t: Telling, w: Work) -> str:
        said = t.one("; ", ". ").join(_eq(t, s) for s in w.terms)
        add = t.one("Sum: ", "Add: ", "Total: ", "Sum = ") + (
            f"{t.sum(w)} = {t.n(w.total)}" if t.chance(0.6) else t.n(w.total)
        )
        return f"{said}. {add}." if len(w.terms) > 1 else f"{said}."

    def closing(self, t: Telling) -> str:
        mark = {
            "plain": "assistantfinal",
            "tokens": "<|end|><|start|>assistant<|channel|>final<|message|>",
            "lines": "\n\nfinal\n",
        }[_kind(t, "plain", "tokens", "lines")]
        x, t.x = t.x, t.one("×", "\\times" if t.chance(0.2) else "×")
        if t.x == "\\times":
            said = (
                "\n".join(f"\\[\n{_eq(t, s)}\n\\]" for s in t.work.terms)
                + "\n\n"
                + t.r(f"\\[\n\\boxed{{{t.n(t.candidate)}}}\n\\]")
            )
        elif t.chance(0.35):
            said = (
                "| Part | Product |\n|------|---------|\n"
                + "\n".join(f"| {_head(t, s)} | {t.n(s.value)} |" for s in t.work.terms)
                + "\n\n"
                + t.r(_say(t, "**Result:** @e = **@z**"))
            )
        elif t.chance(0.6):
            said = (
                _say(t, t.one("**Step-by-step**\n\n", "Here’s the multiplication broken down:\n\n"))
                + self.recap(t, t.one("1. ", "- ", "* "))
                + "\n\n"
                + t.r(_say(t, t.one("Adding them up gives **@z**.", "**Answer: @z**", "So \\(@e = @z\\).")))
            )
        else:
            said = t.r(_say(t, "@e = **@z**"))
        t.x = x
        return (f" {self.confirm(t)}" if t.chance(0.2) else "") + mark + said


class TGrpoBase(_Voice):
    """A base model trained with GRPO: short, a dialect of its own, boxes said twice or thrice, now and then a tail."""

    gap = "\n"
    muse = 0.12
    weights = (0.5, 0.3, 0.2)
    openings = (
        "To solve @e, we do step by step:",
        "<think>@e.",
        "Let's calculate @e step by step.",
        "@e",
        "So we have @e.",
        "First we multiply.",
    )
    facts = ("direct product.", "Easy.")
    commits = (
        "\\boxed{@d}",
        "So the final answer is: \\boxed{@d}",
        "<answer>@d</answer>",
        "Answer: @d",
        "therefore @e = @d",
        "So @e=@d. \\boxed{@d}",
        "final = @d",
    )
    disowns = (
        "But wait this is wrong, so we again calculate:",
        "Not correct! Recalculate:",
        "wait mistake. do again.",
        "However the above is incorrect. Again step by step:",
        "Recheck: the result is wrong. New calculation:",
        "Let me re-evaluate. The above answer is false, so:",
    )
    starts = ("Again:", "so recalculate.", "New calculation:")
    leads = ("Verify:", "Let me verify by reversing:", "Check:", "Verification step:")
    verdicts = (
        "so @p is wrong, and correct is \\boxed{@d}",
        "not @p. Mistake was in the first calculation. So final answer: @d",
        "verify failed for @p. Corrected answer: \\boxed{@d}",
    )
    fixes = ("Wait mistake:", "Fix:", "Error found:", "But")
    agrees = ("Verified.", "Correct.", "same.")
    doubts = ("Is it correct? Yes.", "Check again. ok.", "All steps are verified.")

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "*", "×", "x")

    def body(self, t: Telling, w: Work) -> str:
        tight = t.flag("tight", 0.4)
        lines = [_eq(t, s).replace(" ", "") if tight else _eq(t, s) for s in w.terms]
        lines.append(
            _added(t, w, "\n", 0.4) if t.flag("bare", 0.5) else _sum_or_total(t, w, "Sum: ", "sum all: ", "Add = ")
        )
        lines = [line for line in lines if line]
        mark = _kind(t, "Step{}: ", "Step {}:\n", "", "{}) ", "- ")
        return (", " if tight and not mark else "\n").join(
            mark.format(i) + line for i, line in enumerate(lines, start=1)
        )

    def closing(self, t: Telling) -> str:
        draw = t.rng.random()
        if draw < 0.3:
            end = t.one(
                "\\boxed{@d}", "The final answer is \\boxed{@d}.", "So the answer is \\boxed{@d}.", "Final Answer: @d"
            )
            return "".join("\n" + t.r(_say(t, end)) for _ in range(t.rng.randint(1, 5)))
        if draw < 0.45:
            return "\n" + self.confirm(t) + "\n" + t.r(_say(t, "\\boxed{@d}"))
        if draw < 0.55:
            return f"\n```python\nprint({t.a} * {t.b})\n```\n```output\n" + t.r(f"{t.candidate}\n```")
        return t.one(
            "",
            "",
            "</think>\n" + t.r(_say(t, "<answer>@d</answer>")) if t.flag("tags", 0.4) else "",
            "\n" + self.recap(t, "") + "\n" + t.r(_say(t, "\\boxed{@d}")),
        )


class TTutor(_Voice):
    """A tutor for children: little stories, emoji, questions to the child that are answered at once, merry oopses."""

    methods = ("high", "low", "high")
    muse = 0.2
    openings = (
        "Hi there, math explorer! 🌟 Today we're going to multiply @e. Ready? Let's go!",
        "Great question! 😊 Big numbers look scary, but we can chop them into friendly pieces.",
        "Okay, superstar, let's solve @e together, one small step at a time!",
        "Imagine you have @a boxes with @b marbles in each. How many marbles is that? Let's find out! 🎈",
    )
    facts = (
        "This one lives in our times table! 🎶",
        "Do you remember this one from the times table? 🤔",
        "We can count in jumps on the number line. 🐸",
    )
    commits = (
        "So @e = @z! 🎉",
        "Ta-da! The answer is **@z**! 🎊",
        "That makes @z altogether. 🌟",
        "And our answer is @z!",
        "So altogether there are @z. 👏",
    )
    disowns = (
        "Uh-oh! 🙈 I think I made a mistake there, so that isn't our answer. Even teachers do! Let's try again together.",
        "Hmm, wait a moment... that isn't right! Let's rub it out and start again. ✏️",
        "Oopsie! That answer is wrong. Don't worry, mistakes help us learn! Let's do it once more.",
        "Hmm, my detective eyes 🔍 say that this number is wrong. Let's go back to the beginning!",
    )
    starts = ("Let's try again together!", "Back to the beginning we go!")
    leads = (
        "Now let's be math detectives 🔍 and check our answer in another way!",
        "How can we be sure? Let's break the other number into pieces!",
        "Good mathematicians always check! Let's do it a different way.",
    )
    verdicts = (
        "Oh! Our detective work shows it isn't @p. We made a little mistake the first time. The right answer is **@z**! 🎉",
        "Look at that, it's different from @p! The first one had an oopsie, so the real answer is @z. 🌟",
    )
    fixes = (
        "Oopsie, look here! 👀",
        "Wait, I spotted something:",
        "Uh-oh, let's fix one of our pieces:",
        "Hold on, little friend!",
    )
    doubts = (
        "Does that look very big? It's okay, we multiplied big numbers!",
        "Are you still with me? Good job! 👍",
        "Should we worry about that zero? Nope, it's just holding its place! 😊",
    )
    agrees = ("Hooray, the same answer! ✅", "It's the same! Well done us!", "They match! 🎉")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "comma", "plain"), t.one("×", "×", "x")

    def body(self, t: Telling, w: Work) -> str:
        lines = [
            _say(
                t,
                t.one(
                    "First, let's break @v into pieces: @f. 🧩",
                    "We can cut @v like a cake: @f! 🍰",
                    "@v is the same as @f.",
                ),
            )
        ]
        for i, s in enumerate(w.terms, start=1):
            lines.append(
                f"{_kind(t, '**Step {}:** ', '{}️⃣ ', '👉 ', '').format(i)}{t.one(f'What is {_head(t, s)}? It is {t.n(s.value)}!', _eq(t, s) + t.one('', ' 👍', '. Easy!'), f'{_head(t, s)} makes {t.n(s.value)}.')}"
            )
        if len(w.terms) > 1:
            lines.append(
                t.one(
                    "Now let's put all the pieces back together: ", "Can you add them up? Let's see: ", "Time to add! "
                )
                + _added(t, w, ", and then ", 0.4)
                + "."
            )
        return "\n".join(lines)

    def disown(self, t: Telling) -> str:
        last = t.a * t.b % 10
        if _sizes(t) and t.previous % 10 != last and t.chance(0.3):
            return f"Uh-oh! 🙈 {t.n(t.a)} ends in {t.a % 10} and {t.n(t.b)} ends in {t.b % 10}, so the answer must end in {last}. But {t.n(t.previous)} doesn't, so it is wrong! {_pick(t, self.starts)}"
        return _pick(t, self.disowns)

    def confirm(self, t: Telling) -> str:
        z = t.n(t.candidate)
        options = [
            f"If we share {z} marbles between {t.n(t.b)} friends, each gets {t.n(t.a)}. It works backwards, too!"
        ]
        if found := _estimate(t):
            options.append(
                f"Let's use friendly round numbers: {t.n(found[0])} {t.x} {t.n(found[1])} = {t.n(found[2])}. {z} is close to that. Thumbs up! 👍"
            )
        if _sizes(t) and (last := t.last_digit()):
            options.append(
                f"Look at the last digits: {last[0]} {t.x} {last[1]} = {last[2]}, so our answer must end in {last[2] % 10}. And it does! ✅"
            )
        if _sizes(t):
            options += [f"{self.leads_agree(t)} {self.second(t)}"] * 2
        return t.rng.choice(options)

    def closing(self, t: Telling) -> str:
        return "\n\n" + t.one(
            "",
            "Great job today! 🌈",
            "Here's a trick to check: " + self.confirm(t),
            "Would you like to try another one?",
            t.r(_say(t, "Remember: @e = @z. You did it! ⭐")),
            "You're a multiplication star! ⭐",
        )


class TTableGrid(_Voice):
    """Answers by layout: a Markdown table of partial products, the grid (box) method, or the lattice with diagonals."""

    openings = (
        "I'll use {kind} for @e.",
        "Let's organise @e with {kind}.",
        "### @e by {kind}",
        "Using {kind}:",
    )
    commits = (
        "**@e = @z**",
        "Result: **@z**",
        "So the product is **@z**.",
        "The table gives @e = @z.",
        "Reading off the total: @e = **@z**.",
        "**Answer:** @z",
    )
    disowns = (
        "This table can't be right; at least one entry is wrong. I'll fill it in again.",
        "Hmm, the result above is not correct. Here is a new table.",
        "I made an error while filling this in, so I discard it. Once more:",
        "That total is wrong. Rebuilding the layout:",
    )
    starts = ("I'll fill in a new table.", "Rebuilding it:")
    leads = (
        "**Check** with a different layout:",
        "To verify, a second table:",
        "Let me cross-check with another decomposition.",
    )
    verdicts = (
        "The second layout disagrees with @p, where I had a slip. The correct product is **@z**.",
        "That is not @p, so the first table contained an error: **@e = @z**.",
        "❌ @p was wrong. ✅ The product is **@z**.",
    )
    fixes = ("One entry is wrong:", "⚠️ Fix:", "Looking over the cells again,", "Correction to the table:")
    doubts = ("All cells are filled, nothing is missing.", "The columns are aligned, as they should be.")
    agrees = ("✓ Same total.", "The totals agree.", "✅")

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma", "comma"), t.one("×", "×", "x")

    def first(self, t: Telling) -> str:
        kind = {
            "table": "a table of partial products",
            "grid": t.one("the grid method", "the box method", "an area model"),
            "lattice": "the lattice method",
        }
        w = self.solve(t)
        said = t.rng.choice(self.openings).replace("{kind}", kind[w.method if w.method in kind else "table"])
        return self.join(_say(t, said), self.told(t, w), self.commit(t)) + self.musing(t)

    def solve(self, t: Telling) -> Work:
        kind = _kind(t, "table", "grid", "lattice")
        if t.a < 10 and t.b < 10:
            return super().solve(t)
        if kind == "grid":
            return self._grid(t)
        if kind == "lattice" and max(t.a, t.b) < 10**4:
            return self._lattice(t)
        return t.solve(*self.methods)

    def another(self, t: Telling) -> Work:
        return t.solve("swapped", "chunks") if t.chance(0.5) or not _sizes(t) else self._grid(t)

    def _grid(self, t: Telling) -> Work:
        sides = [[n] if n < 10 else split(n, "high" if n < 10**4 else "chunks") for n in (t.a, t.b)]
        return _plan(t, "grid", [(left, right, 1) for left in sides[0] for right in sides[1]])

    def _lattice(self, t: Telling) -> Work:
        sums: dict[int, int] = {}
        for i, p in enumerate(reversed(str(t.a))):
            for j, q in enumerate(reversed(str(t.b))):
                sums[i + j] = sums.get(i + j, 0) + int(p) * int(q)
        return _plan(t, "lattice", [(value, 10**place, 1) for place, value in sorted(sums.items()) if value])

    def body(self, t: Telling, w: Work) -> str:
        if w.method == "grid":
            lefts, rights = list(dict.fromkeys(s.left for s in w.terms)), list(dict.fromkeys(s.right for s in w.terms))
            cells = {(s.left, s.right): s.value for s in w.terms}
            rows = [f"| **{t.n(p)}** | " + " | ".join(t.n(cells[p, q]) for q in rights) + " |" for p in lefts]
            table = (
                f"| {t.x} | "
                + " | ".join(t.n(q) for q in rights)
                + " |\n|"
                + "---|" * (len(rights) + 1)
                + "\n"
                + "\n".join(rows)
            )
            return f"{table}\n\n" + (
                t.one("Add all the cells: ", "Sum of the boxes: ") + _added(t, w, "; ", 0.2) if len(w.terms) > 1 else ""
            )
        if w.method == "lattice":
            rows = [
                f"| **{q}** | " + " | ".join(f"{int(p) * int(q) // 10}/{int(p) * int(q) % 10}" for p in str(t.a)) + " |"
                for q in str(t.b)
            ]
            table = "|   | " + " | ".join(str(t.a)) + " |\n|" + "---|" * (len(str(t.a)) + 1) + "\n" + "\n".join(rows)
            sums = "\n".join(f"- diagonal of {t.n(s.right)}s: {s.left} → {t.n(s.value)}" for s in w.terms)
            return f"{table}\n\n{t.one('Diagonal sums, from the right:', 'Adding along the diagonals:')}\n{sums}\n\n{t.one('Together: ', 'With the carries resolved: ')}{_added(t, w, '; ', 0)}"
        bold = "**" if t.flag("bold", 0.5) else ""
        rows = [f"| {_head(t, s)} | {'−' if s.sign < 0 else ''}{t.n(s.value)} |" for s in w.terms]
        rows.append(f"| {bold}{t.one('Total', 'Sum')}{bold} | {bold}{t.n(w.total)}{bold} |")
        return (
            f"| {t.one('Part', 'Multiplication', 'Step')} | {t.one('Value', 'Partial product')} |\n|:---|---:|\n"
            + "\n".join(rows)
        )

    def closing(self, t: Telling) -> str:
        return t.one("", "", "\n\n" + self.confirm(t), "\n\n" + t.r(_say(t, "**Final answer: @z**")))


class TIdentities(_Voice):
    """Algebra as a shortcut: (50 - 2)(20 + 3), the difference of squares, a rounded factor less its excess."""

    muse = 0.2
    openings = (
        "A neat way is to use an algebraic identity.",
        "Both factors can be written relative to round numbers.",
        "Let's use algebra to simplify @e.",
        "Rather than long multiplication, rewrite the factors:",
        "Think of @e as a product of two brackets.",
    )
    commits = (
        "So @e = @z.",
        "Therefore @e = **@z**.",
        "Hence $@l = @m$.",
        "The product is $\\boxed{@m}$.",
        "So the answer is @z.",
        "We obtain @z.",
    )
    disowns = (
        "This is wrong: I must have mishandled a term. Let me expand again.",
        "Hmm, the expansion above does not give the right value. Starting again:",
        "I don't accept this result, there's a sign or arithmetic error in it. Once more.",
        "That's not correct. Back to the identity:",
    )
    starts = ("Expanding again:", "Let me expand again.")
    leads = (
        "Check with another identity.",
        "Let me verify by a direct expansion.",
        "As verification, a different rewriting:",
    )
    verdicts = (
        "This contradicts @p; the first expansion had an error. So the product is @z.",
        "Since this is not @p, I made an error before, and @e = **@z**.",
        "So @p was wrong, and the correct value is $\\boxed{@m}$.",
    )
    fixes = ("Careful, a term is wrong:", "Correction:", "Wait,", "Checking the terms again:")
    doubts = (
        "Are the signs right? Minus times plus is minus, and so on. Yes.",
        "One could complete this differently, but it is enough.",
        "Did I forget a cross term? No, all are there.",
    )
    agrees = ("Consistent.", "The same value.", "Both give the same.")

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one("plain", "comma"), t.one("plain", "latex", "thin"), t.one("·", "×", "×")

    @staticmethod
    def _round(t: Telling, n: int) -> tuple[int, int]:
        """The number as a round one and what is left: 48 = 50 - 2."""
        unit = 10 if n < 10 else 10 ** (len(str(n)) - (1 if len(str(n)) < 4 or t.chance(0.4) else 2))
        near = max(unit, round(n / unit) * unit)
        return near, n - near

    def solve(self, t: Telling) -> Work:
        a, b = t.a, t.b
        half, away = (a + b) // 2, abs(a - b) // 2
        if (a + b) % 2 == 0 and 0 < away * 4 < half and t.chance(0.6):
            return _plan(t, "squares", [(half, half, 1), (away, away, -1)])
        (p, x), (q, y) = self._round(t, a), self._round(t, b)
        if t.chance(0.3) and y:
            return _plan(t, "rounded", [(a, q, 1), (a, abs(y), 1 if y > 0 else -1)])
        parts = [
            (p, q, 1),
            (p, abs(y), 1 if y > 0 else -1),
            (abs(x), q, 1 if x > 0 else -1),
            (abs(x), abs(y), 1 if x * y > 0 else -1),
        ]
        return _plan(t, "brackets", [part for part in parts if part[0] and part[1]])

    def another(self, t: Telling) -> Work:
        return self.solve(t) if t.chance(0.4) else t.solve("high", "swapped")

    def body(self, t: Telling, w: Work) -> str:
        def signed(n: int) -> str:
            return f" {'+' if n > 0 else '-'} {t.n(abs(n))}"

        heads = "".join((f" {'+' if s.sign > 0 else '-'} " if i else "") + _head(t, s) for i, s in enumerate(w.terms))
        if w.method == "squares":
            half, away = w.terms[0].left, w.terms[1].left
            text = f"{t.ab} = ({t.n(half)} - {t.n(away)})({t.n(half)} + {t.n(away)}) = {t.n(half)}² - {t.n(away)}²"
            start = t.one(
                "Difference of squares: ",
                "With (m - d)(m + d) = m² - d²: ",
                "The factors are symmetric about their mean. ",
            )
            return f"{start}{text}.\n{t.n(half)}² = {t.n(w.terms[0].value)} and {t.n(away)}² = {t.n(w.terms[1].value)}.\n{t.sum(w)} = {t.n(w.total)}"
        if w.method == "brackets":
            p, q = w.terms[0].left, w.terms[0].right
            first = t.n(p) + (signed(t.a - p) if t.a != p else "")
            second = t.n(q) + (signed(t.b - q) if t.b != q else "")
            steps = "\n".join(f"• {_eq(t, s)}" for s in w.terms) if t.flag("terms", 0.5) else f"= {t.sum(w)}"
            return f"{t.ab} = ({first})({second})\n= {heads}\n{steps}\n" + (
                f"= {t.n(w.total)}" if steps[0] == "=" and len(w.terms) > 1 else _added(t, w, "\n", 0.3)
            )
        return (
            f"{t.n(w.a)} {t.x} {t.n(w.b)} = {t.n(w.a)} {t.x} ({t.factor(w)}) = {heads}\n= {t.sum(w)}\n= {t.n(w.total)}"
        )

    def closing(self, t: Telling) -> str:
        return t.one(
            "",
            "",
            "\n\n" + self.confirm(t),
            "\n\n" + t.r(_say(t, "**Answer:** @z")),
            "\n\n" + t.r(_say(t, "In short, @e = @z.")),
        )


class TProof(_Voice):
    """A numbered proof: claim or task, justified lines, a tombstone; errata and withdrawn claims where it was wrong."""

    muse = 0.15
    openings = (
        "**Task.** Determine @e.",
        "We determine @e by the distributive law.",
        "**Problem.** Find the product @e.\n\n**Solution.**",
        "Let $P = @l$.",
    )
    commits = (
        "Therefore @e = @z. ∎",
        "Hence $@l = @m$. $\\blacksquare$",
        "It follows that @e = @z.",
        "Conclusion: @e = @z. ∎",
        "Thus the product is @z, as was to be determined.",
        "Q.E.D.: @e = **@z**.",
    )
    claims = (
        "**Claim.** @e = @z.\n\n**Proof.**",
        "**Proposition.** $@l = @m$.\n\n*Proof.*",
        "**Theorem.** The product of @a and @b is @z.\n\nProof.",
    )
    disowns = (
        "**Remark.** The derivation above is flawed, so its conclusion is withdrawn. A new derivation:",
        "*Erratum.* The result above is false. We argue afresh.",
        "This argument contains an error and does not establish the result, which we retract. We begin again.",
        "On inspection the conclusion is false. New proof:",
    )
    starts = ("The conclusion is withdrawn, and we argue afresh.", "We retract it and derive the product anew.")
    leads = (
        "**Independent verification.** We expand the other factor.",
        "*Second proof.*",
        "**Check.** By commutativity and another expansion:",
    )
    verdicts = (
        "This contradicts the value @p found before; the error lies there. Hence @e = @z. ∎",
        "The value @p is thereby refuted, and @e = @z. ∎",
        "As @p ≠ @z, the first derivation is wrong, and we conclude $@l = @m$.",
    )
    fixes = ("*Erratum.*", "**Correction.**", "One line above is false:", "A line needs to be corrected:")
    doubts = (
        "*Remark.* Only distributivity and the positional notation were used.",
        "*Remark.* One may ask whether the order of the lines matters; it does not.",
    )
    agrees = ("In accordance with the result.", "This agrees with the above. ∎", "The same value. ∎")

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one("plain", "comma", "space"), t.one("plain", "latex", "thin"), t.one("·", "×")

    def body(self, t: Telling, w: Work) -> str:
        n = len(w.terms)
        mark = "({})" if t.flag("round", 0.5) else "{}."
        lines = [_say(t, "@v = @f") + t.one(" (decimal expansion)", "", " by place value")]
        lines += [_eq(t, s) + (t.one(" (direct computation)", "", "", " by multiplying out")) for s in w.terms]
        if n > 1:
            lines.append(
                f"{t.sum(w)} = {t.n(w.total)}" + t.one(f", adding lines 2 to {n + 1}", " (sum of the above)", "")
            )
        return "\n".join(f"{mark.format(i)} {line}." for i, line in enumerate(lines, start=1))

    def first(self, t: Telling) -> str:
        w = self.solve(t)
        if t.chance(0.3) and w.method != "fact":
            return (
                t.c(_pick(t, self.claims))
                + "\n\n"
                + self.join(
                    t.r(self.body(t, w)),
                    t.r(_pick(t, ("Hence the claim. ∎", "This is the assertion. ∎", "Thus @e = @z. ∎"))),
                )
            )
        return self.join(_pick(t, self.openings), self.told(t, w), self.commit(t)) + self.musing(t)

    def closing(self, t: Telling) -> str:
        return t.one(
            "",
            "",
            "\n\n**Check.** " + self.confirm(t),
            "\n\n" + t.r(_say(t, "**Answer.** @z")),
            "\n\n" + t.r(_say(t, "*Summary:* @e = @z.")),
        )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        TGlmThinking(),
        TKimi(),
        TMiniMax(),
        THunyuan(),
        TChatLists(),
        TGranite(),
        TNemotron(),
        TTinyChat(),
        TOpenThoughts(),
        TMathSft(),
        TOaiSummary(),
        TGrok(),
        TGptOss(),
        TGrpoBase(),
        TTutor(),
        TTableGrid(),
        TIdentities(),
        TProof(),
    )
}
