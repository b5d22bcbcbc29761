"""The table of commands: what each is for, where it stands, and what it needs before it runs."""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from openkader.base.text import Text
from openkader.cli import house


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command; its module has `arguments(parser)` and `run(options, screen, …)`.

    The module is loaded only when the command is asked for: the kader commands work
    without Django, and the others not before the settings are read.
    """

    module: str
    summary: Text
    in_house: bool = True
    opens_database: bool = False
    takes_packs: bool = False

    def load(self) -> ModuleType:
        """The module, in a house that is open where it has to be."""
        if self.in_house:
            house.open_house()
        return import_module(self.module)

    def more(self) -> tuple[object, ...]:
        """What the command gets beside its options and its screen."""
        if self.opens_database:
            house.check_database()
        return (house.packs(),) if self.takes_packs else ()


COMMANDS: dict[str, Command] = {
    "demo": Command(
        module="openkader.cli.demo",
        summary=Text(
            nl="laad het jaar 2024 en laat het zien op deze computer",
            en="load the year 2024 and show it on this computer",
        ),
    ),
    "import": Command(
        module="openkader.cli.importing",
        summary=Text(
            nl="neem een jaarbestand of een register in een spreadsheet over, geheel of niet",
            en="take a year file or a register in a spreadsheet over, whole or not at all",
        ),
    ),
    "kader": Command(
        module="openkader.cli.kader",
        summary=Text(
            nl="controleer een kader, lees het als document, of pas het toe op een geval",
            en="check a kader, read it as a document, or apply it to a case",
        ),
        in_house=False,
        takes_packs=True,
    ),
    "exchange": Command(
        module="openkader.cli.exchange",
        summary=Text(
            nl="geef een andere organisatie kader, boodschappen, lijsten en cijfers, of bekijk wat zij geeft",
            en="give another organisation kader, lines, lists and figures, or look at what it gives",
        ),
        opens_database=True,
    ),
    "evaluate": Command(
        module="openkader.cli.evaluate",
        summary=Text(
            nl="de cijfers van een jaar, met de rijen erachter en wat de tekst beweert",
            en="the figures of a year, with the rows behind them and what the text claims",
        ),
        opens_database=True,
    ),
    "coverage": Command(
        module="openkader.cli.coverage",
        summary=Text(
            nl="wat het register van elke actielijn toont, activiteit voor activiteit",
            en="what the register shows of each action line, activity by activity",
        ),
        opens_database=True,
    ),
    "effect": Command(
        module="openkader.cli.effect",
        summary=Text(
            nl="laat zien wat er volgens deelnemers van de activiteiten van een jaar kwam",
            en="show what came of the activities of a year, as participants say",
        ),
        opens_database=True,
    ),
    "documents": Command(
        module="openkader.cli.documents",
        summary=Text(
            nl="controleer of elk bewaard bestand er nog is en is wat het was, of breng ze naar een bucket",
            en="verify that every file that is kept is there and is what it was, or bring them to a bucket",
        ),
        opens_database=True,
    ),
    "audit": Command(
        module="openkader.cli.audit",
        summary=Text(nl="controleer de keten van alle wijzigingen", en="verify the chain of all changes"),
        opens_database=True,
    ),
    "archive": Command(
        module="openkader.cli.archive",
        summary=Text(
            nl="geef een afgesloten dossier als map die zonder Open Kader te lezen is, of controleer zo'n map",
            en="give a closed dossier as a folder that reads without Open Kader, or verify such a folder",
        ),
        in_house=False,
    ),
    "handbook": Command(
        module="openkader.cli.handbook",
        summary=Text(
            nl="schrijf het handboek voor medewerkers als map met webpagina's",
            en="write the handbook for officials as a folder of web pages",
        ),
        in_house=False,
    ),
    "backup": Command(
        module="openkader.cli.backup",
        summary=Text(
            nl="maak van deze installatie één bestand, controleer het, of zet het terug",
            en="make one file of this installation, verify it, or restore it",
        ),
        in_house=False,
    ),
    "lists": Command(
        module="openkader.cli.lists",
        summary=Text(
            nl="de lijsten waarmee namen worden vergeleken: toevoegen, vernieuwen, bekijken",
            en="the lists that names are compared with: add, renew, look at",
        ),
    ),
    "account": Command(
        module="openkader.cli.account",
        summary=Text(
            nl="wie zich mag aanmelden: account maken, wachtwoord wijzigen, sluiten",
            en="who may sign in: add an account, change its password, close it",
        ),
        opens_database=True,
    ),
    "token": Command(
        module="openkader.cli.token",
        summary=Text(
            nl="welke programma's binnenkomen, onder wiens naam en waarvoor",
            en="which programs come in, under whose name and for what",
        ),
        opens_database=True,
    ),
    "zgw": Command(
        module="openkader.cli.zgw",
        summary=Text(
            nl="sluit het zaaksysteem van de organisatie aan, en toets zijn catalogus",
            en="connect the case system of the organisation, and check its catalogue",
        ),
        opens_database=True,
    ),
    "webhook": Command(
        module="openkader.cli.webhook",
        summary=Text(
            nl="welke andere systemen horen wat er met zaken gebeurt",
            en="which other systems hear what happens with cases",
        ),
        opens_database=True,
    ),
    "setup": Command(
        module="openkader.cli.setup",
        summary=Text(
            nl="breng deze installatie op wat één bestand zegt, en wijzig alleen het verschil",
            en="bring this installation to what one file says, and change only the difference",
        ),
        opens_database=True,
    ),
    "cases": Command(
        module="openkader.cli.cases",
        summary=Text(
            nl="maak de regels van de werklijst opnieuw",
            en="make the lines of the work list anew",
        ),
        opens_database=True,
    ),
    "parties": Command(
        module="openkader.cli.parties",
        summary=Text(
            nl="zoek een partij op naam, in welk schrift dan ook",
            en="find a party by name, in whatever script",
        ),
        opens_database=True,
    ),
    "person": Command(
        module="openkader.cli.person",
        summary=Text(
            nl="geef alles wat het register over één persoon of partij bevat, voor wie daarom vraagt",
            en="give all that the register holds about one person or party, to whoever asks for it",
        ),
        opens_database=True,
    ),
    "anonymise": Command(
        module="openkader.cli.anonymise",
        summary=Text(
            nl="maak een kopie om mee te testen, waarin niemand bij naam staat",
            en="make a copy to test with, in which nobody is named",
        ),
        opens_database=True,
    ),
    "screen": Command(
        module="openkader.cli.screen",
        summary=Text(
            nl="vergelijk een bestand met namen met lijsten",
            en="compare a file of names with lists",
        ),
        in_house=False,
    ),
    "serve": Command(
        module="openkader.cli.serve",
        summary=Text(
            nl="laat de pagina's zien aan collega's en bezoekers, met meer processen naast elkaar",
            en="show the pages to colleagues and visitors, with several processes side by side",
        ),
        in_house=False,
    ),
    "work": Command(
        module="openkader.cli.work",
        summary=Text(
            nl="verstuur e-mail die wacht, herinner adviseurs, en screen de partijen die wachten",
            en="send the mail that waits, remind advisers, and screen the parties that wait",
        ),
        opens_database=True,
    ),
    "screening": Command(
        module="openkader.cli.screening",
        summary=Text(
            nl="tel hoe vaak onschuldigen worden opgehouden, naar de herkomst van hun naam",
            en="count how often harmless people are held up, by the origin of their name",
        ),
        in_house=False,
    ),
    "migrate": Command(
        module="openkader.cli.migrate",
        summary=Text(
            nl="maak de database, of werk haar bij tot deze versie",
            en="create the database, or bring it up to this version",
        ),
    ),
}
