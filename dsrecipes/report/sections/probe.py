"""Where gradients fall: what `dsrecipes probe` measured, against the paper's predictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from dsrecipes.errors import UserError
from dsrecipes.probe.attribution import Attribution, Estimate
from dsrecipes.probe.objectives import OBJECTIVES
from dsrecipes.probe.predictions import Judged
from dsrecipes.probe.results import RESULT_FILE, ModelProbe, Probe, by_statement, finding, read_probe, sentence
from dsrecipes.report.cells import escape, number
from dsrecipes.report.document import Block, Figure, Section, Table, Text
from dsrecipes.report.naming import names
from dsrecipes.report.plotting import COLOURS, INK, LINES, MARKERS, canvas, drawn, legend_below, panel, shifts
from dsrecipes.verdict import Verdict

_HOW = (
    "S: sampling tokens, D: decision tokens, told apart by the words of the analyser (docs/probe.md), in one network "
    "whose parameters both share. Norms are of the gradient of the mean loss over all tokens. A group with more tokens "
    "has a larger gradient under any objective: were tokens alike and unrelated, S : D would be the root of their "
    "numbers' ratio, so objectives are to be compared with each other rather than with 1. *Signal*: what is left of a "
    "squared norm when the sample's noise is taken off; *expected*: the ratio with the noise off, told where the "
    "intervals of both signals are above 0. Intervals: 95%, delete-a-block jackknife over prompts."
)


@dataclass(frozen=True)
class FoundProbe:
    """A probe and the folder, relative to the runs', that it lies in."""

    folder: str
    probe: Probe


@dataclass(frozen=True)
class Probes:
    """All probes that were found, and what of them could not be read."""

    found: tuple[FoundProbe, ...] = ()
    problems: tuple[str, ...] = ()


NO_PROBES = Probes()


def find_probes(runs_dir: Path) -> Probes:
    """The probes in a folder of runs (`runs/probe`), and in the folder `probe` of a run."""
    found, problems = [], []
    for file in sorted({*runs_dir.glob(f"*/{RESULT_FILE}"), *runs_dir.glob(f"*/*/probe/{RESULT_FILE}")}):
        try:
            found.append(FoundProbe(file.parent.relative_to(runs_dir).as_posix(), read_probe(file)))
        except UserError as error:
            problems.append(str(error))
    return Probes(tuple(found), tuple(problems))


def section(probes: Probes) -> Section:
    """A part for each probe: what was found in a sentence, its table, predictions and figures."""
    ids = names("gradients", [item.folder for item in probes.found])
    parts = tuple(_part(item, id) for item, id in zip(probes.found, ids, strict=True))
    return Section("gradients", "Gradient attribution, measured", (Text(_HOW),), parts)


def _part(item: FoundProbe, id: str) -> Section:
    probe = item.probe
    told = "\n".join(f"- **{escape(model.label)}**: {escape(sentence(model))}" for model in probe.models)
    notes = "\n".join(
        f"- {escape(model.label)}: {escape(note)}." for model in probe.models for note in model.notes
    )  # fmt: skip
    blocks: list[Block] = [
        Text(f"**The data say:** {escape(finding(probe))} By model, of the batches' own norms:\n\n{told}"),
        figure(probe, id),
        attribution_table(probe, id),
        predictions_table(probe, id),
    ]
    if sum(model.step is not None for model in probe.models) > 1:
        blocks.insert(2, training_figure(probe, id))
    last = probe.models[-1]
    if any(len(scopes) > 2 for scopes in last.by_scope.values()):
        blocks += [layers_figure(last, id), layers_table(last, id)]
    return Section(id, f"Probe {item.folder}", (*blocks, Text(f"What was measured:\n\n{notes}")))


# ---- Tables


def attribution_table(probe: Probe, id: str) -> Table:
    """A row a model and objective, over the whole model; the CSV has all quantities."""
    rows = probe.attribution_rows()
    return Table(
        name=f"{id}-attribution",
        caption="Gradients on sampling (S) and decision (D) tokens: norms, the same by token of the group (‖sum‖ / "
        "tokens) and within a response (root mean square over responses), ratio of the norms, cosine between the "
        "groups, share of the whole gradient (projection on it; both shares add up to 1).",
        frame=pd.DataFrame([row for row in rows if row["scope"] == "whole model"]),
        headings=(
            "model",
            "objective",
            "on",
            "tokens S : D",
            "norm S",
            "norm D",
            "by token S, D",
            "within a response S, D",
            "S : D",
            "S : D expected",
            "signal S, D",
            "cosine",
            "share of D",
        ),
        cells=tuple(_row(model, name, item) for model in probe.models for name, item in model.whole.items()),
    )


def _row(model: ModelProbe, name: str, item: Attribution) -> tuple[str, ...]:
    return (
        escape(model.label),
        OBJECTIVES[name].title,
        f"{model.batches[name]}, {model.prompts(model.batches[name])}",
        f"{item.tokens[0]:,} : {item.tokens[1]:,}",
        _cell(item.sampling),
        _cell(item.decision),
        f"{number(item.sampling_by_token.value)}, {number(item.decision_by_token.value)}",
        f"{number(item.sampling_rms.value)}, {number(item.decision_rms.value)}",
        _cell(item.ratio),
        _cell(item.signal_ratio, "not above noise"),
        f"{_cell(item.sampling_signal)}, {_cell(item.decision_signal)}",
        _cell(item.cosine),
        _cell(item.decision_share),
    )


def predictions_table(probe: Probe, id: str) -> Table:
    """A row a statement of the paper, as expected and in this batch; a column a model. The CSV says why one is open."""
    rows = []
    for of_models in by_statement(probe):
        said = of_models[0]
        claim = (said.says, said.where, f"{said.measure}: {said.criterion}")
        rows.append((*claim, "expected", *(_verdict(item.expected) for item in of_models)))
        rows.append(("", "", "", "this batch", *(_verdict(item.batch) for item in of_models)))
    return Table(
        name=f"{id}-predictions",
        caption="What the paper's theorems predict of these gradients, in terms of Figure 1's ratio; that *near 1* is "
        "2/3 to 3/2, and that SFT is held to the KL penalty's bound, is **assumed**. *Expected*: with the sample's "
        "noise off (–: a group's gradient cannot be told from noise, or there is none); *this batch*: as it is. On "
        f"{_on(probe)}.",
        frame=pd.DataFrame(probe.prediction_rows()),
        headings=(
            "the paper predicts",
            "where",
            "measure",
            "gradient",
            *(escape(model.label) for model in probe.models),
        ),
        cells=tuple(rows),
    )


def _on(probe: Probe) -> str:
    """The prompts of all models, told once where they are the same."""
    told = {model.label: model.on for model in probe.models}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return "; ".join(f"{escape(label)}: {on}" for label, on in told.items())


def _verdict(judged: Judged) -> str:
    if judged.measured.value is None:
        return "–"
    told = str(judged.verdict)
    return f"{_cell(judged.measured)} {told if judged.verdict is Verdict.UNDECIDED else f'**{told}**'}"


def layers_table(model: ModelProbe, id: str) -> Table:
    """One model by layer; the CSV has all quantities."""
    probe = Probe({}, (model,))
    return Table(
        name=f"{id}-layers",
        caption=f"{escape(model.label)}, by layer: ratio of the norms, cosine, share of the layer's gradient. On "
        f"{model.on}.",
        frame=pd.DataFrame(probe.attribution_rows()),
        headings=("objective", "layer", "S : D", "cosine", "share of D"),
        cells=tuple(
            (OBJECTIVES[name].title, item.scope, _cell(item.ratio), _cell(item.cosine), _cell(item.decision_share))
            for name, scopes in model.by_scope.items()
            for item in scopes[1:]
        ),
    )


def _cell(estimate: Estimate, missing: str = "undefined") -> str:
    if estimate.value is None:
        return missing
    bounds = estimate.interval
    return number(estimate.value) + (f" [{number(bounds[0])}, {number(bounds[1])}]" if bounds else "")


# ---- Figures


def figure(probe: Probe, id: str) -> Figure:
    """The ratio by objective, a marker a model."""
    return Figure(
        name=f"{id}-ratio",
        caption="Ratio of the gradients' norms, sampling : decision, by objective. Filled: of this batch; hollow: "
        "expected, noise off, where the intervals of both signals are above 0. Short lines: the root of the ratio of "
        "the numbers of tokens, which tokens alike and unrelated would give. Dotted: 1 and 2, the paper's marks.",
        alt="The ratio of sampling to decision gradients for each objective and model, with intervals.",
        draw=partial(draw, probe),
    )


@drawn
def draw(probe: Probe) -> Drawing:
    """Objectives along x, models side by side."""
    drawing = canvas(6.8, 3.9)
    axis = drawing.subplots()
    shown = [name for name in OBJECTIVES if any(name in model.whole for model in probe.models)]
    _ratio_panel(axis, "sampling : decision", "")
    axis.set_xticks(range(len(shown)), [OBJECTIVES[name].title for name in shown], fontsize=7.5)
    for index, (model, shift) in enumerate(zip(probe.models, shifts(len(probe.models)), strict=True)):
        colour, marker = COLOURS[index % len(COLOURS)], MARKERS[index % len(MARKERS)]
        label = model.label
        for place, name in enumerate(shown):
            item = model.whole.get(name)
            if item is None:
                continue
            _point(axis, place + shift, item.ratio, colour, marker, label=label)
            _point(axis, place + shift + 0.05, item.signal_ratio, colour, marker, hollow=True)
            label = "_"
            if all(item.tokens):
                axis.hlines(
                    (item.tokens[0] / item.tokens[1]) ** 0.5, place + shift - 0.1, place + shift + 0.1, color=INK
                )
    axis.set_xlim(-0.6, len(shown) - 0.4)
    legend_below(drawing, 4)
    return drawing


def training_figure(probe: Probe, id: str) -> Figure:
    """The ratio along a training, a line an objective."""
    return Figure(
        name=f"{id}-training",
        caption="Along the training, the real counterpart of Figure 1's attribution ratio: sampling : decision of the "
        "norms of this batch's gradients, by step of the checkpoint. Dotted: 1 and 2, the paper's marks.",
        alt="The ratio of sampling to decision gradients by training step, a line for each objective.",
        draw=partial(draw_training, probe),
    )


@drawn
def draw_training(probe: Probe) -> Drawing:
    """Steps along x."""
    drawing = canvas(6.4, 3.7)
    axis = drawing.subplots()
    _ratio_panel(axis, "attribution along the training", "step")
    models = sorted((model for model in probe.models if model.step is not None), key=lambda model: model.step or 0)
    for index, name in enumerate(OBJECTIVES):
        points = [
            (model.step or 0, model.whole[name].ratio)
            for model in models
            if name in model.whole and model.whole[name].ratio.value
        ]
        _line(axis, points, index, OBJECTIVES[name].title)
    legend_below(drawing, 3)
    return drawing


def layers_figure(model: ModelProbe, id: str) -> Figure:
    """The ratio by layer, a line an objective."""
    return Figure(
        name=f"{id}-by-layer",
        caption=f"{escape(model.label)}: ratio of the gradients' norms, sampling : decision, by layer.",
        alt="The ratio of sampling to decision gradients by layer, a line for each objective.",
        draw=partial(draw_layers, model),
    )


@drawn
def draw_layers(model: ModelProbe) -> Drawing:
    """Layers along x, in the model's order."""
    drawing = canvas(6.8, 3.9)
    axis = drawing.subplots()
    _ratio_panel(axis, "by layer", "")
    scopes = [item.scope for item in next(iter(model.by_scope.values()))[1:]]
    for index, name in enumerate(OBJECTIVES):
        items = model.by_scope.get(name, [])[1:]
        points = [(place, item.ratio) for place, item in enumerate(items) if item.ratio.value]
        _line(axis, points, index, OBJECTIVES[name].title)
    step = max(1, len(scopes) // 12)
    axis.set_xticks(range(0, len(scopes), step), scopes[::step], rotation=30, ha="right", fontsize=7.5)
    legend_below(drawing, 3)
    return drawing


def _ratio_panel(axis: Axes, title: str, x: str) -> None:
    panel(axis, title, x, "norm on S : norm on D", grid="y")
    axis.set_yscale("log")
    for value in (1, 2):
        axis.axhline(value, color=INK, linewidth=0.8, linestyle=":")


def _point(
    axis: Axes, x: float, estimate: Estimate, colour: str, marker: str, *, label: str = "_", hollow: bool = False
) -> None:
    if not estimate.value:
        return
    if estimate.interval:
        axis.vlines(x, *estimate.interval, color=colour, linewidth=0.9)
    axis.plot(
        x,
        estimate.value,
        marker=marker,
        color=colour,
        markerfacecolor="white" if hollow else colour,
        markersize=5,
        linestyle="none",
        label=label,
    )


def _line(axis: Axes, points: Sequence[tuple[int, Estimate]], index: int, label: str) -> None:
    """An objective's line; none, and no place in the legend, where it was not measured."""
    if not points:
        return
    style = {"color": COLOURS[index % len(COLOURS)], "marker": MARKERS[index % len(MARKERS)]}
    xs, ys = [x for x, _ in points], [estimate.value for _, estimate in points]
    axis.plot(xs, ys, linestyle=LINES[index % len(LINES)], linewidth=1.1, markersize=4, label=label, **style)  # type: ignore[arg-type]
    for x, estimate in points:
        if estimate.interval:
            axis.vlines(x, *estimate.interval, color=style["color"], linewidth=0.7)
