"""What was not proved of a kader because it takes more work than is allowed; nothing of it passes in silence."""

from collections.abc import Collection, Sequence

from openkader.base.text import Text
from openkader.kader.findings import Finding, warning
from openkader.kader.model import Table

_MOST_NAMED = 10

ANSWERABLE = Text(
    nl="of de uitsluitingen een zaak toelaten waarin alles beantwoord is",
    en="whether the constraints leave a case in which everything is answered",
)
UNDECIDED = Text(
    nl="of een regel elke zaak beslist waarin alles beantwoord is",
    en="whether a row decides every case in which everything is answered",
)
DECIDING = Text(
    nl="of elke regel het voorstel ooit bepaalt", en="whether every row ever decides the proposal"
)
TOGETHER = Text(
    nl="welke regels van het voorstel samen kunnen gelden",
    en="which rows of the proposal can hold together",
)
IDLE = Text(
    nl="of elke vraag die regels noemen ooit verschil maakt",
    en="whether every question that rules name ever makes a difference",
)
MONOTONY = Text(
    nl="of een zwaarder antwoord het voorstel nooit milder maakt en een vraag zonder antwoord geen poort opent",
    en="whether a graver answer never makes the proposal milder, and no answer opens no gate",
)


def not_proved(where: str, parts: Sequence[Text]) -> Finding:
    """The finding that says so; the kader is not wrong, but nobody knows that it is right."""
    text = Text(
        nl=f"Niet bewezen, want te groot: {'; '.join(part.nl for part in parts)}.",
        en=f"Not proved, too large: {'; '.join(part.en for part in parts)}.",
    )
    return warning("not-proved", where, text)


def ever(names: Collection[str]) -> Text:
    """Parts of a kader of which it is not known whether they ever hold or apply."""
    return Text(nl=f"of {_named(names, 'en')} ooit gelden", en=f"whether {_named(names, 'and')} ever hold")


def counted(collection: str) -> Text:
    """Figures of which it is not known whether anything can count in them."""
    return Text(
        nl=f"of in elk cijfer over ‘{collection}’ iets kan meetellen",
        en=f"whether anything can count in each figure over ‘{collection}’",
    )


def table_as_a_whole(table: Table) -> Text:
    """A table of which nothing is known, or not whether it decides every case."""
    return Text(
        nl=f"wat de tabel ‘{table.gives}’ in elke zaak geeft",
        en=f"what the table ‘{table.gives}’ gives in every case",
    )


def rows_of_table(table: Table, places: Collection[int]) -> Text:
    """Rows of a table that are too entangled with those before them."""
    rows = [str(place) for place in places]
    return Text(
        nl=f"of in de tabel ‘{table.gives}’ rij {_named(rows, 'en')} ooit als eerste geldt",
        en=f"whether row {_named(rows, 'and')} of the table ‘{table.gives}’ is ever the first to hold",
    )


def _named(names: Collection[str], and_: str) -> str:
    """A few of the names, and how many more there are."""
    some = list(names)[:_MOST_NAMED]
    more = len(names) - len(some)
    return f"{', '.join(some)} {and_} {more} …" if more else ", ".join(some)
