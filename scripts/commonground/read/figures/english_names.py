"""English numbers that are no figures, as data."""

from commonground.model.figure import Reason
from commonground.read.figures.names import SPACE, YEAR, Names

_SURE_MONTH = (
    r"(?:january|february|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_CLOCK = r"(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock|noon\b)"
_DOORS = "|".join(rf"(?<={verb}\sat\s)" for verb in ("open", "opens", "opened", "close", "closes", "closed"))
_COURTS = r"(?:scc|csc|fca|fc|tcc|chrt|hrto|echr|ewhc|ewca|uksc|[a-z]{2}(?:sc|ca|kb|qb|cj|pc|cs|sm|ct))"
_INTERVAL = r"(?:(?:confidence|credible|credibility|uncertainty|prediction|bayesian)\s)*"
_PERCENT = r"(?:\s?%|[\s-]per[\s-]?cent)"
_PEOPLE = r"(?:people|persons|women|men|children|adults|youth|respondents|participants|members|residents|households|students)"

_MANY = (
    rf"(?<!\bin\s)(?<!since\s)(?<!\bthe\s)(?<!from\s)(?<!\bby\s)(?<!until\s)(?<!before\s)(?<!after\s)(?<!during\s)"
    rf"(?<!\bto\s)(?<!and\s)(?<!early\s)(?<!late\s){YEAR}\s(?:{_PEOPLE}|km|kg)\b"
    rf"|(?:(?<=\bover\s)|(?<=\bsome\s)|(?<=about\s)|(?<=around\s)|(?<=roughly\s)|(?<=total\sof\s)|(?<=sample\sof\s))"
    rf"{YEAR}\s(?!was\b|is\b|has\b|its\b|this\b)(?:{_PEOPLE}|[a-z-]+s)\b|(?:(?<=\bn=)|(?<=\bn\s=\s)){YEAR}"
)
"""Numbers that look like years and count something."""

_COUNTED = rf"[\s-](?:per\s?cent|times|fold|dollars|cents|euros|pounds|years?|months?|weeks?|days?|hours?|minutes?)\b|\s{_PEOPLE}\b|\s(?:[a-z]+\s)?per\s1"
"""What makes even 911 a number."""

_LEVELS = (
    rf"\d+(?:\.\d+)?{_PERCENT}[\s-]?(?:c(?:r|onf\.?\s)?is?\b|{_INTERVAL}(?:intervals?|confidence|limits?|bounds?|ci\b|level\sof\sconfidence))",
    r"19\stimes\sout\sof\s20",
)
_DATES = (
    rf"{_DAY}(?:(?:[-–]|\s(?:to|and)\s){_DAY})?[\s-](?:of\s)?(?:{_SURE_MONTH}|MAY|MARCH)\b(?:,?[\s-]{YEAR})?",
    r"9/11",
)
_CLOCKS = (
    rf"\d{{1,2}}(?::\d\d)?(?:\s?(?:to|[-–])\s?\d{{1,2}}(?::\d\d)?)?\s?{_CLOCK}",
    rf"(?:{_DOORS})\d{{1,2}}(?!\w|[.,]\d|\s?%|\s[a-z])",
    r"\d{1,2}\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b",
    r"(?<!\d)[0-2]\d[0-5]\d\shours\b",
    r"24\shours\sa\sday|7\sdays\sa\sweek|365\sdays\sa\syear",
    r"24-hour(?=\s(?:\w+\s)?(?:line|crisis|support|help|helpline|shelter|service|phone|access)\b)",
)
_PHRASES = (
    r"50[/-]50",
    r"twenty-four\shours\sa\sday|seven\sdays\sa\sweek",
    r"twice(?=\sover\b)|(?:(?<=think\s)|(?<=thought\s)|(?<=thing\s)|(?<=things\s)|(?<=\bor\s))twice\b(?!\sas\b|\sthe\b)",
    r"one-time\b|one\s(?:day|time|night|another)\b|one-(?:day|night|on)\b|two-time\b|(?:(?<=\bno\s)|(?<=\bany\s))one\b",
    r"a\s(?:hundred|thousand|million|billion)\s(?:thanks|times|ways|reasons|words|apologies|pardons|miles|things"
    r"|pieces|questions|cuts|kisses|stories|uses|faces|lives)\b(?!\s(?:as|more|less|the|higher|lower|greater)\b)",
    r"half\s(?:an?|the)\s(?:hour|day|year|century|dozen|story|battle|fun|job|trouble|truth)|half\s(?:way|time|brothers?|sisters?|past"
    r"|asleep|awake|dead|mad|joking|ashamed|term|marathon|mast)\b",
    r"(?<=\bin\s)one\squarter\b(?!\sof)|a\squarter[\s-](?:of\s(?:a|an)\s)?(?:century|hour|past|to(?!\s(?:an?|half|nearly|almost|about)\b))\b",
    r"half\sof\s(?:the\s(?:year|century|decade)|(?:19|20)\d\d)",
    r"a\sthird[\s-](?:party|parties|person|country|gender|time|way|option|space|reading)\b",
)
_YEARS = (
    rf"(?={YEAR})(?!{_MANY})(?<!more\sthan\s)(?<!less\sthan\s)(?<!fewer\sthan\s)(?<!at\sleast\s)(?<!nearly\s)(?<!almost\s)(?<!\$)"
    rf"{YEAR}(?:\s?[-–/]\s?(?:{YEAR}|\d\d(?!\d))|(?!-\d{{3}}[\dx](?!\w)))(?!\w|[.,]\d|{SPACE}\d{{3}}\b|{_PERCENT}|\sdollars|\stimes)",
    r"(?<=\s['’])\d\d(?!\w|[.,]\d|\s?%)",  # '68
    r"(?<=the\syear\s)\d{3,4}(?!\w|[.,]\d)",
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.", "jan", "feb", "aug", "sept",
    "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_LISTS = (
    "sections", "subsections", "paragraphs", "clauses", "articles", "chapters", "bills", "pages", "recommendations",
    "questions", "principles", "rules", "steps", "exits", "rooms", "exhibits", "notes", "tables", "figures", "figs.", "rows", "doors", "tickets", "gates", "lots", "suites", "apartments", "lanes", "volumes", "grades", "calls for justice", "goals", "ss.", "ss", "secs.", "para.",
    "paras.", "paras", "arts.", "pp.", "nos.", "cc.", "§§",
)  # fmt: skip
_LABELS = (
    "section", "subsection", "paragraph", "clause", "article", "chapter", "bill", "page", "recommendation", "question",
    "principle", "rule", "step", "note", "table", "figure", "fig.", "chap.", "cat.", "tab.", "eq.", "reg.", "annex", "call for justice", "schedule", "appendix", "exhibit",
    "volume", "issue", "part", "phase", "grade", "highway", "route", "room", "suite", "unit", "resolution",
    "convention", "protocol", "regulation", "treaty", "order", "vision", "by-law", "bylaw", "item", "line", "footnote",
    "apartment", "district", "ward", "flight", "goal", "gate", "bus", "agenda", "iso", "s.", "sec.", "subs.", "para", "art.", "p.", "no.", "vol.",
    "c.", "c", "ch.", "version", "number", "ext.", "per", "#", "§",
)  # fmt: skip
_IDENTIFIERS = (
    "isbn(?:-1[03])?",
    "issn",
    "pmid",
    "pmcid",
    "arxiv",
    "doi",
    "oclc",
    "orcid",
    "isni",
    "urn",
    "licen[cs]e\\splates?",
)
_EDITIONS = (
    "wcag", "cc by", "cc by-sa", "cc by-nc", "cc by-nd",
    "cc by-nc-sa", "cc by-nc-nd", "python", "firefox", "android", "ios", "html",
)  # fmt: skip
_PLACES = (
    "p.o. box", "po box", "postcode", "zip", "zip code", "apt", "apt.", "rural route",
)  # fmt: skip
_FILES = (
    "file", "form", "case", "docket", "registration", "registration number", "registered as", "permit", "licence", "license",
    "invoice", "receipt", "badge", "tab", "petition", "policy", "serial", "code", "claim", "reference", "ref.", "ref",
    "reference:", "windows", "chrome", "box", "platform", "stop", "pier", "studio", "channel", "ticket", "account", "motion", "decree", "model", "lot", "psalm", "verse", "track", "count", "bed", "seat", "table", "locker", "desk",
    "booth", "lane", "stand", "hall", "house", "cabin", "berth", "hole", "round", "game", "week", "day", "lesson", "module",
    "episode", "season", "series", "stage", "level", "zone", "area", "sector", "block", "building", "tower", "floor", "terminal",
    "runway", "sonnet", "opus", "symphony", "act", "scene", "exit", "camp", "pump", "well", "hut", "cell", "bay", "dock", "row", "plan", "map", "door", "chart", "plot", "tape", "reel", "slide",
)  # fmt: skip
_AFTER_FILES = (
    "in", "is", "was", "were", "are", "and", "or", "at", "has", "had", "for", "to", "from", "on", "by", "with", "under", "as",
    "that", "which", "who", "will", "would", "may", "must", "shall", "can", "if", "but", "then", "expired", "closed",
    "remains", "lists", "covers", "shows", "refers", "applies", "takes", "gives", "sets", "says", "reads", "names", "contains", "does",
    "did", "failed", "lapsed", "ended", "began", "opened", "arrived", "followed", "stands", "stood", "dated", "filed", "issued",
)  # fmt: skip
_STREET = (
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Way|Crescent|Place|Court|Square|Terrace|Parkway"
    r"|Trail|Row|Quay|Rue)"
)

ENGLISH_NAMES = Names(
    not_figures={
        Reason.LEVEL: _LEVELS,
        Reason.DATE: _DATES,
        Reason.TELEPHONE: (rf"(?:911|988)(?!\w|[.,]\d|\s?[%$€£]|{_COUNTED})",),
        Reason.NUMBERED: (
            r"\d+\spp\.",  # pages of a report
            rf"{YEAR}\s{_COURTS}\s\d+",
            r"(?:(?<=\ss\s)|(?<=\(s\s))\d{1,3}(?:\.\d+)?(?!\w)",
            r"(?<=\b[a-z]{2}\s)\d{5}(?:-\d{4})?(?=\s?[.,;)]|\s?$)",  # CA 94110
        ),
        Reason.CLOCK: _CLOCKS,
        Reason.PHRASE: _PHRASES,
        Reason.YEAR: _YEARS,
    },
    capital=r"Ma(?:y\b(?<=\d\sMay)|rch\b(?<=\d\sMarch))",
    address=rf"\d+[A-Z]?,?\s(?:[Rr]ue|[Cc]hemin|[Bb]oul\.|[Bb]oulevard|[Aa]venue)\s(?:d[ue]s?\s(?:la\s)?|d['’]|de\sl['’]|[A-ZÉ])|\d+[A-Z]?(?:[-–]\d+)?,?\s(?:(?:[A-Z][\w'’.-]*|\d+(?:st|nd|rd|th))\s){{1,3}}?{_STREET}(?!\w)",
    identifiers=_IDENTIFIERS,
    labels=(*_LABELS, *_EDITIONS, *_PLACES),
    loose_labels=_FILES,
    loose_end=_AFTER_FILES,
    list_labels=_LISTS,
    list_joint=r"(?:,?\s(?:and|or|to|through)\s|,\s|[-–])(?:ss?\.\s)?",
    label_end=r"\d+(?:[./]\d+)*(?:\([\da-z.]+\))*",
    months=_MONTHS,
    counted=r"\s(?:(?!(?:is|was|has|as|this|its|his)\b)[a-z-]+s|people|women|men|children)\b",
    days=rf"(?:3[01]|[012]?\d)(?:st|nd|rd|th)?(?!\d)(?:\s?[-–]\s?\d{{1,2}}|\sto\s\d{{1,2}}(?![.,]?\d|\s?%|\sper)"
    rf"|\s(?:and|or)\s\d{{1,2}}(?=[.,;:)\ufffc]|\s?$|,?\s{YEAR}))?",
    dials=("call", "calling", "dial", "phone", "text", "at", "to", "tel", "tel.", "fax", "phone:", "fax:", "tel:", "telephone", "cell"),
    levels=tuple(
        f"{noun}{link}"
        for noun in ("ci", "cis", "(ci)", "[ci]", "interval", "intervals", "confidence", "confidence level")
        for link in ("", ",", " of", " at", ":", " (")
    ),
    levels_near=((r"intervals?", "confidence"), r"\sat"),
    before_names=("an?", "the", "this", "that", "her", "his", "its", "our", "their"),
    idioms=("first", "second", "latter", "top", "bottom", "better", "other"),
)  # fmt: skip
