"""What a recipe says, key by key.

A recipe (with what it extends) states every value that shapes its result, so that each can carry its source. Unknown
keys are refused. A default stands only beside a key that came after the first release: it is what every recipe meant
before, so that released recipes and those of runs still say the same, and keep their runs (`Resolved.digest`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, field_validator, model_validator

from dsrecipes.analysis.settings import MAX_RESAMPLES, IntervalMethod
from dsrecipes.task.multiplication import Size
from dsrecipes.task.solutions import CheckName, DigitOrder

PositiveInt = Annotated[int, Field(gt=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Seed = Annotated[int, Field(ge=0, le=2**32 - 1)]  # NumPy's, which transformers sets too, takes no other
Precision = Literal["bfloat16", "float32"]
Scalar = str | int | float | bool | list[Any] | None


NAME = r"^[a-z0-9][a-z0-9.-]*$"
TAKEN = ("report", "sweeps", "theory")
"""What stands beside the recipes' folders in that of the runs, so that no recipe may be called so."""


def check_name(name: str) -> str:
    """A recipe's name. Raises ValueError if another folder of the runs is called so."""
    if name in TAKEN:
        raise ValueError(f"the folder of runs has a folder {name!r} of its own; take another name")
    return name


def divisor_problem(name: str, value: int, of_name: str, of: int) -> str | None:
    """What is wrong if `value` does not divide `of`, with the nearest values that do."""
    if of % value == 0:
        return None
    divisors = [divisor for divisor in range(1, of + 1) if of % divisor == 0]
    below = max((divisor for divisor in divisors if divisor < value), default=None)
    above = min((divisor for divisor in divisors if divisor > value), default=None)
    nearest = " or ".join(str(divisor) for divisor in (below, above) if divisor)
    return f"{of_name} ({of}) must be a multiple of {name} ({value}); the nearest {name}: {nearest}"


def _refuse(problems: list[str | None]) -> None:
    told = [problem for problem in problems if problem]
    if told:
        raise ValueError("; ".join(told))


class Section(BaseModel):
    """A part of a recipe: no unknown keys, no quiet conversion of types, no infinite numbers, no change once loaded."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )


def _check_size(text: str) -> str:
    return str(Size.parse(text))


SizeName = Annotated[str, Field(examples=["3x4"])]


class Solutions(Section):
    """How the worked solutions that SFT trains on are written (dsrecipes/task/solutions.py)."""

    reflection_share: Share
    """The share of examples with checks and corrections; the others lead directly to the answer."""
    uncaught_slips: Share
    """The share of solutions without reflection that contain a wrong number and so end in a wrong answer, as text at
    large does. A model taught on them is sometimes right and sometimes wrong on the same problem."""
    error_rate: Share
    """In a solution with reflection: the probability that an attempt, but for the last possible one, is wrong."""
    max_attempts: PositiveInt
    """In a solution with reflection: the most attempts; the last one is right."""
    check: CheckName = "recomputation"
    """How an attempt is checked: each equation computed again, or by `casting_out_nines`, which is easier than to solve
    the problem; `casting_out_nines_difference` writes down how far the two remainders differ, too, so it is learned
    sooner."""
    verification_share: Share = 0.0
    """The share of examples that are no solutions: they state a product, half of them a wrong one, and check it."""
    digits: DigitOrder = "highest_first"
    """How numbers are written in equations: as usual, or `lowest_first`, in the order in which they are computed. The
    problem and the answer are written as usual."""


class Supervised(Section):
    """Full-parameter supervised training by LLaMA-Factory, as a base model is taught: by cross-entropy."""

    solutions: Solutions
    optimizer: str
    """As in transformers' TrainingArguments, e.g. `adamw_torch`."""
    learning_rate: Annotated[float, Field(gt=0)]
    lr_schedule: Literal["constant", "constant_with_warmup", "linear", "cosine"]
    warmup_steps: Annotated[int, Field(ge=0)]
    weight_decay: Annotated[float, Field(ge=0)]
    batch_size: PositiveInt
    """Examples of one update, over all devices and accumulation steps."""
    micro_batch_size: PositiveInt
    """Examples of one forward pass on one device."""
    epochs: Annotated[float, Field(gt=0)]
    order: Literal["shuffled", "grouped"]
    """`shuffled` anew each epoch; or `grouped`: batches of examples of like length, in an order drawn once, which
    spares most of the padding."""
    max_length: PositiveInt
    """Tokens of prompt and solution; a longer example is an error, never cut."""
    gradient_checkpointing: bool
    precision: Precision
    """Of the computation; the weights that are updated are float32."""
    save_steps: PositiveInt
    """Updates between checkpoints."""

    @model_validator(mode="after")
    def _batches_divide(self) -> Self:
        _refuse([divisor_problem("micro_batch_size", self.micro_batch_size, "batch_size", self.batch_size)])
        return self


class SftTraining(Supervised):
    """Full-parameter supervised fine-tuning by LLaMA-Factory."""

    loss: Literal["cross_entropy", "dft"] = "cross_entropy"
    """`dft`: Dynamic Fine-Tuning (Wu et al. 2025), the cross-entropy of a token times its probability, of which no
    gradient is taken (Section 5.3, Appendix D.3)."""


class Kl(Section):
    """The one place that says how the policy is held near the reference."""

    placement: Literal["loss", "reward", "none"]
    coefficient: Annotated[float, Field(ge=0)]
    type: Literal["kl", "abs", "mse", "low_var_kl"]
    """VeRL's estimator of the divergence."""

    @model_validator(mode="after")
    def _used(self) -> Kl:
        if (self.placement == "none") != (self.coefficient == 0):
            raise ValueError(f"placement {self.placement!r} and coefficient {self.coefficient:g} contradict each other")
        return self


class Reward(Section):
    function: str
    """The name of a reward plugin (docs/plugins.md), or the path of a Python file with a function `compute_score`; a
    relative path counts from the recipe's folder."""
    kwargs: dict[str, Scalar]
    """Settings that the function takes by keyword."""


class RlTraining(Section):
    """Reinforcement learning by VeRL."""

    algorithm: Literal["grpo", "reinforce"]
    """`grpo`: a response is compared with the others to its query. `reinforce`: with nothing, its reward is its
    advantage; this is what reinforcement by right or by wrong answers only needs (docs/reward.md)."""
    learning_rate: Annotated[float, Field(gt=0)]
    train_batch_size: PositiveInt
    """Queries of one step."""
    mini_batch_size: PositiveInt
    """Queries of one update; a step makes train_batch_size / mini_batch_size updates."""
    micro_batch_tokens: PositiveInt
    """Tokens of one forward and backward pass on one device."""
    rollouts: Annotated[int, Field(ge=2)]
    """Responses of one query; GRPO compares them with one another, so at least 2."""
    epochs: PositiveInt
    max_steps: PositiveInt | None
    """Stop after so many steps (then resuming and schedules count to this number); null runs all epochs."""
    kl: Kl
    max_prompt_length: PositiveInt
    max_response_length: PositiveInt
    temperature: Annotated[float, Field(gt=0)]
    top_p: Annotated[float, Field(gt=0, le=1)]
    top_k: Annotated[int, Field(ge=-1)]
    """-1: off."""
    gradient_checkpointing: bool
    precision: Precision
    """Of the computation; the weights that are updated are float32."""
    reward: Reward
    save_steps: PositiveInt
    """Steps between checkpoints; the last step is always saved."""

    @model_validator(mode="after")
    def _batches_divide(self) -> RlTraining:
        longest = self.max_prompt_length + self.max_response_length
        too_small = (
            f"micro_batch_tokens ({self.micro_batch_tokens}) must hold one whole sequence: "
            f"max_prompt_length + max_response_length = {longest}"
        )
        _refuse(
            [
                divisor_problem("mini_batch_size", self.mini_batch_size, "train_batch_size", self.train_batch_size),
                too_small if self.micro_batch_tokens < longest else None,
            ]
        )
        return self


class Architecture(Section):
    """The sizes of a Qwen2 model, named as in transformers' Qwen2Config."""

    hidden_size: PositiveInt
    intermediate_size: PositiveInt
    num_hidden_layers: PositiveInt
    num_attention_heads: PositiveInt
    num_key_value_heads: PositiveInt
    max_position_embeddings: PositiveInt
    tie_word_embeddings: bool
    rope_theta: Annotated[float, Field(gt=0)]

    @model_validator(mode="after")
    def _heads_divide(self) -> Architecture:
        heads, key_value_heads = self.num_attention_heads, self.num_key_value_heads
        odd = self.hidden_size % heads == 0 and self.hidden_size // heads % 2 == 1
        _refuse(
            [
                f"hidden_size / num_attention_heads ({self.hidden_size // heads}) must be even: its rotary position "
                "embedding turns pairs"
                if odd
                else None,
                divisor_problem("num_attention_heads", heads, "hidden_size", self.hidden_size),
                divisor_problem("num_key_value_heads", key_value_heads, "num_attention_heads", heads),
            ]
        )
        return self


class Scratch(Section):
    """A base model made here: random weights, then taught by LLaMA-Factory on a mixture of the task's sizes."""

    seed: Seed
    architecture: Architecture
    examples: PositiveInt
    mixture: dict[SizeName, Annotated[int, Field(gt=0)]]
    """Sizes and their weights in the mixture."""
    training: Supervised

    @field_validator("mixture")
    @classmethod
    def _sizes(cls, mixture: dict[str, int]) -> dict[str, int]:
        return {_check_size(size): weight for size, weight in mixture.items()}


class Model(Section):
    path: str | None
    """A Hugging Face name or a folder."""
    scratch: Scratch | None
    """Or: made from scratch."""
    start_from: Annotated[str, Field(min_length=1)] | None = None
    """A recipe with the same base model: this one starts from the model that it trained, not from the base. It is
    launched first, with the same seed. A shipped recipe by name, or a file (`./x.yaml`, `../x.yaml`) by its path from
    the recipe's folder."""
    template: str
    """LLaMA-Factory's name for the model's own chat template; checked to give the same token ids."""
    trust_remote_code: bool

    @model_validator(mode="after")
    def _one_source(self) -> Model:
        if (self.path is None) == (self.scratch is None):
            raise ValueError("give exactly one of path (a name or a folder) and scratch (made here); null the other")
        return self


class _Sizes(Section):
    sizes: Annotated[list[SizeName], Field(min_length=1)]

    @field_validator("sizes")
    @classmethod
    def _valid(cls, sizes: list[str]) -> list[str]:
        checked = [_check_size(size) for size in sizes]
        if len(set(checked)) < len(checked):
            raise ValueError(f"a size stands twice in {checked}")
        return checked


class TrainingProblems(_Sizes):
    examples: PositiveInt
    """In all, balanced over the sizes."""

    @model_validator(mode="after")
    def _balanced(self) -> TrainingProblems:
        if self.examples % len(self.sizes):
            raise ValueError(
                f"examples ({self.examples}) must be a multiple of the number of sizes ({len(self.sizes)})"
            )
        return self


class HeldOutProblems(_Sizes):
    examples_per_size: PositiveInt


class Data(Section):
    task: Literal["multiplication"]
    seed: Seed
    """Of the problems; apart from the recipe's seed, so that every arm and seed meets the same test."""
    train: TrainingProblems
    test: HeldOutProblems


class Evaluation(Section):
    temperature: Annotated[float, Field(ge=0)]
    top_p: Annotated[float, Field(gt=0, le=1)]
    top_k: Annotated[int, Field(ge=-1)]
    samples: PositiveInt
    """Generations of each query."""
    max_new_tokens: PositiveInt
    batch_size: PositiveInt
    """Sequences generated at once."""
    precision: Precision


class Marker(Section):
    """A phrase by which a model says what it decides, on top of the shipped ones (docs/markers.md)."""

    name: Annotated[str, Field(min_length=1)]
    kind: Literal["revision", "verification"]
    pattern: Annotated[str, Field(min_length=1)]
    source: Annotated[str, Field(min_length=1)]
    """Whose marker it is."""


class Analysis(Section):
    """How the trajectories are read. It shapes no trajectory: when it changes, a finished run is analysed anew."""

    analyzer: str
    """The name of an analyzer plugin (docs/plugins.md)."""
    markers: list[Marker]
    interval: IntervalMethod
    """How the rates' 95% intervals are computed."""
    resamples: Annotated[int, Field(gt=0, le=MAX_RESAMPLES)]
    """Bootstrap resamples of the test problems."""


class Hardware(Section):
    accelerator: Literal["cpu", "cuda"]
    devices: PositiveInt
    offload: bool
    """Whether the optimizer's states (and in RL the parameters) are kept in the host's memory while a GPU trains."""
    rollout_memory: Share | None
    """vLLM's share of a GPU's memory during rollouts; null on a CPU."""

    @model_validator(mode="after")
    def _matches(self) -> Hardware:
        if (self.accelerator == "cpu") != (self.rollout_memory is None):
            raise ValueError("rollout_memory is a share of a GPU's memory: give it with cuda, null it with cpu")
        if self.accelerator == "cpu" and self.devices != 1:
            raise ValueError(f"a CPU counts as one device (devices is {self.devices}); its cores are used all the same")
        return self


class _Recipe(Section):
    name: Annotated[str, Field(pattern=NAME), AfterValidator(check_name)]
    version: PositiveInt
    replicates: str
    """What of the paper it replicates."""
    arm: Annotated[str, Field(pattern=NAME)]
    """The row of Table 1 that it fills: base, sft-no-reflection, sft-reflection, rl, or a name of its own."""
    scale: Literal["paper", "tiny"]
    seed: Seed
    """Of training and generation."""
    model: Model
    data: Data
    evaluation: Evaluation
    analysis: Analysis
    hardware: Hardware
    provenance: dict[str, str]
    """Dotted key -> where its value comes from: `paper: …`, `assumed: …`, `default: …`, `ours: …`."""


class EvalRecipe(_Recipe):
    """Evaluates a model as it is."""

    kind: Literal["eval"]


class SftRecipe(_Recipe):
    """Supervised fine-tuning, then evaluation."""

    kind: Literal["sft"]
    training: SftTraining
    llamafactory: dict[str, Scalar]
    """Passed on to LLaMA-Factory as they are, over what the recipe makes."""


class RlRecipe(_Recipe):
    """Reinforcement learning, then evaluation."""

    kind: Literal["rl"]
    training: RlTraining
    verl: dict[str, Scalar]
    """Passed on to VeRL as Hydra overrides (dotted keys, `+` for new ones), over what the recipe makes."""

    @model_validator(mode="after")
    def _enough_data(self) -> RlRecipe:
        if self.data.train.examples < self.training.train_batch_size:
            raise ValueError(
                f"data.train.examples ({self.data.train.examples}) is less than one "
                f"training.train_batch_size ({self.training.train_batch_size})"
            )
        return self


Recipe = EvalRecipe | SftRecipe | RlRecipe
RECIPE: TypeAdapter[Recipe] = TypeAdapter(Annotated[Recipe, Field(discriminator="kind")])
