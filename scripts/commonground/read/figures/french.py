"""French numbers, as data."""

from fractions import Fraction

from commonground.model.figure import Quantity, Unit
from commonground.read.figures.french_names import FRENCH_NAMES
from commonground.read.figures.grammar import Grammar, one_of
from commonground.read.figures.names import SPACE

_UNITS = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize",
)  # fmt: skip
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_WORDS = (
    {word: value for value, word in enumerate(_UNITS, start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"zéro": 0, "une": 1, "vingts": 20, "cent": 100, "cents": 100, "mille": 1000}
)
_ROUNDS = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
_PARTS = {
    "tier": 3,
    "quart": 4,
    "cinquième": 5,
    "sixième": 6,
    "septième": 7,
    "huitième": 8,
    "neuvième": 9,
    "dixième": 10,
    "onzième": 11,
    "douzième": 12,
    "quinzième": 15,
    "seizième": 16,
    "vingtième": 20,
    "centième": 100,
    "millième": 1000,
}
_PARTS |= {f"{ten[:-1]}ième": 10 * value for value, ten in enumerate(_TENS, start=2) if ten != "vingt"} | {
    f"{ten}-{part}": 10 * value + _UNITS.index(unit) + 1
    for value, ten in enumerate(_TENS, start=2)
    for unit, part in (
        ("deux", "deuxième"),
        ("trois", "troisième"),
        ("cinq", "cinquième"),
        ("huit", "huitième"),
    )
}
_MULTIPLES = {
    "doubl": 2,
    "tripl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "sextupl": 6,
    "décupl": 10,
    "centupl": 100,
}
_MEASURES = {
    "km": ("kilomètre", "kilomètres"),
    "m": ("mètre", "mètres"),
    "cm": ("centimètre", "centimètres"),
    "mm": ("millimètre", "millimètres"),
    "kg": ("kilogramme", "kilogrammes", "kilo", "kilos"),
    "g": ("gramme", "grammes"),
    "mg": ("milligramme", "milligrammes"),
    "l": ("litre", "litres"),
    "ml": ("millilitre", "millilitres"),
    "ha": ("hectare", "hectares"),
    "tonne": ("tonnes",),
    "km/h": (),
    "kwh": (),
    "mg/l": (),
    "°c": (),
}
_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NOT_BEFORE_SUR = (
    r"(?:port(?:e|ent|ait|aient|ant|é|ée|és|ées)|fond(?:e|ent|é|ée|és|ées)|bas(?:e|ent|é|ée|és|ées)|repos(?:e|ent|ait|aient|ant)"
    r"|appui(?:e|ent)|étal(?:e|ent|é|ée|és|ées)|études?|enquêtes?|données|lois?|recherches?|articles?|rapports?|textes?|livres?"
    r"|réparti(?:e|s|es)?|notes?|score|échelle|plus|moins|ou|et|à)"
)
_LARGE = r"[\s-](?:millions?|milliards?|billions?|trillions?)"

FRENCH = Grammar(
    digits=rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|[1-9]\d{{0,2}}(?:\.\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+){{2,9}}|\d+(?:[.,]\d+)?|[.,]\d+",
    decimal=r",|\.(?=\d{1,2}$|\d{4,}$)|(?<=^0)\.|^\.",
    words=_WORDS,
    linked=r"-(?:et-)?|\s(?=cents?\b|mille\b)|(?:(?<=cent)|(?<=cents)|(?<=mille))\s"
    r"|(?:(?<=vingt)|(?<=ante)|(?<=ente))\s(?:et\s(?=une?\b|onze\b)|(?=(?:deux|trois|quatre|cinq|six|sept|huit|neuf)\b))"
    r"|(?<=quatre)\s(?=vingts?\b)|(?:(?<=soixante)|(?<=vingt))\s(?=dix\b)|(?<=dix)\s(?=(?:sept|huit|neuf)\b)",
    scales={
        "mille": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "trillion": 10**18,
        "trillions": 10**18,
    },
    letters={
        "k": 10**3,
        "K": 10**3,
        "m": 10**6,
        "M": 10**6,
        "g": 10**9,
        "G": 10**9,
        "md": 10**9,
        "Md": 10**9,
        "mds": 10**9,
        "Mds": 10**9,
        "mrd": 10**9,
    },
    short=r"\s?(?:[kKmMgG]|[mM]ds?|mrd)(?=\s?[$€])|\s?(?:M|[mM]ds?)(?!\w|['’.-]\w)|(?<=\d\d)[kK](?!\w)",
    cased=r"\s?[KMG]",
    large=("cents?", "mille", "milliers?", "millions?", "milliards?", "billions?", "trillions?"),
    implied={
        "un demi": Fraction(1, 2),
        "demi": Fraction(1, 2),
        "un quart de": Fraction(1, 4),
        "quart de": Fraction(1, 4),
        "trois quarts de": Fraction(3, 4),
        "deux tiers de": Fraction(2, 3),
    },
    implied_before=rf"{_LARGE}\b|[\s-](?:pour[\s-]?cent|point)\b",
    rounds={noun + ending: value for noun, value in _ROUNDS.items() for ending in ("", "s")},
    round_before=rf"(?:une?|{one_of(_UNITS[1:9])})(?:\s(?:bonne|petite|bon|petit))?",
    round_scaled=r"\sde\s(?:milliers|millions|milliards)\b",
    vague=("dizaine", "douzaine", "dizaines", "douzaines"),
    and_part=r"\set\s(?:demie?|quart)\b",
    added={"demi": Fraction(1, 2), "demie": Fraction(1, 2), "quart": Fraction(1, 4)},
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
        "¥": "JPY",
        "yen": "JPY",
        "chf": "CHF",
        "franc": "CHF",
        "¢": "¢",
        "cent": "¢",
    },
    money_before=r"(?:us|ca|c)?\$\s?|[€£¥]\s?|chf\s",
    money_after=r"\s?[$€£¢](?:\s?us\b|\s?ca(?:n|d)?\b)?|\s(?:cents\b|(?:de\s|d['’])?(?:euros?|couronnes|livres\ssterling|yens?|eur|chf)\b)"
    r"|\s(?:de\s)?francs\ssuisses\b|\s(?:de\s)?dollars?\b(?:\s(?:us|américains?|canadiens?)\b)?",
    percent=r"\s?%|[\s-]?pour[\s-]?cents?\b|\sp\.\s?(?:100(?!\d|\s0)|cent\b)",
    per_mille=r"\s?‰|\sp\.\s?(?:1\s?000\b|mille\b)",
    points=r"[\s-]points?\sde\spourcentage\b",
    basis_points=r"\spoints?\sde\sbase\b",
    loose_points=r"[\s-]points?\b",
    moves=r"(?:haus\w+|augment\w+|baiss\w+|recul\w+|chut\w+|diminu\w+|gain|gagn\w+|perd\w+|perte|progress\w+|grimp\w+|bond\w*"
    r"|creus\w+|rédui\w+|écart|avance|retard|tomb\w+|remont\w+|relev\w+|cédé|repli|marge)",
    moved_by=r"(?:de\s)?(?:près\s)?d['’]|de\s",
    moved=r"\s(?:de\s(?:plus|moins|retard|avance|mieux|hausse|baisse)|d['’](?:avance|écart)|au[\s-]dess(?:us|ous))\b",
    times=r"\sfois\b|\s?×(?!\s?\d)|x\b",
    glued=r"pour\s?cent|km|cm|mm|kg|mg|ml",
    multiples={
        start: Quantity(Fraction(value), Unit.TIMES)
        for name, value in _MULTIPLES.items()
        for start in (name, f"le {name}", f"du {name}", f"au {name}")
    },
    multiple=rf"{one_of(_MULTIPLES)}(?:é|ée|és|ées|er|ait|aient|ent|era|eront|ant)\b"
    rf"|{one_of(_MULTIPLES)}e(?=\s(?:l['’]|l[ae]s?\s)(?:risque|nombre|taux|prix|coût|part|cote|probabilité|chance|écart|incidence)s?\b)"
    rf"|(?:(?<=\ble\s)|(?<=\bun\s)|(?<=\bdu\s)|(?<=\bau\s)){one_of(_MULTIPLES)}ement\b"
    rf"|(?:le|du|au)\s{one_of(_MULTIPLES)}e(?=\s(?:de|des|du|par)\b|\sd['’]|[,.;)]|\s?[:\ufffc]|\s?$)",
    multiplied=r"(?<!\d)(?<!\d\s)×\s?|multipli(?:é|ée|és|ées|er|ent|e|ait|ant)\spar\s",
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
        "h": "hour",
        "min": "minute",
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
    time_link=r"\s(?:(?:premi|derni|proch|plein)\w+\s|de\s|d['’])?",
    less_a_day=r"\smoins\sun\sjour\b",
    share=rf"(?:\s(?!(?:{_NOT_BEFORE_SUR}|{one_of(_WORDS)})\b){_LETTERS}){{0,4}}?(?<!\bportent)\ssur\s",
    odds=r":|\scontre\s|\spour\s(?=\d)|\sà\s",
    odds_before=r"rapport\sde|proportion\sde|cote\sde|échelle(?:\sde)?",
    scores=r"(?:vot\w+|voix|gagn(?:é|ée|és|er|e|ent|ait)|perd(?:u|ue|us|re|ent)|emport\w+|batt\w+|adopt\w+|rejet\w+|divis\w+|tranch\w+|score|pass\w+)",
    ranging=r"(?:de|entre)\s",
    rate=rf"(?:\s(?!(?:ou|et|à|{one_of(_WORDS)})\b){_LETTERS}){{0,3}}?\s(?:pour|par)\s|\s?/\s?",
    bases=("mille", "million"),
    measures={word: name for name, words in _MEASURES.items() for word in (name, *words)},
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
    parts={
        word + ending: value
        for word, value in _PARTS.items()
        for ending in ("", "s")
        if word + ending != "tier"
    },
    part_scaled=r"\sde\s(?:million|milliard)",
    halves=r"la\smoitié|moitié(?=\sprix)|(?<!à\s)(?<!-)moitié",
    unsure=r"un\s.*|(?:le|du|au)\s(?!tiers).*",
    person=r"un\stiers",
    person_not=r"(?:environ|presque|quelque|seulement|moins|entre|jusqu['’]à|quarts?\sà|près\sd['’]|environ|(?:plus|moins)\sd['’]|d['’]environ)\s?"
    r"|\b(?:haus|augment|baiss|recul|chut|diminu|progress|grimp|rédui|accru|amput|coup|major|abaiss|inféri|supéri|tomb|tron)\w*\s(?:\w+\s){0,2}?(?:d['’]|à\s|de\s)"
    r"|\b(?:moitié|quart|tiers|cinquième|dixième)\b[^.;]{0,24}(?:\sd['’]|\w\s(?<!\bun\s)(?<!\bà\s)(?<!\bpar\s)(?<!\bde\s))",
    part_of_person=r"\s(?:de|des|du|ont|sont|étaient|avaient|plus|moins|[^\W\d_]+(?:aient|èrent))\b|\sd['’]|\s?\(\d|,?\ssoit\b",
    part_of=r"\s(?:[lns]['’])?(?:de|des|du|ou|a|avait|disent|disait|vivent|[^\W\d_]*(?:aient|ont)|à\s(?:un|deux|trois))\b|\sd['’]|\s?[,.;:()\ufffc]|\s?$",
    joins=r"\s(?:à|jusqu['’]à)\s|[-–‑]|\s–\s",
    pair=r"\set\s",
    between=r"entre",
    either=r"\sou\s",
    hedge=r"environ|presque|quelque|quelques|à\speu\sprès|près\s(?:de\s|du\s|des\s|d['’])|(?:un\speu\s)?(?:plus|moins)\s(?:de\s|du\s|des\s|d['’])"
    r"|près|plus|moins|au\smoins|seulement|d['’]environ|jusqu['’]à",
    starts=r"moiti|la(?=\smoi)|demi(?=[\s-]mil)|quart(?=\sde\smil)|(?:le|du|au)(?=\s(?:tie|qua|qui|cin|six|sep|hui|neu|dix|onz|sei|vin|cen|mil|dou|tri|sext))|multipli|divis",
    names=FRENCH_NAMES,
)
