"""Quantities of several models at once, each with an interval that knows of problems and of training seeds.

- By problem (draws.py): a bootstrap that draws, size by size, the same problems for all models, each with the answers
  of all seeds. Where a rate is 0 or 1, of which a bootstrap knows nothing, Wilson's intervals are added up (Newcombe).
- Over seeds (over_seeds.py): each training seed of a model in turn, the other models as they are; Student's t, with
  Welch's degrees of freedom where several models have seeds.
- Both together (found.py): at either end, the two distances from the value squared and added (Zou and Donner 2008,
  Statistics in Medicine 27). The answers' own scatter is in both, so with few seeds this is wide rather than narrow.
"""
