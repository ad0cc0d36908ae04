"""Objectives: every arm in the plane of sampling and decision, the ablations and any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, figure, row, section, table, text_of
from matplotlib.text import Annotation
from run_folders import answers, loss_curve, write_run

from dsrecipes.report import ablations
from dsrecipes.report.document import Document

SIZES = ["1x2", "2x3"]


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A base, RL, three ablations and an arm that nobody knows."""
    runs = tmp_path_factory.mktemp("runs")
    policies = {
        "base": (30, 0), "rl": (60, 20), "sft-attempts-10": (40, 10), "sft-attempts-2": (40, 4), "rl-psr": (70, 0),
        "my-arm": (20, 5), "sft-corrective-50": (40, 10),
    }  # fmt: skip
    for arm, (right, repaired) in policies.items():
        for seed in (0,) if arm == "base" else (0, 1):
            given = answers(100, right=right + seed, repaired=repaired, dropped=2)
            write_run(runs, arm, run_id=f"s{seed}", seed=seed, sizes=SIZES, trained=["1x2"], metrics=loss_curve(3),
                      problems=dict.fromkeys(SIZES, given))  # fmt: skip
    return document(runs)


@pytest.mark.parametrize(
    ("arm", "label"),
    [
        ("rl-kl-0.1", "RL, KL coefficient 0.1"), ("sft-attempts-12", "SFT, cut at 12"),
        ("sft-corrective-50", "SFT, 50% corrective"), ("rl", None), ("sft-attempts-x", None),
    ],
)  # fmt: skip
def test_ablations_are_known_by_name(arm: str, label: str | None) -> None:
    assert ablations.label_of(arm) == label


def test_every_arm_has_a_row_by_region_the_ablations_last_and_in_order(several: Document) -> None:
    labels = list(dict.fromkeys(cells[0] for cells in table(several, "objectives-tiny").cells))
    assert labels == [
        "Base", "RL", "my-arm", "RL, positive samples only (PSR)", "SFT, 50% corrective", "SFT, cut at 2",
        "SFT, cut at 10",
    ]  # fmt: skip


def test_a_row_tells_rates_changes_and_what_the_gap_is_made_of(several: Document) -> None:
    shown = table(several, "objectives-tiny")
    cells = row(shown, "RL", "out of distribution")
    assert cells["seeds"] == "0, 1"
    assert cells["p"].startswith("60.5 [")
    assert cells["p"].endswith("n=200")
    assert cells["Δp"].startswith("+30.5 [")
    # Of 42 wrong attempts of the first seed and 41 of the second, 22 were dropped in each.
    assert cells["p_rw"].endswith("n=83")
    assert cells["gap"].startswith("+50.5 [")
    record = shown.frame.query("arm == 'rl' and where == 'out of distribution'").iloc[0]
    assert record.sampling + record.decision + record.remainder == pytest.approx(record.observed_gap)
    assert record.decision_p_sc + record.decision_p_rw == pytest.approx(record.decision)
    base = row(shown, "Base", "out of distribution")
    assert (base["Δp"], base["gap"]) == ("reference", "reference")


def test_what_surely_changed_is_said_by_rate(several: Document) -> None:
    said = text_of(section(several, "objectives-tiny"))
    lines = dict(line.split(": ", 1) for line in said.splitlines() if line.startswith("- "))
    assert "RL" in lines["- out of distribution, p up"].split("; ")
    assert "my-arm" in lines["- out of distribution, p down"]


def test_the_plane_numbers_every_arm_but_the_base_by_region(several: Document) -> None:
    drawing = figure(several, "plane-tiny").draw()
    assert len(drawing.axes) == 4
    for axis in drawing.axes:
        numbers = [child.get_text() for child in axis.get_children() if isinstance(child, Annotation)]
        assert sorted(numbers) == ["1", "2", "3", "4", "5", "6"]
    (legend,) = drawing.legends
    assert [text.get_text() for text in legend.get_texts()][:2] == ["1  RL", "2  my-arm"]


def test_a_point_stands_where_the_table_says(several: Document) -> None:
    axis = figure(several, "plane-tiny").draw().axes[1]
    record = table(several, "objectives-tiny").frame.query("arm == 'rl' and where == 'out of distribution'").iloc[0]
    (at,) = [child.xy for child in axis.get_children() if isinstance(child, Annotation) and child.get_text() == "1"]
    assert at == pytest.approx((100 * record.p_change, 100 * record.p_rw_change))


def test_ablations_have_their_rows_but_are_not_laid_over_the_models_of_table_1(several: Document) -> None:
    assert row(table(several, "table-1-tiny"), "SFT, cut at 10")["2×3"].startswith("50.5")
    models = {cells[1] for cells in table(several, "tests-tiny").cells}
    assert models == {"RL − Base", "my-arm − Base", "my-arm − RL"}
    assert "calibration-tiny-sft-attempts-10" not in [found.name for found in several.figures()]
    assert "calibration-tiny-my-arm" in [found.name for found in several.figures()]
    assert {"training-sft-tiny", "training-sft-ablations-tiny"} <= {found.name for found in several.figures()}


def test_many_runs_have_a_colour_a_model(tmp_path: Path) -> None:
    for number in range(1, 5):
        for seed in (0, 1):
            write_run(tmp_path, f"sft-attempts-{number}", run_id=f"s{seed}", seed=seed, metrics=loss_curve(3))
    drawing = figure(document(tmp_path), "training-sft-ablations-tiny").draw()
    (legend,) = drawing.legends
    assert [text.get_text() for text in legend.get_texts()] == [f"SFT, cut at {number}" for number in range(1, 5)]


def test_what_is_undefined_is_not_drawn(tmp_path: Path) -> None:
    for arm in ("base", "rl"):
        write_run(tmp_path, arm, sizes=["1x2"], trained=["1x2"], problems={"1x2": answers(10, right=10)})
    change, contribution = figure(document(tmp_path), "plane-tiny").draw().axes
    assert [text.get_text() for text in change.texts] == ["undefined for all models: the table says why"]
    assert [text.get_text() for text in contribution.texts] != change.texts
