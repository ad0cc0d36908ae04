"""What a recipe would take on a machine: steps, tokens, memory, time and disk, before anything runs.

Every figure is a sum of named terms, each with its formula and where the formula comes from (docs/plan.md).
"""
