"""Trajectories in, attempts, decisions and calibration out. Knows no backend and no recipe.

trajectories.py   the trajectory file -> Trajectory, with every bad line named and counted
reading.py        text -> committed candidates, by the reward function's own reader
markers.py        markers.yaml -> the revision and verification markers of a text
attempts.py       Trajectory -> attempts, each with its candidate and its decision
calibration.py    attempts -> p, p_sc, p_rw, predicted and observed accuracy by model and size
pipeline.py       files -> attempts.parquet, calibration.json
"""
