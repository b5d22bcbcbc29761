"""Parties get names and numbers, and people say which of them are one; nothing that was said goes."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import NotFound, Refused
from openkader.casework.joining import Sameness
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.vocabulary import PartyKind, Role
from openkader.register import audit, selectors, services
from openkader.register.entries import (
    NameEntry,
    ParticipationEntry,
    PartyEntry,
    PartyJudgementEntry,
    RequestEntry,
)
from openkader.register.models import AuditEvent, PartyJudgement
from tests.integration.register_house import HAND, NOW, TITLE
from tests.integration.screening_house import WANG, a_delegation, work

pytestmark = pytest.mark.django_db


def a_party(reference: str, name: str = "Fictief Bedrijf", **more: Any) -> str:
    kind = more.pop("kind", PartyKind.COMPANY)
    return services.record_party(PartyEntry(reference=reference, kind=kind, name=name, **more), **HAND)


def judged(leading: str, other: str, verdict: Sameness = Sameness.SAME, seen: int = 0, **more: Any) -> None:
    reason = more.pop("reason", "Zelfde adres.")
    entry = PartyJudgementEntry(leading=leading, other=other, verdict=verdict, reason=reason, seen=seen)
    services.judge_parties(entry, **{**HAND, **more})


def refused(act: Any) -> str:
    with pytest.raises(Refused) as error:
        act()
    return error.value.refusal.code


def found(text: str) -> list[str]:
    return [line.reference for line in selectors.parties_named(text, reader=HOUSE)]


def test_a_name_that_is_added_leads_to_the_party_and_asks_for_a_new_screening() -> None:
    a_delegation(WANG)
    work()
    party = "V-1-L1-2"
    assert selectors.party_file(party, reader=HOUSE).screening.standing.is_current
    services.name_party(party, NameEntry(name="  Фиктивный   Ван ", script="Cyrl"), **HAND)
    assert party in found("Фиктивный")
    file = selectors.party_file(party, reader=HOUSE)
    assert [name.name for name in file.names] == ["Фиктивный Ван"]
    assert not file.screening.standing.is_current


@pytest.mark.parametrize("name", ["", "  ", "x" * 301, "a\x00b", "a\u202eb"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    a_party("P-1")
    assert refused(lambda: services.name_party("P-1", NameEntry(name=name), **HAND)) == "name.empty"


def test_a_name_or_number_that_is_known_is_said_to_be() -> None:
    a_party("P-1", identifiers={"kvk": "12345678"})
    a_party("P-2", "Ander Bedrijf")
    assert (
        refused(lambda: services.name_party("P-1", NameEntry(name="Fictief Bedrijf"), **HAND)) == "name.known"
    )
    assert refused(lambda: services.number_party("P-1", "kvk", "1234.5678", **HAND)) == "identifier.known"
    taken = refused(lambda: services.number_party("P-2", "kvk", "12345678", **HAND))
    assert taken == "register.identifier-twice"
    assert refused(lambda: services.number_party("P-2", "uscc", "1" * 18, **HAND)) == "identifier.wrong-digit"


def test_a_number_leads_to_its_party_in_every_way_of_writing() -> None:
    a_party("P-1")
    services.number_party("P-1", "uscc", "91350100 m000100y43", **HAND)
    assert found("91350100M000100Y43") == found("9135 0100 m000 100y 43") == ["P-1"]


def test_parties_that_are_one_are_found_and_shown_once() -> None:
    a_party("P-1")
    a_party("P-2", identifiers={"kvk": "12345678"})
    judged("P-1", "P-2")
    assert found("Fictief Bedrijf") == found("12345678") == ["P-1"]
    assert [line.reference for line in selectors.party_file("P-1", reader=HOUSE).led] == ["P-2"]
    assert selectors.party_file("P-2", reader=HOUSE).leading == "P-1"
    lines, _more = selectors.newest_parties(reader=HOUSE)
    assert [line.reference for line in lines] == ["P-1"]


def test_where_a_party_takes_part_includes_those_that_are_the_same() -> None:
    a_party("P-1")
    a_party("P-2")
    for number, party in ((1, "P-1"), (2, "P-2")):
        part = ParticipationEntry(reference=f"D-{number}", role=Role.REQUESTER, party=party)
        entry = RequestEntry(reference=f"V-{number}", year=2030, title=TITLE, participations=(part,))
        services.record_request(entry, **HAND)
    assert [place.dossier for place in selectors.party_file("P-1", reader=HOUSE).places] == ["V-1"]
    judged("P-1", "P-2")
    assert {place.dossier for place in selectors.party_file("P-1", reader=HOUSE).places} == {"V-1", "V-2"}


def test_what_was_said_is_taken_back_and_nothing_is_rewritten() -> None:
    a_party("P-1")
    a_party("P-2")
    judged("P-1", "P-2")
    judged("P-1", "P-2", Sameness.OPEN, seen=1)
    assert found("Fictief Bedrijf") == ["P-1", "P-2"]
    judged("P-2", "P-1", seen=2)
    assert found("Fictief Bedrijf") == ["P-2"]
    assert list(PartyJudgement.objects.values_list("verdict", flat=True)) == ["same", "open", "same"]
    acts = AuditEvent.objects.filter(action__startswith="parties.").order_by("id")
    assert list(acts.values_list("action", flat=True)) == [
        "parties.joined",
        "parties.reopened",
        "parties.joined",
    ]
    assert audit.verify() is None


def test_the_database_keeps_what_was_said() -> None:
    a_party("P-1")
    a_party("P-2")
    judged("P-1", "P-2")
    with pytest.raises(DatabaseError), transaction.atomic():
        PartyJudgement.objects.update(verdict="other", leading=None)
    assert "keep_update_register_partyjudgement" not in audit.missing_guards()


def test_a_second_click_counts_once_and_a_colleague_is_told() -> None:
    a_party("P-1")
    a_party("P-2")
    judged("P-1", "P-2")
    judged("P-1", "P-2", now=NOW + timedelta(seconds=1))
    assert PartyJudgement.objects.count() == 1
    assert (
        refused(lambda: judged("P-1", "P-2", Sameness.OTHER, by=HouseHand("cli:berend")))
        == "joining.meanwhile"
    )


def test_no_chain_comes_of_three_parties() -> None:
    for number in (1, 2, 3):
        a_party(f"P-{number}")
    judged("P-1", "P-2")
    assert refused(lambda: judged("P-2", "P-3")) == "joining.is-led"
    assert refused(lambda: judged("P-3", "P-1")) == "joining.leads"
    judged("P-1", "P-3")
    assert found("Fictief Bedrijf") == ["P-1"]


def test_somebody_and_a_party_that_is_not_there() -> None:
    a_party("P-1")
    a_party("P-2", "Iemand Fictief", kind=PartyKind.PERSON)
    assert refused(lambda: judged("P-1", "P-2")) == "joining.other-sort"
    with pytest.raises(NotFound):
        judged("P-1", "P-9")


def test_namesakes_are_offered_for_a_judgement_and_it_is_kept() -> None:
    a_party("P-1", "山东虚构集团")
    a_party("P-2", "Shandong Xugou Group")
    a_party("P-3", "山東虛構集團")
    a_party("P-4", "张伟", kind=PartyKind.PERSON)
    _mine, near = selectors.alike("P-1", reader=HOUSE)
    assert {one.line.reference: one.said for one in near} == {"P-3": None, "P-2": None}
    judged("P-1", "P-3", Sameness.OTHER, reason="Andere code.")
    said = {one.line.reference: one.said for one in selectors.alike("P-1", reader=HOUSE)[1]}["P-3"]
    assert said is not None
    assert (said.verdict, said.reason) == (Sameness.OTHER, "Andere code.")
