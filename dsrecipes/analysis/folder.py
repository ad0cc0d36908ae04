"""The names of an analysis folder's files, apart from what reads and writes them, which is slow to import."""

ATTEMPTS_FILE = "attempts.parquet"
PROBLEMS_FILE = "problems.parquet"
CALIBRATION_FILE = "calibration.json"
SETTINGS_FILE = "settings.json"
