"""The paper's values on its theory (paper.yaml), as they stand there."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def paper() -> dict[str, Any]:
    """The content of paper.yaml; read only."""
    content: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("paper.yaml").read_text("utf-8"))
    return content
