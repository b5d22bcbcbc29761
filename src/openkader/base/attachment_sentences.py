"""The sentences about documents that are sent along; each says what to do, and that the rest is kept."""

from openkader.base.text import Text

ATTACHMENTS: dict[str, Text] = {
    "shelf.away": Text(
        nl=(
            "De opslag van documenten is nu niet te bereiken. Wat er ligt, is niet weg; wat u net stuurde, is niet "
            "bewaard. Probeer het over een paar minuten nog eens."
        ),
        en=(
            "The storage of documents cannot be reached now. What is in it is not gone; what you just sent was not "
            "kept. Try again in a few minutes."
        ),
    ),
    "attachment.too-large": Text(
        nl="{name} is groter dan {limit}. Maak het bestand kleiner, of stuur alleen het deel dat nodig is.",
        en="{name} is larger than {limit}. Make the file smaller, or send only the part that is needed.",
    ),
    "attachment.too-many": Text(
        nl="U kunt hooguit {number} bestanden meesturen. Haal er een weg.",
        en="You can send at most {number} files. Remove one.",
    ),
    "attachment.too-much": Text(
        nl="De bestanden zijn samen groter dan {limit}. Stuur er minder, of maak ze kleiner.",
        en="The files are larger than {limit} together. Send fewer, or make them smaller.",
    ),
    "attachment.empty": Text(
        nl="Dit bestand is leeg. Kies een ander bestand.", en="This file is empty. Choose another file."
    ),
    "attachment.damaged": Text(
        nl="Dit bestand is beschadigd of niet heel. Sla het opnieuw op en kies het nog eens.",
        en="This file is damaged or not whole. Save it again and choose it once more.",
    ),
    "attachment.password": Text(
        nl="Op dit bestand zit een wachtwoord. Sla het op zonder wachtwoord.",
        en="This file has a password. Save it without one.",
    ),
    "attachment.not-taken": Text(
        nl=(
            "Dit is {found}. Dat nemen wij niet aan. Sla het op als pdf, of als docx, xlsx, pptx, odt, ods, png, jpg, "
            "txt of csv."
        ),
        en=(
            "This is {found}. We do not take that. Save it as PDF, or as docx, xlsx, pptx, odt, ods, png, jpg, txt or "
            "csv."
        ),
    ),
    "attachment.macros": Text(
        nl="In dit bestand zit een programma (een macro of ingesloten object). Sla het op als pdf of zonder macro’s.",
        en="This file carries a program (a macro or an embedded object). Save it as PDF or without macros.",
    ),
    "attachment.runs": Text(
        nl="In deze pdf zit een programma. Druk het document opnieuw af naar pdf en stuur dat.",
        en="This PDF carries a program. Print the document to PDF again and send that.",
    ),
    "attachment.reaches-out": Text(
        nl="Dit bestand haalt bij het openen iets van een andere plaats op. Sla het op als pdf.",
        en="This file fetches something from elsewhere when it is opened. Save it as PDF.",
    ),
    "attachment.two-in-one": Text(
        nl="Dit bestand is twee dingen tegelijk, en dat is niet veilig. Sla het opnieuw op en kies het nog eens.",
        en="This file is two things at once, which is not safe. Save it again and choose it once more.",
    ),
    "attachment.bomb": Text(
        nl="Dit bestand is ingepakt en wordt bij het openen te groot. Sla het op als pdf.",
        en="This file is packed and becomes too large when it is opened. Save it as PDF.",
    ),
    "attachment.formula": Text(
        nl="In dit csv-bestand staan formules. Sla het op als xlsx of pdf, of haal de formules weg.",
        en="This CSV file has formulas in it. Save it as xlsx or PDF, or take the formulas out.",
    ),
    "attachment.gone": Text(
        nl="Het bestand bij {name} is niet te vinden of is veranderd. Vraag de beheerder om een reservekopie.",
        en="The file of {name} cannot be found or has changed. Ask the administrator for a backup copy.",
    ),
}

# What a document turns out to be, beside what a delegation list can be.
DOCUMENT_FORMS: dict[str, Text] = {
    "old-office": Text(
        nl="een oud of beveiligd Office-bestand of een Outlook-bericht",
        en="an old or locked Office file or an Outlook message",
    ),
    "rich-text": Text(nl="een rtf-bestand", en="an RTF file"),
    "another-picture": Text(
        nl="een ander soort afbeelding of een film", en="another sort of picture or a film"
    ),
    "mail": Text(nl="een opgeslagen e-mail", en="a saved e-mail"),
    "winmail": Text(
        nl="een pakje dat alleen Outlook kan openen (winmail.dat)",
        en="a package that only Outlook opens (winmail.dat)",
    ),
}
