"""The way from one page to another."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from commonground.model.address import relative

PATHS = st.lists(st.sampled_from(["a", "b", "a.html", "é"]), max_size=5).map("/".join)


@given(PATHS, PATHS, st.sampled_from(["", "/"]))
def test_the_way_is_the_one_that_the_system_finds(path: str, folder: str, end: str) -> None:
    """Whatever the two are, it leads from one to the other as the standard library's own does."""
    assert relative(path + end, folder + end) == posixpath.relpath(f"/{path}", f"/{folder}")
