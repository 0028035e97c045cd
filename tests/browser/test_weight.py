"""What a reader on a bad phone has to wait for and pay for."""

import pytest

from .built import MYTHS
from .visits import Visits
from .weight import first_visit

LIMIT = 100_000  # bytes over the wire, type included


@pytest.mark.parametrize("slug", MYTHS)
def test_a_first_visit_is_light(visit: Visits, slug: str, language: str) -> None:
    """A myth page with everything it needs, on a phone, for somebody who was never here."""
    page = visit.context(width=360).new_page()
    weight = first_visit(page, visit.site.url(f"myths/{slug}", language))
    print(weight)
    assert weight.total <= LIMIT, str(weight)
