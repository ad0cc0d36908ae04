"""One trajectory as the settings say to read it: its attempts, and what the reward makes of its final answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dsrecipes import plugins
from dsrecipes.analysis.attempts import Attempt, final_answer
from dsrecipes.analysis.markers import Registry, registry
from dsrecipes.analysis.returned import fault
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.errors import JobFailed


@dataclass(frozen=True, slots=True)
class Judged:
    """`answer` is the final answer as the reward reads it, `right` whether it is the truth; `reader_disagrees` whether
    the last attempt's candidate is another."""

    attempts: list[Attempt]
    answer: str | None
    right: bool
    reader_disagrees: bool


class Judge:
    """Reads trajectories by the settings' analyzer and markers.

    Raises UserError where there is no such analyzer, or a marker is wrong.
    """

    def __init__(self, settings: Settings) -> None:
        self._name = settings.analyzer
        self._analyzer: Callable[[Trajectory, Registry], list[Attempt]] = plugins.analyzer(settings.analyzer)
        self._markers = registry(settings.markers)

    def __call__(self, trajectory: Trajectory) -> Judged:
        """Raises JobFailed where the analyzer raises, or returns what are no attempts of the response."""
        try:
            attempts = self._analyzer(trajectory, self._markers)
        except (Exception, SystemExit) as error:  # whatever another package's analyzer may raise
            raise self._failed(trajectory, f"failed: {type(error).__name__}: {error}") from error
        if wrong := fault(attempts, trajectory):
            raise self._failed(trajectory, f"returned no attempts of the response: {wrong}")
        answer = final_answer(trajectory)
        last = attempts[-1].candidate if attempts else None
        # What a response that was cut off would have answered is nobody's reading.
        return Judged(attempts, answer, answer == trajectory.ground_truth, not trajectory.truncated and answer != last)

    def _failed(self, trajectory: Trajectory, what: str) -> JobFailed:
        where = f"trajectory {trajectory.id!r} (seed {trajectory.seed})"
        return JobFailed(f"the analyzer {self._name!r} {what}", where=where)
