"""Models of 0.5B to 8B trained to reflect: SFT on self-correction data, or RL with a verifier.

The works are planned here (`_solve`), not in `Telling.solve`: a product or a sum once said keeps its value through the
response unless the writer comments on it, and no slip makes a sum smaller than one of its terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, ClassVar

from .common import Style, Telling, Term, Work

Parts = list[tuple[int, int]]


def _memo(t: Telling) -> dict[Any, Any]:
    said: dict[Any, Any] = t.__dict__.setdefault("said", {})
    return said


def _bare(term: Term) -> tuple[tuple[int, ...], Fraction]:
    """The product without the zeros of its factors, and what the writer takes it for."""
    zeros = _zeros(term.left) + _zeros(term.right)
    factors = (term.left // 10 ** _zeros(term.left), term.right // 10 ** _zeros(term.right))
    return tuple(sorted(factors)), Fraction(term.value, 10**zeros)


def _zeros(number: int) -> int:
    return len(str(number)) - len(str(number).rstrip("0"))


def _partings(number: int, how: str) -> Iterator[Parts]:
    """The ways to write the number as a sum of signed parts."""
    if number < 10:
        if number > 2 and how in ("high", "low", "cut"):
            first = 5 if number > 5 else number - 1
            yield [(first, 1), (number - first, 1)]
        return
    places = [(int(d) * 10**i, 1) for i, d in enumerate(reversed(str(number))) if d != "0"]
    if how in ("high", "low"):
        if len(places) > 1:
            yield places[::-1] if how == "high" else places
    elif how == "cut":
        for k in range(1, len(str(number))):
            high, low = number // 10**k * 10**k, number % 10**k
            if high and low:
                yield [(high, 1), (low, 1)]
    elif how == "near":
        for k in range(1, len(str(number)) + 1):
            near = round(number / 10**k) * 10**k
            off = number - near
            if near and off < 0 and -off * 10 <= (3 if k < len(str(number)) else 1.2) * 10**k:
                yield [(near, 1), (-off, -1)]


def _plans(t: Telling, how: str) -> Iterator[tuple[int, int, str, list[tuple[int, int, int]]]]:
    """Works without values: the factors, the kind, and left, right and sign of each partial product."""
    a, b = t.a, t.b
    if how == "squares":
        half, off = (a + b) // 2, abs(a - b) // 2
        if (a + b) % 2 == 0 and 0 < off < 50 and a > 9 and b > 9:
            yield a, b, "squares", [(half, half, 1), (off, off, -1)]
        return
    if how == "chain":
        for left, right in ((a, b), (b, a)):
            for q in (2, 3, 4, 5, 6, 8, 9, 10, 100, 1000):
                if right % q == 0 and right // q > 1 and left > 9 and (q < 10 or right // q < 10):
                    yield left, right, "chain", [(left, right // q, 1), (left * (right // q), q, 1)]
        return
    if how == "area":
        if a > 9 and b > 9:
            for one in ("high", "cut"):
                for x in _partings(a, one):
                    for y in _partings(b, one):
                        if len(x) * len(y) <= 9:
                            yield a, b, "area", [(p, q, 1) for p, _ in x for q, _ in y]
        return
    for left, right in ((a, b), (b, a)):
        if right > 9 or left < 10:
            for parts in _partings(right, how):
                yield left, right, "parts", [(left, part, sign) for part, sign in parts]


def _fair_product(term: Term) -> bool:
    """The value could be a slip for left times right."""
    true, value = term.left * term.right, term.value
    if value == true:
        return True
    shift = value in (true * 10, true // 10) and value * 10 >= true and max(term.left, term.right) <= value
    if value < max(term.left, term.right) or (value % 10 ** (_zeros(term.left) + _zeros(term.right)) and not shift):
        return False
    if any(str(f).strip("0") == "1" for f in (term.left, term.right)):
        return shift and _zeros(max(term.left, term.right)) > 0
    return shift or 6 * true <= 10 * value <= 16 * true


def _fair_sum(terms: tuple[Term, ...], total: int) -> bool:
    """The total could be a slip for the sum of the terms."""
    true = sum(term.sign * term.value for term in terms)
    if total == true:
        return true > 0
    if len(terms) < 2:
        return False
    so_far = true - terms[-1].sign * terms[-1].value
    if total <= 0 or (total - so_far) * terms[-1].sign <= 0:
        return False
    if any(term.value >= total for term in terms if term.sign > 0 and terms[-1].sign > 0):
        return False
    tail = min(_zeros(term.value) for term in terms)
    return total % 10**tail == 0 and 7 * true <= 10 * total <= 14 * true


def _key(terms: tuple[Term, ...]) -> tuple[Any, ...]:
    return ("sum", *sorted(term.sign * term.value for term in terms))


def _new(t: Telling, terms: tuple[Term, ...], total: int, kind: str) -> bool:
    """Nothing in the work contradicts what was said before."""
    said = dict(_memo(t))
    for term in terms:
        key, value = _bare(term)
        if said.setdefault(key, value) != value:
            return False
    if any(term.value in t.candidates for term in terms[: 1 if kind == "chain" else None]):
        return False
    return kind == "chain" or said.get(_key(terms), total) == total


def _keep(t: Telling, work: Work) -> Work:
    said = _memo(t)
    for term in work.terms:
        if work.method != "direct":
            key, value = _bare(term)
            said[key] = value
    if work.method not in ("chain", "direct"):
        said[_key(work.terms)] = work.total
    if work.method != "direct":
        said["plan", *sorted((term.left, term.right) for term in work.terms)] = 1
    t.work = work
    return work


def _works(t: Telling, how: str) -> Iterator[Work]:
    total, off = t.candidate, t.candidate - t.product
    for a, b, kind, plan in _plans(t, how):
        if kind == "chain":
            (left, p, _), (_, q, _) = plan
            if total % q == 0 and _fair_product(Term(left, p, total // q)):
                yield Work(a, b, kind, (Term(left, p, total // q), Term(total // q, q, total)), total)
            if off and _fair_product(Term(left * p, q, total)):
                yield Work(a, b, kind, (Term(left, p, left * p), Term(left * p, q, total)), total)
            continue
        right = tuple(Term(x, y, x * y, sign) for x, y, sign in plan)
        if not off:
            yield Work(a, b, kind, right, total)
            continue
        if _fair_sum(right, total):
            yield Work(a, b, kind, right, total)
        for place, term in enumerate(right):
            if kind == "parts" and len(right) > 2 and term.sign > 0 and term.value == -off:
                yield Work(a, b, kind, (*right[:place], *right[place + 1 :]), total)  # one part is forgotten
        for place, term in enumerate(right):
            wrong = Term(term.left, term.right, term.value + term.sign * off, term.sign)
            if wrong.value > 0 and _fair_product(wrong):
                terms = (*right[:place], wrong, *right[place + 1 :])
                if all(total > x.value for x in terms if x.sign > 0 and all(y.sign > 0 for y in terms)):
                    yield Work(a, b, kind, terms, total)


def _find(t: Telling, *methods: str, fresh: bool = False, strict: bool = False) -> Work | None:
    """A way to the candidate by one of the methods if that can be told fairly, else by another, if any can."""
    for anew in (True, False)[: 1 if strict else 2] if fresh else (False,):
        for these in (methods, ("high", "low", "cut", "near", "area", "chain")):
            hows = list(these)
            t.rng.shuffle(hows)
            for how in hows:
                able = [w for w in _works(t, how) if _new(t, w.terms, w.total, w.method)]
                if anew:
                    able = [w for w in able if ("plan", *sorted((x.left, x.right) for x in w.terms)) not in _memo(t)]
                if able:
                    return _keep(t, t.rng.choice(able))
    return None


def _solve(t: Telling, *methods: str, fresh: bool = False) -> Work:
    """The same, or the product in one step."""
    found = _find(t, *methods, fresh=fresh)
    return found or _keep(t, Work(t.a, t.b, "direct", (Term(t.a, t.b, t.candidate),), t.candidate))


def _mend(t: Telling) -> tuple[Work, int | None, int, int] | None:
    """The work before with one value changed so that it gives the candidate: the work, the place, was, now."""
    work, off = t.before, t.candidate - t.previous
    if t.same or work.method in ("chain", "direct") or work.total != t.previous:
        return None
    options: list[tuple[int, Work, int | None, int, int]] = []
    true = sum(term.sign * term.value for term in work.terms)
    if _fair_sum(work.terms, t.candidate):
        new = Work(work.a, work.b, work.method, work.terms, t.candidate)
        options.append((2 if true == t.candidate else 0, new, None, t.previous, t.candidate))
    for place, term in enumerate(work.terms):
        now = Term(term.left, term.right, term.value + term.sign * off, term.sign)
        terms = (*work.terms[:place], now, *work.terms[place + 1 :])
        twice = sum((x.left, x.right) == (now.left, now.right) for x in terms) > 1
        if now.value <= 0 or twice or now.value in t.candidates or not _fair_product(now):
            continue
        if now.value != now.left * now.right and not 8 * term.value <= 10 * now.value <= 12 * term.value:
            continue
        if _fair_sum(terms, t.candidate) and (true == work.total):
            new = Work(work.a, work.b, work.method, terms, t.candidate)
            options.append((3 if now.value == term.left * term.right else 0, new, place, term.value, now.value))
    if not options:
        return None
    best = max(option[0] for option in options)
    _, new, place, was, is_now = t.rng.choice([option for option in options if option[0] == best])
    _keep(t, new)
    return new, place, was, is_now


def _near(t: Telling, term: Term) -> int | None:
    """A slip for the value of the term, to be mended at once."""
    for _ in range(20):
        unit = 10 ** t.rng.randrange(_zeros(term.value), len(str(term.value)))
        wrong = term.value + t.rng.choice([-1, 1, 2, -2]) * unit
        if wrong not in (*t.candidates, t.product) and wrong > 0 and _fair_product(Term(term.left, term.right, wrong)):
            return wrong
    return None


def _rough(t: Telling) -> tuple[int, int, int] | None:
    def rounded(number: int) -> int:
        unit: int = 10 ** max(0, len(str(number)) - t.rng.choice([1, 2]))
        return max(unit, round(number / unit) * unit)

    if t.a < 10 and t.b < 10:
        return None
    x, y = rounded(t.a), rounded(t.b)
    fits = 0.85 < t.candidate / (x * y) < 1.18 and x * y not in (*t.candidates, t.product)
    return (x, y, x * y) if fits and (x, y) != (t.a, t.b) else None


def _talk(text: str) -> dict[str, list[str]]:
    """Wordings, one per line: `name: wording`, with `@A` for numbers and a pilcrow for a new line."""
    talk: ClassVar[dict[str, list[str]]] = {}
    for line in text.strip().splitlines():
        name, wording = line.strip().split(": ", 1)
        talk.setdefault(name, []).append(wording.replace("¶", "\n"))
    return talk


class WvBase(Style):
    """Solution, verification, verdict, retry. The wordings are in `talk`, the layout in the methods."""

    talk: ClassVar[dict[str, list[str]]] = {}
    methods: tuple[str, ...] = ("high",)
    seconds: tuple[str, ...] = ("cut", "near", "high")
    stumbles = 0.12
    silent = 0.25  # share of responses that end without a check

    def say(self, t: Telling, key: str, **more: str) -> str:
        values = {"A": t.n(t.a), "B": t.n(t.b), "X": t.x, "N": t.n(t.candidate), **more}
        values["C"] = t.r(values["N"])
        if t.index:
            values["P"] = t.n(t.previous)
        return re.sub("@([A-Z]+)", lambda found: values[found[1]], t.one(*self.talk[key]))

    def term(self, t: Telling, term: Term, tight: bool = False) -> str:
        """left × right = value, perhaps with a slip that is mended at once."""
        wrong = _near(t, term) if "slip" in self.talk and term.value > 20 and t.chance(self.stumbles / 2) else None
        if wrong and not tight and t.candidate not in (term.value,):
            return self.say(t, "slip", **self.about(t, term), W=t.n(wrong))
        return f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}"

    def about(self, t: Telling, term: Term) -> dict[str, str]:
        return {"L": t.n(term.left), "R": t.n(term.right), "V": t.n(term.value)}

    def cut_up(self, t: Telling, work: Work, sep: str = " and ") -> str:
        """What is split into what."""
        if work.method == "parts":
            if sum(x.sign * x.right for x in work.terms) != work.b:
                return ""
            return f"{t.n(work.b)} = {t.factor(work)}"
        if work.method == "squares":
            half, off = work.terms[0].left, work.terms[1].left
            signs = ("+", "-") if work.a > work.b else ("-", "+")
            return sep.join(f"{t.n(f)} = {t.n(half)} {s} {t.n(off)}" for f, s in zip((t.a, t.b), signs, strict=True))
        if work.method == "chain":
            return f"{t.n(work.b)} = {t.n(work.terms[0].right)} {t.x} {t.n(work.terms[1].right)}"
        if work.method == "area":
            lefts, rights = dict.fromkeys(x.left for x in work.terms), dict.fromkeys(x.right for x in work.terms)
            return sep.join(
                f"{t.n(f)} = {' + '.join(map(t.n, parts))}" for f, parts in ((work.a, lefts), (work.b, rights))
            )
        return ""

    def summed(self, t: Telling, work: Work) -> str:
        return "" if work.method in ("chain", "direct") else t.sum(work)

    def body(self, t: Telling, work: Work) -> str:
        raise NotImplementedError

    def commit(self, t: Telling) -> str:
        return t.c(self.say(t, "commit"))

    def first_work(self, t: Telling) -> str:
        return self.body(t, _solve(t, *self.methods))

    def second_work(self, t: Telling) -> str:
        return self.body(t, _solve(t, *self.seconds, fresh=True))

    def check_work(self, t: Telling) -> str | None:
        """A whole second solution in another way than before, if there is one."""
        work = _find(t, *self.seconds, fresh=True, strict=True)
        return self.body(t, work) if work else None

    def ones(self, t: Telling) -> bool:
        """The product of the last digits says nothing else than the last digit."""
        return max(t.a, t.b) > 9 and t.a % 10 * (t.b % 10) not in t.candidates

    def place(self, t: Telling, work: Work, place: int) -> int:
        """The number of the step that has the partial product at the place."""
        return place + 1

    def revise(self, t: Telling) -> tuple[str, str, str]:
        """Kind, words of the verification, new work; the commitment is still to come."""
        fails = []
        true = t.product
        if not t.same:
            if t.previous % 10 != true % 10 == t.candidate % 10 and self.ones(t):
                x, y = t.a % 10, t.b % 10
                fails.append(("faillast", {"I": str(x), "J": str(y), "Y": str(x * y), "U": str(true % 10),
                                           "Q": str(t.previous % 10)}))  # fmt: skip
            if t.previous % 9 != true % 9 == t.candidate % 9 and "failnines" in self.talk and t.a > 9 and t.b > 9:
                fails.append(("failnines", {"I": str(t.a % 9), "J": str(t.b % 9), "U": str(true % 9),
                                            "Q": str(t.previous % 9)}))  # fmt: skip
        way = t.way(mend=4, disagree=2.5, fail=2.5 if fails else 0, vague=2)
        if t.same:
            way = "vague"
        if way == "mend":
            mended = _mend(t)
            if mended:
                work, place, was, _ = mended
                if place is None:
                    return "msum", self.say(t, "msum", S=t.sum(work)), ""
                about = {**self.about(t, work.terms[place]), "W": t.n(was), "K": str(self.place(t, work, place))}
                return "mterm", self.say(t, "mterm", **about), self.say(t, "fixed", S=t.sum(work))
            way = "vague"
        if way == "fail":
            key, values = t.rng.choice(fails)
            return "fail", self.say(t, key, **values), self.second_work(t)
        check = self.check_work(t) if way == "disagree" else None
        if check:
            return "disagree", self.say(t, "lead") + self.gap + check + self.gap + self.say(t, "disagree"), ""
        return "vague", self.say(t, "vague"), self.second_work(t)

    gap = "\n"

    def confirm(self, t: Telling) -> str:
        """Words of a check that confirms, or of a doubt that leads to nothing."""
        options: list[tuple[str, dict[str, str]]] = [("idle", {}), ("oklead", {}), ("oklead", {})]
        if t.a * t.b % 10 == t.candidate % 10 and self.ones(t):
            x, y = t.a % 10, t.b % 10
            options.append(("oklast", {"I": str(x), "J": str(y), "Y": str(x * y), "U": str(x * y % 10)}))
        if t.product % 9 == t.candidate % 9 and "oknines" in self.talk and t.a > 9 and t.b > 9:
            values = {"I": str(t.a % 9), "J": str(t.b % 9), "U": str(t.product % 9)}
            options.append(("oknines", values))
        rough = _rough(t)
        if rough:
            options.append(("oksize", dict(zip("EFG", map(t.n, rough), strict=True))))
        if abs(t.candidate - t.product) * 20 < t.product:
            options.append(("okdiv", {}))
        key, values = t.rng.choice(options)
        if key == "oklead":
            check = self.check_work(t)
            if check:
                return self.say(t, "lead") + self.gap + check + self.gap + self.say(t, "agree")
            key = "idle"
        return self.say(t, key, **values)


class WvMinervaTwoTurn(WvBase):
    """SCoRe: a first turn in Minerva's format, the instruction to correct, a second turn."""

    methods = ("high", "high", "area", "chain")
    seconds = ("cut", "near", "high")
    talk = _talk(r"""
    open: To find $@A \times @B$, we break the computation into smaller parts.
    open: We compute $@A \times @B$ by the distributive property.
    open: We want the product $@A \times @B$.
    open: Let us multiply $@A$ by $@B$ step by step.
    open: We start by expanding the product $@A \times @B$.
    open: First, note that we need $@A \cdot @B$.
    commit: Final Answer: The final answer is $@N$. I hope it is correct.
    commit: Final Answer: The final answer is $\boxed{@N}$. I hope it is correct.
    commit: Final Answer: The final answer is $@N$. I hope it is correct.
    commit: Final Answer: The final answer is $@A \times @B = @N$. I hope it is correct.
    turn: There might be an error in the solution above because of lack of understanding of the question. Please correct the error, if any, and rewrite the solution.
    turn: There might be an error in the solution above. Please correct the error, if any, and rewrite the solution.
    turn: Please review the solution above, and correct the error, if any.
    turn: The solution above might contain an arithmetic error. Please correct it, if there is one.
    turn: Now check the solution above and rewrite it if there is an error in it.
    turn: Please double-check each step above and rewrite the solution if needed.
    vague: The solution above is not correct. Here is the corrected solution.
    vague: There is an error in the solution above, so we discard the answer $@P$ and rewrite the solution.
    vague: The answer $@P$ of the first solution is not right. We rewrite the solution from the beginning.
    vague: The previous solution made a mistake in the multiplication. We do the whole computation again.
    vague: The error in the solution above is in the arithmetic. The corrected solution is as follows.
    vague: The first solution cannot be trusted, and we replace it by a new one.
    vague: The solution above was careless, and its answer is wrong. Let us solve the problem afresh.
    faillast: The final digit of the product must be the final digit of $@I \times @J = @Y$, which is $@U$, but the answer above ends in $@Q$. So there is an error. We rewrite the solution.
    faillast: The solution above is wrong: $@I \times @J = @Y$, so that the product ends in $@U$ and not in $@Q$. The corrected solution:
    faillast: Since $@I \cdot @J = @Y$, the units digit has to be $@U$. The units digit above is $@Q$, which is an error. Corrected:
    mterm: The error in the solution above is that $@L \times @R$ was taken to be $@W$. In fact $@L \times @R = @V$.
    mterm: There is an error in the solution above: $@L \times @R = @V$ and not $@W$.
    mterm: The value $@W$ for $@L \times @R$ is not correct. It should be $@V$.
    mterm: All the steps hold but one: $@L \times @R$ is $@V$, while the solution says $@W$.
    mterm: The mistake is the partial product $@L \times @R$, which equals $@V$ rather than $@W$.
    mterm: We recompute $@L \times @R$ and get $@V$; the solution above has $@W$, which is wrong.
    msum: The partial products are correct, but the addition is not. We have $@S = @N$.
    msum: The error is in the last addition. The correct sum is $@S = @N$.
    msum: Adding again, we get $@S = @N$, so the sum in the solution above is wrong.
    msum: The partial products above do not add up to $@P$. In fact $@S = @N$.
    fixed: With this, the sum is $@S = @N$.
    fixed: Therefore the product is $@S = @N$.
    fixed: Adding up the corrected values gives $@S = @N$.
    fixed: So we have $@S = @N$.
    lead: To see whether there is an error, we do the multiplication in another way.
    lead: We verify the solution by splitting the numbers differently.
    lead: As a check, we compute the product a second time.
    lead: Let us verify the answer with a different decomposition.
    lead: We test the answer by an independent computation.
    lead: To check the answer above, we multiply in another order.
    disagree: This is not the answer given above. The first solution had an error in it, and the second computation replaces it.
    disagree: The two results differ, so the answer $@P$ was wrong. We take the new value.
    disagree: This contradicts $@P$. The error was in the first solution, which we correct.
    disagree: So the answer above was not correct. The rewritten solution stands.
    disagree: Hence the solution above contains an error and its answer has to be changed to this value.
    agree: This is the same value, so there is no error in the solution above.
    agree: Both ways agree, and the solution does not need any correction.
    agree: The result is the same as before. No error was found.
    agree: Thus the solution above is correct as it is.
    agree: The check gives the same product.
    oklast: The units digit is that of $@I \times @J = @Y$, that is $@U$, which is what we have. There is no error.
    oklast: We have $@I \cdot @J = @Y$, and the answer does end in $@U$. The solution is correct.
    oksize: The numbers are near $@E$ and $@F$, and $@E \times @F = @G$, so the size of the answer is right. I see no error.
    oksize: As an estimate, $@E \times @F = @G$, which agrees well with the answer above. The solution is correct.
    okdiv: Dividing back, $@C \div @B = @A$, so there is no error.
    okdiv: Indeed $\frac{@C}{@A} = @B$, and the solution is correct.
    idle: It is possible that one of the additions is off, but reading them again I find no error.
    idle: I went through the steps once more and there is nothing to correct.
    idle: One may ask whether a carry was lost, but the steps are all in order.
    idle: The solution does not seem to misunderstand the question, and each product is right.
    idle: At first sight the partial products look too large, but the zeros are counted correctly.
    final: Final Answer: The final answer is $@C$. I hope it is correct.
    final: The answer stays as it was. Final Answer: The final answer is $@C$. I hope it is correct.
    slip: @L \times @R = @W$, no, that is $@L \times @R = @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "latex"), "\\times"

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work, "$ and $")
        text = t.one("Write ", "We have ", "Here ", "Note that ") + f"${cut}$.\n" if cut else ""
        names = ["First", "Next", "Then", "After that", "Also", "Further"]
        if t.flag("inline", 0.5) or not 1 < len(work.terms) < 7:
            text += "".join(f"${self.term(t, x)}$\n" for x in work.terms)
        else:
            text += "".join(f"{name}, ${self.term(t, x)}$.\n" for name, x in zip(names, work.terms, strict=False))
        total = self.summed(t, work)
        if total:
            lead = t.one(
                "Combining these, ", "Adding up, ", "The product is then ", "Thus we get ", "Putting it together, "
            )
            if any(x.sign < 0 for x in work.terms):
                lead = t.one("Combining these, ", "Thus we get ", "Subtracting, ")
            text += f"{lead}${total} = {t.n(work.total)}$.\n"
        return text.rstrip("\n")

    def first(self, t: Telling) -> str:
        return self.say(t, "open") + "\n" + self.first_work(t) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        _, words, work = self.revise(t)
        turn = self.say(t, "turn") + "\n\n" if t.flag("turns", 0.75) else ""
        return f"\n\n{turn}{words}\n{work}\n".replace("\n\n\n", "\n\n").rstrip("\n") + "\n" + self.commit(t)

    def closing(self, t: Telling) -> str:
        if t.chance(0.3):
            return ""
        turn = self.say(t, "turn") + "\n\n" if t.flag("turns", 0.75) else ""
        return f"\n\n{turn}{self.confirm(t)}\n" + (self.say(t, "final") if t.chance(0.75) else "")


class WvRecheckBoxed(WvBase):
    """S2R: solution in prose, "Wait, let me recheck my solution", verdict, "Let me try again"."""

    methods = ("near", "cut", "high")
    seconds = ("high", "near", "cut", "area")
    gap = " "
    talk = _talk(r"""
    open: To calculate @A @X @B, I can
    open: For the product of @A and @B, I
    open: To solve @A @X @B, I will
    open: In order to multiply @A by @B, I
    open: Okay, to get @A @X @B I
    commit: Therefore, the answer is \(\boxed{@N}\).
    commit: So the final answer is \(\boxed{@N}\).
    commit: So, @A @X @B is \(\boxed{@N}\).
    commit: This means that the answer is \(\boxed{@N}\).
    commit: Hence, my answer is \(\boxed{@N}\).
    commit: The product is therefore \(\boxed{@N}\).
    recheck: Wait, let me recheck my solution.
    recheck: Let me verify my answer.
    recheck: Let me recheck my answer to make sure.
    recheck: Hold on, I should check this solution.
    recheck: Wait, I want to verify this result.
    recheck: Now I will verify the answer.
    bad: The answer @P is incorrect. Let me try again.
    bad: So my answer is not correct. Let me try again.
    bad: Therefore, the answer is incorrect. I will try again.
    bad: My solution does not pass the check. Let me solve it again.
    bad: So @P cannot be the answer. I need to redo this.
    bad: It seems that my previous answer is wrong. Let me correct it.
    good: The answer is correct.
    good: Therefore, the answer @C is verified to be correct.
    good: So the answer is correct.
    good: My answer passes the check.
    good: So I can conclude that the answer @C is correct.
    good: This confirms that my solution was right.
    vague: Reading it over, one of the products does not look right to me.
    vague: The way that I handled the carries in this solution is not reliable.
    vague: I think that I lost something when I put the parts together.
    vague: The computation above was done too fast and I see that it contains a mistake.
    vague: The digits in the middle are wrong in this solution.
    vague: I did the steps in a sloppy way and the result is not what it should be.
    vague: I cannot get these intermediate values when I repeat them.
    faillast: The units digit of the product comes from @I @X @J = @Y, so the answer should end in @U, but mine ends in @Q.
    faillast: @I times @J is @Y, so the last digit has to be @U, and I have @Q there.
    faillast: If I look at the ones place, @I @X @J = @Y gives a @U at the end, while my answer has a @Q.
    failnines: Using remainders mod 9, the factors leave @I and @J, so that the product must leave @U, but my answer leaves @Q.
    failnines: By casting out nines the product should have remainder @U, but the answer has remainder @Q.
    mterm: I said that @L @X @R is @W, but @L @X @R is actually @V.
    mterm: In the solution @L @X @R was @W. Computing it again, it is @V.
    mterm: The part @L @X @R should give @V, and I wrote @W.
    mterm: Checking the products one by one, I find that @L @X @R = @V, not @W.
    mterm: @L @X @R does not equal @W, it equals @V.
    mterm: There is a mistake in @L @X @R: it is @V instead of @W.
    msum: The products are fine, but @S is @N.
    msum: I combined the parts incorrectly, since @S = @N.
    msum: The last step was wrong. @S equals @N.
    msum: When I combine the parts again, I get @S = @N.
    fixed: With the right value, the result is @S = @N.
    fixed: So now I have @S = @N.
    fixed: Then the total becomes @S = @N.
    fixed: The corrected total is @S = @N.
    lead: I can verify it by computing the product in a different way.
    lead: I will calculate it with another splitting and compare.
    lead: One way to check this is to do the multiplication differently.
    lead: Let me multiply again but break up the numbers in another way.
    lead: To verify, I use a second method.
    lead: I can check by redoing the computation with other parts.
    disagree: This is different from what I had, and the second computation was more careful, so it is the one to keep.
    disagree: This does not match @P, so there was a mistake in my first computation.
    disagree: The check gives another number than @P, and I trust the check.
    disagree: I had @P before, which must be wrong then.
    disagree: It is not the same as my answer, so my answer was wrong and this is the right value.
    agree: It is the same number as before.
    agree: It matches what I got.
    agree: Both ways lead to the same result.
    agree: This is consistent with my solution.
    agree: I get the same result again.
    oklast: The last digits are @I and @J, @I @X @J = @Y, so the answer should end in @U, and it does.
    oklast: The ones digits multiply to @Y, so there should be a @U at the end, which is the case.
    oknines: The remainders mod 9 are @I and @J, so the product leaves @U, and my answer leaves @U too.
    oknines: Casting out nines gives @U on both sides.
    oksize: Roughly it is @E @X @F = @G, and my answer is close to that.
    oksize: An estimate is @E @X @F, or @G, so the answer has the right size.
    okdiv: If I divide @C by @B, I should get @A, and I do.
    okdiv: @C / @A = @B, which is the other factor.
    idle: I am a bit unsure about the zeros, but counting them again they are right.
    idle: Did I forget a carry? I go through it again and no, I did not.
    idle: I was worried that I copied a number wrong, but the numbers are the ones of the question.
    idle: Each of the steps follows from the one before, and I see no mistake.
    idle: At first I thought that one part was missing, but all of the parts are there.
    final: So the final answer is \(\boxed{@C}\).
    final: The answer is \(\boxed{@C}\).
    final: Final answer: \(\boxed{@C}\)
    slip: @L @X @R = @W (no, it is @V, so @L @X @R = @V)
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma", "plain"), t.one("*", "×", "×")

    def body(self, t: Telling, work: Work) -> str:
        terms = [self.term(t, x) for x in work.terms]
        cut = self.cut_up(t, work)
        text = (
            t.one("use", "start from", "take") + f" {cut}. "
            if cut
            else t.one("multiply", "compute") + (" the parts. " if len(terms) > 1 else " directly. ")
        )
        text = t.one("I ", "Here I ", "Now I ") + text
        names = t.one("First, |Next, |Then, |Then, |After that, |And ", "So |And |And |Also |Also |And ").split("|")
        if len(terms) <= 6:
            text += " ".join(f"{name}{x}." for name, x in zip(names, terms, strict=False))
        else:
            text += "The parts are " + ", ".join(terms) + "."
        total = self.summed(t, work)
        if total:
            text += t.one(" Together, ", " Putting the parts together, ", " This gives ", " Combining them, ")
            text += f"{total} = {t.n(work.total)}."
        return text

    def first_work(self, t: Telling) -> str:
        text = super().first_work(t)
        return re.sub("^(I|Here I|Now I) ", "", text)

    def first(self, t: Telling) -> str:
        opening = self.say(t, "open")
        return f"{opening} {self.first_work(t)} {self.commit(t)}"

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        if kind == "disagree":
            return f"\n\n{self.say(t, 'recheck')} {words} {self.commit(t)}"
        if kind == "msum":
            return f"\n\n{self.say(t, 'recheck')} {words} So my previous answer was incorrect. {self.commit(t)}"
        return f"\n\n{self.say(t, 'recheck')} {words} {self.say(t, 'bad')}\n\n{work} {self.commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.2):
            return ""
        text = f"\n\n{self.say(t, 'recheck')} {self.confirm(t)} {self.say(t, 'good')}"
        return text + (" " + self.say(t, "final") if t.chance(0.4) else "")


class WvRefineInCode(WvBase):
    """Self-Refine: a Python function, feedback in comments, a refined function."""

    methods = ("high", "low", "cut")
    seconds = ("cut", "high", "near", "area")
    talk = _talk(r"""
    doc: Calculate @A * @B.
    doc: Calculate @A * @B. Think step by step.
    doc: What is @A * @B?
    doc: Product of @A and @B.
    doc: @A times @B, step by step
    ask: # Let us go through the code and check step-by-step
    ask: # Check the code above.
    ask: # Feedback:
    ask: # Let's check the solution line by line
    ask: # Is there an error in the code above?
    ask: # Review of the solution
    vague: # There is an error in the code above, the comments do not hold. Rewrite it.
    vague: # wait a minute, the value in the last line is wrong. Start over.
    vague: # This is not correct! The whole function has to be written again.
    vague: # The result @P is wrong. Discard it and compute it again.
    vague: # some comment above is miscalculated, so the result is wrong. Second version:
    vague: # Not correct. I don't keep @P, here is a rewrite:
    vague: # looks bad: the partial products were not evaluated carefully, redo all of it
    faillast: # @I * @J = @Y so the result has to end in @U, but it ends in @Q. Wrong! Rewrite it.
    faillast: # last digit is wrong: expected @U since @I * @J = @Y, got @Q. Rewritten:
    faillast: # the result % 10 should be @U (@I * @J = @Y) but it is @Q, so there is an error
    mterm: # wait a minute, @L * @R is @V and not @W
    mterm: # error: @L * @R = @V, the comment above says @W
    mterm: # This line is wrong! @L * @R is not @W. It should be @V
    mterm: # p@K is wrong, @W should be @V
    mterm: # p@K: @L * @R = @V, so @W is a mistake
    mterm: # looks good except p@K, which is @V instead of @W
    msum: # the parts look good, but the sum is wrong: @S = @N
    msum: # wait a minute, @S is @N
    msum: # error in the last line, @S = @N, not @P
    msum: # the sum is miscalculated. It should be @S = @N
    fixed: # corrected: @S = @N
    fixed: # so the sum becomes @S = @N
    fixed: # then @S = @N
    lead: # To check, compute it in another way
    lead: # test with a second implementation:
    lead: # verify with a different decomposition
    lead: # cross-check
    lead: # compare with another way to get it
    lead: # check: same product, different parts
    disagree: # this is not @P! The first version was wrong, use this one
    disagree: # does not match @P, so the code above has an error. Fix:
    disagree: # different from above, the check is right and the first result is wrong
    disagree: # @P was wrong then. Refined result:
    disagree: # assert fails with @P. Replace it with the new value
    agree: # same value. looks good
    agree: # matches, it is correct!
    agree: # equal to the result above, so there is no error
    agree: # both agree. It is correct!
    agree: # ok, same as above
    oklast: # last digit: @I * @J = @Y -> @U, looks good
    oklast: # result % 10 == @U and @I * @J = @Y, ok. It is correct!
    oksize: # @E * @F = @G, so the size is plausible. looks good
    oksize: # rough check: about @G (@E * @F). No error.
    okdiv: # @C / @B = @A, looks good
    okdiv: # check: @C // @A = @B. It is correct!
    idle: # is a zero missing in one of the parts? no, looks good
    idle: # every line looks good. There is no error in the code above
    idle: # hmm, are the parts complete? yes they are
    idle: # looks good. looks good. It is correct!
    idle: # the names could be better, but the computation is fine
    final: print(result)  # @C
    final: # Final result: @C
    final: # Output: @C
    slip: @L * @R  # @W, no: @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", "*"

    def line(self, t: Telling, name: str, term: Term) -> str:
        wrong = _near(t, term) if t.chance(0.06) and term.value > 20 and term.value != t.candidate else None
        note = t.one(f"{term.value}", f"= {term.value}") if t.flag("bare", 0.6) else f"this is {term.value}"
        if wrong:
            note = t.one(f"{wrong}, no, {term.value}", f"{wrong} -> wrong, it is {term.value}")
        return f"    {name} = {term.left} * {term.right}  # {note}\n"

    def body(self, t: Telling, work: Work) -> str:
        text = ""
        cut = self.cut_up(t, work, ", ")
        if cut and t.flag("cut", 0.6):
            text += f"    # {cut}\n"
        names = [f"p{place}" for place in range(1, len(work.terms) + 1)]
        if work.method in ("direct", "chain"):
            if work.method == "chain":
                text += self.line(t, "p1", work.terms[0])
                t.__dict__["last"] = f"p1 * {work.terms[1].right}"
            else:
                t.__dict__["last"] = f"{t.a} * {t.b}"
            return text.rstrip("\n")
        for name, term in zip(names, work.terms, strict=True):
            text += self.line(t, name, term)
        last = names[0] + "".join(
            f" {'+' if x.sign > 0 else '-'} {name}" for name, x in zip(names[1:], work.terms[1:], strict=True)
        )
        if len(work.terms) > 2 and t.flag("running", 0.4):
            so_far = "s"
            for place, (before, sign, value, result) in enumerate(work.steps()[:-1]):
                left = names[0] if place == 0 else "s"
                op = "+" if sign > 0 else "-"
                text += f"    {so_far} = {left} {op} {names[place + 1]}  # {before} {op} {value} = {result}\n"
            last = f"s {'+' if work.terms[-1].sign > 0 else '-'} {names[-1]}"
        t.__dict__["last"] = last
        return text.rstrip("\n")

    def function(self, t: Telling, work: str) -> str:
        name = ["solution", "solution_v2", "solution_v3", "solution_v4", "solution_v5"][t.index]
        quotes = f'    """{self.say(t, "doc")}"""\n' if t.flag("doc", 0.8) else ""
        last = t.__dict__["last"]
        end = t.one("result", "total", "product") if t.flag("var", 0.7) else ""
        say = f"    {end} = {last}  # {t.candidate}\n    return {end}" if end else f"    return {last}  # {t.candidate}"
        return f"def {name}():\n{quotes}{work}\n{t.c(say)}\n"

    def first(self, t: Telling) -> str:
        fence = "```python\n" if t.flag("fence", 0.5) else ""
        return fence + self.function(t, self.first_work(t))

    def again(self, t: Telling) -> str:
        head = f"\n{self.say(t, 'ask')}\n"
        mended = _mend(t) if t.chance(0.45) else None
        if mended:
            work, place, was, _ = mended
            if place is None:
                words, fixed = self.say(t, "msum", S=t.sum(work)), ""
            else:
                about = {**self.about(t, work.terms[place]), "W": t.n(was), "K": str(place + 1)}
                words, fixed = self.say(t, "mterm", **about), self.say(t, "fixed", S=t.sum(work)) + "\n"
            tail = t.c(
                t.one(
                    f"result = {t.candidate}", f"result = {t.candidate}  # refined", f"# refined result: {t.candidate}"
                )
            )
            if t.flag("rewrite", 0.5):
                return f"{head}{words}\n\n" + self.function(t, self.body(t, work))
            return f"{head}{words}\n{fixed}{tail}\n"
        check = self.check_work(t) if not t.same and t.chance(0.35) else None
        if check:
            work_text = check.replace("\n    ", "\n").removeprefix("    ")
            last = t.__dict__["last"]
            prefix = f"{work_text}\ncheck = {last}  # {t.candidate}\n"
            tail = t.c(
                t.one(f"result = {t.candidate}", f"result = check  # {t.candidate}", f"# refined result: {t.candidate}")
            )
            return f"{head}{self.say(t, 'lead')}\n{prefix}{self.say(t, 'disagree')}\n{tail}\n"
        fail = self.ones(t) and not t.same and t.previous % 10 != t.product % 10 == t.candidate % 10 and t.chance(0.6)
        if fail:
            x, y = t.a % 10, t.b % 10
            words = self.say(t, "faillast", I=str(x), J=str(y), Y=str(x * y), U=str(x * y % 10), Q=str(t.previous % 10))
        else:
            words = self.say(t, "vague")
        return f"{head}{words}\n\n" + self.function(t, self.second_work(t))

    def confirm(self, t: Telling) -> str:
        text = super().confirm(t)
        lines = [line.removeprefix("    ") for line in text.split("\n")]
        if len(lines) > 2:
            lines.insert(-1, f"check = {t.__dict__['last']}  # {t.candidate}")
        return "\n".join(lines)

    def closing(self, t: Telling) -> str:
        text = ""
        if not t.chance(0.2):
            text = f"\n{self.say(t, 'ask')}\n{self.confirm(t)}\n"
        if t.chance(0.3):
            text += "\n" + self.say(t, "final") + "\n"
        return text + ("```" if t.flag("fence", 0.5) else "")


class WvScratchCarries(WvBase):
    """STaR with a verifier: a scratchpad with carries, an answer, a judgement, another scratchpad."""

    methods = ("low",)
    seconds = ("low", "high", "cut", "near")
    talk = _talk(r"""
    commit: A: The answer is @N.
    commit: A: @N
    commit: A: So the answer is @N.
    commit: A: @A @X @B = @N. The answer is @N.
    commit: A: Therefore the answer is @N.
    judge: Q: Is the answer correct?
    judge: V: is the rationale right?
    judge: Check of the rationale:
    judge: Verifier:
    judge: Q: Is this rationale correct?
    judge: V:
    bad: No.
    bad: no, rejected.
    bad: No, the answer @P is wrong.
    bad: Incorrect.
    bad: No. The rationale is rejected.
    bad: wrong.
    good: Yes.
    good: yes, accepted.
    good: Yes, the rationale is correct.
    good: Correct.
    good: Yes. The answer is right.
    good: accepted.
    retry: New rationale:
    retry: Try another rationale.
    retry: Rationale again, from the start:
    retry: Second look, with a new scratchpad:
    retry: Rationalize again:
    retry: Start a new scratchpad.
    vague: The rows do not hold.
    vague: A carry went missing somewhere.
    vague: The rationale does not lead to the right product.
    vague: The scratchpad has an error in it.
    vague: Some row was read off wrong.
    vague: The digits of the rows were not lined up.
    vague: This scratchpad is not good.
    faillast: @I @X @J = @Y ends in @U and the answer ends in @Q.
    faillast: last digit must be @U since @I @X @J = @Y, but it is @Q.
    faillast: ends in @Q but @I @X @J = @Y so it needs @U.
    mterm: The row @L @X @R is @V, it was written as @W.
    mterm: @L @X @R = @V, not @W.
    mterm: the row @W should be @V since @L @X @R = @V.
    mterm: One row is wrong: @L @X @R gives @V, the scratchpad has @W.
    mterm: row @K was @W. Do it again: @L @X @R = @V.
    mterm: @W is not @L @X @R. It is @V.
    msum: The rows are right but they were not added right: @S = @N.
    msum: @S = @N, the sum in the scratchpad is off.
    msum: rows ok, sum not ok. @S = @N.
    msum: adding the rows again: @S = @N, not @P.
    fixed: sum again: @S = @N
    fixed: So @S = @N
    fixed: now the sum is @S = @N
    lead: Check with other rows.
    lead: Work it out a second time to compare.
    lead: Check by a second scratchpad.
    lead: To verify, use other parts.
    lead: Do it the other way and compare.
    lead: Check it with a different split.
    disagree: Not the same as @P. The first rationale is rejected and the second one is kept.
    disagree: It is not @P, so the answer was wrong. Keep this one.
    disagree: They differ, the old rationale had the error. New answer below.
    disagree: @P is rejected, this one is accepted.
    disagree: so the answer @P is wrong, take this sum.
    agree: Same answer.
    agree: It is the same.
    agree: same number, so the rationale holds.
    agree: They agree.
    agree: equal to the answer above.
    oklast: @I @X @J = @Y ends in @U and the answer ends in @U.
    oklast: last digit @U is right since @I @X @J = @Y.
    oksize: about @E @X @F = @G, size is ok.
    oksize: the size is right, @E @X @F = @G.
    okdiv: @C / @B = @A.
    okdiv: @C divided by @A is @B.
    idle: A carry may be missing? No, all carries are there.
    idle: All rows hold.
    idle: the rows were looked at again, nothing to change.
    idle: not sure about one row, looked at it again, it is fine.
    idle: the scratchpad is short but right.
    final: The answer is @C.
    final: A: @C
    final: Final: @C
    slip: @L @X @R = @W, no, @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "x", "*")

    def row(self, t: Telling, term: Term) -> str:
        digit, true = int(str(term.right)[0]), term.left * term.right
        if term.value != true or term.right != digit * 10 ** (len(str(term.right)) - 1) or term.left < 10:
            return self.term(t, term) + "\n"
        if digit == 1 or not t.flag("carries", 0.7) or len(str(t.a * t.b)) > 9:
            return self.term(t, term) + "\n"
        text, carry = f"{term.left} {t.x} {digit}\n", 0
        digits = [int(d) for d in reversed(str(term.left))]
        for place, d in enumerate(digits):
            value = d * digit + carry
            if place == len(digits) - 1:
                text += f"{d} {t.x} {digit} + {carry} = {value} , write {value}\n"
            else:
                text += f"{d} {t.x} {digit} + {carry} = {value} , write {value % 10} , C: {value // 10}\n"
            carry = value // 10
        zeros = len(str(term.right)) - 1
        end = (
            t.one("row: ", "-> ") if not zeros else t.one(f"row with {zeros} zero{'s' * (zeros > 1)}: ", "shifted -> ")
        )
        return text + f"{end}{term.value}\n"

    def body(self, t: Telling, work: Work) -> str:
        text = "<scratch>\n"
        cut = self.cut_up(t, work, " , ")
        if cut:
            text += cut + "\n"
        text += "".join(self.row(t, x) for x in work.terms)
        if self.summed(t, work):
            if len(work.terms) > 2 and t.flag("running", 0.5):
                for before, sign, value, result in work.steps():
                    text += f"{before} {'+' if sign > 0 else '-'} {value} = {result}\n"
            else:
                text += t.one("add: ", "", "sum: ") * all(x.sign > 0 for x in work.terms)
                text += f"{self.summed(t, work)} = {work.total}\n"
        return text + "</scratch>"

    def first(self, t: Telling) -> str:
        ask = t.one(f"Q: {t.ab} = ?\n", f"Q: What is {t.ab}?\n", "", "") + t.one("Rationale:\n", "", "Target:\n" * 0)
        return ask + self.first_work(t) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        judge = self.say(t, "judge")
        if kind == "disagree":
            return f"\n\n{judge}\n{words}\n{self.commit(t)}"
        if kind in ("mterm", "msum"):
            return f"\n\n{judge}\n{self.say(t, 'bad')} {words}\n{work}\n{self.commit(t)}".replace("\n\nA:", "\nA:")
        return f"\n\n{judge}\n{words} {self.say(t, 'bad')}\n{self.say(t, 'retry')}\n{work}\n{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return ""
        text = f"\n\n{self.say(t, 'judge')}\n{self.confirm(t)} {self.say(t, 'good')}"
        return text + ("\n" + self.say(t, "final") if t.chance(0.3) else "")


class WvThirdPersonCritique(WvBase):
    """Critique fine-tuning: a numbered solution, a critique of it in the third person, a conclusion."""

    methods = ("cut", "near", "high")
    seconds = ("high", "area", "near", "cut")
    talk = _talk(r"""
    open: **Solution:**
    open: ### Solution
    open: Here is a solution to the problem of computing @A @X @B.
    open: **Proposed solution**
    open: Solution to be examined:
    commit: The solution's answer is **@N**.
    commit: The solution concludes that @A @X @B = **@N**.
    commit: Answer: **@N**
    commit: Answer of the solution: **@N**
    commit: The result of the solution is **@N**.
    critique: **Critique:**
    critique: ### Critique
    critique: **Critique of the solution**
    critique: Let us analyze the solution.
    critique: Examining the solution:
    critique: **Evaluation:**
    bad: Conclusion: wrong
    bad: **Conclusion: wrong**
    bad: Conclusion: the solution is wrong
    bad: Conclusion: incorrect
    bad: Conclusion: wrong, a corrected solution is needed
    bad: Conclusion: the solution fails
    good: Conclusion: right
    good: **Conclusion: right**
    good: Conclusion: the solution is right
    good: Conclusion: correct
    good: Conclusion: right, nothing to be changed
    good: Conclusion: the solution stands
    retry: **Corrected solution:**
    retry: A correct solution goes as follows.
    retry: ### Corrected solution
    retry: The correct approach is as follows.
    retry: **Revised solution:**
    retry: A new solution:
    vague: The solution is well organized, but its arithmetic does not hold up, and the result is not to be trusted.
    vague: The approach is valid, yet the solution makes an error in executing it.
    vague: The method of splitting a factor is appropriate. However, the values obtained by the student are not right.
    vague: The solution does not justify its intermediate values, and they turn out to be incorrect.
    vague: While the distributive property is applied in the right way, the numbers in the solution are faulty.
    vague: The solution fails to carry properly, which invalidates its result.
    vague: The student arrives at @P, which is not the correct product.
    faillast: The ones digits are @I and @J, and @I @X @J = @Y, so that a correct product must end in @U. The student's result ends in @Q.
    faillast: The solution does not notice that its result ends in @Q, although @I @X @J = @Y requires a final @U.
    faillast: A quick check of the ones digit (@I @X @J = @Y, hence @U) rules out the solution, which ends in @Q.
    failnines: The factors are congruent to @I and @J modulo 9, so the product has to be congruent to @U. The student's result is congruent to @Q, which is a contradiction.
    failnines: Modulo 9 the product should be @U, but the result of the solution is @Q modulo 9.
    mterm: Step @K claims that @L @X @R = @W. This is an error: the correct value is @V.
    mterm: The solution evaluates @L @X @R as @W, whereas it is @V.
    mterm: The other steps are right, but @L @X @R is @V and not @W as the student says.
    mterm: The critical error lies in step @K, where @L @X @R should be @V instead of @W.
    mterm: The student writes @W for @L @X @R. The right value is @V.
    mterm: In step @K the multiplication @L @X @R is miscalculated as @W. It gives @V.
    msum: The partial products are right. The student combines them incorrectly, since @S = @N.
    msum: The error is in the final step: @S equals @N, not @P.
    msum: The student gets everything right up to the last step, which should read @S = @N.
    msum: Each product is correct, but the final sum is not, because @S = @N.
    fixed: With this correction, @S = @N.
    fixed: The final step then becomes @S = @N.
    fixed: Carrying this through, one finds @S = @N.
    fixed: Replacing the value, the result is @S = @N.
    lead: To evaluate the solution, the product is computed independently.
    lead: The result can be tested against another decomposition.
    lead: An independent computation serves to check the result.
    lead: The critique recomputes the product along another route.
    lead: It is worth verifying the result with a different split.
    lead: For comparison, here is the same product by other means.
    disagree: This differs from the student's @P. The student's solution contains an error, and the independent result is the right one.
    disagree: The student has @P, which is therefore wrong.
    disagree: The two do not agree. The solution is wrong, and its answer should be replaced by this value.
    disagree: The solution does not reach this value. Its answer @P is to be rejected.
    disagree: Compared with this, the solution's @P is mistaken.
    agree: This is exactly what the solution has.
    agree: The student's result agrees with this.
    agree: The solution reaches the same value.
    agree: The results coincide.
    agree: It confirms the student's answer.
    oklast: The ones digits give @I @X @J = @Y, so the product ends in @U, as the solution says.
    oklast: The final digit @U is consistent with @I @X @J = @Y.
    oknines: Modulo 9 the factors are @I and @J and the product @U, in agreement with the solution.
    oknines: Both sides are congruent to @U modulo 9.
    oksize: The magnitude is sensible, as @E @X @F = @G.
    oksize: The student's result is close to the estimate @E @X @F = @G.
    okdiv: The inverse operation @C ÷ @B = @A supports the result.
    okdiv: Dividing @C by @A returns @B, as it should.
    idle: One might object that the split is not the most convenient one, but this does not affect the result.
    idle: The solution could have explained the last step in more detail. Still, no error is found.
    idle: At first glance the first step seems to lack a zero, but on closer inspection it is in order.
    idle: The steps follow logically, and each product has been evaluated properly.
    idle: The student skips over the carries, though this does no harm here.
    final: The correct answer is **@C**. [END]
    final: Final answer: **@C**
    final: Thus the answer **@C** is accepted.
    newcommit: Corrected answer: **@N**
    newcommit: The correct answer is **@N**.
    newcommit: The corrected solution gives **@N** as its answer.
    newcommit: Thus the correct product is **@N**.
    newcommit: The answer should be **@N**.
    newcommit: The revised answer is **@N**.
    slip: @L @X @R = @W, or rather @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("comma", "comma", "plain"), "×"

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work)
        lines = [f"{place}. {self.term(t, x)}" for place, x in enumerate(work.terms, start=1)]
        text = t.one("Setup: ", "Using ", "Split: ", "Starting from ") + cut + "\n" if cut else ""
        total = self.summed(t, work)
        if total:
            verb = t.one("Final step: ", "Combine: ", "Total: ")
            lines.append(f"{len(lines) + 1}. {verb}{total} = {t.n(work.total)}")
        return text + "\n".join(lines)

    def first(self, t: Telling) -> str:
        return f"{self.say(t, 'open')}\n{self.first_work(t)}\n{self.commit(t)}"

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        new = t.c(self.say(t, "newcommit"))
        head = f"\n\n{self.say(t, 'critique')}\n"
        if kind in ("disagree", "msum"):
            return f"{head}{words}\n{self.say(t, 'bad')}\n{new}"
        if kind == "mterm":
            return f"{head}{words}\n{self.say(t, 'bad')}\n\n{work}\n{new}"
        return f"{head}{words}\n{self.say(t, 'bad')}\n\n{self.say(t, 'retry')}\n{work}\n{new}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.15):
            return ""
        text = f"\n\n{self.say(t, 'critique')}\n{self.confirm(t)}\n{self.say(t, 'good')}"
        return text + ("\n\n" + self.say(t, "final") if t.chance(0.4) else "")


class WvTrialDiary(WvBase):
    """Reflexion: trials with a running total, and reflections on the trial before in full sentences."""

    methods = ("high",)
    seconds = ("low", "cut", "high", "near")
    gap = "\n"
    talk = _talk(r"""
    commit: Finish[@N]
    commit: Action: Finish[@N]
    commit: I finish this trial with @N.
    commit: My answer for this trial: @N
    commit: Trial answer: @N
    reflect: Reflection:
    reflect: Self-reflection:
    reflect: Reflection on the trial:
    reflect: What did I learn?
    reflect: Looking back at this trial:
    vague: In this trial I rushed through the running total and the answer came out wrong. Next time I will write each step down slowly.
    vague: I failed this trial because I did not check the products. In the next trial I will split the numbers in another way.
    vague: My answer @P was incorrect. I should have been more careful with the carries, so I will start from scratch.
    vague: I got stuck with @P, which is not right. My plan for the next trial is to use smaller pieces.
    vague: The trial was unsuccessful. I must have mixed up digits, so in the next trial I throw this result away and compute the product anew.
    vague: I was too confident in this trial, and @P is wrong. I need to do everything again.
    vague: I was wrong in this trial. I will not reuse any of my numbers.
    faillast: My answer ends in @Q, but @I @X @J = @Y, so it should end in @U. I failed this trial and will do it all over in the next one.
    faillast: I did not look at the last digit. It has to be @U since @I @X @J = @Y, and I had @Q. So the answer was wrong, and I go again.
    faillast: The trial was wrong: an answer ending in @Q is impossible when @I @X @J = @Y. The next one must end in @U.
    mterm: In this trial I took @L @X @R for @W. That was my mistake, since it is @V. I keep the other products.
    mterm: I failed because of one product: @L @X @R is @V, and I used @W.
    mterm: My error was @W. It should have been @V, because @L @X @R = @V.
    mterm: I should have seen that @L @X @R = @V. I had @W, so the answer was wrong.
    mterm: The plan was good, but I wrote @W where @L @X @R = @V belongs.
    mterm: What went wrong is @L @X @R. I had @W and the right value is @V.
    msum: In this trial all of my products were right, but I added them up wrongly. It should be @S = @N.
    msum: I failed only at the end: @S = @N, and I had @P.
    msum: My mistake was in the running total. Done again, @S = @N.
    msum: The products were fine. The sum was not, as @S = @N.
    fixed: With the products put right, I have @S = @N.
    fixed: Now @S = @N.
    fixed: Using that, @S = @N.
    fixed: So the total is @S = @N.
    lead: Before I call this trial a success, I compute the product in another way.
    lead: I can test my answer with another run through the numbers.
    lead: To see whether I succeeded, I do a second computation.
    lead: I want to check this trial with other pieces.
    lead: I evaluate the trial by going through the product differently.
    lead: Let me test the result once with another order of the pieces.
    disagree: That is not what I had. The trial failed, since I made a mistake with the running total the first time, and I change my answer.
    disagree: In the trial I had @P, so the trial was a failure. This time I was careful, and I take the new number.
    disagree: So @P was wrong, and I failed this trial. I go with what the test gave.
    disagree: This is a different number, and I see now that my trial went wrong. The new number replaces the old one.
    disagree: My @P does not survive this test. I replace it.
    agree: The same number comes out, so the trial was a success.
    agree: I get my answer once more. The trial succeeded.
    agree: It agrees with my answer, and I am done.
    agree: This is the number of the trial, so I do not need another one.
    agree: Same result. Success.
    oklast: The last digit has to come from @I @X @J = @Y, which is @U, and my answer has it. Success.
    oklast: I checked the last digit: @I @X @J = @Y, so @U is right.
    oksize: I compared with @E @X @F = @G, and my answer is of that size. The trial was a success.
    oksize: The rough value is @G (from @E @X @F), so the trial looks successful.
    okdiv: I divided @C by @B and got @A back, so I succeeded.
    okdiv: Since @C ÷ @A = @B, the trial was a success.
    idle: I was afraid that I had skipped a digit, but I had not. No further trial is needed.
    idle: I followed my plan and do not see what could be improved.
    idle: For a moment I doubted the running total, but each step of it is fine. I am done.
    idle: I am 90% sure of this trial, and nothing in it tells me to try again.
    idle: This trial went well. I took my time with each step.
    final: Final answer after @K: @C
    final: Status: SUCCESS, answer @C
    final: I submit @C.
    slip: @L @X @R = @W; oh no, @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma"), t.one("x", "×", "*")

    def head(self, t: Telling) -> str:
        number = t.index + 1
        return {0: f"Trial #{number}", 1: f"Trial {number}:", 2: f"--- Trial {number} ---"}[
            2 * t.flag("rule", 0.3) or int(t.flag("colon", 0.5))
        ] + "\n"

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work)
        text = (
            t.one("Thought: ", "Plan: ", "Thought: ") + t.one("use ", "I take ", "with ") + cut + ".\n" if cut else ""
        )
        if work.method in ("chain", "direct"):
            return text + "\n".join(self.term(t, x) for x in work.terms)
        if work.method == "area" or len(work.terms) == 2:
            text += "\n".join(self.term(t, x) for x in work.terms)
            return text + f"\n{t.sum(work)} = {t.n(work.total)}"
        lines = [self.term(t, work.terms[0])]
        for term, (_, _sign, _, result) in zip(work.terms[1:], work.steps(), strict=True):
            so_far = t.one("so far ", "total now ", "running total ")
            lines.append(f"{self.term(t, term)}, {so_far}{t.n(result)}")
        return text + "\n".join(lines)

    def first(self, t: Telling) -> str:
        return self.head(t) + self.first_work(t) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        if kind == "disagree":
            return f"\n\n{self.say(t, 'reflect')} {words}\n\n{self.head(t)}{self.commit(t)}"
        work = work + "\n" if work else ""
        return f"\n\n{self.say(t, 'reflect')} {words}\n\n{self.head(t)}{work}{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.2):
            return ""
        text = f"\n\n{self.say(t, 'reflect')} {self.confirm(t)}"
        trials = "1 trial" if t.index == 0 else f"{t.index + 1} trials"
        return text + ("\n\n" + self.say(t, "final", K=trials) if t.chance(0.4) else "")


class WvBacktrackMarks(WvBase):
    """Trained to emit a backtracking token: one step a line, marks for steps, checks and returns."""

    methods = ("low", "high")
    seconds = ("high", "low", "cut", "near")
    stumbles = 0.0
    talk = _talk(r"""
    commit: <|answer|> @N
    commit: <|answer|> @A @X @B = @N
    commit: <|answer|> the product is @N
    commit: <|answer|> @N
    vague: <|check|> result @P is wrong, going back to the start
    vague: <|check|> these steps are not reliable, drop @P
    vague: <|check|> not correct, all steps undone
    vague: <|check|> reject @P, do the steps over
    vague: <|check|> bad path. @P is discarded
    vague: <|check|> fails. return to the root and take another path
    vague: <|check|> this path is a dead end, @P does not hold
    faillast: <|check|> @I @X @J = @Y, must end in @U, ends in @Q -> fail
    faillast: <|check|> last digit @Q but @I @X @J = @Y -> wrong
    faillast: <|check|> wrong, last digit should be @U (@I @X @J = @Y), not @Q
    failnines: <|check|> mod 9: @I @X @J -> @U, but the answer -> @Q, fail
    failnines: <|check|> remainder by 9 should be @U, the answer has @Q. wrong
    mterm: <|check|> step @K: @L @X @R is @V, not @W
    mterm: <|check|> @L @X @R = @W is false. @L @X @R = @V
    mterm: <|check|> error at step @K, @W should be @V
    mterm: <|check|> @W wrong, @L @X @R = @V
    mterm: <|check|> fail at step @K: @L @X @R gives @V instead of @W
    mterm: <|check|> @L @X @R? written @W, real value @V -> error
    msum: <|check|> steps ok, sum not: @S = @N
    msum: <|check|> sum is wrong, @S = @N
    msum: <|check|> @S = @N, not @P
    msum: <|check|> error in the sum. again: @S = @N
    fixed: <|step|> @S = @N
    fixed: <|step|> new sum: @S = @N
    fixed: <|step|> so @S = @N
    lead: <|check|> second path to compare
    lead: <|check|> verify along another path
    lead: <|check|> compute it from other parts
    lead: <|check|> recompute with another split
    lead: <|check|> compare with a different path:
    lead: <|check|> testing with other steps
    disagree: <|check|> not @P, so the first path is wrong
    disagree: <|check|> mismatch with @P. the first path had an error, keep the second
    disagree: <|check|> differs from @P -> replace the answer
    disagree: <|check|> mismatch, first answer rejected
    disagree: <|check|> @P was wrong, taking the second path
    agree: <|check|> same result, ok
    agree: <|check|> match
    agree: <|check|> same as the answer -> pass
    agree: <|check|> equal, pass
    agree: <|check|> both paths agree
    oklast: <|check|> @I @X @J = @Y, ends in @U, ok
    oklast: <|check|> last digit @U = last digit of @Y, pass
    oknines: <|check|> mod 9: @I @X @J -> @U, answer -> @U, pass
    oknines: <|check|> remainder by 9 is @U on both sides, ok
    oksize: <|check|> @E @X @F = @G, close, ok
    oksize: <|check|> size about @G (@E @X @F), pass
    okdiv: <|check|> @C / @B = @A, pass
    okdiv: <|check|> @C / @A = @B, ok
    idle: <|check|> step 1 suspicious? no, holds
    idle: <|check|> all steps hold
    idle: <|check|> zeros counted, ok
    idle: <|check|> carry in the sum? looked at again, fine
    idle: <|check|> no error found
    final: <|done|> @C
    final: <|done|>
    final: <|end|>
    slipline: @L @X @R = @W
    undo: <|backtrack|>
    undo: <|backtrack|> no
    undo: <|backtrack|> wrong digit
    undo: <|backtrack|> not right
    undo: <|backtrack|> miscounted
    undo: <|backtrack|> carry
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "×", "x")

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work, ", ")
        lines = [cut] if cut and t.flag("cut", 0.7) else []
        for term in work.terms:
            wrong = _near(t, term) if t.chance(0.07) and term.value > 20 and term.value != t.candidate else None
            if wrong:
                lines.append(self.say(t, "slipline", **self.about(t, term), W=t.n(wrong)))
                lines.append(self.say(t, "undo"))
            lines.append(f"{t.n(term.left)} {t.x} {t.n(term.right)} = {t.n(term.value)}")
        if self.summed(t, work):
            if t.flag("running", 0.6):
                lines += [f"{t.n(x)} {'+' if s > 0 else '-'} {t.n(y)} = {t.n(z)}" for x, s, y, z in work.steps()]
            else:
                lines.append(f"{t.sum(work)} = {t.n(work.total)}")
        return "\n".join(line if line.startswith("<|") else f"<|step|> {line}" for line in lines)

    def place(self, t: Telling, work: Work, place: int) -> int:
        return place + 1 + (bool(self.cut_up(t, work)) and t.flag("cut", 0.7))

    def first(self, t: Telling) -> str:
        return t.one("<|solve|> " + t.ab + "\n", "", "<|start|>\n") + self.first_work(t) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        back = "" if kind in ("disagree", "msum") else "\n<|backtrack|>"
        if kind in ("vague", "fail"):
            back = "\n" + t.one("<|backtrack|> to start", "<|backtrack|>", "<|backtrack|> all")
        return f"\n{words}{back}\n{work}\n{self.commit(t)}".replace("\n\n", "\n")

    def closing(self, t: Telling) -> str:
        text = "" if t.chance(0.2) else "\n" + self.confirm(t)
        return text + ("\n" + self.say(t, "final") if t.chance(0.6) else "")


class WvZeroUponReview(WvBase):
    """RL from a base model: displays, a box, "Upon reviewing", a new box."""

    methods = ("high", "near", "squares")
    seconds = ("near", "cut", "squares", "area", "high")
    talk = _talk(r"""
    open: To calculate \( @A @X @B \), we can use the distributive property of multiplication.
    open: To find the product of \( @A \) and \( @B \), we proceed as follows.
    open: Let's break down the multiplication \( @A @X @B \) into simpler parts.
    open: We can simplify \( @A @X @B \) by rewriting one of the numbers.
    open: Here's how to compute \( @A @X @B \) step by step.
    open: The problem asks for \( @A @X @B \).
    commit: Thus, the final answer is \( \boxed{@N} \).
    commit: So, the product of \( @A \) and \( @B \) is \( \boxed{@N} \).
    commit: Therefore, \( @A @X @B = \boxed{@N} \).
    commit: The answer is \( \boxed{@N} \).
    commit: Hence the result is \( \boxed{@N} \).
    commit: This gives \( @A @X @B = \boxed{@N} \).
    vague: Upon reviewing the calculation, it appears that there was a mistake in the intermediate steps, so the above answer is not valid. Let's redo it:
    vague: However, upon re-evaluation, the above result \( @P \) is found to be incorrect. Let's start over:
    vague: It seems there was an error in the above computation, which makes the boxed answer wrong. We recalculate:
    vague: However, the steps above contain a miscalculation, and \( @P \) has to be discarded. Let's correct this:
    vague: I apologize for the confusion, the answer above is incorrect. Here is the correct calculation:
    vague: After reconsidering the solution, the arithmetic is flawed and the answer \( @P \) is not right. Let's recompute from the beginning:
    vague: On a second look, the previous answer is wrong. Let's recalculate everything:
    faillast: However, the last digit of the product must be that of \( @I @X @J = @Y \), namely \( @U \), whereas the above answer ends in \( @Q \). The answer is incorrect, and we recalculate:
    faillast: Upon reviewing the result, we notice that it ends in \( @Q \), while \( @I @X @J = @Y \) ends in \( @U \). So there was a mistake. Let's redo it:
    faillast: A check of the units digit reveals an error: \( @I @X @J = @Y \), so it should be \( @U \) and not \( @Q \). We compute it again:
    failnines: However, modulo 9 we have \( @I \) and \( @J \) for the factors, hence \( @U \) for the product, but the above answer gives \( @Q \). It must be wrong, so we recalculate:
    failnines: Upon checking modulo 9, the product should leave \( @U \), while the boxed answer leaves \( @Q \). The calculation is wrong. Again:
    mterm: Upon reviewing the calculation, it appears that \( @L @X @R = @V \), not \( @W \).
    mterm: However, there was a mistake in the above steps: \( @L @X @R \) is \( @V \) instead of \( @W \).
    mterm: Let's double-check the products. \( @L @X @R \) was given as \( @W \), but it should be \( @V \).
    mterm: It seems there was an error: the value of \( @L @X @R \) is \( @V \), rather than \( @W \).
    mterm: However, upon re-evaluation, \( @L @X @R \) turns out to be \( @V \) and not \( @W \).
    mterm: Correction: \( @L @X @R = @V \). The value \( @W \) used above is incorrect.
    msum: Upon reviewing the addition, it was done incorrectly. We should have¶\[ @S = @N \]
    msum: However, there was a mistake in the final step. The correct final step is¶\[ @S = @N \]
    msum: Let's recheck the last line:¶\[ @S = @N \]¶So the boxed answer above is incorrect.
    msum: It seems there was an error at the end, since¶\[ @S = @N \]
    fixed: So the corrected sum is¶\[ @S = @N \]
    fixed: Substituting this value, we get¶\[ @S = @N \]
    fixed: Now we have¶\[ @S = @N \]
    fixed: This changes the result to¶\[ @S = @N \]
    lead: To verify the result, let's perform the multiplication in a different way:
    lead: Let's verify this by another method:
    lead: We can double-check the answer with an alternative calculation:
    lead: To ensure accuracy, let's carry out the multiplication using a different breakdown:
    lead: For verification, we multiply once more with another decomposition:
    lead: Let's confirm the result with an alternative approach:
    disagree: This does not agree with the boxed value \( @P \), so there was an error in the first calculation, and we correct the answer.
    disagree: The result is different from \( @P \). Upon reviewing both, the first calculation is the one with the mistake.
    disagree: This shows that the previous answer was incorrect.
    disagree: This is inconsistent with \( @P \), which must have been a miscalculation.
    disagree: Since this is not the previous answer, the previous answer was wrong and needs to be corrected.
    agree: Both methods yield the same result, so the answer is verified.
    agree: This confirms our previous calculation.
    agree: The result is the same, which confirms that the answer is correct.
    agree: This matches the boxed answer above.
    agree: The verification is successful.
    oklast: To verify, the last digit of the product is that of \( @I @X @J = @Y \), which is \( @U \), in agreement with our result.
    oklast: We can check the units digit: \( @I @X @J = @Y \), and our answer ends in \( @U \) as expected.
    oknines: Modulo 9, the factors are \( @I \) and \( @J \), so the product should be \( @U \), and our answer is indeed \( @U \) modulo 9.
    oknines: Casting out nines gives \( @U \) for both sides, so the answer is consistent.
    oksize: As a sanity check, \( @E @X @F = @G \), which is close to our answer.
    oksize: Approximating, \( @E @X @F = @G \), so the answer is reasonable.
    okdiv: To verify, we divide: \( @C \div @B = @A \), which is correct.
    okdiv: Verification: \( \frac{@C}{@A} = @B \).
    idle: Upon reviewing the steps, there might be a concern about the zeros, but they are handled correctly.
    idle: Upon reviewing the calculation, no mistakes were found.
    idle: One could wonder whether the decomposition is valid, and it is.
    idle: The steps have been double-checked, and each one is accurate.
    idle: However, it is important to double-check the carries. After double-checking, they are all correct.
    final: Therefore, the final answer is \( \boxed{@C} \).
    final: So the answer remains \( \boxed{@C} \).
    final: The final answer is: \( \boxed{@C} \)
    slip: @L @X @R = @W \text{ (incorrect, it is } @V) \implies @L @X @R = @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "plain", "latex"), t.one("\\times", "\\times", "\\cdot")

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work, ", \\quad ")
        lead = t.one("First, we write", "We have", "Rewrite this as", "Note that", "Decompose:")
        text = f"{lead}\n\\[ {cut} \\]\n" if cut else ""
        terms = [self.term(t, x) for x in work.terms]
        if t.flag("each", 0.5) and len(terms) < 6:
            mids = t.one("Then:", "Calculate each part:", "Now multiply:", "Next, we compute:") + "\n"
            text += mids + "\n".join(f"\\[ {x} \\]" for x in terms)
        else:
            mids = t.one("The partial products are ", "Here ", "We get ", "Now, ")
            text += mids + ", ".join(f"\\( {x} \\)" for x in terms) + "."
        if self.summed(t, work):
            lead = t.one("Combining these gives", "Now, combine the results:", "Putting it together,", "Finally:")
            text += f"\n{lead}\n\\[ {self.summed(t, work)} = {t.n(work.total)} \\]"
        return text

    def first(self, t: Telling) -> str:
        return f"{self.say(t, 'open')}\n\n{self.first_work(t)}\n\n{self.commit(t)}"

    def again(self, t: Telling) -> str:
        _, words, work = self.revise(t)
        return f"\n\n{words}\n\n{work}\n\n{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.3):
            return ""
        return f"\n\n{self.confirm(t)}" + ("\n\n" + self.say(t, "final") if t.chance(0.5) else "")


class WvCountdownTags(WvBase):
    """TinyZero: short lower-case thoughts in tags, an answer tag, doubts after it, another answer tag."""

    methods = ("cut", "squares", "chain", "near")
    seconds = ("near", "cut", "chain", "high", "squares")
    talk = _talk(r"""
    open: let me multiply @A and @B.
    open: we need @A @X @B.
    open: i have to find @A @X @B, let me try to split it.
    open: ok @A @X @B.
    open: using the numbers @A and @B,
    open: let's work out @A @X @B in parts.
    commit: <answer> @N </answer>
    commit: <answer>@N</answer>
    commit: <answer> @A @X @B = @N </answer>
    commit: <answer> @N </answer>
    vague: this doesn't work, @P is not the product. let me try again from the start.
    vague: no, that answer is wrong. try again with other parts.
    vague: @P is wrong (not the right one). let me try something else.
    vague: that is not right, i messed up the parts. forget @P and try again.
    vague: wrong. let me try a different split.
    vague: the answer above doesn't hold. another attempt:
    vague: no (@P is too quick and not correct). again:
    faillast: @I @X @J = @Y so it has to end in @U, but @P ends in @Q (not right). try again.
    faillast: it ends in @Q, and @I @X @J = @Y (not a match). let me try again.
    faillast: last digit check: @I @X @J = @Y, so @U, not @Q. wrong, try again.
    mterm: @L @X @R = @V (not @W), so the answer was wrong.
    mterm: i used @W for @L @X @R, but it is @V.
    mterm: @L @X @R is not @W. it is @V.
    mterm: wait @L @X @R = @V, i had @W.
    mterm: found it, @L @X @R = @V and not @W.
    mterm: check the parts: @L @X @R = @V, but i wrote @W (wrong).
    msum: the parts are ok but @S = @N.
    msum: wait @S = @N (not @P).
    msum: i put the parts together wrong, @S = @N.
    msum: check: @S = @N, so i made a mistake there.
    fixed: then @S = @N.
    fixed: now @S = @N.
    fixed: so @S = @N instead.
    lead: let me check it another way.
    lead: check with a different split:
    lead: let me verify with other parts.
    lead: to be sure, once more in another way:
    lead: let me see if i get the same thing differently.
    lead: verify:
    disagree: this is not @P, so the answer above is wrong. i take this one.
    disagree: (not @P) so i made a mistake before.
    disagree: that doesn't match @P, the first one was wrong.
    disagree: different from @P. the new one is right, change the answer.
    disagree: so not @P, i change it.
    agree: same thing, this works.
    agree: it matches, this works!
    agree: that's the same, so it is right.
    agree: same as above (correct).
    agree: same again. good.
    oklast: @I @X @J = @Y and the answer ends in @U, this works.
    oklast: ends in @U like @I @X @J = @Y, ok.
    oksize: about @E @X @F = @G, so it is close, this works.
    oksize: @E @X @F = @G, the size is fine.
    okdiv: @C / @B = @A, this works!
    okdiv: and back, @C / @A = @B, ok.
    idle: is it too big? no, it is fine.
    idle: hmm, maybe i lost a zero? no.
    idle: i looked at the parts again and this works.
    idle: all the numbers were used once. this works.
    idle: not sure about the carry, but going over it, it is fine.
    final: <answer> @C </answer>
    final: so the answer is @C.
    final: final answer: @C
    slip: @L @X @R = @W (no, @V), so @L @X @R = @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = "plain", t.one("*", "*", "x")

    gap = " "

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work)
        text = cut + t.one(". ", ", so ", ". then ", ". ") if cut else ""
        text += ", ".join(self.term(t, x) for x in work.terms) + "."
        if self.summed(t, work):
            text += t.one(" then ", " ", " together ", " so ") + f"{self.summed(t, work)} = {t.n(work.total)}."
        return text

    def thought(self, t: Telling, text: str) -> str:
        return (
            f"<think>{t.one(' ', '') if t.flag('tight', 0.5) else chr(10)}{text} </think>\n"
            if t.flag("tags", 0.7)
            else text + "\n"
        )

    def first(self, t: Telling) -> str:
        think = "" if t.flag("prefix", 0.4) else "<think> "
        return f"{think}{self.say(t, 'open')} {self.first_work(t)} </think>\n{self.commit(t)}"

    def again(self, t: Telling) -> str:
        _, words, work = self.revise(t)
        return f"\n{self.thought(t, f'{words} {work}'.rstrip())}{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.35):
            return ""
        text = f"\n{self.thought(t, self.confirm(t))}"
        return text + (self.say(t, "final") if t.chance(0.6) else "")


class WvKeyAndError(WvBase):
    """SuperCorrect: steps and keys in tags; errors named by cause and correction."""

    methods = ("area", "high", "cut")
    seconds = ("cut", "high", "near", "area")
    talk = _talk(r"""
    generalized: <Generalized>¶Multiplication of numbers: split them by place value, multiply the parts, combine.¶</Generalized>
    generalized: <Generalized>¶Break a hard multiplication into easy ones, then combine the results.¶</Generalized>
    generalized: <Generalized>¶For a product of large numbers use the distributive law and keep track of the zeros.¶</Generalized>
    key: <Key>Keep track of the zeros.</Key>
    key: <Key>Distributive property</Key>
    key: <Key>Every part of one number meets every part of the other.</Key>
    key: <Key>Place value</Key>
    key: <Key>Line up the digits before combining.</Key>
    key: <Key>Do not lose a carry here.</Key>
    commit: <Answer>@N</Answer>
    commit: <Answer>@A @X @B = @N</Answer>
    commit: <Answer>The product is @N</Answer>
    commit: <Answer> @N </Answer>
    bad: <Verdict>The answer is wrong.</Verdict>
    bad: <Verdict>Incorrect</Verdict>
    bad: <Verdict>The solution does not hold.</Verdict>
    bad: <Verdict>wrong</Verdict>
    bad: <Verdict>@P is not the product.</Verdict>
    bad: <Verdict>Error found</Verdict>
    good: <Verdict>Correct</Verdict>
    good: <Verdict>The answer is right.</Verdict>
    good: <Verdict>No error</Verdict>
    good: <Verdict>The solution holds.</Verdict>
    good: <Verdict>accepted</Verdict>
    good: <Verdict>@C is right.</Verdict>
    vague: <Error>The parts were combined in a careless way.</Error> <Cause>Digits were not lined up.</Cause> <Correction>Discard the answer and solve the problem again.</Correction>
    vague: <Error>The solution loses a carry.</Error> <Cause>Too many steps at once.</Cause> <Correction>Smaller steps, from the start.</Correction>
    vague: <Error>The answer @P is wrong.</Error> <Cause>Arithmetic slip.</Cause> <Correction>Repeat all of the steps.</Correction>
    vague: <Error>Some product is not evaluated properly.</Error> <Cause>Mental arithmetic.</Cause> <Correction>New solution with other parts.</Correction>
    vague: <Error>The steps do not support the answer.</Error> <Cause>Zeros were mixed up.</Cause> <Correction>Throw it away and begin anew.</Correction>
    vague: <Error>The key of the last step was ignored.</Error> <Cause>Haste.</Cause> <Correction>Solve it once more.</Correction>
    faillast: <Error>The answer ends in @Q.</Error> <Cause>@I @X @J = @Y, so the last digit must be @U.</Cause> <Correction>Repeat the multiplication.</Correction>
    faillast: <Error>Last digit @Q instead of @U.</Error> <Cause>@I @X @J = @Y was not respected.</Cause> <Correction>Solve it again.</Correction>
    faillast: <Error>Wrong last digit: @Q.</Error> <Cause>The ones give @I @X @J = @Y.</Cause> <Correction>A new solution, ending in @U.</Correction>
    failnines: <Error>The answer leaves @Q when divided by 9, and it should leave @U.</Error> <Cause>A digit is off somewhere.</Cause> <Correction>Compute all parts again.</Correction>
    mterm: <Error>Step @K: @L @X @R = @W</Error> <Cause>Slip in the multiplication.</Cause> <Correction>@L @X @R = @V</Correction>
    mterm: <Error>@L @X @R is not @W.</Error> <Cause>A digit was changed.</Cause> <Correction>It is @V.</Correction>
    mterm: <Error>The value @W in step @K is wrong.</Error> <Cause>Careless multiplication.</Cause> <Correction>@L @X @R = @V</Correction>
    mterm: <Error>Step @K gives @W.</Error> <Cause>@L @X @R was evaluated wrongly.</Cause> <Correction>@V</Correction>
    mterm: <Error>@L @X @R is given as @W.</Error> <Cause>The product @L @X @R was misremembered.</Cause> <Correction>@L @X @R = @V</Correction>
    mterm: <Error>In step @K the product is off.</Error> <Cause>@L @X @R was taken as @W.</Cause> <Correction>The right value is @V.</Correction>
    msum: <Error>The last step does not add up.</Error> <Cause>Slip in the addition.</Cause> <Correction>@S = @N</Correction>
    msum: <Error>The combination gives not @P.</Error> <Cause>A carry in the last step.</Cause> <Correction>@S = @N</Correction>
    msum: <Error>Wrong sum in the last step.</Error> <Cause>The parts were combined too fast.</Cause> <Correction>It should be @S = @N.</Correction>
    fixed: <Step>@S = @N</Step>
    fixed: <Step>Corrected: @S = @N</Step>
    fixed: <Step>With this, @S = @N</Step>
    lead: <Check>The product is computed from other parts.
    lead: <Check>A second computation.
    lead: <Check>Comparison with another split.
    lead: <Check>The same product in another way.
    lead: <Check>Verification by a different decomposition.
    lead: <Check>Independent computation:
    disagree: This is not @P, the answer above is to be replaced.</Check>
    disagree: It differs from @P, so the first solution has an error.</Check>
    disagree: @P was wrong. The new value is taken.</Check>
    disagree: The answer @P does not pass.</Check>
    disagree: Different result. The first solution is rejected.</Check>
    agree: The same value.</Check>
    agree: It agrees with the answer.</Check>
    agree: Same result, passed.</Check>
    agree: The answer passes.</Check>
    agree: No difference.</Check>
    oklast: <Check>@I @X @J = @Y, the answer ends in @U: passed.</Check>
    oklast: <Check>Last digit @U, as in @I @X @J = @Y.</Check>
    oknines: <Check>Remainders by 9: @I, @J, and @U for the answer, as it should be.</Check>
    oksize: <Check>About @E @X @F = @G, the size is right.</Check>
    oksize: <Check>Estimate @E @X @F = @G: plausible.</Check>
    okdiv: <Check>@C ÷ @B = @A</Check>
    okdiv: <Check>@C ÷ @A = @B, passed.</Check>
    idle: <Check>Could a zero be missing in a step? No.</Check>
    idle: <Check>All keys were followed.</Check>
    idle: <Check>Each step was read again, no error.</Check>
    idle: <Check>Doubt about a carry in the last step: it is right.</Check>
    idle: <Check>Nothing to correct in the steps.</Check>
    final: <Final>@C</Final>
    final: <Final>The answer is @C.</Final>
    final: <Final>Final answer: @C</Final>
    slip: @L @X @R = @W, corrected at once: @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma"), "×"

    def body(self, t: Telling, work: Work) -> str:
        key = t.flag("keys", 0.75)
        numbered = t.flag("numbered", 0.6)
        cut = self.cut_up(t, work, ", ")
        lines = [cut] if cut else []
        if work.method == "area":
            rows: dict[int, list[str]] = {}
            for term in work.terms:
                rows.setdefault(term.left, []).append(self.term(t, term))
            lines += [", ".join(row) for row in rows.values()]
        else:
            lines += [self.term(t, x) for x in work.terms]
        if self.summed(t, work):
            lines.append(f"{self.summed(t, work)} = {t.n(work.total)}")
        text = ""
        hint = t.rng.randrange(len(lines))
        for place, line in enumerate(lines):
            name = f"Step{place + 1}" if numbered else "Step"
            close = name if numbered else "Step"
            inner = f"{line} {self.say(t, 'key')}" if key and place == hint and place < len(lines) - 1 else line
            text += f"<{name}>{inner}</{close}>\n"
        return text.rstrip("\n")

    def first(self, t: Telling) -> str:
        top = self.say(t, "generalized") + "\n" if t.flag("general", 0.3) else ""
        return top + self.first_work(t) + "\n" + self.commit(t)

    def place(self, t: Telling, work: Work, place: int) -> int:
        if work.method == "area":
            return list(dict.fromkeys(x.left for x in work.terms)).index(work.terms[place].left) + 2
        return place + 1 + bool(self.cut_up(t, work))

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        if t.flag("rows", 0.5):
            words = words.replace("> <", ">\n<")
        tail = "" if kind == "disagree" else "\n" + self.say(t, "bad")
        return f"\n\n{words}{tail}\n{work}\n{self.commit(t)}".replace("\n\n<Answer", "\n<Answer")

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return ""
        text = f"\n\n{self.confirm(t)}\n{self.say(t, 'good')}"
        return text + ("\n" + self.say(t, "final") if t.chance(0.4) else "")


class WvGenrmYesNo(WvBase):
    """A generative verifier in one model with the solver: the question "(Yes/No)?" after each solution."""

    methods = ("near", "high", "chain")
    seconds = ("cut", "high", "near", "chain")
    gap = " "
    talk = _talk(r"""
    open: Let's think step by step.
    open: Solution: Let's think step by step.
    open: Solution:
    open: Question: What is @A @X @B?¶Solution:
    open: Let's solve it step by step.
    open: Solution to @A @X @B:
    commit: The answer is @N.
    commit: Final answer: @N
    commit: So the final answer is @N.
    commit: #### @N
    commit: The answer: @N
    verify: Let's verify step by step.
    verify: Verification:
    verify: Verification: let's verify step by step.
    verify: Verify the solution:
    verify: Now grade this solution.
    verify: Grading:
    bad: Verification: Is the answer correct (Yes/No)? No
    bad: Is the answer correct (Yes/No)? No
    bad: Is the final answer correct (Yes/No)? No.
    bad: Is this answer correct (Yes/No)? No (score @SC)
    bad: Is the answer correct? No
    bad: Is the answer correct (Yes/No)? No, p(Yes) = @SC
    good: Verification: Is the answer correct (Yes/No)? Yes
    good: Is the answer correct (Yes/No)? Yes
    good: Is the final answer correct (Yes/No)? Yes.
    good: Is this answer correct (Yes/No)? Yes (score @HI)
    good: Is the answer correct? Yes
    good: Is the answer correct (Yes/No)? Yes, p(Yes) = @HI
    retry: New solution:
    retry: Solution (resampled):
    retry: Let's solve it again step by step.
    retry: Another solution:
    retry: Solution, once more:
    retry: So a new solution is needed.
    vague: The solution makes a mistake when it multiplies the parts.
    vague: The intermediate results do not look right, and neither does the final one.
    vague: The solution jumps to its last line and the value there is wrong.
    vague: Some digit in the products has been misread.
    vague: The plan is okay but the execution is wrong.
    vague: The final answer given by the solution cannot be reproduced.
    vague: The solution is not careful with place values and ends up with a wrong number.
    faillast: The last digits @I and @J give @Y, so the answer should end with @U. The solution ends with @Q. This is a mistake.
    faillast: The answer must end with @U because @I @X @J = @Y. It ends with @Q, so it is incorrect.
    faillast: The ones digit is @Q, but @I @X @J = @Y, so it should be @U.
    mterm: The solution says that @L @X @R is @W. But @L @X @R is @V. This step is incorrect.
    mterm: @L @X @R = @W is incorrect, it should be @V.
    mterm: Checking the products: @L @X @R is @V, while the solution has @W.
    mterm: There is a mistake, because @L @X @R = @V and not @W.
    mterm: The step with @W is wrong since @L @X @R = @V.
    mterm: Is @L @X @R equal to @W? No, it is @V.
    msum: The products are correct. But @S = @N, so the last step is incorrect.
    msum: The last step is wrong, as @S is @N and not @P.
    msum: All of the multiplications are right. The last line should be @S = @N.
    msum: The solution combines the products to @P. This is incorrect, because @S = @N.
    fixed: With this fixed, @S = @N.
    fixed: So the last line should be @S = @N.
    fixed: Then the right result is @S = @N.
    fixed: That makes @S = @N.
    lead: I will calculate the product in another way and compare.
    lead: Let me compute it independently.
    lead: To grade the solution, I compute the product with a different breakdown.
    lead: I first work out the product on my own.
    lead: Compare with another calculation.
    lead: A separate calculation is used to check the answer.
    disagree: The solution says @P, which does not match, so its answer is wrong and this value is right.
    disagree: This is not @P.
    disagree: The answer of the solution was @P. It is wrong.
    disagree: The two values differ, and the solution is the one that is wrong.
    disagree: The solution got @P instead, which is a mistake.
    agree: The solution has the same value.
    agree: This matches the solution.
    agree: It is the same as the final answer of the solution.
    agree: The values are equal.
    agree: The solution agrees with this.
    oklast: The last digits @I and @J give @Y, and the answer does end with @U.
    oklast: @I @X @J = @Y, so it has to end with @U, which is the case.
    oknines: Remainders by 9 are @I and @J, so the product leaves @U, and so does the answer.
    oksize: @E @X @F = @G, so the answer is in the right range.
    oksize: The estimate is @G (@E @X @F), and the answer is close to that.
    okdiv: @C / @B = @A. This is right.
    okdiv: Going backwards, @C / @A = @B.
    idle: The last step looks odd, but it is correct.
    idle: Each step is correct. No mistake was found.
    idle: One could think that a zero is missing, but that is not the case.
    idle: Everything is spelled out and correct.
    idle: I was not sure about one of the products, but it holds.
    final: Final answer: @C
    final: The answer is @C.
    final: #### @C
    slip: @L @X @R is @W, wait, it is @V
    """)

    def say(self, t: Telling, key: str, **more: str) -> str:
        low, high = t.one("0.02", "0.08", "0.11", "0.23", "0.31"), t.one("0.87", "0.91", "0.95", "0.98", "0.99")
        return super().say(t, key, SC=low, HI=high, **more)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma", "plain"), t.one("*", "x", "×")

    def body(self, t: Telling, work: Work) -> str:
        cut = self.cut_up(t, work)
        text = t.one("We know that ", "We can write ", "We have ", "Since ")
        text = text + cut + (", the product can be found in parts. " if text == "Since " else ". ") if cut else ""
        for place, term in enumerate(work.terms):
            says = self.term(t, term).replace(
                " = ", t.one(" is ", " = ", " equals ") if t.flag("verbs", 0.5) else " = ", 1
            )
            lead = "" if not place else t.one("And ", "Then ", "", "Also, ")
            text += f"{lead}{says}. "
        if self.summed(t, work):
            text += t.one("So ", "Now ", "In total, ", "This makes ") + f"{self.summed(t, work)} = {t.n(work.total)}."
        return text.rstrip()

    def first(self, t: Telling) -> str:
        return f"{self.say(t, 'open')} {self.first_work(t)} {self.commit(t)}".replace(" \ue000####", "\n\ue000####")

    def again(self, t: Telling) -> str:
        kind, words, work = self.revise(t)
        head = f"\n\n{self.say(t, 'verify')} {words}"
        if kind in ("disagree", "msum"):
            return f"{head}\n{self.say(t, 'bad')}\n{self.commit(t)}"
        if kind == "mterm":
            return f"{head}\n{self.say(t, 'bad')}\n{work} {self.commit(t)}".replace(" \ue000####", "\n\ue000####")
        return f"{head}\n{self.say(t, 'bad')}\n\n{self.say(t, 'retry')} {work} {self.commit(t)}".replace(
            " \ue000####", "\n\ue000####"
        )

    def closing(self, t: Telling) -> str:
        if t.chance(0.12):
            return ""
        text = f"\n\n{self.say(t, 'verify')} {self.confirm(t)}\n{self.say(t, 'good')}"
        return text + ("\n" + self.say(t, "final") if t.chance(0.3) else "")


class WvLemaExplain(WvBase):
    """LEMA: numbered steps, then "Incorrect Step", "Explanation", "Correct Solution"."""

    methods = ("high", "cut", "low")
    seconds = ("cut", "high", "low", "area")
    talk = _talk(r"""
    commit: The answer is: @N
    commit: The answer is @N.
    commit: Answer: @N
    commit: So, the answer is: @N
    commit: Therefore, the answer is @N.
    wrongstep: Incorrect Step: Step @K
    wrongstep: The incorrect step is Step @K.
    wrongstep: Wrong step: Step @K
    wrongstep: Incorrect step in the original solution: Step @K
    wrongstep: Step @K in the original solution is incorrect.
    wrongall: Incorrect Step: more than one
    wrongall: Incorrect Step: all of the computation
    wrongall: The original solution is incorrect.
    wrongall: Incorrect solution.
    wrongall: Incorrect Step: cannot be pinned to one step, the solution is wrong as a whole
    wrongall: There is a mistake in the original solution.
    right: Incorrect Step: none
    right: Incorrect Step: None. The original solution is correct.
    right: There is no incorrect step.
    right: No incorrect step was found in the original solution.
    right: Incorrect Step: no
    right: The original solution has no incorrect step.
    correct: Correct Solution:
    correct: Correct solution:
    correct: The correct solution is:
    correct: Corrected steps:
    correct: Solution after correction:
    correct: Correction:
    vague: Explanation: The original solution did not evaluate the partial products correctly, so its answer is wrong.
    vague: Explanation: The values of the partial products cannot be used, and the answer @P is incorrect.
    vague: Explanation: The carries were handled in a wrong way, which makes the final answer wrong.
    vague: Explanation: The original solution mixed up place values and so arrived at a wrong answer.
    vague: Explanation: The steps were done without care. All of them are replaced below.
    vague: Explanation: The answer @P does not follow from a correct computation.
    vague: Explanation: There is a computation mistake, therefore the solution is done over.
    faillast: Explanation: The product has to end in @U, because @I @X @J = @Y. The original answer ends in @Q.
    faillast: Explanation: The original answer has @Q as its last digit, while @I @X @J = @Y requires @U.
    faillast: Explanation: Since @I @X @J = @Y, the last digit should be @U instead of @Q.
    mterm: Explanation: @L @X @R was calculated as @W, but it should be @V.
    mterm: Explanation: The original solution has @L @X @R = @W. The correct result is @L @X @R = @V.
    mterm: Explanation: This step multiplies wrongly. @L @X @R is @V rather than @W.
    mterm: Explanation: The product of @L and @R is @V, and not @W as stated.
    mterm: Explanation: @W is a wrong value for @L @X @R. It equals @V.
    mterm: Explanation: In this step @L @X @R was mistaken for @W, whereas it is @V.
    msum: Explanation: The numbers are right, but they were combined wrongly. It should be @S = @N.
    msum: Explanation: The sum was calculated as @P, but @S = @N.
    msum: Explanation: The sum in this step is wrong. The correct sum is @S = @N.
    msum: Explanation: The addition was not carried out properly: @S = @N.
    fixed: Last step: @S = @N
    fixed: The last step becomes @S = @N.
    fixed: @S = @N
    fixed: Now the last step reads @S = @N.
    lead: Explanation: To find an incorrect step, the product is computed again with other parts.
    lead: Explanation: We compare the original solution with another computation.
    lead: Explanation: A different way of computing is used to test the steps.
    lead: Explanation: Let us calculate it with another split to see if a step is incorrect.
    lead: Explanation: The original solution can be checked like this.
    lead: Explanation: Recomputing in other steps.
    disagree: The original solution has @P, so it is incorrect and the result here is the correct one.
    disagree: This is not @P. The original solution is incorrect.
    disagree: So the original answer @P was incorrect.
    disagree: The original answer @P is different, and it is wrong.
    disagree: It shows that @P is wrong, and the answer has to be changed.
    agree: The original solution has the same result.
    agree: This is the same answer.
    agree: The same result is obtained.
    agree: Both computations have the same result.
    agree: It is equal to the original answer.
    oklast: Explanation: @I @X @J = @Y, and the answer ends in @U.
    oklast: Explanation: The last digit should be @U from @I @X @J = @Y, and it is.
    oksize: Explanation: The answer is close to @E @X @F = @G.
    oksize: Explanation: An estimate is @E @X @F = @G, which fits.
    okdiv: Explanation: @C ÷ @B = @A, as it should be.
    okdiv: Explanation: @C ÷ @A gives back @B.
    idle: Explanation: The first product looked suspicious, but it is correct.
    idle: Explanation: All steps were read again and are correct.
    idle: Explanation: A carry could have been forgotten in the last step, but it was not.
    idle: Explanation: Each step follows from the step before it.
    idle: Explanation: The split is right and the products are right.
    final: The answer is: @C
    final: So the answer stays @C.
    final: The answer is @C.
    slip: @L @X @R = @W. No, @L @X @R = @V
    """)

    def begin(self, t: Telling) -> None:
        t.words, t.x = t.one("plain", "comma", "space"), t.one("×", "*", "×")

    def body(self, t: Telling, work: Work) -> str:
        lines = []
        cut = self.cut_up(t, work)
        if cut:
            lines.append(t.one("Split the number: ", "Write ", "Decompose: ", "We use ") + cut + ".")
        lines += [self.term(t, x) + "." for x in work.terms]
        if self.summed(t, work):
            lines.append(t.one("Combine: ", "Sum: ", "Altogether ", "Total: ").replace(
                "Sum", "Sum" if all(x.sign > 0 for x in work.terms) else "Result"
            ) + f"{self.summed(t, work)} = {t.n(work.total)}.")  # fmt: skip
        t.__dict__["last_step"] = len(lines)
        return "\n".join(f"Step {place}: {line}" for place, line in enumerate(lines, start=1))

    def first(self, t: Telling) -> str:
        top = t.one("Solution:\n", "Original Solution:\n", "", "")
        return top + self.first_work(t) + "\n" + self.commit(t)

    def again(self, t: Telling) -> str:
        last = t.__dict__["last_step"]
        before = t.work
        kind, words, work = self.revise(t)
        if kind == "disagree":
            return f"\n\n{words}\n{self.commit(t)}"
        if kind == "msum":
            return f"\n\n{self.say(t, 'wrongstep', K=str(last))}\n{words}\n{self.commit(t)}"
        if kind == "mterm":
            place = next(p for p, (x, y) in enumerate(zip(before.terms, t.work.terms, strict=True)) if x != y)
            which = self.say(t, "wrongstep", K=str(place + 1 + bool(self.cut_up(t, before))))
            return f"\n\n{which}\n{words}\n{self.say(t, 'correct')}\n{work}\n{self.commit(t)}"
        return f"\n\n{self.say(t, 'wrongall')}\n{words}\n{self.say(t, 'correct')}\n{work}\n{self.commit(t)}"

    def closing(self, t: Telling) -> str:
        if t.chance(0.25):
            return ""
        text = f"\n\n{self.confirm(t)}\n{self.say(t, 'right')}"
        return text + ("\n" + self.say(t, "final") if t.chance(0.4) else "")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        WvMinervaTwoTurn(),
        WvRecheckBoxed(),
        WvRefineInCode(),
        WvScratchCarries(),
        WvThirdPersonCritique(),
        WvTrialDiary(),
        WvBacktrackMarks(),
        WvZeroUponReview(),
        WvCountdownTags(),
        WvKeyAndError(),
        WvGenrmYesNo(),
        WvLemaExplain(),
    )
}
