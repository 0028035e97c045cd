"""A figure offered to journalists, as it stood on the day it was kept: its address shows the same words for good."""

from dataclasses import dataclass
from datetime import date

from commonground.model.source import Text


@dataclass(frozen=True, slots=True)
class Quoted:
    """
    One kept state of a quotable finding.

    ``finding`` is ``source#finding``; ``digest`` that of the finding then; ``headline`` the number in words, ``states`` the
    sentence, ``caveat`` what must be said with it, ``unsafe`` what it must not be used to say, ``by`` authors and year.
    """

    finding: str
    digest: str
    kept: date
    headline: Text
    states: Text
    caveat: Text
    unsafe: Text
    by: Text

    @property
    def key(self) -> str:
        """Return the key of its page."""
        return f"figures/{self.finding.replace('#', '-')}/{self.digest[:8]}"
