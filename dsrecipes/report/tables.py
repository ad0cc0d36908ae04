"""Results -> tables. Each table is a data frame of numbers (for CSV) and a grid of text (for Markdown), made together.

An empty cell of a grid says why it is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from statsmodels.stats.proportion import confint_proportions_2indep

from dsrecipes.analysis.calibration import Rate
from dsrecipes.report.arms import NOT_RUN, Arm, Scale, SizeResult
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.paper import Paper


@dataclass(frozen=True)
class TextTable:
    """Headings and rows of text, as they stand in the report."""

    headings: list[str]
    rows: list[list[str]]

    def markdown(self) -> str:
        lines = [self.headings, ["---"] * len(self.headings), *self.rows]
        return "\n".join("| " + " | ".join(_escape(cell) for cell in line) + " |" for line in lines)


def _escape(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")


def percent(rate: Rate, *, n: bool = True) -> str:
    """`74.0 [64.6, 81.6], n=100`: percent with the Wilson 95% interval."""
    if rate.value is None or rate.interval is None:
        return "no trajectories"
    low, high = rate.interval
    return f"{100 * rate.value:.1f} [{100 * low:.1f}, {100 * high:.1f}]" + (f", n={rate.n}" if n else "")


def _rate_fields(prefix: str, rate: Rate | None) -> dict[str, object]:
    low, high = rate.interval if rate and rate.interval else (None, None)
    return {
        f"{prefix}": rate.value if rate else None,
        f"{prefix}_low": low,
        f"{prefix}_high": high,
        f"{prefix}_n": rate.n if rate else None,
    }


# ---- Table 1


def table1(scale: Scale, paper: Paper) -> tuple[pd.DataFrame, TextTable]:
    """Accuracy by arm and size; at the paper's scale, where sizes match, with its value and the difference."""
    rows: list[dict[str, object]] = []
    grid: list[list[str]] = []
    for arm in scale.arms:
        line = [arm.label]
        for size in scale.sizes:
            result = arm.results.get(size)
            theirs = paper.table1.get(arm.name, {}).get(size) if scale.name == "paper" else None
            ours = result.accuracy if result else None
            value = ours.value if ours else None
            difference = 100 * value - theirs.accuracy if theirs and value is not None else None
            cell = percent(ours) if ours else (arm.why or "size not tested")
            if theirs:
                cell += f" (paper {theirs.accuracy:g}" + (f", {difference:+.1f})" if difference is not None else ")")
            line.append(cell)
            rows.append(
                {
                    "scale": scale.name,
                    "arm": arm.name,
                    "size": size,
                    "in_distribution": size in scale.trained_sizes,
                    **_rate_fields("accuracy", ours),
                    "seeds": " ".join(map(str, arm.seeds)),
                    "runs": " ".join(run.folder for run in arm.runs),
                    "paper_accuracy": theirs.accuracy if theirs else None,
                    "difference": difference,
                    "empty_because": "" if ours else (arm.why or "size not tested"),
                }
            )
        line.append(seeds_and_runs(arm))
        grid.append(line)
    headings = ["model", *(size + ("*" if size in scale.trained_sizes else "") for size in scale.sizes), "run"]
    return pd.DataFrame(rows), TextTable(headings, grid)


def table1_for_terminal(scale: Scale, paper: Paper) -> TextTable:
    """Table 1 without intervals and runs; at the paper's scale with its value in brackets."""
    grid = []
    for arm in scale.arms:
        if not arm.results:
            grid.append([f"{arm.label}: {arm.why}", *["–"] * len(scale.sizes)])
            continue
        line = [arm.label]
        for size in scale.sizes:
            value = arm.results[size].accuracy.value if size in arm.results else None
            theirs = paper.table1.get(arm.name, {}).get(size) if scale.name == "paper" else None
            cell = "–" if value is None else f"{100 * value:.1f}"
            line.append(f"{cell}\n({theirs.accuracy:g})" if theirs else cell)
        grid.append(line)
    return TextTable(["model", *(size + ("*" if size in scale.trained_sizes else "") for size in scale.sizes)], grid)


def seeds_and_runs(arm: Arm) -> str:
    if not arm.runs:
        return arm.why
    runs = ", ".join(f"`{run.folder}`" for run in arm.runs)
    return runs if len(arm.runs) == 1 else f"{len(arm.runs)} seeds pooled ({', '.join(map(str, arm.seeds))}): {runs}"


def paper_table1(paper: Paper) -> tuple[pd.DataFrame, TextTable]:
    """The paper's own Table 1 with the Wald intervals that its formula gives."""
    from dsrecipes.report.arms import LABELS

    rows: list[dict[str, object]] = []
    grid = []
    for arm, cells in paper.table1.items():
        grid.append([LABELS[arm], *(f"{c.accuracy:g} [{c.low:.1f}, {c.high:.1f}]" for c in cells.values())])
        rows += [
            {"arm": arm, "size": size, "accuracy": c.accuracy, "low": c.low, "high": c.high, "n": c.n}
            for size, c in cells.items()
        ]
    headings = ["model", *(f"{size} ({paper.sizes_status})" for size in paper.sizes)]
    return pd.DataFrame(rows), TextTable(headings, grid)


# ---- In distribution and out of it


def summary(scale: Scale, paper: Paper) -> tuple[pd.DataFrame, TextTable]:
    """Accuracy of each arm over the in-distribution problems, and over the others, and its gaps to the base."""
    rows: list[dict[str, object]] = []
    grid = []
    base = next((arm for arm in scale.arms if arm.name == "base"), None)
    paper_in = _paper_means(paper, paper.in_distribution)
    paper_out = _paper_means(paper, tuple(size for size in paper.sizes if size not in paper.in_distribution))
    for arm in scale.arms:
        line = [arm.label]
        for in_distribution, theirs in ((True, paper_in), (False, paper_out)):
            rate = scale.pooled(arm, in_distribution=in_distribution)
            base_rate = scale.pooled(base, in_distribution=in_distribution) if base else None
            gap = _gap(rate, base_rate) if arm.name != "base" else None
            why = "" if rate else (arm.why or "not all sizes tested")
            line.append(percent(rate) if rate else why)
            line.append(_gap_text(arm, gap, why, base))
            mean = theirs.get(arm.name)
            rows.append(
                {
                    "scale": scale.name,
                    "arm": arm.name,
                    "sizes": "in distribution" if in_distribution else "out of distribution",
                    **_rate_fields("accuracy", rate),
                    "gap_to_base": gap[0] if gap else None,
                    "gap_low": gap[1] if gap else None,
                    "gap_high": gap[2] if gap else None,
                    "paper_accuracy": mean,
                    "paper_gap_to_base": mean - theirs["base"] if mean is not None and arm.name != "base" else None,
                    "empty_because": why,
                }
            )
        mean = paper_in.get(arm.name)
        if mean is None:
            line.append("–")
        else:
            gap_text = f" ({mean - paper_in['base']:+.1f})" if arm.name != "base" else ""
            line.append(f"{mean:.1f}{gap_text}")
        grid.append(line)
    headings = [
        "model",
        "in distribution, %",
        "gap to base, points",
        "out of distribution, %",
        "gap to base, points",
        "paper, in distribution (gap)" if scale.name == "paper" else "paper, in distribution at its scale (gap)",
    ]
    return pd.DataFrame(rows), TextTable(headings, grid)


def _paper_means(paper: Paper, sizes: tuple[str, ...]) -> dict[str, float]:
    return {arm: sum(cells[size].accuracy for size in sizes) / len(sizes) for arm, cells in paper.table1.items()}


def _gap(rate: Rate | None, base: Rate | None) -> tuple[float, float, float] | None:
    """The difference of two accuracies in points with Newcombe's 95% interval, as of independent samples."""
    if rate is None or base is None or rate.value is None or base.value is None:
        return None
    low, high = confint_proportions_2indep(
        rate.successes, rate.n, base.successes, base.n, compare="diff", method="newcomb", alpha=0.05
    )
    return 100 * (rate.value - base.value), 100 * float(low), 100 * float(high)


def _gap_text(arm: Arm, gap: tuple[float, float, float] | None, why: str, base: Arm | None) -> str:
    if arm.name == "base":
        return "–"
    if gap is None:
        return why or f"base: {(base.why if base else NOT_RUN) or 'not all sizes tested'}"
    return f"{gap[0]:+.1f} [{gap[1]:+.1f}, {gap[2]:+.1f}]"


# ---- Calibration (Figures 2 and 3)


def calibration(scale: Scale, arm: Arm) -> tuple[pd.DataFrame, TextTable]:
    """The decision policy of an arm by size, with denominators; the accuracy predicted from it, and the observed."""
    rows: list[dict[str, object]] = []
    grid = []
    for size, result in arm.results.items():
        grid.append(
            [
                size + ("*" if size in scale.trained_sizes else ""),
                _rate_or(result.p, "no finished attempt: p undefined"),
                _rate_or(result.p_sc, "no right attempt: p_sc undefined"),
                _rate_or(result.p_rw, "no wrong attempt: p_rw undefined"),
                _predicted(result, len(arm.runs)),
                percent(result.accuracy),
                str(result.n_truncated),
                str(result.n_without_candidate),
                str(result.n_reader_disagrees),
            ]
        )
        low, high = result.predicted_interval or (None, None)
        rows.append(
            {
                "scale": scale.name,
                "arm": arm.name,
                "size": size,
                "in_distribution": size in scale.trained_sizes,
                **_rate_fields("p", result.p),
                **_rate_fields("p_sc", result.p_sc),
                **_rate_fields("p_rw", result.p_rw),
                "predicted": result.predicted,
                "predicted_low": low,
                "predicted_high": high,
                **_rate_fields("observed", result.accuracy),
                "n_truncated": result.n_truncated,
                "n_without_candidate": result.n_without_candidate,
                "n_reader_disagrees": result.n_reader_disagrees,
            }
        )
    headings = ["size", "p", "p_sc", "p_rw", "predicted", "observed", "truncated", "no answer", "readers differ"]
    return pd.DataFrame(rows), TextTable(headings, grid)


def _rate_or(rate: Rate, why: str) -> str:
    return percent(rate) if rate.n else why


def _predicted(result: SizeResult, n_seeds: int) -> str:
    if result.predicted is None:
        return "undefined: no finished attempt" if not result.p.n else "undefined: no decision to stop"
    if result.predicted_interval is None:
        return f"{100 * result.predicted:.1f}" + (" (no interval over pooled seeds yet)" if n_seeds > 1 else "")
    low, high = result.predicted_interval
    return f"{100 * result.predicted:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


# ---- Training

# (what, the backend's name, factor, unit) of the metrics that are told.
RL_METRICS = (
    ("mean reward", "critic/rewards/mean", "share of right answers"),
    ("response length", "response_length/mean", "tokens"),
    ("KL to the reference", "actor/kl_loss", "nats per token"),
    ("entropy", "actor/entropy", "nats per token"),
)
SFT_METRICS = (("loss", "loss", "nats per token"),)


def series(run: RunRecord, name: str) -> tuple[list[int], list[float]]:
    """The steps and values of one metric of a run."""
    points = [(metric.step, metric.data[name]) for metric in run.metrics if name in metric.data]
    return [step for step, _ in points], [value for _, value in points]


def training(scale: Scale) -> tuple[pd.DataFrame, TextTable]:
    """Each metric at the start and at the end of training.

    The start is the first logged step, whose responses RL samples before its first update; the end is the mean over the
    last tenth of the logged steps.
    """
    rows: list[dict[str, object]] = []
    grid = []
    for arm in scale.arms:
        for run in arm.runs:
            metrics = RL_METRICS if run.kind == "rl" else SFT_METRICS if run.kind == "sft" else ()
            for what, name, unit in metrics:
                steps, values = series(run, name)
                if not values:
                    grid.append([arm.label, str(run.seed), what, "not logged", "not logged", "–", "–"])
                    continue
                window = max(1, len(values) // 10)
                first, last = values[0], sum(values[-window:]) / window
                rows.append(
                    {
                        "scale": scale.name,
                        "arm": arm.name,
                        "run": run.folder,
                        "seed": run.seed,
                        "metric": name,
                        "unit": unit,
                        "first_step": steps[0],
                        "last_step": steps[-1],
                        "window": window,
                        "first": first,
                        "last": last,
                        "change": last - first,
                    }
                )
                change = f"{last - first:+.3g}"
                if name == "critic/rewards/mean":
                    change += f" ({100 * (last - first):+.1f} points)"
                grid.append(
                    [
                        arm.label,
                        str(run.seed),
                        f"{what} ({unit})",
                        f"{first:.3g}",
                        f"{last:.3g}",
                        change,
                        f"{steps[0]}, mean of the last {window} up to {steps[-1]}",
                    ]
                )
    headings = ["model", "seed", "metric", "start", "end", "change", "steps"]
    return pd.DataFrame(rows), TextTable(headings, grid)


# ---- Provenance


def provenance(runs: list[RunRecord]) -> tuple[pd.DataFrame, TextTable]:
    """Every run that was found, used or not, with its recipe, seed, state, wall time, machine and versions."""
    rows: list[dict[str, object]] = []
    grid = []
    for run in runs:
        manifest = run.manifest
        stages = ", ".join(f"{stage.name} {_seconds(stage.seconds)}" for stage in manifest.stages if stage.seconds)
        machine, versions = _flat(manifest.machine), _flat(manifest.versions)
        grid.append(
            [
                f"`{run.folder}`",
                manifest.arm,
                f"{manifest.recipe} v{manifest.version}",
                f"`{manifest.recipe_hash[:12]}`" if manifest.recipe_hash else "–",
                str(run.seed),
                manifest.state,
                f"{_seconds(run.seconds)} ({stages})" if stages else "–",
                machine or "–",
                versions or "–",
            ]
        )
        rows.append(
            {
                "run": run.folder,
                "arm": manifest.arm,
                "scale": manifest.scale,
                "recipe": manifest.recipe,
                "version": manifest.version,
                "recipe_hash": manifest.recipe_hash,
                "seed": run.seed,
                "state": manifest.state,
                "seconds": run.seconds,
                "stages": stages,
                "machine": machine,
                "versions": versions,
            }
        )
    headings = ["run", "arm", "recipe", "hash", "seed", "state", "wall time", "machine", "versions"]
    return pd.DataFrame(rows), TextTable(headings, grid)


def assumptions(runs: list[RunRecord], paper: Paper) -> TextTable:
    """Every value that is ours where the paper is silent: the report's own, then those of the recipes that ran."""
    grid = [["report", item.what, item.value, item.why] for item in paper.assumptions]
    seen: dict[tuple[str, str, str], list[str]] = {}
    for run in runs:
        for key, why in run.assumed.items():
            recipes = seen.setdefault((key, str(run.value(key)), why), [])
            if run.manifest.recipe not in recipes:
                recipes.append(run.manifest.recipe)
    grid += [[", ".join(recipes), f"`{key}`", value, why] for (key, value, why), recipes in sorted(seen.items())]
    return TextTable(["where", "what", "value", "why"], grid)


def _seconds(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"


def _flat(values: Mapping[str, object]) -> str:
    return ", ".join(f"{key} {value}" for key, value in values.items() if value not in (None, "", [], {}))
