"""Does a reward function do what a reward function must? `python -m dsrecipes.worker.check_reward`, or run as a file.

Reads {"file", "function", "kwargs", "data_source", "right", "wrong", "ground_truth", "extra_info"} as JSON from
standard input, loads the function from its file as VeRL does, pickles it as Ray does to bring it to its workers, and
scores a right and a wrong response. Prints {"problem": what is wrong or null, "missing": a module that is not here or
null}.

Needs the standard library alone, so that it also runs where no backend is installed.
"""

from __future__ import annotations

import importlib.util
import inspect
import json
import math
import pickle
import sys
from typing import Any

_MODULE = "dsrecipes_checked_reward"


class Problem(Exception):
    """What is wrong with the function."""


def check(config: dict[str, Any]) -> None:
    """Raises Problem, or whatever the function's file raises when it is loaded."""
    function = _load(config["file"], config["function"])
    try:
        pickle.loads(pickle.dumps(function))
    except Exception as error:
        raise Problem(f"it cannot be pickled, so Ray cannot bring it to its workers: {error}") from error
    right, wrong = (_score(function, config, config[name]) for name in ("right", "wrong"))
    if right <= wrong:
        raise Problem(
            f"it scores the right response {config['right']!r} {right:g} and the wrong one {config['wrong']!r} "
            f"{wrong:g}, for the ground truth {config['ground_truth']!r}"
        )


def _load(file: str, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(_MODULE, file)
    if spec is None or spec.loader is None:
        raise Problem("it is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[_MODULE] = module
    spec.loader.exec_module(module)
    function = getattr(module, name, None)
    if not callable(function):
        raise Problem(f"it has no function {name!r}")
    return function


def _score(function: Any, config: dict[str, Any], response: str) -> float:
    arguments = {name: config[name] for name in ("data_source", "ground_truth", "extra_info")}
    try:
        result = function(solution_str=response, **arguments, **config["kwargs"])
        if inspect.iscoroutine(result):
            import asyncio

            result = asyncio.run(result)
    except Exception as error:
        raise Problem(f"it raises {type(error).__name__} for a response like {response!r}: {error}") from error
    score = result.get("score") if isinstance(result, dict) else result
    if isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score):
        raise Problem(f"it must return a number, or a dict with a number as 'score'; it returned {result!r:.120}")
    return float(score)


def main() -> None:
    problem = missing = None
    try:
        check(json.load(sys.stdin))
    except Problem as error:
        problem = str(error)
    except ModuleNotFoundError as error:
        problem, missing = f"it imports {error.name}, which is not here", error.name
    except BaseException as error:  # whatever the file does when it is loaded, SystemExit included
        problem = f"it cannot be loaded: {type(error).__name__}: {error}"
    print(f"\n{json.dumps({'problem': problem, 'missing': missing})}")


if __name__ == "__main__":
    main()
