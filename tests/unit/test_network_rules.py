"""Who is in the network, who sleeps, what may be noted of it, and for which countries the kader wants it at all."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Invalid, Refusal
from openkader.casework.network import (
    CONTRIBUTIONS,
    MANNERS,
    STATES,
    ContactDraft,
    ContactPointDraft,
    ContributionDraft,
    ContributionKind,
    Group,
    Manner,
    MemberDraft,
    MemberState,
    is_named,
    last_of,
    load_network,
    may_contribute,
    may_count,
    may_join,
    may_keep_contact_point,
    may_know,
    may_note,
    may_note_contact,
    may_resume,
    may_stop,
    may_strike_out,
    state_of,
)
from openkader.casework.period import Period
from openkader.kader import load_kader

PACK = Path(__file__).resolve().parents[2] / "src/openkader/packs/zuid-holland"
FILE = (PACK / "network.yaml").read_text(encoding="utf-8")
TODAY = date(2030, 5, 1)
DAY, YEAR = Period.day(date(2030, 4, 1)), Period.year(2029)
AHEAD = Period.day(date(2030, 5, 2))


def code(refusal: Refusal | None) -> str | None:
    return None if refusal is None else refusal.code


# --- who sleeps -----------------------------------------------------------------


def test_who_was_never_noted_is_not_dormant() -> None:
    assert state_of([], TODAY, 12) is MemberState.NEVER
    assert state_of([None], TODAY, 12) is MemberState.UNDATED


def test_a_member_sleeps_once_it_certainly_was_not_heard_from_for_so_long() -> None:
    assert state_of([Period.day(date(2029, 5, 1))], TODAY, 12) is MemberState.ACTIVE
    assert state_of([Period.day(date(2029, 4, 30))], TODAY, 12) is MemberState.DORMANT
    assert state_of([Period.year(2028)], TODAY, 12) is MemberState.DORMANT


def test_what_lay_somewhere_in_a_year_may_have_been_on_its_last_day() -> None:
    assert state_of([YEAR], TODAY, 12) is MemberState.ACTIVE


def test_the_newest_moment_counts_and_an_unknown_one_hides_nothing() -> None:
    old = Period.day(date(2020, 1, 1))
    assert last_of([old, None, DAY]) == DAY
    assert state_of([old, DAY, None], TODAY, 12) is MemberState.ACTIVE
    assert state_of([old, None], TODAY, 12) is MemberState.DORMANT
    assert last_of([None]) is None


def test_who_stopped_neither_sleeps_nor_was_forgotten() -> None:
    assert state_of([], TODAY, 12, is_stopped=True) is MemberState.STOPPED


def test_without_a_term_nobody_sleeps() -> None:
    assert state_of([Period.day(date(1990, 1, 1))], TODAY, None) is MemberState.ACTIVE


def test_every_word_is_said_in_two_languages() -> None:
    for words, vocabulary in ((MANNERS, Manner), (CONTRIBUTIONS, ContributionKind), (STATES, MemberState)):
        assert set(words) == set(vocabulary)
        assert all(text.nl and text.en for text in words.values())


# --- who joins and stops ----------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "is_member", "found"),
    [
        ({}, False, None),
        ({}, True, "network.member-already"),
        ({"why": "  "}, False, "network.no-why"),
        ({"why": "x" * 2001}, False, "network.no-why"),
        ({"since": AHEAD}, False, "network.not-yet"),
        ({"since": Period.year(2030)}, False, None),
        ({"expertise": ("tea",)}, False, "network.unknown-expertise"),
        ({"countries": ("China",)}, False, "network.not-a-country"),
        ({"countries": ("CN", "MA")}, False, None),
    ],
)
def test_a_party_joins_once_and_for_a_reason(
    changes: dict[str, Any], is_member: bool, found: str | None
) -> None:
    draft = MemberDraft(**{"why": "Kent het land.", "expertise": ("human_rights",), **changes})
    assert code(may_join(draft, ["human_rights"], TODAY, is_member=is_member)) == found


def test_what_a_member_knows_of_is_said_in_the_words_of_the_kader() -> None:
    assert may_know((), (), ()) is None
    assert code(may_know(("law", "tea"), (), ["law"])) == "network.unknown-expertise"


def test_what_was_noted_wrongly_is_struck_out_once_and_with_a_reason() -> None:
    assert may_strike_out("Dubbel.", is_gone=False) is None
    assert code(may_strike_out("Dubbel.", is_gone=True)) == "network.struck-out"
    assert code(may_strike_out(" ", is_gone=False)) == "network.no-reason"


def test_of_who_stopped_nothing_more_is_noted() -> None:
    assert may_note(is_active=True) is None
    assert code(may_note(is_active=False)) == "network.stopped"


def test_a_member_stops_and_comes_back_with_a_reason() -> None:
    assert may_stop("Opgeheven.", is_active=True) is None
    assert code(may_stop("Opgeheven.", is_active=False)) == "network.stopped-already"
    assert code(may_stop(" ", is_active=True)) == "network.no-reason"
    assert may_resume("Weer terug.", is_active=False) is None
    assert code(may_resume("Weer terug.", is_active=True)) == "network.not-stopped"
    assert code(may_resume("", is_active=False)) == "network.no-reason"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"name": "A. Bedacht", "email": "a@example.nl"}, None),
        ({"name": "A. Bedacht", "phone": "070 000 00 00"}, None),
        ({"name": " ", "phone": "1"}, "network.no-name"),
        ({"name": "x" * 201, "phone": "1"}, "network.no-name"),
        ({"name": "A", "function": "x" * 201, "phone": "1"}, "network.no-name"),
        ({"name": "A. Bedacht"}, "network.no-address"),
        ({"name": "A. Bedacht", "email": "geen adres"}, "network.bad-address"),
        ({"name": "A. Bedacht", "email": "a@" + "x" * 200 + ".nl"}, "network.bad-address"),
        ({"name": "A. Bedacht", "phone": "1" * 201}, "network.bad-phone"),
    ],
)
def test_of_a_person_no_more_is_kept_than_reaches_them(said: dict[str, str], found: str | None) -> None:
    assert code(may_keep_contact_point(ContactPointDraft(**said))) == found


# --- contacts ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, None),
        ({"period": Period.year(2030)}, None),
        ({"period": None}, "contact.no-moment"),
        ({"purpose": "tea"}, "contact.no-purpose"),
        ({"by_whom": " "}, "contact.nobody"),
        ({"whom": "x" * 201}, "contact.nobody"),
        ({"about": ""}, "contact.nothing-said"),
        ({"period": AHEAD}, "network.not-yet"),
    ],
)
def test_a_contact_was_held_by_somebody_about_something(changes: dict[str, Any], found: str | None) -> None:
    draft = ContactDraft(
        **{"period": DAY, "purpose": "exploration", "by_whom": "Anna", "about": "De keten.", **changes}
    )
    assert code(may_note_contact(draft, ["exploration"], TODAY)) == found


@pytest.mark.parametrize(
    ("said", "groups", "found"),
    [
        (None, [], None),
        ("", [], None),
        ("G-1", [], "contact.not-of-group"),
        (None, [Group("G-1", 10, 0)], "contact.one-of-those"),
        ("", [Group("G-1", 10, 0)], None),
        ("G-1", [Group("G-1", 10, 9)], None),
        ("G-1", [Group("G-1", 10, 10)], "contact.all-named"),
        ("G-1", [Group("G-1", None, 99)], None),
        ("G-2", [Group("G-1", 10, 0)], "contact.not-of-group"),
    ],
)
def test_no_talk_is_counted_twice(said: str | None, groups: list[Group], found: str | None) -> None:
    assert code(may_count(said, groups)) == found


# --- contributions ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "is_known", "found"),
    [
        ({}, False, None),
        ({}, True, "contribution.known"),
        ({"to": " "}, False, "contribution.to-nothing"),
        ({"to": "", "kind": ContributionKind.KADER}, False, None),
        ({"what": " "}, False, "contribution.nothing-said"),
        ({"period": AHEAD}, False, "network.not-yet"),
        ({"period": YEAR}, False, None),
    ],
)
def test_a_contribution_is_told_once(changes: dict[str, Any], is_known: bool, found: str | None) -> None:
    draft = ContributionDraft(
        **{"kind": ContributionKind.DOSSIER, "to": "V-1", "what": "Cijfers.", **changes}
    )
    assert code(may_contribute(draft, TODAY, is_known=is_known)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Amnesty International, A. Bedacht", True),
        ("amnesty  international", True),
        ("Amnesty Internationaal", False),
        ("RVO", True),
        ("NRVO", False),
        ("", False),
    ],
)
def test_a_name_is_recognised_as_whole_words(text: str, found: bool) -> None:
    assert is_named(["Amnesty International", "RVO", "in"], text) is found


# --- the file of an organisation ----------------------------------------------------


def problems(folder: Path, text: str) -> list[str]:
    (folder / "network.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_network(folder, sources={"EVAL24": 1}, measures={"M1.network": 1, "M5.match": 1})
    return [problem.code for problem in caught.value.problems]


def test_the_file_names_the_line_its_measures_and_the_term() -> None:
    found = load_network(PACK)
    assert (found.line, found.measure, found.match) == ("M1", "M1.network", "M5.match")
    assert (found.purpose, found.dormant_months) == ("exploration", 12)
    assert {one.source for one in found.cites} == {"EVAL24"}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("measure: M1.network", "measure: M1.tea", ["network.measure"]),
        ("measure: M1.network", "measure: M5.match", ["network.other-line"]),
        ("dormant_months: 12", "dormant_months: 0", ["network.months"]),
        ("dormant_months: 12", "dormant_months: 121", ["network.months"]),
        ("  purpose: exploration\n", "", ["document.missing-key"]),
        ("source: EVAL24", "source: EVAL99", ["kader.unknown-source"] * 2),
        ("  measure: M5.match", "  measure:", ["document.missing-key"]),
        ("initiatives:", "tea:", ["document.missing-key", "document.missing-key", "document.unknown-key"]),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, old: str, new: str, found: list[str]) -> None:
    assert sorted(problems(tmp_path, FILE.replace(old, new))) == found


def test_the_kader_knows_nothing_of_the_file(tmp_path: Path) -> None:
    """The digest of a kader stays what it was, so that no earlier assessment changes."""
    assert load_kader(PACK / "2024-01-01").digest.startswith("5c02a33e9249")
