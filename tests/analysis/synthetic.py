"""Writes responses of known truth: the attempts and decisions come first, the text is written from them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Truth = list[tuple[str, str]]  # (candidate, decision) of each attempt


@dataclass(frozen=True)
class Policy:
    """The two-stage model that writes: p, P(STOP | right), P(RESAMPLE | wrong), and the share of cut-off responses."""

    p: float = 0.5
    p_sc: float = 0.9
    p_rw: float = 0.6
    truncated: float = 0.1
    most_attempts: int = 6


@dataclass(frozen=True)
class Sample:
    """A trajectory file's record and its truth."""

    record: dict[str, Any]
    truth: Truth


class Tiny:
    """Running sums, "Answer:", and a check line by line: what the project's own small models write."""

    def attempt(self, a: int, b: int, candidate: int, rng: random.Random) -> str:
        work = f"{a % 10} * {b % 10} = {a % 10 * (b % 10)}\n10 * {b % 10} = 3, 16 + 60 = {rng.randrange(9999)}"
        return f"{work}\nAnswer: {candidate}"

    def reject(self, candidate: int, rng: random.Random) -> str:
        found = rng.choice(["16 + 60 = 75 wrong", "16 + 60 = 76, not 75"])
        return f"\nLet me check.\n8 * 2 = 16 ok\n{found}\nI made a mistake. Let me recompute.\n"

    def accept(self, candidate: int, rng: random.Random) -> str:
        return rng.choice(["", f"\nLet me check.\n8 * 2 = 16 ok\n16 + 60 = 76 ok\nCorrect. Answer: {candidate}"])

    def unfinished(self, rng: random.Random) -> str:
        return rng.choice(
            ["", "\nLet me check.\n8 * 2 = 16 ok\n16 +", "\nI made a mistake. Let me recompute.\n8 * 2 = 1"]
        )


class Markdown:
    """Headings, LaTeX, tables of partial products and boxes, as instruction-tuned models write."""

    def attempt(self, a: int, b: int, candidate: int, rng: random.Random) -> str:
        low, high = b % 10, b - b % 10
        work = (
            f"To calculate \\({a} \\times {b}\\), split {b} into {high} and {low}:\n\n"
            f"### Step 1: partial products\n\n| part | product |\n|---|---|\n| {a} × {low} | {a * low:,} |\n"
            f"| {a} × {high} | {a * high:,} |\n\n### Step 2: add\n\n"
            f"\\[ {a * low} + {a * high} = {candidate + rng.choice([0, 10])} \\]\n\n"
        )
        ending = rng.choice(
            [
                f"**Final Answer:** \\(\\boxed{{{candidate}}}\\)",
                f"So the answer is **{candidate:,}**.",
                f"Therefore, \\[ {a} \\times {b} = {a * low} + {a * high} = {candidate} \\]",
            ]
        )
        return work + ending

    def reject(self, candidate: int, rng: random.Random) -> str:
        return rng.choice(
            [
                "\n\nWait, that's not right. Let me recalculate.\n\n",
                "\n\nI’ll go back and check: 7 × 8 = 56, so the carry is 5.\n\n"
                "I made a mistake in the tens place. Let's try again.\n\n",
                "\n\n**Check:** the last digit should be 6, not 4.\n\n"
                "There is an error above. Let me redo the sum.\n\n",
            ]
        )

    def accept(self, candidate: int, rng: random.Random) -> str:
        return rng.choice(
            [
                "",
                "\n\nLet me double-check whether I made a mistake: 38 × 40 = 1520 and 1520 / 40 = 38. ✓",
                f"\n\nLet me verify by recalculating: 1000 + 500 = 1500. It matches.\n\n**Answer:** {candidate}",
            ]
        )

    def unfinished(self, rng: random.Random) -> str:
        return rng.choice(["", "\n\nLet me verify: 12 × 4", "\n\nWait, I made a mistake. Let me recompute: 38 × 4"])


class Thinking:
    """Everything in <think> tags, in one breath, with chat tokens around."""

    def attempt(self, a: int, b: int, candidate: int, rng: random.Random) -> str:
        rough = f"{a} times {b % 10} is {a * (b % 10)}, {a} times {b - b % 10} is {a * (b - b % 10)}. "
        return rough + rng.choice(
            [
                f"So {a} * {b} = {candidate}.",
                f"So the answer is {candidate}.",
                f"The product of {a} and {b} is {candidate}.",
            ]
        )

    def reject(self, candidate: int, rng: random.Random) -> str:
        return rng.choice(
            [
                " Hmm, I made a mistake there. Start over: ",
                " Actually, that's wrong. Let me try that again. ",
                " I miscalculated. Redo: ",
            ]
        )

    def accept(self, candidate: int, rng: random.Random) -> str:
        check = rng.choice(["", " Let me check that: 3 * 4 = 12, yes. ", " Hold on, 9 + 8 = 17, so it holds."])
        return f"{check}\n</think>\n\nThe answer is {candidate}.<|im_end|>"

    def unfinished(self, rng: random.Random) -> str:
        return rng.choice(["", " Wait, let me check 7 *", " I made a mistake. Let me recompute: 7 *"])


Style = Tiny | Markdown | Thinking
STYLES: list[Callable[[], Style]] = [Tiny, Markdown, Thinking]


def sample(
    index: int, style: Style, policy: Policy, rng: random.Random, *, model: str = "m", size: str = "2x2"
) -> Sample:
    """One response by `policy`, written in `style`."""
    a, b = rng.randrange(11, 100), rng.randrange(11, 100)
    right = a * b
    truth: Truth = []
    text = "<think>\n" if isinstance(style, Thinking) else ""
    truncated = rng.random() < policy.truncated
    while True:
        candidate = right if rng.random() < policy.p else right + rng.choice([-100, -10, -1, 1, 10, 100])
        text += style.attempt(a, b, candidate, rng)
        resample = rng.random() < (1 - policy.p_sc if candidate == right else policy.p_rw)
        if not resample or len(truth) == policy.most_attempts:
            break
        text += style.reject(candidate, rng)
        truth.append((str(candidate), "RESAMPLE"))
    truth.append((str(candidate), "TRUNCATED" if truncated else "STOP"))
    text += style.unfinished(rng) if truncated else style.accept(candidate, rng)
    record = {
        "id": f"{model}/{size}/{index}",
        "model": model,
        "size": size,
        "operands": [a, b],
        "prompt": f"Calculate {a} * {b}. Think step by step.",
        "response": text,
        "ground_truth": str(right),
        "finish_reason": "length" if truncated else "stop",
        "tokens": len(text) // 3,
        "seed": 0,
        "sample": 0,
    }
    return Sample(record, truth)


def samples(n: int, style: Style, policy: Policy | None = None, *, seed: int = 0, **names: str) -> list[Sample]:
    rng = random.Random(seed)
    return [sample(index, style, policy or Policy(), rng, **names) for index in range(n)]


def write(path: Path, written: list[Sample]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(item.record, ensure_ascii=False) + "\n" for item in written), "utf-8")
    return path
