"""French numbers, as data."""

from fractions import Fraction

from commonground.model.figure import Quantity, Unit
from commonground.read.figures.grammar import Grammar

_SPACE = "[ \u00a0\u2009\u202f]"
_UNITS = (
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_WORDS = (
    {word: value for value, word in enumerate(_UNITS, start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"une": 1, "vingts": 20, "cent": 100, "cents": 100, "mille": 1000}
)
_PARTS = (
    "tier",
    "quart",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
    "vingtième",
    "centième",
)
_DENOMINATORS = (3, 4, 5, 6, 7, 8, 9, 10, 20, 100)

_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
_DAY = r"(?:1er|\d{1,2})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_COURTS = r"(?:scc|csc|fca|caf|cf|cedh|[a-z]{2}(?:sc|ca|kb|qb|cj|pc|cs|sm|ct))"
_NOT_BEFORE_SUR = (
    r"(?:port(?:e|ent|ait|aient|ant|é|ée|és|ées)|fond(?:e|ent|é|ée|és|ées)|bas(?:e|ent|é|ée|és|ées)|repos(?:e|ent|ait|aient|ant)"
    r"|appui(?:e|ent)|étal(?:e|ent|é|ée|és|ées)|études?|enquêtes?|données|lois?|recherches?|articles?|rapports?|textes?"
    r"|réparti(?:e|s|es)?|notes?|score|échelle|plus|moins)"
)
_UNIT_OF_TIME = r"(?:an|année|mois|semaine|jour|heure|journée|nuit|minute|décennie|siècle)"

_NOT_FIGURES = (
    r"\d+(?:[.,]\d+)?\s?%\s(?:ic|ci)\b(?!\s(?:à|de)\s\d)",
    # Dates and years.
    rf"{_DAY}(?:(?:[-–]|\s(?:et|au|à|ou)\s){_DAY})?\s{_MONTH}(?:\s{_YEAR})?|{_YEAR}-\d\d-\d\d(?!\d)",
    # Cases, statutes and their parts.
    rf"{_YEAR}\s{_COURTS}\s\d+|\[{_YEAR}\]\s\d+\s[a-z.]+\s\d+|\[{_YEAR}\]",
    r"\d+(?:\.\d+)?\([\da-z.]+\)(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?|(?:286\.[1-5]|279\.0\d+)(?!\d)",
    # Telephone numbers, times of day, round the clock.
    r"9-1-1|(?:911|988)(?!\w|[.,]\d|\s?%)|1-8\d\d-[\w-]+|\d{3}-\d{4}(?!\d)",
    r"(?:1[-.\s])?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)",
    r"(?:24\s(?:h\b|heures)|7\s(?:j\b|jours)|(?:vingt-quatre\sheures|sept\sjours))\ssur\s(?:24|7|vingt-quatre|sept)\b",
    r"(?:7|sept)\sjours\spar\ssemaine",
    r"\d{1,2}\s?h(?:\s?\d\d)?\b|\d{1,2}:\d\d|24/7|50/50|\d{1,2}/\d{1,2}/\d{2,4}",
    # Words that are no quantities.
    r"une?\s(?:jour|moment|fois|journée|nuit)\b(?!\ssur\s)|(?:un|le|du|au|deux|trois|quatre)\squarts?\s(?:d['’]heure|de\s(?:travail|nuit|jour|soir|siècle|métier))",
    rf"(?<!plus\sde\s)(?<!moins\sde\s)(?<!près\sde\s)(?<!environ\s){_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d(?!\d)))?"
    rf"(?!\w|[.,]\d|{_SPACE}\d{{3}}\b|\s?[%$]|\spour\scent|\s(?:de\s)?dollars|\sfois)",
)
_LISTS = (
    "articles",
    "paragraphes",
    "alinéas",
    "pages",
    "tableaux",
    "figures",
    "annexes",
    "chapitres",
    "recommandations",
    "questions",
    "principes",
    "règles",
    "étapes",
    "notes",
    "numéros",
    "projets de loi",
    "lois",
    "sections",
    "nos",
    "appels à la justice",
    "art.",
    "arts.",
    "par.",
    "al.",
    "p.",
    "pp.",
)
_LABELS = (
    "article",
    "paragraphe",
    "alinéa",
    "page",
    "tableau",
    "figure",
    "annexe",
    "chapitre",
    "recommandation",
    "question",
    "principe",
    "règle",
    "étape",
    "note",
    "numéro",
    "loi",
    "appel à la justice",
    "section",
    "partie",
    "tome",
    "volume",
    "vol.",
    "ch.",
    "c.",
    "route",
    "autoroute",
    "bureau",
    "règlement",
    "résolution",
    "convention",
    "protocole",
    "phase",
    "vision",
    "version",
    "poste",
    "années",
    "no",
    "no.",
    "n°",
    "nº",
    "nᵒ",
    "§",
)

FRENCH = Grammar(
    digits=rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+",
    decimal=r"[.,]",
    words=_WORDS,
    linked=r"-(?:et-)?|\s(?=cents?\b|mille\b)|(?:(?<=cent)|(?<=cents)|(?<=mille))\s"
    r"|(?:(?<=vingt)|(?<=ante)|(?<=ente))\set\s(?=une?\b|onze\b)",
    scales={
        "mille": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
    },
    and_half=r"\set\sdemie?\b",
    currencies={
        "us": "USD",
        "$": "$",
        "dollar": "$",
        "€": "EUR",
        "euro": "EUR",
        "£": "GBP",
        "livre": "GBP",
        "couronne": "SEK",
    },
    money_before=r"(?:us|ca|c)?\$\s?|€\s?|£\s?",
    money_after=r"\s?[$€£](?:\s?us\b|\s?ca(?:n|d)?\b)?|\s(?:de\s|d['’])?(?:dollars?|euros?|couronnes|livres\ssterling)\b",
    percent=r"\s?%|\spour\scent\b|\sp\.\s?100",
    points=r"\spoints?\sde\spourcentage\b",
    times=r"\sfois\b|\s?×",
    multiples={
        "doubl": Quantity(Fraction(2), Unit.TIMES),
        "le double": Quantity(Fraction(2), Unit.TIMES),
        "du double": Quantity(Fraction(2), Unit.TIMES),
        "au double": Quantity(Fraction(2), Unit.TIMES),
        "tripl": Quantity(Fraction(3), Unit.TIMES),
        "le triple": Quantity(Fraction(3), Unit.TIMES),
        "du triple": Quantity(Fraction(3), Unit.TIMES),
        "au triple": Quantity(Fraction(3), Unit.TIMES),
        "quadrupl": Quantity(Fraction(4), Unit.TIMES),
        "décupl": Quantity(Fraction(10), Unit.TIMES),
    },
    multiple=r"(?:doubl|tripl|quadrupl|décupl)(?:é|ée|és|ées|er|ait|aient|ent|era|eront|ant)\b"
    r"|(?:le|du|au)\s(?:double|triple)(?=\s(?:de|des|du|par)\b|\sd['’]|[,.;)]|\s?[:\ufffc]|\s?$)",
    time={
        "an": "year",
        "ans": "year",
        "année": "year",
        "années": "year",
        "mois": "month",
        "semaine": "week",
        "semaines": "week",
        "jour": "day",
        "jours": "day",
        "heure": "hour",
        "heures": "hour",
        "minute": "minute",
        "minutes": "minute",
        "décennie": "decade",
        "décennies": "decade",
        "nuit": "night",
        "nuits": "night",
        "siècle": "century",
        "siècles": "century",
        "secondes": "second",
    },
    time_link=r"\s(?:(?:premi|derni|proch|plein)\w+\s)?",
    time_end=r"(?!)",
    less_a_day=r"\smoins\sun\sjour\b",
    ratio=r"(?!)",
    share=rf"(?:\s(?!{_NOT_BEFORE_SUR}\b){_LETTERS}){{0,4}}?(?<!\bportent)\ssur\s",
    rate=rf"(?:\s{_LETTERS}){{0,3}}?\s(?:pour|par)\s",
    measures=r"\s?(?:km|kilomètres?|mètres?|kg|kilogrammes?|hectares?|°c)",
    whole={
        "un": 1,
        "le": 1,
        "du": 1,
        "au": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
    },
    parts={"tiers": 3}
    | {
        word + ending: value
        for word, value in zip(_PARTS[1:], _DENOMINATORS[1:], strict=True)
        for ending in ("", "s")
    },
    halves=r"la\smoitié|(?<!à\s)(?<!-)moitié",
    unsure=r"(?:un|le|du|au)\s.*",
    part_of=r"\s(?:de|des|du|ou|a|avait|disent|disait|vivent|[^\W\d_]*(?:aient|ont))\b|\sd['’]|\s?[,.;:)\ufffc]|\s?$",
    joins=r"\s(?:à|jusqu['’]à)\s|[-–‑]|\s–\s",
    pair=r"\set\s",
    between=r"entre",
    either=r"\sou\s",
    hedge=r"environ|presque|quelque|quelques|à\speu\sprès|près\s(?:de\s|du\s|des\s|d['’])|(?:un\speu\s)?(?:plus|moins)\s(?:de\s|du\s|des\s|d['’])"
    r"|près|plus|moins|au\smoins|seulement|d['’]environ|jusqu['’]à",
    starts=r"moiti|la(?=\smoi)|(?:le|du|au)(?=\s(?:tie|qua|cin|six|sep|hui|neu|dix|vin|cen|dou|tri))",
    not_figures=_NOT_FIGURES,
    labels=_LABELS,
    list_labels=_LISTS,
    list_joint=r"(?:,?\s(?:et|ou|à)\s|,\s|[-–])(?:(?:art|par)\.\s)?",
    label_end=r"\d+(?:[./]\d+)*(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?",
    levels=tuple(
        f"{noun}{link}"
        for noun in ("ic", "(ic)", "confiance", "crédibilité", "incertitude", "prédiction", "intervalle")
        for link in ("", " à", " de", " :")
    ),
    dials=("le", "au", "composez", "appelez", "composer", "appeler", "texto", "à"),
    idioms=("première", "deuxième", "seconde", "dernière"),
    articles=rf"une?\s{_UNIT_OF_TIME}\b(?!\s(?:de\sprison|moins\sun\sjour)|\sd['’]emprisonnement)",
)
