"""Nothing may run in a page that the site's policy does not name: the policy stands first, and nothing is written inline."""

from collections.abc import Iterator

from commonground.export.policy import POLICY
from commonground.model.problem import Problem
from commonground.verify.faults import fault
from commonground.verify.page import Page

_TEMPLATE = "Put it back into overrides/components/head.html"


def policy_faults(page: Page) -> Iterator[Problem]:
    """Yield what a page lacks of the policy, and what stands in it that the policy refuses."""
    if page.policy is None:
        message = f"this page has no content policy, so anything may run in it. {_TEMPLATE}."
        yield fault(page.path, page.raw, "<head>", "policy", message)
    elif page.policy != POLICY:
        message = f'the content policy of this page is not the site\'s, which is "{POLICY}". {_TEMPLATE}.'
        yield fault(page.path, page.raw, page.policy, "policy", message)
    elif page.policy_is_late:
        message = f"something is loaded before the content policy, which then comes too late. {_TEMPLATE}, right after the charset."
        yield fault(page.path, page.raw, "Content-Security-Policy", "policy", message)
    for what in dict.fromkeys(page.inline):
        message = f"{what} stands in the page itself, where the policy refuses it. Put scripts and styles into files below overrides/assets."
        yield fault(page.path, page.raw, what.rstrip(">"), "policy", message)
