"""The command line. Each command is a file of its own; nothing heavy is imported before a command needs it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import typer

from dsrecipes.errors import DsrecipesError, JobFailed

app = typer.Typer(
    name="dsrecipes",
    help="Replicate LLM post-training papers: recipes run by VeRL (GRPO) and LLaMA-Factory (SFT), and a report.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rich would take a third of the time that --help may take
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        import dsrecipes

        typer.echo(f"dsrecipes {dsrecipes.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    debug: bool = typer.Option(False, "--debug", help="Show the traceback of an error."),
    version: bool = typer.Option(False, "--version", help="Show the version.", callback=_version, is_eager=True),
) -> None:
    if debug:
        os.environ["DSRECIPES_DEBUG"] = "1"


def _register() -> None:
    from dsrecipes.cli.analyze import analyze
    from dsrecipes.cli.doctor import doctor
    from dsrecipes.cli.launch import launch
    from dsrecipes.cli.new import new
    from dsrecipes.cli.probe import probe
    from dsrecipes.cli.recipes import recipes
    from dsrecipes.cli.report import report
    from dsrecipes.cli.runs import runs
    from dsrecipes.cli.show import show
    from dsrecipes.cli.validate import validate

    for command in (recipes, show, new, validate, launch, runs, analyze, probe, report, doctor):
        app.command()(command)


_register()


def main() -> None:
    """The console script: errors of the user and of jobs in a few lines, without a traceback unless --debug."""
    try:
        app()
    except DsrecipesError as error:
        if os.environ.get("DSRECIPES_DEBUG"):
            raise
        if isinstance(error, JobFailed) and error.log_tail:
            print(f"{error.log_tail}\n", file=sys.stderr)
        print(f"error: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except OSError as error:
        if os.environ.get("DSRECIPES_DEBUG"):
            raise
        print(f"error: {error.filename or _nameless()}: {error.strerror or error}", file=sys.stderr)
        if error.errno == errno.ENOSPC:
            print("  free some space, then run the same command again to continue", file=sys.stderr)
        sys.exit(2)


def _nameless() -> str:
    """What an error without a file's name speaks of: the current folder, if that is gone."""
    try:
        Path.cwd()
    except OSError:
        return "the current folder"
    return "a file"
