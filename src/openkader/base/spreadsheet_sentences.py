"""The sentences about a register that comes in from a spreadsheet: the file, its columns, its rows, and undoing it."""

from openkader.base.text import Text

_FILES: dict[str, Text] = {
    "spreadsheet.another-form": Text(
        nl="Dit is {found}. Open het in Excel of LibreOffice en sla het op als .xlsx, .ods of CSV.",
        en="This is {found}. Open it in Excel or LibreOffice and save it as .xlsx, .ods or CSV.",
    ),
    "spreadsheet.too-many-rows": Text(
        nl="Dit blad heeft meer dan {limit} rijen. Er is niets overgenomen. Splits het, bijvoorbeeld per jaar, en lees "
        "de delen apart in.",
        en="This sheet has more than {limit} rows. Nothing was taken over. Split it, for instance by year, and read "
        "the parts one by one.",
    ),
    "spreadsheet.too-many-columns": Text(
        nl="Dit blad heeft meer dan {limit} kolommen. Verwijder de kolommen die niet nodig zijn.",
        en="This sheet has more than {limit} columns. Delete the columns that are not needed.",
    ),
    "spreadsheet.too-many-cells": Text(
        nl="Deze werkmap heeft te veel cellen of opmaak (meer dan {limit}). Er is niets overgenomen. Kopieer het blad "
        "als waarden naar een nieuwe werkmap, of splits het.",
        en="This workbook has too many cells or too much formatting (over {limit}). Nothing was taken over. Copy the "
        "sheet as values to a new workbook, or split it.",
    ),
    "spreadsheet.no-such-sheet": Text(
        nl="Er is geen werkblad ‘{sheet}’ met inhoud.", en="There is no sheet ‘{sheet}’ with anything in it."
    ),
    "spreadsheet.one-column": Text(
        nl="Dit bestand heeft geen kolommen. Sla het register op als .xlsx, .ods of CSV.",
        en="This file has no columns. Save the register as .xlsx, .ods or CSV.",
    ),
}
_COLUMNS: dict[str, Text] = {
    "import.one-of": Text(
        nl="Noem een bestand om over te nemen, of met --undo het nummer van wat ongedaan moet.",
        en="Name a file to take over, or with --undo the number of what is to be undone.",
    ),
    "spreadsheet.no-title-column": Text(
        nl="Geef aan in welke kolom het onderwerp staat: elk dossier heeft een titel.",
        en="Say which column holds the subject: each dossier has a title.",
    ),
    "spreadsheet.no-date-column": Text(
        nl="Geef aan in welke kolom een datum of het jaar staat: elk dossier telt in een jaar.",
        en="Say which column holds a date or the year: each dossier counts in a year.",
    ),
    "spreadsheet.column-twice": Text(
        nl="Kolom {other} is al hetzelfde. Kies er een, en neem van de andere de woorden over als opmerking.",
        en="Column {other} is the same already. Choose one, and take the words of the other over as a remark.",
    ),
    "spreadsheet.no-rows": Text(
        nl="Onder de koppen staan geen rijen.", en="There are no rows under the headings."
    ),
    "spreadsheet.no-such-column": Text(
        nl="Het blad heeft geen kolom ‘{name}’. Noem een kop zoals hij in het blad staat, of de letter.",
        en="The sheet has no column ‘{name}’. Name a heading as it stands in the sheet, or its letter.",
    ),
    "spreadsheet.no-such-field": Text(
        nl="‘{name}’ is niets wat een kolom kan zijn. Kies uit: {known}.",
        en="‘{name}’ is nothing that a column can be. Choose from: {known}.",
    ),
    "spreadsheet.no-such-word": Text(
        nl="‘{name}’ is hier geen woord. Kies uit: {known}.",
        en="‘{name}’ is no word here. Choose from: {known}.",
    ),
}
_ROWS: dict[str, Text] = {
    "spreadsheet.formula": Text(
        nl="In ‘{heading}’ staat een formule. Plak de kolom als waarden; wat Excel uitrekende, nemen wij niet over.",
        en="‘{heading}’ has a formula. Paste the column as values; what Excel once worked out we do not take over.",
    ),
    "spreadsheet.mistake": Text(
        nl="In ‘{heading}’ staat een fout van Excel, zoals #REF!. Vul de waarde in.",
        en="‘{heading}’ has an error of Excel, such as #REF!. Fill in the value.",
    ),
    "spreadsheet.joined": Text(
        nl="‘{heading}’ is samengevoegd met een andere cel. Splits de cellen en vul de waarde in elke rij in.",
        en="‘{heading}’ is merged with another cell. Unmerge the cells and fill in the value in each row.",
    ),
    "spreadsheet.no-title": Text(
        nl="‘{heading}’ is leeg. Vul een onderwerp in.", en="‘{heading}’ is empty. Fill in a subject."
    ),
    "spreadsheet.too-long": Text(
        nl="‘{heading}’ is langer dan {limit} tekens. Kort het in, of neem de kolom over als opmerking.",
        en="‘{heading}’ is longer than {limit} characters. Shorten it, or take the column over as a remark.",
    ),
    "spreadsheet.no-date": Text(
        nl="‘{value}’ in ‘{heading}’ is niet zeker een datum. Schrijf 23-5-2024, mei 2024 of 2024.",
        en="‘{value}’ in ‘{heading}’ is not certainly a date. Write 23-5-2024, May 2024 or 2024.",
    ),
    "spreadsheet.days-turned": Text(
        nl="De laatste dag in ‘{heading}’ ligt voor de eerste, of is minder precies. Verbeter een van beide.",
        en="The last day in ‘{heading}’ is before the first, or less exact. Mend one of them.",
    ),
    "spreadsheet.no-year": Text(
        nl="Geen cel zegt wanneer dit was. Vul een datum of een jaar in.",
        en="No cell says when this was. Fill in a date or a year.",
    ),
    "spreadsheet.no-year-in": Text(
        nl="‘{value}’ in ‘{heading}’ is geen jaar. Schrijf het met vier cijfers.",
        en="‘{value}’ in ‘{heading}’ is no year. Write it with four digits.",
    ),
    "spreadsheet.another-year": Text(
        nl="‘{heading}’ zegt {year} en de datum een ander jaar. Verbeter een van beide.",
        en="‘{heading}’ says {year} and the date another year. Mend one of them.",
    ),
    "spreadsheet.not-yet": Text(
        nl="De dag in ‘{heading}’ moet nog komen. Verbeter de datum.",
        en="The day in ‘{heading}’ has yet to come. Mend the date.",
    ),
    "spreadsheet.held-when": Text(
        nl="Dit is uitgevoerd, maar geen cel zegt wanneer. Vul de datum of het jaar in waarin het telt.",
        en="This took place, but no cell says when. Fill in the date or the year in which it counts.",
    ),
    "spreadsheet.held-later": Text(
        nl="Dit zou uitgevoerd zijn, maar de dag in ‘{heading}’ moet nog komen. Verbeter een van beide.",
        en="This is said to have taken place, but the day in ‘{heading}’ has yet to come. Mend one of them.",
    ),
    "spreadsheet.no-kind": Text(
        nl="‘{value}’ in ‘{heading}’ is geen soort verzoek die wij kennen. Zeg bij de woorden wat het betekent, of "
        "laat de cel leeg: dan blijft het onbekend.",
        en="‘{value}’ in ‘{heading}’ is no kind of request that we know. Say with the words what it means, or empty "
        "the cell: then it stays unknown.",
    ),
    "spreadsheet.no-country": Text(
        nl="‘{value}’ in ‘{heading}’ is geen land dat wij kennen. Schrijf één land, in het Nederlands of Engels.",
        en="‘{value}’ in ‘{heading}’ is no country that we know. Write one country, in Dutch or English.",
    ),
    "spreadsheet.no-relation": Text(
        nl="‘{value}’ in ‘{heading}’ is geen relatie van het kader. Schrijf haar zoals het kader haar noemt.",
        en="‘{value}’ in ‘{heading}’ is no relation of the kader. Write it as the kader names it.",
    ),
    "spreadsheet.no-form": Text(
        nl="‘{value}’ in ‘{heading}’ is geen vorm van een overeenkomst in het kader. Schrijf de vorm zoals het kader "
        "die noemt, of laat de cel leeg.",
        en="‘{value}’ in ‘{heading}’ is no form of an agreement in the kader. Write it as the kader names it, or empty "
        "the cell.",
    ),
    "spreadsheet.signed-later": Text(
        nl="Dit zou ondertekend zijn, maar de dag in ‘{heading}’ moet nog komen. Verbeter de datum.",
        en="This is said to be signed, but the day in ‘{heading}’ has yet to come. Mend the date.",
    ),
    "spreadsheet.ends-before": Text(
        nl="De dag in ‘{heading}’ ligt vóór de dag van de ondertekening. Verbeter een van beide.",
        en="The day in ‘{heading}’ lies before the day of signing. Mend one of them.",
    ),
    "spreadsheet.no-outcome": Text(
        nl="‘{value}’ in ‘{heading}’ is geen uitkomst die wij kennen. Zeg bij de woorden wat het betekent, of laat de "
        "cel leeg: dan blijft het onbekend.",
        en="‘{value}’ in ‘{heading}’ is no outcome that we know. Say with the words what it means, or empty the cell: "
        "then it stays unknown.",
    ),
    "spreadsheet.no-truth": Text(
        nl="‘{value}’ in ‘{heading}’ is geen ja of nee.", en="‘{value}’ in ‘{heading}’ is no yes or no."
    ),
    "spreadsheet.no-number": Text(
        nl="‘{value}’ in ‘{heading}’ is geen aantal. Schrijf een heel getal, of laat de cel leeg.",
        en="‘{value}’ in ‘{heading}’ is no number. Write a whole number, or empty the cell.",
    ),
    "spreadsheet.fewer-than-named": Text(
        nl="‘{heading}’ zegt {number}, maar er staan {named} namen. Verbeter een van beide.",
        en="‘{heading}’ says {number}, but {named} are named. Mend one of them.",
    ),
    "spreadsheet.number-twice": Text(
        nl="Dit nummer in ‘{heading}’ heeft rij {row} ook. Geef elke zaak een eigen nummer.",
        en="Row {row} has this number in ‘{heading}’ as well. Give each case a number of its own.",
    ),
}
_UNDOING: dict[str, Text] = {
    "spreadsheet.bad-rows": Text(
        nl="In {number} rijen is iets mis, en er is niets overgenomen. Verbeter ze, of zeg dat zij er buiten blijven.",
        en="Something is wrong in {number} rows, and nothing was taken over. Mend them, or say that they stay out.",
    ),
    "spreadsheet.nothing-new": Text(
        nl="Geen rij van dit blad is nieuw: er is niets veranderd.",
        en="No row of this sheet is new: nothing was changed.",
    ),
    "spreadsheet.not-done": Text(
        nl="Dit overnemen is nog niet klaar.", en="This has not been taken over yet."
    ),
    "spreadsheet.undone": Text(nl="Dit was al ongedaan gemaakt.", en="This was undone already."),
    "spreadsheet.worked-on": Text(
        nl="Aan {number} van deze dossiers is sinds het overnemen gewerkt. Er is niets ongedaan gemaakt.",
        en="{number} of these dossiers were worked on since they were taken over. Nothing was undone.",
    ),
    "spreadsheet.worked-on-row": Text(
        nl="rij {row}, dossier {dossier}: {action}, door {by}",
        en="row {row}, dossier {dossier}: {action}, by {by}",
    ),
    "spreadsheet.accounted-for": Text(
        nl="De vastgestelde evaluatie van {years} telt deze dossiers. Er is niets ongedaan gemaakt.",
        en="The adopted evaluation of {years} counts these dossiers. Nothing was undone.",
    ),
    "spreadsheet.overtaken": Text(
        nl="Dit is intussen al overgenomen of geëindigd.", en="This was taken over or ended meanwhile."
    ),
    "spreadsheet.gave-up": Text(
        nl="Het overnemen is enkele keren begonnen en nooit afgekomen. Er is niets overgenomen. Meld het de beheerder.",
        en="Taking it over was begun some times and never ended. Nothing was taken over. Tell the administrator.",
    ),
    "spreadsheet.gone": Text(
        nl="Het bestand wacht hier niet meer. Lees het opnieuw in.",
        en="The file no longer waits here. Hand it in again.",
    ),
}
SPREADSHEETS: dict[str, Text] = {**_FILES, **_COLUMNS, **_ROWS, **_UNDOING}
