"""What an external address is found to be, against a server on this machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commonground.languages.catalogue import say
from commonground.online import linkcheck, links
from commonground.online.answer import Answer, State, answer_to
from commonground.online.extract import encoded
from commonground.online.links import check_external, judge
from commonground.online.manners import USER_AGENT, Manners

from .conftest import LOCAL, Server

NONSENSE = encoded("http://[nonsense/")
QUICK = Manners(delay=0, timeout=3, allowed=(LOCAL,))

CASES = {
    "ok": ("/fine", "ok", "", ""),
    "query": ("/fine?a=1&b=%C3%A9", "ok", "", ""),
    "non-ascii": ("/caf%C3%A9", "ok", "", ""),
    "brackets": ("/S0140-6736(14)60931-4", "ok", "", ""),
    "odd-characters": ("/~a;b,c:d@e!f'g*h$i", "ok", "", ""),
    "slow": ("/slow", "ok", "", ""),
    "head-refused": ("/only-get", "ok", "", ""),
    "moved": ("/301/to/new", "moved", "", "/new"),
    "moved-308": ("/308/to/new", "moved", "", "/new"),
    "moved-then-for-now": ("/301/to/302/to/new", "moved", "", "/302/to/new"),
    "for-now": ("/302/to/new", "ok", "", ""),
    "see-other": ("/303/to/new", "ok", "", ""),
    "moved-and-gone": ("/301/to/404", "gone", "404 Not Found", ""),
    "not-found": ("/404", "gone", "404 Not Found", ""),
    "gone": ("/410", "gone", "410 Gone", ""),
    "unauthorised": ("/401", "blocked", "401 Unauthorized", ""),
    "forbidden": ("/403", "blocked", "403 Forbidden", ""),
    "too-many": ("/429", "blocked", "429 Too Many Requests", ""),
    "made-up": ("/999", "blocked", "999", ""),
    "server-error": ("/500", "unreachable", "500 Internal Server Error", ""),
    "busy": ("/503", "unreachable", "503 Service Unavailable", ""),
    "teapot": ("/418", "unknown", "418 I'm a Teapot", ""),
    "hangs": ("/hang", "unreachable", "no answer within 3 seconds", ""),
    "circle": ("/loop", "unreachable", "its redirects go in a circle", ""),
    "nonsense": ("/nonsense", "unreachable", "its answer cannot be understood", ""),
    "no-web-page": ("/mail", "unknown", "it redirects to something that is no web page", ""),
}


def told(answer: Answer, language: str = "en") -> str:
    """Return why, as a reader is told."""
    return say(answer.reason or "", language)


@pytest.fixture(scope="module")
def answers(server: Server) -> dict[str, Answer]:
    """Every case asked in one run, so that the bad ones have every chance to spoil the good ones."""
    urls = [server.base + path for path, *_ in CASES.values()]
    urls += ["http://nobody.invalid/a", "http://127.0.0.1:1/closed", NONSENSE]
    return dict(check_external([*urls, *urls], QUICK))


@pytest.mark.parametrize("case", CASES)
def test_every_kind_of_answer_is_told_apart(case: str, answers: dict[str, Answer], server: Server) -> None:
    """State, reason and new address; a redirect loop on the same host spoils none of the others."""
    path, state, reason, moved_to = CASES[case]
    answer = answers[server.base + path]
    assert (answer.state, told(answer)) == (State(state), reason)
    assert answer.moved_to == (server.base + moved_to if moved_to else "")


def test_what_cannot_be_reached_says_why(answers: dict[str, Answer]) -> None:
    """No such host, nobody listening, and what is no address at all."""
    nowhere, closed = answers["http://nobody.invalid/a"], answers["http://127.0.0.1:1/closed"]
    assert (told(nowhere), told(nowhere, "fr")) == ("there is no such host", "ce serveur n’existe pas")
    assert told(closed) == "no connection"
    assert {nowhere.state, closed.state, answers[NONSENSE].state} == {State.UNREACHABLE}


def test_we_are_polite(answers: dict[str, Answer], server: Server) -> None:
    """One request at a time, each says who asks, and no part asks twice."""
    assert answers
    assert len(dict(check_external([f"{server.base}/slow/{n}" for n in range(3)], QUICK))) == 3
    assert server.at_once == 1
    assert server.agents == {USER_AGENT}
    assert USER_AGENT.startswith("CommonGround/")
    assert server.asked.count("/429") == 2


def test_linkcheckmd_is_told_apart_from_silence(server: Server) -> None:
    """It crashes on the loop and is silent about the address that hangs: neither hides what it says of others."""
    urls = [server.base + path for path in ("/404", "/fine", "/hang", "/loop", "/500", "/S(1)")]
    said = linkcheck.words(urls, QUICK)
    assert said == {urls[0]: "404", urls[1]: "ok", urls[4]: "500", urls[5]: "ok"}


def test_what_linkcheckmd_did_not_see_is_never_ok(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own request may be answered: without a word of linkcheckmd the address stays unknown."""
    monkeypatch.setattr(links.linkcheck, "words", lambda urls, manners: {})
    ((_, answer),) = check_external([f"{server.base}/fine"], QUICK)
    assert (answer.state, told(answer)) == (State.UNKNOWN, "linkcheckmd did not see it")


@pytest.mark.parametrize(
    ("word", "answer", "state"),
    [
        pytest.param("ok", Answer(State.OK), State.OK, id="both-ok"),
        pytest.param("ok", Answer(State.MOVED, None, "https://a.example/"), State.MOVED, id="moved"),
        pytest.param("", Answer(State.MOVED, None, "https://a.example/"), State.UNKNOWN, id="moved-unseen"),
        pytest.param("404", Answer(State.OK), State.UNKNOWN, id="linkcheckmd-404"),
        pytest.param("ok", answer_to(404), State.UNKNOWN, id="we-404"),
        pytest.param("404", answer_to(404), State.GONE, id="both-404"),
        pytest.param("", answer_to(404), State.GONE, id="gone-unseen"),
        pytest.param("no answer", Answer(State.UNREACHABLE), State.UNREACHABLE, id="both-failed"),
    ],
)  # fmt: skip
def test_an_address_is_in_order_only_where_both_say_so(word: str, answer: Answer, state: State) -> None:
    """Where two answers differ, nobody knows."""
    assert judge(word, answer).state is state


LYCHEE = """#!{python}
import json, pathlib, sys
urls = pathlib.Path(sys.argv[-1]).read_text().split()
good = [{{"url": url, "status": {{"text": "200 OK", "code": 200}}}} for url in urls if url.endswith("/404")]
print(json.dumps({{"success_map": {{"links.txt": good}}, "error_map": {{}}}}) if good else "broken")
"""


def test_lychee_has_a_second_opinion_where_it_is_installed(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it gets is unknown and no failure; what it does not get, or cannot tell, stays as it was."""
    program = tmp_path / "lychee"
    program.write_text(LYCHEE.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = dict(check_external([f"{server.base}/{path}" for path in ("404", "410")], QUICK))
    differs = found.pop(f"{server.base}/404")
    assert (differs.state, told(differs)) == (
        State.UNKNOWN,
        "answers differ: lychee got it, we got: 404 Not Found",
    )
    assert found == {f"{server.base}/410": answer_to(410)}
    ((_, alone),) = check_external([f"{server.base}/410"], QUICK)
    assert alone == answer_to(410)


def test_the_child_says_what_it_saw_before_it_fails(server: Server, tmp_path: Path) -> None:
    """linkcheckmd raises on a redirect loop; the good addresses before it are known all the same."""
    file = tmp_path / "links.md"
    file.write_text(f"({server.base}/fine)\n({server.base}/loop)\n({server.base}/later)\n", encoding="utf-8")
    domain = server.base.removeprefix("http://")
    command = [sys.executable, "-m", "commonground.online.child", str(file), domain, "0", "3", LOCAL]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert json.loads(done.stdout) == {f"{server.base}/fine": "ok"}
