"""Makes a Qwen2 with random weights and its tokenizer.

    python -m dsrecipes.worker.tiny_model CONFIG.json FOLDER [CORPUS.jsonl MAX_LENGTH]

CONFIG holds `seed` and the sizes of the architecture, named as in Qwen2Config. With a corpus, it ends with an
error if an example has more than MAX_LENGTH tokens, because the training would cut it without a word. Runs in a
backend's environment.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import torch
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

from dsrecipes.task import vocabulary


def tokenizer() -> PreTrainedTokenizerFast:
    """A word-level tokenizer that decodes what it encodes, for any text of printable ASCII and line breaks."""
    tokens = vocabulary.tokens()
    ids = {token: index for index, token in enumerate(tokens)}
    core = Tokenizer(models.WordLevel(ids, unk_token=vocabulary.PAD))
    alternatives = "|".join(re.escape(phrase) for phrase in vocabulary.phrases())
    core.pre_tokenizer = pre_tokenizers.Split(Regex(rf"{alternatives}|[\s\S]"), behavior="isolated")
    core.decoder = decoders.Fuse()
    return PreTrainedTokenizerFast(
        tokenizer_object=core,
        eos_token=vocabulary.END,
        pad_token=vocabulary.PAD,
        unk_token=vocabulary.PAD,
        additional_special_tokens=[vocabulary.TURN],
        chat_template=vocabulary.CHAT_TEMPLATE,
        clean_up_tokenization_spaces=False,
        model_max_length=1_000_000,
    )


def model(config: dict[str, Any]) -> Qwen2ForCausalLM:
    """A Qwen2 with random weights; `config` names Qwen2Config's fields, and `seed`."""
    sizes = {key: value for key, value in config.items() if key != "seed"}
    torch.manual_seed(config["seed"])
    return Qwen2ForCausalLM(
        Qwen2Config(
            vocab_size=len(vocabulary.tokens()),
            bos_token_id=None,
            eos_token_id=vocabulary.tokens().index(vocabulary.END),
            pad_token_id=vocabulary.tokens().index(vocabulary.PAD),
            **sizes,
        )
    )


def longest(corpus: Path, made: PreTrainedTokenizerFast) -> int:
    """Tokens of the longest example, chat template included."""
    texts = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        turns = [{"role": "user", "content": row["prompt"]}, {"role": "assistant", "content": row["response"]}]
        texts.append(made.apply_chat_template(turns, tokenize=False))
    return max(map(len, made.backend_tokenizer.encode_batch_fast(texts)))  # on all cores, without offsets


def main(config_file: str, folder: str, corpus: str | None = None, max_length: str | None = None) -> None:
    if corpus and max_length and (tokens := longest(Path(corpus), tokenizer())) > int(max_length):
        sys.exit(f"model.scratch.training.max_length is {max_length}, but the longest example has {tokens} tokens")
    config = json.loads(Path(config_file).read_text())
    made = model(config)
    draft = Path(f"{folder}.draft")
    made.save_pretrained(draft)
    tokenizer().save_pretrained(draft)
    draft.rename(folder)  # so that what is there is whole
    print(f"{sum(parameter.numel() for parameter in made.parameters()):,} parameters")


if __name__ == "__main__":
    main(*sys.argv[1:])
