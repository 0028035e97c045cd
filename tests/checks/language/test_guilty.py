"""Uses of listed words in our own voice: each is reported with its rule and the exact words found."""

import unicodedata

import pytest

from ...said import said

ENGLISH = {
    "noun": ("She is a prostitute.", "prostitute-as-noun", "prostitute"),
    "plural": ("Two prostitutes spoke.", "prostitute-as-noun", "prostitutes"),
    "capital": ("Prostitutes spoke first.", "prostitute-as-noun", "Prostitutes"),
    "all-capitals": ("PROSTITUTES SPOKE FIRST.", "prostitute-as-noun", "PROSTITUTES"),
    "possessive": ("The prostitute's coat was found.", "prostitute-as-noun", "prostitute"),
    "possessive-typographic": ("The prostitute’s coat was found.", "prostitute-as-noun", "prostitute"),
    "prefix": ("The ex-prostitute runs a bakery.", "former-label", "ex-prostitute"),
    "no-break-hyphen": ("The ex\u2011prostitute runs a bakery.", "former-label", "ex\u2011prostitute"),
    "unlisted-prefix": ("A non-prostitute was asked too.", "prostitute-as-noun", "prostitute"),
    "bold": ("She is a **prostitute** now.", "prostitute-as-noun", "prostitute"),
    "stress": ("She is a *prostitute* now.", "prostitute-as-noun", "prostitute"),
    "heading": ("## Prostitutes in the news", "prostitute-as-noun", "Prostitutes"),
    "list": ("- First, the hookers left.", "hooker", "hookers"),
    "table": ("| Who | How |\n| --- | --- |\n| hookers | by bus |", "hooker", "hookers"),
    "link-text": ("Read about [hookers](https://example.org/).", "hooker", "hookers"),
    "image-text": ("![Hookers at a corner](a.png)", "hooker", "Hookers"),
    "inside-link-word": (
        "Street [pro**stitutes**](https://example.org/) left.",
        "street-prostitute",
        "Street prostitutes",
    ),
    "line-wrap": ("The street is known for sex\ntrade workers.", "sex-trade", "sex trade workers"),
    "no-break-space": ("The skid\u00a0row hotels closed.", "skid-row", "skid\u00a0row"),
    "narrow-space": ("The skid\u202frow hotels closed.", "skid-row", "skid\u202frow"),
    "after-dash": ("He was charged—a pimp—and left.", "pimp", "pimp"),
    "slash": ("The escort/hooker question came up.", "hooker", "hooker"),
    "quote-then-ours": ("He said “no” to the hooker.", "hooker", "hooker"),
    "apostrophe-is-no-quote": ("The workers' union met hookers at the workers' hall.", "hooker", "hookers"),
    "single-opening": ("The hookers' union met.", "hooker", "hookers"),
    "unclosed-quote": ("He said “no. The hooker left.", "hooker", "hooker"),
    "verb": ("She prostituted herself to pay the rent.", "prostitute-as-verb", "prostituted herself"),
    "verb-not-noun": (
        "He had to prostitute himself, and they prostitute themselves.",
        "prostitute-as-verb",
        "prostitute themselves",
    ),
    "john": ("Police arrested six johns on Friday.", "john", "johns"),
    "john-capital": ("Johns were arrested by police.", "john", "Johns"),
    "the-john": ("The john paid her less than he had promised.", "john", "The john"),
    "happy-ending": ("The massage came with a happy ending.", "massage-slang", "happy ending"),
    "oriental": ("The ad promised an oriental girl.", "racialized-labels", "oriental"),
    "fallen": ("The home took in fallen women.", "fallen-woman", "fallen women"),
    "stripper": ("The strippers asked for a contract.", "stripper", "strippers"),
    "known": ("The victim was known to police.", "known-prostitute", "known to police"),
    "body": ("She sold her body for rent.", "sells-body", "sold her body"),
    "herself": ("She sold herself on the street.", "sells-body", "sold herself"),
    "plied": ("She plied her trade near the port.", "plied-trade", "plied her trade"),
    "addict": ("He is an addict.", "addict", "addict"),
    "addicts-capital": ("Addicts sleep here.", "addict", "Addicts"),
    "junkie": ("The junkies left needles.", "junkie", "junkies"),
    "clean": ("All of them tested clean.", "clean-dirty", "tested clean"),
    "got-clean": ("She got clean after the birth.", "clean-dirty", "got clean"),
    "hiv": ("Ten HIV\u2011infected women were asked.", "hiv-infected", "HIV\u2011infected"),
    "homeless": ("The shelter feeds the homeless.", "the-homeless", "the homeless"),
    "poor": ("Fines hurt the poor.", "the-poor", "the poor"),
    "natives": ("Natives were not asked.", "native", "Natives"),
    "native-women": ("Native women led the march.", "native", "Native women"),
    "indian": ("The file lists Indian women from the reserve.", "indian", "Indian women"),
    "aboriginal": ("Aboriginal women are over-represented.", "aboriginal", "Aboriginal women"),
    "canadas": ("The panel heard Canada’s First Nations.", "canadas-indigenous", "Canada’s First Nations"),
    "longest": ("A street prostitute spoke.", "street-prostitute", "street prostitute"),
    "child": ("Two child prostitutes were found.", "child-prostitute", "child prostitutes"),
    "dated-risk": ("She led a high-risk lifestyle.", "high-risk-lifestyle", "high-risk lifestyle"),
    "herself-at-risk": (
        "She put herself in danger by going there.",
        "risk-blame",
        "put herself in danger",
    ),
    "suicide": ("He committed suicide.", "committed-suicide", "committed suicide"),
    "pre-op": ("A pre-op trans woman spoke.", "sex-change", "pre-op"),
    "missing": ("The missing women were ignored.", "missing-women-noun", "The missing women"),
    "war-zone": ("The Downtown Eastside is a war zone.", "dtes-cliche", "war zone"),
    "wide-letters": ("İ saw a hooker there.", "hooker", "hooker"),
}

FRENCH = {
    "nom": ("Une prostituée a parlé.", "prostituee-nom", "prostituée"),
    "pluriel": ("Deux prostituées ont parlé.", "prostituee-nom", "prostituées"),
    "majuscule": ("Prostituées et clients ont parlé.", "prostituee-nom", "Prostituées"),
    "capitales": ("PROSTITUÉES EN GRÈVE.", "prostituee-nom", "PROSTITUÉES"),
    "élision": ("Il parle d'une ex-prostituée.", "ex-prostituee", "ex-prostituée"),
    "élision-courbe": ("L’effeuilleuse a un contrat.", "danseuse-nue", "effeuilleuse"),
    "inclusive": ("Les prostitué·e·s ont parlé.", "prostituee-nom", "prostitué"),
    "adjectif": ("Des femmes prostituées ont parlé.", "personne-prostituee", "femmes prostituées"),
    "verbe": ("Elle s'est prostituée pendant un an.", "se-prostituer", "s'est prostituée"),
    "verbe-courbe": ("Elle s’est prostituée pendant un an.", "se-prostituer", "s’est prostituée"),
    "gras": ("C'est une **putain** du port.", "insultes", "putain"),
    "insistance": ("C'est une *putain* du port.", "insultes", "putain"),
    "titre": ("## Les putes du port", "insultes", "putes"),
    "liste": ("- D'abord, les putes du port.", "insultes", "putes"),
    "lien": ("Lire sur [les putes](https://exemple.org/).", "insultes", "putes"),
    "image": ("![Putes au coin](a.png)", "insultes", "Putes"),
    "traînée": ("Il l'a traitée comme une traînée.", "insultes", "traînée"),
    "retour": ("Le quartier des filles de\njoie a changé.", "fille-de-joie", "filles de joie"),
    "insécable": ("Les filles\u00a0de\u00a0joie sont parties.", "fille-de-joie", "filles\u00a0de\u00a0joie"),
    "ligature": ("On parlait de mœurs légères.", "femme-dechue", "mœurs légères"),
    "après-citation": ("Il a dit « non » à la pute.", "insultes", "pute"),
    "citation-ouverte": ("Il a dit « non. La pute est partie.", "insultes", "pute"),
    "points": ("Des femmes : des putes, dit-il.", "insultes", "putes"),
    "pimp": ("Elle remettait la moitié à son pimp.", "proxenete", "pimp"),
    "maquereau": ("Le maquereau prenait l'argent de cette femme.", "proxenete", "maquereau"),
    "mac": ("Son mac attendait que la fille revienne.", "proxenete", "mac"),
    "proxénète": ("Le chauffeur est un proxénète.", "proxenete-droit", "proxénète"),
    "johns": ("Les johns ont reçu une amende.", "john-fr", "Les johns"),
    "corps": ("Elle vend son corps.", "vendre-son-corps", "vend son corps"),
    "se-vend": ("Elle se vend à des inconnus.", "vendre-son-corps", "se vend"),
    "connue": ("La victime était connue des policiers.", "connue-des-policiers", "connue des policiers"),
    "danger": ("Elle s'est mise en danger en montant.", "agresseur-efface", "s'est mise en danger"),
    "agresser": ("Elle s’est fait agresser au parc.", "agresseur-efface", "s’est fait agresser"),
    "mode-de-vie": ("Elle avait un mode de vie à risque.", "mode-de-vie-a-risque", "mode de vie à risque"),
    "glauque": ("Le motel est glauque.", "glauque", "glauque"),
    "louche": ("Un motel louche attire les regards.", "glauque", "louche"),
    "nettoyer": ("Des voisins veulent nettoyer la rue.", "nuisance-fr", "nettoyer la rue"),
    "rafle": ("La rafle a mené douze femmes au poste.", "descente", "rafle"),
    "rue": ("Elle faisait le trottoir au port.", "faire-le-trottoir", "faisait le trottoir"),
    "toxicomane": ("Il est toxicomane.", "toxicomane", "toxicomane"),
    "droguée": ("La locataire est une droguée.", "toxicomane", "droguée"),
    "accro": ("Elle est accro au fentanyl.", "toxicomane", "accro"),
    "itinérants": ("Le refuge reçoit des itinérants.", "itinerant", "itinérants"),
    "itinérante": ("Une itinérante dormait là.", "itinerant", "itinérante"),
    "clandestines": ("Les clandestines ont été arrêtées.", "sans-papiers", "clandestines"),
    "clandestin": ("On a arrêté un travailleur clandestin.", "sans-papiers", "clandestin"),
    "détenues": ("Les détenues ont écrit.", "prisonniers", "détenues"),
    "criminelles": ("La loi en fait des criminelles.", "prisonniers", "criminelles"),
    "travesti": ("La police parle d'un travesti.", "travesti", "travesti"),
    "indiennes": ("Le dossier nomme trois Indiennes de la réserve.", "amerindien", "Indiennes"),
    "amérindienne": ("Une femme amérindienne a parlé.", "amerindien", "amérindienne"),
    "indigènes": ("Les femmes indigènes ont parlé.", "indigene", "indigènes"),
    "possessif": (
        "On a entendu les Premières Nations du Canada.",
        "possessif-autochtones",
        "Premières Nations du Canada",
    ),
    "suicide": ("Il a commis un suicide.", "commettre-un-suicide", "a commis un suicide"),
    "sidéen": ("Le sidéen a parlé.", "sideen", "sidéen"),
    "mts": ("La clinique dépiste les MTS.", "mts", "MTS"),
    "mineure": ("De jeunes prostituées ont été trouvées.", "enfant-prostitue", "jeunes prostituées"),
    "sans-voix": ("Le projet donne une voix aux femmes.", "sans-voix", "donne une voix"),
    "bordel": ("Le bordel a fermé.", "bordel", "bordel"),
}


def found(problems):
    """Return (rule, words in the message) of each problem."""
    return [(p.rule.removeprefix("language/"), said(p)[1:].partition('":')[0]) for p in problems]


@pytest.mark.parametrize(("text", "rule", "words"), ENGLISH.values(), ids=ENGLISH.keys())
def test_guilty_english(text, rule, words, reported):
    """The rule and the words as they stand are reported."""
    assert (rule, words) in found(reported("en", text))


@pytest.mark.parametrize(("text", "rule", "words"), FRENCH.values(), ids=FRENCH.keys())
def test_guilty_french(text, rule, words, reported):
    """La règle et les mots tels qu'ils sont écrits sont signalés."""
    assert (rule, words) in found(reported("fr", text))


@pytest.mark.parametrize(("text", "rule", "words"), FRENCH.values(), ids=FRENCH.keys())
def test_decomposed_accents_change_nothing(text, rule, words, reported):
    """A file that writes é as e and an accent gets the same report."""
    assert (rule, words) in found(reported("fr", unicodedata.normalize("NFD", text)))


def test_place_is_exact(reported):
    """The place is that of the words in the file, across marks and a line wrap."""
    (problem,) = reported("en", "One line.\n\nHere **sex\ntrade workers** met.")
    assert (problem.span.line, problem.span.column) == (8, 8)
    assert (problem.span.end_line, problem.span.end_column) == (9, 14)


def test_overlap_takes_longest_message_and_strictest_level(reported):
    """The longest form speaks, and the slur inside it keeps its level."""
    (problem,) = reported("en", "A street prostitute spoke.")
    assert (problem.rule, problem.level) == ("language/street-prostitute", "error")


def test_replacing_rule_keeps_its_own_level(reported):
    """The adjective is a warning though the noun inside it is an error."""
    (problem,) = reported("fr", "Des femmes prostituées ont parlé.")
    assert (problem.rule, problem.level) == ("language/personne-prostituee", "warning")


def test_each_use_is_reported(reported):
    """Two uses in one sentence are two problems, in reading order."""
    problems = reported("en", "Hookers and junkies met.")
    assert found(problems) == [("hooker", "Hookers"), ("junkie", "junkies")]


def test_replacement_takes_the_capital(reported):
    """At the start of a sentence the proposal starts with a capital too."""
    (problem,) = reported("en", "Hookers met.")
    assert "Sex workers" in problem.suggestions
