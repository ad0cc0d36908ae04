"""`dsrecipes new`: a recipe to start from."""

import re
from pathlib import Path

import pytest

from dsrecipes.errors import UserError
from dsrecipes.recipe.load import load, shipped
from dsrecipes.recipe.template import new


@pytest.mark.parametrize("name", shipped())
def test_a_new_recipe_means_the_same_as_the_one_it_came_from(name: str, tmp_path: Path) -> None:
    origin = load(name, ["version=1"])  # a new recipe's first version
    made = load(str(new("mine", origin, name, tmp_path)))
    assert made.digest == origin.digest and made.recipe.name == "mine"


@pytest.mark.parametrize("name", shipped())
def test_its_comments_are_the_recipe(name: str, tmp_path: Path) -> None:
    """With every `#` removed the file says all that it inherits, and is still the same recipe."""
    origin = load(name, ["version=1"])
    file = new("mine", origin, name, tmp_path)
    text = file.read_text("utf-8")
    head, body = text[: text.index("#seed:")], text[text.index("#seed:") : text.index("#provenance:")]
    file.write_text(head + re.sub(r"^#", "", body, flags=re.MULTILINE), "utf-8")
    made = load(str(file))
    assert made.digest == origin.digest
    assert made.where("evaluation.temperature").startswith(f"{file}:")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    new("mine", load("rl-grpo"), "rl-grpo.yaml", tmp_path)
    with pytest.raises(UserError, match="there already"):
        new("mine.yaml", load("rl-grpo"), "rl-grpo.yaml", tmp_path)


@pytest.mark.parametrize("name", ["", "My Recipe", "../x", "-x", "report", "sweeps"])
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no name for a recipe"):
        new(name, load("rl-grpo"), "rl-grpo.yaml", tmp_path)


@pytest.mark.parametrize("name", ["true", "1", "null", "1e5", "2026-01-01", "no", "1.5", "mine"])
def test_a_name_that_yaml_would_take_for_something_else_is_quoted(name: str, tmp_path: Path) -> None:
    assert load(str(new(name, load("tiny/base"), "tiny/base.yaml", tmp_path))).recipe.name == name


def test_what_it_extends_is_quoted_where_it_has_to_be(tmp_path: Path) -> None:
    origin = tmp_path / "sp: ace #x" / "o.yaml"
    origin.parent.mkdir()
    origin.write_text("extends: tiny/base.yaml\nname: o\nversion: 1\n")
    file = new("kid", load(str(origin)), str(origin), tmp_path)
    assert load(str(file)).digest == load(str(origin)).digest
