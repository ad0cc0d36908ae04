import subprocess
import sys

import numpy as np
import pytest

from dsrecipes import theory


def test_importing_the_theory_loads_numpy_and_nothing_heavier() -> None:
    heavy = ["torch", "pandas", "matplotlib", "pydantic", "scipy.stats", "statsmodels"]
    code = f"import sys, dsrecipes.theory; print([name for name in {heavy} if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    assert all(hasattr(theory, name) for name in theory.__all__)


def test_results_are_data_frames_with_units() -> None:
    appendix = theory.frame(theory.appendix_c_rows())
    dynamics = theory.train(theory.Constants(steps=60)).frame()

    assert appendix.columns[0] == "group"
    assert set(appendix.attrs["units"]) <= set(appendix.columns)
    assert len(dynamics) == 60
    assert {column.split()[0] for column in dynamics.columns} == set(dynamics.attrs["units"])


def test_results_repeat_exactly() -> None:
    assert theory.appendix_d_rows(models=2)[0] == theory.appendix_d_rows(models=2)[0]
    np.testing.assert_array_equal(theory.train().net, theory.train().net)


def test_a_typical_penalty_grows_as_the_root_of_a_short_answers_length_and_its_mean_as_the_length() -> None:
    rows = {row.length: row for row in theory.penalty_growth()}

    assert rows[64].exponent == pytest.approx(0.5, abs=0.05)
    assert rows[8192].exponent > 0.9
    assert all(row.mean == pytest.approx(row.length) for row in rows.values())
