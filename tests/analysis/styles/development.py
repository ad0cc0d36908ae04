"""The styles that a parser may be tuned on."""

from __future__ import annotations

from .common import Style, Telling, Term, Work


class QwenInstruct(Style):
    """Qwen2.5-Instruct: numbered Markdown steps, display LaTeX, a box at the end; revisions before or after the box."""

    ends = ("", "", "", "<|im_end|>", "\n")

    def begin(self, t: Telling) -> None:
        t.x = r"\times"
        t.maths = t.one("plain", "plain", "latex", "comma")

    def show(self, t: Telling, formula: str) -> str:
        return f"   \\[\n   {formula}\n   \\]\n" if t.flag("display", 0.7) else f"   \\({formula}\\)\n"

    def steps(self, t: Telling, work: Work, number: int = 1) -> str:
        a, b = t.m(work.a), t.m(work.b)
        head = t.one(
            f"{number}. **Break down {b} into its place values:**\n",
            f"{number}. Break down the number {b}:\n",
            f"{number}. **Decompose \\({b}\\)**:\n",
            f"{number}. First, write {b} as a {t.one('sum', 'combination')} of simpler numbers:\n",
        )
        out = head + self.show(t, f"{b} = {t.factor(work, True)}") + "\n"
        if work.method not in ("round",) and t.flag("one_by_one", 0.5):
            for term in work.terms:
                number += 1
                out += t.one(
                    f"{number}. **Multiply {a} by {t.m(term.right)}:**\n",
                    f"{number}. Multiply \\({a}\\) by \\({t.m(term.right)}\\):\n",
                )
                out += self.product(t, term) + "\n"
        else:
            number += 1
            out += f"{number}. " + t.one(
                f"**Multiply {a} by each part:**\n",
                f"Now multiply \\({a}\\) by each of these:\n",
                "Apply the distributive property:\n",
            )
            out += "".join(self.product(t, term) for term in work.terms) + "\n"
        number += 1
        out += (
            f"{number}. "
            + t.one("**Add the partial products:**", "Add all the results together:", "**Sum the results**:")
            + "\n"
        )
        if len(work.terms) > 2 and t.chance(0.35):
            for x, sign, y, z in work.steps():
                out += self.show(t, f"{t.m(x)} {'+' if sign > 0 else '-'} {t.m(y)} = {t.m(z)}")
        else:
            out += self.show(t, f"{t.sum(work, True)} = {t.m(work.total)}")
        return out + "\n"

    def product(self, t: Telling, term: Term) -> str:
        left, right = t.m(term.left), t.m(term.right)
        if detail := t.detail(term, maths=True):
            return self.show(t, f"{left} {t.x} {right} = {detail}")
        lead = str(term.right).rstrip("0")
        if (
            term.right >= 10
            and len(lead) == 1
            and lead != "1"
            and term.value == term.left * term.right
            and t.chance(0.3)
        ):
            zeros = term.right // int(lead)
            return self.show(
                t,
                f"{left} \\times {right} = {left} \\times {lead} \\times {t.m(zeros)} = "
                f"{t.m(term.value // zeros)} \\times {t.m(zeros)} = {t.m(term.value)}",
            )
        return self.show(t, f"{left} \\times {right} = {t.m(term.value)}")

    def commit(self, t: Telling) -> str:
        a, b, z = t.m(t.a), t.m(t.b), t.m(t.candidate)
        if t.flag("early", 0.4):
            return t.one(
                f"So, \\({a} \\times {b} = {t.c(z)}\\).\n\n",
                f"Therefore, \\( {a} \\times {b} = {t.c(z)} \\).\n\n",
                f"Thus, the result is {t.c(f'**{z}**')}.\n\n",
                f"This gives us a product of \\({t.c(z)}\\).\n\n",
            )
        return t.one(
            f"Therefore, the product of \\({a}\\) and \\({b}\\) is " + t.c(t.boxed("\\(", "\\)")) + ".\n\n",
            "So, the final answer is:\n\n" + t.c(t.boxed("\\[ ", " \\]")) + "\n\n",
            f"Thus, \\({a} \\times {b} = {t.c(t.boxed())}\\).\n\n",
            "The final answer is " + t.c(t.boxed("$", "$")) + ".\n\n",
        )

    def first(self, t: Telling) -> str:
        a, b = t.m(t.a), t.m(t.b)
        out = t.one(
            f"To calculate \\( {a} \\times {b} \\), we can break it down into simpler steps. ",
            f"To calculate \\({a} \\times {b}\\), we can use the distributive property of multiplication over "
            "addition. ",
            f"Sure! Let's calculate \\({a} \\times {b}\\) step by step.",
            f"Let's break down the multiplication \\({a} \\times {b}\\) step by step:",
        )
        return (
            out
            + t.one("\n\n", " Here's the process:\n\n")
            + self.steps(t, t.solve("high", "high", "low", "chunks", "swapped", "round"))
            + self.commit(t)
        )

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, check=3, mend=3)
        if way == "mend":
            mended = t.mend()
            if mended and mended.place is not None:
                term = mended.work.terms[mended.place]
                left, right = t.m(term.left), t.m(term.right)
                return (
                    t.one(
                        "Upon rechecking the steps above, I noticed an error in the multiplication of "
                        f"\\({left}\\) by \\({right}\\). ",
                        f"I apologize for the mistake in one of the steps: \\({left} \\times {right}\\) is "
                        f"not \\({t.m(mended.was)}\\). ",
                        f"There is a calculation error above. I wrote \\({left} \\times {right} = "
                        f"{t.m(mended.was)}\\), which is incorrect. ",
                    )
                    + t.one("It should be:\n\n", "The correct value is:\n\n")
                    + self.show(t, f"{left} \\times {right} = {t.m(mended.now)}")
                    + t.one(
                        "\nAdding the partial products again:\n\n",
                        "\nWith this correction, the sum becomes:\n\n",
                        "\nSo the sum is now:\n\n",
                    )
                    + self.show(t, f"{t.sum(mended.work, True)} = {t.m(mended.work.total)}")
                    + "\n"
                    + self.commit(t)
                )
            if mended:
                return (
                    t.one(
                        "Let's re-add the partial products, because the sum above is off:\n\n",
                        "I made an error when adding the numbers. The correct addition is:\n\n",
                    )
                    + self.show(t, f"{t.sum(mended.work, True)} = {t.m(mended.work.total)}")
                    + "\n"
                    + self.commit(t)
                )
        if way == "check":
            work = t.other("round")
            return (
                t.one(
                    "Let's verify the result with a different breakdown:\n\n",
                    "To double-check, we can also compute this in another way:\n\n",
                    "### Verification\nWe can verify this by splitting the numbers differently.\n\n",
                )
                + self.steps(t, work)
                + t.one(
                    f"This does not match the earlier value of {t.m(t.previous)}, so the earlier calculation "
                    "contained an error. ",
                    f"The two results differ ({t.m(t.previous)} before), and the second one is correct. ",
                    "This is different from the result obtained above, which was wrong. ",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "Wait, I made a mistake in the above calculation. Let's recalculate it carefully.\n\n",
                "I apologize for the confusion. Let me correct that and recompute the product step by step:\n\n",
                "However, it seems there was an error in the calculation. Let's redo it:\n\n",
                "Let me recheck this, as the result above does not look right. Starting over:\n\n",
                "It appears that I've made an error. Here is the corrected solution:\n\n",
                "Sorry, there is a mistake in the steps above. Let's try again.\n\n",
            )
            + self.steps(t, t.solve("high", "low", "swapped", "chunks"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        a, b, z = t.m(t.a), t.m(t.b), t.m(t.candidate)
        out = ""
        if t.chance(0.12):
            out += t.one(
                "To be sure, let's verify this by splitting the other way:\n\n",
                "### Verification\nLet's confirm the result with another decomposition.\n\n",
                "Let me double-check the result by recalculating:\n\n",
            ) + self.steps(t, t.other("round"))
            out += t.one(
                "This matches the result obtained above.\n\n",
                f"Both methods give \\({t.r(z)}\\), so the answer is verified.\n\n",
                "The two results agree, so the calculation is correct.\n\n",
            )
        elif t.chance(0.4):
            checks = [
                f"Let's double-check by adding the partial products once more:\n\\[\n{t.sum(t.work, True)} = "
                f"{t.r(z)}\n\\]\nThe sum is confirmed.\n\n",
                f"To verify, we can use a calculator or another method: \\( {t.r(z)} \\div {a} = {b} \\). The "
                "result is correct.\n\n",
                "Let me recheck each of the multiplications above.\n\nAll of them are correct, so no change "
                "is needed.\n\n",
                "I have rechecked each multiplication and the addition, and there is no error in the steps.\n\n",
                f"We could also split {a} instead of {b}, but the result would be the same.\n\n",
            ]
            if guess := t.estimate():
                checks += [
                    f"As a quick check, \\({t.m(guess[0])} \\times {t.m(guess[1])} = {t.m(guess[2])}\\), "
                    "which is close to our result, so it is reasonable.\n\n"
                ] * 3
            out += t.one(*checks)
        if t.flag("early", 0.4):
            out += t.one(
                f"Therefore, the final answer is:\n\n\\[\n{t.r(t.boxed())}\n\\]",
                f"So, the final answer is \\({t.r(t.boxed())}\\).",
                f"Thus, the product of {a} and {b} is \\({t.r(t.boxed())}\\).",
            )
        elif t.chance(0.15):
            out += f"Hence {t.r(z)} is the product."
        return out.rstrip("\n") + t.one("", "\n")


class DeepSeekThinking(Style):
    """DeepSeek-R1 and its distillations: long thought in think tags with doubts, then a clean boxed answer."""

    ends = ("", "", "<｜end▁of▁sentence｜>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "comma", "latex")
        t.x = t.one("*", "×", "times")

    def thought(self, t: Telling, work: Work) -> str:
        a, b = t.n(work.a), t.n(work.b)
        out = t.one(
            f"So {b} is {t.factor(work)}. ",
            f"I can break {b} into {t.factor(work)}. ",
            f"Let me split {b} up: {t.factor(work)}. That should make it easier. ",
            f"Maybe write {b} as {t.factor(work)} and multiply each one by {a}. ",
        ) + t.one("\n\n", "")
        ordinal = ["First", "Then", "Next", "After that", "Now", "And then"]
        for place, term in enumerate(work.terms):
            lead = t.one(f"{ordinal[min(place, 5)]}, ", "Okay, ", "", "Now ", "So ")
            left, right = t.n(term.left), t.n(term.right)
            digit = str(term.right).rstrip("0")
            if len(digit) == 1 and term.value % (term.right // int(digit)) == 0 and term.right > 9 and t.chance(0.35):
                zeros = len(str(term.right)) - 1
                core = term.value // 10**zeros
                out += (
                    f"{lead}{left} {t.x} {digit} is {t.n(core)}, and adding {zeros} "
                    f"zero{'s' * (zeros > 1)} gives {t.n(term.value)}. "
                )
            elif t.chance(0.14):
                out += f"{lead}{left} {t.x} {right} is {t.n(t.near(term.value))}... " + t.one(
                    f"wait, no, that's {t.n(term.value)}. ",
                    f"hmm, let me do that one again. It's {t.n(term.value)}. ",
                    f"hold on, carry the 1, so {t.n(term.value)}. ",
                    f"no wait, {t.n(term.value)}. ",
                )
            else:
                out += lead + t.one(
                    f"{left} {t.x} {right} = {t.n(term.value)}. ",
                    f"{left} {t.x} {right} is {t.n(term.value)}. ",
                    f"{left} {t.x} {right} would be {t.n(term.value)}, right? ",
                )
        out += t.one(
            "\n\nNow add them all up: ",
            "Now I need to add these together. ",
            "\n\nAdding all of these: ",
            "Alright, summing up. ",
        )
        if t.chance(0.6) and len(work.terms) > 2:
            for x, sign, y, z in work.steps():
                out += t.one(
                    f"{t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)} = {t.n(z)}. ",
                    f"{t.n(x)} {'plus' if sign > 0 else 'minus'} {t.n(y)} is {t.n(z)}. ",
                )
        else:
            out += f"{t.sum(work)} = {t.n(work.total)}. "
        return out

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.one(
                f"So the answer should be {t.c(z)}.",
                f"So {t.ab} = {t.c(z)}.",
                f"Therefore, the product is {t.c(z)}.",
                f"So that would be {t.c(z)} in total.",
                f"That gives me {t.c(z)} as the product.",
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        out = t.one("<think>\n", "<think>\n", "<think>", "")
        out += t.one(
            f"Okay, so I need to calculate {t.ab}. Let me think about how to approach this. ",
            f"First, I need to multiply {t.n(t.a)} by {t.n(t.b)}. ",
            f"Alright, the problem is {t.ab}. Hmm, multiplication of {len(str(t.a))}-digit by "
            f"{len(str(t.b))}-digit numbers. I remember there are different methods, like the standard "
            "algorithm or breaking one number apart. ",
            f"To solve {t.ab}, I'll go step by step so that I don't make mistakes. ",
        )
        return out + self.thought(t, t.solve("high", "low", "chunks", "swapped")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, check=4, mend=3)
        old = t.n(t.previous)
        if way == "mend" and (mended := t.mend()):
            out = t.one(
                "Wait, let me double-check the steps. ",
                "Hold on, let me go back over the parts. ",
                "But wait, I should make sure I didn't slip anywhere. ",
            )
            if mended.place is None:
                out += t.one(
                    "The partial products look fine, but the sum... ", "Each product is okay. What about the addition? "
                )
            else:
                for term in t.before.terms[: mended.place]:
                    out += f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}, " + t.one(
                        "okay. ", "that's right. ", "yes. "
                    )
                term = mended.work.terms[mended.place]
                out += f"{t.n(term.left)} {t.x} {t.n(term.right)}... " + t.one(
                    f"I had {t.n(mended.was)} but it's {t.n(mended.now)}. ",
                    f"oh, that is {t.n(mended.now)}, not {t.n(mended.was)}! ",
                    f"that should be {t.n(mended.now)}. I messed that up before. ",
                )
            out += (
                t.one("So the sum is ", "Then the total becomes ", "Adding again: ")
                + f"{t.sum(mended.work)} = {t.n(mended.work.total)}. "
            )
            return (
                out
                + t.one("Okay, so I was wrong before. ", "Good thing I checked. ", "", f"So {old} was not right. ")
                + self.commit(t)
            )
        if way == "check":
            out = t.one(
                "Wait, let me verify that by another method. ",
                "Let me double-check this with a different approach. ",
                "Hmm, let me check it by doing it the other way around. ",
                "Alternatively, I can compute it differently to be sure. ",
            ) + self.thought(t, t.other("round", "chunks"))
            return (
                out
                + t.one(
                    f"Hmm, that's different from {old}. I must have made an error the first time, this one "
                    "seems more careful. ",
                    f"That doesn't match my earlier {old}. Looking at it, the earlier one has the mistake. ",
                    f"Wait, before I had {old}. These don't agree, so one is wrong, and I trust this one. ",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "Wait, that doesn't seem right. Let me start over. ",
                "Hmm, wait. I think I made a mistake somewhere. Let me recalculate from scratch. ",
                "Hold on, I might have messed up the zeros there. I'll redo the whole thing. ",
                "No wait, I think I got confused with the carries. Let me try again, slowly. ",
                f"Hmm, {old} looks off to me. Let me do the entire multiplication again. ",
                "Actually, I'm not satisfied with this; something went wrong in there. Let me recompute everything. ",
            )
            + self.thought(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        rounds = t.rng.choice([0, 0, 1, 1, 2])
        term = t.rng.choice(t.work.terms)
        if t.chance(0.15):
            out += t.one(
                "Wait, let me verify this using another method. ",
                "Just to be thorough, let me check it the other way around. ",
                "Hmm, let me recompute it differently to see if I get the same. ",
                "But let me make sure I didn't make a mistake. I'll try another approach. ",
            ) + self.thought(t, t.other("round"))
            out += t.one(
                "Same as before, great. So that confirms it.\n\n",
                f"Yes, {t.r(z)} again, so both ways agree.\n\n",
                "Okay, that matches what I had. Good.\n\n",
            )
        elif t.chance(0.12):
            x, sign, y, _ = t.work.steps()[-1]
            slipped = t.near(t.candidate)
            out += (
                t.one("Let me re-add that to be safe. ", "Wait, is the sum right? ")
                + f"{t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)}... is that {t.n(slipped)}? "
                + t.one(
                    f"No, I forgot the carry just now. It's {t.r(z)}, as I had it. ",
                    f"Hmm, no, I misread a digit there, it really is {t.r(z)}, the same as before. ",
                )
                + "\n\n"
            )
        for check in range(rounds):
            checks = [
                f"Wait, let me double-check the addition: {t.sum(t.work)}. Yes, that adds up to {t.r(z)}.\n\n",
                f"Let me recompute {t.n(term.left)} {t.x} {t.n(term.right)} to be safe: {t.n(term.value)}. "
                "Okay, same.\n\n",
                "Something still nags me, as if I'd made a mistake, but I can't find any, so the answer stands.\n\n",
                "Hmm, did I handle the zeros correctly? Looking back at each line, yes, I think so.\n\n",
                "Hold on, is that right? Let me look again... No, it's fine, every partial product is okay.\n\n",
                "I could try again with another method, but I'm pretty confident in this.\n\n",
                "Wait, but the problem says to think step by step, and I've done that. So no need to redo it.\n\n",
                f"Let me check by dividing: {t.r(z)} divided by {t.n(t.a)} should be {t.n(t.b)}. Yeah, that "
                "works out.\n\n",
            ]
            if last := t.last_digit():
                checks.append(
                    f"Let me check the last digit: {last[0]} {t.x} {last[1]} = {last[2]}, so it should end in "
                    f"{last[2] % 10}. It does. Good.\n\n"
                )
            if guess := t.estimate():
                checks += [
                    f"Let me see if it's reasonable: {t.n(guess[0])} {t.x} {t.n(guess[1])} is "
                    f"{t.n(guess[2])}, so the answer is in the right ballpark.\n\n",
                    f"Rough estimate: {t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}. Close enough, "
                    "so that makes sense.\n\n",
                ]
            fresh = [text for text in checks if text not in out] if check else checks
            out += t.one(*fresh)
        out += (
            t.one("", "I'm confident in that.\n", "Alright, that's it.\n", "So I'll go with that.\n") + "</think>\n\n"
        )
        a, b, m = t.m(t.a), t.m(t.b), t.m(t.candidate)
        box = t.r(t.boxed())
        if t.chance(0.45):
            out += t.one(
                "**Solution:**\n\n",
                f"To calculate \\({a} \\times {b}\\), follow these steps:\n\n",
                "Here is the step-by-step calculation:\n\n",
            )
            out += (
                f"1. **Break down the second number:** \\({t.m(t.work.b)} = "
                f"{t.factor(t.work, True)}\\)\n\n2. **Multiply:**\n"
            )
            out += "".join(
                f"   - \\({t.m(term.left)} \\times {t.m(term.right)} = {t.m(term.value)}\\)\n" for term in t.work.terms
            )
            out += f"\n3. **Add the results:**\n   \\[\n   {t.sum(t.work, True)} = {t.r(m)}\n   \\]\n\n"
        return out + t.one(
            f"**Final Answer**\n{box}",
            f"The product of \\({a}\\) and \\({b}\\) is \\({box}\\).",
            f"**Final Answer:** \\[{box}\\]",
            f"Thus, the final answer is \\({box}\\).",
            f"{t.ab} = **{t.r(t.n(t.candidate))}**",
        )


class GptReport(Style):
    """GPT-4 class assistants: headings, tables or lists of partial products, bold answer lines, dry corrections."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "comma", "narrow", "plain")
        t.x = t.one("×", "×", r"\times", "*")
        if t.x == r"\times":
            t.x = "×"

    def table(self, t: Telling, work: Work) -> str:
        a = t.n(work.a)
        layout = t.rng.randrange(3)
        if layout == 0:
            out = t.one(
                "| Part | Calculation | Result |\n|---|---|---|\n", "| Place | Product | Value |\n|:--|:--|--:|\n"
            )
            places = ["Ones", "Tens", "Hundreds", "Thousands", "Ten-thousands", "Hundred-thousands", "Millions"]
            for term in work.terms:
                zeros = len(str(term.right)) - 1
                out += (
                    "| "
                    f"{places[zeros] if term.right % 10**zeros == 0 else 'Rest'} "
                    f"| {a} {t.x} {t.n(term.right)} | {t.n(term.value)} |\n"
                )
            return out + "\n"
        if layout == 1:
            out = ""
            for term in work.terms:
                out += f"- {a} {t.x} {t.n(term.right)} = {t.n(term.value)}\n"
                if detail := t.detail(term):
                    out += t.one("  - ", "  - in detail: ", "  - because ") + f"{detail}\n"
            return out + "\n"
        return (
            "".join(
                f"{i}. {a} {t.x} {t.n(term.right)} = **{t.n(term.value)}**\n" for i, term in enumerate(work.terms, 1)
            )
            + "\n"
        )

    def solution(self, t: Telling, work: Work) -> str:
        h = t.one("### ", "## ", "**")
        z = "**" if h == "**" else ""
        a, b = t.n(work.a), t.n(work.b)
        out = (
            f"{h}Step 1: {t.one(f'Break {b} apart', f'Decompose {b}', 'Expand by place value')}{z}\n\n{b} = "
            f"{t.factor(work)}\n\n"
        )
        out += (
            f"{h}Step 2: "
            f"{t.one(f'Multiply each part by {a}', 'Compute the partial products', 'Distribute')}{z}\n\n"
            f"{self.table(t, work)}"
        )
        out += f"{h}Step 3: {t.one('Add everything up', 'Combine', 'Sum the partial products')}{z}\n\n"
        if len(work.terms) > 2 and t.chance(0.5):
            for x, sign, y, total in work.steps():
                out += f"{t.n(x)} {'+' if sign > 0 else '−'} {t.n(y)} = {t.n(total)}  \n"
        else:
            out += f"{t.sum(work)} = {t.n(work.total)}\n"
        return out + "\n"

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return t.one(
            t.c(f"**Answer: {z}**") + "\n\n",
            f"So, {t.c(f'**{t.ab} = {z}**')}.\n\n",
            f"✅ **Final result:** {t.c(z)}\n\n",
            f"The product is {t.c(f'**{z}**')}.\n\n",
            f"Therefore:\n\n{t.c(f'**{t.ab} = {z}**')}\n\n",
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            f"Let's work through **{t.ab}** step by step.\n\n",
            f"We want to compute {t.ab}.\n\n",
            "Certainly! Here's a step-by-step breakdown.\n\n",
            f"## Calculating {t.ab}\n\n",
            "",
        )
        return out + self.solution(t, t.solve("high", "low", "chunks", "round")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=3, check=3, mend=4)
        old = t.n(t.previous)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                out = t.one(
                    "**Correction:** the addition in the last step is off. ",
                    "One fix: I added the column incorrectly. ",
                )
                out += f"It should read {t.sum(mended.work)} = {t.n(mended.work.total)}.\n\n"
            else:
                term = mended.work.terms[mended.place]
                what = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
                out = t.one(
                    f"**Correction:** {what} is {t.n(mended.now)}, not {t.n(mended.was)}. ",
                    f"I need to fix an arithmetic slip: {what} = {t.n(mended.now)} (I previously had "
                    f"{t.n(mended.was)}). ",
                    f"Reviewing the table, one entry is wrong. The row for {what} should be {t.n(mended.now)}. ",
                )
                out += (
                    t.one("The corrected sum is:\n\n", "Updating the total:\n\n")
                    + f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n\n"
                )
            return out + self.commit(t)
        if way == "check":
            return (
                t.one(
                    "### Verification\n\n",
                    "**Check with a second method**\n\n",
                    "### Double-check\n\nUsing another decomposition:\n\n",
                )
                + self.solution(t, t.other("round"))
                + t.one(
                    f"This disagrees with {old}, so I re-examined the first computation and it contains an "
                    "arithmetic slip. The second result stands.\n\n",
                    f"⚠️ The check does not reproduce {old}; the first calculation was incorrect.\n\n",
                    "The two values are not equal. The value from the check is the right one.\n\n",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "Hmm, that doesn't look right. Let me redo this carefully.\n\n",
                "I made an arithmetic mistake above, so I'll go through the multiplication again.\n\n",
                "---\n\n**Revised solution** (the previous one contains an error):\n\n",
                "Actually, let me recompute that, since I'm not happy with the steps above.\n\n",
                f"Scratch that: {old} can't be trusted, because I rushed the partial products. Second attempt:\n\n",
            )
            + self.solution(t, t.solve("high", "low", "swapped"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        if t.chance(0.12):
            out += t.one(
                "### Cross-check\n\n", "**Verification with the factors swapped**\n\n", "Let me double-check that.\n\n"
            )
            out += self.solution(t, t.other("round"))
            out += t.one(
                "Both methods agree. ✓\n\n",
                f"This confirms {t.r(z)}.\n\n",
                "Same result, so no correction is needed.\n\n",
            )
        elif t.chance(0.5):
            checks = [
                f"**Sanity check:** {t.r(z)} ÷ {t.n(t.a)} = {t.n(t.b)} ✔\n\n",
                "I double-checked each row of the calculation, and they are all consistent.\n\n",
                f"Verification: re-adding {t.sum(t.work)} gives {t.r(z)} again. ✓\n\n",
                "If you spot a mistake, let me know and I can recompute it another way.\n\n",
                "Would you like me to show another method, such as lattice multiplication?\n\n",
            ]
            if guess := t.estimate():
                off = abs(guess[2] - t.candidate) / t.candidate
                checks += [
                    f"**Estimate:** {t.n(guess[0])} {t.x} {t.n(guess[1])} ≈ {t.n(guess[2])}, which is within "
                    f"{max(1, round(off * 100) + 1)}% of the result, so it is plausible.\n\n"
                ] * 2
            out += t.one(*checks)
        if t.chance(0.4):
            out += t.one(t.r(f"**Answer: {z}**"), f"**Final answer:** {t.r(z)}", f"So the answer is {t.r(f'**{z}**')}.")
        return out.rstrip("\n")


class LlamaSteps(Style):
    """Llama-3 Instruct: "## Step N:" headings with a sentence each, then "The final answer is: $\\boxed{...}$"."""

    ends = ("", "", "<|eot_id|>", "<|eot_id|>")

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "×")

    def heads(self, t: Telling, titles: list[tuple[str, str]], start: int) -> tuple[str, int]:
        out = ""
        for place, (title, body) in enumerate(titles, start):
            out += f"## Step {place}: {title}\n{body}\n\n"
        return out, start + len(titles)

    def titles(self, t: Telling, work: Work) -> list[tuple[str, str]]:
        a, b = t.n(work.a), t.n(work.b)
        names = {1: "ones", 2: "tens", 3: "hundreds", 4: "thousands", 5: "ten thousands", 6: "hundred thousands"}
        titles = []
        if t.chance(0.6):
            titles.append(
                (
                    t.one("Break down the multiplication", f"Break {b} into parts", "Rewrite the problem"),
                    f"We can write {b} as {t.factor(work)}.",
                )
            )
        for term in work.terms:
            plain = term.right % 10 ** (len(str(term.right)) - 1) == 0
            place = names[len(str(term.right))] if plain else t.n(term.right)
            wrong = t.chance(0.08)
            body = t.one(
                f"{a} {t.x} {t.n(term.right)} = {t.n(t.near(term.value) if wrong else term.value)}",
                f"Multiplying {a} by {t.n(term.right)} gives {t.n(t.near(term.value) if wrong else term.value)}.",
            )
            if wrong:
                body += t.one(
                    f"\nOops, this should be {t.n(term.value)}.",
                    f" Correction: {t.n(term.value)}.",
                    f"\nLet me fix this line: {a} {t.x} {t.n(term.right)} = {t.n(term.value)}",
                )
            elif detail := t.detail(term):
                body = t.one("We calculate ", "Using place values: ", "") + detail
            titles.append(
                (
                    t.one(
                        f"Multiply {a} by the {place} part of {b}",
                        f"Multiply {a} by {t.n(term.right)}",
                        f"Calculate the {place} product",
                    ),
                    body,
                )
            )
        if len(work.terms) > 2 and t.chance(0.5):
            for x, sign, y, z in work.steps():
                titles.append(
                    (
                        t.one("Add the next product", "Continue adding"),
                        f"{t.n(x)} {'+' if sign > 0 else '-'} {t.n(y)} = {t.n(z)}",
                    )
                )
        else:
            titles.append(
                (
                    t.one("Add the partial products together", "Sum up the results", "Add the results"),
                    f"{t.sum(work)} = {t.n(work.total)}",
                )
            )
        return titles

    def commit(self, t: Telling) -> str:
        z, box = t.n(t.candidate), t.boxed("$", "$")
        return t.one(
            f"The final answer is: {t.c(box)}\n\n",
            f"The final answer is: {t.c(box)}\n\n",
            f"The final answer is {t.c(z)}.\n\n",
            f"Therefore, {t.ab} = {t.c(z)}.\n\n",
        )

    def tell(self, t: Telling, work: Work) -> str:
        start = 1 if not t.flag("runs_on", 0.6) else t.index * 6 + 1
        out, _ = self.heads(t, self.titles(t, work), start)
        return out + self.commit(t)

    def first(self, t: Telling) -> str:
        out = t.one(
            "", "", f"To calculate {t.ab}, we will follow these steps:\n\n", f"Let's calculate {t.ab} step by step.\n\n"
        )
        return out + self.tell(t, t.solve("low", "high", "chunks"))

    def again(self, t: Telling) -> str:
        way = t.way(redo=5, check=2, mend=3)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                body = f"The sum of {t.sum(mended.work)} is {t.n(mended.work.total)}, not {t.n(t.previous)}."
            else:
                term = mended.work.terms[mended.place]
                body = (
                    f"The product {t.n(term.left)} {t.x} {t.n(term.right)} should be {t.n(mended.now)} "
                    f"instead of {t.n(mended.was)}.\nSo we have {t.sum(mended.work)} = {t.n(mended.work.total)}"
                )
            title = t.one("Correct the mistake", "Re-evaluate the previous steps", "Fix the error in the calculation")
            return self.heads(t, [(title, body)], t.index * 6 + 1)[0] + self.commit(t)
        if way == "check":
            work = t.other()
            out = t.one(
                "## Verification\nLet's check the answer by reversing the order of multiplication.\n\n",
                "To verify, let's perform the multiplication in a different way.\n\n",
            )
            out += "".join(f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n" for term in work.terms)
            out += f"Total: {t.sum(work)} = {t.n(work.total)}\n\n"
            return (
                out
                + t.one(
                    "The verification gives a different value, so the answer above is incorrect.\n\n",
                    f"Since this is not {t.n(t.previous)}, there was an error above.\n\n",
                )
                + self.commit(t)
            )
        return t.one(
            "However, I made a mistake in my calculation. Let me try again.\n\n",
            "I made an error in the previous steps, so let me recalculate:\n\n",
            "Wait, the above is incorrect. I will recompute it.\n\n",
            "However, the above solution contains errors. Here is another attempt:\n\n",
            "Let's re-evaluate the calculation because the result seems wrong.\n\n",
        ) + self.tell(t, t.solve("low", "high", "swapped"))

    def closing(self, t: Telling) -> str:
        z, box = t.n(t.candidate), t.boxed("$", "$")
        if t.chance(0.1):
            work = t.other()
            out = t.one(
                "## Verification\nLet's check by another split.\n\n",
                "To verify, we can switch the order of the numbers.\n\n",
            )
            out += "".join(f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}\n" for term in work.terms)
            return (
                out
                + f"{t.sum(work)} = {t.r(z)}\n\n"
                + t.one("The answer is the same, so it is correct.", "This matches our answer.")
            )
        options = [
            "",
            "",
            "",
            f"## Verification\nAdding the products again: {t.sum(t.work)} = {t.r(z)}. The answer is verified.",
            f"I have checked my work and found no mistakes. The final answer is: {t.r(box)}",
            "Note: I used the standard algorithm for multiplication. You can recheck with a calculator.",
            f"Let me double check this... The steps are right.\n\nThe final answer is: {t.r(box)}",
        ]
        return t.one(*options).rstrip("\n")


class GradeSchool(Style):
    """Models tuned on GSM8K: short sentences, <<a*b=c>> annotations, "#### N"; the first solution may be disowned."""

    ends = ("", "", "\n", "</s>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x")

    def line(self, t: Telling, left: int, op: str, right: int, value: int) -> str:
        if t.flag("annotated", 0.6):
            return (
                f"{t.n(left)} {op} {t.n(right)} = <<{left}{'*' if op not in '+-' else op}{right}={value}>>{t.n(value)}"
            )
        return f"{t.n(left)} {op} {t.n(right)} = {t.n(value)}"

    def tell(self, t: Telling, work: Work) -> str:
        out = ""
        for place, term in enumerate(work.terms):
            if detail := t.detail(term, 0.4):
                out += t.one(f"{detail}\n", f"Here {detail}.\n")
            out += (
                (t.one("", "Then ", "Next, ", "We get ") if place else t.one("", "First, "))
                + self.line(t, term.left, t.x, term.right, term.value)
                + t.one(".\n", "\n", "\n")
            )
        for x, sign, y, z in work.steps():
            out += (
                t.one("Adding: ", "", "Now ", "The running total is ")
                + self.line(t, x, "+" if sign > 0 else "-", y, z)
                + "\n"
            )
        return out

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("hashes", 0.75):
            return t.c(f"#### {z}") + "\n"
        return t.one(f"The answer is {t.c(z)}.\n", f"So {t.ab} = {t.c(z)}.\n", f"Answer: {t.c(z)}\n")

    def first(self, t: Telling) -> str:
        out = t.one(
            "",
            f"We need to find {t.ab}.\n",
            f"Split {t.n(t.b)} into places and multiply.\n",
            "Step by step:\n",
            f"Q: Calculate {t.a} * {t.b}. Think step by step.\nA: ",
        )
        return out + self.tell(t, t.solve("high", "low")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=5, check=3, mend=2)
        old = t.n(t.previous)
        if way == "mend" and (mended := t.mend()) and mended.place is not None:
            term = mended.work.terms[mended.place]
            out = t.one("Oops. ", "Correction: ", "I made a mistake on one line. ")
            out += self.line(t, term.left, t.x, term.right, mended.now) + t.one(
                f", not {t.n(mended.was)}.\n", " is the right product.\n"
            )
            return out + f"So the sum is {t.sum(mended.work)} = {t.n(mended.work.total)}\n" + self.commit(t)
        if way == "check":
            return (
                t.one("Check the other way round:\n", "Checking:\n", "Verify by multiplying again:\n")
                + self.tell(t, t.other())
                + t.one(
                    f"That is not {old}, so the first answer was wrong.\n",
                    f"It should be this and not {old}.\n",
                    "The check fails, the first result is wrong.\n",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "Wait, this is wrong. Let me try again.\n",
                "Let me redo this.\n",
                "I think I made a mistake. Redo:\n",
                "Sorry, wrong. Start again:\n",
                f"{old} is not correct. Let's calculate again.\n",
            )
            + self.tell(t, t.solve("high", "low", "chunks"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        z = t.n(t.candidate)
        options = [
            "",
            "",
            "",
            f"Check: {t.sum(t.work)} = {t.r(z)}, correct.\n",
            "I checked it twice and it is right.\n",
            "There were no mistakes.\n",
        ]
        if last := t.last_digit():
            options.append(
                f"Check the units digit: {last[0]} {t.x} {last[1]} = {last[2]}, ends in {last[2] % 10}, OK.\n"
            )
        if guess := t.estimate():
            options.append(f"Check: about {t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}. OK\n")
        out = t.one(*options)
        if out and t.flag("hashes", 0.75) and t.chance(0.6):
            out += t.r(f"#### {z}")
        return out.rstrip("\n")


class ColumnXml(Style):
    """Models that lay out long multiplication in code blocks, tell the carries, and put the result in answer tags."""

    ends = ("", "", "<|im_end|>", "<|endoftext|>")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("x", "×", "*")

    def carries(self, t: Telling, term: Term) -> str:
        digit = int(str(term.right)[0])
        out, carry = f"Row for {digit}:", 0
        for place, figure in enumerate(reversed(str(term.left))):
            value = int(figure) * digit + carry
            out += (
                f" {figure}{t.x}{digit}"
                + (f"+{carry}" if carry else "")
                + f"={value}"
                + t.one(f", write {value % 10}", "")
                + (f" carry {value // 10};" if place + 1 < len(str(term.left)) and value > 9 else ";")
            )
            carry = value // 10
        return out.rstrip(";") + ".\n"

    def solution(self, t: Telling, work: Work) -> str:
        out = ""
        if t.chance(0.5):
            terms = [
                term
                for term in work.terms
                if term.value == term.left * term.right and not str(term.right).strip("0")[1:]
            ]
            out += (
                t.one("Row by row:\n", "Multiplying digit by digit, right to left:\n", "Carries:\n")
                + "".join(self.carries(t, term) for term in terms[:3])
                + "\n"
            )
        out += (
            "```" + t.one("", "text") + "\n" + t.columns(work, rule=t.one("-", "-", "=")) + t.total(work) + "\n```\n\n"
        )
        if len(work.terms) > 2 and t.chance(0.4):
            out += (
                t.one("Adding the rows: ", "Sum of rows: ")
                + ", ".join(f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in work.steps())
                + ".\n\n"
            )
        return out

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        if t.flag("tags_late", 0.45):
            return t.one(f"The bottom line reads {t.c(z)}.\n\n", f"So {t.ab} = {t.c(z)}.\n\n", f"Result: {t.c(z)}\n\n")
        return t.c(f"<answer>{t.one('', ' ')}{z}{t.one('', ' ')}</answer>") + "\n\n"

    def first(self, t: Telling) -> str:
        out = t.one(
            "I'll use long multiplication.\n\n",
            f"Set {t.n(t.a)} over {t.n(t.b)} and multiply column by column.\n\n",
            f"Long multiplication of {t.ab}:\n\n",
            "Standard algorithm, the one taught since about 1950 in most schools:\n\n",
        )
        return out + self.solution(t, t.solve("high", "low")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, check=3, mend=3)
        old = t.n(t.previous)
        if way == "mend" and (mended := t.mend()):
            what = "the final column addition"
            if mended.place is not None:
                term = mended.work.terms[mended.place]
                what = (
                    f"the row {t.n(term.left)} {t.x} {t.n(term.right)}: it reads {t.n(mended.was)} and "
                    f"must read {t.n(mended.now)}"
                )
            return (
                t.one(
                    f"Error found in {what}.",
                    f"Looking at the layout again, something is wrong in {what}.",
                    f"There's a slip in {what}.",
                )
                + t.one(" The block becomes:\n\n", " Fixed:\n\n", " Here it is with the fix:\n\n")
                + f"```\n{t.columns(mended.work)}{t.total(mended.work)}\n```\n\n"
                + self.commit(t)
            )
        if way == "check":
            return (
                t.one(
                    "Check with the factors swapped:\n\n",
                    "As a check I multiply in the other order.\n\n",
                    "Verification run:\n\n",
                )
                + self.solution(t, t.other())
                + t.one(
                    f"Not {old}! The earlier block has a wrong carry, the check is right.\n\n",
                    f"The check yields another value than {old}, and it's the one I believe.\n\n",
                    "The results conflict; on inspection the earlier block is the faulty one.\n\n",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "That layout has a misaligned row. Let me set it up again.\n\n",
                "I lost a carry somewhere, so I will do it over.\n\n",
                "The answer above is wrong: I shifted a row incorrectly. Once more:\n\n",
                "Hmm, I don't trust this. I'll erase it and compute again:\n\n",
                "Let me recompute. I made 2 mistakes in the carries above.\n\n",
            )
            + self.solution(t, t.solve("high", "low"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        if t.chance(0.5):
            if t.chance(0.25):
                out += t.one(
                    "Check with the factors swapped:\n\n", "Let me recheck in the other order.\n\n"
                ) + self.solution(t, t.other())
                out += t.one(
                    "Same bottom line, good.\n\n",
                    "The check agrees with the first block.\n\n" if not t.index else "The check agrees.\n\n",
                )
            checks = [
                f"Re-adding the rows from the bottom up gives {t.r(z)} too.\n\n",
                "Every row is shifted by the right number of places, and all carries are accounted for.\n\n",
                f"Counting digits: {len(str(t.a))} by {len(str(t.b))} digits must give "
                f"{len(str(t.a)) + len(str(t.b)) - 1} or {len(str(t.a)) + len(str(t.b))} digits. Fine.\n\n"
                if len(str(t.candidate)) in (len(str(t.a)) + len(str(t.b)) - 1, len(str(t.a)) + len(str(t.b)))
                else "I went over the rows again and I stand by them.\n\n",
                "Did I lose a carry? I went through them again, and no.\n\n",
            ]
            if nines := t.nines():
                checks += [
                    f"Casting out nines: {nines[0]} {t.x} {nines[1]} leaves {nines[0] * nines[1] % 9}, and "
                    f"the result leaves {nines[2]}. OK.\n\n"
                ] * 2
            out += t.one(*checks)
        if t.flag("tags_late", 0.45):
            out += t.r(f"<answer>{z}</answer>")
        return out.rstrip("\n")


class ChattyProse(Style):
    """Friendly small models: flowing prose, no LaTeX or lists, words for operations, typos, asides, doubts."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma", "space")
        t.x = t.one("times", "x", "×", "multiplied by")

    def solution(self, t: Telling, work: Work) -> str:
        a, b = t.n(work.a), t.n(work.b)
        out = t.one(
            f"I like to think of {b} as {t.factor(work)}, which is way easier to handle. ",
            f"The trick is to cut {b} into pieces: {t.factor(work)}. ",
            f"We'll take {a} and multiply it by the pieces of {b}, which are "
            f"{', '.join(t.n(part) for part in work.parts)}. ",
        )
        if work.method == "round":
            out = (
                f"{b} is close to {t.n(work.terms[0].right)}, so I'll start from there and then adjust by "
                f"{t.n(work.terms[1].right)}. "
            )
        for place, term in enumerate(work.terms):
            out += (
                t.one("", "", "So, ", "Next up, ", "Okay, ", "Then ")
                if place
                else t.one("First, ", "To begin with, ", "Easy one first: ")
            )
            out += t.one(
                f"{t.n(term.left)} {t.x} {t.n(term.right)} gives us {t.n(term.value)}. ",
                f"{t.n(term.left)} {t.x} {t.n(term.right)} comes out as {t.n(term.value)}. ",
                f"for the {t.n(term.right)} part we get {t.n(term.value)}. ",
                f"{t.n(term.right)} lots of {t.n(term.left)} make {t.n(term.value)}. ",
            )
            if detail := t.detail(term, 0.5):
                out += t.one(f"(That's {detail}.) ", f"In small bites: {detail}. ", f"You can see it from {detail}. ")
            if t.chance(0.08):
                out += t.one(
                    "(I nearly wrote a zero too many there!) ",
                    "Not too bad so far, we're 50% done or so. ",
                    "Remember that the 1 gets carried. ",
                )
        out += t.one(
            "\n\nNow for the fun part, adding: ",
            "Putting it all together, ",
            "\n\nNow we combine the pieces: ",
            "All that's left is the adding up: ",
        )
        if len(work.terms) > 2 and t.chance(0.6):
            for x, sign, y, z in work.steps():
                out += t.one(
                    f"{t.n(x)} {'plus' if sign > 0 else 'minus'} {t.n(y)} makes {t.n(z)}, ",
                    f"{t.n(x)} {'and' if sign > 0 else 'less'} {t.n(y)} is {t.n(z)}, ",
                )
            out = out[:-2] + ". "
        else:
            out += f"{t.sum(work)} makes {t.n(work.total)}. "
        return out

    def commit(self, t: Telling) -> str:
        z = t.n(t.candidate)
        return (
            t.one(
                f"So your answer is {t.c(z)}!",
                f"And there you have it, the answer is {t.c(z)}.",
                f"That means {t.ab} equals {t.c(z)}.",
                f"So we end up with {t.c(z)} as the product.",
            )
            + "\n\n"
        )

    def first(self, t: Telling) -> str:
        out = t.one(
            f"Hey, great question! Let's figure out {t.ab} together. ",
            f"Sure thing! We want to know what {t.ab} is. ",
            "Okay! No calculator needed here. ",
            f"Happy to help with {t.ab}. People have been doing sums like this since at least 2000 BC, so we "
            "can manage it too. ",
        )
        return out + self.solution(t, t.solve("high", "chunks", "round", "low")) + self.commit(t)

    def again(self, t: Telling) -> str:
        way = t.way(redo=4, check=3, mend=3)
        old = t.n(t.previous)
        if way == "mend" and (mended := t.mend()):
            if mended.place is None:
                out = (
                    t.one("Oh, hang on, I can't add! ", "Oops, my adding was off. ")
                    + f"Those pieces, {t.sum(mended.work)}, really make {t.n(mended.work.total)}. "
                )
            else:
                term = mended.work.terms[mended.place]
                out = (
                    t.one(
                        f"Oh wait, I goofed on one of the pieces. {t.n(term.left)} {t.x} {t.n(term.right)} "
                        f"isn't {t.n(mended.was)}, it's {t.n(mended.now)}. ",
                        f"Hmm, looking back, the {t.n(term.right)} part bothers me. I said {t.n(mended.was)} "
                        f"but it ought to be {t.n(mended.now)}. ",
                        f"Whoops! The piece for {t.n(term.right)} should have been {t.n(mended.now)}. ",
                    )
                    + f"That changes the total: {t.sum(mended.work)} makes {t.n(mended.work.total)}. "
                )
            return out + self.commit(t)
        if way == "check":
            return (
                t.one(
                    "Let's make sure, though, by doing it another way. ",
                    "Just to be safe, let me test that from another angle. ",
                    "I always like to check my work, so let's flip it around. ",
                )
                + self.solution(t, t.other("round"))
                + t.one(
                    f"Uh oh, that's not the {old} I told you. The first go had a slip in it. ",
                    f"Well, look at that, it isn't {old}, so I was wrong the first time. ",
                    "Hmm, two different results! The second one is the good one. ",
                )
                + self.commit(t)
            )
        return (
            t.one(
                "Hmm, actually, that doesn't feel right to me. Let's start fresh. ",
                "Oh no, I think I botched that. Let me have another go. ",
                f"Wait a second, {old}? I must've slipped up somewhere. One more time from the top! ",
                "My apologies, I believe I mixed something up there. Let's run through it again. ",
                "Sorry, ignore all that, I got muddled. Take two: ",
            )
            + self.solution(t, t.solve("high", "chunks", "swapped"))
            + self.commit(t)
        )

    def closing(self, t: Telling) -> str:
        z, out = t.n(t.candidate), ""
        if t.chance(0.12):
            out += (
                t.one("Let me just make sure by doing it another way. ", "Hmm, let me check that again to be safe. ")
                + self.solution(t, t.other("round"))
                + t.one("Yay, same thing! ", f"And that's {t.r(z)} again, so we're good. ", "It matches, phew! ")
            )
        elif t.chance(0.6):
            checks = [
                "You might want to try it again yourself on paper, it's good practice!",
                "Hmm, is that right? I thought about it for a moment, and yes, I'm happy with it.",
                "I have a feeling that I slipped up somewhere, but I can't find it, so I'll leave it at that.",
                "I could go over it once more, but I'm sure enough, so let's leave it there.",
                f"I quickly added the pieces again in my head, and yep, still {t.r(z)}.",
                "Don't worry if you got something else at first, everyone makes a mistake now and then.",
            ]
            if guess := t.estimate():
                checks += [
                    f"And it makes sense, because {t.n(guess[0])} {t.x} {t.n(guess[1])} is roughly {t.n(guess[2])}."
                ] * 2
            if last := t.last_digit():
                checks.append(
                    f"Quick check of the last digit: {last[0]} times {last[1]} is {last[2]}, so it has to end "
                    f"in {last[2] % 10}, and it does."
                )
            out += t.one(*checks)
        if t.chance(0.3):
            out += t.one(" So, to sum up: ", " In short, ") + t.r(f"{t.ab} is {z}") + "."
        return out.rstrip("\n")

    def finish(self, t: Telling, text: str) -> str:
        text = text.replace("\n ", "\n")
        return t.typos(text) if t.flag("typos", 0.4) else text


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        QwenInstruct(),
        DeepSeekThinking(),
        GptReport(),
        LlamaSteps(),
        GradeSchool(),
        ColumnXml(),
        ChattyProse(),
    )
}
