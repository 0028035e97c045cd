"""Sentences about somebody under 18, about force, and about neither, with a place for a word that a rule finds: ``{}``."""

MINOR = {
    "en": [
        "A 17-year-old was called a {} in court.", "She was 15 when the paper wrote {}.", "At 14, she was known for {}.",
        "Police spoke of {} and a girl of 16.", "The boy, 13, knew of {}.", "Two teenagers and {} were named.",
        "{}: an underage victim speaks.", "Students in Grade 9 were told of {}.", "A ninth-grader was linked to {}.",
        "Girls aged 12 to 16 were found at a place of {}.", "The report counts minors under {}.", "Children heard of {}.",
        "He met high school students through {}.", "She was sixteen and knew {}.", "Nobody under 18 belongs to {}.",
        "A child of eleven saw {}.", "{} began before she turned 18.", "She was just fourteen. The file says {}.",
        "The adolescent's file says {}.", "She ran from a group home and into {}.", "The schoolgirl was asked about {}.",
        "Youth as young as 13 met {}.", "She was barely 16, and {} was the word.", "Her 17th birthday came after {}.",
        "Those aged fifteen spoke of {}.", "The minor was brought to {}.", "{} and 14- to 17-year-olds.", "She turned 16 amid {}.",
        "The victim, only 15, wrote of {}.", "Two 15-year-olds were there. They spoke of {}.",
        "A minor posing as {} was found.", "Her age was given as 17: {}.", "The two, 15 and 16, knew {}.", "Born in 2011, she knew {}.",
    ],
    "fr": [
        "Une fille de 17 ans connaît {}.", "À quinze ans, elle parlait de {}.", "Deux mineures et {} étaient là.",
        "Léa, 16 ans, parle de {}.", "L'adolescente parle de {}.", "Une élève du secondaire connaît {}.",
        "Les filles de secondaire 3 parlent de {}.", "Des jeunes de 14 à 17 ans parlent de {}.", "Elle avait 15 ans : {}.",
        "Dès 13 ans, elle entendait {}.", "Une enfant de onze ans a vu {}.", "Elle n'avait pas 18 ans, et {}.",
        "Les moins de 18 ans ne sont pas {}.", "Une fugueuse de Laval parlait de {}.", "La jeune fille parlait de {}.",
        "{} : une ado témoigne.", "L'école secondaire a parlé de {}.", "Une écolière savait {}.", "Âgée de 16 ans, elle connaît {}.",
        "Elle en avait seize. Le journal écrit {}.", "Le garçon, 14 ans, a lu {}.", "Sa fille de douze ans a lu {}.",
        "Placée en centre jeunesse, elle parlait de {}.", "Depuis l'âge de 14 ans, elle entend {}.", "La fillette a vu {}.",
        "Avant sa majorité, elle a connu {}.", "Deux gamines ont vu {}.", "Des enfants parlent de {}.", "Une fille de 16 à 19 ans parle de {}.",
        "Une jeune de 17 ans parle de {}.", "Elle connaît {} depuis ses 14 ans.", "Née en 2011, elle connaît {}.",
        "Dès l'adolescence, elle parlait de {}.", "D'âge scolaire, elle parlait de {}.",
    ],
}  # fmt: skip
FORCE = {
    "en": [
        "She was forced: {} is what they wrote.", "He coerced her, and {} followed.", "They were trafficked; the paper says {}.",
        "She was sold to a man who spoke of {}.", "He lured women with talk of {}.", "They were made to see {}.",
        "Against her will, she saw {}.", "He held their passports and spoke of {}.", "Under threat, she accepted {}.",
        "The captives spoke of {}.", "She was kidnapped, and {} was the word.", "They were locked in a room with {}.",
        "She was tricked into {}.", "He blackmailed her about {}.", "She was enslaved, and the paper wrote {}.",
        "The women were exploited, not {}.", "She was groomed by a man who said {}.", "She was prostituted by him. {} came up.",
        "She was sold as {}.", "Debt-bonded women spoke of {}.", "She knew {} because he made her.",
    ],
    "fr": [
        "Elle a été forcée : {} est le mot.", "On l'a contrainte, et {} a suivi.", "Les victimes de traite parlent de {}.",
        "Il l'obligeait à dire {}.", "Sous la menace, elle a accepté {}.", "Elles étaient livrées à {}.",
        "Elle a été vendue par un homme qui parlait de {}.", "Contre son gré, elle a vu {}.", "Séquestrées, elles parlaient de {}.",
        "Il a confisqué leurs passeports et parlait de {}.", "Des trafiquants d'êtres humains parlaient de {}.",
        "Elle a été attirée dans {}.", "Les hommes exploitaient des femmes, et {} était le mot.", "Réduites en esclavage, elles disent {}.",
        "Il la prostituait, et {} est le mot du journal.", "Son conjoint la forçait. Le journal écrit {}.",
        "Elles étaient prostituées par un gang : {}.", "Elle a été recrutée pour {}.",
        "En servitude pour dettes, elle parlait de {}.", "Battue jusqu'à céder, elle parlait de {}.",
    ],
}  # fmt: skip
NEITHER = {
    "en": [
        "A woman of 34 knows {}.", "For 15 years she knew {}.", "A 42-year-old spoke of {}.", "In 16 cities they spoke of {}.",
        "She has known {} since 2016.", "After 17 years in prison he spoke of {}.", "She fed her children and knew {}.",
        "The mother of two children knew {}.", "Section 16 speaks of {}.", "A 19-year-old girl spoke of {}.",
        "There were 12 names, and {}.", "The police force knew {}.", "A minor offence and {} came up.", "At 14 motels they met {}.",
        "A bylaw, 16 years old in spirit, spoke of {}.",
    ][:14],
    "fr": [
        "Une femme de 42 ans connaît {}.", "Pendant 16 ans, elle a connu {}.", "Depuis 15 ans, elle connaît {}.",
        "Il y a 17 ans, elle a connu {}.", "Après une peine de 12 ans, il parle de {}.", "La loi de 2014 parle de {}.",
        "Pour nourrir ses enfants, elle a connu {}.", "La mère de deux enfants connaît {}.", "Le rapport traite de {}.",
        "Elle a 16 ans de métier et connaît {}.", "Une infraction mineure et {} sont en cause.", "Une jeune femme connaît {}.",
        "Une fille de 25 ans connaît {}.", "Elle travaille près d'une école primaire et connaît {}.",
    ],
}  # fmt: skip
WORD = {"en": ("prostitution", "sex work"), "fr": ("la prostitution", "travail du sexe")}
"""A listed word, and what is offered for it where adults agree."""
