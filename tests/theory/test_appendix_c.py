import pytest

from dsrecipes.theory import AppendixCRow, appendix_c_rows

ROWS = {(row.group, row.quantity): row for row in appendix_c_rows()}
SAMPLE, RESAMPLE, STOP = "sample", "resample | wrong", "stop | correct"

# Worked out from the inputs by hand, apart from the code; to four decimals.
RECONSTRUCTED = {
    ("reward gradient", SAMPLE): -0.0987,
    ("reward gradient", RESAMPLE): 0.0989,
    ("reward gradient", STOP): 0.0499,
    ("penalty", "STOP"): -0.0218,
    ("penalty", "Sample C"): -0.3307,
    ("penalty", "RESAMPLE"): -0.0429,
    ("penalty", "Sample W"): 0.4693,
    ("Q", "STOP"): -0.0218,
    ("Q", "Sample C"): -0.3526,
    ("Q", "RESAMPLE"): -0.3954,
    ("Q", "Sample W"): 0.0739,
    ("contribution", "STOP"): -0.0022,
    ("contribution", "Sample C"): -0.1415,
    ("contribution", "RESAMPLE"): -0.0782,
    ("contribution", "Sample W"): -0.0442,
    ("KL gradient", SAMPLE): -0.1857,
    ("KL gradient", RESAMPLE): -0.0782,
    ("KL gradient", STOP): -0.0022,
    ("net gradient", SAMPLE): -0.2844,
    ("net gradient", RESAMPLE): 0.0207,
    ("net gradient", STOP): 0.0477,
    ("probability", "correct answer"): 0.5987,
    ("probability", "stop after a correct answer"): 0.9002,
    ("probability", "resample after a wrong answer"): 0.8022,
}


@pytest.mark.parametrize("key", RECONSTRUCTED, ids=" ".join)
def test_full_precision_gives_the_reconstructed_value_to_four_decimals(key: tuple[str, str]) -> None:
    assert round(ROWS[key].ours, 4) == RECONSTRUCTED[key]


@pytest.mark.parametrize(
    "row", [row for row in ROWS.values() if row.difference is not None], ids=lambda row: f"{row.group} {row.quantity}"
)
def test_the_papers_rounding_gives_the_papers_value_to_four_decimals(row: AppendixCRow) -> None:
    assert round(row.ours_rounded, 4) == row.paper
    assert row.difference == row.ours - row.paper


def test_each_row_says_why_it_differs() -> None:
    assert ROWS["penalty", "STOP"].why == "equal to 4 decimals"
    assert "rounding" in ROWS["penalty", "Sample C"].why
    assert "lost" in ROWS["probability", "correct answer"].why
    assert not any("not explained" in row.why for row in ROWS.values())


def test_the_papers_claims_on_the_kl_gradients_hold() -> None:
    """More than double that of the first decision parameter, and over 80 times that of the second."""
    assert 2 < ROWS["KL gradient ratio", f"sample : {RESAMPLE}"].ours < 3
    assert 80 < ROWS["KL gradient ratio", f"sample : {STOP}"].ours < 90
