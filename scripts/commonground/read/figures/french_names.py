"""French numbers that are no figures, as data."""

from commonground.model.figure import Reason
from commonground.read.figures.names import SPACE, YEAR, Names

_MONTH = (
    r"(?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"|(?:janv|févr|fév|avr|juill|juil|sept|oct|nov|déc)\b\.?)"
)
_DAY = r"(?:1er|\d{1,2})"
_COURTS = r"(?:scc|csc|fca|caf|cf|cedh|[a-z]{2}(?:sc|ca|kb|qb|cj|pc|cs|sm|ct))"
_UNIT_OF_TIME = r"(?:an|année|mois|semaine|jour|heure|journée|nuit|minute|décennie|siècle)"
_LASTING = r"\s?(?:/|(?:de(?!\sl['’]après)|du(?!\s(?:matin|soir))|par|durant|pour|plus\s(?:tôt|tard)|avant|après)\b|d['’])"
"""What makes hours a length of time."""

_MANY = (
    rf"{YEAR}\s(?:personnes|femmes|hommes|adultes|enfants|jeunes|membres|ménages|gens|participant|répondant|travailleu|km\b|kg\b)"
    rf"|(?:(?<=\bn=)|(?<=\bn\s=\s)|(?<=quelque\s)){YEAR}"
)
"""Numbers that look like years and count something."""

_COUNTED = r"\s(?:pour\scent|p\.\s?100|fois|(?:de\s)?dollars|cents|euros|ans|années|mois|semaines?|jours?|heures?|minutes?|personnes|femmes|hommes)(?!\w)|\s(?:[^\W\d_]+\s)?(?:pour|par)\s1"
"""What makes even 911 a number."""

_LEVELS = (
    r"\d+(?:[.,]\d+)?\s?%\s(?:ic|ci)\b(?!\s(?:à|de)\s\d)",
    r"19\sfois\ssur\s20",
)
_DATES = (rf"{_DAY}(?:(?:[-–]|\s(?:et|au|à|ou)\s){_DAY})?\s{_MONTH}(?:\s{YEAR})?",)
_STREETS = (
    r"\d+[a-d]?(?:-\d+)?(?:\s(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|boul\.|bd|chemin|ch\.|promenade|ruelle|impasse|allée"
    r"|quai|côte|montée|rang|croissant|terrasse|place)\s(?![.,;:])",
    r"\d+(?:-\d+)?,\s\d+e\s(?:rue|avenue|rang)\b",
)
_BASE = r"(?<=\bpour\s)1(?:00|0{0,2}\s?000|\s000\s000)(?=\s?\))"
"""The base of rates in a heading: « Taux (pour 100 000) »."""

_CLOCKS = (
    r"(?:24\s(?:h\b|heures)|7\s(?:j\b|jours))\ssur\s(?:24|7)\b",
    r"7\sjours\spar\ssemaine|24\s?h/24|24\sheures\spar\sjour",
    rf"(?<!pendant\s)(?<!durant\s)(?<!\ben\s)(?<!les\s)(?:[01]?\d|2[0-4])\s?h(?:\s?[0-5]\d)?\b(?!{_LASTING}|\s?%)",
    r"\d{1,2}\sheures?\s(?:du\s(?:matin|soir)|de\sl['’]après-midi)",
    rf"\d{{1,2}}\sheures?\sà\s\d{{1,2}}\sheures?\b(?!{_LASTING})",
)
_PHRASES = (
    r"50[/-]50",
    r"un\stiers\sde\sbonne\sfoi\b",
    r"une\squinzaine\b(?!\sd)",
    r"vingt-quatre\sheures\s(?:sur\svingt-quatre|par\sjour)|sept\sjours\s(?:sur\ssept|par\ssemaine)",
    r"une?\s(?:jour|moment|fois|journée|nuit)\b(?!\ssur\s|\set\sdemie?)",
    r"(?:mille|cent)\s(?:mercis|excuses|pardons|raisons|façons|regrets|bravos|baisers|questions|manières|choses|et\sune?)\b",
    r"(?:mille|cent)\sfois\b(?!\s(?:plus|moins|la|le|les|supérieure?s?|inférieure?s?)\b|\sl['’])",
    r"trente-six\s(?:solutions|fois|façons|manières|choses)\b|quatre\scoins\b|deux\spoids\b|(?:un\s)?mille-feuilles?\b",
    r"deux\sfois\squ['’]une\b|(?<=\sà\s)deux\sfois\b(?!\s(?:plus|moins|par|la|le)\b|\sl['’])|quatre\sfois\srien\b",
    r"(?:un|le|du|au|deux|trois|quatre)\squarts?\s(?:d['’]heure|de\s(?:travail|nuit|jour|soir|siècle|métier|finale))",
    r"(?:le|du|au)\stiers(?:-monde|\s(?:qui|payeur|payant|saisi|concerné|indépendant|parti|acquéreur|acquéreurs|détenteur|demandeur|créancier|bénéficiaire|opposant)\b)",
    r"doubl(?:é|ée|és|ées|er|e|ent)\s(?:à\s(?:droite|gauche)|une\svoiture|en\s(?:français|anglais))\b",
)
_YEARS = (
    rf"(?={YEAR})(?!{_MANY})(?<!plus\sde\s)(?<!moins\sde\s)(?<!au\smoins\s)(?<!près\sde\s)(?<!environ\s){YEAR}(?:\s?[-–/]\s?(?:{YEAR}|\d\d(?!\d))|(?!-\d{{3}}[\dx](?!\w)))"
    rf"(?!\w|[.,]\d|{SPACE}\d{{3}}\b|\s?[%$]|\spour\scent|\s(?:de\s)?dollars|\sfois)",
    r"(?<=\bl['’]an\s)\d{3,4}(?!\w|[.,]\d)",
)
_LISTS = (
    "articles", "paragraphes", "alinéas", "pages", "tableaux", "figures", "annexes", "chapitres", "recommandations",
    "questions", "principes", "règles", "étapes", "sorties", "chefs", "salles", "les portes", "billets", "chambres", "lots", "tomes", "volumes", "bureaux", "locaux",
    "appartements", "notes", "numéros", "projets de loi", "lois", "sections", "nos",
    "appels à la justice", "art.", "arts.", "par.", "al.", "p.", "pp.",
)  # fmt: skip
_LABELS = (
    "article", "paragraphe", "alinéa", "page", "tableau", "figure", "annexe", "chapitre", "recommandation", "question",
    "clause", "fig.", "chap.", "cat.", "tab.", "règl.", "principe", "règle", "étape", "note", "numéro", "loi", "appel à la justice", "section", "partie", "tome", "volume",
    "vol.", "ch.", "c.", "route", "autoroute", "bureau", "règlement", "résolution", "convention", "protocole", "phase",
    "vision", "ligne", "point", "salle", "quartier", "appartement", "vol", "canal", "arrêt", "objectif", "sortie",
    "autobus", "iso", "art", "version", "poste", "années", "no", "no.", "n°", "nº", "nᵒ", "§",
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
    "plaque(?:\\sd['’]immatriculation)?",
)
_EDITIONS = (
    "wcag", "cc by", "cc by-sa",
    "cc by-nc", "cc by-nd", "cc by-nc-sa", "cc by-nc-nd", "python", "firefox", "android", "ios", "html",
)  # fmt: skip
_PLACES = (
    "case postale", "c. p.", "c.p.", "boîte postale", "b.p.", "bp", "code postal", "app.", "appt", "étage", "la porte", "chambre", "casier",
)  # fmt: skip
_FILES = (
    "dossier", "formulaire", "affaire", "inscrit sous", "inscrite sous", "matricule", "permis", "facture", "insigne", "onglet",
    "pétition", "politique", "série", "code", "référence", "référence :", "réf.", "réf. :", "décret", "modèle", "lot",
    "requête", "formule", "contrat", "brevet", "billet", "psaume", "verset", "chef", "lit", "siège", "piste", "pièce", "table",
    "voie", "couloir", "stand", "hall", "maison", "cabine", "semaine", "jour", "leçon", "module", "épisode", "saison", "stade", "niveau",
    "zone", "secteur", "bloc", "bâtiment", "tour", "terminal", "fréquence", "sonnet", "opus", "symphonie", "acte", "scène", "mesure",
    "action", "cible", "rangée", "plan", "carte", "diapositive", "graphique", "encadré", "ont.", "camp", "puits", "cellule", "windows", "chrome", "studio", "local", "unité", "quai",
)  # fmt: skip
_AFTER_FILES = (
    "de", "du", "des", "et", "ou", "est", "sont", "a", "ont", "était", "étaient", "au", "aux", "à", "dans", "pour", "par", "sur",
    "sous", "avec", "en", "qui", "que", "le", "la", "les", "ne", "doit", "peut", "fixe", "vise", "fut", "furent",
    "sera", "seront", "serait", "reste", "restent", "demeure", "doivent", "peuvent", "date", "porte", "contient", "montre", "indique",
    "précise", "énonce", "prévoit", "cite", "vaut", "vient", "va", "avait", "avaient", "se", "dit", "décrit", "traite",
    "compte", "dont", "où", "puis", "mais", "car", "ni", "sans", "contre", "entre", "depuis", "dès", "lors", "daté", "datée",
)  # fmt: skip

FRENCH_NAMES = Names(
    not_figures={
        Reason.LEVEL: _LEVELS,
        Reason.DATE: _DATES,
        Reason.TELEPHONE: (rf"(?:911|988)(?!\w|[.,]\d|\s?[%$€£]|{_COUNTED})",),
        Reason.NUMBERED: (rf"{YEAR}\s{_COURTS}\s\d+", r"\d+(?:\.\d+)?[a-z](?:\.\d+)?\)", *_STREETS, _BASE),
        Reason.CLOCK: _CLOCKS,
        Reason.PHRASE: _PHRASES,
        Reason.YEAR: _YEARS,
    },
    articles=rf"une?\s{_UNIT_OF_TIME}\b(?!\s(?:de\sprison|moins\sun\sjour|sur|et\sdemie?)\b|\sd['’]emprisonnement)",
    address=r"\d{5}(?=\s[A-ZÉÎ][\w-]+)|(?<=,\s)\d{5}(?=\.\s?$)",
    identifiers=_IDENTIFIERS,
    labels=(*_LABELS, *_EDITIONS, *_PLACES),
    loose_labels=_FILES,
    loose_end=_AFTER_FILES,
    list_labels=_LISTS,
    list_joint=r"(?:,?\s(?:et|ou|à)\s|,\s|[-–])(?:(?:art|par)\.\s)?",
    label_end=r"\d+(?:[./]\d+)*(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?",
    months=("le", "du", "au", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    counted=r"\s(?:(?!(?:dans|sans|des|les|ses|vers|puis|plus|pas)\b)[^\W\d_]+[sx]|gens)\b",
    days=r"(?:3[01]|[12]?\d)(?![\d\w%]|[.,]\d|\s?[%€$])(?:\sau\s(?:3[01]|[12]?\d)(?!\w|[.,]\d|\s?[%€$]))?",
    dials=("le", "au", "composez", "appelez", "composer", "appeler", "texto", "à", "tél.", "tél. :", "téléphone", "téléphone :", "téléc.", "téléc. :", "télécopieur", "télécopieur :", "fax"),
    hours=("à", "dès", "vers", "avant", "après", "jusqu'à", "jusqu’à", "était", "est", "passé"),
    lasting=_LASTING,
    levels=tuple(
        f"{noun}{link}"
        for noun in ("ic", "(ic)", "[ic]", "icr", "confiance", "crédibilité", "incertitude", "prédiction", "intervalle")
        for link in ("", " à", " de", " :")
    ),
    levels_near=(("intervalles?", "confiance"), r"\sà"),
    before_names=("une?", "l[ea]", "l['’]", "du", "au", "cet?", "cette", "son", "sa", "notre", "leur"),
    idioms=("première", "deuxième", "seconde", "dernière", "douce", "autre"),
)  # fmt: skip
