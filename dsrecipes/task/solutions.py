"""Writes worked solutions: the chain of thought that SFT trains on (Appendix E.2).

A *plain* solution is one attempt: a row for each digit of the second operand, lowest first, with the products of the
first operand's digits, their sum, and the running sum of the rows:

    38 * 2 = 16 + 60 = 76
    38 * 40 = 320 + 1200 = 1520, 76 + 1520 = 1596
    Answer: 1596

A *reflection* solution checks its attempt; a wrong attempt (an equation with a wrong value, which later sums carry on)
is caught, and a new attempt follows. There are three ways to check. *Recomputation* goes through the equations: each is
computed again, and what was stated is quoted beside it, up to the first that differs:

    Let me check.
    38 * 2 = 16 + 60 = 76, was 76 ok
    38 * 40 = 320 + 1200 = 1520, was 1530 wrong
    I made a mistake. Let me recompute.
    ...
    Correct. Answer: 1596

*Casting out nines* is easier than the multiplication itself and as long for any numbers: a number leaves the same
remainder by 9 as the sum of its digits, and a product the same as that of its operands' remainders. Each digit of the
operands and of the candidate stands beside the remainder of the digits so far; at the end, the remainder that the
candidate must have beside the one that it has:

    Let me check.
    3:3 8:2, 4:4 2:6, 2 * 6 = 3
    1:1 6:7 0:7 6:4, 3-4 wrong
    I made a mistake. Let me recompute.
    ...

It does not see an error that is a multiple of nine, so none is put into solutions that are checked by it.

*Casting out nines, with the difference*: the same, and the remainder of the difference of the two stands behind them
(`3-4:8 wrong`, `3-3:0 ok`). To tell equal digits from others is hard for a model that has seen few cases, as a verdict
says little about them; a difference says which digits they were.

A *verification* is the check of a stated product alone; half of them are wrong.

*Lowest digit first*: the numbers of the equations, the problem's own and the answer aside, can be written from the
lowest digit on, as they are computed, so that a carry is known when it is needed:

    38 * 2 = 61 + 06 = 67
    38 * 40 = 023 + 0021 = 0251, 67 + 0251 = 6951
    Answer: 1596

The paper leaves the generation procedure to its replication repository (Appendix E.2), so these formats are ours.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import Literal

from dsrecipes.task.multiplication import Problem
from dsrecipes.task.prompt import verification_prompt

CHECK = "Let me check.\n"
WAS = ", was "
OK = " ok\n"
WRONG = " wrong"
REVISE = "\nI made a mistake. Let me recompute.\n"
ACCEPT = "Correct. "
ANSWER = "Answer: "
SEPARATOR = ", "


DigitOrder = Literal["highest_first", "lowest_first"]
_WRITE: dict[DigitOrder, Callable[[int], str]] = {
    "highest_first": str,
    "lowest_first": lambda number: str(number)[::-1],
}


@dataclass(frozen=True)
class Equation:
    """`a * b = term + term = value` or `a + b = value`: what a solution states, right or wrong.

    With one term the value follows at once: `a * b = value`. The factors are written as the problem has them; `digits`
    is the order of those of all other numbers.
    """

    operands: tuple[int, int]
    sign: Literal["*", "+"]
    terms: tuple[int, ...]
    value: int
    digits: DigitOrder

    def __str__(self) -> str:
        write = _WRITE[self.digits]
        left = f" {self.sign} ".join(map(str if self.sign == "*" else write, self.operands))
        terms = " + ".join(map(write, self.terms)) + " = " if len(self.terms) > 1 else ""
        return f"{left} = {terms}{write(self.value)}"


@dataclass(frozen=True)
class Attempt:
    """One way through a problem: its lines of equations and the candidate answer."""

    lines: tuple[tuple[Equation, ...], ...]

    @property
    def equations(self) -> tuple[Equation, ...]:
        return tuple(equation for line in self.lines for equation in line)

    @property
    def candidate(self) -> int:
        return self.lines[-1][-1].value

    def __str__(self) -> str:
        return "\n".join(", ".join(map(str, line)) for line in self.lines) + f"\n{ANSWER}{self.candidate}"


def _place_values(number: int) -> list[int]:
    """42 -> [2, 40]: a number by decimal places, lowest first; zeros are kept so that every place has its step."""
    return [int(digit) * 10**place for place, digit in enumerate(reversed(str(number)))]


def _slip(value: int, rng: random.Random) -> int:
    """`value` with one digit changed: the commonest error of a small model."""
    digits = list(str(value))
    place = rng.randrange(len(digits))
    choices = [digit for digit in "0123456789" if digit != digits[place] and not (place == 0 and digit == "0")]
    digits[place] = rng.choice(choices)
    return int("".join(digits))


def attempt(problem: Problem, slips: random.Random | None = None, *, digits: DigitOrder = "highest_first") -> Attempt:
    """A right attempt; or, with `slips`, a wrong one: one number slips, and what is computed from it carries it on."""
    first, second = problem.operands
    parts = _place_values(second)
    places = _place_values(first)
    numbers = len(parts) * (len(places) + (len(places) > 1) + 1) - 1  # terms, their sum if several, the running sum
    slip_at = slips.randrange(numbers) if slips else None
    position = -1

    def computed(value: int) -> int:
        nonlocal position
        position += 1
        return _slip(value, slips) if slips and position == slip_at else value

    lines: list[tuple[Equation, ...]] = []
    total: int | None = None
    for part in parts:
        terms = tuple(computed(place * part) for place in places)
        value = sum(terms) if len(terms) == 1 else computed(sum(terms))
        row = Equation((first, part), "*", terms, value, digits)
        if total is None:
            total = row.value
            lines.append((row,))
        else:
            running_sum = computed(total + row.value)
            lines.append((row, Equation((total, row.value), "+", (), running_sum, digits)))
            total = running_sum
    return Attempt(tuple(lines))


CheckName = Literal["recomputation", "casting_out_nines", "casting_out_nines_difference"]


def _recomputation(checked: Attempt, problem: Problem) -> Iterator[str]:
    """Every equation computed again, up to the first whose value differs."""
    first, _ = problem.operands
    for equation in checked.equations:
        one, other = equation.operands
        if equation.sign == "*":
            terms = tuple(place * other for place in _place_values(first))
            again = replace(equation, terms=terms, value=sum(terms))
        else:
            again = replace(equation, value=one + other)
        was = _WRITE[equation.digits](equation.value)
        if again.value != equation.value:
            yield f"{again}{WAS}{was}{WRONG}"
            return
        yield f"{again}{WAS}{was}{OK}"


def _casting_out_nines(checked: Attempt, problem: Problem, *, difference: bool = False) -> Iterator[str]:
    """The remainders by 9 of the operands, their product, and the candidate."""
    first, second = (number % 9 for number in problem.operands)
    due, has = first * second % 9, checked.candidate % 9
    yield f"{SEPARATOR.join(map(_remainders, problem.operands))}{SEPARATOR}{first} * {second} = {due}\n"
    compared = f"{due}-{has}" + (f":{(due - has) % 9}" if difference else "")
    yield f"{_remainders(checked.candidate)}{SEPARATOR}{compared}{OK if has == due else WRONG}"


def _remainders(number: int) -> str:
    """38 -> `3:3 8:2`: each digit, and the remainder by 9 of the sum of the digits so far."""
    digits = [int(digit) for digit in str(number)]
    return " ".join(f"{digit}:{total % 9}" for digit, total in zip(digits, accumulate(digits), strict=True))


_CHECKS: dict[CheckName, Callable[[Attempt, Problem], Iterator[str]]] = {
    "recomputation": _recomputation,
    "casting_out_nines": _casting_out_nines,
    "casting_out_nines_difference": partial(_casting_out_nines, difference=True),
}


def check_text(check: CheckName, checked: Attempt, problem: Problem) -> str:
    """The text of a check, which ends in its verdict: OK or WRONG."""
    return "".join(_CHECKS[check](checked, problem))


def _rejected_attempt(problem: Problem, rng: random.Random, check: CheckName, digits: DigitOrder) -> Attempt:
    """A wrong attempt that the check does not overlook."""
    while check_text(check, wrong := attempt(problem, rng, digits=digits), problem).endswith(OK):
        pass
    return wrong


def plain(problem: Problem, slips: random.Random | None = None, *, digits: DigitOrder = "highest_first") -> str:
    """A solution that leads directly to the answer; with `slips`, to a wrong one."""
    return str(attempt(problem, slips, digits=digits))


def reflection(
    problem: Problem,
    rng: random.Random,
    *,
    error_rate: float,
    max_attempts: int,
    check: CheckName = "recomputation",
    digits: DigitOrder = "highest_first",
) -> str:
    """A solution of one to `max_attempts` attempts, each checked; every attempt but the last possible one is wrong with
    probability `error_rate`. The last attempt is always right. Raises ValueError if `max_attempts` is not positive.
    """
    text = ""
    for index in range(max_attempts):
        wrong = index < max_attempts - 1 and rng.random() < error_rate
        current = _rejected_attempt(problem, rng, check, digits) if wrong else attempt(problem, digits=digits)
        text += f"{current}\n{CHECK}{check_text(check, current, problem)}"
        if not wrong:
            return f"{text}{ACCEPT}{ANSWER}{current.candidate}"
        text += REVISE
    raise ValueError("max_attempts must be at least 1")


def verification(
    problem: Problem, rng: random.Random, check: CheckName, *, digits: DigitOrder = "highest_first"
) -> tuple[str, str]:
    """A prompt that states a product, wrong in half of the cases, and the check that accepts or rejects it."""
    wrong = rng.random() < 0.5
    stated = _rejected_attempt(problem, rng, check, digits) if wrong else attempt(problem, digits=digits)
    return verification_prompt(problem, stated.candidate), check_text(check, stated, problem)
