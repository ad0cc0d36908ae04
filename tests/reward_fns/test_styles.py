"""On generated responses of known truth, a response that gives up the right answer for a wrong one earns nothing."""

import pytest

from reward_fns.exact_match import read_answer
from tests.analysis.styles import development, development_2, development_3
from tests.analysis.styles.common import Sample, samples

STYLES = {**development.STYLES, **development_2.STYLES, **development_3.STYLES}
N = 300
MOST_FALSE_NEGATIVES = 0.03  # of the finished responses of a style
# Worksheets set other problems before ours and after it. Only its numbers say which one is ours, and those the reward
# is not given: of a list of problems it reads the last.
MOST_OF = {"worksheet-ans": 0.15}


def finished(name: str) -> list[Sample]:
    made = samples(N, STYLES[name], seed=23)
    return [sample for sample in made if sample.record["finish_reason"] == "stop" and sample.truth]


@pytest.mark.parametrize("name", STYLES)
def test_what_commits_to_a_wrong_answer_in_the_end_is_never_right(name: str) -> None:
    wrong = [sample.record for sample in finished(name) if sample.truth[-1][0] != sample.record["ground_truth"]]
    assert wrong
    assert not [record["id"] for record in wrong if read_answer(record["response"]) == record["ground_truth"]]


@pytest.mark.parametrize("name", STYLES)
def test_what_commits_to_the_right_answer_in_the_end_is_mostly_read(name: str) -> None:
    of_style = finished(name)
    right = [sample.record for sample in of_style if sample.truth[-1][0] == sample.record["ground_truth"]]
    missed = [record["id"] for record in right if read_answer(record["response"]) != record["ground_truth"]]
    assert len(missed) <= MOST_OF.get(name, MOST_FALSE_NEGATIVES) * len(of_style)
