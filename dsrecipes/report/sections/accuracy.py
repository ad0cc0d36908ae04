"""Table 1: accuracy by model and size, the paper's beside ours, the runs behind it; and in and out of distribution."""

from __future__ import annotations

import pandas as pd

from dsrecipes.analysis.intervals import Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Arm, Scale
from dsrecipes.report.cells import INSIDE, code, columns, escape, method, percent, points, shown_size
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.gaps import Gaps
from dsrecipes.report.paired import independent_gap
from dsrecipes.report.paper import PaperCell, paper
from dsrecipes.report.sections.regions import by_region


def section(scale: Scale, gaps: Gaps, estimator: Estimator, settings: Settings) -> Section:
    """Table 1 of a scale, the runs behind it, and its summary in and out of distribution."""
    notes = [note for arm in scale.arms for note in arm.notes]
    blocks: list[Block] = [Text(_beside(scale)), table1(scale, settings)]
    if scale.measured:
        blocks.append(runs_behind(scale))
    if notes:
        blocks.append(Text("Runs left out:\n\n" + "\n".join(f"- {note}" for note in notes)))
    if scale.measured:
        blocks.append(by_region(scale, gaps, estimator, settings))
    return Section(f"accuracy-{scale.slug}", "Table 1: accuracy", tuple(blocks))


def _beside(scale: Scale) -> str:
    if any(arm.in_paper for arm in scale.arms):
        return (
            f"The paper's intervals: {paper().interval_note}. Its sizes are **{paper().sizes_status}**: "
            f"{paper().sizes_why}. A difference is ours less the paper's, in points, with Newcombe's interval for "
            "independent samples."
        )
    return (
        "Model, sizes and amount of training are not the paper's, so its numbers and these are **not comparable** cell "
        "by cell; what can be compared is the pattern."
    )


# ---- Table 1


def table1(scale: Scale, settings: Settings) -> Table:
    """Accuracy by model and size; where the paper has a row, its value and the difference in rows of their own."""
    beside = any(arm.in_paper for arm in scale.arms)
    rows = []
    for arm in scale.arms:
        cells = {size: _cell(arm, size) for size in scale.sizes}
        if arm.in_paper:
            theirs = paper().table1[arm.in_paper]
            rows.append((escape(arm.label), "paper", *(_theirs(theirs.get(size)) for size in scale.sizes)))
        rows.append((escape(arm.label), *(["ours"] if beside else []), *cells.values()))
        if arm.in_paper and arm.results:
            rows.append((escape(arm.label), "difference", *(_difference_cell(arm, size) for size in scale.sizes)))
    return Table(
        name=f"table-1-{scale.slug}",
        caption=f"Accuracy in % by digits of the operands, with 95% intervals ({method(settings)}). {_n(scale)} "
        f"{INSIDE}: in distribution (trained on).{not_independent(scale, settings)}",
        frame=pd.DataFrame([_record(scale, arm, size) for arm in scale.arms for size in scale.sizes]),
        headings=("model", *(["whose"] if beside else []), *(shown_size(s, scale.trained_sizes) for s in scale.sizes)),
        cells=tuple(rows),
    )


def _cell(arm: Arm, size: str) -> str:
    if why := arm.why_not([size]):
        return why if not arm.results else "size not tested"
    accuracy = arm.results[size].accuracy
    return percent(accuracy.value, accuracy.interval)


def _theirs(cell: PaperCell | None) -> str:
    return f"{cell.accuracy:.1f} [{cell.low:.1f}, {cell.high:.1f}]" if cell else "not in the paper"


def _difference_cell(arm: Arm, size: str) -> str:
    difference = _difference(arm, size)
    return points(*difference) if difference else "nothing to compare"


def _difference(arm: Arm, size: str) -> tuple[float, Interval] | None:
    """Our accuracy less the paper's."""
    theirs = paper().table1.get(arm.in_paper, {}).get(size)
    ours = arm.results[size].accuracy.rate if size in arm.results else None
    return independent_gap(ours, theirs.rate) if theirs and ours else None


def _record(scale: Scale, arm: Arm, size: str) -> dict[str, object]:
    theirs = paper().table1.get(arm.in_paper, {}).get(size)
    result = arm.results.get(size)
    difference, ends = _difference(arm, size) or (None, (None, None))
    return {
        "scale": scale.name,
        "model": arm.label,
        "size": size,
        "in_distribution": size in scale.trained_sizes,
        "paper": theirs.accuracy / 100 if theirs else None,
        "paper_low": theirs.low / 100 if theirs else None,
        "paper_high": theirs.high / 100 if theirs else None,
        **columns("accuracy", result.accuracy if result else None),
        "difference": difference,
        "difference_low": ends[0],
        "difference_high": ends[1],
        **arm.trace,
        "empty_because": "" if result else (arm.why or "size not tested"),
    }


def _n(scale: Scale) -> str:
    """`n a size. 100: Base. 300 (3 seeds): SFT (reflection); RL, first answer only.`"""
    labels: dict[str, list[str]] = {}
    for arm in scale.measured:
        labels.setdefault(count_range(arm), []).append(escape(arm.label))
    if not labels:
        return "Not run."
    if len(labels) == 1:
        return f"n a size: {next(iter(labels))}."
    counts = [f"{count}: {'; '.join(alike)}." for count, alike in labels.items()]
    return f"n a size. {' '.join(counts)}"


def not_independent(scale: Scale, settings: Settings) -> str:
    """What is told beside intervals that take several seeds' answers as independent; empty where there are none."""
    if settings.interval == "bootstrap" or all(len(arm.runs) < 2 for arm in scale.arms):
        return ""
    return " Seeds answered the same problems, which these intervals do not know; the table of seeds has those that do."


def count_range(arm: Arm) -> str:
    """`100`, `98 to 100`, `300 (3 seeds)`: an arm's answers a size."""
    counts = sorted({result.accuracy.n for result in arm.results.values()})
    seeds = f" ({len(arm.runs)} seeds)" if len(arm.runs) > 1 else ""
    return (f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}") + seeds


def runs_behind(scale: Scale) -> Table:
    """Which runs stand for each model: every cell of a scale's tables comes from these."""
    rows = []
    for arm in scale.arms:
        hashes = dict.fromkeys(run.manifest.recipe_hash for run in arm.runs)
        rows.append(
            (
                escape(arm.label),
                count_range(arm) if arm.results else arm.why,
                ", ".join(map(str, arm.seeds)) or ("in the files" if arm.files else "–"),
                ", ".join(code(source) for source in [run.folder for run in arm.runs] or arm.files) or "–",
                ", ".join(code(recipe_hash) for recipe_hash in hashes) or "–",
            )
        )
    return Table(
        name=f"runs-{scale.slug}",
        caption="The runs behind each model, from which every number of this part is made. n: answers a size, over all "
        "seeds.",
        frame=pd.DataFrame([{"scale": scale.name, "model": arm.label, **arm.trace} for arm in scale.arms]),
        headings=("model", "n", "seeds", "runs", "recipe hashes"),
        cells=tuple(rows),
    )


# ---- The terminal's


def terminal_table(scale: Scale) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Table 1 for a terminal, headings and rows: no intervals, no runs; the paper's value below ours, in brackets."""
    rows = []
    for arm in scale.arms:
        if not arm.results:
            rows.append((f"{arm.label}: {arm.why}", *["–"] * len(scale.sizes)))
            continue
        line = [arm.label]
        for size in scale.sizes:
            value = arm.results[size].accuracy.value if size in arm.results else None
            theirs = paper().table1.get(arm.in_paper, {}).get(size)
            line.append(percent(value) + (f"\n({theirs.accuracy:g})" if theirs else ""))
        rows.append(tuple(line))
    return ("model", *(size + ("*" if size in scale.trained_sizes else "") for size in scale.sizes)), rows
