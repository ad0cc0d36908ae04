"""What a probe measured, as `probe.json` keeps it: the inner products, and all that follows from them.

    {"settings": {…}, "models": [{"label", "model", "step", "counts", "measured": what the worker wrote}, …],
     "attribution": [a row a model, objective and scope], "predictions": [a row a model and statement]}

The last two are for other programs; they are computed anew from `models` when the file is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dsrecipes.errors import UserError
from dsrecipes.files import write_atomically
from dsrecipes.probe.attribution import Attribution, attribute, products_by_scope
from dsrecipes.probe.objectives import OBJECTIVES
from dsrecipes.probe.predictions import Prediction, predictions
from dsrecipes.verdict import Verdict

RESULT_FILE = "probe.json"
_GIVEN = (Verdict.BORNE_OUT, Verdict.NOT_BORNE_OUT, Verdict.UNDECIDED)  # to what was measured


@dataclass(frozen=True)
class ModelProbe:
    """One model, or one checkpoint (`step`) of a training, probed.

    `counts` says what each batch that was measured held (batches.Counts as a mapping), `measured` is the worker's
    output, `batches` names the batch of each objective.
    """

    label: str
    model: str
    step: int | None
    counts: Mapping[str, Mapping[str, Any]]
    batches: Mapping[str, str]
    measured: Mapping[str, Any]

    @cached_property
    def by_scope(self) -> dict[str, list[Attribution]]:
        """Objective -> the whole model, then its layers."""
        found = {}
        for name in (name for name in OBJECTIVES if name in self.measured["objectives"]):
            tokens = self.measured["batches"][self.batches[name]]["tokens"]
            scopes = products_by_scope(self.measured["objectives"][name], tokens)
            found[name] = [attribute(products, scope) for scope, products in scopes.items()]
        return found

    @property
    def whole(self) -> dict[str, Attribution]:
        """Objective -> the whole model."""
        return {name: scopes[0] for name, scopes in self.by_scope.items()}

    def prompts(self, batch: str) -> str:
        """How many prompts of which sizes a batch holds, such as `60 prompts (30 of 3x2, 30 of 4x1)`."""
        counts = self.counts[batch]
        sizes = counts.get("sizes")  # a file of an earlier version does not say
        named = ", ".join(f"{number} of {size}" for size, number in sizes.items()) if sizes else "sizes not recorded"
        return f"{counts['queries']} prompts ({named})"

    @property
    def on(self) -> str:
        """All batches with their prompts, such as `rollouts: 60 prompts (…); solutions: …`."""
        return "; ".join(f"{batch}: {self.prompts(batch)}" for batch in dict.fromkeys(self.batches.values()))

    @cached_property
    def predictions(self) -> list[Prediction]:
        return predictions(self.whole, self.batches)

    @property
    def measured_predictions(self) -> list[Prediction]:
        """Those of them whose objectives were measured here."""
        return [item for item in self.predictions if all(one.name in self.whole for one in item.objectives)]

    @property
    def additivity_error(self) -> float | None:
        """The largest relative difference of the groups' gradients together from the whole one's, as measured."""
        found = [
            part["additivity_error"]
            for parts in self.measured["objectives"].values()
            for part in parts
            if part["additivity_error"] is not None
        ]
        return max(found, default=None)

    @property
    def notes(self) -> list[str]:
        """What a reader must know of what was measured."""
        return list(_notes(self))


def _notes(probe: ModelProbe) -> list[str]:
    notes = []
    for name in dict.fromkeys(probe.batches.values()):
        counts = probe.counts[name]
        retokenized = probe.measured["batches"][name]["retokenized"]
        notes.append(
            f"{name}: {counts['responses']} responses to {probe.prompts(name)} in {counts['blocks']} blocks; "
            f"{counts['truncated']} cut off, {counts['without_candidate']} without a candidate, {counts['silent']} "
            "attempts begun without a word of a decision"
            + (f", {retokenized} whose tokens are not as many as their file says" if retokenized else "")
        )
        beyond = probe.measured["batches"][name].get("beyond")  # nor has it these
        if beyond:
            notes.append(
                f"{name}: {beyond} responses are, with their prompt, longer than the {probe.measured['positions']:,} "
                f"tokens that the model was made for (the longest: {probe.measured['batches'][name]['longest']:,}); "
                "they are measured all the same"
            )
        if counts.get("empty"):  # a file of an earlier version has no such count
            notes.append(f"{name}: {counts['empty']} more left out, cut off before their first token")
    if "surrogate" in probe.batches:
        counts = probe.counts[probe.batches["surrogate"]]
        without = counts["single"] + counts["uniform"]
        notes.append(
            f"surrogate reward: {without} of {counts['queries']} prompts have no advantage ({counts['single']} with a "
            f"single response, {counts['uniform']} with responses all right or all wrong)"
        )
    if probe.batches.get("sft") == "rollouts":
        notes.append(
            "SFT and DFT: measured on TRAJECTORIES themselves. On a model's own samples SFT's expected gradient is "
            "zero; --solutions measures them on what SFT is taught"
        )
    error = probe.additivity_error
    if error is not None:
        notes.append(f"the groups' gradients add up to the whole to {error:.1e}, relative (largest seen)")
    return notes


@dataclass(frozen=True)
class Probe:
    """All models of one `dsrecipes probe`; `settings` say how."""

    settings: Mapping[str, Any]
    models: tuple[ModelProbe, ...]

    def attribution_rows(self) -> list[dict[str, object]]:
        """A row a model, objective and scope."""
        rows = []
        for model in self.models:
            for name, scopes in model.by_scope.items():
                for found in scopes:
                    row: dict[str, object] = {
                        "label": model.label,
                        "step": model.step,
                        "objective": name,
                        "on": model.batches[name],
                        "prompts": model.counts[model.batches[name]]["queries"],
                        "sizes": " ".join(model.counts[model.batches[name]].get("sizes", ())) or None,
                        "scope": found.scope,
                        "tokens_sampling": found.tokens[0],
                        "tokens_decision": found.tokens[1],
                        "sampling_share": found.sampling_share,
                    }
                    for quantity, estimate in found.estimates().items():
                        low, high = estimate.interval or (None, None)
                        row |= {quantity: estimate.value, f"{quantity}_low": low, f"{quantity}_high": high}
                    rows.append(row)
        return rows

    def prediction_rows(self) -> list[dict[str, object]]:
        """A row a model and statement of the paper."""
        rows: list[dict[str, object]] = []
        for model in self.models:
            for item in model.predictions:
                row: dict[str, object] = {
                    "label": model.label,
                    "step": model.step,
                    "prediction": item.says,
                    "where": item.where,
                    "measure": item.measure,
                    "criterion": item.criterion,
                }
                for name, judged in (("expected", item.expected), ("batch", item.batch)):
                    low, high = judged.measured.interval or (None, None)
                    row |= {
                        name: judged.measured.value,
                        f"{name}_low": low,
                        f"{name}_high": high,
                        f"{name}_verdict": str(judged.verdict),
                        f"{name}_why": judged.why,
                    }
                rows.append(row)
        return rows

    def write(self, folder: Path) -> Path:
        """Writes `probe.json`."""
        models = [{name: value for name, value in vars(model).items() if name in _KEPT} for model in self.models]
        content = {
            "settings": self.settings,
            "attribution": self.attribution_rows(),
            "predictions": self.prediction_rows(),
            "models": models,
        }
        file = folder / RESULT_FILE
        write_atomically(file, json.dumps(content, allow_nan=False) + "\n")
        return file


_KEPT = ("label", "model", "step", "counts", "batches", "measured")


def read_probe(file: Path) -> Probe:
    """Raises UserError for a file that is none, or damaged."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        models = tuple(ModelProbe(**{name: model[name] for name in _KEPT}) for model in content["models"])
        probe = Probe(content["settings"], models)
        _require_whole(probe)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise UserError(f"no result of a probe: {type(error).__name__}: {error}", where=str(file)) from error
    return probe


def _require_whole(probe: Probe) -> None:
    """Raises some error of a wrong value unless all that is ever told of a probe can be."""
    if not probe.models:
        raise ValueError("no model in it")
    for model in probe.models:
        measured = model.measured["objectives"]
        if not isinstance(model.label, str) or not measured or measured.keys() - OBJECTIVES.keys():
            raise ValueError(f"model {model.label!r} with the objectives {', '.join(measured) or 'none'}")
        list(_notes(model))
        sentence(model)
    probe.attribution_rows()
    probe.prediction_rows()
    finding(probe)


def sentence(model: ModelProbe) -> str:
    """What was found, in plain words."""
    parts = []
    for name, found in model.whole.items():
        title = OBJECTIVES[name].title
        if not found.sampling.value or not found.decision.value:
            empty = "any token" if not found.sampling.value and not found.decision.value else "one of the groups"
            parts.append(f"{title} has no gradient on {empty}")
            continue
        assert found.ratio.value is not None
        more = found.ratio.value if found.ratio.value >= 1 else 1 / found.ratio.value
        which = "sampling" if found.ratio.value >= 1 else "decision"
        parts.append(f"{title} puts {more:.3g} times as much on {which} tokens")
    told = [
        f"{what}: {', '.join(f'{verdicts.count(verdict)} {verdict}' for verdict in _GIVEN)}"
        for what, verdicts in (
            ("of the expected gradient", [item.expected.verdict for item in model.measured_predictions]),
            ("of this batch's", [item.batch.verdict for item in model.measured_predictions]),
        )
    ]
    return (
        f"{'; '.join(parts)} (norms of this batch's gradients). The paper's predictions of these objectives "
        f"({len(model.measured_predictions)}) {'; '.join(told)}."
    )


def by_statement(probe: Probe) -> list[tuple[Prediction, ...]]:
    """Each of the paper's predictions whose objectives were measured, with what every model says of it."""
    measured = {name for model in probe.models for name in model.whole}
    statements = zip(*(model.predictions for model in probe.models), strict=True)
    return [
        of_models
        for of_models in statements
        if measured.issuperset(objective.name for objective in of_models[0].objectives)
    ]


def finding(probe: Probe) -> str:
    """What was measured, of the training's last checkpoint (or the first model, without one), in a sentence or two;
    then what became of the paper's predictions over all models of the probe, by the expected gradient."""
    steps = [model for model in probe.models if model.step is not None]
    shown = max(steps, key=lambda model: model.step or 0) if steps else probe.models[0]
    return f"{_shares(shown)} {_verdicts(probe)}"


def _shares(model: ModelProbe) -> str:
    """Which part of each objective's gradient on its batch lies on the tokens that decide, few as they are."""
    told = []
    for batch in dict.fromkeys(model.batches.values()):
        found = {name: item for name, item in model.whole.items() if model.batches[name] == batch}
        sampling, decision = next(iter(found.values())).tokens
        lies = f" lies on the {_percent(decision / (sampling + decision))}% of the {batch}' tokens that decide"
        for name, item in found.items():
            title, share = OBJECTIVES[name].title, item.decision_share
            if share.value is None:
                told.append(f"{title} has no gradient")
                continue
            bounds = f" [{', '.join(map(_percent, share.interval))}]" if share.interval else ""
            told.append(f"{_percent(share.value)}%{bounds} of the {title} gradient{lies}")
            lies = ""
    below = any(round(item.decision_share.value or 0, 3) < 0 for item in model.whole.values())
    pulls = " (below 0: it pulls against the rest)" if below else ""
    return f"At {model.label}, on this batch, {', '.join(told)}{pulls}."


def _percent(share: float) -> str:
    return f"{100 * share:z.0f}" if abs(share) >= 0.1 else f"{100 * share:z.1f}"  # z: no negative zero


def _verdicts(probe: Probe) -> str:
    """The predictions that were borne out, and those that were not, with the models; how many are undecided."""
    statements = by_statement(probe)
    told: dict[Verdict, list[str]] = {Verdict.BORNE_OUT: [], Verdict.NOT_BORNE_OUT: []}
    undecided = 0
    for of_models in statements:
        by_model = list(zip(probe.models, of_models, strict=True))
        for verdict, says in told.items():
            labels = [model.label for model, item in by_model if item.expected.verdict is verdict]
            if labels:
                says.append(f"{of_models[0].says} ({', '.join(labels)})" if len(by_model) > 1 else of_models[0].says)
        undecided += all(item.expected.verdict is Verdict.UNDECIDED for item in of_models)
    groups = "; ".join(f"{verdict}: {', '.join(says) or 'none'}" for verdict, says in told.items())
    return (
        f"The paper's predictions, by the expected gradient: {groups}; undecided: {undecided} of {len(statements)}"
        + (f" at every one of {len(probe.models)} models." if len(probe.models) > 1 and undecided else ".")
    )
