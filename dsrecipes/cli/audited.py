"""Prints audited trajectories for a person: in colours on a terminal, with the same marks anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsrecipes.analysis.audit import Audited

_STYLES = {
    "outside": "dim",
    "attempt": "",
    "candidate": "bold green",
    "marker": "bold yellow",
    "mark": "bold cyan",
}
_LEGEND = "[attempt N → … ← candidate, right or wrong: decision]   ‹candidate›   «marker»"


def print_audited(drawn: list[Audited], n_read: int, *, disagreements: bool) -> None:
    """Each trajectory under a line that names it, with what the analysis and the reward make of it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for number, item in enumerate(drawn, start=1):
        console.print(Text(f"{number}/{len(drawn)}  {_heading(item)}", "bold"))
        line = Text()
        for piece in item.pieces():
            line.append(piece.text, _STYLES[piece.kind])
        console.print(line)
        console.print(Text(f"reward: {_reward(item)}\n", "bold"))
    among = " in which the analysis and the reward read different answers" if disagreements else ""
    console.print(Text(f"{len(drawn)} trajectories{among}, drawn at random from {n_read}.  {_LEGEND}"))


def _heading(item: Audited) -> str:
    from dsrecipes.analysis.audit import printable

    trajectory = item.trajectory
    a, b = trajectory.operands
    cut = ", cut off at the token limit" if trajectory.truncated else ""
    names = printable(f"{trajectory.id} (seed {trajectory.seed})  {trajectory.model} {trajectory.size}")
    return f"{names}  {a} × {b} = {trajectory.ground_truth}{cut}"


def _reward(item: Audited) -> str:
    answer = item.judged.answer or "no answer"
    disagrees = "; the analysis reads another answer" if item.judged.reader_disagrees else ""
    return f"{answer}, {'right' if item.judged.right else 'wrong'}{disagrees}"
