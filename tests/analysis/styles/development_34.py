"""Twelve self-doubting reasoners, each of its own temperament; long thoughts, then an answer."""

from __future__ import annotations

import re

from .common import Style, Telling, Term, Work, split


def _near(value: int, true: int) -> bool:
    return value == true or value * 10 == true or value == true * 10 or 0.6 < value / true < 1.6


def _key(term: Term) -> tuple[int, int]:
    return min(term.left, term.right), max(term.left, term.right)


def _terms(w: Work) -> tuple[int, ...]:
    return tuple(sorted(term.sign * term.value for term in w.terms))


def _plausible(w: Work) -> bool:
    values: dict[tuple[int, int], int] = {}
    for term in w.terms:
        true = term.left * term.right
        if not _near(term.value, true) or values.setdefault(_key(term), term.value) != term.value:
            return False
        digits = str(term.right)
        if term.value % 10 ** (len(digits) - len(digits.rstrip("0"))):
            return False
        if term.value != true and (
            str(term.right).strip("0") == "1" or str(term.left).strip("0") == "1" or max(term.left, term.right) < 10
        ):
            return False
    for so_far, sign, value, result in w.steps():
        true = so_far + sign * value
        if sign > 0 and result <= max(so_far, value):
            return False
        if sign < 0 and not 0 < result < so_far:
            return False
        if result != true and not 0.6 < result / true < 1.6:
            return False
    return len(w.terms) > 1


_PIECES = re.compile(
    r"\b(rows?|parts?|lists?|lines?|running|long|steps?|together|carr|decomposition|procedure|run)", re.I
)


class _Tq(Style):
    """The flow that the twelve share; words and layouts are theirs."""

    methods: tuple[str, ...] = ("high", "high", "low", "chunks")
    others: tuple[str, ...] = ("swapped", "swapped", "round", "chunks")
    gap = " "  # between the pieces within a paragraph
    para = "\n\n"
    checks = (0.55, 0.35)  # the chances of a first and of a second check at the end
    ways = (3.0, 3.0, 3.0)  # mend, second solution, redo
    open: tuple[str, ...] = ()
    muse: tuple[str, ...] = ()
    rough: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    notes: tuple[str, ...] = ("(earlier I had <w> for this; it's <v>)",)
    commit: tuple[str, ...] = ()
    recommit: tuple[str, ...] = ()
    look: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    resummed: tuple[str, ...] = ()
    forgot: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    disown: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    restart: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    nines: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    ballpark: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()

    # -- words

    def v(self, t: Telling, bank: str, **more: str) -> str:
        """A wording of the bank, not the same one twice in a response while there are others."""
        options = getattr(self, bank)
        if bank in ("commit", "recommit", "restart", "idle") and t.work.method == "bare":
            options = [o for o in options if not _PIECES.search(o)] or options
        used = t.used.setdefault(bank, [])  # type: ignore[attr-defined]
        left = [option for option in options if option not in used] or list(options)
        text = t.rng.choice(left)
        used.append(text)
        if bank == "differ" and t.index > 1:
            text = re.sub(r"(?i)(the) first(?= (?:was|said|must)|,)", r"\1 earlier one", text)
            text = text.replace("the first time", "before").replace("first", "earlier").replace("second", "new")
        words = {"ab": t.ab, "a": t.n(t.a), "b": t.n(t.b), "x": t.n(t.candidate), **more}
        if t.index:
            words.setdefault("p", t.n(t.previous))
        return re.sub(r"<(\w+)>", lambda found: words.get(found[1], found[0]), text)

    def begin(self, t: Telling) -> None:
        t.said, t.used, t.sums = {}, {}, {}  # type: ignore[attr-defined]
        self.habits(t)

    def habits(self, t: Telling) -> None: ...

    # -- arithmetic

    def pick(self, t: Telling, *methods: str, check: bool = False) -> Work | None:
        best: tuple[int, Work] | None = None
        keys = {_key(term) for term in t.before.terms}
        methods = methods or self.methods
        if min(len(str(t.a)), len(str(t.b))) == 1 < max(len(str(t.a)), len(str(t.b))):
            methods = tuple(m for m in methods if m not in ("swapped", "area")) or ("high", "chunks")
            if len(str(max(t.a, t.b))) > 2:
                methods += ("round",)
        for _ in range(16):
            w = t.solve(t.rng.choice(methods))
            if not _plausible(w) or (w.method == "round" and w.terms[1].right * 5 > w.terms[0].right):
                continue
            if max(t.a, t.b) < 10 and t.candidate != t.product:
                continue
            clash = any(t.said.get(_key(x), x.value) != x.value for x in w.terms)  # type: ignore[attr-defined]
            again = (t.index > 0 or check) and {_key(x) for x in w.terms} == keys
            clash = clash or t.sums.get(_terms(w), w.total) != w.total  # type: ignore[attr-defined]
            score = 2 * clash + again
            if best is None or score < best[0]:
                best = (score, w)
            if not score:
                break
        if check and (best is None or best[0]):
            return None
        if best is None:
            best = (0, self.lame(t))
        t.sums[_terms(best[1])] = t.candidate  # type: ignore[attr-defined]
        if not check:
            t.work = best[1]
            t.told = best[1]  # type: ignore[attr-defined]
        return best[1]

    def lame(self, t: Telling) -> Work:
        """A product with one part forgotten, or else one that is merely stated."""
        for a, b in ((t.a, t.b), (t.b, t.a)):
            parts = split(b, "high")
            for gone in parts:
                terms = tuple(Term(a, part, a * part) for part in parts if part != gone)
                if len(terms) > 1 and sum(x.value for x in terms) == t.candidate:
                    return Work(a, b, "dropped", terms, t.candidate)
        return Work(t.a, t.b, "bare", (Term(t.a, t.b, t.candidate),), t.candidate)

    def parts(self, t: Telling, w: Work) -> str:
        if w.method == "dropped":
            return " + ".join(t.n(part) for part in split(w.b, "high"))
        return t.factor(w)

    def note(self, t: Telling, term: Term) -> str:
        """Records the product; a remark if it was said with another value."""
        was = t.said.get(_key(term))  # type: ignore[attr-defined]
        t.said[_key(term)] = term.value  # type: ignore[attr-defined]
        if was is None or was == term.value:
            return ""
        return " " + self.v(t, "notes", w=t.n(was), v=t.n(term.value))

    def value(self, t: Telling, term: Term, share: float = 0.07) -> str:
        """The value, at times after a slip that is mended at once."""
        digit = str(term.right).strip("0")
        if term.left > 10 and digit != "1" and term.value == term.left * term.right and t.chance(share):
            zeros = 10 ** (len(str(term.value)) - len(str(term.value).rstrip("0")))
            if term.value // zeros > 9:
                wrong = t.near(term.value // zeros) * zeros
                if wrong not in (t.product, *t.candidates):
                    return self.v(t, "slips", w=t.n(wrong), v=t.n(term.value))
        return t.n(term.value)

    def inner(self, t: Telling, term: Term, share: float = 0.5) -> list[tuple[int, int]]:
        """The pieces of a partial product: (part of the left factor, its product), true ones; or none."""
        digit = str(term.right).strip("0")
        if term.left < 11 or digit == "1" or not t.flag("inner", 0.65) or not t.chance(share):
            return []
        parts = split(term.left, t.one("high", "high", "chunks"))
        pieces = [(part, part * term.right) for part in parts]
        keys = [(min(part, term.right), max(part, term.right)) for part in parts]
        if len(set(keys)) < len(keys) or any(
            t.said.get(key, value) != value  # type: ignore[attr-defined]
            for key, (_, value) in zip(keys, pieces, strict=True)
        ):
            return []
        true = term.left * term.right
        if term.value <= max(value for _, value in pieces) or not 0.6 < term.value / true < 1.6:
            return []
        for key, (_, value) in zip(keys, pieces, strict=True):
            t.said[key] = value  # type: ignore[attr-defined]
        return pieces

    def carries(self, t: Telling, term: Term) -> list[tuple[int, int, int, int, int]]:
        """Digit by digit with carries: (digit, times, carry in, sum, carry out), if that gives the value."""
        digit = str(term.right).rstrip("0")
        if len(digit) != 1 or digit == "1" or term.left < 11 or term.value != term.left * term.right:
            return []
        key = (min(term.left, int(digit)), max(term.left, int(digit)))
        if t.said.get(key, term.left * int(digit)) != term.left * int(digit):  # type: ignore[attr-defined]
            return []
        t.said[key] = term.left * int(digit)  # type: ignore[attr-defined]
        carry, out = 0, []
        for d in map(int, reversed(str(term.left))):
            key = (min(d, int(digit)), max(d, int(digit)))
            if t.said.get(key, d * int(digit)) != d * int(digit):  # type: ignore[attr-defined]
                return []
            got = d * int(digit) + carry
            out.append((d, int(digit), carry, got, got // 10))
            carry = got // 10
        return out

    # -- the pieces of a response

    def solve(self, t: Telling, w: Work) -> str:
        raise NotImplementedError

    def worked(self, t: Telling, w: Work) -> str:
        return self.v(t, "bare") if w.method == "bare" else self.solve(t, w)

    def estimated(self, t: Telling) -> dict[str, str] | None:
        if min(len(str(t.a)), len(str(t.b))) < 2:
            return None
        found = t.estimate()
        if not found or found[2] in (*t.candidates, t.product):
            return None
        key = (min(found[:2]), max(found[:2]))
        if t.said.setdefault(key, found[2]) != found[2]:  # type: ignore[attr-defined]
            return None
        return {"ex": t.n(found[0]), "ey": t.n(found[1]), "ez": t.n(found[2])}

    def opening(self, t: Telling) -> str:
        text = self.v(t, "open")
        if self.rough and t.chance(0.3):
            about = self.estimated(t)
            if about:
                text += self.gap + self.v(t, "rough", **about)
        return text

    def first(self, t: Telling) -> str:
        text = self.opening(t)
        w = self.pick(t)
        assert w
        return text + self.para + self.worked(t, w) + self.gap + t.c(self.v(t, "commit"))

    def fix(self, t: Telling) -> str | None:
        """One thing of the work before corrected; nothing if that cannot be told."""
        before = t.before
        if before.method == "bare":
            return None
        if before.method == "dropped":
            missing = before.b - sum(before.parts)
            term = Term(before.a, missing, before.a * missing)
            if missing <= 0 or t.previous + term.value != t.candidate:
                return None
            if self.clashing(t, term):
                return None
            t.work = Work(before.a, before.b, "high", (*before.terms, term), t.candidate)
            t.told = t.work  # type: ignore[attr-defined]
            self.note(t, term)
            return self.v(t, "forgot", l=t.n(term.left), r=t.n(missing), v=t.n(term.value), sum=t.sum(t.work))
        mended = t.mend()
        if not mended or not _plausible(mended.work):
            t.work = before
            return None
        t.told = mended.work  # type: ignore[attr-defined]
        t.sums[_terms(mended.work)] = t.candidate  # type: ignore[attr-defined]
        total = t.sum(mended.work)
        if mended.place is None:
            return self.v(t, "resummed", sum=total)
        term = mended.work.terms[mended.place]
        t.said[_key(term)] = term.value  # type: ignore[attr-defined]
        return self.v(t, "mended", l=t.n(term.left), r=t.n(term.right), w=t.n(mended.was), v=t.n(mended.now), sum=total)

    def clashing(self, t: Telling, term: Term) -> bool:
        return bool(t.said.get(_key(term), term.value) != term.value)  # type: ignore[attr-defined]

    def shown_wrong(self, t: Telling) -> str:
        """A test that the candidate before fails, if it does."""
        a, b, c = t.a % 9, t.b % 9, t.previous % 9
        if not self.failed or t.same or a * b % 9 == c or len(str(t.product)) < 3 or not t.chance(0.5):
            return ""
        return self.v(t, "failed", ra=str(a), rb=str(b), rr=str(a * b), rm=str(a * b % 9), rc=str(c))

    def again(self, t: Telling) -> str:
        way = t.way(mend=self.ways[0], second=self.ways[1], redo=self.ways[2])
        if way == "mend":
            before = t.before
            fixed = self.fix(t)
            if fixed:
                look = self.v(t, "look")
                return self.para + look + self.gap + fixed + self.gap + t.c(self.v(t, "recommit"))
            t.before = before
            way = "redo"
        if way == "second":
            w = self.pick(t, *self.others)
            assert w
            if w.method != "bare":
                return (
                    self.para + self.v(t, "second") + self.para + self.solve(t, w) + self.gap + t.c(self.v(t, "differ"))
                )
            return (
                self.para + self.v(t, "disown") + self.para + self.worked(t, w) + self.gap + t.c(self.v(t, "recommit"))
            )
        text = self.shown_wrong(t) or self.v(t, "disown")
        w = self.pick(t, *self.methods, *self.others)
        assert w
        bank = "restart" if t.same else "recommit"
        return self.para + text + self.para + self.worked(t, w) + self.gap + t.c(self.v(t, bank))

    def check(self, t: Telling, done: list[str]) -> str:
        """A check that confirms, or a doubt that comes to nothing."""
        kinds = [
            k for k in ("nines", "last", "ballpark", "adding", "second", "second", "idle", "idle") if k not in done
        ]
        big = min(len(str(t.a)), len(str(t.b))) > 1
        t.rng.shuffle(kinds)
        for kind in kinds:
            text = ""
            if kind == "nines" and len(str(t.product)) > 2 and (found := t.nines()):
                a, b, c = found
                text = self.v(t, "nines", ra=str(a), rb=str(b), rr=str(a * b), rc=str(c))
            elif kind == "last" and len(str(t.product)) > 2 and (found := t.last_digit()):
                key = (min(found[:2]), max(found[:2]))
                if t.said.setdefault(key, found[2]) == found[2]:  # type: ignore[attr-defined]
                    text = self.v(
                        t, "last", la=str(found[0]), lb=str(found[1]), ll=str(found[2]), lc=str(found[2] % 10)
                    )
            elif kind == "ballpark" and big and (about := self.estimated(t)):
                text = self.v(t, "ballpark", **about)
            elif kind == "adding" and t.told.method not in ("bare", "dropped"):  # type: ignore[attr-defined]
                text = self.v(t, "adding", sum=t.sum(t.told))  # type: ignore[attr-defined]
            elif kind == "second" and "second" not in done and len(str(t.product)) > 2:
                t.before = t.told  # type: ignore[attr-defined]
                w = self.pick(t, *self.others, check=True)
                if w:
                    text = self.v(t, "second") + self.para + self.solve(t, w) + self.gap + self.v(t, "agree")
            elif kind == "idle":
                text = self.v(t, "idle")
            if text:
                done.append(kind)
                return text
        return ""

    def verified(self, t: Telling) -> str:
        done: list[str] = []
        text = ""
        for share in self.checks:
            if not t.chance(share):
                break
            found = self.check(t, done)
            if found:
                text += self.para + found
            if "idle" in done:
                break
        return text

    def final(self, t: Telling) -> str:
        raise NotImplementedError

    def closing(self, t: Telling) -> str:
        return self.verified(t) + self.final(t)


class TqFretfulDistil(_Tq):
    """Anxious prose, running sums, a question after every other step."""

    methods = ("high", "high", "swapped")
    checks = (0.75, 0.5)
    open = (
        "<think>\nOkay, so I need to find <ab>. I always get nervous with these because it's so easy to drop a digit. Let me go slowly.",
        "<think>\nHmm, <ab>. I have to multiply these without a calculator, so I'd better be really careful here.",
        "<think>\nOkay, the question is <ab>. Alright. I'm a bit worried about losing track of the zeros, so one piece at a time.",
        "<think>\nSo the problem is to calculate <ab>. I think I can do that, but let me not rush, I don't want to mess it up.",
        "<think>\nAlright, <ab>... I'm supposed to think step by step. I hope I don't mix up the place values. Let me see.",
        "<think>\nOkay, let me try to work out <ab>. I'm not totally confident with large products, so I'll break it down.",
    )
    rough = (
        "Something like <ex> × <ey> = <ez> would be the size of it, so if I land far from there I should panic.",
        "Very roughly it's <ex> × <ey>, which is <ez>. At least I'll know whether I'm way off.",
        "First a sanity value: <ex> × <ey> = <ez>, so I expect something in that region. I hope.",
    )
    bare = (
        "Maybe I can just do it in one go. <ab>... I think that comes to <x>.",
        "Trying it straight in my head: <ab> = <x>, I think.",
        "If I multiply directly, <ab> should be <x>.",
    )
    slips = (
        "<w>... wait, no, I misread a digit, it's <v>",
        "<w>, hmm, no, that's not right, <v>",
        "<w>—hold on, I forgot a carry, so <v>",
        "<w>? No, let me see... <v>",
        "<w>. Oh no, wait, I meant <v>",
    )
    notes = (
        "(oh, before I wrote <w> for that one, but now I see <v>)",
        "(hmm, I had <w> earlier for this. It has to be <v>, I think)",
        "(different from the <w> I put down before, so that was wrong)",
    )
    commit = (
        "So I think <ab> = <x>.",
        "So, if I haven't messed anything up, the product is <x>.",
        "Okay, so that should make the answer <x>.",
        "So <ab> comes out as <x>, I believe.",
        "That would mean the answer is <x>. I hope.",
        "So the result seems to be <x>.",
        "Alright, so <x> is what I get for <ab>.",
    )
    recommit = (
        "So now the answer is <x>. Okay.",
        "Okay, so <ab> = <x>, then. That feels a bit better.",
        "So it should be <x> after all.",
        "So the product has to be <x>. I'm somewhat calmer now.",
        "Alright, then <x> is the answer.",
        "So the right value would be <x>, I think.",
    )
    restart = (
        "So from scratch I land on <x> again. Okay, so <x> it is.",
        "Huh, that's <x> once more. So <ab> = <x>.",
        "And it's <x> again, even starting over. So the answer is <x>.",
        "So this fresh attempt gives <x> too.",
    )
    look = (
        "Wait. Something's bothering me about that. Let me look at the lines again.",
        "Hmm, I'm not sure about this. Did I make a mistake somewhere? Let me go back over it.",
        "But wait, what if one of those was off? I need to look again.",
        "Hold on, hold on. I have a bad feeling about one of these numbers.",
        "Wait, is that right? I should go back through it before I say anything.",
        "Oh dear, I'm not certain I carried everything. Checking.",
    )
    mended = (
        "<l> × <r>... I said <w>, but it's actually <v>. Oh no. Good thing I checked. So the sum becomes <sum> = <x>.",
        "Here: <l> × <r> is <v>, not <w>! So adding again, <sum> = <x>.",
        "Hmm, <l> × <r>. That gives <v>. And I wrote <w>. That's the mistake. Then <sum> = <x>.",
        "The part <l> × <r> should be <v>; I'd somehow written <w>. With that, <sum> = <x>.",
        "Ah, <w> for <l> × <r> is wrong, it's <v>. So everything shifts: <sum> = <x>.",
        "So <l> × <r> = <v>... but I used <w>. Ugh. Redoing the sum: <sum> = <x>.",
    )
    resummed = (
        "The pieces look fine. But the sum: <sum> = <x>, and I had <p>. So I added wrong.",
        "The products seem okay, it's the addition. <sum>... that's <x>, not <p>. Oh no.",
        "Adding them again: <sum> = <x>. That's not the <p> I had! I must have lost a carry.",
        "Okay, the sum again, slowly: <sum> = <x>. So <p> was an adding mistake.",
    )
    forgot = (
        "Oh no, I completely forgot <l> × <r> = <v>! With it the sum is <sum> = <x>.",
        "Where is <l> × <r>? I never added it! That's <v>, so <sum> = <x>.",
        "I left out a whole piece, <l> × <r> = <v>. So it's <sum> = <x>.",
    )
    second = (
        "But I'm still uneasy. Let me check it by splitting things up differently.",
        "Wait, I want to be sure, so let me do it another way and compare.",
        "I don't feel safe yet. Maybe another breakdown will confirm it?",
        "Let me double-check with a different split, just so I can stop worrying.",
        "Hmm, can I verify that? Let me try a second way.",
        "To be on the safe side I'll calculate it once more along another path.",
    )
    differ = (
        "That's <x>, but before I had <p>. They don't match! This second way was cleaner, so I think <x> is right.",
        "Oh no, this gives <x> and not <p>. I trust this one more, so the answer should be <x>.",
        "Hmm, <x>. That isn't <p>. I must have slipped in the first one, so <x>.",
        "So now it's <x>, not <p>. The first calculation must have had an error. I'll go with <x>.",
        "Wait, <x>? Earlier it was <p>. I was more careful this time, so it's <x>.",
    )
    disown = (
        "No, wait. I don't trust that at all. I'll forget that number and start over.",
        "Hmm, no, I think I messed that up. Let me throw it away and do the whole thing again.",
        "Wait, I'm getting confused. That can't be relied on. Start again from the beginning.",
        "Actually no, I rushed that and I think it's wrong. Let me redo it from scratch.",
        "Hmm, that doesn't feel right. I'd rather scrap it and begin again.",
        "I'm really not sure about it, so let's discard that and do a new one, slowly.",
    )
    failed = (
        "Wait, mod 9: the factors leave <ra> and <rb>, so the product should leave <rm>, but <p> leaves <rc>. Oh no, so it's wrong. Again from the start.",
        "Checking remainders by 9... <ra> × <rb> = <rr>, that's <rm>, and <p> gives <rc>. So <p> can't be right! I have to redo this.",
    )
    agree = (
        "It's <x> again, the same as before. Phew.",
        "That's also <x>. Okay, good, they match.",
        "<x>, so both ways agree. I can relax.",
        "And that's <x> too. What a relief.",
        "So <x> both times. Good, good.",
        "Same number, <x>. Okay.",
    )
    idle = (
        "Should I worry that I misread the numbers? No, the question says <ab>. It's fine.",
        "Wait, did I count the zeros correctly? Yes... yes, I did. Okay.",
        "Hmm, I keep thinking there's a mistake, but I've gone over the lines and can't find one.",
        "Is it too big? Too small? No, I think the size is fine.",
        "I could check it yet another way, but I think I'm just being nervous.",
        "Wait, was it a multiplication and not an addition? Yes, multiplication. Okay.",
    )
    nines = (
        "Quick check with nines: <ra> times <rb> is <rr>, and <x> leaves <rc>, which fits. Phew.",
        "Remainders mod 9: <ra> and <rb> give <rr>, and <x> has <rc>. That matches, okay.",
        "Let me try casting out nines... <ra> · <rb> = <rr>, the answer leaves <rc>. Consistent, thank goodness.",
    )
    last = (
        "The last digits: <la> × <lb> = <ll>, so it should end in <lc>. It does. Okay.",
        "At least the ending is right, <la> times <lb> is <ll>, so a <lc> at the end, yes.",
        "Does the last digit fit? <la> × <lb> = <ll>, so <lc>. Yes, good.",
    )
    ballpark = (
        "And <ex> × <ey> = <ez>, so the size looks plausible. Okay.",
        "Compared to <ex> × <ey> = <ez> it isn't crazy. Good.",
        "Does the size make sense? <ex> × <ey> would be <ez>, so yes, it's near enough.",
    )
    adding = (
        "Let me add it up one more time: <sum> = <x>. Yes. Okay.",
        "Sum again, because I'm like that: <sum> = <x>. Fine.",
        "I'll redo just the addition: <sum>... yes, <x>.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")

    def solve(self, t: Telling, w: Work) -> str:
        text = t.one(
            f"So {t.n(w.b)} is {self.parts(t, w)}, right?",
            f"I can write {t.n(w.b)} as {self.parts(t, w)}. Yes, that's correct.",
            f"Let me take {t.n(w.b)} apart: {self.parts(t, w)}. I think that's okay.",
            f"If I break {t.n(w.b)} down, it's {self.parts(t, w)}.",
        )
        for place, term in enumerate(w.terms):
            lead = ["First,", "Then", "Next,", "After that,", "And then", "And"][min(place, 5)]
            note = self.note(t, term)
            inner = self.inner(t, term)
            if inner:
                text += f" {lead} {t.n(term.left)} × {t.n(term.right)}: " + ", ".join(
                    f"{t.n(part)} × {t.n(term.right)} = {t.n(value)}" for part, value in inner
                )
                text += f", so together {t.n(term.value)}{note}."
            else:
                text += f" {lead} {t.n(term.left)} × {t.n(term.right)} = {self.value(t, term, 0.12)}{note}."
            if t.chance(0.3):
                text += t.one(
                    " Is that right? Yes, I think so.",
                    " Okay.",
                    " Hmm, let me make sure... yes.",
                    " I hope the zeros are right. They are.",
                    " That seems okay.",
                    " Wait, is it? Yes, it is.",
                    " So far so good, I guess.",
                )
        text += "\n\n" + t.one(
            "Now the adding, where I usually slip.", "Now I have to add these.", "Then adding them up, carefully."
        )
        for so_far, sign, value, result in w.steps():
            text += f" {t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}."
        return text

    def final(self, t: Telling) -> str:
        end = t.one(
            "Okay. I'm going with that.",
            "I think that's right. I'll stop here before I confuse myself.",
            "Alright, I'm fairly sure now.",
            "Okay, I've done what I can. That's my answer.",
            "Good. I'll write it down.",
        )
        x = f"**{t.n(t.candidate)}**"
        answer = t.one(
            f"The product of {t.n(t.a)} and {t.n(t.b)} is {x}.",
            f"{t.ab} = {x}",
            f"After careful calculation, {t.ab} equals {x}.",
            f"The answer is {x}.",
        )
        return f"\n\n{end}\n</think>\n\n" + t.r(answer)


class TqMethodicalStepper(_Tq):
    """Numbered steps, lowest place first, a running total on each line."""

    methods = ("low", "low", "low", "high")
    others = ("swapped", "chunks", "round")
    gap = "\n"
    open = (
        "<think>\nTask: compute <ab>. Plan: split one factor by place value, take the partial products in order, keep a running total, then audit.",
        "<think>\nWe are to evaluate <ab>. I will proceed in numbered steps and keep the running total visible.",
        "<think>\nGoal: the product <ab>. Approach: one digit at a time, lowest place first, total after each step.",
        "<think>\nLet me set up <ab> systematically. Each step gets one partial product and one running total.",
        "<think>\nProblem: <ab>. I'll work in order and not skip steps, then decide whether an audit is needed.",
        "<think>\nThe quantity required is <ab>. I'll do it step by step, with every partial product on a line of its own.",
    )
    rough = (
        "Expected magnitude: <ex> * <ey> = <ez>.",
        "Preliminary estimate: about <ez> (from <ex> * <ey>).",
        "Before starting, order of magnitude: <ex> * <ey> = <ez>.",
    )
    bare = (
        "1. Direct evaluation without splitting: <ab> = <x>.",
        "1. The whole product in one step: <ab> = <x>.",
        "1. No split this time; multiplying straight through: <ab> = <x>.",
    )
    slips = (
        "<w>; correction, a carry was missed: <v>",
        "<w> -> rechecking the digits -> <v>",
        "<w>, no: <v>",
        "<w> (wrong, I misaligned; it is <v>)",
    )
    notes = (
        "[previously entered as <w>; <v> is what I get now]",
        "[revises the earlier <w>]",
        "[earlier value <w> withdrawn]",
    )
    commit = (
        "Result: <ab> = <x>.",
        "All parts are used up, so the product is <x>.",
        "End of the list. Product: <x>.",
        "The final running total is the product: <x>.",
        "Therefore <ab> = <x>.",
        "So the procedure returns <x>.",
    )
    recommit = (
        "Updated result: <x>.",
        "Corrected product: <x>.",
        "Therefore the product is now <x>.",
        "Revised result: <ab> = <x>.",
        "The result is replaced by <x>.",
        "So the procedure now returns <x>.",
    )
    restart = (
        "The fresh run returns <x> as well, so <ab> = <x>.",
        "Result of the new run: <x> again.",
        "The repeated procedure arrives at <x> once more. Result: <x>.",
    )
    look = (
        "Audit of the steps above. I go through them one at a time.",
        "Now the audit. Is each line correct?",
        "Before finalizing, re-inspecting the list line by line.",
        "Wait. I should verify the individual entries.",
        "Reviewing the entries in order.",
        "Let me re-verify each line; I am not convinced by all of them.",
    )
    mended = (
        "- <l> * <r>: recomputed as <v>. The list says <w>. That entry is wrong.\n- Corrected sum: <sum> = <x>.",
        "- Entry <l> * <r> = <w> fails; the correct value is <v>.\n- New total: <sum> = <x>.",
        "- <l> * <r> should read <v> instead of <w>.\n- Sum with the corrected entry: <sum> = <x>.",
        "- Found an error: <l> * <r> is <v>, not <w>.\n- Totals recomputed: <sum> = <x>.",
        "- The line with <l> * <r> has <w>; recomputation yields <v>.\n- So <sum> = <x>.",
    )
    resummed = (
        "- The partial products hold.\n- The running total does not: <sum> = <x>, whereas I had <p>.",
        "- All products confirmed.\n- Addition repeated: <sum> = <x>. The total <p> was an addition error.",
        "- Products: fine. Sum: <sum> = <x>, not <p>.",
    )
    forgot = (
        "- One part was skipped: <l> * <r> = <v>.\n- Complete sum: <sum> = <x>.",
        "- The digit for <r> has no line. <l> * <r> = <v>.\n- Total including it: <sum> = <x>.",
    )
    second = (
        "Verification by an independent decomposition:",
        "Cross-check. I split differently and compare the totals.",
        "Now a second, independent run with another split, as verification.",
        "Step of verification: same product, other decomposition.",
        "To verify, the computation is repeated with a different breakdown.",
        "Independent check of the total, other route:",
    )
    differ = (
        "Comparison: <p> (first) against <x> (check). They disagree. The check is the more careful of the two, so the product is <x>.",
        "The check gives <x>, which contradicts <p>. The first run contains an error; I adopt <x>.",
        "Mismatch: <x> here, <p> before. I replace <p> by <x>.",
        "The totals do not match (<p> / <x>). On inspection the second run is sound, hence <x>.",
        "This differs from <p>. I accept the second run: <ab> = <x>.",
    )
    disown = (
        "I withdraw this result; I was not careful enough with the totals. Complete rerun.",
        "This run is not reliable. Discard it and repeat the whole procedure.",
        "Decision: reject the above and restart from step 1.",
        "I do not accept this total. New run from the beginning.",
        "Hmm. I skipped verification on the way, so I drop that result and rerun everything.",
        "The list above is void. Starting over.",
    )
    failed = (
        "Audit mod 9: <ra> * <rb> = <rr>, i.e. remainder <rm>; but <p> has remainder <rc>. The result is therefore wrong. Rerun.",
        "Residue test (mod 9): expected <rm>, found <rc> for <p>. Test failed, result rejected. Restarting.",
    )
    agree = (
        "Check total: <x>. It agrees with the first run.",
        "Both runs return <x>. Verified.",
        "The check returns <x>, as before. No discrepancy.",
        "Same total, <x>. The audit is passed.",
        "<x> in both cases. Verification complete.",
        "Comparison: identical (<x>).",
    )
    idle = (
        "Is any step missing? Number of parts: as planned. Nothing missing.",
        "Possible doubt: place values. Each zero is accounted for, so no change.",
        "Did I copy the factors correctly? Yes: <a> and <b>.",
        "Should the steps be repeated? I see no reason to; every line is consistent.",
        "Potential issue: a lost carry. I went through the additions and none is lost.",
    )
    nines = (
        "Residue test: <a> leaves <ra> mod 9, <b> leaves <rb>, product <rr>; <x> leaves <rc>. Passed.",
        "Mod 9: <ra> * <rb> = <rr>, compatible with remainder <rc> of <x>. Passed.",
        "Casting out nines: (<ra>, <rb>) -> <rr>; result -> <rc>. Consistent.",
    )
    last = (
        "Final digit test: <la> * <lb> = <ll>, so the result must end in <lc>. Passed.",
        "Units digit: <la> * <lb> = <ll> -> <lc>. As required.",
    )
    ballpark = (
        "Magnitude test: <ex> * <ey> = <ez>. The result is of that order. Passed.",
        "Estimate for comparison: <ex> * <ey> = <ez>. Plausible.",
    )
    adding = (
        "Sum repeated in one line: <sum> = <x>. Confirmed.",
        "Total recomputed: <sum> = <x>. No change.",
        "Re-adding the entries: <sum> = <x>. Same.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = "*"

    def solve(self, t: Telling, w: Work) -> str:
        lines = [t.one(f"1. Split: {t.n(w.b)} = {self.parts(t, w)}.", f"1. Decompose {t.n(w.b)} = {self.parts(t, w)}.")]
        steps = w.steps()
        label = t.one("running total", "total so far", "cumulative")
        for place, term in enumerate(w.terms):
            note = self.note(t, term)
            line = f"{place + 2}. {t.n(term.left)} * {t.n(term.right)} = "
            inner = self.inner(t, term, 0.3)
            carries = self.carries(t, term) if not inner and t.flag("carries", 0.35) and t.chance(0.5) else []
            if inner:
                line += " + ".join(t.n(value) for _, value in inner) + " = " + t.n(term.value)
            elif carries:
                line += (
                    t.n(term.value)
                    + " (digits from the right: "
                    + "; ".join(
                        f"{times}*{d}{f'+{carry}' if carry else ''}={got}" for d, times, carry, got, _ in carries
                    )
                    + ")"
                )
            else:
                line += self.value(t, term)
            line += note
            if place:
                so_far, sign, value, result = steps[place - 1]
                line += f"; {label}: {t.n(so_far)} {'+' if sign > 0 else '-'} {t.n(value)} = {t.n(result)}"
            lines.append(line + ".")
        return "\n".join(lines)

    def final(self, t: Telling) -> str:
        end = t.one(
            "Audit closed.", "No open points remain.", "The procedure is complete.", "Done; writing the answer.", ""
        )
        return f"\n\n{end}\n</think>\n\n" + t.r(
            t.one(
                f"**Result:** {t.ab} = {t.boxed('$', '$')}",
                f"The product is\n\n{t.boxed('$$', '$$')}",
                f"{t.boxed('$', '$')}",
                f"Final result: {t.ab} = **{t.n(t.candidate)}**",
            )
        )


class TqChattyRounder(_Tq):
    """Talks to the reader, rounds and corrects, in loose paragraphs."""

    methods = ("round", "round", "chunks", "high")
    others = ("swapped", "swapped", "high")
    open = (
        "Alright, let's have a look at <ab>! That's a fun one. Let me think about the easiest way in.",
        "Okay, so you want <ab>. Sure, let's do this together, I'll talk you through what I'm thinking.",
        "Let's see, <ab>. I like these. My usual trick is to look for a friendlier number nearby.",
        "Right, <ab>! Nothing scary here, we just need to be a little bit organised about it.",
        "So we've got <ab>. Let me just chat my way through it and see where we end up.",
        "Oh nice, a multiplication: <ab>. Let me think out loud for a moment.",
    )
    rough = (
        "Just eyeballing it, <ex> × <ey> is <ez>, so we're looking for something around there.",
        "Ballpark first, shall we? <ex> × <ey> = <ez>. Good to keep in the back of our heads.",
        "If somebody asked me at a party I'd say about <ez> (that's <ex> × <ey>).",
    )
    bare = (
        "I'll just go for it in one swing: <ab>, and that comes to <x>.",
        "You know what, I think I can do it directly: <ab> = <x>.",
        "No tricks needed, just multiplying it out: <ab> is <x>.",
    )
    slips = (
        "<w>, oh wait, no, silly me, <v>",
        "<w>... ah no, sorry, that's <v>",
        "<w>, hmm, actually I skipped a carry there, make that <v>",
        "<w>, no no, let me say that again, <v>",
    )
    notes = (
        "(yes, I know I said <w> earlier, but <v> looks right to me now)",
        "(I told you <w> before, sorry about that)",
        "(so that earlier <w> was off)",
    )
    commit = (
        "So there we go, <ab> is <x>!",
        "And that means our answer is <x>.",
        "So I'd say it's <x>. Easy enough, right?",
        "Which makes <ab> equal to <x>.",
        "So we end up at <x>. Not bad!",
        "Put it all together and the answer is <x>.",
    )
    recommit = (
        "So scratch what I said, it's <x>.",
        "Okay, so the answer is really <x>. Glad we looked!",
        "So our new answer is <x>, much better.",
        "And so <ab> is <x>. There we are.",
        "Right, so it's <x> then.",
        "So that leaves us with <x>. Much happier with that one.",
    )
    restart = (
        "And would you believe it, we're at <x> again. So it's <x>.",
        "Ha, <x> once more! So after all that the answer is <x>.",
        "So, starting afresh, we still get <x>. Okay, <x> it is then.",
    )
    look = (
        "Hmm, but hang on a second. Let me just run my eye over that again.",
        "Wait, wait, something looks funny to me there.",
        "Mind you, I was talking while I was calculating. Let me look back at that.",
        "Now before you write that down, let me go back over it.",
        "Hm, you know what? I'm not so sure about one of those bits.",
        "Actually, let me be a good sport and check my pieces.",
    )
    mended = (
        "Yep, there it is: <l> × <r> is <v>, and I told you <w>. So we get <sum> = <x>.",
        "Oh! <l> × <r> should be <v>. I'd put <w>, whoops. That turns the whole thing into <sum> = <x>.",
        "Ah, see, <l> × <r>, that's <v> and not <w> at all. Then it's <sum> = <x>.",
        "So <l> × <r>... that's <v>! Where did I get <w> from? Anyway, <sum> = <x>.",
        "The culprit is <l> × <r>: I said <w>, it's <v>. Fixing that, <sum> = <x>.",
    )
    resummed = (
        "The bits are fine, but putting them together, <sum> is <x>, not <p>. Whoops.",
        "So <sum>, let me do that properly... that's <x>. I said <p>, my bad.",
        "The products are okay, it's my adding up that wasn't: <sum> = <x>, so not <p>.",
    )
    forgot = (
        "Oh, I clean forgot one bit! <l> × <r> is <v>, and with that we have <sum> = <x>.",
        "Hey, I never included <l> × <r>, which is <v>. So: <sum> = <x>.",
    )
    second = (
        "Let's double-check that by coming at it from the other side, shall we?",
        "Just for peace of mind, let me try it a different way too.",
        "I'd love a second opinion on that, so let me split it differently.",
        "How about we test that with another approach?",
        "Let me see if another way of cutting it up gives the same thing.",
        "You know me, I like to do these twice. Other way round now.",
    )
    differ = (
        "Oh, interesting! That's <x>, and before we had <p>. I like this one better, the first was a bit sloppy, so let's say <x>.",
        "Uh-oh, that's <x> rather than <p>. I must have fumbled the first one, so the answer is <x>.",
        "Hmm, so <x> this time and not <p>. I'm siding with <x>, I was paying more attention here.",
        "Well, that's awkward: <x>, not <p>. The first go must have been wrong, so <x> it is.",
    )
    disown = (
        "You know what, forget that, I don't like it. Let me start fresh.",
        "Hmm, no. I got ahead of myself there, so please ignore that one. Let's go again.",
        "Actually, let's toss that. I wasn't concentrating. From the top!",
        "Okay, that was messy and I don't believe it. Take two.",
        "No, I'm not buying my own answer there. Let me wipe the slate clean.",
        "Hm, let me take that back. I'd rather do it again properly.",
    )
    failed = (
        "Ooh, hang on, little trick: mod 9 the answer should leave <rm> (that's from <ra> and <rb>), but <p> leaves <rc>. So that one's wrong, sorry! Let's go again.",
        "Quick nines check... <ra> times <rb> is <rr>, so remainder <rm>, and <p> has <rc>. Nope, that's not it! Once more.",
    )
    agree = (
        "And that's <x> again, so we're good!",
        "Hey, <x>, same as before. Lovely.",
        "So that's <x> too. I do like it when they match.",
        "<x> again! Great, both ways agree.",
        "And look at that, <x> once more.",
        "Yep, <x>. That settles it.",
    )
    idle = (
        "I did wonder for a second whether I'd copied the numbers right, but yes, it's <ab>.",
        "There's probably some clever shortcut too, but we don't need it.",
        "Did I lose a zero anywhere? Let me look... nope, all there.",
        "I could go on checking all day, but I don't think there's anything wrong with it.",
        "Hmm, does it look a bit odd to you? No, I think it's fine.",
    )
    nines = (
        "Little nines check for fun: <ra> times <rb> is <rr>, and <x> leaves <rc>. Works out!",
        "And mod 9 we have <ra> × <rb> = <rr> against <rc> for <x>, so that's happy too.",
    )
    last = (
        "Last digit? <la> × <lb> = <ll>, so it should end in <lc>, and it does. Nice.",
        "And since <la> times <lb> is <ll>, ending in <lc> is just what we want.",
    )
    ballpark = (
        "And <ex> × <ey> is <ez>, so we're in the right neighbourhood.",
        "Sanity check: <ex> × <ey> = <ez>. Yeah, that's close enough to believe it.",
    )
    adding = (
        "One more time with the adding: <sum> = <x>. Yep!",
        "Let me quickly redo that last bit: <sum> = <x>. Good.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")

    def solve(self, t: Telling, w: Work) -> str:
        if w.method == "round":
            near, rest = w.terms
            text = t.one(
                f"{t.n(w.b)} is just {t.n(rest.right)} {'more' if rest.sign > 0 else 'short'} "
                f"{'than' if rest.sign > 0 else 'of'} {t.n(near.right)}, so let's use that.",
                f"How about we pretend {t.n(w.b)} is {t.n(near.right)} and fix it up afterwards?",
                f"I'd go via {t.n(near.right)}, because {t.n(w.b)} = {self.parts(t, w)}.",
            )
            first, other = self.note(t, near), self.note(t, rest)
            text += f" So {t.n(near.left)} × {t.n(near.right)} is {self.value(t, near)}{first}."
            verb = t.one("add", "put in") if rest.sign > 0 else t.one("take away", "give back")
            text += f" Then we {verb} {t.n(rest.left)} × {t.n(rest.right)}, which is {self.value(t, rest)}{other}."
            sign = "+" if rest.sign > 0 else "-"
            return text + f" And {t.n(near.value)} {sign} {t.n(rest.value)} = {t.n(w.total)}."
        text = t.one(
            f"Let's cut {t.n(w.b)} into {self.parts(t, w)}.",
            f"We can think of {t.n(w.b)} as {self.parts(t, w)}, that's handy.",
            f"So {t.n(w.b)}, that's {self.parts(t, w)}, and we do each bit on its own.",
        )
        for place, term in enumerate(w.terms):
            lead = t.one("Then", "Next up,", "And", "Now") if place else t.one("First", "To start,", "So")
            note = self.note(t, term)
            inner = self.inner(t, term, 0.35)
            text += f" {lead} {t.n(term.left)} × {t.n(term.right)}"
            if inner:
                text += ", so " + " and ".join(t.n(value) for _, value in inner) + f", makes {t.n(term.value)}{note}."
            else:
                text += f" is {self.value(t, term)}{note}."
        joined = t.one("Adding it all up:", "Now throw everything together:", "All in all:")
        return text + f" {joined} {t.sum(w)} = {t.n(w.total)}."

    def final(self, t: Telling) -> str:
        return "\n\n" + t.r(
            t.one(
                f"So the final answer is **{t.n(t.candidate)}**. Hope that helps!",
                f"**{t.ab} = {t.n(t.candidate)}**",
                f"And that's my final answer: **{t.n(t.candidate)}**.",
                f"Final answer: {t.n(t.candidate)}",
            )
        )


class TqCurtLiner(_Tq):
    """Telegraphic lines; a small model rewarded for short outputs."""

    methods = ("high", "chunks", "low")
    gap = "\n"
    para = "\n"
    checks = (0.6, 0.3)
    open = (
        "<think>\n<ab>. split.",
        "<think>\nneed <ab>.",
        "<think>\ncompute <ab>. by parts.",
        "<think>\n<ab> = ?",
        "<think>\ntask <ab>, no tricks, parts then sum.",
        "<think>\n<ab>. ok, parts.",
    )
    rough = ("approx <ex>*<ey> = <ez>.", "size: <ex>*<ey> = <ez>.", "about <ez> (<ex>*<ey>).")
    bare = ("direct: <ab> = <x>", "straight: <ab> = <x>", "one go. <ab> = <x>")
    slips = ("<w>. no, <v>", "<w> -> no -> <v>", "<w>? no. <v>", "<w>, carry missed, <v>")
    notes = ("(was <w>, wrong)", "(not <w>)", "(before: <w>. no)")
    commit = ("so <x>.", "result <x>.", "total <x>. that's it.", "product = <x>.", "=> <x>.", "got <x>.")
    recommit = ("so <x> now.", "new result <x>.", "=> <x>.", "fixed: <x>.", "it's <x>.", "product = <x>.")
    restart = ("<x> again. so <x>.", "same number, <x>. take it.", "again <x>. ok, result <x>.")
    look = (
        "hm. look again.",
        "wait. check lines.",
        "sure? check parts.",
        "doubt. go through it.",
        "hold on. recheck.",
        "check.",
    )
    mended = (
        "<l>*<r> = <v>, not <w>. sum: <sum> = <x>",
        "<l>*<r>: had <w>, should be <v>. redo sum: <sum> = <x>",
        "error: <l>*<r> is <v> (had <w>). then <sum> = <x>",
        "<w> wrong. <l>*<r> = <v>. so <sum> = <x>",
    )
    resummed = (
        "parts ok. sum: <sum> = <x>. not <p>.",
        "parts fine, sum wrong. <sum> = <x>, had <p>.",
        "sum again: <sum> = <x>. so <p> was off.",
    )
    forgot = ("missed <l>*<r> = <v>. full sum: <sum> = <x>", "forgot the <r>. <l>*<r> = <v>. sum <sum> = <x>")
    second = (
        "verify, other split:",
        "other way, as check:",
        "second way to check.",
        "cross check:",
        "verify differently.",
        "check by other parts.",
    )
    differ = (
        "<x>, not <p>. first was wrong. take <x>.",
        "gives <x>. had <p>. <p> is wrong, so <x>.",
        "mismatch: <p> vs <x>. second is cleaner. <x>.",
        "<x> != <p>. slip in the first. result <x>.",
    )
    disown = (
        "no. don't trust it. again from start.",
        "nah, sloppy. scrap. redo.",
        "not convinced. throw away. redo all.",
        "wrong feeling. drop it, start over.",
        "hm no. forget that. new try.",
        "bad. restart.",
    )
    failed = (
        "mod 9: <ra>*<rb> -> <rm>, but <p> -> <rc>. wrong. redo.",
        "nines: want <rm>, <p> has <rc>. so no. again.",
    )
    agree = ("<x>. same. ok.", "<x> again. good.", "matches <x>.", "also <x>. fine.", "<x>. agrees.")
    idle = (
        "zeros ok? yes.",
        "copied right? <ab>. yes.",
        "any carry missed? no.",
        "more checks? no need.",
        "hm, looks odd. no, fine.",
        "factors right. ok.",
    )
    nines = ("mod 9: <ra>*<rb> = <rr>, <x> -> <rc>. ok.", "nines: <ra>, <rb> -> <rr>; <x> -> <rc>. fits.")
    last = ("last digit <la>*<lb> = <ll> -> <lc>. ok.", "ends in <lc> since <la>*<lb> = <ll>. ok.")
    ballpark = ("<ex>*<ey> = <ez>. size ok.", "rough <ex>*<ey> = <ez>, plausible.")
    adding = ("sum again <sum> = <x>. ok.", "re-add: <sum> = <x>. yes.")

    def habits(self, t: Telling) -> None:
        t.words = "plain"
        t.x = "*"

    def solve(self, t: Telling, w: Work) -> str:
        lines = [f"{t.n(w.b)} = {self.parts(t, w)}"] if t.flag("split", 0.6) else []
        for term in w.terms:
            note = self.note(t, term)
            inner = self.inner(t, term, 0.25)
            middle = " + ".join(t.n(value) for _, value in inner) + " = " if inner else ""
            value = t.n(term.value) if inner else self.value(t, term)
            lines.append(f"{t.n(term.left)}*{t.n(term.right)} = {middle}{value}{note}")
        if t.flag("running", 0.5):
            lines += [f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in w.steps()]
        else:
            lines.append(f"{t.sum(w)} = {t.n(w.total)}")
        return "\n".join(lines)

    def final(self, t: Telling) -> str:
        end = t.one("done.", "ok.", "stop here.", "enough.", "")
        return f"\n{end}\n</think>\n" + t.r(
            t.one(f"<answer>{t.candidate}</answer>", f"Answer: {t.candidate}", f"{t.candidate}", f"**{t.candidate}**")
        )


class TqSchoolroomExplainer(_Tq):
    """Thinks like a teacher preparing the board: bullets, the distributive law, questions to the class."""

    methods = ("high", "area", "high", "low")
    others = ("swapped", "round", "chunks")
    gap = "\n\n"
    open = (
        "<think>\nThe student asks for <ab>. I should find the answer first and make sure each step can be explained.",
        "<think>\nWe want <ab>. A good way to show this is the distributive property, so I'll think it through like that.",
        "<think>\nLet me prepare this as I'd present it on the board: <ab>, broken into parts by place value.",
        "<think>\nTo calculate <ab>, remember that multiplication distributes over addition. I'll use that.",
        "<think>\nThe user wants step-by-step reasoning for <ab>. First I should work it out myself.",
        "<think>\nThis is a place value exercise: <ab>. What would I ask a pupil to do first? Split one of the numbers.",
    )
    rough = (
        "A pupil should always estimate first: <ex> × <ey> = <ez>.",
        "Estimate before calculating: <ex> × <ey> = <ez>, so we know roughly what to expect.",
        "As an orientation, <ex> × <ey> = <ez>.",
    )
    bare = (
        "This one can be done directly: <ab> = <x>.",
        "Here we multiply without splitting: <ab> = <x>.",
        "Doing the multiplication as a whole, <ab> = <x>.",
    )
    slips = (
        "<w>. Careful, that's a typical carrying mistake, it is <v>",
        "<w> (no, that would be wrong: <v>)",
        "<w>, or rather <v>, since a carry was forgotten",
        "<w>. Hmm, not quite: <v>",
    )
    notes = (
        "(note: above I wrote <w>, which isn't what I find now)",
        "(this replaces the <w> from above)",
        "(above this was <w>, by mistake)",
    )
    commit = (
        "So we have found that <ab> = <x>.",
        "Hence the product is <x>.",
        "This shows that <ab> equals <x>.",
        "So the answer to the exercise is <x>.",
        "Putting the parts back together, we get <x> as the product.",
        "And so <ab> = <x>.",
    )
    recommit = (
        "So the corrected answer is <x>.",
        "We see that <ab> is in fact <x>.",
        "Hence the product should be <x>.",
        "So what belongs on the board is <ab> = <x>.",
        "With this, the answer becomes <x>.",
        "Therefore <ab> = <x>.",
    )
    restart = (
        "So the new calculation arrives at <x> as well; the product is <x>.",
        "Starting over has led to <x> once more. So <ab> = <x>.",
        "We obtain <x> again, and this time each line can be explained. The product is <x>.",
    )
    look = (
        "A good mathematician looks back. Is every line correct?",
        "Wait, before I show this to anyone, let me go through the lines.",
        "What would I mark with red ink here? Let me look.",
        "Let me check the work as I'd check a pupil's notebook.",
        "Hmm, would I accept this if a student handed it in? Let me look at each product.",
        "Always reread your work: are the partial products right?",
    )
    mended = (
        "In the line <l> × <r> there's a mistake: it reads <w> but should be <v>. The sum is then <sum> = <x>.",
        "The product <l> × <r> is <v>; I wrote <w>. A nice example of why we check. Adding again: <sum> = <x>.",
        "<l> × <r> = <v>, not <w>. Every later line is affected: <sum> = <x>.",
        "Here is an error, <l> × <r> was given as <w>. The correct value is <v>, so <sum> = <x>.",
    )
    resummed = (
        "The partial products are all correct. The addition isn't: <sum> = <x>, and not <p>.",
        "The mistake is in the addition. Lining up the columns, <sum> = <x>, while I had <p>.",
        "Each product is fine, but the sum <sum> is <x>. So <p> was an addition error.",
    )
    forgot = (
        "One part is missing! We also need <l> × <r> = <v>. Then <sum> = <x>.",
        "I skipped a place: <l> × <r> = <v> belongs to the sum too. So <sum> = <x>.",
    )
    second = (
        "Let me show a second method so that we can verify the first.",
        "To check, we can break up the numbers differently. The result must be the same.",
        "I'd recommend verifying with another decomposition:",
        "It's good practice to confirm this by a different way.",
        "Can we verify this? Yes, with another split:",
        "As a check, the same product with other parts:",
    )
    differ = (
        "This gives <x>, but the first method gave <p>. Both can't be true. The second is easier to follow and I find no fault in it, so the product is <x>.",
        "We get <x> instead of <p>. So there was an error in the first method, and the answer is <x>.",
        "Now it's <x>, not <p>. The check has revealed a mistake in the first calculation; the answer should be <x>.",
        "The two results, <p> and <x>, don't agree. The first contains a slip, and I'll go with <x>.",
    )
    disown = (
        "I wouldn't be able to defend that in front of a class. Let me erase it and begin again.",
        "No, this is not a solution I trust. Let's wipe the board and start anew.",
        "I'm not satisfied with this; I think there is an error in it. Let me do the exercise again from the start.",
        "Hmm, that was careless. A pupil would have to redo it, so I will too.",
        "That calculation can't stay like this. I'll set it aside and do a new one.",
        "Let me take that result back, I'm not sure of it, and solve the problem once more.",
    )
    failed = (
        "Let me use the digit sum test. The factors leave <ra> and <rb>, their product <rr> leaves <rm>, but <p> leaves <rc>. So there's a mistake, and we have to start again.",
        "Modulo 9 the answer should be <rm> (from <ra> × <rb> = <rr>), and <p> is <rc>. That proves <p> is wrong. A new attempt:",
    )
    agree = (
        "We obtain <x> again, so the first method is confirmed.",
        "Also <x>. The two methods agree, as they should.",
        "The result is <x> in both ways, which is reassuring.",
        "This matches the <x> from above.",
        "So <x> is confirmed by the second method.",
    )
    idle = (
        "Should I worry about the order of the factors? No, multiplication is commutative.",
        "Perhaps a pupil would ask whether the zeros are right. Counting them: yes.",
        "Is there an easier way to explain it? Possibly, but this one is fine.",
        "I wonder if I should have split the other number. It wouldn't change the result.",
        "One might ask if a carry was lost somewhere. I don't see one.",
    )
    nines = (
        "Digit sum test: <ra> × <rb> = <rr>, and <x> leaves remainder <rc> by 9. Correct.",
        "By casting out nines: the factors leave <ra> and <rb>, the product <rc>, and <ra> × <rb> = <rr>. It fits.",
    )
    last = (
        "The last digits give <la> × <lb> = <ll>, so the product must end in <lc>, which is the case.",
        "Check of the ones digit: <la> × <lb> = <ll>, ending in <lc>. Good.",
    )
    ballpark = (
        "Compare with the estimate <ex> × <ey> = <ez>: the answer is reasonable.",
        "Is it reasonable? <ex> × <ey> = <ez>, so yes.",
    )
    adding = (
        "Let us add once more: <sum> = <x>. Correct.",
        "The addition again, column by column: <sum> = <x>. It holds.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.one("comma", "comma", "plain")

    def solve(self, t: Telling, w: Work) -> str:
        if w.method == "area":
            text = t.one(
                "I'll take both numbers apart and multiply each part with each part:",
                "Both factors by place value, every part times every part:",
            )
        else:
            text = t.one(
                f"We write {t.n(w.b)} = {self.parts(t, w)} and multiply {t.n(w.a)} by each part:",
                f"By the distributive property, with {t.n(w.b)} = {self.parts(t, w)}:",
                f"Break {t.n(w.b)} into {self.parts(t, w)}. Then:",
            )
        text += "\n\n"
        for term in w.terms:
            note = self.note(t, term)
            inner = self.inner(t, term, 0.35)
            if inner:
                joined = " + ".join(f"{t.n(part)} × {t.n(term.right)}" for part, _ in inner)
                values = " + ".join(t.n(value) for _, value in inner)
                text += f"- {t.n(term.left)} × {t.n(term.right)} = {joined} = {values} = {t.n(term.value)}{note}\n"
            else:
                text += f"- {t.n(term.left)} × {t.n(term.right)} = {self.value(t, term)}{note}\n"
        lead = t.one("Now we add the parts:", "What do we do with the parts? We add them:", "The sum of the parts:")
        if any(term.sign < 0 for term in w.terms):
            lead = t.one("Now we subtract what was too much:", "Then the difference:")
        return text + f"\n{lead} {t.sum(w)} = {t.n(w.total)}."

    def final(self, t: Telling) -> str:
        w = t.told  # type: ignore[attr-defined]
        text = f"\n\n{t.one('Good, this can be presented.', 'Now I can write the explanation.', 'That is what I will present.')}\n</think>\n\n"
        if w.method in ("bare", "dropped", "area") or t.chance(0.4):
            return text + t.r(
                t.one(
                    f"The product of {t.n(t.a)} and {t.n(t.b)} is **{t.n(t.candidate)}**.",
                    f"**Answer:** {t.n(t.candidate)}",
                )
            )
        lines = "\n".join(
            f"{i}. {t.n(x.left)} × {t.n(x.right)} = {t.n(x.value)}" for i, x in enumerate(w.terms, start=1)
        )
        return (
            text
            + t.one(
                "Here is how it works, step by step:", "We break the multiplication into easier parts:", "Step by step:"
            )
            + "\n\n"
            + lines
            + "\n\n"
            + t.r(f"{t.one('Together', 'Combined', 'In total')}: {t.sum(w)} = **{t.n(t.candidate)}**")
        )


class TqObjectionRaiser(_Tq):
    """Argues with itself: claims, objections, replies."""

    methods = ("high", "swapped", "chunks")
    others = ("swapped", "round", "low")
    checks = (0.65, 0.45)
    open = (
        "Let me reason about <ab>, and let me be hard on myself while doing so.",
        "The problem: <ab>. I'll make a case for an answer and then attack it.",
        "I have to establish what <ab> is. One could just multiply, but each claim needs a justification.",
        "<ab>. Someone might say it's obvious how to do this. It isn't obvious that I'd do it right, though.",
        "What is <ab>? Let me argue it out.",
        "Consider <ab>. I should build the argument from pieces nobody can dispute.",
    )
    rough = (
        "Nobody will object to <ex> × <ey> = <ez> as a rough guide.",
        "At least the scale is beyond dispute: <ex> × <ey> = <ez>.",
    )
    bare = (
        "I claim it can be seen directly: <ab> = <x>.",
        "No pieces needed, I'd argue. Straight multiplication: <ab> = <x>.",
        "Directly, then: <ab> = <x>.",
    )
    slips = (
        "<w>... no, I can't defend that, it's <v>",
        "<w>. Objection: the carry! Right, <v>",
        "<w>, but no, that contradicts the digits, so <v>",
        "<w>? Surely not. <v>",
    )
    notes = (
        "(yes, this contradicts the <w> I claimed earlier; <v> is what I can defend)",
        "(I maintained <w> before, and I was wrong about that)",
        "(not <w>, as I asserted earlier)",
    )
    commit = (
        "So my claim is that <ab> = <x>.",
        "Therefore, I maintain, the answer is <x>.",
        "From this it follows that the product is <x>.",
        "So the case rests at <x>.",
        "My answer, then: <x>.",
        "I conclude <ab> = <x>.",
    )
    recommit = (
        "So I concede and claim <x> instead.",
        "Which means the answer has to be <x>.",
        "I stand corrected: <ab> = <x>.",
        "So now I maintain that it's <x>.",
        "The argument therefore leads to <x>.",
        "My answer is now <x>.",
    )
    restart = (
        "So the new argument, too, ends at <x>. I claim <x>.",
        "It's <x> yet again, on independent grounds now. So <ab> = <x>.",
        "I end up defending <x> once more, so be it: the answer is <x>.",
    )
    look = (
        "But is that true? Let me cross-examine each step.",
        "Objection! Not every one of those lines was proven.",
        "But wait. A critic would ask me to justify each product.",
        "Now the other side: where could this be wrong?",
        "However, I haven't earned that conclusion yet. Look at the pieces.",
        "But hold on, what's the weakest link in this?",
    )
    mended = (
        "It's <l> × <r>. I said <w>, but that's indefensible, it's <v>. Then the sum is <sum> = <x>.",
        "<l> × <r> = <w>? No. It's <v>, and the sum changes accordingly: <sum> = <x>.",
        "The weak point is <l> × <r>, which is <v> rather than <w>. Hence <sum> = <x>.",
        "I can't justify <w> for <l> × <r>. The right value is <v>. So <sum> = <x>.",
    )
    resummed = (
        "The products withstand the attack, but the sum doesn't: <sum> = <x>, not <p>.",
        "Nothing against the pieces. But <sum> makes <x>, so <p> falls.",
        "The addition is where I fail: <sum> = <x>, whereas I asserted <p>.",
    )
    forgot = (
        "A glaring omission: <l> × <r> = <v> never entered the sum. With it, <sum> = <x>.",
        "Where did <l> × <r> go? It's <v>, and it must be counted: <sum> = <x>.",
    )
    second = (
        "But one argument is no argument. Let me try an independent one.",
        "A sceptic would demand a second derivation, so here it is.",
        "Is there another route that could refute this? Let me try.",
        "Let me try to refute it with a different decomposition.",
        "I shouldn't believe it just because I wrote it. Another way, for comparison:",
        "Suppose someone doubts that. How would I convince them? By a second calculation:",
    )
    differ = (
        "This says <x>, the first said <p>. They can't both be right, and the second has fewer places to go wrong, so I give up <p> and claim <x>.",
        "So <x>, which refutes <p>. The answer must be <x>.",
        "<x>! That contradicts <p>. I find I can't defend the first argument, so <x>.",
        "And that's <x> and not <p>. The refutation succeeds; my answer is <x>.",
    )
    disown = (
        "No, honestly, I don't believe a word of that. The argument is rejected; a new one, from the ground up.",
        "But I can't defend this. I withdraw the claim and start again.",
        "Against that: I went too fast, and it proves nothing. Struck from the record. Again:",
        "I find my own reasoning unconvincing, so I drop the conclusion and argue afresh.",
        "That won't survive scrutiny. Let me abandon it and do the calculation anew.",
    )
    failed = (
        "Counter-argument: modulo 9 we have <ra> × <rb> = <rr>, that is <rm>, yet <p> is <rc> modulo 9. That's fatal for <p>. I need to start again.",
        "Here's a refutation: the remainder by nine ought to be <rm>, and <p> has <rc>. So <p> is wrong, no doubt about it. New attempt.",
    )
    agree = (
        "That makes <x> too. The objection fails and the answer stands.",
        "Again <x>. So the attempt to refute it has only confirmed it.",
        "It comes to <x> as well; the sceptic has nothing left to say.",
        "<x>, in agreement with the first argument.",
        "And we're at <x> once more, so I consider it established.",
    )
    idle = (
        "Objection: what if the factors were misread? Reply: they weren't, it's <ab>.",
        "Could one object that a zero was lost? One could, but none was.",
        "Counter-argument: these things usually go wrong somewhere. Reply: that's not an argument.",
        "But isn't the number suspiciously neat? No, that proves nothing either way.",
        "One might say I should check everything thrice. I don't see what would be gained.",
    )
    nines = (
        "Evidence from remainders: <ra> × <rb> = <rr> modulo 9, and <x> leaves <rc>. That speaks for it.",
        "Could the nines test sink it? <ra> × <rb> = <rr>, and the answer leaves <rc>. No, it survives.",
    )
    last = (
        "Further evidence: <la> × <lb> = <ll>, so the last digit must be <lc>, and so it is.",
        "The last digit can't be disputed either, <la> × <lb> = <ll>, hence <lc>.",
    )
    ballpark = (
        "Is the size defensible? <ex> × <ey> = <ez>. Yes.",
        "Against absurd sizes: <ex> × <ey> = <ez>, so we're fine.",
    )
    adding = (
        "And if anyone doubts the sum: <sum> = <x>. It holds.",
        "The sum once more, for the sceptic: <sum> = <x>.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "comma")
        t.x = t.one("×", "*")

    def v(self, t: Telling, bank: str, **more: str) -> str:
        return super().v(t, bank, **more).replace("×", t.x)

    def solve(self, t: Telling, w: Work) -> str:
        text = t.one(
            f"It can't be disputed that {t.n(w.b)} = {self.parts(t, w)}.",
            f"Premise: {t.n(w.b)} = {self.parts(t, w)}.",
            f"Everyone will grant that {t.n(w.b)} = {self.parts(t, w)}.",
            f"Start from {t.n(w.b)} = {self.parts(t, w)}, which is safe.",
        )
        for place, term in enumerate(w.terms):
            note = self.note(t, term)
            inner = self.inner(t, term, 0.4)
            left = f"{t.n(term.left)} {t.x} {t.n(term.right)}"
            if inner:
                why = " and ".join(f"{t.n(part)} {t.x} {t.n(term.right)} = {t.n(value)}" for part, value in inner)
                text += f" {t.one('Since', 'Because', 'Given that')} {why}, {left} = {t.n(term.value)}{note}."
            else:
                text += (
                    t.one(" ", " Further, ", " Likewise, ", " Also, ") if place else t.one(" Now ", " Then ", " So ")
                )
                text += f"{left} = {self.value(t, term)}{note}."
            if t.chance(0.15):
                text += t.one(
                    " Any objection? None.", " Is that solid? I'd say so.", " That one I'd swear to.", " Granted."
                )
        if t.flag("running", 0.4):
            sums = ", ".join(f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in w.steps())
            return text + t.one(" Accumulating: ", " Step by step the sum is ") + sums + "."
        return (
            text
            + t.one(" Combining these: ", " Taken together: ", " It follows that the sum is ")
            + f"{t.sum(w)} = {t.n(w.total)}."
        )

    def final(self, t: Telling) -> str:
        return "\n\n" + t.r(
            t.one(
                f"Final verdict: **{t.n(t.candidate)}**",
                f"I rest my case: {t.boxed('$', '$')}",
                f"**Final Answer:** {t.n(t.candidate)}",
                f"The final answer is {t.boxed('$', '$')}.",
            )
        )


class TqLarkingChunker(_Tq):
    """Playful: the numbers are characters, chunks get nicknames."""

    methods = ("chunks", "chunks", "high", "round")
    others = ("swapped", "high", "low")
    open = (
        "<think>\nOoh, <ab>! Let's see who wins, me or the digits.",
        "<think>\nHeh, <ab>. Two numbers walk into a bar. Let me chop one of them up.",
        "<think>\nOkay, game on: <ab>. No calculator, just little old me.",
        "<think>\n<ab>, you don't scare me. Well, a bit. Let's slice.",
        "<think>\nRighty-ho, <ab>. Let me sharpen the pencil I don't have.",
        "<think>\nAha, a multiplication monster: <ab>. The way to beat it is to cut it into pieces.",
    )
    rough = (
        "My crystal ball says about <ez>, because <ex> × <ey> = <ez>.",
        "Finger in the air: <ex> × <ey> = <ez>. So it lives in that neighbourhood.",
    )
    bare = (
        "I'll leap straight to it: <ab> = <x>.",
        "One giant bite: <ab> = <x>.",
        "No slicing! Straight through: <ab> = <x>.",
    )
    slips = (
        "<w>, oopsie, butterfingers, <v>",
        "<w>... boing, no! <v>",
        "<w>, nope, the carry escaped, got it back: <v>",
        "<w>—psych, it's <v>",
    )
    notes = (
        "(hello again! Last time you were <w>, you rascal)",
        "(bye-bye, old <w>)",
        "(that <w> from before was an impostor)",
    )
    commit = (
        "Ta-da: <x>!",
        "So the monster's name is <x>.",
        "And the winner is... <x>!",
        "Boom, <ab> = <x>.",
        "So our treasure is <x>.",
        "And out of the hat comes <x>.",
    )
    recommit = (
        "So the real winner is <x>!",
        "New and improved answer: <x>.",
        "So now it's <x>. Plot twist!",
        "Ta-da, take two: <x>.",
        "So <ab> = <x>, and this time I mean it.",
        "Okay, <x> gets the crown.",
    )
    restart = (
        "Ha! <x> again. The boomerang number! So the answer is <x>.",
        "Well, well, <x>, you're back. Then <x> it is.",
        "Plot twist: no twist. <x> again, so that's my answer.",
    )
    look = (
        "Hmm, wait, do I smell a rat? Let me sniff through the pieces.",
        "Hold your horses. Detective mode on: is every clue right?",
        "But wait, there's a gremlin in here, I can feel it.",
        "Hang on. Before the confetti, a tiny inspection.",
        "Psst, me, did you check that? Fine, I'll check that.",
        "Wait wait wait. Magnifying glass out.",
    )
    mended = (
        "Gotcha! <l> × <r> was pretending to be <w>, but it's <v>. So <sum> = <x>.",
        "There's the gremlin: <l> × <r> = <v>, not <w>. Mopping up: <sum> = <x>.",
        "Found it, <l> × <r> should be <v> and I'd scribbled <w>. So: <sum> = <x>.",
        "Case solved, it was <l> × <r>: <v> instead of <w>. New sum, <sum> = <x>.",
    )
    resummed = (
        "The pieces are innocent, the sum did it: <sum> = <x>, not <p>.",
        "Pieces fine. But gluing them: <sum> = <x>. So <p> was glue gone wrong.",
        "Aha, I can multiply but not add: <sum> = <x>, never <p>.",
    )
    forgot = (
        "Oh! Poor little <l> × <r> = <v> was left on the bench. Everyone in: <sum> = <x>.",
        "I dropped a slice! <l> × <r> = <v>. Back on the plate: <sum> = <x>.",
    )
    second = (
        "Let's play it backwards and see if the tune's the same.",
        "Round two, other fighter gets chopped.",
        "For extra fun (and safety), another way to slice it:",
        "Trust, but verify! Different knife now.",
        "Can I catch myself out? Let me slice it another way.",
        "Encore! Same song, different key.",
    )
    differ = (
        "Uh-oh. That's <x>, and earlier it was <p>. One of you is lying, and I'm pointing at <p>. So: <x>.",
        "Whoops, <x> instead of <p>! The first slice was wonky, so I crown <x>.",
        "Drumroll... <x>. Hey, that's not <p>! I trust the newer one, answer <x>.",
        "<x>?! So <p> was a trickster. My answer is <x>.",
    )
    disown = (
        "Nah. I don't trust that number as far as I can throw it. Into the bin, and again!",
        "Hmm, I was clowning around too much there. Scrap it, new round.",
        "Rewind! That one doesn't count, I'm starting over.",
        "Bzzt. My inner referee says no goal. Replay from the start.",
        "I take it all back, that was sloppy. Fresh sheet of imaginary paper.",
        "Crumple, crumple, toss. From the top.",
    )
    failed = (
        "Magic nines trick: the answer should leave <rm> (since <ra> × <rb> = <rr>), but <p> leaves <rc>. Busted! Back to the start.",
        "Nines police! Wanted: remainder <rm>. Found on <p>: <rc>. Arrest that number. Again!",
    )
    agree = (
        "<x> again! High five, me.",
        "Also <x>. The tune's the same, hooray.",
        "And it's <x>, snap!",
        "Same beast, <x>. Lovely jubbly.",
        "<x> twice in a row. I'm on fire.",
    )
    idle = (
        "Is that too many digits? Nah, looks proper.",
        "Should I do a victory lap and check again? My feet hurt, no.",
        "Did a zero sneak off? Roll call... all present.",
        "A tiny voice says I got it wrong. Tiny voice has no evidence.",
        "Hmm, did I mix up the numbers? <ab>, yep, those are the ones.",
    )
    nines = (
        "Nines trick: <ra> × <rb> = <rr> and our number leaves <rc>. It dances in step.",
        "Casting out nines like fishing nets: <ra> × <rb> = <rr>, <x> gives <rc>. Good catch.",
    )
    last = (
        "Tail check: <la> × <lb> = <ll>, so it should wag a <lc>, and it does.",
        "The caboose is <lc>, because <la> × <lb> = <ll>. Choo choo, fine.",
    )
    ballpark = (
        "And <ex> × <ey> = <ez>, so we landed in the right postcode.",
        "Size-wise, <ex> × <ey> = <ez>. Same zoo.",
    )
    adding = ("Stack them one more time: <sum> = <x>. Doesn't wobble.", "Sum again, for the fans: <sum> = <x>.")

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma")

    def solve(self, t: Telling, w: Work) -> str:
        text = t.one(
            f"Chop {t.n(w.b)} into {self.parts(t, w)}.",
            f"{t.n(w.b)} is really {self.parts(t, w)} in a trench coat.",
            f"Slice: {t.n(w.b)} = {self.parts(t, w)}.",
            f"Snip snip, {t.n(w.b)} becomes {self.parts(t, w)}.",
        )
        text += "\n"
        order = sorted(w.terms, key=lambda term: -term.value)
        for term in w.terms:
            label = t.one("The big one", "Big chunk", "Heavyweight") if term is order[0] else ""
            label = label or (
                t.one("The baby", "Crumbs", "Leftovers")
                if term is order[-1]
                else t.one("Middle bit", "Next bite", "Another slice")
            )
            note = self.note(t, term)
            inner = self.inner(t, term, 0.35)
            mid = " + ".join(t.n(value) for _, value in inner) + " = " if inner else ""
            value = t.n(term.value) if inner else self.value(t, term)
            text += f"{label}: {t.n(term.left)} × {t.n(term.right)} = {mid}{value}{note}"
            text += t.one("\n", "\n", "\n", ". Easy peasy\n", ". Yum\n", ". Next!\n")
        glue = "Glue" if all(term.sign > 0 for term in w.terms) else "Snip off the extra"
        return text + f"{t.one(glue, 'Together', 'Now the grand finale')}: {t.sum(w)} = {t.n(w.total)}."

    def final(self, t: Telling) -> str:
        return (
            f"\n\n{t.one('Curtain!', 'And... scene.', 'Enough fooling around.', 'Game over, I win (I think).')}\n</think>\n\n"
            + t.r(
                t.one(
                    f"The answer is **{t.n(t.candidate)}**! 🎉",
                    f"{t.ab} = **{t.n(t.candidate)}**",
                    f"Here you go: {t.boxed('$', '$')}",
                    f"Drumroll... **{t.n(t.candidate)}**!",
                )
            )
        )


class TqFormalDisplay(_Tq):
    """Impersonal LaTeX; doubts are remarks, redone work is a revised computation."""

    methods = ("high", "chunks", "round", "swapped")
    others = ("swapped", "chunks", "low")
    gap = "\n\n"
    open = (
        "The product $<ab>$ is to be determined. It is expedient to decompose one factor and to apply the distributive law.",
        "We are required to evaluate $<ab>$. The computation proceeds by decomposition of one factor.",
        "Let $P = <ab>$. The value of $P$ shall be obtained from partial products.",
        "Consider the product $<ab>$. In what follows it is reduced to simpler products.",
        "The quantity sought is $<ab>$. A decomposition into simpler products suggests itself.",
        "The task consists in computing $<ab>$ exactly. Distributivity reduces it to smaller products.",
    )
    rough = (
        "As an orientation, $<ex> \\times <ey> = <ez>$.",
        "The order of magnitude is given by $<ex> \\times <ey> = <ez>$.",
    )
    bare = (
        "Direct multiplication yields $<ab> = <x>$.",
        "Without decomposition, one computes $<ab> = <x>$.",
        "By direct evaluation, $<ab> = <x>$.",
    )
    slips = (
        "<w> \\quad\\text{(a carry was omitted; correctly: }<v>\\text{)}",
        "<w> \\;\\to\\; \\text{erratum: } <v>",
        "<w>,\\ \\text{more precisely } <v>",
    )
    notes = (
        "\\quad\\text{(in place of the earlier } <w>\\text{)}",
        "\\quad\\text{(previously, erroneously, } <w>\\text{)}",
    )
    commit = (
        "Hence $<ab> = <x>$.",
        "Consequently, the product equals $<x>$.",
        "It follows that the required value is $<x>$.",
        "Thus one obtains $<ab> = <x>$.",
        "The product is therefore $<x>$.",
        "We conclude that $<ab> = <x>$.",
    )
    recommit = (
        "Accordingly, the corrected value is $<x>$.",
        "Hence, after revision, $<ab> = <x>$.",
        "The product is therefore $<x>$.",
        "One thus has $<ab> = <x>$.",
        "The value of the product is accordingly $<x>$.",
        "It follows that $<ab> = <x>$.",
    )
    restart = (
        "The new computation likewise leads to $<x>$; hence $<ab> = <x>$.",
        "The value $<x>$ is thus obtained anew, and the product is $<x>$.",
        "Once more one arrives at $<x>$. Hence $<ab> = <x>$.",
    )
    look = (
        "However, the individual products deserve a second inspection.",
        "It remains to be examined whether every line is correct.",
        "A doubt arises as to the intermediate values. They are re-examined.",
        "Before accepting this, the above is reviewed.",
        "Yet some caution is in order. Consider the partial results again.",
        "Wait: the accuracy of the above is not evident. The steps are inspected once more.",
    )
    mended = (
        "One finds $<l> \\times <r> = <v>$, whereas $<w>$ was used. The sum is then $<sum> = <x>$.",
        "The value $<w>$ for $<l> \\times <r>$ is erroneous; it should read $<v>$. Therefore $<sum> = <x>$.",
        "Recomputation of $<l> \\times <r>$ gives $<v>$ instead of $<w>$. Summing anew, $<sum> = <x>$.",
    )
    resummed = (
        "The partial products are correct; their sum, however, is $<sum> = <x>$ and not $<p>$.",
        "While the products are sound, the addition was faulty: $<sum> = <x>$, in contrast to $<p>$.",
    )
    forgot = (
        "The contribution $<l> \\times <r> = <v>$ was omitted. Including it, $<sum> = <x>$.",
        "One term is absent from the sum, namely $<l> \\times <r> = <v>$. The complete sum is $<sum> = <x>$.",
    )
    second = (
        "For verification, a different decomposition is considered.",
        "The result shall be verified by an independent computation.",
        "An alternative decomposition serves as a check.",
        "To exclude errors, the product is evaluated in another manner.",
        "It is advisable to confirm this by a second method.",
    )
    differ = (
        "This is $<x>$, in disagreement with $<p>$. The second computation being the more transparent, the value $<p>$ is rejected and $<x>$ adopted.",
        "The value $<x>$ contradicts $<p>$; an error must be present in the first computation. The product is therefore taken to be $<x>$.",
        "One obtains $<x>$ rather than $<p>$. The former result is hence withdrawn in favour of $<x>$.",
        "As $<x> \\neq <p>$, the earlier result cannot be upheld; the product is $<x>$.",
    )
    disown = (
        "This result cannot be regarded as reliable and is withdrawn. The computation is begun anew.",
        "The above derivation is not satisfactory; it is discarded, and a new one is given.",
        "On reflection, the foregoing is to be rejected. We start again.",
        "The preceding value is not accepted, as the steps were insufficiently careful. A new computation follows.",
        "We abandon the above and compute the product afresh.",
    )
    failed = (
        "Modulo $9$, the factors are congruent to $<ra>$ and $<rb>$, so the product must be congruent to $<rm>$; yet $<p> \\equiv <rc>$. The value is therefore incorrect, and the computation is repeated.",
        "A test modulo $9$ requires the residue $<rm>$, but $<p>$ has residue $<rc>$. The result is false. We compute anew.",
    )
    agree = (
        "This coincides with the value $<x>$ obtained above.",
        "The same value, $<x>$, results. The verification is complete.",
        "Again $<x>$ is obtained; both computations agree.",
        "This confirms the value $<x>$.",
        "The agreement of both methods confirms $<x>$.",
    )
    idle = (
        "One may ask whether a power of ten was lost. This is not the case.",
        "It might be objected that the decomposition was inaccurate; it is not.",
        "A further verification appears unnecessary.",
        "Doubts concerning the carries prove unfounded.",
        "No inconsistency is apparent in the above.",
    )
    nines = (
        "Modulo $9$: $<ra> \\cdot <rb> = <rr>$, and $<x> \\equiv <rc>$. This is consistent.",
        "The residues modulo $9$, namely $<ra>$, $<rb>$ and $<rc>$ for the product, are compatible, as $<ra> \\cdot <rb> = <rr>$.",
    )
    last = (
        "The final digit must be $<lc>$, since $<la> \\times <lb> = <ll>$; this is satisfied.",
        "Since $<la> \\times <lb> = <ll>$, the units digit $<lc>$ is as required.",
    )
    ballpark = (
        "The magnitude is plausible in view of $<ex> \\times <ey> = <ez>$.",
        "Comparison with $<ex> \\times <ey> = <ez>$ reveals no discrepancy in magnitude.",
    )
    adding = (
        "The summation is repeated: $<sum> = <x>$. It is confirmed.",
        "Adding once more, $<sum> = <x>$, as before.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.maths = t.one("plain", "latex", "thin")
        t.x = "\\times"

    def solve(self, t: Telling, w: Work) -> str:
        lead = t.one(
            f"With ${t.n(w.b)} = {self.parts(t, w)}$ one has",
            f"Writing ${t.n(w.b)} = {self.parts(t, w)}$, the partial products are",
            f"Let ${t.n(w.b)} = {self.parts(t, w)}$. Then",
            f"The decomposition ${t.n(w.b)} = {self.parts(t, w)}$ gives",
        )
        rows = []
        for term in w.terms:
            note = self.note(t, term)
            inner = self.inner(t, term, 0.3)
            mid = " + ".join(t.n(value) for _, value in inner) + " = " if inner else ""
            value = t.n(term.value) if inner else self.value(t, term, 0.05)
            rows.append((f"{t.n(term.left)} \\times {t.n(term.right)}", f"{mid}{value}{note}"))
        if t.flag("aligned", 0.5):
            text = (
                "\\begin{align*}\n" + " \\\\\n".join(f"{left} &= {right}" for left, right in rows) + "\n\\end{align*}"
            )
        else:
            text = "\n".join(f"\\[ {left} = {right} \\]" for left, right in rows)
        minus = any(term.sign < 0 for term in w.terms)
        joined = (
            t.one("Combination of these yields", "Together,")
            if minus
            else t.one("Summation yields", "The sum of these is", "Adding,")
        )
        return f"{lead}\n{text}\n{joined}\n\\[ {t.sum(w)} = {t.n(w.total)}. \\]"

    def final(self, t: Telling) -> str:
        return "\n\n" + t.r(
            t.one(
                f"**Answer.** {t.boxed('$', '$')}",
                f"The final result is\n{t.boxed(chr(92) + '[ ', ' ' + chr(92) + ']')}",
                f"\\[ {t.ab} = {t.boxed()} \\]",
            )
        )


class TqDriftingMind(_Tq):
    """Distracted: lowercase asides, loses the thread, comes back."""

    methods = ("swapped", "high", "high", "chunks")
    others = ("swapped", "low", "round")
    open = (
        "<think>\nok so <ab>... right. what was i going to do... split it, yes.",
        "<think>\nhmm <ab>. that reminds me of those worksheets. anyway. multiply.",
        "<think>\nso the thing is <ab>, and i should probably think step by step, as they say. ok.",
        "<think>\n<ab>. let me... hm, is there a pattern in there? probably not. just do it.",
        "<think>\nalright <ab>. i was going to look for a trick but i already lost interest, so, plain splitting.",
        "<think>\nokay, <ab>, focus. one factor apart, multiply the bits, add.",
    )
    rough = ("around <ez> i guess, since <ex> × <ey> = <ez>. where was i.", "(<ex> × <ey> = <ez>, for scale.)")
    bare = ("oh, i can just multiply it, <ab> = <x>.", "in one go then, <ab> = <x>.", "so directly... <ab> = <x>.")
    slips = (
        "<w>, er, no, i looked at the wrong digit, <v>",
        "<w>... hm? no, <v>",
        "<w>, wait what, <v>",
        "<w>. i mean <v>",
    )
    notes = (
        "(huh, i'd written <w> before, no idea why)",
        "(it was <w> up there, must have drifted off)",
        "(not the <w> from earlier)",
    )
    commit = (
        "so yeah, <x>.",
        "so <ab> = <x>.",
        "ok, that gives <x> for the whole thing.",
        "so the answer's <x>, i think.",
        "which means <x>. right.",
        "that was what they asked, no? so <x>.",
    )
    recommit = (
        "so it's <x> now.",
        "ok so <x>, then.",
        "right, so the answer is <x>.",
        "so <ab> = <x>. ok.",
        "so make that <x>.",
        "fine, <x>.",
    )
    restart = (
        "oh, <x> again. so i wasn't that far gone. answer <x>.",
        "and that's <x>, same number. ok, <x> then.",
        "huh, <x> once more. so it's <x>.",
    )
    look = (
        "hm wait. was i paying attention back there? scrolling up.",
        "hold on, something in the middle looked weird, which one was it...",
        "wait. let me look at that again, i think my mind wandered.",
        "hm. actually did i multiply all of those properly?",
        "oh, i should look over that, shouldn't i.",
        "wait wait. there was something off, i noticed and then forgot.",
    )
    mended = (
        "yeah, <l> × <r>, that's <v> and i put <w>. so <sum> = <x>.",
        "there, <l> × <r> = <v>. not <w>. ok so everything together <sum> = <x>.",
        "<l> × <r>... <v>. i have <w> there for some reason. so <sum> = <x>.",
        "it's the <l> × <r> one. <v>, not <w>. so then <sum> = <x>.",
    )
    resummed = (
        "no the products are ok. but <sum> = <x>, and i said <p>. so the adding was off.",
        "hm, <sum>... that's <x>. i got <p> before. wasn't paying attention.",
    )
    forgot = (
        "oh i totally skipped <l> × <r> = <v>. so with that <sum> = <x>.",
        "where's <l> × <r>? never did it. <v>. ok so <sum> = <x>.",
    )
    second = (
        "let me do it another way too, just to see.",
        "maybe check that. other way round.",
        "hm, i could verify. different split, then.",
        "ok but is it true? some other way...",
        "i sort of lost track there, so let me check with different parts.",
    )
    differ = (
        "hm, <x>. that's not <p>. i was half asleep the first time so, <x>.",
        "oh. <x>, not <p>. i believe this one, so <x>.",
        "so that's <x> and before it was <p>. <p> was wrong then. answer <x>.",
        "<x>? ok so <p> was nonsense. it's <x>.",
    )
    disown = (
        "hm no. i completely lost the thread there, forget that. again.",
        "actually i don't trust any of that, i was thinking of something else. start over.",
        "nope. can't vouch for that. from the beginning, and concentrate.",
        "ok scrap that, i wasn't really looking. new try.",
        "that's probably wrong, i was distracted. redoing all of it.",
    )
    failed = (
        "oh, nines: <ra> × <rb> = <rr>, so it should leave <rm>, but <p> leaves <rc>. so that's wrong. ugh. again.",
        "digit sums... should be <rm> mod 9, <p> is <rc>. ok so it's not that. start over.",
    )
    agree = (
        "<x> again, nice.",
        "yeah, also <x>.",
        "ok same, <x>.",
        "and it's <x>. good, i was paying attention after all.",
        "<x>, matches.",
    )
    idle = (
        "was there something else? no.",
        "hm, i had a doubt but it's gone. probably nothing.",
        "did i copy <ab> right... yeah.",
        "that looks like a phone number. anyway, it's fine.",
        "should i check more? eh. it's fine.",
        "what about the zeros... they're ok.",
    )
    nines = (
        "nines check, <ra> × <rb> = <rr>, mine leaves <rc>. ok.",
        "mod 9 it's <ra> times <rb>, <rr>, and <x> is <rc>. fine.",
    )
    last = ("ends in <lc>, and <la> × <lb> = <ll>. good.", "last digit <la> × <lb> = <ll> so <lc>, yes.")
    ballpark = ("and <ex> × <ey> = <ez>, so close enough.", "<ex> × <ey> would be <ez>. plausible.")
    adding = ("adding again because i got distracted, <sum> = <x>. yes.", "<sum> = <x>, still.")

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")

    def aside(self, t: Telling, w: Work) -> str:
        digits = [int(d) for d in str(w.b)]
        return t.one(
            f" (digits of {t.n(w.b)} add up to {sum(digits)}, not that it matters.)" if len(digits) > 2 else "",
            f" ({t.n(w.b)} is {'even' if w.b % 2 == 0 else 'odd'}, by the way.)",
            " hm, where was i. right.",
            " is there coffee. anyway.",
            " (lost my place for a second.)",
            " okay, next. which one's next. yes.",
            " wait, did i do that one already? no.",
        )

    def solve(self, t: Telling, w: Work) -> str:
        text = t.one(
            f"{t.n(w.b)} is {self.parts(t, w)}.",
            f"so {t.n(w.b)} = {self.parts(t, w)}, ok.",
            f"take {t.n(w.b)} as {self.parts(t, w)}.",
        )
        for place, term in enumerate(w.terms):
            note = self.note(t, term)
            inner = self.inner(t, term, 0.35)
            text += t.one(" then ", " ", " and ", " next ") if place else t.one(" ", " so ", " first ")
            text += f"{t.n(term.left)} × {t.n(term.right)}"
            if inner:
                text += ", " + ", ".join(t.n(value) for _, value in inner) + f", so {t.n(term.value)}{note}."
            else:
                text += f" = {self.value(t, term, 0.1)}{note}."
            if t.chance(0.22):
                text += self.aside(t, w)
        steps = w.steps()
        if len(steps) > 1 and t.flag("running", 0.6):
            text += t.one(" adding. ", " now add. ", " ok sum. ")
            text += (
                ", ".join(
                    f"{t.n(s) if not i else 'then'} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}"
                    for i, (s, g, v, r) in enumerate(steps)
                )
                .replace("then +", "plus")
                .replace("then -", "minus")
                .replace("plus ", "+ ")
            )
            return text + "."
        return text + t.one(" so ", " together ", " and that's ") + f"{t.sum(w)} = {t.n(w.total)}."

    def final(self, t: Telling) -> str:
        return (
            f"\n\n{t.one('ok done, write it down before i forget.', 'right. answer.', 'ok.', 'that is it i think.')}\n</think>\n\n"
            + t.r(
                t.one(
                    f"{t.ab} = {t.n(t.candidate)}",
                    f"The answer is {t.n(t.candidate)}.",
                    f"**{t.n(t.candidate)}**",
                    f"So, {t.ab} is **{t.n(t.candidate)}**.",
                )
            )
        )


class TqBeltAndBraces(_Tq):
    """Over-careful: carries spoken out, rows under each other, each row confirmed."""

    methods = ("low", "low", "swapped")
    others = ("swapped", "high", "chunks")
    gap = "\n\n"
    checks = (0.85, 0.6)
    open = (
        "I need to compute <ab>. I will do the long multiplication row by row, starting from the lowest digit, and confirm each row before moving on.",
        "Let me compute <ab> very carefully. Rows first, addition afterwards, and each row gets looked at twice.",
        "The task is <ab>. To be extra careful I'll write down all the rows of the long multiplication.",
        "First I copy the factors: <a> and <b>. I check: <a> and <b>, copied correctly. Now the rows.",
        "So <ab>. I prefer long multiplication here, since it leaves the fewest places to go wrong.",
        "I'm going to work out <ab> digit by digit, with the carries, because that's the safest way.",
    )
    rough = (
        "For later comparison I note the estimate <ex> × <ey> = <ez>.",
        "A preliminary estimate, for safety: <ex> × <ey> = <ez>.",
    )
    bare = (
        "The numbers can be multiplied directly: <ab> = <x>.",
        "In a single multiplication, <ab> = <x>.",
        "Multiplying out without rows: <ab> = <x>.",
    )
    slips = (
        "<w>, wait, second look: <v>",
        "<w>. Confirming... no, it's <v>",
        "<w>? On checking, <v>",
        "<w> -- that was miscarried, it should be <v>",
    )
    notes = ("(in the earlier row I had <w>)", "(earlier: <w>, which I now consider wrong)", "(this was <w> before)")
    commit = (
        "So, to the best of my care, <ab> = <x>.",
        "The product is <x>.",
        "So the rows add up to the product <x>.",
        "Thus I have <ab> = <x>.",
        "This gives the answer <x>.",
        "So the long multiplication ends with <x>.",
    )
    recommit = (
        "So the careful answer is <x>.",
        "The product is therefore <x>.",
        "So <ab> = <x>, corrected.",
        "This makes the answer <x>.",
        "So now I have <x> as the product.",
        "With that repaired, <ab> = <x>.",
    )
    restart = (
        "Even from scratch it ends with <x>. So <ab> = <x>.",
        "The new rows give <x> again. I accept <x> as the product.",
        "And so the second start leads to <x> too; the answer is <x>.",
    )
    look = (
        "Now I re-verify the rows one by one, as I always should.",
        "Wait, let me make absolutely sure about each row.",
        "To be safe, I go over the rows again from the top.",
        "Let me double-check the individual rows before moving on.",
        "Not so fast. Each row deserves another check.",
        "I want to be careful here and recheck what I've written.",
    )
    mended = (
        "The row <l> × <r>: computing it again I get <v>, but <w> is written. So <w> is wrong. The rows now sum to <sum> = <x>.",
        "Row check: <l> × <r> should be <v>, not <w>. With the right row, <sum> = <x>.",
        "I found one bad row. <l> × <r> = <v> and not <w>. The addition becomes <sum> = <x>.",
        "<l> × <r>: <v>. The row says <w>. Corrected addition: <sum> = <x>.",
    )
    resummed = (
        "Every row is right. The addition of the rows: <sum> = <x>. That's different from <p>, where a carry must have gone wrong.",
        "The rows hold. But adding them column by column, <sum> = <x>, so <p> was wrong.",
        "Rows are okay. Addition once more: <sum> = <x> instead of <p>.",
    )
    forgot = (
        "There is a row missing: <l> × <r> = <v>. Adding all the rows, <sum> = <x>.",
        "I count one row too few. The row <l> × <r> = <v> is absent; with it, <sum> = <x>.",
    )
    second = (
        "To be doubly sure, I'll do it with another arrangement.",
        "One calculation isn't enough for me. Another arrangement, as a check:",
        "A second, independent calculation for safety:",
        "I'd rather verify this in a different arrangement as well.",
        "Let me confirm by arranging the multiplication differently.",
    )
    differ = (
        "This time I have <x>, whereas I had <p>. So one is wrong. Each row here was confirmed, and not all were in the first one; therefore <x>.",
        "This sums to <x>, not to <p>. The first calculation must contain an error, so the answer is <x>.",
        "The total is <x>, in conflict with <p>. I was more careful this time and take <x>.",
        "I get <x>; before, <p>. I discard <p> and keep <x>.",
    )
    disown = (
        "I was not careful enough there, so I will not use this result. Starting over, even more slowly.",
        "I can't vouch for these rows. I discard them all and do the multiplication again.",
        "To be on the safe side I throw this away: I feel an error in it. New start.",
        "No. I skipped confirming some of it, and I don't trust the result. Everything again.",
        "I'd rather not rely on that; it was done too quickly. I start over with clean rows.",
    )
    failed = (
        "Remainder check: <a> has remainder <ra> by 9, <b> has <rb>, so the product should have <rm>. But <p> has <rc>. So it is wrong and I have to start over.",
        "Casting out nines says <rm> (<ra> × <rb> = <rr>), but <p> leaves <rc>. The result is wrong. Starting over.",
    )
    agree = (
        "The total is <x> again. Both arrangements agree, which is what I wanted to see.",
        "Again <x>. Confirmed.",
        "It's <x> in this arrangement too. Good, that's two independent confirmations of each digit.",
        "The same total, <x>. Now I'm comfortable with it.",
        "<x>, identical to what I had.",
    )
    idle = (
        "Could I have misaligned a row? I check the alignment: no.",
        "Could I have copied a factor wrongly? <a>, <b>. No.",
        "Could a carry have been lost in the addition? I went through it and no.",
        "Should I do it a further time? I think the care taken is sufficient.",
        "Were all digits used? Yes, each has its row.",
    )
    nines = (
        "Nines check: <ra> × <rb> = <rr>; the product <x> leaves <rc>. These agree.",
        "Remainders by 9: <ra> and <rb> for the factors (product <rr>), <rc> for <x>. Consistent.",
    )
    last = (
        "Ones digit: <la> × <lb> = <ll>, so <lc>. It is <lc>. Good.",
        "The ending must be <lc> as <la> × <lb> = <ll>. Confirmed.",
    )
    ballpark = (
        "Size check: <ex> × <ey> = <ez>. The result is near that.",
        "Against the estimate <ex> × <ey> = <ez> it is plausible.",
    )
    adding = ("Adding the rows again: <sum> = <x>. Confirmed.", "Second addition of the rows: <sum> = <x>. Same.")

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")

    def solve(self, t: Telling, w: Work) -> str:
        text = t.one(
            f"Rows of {t.n(w.a)} times the parts of {t.n(w.b)} = {self.parts(t, w)}:",
            f"{t.n(w.b)} = {self.parts(t, w)}, which I confirm. Rows:",
            f"I multiply {t.n(w.a)} by each part of {t.n(w.b)}, i.e. {self.parts(t, w)}:",
        )
        spoken = t.flag("spoken", 0.7)
        for term in w.terms:
            note = self.note(t, term)
            text += f"\n\n{t.n(term.left)} × {t.n(term.right)}: "
            carries = self.carries(t, term) if spoken and t.chance(0.6) else []
            if carries:
                zeros = str(term.right).count("0")
                digit = str(term.right).rstrip("0")
                pieces = []
                for place, (d, times, carry, got, out) in enumerate(carries):
                    base = f"{times}×{d}={times * d}"
                    if carry:
                        base += f", plus {carry} is {got}"
                    if place == len(carries) - 1:
                        base += f", write {got}"
                    else:
                        base += f", write {got % 10}" + (f" carry {out}" if out else "")
                    pieces.append(base)
                text += "; ".join(pieces) + "."
                if zeros:
                    text += f" That's {t.n(term.left)} × {digit} = {t.n(term.value // 10**zeros)}, with {zeros} zero{'s' if zeros > 1 else ''}"
                    text += f" {t.n(term.value)}{note}."
                else:
                    text += f" Row: {t.n(term.value)}{note}."
            else:
                text += f"{self.value(t, term)}{note}."
            if t.chance(0.3):
                text += t.one(
                    " Confirmed.", " Looked at twice, fine.", " I re-read it: correct.", " Double-checked.", " OK."
                )
        rows = [t.n(term.value) for term in w.terms]
        if t.flag("stacked", 0.55):
            wide = max(map(len, [*rows, t.n(w.total)])) + 2
            lines = [
                ("  " if not i else ("+ " if w.terms[i].sign > 0 else "- ")) + row.rjust(wide - 2)
                for i, row in enumerate(rows)
            ]
            stack = "\n".join([*lines, "-" * wide, t.n(w.total).rjust(wide)])
            return text + f"\n\n{t.one('Adding the rows:', 'The rows under each other:')}\n```\n{stack}\n```"
        sums = "\n".join(f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in w.steps())
        return text + f"\n\n{t.one('Addition, one row at a time:', 'Now the addition, in single steps:')}\n{sums}"

    def final(self, t: Telling) -> str:
        return "\n\n" + t.r(
            t.one(
                f"### Final Answer\n\n{t.boxed('$', '$')}",
                f"Final answer: **{t.n(t.candidate)}**",
                f"I am confident in the final answer:\n\n{t.boxed('$$', '$$')}",
                f"Therefore, with all checks done, {t.ab} = **{t.n(t.candidate)}**.",
            )
        )


class TqRushingReward(_Tq):
    """Hasty: equals chains, quick commits in tags or bold, second thoughts on the fly."""

    methods = ("chunks", "round", "high", "high")
    others = ("swapped", "high", "round")
    gap = "\n"
    checks = (0.45, 0.2)
    open = (
        "<think> Quick: <ab>.",
        "<think> <ab>, that's quick, just distribute.",
        "<think> Let's do <ab> fast.",
        "<think> <ab>, easy.",
        "<think> I'll just expand <ab>.",
        "<think> So <ab>. Expand it and be done.",
    )
    rough = ("Roughly <ex> * <ey> = <ez>.", "It's about <ez>, from <ex> * <ey>.")
    bare = ("<ab> = <x>, directly.", "Straight away: <ab> = <x>.", "Multiply: <ab> = <x>.")
    slips = ("<w>, no wait, <v>", "<w> oops <v>", "<w>, too fast, <v>", "<w>, I mean <v>")
    notes = ("(not <w> like I wrote)", "(had <w>, too hasty)", "(so <w> was wrong)")
    commit = (
        "So it's <x>. Done.",
        "Answer <x>.",
        "So <ab> = <x>, next.",
        "That's <x>, simple.",
        "So the answer is <x>.",
        "<x>. Got it.",
    )
    recommit = (
        "So it's <x>, ok.",
        "Answer is <x> then.",
        "So <ab> = <x>.",
        "Right, <x>.",
        "So <x>, now done.",
        "Then the answer must be <x>.",
    )
    restart = (
        "So <x> again, fine, the answer is <x>.",
        "Same, <x>. So it's <x>.",
        "OK it comes to <x> once more. Answer <x>.",
    )
    look = (
        "Wait, that was too quick. Check.",
        "Hmm wait. Is that right? Quick look back.",
        "Wait, one of those seems off.",
        "Hold on, I rushed. Let me see.",
        "Hm, wait, check the pieces.",
        "Actually wait.",
    )
    mended = (
        "<l> * <r> = <v>, I wrote <w>. So <sum> = <x>.",
        "<l> * <r> isn't <w>, it's <v>. So <sum> = <x>.",
        "Yeah <w> is wrong, <l> * <r> = <v>. Sum <sum> = <x>.",
        "Should be <l> * <r> = <v> and not <w>, so <sum> = <x>.",
    )
    resummed = ("Added wrong, <sum> = <x>, not <p>.", "The sum: <sum> = <x>. I said <p>, wrong.")
    forgot = ("I left out <l> * <r> = <v>. So <sum> = <x>.", "Missed one, <l> * <r> = <v>. Then <sum> = <x>.")
    second = (
        "Let me verify quickly another way.",
        "Quick check, other split.",
        "Wait, check with a different expansion.",
        "Fast double check:",
        "Let me just verify it the other way.",
    )
    differ = (
        "That's <x>, not <p>. The first was rushed, so <x>.",
        "Hmm <x>, but I had <p>. <p> is wrong. Answer <x>.",
        "<x> instead of <p>. Going with <x>.",
        "Not <p> but <x>. OK so the answer is <x>.",
    )
    disown = (
        "Wait no, that's too sloppy, forget it. Again.",
        "Hmm, I don't buy that. Redo from scratch.",
        "No, rushed it. Throw that out and do it again.",
        "Wait, that's probably wrong. Start over.",
        "Nope, not trusting that one. Again, slower.",
    )
    failed = (
        "Wait, mod 9 should be <rm> but <p> gives <rc>. Wrong. Again.",
        "Check mod 9: <ra> * <rb> = <rr> so <rm>, and <p> is <rc>. Wrong, redo.",
    )
    agree = ("<x>, same. Good.", "Also <x>. Done.", "<x> again, ok.", "Yes, <x>.", "<x>, it matches.")
    idle = (
        "Anything missed? Don't think so.",
        "Wait, zeros? They're fine.",
        "Hmm, should I double check? It's fine.",
        "Looks okay to me.",
        "Wait, is it <ab>? Yes. OK.",
    )
    nines = ("Mod 9: <ra> * <rb> = <rr>, <x> is <rc>. OK.", "Nines: <ra>, <rb> give <rr>, and <rc> here. Fine.")
    last = ("Last digit <la> * <lb> = <ll>, so <lc>, ok.", "Ends in <lc>, and <la> * <lb> = <ll>. OK.")
    ballpark = ("<ex> * <ey> = <ez>, close, ok.", "Near <ex> * <ey> = <ez>, ok.")
    adding = ("Sum again <sum> = <x>, ok.", "<sum> = <x>, yes.")

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "plain", "comma")
        t.x = "*"

    def solve(self, t: Telling, w: Work) -> str:
        notes = [self.note(t, term) for term in w.terms]
        head = f"{t.n(w.a)} * {t.n(w.b)}"
        if len(w.terms) > 3 or any(notes) or t.flag("listed", 0.4):
            text = f"{head}: " + ", ".join(
                f"{t.n(term.left)} * {t.n(term.right)} = {self.value(t, term, 0.12)}{note}"
                for term, note in zip(w.terms, notes, strict=True)
            )
            return (
                text
                + f". {t.one('Sum', 'Total', 'Together') if all(x.sign > 0 for x in w.terms) else 'So'}: {t.sum(w)} = {t.n(w.total)}."
            )
        middle = f"{t.n(w.a)} * ({self.parts(t, w)})"
        if w.method == "dropped":
            products = " + ".join(f"{t.n(x.left)} * {t.n(x.right)}" for x in w.terms)
            return f"{head} = {middle} = {products} = {t.sum(w)} = {t.n(w.total)}."
        return f"{head} = {middle} = {t.sum(w)} = {t.n(w.total)}."

    def final(self, t: Telling) -> str:
        return "\n</think>\n" + t.r(
            t.one(
                f"<answer> {t.n(t.candidate)} </answer>",
                f"<answer>{t.candidate}</answer>",
                f"The answer is {t.boxed()}.",
                f"{t.ab} = {t.n(t.candidate)}",
            )
        )


class TqWryTabulator(_Tq):
    """Self-ironic; the partial products in a Markdown table."""

    methods = ("high", "round", "chunks", "swapped")
    others = ("swapped", "low", "chunks")
    open = (
        "So, <ab>. My track record with multiplication is, let's say, colourful, so I'll use a table like a responsible adult.",
        "<ab>. Billions of parameters and here I am doing long multiplication. Fine.",
        "We're asked for <ab>. What could possibly go wrong. Let me put it in a table so that at least the mistakes are tidy.",
        "Right, <ab>. I'll pretend to be a calculator, slowly and with less dignity.",
        "Another day, another product: <ab>. I'll write everything down, since my memory for carries is a running joke.",
        "<ab>, then. I know myself, so: small pieces, neat rows, low expectations.",
    )
    rough = (
        "The answer is near <ex> × <ey> = <ez>, which is the part I usually get right.",
        "Even I can do <ex> × <ey> = <ez>, so that's the ballpark.",
    )
    bare = (
        "Feeling brave, I'll do it in one go: <ab> = <x>.",
        "No table for once, just the raw confidence of a language model: <ab> = <x>.",
        "Straight to the point, what's the worst that can happen: <ab> = <x>.",
    )
    slips = ("<w>, sorry, <v>", "<w> (ha, no: <v>)", "<w>, or for those who can carry, <v>", "<w>... classic me. <v>")
    notes = (
        "(<w> in an earlier episode)",
        "(my previous self thought <w>, bless him)",
        "(formerly <w>, in less careful times)",
    )
    commit = (
        "So, with the usual reservations, <ab> = <x>.",
        "Which makes it <x>, against all odds.",
        "So the answer would be <x>. I'm as surprised as you are.",
        "I make that <x>.",
        "So <x>, says the machine.",
        "And that gives us <x>, for what my word is worth.",
    )
    recommit = (
        "So it's <x>. Humbling.",
        "So the answer is <x>, and let's never speak of the other one.",
        "That makes it <x>. I'd apologise, but I'd be at it all day.",
        "So <ab> = <x>, with slightly fewer reservations.",
        "I make that <x> now.",
        "So <x>. Growth.",
    )
    restart = (
        "So after all that drama it's <x> again. Fine: <ab> = <x>.",
        "And it's <x>, the very number I'd just thrown out. So <x> it is.",
        "<x> once more. I owe my earlier self an apology. The answer is <x>.",
    )
    look = (
        "Wait. It went suspiciously well, so let me look at it again.",
        "Hmm. Knowing me, there's a mistake in there somewhere.",
        "Now for the traditional search for what I got wrong.",
        "But hang on, since when do I get these right on the first go? Checking.",
        "Wait, I should proofread my own work. Somebody has to.",
        "I'm getting that familiar feeling of having messed up. Let's see.",
    )
    mended = (
        "And there it is: <l> × <r> is <v>, not <w>. Of course. So <sum> = <x>.",
        "Sure enough, I wrote <w> for <l> × <r>, which any child would tell you is <v>. Hence <sum> = <x>.",
        "<l> × <r> = <w>, I said, with a straight face. It's <v>. So <sum> = <x>.",
        "Found it. <l> × <r> = <v>, and <w> was just wishful thinking. Then <sum> = <x>.",
    )
    resummed = (
        "The table is fine. The addition, which is supposed to be the easy part, isn't: <sum> = <x>, not <p>.",
        "Multiplied well, added badly. <sum> = <x>, not <p>. Typical.",
    )
    forgot = (
        "I simply left out <l> × <r> = <v>. Details. With it, <sum> = <x>.",
        "A whole row is missing, <l> × <r> = <v>, and I didn't notice. So <sum> = <x>.",
    )
    second = (
        "I don't trust me, so here's another table with a different split.",
        "Second opinion, also by me, unfortunately:",
        "Trusting one calculation of mine would be optimistic. Another split, to check:",
        "Let's see whether I can at least be consistent, with other pieces.",
        "To find out how wrong I am, the same thing the other way:",
    )
    differ = (
        "So this one says <x>, and I'd promised <p>. I was sloppier the first time (a competitive field), so <x>.",
        "And it's <x>, not <p>. Shocking. The first was wrong; the answer is <x>.",
        "<x>. Not <p>. Well, that's why I check. I'll go with <x>.",
        "That's <x>, which is the end of <p>. I believe this one: <x>.",
    )
    disown = (
        "No, I wouldn't buy a used car from that calculation. Forget it. Again.",
        "I read that back and I don't believe it, and I wrote it. Scrapping it and starting over.",
        "Let's pretend that never happened. I take it back; from the top.",
        "That was me on autopilot, and the autopilot can't multiply. I'm redoing it from scratch.",
        "I withdraw that with what dignity I have left. Fresh attempt.",
    )
    failed = (
        "A nines check, for fun: <ra> × <rb> = <rr>, so remainder <rm>, and my proud <p> leaves <rc>. So it's wrong. Lovely. Again.",
        "By nines it should leave <rm>. And <p> leaves <rc>. Busted by third-grade arithmetic. From the top.",
    )
    agree = (
        "It's <x> again. Even a stopped clock, and so on.",
        "<x> as well. I can apparently make the same mistake twice, or it's right.",
        "Also <x>. I'm almost disappointed.",
        "That's <x> too, so we agree, me and I.",
        "<x>, same as above. Mark the date.",
    )
    idle = (
        "Did I misread the question? It says <ab>. Even I can copy numbers.",
        "I could worry about the zeros, but I've counted them and they're fine.",
        "There's a nagging doubt, but there always is.",
        "Should I check again? At some point it's just vanity.",
        "It looks wrong, but everything I write looks wrong to me.",
    )
    nines = (
        "The nines check, which has embarrassed me before: <ra> × <rb> = <rr>, and <x> leaves <rc>. Passed, for once.",
        "Mod 9, <ra> × <rb> = <rr> and <x> gives <rc>. No embarrassment today.",
    )
    last = (
        "The last digit is right, at least: <la> × <lb> = <ll>, so <lc>. One digit down.",
        "Ends in <lc>, as <la> × <lb> = <ll> says it must. I'll take the win.",
    )
    ballpark = (
        "And with <ex> × <ey> = <ez>, it isn't even absurd.",
        "Compared with <ex> × <ey> = <ez> it's respectable.",
    )
    adding = (
        "Added again, since that's where I shine: <sum> = <x>. Fine.",
        "Once more the sum: <sum> = <x>. It hasn't changed.",
    )

    def habits(self, t: Telling) -> None:
        t.words = t.one("plain", "comma", "comma", "space")

    def solve(self, t: Telling, w: Work) -> str:
        text = t.one(
            f"{t.n(w.b)} = {self.parts(t, w)}, that much I can do.",
            f"Splitting {t.n(w.b)} into {self.parts(t, w)}:",
            f"With {t.n(w.b)} = {self.parts(t, w)}:",
        )
        head = (
            t.one("product | value", "piece | result", "what | how much") if "head" not in t.used else t.used["head"][0]
        )  # type: ignore[attr-defined]
        t.used["head"] = [head]  # type: ignore[attr-defined]
        text += f"\n\n| {head} |\n|---|---|\n"
        for term in w.terms:
            note = self.note(t, term)
            sign = "" if term.sign > 0 else "− "
            text += f"| {sign}{t.n(term.left)} × {t.n(term.right)} | {self.value(t, term)}{note} |\n"
        sums = [f"{t.n(s)} {'+' if g > 0 else '-'} {t.n(v)} = {t.n(r)}" for s, g, v, r in w.steps()]
        if t.flag("running", 0.5):
            return (
                text
                + "\n"
                + t.one("Running total: ", "Adding as I go: ", "The sum, in baby steps: ")
                + "; ".join(sums)
                + "."
            )
        return text + f"\n{t.one('All together', 'In sum', 'Combined')}: {t.sum(w)} = {t.n(w.total)}."

    def final(self, t: Telling) -> str:
        return "\n\n---\n\n" + t.r(
            t.one(
                f"**Answer: {t.n(t.candidate)}**",
                f"Final answer: **{t.n(t.candidate)}**",
                f"So, officially: {t.ab} = **{t.n(t.candidate)}**",
                f"**{t.n(t.candidate)}**. I'd like that in writing that I checked.",
            )
        )


STYLES = {
    style.name: style
    for style in (
        TqFretfulDistil(),
        TqMethodicalStepper(),
        TqChattyRounder(),
        TqCurtLiner(),
        TqSchoolroomExplainer(),
        TqObjectionRaiser(),
        TqLarkingChunker(),
        TqFormalDisplay(),
        TqDriftingMind(),
        TqBeltAndBraces(),
        TqRushingReward(),
        TqWryTabulator(),
    )
}
