"""`dsrecipes analyze`: attempts, decisions and calibration of trajectory files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsrecipes.analysis.settings import MAX_RESAMPLES, Settings

if TYPE_CHECKING:
    from dsrecipes.analysis.pipeline import AnalysisResult


def analyze(
    context: typer.Context,
    trajectories: Annotated[
        list[Path], typer.Argument(metavar="TRAJECTORIES...", help="Files: .jsonl, .jsonl.gz or .parquet.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Write attempts.parquet, problems.parquet, calibration.json and settings.json there.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of tables.")] = False,
    details: Annotated[
        bool, typer.Option("--details", help="More tables: accuracy by attempt, transitions, goodness of fit.")
    ] = False,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--compare", metavar="MODEL MODEL", help="Split the gap in accuracy between two models (Shapley)."
        ),
    ] = None,
    audit: Annotated[
        int | None,
        typer.Option("--audit", min=1, metavar="N", help="Print N random trajectories with what was seen in them."),
    ] = None,
    disagreements: Annotated[
        bool, typer.Option("--disagreements", help="Audit only where analysis and reward read different answers.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse files with any bad record.")] = False,
    interval: Annotated[
        str, typer.Option("--interval", help="95% intervals: wilson, wald (the paper's), clopper-pearson, bootstrap.")
    ] = Settings.interval,
    resamples: Annotated[
        int, typer.Option("--resamples", min=1, max=MAX_RESAMPLES, help="Bootstrap resamples of the problems.")
    ] = Settings.resamples,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the bootstrap and of --audit.")] = Settings.seed,
    markers: Annotated[
        Path | None, typer.Option("--markers", metavar="FILE", help="YAML: a list of markers besides the shipped.")
    ] = None,
    analyzer: Annotated[str, typer.Option("--analyzer", help="The name of an analyzer plugin.")] = Settings.analyzer,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes that read; by default one a CPU.")
    ] = None,
) -> None:
    """Read trajectories: attempts and decisions.

    Finds where each response commits to an answer, where it stops or tries again, and what that says of the model.

    Example:  dsrecipes analyze runs/rl-grpo/*/trajectories.jsonl.gz --out analysis
    """
    from dsrecipes.cli.progress import reading_bar
    from dsrecipes.errors import Interrupted
    from dsrecipes.jobs.runner import terminable

    _refuse_ignored(context)
    settings = _settings(analyzer, markers, interval, resamples, seed)
    result = None
    try:
        with terminable():
            if audit:
                _audit(trajectories, audit, settings, strict=strict, disagreements=disagreements, as_json=as_json)
                return
            from dsrecipes.analysis.pipeline import analyze_files

            with reading_bar() as progress:
                result = analyze_files(
                    trajectories, out, settings, strict=strict, models=compare, workers=workers, progress=progress
                )
            _print(result, details=details, as_json=as_json, compared=compare is not None)
            for line in _complaints(result):
                typer.echo(line, err=True)
    except KeyboardInterrupt:
        kept = f"the files in {out} are complete" if out and result else "nothing was written"
        raise Interrupted(f"interrupted; {kept}") from None


def _refuse_ignored(context: typer.Context) -> None:
    """Raises UserError for options that would have no effect beside others."""
    from dsrecipes.errors import Problems, UserError

    sources = {name: context.get_parameter_source(name) for name in context.params}
    given = {name for name, source in sources.items() if source and source.name != "DEFAULT"}
    problems = []

    def refuse(why: str, *names: str) -> None:
        if ignored := [name for name in names if name in given]:
            hint = f"Leave out {', '.join(f'--{name}' for name in ignored)}."
            problems.append(UserError(why, hint=hint))

    if "audit" in given:
        refuse("--audit only prints trajectories", "out", "compare", "details", "interval", "resamples", "workers")
    else:
        refuse("--disagreements goes with --audit", "disagreements")
        if "as_json" in given:
            refuse("--json holds all details", "details")
    if problems:
        raise Problems(problems)


def _settings(analyzer: str, markers: Path | None, interval: str, resamples: int, seed: int) -> Settings:
    from dsrecipes.cli.arguments import interval_method
    from dsrecipes.cli.markers_file import read_markers

    method = interval_method(interval)
    extra = read_markers(markers) if markers else ()
    return Settings(analyzer, extra, method, resamples, seed)


def _print(result: AnalysisResult, *, details: bool, as_json: bool, compared: bool) -> None:
    from dsrecipes.analysis.audit import printable
    from dsrecipes.cli import analysis_tables as tables
    from dsrecipes.cli.console import console

    comparisons = result.comparisons
    if as_json:
        printed = [comparison.to_json() for comparison in comparisons] if compared else result.to_json()
        typer.echo(json.dumps(printed, indent=2, ensure_ascii=False))
        return
    shown = [tables.calibration_table(result.calibrations)]
    if details:
        shown += tables.detail_tables(result.calibrations)
    if comparisons:
        shown.append(tables.comparison_table(comparisons))
    for table in shown:
        console().print(table)
    if comparisons:
        typer.echo(printable(comparisons[-1].sentence))
    for line in _notes(result):
        typer.echo(line)


def _audit(paths: list[Path], n: int, settings: Settings, *, strict: bool, disagreements: bool, as_json: bool) -> None:
    from dsrecipes.analysis import audit
    from dsrecipes.analysis.pipeline import refuse
    from dsrecipes.analysis.trajectories import ReadLog
    from dsrecipes.cli.audited import print_audited
    from dsrecipes.cli.progress import reading_bar

    log = ReadLog()
    with reading_bar() as progress:
        drawn = audit.draw(paths, n, settings, log, disagreements=disagreements, progress=progress)
    refuse(paths, log, strict=strict)
    if as_json:
        # In ASCII: so neither a lone surrogate nor a terminal's escape leaves as such.
        typer.echo(json.dumps([item.to_json() for item in drawn], indent=2))
    else:
        print_audited(drawn, log.n_good, disagreements=disagreements)
    for line in log.left_out():
        typer.echo(line, err=True)


def _notes(result: AnalysisResult) -> list[str]:
    truncated = sum(item.n_truncated for item in result.calibrations)
    without = sum(item.n_without_candidate for item in result.calibrations)
    notes = [
        f"{result.log.n_good} trajectories, {result.n_attempts} attempts; {truncated} reached the token limit "
        f"(in `observed` only), {without} finished without an answer.",
        "p: first attempt right. p_sc: P(STOP | right). p_rw: P(RESAMPLE | wrong). predicted: from these by the "
        "two-stage model (the paper's formula, reconstructed).",
    ]
    return notes + [f"Wrote {path}" for path in result.files]


def _complaints(result: AnalysisResult) -> list[str]:
    lines = []
    if result.n_reader_disagrees:
        lines.append(
            f"{result.n_reader_disagrees} trajectories: the last attempt's candidate is not the answer that the reward "
            "reads; `observed` follows the reward. --audit 10 --disagreements shows some."
        )
    return lines + result.log.left_out()
