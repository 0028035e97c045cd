"""Small built sites, written as a generator would write them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from commonground.languages import read_languages
from commonground.metadata.policy import POLICY
from commonground.model.corpus import Corpus
from commonground.model.problem import Problem
from commonground.verify.site import verify

from ..conftest import TODAY

HOME = "https://site.example/lamps/"
HEAD = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def page(body: str, language: str = "en", head: str = HEAD, address: str = "") -> str:
    """Return a page with a policy, a canonical address and a body."""
    canonical = f'<link rel="canonical" href="{HOME}{address}">'
    return f'<!doctype html><html lang="{language}"><head>{head}{canonical}<title>Lamps</title></head><body>{body}</body></html>'


Verify = Callable[..., list[Problem]]


@pytest.fixture
def verified(tmp_path: Path) -> Verify:
    """Writes a site of some files (text by path; ``home`` is the body of its home page) and returns what is wrong with it."""

    def run(
        home: str = "", files: Mapping[str, str] | None = None, corpus: Corpus | None = None
    ) -> list[Problem]:
        for path, text in {"index.html": page(home), **(files or {})}.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        read = corpus or Corpus(languages=("en", "fr"), today=TODAY, locales=read_languages())
        return list(verify(tmp_path, read).problems)

    return run
