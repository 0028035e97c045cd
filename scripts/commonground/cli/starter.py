"""What a new site starts with: its settings, a few articles in each language, two records, word rules, workflows, issue forms."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib.metadata import distribution
from pathlib import Path

import yaml

from commonground.languages import Language, read_languages
from commonground.languages.own_files import PACKAGE, pairs, read_table
from commonground.model.corpus import Corpus
from commonground.pages.skeleton import skeleton_of
from commonground.read.article import read_article
from commonground.read.article_types import read_article_types
from commonground.read.settings import NEAR, read_settings
from commonground.read.settings import PATH as SETTINGS

RECORDS = ("ecker2022", "schmid2019")
PART = "starter"
"""The part of a language's folder that a new site starts from: ``starter.toml`` and the pages in ``starter/``."""

_FOLDER = PACKAGE / PART
_PARTS = ("colours.toml", "pages.toml")
"""Of what the settings of a new site are put together."""

_REVIEW_DAYS = 365
_WRITTEN = ("myth", "page")
"""Types of which there is a whole article to begin with; of the others there is a draft."""


def starter_files(name: str, languages: tuple[Language, ...], today: date) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of each file of a new site. ``languages``: those of the site, the default one first."""
    settings = _settings(name, languages)
    yield SETTINGS, settings
    yield from machinery(name, languages)
    for id in RECORDS:
        yield (
            f"evidence/{id}.yaml",
            _record((_records() / f"{id}.yaml").read_text(encoding="utf-8"), languages),
        )
    for locale in languages:
        folder = PACKAGE / "languages" / locale.code / PART
        yield f"language/{locale.code}.yaml", (folder / "rules.yaml").read_bytes()
        yield from _articles(locale, languages[0], today)
    yield from _drafts(settings, languages, today)


def machinery(name: str, languages: tuple[Language, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield what of a site is no content: what a newer version of the package may bring up to date."""
    first = languages[0]
    entries = [
        f"        - locale: {one.code}\n          name: {one.say('site.language')}\n"
        + "          default: true\n" * (one is first)
        for one in languages
    ]
    filled = {
        "name": name,
        "name_yaml": json.dumps(name, ensure_ascii=False),
        "languages_yaml": "".join(entries).rstrip("\n"),
        "package": _package(),
    }
    readme = PACKAGE / "languages" / first.code / PART / "README.md"
    for path, file in [*_own_files(), ("README.md", readme)]:
        yield path, _fill(file.read_text(encoding="utf-8"), filled).encode()
    for form in ("mistake", "question"):
        yield f".github/ISSUE_TEMPLATE/{form}.yml", _form(form, first)


def slug_of(name: str) -> str:
    """Return a name in small plain letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _own_files() -> Iterator[tuple[str, Path]]:
    """Yield path and file of what every new site has, whatever its languages; ``dot.x`` becomes ``.x``."""
    for file in sorted(_FOLDER.rglob("*")):
        path = file.relative_to(_FOLDER).as_posix()
        if file.is_file() and path not in _PARTS and not path.startswith("evidence/"):
            yield re.sub(r"^dot\.", ".", path), file


def _records() -> Path:
    """Return the folder of the two records: inside an installed package, at the top of a checkout."""
    inside = _FOLDER / "evidence"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "evidence"


def _record(text: str, languages: tuple[Language, ...]) -> bytes:
    """Return a record without what it says in languages that are none of the site's."""
    others = "|".join(code for code in read_languages() if code not in {one.code for one in languages})
    return re.sub(rf"(?m)^( *)\w+_(?:{others}):.*\n(?:\1 +.*\n)*", "", text).encode()


def _fill(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"@(\w+)@", lambda match: values.get(match[1], match[0]), text)


def _settings(name: str, languages: tuple[Language, ...]) -> bytes:
    def said(key: str) -> str:
        return _table({one.code: str(one.part(PART)[key]) for one in languages})

    note = pairs(languages[0].part(PART)["settings"])
    pages = read_table(f"{PART}/pages.toml")
    lines = [
        f"# {note['head']}",
        f"languages = {json.dumps([one.code for one in languages])}  # {note['languages']}",
        f"name = {_table({one.code: name for one in languages})}  # {note['name']}",
        f"tagline = {said('tagline')}",
        'licence = "https://creativecommons.org/licenses/by/4.0/"',
        "",
        "[addresses]",
        f'site = "{NEAR}"  # {note["address"]}',
        f"# leave = {{…}}  {note['leave']}",
        "",
        *_contact(note),
        f"# {note['themes']}",
        "[themes]",
        f"correcting-myths = {said('theme')}",
        "",
        f"# {note['menu']}",
        "[menu]",
        *(f'{id} = {{page = "{page}", name = {said(id)}}}' for id, page in pairs(pages["menu"]).items()),
        "",
        f"# {note['pages']}",
        "[pages]",
        *(f'{part} = "{page}"' for part, page in pairs(pages["pages"]).items()),
        "",
        f"# {note['own_words']}",
        f"# [own_words.{languages[0].code}.words.claims]",
        '# about = ["…"]',
        "",
        f"# {note['colours']}",
    ]
    return ("\n".join(lines) + "\n" + (_FOLDER / "colours.toml").read_text(encoding="utf-8")).encode()


def _contact(note: Mapping[str, str]) -> list[str]:
    return [
        f"# {note['contact']}",
        "[contact]",
        f'# tracker = "https://…"  {note["tracker"]}',
        f'# form = "https://…"     {note["form"]}',
        f'# mail = "…@…"           {note["mail"]}',
        "",
    ]


def _table(texts: Mapping[str, str]) -> str:
    """Return a text by language as TOML: a JSON string is one of TOML."""
    return (
        "{"
        + ", ".join(f"{code} = {json.dumps(text, ensure_ascii=False)}" for code, text in texts.items())
        + "}"
    )


def _articles(locale: Language, first: Language, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of a language; but for the first, each is a translation that nobody has read yet."""
    for file in sorted(_docs(locale).rglob("*.md")):
        path = file.relative_to(_docs(locale)).as_posix()
        text = _page(file, today)
        if locale is not first:
            original = _page(_docs(first) / path, today).encode()
            key = path.removesuffix(".md").removesuffix("index").rstrip("/")
            article, _ = read_article(f"docs/{first.code}/{path}", first.code, key, original, first)
            digest = article.digest if article else ""
            text = text.replace("\n---\n", f'\ntranslation: {{of: "{digest}", status: machine}}\n---\n', 1)
        yield f"docs/{locale.code}/{path}", text.encode()


def _docs(locale: Language) -> Path:
    return PACKAGE / "languages" / locale.code / PART / "docs"


def _page(file: Path, today: date) -> str:
    days = {"today": str(today), "next": str(today + timedelta(days=_REVIEW_DAYS))}
    return _fill(file.read_text(encoding="utf-8"), days)


def _drafts(settings: bytes, languages: tuple[Language, ...], today: date) -> Iterator[tuple[str, bytes]]:
    """Yield a draft of each type of article of which there is no whole one, in the first language."""
    codes = tuple(one.code for one in languages)
    known = {one.code: one for one in languages}
    read, _ = read_settings(settings, codes, known)
    locale = languages[0].with_texts(read.texts[codes[0]])
    corpus = Corpus(codes, today, settings=read, locales={codes[0]: locale}, types=read_article_types())
    for kind in corpus.types.values():
        if kind.name not in _WRITTEN:
            title = str(locale.part(PART)["draft"]).format(type=locale.say(f"types.{kind.name}"))
            path = f"docs/{locale.code}/{kind.folder}/{slug_of(title)}.md"
            yield path, skeleton_of(kind, title, corpus, locale).encode()


def _form(name: str, locale: Language) -> bytes:
    """Return an issue form of GitHub."""
    texts = locale.part(PART)[name]
    assert isinstance(texts, Mapping)
    body: list[object] = [
        {
            "type": "textarea",
            "id": key,
            "attributes": {"label": texts[key]},
            "validations": {"required": True},
        }
        if key == "what"
        else {
            "type": "input",
            "id": key,
            "attributes": {"label": texts[key]},
            "validations": {"required": True},
        }
        for key in ("page", "what")
        if key in texts
    ]
    if "note" in texts:
        body.insert(0, {"type": "markdown", "attributes": {"value": texts["note"]}})
    whole = {"name": texts["name"], "description": texts["about"], "labels": [name], "body": body}
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=1000).encode()


def _package() -> str:
    """Return where pip finds this package again: the address or folder that it was installed from, else its version."""
    ours = distribution("commonground")
    origin = json.loads(ours.read_text("direct_url.json") or "{}")
    if "url" not in origin:
        return f"commonground[site]=={ours.version}"
    kept = origin.get("vcs_info")
    address = f"{kept['vcs']}+{origin['url']}@{kept['commit_id']}" if kept else origin["url"]
    return f"commonground[site] @ {address}"
