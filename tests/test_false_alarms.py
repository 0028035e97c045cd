"""The search for false alarms reads the French of a manual, all of it and nothing twice."""

from benchmarks.language_false_alarms import alarms, french_manuals

PAGE = """<html><head><title>Le titre</title></head><body>
<p>Le paquet est dans la <b>liste</b> des programmes &amp; outils.</p>
<p>This paragraph has not been translated.</p>
<dl><dd><p>Une prostituée est   citée pour
voir si la règle la trouve.</p></dd></dl>
</body></html>"""


def test_french_paragraphs_are_read_once(tmp_path):
    """English ones are left out; a page that repeats another adds nothing."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    texts = [(name, data.decode()) for name, data in french_manuals(tmp_path)]
    paragraphs = "Le paquet est dans la liste des programmes &amp; outils.\n\nUne prostituée est citée pour voir si la règle la trouve."
    assert texts == [("a.html", paragraphs), ("b.html", "")]


def test_alarms_are_counted_in_words():
    """A listed word is found and counted; a text too short to say anything is left out."""
    text = "Le guide explique comment installer le paquet. " * 10 + "Une prostituée est citée."
    found = alarms([("long", text.encode()), ("short", b"Une putain.")], "fr")
    assert (found.files, found.words, found.rules) == (1, 74, {"prostituee-nom": 1})
    assert round(found.rate) == round(10_000 / 74)
