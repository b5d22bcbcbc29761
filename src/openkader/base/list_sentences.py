"""The sentences about lists: their files, their snapshots, and where they come from."""

from openkader.base.text import Text

FILES: dict[str, Text] = {
    "list.cut": Text(
        nl="Het bestand houdt hier midden in de lijst op. Haal het opnieuw op.",
        en="The file ends here in the middle of the list. Fetch it again.",
    ),
    "list.syntax": Text(
        nl="Hier klopt de vorm van het bestand niet ({reason}). Haal het opnieuw op.",
        en="The form of the file is wrong here ({reason}). Fetch it again.",
    ),
    "list.document-type": Text(
        nl="Dit bestand heeft een documenttype (DOCTYPE). Een lijst heeft dat niet; het bestand kan gevaarlijk zijn.",
        en="This file has a document type (DOCTYPE). A list has none; the file may be dangerous.",
    ),
    "list.other-root": Text(
        nl="Dit is een ander soort bestand: het begint met ‘{found}’ en niet met ‘{wanted}’. Kies de juiste vorm.",
        en="This is another kind of file: it begins with ‘{found}’ and not with ‘{wanted}’. Choose the right format.",
    ),
    "list.record-too-large": Text(
        nl="Dit record is te groot of te diep genest om bij een lijst te horen.",
        en="This record is too large or nested too deep to belong to a list.",
    ),
    "list.no-headings": Text(
        nl="De kolommen {wanted} staan niet in het begin van het bestand. Kies de juiste vorm.",
        en="The columns {wanted} are not at the beginning of the file. Choose the right format.",
    ),
    "list.no-results": Text(
        nl="Dit JSON-bestand heeft geen lijst ‘results’. Kies de juiste vorm.",
        en="This JSON file has no list ‘results’. Choose the right format.",
    ),
    "list.not-a-sheet": Text(
        nl="Dit is geen spreadsheet in de vorm .ods, of er zit een wachtwoord op.",
        en="This is no spreadsheet in the form .ods, or it has a password.",
    ),
    "list.web-page": Text(
        nl="Dit is een webpagina en geen lijst: een melding, of de lijst is verhuisd. Open het adres in een browser.",
        en="This is a web page and no list: a notice, or the list has moved. Open the address in a browser.",
    ),
    "list.packed": Text(
        nl="Dit bestand is ingepakt (zip of gzip). Geef het adres van de lijst zelf, of pak haar eerst uit.",
        en="This file is packed (zip or gzip). Give the address of the list itself, or unpack it first.",
    ),
    "list.no-main-file": Text(
        nl="Geen bestand heeft de 12 kolommen van sdn.csv. Geef dat, met alt.csv, add.csv en sdn_comments.csv.",
        en="No file has the 12 columns of sdn.csv. Give it with alt.csv, add.csv and sdn_comments.csv.",
    ),
    "list.one-file": Text(
        nl="Een lijst in deze vorm is één bestand; gegeven zijn: {files}.",
        en="A list in this format is one file; given are: {files}.",
    ),
    "list.no-mapping": Text(
        nl="Een tabel heeft een bestand nodig dat zegt wat de kolommen zijn: --mapping BESTAND.",
        en="A table needs a file that says what its columns are: --mapping FILE.",
    ),
    "list.mapping-not-wanted": Text(
        nl="Alleen een tabel (--format table) wordt met --mapping gelezen. Laat --mapping weg.",
        en="Only a table (--format table) is read with --mapping. Leave --mapping out.",
    ),
    "list.mapping-nameless": Text(
        nl="Zeg welke kolom de naam is (properties: name).",
        en="Say which column is the name (properties: name).",
    ),
    "list.mapping-property": Text(
        nl="‘{name}’ is hier geen eigenschap. Bekend zijn: {known}.",
        en="‘{name}’ is no property here. Known are: {known}.",
    ),
    "list.mapping-schema": Text(
        nl="‘{name}’ is geen soort. Kies uit: {known}.",
        en="‘{name}’ is no kind of entity. Choose from: {known}.",
    ),
    "list.mapping-delimiter": Text(
        nl="Het scheidingsteken is één teken, zoals ; of een tab.",
        en="The delimiter is one character, such as ; or a tab.",
    ),
}

RECORDS: dict[str, Text] = {
    "list.no-name": Text(nl="Record {record} heeft geen naam.", en="Record {record} has no name."),
    "list.no-number": Text(nl="Dit record heeft geen nummer.", en="This record has no number."),
    "list.number-twice": Text(
        nl="Het nummer {record} stond al eerder in deze lijst.",
        en="The number {record} was in this list before.",
    ),
    "list.unknown-kind": Text(
        nl="‘{kind}’ is een soort die hier niet bekend is. Bekend zijn: {known}.",
        en="‘{kind}’ is a kind that is not known here. Known are: {known}.",
    ),
    "list.row-length": Text(
        nl="Deze rij heeft {found} cellen; het moeten er {wanted} zijn.",
        en="This row has {found} cells; there must be {wanted}.",
    ),
    "list.row-form": Text(
        nl="De aanhalingstekens in deze rij kloppen niet ({reason}).",
        en="The quotes in this row do not fit ({reason}).",
    ),
}

SNAPSHOTS: dict[str, Text] = {
    "list.bad-name": Text(
        nl="‘{name}’ kan geen lijst heten. Gebruik kleine letters, cijfers, punten en streepjes, hooguit 63.",
        en="‘{name}’ cannot be the name of a list. Use small letters, digits, dots and dashes, at most 63.",
    ),
    "list.known": Text(
        nl="De lijst {name} is er al. Vernieuw haar met: openkader lists update {name}.",
        en="The list {name} is there already. Renew it with: openkader lists update {name}.",
    ),
    "list.empty": Text(
        nl="In dit bestand staat niemand. Een lege lijst wordt nooit van kracht.",
        en="There is nobody in this file. An empty list is never put in force.",
    ),
    "list.too-many-unreadable": Text(
        nl="{unreadable} records zijn niet te lezen, tegen {found} wel. Dit is niet de lijst die wij kennen.",
        en="{unreadable} records cannot be read, against {found} that can. This is not the list that we know.",
    ),
    "list.shrunken": Text(
        nl=(
            "De lijst is gekrompen van {former} naar {found} entiteiten, tot onder {at_least}. Kijk na of "
            "dat klopt; zo ja: openkader lists update {list} --accept-shrunken."
        ),
        en=(
            "The list shrank from {former} to {found} entities, to below {at_least}. Check whether that is "
            "right; if so: openkader lists update {list} --accept-shrunken."
        ),
    ),
    "list.damaged": Text(
        nl=(
            "{file} is beschadigd ({reason}). Er wordt niet gescreend. Vernieuw de lijst, "
            "of zet een reservekopie terug."
        ),
        en="{file} is damaged ({reason}). Nobody is screened. Renew the list, or restore a copy.",
    ),
    "list.locked": Text(
        nl=(
            "Waar {list} vandaan komt, zit op slot met een andere sleutel van de installatie. "
            "Zet die in OPENKADER_FORMER_KEYS, of voeg de lijst opnieuw toe: openkader lists add {list}."
        ),
        en=(
            "Where {list} comes from is locked with another key of the installation. Put that in "
            "OPENKADER_FORMER_KEYS, or add the list again: openkader lists add {list}."
        ),
    ),
    "list.not-renewed": Text(
        nl="De lijst is niet vernieuwd ({reason}).", en="The list was not renewed ({reason})."
    ),
    "list.not-stored": Text(
        nl="De lijst kan niet worden opgeslagen in {folder} ({reason}). Maak ruimte, of pas de rechten aan.",
        en="The list cannot be stored in {folder} ({reason}). Make room, or change the permissions.",
    ),
    "list.one-snapshot": Text(
        nl="Van {name} is er nog maar één momentopname. Er valt niets te vergelijken.",
        en="There is only one snapshot of {name} so far. There is nothing to compare.",
    ),
}

DOWNLOADS: dict[str, Text] = {
    "list.bad-source": Text(
        nl="‘{source}’ is geen bestand, en geen adres dat begint met https://, http:// of file://.",
        en="‘{source}’ is no file, and no address that begins with https://, http:// or file://.",
    ),
    "list.no-source-file": Text(
        nl="Het bestand {source} is niet te lezen ({reason}).",
        en="The file {source} cannot be read ({reason}).",
    ),
    "list.answered": Text(
        nl="{source} antwoordt met {status}. Controleer het adres.",
        en="{source} answers with {status}. Check the address.",
    ),
    "list.let-in": Text(
        nl="{source} laat ons niet toe ({status}). Controleer de naam, het wachtwoord of het token in het adres.",
        en="{source} does not let us in ({status}). Check the name, the password or the token in the address.",
    ),
    "list.elsewhere": Text(
        nl="{source} verwijst door ({status}) naar een adres dat niet wordt gevolgd. Controleer het adres.",
        en="{source} refers us ({status}) to an address that is not followed. Check the address.",
    ),
    "list.failing": Text(
        nl="{source} heeft een storing of heeft het te druk ({status}). Probeer het later opnieuw.",
        en="{source} has failed or is too busy ({status}). Try again later.",
    ),
    "list.unreachable": Text(
        nl="{source} is niet te bereiken ({reason}). Probeer het later opnieuw.",
        en="{source} cannot be reached ({reason}). Try again later.",
    ),
    "list.too-slow": Text(
        nl="{source} levert niet binnen {seconds} seconden. Probeer het later opnieuw.",
        en="{source} does not deliver within {seconds} seconds. Try again later.",
    ),
    "list.body-cut": Text(
        nl="{source} gaf {found} van de {wanted} bytes. Probeer het later opnieuw.",
        en="{source} gave {found} of its {wanted} bytes. Try again later.",
    ),
    "list.body-too-large": Text(
        nl="{source} is groter dan {limit}. Dat kan geen lijst zijn.",
        en="{source} is larger than {limit}. That cannot be a list.",
    ),
}

IN_FORCE: dict[str, Text] = {
    "screening.no-list": Text(
        nl="Er is geen lijst van kracht, dus er is niet gescreend. Voeg eerst een lijst toe: openkader lists add.",
        en="No list is in force, so nothing was screened. Add a list first: openkader lists add.",
    ),
    "screening.list-unread": Text(
        nl="De lijst {list} is nog nooit gelezen, dus er is niet gescreend. Lees haar: openkader lists update {list}.",
        en="The list {list} was never read, so nothing was screened. Renew it: openkader lists update {list}.",
    ),
    "screening.no-list-here": Text(
        nl="In deze map staat geen lijst (*.ftm.json), dus er is niet gescreend. Noem de map met lijsten.",
        en="There is no list (*.ftm.json) in this folder, so nothing was screened. Name the folder with lists.",
    ),
}

LISTS: dict[str, Text] = {**FILES, **RECORDS, **SNAPSHOTS, **DOWNLOADS, **IN_FORCE}
