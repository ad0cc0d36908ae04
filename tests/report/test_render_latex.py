"""Tables in LaTeX: booktabs, with everything that TeX would read as its own escaped."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from sample_document import accuracy, runs

from dsrecipes.report.render.latex import inline, latex

ALL_SIGNS = r"\\ { } \_ & % $ # ^ ~ \< > | \" ' \` -- [ ]"
UNICODE = "× – — − → ← ⇒ ² ³ ½ α β γ δ ε θ λ μ π σ τ φ ω Γ Δ Σ Ω ≤ ≥ ≈ ≠ ± ∞ ∑ √ ∂ ∇ ∈ ∝ · … ° “ ” ‘ ’ † é ü ✓ 数"


def test_a_table_has_rules_caption_label_and_a_line_a_row() -> None:
    text = latex(accuracy())
    lines = text.splitlines()
    assert lines[1] == r"\begin{table}"
    assert lines[-1] == r"\end{table}"
    assert r"\label{tab:accuracy}" in lines
    assert r"\caption{Accuracy in \% by digits of the operands, with 95\% intervals (\emph{Wilson})" in text
    rules = [lines.index(rule) for rule in (r"\toprule", r"\midrule", r"\bottomrule")]
    assert rules == sorted(rules)
    rows = lines[rules[1] + 1 : rules[2]]
    assert len(rows) == 6
    assert all(row.count(" & ") == 11 and row.endswith(r" \\") for row in rows)


def test_a_long_table_goes_over_several_pages() -> None:
    text = latex(accuracy(60))
    assert text.count(r"\begin{longtable}") == text.count(r"\end{longtable}") == 1
    assert r"\begin{table}" not in text


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("p_sc & 100% #1 {a}", r"p\_sc \& 100\% \#1 \{a\}"),
        (r"\\ $5 ~ ^", r"{\textbackslash} \$5 {\textasciitilde} {\textasciicircum}"),
        ("*a* **b** `c_d`", r"\emph{a} \textbf{b} \texttt{c\_\allowbreak{}d}"),
        ("3×4 – α", r"3{\texttimes}4 {\textendash} \ensuremath{\alpha}"),
        ("`--strict`", r"\texttt{-{}-strict}"),
        ("a | b", r"a {\textbar} b"),
        ("[a](https://b.c/d_e?f=1&g#h)", r"\href{https://b.c/d\_e?f=1\&g\#h}{a}"),
        ("[a](#b), `\\input{c}`", r"a, \texttt{{\textbackslash}input\{c\}}"),
    ],
)
def test_markdown_and_unicode_become_commands(markdown: str, expected: str) -> None:
    assert inline(markdown) == expected


def test_nothing_but_ascii_and_no_bare_sign_is_left() -> None:
    text = inline(ALL_SIGNS + UNICODE)
    assert text.isascii()
    assert not re.search(r"(?<!\\)[%#$&]", text)
    assert r"\texttt{U+6570}" in text  # no command for it: told by its code point


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here: apt-get install texlive-latex-recommended")
def test_tables_compile(tmp_path: Path) -> None:
    signs = replace(
        runs(), name="signs", caption=ALL_SIGNS, cells=((ALL_SIGNS, UNICODE, "[1, 2]", "x"), ("[3, 4]", "", "", ""))
    )
    tables = [latex(table) for table in (accuracy(), accuracy(60, "long"), runs(), signs)]
    (packages,) = {re.match(r"% Needs (\\usepackage.*)\n", table)[1] for table in tables}  # type: ignore[index]
    source = "\n".join([r"\documentclass{article}", packages, r"\begin{document}", *tables, r"\end{document}"])
    (tmp_path / "all.tex").write_text(source, "utf-8")

    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )

    assert done.returncode == 0, done.stdout[-2000:]
