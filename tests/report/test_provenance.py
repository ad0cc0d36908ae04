"""Where everything comes from."""

from __future__ import annotations

import json
from pathlib import Path

from documents import document, row, table
from run_folders import answers, write_run

from dsrecipes.report.document import Document
from dsrecipes.report.sections.provenance import named


def test_every_run_is_listed_with_recipe_seed_state_time_and_versions(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", version=3, seed=5, problems={"1x2": answers(10, right=4)})
    write_run(tmp_path, "base", state="failed")
    shown = table(document(tmp_path), "provenance")
    cells = row(shown, "`tiny-rl/run-1`")
    assert (cells["recipe"], cells["hash"], cells["seed"], cells["state"]) == ("tiny-rl v3", "`hash-rl-5`", "5", "done")
    assert cells["wall time"] == "2 min 05 s (train 1 min 35 s, evaluate 30 s)"
    assert cells["versions"] == "dsrecipes 0.1.0, verl 0.9.1"
    assert row(shown, "`tiny-base/run-1`")["state"] == "failed"


def test_the_commit_of_a_stage_is_told_where_it_is_not_the_last_launchs(tmp_path: Path) -> None:
    path = write_run(tmp_path, "rl", problems={"1x2": answers(10, right=4)}) / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["versions"]["commit"] = "newer"
    manifest["stages"][0]["commit"], manifest["stages"][1]["commit"] = "older", "newer"
    path.write_text(json.dumps(manifest))
    cells = row(table(document(tmp_path), "provenance"), "`tiny-rl/run-1`")
    assert cells["versions"] == "dsrecipes 0.1.0, verl 0.9.1, commit newer, commit of train older"


def test_a_stage_that_ran_elsewhere_is_told_with_its_machine_and_versions(tmp_path: Path) -> None:
    path = write_run(tmp_path, "rl", problems={"1x2": answers(10, right=4)}) / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["stages"][0] |= {"machine": {"gpus": "H100"}, "versions": {"verl": "0.9.0", "dsrecipes": "0.1.0"}}
    path.write_text(json.dumps(manifest))
    cells = row(table(document(tmp_path), "provenance"), "`tiny-rl/run-1`")
    assert cells["machine"] == "cpus 2, memory_gib 8; train on gpus H100"
    assert cells["versions"] == "dsrecipes 0.1.0, verl 0.9.1, verl of train 0.9.0"


def test_lineage_has_the_hashes_of_what_a_run_was_made_of(tiny: Document) -> None:
    shown = table(tiny, "lineage")
    assert row(shown, "`tiny-rl/run-1`")["made of and made"] == "problems.jsonl `71bbfe5b5ebcc0b4`"
    assert set(shown.frame.columns) == {"runs", "recipe_hashes", "what", "sha256"}


def test_values_of_recipes_have_their_source_and_recipes_that_agree_share_a_row(tiny: Document) -> None:
    cells = row(table(tiny, "recipes"), "`training.learning_rate`")
    assert (cells["value"], cells["source"], cells["where or why"]) == ("1e-06", "assumed", "lost from the text")
    assert cells["recipes"] == "all"
    assert row(table(tiny, "recipes"), "`data.train.sizes`")["source"] == "paper"


def test_runs_of_one_recipe_that_differ_in_a_value_are_named_one_by_one(tmp_path: Path) -> None:
    for name, rate in (("a", 1e-4), ("b", 2e-4)):
        write_run(tmp_path, "rl", run_id=name, recipe_changes={"training": {"learning_rate": rate}})
    write_run(tmp_path, "base", recipe_changes={"training": {"learning_rate": 1e-4}})
    shown = table(document(tmp_path), "recipes")
    assert row(shown, "`training.learning_rate`", "0.0001")["recipes"] == "all but tiny-rl/b"
    assert row(shown, "`training.learning_rate`", "0.0002")["recipes"] == "tiny-rl/b"
    assert row(shown, "`data.train.sizes`")["recipes"] == "all"


def test_a_row_of_values_names_its_recipes_in_the_fewest_words() -> None:
    ran = ["base", "rl", "sft", "dft"]
    assert named(ran, ran) == "all"
    assert named(["base", "rl", "dft"], ran) == "all but sft"
    assert named(["rl", "dft"], ran) == "rl, dft"


def test_what_the_report_itself_assumes_is_listed(tiny: Document) -> None:
    assert row(table(tiny, "assumptions"), "predicted accuracy")["value"].startswith("p·p_sc")
