"""dsrecipes: recipes for LLM post-training papers, run by VeRL and LLaMA-Factory, read back as trajectories and tables.

Importing the package loads nothing heavy: no torch, no pandas.
"""

__version__ = "0.1.0"
