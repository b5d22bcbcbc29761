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
    "publication.names-withheld": Text(
        nl="In ‘{item}’ staat de naam van een organisatie die u gesloten houdt. Haal de naam weg, of houd dit ook "
        "gesloten.",
        en="‘{item}’ holds the name of an organisation that you keep closed. Take the name out, or keep this closed "
        "too.",
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
    "publication.many-files": Text(
        nl="Bij één publicatie horen hoogstens {most} stukken.",
        en="A publication has at most {most} documents.",
    ),
    "publication.comments": Text(
        nl="In dit stuk staan opmerkingen. Verwijder ze, en lever het opnieuw aan.",
        en="This document holds comments. Delete them, and hand it in again.",
    ),
    "publication.changes": Text(
        nl="In dit stuk staan bijgehouden wijzigingen: wat is doorgehaald, is nog te lezen. Accepteer of verwerp ze "
        "allemaal, en lever het opnieuw aan.",
        en="This document holds tracked changes: what was struck out can still be read. Accept or reject all of them, "
        "and hand it in again.",
    ),
    "publication.hidden": Text(
        nl="In dit stuk is iets verborgen: tekst, een werkblad, een rij, een kolom, een dia of een laag. Maak het "
        "zichtbaar of verwijder het, en lever het opnieuw aan.",
        en="Something is hidden in this document: text, a sheet, a row, a column, a slide or a layer. Show it or "
        "delete it, and hand it in again.",
    ),
    "publication.notes": Text(
        nl="Bij de dia's staan notities van de spreker. Verwijder ze, en lever het stuk opnieuw aan.",
        en="There are notes of the speaker with the slides. Delete them, and hand the document in again.",
    ),
    "publication.file-inside": Text(
        nl="In dit stuk zit een ander bestand. Verwijder het, of maak er een plaatje van, en lever het opnieuw aan.",
        en="There is another file inside this document. Delete it, or make it a picture, and hand it in again.",
    ),
    "publication.other-picture": Text(
        nl="In dit stuk zit een plaatje in een vorm die wij niet kunnen nakijken. Gebruik JPEG of PNG.",
        en="This document holds a picture in a form that we cannot look into. Use JPEG or PNG.",
    ),
    "publication.signed": Text(
        nl="Dit stuk is digitaal ondertekend of is een formulier dat wordt ingevuld. De handtekening noemt een "
        "persoon. Druk het af naar een nieuwe PDF, en lever die aan.",
        en="This document is signed, or is a form to be filled in. The signature names a person. Print it to a new "
        "PDF, and hand that in.",
    ),
    "publication.locked": Text(
        nl="Op dit stuk zit een wachtwoord. Sla het op zonder wachtwoord.",
        en="This document has a password. Save it without one.",
    ),
    "publication.runs": Text(
        nl="Dit stuk voert iets uit als het wordt geopend. Druk het af naar een nieuwe PDF, en lever die aan.",
        en="This document runs something when it is opened. Print it to a new PDF, and hand that in.",
    ),
    "publication.many-pages": Text(
        nl="Dit stuk heeft te veel pagina's. Splits het.",
        en="This document has too many pages. Split it.",
    ),
    "publication.damaged": Text(
        nl="Dit stuk kan niet helemaal worden nagekeken: het is beschadigd, of anders geschreven dan gewoonlijk. Sla "
        "het opnieuw op, of druk het af naar een PDF.",
        en="This document cannot be looked into as a whole: it is damaged, or written in an unusual way. Save it "
        "again, or print it to a PDF.",
    ),
    "publication.not-cleaned": Text(
        nl="Wat dit programma in het stuk schreef, kon er niet uit worden gehaald. Druk het af naar een nieuwe PDF.",
        en="What its program wrote in this document could not be taken out. Print it to a new PDF.",
    ),
}
