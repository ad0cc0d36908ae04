"""Long chains of thought of reasoning models: doubts, second methods, casting out nines, slips found, final answers."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work, split


def _phrases(text: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    key = ""
    for line in text.splitlines():
        if not line.strip():
            continue
        if line[0] != " ":
            key = line.strip()
            table[key] = []
        else:
            text = line.strip().replace("\\n", "\n")
            table[key].append(text + " " if key in ("t1", "t2", "t3", "sum", "sub", "badsum", "row") else text)
    return table


def _zeros(number: int) -> int:
    return len(str(number)) - len(str(number).rstrip("0"))


def _trivial(number: int) -> bool:
    return str(number).strip("0") in ("1", "")


class _Long(Style):
    """The skeleton: open, solve, commit, check; revise; close. The words, layouts and habits are the styles' own."""

    P: ClassVar[dict[str, list[str]]] = {}
    methods: ClassVar[tuple[str, ...]] = ("high",)
    others: ClassVar[tuple[str, ...]] = ("swapped",)
    words: ClassVar[tuple[str, ...]] = ("comma", "plain")
    times: ClassVar[tuple[str, ...]] = ("×",)
    joint: ClassVar[tuple[str, ...]] = (" ",)
    block: ClassVar[str] = "\n\n"
    tight = False
    square = "²"
    detailed = 0.35
    oops = 0.3
    checks: ClassVar[tuple[str, ...]] = ("nines", "last", "est", "second", "undo", "bounds")
    after = 0.45  # share of checks right after a candidate

    # what stays the same over a response
    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.words)
        t.maths = t.words
        t.x = t.one(*self.times)
        t.bag = {}  # type: ignore[attr-defined]
        t.told = {}  # type: ignore[attr-defined]
        t.skipped = {}  # type: ignore[attr-defined]
        t.slipped = not t.chance(self.oops)  # type: ignore[attr-defined]
        t.glue = t.one(*self.joint)  # type: ignore[attr-defined]
        t.used = set()  # type: ignore[attr-defined]

    # words
    def op(self, t: Telling, sign: str) -> str:
        return sign if self.tight else f" {sign} "

    def times_(self, t: Telling, left: int, right: int) -> str:
        return f"{t.n(left)}{self.op(t, t.x)}{t.n(right)}"

    def say(self, t: Telling, key: str, **fields: object) -> str:
        options = self.P[key]
        bag = t.bag.setdefault(key, [])  # type: ignore[attr-defined]
        if not bag:
            bag.extend(t.rng.sample(options, len(options)))
        known = {
            "a": t.n(t.a),
            "b": t.n(t.b),
            "ab": self.times_(t, t.a, t.b),
            "c": t.n(t.candidate),
            "cm": t.m(t.candidate),
            "p": t.n(t.previous),
            "x": t.x,
            **{name: t.n(value) if isinstance(value, int) else str(value) for name, value in fields.items()},
        }
        return re.sub(r"<(\w+)>", lambda found: known.get(found[1], found[0]), bag.pop())

    def join(self, t: Telling, *parts: str) -> str:
        return t.glue.join(part for part in parts if part)  # type: ignore[attr-defined]

    def para(self, *parts: str) -> str:
        return self.block.join(part for part in parts if part)

    # works
    def build(self, t: Telling, method: str) -> Work | None:
        a, b = t.a, t.b
        if method == "direct":
            return Work(a, b, method, (Term(a, b, t.candidate),), t.candidate)
        if method.startswith("swap"):
            a, b = b, a
        terms: list[Term] = []
        if method in ("round", "swapround"):
            options = []
            for unit in (10 ** (len(str(b)) - 1), 10 ** max(1, len(str(b)) - 2)):
                near = max(unit, (b + unit // 2) // unit * unit)
                if near != b and len(str(b)) > 1:
                    gap = abs(b - near)
                    options.append((sum(d != "0" for d in str(near)) + 2 * sum(d != "0" for d in str(gap)), near))
            if not options or min(options)[0] > 5:
                return None
            near = min(options)[1]
            terms = [Term(a, near, a * near), Term(a, abs(b - near), a * abs(b - near), 1 if b > near else -1)]
        elif method == "squares":
            if (a + b) % 2 or a == b:
                return None
            m, d = (a + b) // 2, abs(a - b) // 2
            if d * 4 > m or m < 10 or (m % 10 and d > 12):
                return None
            terms = [Term(m, m, m * m), Term(d, d, d * d, -1)]
        elif method == "area":
            if a < 10 or b < 10 or sum(d != "0" for d in str(a)) * sum(d != "0" for d in str(b)) > 9:
                return None
            terms = [Term(x, y, x * y) for x in split(a, "high") for y in split(b, "high")]
        else:
            how = {"swapped": "high", "swaplow": "low", "swapchunks": "chunks"}.get(method, method)
            terms = [Term(a, part, a * part) for part in split(b, how)]
            if how == "chunks" and len(terms) > 2:
                return None
        off = t.candidate - t.product
        if off and t.chance(0.15) and method not in ("squares", "area"):
            short = [k for k, term in enumerate(terms) if term.sign > 0 and term.value == -off]
            if short and len(terms) > 2:
                terms.pop(short[0])
                return Work(a, b, method, tuple(terms), t.candidate)
        if off and t.chance(0.65):
            k = t.rng.randrange(len(terms))
            term = terms[k]
            if term.value + term.sign * off > 0:
                terms[k] = Term(term.left, term.right, term.value + term.sign * off, term.sign)
        return Work(a, b, method, tuple(terms), t.candidate)

    def omitted(self, t: Telling) -> Work | None:
        terms = [Term(t.a, part, t.a * part) for part in split(t.b, "high")]
        short = [k for k, term in enumerate(terms) if term.value == t.product - t.candidate]
        if not short or len(terms) < 3:
            return None
        terms.pop(short[0])
        return Work(t.a, t.b, "high", tuple(terms), t.candidate)

    def lost(self, work: Work) -> Term | None:
        """The partial product that was forgotten, if one was."""
        if work.method not in ("high", "low", "swapped", "swaplow"):
            return None
        gap = work.b - sum(term.sign * term.right for term in work.terms)
        return Term(work.a, gap, work.a * gap) if gap else None

    def conflicts(self, t: Telling, work: Work) -> bool:
        told = t.told  # type: ignore[attr-defined]
        for term in work.terms:
            key = (min(term.left, term.right), max(term.left, term.right))
            if told.get(key, term.value) != term.value:
                return True
        return any(told.get((so_far, sign, value), result) != result for so_far, sign, value, result in work.steps())

    def score(self, t: Telling, work: Work) -> float:
        bad = 0.0
        minus = any(term.sign < 0 for term in work.terms)
        top = work.terms[0].value
        for term in work.terms:
            if not minus and (work.total < term.value or (len(work.terms) > 1 and work.total == term.value)):
                bad += 100
            true = term.left * term.right
            for twin in work.terms:
                if twin.left * twin.right == true and twin.value != term.value:
                    bad += 100
            if term.value != true and work.method != "direct":
                if _zeros(term.value) < _zeros(term.left) + _zeros(term.right):
                    bad += 8
                if _trivial(term.right) or _trivial(term.left):
                    bad += 8
                if not 0.5 < term.value / true < 2 and term.value not in (true * 10, true // 10):
                    bad += 5 if 0.1 < term.value / true < 5 else 30
                if len(work.terms) > 1 and true < 100 and len(str(true)) != len(str(term.value)):
                    bad += 5
                if not minus and len(work.terms) > 1 and true < 50:
                    bad += 3
        if minus and work.total >= top:
            bad += 100
        added = sum(term.sign * term.value for term in work.terms)
        if len(work.terms) > 1 and added != work.total:
            so_far, sign, value, result = work.steps()[-1]
            if sign > 0 and (result <= so_far or result <= value):
                bad += 100
            if sign < 0 and result >= so_far:
                bad += 100
            if abs(added - work.total) > 0.25 * added:
                bad += 4 if abs(added - work.total) < 0.5 * added else 10
            if abs(added - work.total) > max(10 * value, added // 10):
                bad += 2.5
            if len(work.terms) > 1 and abs(added - work.total) < 10 and _zeros(added) and len(work.terms) < 3:
                bad += 2
        if self.conflicts(t, work):
            bad += 6
        if len(str(work.a)) > 1 and len(str(work.b)) == 1 and work.method not in ("direct", "round"):
            bad += 3
        if len(work.terms) > 6:
            bad += 2
        if work.method == "direct":
            bad += 4.5 if len(str(t.a)) + len(str(t.b)) > 2 else 0.4
        rights = {i.right for i in t.before.terms} | {i.right for i in t.work.terms}
        if t.used and all(i.right in rights for i in work.terms) and work.method != "direct" and not self.small(t):  # type: ignore[attr-defined]
            bad += 2.5
        signature = (work.method, work.terms)
        if signature in t.used and not t.flag("stubborn", 0.1):  # type: ignore[attr-defined]
            bad += 3
        return bad + t.rng.random()

    def make(self, t: Telling, *methods: str) -> Work:
        best: tuple[float, Work] | None = None
        for number in range(24):
            work = self.build(t, t.one(*methods) if number < 17 else t.one("high", "swapped", "low"))
            if work is None:
                continue
            bad = self.score(t, work)
            if best is None or bad < best[0]:
                best = (bad, work)
        for extra in (self.omitted(t), self.build(t, "direct")):
            if extra is not None:
                bad = self.score(t, extra) + (2 if extra.method != "direct" else 0)
                if best is None or bad < best[0]:
                    best = (bad, extra)
        assert best is not None
        t.work = best[1]
        t.used.add((t.work.method, t.work.terms))  # type: ignore[attr-defined]
        return t.work

    # telling a work
    def eq(self, t: Telling, term: Term, work: Work, plain: bool = False) -> str:
        told = t.told  # type: ignore[attr-defined]
        key = (min(term.left, term.right), max(term.left, term.right))
        before = told.get(key)
        told[key] = term.value
        what = self.times_(t, term.left, term.right)
        if work.method == "squares" and self.square:
            what = f"{t.n(term.left)}{self.square}"
        equals = self.op(t, "=")
        text = f"{what}{equals}{t.n(term.value)}"
        if before is not None and before != term.value and "note" in self.P:
            return text + self.say(t, "note", w=before)
        if plain or before is not None:
            return text
        if not t.slipped and term.left > 9 and not _trivial(term.right) and t.chance(0.4):  # type: ignore[attr-defined]
            wrong = self.wrong(t, term.value, term.left * term.right)
            if wrong:
                t.slipped = True  # type: ignore[attr-defined]
                return self.say(t, "oops", e=what, w=wrong, v=term.value)
        if t.chance(self.detailed) and work.method != "squares":
            parts = split(term.left, t.one("high", "chunks"))
            keys = [(min(part, term.right), max(part, term.right)) for part in parts]
            products = [part * term.right for part in parts]
            if (
                sum(d != "0" for d in str(term.left)) > 1
                and not _trivial(term.right)
                and 1 < len(parts) < 4
                and max(products) < term.value
                and all(told.get(k, p) == p for k, p in zip(keys, products, strict=True))
                and t.candidate not in products
            ):
                for k, p in zip(keys, products, strict=True):
                    told[k] = p
                plus = self.op(t, "+")
                left = plus.join(self.times_(t, part, term.right) for part in parts)
                return f"{what}{equals}{left}{equals}{plus.join(map(t.n, products))}{equals}{t.n(term.value)}"
        return text

    def wrong(self, t: Telling, value: int, true: int) -> int | None:
        for _ in range(8):
            wrong = t.near(value)
            fits = wrong != true and len(str(wrong)) == len(str(value)) and wrong not in t.candidates
            if fits and _zeros(wrong) >= _zeros(value) and value > 30:
                return wrong
        return None

    def chain(self, t: Telling, work: Work, glue: str = ", ") -> str:
        """The additions one by one."""
        lines = []
        equals = self.op(t, "=")
        steps = work.steps()
        for number, (so_far, sign, value, result) in enumerate(steps):
            t.told[(so_far, sign, value)] = result  # type: ignore[attr-defined]
            left = f"{t.n(so_far)}{self.op(t, '+' if sign > 0 else '-')}{t.n(value)}"
            text = f"{left}{equals}{t.n(result)}"
            if number + 1 < len(steps) and not t.slipped and t.chance(0.3):  # type: ignore[attr-defined]
                wrong = self.wrong(t, result, result)
                if wrong and wrong > max(so_far, value):
                    t.slipped = True  # type: ignore[attr-defined]
                    text = self.say(t, "oops", e=left, w=wrong, v=result)
            lines.append(text.rstrip("." if glue.strip() in (",", ";") else ""))
        return glue.join(lines)

    def flat(self, t: Telling, work: Work) -> str:
        for so_far, sign, value, result in work.steps():
            t.told[(so_far, sign, value)] = result  # type: ignore[attr-defined]
        text = t.n(work.terms[0].value)
        for term in work.terms[1:]:
            text += f"{self.op(t, '+' if term.sign > 0 else '-')}{t.n(term.value)}"
        return f"{text}{self.op(t, '=')}{t.n(work.total)}"

    def adding(self, t: Telling, work: Work) -> str:
        if len(work.terms) > 2 and (len(work.terms) > 6 or t.chance(0.35)):
            return self.flat(t, work)
        return self.chain(t, work)

    def parts(self, t: Telling, work: Work) -> str:
        lost = self.lost(work)
        if lost:
            how = "low" if work.method in ("low", "swaplow") else "high"
            return self.op(t, "+").join(map(t.n, split(work.b, how)))
        text = t.n(work.terms[0].right)
        return text + "".join(f"{self.op(t, '+' if i.sign > 0 else '-')}{t.n(i.right)}" for i in work.terms[1:])

    def plan(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return ""
        if work.method == "squares":
            return self.say(t, "plan2", m=work.terms[0].left, d=work.terms[1].left, lo=min(t.a, t.b), hi=max(t.a, t.b))
        if work.method == "area":
            plus = self.op(t, "+")
            first, second = (plus.join(map(t.n, split(factor, "high"))) for factor in (t.a, t.b))
            return self.say(t, "plan3", f=first, g=second)
        if work.method in ("round", "swapround"):
            return self.say(t, "plan4", whole=work.b, left=work.a, parts=self.parts(t, work), near=work.terms[0].right)
        return self.say(t, "plan", whole=work.b, left=work.a, parts=self.parts(t, work))

    def tell(self, t: Telling, work: Work) -> str:
        """Prose: the partial products one after the other, then their sum."""
        if work.method == "direct":
            return self.direct(t)
        pieces = []
        for k, term in enumerate(work.terms):
            lead = self.say(t, "t1" if k == 0 else "t3" if k == len(work.terms) - 1 else "t2")
            pieces.append(f"{lead}{self.eq(t, term, work)}".rstrip(".") + ".")
        return self.join(t, *pieces, self.summing(t, work))

    def direct(self, t: Telling) -> str:
        return self.say(t, "direct" if self.small(t) else "direct2")

    def summing(self, t: Telling, work: Work) -> str:
        key = "sub" if len(work.terms) == 2 and work.terms[1].sign < 0 else "sum"
        return f"{self.say(t, key)}{self.adding(t, work)}."

    # checks; each returns "" when it has nothing true to say
    def fair(self, t: Telling, left: int, right: int) -> bool:
        """The product was not said with another value so far."""
        key = (min(left, right), max(left, right))
        return bool(t.told.get(key, left * right) == left * right)  # type: ignore[attr-defined]

    def small(self, t: Telling) -> bool:
        return t.a < 10 and t.b < 10

    def check(self, t: Telling, kinds: tuple[str, ...] | None = None) -> str:
        done = t.bag.setdefault("done", [])  # type: ignore[attr-defined]
        for kind in t.rng.sample(list(kinds or self.checks), len(kinds or self.checks)):
            if (kind, t.index) in done or kind not in self.P:
                continue
            text = getattr(self, "check_" + kind)(t)
            if text:
                done.append((kind, t.index))
                return str(text)
        return ""

    def residues(self, t: Telling, number: int) -> dict[str, object]:
        ra, rb = t.a % 9, t.b % 9
        return {"ra": ra, "rb": rb, "rr": ra * rb, "rp": ra * rb % 9, "rc": number % 9}

    def check_nines(self, t: Telling) -> str:
        r = self.residues(t, t.candidate)
        return self.say(t, "nines", **r) if r["rp"] == r["rc"] and not self.small(t) else ""

    def check_last(self, t: Telling) -> str:
        da, db = t.a % 10, t.b % 10
        if self.small(t) or da * db % 10 != t.candidate % 10 or not self.fair(t, da, db):
            return ""
        return self.say(t, "last", da=da, db=db, dp=da * db, dc=t.candidate % 10)

    def rounded(self, t: Telling) -> tuple[int, int, int] | None:
        def near(number: int, keep: int) -> int:
            unit: int = 10 ** max(0, len(str(number)) - keep)
            return max(unit, (number + unit // 2) // unit * unit)

        x, y = near(t.a, (t.one(*"112") == "2" and 2) or 1), near(t.b, (t.one(*"112") == "2" and 2) or 1)
        if (x == t.a and y == t.b) or x * y in (t.product, *t.candidates) or self.small(t):
            return None
        if not self.fair(t, x, y):
            return None
        return x, y, x * y

    def check_est(self, t: Telling) -> str:
        got = self.rounded(t)
        if not got or not 0.78 < t.candidate / got[2] < 1.3:
            return ""
        return self.say(t, "est", x1=got[0], y1=got[1], e=got[2])

    def check_bounds(self, t: Telling) -> str:
        def both(number: int) -> tuple[int, int]:
            unit: int = 10 ** (len(str(number)) - 1)
            return (number, number) if number < 10 else (number // unit * unit, number // unit * unit + unit)

        (lx, hx), (ly, hy) = both(t.a), both(t.b)
        if self.small(t) or not lx * ly < t.candidate < hx * hy or lx * ly == t.product:
            return ""
        if {lx * ly, hx * hy} & set(t.candidates) or not (self.fair(t, lx, ly) and self.fair(t, hx, hy)):
            return ""
        return self.say(t, "bounds", lx=lx, ly=ly, lo=lx * ly, hx=hx, hy=hy, hi=hx * hy)

    def check_undo(self, t: Telling) -> str:
        return self.say(t, "undo") if t.candidate == t.product else ""

    def check_second(self, t: Telling) -> str:
        kept = t.work
        slipped = t.slipped  # type: ignore[attr-defined]
        work = self.make(t, *self.others)
        if (
            work.method == "direct"
            or work.terms == kept.terms
            or self.lost(work)
            or self.conflicts(t, work)
            or self.score(t, work) >= 6
        ):
            t.work = kept
            return ""
        text = self.para(
            self.say(t, "second"), self.join(t, self.plan(t, work), self.tell(t, work), self.say(t, "agree"))
        )
        t.work = kept
        t.slipped = slipped and t.slipped  # type: ignore[attr-defined]
        return text

    def idle(self, t: Telling) -> str:
        """A doubt that leads to nothing."""
        told = t.told  # type: ignore[attr-defined]
        good = [
            i
            for i in t.work.terms
            if i.value == i.left * i.right and told.get((min(i.left, i.right), max(i.left, i.right))) == i.value
        ]
        good = [i for i in good if len(str(i.left).strip("0")) > 1 and not _trivial(i.right) and i.value != t.candidate]
        if not good or t.work.method == "squares":
            return self.say(t, "idle0")
        term = t.one(*good)  # type: ignore[arg-type, type-var]
        if ("idle", term) in t.used:  # type: ignore[attr-defined]
            return self.say(t, "idle0")
        t.used.add(("idle", term))  # type: ignore[attr-defined]
        parts = split(term.left, "high")
        if len(parts) > 3:
            parts = [term.left // 100 * 100, term.left % 100] if term.left % 100 else parts
        how = " and ".join([", ".join(t.n(i * term.right) for i in parts[:-1]), t.n(parts[-1] * term.right)])
        if t.candidate in [i * term.right for i in parts] or not all(self.fair(t, i, term.right) for i in parts):
            return self.say(t, "idle0")
        return self.say(t, "idle", e=self.times_(t, term.left, term.right), v=term.value, how=how)

    def failing(self, t: Telling) -> str:
        """A test that the previous candidate fails, if there is one."""
        if self.small(t):
            return ""
        r = self.residues(t, t.previous)
        options = []
        if r["rp"] != r["rc"] and "nines!" in self.P:
            options.append(self.say(t, "nines!", **r))
        da, db = t.a % 10, t.b % 10
        if da * db % 10 != t.previous % 10 and "last!" in self.P:
            options.append(self.say(t, "last!", da=da, db=db, dp=da * db, dl=da * db % 10, dc=t.previous % 10))
        got = self.rounded(t)
        if got and not 0.5 < t.previous / got[2] < 1.9 and "est!" in self.P:
            options.append(self.say(t, "est!", x1=got[0], y1=got[1], e=got[2]))
        return t.one(*options) if options else ""

    # the whole
    def opening(self, t: Telling) -> str:
        text = self.say(t, "open")
        if "muse" in self.P and t.chance(0.5):
            text = self.join(t, text, self.say(t, "muse"))
        if "ahead" in self.P and t.chance(0.35):
            got = self.rounded(t)
            if got and 0.7 < t.candidate / got[2] < 1.4:
                text = self.join(t, text, self.say(t, "ahead", x1=got[0], y1=got[1], e=got[2]))
        return text

    def first(self, t: Telling) -> str:
        work = self.make(t, *(self.methods if not self.small(t) else ("direct", "high", "direct")))
        text = self.para(
            self.opening(t), self.join(t, self.plan(t, work), self.tell(t, work), self.commit(t, "commit"))
        )
        return text + self.aside(t)

    def commit(self, t: Telling, key: str) -> str:
        return t.c(self.say(t, key))

    def aside(self, t: Telling) -> str:
        """After a candidate: perhaps a check that it passes, or an idle doubt."""
        share = self.after if not t.more else self.after * 0.5
        if not t.chance(share):
            return ""
        kinds = tuple(kind for kind in self.checks if kind != "second") if t.more else self.checks
        text = self.check(t, kinds) if t.chance(0.75) else self.idle(t)
        return self.block + text if text else ""

    def again(self, t: Telling) -> str:
        ways = t.way(redo=3, mend=4, cross=2.5, failed=3)
        if ways == "mend" or (ways == "failed" and t.chance(0.35)):
            lead = self.failing(t) if ways == "failed" else ""
            text = self.mending(t, lead)
            if text:
                return self.block + text + self.aside(t)
        if ways == "cross":
            work = self.make(t, *self.others)
            if work.method != "direct" and work.terms != t.before.terms and not self.conflicts(t, work):
                body = self.join(t, self.plan(t, work), self.tell(t, work))
                return (
                    self.block
                    + self.para(self.say(t, "second"), self.join(t, body, self.commit(t, "differ")))
                    + self.aside(t)
                )
        lead = self.failing(t) if ways == "failed" else ""
        lead = self.join(t, lead, self.say(t, "restart")) if lead else self.say(t, "disown")
        work = self.make(t, *(self.others if t.chance(0.7) else self.methods))
        end = "same" if t.same else "commit" if t.candidate in t.candidates[: t.index] or t.chance(0.3) else "new"
        body = self.join(t, self.plan(t, work), self.tell(t, work), self.commit(t, end))
        return self.block + self.para(lead, body) + self.aside(t)

    def mending(self, t: Telling, lead: str) -> str:
        before = t.before
        lost = self.lost(before)
        told = t.told  # type: ignore[attr-defined]
        if lost and t.candidate == t.previous + lost.value and lost.value < t.candidate:
            terms = (*before.terms, lost)
            t.work = Work(before.a, before.b, before.method, terms, t.candidate)
            told[(min(lost.left, lost.right), max(lost.left, lost.right))] = lost.value
            fault = self.say(t, "lost", e=self.times_(t, lost.left, lost.right), v=lost.value)
            equals = self.op(t, "=")
            fix = f"{t.n(t.previous)}{self.op(t, '+')}{t.n(lost.value)}{equals}{t.n(t.candidate)}."
            return self.para(lead or self.say(t, "look"), self.join(t, fault, fix, self.commit(t, "new")))
        if lost or before.method == "direct":
            return ""
        for _ in range(6):
            mended = t.mend()
            if mended is None:
                return ""
            if mended.place is not None:
                term = mended.work.terms[mended.place]
                if told.get((min(term.left, term.right), max(term.left, term.right))) != mended.was:
                    t.work = before
                    continue
            worse = self.score(t, mended.work) - (6 if self.conflicts(t, mended.work) else 0)
            if t.used and not self.small(t):  # type: ignore[attr-defined]
                worse -= 2.5  # the same split is no fault here
            twin = (
                mended.place is not None
                and sum(
                    i.left * i.right == mended.work.terms[mended.place].left * mended.work.terms[mended.place].right
                    for i in mended.work.terms
                )
                > 1
            )
            if worse < 4.9 and not twin:
                break
            t.work = before
        else:
            return ""
        work = mended.work
        if mended.place is None:
            return self.para(
                lead or self.say(t, "look"),
                self.join(t, self.say(t, "badsum").rstrip(), self.chain(t, work) + ".", self.commit(t, "new")),
            )
        term = work.terms[mended.place]
        told[(min(term.left, term.right), max(term.left, term.right))] = term.value
        fault = self.say(t, "badterm", e=self.times_(t, term.left, term.right), w=mended.was, v=mended.now)
        return self.para(lead or self.say(t, "look"), self.join(t, fault, self.summing(t, work), self.commit(t, "new")))

    def closing(self, t: Telling) -> str:
        parts = []
        for _ in range(t.rng.choices([0, 1, 2, 3, 4], [2, 4, 5, 4, 2])[0]):
            parts.append(self.idle(t) if t.chance(0.3) else self.check(t))
        text = self.para(*parts)
        return (self.block + text if text else "") + self.block + self.final(t)

    def final(self, t: Telling) -> str:
        return t.r(self.say(t, "final"))


def _lines(style: _Long, t: Telling, work: Work, mark: str) -> str:
    """The partial products on lines of their own."""
    rows = []
    for k, term in enumerate(work.terms, start=1):
        rows.append(mark.replace("#", str(k)) + style.eq(t, term, work))
    return "\n".join(rows)


class SxRonePonderer(_Long):
    """DeepSeek-R1: meandering paragraphs in think tags, a tidy write-up with a box after."""

    methods = ("high", "chunks", "swapped", "high")
    others = ("swapped", "round", "swapchunks", "low")
    joint = (" ", " ", "\n")
    after = 0.6
    P = _phrases(r"""
open
  Okay, so I have to multiply <a> by <b>. Let me think about how to do this carefully.
  Okay, so I need to figure out what <ab> is. Hmm, big numbers always make me nervous, so let me go step by step.
  Alright, the problem is <ab>. I don't have a calculator here, so I'll break it apart.
  Okay, <ab>. I remember from school that you can split one of the numbers by place value.
  Hmm, let me work out <ab>. The user wants the steps, so I should be careful with each one.
  Okay, let's tackle <ab>. First thing that comes to mind is the distributive property.
ahead
  Roughly it should be around <x1> × <y1>, so about <e>. That's just to have something to compare with later.
  A quick ballpark: <x1> times <y1> would be <e>, so the answer should be in that neighborhood.
  Before anything exact, <x1> × <y1> = <e>, so I expect something of that size.
muse
  There are a few ways to go about it, long multiplication or breaking the numbers apart. Breaking apart is what I'm more comfortable with.
  I could line them up in columns, but I tend to lose carries that way. Splitting seems safer.
  I know that (x + y)z = xz + yz, so I can multiply smaller pieces. That keeps the numbers manageable.
  Maybe there's a shortcut with rounding? Not an obvious one, I think, but let me keep it in mind.
  Let me make sure I have the numbers right: <a> and <b>. Yes.
plan
  If I write <whole> as <parts>, then I can multiply <left> by each part and add everything.
  Let me break down <whole> into <parts>.
  So <whole> is <parts>, and I multiply each of those by <left>.
  I'll keep <left> whole and split <whole> = <parts>.
  Maybe break <whole> into its places: <parts>.
  Right, <whole> = <parts>, so the distributive property should do it.
plan4
  Actually <whole> is close to <near>. So I can write <whole> = <parts> and use that.
  Note that <whole> = <parts>, so <left> times that is easy enough.
  Hmm, <near> is a nicer number than <whole>; <whole> = <parts>.
direct2
  If I do the long multiplication for <ab> in one go, I get <c>.
  Multiplying it out on paper, <ab> comes to <c>.
  Doing the usual column multiplication in my head, I end up with <c>.
direct
  That's a basic one from the multiplication table: <ab> is <c>.
  From the times tables, <a> times <b> gives <c>.
  I just know this one, <ab> makes <c>.
t1
  First, 
  Let me start with 
  So first up, 
  Starting off: 
t2
  Next, 
  Then 
  Okay, then 
  Moving on, 
  And 
t3
  Finally, 
  And lastly, 
  Then the last piece: 
  And the remaining part, 
sum
  Now adding those together: 
  Okay, now I need to add them all up. 
  Let me sum these: 
  Adding step by step, 
  So now the addition: 
sub
  Now subtract the second from the first: 
  So I take the smaller one away: 
  Subtracting, 
oops
  <e> = <w>... wait, no, that's <v>
  <e> = <w>. Hmm, no, let me redo that: it's <v>
  <e>, that would be <w>, no wait, <v>
  <e> = <w>? No, I misadded, it's <v>
note
   (which is different from the <w> I wrote before)
  , so the <w> from earlier was wrong
   — earlier I had <w> for this, which was off
commit
  So <ab> should be <c>.
  So that gives <c> as the product.
  So the answer would be <c>.
  Therefore, <ab> = <c>.
  So putting it together I get <ab> = <c>.
  Okay, so the product is <c>.
  So it looks like the answer is <c>.
new
  So the correct product is <c>, not <p>.
  So now the answer comes out as <c> instead of <p>.
  Okay, so <ab> = <c>, and my earlier <p> was wrong.
  That makes the product <c>.
  So I get <c> this time, which means <p> was a mistake.
  Therefore <ab> = <c>, and I should forget about <p>.
same
  So I end up at <c> once more. Okay, so that's the answer: <c>.
  Huh, it's <c> again. So after the fresh start the answer is <c> as well.
  So starting over also lands on <c>. Then I'll take <ab> = <c>.
  And that's <c>, the same thing I threw out. Alright, <ab> = <c>.
  So the new calculation gives <c> too. Okay, answer <c>.
disown
  Wait, hold on. I don't think <p> is right. Let me scrap that and start over with a different approach.
  Hmm, wait. I'm not happy with <p>, something in there went wrong. Let me throw it away and do the multiplication from scratch.
  Wait, no. I think I messed up somewhere, so I can't use <p>. Let me start again.
  Hmm, <p> doesn't look right to me. I must have made an error. Let me redo the whole thing.
  Actually, wait. I made a mistake somewhere, I'm fairly sure of it. Forget <p>. Start over.
  Hold on, that can't be right. Let me discard <p> and compute it again from the beginning.
  Hmm, no. I rushed that and I think <p> is wrong. Let me do everything again, slowly.
restart
  So <p> has to be wrong. Let me redo it.
  That means I made a mistake somewhere. Start over.
  So something's off with <p>. Let me do the multiplication again.
  So that's not the answer. Okay, from the top.
look
  Wait, let me go back over the pieces before I trust this.
  Hmm, wait a second. Let me re-examine those steps.
  But wait, I should double-check each part.
  Hold on. Let me look at that again.
  Wait, one of those numbers bothers me.
  Let me double-check my work here.
badterm
  I wrote <e> = <w>, but that's not right, it's <v>.
  Oh, here: <e> should be <v>, and I had <w>.
  Ah, <e> isn't <w>. Multiplying it out again gives <v>.
  So for <e> I said <w>. Doing it again... it's actually <v>. That's the error.
  Hmm, <e>: I get <v> now, where before I had <w>. I made a mistake there.
badsum
  The partial products look fine, but the addition is where I went wrong. Again: 
  Each product is okay. Let me redo the sum, because I think I dropped a carry: 
  So the pieces are right but I added them incorrectly. Redoing that: 
  The multiplications are fine, it's the adding. Once more: 
lost
  Oh no, I completely forgot <e> = <v>!
  I skipped a part: <e>, which is <v>. That has to be added too.
  Wait, where did <e> go? That's <v>, and I never added it.
second
  Let me try another way to verify.
  Let me double-check this by doing it differently.
  Just to be sure, let me check using another method.
  But let me verify with a different breakdown.
  To cross-check, I can do the calculation another way.
  Maybe I should confirm this with a second approach.
agree
  Okay, that's <c> as well, so both ways agree.
  Great, the same result, <c>. That makes me more confident.
  So that matches the <c> from before. Good.
  Which is what I had before, <c>. Nice.
  Same number, <c>, so that checks out.
differ
  Hmm, that's <c>, not <p>. The first calculation must have had a slip, this one I went through more carefully, so the answer should be <c>.
  But before I had <p>. So there's a mistake in the first attempt; I trust this one, so <ab> = <c>.
  That contradicts <p>. Looking back I was sloppy the first time, so the product is <c>.
  Wait, that's different from <p>. I believe the second computation, so the answer is <c>.
nines
  I can also check with digit sums. Mod 9, <a> is <ra> and <b> is <rb>, so the product should be <rr>, i.e. <rp> mod 9. And <c> is <rc> mod 9. Good.
  Let me use casting out nines: <a> leaves <ra>, <b> leaves <rb>, and the product should leave <rp>. <c> leaves <rc>, so that's consistent.
  Checking modulo 9: <ra> times <rb> is <rr>, which leaves <rp>, and <c> leaves <rc> too. Okay.
last
  Also, the last digit: <da> × <db> = <dp>, so it should end in <dc>. It does.
  The units digits are <da> and <db>, product <dp>, so the answer ends in <dc>. Yes, that fits.
  Quick look at the last digit: <da> times <db> is <dp>, so <dc> at the end. Okay, consistent.
est
  Does the size make sense? <x1> × <y1> = <e>, so <c> seems reasonable.
  As a sanity check, <x1> times <y1> is <e>, and <c> is in that ballpark.
  Approximating, <x1> × <y1> = <e>. So <c> is plausible.
undo
  I could also divide: <c> ÷ <b> comes back to <a>. Good.
  And if I divide <c> by <a>, I get <b> exactly. So that works.
nines!
  Let me check with digit sums mod 9. <a> gives <ra>, <b> gives <rb>, so the product should be <rp> mod 9. But <p> is <rc> mod 9. That doesn't match!
  Casting out nines: <ra> × <rb> = <rr>, so <rp> mod 9, whereas <p> leaves <rc>. Hmm, that's a problem.
last!
  Wait, the last digit. <da> × <db> = <dp>, so the product has to end in <dl>, but <p> ends in <dc>. That's not right.
  Hmm, the units digit should come from <da> × <db> = <dp>, which is <dl>. <p> ends in <dc>, so no.
est!
  Wait, <x1> × <y1> is already <e>. <p> is way off from that.
  Hmm, a rough estimate is <x1> × <y1> = <e>, and <p> isn't anywhere near it.
idle
  Wait, is <e> really <v>? The pieces are <how>, and together that's <v>. Yes, okay.
  Hold on, let me double-check <e>. From <how> I get <v>. Yeah, that's right.
  Hmm, did I do <e> right? <how>... that makes <v>. Fine.
idle0
  Wait, did I copy the numbers right? <a> and <b>, yes.
  Hmm, am I sure about that? I went through each step, and I don't see anything wrong.
  Wait, is it <a> times <b> that's asked, not plus? Yes, times. Okay.
  Let me think if I've overlooked something. No, I think it's fine.
final
  I'm confident now, so the answer is <c>.\n</think>\n\nTo calculate <ab>, split one factor by place value, multiply each part and add the results.\n\n**Answer:** \(\boxed{<cm>}\)
  So I'll go with <c>.\n</think>\n\nThe product of <a> and <b> is:\n\n\[\n\boxed{<cm>}\n\]
  Okay, that should be it.\n</think>\n\n**Final Answer**\n\n<a> multiplied by <b> is \boxed{<cm>}.
  Alright, writing up the answer.\n</think>\n\n<ab> = **<c>**
  I think that settles it.\n</think>\n\nStep by step, the partial products add up to **<c>**.\n\n\boxed{<cm>}
  Done checking.\n</think>\n\n### Answer\n<ab> = \(\boxed{<cm>}\)
""")

    def first(self, t: Telling) -> str:
        return "<think>\n" + super().first(t)


class SxAlternatingQwq(_Long):
    """QwQ-preview: no tags, 'Alternatively' again and again, rounding and squares, bold final answer."""

    methods = ("round", "squares", "chunks", "high", "area")
    others = ("squares", "swapround", "area", "swapped", "low", "high")
    times = ("×", "*")
    words = ("plain", "comma")
    after = 0.65
    detailed = 0.25
    P = _phrases(r"""
open
  So I've got this multiplication problem here: <ab>. Let's see how to go about it.
  I need to multiply <a> by <b>. Let me recall what tricks there are for that.
  Let me try to calculate <ab>. I want to be careful and maybe look at more than one method.
  So, <ab>. I'm thinking I'll do this without long multiplication if possible.
  The task is <ab>, and I should show my thinking step by step.
  Let's see, I have to find the product of <a> and <b>.
ahead
  To get a feeling for it, <x1> <x> <y1> is <e>, so it'll be somewhere near there.
  As a rough idea, it's like <x1> times <y1>, which is <e>.
  I'd expect something in the region of <e>, since <x1> <x> <y1> is that.
muse
  There's the standard algorithm, there's the lattice method, and there's breaking down by place value. I think that something with nice round numbers would be best.
  I could look for common factors, but that doesn't seem to simplify much here.
  I wonder if there's a neat identity for this. Perhaps, but first things first.
  I don't want to just write down a number, I'd like to understand each step.
  I'll keep in mind that small arithmetic slips are easy to make.
plan
  One way is to write <whole> as <parts> and distribute.
  I'll decompose <whole> into <parts> and multiply <left> by each.
  So I can think of <whole> as <parts>.
  Using the distributive law with <whole> = <parts>:
  Suppose I take <whole> apart: <parts>.
plan2
  Interesting, <lo> and <hi> lie symmetrically around <m>: they are <m> - <d> and <m> + <d>. So the product is a difference of squares.
  I notice that <lo> = <m> - <d> and <hi> = <m> + <d>, so I can use (x - y)(x + y) = x² - y².
  The midpoint of the two numbers is <m>, and each is <d> away from it, so I need the square of <m> minus the square of <d>.
plan3
  I could expand (<f>)(<g>) term by term.
  Let me use the FOIL idea on (<f>)(<g>).
  So it's (<f>) times (<g>), and I multiply each with each.
plan4
  Since <whole> is near <near>, I can use <whole> = <parts>.
  I'll round <whole> to <near> and correct afterwards, because <whole> = <parts>.
  <near> is easier to work with than <whole>, and <whole> = <parts>.
direct2
  Multiplying <a> and <b> with the standard algorithm, I find <c>.
  If I carry out the long multiplication mentally, it comes out as <c>.
  Going through the columns directly, I arrive at <c>.
direct
  That's one of the basic facts: <ab> is <c>.
  I remember this one by heart, <a> times <b> gives <c>.
  Counting by <a>, <b> times, I arrive at <c>.
t1
  First, 
  So, 
  To begin, 
  I have 
t2
  Then, 
  Next, 
  Also, 
  After that, 
t3
  And 
  Finally, 
  And then 
  Lastly, 
sum
  Adding these: 
  Now, adding them all together, 
  So I have to add: 
  Summing up, 
  Combining: 
sub
  Now I subtract: 
  So, taking the difference, 
  And the difference is 
oops
  <e> = <w>, no, sorry, <v>
  <e> = <w>. Wait a moment, that should be <v>
  <e>, which is <w>... hmm, let me see, no, it's <v>
  <e> = <w>, hmm, no, carrying properly it's <v>
note
   (I previously had <w> here, which was wrong)
   - not <w> as I had it earlier
commit
  So, the product is <c>.
  Therefore, <ab> = <c>.
  So I get <c>.
  Thus it seems that <ab> is <c>.
  That means the answer is <c>.
  Hence <ab> = <c>.
  So according to this, the result is <c>.
new
  So the product should be <c> rather than <p>.
  Thus <ab> = <c>, and <p> was incorrect.
  So this corrects my result from <p> to <c>.
  Therefore the right answer is <c>.
  So now I have <c> as the product.
  Hence it's <c>, so the <p> has to go.
same
  So, curiously, I'm back at <c>. Then <ab> = <c> after all.
  So the recomputed product is <c>, as it was. I'll take <c>.
  Thus the new computation gives <c>, so <c> it is.
  So I arrive at <c> again, and therefore the answer is <c>.
  Therefore, even from scratch, <ab> = <c>.
disown
  Wait, I think there is an error in what I did; <p> is not reliable. Let me drop it and calculate anew.
  Hmm, that doesn't seem correct. I'll disregard <p> and begin again with another method.
  Hold on, I believe I made a mistake somewhere. So not <p>. Let me start afresh.
  Wait a minute. I can't accept <p>; I was too quick with the arithmetic. Let me recompute everything.
  Hmm, I have the feeling that I mixed something up, so <p> is out. Another attempt:
  That seems wrong to me. Let me put <p> aside and redo the multiplication in full.
restart
  So <p> is incorrect. Let's recalculate.
  Therefore I must have slipped somewhere, and <p> is wrong. Another attempt.
  That rules <p> out. Let me compute it again.
  So I have to do this once more.
look
  Wait, let me verify each of those steps.
  But hold on, let me go over the numbers again.
  Let me just double-check the pieces.
  Wait, I should make sure that I didn't make an arithmetic mistake.
  Hmm, let me retrace this.
  Hold on a second, is everything there correct?
badterm
  I had <e> = <w>, but actually it is <v>.
  For <e>, the correct value is <v>; I mistakenly used <w>.
  It seems <e> was off: it's <v>, not <w>.
  Let me recompute <e>. I get <v>, whereas I wrote <w> before. So there's the mistake.
  Ah, I see, <e> equals <v>. I don't know where I got <w> from.
badsum
  The individual products are right. But adding them properly: 
  It's in the final combination that I made a mistake. Correctly: 
  Products fine, sum not. Let me do it again: 
  I think I miscalculated when combining. Again, 
lost
  I see, I left out <e>, which is <v>.
  One part is missing: <e> = <v>.
  I forgot to include <e>, and that's <v>.
second
  Alternatively, I could do it in a different way to see if I get the same thing.
  Alternatively, let me check by another route.
  Another way to look at it, to verify:
  Let me verify this using a different method.
  Alternatively, to confirm, I could approach it from the other side.
  For verification, let me try yet another technique.
agree
  Which again is <c>. Good, the two methods agree.
  So that's consistent with <c>.
  Same result as before, <c>. 
  That confirms <c>.
  Both approaches lead to <c>, so I'm fairly comfortable.
differ
  But that is <c>, and earlier I got <p>. I trust this computation more, since I see that I was careless the first time. So the answer is <c>.
  Hmm, this gives <c> and not <p>. So the earlier one was in error, and I'll take <c>.
  This doesn't agree with <p>. The second way is simpler and I've been more careful, so <ab> = <c>.
  So there's a discrepancy: <c> now, <p> before. I must have erred before. The product is <c>.
nines
  Alternatively, I could check modulo 9: <a> ≡ <ra> and <b> ≡ <rb>, so the product ≡ <rp>. And <c> ≡ <rc>. That's consistent.
  Looking at remainders mod 9: <ra> times <rb> is <rr>, so remainder <rp>, and <c> has remainder <rc> as well.
  Casting out nines, I have <ra> and <rb> for the factors, which should give <rp>, and the product gives <rc>. Fine.
last
  The unit digit should be that of <da> <x> <db> = <dp>, namely <dc>, and that's the case.
  Also the last digit is <dc>, as it should be given that <da> times <db> is <dp>.
est
  Also, <x1> <x> <y1> = <e>, so <c> is of the right order.
  If I approximate, <x1> times <y1> is <e>, and that's not far from <c>.
bounds
  It has to be more than <lx> <x> <ly> = <lo> and less than <hx> <x> <hy> = <hi>. And it is.
  Lower bound: <lx> times <ly>, which is <lo>. Upper bound: <hx> times <hy>, which is <hi>. The value is within that range.
undo
  Also, dividing <c> by <b> gives back <a>.
  Alternatively, check by division: <c> / <a> = <b>. Yes.
nines!
  Alternatively, let me check modulo 9. <a> ≡ <ra>, <b> ≡ <rb>, so the product should be ≡ <rp>. But <p> ≡ <rc>. They don't match.
  Looking at remainders mod 9: should be <rp>, since <ra> times <rb> is <rr>. However, <p> has remainder <rc>.
last!
  But the unit digit should be that of <da> <x> <db> = <dp>, so <dl>, while <p> ends with <dc>.
  Hmm, <da> times <db> is <dp>, so the result has to end with <dl>. <p> ends with <dc>.
est!
  But <x1> <x> <y1> is <e>, so <p> is not even close.
idle
  Wait, is <e> equal to <v>? From <how>, yes, it's <v>.
  Let me make sure about <e>: I have <how>, total <v>. Correct.
  Hmm, <e>, let me see, <how>, so <v>. Okay, that was right.
idle0
  Wait, did I read the problem correctly? It's <a> and <b>. Yes.
  Is there anything I'm missing? I don't think so.
  Hmm, would some other identity be faster here? Maybe, but it isn't needed.
  Let me think about whether lattice multiplication would be better. Not really necessary, I guess.
final
  **Final Answer**\n\n\[ \boxed{<cm>} \]
  So, the final answer is:\n\n\[ \boxed{<cm>} \]
  Therefore, after all that, the answer is <c>.\n\n**Final Answer**\n\n\[ \boxed{<cm>} \]
  I'm confident that the product of <a> and <b> is <c>.\n\n**Final Answer**\n\n\boxed{<cm>}
  In conclusion, <ab> = <c>.\n\n**Final Answer**\n\n\[\n\boxed{<cm>}\n\]
  **Final Answer:** \boxed{<cm>}
""")


class SxHybridSwitch(_Long):
    """Qwen3: 'Okay, let's see', line breaks between steps, a headed write-up after the thought."""

    methods = ("chunks", "high", "swapchunks", "swapped")
    others = ("swapped", "chunks", "swapchunks", "low", "round")
    times = ("×", "*")
    joint = ("\n", "\n", "\n\n", " ")
    after = 0.6
    P = _phrases(r"""
open
  Okay, let's see. I need to calculate <a> multiplied by <b>.
  Okay, so I need to calculate <ab> step by step. Let me start by writing the numbers down: <a> and <b>.
  Okay, let me try to solve this. The question is <ab>.
  Okay, the user is asking for <ab>. Let me do it by hand and make sure that every step is right.
  Alright, let's calculate <ab>. There are several methods; I'll pick the distributive one.
  Okay, let me work through <ab>. I should be careful with the zeros.
ahead
  If I approximate, <x1> times <y1> is <e>, so the result should be somewhere near that.
  Let me see the magnitude first: <x1> × <y1> = <e>. So about that.
muse
  Hmm, multiplication of larger numbers can be tricky, so let me do it by parts.
  I remember that multiplication can be done using the standard algorithm or the distributive property. The second one is easier to write down.
  Wait, is there any trick, like one of them being close to a round number? I'll see.
  First, I should recall that a × (b + c) = a × b + a × c.
  I need to make sure I align the place values correctly.
plan
  Maybe I can split <whole> into <parts>. So the problem becomes <left> times (<parts>).
  So, <left> × (<parts>).
  Let me break <whole> into <parts> to make it easier.
  I'll write <whole> as <parts> and multiply <left> by each part separately.
  Breaking down <whole>: that's <parts>.
plan4
  Since <whole> is <parts>, I could use <near> first and then adjust.
  <whole> is <parts>. So multiply by <near> and then correct.
direct2
  Using the standard multiplication algorithm for <ab>, I get <c>.
  If I multiply these directly, the result is <c>.
  Doing long multiplication all at once, it comes to <c>.
direct
  This is in the basic multiplication table: <ab> is <c>.
  Well, <a> groups of <b> make <c>.
  I recall that <ab> equals <c>.
t1
  First part: 
  Starting with 
  First, 
  Let me compute the first one: 
t2
  Next part: 
  Then, 
  Next, 
  Moving on to the next: 
t3
  Last part: 
  Then the last one: 
  Finally, 
  And 
sum
  Now add them up: 
  Now, adding all these results: 
  Let me add these: 
  Now, let's sum: 
  Adding together, 
sub
  Now subtract: 
  Subtracting gives 
  So the difference is 
oops
  <e> = <w>. Wait, let me check that. No, it's <v>
  <e> is <w>... wait, no. It's <v>
  <e> = <w>? Let me recalculate, that's <v>
  <e> = <w>. Hmm, that's not right: <v>
note
  . Wait, earlier I wrote <w> for this one. That was the mistake
   (earlier I wrote <w>, that was incorrect)
commit
  So the total is <c>.
  So <ab> = <c>.
  So that would make the product <c>.
  Therefore, the answer should be <c>.
  So, according to this method, the result is <c>.
  So I get <c> for the product.
new
  So the correct total is <c>, not <p>.
  Therefore the product is <c>, which replaces <p>.
  So <ab> = <c>. I'll use this instead of <p>.
  So now it's <c>. That means my first result <p> was wrong.
  So the result is <c>.
  Okay, so the corrected answer is <c>.
same
  So the result is <c>. That's the same number again, so I'll accept it: <c>.
  So I get <c> again. Okay, so <ab> = <c>.
  Therefore it's <c>, same as what I discarded. Then <c> is the answer.
  So after redoing everything, the product is <c>.
disown
  Wait, that doesn't seem right. I need to redo this, <p> can't be trusted.
  Wait, I think I made a mistake. Let me discard <p> and recalculate from the beginning.
  Hmm, wait. I'm getting confused here, and I think <p> is incorrect. Let me start again, more carefully.
  No, wait. There must be an error in there. Scratch <p>. Let me do it again.
  Hmm, <p>... I have doubts, I think I added something wrong. Let me throw that out and redo the calculation.
  Wait, this is not correct. I should not use <p>. Let's try again from scratch.
restart
  So there's an error in my calculation, and <p> is not correct. Let me redo it.
  That means <p> is wrong. Let me start again.
  So I need to recompute. Let me do it properly.
look
  Wait, let me check again to be sure.
  Let me verify each step again.
  Wait, let me go through the multiplication again.
  Hmm, let me double-check the partial results.
  But wait, let me make sure I did the steps correctly.
  Let me re-verify that.
badterm
  <e>: I said <w>, but it's <v>. So that was wrong.
  Wait, <e> is not <w>. It is <v>.
  Here I wrote <e> = <w>. But the correct value is <v>.
  <e> should be <v>. I previously wrote <w>, which is an error.
  Hmm, checking <e>... that's <v>. But I used <w>. So I need to correct it.
badsum
  The partial results are correct. But the sum isn't: 
  The multiplications are correct, so it must be the addition. Let me add again: 
  I think I made an error in the addition. Adding again: 
  The parts check out. The sum, however, should be 
lost
  Wait, I didn't include <e>, which is <v>.
  I missed one part: <e> = <v>.
  Oh, I forgot about <e>. That's <v>.
second
  Let me verify this with another method.
  Let me check this another way.
  Wait, let me double-check by splitting differently.
  To be thorough, let me cross-verify with another approach.
  But to be sure, let me use a different method to confirm.
  Let me try a second method to verify.
agree
  Yes, same result: <c>.
  Same as before, <c>. So that seems correct.
  That gives <c>, which matches the earlier result.
  So <c> again. Both methods agree.
  Okay, <c>. That matches.
differ
  But this gives <c> and not <p>. There must be an error in the first calculation. I've checked the second one, so the correct answer is <c>.
  Hmm, now it's <c>, but before it was <p>. The first one must be wrong then. So <ab> = <c>.
  That's different from <p>. So I made a mistake in the first method. The product is <c>.
  Wait, that's <c>, which doesn't match <p>. I went through this one carefully, so I'll take <c> as the answer.
nines
  Let me also check with modulo 9. <a> mod 9 is <ra>, <b> mod 9 is <rb>. The product mod 9 should be <rp>. <c> mod 9 is <rc>. Good.
  Check mod 9: <ra> * <rb> = <rr>, which is <rp> mod 9. And <c> mod 9 is <rc>. That works.
last
  Let me check the last digit: <da> × <db> = <dp>, so it ends with <dc>. Yes.
  The last digit should be <dc>, since <da> × <db> = <dp>. It is.
est
  Let me also estimate: <x1> × <y1> = <e>. So <c> makes sense.
  Rounding gives <x1> × <y1> = <e>, which is reasonably close to <c>.
undo
  Let me check by dividing: <c> ÷ <a> = <b>. Correct.
  If I divide <c> by <b>, I get <a>. So that's right.
nines!
  Let me check with modulo 9. <a> mod 9 is <ra> and <b> mod 9 is <rb>, so the product should be <rp> mod 9. But <p> mod 9 is <rc>. They are not equal.
  Check mod 9: <ra> * <rb> = <rr>, so <rp>. But <p> mod 9 is <rc>. So that's a contradiction.
last!
  Let me check the last digit: <da> × <db> = <dp>, so it should end with <dl>. But <p> ends with <dc>. That's a problem.
est!
  Let me check the size: <x1> × <y1> = <e>. But <p> is far away from that.
idle
  Wait, is <e> = <v>? Let me check: <how>. Yes, the sum is <v>. Correct.
  Wait, <e>... <how>, so <v>. Yes.
  Hmm, let me check <e> once more: <how> make <v>. That's correct.
idle0
  Wait, did I write down both numbers correctly? <a> and <b>. Yes.
  Is there any chance that I made a mistake with the zeros? I don't see one.
  Hmm, I think that's all the steps. Nothing is missing.
  Wait, the question says "think step by step", so I should present the steps in the answer.
final
  Therefore, the answer is <c>.\n</think>\n\nTo calculate <ab>, we can use the distributive property.\n\n---\n\n### Final Answer:\n\n$$\n\boxed{<cm>}\n$$
  I'm confident in this.\n</think>\n\nThe result of multiplying <a> by <b> is:\n\n$$\n\boxed{<cm>}\n$$
  So that's the answer.\n</think>\n\n### **Final Answer**\n$$\n\boxed{<cm>}\n$$
  Okay, I'm done here.\n</think>\n\nAfter splitting one factor and adding the partial products, we get:\n\n**<ab> = <c>**
  So the final answer is <c>.\n</think>\n\n**Answer:** $\boxed{<cm>}$
  Alright.\n</think>\n\n**Step 1:** Split one of the factors by place value.\n**Step 2:** Multiply each part.\n**Step 3:** Add the results: <c>\n\n$$\boxed{<cm>}$$
""")

    def first(self, t: Telling) -> str:
        return "<think>\n" + super().first(t)


class SxChannelClipped(_Long):
    """gpt-oss: clipped analysis with semicolons, then the final channel."""

    methods = ("high", "chunks", "round", "swapped", "squares")
    others = ("swapped", "swapround", "chunks", "squares", "swapchunks")
    times = ("*", "×")
    words = ("plain", "plain", "comma")
    tight = True
    square = "^2"
    joint = (" ",)
    block = " "
    detailed = 0.45
    after = 0.65
    P = _phrases(r"""
open
  We need to compute <ab>.
  The user asks: calculate <ab>. Need step by step.
  Compute <ab>. Do carefully.
  Need product <ab>. Let's do it.
  We need <ab>, with steps shown.
  Let's calculate <ab>.
ahead
  Rough: <x1><x><y1>=<e>.
  Ballpark <e> (from <x1><x><y1>).
plan
  <left>*(<parts>).
  Break <whole>=<parts>.
  Use <whole>=<parts>.
  Split: <whole>=<parts>, times <left>.
  Distribute over <whole>=<parts>.
plan2
  Note <lo>=<m>-<d>, <hi>=<m>+<d>. So <m>^2-<d>^2.
  Difference of squares: <lo>=<m>-<d> and <hi>=<m>+<d>.
plan4
  <whole>=<parts>. 
  Use <near>: <whole>=<parts>.
  Round <whole> to <near>, then correct: <whole>=<parts>.
direct2
  Direct multiplication: <c>.
  Long multiplication mentally: <c>.
  Multiply out directly: <c>.
direct
  Basic fact: <c>.
  Known: <a> times <b> is <c>.
  That's times table, <c>.
sum
  Sum: 
  Add: 
  Total: 
  Adding: 
  Add up: 
  Then sum: 
sub
  Subtract: 
  Difference: 
  So 
oops
  <e>=<w>? no, <v>
  <e>=<w> -> wait, <v>
  <e>=<w>, hmm no: <v>
  <e>=<w>. Actually <v>
note
   (had <w> above, wrong)
   (not <w>)
  , earlier <w> was wrong
commit
  So <ab>=<c>.
  So answer <c>.
  Product <c>.
  Thus <c>.
  So product = <c>.
  Gives <c> as the answer.
new
  So product is <c>, not <p>.
  So corrected: <c>.
  So answer <c> instead of <p>.
  Thus <ab>=<c>; <p> was wrong.
  So it's <c>.
  Now answer: <c>.
same
  So <c> again. Ok, answer <c>.
  Fresh computation gives <c>. So answer <c>.
  Still <c>; take <c>.
  So <c> once more. Use <c>.
  Recomputed product <c>. Answer <c>.
disown
  Hmm, I don't trust <p>. Scrap that, recompute.
  Wait, that looks wrong. Discard <p>; recompute from scratch.
  Hmm, think I slipped somewhere. <p> not reliable. Redo all.
  No, something off. Drop <p>. Again:
  Wait. Likely mistake in there; not <p>. Start over.
  Actually that's suspicious; throw away <p>, redo with different split.
restart
  So <p> wrong. Recompute.
  So there's an error. Redo.
  So not <p>. Again:
  So there's an arithmetic error. Recompute carefully.
look
  Double-check the pieces.
  Let me re-check.
  Check steps.
  Wait, verify partials.
  Let's re-verify the arithmetic.
  Hmm, check again.
badterm
  <e>: that's <v>, not <w>.
  <e>=<v>. I had <w>; mistake.
  Oops, <e> is <v> (wrote <w>).
  <e>=<w>? No: <v>.
  Error in <e>: should be <v>, used <w>.
badsum
  Partials ok, addition wrong: 
  Products fine. Sum again: 
  Addition error. Redo: 
  Partials right; re-add: 
lost
  Missed <e>=<v>.
  Forgot <e>=<v>. Add it:
  Left out <e>, i.e. <v>:
second
  Check other way:
  Verify alternative:
  Double-check with another split:
  Cross-check:
  Verify by different decomposition:
  Alternatively verify:
agree
  Matches <c>. Good.
  Same, <c>.
  Also <c>. Good.
  <c>, consistent.
  Ok <c> confirmed.
differ
  That's <c>, vs <p> before. First one had error; second verified. Answer <c>.
  Gives <c>, not <p>. Conflict; earlier pass was sloppy, so <ab>=<c>.
  Now <c>, disagrees with <p>. Trust this one: answer <c>.
  <c> != <p>. So first was wrong. Product <c>.
nines
  Mod 9: <a>-><ra>, <b>-><rb>, <ra>*<rb>=<rr>-><rp>; <c>-><rc>. ok.
  Check mod 9: <ra>*<rb>≡<rp>, result ≡<rc>. Good.
  Mod 9 check: expected <rp>, got <rc>. ok.
last
  Last digit: <da>*<db>=<dp> -> <dc>, ok.
  Ends with <dc> (<da>*<db>=<dp>). Good.
est
  Approx <x1>*<y1>=<e>, plausible.
  Sanity: <x1>*<y1>=<e>. Fine.
bounds
  Between <lx>*<ly>=<lo> and <hx>*<hy>=<hi>. Fine.
undo
  <c>/<b>=<a>. Good.
  Division check: <c>/<a>=<b> ok.
nines!
  Mod 9: <ra>*<rb>=<rr>-><rp>, but <p>-><rc>. Fails.
  Check mod 9: expected <rp>, but <p>≡<rc>. Mismatch.
last!
  Last digit: <da>*<db>=<dp> so should end <dl>; <p> ends <dc>. Wrong.
  Ends with <dc> but <da>*<db>=<dp> needs <dl>.
est!
  But approx <x1>*<y1>=<e>; <p> way off.
idle
  <e>=<v>? <how>: yes.
  Is <e>=<v>? parts <how>. Yes.
  Hmm <e>: <how> -> <v>. ok.
idle0
  Numbers copied right? <a>, <b>. Yes.
  Any carry missed? No.
  Format: brief steps then answer.
  Policy: nothing special. Provide steps.
final
  Will present.assistantfinal**<ab> = <c>**
  Provide answer.assistantfinalSplitting one factor and adding the partial products gives\n\n**<c>**
  Write answer.assistantfinalUse the distributive property, then add the partial products.\n\n\[\n\boxed{<cm>}\n\]
  Done.assistantfinal**Answer:** <c>
  Produce final.assistantfinal<a> × <b> = **<c>**
  Answer.assistantfinalStep‑by‑step: expand by place value, multiply, add.\n\nResult: **<c>**
""")

    def begin(self, t: Telling) -> None:
        super().begin(t)
        t.glue = " "  # type: ignore[attr-defined]

    def first(self, t: Telling) -> str:
        return t.one("analysis", "analysis", "") + super().first(t)

    def tell(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.direct(t)
        mark = t.one("; ", "; ", ", ")
        return self.join(t, mark.join(self.eq(t, term, work) for term in work.terms) + ".", self.summing(t, work))

    def summing(self, t: Telling, work: Work) -> str:
        key = "sub" if len(work.terms) == 2 and work.terms[1].sign < 0 else "sum"
        return f"{self.say(t, key)}{self.flat(t, work) if t.chance(0.3) else self.chain(t, work, '; ')}."


class SxWaitAppended(_Long):
    """s1: a numbered plan, then 'Wait' paragraphs where the budget forced more thought."""

    methods = ("low", "high", "swaplow")
    others = ("high", "low", "swapped", "swaplow", "chunks")
    times = ("×", "*")
    words = ("plain", "comma")
    joint = ("\n",)
    block = "\n\n"
    detailed = 0.2
    after = 0.45
    P = _phrases(r"""
open
  To find the product of <a> and <b>, we multiply digit by digit and add the shifted results.
  We want to compute <ab>. We do this by multiplying by each place value separately.
  We are asked for <ab>. We use the standard algorithm.
  Let's compute <ab> by partial products.
  The problem asks for the product of <a> and <b>. We go place by place.
  We need the value of <ab>. The approach is to use the place values of one factor.
muse
  Each partial product is shifted according to its place.
  The sum of the partial products is then the desired product.
  Afterwards we check the outcome.
plan
  We have <whole> = <parts>, so we need these multiples of <left>:
  Write <whole> = <parts> and multiply <left> by each term:
  Place values of <whole>: <parts>. The products with <left> are
  Multiplying <left> by each place of <whole>, that is by <parts>:
direct2
  Multiplying directly by the standard algorithm, we get <c>.
  Direct long multiplication yields <c>.
  Carrying out the multiplication in one step gives <c>.
direct
  This is a basic multiplication fact, with value <c>.
  By repeated addition of <a>, <b> times, we reach <c>.
  The multiplication table gives <c>.
sum
  Adding the partial products: 
  Summing: 
  The sum is 
  We add these: 
  Then we add: 
sub
  Subtracting: 
oops
  <e> = <w>, correction: <v>
  <e> = <w> (no, recomputing gives <v>)
  <e> = <w>, or rather <v>
note
   (this was given as <w> above, which was wrong)
   (above we had <w>, an error)
commit
  So the product is <c>.
  Therefore, <ab> = <c>.
  Thus, the answer is <c>.
  Hence the final answer would be <c>.
  So the answer is <c>.
  Thus we obtain <ab> = <c>.
new
  So the answer is actually <c>, not <p>.
  Therefore the corrected product is <c>.
  So <p> was wrong and the answer is <c>.
  Thus, <ab> = <c>.
  So we correct the answer from <p> to <c>.
  Hence the product is <c>.
same
  So we get <c> again, and the answer is <c>.
  Thus, the new computation gives <ab> = <c>, the same value.
  So the product, computed afresh, is <c>.
  Therefore, we arrive at <c> once more. The answer is <c>.
disown
  Wait, that's not right. Let's discard <p> and recompute everything.
  Wait, the above contains a mistake, so <p> is not the answer. Let me try again.
  Wait, I think the additions went wrong somewhere. We drop <p> and do it over.
  Wait, I don't believe <p>. Let's do the whole multiplication again.
  Wait, this is wrong. Let me redo the calculation from the start.
  Wait, <p> seems off, there must be an error. Starting over:
restart
  So <p> is wrong. We recompute.
  This shows an error in the computation, so <p> is not right. Let's redo it.
  Hence we have to do the calculation again.
look
  Wait, let me re-check each partial product.
  Wait, is each line correct? Let's go through them.
  Wait, let's look at the lines again.
  Wait, let me recheck the arithmetic above.
  Wait, we should check the computation line by line.
  Wait, I want to go over this again.
badterm
  The line <e> = <w> is incorrect; the correct value is <v>.
  <e> is <v>, but we wrote <w>.
  We wrote <w> for <e>. It should be <v>.
  Recomputing <e> gives <v> instead of <w>.
badsum
  The lines are correct, but the sum is not. Adding again: 
  All partial products are right. The addition, however, has a carry error: 
  The products are correct; the error is in the addition: 
lost
  The line <e> = <v> is missing.
  We left out <e> = <v>.
second
  Wait, let's verify by splitting the other way.
  Wait, let me check this with a different method.
  Wait, we can double check using another decomposition.
  Wait, let me verify the answer differently.
  Wait, let's confirm with a second computation.
  Wait, to make sure, let us verify by another decomposition.
agree
  This also gives <c>, so the answer is confirmed.
  We get <c> as before.
  The result is the same, <c>.
  Again <c>. The two computations agree.
differ
  This gives <c> rather than <p>. The first computation has an error, so the answer is <c>.
  The two results, <p> and <c>, differ. The second is the careful one, so we replace <p>: the product is <c>.
  Now we get <c>, so <p> was incorrect. The answer is <c>.
  This contradicts <p>; the mistake is in the first computation. So <ab> = <c>.
nines
  Wait, let's check modulo 9. We have <a> ≡ <ra> and <b> ≡ <rb>, so the product is ≡ <rp>. Also <c> ≡ <rc>. This is consistent.
  Wait, a check with remainders modulo 9: <ra> · <rb> = <rr> leaves <rp>, and <c> leaves <rc>. It agrees.
last
  Wait, check the last digit: <da> · <db> = <dp>, so it must be <dc>, and it is.
  Wait, does the last digit fit? <da> · <db> = <dp>, and the product ends in <dc>. Yes.
est
  Wait, is the magnitude right? <x1> · <y1> = <e>, so yes.
  Wait, let's see whether <c> is reasonable: <x1> · <y1> = <e>. It is.
bounds
  Wait, let's bound it. The product lies between <lx> · <ly> = <lo> and <hx> · <hy> = <hi>, which holds.
undo
  Wait, let's divide: <c> / <b> = <a>. This is correct.
nines!
  Wait, modulo 9 we should have <ra> · <rb> = <rr>, which leaves <rp>, but <p> leaves <rc>.
  Wait, let's check modulo 9. The product should leave <rp>, because <a> ≡ <ra> and <b> ≡ <rb>. But <p> leaves <rc>.
last!
  Wait, the last digit should be that of <da> · <db> = <dp>, i.e. <dl>, but <p> ends in <dc>.
est!
  Wait, <x1> · <y1> = <e>, and <p> is much too far from this.
idle
  Wait, is <e> = <v>? The parts are <how>, which sum to <v>. Yes.
  Wait, let me check <e>: <how> add up to <v>, fine.
  Wait, <e> again: <how>. Total <v>. It's right.
idle0
  Wait, did we use the right numbers? The factors are <a> and <b>. Yes.
  Wait, are there any other steps needed? No, that is everything.
  Wait, is a decimal form needed? No, the factors are integers.
  Wait, are the shifts right? Yes, they are.
final
  Final Answer: The final answer is $\boxed{<cm>}$
  The final answer is $\boxed{<cm>}$.
  Final Answer: $\boxed{<cm>}$
  So the final answer is <c>.\n\nAnswer: <c>
  **Final Answer**: The product is $\boxed{<cm>}$.
  Answer: $\boxed{<cm>}$
""")

    def tell(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.direct(t)
        rows = _lines(self, t, work, "#. ") if t.flag("numbered", 0.6) else _lines(self, t, work, "- ")
        return f"{rows}\n{self.summing(t, work)}"


class SxZeroDisplays(_Long):
    """A mathematics base model after RL-Zero: displayed formulae, 'we', a box at every answer."""

    methods = ("high", "swapped", "area")
    others = ("area", "swapped", "high", "round")
    times = ("\\times", "\\times", "\\cdot")
    words = ("plain", "plain", "latex")
    joint = ("\n",)
    after = 0.5
    detailed = 0.3
    oops = 0.12
    square = "^2"
    P = _phrases(r"""
open
  To calculate \(<ab>\), we can use the distributive property of multiplication over addition.
  To compute the product \(<ab>\), we break one factor into place values.
  We start with the expression \(<ab>\) and work step by step.
  Let's find \(<ab>\) by decomposing one of the numbers.
  To solve \(<ab>\), we first decompose and then add the partial products.
  We need to multiply \(<a>\) by \(<b>\). Let's go step by step.
muse
  This allows us to work with simpler products.
  The idea is to reduce the problem to smaller multiplications.
  Then we will verify the result.
  This involves multiplying each part separately and then summing.
plan
  First, decompose \(<whole>\): \(<whole> = <parts>\).
  We write \(<whole>\) as \(<parts>\) and distribute \(<left>\).
  Since \(<whole> = <parts>\), we have \(<left> <x> <whole> = <left> <x> (<parts>)\).
  Using \(<whole> = <parts>\):
  Rewrite \(<whole>\) as \(<parts>\).
plan3
  We expand \((<f>)(<g>)\).
  Expanding both factors: \((<f>)(<g>)\).
plan4
  Notice that \(<whole> = <parts>\).
  Here \(<whole>\) can be written as \(<parts>\).
direct2
  Performing the multiplication directly, we get \(<cm>\).
  Using the standard multiplication algorithm, the value is \(<cm>\).
  By direct calculation, this equals \(<cm>\).
direct
  From the multiplication table, the value is \(<cm>\).
  This is a basic fact with value \(<cm>\).
  Adding \(<a>\) a total of \(<b>\) times gives \(<cm>\).
sum
  Now, add the partial products:
  Adding these results:
  Next, we sum everything:
  Then combine them:
  Now we add all of these together:
sub
  Now, subtract:
  Subtracting these:
  Then take the difference:
oops
  <e> = <w> \text{ (incorrect, it is } <v>)
  <e> = <w> \quad\text{no, } <e> = <v>
note
  \quad (\text{not } <w> \text{ as before})
  \quad (\text{instead of } <w>)
commit
  So, the product is \(\boxed{<cm>}\).
  Therefore, \(<ab> = <cm>\).
  Thus, the answer is \(\boxed{<cm>}\).
  So, we have \(<ab> = \boxed{<cm>}\).
  Hence, the result is \(<cm>\).
  Therefore, the final result of \(<ab>\) is \(\boxed{<cm>}\).
new
  So, the correct answer is \(\boxed{<cm>}\), not \(<p>\).
  Therefore, the corrected product is \(\boxed{<cm>}\).
  Thus, \(<ab> = <cm>\) and the previous answer \(<p>\) was wrong.
  So, the answer should be \(\boxed{<cm>}\).
  Hence, the correct result is \(<cm>\).
  Therefore, we replace \(<p>\) by \(\boxed{<cm>}\).
same
  So, the recalculated product is \(\boxed{<cm>}\), the same as before.
  Therefore, we obtain \(<ab> = \boxed{<cm>}\) again.
  Thus, starting over we also get \(\boxed{<cm>}\).
  Hence, the answer is \(<cm>\) once again.
disown
  However, upon review, \(<p>\) seems incorrect. Let's recalculate from the beginning.
  But this result is not correct. We discard \(<p>\) and start over.
  Wait, there appears to be a mistake in the calculation above. We cannot use \(<p>\). Let's redo it.
  However, there is an error in the steps above, so \(<p>\) must be rejected. We compute again.
  Upon closer inspection, the answer \(<p>\) is not reliable. Let's do the calculation again.
  But wait, this does not look right. Let's forget \(<p>\) and recompute carefully.
restart
  Hence \(<p>\) is incorrect. Let's recalculate.
  This shows that \(<p>\) is wrong. We compute again.
  So there is a mistake in the calculation. Let's redo it.
look
  However, let's double-check the steps.
  Let's verify the calculation again.
  Let's review each of the partial products.
  But wait, let's check the intermediate results.
  Let's recheck the steps for accuracy.
  However, we should verify the individual products.
badterm
  We find that \(<e> = <v>\), not \(<w>\).
  The product \(<e>\) was given as \(<w>\), but it is \(<v>\).
  There is a mistake: \(<e>\) equals \(<v>\) instead of \(<w>\).
  Here \(<e> = <w>\) is incorrect. The correct value is \(<v>\).
badsum
  The partial products are correct, but the addition is not. The correct sum is:
  The mistake is in the addition. Adding again:
  All products are right, but they were added incorrectly:
lost
  The term \(<e> = <v>\) was omitted.
  We forgot the term \(<e> = <v>\).
second
  To verify, let's calculate it in another way.
  Let's verify the result using a different decomposition.
  To double-check, we use an alternative method.
  We can check this by an alternative calculation.
  To ensure accuracy, let's verify it with a second method.
  Let's confirm this by a different approach.
agree
  This confirms that the product is \(<cm>\).
  This matches our result \(<cm>\).
  We get \(<cm>\) again, so the answer is verified.
  Both methods give \(<cm>\).
differ
  This does not match \(<p>\). The first calculation was wrong, so the correct answer is \(\boxed{<cm>}\).
  The two results differ, and the error is in the first calculation. Therefore, the answer is \(\boxed{<cm>}\), not \(<p>\).
  Since this is \(<cm>\) and not \(<p>\), our first answer was incorrect. So, the correct answer is \(\boxed{<cm>}\).
nines
  As a check, \(<a> \equiv <ra>\) and \(<b> \equiv <rb> \pmod 9\), so the product is \(\equiv <rp>\). Since \(<cm> \equiv <rc> \pmod 9\), this is consistent.
  Checking modulo 9: \(<ra> <x> <rb> = <rr> \equiv <rp>\), and \(<cm> \equiv <rc>\). This agrees.
last
  The last digit of \(<da> <x> <db> = <dp>\) is \(<dc>\), which matches the last digit of the result.
  Also, the units digit must be \(<dc>\) since \(<da> <x> <db> = <dp>\), and it is.
est
  An estimate is \(<x1> <x> <y1> = <e>\), so the result is reasonable.
  For a rough check, \(<x1> <x> <y1> = <e>\), which is close to our result.
bounds
  The result must lie between \(<lx> <x> <ly> = <lo>\) and \(<hx> <x> <hy> = <hi>\), and it does.
undo
  Dividing, \(<cm> \div <b> = <a>\), which confirms the result.
  We can also check that \(\frac{<cm>}{<a>} = <b>\).
nines!
  However, modulo 9 we have \(<a> \equiv <ra>\) and \(<b> \equiv <rb>\), so the product should be \(\equiv <rp>\), but \(<p> \equiv <rc>\).
last!
  However, the last digit should be that of \(<da> <x> <db> = <dp>\), which is \(<dl>\), while \(<p>\) ends in \(<dc>\).
est!
  However, an estimate is \(<x1> <x> <y1> = <e>\), and \(<p>\) is far from it.
idle
  Let's check whether \(<e> = <v>\): the parts are <how>, with sum \(<v>\). This is correct.
  Is \(<e> = <v>\) right? The parts <how> add up to \(<v>\), so yes.
idle0
  We have used both numbers \(<a>\) and \(<b>\) as given in the problem.
  Let's check if all steps are logical. They are.
  Let's see if there are any other terms to consider. There are none.
  We could also write a Python program for this, but it is not necessary here.
final
  The final answer is: $\boxed{<cm>}$
  Therefore, the final answer is \(\boxed{<cm>}\).
  The final answer is \(\boxed{<cm>}\).
  So, the final answer is:\n\[\n\boxed{<cm>}\n\]
  Thus, the final answer is $\boxed{<cm>}$.
  \[\n\boxed{<cm>}\n\]
""")

    def tell(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.direct(t)
        rows = [self.eq(t, term, work) for term in work.terms]
        if t.flag("list", 0.5):
            body = "\n".join(f"{k}. \\( {row} \\)" for k, row in enumerate(rows, start=1))
        else:
            body = "\n".join(f"\\[\n{row}\n\\]" for row in rows)
        return f"{body}\n{self.summing(t, work)}"

    def summing(self, t: Telling, work: Work) -> str:
        key = "sub" if len(work.terms) == 2 and work.terms[1].sign < 0 else "sum"
        return f"{self.say(t, key).rstrip()}\n\\[\n{self.flat(t, work)}\n\\]"

    def chain(self, t: Telling, work: Work, glue: str = ", ") -> str:
        return f"\\[\n{self.flat(t, work)}\n\\]"

    def mending(self, t: Telling, lead: str) -> str:
        return re.sub(r"\\\]\.", r"\\]", super().mending(t, lead))


class SxTinyTagged(_Long):
    """A small base model trained with answer tags (TinyZero): plain equations, low digits first, one block of thought."""

    methods = ("low", "high", "swaplow")
    others = ("swapped", "high", "low", "swaplow")
    times = ("*", "*", "x")
    words = ("plain",)
    joint = ("\n", " ")
    block = "\n"
    detailed = 0.15
    after = 0.6
    P = _phrases(r"""
open
  I need to multiply <a> and <b>.
  To find <ab> I will multiply by each digit and then add.
  Let me calculate <ab> step by step.
  The problem is <ab>. I will do the multiplication in parts.
  We have <a> and <b>. I need their product.
  First I look at the numbers <a> and <b>.
muse
  I will use the place values.
  I have to be careful with the zeros.
  There are many ways, I choose the one with parts.
  After that I will check the result.
plan
  I split <whole> into <parts>.
  So <whole> = <parts>.
  The parts of <whole> are <parts>.
  I can use <whole> = <parts>.
direct2
  I multiply them directly and it is <c>.
  If I multiply <a> and <b> directly, I get <c>.
  Direct multiplication is <c>.
direct
  <ab> is a simple multiplication, it is <c>.
  I know that <a> times <b> is <c>.
  If I add <a> <b> times, I get <c>.
t1
  First: 
  First, 
  Start: 
  
t2
  Then: 
  Next, 
  Then, 
  
t3
  Last: 
  And then, 
  Then, 
  
sum
  Add them: 
  Now add: 
  Then the sum is 
  Adding up: 
  Now I add all: 
sub
  Subtract: 
oops
  <e> = <w>, no this is wrong, <v>
  <e> = <w>, let me recheck, <v>
  <e> = <w>, no, <e> = <v>
note
  , not <w>
   (before I had <w>, this was wrong)
commit
  So <ab> = <c>.
  So the answer is <c>.
  The result is <c>.
  So I get <c>.
  This means <ab> = <c>.
  So the product is <c>.
new
  So the correct answer is <c>.
  So <ab> = <c>, not <p>.
  Now the result is <c>.
  So the answer is <c> and <p> is wrong.
  So the product must be <c>.
  This gives the correct result <c>.
same
  So I get <c> again. The answer is <c>.
  The result of the new calculation is <c>.
  So <ab> = <c>, the same number again.
  Again the product is <c>.
disown
  This is not correct. Let me try again.
  But <p> is not right. I need to start over.
  Wait, this is wrong. I will not use <p>. Let me calculate again.
  No, I made a mistake. Forget <p>. I try again.
  Hmm, <p> does not work. Let me do all steps again.
  This does not seem right, so I throw <p> away and try it in another way.
restart
  So <p> is wrong. Let me try again.
  This is not correct, I need to calculate again.
  So I made a mistake. I start over.
look
  Let me recheck.
  Let me check each step.
  Wait, let me recheck this calculation.
  I should check the steps again.
  Let me check if this is right.
  Let me go back.
badterm
  <e> is not <w>, it is <v>.
  <e> = <v>, but I wrote <w>.
  I made a mistake in <e>, it should be <v> and not <w>.
  The value <w> for <e> is wrong. It is <v>.
badsum
  The parts are right but the sum is wrong: 
  The sum is not correct. Add again: 
  I added wrong. Again: 
lost
  I forgot <e> = <v>.
  I missed the part <e> = <v>.
second
  Let me verify it in another way.
  Let me check with a different split.
  To verify, I calculate it the other way.
  Let me double check using another way.
  I can verify this.
  Now verify with the other number.
agree
  This is <c> too, so it is correct.
  It gives the same result <c>.
  This is also <c>. The check works.
  <c> again, so this is verified.
differ
  This is <c> but before I got <p>. The first one was wrong, so the answer is <c>.
  This gives <c>, so <p> is not correct. The answer is <c>.
  Now it is <c> and not <p>. I made a mistake before, so <ab> = <c>.
nines
  Check with 9: <a> leaves <ra>, <b> leaves <rb>, <ra> * <rb> leaves <rp>, and <c> leaves <rc>. This works.
last
  The last digit is <da> * <db> = <dp>, so <dc>. This works.
  Check the last digit: <da> * <db> = <dp>, it ends in <dc>. Correct.
est
  <x1> * <y1> = <e>, so <c> is about right.
  The answer should be near <x1> * <y1> = <e>. It is okay.
undo
  Check: <c> / <b> = <a>. Correct.
  Check: <c> / <a> = <b>. This is right.
nines!
  Check with 9: <a> leaves <ra>, <b> leaves <rb>, so it should leave <rp>, but <p> leaves <rc>.
last!
  The last digit must be from <da> * <db> = <dp>, so <dl>. But <p> ends in <dc>.
  But <da> * <db> = <dp>, so it should end in <dl>, not in <dc>.
est!
  But <x1> * <y1> = <e>, and <p> is not close.
idle
  Is <e> = <v>? <how> is <v>. Yes.
  Check <e>: <how>, this is <v>. Correct.
  <e> is <v>? I add <how>. Yes, this is right.
idle0
  Are the numbers <a> and <b>? Yes.
  Is there another step? No.
  Did I use all digits? Yes.
  This uses both numbers once.
final
  </think>\n<answer> <c> </answer>
  </think>\n<answer><c></answer>
  </think> <answer><ab> = <c></answer>
  So the final answer is <c>. </think>\n<answer> <c> </answer>
  I am done. </think>\n\n<answer><c></answer>
  </think>\n\nThe answer is <c>.\n<answer><c></answer>
""")

    def first(self, t: Telling) -> str:
        return t.one("<think> ", "<think>\n", "") + super().first(t)

    def say(self, t: Telling, key: str, **fields: object) -> str:
        text = super().say(t, key, **fields)
        return "" if key in ("t1", "t2", "t3") and not text.strip() else text


class SxColumnConsidering(_Long):
    """Claude's extended thought: compact paragraphs with a column layout, then a short formatted answer."""

    methods = ("high", "low", "chunks", "round")
    others = ("swapped", "round", "swapround", "squares", "high")
    times = ("×",)
    words = ("plain", "comma")
    joint = ("\n",)
    after = 0.5
    detailed = 0.3
    P = _phrases(r"""
open
  I need to calculate <ab>.
  Let me work through <ab>.
  The user wants <ab> with the steps shown. I'll do partial products.
  <ab>. Let me take this one piece at a time.
  Let me compute <ab> carefully.
  I'll multiply <a> by <b> using place values.
ahead
  It should be in the vicinity of <x1> × <y1> = <e>.
  Order of magnitude: <x1> × <y1> = <e>.
muse
  I should be careful with the carries here.
  A split by place value keeps the pieces simple.
  I'll check the result afterwards too.
plan
  <left> × <whole> = <left> × (<parts>)
  Breaking up <whole> as <parts>:
  I'll distribute <left> over <parts>:
  With <whole> = <parts>:
plan2
  <lo> and <hi> are both <d> away from <m>, so this is <m>² − <d>².
  Conveniently <lo> = <m> - <d> and <hi> = <m> + <d>, which makes this a difference of squares.
plan4
  <whole> is <parts>, so I'll go through <near>:
  Using <whole> = <parts>:
direct2
  Multiplying straight through, I get <c>.
  Doing the long multiplication directly: <c>.
  Straight long multiplication comes to <c>.
direct
  This is a single-digit fact; it's <c>.
  Straight from the times table, that's <c>.
  Just recalling it: <a> times <b> comes to <c>.
sum
  Adding up: 
  Sum: 
  Now the total: 
  Adding: 
sub
  Subtracting: 
  Then 
oops
  <e> = <w>, no, <v>
  <e> = <w> — hmm, actually <v>
  <e> = <w> ... let me redo that: <v>
note
   (I had <w> before; that was the error)
   (<w> earlier was wrong)
commit
  So <ab> = <c>.
  That gives <c>.
  So I have <c> for the product.
  The product is <c>.
  So the answer comes to <c>.
  Which makes <ab> = <c>.
new
  So it's <c>, not <p>.
  That changes the answer to <c>.
  So the right value is <c>; <p> was off.
  The product is therefore <c>.
  So <ab> = <c> rather than <p>.
  With that fixed, the answer is <c>.
same
  So the clean recomputation gives <c>, identical to what I'd set aside. <ab> = <c>.
  That's <c> again, so the answer is <c> after all.
  So I land on <c> a second time. The product is <c>.
  Redone, the product is <c>.
disown
  Hmm, I'm not convinced by that. I'll set <p> aside and redo this from scratch.
  Actually, I don't think that's right. Let me throw out <p> and start over.
  Wait, I think I mishandled something there. I shouldn't rely on <p>. Starting over:
  Something about <p> looks wrong. Let me recompute it from the beginning.
  I may well have garbled a step, so <p> is out. Fresh computation:
  No, I don't trust that result. Let me abandon <p> and do it again with more care.
restart
  So <p> can't be right. Let me redo this.
  That means there's an error, and <p> is wrong. Recomputing:
  So I need to redo this.
look
  Let me double-check that.
  Let me re-verify the pieces.
  Hmm, let me look at that once more.
  Wait, let me check those steps.
  Before answering, let me recheck the arithmetic.
  Let me trace through that again.
badterm
  <e>: I wrote <w>, but it's <v>.
  <e> is actually <v>, not <w>. That's the mistake.
  I got <e> wrong: it's <v> (I had <w>).
  Rechecking <e>... <v>. So <w> was an error.
badsum
  The partial products hold up, but I added them wrong: 
  Partial products are fine. The sum needs fixing: 
  The error's in the addition. Redoing it: 
lost
  I dropped a term: <e> = <v>.
  I never included <e> = <v>.
second
  Let me verify by going the other way.
  Let me verify with a different decomposition:
  Checking by an independent route:
  A second method as a check:
  Let me cross-check this.
  I'll confirm it differently:
agree
  That's <c> too. ✓
  Same answer, <c>. Good.
  <c>, matching what I had.
  Both routes give <c>.
  That agrees with <c>.
differ
  That's <c>, which conflicts with <p>. The first pass must contain a slip; I've been more careful here, so I'm going with <c>.
  This says <c> rather than <p>. I trust this version — the first was hasty — so the answer is <c>.
  Hmm, <c> and not <p>. The earlier computation was wrong; the product is <c>.
nines
  Mod 9: <a> ≡ <ra>, <b> ≡ <rb>, and <ra> × <rb> = <rr> ≡ <rp>. <c> ≡ <rc>. ✓
  Casting out nines: the factors give <ra> and <rb>, so I'd expect <rp>; <c> gives <rc>. Good.
last
  Last digit: <da> × <db> = <dp>, so it ends in <dc>. ✓
  Units digit: <da> × <db> = <dp> → <dc>, and that's what it has.
est
  Sanity check: <x1> × <y1> = <e>, so <c> is the right size.
  Estimate: <x1> × <y1> = <e>. Reasonable.
bounds
  It should fall between <lx> × <ly> = <lo> and <hx> × <hy> = <hi>, and it does.
undo
  <c> ÷ <a> = <b>. ✓
  Dividing back, <c> / <b> = <a>, so that works.
nines!
  Mod 9: <ra> × <rb> = <rr> ≡ <rp>, but <p> ≡ <rc>. ✗
  Casting out nines, the factors give <ra> and <rb>, so I'd expect <rp>. But <p> gives <rc>.
last!
  Last digit check: <da> × <db> = <dp>, so it should end in <dl>. <p> ends in <dc>. ✗
est!
  Sanity check: <x1> × <y1> = <e>, and <p> is nowhere near that.
idle
  Is <e> right? <how> → <v>. Yes.
  Double-checking <e>: <how>, total <v>. Good.
  <e> deserves a second look: <how>, so <v>. Fine.
idle0
  I've got the right factors, <a> and <b>.
  I don't see any place where a carry got lost.
  The alignment of the places looks fine.
  Should I worry about the zeros? No, they're accounted for.
final
  ---\n\n**<ab> = <c>**
  Good.\n\n---\n\nI split one factor by place value, multiplied each piece, and added the results:\n\n**<ab> = <c>**
  I'll present it step by step.\n\n---\n\n# Answer\n\n<ab> = **<c>**
  Time to write it up.\n\n---\n\nThe answer is **<c>**.
  ---\n\nAdding the partial products together gives **<c>**.
  That's solid.\n\n---\n\n<a> × <b> = <c>
""")

    def tell(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.direct(t)
        clean = not self.conflicts(t, work) and all(i.sign > 0 for i in work.terms) and not self.lost(work)
        if clean and 2 <= len(work.terms) <= 5 and t.chance(0.3):
            for term in work.terms:
                self.eq(t, term, work, plain=True)
            self.flat(t, work)
            return f"```\n{t.columns(work, t.words)}{t.total(work, t.words)}\n```"
        return f"{_lines(self, t, work, t.one('', '', '- '))}\n{self.summing(t, work)}"

    def final(self, t: Telling) -> str:
        return t.r(self.say(t, "final"))


class SxGerundDigest(_Long):
    """Gemini's thought summaries: bold headings, first person progressive, condensed arithmetic."""

    methods = ("high", "chunks", "swapchunks", "swapped", "round")
    others = ("swapchunks", "swapped", "round", "high")
    times = ("×", "*")
    words = ("comma", "comma", "plain")
    after = 0.6
    detailed = 0.0
    P = _phrases(r"""
h1
  **Breaking Down the Multiplication**
  **Setting Up the Calculation**
  **Initiating the Calculation**
  **Decomposing the Factors**
  **Mapping Out the Product**
  **Approaching the Multiplication**
h2
  **Re-evaluating the Product**
  **Revisiting the Calculation**
  **Correcting the Course**
  **Refining the Result**
  **Reassessing the Steps**
  **Reworking the Numbers**
h3
  **Verifying the Result**
  **Confirming the Outcome**
  **Cross-Checking the Product**
  **Scrutinizing the Answer**
  **Validating the Figures**
h4
  **Finalizing the Answer**
  **Presenting the Solution**
  **Concluding the Calculation**
  **Wrapping Up**
open
  I'm now working on the product of <a> and <b>, and I want to lay out the steps clearly.
  I've begun with the user's request, <ab>. A place value decomposition seems like the cleanest approach.
  My immediate focus is <ab>. I'm choosing a method that is easy to follow.
  I'm tackling <ab>, and I intend to work with partial products.
  Okay, so I'm looking at <ab>. I'll aim for a transparent sequence of steps.
  I'm starting with the two factors, <a> and <b>, and thinking about which one to split.
ahead
  I expect something in the range of <e>, going by <x1> × <y1>.
  A preliminary estimate of <x1> × <y1> = <e> gives me a sense of scale.
muse
  I want each step to be easy to verify.
  I'm weighing the standard algorithm against the distributive property, and I'm leaning towards the latter.
  Accuracy is the priority here, so I'll check things as I go.
  I'm keeping the numbers small wherever I can.
plan
  I'm splitting <whole> into <parts>, while <left> stays whole.
  The natural decomposition is <whole> = <parts>.
  I've opted for <whole> = <parts>, to be multiplied by <left>.
  Expanding <whole> as <parts> makes this manageable.
plan4
  I've noticed that <whole> is just <parts>, so I'm leveraging <near> as an anchor.
  Treating <whole> as <parts> simplifies things.
direct2
  Carrying out the long multiplication directly, I see <c>.
  Executing the standard algorithm in one pass, the value is <c>.
  A direct evaluation produces <c>.
direct
  It's a standard multiplication fact, evaluating to <c>.
  I can recall this one directly: it's <c>.
  No decomposition is needed here; the value is <c>.
t1
  I find that 
  To start, 
  I've computed 
  I have 
t2
  I then get 
  Following that, 
  Next up, 
  Then 
t3
  The remaining piece is 
  To round it off, 
  And 
sum
  Combining these, 
  Consolidating, 
  Bringing these together, 
  Aggregating the pieces, 
sub
  Taking the difference, 
  Subtracting the correction, 
oops
  <e> = <w>, though on reflection that piece is <v>
  <e> = <w>, which I've immediately corrected to <v>
  <e> = <w> at first glance, but properly <v>
note
   (I'd previously logged <w>, which was incorrect)
  , correcting the <w> I used previously
commit
  So my result is <c>.
  This leads me to <ab> = <c>.
  I've arrived at <c> as the product.
  My answer is therefore <c>.
  That puts the product at <c>.
  I now have the product: <c>.
new
  So the corrected product is <c>, superseding <p>.
  I'm now replacing <p> with <c>.
  The accurate product is <c>.
  This revises my answer from <p> to <c>.
  My updated answer is <c>.
  So I'm setting <p> aside in favor of <c>.
same
  Interestingly, the fresh calculation yields <c> again, so my answer is <c>.
  The rebuilt calculation gives <c> as well. I'm settling on <c>.
  I've reached <c> once more, and I'm adopting <c> as the product.
  So the new derivation ends at <c>, the very figure I had rejected. The product is <c>.
disown
  I've grown skeptical of <p>; something in the arithmetic feels off. I'm discarding it and recomputing from the ground up.
  I no longer trust <p>. I'm starting the calculation over.
  I've realized that my arithmetic was flawed, so <p> must go. I'm working it out again.
  On review, <p> doesn't hold up. I'm scrapping it and rebuilding the calculation.
  I suspect an error in how I got <p>, so I'm rejecting it and redoing the multiplication.
  I believe I've made a misstep, and <p> isn't usable. I'm restarting with a clean slate.
restart
  That rules out <p>, so I'm recalculating.
  Clearly <p> is wrong. I'm redoing the multiplication.
  I've got an error somewhere, so I'm starting fresh.
look
  I'm going back through the individual steps.
  I'm re-examining the partial products now.
  I'm taking a second look at the arithmetic.
  I'm retracing my steps to be certain.
  I'm auditing the intermediate values.
badterm
  I've spotted an error: <e> is <v>, not <w>.
  My value of <w> for <e> was mistaken; it should be <v>.
  It turns out that <e> = <v>, whereas I had used <w>.
  The issue lies with <e>, where I recorded <w> instead of <v>.
badsum
  The partial products stand, but I've misadded them. Correctly, 
  The flaw is in the addition. Redoing it, 
  I've traced the problem to the final sum. Properly, 
lost
  I've overlooked <e> = <v>.
  I neglected a component, <e> = <v>.
second
  I'm running the calculation a second way as a check.
  I'm validating this with an alternative decomposition.
  To double-check, I'm approaching it from a different angle.
  I'm testing this against an independent calculation.
  I'm confirming this via another breakdown.
agree
  This lines up with <c>.
  The outcome, <c>, is the same.
  It's <c> again, which is reassuring.
  Both approaches converge on <c>.
differ
  This is <c>, in conflict with <p>. My first pass was evidently flawed, so I'm going with <c>.
  The outcome here is <c> rather than <p>. Having found the first approach unreliable, I'm adopting <c> as the answer.
  I see <c>, not <p>. The earlier figure was in error, so the product is <c>.
nines
  I'm using modulo 9 as well: <a> reduces to <ra>, <b> to <rb>, so the product should reduce to <rp>, and <c> reduces to <rc>. This is consistent.
  Casting out nines gives <ra> and <rb> for the factors, hence <rp>, and I see <rc> for the product. That fits.
last
  The final digit checks out too, since <da> × <db> = <dp> ends in <dc>.
  I've looked at the units digit: <da> × <db> = <dp>, so a final <dc> is what I expect and what I see.
est
  The magnitude is sensible, with <x1> × <y1> = <e>.
  An approximation of <x1> × <y1> = <e> supports the size of this result.
bounds
  The product should sit between <lx> × <ly> = <lo> and <hx> × <hy> = <hi>, and it does.
undo
  Reversing the operation, <c> ÷ <b> returns <a>, as it should.
nines!
  I'm applying a modulo 9 test: the factors reduce to <ra> and <rb>, so the product should reduce to <rp>. However, <p> reduces to <rc>.
last!
  I've noticed that <da> × <db> = <dp>, so the product must end in <dl>. But <p> ends in <dc>.
est!
  I've noticed that <x1> × <y1> = <e>, and <p> is far removed from that.
idle
  I did wonder about <e>, but <how> do add up to <v>.
  I paused over <e>; the pieces <how> confirm <v>.
  I've briefly questioned <e> = <v>. With <how>, it's right.
idle0
  I've also confirmed that I'm using the right factors, <a> and <b>.
  I briefly wondered if a carry went astray, but found nothing.
  I'm also thinking about how to format this for the user.
  I considered long multiplication in columns, but it isn't needed.
final
  I'm ready to share the steps.\n\nThe product of <a> and <b> is **<c>**.
  I'm satisfied with the outcome and will present it now.\n\n**<ab> = <c>**
  I'm formatting the explanation.\n\nUsing partial products, we find:\n\n**Final Answer: <c>**
  I'm writing up the response.\n\nHere is the result of the calculation:\n\n<ab> = **<c>**
  Everything is in place.\n\nThe answer is $\boxed{<cm>}$.
""")

    def first(self, t: Telling) -> str:
        return self.say(t, "h1") + "\n\n" + super().first(t)

    def again(self, t: Telling) -> str:
        return "\n\n" + self.say(t, "h2") + super().again(t)

    def closing(self, t: Telling) -> str:
        text = super().closing(t)
        final = self.block + text.split(self.block, 1)[1] if self.block in text else text
        checks, mark, last = final.rpartition("\ue002")
        checks = checks.strip("\n")
        out = ""
        if checks:
            out += f"\n\n{self.say(t, 'h3')}\n\n{checks}"
        return f"{out}\n\n{self.say(t, 'h4')}\n\n{mark}{last}"


class SxCarryMonologue(_Long):
    """Magistral and kin: long multiplication told digit by digit with carries."""

    methods = ("low", "swaplow", "low")
    others = ("swaplow", "high", "low", "swapped")
    times = ("×", "*", "times")
    words = ("plain", "comma")
    joint = ("\n", " ")
    after = 0.45
    detailed = 0.0
    oops = 0.35
    P = _phrases(r"""
open
  I'll do long multiplication: <a> on top, <b> below.
  Let me set up <ab> as in school, one under the other.
  So the numbers are <a> and <b>. Long multiplication, then.
  Hmm, <ab>. Column by column is the safest for me.
  Let's multiply <a> by <b>, working from the right.
  First, I recall how long multiplication works: one row for each digit, shifted to the left each time.
muse
  I need to keep track of the carries.
  The rows get shifted to the left, one place for each digit.
  I'll go slowly, it's the carries that usually trip me up.
plan
  The rows come from the digits of <whole>, i.e. <parts>, each times <left>.
  I need <left> times each of <parts>.
  Taking the digits of <whole> one at a time (<parts>):
  One row for each of <parts>, multiplying <left>.
direct2
  Running through all the columns in my head, I get <c>.
  Doing the rows and the adding mentally, it comes to <c>.
  All columns in one go: <c>.
direct
  These are single digits, so I need only the table: <c>.
  Only one digit each, and the table says <c>.
  No columns needed here, it's <c>.
row
  Row <k>: 
  For <r>: 
  Digit row <k>: 
carry
  <d> × <q> = <s>, write <u>, carry <o>
  <d> × <q> = <s>, put down <u>, carry <o>
carryc
  <d> × <q> = <s>, plus <h> is <z>, write <u>, carry <o>
  <d> × <q> = <s>, and <h> makes <z>, put <u>, carry <o>
lastc
  <d> × <q> = <s>, plus <h> is <z>
  <d> × <q> = <s>, and <h> makes <z>
sum
  Now add the rows: 
  Adding the rows together, 
  The rows sum to: 
  Adding down: 
  Time to add. 
sub
  Then subtract: 
oops
  <e> = <w>... no, I forgot a carry, <v>
  <e> = <w>. Wait, carry again: <v>
  <e> = <w>, no, <v>
note
  , and not <w> like I had it before
   (the row said <w> before, that was wrong)
commit
  So the product is <c>.
  So I read off <c>.
  So <ab> = <c>.
  That makes <c> in total.
  The answer I get is <c>.
  So the result at the bottom is <c>.
new
  So the bottom line is <c>, and not <p>.
  So the product is <c>; I must have carried wrong before.
  That makes it <c> instead of <p>.
  So the answer is <c>.
  So <ab> = <c>, which overrules <p>.
same
  So I read off <c> again. Then <c> is the answer.
  Well, the bottom line is <c> again, so <ab> = <c>.
  So the new columns also give <c>. I'll take <c>.
disown
  Hmm, I'm sure I lost a carry somewhere. <p> is no good. Let me write out the columns again.
  Wait, that can't be right. Erase <p>, start again.
  No, I don't like this. I think the rows got misaligned, so <p> is void. Once again from the start.
  Hmm, <p> looks wrong. Let me wipe the slate and redo the rows.
  Oops, I believe I botched a carry. Forget <p>. Again.
  Wait. Something's wrong with <p>, so I'm going to redo all the rows.
restart
  So <p> is wrong. Back to the columns.
  So I botched it. All rows again.
  That kills <p>. Let me redo the rows.
look
  Let me go over the rows again.
  Wait, let me recheck the carries.
  Hmm, let me check row by row.
  Hold on, let me look at the rows.
  I'd better check that for lost carries.
badterm
  The row <e> should be <v>; I had <w>.
  In <e> I lost a carry: it's <v>, not <w>.
  <e> comes to <v> on recheck, and I wrote <w>.
  Here's the slip: <e> is <v> but the row says <w>.
badsum
  The rows are right. I added them wrong: 
  Rows are good, so it's the final addition: 
  It's the column sums that I messed up. Again: 
lost
  I left out a whole row: <e> = <v>.
  There's a row missing, <e> = <v>.
second
  Let me swap the way I do it, as a check.
  As a check, I do it in a different arrangement.
  Let me check by multiplying another way.
  Now a second run for verification.
  To be safe, verify with different rows.
agree
  Again <c>, so it's verified.
  <c> as well. Perfect.
  That's the same <c>.
  It comes to <c> here too, good.
differ
  Now that's <c>, and before it was <p>. I checked these carries, so the first run was wrong: the product is <c>.
  This gives <c> instead of <p>. The first rows must hold a lost carry. So the answer is <c>.
  <c> now, not <p>. I trust these rows more, so <ab> = <c>.
nines
  Nines check: <a> → <ra>, <b> → <rb>, together <rr> → <rp>. And <c> → <rc>. Fine.
  Digit sums: the factors reduce to <ra> and <rb> mod 9, the product should then be <rp> mod 9, and <c> is <rc> mod 9. Works.
last
  It must end in <dc>, as <da> × <db> = <dp>. It does.
  The ones digit: <da> × <db> = <dp>, so <dc>. Right.
est
  Size: <x1> × <y1> = <e>. Fits.
  For comparison, <x1> × <y1> = <e>, so the length of the number is right.
bounds
  More than <lx> × <ly> = <lo>, less than <hx> × <hy> = <hi>. Good.
undo
  And backwards: <c> ÷ <b> = <a>. Good.
nines!
  Nines check: <a> → <ra>, <b> → <rb>, together <rr> → <rp>. But <p> → <rc>. It fails.
  Digit sums: I expect <rp> mod 9, from <ra> × <rb> = <rr>, but <p> is <rc> mod 9.
last!
  But it must end in <dl>, as <da> × <db> = <dp>, and <p> ends in <dc>.
est!
  But <x1> × <y1> = <e>, and <p> doesn't fit with that at all.
idle
  Hm, <e>: is it <v>? <how>, added up, <v>. Yes.
  Did I get <e> right? With <how> I get <v> too. Yes.
idle0
  Are the shifts right? One more zero for each row, yes.
  Did I copy <a> and <b> correctly? Yes.
  Any carry lost? I don't think so.
  Hmm, the alignment is fine.
final
  **<c>**
  The final answer is $\boxed{<cm>}$.
  Final answer: <c>
  I'm done.\n\nThe answer is \boxed{<cm>}
  So, in the end: $\boxed{<cm>}$
  Answer: **<c>**
""")

    def plan(self, t: Telling, work: Work) -> str:
        return super().plan(t, work) if work.method != "direct" else ""

    def carried(self, t: Telling, term: Term) -> str:
        """The row of one digit, carry by carry, if it is right; the last line gives the whole row."""
        digit = int(str(term.right)[0])
        if term.value != term.left * term.right or digit < 2 or not _trivial(term.right // digit) or term.left < 12:
            return ""
        carry, bits = 0, []
        row = [int(d) for d in reversed(str(term.left))]
        for k, q in enumerate(row):
            s = digit * q
            z = s + carry
            if k + 1 == len(row):
                bits.append(self.say(t, "lastc", d=digit, q=q, s=s, h=carry, z=z) if carry else f"{digit} × {q} = {s}")
            elif z < 10:
                bits.append(f"{digit} × {q} = {s}" + (f", plus {carry} is {z}" if carry else ""))
            else:
                key = "carryc" if carry else "carry"
                bits.append(self.say(t, key, d=digit, q=q, s=s, h=carry, z=z, u=z % 10, o=z // 10))
            carry = z // 10
        return "; ".join(bits)

    def tell(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.direct(t)
        rows = []
        for k, term in enumerate(work.terms, start=1):
            lead = self.say(t, "row", k=str(k), r=term.right)
            steps = self.carried(t, term) if t.chance(0.55) and term.value != t.candidate else ""
            known = self.eq(t, term, work, plain=bool(steps))
            rows.append(f"{lead}{steps}. So {known}." if steps else f"{lead}{known}".rstrip(".") + ".")
        return self.join(t, *rows, self.summing(t, work))


class SxRunningLedger(_Long):
    """A model trained for tidy thought: tables or bullets with running totals, labelled checks."""

    methods = ("high", "swapped", "chunks", "low")
    others = ("swapped", "low", "swapchunks", "high")
    times = ("×", "·", "*")
    words = ("comma", "plain", "space")
    joint = ("\n",)
    detailed = 0.0
    oops = 0.2
    after = 0.6
    P = _phrases(r"""
open
  Task: <ab>. I'll keep a running total so that nothing gets lost.
  Goal: find <ab>. Method: partial products with a running total.
  I'm going to compute <ab> and keep track of the accumulated sum.
  Let me organize <ab> as a list of partial products.
  The multiplication <ab> can be done piece by piece, with a tally.
  Let's structure the work on <ab>.
ahead
  Expected size: about <e> (<x1> <x> <y1>).
  Target range: near <x1> <x> <y1> = <e>.
plan
  Decomposition: <whole> = <parts>, each part times <left>.
  I take <whole> apart as <parts>.
  Split used: <whole> = <parts>.
  Here <whole> = <parts>, with <left> as the multiplicand.
direct2
  Direct multiplication gives <c>.
  Standard algorithm, done in one go: <c>.
  Multiplying directly, the value is <c>.
direct
  Single-digit fact: <c>.
  This is a memorized fact with the value <c>.
  Table lookup gives <c>.
oops
  <e> = <w>, corrected: <v>
  <e> = <w>, hmm, should be <v>
note
   (was <w>, wrong)
   (previously <w>, in error)
commit
  So <ab> = <c>.
  The tally ends at <c>, so that is the product.
  Result: <c>
  That makes the product <c>.
  Final tally, and so the answer: <c>.
  Candidate answer: <c>.
new
  Corrected result: <c>
  So the answer becomes <c> instead of <p>.
  The tally now ends at <c>, so <ab> = <c>.
  Updated answer: <c>, replacing <p>.
  That makes the product <c>, not <p>.
same
  Result of the new tally: <c>. Same as the one I rejected, so I'll accept <c>.
  The rebuilt tally ends at <c> again. Answer: <c>.
  New result: <c>, unchanged.
  So the second time around it's <c> too, and the answer is <c>.
disown
  Hmm, I'm not confident in <p>. I'll void that tally and rebuild it.
  Wait, I think there's an error in the list. <p> is withdrawn. Rebuilding:
  That result looks suspicious. Rejecting <p>, I go again with a new list.
  No, that's not right. Strike <p>. New attempt:
  Hold on. I might have mis-added, and I don't want to rely on <p>. I'll start over.
  Something doesn't fit. I drop <p> and redo the tally from zero.
restart
  So <p> fails. New attempt:
  So <p> is out. I'll rebuild the tally.
  That means an error in the list. Starting over:
look
  Review of the entries:
  Let me audit the list.
  Wait, let me go down the list again.
  Checking the entries one by one.
  Re-reading the tally:
badterm
  The entry <e> is wrong: <v>, not <w>.
  <e> was entered as <w>, but it is <v>.
  Found it: <e> = <v>; I'd entered <w>.
  For <e> I now get <v>, so the entry <w> was a mistake.
badsum
  Entries are all right, but a total is off. Again: 
  No wrong entries; the adding is wrong. Redone: 
  The products are okay. The tally isn't: 
sum
  New tally: 
  Adding again: 
  With that, 
  Tally: 
sub
  Difference: 
lost
  An entry is missing: <e> = <v>.
  I never entered <e> = <v>.
second
  Check by a different decomposition:
  Verification, second list:
  Cross-check with another split:
  Independent check:
  Let me verify with a separate tally.
agree
  It also ends at <c>. Confirmed.
  Same total, <c>.
  The check gives <c>. OK.
  Matches <c>.
differ
  This one ends at <c>, not at <p>. The first list has a mistake in it, so I replace the result: <c>.
  Mismatch: <c> here, <p> there. I went over this list twice and it holds, so the answer is <c>.
  The check gives <c>, so <p> is wrong. Answer: <c>.
nines
  Mod 9 check: <ra> · <rb> = <rr> → <rp>; result → <rc>. OK.
  Check (nines): <a> → <ra>, <b> → <rb>, expected <rp>, found <rc>. OK.
last
  Last digit check: <da> · <db> = <dp> → <dc>. OK.
  Check (units): <da> times <db> is <dp>, so <dc>. OK.
est
  Size check: <x1> <x> <y1> = <e>. OK.
  Check (magnitude): <x1> <x> <y1> = <e>, comparable. OK.
bounds
  Range check: above <lx> <x> <ly> = <lo>, below <hx> <x> <hy> = <hi>. OK.
undo
  Inverse check: <c> ÷ <a> = <b>. OK.
  Check (division): <c> ÷ <b> = <a>. OK.
nines!
  Mod 9 check: <ra> · <rb> = <rr> → <rp>; but <p> → <rc>. Not OK.
  Check (nines): <a> → <ra>, <b> → <rb>, expected <rp>, but <p> gives <rc>. Fails.
last!
  Last digit check: <da> · <db> = <dp> → <dl>, but <p> ends in <dc>. Not OK.
est!
  Size check: <x1> <x> <y1> = <e>, but <p> is far off. Not OK.
idle
  Is <e> = <v>? <how>: yes.
  Spot check, <e>: <how>, total <v>. OK.
  One doubt: <e>. From <how> it's <v>, so that stands.
idle0
  Are all places covered? Yes.
  Did I take the right factors? <a> and <b>, yes.
  Anything left over? No.
  Possible trap: misplaced zeros. None seen.
final
  **Answer: <c>**
  Final answer: **<c>**
  <ab> = <c>
  ### Answer\n\n<c>
  $$\boxed{<cm>}$$
  Summary: <ab> = **<c>**
""")

    def tell(self, t: Telling, work: Work) -> str:
        if work.method == "direct":
            return self.direct(t)
        shown = [work.terms[0].value, *(result for _, _, _, result in work.steps())]
        if t.flag("table", 0.45):
            head = t.one("| Part | Product | Running total |", "| Step | Partial product | Total so far |")
            conflict = self.conflicts(t, work)
            rows = [head, "|---|---|---|"]
            for k, (term, result) in enumerate(zip(work.terms, shown, strict=True), start=1):
                label = t.n(term.right) if "Part |" in head else str(k)
                rows.append(f"| {label} | {self.eq(t, term, work, plain=not conflict)} | {t.n(result)} |")
            text = "\n".join(rows) + "\n"
        else:
            arrow = "→" if t.flag("arrow", 0.5) else "running total"
            rows = []
            for k, (term, result) in enumerate(zip(work.terms, shown, strict=True)):
                end = (f" → {t.n(result)}" if arrow == "→" else f" ({arrow}: {t.n(result)})") if k else ""
                rows.append(f"- {self.eq(t, term, work)}{end}")
            text = "\n".join(rows)
        self.flat(t, work)
        return text


class SxNervousDistil(_Long):
    """R1-Distill of 1.5B: 'First, I ...' and 'Wait, is that right?', expansions of both factors, boxed displays."""

    methods = ("area", "high", "area", "swapped")
    others = ("high", "swapped", "low", "chunks")
    times = ("×", "times", "*")
    words = ("plain", "comma")
    joint = (" ", "\n\n")
    detailed = 0.2
    after = 0.75
    oops = 0.45
    P = _phrases(r"""
open
  First, I need to calculate the product of <a> and <b>.
  Alright, so I have this problem here: calculate <ab>. Hmm, let me think about how to approach this.
  Okay, so I need to calculate <ab>. I remember that multiplication can be broken down into smaller parts, which might make it easier.
  First, I recognize that I need to multiply <a> by <b>. I think I should break this down.
  Alright, let me try to figure out how to multiply <a> by <b>. I'm still practicing with larger numbers.
  Okay, so I've got to find <ab>. Hmm, I think I should do this step by step so I don't mess up.
muse
  Maybe I can use the standard multiplication method, but I always mix up the carries. So maybe splitting is better.
  I remember my teacher telling us about the distributive property, so I'll use that.
  I hope I don't get lost in the zeros here.
  There are different methods, like the area model or the vertical method. I'll go with what I know.
plan
  I think I can break <whole> into <parts>. That should make it easier.
  So, maybe I can split <whole> into <parts> and multiply each by <left>.
  I remember that <whole> can be written as <parts>.
  Let me write <whole> as <parts>, and then multiply <left> by each one.
plan3
  I'll break both numbers down, so it's (<f>) times (<g>), and then I multiply every part by every part.
  I can write it as (<f>)(<g>). Now I multiply each pair.
  So I expand it like (<f>)(<g>), kind of like the area model.
direct2
  If I just multiply them the regular way, I think it is <c>.
  Let me do the long multiplication, carrying as I go, and that gets me to <c>.
  Multiplying it out directly, I come up with <c>.
direct
  I remember from the multiplication table that it is <c>.
  Let me count in steps of <a>, <b> of them, and that gets me to <c>.
  That's a small one, and I think it is <c>.
t1
  First, 
  Starting with 
  So, first, 
t2
  Then, 
  Next, 
  Moving on, 
  Okay, next, 
  Also, 
t3
  And then, 
  Finally, 
  Last one: 
sum
  Now, I need to add all these together: 
  So, adding them up: 
  Alright, now I'll add them: 
  Putting it all together, 
  Now let me add these up: 
sub
  Now I subtract: 
oops
  <e>, hmm, that's <w>. Wait, no, that's not right, it's <v>
  <e> is <w>, wait, no, it's <v>
  <e> = <w>. Wait, is that right? No, it should be <v>
  <e> is, let me see, <w>? No, <v>
note
  . Before, I said <w> for this, so I was wrong about that
   (I said <w> before, oops)
commit
  So, that would be <c>. So I think <ab> = <c>.
  So, the product is <c>.
  So, I get <c> as the answer.
  Therefore, <ab> equals <c>.
  So, I think the answer is <c>.
  Okay, so <ab> is <c>.
new
  So, the answer should be <c>, not <p>.
  So, now I get <c>. That must be the correct answer, and <p> was wrong.
  Okay, so <ab> is really <c>.
  So, the correct product is <c>.
  Therefore, it's <c>, and I was wrong with <p>.
same
  So, I get <c> again. Okay, so I guess <ab> = <c>.
  So, it's <c>, which is what I threw away before. I'll go with <c>.
  Hmm, the answer is <c> again, so then <ab> equals <c>.
  So, starting over gives me <c> too. The answer is <c>.
disown
  Wait, no, I think I messed up. That can't be <p>. Let me start over.
  Hmm, I'm not sure about this at all. I think <p> is wrong. Let me try again from the beginning.
  Wait, hold on, I think I added something twice. So <p> is no good. Let me do it again.
  Wait, that doesn't seem right. Maybe I got confused. Let me forget about <p> and try again.
  Hmm, I'm getting confused here. Let me scrap <p> and do the whole thing again.
  Wait, I must have made a mistake somewhere, so I won't use <p>. Let me redo it.
restart
  So <p> is wrong. Let me try this again.
  Oh no, so I made a mistake somewhere. I have to start over.
  So it can't be <p>. Let me redo it.
look
  Wait, is that right? Let me double-check.
  Let me just double-check my calculations.
  Wait, did I do that right? Let me go through it again.
  Hmm, wait, let me check the pieces again.
  Let me make sure I didn't make a mistake.
  Wait, hold on. Let me look at the numbers again.
badterm
  So, <e>, I said <w>, but that's wrong, it's <v>.
  Oh, wait, <e> is <v>. I wrote <w>. That was my mistake.
  Hmm, <e> should be <v>, but I put <w>.
  I think <e> was wrong. It's <v> and not <w>.
badsum
  All the parts look right. But I think I added wrong. Let me do it again: 
  The parts are okay, but the adding, no. So: 
  Oh, I think I messed up the addition. Again: 
lost
  Oh, I forgot to add <e>, which is <v>.
  Wait, I missed <e>. That's <v>.
second
  Let me double-check this using another method, just to be safe.
  Wait, maybe I should verify this by doing it another way.
  Just to make sure, let me verify it with a different method.
  I want to check if that's right, so let me do it another way.
  Let me verify it by splitting it differently.
agree
  Okay, that's <c> too, so I think I did it right.
  Yeah, that's <c>, the same as before.
  So, that matches <c>. Phew.
  Same answer, <c>, so that's good.
  So both ways give me <c>.
differ
  Wait, that's <c>, but before I had <p>. I think I messed up the first time, so I'll go with <c>.
  Hmm, now it's <c>, and that's not <p>. This way was easier, and I trust it more, so the answer is <c>.
  That's not the same as <p>. So the first one must be wrong. Okay, so <ab> = <c>.
nines
  I also remember the trick with 9. <a> leaves <ra> and <b> leaves <rb>, so the product should leave <rp>, and <c> leaves <rc>. Okay, good.
last
  Also, the last digits are <da> and <db>, and <da> × <db> is <dp>, so it should end in <dc>. It does, so that's good.
  Hmm, the last digit should be <dc>, because <da> times <db> is <dp>. Okay, it is.
est
  If I estimate, <x1> × <y1> is <e>, so <c> seems reasonable.
  I know that <x1> times <y1> is <e>, and my answer is around that. Good.
bounds
  It should be more than <lx> × <ly>, which is <lo>, and less than <hx> × <hy>, which is <hi>. Okay.
undo
  And if I divide <c> by <a>, I get <b>, so that's right.
  Let me check with division: <c> divided by <b> is <a>. Yes.
nines!
  I remember the trick with 9. <a> leaves <ra> and <b> leaves <rb>, so the product should leave <rp>. But <p> leaves <rc>. Hmm, that's not good.
last!
  Wait, the last digits are <da> and <db>, and <da> × <db> is <dp>, so it should end in <dl>. But <p> ends in <dc>.
est!
  Wait, if I estimate, <x1> × <y1> is <e>. But <p> is not close to that at all.
idle
  Wait, is <e> equal to <v>? Let me see, <how>, so yes, <v>.
  Hmm, let me check <e> again. <how>, that adds up to <v>. Okay.
  Wait, <e>, that's <how>, so <v>. Yeah, that's right.
idle0
  Wait, is that right? I think so. I multiplied everything.
  Hmm, am I sure? I guess so, every step made sense.
  Wait, was it <a> and <b>? Yes.
  I hope I didn't mess up the zeros. No, they look fine.
final
  So, the final answer is <c>.\n</think>\n\nTo calculate \(<a> \times <b>\), we break the numbers down by place value, multiply, and add.\n\n**Final Answer:**\n\[\n\boxed{<cm>}\n\]
  So, I'm pretty sure that's it.\n</think>\n\nThe product of <a> and <b> is \(\boxed{<cm>}\).
  Okay, I think I'm done.\n</think>\n\n**Solution:**\n\nAdding up all the partial products:\n\n\[\n<a> \times <b> = \boxed{<cm>}\n\]
  So, <ab> is <c>.\n</think>\n\n**Answer:** \(\boxed{<cm>}\)
  Alright, that's settled.\n</think>\n\n1. Break the numbers down by place value.\n2. Multiply the parts.\n3. Add the results.\n\n\[\n\boxed{<cm>}\n\]
""")

    def first(self, t: Telling) -> str:
        return t.one("<think>\n", "<think>\n", "") + super().first(t)


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        SxRonePonderer(),
        SxAlternatingQwq(),
        SxHybridSwitch(),
        SxChannelClipped(),
        SxWaitAppended(),
        SxZeroDisplays(),
        SxTinyTagged(),
        SxColumnConsidering(),
        SxGerundDigest(),
        SxCarryMonologue(),
        SxRunningLedger(),
        SxNervousDistil(),
    )
}
