"""What of a case goes to the case system, by a mapping that says everything or is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from openkader.base.document import read_text
from openkader.base.errors import Invalid, Refusal
from openkader.casework.case_system import (
    CaseNow,
    CatalogueMapping,
    DecisionNow,
    DocumentNow,
    Vertrouwelijkheid,
    Wanted,
    read_mapping,
    wanted,
)
from openkader.casework.case_system.mapping import is_rsin
from openkader.casework.documents import Purpose
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome
from tests.case_system import MAPPING

DAY = date(2030, 5, 1)
DOCUMENT = DocumentNow(
    reference="V-1-D1",
    name="brief.txt",
    media_type="text/plain",
    purpose=Purpose.ATTACHMENT,
    size=7,
    digest="a" * 64,
    on=DAY,
)
CASE = CaseNow(
    reference="V-1",
    title="Fictief",
    started_on=DAY,
    entered_on=DAY,
    level=Confidentiality.INTERNAL,
    state=State.GRANTED,
    outcome=DecisionOutcome.TAKE_UP,
    moved_at=datetime(2030, 5, 1, tzinfo=UTC),
    documents=(DOCUMENT, replace(DOCUMENT, purpose=Purpose.DELEGATION_LIST)),
    decisions=(DecisionNow(reference="B-1", on=DAY, motivation=""),),
)


def mapping(text: str = MAPPING) -> CatalogueMapping:
    return read_mapping(read_text(text, "zgw.yaml"))


def refused(text: str) -> list[str]:
    with pytest.raises(Invalid) as caught:
        mapping(text)
    return [problem.code for problem in caught.value.problems]


def told(case: CaseNow = CASE, *, is_filed: bool = False, **changes: Any) -> Wanted:
    found = wanted(case, replace(mapping(), **changes), is_filed=is_filed)
    assert isinstance(found, Wanted)
    return found


def test_what_is_called_none_does_not_go() -> None:
    found = mapping()
    assert found.statuses[State.GRANTED] == "In behandeling"
    assert found.statuses[State.RECEIVED] is None
    assert found.documents[Purpose.DELEGATION_LIST] is None
    assert Confidentiality.SECRET not in found.levels


@pytest.mark.parametrize(
    ("said", "instead", "code"),
    [
        ("  granted: In behandeling\n", "", "document.missing-key"),
        ("  granted: In behandeling\n", "  granted:\n", "document.missing-key"),
        ("  refuse: Geweigerd\n", "  refuse: Geweigerd\n  other: x\n", "document.unknown-key"),
        ("  advice: Advies\n", "", "document.missing-key"),
        ("decision: Besluit op verzoek\n", "", "document.missing-key"),
        ("intern, ", "internal, ", "setup.unknown-word"),
        ('"123456782"', '"123456789"', "filing.bad-organisation"),
        ('"123456782"', "123456782", "document.wrong-type"),
        ('organisation: "123456782"\n', "", "document.missing-key"),
    ],
)
def test_a_word_that_nobody_wrote_down_is_a_problem(said: str, instead: str, code: str) -> None:
    assert said in MAPPING
    assert code in refused(MAPPING.replace(said, instead))


def test_a_part_that_is_missing_is_a_problem() -> None:
    without = MAPPING[: MAPPING.index("statuses:")] + MAPPING[MAPPING.index("results:") :]
    assert refused(without) == ["document.missing-key"]


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("123456782", True),
        ("123456789", False),
        ("12345678", False),
        ("12345678x", False),
        ("１２３４５６７８２", False),
    ],
)
def test_a_rsin_is_checked_as_the_standards_do(word: str, is_one: bool) -> None:
    assert is_rsin(word) is is_one


def test_every_level_has_a_word_of_the_standard() -> None:
    assert [Vertrouwelijkheid.of(level).name for level in Confidentiality] == [
        level.name for level in Confidentiality
    ]


def test_a_case_is_told_by_the_words_of_the_catalogue() -> None:
    found = told()
    assert (found.status, found.result, found.level) == ("In behandeling", "Opgepakt", "intern")
    assert [name for _, name in found.documents] == ["Bijlage"]
    assert [name for _, name in found.decisions] == ["Besluit op verzoek"]


def test_nothing_goes_before_a_state_that_has_a_status() -> None:
    case = replace(CASE, state=State.READY)
    assert wanted(case, mapping(), is_filed=False) is None
    assert told(case, is_filed=True).status is None


def test_a_case_that_was_opened_again_has_no_result() -> None:
    assert told(replace(CASE, state=State.WEIGHING), is_filed=True).result is None
    assert told(replace(CASE, outcome=None)).result is None


def test_a_level_that_was_not_named_does_not_go() -> None:
    case = replace(CASE, level=Confidentiality.SECRET)
    assert wanted(case, mapping(), is_filed=False) == Refusal("filing.level", {"level": "geheim"})
    assert wanted(case, mapping(), is_filed=True) == Refusal("filing.level-after", {"level": "geheim"})


def test_a_number_that_is_too_long_there_is_refused() -> None:
    case = replace(CASE, reference="V" * 41)
    assert wanted(case, mapping(), is_filed=False) == Refusal("filing.long-reference", {"most": "40"})


def test_decisions_stay_where_there_is_no_word_for_them() -> None:
    assert told(decision=None).decisions == ()


def test_the_digest_is_of_all_that_is_told_and_of_nothing_else() -> None:
    assert told().digest == told(replace(CASE, moved_at=datetime(2031, 1, 1, tzinfo=UTC))).digest
    assert told().digest != told(replace(CASE, title="Anders")).digest
    assert told().digest != told(organisation="x").digest


def test_the_words_of_the_standard_are_those_that_a_case_system_knows() -> None:
    """De vertrouwelijkheidaanduiding van de ZGW-standaarden, van openbaar tot zeer geheim."""
    known = (
        "openbaar beperkt_openbaar intern zaakvertrouwelijk vertrouwelijk confidentieel geheim zeer_geheim"
    )
    assert [str(Vertrouwelijkheid.of(level)) for level in Confidentiality] == known.split()
