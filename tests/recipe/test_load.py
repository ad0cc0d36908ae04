from pathlib import Path

import pytest

from dsrecipes.errors import Problems, UserError
from dsrecipes.recipe.load import find, load, load_all, shipped
from dsrecipes.recipe.merge import Merging
from dsrecipes.recipe.read import parse
from dsrecipes.recipe.schema import RlRecipe, SftRecipe


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_recipe_loads_and_states_a_source_for_every_value(name: str) -> None:
    loaded = load(name)
    described = ("name", "version", "kind", "replicates", "arm", "scale")
    unsourced = [key for key in loaded.origins if key not in described and key not in loaded.recipe.provenance]
    assert not unsourced


def test_the_papers_hyperparameters_are_in_the_recipes() -> None:
    rl, sft = load("rl-grpo").recipe, load("sft-reflection").recipe
    assert isinstance(rl, RlRecipe) and isinstance(sft, SftRecipe)
    assert (rl.training.train_batch_size, rl.training.mini_batch_size, rl.training.rollouts) == (512, 128, 8)
    assert (rl.training.kl.coefficient, rl.training.kl.type) == (0.001, "low_var_kl")
    assert (rl.training.max_prompt_length, rl.training.max_response_length, rl.training.epochs) == (1024, 8192, 2)
    assert (sft.training.batch_size, sft.training.epochs) == (128, 4.0)
    assert sft.training.solutions.reflection_share == 1.0
    assert rl.data.train.examples == 20_000 and rl.evaluation.temperature == 1.0


def test_a_tiny_recipe_inherits_what_it_does_not_state() -> None:
    tiny, paper = load("tiny/rl-grpo.yaml").recipe, load("rl-grpo.yaml").recipe
    assert isinstance(tiny, RlRecipe) and isinstance(paper, RlRecipe)
    assert tiny.training.kl == paper.training.kl
    assert tiny.training.learning_rate != paper.training.learning_rate


def test_a_value_set_anew_does_not_keep_the_papers_name() -> None:
    provenance = load("tiny/rl-grpo").recipe.provenance
    assert provenance["training.rollouts"].startswith("paper:")
    assert provenance["training.train_batch_size"].startswith("ours:")


def test_overrides_are_yaml_and_change_the_run() -> None:
    changed = load("tiny/rl-grpo", ["training.learning_rate=1e-6", "data.train.sizes=[2x2]", "seed=3"])
    assert isinstance(changed.recipe, RlRecipe)
    assert changed.recipe.training.learning_rate == 1e-6
    assert changed.recipe.data.train.sizes == ["2x2"]
    assert changed.run_id != load("tiny/rl-grpo").run_id
    assert changed.run_id.startswith(f"v{changed.recipe.version}-s3-")
    assert changed.recipe.provenance["training.learning_rate"] == "ours: command line"


def test_a_backends_dotted_key_is_one_key() -> None:
    recipe = load("tiny/rl-grpo", ["verl.actor_rollout_ref.actor.clip_ratio=0.3"]).recipe
    assert isinstance(recipe, RlRecipe)
    assert recipe.verl == {"actor_rollout_ref.actor.clip_ratio": 0.3}


def test_the_words_about_a_recipe_do_not_change_its_run(tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(f"extends: {find('tiny/rl-grpo')}\nname: copy\nreplicates: something else\n")
    assert load(str(copy)).digest == load("tiny/rl-grpo").digest


@pytest.mark.parametrize(
    ("override", "said"),
    [
        ("training.learning_rat=1", "did you mean 'training.learning_rate'?"),
        ("rollouts=4", "that key belongs at 'training.rollouts'"),
        ("training.learning_rate=fast", "should be a valid number (it is 'fast')"),
        ("training.learning_rate=-1", "greater than 0"),
        ("training.mini_batch_size=48", "train_batch_size (64) must be a multiple of mini_batch_size (48)"),
        ("training.micro_batch_tokens=10", "must hold one whole sequence"),
        ("training.rollouts=1", "greater than or equal to 2"),
        ("training.kl.type=made_up", "'low_var_kl'"),
        ("data.train.sizes=[2x2, 2by3]", "'2by3' is not a size"),
        ("data.train.examples=3", "must be a multiple of the number of sizes"),
        ("model.path=somewhere", "give exactly one of path"),
        ("hardware.devices=2", "a CPU counts as one device"),
        ("kind=ppo", "kind"),
        ("training.kl.placement=none", "contradict each other"),
        ("training.epochs_=1", "did you mean 'training.epochs'"),
        ("provenance.seed=paper", "the command line"),
        ("seed", "an override is written key=value"),
        ("verl=1", "name the backend's own key too"),
        ("seed=[1", "not valid YAML"),
    ],
)
def test_a_bad_override_is_told(override: str, said: str) -> None:
    with pytest.raises(UserError) as error:
        load("tiny/rl-grpo", [override])
    assert said in str(error.value)


def test_a_key_that_is_set_twice_is_told() -> None:
    with pytest.raises(UserError, match="seed: is set twice"):
        load("tiny/rl-grpo", ["seed=0", "seed=1"])
    assert load("tiny/ablations/rl-from-sft", ["seed=3"]).start.recipe.seed == 3  # type: ignore[union-attr]


def test_all_that_is_wrong_with_overrides_and_values_comes_at_once() -> None:
    wrong = ["seed=[1", "version={", "training.train_batch_size=7", "data.train.examples=abc"]
    with pytest.raises(Problems) as told:
        load("tiny/rl-grpo", wrong)
    assert len(told.value.problems) == 4
    assert all(text.partition("=")[0].rpartition(".")[2] in str(told.value) for text in wrong)


def test_all_that_a_recipe_extends_in_vain_is_told(tmp_path: Path) -> None:
    file, folder = tmp_path / "mine.yaml", tmp_path / "folder.yaml"
    folder.mkdir()
    file.write_text("extends: [nope.yaml, nope2.yaml, folder.yaml]\n")
    with pytest.raises(UserError) as told:
        load(str(file))
    text = str(told.value)
    assert "'nope.yaml'" in text and "'nope2.yaml'" in text and "'folder.yaml' is not a file" in text


def test_what_is_no_file_is_told_as_such() -> None:
    with pytest.raises(UserError, match="this is not a file"):
        find("/dev/null")


def test_all_errors_of_all_recipes_come_at_once(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(f"extends: {find('tiny/rl-grpo')}\nversion: zero\nunknown: 1\n")
    loaded, problems = load_all([str(bad), "tiny/base", "tiny/nosuch"])
    assert [resolved.recipe.name for resolved in loaded] == ["tiny-base"]
    text = "\n".join(map(str, problems))
    assert "version" in text and "unknown key 'unknown'" in text and "no such recipe" in text and str(bad) in text


def test_what_lay_under_a_replaced_section_is_forgotten(tmp_path: Path) -> None:
    merging = laid(tmp_path, "one: {two: {a: 1, b: 2}, twos: 3}", "one: {two: 5}")
    assert merging.values == {"one": {"two": 5, "twos": 3}}
    assert {key: origin.file for key, origin in merging.origins.items()} == {
        "one.twos": str(tmp_path / "0.yaml"),
        "one.two": str(tmp_path / "1.yaml"),
    }


def test_a_section_that_was_empty_has_no_origin_of_its_own_once_it_is_filled(tmp_path: Path) -> None:
    assert laid(tmp_path, "verl: {}").origins.keys() == {"verl"}
    assert laid(tmp_path, "verl: {}", "verl: {a.b: 1}").origins.keys() == {"verl.a.b"}


def laid(folder: Path, *texts: str) -> Merging:
    """The texts as recipes laid over one another."""
    merging = Merging(dict)
    for number, text in enumerate(texts):
        file = folder / f"{number}.yaml"
        file.write_text(text)
        merging.add(file)
    return merging


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [1", "not valid YAML"),
        ("- a\n- b", "must be a mapping"),
        ("name: a\nname: b", "the key 'name' stands twice"),
        ("extends: nowhere.yaml", "there is no recipe 'nowhere.yaml'"),
        ("extends: self.yaml", "a recipe extends itself"),
        ("extends: 3", "there is no recipe 3"),
        ("extends: tiny/base.yaml\nprovenance: {sead: 'paper: p. 3'}", "there is no value 'sead'"),
        ("name: !!python/object/apply:os.system [true]", "not valid YAML"),
    ],
)
def test_a_bad_file_is_told_with_its_name(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "self.yaml"
    file.write_text(text)
    with pytest.raises(UserError) as error:
        load(str(file))
    assert said in str(error.value) and "self.yaml" in str(error.value)


def test_a_recipe_anywhere_may_extend_a_shipped_one(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("extends: rl-grpo.yaml\nname: mine\ntraining: {kl: {coefficient: 0.1}}\n")
    recipe = load(str(file)).recipe
    assert isinstance(recipe, RlRecipe) and recipe.training.kl.coefficient == 0.1


def test_a_section_of_another_kind_of_recipe_is_told_as_such() -> None:
    with pytest.raises(UserError, match="a recipe of kind eval has no 'training'"):
        load("tiny/base", ["training.epochs=1"])


def test_a_misspelt_recipe_gets_a_suggestion() -> None:
    with pytest.raises(UserError, match=r"did you mean tiny/rl-grpo\.yaml"):
        find("tiny/rl_grpo")


@pytest.mark.parametrize(
    ("text", "value"), [("1e-6", 1e-6), ("1.0e-6", 1e-6), ("-2", -2), ("1e5", 1e5), ("3x4", "3x4")]
)
def test_numbers_are_read_as_people_write_them(text: str, value: object) -> None:
    assert parse(text, "here").value == value
