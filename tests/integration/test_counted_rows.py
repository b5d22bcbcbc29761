"""What counting reads of a row is what the row says in full, whoever asks."""

import pytest

from benchmarks.evaluation.filling import YEAR, Filling
from openkader.casework.permissions import HOUSE, NOBODY, Person
from openkader.casework.vocabulary import AccountRole
from openkader.evaluation.account import account_of
from openkader.evaluation.reading import Told, row_of, rows_of
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of

pytestmark = pytest.mark.django_db
READERS = {
    "house": HOUSE,
    "public": NOBODY,
    "adviser": Person(name="adviseur-1", roles=frozenset({AccountRole.ADVISER}), team="economie"),
}


@pytest.fixture
def made_up(db: None) -> None:
    """A year with everything that a figure counts, some of it confidential and some with screening."""
    Filling(300).run()


@pytest.fixture
def kader(db: None) -> Kader:
    return assessor_of("zuid-holland/2024-01-01").kader


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("collection", selectors.COLLECTIONS)
@pytest.mark.usefixtures("made_up")
def test_every_row_is_counted_as_it_is_told(collection: str, reader: str, kader: Kader) -> None:
    fields, person = kader.records[collection], READERS[reader]
    told = Told(YEAR, [collection], person)[collection]
    assert list(rows_of(collection, YEAR, fields, reader=person)) == [row_of(row, fields) for row in told]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.usefixtures("year_2024")
def test_the_year_2024_is_counted_as_it_is_told(reader: str, kader: Kader) -> None:
    person = READERS[reader]
    lean = account_of(2024, reader=person)
    full = account_of(2024, reader=person, told=tuple(selectors.COLLECTIONS))
    assert lean.figures == full.figures
    assert lean.claims == full.claims
    assert all(len(lean.records[name]) for name in ("activities", "measures", "findings"))


@pytest.mark.usefixtures("made_up")
def test_the_made_up_year_has_what_is_kept_apart() -> None:
    """Else the comparison above would compare nothing."""
    found = {name: selectors.counted(name, YEAR, reader=NOBODY) for name in ("decisions", "measures")}
    assert all(any(row["apart"] and not row["hidden"] for row in rows) for rows in found.values())
    assert all(any(row["hidden"] for row in rows) for rows in found.values())


@pytest.mark.usefixtures("made_up")
def test_a_label_is_read_when_it_is_asked_for() -> None:
    account = account_of(YEAR, {"activities"}, reader=HOUSE)
    reference = account.figures["activities"].count.rows[0].row.reference
    assert account.labels[reference].nl.startswith("Bedachte activiteit")
    assert "verzonnen" not in account.labels
    assert set(account.labels) == {str(row["id"]) for row in account.records["activities"]}
