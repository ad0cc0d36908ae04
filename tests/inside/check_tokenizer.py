"""Tokenizers as workers load them."""

import tempfile
import unittest
from pathlib import Path

from dsrecipes.errors import UserError
from dsrecipes.worker.tiny_model import tokenizer as tiny_tokenizer
from dsrecipes.worker.tokenizer import load_tokenizer, prompt_ids


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
