"""What the readers of plain text have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.text.folding import lowered


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    """Places found in the lowered text are places of the text, also after a letter whose small form is longer."""
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "small"),
    [("L’Étude\u00a0SEULE", "l'étude seule"), ("İzmir, NO STUDY", "İzmir, no study")],
)
def test_capitals_apostrophes_and_spaces_are_alike(text: str, small: str) -> None:
    assert lowered(text) == small
