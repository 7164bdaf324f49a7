"""The plain script: `generate` of transformers in float32, one language after another, as a newcomer writes it."""

from pathlib import Path
from typing import Any

from benchmarks.speed.neural_side import Work, answer


class Plain:
    """Both models, loaded with `from_pretrained`."""

    def __init__(self, cache: Path, work: Work) -> None:
        import torch
        import transformers

        transformers.logging.set_verbosity_error()
        transformers.utils.logging.disable_progress_bar()
        torch.set_num_threads(work.cores)
        self._torch, self._work = torch, work
        auto: Any = transformers.AutoModelForSeq2SeqLM
        self._translator = auto.from_pretrained(cache / work.translator, dtype=torch.float32).eval()
        self._summariser = auto.from_pretrained(cache / work.summariser, dtype=torch.float32).eval()
        tokenizer: Any = transformers.AutoTokenizer.from_pretrained(cache / work.translator)
        self._languages = [tokenizer.get_lang_id(code) for code in work.languages]

    def translate(self, language: int, beams: int) -> None:
        """One language."""
        self._generate(
            self._translator,
            self._work.brief_ids,
            self._work.brief_tokens,
            beams,
            forced_bos_token_id=self._languages[language],
        )

    def summarise(self, beams: int) -> None:
        """One article, searched as the model's own settings say."""
        self._generate(self._summariser, self._work.article_ids, self._work.brief_tokens, beams)

    def _generate(self, model: Any, ids: list[int], tokens: int, beams: int, **options: Any) -> None:
        given = self._torch.tensor([ids])
        with self._torch.inference_mode():
            made = model.generate(
                input_ids=given,
                attention_mask=self._torch.ones_like(given),
                num_beams=beams,
                do_sample=False,
                min_new_tokens=tokens,
                max_new_tokens=tokens,
                **options,
            )
        assert made.shape[1] > tokens


if __name__ == "__main__":
    answer(Plain)
