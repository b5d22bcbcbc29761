"""The sentences about reports that are written from the register."""

from openkader.base.text import Text

REPORT: dict[str, Text] = {
    "report.confidential": Text(
        nl="Dit dossier is vertrouwelijk. Er wordt geen tekst voor buiten uit opgesteld.",
        en="This case is confidential. No text for people outside is composed from it.",
    ),
    "report.empty": Text(nl="De tekst is leeg. Schrijf iets.", en="The text is empty. Write something."),
    "report.meanwhile": Text(
        nl="{by} bewaarde intussen een andere versie. Lees die eerst. Uw tekst staat nog hieronder en is niet bewaard.",
        en="{by} saved another version meanwhile. Read that first. Your text still stands below and was not saved.",
    ),
    "report.not-saved": Text(
        nl="Er is nog geen versie bewaard. Bewaar de tekst eerst.",
        en="No version was saved yet. Save the text first.",
    ),
    "report.final-already": Text(
        nl="Deze versie is al definitief. Bewaar een nieuwe versie om iets te wijzigen.",
        en="This version is final already. Save another version to change anything.",
    ),
    "report.gaps": Text(
        nl="Aantal open plekken in de tekst: {number}, zoals {first}. Vul ze in of haal ze weg.",
        en="Gaps in the text: {number}, such as {first}. Fill them in or take them out.",
    ),
    "report.unknown-fact": Text(
        nl="‘{word}’ is geen gegeven van een verslag. Kies uit {known}.",
        en="‘{word}’ is no fact of a report. Choose from {known}.",
    ),
    "report.no-fact": Text(
        nl="Een zin van een verslag noemt ten minste één gegeven uit het register.",
        en="A sentence of a report names at least one fact from the register.",
    ),
    "report.unknown-measure": Text(
        nl="‘{word}’ staat niet in het kader. Noem een maatregel of actielijn die het kader kent.",
        en="‘{word}’ is not in the kader. Name a measure or action line that the kader knows.",
    ),
    "evaluation.unknown-part": Text(
        nl="‘{part}’ is geen tabel of grafiek die de evaluatie kan tonen. Kies uit: {known}.",
        en="‘{part}’ is not a table or chart that the evaluation can show. Choose from: {known}.",
    ),
}
