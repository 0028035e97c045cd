"""Nothing may run in a page that the site's policy does not name: the policy stands first, and nothing is written inline."""

from collections.abc import Iterator

from commonground.languages.message import texts_of
from commonground.metadata.policy import POLICY
from commonground.model.problem import Problem
from commonground.verify.faults import fault
from commonground.verify.page import Page

_text = texts_of(__name__)


def policy_faults(page: Page) -> Iterator[Problem]:
    """Yield what a page lacks of the policy, and what stands in it that the policy refuses."""
    if page.policy is None:
        yield fault(page.path, page.raw, "<head>", "policy", _text("none"))
    elif page.policy != POLICY:
        yield fault(page.path, page.raw, page.policy, "policy", _text("other", policy=POLICY))
    elif page.policy_is_late:
        yield fault(page.path, page.raw, "Content-Security-Policy", "policy", _text("late"))
    for what in dict.fromkeys(page.inline):
        yield fault(page.path, page.raw, what.rstrip(">"), "policy", _text("inline", what=what))
