"""`dsrecipes probe`: which tokens each objective's gradient falls on."""

from __future__ import annotations

import json
import shlex
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dsrecipes.analysis.settings import Settings

if TYPE_CHECKING:
    from rich.table import Table

    from dsrecipes.backends.command import Accelerator, Progress
    from dsrecipes.errors import Refusals
    from dsrecipes.jobs.probe import Request
    from dsrecipes.probe.attribution import Estimate
    from dsrecipes.probe.models import Model
    from dsrecipes.probe.results import ModelProbe, Probe

_LINE_SECONDS = 15.0  # between lines of progress where there is no terminal


def probe(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model's folder, or its name on the hub.")],
    trajectories: Annotated[
        list[Path],
        typer.Argument(metavar="TRAJECTORIES...", help="One model's responses: .jsonl, .jsonl.gz, .parquet."),
    ],
    size: Annotated[
        list[str] | None,
        typer.Option(
            "--size",
            metavar="SIZE",
            help="Take the responses to problems of this size alone, such as 3x2 (repeatable): where gradients fall "
            "depends on the problems. --solutions are taken whatever their sizes.",
        ),
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            metavar="MODEL",
            help="The model that both KL penalties hold to; without it they are left out.",
        ),
    ] = None,
    solutions: Annotated[
        Path | None,
        typer.Option(
            "--solutions", metavar="FILE", help="What SFT is taught: a run's data/solutions.jsonl; for SFT and DFT."
        ),
    ] = None,
    rollouts: Annotated[
        int | None,
        typer.Option(
            "--rollouts", min=1, metavar="N", help="Let each model write N responses of its own to each prompt."
        ),
    ] = None,
    max_new_tokens: Annotated[
        int | None,
        typer.Option("--max-new-tokens", min=1, help="Of --rollouts; by default the longest response's, with its end."),
    ] = None,
    checkpoints: Annotated[
        Path | None,
        typer.Option(
            "--checkpoints", metavar="RUN", help="Also every checkpoint that this run saved; MODEL is step 0."
        ),
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="MODEL", help="A further model (repeatable).")
    ] = None,
    objective: Annotated[
        list[str] | None,
        typer.Option(
            "--objective",
            metavar="NAME",
            help="surrogate (the reward), low_var_kl (VeRL's KL penalty), token_kl (the paper's), sft or dft "
            "(repeatable); by default all. low_var_kl and token_kl need --reference. With fewer, more prompts take the "
            "same time.",
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where results are kept.")] = Path("runs/probe"),
    queries: Annotated[int, typer.Option("--queries", min=3, help="Prompts to take at most, at random.")] = 200,
    blocks: Annotated[int, typer.Option("--blocks", min=3, help="Blocks of prompts that intervals are made of.")] = 20,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the choice of prompts and of --rollouts.")] = 0,
    memory: Annotated[
        float | None,
        typer.Option(
            "--memory",
            metavar="GIB",
            min=0,
            help="To use at most; by default all that the device has. Less takes longer.",
        ),
    ] = None,
    parts: Annotated[
        int | None,
        typer.Option(
            "--parts",
            metavar="N",
            min=1,
            help="Take the parameters in N parts: more take less memory and longer. By default the fewest that fit.",
        ),
    ] = None,
    device: Annotated[str | None, typer.Option("--device", help="cpu or cuda; by default what is here.")] = None,
    dtype: Annotated[
        str | None, typer.Option("--dtype", help="float32, bfloat16, float64; by default bfloat16 on a GPU.")
    ] = None,
    markers: Annotated[
        Path | None, typer.Option("--markers", metavar="FILE", help="YAML: a list of markers besides the shipped.")
    ] = None,
    analyzer: Annotated[str, typer.Option("--analyzer", help="The name of an analyzer plugin.")] = Settings.analyzer,
    trust_remote_code: Annotated[
        bool, typer.Option("--trust-remote-code", help="Run code that comes with a model.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of tables.")] = False,
) -> None:
    """Measure where gradients fall: sampling tokens or decision tokens.

    For the surrogate reward, both KL penalties, SFT and DFT: norms, cosine and shares of the gradients on the tokens
    that decide (stop, check, try again) and on all others, by layer, against the paper's predictions.
    The same command run again continues where it stopped.

    Example:  dsrecipes probe runs/rl-grpo/ID/model runs/rl-grpo/ID/trajectories.jsonl.gz --reference BASE --rollouts 8
    """
    from dsrecipes.errors import Interrupted, Refusals
    from dsrecipes.jobs.probe import Request
    from dsrecipes.jobs.probe import probe as run
    from dsrecipes.jobs.runner import terminable
    from dsrecipes.probe.models import model_at, without_weights

    refusals = Refusals()
    models = _models(model, checkpoints, also or [], refusals)
    with refusals.gathered():
        held_to = model_at(reference) if reference else None
    for files in (trajectories, [solutions] if solutions else []):
        for file in files:
            with refusals.gathered():
                _require_file(file)
    with refusals.gathered():
        objectives = _objectives(objective)
    with refusals.gathered():
        known_device = _device(device)
    with refusals.gathered():
        known_dtype = _dtype(dtype)
    with refusals.gathered():
        settings = _settings(analyzer, markers)
    refusals.tell()
    request = Request(
        models=models,
        trajectories=tuple(trajectories),
        out=out,
        sizes=tuple(size or ()),
        reference=held_to,
        solutions=solutions,
        rollouts=rollouts,
        max_new_tokens=max_new_tokens,
        queries=queries,
        blocks=blocks,
        seed=seed,
        objectives=objectives,
        memory=memory,
        parts=parts,
        device=known_device,
        dtype=known_dtype,
        trust_remote_code=trust_remote_code,
        settings=settings,
    )
    try:
        with _shown() as (say, on_progress), terminable():
            if checkpoints and (passed_over := without_weights(checkpoints)):
                say(f"checkpoints without weights are passed over: {', '.join(passed_over)}")
            found = run(request, say, on_progress)
    except KeyboardInterrupt:
        hint = "what was finished is kept; the same command continues from there"
        raise Interrupted("interrupted", hint=hint) from None
    if as_json:
        rows = {"attribution": found.attribution_rows(), "predictions": found.prediction_rows()}
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _print(found, request)


def _objectives(names: list[str] | None) -> tuple[str, ...]:
    """Those named, in their own order; all where none is."""
    from dsrecipes.errors import UserError
    from dsrecipes.probe.objectives import OBJECTIVES

    unknown = sorted(set(names or []) - OBJECTIVES.keys())
    if unknown:
        raise UserError(
            f"{', '.join(unknown)}: no such objective", where="--objective", hint=f"There are {', '.join(OBJECTIVES)}."
        )
    return tuple(name for name in OBJECTIVES if not names or name in names)


def _models(model: str, run: Path | None, also: list[str], refusals: Refusals) -> tuple[Model, ...]:
    from dsrecipes.probe.models import checkpoints, distinct, model_at

    found: list[Model] = []
    with refusals.gathered():
        found.append(model_at(model, step=0 if run else None))
    with refusals.gathered():
        found += checkpoints(run) if run else []
    for further in also:
        with refusals.gathered():
            found.append(model_at(further))
    return tuple(distinct(found))


def _require_file(file: Path) -> None:
    from dsrecipes.errors import UserError

    if not file.is_file():
        raise UserError("there is no such file", where=str(file))


def _device(name: str | None) -> Accelerator | None:
    from dsrecipes.errors import UserError

    if name not in (None, "cpu", "cuda"):
        raise UserError(f"there is no device {name!r}", where="--device", hint="Known: cpu, cuda.")
    return cast("Accelerator | None", name)


def _dtype(name: str | None) -> str | None:
    from dsrecipes.errors import UserError
    from dsrecipes.probe.memory import BYTES

    if name is not None and name not in BYTES:
        raise UserError(f"there is no precision {name!r}", where="--dtype", hint=f"Known: {', '.join(BYTES)}.")
    return name


def _settings(analyzer: str, markers: Path | None) -> Settings:
    from dsrecipes.cli.markers_file import read_markers

    return Settings(analyzer, read_markers(markers) if markers else ())


@contextmanager
def _shown() -> Iterator[tuple[Callable[[str], None], Callable[[str, Progress], None]]]:
    """What to tell of the work: a bar on a terminal, a line now and then elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    last = [-_LINE_SECONDS]
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks = {}

        def on_progress(what: str, progress: Progress) -> None:
            if not console.is_terminal:
                if time.monotonic() - last[0] >= _LINE_SECONDS:
                    last[0] = time.monotonic()
                    console.print(f"  {what}: {progress.step}/{progress.total}", markup=False)
                return
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=progress.total)
            bar.update(tasks[what], completed=progress.step)

        yield lambda text: console.print(text, markup=False), on_progress


# ---- Tables


def _print(found: Probe, request: Request) -> None:
    from rich.text import Text

    from dsrecipes.cli.console import console
    from dsrecipes.probe.results import RESULT_FILE, sentence

    for model in found.models:
        shown = console()
        shown.print(Text(f"\n{model.label}"))
        shown.print(_attribution_table(model))
        for note in model.notes:
            shown.print(Text(f"  {note}"))
        shown.print(prediction_table(model))
        shown.print(Text(sentence(model)))
    typer.echo(f"Wrote {request.out / RESULT_FILE}; `{report_command(request.out)}` has it by layer and as figures")


def report_command(out: Path) -> str:
    """The report whose folder of runs holds `out`: beside the runs, or the folder `probe` of one of them."""
    folder = out.absolute()
    of_run = folder.name == "probe" and (folder.parent / "manifest.json").is_file()
    runs = folder.parents[2] if of_run else folder.parent
    if runs == Path("runs").absolute():
        return "dsrecipes report"
    return shlex.join(["dsrecipes", "report", "--runs", str(runs)])


def _attribution_table(model: ModelProbe) -> Table:
    from rich import box
    from rich.table import Table

    from dsrecipes.probe.objectives import OBJECTIVES

    title = f"Gradients by group of tokens, 95% intervals; on {model.on}"
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("objective")
    for heading in (
        "tokens S : D", "norm S", "norm D", "S : D", "S : D expected", "signal S, D", "cosine", "share of D"
    ):  # fmt: skip
        table.add_column(heading, justify="right")
    for name, item in model.whole.items():
        table.add_row(
            OBJECTIVES[name].title,
            f"{item.tokens[0]} : {item.tokens[1]}",
            _text(item.sampling),
            _text(item.decision),
            _text(item.ratio),
            _text(item.signal_ratio),
            f"{_text(item.sampling_signal, short=True)}, {_text(item.decision_signal, short=True)}",
            _text(item.cosine),
            _text(item.decision_share),
        )
    return table


def prediction_table(model: ModelProbe) -> Table:
    """A row a prediction of the paper whose objectives were measured."""
    from rich import box
    from rich.table import Table

    table = Table(title="The paper's predictions", title_justify="left", box=box.SIMPLE_HEAD)
    for heading in ("prediction", "where", "measure", "criterion", "expected gradient", "this batch's gradient"):
        table.add_column(heading, overflow="fold")
    for item in model.measured_predictions:
        judged = [
            f"{_text(one.measured)}\n{one.verdict}" + (f": {one.why}" if one.why else "")
            for one in (item.expected, item.batch)
        ]
        table.add_row(item.says, item.where, item.measure, item.criterion, *judged)
    return table


def _text(estimate: Estimate, *, short: bool = False) -> str:
    if estimate.value is None:
        return "–"
    bounds = estimate.interval
    return f"{estimate.value:.3g}" + (f"\n{bounds[0]:.3g} … {bounds[1]:.3g}" if bounds and not short else "")
