"""More styles for work on a parser. They measured it first, and were then given to its development."""

from __future__ import annotations

from .common import Style, Telling, Work


class GemmaArea(Style):
    """Gemma-IT: "Okay, let's ...", starred bullets, the area model, a bold result, notes afterwards."""

    ends = ("", "<end_of_turn>", "\n", "")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "narrow")
        t.x = t.one("×", "*", "x")

    def area(self, t: Telling, work: Work) -> str:
        out = ""
        if work.method == "area":
            rows: dict[int, list[str]] = {}
            for term in work.terms:
                rows.setdefault(term.left, []).append(
                    f"    *   {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n"
                )
            out += (
                t.one("**1. Draw a box", "**1. Set up the area model")
                + f"** with sides {t.n(work.a)} and {t.n(work.b)}, cut at each place.\n\n"
            )
            out += "**2. Fill the cells:**\n"
            for left, cells in rows.items():
                out += f"*   Row {t.n(left)}:\n" + "".join(cells)
        else:
            out += f"**1. Split up {t.n(work.b)}:** {t.factor(work)}\n\n**2. Multiply each piece:**\n"
            for term in work.terms:
                out += f"*   {t.n(work.a)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n"
                if detail := t.detail(term):
                    out += t.one("    *   Here's how: ", "    *   ") + f"{detail}\n"
        out += t.one(
            "\n**3. Total of the pieces:**\n", "\n**3. Now, let's put the pieces together:**\n", "\n**3. Sum:**\n"
        )
        if t.chance(0.4):
            return (
                out
                + "".join(f"*   {t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}\n" for x, s, y, z in work.steps())
                + "\n"
            )
        return out + f"*   {t.sum(work)} = {t.n(work.total)}\n\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        bold = t.c(f"**{z}**")
        return t.one(
            f"Therefore, {t.ab} = {bold}\n\n",
            f"So, the answer is {bold}.\n\n",
            f"{t.c(f'**{t.ab} = {z}**')}\n\n",
            f"The area of the whole box is {bold}, which is our product.\n\n",
        )

    def first(self, t: Telling) -> str:
        out = t.one("Okay, let's multiply ", "Alright, let's tackle ", "Let's find ", "Okay, here's how to work out ")
        return (
            out
            + f"{t.ab}"
            + t.one(" step-by-step:\n\n", " using the area model.\n\n", ".\n\n")
            + self.area(t, t.solve("area", "area", "high"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=3, check=3, mend=3)
        if way == "mend" and (mended := t.mend()):
            out = t.one(
                "**Important Correction:** ",
                "**Edit:** ",
                "Oops! I see a problem in my list. ",
                "**Please note:** my work contains an error. ",
            )
            if mended.place is None:
                out += "The pieces were fine, but they were not totalled properly. "
            else:
                term = mended.work.terms[mended.place]
                out += t.one(
                    f"The cell {t.n(term.left)} {t.x} {t.n(term.right)} holds {t.n(mended.now)} and not "
                    f"{t.n(mended.was)}. ",
                    f"{t.n(mended.was)} was wrong for {t.n(term.left)} {t.x} {t.n(term.right)}; please read "
                    f"{t.n(mended.now)}. ",
                )
            return (
                out + f"The pieces then come to {t.sum(mended.work)} = {t.n(mended.work.total)}.\n\n" + self.commit(t)
            )
        if way == "check":
            out = t.one(
                "**Let's verify by cutting the box differently:**\n\n",
                "**Double-checking with a second drawing**\n\n",
                "Let's see whether another way of slicing agrees.\n\n",
            )
            out += self.area(t, t.other())
            return (
                out
                + t.one(
                    f"That isn't {old}! My first box was filled in wrongly.\n\n",
                    "The second total is different, and the first one turns out to be flawed.\n\n",
                    f"We now see that {old} was incorrect.\n\n",
                )
                + self.commit(t)
            )
        out = t.one(
            f"Hold your horses, {old} seems fishy! I'm going to fill in the box a second time.\n\n",
            "You are right to be skeptical! I apologize, my calculations went astray. Here's a corrected version:\n\n",
            "**Apologies, the above is not correct.** Let's go through it afresh:\n\n",
            "Actually, my cells look unreliable. Let's redraw everything:\n\n",
            "I messed up. Let's give it another shot:\n\n",
        )
        return out + self.area(t, t.solve("area", "high", "low")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        options = [
            "",
            "Let me know if you'd like to try another problem! 😊",
            "Do you want me to explain any of the steps in more detail, or try again with other numbers?",
            f"**Check:** the pieces {t.sum(t.work)} do add up to {t.r(t.n(t.candidate))}. Perfect!",
            "**Disclaimer:** large multiplications are error-prone, so please double-check with a calculator.",
            "I looked over all the cells a second time. No errors found!",
        ]
        if guess := t.estimate():
            options += [
                f"**Is it reasonable?** Yes: {t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}, not far off."
            ] * 2
        out = t.one(*options)
        if t.chance(0.12):
            out = t.one("**Let's verify with another cut:**\n\n", "Let's double-check, slicing the other side:\n\n")
            out += self.area(t, t.other())
            out += t.one(
                "Great, both ways give the same total! 🎉", "The check worked out, so we can trust the answer."
            )
        return out + t.one("", "", f"\n\n**Final Answer:** {t.r(t.n(t.candidate))}")


class MistralAlign(Style):
    """Mistral and Mathstral: concise mathematics, align environments, remainders by nine and eleven, errata."""

    ends = ("", "</s>", "")

    def begin(self, t: Telling) -> None:
        t.maths = t.words = t.one("plain", "thin", "latex")
        t.x = t.one(r"\times", r"\cdot")

    def align(self, t: Telling, work: Work) -> str:
        a, b = t.m(work.a), t.m(work.b)
        star = t.one("align*", "aligned", "align")
        left, right = ("$$\n", "\n$$\n\n") if star == "aligned" else ("", "\n\n")
        inner = t.factor(work, True)
        lines = [f"{a} {t.x} {b} &= {a} {t.x} ({inner})"]
        if t.chance(0.7):
            products = f"{a} {t.x} {t.m(work.terms[0].right)}"
            products += "".join(
                f" {'+' if term.sign > 0 else '-'} {a} {t.x} {t.m(term.right)}" for term in work.terms[1:]
            )
            lines.append(f"&= {products}")
        lines.append(f"&= {t.sum(work, True)}")
        steps = work.steps()
        if len(steps) > 1 and t.chance(0.5):
            for place, (_, _, _, result) in enumerate(steps[:-1], start=2):
                rest = "".join(f" {'+' if term.sign > 0 else '-'} {t.m(term.value)}" for term in work.terms[place:])
                lines.append(f"&= {t.m(result)}{rest}")
        lines.append(f"&= {t.m(work.total)}")
        body = " \\\\\n".join(lines)
        return f"{left}\\begin{{{star}}}\n{body}\n\\end{{{star}}}{right}"

    def commit(self, t: Telling) -> str:
        z, ab = t.m(t.candidate), f"{t.m(t.a)} {t.x} {t.m(t.b)}"
        if t.flag("boxes", 0.5):
            return t.one("Hence ", "Consequently, ", "It follows that ") + f"${ab} = {t.c(t.boxed())}$.\n\n"
        return t.one(
            f"Hence ${ab} = {t.c(z)}$.\n\n",
            f"We conclude that the product equals ${t.c(z)}$.\n\n",
            f"**Result.** ${t.c(z)}$\n\n",
        )

    def first(self, t: Telling) -> str:
        ab = f"{t.m(t.a)} {t.x} {t.m(t.b)}"
        out = t.one(
            f"We compute ${ab}$ by distributivity.\n\n",
            f"**Problem.** Evaluate ${ab}$.\n\n**Solution.**\n\n",
            f"Write $P = {ab}$. Then\n\n",
            "",
        )
        return out + self.align(t, t.solve("high", "chunks", "round", "swapped")) + self.commit(t)

    def again(self, t: Telling) -> str:
        old = t.m(t.previous)
        way = t.way(redo=3, check=2, mend=3, nines=2)
        if way == "nines" and t.previous % 9 != t.product % 9:
            x, y = t.a % 9, t.b % 9
            out = (
                f"Check modulo $9$: ${t.m(t.a)} \\equiv {x}$, ${t.m(t.b)} \\equiv {y}$, so the product must "
                f"be congruent to ${x * y % 9}$, "
            )
            out += f"but ${old} \\equiv {t.previous % 9}$. " + t.one(
                "A contradiction, so the computation needs to be repeated:\n\n",
                "Something is amiss. We return to the expansion:\n\n",
                "The value is therefore false. We compute anew:\n\n",
            )
            return out + self.align(t, t.solve("high", "low", "swapped")) + self.commit(t)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                out = t.one(
                    "**Erratum.** The last line of the display is mis-added. ", "The final addition above is faulty. "
                )
            else:
                term = mended.work.terms[mended.place]
                product = f"{t.m(term.left)} {t.x} {t.m(term.right)}"
                out = t.one(
                    f"**Erratum.** In the display, replace ${t.m(mended.was)}$ by ${product} = {t.m(mended.now)}$. ",
                    f"The term ${product}$ has been miscalculated: its value is ${t.m(mended.now)}$, whereas "
                    f"${t.m(mended.was)}$ was used. ",
                )
            return out + f"One obtains\n$$ {t.sum(mended.work, True)} = {t.m(mended.work.total)}. $$\n" + self.commit(t)
        if way == "check":
            out = t.one(
                "**Verification.** Expanding the other factor instead,\n\n", "As a control, we expand differently:\n\n"
            )
            return (
                out
                + self.align(t, t.other("round"))
                + t.one(
                    f"which contradicts the value ${old}$ found previously; the latter was erroneous.\n\n",
                    "The two values are inconsistent; an inspection of the first display reveals the mistake "
                    "there.\n\n",
                )
                + self.commit(t)
            )
        out = t.one(
            "The computation above is erroneous. We start afresh.\n\n",
            f"**Correction.** The value ${old}$ cannot be upheld. A second computation:\n\n",
            "On closer inspection, a carry was mishandled. Repeating the calculation,\n\n",
            "We withdraw this result and recalculate:\n\n",
        )
        return out + self.align(t, t.solve("high", "low", "chunks")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        z = t.m(t.candidate)
        options = [
            "",
            "",
            "**Remark.** One could equally expand the first factor; the outcome is identical.",
            "The reader may verify each term. $\\blacksquare$",
        ]
        if nines := t.nines():
            options += [
                f"Check modulo $9$: ${nines[0]} \\cdot {nines[1]} \\equiv {nines[0] * nines[1] % 9}$ and "
                f"${t.r(z)} \\equiv {nines[2]}$. Consistent."
            ] * 2
        if t.a % 11 * (t.b % 11) % 11 == t.candidate % 11:
            options += [f"Modulo $11$ both sides are congruent to ${t.candidate % 11}$, which supports the result."]
        if guess := t.estimate():
            options += [
                f"The order of magnitude is right, since ${t.m(guess[0])} {t.x} {t.m(guess[1])} \\approx "
                f"{t.m(guess[2])}$."
            ]
        out = t.one(*options)
        if t.chance(0.12):
            out = t.one(
                "**Verification.** Expanding the other factor,\n\n", "As a control, with another expansion:\n\n"
            )
            out += self.align(t, t.other("round"))
            out += t.one("in agreement with the above.", "The values coincide, as they must.")
        if not t.flag("boxes", 0.5):
            out += t.one("\n\n$$" + t.r(t.boxed()) + "$$", "", "\n\nAnswer: $" + t.r(t.boxed()) + "$")
        return out


class BudgetForced(Style):
    """s1 and kin: flat sentences, "Wait" wherever the thinking tried to end, a separate answer part."""

    ends = ("", "<|im_end|>")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", r"\times", "·")

    def work_out(self, t: Telling, work: Work) -> str:
        out = t.one(f"Decomposing {t.n(work.b)} gives {t.factor(work)}.\n", f"{t.n(work.b)} = {t.factor(work)}.\n")
        for term in work.terms:
            if detail := t.detail(term):
                out += t.one("Expanding, ", "To get the next product: ", "Write ") + f"{detail}.\n"
            out += t.one(
                f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n",
                f"Compute {t.n(term.left)} {t.x} {t.n(term.right)}: this is {t.n(term.value)}.\n",
            )
        return (
            out
            + t.one("Summation: ", "Combining them, ", "Accumulating: ")
            + t.one(
                f"{t.sum(work)} = {t.n(work.total)}.\n",
                "; ".join(f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in work.steps())
                + ".\n",
            )
        )

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"Final Answer: {t.c(z)}\n",
            f"The final answer is {t.c(z)}.\n",
            f"Hence the final result is {t.c(z)}.\n",
            f"Final Answer: The final answer is {t.c(t.boxed('$', '$'))}\n",
        )

    def first(self, t: Telling) -> str:
        out = t.one("<|im_start|>think\n", "", "<|im_start|>think\n", "think\n")
        return (
            out
            + t.one(
                f"We are asked for {t.ab}.\n",
                f"The task is to compute {t.ab} in steps.\n",
                "Let's carry this out methodically.\n",
            )
            + self.work_out(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=4, mend=4)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                return f"Wait, {t.sum(mended.work)} is not {old}. The sum is {t.n(mended.work.total)}.\n" + self.commit(
                    t
                )
            term = mended.work.terms[mended.place]
            out = t.one(
                f"Wait, {t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(mended.now)}.\n",
                f"Wait, I need to look at {t.n(term.left)} {t.x} {t.n(term.right)} again. The value "
                f"{t.n(mended.was)} is off, it is {t.n(mended.now)}.\n",
                f"Wait, one product is miscomputed: {t.n(term.left)} {t.x} {t.n(term.right)} = "
                f"{t.n(mended.now)}, whereas I used {t.n(mended.was)}.\n",
            )
            return out + f"Updated summation: {t.sum(mended.work)} = {t.n(mended.work.total)}.\n" + self.commit(t)
        out = t.one(
            "Wait, this may be incorrect. I shall carry the multiplication out once more.\n",
            "Wait, there's an inconsistency. Recomputing.\n",
            f"Wait, {old} does not look plausible. New computation:\n",
            "Wait, I don't think that is correct. Repeating all steps with care.\n",
        )
        return out + self.work_out(t, t.solve("high", "low", "chunks", "swapped")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        for _ in range(t.rng.choice([0, 0, 1, 1, 2])):
            options = [
                "Wait, the question asks for the exact product, which is what I have. No change.\n",
                f"Wait, let me go over the sum: {t.sum(t.work)} = {t.r(z)}. It is consistent.\n",
                "Wait, each partial product was verified, and nothing needs to be altered.\n",
                f"Wait, is {t.r(z)} plausible in size? Yes.\n",
                "Wait, I was about to recompute, but there is no reason to.\n",
            ]
            if last := t.last_digit():
                options.append(
                    f"Wait, the final digit: {last[0]} {t.x} {last[1]} = {last[2]}, so {last[2] % 10}. Agreed.\n"
                )
            out += t.one(*options)
        return (
            out
            + t.one("<|im_start|>answer\n", "answer\n", "\n")
            + t.one(f"Answer: {t.r(z)}", f"The final answer is {t.r(t.boxed('$', '$'))}.", t.r(t.boxed()), t.r(z))
        )


class ReflectionTags(Style):
    """Reflection-tuned models: thinking, step, reflection and output tags; reflections give verdicts."""

    ends = ("", "\n", "<|eot_id|>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "space")
        t.x = t.one("×", "*")

    def steps(self, t: Telling, work: Work) -> str:
        tag = "step" if t.flag("steps", 0.6) else "calc"
        out = f"<{tag}>{t.n(work.b)} = {t.factor(work)}</{tag}>\n"
        for term in work.terms:
            if detail := t.detail(term):
                out += f"<{tag}>{t.one('Sub-step: ', '')}{detail}</{tag}>\n"
            out += f"<{tag}>{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}</{tag}>\n"
        return out + f"<{tag}>" + t.one("Sum: ", "", "Together: ") + f"{t.sum(work)} = {t.n(work.total)}</{tag}>\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("results", 0.5):
            return t.c(f"<result>{z}</result>") + "\n"
        return t.one(
            f"Candidate answer: {t.c(z)}\n",
            f"This yields {t.c(z)} for the product.\n",
            f"Preliminary result: {t.c(z)}\n",
        )

    def first(self, t: Telling) -> str:
        return (
            "<thinking>\n"
            + t.one("", f"The user wants {t.ab}.\n", "Plan: split one factor, multiply, add.\n")
            + self.steps(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=4, check=3, mend=3)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                why = f"The addends are right, but {t.sum(mended.work)} is {t.n(mended.work.total)} rather than {old}."
                return f"<reflection>{why}</reflection>\n" + self.commit(t)
            term = mended.work.terms[mended.place]
            why = t.one(
                f"Inspecting each step. The one for {t.n(term.right)} fails: {t.n(term.left)} {t.x} "
                f"{t.n(term.right)} = {t.n(mended.now)}, and {t.n(mended.was)} was written.",
                f"Not all steps hold up; {t.n(mended.was)} has to be replaced by {t.n(mended.now)} for the "
                f"part {t.n(term.right)}.",
            )
            return (
                f"<reflection>{why}</reflection>\n<step>Repaired sum: {t.sum(mended.work)} = "
                f"{t.n(mended.work.total)}</step>\n" + self.commit(t)
            )
        if way == "check":
            out = t.one(
                "<reflection>I should validate this along a second path.</reflection>\n",
                "<reflection>Confidence: 60%. A second computation will tell.</reflection>\n",
            )
            out += self.steps(t, t.other("round"))
            return (
                out
                + t.one(
                    f"<reflection>The paths diverge, and {old} loses: it rests on a wrong product.</reflection>\n",
                    f"<reflection>{old} is refuted by the second path, which I adopt.</reflection>\n",
                )
                + self.commit(t)
            )
        why = t.one(
            "This reasoning contains an error. I have to go back to the start.",
            f"Verdict: incorrect. {old} is not the product. Second pass follows.",
            "I am not convinced; at least one step is faulty. Discarding all of it and solving anew.",
            "Critique: sloppy arithmetic, 2 suspicious steps. Re-solving.",
        )
        return f"<reflection>{why}</reflection>\n" + self.steps(t, t.solve("high", "low", "chunks")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        if t.chance(0.12):
            out += "<reflection>I should validate this along a second path.</reflection>\n" + self.steps(
                t, t.other("round")
            )
            out += t.one(
                "<reflection>Both paths meet. Verdict: correct.</reflection>\n",
                f"<reflection>{t.r(z)} twice. Done.</reflection>\n",
            )
        elif t.chance(0.7):
            options = [
                "Verdict: correct. All steps hold.",
                "Is there a mistake? I searched for one and found none.",
                f"Adding in reverse order yields {t.r(z)} as well. Verdict: keep.",
                "Should I redo this? The steps are sound, so no.",
                "Confidence: 95%. Proceeding to the output.",
            ]
            if guess := t.estimate():
                options.append(f"Magnitude: {t.n(guess[0])} {t.x} {t.n(guess[1])} gives {t.n(guess[2])}, compatible.")
            out += f"<reflection>{t.one(*options)}</reflection>\n"
        return (
            out
            + "</thinking>\n"
            + t.one(
                f"<output>{t.r(z)}</output>",
                f"<output>\n{t.ab} = {t.r(z)}\n</output>",
                f"<output>The product is {t.r(f'**{z}**')}.</output>",
            )
        )


class TerseChain(Style):
    """Terse calculators: chains of equalities, a line or two a step, notes of a word; no sentence more than needed."""

    ends = ("", "\n", "")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "apostrophe")
        t.x = t.one("*", "×", "x", "·")

    def chain(self, t: Telling, work: Work) -> str:
        a = t.n(work.a)
        signs = [("+" if term.sign > 0 else "-") for term in work.terms]
        products = f"{a}{t.x}{t.n(work.terms[0].right)}" + "".join(
            f" {s} {a}{t.x}{t.n(term.right)}" for s, term in zip(signs[1:], work.terms[1:], strict=True)
        )
        layout = t.rng.randrange(3)
        if layout == 0:
            out = f"{a}{t.x}{t.n(work.b)}\n= {a}{t.x}({t.factor(work)})\n= {products}\n= {t.sum(work)}\n"
            for place, (_, _, _, result) in enumerate(work.steps()[:-1], start=2):
                rest = "".join(f" {'+' if term.sign > 0 else '-'} {t.n(term.value)}" for term in work.terms[place:])
                out += f"= {t.n(result)}{rest}\n"
            return out
        if layout == 1:
            out = "".join(f"{t.n(term.left)}{t.x}{t.n(term.right)} = {t.n(term.value)}\n" for term in work.terms)
            return out + t.one("sum ", "total: ", "") + f"{t.sum(work)} ->\n"
        out = "".join(
            f"{chr(97 + i)}) {t.n(term.left)}{t.x}{t.n(term.right)}={t.n(term.value)}; "
            for i, term in enumerate(work.terms)
        )
        letters = "a" + "".join(f"{s}{chr(98 + i)}" for i, s in enumerate(signs[1:]))
        return out + f"{letters}:\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(f"= {t.c(z)}\n", f"{t.n(t.a)}{t.x}{t.n(t.b)} = {t.c(z)}.\n", f"= {t.c(z)}\n", f"ans: {t.c(z)}\n")

    def first(self, t: Telling) -> str:
        return (
            t.one("", "", f"{t.n(t.a)}{t.x}{t.n(t.b)}:\n", "by parts:\n")
            + self.chain(t, t.solve("high", "low", "chunks", "round"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=4, check=3, mend=3)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                return t.one("mis-added. ", "sum wrong, ") + f"{t.sum(mended.work)}\n" + self.commit(t)
            term = mended.work.terms[mended.place]
            what = f"{t.n(term.left)}{t.x}{t.n(term.right)}"
            return (
                t.one(
                    f"err: {what} = {t.n(mended.now)}, not {t.n(mended.was)}\n",
                    f"fix {what}: {t.n(mended.was)} -> {t.n(mended.now)}\n",
                    f"no: {what} is {t.n(mended.now)}\n",
                )
                + f"{t.sum(mended.work)}\n"
                + self.commit(t)
            )
        if way == "check":
            return (
                t.one("chk, swapped:\n", "check:\n", "2nd way:\n")
                + self.chain(t, t.other("round"))
                + t.one(
                    f"/= {old}, first was bad. so\n",
                    f"vs {old}: mismatch, error in 1st.\n",
                    f"not {old}; take this one.\n",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "nope, redo.\n",
                "wrong. again:\n",
                f"{old}? no. restart:\n",
                "scratch that.\n",
                "error somewhere, new try:\n",
            )
            + self.chain(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        options = [
            "",
            "",
            "",
            "chk ok.",
            "looks fine.",
            "no errors.",
            f"re-add: {t.sum(t.work)} = {t.r(t.n(t.candidate))} ok",
            "sure? yes.",
        ]
        if nines := t.nines():
            options += [f"mod 9: {nines[0]}{t.x}{nines[1]} ~ {nines[2]} ok", f"nines: {nines[2]}, {nines[2]}. good"]
        if last := t.last_digit():
            options.append(f"last digit {last[0]}{t.x}{last[1]}={last[2]} ok")
        if guess := t.estimate():
            options.append(f"~{t.n(guess[0])}{t.x}{t.n(guess[1])}={t.n(guess[2])}, ok")
        return t.one(*options)


class QwqStream(Style):
    """QwQ-Preview: a stream of thought without tags, perhaps/alternatively, tangents, a boxed last line."""

    ends = ("", "<|im_end|>", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "plain")
        t.maths = t.one("plain", "comma")
        t.x = t.one("×", "*", "by")

    def muse(self, t: Telling, work: Work) -> str:
        out = t.one(
            f"Perhaps I can see {t.n(work.b)} as {t.factor(work)}.\n\n",
            f"I recall the distributive law, a(b + c) = ab + ac, so with {t.n(work.b)} = {t.factor(work)} "
            f"this turns into {len(work.terms)} small problems.\n\n",
            f"{t.n(work.b)} can be taken apart: {t.factor(work)}.\n\n",
        )
        for term in work.terms:
            left, right = t.n(term.left), t.n(term.right)
            head = str(term.left)[0] + "0" * (len(str(term.left)) - 1)
            rest = term.left - int(head)
            if rest and term.value == term.left * term.right and t.chance(0.3):
                out += (
                    f"{left} {t.x} {right}: {t.n(int(head))} {t.x} {right} is "
                    f"{t.n(int(head) * term.right)}, {t.n(rest)} {t.x} {right} is {t.n(rest * term.right)}, "
                    f"together {t.n(term.value)}.\n\n"
                )
            elif t.chance(0.12):
                out += (
                    f"{left} {t.x} {right} is {t.n(t.near(term.value))}, or is it? Counting the zeros "
                    f"again, {t.n(term.value)}. Yes, {t.n(term.value)}.\n\n"
                )
            else:
                out += t.one(
                    f"{left} {t.x} {right} is {t.n(term.value)}.\n\n",
                    f"For {left} {t.x} {right}, I get {t.n(term.value)}.\n\n",
                    f"The part with {right} contributes {t.n(term.value)}.\n\n",
                )
        out += t.one("So in total: ", "What remains is the sum. ", "Let me line them up mentally and add: ")
        if t.chance(0.5):
            return (
                out
                + ", then ".join(f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in work.steps())
                + ".\n\n"
            )
        return out + f"{t.sum(work)} = {t.n(work.total)}.\n\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"So I have {t.c(z)} for the product.\n\n",
            f"It seems that the answer is {t.c(z)}.\n\n",
            f"So, {t.n(t.a)} {t.x} {t.n(t.b)} = {t.c(z)}.\n\n",
            f"I arrive at {t.c(z)} then.\n\n",
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            f"So I've got this multiplication problem: {t.ab}. ",
            f"I need to figure out {t.ab}. There are several ways to go about it. ",
            "Alright, this is arithmetic, but with numbers this large I should be careful. ",
        )
        return (
            out
            + t.one(
                "",
                "I could use the standard algorithm, or lattice multiplication, or split the numbers. "
                "Splitting seems nicest.\n\n",
            )
            + self.muse(t, t.solve("high", "low", "swapped", "chunks"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=3, check=4, mend=3)
        if way == "mend" and (mended := t.mend()):
            out = t.one(
                "However, I'm a bit uneasy. Let me walk through the pieces.\n\n",
                "But is everything in order? Let me look closely.\n\n",
                "Before settling on this, a review of the parts.\n\n",
            )
            if mended.place is None:
                out += (
                    f"The pieces are okay, it's the sum: {t.sum(mended.work)}, and that makes "
                    f"{t.n(mended.work.total)}, I dropped a carry.\n\n"
                )
            else:
                term = mended.work.terms[mended.place]
                out += (
                    f"{t.n(term.left)} {t.x} {t.n(term.right)}, was that {t.n(mended.was)}? "
                    + t.one("Ah, no, ", "That can't be. It's ", "On reflection it's ")
                    + f"{t.n(mended.now)}.\n\nThen {t.sum(mended.work)} = {t.n(mended.work.total)}.\n\n"
                )
            return out + self.commit(t)
        if way == "check":
            out = t.one(
                "Alternatively, maybe there's a neater way to see it.\n\n",
                "Perhaps I should approach it from another side too.\n\n",
                "To be certain, I'd like to go at it with another split.\n\n",
            )
            out += self.muse(t, t.other("round"))
            return (
                out
                + t.one(
                    f"But earlier it was {old}. That's strange. Going by the digits, it's the earlier one "
                    "that went astray.\n\n",
                    f"Now there is a conflict with {old}. The new path had simpler steps, so I trust it over "
                    "the old one.\n\n",
                    f"So {old} can't have been right.\n\n",
                )
                + self.commit(t)
            )
        out = t.one(
            f"But something's bothering me about {old}. I feel I mixed up a place value. From the beginning, then.\n\n",
            "Hmm, no. That's off. I'd better go through all of it anew.\n\n",
            "Wait a minute. I believe I've gone wrong in those products. Let me do them over.\n\n",
            "This can't be right, can it? I'll work it out again, more slowly.\n\n",
        )
        return out + self.muse(t, t.solve("high", "low", "chunks")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        if t.chance(0.2):
            out += t.one(
                "Alternatively, I could confirm it with another split.\n\n",
                "Is there a way to cross-check? Sure, split the other number.\n\n",
            ) + self.muse(t, t.other("round"))
            out += t.one(
                "Exactly what I had. Wonderful.\n\n",
                f"And it's {t.r(z)} once more, so I'm at ease now.\n\n",
                "The two agree.\n\n",
            )
        term = t.rng.choice(t.work.terms)
        if t.chance(0.5):
            options = [
                "Maybe I should use long multiplication too? It would only repeat what I've done, so I'll "
                "leave it.\n\n",
                f"{t.n(term.left)} {t.x} {t.n(term.right)}, let me redo that one: {t.n(term.value)}. Yes.\n\n",
                "Part of me wants to throw it all away and begin anew, but there's no reason to.\n\n",
                "Did I make a mistake with the zeros? Counting them... no, they're right.\n\n",
                f"Dividing back, {t.r(z)} by {t.n(t.b)}, I'd want {t.n(t.a)}, and that's what comes out.\n\n",
            ]
            if guess := t.estimate():
                options.append(
                    f"Roughly, it's {t.n(guess[0])} {t.x} {t.n(guess[1])}, some {t.n(guess[2])}, so the "
                    "magnitude is believable.\n\n"
                )
            if nines := t.nines():
                options.append(
                    f"Digit sums: {nines[0]} and {nines[1]} for the factors, {nines[2]} for the product "
                    "modulo nine, which fits.\n\n"
                )
            out += t.one(*options)
        return out + t.one(
            f"**Final Answer**\n\n\\[ {t.r(t.boxed())} \\]",
            f"\\[ {t.r(t.boxed())} \\]",
            f"So, finally: {t.r(t.boxed())}.",
        )


class SocraticTutor(Style):
    """Tutoring models: questions to oneself and answers, tests by division, errors as lessons."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.x = t.one("×", "times")

    def lesson(self, t: Telling, work: Work) -> str:
        out = (
            t.one("How shall we break this up? ", "Which number is easier to pull apart? ", "Where do we begin? ")
            + f"Let's see {t.n(work.b)} as {t.factor(work)}.\n\n"
        )
        for place, term in enumerate(work.terms):
            what = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            out += t.one(
                f"What is {what}? It is {t.n(term.value)}.\n",
                f"Q: {what}?\nA: {t.n(term.value)}.\n",
                f"Can you find {what}? We get {t.n(term.value)}.\n",
            )
            if detail := t.detail(term):
                out += t.one("Why? Because ", "How do we know? ", "On the blackboard: ") + f"{detail}.\n"
            if place and t.chance(0.1):
                out += t.one(
                    "(About 75% of students forget a zero here.)\n",
                    "Well done so far!\n",
                    "Remember: 10 tens make 1 hundred.\n",
                )
        out += t.one("\nAnd what do these make together? ", "\nOne thing left to do, which is to collect the pieces. ")
        return out + f"{t.sum(work)}" + t.one(" makes ", " is equal to ", " = ") + f"{t.n(work.total)}.\n\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"Our answer: {t.c(z)}.\n\n",
            f"So what is {t.ab}? It is {t.c(z)}.\n\n",
            f"We have found that {t.ab} is {t.c(z)}.\n\n",
            f"So we write down {t.c(z)} as our product.\n\n",
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            f"Today's problem: what is {t.ab}?\n\n",
            f"Lesson: multiplying {len(str(t.a))} digits by {len(str(t.b))} digits. Our example is {t.ab}.\n\n",
            "Let's reason together.\n\n",
        )
        return out + self.lesson(t, t.solve("high", "low", "chunks")) + self.commit(t)

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=3, division=3, mend=3)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                out = (
                    f"Teacher's eye: is {t.sum(mended.work)} really {old}? No, we added carelessly, it "
                    f"makes {t.n(mended.work.total)}.\n\n"
                )
            else:
                term = mended.work.terms[mended.place]
                what = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
                out = t.one(
                    f"Did you spot the slip? Look at {what}. We said {t.n(mended.was)}, yet it is {t.n(mended.now)}.\n",
                    f"A classic pitfall! For {what} we should get {t.n(mended.now)}; {t.n(mended.was)} is wrong.\n",
                )
                out += f"What does that do to our total? {t.sum(mended.work)} is equal to {t.n(mended.work.total)}.\n\n"
            return out + self.commit(t)
        if way == "division" and t.previous % t.a:
            out = (
                t.one("How can we test this? By division. ", "A good mathematician tests the answer. ")
                + f"{old} ÷ {t.n(t.a)} = {t.n(t.previous // t.a)} remainder {t.previous % t.a}. "
            )
            out += t.one(
                "There should be no remainder, so our answer has a flaw. We work through it again.\n\n",
                "We wanted exactly the other factor, so something is off. Back to the pieces.\n\n",
            )
            return out + self.lesson(t, t.solve("swapped", "high", "low")) + self.commit(t)
        out = t.one(
            "What have we learned? That haste makes waste: the steps above are not sound. From the top, with care.\n\n",
            f"Are we happy with {old}? I am not, there's a mistake in it. Let's work it through a second time.\n\n",
            "Mistakes are how we learn, and I have just made one! Erase the board, please.\n\n",
        )
        return out + self.lesson(t, t.solve("high", "low", "swapped", "chunks")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.chance(0.12):
            out = t.one(
                "Shall we make sure? This time the other number is cut up. ",
                "How can we test this? By a second route. ",
            )
            out += self.lesson(t, t.other())
            return out + t.one(
                "Is that what we had? It is! Our answer passes the test.", "Same number, so the test is passed."
            )
        options = [
            "",
            "Try again with numbers of your own to practise!",
            "Should we worry about a mistake? We went over the questions one at a time, and each answer stands.",
            f"How can we test this? {t.r(z)} ÷ {t.n(t.a)} brings us back to {t.n(t.b)}, so we are done.",
            f"Let's add once more from the other end: {t.r(z)}. It's the same, hooray!",
        ]
        if guess := t.estimate():
            options += [
                f"Does it make sense? {t.n(guess[0])} {t.x} {t.n(guess[1])} is {t.n(guess[2])}, so yes, our "
                "answer is of the right size."
            ] * 2
        return t.one(*options) + t.one(
            "", f"\n\nClass dismissed: the answer is {t.r(z)}.", f"\n\nKey takeaway: {t.ab} = {t.r(z)}"
        )


class TwoTurnCorrection(Style):
    """SCoRe-like self-correction: numbered lines, a review between solutions that rejects or upholds."""

    ends = ("", "<eos>", "\n")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("*", "×")

    def body(self, t: Telling, work: Work) -> str:
        out = ""
        for place, term in enumerate(work.terms, 1):
            out += f"({place}) {t.n(term.left)} {t.x} {t.n(term.right)} = {t.detail(term) or t.n(term.value)}\n"
        return out + f"({len(work.terms) + 1}) {t.sum(work)} = {t.n(work.total)}\n"

    def commit(self, t: Telling) -> str:
        if t.flag("sentence", 0.6):
            return f"Final Answer: The final answer is {t.c(t.boxed('$', '$'))}. I hope it is correct.\n\n"
        return t.one(f"Answer of this attempt: {t.c(t.n(t.candidate))}\n\n", f"=> {t.c(t.n(t.candidate))}\n\n")

    def title(self, t: Telling) -> str:
        return (
            f"Attempt {t.index + 1}\n---------\n"
            if t.flag("titles", 0.5)
            else t.one("Solution:\n", "Solution attempt:\n" if not t.index else "Corrected solution:\n")
        )

    def first(self, t: Telling) -> str:
        return (
            t.one("", f"Problem: {t.a} * {t.b}\n\n")
            + self.title(t)
            + self.body(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=6, mend=3)
        review = t.one(
            "There might be an error in the solution above because of lack of understanding of the question. "
            "Please correct the error, if any, and rewrite the solution.\n\n",
            "Review: the solution above does not survive inspection.\n\n",
            "Self-evaluation: FAIL\n\n",
            "Reviewer: rejected, arithmetic error. Author: agreed, here is a new version.\n\n",
        )
        if way == "mend" and (mended := t.mend()) and mended.place is not None:
            term = mended.work.terms[mended.place]
            return (
                review
                + (
                    f"Error located in line ({mended.place + 1}): {t.n(mended.was)} must be {t.n(mended.now)} = "
                    f"{t.n(term.left)} {t.x} {t.n(term.right)}.\n({len(mended.work.terms) + 1}) "
                    f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n"
                )
                + self.commit(t)
            )
        return review + self.title(t) + self.body(t, t.solve("high", "low", "swapped", "chunks")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.5):
            return t.one(
                "There might be an error in the solution above because of lack of understanding of the "
                "question. Please correct the error, if any, and rewrite the solution.\n\nThe solution above "
                "is correct. No rewrite is needed.",
                "Self-evaluation: PASS",
                "Review: every line was recomputed and none changes. Solution upheld.",
                f"Reviewer: accepted. The recorded answer is {t.r(t.n(t.candidate))}.",
                "Review: I looked for a mistake in lines (1) and (2) in particular. They are fine. Solution upheld.",
            )
        return ""


class PythonTracer(Style):
    """Code models: a Python listing and a run traced by hand; bugs of the trace; a printed value."""

    ends = ("", "\n", "<|endoftext|>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "underscore", "comma")
        t.maths = "plain"
        t.x = "*"

    def trace(self, t: Telling, work: Work) -> str:
        name = t.one("total", "acc", "result", "s")
        code = (
            f"```python\na = {t.m(work.a)}\n{name} = 0\n"
            + "".join(f"{name} {'+' if term.sign > 0 else '-'}= a * {t.m(term.right)}\n" for term in work.terms)
            + f"print({name})\n```\n\n"
        )
        out = code if t.chance(0.6) else ""
        out += t.one(
            f"Tracing by hand (a = {t.m(work.a)}):\n",
            f"Dry run (a = {t.m(work.a)}):\n",
            f"State after each line (a = {t.m(work.a)}):\n",
        )
        so_far = 0
        for place, term in enumerate(work.terms, 1):
            so_far = work.total if place == len(work.terms) else so_far + term.sign * term.value
            out += f"- a * {t.m(term.right)} -> {t.m(term.value)}; {name} -> {t.m(so_far)}\n"
        return out + "\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        plain = t.m(t.candidate)
        return t.one(
            f"Output:\n```\n{t.c(plain + chr(10) + '```')}\n\n",
            f"print shows {t.c(f'`{plain}`')}.\n\n",
            f"Return value: {t.c(z)}\n\n",
            f">>> {t.m(t.a)} * {t.m(t.b)}\n{t.c(plain)}\n\n",
        )

    def first(self, t: Telling) -> str:
        return (
            t.one(
                "I can't execute code here, so I will simulate it.\n\n",
                f"# {t.a} * {t.b}\n\n",
                "Let me express the multiplication as a small program.\n\n",
            )
            + self.trace(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=3, check=3, mend=3)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                out = (
                    f"BUG in the trace: the last += was evaluated wrongly. {t.sum(mended.work, True)} == "
                    f"{t.m(mended.work.total)}\n\n"
                )
            else:
                term = mended.work.terms[mended.place]
                out = t.one("BUG: ", "Patch: ", "Debugging the trace: ") + (
                    f"a * {t.m(term.right)} evaluates to {t.m(mended.now)} (trace had {t.m(mended.was)}). "
                    f"With the patch, {t.sum(mended.work, True)} == {t.m(mended.work.total)}\n\n"
                )
            return out + self.commit(t)
        if way == "check":
            out = t.one(
                "Unit test with an independent implementation:\n\n",
                "Adding an assert that computes it the other way:\n\n",
            ) + self.trace(t, t.other())
            return (
                out
                + t.one(
                    f"AssertionError: {t.m(t.previous)} != {t.m(t.candidate)}. The first trace is the buggy one.\n\n",
                    f"The test fails against {old}, due to a slip in the first trace.\n\n",
                )
                + self.commit(t)
            )
        out = t.one(
            f"That trace is broken, {old} can't be what the interpreter prints. Rerun:\n\n",
            "I evaluated a line incorrectly. Resetting the state and running from line 1.\n\n",
            "Oops, off-by-one digit somewhere. v2:\n\n",
            "git revert. Second implementation:\n\n",
        )
        return out + self.trace(t, t.solve("high", "low", "chunks")) + self.commit(t)

    def closing(self, t: Telling) -> str:
        plain = t.r(t.m(t.candidate))
        if t.chance(0.12):
            out = "Unit test with an independent implementation:\n\n" + self.trace(t, t.other())
            return out + t.one("The assert holds, both agree.", "Test passed: same value.")
        options = [
            "",
            f"assert total == {plain}  # passes",
            "Test suite: 3 passed, 0 failed.",
            "If you rerun this on your machine you should see the same value.",
            f"Sanity: {plain} // {t.m(t.a)} == {t.m(t.b)} -> True",
            "I reviewed the trace for bugs and there are none.",
        ]
        if guess := t.estimate():
            options.append(f"# rough bound: {t.m(guess[0])} * {t.m(guess[1])} ~ {t.m(guess[2])}, fine")
        return t.one(*options) + t.one("", f"\n\nSo the answer is {t.r(t.n(t.candidate))}.")


class LatticeDiagonals(Style):
    """Models that use the lattice method: digit products, diagonal sums with carries, digits read off."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "space")
        t.x = t.one("×", "x")

    def lattice(self, t: Telling, table: bool) -> str:
        a, b = [int(d) for d in str(t.a)], [int(d) for d in str(t.b)]
        out = ""
        if table:
            out += t.one("Cells (tens/ones):\n", "The grid:\n", "Digit products:\n")
            for figure in b:
                out += (
                    f"- row {figure}: "
                    + ", ".join(f"{top}{t.x}{figure}={top * figure // 10}/{top * figure % 10}" for top in a)
                    + "\n"
                )
        out += t.one(
            "Diagonals from the lower right:\n", "Summing along the diagonals:\n", "Diagonal sums, carry included:\n"
        )
        figures, carry = [int(d) for d in reversed(str(t.candidate))], 0
        for place, figure in enumerate(figures):
            raw = carry
            for i, top in enumerate(reversed(a)):
                for j, side in enumerate(reversed(b)):
                    raw += top * side % 10 * (i + j == place) + top * side // 10 * (i + j + 1 == place)
            shown = raw if raw % 10 == figure else raw - raw % 10 + figure
            carry = shown // 10
            out += (
                f"- d{place + 1}: {shown}"
                + (f", write {figure}, carry {carry}" if carry else f", write {figure}")
                + "\n"
            )
        return out

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        read = t.one("Reading off: ", "Read down and across: ", "Figures: ") + t.one(" ", "-", " | ").join(
            str(t.candidate)
        )
        return t.one(
            t.c(f"{read}\nProduct: {z}") + "\n\n",
            t.c(f"{read}\nThe lattice gives {z}") + ".\n\n",
            t.c(f"So {t.ab} = {z}") + "\n\n",
            t.c(f"{read}\nThat is the number **{z}**") + ".\n\n",
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            "Lattice multiplication (gelosia, known in Italy since 1478).\n\n",
            f"I'll draw a {len(str(t.a))} by {len(str(t.b))} lattice for {t.ab}.\n\n",
            f"Using a grid for {t.ab}:\n\n",
        )
        return out + self.lattice(t, t.chance(0.8)) + self.commit(t)

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        if t.way(redo=5, columns=4) == "columns":
            work = t.solve("low", "swapped")
            out = t.one("Compare with ordinary rows: ", "Cross-check by rows: ", "Rows, for comparison: ")
            out += ", ".join(t.n(term.value) for term in work.terms) + f", which add to {t.n(work.total)}. "
            out += t.one(
                f"The lattice value {old} disagrees, a diagonal must have been misread there. ",
                f"So {old} falls, since the rows are easier to trust. ",
            )
            z = t.n(t.candidate)
            return out + t.one(f"The product is {t.c(z)}.\n\n", f"Corrected: {t.c(z)}\n\n", f"I go with {t.c(z)}.\n\n")
        out = t.one(
            f"One of the diagonals is off, which spoils {old}. Here they are once more:\n\n",
            "I carried wrongly. Adding up the diagonals anew:\n\n",
            "The grid has a bad cell; I withdraw the number and fill the grid a second time.\n\n",
            "No, a digit slipped into the wrong diagonal. Afresh:\n\n",
        )
        return out + self.lattice(t, t.chance(0.4)) + self.commit(t)

    def closing(self, t: Telling) -> str:
        options = [
            "",
            "",
            "The diagonals were gone over twice, with the same digits.",
            "Any wrong carry? None that I can find.",
            f"Turning the grid by 90 degrees leaves {t.r(t.n(t.candidate))} unchanged.",
        ]
        if last := t.last_digit():
            options.append(
                f"The corner cell {last[0]}{t.x}{last[1]} = {last[2]} fixes the last digit, {last[2] % 10}, "
                "as it should be."
            )
        if nines := t.nines():
            options += [f"Casting out nines: {nines[0]}, {nines[1]} and {nines[2]}. It fits."] * 2
        return t.one(*options)


class SmallAndSloppy(Style):
    """Very small chat models: lower case, little punctuation, repeated words, abrupt turns, no markup."""

    ends = ("", "", " </s>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("x", "*", "times")

    def ramble(self, t: Telling, work: Work) -> str:
        out = ""
        for place, term in enumerate(work.terms, 1):
            out += t.one(
                f"step {place} {t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}",
                f"{t.n(term.left)} {t.x} {t.n(term.right)} is {t.n(term.value)}",
                f"so {t.n(term.left)} {t.x} {t.n(term.right)} makes {t.n(term.value)}",
            ) + t.one("\n", " , ", " and then ", "\n")
        out = out.removesuffix(" and then ").removesuffix(" , ").rstrip("\n")
        return out + t.one("\nnow plus all ", "\nadd it ", "\nput together ") + f"{t.sum(work)} = {t.n(work.total)}\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            f"answer is {t.c(z)}\n",
            f"so the answer {t.c(z)}\n",
            f"the result is {t.c(z)} .\n",
            f"{t.ab} = {t.c(z)} ok\n",
        )

    def first(self, t: Telling) -> str:
        return (
            t.one("ok\n", "", f"calculate {t.a} * {t.b} think step by step\n", "sure i will think step by step\n")
            + self.ramble(t, t.solve("high", "low"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        old = t.n(t.previous)
        way = t.way(redo=5, mend=3, check=2)
        if way == "mend" and (mended := t.mend()) and mended.place is not None:
            term = mended.work.terms[mended.place]
            out = (
                t.one("no sorry ", "oh i see ", "mistake here ")
                + f"{t.n(term.left)} {t.x} {t.n(term.right)} is not {t.n(mended.was)} it is {t.n(mended.now)}\n"
            )
            return out + f"then {t.sum(mended.work)} = {t.n(mended.work.total)}\n" + self.commit(t)
        if way == "check":
            return (
                t.one("i check it the other way\n", "let me see if its true\n")
                + self.ramble(t, t.other())
                + t.one(f"not same as {old} so {old} is wrong\n", "different so the first one is bad\n")
                + self.commit(t)
            )
        return (
            t.one(
                f"no no {old} is wrong i do it again\n",
                "sorry sorry i am wrong again from start\n",
                "hmm not good , i calculate one more time\n",
                "wait i mess up , new one\n",
                "this not correct so do over\n",
            )
            + self.ramble(t, t.solve("high", "low", "swapped"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            "",
            "",
            "i check and its good",
            f"check {t.sum(t.work)} yes {t.r(z)}",
            "thank you for the question",
            "is it wrong ? no it is ok",
            f"so {t.r(z)} . i am sure 100%",
            "if wrong please tell me i try again",
        )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        GemmaArea(),
        MistralAlign(),
        BudgetForced(),
        ReflectionTags(),
        TerseChain(),
        QwqStream(),
        SocraticTutor(),
        TwoTurnCorrection(),
        PythonTracer(),
        LatticeDiagonals(),
        SmallAndSloppy(),
    )
}
