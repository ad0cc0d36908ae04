"""What VeRL sees of the plug-in, in fresh processes: as an entry point, and only where it is asked for."""

import os
import subprocess
import sys
import unittest


def run(code: str, **environment: str) -> str:
    """The output of ``code`` in a new Python with ``environment`` added; VERL_PLATFORM only if given."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERL_")}
    done = subprocess.run([sys.executable, "-c", code], env=inherited | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Plugin(unittest.TestCase):
    def test_verl_finds_platform_and_rollout_through_the_entry_point(self) -> None:
        code = """
import verl
from verl.plugin.platform import get_platform
from verl.workers.rollout.base import get_rollout_class
from verl.workers.rollout.replica import RolloutReplicaRegistry
from verl.workers.engine import EngineRegistry
platform = get_platform()
print(platform.device_name, platform.current_device(), platform.communication_backend_name())
print(get_rollout_class("hf_cpu").__name__, RolloutReplicaRegistry.get("hf_cpu").__name__)
print(EngineRegistry.get_engine_cls("language_model", "fsdp2").__name__)
"""
        expected = ["cpu cpu gloo", "Adapter Replica", "FSDPEngineWithLMHead"]
        self.assertEqual(run(code, VERL_PLATFORM="cpu").splitlines()[-3:], expected)

    def test_nothing_is_registered_where_cpu_is_not_asked_for(self) -> None:
        code = """
import torch.distributed, verl
from verl.plugin.platform import PlatformRegistry
import dsrecipes.verl_cpu
print(dsrecipes.verl_cpu.register(), "cpu" in PlatformRegistry.registered_names())
"""
        self.assertEqual(run(code).splitlines()[-1], "False False")

    def test_one_process_group_of_gloo_and_unpinned_offloading(self) -> None:
        code = """
import os, verl
os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT="0", RANK="0", WORLD_SIZE="1")
from verl.utils.distributed import initialize_global_process_group_ray
initialize_global_process_group_ray()
import torch
value = torch.ones(2)
torch.distributed.all_reduce(value)
from torch.distributed.fsdp import CPUOffloadPolicy
print(value.tolist(), CPUOffloadPolicy(pin_memory=True).pin_memory)
torch.distributed.destroy_process_group()
"""
        self.assertEqual(run(code, VERL_PLATFORM="cpu").splitlines()[-1], "[1.0, 1.0] False")
