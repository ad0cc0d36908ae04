"""The paper's theory computed: Figure 1, Appendices C and D, lemmas and theorems. It depends on no run."""

from __future__ import annotations

from functools import cache

from dsrecipes import theory
from dsrecipes.report.cells import escape, number
from dsrecipes.report.document import Section, Table, Text
from dsrecipes.report.sections import figure_1

TOLERANCE = 1e-9
"""A formula holds if it differs from the enumeration by less."""

INTRODUCTION = (
    "Exact, on models small enough to enumerate, by `dsrecipes.theory` (docs/theory.md says what is paper, "
    "reconstructed and assumed). No run enters here."
)


@cache
def section() -> Section:
    """All of it; the same at every call, so that a report made again does not compute it again."""
    return Section(
        "theory",
        "The theory, computed",
        (Text(INTRODUCTION),),
        (
            figure_1.section(),
            Section("appendix-c", "Appendix C: numerical illustration", (Text(_appendix_c_finding()), appendix_c())),
            Section("appendix-d", "Appendix D: SFT, DFT and RL", (Text(_APPENDIX_D), appendix_d())),
            Section("theorems", "Lemmas and theorems as checks", (Text(_THEOREMS), theorems())),
            Section("length", "How the KL penalty grows with length", (Text(_GROWTH), growth())),
        ),
    )


# ---- Appendix C


@cache
def _appendix_c_rows() -> list[theory.AppendixCRow]:
    return theory.appendix_c_rows()


def _appendix_c_finding() -> str:
    compared = [row for row in _appendix_c_rows() if row.difference is not None]
    rounded = [row for row in compared if "rounding" in row.why]
    return (
        f"Of {len(compared)} printed numbers {len(compared) - len(rounded)} are equal to four decimals at full "
        f"precision; the other {len(rounded)} follow from the paper's inputs when the log-ratios per token are first "
        "rounded to 0.0415 and −0.0588. No sign and no statement of the appendix changes."
    )


def appendix_c() -> Table:
    """Every number: the paper's, ours, ours with its rounding, the difference and why."""
    rows = _appendix_c_rows()
    return Table(
        name="appendix-c",
        caption="Appendix C recomputed from its inputs (**reconstructed**: logits 0.4, 2.2, 1.4; reference 0.3, 2.0, "
        "1.2; advantage 0.5; 8 tokens an answer; KL weight and discount 1). Units by group: probability, nats, nats "
        "per unit of logit, ratio.",
        frame=theory.frame(rows),
        headings=("group", "quantity", "paper", "ours", "as the paper rounds", "difference", "why"),
        cells=tuple(
            (
                escape(row.group),
                escape(row.quantity),
                _decimals(row.paper, "lost from the text"),
                _decimals(row.ours, ""),
                _decimals(row.ours_rounded, ""),
                "–" if row.difference is None else f"{row.difference:+.4f}",
                escape(row.why),
            )
            for row in rows
        ),
    )


def _decimals(value: float | None, missing: str) -> str:
    return missing if value is None else f"{value:+.4f}"


# ---- Appendix D

_APPENDIX_D = (
    "Each entry is measured by automatic differentiation on 20 random small models: does Q move when the policy does, "
    "does it grow with a later answer's length? *Measured* is the smallest and largest over the models. The last two "
    "properties are ours: the gradients of SFT and DFT do not weigh ∇ log π by these Q, and RL's Q is free of the "
    "policy only for a given rollout."
)


def appendix_d() -> Table:
    """A row a property, the paper's word and ours for each method."""
    rows = theory.appendix_d_rows()
    entries = {(row.property, row.method): row for row in rows}
    methods = list(dict.fromkeys(row.method for row in rows))
    return Table(
        name="appendix-d",
        caption="Appendix D's table: ours (the paper's), and what was measured.",
        frame=theory.frame(rows),
        headings=(
            "property",
            "source",
            *(heading for method in methods for heading in (method, f"{method}: measured")),
        ),
        cells=tuple(
            (
                escape(name),
                entries[name, methods[0]].source,
                *(cell for method in methods for cell in _entry(entries[name, method])),
            )
            for name in dict.fromkeys(row.property for row in rows)
        ),
    )


def _entry(row: theory.AttributionRow) -> tuple[str, str]:
    beside = f" ({row.paper or 'lost'})" if row.source == "paper" else ""
    differs = " **differs**" if row.agrees is False else ""
    measured = row.low == row.low  # NaN where it follows from other rows
    return f"{escape(row.ours + beside)}{differs}", _range(row.low, row.high) if measured else "follows"


def _range(low: float, high: float) -> str:
    """What differs from 0 in the last bits of a number only is told as 0."""
    low, high = (0.0 if abs(value) < 1e-12 else value for value in (low, high))
    return number(low) if low == high else f"{number(low)} to {number(high)}"


# ---- Lemmas and theorems

_THEOREMS = (
    "Random small models: four candidates, strings of one to three tokens; sampling and decision share six parameters; "
    "up to four attempts, 596 trajectories. Both sides of each statement (**reconstructed**) are computed: the "
    f"formula, and the enumeration of all trajectories. It holds if they differ by less than {TOLERANCE:g}."
)


@cache
def _checks() -> list[theory.CheckSummary]:
    return theory.summarize(theory.check_all())


def theorems() -> Table:
    """A row a statement and quantity, with the largest difference."""
    rows = _checks()
    return Table(
        name="theorems",
        caption="Formula against enumeration: the largest difference over all models (relative where values exceed 1).",
        frame=theory.frame(rows),
        headings=("statement", "quantity", "models", "values", "largest difference", "holds"),
        cells=tuple(
            (
                escape(row.statement),
                escape(row.quantity),
                str(row.models),
                f"{row.values:,}",
                f"{row.largest_error:.1e}",
                "yes" if row.largest_error < TOLERANCE else "**no**",
            )
            for row in rows
        ),
    )


def findings() -> str:
    """The theory in a sentence."""
    checks = _checks()
    holding = sum(row.largest_error < TOLERANCE for row in checks)
    return (
        f"{holding} of {len(checks)} checks of lemmas and theorems hold to {TOLERANCE:g} (largest difference "
        f"{max(row.largest_error for row in checks):.0e}). {_appendix_c_finding()}"
    )


# ---- Growth with length

_GROWTH = (
    "Theorem 3.2 takes an answer's penalty to be of the order of its length L. A *mean* penalty is; a *typical* one on "
    "the policy's own samples grows as √L at first, because log-ratios of either sign cancel (tokens independent, "
    "**assumed**)."
)


def growth() -> Table:
    """An answer's penalty against a decision's, by length."""
    rows = theory.penalty_growth()
    return Table(
        name="penalty-growth",
        caption="KL penalty of an answer of L tokens relative to that of a decision of one token, for Appendix C's "
        "logits; exponent: of the typical penalty in L, 1 for the theorem's order, 1/2 for a random walk.",
        frame=theory.frame(rows),
        headings=("L, tokens", "typical", "mean", "exponent"),
        cells=tuple((f"{row.length:,}", number(row.typical), number(row.mean), number(row.exponent)) for row in rows),
    )
