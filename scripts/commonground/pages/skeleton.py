"""The skeleton of an article: what its type needs, with words to replace."""

from collections.abc import Iterable
from datetime import date, timedelta

from commonground.languages import Language
from commonground.model.article import Article
from commonground.model.article_type import ArticleType
from commonground.model.corpus import Corpus
from commonground.model.front_matter import FrontMatter

_REVIEW_DAYS = 365

UNKNOWN = "unknown"
"""The section of which each item is something that nobody knows yet."""


def review_by(reviewed: date) -> date:
    """Return the day by which an article that is written today is to be read again."""
    return reviewed + timedelta(days=_REVIEW_DAYS)


def skeleton_of(kind: ArticleType, title: str, corpus: Corpus, locale: Language) -> str:
    """Return a new article, as a draft."""
    return f"---\n{front_matter(kind, title, corpus, locale)}---\n\n{_body(kind, locale)}"


def front_matter(
    kind: ArticleType, title: str, corpus: Corpus, locale: Language, original: Article | None = None
) -> str:
    """Return the lines of an article's front matter, those of a translation as its original has them."""
    front = original.front if original else None
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f'title: "{quoted}"', f"type: {kind.name}"]
    note = f"  # {original.language}: {front.description}" if original and front else ""
    lines.append(f'description: "{locale.say("skeleton.description")}"{note}')
    if kind.area:
        area = front.area if front else "".join(corpus.settings.areas[:1])
        themes = front.themes if front else corpus.settings.themes[:1]
        lines += [f"area: {area}{_of(corpus.settings.areas, front)}"] * bool(area)
        lines += [f"themes: [{', '.join(themes)}]{_of(corpus.settings.themes, front)}"] * bool(themes)
    if front and front.layout:
        lines.append(f"layout: {front.layout}")
    lines += [
        f"reviewed: {corpus.today}",
        f"review_by: {review_by(corpus.today)}",
        "credits: []",
    ]
    lines.append("draft: true")
    return "\n".join(lines) + "\n"


def _of(known: Iterable[str], front: FrontMatter | None) -> str:
    """Return a note of what may stand on a line, "" where an original says what does."""
    return "" if front else f"  # {' | '.join(known)}"


def _body(kind: ArticleType, locale: Language) -> str:
    parts = [_block(name, locale) for name in kind.opening]
    for section in kind.sections:
        parts.append(f"## {locale.sections[section]}")
        prompt = section_prompt(section, locale)
        parts.append(f"- {prompt}" if section == UNKNOWN else prompt)
        parts += [_block(name, locale) for name in kind.section_blocks.get(section, ())]
    return "\n\n".join(parts or [locale.say("skeleton.section")]) + "\n"


def section_prompt(section: str, locale: Language) -> str:
    """Return what stands in a section until it is written."""
    return locale.say("skeleton.unknown" if section == UNKNOWN else "skeleton.section")


def _block(name: str, locale: Language) -> str:
    return f"/// {name}\n{locale.say(f'skeleton.{name}')}\n///"
