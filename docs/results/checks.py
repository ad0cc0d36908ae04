"""What models of the tiny format do after their first answer, counted from its phrases, with no reading of candidates.

    .venv/bin/python docs/results/checks.py runs > docs/results/tiny/checks.md

It can count so because this format says always the same: `Answer: 1596`, `Let me check.`, `I made a mistake.`
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

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

IN, BEYOND = "in distribution", "beyond"
REGIONS = {"All sizes": (IN, BEYOND), "In distribution": (IN,), "Beyond": (BEYOND,)}


def evaluation(run: Path) -> dict[str, Counter[str]]:
    """The counts of a run's responses to the sizes that it trained on, and to the others."""
    trained = yaml.safe_load((run / "recipe.yaml").read_text(encoding="utf-8"))["data"]["train"]["sizes"]
    records: dict[str, list[dict[str, Any]]] = {IN: [], BEYOND: []}
    with gzip.open(run / "trajectories.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            records[IN if record["size"] in trained else BEYOND].append(record)
    return {region: count(responses) for region, responses in records.items()}


def rollouts(run: Path, steps: range) -> Iterator[dict[str, Any]]:
    for step in steps:
        with (run / "backend" / "rollouts" / f"{step}.jsonl").open(encoding="utf-8") as lines:
            yield from ({"response": line["output"], "ground_truth": line["gts"]} for line in map(json.loads, lines))


def count(responses: Iterable[dict[str, Any]]) -> Counter[str]:
    """Counts over responses; `R` and `W`: of those whose first answer is right or wrong."""
    counts: Counter[str] = Counter()
    for record in responses:
        counts["responses"] += 1
        counts["tokens"] += record.get("tokens", 0)
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


def table(evaluations: Mapping[str, list[dict[str, Counter[str]]]], regions: Iterable[str]) -> Iterator[str]:
    """Lines of Markdown: a row a recipe, over its responses of these regions."""
    yield "| " + " | ".join(["recipe", *SHARES, "tokens a response"]) + " |"
    yield "|---" * (len(SHARES) + 2) + "|"
    for recipe, counted in evaluations.items():
        seeds = [sum((run[region] for region in regions), Counter[str]()) for run in counted]
        tokens = ", ".join(f"{n['tokens'] / n['responses']:.0f}" for n in seeds)
        yield "| " + " | ".join([recipe, *(cell(share, seeds) for share in SHARES.values()), tokens]) + " |"


def training_table(folders: list[Path]) -> Iterator[str]:
    """Lines of Markdown: a row for three steps of GRPO, over the responses that it trained on; the first one alone."""
    last = min(len(list((run / "backend" / "rollouts").glob("*.jsonl"))) for run in folders)
    yield "| steps | " + " | ".join(SHARES) + " |"
    yield "|---" * (len(SHARES) + 1) + "|"
    for middle in (*range(0, last - 1, 10), last - 1):
        steps = range(middle - 1, middle + 2) if middle else range(1, 2)
        seeds = [count(rollouts(run, steps)) for run in folders]
        yield f"| {steps[0]} to {steps[-1]} | " + " | ".join(cell(share, seeds) for share in SHARES.values()) + " |"


def main() -> None:
    runs: dict[str, list[Path]] = {}
    for file in sorted(Path(sys.argv[1]).glob("*/*/trajectories.jsonl.gz")):
        runs.setdefault(file.parents[1].name, []).append(file.parent)
    print("After the first answer, in % by seed; made by checks.py.\n")
    evaluations = {recipe: [evaluation(run) for run in folders] for recipe, folders in runs.items()}
    for title, regions in REGIONS.items():
        print(f"## {title}\n", *table(evaluations, regions), sep="\n", end="\n\n")
    for recipe, folders in runs.items():
        if (folders[0] / "backend" / "rollouts").exists():
            print(f"## Rollouts of {recipe}\n", *training_table(folders), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
