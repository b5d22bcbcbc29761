"""The certificate of a destruction list, as it is composed from what the register kept. All dossiers are made up."""

from dataclasses import replace

import pytest

from openkader.base.errors import Refused
from openkader.casework.permissions import HOUSE
from openkader.casework.retention import DESTROYED_HERE, RECORDS, REVIEWERS, Reviewer
from openkader.kader import Assessor
from openkader.publication.destruction_certificates import certificate_of
from openkader.publication.letters import Letter, Table
from openkader.register import services
from openkader.register.destruction_entries import ExemptionEntry
from openkader.register.selectors.destruction import ListFile, destruction_list
from tests.integration.destruction_house import ARCHIVIST, HAND, NOW, agreed, made_up_closed, nominated

pytestmark = pytest.mark.django_db
MADE_UP = "To practise with: these dossiers were made up, and so was their retention term."


@pytest.fixture
def found(assessor: Assessor) -> ListFile:
    """A list of which one dossier went, and one was taken off."""
    first, second, *_ = made_up_closed(assessor, 20)
    place = nominated(first, second)
    entry = ExemptionEntry(list=place, number=2, reason="Er loopt een bezwaar.")
    services.exempt_from_destruction(entry, **ARCHIVIST)
    agreed(place)
    with pytest.raises(Refused, match="not-done"):
        composed(destruction_list(place, reader=HOUSE))
    services.destroy_dossiers(place, **HAND)
    return destruction_list(place, reader=HOUSE)


def composed(found: ListFile, language: str = "en") -> Letter:
    return certificate_of(found, language, NOW.date())


def tables(letter: Letter) -> list[Table]:
    return [one.table for one in letter.paragraphs if one.table]


def test_it_says_what_went_what_stayed_and_who_agreed(found: ListFile) -> None:
    gone, kept = found.items
    assert found.seal is not None
    letter = composed(found)
    went, stayed = tables(letter)
    assert went.rows == (
        (
            gone.dossier,
            "whole dossier",
            "2020",
            "1-year term after it was closed on 29 November 2020; made up, for a made-up dossier.",
            "1 May 2030, 14:00",
        ),
    )
    assert stayed.rows == ((kept.dossier, "whole dossier", "Er loopt een bezwaar."),)
    assert letter.about == (
        ("Drawn up by", "cli:adviser, 1 May 2030, 14:00"),
        ("Terms as on", "1 May 2030"),
        ("Agreed as archivist", "cli:archivist, 1 May 2030, 14:00"),
        ("Agreed as process owner", "cli:owner, 1 May 2030, 14:00"),
    )
    assert (letter.organisation, letter.made_up) == ("Province of Zuid-Holland", MADE_UP)
    said = " ".join(one.text for one in letter.paragraphs)
    rows, _worded, parties, documents = gone.went
    assert f"{rows} rows of the register, the names of {parties} parties and {documents} documents" in said
    assert f"line {found.seal[0]} ({found.seal[1][:16]})" in said


def test_in_dutch_every_word_and_every_day_is_dutch(found: ListFile) -> None:
    letter = composed(found, "nl")
    assert letter.subject == f"Verklaring van vernietiging {found.row.reference}"
    assert [label for label, _value in letter.about] == [
        "Opgesteld door",
        "Termijnen per",
        "Akkoord als archivaris",
        "Akkoord als proceseigenaar",
    ]
    assert tables(letter)[0].rows[0][1::2] == (
        "heel dossier",
        "1 jaar na de afsluiting op 29 november 2020; een verzonnen termijn voor een verzonnen dossier.",
    )


def test_of_real_dossiers_it_does_not_say_that_they_were_made_up(found: ListFile) -> None:
    detail = {"years": "1", "from": "2020-11-29", "source": "Selectielijst", "category": "2.1"}
    gone, kept = found.items
    real = replace(gone, code="retention.due.closed", detail=detail)
    assert composed(replace(found, items=(real, kept))).made_up is None
    assert composed(replace(found, items=(gone, real))).made_up is None, "one of them is real"


def test_all_that_can_go_and_all_who_agree_have_words() -> None:
    assert (set(RECORDS), set(REVIEWERS)) == (set(DESTROYED_HERE), set(Reviewer))
