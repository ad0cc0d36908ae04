"""Long thoughts of current open reasoning models, each with its own banks of wordings (see `_Thought` for the flow)."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work, split


def _bank(text: str) -> dict[str, list[str]]:
    """Wordings by function: `@key first | second | third`, over as many lines as needed."""
    bank: ClassVar = {}
    for entry in re.split(r"(?m)^@", text)[1:]:
        key, words = re.split(r"\s", entry, maxsplit=1)
        bank[key] = [w.strip() for w in re.split(r"\s\|\s|\n", words) if w.strip()]
        assert len(bank[key]) >= 6, (key, len(bank[key]))
    return bank


class _Thought(Style):
    """A long thought, then an answer with a summary. Subclasses give manner and wordings."""

    words: tuple[str, ...] = ("comma",)
    times: tuple[str, ...] = ("×",)
    methods: tuple[str, ...] = ("high", "low", "chunks")
    others: tuple[str, ...] = ("swapped", "round")
    test = "last"
    tags: tuple[str, str] = ("<think>\n", "\n</think>\n\n")
    gap = "\n\n"
    sep = " "
    mark = ""
    detail = "That is {}."
    summary = "bullets"
    maths = "plain"
    bank: dict[str, list[str]]

    def begin(self, t: Telling) -> None:
        t.words, t.maths, t.x = t.one(*self.words), self.maths, t.one(*self.times)
        t.used = {}  # type: ignore[attr-defined]
        t.solve(*self.methods)
        t.before = t.work

    def say(self, t: Telling, key: str, **more: object) -> str:
        used = t.used.setdefault(key, [])  # type: ignore[attr-defined]
        fresh = [w for w in self.bank[key] if w not in used[-3:]]
        words = t.rng.choice(fresh)
        used.append(words)
        fields: dict[str, object] = {"a": t.a, "b": t.b, "ab": t.ab, "x": t.x, "v": t.candidate, **more}
        fields["box"] = "\\boxed{" + t.m(t.candidate) + "}"

        def put(found: re.Match[str]) -> str:
            value = fields[found[1]]
            return t.n(value) if isinstance(value, int) else str(value)

        return re.sub(r"\[([a-z]+\d?)\]", put, words)

    def split_of(self, t: Telling, w: Work) -> dict[str, object]:
        if w.method == "area":
            both = [" + ".join(t.n(part) for part in split(n, "high")) for n in (w.a, w.b)]
            both_and = "\\text{ and }" if t.x == "\\times" else " and "
            return {"q": f"{t.n(w.a)}{both_and}{t.n(w.b)}", "f": f"({both[0]}) {t.x} ({both[1]})"}
        return {"q": w.b, "f": t.factor(w)}

    def term(self, t: Telling, key: str, term: Term, **more: object) -> str:
        return self.say(t, key, l=term.left, r=term.right, v=term.value, **more)

    def rows(self, t: Telling, w: Work, slips: float = 0.3, details: float = 0.45) -> str:
        lines = []
        slipped = False
        for term in w.terms:
            if not slipped and term.value > 20 and term.value == term.left * term.right and t.chance(slips / 2):
                lines.append(self.mark + self.term(t, "slip", term, w=t.near(term.value)))
                slipped = True
                continue
            line = self.mark + self.term(t, "step", term)
            more = t.detail(term, details)
            lines.append(line + (" " + self.detail.format(more) if more else ""))
        return self.sep.join(lines)

    def adding(self, t: Telling, w: Work) -> str:
        text = self.say(t, "add", s=t.sum(w))
        form = t.rng.choice(self.bank["run"])
        parts = []
        for so_far, sign, value, result in w.steps():
            names = {"s": t.n(so_far), "g": "+" if sign > 0 else "-", "n": t.n(value), "r": t.n(result)}
            names["w"] = "plus" if sign > 0 else "minus"
            parts.append(re.sub(r"\[([a-z])\]", lambda found, names=names: names[found[1]], form))
        tail = ", then ".join(parts) if self.sep == " " else "\n".join(self.mark + p for p in parts)
        return text + (" " if self.sep == " " else "\n") + tail + ("." if self.sep == " " else "")

    def solved(self, t: Telling, w: Work, slips: float = 0.35) -> str:
        again = self.doubt(t, w) if t.chance(0.35) else ""
        return self.joined(self.rows(t, w, slips), again, self.adding(t, w))

    def size(self, t: Telling) -> str:
        about = t.estimate()
        if not about or about[2] in t.candidates or about[:2] == (t.a, t.b):
            return ""
        return self.say(t, "est", i=about[0], j=about[1], e=about[2])

    def digit(self, t: Telling) -> str:
        unit = 9 if self.test == "nines" else 10
        i, j = t.a % unit, t.b % unit
        if i * j % unit != t.candidate % unit:
            return ""
        return self.say(t, "dig", i=i, j=j, d=i * j % unit)

    def doubt(self, t: Telling, w: Work, spare: int | None = None) -> str:
        told = t.used.setdefault("told", [])  # type: ignore[attr-defined]
        true = [u for p, u in enumerate(w.terms) if p != spare and u.value == u.left * u.right and u not in told]
        if not true:
            return ""
        told.append(t.rng.choice(true))
        return self.term(t, "idle", told[-1])

    def joined(self, *pieces: str) -> str:
        return self.gap.join(piece for n, piece in enumerate(pieces) if piece or not n)

    def first(self, t: Telling) -> str:
        w = t.work
        pieces = [self.say(t, "open"), self.size(t) if t.chance(0.5) else ""]
        pieces += [self.say(t, "plan", **self.split_of(t, w)), self.solved(t, w), t.c(self.say(t, "commit"))]
        return self.tags[0] + self.joined(*pieces)

    def astray(self, t: Telling, w: Work) -> tuple[Work, Term, Term] | None:
        """The work with a slip in one true partial product, and the term as slipped and as it should be."""
        able = [p for p, u in enumerate(w.terms) if u.value == u.left * u.right and u.value > 9]
        if not able or sum(u.sign * u.value for u in w.terms) != w.total:
            return None
        place = t.rng.choice(able)
        right = w.terms[place]
        wrong = Term(right.left, right.right, t.near(right.value), right.sign)
        total = w.total + right.sign * (wrong.value - right.value)
        if total <= 0 or total in (*t.candidates, t.product):
            return None
        return Work(w.a, w.b, w.method, (*w.terms[:place], wrong, *w.terms[place + 1 :]), total), wrong, right

    def own(self, t: Telling, wrong: Term, right: Term) -> str:
        return self.say(t, "own", l=right.left, r=right.right, was=wrong.value, now=right.value)

    def again(self, t: Telling) -> str:
        way = t.way(mend=3, two=3, late=1.2, redo=3)
        pieces = ["", self.say(t, "look")]
        commit = t.c(self.say(t, "commit"))
        old, p = t.before, t.previous
        if way in ("two", "late"):
            w = t.other(*self.others)
            strayed = self.astray(t, w) if way == "late" else None
            m = t.mend()
            if m is not None:
                shown = strayed[0] if strayed else w
                pieces += [self.say(t, "second", **self.split_of(t, shown)), self.solved(t, shown, 0)]
                pieces.append(self.say(t, "clash", p=p, o=shown.total))
                if strayed:
                    pieces += [self.own(t, *strayed[1:]), self.adding(t, w), self.say(t, "clash", p=p, o=w.total)]
                pieces += [self.error(t, m), commit]
                return self.joined(*pieces)
            way = "redo"
        if way == "mend":
            m = t.mend()
            if m is not None:
                pieces.append(self.doubt(t, old, m.place) if m.place is not None and t.chance(0.6) else "")
                pieces.append(self.error(t, m))
                if m.place is not None:
                    pieces.append(self.adding(t, m.work))
                return self.joined(*pieces, commit)
        unit = 9 if self.test == "nines" else 10
        i, j = t.a % unit, t.b % unit
        if i * j % unit != p % unit and t.chance(0.75):
            pieces.append(self.say(t, "bad", p=p, i=i, j=j, d=i * j % unit, e=p % unit))
        else:
            pieces.append(self.doubt(t, old) if t.chance(0.4) else "")
            pieces.append(self.say(t, "reject", p=p))
        w = t.other(*self.others) if t.chance(0.7) else t.solve(*self.methods)
        pieces += [self.say(t, "plan", **self.split_of(t, w)), self.solved(t, w)]
        pieces.append(t.c(self.say(t, "same")) if t.same else commit)
        return self.joined(*pieces)

    def error(self, t: Telling, m: object) -> str:
        if m.place is None:  # type: ignore[attr-defined]
            return self.say(t, "resum", s=t.sum(m.work), was=m.was, now=m.now)  # type: ignore[attr-defined]
        u = m.work.terms[m.place]  # type: ignore[attr-defined]
        return self.say(t, "found", l=u.left, r=u.right, was=m.was, now=m.now)  # type: ignore[attr-defined]

    def closing(self, t: Telling) -> str:
        final = t.work
        pieces = [""]
        if t.chance(0.9):
            pieces.append(self.doubt(t, final) if t.chance(0.5) else "")
            for _ in range(t.rng.choice([0, 1, 1, 1, 2])):
                w = t.other(*self.others)
                strayed = self.astray(t, w) if t.chance(0.4) else None
                pieces += [self.say(t, "second", **self.split_of(t, w))]
                if strayed:
                    pieces += [self.solved(t, strayed[0], 0), self.say(t, "clash", p=t.candidate, o=strayed[0].total)]
                    pieces += [self.own(t, *strayed[1:]), self.adding(t, w)]
                else:
                    pieces.append(self.solved(t, w))
                pieces.append(t.r(self.say(t, "agree")))
            rest = [self.size(t), self.digit(t)]
            t.rng.shuffle(rest)
            pieces += [rest[0], self.doubt(t, final), *rest[1 : t.rng.choice([1, 2, 2])]]
        pieces.append(self.say(t, "close"))
        return self.joined(*pieces) + self.tags[1] + self.answer(t, final)

    def answer(self, t: Telling, w: Work) -> str:
        head = self.say(t, "head", **self.split_of(t, w))
        rows = [(t.n(u.left), t.n(u.right), t.n(u.value)) for u in w.terms]
        equals = f"{t.sum(w)} = {t.n(w.total)}"
        kind = self.summary
        if kind == "bullets":
            body = "\n".join(f"- {x} {t.x} {y} = {z}" for x, y, z in rows) + f"\n- Sum: {equals}"
        elif kind == "numbered":
            body = "\n".join(f"{k}. {x} {t.x} {y} = **{z}**" for k, (x, y, z) in enumerate(rows, 1))
            body += f"\n{len(rows) + 1}. {equals}"
        elif kind == "latex":
            lines = [f"{t.m(u.left)} \\times {t.m(u.right)} &= {t.m(u.value)} \\\\" for u in w.terms]
            body = "\\[\n\\begin{aligned}\n" + "\n".join(lines)
            body += f"\n{t.sum(w, True)} &= {t.m(w.total)}\n\\end{{aligned}}\n\\]"
        elif kind == "display":
            body = "\n".join(f"$${t.m(u.left)} \\times {t.m(u.right)} = {t.m(u.value)}$$" for u in w.terms)
            body += f"\n$${t.sum(w, True)} = {t.m(w.total)}$$"
        elif kind == "table":
            body = "| Piece | Product |\n|---|---|\n" + "\n".join(f"| {x} {t.x} {y} | {z} |" for x, y, z in rows)
            body += f"\n\n{equals}"
        elif kind == "columns":
            body = "```\n" + t.columns(w) + t.total(w) + "\n```"
        elif kind == "arrows":
            body = "\n".join(f"{x} {t.x} {y} → {z}" for x, y, z in rows) + f"\n{equals}"
        else:
            body = "; ".join(f"{x} {t.x} {y} = {z}" for x, y, z in rows) + f"; {equals}."
        return f"{head}\n\n{body}\n\n{t.r(self.say(t, 'final'))}"


class AgRoneOrbit(_Thought):
    """DeepSeek-R1-0528: loose prose paragraphs, boxed answer."""

    times, methods, summary, maths = ("×", "times", "×"), ("high", "chunks", "area"), "latex", "latex"
    detail = "(Piece by piece: {}.)"
    bank = _bank(r"""
@open First, the user is after [ab]. No calculator here, so it's pen-and-paper thinking. | We need the value of [ab]. It's just arithmetic, but arithmetic is where I drop digits, so slowly.
The question is [ab]. I'll do it by hand and keep the partial results visible. | So: [ab]. Nothing hidden in the wording, I only have to be accurate.
I have to multiply [a] by [b]. Let me lay it out rather than guess. | The task reads [ab]. I'd like to reach it through small products that I can trust.
@plan I can write [q] as [f] and distribute. | Taking [q] apart: [f]. | Suppose I expand over [f]; that's what [q] amounts to.
With [q] seen as [f], each product is manageable. | The natural decomposition for [q] is [f]. | Let me distribute over [f] (that is [q]).
@step [l] [x] [r] is [v]. | For [l] [x] [r] I get [v]. | Then [l] [x] [r] = [v]. | Next one: [l] [x] [r], which makes [v]. | [l] [x] [r] comes to [v]. | And [l] [x] [r]? [v].
@slip [l] [x] [r] is [w]... no, I mis-carried there, it's [v]. | For [l] [x] [r] I first wrote [w]; one more look says [v]. | [l] [x] [r] = [w]? Multiplying it out properly gives [v].
Then [l] [x] [r], say [w], hmm, that digit is off: [v]. | [l] [x] [r]: I nearly put [w] but it's [v]. | [l] [x] [r] would be [w], wait, no: [v].
@add Putting these together, [s]. Stepwise: | Now the sum [s]: | I need [s]. In order: | All of it added, [s], one at a time: | So what remains is [s]: | Collecting everything gives [s], that is,
@run [s] [g] [n] = [r] | [s] [w] [n] is [r] | [s] [w] [n] makes [r] | [s] [g] [n] → [r] | [s] [w] [n] gives [r] | [s] [w] [n] equals [r]
@commit So [ab] comes out as [v]. | That makes the product [v]. | Therefore [a] multiplied by [b] is [v]. | So my answer is [v]. | Which means [ab] = [v]. | Hence the product should be [v].
@same It's [v] once more, and having done it from scratch I'm willing to say the product is [v]. | The fresh run lands on the value I threw out: so [ab] = [v] after all. | Funny, [v] again. This time I accept it: the answer is [v].
After starting over I still reach [v], so the product is [v]. | So the new calculation also says [ab] = [v]. | Redone, the result is [v], same as the one I'd dropped; my answer is [v].
@idle Is [l] [x] [r] truly [v]? I multiply it again and yes. | I keep staring at [l] [x] [r], but [v] is what it is. | [l] [x] [r] bothered me a little; recomputed, still [v]. | One more glance at [l] [x] [r]: [v], no change.
Was [v] for [l] [x] [r] sloppy? Doing it again, no, it's fine. | Spot check on one row: [l] [x] [r] = [v]. That's what I had.
@look But wait. I'm not at ease with this. | Hmm, before I write that down, something nags me. | Hold on a second, I should look harder at this. | Hmm, that went by too quickly. | Actually, let me not rush off yet. | But am I certain? Let me see.
@found The row [l] [x] [r] in the earlier calculation is the culprit: I put [was], and it ought to be [now]. | Ah, there: earlier I used [was] for [l] [x] [r], while it's actually [now].
Going down the earlier list, [l] [x] [r] isn't [was]. It's [now]. | Found it, in the earlier rows: [l] [x] [r] should have been [now]; I wrote [was]. | My earlier [was] for [l] [x] [r] was a blunder, the right figure is [now].
The earlier [l] [x] [r] fails on recomputing: [now] instead of [was].
@resum The earlier rows are all right, it's their addition that failed: [s] is [now] and not [was]. | Adding the earlier rows afresh, [s] = [now]. I had [was], so I lost a carry. | The sum was at fault: [s] gives [now], whereas I claimed [was].
My earlier rows survive, but [s] totals [now], I mis-added when I said [was]. | Re-adding those earlier rows, [s], produces [now], and [was] was a slip. | It's in the earlier addition: [s] makes [now], so [was] can't stand.
@reject No, I don't want [p]. I juggled the carries in my head and can't vouch for a single one. Scrap it. | I'm throwing [p] out: I added several long numbers in one breath. Once more from nothing.
I'd rather discard [p]; I was careless with the place values there. Fresh start. | [p] doesn't deserve trust, since I rushed the rows. I'll drop it and solve the thing anew. | Forget [p]. Too much of that was done by feel, so it goes and I begin again.
I take [p] back, because I can't reconstruct how I got the middle digits. A new calculation, then.
@bad The units digits [i] and [j] force a final [d], but [p] ends with [e]. So [p] is wrong and I start again. | Last digit: [i] times [j] ends in [d]. [p] ends in [e]. That kills it; again from the top.
Hmm, [i] [x] [j] must leave a [d] at the end, and [p] has [e] there. Discard it and recalculate. | [p] can't be: its last digit is [e], and [i] [x] [j] demands [d]. New calculation. | Ending test: needed [d] (from [i] and [j]), found [e]. So not [p]. Let me redo it.
Units: [i] [x] [j] ends in [d]; with [e] at the end [p] is impossible. From the beginning then.
@second As a test I'll go another way and split [q] into [f]. | Let me compare with a different decomposition: [q] is [f]. | Another route for comparison, with [q] as [f]. | I can test this by breaking up [q]: [f]. | A second opinion: expand [q] as [f]. | Let me see what happens with [q] = [f].
@clash That's [o], which clashes with [p]. One of the two has a mistake somewhere. | Hmm: [p] before, [o] by this way. They can't both hold. | [o] against [p]. So there's an error on one side or the other.
But the way before said [p], and this says [o]. Where do they part? | [o] here, [p] there. I need to find out which one is broken. | Not equal: [p] earlier and now [o]. Somebody made a slip.
@own Ah, the slip is in this second route: [l] [x] [r] is [now], not [was]. | The newer one is to blame, at [l] [x] [r]: [now], where I'd put [was]. | In the comparison run I wrote [was] for [l] [x] [r], but it's [now].
It's the test that stumbled: [l] [x] [r] gives [now] rather than [was]. | Second route again: [l] [x] [r] = [now]. So [was] was the misstep of the test. | The fault sits in the test, since [l] [x] [r] equals [now] and I used [was].
@agree So the second route yields [v] too. Both agree. | With that it's [v] on both sides, good. | [v] by either way, then. | That matches the [v] I had. | So the comparison also gives [v], and I can relax. | Same [v]. Fine.
@est Roughly, [i] [x] [j] = [e], so the size should be around that. | For scale: [i] [x] [j] is [e]. | Order of magnitude, using [i] and [j]: about [e]. | Rounded, it's near [i] [x] [j], i.e. [e]. | A crude estimate from [i] [x] [j] is [e]. | The neighbourhood is [e], going by [i] [x] [j].
@dig The last digits [i] and [j] multiply to something ending in [d], as it should be here. | Units check: [i] [x] [j] ends in [d]. Consistent. | A final [d] is expected from [i] and [j], and it's there. | Ending in [d], which [i] [x] [j] also does. | The units [i], [j] give a [d]. OK. | [i] [x] [j] ends with [d], and so does what I have.
@close I'm done; time to write it up. | Alright, I can present it now. | Good enough to answer. | Let me write the reply. | I'll give that with the main steps. | That settles it for me.
@head To find the product, expand one factor: | Here are the main steps: | The calculation in brief: | Using the distributive property: | Break the multiplication into parts: | In short:
@final The product is \([box]\). | **Answer:** \([box]\) | Thus the result is \([box]\). | \[[box]\] | So \([box]\) is the final answer. | Final result: **[v]**
""")


class AgQwenThreeTrellis(_Thought):
    """Qwen3: line by line within the thought, asterisks, boxed answer under headings."""

    words, times, sep, summary, maths = ("plain", "comma"), ("*", "×"), "\n", "display", "plain"
    detail = "because {}"
    test = "nines"
    bank = _bank(
        r"""
@open Okay, I have [ab] in front of me, let me think about how to do it. | Okay, the multiplication is [ab]. Let me set it up the way I learned at school. | Alright, [ab]. I should be careful with the zeros.
Okay, let's see what [ab] is. I'd rather split it than do it at one go. | Okay, so the job is multiplying [a] and [b]. | Let me see, [ab]. Nothing fancy, just place values.
@plan [q] can be split into [f], so: | Let me use [q] = [f], that is to say: | Splitting [q] as [f] gives these pieces: | I will take [q] as [f] and go one by one: | Breaking [q] down, [f]: | If I view [q] as [f], I have to compute:
@step [l] [x] [r] = [v] | then [l] [x] [r] = [v] | [l] [x] [r] → [v] | [l] [x] [r] equals [v] | next, [l] [x] [r] = [v] | and [l] [x] [r], that's [v]
@slip [l] [x] [r] = [w]. Hmm, let me check that: it's [v] | [l] [x] [r] = [w], oh no, I slipped a digit, [v] | [l] [x] [r] = [w]? No, [v] | [l] [x] [r] equals [w], wait, carrying correctly: [v] | then [l] [x] [r], [w] in my head but on paper [v] | [l] [x] [r] → [w], sorry, [v]
@add Now I add them up, [s]: | Next is the addition [s]: | Total of the pieces, [s]: | Adding these parts, i.e. [s]: | Let me sum, [s]: | So I must compute [s]:
@run [s] [w] [n] = [r] | [s] [g] [n] = [r] | [s] [w] [n] = [r] | [s] [g] [n] is [r] | [s] [g] [n] -> [r] | [s] [w] [n], so [r]
@commit So the product of [a] and [b] is [v]. | So, [ab] = [v]. | That would make [ab] equal to [v]. | Therefore, the answer should be [v]. | So I get [v] as the answer. | Okay, so the answer is [v].
@same So, starting anew, the answer is [v] again, and I keep it now. | New computation, same number: [ab] = [v]. | Again I get [v] as the answer, so I go with it. | So the recalculated product is [v], just as before. | It turned out to be [v] a second time, so [ab] = [v]. | The answer from the new calculation is [v], no different.
@idle Let me check [l] [x] [r] again... [v]. Right. | Is [l] [x] [r] = [v]? Let me verify. Yes. | Wait, [l] [x] [r], is that [v]? Yes, that's right. | Let me recompute [l] [x] [r] = [v]. Okay, same. | Hmm, [l] [x] [r] = [v], correct. | Maybe [l] [x] [r] was off? No, [v] is right.
@look Wait, let me make sure. | Hmm, let me verify this before answering. | Wait a second, did I do that correctly? | But let me double-check, as it's easy to go wrong. | Hmm, I'm a bit unsure about this. | Wait, maybe I should check.
@found Wait, [l] [x] [r] is actually [now]. Earlier I had [was], which is wrong. | In my earlier work I put [l] [x] [r] = [was], but that's incorrect, it's [now]. | Oh, I see. [l] [x] [r] should be [now], not the [was] from earlier.
So the mistake is in the earlier list: [l] [x] [r] = [now], not [was]. | Let me recompute the earlier [l] [x] [r]: [now]. So [was] was a mistake. | Hmm, the earlier [was] for [l] [x] [r] is incorrect. The right one is [now].
@resum The earlier pieces are right, but adding [s] gives [now], not [was]. | Oh, the mistake was in adding: [s] = [now], so [was] is incorrect. | Earlier I said [s] is [was], but it's [now]. | Let me add the earlier pieces again, [s] = [now]. So [was] was wrong.
So it's the earlier addition that was off. [s] = [now] instead of [was]. | Hmm, [s] should be [now]. I previously wrote [was].
@reject I'm not sure about any of the carries in [p], so I won't use it. Let me start over. | No, [p] was done too hastily. Let me scrap it and calculate from scratch. | I think [p] is unreliable since I did the long products mentally. I'll redo the problem.
Let me discard [p], because I might have misaligned the places. Starting again. | I don't believe [p], the additions were too messy. Let me calculate anew. | Not convinced by [p] at all, I skipped the carries. So drop it and do it again.
@bad Check mod 9: the factors are [i] and [j], so I need [d], but [p] is [e] mod 9. So [p] is wrong. Again. | Mod 9, [a] is [i] and [b] is [j], product [d]. But [p] leaves [e]. That can't be right, so let me redo it. | Digit sums: I expect remainder [d], and [p] has [e]. So there's a mistake and I have to recalculate.
Casting out nines gives [d] expected vs [e] for [p]. So [p] fails; do it over. | Hmm, the remainder should be [d] ([i] times [j] mod 9), while [p] gives [e]. So not [p]. Let me recalculate. | With remainders [i] and [j] mod 9 the product has [d], yet [p] has [e]. [p] is incorrect then. Start over.
@second Let me try another way, splitting [q] as [f]: | Alternatively, verify with [q] = [f]: | Let me cross-check, using [q] as [f]: | Another method to check: [q] is [f], so | To verify, I take [q] = [f] this time: | Let me test the result by breaking [q] into [f]:
@clash Wait, this gives [o], but before I had [p]. There's a discrepancy. | Hmm, [o] here and [p] there. That's conflicting, so one is wrong. | That's a problem: [p] vs [o]. | So [o], different from [p]. Which one is wrong? | Wait, [o] is not [p]. There must be a mistake somewhere. | Hmm, conflicting values, [p] and [o]. Let me find the error.
@own In the check I had [l] [x] [r] = [was], but it's [now]. So the error is in the check. | Let me look at the check first. [l] [x] [r] = [now], not [was]. | Oh, in this second method [l] [x] [r] should be [now], I wrote [was].
The check has a mistake: [l] [x] [r] isn't [was] but [now]. | I see, the check used [was] for [l] [x] [r], it has to be [now]. | In the second method, [l] [x] [r] = [now], so [was] is where the check went wrong.
@agree So both methods give [v]. Great. | That's also [v], so it matches. | Okay, [v] again, consistent. | The check gives [v] too. | Same result, [v]. | Yes, [v], so that confirms it.
@est Approximation: [i] [x] [j] = [e], so it has to be in that range. | Estimate: about [i] [x] [j], so [e]. | If I round, [i] [x] [j] = [e]. So roughly there. | Around [e], by [i] [x] [j]. | As a rough size, [i] [x] [j] = [e]. | Rounded factors [i] and [j] would give [e], fine for magnitude.
@dig Mod 9: [i] times [j] leaves [d], and my number leaves [d] as well. Good. | The digit-sum test: both sides leave [d]. | Casting out nines: [i], [j], product [d], all consistent. | Remainder check by 9: expected [d], and it is [d]. | Nines check okay, [d] on both sides. | [a] mod 9 is [i], [b] mod 9 is [j], so [d], which agrees.
@close I think that's solid. | Okay, time to answer. | So that's it. | I'm confident now. | Alright, I'll write the solution. | That should do.
@head ### Step-by-step | We compute $[a] \times [b]$ by splitting a factor: | ### Solution | To solve it, use the distributive law on [q]: | ### Breakdown | The partial products are:
@final ### Final Answer

$$[box]$$ | **Answer:** $[box]$ | $$
[box]
$$ | So the final answer is $[box]$. | Final Answer: [v] | $[a] \times [b] = [box]$
""".replace("Answer\n\n$$[box]", "Answer: $$[box]").replace("$$\n[box]\n$$", "$$ [box] $$")
    )


class AgQwqLantern(_Thought):
    """QwQ: endless self-address, no list, boxed answer under a bold heading."""

    words, times, methods, summary = ("comma", "plain"), ("×", "x"), ("high", "low", "round"), "prose"
    detail = "(So {}.)"
    bank = _bank(r"""
@open Hmm, [ab]. I don't have that by heart, so what now? Bit by bit, I suppose. | Let me think about [ab]. Multiplication of this kind I can do if I don't hurry. | So there's this product, [ab]. How would I go about it?
Alright, [a] and [b] are to be multiplied. Let me not be overconfident. | [ab], is it? Let me chew on it. | Let me get my head around [ab] first. A plain product, no trick I can see.
@plan Perhaps [q] is nicer as [f]. | One idea: replace [q] by [f]. | What about treating [q] like [f]? Then there are only easy products. | Since [q] is the same as [f], I distribute. | I could go with [f] for [q]. | Hmm, [q], that's [f], right?
@step [l] [x] [r], let me think, [v]. | Okay [l] [x] [r] would be [v]. | [l] [x] [r] is [v], I believe. | So [l] [x] [r] = [v]. | And [l] [x] [r]... [v]. | After that [l] [x] [r], giving [v].
@slip [l] [x] [r], let me think, [w]? Hmm, no, [v]. | [l] [x] [r] would be [w], or... no, carry included it's [v]. | And [l] [x] [r], [w]. Hmm, that's not it. [v]. | [l] [x] [r]... I want to say [w] but really it's [v].
So [l] [x] [r] = [w], hmm, wrong, [v]. | [l] [x] [r], [w], let me redo this bit: [v].
@add Now to bring them together: [s]. First | Then what's [s]? Well, | Okay, the sum [s]. Slowly: | So everything together is [s], and | Time for adding, [s]: | The grand sum, [s], goes like this:
@run [s] [w] [n] is [r] | [s] [g] [n] = [r] | [s], then [w] [n], [r] | [s] [w] [n], that's [r] | [s] [w] [n] → [r] | [s] [w] [n] would be [r]
@commit So it seems that [ab] is [v]. | So the answer would be [v], I think. | That brings me to [v] as the product. | Hmm, so [v] is the answer then. | So [a] times [b] equals [v]. | Which leaves me with [v] for [ab].
@same Huh, [v] it is once again. Then [ab] is [v]. | So having started over, the answer is [v], the very thing I refused. Then I'll accept it. | So my new answer is the old one, [v]. | I end up with [v] anew, so let that be the product. | Strange, but the new calculation makes [ab] equal [v] too. I'll take it. | Once more the answer would be [v], then. This time it stays.
@idle Hmm, was [l] [x] [r] really [v]? ... Yes, yes it was. | Let me poke at [l] [x] [r]. I get [v]. Nothing wrong there. | [l] [x] [r], is it [v] or am I fooling myself? No, [v]. | I wonder about [l] [x] [r]. Doing it slower: [v]. Fine.
Could [l] [x] [r] be something else than [v]? I don't see how. | Looking again at [l] [x] [r] = [v]. No objection.
@look Hmm, wait. Something feels off. | Wait, I should examine that again. | Hmm, but how sure am I? | Wait a minute. | Let me pause here. | Hmm, hold on, I tend to slip in such things.
@found Wait, [l] [x] [r], which I took as [was] earlier, is [now]! | Oh dear, back there I said [was] for [l] [x] [r]. That must be [now]. | Hmm, going back, [l] [x] [r]... [now]. And I used [was]. That's the error.
So that earlier product [l] [x] [r] wasn't [was]. [now] is the correct one. | There's my mistake, back then: [l] [x] [r] is [now] and not [was]. | Hmm, earlier I had [l] [x] [r] = [was]. But now I see [now]. Yes, [now].
@resum Each earlier product looks right. But [s], is that [was]? No, it's [now]. | Hmm, the sum from before, [s], I made it [was], yet it's [now]. | Oh, I added badly before. [s] is [now] and not [was].
The products weren't the trouble, the adding was: [s] equals [now] and not [was]. | Let me re-add what I had, [s]. That's [now]. So [was] was a bad sum. | So earlier [s] went to [was]; correctly it goes to [now].
@reject I can't stand by [p]. I held too many numbers in my head for it. Away with it, once more from zero. | Honestly [p] was half guessed in the middle digits, so no, I drop it. Let me do it again. | Let me forget about [p], I don't even recall my carries. Again, from the start.
No, [p] isn't something I'd bet on, as I jumped over steps. I withdraw it and solve it again. | I'd say throw [p] away; the way I did it invites place errors. So from scratch. | I give up on [p], my rows were muddled. New start.
@bad But the last digit! [i] and [j] make a [d], and [p] finishes with [e]. So [p] is wrong. Start over. | Hmm, [p] ends in [e], and it needs to end in [d] because of [i] and [j]. So [p] is out, once more. | Wait, [i] times [j] ends in [d], so how can I have a [e] at the end of [p]? I can't. Back to the start.
The ending is off: [e] in [p], but [d] by [i] and [j]. I reject it and go again. | Quick look at the ones: [i] with [j] gives [d], [p] shows [e]. No good. I'll redo everything. | Since [i] [x] [j] has [d] in the ones place and [p] has [e], I must throw [p] away. Again then.
@second Alternatively, [q] could be taken as [f]. See what that says. | Let me come at it from elsewhere: [q] = [f]. | Maybe test it with [q] replaced by [f]. | Or else go over it with [q] as [f], to compare. | What if I use [f] for [q] instead, just to see? | For comparison, cut [q] up as [f].
@clash Hmm, [o]? But I had [p]. That's confusing. | Wait, [o] and [p] differ. One of them has got to be faulty. | Now it's [o] versus [p]. Hmm. Where's the wrong turn? | That's [o], not [p]. So something went wrong, here or there. | [o]... and earlier [p]. They should be equal and they aren't. | Hmm, I have [p] and I have [o]. Only one can be true, at most.
@own Hmm, this time around I wrote [was] for [l] [x] [r]. It's [now]. So the comparison was at fault there. | Oh, in the comparison: [l] [x] [r] is [now], how did I get [was]? | Look, the second go has [l] [x] [r] = [was]. That's wrong, [now].
The slip's in what I just did: [l] [x] [r] is [now], not [was]. | Just now I said [l] [x] [r] was [was], but it's [now]. | I just mangled [l] [x] [r]: [now] is right, [was] isn't.
@agree And that's [v], as it was. Phew. | So [v] from here too. | Okay, [v] both times. | Good, [v] comes back. | So the other way also says [v]. | [v], the same thing. Nice.
@est Very roughly, [i] [x] [j], so [e] or thereabouts. | It should live near [e], thinking of [i] [x] [j]. | A sanity look: [i] [x] [j] is [e]. | If it were [i] [x] [j] it would be [e], so nearby. | Thinking of [i] and [j] instead, the size is [e] or so. | Ballpark by [i] [x] [j]: [e].
@dig The ones digits, [i] and [j], would lead to [d] at the end. And so it is. | It ends in [d], and [i] [x] [j] ends in [d]. Okay. | [i] times [j] has [d] in the ones place, no contradiction. | Ones place: [d] expected, [d] found. | [d] at the end, as [i] and [j] demand. | Also the final digit, [d], fits with [i] and [j].
@close Okay, enough. | I suppose I can stop here. | Right, I'm settled. | Okay, I've convinced myself. | Then let me give it. | No need to keep circling.
@head I split one factor and added the partial products: | Working: | The route, shortly: | What it takes is this: | **How it goes** | Partial products and their sum:
@final **Final Answer** \[[box]\] | **Final Answer:** \([box]\) | The final answer is \[ [box] \] | \([ab] = [box]\) | So the result is **[v]**. | \[ [box] \]
""")


class AgGlmCairn(_Thought):
    """GLM-4.5 / Z1: bulleted thought with sober labels, numbered summary with bold values."""

    words, times, sep, mark, summary = ("comma",), ("×", "*"), "\n", "   * ", "numbered"
    methods, others = ("high", "chunks", "round"), ("swapped", "low")
    detail = "[{}]"
    bank = _bank(r"""
@open **Request:** the value of [ab]. Plain integer multiplication. | The user wants [ab]. I'll plan: split, multiply, add, verify. | **Task:** multiply [a] by [b]. Exact integer expected.
I am asked for [ab]. Work through partial products. | **Understanding:** [ab], to be computed by hand. | The problem is [ab]; a single number is wanted.
@plan **Decompose** [q]: [f]. | **Plan:** use [f] in place of [q]. | **Partial products**, with [q] = [f]: | **Set-up:** [q] is [f]. | **Computation**, by [f] for [q]: | **Breaking up** [q] as [f]:
@step [l] [x] [r] = [v] | [l] [x] [r] gives [v] | Part: [l] [x] [r] = [v] | Product [l] [x] [r]: [v] | [l] [x] [r] yields [v] | Compute [l] [x] [r] = [v]
@slip [l] [x] [r] = [w] (correction: [v]) | [l] [x] [r] gives [w]; no, with the carry [v] | Part: [l] [x] [r] = [w]. Self-correction: [v] | Product [l] [x] [r]: [w]? Recomputed: [v] | [l] [x] [r] yields [w]. Not quite, [v] | Compute [l] [x] [r] = [w], oops, [v]
@add **Sum** [s]: | **Addition of the parts**, [s]: | **Adding up** [s]: | **Combine**, [s]: | **Total needed:** [s] | **Accumulate** [s]:
@run [s] [g] [n] = [r] | [s] [w] [n] = [r] | [s] [g] [n] gives [r] | [s], [w] [n]: [r] | [s] [g] [n] → [r] | [s] [w] [n] yields [r]
@commit **Result:** [ab] = [v]. | So the value of [ab] is [v]. | **Outcome:** [v] for the product. | This puts the answer at [v]. | The product therefore equals [v]. | **Answer so far:** [v].
@same **Result of the new run:** [v], unchanged; I accept it for [ab]. | So the value of [ab], computed anew, is again [v]. | **Outcome:** the product is [v] once more. | The new run puts the answer at [v] again; keep it. | The product therefore equals [v] after all. | **New result:** [v], identical to the discarded value, now adopted.
@idle **Spot check:** [l] [x] [r] = [v]. Holds. | Recompute [l] [x] [r]: [v]. No issue. | Is [l] [x] [r] = [v] safe? Yes. | **Recheck of one line:** [l] [x] [r] → [v], fine. | Slight worry about [l] [x] [r]; it is [v] indeed. | [l] [x] [r] verified separately: [v].
@look **Verification.** | **Self-check before answering.** | **Review.** Something may be off. | Let me review this critically. | **Second look.** | **Sanity pass.**
@found **Error found** in the earlier work: [l] [x] [r] was entered as [was]; correct is [now]. | Earlier line [l] [x] [r] = [was] is wrong. Correct: [now]. | **Correction:** the earlier [l] [x] [r] becomes [now] (not [was]).
The earlier work misstates [l] [x] [r]: [was] should read [now]. | **Diagnosis:** earlier, [l] [x] [r] was computed as [was], it is [now]. | Fault located in the earlier work. [l] [x] [r] = [now] rather than [was].
@resum **Error found** in the earlier addition: [s] = [now], not [was]. | The earlier lines hold; their sum [s] is [now], I wrote [was]. | **Correction of the sum:** [s] = [now] replaces [was]. | **Diagnosis:** addition slip earlier. [s] makes [now], not [was].
Earlier parts are correct, but [s] was added to [was] instead of [now]. | The earlier total [was] is an addition error; [s] = [now].
@reject **Decision:** discard [p]; the steps were too compressed to be trusted. Redo. | [p] is withdrawn: carries were not tracked. New computation. | I drop [p], since the alignment of the parts was not controlled. Start again.
**Reset.** [p] is not reliable (mental addition of long numbers). Solve anew. | [p] does not meet the standard, too many unverified lines. Rejected; recompute all. | **Rework needed:** [p] was obtained hastily and is abandoned.
@bad **Last digit test fails:** [i] × [j] ends in [d], [p] ends in [e]. Reject [p], recompute. | Units: expected [d] (from [i], [j]), found [e] in [p]. So [p] is invalid. Redo. | [p] ends in [e] although [i] × [j] requires [d]. Discarded; new run.
**Check:** final digit must be [d] by [i] × [j]; [p] has [e]. Fail. Start again. | Final digit [e] of [p] contradicts [d] from [i] × [j]. [p] is rejected; solve again. | The ones digit should be [d] ([i] × [j]), [p] shows [e]. Not acceptable, recompute.
@second **Cross-check** via [q] = [f]: | **Alternative method:** split [q] as [f]. | **Independent computation** with [q] = [f]: | **Verification route:** [f] for [q]. | **Second method**, [q] as [f]: | **Compare** using [f] instead of [q]:
@clash **Mismatch:** [p] earlier, [o] in the cross-check. One is in error. | Cross-check says [o], earlier work says [p]. Conflict. | [o] ≠ [p]. Locate the error. | **Conflict** between [p] and [o]; trace both. | The two totals, [p] and [o], disagree. | Not consistent: [o] against the earlier [p].
@own **The cross-check slipped:** [l] [x] [r] is [now], not [was]. | Tracing the cross-check: [l] [x] [r] = [now] instead of [was]. | In the cross-check, [was] for [l] [x] [r] is wrong; correct [now]. | Error in the cross-check, line [l] [x] [r]: [was] → [now].
The cross-check has [l] [x] [r] = [was]; should be [now]. | Cross-check line [l] [x] [r] corrected from [was] to [now].
@agree **Match:** [v] by both methods. | Cross-check gives [v]. Consistent. | Both totals are [v]. | [v] confirmed. | Agreement at [v]. | The cross-check lands on [v] as well.
@est **Magnitude:** [i] × [j] = [e]. | Rough size from [i] × [j]: [e]. | **Estimate:** about [e] ([i] × [j]). | Expected order: [e], as [i] × [j]. | Rounded factors [i], [j] give about [e]. | Plausibility: near [i] × [j] = [e].
@dig **Last digit:** [i] × [j] ends in [d]. Pass. | Units check with [i] and [j]: [d]. Pass. | Final digit [d] as required by [i] × [j]. | Ones digit: [d] expected, [d] present. | [i] × [j] ends in [d], consistent. | Unit digits [i], [j] → [d]. OK.
@close Ready to respond. | **Done.** Write the answer. | Now format the response. | Finalize. | Verified enough; compose the reply. | I can produce the final text.
@head Here is the calculation of **[ab]**: | **Method:** split [q] and add the partial products. | Steps: | Let's break it down: | The computation step by step: | Splitting one of the factors, we have:
@final Therefore, **[ab] = [v]**. | **Answer: [v]** | The product is **[v]**. | Final value: **[v]** | So the answer is $[box]$. | [ab] equals **[v]**.
""")


class AgKimiQuill(_Thought):
    """Kimi K2 thinking: short declarative sentences, triangular tags, arrows in the answer."""

    words, times, summary = ("space", "comma"), ("×",), "arrows"
    methods, others, test = ("high", "round", "chunks"), ("swapped", "low"), "nines"
    tags = ("◁think▷", "◁/think▷")
    detail = "Inside: {}."
    bank = _bank(r"""
@open [ab]. Exact value needed, no rounding. | I'm given [ab] and should return one integer. | A multiplication: [ab]. I'll be deliberate. | The user asks for [ab]. Short answer, careful work. | Compute [ab]. I know how I fail at these, so small steps. | [a] by [b]. Let me do the legwork.
@plan Cut [q] into [f]. | [q] → [f]. Multiply each. | I lean on [q] = [f]. | Best handle: [f] for [q]. | Distribute, with [q] written [f]. | Take [f] in place of [q].
@step [l] × [r] → [v]. | [l] × [r] = [v]. | That's [l] × [r], [v]. | [l] × [r]: [v]. | [v] from [l] × [r]. | Piece [l] × [r] is [v].
@slip [l] × [r] → [w]. Strike that, [v]. | [l] × [r] = [w], no: [v]. | [l] × [r]: [w]. Off by a digit, really [v]. | Piece [l] × [r] is [w]; hm, [v] on a second pass. | [l] × [r] comes as [w], then as [v]; the latter holds. | [l] × [r]: not [w], which I nearly kept, but [v].
@add Add: [s]. | Stack them: [s]. | To total: [s]. | Pieces together, [s]: | Gather [s]. | Now [s], in order:
@run [s] [g] [n] = [r] | [s] [g] [n] → [r] | [s] [w] [n], [r] | [s] [w] [n] = [r] | [s] [g] [n] is [r] | [s] [w] [n] → [r]
@commit [ab] is [v], then. | Answer: [v]. | I land on [v] for the product. | Product: [v]. | So [v]. That's [ab]. | Good, [ab] = [v].
@same [v] again from a clean sheet. Product: [v]. | Clean run, [ab] = [v], the number I'd dropped. Taking it now. | I land on [v] once more for the product; this one I keep. | Recomputed answer: [v]. Identical. | The new run gives [ab] = [v], so it returns. | So [v] after all. That's [ab].
@idle [l] × [r], [v]? Yes. | Worried about [l] × [r] for no reason: [v]. | [l] × [r] re-multiplied, [v], stable. | Poking at [l] × [r]... [v]. Nothing. | [v] for [l] × [r] survives a recount. | Does [l] × [r] give [v]? It does.
@look Hmm. Not so fast. | Let me stress-test that. | Pause. Do I believe it? | I'd like one more pass. | Something itches. | Before committing to a reply, a probe.
@found Caught it, earlier: [l] × [r] went in as [was]. It is [now]. | Earlier [l] × [r] ≠ [was]. Should be [now]. | The bad brick from before: [was] for [l] × [r]; proper value [now]. | In the earlier pass, [l] × [r] was off: [now], not [was].
Replace the earlier [was] by [now]; that's what [l] × [r] is. | My earlier [l] × [r] = [was] breaks; redone it's [now].
@resum Earlier pieces fine. Their addition not: [s] is [now], I had [was]. | The earlier sum broke: [s] → [now], not [was]. | [s] again: [now]. So [was] was an adding slip. | Adding slip in the earlier pass, [was]; proper [s] is [now].
Recount [s]. It's [now], [was] was wrong. | Carry lost earlier: [s] = [now], never [was].
@reject [p] goes in the bin. I compressed too many carries. Again, clean sheet. | I retract [p]: done in one gulp. Rebuild. | Not [p]. My trail for it is unreadable, so I redo it entire. | Dropping [p]; alignment was guesswork. Anew. | I disown [p], the rows were hurried. From zero. | [p] out. It was recall more than computation. Solve again.
@bad Mod 9: [i] and [j] demand [d]; [p] has [e]. [p] is dead. Redo. | Nines: want [d], [p] shows [e]. Throw it out, recompute. | Residue of [p] mod 9 is [e], should be [d] (from [i], [j]). Not it. Again. | [p] mod 9 = [e]; factors [i], [j] → [d]. Contradiction, so a rebuild.
Digit roots: [i] × [j] → [d], but [p] → [e]. Reject, restart. | By nines [p] fails, [e] for [d]. Clean sheet.
@second Other road: [q] = [f]. | Probe with [q] as [f]. | Second road, cutting [q] into [f]. | Try [f] for [q] as a probe. | Independent road: [q] → [f]. | Compare through [q] = [f].
@clash [o] on this road, [p] earlier. One lies. | [o] vs [p]. Hmm. | Discord: [p], [o]. Hunt the slip. | This says [o]; earlier [p]. Not both. | Two numbers, [p] and [o], for one product. Something broke. | [o]. Differs from [p]. Where?
@own The probe tripped: [l] × [r] is [now], not [was]. | In the probe [l] × [r] was [was]; proper [now]. | It's this road's [l] × [r]: [was] should be [now]. | Probe's fault. [l] × [r] → [now], not [was]. | [l] × [r] on the second road: [now]. I'd put [was]. | The probe carries a bad [was]; [l] × [r] is [now].
@agree [v] on both roads. | Also [v]. Good. | Roads meet: [v]. | [v] stands. | Probe returns [v]. | Same number, [v].
@est Scale: [i] × [j] = [e]. | Near [e] ([i] × [j]). | Envelope: [i] × [j] → [e]. | Size about [e], from [i] × [j]. | [i] × [j] gives [e] as a yardstick. | Yardstick [e] = [i] × [j].
@dig Nines: [i], [j] → [d]. Holds. | Mod 9 wants [d], gets [d]. | Digit roots line up at [d]. | Residues [i] and [j] give [d]; matches. | Mod-9 test passes, [d]. | [d] mod 9 on both sides.
@close Done. | Enough. Reply. | Writing it out. | Ship it. | That holds. Answer now. | Nothing left to test.
@head Split **[q]** and multiply: | Short derivation: | Working, compactly: | How I got there: | Partial products first: | The pieces:
@final **[ab] = [v]** | Result: **[v]** | The product is [v]. | → **[v]** | Exact value: **[v]** | $[box]$
""")


class AgMiniMaxFurrow(_Thought):
    """MiniMax-M1: talkative unbroken prose with connectives, small letter x, prose summary."""

    words, times, summary, gap = ("comma", "plain"), ("x",), "prose", " "
    methods, others = ("high", "chunks", "low"), ("swapped", "round")
    detail = "To spell that out, {}."
    bank = _bank(r"""
@open Okay, so I'm supposed to work out [ab], and there's no shortcut that jumps out at me, so the ordinary way it is. | Hmm, so what is [ab]? Let me walk through it patiently as I would on paper. | Alright, so they'd like me to multiply [a] by [b], which is only tedious, not difficult.
So here is [ab], and the thing with these is to not lose a place. | Let me start with what is being asked, that is [ab], one product. | Okay, [a] times [b], let me get into it and see where I end up.
@plan The first thing is to look at [q] as [f] so that each piece is small. | I would rewrite [q] in the form [f] and go piece by piece. | Now [q] consists of [f], and that's how I'll split it. | It helps to think of [q] as [f]. | So using [f] for [q], here goes. | What I do is open [q] up into [f].
@step So [l] x [r] is [v]. | Moving on, [l] x [r] is equal to [v]. | For the piece [l] x [r], that's [v]. | Also [l] x [r] turns out as [v]. | There's [l] x [r], which is [v]. | Then comes [l] x [r], so [v].
@slip So [l] x [r] is [w], or rather, sorry, [v] once the carry is in. | There's [l] x [r], which is [w], hmm, no, I dropped something, which is [v]. | For the piece [l] x [r] that's [w], but hang on, it's [v]. | Also [l] x [r] turns out as [w], no wait, [v].
Then comes [l] x [r], I'd written [w] and I correct that to [v]. | Moving on, [l] x [r] is [w], actually let me fix that right now, [v].
@add So what I have to add up is [s], meaning | Now I take the sum [s], so | With the pieces ready I add [s], that is | That leaves the addition [s], in which | Putting the lot into one sum, [s], we see | So the adding part, [s], goes
@run [s] [w] [n] is [r] | [s] [w] [n] makes [r] | [s] [w] [n] goes to [r] | [s] [w] [n] gets me [r] | [s] [g] [n] is [r] | [s] [w] [n] gives [r]
@commit So I'd say [ab] is [v]. | Okay, so the product is [v]. | So what I obtain for [ab] is [v]. | And with that, the answer is [v]. | So that would put [ab] at [v]. | So there we have it, [ab] equals [v].
@same Okay, so having begun again I get the product as [v] a second time, and I'll live with it. | So what I obtain for [ab] on the new attempt is [v], no change. | And with that, the answer of the new attempt is [v] too. | So the second solution ends at the number I'd refused, so [ab] equals [v].
So that would put [ab] at [v] yet again, and now I believe it. | So I'd say, again, that [ab] is [v], this time with the steps in view.
@idle I also went over [l] x [r] another time and it's [v], so nothing to see there. | One might suspect [l] x [r], but multiplying again I have [v], so no. | Let me just retrace [l] x [r], yes, [v]. | For a moment I thought [l] x [r] couldn't be [v], but it is.
And if I recompute [l] x [r], it remains [v]. | Just for peace of mind, [l] x [r] is [v], right, that's unchanged.
@look But hmm, let me not take that for granted. | However, I have a nagging feeling about it. | Wait, though, I want to see whether that survives a closer look. | Hmm, but I've been wrong on these before, so let me check. | Still, let me go over this with fresh eyes. | Now wait, is that actually right?
@found And here's the thing, earlier I took [l] x [r] to be [was] while it's really [now]. | Oh wait, back in the earlier pieces [l] x [r] is listed as [was], but that comes to [now]. | Right, so the earlier piece [l] x [r] was botched, since it's [now] and not [was].
So it turns out I'd written [was] for [l] x [r] before, and that needs to be [now]. | I see it now, the earlier [l] x [r] should've been [now] instead of [was]. | Looking back at the earlier pieces, [l] x [r] as [was] is wrong, it's [now].
@resum Looking back, every piece is okay but the adding isn't, because [s] is [now] and I had [was]. | Oh wait, the earlier sum [s] isn't [was] at all, it's [now]. | So the trouble was in the earlier adding, [s] goes to [now] rather than [was].
If I add the earlier pieces again, [s], I see [now], so [was] was simply bad adding. | Right, so [s] adds up to [now], and the [was] from before was a slip. | And here's the thing, I added [s] to [was] earlier when it's [now].
@reject I'm going to abandon [p], since frankly I glossed over the carries, and I'll work the problem again. | No, I'm not happy to defend [p], I was adding things on the fly, so let me toss it and restart. | The way I arrived at [p] was so sloppy that I'd rather cancel it and do everything over.
So [p] is off the table because I can't tell whether the places were lined up, and I'm starting over. | I'll cross out [p], I did too much of it without writing it down, and solve it afresh. | I have to say no to [p], it was put together in a hurry, so back to the beginning.
@bad But the last digits are [i] and [j], so the product ends in [d], and [p] ends in [e], so that's wrong and I need to redo it. | The issue is that [p] has [e] as its last digit whereas [i] x [j] calls for [d], so I throw [p] out and restart. | Now [i] x [j] ends in [d] and yet [p] ends in [e], which rules [p] out, so again from the beginning.
Looking at the end of [p] I see [e], where [i] and [j] would produce [d], so [p] is no good and I go back to square one. | Since a product with last digits [i] and [j] has to end in [d], [p] with its [e] must go, and I compute it anew. | Well, [p] ends in [e] and should have ended in [d] given [i] and [j], so I discard it and solve it once more.
@second To be thorough, let me do it with [q] as [f] and see if it squares. | Let me try it from another angle too, with [q] being [f]. | As a comparison I could expand [q] into [f]. | There's also the option to split [q] as [f], so let me compare. | I might as well test it using [f] for [q]. | Let me set another calculation beside it, in which [q] is [f].
@clash So this is [o], but earlier it was [p], and they obviously can't both be right. | Hmm, that gives me [o] as opposed to [p], so there's a mistake in one of them. | Now I've got [p] and I've got [o], which is a contradiction I need to resolve. | Strange, it's [o] here when it was [p] earlier, so somewhere I went wrong.
That's [o], though, and not [p], so let me look for where they diverge. | So the two don't square, [p] there and [o] here.
@own And indeed it's the comparison that is off, there [l] x [r] has to be [now] and not [was]. | I think I just slipped in the comparison, [l] x [r] is [now], whereas I said [was]. | Oh, it's this last calculation, I wrote [l] x [r] as [was] and it's [now].
Okay, in the calculation I just did, [l] x [r] should be [now] rather than [was]. | So the slip belongs to the comparison, because [l] x [r] equals [now] and not [was]. | It's only that I miscounted [l] x [r] in the comparison as [was], and it's [now].
@agree And so it's [v] here as well, they square. | Okay, so that is [v] too, which is reassuring. | So both calculations meet at [v]. | That's [v] again, so fine. | So it's [v] whichever way I do it. | Great, [v] from this side too.
@est As for the size, [i] x [j] is [e], so something around that. | If I round things I get [i] x [j], or [e], for orientation. | To have an idea of the size, take [i] x [j], so [e]. | Roughly speaking we are near [e], given [i] x [j]. | With [i] and [j] as rough values one has [e], so that's the region. | The rough size is [e] if I go by [i] x [j].
@dig And the last digits [i] and [j] give [d] at the end, which is what we see. | It also ends in [d], the way [i] x [j] does. | The final digit is [d], as [i] and [j] would have it. | At least the ending [d] fits [i] x [j]. | Checking the ending, [i] x [j] ends in [d] and so does it. | For the ending we need [d] out of [i] and [j], and we have that.
@close So I'm good with this. | I think that's about as much checking as it needs. | Okay, let me put the answer together. | So let me finish here. | With that I can answer. | I'm comfortable stating it.
@head I multiplied the parts separately and added them. | Splitting one factor keeps every step short. | The steps, in one line: | Here's a summary of the multiplication. | Partial products and sum: | Summary:
@final So [ab] = **[v]**. | The result of the multiplication is [v]. | That gives **[v]**. | $$[box]$$ | Answer: [v] | In conclusion, [a] multiplied by [b] equals **[v]**.
""")


class AgNemotronAbacus(_Thought):
    """Nemotron: plain digits, one thing per line, columns in the answer."""

    words, times, sep, summary = ("plain",), ("×", "x"), "\n", "columns"
    methods, others = ("low", "high"), ("swapped", "chunks")
    detail = "({})"
    bank = _bank(r"""
@open Okay, let's tackle [ab]. I'll use the standard algorithm with partial products. | Alright, I have to find [ab]. Long multiplication seems the safest. | So the question is to calculate [ab]. Let me recall how the standard method goes. | Let's work through [ab]. The number of digits isn't huge, so doable. | Okay, multiplying [a] and [b] now. I'd better keep the digits aligned. | First, let me write down the numbers, [a] and [b]. I need their product.
@plan The digits of [q] stand for [f]. Multiply by each. | Rows for [q] = [f]: | I'll make one row per part of [q], that is [f]. | [q] breaks into [f], hence these rows: | Parts of [q]: [f]. | Let's take [q] row by row, [f].
@step Row: [l] [x] [r] = [v] | [l] [x] [r] = [v]. | By [r]: [l] [x] [r] = [v] | [l] multiplied by [r] is [v]. | For [r], the row is [l] [x] [r] = [v] | Row for [r]: [v]
@slip Row: [l] [x] [r] = [w]. Wait, that's missing a carry: [v] | [l] [x] [r] = [w]. Hmm, let me fix it, [v]. | By [r]: [l] [x] [r] = [w], no, [v] | [l] multiplied by [r] is [w]. Correction, it is [v]. | For [r], the row is [w]... let me see... [v] | Row for [r]: [w], wrong carry, so [v]
@add Let's add the rows, [s]. | Adding all rows: [s]. | Sum of rows is [s], so: | The rows to add: [s]. | Summation step, [s]: | Next I add [s] with care.
@run [s] [g] [n] = [r] | [s] [w] [n] = [r] | Adding: [s] [g] [n] = [r] | [s] [g] [n] gives [r] | [s] [w] [n] is [r] | From [s], [w] [n]: [r]
@commit So [ab] equals [v]. | Thus, the product of the two numbers is [v]. | Therefore, the result should be [v]. | So the final sum tells me that [ab] = [v]. | So the multiplication gives [v]. | Okay, that means the answer is [v].
@same The new rows sum to the same thing, so [ab] equals [v]. | Thus, the recomputed product is again [v]. | Therefore, after redoing it, the result should be [v] as it was. | So the redo gives [v] too, and the answer is [v]. | Okay, the redone multiplication gives [v], I'm keeping it this time. | Same value: the answer is [v].
@idle Let me verify the row [l] [x] [r]: [v]. That's correct. | Row [l] [x] [r], is it [v]? Yes it is. | Checking one row, [l] [x] [r] = [v], all good. | Hmm, [l] [x] [r]. Once more, [v]. Right. | The row for [r] ([l] [x] [r]) stays [v]. | Rechecking [l] [x] [r] gives [v], no problem there.
@look Let me double check by going through it. | Wait, I want to verify that. | Hmm, is that accurate? Let's see. | Let me confirm whether this holds. | Wait, just to be safe, let's examine it. | But maybe there's an error, let me look.
@found Wait, the earlier row [l] [x] [r] isn't [was]. Computing digit by digit gives [now]. | The earlier row for [r] is wrong, [l] [x] [r] = [now], and not [was]. | Here's an error in my earlier rows: [l] [x] [r] should be [now], not [was].
Hmm, earlier [l] [x] [r] was written as [was], but it must be [now]. | So I made a mistake in the earlier rows. [was] has to be [now] for [l] [x] [r]. | Recomputing the earlier [l] [x] [r]: [now]. That differs from [was], which was incorrect.
@resum The earlier rows are correct, but their sum isn't: [s] = [now] and not [was]. | Wait, adding [s] column by column I get [now]. Earlier it was [was], incorrectly. | So the earlier addition had an error: [s] should be [now], not [was].
Hmm, [s], I added that to [was] earlier, but it must be [now]. | The column sums of [s] give [now]. So [was] came from a lost carry. | Re-adding the earlier rows [s] gives [now], so [was] was incorrect.
@reject I don't trust [p], because I wasn't keeping the columns aligned. Let me discard it and redo the multiplication. | The carries for [p] were never written down, so I'm dropping it. Redo everything. | Hmm, no, [p] was computed too fast to be reliable. Scrap that and do it again.
I should set [p] aside for good, as the rows were mixed up. Starting the multiplication over. | Better to abandon [p], I lost track in the middle columns. Let me recompute. | I'm withdrawing [p] since I did the addition mentally. A new multiplication follows.
@bad The last digit should come from [i] [x] [j], which is [d], but [p] ends in [e]. So [p] is incorrect. Redo. | Wait, [p] ends in [e]. It should end in [d] by [i] [x] [j]. So that's an error, and I need to start again. | Units column: [i] [x] [j] leaves [d]. [p] has [e] there, so [p] must be wrong. Recompute.
Since [i] [x] [j] ends in [d], [p] (ending in [e]) can't be right. Let me redo the multiplication. | [p] fails the units test, [e] instead of [d] (from [i] and [j]). Discard and redo. | Hmm, the units digit of [p] is [e], while [i] and [j] give [d]. That's impossible, so again from the start.
@second Let's cross-verify with [q] = [f]. | Another approach: use [q] = [f] and compare. | Let me do the multiplication with rows from [q] = [f] as a check. | To cross-verify, break [q] into [f]. | Verification with the parts [f] of [q]: | Checking it in another order, [q] = [f].
@clash The check says [o], but previously I had [p]. There's an inconsistency. | Wait, [o] is different from [p]. Something is wrong in one of the calculations. | So now it's [o] instead of [p]. Let me find which calculation has the error. | Hmm, [p] previously and [o] in the check. These should match.
That's inconsistent, [o] and [p]. Check the rows. | [o] doesn't equal [p], so there's an error in one of them.
@own It's in the check: the row [l] [x] [r] should be [now], not [was]. | The check's row for [r] is wrong, [l] [x] [r] = [now] instead of [was]. | Looking at the check, [l] [x] [r] isn't [was], it's [now]. | Ah, I miscalculated [l] [x] [r] in the check: [now], not [was].
In the check I took [l] [x] [r] as [was], the right row is [now]. | So the check was wrong, since [l] [x] [r] = [now] and not [was].
@agree So the check gives [v]. They match. | That also results in [v]. Correct. | Both calculations result in [v]. | The cross-verification gives [v], consistent. | Yes, [v] in both cases. | Good, that's [v] again.
@est Approximately [i] [x] [j] = [e], so that's the expected range. | A rough estimate would be [i] [x] [j] = [e]. | Rounding to [i] and [j] gives [e]. | In terms of magnitude, [i] [x] [j] is [e]. | So around [e], since [i] [x] [j] is that. | Estimation: [i] [x] [j], [e].
@dig The last digit should be that of [i] [x] [j], so [d]. It is. | Units: [i] [x] [j] ends with [d], matches. | The last digits [i] and [j] lead to [d], which is correct here. | It ends in [d], as required by [i] [x] [j]. | Last digit check with [i] and [j]: [d], okay. | Units digit [d], as it should be from [i] [x] [j].
@close I'm confident in this result. | That completes the verification. | Now to write the response. | So that's the answer, I'm sure. | Everything checks out. | Let me present the answer.
@head Multiply using the standard algorithm: | Long multiplication of [a] and [b]: | The layout of the multiplication: | Standard algorithm: | Rows and total: | Written out in columns:
@final **Answer:** [v] | The product is \([box]\). | Thus, the product of [a] and [b] is **[v]**. | \[[box]\] | Total: **[v]** | Final answer: \([box]\)
""")


class AgPhiTessera(_Thought):
    """Phi-4-reasoning: LaTeX in line, "I'll", restless about the format of the answer."""

    words, maths, times, summary = ("latex", "plain"), "latex", ("\\times",), "latex"
    methods, others, test = ("high", "chunks", "area"), ("swapped", "round"), "nines"
    detail = "In detail, ${}$."
    bank = _bank(r"""
@open User asks for $[ab]$. I'll produce an answer with steps, so compute first. | We need $[ab]$. I'd do the multiplication manually and then think how to format it. | I'm asked "what is $[a]$ times $[b]$". Let me compute that carefully.
The question is simple: $[ab]$. I must be careful with arithmetic though. | Let me compute $[ab]$; then I'll give the chain of thought in shortened form. | So the multiplication $[ab]$ is what is wanted, I'll do this manually.
@plan I'll decompose $[q]$: $[f]$. | We can use distributivity with $[f]$ standing for $[q]$. | Write $[q]$ as $[f]$, then multiply term by term. | Let me expand along $[f]$ (which is $[q]$). | I'll go with $[f]$ for $[q]$. | Decomposition for $[q]$ is $[f]$.
@step $[l] \times [r] = [v]$. | We have $[l] \times [r] = [v]$. | I'll compute $[l] \times [r] = [v]$. | Term $[l] \times [r]$ equals $[v]$. | $[l] \times [r]$, which equals $[v]$. | Also $[l] \times [r] = [v]$.
@slip $[l] \times [r] = [w]$, wait compute: it's $[v]$. | We have $[l] \times [r] = [w]$, no I mis-typed, $[v]$. | I'll compute $[l] \times [r]$, maybe $[w]$? Let me see: $[v]$. | Term $[l] \times [r]$ equals $[w]$, correct that to $[v]$.
Also $[l] \times [r] = [w]$; that's wrong by a digit so $[v]$. | $[l] \times [r]$, I'd guess $[w]$, but compute properly: $[v]$.
@add Sum is $[s]$, so | Adding terms $[s]$: | Then add $[s]$; we get | I'll sum $[s]$: | Now total $[s]$, stepwise | We add: $[s]$, i.e.
@run $[s] [g] [n] = [r]$ | $[s] [g] [n]$ is $[r]$ | $[s] [g] [n]$ equals $[r]$ | $[s]$ [w] $[n]$ is $[r]$ | $[s] [g] [n]$ gives $[r]$ | $[s]$ [w] $[n]$ equals $[r]$
@commit So $[ab] = [v]$. | Thus product equals $[v]$. | I get final answer $[v]$. | So the answer: $[v]$. | That yields $[ab] = [v]$. | So $[v]$ is the product of the two numbers.
@same So again $[ab] = [v]$, I'll accept this. | Thus product from the new calculation equals $[v]$, same as the one before. | I get final answer $[v]$ again. | The recalculated answer: $[v]$, identical. So be it. | That yields $[ab] = [v]$ once more. | So after recalculation $[v]$ is the product anyway.
@idle Double-check $[l] \times [r]$: $[v]$, yes. | I'll recompute $[l] \times [r] = [v]$, fine. | Is $[l] \times [r] = [v]$? Indeed. | Let me re-verify $[l] \times [r]$; I obtain $[v]$. OK. | The term $[l] \times [r]$ maybe suspicious, but $[v]$ is right. | Once more $[l] \times [r] = [v]$. Good.
@look But I must double-check the arithmetic. | Let me check thoroughly. | Wait, I'd better double-check before giving answer. | Is it right? Let's test it. | I'm not fully sure, so re-verify. | However, check for mistakes.
@found I see an error in the earlier expansion: $[l] \times [r]$ is $[now]$, not $[was]$. | Earlier I wrote $[l] \times [r]$ as $[was]$, but it equals $[now]$. | The earlier term $[l] \times [r]$ must be $[now]$; $[was]$ was my arithmetic slip.
Wait: in earlier expansion $[l] \times [r]$ isn't $[was]$, it's $[now]$. | So the earlier value $[was]$ for $[l] \times [r]$ is mistaken; it's $[now]$. | Recompute earlier term: $[l] \times [r]$ gives $[now]$, so $[was]$ is wrong.
@resum Earlier terms are right but the sum $[s]$ equals $[now]$, not $[was]$. | I see an error in earlier summation: $[s]$ is $[now]$; I had $[was]$. | Recompute the earlier sum $[s]$: I get $[now]$, so $[was]$ is wrong. | Wait: $[s]$ isn't $[was]$, it's $[now]$.
So the earlier total $[was]$ is mistaken; $[s]$ gives $[now]$. | Earlier summation slipped, since $[s]$ equals $[now]$ and not $[was]$.
@reject I can't justify $[p]$; I skipped several carries. So I'll reject it and recalculate. | Reject $[p]$ because I didn't verify a single intermediate. I'll do it again from the beginning. | I'm not going to answer $[p]$, since that computation was done in a rush. Recalculate all.
I'd better drop $[p]$: place values might be mixed. New calculation. | The calculation behind $[p]$ is too messy to check, so discard it and recalculate. | I'll cancel $[p]$ as I can't reproduce the middle steps. Start over.
@bad Check mod 9: $[i] \cdot [j]$ leaves $[d]$, while $[p]$ leaves $[e]$. So $[p]$ is wrong; recalculate. | Modulo 9 the factors are $[i]$ and $[j]$, expected $[d]$; but $[p] \equiv [e]$. Reject and do again. | Mod 9: $[p]$ gives $[e]$ but should be $[d]$. Therefore $[p]$ is incorrect. Start over.
Residue of $[p]$ modulo 9 is $[e]$; with $[i]$ and $[j]$ we need $[d]$. Contradiction, so recalculate. | Digit sum test fails: $[e]$ for $[p]$, but $[d]$ needed. I'll recalculate. | Casting nines: need $[d]$, $[p]$ has $[e]$. So discard $[p]$, do the calculation again.
@second I'll check using alternative: $[q]$ as $[f]$. | Alternative method: let $[q]$ be $[f]$. | We can double-check by decomposing $[q]$ into $[f]$. | Let me test by other decomposition, $[f]$ for $[q]$. | Use $[f]$ in place of $[q]$ as independent check. | Check by second method with $[q]$ expanded as $[f]$.
@clash That gives $[o]$, but the earlier one was $[p]$. There's discrepancy. | Now $[o]$ versus $[p]$: something's off. | Discrepancy: $[p]$ and $[o]$. Let me see which is erroneous. | Hmm, $[o]$ does not equal $[p]$, so one method contains error. | I have $[p]$ earlier and $[o]$ by alternative. Not consistent. | The values $[p]$ and $[o]$ conflict.
@own In the alternative I mis-multiplied $[l] \times [r]$: it's $[now]$, not $[was]$. | Error is in the check: $[l] \times [r]$ equals $[now]$ and not $[was]$. | The alternative's term $[l] \times [r]$ is $[now]$; I used $[was]$. | So the check's term $[l] \times [r]$ should be $[now]$ instead of $[was]$.
I mis-evaluated $[l] \times [r]$ in the alternative as $[was]$; actual $[now]$. | Alternative has mistake: $[was]$ in place of $[now]$ for $[l] \times [r]$.
@agree So the alternative gives $[v]$. Good. | That equals $[v]$, consistent. | Both methods: $[v]$. | It matches $[v]$. | I obtain $[v]$ again, fine. | Check passes with $[v]$.
@est Approximately $[i] \times [j] = [e]$. | Estimate $[i] \times [j]$, so around $[e]$. | The magnitude is near $[e]$ (as $[i] \times [j]$). | Rounded: $[i] \times [j] = [e]$, plausible range. | With $[i]$ and $[j]$ the estimate is $[e]$. | For magnitude take $[i] \times [j] = [e]$.
@dig Mod 9 check: $[i] \cdot [j]$ leaves $[d]$, matches. | Modulo nine both sides are $[d]$. | Residues $[i]$ and $[j]$ give $[d]$; it's consistent. | Casting out nines: $[d]$ as expected. | Mod 9 test passes with $[d]$. | Digit sums consistent (residue $[d]$).
@close I'll answer with final steps. | Now produce final answer. | I'll now write answer. | So finalize answer with explanation. | I'm comfortable; produce output. | Answer will include short steps.
@head We can compute this using the distributive property. | Below is a brief derivation. | Let's expand one factor into parts: | Steps in order: | The computation goes as follows: | Here is the multiplication by parts:
@final Therefore, \([box]\). | $$[box]$$ | The final answer is \([box]\). | So the product is **$[v]$**. | Final answer: $[box]$ | Thus \([a] \times [b] = [box]\).
""")


class AgOssShard(_Thought):
    """gpt-oss: clipped analysis channel, plain digits, final channel."""

    words, times, summary, gap = ("plain", "comma", "narrow"), ("*", "×"), "bullets", "\n"
    methods, others, test = ("high", "chunks", "round"), ("swapped", "low"), "nines"
    tags = ("analysis", "assistantfinal")
    detail = "({})"
    bank = _bank(
        r"""
@open We need [ab]. Do it. | Just multiply [ab]. | Need product [ab]. Manual. | Compute [ab] exactly. | User: [ab]. Need digits right. | Multiply: [ab]. No tool.
@plan [q] = [f]. | Use [q] as [f]. | Split [q]: [f]. | Via [f] (for [q]). | With [q] -> [f]. | Expand [f] instead of [q].
@step [l]*[r]=[v]. | [l]*[r] = [v]. | [l] times [r] = [v]. | [l]*[r] -> [v]. | [l]*[r] is [v]. | And [l]*[r]=[v].
@slip [l]*[r]=[w], no [v]. | [l]*[r] = [w]? Actually [v]. | [l] times [r] = [w], fix: [v]. | [l]*[r] -> [w], hmm -> [v]. | [l]*[r] is [w]. Oops [v]. | And [l]*[r]=[w], check carry, [v].
@add Sum [s]: | Add [s]. | Now [s]: | Total [s]. So | Sum up [s], | Then [s]:
@run [s]+ then [w] [n] = [r] | [s] [g] [n] = [r] | [s] [g] [n] -> [r] | [s] [w] [n] = [r] | [s] [g] [n] is [r] | [s] [w] [n] -> [r]
@commit So [ab] = [v]. | So answer [v]. | Product [v]. | Thus [v]. | That gives answer [v]. | So product = [v].
@same So again [ab] = [v]. Take it. | New run: answer [v]. Same. | Product [v] again. Keep now. | Thus [v] once more. | That gives answer [v], same number after all. | So redone product = [v].
@idle [l]*[r] again: [v]. Yes. | Is [l]*[r]=[v]? Yes. | [l]*[r], [v], ok. | Recheck [l]*[r]: [v] fine. | [l]*[r] suspicious? [v]. No. | Verify [l]*[r] = [v]. Good.
@look Check. | Let's double-check. | Hmm verify. | Wait. | Not sure. Check. | Let's test that.
@found Earlier [l]*[r] is wrong: [now], not [was]. | Error earlier: [l]*[r]=[now]; I had [was]. | Oops, [l]*[r] is [now], not the earlier [was]. | Earlier I used [was] for [l]*[r]. Should be [now].
[l]*[r] earlier: [was] wrong, [now] right. | So earlier [l]*[r] must be [now] instead of [was].
@resum Earlier sum wrong: [s] = [now], not [was]. | [s] is [now]; earlier [was] was bad addition. | Oops, adding [s] gives [now], not [was]. | Earlier parts ok, sum off: [s] -> [now] not [was]. | Error in adding [s]: [now]; had [was]. | Redo sum [s]: [now]. Earlier [was] wrong.
@reject Don't trust [p], did carries in head. Drop, redo. | [p] was sloppy. Discard. Compute anew. | Scrap [p]; steps skipped. Recompute all. | No, not [p]: too rushed. Start over. | Toss [p], alignment unclear. Redo whole. | Abandon [p], can't retrace it. New computation.
@bad Mod 9: need [d] ([i],[j]); [p] gives [e]. Wrong. Redo. | [p] mod 9 = [e], should be [d]. So wrong, recompute. | Casting nines: [p] has [e], need [d]. Discard; again. | mod9 factors [i],[j] -> [d], but [p] -> [e]. Not valid. Start over. | Nines fail: [e] vs [d] for [p]. Recompute. | Residue wrong: [p] is [e] mod 9, want [d]. Drop it, redo.
@second Other way: [q] = [f]. | Alternative: [f] for [q]. | Cross: split [q] into [f]. | Check by [q] = [f]. | Different split, [q] = [f]. | Test with [q] as [f].
@clash Got [o], earlier [p]. Mismatch. | [o] vs [p]. Something wrong. | Not equal: [p], [o]. | Hmm [o], not [p]. Which one wrong? | Conflict [p] / [o]. | [o] differs from [p]. Find error.
@own Check's slip: [l]*[r]=[now], not [was]. | In check [l]*[r] should be [now], I wrote [was]. | The check is wrong: [l]*[r] is [now] not [was]. | Second split: [l]*[r]=[now]; [was] was typo. | [was] bad in check; [l]*[r] = [now]. | Just now mis-multiplied [l]*[r]: [now], not [was].
@agree Same [v]. | Matches [v]. | [v] again, good. | Both [v]. | So [v] consistent. | OK [v].
@est Approx [i]*[j]=[e]. | Size ~[e] ([i]*[j]). | Rough [i]*[j] = [e]. | Estimate [e] from [i]*[j]. | About [i]*[j], [e]. | Ballpark [e], i.e. [i]*[j].
@dig Mod 9: [i],[j] -> [d]. ok. | Nines fine, [d]. | mod 9 both [d]. | Residue [d] matches. | Casting nines ok ([d]). | Mod9 expected [d], got [d].
@close Answer. | Done, give steps. | Provide answer. | Write final. | Good. Respond. | Fine, output.
@head Break one factor apart and add the partial products: | **[ab]** | **Steps** | Using partial products: | Step-by-step: | Here is the work, condensed:
@final **[ab] = [v]** | The result is **[v]**. | Answer: **[v]** | \([ab] = [v]\) | Hence the product is **[v]**. | **[v]**
""".replace("[s]+ then [w]", "[s], [w]")
    )


class AgExaoneBrook(_Thought):
    """EXAONE Deep: chatty bulleted lines in thought tags, LaTeX displays in the answer."""

    words, times, sep, mark, summary = ("comma", "plain"), ("×", "x"), "\n", "- ", "display"
    methods, others = ("high", "low", "area"), ("swapped", "chunks")
    tags = ("<thought>\n", "\n</thought>\n\n")
    detail = "// {}"
    bank = _bank(r"""
@open Alright, a multiplication for me: [ab]. I always mix up a carry somewhere, so let me be extra tidy. | Let's see now, [ab]. I could try it in my head but I'd regret that. | Okay so [ab] is the question and I'd like to list everything out.
Right, I'm looking at [ab]. What's the cleanest way through? | So I've got to multiply [a] and [b] together. Let me list the pieces. | Hmm, [ab]. I remember the place value method from school, that's the one.
@plan [q] is made of [f], so my list is: | Let me list the pieces for [q] = [f]: | If [q] turns into [f], then: | I'm going to open [q] into [f]: | Going with [f] in place of [q]: | Place values of [q], [f], give:
@step [l] [x] [r] = [v] | [l] [x] [r] that's [v] | [l] [x] [r], so [v] | [l] [x] [r] makes [v] | okay, [l] [x] [r] = [v] | [l] [x] [r] should be [v]
@slip [l] [x] [r] = [w], nope, [v] | [l] [x] [r] that's [w]... ugh, [v] | [l] [x] [r], so [w]. Wait a sec, [v] | [l] [x] [r] makes [w], hmm no, it makes [v] | okay, [l] [x] [r] = [w], not okay, [v] | [l] [x] [r] should be [w]? Let me see, no, [v]
@add Next I tot up [s]: | And now everything in one heap, [s]: | Adding time, [s]: | Let me run down the sum [s]: | Now the heap is [s], so: | I'll add these, [s], carefully:
@run [s] [g] [n] = [r] | [s] [w] [n] = [r] | [s] [w] [n] makes [r] | [s] [g] [n] → [r] | [s] [w] [n], that's [r] | start [s], [w] [n], now [r]
@commit So [ab] works out to [v]. | Then the answer's [v], right? | So I've got [v] for the product. | Okay so that's [v] for [ab]. | So [a] times [b] should be [v]. | There, [ab] is [v].
@same So after doing it over, [ab] works out to [v], just like the one I threw away. Fine, that's my answer. | Then the answer's [v] again, and I'll go with it. | So I've got [v] for the product again, can't argue with that. | Okay so that's [v] for [ab] once again.
Well, the new try says [a] times [b] should be [v] too. | There, [ab] is [v], as in the try I dropped.
@idle Hmm, [l] [x] [r] was [v], wasn't it? Let me count. Yep. | I have a funny feeling about [l] [x] [r]. But it is [v]. | [l] [x] [r] once more: [v]. Yep. | Is it me or is [l] [x] [r] odd? Nope, [v] is right. | Let me tap [l] [x] [r] again. [v]. Fine. | [l] [x] [r] = [v], I'm sticking with that one.
@look Wait wait. Let me look over the list. | Hmm, I should make sure I didn't mess it up. | Okay but, is it? | Let me stop and check that. | Hmm, I'm a little worried here. | Wait, that went smoothly, maybe too smoothly.
@found Oh no, in the earlier list [l] [x] [r] says [was], but it makes [now]. | Earlier list, [l] [x] [r]: I have [was] but it has to be [now]. | Oops, [l] [x] [r] from the earlier list isn't [was], it's [now]. | So that's where I messed up before! [l] [x] [r] is [now], not [was].
The earlier [was] for [l] [x] [r], that's wrong, it should say [now]. | Ugh, the earlier [l] [x] [r] should be [now]. I'd put [was].
@resum Oops, the earlier list is okay but the sum isn't, [s] makes [now], not [was]. | So I messed up the adding before! [s] is [now], not [was]. | Ugh, [s] should be [now]. Earlier I'd put [was]. | The earlier heap, [s], comes to [now]. I'd said [was], that's wrong.
Oh no, [s] isn't [was], it's [now]. Bad adding earlier. | Adding [s] again makes [now], so the earlier [was] was off.
@reject Nah, [p] can go, I was winging those carries. Let me do the whole thing over. | I'm not keeping [p]. I went through it half asleep, so from the top, properly. | [p] is crossed out, I jumbled the columns in my head. Do over. | You know what, forget [p], I skipped way too much. Fresh list.
No, [p] I don't like, I never wrote down the in-between numbers. It's gone, starting over. | Let me toss [p], I can't even follow my own list. Again, cleanly.
@bad Look at the ends: [i] and [j] make a number ending in [d]. [p] ends in [e]. So [p] is wrong, do over. | Oh, [p] has [e] at the end, but [i] [x] [j] ends in [d]. That's a no for [p]. Fresh list. | Ends check: should be [d] ([i] [x] [j]), is [e]. So [p] goes, and I start over.
Wait, the last digit! [d] from [i] [x] [j], but [p] has [e]. Crossed out, again. | Hmm, [p] with a [e] at the end? [i] and [j] say [d]. No way. Doing it over. | The end digit [e] of [p] doesn't go with [i] [x] [j], that wants [d]. So [p] is out, start over.
@second Let me try a different list, [q] as [f]: | How about the other way, [q] = [f], just to compare: | Compare list, using [q] = [f]: | I can check with [f] for [q]: | Other way round, opening [q] into [f]: | Let me see if [q] as [f] says the same:
@clash Uh-oh, [o]. The earlier list said [p]. | [o] here but [p] earlier, so one list has a mistake. | Hmm, [p] and [o]. They're not the same. | So now it's [o]? It was [p]. Something's wrong in one list. | [o] isn't [p]. Let me look for the bad line. | That's [o], which doesn't go with [p].
@own Oh, it's the compare list: [l] [x] [r] is [now], not [was]. | My compare list has [was] for [l] [x] [r], should be [now]. | Haha, the new list is the bad one, [l] [x] [r] makes [now], not [was]. | It's this new list, line [l] [x] [r]: [now] and not [was].
The compare list slipped on [l] [x] [r], [now] is right, [was] wrong. | Okay, the new list is off: [l] [x] [r] isn't [was], it's [now].
@agree Yay, [v] as well. | So that's [v] too, good. | Both lists say [v]. | [v] again, they go together. | Okay, [v] from the other list. | The same [v], nice.
@est Something near [i] [x] [j], which is [e]. | Rough guess: [i] [x] [j] = [e]. | So it's in the area of [e], that's [i] [x] [j]. | Let me guess the size, [i] [x] [j] = [e]. | With round numbers, [i] [x] [j], it's [e]. | The size should be like [e] ([i] [x] [j]).
@dig Ends check: [i] [x] [j] ends in [d], and so does mine. | Last digit [d], goes with [i] and [j]. | The end digit [d] is what [i] [x] [j] wants. | [i] and [j] make the end digit [d], yep. | Ends in [d], same as [i] [x] [j]. | End digit okay, [d] from [i] and [j].
@close Okay, I'm happy with it. | So, writing it down for real now. | That's it, let me answer. | I'm sure enough now. | Fine, answer time. | Okay, wrapping up.
@head To calculate the product, we split a factor by place value. | **Step-by-step explanation** | Let's solve it using partial products. | **Partial products:** | We proceed as follows: | Each piece is multiplied separately, then added:
@final **Final Answer:** \([box]\) | $$[box]$$ | So, [ab] = **[v]**. | \boxed{[v]} | The product is **[v]**. | Thus, the final answer is $[box]$.
""")


class AgSkyworkSextant(_Thought):
    """Skywork-OR1: mid-dot products, labelled methods, table in the answer."""

    words, maths, times, summary = ("plain", "underscore", "comma"), "plain", ("·", "×"), "table"
    methods, others, test = ("chunks", "high", "round"), ("swapped", "low"), "nines"
    detail = "Here {}."
    bank = _bank(r"""
@open Okay, so what I've been given is [ab], and I want to be systematic about it. | Let me begin by noting the factors, [a] and [b]; the goal is their product. | Okay, [ab]. The distributive property is what I'd reach for. | Hmm, [ab]. There are a couple of ways, I'll take one and keep another in reserve.
Alright, computing [ab]. It's easy to lose a zero, so attention. | I need an exact number for [ab], so I'd better set this up properly.
@plan Method: [q] as [f]. | The way I'd set it up, [q] is [f]. | Break the factor [q] down to [f]. | So let [q] be [f], and multiply through. | In terms of [f] (so [q]), the pieces are these. | Let me take the factor [q] as [f].
@step [l] [x] [r] evaluates to [v]. | Computing [l] [x] [r] gives [v]. | The piece [l] [x] [r] is [v]. | [l] [x] [r] = [v], okay. | So [l] [x] [r] yields [v]. | Now [l] [x] [r], [v].
@slip [l] [x] [r] evaluates to [w]. No, that's off, to [v]. | Computing [l] [x] [r] gives [w], hmm, I carried twice, [v]. | The piece [l] [x] [r] is [w], scratch that, [v]. | [l] [x] [r] = [w], not okay, it's [v]. | So [l] [x] [r] yields [w]; wait, [v]. | Now [l] [x] [r], [w]? It has to be [v].
@add Assembling the pieces, [s]: | The expression to evaluate is [s]. Left to right, | It remains to evaluate [s]. | Bringing the pieces together as [s], | So I evaluate [s] from the left: | Then, for [s],
@run [s] [g] [n] = [r] | [s] [g] [n] evaluates to [r] | [s] [w] [n] is [r] | [s] [w] [n] yields [r] | [s] [g] [n] makes [r] | [s] [w] [n] = [r]
@commit Accordingly, [ab] = [v]. | So the value I arrive at is [v]. | The product then is [v]. | So [ab] should evaluate to [v]. | This means the answer is [v]. | So I'd conclude that [ab] is [v].
@same Accordingly, [ab] = [v], which is the discarded number again; now it's earned. | So the value I arrive at in the new attempt is [v], unchanged. | The product then is [v] once more, and I adopt it. | So [ab] should evaluate to [v], as the new attempt says too.
This means the answer is [v] again, on better grounds. | So I'd conclude anew that [ab] is [v].
@idle The piece [l] [x] [r] deserves a look. [v], as before. | Could [l] [x] [r] be off? I recompute [v], no. | [l] [x] [r] reevaluated: [v]. Still good. | About [l] [x] [r]: it's [v], and that's correct. | For safety, [l] [x] [r] = [v], verified. | I question [l] [x] [r], but [v] it is.
@look Wait, I should validate this. | Hmm, let me scrutinize it. | Before finalizing, an examination. | But wait, am I missing something? | However, I'd like to probe that a bit. | Let me reconsider for a moment.
@found The previous evaluation of [l] [x] [r] as [was] is wrong, it should be [now]. | Previously [l] [x] [r] came out as [was]. Evaluated again it's [now], so that was the slip. | It's the previous piece [l] [x] [r]: [now] is correct, [was] isn't.
So I previously mis-evaluated [l] [x] [r]: [was] where [now] belongs. | Among the previous pieces, [l] [x] [r] was given as [was], whereas it's [now]. | The slip is a previous one, [l] [x] [r] isn't [was] but [now].
@resum The previous pieces are fine; evaluating [s] correctly yields [now] and not [was]. | Previously [s] came out as [was], but it's [now], so the addition slipped. | So I previously mis-added [s]: [was] where [now] belongs.
The slip is in the previous addition, [s] isn't [was] but [now]. | It's the previous sum: [s] = [now] is correct, [was] isn't. | Evaluating [s] anew I find [now], hence [was] was an addition slip.
@reject I'll invalidate [p]: there were unverified carries everywhere. Another attempt from the start. | [p] rests on mental shortcuts I can't defend, so it's discarded. New attempt. | I revoke [p], as I lost the thread while evaluating. Let me attempt it again.
No, [p] is too shaky, I combined steps that shouldn't be combined. Dropped; new attempt. | Let me discard [p], since I can't say what I carried and where. Attempt it afresh. | I'd sooner not rely on [p], it was improvised. It's out, and I attempt the product again.
@bad Residues mod 9 are [i] and [j], so the product has [d]; [p] has [e]. So [p] is invalid, new attempt. | The mod 9 test on [p] yields [e], expected [d]. That invalidates it, and I attempt it again. | [p] leaves [e] on division by 9, yet [i] and [j] imply [d]. Hence [p] is wrong. Start again.
With [i] and [j] mod 9 I'd expect [d], and [p] leaves [e]. Discard [p], new attempt. | Dividing by 9, [p] leaves [e] and not [d] as it must. It's invalid, let me attempt it afresh. | Digital root mismatch: [d] expected, [p] has [e]. [p] is discarded, evaluate from scratch.
@second Now the reserve method, with [q] as [f]. | Let me validate with [q] = [f]. | Another method, [q] being [f]. | To validate, take the factor [q] as [f]. | Validation by [f] for [q]. | The same product with [q] opened as [f].
@clash This evaluates to [o], in contrast to [p]. At least one is wrong. | Now [o] and [p] are in contradiction. | The methods diverge, [p] and [o]. | So we've [o] here against [p] previously. One has a slip. | [o] isn't the previous [p], which demands an explanation. | Divergence: [p] previously, [o] now.
@own The validation has the slip, [l] [x] [r] being [now] and not [was]. | In validating, I evaluated [l] [x] [r] as [was]; it's [now]. | The reserve calculation is at fault: [l] [x] [r] = [now], not [was]. | The validation's [l] [x] [r] must be [now], I'd written [was].
So the validation mis-evaluated [l] [x] [r], [was] for [now]. | It's the newer calculation: [was] for [l] [x] [r] is wrong, [now] right.
@agree So it evaluates to [v] again. | The validation yields [v], in agreement. | Both methods converge on [v]. | This is [v] as well. | Validated: [v]. | No divergence, [v].
@est The order is given by [i] [x] [j] = [e]. | With rounded factors, [i] [x] [j] = [e]. | So something of the order of [e] ([i] [x] [j]). | Coarsely, [i] [x] [j], which is [e]. | Bounding it loosely, near [i] [x] [j] = [e]. | Approximate size: [e], from [i] [x] [j].
@dig Mod 9 the residues [i] and [j] imply [d], as is the case. | The mod 9 residue is [d] on both sides. | Digital roots agree ([d]). | On division by 9 it leaves [d], as expected. | The residues mod 9, [i] and [j], lead to [d], which fits. | Mod 9: [d] expected and found.
@close That's validated enough. | I'm ready to finalize. | So I'll finalize this. | With that, the final response. | Nothing contradicts it, so I finalize. | Time to state the result.
@head The product is assembled from these pieces: | **Derivation** | Distributing over the parts: | Table of partial products: | The evaluation is summarized below. | Pieces and sum:
@final **Final result:** $[box]$ | The value of [ab] is **[v]**. | $$[box]$$ | Hence the answer is $[box]$. | \boxed{[v]} | So [ab] = [v].
""")


class AgOpenThinkerLoom(_Thought):
    """OpenThinker: begin-of-thought tokens, full sentences, a numbered solution."""

    words, times, summary = ("comma", "plain", "apostrophe"), ("×", "*"), "numbered"
    methods, others = ("high", "low", "area", "round"), ("swapped", "chunks")
    tags = (
        "<|begin_of_thought|>\n\n",
        "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n",
    )
    ends = ("\n\n<|end_of_solution|>",)
    detail = "I mean {}."
    bank = _bank(
        r"""
@open Okay, I'm supposed to figure out [ab]. I'm not a walking calculator, so I'll have to break it into bits. | Alright, so the problem says [ab]. Let me remember how my teacher used to do these. | So I have this multiplication problem, [ab]. Let me start slowly.
Hmm, okay, [a] multiplied by [b]. I think the best thing is to go digit by digit. | Let me try to figure out what [ab] is. I'm a bit rusty with big products. | Okay, here's [ab] to solve. I know the theory, it's the execution I worry about.
@plan So if I think of [q] as [f], I can do the bits separately. | Maybe I'll use the fact that [q] makes [f]. | Okay, [q] written out is [f]. | So I can swap [q] for [f] here. | Let me write [q] out, so [f]. | The bits of [q] are [f].
@step First bit or next bit, [l] [x] [r] is [v]. | Doing [l] [x] [r], I get [v]. | [l] [x] [r] would be equal to [v]. | Okay, [l] [x] [r], so that's [v]. | If I do [l] [x] [r], that's [v]. | The bit [l] [x] [r] is just [v].
@slip Doing [l] [x] [r], I get [w]. Hmm, no, I forgot something, [v]. | [l] [x] [r] would be equal to [w]. Wait, let me recount. [v]. | Okay, [l] [x] [r], so that's [w]... no, sorry, that's [v]. | If I do [l] [x] [r], that's [w], oh, wrong carry, that's [v].
The bit [l] [x] [r] is just [w], I mean, [v]. | [l] [x] [r] is [w]. Let me be sure. No! It's [v].
@add Now I've got to add all the bits, [s]. So | Adding the bits, that's [s]. | So now it's just the addition [s]. | Then all the bits go together, [s], which means | Okay, what's [s]? | Let me add them one at a time, [s].
@run [s] [g] [n] is [r] | [s] [w] [n] equals [r] | [s] [w] [n] would be [r] | [s] [g] [n] = [r] | [s] [w] [n] comes to [r] | [s] [w] [n] equals [r]
@commit So that means [ab] is equal to [v]. | So I think the answer is [v]. | So putting it together, the product is [v]. | Therefore I believe [ab] = [v]. | So [a] multiplied by [b] would be [v]. | Okay, so my answer would be [v].
@same So that means [ab] is equal to [v] after all, and I'll stay with that. | So I think the answer is [v], the same thing as before I started again. | So putting it together anew, the product is [v] again. | Therefore, having redone it all, I believe [ab] = [v]. | Okay, so my answer after redoing it would be [v] too.
So [a] multiplied by [b] would be [v] once more. I'm fine with that now.
@idle Wait, is [l] [x] [r] actually [v]? Counting it out, yes, it is. | I wasn't sure about [l] [x] [r], but doing it again I get [v]. | Let me just redo the bit [l] [x] [r]. [v]. Yeah, that's right. | Hmm, [l] [x] [r]... [v]. Yeah, okay.
Did I get [l] [x] [r] right? [v], yeah. | I keep second-guessing [l] [x] [r], but it's [v] for sure.
@look Wait, let me think about whether that's right. | Hmm, but I'd feel better if I went over it. | But wait, maybe I messed up a bit. | Let me go over that, since I'm prone to mistakes. | Hmm, is there something wrong here? | Actually, I should go back and see.
@found Oh, wait, one of the earlier bits is wrong. [l] [x] [r] is [now], and I had [was]. | Hmm, the earlier bit [l] [x] [r], I thought that's [was], but it's [now]. | Yeah, I messed up [l] [x] [r] earlier. It's not [was], it's [now].
So my earlier [was] for [l] [x] [r] can't be right, I get [now]. | Ah, okay, earlier I did [l] [x] [r] wrong. That should be [now], not [was]. | I found it, the earlier bit [l] [x] [r] must be [now] instead of [was].
@resum Oh, wait, the earlier bits are right but I added them wrong. [s] is [now], and I had [was]. | Yeah, I messed up the adding earlier. [s] is not [was], it's [now]. | Hmm, [s], I thought that's [was], but it's [now]. | Ah, okay, earlier I added [s] wrong. That should be [now], not [was].
So my earlier [was] for [s] can't be right, I get [now]. | I found it, [s] must be [now] instead of [was], the earlier adding was off.
@reject I don't feel good about [p] because I rushed the bits, so I'm going to forget it and start again. | No, I'm not going with [p]. I can't remember half the carries. Start again. | Okay, let me throw out [p], I was sloppy with the zeros, and solve it again.
I'm dropping [p]. The way I added there was a mess. Let me solve it again from the start. | Honestly, [p] is something I got by hand-waving, so it has to go. Again from scratch. | I'd rather give up on [p], I jumped around too much, and do the problem over.
@bad Oh, but the last digit should be the one from [i] [x] [j], so [d], and [p] ends in [e]. So [p] is wrong and I start again. | Hmm, [p] ends with a [e]. From [i] and [j] it should be a [d]. I have to throw it out and solve it again. | Wait, [i] [x] [j] ends in [d]. Why does [p] end in [e]? It's wrong. Let me do the problem over.
The last digit gives it away, [e] in [p] instead of [d] from [i] [x] [j]. So no, start again. | So [p] can't be the answer, since it ends in [e] and [i] [x] [j] wants [d]. Again from scratch. | I see that [p] ends in [e], while it needs to end in [d] (from [i] and [j]). I'm dropping it and redoing the problem.
@second Maybe I can check it by thinking of [q] as [f]. | Let me check with another way, so [q] would be [f]. | To be sure, I can write [q] out as [f] and see. | Another way to go is [f] for [q]. Let me check with that. | I could also go at it with [q] being [f]. | Let me see if it's the same with [q] as [f].
@clash Hmm, that's [o]. But I got [p] earlier. That's not good. | Wait, so [o] this way, and [p] earlier? One of these is wrong. | Okay, [o] and [p] aren't the same, so I made a mistake in one of the two. | Why do I get [o] now when it was [p]? Something's wrong.
So there's [p] and there's [o]. Let me see which one has the mistake. | That doesn't fit, [o] against [p].
@own Oh, the mistake is in the check. [l] [x] [r] is [now], not [was]. | I messed up the check, since [l] [x] [r] would be [now] and I said [was]. | Looking at the check, [l] [x] [r] is not [was], it's [now]. | Yeah, when checking I did [l] [x] [r] wrong, it's [now] instead of [was].
It's the check that's wrong, because [l] [x] [r] is [now] and not [was]. | Oh I see, in the check [l] [x] [r] has to be [now], I wrote [was].
@agree So that's [v] again. Great. | Okay, the check gives [v] as well. | So both ways I get [v]. | Yeah, [v]. That fits. | That's the same, [v]. | So [v] holds up.
@est If I round it's about [i] [x] [j], so [e]. | Just to get an idea, [i] [x] [j] is [e]. | It should be kind of close to [e], because [i] [x] [j] is. | Thinking roughly, [i] [x] [j] would be [e]. | So the number should be around [e], as with [i] [x] [j]. | Rough idea of the size, [i] [x] [j], so [e].
@dig And the last digit, [i] [x] [j] ends in [d], that fits. | The last digit should be [d] because of [i] and [j]. Yeah. | It ends in [d] like [i] [x] [j]. | [i] [x] [j] ends in [d] and that's the last digit I have. | The last digit [d] goes along with [i] and [j]. | Also, [d] is the right last digit for [i] [x] [j].
@close So I'm pretty sure now. | I think I've got it. | Okay, I can write the solution. | Yeah, that should be it. | So that's done. | I've checked what I can.
@head To determine the product, we use the distributive property. | The steps are as follows: | **Breaking down the multiplication:** | We multiply the parts and add. | To solve [ab], we split a factor: | **Solution steps:**
@final Thus, the product is \([box]\). | \[[box]\] | Therefore, [ab] = **[v]**. | The answer is **[v]**. | So the final answer is \([box]\). | **Final answer:** [v]
""".replace("First bit or next bit, [l] [x] [r] is [v]", "As for the bit [l] [x] [r], that is [v]")
    )


_ALL = [s() for s in _Thought.__subclasses__()]
STYLES = {style.name: style for style in _ALL}
