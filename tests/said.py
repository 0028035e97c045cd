"""What a problem says, for tests that look at its words."""

from commonground.languages.catalogue import say
from commonground.model.problem import Problem


def said(problem: Problem, language: str = "en") -> str:
    """Return a problem's message in a language."""
    return say(problem.message, language)
