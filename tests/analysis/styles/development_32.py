"""Long chains of thought of reasoning models that doubt themselves a lot: in prose and in telegraphic notes."""

from __future__ import annotations

from typing import Any

from .common import Mended, Style, Telling, Term, Work, split

Shape = tuple[str, int, int, list[tuple[int, int, int]]]


# ---- arithmetic ------------------------------------------------------------------------------------------------


def _zeros(number: int) -> int:
    count = 0
    while number and number % 10 == 0:
        number //= 10
        count += 1
    return count


def _key(left: int, right: int) -> tuple[int, int]:
    return (min(left, right), max(left, right))


def _memory(t: Telling) -> dict[str, Any]:
    """What the response said so far: products, phrases, shapes of the works."""
    memory: dict[str, Any] = t.__dict__.setdefault(
        "memory", {"said": {}, "used": set(), "shapes": [], "sure": set(), "refused": set(), "slips": 0}
    )
    return memory


def _parts(n: int, kind: str) -> list[tuple[int, int]]:
    """The number as signed parts."""
    if n < 10:
        if kind in ("round", "tens") and n > 5:
            return [(10, 1), (10 - n, -1)]
        if kind in ("low", "chunks") and n > 3:
            return [(n - 1, 1), (1, 1)]
        if n > 5:
            return [(5, 1), (n - 5, 1)]
        return [(part, 1) for part in split(n, "high")]
    unit = 10 ** (len(str(n)) - 1)
    if kind == "round":
        near = max(unit, round(n / unit) * unit)
        if near != n and abs(n - near) <= 0.12 * n:
            return [(near, 1), (abs(n - near), 1 if n > near else -1)]
        kind = "chunks"
    if kind == "tens":
        small = 10 if n < 100 or n % 100 < 50 else 100
        up = (n // small + 1) * small
        if n % small and up - n <= 0.4 * small:
            return [(up, 1), (up - n, -1)]
        kind = "chunks"
    return [(part, 1) for part in split(n, kind)]


def _shapes(a: int, b: int, kinds: tuple[str, ...]) -> list[Shape]:
    out: list[Shape] = []
    for kind in kinds:
        if kind == "sq":
            out += _squares(a, b)
            continue
        if kind == "area":
            if a > 9 and b > 9 and sum(d != "0" for d in str(a)) * sum(d != "0" for d in str(b)) <= 12:
                out.append(("area", a, b, [(x, y, 1) for x in split(a, "high") for y in split(b, "high")]))
            continue
        x, y = (b, a) if kind.startswith("s:") else (a, b)
        if len(str(y)) == 1 < len(str(x)):
            x, y = y, x
        name = kind.removeprefix("s:")
        parts = _parts(y, name)
        if name in ("round", "tens") and parts[0][0] < y and (name == "tens" or y - parts[0][0] > 0.12 * y):
            name = "high"
        out.append((name, x, y, [(x, part, sign) for part, sign in parts]))
    return out


def _squares(a: int, b: int) -> list[Shape]:
    big, small = max(a, b), min(a, b)
    if small < 11 or big > 1.6 * small or big - small < 2:
        return []
    if (big - small) % 2 == 0:
        m, d = (big + small) // 2, (big - small) // 2
        return [("sq", a, b, [(m, m, 1), (d, d, -1)])]
    m, d = (big - 1 + small) // 2, (big - 1 - small) // 2
    if d == 0:
        return []
    return [("sq", a, b, [(m, m, 1), (d, d, -1), (small, 1, 1)])]


def _off_score(term: Term, true: int) -> float:
    """How odd a wrong value of a product is."""
    value = term.value
    if value == true:
        return 0
    score = 1.0
    ratio = value / true
    if max(int(str(term.left).rstrip("0")), int(str(term.right).rstrip("0"))) < 13:
        score += 2
    if value in (true * 10, true / 10) and int(str(term.right).rstrip("0")) != 1:
        return 1.5
    if not 0.05 < ratio < 20:
        score += 30
    elif not 0.6 < ratio < 1.7:
        score += 6
    if value % 10 ** (_zeros(term.left) + _zeros(term.right)):
        score += 7
    if value % 10 ** min(_zeros(true) + 1, 9) != true % 10 ** min(_zeros(true) + 1, 9):
        score += 1
    if int(str(term.right).rstrip("0")) == 1 or int(str(term.left).rstrip("0")) == 1:
        score += 8
    return score


def _sum_score(work: Work, candidates: list[int]) -> float:
    score = 0.0
    for so_far, sign, value, result in work.steps():
        true = so_far + sign * value
        if sign > 0 and result <= max(so_far, value):
            score += 40
        if sign < 0 and result >= so_far:
            score += 40
        if true <= 0:
            score += 40
        if result != true:
            score += 1.5
            if sum(x != y for x, y in zip(str(result), str(true), strict=False)) > 2:
                score += 2
            if abs(result - true) > 0.3 * true:
                score += 8
        if so_far in candidates:
            score += 4
    if any(term.value in candidates for term in work.terms):
        score += 8
    return score


def plan(t: Telling, kinds: tuple[str, ...], other: bool = False) -> Work:
    """A plausible way to the candidate, in one of the kinds; it becomes `work`, its products are remembered."""
    memory = _memory(t)
    off = t.candidate - t.product
    found: list[tuple[float, int, Work]] = []

    def gather(names: tuple[str, ...]) -> None:
        for name, a, b, shape in _shapes(t.a, t.b, names):
            terms = [Term(x, y, x * y, sign) for x, y, sign in shape]
            variants: list[tuple[float, list[Term]]] = [(0.8 if off else 0.0, terms)]
            if off:
                for place, term in enumerate(terms):
                    value = term.value + term.sign * off
                    if value > 0:
                        wrong = Term(term.left, term.right, value, term.sign)
                        changed = [*terms[:place], wrong, *terms[place + 1 :]]
                        variants.append((_off_score(wrong, term.left * term.right), changed))
            for score, variant in variants:
                work = Work(a, b, name, tuple(variant), t.candidate)
                score += _sum_score(work, t.candidates)
                here: dict[tuple[int, int], int] = {}
                for term in variant:
                    key = _key(term.left, term.right)
                    if key in here:
                        score += 4
                    if here.setdefault(key, term.value) != term.value:
                        score += 40
                    if memory["said"].get(key, term.value) != term.value:
                        score += 12
                if (a, sorted(y for _, y, _ in shape)) in memory["shapes"]:
                    score += 10 if other else 3
                found.append((score + 1.5 * t.rng.random(), len(found), work))

    gather(kinds)
    if min(found)[0] > 9 if found else True:
        gather(("high", "chunks", "s:high", "s:chunks", "tens", "s:tens", "round", "s:round"))
    work = min(found)[2]
    if min(found)[0] > 9:
        t.work = Work(t.a, t.b, "direct", (Term(t.a, t.b, t.candidate),), t.candidate)
        memory["kind"] = "direct"
        return t.work
    _remember(t, work)
    return work


def _remember(t: Telling, work: Work) -> None:
    memory = _memory(t)
    for term in work.terms:
        memory["said"][_key(term.left, term.right)] = term.value
    memory["shapes"].append((work.a, sorted(term.right for term in work.terms)))
    memory["kind"] = "terms"
    t.work = work


def mend(t: Telling) -> Mended | None:
    """The work before with one thing corrected, if that can be told well."""
    if t.same or _memory(t).get("kind") != "terms":
        return None
    work, off = t.before, t.candidate - t.previous
    summed = sum(term.sign * term.value for term in work.terms)
    found: list[tuple[float, int, Mended]] = []
    if summed == t.candidate:
        fixed = Work(work.a, work.b, work.method, work.terms, t.candidate)
        found.append((_sum_score(fixed, []), -1, Mended(fixed, None, t.previous, t.candidate)))
    if summed == t.previous:
        for place, term in enumerate(work.terms):
            value, true = term.value + term.sign * off, term.left * term.right
            if value <= 0:
                continue
            wrong = Term(term.left, term.right, value, term.sign)
            terms = (*work.terms[:place], wrong, *work.terms[place + 1 :])
            fixed = Work(work.a, work.b, work.method, terms, t.candidate)
            score = _off_score(wrong, true) + _sum_score(fixed, []) + (4 if term.value == true else 0)
            key = _key(term.left, term.right)
            if key in _memory(t)["sure"] or (key, value) in _memory(t)["refused"]:
                score += 20
            if sum(_key(x.left, x.right) == _key(term.left, term.right) for x in work.terms) > 1:
                score += 20
            found.append((score, place, Mended(fixed, place, term.value, value)))
    if not found or min(found)[0] > 5.5:
        return None
    best = min(found)[2]
    if best.place is not None:
        term = best.work.terms[best.place]
        _memory(t)["refused"].add((_key(term.left, term.right), best.was))
    _remember(t, best.work)
    return best


def wrong_near(t: Telling, term: Term) -> int | None:
    """A value for a product that is mended at once."""
    low = _zeros(term.left) + _zeros(term.right)
    high = len(str(term.value)) - 1
    if high <= low or term.value < 20 or term.left == term.right:
        return None
    for _ in range(20):
        place = t.rng.randint(low, high - 1) if t.chance(0.5) else high - 1
        wrong = term.value + t.rng.choice([-1, 1, 2, -2]) * 10**place
        if (
            wrong > 0
            and wrong % 10**low == 0
            and wrong not in (*t.candidates, t.product, term.value, term.left * term.right)
        ):
            return wrong
    return None


# ---- words -----------------------------------------------------------------------------------------------------


def say(t: Telling, options: tuple[str, ...], **more: object) -> str:
    """One of the wordings, one not yet used in the response if there is any."""
    used = _memory(t)["used"]
    fresh = [option for option in options if option not in used] or list(options)
    text = t.rng.choice(fresh)
    used.add(text)
    names = {
        "c": t.n(t.candidate),
        "p": t.n(t.previous) if t.index else "",
        "a": t.n(t.a),
        "b": t.n(t.b),
        "ab": t.ab,
        "diff": t.n(abs(t.candidate - t.previous)) if t.index else "",
    }
    return text.format(**{**names, **more})


class ThDoubter(Style):
    """The skeleton that the styles fill with their voices."""

    sep = "\n\n"
    glue = " "
    kinds: tuple[str, ...] = ("high", "low", "chunks")
    second: tuple[str, ...] = ("s:high", "tens", "round", "s:chunks", "s:tens")
    weights: tuple[int, int, int] = (3, 3, 4)
    terse = False
    oops_share = 0.18
    estimate_share = 0.25

    opening: tuple[str, ...]
    oops: tuple[str, ...]
    commit: tuple[str, ...]
    recommit: tuple[str, ...]
    disown: tuple[str, ...]
    check: tuple[str, ...]
    conflict: tuple[str, ...]
    choose: tuple[str, ...]
    agree: tuple[str, ...]
    spot: tuple[str, ...]
    missum: tuple[str, ...]
    readd: tuple[str, ...]
    revised: tuple[str, ...]
    idle: tuple[str, ...]
    idle_product: tuple[str, ...]
    earlier: tuple[str, ...]
    guess: tuple[str, ...]
    sanity: tuple[str, ...]

    # how the arithmetic is told

    def pr(self, t: Telling, term: Term) -> str:
        if term.left == term.right and term.left > 9:
            return f"{t.n(term.left)}²"
        return f"{t.n(term.left)} {t.x} {t.n(term.right)}"

    def told(self, t: Telling, term: Term) -> str:
        """One product, at times with a slip that is mended at once."""
        memory = _memory(t)
        if memory["slips"] < 2 and t.chance(self.oops_share) and (wrong := wrong_near(t, term)):
            memory["slips"] += 1
            return say(t, self.oops, pr=self.pr(t, term), w=t.n(wrong), v=t.n(term.value))
        return f"{self.pr(t, term)} = {t.n(term.value)}"

    def detail(self, t: Telling, term: Term) -> str:
        """How a right product comes about."""
        if term.left * term.right != term.value or term.left < 11 or term.left == term.right:
            return ""
        parts = split(term.left, t.one("high", "chunks"))
        if len(parts) < 2 or len(parts) > 4:
            return ""
        said = _memory(t)["said"]
        if any(said.get(_key(part, term.right), part * term.right) != part * term.right for part in parts):
            return ""
        return f"{' + '.join(t.n(part * term.right) for part in parts)} = {t.n(term.value)}"

    def products(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def adding(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def worked(self, t: Telling, work: Work) -> str:
        return self.products(t, work) + self.glue + self.adding(t, work)

    straight: tuple[str, ...] = (
        "Doing it in one go: {ab} = {c}.",
        "Multiplying straight out, {ab} = {c}.",
        "Directly: {ab} = {c}.",
        "All at once, {ab} = {c}.",
    )

    def told_way(self, t: Telling, work: Work) -> str:
        """The way to the candidate, or only its end."""
        return say(t, self.straight) if len(work.terms) == 1 else self.solution(t, work)

    def readding(self, t: Telling, work: Work) -> str:
        """The sum once more, without a lead."""
        if len(work.terms) < 4:
            return f"{t.sum(work)} = {t.n(work.total)}."
        return self.chain(t, work) + "."

    hinge = " "

    def chain(self, t: Telling, work: Work, sep: str = ", ") -> str:
        """The additions one by one."""
        return sep.join(
            f"{t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}"
            for so_far, sign, value, result in work.steps()
        )

    def committing(self, t: Telling, options: tuple[str, ...]) -> str:
        return t.c(say(t, options))

    # the course of a response

    def first(self, t: Telling) -> str:
        text = say(t, self.opening) + self.sep
        guess = t.estimate()
        if guess and t.chance(self.estimate_share) and t.a > 9 and t.b > 9:
            x, y, z = guess
            text += say(t, self.guess, x=t.n(x), y=t.n(y), z=t.n(z), xy=f"{t.n(x)} {t.x} {t.n(y)}") + self.sep
        text += self.told_way(t, plan(t, self.kinds)) + self.glue + self.committing(t, self.commit)
        return text + self.wander(t, 0.25)

    def solution(self, t: Telling, work: Work) -> str:
        return self.worked(t, work)

    def wander(self, t: Telling, share: float) -> str:
        """A doubt that leads to nothing."""
        if not t.chance(share):
            return ""
        right = [x for x in t.work.terms if x.left * x.right == x.value and x.left > 9 and 1 < x.right != x.left]
        if right and _memory(t).get("kind") == "terms" and t.chance(0.6):
            term = t.rng.choice(right)
            _memory(t)["sure"].add(_key(term.left, term.right))
            detail = self.detail(t, term)
            return self.sep + say(
                t, self.idle_product, pr=self.pr(t, term), v=t.n(term.value), d=f"{detail}, " if detail else ""
            )
        return self.sep + say(t, self.idle)

    def again(self, t: Telling) -> str:
        redo, check, locate = self.weights
        way = t.way(redo=redo, check=check, locate=locate)
        if way == "locate":
            mended = mend(t)
            if mended:
                return self.sep + self.mending(t, mended) + self.wander(t, 0.15)
            way = t.one("check", "check", "redo")
        back = not t.same and t.candidate in t.candidates[: t.index - 1]
        recalled = say(t, self.earlier) + " " if back and t.chance(0.7) else ""
        work = plan(t, self.second, other=True) if way == "check" else plan(t, (*self.kinds, *self.second))
        if len(work.terms) == 1:
            way = "redo"
        if way == "redo":
            text = self.sep + say(t, self.disown) + self.sep + self.told_way(t, work) + self.glue
            if t.same:
                return text + self.committing(t, self.recommit)
            return text + recalled + self.committing(t, self.commit) + self.wander(t, 0.15)
        text = self.sep + say(t, self.check) + self.sep + self.worked(t, work)
        text += self.sep + say(t, self.conflict) + self.hinge + recalled + self.arbiter(t)
        return text + self.committing(t, self.choose)

    def arbiter(self, t: Telling) -> str:
        """A quick test that tells the new value from the old, if one does."""
        new, old = t.candidate, t.previous
        last = t.a % 10 * (t.b % 10) % 10
        nine = t.a % 9 * (t.b % 9) % 9
        if max(t.a, t.b) > 9 and new % 10 == last != old % 10 and t.chance(0.7):
            x, y = t.a % 10, t.b % 10
            if self.terse:
                return f"Last digit: {x}{t.x}{y}={x * y}, must end in {last}. {t.n(old)} doesn't. "
            return t.one(
                f"The last digits are {x} and {y}, and {x} {t.x} {y} = {x * y}, so it has to end in {last}, "
                f"which {t.n(old)} does not. ",
                f"{x} {t.x} {y} = {x * y}, so the product must end in {last}; {t.n(old)} ends in {old % 10}. ",
            )
        if new % 9 == nine != old % 9 and t.chance(0.6):
            x, y = t.a % 9, t.b % 9
            if self.terse:
                return f"Mod 9: {x}{t.x}{y}={x * y} -> {nine}. {t.n(old)} -> {old % 9}, {t.n(new)} -> {new % 9}. "
            return t.one(
                f"Mod 9 should decide: {t.n(t.a)} leaves {x}, {t.n(t.b)} leaves {y}, so the product should leave "
                f"{nine}. {t.n(old)} leaves {old % 9} and {t.n(new)} leaves {new % 9}. ",
                f"Casting out nines: the factors give {x} and {y}, hence {nine} for the product. The old value gives "
                f"{old % 9}, the new one {new % 9}. ",
            )
        return ""

    def mending(self, t: Telling, mended: Mended) -> str:
        work = mended.work
        if mended.place is None:
            return (
                say(t, self.missum) + self.hinge + self.readding(t, work) + self.glue + self.committing(t, self.revised)
            )
        term = work.terms[mended.place]
        text = say(t, self.spot, pr=self.pr(t, term), was=t.n(mended.was), now=t.n(mended.now))
        detail = self.detail(t, term)
        if detail and t.chance(0.6):
            text += f" ({detail}.)" if not self.terse else f" ({detail})"
        return (
            text
            + self.glue
            + say(t, self.readd)
            + self.hinge
            + self.readding(t, work)
            + self.glue
            + self.committing(t, self.revised)
        )

    def confirming(self, t: Telling) -> str:
        """A check that confirms, or nothing."""
        way = t.rng.choices(["second", "readd", "sanity", "idle", "none"], [4, 2, 3, 2, 3])[0]
        summed = sum(term.sign * term.value for term in t.work.terms)
        if way == "readd" and _memory(t).get("kind") == "terms" and summed == t.candidate:
            plain = tuple(
                x
                for x in self.agree
                if not any(y in x.lower() for y in ("both", "method", "pass", "layout", "first", "route"))
            )
            text = self.sep + say(t, self.readd_check) + self.hinge + self.readding(t, t.work)
            return text + self.glue + t.r(say(t, plain))
        if way == "second":
            kept, kind = t.work, _memory(t).get("kind")
            work = plan(t, self.second, other=True)
            if len(work.terms) == 1:
                t.work, _memory(t)["kind"] = kept, kind
                return self.sane(t)
            text = self.sep + say(t, self.check) + self.sep + self.worked(t, work)
            t.work, _memory(t)["kind"] = kept, kind
            return text + self.glue + t.r(say(t, self.agree))
        if way in ("sanity", "readd"):
            return self.sane(t)
        return self.wander(t, 1.0) if way == "idle" else ""

    readd_check: tuple[str, ...]

    def sane(self, t: Telling) -> str:
        options: list[str] = []
        c = t.n(t.candidate)
        if (found := t.last_digit()) and max(t.a, t.b) > 9:
            x, y, z = found
            options.append(
                f"last digit {x}{t.x}{y}={z}, ends in {z % 10}"
                if self.terse
                else t.one(
                    f"the last digits, {x} and {y}, multiply to {z}, and {c} does end in {z % 10}",
                    f"{x} {t.x} {y} = {z}, so the units digit should be {z % 10}, and it is",
                )
            )
        if found := t.nines():
            x, y, z = found
            options.append(
                f"mod 9: {x}{t.x}{y}={x * y} -> {z}, result -> {z}"
                if self.terse
                else t.one(
                    f"mod 9 the factors are {x} and {y}, their product is {z}, and {c} is {z} mod 9 too",
                    f"digit sums reduce to {x or 9} and {y or 9}, the product of those reduces to {z or 9}, "
                    f"and {c} reduces to {z or 9} as well",
                )
            )
        if (found := t.estimate()) and t.a > 9 and t.b > 9:
            x, y, z = found
            options.append(
                f"size: {t.n(x)}{t.x}{t.n(y)}={t.n(z)}, right ballpark"
                if self.terse
                else t.one(
                    f"{t.n(x)} {t.x} {t.n(y)} is {t.n(z)}, so the size is about right",
                    f"as a rough figure {t.n(x)} {t.x} {t.n(y)} = {t.n(z)}, which is in the same ballpark",
                )
            )
        if not options:
            return self.wander(t, 1.0)
        return self.sep + say(t, self.sanity, s=t.rng.choice(options))

    def closing(self, t: Telling) -> str:
        text = self.confirming(t)
        if t.chance(0.15):
            text += self.wander(t, 1.0)
        return text + self.ending(t)

    def ending(self, t: Telling) -> str:
        raise NotImplementedError


# ---- the styles ------------------------------------------------------------------------------------------------


class ThSleeplessProse(ThDoubter):
    """First-person paragraphs between think tags, then a short answer with a box."""

    kinds = ("high", "chunks", "round", "s:high")
    opening = (
        "<think>\nOkay, so I need to figure out what {ab} is. Let me go slowly here, because it's easy to mess this up.",
        "<think>\nAlright, {ab}. I should do this step by step.",
        "<think>\nHmm, let me think about {ab}. I could split one of the numbers and add up the pieces.",
        "<think>\nSo the user wants {a} times {b}. Let me work through it carefully.",
        "<think>\nFirst, I need to multiply {a} by {b}. I'll use the distributive property.",
        "<think>\nOkay, {a} multiplied by {b}. No calculator, so let me break it down.",
    )
    oops = (
        "{pr} is {w}, wait, no, {v}",
        "{pr} would be {w}... hmm, no, that's {v}",
        "{pr} is {w}. Hmm, actually let me redo that piece: it's {v}",
        "{pr} gives {w}, hold on, I carried wrong there, {v}",
    )
    commit = (
        "So {ab} should be {c}.",
        "So the product is {c}.",
        "That means {a} times {b} is {c}.",
        "So I get {c} as the answer.",
        "Okay, so the answer would be {c}.",
        "Putting it together, {ab} = {c}.",
        "So that makes {c} for the whole product.",
    )
    recommit = (
        "So I land on {c} once more. The answer is {c}.",
        "Huh, it comes out as {c} again. Then {ab} is {c} after all.",
        "And this fresh attempt gives {c} too, so the product is {c}.",
        "Funny, again {c}. Then I'll take {c} as the product.",
    )
    disown = (
        "Wait, that doesn't look right at all. Let me throw that away and start over.",
        "Hmm, no, I don't think that's correct. Let me begin again from scratch.",
        "Hold on, I think I messed that up somewhere. Forget that result, I'll do it again from the beginning.",
        "No wait, that can't be right. Let me scrap this and redo the whole multiplication.",
        "Actually, I think that's wrong. I'll discard it and start again more carefully.",
        "Hmm, that number is wrong, I'm fairly sure. Let me start anew.",
        "Wait, no. I must have made a mistake. Starting over.",
    )
    check = (
        "Let me double-check this by doing it another way.",
        "But I'm not fully convinced. Let me verify with a different breakdown.",
        "Wait, let me make sure by splitting things up differently.",
        "To be safe, let me check with another method.",
        "Hmm, let me cross-check it with a different decomposition.",
        "I want to be sure about that, so let me verify it from another angle.",
        "Is that right, though? Let me test it a second way.",
    )
    conflict = (
        "Hmm, that's {c}, but earlier I got {p}. These don't match.",
        "Wait, this gives {c}, which isn't the {p} I had before. So one of them is off.",
        "That's different from before: {p} then, {c} now.",
        "Uh-oh. The first way said {p} and this way says {c}.",
        "So now there are two values, {p} and {c}. Which one is right?",
        "This time it's {c}, whereas before it was {p}. Something went wrong in one of the two.",
    )
    choose = (
        "Looking back, I must have slipped the first time, so the product is {c}.",
        "I trust the second calculation more, the steps were simpler. So it's {c}.",
        "I went through this one more carefully, so the answer is {c}, not {p}.",
        "The mistake must be in my first calculation. So {ab} = {c}.",
        "So the earlier value was wrong and {c} is the right one.",
        "I'm going with {c}, since I made an error the first time around.",
    )
    agree = (
        "Okay, that's the same as before. {c} it is.",
        "Good, it matches what I had.",
        "Great, both ways give {c}.",
        "Yes, the same {c}. That's reassuring.",
        "Phew, that agrees with the earlier result.",
        "So both methods agree on {c}.",
    )
    spot = (
        "Wait, let me look at {pr} again. I said {was}, but it's actually {now}.",
        "Hmm, hold on. {pr} isn't {was}, it's {now}. I made a mistake there.",
        "Let me recheck the pieces. {pr}... I had {was}, but that should be {now}.",
        "Wait a second, {pr} = {now}, not {was}. I miscalculated that part.",
        "Hmm, something bothers me about {pr}. Doing it again I get {now}, so the {was} was wrong.",
        "Going back over the partial products: {pr} should have been {now} instead of {was}.",
    )
    missum = (
        "Wait, let me check that addition. I think I added wrong.",
        "Hmm, the addition looks off. Let me add these up again.",
        "Hold on, did I add those correctly? No, I don't think so.",
        "Let me recheck the sum, because {p} seems off.",
        "Wait, I made a mistake in the adding.",
    )
    readd = (
        "So the sum has to be redone:",
        "Adding again with that fixed:",
        "So then:",
        "With the corrected piece,",
        "That changes the total.",
        "Let me add again:",
    )
    revised = (
        "So the correct product is {c}, not {p}.",
        "Okay, so it's {c}.",
        "So {ab} is {c} instead of {p}.",
        "That makes the answer {c}.",
        "So the answer changes from {p} to {c}.",
        "Therefore the product should be {c}.",
    )
    idle = (
        "Wait, did I read the numbers right? {a} and {b}. Yes, okay.",
        "Hmm, did I forget a zero anywhere? I don't think so, the place values line up.",
        "I keep worrying that I dropped a carry, but going over it in my head it looks fine.",
        "Wait, is there some trick here? No, it's just a multiplication.",
        "Maybe I should use another method? No, I think this is fine.",
        "Hmm, I was going to doubt the addition, but no, it lines up.",
    )
    idle_product = (
        "Wait, is {pr} really {v}? Let me see, {d}yes, that's right.",
        "Hmm, {pr}, was that {v}? {d}yeah, okay.",
        "Just to be careful with {pr}: {d}so {v} is fine.",
        "Let me just recheck {pr}. Hmm, {d}right, {v}. Good.",
    )
    earlier = (
        "That's actually the number I had further up.",
        "Interesting, I already got this value earlier.",
        "So I'm back at a value I abandoned before.",
    )
    guess = (
        "Roughly, {xy} = {z}, so the answer should be somewhere near that.",
        "As an estimate, {x} times {y} is {z}. So I expect something in that region.",
        "Just to get a feeling: {xy} would be {z}.",
    )
    sanity = (
        "Quick sanity check: {s}. Good.",
        "Does that make sense? Well, {s}. So that seems fine.",
        "Let me see if it's plausible: {s}. Okay.",
        "One more check: {s}. I'm fairly comfortable with that.",
    )
    readd_check = (
        "Let me add those up once more to be safe.",
        "Let me double-check the addition.",
        "Just making sure about the sum.",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.maths = t.one("plain", "comma", "latex")
        t.x = t.one("×", "*", "×")

    def products(self, t: Telling, work: Work) -> str:
        if work.method == "round":
            text = t.one(
                f"{t.n(work.b)} is close to {t.n(work.terms[0].right)}. ",
                f"I can use {t.n(work.terms[0].right)} in place of {t.n(work.b)} and correct afterwards. ",
            )
        else:
            text = t.one(
                f"I can write {t.n(work.b)} as {t.factor(work)}. ",
                f"Let me break {t.n(work.b)} into {t.factor(work)}. ",
                f"{t.n(work.b)} is {t.factor(work)}, so I'll multiply {t.n(work.a)} by each part. ",
            )
        said = [self.told(t, term) for term in work.terms]
        leads = ["First, ", "Then ", "Next, ", "And ", "After that, ", "Then "]
        joined = "; ".join if t.flag("semi", 0.2) else None
        if joined:
            return text + joined(said) + "."
        return (
            text
            + " ".join(f"{lead}{one}." for lead, one in zip(leads, said, strict=False))
            + (" " + " ".join(f"{one}." for one in said[6:]) if len(said) > 6 else "")
        )

    def adding(self, t: Telling, work: Work) -> str:
        verb = "Subtracting" if work.terms[-1].sign < 0 else "Adding"
        if len(work.terms) < 4 and t.chance(0.5):
            return f"{verb} {t.one('these', 'them', 'those')}: {t.sum(work)} = {t.n(work.total)}."
        return f"{verb}{t.one(' step by step', '', ' carefully')}: {self.chain(t, work)}."

    def ending(self, t: Telling) -> str:
        text = t.one("\n</think>\n\n", "\n\nOkay, I'm done with this.\n</think>\n\n", "\n</think>\n\n")
        return text + t.r(
            t.one(
                f"The product of {t.n(t.a)} and {t.n(t.b)} is:\n\n\\[\n{t.boxed()}\n\\]",
                f"{t.ab} = **{t.n(t.candidate)}**",
                f"Multiplying {t.n(t.a)} by {t.n(t.b)} step by step:\n\n**Answer:** {t.boxed('$', '$')}",
                f"**Final answer:** {t.n(t.candidate)}",
                f"The result is {t.boxed('$', '$')}.",
            )
        )


class ThTelegraphJots(ThDoubter):
    """Clipped notes of few words; then a bold figure."""

    sep = " "
    terse = True
    kinds = ("tens", "high", "chunks", "round")
    oops_share = 0.12
    estimate_share = 0.2
    opening = (
        "Need {a}*{b}.",
        "Compute {a}*{b}.",
        "We need {a}*{b}. Do carefully.",
        "Task: {a}*{b}.",
        "User wants {a}*{b}, step by step. Compute.",
        "Multiply {a} by {b}. Split.",
    )
    oops = (
        "{pr} = {w}, no, {v}",
        "{pr} = {w}? No: {v}",
        "{pr} = {w} -> slip, {v}",
        "{pr} = {w}... actually {v}",
    )
    commit = (
        "So {c}.",
        "Answer {c}.",
        "Result: {c}.",
        "So product {c}.",
        "So answer = {c}.",
        "Gives answer {c}.",
        "Product is {c}.",
    )
    recommit = (
        "Again {c}. So answer {c}.",
        "Lands on {c} again. Answer {c}.",
        "Fresh run: {c} too. Product {c}.",
        "Same figure, {c}. So {c} after all.",
    )
    disown = (
        "No, wrong. Restart.",
        "Hmm, that's not right. Discard, redo.",
        "Wait. That is off. Start over.",
        "Not right. Scrap. From scratch:",
        "Wrong, I think. Throw out. Recompute all.",
        "Doesn't look right. Drop it. New try:",
        "Nope, bad. Over again.",
    )
    check = (
        "Check other way:",
        "Verify differently:",
        "Double-check:",
        "Cross-check, different split:",
        "Sure? Verify:",
        "Let's double-check via another split.",
        "Confirm another way.",
    )
    conflict = (
        "Mismatch: {p} vs {c}.",
        "{c} != {p}. Hmm.",
        "Had {p}, now {c}. Conflict.",
        "Not the same: {p} before, {c} here.",
        "Differs from {p}.",
        "Two values: {p}, {c}. One wrong.",
    )
    choose = (
        "First was slip. Answer {c}.",
        "Second is cleaner. So {c}.",
        "Trust this one: {c}.",
        "Earlier one wrong. So {c}.",
        "Go with {c}.",
        "So {c}, not {p}.",
    )
    agree = ("Same. Good.", "Matches.", "OK, {c} confirmed.", "Same {c}. Fine.", "Agrees.", "Good, consistent.")
    spot = (
        "Recheck {pr}: {now}, not {was}.",
        "Wait {pr} = {now}. Had {was}. Wrong.",
        "Hmm {pr}: {was}? No, {now}.",
        "Error: {pr} is {now}, I wrote {was}.",
        "Check pieces: {pr} = {now}, so {was} was wrong.",
        "{pr} again: {now}. Not {was}. Fix.",
    )
    missum = (
        "Recheck sum. Bad.",
        "Addition wrong? Redo:",
        "Wait, misadded. Again:",
        "Sum off. Re-add:",
        "Hmm, adding again, carry slip:",
    )
    readd = ("Re-add:", "Sum now:", "So:", "New sum:", "Then:", "Redo sum:")
    revised = (
        "So {c}, not {p}.",
        "So corrected: {c}.",
        "Answer now {c}.",
        "So {c}.",
        "Product {c}.",
        "Fixed answer: {c}.",
    )
    idle = (
        "Digits copied right? Yes.",
        "Zeros ok? Yes.",
        "Carries? Seem fine.",
        "Need table? No, simple.",
        "Any trick? No.",
        "Sign fine, both positive.",
    )
    idle_product = (
        "{pr} = {v}? {d}yes.",
        "Sure {pr} is {v}? {d}ok.",
        "{pr}: {d}fine.",
        "Recheck {pr}: {d}{v}, ok.",
    )
    earlier = ("Had that before.", "Back to earlier value.", "Seen above already.")
    guess = ("Approx {xy} = {z}.", "Rough: {z} ({xy}).", "Ballpark {xy} ~ {z}.")
    sanity = ("Sanity: {s}. ok.", "Quick test: {s}. Good.", "Test: {s}. Fine.", "Also {s}. ok.")
    readd_check = ("Re-add to be sure:", "Sum again:", "Check sum:")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = "*"

    straight = ("Direct: {ab} = {c}.", "In one go: {ab} = {c}.", "Straight: {ab} = {c}.")

    def pr(self, t: Telling, term: Term) -> str:
        return f"{t.n(term.left)}*{t.n(term.right)}"

    def products(self, t: Telling, work: Work) -> str:
        return t.one("", "", f"{t.n(work.b)} = {t.factor(work)}. ") + (
            ". ".join(self.told(t, term) for term in work.terms) + "."
        )

    def adding(self, t: Telling, work: Work) -> str:
        if work.terms[-1].sign < 0:
            return f"{t.one('Subtract', 'Difference', 'Minus')}: {t.sum(work)} = {t.n(work.total)}."
        if len(work.terms) > 2 and t.chance(0.6):
            return self.chain(t, work, "; ") + "."
        return f"{t.one('Sum', 'Add', 'Total')}: {t.sum(work)} = {t.n(work.total)}."

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return t.one("\n\n", " Done.\n\n", " Respond.\n\n") + t.r(
            t.one(f"**{c}**", f"{t.ab} = **{c}**", f"Answer: {c}", f"{t.n(t.a)} × {t.n(t.b)} = {c}")
        )


class ThHoldOnDisplay(ThDoubter):
    """Every computation on a line of its own, remarks between them; a final answer in a displayed box."""

    glue = "\n\n"
    kinds = ("low", "high", "s:low", "chunks")
    opening = (
        "So I have this problem here: {ab}. Let me try to work it out by hand.",
        "I need to calculate {a} multiplied by {b}. Okay, let's see.",
        "Alright, the task is {ab}. I'm not the best at big multiplications, so I'll go piece by piece.",
        "Let me start by writing down the numbers: {a} and {b}. I have to multiply them.",
        "Okay, multiplication: {ab}. I remember that I can break one of the numbers into its place values.",
        "So, {ab}. Maybe I can use the distributive property here.",
    )
    oops = (
        "{pr} = {w}, no wait, {v}",
        "{pr} = {w}? Hmm, no. It's {v}",
        "{pr} = {w}. Hold on, that's not it, {pr} = {v}",
        "{pr} = {w}, oh, I forgot the carry, {v}",
    )
    commit = (
        "So, {ab} = {c}.",
        "Therefore the product seems to be {c}.",
        "So it seems like the answer is {c}.",
        "Which means that {a} times {b} equals {c}.",
        "So adding it all up the answer is {c}.",
        "Okay, so the result is {c}.",
    )
    recommit = (
        "So it comes to {c} again. I guess the answer is {c}, then.",
        "Interesting, the new attempt also ends at {c}. So {ab} = {c}.",
        "Once again {c}. Then the answer must be {c}.",
    )
    disown = (
        "Hold on, that can't be right. I must have made an error. Let me start over.",
        "Wait, I don't think that's correct. Let me set it aside and try again from the start.",
        "Hmm, this result looks wrong to me. Let me redo everything.",
        "No, something is wrong with that answer. Let me go back to the beginning.",
        "Oh wait, I've messed up. Scratch that. Once more from the top.",
        "Hmm, that's not right. Let me drop that and do the multiplication afresh.",
    )
    check = (
        "But wait, let me verify that by using a different approach.",
        "Let me confirm this by breaking it down differently.",
        "Hold on, I should double-check it. Maybe by another route.",
        "To make sure I didn't make any mistakes, let me try an alternative method.",
        "I think I should verify this another way.",
        "Let me see whether a different split leads to the same thing.",
        "Just to be thorough, let me do it in a different way as a check.",
    )
    conflict = (
        "Wait, now I have {c}, but previously I had {p}. There's a discrepancy.",
        "Hold on, {c} and {p} are not the same.",
        "Hmm, this is confusing. One way gives {p} and the other gives {c}.",
        "That's not what I got before. Before it was {p}.",
        "There's a discrepancy here: {p} the first time and {c} the second time.",
        "Hmm, {c}? I had {p} earlier.",
    )
    choose = (
        "I probably made a mistake in the earlier addition, so the correct answer is {c}.",
        "Going over both again in my mind, the first one has the error. So it's {c}.",
        "I believe the second one, so the product is {c}.",
        "So the first result was incorrect, and the answer is {c}.",
        "Since the second calculation was more careful, I'll go with {c}.",
        "So I should correct myself: {ab} = {c}.",
    )
    agree = (
        "Great, the same result as before.",
        "So it matches: {c}.",
        "Alright, both approaches give {c}.",
        "Okay, that's consistent with the {c} from before.",
        "Good, that checks out.",
        "Perfect, it's {c} both times.",
    )
    spot = (
        "Wait, let me check {pr} again. It should be {now}, not {was}.",
        "Hold on, for {pr} I wrote {was}. But it's {now}.",
        "Hmm, is {pr} equal to {was}? Let me recompute. It's {now}. So I made an error.",
        "Looking back at the lines above, {pr} = {was} is wrong. It's {now}.",
        "Oh, I see a mistake. {pr} = {now}, and I had {was}.",
        "Let me re-examine each line. {pr} is {now}, so the line with {was} is incorrect.",
    )
    missum = (
        "Hold on, I think the addition went wrong. Let me do it again:",
        "Wait, let me recheck the addition, something's off:",
        "Hmm, I don't think the sum is right. Adding once more:",
        "Oh, I added those incorrectly. It should be:",
        "Let me go over the sum again. I see, I slipped:",
    )
    readd = (
        "Now I have to add again:",
        "So the sum becomes:",
        "Let me redo the addition:",
        "With this corrected:",
        "Now, the new sum:",
        "So, once more, adding:",
    )
    revised = (
        "So the correct answer is {c}.",
        "Therefore it's {c}, and not {p}.",
        "So {ab} = {c}.",
        "Okay, so the product is really {c}.",
        "So my answer becomes {c}.",
        "That gives {c} as the product.",
    )
    idle = (
        "Hmm, did I line up the place values properly? I think so, yes.",
        "Wait, maybe I copied a digit wrong. {a}, {b}. No, they're right.",
        "Hold on, should I be worried about the zeros? No, they are all accounted for.",
        "I wonder if there's a shortcut. Perhaps, but I don't need one.",
        "Hmm, for a moment I thought I had missed a term, but they're all there.",
        "Is it reasonable? I suppose it is.",
    )
    idle_product = (
        "Wait, is {pr} = {v} correct? {d}yes, that's correct.",
        "Hold on, {pr}... {d}okay, {v} is right.",
        "Hmm, let me just make sure about {pr}. I get {d}so {v}, fine.",
        "Was {pr} really {v}? {d}yes.",
    )
    earlier = (
        "And that's one of the values I had earlier.",
        "Wait, that is the number I got some time ago already.",
        "So I'm back to an earlier value.",
    )
    guess = (
        "If I round, {xy} = {z}, so I know roughly what to expect.",
        "For an estimate, {xy} = {z}. It should be somewhere around there.",
        "Approximately, it's {x} times {y}, about {z}.",
    )
    sanity = (
        "Let me do a quick sanity check: {s}. That makes sense.",
        "Also, {s}. Seems okay.",
        "I can also check that {s}. Good.",
        "Is that plausible? {s}. I think so.",
    )
    readd_check = (
        "Let me go over the addition once more:",
        "Let me double-check the sum:",
        "Adding again, just to be safe:",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.maths = t.one(t.words, "latex")
        t.x = t.one("×", "×", "*", "x")

    def products(self, t: Telling, work: Work) -> str:
        lead = t.one(
            f"Breaking down {t.n(work.b)}: {t.factor(work)}.",
            f"So, {t.n(work.a)} {t.x} ({t.factor(work)}):",
            f"I'll multiply {t.n(work.a)} by each part of {t.n(work.b)}:",
        )
        return lead + "\n\n" + "\n\n".join(self.told(t, term) for term in work.terms)

    def adding(self, t: Telling, work: Work) -> str:
        lead = t.one("Now, putting these together:\n\n", "Next:\n\n", "Now the sum.\n\n", "")
        return lead + self.chain(t, work, "\n\n")

    hinge = "\n\n"

    def readding(self, t: Telling, work: Work) -> str:
        return self.chain(t, work, "\n\n")

    def ending(self, t: Telling) -> str:
        text = "\n\n" + t.one("", "", "Alright, I'm done checking.\n\n", "I think I can stop here.\n\n")
        return text + t.r(
            t.one(
                f"**Final Answer**\n\n\\[ {t.boxed()} \\]",
                f"**Final Answer:** {t.n(t.candidate)}",
                f"\\[ {t.boxed()} \\]",
                f"So, the final answer is {t.boxed('$', '$')}.",
            )
        )


class ThTwoFigureArbiter(ThDoubter):
    """Does most things twice and weighs the figures against each other, in impersonal prose."""

    kinds = ("chunks", "high", "s:chunks", "s:high")
    weights = (2, 6, 2)
    opening = (
        "We are asked for {ab}. We'll do it once and then look at it again.",
        "The multiplication is {ab}. Let us do a first pass.",
        "Let's compute {ab}. First pass:",
        "We have to find {a} times {b}. A first pass by splitting:",
        "We want {ab}. We go step by step and compare afterwards if in doubt.",
        "We need the product of {a} and {b}. First calculation:",
    )
    oops = (
        "{pr} = {w} (no: {v})",
        "{pr} = {w}, rather {v}",
        "{pr} = {w}; that isn't right, {v}",
        "{pr} = {w}, correction, {v}",
    )
    commit = (
        "This gives {ab} = {c}.",
        "Our value is therefore {c}.",
        "So we have {c} as the product.",
        "Hence the product is {c}.",
        "So the result of this pass: {c}.",
        "We get {c} for the product.",
    )
    recommit = (
        "The new pass ends in {c} again, so we take {c} as the product.",
        "Again {c}; so {ab} = {c}.",
        "We are led to {c} once more. Then the product is {c}.",
    )
    disown = (
        "But that pass is not to be trusted; there is a mistake in it. We discard it and begin again.",
        "This looks wrong. We drop the value and do a new pass from scratch.",
        "That can't be it. Let us abandon this and recompute from the start.",
        "Hmm, we made an error somewhere, so that figure is no good. New start.",
        "We reject that value: it doesn't look right. Once more from the beginning.",
        "No, that is incorrect. We start over.",
    )
    check = (
        "Let's verify with a second pass, split differently.",
        "We compare with a second calculation.",
        "Now an independent check by another decomposition.",
        "Before trusting this, we do it a second way.",
        "Let us test the value with another split.",
        "A second pass should tell whether this holds.",
        "To double-check, let's go another way.",
    )
    conflict = (
        "The two passes disagree: {p} against {c}, a difference of {diff}.",
        "So we have {p} from before and {c} from this pass. They differ by {diff}.",
        "Comparing: {p} and {c}. Not equal, off by {diff}.",
        "We now hold two figures, {p} and {c}. Only one can be right.",
        "This is {c}, while the earlier figure was {p}.",
        "{p} or {c}? The difference is {diff}.",
    )
    choose = (
        "Retracing the earlier pass, the slip is there, so we keep {c}.",
        "The second pass has the easier steps, so we decide for {c}.",
        "We choose {c} and drop {p}.",
        "The earlier one is the faulty one. So the product is {c}.",
        "Of the two, {c} is the right one.",
        "So {p} goes and {c} stays: {ab} = {c}.",
    )
    agree = (
        "The two passes agree.",
        "Same figure, {c}, so we keep it.",
        "Both passes give {c}.",
        "No difference between the two. {c} stands.",
        "The comparison is fine: {c} in both.",
        "It agrees with the first pass.",
    )
    spot = (
        "Going over the partial products: {pr} was given as {was}, but it is {now}.",
        "Looking again at {pr}: we wrote {was}, the right value is {now}.",
        "A check of the parts: {pr} = {now}, which is not the {was} used above.",
        "Hmm, {pr}. Above we have {was}; recomputed it is {now}. So the above was wrong.",
        "There is an error: {pr} should be {now}, not {was}.",
    )
    missum = (
        "Let's compare the sum with a second addition; the first one was wrong.",
        "The addition above doesn't hold. Adding anew:",
        "Checking the addition, we find a slip.",
        "We added wrongly, it seems. Again:",
        "A second look at the sum shows an error.",
    )
    readd = ("The sum then becomes:", "Adding again:", "With that replaced:", "New sum:", "So now:")
    revised = (
        "So {c} replaces {p}.",
        "The product is thus {c} rather than {p}.",
        "So we correct the product to {c}.",
        "Hence {ab} = {c}.",
        "That makes {c} the product.",
    )
    idle = (
        "One might doubt the alignment of the zeros, but they are in order.",
        "Have we copied the factors correctly? {a} and {b}: yes.",
        "Could a part have been left out? No, all of them are there.",
        "Should a further method be tried? It doesn't seem necessary.",
        "Some doubt about the carries remains, but on a second look they are fine.",
    )
    idle_product = (
        "A doubt about {pr}: {d}so {v} is right.",
        "Is {pr} = {v}? {d}yes.",
        "Let us look at {pr} again. {d}indeed {v}.",
        "We might question {pr} = {v}, but it's correct.",
    )
    earlier = (
        "It is also what an earlier pass had given.",
        "This coincides with a figure found earlier.",
        "That figure had already come up before.",
    )
    guess = (
        "An estimate first: {xy} = {z}.",
        "By rounding we expect something like {z} ({xy}).",
        "Order of magnitude: {xy} = {z}.",
    )
    sanity = (
        "A small test: {s}. Nothing speaks against it.",
        "As a check, {s}.",
        "Also, {s}. Fine.",
        "Compare with a simple test: {s}. This fits.",
    )
    readd_check = ("We add a second time.", "A second addition to compare:", "Let's check the addition.")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "space")
        t.maths = t.words
        t.x = t.one("×", "·", "*")

    def products(self, t: Telling, work: Work) -> str:
        return (
            t.one(
                f"With {t.n(work.b)} = {t.factor(work)}: ",
                f"Split {t.n(work.b)} as {t.factor(work)}. We have ",
                f"We use {t.n(work.b)} = {t.factor(work)}, so ",
            )
            + t.one(", ", "; ").join(self.told(t, term) for term in work.terms)
            + "."
        )

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 2:
            return f"{t.one('Together', 'Combined', 'In total')}: {t.sum(work)} = {t.n(work.total)}."
        return f"{t.one('Together', 'Stepwise', 'Adding up')}: {self.chain(t, work, '; ')}."

    def ending(self, t: Telling) -> str:
        return "\n\n" + t.r(
            t.one(
                f"Answer: {t.n(t.candidate)}",
                f"**Result:** {t.ab} = {t.n(t.candidate)}",
                f"Thus {t.ab} = **{t.n(t.candidate)}**.",
                f"The product is **{t.n(t.candidate)}**.",
            )
        )


class ThTallyDoubter(ThDoubter):
    """Lower-case notes with a running sum, one line each."""

    sep = "\n"
    glue = "\n"
    terse = True
    kinds = ("high", "low", "s:high", "s:low")
    second = ("s:high", "tens", "s:low", "chunks", "low", "s:tens")
    estimate_share = 0.2
    opening = (
        "ok {a} * {b}\nkeep a running sum",
        "need {a} * {b}, going part by part",
        "{a} * {b}. running total, don't skip",
        "so {a} * {b}\nlet me tally the parts",
        "computing {a} * {b} by parts",
        "{a} * {b}, careful with zeros",
    )
    oops = (
        "{pr} = {w}  no. {v}",
        "{pr} = {w} hmm no, {v}",
        "{pr} = {w}, oops, {v}",
        "{pr} = {w} (wrong) -> {v}",
    )
    commit = (
        "so {a} * {b} = {c}",
        "total {c}, that's the answer",
        "=> answer {c}",
        "ok so it's {c}",
        "product = {c}",
        "that makes {c} in the end",
        "so the product is {c}",
    )
    recommit = (
        "{c} again. ok, answer {c}",
        "ends at {c} once more, so product = {c}",
        "hm, {c} this time too. then it is {c}",
    )
    disown = (
        "no that's wrong. from zero again",
        "hmm don't like it, something broke. scrap, restart the tally",
        "wait that can't be right. throw it out, start over",
        "nope. bad total. redo all of it",
        "that's off. forget it, again from the top",
        "i messed up the tally. discard and begin again",
    )
    check = (
        "check with another split",
        "hmm sure? verify the other way round",
        "let me double check with different parts",
        "cross check",
        "not certain, try it differently",
        "verify:",
    )
    conflict = (
        "{c}?? had {p}",
        "doesn't match, {p} before and {c} now",
        "hmm {p} vs {c}",
        "not equal to {p}. one of them is bad",
        "so now {c}, earlier {p}. conflict",
        "{p} or {c}... ",
    )
    choose = (
        "first tally had a slip, so {c}",
        "going with {c}",
        "i believe this one: {c}",
        "the old one is wrong. answer {c}",
        "so it's {c} not {p}",
        "keep {c}, drop {p}",
    )
    agree = ("same, good", "ok matches", "{c} again, fine", "yes same total", "good, {c} confirmed", "agrees")
    spot = (
        "look at {pr} again... {now}, not {was}",
        "wait {pr} is {now}. i put {was}",
        "{pr} = {was}? no, {now}",
        "found it: {pr} should be {now} (had {was})",
        "hmm recheck {pr}. {now}. so {was} was wrong",
    )
    missum = (
        "recheck the tally. slipped while adding",
        "hmm adding was wrong, again",
        "wait the running sum is off",
        "adding once more, there's a mistake in it",
        "sum looks bad, retally",
    )
    readd = ("retally", "so again", "sum again with that", "new tally", "add again")
    revised = (
        "so {c} and not {p}",
        "corrected: {c}",
        "answer becomes {c}",
        "so it's {c}",
        "ok, product = {c}",
    )
    idle = (
        "did i drop a zero? no",
        "all parts used? yes",
        "hmm carries... fine",
        "read the numbers right? {a}, {b}, yes",
        "feels a bit off? no, it's ok",
        "other method? not needed",
    )
    idle_product = (
        "{pr} really {v}? {d}yes",
        "hmm {pr}... {d}ok {v}",
        "is {pr} ok? {d}yes",
        "{pr} once more: {d}fine",
    )
    earlier = ("(had that one before)", "(that's the earlier value again)", "(seen it above)")
    guess = ("rough {xy} = {z}", "about {z} ({xy})", "ballpark: {xy} = {z}")
    sanity = ("quick test, {s}, ok", "{s}, good", "sanity: {s}", "test: {s} ok")
    readd_check = ("retally to be safe", "add again to check", "sum once more")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = "*"

    def products(self, t: Telling, work: Work) -> str:
        return "\n".join(self.told(t, term) for term in work.terms)

    def adding(self, t: Telling, work: Work) -> str:
        lines = []
        for place, (so_far, sign, value, result) in enumerate(work.steps()):
            mark = "+" if sign > 0 else "-"
            if t.flag("arrow", 0.4):
                lines.append(("" if place else f"{t.n(so_far)} ") + f"{mark} {t.n(value)} -> {t.n(result)}")
            else:
                lines.append(f"{t.n(so_far)} {mark} {t.n(value)} = {t.n(result)}")
        return "\n".join(lines)

    def worked(self, t: Telling, work: Work) -> str:
        if t.flag("blended", 0.5):
            lines = [f"{self.told(t, work.terms[0])}"]
            for term, (_, sign, _, result) in zip(work.terms[1:], work.steps(), strict=True):
                minus = "" if sign > 0 else " (minus)"
                lines.append(f"{self.told(t, term)}{minus}   running {t.n(result)}")
            return "\n".join(lines)
        return super().worked(t, work)

    hinge = "\n"
    straight = ("straight: {ab} = {c}", "all in one: {ab} = {c}", "directly {ab} = {c}")

    def readding(self, t: Telling, work: Work) -> str:
        return self.adding(t, work)

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return "\n\n" + t.r(
            t.one(f"final: {c}", f"Answer: {c}", f"{t.n(t.a)} * {t.n(t.b)} = {c}", f"**{c}**", f"final answer {c}")
        )


class ThOnesFirstCarrier(ThDoubter):
    """Place by place from the ones with carries; prose remarks; an answer in bold."""

    kinds = ("low", "s:low")
    second = ("high", "s:high", "tens", "chunks", "round")
    weights = (4, 5, 2)
    opening = (
        "I'll compute {ab} place by place, starting from the ones.",
        "Let me do {ab} the long way, ones first, keeping track of carries.",
        "Okay: {ab}. Start at the right-hand end and move left.",
        "Multiplying {a} by {b}. I'll go from the lowest digit up, since that's where I lose carries.",
        "We have {ab}. Digit by digit then.",
        "Let me multiply {a} and {b} digitwise and hope the carries behave.",
    )
    oops = (
        "{pr} = {w}, sorry, {v}",
        "{pr} = {w}, hmm, carry was missing, {v}",
        "{pr} = {w}; no, {v}",
        "{pr} = {w}, let me see, no, {v}",
    )
    commit = (
        "So the product reads {c}.",
        "That makes {ab} = {c}.",
        "So I have {c}.",
        "The answer comes out as {c}.",
        "Written out, the product is {c}.",
        "So {a} times {b} comes to {c}.",
    )
    recommit = (
        "It reads {c} again. So the product is {c}.",
        "Same digits again, {c}. So I take {c} as the answer.",
        "Again I end up with {c}, so {ab} = {c}.",
    )
    disown = (
        "I lost a carry in there, I'm sure of it. That's no good, start again.",
        "No, this isn't right. Erase it all and do it again.",
        "Hmm, the middle digits look wrong. I'll throw this out and redo it.",
        "That's wrong, one of the carries went astray. Once more from the ones.",
        "I don't believe this number. Starting again from nothing.",
        "Wait. No, that's a mistake. Let me do the entire thing over.",
    )
    check = (
        "Carries are risky, so let me check by other pieces.",
        "Let me verify it with a different set of partial products.",
        "Check by a different route:",
        "Did the carries go right? Let me check by splitting one factor.",
        "I'd like a second opinion, so let me do it with other parts.",
        "Verification, another way:",
    )
    conflict = (
        "That says {c}, earlier it was {p}.",
        "This isn't what I had: {p} earlier, {c} now.",
        "Hmm, {c} against {p}.",
        "So {p} doesn't survive this check, it gives {c}.",
        "The digits differ: {p} and {c}.",
        "Not the same number. I had {p} and now it's {c}.",
    )
    choose = (
        "A carry must have gone missing before, so the answer is {c}.",
        "The second run is the safer one, so {c}.",
        "I'd rather believe this one: {c}.",
        "So the right product is {c}.",
        "The earlier digits were wrong. {ab} = {c}.",
        "I'll change my answer to {c}.",
    )
    agree = (
        "Same digits. Good.",
        "That's {c} too, so the carries were fine.",
        "It comes to {c} here as well.",
        "Agreed, {c}.",
        "Matches, no lost carries.",
        "So the check gives {c} as well.",
    )
    spot = (
        "Going back, {pr} isn't {was}; it's {now}.",
        "Check of the rows: {pr}... {now}. I'd written {was}.",
        "The row {pr} is wrong. It says {was} and should say {now}.",
        "I dropped a carry in {pr}: {now}, not {was}.",
        "Let me recheck {pr}. That's {now}, so {was} was a slip.",
    )
    missum = (
        "Recheck of the addition: a carry slipped.",
        "Adding again, since I don't trust the carries there. Indeed it's different.",
        "Hmm, the addition of the rows was off.",
        "I added the rows wrong.",
    )
    readd = ("Adding the rows again:", "New sum:", "So the rows add differently now.", "Then:")
    revised = (
        "So the product is {c} instead of {p}.",
        "So {c} it should be.",
        "Corrected, {ab} = {c}.",
        "The answer is then {c}.",
        "So I have {c} now.",
    )
    idle = (
        "Did I use each digit? Yes, all of them.",
        "Was there a carry left over at the end? No.",
        "Hmm, the leading digit, is it right? I think it is.",
        "I had half a mind to doubt the zeros, but they're in place.",
        "Are {a} and {b} copied right? Yes.",
    )
    idle_product = (
        "Is {pr} = {v}? {d}yes.",
        "{pr} once more: {d}okay, {v}.",
        "I'm a bit unsure of {pr}, but {d}it is {v}.",
    )
    earlier = (
        "That's the number from earlier, too.",
        "I've seen these digits before, further up.",
        "So it's back to the earlier digits.",
    )
    guess = (
        "Expected size: {xy} = {z}, more or less.",
        "Ballpark is {xy} = {z}.",
        "Before that a rough figure: {xy} = {z}.",
    )
    sanity = (
        "Check: {s}.",
        "One quick test: {s}. Fine.",
        "For what it's worth, {s}.",
        "Also {s}, which is good.",
    )
    readd_check = ("Let me add the rows again.", "The sum once more:", "Re-adding to be safe.")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "x", "*")

    def finish(self, t: Telling, text: str) -> str:
        return text.replace("\n ", "\n")

    def positions(self, t: Telling) -> list[tuple[int, list[tuple[int, int]], int, int, int]] | None:
        """Per place: pairs of digits, their sum as told, the carry in, the total; None if a slip can't be told so."""
        x, y = [[int(d) for d in reversed(str(number))] for number in (t.a, t.b)]
        if len(x) + len(y) < 4 or len(x) + len(y) > 8:
            return None
        out: list[tuple[int, list[tuple[int, int]], int, int, int]] = []
        carry, slips, top = 0, 0, len(x) + len(y) - 2
        rest = t.candidate
        for k in range(top + 1):
            pairs = [(x[i], y[k - i]) for i in range(len(x)) if 0 <= k - i < len(y)]
            true = sum(i * j for i, j in pairs)
            delta = (rest - true - carry + 5) % 10 - 5 if k < top else rest - true - carry
            if delta:
                slips += 1
            if slips > 1 or abs(delta) > 9 or true + delta <= 0 or (delta and len(pairs) == 1 and true < 10):
                return None
            total = true + delta + carry
            out.append((k, pairs, true + delta, carry, total))
            carry, rest = total // 10, rest // 10
        return out

    def carried(self, t: Telling, places: list[tuple[int, list[tuple[int, int]], int, int, int]]) -> str:
        names = ["Ones", "Tens", "Hundreds", "Thousands", "Ten-thousands", "Hundred-thousands", "Millions"]
        lines = []
        for k, pairs, value, carry, total in places:
            text = " + ".join(f"{i}{t.x}{j}" for i, j in pairs)
            if len(pairs) > 1:
                text += " = " + " + ".join(str(i * j) for i, j in pairs)
            text += f" = {value}"
            if carry:
                text += f", {t.one('plus the carry', 'plus', 'with the carry')} {carry} = {total}"
            if k == len(places) - 1:
                text += f", {t.one('so', 'which gives', 'write')} {total} in front"
            elif total > 9:
                text += f", write {total % 10}, carry {total // 10}"
            else:
                text += f", write {total}, nothing to carry"
            lines.append(f"{names[k]}: {text}.")
        return "\n".join(lines)

    def solution(self, t: Telling, work: Work) -> str:
        places = self.positions(t)
        if places and not _memory(t).get("carried") and t.chance(0.85):
            memory = _memory(t)
            memory["kind"], memory["carried"] = "carry", True
            for term in work.terms:
                memory["said"].pop(_key(term.left, term.right), None)
            memory["shapes"].pop()
            return self.carried(t, places) + "\n"
        return self.worked(t, work)

    def products(self, t: Telling, work: Work) -> str:
        return t.one("Rows: ", "Partial products: ", f"{t.n(work.a)} by {t.factor(work)}: ") + (
            "; ".join(self.told(t, term) for term in work.terms) + "."
        )

    def adding(self, t: Telling, work: Work) -> str:
        if work.terms[-1].sign < 0:
            return f"{t.sum(work)} = {t.n(work.total)}."
        return t.one("Adding: ", "Sum: ", "Now add: ") + self.chain(t, work, ", ") + "."

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return "\n\n" + t.r(
            t.one(f"So the answer is **{c}**.", f"**{t.ab} = {c}**", f"Answer: **{c}**", f"The final answer is {c}.")
        )


class ThRoundThenTrim(ThDoubter):
    """Rounds a factor and corrects; hedges everything; a rule, and the answer under it."""

    kinds = ("round", "tens", "s:round", "s:tens")
    second = ("high", "s:high", "chunks", "s:chunks")
    weights = (3, 4, 4)
    opening = (
        "*Thinking…*\n\n{ab}. It is probably easiest to round one of these and fix it up later.",
        "*Thinking…*\n\nI have to get {ab}. Rounding to something friendlier might help.",
        "*Thinking…*\n\nLet me see. {a} and {b}. I'd look for a round number nearby.",
        "*Thinking…*\n\nSo {ab}; I'd guess that going through a nearby round number is the least error-prone.",
        "*Thinking…*\n\n{ab}... a round number close to one of them would make this manageable, I think.",
        "*Thinking…*\n\nI'm going to do {ab} with a round number and then adjust.",
    )
    oops = (
        "{pr} should be {w}, or rather {v}",
        "{pr} is about {w}, well, exactly {v}",
        "{pr} = {w}, no, I think {v}, yes {v}",
        "{pr} would be {w}, er, {v}",
    )
    commit = (
        "So, if I haven't slipped, {ab} is {c}.",
        "That leaves {c}, I believe.",
        "So probably {c}.",
        "I'd say the product is {c}.",
        "So I think the answer is {c}.",
        "Which would make the product {c}.",
        "So {c}, assuming the arithmetic is right.",
    )
    recommit = (
        "So I'm at {c} again, and I suppose the product is {c}.",
        "It gives {c} once more. I'd say {c}, then.",
        "Again {c}. Fine, I think the answer is {c}.",
    )
    disown = (
        "Hmm, I think something went the wrong way there. That value is no good; let me begin again.",
        "I'm fairly sure that's wrong, to be honest. Let me drop it and redo it.",
        "That doesn't seem right. I'd better forget it and start afresh.",
        "No, I don't trust that at all, it's likely wrong. Let me start over.",
        "Actually I think I got that wrong. Setting it aside and starting again.",
        "Hm, no. That can't be correct. From the top.",
    )
    check = (
        "I'm not sure about that. Perhaps another split can confirm it.",
        "Maybe I should verify it by other pieces.",
        "It might be worth checking in another way.",
        "Let me see if I get the same with a different approach.",
        "I might have slipped, so I'd like to check.",
        "Possibly that's right, but let me verify.",
    )
    conflict = (
        "That would be {c}, and I'd said {p}.",
        "Hmm. So {c} this way, but {p} the other way.",
        "This doesn't agree with {p}; it's {c}.",
        "I now seem to have both {p} and {c}, and they can't both be right.",
        "Not what I expected: {c} rather than {p}.",
        "So it was {p} before and it is {c} now.",
    )
    choose = (
        "I likely slipped before, so I'd go with {c}.",
        "I think the new one is right, so {c}.",
        "The first attempt is where I slipped, so I'll take {c}.",
        "On balance {c} is the one, and {p} was a mistake.",
        "So I'd correct my answer to {c}.",
        "I lean to the second, more careful one. The product is {c}.",
    )
    agree = (
        "Which is the same, so I'm more confident now.",
        "Also {c}. I think that settles it.",
        "That agrees, so {c} is probably fine.",
        "OK, {c} as well.",
        "Good, the same as before.",
        "So it does seem to be {c}.",
    )
    spot = (
        "Hmm, {pr}. I may have been hasty there: it's {now}, not {was}.",
        "Let me reconsider {pr}. I said {was}, but I think it's {now}. Yes, {now}.",
        "I suspect {pr}. And indeed, it should be {now} where I put {was}.",
        "Was {pr} really {was}? I don't think so, I get {now}.",
        "Perhaps I should look at {pr} again. It's {now}; the {was} was wrong.",
    )
    missum = (
        "Hmm, that last step may be off. Doing it again:",
        "I'm unsure about the final step, so again:",
        "Did I do the last step right? Apparently not.",
        "Wait, the arithmetic at the end is wrong.",
    )
    readd = ("So now it gives:", "Then it would be:", "Redoing the last part:", "With that:")
    revised = (
        "So I'd now say {c}.",
        "That would make it {c} rather than {p}.",
        "So the product should be {c}.",
        "So {c}, I think, is the right value.",
        "I'd revise my answer to {c}.",
    )
    idle = (
        "I have a vague feeling that I've overlooked something, but I can't find anything.",
        "Did everything go in the right direction? I think so.",
        "Could I have misread {a} or {b}? It doesn't look like it.",
        "I could do it digit by digit too, though I doubt it's needed.",
        "Maybe the zeros... no, they're okay.",
    )
    idle_product = (
        "I'm slightly unsure about {pr}, but {d}it's {v}.",
        "Would {pr} be {v}? I believe so, {d}yes.",
        "{pr} might deserve a second look: {d}fine, {v}.",
    )
    earlier = (
        "That's a value I had before, as it happens.",
        "I think I had that one earlier on.",
        "It seems I'm back at an earlier value.",
    )
    guess = (
        "Very roughly I'd expect {xy}, i.e. {z}.",
        "It's presumably somewhere around {z} ({xy}).",
        "To begin with, {xy} is {z}, so around that.",
    )
    sanity = (
        "As far as I can tell it's plausible: {s}.",
        "At least {s}.",
        "A crude check: {s}. Seems fine.",
        "I note that {s}, which is encouraging.",
    )
    readd_check = ("The last step once more, to be sure.", "Let me redo just the final step.", "Checking the last bit:")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "*")

    def products(self, t: Telling, work: Work) -> str:
        one = work.terms[0]
        if len(work.terms) == 2 and (work.method in ("round", "tens")):
            gap = work.terms[1]
            lead = t.one(
                f"{t.n(work.b)} is {t.n(gap.right)} {'less' if gap.sign < 0 else 'more'} than {t.n(one.right)}. ",
                f"{t.n(work.b)} = {t.factor(work)}. ",
                f"Instead of {t.n(work.b)} take {t.n(one.right)}. ",
            )
            told, small = self.told(t, one), self.told(t, gap)
            verb = "too much, so take away" if gap.sign < 0 else "missing, so put back"
            return lead + t.one(
                f"{told}, and then {small} is {verb} that.",
                f"Now {told}. The correction: {small}.",
                f"I get {told}, and for the difference {small}.",
            )
        return f"{t.n(work.b)} = {t.factor(work)}, so " + ", ".join(self.told(t, term) for term in work.terms) + "."

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 2:
            return f"{t.sum(work)} = {t.n(work.total)}."
        return f"Adding up, {self.chain(t, work)}."

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return "\n\n---\n\n" + t.r(
            t.one(
                f"**{t.ab} = {c}**",
                f"The answer is **{c}**.",
                f"{t.ab} = {c}"
                + (
                    "\n\nI rounded one factor, multiplied, and corrected for the difference."
                    if t.work.method in ("round", "tens")
                    else "\n\nI did this by splitting the multiplication into smaller ones."
                ),
                f"**Answer:** {c}",
            )
        )


class ThMiddleSquarer(ThDoubter):
    """Difference of squares where it fits, otherwise a change of method; think tags and a bold figure."""

    kinds = ("sq",)
    second = ("high", "s:high", "tens", "chunks", "s:tens")
    weights = (3, 4, 4)
    opening = (
        "<think>\n{ab}. Is there a nice trick for this one?",
        "<think>\nI have {a} and {b}. Let me look for structure before I grind.",
        "<think>\nMultiply {a} by {b}. Difference of squares? Let me see.",
        "<think>\nLet me find a smart way for {ab}.",
        "<think>\n{a} times {b}: maybe there's symmetry around a middle number.",
        "<think>\nCompute {ab}. I'd first ask whether some identity fits.",
    )
    oops = (
        "{pr} = {w}, no, {v}",
        "{pr} = {w}, which is off, {v}",
        "{pr} = {w}... {v}, I mean",
        "{pr} = {w}, wait, {v}",
    )
    commit = (
        "So the product is {c}.",
        "Hence {ab} = {c}.",
        "That yields {c}.",
        "So we get {c} for {ab}.",
        "Then {a} times {b} is {c}.",
        "Thus the answer is {c}.",
    )
    recommit = (
        "Again {c}. So the product is {c}.",
        "This leads to {c} as well, so {ab} = {c}.",
        "I arrive at {c} once more; the answer is {c}.",
    )
    disown = (
        "Hmm, that's wrong, I must have botched something. Discard it and start again.",
        "No. That isn't right. Let me give this up and begin again.",
        "Wait, I don't buy that result. Throw it out and recompute.",
        "That can't be right. Back to the start.",
        "I've made a mistake there. Let me leave that and do it over.",
        "Not correct, I think. A new attempt, then.",
    )
    check = (
        "Let me verify with another expansion.",
        "This is easy to get wrong, so verify.",
        "Verify by other parts:",
        "Now I'd like to check that.",
        "Let me test this by distributing differently.",
        "Double-check via another expansion:",
        "Let me make sure by a different route.",
    )
    conflict = (
        "That's {c} and not {p}. Contradiction.",
        "Hmm, {p} earlier, {c} now; they should be equal.",
        "These disagree, {p} versus {c}.",
        "So the check fails: {c} instead of {p}.",
        "Now it's {c}. But I had {p}.",
        "The check yields {c}, which contradicts {p}.",
    )
    choose = (
        "The second computation is more reliable, so {c}.",
        "I see, the error was in the earlier arithmetic. The product is {c}.",
        "I'd trust the later one: {ab} = {c}.",
        "So {p} is out, and the answer is {c}.",
        "Then the first one was wrong and {c} is correct.",
        "So I replace {p} by {c}.",
    )
    agree = (
        "Consistent.",
        "Same value, {c}. Nice.",
        "Good, {c} again.",
        "This confirms {c}.",
        "The check passes.",
        "So both agree on {c}.",
    )
    spot = (
        "Let me recheck {pr}. It's {now}, not {was}.",
        "Wait: {pr} = {now}. I used {was}, which is wrong.",
        "Hmm, {pr} doesn't equal {was}. Recomputing: {now}.",
        "Is {pr} = {was} right? No, it's {now}.",
        "Mistake: {pr} is {now} and I've taken {was}.",
    )
    missum = (
        "Recheck the last line. It's off.",
        "Hmm, the combination at the end was wrong.",
        "Wait, the final arithmetic isn't right.",
        "Let me redo the final line, there's a slip in it.",
    )
    readd = ("So now", "Then", "Recombining:", "Which gives", "Putting it back:")
    revised = (
        "So the product is {c}, not {p}.",
        "So {ab} = {c}.",
        "Thus {c}.",
        "So the corrected answer is {c}.",
        "That makes it {c}.",
    )
    idle = (
        "Does another identity give more? Probably not, leave it.",
        "Hmm, parity: is that consistent? Yes.",
        "Did I mix up the factors? No, it's {a} and {b}.",
        "Is it worth doing it by (x + y)(x - y) again? No.",
        "I wonder whether I copied a digit wrong. No, looks fine.",
    )
    idle_product = (
        "Is {pr} = {v}? {d}yes.",
        "Hmm, {pr}: {d}yes, {v}.",
        "Let me see about {pr}. {d}good.",
    )
    earlier = (
        "That is a value that I already had.",
        "This is the value from before, interesting.",
        "So an earlier value returns.",
    )
    guess = (
        "Approximately {xy} = {z}.",
        "For orientation, {xy} = {z}.",
        "The size should be near {xy} = {z}.",
    )
    sanity = (
        "Sanity check: {s}.",
        "Also {s}. OK.",
        "Consistency: {s}. Good.",
        "Another small check, {s}.",
    )
    readd_check = ("The last line again:", "Recheck the final arithmetic:", "Once more, the combination:")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "plain")
        t.maths = t.one("plain", "latex")
        t.x = t.one("·", "×", "*")

    def solution(self, t: Telling, work: Work) -> str:
        if work.method == "sq":
            _memory(t)["gave_up"] = True
        elif not _memory(t).get("gave_up"):
            _memory(t)["gave_up"] = True
            return t.one(
                "No obvious identity here, so just distribute. ",
                "The factors are not close enough for a difference of squares. Plain splitting then. ",
                "Nothing nice comes to mind, do it directly. ",
                "A difference of squares doesn't look helpful here. Direct way: ",
            ) + self.worked(t, work)
        return self.worked(t, work)

    def products(self, t: Telling, work: Work) -> str:
        if work.method != "sq":
            return (
                f"{t.n(work.a)} {t.x} {t.n(work.b)} = {t.n(work.a)} {t.x} ({t.factor(work)}). "
                + ", ".join(self.told(t, term) for term in work.terms)
                + "."
            )
        m, d = work.terms[0].left, work.terms[1].left
        big, small = max(t.a, t.b), min(t.a, t.b)
        odd = len(work.terms) == 3
        text = ""
        if odd:
            text = t.one(
                f"The sum is odd, so first {t.n(small)} {t.x} {t.n(big)} = {t.n(small)} {t.x} {t.n(big - 1)} + "
                f"{t.n(small)}. ",
                f"Use {t.n(big)} = {t.n(big - 1)} + 1 to get the same parity. ",
            )
        text += t.one(
            f"The midpoint of {t.n(small)} and {t.n(big - odd)} is {t.n(m)}, the half-difference is {t.n(d)}, "
            f"so it's {t.n(m)}² - {t.n(d)}². ",
            f"{t.n(big - odd)} = {t.n(m)} + {t.n(d)} and {t.n(small)} = {t.n(m)} - {t.n(d)}, "
            f"so (x + y)(x - y) with x = {t.n(m)}, y = {t.n(d)}. ",
        )
        big_one = work.terms[0]
        low = m % 10 ** (len(str(m)) // 2)
        high = m - low
        if big_one.value == m * m and low and high and t.chance(0.6):
            text += (
                f"{t.n(m)}² = {t.n(high)}² + 2{t.x}{t.n(high)}{t.x}{t.n(low)} + {t.n(low)}² = "
                f"{t.n(high * high)} + {t.n(2 * high * low)} + {t.n(low * low)} = {t.n(m * m)}"
            )
        else:
            text += f"{t.n(m)}² = {t.n(big_one.value)}"
        return text + f", {t.n(d)}² = {t.n(work.terms[1].value)}."

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) < 4:
            return f"{t.sum(work)} = {t.n(work.total)}."
        return self.chain(t, work) + "."

    def ending(self, t: Telling) -> str:
        return "\n</think>\n\n" + t.r(
            t.one(
                f"**{t.n(t.candidate)}**",
                f"$${t.m(t.a)} \\times {t.m(t.b)} = {t.boxed()}$$",
                f"The product is **{t.n(t.candidate)}**.",
                f"{t.ab} = {t.n(t.candidate)}",
            )
        )


class ThGridInThought(ThDoubter):
    """A table of partial products within the thought, short doubts under it, a heading for the answer."""

    glue = "\n\n"
    kinds = ("area", "high", "low")
    second = ("s:high", "tens", "round", "chunks", "s:tens")
    oops_share = 0.0
    opening = (
        "Thought process:\n\nI'll lay {ab} out as a grid so that nothing gets lost.",
        "Thought process:\n\nPartial products for {ab}, in a table.",
        "Thought process:\n\nTo calculate {ab} let me tabulate the pieces.",
        "Thought process:\n\nLet me set up a small table for {ab}.",
        "Thought process:\n\n{ab}: a table of partial products is the cleanest.",
        "Thought process:\n\nI want every piece of {ab} visible, so a table.",
    )
    oops = ("{pr} = {v}",)
    commit = (
        "So the table gives {c}.",
        "So {ab} = {c}.",
        "Total of all entries: {c}. That's the product.",
        "The product is then {c}.",
        "From this the answer is {c}.",
        "I read off {c} as the product.",
    )
    recommit = (
        "The new table gives {c} again. So the product is {c}.",
        "Again {c}, so {ab} = {c}.",
        "It totals {c} once more. The answer is {c}.",
    )
    disown = (
        "Hmm, this table is wrong somewhere. I'm throwing it away and making a new one.",
        "Wait, that total can't be right. Let me redo everything.",
        "No, I don't trust this. Discard and set it up again.",
        "Something's wrong with that result. Starting over with a fresh layout.",
        "That's not correct. I'll rebuild it from scratch.",
        "I believe that's wrong. Clean sheet.",
    )
    check = (
        "Let me check the total with a different decomposition.",
        "Cross-check with other pieces:",
        "Do I get the same if I cut it up differently?",
        "I'd like to verify that.",
        "Second layout, as a check:",
        "Let me double-check by another breakdown.",
    )
    conflict = (
        "This table totals {c}, the other one {p}.",
        "The totals differ: {p} and {c}.",
        "Hmm. {c} here, {p} there.",
        "That's not {p}. I get {c}.",
        "So the previous total of {p} doesn't agree with {c}.",
        "Now I have {c} where I had {p}.",
    )
    choose = (
        "The earlier table has the error, so {c}.",
        "This one has fewer places to go wrong, so the answer is {c}.",
        "I'm taking the second: {c}.",
        "So the product is {c}, and the other total was wrong.",
        "I'll correct the answer to {c}.",
        "Decision: {c}, not {p}.",
    )
    agree = (
        "Same total. Good.",
        "It totals {c} as well.",
        "Both layouts give {c}.",
        "So that checks out.",
        "The totals agree.",
        "{c} again, as it should be.",
    )
    spot = (
        "Checking the entries: {pr} should be {now}, the table has {was}.",
        "The entry for {pr} is wrong: {now}, not {was}.",
        "Hmm, {pr}... the table says {was}. It's {now}.",
        "Let me go through the entries again. {pr} = {now}, so {was} has to be replaced.",
        "I see a bad entry: {pr} is {now} and I put {was}.",
    )
    missum = (
        "The entries look right, but the addition doesn't.",
        "Let me add the entries again. I think I slipped.",
        "Wait, the total isn't the sum of the entries.",
        "Entries fine, total wrong.",
    )
    readd = ("New total:", "Adding the entries again:", "With the entry fixed:", "So now:")
    revised = (
        "So the product is {c} instead of {p}.",
        "That makes it {c}.",
        "So {ab} = {c}.",
        "The corrected product is {c}.",
        "The answer is now {c}.",
    )
    idle = (
        "Is any entry missing? No.",
        "Hmm, zeros in the entries: they look right.",
        "Do the parts add back to {a} and {b}? Yes.",
        "Wait, did I count an entry twice? No.",
        "Should I make another table? I don't think I need to.",
    )
    idle_product = (
        "Is the entry {pr} = {v} right? {d}yes.",
        "A second look at {pr}: {d}{v}, okay.",
        "Hmm, {pr}? {d}fine.",
    )
    earlier = (
        "That matches an earlier total.",
        "I had this total before.",
        "It's a total from further up, in fact.",
    )
    guess = ("Rough size: {xy} = {z}.", "Estimate: {xy} = {z}.", "It should be of the order of {xy} = {z}.")
    sanity = ("Plausibility: {s}. Fine.", "Also, {s}.", "Quick check, {s}. Good.", "And {s}, so no objection.")
    readd_check = ("Adding the entries once more:", "Let me re-add:", "Check of the total:")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain", "comma")
        t.maths = t.words
        t.x = t.one("×", "×", "x")

    def products(self, t: Telling, work: Work) -> str:
        if work.method == "area":
            columns = list(dict.fromkeys(term.right for term in work.terms))
            rows = list(dict.fromkeys(term.left for term in work.terms))
            value = {(term.left, term.right): term.value for term in work.terms}
            lines = [f"| {t.x} | " + " | ".join(t.n(y) for y in columns) + " |", "|---" * (len(columns) + 1) + "|"]
            lines += [f"| {t.n(x)} | " + " | ".join(t.n(value[x, y]) for y in columns) + " |" for x in rows]
            return "\n".join(lines)
        if t.flag("piped", 0.6):
            lines = [f"| part of {t.n(work.b)} | times {t.n(work.a)} |", "|---|---|"]
            lines += [
                f"| {'-' if x.sign < 0 else ''}{t.n(x.right)} | {'-' if x.sign < 0 else ''}{t.n(x.value)} |"
                for x in work.terms
            ]
            return "\n".join(lines)
        wide = max(len(self.pr(t, x)) for x in work.terms)
        tall = max(len(t.n(x.value)) for x in work.terms) + 1
        return "\n".join(
            f"    {self.pr(t, x).ljust(wide)} = {(('-' if x.sign < 0 else '') + t.n(x.value)).rjust(tall)}"
            for x in work.terms
        )

    def adding(self, t: Telling, work: Work) -> str:
        if work.method == "area" and len(work.terms) > 3:
            columns = len({term.right for term in work.terms})
            if columns > 1 and len(work.terms) > columns:
                sums = [sum(x.value for x in work.terms[i : i + columns]) for i in range(0, len(work.terms), columns)]
                if sum(sums) == work.total and not set(sums) & set(t.candidates):
                    shown = "; ".join(
                        f"{' + '.join(t.n(x.value) for x in work.terms[i : i + columns])} = {t.n(s)}"
                        for i, s in zip(range(0, len(work.terms), columns), sums, strict=True)
                    )
                    return f"Rows: {shown}. Then {' + '.join(t.n(s) for s in sums)} = {t.n(work.total)}."
        if len(work.terms) < 4:
            return f"{t.sum(work)} = {t.n(work.total)}."
        return self.chain(t, work) + "."

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return "\n\n" + t.r(
            t.one(
                f"### Answer\n\n{t.ab} = {c}",
                f"### Final answer\n\n**{c}**",
                f"## Answer\n\n{c}",
                f"### Result\n\nThe product of {t.n(t.a)} and {t.n(t.b)} is **{c}**.",
            )
        )


class ThSelfCrossExaminer(ThDoubter):
    """One breathless paragraph of questions to oneself and answers."""

    sep = " "
    kinds = ("high", "s:high", "low", "chunks")
    opening = (
        "What is {ab}? How do I do this? By parts.",
        "{ab}, what's that? Let me take it apart.",
        "So what do I need? {a} times {b}. How? Piece by piece.",
        "Can I do {ab} in my head? Maybe, if I go in pieces.",
        "What's being asked? {ab}. Fine. Where do I start? With the parts.",
        "Okay, {ab}. Which number do I split? Let's see.",
    )
    oops = (
        "{pr}? {w}? No, {v}",
        "{pr} is what? {w}, no, {v}",
        "{pr} = {w}? Can't be, it's {v}",
        "{pr}, is that {w}? Not quite, {v}",
    )
    commit = (
        "So what's {ab}? It's {c}.",
        "So the answer? {c}.",
        "And so {ab} = {c}.",
        "So it comes to {c}, that's my answer.",
        "So is it {c}? I'd say yes, {c}.",
        "Which makes the product what? {c}.",
        "So the product is {c}.",
    )
    recommit = (
        "And what do I get? {c} again. So the answer is {c}.",
        "So again {c}? Yes. Then the product is {c}.",
        "What is it this time? {c}, like before. So {c}.",
    )
    disown = (
        "Do I believe that? No. It's wrong. Start over.",
        "Is that right? No, it isn't, something went wrong there. Away with it, again from the start.",
        "Really? That can't be. Forget it. How would I do it properly? Like so.",
        "Hmm, does that look right? It doesn't. Scrap it and redo.",
        "Wait, what did I just do? That's wrong. From scratch.",
        "Am I happy with it? No, that's a wrong number. New attempt.",
    )
    check = (
        "Am I sure? Let me check it another way.",
        "Can I verify that? Yes, with a different split.",
        "But is it right? Let me try the other way.",
        "How could I double-check? By other parts.",
        "Would another method give the same? Let's find out.",
        "Should I trust that? Better verify.",
    )
    conflict = (
        "But didn't I have {p}? Yes. And now {c}?",
        "Is that {p}? No, it's {c}.",
        "Why {c} now, when it was {p} before?",
        "So which is it, {p} or {c}?",
        "Do they match? {p}, {c}: no.",
        "Is it the same as before? No, before it was {p}.",
    )
    choose = (
        "Which one do I believe? The second. So {c}.",
        "Where was the slip? In the first one. So it's {c}.",
        "Then the first must be wrong, so the answer is {c}.",
        "Which is right? {c}, because I was careful this time.",
        "So not {p}? No. {c}.",
        "I take the new one, {c}.",
    )
    agree = (
        "Same? Same. Good.",
        "Does it match? Yes, {c}.",
        "The same {c}, so I'm happy.",
        "So both say {c}? Yes.",
        "Is that what I had? It is.",
        "And that's {c} again, good.",
    )
    spot = (
        "Is {pr} really {was}? No, it's {now}. So that was wrong.",
        "Wait, what is {pr}? {now}. And what did I use? {was}. Wrong, then.",
        "Did I get {pr} right? I said {was}, it's {now}. No, then.",
        "Hmm, {pr}, {was}? Let me see, no, {now}.",
        "Where could I have slipped? {pr}: it's {now} and I took {was}.",
    )
    missum = (
        "Did I add correctly? No.",
        "Is the sum right? I don't think so, once more.",
        "Wait, what about the addition? I got it wrong.",
        "Hmm, does it really add up to {p}? It doesn't.",
    )
    readd = ("So what's the sum now?", "And the total then?", "Adding again?", "What does that change?")
    revised = (
        "So it's {c}, not {p}.",
        "So the answer? Now {c}.",
        "So the product is really {c}.",
        "Then it's {c}.",
        "So {ab} is {c}? Yes, {c}.",
    )
    idle = (
        "Did I forget a part? No.",
        "Is the number of zeros right? I think so.",
        "Did I copy {a} and {b} properly? Yes.",
        "Was there something about the carry? No, that's okay.",
        "Do I need to go on doubting? Not really.",
        "Is there a quicker way? Who cares, it's done.",
    )
    idle_product = (
        "Was {pr} really {v}? {d}yes.",
        "And {pr}, is that {v}? {d}it is.",
        "Did I get {pr} right? {d}yes, {v}.",
    )
    earlier = (
        "Didn't I have that already? I did.",
        "Have I seen that number before? Yes, further up.",
        "Isn't that the value from earlier? It is.",
    )
    guess = (
        "How big should it be? About {xy} = {z}.",
        "What would I expect? Something like {z}, from {xy}.",
        "Rough size? {xy} = {z}.",
    )
    sanity = (
        "Does it make sense? Well, {s}. So yes.",
        "Any quick test? {s}. Good.",
        "Plausible? {s}. Yes.",
        "What else can I look at? {s}. Fine.",
    )
    readd_check = ("Is the sum right? Again.", "Did I add properly?", "Sum once more?")

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "*", "times")

    def told(self, t: Telling, term: Term) -> str:
        if t.chance(0.25):
            return f"{self.pr(t, term)}? {t.n(term.value)}"
        return super().told(t, term)

    def products(self, t: Telling, work: Work) -> str:
        lead = t.one(
            f"What's in {t.n(work.b)}? {t.factor(work)}. ",
            f"{t.n(work.b)} is {t.factor(work)}, right? ",
            f"{t.n(work.b)} = {t.factor(work)}. ",
        )
        return lead + ". ".join(self.told(t, term) for term in work.terms) + "."

    def adding(self, t: Telling, work: Work) -> str:
        lead = t.one("And together? ", "All together: ", "And now? Combine: ", "")
        if len(work.terms) < 4 and t.chance(0.5):
            return f"{lead}{t.sum(work)} = {t.n(work.total)}."
        return f"{lead}{self.chain(t, work)}."

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return "\n\n" + t.r(
            t.one(f"Answer: {c}.", f"**Answer: {c}**", f"The answer is {c}.", f"{t.n(t.a)} × {t.n(t.b)} = {c}")
        )


class ThRewardedRechecker(ThDoubter):
    """Grown by rewards from a base model: steps in a think tag, rechecks in stock words, answer tags."""

    sep = "\n"
    kinds = ("high", "low", "chunks")
    second = ("s:high", "tens", "s:chunks", "s:low")
    opening = (
        "<think> To calculate {ab}, we can break it down step by step.",
        "<think> We need to calculate {ab}. Let's break it down into smaller steps.",
        "<think> Let's calculate {ab} step by step.",
        "<think> First, we need to multiply {a} by {b}. We use place values.",
        "<think> To find the product of {a} and {b}, we multiply {a} by each part of {b}.",
        "<think> We have {ab}. We can split the numbers and then sum up.",
    )
    oops = (
        "{pr} = {w}. Wait, {pr} = {v}",
        "{pr} = {w}, which is incorrect, {pr} = {v}",
        "{pr} = {w} (let me recompute: {v})",
    )
    commit = (
        "So, {ab} = {c}.",
        "Therefore, the result of {ab} is {c}.",
        "So, the final result is {c}.",
        "Therefore, {ab} equals {c}.",
        "So the answer is {c}.",
        "Hence, the product is {c}.",
    )
    recommit = (
        "So, {ab} = {c} again. The answer is {c}.",
        "The new calculation gives {c} too. Therefore, the answer is {c}.",
        "So, the result is {c} once more.",
    )
    disown = (
        "But wait, this is wrong. Let's start over.",
        "However, this result is not correct. Let's recalculate everything from the beginning.",
        "Wait, I made a mistake. Let's discard this and do it again.",
        "Let's rethink. The above calculation is incorrect, so we start again.",
        "This does not seem right, there must be an error. Let me recalculate from scratch.",
        "No, that is incorrect. Let's redo the whole multiplication.",
    )
    check = (
        "Let's verify this by another method.",
        "Let me double check the result with a different way of splitting.",
        "To verify, we can also compute it in another way.",
        "Let's check the answer again using another decomposition.",
        "We should verify the result.",
        "Let me verify it in a different way to make sure.",
    )
    conflict = (
        "This gives {c}, which is different from {p}.",
        "The two results {p} and {c} are not equal.",
        "But the previous result was {p}, so there is a mistake.",
        "This is not the same as the previous result {p}.",
        "So we have {p} and {c}. One of them is incorrect.",
    )
    choose = (
        "The previous calculation has an error. So, the correct answer is {c}.",
        "So the correct result should be {c}.",
        "After rechecking, the correct product is {c}.",
        "Therefore, we correct the answer to {c}.",
        "So the first result is wrong and the answer is {c}.",
        "Thus the right result is {c}.",
    )
    agree = (
        "This is the same result, so it is correct.",
        "The result {c} is verified.",
        "Both methods give {c}.",
        "So the answer {c} is correct.",
        "This confirms the result.",
        "The check gives the same result.",
    )
    spot = (
        "Let's recheck the steps. {pr} = {now}, not {was}.",
        "Wait, {pr} is not {was}. {pr} = {now}.",
        "Let me recheck: {pr} = {now}. So {was} was a mistake.",
        "There is an error in {pr}. It should be {now} instead of {was}.",
        "Rechecking the partial results, {pr} should be {now}, but we used {was}.",
    )
    missum = (
        "Let's recheck the addition. There is an error in it.",
        "Wait, the sum is incorrect. Let's add again.",
        "Let me recheck the sum, it was calculated wrongly.",
        "However, the addition is not correct. Adding again:",
    )
    readd = ("Now, we add again:", "So the sum is now:", "Adding them again:", "Then we recalculate the sum:")
    revised = (
        "So, the correct answer is {c}.",
        "Therefore, {ab} = {c}.",
        "So the result should be {c}.",
        "So, the corrected product is {c}.",
        "Hence the answer is {c}, not {p}.",
    )
    idle = (
        "Let's check that no part is missing. All parts are used.",
        "Wait, are the numbers {a} and {b}? Yes.",
        "Let me think again about the zeros. They are correct.",
        "Wait, is there another way? It is not needed.",
        "Let me make sure that the place values are right. Yes, they are.",
    )
    idle_product = (
        "Let me check {pr} = {v}. {d}correct.",
        "Wait, is {pr} = {v}? {d}yes.",
        "Check: {pr} = {v}, {d}yes, it is correct.",
    )
    earlier = (
        "This is one of the results we had before.",
        "We have seen this result before.",
        "It is equal to an earlier result.",
    )
    guess = (
        "An estimate is {xy} = {z}.",
        "We can estimate {xy} = {z} first.",
        "The answer should be approximately {z}, because {xy} = {z}.",
    )
    sanity = (
        "Let's check: {s}. It is reasonable.",
        "We can also see that {s}. So it is fine.",
        "Check the result: {s}.",
        "Also, {s}. So the result is plausible.",
    )
    readd_check = ("Let's add again to check.", "Let me verify the addition.", "Check the sum again:")

    def begin(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "plain", "comma")
        t.maths = t.words
        t.x = t.one("*", "*", "×")

    def products(self, t: Telling, work: Work) -> str:
        lead = t.one("", f"{t.n(work.b)} = {t.factor(work)}\n")
        if t.flag("numbered", 0.5):
            return lead + "\n".join(f"{i}. {self.told(t, x)}" for i, x in enumerate(work.terms, start=1)) + "\n"
        if t.flag("then", 0.4):
            return lead + ", ".join(self.told(t, x) for x in work.terms) + ".\n"
        return lead + "\n".join(self.told(t, x) for x in work.terms) + "\n"

    def adding(self, t: Telling, work: Work) -> str:
        if work.terms[-1].sign < 0:
            return t.one("Then subtract: ", "Now, subtract: ") + f"{t.sum(work)} = {t.n(work.total)}\n"
        if len(work.terms) > 3 or t.chance(0.3):
            return t.one("Now, add them: ", "Then, we add: ") + self.chain(t, work, ", ") + "\n"
        return t.one("Now, we sum up: ", "Add these: ", "Then add: ") + f"{t.sum(work)} = {t.n(work.total)}\n"

    def worked(self, t: Telling, work: Work) -> str:
        return self.products(t, work) + self.adding(t, work).rstrip("\n")

    glue = "\n"

    straight = ("{ab} = {c}", "We calculate directly: {ab} = {c}", "Multiplying directly, {ab} = {c}")

    def readding(self, t: Telling, work: Work) -> str:
        return super().readding(t, work).rstrip(".")

    def ending(self, t: Telling) -> str:
        c = t.m(t.candidate)
        close = t.one(" </think>\n", "\n</think>\n\n", " </think> ")
        return close + t.r(
            t.one(f"<answer> {c} </answer>", f"<answer>{c}</answer>", f"<answer> {t.ab} = {c} </answer>")
        )


class ThHedgingEssayist(ThDoubter):
    """Long-winded, polite, with columns set in the prose; answers in a summary at the end."""

    glue = "\n\n"
    kinds = ("low", "s:low")
    second = ("s:high", "round", "tens", "s:low", "s:tens")
    opening = (
        "Let me work through {ab} carefully. I tend to make small errors in multiplications of this kind, "
        "so I'll write everything down.",
        "I want to find {ab}, and I'd like to be honest about where I'm unsure along the way.",
        "This is a multiplication, {ab}, and the usual column layout is likely the safest.",
        "Let me think about {ab}. I'll put the partial products under each other.",
        "I'm asked to multiply {a} by {b}. Let me write this out in full rather than guess.",
        "For {ab} I'll use long multiplication, and I'll come back to it if anything seems odd.",
    )
    oops = (
        "{pr} = {w}, though no, that's not right, {v}",
        "{pr} = {w} (I misspoke: {v})",
        "{pr} = {w}, or more carefully {v}",
        "{pr} = {w}, hmm, I should say {v}",
    )
    commit = (
        "This gives a product of {c}.",
        "I therefore get {ab} = {c}.",
        "So my result at this point is {c}.",
        "If all of that is right, the product is {c}.",
        "So the answer appears to be {c}.",
        "That brings me to {c} for the product.",
    )
    recommit = (
        "Rather to my surprise this is {c} again, so I'll settle on {c}.",
        "I come to {c} once more, and so the product is {c}.",
        "The fresh attempt also results in {c}. So {ab} = {c}.",
    )
    disown = (
        "Hmm, I don't think that's right. I'd rather not try to patch it; let me set it aside and start over.",
        "On reflection this answer is wrong. I'll begin again with a clean slate.",
        "I have to take that back, it doesn't look right. Here is a new attempt.",
        "Actually, no. I'm convinced there is a mistake in there, so I'll abandon it and recompute everything.",
        "That isn't correct, I'm afraid. Let me start again.",
        "I withdraw that; the numbers don't hang together. Once more from the beginning.",
    )
    check = (
        "I'd like to verify this in an independent way.",
        "Since I'm not entirely certain, let me check with a different decomposition.",
        "Let me see whether a second method supports this.",
        "It seems prudent to double-check.",
        "I'm reasonably confident, but a check by a different route wouldn't hurt.",
        "Before I commit to this, let me approach it from the other side.",
    )
    conflict = (
        "This is a problem: I now have {c}, whereas before I had {p}.",
        "That doesn't agree with {p}. It's {c}.",
        "So I'm left with two candidates, {p} and {c}.",
        "I notice a discrepancy: {p} by the first route, {c} by this one.",
        "Hmm, {c}. I had been fairly confident in {p}.",
        "These two values, {p} and {c}, cannot both be right.",
    )
    choose = (
        "Having gone back over the first route, I find it's the one with the slip, so the product is {c}.",
        "I consider the second route more dependable, and so I change my answer to {c}.",
        "I think I made an error the first time, so {c} is the correct product.",
        "Weighing the two, I settle on {c}.",
        "I'll therefore give up {p} in favour of {c}.",
        "The simpler computation is more likely right, so {ab} = {c}.",
    )
    agree = (
        "That is the same value, which reassures me.",
        "Again {c}, so I'm comfortable with it.",
        "Both routes lead to {c}.",
        "This matches, so I have no reason to doubt {c} any longer.",
        "The second method supports {c}.",
        "I'm glad to see that this agrees.",
    )
    spot = (
        "Looking over the partial products I notice that {pr} is {now}, whereas I wrote {was}.",
        "I want to go back to {pr}. I had {was}, but it should be {now}.",
        "Something is amiss with {pr}: I gave {was}, and the true value is {now}.",
        "I believe I made an error in {pr}. It comes to {now}, not {was}.",
        "Let me re-examine the rows. {pr}, on a closer look, is {now} rather than {was}.",
    )
    missum = (
        "I'd like to go over the addition again, because I believe I slipped there.",
        "The partial products seem fine, but the sum is not.",
        "Re-adding the rows, I find a different total.",
        "I think I lost a carry in the addition.",
    )
    readd = (
        "The sum has to be done anew:",
        "With this in place:",
        "Adding the rows once more:",
        "This affects the total, of course:",
    )
    revised = (
        "So I correct my answer to {c}.",
        "The product is therefore {c}, and not {p}.",
        "So the result should have been {c}.",
        "That makes the product {c}.",
        "I now have {ab} = {c}.",
    )
    idle = (
        "I did wonder whether the rows are shifted properly, but they are.",
        "For a moment I suspected that I had misread {a} as something else, but no.",
        "I'm tempted to try yet another method, but I don't see a real reason to.",
        "One might worry about a forgotten carry. I've looked and don't see one.",
        "I feel a little uneasy about the zeros, though on inspection they're all there.",
    )
    idle_product = (
        "I was briefly unsure about {pr}, but {d}{v} is right.",
        "Is {pr} truly {v}? {d}yes, it is.",
        "Let me reconsider {pr}: {d}so {v} is fine.",
    )
    earlier = (
        "Incidentally that's a value I had come across earlier.",
        "I recall this value from above.",
        "This takes me back to a value that I had given up.",
    )
    guess = (
        "As a preliminary estimate, {xy} = {z}.",
        "I'd expect something in the vicinity of {xy} = {z}.",
        "A rough idea of the size: {xy} = {z}.",
    )
    sanity = (
        "As a plausibility check, {s}.",
        "It's some comfort that {s}.",
        "One more consideration: {s}. This is as it should be.",
        "I can also confirm that {s}.",
    )
    readd_check = (
        "Let me add the rows a second time, for safety:",
        "The addition deserves a second look:",
        "To be careful about the sum:",
    )

    def begin(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")
        t.maths = t.words
        t.x = t.one("×", "×", "x")

    def columned(self, t: Telling, work: Work) -> str:
        terms = work.terms
        wide = max(len(t.n(x)) for x in (work.a, work.b, work.total, *(x.value for x in terms))) + 2
        lines = [t.n(work.a).rjust(wide), t.x + t.n(work.b).rjust(wide - 1), "-" * wide]
        notes = t.chance(0.6)
        for place, term in enumerate(terms):
            mark = "+" if place and place == len(terms) - 1 else " "
            lines.append(mark + t.n(term.value).rjust(wide - 1) + (f"   ({self.pr(t, term)})" if notes else ""))
        lines += ["-" * wide, t.n(work.total).rjust(wide)]
        return "```\n" + "\n".join(lines) + "\n```"

    def solution(self, t: Telling, work: Work) -> str:
        low = [x.right for x in work.terms]
        plain = all(x.sign > 0 for x in work.terms) and low == sorted(low) and work.b > 9
        if plain and work.method in ("low", "chunks", "high"):
            return self.columned(t, work)
        return self.worked(t, work)

    def products(self, t: Telling, work: Work) -> str:
        lead = t.one(
            f"I write {t.n(work.b)} as {t.factor(work)}. ",
            f"Taking {t.n(work.b)} = {t.factor(work)}, ",
            f"Here {t.n(work.b)} can be seen as {t.factor(work)}. ",
        )
        said = [self.told(t, x) for x in work.terms]
        if lead.endswith(", "):
            lead += "I have "
        return lead + (", ".join(said[:-1]) + " and " + said[-1]) + "."

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) == 2:
            return f"{t.one('Together that is', 'Combining the two,', 'So')} {t.sum(work)} = {t.n(work.total)}."
        return f"{t.one('Adding these one after the other,', 'Step by step,', 'In sequence:')} {self.chain(t, work)}."

    def ending(self, t: Telling) -> str:
        c = t.n(t.candidate)
        return "\n\n" + t.r(
            t.one(
                f"To summarise: the product of {t.n(t.a)} and {t.n(t.b)} is **{c}**.",
                f"In conclusion, {t.ab} = **{c}**.",
                f"My final answer is **{c}**.",
                f"**Answer:** {t.ab} = {c}",
                f"So, in short: **{c}**",
            )
        )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        ThSleeplessProse(),
        ThTelegraphJots(),
        ThHoldOnDisplay(),
        ThTwoFigureArbiter(),
        ThTallyDoubter(),
        ThOnesFirstCarrier(),
        ThRoundThenTrim(),
        ThMiddleSquarer(),
        ThGridInThought(),
        ThSelfCrossExaminer(),
        ThRewardedRechecker(),
        ThHedgingEssayist(),
    )
}
