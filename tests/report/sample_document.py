"""A made-up report with every kind of block: for the tests of its forms."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Drawing

from dsrecipes.report.document import Document, Figure, Section, Table, Text

SIZES = ["3×3", "3×4", "4×4", "4×5", "5×5", "5×6", "6×6"]
HOSTILE = "<script>alert(1)</script>"


def accuracy(n_rows: int = 6, name: str = "accuracy") -> Table:
    """A table of 12 columns with an interval a cell, of which every third row has a reason in place of numbers."""
    rng = np.random.default_rng(5)
    columns = [*SIZES, "in", "out", "all", "gap"]
    values = rng.uniform(0, 1, (n_rows, len(columns)))
    models = [f"model-{row} with a name" for row in range(n_rows)]
    cells = []
    for row, model in enumerate(models):
        numbers = [f"{100 * value:.1f} [{95 * value:.1f}, {100 - 95 * (1 - value):.1f}]" for value in values[row]]
        why = ["not run" if row % 2 else "no wrong attempt: p_rw undefined"] * len(columns)
        cells.append((model, *(why if row % 3 == 2 else numbers)))
    return Table(
        name=name,
        caption="Accuracy in % by digits of the operands, with 95% intervals (*Wilson*); n = 100 a cell; p → q ≤ 1.",
        frame=pd.DataFrame(values, columns=columns).assign(model=models, why=[None] * n_rows),
        headings=("model", *columns),
        cells=tuple(cells),
    )


def runs() -> Table:
    """A table of texts: code, links, long cells, and names that someone chose badly."""
    return Table(
        name="runs",
        caption=f"Runs, and `{HOSTILE}` as a model's name: {HOSTILE}.",
        frame=pd.DataFrame({"run": [HOSTILE, "b"], "seed": [0, 1]}),
        headings=("run", "model", "hash", "what | why"),
        cells=(
            (
                f"`runs/{HOSTILE}/a`",
                HOSTILE,
                "`0a1b2c3d4e5f6071`",
                "a [link](https://example.org/a_b?c=d&e=1%25) | a bar",
            ),
            (
                "`runs/tiny/rl-grpo/seed-1/2026-01-01T00-00-00/a-long-folder`",
                "x_y & 100% #1 {a} ~ ^ \\\\ $5",
                "`--strict`",
                "Left out, because *another* run of the same recipe is **newer**; see [its section](#training).",
            ),
        ),
    )


def curves(n_panels: int, width: float = 6.0) -> Drawing:
    figure = Drawing(figsize=(width, 3.2), layout="constrained")
    steps = np.arange(200)
    for index, axis in enumerate(figure.subplots(1, n_panels, squeeze=False).flat):
        for shift, colour in enumerate(("#0072B2", "#D55E00", "#009E73")):
            axis.plot(steps, np.tanh(steps / (40 + 20 * shift + 10 * index)), color=colour, label=f"seed {shift}")
        axis.set_title(f"panel {index}: $p_{{sc}}$ < 1")
        axis.set_xlabel("step")
        axis.set_ylabel("reward, mean")
        axis.set_ylim(0, 1.05)
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3)
    return figure


def figure(name: str, n_panels: int = 1, width: float = 6.0) -> Figure:
    return Figure(
        name=name,
        caption=f"{name}: mean reward (fraction of 1) by step, *n* = 3 seeds.",
        alt=f'Curves of "{name}" that rise from 0 to 1 & stay there.',
        draw=lambda: curves(n_panels, width),
    )


def sample() -> Document:
    return Document(
        title="A replication report & its <title>",
        summary=Text(
            "**Claimed**: RL's gain is *decision*.\n\n**Measured**: undecided; see [Table 1](#table-accuracy).\n\n"
            f"- a model called {HOSTILE}\n- costs of $1 and $2; `p_sc` is {HOSTILE.replace('script', 'b')}"
        ),
        problems=(f"runs/{HOSTILE}: manifest.json is *no* JSON", "runs/b: trajectories.jsonl is cut short"),
        sections=(
            Section(
                "results",
                "Results",
                (Text("Numbers, and where there is none, why.\n\n1. first\n2. second"), accuracy(), figure("curves")),
                (
                    Section(
                        "training",
                        f"Training of {HOSTILE}",
                        (figure("wide", 5, 14.0), Text("![an image](https://example.org/x.png)")),
                        (Section("deeper", "Deeper still", (accuracy(60, "long"),)),),
                    ),
                ),
            ),
            Section("provenance", "Provenance", (runs(), Text("```\npip install dsrecipes\n```"))),
        ),
    )
