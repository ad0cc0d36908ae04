"""How each training went."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, figure, row, section, table, text_of
from filelock import FileLock
from run_folders import answers, loss_curve, reward_curve, write_run

from dsrecipes.runs.run import LOCK


def test_each_metric_is_told_from_start_to_end(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", metrics=reward_curve(10, 0.2, 0.65), problems={"1x2": answers(10, right=4)})
    shown = table(document(tmp_path), "training-tiny")
    cells = row(shown, "RL", "0", "mean reward")
    assert (cells["start"], cells["end"], cells["change"], cells["steps"]) == ("0.2", "0.65", "+0.45", "1 to 10")
    assert [cells[2] for cells in shown.cells] == [
        "mean reward", "response length", "KL to the reference", "entropy", "loss",
    ]  # fmt: skip


def test_a_step_that_is_missing_in_the_log_is_named(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", metrics=[step for step in reward_curve(10, 0.2, 0.65) if step["step"] not in (4, 5)])
    cells = row(table(document(tmp_path), "training-tiny"), "RL", "0", "mean reward")
    assert cells["steps"] == "1 to 10 (not logged: 4, 5)"


def test_a_metric_that_was_not_logged_says_so(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", metrics=[{"step": 1, "data": {"critic/rewards/mean": 0.5}}])
    report = document(tmp_path)
    assert row(table(report, "training-tiny"), "RL", "0", "entropy")["start"] == "not logged"
    texts = [text.get_text() for axis in figure(report, "training-rl-tiny").draw().axes for text in axis.texts]
    assert texts == ["not logged"] * 4


def test_a_run_that_goes_on_is_drawn_too_and_named_by_its_state(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", run_id="a", metrics=reward_curve(40, 0.2, 0.6), problems={"1x2": answers(10, right=4)})
    running = write_run(tmp_path, "rl", run_id="b", state="running", metrics=reward_curve(3, 0.2, 0.3))
    with FileLock(running / LOCK):
        (*_, legend) = figure(document(tmp_path), "training-rl-tiny").draw().axes
    shown = legend.get_legend()
    assert shown is not None
    assert [text.get_text() for text in shown.get_texts()] == ["RL, seed 0, a", "RL, seed 0, b (running)"]


def test_many_steps_are_smoothed_over_a_tenth_of_them(tmp_path: Path) -> None:
    write_run(tmp_path, "sft-reflection", metrics=loss_curve(40))
    (axis,) = figure(document(tmp_path), "training-sft-tiny").draw().axes
    logged, mean = axis.lines
    assert len(logged.get_xdata()) == 40
    assert mean.get_ydata()[0] == pytest.approx(sum(2 / step + 0.1 for step in range(1, 5)) / 4)


def test_without_training_it_says_so(tmp_path: Path) -> None:
    write_run(tmp_path, "base", problems={"1x2": answers(10, right=4)})
    assert "No training has logged a step" in text_of(section(document(tmp_path), "training-tiny"))
