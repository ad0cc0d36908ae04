"""Overrides of several values: what is one value, what are several, what is refused; and the order of combinations."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsrecipes.errors import UserError
from dsrecipes.recipe.sweep import grid, values

WORDS = st.text(alphabet=st.sampled_from("ab 0.,:-[]{}()'\"#é"), max_size=8)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("0", ["0"]),
        ("0,1,2", ["0", "1", "2"]),
        ("1e-4, 2e-4", ["1e-4", "2e-4"]),
        ("[1x1,2x2]", ["[1x1,2x2]"]),
        ("[1x1],[2x2,3x3]", ["[1x1]", "[2x2,3x3]"]),
        ("{a: 1, b: 2}", ["{a: 1, b: 2}"]),
        ("{a: 1},{b: [2, 3]}", ["{a: 1}", "{b: [2, 3]}"]),
        ('"a, b"', ['"a, b"']),
        ("'a, b',c", ["'a, b'", "c"]),
        ("don't,won't", ["don't", "won't"]),
        ("null,./x", ["null", "./x"]),
        ("a[1, 2]", ["a[1, 2]"]),
        ("a # not, these", ["a # not, these"]),
        ("[1, 2", ["[1, 2"]),  # no YAML: whoever reads the override says so
        ("f(x),g(y)", ["f(x)", "g(y)"]),
    ],
)
def test_commas_separate_values_where_yaml_does_not_hold_them(raw: str, meant: list[str]) -> None:
    assert values(raw, "here") == meant


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("0,", "is empty"),
        (",0", "is empty"),
        ("0,,1", "is empty"),
        ("1],[2", "separate no values"),
        ("a: b, c", "is one value, and several"),
        ("- a, b", "is one value, and several"),
        ("range(0,3)", "between parentheses"),
        ("Table 1 (left, right)", "between parentheses"),
        ("1e-4,0.0001", "stands twice"),
        ("a,b,a", "stands twice"),
        ("a,@b", "separate no values"),
    ],
)
def test_what_could_be_meant_in_two_ways_is_refused(raw: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as error:
        values(raw, "override 'key=…'")
    assert error.value.where == "override 'key=…'"


@settings(max_examples=300, deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=4, unique_by=repr))
def test_values_written_as_json_and_joined_by_commas_come_back(meant: list[Any]) -> None:
    written = [json.dumps(value, ensure_ascii=False) for value in meant]
    assert values(",".join(written), "here") == written


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab,.=[]{}():&*!|>#'\"- 1e\n"), max_size=30) | st.text(max_size=20))
def test_any_text_is_one_value_or_several_or_refused(raw: str) -> None:
    try:
        found = values(raw, "here")
    except UserError as error:
        assert "here" in str(error)
        return
    assert found == [raw] or len(found) > 1
    assert all(value in raw for value in found)


def test_combinations_come_as_written_and_the_last_key_changes_fastest() -> None:
    choices = grid(["seed=0,1", "data.test.sizes=[1x2,2x2]", "training.learning_rate=1e-4,2e-4"]).choices()
    assert [choice.label for choice in choices] == [
        "seed=0 training.learning_rate=1e-4",
        "seed=0 training.learning_rate=2e-4",
        "seed=1 training.learning_rate=1e-4",
        "seed=1 training.learning_rate=2e-4",
    ]
    assert choices[1].overrides == ("seed=0", "data.test.sizes=[1x2,2x2]", "training.learning_rate=2e-4")


def test_overrides_of_one_value_stay_as_they_were_written() -> None:
    (choice,) = grid(["a = [1, 2]", "b=x=y", "c=", "=1"]).choices()
    assert choice.overrides == ("a = [1, 2]", "b=x=y", "c=", "=1") and not choice.swept


def test_all_problems_are_told() -> None:
    with pytest.raises(UserError) as error:
        grid(["seed=0,0", "training.epochs=1,"])
    assert "a value stands twice" in str(error.value) and "is empty" in str(error.value)
    assert len(error.value.problems) == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("raw", ["1,1.0", "1e-4,0.0001", "true,True", "a,'a'"])
def test_one_value_written_in_two_ways_stands_twice(raw: str) -> None:
    with pytest.raises(UserError, match="a value stands twice"):
        values(raw, "here")


def test_numbers_words_and_truth_are_told_apart() -> None:
    assert values("1,true,'1',2", "here") == ["1", "true", "'1'", "2"]
