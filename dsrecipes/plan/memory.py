"""What the estimates of memory share, and the memory of an evaluation.

N: parameters; D: devices. ZeRO's count (arXiv 1910.02054, Section 3.1): weights, gradients, and Adam's two moments,
with 4 bytes a number in float32 and 2 in bfloat16.
"""

from __future__ import annotations

from dataclasses import dataclass

from dsrecipes.plan.quantities import GIB, Memory, Moment, Term
from dsrecipes.plan.shapes import Shape

ZERO = "arXiv 1910.02054, Section 3.1"
VERL_ENGINE = "VeRL 0.9.1, workers/engine"

_FRAGMENTS = 0.1
_CONTEXT = 1.5 * GIB


def billions(parameters: float) -> str:
    """7.62e9 for large counts, all digits for small ones."""
    return f"{parameters / 1e9:.2f}e9" if parameters >= 1e8 else f"{parameters:,.0f}"


def state(name: str, parameters: float, bytes_each: float, source: str, shards: int = 1) -> Term:
    """Of a number for each parameter."""
    shared = f" / {shards} devices" if shards > 1 else ""
    return Term(name, parameters * bytes_each / shards, f"{billions(parameters)} x {bytes_each:g} B{shared}", source)


def _context() -> Term:
    return Term("CUDA context and libraries", _CONTEXT, f"{_CONTEXT / GIB:g} GiB", "assumed")


def on_gpu(name: str, states: list[Term], passing: list[Term]) -> Moment:
    """A moment with what lies there and what comes and goes, whose memory is not reused without gaps."""
    gaps = Term(
        "gaps in the allocator's blocks",
        _FRAGMENTS * sum(term.bytes for term in passing),
        f"{_FRAGMENTS:.0%} of what comes and goes",
        "assumed",
    )
    return Moment(name, (*states, *passing, *([gaps] if passing else []), _context()))


@dataclass(frozen=True)
class Need:
    """What a stage takes: of each GPU (None without one) and of the host."""

    gpu: tuple[Moment, ...] | None
    host: tuple[Moment, ...]

    def against(self, gpu: float | None, host: float) -> tuple[Memory | None, Memory]:
        of_gpu = Memory("GPU", self.gpu, gpu) if self.gpu is not None else None
        return of_gpu, Memory("host", self.host, host)


def times(moment: Moment, processes: int) -> Moment:
    """A moment of so many processes alike."""
    if processes == 1:
        return moment
    return Moment(
        f"{moment.name}, {processes} processes",
        tuple(
            Term(term.name, processes * term.bytes, f"{processes} x {term.formula}", term.source)
            for term in moment.terms
        ),
    )


def processes(backend: str, count: int) -> Term:
    """What processes of a backend take of the host, themselves alone."""
    return Term(f"processes of {backend}", 5 * GIB * count, f"{count} x 5 GiB", "assumed")


def vllm(share: float, gpu_memory: float, source: str) -> Term:
    """vLLM's share of a GPU, of which it takes all."""
    formula = f"{share:g} x {gpu_memory / GIB:.1f} GiB (weights, key-value cache, its own activations)"
    return Term("vLLM's share", share * gpu_memory, formula, source)


def cache(shape: Shape, rows: int, longest: int, bytes_each: int) -> Term:
    """The key-value cache of so many rows, each with room for `longest` tokens."""
    each = shape.kv_bytes(bytes_each)
    formula = f"{rows} rows x {longest:,} tokens x {each:,} B"
    return Term("key-value cache", rows * longest * each, formula, "dsrecipes/worker/sampler.py reserves it whole")


def cache_tokens(shape: Shape, share: float, gpu_memory: float) -> float:
    """Tokens for which vLLM's share of a GPU has room in its key-value cache; 0 if there is none.

    What is left besides the weights, and 3 GiB for its activations and graphs (assumed).
    """
    return max(0.0, share * gpu_memory - 2 * shape.parameters - 3 * GIB) / shape.kv_bytes()


def evaluation(shape: Shape, *, gpu_memory: float | None) -> Need:
    """Generation by vLLM on one GPU, which takes its default share of it."""
    share = 0.9
    source = "assumed: vLLM's default gpu_memory_utilization"
    moments = () if gpu_memory is None else (on_gpu("generation", [vllm(share, gpu_memory, source)], []),)
    weights = state("weights while they are loaded", shape.parameters, 2, "one file at a time at most: an upper bound")
    return Need(moments, (Moment("loading", (weights, processes("vLLM", 2))),))


def evaluation_on_cpu(shape: Shape, *, rows: int, longest: int, bytes_each: int) -> Need:
    """Generation by transformers on a CPU, `rows` responses at once (dsrecipes/worker/sampler.py)."""
    terms = (
        state("weights", shape.parameters, bytes_each, "evaluation.precision"),
        cache(shape, rows, longest, bytes_each),
        state("logits", rows * shape.vocabulary, 12, "assumed: three copies in float32"),
        Term("Python, PyTorch and transformers", 0.6 * GIB, "0.6 GiB", "assumed: measured are 0.33 GiB on import"),
    )
    return Need(None, (Moment("generation", terms),))
