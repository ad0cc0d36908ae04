"""What is made from the recipes and kept beside them is up to date."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from dsrecipes import resources
from dsrecipes.errors import Problems
from dsrecipes.recipe import json_schema, pages, release
from dsrecipes.recipe.load import load, shipped

RECIPES = resources.folder("recipes")
SOURCES = [path for path in sorted(RECIPES.rglob("*.yaml")) if path.parent.name != "released"]


@pytest.mark.parametrize("name", shipped())
def test_a_released_version_never_changes(name: str) -> None:
    """If this fails, the recipe's numbers have changed: give it a new version, `python -m dsrecipes.recipe.release`."""
    assert release.difference(load(name)) == []


def test_a_changed_recipe_is_not_released_under_its_old_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.yaml"
    changed.write_text("extends: rl-grpo.yaml\nseed: 17\n")
    monkeypatch.setattr(release, "shipped", lambda: {str(changed): changed})
    with pytest.raises(Problems, match="version 1 is released and had other values: seed"):
        release.release()


@pytest.mark.parametrize("name", shipped())
def test_a_released_version_is_a_recipe_of_its_own(name: str) -> None:
    current = load(name)
    released = load(f"{name.removesuffix('.yaml')}@{current.recipe.version}")
    assert released.digest == current.digest
    assert released.recipe.model_copy(update={"provenance": {}}) == current.recipe.model_copy(update={"provenance": {}})
    # A key that came later has a source in the current recipe only.
    assert released.recipe.provenance.items() <= current.recipe.provenance.items()


RUNS_OF_THE_FIRST_RELEASE = {
    "base@1": "v1-s0-8f5ef801",
    "rl-grpo@1": "v1-s0-6e53ac7c",
    "sft-no-reflection@1": "v1-s0-88533d39",
    "sft-reflection@1": "v1-s0-daa22b20",
    "tiny-base@1": "v1-s0-8e1e5786",
    "tiny-rl-grpo@1": "v1-s0-d88e2326",
    "tiny-sft-no-reflection@1": "v1-s0-ed0aa47f",
    "tiny-sft-reflection@1": "v1-s0-cff1f5f6",
}


@pytest.mark.parametrize("name", RUNS_OF_THE_FIRST_RELEASE)
def test_a_key_that_came_later_leaves_older_recipes_their_runs(name: str) -> None:
    assert load(name).run_id == RUNS_OF_THE_FIRST_RELEASE[name]


def test_the_json_schema_is_up_to_date() -> None:
    """If this fails: `python -m dsrecipes.recipe.json_schema`."""
    assert json_schema.schema_file().read_text("utf-8") == json_schema.text()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(RECIPES).as_posix())
def test_an_editor_finds_the_schema_and_no_fault_in_a_shipped_file(path: Path) -> None:
    text = path.read_text("utf-8")
    named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    schema = json.loads((path.parent / named).read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(yaml.safe_load(text))) == []


@pytest.mark.parametrize(
    "text", ["seeds: 1", "training: {learning_rat: 1}", "kind: ppo", "extends: {a: 1}", "data: {train: {sizes: 2x2}}"]
)
def test_an_editor_finds_faults(text: str) -> None:
    assert list(Draft202012Validator(json_schema.schema()).iter_errors(yaml.safe_load(text)))


def test_the_pages_are_up_to_date() -> None:
    """If this fails: `python -m dsrecipes.recipe.pages`."""
    folder = RECIPES.parent / "docs" / "recipes"
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} == pages.pages()


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_recipe_gives_reasons_not_only_a_file_as_source(name: str) -> None:
    provenance = load(name).recipe.provenance
    assert [key for key, source in provenance.items() if source.endswith(".yaml")] == []
    assert all(len(source.partition(":")[2].strip()) > 8 for source in provenance.values())


@pytest.mark.parametrize("name", shipped())
def test_a_backends_default_is_named_with_the_backends_version(name: str) -> None:
    defaults = [source for source in load(name).recipe.provenance.values() if source.startswith("default:")]
    assert all("VeRL 0.9.1" in source or "LLaMA-Factory 0.9.5" in source for source in defaults)
