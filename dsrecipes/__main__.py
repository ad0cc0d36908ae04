"""The console script, and `python -m dsrecipes`."""

import sys


def main() -> None:
    """`dsrecipes.cli.main`, imported where Ctrl-C is caught: a third of the time of a short command is imports."""
    try:
        from dsrecipes.cli import main as command_line

        command_line()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
