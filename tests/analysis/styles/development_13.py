"""Eighteen more habits of writing: reasoning models, instruct models, models after GRPO, base models."""

# ruff: noqa: RUF012

from __future__ import annotations

import re
from collections.abc import Mapping

from .common import Mended, Style, Telling, Term, Work, split

Pool = tuple[str, ...]
Pools = Mapping[str, Pool]

COLUMN_WAYS = ("high", "low", "chunks", "swapped", "doubling")
WAYS = ("high", "high", "low", "chunks", "swapped", "round", "area", "squares", "squares", "factored", "doubling")


# --- templates: @name stands for a value -----------------------------------------------------------------------------


def fill(t: Telling, template: str, **more: str) -> str:
    times = t.x
    values = {
        "ab": t.ab,
        "ba": f"{t.n(t.b)} {times} {t.n(t.a)}",
        "mab": f"{t.m(t.a)} {times} {t.m(t.b)}",
        "a": t.n(t.a),
        "b": t.n(t.b),
        "n": t.n(t.candidate),
        "m": t.m(t.candidate),
        "p": str(t.candidate),
        "x": times,
        "old": t.n(t.previous) if t.index else "",
        "mold": t.m(t.previous) if t.index else "",
        **more,
    }
    return re.sub(r"@([a-z]+)", lambda found: values[found[1]], template)


def say(t: Telling, *templates: str, **more: str) -> str:
    return fill(t, t.one(*templates), **more)


def commit(t: Telling, *templates: str, **more: str) -> str:
    return t.c(say(t, *templates, **more))


def restate(t: Telling, *templates: str, **more: str) -> str:
    return t.r(say(t, *templates, **more))


# --- ways to multiply ------------------------------------------------------------------------------------------------


def _slipped(t: Telling, a: int, b: int, method: str, terms: list[Term]) -> Work:
    off = t.candidate - t.product
    if off and t.chance(0.7):
        able = [
            place
            for place, term in enumerate(terms)
            if term.value + term.sign * off > 0 and abs(off) <= 10 * term.value
        ]
        if able:
            place = t.rng.choice(able)
            term = terms[place]
            terms[place] = Term(term.left, term.right, term.value + term.sign * off, term.sign)
    t.work = Work(a, b, method, tuple(terms), t.candidate)
    return t.work


def _squares(t: Telling) -> Work | None:
    middle, half = (t.a + t.b) // 2, abs(t.a - t.b) // 2
    if (t.a - t.b) % 2 or half == 0 or middle < 11 or (middle > 99 and half > 12):
        return None
    terms = [Term(middle, middle, middle**2), Term(half, half, half**2, -1)]
    return _slipped(t, t.a, t.b, "squares", terms)


def _factored(t: Telling) -> Work | None:
    able = [
        (other, number, p)
        for number, other in ((t.b, t.a), (t.a, t.b))
        for p in range(2, 13)
        if number % p == 0 and 2 <= number // p <= 12 and other > 9
    ]
    if not able:
        return None
    a, b, p = t.rng.choice(able)
    t.work = Work(a, b, "factored", (Term(a * p, b // p, t.candidate),), t.candidate)
    return t.work


def _doubling(t: Telling) -> Work | None:
    able = [(a, b) for a, b in ((t.a, t.b), (t.b, t.a)) if b <= 70 and b.bit_count() > 1 and a > 9]
    if not able:
        return None
    a, b = t.rng.choice(able)
    powers = [1 << k for k in range(b.bit_length()) if b >> k & 1][::-1]
    return _slipped(t, a, b, "doubling", [Term(a, power, a * power) for power in powers])


def work_out(t: Telling, *ways: str) -> Work:
    way = t.rng.choice(ways or WAYS)
    own = {"squares": _squares, "factored": _factored, "doubling": _doubling}
    if way in own:
        work = own[way](t)
        return work if work is not None else t.solve("high", "low")
    return t.solve(way)


def _pieces(work: Work) -> set[tuple[int, int, str]]:
    return {(term.left, term.right, "factored" if work.method == "factored" else "") for term in work.terms}


def another(t: Telling) -> Work:
    """A way to the candidate unlike the one before."""
    was = _pieces(t.work)
    for _ in range(6):
        rare = t.one("squares", "factored", "doubling", "round", "chunks")
        work = work_out(t, rare) if t.chance(0.25) else t.other()
        if _pieces(work) != was:
            return work
    return t.solve("high" if (t.work.a, t.work.b) != (t.a, t.b) else "swapped")


def split_equation(t: Telling, work: Work, maths: bool = False) -> str:
    show = t.m if maths else t.n
    if work.method == "area":
        first = " + ".join(show(part) for part in split(work.a, "high"))
        second = " + ".join(show(part) for part in split(work.b, "high"))
        return (
            f"{show(work.a)} = {first} and {show(work.b)} = {second}"
            if not maths
            else (f"{show(work.a)} = {first}, \\quad {show(work.b)} = {second}")
        )
    if work.method == "squares":
        middle, half = work.terms[0].left, work.terms[1].left
        power = "^2" if maths else "²"
        return f"{show(work.a)} {t.x} {show(work.b)} = {show(middle)}{power} - {show(half)}{power}"
    if work.method == "factored":
        q = work.terms[0].right
        return f"{show(work.b)} = {show(work.b // q)} {t.x} {show(q)}"
    return f"{show(work.b)} = {t.factor(work, maths)}"


def line(t: Telling, term: Term, maths: bool = False, detail: float = 0.0) -> str:
    show = t.m if maths else t.n
    told = t.detail(term, detail, maths) if detail else ""
    return f"{show(term.left)} {t.x} {show(term.right)} = {told or show(term.value)}"


def lines(t: Telling, work: Work, maths: bool = False, fumbles: Pool = (), detail: float = 0.4) -> list[str]:
    """The partial products, one by one; now and then one is fumbled and mended on the spot."""
    show = t.m if maths else t.n
    if work.method == "factored":
        p = work.b // work.terms[0].right
        return [f"{show(work.a)} {t.x} {show(p)} = {show(work.terms[0].left)}"]
    told = []
    for term in work.terms:
        if fumbles and term.value > 50 and t.chance(0.06):
            v = {"l": show(term.left), "r": show(term.right), "w": show(t.near(term.value)), "v": show(term.value)}
            told.append(say(t, *fumbles, **v))
        else:
            told.append(line(t, term, maths, detail))
    return told


def adding(t: Telling, work: Work, maths: bool = False) -> str:
    show = t.m if maths else t.n
    if work.method == "factored":
        return f"{show(work.terms[0].left)} {t.x} {show(work.terms[0].right)}"
    return t.sum(work, maths)


def running(t: Telling, work: Work, maths: bool = False) -> list[str]:
    """The sum, one addition after the other; the last reaches the total."""
    show = t.m if maths else t.n
    if work.method == "factored":
        return [f"{adding(t, work, maths)} = {show(work.total)}"]
    return [
        f"{show(so_far)} {'+' if sign > 0 else '-'} {show(value)} = {show(result)}"
        for so_far, sign, value, result in work.steps()
    ]


def sums(t: Telling, work: Work, maths: bool = False, joint: str = ", ") -> str:
    """The sum in one line or step by step."""
    if t.flag("step by step", 0.5) and len(work.terms) > 2:
        return joint.join(running(t, work, maths))
    show = t.m if maths else t.n
    return f"{adding(t, work, maths)} = {show(work.total)}"


# --- checks and revisions --------------------------------------------------------------------------------------------


def rounded(t: Telling) -> dict[str, str]:
    """An estimate that is not the asked product itself."""
    found = t.estimate()
    if found is None or found[:2] == (t.a, t.b) or found[2] == t.product:
        return {}
    return dict(zip(("ex", "ey", "exy"), (t.n(number) for number in found), strict=True))


def confirmations(t: Telling) -> dict[str, dict[str, str]]:
    """The checks that hold for the candidate, with their values."""
    able: dict[str, dict[str, str]] = {"other": {}, "idle": {}}
    if found := rounded(t):
        able["estimate"] = found
    small = max(t.a, t.b) < 10  # where digits and remainders would only tell the product itself
    if not small and (digit := t.last_digit()) is not None:
        x, y, xy = digit
        able["digit"] = {"da": str(x), "db": str(y), "dab": str(xy), "dz": str(xy % 10)}
    if not small and (nine := t.nines()) is not None:
        x, y, z = nine
        able["nine"] = {"na": str(x), "nb": str(y), "nab": str(x * y), "nz": str(z)}
    ma, mb, mz = t.a % 11, t.b % 11, t.candidate % 11
    if not small and ma * mb % 11 == mz:
        able["eleven"] = {"ma": str(ma), "mb": str(mb), "mab": str(ma * mb), "mz": str(mz)}
    if t.candidate == t.product:
        able["divide"] = {}
    right = [term for term in t.work.terms if term.value == term.left * term.right and t.work.method != "factored"]
    if right:
        term = t.rng.choice(right)
        values = {"l": t.n(term.left), "r": t.n(term.right), "v": t.n(term.value)}
        able["line"] = {**values, "chain": line(t, term, detail=1.0)}
    return able


def check(t: Telling, pools: Pools, *skip: str) -> tuple[str, str]:
    """A check that confirms the candidate: its kind and its words."""
    able = {kind: values for kind, values in confirmations(t).items() if kind in pools and kind not in skip}
    if not able:
        return "", ""
    kind = t.rng.choice(list(able))
    values = able[kind]
    if kind == "other":
        work = another(t)
        values = {
            "split": split_equation(t, work),
            "lines": ", ".join(lines(t, work, detail=0.0)),
            "sum": adding(t, work),
        }
    return kind, say(t, *pools[kind], **values)


def checks(t: Telling, pools: Pools, share: float, joint: str = " ", second: float = 0.25) -> str:
    """None, one or two checks that confirm."""
    if not t.chance(share):
        return ""
    kind, text = check(t, pools)
    if text and t.chance(second):
        _, more = check(t, pools, kind, "other")
        text += joint + more if more else ""
    return text


def faults(t: Telling) -> dict[str, dict[str, str]]:
    """What is visibly wrong with the former candidate and right with the new one."""
    able = confirmations(t)
    bad: dict[str, dict[str, str]] = {}
    if "digit" in able and t.previous % 10 != t.candidate % 10:
        bad["digit"] = {**able["digit"], "dold": str(t.previous % 10)}
    if "nine" in able and t.previous % 9 != t.candidate % 9:
        bad["nine"] = {**able["nine"], "nold": str(t.previous % 9)}
    if "eleven" in able and t.previous % 11 != t.candidate % 11:
        bad["eleven"] = {**able["eleven"], "mbad": str(t.previous % 11)}
    if "estimate" in able and not 0.55 < t.previous / int(re.sub(r"\D", "", able["estimate"]["exy"])) < 1.8:
        bad["size"] = able["estimate"]
    return bad


def mended_values(t: Telling, mended: Mended, maths: bool = False) -> dict[str, str]:
    show = t.m if maths else t.n
    values = {"was": show(mended.was), "now": show(mended.now), "sum": adding(t, mended.work, maths)}
    if mended.place is not None:
        term = mended.work.terms[mended.place]
        values |= {"l": show(term.left), "r": show(term.right), "chain": line(t, term, maths, 0.7)}
    return values


def turn(t: Telling, facts: Pools, maths: bool = False, **weights: float) -> tuple[str, str, dict[str, str]]:
    """How a revision goes (mend, sum, redo, other, same), the visible fault that begins it if any, and values."""
    if t.same:
        return "same", "", {}
    drawn = {"mend": 5.0, "redo": 2.0, "other": 2.0, **weights}
    kind = t.rng.choices(list(drawn), list(drawn.values()))[0]
    if kind == "mend" and t.work.method == "factored":  # there is no sum to mend
        kind = t.one("redo", "other")
    fact, values = "", {}
    bad = {name: found for name, found in faults(t).items() if name in facts}
    if bad and kind != "other" and t.chance(0.4):
        fact = t.rng.choice(list(bad))
        values = bad[fact]
    if kind == "mend":
        mended = t.mend()
        if mended is None:
            return "redo", fact, values
        return ("mend" if mended.place is not None else "sum"), fact, {**values, **mended_values(t, mended, maths)}
    return kind, fact, values


class Habit(Style):
    """What many of the styles share: pools of wordings and the order in which a revision uses them."""

    ways: Pool = WAYS
    gap = "\n\n"
    joint = " "
    doubt: Pool = ()  # before a mending or a restart without a visible fault
    fact: Pools = {}  # digit, nine, size
    body: Pools = {}  # mend, sum, redo, other, same
    commits: Pools = {}  # first, mend, sum, redo, other, same

    def told(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "×", "*", "x")

    def close_attempt(self, t: Telling, kind: str, values: Mapping[str, str]) -> str:
        return commit(t, *self.commits.get(kind, self.commits["mend"]), **values)

    def again(self, t: Telling) -> str:
        kind, fact, values = turn(t, self.fact)
        head = ""
        if fact:
            head = say(t, *self.fact[fact], **values) + self.joint
        elif kind in ("mend", "sum", "redo"):
            head = say(t, *self.doubt) + self.joint
        text = head + say(t, *self.body[kind], **values)
        if kind in ("redo", "same", "other"):
            work = another(t) if kind == "other" or t.chance(0.5) else work_out(t, *self.ways)
            text += self.gap + self.told(t, work)
            text += self.joint if text.endswith(".") and t.chance(0.5) else self.gap
        elif not text.endswith("\n"):
            text += self.joint
        return self.gap + text + self.close_attempt(t, kind, values)


# --- the styles ------------------------------------------------------------------------------------------------------


class ThoughtTagsThenWriteup(Habit):
    """A monologue between think tags, then the same solution written up under headings, with a box."""

    doubt = (
        "Wait, let me double-check that.",
        "Hmm, wait. Let me make sure I didn't slip somewhere.",
        "But let me verify each step before I answer.",
        "Hold on, I should check the pieces again.",
        "Let me just go over the partial products once more, because it's easy to make a mistake here.",
        "Wait a second, something about that feels off.",
    )
    fact = {
        "digit": (
            "Wait, the last digits: @da times @db is @dab, so the product has to end in @dz, but mine ends in @dold.",
            "Hmm, @a ends in @da and @b ends in @db, so I'd expect a final digit of @dz. I've got @dold. That can't be right.",
        ),
        "nine": (
            "Let me try the digit sum trick. @a is @na mod 9 and @b is @nb mod 9, which gives @nab, so @nz mod 9. "
            "But @old is @nold mod 9. Uh-oh, that doesn't match.",
        ),
        "size": (
            "Wait, roughly @ex times @ey is @exy. And I have @old? That's way off.",
            "Hmm, for scale: @ex @x @ey = @exy, so @old is not even in the right ballpark.",
        ),
    }
    body = {
        "mend": (
            "So @chain. But earlier I wrote @was for that. So I made a mistake there. Then the sum is @sum = @n.",
            "Ah, here it is: @l @x @r. I said @was, but actually it's @now. So the total changes: @sum = @n.",
            "@l times @r, hmm, that's @now and not @was. Okay, so redo the addition: @sum = @n.",
        ),
        "sum": (
            "The partial products look fine. Adding them: @sum. That's @n, not @old. I must have dropped a carry.",
            "The pieces are okay, but the addition... @sum = @n. So I added wrong before when I got @old.",
        ),
        "redo": (
            "I don't think @old is right. Let me start over.",
            "Okay, so @old must be wrong. Let me do the whole multiplication again, carefully.",
            "I think I messed up somewhere, so forget @old. Let me recompute from the beginning.",
        ),
        "other": (
            "Let me check by breaking it up in a different way.",
            "To be safe, let me compute it by another route and compare.",
        ),
        "same": (
            "Wait, no, I'm not happy with how I did that. I'll scrap @old and start again from the beginning.",
            "Hmm, I rushed through those steps, and I don't trust the result. Let me throw it out and do it all over.",
            "Actually, I think I mixed something up there, so let me disregard that and recompute everything.",
        ),
    }
    commits = {
        "first": (
            "So @ab = @n.",
            "Therefore, @a multiplied by @b is @n.",
            "So the product should be @n.",
            "Okay, so that gives me @n as the answer.",
            "So putting it all together, @ab equals @n.",
            "Thus, the result of @ab is @n.",
            "Alright, so the answer is @n.",
        ),
        "mend": (
            "So the correct answer is @n.",
            "Okay, so @ab is actually @n.",
            "So it should be @n instead of @old.",
            "That means the product is @n.",
        ),
        "other": (
            "That's @n, but before I had @old. I think the first one had an arithmetic slip, so the product is @n.",
            "Hmm, @n versus @old. Going through both, this second way is the clean one. So the answer is @n.",
        ),
        "same": ("So @ab = @n.", "So now my answer is @n.", "Okay. So the product comes out as @n."),
    }
    confirm = {
        "idle": (
            "Hmm, did I lose a zero anywhere? I don't think so, the place values line up.",
            "Hmm, is there anything I overlooked? No, I don't see anything.",
        ),
        "estimate": (
            "Quick sanity check: @ex @x @ey is @exy, which is in the same ballpark, so that seems reasonable.",
            "Let me estimate: about @ex times about @ey, so something near @exy. Yeah, that's plausible.",
        ),
        "digit": (
            "The last digit should be that of @da @x @db = @dab, so @dz. And it is. Good.",
            "Units digit check: @da times @db ends in @dz, matches.",
        ),
        "nine": ("Mod 9: @na times @nb is @nab, which is @nz, and the result is also @nz mod 9. Great.",),
        "divide": ("If I divide @n by @b I should get @a back, and indeed I do.",),
        "other": (
            "Wait, let me verify with another split. @split. Then @lines, and @sum = @n. Same thing, good.",
            "Let me double-check: using @split, I get @lines. Altogether @sum = @n. Yep, that matches.",
        ),
        "line": (
            "Wait, is @l @x @r really @v? @chain. Yes, okay.",
            "Hmm, let me re-verify one of them: @chain. Right, that's what I had.",
        ),
    }

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.maths = t.one("plain", "plain", "comma", "latex")

    def told(self, t: Telling, work: Work) -> str:
        opening = say(
            t,
            "I can use @split.",
            "So I could write @split.",
            "Breaking it down, @split.",
            "Let me use the fact that @split.",
            split=split_equation(t, work),
        )
        fumbles = ("@l @x @r is @w... no wait, it's @v", "@l times @r = @w, hmm, no, @v")
        told = lines(t, work, fumbles=fumbles, detail=0.6)
        leads = ["First, ", *("Then, " if n % 2 else "Next, " for n in range(1, len(told)))]
        body = t.one("\n", "\n\n", " ").join(
            f"{lead if t.flag('leads', 0.6) else ''}{text}." for lead, text in zip(leads, told, strict=True)
        )
        end = say(t, "Now add them up: @s.", "Adding: @s.", "Now, the sum: @s.", s=sums(t, work))
        if work.method == "factored":
            end = f"And then {sums(t, work)}."
        return f"{opening}\n\n{body}\n\n{end}"

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "Okay, so I need to calculate @ab. Let me think about how to do this step by step.",
            "Alright, let's see. The user wants @a multiplied by @b.",
            "Okay, I have to find @ab. I'll do it by splitting one of the numbers up.",
            "So I need to figure out what @a times @b is. Hmm, let me think.",
            "First, I need to multiply @a by @b. I could use long multiplication or the distributive property.",
        )
        work = work_out(t, *self.ways)
        return f"<think>\n{opening}\n\n{self.told(t, work)}\n\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        work = t.work
        text = checks(t, self.confirm, 0.55, "\n\n")
        text = f"\n\n{text}" if text else ""
        times, t.x = t.x, "\\times"
        split_, shown = split_equation(t, work, maths=True), lines(t, work, maths=True)
        steps = "\n".join(f"{n}. \\({text}\\)" for n, text in enumerate(shown, start=1))
        total = adding(t, work, maths=True)
        kind = t.rng.randrange(4)
        if kind == 0:
            text += "\n</think>\n\n" + fill(t, "To find \\(@mab\\), split one factor:\n\n\\[@s\\]\n\n", s=split_)
            text += f"**Partial products:**\n\n{steps}\n\n"
            text += t.r(fill(t, "**Sum:**\n\\[@s = @m\\]\n\n**Final answer:** \\(\\boxed{@m}\\)", s=total))
        elif kind == 1:
            text += "\n</think>\n\n" + fill(t, "### Multiplying \\(@mab\\)\n\n") + steps + "\n\n"
            text += t.r(fill(t, "Then \\(@s = @m\\).\n\n\\[\n\\boxed{@m}\n\\]", s=total))
        elif kind == 2:
            text += "\n</think>\n\n" + t.r(fill(t, "The product of \\(@a\\)"))
            text += t.r(fill(t, " and \\(@b\\) is \\(\\boxed{@m}\\)."))
        else:
            text += t.one("\n\n", "\n") + restate(
                t,
                "I'm confident in @n.\n</think>\n\n@ab = **@n**",
                "</think>\n\n\\[\\boxed{@m}\\]",
                "</think>\n\n**@n**",
            ).replace("\\times", times)
        t.x = times
        return text


class UnhurriedMonologue(Habit):
    """No tags; long paragraphs that think aloud in full sentences and mend in words of their own."""

    doubt = (
        "Something nags at me about one of those pieces, so I'll retrace them.",
        "Before I settle on this, I want to walk back through the pieces.",
        "I'm a little uneasy about how quickly I did that.",
        "It doesn't hurt to look at the individual products with fresh eyes.",
        "Now, I've been known to drop a carry, so back through it I go.",
    )
    fact = {
        "digit": (
            "Odd, though: a number ending in @da times one ending in @db ought to end in @dz, and what I wrote ends in @dold.",
            "The units place bothers me. @da by @db gives @dab, hence a final @dz, yet I ended up with a final @dold.",
        ),
        "nine": (
            "Casting out nines makes me suspicious: the factors leave @na and @nb, so the product should leave @nz, "
            "and @old leaves @nold.",
        ),
        "size": ("That's hard to square with the size of the factors: @ex by @ey would be about @exy.",),
    }
    body = {
        "mend": (
            "And there's the culprit: for @l @x @r I put down @was, when in fact @chain. "
            "With that piece put right, the pieces add to @sum, which comes to @n.",
            "The piece @l @x @r deserves a closer look. @chain. So @was, as I had it, was off, and the sum turns into "
            "@sum = @n.",
            "Sure enough, @was is not what @l times @r makes; that's @now. Putting @now in its place, @sum = @n.",
        ),
        "sum": (
            "The pieces themselves hold up. It's the addition that let me down: @sum makes @n, whereas I'd said @old.",
            "Each product stands. But lining up @sum again I arrive at @n, and not at the @old from above.",
        ),
        "redo": (
            "I can't vouch for @old any more, so I'd rather do this a second time with clean hands.",
            "So @old goes in the bin, and I'll build the product up anew.",
            "Honestly, it's easier to redo this than to hunt for the slip in @old.",
        ),
        "other": (
            "Perhaps it's worth coming at it from a different direction and seeing whether I land on the same spot.",
            "Suppose I cut the numbers differently and see what comes out.",
        ),
        "same": (
            "I've lost the thread of that calculation, and I'd rather not rely on any of it. A clean slate, then.",
            "That was sloppy work, so @old doesn't count. I'll set it aside and go through the multiplication as if for "
            "the first time.",
            "No, I don't believe a word of that working. Off it goes, and I begin at the beginning.",
        ),
    }
    commits = {
        "first": (
            "Which means @a times @b comes to @n.",
            "That brings the whole product to @n.",
            "And so @ab works out to @n.",
            "All told, @a multiplied by @b gives @n.",
            "I arrive at @n for the product.",
            "So there we have it: @ab = @n.",
        ),
        "mend": (
            "So the product is @n, not @old.",
            "I'll therefore replace @old by @n as my answer.",
            "That changes the product to @n.",
            "Good thing I looked: @ab is @n.",
        ),
        "other": (
            "So this road leads to @n rather than to @old. I followed every step of this one, which I can't say of the "
            "other, so I'm going with @n.",
            "Interesting: @n this time, and @old before. The earlier pass must have gone astray; the product is @n.",
        ),
        "same": (
            "Which means that @a times @b comes to @n.",
            "So, on this new footing, the product is @n.",
            "And so, from this fresh start, @ab works out to @n.",
        ),
    }
    confirm = {
        "idle": ("For a second I thought that a zero had slipped away, but they are all accounted for.",),
        "estimate": (
            "As for plausibility, @ex times @ey would be @exy, so the size is about what I'd expect.",
            "A crude guess of @ex by @ey, so around @exy, tells me I'm not off by a factor of ten.",
        ),
        "digit": ("The final digit ought to be a @dz, since @da by @db is @dab, and so it is.",),
        "nine": ("Casting out nines, the factors leave @na and @nb, whose product leaves @nz, and so does @n.",),
        "divide": ("Going backwards, @n split into @b equal parts makes @a apiece, just as it should.",),
        "other": (
            "For peace of mind, a second route: @split, so @lines, and @sum = @n. The two agree.",
            "I can also cut it the other way, @split. Then @lines; the sum @sum is @n again. Reassuring.",
        ),
        "line": (
            "I did wonder about @l @x @r for a moment, but @chain, so that piece is fine.",
            "The one product I hesitated over is @l @x @r; then again, @chain, exactly as I had it.",
        ),
    }

    def told(self, t: Telling, work: Work) -> str:
        opening = say(
            t,
            "A convenient way in: @split.",
            "The numbers lend themselves to being taken apart, @split.",
            "What I can use is @split.",
            "I'd start from @split.",
            split=split_equation(t, work),
        )
        fumbles = (
            "@l @x @r makes @w, or rather, once I carry properly, @v",
            "@l times @r = @w; no, that should read @v",
        )
        told = lines(t, work, fumbles=fumbles, detail=0.5)
        body = say(t, "Taking the pieces in turn, ", "Working through that, ", "That gives me ") + "; ".join(told) + "."
        end = say(
            t, "Gathering everything, @s.", "Put together, @s.", "Stacking those up, @s.", s=sums(t, work, joint="; ")
        )
        if work.method == "factored":
            end = say(t, "And that in turn, @s.", "What's left is @s.", s=sums(t, work))
        return t.one(" ", "\n\n").join((opening, body, end))

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "The task is to multiply @a by @b, and I'd like to do it by hand without rushing.",
            "Let's see what @ab might be. There's no shortcut that jumps out at me right away.",
            "I'm asked for @ab. I'll take my time with it.",
            "So, @a times @b. I could do this the schoolbook way, but I'd rather keep the numbers round.",
        )
        return f"{opening}\n\n{self.told(t, work_out(t, *self.ways))} {self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.6, "\n\n", 0.4)
        text = f"\n\n{text}" if text else ""
        if t.chance(0.75):
            text += "\n\n" + restate(
                t,
                "**Final Answer**\n\\[ \\boxed{@p} \\]",
                "**Final Answer**\n\n@n",
                "I'm comfortable with that. The answer is @n.",
                "**Final Answer:** \\(\\boxed{@p}\\)",
                "\\[\n\\boxed{@n}\n\\]",
            )
        return text


class ClippedAnalysis(Habit):
    """Clipped notes without articles, then a final message."""

    joint = " "
    gap = " "
    doubt = ("Double-check pieces.", "Verify.", "Re-verify each line.", "Sanity: go through again.", "Check carry.")
    fact = {
        "digit": (
            "Last digit: @da*@db=@dab → must end @dz; ours ends @dold. Mismatch.",
            "Units: @da·@db ends @dz, not @dold. Something broken.",
        ),
        "nine": ("Mod 9: @na*@nb=@nab→@nz; but @old→@nold. Fail.",),
        "size": ("Magnitude: @ex*@ey=@exy. @old implausible.",),
    }
    body = {
        "mend": (
            "@chain. Had @was: bad. Corrected sum: @sum = @n.",
            "@l*@r: put @was, true value @now. Updated: @sum = @n.",
            "Oops, @l*@r is @now (not @was). Sum now @sum = @n.",
            "Mis-multiplied: @chain, so @was out, @now in → @sum = @n.",
        ),
        "sum": (
            "Partials fine. Addition: @sum = @n. Earlier @old was misadded.",
            "Mis-add. @sum → @n, not @old.",
            "Tally again: @sum = @n. So @old discarded.",
        ),
        "redo": ("Drop @old. Fresh compute.", "@old unreliable. Different layout.", "Scrap @old, do it properly."),
        "other": ("Cross-compute.", "Alt method for check.", "Second method:"),
        "same": (
            "Not convinced, scrap @old entirely. Fresh compute.",
            "Above working muddled; void it. From zero.",
            "Discard that, steps too sloppy. Again from top.",
        ),
    }
    commits = {
        "first": (
            "So product @n.",
            "Thus @a*@b = @n.",
            "Answer @n.",
            "Result: @n.",
            "So answer: @n.",
            "Gives @a*@b=@n.",
        ),
        "mend": ("So product is @n.", "Thus @a*@b = @n instead.", "Answer becomes @n.", "Corrected result: @n."),
        "other": (
            "Got @n vs @old earlier. Second one verified term by term; @old wrong. Answer @n.",
            "Conflict with @old. First pass had slip. Take @n as product.",
        ),
        "same": ("So product @n.", "Thus answer: @n.", "Result of fresh compute: @a*@b = @n."),
    }
    confirm = {
        "idle": (
            "Zeros counted? yes.",
            "Any carry missed? no.",
        ),
        "estimate": ("Approx @ex*@ey=@exy, consistent.", "Ballpark: ~@exy ok."),
        "digit": ("Ends in @dz: @da*@db=@dab ok.", "Last digit @dz good."),
        "nine": ("Mod 9: @na*@nb≡@nz, result ≡@nz ok.",),
        "divide": ("@n/@b = @a. good.",),
        "other": ("Cross: @split: @lines; @sum = @n. matches.", "Check via @split → @lines → @n ✓."),
        "line": ("Check @l*@r: @chain yes.", "@chain ok."),
    }

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma", "narrow")
        t.x = t.one("*", "*", "×")

    def told(self, t: Telling, work: Work) -> str:
        fumbles = ("@l*@r=@w? no @v", "@l*@r = @w... actually @v")
        told = [text.replace(f" {t.x} ", t.x) for text in lines(t, work, fumbles=fumbles, detail=0.4)]
        text = say(t, "@s.", "Use @s.", "Write @s.", s=split_equation(t, work).replace(f" {t.x} ", t.x))
        text += " " + t.one("; ", ". ", ", ").join(told) + ". "
        lead = "" if work.method == "factored" else t.one("Sum: ", "Add: ", "Sum ", "")
        return text + f"{lead}{sums(t, work, joint='; ')}."

    def first(self, t: Telling) -> str:
        opening = say(
            t, "Need compute @a*@b.", "We need to compute @a * @b.", "User asks @a*@b.", "Compute @a × @b.", "@a*@b."
        )
        head = t.one("", "", "analysis", "<|channel|>analysis<|message|>")
        return f"{head}{opening} {self.told(t, work_out(t, *self.ways))} {self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        work = t.work
        text = checks(t, self.confirm, 0.5, " ", 0.4)
        text = f" {text}" if text else ""
        t.words = t.one("narrow", "comma", "plain", t.words)
        text += t.one("\n\n", "assistantfinal", "<|end|><|start|>assistant<|channel|>final<|message|>", "\n\n")
        kind = t.rng.randrange(4)
        if kind == 0:
            t.x = "×"
            text += say(t, "Here's the step‑by‑step work:\n\n", "**Step‑by‑step**\n\n", "Break it up:\n\n")
            text += "\n".join(f"- {item}" for item in lines(t, work)) + "\n\n"
            text += t.r(fill(t, "@s = **@n**", s=adding(t, work)))
            if work.method == "factored" or t.chance(0.4):
                text += t.r(fill(t, "\n\nSo **@a × @b = @n**."))
        else:
            text += restate(
                t, "**@n**", "@a × @b = **@n**", "The product is **@n**.", "\\(@a \\times @b = @n\\)", "**Answer: @n**"
            )
        return text


class HeadedStepsWithMath(Habit):
    """An instruct model: Markdown headings over steps, formulae between \\( and \\), a box at the end."""

    doubt = (
        "Let's verify the intermediate products.",
        "Let's double-check the calculations above.",
        "Upon reviewing the steps, there appears to be an error.",
        "Let's recheck each partial product carefully.",
        "However, on closer inspection, the working above contains a mistake.",
    )
    fact = {
        "digit": (
            "The unit digit of the product must match that of \\(@da \\times @db = @dab\\), namely \\(@dz\\). "
            "The result above ends in \\(@dold\\), so it cannot be correct.",
        ),
        "nine": (
            "Checking modulo 9, \\(@na \\times @nb = @nab \\equiv @nz\\), whereas \\(@mold \\equiv @nold\\). "
            "This is a contradiction.",
        ),
        "size": ("Since \\(@ex \\times @ey = @exy\\), the result \\(@mold\\) has the wrong order of magnitude.",),
    }
    body = {
        "mend": (
            "The product \\(@l \\times @r\\) was computed as \\(@was\\), but it should be \\(@now\\):\n\\[ @chain \\]\n"
            "Therefore, the sum is:\n\\[ @sum = @m \\]",
            "In fact, \\(@chain\\), rather than \\(@was\\). Replacing this value:\n\\[ @sum = @m \\]",
            "The partial product \\(@was\\) is incorrect. The correct value is \\(@l \\times @r = @now\\). "
            "The addition now reads:\n\\[\n@sum = @m\n\\]",
        ),
        "sum": (
            "The partial products are correct, but they were added incorrectly. The correct sum is:\n\\[ @sum = @m \\]",
            "The error is in the addition, which should be:\n\\[\n@sum = @m\n\\]",
        ),
        "redo": (
            "The value \\(@mold\\) is not correct. Let's perform the multiplication again.",
            "We discard \\(@mold\\) and recalculate the product:",
        ),
        "other": (
            "To verify the result, we calculate the product with a different decomposition.",
            "Let's verify this using another decomposition of the factors.",
        ),
        "same": (
            "The steps above are not reliable, so we set aside the result \\(@mold\\) and solve the problem again from the beginning.",
            "I apologize for the confusion, the solution above should be disregarded. Let's redo the calculation.",
        ),
    }
    commits = {
        "first": (
            "Therefore, the product of \\(@a\\) and \\(@b\\) is \\(\\boxed{@m}\\).",
            "Thus, \\(@mab = @m\\).",
            "So, the final result is:\n\\[\n\\boxed{@m}\n\\]",
            "Hence, \\(@mab = \\mathbf{@m}\\).",
            "The final answer is \\(@m\\).",
            "Therefore:\n\\[ @mab = @m \\]",
        ),
        "mend": (
            "Therefore, the corrected product is \\(\\boxed{@m}\\).",
            "Thus, the correct result is \\(@mab = @m\\).",
            "So the correct final answer is:\n\\[\n\\boxed{@m}\n\\]",
            "Hence, the correct value of \\(@mab\\) is \\(@m\\), not \\(@mold\\).",
        ),
        "other": (
            "This differs from the previous result \\(@mold\\), which contained an arithmetic error. "
            "The correct product is \\(\\boxed{@m}\\).",
            "The two results do not agree. After reviewing both, the second one is right, so \\(@mab = @m\\) "
            "and \\(@mold\\) has to be rejected.",
        ),
        "same": ("Therefore, \\(@mab = @m\\).", "So, the final result is \\(\\boxed{@m}\\)."),
    }
    confirm = {
        "estimate": (
            "### Verification\nRounding gives \\(@ex \\times @ey = @exy\\), which is close to the result.",
            "As a quick check, \\(@ex \\times @ey \\approx @exy\\), so the order of magnitude is reasonable.",
        ),
        "digit": ("The last digit of \\(@da \\times @db = @dab\\) is \\(@dz\\), which agrees with the result.",),
        "nine": (
            "Checking modulo 9: \\(@na \\times @nb = @nab \\equiv @nz\\), and the result is also \\(\\equiv @nz\\).",
        ),
        "divide": ("### Verification\n\\[ @m \\div @b = @a \\]\nThe division confirms the result.",),
        "line": ("Let's confirm one of the partial products: \\(@chain\\), which is correct.",),
    }

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "comma", "plain", "latex", "thin")
        t.x = "\\times"

    def told(self, t: Telling, work: Work) -> str:
        items = lines(t, work, maths=True, detail=0.5)
        if t.flag("one display", 0.3):
            text = "\\[\n" + " \\\\\n".join(items) + "\n\\]"
        else:
            text = "\n".join(f"- \\({item}\\)" for item in items)
        text = f"\\[ {split_equation(t, work, maths=True)} \\]\n\n{text}"
        if len(work.terms) > 2 and t.flag("step by step", 0.4):
            return text + "\n\n" + "\n".join(f"\\[ {step} \\]" for step in running(t, work, maths=True))
        return text + f"\n\n\\[ {adding(t, work, maths=True)} = {t.m(work.total)} \\]"

    def first(self, t: Telling) -> str:
        work = work_out(t, *self.ways)
        text = say(
            t,
            "To calculate \\(@mab\\), we can break the multiplication into smaller steps.\n\n",
            "To find the product of \\(@a\\) and \\(@b\\), we use the distributive property.\n\n",
            "Certainly! Let's solve \\(@mab\\) step by step.\n\n",
            "Let's calculate \\(@mab\\) step-by-step.\n\n",
        )
        if t.chance(0.6):
            items = lines(t, work, maths=True, detail=0.5)
            mark = t.one("### Step @k: ", "#### Step @k: ", "**Step @k:** ", "### @k. ")
            first = t.one("Decompose a factor", "Rewrite the product", "Break down the numbers")
            second = t.one("Compute each part", "Multiply", "Calculate the partial products")
            third = "Multiply by the other part" if work.method == "factored" else t.one("Add the results", "Sum up")
            text += f"{mark.replace('@k', '1')}{first}\n\\[ {split_equation(t, work, maths=True)} \\]\n\n"
            text += f"{mark.replace('@k', '2')}{second}\n" + "\n".join(f"\\[ {item} \\]" for item in items) + "\n\n"
            text += f"{mark.replace('@k', '3')}{third}\n\\[ {adding(t, work, maths=True)} = {t.m(work.total)} \\]"
            if t.chance(0.3):
                text += "\n\n### Conclusion"
        else:
            text += self.told(t, work)
        return text + "\n\n" + self.close_attempt(t, "first", {})

    def again(self, t: Telling) -> str:
        kind, fact, values = turn(t, self.fact, maths=True)
        text = t.one("", "", "### Verification\n", "### Correction\n", "### Review\n", "---\n\n")
        if kind in ("other", "same"):
            text = t.one("", "", "### Verification\n" if kind == "other" else "### Revised Solution\n")
        if fact:
            text += say(t, *self.fact[fact], **values) + " "
        elif kind in ("mend", "sum", "redo"):
            text += say(t, *self.doubt) + " "
        text += say(t, *self.body[kind], **values) + "\n\n"
        if kind in ("redo", "same", "other"):
            work = another(t) if kind == "other" or t.chance(0.5) else work_out(t, *self.ways)
            text += self.told(t, work) + "\n\n"
        return "\n\n" + text + self.close_attempt(t, kind, values)

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.35, "\n\n")
        text = f"\n\n{text}" if text else ""
        if t.chance(0.5):
            text += "\n\n" + restate(
                t,
                "### Final Answer\n\\[\n\\boxed{@m}\n\\]",
                "**Final Answer:** \\(\\boxed{@m}\\)",
                "So, \\(@mab = \\boxed{@m}\\).",
                "The answer is \\(\\boxed{@p}\\).",
            )
        return text


class NumberedRecipe(Habit):
    """An instruct model that numbers plain sentences and ends with `The final answer is: $\\boxed{}$`."""

    gap = "\n\n"
    doubt = (
        "However, I made a mistake in my calculation.",
        "But, let's go back over the steps to make sure they are correct.",
        "Let me re-evaluate the steps above.",
        "However, looking back at the list, one of the steps is not accurate.",
        "Let's verify the steps one at a time.",
    )
    fact = {
        "digit": (
            "However, the product must end in @dz (because @da @x @db = @dab), and the number above ends in @dold.",
            "But this can't be correct: it ends in @dold, although @da @x @db ends in @dz.",
        ),
        "nine": (
            "However, the digit sums don't work out: the remainders by 9 are @na and @nb, so the product should leave "
            "@nz, but @old leaves @nold.",
        ),
        "size": ("However, an estimate of @ex @x @ey = @exy shows that this number is far off.",),
    }
    body = {
        "mend": (
            "@l multiplied by @r is @now, not @was. Adding again, @sum = @n.",
            "The step with @l @x @r is wrong: @chain. I had written @was. The new sum is @sum = @n.",
            "I wrote that @l @x @r = @was, but it equals @now. So the last step should be @sum = @n.",
        ),
        "sum": (
            "The products are fine, but the last addition is not: @sum = @n, not @old.",
            "The products are correct. The sum was not; it should be @sum = @n.",
        ),
        "redo": (
            "Let's correct that, starting again with step 1.",
            "The value @old is wrong. Here is a corrected calculation:",
            "I'll correct the calculation by doing it again:",
        ),
        "other": (
            "Let's check this answer with a different breakdown:",
            "We can also check the answer using a different method:",
        ),
        "same": (
            "I apologize, the steps above are a mess and shouldn't be used. Let me start over.",
            "Let me disregard the steps above, because I don't think that they are right, and start over.",
            "However, that was not done properly. Please ignore it. Here is the calculation from the start:",
        ),
    }
    commits = {
        "first": (
            "So, @ab = @n.",
            "Therefore, the result of @ab is @n.",
            "The final answer is: $\\boxed{@p}$",
            "Therefore, @a multiplied by @b equals @n.",
            "So the answer is @n.",
            "The product is @n.",
        ),
        "mend": (
            "So the correct answer is @n.",
            "Therefore, @ab = @n.",
            "The corrected answer is @n, not @old.",
            "The final answer is: $\\boxed{@p}$",
        ),
        "other": (
            "This gives @n, which doesn't match @old. The first calculation contained an error, so the correct answer "
            "is @n.",
            "As the two don't match, the earlier @old is incorrect. The correct answer is @n.",
        ),
        "same": ("So, @ab = @n.", "Therefore, the answer is @n.", "The final answer is: $\\boxed{@p}$"),
    }
    confirm = {
        "estimate": (
            "As a check, @ex @x @ey = @exy, so the answer is reasonable.",
            "(Rounding to @ex and @ey gives about @exy, so this makes sense.)",
        ),
        "digit": ("The last digit is @dz, as expected from @da @x @db = @dab.",),
        "nine": ("Checking with 9s: @na @x @nb = @nab, which leaves @nz, and so does @n.",),
        "divide": ("To verify: @n ÷ @b = @a. This is correct.",),
        "other": ("To verify, use @split: @lines. Adding these, @sum = @n, so the answer is confirmed.",),
    }

    def told(self, t: Telling, work: Work) -> str:
        items = lines(t, work, fumbles=("@l @x @r = @w, sorry, @l @x @r = @v",), detail=0.3)
        first = say(
            t,
            "Break down the problem: @s",
            "Rewrite: @s",
            "Start with @s.",
            "Note that @s.",
            s=split_equation(t, work),
        )
        lead = "Multiply" if work.method == "factored" else t.one("Add", "Combine", "Add the results")
        last = f"{lead}: {sums(t, work)}"
        items = [first, *(t.one("", "", "Multiply: ") + item for item in items), last]
        mark = "Step @k: " if t.flag("step", 0.3) else "@k. "
        return "\n".join(mark.replace("@k", str(k)) + item for k, item in enumerate(items, start=1))

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "To calculate @ab, we can follow these steps:",
            "To solve @ab, I'll break it down into smaller parts:",
            "Let's break this down step by step:",
            "Here are the steps to multiply @a by @b:",
        )
        return f"{opening}\n\n{self.told(t, work_out(t, *self.ways))}\n\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.3)
        text = f"\n\n{text}" if text else ""
        if t.chance(0.5):
            text += "\n\n" + restate(
                t,
                "The final answer is: $\\boxed{@p}$",
                "The final answer is @n.",
                "**@n**",
                "Answer: @n",
                "The final answer is @p. I hope it is correct.",
            )
        return text


class AlignedDisplays(Habit):
    """LaTeX align blocks between short sentences; errors are reported rather than exclaimed."""

    doubt = (
        "An inspection of the display above is in order.",
        "A remark on the computation is due.",
        "We now audit the individual lines.",
        "One line of the display does not survive scrutiny.",
        "Some care is needed here.",
    )
    fact = {
        "digit": (
            "The result just stated ends in $@dold$, in conflict with $@da \\cdot @db = @dab \\equiv @dz \\pmod{10}$.",
        ),
        "nine": (
            "Modulo $9$ the factors are $@na$ and $@nb$ with product $@nz$, but $@mold \\equiv @nold \\pmod 9$, "
            "a contradiction.",
        ),
        "size": ("The magnitude is implausible, since $@ex \\cdot @ey = @exy$.",),
    }
    body = {
        "mend": (
            "The term $@l \\cdot @r$ was entered as $@was$, whereas $@chain$. Amending it yields\n$$@sum = @m.$$",
            "Indeed $@l \\cdot @r = @now$, and the entry $@was$ is erroneous. With the amended entry,\n\\[@sum = @m.\\]",
            "In place of $@was$ the entry for $@l \\cdot @r$ has to be $@now$, whence\n\\[\n@sum = @m.\n\\]",
        ),
        "sum": (
            "All entries are accurate; the summation is not. Properly summed,\n\\[@sum = @m.\\]",
            "The entries are sound, yet they do not total $@mold$. Instead,\n$$@sum = @m.$$",
        ),
        "redo": (
            "The value $@mold$ is therefore withdrawn, and the evaluation is carried out afresh.",
            "We retract $@mold$ and evaluate the product anew.",
        ),
        "other": (
            "An independent evaluation is instructive.",
            "We compare with an independent evaluation.",
        ),
        "same": (
            "The foregoing display is withdrawn, as its entries were not justified. We evaluate the product anew.",
            "We retract the above, value included, since the derivation was careless, and begin a new one.",
        ),
    }
    commits = {
        "first": (
            "Hence $@mab = @m$.",
            "Consequently, the product equals $@m$.",
            "It follows that\n\\[@mab = \\boxed{@m}.\\]",
            "Thus the value of $@mab$ is $@m$.",
            "We conclude that $@mab = @m$.",
            "The product is therefore $\\boxed{@m}$.",
        ),
        "mend": (
            "The product is accordingly $@m$.",
            "Hence $@mab = @m$, which supersedes the value $@mold$.",
            "Accordingly, $@mab = \\boxed{@m}$.",
            "The earlier value $@mold$ is to be replaced by $@m$.",
        ),
        "other": (
            "The values $@m$ and $@mold$ are incompatible. The second derivation is sound and the first is not; hence "
            "$@mab = @m$.",
            "As this contradicts $@mold$, whose derivation contains a slip, we adopt $@mab = @m$.",
        ),
        "same": ("Hence $@mab = @m$.", "We conclude that the product equals $@m$.", "Thus $@mab = \\boxed{@m}$."),
    }
    confirm = {
        "estimate": ("The order of magnitude is right, as $@ex \\cdot @ey = @exy$.",),
        "digit": ("The final digit $@dz$ agrees with $@da \\cdot @db = @dab$.",),
        "nine": (
            "Modulo $9$ both sides are $@nz$.",
            "Also, $@na \\cdot @nb = @nab \\equiv @nz \\pmod 9$, in agreement with the result.",
        ),
        "divide": ("Conversely, $@m / @b = @a$.", "One verifies that $@m \\div @a = @b$."),
        "line": ("For definiteness, $@chain$, as used above.",),
    }

    def begin(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "latex", "thin", "comma")
        t.x = t.one("\\times", "\\cdot")

    def told(self, t: Telling, work: Work) -> str:
        star = t.one("*", "*", "")
        kind = "factored" if work.method == "factored" else t.one("chain", "items", "items")
        rows = []
        if kind == "items":
            for text in lines(t, work, maths=True, detail=0.3):
                left, right = text.split(" = ", 1)
                rows.append(f"{left} &= {right}")
            steps = running(t, work, maths=True) if t.flag("step by step", 0.4) else []
            tail = f"{adding(t, work, maths=True)} &= {t.m(work.total)}"
            rows += [step.replace(" = ", " &= ", 1) for step in steps] if steps else [tail]
        else:
            rows.append(f"{t.m(work.a)} {t.x} {t.m(work.b)}")
            if work.method == "factored":
                q = work.terms[0].right
                rows[0] += f" &= {t.m(work.a)} {t.x} {t.m(work.b // q)} {t.x} {t.m(q)}"
            elif work.method == "squares":
                m, d = work.terms[0].left, work.terms[1].left
                rows[0] += f" &= ({t.m(m)} - {t.m(d)})({t.m(m)} + {t.m(d)})"
                rows.append(f"&= {t.m(m)}^2 - {t.m(d)}^2")
            elif work.method == "area":
                x = " + ".join(t.m(part) for part in split(work.a, "high"))
                rows[0] += f" &= ({x})({' + '.join(t.m(part) for part in split(work.b, 'high'))})"
            else:
                rows[0] += f" &= {t.m(work.a)} {t.x} ({t.factor(work, maths=True)})"
            rows.append(f"&= {adding(t, work, maths=True)}")
            rows.append(f"&= {t.m(work.total)}")
        block = f"\\begin{{align{star}}}\n" + " \\\\\n".join(rows) + f"\n\\end{{align{star}}}"
        return (
            f"\\[\n{block}\n\\]".replace("align", "aligned").replace("aligned*", "aligned")
            if t.flag("aligned", 0.3)
            else block
        )

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "We expand one factor and use distributivity.",
            "We compute $@mab$.",
            "The product $@mab$ is evaluated as follows.",
            "**Solution.** We evaluate $@mab$.",
        )
        return f"{opening}\n{self.told(t, work_out(t, *self.ways))}\n{self.close_attempt(t, 'first', {})}"

    def again(self, t: Telling) -> str:
        kind, fact, values = turn(t, self.fact, maths=True)
        head = say(t, *self.fact[fact], **values) + " " if fact else ""
        if not fact and kind in ("mend", "sum", "redo"):
            head = say(t, *self.doubt) + " "
        text = t.one("", "", "", "**Erratum.** ", "**Remark.** ") + head + say(t, *self.body[kind], **values)
        if kind in ("redo", "same", "other"):
            work = another(t) if kind == "other" or t.chance(0.5) else work_out(t, *self.ways)
            text += "\n" + self.told(t, work)
        return f"\n\n{text}\n{self.close_attempt(t, kind, values)}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.4)
        text = f"\n\n{text}" if text else ""
        if t.chance(0.45):
            text += "\n\n" + restate(t, "$$\\boxed{@m}$$", "**Answer.** $@m$", "\\[\n\\boxed{@p}\n\\]", "Answer: $@m$.")
        return text


class FriendlyGridTable(Habit):
    """A chatty instruct model that likes tables, bold numbers and a closing offer."""

    ways = ("area", "area", "area", "high", "chunks", "swapped", "round", "squares", "factored")
    doubt = (
        "**Let's double-check!**",
        "Before we wrap up, let's take another look at the table.",
        "Oops! I need to flag something.",
        "**A quick correction:**",
        "Hmm, something caught my eye. 🤔",
        "*Checking the numbers once more...*",
    )
    fact = {
        "digit": (
            "Hmm, @da @x @db = @dab, so our answer has to end in **@dz**. It ends in @dold, so something's not right!",
        ),
        "nine": ("Casting out nines: @na @x @nb leaves @nz, but @old leaves @nold. Uh-oh!",),
        "size": ("Notice that @ex @x @ey = @exy, so our number has the wrong size!",),
    }
    body = {
        "mend": (
            "The entry for @l @x @r should be **@now**, not @was. With the fixed table we get @sum = @n.",
            "I filled in @was for @l @x @r, but @chain. Let's fix the total: @sum = @n.",
            "My apologies: @l @x @r isn't @was, it's **@now**! That makes the sum @sum = @n.",
        ),
        "sum": (
            "All entries are right, but I added them up incorrectly. It should be @sum = @n.",
            "The table is fine, the total isn't: @sum is @n, not @old.",
        ),
        "redo": (
            "I'm sorry, @old isn't right. Let's make a new table:",
            "Please ignore @old, there's a mistake in there. Here's a fresh attempt:",
            "Let's toss @old and try it another way:",
        ),
        "other": (
            "**Checking with another table:**",
            "Let's see what we get if we do it a different way:",
        ),
        "same": (
            "I'm sorry, I wasn't careful with that table, so please don't use it. Let's build a new one from scratch:",
            "Hmm, I got a bit confused there. Let's forget that table and its result and start again:",
        ),
    }
    commits = {
        "first": (
            "So, **@ab = @n**.",
            "**Answer:** @ab = **@n**",
            "Therefore, @a multiplied by @b is **@n**.",
            "And there you have it: @ab = **@n**!",
            "That means @ab = **@n** 🎉",
            "So the product of @a and @b is @n.",
        ),
        "mend": (
            "So the correct answer is **@n**.",
            "**Corrected answer:** @ab = **@n**",
            "Therefore, @ab is really **@n** (not @old).",
            "So, it's **@n**. Sorry about the mix-up!",
        ),
        "other": (
            "Here we get **@n**, which is different from @old. The first table had a mistake in it, so the answer is "
            "**@n**.",
            "Aha, these don't match! @old was the faulty one. **@ab = @n**",
        ),
        "same": ("So, **@ab = @n**.", "**Answer:** @ab = **@n**"),
    }
    confirm = {
        "idle": ("Did we forget a part? Nope, everything's in there! 👍",),
        "estimate": (
            "**Estimate:** @ex @x @ey = @exy, so our answer makes sense! ✅",
            "Does that look reasonable? @ex @x @ey is @exy, so yes!",
        ),
        "digit": ("**Last digit check:** @da @x @db = @dab, so it should end in @dz. ✅",),
        "nine": ("**Casting out nines:** @na @x @nb = @nab → @nz, and the answer gives @nz too. ✅",),
        "divide": ("**Check:** @n ÷ @b = @a ✅",),
        "other": ("**Another way to see it:** @split. We get @lines, and @sum = @n. Same answer! ✅",),
        "line": ("(In case you're wondering about @l @x @r: @chain.)",),
    }

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")
        t.x = t.one("×", "*", "x")

    def told(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            over, down = split(work.b, "high"), split(work.a, "high")
            head = f"| {t.one('×', ' ')} | " + " | ".join(t.n(part) for part in over) + " |"
            rows = [head, "|" + "---|" * (len(over) + 1)]
            for k, part in enumerate(down):
                cells = work.terms[k * len(over) : (k + 1) * len(over)]
                rows.append(f"| **{t.n(part)}** | " + " | ".join(t.n(cell.value) for cell in cells) + " |")
        else:
            rows = [t.one("| Calculation | Result |", "| Step | Value |", "| Part | Product |"), "|---|---|"]
            rows += [f"| {left} | {right} |" for left, right in (s.rsplit(" = ", 1) for s in lines(t, work))]
        intro = "" if work.method == "area" else split_equation(t, work) + "\n\n"
        lead = "Then" if work.method == "factored" else t.one("Adding it all up", "Now add the cells", "Total", "Sum")
        return f"{intro}" + "\n".join(rows) + f"\n\n{lead}: {sums(t, work)}"

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "Let's multiply @ab together!",
            "Okay, let's break down @ab step by step.",
            "Here's how to calculate @ab with the grid method:",
            "We can solve @ab by splitting the numbers into easy parts.",
        )
        return f"{opening}\n\n{self.told(t, work_out(t, *self.ways))}\n\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.45, "\n\n")
        text = f"\n\n{text}" if text else ""
        if t.chance(0.35):
            text += "\n\n" + restate(
                t, "**Final Answer: @n**", "Final Answer: The final answer is $\\boxed{@p}$", "### @n"
            )
        if t.chance(0.3):
            text += "\n\n" + t.one(
                "Would you like to try another one?",
                "Let me know if you'd like to see a different method! 😊",
                "Do you want me to explain any of these steps in more detail?",
            )
        return text


class PolicyGradientTerse(Habit):
    """A base model after reinforcement learning: little prose, think and answer tags, habitual re-verification."""

    gap = "\n"
    doubt = (
        "Let me verify.",
        "Let's verify this result.",
        "To ensure the answer is correct, let's recheck the steps.",
        "Re-checking:",
        "Let me verify it once more.",
        "We should verify the computation.",
    )
    fact = {
        "digit": ("Verify last digit: @da * @db = @dab, so it must be @dz, but it is @dold. Wrong.",),
        "nine": ("Verify mod 9: @na * @nb = @nab, remainder @nz, but @old has remainder @nold. Wrong.",),
        "size": ("Verify size: @ex * @ey = @exy, so @old is wrong.",),
    }
    body = {
        "mend": (
            "@chain, not @was. So @sum = @n.",
            "There is a mistake in @l * @r, it is @now but I used @was. @sum = @n.",
            "@l * @r = @now. The previous value @was is incorrect. Then @sum = @n.",
        ),
        "sum": ("The sum is incorrect. @sum = @n.", "@sum = @n. The sum @old was incorrect."),
        "redo": (
            "@old is incorrect. Let's recalculate.",
            "There is an error, @old is not the product. Recalculate:",
            "The result @old is incorrect. Try again:",
        ),
        "other": ("Verify with another way:", "Let's verify by splitting differently:"),
        "same": (
            "The steps are not right. Discard @old and recalculate:",
            "I made a mess of the steps. Discard them. Start again:",
            "The solution is not valid. Ignore it, I will solve it again:",
        ),
    }
    commits = {
        "first": (
            "So @a * @b = @n.",
            "The answer is @n.",
            "Therefore, the answer is @n.",
            "Thus, @a * @b = @n.",
            "The result is @n.",
            "So, the final result of @a * @b is @n.",
        ),
        "mend": (
            "So the correct answer is @n.",
            "Therefore, the correct result is @n.",
            "Thus, @a * @b = @n.",
            "The answer is @n, not @old.",
        ),
        "other": (
            "It is @n, not @old. The answer @old is wrong. The answer is @n.",
            "The results @old and @n are different. The second is correct. So @a * @b = @n.",
        ),
        "same": ("So @a * @b = @n.", "The answer is @n.", "Therefore, the result is @n."),
    }
    confirm = {
        "idle": ("Is there any mistake? No.",),
        "estimate": ("Verify: @ex * @ey = @exy, close.",),
        "digit": ("Verify: @da * @db = @dab, last digit @dz, correct.",),
        "nine": ("Verify: mod 9, @na * @nb = @nab -> @nz, correct.",),
        "divide": ("Verify: @n / @b = @a. Correct.", "Let me verify: @n / @a = @b. The result is correct."),
        "other": ("Verify: @split, @lines, @sum = @n. Correct.", "Let's verify: @lines. @sum = @n. It matches."),
        "line": ("Verify: @chain. Correct.",),
    }

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma"), "*"

    def told(self, t: Telling, work: Work) -> str:
        if t.flag("lines", 0.6):
            return "\n".join([split_equation(t, work), *lines(t, work, detail=0.3), sums(t, work, joint="\n")])
        return f"{split_equation(t, work)}. " + ", ".join(lines(t, work)) + f". {sums(t, work)}."

    def tagged(self, t: Telling) -> str:
        space = t.one("", " ", "\n")
        return f"<answer>{space}{t.one(t.n(t.candidate), str(t.candidate))}{space}</answer>"

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "To calculate @a * @b, we need to multiply the parts.",
            "We need to calculate @a * @b.",
            "Let's calculate @a * @b step by step.",
            "@a * @b.",
        )
        told = f"<think>{t.one(' ', chr(10))}{opening}\n{self.told(t, work_out(t, *self.ways))}\n"
        if t.flag("answer first", 0.35):
            return f"{told}</think>\n" + t.c(self.tagged(t))
        return told + self.close_attempt(t, "first", {})

    def again(self, t: Telling) -> str:
        text = super().again(t)
        if t.flag("answer first", 0.35):
            return "\n<think>" + text + "\n</think>\n" + t.r(self.tagged(t))
        return text

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.45, "\n", 0.4)
        text = f"\n{text}" if text else ""
        if t.flag("answer first", 0.35):
            return f"\n<think>{text}\n</think>\n" + t.r(self.tagged(t)) if text else ""
        return f"{text}\n</think>\n" + t.r(self.tagged(t))


class ReflectionBlocks(Habit):
    """Fine-tuned on synthetic reflection: thinking, reflection and output blocks."""

    doubt = (
        "Reviewing my work, I notice an issue.",
        "I made an error in the working above.",
        "On reflection, not all of the steps are sound.",
        "Let me critically examine each step.",
        "I need to correct myself.",
    )
    fact = {
        "digit": ("The result ends in @dold, yet @da @x @db = @dab means that it has to end in @dz.",),
        "nine": ("A mod 9 test fails: @na @x @nb leaves @nz, but @old leaves @nold.",),
        "size": ("The estimate @ex @x @ey = @exy shows that @old can't be right.",),
    }
    body = {
        "mend": (
            "For @l @x @r I obtained @was, but the true value is @now. The sum should have been @sum = @n.",
            "@chain, so the @was I used was an error. Corrected sum: @sum = @n.",
            "I mistakenly took @l @x @r to be @was; it is @now. This changes the sum to @sum = @n.",
        ),
        "sum": (
            "The partial products check out, but the addition doesn't: @sum = @n, not @old.",
            "I combined the parts incorrectly. @sum equals @n.",
        ),
        "redo": (
            "The result @old is not reliable, so I will redo the calculation with more care.",
            "I reject @old and will approach the multiplication differently.",
        ),
        "other": (
            "I should test this result with an independent computation.",
            "An independent method will tell whether the result stands.",
        ),
        "same": (
            "My reasoning above was poorly organized, and I cannot stand behind @old. I will discard it and solve the problem anew.",
            "I skipped over too much to trust this. The attempt is hereby abandoned; I'll start again.",
        ),
    }
    commits = {
        "first": (
            "Therefore, @ab = @n.",
            "So my answer is @n.",
            "The product is @n.",
            "This gives a result of @n for @ab.",
            "Thus the answer is @n.",
            "Result: @ab = @n",
        ),
        "mend": (
            "The corrected answer is @n.",
            "Therefore, @ab = @n.",
            "So my answer changes from @old to @n.",
            "Revised result: @ab = @n",
        ),
        "other": (
            "This contradicts my earlier @old, which I now recognize as wrong. The product is @n.",
            "The two values, @old and @n, conflict; the slip was in the former. My answer is @n.",
        ),
        "same": ("Therefore, @ab = @n.", "So my answer is @n.", "Result: @ab = @n"),
    }
    confirm = {
        "estimate": (
            "The magnitude agrees with @ex @x @ey = @exy.",
            "An estimate, @ex @x @ey = @exy, supports the result.",
        ),
        "digit": ("The last digit is consistent: @da @x @db = @dab.",),
        "nine": ("Mod 9, @na @x @nb leaves @nz, like the result.",),
        "divide": ("The inverse operation @n ÷ @b = @a confirms the result.",),
        "other": ("A second computation, @split: @lines, hence @sum = @n, agrees.",),
        "line": ("I checked in particular that @chain.",),
    }

    def told(self, t: Telling, work: Work) -> str:
        items = [f"I write {split_equation(t, work)}.", *lines(t, work, detail=0.4), sums(t, work)]
        style = t.rng.randrange(3) if not t.flag("steps", 0.4) else 0
        if style == 0:
            return "\n".join(f"<step>{item}</step>" for item in items)
        if style == 1:
            return "\n".join(f"{k}. {item}" for k, item in enumerate(items, start=1))
        return "\n".join(items)

    def first(self, t: Telling) -> str:
        opening = say(
            t, "I need to multiply @a by @b.", "The task: calculate @ab.", "To find @ab, I'll use partial products."
        )
        return f"<thinking>\n{opening}\n{self.told(t, work_out(t, *self.ways))}\n{self.close_attempt(t, 'first', {})}"

    def again(self, t: Telling) -> str:
        kind, fact, values = turn(t, self.fact)
        head = say(t, *self.fact[fact], **values) + " " if fact else ""
        if not fact and kind in ("mend", "sum", "redo"):
            head = say(t, *self.doubt) + " "
        text = f"\n<reflection>\n{head}{say(t, *self.body[kind], **values)}"
        if kind in ("redo", "same", "other"):
            work = another(t) if kind == "other" or t.chance(0.5) else work_out(t, *self.ways)
            if kind == "other":
                text += " " + split_equation(t, work) + ": " + ", ".join(lines(t, work)) + f"; {sums(t, work)}. "
                return text + self.close_attempt(t, kind, values) + "\n</reflection>"
            return text + f"\n</reflection>\n{self.told(t, work)}\n{self.close_attempt(t, kind, values)}"
        if t.chance(0.5):
            return text + " " + self.close_attempt(t, kind, values) + "\n</reflection>"
        return text + "\n</reflection>\n" + self.close_attempt(t, kind, values)

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.5)
        if text:
            text = f"\n<reflection>\n{text}\n</reflection>"
        elif t.chance(0.4):
            note = t.one("I see no errors.", "The reasoning is sound.", "All steps have been reviewed.")
            text = f"\n<reflection>\n{note}\n</reflection>"
        tag = t.one("output", "output", "answer")
        text += f"\n</thinking>\n\n<{tag}>\n"
        text += restate(t, "@n", "@ab = @n", "The product of @a and @b is **@n**.", "The answer is @n.")
        return text + f"\n</{tag}>"


class DraftCriticFinal(Habit):
    """Draft, critique and revision under headings, as in synthetic self-critique data."""

    fact = {
        "digit": (
            "The units digit is off: @da @x @db = @dab calls for @dz, the draft has @dold.",
            "These factors cannot give the units digit @dold, since @da @x @db = @dab.",
        ),
        "nine": ("Digit sums disagree: @nz is required (@na @x @nb), but @old reduces to @nold.",),
        "size": ("The draft is out of proportion; @ex @x @ey would be @exy.",),
    }
    doubt = (
        "The draft contains a flaw.",
        "I find one problem.",
        "Not acceptable as it stands.",
        "Weakness spotted on the second reading.",
        "Issue found.",
    )
    body = {
        "mend": (
            "@l @x @r is stated as @was. Correct: @now. The total then reads @sum = @n.",
            "The line for @l @x @r is faulty, because @chain and not @was. Consequently @sum = @n.",
            "Replace @was by @now in the line @l @x @r, and re-add: @sum = @n.",
        ),
        "sum": (
            "The lines are right, their total is not: @sum = @n.",
            "Re-adding the lines: @sum = @n. The draft says @old, which is an addition error.",
        ),
        "redo": (
            "The answer @old does not hold and is dropped. A new version follows.",
            "Rather than patch @old, I rewrite the solution.",
        ),
        "other": (
            "I test the draft against a separate calculation.",
            "For comparison, a calculation by other means:",
        ),
        "same": (
            "The derivation is too sketchy to be accepted; the draft, answer included, is rejected and rewritten.",
            "Rejected. The steps are not justified, so nothing of the draft is kept. Written anew:",
        ),
    }
    commits = {
        "first": (
            "Draft answer: @ab = @n",
            "**Initial answer:** @n",
            "So the first answer is @n.",
            "Proposed answer: @n",
            "Answer (v1): @ab = @n",
            "So @ab = @n.",
        ),
        "mend": (
            "Revised answer: @ab = @n",
            "**Improved answer:** @n",
            "The answer is now @n.",
            "So @ab = @n, in place of @old.",
        ),
        "other": (
            "Outcome: @n against the draft's @old. The draft is at fault. Revised answer: @n",
            "The calculation yields @n, the draft @old; the draft loses. New answer: @ab = @n",
        ),
        "same": ("New answer: @ab = @n", "Answer of the rewritten solution: @n", "So @ab = @n."),
    }
    confirm = {
        "estimate": ("Size: @ex @x @ey = @exy, plausible.", "The rough value @exy (@ex @x @ey) supports it."),
        "digit": ("Units digit: @da @x @db = @dab, fine.",),
        "nine": ("Digit sums: @na @x @nb → @nz, fine.",),
        "divide": ("Inverse: @n ÷ @b = @a, fine.",),
        "other": ("Separate calculation: @split; @lines; @sum = @n. Agrees.",),
        "line": ("Line checked: @chain, fine.",),
    }

    def told(self, t: Telling, work: Work) -> str:
        mark = t.one("- ", "* ", "")
        items = [split_equation(t, work), *lines(t, work, detail=0.3), sums(t, work)]
        return "\n".join(mark + item for item in items)

    def heads(self, t: Telling, kind: str) -> str:
        look = "bold" if t.flag("bold heads", 0.4) else "hash"
        return f"**{kind}**\n" if look == "bold" else f"## {kind}\n"

    def first(self, t: Telling) -> str:
        return (
            self.heads(t, t.one("Draft", "Initial Solution", "First Attempt"))
            + self.told(t, work_out(t, *self.ways))
            + "\n\n"
            + self.close_attempt(t, "first", {})
        )

    def again(self, t: Telling) -> str:
        kind, fact, values = turn(t, self.fact)
        head = say(t, *self.fact[fact], **values) + " " if fact else ""
        if not fact and kind in ("mend", "sum", "redo"):
            head = say(t, *self.doubt) + " "
        text = "\n\n" + self.heads(t, t.one("Critique", "Review", "Self-Critique")) + head
        text += say(t, *self.body[kind], **values)
        if kind in ("redo", "same", "other"):
            if kind != "other":
                text += "\n\n" + self.heads(t, t.one("Revision", "Second Version", "Rewritten Solution")).rstrip()
            work = another(t) if kind == "other" or t.chance(0.5) else work_out(t, *self.ways)
            return text + "\n" + self.told(t, work) + "\n\n" + self.close_attempt(t, kind, values)
        if t.chance(0.5):
            text += "\n\n" + self.heads(t, t.one("Revision", "Correction")).rstrip()
        return text + "\n" + self.close_attempt(t, kind, values)

    def closing(self, t: Telling) -> str:
        text = ""
        if t.chance(0.7):
            found = checks(t, self.confirm, 0.8)
            note = t.one("No issues found.", "Nothing to object to.", "The solution stands.", "Accepted as is.")
            text += "\n\n" + self.heads(t, t.one("Critique", "Review", "Final Review")) + (f"{found} " if found else "")
            text += note
        if t.chance(0.6):
            text += "\n\n" + self.heads(t, "Final Answer") + restate(t, "@n", "**@n**", "@ab = @n", "\\boxed{@p}")
        return text


class ForumPostWithEdits(Habit):
    """A base model that continues the prompt like a forum: casual, with typos, corrections marked as edits."""

    gap = "\n\n"
    doubt = (
        "edit: oops, theres a goof in there.",
        "EDIT: just noticed something dumb.",
        "Correction!",
        "Edit: my bad, I botched one bit.",
        "ETA: scratch what I said above.",
        "whoops, thats not quite it.",
    )
    fact = {
        "digit": ("EDIT: hang on, @da*@db ends with @dz so theres no way it ends with @dold.",),
        "nine": ("Edit: did the casting out nines thing, should leave @nz but @old leaves @nold, so thats a fail.",),
        "size": ("Edit: lol @ex*@ey is @exy, so @old makes no sense.",),
    }
    body = {
        "mend": (
            "@l*@r is @now, dunno how i came up with @was. So you get @sum = @n.",
            "The @was is supposed to be @now (@l*@r). Fixed: @sum = @n.",
            "I had @was for @l*@r, make that @now, and the whole thing becomes @sum = @n.",
        ),
        "sum": (
            "i cant add apparently. @sum = @n, not @old.",
            "Numbers were fine but the adding wasnt, @sum = @n.",
        ),
        "redo": (
            "@old is garbage, dont use it. Proper version:",
            "Ignore the @old, take two:",
            "so yeah @old is bogus. Once more with feeling:",
        ),
        "other": (
            "Did it another way to be safe:",
            "Tried it the other way round on paper:",
        ),
        "same": (
            "Edit: pls disregard all of the above, did it half asleep. Doing it over properly:",
            "EDIT: deleting my earlier working in spirit, it was a mess and i dont stand by it. Take two:",
            "Ok forget that post, i winged half of it. Here is one done for real:",
        ),
    }
    commits = {
        "first": (
            "so its @n",
            "Answer: @n",
            "That gives you @n for @a*@b.",
            "@a*@b = @n, hope that helps.",
            "Ans. @n",
            "so @a times @b is @n.",
        ),
        "mend": (
            "so its actually @n",
            "Answer should be @n.",
            "so @a*@b is @n, sorry for the confusion.",
            "Fixed answer: @n",
        ),
        "other": (
            "So @n and not the @old i posted, found a slip in the old one. Going with @n.",
            "thats @n... the @old from before was a brainfart then. Answer is @n.",
        ),
        "same": ("so @a*@b = @n", "Answer: @n", "so its @n"),
    }
    confirm = {
        "idle": ("(yes i counted the zeros)",),
        "estimate": ("(@ex*@ey = @exy so thats about right)", "ballpark is @exy so looks ok"),
        "digit": ("ends in @dz like it should (@da*@db=@dab).",),
        "nine": ("casting out nines also works, @nz on both sides.",),
        "divide": ("checked by dividing, @n/@b = @a so alls good.",),
        "other": ("you can also do it like @split, then @lines, and @sum = @n, same thing.",),
        "line": ("and yes @l*@r really is @v, i checked lol",),
    }

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma", "space"), t.one("*", "x")

    def told(self, t: Telling, work: Work) -> str:
        opening = say(
            t, "just do @s", "you can write it as @s", "split it, @s", "i do these with @s", s=split_equation(t, work)
        )
        told = lines(t, work, fumbles=("@l*@r = @w err @v", "@l*@r=@w (no, @v)"), detail=0.2)
        lead = "" if work.method == "factored" else t.one("add em: ", "total ", "sum: ", "")
        return f"{opening}\n" + "\n".join(told) + f"\n{lead}{sums(t, work, joint=', ')}"

    def first(self, t: Telling) -> str:
        if t.chance(0.2):  # the answer before the working
            head = commit(t, "Its @n.", "The answer is @n.", "@a*@b is @n.")
            work = work_out(t, *self.ways)
            return head + t.one(" How i got there: ", " Working: ", "\n\n") + self.told(t, work)
        opening = say(t, "", "", "Solution:\n", "Sure.\n", "Re: @a*@b\n", "ok step by step then.\n")
        return opening + self.told(t, work_out(t, *self.ways)) + "\n" + self.close_attempt(t, "first", {})

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.4)
        text = f"\n{text}" if text else ""
        if t.chance(0.25):
            text += "\n" + restate(t, "tl;dr @n", "So: @n", "Final: @a*@b = @n")
        if t.chance(0.2):
            text += "\n\n" + t.one("cheers", "Source: did it by hand", "Thanks for asking!", "Posted by: mathguy")
        return text

    def finish(self, t: Telling, text: str) -> str:
        return t.typos(text, 0.03)


class ColumnPaper(Habit):
    """Long multiplication laid out in columns in code blocks, sometimes with every carry told."""

    ways = COLUMN_WAYS
    doubt = (
        "Let me check the rows.",
        "Let's look at each row again to be certain.",
        "Wait, something in this scheme looks wrong.",
        "Going over the columns again:",
        "Let me double-check the carries.",
    )
    fact = {
        "digit": ("Wait, the rightmost digit should be @dz, since @da × @db = @dab. The result shows @dold.",),
        "nine": ("Check by nines: expected remainder @nz (from @na × @nb), found @nold. So there is an error.",),
        "size": ("The size is suspicious: @ex × @ey = @exy.",),
    }
    body = {
        "mend": (
            "The row for @l × @r is @was, and it should be @now. Adding the rows with this change: @sum = @n.",
            "Row @l × @r: a carry was lost, the row is @now instead of @was. New total: @sum = @n.",
            "@l × @r gives @now. The row above says @was, which is a mistake. The sum of the rows is now @sum = @n.",
        ),
        "sum": (
            "The rows are correct, but a carry went missing when adding them. @sum = @n.",
            "Adding the columns again from the right, I get @n for @sum. The total written above is wrong.",
        ),
        "redo": (
            "The total @old is wrong, so I'll write the whole scheme again.",
            "Something is wrong with @old. Here is the multiplication again, from an empty page:",
        ),
        "other": ("Let me check by laying it out in another way.", "A second layout as a check:"),
        "same": (
            "I was careless with the alignment there, so I cross all of it out and write it again from nothing.",
            "I don't trust that layout. Strike it, result and all, and begin again:",
        ),
    }
    commits = {
        "first": (
            "So @ab = @n.",
            "The number under the line is the product: @n.",
            "Therefore, the answer is @n.",
            "Result: @ab = @n.",
            "Reading off the bottom line, @ab = @n.",
            "Thus, the product of @a and @b is **@n**.",
        ),
        "mend": (
            "So the product is @n.",
            "The corrected result is @ab = @n.",
            "The bottom line must therefore read @n, and that is the answer.",
            "So the answer is @n rather than @old.",
        ),
        "other": (
            "This layout gives @n instead of @old. The first one has an error, so the product is @n.",
            "The bottom lines differ (@old and @n). The new one has been checked row by row, so @ab = @n.",
        ),
        "same": ("So @ab = @n.", "Result: @ab = @n.", "The product is @n."),
    }
    confirm = {
        "estimate": ("Estimate: @ex × @ey = @exy. This is close to the result.",),
        "digit": ("The last digit @dz fits @da × @db = @dab.",),
        "nine": ("Check by nines: @na × @nb → @nz, result → @nz. ✓",),
        "divide": ("Check by division: @n ÷ @b = @a. ✓",),
        "other": ("With the rows the other way round (@split): @lines; @sum = @n. ✓",),
        "line": ("To be sure about one row: @chain. ✓",),
    }

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "comma"), t.one("×", "x")

    def carries(self, t: Telling, term: Term) -> str:
        """One row digit by digit, if it is a right row of a single digit."""
        digit = int(str(term.right).rstrip("0"))
        if term.value != term.left * term.right or digit > 9 or term.left < 11:
            return ""
        told, carry = [], 0
        for place in reversed(str(term.left)):
            made = int(place) * digit + carry
            plus = f" + {carry} = {made}" if carry else ""
            head = f"{digit} {t.x} {place} = {int(place) * digit}{plus}"
            carry, keep = divmod(made, 10)
            told.append(f"{head}, {t.one('write', 'put down')} {keep}" + (f" carry {carry}" if carry else ""))
        return f"Row for {term.right}: " + "; ".join(told) + (f"; write {carry} in front." if carry else ".")

    def told(self, t: Telling, work: Work) -> str:
        if work.method not in COLUMN_WAYS:
            return f"{split_equation(t, work)}\n" + "\n".join(lines(t, work)) + f"\n{sums(t, work)}"
        text = ""
        if t.flag("carries", 0.4) and work.method in ("high", "low", "swapped"):
            rows = [row for row in (self.carries(t, term) for term in sorted(work.terms, key=lambda x: x.right)) if row]
            text = "\n".join(rows) + "\n\n"
        fence = t.one("```", "```", "```text")
        grouping = "comma" if t.words == "comma" and t.flag("grouped columns", 0.5) else "plain"
        block = t.columns(work, grouping, t.one("-", "-", "─"))
        return f"{text}{fence}\n{block}{t.total(work, grouping)}\n```"

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "I'll use long multiplication.",
            "Let's set it up in columns:",
            "Standard algorithm for @ab:",
            "We write the numbers below each other and multiply digit by digit.",
        )
        return f"{opening}\n\n{self.told(t, work_out(t, *self.ways))}\n\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.45, "\n")
        text = f"\n\n{text}" if text else ""
        if t.chance(0.4):
            text += "\n\n" + restate(t, "**Answer: @n**", "Final answer: @n", "\\boxed{@p}", "@ab = **@n**")
        return text


class ScriptTranscript(Habit):
    """A model raised on code: the product as a small script with commented values; errors are bugs that get patched."""

    doubt = (
        "There's a bug in one of the commented values.",
        "Tracing the script by hand turns up a discrepancy.",
        "One of the comments doesn't hold up under an assert.",
        "Debugging pass:",
        "On a dry run, one line misbehaves.",
    )
    fact = {
        "digit": (
            "`@da * @db % 10` is @dz, while the value printed ends in @dold, so an assert on the last digit fails.",
        ),
        "nine": ("`(@a % 9) * (@b % 9) % 9` is @nz, while `@old % 9` is @nold; the assert fails.",),
        "size": ("`@ex * @ey` is @exy, so the printed value is off by a wide margin.",),
    }
    body = {
        "mend": (
            "`@l * @r` evaluates to @now; the comment claimed @was. After the patch:\n\n"
            "```python\nproduct = @sum  # @n\n```\n",
            "Patch: `@l * @r` is @now (was: @was).\n\n```python\n# patched\nresult = @sum  # @n\n```\n",
            "The value @was for `@l * @r` is wrong, it evaluates to @now.\n\n```python\nproduct = @sum\nprint(product)  # @n\n```\n",
        ),
        "sum": (
            "The terms are right, the sum in the comment isn't:\n\n```python\nproduct = @sum  # @n, not @old\n```\n",
            "Only the last line needs a patch, the addition:\n\n```python\nresult = @sum  # @n\n```\n",
        ),
        "redo": (
            "So the output @old is invalid. Rewriting the script:",
            "I'm reverting this version (@old is wrong) and writing another:",
        ),
        "other": ("A regression test with a different implementation:", "Compare with a second implementation:"),
        "same": (
            "This script is too tangled to be trusted, so I delete it along with its output and rewrite it:",
            "Reverting everything, I don't consider that output valid. New script:",
        ),
    }
    commits = {
        "first": (
            "The script prints @n, so @a * @b = @n.",
            "Output:\n\n```\n@p\n```\n\nSo the product is @n.",
            "Hence `@a * @b == @p`.",
            "The answer is @n.",
            "So @a * @b evaluates to @n.",
            "This yields @n as the product.",
        ),
        "mend": (
            "The fixed script prints @n, and that's the product.",
            "So `@a * @b == @p`, and the earlier @old was a bug.",
            "New output: @n. So the answer is @n.",
            "With the patch applied, @a * @b = @n.",
        ),
        "other": (
            "It prints @n where the first printed @old. The bug is in the first one; the product is @n.",
            "The implementations disagree (@old vs @n). I traced the second by hand and it's fine, so the answer is @n.",
        ),
        "redo": (
            "The new script prints @n, so @a * @b = @n.",
            "This version gives @n, which replaces @old as the answer.",
            "Hence `@a * @b == @p`.",
        ),
        "same": (
            "The script prints @n, so @a * @b = @n.",
            "So the answer is @n.",
            "Hence `@a * @b == @p`, and that is the answer.",
        ),
    }
    confirm = {
        "estimate": ("Sanity check: `@ex * @ey` is @exy, same order of magnitude.",),
        "digit": ("`assert @da * @db % 10 == @dz` passes.",),
        "nine": ("`assert (@na * @nb) % 9 == @nz` passes.",),
        "divide": (
            "`@n // @b` gives @a with remainder 0, as required.",
            "`assert @p % @b == 0 and @p // @b == @a` passes.",
        ),
        "other": ("Test with another split, @split: @lines; @sum = @n. Test passed.",),
        "line": ("Checked one term by hand: @chain.",),
    }

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "underscore"), "*"

    def told(self, t: Telling, work: Work) -> str:
        name = t.one("product", "result", "total", "answer")
        rows = [f"# {t.n(t.a)} * {t.n(t.b)}"]
        if work.method == "factored":
            q = work.terms[0].right
            rows.append(f"step = {t.n(work.a)} * {t.n(work.b // q)}  # {t.n(work.terms[0].left)}")
            total = f"step * {t.n(q)}"
        else:
            rows.append(f"# {split_equation(t, work)}")
            names = [f"p{k}" for k in range(1, len(work.terms) + 1)]
            for label, term in zip(names, work.terms, strict=True):
                rows.append(f"{label} = {t.n(term.left)} * {t.n(term.right)}  # {t.n(term.value)}")
            total = names[0] + "".join(
                f" {'+' if term.sign > 0 else '-'} {label}"
                for label, term in zip(names[1:], work.terms[1:], strict=True)
            )
        rows.append(f"{name} = {total}  # {t.n(work.total)}" if t.chance(0.5) else f"{name} = {total}")
        rows.append(f"print({name})" + ("" if rows[-1].endswith(t.n(work.total)) else f"  # {t.n(work.total)}"))
        return "```python\n" + "\n".join(rows) + "\n```"

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "I'll compute this with a small script and fill in the values by hand.",
            "Here is the calculation as Python:",
            "Let's write it as code.",
            "",
        )
        return f"{opening}\n\n{self.told(t, work_out(t, *self.ways))}\n\n{self.close_attempt(t, 'first', {})}".lstrip()

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.45)
        text = f"\n\n{text}" if text else ""
        if t.chance(0.4):
            text += "\n\n" + restate(t, "Final answer: @p", "```output\n@p\n```", "#### @p", "Answer: **@n**")
        return text


class ResidueAuditor(Habit):
    """A reasoning model that audits its products with remainders and tells a failed audit as such."""

    doubt = (
        "Let me audit the partial products individually.",
        "Something may still be off, so I'll examine the terms.",
        "I want to be thorough and retrace the terms.",
        "Before concluding, each term deserves a check.",
        "A closer audit is called for.",
    )
    fact = {
        "digit": ("Modulo 10: @da·@db = @dab ≡ @dz, but the number I have is ≡ @dold. The audit fails.",),
        "nine": (
            "Modulo 9: @a ≡ @na, @b ≡ @nb, the product ≡ @nab ≡ @nz. However @old ≡ @nold (mod 9). The audit fails.",
            "The digit sum test is violated: it should be @nz and it is @nold.",
        ),
        "eleven": (
            "Modulo 11: @a ≡ @ma and @b ≡ @mb, so I need @mz, while @old ≡ @mbad (mod 11). There's an error somewhere.",
            "The alternating digit test fails: required residue @mz mod 11, found @mbad.",
        ),
        "size": ("Magnitude: @ex·@ey = @exy, nowhere near @old. The audit fails.",),
    }
    body = {
        "mend": (
            "Term @l @x @r: @chain; recorded: @was. That is the discrepancy. Summing with the right term: @sum = @n.",
            "The faulty term is @l @x @r, recorded as @was instead of @now. New sum: @sum = @n.",
            "I find @l @x @r = @now, contrary to the recorded @was, so @sum = @n.",
        ),
        "sum": (
            "All terms pass; the summation doesn't. @sum = @n.",
            "The terms are fine, so the summation must be at fault, and it is: @sum = @n, not @old.",
        ),
        "redo": (
            "I can't certify @old, so the product is computed anew.",
            "@old is rejected. I recompute from other parts.",
        ),
        "other": ("An audit by an independent decomposition:", "Independent recomputation to audit the result:"),
        "same": (
            "My bookkeeping was too loose for any audit to mean much, so I void the computation and its result and begin again.",
            "I withdraw @old as uncertified, since I glossed over the steps. The computation starts over.",
        ),
    }
    commits = {
        "first": (
            "Hence @ab = @n.",
            "This yields @n for the product.",
            "So the product equals @n.",
            "Therefore the result is @n.",
            "We obtain @ab = @n.",
            "So my value for the product is @n.",
        ),
        "mend": (
            "So the product equals @n.",
            "The amended product is @n.",
            "Therefore the result is @n, and @old is void.",
            "Hence @ab = @n.",
        ),
        "other": (
            "It yields @n, in conflict with @old. The fault is in the first computation, so the result is @n.",
            "The audit ends in @n and not in @old. I accept @n: @ab = @n.",
        ),
        "same": ("Hence @ab = @n.", "So the product equals @n.", "Therefore the result is @n."),
    }
    confirm = {
        "estimate": ("Magnitude: @ex·@ey = @exy, fine.",),
        "digit": ("Modulo 10: @da·@db = @dab ≡ @dz, passes.", "Last digit: @dz, as it should be."),
        "nine": ("Modulo 9: @na·@nb = @nab ≡ @nz, and the result ≡ @nz. Passes.", "Nines: @nz = @nz. Passes."),
        "eleven": (
            "Modulo 11: @ma·@mb = @mab ≡ @mz, and @n ≡ @mz as well. Passes.",
            "Elevens: the factors leave @ma and @mb, the result leaves @mz. Consistent.",
        ),
        "other": ("Independent decomposition @split: @lines; @sum = @n. Passes.",),
        "divide": ("Exact division: @n ÷ @b = @a. Passes.",),
    }

    def told(self, t: Telling, work: Work) -> str:
        opening = say(t, "Decompose: @s.", "Using @s:", "From @s,", "Decomposition: @s.", s=split_equation(t, work))
        mark = t.one("• ", "- ", "", "(@k) ")
        items = [mark.replace("@k", str(k)) + text for k, text in enumerate(lines(t, work, detail=0.4), start=1)]
        return f"{opening}\n" + "\n".join(items) + f"\n{t.one('Sum', 'Total', 'Together')}: {sums(t, work)}."

    def first(self, t: Telling) -> str:
        head = t.one("<think>\n", "<think>", "", "") if not t.flag("bare", 0.5) else ""
        t.flag("tagged", 1.0 if head else 0.0)
        opening = say(
            t,
            "The product @ab is needed. I will compute it by parts and audit it with remainders.",
            "Goal: @ab.",
            "We are to calculate @ab; let me proceed systematically.",
            "We need @a times @b exactly.",
        )
        return f"{head}{opening}\n\n{self.told(t, work_out(t, *self.ways))}\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.8, "\n", 0.6)
        text = f"\n\n{text}" if text else ""
        if t.flag("tagged", 0.0):
            text += "\n</think>\n\n" + restate(
                t,
                "The product is computed by splitting one factor and adding the parts.\n\n**@ab = @n**",
                "\\[\n\\boxed{@p}\n\\]",
                "@ab = @n, verified by remainders.",
                "**Answer:** @n",
            )
        elif t.chance(0.6):
            text += "\n\n" + restate(t, "Answer: @n", "\\boxed{@p}", "Final result: @ab = @n.")
        return text


class EchoingFinisher(Habit):
    """A small distilled model: a lone closing think tag, and the answer echoed again and again."""

    doubt = (
        "Wait, I need to check if that's correct.",
        "Wait, let me check my calculations again.",
        "Wait, no, maybe I made a mistake.",
        "Hmm, wait, is that right? Let me verify.",
        "Wait, let me recheck the multiplication.",
    )
    fact = {
        "digit": ("Wait, @da times @db is @dab, so it should end with @dz. But it ends with @dold. So that's wrong.",),
        "nine": ("Wait, the digit root should be @nz, but @old gives @nold. So that's wrong.",),
        "size": ("Wait, @ex times @ey is @exy. So @old can't be.",),
    }
    body = {
        "mend": (
            "@l times @r is @now, not @was. So, adding again, @sum = @n.",
            "@chain. So it's not @was. So the total is @sum = @n.",
            "So I think I did @l times @r wrong. I had @was but it's @now. So @sum = @n.",
        ),
        "sum": (
            "So the addition was wrong. @sum = @n.",
            "Adding again: @sum. So it's @n, not @old.",
        ),
        "redo": (
            "So @old is wrong. Let me try again.",
            "So that's not right. Let me do it again from the start.",
            "No, @old is not correct. Let me start over.",
        ),
        "other": ("Let me try another approach to check.", "Alternatively, maybe I can do it in a different way."),
        "same": (
            "Wait, no, I don't think I did that correctly. Let me forget that and start over.",
            "Wait, I'm confused by what I did. That's wrong, I think. Let me start again from the beginning.",
        ),
    }
    commits = {
        "first": (
            "So, the answer is @n.",
            "So, @ab is @n.",
            "So, the product is @n.",
            "Therefore, the answer is @n.",
            "So, that's @n. So, @ab = @n.",
            "So, I think the answer is @n.",
        ),
        "mend": (
            "So, the correct answer is @n.",
            "So, the answer is @n, not @old.",
            "Okay, so @ab is @n.",
            "So, the answer should be @n.",
        ),
        "other": (
            "So, now I got @n, but before I got @old. So I must have made a mistake before. So, the answer is @n.",
            "So that's @n. That's different from @old. The first time I made a mistake, so the answer is @n.",
        ),
        "same": ("So, the answer is @n.", "So, @ab is @n.", "So, the product is @n."),
    }
    confirm = {
        "idle": (
            "Wait, did I miss a zero? No, I don't think so.",
            "Wait, is there any other step? No, I think that's it.",
        ),
        "estimate": ("@ex times @ey is @exy, so it's close. Okay.",),
        "digit": ("@da times @db is @dab, so it ends with @dz. Okay.",),
        "divide": ("If I divide @n by @b, I get @a. So that's right.",),
        "other": ("Wait, let me check again. @split. So, @lines. Then @sum = @n. Yeah, same.",),
        "line": ("Wait, @l times @r is @v? Yes, @chain. Okay.",),
    }

    def told(self, t: Telling, work: Work) -> str:
        opening = say(t, "So, @s.", "I can break it into @s.", "Let me see, @s.", s=split_equation(t, work))
        told = lines(t, work, fumbles=("@l @x @r is @w, wait, no, it's @v",), detail=0.5)
        joint = t.one("\n\n", " ", "\n")
        text = joint.join([opening, *(f"{t.one('So, ', 'Then, ', 'First, ', '')}{item}." for item in told)])
        steps = running(t, work) if t.flag("step by step", 0.6) else [sums(t, work)]
        return text + joint + joint.join(f"{t.one('Then, ', 'So, ', 'Adding, ')}{step}." for step in steps)

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "First, I need to multiply @a by @b.",
            "Okay, so I need to find @ab.",
            "To solve @ab, I'll break down the numbers.",
            "Alright, so I have to multiply @a and @b.",
        )
        return f"{opening}\n\n{self.told(t, work_out(t, *self.ways))}\n\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.4)
        text = f"\n\n{text}" if text else ""
        echoes = [
            "So, the answer is @n.",
            "Therefore, the answer is @n.",
            "So, I'm confident that the answer is @n.",
            "**Final Answer**\n\\boxed{@p}",
            "The final answer is @n.",
            "So, @ab = @n.",
            "Thus, the final answer is \\(\\boxed{@p}\\).",
        ]
        t.rng.shuffle(echoes)
        joint = t.one("\n\n", "\n")
        text += "".join(joint + t.r(fill(t, echo)) for echo in echoes[: t.rng.randrange(5)])
        if t.flag("tag", 0.6):
            text += "\n</think>\n\n" + restate(
                t,
                "**Solution:**\n\nThe product of @a and @b is:\n\n\\[\n\\boxed{@p}\n\\]",
                "To calculate @ab, break it down and add the parts. The result is \\(\\boxed{@p}\\).",
                "**Answer:** @n",
                "@n",
            )
        return text


class LowercaseJottings(Habit):
    """Lower-case scratch notes, one thought per line, then a neat last line."""

    gap = "\n"
    joint = "\n"
    doubt = (
        "eh, not so fast",
        "not sold on that yet",
        "one sec, eyeballing the pieces",
        "hmm something smells",
        "quick pass over the pieces",
        "ugh",
    )
    fact = {
        "digit": (
            "@da·@db = @dab so last digit @dz, but mine is @dold. nope",
            "should end in @dz, ends in @dold, so no",
        ),
        "nine": ("nines: @na·@nb → @nz, mine → @nold. nope",),
        "size": ("@ex·@ey = @exy, so @old is silly",),
    }
    body = {
        "mend": (
            "@l·@r isn't @was, it's @now\nnow: @sum = @n",
            "there: @chain, and i'd put @was\nwith that, @sum = @n",
            "@was should've been @now (@l·@r)\nso @sum = @n",
        ),
        "sum": ("pieces ok, adding not ok\n@sum = @n", "i can't have @old from @sum, it's @n"),
        "redo": (
            "bin @old, go around again",
            "@old is no good. from the top",
            "not keeping @old. other route",
        ),
        "other": ("sideways check", "same thing, other way round"),
        "same": (
            "nah, that was a blur. not keeping any of it, from the top",
            "bah, i was winging it. @old is off the table, all over again",
            "tearing that page out, it's a mess. blank page",
        ),
    }
    commits = {
        "first": (
            "so the product is @n",
            "so @a·@b = @n",
            "@n, that's the answer",
            "result @n",
            "ok so answer @n",
            "which makes it @n for @a·@b",
        ),
        "mend": (
            "so the answer is @n",
            "ok so @a·@b = @n, not @old",
            "@n then, that's the answer",
            "result now @n",
        ),
        "other": (
            "so @n here and @old there. the first was off, this one i trust. answer @n",
            "that says @n. so @old was wrong, @a·@b = @n",
        ),
        "same": ("so the product is @n", "so @a·@b = @n", "result @n"),
    }
    confirm = {
        "idle": (
            "zeros all there? yep",
            "anything missing? no",
        ),
        "estimate": ("about @ex·@ey = @exy, ok", "@exy-ish expected, fine"),
        "digit": ("ends in @dz, good (@da·@db = @dab)",),
        "nine": ("nines @na·@nb → @nz, good",),
        "divide": ("back: @n / @b = @a, good",),
        "other": ("again via @split: @lines, @sum = @n, same",),
        "line": ("@l·@r = @v? @chain, yes",),
    }

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "plain", "space"), "·"

    def told(self, t: Telling, work: Work) -> str:
        fumbles = ("@l·@r = @w\nno, @v", "@l·@r = @w, er, @v")
        told = [split_equation(t, work), *lines(t, work, fumbles=fumbles, detail=0.4)]
        return "\n".join(text.replace(" · ", "·") for text in (*told, sums(t, work, joint="\n")))

    def first(self, t: Telling) -> str:
        head = "[THINK]" if t.flag("think", 0.4) else ""
        opening = say(t, "ok, @a·@b", "@a·@b by hand", "need @a·@b", "let's see. @a·@b")
        return f"{head}{opening}\n{self.told(t, work_out(t, *self.ways))}\n{self.close_attempt(t, 'first', {})}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.5, "\n", 0.4)
        text = f"\n{text}" if text else ""
        if t.flag("think", 0.4):
            text += "\ndone[/THINK]" + restate(t, "$@a \\times @b = \\boxed{@p}$", "The product is **@n**.", "**@n**")
        elif t.chance(0.7):
            text += "\n\n" + restate(t, "**@n**", "Answer: @n", "$$\\boxed{@p}$$", "@a × @b = **@n**")
        return text


class BlackboardLecture(Habit):
    """Formal prose of a lecturer, who retracts what was wrong in set phrases of a lecture."""

    doubt = (
        "The attentive listener will have raised an eyebrow.",
        "Permit me to return to the board for a moment.",
        "At this point I owe you an amendment.",
        "I regret to say that the board contains an error.",
        "It would be unwise to leave the board unexamined.",
    )
    fact = {
        "digit": (
            "Observe that @da times @db is @dab, so that the product must terminate in @dz; the figure on the board "
            "terminates in @dold.",
        ),
        "nine": (
            "Casting out nines, we would require a remainder of @nz, since @na times @nb is @nab, yet the figure on the "
            "board leaves @nold.",
        ),
        "size": ("Observe that @ex times @ey is @exy, which sits very badly with @old.",),
    }
    body = {
        "mend": (
            "For @l @x @r the board shows @was, which ought to be @now. Carrying this through, @sum = @n.",
            "We have in truth @chain, where I had set down @was. In consequence, @sum = @n.",
            "Kindly strike out @was and write @now beside @l @x @r. The sum becomes @sum = @n.",
        ),
        "sum": (
            "The partial products may stand. It is their sum that I misstated: @sum = @n.",
            "I summed hastily. Correctly, @sum = @n, where I announced @old.",
        ),
        "redo": (
            "I must ask you to strike out @old. We shall derive the product afresh.",
            "The figure @old cannot be upheld, and I shall give the derivation a second time.",
        ),
        "other": (
            "It is instructive to approach the matter from the other side.",
            "Let us hold this against a second derivation.",
        ),
        "same": (
            "I am dissatisfied with that derivation and wipe the board clean, its figure included. We begin afresh.",
            "That derivation was not fit to be shown; I withdraw it in its entirety, and with it @old. Once more from "
            "the first line, then.",
        ),
    }
    commits = {
        "first": (
            "The product of @a and @b is thus @n.",
            "We have thereby established that @ab = @n.",
            "In other words, @a taken @b times amounts to @n.",
            "This furnishes the product: @n.",
            "Accordingly, @ab = @n.",
            "And with that, the product stands at @n.",
        ),
        "mend": (
            "The product is accordingly @n, and the @old that I announced is withdrawn.",
            "In place of the figure announced we have @ab = @n.",
            "The product thus amounts to @n.",
            "So the figure to take home is @n, and not @old.",
        ),
        "other": (
            "The second derivation delivers @n, and I am bound to concede that @old rested on an error. The product is @n.",
            "We meet @n here, where the first derivation led to @old; the latter falls. Accordingly, @ab = @n.",
        ),
        "same": (
            "The product of @a and @b is thus @n.",
            "Accordingly, @ab = @n.",
            "This furnishes the product: @n.",
        ),
    }
    confirm = {
        "idle": ("One might fear that a zero has gone astray; none has.",),
        "estimate": ("The figure is credible, for @ex times @ey would be @exy.",),
        "digit": ("Its last digit, @dz, is the one demanded by @da times @db.",),
        "nine": ("Nor do the nines object: the factors leave @na and @nb, the product @nz.",),
        "divide": ("Division of @n by @b returns @a, which settles the matter.",),
        "other": ("By way of corroboration, take @split. Then @lines, and once more @sum = @n.",),
        "line": ("Should anyone doubt the step @l @x @r: @chain.",),
    }

    def told(self, t: Telling, work: Work) -> str:
        opening = say(
            t,
            "We begin from @s.",
            "Recall the distributive law, and observe that @s.",
            "It is convenient to note that @s.",
            "Let us make use of @s.",
            s=split_equation(t, work),
        )
        if work.method == "factored":
            opening = f"We make use of {split_equation(t, work)}."
        told = lines(t, work, detail=0.4)
        names = ["In the first place", "In the second", "In the third", "In the fourth", "In the fifth", "In the sixth"]
        if len(told) <= 6 and t.flag("places", 0.4):
            body = "; ".join(
                f"{name if k == 0 else name[0].lower() + name[1:]}, {text}"
                for k, (name, text) in enumerate(zip(names, told, strict=False))
            )
        else:
            body = t.one("One finds ", "There result ", "We compute ") + ", ".join(told)
        lead = "It remains to form" if work.method == "factored" else t.one("Summation gives", "Collecting terms,")
        return f"{opening} {body}. {lead} {sums(t, work)}."

    def first(self, t: Telling) -> str:
        opening = say(
            t,
            "Let us determine the product of @a and @b.",
            "We are asked to multiply @a by @b, a task that yields to patience.",
            "The problem before us is @ab.",
            "Consider the product @ab.",
        )
        return f"{opening}{t.one(' ', chr(10) * 2)}{self.told(t, work_out(t, *self.ways))} " + self.close_attempt(
            t, "first", {}
        )

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.5)
        text = f"\n\n{text}" if text else ""
        if t.chance(0.35):
            text += "\n\n" + restate(t, "Answer: @n.", "**@n**", "To summarize: @ab = @n.", "Q.E.F. The product is @n.")
        return text


class LabelledLedger(Habit):
    """Every line bears a label (PLAN, CALC, CHECK, VERDICT); sometimes the answer ends in JSON."""

    gap = "\n"
    doubt = ("FAIL.", "Mismatch found.", "Not OK.", "Entry disputed.", "Discrepancy.")
    fact = {
        "digit": ("FAIL: last digit should be @dz (@da @x @db = @dab), is @dold.",),
        "nine": ("FAIL: residue mod 9 should be @nz, is @nold.",),
        "size": ("FAIL: expected size @ex @x @ey = @exy.",),
    }
    body = {
        "mend": (
            "@l @x @r booked as @was, due @now. Rebooked: @sum = @n",
            "@chain; the ledger has @was. Adjusted: @sum = @n",
            "Entry @l @x @r: strike @was, enter @now. Balance: @sum = @n",
        ),
        "sum": ("Entries OK, balance off. @sum = @n", "Balance restated: @sum = @n (was @old)"),
        "redo": ("@old struck from the ledger; new calculation.", "@old void; recalculated on a new sheet."),
        "other": ("Counter-calculation.", "Second sheet for comparison."),
        "same": (
            "Sheet illegible, declared void together with @old; calculation begins again.",
            "VOID. Entries above not accepted, @old deleted. New sheet.",
        ),
    }
    commits = {
        "first": (
            "@ab = @n",
            "The product is @n",
            "Answer @n",
            "Product: @n",
            "@n is the product of @a and @b",
            "answer = @n",
        ),
        "mend": (
            "Product restated: @n",
            "@ab = @n, replacing @old",
            "Answer amended to @n",
            "The product is @n",
        ),
        "other": (
            "Second sheet says @n, first said @old; first sheet in error. Product: @n",
            "@n vs @old. The first sheet has the error. @ab = @n",
        ),
        "same": ("@ab = @n", "Product: @n", "Answer @n"),
    }
    confirm = {
        "idle": ("zeros counted OK",),
        "estimate": ("size @ex @x @ey = @exy OK", "about @exy expected, OK"),
        "digit": ("last digit @dz OK (@da @x @db = @dab)",),
        "nine": ("residue mod 9: @na @x @nb → @nz, OK",),
        "divide": ("@n / @b = @a OK",),
        "other": ("@split; @lines; @sum = @n, OK",),
        "line": ("@chain OK",),
    }

    def label(self, t: Telling, *names: str) -> str:
        name = t.one(*names)
        return {0: f"{name}: ", 1: f"**{name.title()}:** ", 2: f"[{name}] "}[
            0 if t.flag("plain labels", 0.5) else 1 if t.flag("bold labels", 0.6) else 2
        ]

    def told(self, t: Telling, work: Work) -> str:
        calc = [self.label(t, "CALC") + text for text in lines(t, work, detail=0.3)]
        plan = self.label(t, "PLAN", "SPLIT") + split_equation(t, work)
        total = self.label(t, "SUM", "TOTAL") if work.method != "factored" else self.label(t, "CALC")
        if t.flag("steps", 0.3):
            return "\n".join([plan, *calc, *(total + step for step in running(t, work))])
        return "\n".join([plan, *calc, total + sums(t, work)])

    def first(self, t: Telling) -> str:
        task = self.label(t, "TASK", "GOAL", "INPUT") + say(t, "@ab", "compute @ab", "multiply @a by @b")
        work = work_out(t, *self.ways)
        return f"{task}\n{self.told(t, work)}\n{self.label(t, 'RESULT', 'VERDICT')}{self.close_attempt(t, 'first', {})}"

    def again(self, t: Telling) -> str:
        kind, fact, values = turn(t, self.fact)
        head = say(t, *self.fact[fact], **values) + " " if fact else ""
        if not fact and kind in ("mend", "sum", "redo"):
            head = say(t, *self.doubt) + " "
        if kind in ("redo", "same"):
            text = "\n" + self.label(t, "CHECK", "NOTE", "AUDIT") + head + say(t, *self.body[kind], **values)
        else:
            text = "\n" + self.label(t, "CHECK", "AUDIT") + head + say(t, *self.body[kind], **values)
        if kind in ("redo", "same", "other"):
            work = another(t) if kind == "other" or t.chance(0.5) else work_out(t, *self.ways)
            text += "\n" + self.told(t, work)
        return f"{text}\n{self.label(t, 'RESULT', 'VERDICT')}{self.close_attempt(t, kind, values)}"

    def closing(self, t: Telling) -> str:
        text = checks(t, self.confirm, 0.5, "; ", 0.4)
        text = "\n" + self.label(t, "CHECK") + text if text else ""
        kind = t.rng.randrange(4)
        if kind == 0:
            text += "\n\n" + t.r(fill(t, '```json\n{"answer": @p}\n```'))
        elif kind == 1:
            text += "\n" + self.label(t, "FINAL", "OUTPUT") + t.r(t.n(t.candidate))
        elif kind == 2 and text:
            text += "\n" + self.label(t, "STATUS") + t.one("accepted", "closed", "verified")
        return text


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        ThoughtTagsThenWriteup(),
        UnhurriedMonologue(),
        ClippedAnalysis(),
        HeadedStepsWithMath(),
        NumberedRecipe(),
        AlignedDisplays(),
        FriendlyGridTable(),
        PolicyGradientTerse(),
        ReflectionBlocks(),
        DraftCriticFinal(),
        ForumPostWithEdits(),
        ColumnPaper(),
        ScriptTranscript(),
        ResidueAuditor(),
        EchoingFinisher(),
        LowercaseJottings(),
        BlackboardLecture(),
        LabelledLedger(),
    )
}
