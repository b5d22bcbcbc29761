"""The sentences about the list of work: giving work to others, keeping a choice, terms."""

from openkader.base.text import Text

WORK: dict[str, Text] = {
    "assigning.meanwhile": Text(
        nl="Deze zaak is intussen bij {who}. Kijk of dat goed is, en kies dan opnieuw.",
        en="This case is with {who} by now. See whether that is right, and then choose again.",
    ),
    "assigning.no-reader": Text(
        nl="{who} mag geen zaken lezen en kan er dus geen behandelen. Kies een ander.",
        en="{who} may not read cases, and so cannot work on one. Choose somebody else.",
    ),
    "view.no-name": Text(
        nl="Geef de keuze een naam van ten hoogste 80 tekens.",
        en="Give the choice a name of at most 80 characters.",
    ),
    "view.too-long": Text(
        nl="Deze keuze is te lang om te bewaren. Kies minder.",
        en="This choice is too long to keep. Choose less.",
    ),
    "view.too-many": Text(
        nl="U bewaart al {most} keuzes. Verwijder er eerst een.",
        en="You keep {most} choices already. Forget one first.",
    ),
    "demo.number": Text(
        nl="Geef een heel getal van 1 tot en met {most}.", en="Give a whole number from 1 to {most}."
    ),
    "replay.no-json": Text(
        nl="Deze regel is geen JSON ({reason}). Schrijf op elke regel één zaak.",
        en="This line is no JSON ({reason}). Write one case on each line.",
    ),
    "replay.no-case": Text(
        nl="Deze regel is geen zaak. Geef een ‘reference’ (tekst) en ‘facts’ (antwoorden per vraag), en niets anders.",
        en="This line is no case. Give a ‘reference’ (text) and ‘facts’ (answers by question), and nothing else.",
    ),
    "replay.long-line": Text(
        nl="Deze regel is langer dan {most} MB. Schrijf op elke regel één zaak.",
        en="This line is longer than {most} MB. Write one case on each line.",
    ),
    "deadlines.bad-term": Text(
        nl="Een termijn is een aantal dagen van 1 tot en met {most}.",
        en="A term is a number of days from 1 to {most}.",
    ),
    "deadlines.bad-reminder": Text(
        nl="Een herinnering komt ten hoogste {most} dagen voor of na de dag waarop het advies er moet zijn.",
        en="A reminder comes at most {most} days before or after the day on which the advice is due.",
    ),
    "deadlines.bad-day": Text(
        nl="‘{day}’ is geen dag van elk jaar. Schrijf maand en dag, zoals 04-27.",
        en="‘{day}’ is no day of every year. Write month and day, such as 04-27.",
    ),
}
