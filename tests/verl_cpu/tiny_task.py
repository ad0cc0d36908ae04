"""Run inside the backends' environment: a model with random weights and a data set, for `test_grpo.py`.

`tiny_task.py make FOLDER` writes `model/`, `train.parquet`, `test.parquet`; `tiny_task.py difference MODEL MODEL` prints
the largest difference between the weights of two models.
"""

import sys
from pathlib import Path

import pandas as pd
import torch
from transformers import AutoModelForCausalLM, Qwen2Config, Qwen2ForCausalLM, Qwen2Tokenizer

TEMPLATE = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)


def make(folder: Path) -> None:
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    printable = [chr(code) for code in range(33, 127)]
    vocabulary = {token: i for i, token in enumerate([*special, *printable, "Ġ", "Ċ"])}  # byte-level space, new line
    tokenizer = Qwen2Tokenizer(
        vocab=vocabulary, merges=[], unk_token=special[0], pad_token=special[0], eos_token=special[2], bos_token=None,
        extra_special_tokens=special[1:],
    )  # fmt: skip
    tokenizer.chat_template = TEMPLATE
    torch.manual_seed(0)
    model = Qwen2ForCausalLM(
        Qwen2Config(
            vocab_size=len(vocabulary),
            hidden_size=64,
            intermediate_size=128,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            tie_word_embeddings=True,
            bos_token_id=None,
            eos_token_id=2,
            pad_token_id=0,
        )  # fmt: skip
    )
    model.save_pretrained(folder / "model")
    tokenizer.save_pretrained(folder / "model")
    rows = [
        {
            "data_source": "test",
            "prompt": [{"role": "user", "content": f"{i} * {i}"}],
            "reward_model": {"style": "rule", "ground_truth": str(i * i)},
            "extra_info": {"index": i},
        }
        for i in range(32)
    ]
    for name in ("train", "test"):
        pd.DataFrame(rows).to_parquet(folder / f"{name}.parquet")


def difference(one: str, other: str) -> float:
    weights = [AutoModelForCausalLM.from_pretrained(path, dtype=torch.float32).state_dict() for path in (one, other)]
    assert weights[0].keys() == weights[1].keys()
    return max(float((weights[0][name] - weights[1][name]).abs().max()) for name in weights[0])


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        print(difference(*sys.argv[2:]))
