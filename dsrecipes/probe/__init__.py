"""Which tokens does an objective train? Gradients on sampling tokens and on decision tokens, measured (docs/probe.md).

trajectories ─ marking ─► which characters decide        ┐
             ─ batches ─► advantages, blocks of queries  ├─► dsrecipes/worker/probe.py (in a backend's environment)
model, reference ─ memory ─► how many parts              ┘            │ inner products of gradients
                                                                      ▼
                                      attribution ─► norms, cosine, shares with intervals
                                      predictions ─► the paper's statements: borne out or not
"""
