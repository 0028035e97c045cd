"""A form that is part of a name is left alone; a capital that a sentence or a headline gives makes no name."""

import pytest

NAMES = {
    "abbreviation": ("en", "Whores of Great Britain (WGB) wrote to the minister."),
    "abbreviation-with-small-words": ("en", "She spoke for the Society against the Arrest of Prostitutes (SAP)."),
    "of-a-body": ("en", "The Dutch Union of Prostitutes moved to The Hague."),
    "of-a-body-for-rights": ("en", "The League for the Rights of Prostitutes moved to The Hague."),
    "before-a-body": ("en", "The Danish Prostitutes' Association moved to Aarhus."),
    "before-a-body-far": ("en", "Brothel Workers' Rights Society members met."),
    "act": ("en", "The Brothels Regulation Act was repealed."),
    "street": ("en", "Whore Street was renamed in 1850, a clerk wrote."),
    "introduced": ("en", "The choir met the group Hookers on Bikes."),
    "introduced-with-a-comma": ("en", "He reread her memoir, Junkie Years, on the train."),
    "called": ("en", "They run a bar called Pimps and Pints."),
    "first-name": ("en", "The prize went to Tessa Hooker for her orchids."),
    "first-name-first": ("en", "Tessa Hooker grows orchids."),
    "initials": ("en", "The letter is by A. J. Hooker and his aunt."),
    "surname": ("en", "The prize, said Hooker, is for the orchids."),
    "place": ("en", "We walked from Port Hooker to the mill."),
    "headline-street": ("en", "Fire Guts Three Houses on Hooker Road"),
    "headline-body": ("en", "Prostitutes' Collective Wins Grant"),
    "quoted-title": ("en", "“Brothels of the Yukon” sold out in a week."),
    "quoted-title-with-its-kind": ("en", "The novel “Whores” sold out in a week."),
    "typed-italics": ("en", "Her novel \\*Whores and Clerks\\* sold out in a week."),
    "corps": ("fr", "Le Syndicat national des prostituées siège à Lyon."),
    "corps-contre": ("fr", "Elle parle au nom de la Ligue suisse contre la prostitution."),
    "corps-d-enquete": ("fr", "Le rapport de la Commission d'enquête sur la prostitution compte 90 pages."),
    "corps-de-loi": ("fr", "Un avis de l'Observatoire de la prostitution est attendu."),
    "sigle": ("fr", "La Grande Amicale des putes (GAP) a écrit au ministre."),
    "presente": ("fr", "Le groupe Putes de fer chante samedi."),
    "titre-presente": ("fr", "Le film Une pute en hiver sort en mars."),
    "rue": ("fr", "La rue de la Putain a été rebaptisée."),
    "personne": ("fr", "La bourse va à Thérèse Souteneur pour ses orchidées."),
    "majuscule": ("fr", "On se retrouve au Bordel, un bar de la rue Rachel."),
    "titre-entre-guillemets": ("fr", "Le roman « Putes » est épuisé."),
    "italiques-tapees": ("fr", "Son roman \\*Les putes de Rouen\\* est épuisé."),
}  # fmt: skip

USES = {
    "first-word": ("en", "Hookers have left Dock Street."),
    "first-word-before-a-name": ("en", "Hooker Jane Roe, 40, was buried on Monday."),
    "headline": ("en", "Hooker Hurt Near Dock, Police Say"),
    "headline-after-a-body": ("en", "City Council Wants Prostitutes Gone"),
    "headline-between-bodies": ("en", "Union Leaders Back Prostitutes on Dock Street"),
    "headline-about": ("en", "Commission Hears Prostitutes"),
    "headline-body-votes-on": ("en", "Council Votes on Prostitution"),
    "headline-street": ("en", "Dock Street Prostitutes Fined"),
    "headline-on-a-street": ("en", "Clerk Fines Prostitutes on Dock Street"),
    "of-a-street": ("en", "Prostitutes of Dock Street paid."),
    "all-capitals": ("en", "HOOKERS LEAVE DOCK STREET"),
    "one-in-capitals": ("en", "She met a HOOKER on Dock Street."),
    "after-a-colon": ("en", "The verdict: Prostitutes pay."),
    "after-an-article": ("en", "The clerk said that the Prostitute paid."),
    "beside-a-body": ("en", "The Dock Union heard three prostitutes."),
    "beside-a-street": ("en", "The prostitutes of Dock Street paid."),
    "of-a-city": ("en", "The New York prostitutes paid."),
    "abbreviation-of-others": ("en", "The prostitutes and Dock Union (DU) signed."),
    "abbreviation-without-capitals": ("en", "Commercial sex workers (CSW) signed."),
    "people": ("en", "Two Aboriginal women signed."),
    "group-without-capital": ("en", "A group of prostitutes signed."),
    "quoted-word": ("en", "We want the “Whores” gone."),
    "quoted-capitals": ("en", "We want the “NO WHORES HERE” back."),
    "premier-mot": ("fr", "Prostituée retrouvée au quai Nord"),
    "reseau": ("fr", "Réseau de prostitution démantelé"),
    "projet": ("fr", "Projet contre la prostitution : le maire recule"),
    "corps-qui-parle": ("fr", "La Commission parle des prostituées."),
    "corps-qui-aide": ("fr", "La Fondation aide des prostituées."),
    "corps-et": ("fr", "La Fondation et des prostituées ont signé."),
    "corps-sans-majuscule": ("fr", "Le syndicat des prostituées a signé."),
    "ville": ("fr", "Les prostituées de Rouen ont signé."),
    "titre-en-majuscules": ("fr", "PUTES CHASSÉES DU QUAI"),
    "deux-points": ("fr", "Verdict : Putes chassées."),
}  # fmt: skip


@pytest.mark.parametrize(("language", "markdown"), [pytest.param(*case, id=id) for id, case in NAMES.items()])
def test_name_is_left_alone(language, markdown, reported):
    """A body, a street, a person, a work: what it is called is no word of ours."""
    assert reported(language, markdown) == []


@pytest.mark.parametrize(("language", "markdown"), [pytest.param(*case, id=id) for id, case in USES.items()])
def test_capital_alone_makes_no_name(language, markdown, reported):
    """The first word of a sentence, a headline, a word beside a name: they are heard."""
    assert len(reported(language, markdown)) == 1
