"""Whatever a recipe file holds, the user gets a recipe or errors that name the file: never a traceback."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsrecipes.errors import UserError
from dsrecipes.recipe.explain import known_keys
from dsrecipes.recipe.load import load
from dsrecipes.recipe.read import parse

KEYS = sorted({key.rpartition(".")[2] for key in known_keys()} | {"extends", "provenance", "nonsense", ""})
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates() | st.binary(max_size=4)
    | st.sampled_from(["3x4", "tiny/rl-grpo.yaml", "rl", "cuda", "grpo", "exact_match", "paper: x", "../x", "a.py"])
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner, max_size=4),
    max_leaves=20,
)
FILES = st.dictionaries(st.sampled_from([key for key in KEYS if key != "extends"]), TREES, max_size=6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("recipes")


def _load(file: Path) -> None:
    try:
        load(str(file))
    except UserError as error:
        assert file.name in str(error)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, st.sampled_from([None, "tiny/rl-grpo.yaml", "base.yaml", ["rl-grpo.yaml", "tiny/_sft.yaml"]]))
def test_any_mapping_is_loaded_or_refused_by_name(folder: Path, values: dict[str, Any], extends: object) -> None:
    file = folder / "any.yaml"
    file.write_text(yaml.safe_dump(values | ({"extends": extends} if extends else {})), "utf-8")
    _load(file)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab:-{}[],&*!|>#?'\"\n 1.e~%@\t"), max_size=60) | st.text(max_size=40))
def test_any_text_is_loaded_or_refused_by_name(folder: Path, text: str) -> None:
    file = folder / "any.yaml"
    file.write_text(text, "utf-8", errors="surrogatepass")
    _load(file)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab.=[]{}:,&*! 1e-"), max_size=40) | st.text(max_size=30))
def test_any_override_is_taken_or_refused(text: str) -> None:
    try:
        load("tiny/base", [text])
    except UserError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &a [*a]", "contains itself"),
        ("a: &a {b: *a}", "contains itself"),
        (
            "\n".join(["a0: &a0 [1, 1]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9))]),
            "more than 100,000 values",
        ),
        ("[" * 5000, "not valid YAML"),
        ("a: 2026-13-45", "not valid YAML"),
        ("? [a, b]\n: c", "a key must be a word"),
        ("a: !!python/object/apply:os.system [true]", "not valid YAML"),
    ],
)
def test_text_that_would_hang_or_run_something_is_refused(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse(text, "here")
