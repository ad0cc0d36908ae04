"""Tables and figures from run folders, the paper's values beside ours.

collect.py    run folders -> Run records; what cannot be read is told
arms.py       runs -> one result for each model (arm) of the paper at each scale, seeds pooled
paper.py      paper.yaml -> the paper's values, each with its provenance
tables.py     results -> data frames, from which CSV and Markdown are made
figures.py    results -> figures (matplotlib, no window, no global state)
build.py      all of it -> report.md, CSV, PNG, SVG
"""
