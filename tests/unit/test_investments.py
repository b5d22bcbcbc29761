"""The partner of investments as a pack names it, and what its statements must hold."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from openkader.base.errors import Invalid, Refusal
from openkader.casework.advice import AdviceVerdict, Asked, QuestionDraft
from openkader.casework.investment import (
    CaseDraft,
    StatementDraft,
    StatementSaid,
    StatementState,
    Stood,
    is_secret,
    load_partner,
    may_ask_partner,
    may_note_case,
    may_state,
    shows_measure,
)
from openkader.casework.life_cycle import State
from openkader.kader import load_kader
from tests.unit.protections import PACK

TODAY = date(2030, 5, 1)
DAY = timedelta(days=1)
KIND = "investment_support"
KNOWN = ("economic_security", "responsible_business")


def code(refusal: Refusal | None) -> str:
    return refusal.code if refusal else ""


def stated(verdict: AdviceVerdict | None = AdviceVerdict.NO_OBJECTION, **said: object) -> str:
    said = {"said_on": TODAY} | said
    draft = StatementDraft(verdict=verdict, said=StatementSaid(**said))  # type: ignore[arg-type]
    return code(may_state(draft, KNOWN, TODAY))


def test_the_pack_names_the_partner_and_the_kader_knows_all_that_it_names() -> None:
    kader = load_kader(PACK / "2024-01-01")
    partner = load_partner(PACK, kader)
    assert (partner.desk, partner.measure) == ("innovationquarter", "E4.statement")
    assert [one.code for one in kader.lists[partner.grounds].items] == list(KNOWN)
    assert partner.judges("innovationquarter", KIND)
    assert not partner.judges("nctv", KIND)
    assert not partner.judges("innovationquarter", "event")


def test_where_no_kader_stands_beside_it_the_partner_is_read_as_it_is_written() -> None:
    assert load_partner(PACK) == load_partner(PACK, load_kader(PACK / "2024-01-01"))


def test_the_library_leaves_the_digest_of_the_kader_alone() -> None:
    assert load_kader(PACK / "2024-01-01").digest.startswith("5c02a33e9249")


def test_a_partner_whom_the_kader_does_not_know_is_not_read(tmp_path: Path) -> None:
    text = (PACK / "investments.yaml").read_text(encoding="utf-8")
    text = text.replace("desk: innovationquarter", "desk: nobody").replace("E4.statement", "E9.x")
    (tmp_path / "investments.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_partner(tmp_path, load_kader(PACK / "2024-01-01"))
    assert [one.code for one in caught.value.problems] == ["investment.unknown-word"] * 2


def test_a_file_without_a_partner_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "investments.yaml").write_text("other: 1\n", encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_partner(tmp_path, load_kader(PACK / "2024-01-01"))
    assert "document.missing-key" in {one.code for one in caught.value.problems}


def test_a_kader_without_desks_knows_no_partner() -> None:
    from dataclasses import replace

    kader = load_kader(PACK / "2024-01-01")
    bare = replace(kader, lists={"investment_grounds": kader.lists["investment_grounds"]})
    with pytest.raises(Invalid):
        load_partner(PACK, bare)


def test_a_case_has_a_number_or_an_investor_of_this_dossier() -> None:
    assert code(may_note_case(KIND, CaseDraft(number=" "), ())) == "investment.no-case"
    assert code(may_note_case(KIND, CaseDraft(investor="P-2"), ("P-1",))) == "investment.not-in-dossier"
    assert code(may_note_case("event", CaseDraft(number="Z-1"), ())) == "investment.not-one"
    assert may_note_case(KIND, CaseDraft(number="Z-1"), ()) is None
    assert may_note_case(KIND, CaseDraft(investor="P-1"), ("P-1",)) is None


def test_who_could_not_work_with_a_company_names_a_known_ground() -> None:
    assert stated(AdviceVerdict.OBJECTION) == "investment.no-ground"
    assert stated(AdviceVerdict.OBJECTION, grounds=("other",)) == "investment.unknown-ground"
    assert stated(AdviceVerdict.OBJECTION, grounds=("economic_security",)) == ""
    assert code(may_state(StatementDraft(verdict=None, said=None), KNOWN, TODAY)) == "investment.no-statement"


def test_the_days_of_a_statement_lie_where_they_can() -> None:
    assert stated(said_on=TODAY + DAY) == "investment.said-later"
    assert stated(valid_until=TODAY - DAY) == "investment.ends-before"
    assert stated(valid_until=TODAY) == ""


@pytest.mark.parametrize(
    ("stood", "state"),
    [
        (Stood(valid_until=None, is_newest=True, is_stale=False), StatementState.HOLDS),
        (Stood(valid_until=TODAY, is_newest=True, is_stale=False), StatementState.HOLDS),
        (Stood(valid_until=None, is_newest=True, is_stale=True), StatementState.STALE),
        (Stood(valid_until=TODAY - DAY, is_newest=True, is_stale=True), StatementState.ENDED),
        (Stood(valid_until=None, is_newest=False, is_stale=True), StatementState.FOLLOWED),
    ],
)
def test_a_statement_counts_only_while_it_is_the_newest_and_nothing_changed(
    stood: Stood, state: StatementState
) -> None:
    assert stood.state(TODAY) is state


def asking(state: State, kind: str = KIND, asked: tuple[Asked, ...] = (), **changes: object) -> str:
    plain = {"desk": "innovationquarter", "question": "Kunt u?", "recipient": "A.", "due_on": TODAY}
    draft = QuestionDraft(**(plain | changes))  # type: ignore[arg-type]
    return code(may_ask_partner(kind, state, draft, asked, TODAY))


def test_the_partner_is_asked_back_after_a_case_was_referred_to_it() -> None:
    assert [asking(state) for state in (State.READY, State.REFERRED, State.CLOSED, State.GRANTED)] == [""] * 4
    assert [asking(state) for state in (State.REFUSED, State.WITHDRAWN)] == ["investment.over"] * 2
    assert asking(State.READY, "event") == "investment.not-one"


def test_the_partner_is_asked_one_question_at_a_time() -> None:
    waiting = (Asked(desk="innovationquarter", due_on=TODAY),)
    assert asking(State.REFERRED, asked=waiting) == "advice.already-asked"
    assert asking(State.REFERRED, question=" ") == "advice.no-question"
    assert asking(State.REFERRED, due_on=TODAY - DAY) == "advice.due-in-the-past"


def test_that_the_partner_cannot_judge_shows_nothing() -> None:
    assert [shows_measure(one) for one in AdviceVerdict] == [True, True, True, False]
    assert not shows_measure(None)


def test_only_support_of_an_investment_is_a_business_secret() -> None:
    assert is_secret(KIND)
    assert not is_secret(None)
    assert not is_secret("event")
