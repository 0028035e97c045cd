"""The evidence of a question at a glance: how sure its fact is, what was counted, and who disagrees."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from commonground.model.address import source_key
from commonground.model.certainty import Certainty, Level, studies
from commonground.model.cohorts import shared_cohorts
from commonground.model.source import DESIGNS, HOW_CHECKED, Source, in_language
from commonground.site.views.page import SitePage
from commonground.sources.names import who

LENSES = {Level.STRONG: 3, Level.SOME: 2, Level.LITTLE: 1}
"""How many lenses are filled; a fact that rests on no study has none to fill."""

EVERYWHERE = "global"
"""The place of a record that names none."""

_TOLD = 1
"""So many of those who disagree are told in full; more are named."""


class Dissent(Struct, frozen=True):
    """A source that points another way, and what it found, "" where there are too many to tell."""

    id: str
    name: str
    url: str
    states: str


class Glance(Struct, frozen=True, dict=True):
    """What a page cites, counted; every text is in the page's language."""

    page: SitePage
    certainty: Certainty

    @property
    def lenses(self) -> int:
        return LENSES.get(self.certainty.level, 0)

    @property
    def has_lenses(self) -> bool:
        return self.certainty.level in LENSES

    @property
    def word(self) -> str:
        return self.page.say(f"glance.levels.{self.certainty.level}")

    @property
    def why(self) -> list[str]:
        """Return the reasons for the level, a sentence each."""
        found = self.certainty
        if not self.has_lenses:
            return [
                self.page.say(f"glance.why.{found.level}", counts=self._listed(self._kinds(found.agreeing)))
            ]
        reasons = [self.page.count("glance.for", found.for_it)]
        if found.level is Level.STRONG:
            reasons = [self.page.say("glance.why.strong")]
        if found.is_second_hand:
            reasons.append(self.page.say("glance.why.second_hand"))
        if not found.tests_a_cause:
            reasons.append(self.page.say("glance.why.no_cause"))
        return reasons

    @property
    def against(self) -> str:
        """Return in a sentence how many groups of people point another way, "" where none does."""
        number = self.certainty.against_it
        return self.page.count("glance.against", number) if number else ""

    @cached_property
    def studies(self) -> tuple[Source, ...]:
        return studies(self.page.cited)

    @property
    def study_count(self) -> str:
        return self.page.count("glance.studies", len(self.studies))

    @property
    def other_count(self) -> str:
        number = len(self.page.cited) - len(self.studies)
        return self.page.count("glance.others", number) if number else ""

    @property
    def at_home(self) -> str:
        """Return the place that most studies are of, and how many, "" where there is no such place."""
        (place, number), *_ = [*self._places(), ("", 0)]
        return self.page.say("glance.of_them", n=number, place=place) if number else ""

    @property
    def counted(self) -> list[tuple[str, list[str]]]:
        """Return label and lines of each count; a count of nothing is left out."""
        others = [
            source for source in self.page.cited if source.design not in {one.design for one in self.studies}
        ]
        rows = {
            "studies_label": [*self._of_studies(), *self._cohorts()],
            "also": [self._listed(self._kinds(others))],
            "places": [", ".join(f"{place} {number}" for place, number in self._places())],
            "years": [self._years()],
        }
        told = ((key, [line for line in lines if line]) for key, lines in rows.items())
        return [(self.page.say(f"glance.{key}"), lines) for key, lines in told if lines]

    @property
    def dissent(self) -> list[Dissent]:
        """Return who disagrees, each source once."""
        findings = {finding.source: finding for finding in reversed(self.certainty.disagreeing)}
        ids = list(dict.fromkeys(finding.source for finding in self.certainty.disagreeing))
        in_full = len(ids) <= _TOLD
        return [
            self._dissent(id, in_language(findings[id].states, self.page.lang) if in_full else "")
            for id in ids
        ]

    def _dissent(self, id: str, states: str) -> Dissent:
        source = self.page.corpus.sources[id]
        number = self.page.numbers.get(id, 0)
        url = f"#source-{number}" if number else self.page.url(source_key(id))
        return Dissent(id, who(source, self.page.locale), url, states)

    def _of_studies(self) -> list[str]:
        if not self.studies:
            return []
        read = Counter(source.checked.how for source in self.studies)
        how = [self.page.count(f"glance.read.{key}", read[key]) for key in HOW_CHECKED if read[key]]
        return [self._listed(self._kinds(self.studies)), self._listed(how)]

    def _cohorts(self) -> list[str]:
        shared = shared_cohorts(self.studies)
        name = self.page.corpus.cohort_name
        return [
            self.page.say("evidence.cohort", n=number, name=name(id, self.page.lang))
            for id, number in shared.items()
        ]

    def _kinds(self, sources: Iterable[Source]) -> list[str]:
        kinds = Counter(source.design for source in sources)
        return [self.page.count(f"designs.{kind}", kinds[kind]) for kind in DESIGNS if kinds[kind]]

    def _places(self) -> list[tuple[str, int]]:
        """Return the places of the studies and how many are of each, most first."""
        counts = Counter(place for source in self.studies for place in source.places if place != EVERYWHERE)
        return [(self.page.place_name(place), number) for place, number in counts.most_common()]

    def _years(self) -> str:
        years = sorted(source.year for source in self.studies if source.year)
        if not years:
            return ""
        first, last = years[0], years[-1]
        return (
            self.page.say("glance.one_year", year=first)
            if first == last
            else self.page.say("glance.published", first=first, last=last)
        )

    def _listed(self, texts: list[str]) -> str:
        """Return texts as one enumeration."""
        *most, last = texts or [""]
        return f"{', '.join(most)} {self.page.say('evidence.and')} {last}" if most else last
