"""The parts of the report, a file each: pure functions from results to sections of text, tables and figures."""
