"""Twelve ordinary voices: what somebody who tests a parser of responses would think of first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .common import Style, Telling, Term, Work, split


def memo(t: Telling) -> dict[str, Any]:
    """What a style remembers over one response."""
    found: dict[str, Any] = t.__dict__.setdefault("_memo", {})
    return found


def pick(t: Telling, key: str, options: Sequence[str]) -> str:
    """One of the wordings, none twice before all were used."""
    left = memo(t).setdefault(f"left {key}", [])
    if not left:
        left += t.rng.sample(list(options), len(options))
    chosen: str = left.pop()
    return chosen


def fill(text: str, **values: str) -> str:
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text


def _zeros(number: int) -> int:
    return len(str(number)) - len(str(number).rstrip("0"))


def flaw(work: Work) -> int:
    """How implausible the slips of the work are; 0 for a sound one."""
    found = 0
    for term in work.terms:
        true = term.left * term.right
        if term.value == true:
            continue
        if term.value * 10 != true and term.value != true * 10 and not 0.5 < term.value / true < 2:
            found += 6
        if _zeros(term.value) < min(2, _zeros(term.right)):
            found += 2
        if true <= 100:
            found += 1
        tens = {term.left, term.right} & {10**i for i in range(7)}
        if tens and term.value * 10 != true and term.value != true * 10:
            found += 6
        found += 1
    if len({(x.left, x.right, x.value) for x in work.terms}) > len({(x.left, x.right) for x in work.terms}):
        found += 20  # one product with two values
    total = sum(term.sign * term.value for term in work.terms)
    if total != work.total:
        found += 1
        if not 0.6 < work.total / total < 1.5:
            found += 6
    for so_far, sign, value, result in work.steps():
        if (sign > 0 and result <= max(so_far, value)) or (sign < 0 and result >= so_far):
            found += 20
    return found


def get(t: Telling, methods: Sequence[str], confirm: bool = False, fresh: bool = False) -> Work | None:
    """A plausible way to the candidate (kept as t.work), or None: then the product is told at one go."""
    small = min(len(str(t.a)), len(str(t.b))) == 1
    usable = [m for m in methods if not (small and m in ("area", "round", "swapped"))] or ["high"]
    said: dict[tuple[int, int], int] = memo(t).setdefault("said", {})
    known = {(x.left, x.right) for x in t.work.terms}
    kept, best, least = t.work, None, 6
    both_single = max(t.a, t.b) < 10
    if not (both_single and (confirm or t.chance(0.6))):
        for _ in range(16):
            work = t.solve(*usable)
            if len(work.terms) < 2:
                continue
            if work.method == "round" and work.terms[1].right * 8 > work.terms[0].right:
                continue  # nobody calls that near
            score = flaw(work)
            if confirm and any(
                said.get((x.left, x.right), said.get((x.right, x.left), x.value)) != x.value for x in work.terms
            ):
                continue
            if (confirm or fresh) and {(x.left, x.right) for x in work.terms} == known:
                continue
            if memo(t).get("told") and {(x.left, x.right) for x in work.terms} == known:
                score += 1
            if score < least:
                best, least = work, score
                if t.chance(0.5) and score <= 1:
                    break
    if confirm:
        t.work = kept
    elif best:
        t.work = best
    if best:
        for term in best.terms:
            said[term.left, term.right] = term.value
    if not confirm:
        memo(t)["told"] = best is not None
    return best


def rough(t: Telling) -> tuple[int, int, int] | None:
    """An estimate that is near the candidate and is no candidate itself."""
    if min(t.a, t.b) < 10:
        return None
    found = t.estimate()
    return None if not found or found[2] in (*t.candidates, t.product) or (found[0], found[1]) == (t.a, t.b) else found


class FvBase(Style):
    """What the voices share: the order of things. The words and the layout are theirs."""

    methods: tuple[str, ...] = ("high",)
    others: tuple[str, ...] = ("swapped", "chunks", "low")
    gap = "\n\n"
    pause = "\n\n"  # between words and the work that follows
    mending, checking, redoing = 0.35, 0.3, 0.35
    shares = (0.34, 0.16, 0.28, 0.22)  # nothing, a doubt, a quick check, a second solution
    restating = 0.35

    REDO: tuple[str, ...] = ()  # disowns; a new solution follows
    LAST: tuple[str, ...] = ()
    NINES: tuple[str, ...] = ()
    SIZE: tuple[str, ...] = ()
    CHECK: tuple[str, ...] = ()  # announces a check
    FOUND: tuple[str, ...] = ()  # it gave another number, which holds
    MEND: tuple[str, ...] = ()  # a partial product was wrong
    MEND_SUM: tuple[str, ...] = ()
    DOUBT: tuple[str, ...] = ()
    AGREE: tuple[str, ...] = ()
    OK_LAST: tuple[str, ...] = ()
    OK_NINES: tuple[str, ...] = ()
    OK_SIZE: tuple[str, ...] = ()
    OK_BACK: tuple[str, ...] = ()  # division, told for right candidates only
    RESTATE: tuple[str, ...] = ()
    SLIP: tuple[str, ...] = (" … no, @right@",)

    def num(self, t: Telling, number: int) -> str:
        return t.n(number)

    def mul(self, t: Telling, x: int, y: int) -> str:
        return f"{self.num(t, x)} {t.x} {self.num(t, y)}"

    def w(self, text: str) -> str:
        """A formula within a sentence."""
        return text

    def say(self, t: Telling, key: str, **values: str) -> str:
        basic = {"ab": self.w(self.mul(t, t.a, t.b)), "new": self.w(self.num(t, t.candidate))}
        if t.index:
            basic["old"] = self.w(self.num(t, t.previous))
        return fill(pick(t, key, getattr(self, key)), **{**basic, **values})

    def opening(self, t: Telling) -> str:
        return ""

    def solution(self, t: Telling, work: Work | None) -> str:
        raise NotImplementedError

    def commit(self, t: Telling) -> str:
        raise NotImplementedError

    def value(self, t: Telling, term: Term, show: str, share: float = 0.05) -> str:
        """The value of a partial product, sometimes after a slip that is mended at once."""
        if term.value == term.left * term.right and term.value > 99 and t.chance(share):
            wrong = t.near(term.value)
            return self.num(t, wrong) + fill(pick(t, "SLIP", self.SLIP), right=show)
        return show

    def first(self, t: Telling) -> str:
        return self.opening(t) + self.solution(t, get(t, self.methods)) + self.commit(t)

    def reason(self, t: Telling) -> str:
        """Why the candidate before cannot be right, where such a reason exists and the new one passes."""
        if t.same or t.chance(0.3):
            return ""
        x, y, old, new = t.a % 10, t.b % 10, t.previous, t.candidate
        able = []
        if x * y % 10 != old % 10 and x * y % 10 == new % 10:
            able.append(("LAST", {"x": x, "y": y, "xy": x * y, "z": x * y % 10, "is": old % 10}))
        nines = (t.a % 9) * (t.b % 9)
        if nines % 9 != old % 9 and nines % 9 == new % 9 and max(t.a, t.b) > 99:
            able.append(("NINES", {"x": t.a % 9, "y": t.b % 9, "xy": nines, "z": nines % 9, "is": old % 9}))
        guess = rough(t)
        if guess and not 0.5 < old / guess[2] < 2:
            able.append(("SIZE", {"x": guess[0], "y": guess[1], "xy": guess[2]}))
        if not able:
            return ""
        key, values = t.rng.choice(able)
        return self.say(t, key, **{k: self.num(t, v) for k, v in values.items()})

    def redo(self, t: Telling) -> str:
        reason = self.reason(t)
        lead = reason + ("" if not reason or reason.endswith("\n") else " ") + self.say(t, "REDO")
        return self.gap + lead + self.pause + self.solution(t, get(t, (*self.methods, *self.others))) + self.commit(t)

    def check(self, t: Telling, work: Work) -> str:
        return (
            self.gap
            + self.say(t, "CHECK")
            + self.pause
            + self.solution(t, work)
            + self.say(t, "FOUND")
            + self.pause
            + self.commit(t)
        )

    def mended(self, t: Telling) -> str:
        """A mended step, or nothing if that cannot be told."""
        if not memo(t).get("told"):
            return ""
        fix = t.mend()
        if not fix or flaw(fix.work) > 2 or not 0.45 < fix.was / fix.now < 2.2:
            return ""
        if fix.place is None:
            return self.gap + self.say(
                t, "MEND_SUM", sum=self.w(t.sum(fix.work) if self.num(t, 1234) == t.n(1234) else t.sum(fix.work, True))
            )
        term = fix.work.terms[fix.place]
        if fix.was == term.left * term.right and (
            len(str(term.left).strip("0")) < 3 or str(term.right).strip("0") == "1"
        ):
            return ""
        text = self.say(
            t,
            "MEND",
            lr=self.w(self.mul(t, term.left, term.right)),
            was=self.w(self.num(t, fix.was)),
            now=self.w(self.num(t, fix.now)),
        )
        return self.gap + text + self.pause + self.resum(t, fix.work)

    def resum(self, t: Telling, work: Work) -> str:
        return f"{t.sum(work)} = {t.n(work.total)}"

    def again(self, t: Telling) -> str:
        way = t.way(redo=self.redoing, mend=self.mending, check=self.checking)
        if way == "mend":
            text = self.mended(t)
            if text:
                return text + ("" if text[-1].isspace() else self.pause) + self.commit(t)
        if way == "check":
            work = get(t, self.others, fresh=True)
            if work:
                return self.check(t, work)
        return self.redo(t)

    def quick(self, t: Telling) -> str:
        able: list[tuple[str, dict[str, int]]] = []
        if last := t.last_digit():
            able.append(("OK_LAST", {"x": last[0], "y": last[1], "xy": last[2], "z": last[2] % 10}))
        if (nines := t.nines()) and max(t.a, t.b) > 99:
            able.append(
                ("OK_NINES", {"x": nines[0], "y": nines[1], "xy": nines[0] * nines[1], "z": nines[0] * nines[1] % 9})
            )
        if guess := rough(t):
            able += [("OK_SIZE", {"x": guess[0], "y": guess[1], "xy": guess[2]})] * 2
        if t.candidate == t.product and self.OK_BACK:
            able.append(("OK_BACK", {"x": t.a, "y": t.b}))
        if not able:
            return ""
        key, values = t.rng.choice(able)
        return self.say(t, key, **{k: self.w(self.num(t, v)) for k, v in values.items()})

    def second(self, t: Telling) -> str:
        work = get(t, self.others, confirm=True)
        if not work:
            return ""
        return self.say(t, "CHECK") + self.pause + self.solution(t, work) + self.say(t, "AGREE")

    def after(self, t: Telling) -> str:
        """What follows the last candidate, before it is perhaps repeated."""
        way = t.rng.choices(["", "doubt", "quick", "second"], self.shares)[0]
        text = ""
        if way == "doubt" and not memo(t).get("told"):
            way = "quick"
        if way == "doubt":
            text = self.say(t, "DOUBT")
        elif way == "quick":
            text = self.quick(t)
        elif way == "second":
            text = self.second(t)
        return self.gap + text if text else ""

    def closing(self, t: Telling) -> str:
        text = self.after(t)
        if t.chance(self.restating + 0.3 * bool(text)):
            text += self.gap + t.r(self.say(t, "RESTATE"))
        return text

    def finish(self, t: Telling, text: str) -> str:
        """Without the repetition of an answer right after the same words."""

        def once(found: re.Match[str]) -> str:
            same = found[1].strip().endswith(found[3].strip())
            return f"\ue000{found[1]}\ue001" if same else found[0]

        return re.sub("\ue000([^\ue001]*)\ue001(\\s*)\ue002([^\ue003]*)\ue003", once, text)


class FvImTokenChat(FvBase):
    """A small chat model with the tokens of its template left in, display formulae, a box."""

    # Tagged like a repeated answer, so that no cut falls within a token.
    ends = (
        "\ue002<|im_end|>\ue003",
        "\ue002<|im_end|>\ue003\n",
        "",
        "\ue002<|endoftext|>\ue003",
        "\ue002<|im_end|>\ue003\n\ue002<|endoftext|>\ue003",
    )
    methods = ("high", "high", "area", "low")
    others = ("swapped", "chunks", "round")
    REDO = (
        "Wait, this does not look correct. Let's recalculate.",
        "I apologize for the mistake above. Let's solve it again from the beginning.",
        "However, the result above is incorrect. Let me redo the calculation.",
        "Sorry, there was an error in my calculation. Let's go through it again.",
        "It seems I have made a mistake. Let's start over.",
        "Actually, that result is wrong. Let's recompute it step by step.",
        "Let me correct myself, as the answer above is not right. Here is the calculation again:",
    )
    LAST = (
        "The last digit of the product must be @z@ (since \\(@x@ \\times @y@ = @xy@\\)), but @old@ ends in @is@.",
        "Note that \\(@x@ \\times @y@ = @xy@\\), so the result should end in @z@, not in @is@.",
    )
    NINES = (
        "Checking modulo 9, the product should be \\(@z@\\), but @old@ leaves \\(@is@\\).",
        "Modulo 9 we need \\(@x@ \\cdot @y@ \\equiv @z@\\), while @old@ gives \\(@is@\\).",
    )
    SIZE = ("The estimate \\(@x@ \\times @y@ = @xy@\\) shows that @old@ has the wrong size.",)
    CHECK = (
        "Let's verify the result with another decomposition:",
        "To verify, we can compute the product in a different way.",
        "**Verification:** we split the numbers differently.",
        "Let's double-check by using the distributive property again:",
        "We can check this by another method.",
        "Let's confirm this result with a second calculation.",
    )
    FOUND = (
        "This is not equal to @old@, so the first result contains an error and the correct value is @new@.",
        "The verification gives @new@ instead of @old@, therefore the earlier calculation was wrong.",
        "We obtain @new@, which differs from @old@. The first calculation had an arithmetic error, so we correct it.",
        "Since this does not match @old@, we correct the answer to @new@.",
        "This shows that @old@ was incorrect; the right value is @new@.",
        "The two results disagree; after review, @old@ was wrong and @new@ is right.",
    )
    MEND = (
        "Let's double-check the partial products. In fact, @lr@ is @now@, not @was@. Adding again:",
        "I made an error in one step: @lr@ should be @now@ instead of @was@. The corrected sum is:",
        "Correction: @lr@ equals @now@ (I wrote @was@). Therefore:",
        "Checking each product, @lr@ was wrongly given as @was@; the correct value is @now@. So:",
        "Wait, @lr@ is not @was@. It is @now@. Let's update the sum:",
        "On review, the step with @was@ is incorrect, because @lr@ equals @now@. We add again:",
    )
    MEND_SUM = (
        "Let's check the addition: @sum@ is @new@, not @old@.",
        "I made an error in the last addition. @sum@ equals @new@ instead of @old@.",
        "Correction: the sum @sum@ is @new@ and not @old@.",
        "Adding again, @sum@ gives @new@, so @old@ was incorrect.",
        "Wait, the addition is wrong: @sum@ should be @new@.",
        "Rechecking the sum @sum@, we get @new@ rather than @old@.",
    )
    DOUBT = (
        "Let me check whether I added the numbers correctly. Yes, the addition is correct.",
        "Is this right? Looking over the steps again, every product is correct.",
        "One might worry about a missing zero in the partial products, but the place values are all in order.",
        "Wait, did I carry correctly? Yes, the carries are fine.",
        "I reviewed the steps once more and there is no error.",
        "Let me make sure that no part was forgotten. All parts are included.",
    )
    AGREE = (
        "This matches the result above.",
        "Both methods give the same result, so the answer is confirmed.",
        "The result is the same, which verifies our calculation.",
        "This agrees with @new@.",
        "So the calculation is verified.",
        "We get the same product, hence the answer is correct.",
    )
    OK_LAST = (
        "Check: the last digits give @x@ · @y@ = @xy@, so the product must end in @z@, and it does.",
        "As a quick check, the units digit should be @z@, which is consistent.",
    )
    OK_NINES = (
        "Check modulo 9: the factors leave @x@ and @y@, so the product must leave @z@, which it does.",
        "The digit-sum check (modulo 9 both sides give @z@) also passes.",
    )
    OK_SIZE = (
        "As a sanity check, @x@ times @y@ is @xy@, which is close to our result.",
        "The rough estimate @xy@ is consistent with this answer.",
        "We can also estimate: @x@ multiplied by @y@ gives @xy@, so the size is reasonable.",
    )
    OK_BACK = ("Dividing the result by @y@ gives back @x@, so it is correct.",)
    RESTATE = (
        "Therefore, the final answer is \\(\\boxed{@new@}\\).",
        "The final answer is @new@.",
        "Thus, @ab@ equals @new@.",
        "So the final answer is: \\[ \\boxed{@new@} \\]",
        "Hence the product is @new@.",
        "**Final answer:** @new@",
    )
    SLIP = (
        " \\quad\\text{(correction: } @right@\\text{)}",
        " \\;\\text{, or rather } @right@",
        " \\;\\text{(no, this is } @right@\\text{)}",
    )

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "plain", "latex", "comma")
        t.words = t.maths if t.maths != "latex" else "comma"
        t.x = "\\times"

    def num(self, t: Telling, number: int) -> str:
        return t.m(number)

    def w(self, text: str) -> str:
        return f"\\({text}\\)"

    def say(self, t: Telling, key: str, **values: str) -> str:
        text = super().say(t, key, **values)
        return text.replace("\\boxed{\\(", "\\boxed{").replace("\\)}", "}")

    def opening(self, t: Telling) -> str:
        start = t.one("<|im_start|>assistant\n", "", "", "<|im_start|>\n")
        return start + t.one(
            f"To calculate {self.w(self.mul(t, t.a, t.b))}, we can break it down into smaller steps:\n\n",
            f"Let's calculate {self.w(self.mul(t, t.a, t.b))} step by step.\n\n",
            f"Sure! Let's break down the multiplication of {t.a} and {t.b} step by step.\n\n",
            f"We need to find the product of {self.w(self.num(t, t.a))} and {self.w(self.num(t, t.b))}.\n\n",
            f"To solve {self.w(self.mul(t, t.a, t.b))}, we use the distributive property.\n\n",
        )

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one(
                "Multiplying the two numbers directly gives the product.\n\n",
                "We can multiply these numbers directly.\n\n",
                "Carrying out the multiplication:\n\n",
            )
        lines = []
        if work.method != "area":
            lines.append(
                t.one("**Break down", "**Split", "**Decompose")
                + f" {work.b}:**\n   \\[ {t.m(work.b)} = {t.factor(work, True)} \\]"
            )
        lines.append(
            t.one("**Multiply each part", "**Compute the partial products", "**Multiply separately")
            + ":**\n"
            + "\n".join(
                f"   \\[ {self.mul(t, x.left, x.right)} = {self.value(t, x, t.m(x.value))} \\]" for x in work.terms
            )
        )
        lines.append(
            t.one("**Combine the results", "**Put the results together", "**Sum up")
            + f":**\n   \\[ {t.sum(work, True)} = {t.m(work.total)} \\]"
        )
        return "\n\n".join(f"{i}. {line}" for i, line in enumerate(lines, 1)) + "\n\n"

    def resum(self, t: Telling, work: Work) -> str:
        return f"\\[ {t.sum(work, True)} = {t.m(work.total)} \\]\n\n"

    def commit(self, t: Telling) -> str:
        box = t.boxed()
        return t.c(
            t.one(
                f"So, the result of {self.w(self.mul(t, t.a, t.b))} is \\({box}\\).",
                f"Therefore, {self.w(self.mul(t, t.a, t.b) + ' = ' + t.m(t.candidate))}.",
                f"Thus, the final answer is \\({box}\\).",
                f"So, the final answer is:\n\\[ {box} \\]",
                f"The answer is \\(\\boxed{{{t.m(t.candidate)}}}\\).",
                f"Hence, the product of {t.a} and {t.b} is **{t.m(t.candidate).replace('{,}', ',')}**.",
            )
        )


class FvThinkTags(FvBase):
    """A reasoning model: a monologue between tags, then a short write-up."""

    methods = ("high", "chunks", "round", "swapped", "low")
    others = ("swapped", "low", "high")
    pause = " "
    shares = (0.2, 0.25, 0.25, 0.3)
    REDO = (
        "Wait, no, I don't think that's right. Let me do this again from scratch.",
        "Hmm, that doesn't look right to me. Scrap that and start over.",
        "Hold on, I think I messed something up in there. I'll throw that out and recompute.",
        "No wait, that's not correct. Starting fresh.",
        "Hmm, I'm pretty sure I slipped somewhere, so forget that number. Again:",
        "Ugh, that must be wrong. OK, once more, slowly.",
        "Wait, that number can't be right. Let me redo the whole thing.",
        "Okay no, I botched the arithmetic. Let me try that one more time.",
    )
    LAST = (
        "Wait, the last digit: @x@ times @y@ is @xy@, so it has to end in @z@, and I've got a @is@.",
        "Hmm, ends in @is@? @x@×@y@ = @xy@, so it should end in @z@.",
    )
    NINES = (
        "Quick mod 9: @x@ × @y@ = @xy@, which is @z@ mod 9, but @old@ is @is@ mod 9. Not matching.",
        "Casting out nines I'd need @z@ but @old@ gives @is@.",
    )
    SIZE = (
        "But @x@ × @y@ is about @xy@, so @old@ is way off.",
        "Hmm, ballpark is @x@ × @y@ = @xy@. @old@ is nowhere near that.",
    )
    CHECK = (
        "Let me double-check with a different split.",
        "Let me verify that another way.",
        "I should double check this. Another way:",
        "Let me sanity check it by breaking it up differently.",
        "To be safe, let me compute it another way.",
        "Just to be sure, do it differently:",
        "Okay, but let me verify.",
    )
    FOUND = (
        "That's @new@, not @old@. So I made a mistake the first time; looking back, I trust this one.",
        "Hmm, now it's @new@ whereas before I had @old@. The earlier one had an addition slip, I see it now.",
        "So that disagrees with @old@. The second one is cleaner and I rechecked it, so the first was off.",
        "That doesn't match @old@. Oh I see, I dropped something before. @new@ is the right one.",
        "Different from before! Before I had @old@, which was an arithmetic slip. So it's @new@.",
        "Not @old@ then. OK, earlier I must have carried wrong; going with @new@.",
    )
    MEND = (
        "Wait, @lr@... that's @now@, not @was@. So redo the sum:",
        "Hmm, check @lr@ again. It's @now@. I wrote @was@ before, that's wrong. So",
        "Hold on. @lr@ = @now@, I said @was@. Fix that:",
        "Let me recheck the pieces. @lr@: actually @now@, so @was@ was a mistake. New total:",
        "Oh wait, I got @lr@ wrong: it's @now@ and not @was@. Then",
        "Actually hmm, @lr@ should be @now@ instead of @was@. Adding again:",
    )
    MEND_SUM = (
        "Wait, let me re-add: @sum@. That's @new@, not @old@.",
        "Hmm, the addition. @sum@ is actually @new@. I said @old@, wrong.",
        "Let me check that sum once more: @sum@ = @new@. So @old@ was an addition error.",
        "Hold on, @sum@... I get @new@ now. Yes, @old@ was off.",
        "Adding again slowly: @sum@ = @new@. So not @old@.",
        "Oops, I added wrong: @sum@ is @new@ rather than @old@.",
    )
    DOUBT = (
        "Wait, did I line up the zeros properly? Yes, I did. Fine.",
        "Hmm, am I sure about the carries? Going over it in my head... yeah, it's fine.",
        "Wait, is it plus there? Yes, plus. Okay good.",
        "Hmm, is there some trick in the question? No, it's just multiplication.",
        "Did the question say multiply? Yes, the star means multiply. Okay.",
        "Hmm, wait. No, that's fine, I was reading the wrong line.",
        "Let me look at that last addition again... yes, it checks out.",
    )
    AGREE = (
        "Same thing. Good.",
        "Great, that matches.",
        "Yes, the same number, so I'm confident.",
        "Okay, both ways agree.",
        "Perfect, consistent with the first way.",
        "Matches what I had. Good.",
    )
    OK_LAST = (
        "Last digit check: @x@×@y@ = @xy@, ends in @z@. Good.",
        "Ends in @z@, and @x@ times @y@ ends in @z@ too. OK.",
    )
    OK_NINES = (
        "Mod 9: @x@ × @y@ = @xy@, so @z@; and my result is also @z@ mod 9. Good.",
        "Casting out nines gives @z@ on both sides, fine.",
    )
    OK_SIZE = (
        "Rough check: @x@ × @y@ = @xy@, so it's in the right ballpark.",
        "And it should be somewhere around @xy@ (@x@ × @y@), which it is.",
        "Sanity: @x@ times @y@ is @xy@. Close. OK.",
    )
    OK_BACK = ("And dividing back by @y@ I get @x@. Good.",)
    SLIP = (", wait no, @right@", "... no, that's @right@", " — hmm, careful — @right@", ", sorry, @right@")
    RESTATE = ("@new@",)

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "comma")
        t.x = t.one("×", "*", "×", "x")

    def opening(self, t: Telling) -> str:
        text = t.one("<think>\n", "<think>\n", "<think>", "")
        text += t.one(
            f"Okay, so I need to calculate {t.ab}. ",
            f"Alright, let's figure out {t.ab}. ",
            f"The user wants {t.ab}, step by step. ",
            f"So {t.ab}. Let me think. ",
            f"Hmm, {t.ab}. Let me work this out by hand. ",
            f"First, I need to multiply {t.n(t.a)} by {t.n(t.b)}. ",
        )
        if t.chance(0.3) and (guess := rough(t)):
            text += t.one(
                f"Roughly {t.n(guess[0])} {t.x} {t.n(guess[1])}, so around {t.n(guess[2])}. Now exactly.",
                f"Should be something near {t.n(guess[2])}.",
            )
        return text.rstrip() + "\n\n"

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one("I can do this one directly. ", "Just multiply it out. ", "Straight multiplication here. ")
        text = t.one("Break up", "Split", "I'll split", "Think of") + f" {t.n(work.b)} as {t.factor(work)}. "
        if work.method == "area":
            text = "Expand both. "
        for term in work.terms:
            text += (
                t.one("", "", "Then ", "So ", "Next, ")
                + f"{self.mul(t, term.left, term.right)} = {self.value(t, term, t.n(term.value), 0.08)}. "
            )
        if len(work.terms) > 2 or t.chance(0.5):
            text += t.one("Now add: ", "Adding up: ", "Now the total. ", "Summing: ")
            text += ", ".join(
                f"{t.n(so)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}"
                for so, sign, value, result in work.steps()
            )
        else:
            text += f"{t.sum(work)} = {t.n(work.total)}"
        return text + ". "

    def resum(self, t: Telling, work: Work) -> str:
        return f"{t.sum(work)} = {t.n(work.total)}. "

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return t.c(
            t.one(
                f"So {t.ab} = {value}.",
                f"So the answer is {value}.",
                f"So the product is {value}.",
                f"That means {t.ab} is {value}.",
                f"Okay, so {value} is the answer.",
                f"So the result should be {value}.",
            )
        )

    def closing(self, t: Telling) -> str:
        text = self.after(t) + t.one("\n</think>\n\n", "\n</think>\n\n", "\n\n</think>\n\n")
        value = t.n(t.candidate)
        last = t.one(
            f"**Final Answer:** {value}",
            f"The product of {t.n(t.a)} and {t.n(t.b)} is **{value}**.",
            f"{t.ab} = **{value}**",
            f"**Answer:** \\(\\boxed{{{t.candidate}}}\\)",
            f"**Final Answer**\n\n\\[\n\\boxed{{{t.candidate}}}\n\\]",
            f"The answer is {value}.",
        )
        if memo(t).get("told") and t.chance(0.45):
            work = t.work
            text += t.one("Here is the calculation:\n\n", f"To find {t.ab}:\n\n", "**Solution**\n\n")
            text += "\n".join(f"- {self.mul(t, x.left, x.right)} = {t.n(x.value)}" for x in work.terms)
            text += "\n\n" + t.r(f"{t.sum(work)} = {value}\n\n{last}")
        else:
            text += t.r(last)
        return text


class FvMarkdownHeadings(FvBase):
    """A big assistant: headings for everything, bold results, rules between the sections."""

    methods = ("high", "low", "high", "chunks")
    others = ("swapped", "round", "chunks")
    REDO = (
        "### Correction\n\nThe result above is not right. Recalculating carefully:",
        "### Let Me Redo This\n\nI made an error above, so please disregard that value.",
        "---\n\n**Correction:** I made a calculation error. Here is the corrected solution.",
        "### Second Attempt\n\nThat answer is wrong, so I'll work through it again.",
        "---\n\n### Revised Solution\n\nI need to retract the answer above and recalculate.",
        "### Fixing an Error\n\nLooking back, the value above is incorrect. Starting again:",
        "> ⚠️ The answer above contains a mistake.\n\n### Recalculation",
    )
    LAST = (
        "**Check of the last digit:** @x@ × @y@ = @xy@, so the product must end in **@z@**, but @old@ ends in @is@. ✗\n\n",
        "A quick units-digit check fails: expected @z@, found @is@.\n\n",
    )
    NINES = ("**Check (mod 9):** expected @z@, but @old@ leaves @is@. ✗\n\n",)
    SIZE = ("**Sanity check:** @x@ × @y@ = @xy@, which is nowhere near @old@. ✗\n\n",)
    CHECK = (
        "## Verification",
        "### Double-Check\n\nUsing a different decomposition:",
        "### ✅ Verification (alternative method)",
        "---\n\n### Verify",
        "### Cross-check with another split",
        "## Checking the Result\n\nLet's compute the product a second way.",
    )
    FOUND = (
        "❌ This gives **@new@**, which does **not** match @old@. The first calculation contained an error.",
        "The two values differ (@old@ vs. @new@). Reviewing the first calculation, its addition was off; @new@ is correct.",
        "**Mismatch:** the first result, @old@, was incorrect.",
        "This contradicts @old@, so the answer needs to be corrected.",
        "⚠️ Not the same as @old@. The earlier value was wrong and is replaced below.",
        "So the original @old@ does not hold up, and the verified value takes its place.",
    )
    MEND = (
        "### Correction\n\n**@lr@** is **@now@**, not @was@. With that fixed:",
        "### Checking the Steps\n\nOne of the partial products is off: @lr@ = **@now@** (not @was@). Updated sum:",
        "---\n\n**Note:** I miscalculated @lr@ above. It is @now@ rather than @was@.",
        "### Review\n\n- @lr@: written as @was@ ❌\n- Correct value: @now@ ✅\n\nAdding again:",
        "**Wait** – @lr@ should be @now@, not @was@. Revised total:",
        "### Error found\n\nThe partial product @lr@ was given as @was@. It should be @now@.",
    )
    MEND_SUM = (
        "### Correction\n\nThe addition was off: @sum@ = **@new@**, not @old@.",
        "### Checking the Sum\n\n@sum@ is actually @new@ (not @old@).",
        "---\n\n**Note:** I added incorrectly. @sum@ = @new@.",
        "### Review\n\nThe partial products are right, but their sum @sum@ is @new@ rather than @old@.",
        "**Wait** – adding again, @sum@ = @new@, so @old@ is wrong.",
        "### Error found\n\nThe final addition @sum@ gives @new@, and not @old@.",
    )
    DOUBT = (
        "### Note\n\nIt's worth double-checking the carries here — they all hold up.",
        "*(I re-read each step to be safe; nothing changes.)*",
        "### Review\n\nAll steps were reviewed, and no errors were found.",
        "**Did we miss a place value?** No — every digit is accounted for.",
        "*A common mistake here is to forget the zeros of the tens row. That did not happen here.*",
        "### Double-Check\n\nEach partial product looks right, and so does the sum. ✔️",
    )
    AGREE = (
        "✅ Both methods agree.",
        "The results match. ✔",
        "Same result, so the answer is **verified**.",
        "✅ This confirms the answer.",
        "This matches the result obtained above.",
        "**The verification succeeds.**",
    )
    OK_LAST = (
        "### Verification\n\n- Last digits: @x@ × @y@ = @xy@ → ends in @z@ ✅",
        "**Quick check:** the product should end in @z@, and it does. ✔",
    )
    OK_NINES = (
        "### Verification\n\n- Digit roots: @x@ × @y@ = @xy@ → @z@ (mod 9), the result also → @z@ ✅",
        "**Check (mod 9):** both sides leave @z@. ✔",
    )
    OK_SIZE = (
        "### Sanity Check\n\n@x@ × @y@ = @xy@, so the answer is reasonable. ✅",
        "**Estimate:** @x@ × @y@ = @xy@ — close to our result. ✔",
        "### Reasonableness\n\nRounding gives about @xy@, which fits.",
    )
    OK_BACK = ("### Verification\n\nDividing the result by @y@ returns @x@. ✅",)
    RESTATE = (
        "## Final Answer\n\n**@new@**",
        "### Final Answer: **@new@**",
        "---\n\n**Final Answer:** @new@",
        "### Conclusion\n\nThe product of the two numbers is **@new@**.",
        "**Final result: @new@** 🎉",
        "### ✅ Final Answer\n\n> **@ab@ = @new@**",
    )
    SLIP = (" (correction: @right@)", " → @right@ (corrected)", " — sorry, @right@")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "comma", "plain", "space")
        t.x = t.one("×", "×", "\\*")

    def opening(self, t: Telling) -> str:
        text = t.one(
            f"# Calculating {t.ab}\n\n",
            f"## {t.ab}\n\n",
            f"Let's work through **{t.ab}** step by step.\n\n",
            f"Here's how to calculate **{t.ab}**:\n\n",
            "## Step-by-Step Solution\n\n",
        )
        if t.chance(0.25) and (guess := rough(t)):
            text += f"**Estimate first:** {t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}, so expect something close to that.\n\n"
        return text

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one("### Multiply\n\n", "### Direct multiplication\n\n", "**Multiply the two numbers:**\n\n")
        head = "###" if t.flag("heads", 0.7) else ""

        def heading(number: int, text: str) -> str:
            return f"{head} Step {number}: {text}\n\n" if head else f"**Step {number}: {text}**\n\n"

        text = heading(1, t.one(f"Break down {t.n(work.b)}", f"Split {t.n(work.b)} into parts", "Decompose"))
        text += f"{t.n(work.b)} = {t.factor(work)}\n\n"
        text += heading(2, t.one("Multiply each part", "Partial products", "Multiply"))
        for term in work.terms:
            value = t.n(term.value)
            shown = f"**{value}**" if t.flag("bold", 0.5) else value
            text += f"- {self.mul(t, term.left, term.right)} = {self.value(t, term, shown, 0.04)}\n"
        text += "\n" + heading(3, t.one("Add the partial products", "Combine", "Put it together"))
        if t.flag("running", 0.4) and len(work.terms) > 2:
            text += "\n".join(
                f"- {t.n(so)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}"
                for so, sign, value, result in work.steps()
            )
        else:
            text += f"{t.sum(work)} = {t.n(work.total)}"
        return text + "\n\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        options = [
            f"**{t.ab} = {value}**",
            f"### Answer\n\n**{value}**",
            f"So the answer is **{value}**.",
            f"**Answer: {value}**",
            f"> **{t.ab} = {value}**",
            f"### Result: {value}",
        ]
        if t.index and not t.same:
            options += [f"**Corrected answer: {value}**", f"### Corrected Answer\n\n**{t.ab} = {value}**"] * 2
        return t.c(t.one(*options))


class FvAlignCdot(FvBase):
    """A mathematician's LaTeX: aligned derivations, dots for products, boxes, few words."""

    methods = ("area", "round", "high", "swapped", "chunks")
    others = ("swapped", "low", "chunks", "round")
    REDO = (
        "This is incorrect. We repeat the computation.",
        "The above contains an arithmetic error, so we discard it and compute anew.",
        "That value is false. Recomputing,",
        "We made an error in the computation above. A careful recomputation gives",
        "The previous line cannot be right. Let us start again:",
        "We withdraw this result and evaluate the product once more.",
    )
    LAST = (
        "Since $@x@\\cdot @y@ = @xy@$, the product must end in $@z@$, whereas @old@ ends in $@is@$.",
        "The units digit must be that of $@x@\\cdot @y@$, i.e. $@z@$, and not $@is@$.",
    )
    NINES = (
        "But $@x@\\cdot @y@\\equiv @z@ \\pmod 9$, whereas @old@ is congruent to $@is@$.",
        "Modulo $9$ the product must be $@z@$, yet @old@ is $@is@$.",
    )
    SIZE = ("Since $@x@\\cdot @y@ = @xy@$, the value @old@ has the wrong order of magnitude.",)
    CHECK = (
        "\\textbf{Verification.} Splitting differently,",
        "As a check, we expand in another way:",
        "To verify, we compute",
        "We double-check this by a second expansion.",
        "\\textit{Check:}",
        "Let us verify by an independent computation.",
    )
    FOUND = (
        "This contradicts @old@. The first expansion was evaluated wrongly, and the second value stands.",
        "The result is @new@, not @old@; we made a slip in the first computation.",
        "Hence @old@ was wrong.",
        "This disagrees with the value @old@ above, which we therefore correct.",
        "As this differs from @old@, the earlier evaluation was in error.",
        "We conclude that the earlier @old@ was a miscalculation.",
    )
    MEND = (
        "Checking the terms, @lr@ equals @now@, not @was@. Hence",
        "There is an error in one of the terms: @lr@ is @now@ and not @was@. Thus",
        "However, @lr@ is in fact @now@ (not @was@), so",
        "On inspection the term @was@ should read @now@, as this is the value of @lr@. Therefore",
        "We must correct @lr@ from @was@ to @now@:",
        "Wait: @lr@ is @now@, not @was@. Then",
    )
    MEND_SUM = (
        "However, @sum@ is @new@, not @old@.",
        "The sum was evaluated wrongly: @sum@ equals @new@.",
        "Adding again, we find that @sum@ equals @new@ rather than @old@.",
        "Checking the addition, @sum@ is in fact @new@.",
        "Wait: @sum@ equals @new@, so @old@ is wrong.",
        "The last addition needs correction, as @sum@ is @new@ and not @old@.",
    )
    DOUBT = (
        "One may ask whether the carries were handled correctly; they were.",
        "(The signs of all the terms have been checked.)",
        "Is any cross term missing? No: all of them are present.",
        "We have gone through the addition a second time and it stands.",
        "It is easy to lose a factor of $10$ here, but none was lost.",
        "Inspecting every line again reveals no error.",
    )
    AGREE = (
        "This agrees with the above. $\\checkmark$",
        "The values coincide, as they should.",
        "This confirms the result.",
        "Both computations agree.",
        "This is the same value. $\\blacksquare$",
        "The result is thereby verified.",
    )
    OK_LAST = (
        "The units digit is consistent: the digits @x@ and @y@ multiply to @xy@, which ends in @z@.",
        "(Units digit: @z@, as required.)",
    )
    OK_NINES = (
        "Modulo $9$ the factors are @x@ and @y@, with product @z@, and the result is @z@ as well. $\\checkmark$",
        "Both sides are congruent to @z@ modulo $9$. $\\checkmark$",
    )
    OK_SIZE = (
        "For comparison, rounding the factors to @x@ and @y@ would give @xy@, which is of the right size.",
        "The estimate @xy@ from rounded factors supports this.",
    )
    OK_BACK = ("Indeed, division by @y@ returns @x@.",)
    RESTATE = (
        "Therefore the answer is $\\boxed{@new@}$.",
        "\\[\n\\boxed{@new@}\n\\]",
        "$$\\boxed{@new@}$$",
        "The final answer is $\\boxed{@new@}$.",
        "\\textbf{Answer:} @new@",
        "Final Answer: The final answer is $\\boxed{@new@}$. I hope it is correct.",
    )

    def begin(self, t: Telling) -> None:
        t.maths = t.one("plain", "plain", "latex", "thin")
        t.words = "plain"
        t.x = "\\cdot"

    def num(self, t: Telling, number: int) -> str:
        return t.m(number)

    def w(self, text: str) -> str:
        return f"${text}$"

    def say(self, t: Telling, key: str, **values: str) -> str:
        text = super().say(t, key, **values)
        return text.replace("\\boxed{$", "\\boxed{").replace("$}", "}")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"We compute ${self.mul(t, t.a, t.b)}$ by expanding.\n\n",
            f"We wish to evaluate ${self.mul(t, t.a, t.b)}$.\n\n",
            "We use the distributive law.\n\n",
            f"Let $P = {self.mul(t, t.a, t.b)}$.\n\n",
            "\\textbf{Solution.} ",
            "",
        )

    def align(self, lines: list[str]) -> str:
        return "\\begin{align*}\n" + " \\\\\n".join(lines) + "\n\\end{align*}\n\n"

    def squares(self, t: Telling) -> str:
        """The product as a difference of squares, where it is right and at hand."""
        half = abs(t.a - t.b) // 2
        if (
            t.candidate != t.product
            or (t.a + t.b) % 2
            or not 0 < half < 25
            or memo(t).get("squared")
            or t.a < 11
            or t.b < 11
        ):
            return ""
        middle = (t.a + t.b) // 2
        memo(t)["told"] = False
        minus, plus = (half, half)
        return f"Note that the factors lie symmetrically about ${t.m(middle)}$, so\n" + self.align(
            [
                f"{self.mul(t, t.a, t.b)} &= ({t.m(middle)} - {t.m(minus)})({t.m(middle)} + {t.m(plus)})",
                f"&= {t.m(middle)}^2 - {t.m(half)}^2",
                f"&= {t.m(middle**2)} - {t.m(half**2)}",
                f"&= {t.m(t.candidate)}.",
            ]
        )

    def solution(self, t: Telling, work: Work | None) -> str:
        if t.chance(0.6) and (square := self.squares(t)):
            memo(t)["squared"] = True
            return square
        if not work:
            return self.align([f"{self.mul(t, t.a, t.b)} &= {t.m(t.candidate)}"])
        lines = [f"{self.mul(t, work.a, work.b)} &= {t.m(work.a)} {t.x} ({t.factor(work, True)})"]
        if work.method == "area":
            lines = [
                f"{self.mul(t, t.a, t.b)} &= ({' + '.join(t.m(x) for x in split(t.a, 'high'))})"
                f"({' + '.join(t.m(x) for x in split(t.b, 'high'))})"
            ]
        signs = [" + " if x.sign > 0 else " - " for x in work.terms[1:]]
        products = self.mul(t, work.terms[0].left, work.terms[0].right)
        products += "".join(s + self.mul(t, x.left, x.right) for s, x in zip(signs, work.terms[1:], strict=True))
        lines.append(f"&= {products}")
        lines.append(f"&= {t.sum(work, True)}")
        if len(work.terms) > 2 and t.chance(0.5):
            _so_far, _, _, _ = work.steps()[0]
            first = work.steps()[0][3]
            rest = "".join(f"{s}{t.m(x.value)}" for s, x in zip(signs[1:], work.terms[2:], strict=True))
            lines.append(f"&= {t.m(first)}{rest}")
        lines.append(f"&= {t.m(work.total)}.")
        return self.align(lines)

    def resum(self, t: Telling, work: Work) -> str:
        return f"\\[\n{t.sum(work, True)} = {t.m(work.total)}.\n\\]\n\n"

    def commit(self, t: Telling) -> str:
        box = t.boxed()
        return t.c(
            t.one(
                f"Therefore ${self.mul(t, t.a, t.b)} = {box}$.",
                f"\\[\n{box}\n\\]",
                f"Thus the product is ${box}$.",
                f"$$\n{self.mul(t, t.a, t.b)} = {box}\n$$",
                f"Hence ${self.mul(t, t.a, t.b)} = {t.m(t.candidate)}$.",
                f"The answer is ${box}$.",
            )
        )


class FvPartialsMarkdown(FvBase):
    """Everything in a table of partial products, the total in its last row."""

    methods = ("high", "low", "area", "swapped")
    others = ("swapped", "chunks", "high")
    REDO = (
        "That total is wrong. Here is a new table:",
        "The table above has an error in it, so I will make a new one.",
        "I'm not satisfied with that; it must contain a mistake. Rebuilding the table:",
        "Oops, this isn't correct. Second table:",
        "Please ignore the table above, it is faulty. Here is the corrected one:",
        "The numbers above do not work out. Let me set the table up again.",
        "Correction needed – redoing the table from scratch:",
    )
    LAST = (
        "The ones digits multiply to @xy@, so the total has to end in @z@ and not @is@.",
        "Ones digit: should be @z@ (@x@ × @y@ = @xy@), is @is@.",
    )
    NINES = ("The nines test fails (@z@ expected, @is@ found).",)
    SIZE = ("The estimate is @x@ × @y@ = @xy@, so @old@ is out of range.",)
    CHECK = (
        "Control table with a different split:",
        "To verify, the same with a different split:",
        "Cross-check with a second table:",
        "Checking with other parts:",
        "As a control, I build another table:",
        "Verification table:",
    )
    FOUND = (
        "The control gives @new@ instead of @old@, so the first table was wrong.",
        "The totals differ: @old@ before, @new@ now. The first table has an error in it, the second was checked row by row.",
        "That is not @old@. The earlier total was wrong.",
        "The second total does not match @old@, which turns out to be an addition error.",
        "So @old@ has to be replaced.",
        "Result of the control: @old@ was incorrect.",
    )
    MEND = (
        "Row check: @lr@ = @now@, but the table says @was@. Corrected sum:",
        "One row is wrong. @lr@ should be @now@, not @was@. New sum:",
        "Checking the rows… @lr@ is @now@ and not @was@. Adding again:",
        "The row with @was@ needs fixing, since @lr@ = @now@. So:",
        "Correction to the table: @lr@ = @now@ (was: @was@). Sum:",
        "I misread one row: @lr@ comes to @now@, not @was@. Then:",
    )
    MEND_SUM = (
        "The rows are right, but the total is not: @sum@ = @new@.",
        "Checking the total: @sum@ = @new@, so @old@ is wrong.",
        "Correction to the last row: @sum@ = @new@, not @old@.",
        "Adding the column again: @sum@ = @new@ (was: @old@).",
        "The column adds up to @new@, not @old@: @sum@.",
        "I added the column wrongly; @sum@ makes @new@.",
    )
    DOUBT = (
        "Is a row missing? No, every digit has one.",
        "Looking at the zeros again: they are all in place.",
        "I went down the column a second time – no change.",
        "(The rows were rechecked; no error found.)",
        "Hm, the second row looks large at first sight, but it is right.",
        "Do all rows belong to the right place value? Yes.",
    )
    AGREE = (
        "Same total, so the first table is confirmed.",
        "Both tables agree.",
        "The totals match.",
        "Control passed.",
        "The control gives the same total. ✓",
        "Identical to the first total.",
    )
    OK_LAST = (
        "Control: ones digits @x@ × @y@ = @xy@ → ends in @z@ ✓",
        "The total ends in @z@, as it should.",
    )
    OK_NINES = ("Nines test: @x@ × @y@ → @z@, total → @z@ ✓", "Nines test passed (@z@ on both sides).")
    OK_SIZE = (
        "Estimate for comparison: @x@ × @y@ = @xy@ ✓",
        "Rounded factors give @xy@, so the magnitude is right.",
        "| Check | Value |\n|---|---|\n| @x@ × @y@ | @xy@ |\n| Plausible? | yes |",
    )
    OK_BACK = ("Reverse check: total ÷ @y@ = @x@ ✓",)
    RESTATE = (
        "**Final Answer: @new@**",
        "Final Answer: @new@",
        "| Result |\n|---|\n| **@new@** |",
        "So: @ab@ = **@new@**",
        "Final result: **@new@**",
        "The answer, once more: **@new@**",
    )
    SLIP = (" → @right@ (corrected)", " (no: @right@)", " (wrong, it is @right@)")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain", "narrow")
        t.x = t.one("×", "×", "*", "·")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"**Task:** {t.ab}\n\n",
            f"The product {t.ab} can be built from partial products:\n\n",
            f"We multiply {t.n(t.a)} by {t.n(t.b)} part by part.\n\n",
            f"Here is a table of the partial products of {t.ab}:\n\n",
            "Partial products:\n\n",
        )

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one(
                f"| Factor | Factor |\n|---|---|\n| {t.n(t.a)} | {t.n(t.b)} |\n\n",
                f"| First factor | Second factor |\n|---:|---:|\n| {t.n(t.a)} | {t.n(t.b)} |\n\n",
                f"| Operation | First | Second |\n|---|---|---|\n| multiply | {t.n(t.a)} | {t.n(t.b)} |\n\n",
            )
        style = memo(t).setdefault("columns", t.one("three", "three", "running", "two"))
        lines = {
            "three": [f"| Part | Calculation | {t.one('Product', 'Partial product', 'Value')} |", "|---|---|---:|"],
            "running": ["| Calculation | Product | Running total |", "|:---|---:|---:|"],
            "two": ["| Step | Result |", "|------|-------:|"],
        }[style]
        totals = [work.terms[0].value, *(s[3] for s in work.steps())]
        for term, so_far in zip(work.terms, totals, strict=True):
            sign = "" if term.sign > 0 else "−"
            shown = self.value(t, term, t.n(term.value), 0.04)
            calc = self.mul(t, term.left, term.right)
            if style == "three":
                lines.append(f"| {sign}{t.n(term.right)} | {calc} | {sign}{shown} |")
            elif style == "running":
                lines.append(f"| {calc} | {sign}{shown} | {t.n(so_far)} |")
            else:
                lines.append(f"| {calc} | {sign}{shown} |")
        if style == "three":
            lines.append(f"| **Total** | | **{t.n(work.total)}** |")
        elif style == "two":
            lines.append(f"| **Sum** | **{t.n(work.total)}** |")
        return "\n".join(lines) + "\n\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return t.c(
            t.one(
                f"**{t.ab} = {value}**",
                f"Result: **{value}**",
                f"So {t.ab} = {value}.",
                f"Answer: {value}",
                f"The product is therefore **{value}**.",
                f"Adding the partial products gives **{value}**."
                if memo(t).get("told")
                else f"The product is **{value}**.",
            )
        )


class FvSchoolColumns(FvBase):
    """Column multiplication as at school, in fences, with carries told row by row."""

    methods = ("low",)
    others = ("swapped", "low", "high")
    mending, checking, redoing = 0.35, 0.2, 0.45
    REDO = (
        "Hmm, I think I mixed up a carry, so that result is no good. Once more:",
        "That's not right. Let me set it up again.",
        "I made a mistake in the columns. I'll do it over.",
        "No, the columns were misaligned. Writing it out again:",
        "That is wrong. Erase and do it again:",
        "Oh no, a carry got lost. Here is the multiplication again, with more care:",
        "Cross that out. New try:",
    )
    LAST = (
        "Look at the ones column: @x@ times @y@ is @xy@, so the answer must end in @z@, and mine ends in @is@.",
        "The ones digit should be @z@, not @is@.",
    )
    NINES = ("Casting out nines: I need @z@, but my answer leaves @is@.",)
    SIZE = ("@x@ times @y@ is @xy@, so my answer has the wrong size.",)
    CHECK = (
        "Let me check by multiplying in a different order.",
        "Check:",
        "Checking my work in another way:",
        "I'll check it by another way of multiplying.",
        "Now I check the answer:",
        "Proof of the multiplication:",
    )
    FOUND = (
        "The check comes to @new@, but I had @old@. I found that I had forgotten a carry in the first one.",
        "That is different from @old@, so the first one is wrong.",
        "It does not match. The first answer, @old@, had a carry wrong.",
        "So I had made a mistake before: not @old@ but @new@.",
        "The check did not work out: @old@ was wrong, it is @new@.",
        "Now I see that @old@ cannot stay.",
    )
    MEND = (
        "Checking the rows: @lr@ is @now@, not @was@. Add again:",
        "Wait, one row is wrong. @lr@ makes @now@ (I had @was@). Adding the rows again:",
        "Oops: @lr@ = @now@. I wrote @was@ in that row. So:",
        "Going over the rows, I see that @was@ should be @now@, because that is what @lr@ comes to. New sum:",
        "I forgot a carry in the row of @lr@: it is @now@, not @was@.",
        "Fix a row: @lr@ is @now@ instead of @was@.",
    )
    MEND_SUM = (
        "Checking the addition: @sum@ = @new@. I had @old@, a carry was missing.",
        "Wait, I added the rows wrong. @sum@ = @new@, not @old@.",
        "Adding the rows again: @sum@ makes @new@. The @old@ was a mistake.",
        "Oops, the addition: @sum@ is @new@.",
        "The rows are fine but the sum is not: @sum@ = @new@ instead of @old@.",
        "I went down the columns again and @sum@ comes to @new@, not @old@.",
    )
    DOUBT = (
        "Did I shift the rows far enough? Yes, each by one more place.",
        "Is the carry right in the last column? Yes.",
        "I looked over the rows again and they are fine.",
        "Hmm, the top row... no, it is right.",
        "Let me see if I forgot to add a carry. No, all of them are in.",
        "The columns are lined up properly, I checked.",
    )
    AGREE = (
        "It comes out the same, so it is right.",
        "Same answer. Check!",
        "It works out.",
        "Both agree, so the answer is right.",
        "The check agrees with it.",
        "The same number again, good.",
    )
    OK_LAST = (
        "The ones digits: @x@ times @y@ is @xy@, which ends in @z@, and so does the answer.",
        "It ends in @z@, as it must.",
    )
    OK_NINES = (
        "Casting out nines: @x@ times @y@ leaves @z@, and so does the answer.",
        "Nines check: @z@ and @z@, good.",
    )
    OK_SIZE = (
        "About @x@ times @y@, which is @xy@, so the answer makes sense.",
        "Rounding gives @xy@. That is close.",
    )
    OK_BACK = ("Dividing the answer by @y@ gives @x@ again.",)
    RESTATE = (
        "Answer: @new@",
        "Final Answer: @new@",
        "So the answer is @new@.",
        "@ab@ = @new@",
        "The product is @new@.",
        "Answer = @new@",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("x", "×", "x", "*")
        t.flag("carries", 0.5)

    def opening(self, t: Telling) -> str:
        return t.one(
            "I will use long multiplication.\n\n",
            f"Let me write {t.ab} in columns.\n\n",
            "Let's do the standard algorithm.\n\n",
            f"Set up the multiplication of {t.n(t.a)} and {t.n(t.b)} vertically:\n\n",
            "We multiply column by column, starting from the right.\n\n",
        )

    def carries(self, t: Telling, term: Term) -> str:
        digit = int(str(term.right)[0])
        carry, told = 0, []
        for d in reversed(str(term.left)):
            value = int(d) * digit + carry
            plus = f" + {carry} = {value}" if carry else ""
            end = f", write {value % 10}, carry {value // 10}" if value > 9 else f", write {value}"
            told.append(f"{digit} {t.x} {d} = {int(d) * digit}{plus}{end}")
            carry = value // 10
        return "; ".join(told)

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work or any(x.sign < 0 for x in work.terms):
            wide = max(len(str(t.a)), len(str(t.b)), len(str(t.candidate))) + 2
            memo(t)["told"] = False
            return f"```\n{str(t.a).rjust(wide)}\n{t.x}{str(t.b).rjust(wide - 1)}\n{'-' * wide}\n{str(t.candidate).rjust(wide)}\n```\n"
        text = ""
        single = all(sum(c != "0" for c in str(x.right)) == 1 for x in work.terms)
        if t.flag("carries", 0.5) and single and len({len(str(x.right)) for x in work.terms}) == len(work.terms):
            for term in sorted(work.terms, key=lambda x: x.right):
                place = {1: "ones", 10: "tens", 100: "hundreds", 1000: "thousands"}.get(
                    10 ** (len(str(term.right)) - 1), "next"
                )
                right = term.value == term.left * term.right and t.chance(0.8)
                text += f"Row of the {place} digit: " + (self.carries(t, term) + ". " if right else "")
                text += f"{self.mul(t, term.left, term.right)} = {t.n(term.value)}\n"
            text += "\n"
        rule = t.one("-", "-", "_") if t.flag("rule", 0.3) else "-"
        return text + "```\n" + t.columns(work, t.words, rule) + t.total(work, t.words) + "\n```\n"

    def resum(self, t: Telling, work: Work) -> str:
        return f"{t.sum(work)} = {t.n(work.total)}\n\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return t.c(
            t.one(
                f"Answer: {value}",
                f"So {t.ab} = {value}.",
                f"The answer is {value}.",
                f"{t.ab} = {value}",
                f"The product is {value}.",
                f"So I get {value}.",
            )
        )


class FvTerseKeys(FvBase):
    """Hardly a word: chains of sums, arrows, ok and no."""

    methods = ("high", "low", "chunks", "round")
    others = ("swapped", "low", "round")
    gap = "\n"
    pause = "\n"
    REDO = (
        "no, wrong. again:",
        "x that's off, redo",
        "nope. redo:",
        "wrong, start over",
        "scratch that:",
        "error above. again:",
        "not right -> recompute",
        "bad. retry:",
    )
    LAST = ("@x@*@y@=@xy@ -> must end @z@, got @is@.", "last digit @is@ != @z@.")
    NINES = ("mod 9: want @z@, got @is@.", "mod9 @is@ != @z@.")
    SIZE = ("approx @x@*@y@=@xy@, @old@ too far off.",)
    CHECK = ("check:", "verify:", "recheck other way:", "chk", "double check:", "2nd way:")
    FOUND = (
        "!= @old@, first one was wrong",
        "not @old@ -> fix",
        "mismatch with @old@; first had a slip",
        "@old@ wrong, @new@ right",
        "so @old@ is off, take @new@",
        "differs from @old@ -> corrected",
    )
    MEND = (
        "oops: @lr@=@now@ not @was@",
        "fix: @lr@ = @now@ (was @was@)",
        "wait @lr@ = @now@, not @was@",
        "check: @lr@=@now@, had @was@",
        "error: @lr@ -> @now@ instead of @was@",
        "correction, @lr@ is @now@, @was@ is wrong",
    )
    MEND_SUM = (
        "oops: @sum@ = @new@ not @old@",
        "fix sum: @sum@ = @new@",
        "wait, @sum@ = @new@, @old@ wrong",
        "re-add: @sum@ = @new@ (had @old@)",
        "check sum: @sum@ = @new@, not @old@",
        "added wrong, @sum@ = @new@",
    )
    DOUBT = ("carry ok? yes", "hmm... fine", "zeros ok? ok", "sure? yes", "looked twice, ok", "wait... no it's fine")
    AGREE = ("same, ok", "matches", "ok", "agrees", "= same. done", "confirmed")
    OK_LAST = ("last digit @x@*@y@=@xy@ -> @z@ ok", "ends in @z@, ok")
    OK_NINES = ("mod 9: @x@*@y@ -> @z@, ok", "mod9 @z@=@z@ ok")
    OK_SIZE = ("approx @x@*@y@=@xy@, ok", "~@xy@ plausible")
    OK_BACK = ("/@y@ -> @x@ ok",)
    RESTATE = ("ans @new@", "final: @new@", "@ab@=@new@", "Final Answer: @new@", "result @new@", "-> @new@")
    SLIP = (" no @right@", " -> oops @right@", " err, @right@")
    restating = 0.25

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "underscore", "comma")
        t.x = t.one("*", "*", "x", "×")
        t.flag("tight", 0.6)

    def mul(self, t: Telling, x: int, y: int) -> str:
        gap = "" if t.flag("tight", 0.6) else " "
        return f"{t.n(x)}{gap}{t.x}{gap}{t.n(y)}"

    def opening(self, t: Telling) -> str:
        ab = self.mul(t, t.a, t.b)
        if t.chance(0.25) and (guess := rough(t)):
            return f"{ab}\n~ {self.mul(t, guess[0], guess[1])} = {t.n(guess[2])}\n"
        return t.one(f"{ab}\n", f"{ab}:\n", "", f"calc {ab}\n")

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one(f"{t.n(t.a)} times {t.n(t.b)}\n", "direct:\n", "straight:\n")
        eq = "=" if t.flag("tight", 0.6) else " = "
        lines = [f"{self.mul(t, x.left, x.right)}{eq}{self.value(t, x, t.n(x.value), 0.06)}" for x in work.terms]
        if t.flag("running", 0.5):
            lines += [f"{t.n(so)}{'+' if s > 0 else '-'}{t.n(v)}{eq}{t.n(r)}" for so, s, v, r in work.steps()]
        else:
            lines.append(f"{t.sum(work)} = {t.n(work.total)}")
        if t.flag("one line", 0.3):
            return ", ".join(lines) + "\n"
        return "\n".join(lines) + "\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        form = memo(t).setdefault("form", t.one("ans", "eq", "arrow", "result", "Answer", "tot"))
        return t.c(
            {
                "ans": f"ans = {value}",
                "eq": f"{self.mul(t, t.a, t.b)} = {value}",
                "arrow": f"=> {value}",
                "result": f"result: {value}",
                "Answer": f"Answer: {value}",
                "tot": f"so {self.mul(t, t.a, t.b)} = {value}.",
            }[form]
        )


class FvSunnyTutor(FvBase):
    """A friendly tutor who talks with the pupil, with rounding tricks and praise."""

    methods = ("round", "high", "round", "chunks")
    others = ("swapped", "high", "round")
    REDO = (
        "Oh no, I think I got that wrong! Let's wipe the board and try again, together.",
        "Hmm, hang on — I've led us astray, that's not the right answer. Let's take it from the top!",
        "Oops! That's my mistake, that answer isn't right. Shall we do it again? Here we go:",
        "Wait a moment, even teachers slip up: my answer is wrong. Let's have another go.",
        "Uh-oh, I rushed that one and it came out wrong. Let's slow down and start over.",
        "Whoops, forget that answer! Here's a fresh try:",
        "Ah, silly me, that can't be right. Let's redo it carefully.",
    )
    LAST = (
        "Did you notice? @x@ times @y@ is @xy@, so our answer should end in @z@, but it ends in @is@!",
        "Here's a neat detective trick: the last digit must be @z@, and we got @is@.",
    )
    NINES = ("Let's try the magic nines test: it wants @z@, but our answer gives @is@.",)
    SIZE = ("But if we round, @x@ × @y@ is @xy@, and our answer isn't anywhere near that!",)
    CHECK = (
        "Good mathematicians always check! Let's try it a different way.",
        "Shall we make sure? Let's do it another way, just for fun.",
        "Let's double-check that with a different trick:",
        "Before we celebrate, let's check our work!",
        "Now, how do we know we're right? We try another path:",
        "Let's see if a second method tells the same story.",
    )
    FOUND = (
        "Oh! That's @new@, but earlier we said @old@. So we slipped the first time — good thing we checked!",
        "Hmm, that's not @old@! Looking back, I added wrong the first time, so let's fix our answer.",
        "Aha, a different number! Our first answer, @old@, had a little mistake in it.",
        "Uh-oh, it doesn't match @old@. The first one was my mistake, sorry!",
        "So it wasn't @old@ after all — it's @new@. That's why we check!",
        "Well, well: @old@ was wrong. Checking pays off!",
    )
    MEND = (
        "Wait, let me look at @lr@ again. That's @now@, not @was@ — my bad! So now we have:",
        "Oops, did you spot my mistake? @lr@ is @now@, and I wrote @was@. Let's add again:",
        "Hold on, I made a little slip: @lr@ should be @now@ instead of @was@. That gives us:",
        "Hmm, let's look over the pieces. @lr@… that's really @now@, not @was@! So:",
        "Sharp eyes needed here: @lr@ isn't @was@, it's @now@. Putting it right:",
        "Sorry, I need to fix one piece: @lr@ makes @now@, not @was@.",
    )
    MEND_SUM = (
        "Wait, let me add that again: @sum@ is @new@, not @old@. Oops!",
        "Hmm, did you spot my slip? @sum@ makes @new@, and I said @old@.",
        "Hold on, my adding went wrong: @sum@ is @new@ instead of @old@.",
        "Let's look at that sum once more… @sum@ is really @new@!",
        "Oops, I forgot a carry while adding: @sum@ = @new@, not @old@.",
        "Sorry, let me fix the addition: @sum@ = @new@.",
    )
    DOUBT = (
        "You might wonder if we lost a zero along the way. We didn't, I counted!",
        "Hmm, did we carry everything? Let me peek… yes, we did!",
        "I had a second look at our pieces, and they're all good.",
        "Wait, did we forget a piece? Nope, they're all there!",
        "Feeling unsure? So was I for a second, but the steps are all fine.",
        "Let me squint at that sum again… yep, still happy with it!",
    )
    AGREE = (
        "Hooray, the same answer! 🎉",
        "It matches — great job!",
        "And look at that, both ways agree!",
        "Same number, so we can be confident. 👍",
        "Yay, our answer is confirmed!",
        "The second way tells the same story. Well done!",
    )
    OK_LAST = (
        "Quick check: @x@ times @y@ is @xy@, so the answer should end in @z@. And it does! ✨",
        "And it ends in @z@, just as it should.",
    )
    OK_NINES = ("The nines test wants @z@, and our answer gives @z@ too. Neat, right?",)
    OK_SIZE = (
        "Does it make sense? @x@ × @y@ is @xy@, and we're close to that, so yes!",
        "Our answer is near @xy@ (that's @x@ × @y@), so it looks sensible. 👍",
        "A quick guess would be @xy@, so we're in the right neighborhood.",
    )
    OK_BACK = ("And if we share it into @y@ equal parts, each is @x@. Perfect!",)
    RESTATE = (
        "So remember: @ab@ = **@new@**. Keep it up! 😊",
        "Our final answer: **@new@**! 🌟",
        "And there you have it: @new@. Let me know if you'd like to try another one!",
        "So the answer is @new@. Great work following along!",
        "Final answer: @new@ 🎉",
        "So if someone asks you what @ab@ is, you can say: @new@!",
    )
    SLIP = (" — oops, I mean @right@", "… no wait, @right@", " (sorry, @right@!)")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.x = t.one("×", "×", "x")

    def opening(self, t: Telling) -> str:
        text = t.one(
            f"Great question! Let's figure out {t.ab} together. 😊",
            f"Hi there! {t.ab} looks like a big one, but we can do it!"
            if t.product > 9999
            else f"Hi there! {t.ab}, let's see!",
            f"Sure thing! Let's tackle {t.ab}, one step at a time.",
            f"Let's multiply {t.n(t.a)} by {t.n(t.b)}! Ready?",
            f"I'd be happy to help you with {t.ab}!",
            f"Ooh, fun! {t.ab}. Grab a pencil and follow along.",
        )
        if t.chance(0.3) and (guess := rough(t)):
            text += f" First a quick guess: {t.n(guess[0])} {t.x} {t.n(guess[1])} = {t.n(guess[2])}, so we should land somewhere around there."
        return text + "\n\n"

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one(
                "We can just multiply these two. ", "This one we do in a single go! ", "Let's just multiply them. "
            )
        if work.method == "round":
            near, rest = work.terms
            word, verb = ("take away", "subtract") if rest.sign < 0 else ("add", "add")
            return (
                t.one(
                    f"Notice that {t.n(work.b)} is close to {t.n(near.right)}. ",
                    f"Here's a trick: {t.n(work.b)} is almost {t.n(near.right)}! ",
                    f"{t.n(work.b)} is near a round number, {t.n(near.right)}, so let's use that. ",
                )
                + f"First, {self.mul(t, near.left, near.right)} = {self.value(t, near, t.n(near.value))}. "
                + f"Now we need to {word} {self.mul(t, rest.left, rest.right)}, which is {t.n(rest.value)}. "
                + t.one(f"So we {verb}:", "That leaves us with", "Let's do it:")
                + f" {t.sum(work)} = {t.n(work.total)}.\n\n"
            )
        text = t.one(
            f"Let's break {t.n(work.b)} into friendly pieces: {t.factor(work)}.\n\n",
            f"We can think of {t.n(work.b)} as {t.factor(work)}. Easier, right?\n\n",
            f"The trick is to split {t.n(work.b)} up: {t.factor(work)}.\n\n",
        )
        starts = ["First,", "Then", "Next,", "After that,", "And then", "Now"]
        for place, term in enumerate(work.terms):
            start = starts[min(place, 5)] if place + 1 < len(work.terms) or place == 0 else "And finally"
            end = t.one(".", ".", "!", " 👍")
            text += f"{start} {self.mul(t, term.left, term.right)} = {self.value(t, term, t.n(term.value))}{end}\n"
        return (
            text
            + "\n"
            + t.one("Now we add it all up:", "Time to put the pieces together:", "Add the pieces:")
            + f" {t.sum(work)} = {t.n(work.total)}.\n\n"
        )

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return t.c(
            t.one(
                f"So our answer is **{value}**!",
                f"And that means {t.ab} = **{value}**.",
                f"So {t.ab} is {value}. Ta-da!",
                f"Our answer: **{value}**",
                f"That makes {value}, and that's our answer!",
                f"So the answer is {value}.",
            )
        )


class FvRunningSteps(FvBase):
    """Every line a numbered step, the numbers running on through checks and corrections."""

    methods = ("high", "low", "high", "chunks")
    others = ("swapped", "low", "chunks")
    gap = "\n"
    pause = "\n"
    shares = (0.3, 0.18, 0.28, 0.24)
    REDO = (
        "This result is wrong. Recompute from the beginning.",
        "Re-evaluate: the steps above contain an error, so discard the answer and repeat.",
        "The answer is not correct. Start again.",
        "Reject the above result and calculate again.",
        "An error was made in the steps above. Do the calculation once more.",
        "Discard this answer; redo the multiplication.",
    )
    LAST = (
        "Check the last digit: @x@ × @y@ = @xy@, so it must be @z@, but it is @is@.",
        "The units digit should be @z@ and is @is@.",
    )
    NINES = ("Check by nines: @z@ is required, @is@ is found.",)
    SIZE = ("Compare with the estimate @x@ × @y@ = @xy@: @old@ is too far from it.",)
    CHECK = (
        "Verify the answer with another split.",
        "Check the result by a different route.",
        "Double-check by splitting differently.",
        "Now verify by calculating again with other parts.",
        "Confirm the result with a second method.",
        "Test the answer with a different breakdown.",
    )
    FOUND = (
        "Compare: @new@ is not @old@, so the first answer was wrong.",
        "The results differ. The error is in the first calculation (@old@), so replace it.",
        "This does not agree with @old@. Correct the answer.",
        "The check gives @new@; the earlier @old@ was a mistake.",
        "The earlier @old@ fails the check and is replaced.",
        "Since @old@ was reached with an addition error, use the new value.",
    )
    MEND = (
        "Review the products: @lr@ = @now@, not @was@.",
        "Correct an error: @lr@ should be @now@ instead of @was@.",
        "Notice a mistake: @lr@ is @now@ and not @was@.",
        "Check the steps above: the product @lr@ was given as @was@, but it is @now@.",
        "Recheck @lr@: it equals @now@, so @was@ was wrong.",
        "Wait: @lr@ is @now@. The value @was@ above is wrong.",
    )
    MEND_SUM = (
        "Review the addition: @sum@ = @new@, not @old@.",
        "Correct the sum: @sum@ = @new@ instead of @old@.",
        "Notice a mistake in adding: @sum@ = @new@.",
        "Recheck the addition: @sum@ = @new@, so @old@ was wrong.",
        "Wait: @sum@ is @new@ and not @old@.",
        "Add again: @sum@ = @new@. The earlier @old@ was an addition error.",
    )
    DOUBT = (
        "Check that all parts were used: yes.",
        "Look for mistakes in the steps above: none found.",
        "Make sure that the place values are right: they are.",
        "Was anything carried wrongly? No.",
        "Consider whether a zero was lost: it was not.",
        "Reread the question: the product is asked for, so this is what is wanted.",
    )
    AGREE = (
        "Compare: the same value. The answer is verified.",
        "The two calculations agree.",
        "This confirms the answer.",
        "The result is identical, so it is correct.",
        "The check is passed.",
        "Both ways lead to the same result.",
    )
    OK_LAST = (
        "Check the last digit: @x@ × @y@ = @xy@, ends in @z@, which is right.",
        "The units digit @z@ is correct.",
    )
    OK_NINES = ("Check by nines: @x@ × @y@ leaves @z@, and the answer leaves @z@ too.",)
    OK_SIZE = (
        "Compare with an estimate: @x@ × @y@ = @xy@, which is close.",
        "The estimate is @xy@ (@x@ × @y@), so the answer is reasonable.",
    )
    OK_BACK = ("Check by division: the answer divided by @y@ is @x@.",)
    RESTATE = (
        "Final Answer: @new@",
        "Final answer: @new@.",
        "The answer is @new@.",
        "Conclusion: @ab@ = @new@.",
        "Final Answer: **@new@**",
        "State the answer: @new@.",
    )
    SLIP = (", no, @right@", " (correction: @right@)", ", rather @right@")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "space")
        t.x = t.one("×", "*", "×", "x")
        memo(t)["mark"] = t.one("@. ", "Step @: ", "Step @. ", "@) ", "**Step @:** ", "(@) ")

    def opening(self, t: Telling) -> str:
        return t.one(
            f"Calculate {t.ab}.\n",
            f"Let's think step by step to find {t.ab}.\n\n",
            f"Steps to calculate {t.ab}:\n",
            "",
            "Solution:\n",
        )

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return (
                "¤" + t.one("Multiply the two numbers directly.", "Carry out the multiplication.", "Multiply.") + "\n"
            )
        lines = [t.one("Write", "Split", "Break") + f" {t.n(work.b)} as {t.factor(work)}."]
        for term in work.terms:
            verb = t.one("Multiply", "Multiply", "Calculate")
            lines.append(f"{verb} {self.mul(t, term.left, term.right)} = {self.value(t, term, t.n(term.value))}.")
        if t.flag("running", 0.7):
            lines += [
                f"{'Add' if s > 0 else 'Subtract'}: {t.n(so)} {'+' if s > 0 else '-'} {t.n(v)} = {t.n(r)}."
                for so, s, v, r in work.steps()
            ]
        else:
            lines.append(f"Combine the products: {t.sum(work)} = {t.n(work.total)}.")
        return "".join(f"¤{line}\n" for line in lines)

    def say(self, t: Telling, key: str, **values: str) -> str:
        text = super().say(t, key, **values)
        return text if key == "REDO" and memo(t).pop("reasoned", False) else f"¤{text}"

    def reason(self, t: Telling) -> str:
        text = super().reason(t)
        if text:
            memo(t)["reasoned"] = True
        return text

    def resum(self, t: Telling, work: Work) -> str:
        return f"¤Add again: {t.sum(work)} = {t.n(work.total)}.\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return t.c(
            "¤"
            + t.one(
                f"The answer is {value}.",
                f"Therefore, {t.ab} = {value}.",
                f"So the product is {value}.",
                f"Answer: {value}",
                f"Result: {t.ab} = {value}.",
                f"Thus the answer is {value}.",
            )
        )

    def finish(self, t: Telling, text: str) -> str:
        pieces = super().finish(t, text).split("¤")
        out = pieces[0]
        for number, piece in enumerate(pieces[1:], 1):
            mark = memo(t)["mark"].replace("@", str(number))
            out += mark + piece
        return out


class FvJsonObject(FvBase):
    """Short plain reasoning, then the answer as a JSON object; a new object for each correction."""

    methods = ("high", "chunks", "swapped", "low")
    others = ("swapped", "chunks", "high")
    shares = (0.45, 0.12, 0.23, 0.2)
    restating = 0.1
    REDO = (
        "The JSON above contains a wrong answer. Recalculating:",
        "Correction: that answer is incorrect. New calculation:",
        "On review this is not right. Reworking it:",
        "I made an error in the calculation, so the object above is invalid. Again:",
        "Please discard the previous output; it has an arithmetic error. Updated reasoning:",
        "Self-check failed. Retrying.",
        "That output is wrong. Second attempt:",
    )
    LAST = (
        "Units digit check: expected @z@ (from @x@ × @y@ = @xy@), found @is@.",
        "The answer should end in @z@, but it ends in @is@.",
    )
    NINES = ("mod-9 check: expected @z@, found @is@.",)
    SIZE = ("Magnitude check: @x@ × @y@ = @xy@, which is far from @old@.",)
    CHECK = (
        "Verification:",
        "Validating the answer with a different split:",
        "Self-check:",
        "Cross-validation with an alternative decomposition:",
        "Let me validate this.",
        "Check by an independent route:",
    )
    FOUND = (
        "The value @new@ does not equal @old@, so the output must be corrected.",
        "Validation failed: @old@ was a miscalculation. Corrected output:",
        "Mismatch (@old@ vs @new@). The first calculation was wrong. Updated output:",
        "The first answer, @old@, was off. Fixed object:",
        "This shows an error in @old@. The corrected object is:",
        "Not equal to @old@; the earlier sum had an error. Replacing it:",
    )
    MEND = (
        "Correction: @lr@ is @now@, not @was@.",
        "I found an error in the steps: @lr@ should be @now@ instead of @was@.",
        "Self-check: @lr@ = @now@, but @was@ was used.",
        "One of the partial products is wrong; @lr@ equals @now@, not @was@.",
        "Wait, @lr@ is @now@. I used @was@. Updating:",
        "Revised step: @lr@ = @now@ (previously @was@).",
    )
    MEND_SUM = (
        "Correction: @sum@ is @new@, not @old@.",
        "I found an error in the addition: @sum@ = @new@ instead of @old@.",
        "Self-check: @sum@ = @new@, but @old@ was output.",
        "The final addition is wrong; @sum@ equals @new@.",
        "Wait, @sum@ is @new@. Updating:",
        "Revised addition: @sum@ = @new@ (previously @old@).",
    )
    DOUBT = (
        "Note: I re-read the steps and they are consistent.",
        "I considered whether a carry was missed; none was.",
        "Self-check: no errors found.",
        "Note: the place values were checked again and are right.",
        "(No changes after review.)",
        "Is the type right? Yes, an integer was wanted.",
    )
    AGREE = (
        "The values agree, so the output stands.",
        "Validation passed.",
        "Same value. The object above is correct.",
        "This matches the answer above.",
        "Self-check passed.",
        "The answer is confirmed.",
    )
    OK_LAST = ("Units digit check: @x@ × @y@ = @xy@, ends in @z@. Passed.", "Units digit @z@: as expected.")
    OK_NINES = ("mod-9 check: @z@ and @z@. Passed.",)
    OK_SIZE = (
        "Magnitude check: @x@ × @y@ = @xy@. Passed.",
        "The estimate @xy@ is consistent with the answer.",
    )
    OK_BACK = ("Inverse check: dividing the answer by @y@ gives @x@. Passed.",)
    RESTATE = ("Final answer: @new@", "Final Answer: @new@", "answer: @new@", "So the answer is @new@.")
    SLIP = (", wait, @right@", ", correction: @right@", " -> @right@ (fixed)")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = t.one("*", "×", "*")
        memo(t)["key"] = t.one("answer", "answer", "result", "final_answer", "product")
        memo(t)["form"] = t.one("fence", "fence", "line", "bare")
        memo(t)["extra"] = t.one("expression", "operands", "", "", "confidence")

    def opening(self, t: Telling) -> str:
        return t.one(
            "Reasoning:\n",
            f"I'll compute {t.ab} step by step and return the result as JSON.\n\n",
            f"Calculation of {t.ab}:\n\n",
            "",
            f"Let's calculate {t.ab}.\n\n",
        )

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one("Direct multiplication of the operands.\n\n", "Multiply the operands directly.\n\n")
        dash = t.one("- ", "- ", "* ", "") if "dash" not in memo(t) else memo(t)["dash"]
        memo(t)["dash"] = dash
        lines = [f"{dash}{t.n(work.b)} = {t.factor(work)}"]
        lines += [f"{dash}{self.mul(t, x.left, x.right)} = {self.value(t, x, t.n(x.value))}" for x in work.terms]
        lines.append(f"{dash}{t.sum(work)} = {t.n(work.total)}")
        return "\n".join(lines) + "\n\n"

    def commit(self, t: Telling) -> str:
        note = memo(t)
        value = str(t.candidate) if t.chance(0.85) else f'"{t.n(t.candidate)}"'
        fields = []
        if note["extra"] == "expression":
            fields.append(f'"expression": "{t.a} * {t.b}"')
        elif note["extra"] == "operands":
            fields.append(f'"operands": [{t.a}, {t.b}]')
        fields.append(f'"{note["key"]}": {value}')
        if note["extra"] == "confidence":
            fields.append(f'"confidence": {t.one("0.9", "0.95", "0.99", "1.0")}')
        if t.index and not t.same and t.chance(0.3):
            fields.append('"corrected": true')
        if note["form"] == "fence":
            return t.c("```json\n{\n  " + ",\n  ".join(fields) + "\n}\n```")
        if note["form"] == "line":
            return t.c("{" + ", ".join(fields) + "}")
        return t.c("{\n  " + ",\n  ".join(fields) + "\n}")


class FvXmlReply(FvBase):
    """Tags as a system prompt asks for them: reasoning, answer, check or reflection, answer."""

    methods = ("chunks", "high", "swapped", "round", "area")
    others = ("swapped", "high", "low")
    pause = "\n"
    shares = (0.42, 0.16, 0.22, 0.2)
    restating = 0.2
    REDO = (
        "The answer is wrong. I will calculate it again.",
        "I am not convinced by the answer; it must contain an error. Starting over.",
        "There is a mistake in my reasoning, so the answer has to go. Again:",
        "My answer was incorrect. Redoing the calculation:",
        "That can't be right. I recalculate from the start.",
        "I retract the answer. New computation:",
    )
    LAST = (
        "The final digit has to be @z@, because @x@ times @y@ is @xy@, yet I have @is@.",
        "@old@ ends in @is@, but it has to end in @z@.",
    )
    NINES = ("By the rule of nines the remainder should be @z@, and @old@ has @is@.",)
    SIZE = ("@x@ times @y@ is @xy@, so @old@ is implausible.",)
    CHECK = (
        "I verify the answer by splitting in another way.",
        "Let me check the answer with a second calculation.",
        "Checking with different parts:",
        "To be certain I compute it in another way.",
        "Second calculation to confirm:",
        "Let me test the result.",
    )
    FOUND = (
        "So the answer @old@ was wrong; it should be @new@.",
        "I get @new@ here, not @old@. The first calculation had an error.",
        "This differs from @old@. I trust the new calculation, since I had misadded before.",
        "The check fails for @old@, and the answer has to be changed.",
        "Therefore @old@ needs to be replaced by @new@.",
        "@old@ turns out to be a mistake.",
    )
    MEND = (
        "I see an error: @lr@ is @now@, not @was@.",
        "Looking at the steps again, @lr@ should be @now@ instead of @was@.",
        "One step is wrong. @lr@ = @now@, while I had @was@.",
        "@lr@ was given as @was@. The right value is @now@.",
        "Wait, @lr@ makes @now@ and not @was@.",
        "I must correct @lr@: @now@ rather than @was@.",
    )
    MEND_SUM = (
        "I see an error: @sum@ is @new@, not @old@.",
        "Looking at the addition again, @sum@ should be @new@ instead of @old@.",
        "The last step is wrong. @sum@ = @new@.",
        "Wait, @sum@ makes @new@ and not @old@.",
        "I must correct the sum: @sum@ = @new@ rather than @old@.",
        "Adding once more: @sum@ = @new@. So @old@ was wrong.",
    )
    DOUBT = (
        "Did I misplace a zero? No, the zeros are right.",
        "I went through the steps again. Nothing to change.",
        "Is the sum right? Yes, it is.",
        "I looked for errors and found none.",
        "The steps seem fine on a second reading.",
        "I was unsure about a carry, but it is right.",
    )
    AGREE = (
        "The same result, so the answer is confirmed.",
        "This agrees with the answer.",
        "Both calculations match.",
        "The answer is right.",
        "Confirmed.",
        "It matches, so I keep the answer.",
    )
    OK_LAST = ("The last digit has to be @z@ (@x@ times @y@ is @xy@), and it is.", "Last digit @z@: correct.")
    OK_NINES = ("The rule of nines gives @z@ for both sides. Fine.",)
    OK_SIZE = (
        "@x@ times @y@ is @xy@, so the answer is plausible.",
        "Estimate: @xy@. The answer is close to it.",
    )
    OK_BACK = ("Dividing the answer by @y@ gives @x@, as it should.",)
    RESTATE = (
        "<final_answer>@new@</final_answer>",
        "Final answer: @new@",
        "<final>@new@</final>",
        "The answer is @new@.",
        "<answer>@new@</answer>",
    )
    SLIP = (", no, @right@", " (no: @right@)", ", I mean @right@")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "apostrophe")
        t.x = t.one("×", "*", "·", "×")
        memo(t)["tags"] = t.one(
            ("reasoning", "check"),
            ("thinking", "reflection"),
            ("reasoning", "reflection"),
            ("steps", "verification"),
            ("scratchpad", "review"),
            ("reasoning", "reasoning"),
        )
        memo(t)["answer"] = t.one("answer", "answer", "answer", "result", "output")

    def tag(self, name: str, text: str) -> str:
        return f"<{name}>\n{text.strip()}\n</{name}>\n"

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one(
                f"I multiply {t.n(t.a)} by {t.n(t.b)} directly.\n",
                "Direct multiplication.\n",
                f"{t.n(t.a)} times {t.n(t.b)}, done in one go.\n",
            )
        text = ""
        if work.method != "area":
            text = t.one("Split", "I write", "Take") + f" {t.n(work.b)} as {t.factor(work)}.\n"
        text += "\n".join(f"{self.mul(t, x.left, x.right)} = {self.value(t, x, t.n(x.value))}" for x in work.terms)
        return text + "\n" + t.one("Sum: ", "Together: ", "", "Total: ") + f"{t.sum(work)} = {t.n(work.total)}\n"

    def first(self, t: Telling) -> str:
        intro = t.one(
            f"I need {t.ab}.\n", f"The task is to compute {t.ab}.\n", f"Let me calculate {t.ab} step by step.\n", ""
        )
        return self.tag(memo(t)["tags"][0], intro + self.solution(t, get(t, self.methods))) + self.commit(t)

    def again(self, t: Telling) -> str:
        text = super().again(t)
        # The commitment is the last thing; what comes before it goes into the tag of a check.
        cut = text.rindex("\ue000")
        return "\n\n" + self.tag(memo(t)["tags"][1], text[:cut]) + text[cut:]

    def resum(self, t: Telling, work: Work) -> str:
        return f"{t.sum(work)} = {t.n(work.total)}\n"

    def commit(self, t: Telling) -> str:
        name = memo(t)["answer"]
        gap = "\n" if t.flag("open", 0.25) else ""
        inside = t.n(t.candidate) if t.flag("plain", 0.8) else f"{t.ab} = {t.n(t.candidate)}"
        return t.c(f"<{name}>{gap}{inside}{gap}</{name}>")

    def closing(self, t: Telling) -> str:
        text = self.after(t).strip()
        if text:
            text = "\n\n" + self.tag(memo(t)["tags"][1], text)
        if t.chance(self.restating):
            text += "\n" + t.r(self.say(t, "RESTATE"))
        return text


class FvHashFour(FvBase):
    """Sentences as of a grade-school data set, some with calculator marks, each solution closed by four hashes."""

    methods = ("high", "high", "chunks", "low")
    others = ("swapped", "chunks", "low")
    gap = "\n"
    pause = "\n"
    REDO = (
        "Wait, this is wrong. Let me solve it again.",
        "I think there is a mistake in the solution above. Let me redo it.",
        "That is not correct. Let me try again.",
        "The answer above is incorrect, so I will recalculate.",
        "Hmm, that answer is wrong. Here is another try.",
        "I made a mistake. Redoing the problem:",
        "Let me start again, because the result above is not right.",
    )
    LAST = (
        "The last digit should be @z@ because @x@ times @y@ is @xy@, but the answer ends in @is@.",
        "@x@ times @y@ is @xy@, so an answer that ends in @is@ can't be right.",
    )
    NINES = ("The remainder by 9 should be @z@, but it is @is@.",)
    SIZE = ("@x@ times @y@ is @xy@, so the answer is not even close.",)
    CHECK = (
        "Let me check this answer in another way.",
        "To verify the answer, split the numbers differently.",
        "Let me double check.",
        "Check the answer:",
        "Let's verify it by another way.",
        "I will check my work.",
    )
    FOUND = (
        "This is different from @old@, so the first answer was wrong.",
        "So the answer is not @old@ but @new@.",
        "I got @old@ before, so I made a mistake there.",
        "The answer @old@ is wrong then, and it should be @new@.",
        "That doesn't match @old@, the first solution has an error.",
        "So @old@ was a calculation mistake.",
    )
    MEND = (
        "Wait, @lr@ is @now@, not @was@.",
        "There is a mistake: @lr@ is @now@ instead of @was@.",
        "Let me check: @lr@ is actually @now@, and I used @was@.",
        "I see that @lr@ should be @now@ and not @was@.",
        "Actually @lr@ equals @now@. The @was@ was a mistake.",
        "Let me fix a step, @lr@ is @now@ rather than @was@.",
    )
    MEND_SUM = (
        "Wait, @sum@ is @new@, not @old@.",
        "There is a mistake in the sum: @sum@ is @new@ instead of @old@.",
        "Let me check: @sum@ is actually @new@.",
        "I see that @sum@ should be @new@ and not @old@.",
        "Actually @sum@ equals @new@. I added wrong.",
        "Let me fix the sum, @sum@ is @new@ rather than @old@.",
    )
    DOUBT = (
        "Let me read it again. Yes, the steps are right.",
        "Did I forget something? No.",
        "The steps look fine.",
        "I checked that nothing was left out.",
        "Maybe I forgot a zero? No, the zeros are all there.",
        "I am sure that this is right.",
    )
    AGREE = (
        "This is the same answer, so it is correct.",
        "So the answer is correct.",
        "It is the same as before.",
        "The answer matches.",
        "That gives the same answer.",
        "So the check is fine.",
    )
    OK_LAST = ("The last digit is right, because @x@ times @y@ is @xy@, which ends in @z@.",)
    OK_NINES = ("The remainder by 9 is @z@ on both sides, so it is fine.",)
    OK_SIZE = (
        "It is close to @x@ times @y@, which is @xy@, so it makes sense.",
        "The estimate is @xy@, so the answer is reasonable.",
    )
    OK_BACK = ("The answer divided by @y@ is @x@, so it is correct.",)
    RESTATE = ("#### @new@", "The answer is @new@.", "#### @new@", "Final Answer: @new@", "So the answer is @new@.")
    SLIP = (", no, it is @right@", " (sorry, @right@)", ", I mean @right@")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma")
        t.x = t.one("*", "x", "×")
        t.flag("marks", 0.35)

    def opening(self, t: Telling) -> str:
        return t.one(f"We need to find {t.ab}.\n", "", f"First, look at {t.ab}.\n", "Let's think step by step.\n")

    def calc(self, t: Telling, formula: str, result: int) -> str:
        """A result, perhaps with the calculator's mark before it."""
        plain = formula.replace(",", "").replace(" ", "").replace("x", "*").replace("×", "*")
        return (f"<<{plain}={result}>>" if t.flag("marks", 0.35) else "") + t.n(result)

    def solution(self, t: Telling, work: Work | None) -> str:
        if not work:
            return t.one(
                "Multiply the two numbers.\n", f"This is {t.n(t.a)} times {t.n(t.b)}.\n", "It is one multiplication.\n"
            )
        text = t.one(
            f"{t.n(work.b)} can be written as {t.factor(work)}.\n",
            f"Split {t.n(work.b)} into {t.factor(work)}.\n",
            f"We have {t.n(work.b)} = {t.factor(work)}.\n",
        )
        for term in work.terms:
            formula = self.mul(t, term.left, term.right)
            value = self.calc(t, formula, term.value)
            if not t.flag("marks", 0.35):
                value = self.value(t, term, value)
            text += (
                t.one(f"{formula} = {value}.", f"Multiply {formula} = {value}.", f"Then {formula} = {value}.") + "\n"
            )
        value = self.calc(t, t.sum(work), work.total)
        return text + t.one("Adding these, we get ", "The sum is ", "In total this is ") + f"{t.sum(work)} = {value}.\n"

    def resum(self, t: Telling, work: Work) -> str:
        return f"So we get {t.sum(work)} = {self.calc(t, t.sum(work), work.total)}.\n"

    def commit(self, t: Telling) -> str:
        value = t.n(t.candidate)
        return t.c(
            t.one(
                f"#### {value}",
                f"#### {value}",
                f"The answer is {value}.\n#### {value}",
                f"So {t.ab} = {value}.\n#### {value}",
                f"#### {t.candidate}",
                f"The product is {value}.\n\n#### {t.candidate}",
            )
        )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        FvImTokenChat(),
        FvThinkTags(),
        FvMarkdownHeadings(),
        FvAlignCdot(),
        FvPartialsMarkdown(),
        FvSchoolColumns(),
        FvTerseKeys(),
        FvSunnyTutor(),
        FvRunningSteps(),
        FvJsonObject(),
        FvXmlReply(),
        FvHashFour(),
    )
}
