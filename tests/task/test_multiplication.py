import pytest

from dsrecipes.task.multiplication import HELD_OUT_PERCENT, Problem, Size, held_out_problems, training_problems

TWO_BY_TWO = Size(2, 2)


@pytest.mark.parametrize("text", ["3x4", "3×4", " 3x4 "])
def test_a_size_is_digits_by_digits(text: str) -> None:
    assert Size.parse(text) == Size(3, 4)


@pytest.mark.parametrize("text", ["", "3", "x4", "0x3", "3x", "3x4x5", "-1x2"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a size"):
        Size.parse(text)


def test_operands_have_the_digits_of_their_size() -> None:
    for size in (Size(1, 3), Size(3, 1), Size(4, 5)):
        for problem in [*held_out_problems(size, 20, 0), *training_problems([size], 20, 0)]:
            assert problem.size == size


def test_no_training_problem_is_a_test_problem_in_either_order() -> None:
    sizes = [Size(1, 2), Size(2, 1), TWO_BY_TWO]
    tested = {frozenset(problem.operands) for size in sizes for problem in held_out_problems(size, 100, 7)}
    trained = {frozenset(problem.operands) for problem in training_problems(sizes, 5_000, 3)}
    assert not tested & trained


def test_swapped_operands_fall_on_the_same_side() -> None:
    assert all(
        Problem((a, b)).held_out == Problem((b, a)).held_out for a in range(10, 60) for b in range(10, 60)
    )  # fmt: skip


def test_the_held_out_share_is_as_stated() -> None:
    held_out = sum(Problem((a, b)).held_out for a in range(100, 400) for b in range(a, 400))
    assert held_out / (300 * 301 / 2) == pytest.approx(HELD_OUT_PERCENT / 100, abs=0.01)


def test_training_is_balanced_over_sizes_and_uniform_in_the_operands() -> None:
    problems = list(training_problems([Size(1, 2), TWO_BY_TWO], 20_000, 0))
    of_two = [problem for problem in problems if problem.size == TWO_BY_TWO]
    assert len(of_two) == 10_000
    mean = sum(problem.operands[0] for problem in of_two) / len(of_two)
    assert mean == pytest.approx(54.5, abs=1.0)


def test_test_problems_depend_on_the_seed_alone() -> None:
    assert held_out_problems(TWO_BY_TWO, 50, 1) == held_out_problems(TWO_BY_TWO, 50, 1)
    assert held_out_problems(TWO_BY_TWO, 50, 1) != held_out_problems(TWO_BY_TWO, 50, 2)


def test_test_problems_are_different_ones() -> None:
    for size in (Size(1, 2), Size(4, 4)):
        assert len(set(held_out_problems(size, 100, 0))) == 100


def test_a_size_with_too_few_problems_says_how_many_it_has() -> None:
    with pytest.raises(ValueError, match=r"size 1x1 has \d+ held-out problems, fewer than the 100"):
        held_out_problems(Size(1, 1), 100, 0)
