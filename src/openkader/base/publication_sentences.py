"""The sentences about publication under the Woo: what is chosen, who agrees, and what is not made public."""

from openkader.base.text import Text

PUBLICATION: dict[str, Text] = {
    "publication.no-title": Text(
        nl="Een publicatie heeft een titel en een samenvatting in uw eigen woorden. Vul beide in.",
        en="A publication has a title and a summary in your own words. Fill in both.",
    ),
    "publication.too-long": Text(
        nl="Een titel heeft hoogstens {title} tekens, een samenvatting {text}. Maak de tekst korter.",
        en="A title has at most {title} characters, a summary {text}. Shorten the text.",
    ),
    "publication.category": Text(
        nl="Deze categorie past niet bij wat u publiceert. Kies een andere.",
        en="This category does not fit what you publish. Choose another one.",
    ),
    "publication.not-offered": Text(
        nl="‘{item}’ kan niet worden gekozen: het is er niet meer, of het mag nooit openbaar worden. Open de pagina "
        "opnieuw.",
        en="‘{item}’ cannot be chosen: it is no longer there, or may never become public. Open the page again.",
    ),
    "publication.ground": Text(
        nl="Zeg bij ‘{item}’ op welke grond van de Woo het gesloten blijft. Wie iets openbaar maakt, kiest geen grond.",
        en="Say at ‘{item}’ on which ground of the Woo it stays closed. What is made public has no ground.",
    ),
    "publication.unknown-ground": Text(
        nl="‘{ground}’ is geen grond uit artikel 5.1 of 5.2 van de Woo. Kies er een uit de lijst.",
        en="‘{ground}’ is no ground of article 5.1 or 5.2 of the Woo. Choose one from the list.",
    ),
    "publication.nothing-new": Text(
        nl="Er is geen concept dat nog niet openbaar is. Bewaar eerst een concept.",
        en="There is no draft that is not public yet. Save a draft first.",
    ),
    "publication.own-draft": Text(
        nl="Wie koos wat openbaar wordt, maakt het niet zelf openbaar. Vraag een andere beslisser.",
        en="Who chose what becomes public does not publish it. Ask another decider.",
    ),
    "publication.unclassified": Text(
        nl="Hiervan weet niemand of het vertrouwelijk is. Kijk het na en zeg dat in het concept.",
        en="Nobody knows whether this is confidential. Look at it and say so in the draft.",
    ),
    "publication.confidential": Text(
        nl="Dit dossier is vertrouwelijk. Geef het eerst een lager niveau, of publiceer het niet.",
        en="This dossier is confidential. Give it a lower level first, or do not publish it.",
    ),
    "publication.nothing-chosen": Text(
        nl="Er is niets gekozen om openbaar te maken. Kies ten minste één gegeven of stuk.",
        en="Nothing was chosen to be made public. Choose at least one field or document.",
    ),
    "publication.names-person": Text(
        nl="In ‘{item}’ staat de naam van een persoon uit dit dossier. Namen van personen worden niet openbaar: haal "
        "de naam weg, of houd dit gesloten.",
        en="‘{item}’ holds the name of a person of this dossier. Names of persons do not become public: take the name "
        "out, or keep this closed.",
    ),
    "publication.not-public": Text(
        nl="Deze publicatie is niet openbaar. Er is niets om in te trekken.",
        en="This publication is not public. There is nothing to revoke.",
    ),
    "publication.no-reason": Text(
        nl="Zeg waarom u de publicatie intrekt.", en="Say why you revoke the publication."
    ),
    "publication.long-reason": Text(
        nl="De reden heeft hoogstens {most} tekens.", en="The reason has at most {most} characters."
    ),
    "publication.meanwhile": Text(
        nl="Er is intussen iets veranderd. Kijk opnieuw wat openbaar zou worden.",
        en="Something changed meanwhile. Look again at what would become public.",
    ),
    "publication.bad-tooi": Text(
        nl="‘{tooi}’ is geen adres uit de landelijke lijst van organisaties (TOOI). Het begint met "
        "https://identifier.overheid.nl/tooi/id/.",
        en="‘{tooi}’ is no address of the national list of organisations (TOOI). It begins with "
        "https://identifier.overheid.nl/tooi/id/.",
    ),
    "publication.bad-address": Text(
        nl="‘{words}’ is geen adres. Geef een mailadres, of een webadres dat met https:// begint.",
        en="‘{words}’ is no address. Give a mail address, or a web address that begins with https://.",
    ),
}
