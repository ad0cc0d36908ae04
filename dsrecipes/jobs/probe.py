"""Probes models: writes what the worker reads, runs it in a backend's environment, gathers what it measured."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.backends import cpu
from dsrecipes.backends.command import Accelerator, Backend, Command, Progress
from dsrecipes.errors import Refusals, UserError
from dsrecipes.files import read_json_lines
from dsrecipes.gpus import accelerator, gpus
from dsrecipes.jobs import environments, runner
from dsrecipes.locks import held
from dsrecipes.plan.machines import this_machine
from dsrecipes.plan.quantities import GIB, Memory
from dsrecipes.probe.batches import ProbeBatch, make_batch, queries_of, read_rollouts, read_solutions
from dsrecipes.probe.memory import MemoryPlan, Sizes, in_parts, known_sizes, longest_tokens, measured_sizes, plan_memory
from dsrecipes.probe.models import Model
from dsrecipes.probe.objectives import OBJECTIVES, Batch
from dsrecipes.probe.results import ModelProbe, Probe

DTYPES: dict[Accelerator, str] = {"cpu": "float32", "cuda": "bfloat16"}
"""The precision that trainings compute in there."""

_SUMS = "part-*/totals.*"  # of gradients, as a worker saves them in an objective's folder
_GENERATED_AT_ONCE = 256
_VERSION = 2  # of what a worker measures: what another version has measured is not taken for it


@dataclass(frozen=True)
class Request:
    """What is to be probed.

    `trajectories` are one model's responses, of which those to problems of `sizes` ("3x2") are taken (none: all). With
    `rollouts` each model writes so many responses of its own to each of their prompts, of at most `max_new_tokens`
    tokens, the end token included (None: as many as the longest of them has). `solutions`, of whatever sizes, is what
    SFT and DFT are measured on (None: the trajectories). At most `queries` prompts of each are taken, at random, in
    `blocks` blocks. `objectives` are the names of those to measure. `memory` is what may be used of the device's, in
    GiB (None: all), and `parts` into how many the parameters go (None: the fewest that fit).
    `device` and `dtype` None stand for what is here, and what trainings compute in there.
    """

    models: tuple[Model, ...]
    trajectories: tuple[Path, ...]
    out: Path
    sizes: tuple[str, ...] = ()
    reference: Model | None = None
    solutions: Path | None = None
    rollouts: int | None = None
    max_new_tokens: int | None = None
    queries: int = 200
    blocks: int = 20
    seed: int = 0
    objectives: tuple[str, ...] = tuple(OBJECTIVES)
    memory: float | None = None
    parts: int | None = None
    device: Accelerator | None = None
    dtype: str | None = None
    trust_remote_code: bool = False
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True)
class _Job:
    """One model with all that its worker needs: `objectives` name the batch of each that is measured."""

    model: Model
    objectives: dict[str, Batch]
    batches: dict[Batch, ProbeBatch]
    memory: MemoryPlan


def probe(request: Request, say: Callable[[str], None], on_progress: Callable[[str, Progress], None]) -> Probe:
    """Probes every model of the request and writes `probe.json` into its folder.

    What was done before is not repeated: rollouts, the reference's log-probabilities, each objective by itself.

    `say` is told what it needs and what takes time, `on_progress` how far the work named first has come. Raises
    UserError for bad files, too little memory or a folder that another probe works in, JobFailed if a worker fails.
    """
    with _alone_in(request.out):
        return _probe(request, say, on_progress)


def _alone_in(folder: Path) -> AbstractContextManager[None]:
    """Holds a probe's folder: two that measure the same would add to the same sums."""

    def refuse() -> None:
        hint = "Wait for it, or give this one another --out."
        raise UserError("another probe is working in this folder", where=str(folder), hint=hint)

    return held(folder / ".lock", refuse)


def _probe(request: Request, say: Callable[[str], None], on_progress: Callable[[str, Progress], None]) -> Probe:
    device = request.device or accelerator()
    dtype = request.dtype or DTYPES[device]
    refusals = Refusals()
    with refusals.gathered():
        if device == "cuda" and not gpus():
            raise UserError("there is no GPU here", where="--device", hint="Leave it out, or say cpu.")
    with refusals.gathered():
        given = _of_sizes(read_rollouts(request.trajectories), request.sizes)
    with refusals.gathered():
        asked = _asked(request, say)
        taught = _taught(request) if "solutions" in asked.values() else {}
    refusals.tell()
    queries = queries_of(given, request.queries, request.seed)
    expected = _expected_texts(request, asked, queries, taught)
    plans = [_plan(model, request, expected, dtype, device, say) for model in request.models]
    for model, plan in zip(request.models, plans, strict=True):
        say(f"{model.label}: {_told(plan, expected, device)}")
        # Sums that an interrupted run saved may be of use; whether they are is known with the responses (_measure).
        require_disk(plan, request.out, request.out.glob(f"measured/*/{_SUMS}"))
    found, parts = [], {}
    for model, plan in zip(request.models, plans, strict=True):
        rollouts: dict[Batch, ProbeBatch] = {}
        objectives = asked
        if "rollouts" in asked.values():
            own = _own_rollouts(request, model, queries, device, say, on_progress) if request.rollouts else queries
            rollouts = {"rollouts": make_batch(own, request.blocks, request.settings)}
            objectives = _with_gradient(model, asked, rollouts["rollouts"], say)
        batches = {name: batch for name, batch in (rollouts | taught).items() if name in objectives.values()}
        texts = {name: _texts(batch) for name, batch in batches.items()}
        memory = _plan(model, request, texts, dtype, device, say)
        if (memory.parts, memory.checkpointing) != (plan.parts, plan.checkpointing):
            say(f"{model.label}, as long as its responses are: {_told(memory, texts, device)}")
        parts[model.label] = memory.parts
        found.append(_measure(_Job(model, objectives, batches, memory), request, dtype, device, say, on_progress))
    limit = most_new_tokens(request, queries) if request.rollouts and "rollouts" in asked.values() else None
    settings = _account(request, found, limit, dtype, device)
    result = Probe(settings | {"parts": parts}, tuple(found))
    result.write(request.out)
    return result


def _of_sizes(trajectories: Sequence[Trajectory], sizes: Sequence[str]) -> Sequence[Trajectory]:
    """The responses to problems of these sizes. Raises UserError for a size that no problem has."""
    if not sizes:
        return trajectories
    there = sorted({trajectory.size for trajectory in trajectories})
    if unknown := [size for size in sizes if size not in there]:
        raise UserError(
            f"no problem of size {', '.join(unknown)}", where="--size", hint=f"TRAJECTORIES has {', '.join(there)}."
        )
    return [trajectory for trajectory in trajectories if trajectory.size in sizes]


def _asked(request: Request, say: Callable[[str], None]) -> dict[str, Batch]:
    """The objectives that the request has what they need for, with the batch of each."""
    needless = [name for name in request.objectives if request.reference or not OBJECTIVES[name].needs_reference]
    if len(needless) < len(request.objectives):
        say("no --reference: the KL penalties are left out")
    if not needless:
        raise UserError(
            "nothing is left to measure",
            where=f"--objective {', '.join(request.objectives)}",
            hint="KL penalties need --reference, the model that they hold to.",
        )
    asked: dict[str, Batch] = {name: OBJECTIVES[name].on if request.solutions else "rollouts" for name in needless}
    if request.solutions and "solutions" not in asked.values():
        say("no objective is measured on --solutions: they are left out")
    if "rollouts" not in asked.values():
        say("every objective is measured on --solutions: TRAJECTORIES and --rollouts are left out")
    elif request.max_new_tokens is not None and not request.rollouts:
        say("there are no --rollouts: --max-new-tokens is left out")
    if request.reference and not any(OBJECTIVES[name].needs_reference for name in asked):
        say("no objective is a KL penalty: --reference is left out")
    if request.sizes and "solutions" in asked.values():
        say("--size is of TRAJECTORIES: --solutions are taken whatever their sizes, which the tables name")
    return asked


def _with_gradient(
    model: Model, asked: dict[str, Batch], rollouts: ProbeBatch, say: Callable[[str], None]
) -> dict[str, Batch]:
    """Those asked for, less the surrogate reward where no response of the rollouts has an advantage."""
    if "surrogate" not in asked or any(response.advantage for response in rollouts.responses):
        return asked
    why = (
        "no prompt has several responses of which some are right and some are wrong, so the surrogate reward has no "
        "gradient"
    )
    left = {name: on for name, on in asked.items() if name != "surrogate"}
    if not left:
        raise UserError(
            why, where=model.label, hint="--rollouts 8 samples such responses; so do more prompts (--queries)."
        )
    say(f"{model.label}: {why}; --rollouts 8 samples such responses")
    return left


def _taught(request: Request) -> dict[Batch, ProbeBatch]:
    assert request.solutions is not None
    queries = queries_of(read_solutions(request.solutions), request.queries, request.seed)
    return {"solutions": make_batch(queries, request.blocks, request.settings, str(request.solutions))}


# ---- Memory and disk

_Text = tuple[str, str, int | None]
"""A prompt, its response, and the response's tokens where they are counted."""


def _texts(batch: ProbeBatch) -> list[_Text]:
    return [(one.prompt, one.response, one.tokens) for one in batch.responses]


def _expected_texts(
    request: Request,
    asked: dict[str, Batch],
    queries: Sequence[Sequence[Trajectory]],
    taught: dict[Batch, ProbeBatch],
) -> dict[Batch, list[_Text]]:
    """What will be measured: rollouts that are not sampled yet count with all the tokens that they may have."""
    found: dict[Batch, list[_Text]] = {}
    if "rollouts" in asked.values():
        if request.rollouts:
            longest = most_new_tokens(request, queries)
            found["rollouts"] = [(query[0].prompt, "", longest) for query in queries for _ in range(request.rollouts)]
        else:
            found["rollouts"] = [(one.prompt, one.response, one.tokens) for query in queries for one in query]
    return found | {name: _texts(batch) for name, batch in taught.items()}


def _plan(
    model: Model,
    request: Request,
    texts: dict[Batch, list[_Text]],
    dtype: str,
    device: Accelerator,
    say: Callable[[str], None],
) -> MemoryPlan:
    machine = this_machine()  # all that it has, not what is free: the same command finds the same parts again
    return plan_memory(
        known_sizes(model.path) or _measured_sizes(model, request, device, say),
        dtype=dtype,
        device=device,
        longest=longest_tokens([text for of_batch in texts.values() for text in of_batch]),
        available=machine.device_memory if device == "cuda" else machine.host_memory,
        asked=request.memory * GIB if request.memory is not None else None,
        host=machine.host_memory,
        parts=request.parts,
    )


def _measured_sizes(model: Model, request: Request, device: Accelerator, say: Callable[[str], None]) -> Sizes | None:
    """Those of another architecture, or of a model on the hub, as transformers makes it of its config."""
    config = {"model": model.path, "trust_remote_code": request.trust_remote_code}
    folder = request.out.absolute() / "sizes" / _key(config, _weights(model))
    out = folder / "sizes.json"
    if not out.exists():
        command = Command(
            backend="transformers",
            accelerator=device,
            arguments=("-m", "dsrecipes.worker.model_sizes", str(folder / "config.json")),
            folder=folder,
            log=folder / "sizes.log",
            files={folder / "config.json": json.dumps(config | {"out": str(out)}, indent=2)},
            variables=cpu.variables(device),
        )
        _run(command, say, lambda progress: None)
    return measured_sizes(json.loads(out.read_text(encoding="utf-8")))


def _told(plan: MemoryPlan, texts: dict[Batch, list[_Text]], device: Accelerator) -> str:
    size = ", ".join(f"{len(of_batch)} {name}" for name, of_batch in texts.items())
    if plan.memory is None or plan.disk is None:
        return (
            f"{size}; {in_parts(plan.parts)}; its config does not say how wide its layers are, so the memory that it "
            "needs is neither told nor checked: with --parts N it needs less of it"
        )
    peak = plan.memory.peak
    place = "GPU memory" if device == "cuda" else "memory"
    needs = f"{_of(plan.memory)} of {place} ({peak.name})"
    if plan.host is not None:
        needs += f", {_of(plan.host)} of the host's ({plan.host.peak.name})"
    alike = "" if plan.counted else "; activations are taken for those of a dense decoder as wide"
    return f"{size}; {in_parts(plan.parts)}, needs about {needs}, and {_gib(plan.disk)} GiB of disk{alike}"


def _of(memory: Memory) -> str:
    there = f" of {_gib(memory.available)}" if memory.available else ""
    return f"{_gib(memory.peak.bytes)}{there} GiB"


def _gib(bytes_: float) -> str:
    return f"{bytes_ / GIB:.1f}" if bytes_ >= GIB / 10 else "less than 0.1"


def require_disk(plan: MemoryPlan, out: Path, saved: Iterable[Path]) -> None:
    """Raises UserError where sums of gradients would find too little disk while they are saved on the way.

    What is `saved` of them already has its place.
    """
    if plan.disk is None:
        return
    there = next(folder for folder in (out.absolute(), *out.absolute().parents) if folder.is_dir())
    free = shutil.disk_usage(there).free + sum(file.stat().st_size for file in saved)
    if plan.disk > free:
        raise UserError(
            f"saving summed gradients needs {_gib(plan.disk)} GiB of disk, {_gib(free)} GiB are free",
            where=str(out),
            hint="Free some space, give another --out, or more --parts: the sums of one part are saved at a time.",
        )


# ---- Rollouts of a model's own


def _own_rollouts(
    request: Request,
    model: Model,
    queries: Sequence[Sequence[Trajectory]],
    device: Accelerator,
    say: Callable[[str], None],
    on_progress: Callable[[str, Progress], None],
) -> list[list[Trajectory]]:
    """Responses that the model itself writes to the prompts of `queries`, `request.rollouts` to each."""
    assert request.rollouts is not None
    problems = "".join(
        json.dumps({name: getattr(query[0], name) for name in ("size", "operands", "prompt", "ground_truth")}
                   | {"id": f"{query[0].size}/{number}"}) + "\n"
        for number, query in enumerate(queries)
    )  # fmt: skip
    engine: Backend = "vllm" if device == "cuda" else "transformers"
    config = {
        "model": model.path,
        "name": model.label,
        "engine": engine,
        "precision": DTYPES[device],
        "temperature": 1.0,
        "top_p": 1.0,
        "top_k": -1,
        "samples": request.rollouts,
        "max_new_tokens": most_new_tokens(request, queries),
        "batch_size": _GENERATED_AT_ONCE,
        "seed": request.seed,
        "trust_remote_code": request.trust_remote_code,
    }
    folder = request.out.absolute() / "rollouts" / _key(config, problems, _weights(model))
    file, problems_file = folder / "rollouts.jsonl.gz", folder / "problems.jsonl"
    if not file.exists():
        total = len(queries) * request.rollouts
        config |= {"problems": str(problems_file), "out": str(file)}
        command = Command(
            backend=engine,
            accelerator=device,
            arguments=("-m", "dsrecipes.worker.generate", str(folder / "generate.json")),
            folder=folder,
            log=folder / "generate.log",
            files={problems_file: problems, folder / "generate.json": json.dumps(config, indent=2)},
            variables=cpu.variables(device),
            progress=partial(_generated, folder / "trajectories.partial.jsonl", total),
            less_memory="lower --max-new-tokens",
        )
        _run(command, say, partial(on_progress, f"{model.label}: sampling {total} responses"))
    return queries_of(read_rollouts([file]), None, request.seed)


def most_new_tokens(request: Request, queries: Sequence[Sequence[Trajectory]]) -> int:
    """Of a model's own rollouts, the end token included: as many as asked for, or as the longest of `queries` has.

    Raises UserError where some of these do not say how long they are.
    """
    if request.max_new_tokens is not None:
        return request.max_new_tokens
    counts = [one.tokens for query in queries for one in query]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts):
        raise UserError(
            f"{len(counts) - len(known)} of {len(counts)} responses do not say how many tokens they have",
            where="TRAJECTORIES",
            hint="Give --max-new-tokens, the most that --rollouts may have.",
        )
    return max(known) + 1  # a file counts no end token


def _generated(partial_file: Path, total: int) -> Progress | None:
    return Progress(sum(1 for _ in read_json_lines(partial_file)), total) if partial_file.exists() else None


# ---- Gradients


def _measure(
    job: _Job,
    request: Request,
    dtype: str,
    device: Accelerator,
    say: Callable[[str], None],
    on_progress: Callable[[str, Progress], None],
) -> ModelProbe:
    referred = any(OBJECTIVES[name].needs_reference for name in job.objectives)
    reference = request.reference if referred else None
    lines = {name: batch.to_lines() for name, batch in job.batches.items()}
    model: dict[str, Any] = {
        "version": _VERSION,
        "model": job.model.path,
        "trust_remote_code": request.trust_remote_code,
        "device": device,
        "dtype": dtype,
    }
    taken = model | {"checkpointing": job.memory.checkpointing, "parts": job.memory.parts}
    root = request.out.absolute()
    folders = {}  # an objective's, whatever others it is measured with
    for name, on in job.objectives.items():
        its = reference if OBJECTIVES[name].needs_reference else None
        key = _key(
            taken | {"objective": name, "reference": its.path if its else None},
            lines[on],
            _weights(job.model),
            _weights(its),
        )
        folders[name] = root / "measured" / key
    objectives = [(name, on, str(folders[name])) for name, on in job.objectives.items()]
    folder = root / "together" / _key({name: (on, folders[name].name) for name, on in job.objectives.items()})
    out = folder / "measured.json"
    if not out.exists():
        require_disk(job.memory, request.out, [file for one in folders.values() for file in one.glob(_SUMS)])
        log_probs = None
        if reference:
            key = _key(
                model | {"reference": reference.path}, lines["rollouts"], _weights(job.model), _weights(reference)
            )
            log_probs = str(root / "reference" / f"{key}.safetensors")
        config = taken | {"reference": reference.path if reference else None, "log_probs": log_probs}
        config |= {"objectives": objectives, "progress": str(folder / "progress.json"), "out": str(out)}
        files = {folder / f"{name}.jsonl": text for name, text in lines.items()}
        config |= {str(name): str(folder / f"{name}.jsonl") for name in lines}
        command = Command(
            backend="transformers",
            accelerator=device,
            arguments=("-m", "dsrecipes.worker.probe", str(folder / "probe.json")),
            folder=folder,
            log=folder / "probe.log",
            files={**files, folder / "probe.json": json.dumps(config, indent=2)},
            variables=cpu.variables(device) | cpu.frugal_allocator(device),
            progress=partial(_progress, folder / "progress.json"),
            less_memory="give --memory less than was said to be needed, for more parts, or lower --max-new-tokens",
        )
        _run(command, say, partial(on_progress, f"{job.model.label}: gradients of {len(job.objectives)} objectives"))
    return ModelProbe(
        label=job.model.label,
        model=job.model.path,
        step=job.model.step,
        counts={name: asdict(batch.counts) for name, batch in job.batches.items()},
        batches=job.objectives,
        measured=json.loads(out.read_text(encoding="utf-8")),
    )


def _progress(file: Path) -> Progress | None:
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    return Progress(told["done"], told["total"])


def _run(command: Command, say: Callable[[str], None], on_progress: Callable[[Progress], None]) -> None:
    environment = environments.for_backend(command.backend, command.accelerator)
    python = environments.ensure(environment, say)
    runner.run(command, python, environments.process_env(environment), on_progress)


def _key(config: dict[str, Any], *texts: str) -> str:
    """Of all that a result depends on: it is found again by it, and only then."""
    return hashlib.sha256("\0".join([json.dumps(config, sort_keys=True), *texts]).encode()).hexdigest()[:12]


def _weights(model: Model | None) -> str:
    """What tells a model's weights from others at the same place: names, sizes and times of its files."""
    folder = Path(model.path) if model else None
    if folder is None or not folder.is_dir():
        return ""
    files = sorted([*folder.glob("*.safetensors"), *folder.glob("*.json")])
    return "".join(f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}\n" for file in files)


def _account(
    request: Request, found: Sequence[ModelProbe], limit: int | None, dtype: str, device: Accelerator
) -> dict[str, Any]:
    """What was measured, and of what: nothing that the request names and no objective needed. `limit` is that of
    rollouts, in tokens."""
    objectives = [name for name in request.objectives if any(name in model.batches for model in found)]
    batches = {batch for model in found for batch in model.batches.values()}
    given = "rollouts" in batches
    referred = any(OBJECTIVES[name].needs_reference for name in objectives)
    return {
        "trajectories": [str(path) for path in request.trajectories] if given else [],
        "sizes": list(request.sizes) if given else [],
        "reference": request.reference.path if request.reference and referred else None,
        "solutions": str(request.solutions) if "solutions" in batches else None,
        "rollouts": request.rollouts if given else None,
        "max_new_tokens": limit if given else None,
        "queries": request.queries,
        "blocks": request.blocks,
        "seed": request.seed,
        "objectives": objectives,
        "device": device,
        "dtype": dtype,
        "analyzer": request.settings.analyzer,
        "markers": [asdict(marker) for marker in request.settings.markers],
    }
