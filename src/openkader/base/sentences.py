"""The sentences of the register and of screening: rules, files, database and commands."""

from openkader.base.text import Text

RULES: dict[str, Text] = {
    "case.taken-over": Text(
        nl="Dit dossier is met zijn besluit overgenomen uit een publicatie. Het wordt hier niet opnieuw gewogen.",
        en="This case was taken over from a publication with its decision. It is not weighed anew here.",
    ),
    "facts.meanwhile": Text(
        nl="{by} beantwoordde de vraag ‘{fact}’ intussen. Lees dat antwoord eerst. Uw antwoord is niet bewaard.",
        en="{by} answered the question ‘{fact}’ meanwhile. Read that answer first. Yours was not saved.",
    ),
    "assessment.fresh": Text(
        nl="De laatste toetsing geldt nog: er is daarna niets veranderd.",
        en="The last assessment still stands: nothing changed since.",
    ),
    "decision.meanwhile": Text(
        nl="{by} nam intussen een besluit in dit dossier. Lees dat eerst. Uw besluit is niet bewaard.",
        en="{by} took a decision in this case meanwhile. Read that first. Yours was not saved.",
    ),
    "decision.no-outcome": Text(
        nl="Kies een uitkomst voor het besluit.", en="Choose an outcome for the decision."
    ),
    "decision.no-assessment": Text(
        nl="Dit verzoek is nog niet aan het kader getoetst. Doe dat eerst.",
        en="This request has not been assessed yet. Do that first.",
    ),
    "decision.stale-assessment": Text(
        nl="Na de laatste toetsing zijn er antwoorden gegeven, of veranderde de screening. Toets het verzoek opnieuw.",
        en="Answers were given, or the screening changed, after the last assessment. Assess the request again.",
    ),
    "decision.already-decided": Text(
        nl="Op deze toetsing is al besloten. Een nieuw besluit vraagt een nieuwe toetsing.",
        en="This assessment has been decided on already. A new decision needs a new assessment.",
    ),
    "decision.no-motivation": Text(
        nl="Het besluit wijkt af van het voorstel ({outcome}) of loopt vooruit op open vragen. Geef een motivering.",
        en="The decision departs from the proposal ({outcome}) or runs ahead of open questions. Give the reasons.",
    ),
    "decision.no-ground": Text(
        nl="Weigeren of doorverwijzen vraagt een grond. Kies er een.",
        en="Refusing or referring needs a ground. Choose one.",
    ),
    "decision.no-passage": Text(
        nl="Een besluit uit een publicatie wordt alleen overgenomen met de zin waarin het staat.",
        en="A decision from a publication is taken over only with the sentence that states it.",
    ),
    "activity.no-green-light": Text(
        nl="Dit verzoek heeft geen groen licht. Neem eerst een besluit.",
        en="This request has no green light. Decide on it first.",
    ),
    "measure.no-evidence": Text(
        nl="Een maatregel is pas gedaan als er bewijs is. Voeg het bewijs toe.",
        en="A measure is done only when there is evidence. Add the evidence.",
    ),
    "measure.no-reason": Text(
        nl="Geef de reden waarom deze maatregel niet wordt uitgevoerd.",
        en="Give the reason why this measure is not carried out.",
    ),
    "measure.not-closed": Text(
        nl="Sluit een maatregel als gedaan, ontheven of niet van toepassing.",
        en="Close a measure as done, waived or not applicable.",
    ),
    "reference.taken": Text(
        nl="Het kenmerk {reference} is al eens gegeven. Een kenmerk wordt nooit opnieuw gebruikt; kies een ander.",
        en="The reference {reference} was given before. A reference is never used again; choose another.",
    ),
    "import.source-known": Text(
        nl=(
            "{source} is al ingelezen, met een andere inhoud. Geef de aanvulling een eigen kenmerk "
            "(register.reference)."
        ),
        en=(
            "{source} was imported already, with other content. Give the addition a reference of its own "
            "(register.reference)."
        ),
    ),
}

YEAR_FILE: dict[str, Text] = {
    "register.not-a-reference": Text(
        nl="‘{value}’ kan geen kenmerk zijn. Gebruik letters, cijfers, punten en streepjes, hooguit 80.",
        en="‘{value}’ cannot be a reference. Use letters, digits, dots and dashes, at most 80.",
    ),
    "register.reference-twice": Text(
        nl="Het kenmerk {reference} staat ook op {first}. Geef elk record een eigen kenmerk.",
        en="The reference {reference} also stands at {first}. Give each record its own.",
    ),
    "register.unknown-party": Text(
        nl="De partij {name} staat niet in dit bestand en niet in het register.",
        en="The party {name} is neither in this file nor in the register.",
    ),
    "register.unknown-request": Text(
        nl="Het verzoek {name} staat niet in dit bestand en niet in het register.",
        en="The request {name} is neither in this file nor in the register.",
    ),
    "register.unknown-word": Text(
        nl="‘{value}’ is hier niet bekend. Kies uit: {known}.",
        en="‘{value}’ is not known here. Choose from: {known}.",
    ),
    "register.unknown-code": Text(
        nl="‘{value}’ staat niet in het kader {kader}. Kies uit: {known}.",
        en="‘{value}’ is not in the kader {kader}. Choose from: {known}.",
    ),
    "register.not-a-code": Text(
        nl="‘{value}’ kan geen code zijn. Gebruik letters, cijfers, punten en liggende streepjes.",
        en="‘{value}’ cannot be a code. Use letters, digits, dots and underscores.",
    ),
    "register.not-a-country": Text(
        nl="‘{value}’ is geen land. Gebruik twee hoofdletters, zoals NL of CN.",
        en="‘{value}’ is not a country. Use two capitals, such as NL or CN.",
    ),
    "register.not-a-url": Text(
        nl="‘{value}’ is geen webadres. Het begint met https:// of http://.",
        en="‘{value}’ is not a web address. It starts with https:// or http://.",
    ),
    "register.not-a-digest": Text(
        nl="‘{value}’ is geen SHA-256. Dat zijn 64 tekens, 0-9 en a-f.",
        en="‘{value}’ is not a SHA-256. That is 64 characters, 0-9 and a-f.",
    ),
    "register.not-a-year": Text(
        nl="{value} is geen jaar tussen 1900 en 2200.", en="{value} is not a year between 1900 and 2200."
    ),
    "register.not-a-period": Text(
        nl="Dit is geen dag, maand of jaar. Schrijf 2024-05-23, 2024-05, 2024, of {{from: …, to: …}} met dagen.",
        en="This is not a day, month or year. Write 2024-05-23, 2024-05, 2024, or {{from: …, to: …}} with days.",
    ),
    "register.not-a-count": Text(
        nl="Een aantal is nul of meer; hier staat {value}. Onbekend schrijft u als null.",
        en="A number is zero or more; this says {value}. Write null for unknown.",
    ),
    "register.unstorable": Text(
        nl="Hier staat een teken dat niet kan worden bewaard. Typ de tekst opnieuw.",
        en="This holds a character that cannot be stored. Type the text again.",
    ),
    "register.too-long": Text(
        nl="‘{key}’ is te lang: hooguit {limit} tekens.",
        en="‘{key}’ is too long: at most {limit} characters.",
    ),
    "register.party-unnamed": Text(
        nl="Een partij heeft een naam of een functie nodig.", en="A party needs a name or a function."
    ),
    "register.participation-undescribed": Text(
        nl="Noem de partij (party) of beschrijf de groep (description).",
        en="Name the party (party) or describe the group (description).",
    ),
    "register.named-is-one": Text(
        nl="Een partij met een naam is er één. Laat number weg.",
        en="A named party is one. Leave number out.",
    ),
    "register.named-twice": Text(
        nl="Deze partij staat bij deze activiteit al in deze rol.",
        en="This party already has this role in this activity.",
    ),
    "register.topic-twice": Text(
        nl="Het onderwerp {topic} staat hier al.", en="The topic {topic} stands here already."
    ),
    "register.finding-twice": Text(
        nl="Over {line} staat in dit bestand al een bevinding.",
        en="This file has a finding on {line} already.",
    ),
    "register.identifier-twice": Text(
        nl="Het nummer {identifier} is al van {party}.",
        en="The number {identifier} belongs to {party} already.",
    ),
    "register.done-without-evidence": Text(
        nl="Een maatregel is pas gedaan (done) met bewijs. Voeg bewijs toe, of schrijf reported.",
        en="A measure is done only with evidence. Add evidence, or write reported.",
    ),
    "register.set-aside-in-file": Text(
        nl="Een maatregel wordt door een persoon met een reden terzijde gezet, niet in een bestand.",
        en="A measure is set aside by a person with a reason, not in a file.",
    ),
    "register.evidence-nowhere": Text(
        nl="Bewijs moet te vinden zijn: geef een webadres (url) of de SHA-256 van het bestand.",
        en="Evidence must be findable: give a web address (url) or the SHA-256 of the file.",
    ),
    "register.decision-about-twice": Text(
        nl="Een besluit op een verzoek neemt titel, soort en relatie van dat verzoek over. Laat ze hier weg.",
        en="A decision on a request takes its title, kind and relation from that request. Leave them out here.",
    ),
    "register.decision-about-nothing": Text(
        nl="Een besluit zonder verzoek heeft een titel nodig.",
        en="A decision without a request needs a title.",
    ),
    "register.no-green-light": Text(
        nl="Voor {name} staat er geen besluit tot uitvoeren. Voeg het besluit toe, of laat request weg.",
        en="There is no decision to take up {name}. Add the decision, or leave request out.",
    ),
    "register.claim-operator": Text(
        nl="Een bewering zegt één ding: is, at_least, of all: true.",
        en="A claim says one thing: is, at_least, or all: true.",
    ),
    "register.claim-without-sentence": Text(
        nl="Een bewering heeft de zin nodig waarin zij staat (passage), of derived: true.",
        en="A claim needs the sentence that states it (passage), or derived: true.",
    ),
}

INSTALLATION: dict[str, Text] = {
    "settings.language": Text(
        nl="‘{value}’ is geen taal van Open Kader. Kies nl of en.",
        en="‘{value}’ is not a language of Open Kader. Choose nl or en.",
    ),
    "settings.database-url": Text(
        nl="Dit adres is niet te lezen. Schrijf postgresql://gebruiker:wachtwoord@computer:5432/naam.",
        en="This address cannot be read. Write postgresql://user:password@host:5432/name.",
    ),
    "data.not-writable": Text(
        nl="In de map {folder} kan niet worden geschreven. Kies een andere met OPENKADER_DATA, of pas de rechten aan.",
        en="The folder {folder} cannot be written. Choose another with OPENKADER_DATA, or change its permissions.",
    ),
    "database.read-only": Text(
        nl="De database kan alleen worden gelezen ({place}). Geef uzelf schrijfrecht op het bestand en zijn map.",
        en="The database can only be read ({place}). Give yourself write permission on the file and its folder.",
    ),
    "database.not-opened": Text(
        nl="De database kan niet worden geopend ({place}). Controleer of de map bestaat en van u is.",
        en="The database cannot be opened ({place}). Check that the folder exists and is yours.",
    ),
    "database.damaged": Text(
        nl=(
            "Het bestand {place} is geen gave database. Zet een reservekopie terug, of kies een nieuwe "
            "map met OPENKADER_DATA."
        ),
        en="The file {place} is not a sound database. Restore a copy, or choose a new folder with OPENKADER_DATA.",
    ),
    "database.full": Text(
        nl="De schijf is vol; er is niets opgeslagen. Maak ruimte en probeer het opnieuw.",
        en="The disk is full; nothing was stored. Make room and try again.",
    ),
    "database.busy": Text(
        nl="Een ander houdt de database bezet; er is niets opgeslagen. Probeer het zo opnieuw.",
        en="Someone else keeps the database busy; nothing was stored. Try again in a moment.",
    ),
    "database.unreachable": Text(
        nl="De database is niet bereikbaar: {reason}. Controleer DATABASE_URL en of de server draait.",
        en="The database cannot be reached: {reason}. Check DATABASE_URL and whether the server runs.",
    ),
    "database.no-driver": Text(
        nl="Voor PostgreSQL ontbreekt een onderdeel. Installeer het: pip install 'openkader[postgresql]'.",
        en="A part is missing for PostgreSQL. Install it: pip install 'openkader[postgresql]'.",
    ),
    "database.newer": Text(
        nl=(
            "De database is van een nieuwere versie van Open Kader ({steps}). Installeer die versie; er "
            "is niets veranderd."
        ),
        en="The database is of a newer version of Open Kader ({steps}). Install that version; nothing was changed.",
    ),
    "database.older": Text(
        nl="De database is nog niet bijgewerkt. Maak een reservekopie en voer uit: openkader migrate.",
        en="The database has not been brought up to date. Make a copy and run: openkader migrate.",
    ),
    "database.incomplete": Text(
        nl=(
            "De database is half opgebouwd ({reason}). Zet een reservekopie terug, of kies een nieuwe "
            "map met OPENKADER_DATA."
        ),
        en="The database is half built ({reason}). Restore a copy, or choose a new folder with OPENKADER_DATA.",
    ),
    "port.taken": Text(
        nl="Poort {port} is al in gebruik. Kies een andere, zoals {other}.",
        en="Port {port} is taken. Choose another, such as {other}.",
    ),
    "port.not-allowed": Text(
        nl="Poort {port} mag u niet gebruiken ({reason}). Kies er een tussen 1024 en 65535.",
        en="You may not use port {port} ({reason}). Choose one between 1024 and 65535.",
    ),
    "command.misread": Text(
        nl="Dit commando is niet begrepen: {reason}. Hulp: {help}.",
        en="This command was not understood: {reason}. Help: {help}.",
    ),
    "audit.broken": Text(
        nl=(
            "De keten van de controle klopt niet bij gebeurtenis {sequence}: {damage}. Zet het register "
            "stil en vergelijk met een reservekopie."
        ),
        en="The audit chain does not hold at event {sequence}: {damage}. Stop the register and compare it with a copy.",
    ),
    "audit.unguarded": Text(
        nl="De keten klopt, maar de database bewaakt haar niet meer: {guards} ontbreekt. Zoek uit wie dat deed.",
        en="The chain holds, but the database no longer guards it: {guards} is missing. Find out who did that.",
    ),
}

SCREENING: dict[str, Text] = {
    "screening.report-unreadable": Text(
        nl="Het gelijkheidsrapport is niet te lezen ({reason}). Maak het opnieuw: openkader screening report.",
        en="The fairness report cannot be read ({reason}). Make it again: openkader screening report.",
    ),
    "screening.bad-entity": Text(
        nl="Deze regel is geen entiteit in de vorm van FollowTheMoney: {reason}.",
        en="This line is no entity in the form of FollowTheMoney: {reason}.",
    ),
}

SENTENCES: dict[str, Text] = {**RULES, **YEAR_FILE, **INSTALLATION, **SCREENING}
