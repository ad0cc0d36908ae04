"""The report: the paper's tables and figures, its values beside ours, and its theory, from whatever runs exist.

From results to a document
    collect.py     run folders -> RunRecord; what cannot be read is told
    measured.py    what one run measured at one size: counts, by problem where its analysis has them
    given.py       trajectories made elsewhere -> counts by problem
    results.py     several seeds -> one result a size, pooled problem by problem
    arms.py        runs -> the models of Table 1 (arms) at each scale, with the runs that stand for them
    ablations.py   the arms of the ablations by name
    gaps.py        the gaps between arms, taken apart
    estimates/     quantities of several arms, with intervals by problem and over seeds
    placed.py      every arm against the base, in sampling and in decision
    predictions.py, verdicts.py      predictions.yaml -> what the paper predicts; with the runs -> verdicts
    paired.py, seeds.py      tests between models on the same problems; the spread between seeds
    paper.py       paper.yaml -> the paper's values, each with its provenance
    sections/      a file a part of the report: results -> Section of Text, Table, Figure
    cells.py, naming.py, plotting.py     what the parts share: text of cells, names of files, style of figures
    document.py    Document, the settled form between what is said and how it looks
    build.py       all of it: build_report, build_theory_report; progress.py: what it says meanwhile

From a document to files
    render/        HTML, Markdown, CSV, LaTeX, PNG, SVG, PDF
"""
