"""No cell of ours is computed by a spreadsheet, and numbers stay numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.spreadsheet import cell, is_formula


@given(st.text(max_size=20))
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a record holds; what is kept as it is can be read back."""
    assert not is_formula(cell(text))
    assert cell(text).removeprefix("'") == text.removeprefix("'") or cell(text) == text


@pytest.mark.parametrize(
    "value", [-2, 0.5, -0.25, 1e-7, None, "-2,5", "-12 %", "+3", "−5", "lamps = lit", "10-20"]
)
def test_numbers_and_plain_texts_stay(value: object) -> None:
    """A negative number is one, and a sign within a text does nothing."""
    assert cell(value) == ("" if value is None else str(value))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@a", "\ta", "\ra", "\na", "＝1", "-", "-lamps", "-5 of 9 lamps"]
)
def test_what_may_be_computed_gets_an_apostrophe(text: str) -> None:
    """Each first character of the list, also in the wide forms of Asian keyboards."""
    assert cell(text) == f"'{text}"
