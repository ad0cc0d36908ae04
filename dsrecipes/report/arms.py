"""Runs -> arms: the models of Table 1, each with the runs that stand for it and its results by size.

For each arm and seed the newest finished run counts. Seeds are pooled where all else in their recipes is the same; the
newest run decides which recipe that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dsrecipes.analysis.calibration import size_order
from dsrecipes.analysis.intervals import Rate
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally
from dsrecipes.report import ablations
from dsrecipes.report.collect import RunRecord, recipe_key
from dsrecipes.report.measured import Measured, from_tally
from dsrecipes.report.naming import slug
from dsrecipes.report.paper import paper
from dsrecipes.report.results import SizeResult, add_up, pool, sum_of

LABELS = {
    "base": "Base",
    "sft-no-reflection": "SFT (no reflection)",
    "sft-reflection": "SFT (reflection)",
    "rl": "RL",
}
"""The arms of Table 1: each has its row, run or not."""

CLAIM = ("rl", "sft-reflection")
"""The arms whose gap the paper's claim is about."""

NOT_RUN = "not run"
FILES = "files"
"""The name of the scale of trajectories that were given as files."""

NO_COUNTS = "older analysis without counts by problem: analyse again"


@dataclass(frozen=True)
class Region:
    """Sizes that are looked at together: `in distribution` those that were trained on."""

    title: str
    sizes: tuple[str, ...]


@dataclass(frozen=True)
class Arm:
    """One row of Table 1. `runs` are those pooled (one a seed), `results` their pooled results by size.

    `why` says why there are no results, `notes` which runs were left out and why. `files` are the trajectory files that
    stand in for runs. `in_paper` is the name of the row in the paper's Table 1, empty where it has none to compare.
    """

    name: str
    label: str
    runs: tuple[RunRecord, ...]
    results: dict[str, SizeResult]
    why: str = NOT_RUN
    notes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    in_paper: str = ""

    @property
    def seeds(self) -> list[int]:
        return [run.seed for run in self.runs]

    @property
    def key(self) -> str:
        """Tells it from every other arm: the same name may stand for several recipes."""
        return f"{self.name} {self.trace['runs']}"

    @property
    def is_trained(self) -> bool:
        """Whether training stands behind it: a model that is only evaluated has no seed of training."""
        return any(run.kind != "eval" for run in self.runs)

    @property
    def trace(self) -> dict[str, str]:
        """The columns by which every row of a table leads back to its runs."""
        return {
            "runs": " ".join([run.folder for run in self.runs] or self.files),
            "recipe_hashes": " ".join(dict.fromkeys(run.manifest.recipe_hash for run in self.runs)),
            "seeds": " ".join(map(str, self.seeds)),
        }

    def why_not(self, sizes: Sequence[str]) -> str:
        """Why there is no result at these sizes; empty where there is."""
        if not self.results:
            return self.why
        missing = [size for size in sizes if size not in self.results]
        return f"not tested at {', '.join(missing)}" if missing else ""

    def why_not_by_problem(self, sizes: Sequence[str]) -> str:
        """Why there are no counts by problem at these sizes, which pairs and bootstraps need; empty where there are."""
        if why := self.why_not(sizes):
            return why
        lacking = any(self.results[size].tally is None for size in sizes)
        return NO_COUNTS if lacking else ""

    def accuracy(self, sizes: Sequence[str]) -> Rate | None:
        """Over the problems of some sizes; None where one is missing."""
        if self.why_not(sizes):
            return None
        return sum_of(self.results[size].accuracy.rate for size in sizes)

    def tallies(self, sizes: Sequence[str]) -> list[Tally]:
        """The counts by problem at some sizes. Raises KeyError where one was not tested."""
        found = [self.results[size].tally for size in sizes]
        return [tally for tally in found if tally is not None]

    def tally(self, region: Region) -> Tally:
        """The counts by problem over a region's sizes together."""
        return add_up(self.label, region.title, self.tallies(region.sizes))


@dataclass(frozen=True)
class Scale:
    """All arms at one scale, the sizes that any was tested on, and those that are in distribution (`trained_sizes`).

    `runs` are all runs of the scale, in use or not.
    """

    name: str
    sizes: tuple[str, ...]
    trained_sizes: tuple[str, ...]
    arms: tuple[Arm, ...]
    runs: tuple[RunRecord, ...] = ()

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The sizes in distribution and those out of it; one region of all where nothing is known of the training."""
        inside = tuple(size for size in self.sizes if size in self.trained_sizes)
        outside = tuple(size for size in self.sizes if size not in self.trained_sizes)
        if not self.trained_sizes:
            return (Region("all sizes", outside),) if outside else ()
        regions = Region("in distribution", inside), Region("out of distribution", outside)
        return tuple(region for region in regions if region.sizes)

    @property
    def trained_otherwise(self) -> str:
        """The models in use by the sizes that they were trained on, where these differ: what is in distribution for one
        is not for another; empty where they agree."""
        labels: dict[str, list[str]] = {}
        for arm in self.arms:
            for sizes in dict.fromkeys(", ".join(run.train_sizes) for run in arm.runs):
                if sizes and arm.is_trained:
                    labels.setdefault(sizes, []).append(arm.label)
        return "; ".join(f"{sizes}: {', '.join(names)}" for sizes, names in labels.items()) if len(labels) > 1 else ""

    @property
    def slug(self) -> str:
        """Its name in names of files and links."""
        return slug(self.name)

    @property
    def measured(self) -> list[Arm]:
        """The arms that have results."""
        return [arm for arm in self.arms if arm.results]

    @property
    def compared(self) -> list[Arm]:
        """Those of them that are laid over each other and tested in pairs: all but the ablations, which are compared
        with the base."""
        return [arm for arm in self.measured if ablations.label_of(arm.name) is None]

    @property
    def base(self) -> Arm | None:
        """The arm that all are compared with; where there is no base, the first one."""
        return self.arm("base") or next(iter(self.arms), None)

    def arm(self, name: str) -> Arm | None:
        return next((arm for arm in self.arms if arm.name == name), None)

    def gaps(self) -> list[tuple[Arm, Arm]]:
        """The pairs whose gap is taken apart: RL and SFT (reflection), the claim, and each arm with the base."""
        first, second = (self.arm(name) for name in CLAIM)
        base = self.base
        others = [(arm, base) for arm in reversed(self.arms) if base and arm is not base]
        claim = [(first, second)] if first and second else []
        return claim + [(a, b) for a, b in others if (a.name, b.name) != CLAIM]


def label_of(arm: str) -> str:
    """What an arm is called."""
    return LABELS.get(arm) or ablations.label_of(arm) or arm


def scales(runs: Iterable[RunRecord], settings: Settings) -> list[Scale]:
    """The scales in which anything was run, tiny, then the paper's, then others; the paper's also where nothing was."""
    by_scale: dict[str, list[RunRecord]] = {"paper": []}
    for run in runs:
        by_scale.setdefault(run.manifest.scale, []).append(run)
    known = ["tiny", "paper"]
    order = sorted(by_scale, key=lambda name: (known.index(name) if name in known else len(known), name))
    return [_scale(name, by_scale[name], settings) for name in order]


def scale_of_files(tallies: Iterable[Tally], files: Sequence[str], settings: Settings) -> Scale:
    """Trajectories made elsewhere: an arm a model, its results by size.

    A model that is named as a recipe or an arm of the paper takes that arm's name and has its row beside it.
    """
    by_model: dict[str, dict[str, Measured]] = {}
    for tally in tallies:
        by_model.setdefault(tally.model, {})[tally.size] = from_tally(tally)
    recipes = paper().recipes
    arm_of = {recipe: arm for arm, recipe in recipes.items()} | {arm: arm for arm in recipes}
    taken = set(by_model)
    arms: list[Arm] = []
    for model, measured in by_model.items():
        results = {size: pool(model, size, [measured[size]], settings) for size in sorted(measured, key=size_order)}
        row = arm_of.get(model, "")
        # No two models have one name: an arm's goes to the model that is called so, else to the first of its recipe.
        name = row if row and row not in taken else model
        taken.add(name)
        arms.append(Arm(name, model, (), results, why="", files=tuple(files), in_paper=row))
    sizes = {size for arm in arms for size in arm.results}
    return Scale(FILES, _in_order(sizes, set()), (), tuple(arms))


def _in_order(sizes: set[str], trained: set[str]) -> tuple[str, ...]:
    """Those in distribution first, each part by difficulty."""
    return tuple(sorted(sizes, key=lambda size: (size not in trained, size_order(size))))


def _scale(name: str, runs: list[RunRecord], settings: Settings) -> Scale:
    by_arm: dict[str, list[RunRecord]] = {arm: [] for arm in LABELS}
    for run in runs:
        by_arm.setdefault(run.manifest.arm, []).append(run)
    names = sorted(by_arm, key=ablations.order_of)
    arms = tuple(_arm(arm, by_arm[arm], settings, in_paper=name == "paper") for arm in names)
    # What was left out, failed or goes on says nothing of the results that are shown, unless there are none yet.
    in_use = [run for arm in arms for run in arm.runs] or runs
    tested = {size for run in in_use for size in run.test_sizes} | {size for arm in arms for size in arm.results}
    trained = {size for run in in_use if run.kind != "eval" for size in run.train_sizes}
    trained = trained or {size for run in in_use for size in run.train_sizes}
    if name == "paper":
        tested |= set(paper().sizes)
        trained = trained or set(paper().in_distribution)
    return Scale(name, _in_order(tested, trained), tuple(sorted(trained, key=size_order)), arms, tuple(runs))


def _arm(name: str, runs: list[RunRecord], settings: Settings, *, in_paper: bool) -> Arm:
    label = label_of(name)
    row = name if in_paper and name in LABELS else ""
    if not runs:
        return Arm(name, label, (), {}, in_paper=row)
    groups = experiments(runs)
    notes = [f"`{run.folder}`: left out, {run.why_unusable}" for run in runs if not run.usable]
    if not groups:
        return Arm(name, label, (), {}, max(runs, key=_age).why_unusable, tuple(sorted(notes)), in_paper=row)
    chosen, *others = groups
    notes += [
        f"`{run.folder}`: left out, its recipe differs from that of the newest run" for other in others for run in other
    ]
    grouped = {run.folder for group in groups for run in group}
    models = {run.model: run for run in chosen if run.model}
    for run in (run for run in runs if run.usable and run.folder not in grouped):
        twin = models.get(run.model)
        why = "a newer run has its seed"
        if twin and twin.seed != run.seed:
            why = f"its training ended in the very model of seed {twin.seed}"
        notes.append(f"`{run.folder}`: left out, {why}")
    results = results_of(label, chosen, settings)
    why = "" if results else "its analysis holds no answers"
    return Arm(name, label, chosen, results, why, tuple(sorted(notes)), in_paper=row)


def experiments(runs: Iterable[RunRecord]) -> list[tuple[RunRecord, ...]]:
    """The usable runs, grouped by recipe (all values but the seed), the group of the newest run first.

    Of several runs with one seed a group holds the newest; it is in the order of the seeds. Seeds whose training ended
    in the same model are one training: the first of them stands for it.
    """
    groups: dict[str, dict[int, RunRecord]] = {}
    for run in sorted((run for run in runs if run.usable), key=_age, reverse=True):
        groups.setdefault(recipe_key(run.manifest, run.resolved), {}).setdefault(run.seed, run)
    return [_of_one_training_each([group[seed] for seed in sorted(group)]) for group in groups.values()]


def _of_one_training_each(runs: Sequence[RunRecord]) -> tuple[RunRecord, ...]:
    first = {run.model or run.folder: run for run in reversed(runs)}
    return tuple(run for run in runs if first[run.model or run.folder] is run)


def results_of(label: str, runs: Sequence[RunRecord], settings: Settings) -> dict[str, SizeResult]:
    """The results of runs pooled, by size, smaller sizes first."""
    parts: dict[str, list[Measured]] = {}
    for run in runs:
        for size, measured in (run.measured or {}).items():
            parts.setdefault(size, []).append(measured)
    return {size: pool(label, size, parts[size], settings) for size in sorted(parts, key=size_order)}


def _age(run: RunRecord) -> tuple[str, str]:
    """The newest is the largest."""
    return run.made, run.manifest.run_id
