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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

ANSWER, CHECK, REJECTION = re.compile(r"Answer: (\d+)"), "Let me check.", "I made a mistake."

SHARES = {
    "first answer right": ("R", "answered"),
    "checks a right one": ("R checked", "R"),
    "checks a wrong one": ("W checked", "W"),
    "rejects a right one that it checks": ("R rejected", "R checked"),
    "rejects a wrong one that it checks": ("W rejected", "W checked"),
    "then right, after a rejected wrong one": ("mended", "retried"),
}
"""What of what, in counts."""

TRAINED = ("3x1", "2x2")


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
        counts.update({"answered": 1, kind: 1, f"{kind} checked": checks, f"{kind} rejected": checks and rejects})
        if kind == "W" and checks and rejects and len(answers) > 1:
            counts.update({"retried": 1, "mended": answers[1][1] == truth})
    return counts


def cell(share: tuple[str, str], seeds: list[Counter[str]]) -> str:
    """In percent by seed, and of how many cases in all."""
    part, whole = share
    cases = sum(counts[whole] for counts in seeds)
    return ", ".join(f"{100 * n[part] / n[whole]:.0f}" if n[whole] else "–" for n in seeds) + f" (of {cases})"


def table(runs: Mapping[str, list[Path]], sizes: Callable[[str], bool]) -> Iterator[str]:
    """Lines of Markdown: a row a recipe, over its responses of some sizes."""
    yield "| " + " | ".join(["recipe", *SHARES, "tokens a response"]) + " |"
    yield "|---" * (len(SHARES) + 2) + "|"
    for recipe, folders in runs.items():
        seeds = [count(record for record in records(run) if sizes(record["size"])) for run in folders]
        tokens = ", ".join(f"{n['tokens'] / n['responses']:.0f}" for n in seeds)
        yield "| " + " | ".join([recipe, *(cell(share, seeds) for share in SHARES.values()), tokens]) + " |"


def main() -> None:
    runs: dict[str, list[Path]] = {}
    for file in sorted(Path(sys.argv[1]).glob("*/*/trajectories.jsonl.gz")):
        runs.setdefault(file.parents[1].name, []).append(file.parent)
    print("After the first answer, in % by seed; made by checks.py.\n")
    regions: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("All sizes", lambda size: True),
        ("In distribution (3×1, 2×2)", lambda size: size in TRAINED),
        ("Beyond", lambda size: size not in TRAINED),
    )
    for title, sizes in regions:
        print(f"## {title}\n", *table(runs, sizes), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
