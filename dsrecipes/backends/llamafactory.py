"""LLaMA-Factory 0.9.5: an SFT section becomes its YAML, its log becomes progress and metrics.

Its quirks that this file answers (each was met in a run):
- `finetuning_type` is LoRA unless told otherwise, and gradient checkpointing is on unless told otherwise;
- an undefined data set is looked for on a hub, so `dataset_dir` is absolute and holds its own dataset_info.json;
- `overwrite_output_dir: true` deletes the old log and starts anew; false resumes from the last checkpoint.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dsrecipes.backends import cpu
from dsrecipes.backends.command import Command, Progress
from dsrecipes.files import read_json_lines
from dsrecipes.recipe.schema import Hardware, SftTraining, Supervised

DATASET = "solutions"
DATASET_FILE = f"{DATASET}.jsonl"
DATASET_INFO = {DATASET: {"file_name": DATASET_FILE, "columns": {"prompt": "prompt", "response": "response"}}}
"""The content of dataset_info.json for a file with a prompt and a response a line."""


ZERO_2: dict[str, Any] = {
    "train_batch_size": "auto",
    "train_micro_batch_size_per_gpu": "auto",
    "gradient_accumulation_steps": "auto",
    "gradient_clipping": "auto",
    "zero_allow_untested_optimizer": True,
    "bf16": {"enabled": "auto"},
    "zero_optimization": {
        "stage": 2,
        "overlap_comm": False,
        "contiguous_gradients": True,
        "allgather_bucket_size": 5e8,
        "reduce_bucket_size": 5e8,
    },
}
"""DeepSpeed's configuration that shards gradients and optimizer over the devices."""

ZERO_2_OFFLOAD: dict[str, Any] = ZERO_2 | {
    # torch's Adam on the host: DeepSpeed's own would have to be compiled with the CUDA toolkit.
    "zero_force_ds_cpu_optimizer": False,
    "zero_optimization": {
        **ZERO_2["zero_optimization"],
        "offload_optimizer": {"device": "cpu", "pin_memory": True},
    },
}
"""The same with the optimizer on the host. The states of a 7B model that Adam trains take 122 GB."""


def processes(hardware: Hardware) -> int:
    """The processes that share a batch."""
    return cpu.PROCESSES if hardware.accelerator == "cpu" else hardware.devices


def accumulation(training: Supervised, hardware: Hardware) -> int:
    """Forward passes of each device in one update. Raises ValueError if the batches do not divide."""
    n = processes(hardware)
    per_pass = training.micro_batch_size * n
    if training.batch_size % per_pass:
        raise ValueError(
            f"batch_size ({training.batch_size}) must be a multiple of micro_batch_size x "
            f"{'processes' if hardware.accelerator == 'cpu' else 'devices'} "
            f"({training.micro_batch_size} x {n} = {per_pass})"
        )
    return training.batch_size // per_pass


def config(
    training: Supervised,
    *,
    model: str,
    template: str,
    trust_remote_code: bool,
    dataset_dir: Path,
    output_dir: Path,
    hardware: Hardware,
    seed: int,
) -> dict[str, Any]:
    """LLaMA-Factory's arguments for full-parameter SFT. Raises ValueError if the batches do not divide."""
    return {
        "stage": "sft",
        "do_train": True,
        "finetuning_type": "full",
        "model_name_or_path": model,
        "template": template,
        "trust_remote_code": trust_remote_code,
        "dataset_dir": str(dataset_dir),
        "dataset": DATASET,
        "cutoff_len": training.max_length,
        "output_dir": str(output_dir),
        "overwrite_output_dir": False,
        "per_device_train_batch_size": training.micro_batch_size,
        "gradient_accumulation_steps": accumulation(training, hardware),
        "num_train_epochs": training.epochs,
        "optim": training.optimizer,
        "learning_rate": training.learning_rate,
        "lr_scheduler_type": training.lr_schedule,
        "warmup_steps": training.warmup_steps,
        "weight_decay": training.weight_decay,
        "bf16": training.precision == "bfloat16",
        "use_cpu": hardware.accelerator == "cpu",
        # On a CPU, PyTorch's fused attention is slow in bfloat16: without it a step takes 0.65 as long.
        "flash_attn": "disabled" if hardware.accelerator == "cpu" else "auto",
        "disable_gradient_checkpointing": not training.gradient_checkpointing,
        "disable_shuffling": training.order == "grouped",
        "seed": seed,
        "logging_steps": 10,
        "save_strategy": "steps",
        "save_steps": training.save_steps,
        "save_total_limit": 2,
        "plot_loss": False,
        "report_to": "none",
        **_loss(training),
        **_memory(hardware),
    }


def _loss(training: Supervised) -> dict[str, Any]:
    """Nothing for cross-entropy, which is LLaMA-Factory's own choice."""
    return {"use_dft_loss": True} if isinstance(training, SftTraining) and training.loss == "dft" else {}


def _memory(hardware: Hardware) -> dict[str, Any]:
    """What makes the states fit: nothing on a CPU; on GPUs shared by the devices, or kept on the host."""
    if hardware.accelerator == "cpu" or (hardware.devices == 1 and not hardware.offload):
        return {}
    return {"deepspeed": ZERO_2_OFFLOAD if hardware.offload else ZERO_2}


def command(arguments: dict[str, Any], *, hardware: Hardware, config_file: Path, log: Path, folder: Path) -> Command:
    """The training as a command that reads CONFIG, which lies under `folder`.

    On GPUs `llamafactory-cli train CONFIG`; on a CPU the torchrun that it would start, because the CLI itself takes six
    seconds to find that out. The number of processes is always said: left alone, it takes every GPU that it sees.
    """
    output_dir, n = Path(arguments["output_dir"]), processes(hardware)
    config = str(config_file.relative_to(folder))  # because the CLI splits torchrun's command line at spaces
    variables = {"TOKENIZERS_PARALLELISM": "false"}
    if hardware.accelerator == "cpu":
        launched: tuple[str, ...] = ("-m", "torch.distributed.run", "--standalone", "--local-addr=127.0.0.1")
        launched += (f"--nproc-per-node={n}", "-m", "llamafactory.launcher", config)
        # Else each process calls its device cpu:0, cpu:1, …, which torch.load does not know when training is resumed.
        variables["ACCELERATE_TORCH_DEVICE"] = "cpu"
        # Here and not in `config`, for it shapes no result: while the first process prepares the data, the others wait.
        arguments = {"preprocessing_num_workers": n} | arguments
    else:
        launched = ("-m", "llamafactory.cli", "train", config)
        variables |= {"FORCE_TORCHRUN": "1", "NPROC_PER_NODE": str(n)}
    return Command(
        backend="llamafactory",
        accelerator=hardware.accelerator,
        arguments=launched,
        folder=folder,
        log=log,
        files={config_file: yaml.safe_dump(arguments, sort_keys=False)},
        variables=variables | cpu.variables(hardware.accelerator, n),
        progress=lambda: progress(output_dir),
    )


def drop_torn_checkpoints(output_dir: Path) -> None:
    """Removes a checkpoint that was interrupted while it was written; LLaMA-Factory would take it and fail."""
    for checkpoint in output_dir.glob("checkpoint-*"):
        if not (checkpoint / "trainer_state.json").exists():  # it is written last
            shutil.rmtree(checkpoint)


def _log(output_dir: Path) -> Iterator[dict[str, Any]]:
    return read_json_lines(output_dir / "trainer_log.jsonl")


def progress(output_dir: Path) -> Progress | None:
    """How far the training in `output_dir` has come; None before its first logged step."""
    logged = list(_log(output_dir))
    if not logged:
        return None
    last = logged[-1]
    return Progress(last["current_steps"], last["total_steps"], {"loss": last["loss"]} if "loss" in last else {})


def metrics(output_dir: Path) -> dict[int, dict[str, float]]:
    """Step -> loss, learning rate and epoch, as LLaMA-Factory logged them; of a step logged twice, the later."""
    return {
        line["current_steps"]: {key: line[key] for key in ("loss", "lr", "epoch") if key in line}
        for line in _log(output_dir)
        if "loss" in line
    }


def finished(output_dir: Path) -> bool:
    """Whether the final model was written, which LLaMA-Factory does after the last step."""
    weights = ("model.safetensors", "model.safetensors.index.json")
    return (output_dir / "train_results.json").exists() and any((output_dir / name).exists() for name in weights)
