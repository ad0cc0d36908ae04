"""The platform that answers VeRL's questions about its device when that device is the CPU."""

import dataclasses
import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import psutil
import torch
import torch.distributed
from torch.distributed.fsdp import CPUOffloadPolicy
from verl.plugin.platform import PlatformBase, PlatformRegistry


def _nothing(*_args: Any, **_kwargs: Any) -> None:
    """A device without streams, allocator or profiler has nothing to do here."""


def _resident_bytes(*_args: Any, **_kwargs: Any) -> int:
    return int(psutil.Process().memory_info().rss)


def _free_and_total_bytes(*_args: Any) -> tuple[int, int]:
    memory = psutil.virtual_memory()
    return memory.available, memory.total


def _device_module() -> ModuleType:
    """`torch.cpu` with the functions of `torch.cuda` that VeRL calls on its device module."""
    module = ModuleType("dsrecipes.verl_cpu.device")
    vars(module).update({name: getattr(torch.cpu, name) for name in torch.cpu.__all__})
    vars(module).update(
        is_available=lambda: True,
        device_count=lambda: 1,
        current_device=lambda: torch.device("cpu"),
        get_device_name=lambda *_args: "cpu",
        set_device=_nothing,
        empty_cache=_nothing,
        ipc_collect=_nothing,
        set_per_process_memory_fraction=_nothing,
        get_rng_state=torch.get_rng_state,
        set_rng_state=torch.set_rng_state,
        memory_allocated=_resident_bytes,
        memory_reserved=_resident_bytes,
        max_memory_allocated=_resident_bytes,
        max_memory_reserved=_resident_bytes,
        mem_get_info=_free_and_total_bytes,
    )
    return module


class CpuPlatform(PlatformBase):  # type: ignore[misc]
    """One logical device a worker, computed on by the CPU's cores.

    The Ray resource is called "GPU" because VeRL asks Ray for that name in places that do not consult the platform;
    it is only a count (`ray_init.num_gpus`) and needs no hardware.
    """

    device_name = "cpu"
    vendor_name = "cpu"
    device_module = _device_module()

    def is_available(self) -> bool:
        return True

    def current_device(self) -> Any:
        # Not an index: VeRL hands this to `tensor.to`, where the integer 0 means "cuda:0".
        return torch.device("cpu")

    def device_count(self) -> int:
        return 1

    def set_device(self, device_index: int) -> None:
        pass

    def synchronize(self, device_index: int | None = None) -> None:
        pass

    def manual_seed(self, seed: int) -> None:
        torch.manual_seed(seed)

    def manual_seed_all(self, seed: int) -> None:
        torch.manual_seed(seed)

    def set_allocator_settings(self, settings: str) -> None:
        pass

    def empty_cache(self) -> None:
        pass

    def get_device_capability(self, device_index: int = 0) -> tuple[int | None, int | None]:
        return None, None

    def communication_backend_name(self) -> str:
        return "gloo"

    def visible_devices_envvar(self) -> str:
        return "CUDA_VISIBLE_DEVICES"

    @contextmanager
    def nvtx_range(self, msg: str) -> Iterator[None]:
        yield

    def profiler_start(self) -> None:
        pass

    def profiler_stop(self) -> None:
        pass

    def ray_resource_name(self) -> str:
        return "GPU"

    def ray_noset_envvars(self) -> list[str]:
        return ["RAY_EXPERIMENTAL_NOSET_CUDA_VISIBLE_DEVICES"]

    def is_ipc_supported(self) -> bool:
        return False

    def cudart(self) -> None:
        return None


def _accept_repeated_gloo() -> None:
    """Let `init_process_group` take "cpu:gloo,cpu:gloo".

    VeRL asks for "cpu:gloo,<device>:<backend>", which names the CPU twice here, and torch refuses the repetition.
    """
    init_process_group = torch.distributed.init_process_group

    @functools.wraps(init_process_group)
    def with_one_gloo(backend: str | None = None, *args: Any, **kwargs: Any) -> Any:
        return init_process_group("gloo" if backend == "cpu:gloo,cpu:gloo" else backend, *args, **kwargs)

    torch.distributed.init_process_group = with_one_gloo


def _never_pin_memory() -> None:
    """Make `CPUOffloadPolicy` ignore `pin_memory`.

    VeRL asks for pinned memory for the reference model whatever the platform; pinning needs an accelerator's driver.
    """
    (pin_memory,) = dataclasses.fields(CPUOffloadPolicy)

    def __init__(self: Any, pin_memory: bool = False) -> None:  # noqa: N807
        object.__setattr__(self, "pin_memory", False)  # the dataclass is frozen

    assert pin_memory.name == "pin_memory"
    CPUOffloadPolicy.__init__ = __init__


def register() -> None:
    """Register the platform with VeRL and adjust the two torch calls that assume an accelerator."""
    # FSDP is in VeRL's registry of engines under "cuda" and "npu" only; nothing in it is specific to either.
    os.environ.setdefault("VERL_ENGINE_DEVICE", "cuda")
    PlatformRegistry.register("cpu")(CpuPlatform)
    _accept_repeated_gloo()
    _never_pin_memory()
