"""A whole page is set by one function, in whatever language and by whatever part of the site it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.site.typeset import typeset

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("<p>L'accès</p>", "<p>L’accès</p>", id="apostrophe"),
        pytest.param("<p>l&#39;accès, l&#x27;art</p>", "<p>l’accès, l’art</p>", id="escaped"),
        pytest.param("<p>l'<em>accès</em></p>", "<p>l’<em>accès</em></p>", id="over-an-inline-element"),
        pytest.param("<p><strong>Qui</strong> : elle</p>", f"<p><strong>Qui</strong>{NBSP}: elle</p>", id="space-after-one"),
        pytest.param("<p>« oui » : 12 %</p>", f"<p>«{NBSP}oui{NBSP}»{NBSP}: 12{NBSP}%</p>", id="spaces"),
        pytest.param("<li>d'</li><li>eau</li>", "<li>d'</li><li>eau</li>", id="not-over-a-block"),
        pytest.param('<p title="Qu\'est-ce ?">x</p>', f'<p title="Qu’est-ce{NBSP}?">x</p>', id="attribute"),
        pytest.param('<meta name="description" content="L\'eau">', '<meta name="description" content="L’eau">', id="description"),
        pytest.param('<meta property="og:title" content="L\'eau">', '<meta property="og:title" content="L’eau">', id="shared-title"),
        pytest.param('<meta name="robots" content="a\'b">', '<meta name="robots" content="a\'b">', id="no-words"),
        pytest.param('<a href="/l\'eau">x</a>', '<a href="/l\'eau">x</a>', id="address"),
        pytest.param("<p><code>l'x : y</code></p>", "<p><code>l'x : y</code></p>", id="code"),
        pytest.param("<script>a = b ? 'l' : l'x'</script>", "<script>a = b ? 'l' : l'x'</script>", id="script"),
        pytest.param("<pre><code>l'x</code> l'y</pre><p>l'z</p>", "<pre><code>l'x</code> l'y</pre><p>l’z</p>", id="code-in-code"),
        pytest.param("<!-- l'x : y --><p>a &amp; b</p>", "<!-- l'x : y --><p>a &amp; b</p>", id="comment"),
    ],
)  # fmt: skip
def test_text_and_attributes_are_set(typed: str, shown: str) -> None:
    """Apostrophes between letters and spaces beside marks, but not in what is no text."""
    assert typeset(typed) == shown


PIECES = st.sampled_from(
    ["l'eau", " : ", "« a »", "12 %", "<em>", "</em>", "<p>", "</p>", "<code>", "</code>", "&#39;", "<br>", ' a="b" ', "<", ">", "’"]
)  # fmt: skip


@given(pieces=st.lists(PIECES, max_size=12))
def test_setting_is_done_once_and_touches_nothing_else(pieces: list[str]) -> None:
    """Set twice is set once; but for apostrophes and spaces the page is the same."""
    page = "".join(pieces)
    shown = typeset(page)
    assert typeset(shown) == shown
    same = str.maketrans({"’": "'", NBSP: " "})
    assert shown.replace("&#39;", "'").translate(same) == page.replace("&#39;", "'").translate(same)
