"""The base model that a recipe makes from scratch: random weights, taught by LLaMA-Factory, kept by content.

It lies in `home()/models/<key>`, where the key is a hash of all that it is made from (the corpus itself, the
architecture, the vocabulary, LLaMA-Factory's arguments), so that all recipes with the same base share one, and none
ever meets another's.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from dsrecipes.backends import llamafactory
from dsrecipes.backends.command import Command
from dsrecipes.backends.dataset import mixture_problems, solution_lines
from dsrecipes.errors import JobFailed
from dsrecipes.files import write_atomically
from dsrecipes.jobs.environments import home
from dsrecipes.jobs.runner import end_orphans
from dsrecipes.locks import held
from dsrecipes.recipe.schema import Recipe, Scratch
from dsrecipes.task.vocabulary import CHAT_TEMPLATE, tokens

MODEL_FILES = ("*.safetensors", "*.safetensors.index.json", "config.json", "generation_config.json")
TOKENIZER_FILES = ("tokenizer*", "special_tokens_map.json", "added_tokens.json", "chat_template*", "vocab*", "merges*")


class BaseModel:
    """The base model of a recipe with `model.scratch`, made or still to be made."""

    def __init__(self, recipe: Recipe, scratch: Scratch) -> None:
        self.recipe = recipe
        self.scratch = scratch

    @cached_property
    def corpus(self) -> str:
        """LLaMA-Factory's data set, as text: problems of the training side only."""
        problems = mixture_problems(self.scratch.mixture, self.scratch.examples, self.scratch.seed)
        return solution_lines(problems, self.scratch.training, self.scratch.seed)

    def _arguments(self, folder: Path) -> dict[str, Any]:
        return llamafactory.config(
            self.scratch.training,
            model=str(folder / "random"),
            template=self.recipe.model.template,
            trust_remote_code=False,
            dataset_dir=folder / "data",
            output_dir=folder / "checkpoints",
            hardware=self.recipe.hardware,
            seed=self.scratch.seed,
        )

    @property
    def _weights(self) -> dict[str, Any]:
        return {"seed": self.scratch.seed, **self.scratch.architecture.model_dump()}

    @cached_property
    def key(self) -> str:
        made_from = [self._weights, tokens(), CHAT_TEMPLATE, self._arguments(Path("/")), self.corpus]
        return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()[:12]

    @property
    def folder(self) -> Path:
        return home() / "models" / self.key

    @property
    def building(self) -> Path:
        """Where it is made; an interrupted making goes on there."""
        return home() / "models" / f"{self.key}.building"

    @property
    def ready(self) -> bool:
        return self.folder.is_dir()

    @contextmanager
    def guard(self, on_message: Callable[[str], None]) -> Iterator[None]:
        """Held while it is made, so that of several runs one makes it and the others wait (which `on_message` is told).

        What a killed launch left working on it is ended.
        """
        wait = partial(on_message, "another launch is making this base model, waiting for it")
        with held(Path(f"{self.folder}.lock"), wait):
            if orphans := end_orphans(self.building):
                on_message(f"ended {orphans} processes that a killed launch had left making this base model")
            yield

    def prepare(self) -> None:
        if self.ready:
            return
        write_atomically(self.building / "data" / llamafactory.DATASET_FILE, self.corpus)
        write_atomically(self.building / "data" / "dataset_info.json", json.dumps(llamafactory.DATASET_INFO, indent=2))
        llamafactory.drop_torn_checkpoints(self.building / "checkpoints")

    def commands(self, log: Path) -> Sequence[Command]:
        """Random weights, then the training. None if it is there already."""
        if self.ready:
            return []
        weights = self.building / "weights.json"
        hardware = self.recipe.hardware
        make = Command(
            backend="llamafactory",
            accelerator=hardware.accelerator,
            arguments=(
                "-m",
                "dsrecipes.worker.tiny_model",
                str(weights),
                str(self.building / "random"),
                str(self.building / "data" / llamafactory.DATASET_FILE),
                str(self.scratch.training.max_length),
            ),
            folder=self.building,
            log=log,
            files={weights: json.dumps(self._weights, indent=2)},
        )
        train = llamafactory.command(
            self._arguments(self.building),
            hardware=hardware,
            config_file=self.building / "train.yaml",
            log=log,
            folder=self.building,
        )
        return [train] if (self.building / "random").exists() else [make, train]

    def finish(self) -> None:
        if self.ready:
            return
        checkpoints = self.building / "checkpoints"
        if not llamafactory.finished(checkpoints):
            raise JobFailed("LLaMA-Factory ended without writing the base model", where=str(checkpoints))
        finished = self.building / "model"
        copy_model(checkpoints, finished)
        shutil.copy(checkpoints / "trainer_log.jsonl", finished)
        finished.replace(self.folder)
        shutil.rmtree(self.building)


def copy_model(source: Path, target: Path) -> None:
    """Copies a model in Hugging Face format and its tokenizer, and nothing else that lies in the folder."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for pattern in (*MODEL_FILES, *TOKENIZER_FILES):
        for path in source.glob(pattern):
            shutil.copy(path, target / path.name)
