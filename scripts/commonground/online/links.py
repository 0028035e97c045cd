"""
Asks external addresses, host by host: linkcheckmd first, then a request of our own, lychee where both found nothing.

An address is in order only where linkcheckmd and our request both say so.
"""

from collections.abc import Iterable, Iterator

from commonground.languages.message import texts_of
from commonground.model.url import host_of
from commonground.online import linkcheck, lychee
from commonground.online.answer import Answer, State
from commonground.online.client import PRIVATE, ask_all
from commonground.online.manners import Manners

_text = texts_of(__name__)


def check_external(urls: Iterable[str], manners: Manners) -> Iterator[tuple[str, Answer]]:
    """
    Ask addresses (as ``external_addresses`` gives them), one host after the other, in the order in which they are named.

    Yields: Each address and where it stands, as soon as its host is done; none for which no time was left.
    """
    hosts: dict[str, dict[str, None]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), {})[url] = None
    for named in hosts.values():
        yield from _check_host(list(named), manners)


def _check_host(urls: list[str], manners: Manners) -> Iterator[tuple[str, Answer]]:
    said = linkcheck.words(urls, manners)
    asked = ask_all(urls, manners)
    judged = {url: judge(said.get(url, ""), answer) for url, answer in asked.items()}
    failed = [url for url, answer in judged.items() if answer.state.is_failure and answer.reason != PRIVATE]
    good = lychee.answered(failed, manners)
    for url, answer in judged.items():
        if url in good:
            yield url, Answer(State.UNKNOWN, _text("lychee-alone", ours=answer.reason or ""))
        else:
            yield url, answer


def judge(word: str, answer: Answer) -> Answer:
    """
    Return what two answers make together.

    Args: word: What linkcheckmd said, "" where it did not see the address. answer: What our own request got.
    """
    in_order = answer.state in (State.OK, State.MOVED)
    if in_order and word != "ok":
        reason = _text("linkcheckmd-differs", theirs=word) if word else _text("linkcheckmd-silent")
        return Answer(State.UNKNOWN, reason)
    if not in_order and word == "ok":
        return Answer(State.UNKNOWN, _text("linkcheckmd-alone", ours=answer.reason or ""))
    return answer
