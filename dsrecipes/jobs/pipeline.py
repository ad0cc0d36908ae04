"""From a recipe to its stages: base (or start), data, train, export, evaluate, analyse."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from dsrecipes import plugins
from dsrecipes.backends import cpu, dataset, llamafactory, verl
from dsrecipes.backends.command import Backend, Command, Progress
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.files import sha256, write_atomically
from dsrecipes.jobs import analysis
from dsrecipes.jobs.analysis import TRAJECTORIES
from dsrecipes.jobs.base_model import BaseModel, copy_model
from dsrecipes.jobs.environments import for_backend
from dsrecipes.jobs.stages import Stage
from dsrecipes.recipe.schema import Recipe, RlRecipe, SftRecipe
from dsrecipes.runs.run import Run
from dsrecipes.task.multiplication import Problem, Size
from dsrecipes.task.prompt import prompt

MODEL = "model"
"""The folder of the trained model in that of its run."""
PARTIAL = "trajectories.partial.jsonl"
"""What dsrecipes/worker/generate.py has written so far."""


def stages(recipe: Recipe, run: Run) -> list[Stage]:
    """All stages of a recipe, in order, working in the run's folder. Raises UserError if the recipe cannot be run."""
    found = []
    if run.start:
        found.append(_start_stage(recipe, run.start, run))
        base_path = run.start.folder / MODEL
    elif recipe.model.scratch:
        base = BaseModel(recipe, recipe.model.scratch)
        found.append(_base_stage(base, run))
        base_path = base.folder
    else:
        base_path = _local_or_hub(recipe)
    model = base_path if recipe.kind == "eval" else run.folder / MODEL
    found.append(_data_stage(recipe, run, base_path))
    if isinstance(recipe, SftRecipe):
        found.append(_sft_stage(recipe, run, base_path))
    if isinstance(recipe, RlRecipe):
        found.append(_rl_stage(recipe, run, base_path))
    if recipe.kind != "eval":
        found.append(_export_stage(recipe, run, base_path))
    return [*found, _evaluate_stage(recipe, run, model), analysis.stage(recipe, run)]


def _local_or_hub(recipe: Recipe) -> Path:
    """A folder as an absolute path; any other name as it is, for the hub."""
    assert recipe.model.path is not None
    folder = Path(recipe.model.path).expanduser()
    return folder.absolute() if folder.is_dir() else Path(recipe.model.path)


def outcomes_there(recipe: Recipe, run: Run) -> bool:
    """Whether what a finished run made is still on disk, of the recipe's reward function as it now is, and analysed as
    the recipe now says."""
    made = recipe.kind == "eval" or (_trained(run) and not _changed_reward(recipe, run))
    return made and _evaluated(run) and analysis.current(recipe, run)


def _trained(run: Run) -> bool:
    weights = list((run.folder / MODEL).glob("*.safetensors"))
    return bool(weights) and all(path.stat().st_size for path in weights)


def _evaluated(run: Run) -> bool:
    """Whether the responses are there as they were written."""
    path = run.folder / TRAJECTORIES
    return path.is_file() and sha256(path) == run.manifest.hashes.get(TRAJECTORIES)


def _log(run: Run, stage: str) -> Path:
    return run.folder / "logs" / f"{stage}.log"


def _base_stage(base: BaseModel, run: Run) -> Stage:
    def finish() -> None:
        base.finish()
        run.manifest.hashes["base_model"] = base.key

    return Stage(
        "base",
        "make the base model",
        prepare=base.prepare,
        commands=lambda: base.commands(_log(run, "base")),
        finish=finish,
        intact=lambda: _needs_no_base(base.recipe, run) or base.ready,
        guard=base.guard,
    )


def _needs_no_base(recipe: Recipe, run: Run) -> bool:
    """Once a model is trained from it; where nothing is trained, once its responses are there."""
    return _evaluated(run) if recipe.kind == "eval" else _trained(run)


def _start_stage(recipe: Recipe, start: Run, run: Run) -> Stage:
    """Takes the model of another run, which `launch` has brought to its end before."""

    def finish() -> None:
        if not _trained(start):
            raise UserError(
                "the run that this one starts from has no model",
                where=str(start.folder),
                hint=f"launch {start.manifest.recipe} first, with seed={start.manifest.seed}",
            )
        weights = sorted((start.folder / MODEL).glob("*.safetensors"))
        run.manifest.hashes["start_run"] = start.manifest.run_id
        run.manifest.hashes |= {f"start/{path.name}": sha256(path) for path in weights}

    return Stage(
        "start",
        f"take the model of {start.manifest.recipe} {start.manifest.run_id}",
        finish=finish,
        intact=lambda: _needs_no_base(recipe, run) or _trained(start),
    )


def _data_stage(recipe: Recipe, run: Run, model: Path) -> Stage:
    data, check = run.folder / "data", run.folder / "backend" / "check_prompts.json"
    problems_file, solutions = data / "problems.jsonl", data / llamafactory.DATASET_FILE
    files = [problems_file]
    if isinstance(recipe, SftRecipe):
        files += [solutions, data / "dataset_info.json"]
    if isinstance(recipe, RlRecipe):
        files += [data / "train.parquet", data / "test.parquet"]

    def intact() -> bool:
        if _needs_no_base(recipe, run) and _evaluated(run):
            return True  # nothing reads them any more
        return all(path.is_file() and sha256(path) == run.manifest.hashes.get(path.name) for path in files)

    def prepare() -> None:
        try:
            dataset.write_held_out_problems(problems_file, recipe.data.test, recipe.data.seed)
        except ValueError as error:
            raise UserError(str(error), where=f"{recipe.name}: data.test") from error
        problems = dataset.problems_to_train(recipe.data.train, recipe.data.seed)
        if isinstance(recipe, SftRecipe):
            lines = dataset.solution_lines(problems, recipe.training, recipe.seed)
            write_atomically(solutions, lines)
            write_atomically(data / "dataset_info.json", json.dumps(llamafactory.DATASET_INFO, indent=2))
        if isinstance(recipe, RlRecipe):
            dataset.write_verl_parquet(data / "train.parquet", problems, "train")
            test = dataset.problems_to_test(recipe.data.test, recipe.data.seed)
            dataset.write_verl_parquet(data / "test.parquet", test, "test")

    def commands() -> Sequence[Command]:
        if recipe.kind == "eval":
            return []
        routes: dict[str, tuple[Backend, list[str]]] = {}
        backends: tuple[tuple[str, Backend], ...] = (
            ("evaluation", "transformers"), ("verl", "verl"), ("llamafactory", "llamafactory")
        )  # fmt: skip
        for route, backend in backends:
            environment = for_backend(backend, recipe.hardware.accelerator).name
            routes.setdefault(environment, (backend, []))[1].append(route)
        return [_check_command(backend, names) for backend, names in routes.values()]

    def _check_command(backend: Backend, routes: list[str]) -> Command:
        config_file = check.with_name(f"check_prompts_{backend}.json")
        problems = dataset.problems_to_test(recipe.data.test, recipe.data.seed)
        prompts = [prompt(problem) for problem in list(problems)[:: recipe.data.test.examples_per_size]]
        sizes = map(Size.parse, [*recipe.data.train.sizes, *recipe.data.test.sizes])
        prompts += [prompt(Problem((10**size.first - 1, 10**size.second - 1))) for size in dict.fromkeys(sizes)]
        config = {
            "model": str(model),
            "template": recipe.model.template,
            "trust_remote_code": recipe.model.trust_remote_code,
            "prompts": prompts,
            "routes": routes,
            "dataset": str(solutions) if isinstance(recipe, SftRecipe) else None,
            "max_length": recipe.training.max_length if isinstance(recipe, SftRecipe) else None,
            "out": str(check.with_name(f"checked_prompts_{backend}.json")),
        }
        return Command(
            backend=backend,
            accelerator=recipe.hardware.accelerator,
            arguments=("-m", "dsrecipes.worker.check_prompts", str(config_file)),
            folder=run.folder,
            log=_log(run, "data"),
            files={config_file: json.dumps(config, indent=2)},
        )

    def finish() -> None:
        found = [json.loads(path.read_text()) for path in sorted(check.parent.glob("checked_prompts_*.json"))]
        _require_same_tokens(recipe, found)
        run.manifest.hashes |= {path.name: sha256(path) for path in sorted(files)}

    return Stage("data", "write and check the data", prepare=prepare, commands=commands, finish=finish, intact=intact)


def _require_same_tokens(recipe: Recipe, found: Sequence[dict[str, object]]) -> None:
    """Raises UserError with all that is wrong with how the backends render the data."""
    problems = []
    token_ids: dict[str, object] = {}
    for one in found:
        assert isinstance(one["token_ids"], dict)
        token_ids |= one["token_ids"]
        too_long, without_end = one["too_long"], one["without_end"]
        assert isinstance(too_long, list) and isinstance(without_end, list)
        if too_long:
            problems.append(
                f"training.max_length: {len(too_long)} examples are longer (the longest has {one['longest']} tokens; "
                f"first in line {too_long[0]}); raise it to at least {one['longest']}"
            )
        if without_end:
            problems.append(f"{len(without_end)} examples have no end token (first in line {without_end[0]})")
    for route, ids in token_ids.items():
        if ids != token_ids["evaluation"]:
            problems.append(
                f"model.template: {route} gives the model other tokens for the same prompt than evaluation does; "
                f"{recipe.model.template!r} is not the template of this model's tokenizer"
            )
    if isinstance(recipe, RlRecipe):
        ids = token_ids["evaluation"]
        assert isinstance(ids, list)
        longest = max(map(len, ids))
        if longest > recipe.training.max_prompt_length:
            problems.append(f"training.max_prompt_length: a prompt has {longest} tokens; raise it to at least that")
    if problems:
        raise UserError("\n  ".join(problems), where=recipe.name)


def _sft_stage(recipe: SftRecipe, run: Run, base: Path) -> Stage:
    backend = run.folder / "backend"
    checkpoints = backend / "checkpoints"
    try:
        arguments = llamafactory.config(
            recipe.training,
            model=str(base),
            template=recipe.model.template,
            trust_remote_code=recipe.model.trust_remote_code,
            dataset_dir=run.folder / "data",
            output_dir=checkpoints,
            hardware=recipe.hardware,
            seed=recipe.seed,
        )
    except ValueError as error:
        raise UserError(f"training: {error}", where=recipe.name) from error

    def finish() -> None:
        if not llamafactory.finished(checkpoints):
            raise JobFailed("LLaMA-Factory ended without writing the model", where=str(checkpoints))
        _outdate(run, "export", "evaluate")
        (run.folder / PARTIAL).unlink(missing_ok=True)

    return Stage(
        "train",
        "train with LLaMA-Factory",
        prepare=lambda: llamafactory.drop_torn_checkpoints(checkpoints),
        commands=lambda: [
            llamafactory.command(
                arguments | recipe.llamafactory,
                hardware=recipe.hardware,
                config_file=backend / "train.yaml",
                log=_log(run, "train"),
                folder=run.folder,
            )
        ],
        always=lambda: _write_metrics(run, llamafactory.metrics(checkpoints)),
        finish=finish,
        intact=lambda: _trained(run) or llamafactory.finished(checkpoints),
    )


def _outdate(run: Run, *names: str) -> None:
    """What later stages made of an outcome that had to be made anew, because it was deleted, is made anew as well."""
    for name in names:
        run.manifest.stage(name).state = "pending"


def _rl_stage(recipe: RlRecipe, run: Run, base: Path) -> Stage:
    backend = run.folder / "backend"
    reward = plugins.reward(recipe.training.reward.function)
    copies = _reward_copies(reward)
    checkpoints, metrics = backend / "checkpoints", backend / "metrics"
    settings = verl.overrides(
        recipe,
        model=str(base),
        data=run.folder / "data",
        reward=plugins.RewardFunction(backend / copies[reward.file], reward.function),
        checkpoints=checkpoints,
        rollouts=backend / "rollouts",
        hydra=backend / "hydra",
    )

    if (checkpoints.exists() or _trained(run)) and (changed := _changed_reward(recipe, run)):
        raise UserError(
            "the reward function has changed since this training began",
            where=", ".join(map(str, changed)),
            hint=f"restore it, or move {run.folder} away to train anew",
        )

    def prepare() -> None:
        verl.mend_checkpoints(checkpoints)
        for file, copy in copies.items():
            shutil.copyfile(file, backend / copy)
            run.manifest.hashes[copy] = sha256(file)

    def commands() -> Sequence[Command]:
        last = verl.last_checkpoint(checkpoints)
        if last and last[0] == verl.total_steps(recipe):  # VeRL would train a step more
            return []
        if last and (before := verl.workers_of(last[1])) != verl.workers(recipe):
            raise UserError(
                f"{before} training workers wrote this checkpoint, and only as many can go on from it; "
                f"this version of dsrecipes has {verl.workers(recipe)}",
                where=str(last[1]),
                hint=f"finish it with the version that began it, or move {run.folder} away to train anew",
            )
        command = verl.command(
            recipe,
            settings,
            log=_log(run, "train"),
            folder=run.folder,
            checkpoints=checkpoints,
            metrics_dir=metrics,
        )
        return [command]

    def finish() -> None:
        last, expected = verl.last_checkpoint(checkpoints), verl.total_steps(recipe)
        if last is None or last[0] != expected:
            reached = f"its last checkpoint is of step {last[0]}" if last else "there is no checkpoint"
            raise JobFailed(
                f"VeRL ended before step {expected}: {reached}",
                where=str(checkpoints),
                hint=f"see {_log(run, 'train')}; the same command continues from that checkpoint",
            )
        _outdate(run, "export", "evaluate")
        (run.folder / PARTIAL).unlink(missing_ok=True)

    def intact() -> bool:
        last = verl.last_checkpoint(checkpoints)
        at_end = last is not None and last[0] == verl.total_steps(recipe) and (last[1] / "huggingface").is_dir()
        return _trained(run) or at_end

    return Stage(
        "train",
        "train with VeRL",
        prepare=prepare,
        commands=commands,
        always=lambda: _write_metrics(run, verl.metrics(metrics)),
        finish=finish,
        intact=intact,
    )


def _reward_copies(reward: plugins.RewardFunction) -> dict[Path, str]:
    """The files of a reward function -> the names of their copies, with which a run trains."""
    return {reward.file: "reward.py"} | {path: path.name for path in reward.beside}


def _changed_reward(recipe: Recipe, run: Run) -> list[Path]:
    """The files of the reward function that are others than those with which the run's training began.

    A plugin may change with its package once the training is done; that is a version in the manifest.
    """
    if not isinstance(recipe, RlRecipe):
        return []
    done = any(stage.name == "train" and stage.state == "done" for stage in run.manifest.stages)
    if done and not recipe.training.reward.function.endswith(".py"):
        return []
    recorded = run.manifest.hashes
    copies = _reward_copies(plugins.reward(recipe.training.reward.function))
    return [file for file, copy in copies.items() if copy in recorded and recorded[copy] != sha256(file)]


def _write_metrics(run: Run, metrics: dict[int, dict[str, float]]) -> None:
    lines = (json.dumps({"step": step, "data": metrics[step]}) + "\n" for step in sorted(metrics))
    write_atomically(run.folder / "metrics.jsonl", "".join(lines))


def _export_stage(recipe: SftRecipe | RlRecipe, run: Run, base: Path) -> Stage:
    model, backend = run.folder / MODEL, run.folder / "backend"
    config_file, result_file = backend / "check_model.json", backend / "checked_model.json"

    def prepare() -> None:
        source = backend / "checkpoints"
        if isinstance(recipe, RlRecipe):
            last = verl.last_checkpoint(source)
            if last is None:
                raise JobFailed("the training's checkpoints are gone", where=str(source))
            source = last[1] / "huggingface"
        copy_model(source, model)
        if isinstance(recipe, RlRecipe):
            verl.mend_exported_config(model)

    config = {
        "model": str(model),
        "base": str(base),
        "trust_remote_code": recipe.model.trust_remote_code,
        "out": str(result_file),
    }
    command = Command(
        backend="transformers",
        accelerator=recipe.hardware.accelerator,
        arguments=("-m", "dsrecipes.worker.check_model", str(config_file)),
        folder=run.folder,
        log=_log(run, "export"),
        files={config_file: json.dumps(config, indent=2)},
    )

    def finish() -> None:
        run.manifest.hashes |= {path.name: sha256(path) for path in sorted(model.glob("*.safetensors"))}

    return Stage(
        "export",
        "export the model and reload it",
        prepare=prepare,
        commands=lambda: [command],
        finish=finish,
        intact=lambda: _trained(run),
    )


def _evaluate_stage(recipe: Recipe, run: Run, model: Path) -> Stage:
    config_file = run.folder / "backend" / "generate.json"
    problems = run.folder / "data" / "problems.jsonl"
    engine: Backend = "vllm" if recipe.hardware.accelerator == "cuda" else "transformers"
    config = {
        "model": str(model),
        "name": recipe.name,
        "problems": str(problems),
        "out": str(run.folder / TRAJECTORIES),
        "engine": engine,
        "trust_remote_code": recipe.model.trust_remote_code,
        "seed": recipe.seed,
        **recipe.evaluation.model_dump(),
    }
    total = len(recipe.data.test.sizes) * recipe.data.test.examples_per_size * recipe.evaluation.samples

    def progress() -> Progress | None:
        partial_file = run.folder / PARTIAL
        if not partial_file.exists():
            return None
        with partial_file.open("rb") as lines:
            return Progress(sum(1 for _ in lines), total)

    command = Command(
        backend=engine,
        accelerator=recipe.hardware.accelerator,
        arguments=("-m", "dsrecipes.worker.generate", str(config_file)),
        folder=run.folder,
        log=_log(run, "evaluate"),
        files={config_file: json.dumps(config, indent=2)},
        variables=cpu.variables(recipe.hardware.accelerator),
        progress=progress,
    )

    def finish() -> None:
        run.manifest.hashes[TRAJECTORIES] = sha256(run.folder / TRAJECTORIES)
        _outdate(run, analysis.NAME)

    return Stage(
        "evaluate",
        f"generate {total} responses",
        commands=lambda: [command],
        finish=finish,
        intact=lambda: _evaluated(run),
    )
