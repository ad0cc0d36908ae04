"""Which reader made an analysis: numbers of two readers are not to be compared."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from dsrecipes import resources

_HERE = Path(__file__).parent

_NO_PART = {
    "__init__.py", "audit.py", "decomposition.py", "fingerprint.py", "folder.py", "shapley.py", "workers.py",
    "writing.py",
}  # fmt: skip
"""What shows or moves what was read, and what is made of an analysis later. All others count, new ones too."""


@cache
def fingerprint() -> str:
    """16 hexadecimal digits over all files that decide what an analysis holds: this package's, and the reward function.

    What a plugin brings is not among them.
    """
    hashed = hashlib.sha256()
    for file in files():
        hashed.update(file.name.encode() + b"\0" + file.read_bytes())
    return hashed.hexdigest()[:16]


def files() -> list[Path]:
    """The files that the fingerprint is of, in its order."""
    code = [file for file in sorted(_HERE.glob("*.py")) if file.name not in _NO_PART]
    return [*code, _HERE / "markers.yaml", resources.folder("reward_fns") / "exact_match.py"]
