"""The memory that a probe is said to need."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dsrecipes.errors import UserError
from dsrecipes.plan.quantities import GIB
from dsrecipes.plan.shapes import known_models
from dsrecipes.probe.memory import MemoryPlan, Sizes, known_sizes, longest_tokens, plan_memory

QWEN_7B = known_models()["Qwen/Qwen2.5-7B-Instruct"]


def planned(available_gib: float, **changes: object) -> MemoryPlan:
    settings: dict[str, object] = {"dtype": "bfloat16", "device": "cuda", "longest": 2048, **changes}
    return plan_memory(Sizes.of_shape(QWEN_7B), available=available_gib * GIB, **settings)  # type: ignore[arg-type]


def test_a_7b_model_fits_one_gpu_in_parts() -> None:
    large, small = planned(139), planned(80)
    assert 1 < large.parts < small.parts
    for plan, available in ((large, 139), (small, 80)):
        assert plan.memory is not None and plan.memory.peak.bytes < available * GIB
    assert large.checkpointing


def test_a_7b_model_fits_24_gib_in_many_parts() -> None:
    for device in ("cuda", "cpu"):
        plan = planned(23.5, device=device, longest=300)
        assert plan.parts > 16 and plan.memory is not None
        assert plan.memory.peak.bytes < 23.5 * GIB


def test_the_accumulators_are_four_numbers_of_each_parameter() -> None:
    plan = planned(1000)
    assert plan.parts == 1 and plan.memory is not None
    terms = {term.name: term.bytes for term in plan.memory.peak.terms}
    accumulated = sum(size for name, size in terms.items() if "of both groups" in name)
    assert accumulated == 4 * 4 * QWEN_7B.parameters
    assert terms["weights"] == 2 * QWEN_7B.parameters


def test_too_little_memory_is_told_before_anything_runs() -> None:
    with pytest.raises(UserError, match=r"the probe needs .* there are 12\.0 GiB") as refused:
        planned(12)
    assert "--memory" not in str(refused.value)


def test_a_limit_that_the_user_set_is_named_as_such() -> None:
    with pytest.raises(UserError, match=r"may use 12\.0") as refused:
        planned(139, asked=12 * GIB)
    assert refused.value.where == "--memory"
    assert "It is --memory that sets this limit; there are 139.0 GiB" in str(refused.value.hint)
    with pytest.raises(UserError, match=r"there are 12\.0 GiB"):
        planned(12, asked=139 * GIB)
    limited, whole = planned(139, asked=30 * GIB), planned(30)
    assert limited == whole


def test_a_model_of_unknown_sizes_is_done_in_as_many_parts_as_asked_for() -> None:
    unknown = {"dtype": "float32", "device": "cpu", "longest": 10, "available": 1}
    for parts, taken in ((None, 1), (5, 5)):
        plan = plan_memory(None, parts=parts, **unknown)  # type: ignore[arg-type]
        assert plan == MemoryPlan(taken, False, None, None, None, counted=False)


def test_sums_are_saved_by_way_of_the_hosts_memory_and_twice_on_disk() -> None:
    plan = planned(139)
    assert plan.parts == 2 and plan.host is not None and plan.disk is not None
    sums = 2 * 4 * QWEN_7B.parameters / 2
    assert plan.disk == 2 * sums
    assert plan.host.peak.name == "saving summed gradients" and sums < plan.host.peak.bytes < sums + GIB
    small = planned(139, host=20 * GIB)  # 28.4 GiB of sums do not fit in there
    assert small.parts == 3 and small.host is not None and small.host.fits
    with pytest.raises(UserError, match=r"14\.8 GiB of the host's memory in 64 parts \(loading the weights\)"):
        planned(139, host=12 * GIB)
    assert planned(23.5, device="cpu", longest=300).host is None


def test_the_parts_that_are_asked_for_are_checked() -> None:
    fewest = planned(80)
    more = planned(80, parts=fewest.parts + 2)
    assert more.parts == fewest.parts + 2
    assert more.memory is not None and fewest.memory is not None
    assert more.memory.peak.bytes < fewest.memory.peak.bytes
    with pytest.raises(UserError, match="even in one part") as refused:
        planned(80, parts=1)
    assert "More --parts" in str(refused.value.hint)


def test_the_sizes_of_dense_decoders_are_known_without_their_code(tmp_path: Path) -> None:
    assert known_sizes("Qwen/Qwen2.5-7B-Instruct") == Sizes.of_shape(QWEN_7B)
    assert known_sizes("someone/another") is None
    config = {
        "model_type": "qwen2", "hidden_size": 8, "intermediate_size": 16, "num_hidden_layers": 2,
        "num_attention_heads": 2, "vocab_size": 50,
    }  # fmt: skip
    for kind, known in (("qwen2", True), ("gpt_oss", False)):
        (tmp_path / "config.json").write_text(json.dumps(config | {"model_type": kind}))
        assert (known_sizes(str(tmp_path)) is not None) == known


def test_the_longest_response_counts_by_its_tokens_or_else_its_characters() -> None:
    assert longest_tokens([("12345", "x" * 100, 10), ("12345", "x" * 20, None)]) == 64 + 25
