"""English numbers, as data."""

from fractions import Fraction

from commonground.model.figure import Quantity, Unit
from commonground.read.figures.english_names import ENGLISH_NAMES
from commonground.read.figures.grammar import Grammar, one_of
from commonground.read.figures.names import SPACE

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = (
    {word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"zero": 0, "hundred": 100, "thousand": 1000}
)
_FOLD = (*_UNITS[1:], *_TENS, "hundred")
_PARTS = {
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "fifteenth": 15,
    "sixteenth": 16,
    "hundredth": 100,
    "thousandth": 1000,
}
_PARTS |= {
    f"{ten}-{part}": 10 * value + _PARTS[part]
    for value, ten in enumerate(_TENS, start=2)
    for part in ("third", "fifth", "sixth", "seventh", "eighth", "ninth")
} | {f"{ten[:-1]}ieth": 10 * value for value, ten in enumerate(_TENS, start=2)}
_TIMES = {
    "year": ("yr", "yrs"),
    "month": ("mo", "mos"),
    "week": ("wk", "wks"),
    "day": (),
    "hour": ("hr", "hrs", "h"),
    "minute": ("min", "mins"),
    "decade": (),
    "night": (),
    "second": ("sec", "secs"),
}
_MEASURES = {
    "km": ("kilometre", "kilometer"),
    "m": ("metre", "meter"),
    "cm": ("centimetre", "centimeter"),
    "mm": ("millimetre", "millimeter"),
    "kg": ("kilogram", "kilo"),
    "g": ("gram",),
    "mg": ("milligram",),
    "l": ("litre", "liter"),
    "ml": ("millilitre", "milliliter"),
    "ha": ("hectare",),
    "acre": (),
    "mile": (),
    "tonne": (),
    "ton": (),
    "foot": (),
}
_ABBREVIATED = ("km", "m", "cm", "mm", "kg", "g", "mg", "l", "ml", "ha")
_ODD_MEASURES = {
    "feet": "foot",
    "ft": "foot",
    "km/h": "km/h",
    "kwh": "kwh",
    "mg/l": "mg/l",
    "°c": "°c",
    "°f": "°f",
}
_LARGE = r"[\s-](?:hundred|thousand|[mbtr]+illion)"
_PERSON = (
    r"(?:person|woman|man|worker|adult|participant|reader|student|client|child|household|family|home|house|case|call"
    r"|tenant|driver|patient|girl|boy)"
)

ENGLISH = Grammar(
    digits=rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:\.\d+)?"
    r"|\d+,\d{1,2}(?!\d|[.,]\d)|\d+(?:[.,]\d+){2,9}|\d+(?:\.\d+)?|\.\d+",
    decimal=r"\.|,(?=\d{1,2}$)",
    words=_WORDS,
    linked=r"-|\s(?=hundred\b|thousand\b)|(?:(?<=hundred)|(?<=thousand))\s(?:and\s)?|(?<=ty)\s",
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    letters={
        "k": 10**3,
        "K": 10**3,
        "m": 10**6,
        "M": 10**6,
        "mm": 10**6,
        "MM": 10**6,
        "mn": 10**6,
        "mil": 10**6,
        "mln": 10**6,
        "b": 10**9,
        "B": 10**9,
        "bn": 10**9,
        "bln": 10**9,
        "tn": 10**12,
        "tln": 10**12,
    },
    short=r"(?(before)\s?(?:[kK]|[mM]{1,2}|[bB]n?|mn|tn)\b|(?!))|\s?(?:[bm]l?n|tl?n|mil|M)(?![\w-])|(?:B|(?<=\d\d)[kK]|(?<=\.\d)b)(?![\w-])|m(?=\s(?:people|men|women|children|[a-z]{3,}s)\b)",
    cased=r"\s?[KMB]",
    large=("hundred", "thousand", "million", "billion", "trillion"),
    not_alone="hundred|thousand",
    implied={
        "a": Fraction(1),
        "an": Fraction(1),
        "half a": Fraction(1, 2),
        "half": Fraction(1, 2),
        "quarter": Fraction(1, 4),
        "a quarter of a": Fraction(1, 4),
        "three quarters of a": Fraction(3, 4),
        "three-quarters of a": Fraction(3, 4),
        "two thirds of a": Fraction(2, 3),
        "two-thirds of a": Fraction(2, 3),
    },
    implied_before=rf"{_LARGE}\b|\sper\s?cent(?:age\spoint)?\b|\s(?:year|month|week|day|hour|decade)\sand\sa\shalf\b",
    rounds={"dozen": 12},
    round_before=rf"(?<!half\s)an?|{one_of(_UNITS)}",
    vague=("dozen",),
    about=r"\sor\sso\b|[\s-]odd\b",
    and_part=r"[\s-]and[\s-](?:(?:a|one)[\s-](?:half|quarter)|three[\s-]quarters)\b(?!\sof\b)",
    added={"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)},
    currencies={
        "us": "USD",
        "american": "USD",
        "cad": "$",
        "$": "$",
        "dollar": "$",
        "buck": "$",
        "€": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "pound": "GBP",
        "quid": "GBP",
        "kron": "SEK",
        "¥": "JPY",
        "yen": "JPY",
        "chf": "CHF",
        "franc": "CHF",
        "₹": "INR",
        "rupee": "INR",
        "¢": "¢",
        "cent": "¢",
    },
    money_before=r"(?:us|ca|c|nz|a)?\$\s?|[€£¥₹]\s?|(?:cad|usd|eur|gbp|chf)\s",
    money_after=r"\s?[$€£¢]|[\s-](?:us\s|american\s|canadian\s)?(?:dollars?|cents?|euros?|pounds|kronor|bucks|quid|yen|rupees)\b"
    r"|\s(?:swiss\s)?francs\b|\s(?:cad|usd|eur|gbp|chf)\b",
    percent=r"\s?%|[\s-]?per\s?-?cents?\b|\s?pct\b",
    per_mille=r"\s?‰|\sper\smil(?:le)?\b",
    points=r"(?:\s?%|[\s-]?per\s?cent(?:age)?)[\s-]points?\b|\s(?:pp(?!\.)|p\.p\.)(?!\w)",
    basis_points=r"\s(?:basis\spoints?|bps?)\b",
    loose_points=r"[\s-]points?\b",
    moves=r"(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|up|down|gain(?:s|ed)?|lost|loss|losing|drop(?:s|ped)?"
    r"|slip(?:s|ped)?|slid|jump(?:s|ed)?|climb(?:s|ed)?|grew|grown|widen(?:s|ed)?|narrow(?:s|ed)?|shr[aiu]nk|shrunk"
    r"|increase[sd]?|decrease[sd]?|declined?|improved?|swing|swung|gap|lead|margin|advantage|ahead|behind|cut|raised?)",
    moved_by=r"by\s",
    moved=r"\s(?:rise|fall|drop|increase|decrease|decline|gain|loss|lead|gap|swing|margin|jump|advantage|difference|higher"
    r"|lower|ahead|behind|more|less|up|down|above|below)\b",
    times=r"[\s-]times\b|-?fold\b|\s?×(?!\s?\d)|x\b",
    glued=r"per\s?cent|pct|(?:km|cm|mm|kg|mg|ml)",
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
    multiplied=r"multiplied\sby\s|(?<!\d)(?<!\d\s)×\s?",
    divided=r"divided\sby\s",
    time={word: name for name, short in _TIMES.items() for word in (name, f"{name}s", *short)}
    | {"century": "century", "centuries": "century"},
    time_link=r"[\s-]",
    time_end=r"[\s-]olds?\b",
    less_a_day=r"\sless\sa\sday\b",
    ratio=r"\sin\s(?:every\s)?|-in-|\sof\severy\s",
    share=rf"(?:(?:\s(?!(?:or|to|and|{one_of(_WORDS)})\b)[a-z]+){{0,2}}?\s|-)out[\s-]of[\s-](?:every\s)?"
    rf"|(?<=\bone)\s(?:[a-z]+\s){{0,2}}?{_PERSON}\sin\s(?:every\s)?",
    odds=r":|\sto\s|-to-",
    odds_before=r"(?:ratio|odds|scale)\s(?:of|at)",
    scores=r"(?:vote[ds]?|voting|won|lost|beat|beaten|defeated|score[ds]?|ruled|ruling|passed|carried|approved|rejected|split"
    r"|decision)",
    ranging=r"(?:from|between)\s",
    rate=rf"(?:\s(?!(?:or|to|and|{one_of(_WORDS)})\b)[a-z-]+){{0,3}}?\s(?:per|(?:in|for)\severy)\s|\s?/\s?",
    bases=("hundred", "thousand", "million"),
    measures={
        word: name
        for name, words in _MEASURES.items()
        for written in (name, *words)
        for word in (written, f"{written}s")
        if word not in {f"{short}s" for short in _ABBREVIATED}
    }
    | _ODD_MEASURES,
    whole={"a": 1, "an": 1} | {word: value for value, word in enumerate(_UNITS, start=1)},
    parts={word + ending: value for word, value in _PARTS.items() for ending in ("", "s")},
    part_scaled=rf"\sof\sa{_LARGE}|{_LARGE}",
    halves=rf"(?:an?[\s-]|one[\s-])?half(?!\sa(?:{_LARGE}|\sper\s?cent)|{_LARGE})",
    unsure=r"an?\s(?!half|quarter).*",
    part_of=r"\s(?:of|to|or|more|less|fewer|lower|higher|as|had|have|has|were|said|say|reported|did|do|felt|feel|told)\b"
    r"|\s?[,.;:()\ufffc]|\s?$",
    joins=r"-?\sto\s|-to-|[-–‑]|\s–\s",
    pair=r"\sand\s",
    between=r"between",
    either=r"-?\sor\s",
    hedge=r"about|almost|nearly|roughly|around|approximately|over|under|some|more\sthan|less\sthan|fewer\sthan|at\sleast"
    r"|at\smost|only|by|from|up\sto|to|than|(?:just\s|well\s|slightly\s)(?:over|under)",
    starts=r"half|an?(?=[\s-](?:hal|thi|qua|fif|six|sev|eig|nin|ten|ele|twe|hun|tho|mil|bil|tri|doz|per|yea|mon|wee|day|hou|dec))"
    r"|quarter(?=[\s-][mb]illion)|multiplied|divided|(?:cad|usd|eur|gbp|chf)(?=\s\d)",
    names=ENGLISH_NAMES,
)
