"""Published laws in XML: what is read of them, and what is refused."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.read.statute import NoStatute, Statute, Words

LAMPS = """\
<?xml version="1.0" encoding="utf-8"?>
<Statute xmlns:lims="http://justice.gc.ca/lims" lims:current-date="2026-06-17" xml:lang="en">
<Body>
<Section><MarginalNote>Definitions</MarginalNote><Label>2</Label><Text>In this Act,</Text>
<Definition><Text><DefinedTermEn>lamp</DefinedTermEn> means what gives light, whether or not</Text>
<Paragraph><Label>(a)</Label><Text>it burns, or</Text></Paragraph>
<Paragraph><Label>(b)</Label><Text>it hangs; (<DefinedTermFr>lampe</DefinedTermFr>)</Text></Paragraph></Definition>
<Definition><Text><DefinedTermEn>lamp post</DefinedTermEn> means a post. (<DefinedTermFr>réverbère</DefinedTermFr>)</Text></Definition>
</Section>
<Section><MarginalNote>Lighting lamps</MarginalNote><Label>12</Label>
<Subsection><Label>(1)</Label><Text>Everyone who lights a <Emphasis>lamp</Emphasis>   is liable</Text>
<Paragraph><Label>(a)</Label><Text>to a fine of  $100; or</Text>
<Subparagraph><Label>(i)</Label><Text>at night,</Text><Clause><Label>(A)</Label><Text>of $200.</Text></Clause></Subparagraph></Paragraph>
<Paragraph><Label>(a.1)</Label><Text>to nothing.</Text></Paragraph></Subsection>
<Subsection><MarginalNote>Exception</MarginalNote><Label>(2)</Label><Text>Candles are free.</Text></Subsection>
<HistoricalNote><HistoricalNoteSubItem>1999, c. 1, s. 12</HistoricalNoteSubItem><HistoricalNoteSubItem>2019, c. 2, s. 3</HistoricalNoteSubItem></HistoricalNote>
</Section>
<Section><Label>13</Label><Text><Repealed>[Repealed, 2014, c. 25, s. 13]</Repealed></Text></Section>
</Body></Statute>
"""


def words(section: str, term: str = "", *, is_extract: bool = False) -> Words | None:
    """Read one provision of the law of lamps."""
    return Statute(LAMPS.encode()).words(section, term, is_extract=is_extract)


@pytest.mark.parametrize(
    ("section", "note", "text"),
    [
        ("12(1)", "Lighting lamps", "Everyone who lights a lamp is liable\n(a) to a fine of $100; or\n(i) at night,\n(A) of $200.\n(a.1) to nothing."),
        ("12(2)", "Exception", "Candles are free."),
        ("12(1)(a.1)", "Lighting lamps", "to nothing."),
        ("13", "", "[Repealed, 2014, c. 25, s. 13]"),
        ("2", "Definitions", "In this Act,"),
    ],
)  # fmt: skip
def test_a_provision_is_its_lines_and_the_nearest_note(section: str, note: str, text: str) -> None:
    """Each paragraph is a line with its label; spaces are written once; definitions are no part of what is around them."""
    found = words(section)
    assert found is not None
    assert (found.note, found.text) == (note, text)


def test_an_extract_has_the_opening_words() -> None:
    """They stand before the paragraph, which keeps its label."""
    found = words("12(1)(a.1)", is_extract=True)
    assert found is not None
    assert found.text == "Everyone who lights a lamp is liable\n(a.1) to nothing."


def test_a_definition_is_found_by_its_words_alone() -> None:
    """Another one that opens with them is not taken for it."""
    lamp, post = words("2", "lamp"), words("2", "lamp post")
    assert lamp is not None
    assert post is not None
    assert lamp.text.splitlines()[0] == "lamp means what gives light, whether or not"
    assert post.text == "lamp post means a post. (réverbère)"


def test_amendments_and_the_day_are_read() -> None:
    """The amendments of the whole section, in one line."""
    found = words("12(2)")
    assert found is not None
    assert found.history == "1999, c. 1, s. 12; 2019, c. 2, s. 3"
    assert Statute(LAMPS.encode()).current_to == "2026-06-17"


@pytest.mark.parametrize("section", ["14", "12(3)", "12(1)(b)", "preamble"])
def test_what_is_not_there_is_none(section: str) -> None:
    """A label that leads nowhere is no error of the file."""
    assert words(section) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not XML",
        b"<Statute><Body>",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Statute>&b;</Statute>',
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Statute>&a;</Statute>',
    ],
)
def test_what_is_broken_or_would_lead_elsewhere_is_refused(data: bytes) -> None:
    """No entity is expanded and no other file opened: the file is told to be no law."""
    with pytest.raises(NoStatute):
        Statute(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_law_or_refused(data: bytes) -> None:
    """Nothing else is raised."""
    with contextlib.suppress(NoStatute):
        Statute(data).words("1")
