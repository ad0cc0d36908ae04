"""Stands in for torchaudio, which LLaMA-Factory imports on start and uses for sound alone.

The package index has no CPU build of torchaudio that goes with torch's CPU build, and its CUDA build breaks beside it.
"""
