"""The end of a build that nothing has foreseen, as MkDocs takes it."""

from mkdocs.exceptions import Abort

from commonground.report.fault import last_words


class BrokenOff(Abort):
    """Ends MkDocs with the last words about an error that nothing has foreseen, and their exit code."""

    def __init__(self, error: Exception) -> None:
        message, code = last_words(error)
        super().__init__(message)
        self.code = self.exit_code = code  # type: ignore[misc]  # MkDocs' name and click's
