"""The vocabulary of a model made from scratch: the task's phrases as single tokens, and all printable ASCII.

A word-level vocabulary with single digits makes the paper's prompt about 15 tokens long instead of 57, which is what
lets a model of a million parameters learn the task in minutes. Any other ASCII text is spelled character by character.
"""

from __future__ import annotations

from dsrecipes.task import solutions
from dsrecipes.task.prompt import TEMPLATE

PAD = "<|endoftext|>"
TURN = "<|im_start|>"
END = "<|im_end|>"
SPECIAL = (PAD, TURN, END)

_ROLES = ("system", "user", "assistant")
_SIGNS = (" * ", " + ", " = ", ", ")
_CHARACTERS = (*map(chr, range(32, 127)), "\n")

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
"""Qwen2's turns without its system prompt, which LLaMA-Factory calls `qwen3_nothink`."""


def phrases() -> list[str]:
    """The texts of more than one character that are one token each, longest first so that none hides a longer one."""
    prompt_parts = [part for part in TEMPLATE.replace("{second}", "{first}").split("{first}") if len(part) > 1]
    solution_parts = [
        solutions.CHECK, solutions.WAS, solutions.OK, solutions.WRONG, solutions.REVISE, solutions.ACCEPT,
        solutions.ANSWER,
    ]  # fmt: skip
    return sorted({*prompt_parts, *solution_parts, *_ROLES, *_SIGNS}, key=lambda text: (-len(text), text))


def tokens() -> list[str]:
    """Every token, in the order of its id."""
    return [*SPECIAL, *_CHARACTERS, *phrases()]
