"""French numbers, as data."""

from fractions import Fraction

from commonground.model.figure import Quantity, Reason, Unit
from commonground.read.figures.grammar import Grammar, one_of

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
    | {"zéro": 0, "une": 1, "vingts": 20, "cent": 100, "cents": 100, "mille": 1000}
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
_MULTIPLES = {
    "doubl": 2,
    "tripl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "sextupl": 6,
    "décupl": 10,
    "centupl": 100,
}
_DENOMINATORS = (3, 4, 5, 6, 7, 8, 9, 10, 20, 100)

_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
_DAY = r"(?:1er|\d{1,2})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_COURTS = r"(?:scc|csc|fca|caf|cf|cedh|[a-z]{2}(?:sc|ca|kb|qb|cj|pc|cs|sm|ct))"
_NOT_BEFORE_SUR = (
    r"(?:port(?:e|ent|ait|aient|ant|é|ée|és|ées)|fond(?:e|ent|é|ée|és|ées)|bas(?:e|ent|é|ée|és|ées)|repos(?:e|ent|ait|aient|ant)"
    r"|appui(?:e|ent)|étal(?:e|ent|é|ée|és|ées)|études?|enquêtes?|données|lois?|recherches?|articles?|rapports?|textes?|livres?"
    r"|réparti(?:e|s|es)?|notes?|score|échelle|plus|moins)"
)
_LARGE = r"[\s-](?:millions?|milliards?|billions?)"
_UNIT_OF_TIME = r"(?:an|année|mois|semaine|jour|heure|journée|nuit|minute|décennie|siècle)"

_MANY = (
    rf"{_YEAR}\s(?:personnes|femmes|hommes|adultes|enfants|jeunes|membres|ménages|gens|participant|répondant|travailleu|km\b|kg\b)"
    rf"|(?:(?<=\bn=)|(?<=\bn\s=\s)|(?<=quelque\s)){_YEAR}"
)
"""Numbers that look like years and count something."""

_COUNTED = r"\s(?:pour\scent|p\.\s?100|fois|(?:de\s)?dollars|cents|euros|ans|années|mois|semaines?|jours?|heures?|minutes?|personnes|femmes|hommes)(?!\w)|\s(?:[^\W\d_]+\s)?(?:pour|par)\s1"
"""What makes even 911 a number."""

_NOT_FIGURES = {
    Reason.LEVEL: r"\d+(?:[.,]\d+)?\s?%\s(?:ic|ci)\b(?!\s(?:à|de)\s\d)|19\sfois\ssur\s20",
    Reason.DATE: rf"{_DAY}(?:(?:[-–]|\s(?:et|au|à|ou)\s){_DAY})?\s{_MONTH}(?:\s{_YEAR})?|{_YEAR}-\d\d-\d\d(?!\d)"
    rf"|{_YEAR}/\d\d/\d\d(?!\d)|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}",
    Reason.NUMBERED: rf"{_YEAR}\s{_COURTS}\s\d+|\[{_YEAR}\]\s\d+\s[a-z.]+\s\d+|\[{_YEAR}\]"
    r"|\d+(?:\.\d+)?\([\da-z.]+\)(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?|(?:286\.[1-5]|279\.0\d+)(?!\d)"
    rf"|{_YEAR}-\d{{3}}(?!\d)|\d+(?:\.\d+)?[a-z](?:\.\d+)?\)"
    r"|\d+,?\s(?:rue|avenue|boulevard|chemin)\s",
    Reason.TELEPHONE: rf"[2-9]-1-1|9-8-8|(?<=\+)\d{{1,3}}(?:[\s.-]\d{{1,4}}){{3,6}}|(?:911|988)(?!\w|[.,]\d|\s?[%$€£]|{_COUNTED})"
    r"|1-8\d\d-[\w-]+|\d{3}-0\d{3}(?!\d)|(?:1[-.\s])?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)",
    Reason.CLOCK: r"(?:24\s(?:h\b|heures)|7\s(?:j\b|jours))\ssur\s(?:24|7)\b"
    r"|7\sjours\spar\ssemaine|24\s?h/24|24/7|24\sheures\spar\sjour|\d{1,2}\s?h(?:\s?\d\d)?\b|\d{1,2}:\d\d"
    r"|\d{1,2}\sheures?\s(?:du\s(?:matin|soir)|de\sl['’]après-midi)",
    Reason.PHRASE: r"50/50|vingt-quatre\sheures\s(?:sur\svingt-quatre|par\sjour)|sept\sjours\s(?:sur\ssept|par\ssemaine)|une?\s(?:jour|moment|fois|journée|nuit)\b(?!\ssur\s|\set\sdemie?)"
    r"|(?:un|le|du|au|deux|trois|quatre)\squarts?\s(?:d['’]heure|de\s(?:travail|nuit|jour|soir|siècle|métier|finale))"
    r"|(?:le|du|au)\stiers(?:-monde|\s(?:qui|payeur|payant|saisi|concerné|indépendant|parti)\b)"
    r"|doubl(?:é|ée|és|ées|er|e|ent)\s(?:à\s(?:droite|gauche)|une\svoiture|en\s(?:français|anglais))\b",
    Reason.YEAR: rf"(?={_YEAR})(?!{_MANY})(?<!plus\sde\s)(?<!moins\sde\s)(?<!au\smoins\s)(?<!près\sde\s)(?<!environ\s){_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d(?!\d)))?"
    rf"(?!\w|[.,]\d|{_SPACE}\d{{3}}\b|\s?[%$]|\spour\scent|\s(?:de\s)?dollars|\sfois)",
}
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
    "ligne",
    "point",
    "salle",
    "quartier",
    "appartement",
    "vol",
    "canal",
    "quai",
    "arrêt",
    "objectif",
    "sortie",
    "autobus",
    "iso",
    "art",
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
    letters={"k": 10**3, "m": 10**6, "g": 10**9},
    short=r"\s?[kmg](?=\s?\$)",
    implied={"un demi": Fraction(1, 2)},
    implied_before=rf"{_LARGE}\b|[\s-](?:pour\scent|point)\b",
    and_half=r"\set\sdemie?\b",
    currencies={
        "us": "USD",
        "améric": "USD",
        "$": "$",
        "dollar": "$",
        "€": "EUR",
        "euro": "EUR",
        "£": "GBP",
        "livre": "GBP",
        "couronne": "SEK",
        "¢": "¢",
        "cent": "¢",
    },
    money_before=r"(?:us|ca|c)?\$\s?|€\s?|£\s?",
    money_after=r"\s?[$€£¢](?:\s?us\b|\s?ca(?:n|d)?\b)?|\s(?:cents\b|(?:de\s|d['’])?(?:euros?|couronnes|livres\ssterling)\b)"
    r"|\s(?:de\s)?dollars?\b(?:\s(?:us|américains?|canadiens?)\b)?",
    percent=r"\s?%|\spour\scent\b|\sp\.\s?100",
    points=r"\spoints?\sde\spourcentage\b",
    times=r"\sfois\b|\s?×|x\b",
    multiples={
        start: Quantity(Fraction(value), Unit.TIMES)
        for name, value in _MULTIPLES.items()
        for start in (name, f"le {name}", f"du {name}", f"au {name}")
    },
    multiple=rf"{one_of(_MULTIPLES)}(?:é|ée|és|ées|er|ait|aient|ent|era|eront|ant)\b"
    rf"|{one_of(_MULTIPLES)}e(?=\s(?:l['’]|l[ae]s?\s)(?:risque|nombre|taux|prix|coût|part|cote|probabilité|chance|écart|incidence)s?\b)"
    rf"|(?:(?<=\ble\s)|(?<=\bun\s)|(?<=\bdu\s)|(?<=\bau\s)){one_of(_MULTIPLES)}ement\b"
    rf"|(?:le|du|au)\s{one_of(_MULTIPLES)}e(?=\s(?:de|des|du|par)\b|\sd['’]|[,.;)]|\s?[:\ufffc]|\s?$)",
    multiplied=r"multipli(?:é|ée|és|ées|er|ent|e|ait|ant)\spar\s",
    divided=r"divis(?:é|ée|és|ées|er|ent|e|ait|ant)\spar\s",
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
    bases=("mille", "million"),
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
    unsure=r"un\s.*|(?:le|du|au)\s(?!tiers).*",
    part_of=r"\s(?:[lns]['’])?(?:de|des|du|ou|a|avait|disent|disait|vivent|[^\W\d_]*(?:aient|ont)|à\s(?:un|deux|trois))\b|\sd['’]|\s?[,.;:()\ufffc]|\s?$",
    joins=r"\s(?:à|jusqu['’]à)\s|[-–‑]|\s–\s",
    pair=r"\set\s",
    between=r"entre",
    either=r"\sou\s",
    hedge=r"environ|presque|quelque|quelques|à\speu\sprès|près\s(?:de\s|du\s|des\s|d['’])|(?:un\speu\s)?(?:plus|moins)\s(?:de\s|du\s|des\s|d['’])"
    r"|près|plus|moins|au\smoins|seulement|d['’]environ|jusqu['’]à",
    starts=r"moiti|la(?=\smoi)|(?:le|du|au)(?=\s(?:tie|qua|qui|cin|six|sep|hui|neu|dix|vin|cen|dou|tri|sext))|multipli|divis",
    not_figures=_NOT_FIGURES,
    capital="",
    labels=_LABELS,
    months=(),
    days=r"(?!)",
    list_labels=_LISTS,
    list_joint=r"(?:,?\s(?:et|ou|à)\s|,\s|[-–])(?:(?:art|par)\.\s)?",
    label_end=r"\d+(?:[./]\d+)*(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?",
    levels=tuple(
        f"{noun}{link}"
        for noun in (
            "ic",
            "(ic)",
            "[ic]",
            "icr",
            "confiance",
            "crédibilité",
            "incertitude",
            "prédiction",
            "intervalle",
        )
        for link in ("", " à", " de", " :")
    ),
    dials=("le", "au", "composez", "appelez", "composer", "appeler", "texto", "à"),
    idioms=("première", "deuxième", "seconde", "dernière", "douce"),
    articles=rf"une?\s{_UNIT_OF_TIME}\b(?!\s(?:de\sprison|moins\sun\sjour|sur|et\sdemie?)\b|\sd['’]emprisonnement)",
)
