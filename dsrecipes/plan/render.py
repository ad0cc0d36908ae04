"""A plan as a table for people, or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dsrecipes.plan.plan import Plan
from dsrecipes.plan.quantities import GIB, Memory, Span
from dsrecipes.plan.stages import StagePlan


def as_json(plan: Plan) -> dict[str, Any]:
    """All of a plan: bytes, seconds, tokens; every term with its formula and source."""
    machine = asdict(plan.machine)
    return {
        "recipe": plan.recipe,
        "machine": machine,
        "shape": {**asdict(plan.shape), "parameters": plan.shape.parameters},
        "fits": plan.fits,
        "problems": list(plan.problems),
        "seconds": asdict(plan.seconds) if plan.seconds else None,
        "disk_bytes": plan.disk,
        "estimate": True,
        "stages": [_stage_as_json(stage) for stage in plan.stages],
    }


def _stage_as_json(stage: StagePlan) -> dict[str, Any]:
    return {
        **asdict(stage),
        "fits": stage.fits,
        "gpu": _memory_as_json(stage.gpu),
        "host": _memory_as_json(stage.host),
    }


def _memory_as_json(memory: Memory | None) -> dict[str, Any] | None:
    if memory is None or not memory.moments:
        return None
    peak = {"peak": memory.peak.name, "peak_bytes": memory.peak.bytes, "spare_bytes": memory.spare}
    return {**asdict(memory), **peak, "fits": memory.fits}


def as_table(plan: Plan, *, terms: bool = True) -> RenderableType:
    """The stages in a table; with `terms`, under it the sum of each memory at its fullest moment."""
    title = f"{plan.recipe} on {plan.machine.name} ({plan.machine.title}): estimates"
    table = Table("stage", "steps", "tokens", "time", "GPU", "host", "disk", title=escape(title), title_justify="left")
    for stage in plan.stages:
        table.add_row(
            f"{stage.name}\n[dim]{escape(stage.does)}[/]",
            "" if stage.steps is None else f"{stage.steps:,}",
            _count(stage.tokens),
            duration(stage.seconds),
            _verdict(stage.gpu),
            _verdict(stage.host),
            size(sum(term.bytes for term in stage.disk)) if stage.disk else "",
        )
    table.add_section()
    whole = duration(plan.seconds) if plan.seconds else "not known"
    table.add_row("all", "", "", whole, "", "", size(plan.disk))
    lines: list[RenderableType] = [table]
    lines += [Text(f"! {problem}", style="yellow") for problem in plan.problems]
    for stage in plan.stages:
        lines += [Text(f"{stage.name}: {note}", style="dim") for note in stage.notes]
        if stage.advice:
            lines.append(Text(f"{stage.name}: {stage.advice}", style="yellow"))
    if terms:
        lines += [
            _sum(stage, memory)
            for stage in plan.stages
            for memory in (stage.gpu, stage.host)
            if memory and memory.moments
        ]
    return Group(*lines)


def _sum(stage: StagePlan, memory: Memory) -> Table:
    """A memory's terms at its fullest moment, and the sums of the other moments."""
    moment = memory.peak
    table = Table(
        "GiB", "term", "formula", "source", title_justify="left", title=f"{stage.name}, {memory.place}: {moment.name}"
    )
    for term in moment.terms:
        table.add_row(f"{term.bytes / GIB:.2f}", escape(term.name), escape(term.formula), escape(term.source))
    table.add_section()
    available = f"of {memory.available / GIB:.1f}" if memory.available is not None else "of an unknown memory"
    table.add_row(f"{moment.bytes / GIB:.2f}", available, _spare(memory), "")
    for other in memory.moments:
        if other is not moment:
            table.add_row(f"[dim]{other.bytes / GIB:.2f}[/]", f"[dim]{escape(other.name)}[/]", "", "")
    return table


def _spare(memory: Memory) -> str:
    if memory.spare is None:
        return ""
    gib = f"{abs(memory.spare) / GIB:.1f} GiB"
    return f"[green]fits, {gib} to spare[/]" if memory.spare >= 0 else f"[red]does not fit, {gib} too much[/]"


def _verdict(memory: Memory | None) -> str:
    if memory is None or not memory.moments:
        return ""
    used = f"{memory.peak.bytes / GIB:.1f}"
    if memory.available is None:
        return f"{used} GiB"
    color = "green" if memory.fits else "red"
    return f"[{color}]{used} of {memory.available / GIB:.0f} GiB[/]"


def _count(span: Span | None) -> str:
    if span is None:
        return ""
    return _ends(_short(span.low), _short(span.high))


def _short(number: float) -> str:
    for factor, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= factor:
            return f"{number / factor:.3g} {unit}"
    return f"{number:.0f}"


def duration(span: Span | None) -> str:
    """`2 - 28 min`; empty where it is not known."""
    return "" if span is None else _ends(_clock(span.low), _clock(span.high))


def _clock(seconds: float) -> str:
    for length, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * length:
            return f"{seconds / length:.3g} {unit}"
    return f"{seconds:.0f} s"


def _ends(low: str, high: str) -> str:
    return low if low == high else f"{low} - {high}"


def size(bytes_: float) -> str:
    """`1.5 GiB`, `52.3 MiB`"""
    return f"{bytes_ / GIB:.1f} GiB" if bytes_ >= GIB / 10 else f"{bytes_ / 2**20:.1f} MiB"
