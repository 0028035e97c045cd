"""Where a page that somebody wrote may be put: the code host's page for a new file, where it has one."""

import pytest

from commonground.model.settings import Settings
from commonground.site.reporting import NewFile, new_file


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("https://github.com/who/what/edit/main", NewFile("https://github.com/who/what/new/main", "https://github.com/who/what/edit/main", "github.com")),
        ("https://git.example/who/what/edit/a/b/", NewFile("https://git.example/who/what/new/a/b", "https://git.example/who/what/edit/a/b", "git.example")),
        ("https://gitlab.example/who/what/-/edit/main", NewFile()),  # it takes a name, and no text
        ("", NewFile()),
    ],
)  # fmt: skip
def test_a_new_file_is_beside_the_edits(edit: str, expected: NewFile) -> None:
    assert new_file(Settings(edit=edit)) == expected
