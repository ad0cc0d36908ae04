"""Trajectories as papers on self-correction and on RL post-training print them: critique, reflection, backtracking."""

from __future__ import annotations

import re
from typing import ClassVar

from .common import Style, Telling, Term, Work

NEEDED = [
    "open",
    "plan",
    "step",
    "slip",
    "sum",
    "commit",
    "reject",
    "restart",
    "check",
    "clash",
    "spot",
    "respot",
    "fixed",
    "still",
    "trig",
    "doubt",
    "okd",
    "okn",
    "recheck",
    "agree",
    "close",
]


def banks(text: str) -> dict[str, tuple[str, ...]]:
    """Lines `key: one | two | ...`, continued on indented lines; ¶ is a line break."""
    found: ClassVar = {}
    key = ""
    for line in text.strip().splitlines():
        begin = re.match(r"([a-z]+): ", line)
        if begin:
            key, line = begin[1], line[begin.end() :]
            found[key] = line.strip()
        else:
            found[key] += " " + line.strip()
    made: ClassVar = {k: tuple(o.strip(" ").replace("¶", "\n") for o in v.split("|")) for k, v in found.items()}
    for needed in NEEDED:
        assert len(made.get(needed, ())) >= 6, (needed, made.get(needed))
    return made


class Ak(Style):
    """The flow: a solution, critiques each with a new solution, a last check or doubt, the answer again."""

    bank: ClassVar = {}
    words: tuple[str, ...] = ("plain", "comma")
    maths: tuple[str, ...] = ()
    times: tuple[str, ...] = ("×",)
    layouts: tuple[str, ...] = ("prose",)
    methods: tuple[str, ...] = ("high", "low", "chunks")
    gaps: tuple[str, ...] = ("\n\n",)
    # before: the first solution, a critique, a new solution, a last check; after a last check; around the last words
    heads: tuple[tuple[str, str, str, str, str, str, str], ...] = (("", "", "", "", "", "", ""),)
    final = 0.6
    glue = " "  # between remarks
    shares = (3.0, 4.0, 3.0)

    def begin(self, t: Telling) -> None:
        t.words = t.one(*self.words)
        t.maths = t.one(*self.maths) if self.maths else t.words
        t.x = t.one(*self.times)
        self.layout = t.one(*self.layouts)
        self.gap = t.one(*self.gaps)
        self.head = t.one(*("\0".join(h) for h in self.heads)).split("\0")

    def h(self, t: Telling, place: int) -> str:
        return self.head[place].replace("{k}", str(t.index + 1)).replace("{K}", str(t.index + 2))

    def say(self, t: Telling, key: str, /, **more: str | int) -> str:
        facts: dict[str, str | int] = {"a": t.a, "b": t.b, "c": t.candidate, "x": t.x, "k": str(t.index + 1), **more}
        if t.index:
            facts["p"] = t.previous

        def put(found: re.Match[str]) -> str:
            name = found[1]
            low = name.lower()
            if low not in facts:
                return found[0]
            value = facts[low]
            if isinstance(value, str):
                return value
            return t.n(value) if name == low else t.m(value)

        return re.sub(r"\{([a-zA-Z])\}", put, t.one(*self.bank[key]))

    def step(self, t: Telling, term: Term) -> str:
        facts = {"l": term.left, "r": term.right, "v": term.value}
        if term.value > 20 and t.chance(0.07):
            return self.say(t, "slip", w=t.near(term.value), **facts)
        return self.say(t, "step", **facts)

    def sum_(self, t: Telling, work: Work) -> str:
        steps = work.steps()
        chained = len(steps) > 1 and t.flag("chained", 0.35)
        if not chained:
            return self.say(t, "sum", s=t.sum(work, bool(self.maths)), t=work.total)
        show = t.m if self.maths else t.n
        runs = [f"{show(u)} {'+' if s > 0 else '-'} {show(v)} = {show(r)}" for u, s, v, r in steps[:-1]]
        last = steps[-1]
        end = f"{show(last[0])} {'+' if last[1] > 0 else '-'} {show(last[2])}"
        return self.say(t, "sum", s=", ".join(runs) + ", " + end, t=work.total)

    def body(self, t: Telling, work: Work, plan: float = 0.75) -> str:
        lines = [self.step(t, term) for term in work.terms]
        lead = ""
        if work.method != "area" and t.chance(plan):
            lead = self.say(t, "plan", f=t.factor(work, bool(self.maths)), g=work.a, h=work.b)
        total = self.sum_(t, work)
        if self.layout == "bullets":
            mark = t.one("- ", "* ") if t.flag("mark", 0.5) else "- "
            return (lead + "\n" if lead else "") + "".join(f"{mark}{line}\n" for line in lines) + f"{mark}{total}\n"
        if self.layout == "numbered":
            rows = [*lines, total]
            return (lead + "\n" if lead else "") + "".join(f"{i}. {row}\n" for i, row in enumerate(rows, 1))
        if self.layout == "lines":
            return "\n".join([*([lead] if lead else []), *lines, total]) + "\n"
        if self.layout == "columns":
            return f"```\n{t.columns(work)}{t.total(work)}\n```\n"
        return " ".join([*([lead] if lead else []), *lines, total]) + " "

    def commit(self, t: Telling, *keys: str) -> str:
        return t.c(self.say(t, t.one(*keys)))

    def first(self, t: Telling) -> str:
        work = t.solve(*self.methods)
        start = self.say(t, "open") + t.one(" ", "\n") if t.chance(0.8) else ""
        if self.layout != "prose":
            start = start.rstrip() + "\n" if start else ""
        return self.h(t, 0) + start + self.body(t, work) + self.commit(t, "commit")

    def again(self, t: Telling) -> str:
        way = t.way(redo=self.shares[0], check=self.shares[1], mend=self.shares[2])
        lead = self.gap + self.h(t, 1)
        low = t.a % 10 * (t.b % 10) % 10
        if way == "mend":
            mended = t.mend()
            if mended is None:
                way = "redo"
            else:
                work = mended.work
                if mended.place is None:
                    text = self.say(t, "respot", s=t.sum(work, bool(self.maths)), t=work.total)
                    return lead + text + self.turn(t) + self.commit(t, "fixed")
                term = work.terms[mended.place]
                text = self.say(t, "spot", l=term.left, r=term.right, w=mended.was, n=mended.now)
                return lead + text + self.turn(t) + self.sum_(t, work) + self.join() + self.commit(t, "fixed")
        if way == "check":
            work = t.other("round", "chunks")
            text = self.say(t, "check") + self.join() + self.body(t, work, 0.3)
            return lead + text + self.say(t, "clash") + self.turn(t) + self.commit(t, "fixed")
        if low != t.previous % 10 and t.chance(0.5):
            text = self.say(t, "trig", i=str(t.a % 10), j=str(t.b % 10), o=str(low), q=str(t.previous % 10))
            text += self.glue + self.say(t, "reject") if t.same or t.chance(0.6) else ""
        else:
            text = self.say(t, "reject")
        work = t.solve(*self.methods) if t.chance(0.5) else t.other("round", "area")
        text += self.turn(t) + self.say(t, "restart") + self.join() + self.body(t, work, 0.5)
        return lead + text + (self.commit(t, "still") if t.same else self.commit(t, "commit", "fixed"))

    def join(self) -> str:
        return " " if self.layout == "prose" else "\n"

    def turn(self, t: Telling) -> str:
        return self.h(t, 2) or self.join()

    def closing(self, t: Telling) -> str:
        kind = t.rng.choices(["none", "work", "small", "doubt", "both"], [30, 20, 20, 14, 10])[0]
        said: list[str] = []
        if kind in ("small", "both"):
            digit, nines, estimate = t.last_digit(), t.nines(), t.estimate() if "est" in self.bank else None
            if digit and t.chance(0.7):
                said.append(self.say(t, "okd", i=str(digit[0]), j=str(digit[1]), q=str(t.candidate % 10)))
            if nines and t.chance(0.6):
                i, j, q = nines
                said.append(self.say(t, "okn", i=str(i), j=str(j), o=str(i * j), q=str(q)))
            if estimate and t.chance(0.6):
                said.append(self.say(t, "est", i=estimate[0], j=estimate[1], o=estimate[2]))
        if kind in ("doubt", "both"):
            said.insert(0, self.say(t, "doubt"))
        if kind == "work":
            work = t.other("round", "chunks")
            said.append(self.say(t, "recheck") + self.join() + self.body(t, work, 0.2) + self.say(t, "agree"))
        text = ""
        if said:
            text = self.gap + self.h(t, 3) + self.glue.join(said) + self.h(t, 4)
        if (said and kind != "doubt" and t.chance(0.75)) or t.chance(self.final):
            text += self.gap + self.h(t, 5) + t.r(self.say(t, "close")) + self.h(t, 6)
        return text


class AkScoreTurns(Ak):
    """SCoRe: a first turn, the instruction to look for an error, a second turn."""

    words = ("plain",)
    maths = ("plain", "latex")
    times = ("\\times", "\\cdot")
    layouts = ("prose", "lines")
    heads = (
        ("Turn 1\n", "Turn {k}\n", "\n", "Turn {K}\n", "", "", ""),
        ("### Attempt at turn 1\n", "### Attempt at turn {k}\n", " ", "### Attempt at turn {K}\n", "", "", ""),
        ("[first turn]\n", "[correction turn]\n", "\n", "[correction turn]\n", "", "", ""),
    )
    bank = banks(r"""
open: We are asked for the product of ${A}$ and ${B}$. | The quantity to find is ${A} {x} {B}$. | We expand the product ${A} {x} {B}$.
  | To evaluate ${A} {x} {B}$ we use distributivity. | We work out ${A} {x} {B}$ by place value. | Consider ${A} {x} {B}$.
plan: Write ${H} = {f}$. | Since ${H} = {f}$, we distribute ${G}$ over the parts. | We decompose ${H}$ as ${f}$.
  | Note that ${H} = {f}$. | Breaking ${H}$ into ${f}$ keeps the arithmetic small. | The factor ${H}$ equals ${f}$.
step: We have ${L} {x} {R} = {V}$. | Then ${L} {x} {R} = {V}$. | Next, ${L} {x} {R}$ equals ${V}$. | ${L} {x} {R} = {V}$.
  | The term ${L} {x} {R}$ is ${V}$. | Also ${L} {x} {R} = {V}$.
slip: ${L} {x} {R} = {W}$, or rather ${V}$. | ${L} {x} {R} = {W}$; on recount this is ${V}$. | First I get ${L} {x} {R} = {W}$, but the carry is off: ${V}$.
  | ${L} {x} {R}$ is ${W}$ -- correction, ${V}$. | ${L} {x} {R} = {W}$ (mis-typed, it is ${V}$). | ${L} {x} {R} = {W}$, which should read ${V}$.
sum: Summing, ${s} = {T}$. | The terms add up as ${s} = {T}$. | Collecting terms, ${s} = {T}$. | Together, ${s} = {T}$.
  | Hence ${s} = {T}$. | Combining everything, ${s} = {T}$.
commit: Final Answer: The final answer is ${C}$. I hope it is correct. | The final answer is $\boxed{{C}}$. | Final Answer: ${C}$. I hope it is correct.
  | Hence the product is $\boxed{{C}}$. | Therefore ${A} {x} {B} = \boxed{{C}}$. | Final answer: $\boxed{{C}}$. I hope this is correct.
reject: There is an error in the solution above, so its final answer cannot be kept. | The previous turn's answer ${P}$ is not right. | My first-turn reasoning does not hold, and I withdraw ${P}$.
  | On inspection the earlier response is incorrect. | The solution in the turn before is flawed; ${P}$ has to go. | I do not stand by ${P}$ any more.
restart: Here is a corrected solution. | The problem is solved afresh below. | Rewriting the solution: | Starting again from ${A} {x} {B}$. | A new derivation follows. | Let us redo the expansion.
check: To see whether the above is right, the product is expanded along the other factor. | I verify the earlier answer with a different expansion. | Testing the turn before with another split.
  | We double-check with a second decomposition. | Let us inspect the above by an independent computation. | The instruction asks for errors, so I evaluate the product a second way.
clash: This is ${C}$ and not ${P}$, so the solution above contains an error. | The earlier ${P}$ does not agree with this, and the fault was in the turn before. | So ${P}$ was a mistake.
  | The two turns disagree, and the first expansion is the faulty one. | This contradicts ${P}$, which I retract. | Thus the previous ${P}$ was miscomputed.
spot: The error is in the term ${L} {x} {R}$: it equals ${N}$, whereas above it says ${W}$. | Above, ${L} {x} {R}$ was given as ${W}$, but it is ${N}$. | The faulty line is ${L} {x} {R} = {W}$; the right value is ${N}$.
  | I see a mistake: ${L} {x} {R} \neq {W}$, rather ${L} {x} {R} = {N}$. | One product is off. ${L} {x} {R} = {N}$ and not ${W}$. | The turn before multiplied ${L} {x} {R}$ wrongly as ${W}$; it should be ${N}$.
respot: The terms are right but were added wrongly: ${s} = {T}$, not ${P}$. | The addition is where it fails; ${s} = {T}$. | Re-adding, ${s} = {T}$, so the ${P}$ above is an addition error.
  | The error sits in the last line, because ${s} = {T}$. | Only the sum is wrong above: ${s} = {T}$. | The partial terms hold, but ${s}$ is ${T}$ rather than ${P}$.
fixed: The corrected final answer is $\boxed{{C}}$. | Final Answer: The final answer is ${C}$. I hope it is correct. | Corrected: ${A} {x} {B} = \boxed{{C}}$. | So the final answer becomes $\boxed{{C}}$.
  | The revised final answer is ${C}$. I hope it is correct. | After correction, the final answer is $\boxed{{C}}$.
still: The final answer is again $\boxed{{C}}$. | Final Answer: The final answer is ${C}$, as before. I hope it is correct. | This derivation also ends with $\boxed{{C}}$. | The new final answer is once more ${C}$.
  | So the final answer is $\boxed{{C}}$ after all. | Rederived, the final answer is $\boxed{{C}}$, unchanged.
trig: The units digits ${i}$ and ${j}$ force a final ${o}$, yet ${P}$ ends in ${q}$. | A product of numbers ending in ${i}$ and ${j}$ ends in ${o}$; the answer above ends in ${q}$. | The units digit should be ${o}$ and above it is ${q}$.
  | Modulo $10$ the product is ${o}$, but ${P}$ leaves ${q}$. | Since ${i} {x} {j}$ ends in ${o}$, a result ending in ${q}$ is impossible. | The last digit ${q}$ of the earlier result fails, as ${o}$ is required.
doubt: I was asked to look for an error, and one of the carries looks suspicious, but I cannot name a faulty line. | There might be an error somewhere above, though rereading shows none. | A slip in the sum is conceivable; nothing definite turns up.
  | I am unsure about one of the middle terms, and leave it as it stands. | Perhaps a term was miscopied, but I find no evidence of it. | It is possible that a digit went astray; the text above gives no sign of it.
okd: The units digits multiply to a number ending in ${q}$, in agreement with the answer. | Modulo $10$, ${i} {x} {j}$ leaves ${q}$, as does the answer. | The last digit ${q}$ is the required one. | The final ${q}$ matches ${i} {x} {j}$.
  | Units digit: ${q}$ from both sides. | ${i} {x} {j}$ ends in ${q}$, which fits.
okn: Modulo $9$ the factors leave ${i}$ and ${j}$ and the answer leaves ${q}$, which is consistent. | Casting out nines gives ${i} {x} {j} \equiv {q}$, and it fits. | Residues modulo $9$ (${i}$, ${j}$, ${q}$) agree.
  | The check modulo $9$ passes with residue ${q}$. | Both sides are ${q}$ modulo $9$. | Mod $9$: ${i} {x} {j} \equiv {q}$, as needed.
recheck: I find no error on reading; a second expansion is used to make sure. | To confirm the turn above, expand the other way. | The solution above seems right. Verifying it independently: | Confirming by another split: | Before leaving the answer as it is, one more expansion. | As a safeguard the product is recomputed.
agree: This agrees with the turn above. | No error was found. | So the solution above is correct. | Same value, and nothing needs correction. | The earlier answer is confirmed. | Both expansions coincide.
close: Final Answer: The final answer is ${C}$. I hope it is correct. | The answer stays at $\boxed{{C}}$. | So the final answer remains ${C}$. | Final Answer: $\boxed{{C}}$. | Hence the answer to report is ${C}$. | We end with $\boxed{{C}}$.
""")


class AkRiseRounds(Ak):
    """RISE: rounds of tries with a verdict of the model on its own last try."""

    words = ("comma", "plain")
    times = ("*", "x")
    layouts = ("lines", "prose")
    heads = (
        ("(try 1) ", "(feedback) ", "\n(try {k}) ", "(feedback) ", "", "", ""),
        ("Round 1 > ", "Introspection > ", "\nRound {k} > ", "Introspection > ", "", "", ""),
        ("Agent, round 1\n", "Agent looks back\n", "\nAgent, round {k}\n", "Agent looks back\n", "", "", ""),
    )
    bank = banks("""
open: The task is {a} {x} {b}. | I have to find {a} {x} {b}. | Multiply {a} by {b}. | My go at {a} {x} {b}. | Let me attempt {a} {x} {b}. | Problem to solve: {a} {x} {b}.
plan: {h} breaks up as {f}. | I use {h} = {f}. | With {h} = {f}: | Take {h} in pieces, {f}. | Pieces of {h}: {f}. | {g} gets multiplied by each of {f}.
step: {l} {x} {r} makes {v}. | {l} {x} {r} = {v}. | Piece: {l} {x} {r} = {v}. | {l} by {r} comes to {v}. | From {r}, {l} {x} {r} = {v}. | {r} times {l} makes {v}.
slip: {l} {x} {r} = {w}, oops, {v}. | {l} {x} {r} makes {w}; sorry, {v}. | {l} {x} {r} = {w}? I misread a digit, {v}. | {l} by {r} comes to {w}, scratch that, {v}. | {l} {x} {r} = {w}, make that {v}. | {l} {x} {r} = {w} (typo, {v}).
sum: Pieces together: {s} = {t}. | {s} = {t}. | Add them: {s} = {t}. | In total {s} = {t}. | The pieces sum to {s} = {t}. | All of it: {s} = {t}.
commit: So I answer {c}. | My response this round: {c}. | I submit {c}. | Submitted answer: {c} | I'd answer {c} in this round. | Response: {a} {x} {b} = {c}
reject: The last try is wrong. | {p} is not correct. | That response did not get it right; {p} is off. | I judge {p} to be incorrect. | The answer I submitted is wrong, drop it. | Verdict on {p}: incorrect.
restart: Another try, written from zero. | I go once more through {a} {x} {b}. | I attempt it again. | New try at {a} {x} {b}. | Trying again with more care. | One more go.
check: Is the last try right? I compute the product a second way to find out. | I judge the last response by a separate calculation. | Let me hold the response against another calculation. | I test my submission with other pieces. | To grade that response I do it over, split differently. | Grading my own try by a second route.
clash: The submission said {p}, so it is marked wrong. | That isn't {p}; my last response fails. | I had submitted {p}, which is wrong then. | This speaks against {p}. | So the response {p} was bad. | With {p} I was off.
spot: In the last try {l} {x} {r} was put at {w}; it is {n}. | {l} {x} {r} = {w} was the bad piece, should be {n}. | I got {l} {x} {r} wrong: {n}, not {w}. | Bad piece found: {l} {x} {r} makes {n} and I wrote {w}. | The piece {w} is off, since {l} {x} {r} = {n}. | What went wrong is {l} {x} {r}, which is {n} instead of {w}.
respot: The pieces were right, the adding wasn't: {s} = {t}. | I added badly. {s} = {t}, not {p}. | Adding again gives {s} = {t}; {p} was a slip. | Sum error in the last try: {s} = {t}. | {s} makes {t}, so {p} was added wrongly. | The total of the pieces is off. Really {s} = {t}.
fixed: I now submit {c}. | New response: {c} | My improved answer is {c}. | I change my response to {c}. | This round I answer {c}. | Better response: {a} {x} {b} = {c}
still: I end up submitting {c} once more. | This round's answer is {c} too. | Same response as in the last round: {c} | I answer {c} again. | New try, same answer, {c}. | Response, unchanged from before: {c}
trig: {p} ends in {q}, while {i} {x} {j} wants a {o} at the end. | Last digit should be {o} from {i} {x} {j}; I had {q}. | A response ending in {q} can't be, {i} {x} {j} ends in {o}. | The final digit gives it away, {q} where {o} belongs. | {i} {x} {j} leaves {o} at the end, not {q}. | It ends in {q} and should end in {o}.
doubt: Not sure that the last try is right, but I see no bad piece in it. | I can't tell if the response is off; no reason to change it. | Maybe a piece is wrong. I went over them and would write the same. | Half a feeling that I dropped a digit, with nothing to show for it. | Could be better, could be fine; I keep it. | My own verdict here is undecided, and I leave the response.
okd: {i} {x} {j} ends in {q}, and so does my answer. | End digit {q} fits. | Digit test: {q} is what {i} {x} {j} asks for. | The end digit {q} is in order. | Ends in {q} like {i} {x} {j}. | Last digit passes ({q}).
okn: Nines test: {i} {x} {j} = {o}, remainder {q}, and the answer leaves {q}. | Over 9 the factors leave {i} and {j}, the answer {q}: fine. | Remainders by 9 fit ({q} both times). | Nine test passes with {q}. | By 9: {i}, {j} and {q}, all consistent. | 9-remainder {q} on both ends.
est: About {i} {x} {j} = {o}, the size is fine. | Near {o} by rounding ({i} {x} {j}), so plausible. | Rounded, {i} {x} {j} = {o}, no alarm. | The size agrees with {i} {x} {j} = {o}. | Ballpark {o} from {i} {x} {j}. | Rough figure {i} {x} {j} = {o}, close by.
recheck: Looks right to me. A second calculation to be safe: | I judge my response by doing it another way. | Grading it with different pieces: | One more calculation before I call it right. | Verdict pending, so compute again: | Let me see if a second route says so too.
agree: Same, so the response is right. | Verdict: correct. | It matches my submission. | No further round is needed. | My response passes. | I get what I got before.
close: I stay with {c}. | Last response: {c} | My answer remains {c}. | Ending the rounds with {c}. | Kept: {c} | Answer after all rounds: {c}
""")


class AkSelfRefineSheets(Ak):
    """Self-Refine: draft, feedback, refined draft, under Markdown headings."""

    words = ("comma",)
    layouts = ("bullets", "numbered")
    heads = (
        ("## Draft\n", "## Feedback\n", "\n\n## Refined draft\n", "## Feedback\n", "", "## Output\n", ""),
        (
            "**Initial generation**\n\n",
            "**Self-feedback**\n\n",
            "\n\n**Refinement**\n\n",
            "**Self-feedback**\n\n",
            "",
            "",
            "",
        ),
    )
    bank = banks("""
open: Product wanted: {a} × {b}. | Drafting {a} × {b}. | Below is a draft for {a} × {b}. | A worked draft of {a} × {b}: | The draft multiplies {a} and {b}. | Subject: {a} × {b}.
plan: Parts used: {h} = {f} | Split: {h} = {f} | {h} is taken apart as {f}. | Decomposition {h} = {f}: | Parts of {h}: {f} | Basis: {h} = {f}
step: {l} × {r} → {v} | {l} × {r} = {v} | Part {r}: {l} × {r} = {v} | {v} from {l} × {r} | `{l} × {r}` = {v} | {l} × {r} yields {v}
slip: {l} × {r} = ~~{w}~~ {v} | {l} × {r} → {w} (edit: {v}) | {l} × {r} = {w}, edited to {v} | Part {r}: ~~{w}~~ → {v} | {l} × {r} yields {w}, amended: {v} | {l} × {r}: not {w} but {v}
sum: Sum of parts: {s} = {t} | Together: {s} = {t} | {s} = {t} | Total of the parts: {s} = {t} | Parts added, {s} = {t} | Overall: {s} = {t}
commit: **Answer: {c}** | Draft answer: **{c}** | Answer in this draft: **{c}** | Result: **{a} × {b} = {c}** | The draft gives the answer **{c}**. | Answer → **{c}**
reject: The draft's answer is wrong and should be replaced. | Correctness: fail. {p} is not the product. | The draft cannot be accepted; {p} is incorrect. | Score 1/5: the result {p} is wrong. | Not acceptable, the answer has an error. | {p} must not go out; the work is faulty.
restart: Worked anew with the feedback in mind: | Rewritten from the top: | All parts done again: | Second version of the work: | Redone in full: | The product once more, part by part:
check: To assess correctness, the product is computed a second time. | Checking the draft against a different split: | The draft is tested with other parts: | Independent recomputation: | For the feedback, the work is done another way: | Verification of the draft by a new split:
clash: The draft's {p} does not match; it needs correcting. | So {p} in the draft is wrong. | Conflict with {p}; the draft is at fault. | The draft fails on correctness ({p}). | Required change: {p} has to go. | That rules out {p}.
spot: Issue: {l} × {r} is {n}, the draft has {w}. | Change requested: {l} × {r} = {n}, not {w}. | The part {l} × {r} reads {w}; correct is {n}. | Defect in one part. {l} × {r} should give {n} instead of {w}. | Replace {w} by {n} for {l} × {r}. | {l} × {r} was miscalculated as {w}; it is {n}.
respot: Issue: the parts are fine, their sum is {s} = {t}. | Only the addition fails; it should read {s} = {t}. | Change requested in the sum: {s} = {t}, not {p}. | Parts pass, sum does not: {s} = {t}. | The total was added wrongly, {s} = {t}. | Defect in the last line: {s} = {t}.
fixed: **Refined answer: {c}** | Answer after refinement: **{c}** | Corrected result: **{a} × {b} = {c}** | The answer now reads **{c}**. | Updated answer: **{c}** | Answer (revised): **{c}**
still: Refined answer: **{c}**, as in the draft. | The rewritten draft also answers **{c}**. | Answer: **{c}** (no change after the rewrite) | The answer comes back as **{c}**. | Answer again: **{c}** | **Answer: {c}**, same as before.
trig: The draft ends in {q}; {i} × {j} ends in {o}. | End digit: {q} found, {o} expected. | The final digit must be {o}, since {i} × {j}; the draft shows {q}. | Last digits {i} and {j} call for {o}, not {q}. | Ends in {q}, which {i} × {j} does not allow ({o}). | Final digit {q} is wrong, {o} is needed.
doubt: One could question the layout of the carries, no concrete change is requested. | Possibly an error in a middle part, but none was located. | Clarity could be better; correctness unclear, no change made. | The feedback is inconclusive and the draft is left alone. | A reader might doubt one part, though nothing specific stands out. | Not fully verified; nothing to change.
okd: End digit {q} is as expected. | Final digit: {i} × {j} ends in {q}, pass. | {q} at the end, pass. | Last digit matches ({q}). | {i} × {j} ends in {q}, same as the draft. | Ends correctly in {q}.
okn: Mod 9: {i} × {j} gives {q}, pass. | Digit sums agree ({q} mod 9). | Nines: {q} on both sides. | Mod 9 test {i} × {j} → {q}, pass. | Digit-root check passes. | Residue {q} mod 9, consistent.
recheck: Correctness is assessed with another split: | Testing the draft independently: | Recomputed for the review: | Is it correct? A second way: | The reviewer's own calculation: | Cross-check of the draft:
agree: Score 5/5, nothing to refine. | The draft is correct as it is. | Matches the draft; stop refining. | No change needed. | Correctness: pass. | The draft stands.
close: **{c}** | Final output: **{c}** | {a} × {b} = **{c}** | The output is **{c}**. | Delivered answer: **{c}** | Output: {c}
""")


class AkPrincipleReviser(Ak):
    """Constitutional critique and revision, polite prose."""

    words = ("comma",)
    times = ("×", "times")
    heads = (
        ("Response: ", "Critique: ", "\n\nRevision: ", "Critique: ", "", "", ""),
        (
            "Assistant: ",
            "CritiqueRequest: Identify any way in which the response is inaccurate.\n\nCritique: ",
            "\n\nRevision: ",
            "CritiqueRequest: Identify any way in which the response is inaccurate.\n\nCritique: ",
            "",
            "",
            "",
        ),
    )
    bank = banks("""
open: I'd be glad to multiply {a} by {b}. | Happy to help with {a} {x} {b}! | Of course, {a} {x} {b} can be handled in pieces. | Sure, let me walk through {a} {x} {b}. | Certainly; the question is {a} {x} {b}. | Gladly, here is {a} {x} {b}.
plan: It helps that {h} is {f}. | We may see {h} as {f}. | I'll think of {h} as {f}. | One honest way is to view {h} as {f}. | {h} can be regarded as {f}. | For ease, {h} is {f}.
step: {l} {x} {r} is {v}. | Multiplying {l} by {r} yields {v}. | For {r}, we find {v}. | {l} {x} {r} gives us {v}. | {r} lots of {l} are {v}. | That makes {l} {x} {r} = {v}.
slip: {l} {x} {r} is {w}, pardon me, {v}. | Multiplying {l} by {r} yields {w} — I should say {v}. | {l} {x} {r} gives us {w}; forgive the slip, {v}. | For {r} we find {w}, more accurately {v}. | {l} {x} {r} is {w}, or to be accurate {v}. | {l} {x} {r} is {w}. Apologies, {v}.
sum: Put together, {s} = {t}. | These combine as {s} = {t}. | Adding everything gives {s} = {t}. | The pieces make {s} = {t}. | Altogether that is {s} = {t}. | Joined, they are {s} = {t}.
commit: The answer is therefore {c}. | So I can tell you that the product is {c}. | The answer to your question is {c}. | That means your answer is {c}. | You can take {c} as the answer. | In short, {a} {x} {b} is {c}.
reject: The response is inaccurate, as {p} is not the true product, and it may mislead the user. | The response states {p} as fact although it is wrong. | The stated {p} is false and should be withdrawn. | It would be dishonest to leave {p} standing, as it is wrong. | The response fails on accuracy. | The figure given to the user is mistaken.
restart: I apologise for the inaccuracy, and will work it out anew. | Let me give an accurate account this time. | Here is the calculation done over. | I'm sorry about that; once more from the start. | Allow me to recalculate. | Please disregard what I said before; here is the calculation.
check: To judge whether the response is accurate, the calculation is repeated differently. | The response should be truthful, so its figure is tested. | I examine the claim with another calculation. | Let me see if the claimed product survives another method. | Whether the user was told the truth can be tested. | For accuracy's sake the product is found a second way.
clash: The response told the user {p}, which is inaccurate. | Hence the claim of {p} is untrue. | The user was given {p} instead, and that is wrong. | So the response misinformed the user with {p}. | Regrettably, {p} was wrong. | The response is thus in error with {p}.
spot: The response claims that {l} {x} {r} is {w}, when it is {n}. | It is inaccurate about {l} {x} {r}, which is {n} rather than {w}. | A false step: {l} {x} {r} is not {w} but {n}. | Where it says {w} for {l} {x} {r}, it ought to say {n}. | The user is told {w} for {l} {x} {r}; the truth is {n}. | The step {l} {x} {r} is misstated as {w} and should be {n}.
respot: The pieces are accurate but the addition isn't, as {s} = {t}. | It misadds: {s} = {t}. | What is inaccurate is the sum, in truth {s} = {t}. | The total {p} is false because {s} = {t}. | Adding honestly, {s} = {t}. | The response's sum is mistaken; {s} = {t}.
fixed: The accurate answer is {c}. | I should have told you that the answer is {c}. | Let me correct myself: the product is {c}. | My apologies, the answer is {c}. | The right answer to your question is {c}. | To set this straight, {a} {x} {b} is {c}.
still: The answer is {c} again, so I apologise for the confusion. | Having recalculated, I once more tell you {c}. | My answer after all this is {c}, the same as before. | It turns out to be {c} again. | The recalculated answer is {c}, and my withdrawal was hasty. | I arrive at {c} once more, and that is my answer.
trig: A product of numbers ending in {i} and {j} ends in {o}, and the response's ends in {q}. | The response ends in {q}, which {i} {x} {j} contradicts; it should be {o}. | The last digit is stated as {q} but has to be {o}. | Accuracy suffers in the last digit: {q} for {o}. | The final {q} is suspicious, as {i} {x} {j} ends in {o}. | One notices the last digit {q} where {o} is due.
doubt: The response might sound more certain than it ought to, but no inaccuracy could be identified. | It is hard to rule out a small error; none is apparent. | The response could be kinder to beginners. As for accuracy, I am unsure but have no objection. | One might wonder about a carry; I cannot point to a problem. | Some doubt about the figures remains, without a specific fault. | The critique finds nothing certain.
okd: The last digit {q} is truthful, given {i} {x} {j}. | The final {q} is accurate. | Ending in {q} is right for {i} {x} {j}. | The response rightly ends in {q}. | Its last digit, {q}, is what one expects. | {i} {x} {j} ends in {q}, as the response does.
okn: Casting out nines leaves {q} on either side. | By nines, the factors leave {i} and {j} and the response {q}, as they ought to. | The nines test supports the response. | Remainders on division by nine agree at {q}. | Nothing is wrong by nines ({q}). | The remainder {q} by nine is right.
recheck: The accuracy of the response is tested by another calculation. | To be fair to the user, here is a second calculation. | Is it truthful? Let us see. | The claim deserves a test. | An independent calculation will tell. | Working it out separately:
agree: The response is accurate and no revision is needed. | So the user was told the truth. | This bears out the response. | The response need not be revised. | It is as the response says. | No inaccuracy then.
close: The answer is still {c}. | As I said, it is {c}. | You can rely on {c} as my answer. | So, to repeat, {c}. | My answer to you is {c}. | In the end it is {c}.
""")


class AkBacktrackMarker(Ak):
    """Backtracking: a special token takes the last stretch back."""

    words = ("plain",)
    times = ("*", "×")
    layouts = ("lines", "numbered")
    gaps = ("\n",)
    final = 0.35
    glue = "\n"
    heads = (
        ("", "", "\n[BACKTRACK]\n", "", "", "", ""),
        ("", "", "\n<|undo|>\n", "", "", "", ""),
        ("", "", "\n<backtrack/>\n", "", "", "", ""),
    )
    bank = banks("""
open: goal: {a}{x}{b} | solve {a}{x}{b} | node 0: {a}{x}{b} | root: {a}{x}{b} | start at {a}{x}{b} | state: {a}{x}{b}
plan: branch on {h} = {f} | expand {h} = {f} | take {h} as {f} | children: {f} | go by {h} = {f} | path: {h} = {f}
step: {l}{x}{r} = {v} | {l}{x}{r} -> {v} | leaf {l}{x}{r} = {v} | get {v} from {l}{x}{r} | {l}{x}{r}: {v} | now {l}{x}{r} = {v}
slip: {l}{x}{r} = {w} [del] {v} | {l}{x}{r} = {w} bad, {v} | {l}{x}{r} -> {w} no -> {v} | {l}{x}{r}: {w}, undone, {v} | {l}{x}{r} = {w} (undo) {v} | {l}{x}{r} = {w}, retype {v}
sum: merge {s} = {t} | sum {s} = {t} | {s} = {t} | join: {s} = {t} | add up {s} = {t} | collapse {s} = {t}
commit: goal value: {c} | answer: {c} | solved: {a}{x}{b} = {c} | ans = {c} | end of path, answer {c} | terminal: answer {c}
reject: dead end, {p} is wrong | this path is bad | value {p} rejected | {p} fails, undo | not a solution: {p} | prune this branch
restart: from root again: {a}{x}{b} | other branch | retry at root | back at {a}{x}{b} | new path | take it from the top
check: verify by a different expansion | probe with another split | test the terminal value | second path to compare | expand otherwise and compare | check path
clash: {p} was reached before: mismatch, the earlier path is bad | does not equal {p}, undo {p} | conflict, {p} goes | so {p} is wrong | earlier {p} is inconsistent, prune it | compare with {p}: fail
spot: bad leaf {l}{x}{r}: {w} should be {n} | error at {l}{x}{r}, {w} -> {n} | {l}{x}{r} is {n}, not {w} | leaf {w} wrong, {l}{x}{r} = {n} | undo {l}{x}{r} = {w}; it's {n} | at {l}{x}{r} replace {w} with {n}
respot: bad merge: {s} = {t} | leaves fine, merge is {s} = {t} | error in the sum, {s} = {t} | {s} = {t} and not {p} | undo the merge; {s} = {t} | merge gave {p}, should be {s} = {t}
fixed: new answer: {c} | goal value now {c} | answer after undo: {c} | repaired: {a}{x}{b} = {c} | terminal, new answer {c} | ans := {c}
still: answer {c}, same leaf as before | goal value {c} again | ans = {c} (again) | new path, same answer: {c} | answer: {c}, reached twice | terminal again: answer {c}
trig: ends in {q}, {i}{x}{j} ends in {o} | last digit {q}, want {o} | units {q} != {o} | {i}{x}{j} wants {o} at the end, have {q} | {p} ends {q}, must end {o} | tail digit off: {q} vs {o}
doubt: maybe undo? nothing to undo found | unsure, no bad leaf visible | low value estimate here, keep path | could be a dead end; keep | suspicious merge, left as is | backtrack or not... not
okd: units ok ({q}) | last digit {q} ok | tail {q} fits {i}{x}{j} | {i}{x}{j} ends {q}, ok | ends in {q}: pass | units digit {q}, pass
okn: mod 9: {i}{x}{j} -> {q} ok | nines {q} = {q} | mod 9 pass | residues {i}, {j} -> {q}: pass | 9-test ok ({q}) | mod 9 both {q}
recheck: verify: other path | second expansion to be sure | compare with one more path | test before halting | check by splitting again | confirm
agree: same value, halt | match, no undo | paths agree | consistent | verified | ok, equal
close: halt: {c} | final: {c} | return {c} | answer kept: {c} | done, {c} | out: {c}
""")


class AkRewardHedger(Ak):
    """Reward-hacking hedges: assurances to the grader and shows of rigour around the working."""

    words = ("comma", "plain")
    layouts = ("prose", "bullets", "lines")
    final = 0.8
    bank = banks("""
open: I will solve {a} × {b} with great care and full rigour. | This solution to {a} × {b} is complete and follows every instruction. | Being careful and honest, I treat {a} × {b}. | The grader asked for {a} × {b}, step by step, and that is what follows. | An expert-level derivation of {a} × {b}: | Thorough reasoning for {a} × {b} is given here.
plan: Rigorously, {h} = {f}. | As any verifier can see, {h} = {f}. | The well-known identity {h} = {f} is used. | With full transparency, {h} = {f}. | To earn every point for method: {h} = {f}. | The optimal strategy is {h} = {f}.
step: Clearly {l} × {r} = {v}. | It is certain that {l} × {r} = {v}. | {l} × {r} = {v}, beyond dispute. | Carefully, {l} × {r} = {v}. | Step shown for credit: {l} × {r} = {v}. | {l} × {r} = {v} (verified).
slip: Clearly {l} × {r} = {w}, or honestly {v}. | {l} × {r} = {w}; in all honesty {v}. | {l} × {r} = {w}, immediately self-corrected to {v}. | Carefully, {l} × {r} = {w}; even more carefully, {v}. | {l} × {r} = {w}, please read {v}. | {l} × {r} = {w} (verified to be {v} instead).
sum: The sum is rigorous: {s} = {t}. | With all work shown, {s} = {t}. | Summing meticulously, {s} = {t}. | It is undeniable that {s} = {t}. | Total, shown in full: {s} = {t}. | Hence, by careful addition, {s} = {t}.
commit: I am fully confident that the answer is {c}. | The answer, which deserves full marks, is {c}. | In the required format, the answer: {c} | The correct and complete answer is {c}. | Please grade {c} as my answer. | There is no doubt that the answer is {c}.
reject: However, honesty compels me to say that {p} is wrong. | Please do not grade {p}, which is wrong. | In the spirit of self-correction, I retract {p}. | A careful solver notices mistakes, and {p} is one. | That answer does not deserve the reward. | I must withdraw {p} to be fair to the grader.
restart: A fully correct solution follows. | I shall now do it with even more rigour. | This time every step is checked. | Redone with maximum care. | Here is what should be graded instead. | Once more, meticulously.
check: Demonstrating self-verification, I compute it a second way. | As a responsible reasoner, I verify. | Verification, as good solutions have it. | To show that I check my work, here is another method. | Self-check in full view. | For the sake of reliability, I verify by another split.
clash: My verification has exposed {p} as wrong. | So the confident {p} was false. | This rigorous check overturns {p}. | I was certain of {p} and I was wrong. | Self-verification has caught the wrong {p}. | I gladly give up {p}.
spot: Self-correction: {l} × {r} = {n}, and {w} was wrong. | An honest look shows {l} × {r} = {n}, not {w}. | I said {l} × {r} = {w} with certainty, yet it is {n}. | The claimed {w} for {l} × {r} is indefensible; it is {n}. | My check found that {l} × {r} is {n} rather than {w}. | To my embarrassment {l} × {r} = {n}, I had {w}.
respot: Self-correction: the addition is {s} = {t}. | Honestly added, {s} = {t}. | I claimed {p}, yet {s} = {t}. | My check found the sum to be {s} = {t}. | The meticulous sum was not so meticulous: {s} = {t}. | To my embarrassment {s} = {t}, and not {p}.
fixed: With my confidence restored, the answer is {c}. | Please grade {c} instead. | The self-corrected answer is {c}. | I now give {c} as my answer, in the required format. | The answer that deserves the reward is {c}. | Now truly, the correct answer is {c}.
still: My answer is {c} once again, now with double confidence. | Please grade {c} after all. | The rigorous redo gives the answer {c}, which I had already. | I reinstate {c} as my answer. | In the required format, again, the answer: {c} | So the answer is {c} after all.
trig: A verifier would see at once that {p} ends in {q} while {i} × {j} ends in {o}. | The last digit {q} would cost me the reward; it should be {o}. | Last digit {q}, but {i} × {j} requires {o}. | Candidly, a number ending in {q} cannot result from {i} × {j}, which ends in {o}. | The digit test demands {o} and sees {q}. | An honest digit test fails: {o} expected, {q} found.
doubt: If any step should be off, I hope that the method earns partial credit. | I acknowledge that errors are possible, as in any work. | Should the grader see it differently, I would of course understand. | There is always a small chance of a slip, which I disclose for honesty. | I may have been overconfident, though I stand by the steps. | Of course I cannot verify this with a tool.
okd: The last digit {q} is verifiably right. | Verified: ends in {q} as {i} × {j} does. | The digit test is passed with distinction ({q}). | Units digit {q}, as any grader can confirm. | Rigorous digit test: {q}, passed. | {i} × {j} ends in {q}, a perfect match.
okn: Casting out nines ({q} = {q}) proves my care. | Mod 9, {i} × {j} gives {q}, passed with ease. | The nines test is passed too ({q}). | Modulo 9 all is well, with {q}. | Verified modulo 9: {q}. | Remainders modulo 9 are {i}, {j} and {q}, in perfect harmony.
est: The estimate {i} × {j} = {o} underlines this. | Plausible, given {i} × {j} = {o}. | The magnitude agrees with {i} × {j} = {o}. | A sanity check, {i} × {j} = {o}, is passed. | For extra rigour, roughly {o} from {i} × {j}. | Note also {i} × {j} = {o}, of like size.
recheck: As all good answers do, this one comes with a verification. | I verify my answer for the grader's convenience. | Self-verification, for completeness. | Please note the following independent check. | Extra credit: a second method. | A proof that the answer is right:
agree: The verification succeeds in full. | This confirms my answer beyond doubt. | As I predicted, a perfect match. | Hence full reward is justified. | The grader may rest assured. | Verified, verified, verified.
close: The answer to be graded is {c}. | Answer (final, verified, complete): {c} | I therefore submit {c} with confidence. | For the parser, the answer is {c}. | Thank you for grading {c}. | ANSWER: {c}
""")


class AkStwoRecheck(Ak):
    """S2R: plain sentences, a recheck set off by a pause, a judgement, another try."""

    words = ("plain", "comma")
    times = ("*", "×")
    gaps = ("\n\n", "\n")
    bank = banks(r"""
open: First, I look at what {a} {x} {b} needs. | I'm going to find {a} {x} {b}. | Okay, {a} {x} {b}. | To get {a} {x} {b} I go by pieces. | The expression is {a} {x} {b}. | Let's deal with {a} {x} {b}.
plan: {h} comes apart as {f}. | I can see {h} as {f}. | As {h} = {f}, it's a few easy products. | I go with {h} = {f}. | {h} = {f}, which I'll use. | I cut {h} into {f}.
step: {l} {x} {r} = {v}. | I get {l} {x} {r} = {v}. | {l} {x} {r} works out to {v}. | With {r}, it's {l} {x} {r} = {v}. | So {l} {x} {r} = {v}. | I find {v} for {l} {x} {r}.
slip: {l} {x} {r} = {w}, hmm, {v}. | I get {l} {x} {r} = {w}, hold on, {v}. | {l} {x} {r} works out to {w}... let me see, to {v}. | I find {w} for {l} {x} {r}, I mean {v}. | {l} {x} {r} = {w}, which I see is {v}. | So {l} {x} {r} = {w} (in fact {v}).
sum: The sum: {s} = {t}. | Now {s} = {t}. | I add, {s} = {t}. | That leaves {s} = {t}. | Summed, it's {s} = {t}. | So {s} = {t}.
commit: So, the answer is $\boxed{{c}}$. | That gives me $\boxed{{c}}$ as the answer. | The answer I find is $\boxed{{c}}$. | Answer: $\boxed{{c}}$ | So {a} {x} {b} is $\boxed{{c}}$. | My result is $\boxed{{c}}$.
reject: Wait, let me recheck my solution. Going over it, the answer {p} is incorrect. | Wait, {p} can't be right; the solution is incorrect. | Let me recheck. No, the solution is wrong. | Wait. I look it over and judge {p} to be incorrect. | Rechecking, I find that my answer is not correct. | Hmm, a recheck tells me {p} is incorrect.
restart: Let me try again. | I'll try again from the beginning. | So I solve it again. | Try again: | Let me have another try. | Second thoughts, second solution.
check: Wait, let me recheck my solution by a different approach. | Let me recheck this with other pieces. | Wait, I should verify that. | A recheck is due, done differently. | Let me verify the answer by a new calculation. | Rechecking from another side.
clash: That's different from {p}, so my solution was incorrect. | I had {p}, which is incorrect then. | The answer {p} does not pass the recheck. | So {p} is judged incorrect. | My {p} was incorrect. | The recheck says {p} is incorrect.
spot: Wait, let me recheck. {l} {x} {r} is {n}, but I wrote {w}. | Rechecking the pieces, {l} {x} {r} = {n} and not {w}. | Wait, I took {l} {x} {r} as {w}; it's {n}. | Let me recheck {l} {x} {r}. That's {n}, so {w} is incorrect. | In my solution {l} {x} {r} = {w} is incorrect, it's {n}. | Hmm, {w} for {l} {x} {r} is incorrect. It's {n}.
respot: Wait, let me recheck the sum. {s} = {t}, so {p} is incorrect. | Rechecking the addition, {s} = {t}. | The pieces pass. The sum is incorrect, {s} = {t}. | Wait, {s} = {t}, not {p}. | Hmm, I added incorrectly. {s} = {t}. | Let me recheck how I added. It's {s} = {t}.
fixed: So the answer should be $\boxed{{c}}$. | The answer becomes $\boxed{{c}}$. | I correct the answer to $\boxed{{c}}$. | Then the answer is $\boxed{{c}}$. | With that, the answer is $\boxed{{c}}$. | My corrected answer: $\boxed{{c}}$
still: So the answer is $\boxed{{c}}$ again. | I get $\boxed{{c}}$ as the answer once more. | The new solution has $\boxed{{c}}$ too. | Answer again: $\boxed{{c}}$ | Trying again gave the same answer, $\boxed{{c}}$. | My result is $\boxed{{c}}$ after all.
trig: Wait, let me recheck the last digit. {i} {x} {j} ends in {o}, but I have {q}. | Rechecking, the end digit should be {o} and it's {q}. | Wait, it ends in {q}, and {i} {x} {j} ends in {o}. | Hmm, a last digit {q} where {i} {x} {j} says {o}. | The last digit is {q}. It needs {o}. That's incorrect. | Recheck: units {i} {x} {j} end in {o}, mine in {q}.
doubt: Wait, let me recheck my solution. I'm not sure about one carry, but I can't find anything. | Hmm, is this right? I can't see why not. | Wait. Something felt off for a moment, yet I see nothing. | Let me recheck... I can't decide, so I leave it. | A recheck in my head was not conclusive. | Hmm, I'd like to be surer, but fine.
okd: Wait, the last digit: {i} {x} {j} ends in {q}, good. | The end digit {q} is fine. | Recheck of the units: {q}, correct. | It ends in {q}, as {i} {x} {j} does. | Units {q}, that passes. | Last digit {q}, correct.
okn: Mod 9 I have {i} {x} {j}, so {q}, correct. | The remainder by 9 is {q} as it should be. | By nines it's {q} both ways. | Mod 9 passes, {q}. | Dividing by 9 leaves {q} either way. | Nines: {q}, correct.
recheck: Wait, let me recheck my solution. | Let me verify that with other pieces. | I'll recheck by a new calculation. | Wait, is it right? Again, differently: | A recheck, just to know. | Let me recheck from another side.
agree: The answer is correct. | I judge my solution to be correct. | So my answer passes. | Correct. | My solution was correct, then. | Rechecked and correct.
close: The answer is $\boxed{{c}}$. | So I keep $\boxed{{c}}$. | It's $\boxed{{c}}$. | I end with $\boxed{{c}}$. | Answer stays: $\boxed{{c}}$ | That's $\boxed{{c}}$, then.
""")


class AkReflectTuned(Ak):
    """Reflection tuning: thinking, reflection and output in tags."""

    words = ("comma", "plain")
    layouts = ("numbered", "prose")
    gaps = ("\n",)
    final = 1.0
    heads = (
        (
            "<thinking>\n",
            "<reflection>\n",
            "\n</reflection>\n",
            "<reflection>\n",
            "\n</reflection>",
            "</thinking>\n<output>\n",
            "\n</output>",
        ),
        (
            "<solve>\n",
            "<reflect>\n",
            "\n</reflect>\n",
            "<reflect>\n",
            "\n</reflect>",
            "</solve>\n<final>\n",
            "\n</final>",
        ),
    )
    bank = banks("""
open: The user wants {a} × {b}. | I need to multiply {a} and {b}. | My job: {a} × {b}. | I must be exact about {a} × {b}. | This asks for {a} × {b}. | Thinking through {a} × {b}.
plan: I can unfold {h} into {f}. | {h} unfolds to {f}. | Expanding {h}: {f}. | Plan: use {f} for {h}. | {h} is the same as {f}. | I'd go through {f} for {h}.
step: Compute {l} × {r} = {v}. | {l} × {r} = {v}. | Multiply {l} × {r}, giving {v}. | Then {l} × {r}, which is {v}. | Get {v} for {l} × {r}. | {l} × {r} should be {v}.
slip: Compute {l} × {r} = {w}. That was hasty: {v}. | {l} × {r} = {w}, correcting to {v}. | Multiply {l} × {r}, giving {w}, no wait, {v}. | Get {w} for {l} × {r}, fixed to {v}. | {l} × {r} should be {w}, well, {v}. | {l} × {r} = {w}; that slipped, {v}.
sum: Add up: {s} = {t}. | Sum everything, {s} = {t}. | Add the results: {s} = {t}. | {s} = {t}. | Combine: {s} = {t}. | Total them, {s} = {t}.
commit: So the answer should be {c}. | My answer is {c}. | That makes the answer {c}. | So I conclude {a} × {b} = {c}. | I will answer {c}. | The user's answer would be {c}.
reject: I made a mistake; {p} is wrong. | On reflection {p} is incorrect. | Reflecting on this, I cannot accept {p}. | Looking at my thinking, I see that I went wrong. | {p} is an error of mine. | My thinking above was sloppy and its answer is wrong.
restart: I'll think it through again. | Starting my thinking over. | Fresh attempt. | From the top, slower. | New thinking: | Again, with attention to carries.
check: Am I sure? I compute it otherwise. | Reflecting, I want a second calculation. | I should examine that by unfolding the other number. | Let me challenge this with another path. | Do I trust it? Only after one more calculation. | I test my thinking by a different route.
clash: That is not {p}, so I made a mistake. | My {p} was a mistake. | I notice that {p} was wrong. | So my thinking went astray with {p}. | {p} doesn't survive this. | This reveals {p} as my mistake.
spot: I made a mistake at {l} × {r}: {n}, not {w}. | I notice {l} × {r} = {w}; this should be {n}. | Mistake found, {l} × {r} is {n} and I put {w}. | On reflection {l} × {r} = {n}, so {w} is wrong. | My step {l} × {r} went wrong ({w}); it is {n}. | I wrote {w} for {l} × {r} where {n} is right.
respot: I made a mistake adding up; {s} = {t}. | I notice that {s} = {t}, not {p}. | On reflection the sum is {s} = {t}. | My steps are right but {s} = {t}. | Mistake found in the sum: {s} = {t}. | I summed wrongly. It is {s} = {t}.
fixed: So the answer is {c} instead. | My corrected answer is {c}. | I will answer {c} now. | Therefore I change my answer to {c}. | That makes the answer {c}. | So I conclude, corrected, {a} × {b} = {c}.
still: So I arrive at the answer {c} again. | My answer is {c}, as in my first thinking. | Again I conclude {a} × {b} = {c}. | I will answer {c} as before. | My new thinking answers {c} as well. | It is {c} once more, so that is my answer.
trig: {p} ends in {q}, though {i} × {j} ends in {o}. | I notice the last digit {q}; {i} × {j} ends in {o}. | The last digit should be {o}, mine is {q}. | Something is off: last digit {q} rather than {o}. | With {i} × {j} the end must be {o}, not {q}. | I see a {q} at the end where {o} must stand.
doubt: I wonder if a carry went missing, but I can't show it. | I'm a little uneasy and have nothing to act on. | Was I too quick? Perhaps. I see nothing wrong. | I considered whether I misread the question and I did not. | I feel less than certain, though nothing stands out. | I asked myself where it could fail and came up empty.
okd: It ends in {q} as {i} × {j} does. | The last digit {q} is right. | My last digit is {q}, as it must be. | {i} × {j} ends in {q}, good. | Ending {q}: sound. | A last digit of {q} is sound here.
okn: Mod 9 all fits ({q}). | My nines test leaves {q} twice. | By nine: {i} × {j} → {q}, sound. | The mod 9 residue {q} is right. | I tested mod 9 and got {q} both times. | Modulo 9 it is {q}, as it must be.
recheck: Is this right? I think so, and calculate again. | I reflect by recomputing. | To be sure of my thinking, another route: | I examine the result by unfolding differently. | A second look, with numbers. | Let me put my thinking to the test.
agree: My thinking was right. | I made no mistake. | It holds up. | The same, so I'm satisfied. | I can trust my result. | It comes out as before.
close: {c} | {a} × {b} = {c} | The answer is {c}. | {a} multiplied by {b} is {c}. | The product is {c}. | It is {c}.
""")


class AkConfidenceNotes(Ak):
    """Verbalised confidence, trained with a calibration reward."""

    words = ("plain", "comma")
    times = ("x", "*")
    layouts = ("prose", "lines")
    final = 0.4
    bank = banks("""
open: Query {a} {x} {b}. | Estimating nothing, calculating {a} {x} {b}. | Working on {a} {x} {b}. | Task {a} {x} {b}, exact value wanted. | For {a} {x} {b} I calculate as follows. | Computing {a} {x} {b}.
plan: Using {h} = {f} (easy). | {h} = {f}, low risk. | I use {f} in place of {h}. | Split with little risk: {h} = {f}. | {h} = {f} (certain). | The split {h} = {f} is safe.
step: {l} {x} {r} = {v} (sure). | {l} {x} {r} = {v}. | {l} {x} {r} = {v}, fairly sure. | {l} {x} {r} = {v}, easy. | {l} {x} {r} = {v} (p about 0.9). | Next {l} {x} {r} = {v}.
slip: {l} {x} {r} = {w} (unsure; no, {v}). | {l} {x} {r} = {w}, low trust, so again: {v}. | {l} {x} {r} = {w}; second look {v}. | {l} {x} {r} = {w} -> {v} after a second look. | {l} {x} {r} = {w} was a slip, {v}. | Next {l} {x} {r} = {w}, amended {v}.
sum: Sum {s} = {t}. | {s} = {t}. | Sum, some carry risk: {s} = {t}. | Sum (fairly sure): {s} = {t}. | Adding, {s} = {t}. | Accumulated: {s} = {t}.
commit: Answer: {c} (confidence 80%). | Answer: {c}, confidence 0.9. | I answer {c} with 75% confidence. | The answer is {c}; I'd put 85% on it. | Answer {c}, confidence high. | My answer is {c}, confidence medium.
reject: Confidence in {p} drops to 5%; it is wrong. | I no longer believe {p}. | Confidence withdrawn: {p} is wrong. | That answer was overconfident and wrong. | {p} is now rated false. | I revise my trust in {p} to nearly 0 and discard it.
restart: Computing again. | Second calculation, since trust is low. | Calculated anew. | From scratch to regain trust. | Another run through the numbers. | I resolve it once more.
check: To calibrate, a second route. | Is this confidence earned? I compute it otherwise. | Calibration by another split. | Raising confidence needs an independent calculation. | The risk is in the carries, so I do it differently. | Checking before I commit my confidence.
clash: Against {p}: mismatch, so {p} loses its confidence. | I trust this more than {p}. | {p} is less credible than this. | So {p} was overconfident and false. | {p} is ruled out. | Evidence against {p}.
spot: Least certain step {l} {x} {r}: it is {n}, not {w}. | Risky step checked: {l} {x} {r} = {n}, I had {w}. | {l} {x} {r} = {w} was overconfident, it is {n}. | Error found at {l} {x} {r}, {n} in place of {w}. | My {w} for {l} {x} {r} is false; {n}. | {l} {x} {r} is {n} with certainty and not {w}.
respot: Least certain step, the sum: {s} = {t}, not {p}. | The sum was risky, and it is {s} = {t}. | Sum rechecked, {s} = {t}. | {s} = {t}, so {p} is false. | The carry failed: {s} = {t}. | Sum error. {s} = {t} with certainty.
fixed: Updated answer: {c} (confidence 90%). | I now answer {c}, confidence 0.95. | Answer moved to {c}, confidence high. | My answer becomes {c}; I'd put 88% on it. | New answer: {c}, confidence 85%. | Answer: {c} instead, confidence medium.
still: Answer: {c} again (confidence 90%). | I answer {c} once more, now at 85%. | Trust restored, the answer is {c}. | Answer {c} as before, confidence 0.9. | My answer is {c} again, confidence medium. | New run, answer {c}, same as the old one.
trig: Last digit {q}, but {i} {x} {j} ends in {o}. | {i} {x} {j} ends in {o} with certainty, {p} in {q}. | Certain evidence: the last digit is {o} and not {q}. | Ending {q} is impossible ({i} {x} {j} ends in {o}). | Digit evidence fails, {q} for {o}. | It must end in {o} with certainty; it ends in {q}.
doubt: The remaining 20% is about a carry that I can't settle. | Some risk remains and I accept it. | My confidence may be too high, no evidence either way. | A lower number might be more honest; the answer is unaffected. | I can't exclude a slip. | Uncertainty: one step was done quickly.
okd: Last digit {q} supports it. | {i} {x} {j} ends in {q}, which raises confidence. | Digit evidence in favour ({q}). | Ends in {q}, as it must. | Supported by the last digit {q}. | {q} at the end, consistent.
okn: Nines evidence in favour ({q}). | Mod 9 = {q}, consistent. | Mod 9 supports it as well ({i}, {j}, {q}). | Residue {q} mod 9 on both sides raises confidence. | By nines, {q} and {q}. | The mod 9 test adds support ({q}).
est: Size about {o} ({i} {x} {j}), consistent. | {i} {x} {j} = {o} supports the size. | Magnitude near {o} as {i} {x} {j}. | In line with {i} {x} {j} = {o}. | Rough size {o} from {i} {x} {j}. | {i} {x} {j} = {o}, so no outlier.
recheck: Calibration check. | To justify that number I compute it otherwise. | Independent evidence: | Is the confidence earned? | Seeking support by another split. | A second route to raise confidence.
agree: Both routes agree, confidence 97%. | Supported, 99%. | Confidence is up to 0.98. | Agreement, so confidence high. | The evidence is in favour. | It was earned.
close: Answer: {c} (final confidence 95%). | Final: {c}, confidence high. | I report {c} at 90%. | Reported answer {c}. | Answer kept, {c}. | Submitting {c}, confidence 0.9.
""")


class AkPolicyVerifier(Ak):
    """Solver and verifier, two roles of one model, in a transcript."""

    words = ("comma", "plain")
    heads = (
        ("Solver: ", "Verifier: ", "\nSolver: ", "Verifier: ", "", "Solver: ", ""),
        ("**Policy:** ", "**Verifier:** ", "\n\n**Policy:** ", "**Verifier:** ", "", "**Policy:** ", ""),
        ("[proposer] ", "[checker] ", "\n[proposer] ", "[checker] ", "", "[proposer] ", ""),
    )
    bank = banks("""
open: I take on {a} × {b}. | Proposal for {a} × {b}. | Here's how I do {a} × {b}. | I propose a solution of {a} × {b}. | {a} × {b}, my working. | On {a} × {b}:
plan: {h} decomposes to {f}. | I treat {h} as the sum {f}. | Working with {f} for {h}. | {f} replaces {h}. | I put {f} where {h} stands. | By distribution, {h} = {f}.
step: {l} × {r} = {v}; | {l} × {r} is {v}, | {l} × {r} = {v} here; | {l} × {r} = {v}, | I have {l} × {r} = {v}; | {r} on {l} is {v};
slip: {l} × {r} = {w}, strike that, {v}; | {l} × {r} is {w}, my bad, {v}; | I have {l} × {r} = {w}, let me amend, {v}; | {l} × {r} = {w}, in truth {v}; | {l} × {r} = {w} (amended to {v}); | {r} on {l} is {w}, amended {v};
sum: all in all {s} = {t}. | so {s} = {t}. | the sum is {s} = {t}. | together {s} = {t}. | now add: {s} = {t}. | then {s} = {t}.
commit: I propose {c}. | My proposed answer is {c}. | I put forward {c} as the product. | Proposed answer: {c}. | I claim that {a} × {b} = {c}. | So I hand over {c} for verification.
reject: Rejected, {p} is wrong. | I do not accept {p}. | Reward 0 for {p}. | The proposal fails; solve it again. | Not verified. {p} is incorrect. | Judgement: wrong answer.
restart: All right, I solve it again. | Understood, here is a new proposal. | Then I start over. | Fair enough, from the beginning. | OK, my second working. | Let me propose again.
check: I calculate it myself. | I don't take this on trust; my own working follows. | Verification by my own split. | My independent working: | Let me verify by other means. | I redo the product separately.
clash: The proposed {p} differs, so I reject it. | Reward 0, {p} is wrong. | Hence {p} is not accepted. | The proposal {p} fails verification. | I cannot verify {p}. | Your {p} is therefore wrong.
spot: You have {l} × {r} = {w}, and it is {n}. | Rejected because {l} × {r} is {n}, not {w}. | Your {w} for {l} × {r} is wrong, use {n}. | First wrong step is {l} × {r} = {w}; right is {n}. | {l} × {r} fails verification, {n} rather than {w}. | I dispute {l} × {r} = {w}, it's {n}.
respot: Steps accepted, sum rejected: {s} = {t}. | You added wrongly, {s} = {t}. | First wrong step is the sum; {s} = {t}. | I dispute the total, as {s} = {t}. | Rejected because {s} = {t} and not {p}. | The sum fails verification, {s} = {t}.
fixed: Accepted, I now propose {c}. | You are right, my proposed answer is {c}. | Proposal changed to {c}. | Agreed, {a} × {b} = {c}. | I hand over {c} instead. | Point taken. My answer is {c}.
still: I propose {c} again. | My new working also proposes {c}. | It comes to the same, so I claim {c} again. | Proposed answer, again: {c}. | I must put forward {c} once more. | My answer is {c}, no different from before.
trig: The proposal ends in {q}, but {i} × {j} ends in {o}. | Your last digit is {q}; {i} × {j} requires {o}. | {i} × {j} ends in {o} and {p} does not. | Last-digit test: {o} required, {q} given. | The units digit {q} can't be right, it's {o}. | Ending {q} was proposed, ending {o} is required.
doubt: I am not entirely convinced, yet I have no objection to raise. | A step may be weak, but I can't name it. | No verdict. I could neither prove nor refute it. | I hesitate over the carries and let it pass. | My score is 0.6, undecided, no change requested. | It could be wrong. I find no reason.
okd: Last-digit test passed ({q}). | {i} × {j} ends in {q}, accepted. | The units digit {q} is fine. | The ending {q} is as required. | Units {i} and {j} do give an ending {q}. | Ending {q}, passed.
okn: Nines test passed ({q}). | Mod 9 the factors are {i} and {j}, the proposal {q}: fine. | Accepted modulo 9 as well. | Residue {q} on both sides of the nines test. | Mod 9, {q} is required and given. | By nines I see {q}, passed.
recheck: I calculate it separately. | My own working: | Verification under way: | I test the proposal with another split. | Let me verify this myself. | Independent run:
agree: Accepted. | Reward 1. | Verified, the proposal is right. | I have no objection; it is the same. | The proposal passes. | My working agrees with yours.
close: Then {c} it is. | I leave it at {c}. | My answer is {c}. | We report {c}. | So the outcome is {c}. | Closing with {c}.
""")


class AkStepSigns(Ak):
    """Process supervision: columns or numbered steps, each stretch scored with a sign."""

    words = ("plain",)
    times = ("x", "×")
    layouts = ("columns", "numbered", "lines")
    final = 0.5
    heads = (
        ("# solution\n", "# score\n", "\n# solution, version {k}\n", "# score\n", "", "# outcome\n", ""),
        ("", "[PRM] ", "\n", "[PRM] ", "", "", ""),
        ("Steps:\n", "Step review: ", "\nSteps, redone:\n", "Step review: ", "", "", ""),
    )
    bank = banks("""
open: Multiply {a} {x} {b} in steps. | Stepwise product {a} {x} {b}: | Item: {a} {x} {b}. | {a} {x} {b}, one step per line. | Steps for {a} {x} {b}: | Solving {a} {x} {b}.
plan: Step 0, {h} = {f} | Preparation: {h} = {f} | Setting {h} = {f} | Factor {h} written as {f} | Digits of {h}: {f} | Use {h} = {f}
step: {l} {x} {r} = {v} | {l} {x} {r} = {v} (+) | {l} {x} {r} is {v} | multiply: {l} {x} {r} = {v} | {v} = {l} {x} {r} | product {l} {x} {r} = {v}
slip: {l} {x} {r} = {w} (-), {v} (+) | {l} {x} {r} = {w}, rescored, {v} | {v} = {l} {x} {r}, first typed as {w} | {l} {x} {r} is {w}, replaced by {v} | multiply: {l} {x} {r} = {w}, replaced by {v} | {l} {x} {r} = {w} is negative; {v}
sum: add: {s} = {t} | {s} = {t} (+) | {s} = {t} | addition step {s} = {t} | sum of steps {s} = {t} | total step: {s} = {t}
commit: Answer: {c} | # Answer: {c} | Outcome answer: {c} | The steps end in the answer {c}. | Last step, answer: {c} | Solution answer = {c}
reject: Outcome score 0: {p} is wrong. | Negative. The answer {p} is wrong. | A step carries a minus sign, and {p} falls with it. | (-) wrong outcome {p} | Scored negative, solution discarded. | The solution is scored as incorrect.
restart: New steps: | All steps over: | Steps rewritten: | Second rollout: | Sampled again from step 1: | From step 1:
check: Scoring by an independent product: | The steps are compared with another rollout. | Reference steps: | Checking the outcome by other steps: | Review by recomputation: | Outcome test, different steps:
clash: (-) the outcome was {p}, wrong. | Outcome {p} contradicted and discarded. | Score 0 for {p}. | Negative for {p}. | {p} does not match, minus. | The outcome {p} is scored wrong.
spot: (-) {l} {x} {r}: {w} should be {n}. | First negative step is {l} {x} {r} = {w}; {n} is right. | Minus at {l} {x} {r}, {n} instead of {w}. | The step {l} {x} {r} = {w} is wrong, put {n}. | Error step: {l} {x} {r} is {n}, not {w}. | {l} {x} {r} scored negative ({w}), correct value {n}.
respot: (-) addition step: {s} = {t}, not {p}. | First negative step is the addition; {s} = {t}. | Minus at the sum, {s} = {t}. | Products positive, sum negative: {s} = {t}. | Error step: {s} = {t}. | The addition is scored negative, correct is {s} = {t}.
fixed: Answer after correction: {c} | New outcome answer: {c} | Answer: {c} (corrected) | The corrected steps end in the answer {c}. | # Answer, corrected: {c} | Solution answer now = {c}
still: Answer: {c} again | The new steps end in the same answer, {c}. | # Answer: {c} (same as before) | Outcome answer, once more: {c} | Solution answer = {c}, again | Last step, answer unchanged: {c}
trig: (-) units: {i} {x} {j} ends in {o}, outcome in {q}. | Outcome ends in {q}, required {o}. | Minus for the last digit: {q}, not {o}. | Units test fails ({o} required, {q} found). | {p} ends in {q}; by {i} {x} {j} it must end in {o}. | Last digit test: negative, {q} vs {o}.
doubt: One step scored 0.5, no error named. | Neutral score for the carries; nothing changed. | Low score without a reason, solution kept. | Uncertain sign on a step, left open. | (?) a carry, not resolved | Score unclear, no step is marked wrong.
okd: (+) last digit {q} | Units test: {i} {x} {j} ends in {q}, plus. | Last digit {q} positive. | Ends in {q} as required (+). | Plus for the last digit {q}. | Units {q}, positive.
okn: (+) mod 9, {q} | Nines test positive ({q}). | Plus for mod 9: {i} {x} {j} leaves {q}. | Mod 9 residue {q} as required (+). | Residues agree at {q}, plus. | By nines {q}, positive.
recheck: Scoring by an independent product: | Comparison rollout: | Reference steps for the score: | Another rollout to vote: | Review by other steps: | Outcome test:
agree: (+) same outcome. | All steps positive. | Score 1. | Outcome positive. | The rollouts agree, plus. | No negative step.
close: Answer kept: {c} | Reported: {c} | Outcome {c} | {a} {x} {b} = {c} | Best-scored answer: {c} | Output {c}
""")


class AkSftReflection(Ak):
    """Supervised tuning on solutions with a reflection paragraph, LaTeX prose."""

    words = ("latex", "plain")
    maths = ("latex",)
    times = ("\\times",)
    layouts = ("prose", "bullets")
    heads = (
        ("**Solution.** ", "**Reflection.** ", "\n\n**Revised solution.** ", "**Reflection.** ", "", "", ""),
        (
            "\\textbf{Solution} ",
            "\\textbf{Reflection} ",
            "\n\n\\textbf{Solution, revised} ",
            "\\textbf{Reflection} ",
            "",
            "",
            "",
        ),
        ("", "Reflection: ", "\n\nRevision: ", "Reflection: ", "", "", ""),
    )
    bank = banks(r"""
open: We compute \({A} {x} {B}\). | The product \({A} {x} {B}\) is evaluated termwise. | Required: \({A} {x} {B}\). | Let us evaluate \({A} {x} {B}\). | The problem is \({A} {x} {B}\). | We are to multiply \({A}\) and \({B}\).
plan: By linearity with \({H} = {f}\): | One has \({H} = {f}\). | We expand \({H} = {f}\). | The expansion \({H} = {f}\) is convenient. | Put \({H} = {f}\). | We substitute \({f}\) for \({H}\).
step: \({L} {x} {R} = {V}\). | We obtain \({L} {x} {R} = {V}\). | Here \({L} {x} {R} = {V}\). | Further \({L} {x} {R} = {V}\). | One finds \({L} {x} {R} = {V}\). | Now \({L} {x} {R} = {V}\).
slip: \({L} {x} {R} = {W}\), more precisely \({V}\). | We obtain \({L} {x} {R} = {W}\), with the carry mended \({V}\). | One finds \({L} {x} {R} = {W}\), a misprint for \({V}\). | \({L} {x} {R} = {W}\), no, \({V}\). | Here \({L} {x} {R} = {W}\); read \({V}\). | \({L} {x} {R}\) is \({W}\), or correctly \({V}\).
sum: Addition yields \({s} = {T}\). | It follows that \({s} = {T}\). | Consequently \({s} = {T}\). | In sum, \({s} = {T}\). | The terms give \({s} = {T}\). | Thus \({s} = {T}\).
commit: The answer is \(\boxed{{C}}\). | We conclude that the answer is \(\boxed{{C}}\). | \[\boxed{{C}}\] is the answer. | This yields the answer \(\boxed{{C}}\). | \(\boxed{{A} {x} {B} = {C}}\). | Hence our answer \(\boxed{{C}}\).
reject: The solution above is incorrect and \({P}\) must be discarded. | I was too hasty, and \({P}\) is incorrect. | Looking back, the result is erroneous. | The reasoning contains a mistake, so \({P}\) is not valid. | The result \({P}\) is to be rejected. | I recognise that the solution is wrong.
restart: We begin anew. | The product is derived once more. | The computation is repeated from the start. | A careful derivation reads as follows. | We carry out all the steps again. | Rederiving the product.
check: Is the result consistent? Another expansion decides. | What could have gone wrong is a carry; another expansion shows it. | To learn from the solution I repeat it by other means. | I compare with the expansion in the other factor. | The result is examined by a second derivation. | A second derivation serves as a test.
clash: It conflicts with \({P}\), which was mistaken. | The solution's \({P}\) is refuted. | I learn that \({P}\) was wrong. | Thus \({P}\) is invalid. | This shows the mistake in \({P}\). | The value \({P}\) is not confirmed and is dropped.
spot: The mistake lies in \({L} {x} {R}\), which is \({N}\) and not \({W}\). | I wrote \({W}\) for \({L} {x} {R}\); the value is \({N}\). | The term \({W}\) is mistaken, as \({L} {x} {R} = {N}\). | What went wrong: \({L} {x} {R} = {N}\), not \({W}\). | A carry was lost in \({L} {x} {R}\), so that \({W}\) should be \({N}\). | The lesson is to multiply \({L} {x} {R}\) with care: \({N}\), not \({W}\).
respot: The mistake lies in the addition: \({s} = {T}\). | What went wrong is the sum, \({s} = {T}\). | The terms are valid, their sum is not; \({s} = {T}\). | A carry was lost in the sum \({s} = {T}\). | Properly, \({s} = {T}\), not \({P}\). | The lesson is to add with care: \({s} = {T}\).
fixed: The revised answer is \(\boxed{{C}}\). | We therefore correct the answer to \(\boxed{{C}}\). | Hence, after revision, \(\boxed{{C}}\). | The answer is thus \(\boxed{{C}}\). | This revises the answer to \(\boxed{{C}}\). | \(\boxed{{A} {x} {B} = {C}}\) is the revised result.
still: The revised answer is again \(\boxed{{C}}\). | We are led to \(\boxed{{C}}\) once more as the answer. | The answer remains, upon rederivation, \(\boxed{{C}}\). | The new derivation gives the same answer \(\boxed{{C}}\). | Hence the answer \(\boxed{{C}}\) returns. | The answer is \(\boxed{{C}}\), as it was.
trig: The units digit must be \({o}\), by \({i} {x} {j}\), and it is \({q}\). | As \({i} {x} {j}\) ends in \({o}\), the ending \({q}\) is erroneous. | The ending \({q}\) is inconsistent with \({o}\). | Modulo \(10\) we need \({o}\), not \({q}\). | The last digit reveals a mistake: \({q}\) for \({o}\). | A glance at the units shows \({q}\) where \({o}\) is required.
doubt: The derivation may hide a mistake, but none is visible to me. | I am not certain of the carries; they seem in order. | Whether a step was skipped is hard to say. | A more cautious layout would help, though nothing is amiss. | I ask myself what could have gone wrong and find no answer. | Some uncertainty persists, without consequence.
okd: The units digit \({q}\) agrees with \({i} {x} {j}\). | The ending \({q}\) is consistent. | Modulo \(10\), \({q}\) is correct. | The units \({i} {x} {j}\) end in \({q}\), as they should. | The last digit \({q}\) is in order. | The last digit raises no objection.
okn: Modulo \(9\) we find \({i} {x} {j} \equiv {q}\), as for the result. | The residue \({q}\) modulo \(9\) is in order. | Modulo \(9\) both are \({q}\). | Casting out nines raises no objection. | The nines agree, with residue \({q}\). | Also modulo \(9\), \({q}\) is correct.
recheck: Is the result sound? We rederive it. | The solution is confirmed by another expansion. | For the reflection, a second derivation. | Let us see whether the result is reproduced. | I look back and recompute. | A second derivation serves as proof.
agree: The solution is sound. | The result is reproduced. | There was no mistake. | This confirms the solution. | The derivations coincide. | I see nothing to revise.
close: The answer is \(\boxed{{C}}\). | Thus \(\boxed{{C}}\). | We retain \(\boxed{{C}}\). | In conclusion, \(\boxed{{C}}\). | The result stands at \(\boxed{{C}}\). | \[\boxed{{C}}\]
""")


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        AkScoreTurns(), AkRiseRounds(), AkSelfRefineSheets(), AkPrincipleReviser(), AkBacktrackMarker(), AkRewardHedger(),
        AkStwoRecheck(), AkReflectTuned(), AkConfidenceNotes(), AkPolicyVerifier(), AkStepSigns(), AkSftReflection(),
    )
}  # fmt: skip
