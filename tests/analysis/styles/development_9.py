"""Eighteen styles to measure a parser on, written without sight of it: read no response of theirs to tune one.

Chat models with lists, LaTeX and rows, reasoning models with open or summarised thoughts, small models under RL with
tags, SFT formats with verdicts, a question-and-answer page, a notebook, doubling and halving, differences of squares.
"""

from __future__ import annotations

from .common import Mended, Style, Telling, Term, Work


def eq(t: Telling, term: Term, maths: bool = False) -> str:
    """A partial product as an equation."""
    show = t.m if maths else t.n
    return f"{show(term.left)} {t.x} {show(term.right)} = {show(term.value)}"


def eqs(t: Telling, work: Work, join: str, maths: bool = False) -> str:
    return join.join(eq(t, term, maths) for term in work.terms)


def added(t: Telling, work: Work, maths: bool = False) -> str:
    """The whole sum with its total."""
    return f"{t.sum(work, maths)} = {(t.m if maths else t.n)(work.total)}"


def running(t: Telling, work: Work, join: str) -> str:
    """The additions one after the other; the total is in the last."""
    signs = {1: "+", -1: "-"}
    return join.join(f"{t.n(s)} {signs[sign]} {t.n(v)} = {t.n(result)}" for s, sign, v, result in work.steps())


def parted(t: Telling, work: Work) -> str:
    """How the factors were split, as a clause."""
    if work.method == "area":
        return "both factors split by place value"
    return f"{t.n(work.b)} = {t.factor(work)}"


def slipped(t: Telling, mended: Mended) -> tuple[str, str, str]:
    """What was wrong: the expression, its value before, its value now."""
    if mended.place is None:
        return t.sum(mended.work), t.n(mended.was), t.n(mended.now)
    term = mended.work.terms[mended.place]
    return f"{t.n(term.left)} {t.x} {t.n(term.right)}", t.n(mended.was), t.n(mended.now)


def against(t: Telling) -> str:
    """A fact that speaks against the candidate before, or nothing where it is hard to find one."""
    old, a, b = t.previous, t.a, t.b
    found: list[str] = []
    if a * b % 9 != old % 9:
        found.append(
            f"modulo 9 the factors are {a % 9} and {b % 9}, so the product should be {a * b % 9} mod 9, "
            f"but {t.n(old)} is {old % 9}"
        )
    if a * b % 10 != old % 10:
        found.append(
            f"{a % 10} {t.x} {b % 10} = {a % 10 * (b % 10)}, so the last digit should be {a * b % 10}, "
            f"and {t.n(old)} ends in {old % 10}"
        )
    if old % a:
        found.append(f"{t.n(old)} divided by {t.n(a)} leaves a remainder of {t.n(old % a)}")
    return t.one(*found) if found else ""


def support(t: Telling) -> str:
    """A quick check that speaks for the candidate, as a clause."""
    found = [f"{t.n(t.candidate)} ÷ {t.n(t.a)} = {t.n(t.b)}"]
    if estimate := t.estimate():
        x, y, xy = estimate
        found.append(f"{t.n(x)} {t.x} {t.n(y)} = {t.n(xy)}, which is close to {t.n(t.candidate)}")
        found.append(f"roughly {t.n(x)} {t.x} {t.n(y)} ≈ {t.n(xy)}, the right size")
    if last := t.last_digit():
        x, y, xy = last
        found.append(f"{x} {t.x} {y} = {xy} and the result ends in {t.candidate % 10}")
    if nines := t.nines():
        x, y, z = nines
        found.append(f"mod 9 we have {x} {t.x} {y} ≡ {x * y % 9} and the result is also {z}")
    return t.one(*found)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class GraniteProcess(Style):
    """A chat model with a switch for thoughts: a plain thought process, then a response with a list."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("*", "*", "×")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "round", "chunks")
        text = "Here is my thought process:\n\n" + t.one(
            f"The user wants me to calculate {t.ab}. I should break the multiplication into simpler parts.\n\n",
            f"I need to multiply {t.n(t.a)} by {t.n(t.b)} and show steps. The distributive property works here.\n\n",
            f"To find {t.ab}, I can write {t.n(w.b)} as {t.factor(w)} and multiply each part by {t.n(w.a)}.\n\n",
        )
        text += eqs(t, w, t.one("\n", "\n\n"))
        text += "\n\n" + t.one("Adding these together:", "Then I combine them:", "The sum of these:")
        text += f"\n\n{added(t, w)}\n\n"
        return text + t.c(
            t.one(
                f"So the product is {t.n(t.candidate)}.",
                f"This gives {t.n(t.candidate)} as the answer.",
                f"Therefore, {t.ab} equals {t.n(t.candidate)}.",
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=4, check=3)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one(
                f"Reviewing my steps, I see a mistake: {what} is {now}, not {was}. ",
                f"However, {what} should be {now}; I wrote {was}. I need to correct this. ",
            )
            if m.place is not None:
                text += f"The corrected sum is {added(t, m.work)}. "
            return text + t.c(
                t.one(f"So the correct product is {t.n(t.candidate)}.", f"The answer is thus {t.n(t.candidate)}.")
            )
        if way == "check":
            old = t.n(t.previous)
            w = t.other("round")
            text = t.one(
                "\n\nTo verify, I'll decompose differently", "\n\nI should double-check this with another split"
            )
            text += f", {t.n(w.a)} {t.x} ({t.factor(w)}):\n\n"
            text += f"{eqs(t, w, chr(10))}\n{added(t, w)}\n\n"
            return (
                text
                + t.one(
                    f"This doesn't match {old}, so my first calculation contained an error. ",
                    f"I had {old} before, which was a mistake; the second calculation is correct. ",
                )
                + t.c(t.one(f"The product is {t.n(t.candidate)}.", f"The answer should be {t.n(t.candidate)}."))
            )
        why = against(t)
        w = t.solve("high", "low", "chunks", "swapped")
        text = "\n\n" + (
            f"That cannot be correct: {why}. I'll discard it and recalculate.\n\n"
            if why and t.chance(0.5)
            else t.one(
                "I believe that result is incorrect. Let me recalculate everything from the beginning.\n\n",
                "That is not right. I will start over with the multiplication.\n\n",
            )
        )
        text += f"{eqs(t, w, chr(10))}\n\n{t.one('Sum', 'Total', 'Adding')}: {running(t, w, ', then ')}\n\n"
        return text + t.c(
            t.one(f"The product is {t.n(t.candidate)}.", f"Now I arrive at {t.n(t.candidate)} as the product.")
        )

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.35):
            text += f"\n\nA quick sanity check: {support(t)}. The result is reasonable."
        text += "\n\nHere is my response:\n\n"
        if t.chance(0.6):
            text += t.one(
                "To calculate the product, I used the distributive property:\n\n",
                f"Let's break down {t.ab} step by step:\n\n",
            )
            text += "\n".join(f"{i}. {eq(t, term)}" for i, term in enumerate(t.work.terms, 1))
            text += f"\n{len(t.work.terms) + 1}. {t.r(added(t, t.work))}\n\n"
        return text + t.r(
            t.one(
                f"The result of {t.ab} is {t.n(t.candidate)}.",
                f"Therefore, {t.ab} = **{t.n(t.candidate)}**.",
                f"{t.ab} = {t.n(t.candidate)}",
            )
        )


class ExaoneThought(Style):
    """A reasoning model that talks to itself between tags for a while and answers in a box."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "comma")
        t.maths = "plain"
        t.x = t.one("×", "*", "times")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "round", "chunks")
        text = "<thought>\n" + t.one(
            f"Okay, so I need to figure out {t.ab}. Hmm, let me think about how to do that. ",
            f"Alright, {t.ab}. I can't use a calculator here, so let me do this carefully by hand. ",
            f"So the problem is {t.ab}. Let me recall how long multiplication goes. ",
        )
        text += t.one(
            f"Maybe I can split {t.n(w.b)} into {t.factor(w)}.\n\n",
            f"If I break {t.n(w.b)} down as {t.factor(w)}, each piece is easier.\n\n",
        )
        for term in w.terms:
            text += (
                t.one(*(("First", "Let me take") if term is w.terms[0] else ("Then", "Next,", "For the next part,")))
                + " "
            )
            if t.chance(0.25):
                wrong = t.n(t.near(term.value))
                text += f"{t.n(term.left)} {t.x} {t.n(term.right)}, that's {wrong}... no wait, it's {t.n(term.value)}. "
            else:
                text += f"{eq(t, term)}. "
            if detail := t.detail(term, 0.35):
                text += f"Because {detail}. Right. "
        text += "\n\n" + t.one("Now adding: ", "Okay, now I need to add all of those. ", "Putting it together, ")
        text += running(t, w, ". Then ") + ". "
        return text + t.c(
            t.one(
                f"So {t.ab} is {t.n(t.candidate)}.",
                f"So that would make the answer {t.n(t.candidate)}.",
                f"Therefore, I get {t.n(t.candidate)} as the product.",
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=4, check=4)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one("Wait, hold on. ", "Hmm, let me go back through those steps. ", "But wait. ")
            text += t.one(
                f"Is {what} really {was}? Let me redo that piece... it comes to {now}. So I messed that up. ",
                f"I said {what} was {was}, but actually it's {now}. Oops. ",
            )
            if m.place is not None:
                text += f"Then the sum becomes {added(t, m.work)}. "
            return text + t.c(
                t.one(f"Okay so the answer should be {t.n(t.candidate)}.", f"So it's {t.n(t.candidate)} instead.")
            )
        if way == "check":
            old = t.n(t.previous)
            w = t.other("round", "chunks")
            text = "\n\n" + t.one(
                "Let me check that using another approach. ", "But let me verify this, just to be safe. "
            )
            text += f"This time {t.n(w.a)} {t.x} ({t.factor(w)}). {eqs(t, w, '. ')}. Adding: {added(t, w)}. "
            text += t.one(
                f"Hmm, that's not {old}. Going over the first way again, I must have slipped in it. ",
                f"That's different from {old}! The second way was simpler, and I trust it more. ",
            )
            return text + t.c(
                t.one(f"So the correct answer is {t.n(t.candidate)}.", f"I'll go with {t.n(t.candidate)}.")
            )
        why = against(t)
        w = t.solve("high", "low", "swapped")
        text = "\n\n" + t.one(
            "Wait, no, that doesn't seem right. ", "Hmm, no, I think that's wrong. ", "No, that can't be it. "
        )
        if why and t.chance(0.6):
            text += f"See, {why}. "
        text += t.one("Let me start over.\n\n", "Okay, scrap that, I'll do it again from scratch.\n\n")
        text += f"{eqs(t, w, '. ')}. So the total: {added(t, w)}. "
        if t.same:
            return text + t.c(f"Hmm, so again it comes out as {t.n(t.candidate)}.")
        return text + t.c(t.one(f"So now the answer is {t.n(t.candidate)}.", f"So the product is {t.n(t.candidate)}."))

    def closing(self, t: Telling) -> str:
        text = ""
        kind = t.one("none", "quick", "other", "doubt")
        if kind == "quick":
            text += f"\n\nQuick check: {support(t)}. Good."
        elif kind == "other":
            w = t.other()
            text += f"\n\nLet me verify with a different split: {eqs(t, w, ', ')}; {added(t, w)}. "
            text += t.one("Yes, same thing. Great.", "Matches what I had, so I'm confident.")
        elif kind == "doubt":
            text += "\n\n" + t.one(
                "Did I carry correctly? Let me see... yeah, the additions line up. I'm fairly sure.",
                "Is there any chance I dropped a zero? No, each partial product has the right number of zeros.",
                "Let me cast out nines... hmm, no match. Oh wait, I added the digits wrong. It does match. Good.",
            )
        text += "\n</thought>\n\n"
        if t.chance(0.5):
            text += f"To compute \\({t.a} \\times {t.b}\\), split one factor and add the partial products:\n\n"
            text += "\n".join(f"- \\({term.left} \\times {term.right} = {term.value}\\)" for term in t.work.terms)
            text += "\n\n"
        return text + t.r(
            t.one(f"**Final Answer**\n{t.boxed()}", f"Thus, the answer is \\({t.boxed()}\\).", t.boxed("\\[", "\\]"))
        )


class KimiMeander(Style):
    """Thoughts between triangular marks, short paragraphs, much of it in asides; a short answer afterwards."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "×", "*")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "chunks", "round")
        text = "◁think▷" + t.one(
            f"Let me compute {t.ab}.\n\n",
            f"The user asks for {t.ab}, step by step. Straightforward, but be careful with arithmetic.\n\n",
            f"We have {t.ab}. Decompose.\n\n",
        )
        text += f"{t.n(w.b)} = {t.factor(w)}\n\n"
        for term in w.terms:
            text += eq(t, term)
            if t.chance(0.3):
                text += t.one(" (ok)", f" (since {t.n(term.left)} goes in cleanly)", " — fine")
            text += "\n"
        text += "\n" + t.one("Sum: ", "Add up: ", "Total: ") + t.one(added(t, w), running(t, w, "; ")) + "\n\n"
        return text + t.c(
            t.one(f"So {t.n(t.candidate)}.", f"Answer: {t.n(t.candidate)}.", f"I get {t.n(t.candidate)}.")
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, check=4)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one(
                f"Wait, {what}: I put {was}, but it's {now}. ",
                f"Recheck each line. {capital(what)} = {now}, whereas I had {was}. That's an error. ",
            )
            text += f"New total: {t.sum(m.work)}. " if m.place is not None else ""
            return text + t.c(t.one(f"So {t.n(t.candidate)}.", f"Corrected: {t.n(t.candidate)}."))
        if way == "check":
            old = t.n(t.previous)
            w = t.other("round")
            text = f"\n\nVerify with {t.n(w.a)} {t.x} ({t.factor(w)}):\n\n{eqs(t, w, chr(10))}\n{added(t, w)}\n\n"
            text += t.one(
                f"Conflict with {old}. The earlier one has the slip, this one I walked through slowly. ",
                f"Not {old}, so the first pass was off. ",
            )
            return text + t.c(t.one(f"It's {t.n(t.candidate)}.", f"Answer is {t.n(t.candidate)} then."))
        why = against(t)
        w = t.solve("low", "swapped", "high")
        text = "\n\n" + t.one("Hmm, no. ", "Wrong, I think. ", "That's off. ")
        text += f"{capital(why)}. " if why and t.chance(0.7) else t.one("Something in the carries went bad. ", "")
        text += t.one("Redo:", "Again from zero:", "Throw that away and recompute:") + "\n\n"
        text += f"{eqs(t, w, chr(10))}\n\n{running(t, w, chr(10))}\n\n"
        return text + t.c(t.one(f"So {t.n(t.candidate)}.", f"Now it's {t.n(t.candidate)}."))

    def closing(self, t: Telling) -> str:
        kind = t.one("none", "quick", "twice", "doubt")
        text = ""
        if kind == "doubt":
            text = "\n\n" + t.one(
                "Is that too large? No, the sizes of the factors fit. Keep it.",
                "Hmm, did I shift a partial by one place? Looking at the lines again: no, all fine.",
            )
        if kind == "quick":
            text = f"\n\nSanity: {support(t)}. ✓"
        elif kind == "twice":
            w = t.other()
            text = f"\n\nDouble check the other way round: {eqs(t, w, ', ')}, sum {t.n(w.total)}. Agrees."
        text += "◁/think▷\n\n"
        if t.chance(0.55):
            text += f"**Step 1.** Write {t.n(t.work.b)} as {t.factor(t.work)}.\n\n**Step 2.** Multiply:\n"
            text += "\n".join(f"- {eq(t, term)}" for term in t.work.terms)
            text += f"\n\n**Step 3.** {t.r('Add: ' + added(t, t.work))}\n\n"
        return text + t.r(t.one(f"**{t.n(t.candidate)}**", f"**Answer: {t.n(t.candidate)}**", f"{t.n(t.candidate)}"))


class PeasantHalving(Style):
    """Doubling and halving in a table, with sums of the rows that count; ordinary products as checks."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = "×"

    def table(self, t: Telling, swap: bool) -> str:
        """The rows and their sum; a slip is in the last doubling or in the sum."""
        half, double = (t.b, t.a) if (t.b <= t.a) != swap or max(t.a, t.b) > 9999 >= min(t.a, t.b) else (t.a, t.b)
        if half > 9999 > double:
            half, double = double, half
        rows: list[tuple[int, int]] = []
        while half:
            rows.append((half, double))
            half, double = half // 2, double * 2
        off = t.candidate - t.product
        if off and rows[-1][1] + off > 0 and abs(off) < rows[-1][1] and len(rows) > 1 and t.chance(0.6):
            rows[-1] = (1, rows[-1][1] + off)
        if t.flag("bars", 0.5):
            text = "| Halve | Double | Keep? |\n|---:|---:|:---:|\n"
            text += "".join(f"| {t.n(h)} | {t.n(d)} | {'yes' if h % 2 else 'no'} |\n" for h, d in rows)
        else:
            text = "".join(f"{t.n(h)} → {t.n(d)}{'' if h % 2 else '   (even, cross out)'}\n" for h, d in rows)
        kept = [d for h, d in rows if h % 2]
        text += "\n" + t.one("Rows with an odd left number", "Adding the rows we keep", "What remains is added up")
        if len(kept) == 1:
            return text + f": only {t.n(kept[0])}" + (f", so {t.n(t.candidate)}.\n\n" if off else ".\n\n")
        return text + f": {' + '.join(map(t.n, kept))} = {t.n(t.candidate)}\n\n"

    def commit(self, t: Telling) -> str:
        return t.c(
            t.one(
                f"So {t.ab} = {t.n(t.candidate)}.",
                f"The product is {t.n(t.candidate)}.",
                f"That gives {t.ab} = **{t.n(t.candidate)}**.",
            )
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f'Let\'s calculate {t.ab} by doubling and halving (the "Russian peasant" method). One number is halved, '
            "dropping remainders, while the other is doubled.\n\n",
            f"I'll use Egyptian-style multiplication for {t.ab}: halve one factor, double the other, and add the "
            "doubled numbers that stand beside odd ones.\n\n",
            f"A neat way to get {t.ab} is repeated doubling.\n\n",
        )
        return text + self.table(t, False) + self.commit(t)

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        if t.way(redo=1, check=1) == "check":
            w = t.solve("high", "chunks", "swapped")
            text = "\n\n" + t.one(
                "Let's check it with ordinary multiplication: ", "Checking this against the usual partial products: "
            )
            text += f"{eqs(t, w, ', ')}, and {added(t, w)}. "
            text += t.one(
                f"That is not {old}, so I must have slipped in what I did before. ",
                f"This disagrees with {old}; the earlier work has a mistake in it. ",
            )
            return text + t.c(t.one(f"The correct product is {t.n(t.candidate)}.", f"So it is {t.n(t.candidate)}."))
        why = against(t)
        text = "\n\n" + t.one(
            f"Hmm, {old} is not right. ", "I made a mistake there, so that result doesn't hold. ", "That is wrong. "
        )
        if why and t.chance(0.5):
            text += f"({capital(why)}.) "
        text += t.one("Let me rebuild the table from the start:\n\n", "I'll do the doubling again, more carefully.\n\n")
        return text + self.table(t, t.chance(0.5)) + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = "\n\n"
        if t.chance(0.3):
            w = t.solve("high", "chunks")
            text += f"**Check** with partial products: {added(t, w)}. {t.one('It agrees ✓', 'Same result.')}\n\n"
        elif t.chance(0.3):
            text += f"**Check:** {support(t)}.\n\n"
        return text + t.r(
            t.one(
                f"**Answer: {t.n(t.candidate)}**",
                f"Final answer: {t.n(t.candidate)}",
                f"So the answer is **{t.n(t.candidate)}**.",
                "",
            )
        )


class OlmoPlain(Style):
    """A chat model in LaTeX: displayed equations under a numbered list, a box at the end, doubts in prose."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = "\\times"

    def listed(self, t: Telling, w: Work) -> str:
        text = ""
        for i, term in enumerate(w.terms, 1):
            head = t.one(f"Multiply \\({t.m(w.a)}\\) by \\({t.m(term.right)}\\)", f"Compute part {i}")
            text += f"{i}. {head}:\n   \\[\n   {eq(t, term, True)}\n   \\]\n"
        text += f"\n{t.one('Now, add the partial results', 'Finally, sum everything up', 'Combine them')}:\n"
        return text + f"\\[\n{added(t, w, True)}\n\\]\n\n"

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "chunks", "round")
        text = t.one(
            f"To calculate \\({t.ab}\\), we can break the multiplication into smaller steps.\n\n",
            f"Let's compute \\({t.ab}\\) using the standard multiplication method.\n\n",
            f"We want the product \\({t.ab}\\). Write \\({t.m(w.b)} = {t.factor(w, True)}\\).\n\n",
        )
        text += self.listed(t, w)
        return text + t.c(
            t.one(
                f"Therefore, \\({t.ab} = {t.m(t.candidate)}\\).",
                f"So, the product is \\({t.m(t.candidate)}\\).",
                f"Thus, the result is {t.boxed(chr(92) + '(', chr(92) + ')')}.",
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=4, check=3)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one(
                f"However, upon reviewing the steps, \\({what}\\) is actually \\({now}\\), not \\({was}\\). ",
                f"I noticed an error above: \\({what} = {now}\\) rather than \\({was}\\). ",
            )
            if m.place is not None:
                text += f"Correcting the sum:\n\\[\n{added(t, m.work, True)}\n\\]\n\n"
            return text + t.c(
                t.one(
                    f"The corrected product is \\({t.m(t.candidate)}\\).",
                    f"So the correct answer is {t.boxed(chr(92) + '(', chr(92) + ')')}.",
                )
            )
        if way == "check":
            old = t.m(t.previous)
            w = t.other("area")
            text = "\n\n" + t.one("Let's verify this by splitting differently", "To double-check, use another split")
            text += f":\n\\[\n{t.sum(w, True)} = {t.m(w.total)}\n\\]\n"
            text += "where " + ", ".join(f"\\({eq(t, term, True)}\\)" for term in w.terms) + ". "
            text += t.one(
                f"This differs from \\({old}\\), which means there was an arithmetic mistake in the first pass. ",
                f"We do not get \\({old}\\) again; that value came from an error and should be replaced. ",
            )
            return text + t.c(
                t.one(
                    f"The correct product is \\({t.m(t.candidate)}\\).",
                    f"Hence \\({t.ab} = {t.m(t.candidate)}\\).",
                )
            )
        why = against(t).replace("\\times", "x")
        w = t.solve("high", "low", "swapped")
        text = "\n\n" + t.one(
            "This result is not correct. ", "I apologize, that answer is wrong. ", "Something is off with this value. "
        )
        text += f"{capital(why)}. " if why and t.chance(0.4) else ""
        text += t.one("Let's redo the calculation carefully:\n\n", "Let me start again:\n\n")
        return (
            text
            + self.listed(t, w)
            + t.c(t.one(f"Thus, the product is \\({t.m(t.candidate)}\\).", f"So \\({t.ab} = {t.m(t.candidate)}\\)."))
        )

    def closing(self, t: Telling) -> str:
        text = "\n\n"
        if t.chance(0.25) and (estimate := t.estimate()):
            x, y, xy = estimate
            text += f"As a check, \\({t.m(x)} \\times {t.m(y)} = {t.m(xy)}\\), so the answer is reasonable.\n\n"
        elif t.chance(0.2):
            w = t.other()
            text += f"Verification with the factors reversed: \\({added(t, w, True)}\\), which agrees.\n\n"
        return text + t.r(
            t.one(
                f"**Final Answer:** {t.boxed(chr(92) + '(', chr(92) + ')')}",
                f"The final answer is \\({t.m(t.candidate)}\\).",
                f"Answer: \\({t.m(t.candidate)}\\)",
                "",
            )
        )


class SummarizedThoughts(Style):
    """Thoughts shown only as short summaries under bold titles, in the first person, then the answer."""

    def begin(self, t: Telling) -> None:
        t.words = "comma"
        t.x = t.one("×", "×", "times")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "chunks", "round", "area")
        text = t.one(
            "**Breaking down the numbers**", "**Calculating the product**", "**Setting up the multiplication**"
        )
        text += "\n\n" + t.one(
            f"I'm working out {t.ab}. Splitting {t.n(w.b)} into pieces makes the mental arithmetic manageable. ",
            f"I'm thinking about {t.ab}, taking the partial products one at a time. ",
        )
        text += t.one(f"So far I have {eqs(t, w, ', ')}.", f"Here are the pieces: {eqs(t, w, '; ')}.")
        text += "\n\n" + t.one("**Adding it all up**", "**Combining the parts**", "**Summing the partials**") + "\n\n"
        text += t.one("I'm summing these: ", "Adding the pieces, I see that ") + added(t, w) + ". "
        return text + t.c(
            t.one(
                f"That puts the product at {t.n(t.candidate)}.",
                f"So I'm landing on {t.n(t.candidate)}.",
                f"This leads me to {t.n(t.candidate)} as the answer.",
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=3, check=4)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one("**Spotting an error**", "**Correcting a step**", "**Fixing a slip**") + "\n\n"
            text += f"Looking back, I noticed that {what} comes to {now}, and I had used {was}. "
            text += f"With that fixed, {added(t, m.work)}. " if m.place is not None else ""
            return text + t.c(
                t.one(f"The product is now {t.n(t.candidate)}.", f"So my answer becomes {t.n(t.candidate)}.")
            )
        if way == "check":
            old = t.n(t.previous)
            w = t.other("round")
            text = "\n\n" + t.one("**Verifying the result**", "**Cross-checking**", "**Testing another split**")
            text += f"\n\nI'm checking with {t.n(w.a)} {t.x} ({t.factor(w)}): {eqs(t, w, ', ')}, for {added(t, w)}. "
            text += t.one(
                f"This contradicts {old}. The first calculation had a slip, so I'm replacing it. ",
                f"It doesn't line up with {old}, and going over the earlier numbers I can see they were off. ",
            )
            return text + t.c(
                t.one(f"The product should be {t.n(t.candidate)}.", f"My answer is now {t.n(t.candidate)}.")
            )
        why = against(t)
        w = t.solve("low", "swapped", "high")
        text = "\n\n" + t.one("**Reconsidering the approach**", "**Starting afresh**", "**Recalculating**") + "\n\n"
        text += f"I realize the previous figure is wrong: {why}. " if why and t.chance(0.5) else ""
        text += t.one("I'm discarding that number and recomputing. ", "I don't trust that total, so I'm dropping it. ")
        text += f"This time, {eqs(t, w, ', ')}. Together, {added(t, w)}. "
        return text + t.c(t.one(f"I now have {t.n(t.candidate)} as the product.", f"That makes it {t.n(t.candidate)}."))

    def closing(self, t: Telling) -> str:
        text = "\n\n"
        if t.chance(0.2):
            text += "**Weighing the result**\n\n" + t.one(
                "I wondered whether I had dropped a part, but all of them are there, so I'm keeping this.\n\n",
                "For a moment the size of it surprised me, yet it fits the factors. I'm leaving it as it is.\n\n",
            )
        elif t.chance(0.5):
            text += t.one("**Confirming**", "**Ensuring accuracy**") + f"\n\nA quick check: {support(t)}. "
            text += t.one("I'm satisfied with this.", "Everything is consistent.") + "\n\n"
        text += t.one("---\n\n", "", "**Answer**\n\n")
        if t.chance(0.5):
            text += f"{t.one('Using', 'With')} {parted(t, t.work)}:\n\n"
            text += "".join(f"- {eq(t, term)}\n" for term in t.work.terms) + "\n"
        return text + t.r(
            t.one(
                f"{t.ab} = **{t.n(t.candidate)}**", f"The product of {t.n(t.a)} and {t.n(t.b)} is {t.n(t.candidate)}."
            )
        )


class GlmSelfCorrection(Style):
    """Thoughts as an outline with bold items and asterisks, in which a self-correction is an item of its own."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "*")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "chunks")
        text = t.one("<think>", "<think>\n", "") + t.one(
            f"1.  **Understand the Goal:** The user wants {t.ab}, with step-by-step reasoning.\n\n",
            f"1.  **Analyze the request:** Multiply {t.n(t.a)} by {t.n(t.b)}. Show the steps.\n\n",
        )
        text += "2.  " + t.one(
            f"**Choose a method:** Partial products. {t.n(w.b)} = {t.factor(w)}.\n\n",
            f"**Break it down:** I'll expand {t.n(w.b)} as {t.factor(w)}.\n\n",
        )
        text += "3.  **" + t.one("Execute the steps", "Do the multiplications", "Calculate") + ":**\n"
        text += "".join(f"    *   {eq(t, term)}\n" for term in w.terms)
        text += f"    *   {t.one('Sum', 'Total', 'Adding')}: {added(t, w)}\n\n"
        return text + t.c(
            t.one(
                f"4.  **Result:** {t.n(t.candidate)}",
                f"4.  **Conclusion:** The product is {t.n(t.candidate)}.",
                f"    So the result is {t.n(t.candidate)}.",
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, check=4)
        head = t.one("*Self-Correction:*", "**Self-Correction:**", "**Refinement / self-correction:**")
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = f"\n\n    {head} " + t.one(
                f"Wait, {what} isn't {was}. It's {now}. ", f"Let me re-verify {what}... that's {now}, not {was}. "
            )
            text += f"Update the sum: {added(t, m.work)}. " if m.place is not None else ""
            return text + t.c(
                t.one(f"The corrected result is {t.n(t.candidate)}.", f"So the answer is {t.n(t.candidate)}.")
            )
        if way == "check":
            old = t.n(t.previous)
            w = t.other("area")
            text = "\n\n5.  **" + t.one("Verify", "Double-check with another method", "Review") + ":**\n"
            text += f"    *   {eqs(t, w, chr(10) + '    *   ')}\n    *   {added(t, w)}\n"
            text += f"    *   {t.one('Mismatch', 'This does not match')}: earlier I had {old}. "
            text += t.one(
                "The earlier sum was wrong; this one holds up.\n", "The first pass had an error. Use the new one.\n"
            )
            return text + t.c(f"    *   **{t.one('Revised result', 'Corrected answer')}:** {t.n(t.candidate)}")
        why = against(t)
        w = t.solve("swapped", "high", "low")
        text = f"\n\n    {head} " + t.one("That result is wrong. ", "No, this isn't correct. ", "I've made an error. ")
        text += f"{capital(why)}. " if why and t.chance(0.6) else ""
        text += t.one("Let me recalculate from scratch:\n", "Restart the calculation:\n")
        text += f"    *   {eqs(t, w, chr(10) + '    *   ')}\n    *   {running(t, w, chr(10) + '    *   ')}\n\n"
        return text + t.c(t.one(f"    New result: {t.n(t.candidate)}.", f"    So it's {t.n(t.candidate)}."))

    def closing(self, t: Telling) -> str:
        kind = t.one("none", "quick", "again", "doubt")
        text = "\n\n"
        if kind == "doubt":
            text += t.one(
                "*   *Wait, did I skip a place value?* No, every part is in the sum. The result stands.\n\n",
                "*   **Review:** I was unsure about the addition, but it checks out.\n\n",
            )
        if kind == "quick":
            text += f"*   **Sanity check:** {support(t)}. Looks good.\n\n"
        elif kind == "again":
            w = t.other()
            text += f"*   **Verify:** {t.n(w.a)} × ({t.factor(w)}) → {added(t, w)}. Matches.\n\n"
        text += t.one("*   **Write the final response.**", "*   Ready to present this.") + t.one(
            "</think>", "\n</think>"
        )
        text += "\n\n"
        if t.chance(0.5):
            text += "Here is the step-by-step calculation:\n\n"
            text += "".join(f"**Step {i}:** {eq(t, term)}\n\n" for i, term in enumerate(t.work.terms, 1))
        return text + t.r(t.one(f"**{t.ab} = {t.n(t.candidate)}**", f"The final answer is **{t.n(t.candidate)}**."))

    def finish(self, t: Telling, text: str) -> str:
        return text if text.startswith("<think>") else "<think>" + text


class WorkingOutSolution(Style):
    """A small model under RL with tags for the working and the solution; a second block or a turn within the first."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "x", "×")

    def block(self, t: Telling, text: str, commit: str) -> str:
        """The working with its end; in blocks the solution of each commits, else the words in the working do."""
        if not t.flag("blocks", 0.5):
            return text + t.c(commit)
        return f"{text}\n<end_working_out>\n" + t.c(f"<SOLUTION>{t.n(t.candidate)}</SOLUTION>")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low")
        text = "<start_working_out>\n" + t.one(
            f"To calculate {t.ab}, we can multiply each part of {t.n(w.b)} and then add the results.\n",
            f"We need to find {t.ab}. We break {t.n(w.b)} into {t.factor(w)}.\n",
            f"First, multiply {t.n(w.a)} with every digit of {t.n(w.b)}.\n",
        )
        text += f"{eqs(t, w, chr(10))}\n{t.one('Add them', 'Now we add', 'Then sum')}: {added(t, w)}\n"
        return self.block(t, text, t.one(f"So the answer is {t.n(t.candidate)}.", f"{t.ab} = {t.n(t.candidate)}"))

    def again(self, t: Telling) -> str:
        way = t.way(redo=5, mend=3, check=2)
        old = t.n(t.previous)
        start = "\n<start_working_out>\n" if t.flag("blocks", 0.5) else "\n"
        commit = t.one(f"So the answer is {t.n(t.candidate)}.", f"The correct answer is {t.n(t.candidate)}.")
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = start + t.one(f"Wait, {what} = {now}, not {was}.", f"There is a mistake, {what} should be {now}.")
            text += f" So {added(t, m.work)}\n" if m.place is not None else "\n"
            return self.block(t, text, commit)
        if way == "check":
            w = t.other()
            text = f"{start}Let me check the answer: {eqs(t, w, ', ')}. {added(t, w)}. "
            text += t.one(f"This is not equal to {old}, so {old} is wrong.\n", f"It is not {old}. So I fix it.\n")
            return self.block(t, text, commit)
        why = against(t)
        w = t.solve("low", "high", "swapped")
        text = start + t.one("Wait, this is wrong. ", f"But {old} is not correct. ", "I made a mistake. ")
        text += f"{capital(why)}. " if why and t.chance(0.3) else ""
        text += t.one("Let's try again.\n", "Calculate again:\n", "Let me do it over.\n")
        text += f"{eqs(t, w, chr(10))}\n{running(t, w, chr(10))}\n"
        return self.block(t, text, commit)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.3):
            text += f"\nCheck: {support(t)}. {t.one('Correct.', 'OK.')}"
        if t.flag("blocks", 0.5):
            return text
        return f"{text}\n<end_working_out>\n" + t.r(f"<SOLUTION>{t.n(t.candidate)}</SOLUTION>")


class BrainlyCard(Style):
    """A base model that goes on with a page of homework answers: the answer first, the explanation after it."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("x", "×", "*")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "chunks", "low")
        text = t.c(
            t.one("Answer:\n\n", "\nAnswer: ", "**Answer:** ")
            + t.one(f"{t.ab} = {t.n(t.candidate)}", f"{t.n(t.candidate)}", f"The answer is {t.n(t.candidate)}.")
        )
        text += "\n\n" + t.one("Step-by-step explanation:", "Explanation:", "Step by step explanation:") + "\n\n"
        text += t.one(f"Break {t.n(w.b)} up into {t.factor(w)}.\n\n", "Multiply by each place value, then add.\n\n")
        return text + f"{eqs(t, w, chr(10))}\n\n{t.r(added(t, w))}"

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, check=3)
        old = t.n(t.previous)
        fixed = t.one(
            f"The correct answer is {t.n(t.candidate)}.",
            f"Corrected answer: {t.n(t.candidate)}",
            f"So it should be {t.ab} = {t.n(t.candidate)}.",
        )
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one("Oops, sorry! ", "Edit: ", "Correction: ") + f"{what} is {now} and not {was}. "
            text += f"So we get {added(t, m.work)}. " if m.place is not None else ""
            return text + t.c(fixed)
        if way == "check":
            w = t.other()
            text = f"\n\nTo check, break up {t.n(w.b)} instead:\n\n{eqs(t, w, chr(10))}\n\n{added(t, w)}\n\n"
            return (
                text
                + t.one(f"This is different from {old}, I made an error before. ", f"So {old} was wrong. ")
                + t.c(fixed)
            )
        why = against(t)
        w = t.solve("low", "high", "swapped")
        text = "\n\n" + t.one(f"Sorry, {old} is wrong. ", "My answer above is incorrect, please ignore it. ")
        text += f"({capital(why)}.) " if why and t.chance(0.3) else ""
        text += f"Here is the solution again:\n\n{eqs(t, w, chr(10))}\n\n{added(t, w)}\n\n"
        return text + t.c(fixed)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25):
            text += f"\n\nCheck: {support(t)}."
        elif t.chance(0.2):
            text += t.one(
                "\n\nI was not sure about this one at first but I went over it again and it is right.",
                "\n\n(I had my doubts about the sum, but it is fine.)",
            )
        return text + t.one(
            "",
            "\n\nHope this helps!",
            "\n\nHope it helps :)",
            f"\n\n{t.r(f'Therefore the product of {t.n(t.a)} and {t.n(t.b)} is {t.n(t.candidate)}.')}",
            f"\n\n{t.r(f'So the answer is {t.n(t.candidate)}.')} Have a nice day!",
        )


class NotebookAsserts(Style):
    """Code cells with the outputs that the model imagines, words between them, an assert or a second cell as check."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = "*"

    def cell(self, t: Telling, w: Work) -> str:
        prefix = t.one("p", "part", "partial_")
        names = [f"{prefix}{i}" for i in range(1, len(w.terms) + 1)]
        text = "```python\n"
        for name, term in zip(names, w.terms, strict=True):
            text += f"{name} = {term.left} * {term.right}  # {term.value}\n"
        signed = names[0] + "".join(f" {'+' if w.terms[i].sign > 0 else '-'} {names[i]}" for i in range(1, len(names)))
        text += f"total = {signed}\nprint(total)\n```\n"
        return text + t.one(f"```output\n{w.total}\n```\n", f"Output:\n```\n{w.total}\n```\n", f"# Out: {w.total}\n")

    def commit(self, t: Telling) -> str:
        return t.c(
            t.one(
                f"The code gives {t.n(t.a)} * {t.n(t.b)} = {t.n(t.candidate)}.",
                f"So the result is `{t.candidate}`.",
                f"This means the product is {t.n(t.candidate)}.",
            )
        )

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "chunks", "round")
        text = t.one(
            f"I'll compute {t.ab} in Python, one partial product at a time.\n\n",
            f"Let's write {t.ab} as a small script and trace it.\n\n",
            f"We can split {w.b} into {' + '.join(map(str, w.parts))} here.\n\n" if w.method != "round" else "",
        )
        return text + self.cell(t, w) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=3, check=3)
        old = str(t.previous)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one(
                f"I traced one line wrongly: `{what}` evaluates to {now}, not {was}. ",
                f"Bug in my trace: {what} is {now} (I had {was}). ",
            )
            text += f"Then the total is {added(t, m.work)}. " if m.place is not None else ""
            return text + t.c(
                t.one(f"So the correct output is {t.n(t.candidate)}.", f"The result is `{t.candidate}` after the fix.")
            )
        if way == "check":
            w = t.other("round")
            text = f"\n\nLet me verify it with a second cell:\n\n{self.cell(t, w)}\n"
            text += t.one(
                f"This isn't {old}, so my first trace was wrong. ", f"It disagrees with {old}; that one was mistraced. "
            )
            return text + t.c(
                t.one(f"The right value is {t.n(t.candidate)}.", f"So the product is {t.n(t.candidate)}.")
            )
        w = t.solve("high", "low", "swapped")
        text = "\n\n"
        if t.previous != t.product and t.previous % t.a and t.chance(0.6):
            text += f"```python\nassert {old} % {t.a} == 0\n```\n```\nAssertionError\n```\n"
            text += "The assertion fails, so that value is wrong. "
        else:
            text += t.one("I don't believe that output; it is wrong. ", "That trace is incorrect, discard it. ")
        return text + f"Let me run the whole thing again.\n\n{self.cell(t, w)}\n" + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = "\n\n"
        if t.chance(0.35):
            text += f"```python\nassert {t.candidate} // {t.a} == {t.b}  # passes\n```\n\n"
        elif t.chance(0.25):
            text += f"Sanity check: {support(t)}.\n\n"
        return text + t.r(
            t.one(f"**{t.n(t.candidate)}**", f"Final answer: {t.n(t.candidate)}", f"Answer: {t.candidate}")
        )


class ConfidenceLoop(Style):
    """An SFT format: tries with a stated confidence, a retry where it is low, a submission where it is not."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×")

    def head(self, t: Telling) -> str:
        number = t.index + 1
        return [f"Try {number}:\n", f"## Try {number}\n", f"[try {number}]\n"][
            0 if t.flag("colon", 0.5) else 1 if t.flag("hash", 0.5) else 2
        ]

    def answer(self, t: Telling) -> str:
        return t.c(f"{'Answer' if t.flag('answer', 0.6) else 'Result'}: {t.n(t.candidate)}") + "\n"

    def body(self, t: Telling, w: Work) -> str:
        return f"{eqs(t, w, chr(10))}\n{t.one(added(t, w), running(t, w, chr(10)))}\n"

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "chunks")
        return (
            self.head(t)
            + t.one(f"{t.ab}, split {t.n(w.b)}.\n", f"Computing {t.ab}.\n", "")
            + self.body(t, w)
            + (self.answer(t))
        )

    def again(self, t: Telling) -> str:
        why = against(t)
        low = t.rng.randint(5, 45)
        text = f"Confidence: {low}%"
        if why and t.chance(0.5):
            text += f" ({why})"
        else:
            text += t.one(" (the sum looks wrong)", " (I do not trust the carries)", " (a step seems off)", "")
        text += "\n" + t.one("Below threshold. Rejected, try again.\n\n", "Too low -> reject and retry.\n\n")
        w = t.solve("high", "low", "swapped", "chunks")
        return text + self.head(t) + self.body(t, w) + self.answer(t)

    def closing(self, t: Telling) -> str:
        text = f"Confidence: {t.rng.randint(80, 99)}%"
        text += t.one(f" ({support(t)})", " (each step rechecked)", "") + "\n"
        return text + t.r(
            t.one(f"Accepted. Submit {t.n(t.candidate)}.", f"Submit: {t.n(t.candidate)}", f"Final: {t.n(t.candidate)}")
        )


class BacktrackToken(Style):
    """A model taught special tokens for steps, answers, checks, acceptance and backtracking."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "×", "x")

    def tagged(self, t: Telling, w: Work) -> str:
        text = "".join(f"<|step|> {eq(t, term)}\n" for term in w.terms)
        return text + "".join(f"<|step|> {line}\n" for line in running(t, w, "\n").split("\n"))

    def answer(self, t: Telling) -> str:
        return t.c(f"<|answer|> {t.n(t.candidate)}") + "\n"

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "chunks")
        text = "<|plan|> " + t.one(
            f"Split {t.n(w.b)} into {t.factor(w)}.", f"Use partial products for {t.ab}.", "Multiply place by place."
        )
        return f"{text}\n{self.tagged(t, w)}{self.answer(t)}"

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=3)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = f"<|verify|> {what} was given as {was}, but {t.one('it is', 'recomputed it is')} {now}.\n"
            text += t.one("<|backtrack|>\n", "<|backtrack|> to that step\n")
            text += f"<|step|> {what} = {now}\n"
            text += f"<|step|> {added(t, m.work)}\n" if m.place is not None else ""
            return text + self.answer(t)
        why = against(t)
        text = "<|verify|> " + (
            f"{capital(why)}.\n"
            if why and t.chance(0.7)
            else t.one("The addition does not hold.\n", "A partial product is wrong.\n", "This answer is wrong.\n")
        )
        text += t.one("<|backtrack|>\n", "<|backtrack|> start over\n")
        w = t.solve("low", "high", "swapped")
        return text + self.tagged(t, w) + self.answer(t)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            text += "<|verify|> " + t.one(f"{capital(support(t))}.", "All steps hold.", "No error found.") + "\n"
        return text + "<|accept|>" + t.one("", f" {t.r(t.n(t.candidate))}", f"\n{t.r(f'Answer: {t.n(t.candidate)}')}")


class SeedBudget(Style):
    """A reasoning model that opens with 'Got it' and takes stock of its budget of tokens between paragraphs."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("×", "×", "*", "times")

    def budget(self, t: Telling) -> str:
        if not t.flag("budgeted", 0.5) or t.chance(0.4):
            return ""
        used = t.rng.randint(90, 250) * (t.index + 1)
        return (
            f"<seed:cot_budget_reflect>I have used {used} tokens, and there are {4096 - used} tokens remaining for use."
            "</seed:cot_budget_reflect>\n"
        )

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "round", "chunks")
        text = "<seed:think>\n" if t.flag("budgeted", 0.5) else "<think>"
        text += t.one(
            f"Got it, let's calculate {t.ab} step by step. ",
            f"Got it, I need to compute {t.ab}. Let me think about the best way. ",
            f"Let's see, {t.ab}. I'll break down {t.n(w.b)}. ",
        )
        text += f"So {t.n(w.a)} {t.x} ({t.factor(w)}).\n"
        for i, term in enumerate(w.terms):
            text += t.one("First, ", "Start with ") if not i else t.one("Next, ", "Then ", "Now ", "And ")
            text += f"{eq(t, term)}. " + (f"Let me see: {d}. Yes. " if (d := t.detail(term, 0.3)) else "")
        text += "\n" + self.budget(t)
        text += t.one("Now add them up. ", "Adding these together: ", "So the sum. ") + running(t, w, ", ") + ". "
        return text + t.c(
            t.one(
                f"So the result is {t.n(t.candidate)}.",
                f"So that's {t.n(t.candidate)}.",
                f"So {t.ab} = {t.n(t.candidate)}.",
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, check=4)
        old = t.n(t.previous)
        end = t.one(f"So the right answer is {t.n(t.candidate)}.", f"So it should be {t.n(t.candidate)}.")
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n" + t.one(
                f"Wait, let me check {what} again. It's {now}, so {was} was wrong. ",
                f"Wait a second, {what}... I wrote {was}, but that's supposed to be {now}. ",
            )
            return text + (f"Then {added(t, m.work)}. " if m.place is not None else "") + t.c(end)
        if way == "check":
            w = t.other("round", "area")
            text = "\n" + t.one("Let me check with another method. ", "Wait, let me verify this. ")
            text += f"{t.n(w.a)} {t.x} {t.n(w.b)}: {eqs(t, w, ', ')}. Total {added(t, w)}. "
            text += t.one(
                f"Oh, that's different from {old}. I must have made an error earlier. ",
                f"But before I got {old}? Looking back, the addition up there went wrong. ",
            )
            return text + t.c(end)
        why = against(t)
        w = t.solve("low", "swapped", "high")
        text = "\n" + t.one("Wait, no, that's not right. ", "Hmm, I think that's a mistake. ", f"No, {old} is wrong. ")
        text += f"Because {why}. " if why and t.chance(0.5) else ""
        text += t.one("Let me do it again.\n", "I'll recalculate from the start.\n") + self.budget(t)
        return text + f"{eqs(t, w, '. ')}. Sum: {added(t, w)}. " + t.c(end)

    def closing(self, t: Telling) -> str:
        kind = t.one("none", "quick", "other", "doubt")
        text = ""
        if kind == "quick":
            text = f"\nWait, does that make sense? {capital(support(t))}. Yes, that makes sense."
        elif kind == "other":
            w = t.other()
            text = f"\nLet me check again with {t.n(w.b)} split up: {added(t, w)}. Yes, that's correct."
        elif kind == "doubt":
            text = "\n" + t.one("Wait, did I miss anything? No, all parts are there.", "I think that's right.")
        text += t.one("", "\n") + ("</seed:think>\n" if t.flag("budgeted", 0.5) else "</think>\n\n")
        if t.chance(0.6):
            text += f"To calculate \\({t.a} \\times {t.b}\\), we use the distributive property:\n\n"
            for i, term in enumerate(t.work.terms, 1):
                text += (
                    f"### Step {i}: Multiply by {term.right}\n\\({term.left} \\times {term.right} = {term.value}\\)\n\n"
                )
        return text + t.r(
            t.one(f"Answer: \\(\\boxed{{{t.candidate}}}\\)", f"\\(\\boxed{{{t.candidate}}}\\)", f"**{t.candidate}**")
        )


class PhiPlanner(Style):
    """A reasoning model that plans its reply in clipped sentences, verifies, and writes a long polite answer."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("*", "×")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "chunks", "round")
        text = "<think>" + t.one(
            f'User asks: "Calculate {t.a} * {t.b}. Think step by step." We need to do multiplication. ',
            f"We need to compute {t.a} * {t.b}, produce step by step explanation. ",
            f"I need to answer: {t.a} * {t.b}. We'll compute: ",
        )
        text += f"{t.n(w.a)} {t.x} ({t.factor(w)}). " + t.one("That is ", "We have ", "So ") + eqs(t, w, ", ") + ". "
        text += t.one("Then sum: ", "Adding: ", "Now compute sum: ") + t.one(added(t, w), running(t, w, ", ")) + ". "
        return text + t.c(
            t.one(
                f"So result is {t.n(t.candidate)}.", f"Answer: {t.n(t.candidate)}.", f"Thus product {t.n(t.candidate)}."
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, check=4)
        old = t.n(t.previous)
        end = t.one(f"So result is {t.n(t.candidate)}.", f"So answer: {t.n(t.candidate)}.")
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one(
                f"But check {what}: it's {now}, not {was}. ", f"Wait: {what} = {now}. I wrote {was}. "
            )
            return text + (f"So sum: {added(t, m.work)}. " if m.place is not None else "") + t.c(end)
        if way == "check":
            w = t.other("area")
            text = t.one("\n\nI'll double-check: ", "\n\nLet me verify by alternative method: ")
            text += f"{eqs(t, w, ', ')}, sum: {added(t, w)}. "
            text += f"That doesn't equal {old}. " + t.one("Error was in first calculation. ", "So first was mistaken. ")
            return text + t.c(end)
        why = against(t)
        w = t.solve("low", "high", "swapped")
        text = "\n\n" + t.one("That is not correct. ", f"{old} is wrong. ", "Hmm, error somewhere, discard. ")
        text += f"Indeed {why}. " if why and t.chance(0.5) else ""
        text += t.one("Recompute: ", "We do it again carefully: ")
        return text + f"{eqs(t, w, ', ')}. Sum {added(t, w)}. " + t.c(end)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.5):
            text += f"\n\nWe can double-check: {support(t)}. {t.one('Good.', 'It is consistent.', 'Yes.')}"
        if t.chance(0.2):
            text += t.one(
                "\n\nMaybe I should double-check carry? It's fine, no error there.",
                "\n\nThe user might want a different method, but this one is fine.",
            )
        text += t.one("\n\nI'll produce answer with steps.", "\n\nWe'll write final answer.", "") + "</think>\n"
        text += t.one(
            f"Let's calculate {t.a} × {t.b} step by step.\n\n",
            "Below is one way to carry out the multiplication.\n\n",
            f"To compute {t.a} × {t.b}, use partial products, with {parted(t, t.work)}.\n\n",
        )
        for i, term in enumerate(t.work.terms, 1):
            text += f"{i}. Multiply {t.n(term.left)} by {t.n(term.right)}:  \n   {eq(t, term)}\n\n"
        return (
            text
            + t.r(f"{len(t.work.terms) + 1}. Add the results:  \n   {added(t, t.work)}\n\n")
            + t.r(t.one(f"Thus, the final answer is {t.n(t.candidate)}.", f"**Final Answer:** {t.n(t.candidate)}"))
        )


class RowByRow(Style):
    """A chat model with the schoolbook rows in a block, each row told beforehand in words."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "space")
        t.x = t.one("×", "x")

    def rows(self, t: Telling, w: Work) -> str:
        text = ""
        for i, term in enumerate(w.terms, 1):
            text += f"**Row {i}** ({t.n(term.right)}): " + t.one(
                f"multiply {t.n(term.left)} by {t.n(term.right)} to get {t.n(term.value)}.\n",
                f"{eq(t, term)}\n",
            )
        return text + f"\n```\n{t.columns(w)}{t.total(w)}\n```\n\n"

    def first(self, t: Telling) -> str:
        w = t.solve("low", "low", "chunks")
        text = t.one(
            f"Here's the long multiplication of {t.ab}, row by row.\n\n",
            f"Sure! I'll multiply {t.n(t.a)} by {t.n(t.b)} using the standard algorithm.\n\n",
            f"Setting up {t.ab} as a column multiplication:\n\n",
        )
        return (
            text
            + self.rows(t, w)
            + t.c(
                t.one(
                    f"Adding the rows gives {t.n(t.candidate)}.",
                    f"So {t.ab} = {t.n(t.candidate)}.",
                    f"The rows add up to **{t.n(t.candidate)}**, which is the product.",
                )
            )
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=4, check=2)
        old = t.n(t.previous)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one(
                f"Actually, I need to correct one thing: {what} equals {now}, not {was}. ",
                f"Hold on, {what} is {now}. I wrote {was} above, which is a mistake. ",
            )
            text += f"With the corrected row, {added(t, m.work)}. " if m.place is not None else ""
            return text + t.c(
                t.one(f"The product is therefore {t.n(t.candidate)}.", f"That makes it **{t.n(t.candidate)}**.")
            )
        if way == "check":
            w = t.other("round", "area")
            text = "\n\n" + t.one("**Check:** ", "Let's double-check: ") + f"{eqs(t, w, ', ')}. Sum: {added(t, w)}. "
            text += t.one(
                f"That's not the same as {old}, so the rows above must contain an error. ",
                f"But the rows gave {old}, so something in them was off, and this is the right total. ",
            )
            return text + t.c(t.one(f"Correct product: {t.n(t.candidate)}.", f"The answer is {t.n(t.candidate)}."))
        why = against(t)
        w = t.solve("low", "swapped")
        text = "\n\n" + t.one(f"Hmm, {old} isn't right. ", "I've made an error in these rows. ", "That's incorrect. ")
        text += f"{capital(why)}. " if why and t.chance(0.5) else ""
        text += t.one("Let me set it up again.\n\n", "Let me redo the rows from the top.\n\n")
        return (
            text + self.rows(t, w) + t.c(t.one(f"So {t.ab} = {t.n(t.candidate)}.", f"Total: **{t.n(t.candidate)}**."))
        )

    def closing(self, t: Telling) -> str:
        text = "\n\n"
        if t.chance(0.3):
            text += f"You can check that this is sensible: {support(t)}.\n\n"
        return text + t.one(
            "",
            t.r(f"**{t.ab} = {t.n(t.candidate)}**"),
            t.r(f"The answer is {t.n(t.candidate)}.") + t.one("", " Let me know if you'd like another method!"),
        )


class FlashWalkthrough(Style):
    """A chat model with bold steps and bullets and now and then a section for the verification."""

    def begin(self, t: Telling) -> None:
        t.words = "comma"
        t.x = t.one("×", "×", "*")

    def steps(self, t: Telling, w: Work) -> str:
        one, two = t.one("Multiply each part", "Find the partial products"), t.one("Add the results", "Sum it up")
        text = f"**1. Break {t.n(w.b)} apart:** {t.n(w.b)} = {t.factor(w)}\n\n**2. {one}:**\n\n"
        for term in w.terms:
            bold = t.flag("bold", 0.4)
            value = f"**{t.n(term.value)}**" if bold else t.n(term.value)
            text += f"* {t.n(term.left)} {t.x} {t.n(term.right)} = {value}\n"
        return f"{text}\n**3. {two}:**\n\n{added(t, w)}\n\n"

    def conclude(self, t: Telling) -> str:
        return t.c(
            t.one(
                f"**Therefore, {t.ab} = {t.n(t.candidate)}**",
                f"So, the answer is **{t.n(t.candidate)}**.",
                f"**Result:** {t.n(t.candidate)}",
                f"{t.ab} = **{t.n(t.candidate)}**",
            )
        )

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low", "round", "chunks")
        text = t.one(
            f"Here's how to calculate {t.ab} step by step:\n\n",
            f"Let's break down the calculation of {t.ab}:\n\n",
            f"Okay, let's work through {t.ab}.\n\n",
        )
        return text + self.steps(t, w) + self.conclude(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, mend=4, check=4)
        old = t.n(t.previous)
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n\n" + t.one("**Correction:** ", "My apologies, there's an error above. ", "**Wait!** ")
            text += t.one(f"{what} is {now}, not {was}. ", f"I calculated {what} as {was}, but it is {now}. ")
            text += f"The sum is then {added(t, m.work)}.\n\n" if m.place is not None else "\n\n"
            return text + self.conclude(t)
        if way == "check":
            w = t.other("area", "round")
            text = f"\n\n**{t.one('Verification', 'Double-checking', 'Let us verify')}:**\n\n"
            text += "".join(f"* {eq(t, term)}\n" for term in w.terms) + f"* Total: {added(t, w)}\n\n"
            text += t.one(
                f"This does not match {old}, so the first calculation contained a mistake.\n\n",
                f"We get a different number than {old}. The earlier total was off.\n\n",
            )
            return text + self.conclude(t)
        why = against(t)
        w = t.solve("low", "high", "swapped")
        text = "\n\n" + t.one(f"I apologize, {old} is incorrect. ", "That's not right, sorry about that. ")
        text += f"{capital(why)}. " if why and t.chance(0.4) else ""
        text += t.one("Let's try this again:\n\n", "Here is the calculation done over:\n\n")
        return text + self.steps(t, w) + self.conclude(t)

    def closing(self, t: Telling) -> str:
        kind = t.one("none", "none", "quick", "other")
        if kind == "quick":
            return f"\n\n**Quick check:** {support(t)}. {t.one('✅', 'Looks right!', '')}"
        if kind == "other":
            w = t.other()
            text = f"\n\n**Verification:** splitting {t.n(w.b)} instead, {added(t, w)}. "
            return text + t.one("The results match! ✅", "This confirms the answer.")
        return ""


class SquareDifference(Style):
    """A lover of mental tricks: a difference of squares, with ordinary products as the check or after giving up."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("×", "·")

    def trick(self, t: Telling) -> str:
        """The difference of squares; a slip is in a square, in what is added at the end, or in the subtraction."""
        a, b = max(t.a, t.b), min(t.a, t.b)
        odd = (a - b) % 2
        mid, gap = (a + b - odd) // 2, (a - odd - b) // 2
        off = t.candidate - t.product
        square, small = mid * mid, gap * gap
        wrong = off if off and square + off > small and abs(off) < square and t.chance(0.5) else 0
        text = f"{t.n(a)} {t.x} {t.n(b)}"
        if odd:
            text += f" = {t.n(a - 1)} {t.x} {t.n(b)} + {t.n(b)}"
        text += f", and {t.n(a - odd)} {t.x} {t.n(b)} = ({t.n(mid)} + {t.n(gap)})({t.n(mid)} - {t.n(gap)})"
        text += f" = {t.n(mid)}² - {t.n(gap)}².\n"
        unit = 10 ** (len(str(mid)) - 1)
        high, low = mid // unit * unit, mid % unit
        if low and mid > 10:
            middle = 2 * high * low
            pieces = [high * high, middle, low * low]
            if wrong:
                place = 1 if middle + wrong > 0 else 0
                pieces[place] += wrong
            text += f"{t.n(mid)}² = ({t.n(high)} + {t.n(low)})² = {' + '.join(map(t.n, pieces))} = "
            text += f"{t.n(square + wrong)}\n"
        else:
            text += f"{t.n(mid)}² = {t.n(square + wrong)}\n"
        text += f"{t.n(gap)}² = {t.n(small)}\n"
        last = f" + {t.n(b)}" if odd else ""
        return text + f"{t.n(square + wrong)} - {t.n(small)}{last} = {t.n(t.candidate)}\n"

    def commit(self, t: Telling) -> str:
        return t.c(
            t.one(
                f"So {t.ab} = {t.n(t.candidate)}.",
                f"Hence the product is {t.n(t.candidate)}.",
                f"Which means the answer is {t.n(t.candidate)}.",
            )
        )

    def first(self, t: Telling) -> str:
        text = t.one(
            f"For {t.ab} we can use a difference of squares, xy = m² - d², where m is the midpoint.\n\n",
            "There's a nice trick here: (m + d)(m - d) = m² - d².\n\n",
            f"Let me find {t.ab} through squares, using the number halfway between the factors.\n\n",
        )
        return text + self.trick(t) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=2, plain=3, check=3)
        if way == "check":
            w = t.solve("high", "chunks", "round")
            text = "\n\n" + t.one("Let's confirm it by direct multiplication. ", "Checking by plain multiplication: ")
            text += f"{eqs(t, w, ', ')}; so {added(t, w)}. "
            text += t.one(
                f"That contradicts {old}, and the direct route is the safer one. ",
                f"So {old} was off; I slipped on the way to it. ",
            )
            return text + t.c(t.one(f"The answer is {t.n(t.candidate)}.", f"It is {t.n(t.candidate)}, then."))
        why = against(t)
        text = "\n\n" + t.one(f"No, {old} can't be right", "That's wrong, I'm afraid", "I slipped up, that's not it")
        text += f": {why}. " if why and t.chance(0.6) else ". "
        if way == "plain":
            w = t.solve("high", "low", "swapped")
            text += t.one("Forget about that. Partial products instead:\n\n", "I'll give that up and multiply out.\n\n")
            return text + f"{eqs(t, w, chr(10))}\n{added(t, w)}\n\n" + self.commit(t)
        text += t.one("Once more, from the beginning.\n\n", "Let me do the squares again.\n\n")
        return text + self.trick(t) + "\n" + self.commit(t)

    def closing(self, t: Telling) -> str:
        text = "\n\n"
        if t.chance(0.4):
            text += t.one("Sanity check: ", "Does it fit? ", "Quick test: ") + capital(support(t)) + ". Good.\n\n"
        elif t.chance(0.3):
            w = t.solve("high", "chunks")
            text += f"And multiplying directly, {added(t, w)}, the same.\n\n"
        return text + t.r(t.one("", f"**{t.n(t.candidate)}**", f"Answer: {t.n(t.candidate)}"))


class LowercaseMutter(Style):
    """A small model under RL whose thoughts lost their capitals and most of their punctuation."""

    def begin(self, t: Telling) -> None:
        t.words = "plain"
        t.x = t.one("*", "times", "x")

    def first(self, t: Telling) -> str:
        w = t.solve("high", "low")
        text = t.one(
            f"ok so {t.ab}\n", f"we need {t.ab}. break it in parts\n", f"let me do {t.ab} step by step\n"
        ) + t.one("", f"{t.n(w.b)} is {t.factor(w)}\n")
        for term in w.terms:
            text += eq(t, term)
            if t.chance(0.15):
                text += f" hmm {t.near(term.value)}? no {t.n(term.value)}"
            text += "\n"
        text += t.one("add ", "now add ", "sum ") + running(t, w, t.one(" then ", "\n")) + "\n"
        return text + t.c(
            t.one(f"so answer {t.n(t.candidate)}", f"so it is {t.n(t.candidate)}", f"the answer is {t.n(t.candidate)}")
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, mend=3, check=3)
        old = t.n(t.previous)
        end = t.one(
            f"so the answer is {t.n(t.candidate)}", f"so it is {t.n(t.candidate)}", f"answer {t.n(t.candidate)}"
        )
        if way == "mend" and (m := t.mend()):
            what, was, now = slipped(t, m)
            text = "\n" + t.one(f"wait {what} is {now} not {was}\n", f"oh i see mistake, {what} = {now}, not {was}\n")
            return text + (f"so {added(t, m.work)}\n" if m.place is not None else "") + t.c(end)
        if way == "check":
            w = t.other()
            text = f"\ncheck it other way\n{eqs(t, w, chr(10))}\n{added(t, w)}\n"
            return text + t.one(f"not {old}, first one was wrong\n", f"so {old} was mistake\n") + t.c(end)
        why = against(t)
        w = t.solve("low", "high", "swapped")
        text = "\n" + t.one("no this is wrong", f"hmm {old} is not right", "wait no thats wrong")
        text += f", {why}" if why and t.chance(0.4) else ""
        text += t.one("\ndo again\n", "\nstart over\n", "\ntry again slowly\n")
        return text + f"{eqs(t, w, chr(10))}\n{added(t, w)}\n" + t.c(end)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.4):
            text += "\n" + t.one(
                f"check: {support(t)} ok",
                "checked again all good",
                "yes this looks right",
                "is it too big? no it is ok",
            )
        return text + t.one(
            "", f"\n{t.r(f'final answer: {t.n(t.candidate)}')}", f"\n{t.r(f'<answer>{t.n(t.candidate)}</answer>')}"
        )

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.01)


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        GraniteProcess(),
        ExaoneThought(),
        KimiMeander(),
        PeasantHalving(),
        OlmoPlain(),
        SummarizedThoughts(),
        GlmSelfCorrection(),
        WorkingOutSolution(),
        BrainlyCard(),
        NotebookAsserts(),
        ConfidenceLoop(),
        BacktrackToken(),
        SeedBudget(),
        PhiPlanner(),
        RowByRow(),
        FlashWalkthrough(),
        SquareDifference(),
        LowercaseMutter(),
    )
}
