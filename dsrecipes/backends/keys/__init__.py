"""Settings of the pinned backends, checked without a backend.

lists.py             reads the data below
check.py             a setting -> what is wrong with it
verl.json            every setting of VeRL, listed by dsrecipes/worker/list_keys.py in VeRL's environment
llamafactory.json    the same of LLaMA-Factory, transformers' own arguments included
moved.yaml           settings of earlier versions and where they went; kept by hand
rules.yaml           values that a backend lets through and then fails on; kept by hand

docs/backend-keys.md says how to list them anew.
"""

from dsrecipes.backends.keys.check import Finding, check_override, check_section, plain_key, unchecked

__all__ = ["Finding", "check_override", "check_section", "plain_key", "unchecked"]
