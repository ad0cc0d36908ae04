"""Held-out styles: what models trained with RL or SFT for maths write when asked for a product.

Texts are written with alternatives in guillemets, «one|another», which may be nested; `_v` draws among them.
"""

from __future__ import annotations

import re

from .common import Mended, Style, Telling, Term, Work, split

Finding = tuple[str, tuple[int, ...]]

_CHOICE = re.compile("«([^«»]*)»")


def _v(t: Telling, text: str) -> str:
    """The text with one of each group of alternatives."""
    while "«" in text:
        text = _CHOICE.sub(lambda found: t.one(*found[1].split("|")), text)
    return re.sub(r" +\n", "\n", re.sub(r"(?<=[.?!:]) {2,}(?=\S)", " ", text))


def _cap(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _and(items: list[str]) -> str:
    """A list in words: a, b and c."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def _factor(t: Telling, work: Work, maths: bool = False) -> str:
    """The second factor as its parts, each of them once where both factors are split."""
    if work.method != "area":
        return t.factor(work, maths)
    return " + ".join((t.m if maths else t.n)(part) for part in split(work.b, "high"))


def _table(t: Telling) -> str:
    """A product of the times table as a repeated addition, up to its total."""
    return f"{' + '.join([t.n(t.a)] * t.b)} = {t.n(t.candidate)}"


def _tiny(t: Telling) -> bool:
    """A product of the times table."""
    return t.a < 10 and t.b < 10


def _zeros(t: Telling, term: Term) -> str:
    """A round partial product by way of the product without its zeros, where that works out; else nothing."""
    unit: int = 10 ** (len(str(term.right)) - len(str(term.right).rstrip("0")))
    if unit == 1 or term.value % unit or term.right == unit or term.value == t.candidate:
        return ""
    base = f"{t.n(term.left)} {t.x} {t.n(term.right // unit)}"
    count = len(str(unit)) - 1
    added = "«add a zero|put a zero at the end|tack on a zero»" if count == 1 else f"«add|append|attach» {count} zeros"
    return _v(
        t,
        f"{base} «=|is» {t.n(term.value // unit)}, «so|then» «{added} to get|times {t.n(unit)} is|multiplying by "
        f"{t.n(unit)} gives|that makes» {t.n(term.value)}",
    )


def _carries(t: Telling, term: Term) -> str:
    """A correct partial product digit by digit with its carries, by the product without zeros; else nothing."""
    digit = int(str(term.right)[0])
    zeros = len(str(term.right)) - 1
    base = term.left * digit
    if term.right != digit * 10**zeros or digit < 2 or term.left < 11 or term.value != term.left * term.right:
        return ""
    if base in t.candidates or base == t.product:
        return ""
    carry, out = 0, []
    for place, d in enumerate(reversed(str(term.left))):
        got = int(d) * digit + carry
        text = f"{d} {t.x} {digit} = {int(d) * digit}" + (f", plus {carry} is {got}" if carry else "")
        carry = got // 10
        if place < len(str(term.left)) - 1:
            text += f", write {got % 10}" + (f" carry {carry}" if carry else "")
        out.append(text)
    shift = f", and with the zero{'s' * (zeros > 1)} {t.n(term.value)}" if zeros else ""
    return _v(t, "; ".join(out) + f". «So that's|That makes|So» {t.n(base)}{shift}")


def _walk(t: Telling, work: Work) -> str:
    """The partial products one by one, in thinking prose."""
    out = []
    for place, term in enumerate(work.terms):
        shown, value = f"{t.n(term.left)} {t.x} {t.n(term.right)}", t.n(term.value)
        last = place == len(work.terms) - 1
        lead = "«Next|Then|Now|And then|After that»"
        if place == 0:
            lead = "«First|First off|To start|Starting off|So first»"
        elif last:
            lead = "«Finally|Lastly|And finally|Then|And last»"
        way = _carries(t, term) if t.flag("carrying", 0.25) else ""
        way = way or t.detail(term) or (_zeros(t, term) if t.chance(0.5) else "")
        if way:
            text = f"{lead}, «{shown}: {way}|{shown}. Well, {way}|{shown}. {_cap(way)}|let's do {shown}. {_cap(way)}»."
        elif term.value > 40 and t.chance(0.05):
            bad = t.n(t.near(term.value))
            fix = "«no wait, that's|wait no,|hmm, no,|let me see... actually»"
            text = f"{lead}, {shown} «is|equals» {bad}... {fix} {value}."
        else:
            text = (
                f"{lead}, {shown} «is|=|equals|gives|gives me|would be|should be|comes to» {value}«.|.|.|. Okay.|. Got "
                "that.|, right?|. That seems right.»"
            )
        out.append(text)
    return _v(t, t.one(" ", " ", "\n\n", "\n").join(out))


def _rolling(t: Telling, work: Work) -> str:
    """The partial products added one after the other, up to the total."""
    steps = [f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in work.steps()]
    return _v(t, steps[0] + "".join(f"«, then|. Then|, and|, and then|. And» {step}" for step in steps[1:]))


def _adding(t: Telling, work: Work) -> str:
    """The sum of the partial products with its total: at once or one by one."""
    if len(work.terms) > 2 and t.flag("rolling", 0.5):
        return _rolling(t, work)
    return f"{t.sum(work)} = {t.n(work.total)}"


def _other(t: Telling, *methods: str) -> Work:
    """Another way to the candidate, by preference not by the method of the work so far."""
    return t.other(*(method for method in methods if method != t.work.method))


def _mend(t: Telling) -> Mended | None:
    """The work before with one thing changed; seldom a step that was right."""
    mended = t.mend()
    if mended is None or mended.place is None:
        return mended
    term = mended.work.terms[mended.place]
    return None if mended.was == term.left * term.right and t.chance(0.6) else mended


def _old(t: Telling) -> str:
    """How to refer to the attempt before."""
    return t.one("first", "first", "earlier", "initial") if t.index == 1 else t.one("previous", "earlier")


def _recheck(t: Telling) -> str:
    """A look back at one step, which is found in order."""
    sound = [term for term in t.work.terms if term.value == term.left * term.right]
    if not sound:
        return _v(t, "«Wait,|Hmm,» did I drop a «carry|zero»«| anywhere»? «No, it's all there.|No, that looks fine.»")
    term = t.rng.choice(sound)
    shown = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
    way = t.detail(term, 1.0) or _zeros(t, term)
    text = (
        f"is {shown} really {t.n(term.value)}? {_cap(way)}. «Yes, that's right.|Right, so that's fine.|OK, that holds.»"
    )
    if not way:
        text = f"let me recheck {shown}. «Yes, it's|That's|It is» {t.n(term.value)}. «Good.|Okay, fine.|Right.»"
    return _v(t, "«Wait,|Hmm,|Hold on,» " + text)


def _trouble(t: Telling) -> Finding | None:
    """A check that the candidate before really fails, with the numbers in it."""
    wrong = t.previous
    if wrong == t.product:
        return None
    quotient, rest = divmod(wrong, t.b)
    found: list[Finding] = [("quotient", (quotient, rest))]
    if t.product % 10 != wrong % 10 and not _tiny(t):
        x, y = t.a % 10, t.b % 10
        found += [("digit", (x, y, x * y, t.product % 10, wrong % 10))] * 2
    if t.product % 9 != wrong % 9:
        found.append(("nines", (t.a % 9, t.b % 9, t.product % 9, wrong % 9)))
    x, y = (max(1, round(n / 10 ** (len(str(n)) - 1))) * 10 ** (len(str(n)) - 1) for n in (t.a, t.b))
    if not 0.6 < wrong / (x * y) < 1.6 and t.a > 9 and (x, y) != (t.a, t.b) and x * y not in t.candidates:
        found += [("size", (x, y, x * y))] * 3
    return t.rng.choice(found)


def _trouble_prose(t: Telling) -> str:
    """Such a check in words, or nothing where the candidate before would pass."""
    found = _trouble(t)
    if found is None:
        return ""
    kind, k = found
    x = "×" if t.x.startswith("\\") else "times" if t.x == "by" else t.x
    was = t.n(t.previous)
    if kind == "digit":
        text = (
            f"«The|Looking at the|Check the» «last|units|ones|final» digit«:| first:| —» {k[0]} {x} {k[1]} «=|is» "
            f"{k[2]}, so «the product|it|the result|the answer» «should|must|has to|needs to» «end in|end with» "
            f"{k[3]}, but {was} «ends in|ends with» {k[4]}."
        )
    elif kind == "nines":
        text = (
            f"«Checking mod 9|Let me use casting out nines|Mod 9 check|Using digit sums (mod 9)»: {t.n(t.a)} "
            f"«is|≡|gives» {k[0]}, {t.n(t.b)} «is|≡|gives» {k[1]}, so the product «should be|must be|has to be» {k[2]} "
            f"mod 9. But {was} «is|gives|leaves|≡» {k[3]}."
        )
    elif kind == "size":
        off = "small" if t.previous < k[2] else "«big|large»"
        text = (
            f"«A rough estimate is|Roughly,|As an estimate,|Ballpark:» {t.n(k[0])} {x} {t.n(k[1])} = {t.n(k[2])}, "
            f"«so|which means|and» {was} «is|looks|seems» «way|far|much» too {off}."
        )
    else:
        rest = (
            f" «with a remainder of|remainder|and {k[1]} left over, that's a remainder of» {t.n(k[1])}" if k[1] else ""
        )
        text = (
            f"«Dividing back|Checking by division|Going backwards|Inverse check»: {was} «÷|/|divided by» {t.n(t.b)} "
            f"«is|gives|=» {t.n(k[0])}{rest}, «not|which is not|instead of» «exactly |»{t.n(t.a)}."
        )
    return _v(t, text)


def _proof(t: Telling, *kinds: str) -> Finding | None:
    """A check that the candidate passes (the division is only claimed), with its numbers."""
    found: list[Finding] = []
    if not _tiny(t) and (digit := t.last_digit()):
        found.append(("digit", digit))
    if nines := t.nines():
        found.append(("nines", nines))
    if t.a > 9 and (size := t.estimate()) and size[:2] != (t.a, t.b):
        found.append(("size", size))
    found.append(("quotient", ()))
    found = [one for one in found if not kinds or one[0] in kinds]
    return t.rng.choice(found) if found else None


def _proof_prose(t: Telling, *kinds: str) -> str:
    """Such a check in words, or nothing."""
    found = _proof(t, *kinds)
    if found is None:
        return ""
    kind, k = found
    x = "×" if t.x.startswith("\\") else "times" if t.x == "by" else t.x
    now = t.n(t.candidate)
    if kind == "digit":
        text = (
            f"«The last digit|The units digit|The ones place|Last digits»: {k[0]} {x} {k[1]} = {k[2]}, «so it should "
            f"end in|ending in|which ends in» {k[2] % 10}, «and|and indeed|and it does:» {now} ends in {k[2] % 10}«.|. "
            "Good.»"
        )
    elif kind == "nines":
        text = (
            f"«Mod 9|Casting out nines|Checking the digit sums mod 9»: {t.n(t.a)} «→|is|≡» {k[0]}, {t.n(t.b)} «→|is|≡» "
            f"{k[1]}, «product|so the product should be|together» {k[2]}, and {now} «→|is also|gives|≡» {k[2]}«.|. "
            "OK.| too.»"
        )
    elif kind == "size":
        text = (
            f"«As a sanity check,|For a rough estimate,|Quick estimate:|Approximating,» {t.n(k[0])} {x} {t.n(k[1])} = "
            f"{t.n(k[2])}, «which is close to {now}|so {now} «is in the right range|is reasonable|makes sense»|and "
            f"{now} is near that, so it «seems|looks» plausible»."
        )
    else:
        text = (
            f"«Dividing back|Checking with division|In reverse|Using the inverse operation»: {now} «÷|/|divided by» "
            f"{t.n(t.b)} «=|gives|is» {t.n(t.a)}«.|, as expected.|, which matches.|. Good.»"
        )
    return _v(t, text)


class Qwen3Thinker(Style):
    """Qwen3 with thinking on: musing and checks between think tags, then a tidy solution with a box."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma", "comma")
        t.maths = t.one("plain", "plain", "comma", "latex")
        t.x = t.one("×", "×", "*", "times", "multiplied by")

    def _plan(self, t: Telling, work: Work) -> str:
        aim = t.one(
            f"«I can|maybe I can|I could|let me» «break down|split|break|write» {t.n(work.b)} «into|as» "
            f"{_factor(t, work)}",
            "the «distributive property|distributive law of multiplication» «would help|might help|can be used» here. "
            f"{t.n(work.b)} «is|can be written as|=» {_factor(t, work)}",
            f"one way is to do it in parts, {_factor(t, work)} «for|instead of» {t.n(work.b)}",
        )
        then = f"«and then|then» multiply each «part |»by {t.n(work.a)}"
        if work.method == "area":
            then = (
                f"and {t.n(work.a)} «in the same way|as well|likewise», «so I get a few small products|then multiply "
                "all pairs»"
            )
        return _cap(_v(t, f"«Hmm, |So |Okay, |Well, |»{aim}, {then}."))

    def _commit(self, t: Telling) -> str:
        now, x = t.n(t.candidate), t.ab
        return t.c(
            f"«So|So then|Therefore,|That means|Thus,» «{x} «is|should be|equals|=» {now}|the «answer|product|result» "
            f"«is|should be|would be» {now}|the total «product |»is {now}»."
        )

    def _solve(self, t: Telling, work: Work) -> str:
        sums = "«Adding them «up|together|all up»|Now, adding these|Now let me add them|Summing up»"
        return f"{self._plan(t, work)}\n\n{_walk(t, work)}\n\n{sums}: {_adding(t, work)}. "

    def first(self, t: Telling) -> str:
        work = t.solve("high", "high", "chunks", "low", "round", "swapped", "area")
        say = "«multiplied by|times|×|*»"
        text = (
            "<think>\n«Okay, |Okay, so |Alright, |Hmm, |Okay, let's see. |Alright, let me see. »I «need|have|want» to "
            f"«calculate|compute|figure out|find» {t.n(t.a)} {say} {t.n(t.b)}. «Let me think «about|through» "
            "«this|it»«.| step by step.»|Hmm, how do I do this?|Let's do it step by step, as asked.|The user wants «a "
            "step-by-step solution|me to think step by step», so let me «be careful|go slowly».|»\n\n"
        )
        if _tiny(t) and t.chance(0.6):
            text += (
                f"«That's a basic multiplication fact.|This is from the times table.|I remember my {t.a} times table.» "
            )
        else:
            text += self._solve(t, work)
        return _v(t, text + self._commit(t))

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=4, mend=3, redo=3)
        if way == "check":
            work = _other(t, "round", "area")
            text = (
                "\n\n«But wait,|Wait,|Hmm,|But» let me «verify|check|double-check» «that|this|it» «another way|with "
                f"another method|in a different way». {self._solve(t, work)}«Hmm, that's|Wait, that's|That's» "
                f"«different from|not» «{was}|the {was} I got before|my earlier answer of {was}». "
            )
            if (mended := _mend(t)) and mended.place is not None:
                term = mended.work.terms[mended.place]
                text += (
                    "«Let me see where I went wrong.|Where's the mistake?|So one of them is wrong.» «Earlier,|In the "
                    f"{_old(t)} try,» I had {t.n(term.left)} {t.x} {t.n(term.right)} as {t.n(mended.was)}, but it "
                    f"«is|should be» {t.n(mended.now)}. "
                )
            else:
                text += (
                    f"«I must have made a mistake the first time.|The {_old(t)} addition was off.|I messed up "
                    "earlier.» "
                )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = "\n\n«Wait,|Wait a second,|Hold on,|Hmm, wait,|But wait,» "
            if mended.place is None:
                text += (
                    "«let me check the addition again|I should re-add these|is that sum right»«.|...» "
                    f"{_adding(t, mended.work)}. «Right, so|So|Oh, so» {was} «was|is» «wrong|not right|a mistake». "
                )
            else:
                term = mended.work.terms[mended.place]
                text += (
                    f"«let me check|is|let me recheck» {t.n(term.left)} {t.x} {t.n(term.right)}«.| again.|...» I "
                    f"«said|wrote|had» {t.n(mended.was)}, but «actually |»it's {t.n(mended.now)}. «So I need to redo "
                    f"the sum|Then the sum changes|So the addition becomes»: {_adding(t, mended.work)}. "
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.6) else ""
        if why:
            text = (
                f"\n\n«Wait,|Hmm,|Let me check.|But let me check that.» {why} «So that's wrong.|That's not right.|So "
                f"{was} can't be right.» "
            )
        else:
            text = (
                f"\n\n«Wait, no, that doesn't seem right.|Hmm, {was} doesn't look right.|Wait, I think I made a "
                "mistake «somewhere|there|in the middle».|Hold on, something is off here.|No wait, that's wrong.» "
            )
        text += (
            "«Let me start over.|Let me redo this.|Let me do it again, more carefully.|Let's try again from the "
            "beginning.»\n\n"
        )
        return _v(t, text + self._solve(t, t.solve("high", "chunks", "low", "swapped", "round")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text, now, work = "", t.n(t.candidate), t.work
        if t.chance(0.35):
            text += (
                "\n\n«But wait,|Wait,|Hmm,|Just to be sure,» let me «verify|check|double-check» «that|this» «another "
                f"way|using a different method». {self._solve(t, _other(t, 'round', 'area'))}«Yes, that's the same "
                "«result|answer»|Same answer|That matches|Great, both methods agree». "
            )
        if t.chance(0.3):
            text += f"\n\n«Another thing:|Another check:|Let me also check something.» {_proof_prose(t)}"
        if t.chance(0.3):
            text += t.r(f"\n\n«So I'm confident that|I think|Yes, so» the «final |»answer is {now}.")
        if t.chance(0.15):
            text += f"\n\n{_recheck(t)}"
        text += "\n</think>\n\n"
        a, b = t.m(t.a), t.m(t.b)
        if t.chance(0.3):
            text += t.r(f"The «product|result» of ${a} \\times {b}$ is:\n\n$$\n{t.boxed()}\n$$")
            return _v(t, text)
        text += (
            f"To «calculate|compute|find» ${a} \\times {b}$, we «can |»«use the **distributive property**|break it "
            "into «smaller|simpler|more manageable» «parts|steps»|proceed step by step»«:|.»\n\n"
        )
        lines = [f"{t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)}" for m in work.terms]
        if t.flag("headings", 0.5):
            text += "".join(
                f"### Step {i}: «Multiply|Partial product|Compute»\n\n$$\n{x}\n$$\n\n" for i, x in enumerate(lines, 1)
            )
            text += f"### Step {len(lines) + 1}: «Add the results|Add the partial products|Sum»\n\n"
        else:
            text += "".join(f"- ${line}$\n" for line in lines) + "\n«Adding|Now, add» these «together|results»:\n\n"
        text += f"$$\n{t.sum(work, maths=True)} = {t.m(work.total)}\n$$\n\n"
        final = "«---\n\n|»«### Final Answer|**Final Answer:**|**Answer:**|Thus, the final answer is:»"
        return _v(t, text + t.r(f"{final}\n\n$$\n{t.boxed()}\n$$"))


class TidyDistill(Style):
    """A distilled R1 on an easy task: a short first-person account, a closing think tag, a formatted solution."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "comma", "latex", "thin")
        t.x = t.one("multiplied by", "by", "times")

    def _commit(self, t: Telling, total: str) -> str:
        now = t.n(t.candidate)
        end = t.one(
            f"{total}, «so|which means» {t.n(t.a)} multiplied by {t.n(t.b)} «is|equals» {now}.",
            f"{total}. «Therefore|Thus|So|Hence», the «final answer|product|result of the multiplication|final result» "
            f"is {now}.",
            f"{total}, «bringing me to|giving me|resulting in» a final «answer|product|result» of {now}.",
            f"{total}. This «means|tells me|shows» that the product of {t.n(t.a)} and {t.n(t.b)} is {now}.",
        )
        return t.c(end)

    def _parts(self, t: Telling, work: Work) -> tuple[str, str]:
        """The partial products, and the words that reach their total."""
        out = []
        by = t.x.removeprefix("multiplied ")
        for i, m in enumerate(work.terms):
            lead = "«First|To begin|Starting off»" if i == 0 else "«Next|Then|After that»"
            if i and i == len(work.terms) - 1:
                lead = "«Finally|Lastly|Then»"
            out.append(
                f"{lead}, «I multiply|I will multiply|I'll multiply» {t.n(m.left)} {by} {t.n(m.right)}, «which gives "
                f"me|which equals|resulting in|to get|which is» {t.n(m.value)}."
            )
        text = "\n\n".join(out)
        summed = t.sum(work).replace(" + ", " plus ") if t.flag("plus", 0.4) else t.sum(work)
        lead = (
            "«Adding|Now, adding|To find the total, I add|Summing|Combining» «these results|the partial products|these "
            "values»"
        )
        return f"{text}\n\n", f"{lead}«| together»: {summed} «equals|=» {t.n(work.total)}"

    def _account(self, t: Telling, work: Work) -> str:
        text, total = self._parts(t, work)
        return text + self._commit(t, total)

    def first(self, t: Telling) -> str:
        work = t.solve("high", "high", "chunks", "round", "area")
        open_ = "<think>\n" if t.flag("opened", 0.5) else ""
        a, b = t.n(t.a), t.n(t.b)
        aim = t.one(
            f"To «calculate|find|determine|compute» «the product of {a} and {b}|{a} multiplied by {b}», I'll «start by "
            f"breaking down|break down» «the number |»{t.n(work.b)} «into|as» {_factor(t, work)}.",
            f"First, I «need|have» to «calculate|find|multiply» {a} times {b}. I'll use the distributive property «and "
            f"write|with» {t.n(work.b)} as {_factor(t, work)}.",
            f"I «recognize|see» that I need to «find|calculate» the product of {a} and {b}.\n\n«To make this "
            f"«easier|simpler»|To simplify», I can «split|separate|decompose» {t.n(work.b)} «into|as» "
            f"{_factor(t, work)}.",
            f"The «problem|question» asks «me to calculate|for» {a} multiplied by {b}. I'll «break it down|do it» "
            f"«using the place values of|by splitting» {t.n(work.b)}.",
        )
        return _v(t, f"{open_}{aim}\n\n{self._account(t, work)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=3, mend=4, redo=3)
        if way == "check":
            work = _other(t)
            text = (
                "\n\n«To verify this|To double-check|To ensure accuracy|To confirm the result», I'll «use|try» «a "
                f"different|another» «approach|method», «splitting|breaking down» {t.n(work.b)} into "
                f"{_factor(t, work)}.\n\n"
            )
            parts, total = self._parts(t, work)
            text += (
                f"{parts}{total}. «This|The result» «differs from|doesn't match» {was}, «so the earlier calculation "
                "«was wrong|contained an error»|which means I made a mistake in the earlier calculation|so I must "
                "have made a mistake before».\n\n"
            )
            return _v(
                t,
                text
                + self._commit(t, "«The correct value is this one|The new calculation is right|I'll keep this value»"),
            )
        if way == "mend" and (mended := _mend(t)):
            text = (
                "\n\n«Wait|However|Hold on|Hmm|Upon reviewing», «I «realize|notice|see»|it seems» «that |»I made «a "
                "mistake|an error|a miscalculation» "
            )
            if mended.place is None:
                total = f"«Adding|Combining» the partial products again: {t.sum(mended.work)} = {t.n(mended.now)}"
                text += "in the addition"
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"«when multiplying|in the step with|in calculating» {t.n(m.left)} "
                    f"{'by' if t.x == 'by' else 'times'} {t.n(m.right)}. It should be {t.n(mended.now)}, not "
                    f"{t.n(mended.was)}"
                )
                total = (
                    f"«Correcting this|With the correct value|Adding again», «the sum is |I get »{t.sum(mended.work)} "
                    f"= {t.n(mended.work.total)}"
                )
            return _v(t, f"{text}.\n\n{self._commit(t, total)}")
        why = _trouble_prose(t) if t.chance(0.5) else ""
        text = "\n\n"
        if why:
            text += f"«Let me verify this.|Let me check the result.|To be safe, I'll check it.» {why} "
            text += f"«So this result is incorrect.|This shows that {was} is wrong.|Therefore, I made a mistake.»"
        else:
            text += (
                "«Wait, this doesn't seem «right|correct».|However, I think «I made a mistake|there's an error in my "
                f"work».|Hmm, {was} doesn't look right.|Upon reflection, that result is incorrect.»"
            )
        text += " «I'll|Let me» «start over|recalculate from the beginning|redo the «multiplication|calculation»».\n\n"
        return _v(t, text + self._account(t, t.solve("high", "swapped", "chunks", "low")))

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25):
            check = _proof_prose(t)
            text += f"\n\n«To verify, I can do a quick check.|Let me quickly verify.|As a quick check:» {check}"
        a, b, work = t.m(t.a), t.m(t.b), t.work
        text += "\n</think>\n\n"
        text += "«**Solution:**|### Solution|**Step-by-Step «Solution|Calculation»:**|»\n\n"
        text += (
            f"«To «calculate|find» \\({a} \\times {b}\\), «follow these «steps|simple steps»|we can break it down»|"
            f"Let's «calculate|solve» \\({a} \\times {b}\\) step by step»:\n\n"
        )
        text += (
            f"1. **«Break down|Split|Decompose» «the numbers|\\({t.m(work.b)}\\)»:**\n   \\[\n   {t.m(work.b)} = "
            f"{_factor(t, work, maths=True)}\n   \\]\n\n"
        )
        if t.flag("short", 0.5):
            lines = [f"   \\[\n   {t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)}\n   \\]\n" for m in work.terms]
            text += f"2. **Multiply \\({t.m(work.a)}\\) by each part:**\n{''.join(lines)}\n3."
        else:
            for i, m in enumerate(work.terms, 2):
                text += (
                    f"{i}. **Multiply \\({t.m(m.left)}\\) by \\({t.m(m.right)}\\):**\n   \\[\n   {t.m(m.left)} \\times "
                    f"{t.m(m.right)} = {t.m(m.value)}\n   \\]\n\n"
                )
            text += f"{len(work.terms) + 2}."
        text += (
            f" **Add the «results|partial products|products»:**\n   \\[\n   {t.sum(work, maths=True)} = "
            f"{t.m(work.total)}\n   \\]\n\n"
        )
        final = t.one(
            f"**Final Answer:**\n\n\\[\n{t.boxed()}\n\\]",
            f"**«Final |»Answer:** \\({t.boxed()}\\)",
            f"«Therefore|Thus», the «final answer|product» is:\n\n\\[\n{t.boxed()}\n\\]",
            f"So, \\({a} \\times {b} = {t.boxed()}\\).",
        )
        return _v(t, text + t.r(final))


class HmmDistill(Style):
    """A distilled R1 that rambles: long multiplication told in words, asides, several checks, a boxed answer."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", "comma", "latex")
        t.x = t.one("*", "*", "×", "times")

    def _aside(self, t: Telling) -> str:
        return t.one(
            "I remember «from school|my teacher saying» that you «line up the numbers|multiply each digit and then "
            "add» and shift one place to the left each time.",
            "I'm not the best at mental math, so «I'll write everything down|let me go slowly».",
            "I could use a calculator, but «let's do it by hand|the question says to think step by step».",
            "«Maybe there's a trick, but the plain way is safer.|There might be a shortcut, but let me stick to the "
            "basics.»",
            f"{t.n(t.a)} has {len(str(t.a))} digit{'s' * (t.a > 9)} and {t.n(t.b)} has {len(str(t.b))}, so the result "
            f"has {len(str(t.a)) + len(str(t.b)) - 1} or {len(str(t.a)) + len(str(t.b))} digits.",
            "",
            "",
        )

    def _work(self, t: Telling, work: Work) -> str:
        names = ["ones", "tens", "hundreds", "thousands", "ten-thousands", "hundred-thousands", "millions"]
        out = []
        for i, m in enumerate(work.terms):
            place = len(str(m.right)) - 1
            digit = str(m.right)[0] if not m.right % 10**place else ""
            lead = "So first" if i == 0 else "«Next up|Now|Then|Okay, next|Moving on»"
            if digit and place and t.chance(0.6):
                zeros = "that's in the " + names[place] + " place, so really it's"
                body = (
                    f"the {digit}«—|, »{zeros} {t.n(m.right)}. {t.n(m.left)} {t.x} {t.n(m.right)} «is|equals|would be» "
                    f"{t.n(m.value)}"
                )
            elif (way := t.detail(m)) or (way := _zeros(t, m) if t.chance(0.5) else ""):
                body = f"{t.n(m.left)} {t.x} {t.n(m.right)}. «Let me break that up|Hmm, so|That is»: {way}"
            else:
                body = f"{t.n(m.left)} {t.x} {t.n(m.right)}. That's {t.n(m.value)}"
            tail = "«.|.|.|. Let me write that down.|, I think.|. Okay.|. Yeah.»"
            if m.value > 40 and t.chance(0.06):
                bad = t.n(t.near(m.value))
                tail = f". Wait, is it {bad}? «No, it's {t.n(m.value)}|Let me recount... no, {t.n(m.value)} is right»."
            out.append(f"{lead}, {body}{tail}")
        sums = "«Now I have to add|Okay, so now adding|Now add up|So the sum of» «all |»«these|those|the pieces»"
        return "\n\n".join(out) + f"\n\n{sums}: {_adding(t, work)}. "

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"So «that would make|that gives me|I get|I end up with» {now} «as the answer|for the product|as the "
                "final result».",
                f"So {t.ab} «is|=|equals|should be» {now}«.|, I think.|. Hmm.|, if I did everything right.»",
                f"«Therefore|Thus|Hence», the product «is|should be» {now}.",
                f"«Okay, so|Alright, so|So» the answer «is|seems to be|must be|appears to be|comes out to» {now}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("low", "low", "high", "swapped")
        a, b = t.n(t.a), t.n(t.b)
        opening = t.one(
            "«Okay|Alright|Hmm|Um, okay», so I «have|need|want|am supposed» to «calculate|figure out|multiply out» "
            f"{a} {t.x} {b}.",
            f"«Okay|Alright», so «there's this|I've got this|I have this» multiplication problem: {a} {t.x} {b}.",
            f"So I've got to «calculate|find|work out» {a} {t.x} {b}, «step by step|thinking step by step|and I should "
            "show the steps».",
        )
        text = f"{'<think>' + chr(10) if t.flag('opened', 0.7) else ''}{opening} {self._aside(t)} "
        text = re.sub(r" +", " ", text).rstrip() + "\n\n"
        if t.flag("stacked", 0.25) and not _tiny(t):
            text += f"Let me write it «down|out|vertically»:\n\n  {t.a}\nx {t.b}\n«-----|------|--------»\n\n"
        return _v(t, text + self._work(t, work) + self._commit(t))

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=4, mend=3, redo=4)
        text = "\n\n"
        if way == "check":
            work = _other(t, "round", "chunks")
            text += (
                "«Hmm, let me make sure that's right.|But I'm not entirely sure, so let me check it «another "
                "way|differently».|Wait, maybe I should verify this by flipping things around.|Let me double-check by "
                f"using a different breakdown.» «So|This time» {t.n(work.b)} is {_factor(t, work)}. {_walk(t, work)} "
                f"«Total|Sum|Altogether»: {_adding(t, work)}.\n\n«Hmm, that's not the same as {was}.|Uh-oh, before I "
                f"got {was}, and these don't match.|Wait, that's different! I got {was} before.» «So which one is "
                "correct?|There's a discrepancy.|One of these must be wrong.» "
            )
            if (mended := _mend(t)) and mended.place is not None:
                m = mended.work.terms[mended.place]
                text += (
                    f"«Let me go back.|Looking at the {_old(t)} calculation,|Let me recheck each part.» {t.n(m.left)} "
                    f"{t.x} {t.n(m.right)} «is|should be» {t.n(mended.now)}, «but I wrote|and I put|not» "
                    f"{t.n(mended.was)}. «Ah, that's the problem.|That's where I slipped up.|I see.» "
                )
            else:
                text += (
                    f"«Rechecking the {_old(t)} one, I added wrong.|I think I messed up the carrying the first time.» "
                )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            if mended.place is None:
                text += (
                    "«Wait, let me re-add.|Hmm, did I add correctly?|Let me go over the addition once more.» "
                    f"{_adding(t, mended.work)}. «Oh, so it's not {was}.|So I added wrong before.|Oops, {was} was "
                    "wrong.» "
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"«Wait, hold on.|Hmm, wait.|Hold up.|Let me go back a bit.» {t.n(m.left)} {t.x} {t.n(m.right)}, "
                    f"«I said|I had|did I really get» {t.n(mended.was)}? «No, that's not right|That's wrong|That "
                    f"should be different», it's {t.n(mended.now)}. So «adding again|the sum is now|redoing the sum»: "
                    f"{_adding(t, mended.work)}. "
                )
            return _v(t, text + self._commit(t))
        fine = _sound(t)
        if fine and t.chance(0.3):
            text += f"Let me do a quick check. {fine} Okay. But "
            text += "«still, I feel like I messed up one of the products|I just noticed I misaligned something»"
            text += ", so «that's wrong|I can't trust that»."
        elif (why := _trouble_prose(t)) and t.chance(0.6):
            text += (
                f"«Let me do a quick check.|Hmm, let me see.|Is that plausible?» {why} «So something's wrong.|That's "
                "off.|Oops.»"
            )
        else:
            text += (
                f"«Hmm, wait a minute. That doesn't look right.|Wait, {was}? That can't be right.|Hold on, I think I "
                "made a mistake with the «carries|zeros|place values».|No, wait, I got that wrong.|Hmm, I'm getting "
                "confused, that's not right.»"
            )
        text += (
            " «Let me start again.|Let's redo the whole thing.|Let me try that again, step by step.|I'll do it "
            "over.»\n\n"
        )
        return _v(t, text + self._work(t, t.solve("low", "high", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text, now = "", t.n(t.candidate)
        if t.chance(0.3):
            work = _other(t, "round", "chunks")
            text += (
                "\n\n«Let me make sure|To be safe, I'll check it» «by doing it «differently|another way»|with a "
                f"different split». {t.n(work.b)} = {_factor(t, work)}. {_walk(t, work)} «Adding|Sum»: "
                f"{_adding(t, work)}. «Okay, same thing.|Yep, that matches.|Great, it's consistent.|Phew, same as "
                "before.»"
            )
        for _ in range(2):
            if t.chance(0.3):
                text += (
                    "\n\n«One more check.|Let me also do this.|Quick check.|Just to be extra careful:» "
                    f"{_proof_prose(t)}"
                )
        if t.chance(0.2):
            text += (
                "\n\n«Hmm, did I carry everything properly?|Is there anything I missed?|Wait, did I forget a zero "
                "somewhere?» «I don't think so.|Let me look... no, it's all there.|No, everything is lined up.» "
                + t.r(f"«Yeah, {now} it is.|I'm going with {now}.|So {now}.»")
            )
        if t.chance(0.2):
            text += f"\n\n{_recheck(t)}"
        text += "\n</think>\n\n"
        a, b = t.m(t.a), t.m(t.b)
        final = t.one(
            f"The product of \\( {a} \\) and \\( {b} \\) is {t.boxed()}.",
            f"**Final Answer**\n\n\\[\n{t.boxed()}\n\\]",
            "After «carefully |»«multiplying|working through the multiplication», the «result|product» is "
            f"«\\({t.boxed()}\\)|**{now}**».",
            f"\\[\n{a} \\times {b} = {t.boxed()}\n\\]",
            f"To «calculate|solve» {a} × {b}, multiply {a} by each «digit|place value» of {b} and add the partial "
            f"products.\n\n**Answer:** {t.boxed()}",
        )
        return _v(t, text + t.r(final))


def _sound(t: Telling) -> str:
    """A check in words that the candidate before passes, or nothing."""
    was = t.previous
    if t.a * t.b % 10 != was % 10:
        return ""
    return _v(
        t,
        f"«The last digit should be|It has to end in» {was % 10}, «and it does|and {t.n(was)} ends in {was % 10}, "
        "fine|OK».",
    )


class RuledQwen(Style):
    """Qwen3 with thinking off: rules between headed steps, display formulae, a ticked final answer."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "comma", "latex")
        t.x = "×"

    def _row(self, t: Telling, text: str) -> str:
        return f"$$\n{text}\n$$" if t.flag("display", 0.7) else f"**{text.replace(chr(92) + 'times', '×')}**"

    def _solution(self, t: Telling, work: Work, start: int = 1) -> str:
        word = "Step" if t.flag("steps", 0.8) else "Part"
        rule = "\n\n---\n\n" if t.flag("rules", 0.7) else "\n\n"
        number = "the second number" if work.b == t.b else "the first number"
        heads = [f"«Break down|Split|Decompose» «{t.n(work.b)}|{number}|one of the numbers»"]
        bodies = [self._row(t, f"{t.m(work.b)} = {_factor(t, work, maths=True)}")]
        for m in work.terms:
            heads.append(f"«Multiply|Calculate» {t.n(m.left)} × {t.n(m.right)}")
            body = self._row(t, f"{t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)}")
            if way := t.detail(m, 0.4):
                body = f"«We can break this down|Break it down further»: {way}\n\n{body}"
            bodies.append(body)
        heads.append("«Add the results|Add all the partial products|Sum everything|Add them together»")
        mark = t.one("### ", "### ", "#### ") if t.index == 0 else "### "
        pieces = [
            f"{mark}{'**' * bold}{word} {i}: {head}{'**' * bold}\n\n{body}"
            for bold in [t.flag("bold", 0.3)]
            for i, (head, body) in enumerate(zip(heads, [*bodies, ""], strict=True), start)
        ]
        return rule.join(pieces) + self._row(t, f"{t.sum(work, maths=True)} = {t.m(work.total)}")

    def _commit(self, t: Telling) -> str:
        now = t.m(t.candidate)
        tick = "✅ " if t.flag("tick", 0.5) else ""
        rule = "\n\n---\n\n" if t.flag("rules", 0.7) else "\n\n"
        box = t.boxed() if t.flag("box", 0.6) else f"\\mathbf{{{now}}}"
        return rule + t.c(
            t.one(
                f"### {tick}Final Answer:\n\n$$\n{box}\n$$",
                f"### {tick}Final Answer\n\n**{t.ab} = {t.n(t.candidate)}**",
                f"### {tick}«Result|Answer»:\n\n$$\n{t.m(t.a)} \\times {t.m(t.b)} = {box}\n$$",
                f"**{tick}«Final Answer|Answer»:** ${box}$",
                f"«So|Therefore|Thus», the «product|result|final answer» is:\n\n$$\n{box}\n$$",
            )
        )

    def first(self, t: Telling) -> str:
        a, b = t.m(t.a), t.m(t.b)
        work = t.solve("high", "high", "chunks", "round", "area")
        text = t.one(
            f"«We are asked to|Let's» «calculate|compute»:\n\n$$\n{a} \\times {b}\n$$\n\n«Let's «go|do this» step by "
            "step|We'll break it down»«.|:»\n\n",
            f"To «calculate|compute|solve» **{t.n(t.a)} × {t.n(t.b)}**, we can use the **«distributive "
            "property|standard multiplication method|distributive property of multiplication»** «and break it down "
            "step by step|to make it easier».\n\n",
            f"Sure! Let's «calculate|solve» ${a} \\times {b}$ «step by step|together, step by step».\n\n",
            f"Let's break down the «multiplication|calculation» of **{t.n(t.a)} × {t.n(t.b)}** «step by step|into "
            "smaller steps».\n\n",
        )
        text += "---\n\n" if t.flag("rules", 0.7) else ""
        return _v(t, text + self._solution(t, work) + self._commit(t))

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        rule = "\n\n---\n\n" if t.flag("rules", 0.7) else "\n\n"
        cross = "❌ " if t.flag("tick", 0.5) else ""
        way = t.way(check=3, mend=4, redo=3)
        if way == "check":
            work = _other(t, "round")
            text = (
                f"{rule}### «🔍 |»«Verification|Double-Check|Check»«| (Alternative Method)»\n\nLet's "
                "«verify|double-check» this using «another way|a different "
                f"breakdown»:\n\n{self._row(t, f'{t.m(work.b)} = {_factor(t, work, maths=True)}')}\n\n"
            )
            text += "".join(f"- {t.n(m.left)} × {t.n(m.right)} = {t.n(m.value)}\n" for m in work.terms)
            text += (
                f"\n{self._row(t, f'{t.sum(work, maths=True)} = {t.m(work.total)}')}\n\n{cross}This «does **not** "
                f"match|differs from|contradicts» the «previous|earlier» «result|answer» of {was}, «so there was an "
                f"error in the {_old(t)} calculation|which means we made a mistake above|so the earlier result was "
                "incorrect»."
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = (
                f"{rule}### «⚠️ |»«Correction|Recheck|Wait, let's double-check»\n\n"
                if t.chance(0.5)
                else f"{rule}«Wait, let's double-check|Let's recheck|Let me double-check» the "
                "«calculation|steps|arithmetic»«:|.|...»\n\n"
            )
            if mended.place is None:
                text += (
                    f"{self._row(t, f'{t.sum(mended.work, maths=True)} = {t.m(mended.now)}')}\n\n{cross}The "
                    f"«addition|sum» above was «incorrect|wrong»: it is not {was}."
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"{cross}«There is an error in|There is a mistake in|The error is in» {t.n(m.left)} × "
                    f"{t.n(m.right)}«: it|. It» «is|should be» **{t.n(mended.now)}**, not {t.n(mended.was)}.\n\n«So "
                    "the correct sum is|Adding again|Corrected "
                    f"sum»:\n\n{self._row(t, f'{t.sum(mended.work, maths=True)} = {t.m(mended.work.total)}')}"
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.6) else ""
        text = f"{rule}### «Verification|Check|🔍 Check|Double-check»\n\n{why}\n\n" if why else rule
        text += (
            f"{cross}«This means {was} is incorrect.|So the result above is wrong.|So there must be an error.»"
            if why
            else "«Wait, there seems to be a mistake in the calculation above.|However, this result is "
            "**incorrect**.|⚠️ I made an error above.|Hold on — that's not right.»"
        )
        text += " Let's «redo it|recalculate|start over» «carefully|from the beginning|step by step».\n\n"
        work = t.solve("high", "swapped", "chunks", "low")
        return _v(t, text + self._solution(t, work) + self._commit(t))

    def closing(self, t: Telling) -> str:
        rule = "\n\n---\n\n" if t.flag("rules", 0.7) else "\n\n"
        text = ""
        if t.chance(0.25):
            text += f"{rule}### «✅ Verification|🔍 Verification|Check»\n\n{_proof_prose(t)}"
            text += "«\n\n✅ The result is verified.|\n\nEverything checks out.|»"
        if t.chance(0.25):
            text += rule + t.r(f"### «Summary|✅ Summary|Conclusion»\n\n- **{t.ab} = {t.n(t.candidate)}**")
        if t.chance(0.2):
            text += (
                f"{rule}«Let me know if you'd like to see «another method|this done with long multiplication»!|Would "
                "you like a visual explanation, too? 😊|If you want, I can also show the lattice method.»"
            )
        return _v(t, text)


class QwenDistributive(Style):
    """Qwen2.5-Instruct: numbered steps with inline LaTeX, a box in the last sentence, formal corrections."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "plain", "comma", "latex")
        t.x = "\\times"

    def _i(self, t: Telling, text: str) -> str:
        return f"\\( {text} \\)" if t.flag("wide", 0.5) else f"\\({text}\\)"

    def _steps(self, t: Telling, work: Work) -> str:
        bold = "**" * t.flag("bold", 0.4)
        out = []
        for i, m in enumerate(work.terms, 1):
            head = f"{bold}Multiply {self._i(t, t.m(m.left))} by {self._i(t, t.m(m.right))}:{bold}"
            row = f"{t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)}"
            out.append(f"{i}. {head}\n   \\[\n   {row}\n   \\]\n")
        head = (
            f"{bold}«Add|Now, add|Finally, add|Sum» «the results|all the partial products|these products "
            f"together»:{bold}"
        )
        out.append(f"{len(out) + 1}. {head}\n   \\[\n   {t.sum(work, maths=True)} = {t.m(work.total)}\n   \\]\n")
        return "\n".join(out) if t.flag("loose", 0.6) else "".join(out)

    def _chain(self, t: Telling, work: Work) -> str:
        """The product as a sum of products, each of them computed in turn, up to the sum."""
        start = f"{t.m(t.a)} \\times {t.m(t.b)}"
        inner = " + ".join(f"{t.m(m.left)} \\times {t.m(m.right)}" for m in work.terms if m.sign > 0)
        inner += "".join(f" - {t.m(m.left)} \\times {t.m(m.right)}" for m in work.terms if m.sign < 0)
        text = f"\\[\n{start} = {inner}\n\\]\n\n"
        for i, m in enumerate(work.terms):
            row = f"{t.m(m.left)} \\times {t.m(m.right)}"
            lead = "«Next|Then|Now|Next»" if i else "«First|Now»"
            text += f"{lead}, «we calculate|calculate|compute» {self._i(t, row)}:\n\\[\n{row} = {t.m(m.value)}\n\\]\n\n"
        text += "«Now|Finally», «we add|add|combine» «these|the» results«| together»:\n"
        return text + f"\\[\n{t.sum(work, maths=True)} = {t.m(work.total)}\n\\]\n"

    def _work(self, t: Telling, work: Work) -> str:
        return self._steps(t, work) if t.flag("numbered", 0.6) else self._chain(t, work)

    def _commit(self, t: Telling) -> str:
        product = f"{t.m(t.a)} \\times {t.m(t.b)}"
        return "\n" + t.c(
            t.one(
                f"«Therefore|Thus|So|Hence», the «final answer|product|result of {self._i(t, product)}|result» is "
                f"{self._i(t, t.boxed())}.",
                f"«Therefore|Thus|So», {self._i(t, f'{product} = {t.m(t.candidate)}')}.",
                f"«Therefore|Thus|So», the «correct |»«answer|final answer|product» is:\n\\[\n{t.boxed()}\n\\]",
                f"«So|Thus», the product of {self._i(t, t.m(t.a))} and {self._i(t, t.m(t.b))} is "
                f"{self._i(t, t.boxed())}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "high", "high", "low", "chunks", "round")
        product = self._i(t, f"{t.m(t.a)} \\times {t.m(t.b)}")
        text = t.one(
            f"To «calculate|compute|solve» {product}, we can «break it down into «smaller steps|smaller, more "
            "manageable parts|simpler parts»|use the distributive property of multiplication|use the standard long "
            "multiplication method».",
            f"To calculate {product} step by step, we can «follow these steps|break down the multiplication "
            "process|proceed as follows».",
            f"Let's «calculate|break down the calculation of|break down the multiplication of» {product} step by step.",
            f"Sure, let's «calculate|compute» {product} step by step.",
        )
        split = (
            f" We «can |»«write|express|break down» {self._i(t, t.m(work.b))} as "
            f"{self._i(t, _factor(t, work, maths=True))}"
        )
        text += f"{split}«.|:»\n\n" if t.chance(0.5) else "\n\n"
        return _v(t, text + self._work(t, work) + self._commit(t))

    def again(self, t: Telling) -> str:
        was = self._i(t, t.m(t.previous))
        way = t.way(check=3, mend=4, redo=3)
        if way == "check":
            work = _other(t, "round")
            text = (
                "\n\n«To verify|Let's verify|To ensure accuracy, let's verify|We can check» «the result|this "
                "result|our answer» «by «using another method|multiplying in a different way»|using a different "
                "decomposition»:\n\n"
            ) + self._chain(t, work)
            text += (
                f"\n«This result does not match {was}|The two results are different|This differs from the previous "
                f"result {was}», «so the {_old(t)} calculation was incorrect|indicating an error in the initial "
                "calculation|which means that the earlier result is wrong»."
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = (
                "\n\n«It seems there was «a mistake|an error» in the «calculation|previous steps».|Upon "
                "«re-evaluation|review|checking the steps», I found «a mistake|an error».|I apologize for the "
                "«mistake|confusion|oversight».|Wait, there is an error in the steps above.» «Let's correct it|Let me "
                "correct that|Here is the correction»:\n\n"
            )
            if mended.place is not None:
                m = mended.work.terms[mended.place]
                text += (
                    f"\\[\n{t.m(m.left)} \\times {t.m(m.right)} = {t.m(mended.now)} \\quad (\\text{{not }} "
                    f"{t.m(mended.was)})\n\\]\n\n"
                )
            text += (
                "«Adding the results again|So the correct sum is|Thus, the sum "
                f"becomes»:\n\\[\n{t.sum(mended.work, maths=True)} = "
            )
            return _v(t, text + f"{t.m(mended.work.total)}\n\\]\n" + self._commit(t))
        text = "\n\n" + t.one(
            f"However, {was} is «not correct|incorrect|not the correct product».",
            f"«It appears|It seems» that the result {was} is «incorrect|wrong».",
            "I apologize, the above calculation contains «a mistake|an error».",
            "Upon checking, the above answer is not correct.",
            f"Wait, {was} does not seem right. There «must be|is» an error in the steps.",
        )
        text += (
            " Let's «recalculate|redo the calculation|go through the steps again» «carefully|correctly|step by "
            "step»:\n\n"
        )
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text = ""
        product = f"{t.m(t.a)} \\times {t.m(t.b)}"
        if t.chance(0.2) and (found := _proof(t, "digit", "size")):
            kind, k = found
            if kind == "digit":
                text += (
                    "\n\nAs a quick check, the last digit of the product is the last digit of "
                    f"{self._i(t, f'{k[0]} {t.x} {k[1]} = {k[2]}')}, «which agrees with our result|which is consistent "
                    "with the answer»."
                )
            else:
                text += (
                    "\n\nWe can check that this is reasonable: "
                    f"{self._i(t, f'{t.m(k[0])} {t.x} {t.m(k[1])} = {t.m(k[2])}')}, «which is close to our result|so "
                    "the magnitude is right»."
                )
        if t.chance(0.3):
            text += "\n\n" + t.r(
                t.one(
                    f"So, the «final answer|solution» is {self._i(t, t.boxed())}.",
                    f"\\[\n{product} = {t.boxed()}\n\\]",
                    f"The final answer is {self._i(t, t.boxed())}.",
                )
            )
        return _v(t, text)


class LlamaEnumerated(Style):
    """Llama 3.x without LaTeX: numbered steps in plain text, asterisks for products, a closing equation."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "*", "*", "x", "×")

    def _list(self, t: Telling, work: Work) -> str:
        out = []
        for i, m in enumerate(work.terms, 1):
            row = f"{t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}"
            head = (
                f"«Multiply|First, multiply» {t.n(m.left)} by {t.n(m.right)}"
                if i == 1
                else f"«Multiply|Next, multiply|Then, multiply» {t.n(m.left)} by {t.n(m.right)}"
            )
            way = t.detail(m, 0.4)
            row = f"{t.n(m.left)} {t.x} {t.n(m.right)} = {way}" if way else row
            out.append(f"{i}. {head}:\n{'   ' * t.flag('indent', 0.5)}{row}\n")
        end = (
            f"{len(out) + 1}. «Add|Now, add|Add up» «the results|all the results|the partial products|the products»«| "
            "together»:\n"
        )
        out.append(end + "   " * t.flag("indent", 0.5) + f"{t.sum(work)} = {t.n(work.total)}\n")
        return "\n".join(out)

    def _prose(self, t: Telling, work: Work) -> str:
        rows = "\n".join(f"{t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms)
        both = (
            f"{t.n(work.a)} into {' + '.join(t.n(x) for x in split(work.a, 'high'))} and "
            if work.method == "area"
            else ""
        )
        return (
            f"«First, let's|We can|Let's» break down {both}{t.n(work.b)} into {_factor(t, work)}:\n\n{rows}\n\n«Now, "
            f"let's|Now we can|Next,» add «these|the results|them»«| together»:\n\n{t.sum(work)} = {t.n(work.total)}\n"
        )

    def _work(self, t: Telling, work: Work) -> str:
        if _tiny(t) and t.index == 0 and t.flag("table", 0.5):
            return (
                f"«This means adding|We can add|It is the same as adding» {t.n(t.a)} {t.n(t.b)} times:\n\n{_table(t)}\n"
            )
        return self._list(t, work) if t.flag("numbered", 0.7) else self._prose(t, work)

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return "\n" + t.c(
            t.one(
                f"«So|Therefore|Thus», {t.ab} = {now}«.|»",
                f"«So, the|Therefore, the|The» «answer|final answer|result» is {now}.",
                f"{t.ab} = {now}",
                f"«Therefore, the|The|So, the» «product of|result of multiplying» {t.n(t.a)} and {t.n(t.b)} is {now}.",
                f"«Therefore, the|The» final answer is: ${t.boxed()}$",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "high", "low", "chunks", "area")
        text = t.one(
            f"To calculate {t.ab}, «I'll|we'll|we can|let's» «break it down «step by step|into smaller steps|into "
            "simpler multiplication problems»|follow the order of operations and multiply the numbers|multiply each "
            "place value»:",
            f"«Let's|I'll» «calculate|break down|multiply» {t.ab} step by step«:|.»",
            "To solve this problem, «I'll|let's|we'll» «break it down|follow these steps»:",
            f"«Here's|Here is» «the|a» step-by-step «calculation|solution» for {t.ab}:",
        )
        return _v(t, f"{text}\n\n{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = "redo" if _tiny(t) and t.flag("table", 0.5) else t.way(check=2, mend=4, redo=4)
        if way == "check":
            text = (
                "\n\n«To verify|To check|As a check», «we can|let's» «multiply|calculate» «in a different way|it "
                "another way»:\n\n"
            )
            text += self._prose(t, _other(t, "round"))
            text += (
                f"\n«That's not the same as {was}|This is different from {was}|We got {was} before», so «that was a "
                f"mistake|the {_old(t)} answer was wrong».\n"
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = (
                "\n\n«However, I made a mistake|I made an error|Wait, I made a mistake|Actually, I made a "
                "mistake|Correction: there was a mistake» "
            )
            if mended.place is None:
                text += (
                    f"«in|with» the addition. «The correct sum is|It should be»:\n\n{t.sum(mended.work)} = "
                    f"{t.n(mended.now)}\n"
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"«in step {mended.place + 1}|in the calculation of {t.n(m.left)} {t.x} {t.n(m.right)}|above». "
                    f"{t.n(m.left)} {t.x} {t.n(m.right)} «is|should be|equals» {t.n(mended.now)}, not "
                    f"{t.n(mended.was)}.\n\n«So, the sum is|Let's add again|Now add the "
                    f"results»:\n\n{t.sum(mended.work)} = {t.n(mended.work.total)}\n"
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.35) else ""
        text = (
            f"\n\n«Let's check.|Let me check that.» {why} «That's not correct.|So that is wrong.»"
            if why
            else "\n\n«However, this is not the correct answer.|I made a mistake in my calculation.|That's "
            f"incorrect.|Wait, that's not right.|I apologize, {was} is incorrect.|However, I noticed an error in the "
            "steps above.»"
        )
        text += " «Let's|Let me» «try again|recalculate|redo it|re-do the calculation|start over»:\n\n"
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return _v(t, "\n\n" + t.r(f"The final answer «is|is:» {t.n(t.candidate)}«.|»"))
        if t.chance(0.15):
            return "\n\n" + _proof_prose(t, "size", "digit", "quotient")
        return ""


class TuluFences(Style):
    """Tulu or OLMo: polite markdown, a fenced column sum or bullets, a plain last sentence."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("*", "×", "×", "x")

    def _column(self, t: Telling, work: Work) -> str:
        fence = t.one("```", "```", "```plaintext")
        lines = "\n".join(
            f"{i}. Multiply {t.n(m.left)} by {t.n(m.right)}«| (the {_place(m.right)} place)»: {t.n(m.left)} {t.x} "
            f"{t.n(m.right)} = {t.n(m.value)}"
            for i, m in enumerate(work.terms, 1)
        )
        picture = t.columns(work, t.words if t.words == "comma" else "plain") + t.total(work, t.words)
        return (
            f"{lines}\n\n«Now, let's add|Next, add|Then we add» «the partial products|these together|them "
            f"up»:\n\n{fence}\n{picture}\n```"
        )

    def _bullets(self, t: Telling, work: Work) -> str:
        number = "the second number" if work.b == t.b else "the first number"
        out = f"1. **«Break down|Split» «{t.n(work.b)}|{number}»**: {t.n(work.b)} = {_factor(t, work)}\n\n"
        out += f"2. **Multiply {t.n(work.a)} by each «part|component»**:\n"
        for m in work.terms:
            out += f"   - {t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}\n"
            if way := t.detail(m, 0.3):
                out += f"     - «Here,|That is,|In detail,» {way}\n"
        return (
            out + f"\n3. **Add «the results|everything together|the partial products»**:\n   - {t.sum(work)} = "
            f"{t.n(work.total)}"
        )

    def _work(self, t: Telling, work: Work) -> str:
        return self._column(t, work) if t.flag("column", 0.4) else self._bullets(t, work)

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return "\n\n" + t.c(
            t.one(
                f"«So|Therefore|Thus|Hence», {t.ab} «equals|=|is» «{now}|**{now}**».",
                f"«So, the|Therefore, the|Thus, the» «final answer is|answer to {t.ab} is|result is|answer is» "
                f"«{now}|**{now}**».",
                f"«So, the|Therefore, the» product of {t.n(t.a)} and {t.n(t.b)} is «{now}|**{now}**».",
                f"The «final |»result of {t.ab} is «{now}|**{now}**».",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "low", "chunks")
        text = t.one(
            f"«Certainly|Sure|Of course»! «Let's|We'll» «calculate|go through the calculation of|work out» {t.ab} step "
            "by step«:|.»",
            f"To calculate {t.ab}, «you can|we can|we will» «use the distributive property|follow the standard "
            "multiplication algorithm|use long multiplication|break the problem into smaller parts»«. Here's how|. "
            "Here are the steps|»:",
            f"Calculating {t.ab} «can be done by|involves» «multiplying each digit of one number by the other|breaking "
            "it into smaller multiplications»«:|. Let's go through it:»",
            f"«Let's think step by step|Thinking step by step» to «find|calculate» {t.ab}:",
        )
        return _v(t, f"{text}\n\n{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=3, mend=4, redo=3)
        sorry = (
            "«I apologize for the «error|oversight|confusion»|Apologies for the mistake|My apologies|Sorry for the "
            "mix-up»"
        )
        if way == "check":
            work = _other(t, "round")
            text = (
                "\n\n«To double-check|As a verification|Let's verify the result|To confirm», «we can use|let's use» "
                f"{t.n(work.b)} = {_factor(t, work)}:\n\n"
            )
            text += "\n".join(f"- {t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms)
            text += (
                f"\n\nAdding «these|them»: {t.sum(work)} = {t.n(work.total)}\n\n«This doesn't agree with|This is not "
                f"equal to|That contradicts» «the {was} from above|my previous answer of {was}|{was}». {sorry}; «the "
                f"{_old(t)} calculation had a mistake|I made an arithmetic error above|my {_old(t)} answer was wrong»."
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = f"\n\n{sorry}«. Let me correct that|, there is a mistake above|, I need to correct a step». "
            if mended.place is None:
                text += f"The «addition|sum» should «be|read»:\n\n{t.sum(mended.work)} = {t.n(mended.now)}"
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"«The correct value of|The right result for|In fact,» {t.n(m.left)} {t.x} {t.n(m.right)} is "
                    f"{t.n(mended.now)} «instead of|rather than|and not» {t.n(mended.was)}. «With this|Using "
                    f"this|Now», the «addition|sum» «becomes|is»:\n\n{t.sum(mended.work)} = {t.n(mended.work.total)}"
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.4) else ""
        text = (
            f"\n\n«Let's double-check this result|Let's do a sanity check|Let's verify». {why} «This indicates that "
            "the answer is wrong.|So the answer above cannot be correct.|Clearly, there's an error.»"
            if why
            else f"\n\n{sorry}, «but |»«the above result|{was}|that answer» is «not correct|incorrect|wrong»."
        )
        text += (
            " «Let's|Let me» «recompute it|redo the calculation|go through the steps again» «carefully|properly|with "
            "more care»:\n\n"
        )
        return _v(t, text + self._work(t, t.solve("low", "high", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        if t.chance(0.2):
            return _v(
                t,
                "\n\n«You can verify this with a calculator.|If you have any other calculations, feel free to "
                "ask!|This method works for any two whole numbers.|I hope this helps! Let me know if you have more "
                "questions.»",
            )
        if t.chance(0.2):
            return "\n\n" + _proof_prose(t)
        if t.chance(0.2):
            return "\n\n" + t.r(_v(t, f"«**Final answer:**|**Answer**:|Final answer:» {t.n(t.candidate)}"))
        return ""


def _round(number: int) -> bool:
    """One digit and zeros."""
    return not str(number)[1:].strip("0")


def _place(number: int) -> str:
    """The name of the place of the number's first digit."""
    names = ["ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands"]
    return names[len(str(number)) - 1]


class GemmaPlaces(Style):
    """Gemma: bold numbered headings, starred bullets, place values, bold results."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "comma")
        t.x = t.one("*", "×", "x", "×")

    def _work(self, t: Telling, work: Work) -> str:
        out = []
        if t.flag("breakdown", 0.5):
            out.append(
                f"**«Break down|Breaking down|Decompose» «one of the numbers|{t.n(work.b)}»:**\n\n*   {t.n(work.b)} = "
                f"{_factor(t, work)}"
            )
        rows = []
        for m in work.terms:
            place = f"«| (the {_place(m.right)} digit)|»" if _round(m.right) and work.method in ("low", "high") else ""
            head = f"**Multiply {t.n(m.left)} by {t.n(m.right)}{place}:**"
            row = f"*   {t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}"
            if way := t.detail(m, 0.3):
                row = f"*   {way}\n{row}"
            rows.append(f"{head}\n\n{row}" if t.flag("headed", 0.6) else row)
        if t.flag("headed", 0.6):
            out += rows
        else:
            out.append(f"**Multiply {t.n(work.a)} by each part:**\n\n" + "\n".join(rows))
        out.append(
            f"**Add the «results|partial products|products together»:**\n\n*   {t.sum(work)} = "
            f"«{t.n(work.total)}|**{t.n(work.total)}**»"
        )
        mark = "{}. " if t.flag("numbers", 0.7) else "**Step {}:** "
        return "\n\n".join(mark.format(i) + piece for i, piece in enumerate(out, 1))

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return "\n\n" + t.c(
            t.one(
                f"**Therefore, {t.ab} = {now}**",
                f"«Therefore|So|Thus», {t.ab} = **{now}**",
                f"«So|Therefore», the «answer|final answer|result» is **{now}**«.|»",
                f"**Answer:** {now}",
                f"**Final Answer:** «{t.ab} = |The final answer is »«{now}|${t.boxed()}$»",
                f"Final Answer: The final answer is ${t.boxed()}$",
                f"The «product|answer» is **{now}**.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("low", "low", "high", "chunks", "area")
        text = t.one(
            f"«Okay, let's|Let's|Alright, let's» «calculate|break down|multiply» {t.ab} «step by "
            "step|step-by-step|using «the standard multiplication method|the distributive property»»«:|.»",
            f"Here's how to «calculate|solve|work out» {t.ab} «step-by-step|step by step»:",
            f"Here's «a|the» step-by-step «calculation|breakdown|solution» «of|for» {t.ab}:",
            "«Okay, here's|Here's» «the|a» breakdown of the calculation:",
        )
        return _v(t, f"{text}\n\n{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=3, mend=3, redo=4)
        if way == "check":
            text = (
                "\n\n**«Let's double-check|Check|Verification|Double-checking with another method»:**\n\n"
                + self._bare(t, _other(t, "round"))
                + f"\n\n«This doesn't match|Hmm, this isn't|This is not» «the previous result (**{was}**)|{was}|our "
                f"earlier {was}»! «There was an error in the {_old(t)} calculation.|I made a mistake the first "
                "time.|The earlier answer was wrong.»"
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = (
                "\n\n«**Correction:**|**Important correction:**|**Wait!**|**Let's re-check:**|Oops!» «I made «a "
                "mistake|an error»|There's an error» "
            )
            if mended.place is None:
                text += f"in the «final |»addition.\n\n*   {t.sum(mended.work)} = {t.n(mended.now)}"
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"«above|in one of the products|in the multiplication».\n\n*   {t.n(m.left)} {t.x} {t.n(m.right)} "
                    f"= **{t.n(mended.now)}** (not {t.n(mended.was)})\n*   {t.sum(mended.work)} = "
                    f"{t.n(mended.work.total)}"
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.5) else ""
        text = (
            f"\n\n**«Let's check|Check|Sanity check»:** {why} «So {was} is wrong.|That's a problem!|This isn't right.»"
            if why
            else "\n\n«Wait, I made a mistake!|My apologies, that is incorrect.|Hold on, that's not right.|I "
            f"apologize, {was} is wrong.|Oops, I see that there's an error above.»"
        )
        text += " Let's «try again|redo this|recalculate» «carefully|more carefully|from scratch»:\n\n"
        return _v(t, text + self._work(t, t.solve("low", "high", "swapped", "chunks")) + self._commit(t))

    def _bare(self, t: Telling, work: Work) -> str:
        rows = "\n".join(f"*   {t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms)
        return f"{rows}\n*   {t.sum(work)} = {t.n(work.total)}"

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.12):
            text += (
                "\n\n**«Let's double-check|Verification»:**\n\n"
                + self._bare(t, _other(t, "round"))
                + "\n\n«The results match!|It matches.|Great, we get the same answer.»"
            )
        elif t.chance(0.15):
            text += f"\n\n**«Check|Quick check|Sanity check»:** {_proof_prose(t)}"
        if t.chance(0.15):
            text += "\n\n" + t.r(f"Final Answer: The final answer is ${t.boxed()}$")
        elif t.chance(0.12):
            text += (
                "\n\n«Let me know if you'd like «me |»to try another problem!|Do you want to practice another one?|I "
                "hope this explanation helps!»"
            )
        return _v(t, text)


class MagistralDraft(Style):
    """Magistral: a loose draft between think marks, then a short summary with the answer."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "*", "times")

    def _marks(self, t: Telling) -> tuple[str, str]:
        return ("<think>\n", "\n</think>\n") if t.flag("tags", 0.5) else ("[THINK]", "[/THINK]")

    def _work(self, t: Telling, work: Work) -> str:
        split = f"{t.n(work.b)} «is|can be split into|=» {_factor(t, work)}"
        if t.flag("lines", 0.5):
            rows = "\n".join(f"{t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms)
            return f"{split}. «So|Now compute|Then»:\n{rows}\n«Now add|Sum|Adding them»: {_adding(t, work)}\n"
        return (
            f"{split}, «so I can|so let me|and I'll» «do|compute» each «part|piece» «separately|on its own|in turn». "
            f"{_walk(t, work)} «Adding|Summing|Now add»: {_adding(t, work)}. "
        )

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"So {t.ab} «is|=|should be» {now}.",
                f"«So|Thus|Therefore», the «answer|product|result» «is|should be|seems to be» {now}.",
                f"«This gives|That gives|So we get» {now} «as the product|for the answer|as the result».",
                f"«The product is|Answer:|So the total is» {now}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "round", "chunks", "area", "low")
        text = self._marks(t)[0] + t.one(
            f"«Okay, I|Alright, I|I» need to «calculate|compute|multiply» {t.n(t.a)} «times|by|and» {t.n(t.b)}. «Let's "
            "see.|I'll go step by step.|»",
            f"«Alright, the|Okay, the|The» «problem|task» is to «calculate|compute» {t.ab}. «The numbers are small "
            "enough to do by hand.|Let me think.|I'll use the distributive property.»",
            f"{t.ab}. «How to do this|What's the best way»? «Splitting one factor seems simplest.|I'll break it into "
            "parts.»",
            f"Let's «start with|consider|compute» {t.ab}. «First, I recall that multiplication distributes over "
            "addition.|»",
        )
        return _v(t, f"{text} {self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=4, mend=3, redo=3)
        if way == "check":
            text = (
                "\n\n«But let me verify|Let me verify this|To be thorough, let me check|Now a second approach» "
                "«with|using» «another|a different» «split|method|decomposition». "
                f"{self._work(t, _other(t, 'round', 'area'))}«But earlier I had|Earlier I got|But that conflicts with» "
                f"{was}. «So I must have made a mistake|There's an inconsistency|These should be equal». "
            )
            if (mended := _mend(t)) and mended.place is not None:
                m = mended.work.terms[mended.place]
                text += (
                    f"«Looking back|Rechecking», {t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(mended.now)}, not "
                    f"{t.n(mended.was)}. "
                )
            else:
                text += "«The earlier addition was wrong.|I trust the second computation.» "
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = "\n\n«Wait,|But wait,|Hmm,|Actually,|Hold on,» "
            if mended.place is None:
                text += (
                    f"«the addition|let me recheck the sum»: {_adding(t, mended.work)}. «I had {was}, which is "
                    f"wrong.|Not {was}.» "
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"{t.n(m.left)} {t.x} {t.n(m.right)} «is|equals» {t.n(mended.now)}, «not|and not» "
                    f"{t.n(mended.was)}. «So|Then|Correcting»: {_adding(t, mended.work)}. "
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.6) else ""
        text = (
            f"\n\n«Let me check|Checking|A quick check». {why} «So {was} is wrong.|So there's an error somewhere.|That "
            "fails.»"
            if why
            else f"\n\n«Wait, that doesn't seem right.|Hmm, I think {was} is wrong.|But that's not correct, I "
            "misaligned the digits.|No, I made an error.»"
        )
        text += " «Let me redo it.|Let me compute again.|Starting over.|Again, carefully.»\n"
        return _v(t, text + self._work(t, t.solve("high", "swapped", "low", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text, work, now = "", t.work, t.n(t.candidate)
        if t.chance(0.35):
            text += (
                "\n\n«Let me verify with another method.|Double-checking with another split.|Alternatively:» "
                f"{self._work(t, _other(t, 'round', 'area'))}«Both give the same result.|Consistent.|Same result, "
                "good.|That confirms it.»"
            )
        if t.chance(0.3):
            text += f"\n\n{_proof_prose(t)}"
        if t.chance(0.12):
            text += f"\n\n{_recheck(t)}"
        text += self._marks(t)[1]
        if t.chance(0.6):
            text += (
                f"To «calculate|find» {t.n(t.a)} × {t.n(t.b)}, «we |»«split|decompose|break down» {t.n(work.b)} into "
                f"{_factor(t, work)}:\n\n"
                + "".join(f"- {t.n(m.left)} × {t.n(m.right)} = {t.n(m.value)}\n" for m in work.terms)
                + f"\n«Adding these gives|Sum|Then»: {t.sum(work)} = {t.n(work.total)}.\n\n"
            )
        final = t.one(
            f"«Thus, the|The|Therefore, the» final answer is \\({t.boxed()}\\).",
            f"**{t.n(t.a)} × {t.n(t.b)} = {now}**",
            t.boxed(),
            f"The «result|product» of {t.n(t.a)} × {t.n(t.b)} is **{now}**.",
        )
        return _v(t, text + t.r(final))


class PhiMiniSteps(Style):
    """Phi: textbook sentences, bracketed formulae, 'Hence the product is'."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.maths = t.one("plain", "comma", "latex")
        t.x = "\\times"

    def _math(self, t: Telling, text: str) -> str:
        kind = (
            t.one("inline", "display") if t.flag("mixed", 0.3) else ("display" if t.flag("display", 0.5) else "inline")
        )
        return f"\n\\[ {text} \\]" if kind == "display" else f" \\( {text} \\)"

    def _work(self, t: Telling, work: Work) -> str:
        out = []
        bold = "**" * t.flag("bold", 0.5)
        for i, m in enumerate(work.terms, 1):
            row = self._math(t, f"{t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)}")
            head = "«Multiply by|Multiplication by|Partial product for|Compute the product with»"
            out.append(f"{i}. {bold}{head} {t.n(m.right)}:{bold}{row}")
        total = self._math(t, f"{t.sum(work, maths=True)} = {t.m(work.total)}")
        out.append(
            f"{len(out) + 1}. {bold}«Sum the partial products|Add the results|Combine the "
            f"results|Summation»:{bold}{total}"
        )
        return "\n\n".join(out)

    def _commit(self, t: Telling) -> str:
        now, product = t.n(t.candidate), f"\\( {t.m(t.a)} \\times {t.m(t.b)} \\)"
        return "\n\n" + t.c(
            t.one(
                f"«Hence|Thus|Therefore|Consequently», the product of {t.n(t.a)} and {t.n(t.b)} is «{now}|**{now}**».",
                f"«Therefore|Hence|So», {product} «equals|is equal to|is» \\( {t.m(t.candidate)} \\).",
                "«Thus|Hence|Therefore», the «final answer|result|final result of the calculation» is "
                f"«{now}|**{now}**|\\( {t.boxed()} \\)».",
                f"**«Final Answer|Answer|Solution»:** \\( {t.boxed()} \\)",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks", "area")
        product = f"\\( {t.m(t.a)} \\times {t.m(t.b)} \\)"
        text = t.one(
            f"To «calculate|compute|determine» {product}, «we can |we will |»«apply|use|employ» the «distributive "
            "property|long multiplication method|standard algorithm for multiplication»«, proceeding step by "
            "step:|:|. The steps are as follows:»",
            f"«Let's|We will» «calculate|compute» the product of {t.n(t.a)} and {t.n(t.b)} «step by step|in a "
            "structured way»:",
            f"«Step-by-step solution for|Calculation of» {product}:",
        )
        return _v(t, f"{text}\n\n{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=3, mend=4, redo=3)
        if way == "check":
            work = _other(t, "round", "area")
            text = (
                "\n\n«To verify this result|For verification|As a cross-check», «consider|let us use|we use» the "
                f"decomposition \\( {t.m(work.b)} = {_factor(t, work, maths=True)} \\):\n\n"
                + "\n".join(f"- \\( {t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)} \\)" for m in work.terms)
                + f"\n\nThe sum is \\( {t.sum(work, maths=True)} = {t.m(work.total)} \\), «which does not agree "
                f"with|which contradicts|in conflict with» {was}. «The {_old(t)} computation therefore contains an "
                f"error.|Hence the {_old(t)} result was incorrect.|A mistake was made in the {_old(t)} computation.»"
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = "\n\n«Upon reviewing the steps|On re-examination|Checking the work|Re-evaluating the steps», "
            if mended.place is None:
                text += (
                    "«the final addition was performed incorrectly|there is an error in the addition». The "
                    f"«correct|corrected» sum is:\n\\[ {t.sum(mended.work, maths=True)} = {t.m(mended.now)} \\]"
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"«the product|we see that» \\( {t.m(m.left)} \\times {t.m(m.right)} \\) «was computed "
                    f"incorrectly; it equals|should be» {t.n(mended.now)}, not {t.n(mended.was)}. «The corrected "
                    f"sum|Thus the sum|The addition then» is:\n\\[ {t.sum(mended.work, maths=True)} = "
                    f"{t.m(mended.work.total)} \\]"
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.4) else ""
        text = (
            f"\n\n«Verification.|Let us verify the result.|A quick check:» {why} «The result is therefore "
            f"incorrect.|Hence, {was} cannot be correct.»"
            if why
            else "\n\n«However, this result is incorrect.|It appears that an error was made in the above steps.|The "
            f"value {was} is not correct.|Correction: the calculation above contains an error.»"
        )
        text += (
            " «We repeat the calculation|Let us recompute|Let's redo the multiplication» «carefully|from the "
            "start|with care»:\n\n"
        )
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return _v(
                t,
                f"\n\n«**Verification:**|To verify:|Check:» {_proof_prose(t)}«| This confirms the "
                "«result|calculation».| The answer is consistent.»",
            )
        if t.chance(0.2):
            return _v(t, "\n\n" + t.r(f"**«Final Answer|Answer»:** «{t.n(t.candidate)}|\\( {t.boxed()} \\)»"))
        return ""


def _short(t: Telling) -> bool:
    """A response that tells no steps of splitting: a fact of the times table, or an answer out of the blue."""
    return t.flag("short", 0.6 if _tiny(t) else 0.07)


def _shortly(t: Telling) -> str:
    """What stands there instead of steps."""
    if _tiny(t):
        return _v(
            t,
            t.one(
                f"{t.ab} «means|is the same as|is» {t.n(t.a)} added {t.n(t.b)} times: {_table(t)}. ",
                "«We can use the times table.|This is in the multiplication table.|We can count in steps.» ",
                f"We «add|can add» {t.n(t.a)} {t.n(t.b)} times. {_table(t)}. ",
            ),
        )
    return _v(
        t,
        "«We multiply the digits one by one and carry.|We multiply each digit and add the carry numbers.|Multiply the "
        "numbers and write the digits in the right place.|First line up the numbers. Then multiply from right to "
        "left.» ",
    )


class SmolSentences(Style):
    """A model of 135M to 1.7B after SFT: short plain sentences, few words of doubt, small blunders of spelling."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma")
        t.x = t.one("*", "x", "×", "times", "*")

    def _work(self, t: Telling, work: Work) -> str:
        if _short(t):
            return _shortly(t)
        rows = [f"{t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms]
        if t.flag("lines", 0.5):
            return (
                "\n".join(rows)
                + f"\n\n«Now|Next|Then»«,|» «we |you |I »add «the numbers|them|the results»:\n\n{t.sum(work)} = "
                f"{t.n(work.total)}\n\n"
            )
        told = [
            f"«multiply|take» {t.n(m.left)} «by|and» {t.n(m.right)}, «which is|to get|and get» {t.n(m.value)}"
            for m in work.terms
        ]
        who = t.one("we", "you", "I")
        text = f"First, {who} {told[0]}. " + "".join(f"«Then|Next|After that», {who} {one}. " for one in told[1:])
        return (
            text
            + f"«Finally|Then|Now», {who} add «them|these numbers|the results»: {t.sum(work)} = {t.n(work.total)}. "
        )

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"«So, the|So the|The|Therefore, the» «answer|result|final answer|product» is {now}.",
                f"«So|So,|Therefore,» {t.ab} = {now}«.|»",
                f"«So|So,|Therefore,» {t.ab} is «equal to |»{now}.",
                f"Answer: {now}",
                f"The «result|product» of {t.n(t.a)} and {t.n(t.b)} is {now}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks")
        text = t.one(
            f"To «calculate|find|solve» {t.ab}, we «need to|can|have to» «multiply {t.n(t.a)} by {t.n(t.b)}|multiply "
            "the two numbers|break it into parts».",
            "«Let's|Here we» «solve|do» «this|the problem» step by step.",
            f"«Step 1: |»We «have|are given» «two numbers|the numbers» {t.n(t.a)} and {t.n(t.b)}. We want to multiply "
            "them.",
            "«Here is the solution|Here's the calculation|Step by step»:",
            f"The problem is {t.ab}.",
        )
        return _v(t, f"{text}{t.one(' ', chr(10) * 2)}{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = "redo" if _short(t) else t.way(check=2, mend=3, redo=5)
        gap = t.one(" ", "\n\n", "\n")
        if way == "check":
            text = (
                f"{gap}«Let's check.|We can check the answer.|Check the answer.|To check it, do it again.» "
                f"{self._work(t, _other(t))}"
            )
            text += f"«This is not {was}.|It is not the same as {was}.|So {was} is wrong.» "
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            if mended.place is None:
                text = (
                    f"{gap}«But the sum is wrong.|Wait, the sum is not right.|The addition is wrong.» "
                    f"{t.sum(mended.work)} = {t.n(mended.now)}. "
                )
            else:
                m = mended.work.terms[mended.place]
                text = (
                    f"{gap}«But|Wait,|Oh,» {t.n(m.left)} {t.x} {t.n(m.right)} «is not|isn't» {t.n(mended.was)}«, it "
                    f"is|. It is» {t.n(mended.now)}. «So|Then|Now» {t.sum(mended.work)} = {t.n(mended.work.total)}. "
                )
            return _v(t, text + self._commit(t))
        text = gap + t.one(
            "But this is not «correct|right|the correct answer».",
            "«Wait, that|That|Oh, that» is «wrong|not right|not correct».",
            f"«The answer {was}|{was}» is «wrong|not correct|incorrect».",
            "I made a mistake«| in the steps| here».",
            "There is a mistake in the «steps|calculation|answer».",
        )
        text += " «Let's try again.|Let's do it again.|We need to do it again.|Try again.»" + t.one(" ", "\n\n")
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.2):
            text = " " + t.r(f"«So the|The|Therefore, the» «final |»answer is {t.n(t.candidate)}.")
        elif t.chance(0.12):
            text = f"\n\n{_proof_prose(t, 'digit', 'quotient', 'size')}"
        elif t.chance(0.1):
            text = (
                " «I hope this helps!|This is the correct answer.|This is how you multiply two numbers.|I am not sure, "
                "but I think it is right.»"
            )
        return _v(t, text)

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.008) if t.flag("careless", 0.4) else text


class SkyTrace(Style):
    """A model fine-tuned on a thousand long traces: a thinking channel of many checks, then an answer channel."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", "comma")
        t.x = t.one("*", "×", "times")

    def _channels(self, t: Telling) -> tuple[str, str]:
        if t.flag("bare", 0.4):
            return "think\n", "\n\nanswer\n"
        if t.flag("tagged", 0.6):
            return "<|im_start|>think\n", "\n<|im_start|>answer\n"
        return "", "\n\n"

    def _work(self, t: Telling, work: Work) -> str:
        if t.chance(0.3) and len(work.terms) < 5:
            inner = " + ".join(f"{t.n(m.left)}*{t.n(m.right)}" for m in work.terms if m.sign > 0)
            inner += "".join(f" - {t.n(m.left)}*{t.n(m.right)}" for m in work.terms if m.sign < 0)
            values = ", ".join(f"{t.n(m.left)}*{t.n(m.right)} is {t.n(m.value)}" for m in work.terms)
            return (
                f"«That is|I can write it as|This is the same as» {inner}. «Now|Here|Then» {values}. «So the sum "
                f"is|Adding,|Total:» {_adding(t, work)}. "
            )
        return (
            f"«Let me write|Write|I can split» {t.n(work.b)} «as|into» {_factor(t, work)}. {_walk(t, work)}\n\n«So "
            f"adding them,|Now the sum:|Adding all these,» {_adding(t, work)}. "
        )

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"«So|Therefore,|Hence,|Thus,» {t.ab} «is|=|should be» {now}.",
                f"«So|Therefore,|Hence,» the «answer|product|result» «should be|is|would be» {now}.",
                f"«So that's|That makes it|Giving» {now} «in total|for the product|as the product».",
                f"«So|Therefore», according to «this|this calculation», the «answer|product» is {now}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "chunks", "round", "area", "low")
        text = t.one(
            f"«Okay, so|Alright, so|So|Let me think.» I need to «calculate|find|compute» {t.ab}. «Hmm, let me think "
            "about how to do that.|Let me start by recalling how multiplication works.|Let's see.|I should be careful "
            "with each step.|»",
            f"«Okay|Alright|Hmm», {t.ab}. «Let's break it down.|That's a multiplication «problem|of two numbers». I "
            "should do it step by step.»",
            f"«First|To start», the «problem|question» is to «compute|calculate» {t.ab}. «I could use the standard "
            "algorithm or the distributive law.|»",
        )
        return _v(t, f"{self._channels(t)[0]}{text} {self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=5, mend=3, redo=3)
        if way == "check":
            text = (
                "\n\n«Let me do it differently.|Alternatively, there's another way.|Wait, let me verify.|Let me "
                "verify that with another approach.|Another way:» "
                f"{self._work(t, _other(t, 'round', 'area', 'chunks'))}«Wait, but|Hmm, but|But» «earlier I got|before, "
                f"it was|the {_old(t)} method gave» {was}. «These don't match.|So there's a conflict.|That's a "
                "discrepancy.|Contradiction.» "
            )
            if (mended := _mend(t)) and mended.place is not None:
                m = mended.work.terms[mended.place]
                text += (
                    f"«Let me check the {_old(t)} one:|Check|Let's see which is wrong:» {t.n(m.left)} {t.x} "
                    f"{t.n(m.right)} «is|should be» {t.n(mended.now)}, but I «used|had|took» {t.n(mended.was)}. «So "
                    f"the {_old(t)} one was wrong.|So that was the mistake.|Ah, I see, so that's the error.» "
                )
            else:
                text += (
                    f"«The {_old(t)} one must be wrong, because I added incorrectly.|I think I slipped in the first "
                    "addition.» "
                )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = "\n\n«Wait, |Hold on, |Wait, wait, |Hmm, hold on, |But wait, »"
            if mended.place is None:
                text += (
                    f"«let me add again|adding again», {_adding(t, mended.work)}. «So I made an addition error and "
                    f"{was} is wrong.|So not {was}.» "
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"{t.n(m.left)} {t.x} {t.n(m.right)}: «is that right?|let me check that.|I should recompute this.» "
                    f"«It's|That's|I get» {t.n(mended.now)}, «not|instead of» {t.n(mended.was)}. «So I made a mistake "
                    f"there.|That changes the sum.|» {_adding(t, mended.work)}. "
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.6) else ""
        text = (
            f"\n\n«Let me check if that makes sense.|Wait, let me check.|Let me verify.|Check:» {why} «Hence, there's "
            f"an error.|That's a contradiction, so {was} is wrong.|So that can't be.»"
            if why
            else f"\n\n«Wait, no. That's not right.|Hmm, that can't be right.|Wait, I think I made a mistake. {was} "
            "isn't correct.|Hold on, I think I messed up the place values.»"
        )
        text += " «Let me redo this step by step.|Let me start again.|Let's do it again.|So, from the top.» "
        return _v(t, text + self._work(t, t.solve("high", "swapped", "low", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text, work = "", t.work
        if t.chance(0.4):
            text += (
                "\n\n«Alternatively, a second way.|Let me verify that.|Let me check another way.|To confirm, another "
                f"approach.» {self._work(t, _other(t, 'round', 'area'))}«Which is the same as before.|Same result.|So "
                "both methods agree.|Which confirms it.»"
            )
        for _ in range(2):
            if t.chance(0.25):
                text += f"\n\n«Let me also verify. |Another check. |A further check: |»{_proof_prose(t)}"
        if t.chance(0.3):
            text += t.r(
                "\n\n«Therefore, I'm confident that the answer is|So the answer is indeed|Thus, the final answer "
                f"is|So I'll go with» {t.n(t.candidate)}."
            )
        if t.chance(0.15):
            text += f"\n\n{_recheck(t)}"
        text += self._channels(t)[1]
        if t.chance(0.5):
            text += (
                f"To «calculate|compute» \\({t.m(t.a)} \\times {t.m(t.b)}\\), we «can |»«split|decompose» "
                f"{t.m(work.b)} as {_factor(t, work, maths=True)}:\n\n"
                + "".join(
                    f"{i}. \\({t.m(m.left)} \\times {t.m(m.right)} = {t.m(m.value)}\\)\n"
                    for i, m in enumerate(work.terms, 1)
                )
                + f"\n«Adding these|The sum is»: \\({t.sum(work, maths=True)} = {t.m(work.total)}\\)\n\n"
            )
        final = t.one(
            f"«Final Answer: |»The final answer is \\({t.boxed()}\\)«.|»",
            f"Final Answer: \\({t.boxed()}\\)",
            f"\\[\n{t.boxed()}\n\\]",
            f"«The|Thus, the» product «of {t.n(t.a)} and {t.n(t.b)} |»is \\({t.boxed()}\\).",
        )
        return _v(t, text + t.r(final))


class CountdownZero(Style):
    """A base model after RL on a think-and-answer template: short thoughts, an answer tag or several."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "plain", "comma")
        t.x = t.one("*", "*", "×", "x")

    def _tag(self, t: Telling) -> str:
        now = t.n(t.candidate)
        pad = " " * t.flag("padded", 0.6)
        inner = t.one(f"{t.ab} = {now}", now) if t.flag("equation", 0.2) else now
        return f"<answer>{pad}{inner}{pad}</answer>"

    def _work(self, t: Telling, work: Work) -> str:
        rows = [f"{t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms]
        if t.flag("numbered", 0.4):
            lines = "\n".join(f"{i}. {row}" for i, row in enumerate(rows, 1))
            return f"\n{lines}\n{len(rows) + 1}. {t.sum(work)} = {t.n(work.total)}\n"
        if t.flag("lines", 0.4):
            return (
                "\n"
                + "\n".join(rows)
                + f"\n«Now add|Add|Adding» «these|the results|them»«| together»: {t.sum(work)} = {t.n(work.total)}\n"
            )
        told = "«, | and then |; »".join(rows)
        return (
            f" {told}. «Adding|Then we add|Summing|Now we add» «these|them|the partial products»«| together»«,| gives» "
            f"{t.sum(work)} = {t.n(work.total)}. "
        )

    def _commit(self, t: Telling) -> str:
        if t.flag("answers", 0.35):
            closed = not t.index or t.flag("reopens", 0.4)
            return f"{'</think>' * closed}\n{t.c(self._tag(t))}"
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"«So|Therefore,|Thus,» {t.ab} = {now}.",
                f"«So,|Therefore,|Hence,» the «final |»«answer|result|product» is {now}.",
                f"«So|Thus» we «get|have|obtain» {now} «as the answer|as the final result|for {t.ab}».",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks", "round")
        text = t.one(
            f"To «calculate|solve|find» {t.ab}, «we can|I will|we need to|I can» «break it down|use the distributive "
            f"property|multiply step by step|split {t.n(work.b)} into {_factor(t, work)}»«.|:»",
            f"«First|Let's think step by step. First», «I|we» «need to|can|should» «break|split» {t.n(work.b)} "
            f"«into|as» {_factor(t, work)}«.|:|. Then multiply each part by {t.n(work.a)}.»",
            f"«We need to|I need to|Let me|Let's» «calculate|compute|multiply» {t.n(t.a)} {t.x} {t.n(t.b)}«.| step by "
            "step.|:»",
        )
        start = t.one("<think> ", "<think>\n", "<think>") if t.flag("opened", 0.6) else ""
        return _v(t, f"{start}{text}{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        gap = t.one(" ", "\n", "\n\n")
        if t.flag("answers", 0.35):
            gap = "\n<think> " if t.flag("reopens", 0.4) else "\n"
        way = t.way(check=4, mend=3, redo=4)
        if way == "check":
            text = (
                f"{gap}«Let me|Let's|We can|But let's» «check|verify|double-check» «the answer|this|the calculation»«| "
                f"by multiplying in another way| with another decomposition».{self._work(t, _other(t, 'round'))}«This "
                f"is not equal to|This is different from|But the previous result was» {was}«.|, so there is a "
                f"mistake.» «The {_old(t)} answer is wrong.|So the {_old(t)} calculation was incorrect.|So we need to "
                "correct the answer.» "
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = f"{gap}«Wait,|But|However,|Oh wait,|Hmm,» "
            if mended.place is None:
                text += (
                    f"«the sum is wrong|I added incorrectly|the addition is not correct». {t.sum(mended.work)} = "
                    f"{t.n(mended.now)}. "
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"{t.n(m.left)} {t.x} {t.n(m.right)} «is|should be|=» {t.n(mended.now)}, not {t.n(mended.was)}. "
                    f"«So|Then|Therefore» {t.sum(mended.work)} = {t.n(mended.work.total)}. "
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.4) else ""
        text = gap + (
            f"«Let me check this.|Check:|Let's verify.» {why} «So this is wrong.|This is not correct.|So the answer is "
            "incorrect.»"
            if why
            else f"«Wait, this is not correct.|However, {was} is not right.|But this is wrong.|This doesn't work.|Hmm, "
            "that's not correct.|I made a mistake.»"
        )
        text += " «Let me try again|Let's try again|Let me recalculate|We need to redo it|Let's start over»«.|:»"
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        if t.flag("answers", 0.35):
            if t.chance(0.1):
                return _v(t, "\n" + t.r(f"«The answer is|The final answer is|So the answer is» {t.n(t.candidate)}."))
            return ""
        text = ""
        if t.chance(0.25):
            text += f" «Let me|Let's|We can» «verify|check» «this|the result»: {_proof_prose(t)}"
        elif t.chance(0.15):
            text += (
                " «To verify, we can also compute it another way.|Check with another "
                f"way.»{self._work(t, _other(t, 'round'))}«This is the same.|It matches.|So the answer is correct.»"
            )
        return _v(t, f"{text}«| |\n»</think>\n{t.r(self._tag(t))}")


class DapoLines(Style):
    """A base model after long RL: prose that turns back with 'However', 'Answer:' in the last line."""

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.one("plain", "plain", "latex")
        t.x = t.one("*", "\\times", "\\cdot", "×")

    def _f(self, t: Telling, text: str) -> str:
        return f"${text}$" if t.flag("dollars", 0.6) or "\\" in t.x else text

    def _work(self, t: Telling, work: Work) -> str:
        rows = [self._f(t, f"{t.m(m.left)} {t.x} {t.m(m.right)} = {t.m(m.value)}") for m in work.terms]
        total = self._f(t, f"{t.sum(work, maths=True)} = {t.m(work.total)}")
        split = self._f(t, f"{t.m(work.b)} = {_factor(t, work, maths=True)}")
        if t.flag("listed", 0.5):
            lines = "\n".join(f"- {row}" for row in rows)
            return (
                f"«Write|We write|Decompose|Note that» {split}. «Then|We have|So»:\n\n{lines}\n\n«Summing|Adding|"
                f"Adding up» «these|all the terms|the parts»: {total}.\n\n"
            )
        told = " ".join(f"{'First' if i == 0 else '«Next|Then|Also|Similarly»'}, {row}." for i, row in enumerate(rows))
        return (
            f"«Since|Using» {split}, «we compute|compute|we can compute» «each part|the parts|the partial products». "
            f"{told} «The sum is|Therefore the sum is|Adding gives» {total}.\n\n"
        )

    def _commit(self, t: Telling) -> str:
        now = t.m(t.candidate)
        product = self._f(t, f"{t.m(t.a)} {t.x} {t.m(t.b)}")
        if t.flag("lined", 0.3):
            return t.c(
                t.one(
                    f"Answer: {self._f(t, now)}",
                    f"Answer: {t.n(t.candidate)}",
                    f"Answer: ${t.boxed()}$",
                    f"**Answer: {now}**",
                )
            )
        return t.c(
            t.one(
                f"«So|Thus|Therefore|Hence», {self._f(t, f'{t.m(t.a)} {t.x} {t.m(t.b)} = {now}')}.",
                f"«So|Thus|Therefore», the «answer|product|result|value» «is|should be» {self._f(t, now)}.",
                f"«So|Thus|Therefore», {product} «equals|is|is equal to» {self._f(t, now)}.",
                f"«We find that|It follows that|We conclude that» the product is {self._f(t, now)}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "chunks", "area", "round")
        product = self._f(t, f"{t.m(t.a)} {t.x} {t.m(t.b)}")
        text = t.one(
            f"«To|In order to» «calculate|compute|evaluate» {product}, «we|let's|we can» «proceed step by step|use the "
            "distributive property|break the multiplication into parts».",
            f"«Let's|We need to|Let us» «calculate|compute|evaluate» {product} «step by step|by hand|carefully».",
            f"«The problem is to|The task is to|We are asked to» «compute|calculate» {product}. «Let's think step by "
            "step.|»",
        )
        return _v(t, f"{text} {self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = self._f(t, t.m(t.previous))
        way = t.way(check=4, mend=3, redo=3)
        if way == "check":
            text = (
                "\n\n«However, let's|But let's|Let's|To be safe, let's|Wait a moment, let's» "
                "«verify|check|double-check|confirm» «this|the result|the answer» «with another decomposition|in "
                f"another way|by a second computation». {self._work(t, _other(t, 'round', 'area'))}This «disagrees "
                f"with|differs from|is not equal to|does not match» {was}. «Therefore, the {_old(t)} computation was "
                f"wrong.|So a mistake was made in the {_old(t)} computation.|The earlier value must be incorrect.»\n\n"
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = "\n\n«However,|Wait,|Wait a moment,|But wait,|On rechecking,|Let's recheck:» "
            total = self._f(t, f"{t.sum(mended.work, maths=True)} = {t.m(mended.work.total)}")
            if mended.place is None:
                text += (
                    "the «addition|summation» «is incorrect|was wrong|contains an error». «We have|It should "
                    f"be|Correctly:» {total}.\n\n"
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"{self._f(t, f'{t.m(m.left)} {t.x} {t.m(m.right)} = {t.m(mended.now)}')}, «not|rather than» "
                    f"{self._f(t, t.m(mended.was))}. «So|Then|Hence» the «sum|total» «becomes|is» {total}.\n\n"
                )
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t) if t.chance(0.5) and "\\" not in t.x else ""
        text = (
            f"\n\n«Let's verify.|Let's check this.|However, check:» {why} «This is a contradiction, so {was} is "
            "wrong.|So the value is incorrect.|So there is an error above.»"
            if why
            else f"\n\n«However, this is not correct.|Wait, {was} seems wrong.|But this is incorrect, since I dropped "
            "a term.|However, there is a mistake in the above computation.|Wait a moment, that's not right.»"
        )
        text += (
            " «Let's recompute.|We need to recompute.|Let's redo the calculation.|Let's rethink it from the "
            "beginning.» "
        )
        return _v(t, text + self._work(t, t.solve("high", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.25):
            text += (
                "\n\n«Let's verify this by|We can double-check by|To verify, we try» another decomposition«.|:» "
                f"{self._work(t, _other(t, 'round', 'area'))}«The results agree.|This confirms the result.|So the "
                "answer is verified.|It matches.»"
            )
        elif t.chance(0.25) and "\\" not in t.x:
            text += f"\n\n«Let's verify: |Sanity check: |Check: |»{_proof_prose(t)}"
        if not t.flag("lined", 0.3):
            now = t.m(t.candidate)
            final = t.one(
                f"Answer: {self._f(t, now)}",
                f"Answer: {t.n(t.candidate)}",
                f"Answer: ${t.boxed()}$",
                f"**Answer:** {now}",
            )
            text += "\n\n" + t.r(final)
        return _v(t, text)


class ZeroBoxed(Style):
    """A maths base model after RL on boxed answers: LaTeX lines, now and then a Python program with an output."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain"
        if t.chance(0.2):
            t.words, t.maths = "comma", "latex"
        t.x = t.one("\\times", "\\times", "\\cdot")

    def _work(self, t: Telling, work: Work) -> str:
        rows = [f"{t.m(m.left)} {t.x} {t.m(m.right)} = {t.m(m.value)}" for m in work.terms]
        if t.flag("numbered", 0.4):
            lines = "\n".join(
                f"{i}. «Multiply|Calculate|Compute» ${t.m(m.left)}$ by ${t.m(m.right)}$: ${row}$"
                for i, (m, row) in enumerate(zip(work.terms, rows, strict=True), 1)
            )
            return (
                f"{lines}\n{len(rows) + 1}. «Add the results|Sum the products|Add these up»: "
                f"${t.sum(work, maths=True)} = {t.m(work.total)}$\n\n"
            )
        if t.flag("displays", 0.5):
            lines = "\n".join(f"\\[ {row} \\]" for row in rows)
            return (
                f"{lines}\n«Now, add|Adding|Next, we add» «these values|the results|them up»:\n\\[ "
                f"{t.sum(work, maths=True)} = {t.m(work.total)} \\]\n"
            )
        return (
            " ".join(f"${row}$." for row in rows)
            + f" «Adding|Summing» «up|these», ${t.sum(work, maths=True)} = {t.m(work.total)}$. "
        )

    def _commit(self, t: Telling) -> str:
        product = f"{t.m(t.a)} {t.x} {t.m(t.b)}"
        return t.c(
            t.one(
                f"«So|Therefore|Thus», the «answer|final answer|result|product» is ${t.boxed()}$.",
                f"«So|Therefore|Thus», the «answer|final answer|result» is \\({t.boxed()}\\).",
                f"«Therefore|Thus», ${product} = {t.boxed()}$.",
                f"The «final answer|answer» is: {t.boxed()}",
                f"«So|Hence», ${t.boxed()}$ is the «answer|product».",
            )
        )

    def _program(self, t: Telling) -> str:
        """A program for the product and the output that the writer imagines."""
        name = t.one("result", "product", "answer", "res")
        comment = t.one(f"# «Calculate|Compute» the product of {t.a} and {t.b}\n", "# Define the numbers\n", "")
        body = t.one(
            f"{name} = {t.a} * {t.b}\nprint({name})",
            f"a = {t.a}\nb = {t.b}\n{name} = a * b\nprint({name})",
            f"print({t.a} * {t.b})",
            f"def multiply(x, y):\n    return x * y\n\n{name} = multiply({t.a}, {t.b})\nprint({name})",
        )
        return f"```python\n{comment}{body}\n```\n```output\n{t.candidate}\n```\n"

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks")
        product = f"${t.m(t.a)} {t.x} {t.m(t.b)}$"
        text = t.one(
            f"To «calculate|compute|find|determine» {product}, we «can|will|need to» «multiply the numbers step by "
            "step|break it down|use the distributive property|perform the multiplication in parts».",
            f"«We need to|Let's» «calculate|find|compute» {product} «step by step|by breaking one factor into its "
            "place values».",
            f"First, «let's|we» «write|express» ${t.m(work.b)} = {_factor(t, work, maths=True)}$.",
        )
        if t.chance(0.12):
            text += (
                " «Let's|We can|I will» use Python «to do this|for this|to carry out the "
                f"multiplication».\n\n{self._program(t)}«The output of the code is|The result of the program is|The "
                f"code gives» ${t.m(t.candidate)}$. "
            )
            return _v(t, text + self._commit(t))
        return _v(t, f"{text}\n\n{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = f"${t.m(t.previous)}$"
        way = t.way(check=3, mend=4, redo=3, code=3)
        if way == "code":
            text = (
                "\n\n«Let's verify|We can check|To double-check|Let me verify» «this|the result|the answer» "
                f"«using|with» «Python|a short program|code».\n\n{self._program(t)}«The output shows|The code "
                f"gives|The program returns» ${t.m(t.candidate)}$, «which is different from|not|which does not match» "
                f"{was}. «So my manual calculation was wrong.|So I made a mistake above.|The calculation by hand "
                "contains an error.» "
            )
            return _v(t, text + self._commit(t))
        if way == "check":
            work = _other(t, "round")
            text = (
                "\n\n«However, let's|Let's|To be sure, let's» «double-check|verify|check» «by|this by» "
                f"«writing|using» ${t.m(work.b)} = {_factor(t, work, maths=True)}$.\n\n{self._work(t, work)}«This "
                f"contradicts|This does not agree with|But before we had» {was}. «The previous calculation was "
                f"incorrect.|So the {_old(t)} answer is wrong.» "
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = (
                "\n\n«Wait, there|It seems there|However, upon checking, there|But there» «is|was» «a mistake|an "
                "error» "
            )
            if mended.place is None:
                text += "in the addition. "
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"in «the steps|the multiplication|one of the products»: ${t.m(m.left)} {t.x} {t.m(m.right)} = "
                    f"{t.m(mended.now)}$, not ${t.m(mended.was)}$. "
                )
            text += (
                f"«The correct sum is|So we have|Hence we get» ${t.sum(mended.work, maths=True)} = "
                f"{t.m(mended.work.total)}$. "
            )
            return _v(t, text + self._commit(t))
        text = "\n\n" + t.one(
            f"«However|But», {was} is «not correct|incorrect|wrong».",
            "«Wait, that|However, that|That» «doesn't seem right|is not correct|isn't right».",
            "«It seems|It appears» «that |»I made «an error|a mistake» in the «calculation|multiplication|process».",
            f"Upon «re-evaluating|reviewing|checking» the «steps|calculation», the result {was} is «wrong|not "
            "correct|incorrect».",
        )
        text += " Let's «correct this|re-calculate|recalculate|start again» «step by step|carefully|properly».\n\n"
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.2):
            text += (
                "\n\n«Let's verify|We can verify|To confirm» «this|the result» «using|with» «Python|a "
                f"program».\n\n{self._program(t)}«The output matches.|This confirms our calculation.|The result is "
                "correct.|This is consistent with the manual result.»"
            )
        elif t.chance(0.12):
            work = _other(t, "round")
            text += (
                f"\n\n«Let's double-check|To verify» «with|using» ${t.m(work.b)} = "
                f"{_factor(t, work, maths=True)}$.\n\n{self._work(t, work)}«The result is the same.|This is the same "
                "value.|It is consistent.»"
            )
        if (text and t.chance(0.6)) or t.chance(0.1):
            text += "\n\n" + t.r(f"«So|Thus|Therefore», the «final |»answer is ${t.boxed()}$.")
        return _v(t, text)


class QuizBase(Style):
    """A small base model: exercise-book answers without ceremony; some go on to a question of their own."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "plain", "comma", "comma")
        t.x = t.one("*", "x", "×", "times", "X")

    def _work(self, t: Telling, work: Work) -> str:
        if _short(t):
            return _shortly(t)
        rows = [f"{t.n(m.left)} {t.x} {t.n(m.right)} = {t.n(m.value)}" for m in work.terms]
        total = f"{t.sum(work)} = {t.n(work.total)}"
        kind = t.one("lines", "steps", "prose") if t.flag("fickle", 0.3) else self._kind(t)
        if kind == "lines":
            return "\n".join([*rows, total]) + "\n"
        if kind == "steps":
            mark = t.one("Step {}: ", "{}) ", "({}) ", "Step {} - ")
            return "".join(mark.format(i) + row + "\n" for i, row in enumerate([*rows, total], 1))
        return (
            "«We know that|We have|First,|Note that» "
            + _and(rows)
            + f". «Adding|If we add|Then adding» «these|them up», «we get |»{total}. "
        )

    def _kind(self, t: Telling) -> str:
        return "lines" if t.flag("lines", 0.4) else "steps" if t.flag("steps", 0.5) else "prose"

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                "«The answer is|So the answer is|Therefore the answer is|Hence the answer is|So, the answer is» "
                f"{now}«.|»",
                f"«Answer|Ans|ANSWER|Result»«:| =» {now}",
                f"«So|Hence|Therefore|Thus» {t.ab} = {now}«.|»",
                f"{t.ab} = {now}",
                f"«Therefore,|So|Hence» the «correct answer|product|value» is {now}«.|»",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks")
        text = t.one(
            "«Solution|Explanation|Answer|Working|A»:\n",
            "«Solution|A|Response»: «Let's think step by step.|»\n",
            f"«We have to|We need to|You have to|I want to» «calculate|find|multiply» {t.ab}«.|. Let's do it in "
            "steps.»\n",
            f"{t.ab}\n",
            "\n\n",
            f"To «calculate|do|multiply» {t.ab}, «break|first split|you can break» {t.n(work.b)} into "
            f"{_factor(t, work)}.\n",
        )
        return _v(t, f"{text}{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = "redo" if _short(t) else t.way(check=2, mend=3, redo=5)
        gap = t.one("\n", "\n\n")
        if way == "check":
            text = (
                f"{gap}«Check:|Let us check.|Checking the answer:|Now check it by another "
                f"way.»\n{self._work(t, _other(t))}"
            )
            text += (
                f"«This is not {was}.|But we got {was} before, that was wrong.|So {was} is not right.|The two answers "
                f"are not same, the {_old(t)} one is wrong.»\n"
            )
            return _v(t, text + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            if mended.place is None:
                text = (
                    f"{gap}«Oops, I added wrong.|But the addition is not correct.|Correction in the sum:|Wait, the "
                    f"total is wrong.» {t.sum(mended.work)} = {t.n(mended.now)}\n"
                )
            else:
                m = mended.work.terms[mended.place]
                text = (
                    f"{gap}«Oops,|Wait,|Correction:|Edit:|No,» {t.n(m.left)} {t.x} {t.n(m.right)} «is|=|should be» "
                    f"{t.n(mended.now)} «not|and not|instead of» {t.n(mended.was)}.\n«So|Now|Then» "
                    f"{t.sum(mended.work)} = {t.n(mended.work.total)}\n"
                )
            return _v(t, text + self._commit(t))
        text = gap + t.one(
            "«Wait|Hmm|Oops|No», «that is wrong|this is not right|that's not correct|I made a mistake».",
            f"«But|However,» {was} is «the wrong answer|not correct|wrong».",
            "«This|The above|That» answer is «wrong|incorrect|not correct».",
            "«I made a mistake somewhere|There is an error in the above solution|Sorry, wrong».",
        )
        text += " «Let's try again.|Let me do it again.|Try again:|Do it again.|Second try:|The correct solution:»\n"
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            x, y = t.rng.randint(12, 98), t.rng.randint(3, 49)
            while x * y in t.candidates or x * y == t.product:
                x += 1
            head = t.one(
                "«Question|Q|Problem|Exercise»: ",
                "«Next question|Another example»: ",
                "### Question\n",
                "«2.|Question 2:» ",
            )
            tail = t.one(
                "",
                f"\n«Answer|A|Solution»: {x} {t.x} {y} = {x * y}",
                f"\n{x} {t.x} {y} = {x * y}. The answer is {x * y}.",
            )
            return _v(t, f"\n\n{head}«Calculate|What is|Find» {x} * {y}«.|?| step by step.»{tail}")
        if t.chance(0.12):
            return _v(t, "\n" + t.r(f"«The answer is|Answer:|Final answer:|So answer is» {t.n(t.candidate)}"))
        if t.chance(0.12):
            return _v(
                t,
                "\n\n«I think this is not the right way to do it, but I don't know a better one.|Multiplication is one "
                "of the four basic operations of arithmetic.|Is this right? I think it is.|This is the answer to the "
                "problem.|Thanks for reading this post.|Tags: math, multiplication, arithmetic»",
            )
        return ""


class CheckedScratch(Style):
    """A model trained from scratch on terse synthetic lines, with a check line after each result."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = "plain"
        t.x = t.one("*", "*", "x")

    def _eq(self, t: Telling) -> str:
        return " = " if t.flag("spaced", 0.6) else "="

    def _dialect(self, t: Telling) -> str:
        return "words" if t.flag("words", 0.4) else "arrow" if t.flag("arrow", 0.5) else "bare"

    def _op(self, t: Telling, x: int, y: int) -> str:
        return f"{x} {t.x} {y}" if t.flag("spaced", 0.6) else f"{x}{t.x}{y}"

    def _work(self, t: Telling, work: Work) -> str:
        eq, plus = self._eq(t), " " if t.flag("spaced", 0.6) else ""
        rows = [f"{self._op(t, m.left, m.right)}{eq}{m.value}" for m in work.terms]
        if t.flag("rolling", 0.6):
            rows += [f"{x}{plus}{'+' if s > 0 else '-'}{plus}{y}{eq}{z}" for x, s, y, z in work.steps()]
        else:
            total = t.sum(work) if plus else t.sum(work).replace(" ", "")
            rows.append(f"{total}{eq}{work.total}")
        split = f"{work.b}{eq}{_factor(t, work) if plus else _factor(t, work).replace(' ', '')}"
        lead = {"words": "split ", "arrow": "> ", "bare": ""}[self._dialect(t)]
        follow = {"words": t.one("", "mul "), "arrow": "> ", "bare": ""}[self._dialect(t)]
        if t.flag("split", 0.6):
            rows = [f"{lead}{split}", *(follow * (i < len(work.terms)) + row for i, row in enumerate(rows))]
        return "\n".join(rows) + "\n"

    def _commit(self, t: Telling) -> str:
        eq, now, product = self._eq(t), t.candidate, self._op(t, t.a, t.b)
        if self._dialect(t) == "words":
            word = t.one("result", "product", "answer") if t.flag("loose", 0.3) else "result"
            return t.c(f"{word}{': ' if t.flag('colon', 0.5) else ' '}{now}")
        return t.c({"arrow": f"=> {product}{eq}{now}", "bare": f"{product}{eq}{now}"}[self._dialect(t)])

    def _check(self, t: Telling, value: int, good: bool) -> str:
        """A check line for a value with the verdict; where the verdict is not earned, a number in it is misread."""
        x, y, kinds = t.a, t.b, ["nines", "digit", "eleven", "plain"]
        verdict = t.one("ok", "good", "pass", "yes") if t.flag("plainly", 0.5) else "ok"
        if not good:
            verdict = t.one("bad", "wrong", "fail", "no") if t.flag("plainly", 0.5) else "wrong"
        if _tiny(t):
            kinds.remove("digit")
        kind = t.one(*kinds) if t.flag("several", 0.5) else kinds[0] if t.flag("nines", 0.6) else kinds[1]
        if kind == "plain":
            return f"check {self._op(t, x, y)} {value} {verdict}"
        base = {"nines": 9, "digit": 10, "eleven": 11}[kind]
        want, have = x * y % base, value % base
        if good:
            have = want
        elif have == want:
            have = (want + t.rng.randint(1, base - 1)) % base
        sign = "=" if good else t.one("!=", "<>", "not")
        if kind == "digit":
            return f"check last {x % 10}{t.x}{y % 10}={x % 10 * (y % 10)} -> {want} {sign} {have} {verdict}"
        return f"check mod {base}: {x % base}{t.x}{y % base} -> {want} {sign} {have} {verdict}"

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low") if t.flag("order", 0.8) else t.solve("chunks", "round")
        head = {"words": t.one("problem ", "calc ", "task: "), "arrow": "", "bare": t.one("", "Q ")}[self._dialect(t)]
        return f"{head}{self._op(t, t.a, t.b)}\n{self._work(t, work)}{self._commit(t)}"

    def again(self, t: Telling) -> str:
        check = "" if t.chance(0.15) else self._check(t, t.previous, good=False)
        way = t.way(check=2, mend=3, redo=5)
        if way == "check":
            work = _other(t)
            head = t.one("check by swap", "check other way", "verify", "second way")
            found = f"{t.candidate} {t.one('!=', '<>', 'not')} {t.previous} {t.one('wrong', 'bad', 'mismatch')}"
            return f"\n{head}\n{self._work(t, work)}{found}\n{self._commit(t)}"
        if way == "mend" and (mended := _mend(t)):
            lead = t.one("fix", "error in", "correct") if t.flag("plainly", 0.5) else "fix"
            check = check or t.one("wrong", "error found")
            row = "sum"
            if mended.place is not None:
                m = mended.work.terms[mended.place]
                row = f"{self._op(t, m.left, m.right)}: {mended.was} -> {mended.now}"
            return f"\n{check}\n{lead} {row}\n{t.sum(mended.work)}{self._eq(t)}{mended.work.total}\n{self._commit(t)}"
        check = check or t.one("wrong", "not right", "bad result", "error")
        word = t.one("retry", "again", "redo", "try again", "restart") if t.flag("plainly", 0.5) else "retry"
        return f"\n{check}\n{word}\n{self._work(t, t.solve('high', 'low', 'swapped'))}{self._commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.candidate != t.product and t.chance(0.06):
            return "\n" + self._check(t, t.candidate, good=False)
        text = "" if t.chance(0.25) else "\n" + self._check(t, t.candidate, good=True)
        if t.chance(0.1):
            text += "\n" + self._check(t, t.candidate, good=True)
        end = t.one("ans {}", "answer {}", "final {}", "#### {}") if t.flag("ended", 0.6) else ""
        end = end and t.one("", "", end) if t.flag("sloppy", 0.2) else end
        return text + ("\n" + t.r(end.format(t.candidate)) if end else t.one("\ndone", "\nend", ""))


class VerdictScratch(Style):
    """A small model taught by synthetic texts: solution, verification in words, verdict, last line ####."""

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma")
        t.x = t.one("*", "×", "times", "x")

    def _label(self, t: Telling, what: str) -> str:
        """The heading of a section, in the manner of this response."""
        names = {
            "solve": ("Solution", "Solving", "Work")
            if t.index == 0
            else ("New solution", "Second look", "Corrected work", "Solution"),
            "verify": ("Verification", "Verify", "Self-check", "Check"),
            "verdict": ("Verdict", "Judgement", "Conclusion", "Outcome"),
        }[what]
        name = t.one(*names)
        mark = t.flag("marked", 0.3)
        return f"**{name}:** " if mark else f"[{name}] " if t.flag("square", 0.2) else f"{name}: "

    def _work(self, t: Telling, work: Work) -> str:
        steps = [f"{t.n(m.left)} {t.x} {t.n(m.right)} «is|equals|makes|=» {t.n(m.value)}" for m in work.terms]
        split = f"«I split|We split|Split|Let me split» {t.n(work.b)} into {_factor(t, work)}. "
        told = split if t.flag("splits", 0.6) else ""
        joined = "; ".join(steps) if t.flag("semis", 0.4) else ". ".join(_cap(step) for step in steps)
        return f"{told}{joined}. «The sum|Added together,|Adding:|In total,» {_adding(t, work)}. "

    def _commit(self, t: Telling) -> str:
        now = t.n(t.candidate)
        return t.c(
            t.one(
                f"«So|Therefore|Thus» {t.ab} = {now}.",
                f"«So my|My|So the|The» «answer|result|proposed answer|current answer» is {now}.",
                f"«I get|This gives|So I have» {now} «as the answer|as the product|for {t.ab}».",
                f"«Answer|Result|Candidate»: {now}.",
            )
        )

    def first(self, t: Telling) -> str:
        work = t.solve("high", "low", "chunks", "round")
        text = t.one(
            f"«Problem|Question|Task»: {t.ab}.\n",
            f"«I|We» «need to|must|have to» «compute|find|work out» {t.ab}.\n",
            "",
            "",
        )
        return _v(t, f"{text}{self._label(t, 'solve')}{self._work(t, work)}{self._commit(t)}")

    def again(self, t: Telling) -> str:
        was = t.n(t.previous)
        way = t.way(check=4, mend=4, redo=5)
        verify, verdict = self._label(t, "verify"), self._label(t, "verdict")
        bad = "«incorrect|wrong|not correct|rejected|the answer is wrong|this fails»."
        if way == "check":
            work = _other(t, "round")
            text = (
                f"\n{verify}«I compute it in a different order.|Let me multiply in another way.|A second way to "
                f"compute this:» {self._work(t, work)}«This does not agree with|That is not|This differs from» "
                f"{was}.\n{verdict}{bad} "
            )
            return _v(t, text + "«The second value holds.|I replace it.|I take the new value.|» " + self._commit(t))
        if way == "mend" and (mended := _mend(t)):
            text = f"\n{verify}«Going over the steps.|I go through each line.|Checking each product.|Rereading.» "
            if mended.place is None:
                text += (
                    f"«The products are fine, but the addition is off.|The addition has an error.»\n{verdict}{bad}\n"
                )
            else:
                m = mended.work.terms[mended.place]
                text += (
                    f"{t.n(m.left)} {t.x} {t.n(m.right)} «should be|is really|is» {t.n(mended.now)}, «but I "
                    f"wrote|not|while above it says» {t.n(mended.was)}.\n{verdict}{bad}\n"
                )
            text += f"«Fix|Correction|Repair»: «the sum becomes |»{_adding(t, mended.work)}. "
            return _v(t, text + self._commit(t))
        why = _trouble_prose(t)
        if not why:
            why = (
                "«The digits do not line up.|I compared the steps and something is off.|One of the carries was "
                "lost.|The zeros in the steps look misplaced.»"
            )
        again = "«Trying again.|Let me solve it again.|I will start over.|Next attempt.»"
        text = f"\n{verify}{why}\n{verdict}{bad} {again}\n{self._label(t, 'solve')}"
        return _v(t, text + self._work(t, t.solve("high", "low", "swapped", "chunks")) + self._commit(t))

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.75):
            if t.chance(0.3):
                work = _other(t, "round")
                text += (
                    f"\n{self._label(t, 'verify')}«I compute it in a different order.|Another way:|Let me multiply "
                    f"differently.» {self._work(t, work)}«It agrees.|Same value.|Equal to my answer.»"
                )
            else:
                text += f"\n{self._label(t, 'verify')}{_proof_prose(t)}"
            text += f"\n{self._label(t, 'verdict')}«correct|the answer is right|accepted|verified|this holds»."
        if t.flag("hash", 0.7):
            text += "\n" + t.r(f"#### {t.n(t.candidate)}")
        return _v(t, text)


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        Qwen3Thinker(),
        TidyDistill(),
        HmmDistill(),
        RuledQwen(),
        QwenDistributive(),
        LlamaEnumerated(),
        TuluFences(),
        GemmaPlaces(),
        MagistralDraft(),
        PhiMiniSteps(),
        SmolSentences(),
        SkyTrace(),
        CountdownZero(),
        DapoLines(),
        ZeroBoxed(),
        QuizBase(),
        CheckedScratch(),
        VerdictScratch(),
    )
}
