"""A model's shape, and its exact number of parameters."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from dsrecipes.errors import UserError
from dsrecipes.plan import shapes
from dsrecipes.recipe.load import load
from tests.conftest import BackendPython


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("Qwen/Qwen2.5-0.5B-Instruct", 494_032_768),
        ("Qwen/Qwen2.5-7B-Instruct", 7_615_616_512),
        ("meta-llama/Llama-3.1-8B", 8_030_261_248),
    ],
)
def test_known_models_have_their_published_number_of_parameters(name: str, parameters: int) -> None:
    assert shapes.known_models()[name].parameters == parameters


def test_a_recipe_finds_its_model_by_name_or_made_from_scratch() -> None:
    assert shapes.of_recipe(load("rl-grpo").recipe).parameters == 7_615_616_512
    tiny = shapes.of_recipe(load("tiny/rl-grpo").recipe)
    assert (tiny.layers, tiny.hidden, tiny.tied) == (4, 128, True)


def test_a_folder_tells_its_shape(tmp_path: Path) -> None:
    sizes = {"hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4}
    config = {**sizes, "vocab_size": 100, "model_type": "llama", "head_dim": 32}
    (tmp_path / "config.json").write_text(json.dumps(config))

    shape = shapes.of_recipe(load("base", [f"model.path={tmp_path}"]).recipe)

    assert (shape.attention, shape.kv, shape.attention_bias, shape.tied) == (128, 128, False, False)


def test_an_unknown_model_is_an_error_that_says_what_to_give() -> None:
    with pytest.raises(UserError, match=r"shape of someone/unheard-of is not known") as error:
        shapes.of_recipe(load("base", ["model.path=someone/unheard-of"]).recipe)
    assert error.value.hint is not None and "config.json" in error.value.hint


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"model_type": "qwen2"}', '{"model_type": "mamba"}'])
def test_a_config_without_the_sizes_is_an_error_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.json").write_text(text)
    with pytest.raises(UserError) as error:
        shapes.of_recipe(load("base", [f"model.path={tmp_path}"]).recipe)
    assert error.value.where == str(tmp_path / "config.json")


@pytest.mark.backend
def test_counts_are_those_of_transformers(backend_python: BackendPython) -> None:
    program = """
import json, sys, torch, transformers
for config in json.load(sys.stdin):
    with torch.device("meta"):
        model = transformers.AutoModelForCausalLM.from_config(transformers.AutoConfig.for_model(**config))
    print(sum(parameter.numel() for parameter in model.parameters()))
"""
    tiny = load("tiny/base").recipe
    assert tiny.model.scratch is not None
    scratch = {**tiny.model.scratch.architecture.model_dump(), "vocab_size": shapes.of_recipe(tiny).vocabulary}
    scratch.pop("rope_theta")
    configs = [{"model_type": "qwen2", **scratch}]
    expected = [shapes.of_recipe(tiny).parameters]
    for name, shape in shapes.known_models().items():
        model_type = "qwen2" if shape.attention_bias else "llama"
        configs.append(
            {
                "model_type": model_type,
                "hidden_size": shape.hidden,
                "intermediate_size": shape.intermediate,
                "num_hidden_layers": shape.layers,
                "num_attention_heads": shape.heads,
                "num_key_value_heads": shape.kv_heads,
                "vocab_size": shape.vocabulary,
                "tie_word_embeddings": shape.tied,
            }
        )
        expected.append(shapes.known_models()[name].parameters)
    done = subprocess.run(
        [backend_python.python, "-c", program],
        input=json.dumps(configs),
        env=backend_python.env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [int(line) for line in done.stdout.split()] == expected
