"""The reward and the analysis agree on what revises an answer (dsrecipes/analysis/markers.yaml).

Where the analysis sees a new attempt that states an answer, the reward must read that answer, not an earlier one; and
where nothing comes after the marker, never anything else than the answer before it.
"""

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsrecipes.analysis.markers import Kind, Marker, registry
from reward_fns.exact_match import read_answer

REVISIONS = [marker for marker in registry().markers if marker.kind is Kind.REVISION]
every_revision = pytest.mark.parametrize("marker", REVISIONS, ids=[marker.name for marker in REVISIONS])

OLD, NEW = "1595", "1596"
STATED = ["Answer: {}", "The answer is {}.", "**Final answer:** {}", "<answer>{}</answer>", "$\\boxed{{{}}}$"]
WORKING = "8 * 2 = 16\n30 * 2 = 60, 16 + 60 = 76\n1520 + 76 = 1596\n"


def phrases(marker: Marker) -> st.SearchStrategy[str]:
    """What a marker's expression matches, written as a sentence."""
    letters = string.ascii_letters + " '-#,?" + (string.digits if "\\d" in marker.pattern.pattern else "")
    matched = st.from_regex(marker.pattern, fullmatch=True, alphabet=letters)
    return matched.map(lambda text: re.sub(r"\s+", " ", text).strip().lower().capitalize())


def read_after(marker: Marker, *templates: str) -> dict[tuple[str, str], str | None]:
    """(marker's words, template) -> what the reward reads, for thirty ways to write the marker."""
    read: dict[tuple[str, str], str | None] = {}

    @settings(max_examples=30, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(phrases(marker))
    def collect(words: str) -> None:
        read.update({(words, template): read_answer(template.replace("MARKER", words)) for template in templates})

    collect()
    return read


def wrong(read: dict[tuple[str, str], str | None], *right: str | None) -> dict[tuple[str, str], str | None]:
    return {case: answer for case, answer in read.items() if answer not in right}


@every_revision
def test_a_new_answer_is_read_whichever_way_the_old_and_the_new_are_stated(marker: Marker) -> None:
    pairs = [(old, new) for old in STATED for new in STATED]
    templates = [f"{old.format(OLD)}\nMARKER.\n{WORKING}{new.format(NEW)}" for old, new in pairs]
    assert not wrong(read_after(marker, *templates), NEW)


@every_revision
def test_a_right_answer_that_is_given_up_for_a_wrong_one_earns_nothing(marker: Marker) -> None:
    templates = [f"{old.format(NEW)}\nLet me check.\n8 * 2 = 15. MARKER. So the answer is {OLD}." for old in STATED]
    assert not wrong(read_after(marker, *templates), OLD)


@every_revision
def test_with_nothing_after_it_no_other_number_becomes_the_answer(marker: Marker) -> None:
    assert not wrong(read_after(marker, *(f"{old.format(OLD)}\nMARKER." for old in STATED)), OLD, None)


@pytest.mark.parametrize("words", ["Let me recompute", "I made a mistake", "Recalculating", "Let me redo it"])
def test_after_plain_words_a_bare_equation_is_a_new_answer_too(words: str) -> None:
    for old in STATED:
        assert read_answer(f"{old.format(OLD)}\n{words}.\n{WORKING}") == NEW
