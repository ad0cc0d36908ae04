"""Figure 1: the training dynamics of the three-logit illustration, all panels, and what the text says of them."""

from __future__ import annotations

from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from dsrecipes import theory
from dsrecipes.report.cells import code, escape, number
from dsrecipes.report.document import Figure, Section, Table, Text
from dsrecipes.report.plotting import COLOURS, INK, canvas, drawn, legend_below, panel

_COLOURS = (COLOURS[0], COLOURS[2], COLOURS[1])
_LINES = ("-", "--", ":")
_NAMES = ("sampling (p)", "stop | correct (p_sc)", "resample | wrong (p_rw)")


def section() -> Section:
    """The figure, its constants, the statements measured, and over which constants they hold."""
    dynamics = theory.train()
    blocks = (figure(dynamics), Text(_ratios(dynamics)), constants(dynamics), statements(dynamics), sensitivity())
    return Section("figure-1", "Figure 1: training dynamics", blocks)


def figure(dynamics: theory.Dynamics) -> Figure:
    """All panels; the caption states the constants that the paper does not give."""
    given = "; ".join(f"{item.constant} {item.value} ({item.status})" for item in dynamics.constants.provenance())
    return Figure(
        name="figure-1",
        caption="Figure 1 recomputed: gradient ascent on the exact expectation of surrogate reward plus KL penalty in "
        "three logits, the reference set to the policy every update period (the cycles). The middle panels show sizes "
        "of gradients, the last the attribution ratio, |sampling| : sum of both |decision| (**assumed** definition); "
        f"where the reference is the policy, the KL penalty has no gradient and no ratio. Constants: {escape(given)}.",
        alt="Six panels by gradient step: probabilities, accuracy, gradients of the surrogate reward and of the KL "
        "penalty, net gradients, attribution ratios.",
        draw=partial(draw, dynamics),
    )


@drawn
def draw(dynamics: theory.Dynamics) -> Drawing:
    """Three rows of two panels, as the paper's text describes them."""
    drawing = canvas(7.2, 7.6)
    (probability, accuracy), (surrogate, kl), (net, ratio) = drawing.subplots(3, 2, sharex=True)
    _lines(probability, "policy", "probability", dynamics.probabilities)
    probability.set_ylim(0, 1.02)
    panel(accuracy, "accuracy", "", "probability")
    accuracy.plot(dynamics.accuracy, color=INK, linewidth=1.4)
    accuracy.set_ylim(0, 1.02)
    _lines(surrogate, "surrogate reward: |gradient|", "advantage per unit of logit", np.abs(dynamics.surrogate))
    _lines(kl, "KL penalty: |gradient|", "nats per unit of logit", np.abs(dynamics.kl))
    _lines(net, "net gradient", "objective per unit of logit", dynamics.net)
    net.set_xlabel("gradient step", fontsize=8)
    net.axhline(0, color=INK, linewidth=0.8)
    panel(ratio, "attribution ratio", "gradient step", "sampling : decision")
    ratio.plot(dynamics.kl_ratio, color=COLOURS[3], linewidth=1.4)
    ratio.plot(dynamics.surrogate_ratio, color=COLOURS[6], linewidth=1.4, linestyle="--")
    ratio.set_yscale("log")
    ratio.set_ylim(0.5, 60)
    ratio.set_yticks([0.5, 1, 2, 5, 10, 20, 50], ["0.5", "1", "2", "5", "10", "20", "50"])
    ratio.minorticks_off()
    for text, x, y in (("KL penalty", 0.5, 33), ("surrogate reward", 0.5, 1.12), ("2 : 1", 0.94, 2.15)):
        ratio.text(x * len(dynamics.accuracy), y, text, ha="center", fontsize=8, color="#222222")
    ratio.axhline(2, color=INK, linewidth=0.8, linestyle=":")
    legend_below(drawing, 3)
    return drawing


def _lines(axis: Axes, title: str, unit: str, values: np.ndarray) -> None:
    panel(axis, title, "", unit)
    for column, (name, colour, line) in enumerate(zip(_NAMES, _COLOURS, _LINES, strict=True)):
        axis.plot(values[:, column], color=colour, linestyle=line, linewidth=1.4, label=name)


def _ratios(dynamics: theory.Dynamics) -> str:
    kl = dynamics.kl_ratio[~np.isnan(dynamics.kl_ratio)]
    surrogate = dynamics.surrogate_ratio
    return (
        f"**Attribution ratio** over the {len(surrogate)} steps (lowest, median, highest): surrogate reward "
        f"{surrogate.min():.2f}, {np.median(surrogate):.2f}, {surrogate.max():.2f}; KL penalty {kl.min():.1f}, "
        f"{np.median(kl):.1f}, {kl.max():.1f}. The paper: near 1, and above 2 throughout. In closed form the reward's "
        "is 1 / (1 − p_sc + p_rw)."
    )


def constants(dynamics: theory.Dynamics) -> Table:
    """What the figure depends on, and where each value comes from."""
    rows = dynamics.constants.provenance()
    return Table(
        name="figure-1-constants",
        caption="The constants of Figure 1. *Reconstructed*: from Appendix C; *assumed*: ours, the paper does not give "
        "them.",
        frame=theory.frame(rows),
        headings=("constant", "value", "status", "why"),
        cells=tuple((code(row.constant), escape(row.value), row.status, escape(row.why)) for row in rows),
    )


def statements(dynamics: theory.Dynamics) -> Table:
    """The text's statements, measured."""
    rows = theory.statements(dynamics)
    return Table(
        name="figure-1-statements",
        caption="What the text says of Figure 1, measured over the steps. The criteria are ours (**assumed**), but for "
        "2:1.",
        frame=theory.frame(rows),
        headings=("the paper says", "measured", "lowest", "median", "highest", "criterion", "holds"),
        cells=tuple(
            (
                escape(row.statement),
                escape(row.measure),
                number(row.low),
                number(row.median),
                number(row.high),
                escape(row.criterion),
                _yes(row.holds),
            )
            for row in rows
        ),
    )


def sensitivity() -> Table:
    """One constant changed at a time."""
    rows = theory.sensitivity()
    return Table(
        name="figure-1-sensitivity",
        caption="Over which constants it holds: one changed at a time, the others as above. *Reward near 1*: from 2/3 "
        "to 3/2 at every step; *KL above 2*: at every step.",
        frame=theory.frame(rows),
        headings=("constant", "value", "reward's ratio", "near 1", "KL's ratio (median)", "above 2"),
        cells=tuple(
            (
                code(row.constant) if row.constant.isidentifier() else row.constant,
                escape(row.value),
                f"{number(row.surrogate_low)} to {number(row.surrogate_high)}",
                _yes(row.surrogate_near_one),
                f"{number(row.kl_low)} to {number(row.kl_high)} ({number(row.kl_median)})",
                _yes(row.kl_above_two),
            )
            for row in rows
        ),
    )


def _yes(holds: bool) -> str:
    return "yes" if holds else "**no**"
