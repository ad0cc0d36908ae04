"""`dsrecipes analyze` prints what the responses say of the model, and names what it could not read."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dsrecipes.cli import app
from dsrecipes.errors import UserError

RECORD = {
    "id": "rl/2x2/0", "model": "rl", "size": "2x2", "operands": [38, 42], "prompt": "Calculate 38 * 42.",
    "response": "Answer: 1595\nI made a mistake. Let me recompute.\nAnswer: 1596", "ground_truth": "1596",
    "finish_reason": "stop", "tokens": 20, "seed": 0, "sample": 0,
}  # fmt: skip


def write(path: Path, *items: object) -> Path:
    path.write_text("".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in items))
    return path


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_it_prints_a_table(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["analyze", str(write(tmp_path / "t.jsonl", RECORD))])
    assert result.exit_code == 0
    assert "1 trajectories, 2 attempts" in result.output
    assert "reconstructed" in result.output


def test_json_is_the_calibration_and_nothing_else(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["analyze", str(write(tmp_path / "t.jsonl", RECORD, "bad")), "--json"])
    (entry,) = json.loads(result.stdout)
    assert (entry["model"], entry["p"], entry["p_rw"], entry["accuracy"]) == ("rl", 0.0, 1.0, 1.0)
    assert "1 bad records" in result.stderr


def test_out_is_where_the_files_go(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    result = CliRunner().invoke(app, ["analyze", str(write(tmp_path / "t.jsonl", RECORD)), "--out", str(out)])
    assert result.exit_code == 0
    names = ("attempts.parquet", "problems.parquet", "calibration.json", "settings.json")
    assert all(f"Wrote {out / name}" in result.output for name in names)
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    assert json.loads((out / "calibration.json").read_text())[0]["n"] == 1


def test_bad_lines_are_named_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", RECORD, {**RECORD, "id": "x", "operands": 3}, RECORD)
    result = CliRunner().invoke(app, ["analyze", str(path)])
    assert result.exit_code == 0
    assert f"{path}, line 2, field 'operands'" in result.stderr
    assert "duplicate id" in result.stderr
    assert "2 bad records" in result.stderr


@pytest.mark.parametrize("content", ["", "nonsense\n"])
def test_without_a_good_line_it_fails_with_code_2(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(content)
    result = CliRunner().invoke(app, ["analyze", str(path)])
    assert isinstance(result.exception, UserError)
    assert result.exception.exit_code == 2
    assert str(path) in str(result.exception)


def test_strictness_fails_with_code_2_and_names_every_bad_line(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", RECORD, "bad", {**RECORD, "id": 7, "seed": None})
    result = run("analyze", path, "--strict", "--out", tmp_path / "out")
    assert isinstance(result.exception, UserError)
    assert f"{path}, line 2: not JSON" in str(result.exception)
    assert f"{path}, line 3, field 'id': expected a string, got an integer; field 'seed'" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_an_empty_file_among_others_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    result = run("analyze", tmp_path / "empty.jsonl", write(tmp_path / "t.jsonl", RECORD))
    assert result.exit_code == 0
    assert f"{tmp_path / 'empty.jsonl'}: empty" in result.stderr


def test_the_interval_is_the_one_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", RECORD, {**RECORD, "id": "y", "operands": [38, 41], "ground_truth": "1558"})
    bounds = {}
    for method in ("wilson", "wald", "clopper-pearson", "bootstrap"):
        (entry,) = json.loads(run("analyze", path, "--json", "--interval", method, "--resamples", 50).stdout)
        assert entry["interval_method"] == method
        bounds[method] = tuple(entry["accuracy_ci"])
    assert len(set(bounds.values())) == 4
    unknown = run("analyze", path, "--interval", "normal")
    assert "there is no interval 'normal'" in str(unknown.exception)


def test_details_are_more_tables(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", RECORD)
    for heading in ("By attempt", "Reflections from", "Fit of the two-stage model"):
        assert heading not in run("analyze", path).output
        assert heading in run("analyze", path, "--details").output


def models(path: Path) -> Path:
    """Three models: `b` stops at once; `c` was given another size."""
    records = []
    for index in range(20):
        a, b = 30 + index, 42
        common = {**RECORD, "operands": [a, b], "ground_truth": str(a * b)}
        again = f"Answer: {a * b - 1}\nI made a mistake. Let me recompute.\nAnswer: {a * b}"
        right = f"Answer: {a * b}"
        records.append({**common, "id": f"a{index}", "model": "a", "response": again if index % 2 else right})
        records.append({**common, "id": f"b{index}", "model": "b", "response": again[:12] if index % 2 else right})
        records.append({**common, "id": f"c{index}", "model": "c", "size": "1x9", "response": right})
    return write(path, *records)


def test_compare_splits_the_gap_between_two_models(tmp_path: Path) -> None:
    path = models(tmp_path / "t.jsonl")
    (entry,) = json.loads(run("analyze", path, "--compare", "a", "b", "--json").stdout)
    assert (entry["a"], entry["b"], entry["sizes"]) == ("a", "b", ["2x2"])
    assert entry["observed_gap"]["value"] == pytest.approx(0.5)
    assert entry["decision"]["value"] == pytest.approx(0.5)
    assert entry["sampling"]["value"] == pytest.approx(0.0)
    printed = run("analyze", path, "--compare", "a", "b").output
    assert "a minus b" in printed and "+50.0" in printed and entry["sentence"][:40] in printed


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("a", "z"), ["no trajectories of a model 'z'", "Read: 'a', 'b', 'c'", "line 61: not JSON"]),
        (("y", "z"), ["'y' nor of 'z'"]),
        (("a", "c"), ["no size in common", "'a': '2x2'", "'c': '1x9'"]),
        (("a", "a"), ["no gap to itself"]),
    ],
)
def test_models_that_cannot_be_compared_are_told_and_nothing_is_written(
    tmp_path: Path, pair: tuple[str, str], said: list[str]
) -> None:
    path = models(tmp_path / "t.jsonl")
    path.write_text(path.read_text() + "bad\n")
    result = run("analyze", path, "--compare", *pair, "--out", tmp_path / "out")
    assert isinstance(result.exception, UserError)
    for part in said:
        assert part in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_markers_of_a_file_come_on_top(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", {**RECORD, "response": "Answer: 1595\nZounds!\n8 * 2 = 16\nAnswer: 1595\n"})
    markers = tmp_path / "markers.yaml"
    markers.write_text('- {name: zounds, kind: revision, pattern: "zounds", source: "our logs"}\n')
    assert json.loads(run("analyze", path, "--json").stdout)[0]["n_wrong_attempts"] == 1
    assert json.loads(run("analyze", path, "--json", "--markers", markers).stdout)[0]["n_wrong_attempts"] == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name: x", ["a list of markers is wanted"]),
        ("- {name: x", ["not valid YAML"]),
        (
            "- {name: x, kind: revision, pattern: y, source: z}\n- name: w\n  kind: odd\n  pattern: v\n  colour: red",
            [":3: kind: ", ":2: source: ", ":5: colour: "],
        ),
        (
            "- {name: wait, kind: revision, pattern: y, source: z}\n\n"
            "- {name: v, kind: revision, pattern: hang on (, source: z}",
            ["markers.yaml:1, marker 'wait': the name is taken", "markers.yaml:3, marker 'v': pattern is no regular"],
        ),
    ],
)
def test_all_that_is_wrong_with_a_file_of_markers_is_told(tmp_path: Path, content: str, told: list[str]) -> None:
    markers = tmp_path / "markers.yaml"
    markers.write_text(content)
    result = run("analyze", write(tmp_path / "t.jsonl", RECORD), "--markers", markers)
    assert isinstance(result.exception, UserError)
    for part in told:
        assert part in str(result.exception)
    assert str(markers) in str(result.exception)


def test_the_markers_that_the_documentation_shows_and_the_hint_are_taken(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "analysis.md").read_text("utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    path, markers = write(tmp_path / "t.jsonl", RECORD), tmp_path / "ours.yaml"
    markers.write_text("name: none")
    hint = str(run("analyze", path, "--markers", markers).exception).partition("For example: ")[2]
    for text in (shown, hint):
        markers.write_text(text)
        assert run("analyze", path, "--markers", markers).exit_code == 0


def test_an_unknown_analyzer_is_told_with_those_there_are(tmp_path: Path) -> None:
    result = run("analyze", write(tmp_path / "t.jsonl", RECORD), "--analyzer", "two-stagr")
    assert isinstance(result.exception, UserError)
    assert "two-stage" in str(result.exception)


def test_audit_marks_attempts_candidates_markers_and_decisions(tmp_path: Path) -> None:
    printed = run("analyze", write(tmp_path / "t.jsonl", RECORD), "--audit", 5).output
    assert "rl/2x2/0 (seed 0)  rl 2x2  38 × 42 = 1596" in printed
    assert '[attempt 0 → Answer: ‹1595› ← 1595 wrong: RESAMPLE by "' in printed
    assert "«" in printed and "»" in printed
    assert "Answer: ‹1596› ← 1596 right: STOP]" in printed
    assert "reward: 1596, right" in printed
    assert "1 trajectories, drawn at random from 1" in printed


def test_audit_as_json_holds_the_same(tmp_path: Path) -> None:
    (item,) = json.loads(run("analyze", write(tmp_path / "t.jsonl", RECORD), "--audit", 1, "--json").stdout)
    assert [attempt["candidate"] for attempt in item["attempts"]] == ["1595", "1596"]
    assert [attempt["decision"] for attempt in item["attempts"]] == ["RESAMPLE", "STOP"]
    assert (item["id"], item["answer"], item["right"], item["reader_disagrees"]) == ("rl/2x2/0", "1596", True, False)


def test_audit_of_disagreements_shows_no_other(tmp_path: Path) -> None:
    dropped = {**RECORD, "id": "dropped", "response": "Answer: 1596\nI made a mistake."}
    path = write(tmp_path / "t.jsonl", RECORD, dropped)
    items = json.loads(run("analyze", path, "--audit", 5, "--disagreements", "--json").stdout)
    assert [item["id"] for item in items] == ["dropped"]


def test_a_response_cannot_command_the_terminal(tmp_path: Path) -> None:
    hostile = "\x1b[2J\x1b]0;title\x07 [bold]Answer: 1596[/bold] \x9b31m \u202e \ud800 \x7f\r"
    record = {**RECORD, "response": hostile, "model": "m\x1b[31m[red]", "id": "\x1b[1m", "size": "\x9b1m"}
    path = write(tmp_path / "t.jsonl", record)
    other = write(tmp_path / "o.jsonl", {**record, "model": "n\x1b[0m"})
    compare = ("--compare", record["model"], "n\x1b[0m")
    for arguments in ((), ("--audit", 1), ("--audit", 1, "--json"), ("--details",), compare):
        printed = run("analyze", path, other, *arguments).output
        assert not set(printed) & set("\x1b\x07\x9b\x7f\u202e\r")
    coloured = CliRunner().invoke(app, ["analyze", str(path), "--audit", "1"], env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[1;36m" in coloured
    assert not set(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) & set("\x1b\x07\x9b\x7f\u202e\r")
    assert "[red]" in run("analyze", path).output
    printed = run("analyze", path, "--audit", 1).output
    assert "\\x1b[2J" in printed and "[bold]Answer" in printed and "\\ud800" in printed


def test_a_termination_signal_ends_it_cleanly(tmp_path: Path) -> None:
    records = ({**RECORD, "id": str(index), "prompt": "x" * 500} for index in range(30_000))
    command = [sys.executable, "-m", "dsrecipes", "analyze", str(write(tmp_path / "t.jsonl", *records)), "--out"]
    with subprocess.Popen([*command, str(tmp_path / "out")], stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "out").exists():
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "error: interrupted; nothing was written\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--audit", 1, "--out", "x"), ["Leave out --out."]),
        (("--audit", 1, "--details", "--compare", "a", "b"), ["Leave out --compare, --details."]),
        (
            ("--audit", 1, "--interval", "wilson", "--resamples", 5, "--workers", 3),
            ["Leave out --interval, --resamples, --workers."],
        ),
        (("--disagreements",), ["--disagreements goes with --audit"]),
        (("--json", "--details", "--disagreements"), ["--disagreements goes", "Leave out --details."]),
    ],
)
def test_options_without_an_effect_are_refused_by_name(
    tmp_path: Path, options: tuple[object, ...], said: list[str]
) -> None:
    result = run("analyze", write(tmp_path / "t.jsonl", RECORD), *options)
    assert isinstance(result.exception, UserError)
    for part in said:
        assert part in str(result.exception)


@pytest.mark.parametrize("command", [("analyze", "t.jsonl"), ("report",)])
def test_more_resamples_than_memory_holds_are_refused_with_their_bound(command: tuple[str, ...]) -> None:
    result = run(*command, "--resamples", 10**11)
    assert result.exit_code == 2
    assert "'--resamples'" in result.stderr and "1000000" in result.stderr


def test_an_interruption_while_it_prints_says_that_the_files_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dsrecipes.cli import analysis_tables

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis_tables, "calibration_table", interrupt)
    path, out = write(tmp_path / "t.jsonl", RECORD), tmp_path / "out"
    assert str(run("analyze", path, "--out", out).exception) == f"interrupted; the files in {out} are complete"
    assert len(list(out.iterdir())) == 4
    assert str(run("analyze", path).exception) == "interrupted; nothing was written"


def test_no_file_is_bad_use() -> None:
    assert CliRunner().invoke(app, ["analyze"]).exit_code == 2


def test_the_command_line_imports_nothing_heavy() -> None:
    code = (
        "import sys, dsrecipes.cli; print([m for m in ('pandas', 'numpy', 'matplotlib', 'torch') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
