"""The sentences about delegation lists: the file, its rows, values that are left out, and what is no delegate."""

from openkader.base.text import Text

_FILES: dict[str, Text] = {
    "delegation.another-form": Text(
        nl="Dit is {found}. Sla de lijst op als .xlsx, .ods of CSV, of plak de rijen als tekst.",
        en="This is {found}. Save the list as .xlsx, .ods or CSV, or paste the rows as text.",
    ),
    "delegation.macros": Text(
        nl="Deze werkmap bevat macro's. Sla haar op als gewone Excel-werkmap (.xlsx).",
        en="This workbook has macros. Save it as a plain Excel workbook (.xlsx).",
    ),
    "delegation.unknown-encoding": Text(
        nl="De tekst van dit bestand is niet met zekerheid te lezen. Sla het op als CSV UTF-8 of als .xlsx.",
        en="The text of this file cannot be read with certainty. Save it as CSV UTF-8 or as .xlsx.",
    ),
    "delegation.too-many-rows": Text(
        nl="Deze lijst heeft meer dan {limit} rijen. Splits haar, en lees de delen apart in.",
        en="This list has more than {limit} rows. Split it and read the parts one by one.",
    ),
    "delegation.too-many-columns": Text(
        nl="Deze lijst heeft meer dan {limit} kolommen. Verwijder de kolommen die niet nodig zijn.",
        en="This list has more than {limit} columns. Delete the columns that are not needed.",
    ),
    "delegation.too-many-cells": Text(
        nl="Deze werkmap heeft te veel cellen of opmaak (meer dan {limit}). Kopieer de lijst naar een nieuwe werkmap.",
        en="This workbook has too many cells or too much formatting (over {limit}). Copy the list to a new one.",
    ),
    "delegation.no-such-sheet": Text(
        nl="Er is geen werkblad ‘{sheet}’ met inhoud.",
        en="There is no sheet ‘{sheet}’ with anything in it.",
    ),
    "delegation.no-name-column": Text(
        nl="Het is niet zeker in welke kolom de namen staan. Geef aan wat de kolommen zijn.",
        en="It is not certain which column holds the names. Say what the columns are.",
    ),
    "delegation.nobody": Text(
        nl="In deze lijst staat niemand onder de koppen. Controleer het bestand.",
        en="There is nobody under the headings of this list. Check the file.",
    ),
    "delegation.broken-quotes": Text(
        nl="Vanaf deze rij is niets gelezen: een aanhalingsteken wordt niet gesloten. Herstel het, en lees opnieuw.",
        en="Nothing was read from this row on: a quote is not closed. Mend it and read the list again.",
    ),
}

_ROWS: dict[str, Text] = {
    "delegation.row-length": Text(
        nl=(
            "Niet overgenomen: de rij heeft {found} cellen, de andere {usual}. "
            "Zet tekst met een scheidingsteken tussen aanhalingstekens."
        ),
        en="Not taken over: the row has {found} cells, the others {usual}. Put text with a delimiter between quotes.",
    ),
    "delegation.row-cut": Text(
        nl="Niet overgenomen: het bestand houdt midden in deze rij op ({found} van de {usual} cellen).",
        en="Not taken over: the file ends in the middle of this row ({found} of {usual} cells).",
    ),
    "delegation.no-name": Text(
        nl="Niet overgenomen: hier staat geen naam. Vul de naam in.",
        en="Not taken over: there is no name here. Fill in the name.",
    ),
    "delegation.not-a-name": Text(
        nl="Niet overgenomen: hier staat meer of iets anders dan een naam. Zet alleen de naam in deze cel.",
        en="Not taken over: there is more or other than a name here. Put only the name in this cell.",
    ),
    "delegation.several-names": Text(
        nl="Niet overgenomen: hier lijken meer personen te staan. Geef ieder een eigen rij.",
        en="Not taken over: there seem to be several people here. Give each a row.",
    ),
    "delegation.name-too-long": Text(
        nl="Niet overgenomen: de naam is langer dan {limit} tekens.",
        en="Not taken over: the name is longer than {limit} characters.",
    ),
    "delegation.lost-characters": Text(
        nl="Niet overgenomen: in de naam zijn tekens verloren gegaan (? of �). Typ de naam over.",
        en="Not taken over: characters of the name were lost (? or �). Type the name again.",
    ),
    "delegation.mixed-scripts": Text(
        nl="Niet overgenomen: de naam mengt letters uit schriften die op elkaar lijken. Typ de naam over.",
        en="Not taken over: the name mixes letters of scripts that look alike. Type the name again.",
    ),
    "delegation.hidden-order": Text(
        nl="Niet overgenomen: verborgen tekens keren de leesrichting van de naam om. Typ de naam over.",
        en="Not taken over: hidden characters turn the direction of the name round. Type the name again.",
    ),
    "delegation.formula": Text(
        nl="Niet overgenomen: hier staat een formule en geen naam. Plak of typ alleen de naam zelf.",
        en="Not taken over: there is a formula here and no name. Paste or type only the name itself.",
    ),
}

_DOUBTS: dict[str, Text] = {
    "delegation.encoding-not-certain": Text(
        nl="Het bestand is gelezen als {encoding}, maar dat is niet zeker. Controleer de namen.",
        en="The file was read as {encoding}, but that is not certain. Check the names.",
    ),
    "delegation.date-in-part": Text(
        nl="De geboortedatum ‘{value}’ kan meer dan één dag betekenen of bestaat niet; alleen {kept} is overgenomen.",
        en="The birth date ‘{value}’ can mean more than one day or does not exist; only {kept} was taken over.",
    ),
    "delegation.date-left-out": Text(
        nl="De geboortedatum ‘{value}’ is niet met zekerheid te lezen en is weggelaten. Schrijf haar als 1962-05-23.",
        en="The birth date ‘{value}’ cannot be read with certainty and was left out. Write it as 1962-05-23.",
    ),
    "delegation.country-left-out": Text(
        nl="Het land ‘{value}’ is niet bekend en is weggelaten.",
        en="The country ‘{value}’ is not known and was left out.",
    ),
    "delegation.gender-left-out": Text(
        nl="Het geslacht ‘{value}’ is niet bekend en is weggelaten.",
        en="The gender ‘{value}’ is not known and was left out.",
    ),
    "delegation.text-left-out": Text(
        nl="De cel onder ‘{heading}’ is te lang of bevat verborgen tekens, en is weggelaten.",
        en="The cell under ‘{heading}’ is too long or has hidden characters, and was left out.",
    ),
    "delegation.formula-left-out": Text(
        nl="De cel onder ‘{heading}’ is een formule of een fout, en is weggelaten. Plak haar als waarde.",
        en="The cell under ‘{heading}’ is a formula or a mistake, and was left out. Paste it as a value.",
    ),
}

_IGNORED: dict[str, Text] = {
    "delegation.passport-not-taken": Text(
        nl="De kolom ‘{heading}’ is niet overgenomen: een paspoortnummer is voor de screening niet nodig.",
        en="The column ‘{heading}’ was not taken over: screening does not need a passport number.",
    ),
    "delegation.contact-not-taken": Text(
        nl="De kolom ‘{heading}’ is niet overgenomen: contactgegevens zijn voor de screening niet nodig.",
        en="The column ‘{heading}’ was not taken over: screening does not need contact details.",
    ),
    "delegation.form-of-address-not-taken": Text(
        nl="De kolom ‘{heading}’ is niet overgenomen: een aanhef zegt niets met zekerheid.",
        en="The column ‘{heading}’ was not taken over: a form of address says nothing for certain.",
    ),
    "delegation.column-not-recognised": Text(
        nl="De kolom ‘{heading}’ is niet herkend en niet overgenomen. Geef zo nodig aan wat zij is.",
        en="The column ‘{heading}’ was not recognised and not taken over. Say what it is if it is needed.",
    ),
    "delegation.other-sheet": Text(
        nl="Het werkblad ‘{sheet}’ is niet gelezen. Kies het als ook daar delegatieleden staan.",
        en="The sheet ‘{sheet}’ was not read. Choose it if there are delegates on it as well.",
    ),
    "delegation.above-headings": Text(
        nl="Staat boven de koppen: ‘{text}’.", en="Stands above the headings: ‘{text}’."
    ),
    "delegation.headings-again": Text(
        nl="Herhaalt de koppen: ‘{text}’.", en="Repeats the headings: ‘{text}’."
    ),
    "delegation.total": Text(nl="Is een totaal: ‘{text}’.", en="Is a total: ‘{text}’."),
    "delegation.title": Text(nl="Is een tussenkop: ‘{text}’.", en="Is a heading in between: ‘{text}’."),
    "delegation.remark": Text(nl="Is een opmerking: ‘{text}’.", en="Is a remark: ‘{text}’."),
    "delegation.same-as": Text(
        nl="Is dezelfde persoon, met dezelfde gegevens, als rij {row}.",
        en="Is the same person, with the same details, as row {row}.",
    ),
}

DELEGATIONS: dict[str, Text] = {**_FILES, **_ROWS, **_DOUBTS, **_IGNORED}

# What a file turns out to be.
FORMS: dict[str, Text] = {
    "program": Text(nl="een programma", en="a program"),
    "pdf": Text(nl="een pdf", en="a PDF"),
    "document": Text(nl="een tekstdocument", en="a text document"),
    "picture": Text(nl="een afbeelding", en="a picture"),
    "old-workbook": Text(
        nl="een oude of binaire Excel-werkmap (.xls, .xlsb)",
        en="an old or binary Excel workbook (.xls, .xlsb)",
    ),
    "zip": Text(nl="een zipbestand", en="a zip file"),
    "web-page": Text(
        nl="een webpagina, ook als de naam iets anders zegt", en="a web page, even if its name says otherwise"
    ),
    "no-text": Text(nl="een bestand zonder leesbare tekst", en="a file without readable text"),
}
