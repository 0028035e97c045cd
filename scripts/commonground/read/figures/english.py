"""English numbers, as data."""

from fractions import Fraction

from commonground.model.figure import Quantity, Reason, Unit
from commonground.read.figures.grammar import Grammar, one_of

_SPACE = "[ \u00a0\u2009\u202f]"
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = (
    {word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"zero": 0, "hundred": 100, "thousand": 1000}
)
_FOLD = (*_UNITS[1:], *_TENS, "hundred")
_PARTS = (
    "third",
    "quarter",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "twentieth",
    "hundredth",
)
_DENOMINATORS = (3, 4, 5, 6, 7, 8, 9, 10, 20, 100)

_SURE_MONTH = (
    r"(?:january|february|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|aug|sept|sep|oct|nov|dec)\b\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_CLOCK = r"(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock)"
_DOORS = "|".join(rf"(?<={verb}\sat\s)" for verb in ("open", "opens", "opened", "close", "closes", "closed"))
_COURTS = r"(?:scc|csc|fca|fc|tcc|chrt|hrto|echr|ewhc|ewca|uksc|[a-z]{2}(?:sc|ca|kb|qb|cj|pc|cs|sm|ct))"
_INTERVAL = r"(?:(?:confidence|credible|credibility|uncertainty|prediction|bayesian)\s)*"
_PERCENT = r"(?:\s?%|[\s-]per[\s-]?cent)"
_LARGE = r"[\s-](?:hundred|thousand|[mbtr]+illion)"

_PEOPLE = r"(?:people|persons|women|men|children|adults|youth|respondents|participants|members|residents|households|students)"
_MANY = (
    rf"(?<!\bin\s)(?<!since\s)(?<!\bthe\s)(?<!from\s)(?<!\bby\s)(?<!until\s)(?<!before\s)(?<!after\s)(?<!during\s)"
    rf"(?<!\bto\s)(?<!and\s)(?<!early\s)(?<!late\s){_YEAR}\s(?:{_PEOPLE}|km|kg)\b"
    rf"|(?:(?<=\bover\s)|(?<=\bsome\s)|(?<=about\s)|(?<=around\s)|(?<=roughly\s)|(?<=total\sof\s)|(?<=sample\sof\s))"
    rf"{_YEAR}\s(?!was\b|is\b|has\b|its\b|this\b)(?:{_PEOPLE}|[a-z-]+s)\b|(?:(?<=\bn=)|(?<=\bn\s=\s)){_YEAR}"
)
"""Numbers that look like years and count something."""

_COUNTED = rf"[\s-](?:per\s?cent|times|fold|dollars|cents|euros|pounds|years?|months?|weeks?|days?|hours?|minutes?)\b|\s{_PEOPLE}\b|\s(?:[a-z]+\s)?per\s1"
"""What makes even 911 a number."""

_NOT_FIGURES = {
    Reason.LEVEL: rf"\d+(?:\.\d+)?{_PERCENT}[\s-]?(?:c(?:r|onf\.?\s)?is?\b|{_INTERVAL}(?:intervals?|confidence|limits?|ci\b))"
    r"|19\stimes\sout\sof\s20",
    Reason.DATE: rf"{_DAY}(?:(?:[-–]|\s(?:to|and)\s){_DAY})?\s(?:of\s)?(?:{_SURE_MONTH}|MAY|MARCH)\b(?:,?\s{_YEAR})?"
    rf"|{_YEAR}-\d\d-\d\d(?!\d)|{_YEAR}/\d\d/\d\d(?!\d)|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|9/11",
    Reason.NUMBERED: rf"{_YEAR}\s{_COURTS}\s\d+|\[{_YEAR}\]\s\d+\s[a-z.]+\s\d+|\[{_YEAR}\]|\d+\su\.s\.c\.?"
    r"|\d+(?:\.\d+)?\([\da-z.]+\)(?:\([\da-z.]+\))*|(?:(?<=\ss\s)|(?<=\(s\s))\d{1,3}(?:\.\d+)?(?!\w)"
    rf"|{_YEAR}-\d{{3}}(?!\d)"
    r"|(?:286\.[1-5]|279\.0\d+)(?!\d)",
    Reason.TELEPHONE: rf"[2-9]-1-1|9-8-8|(?<=\+)\d{{1,3}}(?:[\s.-]\d{{1,4}}){{3,6}}|(?:911|988)(?!\w|[.,]\d|\s?[%$€£]|{_COUNTED})"
    r"|1-8\d\d-[\w-]+|\d{3}-0\d{3}(?!\d)|(?:1[-.\s])?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)",
    Reason.CLOCK: rf"\d{{1,2}}(?::\d\d)?(?:\s?(?:to|[-–])\s?\d{{1,2}}(?::\d\d)?)?\s?{_CLOCK}|\d{{1,2}}:\d\d|24/7"
    rf"|(?:{_DOORS})\d{{1,2}}(?!\w|[.,]\d|\s?%|\s[a-z])"
    r"|\d{1,2}\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
    r"|24\shours\sa\sday|7\sdays\sa\sweek|365\sdays\sa\syear"
    r"|24-hour(?=\s(?:\w+\s)?(?:line|crisis|support|help|helpline|shelter|service|phone|access)\b)",
    Reason.PHRASE: r"50/50|twenty-four\shours\sa\sday|seven\sdays\sa\sweek|(?:(?<=think\s)|(?<=thing\s)|(?<=things\s))twice\b|one-time\b|one\s(?:day|time|night|another)\b|one-(?:day|night|on)\b|two-time\b|(?:(?<=\bno\s)|(?<=\bany\s))one\b"
    r"|half\s(?:an?|the)\s(?:hour|day|year|century|dozen|story)|half\s(?:way|time|brothers?|sisters?|past|asleep|awake|dead|mad|joking|ashamed)\b"
    r"|a\squarter[\s-](?:of\s(?:a|an)\s)?(?:century|hour|past|to(?!\s(?:an?|half|nearly|almost|about)\b))\b"
    r"|half\sof\s(?:the\s(?:year|century|decade)|(?:19|20)\d\d)"
    r"|a\sthird[\s-](?:party|parties|person|country|gender|time|way|option|space)\b",
    Reason.YEAR: rf"(?={_YEAR})(?!{_MANY})(?<!more\sthan\s)(?<!less\sthan\s)(?<!fewer\sthan\s)(?<!at\sleast\s)(?<!nearly\s)(?<!almost\s)(?<!\$)"
    rf"{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d(?!\d)))?(?!\w|[.,]\d|{_SPACE}\d{{3}}\b|{_PERCENT}|\sdollars|\stimes)",
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.", "jan", "feb", "aug", "sept",
    "oct", "nov", "dec",
)  # fmt: skip
_LISTS = (
    "sections", "subsections", "paragraphs", "clauses", "articles", "chapters", "bills", "pages", "recommendations",
    "questions", "principles", "rules", "steps", "notes", "tables", "figures", "calls for justice", "goals", "ss.", "ss", "secs.", "para.",
    "paras.", "paras", "arts.", "pp.", "nos.", "cc.", "§§",
)  # fmt: skip
_LABELS = (
    "section", "subsection", "paragraph", "clause", "article", "chapter", "bill", "page", "recommendation", "question",
    "principle", "rule", "step", "note", "table", "figure", "call for justice", "schedule", "appendix", "exhibit",
    "volume", "issue", "part", "phase", "grade", "highway", "route", "room", "suite", "unit", "resolution",
    "convention", "protocol", "regulation", "treaty", "order", "vision", "by-law", "bylaw", "item", "line", "footnote",
    "apartment", "district", "ward", "flight", "goal", "exit", "gate", "bus", "agenda", "iso", "s.", "sec.", "subs.", "para", "art.", "p.", "no.", "vol.",
    "c.", "c", "ch.", "version", "number", "ext.", "per", "#", "§",
)  # fmt: skip

ENGLISH = Grammar(
    digits=rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:\.\d+)?"
    r"|\d+,\d{1,2}(?!\d)|\d+(?:\.\d+)?|\.\d+",
    decimal=r"\.|,(?=\d{1,2}$)",
    words=_WORDS,
    linked=r"-|\s(?=hundred\b|thousand\b)|(?:(?<=hundred)|(?<=thousand))\s(?:and\s)?|(?<=ty)\s",
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    letters={"k": 10**3, "m": 10**6, "b": 10**9, "bn": 10**9},
    short=r"(?(before)(?:k|m|bn?)\b|(?!))",
    implied={"a": Fraction(1), "an": Fraction(1), "half a": Fraction(1, 2)},
    implied_before=rf"{_LARGE}\b|\sper\s?cent(?:age\spoint)?\b|\s(?:year|month|week|day|hour|decade)\sand\sa\shalf\b",
    and_half=r"[\s-]and[\s-]a[\s-]half\b",
    currencies={
        "us": "USD",
        "american": "USD",
        "cad": "$",
        "$": "$",
        "dollar": "$",
        "€": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "pound": "GBP",
        "kron": "SEK",
        "¢": "¢",
        "cent": "¢",
    },
    money_before=r"(?:us|ca|c|nz|a)?\$\s?|€\s?|£\s?|(?:cad|usd|eur|gbp)\s",
    money_after=r"\s?[$€£¢]|[\s-](?:us\s|american\s|canadian\s)?(?:dollars?|cents?|euros?|pounds|kronor)\b|\s(?:cad|usd|eur|gbp)\b",
    percent=r"\s?%|[\s-]per\s?-?cent\b",
    points=r"(?:\s?%|[\s-]per\s?cent(?:age)?)[\s-]points?\b",
    times=r"[\s-]times\b|-?fold\b|\s?×|x\b",
    multiples={
        "twice": Quantity(Fraction(2), Unit.TIMES),
        "thrice": Quantity(Fraction(3), Unit.TIMES),
        "doubl": Quantity(Fraction(2), Unit.TIMES),
        "tripl": Quantity(Fraction(3), Unit.TIMES),
        "trebl": Quantity(Fraction(3), Unit.TIMES),
        "quadrupl": Quantity(Fraction(4), Unit.TIMES),
        "quintupl": Quantity(Fraction(5), Unit.TIMES),
        "halv": Quantity(Fraction(50), Unit.PERCENT),
    }
    | {f"{word}fold": Quantity(Fraction(_WORDS[word]), Unit.TIMES) for word in _FOLD},
    multiple=r"twice\b|thrice\b|(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|es|ing)\b(?!\s(?:down|back|over|up|as)\b)"
    r"|(?<!two\s)(?<!both\s)halv(?:e|ed|es|ing)\b|(?:(?<=\bto\s)|(?<=will\s)|(?<=would\s)|(?<=could\s))(?:double|triple|quadruple)\b(?!-)"
    r"|(?:double|triple|quadruple)(?=\s(?:the|that|those|what|in|from|since|its|their|this|as|or)\b|[,.;:)]|\s?$)"
    rf"|{one_of(_FOLD)}fold\b",
    multiplied=r"multiplied\sby\s",
    divided=r"divided\sby\s",
    time={
        word + ending: word
        for word in ("year", "month", "week", "day", "hour", "minute", "decade", "night")
        for ending in ("", "s")
    }
    | {"centuries": "century", "seconds": "second"},
    time_link=r"[\s-]",
    time_end=r"[\s-]olds?\b",
    less_a_day=r"\sless\sa\sday\b",
    ratio=r"\sin\s(?:every\s)?|-in-|\sof\severy\s",
    share=r"(?:(?:\s[a-z]+){0,2}?\s|-)out[\s-]of[\s-](?:every\s)?"
    r"|(?<=\bone)\s(?:[a-z]+\s){0,2}?(?:person|woman|man|worker|adult|participant|reader|student|client|child|household|family|home|house|case|call|tenant|driver|patient|girl|boy)\sin\s(?:every\s)?",
    rate=r"(?:\s[a-z-]+){0,3}?\s(?:per|(?:in|for)\severy)\s",
    bases=("hundred", "thousand", "million"),
    measures=r"\s?(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|kg|kilograms?|hectares?|°c)",
    whole={"a": 1, "an": 1} | {word: value for value, word in enumerate(_UNITS[:9], start=1)},
    parts={
        word + ending: value
        for word, value in zip(_PARTS, _DENOMINATORS, strict=True)
        for ending in ("", "s")
    },
    halves=rf"(?:an?[\s-]|one[\s-])?half(?!\sa(?:{_LARGE}|\sper\s?cent))",
    unsure=r"a\s(?:third|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)",
    part_of=r"\s(?:of|to|or|more|less|fewer|lower|higher|as|had|have|has|were|said|say|reported|did|do|felt|feel|told)\b"
    r"|\s?[,.;:()\ufffc]|\s?$",
    joins=r"-?\sto\s|-to-|[-–‑]|\s–\s",
    pair=r"\sand\s",
    between=r"between",
    either=r"-?\sor\s",
    hedge=r"about|almost|nearly|roughly|around|approximately|over|under|some|more\sthan|less\sthan|fewer\sthan|at\sleast"
    r"|at\smost|only|by|from|up\sto|to|than|(?:just\s|well\s|slightly\s)(?:over|under)",
    starts=r"half|an?(?=[\s-](?:hal|thi|qua|fif|six|sev|eig|nin|ten|twe|hun|tho|mil|bil|tri|per|yea|mon|wee|day|hou|dec))|multiplied|divided"
    r"|(?:cad|usd|eur|gbp)(?=\s\d)",
    not_figures=_NOT_FIGURES,
    capital=r"Ma(?:y\b(?<=\d\sMay)|rch\b(?<=\d\sMarch))",
    labels=_LABELS,
    months=_MONTHS,
    days=rf"\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:\s?[-–]\s?\d{{1,2}}|\sto\s\d{{1,2}}(?![.,]?\d|\s?%|\sper)"
    rf"|\s(?:and|or)\s\d{{1,2}}(?=[.,;:)\ufffc]|\s?$|,?\s{_YEAR}))?",
    list_labels=_LISTS,
    list_joint=r"(?:,?\s(?:and|or|to|through)\s|,\s|[-–])(?:ss?\.\s)?",
    label_end=r"\d+(?:[./]\d+)*(?:\([\da-z.]+\))*",
    levels=tuple(
        f"{noun}{link}"
        for noun in ("ci", "cis", "(ci)", "[ci]", "interval", "intervals", "confidence", "confidence level")
        for link in ("", ",", " of", " at", ":", " (")
    ),
    dials=("call", "calling", "dial", "phone", "text", "at", "to"),
    idioms=("first", "second", "latter", "top", "bottom", "better"),
    articles=r"(?!)",
)
