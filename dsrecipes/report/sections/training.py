"""How each training went: reward, response length, KL, entropy and loss by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import isfinite
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from dsrecipes.report import ablations
from dsrecipes.report.arms import Scale, label_of
from dsrecipes.report.cells import code, escape, number
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.document import Block, Figure, Section, Table, Text
from dsrecipes.report.plotting import COLOURS, LINES, canvas, drawn, legend_below, nothing, panel

_SMOOTHED_FROM = 20  # logged steps: with fewer, the values themselves are drawn


@dataclass(frozen=True)
class Curve:
    """A metric that is told: by the backend's name, the first of `names` that was logged."""

    what: str
    names: tuple[str, ...]
    unit: str


REWARD = Curve("mean reward", ("critic/rewards/mean",), "share of right answers")
CURVES = {
    "rl": (
        REWARD,
        Curve("response length", ("response_length/mean",), "tokens"),
        Curve("KL to the reference", ("actor/kl_loss",), "nats per token"),
        Curve("entropy", ("actor/entropy", "actor/entropy_loss"), "nats per token"),
        Curve("loss", ("actor/loss", "actor/pg_loss"), "policy loss + KL loss"),
    ),
    "sft": (Curve("loss", ("loss",), "nats per token"),),
}


def section(scale: Scale) -> Section:
    """Each metric of each run at the start and at the end of training, and its curve."""
    runs = trained(scale)
    if not runs:
        return Section(f"training-{scale.slug}", "Training", (Text("No training has logged a step yet."),))
    blocks: list[Block] = []
    for kind in ("rl", "sft"):
        of_kind = trained(scale, kind)
        ablated = [run for run in of_kind if ablations.label_of(run.manifest.arm)]
        others = [run for run in of_kind if run not in ablated]
        blocks += [figure(f"training-{kind}-{scale.slug}", kind, others)] if others else []
        blocks += [figure(f"training-{kind}-ablations-{scale.slug}", kind, ablated)] if ablated else []
    return Section(f"training-{scale.slug}", "Training", (*blocks, table(scale)))


def trained(scale: Scale, kind: str = "") -> list[RunRecord]:
    """All runs of the scale that logged a step, in use or not, by arm."""
    order = [arm.name for arm in scale.arms]
    runs = [run for run in scale.runs if run.metrics and run.kind in CURVES and kind in ("", run.kind)]
    return sorted(runs, key=lambda run: (order.index(run.manifest.arm), run.seed, run.folder))


def series(run: RunRecord, curve: Curve) -> tuple[list[int], list[float]]:
    """The steps and values of one metric of a run."""
    for name in curve.names:
        points = [(metric.step, metric.data[name]) for metric in run.metrics if name in metric.data]
        if points:
            return [step for step, _ in points], [value for _, value in points]
    return [], []


def _label(run: RunRecord, runs: Sequence[RunRecord]) -> str:
    """`RL, seed 0`, with the run's id where another run would be called the same; of many runs the model alone."""
    if len(runs) > len(COLOURS):
        return label_of(run.manifest.arm)
    label = f"{label_of(run.manifest.arm)}, seed {run.seed}"
    alike = [other for other in runs if (other.manifest.arm, other.seed) == (run.manifest.arm, run.seed)]
    label += f", {run.manifest.run_id}" if len(alike) > 1 else ""
    return label if run.manifest.state == "done" else f"{label} ({run.manifest.state})"


# ---- The table


def _gaps(kind: str, steps: Sequence[int]) -> str:
    """The steps of RL between the first and the last that were trained and are not in the log.

    VeRL logs each step, but saves first: if it is ended between the two, that step is not done again.
    """
    missing = sorted(set(range(steps[0], steps[-1])) - set(steps)) if kind == "rl" else []
    return f" (not logged: {', '.join(map(str, missing))})" if missing else ""


def table(scale: Scale) -> Table:
    """Each metric at its first logged step, which in RL is sampled before the first update, and at the end."""
    rows, records = [], []
    for run in trained(scale):
        for curve in CURVES[run.kind]:
            steps, values = series(run, curve)
            head = (escape(label_of(run.manifest.arm)), str(run.seed), curve.what)
            if not values:
                rows.append((*head, curve.unit, "not logged", "–", "–", "–", code(run.folder)))
                continue
            window = max(1, len(values) // 10)
            first, last = values[0], sum(values[-window:]) / window
            where = f"{steps[0]} to {steps[-1]}{_gaps(run.kind, steps)}"
            ends = (_finite(first), _finite(last), _finite(last - first, "+.3g"))
            rows.append((*head, curve.unit, *ends, where, code(run.folder)))
            records.append(
                {
                    "scale": scale.name,
                    "model": run.manifest.arm,
                    "seed": run.seed,
                    "metric": curve.what,
                    "unit": curve.unit,
                    "first_step": steps[0],
                    "last_step": steps[-1],
                    "window": window,
                    "first": first,
                    "last": last,
                    "change": last - first,
                    "state": run.manifest.state,
                    "runs": run.folder,
                    "recipe_hashes": run.manifest.recipe_hash,
                }
            )
    return Table(
        name=f"training-{scale.slug}",
        caption="Each metric at the first logged step (in RL sampled before the first update) and at the end (mean "
        "over the last tenth of the logged steps).",
        frame=pd.DataFrame(records),
        headings=("model", "seed", "metric", "unit", "start", "end", "change", "steps", "run"),
        cells=tuple(rows),
    )


def _finite(value: float, form: str = ".3g") -> str:
    return number(value, form) if isfinite(value) else "not finite"


# ---- The figures


def figure(name: str, kind: str, runs: Sequence[RunRecord]) -> Figure:
    """The curves of runs of one kind: a colour a run, or a model where there are many."""
    if kind == "rl":
        metrics = ", ".join(f"{curve.what} ({curve.unit})" for curve in CURVES["rl"])
        what, alt = f"RL by step, {_count(runs)}: {metrics}", "reward, response length, KL, entropy and loss"
    else:
        what, alt = f"SFT: training loss (nats per token) by step, {_count(runs)}", "loss"
    return Figure(
        name=name,
        caption=f"{what}. {_smoothing(runs)}",
        alt=f"Curves of training by step: {alt}, of {_count(runs)}.",
        draw=partial(draw_rl if kind == "rl" else draw_sft, tuple(runs)),
    )


def _count(runs: Sequence[RunRecord]) -> str:
    return f"{len(runs)} runs" if len(runs) > 1 else "one run"


def _smoothing(runs: Sequence[RunRecord]) -> str:
    if all(len(run.metrics) < _SMOOTHED_FROM for run in runs):
        return "Values as logged."
    return f"Pale: values as logged; strong, where {_SMOOTHED_FROM} or more were: their mean over a tenth of the steps."


@drawn
def draw_rl(runs: Sequence[RunRecord]) -> Drawing:
    """A panel a metric; the sixth place holds the legend."""
    figure = canvas(9.0, 5.2)
    *panels, last = figure.subplots(2, 3).flat
    for axis, curve in zip(panels, CURVES["rl"], strict=True):
        panel(axis, curve.what, "step", curve.unit)
        _curves(axis, runs, curve)
        if curve is REWARD:
            axis.set_ylim(0, 1)
    last.set_axis_off()
    handles, labels = panels[0].get_legend_handles_labels()
    last.legend(handles, labels, loc="center")
    return figure


@drawn
def draw_sft(runs: Sequence[RunRecord]) -> Drawing:
    """One panel."""
    labels = {_label(run, runs) for run in runs}
    figure = canvas(6.4, 3.3 + 0.2 * -(-len(labels) // 2))
    axis = figure.subplots()
    panel(axis, "training loss", "step", CURVES["sft"][0].unit)
    _curves(axis, runs, CURVES["sft"][0])
    axis.set_ylim(bottom=0)
    legend_below(figure, 2)
    return figure


def _curves(axis: Axes, runs: Sequence[RunRecord], curve: Curve) -> None:
    labels: list[str] = []
    for run in runs:
        steps, values = series(run, curve)
        label = _label(run, runs)
        told = label in labels
        labels += [] if told else [label]
        index = labels.index(label)
        style: dict[str, Any] = {
            "color": COLOURS[index % len(COLOURS)],
            "linestyle": LINES[index // len(COLOURS) % len(LINES)],
        }
        window = len(values) // 10 if len(values) >= _SMOOTHED_FROM else 1
        if window > 1:
            axis.plot(steps, values, linewidth=0.8, alpha=0.3, **style)
            total = [sum(values[end - window : end]) / window for end in range(window, len(values) + 1)]
            steps, values = steps[window // 2 : window // 2 + len(total)], total
        # Drawn even where nothing was logged, for the legend.
        marker = "o" if len(values) == 1 else ""
        axis.plot(steps, values, linewidth=1.4, marker=marker, label="" if told else label, **style)
    if not any(series(run, curve)[0] for run in runs):
        nothing(axis, "not logged")
