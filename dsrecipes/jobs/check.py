"""What can be wrong with a recipe beyond its schema, found before anything runs and without any backend.

Lengths in tokens are known here for models made from scratch, whose vocabulary is ours, and for a sample of the
examples. All of them, the lengths of other models, and whether SFT, RL and evaluation give a model the same tokens, are
checked by the run's data stage, before any training.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dsrecipes.backends import keys, llamafactory
from dsrecipes.backends.dataset import mixture_problems, problems_to_train
from dsrecipes.backends.keys.lists import Backend
from dsrecipes.backends.own_keys import instead
from dsrecipes.errors import Problems, UserError
from dsrecipes.jobs.analysis_settings import entries, unfit
from dsrecipes.jobs.check_analyzer import check_analyzer
from dsrecipes.jobs.check_reward import check_reward
from dsrecipes.plan.lengths import Counter
from dsrecipes.recipe.load import Resolved, Unfit, load_all
from dsrecipes.recipe.schema import HeldOutProblems, Recipe, RlRecipe, SftRecipe, Supervised
from dsrecipes.task.multiplication import Problem, Size, require_held_out

_SAMPLE = 100  # examples written to find their lengths


@dataclass(frozen=True)
class Checked:
    """A recipe in which nothing wrong was found, and what a user should know of it."""

    resolved: Resolved
    notes: tuple[str, ...]


def load_checked(names: list[str], overrides: list[str]) -> list[Checked]:
    """Loads recipes and checks them, each after the one that it starts from. Raises Problems with all their errors."""
    loaded, problems = load_all(names, overrides, _besides)
    checked = []
    for resolved in _with_starts(loaded):
        notes: list[str] = []
        problems += check(resolved, notes)
        checked.append(Checked(resolved, tuple(notes)))
    if problems:
        raise Problems(problems)
    return checked


def _with_starts(loaded: Iterable[Resolved]) -> list[Resolved]:
    """Every recipe after the one that it starts from; none twice."""
    ordered: dict[tuple[str, str], Resolved] = {}
    for resolved in loaded:
        for one in (*_with_starts([resolved.start] if resolved.start else []), resolved):
            ordered.setdefault((one.recipe.name, one.run_id), one)
    return list(ordered.values())


def check(resolved: Resolved, notes: list[str]) -> list[UserError]:
    """All that is wrong with one recipe; what a user should know goes to `notes`."""
    notes += _notes(resolved)
    checks = (_model_path, _names, _start, _reward_variant, _analysis, _batches, _lengths, _tokens)
    found = [_at(resolved.where, where, error) for where, error in _held_out(resolved.recipe.data.test)]
    found += [_at(resolved.where, where, error) for where, error in _passed_on(*_section(resolved.recipe))]
    found += [_at(resolved.where, where, error) for check_one in checks for where, error in check_one(resolved)]
    if isinstance(resolved.recipe, RlRecipe):
        error, note = check_reward(resolved.recipe.training.reward)
        notes += [note] if note else []
        found += [_at(resolved.where, ("training.reward",), error)] if error else []
    return found


_Finding = tuple[tuple[str, ...], UserError]
"""The dotted keys that do not fit, of which the one set last is to be named with file and line; and what is wrong."""


def _besides(unfit: Unfit) -> list[UserError]:
    """What is wrong with the backend's settings and the test problems of a recipe that its schema refuses."""
    found: list[_Finding] = []
    backends: dict[object, Backend] = {"rl": "verl", "sft": "llamafactory"}
    if backend := backends.get(str(unfit.values.get("kind"))):
        section = unfit.values.get(backend)
        found += _passed_on(backend, section) if isinstance(section, dict) else []
    with suppress(ValidationError, KeyError, TypeError):  # that of the schema, told already
        found += _held_out(HeldOutProblems.model_validate(unfit.values["data"]["test"]))
    return [_at(unfit.place, where, error) for where, error in found]


def _at(where: Callable[..., str], keys: tuple[str, ...], error: UserError) -> UserError:
    return UserError(error.what, where=where(*keys), hint=error.hint)


def _notes(resolved: Resolved) -> Iterator[str]:
    recipe = resolved.recipe
    if left_open := keys.unchecked(_section(recipe)[1]):
        yield f"not checked, because the backend fills in what they refer to: {', '.join(left_open)}"
    if isinstance(recipe, RlRecipe):
        kl = recipe.training.kl
        held = f"in the {kl.placement}, {kl.type}, coefficient {kl.coefficient:g}" if kl.coefficient else "none"
        yield f"KL: {held}"
    if resolved.start:
        yield f"starts from the model of {resolved.start.recipe.name} {resolved.start.run_id}, which is launched first"
    decoding = recipe.evaluation
    yield (
        f"evaluation: temperature {decoding.temperature:g}, top_p {decoding.top_p:g}, top_k {decoding.top_k}, "
        f"{decoding.samples} a problem, at most {decoding.max_new_tokens} tokens"
    )
    if not recipe.model.scratch:
        yield "lengths in tokens: checked by the run before it trains, with the model's tokenizer"
    if recipe.model.trust_remote_code:
        yield f"trust_remote_code is on: code that comes with {recipe.model.path} will be run on this machine"


def _section(recipe: Recipe) -> tuple[Backend, dict[str, Any]]:
    """The backend that trains, and what the recipe hands on to it."""
    if isinstance(recipe, RlRecipe):
        return "verl", recipe.verl
    return "llamafactory", recipe.llamafactory if isinstance(recipe, SftRecipe) else {}


def _model_path(resolved: Resolved) -> Iterator[_Finding]:
    """What is written as a folder is one; any other name may be the hub's."""
    path = resolved.recipe.model.path
    if path is not None and path.startswith((".", "/", "~")) and not Path(path).expanduser().is_dir():
        hint = "name a folder with a model in Hugging Face format, or one on the hub"
        yield ("model.path",), UserError(f"model.path: there is no folder {path}", hint=hint)


def _names(resolved: Resolved) -> Iterator[_Finding]:
    """The template and the optimizers are those that LLaMA-Factory knows."""
    named = {"model.template": ("template", resolved.recipe.model.template)}
    named |= {f"{key}.optimizer": ("optim", training.optimizer) for key, training, _ in _supervised(resolved.recipe)}
    for key, (setting, value) in named.items():
        for finding in keys.check_override("llamafactory", setting, value):
            yield (key,), UserError(f"{key}: {finding.what}", hint=finding.hint)


def _supervised(recipe: Recipe) -> Iterator[tuple[str, Supervised, int]]:
    """The supervised trainings of a recipe: dotted key, settings, number of examples."""
    if isinstance(recipe, SftRecipe):
        yield "training", recipe.training, recipe.data.train.examples
    if recipe.model.scratch:
        yield "model.scratch.training", recipe.model.scratch.training, recipe.model.scratch.examples


def _start(resolved: Resolved) -> Iterator[_Finding]:
    """The recipe that another starts from trains a model, and from the same base."""
    key, start = "model.start_from", resolved.start
    if start is None:
        return
    if start.recipe.kind == "eval":
        yield (key,), UserError(f"{key}: {start.recipe.name} is of kind eval and trains no model")
    bases = [item.recipe.model.model_dump(exclude={"start_from"}) for item in (resolved, start)]
    differing = [f"model.{name}" for name in bases[0] if bases[0][name] != bases[1][name]]
    if differing:
        what = f"{key}: {start.recipe.name} has another base model: {', '.join(differing)} differ"
        yield (key, *differing), UserError(what, hint="both recipes must say the same of their base model")


def _reward_variant(resolved: Resolved) -> Iterator[_Finding]:
    """Reinforcement by right or by wrong answers only is lost where a response is compared with its group."""
    recipe = resolved.recipe
    if not isinstance(recipe, RlRecipe) or recipe.training.reward.function not in ("exact_match", "first_answer"):
        return
    reinforce, algorithm = recipe.training.reward.kwargs.get("reinforce", "both"), recipe.training.algorithm
    if reinforce in ("positive", "negative") and algorithm != "reinforce":
        what = f"training.reward.kwargs.reinforce: {reinforce!r} changes nothing where a group's mean is taken off"
        hint = "set training.algorithm=reinforce"
        yield ("training.reward.kwargs", "training.algorithm"), UserError(what, hint=hint)
    if reinforce == "both" and algorithm == "reinforce":
        what = "training.algorithm: without a baseline the reward of 1 or 0 reinforces right answers only"
        hint = "say so: training.reward.kwargs={reinforce: positive}; or negative; or training.algorithm=grpo"
        yield ("training.algorithm",), UserError(what, hint=hint)


def _held_out(test: HeldOutProblems) -> Iterator[_Finding]:
    for size in test.sizes:
        try:
            require_held_out(Size.parse(size), test.examples_per_size)
        except ValueError as error:
            yield ("data.test",), UserError(f"data.test: {error}")


def _analysis(resolved: Resolved) -> Iterator[_Finding]:
    analysis = resolved.recipe.analysis
    if problem := check_analyzer(analysis.analyzer):
        yield ("analysis.analyzer",), UserError(f"analysis.analyzer: {problem.what}", hint=problem.hint)
    for number, error in unfit(entries(analysis.markers)):
        what = f"analysis.markers.{number}: {error.where}: {error.what}"
        yield ("analysis.markers",), UserError(what, hint=error.hint)


def _batches(resolved: Resolved) -> Iterator[_Finding]:
    recipe = resolved.recipe
    for key, training, examples in _supervised(recipe):
        if examples * training.epochs < training.batch_size:
            what = f"{key}: {examples} examples x {training.epochs:g} epochs are less than one batch_size"
            hint = f"at {training.batch_size} examples an update, not one would be made"
            yield (f"{key}.epochs", f"{key}.batch_size", "data.train.examples"), UserError(what, hint=hint)
        try:
            llamafactory.accumulation(training, recipe.hardware)
        except ValueError as error:
            yield (f"{key}.batch_size", f"{key}.micro_batch_size"), UserError(f"{key}: {error}")
    if isinstance(recipe, RlRecipe):
        devices, updates = recipe.hardware.devices, recipe.training.mini_batch_size * recipe.training.rollouts
        if updates % devices:
            what = f"training.mini_batch_size x rollouts ({updates}) must be a multiple of hardware.devices ({devices})"
            yield ("training.mini_batch_size", "training.rollouts", "hardware.devices"), UserError(what)


def _lengths(resolved: Resolved) -> Iterator[_Finding]:
    """Nothing may be longer than a model that is made here can read."""
    recipe = resolved.recipe
    if not recipe.model.scratch:
        return
    longest = recipe.model.scratch.architecture.max_position_embeddings
    lengths = {
        "model.scratch.training.max_length": recipe.model.scratch.training.max_length,
        "evaluation.max_new_tokens": recipe.evaluation.max_new_tokens,
    }
    if isinstance(recipe, SftRecipe):
        lengths["training.max_length"] = recipe.training.max_length
    if isinstance(recipe, RlRecipe):
        training = recipe.training
        lengths["training.max_response_length"] = training.max_prompt_length + training.max_response_length
    for key, length in lengths.items():
        if length > longest:
            what = f"{key}: {length} tokens, with the prompt, are more than the model can read"
            hint = f"model.scratch.architecture.max_position_embeddings is {longest}"
            yield (key, "model.scratch.architecture.max_position_embeddings"), UserError(what, hint=hint)


def _tokens(resolved: Resolved) -> Iterator[_Finding]:
    """No prompt and no example may be longer than its limit, where the vocabulary is known."""
    recipe = resolved.recipe
    if not recipe.model.scratch:
        return
    counter = Counter(recipe)
    sizes = map(Size.parse, [*recipe.data.train.sizes, *recipe.data.test.sizes])
    largest = [Problem((10**size.first - 1, 10**size.second - 1)) for size in sizes]
    if isinstance(recipe, RlRecipe):
        longest = max(map(counter.prompt, largest))
        if longest > recipe.training.max_prompt_length:
            what = f"training.max_prompt_length: a prompt has {longest} tokens"
            yield ("training.max_prompt_length",), UserError(what, hint=f"raise it to at least {longest}")
    scratch = recipe.model.scratch
    taught: dict[str, tuple[Supervised, Iterator[Problem]]] = {
        "model.scratch.training": (scratch.training, mixture_problems(scratch.mixture, _SAMPLE, scratch.seed))
    }
    if isinstance(recipe, SftRecipe):
        taught["training"] = recipe.training, problems_to_train(recipe.data.train, recipe.data.seed)
    for key, (training, problems) in taught.items():
        longest = counter.examples(training, list(islice(problems, _SAMPLE)), recipe.data.seed).longest
        if longest > training.max_length:
            what = f"{key}.max_length: an example has {longest} tokens and would be cut"
            yield (f"{key}.max_length",), UserError(what, hint=f"raise it to at least {longest}")


def _passed_on(backend: Backend, section: dict[str, Any]) -> Iterator[_Finding]:
    """The sections for a backend: known keys, fitting values, and nothing that the recipe says elsewhere."""
    for key, value in section.items():
        if better := instead(backend, key, value):
            yield (f"{backend}.{key}",), UserError(f"{backend}.{key}: {better}")
    for finding in keys.check_section(backend, section):
        yield (f"{backend}.{finding.key}",), UserError(f"{backend}.{finding.key}: {finding.what}", hint=finding.hint)
