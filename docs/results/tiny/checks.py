"""What models of the tiny format do after their first answer, counted from its phrases, with no reading of candidates.

    python docs/results/tiny/checks.py runs > docs/results/tiny/checks.md

It can count so because this format says always the same: `Answer: 1596`, `Let me check.`, `I made a mistake.`
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ANSWER, CHECK, REJECTION = re.compile(r"Answer: (\d+)"), "Let me check.", "I made a mistake."

HEADINGS = (
    "recipe", "seed", "first answer right, %", "checks a right one, %", "checks a wrong one, %",
    "rejects a right one that it checks, %", "rejects a wrong one that it checks, %",
    "next is right after a rejected wrong one, %", "tokens a response",
)  # fmt: skip


def records(run: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(run / "trajectories.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def count(responses: Iterator[dict[str, Any]]) -> Counter[str]:
    """Counts over responses; `R` and `W`: of those whose first answer is right or wrong."""
    counts: Counter[str] = Counter()
    for record in responses:
        counts["responses"] += 1
        counts["tokens"] += record["tokens"]
        text, truth = record["response"], record["ground_truth"]
        answers = list(ANSWER.finditer(text))
        if not answers:
            continue
        kind = "R" if answers[0][1] == truth else "W"
        following = text[answers[0].end() : answers[1].start() if len(answers) > 1 else len(text)]
        checks, rejects = CHECK in following, REJECTION in following
        counts.update({kind: 1, f"{kind} checked": checks, f"{kind} rejected": checks and rejects})
        if kind == "W" and checks and rejects and len(answers) > 1:
            counts.update({"retried": 1, "mended": answers[1][1] == truth})
    return counts


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} ({part}/{whole})" if whole else "–"


def row(manifest: dict[str, Any], n: Counter[str]) -> tuple[str, ...]:
    return (
        manifest["recipe"], str(manifest["seed"]), percent(n["R"], n["R"] + n["W"]),
        percent(n["R checked"], n["R"]), percent(n["W checked"], n["W"]),
        percent(n["R rejected"], n["R checked"]), percent(n["W rejected"], n["W checked"]),
        percent(n["mended"], n["retried"]), f"{n['tokens'] / n['responses']:.0f}",
    )  # fmt: skip


def table(runs: list[Path], inside: bool) -> Iterator[str]:
    """Lines of Markdown: a row a run; `inside`: the sizes that it was trained on, else the others."""
    yield "| " + " | ".join(HEADINGS) + " |"
    yield "|---" * len(HEADINGS) + "|"
    for run in runs:
        manifest = json.loads((run / "manifest.json").read_text(encoding="utf-8"))
        responses = (record for record in records(run) if (record["size"] in ("3x1", "2x2")) == inside)
        yield "| " + " | ".join(row(manifest, count(responses))) + " |"


def main() -> None:
    runs = [path.parent for path in sorted(Path(sys.argv[1]).glob("*/*/trajectories.jsonl.gz"))]
    for title, inside in (("In distribution (3×1, 2×2)", True), ("Beyond", False)):
        print(f"## {title}\n", *table(runs, inside), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
