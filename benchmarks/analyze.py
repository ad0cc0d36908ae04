"""What an analysis takes beside decoding its JSON: `python benchmarks/analyze.py [--trajectories N | --full]`.

Writes trajectories of several imitated models into one file, reads every line of it with `json.loads`, then runs
`dsrecipes analyze FILE --out DIR` on a tenth of the file and on the whole, and adds up the memory of all its processes
while it runs. Targets: a million trajectories in 3 minutes on 2 cores, under 1.5 GiB, at most 6 times the time of
decoding (the last is not reached, see docs/analysis.md). Last, texts made to be slow to read. Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from dsrecipes.analysis.judge import Judge
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.analysis.workers import usable_cpus

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "analysis"))

_DISTINCT = 1000  # responses of each style; with other ids they are written again and again

HOSTILE = ("{", ",", "38 * 42 = ", "wait ", "let me check ", "7", "\\boxed{", "= ", "I made a mistake. 7 ", "٣", "\n",
           "Q: 57 * 91\n", "Calculate 57 * 91.\n", "38 - 42 is 7. So 7 it is. ",
           "%d is wrong; 7. ")  # fmt: skip
"""%d stands for another number each time."""
_HOSTILE_LENGTH = 100_000


@dataclass(frozen=True)
class Cost:
    """Wall time, CPU time of all processes, and the most memory that they had together."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    processes: int


def write(path: Path, n: int, *, problems: int | None = None) -> None:
    """`n` trajectories; with `problems`, of so many different problems (by changing the operands and
    their product)."""
    from styles.common import samples
    from styles.development import STYLES

    records = [
        sample.record for style in STYLES.values() for sample in samples(min(_DISTINCT, n), style, model=style.name)
    ]
    with path.open("w", encoding="utf-8") as file:
        for number in range(n):
            record = records[number % len(records)] | {"id": f"benchmark/{number}"}
            if problems:
                record |= {"operands": [number % problems, 7], "ground_truth": str(number % problems * 7)}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def decode(path: Path) -> float:
    """Seconds to read a file and decode every line of it."""
    began = time.perf_counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            json.loads(line)
    return time.perf_counter() - began


def analyse(path: Path, out: Path) -> Cost:
    """The cost of `dsrecipes analyze`, from the start of the command to its end."""
    command = [sys.executable, "-m", "dsrecipes", "analyze", str(path), "--out", str(out), "--json"]
    began, cpu_before = time.perf_counter(), os.times()
    with (out.parent / "printed.json").open("w") as printed:
        process = psutil.Popen(command, stdout=printed)
        peak = most = 0
        while process.poll() is None:
            sizes = _memory(process)
            peak, most = max(peak, sum(sizes)), max(most, len(sizes))
            time.sleep(0.25)
    if process.returncode:
        raise SystemExit(f"dsrecipes analyze failed with exit code {process.returncode}")
    seconds, cpu = time.perf_counter() - began, os.times()
    spent = cpu.children_user + cpu.children_system - cpu_before.children_user - cpu_before.children_system
    return Cost(seconds, spent, peak, most)


def _memory(process: psutil.Process) -> list[int]:
    sizes = []
    try:
        for member in (process, *process.children(recursive=True)):
            sizes.append(member.memory_info().rss)
    except psutil.NoSuchProcess:
        pass
    return sizes


def hostile() -> dict[str, float]:
    """The milliseconds that each hostile text takes, the least of three times."""
    judge = Judge(Settings())
    taken = {}
    for piece in HOSTILE:
        text = "".join(piece.replace("%d", str(number)) for number in range(_HOSTILE_LENGTH // len(piece)))
        trajectory = Trajectory(
            id="hostile",
            model="hostile",
            size="2x2",
            operands=(38, 42),
            prompt="",
            response=text,
            ground_truth="1596",
            finish_reason="stop",
            seed=0,
            sample=0,
        )
        taken[piece] = min(_milliseconds(lambda trajectory=trajectory: judge(trajectory)) for _ in range(3))
    return taken


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - began)


def report(n: int, folder: Path, problems: int | None) -> None:
    """Measures, and prints a line of the table as soon as it is known."""
    print(f"Python {sys.version.split()[0]}, {usable_cpus()} CPUs\n")
    print(
        "| trajectories | JSON, MB | `json.loads` of each line, s | analysis, s | times decoding | µs a trajectory "
        "| CPU, s | memory, MiB (processes) |\n|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
    for count in (max(n // 10, 1), n):
        path = folder / f"{count}.jsonl"
        write(path, count, problems=problems)
        decoding = min(decode(path) for _ in range(2))
        cost = analyse(path, folder / f"{count}")
        print(
            f"| {count:,} | {path.stat().st_size / 1e6:.0f} | {decoding:.1f} | {cost.seconds:.1f} "
            f"| {cost.seconds / decoding:.1f} | {1e6 * cost.seconds / count:.0f} | {cost.cpu_seconds:.1f} "
            f"| {cost.peak_bytes / 2**20:.0f} ({cost.processes}) |",
            flush=True,
        )
    print(f"\n| {_HOSTILE_LENGTH // 1000} kB of | ms |\n|:--|--:|")
    for piece, milliseconds in hostile().items():
        print(f"| `{json.dumps(piece)}` | {milliseconds:.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trajectories", type=int, default=100_000, metavar="N")
    parser.add_argument("--full", action="store_true", help="a million")
    parser.add_argument("--problems", type=int, help="different problems; by default those of the styles (7,000)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the files there")
    arguments = parser.parse_args()
    n = 1_000_000 if arguments.full else arguments.trajectories
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        report(n, arguments.keep, arguments.problems)
        return
    with tempfile.TemporaryDirectory() as folder:
        report(n, Path(folder), arguments.problems)


if __name__ == "__main__":
    main()
