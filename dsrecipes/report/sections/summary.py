"""The head of the report: what was claimed, what was measured, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dsrecipes.probe.results import finding
from dsrecipes.report.arms import FILES, Scale
from dsrecipes.report.cells import escape, percent
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.document import Text
from dsrecipes.report.gaps import Gaps
from dsrecipes.report.paper import paper
from dsrecipes.report.sections.predictions import tally
from dsrecipes.report.sections.probe import NO_PROBES, Probes
from dsrecipes.report.sections.theory import findings
from dsrecipes.report.verdicts import Judged


@dataclass(frozen=True)
class Part:
    """A scale with what was made of it."""

    scale: Scale
    gaps: Gaps
    judged: tuple[Judged, ...]


def summary(runs: Sequence[RunRecord], parts: Sequence[Part], probes: Probes = NO_PROBES) -> Text:
    """A few lines: the claim, the data's sentences by scale, how many runs, seeds and problems they rest on, what the
    gradients say."""
    lines = [
        f"Replicates: {paper().citation}. {_runs(runs)}",
        f"**Claimed** ({paper().claim_where}): {paper().claim}",
    ]
    for part in parts:
        if part.scale.measured:
            lines.append(f"**Measured**, {title(part.scale)}: {_accuracies(part.scale)} {_sure(part.scale)}")
            found = [f"- {escape(gap.sentence)}" for gap in part.gaps.claim if gap.parts]
            if part.judged:
                found.append(f"- {tally(part.judged)} ([all](#table-predictions-{part.scale.slug}))")
            if len(part.scale.measured) > 1 and any(not arm.in_paper for arm in part.scale.measured):
                found.append(
                    f"- What each objective trained, by [sampling and decision](#objectives-{part.scale.slug})."
                )
            lines.append("\n".join(found))
    lines += [f"**Gradients**, {escape(item.folder)}: {escape(finding(item.probe))}" for item in probes.found]
    lines.append(f"**Theory**: {findings()}")
    lines.append(
        "What is **assumed** or **reconstructed**, because the paper's text lost it, is marked where it stands and "
        "listed at the end. All intervals are 95%."
    )
    return Text("\n\n".join(line for line in lines if line))


def title(scale: Scale) -> str:
    """What a scale's part is called."""
    return "trajectories from files" if scale.name == FILES else f"{scale.name} scale"


def _runs(runs: Sequence[RunRecord]) -> str:
    if not runs:
        return "No runs found yet: every value of ours that needs one is missing (*not run*)."
    done = sum(run.manifest.state == "done" for run in runs)
    return f"{len(runs)} {'run' if len(runs) == 1 else 'runs'} found, {done} done."


def _accuracies(scale: Scale) -> str:
    """Accuracy of each model by region: `in distribution RL 95.0%, Base 30.0%; …`."""
    by_region = []
    for region in scale.regions:
        reached = [
            f"{escape(arm.label)} {percent(rate.value)}%"
            for arm in scale.compared
            if (rate := arm.accuracy(region.sizes)) and rate.n
        ]
        if reached:
            by_region.append(f"{region.title} {', '.join(reached)}")
    return f"accuracy {'; '.join(by_region)}." if by_region else ""


def _sure(scale: Scale) -> str:
    seeds = max(len(arm.runs) for arm in scale.measured)
    counts = [result.accuracy.n for arm in scale.measured for result in arm.results.values()]
    answers = f"{min(counts)}" if min(counts) == max(counts) else f"{min(counts)} to {max(counts)}"
    if not seeds:
        return f"It rests on {answers} answers a model and size."
    more = "one seed a model: nothing is known of other seeds" if seeds == 1 else f"up to {seeds} seeds a model"
    return f"It rests on {answers} answers a model and size, {more}."
