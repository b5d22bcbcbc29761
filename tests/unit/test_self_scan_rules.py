"""Asking a company for its self-scan, what it hands in, and when a mission has to wait."""

from datetime import date

import pytest

from openkader.base.errors import Refusal
from openkader.casework.mission import ParticipantRole
from openkader.casework.self_scan import (
    Company,
    Coverage,
    Given,
    Reply,
    ScanQuestionDraft,
    ScanState,
    ScanWaiverDraft,
    comes_for_company,
    companies_among,
    counted,
    is_scan_reminder_due,
    may_ask_scan,
    may_hand_in,
    may_remind_scan,
    may_save_scan,
    may_start,
    may_take_back_scan,
    may_waive_scan,
    reasons_against_start,
    runs_until,
    scanned,
    unanswered,
)
from openkader.casework.vocabulary import PartyKind
from tests.unit.self_scans import (
    DAY,
    TODAY,
    WEEK,
    a_company,
    a_form,
    a_group,
    a_scan,
    a_waiver,
    handed_in,
    whole,
)


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


def test_a_whole_scan_may_be_handed_in() -> None:
    assert may_hand_in(a_form(), whole(a_form()), "A. Fictief") is None


def test_a_question_without_an_answer_keeps_the_scan_here() -> None:
    given = whole(a_form())
    del given["policy"]
    given["plan"] = Given(None, "later")
    refusal = may_hand_in(a_form(), given, "A. Fictief")
    assert refusal == Refusal("self-scan.unanswered", {"number": "2"})
    assert unanswered(a_form(), given) == ("policy", "plan")


def test_what_does_not_apply_has_a_reason() -> None:
    assert code(may_hand_in(a_form(), whole(a_form(), Reply.NOT_APPLICABLE, " "), "A")) == (
        "self-scan.unanswered"
    )
    assert may_hand_in(a_form(), whole(a_form(), Reply.NOT_APPLICABLE, "Geen keten."), "A") is None


def test_a_scan_is_of_somebody() -> None:
    assert code(may_hand_in(a_form(), whole(a_form()), "  ")) == "self-scan.nobody"


def test_the_result_counts_each_step_and_gives_no_score() -> None:
    given = {**whole(a_form()), "policy": Given(Reply.NOT_YET), "plan": Given(Reply.PARTLY)}
    found = {one.step: one for one in counted(a_form(), given)}
    assert found["embed"].replies == {  # type: ignore[index]  # a word is its own key
        Reply.IN_PLACE: 2,
        Reply.PARTLY: 0,
        Reply.NOT_YET: 1,
        Reply.NOT_APPLICABLE: 0,
    }
    assert sum(one.questions for one in found.values()) == len(a_form().questions)


def test_a_question_nobody_answered_counts_nowhere() -> None:
    assert sum(one.questions for one in counted(a_form(), {"policy": Given(Reply.PARTLY)})) == 1


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2030, 5, 1), 12, date(2031, 5, 1)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2030, 1, 31), 1, date(2030, 2, 28)),
        (date(2030, 12, 15), 1, date(2031, 1, 15)),
    ],
)
def test_a_scan_counts_so_many_months(day: date, months: int, last: date) -> None:
    assert runs_until(day, months) == last


def test_a_scan_counts_from_the_day_it_was_handed_in_up_to_its_last() -> None:
    scan = handed_in(TODAY, TODAY + DAY)
    days = (TODAY - DAY, TODAY, TODAY + DAY, TODAY + 2 * DAY)
    assert [scan.counts(day) for day in days] == [False, True, True, False]
    assert not a_scan().counts(TODAY)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, ScanState.ASKED),
        ({"saves": 1}, ScanState.STARTED),
        ({"saves": 1, "due_on": TODAY - DAY}, ScanState.OVERDUE),
        ({"saves": 1, "due_on": TODAY}, ScanState.STARTED),
        ({"is_taken_back": True}, ScanState.MISSING),
        ({"handed_in_on": TODAY, "valid_until": TODAY}, ScanState.VALID),
        ({"handed_in_on": TODAY - DAY, "valid_until": TODAY - DAY}, ScanState.EXPIRED),
    ],
)
def test_where_a_scan_stands(changes: dict, state: ScanState) -> None:
    assert a_scan(**changes).state(TODAY) is state


DRAFT = ScanQuestionDraft(recipient="A. Fictief", due_on=TODAY)


@pytest.mark.parametrize(
    ("scans", "found"),
    [
        ([], None),
        ([a_scan(is_taken_back=True)], None),
        ([a_scan()], "self-scan.already-asked"),
        ([handed_in()], "self-scan.still-counts"),
        ([handed_in(until=TODAY + DAY)], None),  # it has ended by the day of the mission
    ],
)
def test_a_company_is_asked_once_and_not_while_its_scan_counts(scans: list, found: str | None) -> None:
    refusal = may_ask_scan(DRAFT, scans, TODAY, takes_part=True, needed_on=TODAY + WEEK)
    assert code(refusal) == found


def test_a_company_is_asked_when_it_takes_part_by_name_of_somebody_in_time() -> None:
    def asked(draft: ScanQuestionDraft, *, takes_part: bool = True) -> str | None:
        return code(may_ask_scan(draft, [], TODAY, takes_part=takes_part, needed_on=TODAY))

    assert asked(DRAFT, takes_part=False) == "self-scan.takes-no-part"
    assert asked(ScanQuestionDraft(recipient=" ", due_on=TODAY)) == "self-scan.no-recipient"
    late = ScanQuestionDraft(recipient="A", due_on=TODAY - DAY)
    assert asked(late) == "self-scan.due-in-the-past"


def test_saving_rests_on_what_was_saved_before() -> None:
    assert may_save_scan(a_scan(saves=2), 2) is None
    assert code(may_save_scan(a_scan(saves=2), 1)) == "self-scan.meanwhile"
    assert code(may_save_scan(handed_in(), 0)) == "self-scan.handed-in"
    assert code(may_save_scan(a_scan(is_taken_back=True), 0)) == "self-scan.taken-back"


def test_a_company_hears_of_us_once_a_week() -> None:
    scan = a_scan(asked_on=TODAY - WEEK)
    assert may_remind_scan(scan, [], TODAY) is None
    assert code(may_remind_scan(scan, [], TODAY - DAY)) == "self-scan.told-this-week"
    assert code(may_remind_scan(scan, [TODAY], TODAY + 6 * DAY)) == "self-scan.told-this-week"
    assert may_remind_scan(scan, [TODAY], TODAY + WEEK) is None
    assert code(may_remind_scan(handed_in(), [], TODAY)) == "self-scan.not-open"


def test_the_house_reminds_a_company_once() -> None:
    scan = a_scan(asked_on=TODAY - WEEK)
    assert is_scan_reminder_due(scan, [], TODAY)
    assert not is_scan_reminder_due(scan, [], TODAY - DAY)
    assert not is_scan_reminder_due(scan, [TODAY - WEEK], TODAY)
    assert not is_scan_reminder_due(handed_in(), [], TODAY)


def test_an_open_question_is_taken_back_with_a_reason() -> None:
    assert may_take_back_scan(a_scan(), "Verkeerd adres.") is None
    assert code(may_take_back_scan(a_scan(), " ")) == "self-scan.no-reason"
    assert code(may_take_back_scan(handed_in(), "x")) == "self-scan.not-open"


@pytest.mark.parametrize(
    ("kind", "is_company"),
    [
        (PartyKind.COMPANY, True),
        (PartyKind.ORGANISATION, None),
        (None, None),
        (PartyKind.GOVERNMENT, False),
        (PartyKind.BUSINESS_ASSOCIATION, False),
    ],
)
def test_a_party_of_a_sort_that_nobody_said_may_be_a_company(
    kind: PartyKind | None, is_company: bool | None
) -> None:
    assert companies_among(kind) is is_company


@pytest.mark.parametrize(
    ("company", "found"),
    [
        (a_company(scans=[handed_in()]), None),
        (a_company(), "activity.scans-missing"),
        (a_company(scans=[a_scan()]), "activity.scans-missing"),
        (a_company(scans=[handed_in(until=TODAY - DAY)]), "activity.scans-missing"),
        (a_company(scans=[handed_in(on=TODAY + DAY)]), "activity.scans-missing"),
        (a_company(is_certain=False), "activity.scans-missing"),
        (a_company(waivers=[a_waiver()]), None),
        (a_company(waivers=[a_waiver(is_agreed=False)]), "activity.scans-missing"),
        (a_company(waivers=[a_waiver(TODAY - DAY)]), "activity.scans-missing"),
        (a_group(), "activity.scans-unnamed"),
        (a_group(None), "activity.scans-unnamed"),
    ],
)
def test_a_mission_waits_for_the_scan_of_each_company(company: Company, found: str | None) -> None:
    assert code(may_start([company], TODAY)) == found


def test_a_group_without_names_is_never_ready_whatever_hangs_on_it() -> None:
    group = a_group()
    hung = Company(party=None, name=group.name, scans=[handed_in()], waivers=[a_waiver()])
    assert code(may_start([hung], TODAY)) == "activity.scans-unnamed"


def test_both_reasons_are_said_and_the_names_in_front() -> None:
    companies = [a_group(18), *(a_company(f"C{number}") for number in range(7)), a_group(None)]
    missing, unnamed = reasons_against_start(companies, TODAY)
    assert missing.detail == {"number": "7", "companies": "C0, C1, C2, C3, C4, …"}
    assert unnamed.detail == {"groups": "18 bedrijven, ? bedrijven"}


def test_where_no_company_takes_part_nothing_is_waited_for() -> None:
    assert may_start([], TODAY) is None


def test_scanned_of_companies_is_an_interval_where_only_a_number_is_known() -> None:
    named = [a_company("A", scans=[handed_in()]), a_company("B")]
    assert scanned(named, TODAY) == Coverage(1, 1, 2, 2)
    assert scanned([*named, a_group(18)], TODAY) == Coverage(1, 1, 2, 20)
    assert scanned([*named, a_group(None)], TODAY) == Coverage(1, 1, 2, None)


def test_a_party_of_unknown_sort_that_did_the_scan_is_counted_among_the_companies() -> None:
    found = [a_company("A", is_certain=False, scans=[handed_in()]), a_company("B", is_certain=False)]
    assert scanned(found, TODAY) == Coverage(1, 1, 1, 2)


def test_a_waiver_is_of_a_company_without_a_scan_and_ends() -> None:
    def waived(company: Company | None, reason: str = "Vertrekt morgen.", until: date = TODAY) -> str | None:
        draft = ScanWaiverDraft(reason=reason, expires_on=until)
        return code(may_waive_scan(company, draft, TODAY, TODAY))

    assert waived(a_company()) is None
    assert waived(None) == "self-scan.takes-no-part"
    assert waived(a_company(scans=[handed_in()])) == "self-scan.still-counts"
    assert waived(a_company(waivers=[a_waiver(is_agreed=False)])) == "self-scan.waiver-proposed"
    assert waived(a_company(waivers=[a_waiver(TODAY - DAY)])) is None
    assert waived(a_company(), reason=" ") == "self-scan.waiver-no-reason"
    assert waived(a_company(), until=TODAY - DAY) == "waiver.expired"


@pytest.mark.parametrize(
    ("role", "kind", "found"),
    [
        (ParticipantRole.COMPANY, None, True),
        (ParticipantRole.COMPANY, PartyKind.ORGANISATION, True),
        (ParticipantRole.COMPANY, PartyKind.KNOWLEDGE_INSTITUTION, False),
        (ParticipantRole.EXPERT, PartyKind.COMPANY, True),
        (ParticipantRole.EXPERT, None, False),
        (None, None, None),
        (None, PartyKind.COMPANY, True),
    ],
)
def test_a_person_comes_for_a_company_as_their_party_says_or_else_as_what_they_come(
    role: ParticipantRole | None, kind: PartyKind | None, found: bool | None
) -> None:
    assert comes_for_company(role, kind) is found


def test_a_scan_of_which_the_last_day_is_not_known_does_not_count() -> None:
    assert not a_scan(handed_in_on=TODAY).counts(TODAY)
    assert not a_scan(valid_until=TODAY).counts(TODAY)
