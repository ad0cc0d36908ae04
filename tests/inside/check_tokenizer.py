"""Tokenizers as workers load them."""

import json
import tempfile
import unittest
from pathlib import Path
from unittest.mock import patch

from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Tokenizer

from dsrecipes.errors import UserError
from dsrecipes.worker import tokenizer as tokenizer_module
from dsrecipes.worker.tiny_model import model
from dsrecipes.worker.tiny_model import tokenizer as tiny_tokenizer
from dsrecipes.worker.tokenizer import load_tokenizer, prompt_ids, response_ids, text_of

SIZES = {
    "hidden_size": 16,
    "intermediate_size": 32,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "max_position_embeddings": 256,
    "tie_word_embeddings": True,
}


class Tokenizers(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        tiny_tokenizer().save_pretrained(self.folder)

    def test_a_prompt_ends_where_the_answer_begins(self) -> None:
        tokenizer = load_tokenizer(str(self.folder), trust_remote_code=False)
        text = tokenizer.decode(prompt_ids(tokenizer, "Calculate 3 * 4."))
        self.assertTrue(text.endswith("<|im_start|>assistant\n"), text)
        self.assertIn("Calculate 3 * 4.", text)

    def test_the_class_that_is_named_is_the_class_that_is_loaded(self) -> None:
        model({**SIZES, "seed": 0}).save_pretrained(self.folder)  # of a type that has a tokenizer of its own
        file = self.folder / "tokenizer_config.json"
        said = json.loads(file.read_text())
        text = "38 * 2 = 16\nLet me check."
        for named in ("TokenizersBackend", "PreTrainedTokenizerFast"):
            file.write_text(json.dumps(said | {"tokenizer_class": named}))
            other = AssertionError("another class may be taken")
            with patch.object(tokenizer_module.AutoTokenizer, "from_pretrained", side_effect=other):
                tokenizer = load_tokenizer(str(self.folder), trust_remote_code=False)
            self.assertIs(type(tokenizer), PreTrainedTokenizerFast)
            self.assertEqual(tokenizer.decode(response_ids(tokenizer, text)[0]), text)

    def test_a_class_of_a_model_is_left_to_transformers(self) -> None:
        file = self.folder / "tokenizer_config.json"
        file.write_text(json.dumps(json.loads(file.read_text()) | {"tokenizer_class": "Qwen2Tokenizer"}))
        self.assertIsInstance(load_tokenizer(str(self.folder), trust_remote_code=False), Qwen2Tokenizer)

    def test_a_text_that_its_tokens_do_not_give_back_is_refused(self) -> None:
        tokenizer = load_tokenizer(str(self.folder), trust_remote_code=False)
        ids, characters = response_ids(tokenizer, "3 * 4 = 12")
        self.assertEqual([characters[0], characters[-1]], [(0, 1), (9, 10)])
        self.assertEqual(len(ids), len(characters))
        for refuse in (lambda: response_ids(tokenizer, "3 × 4 = 12"), lambda: prompt_ids(tokenizer, "3 × 4 = 12")):
            with self.assertRaises(UserError) as refused:
                refuse()
            self.assertIn("'3 × 4 = 12' becomes", refused.exception.what)
            self.assertEqual(refused.exception.where, str(self.folder))
        with self.assertRaises(UserError) as refused:
            response_ids(tokenizer, 30 * "3 * 4 = 12\n" + "ü")
        self.assertIn("= 12\\n3 * 4 = 12\\nü' becomes", refused.exception.what)  # where it differs, not all of it
        self.assertLess(len(refused.exception.what), 150)

    def test_a_text_is_given_back_as_it_is(self) -> None:
        core = Tokenizer(models.WordLevel({"76": 0, " , was": 1, " 5": 2, " .": 3}, unk_token="76"))
        core.decoder = decoders.Fuse()
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=core, clean_up_tokenization_spaces=True)
        self.assertEqual(text_of(tokenizer, [0, 1, 2, 3]), "76 , was 5 .")
        self.assertEqual(tokenizer.decode([0, 1, 2, 3]), "76, was 5.")

    def test_normal_forms_are_not_told_apart(self) -> None:
        core = Tokenizer(models.WordLevel({"?": 0, "é": 1}, unk_token="?"))
        core.normalizer = normalizers.NFC()
        core.pre_tokenizer = pre_tokenizers.Split("", behavior="isolated")
        core.decoder = decoders.Fuse()
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=core, unk_token="?")
        self.assertEqual(response_ids(tokenizer, "e\u0301")[0], [1])  # e and an accent, two characters

    def test_a_folder_without_a_tokenizer_is_named_with_what_it_lacks(self) -> None:
        (self.folder / "tokenizer.json").unlink()
        with self.assertRaises(UserError) as refused:
            load_tokenizer(str(self.folder), trust_remote_code=False)
        self.assertIn("tokenizer.json", refused.exception.what)
        self.assertEqual(refused.exception.where, str(self.folder))

    def test_a_folder_without_a_chat_template_is_named_with_what_it_lacks(self) -> None:
        (self.folder / "chat_template.jinja").unlink()
        tokenizer = load_tokenizer(str(self.folder), trust_remote_code=False)
        with self.assertRaises(UserError) as refused:
            prompt_ids(tokenizer, "Calculate 3 * 4.")
        self.assertIn("chat_template.jinja", refused.exception.what)
        self.assertEqual(refused.exception.where, str(self.folder))


if __name__ == "__main__":
    unittest.main()
