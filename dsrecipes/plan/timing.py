"""How long the stages take: FLOPs and bytes over a machine's peaks, at stated efficiencies.

A forward pass costs 2 FLOPs for each weight and token, a backward pass twice that, and recomputing with gradient
checkpointing one forward pass more (arXiv 2001.08361, Section 2.1; arXiv 2205.05198, Section 5). Attention adds
2 x 2 x width x length / 2 for each layer and token. A step of decoding reads all weights and the cache of all responses
under way. The efficiencies are assumed, so that each estimate is a span: from all going well to all going badly.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dsrecipes.plan.machines import Machine
from dsrecipes.plan.quantities import Span
from dsrecipes.plan.shapes import Shape


@dataclass(frozen=True)
class Efficiency:
    """Shares of a machine's peaks that are reached, and what comes on top."""

    compute: float
    """Of peak FLOP/s in training and scoring. On a CPU: of those of a product in float32, which bfloat16 may exceed."""
    decoding: float
    """Of peak memory bandwidth while decoding."""
    transfers: float
    """Of the peak of the link to the host, and of the host's memory."""
    overlap: bool
    """Whether transfers hide behind computing."""
    iteration: float
    """Seconds of a decoding step besides reading and computing; on a CPU, of one layer."""


GPU = (Efficiency(0.5, 0.7, 0.8, True, 0.002), Efficiency(0.2, 0.3, 0.4, False, 0.015))
"""Best and worst on a GPU (assumed)."""

CPU = (Efficiency(2.0, 0.7, 0.8, True, 0.0005), Efficiency(0.15, 0.2, 0.3, False, 0.004))
"""Best and worst on a CPU (assumed; the tiny runs of docs/plan.md lie within)."""


@dataclass(frozen=True)
class Computer:
    """What computes a stage: GPUs, or a machine's cores as one device."""

    devices: int
    flops: float
    """Of one device."""
    bandwidth: float
    link: float
    """Bytes/s between a device and the host; infinite where they are one."""
    host_bandwidth: float
    on_cpu: bool
    efficiencies: tuple[Efficiency, Efficiency]

    def between(self, seconds: Callable[[Efficiency, bool], float]) -> Span:
        """From the best case to the worst; `seconds` is told the efficiency, and whether this is the best case."""
        best, worst = self.efficiencies
        return Span(seconds(best, True), seconds(worst, False))


def computer(machine: Machine, accelerator: str, devices: int, precision: str) -> Computer | None:
    """What a recipe computes on; None if the machine's rates are not known."""
    if accelerator == "cpu":
        if machine.host_flops is None or machine.host_bandwidth is None:
            return None
        return Computer(1, machine.host_flops, machine.host_bandwidth, math.inf, machine.host_bandwidth, True, CPU)
    flops = machine.bf16_flops if precision == "bfloat16" else machine.fp32_flops
    if flops is None or machine.bandwidth is None or machine.link is None or machine.host_bandwidth is None:
        return None
    return Computer(devices, flops, machine.bandwidth, machine.link, machine.host_bandwidth, False, GPU)


def forward_flops(shape: Shape, length: float) -> float:
    """FLOPs of one token's forward pass in a sequence of `length` tokens."""
    return 2 * shape.matrices + 2 * shape.layers * shape.attention * length


def training_flops(shape: Shape, length: float, checkpointing: bool) -> float:
    """FLOPs of one token's forward and backward pass."""
    return (4 if checkpointing else 3) * forward_flops(shape, length)


def computing(on: Computer, flops: float, efficiency: Efficiency) -> float:
    """Seconds for so many FLOPs over all devices."""
    return flops / (on.devices * on.flops * efficiency.compute)


def decoding(
    on: Computer,
    shape: Shape,
    efficiency: Efficiency,
    *,
    sequences: float,
    prompt: float,
    response: float,
    longest: float,
    at_once: float,
    bytes_each: int,
) -> float:
    """Seconds for `sequences` responses of mean length `response`, of which a device has `at_once` under way.

    `longest` is the length of the longest response, which bounds the number of steps from below.
    """
    here = sequences / on.devices
    under_way = max(1.0, min(at_once, here))
    steps = max(here * response / under_way, longest)
    mean_under_way = here * response / steps
    cache = mean_under_way * (prompt + response / 2) * shape.kv_bytes(bytes_each)
    reading = (bytes_each * shape.parameters + cache) / (on.bandwidth * efficiency.decoding)
    products = mean_under_way * forward_flops(shape, prompt + response / 2) / (on.flops * efficiency.compute)
    besides = efficiency.iteration * (shape.layers if on.on_cpu else 1)
    prompts = here * prompt * forward_flops(shape, prompt) / (on.flops * efficiency.compute)
    return prompts + steps * (max(reading, products) + besides)


def streaming(
    on: Computer, shape: Shape, efficiency: Efficiency, *, to_device: float, to_host: float, adam_on_host: bool
) -> float:
    """Seconds to move so many bytes a parameter over the link (in shards), and for Adam on the host.

    Adam reads weight, gradient and two moments, and writes three of them: 28 bytes a parameter.
    """
    moved = (to_device + to_host) * shape.parameters / on.devices / (on.link * efficiency.transfers)
    adam = 28 * shape.parameters / (on.host_bandwidth * efficiency.transfers) if adam_on_host else 0.0
    return moved + adam
