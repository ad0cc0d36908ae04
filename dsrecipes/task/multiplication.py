"""The paper's task: multiply two integers of n and m digits (Appendix E.1, E.2).

A size is written `3x4`: the first operand has 3 digits, the second 4. Operands are uniform among the integers with that
many digits.

A problem is held out for testing, or free for training, by a hash of its two operands in ascending order. So the split
depends on nothing else: no seed, no number of examples, no recipe can put a test problem (or the same problem with its
operands swapped) into any training set.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

HELD_OUT_PERCENT = 20


@dataclass(frozen=True, order=True)
class Size:
    """The number of digits of the first and of the second operand."""

    first: int
    second: int

    @classmethod
    def parse(cls, text: str) -> Size:
        """Reads `3x4` (or `3×4`); raises ValueError for anything else."""
        match = re.fullmatch(r"([1-9]\d?)[x×]([1-9]\d?)", text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a size; write it as digits x digits, for instance 3x4")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.first}x{self.second}"

    @property
    def count(self) -> int:
        """How many ordered problems have this size."""
        return 81 * int(10 ** (self.first + self.second - 2))


@dataclass(frozen=True)
class Problem:
    """One multiplication. `operands` are in the order of the prompt."""

    operands: tuple[int, int]

    @property
    def size(self) -> Size:
        return Size(len(str(self.operands[0])), len(str(self.operands[1])))

    @property
    def answer(self) -> int:
        return self.operands[0] * self.operands[1]

    @property
    def held_out(self) -> bool:
        """Whether the problem belongs to the test side; the same for swapped operands."""
        low, high = sorted(self.operands)
        return zlib.crc32(f"{low}*{high}".encode()) % 100 < HELD_OUT_PERCENT


def _uniform(size: Size, rng: random.Random) -> Problem:
    first = rng.randrange(10 ** (size.first - 1), 10**size.first)
    second = rng.randrange(10 ** (size.second - 1), 10**size.second)
    return Problem((first, second))


def _few(size: Size, count: int) -> bool:
    """Whether a size has so few problems that drawing at random might not find `count` held-out ones."""
    return size.count < max(20_000, 20 * count)


@cache
def _all_held_out(size: Size) -> tuple[Problem, ...]:
    return tuple(
        problem
        for first in range(10 ** (size.first - 1), 10**size.first)
        for second in range(10 ** (size.second - 1), 10**size.second)
        if (problem := Problem((first, second))).held_out
    )


def require_held_out(size: Size, count: int) -> None:
    """Raises ValueError if a size has fewer than `count` held-out problems."""
    if _few(size, count) and len(_all_held_out(size)) < count:
        there = len(_all_held_out(size))
        raise ValueError(f"size {size} has {there} held-out problems, fewer than the {count} asked for")


def held_out_problems(size: Size, count: int, seed: int) -> list[Problem]:
    """`count` different held-out problems of `size`, uniform, the same for every recipe with this seed.

    Raises ValueError if the size has fewer held-out problems than that.
    """
    require_held_out(size, count)
    if _few(size, count):
        return random.Random(f"test/{size}/{seed}").sample(_all_held_out(size), count)
    rng = random.Random(f"test/{size}/{seed}")
    chosen: dict[Problem, None] = {}
    while len(chosen) < count:
        problem = _uniform(size, rng)
        if problem.held_out:
            chosen[problem] = None
    return list(chosen)


def training_problems(sizes: Sequence[Size], count: int, seed: int) -> Iterator[Problem]:
    """`count` problems of the training side, balanced over `sizes` (which take turns), uniform, with repetition."""
    rng = random.Random(f"train/{'+'.join(map(str, sizes))}/{seed}")
    for index in range(count):
        size = sizes[index % len(sizes)]
        problem = _uniform(size, rng)
        while problem.held_out:
            problem = _uniform(size, rng)
        yield problem
