"""Ground, instrument, referral and terms of a rule: in its form and no letter more is written."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from openkader.base.flowing import Plain
from openkader.base.spans import spans_of
from openkader.base.text import typed_words
from openkader.kader import load_texts, read_texts
from openkader.kader.rewriting import said_at, with_value
from openkader.kader.soundness.changed_parts import changed_parts
from openkader.kader.written_rows import written_tables
from openkader.web.forms.kader_asked import Asked, known_to, sources_of
from openkader.web.forms.kader_row_parts import in_order
from openkader.web.forms.kader_rows import RowForm
from tests.integration.test_web_kader_rows import (
    BASE,
    NEW,
    RULES,
    TEXT,
    changed,
    fields,
    fields_in,
    kader_now,
    own_data,
    send,
    stored,
    text_of,
    writer,
)
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.web_pages import text

__all__ = ["own_data", "writer"]
pytestmark = pytest.mark.django_db
MISSION, NATIONAL = f"{RULES}proposal/mission/", f"{RULES}proposal/of_national/"
TEXTS = dict(read_texts(ZUID_HOLLAND))
KADER = load_texts(TEXTS, BASE)
PROPOSAL = written_tables(TEXTS)[0]
LAYOUTS = {
    "block": "proposal:\n  - id: x\n    outcome: hold   # eerst\n    when: {kind: event}\n    reason:\n      nl: ja\n"
    "      en: yes it is\n\n  # daarna\n  - id: z\n",
    "flow": "proposal: [{id: x, outcome: hold, when: {kind: event}, reason: {nl: ja, en: it is}}] # eind\n",
}
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20).map(typed_words)


def row(name: str) -> Any:
    return next(one for one in kader_now().proposal if one.id == name)


def as_sent(form: RowForm, changes: dict[str, Any]) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name in form.fields:
        value = changes.get(name, form[name].value())
        listed = value if isinstance(value, list) else [] if value is None or value is False else [value]
        sent.setlist(name, listed)
    sent["seen"] = "0" * 64
    return sent


def said(before: dict[str, Plain], changes: dict[str, Any]) -> dict[str, Plain]:
    asked = Asked(known=known_to(KADER, KADER.facts), sources=sources_of(KADER), before=before)
    form = RowForm(asked, as_sent(RowForm(asked), changes))
    assert form.is_valid(), form.errors
    return form.said()


def codes(name: str) -> list[str]:
    return [item.code for item in KADER.lists[name].items]


PARTS = st.fixed_dictionaries(
    {},
    optional={
        "ground": st.sampled_from(["", *codes("grounds")]),
        "instrument": st.sampled_from(["", *codes("instruments")]),
        "refer_to": st.lists(st.sampled_from(codes("desks")), unique=True, max_size=3),
    },
)
TERM = st.tuples(WORDS.filter(bool), WORDS.filter(bool))


@settings(deadline=None, max_examples=25, phases=[Phase.generate])
@given(st.sampled_from(PROPOSAL.rows), PARTS, st.none() | TERM)
def test_whatever_these_parts_become_every_other_letter_stays(
    row: Any, parts: dict[str, Any], term: tuple[str, str] | None
) -> None:
    changes = parts | ({"term_nl_0": term[0], "term_en_0": term[1]} if term else {})
    becomes = said(row.said, changes)
    text, place = TEXTS[PROPOSAL.file], (*PROPOSAL.path, row.place)
    written = with_value(text, place, becomes)
    span = spans_of(text).at(place)
    assert written.startswith(text[: span.start])
    assert written.endswith(text[span.end :])
    assert said_at(written, place) == becomes
    after = load_texts({**TEXTS, PROPOSAL.file: written}, BASE)
    now = next(one for one in after.proposal if one.id == row.name)
    assert {one.key.name for one in changed_parts(KADER, after)} <= {row.name}
    for name, value in parts.items():
        is_several = name == "refer_to"
        found = set(now.refer_to) if is_several else getattr(now, name) or ""
        assert found == (set(value) if is_several else value)
    if term:
        assert (now.terms[0].nl, now.terms[0].en) == term


@settings(deadline=None, max_examples=25, phases=[Phase.generate])
@given(st.sampled_from(sorted(LAYOUTS)), PARTS, st.none() | TERM)
def test_in_any_layout_what_stands_around_the_rule_stays(
    layout: str, parts: dict[str, Any], term: tuple[str, str] | None
) -> None:
    text = LAYOUTS[layout]
    before = said_at(text, ("proposal", 0))
    assert isinstance(before, dict)
    changes = parts | ({"term_nl_0": term[0], "term_en_0": term[1]} if term else {})
    becomes = said(before, changes)
    written = with_value(text, ("proposal", 0), becomes)
    assert said_at(written, ("proposal", 0)) == becomes
    assert written.count("#") >= text.count("#")
    assert with_value(written, ("proposal", 0), before) == text


def test_a_new_part_stands_where_people_write_it() -> None:
    before = {"id": 1, "outcome": 2, "own": 0, "when": 3, "reason": 4}
    assert [*in_order(before, {**before, "cites": 9, "terms": 8, "ground": 7})] == [
        "id", "outcome", "ground", "own", "when", "terms", "reason", "cites",
    ]  # fmt: skip
    assert [*in_order({"reason": 1}, {"outcome": 2})] == ["outcome"]


def test_all_of_them_are_changed_in_the_form(writer: Client) -> None:
    before = stored().text
    answer = send(
        writer, NATIONAL, "save",
        ground="strategy", instrument="", refer_to=["embassy", "rvo"],
        term_nl_0="Eerst: 你好\nen <b>dan</b>", term_en_0="First: hello",
    )  # fmt: skip
    assert answer.status_code == 302
    now = row("of_national")
    assert (now.ground, now.instrument, now.refer_to) == ("strategy", None, ("rvo", "embassy"))
    assert [(one.nl, one.en) for one in now.terms] == [("Eerst: 你好 en <b>dan</b>", "First: hello")]
    assert changed() == ["proposal of_national"]
    added = '    terms:\n      - {nl: "Eerst: 你好 en <b>dan</b>", en: "First: hello"}\n    reason:'
    assert added in stored().text
    start = before.index("  - id: of_national")
    assert stored().text.startswith(before[:start])
    assert stored().text.endswith(before[before.index("  - id: consult_first") :])
    assert "&lt;b&gt;dan" in text(writer.get(NATIONAL))


def test_a_term_goes_and_another_comes(writer: Client) -> None:
    assert (
        send(
            writer, MISSION, "save", term_nl_0="", term_en_0="", term_nl_1="Nieuw", term_en_1="New"
        ).status_code
        == 302
    )
    assert [one.nl for one in row("mission").terms] == ["Nieuw"]
    assert send(writer, MISSION, "save", term_nl_0="", term_en_0="").status_code == 302
    assert row("mission").terms == ()
    assert "terms" not in stored().text[stored().text.index("id: mission") :].partition("- id")[0]


def test_a_term_in_one_language_is_told_at_the_other_and_kept(writer: Client) -> None:
    said = text(send(writer, MISSION, "save", term_nl_1="Alleen hier", term_en_1=" "), 422)
    assert "Schrijf het ook in deze taal" in said
    assert "Alleen hier" in said
    assert stored().number == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ground": "made_up"}, "De grond"),
        ({"instrument": "rvo"}, "Het instrument"),
        ({"refer_to": ["nobody"]}, "Doorverwijzen naar"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_on_no_list_is_told_at_its_field(writer: Client, changes: dict[str, Any], told: str) -> None:
    said = text(send(writer, NATIONAL, "save", **changes), 422)
    assert told in said[said.index("Er is niets opgeslagen") :][:400]
    assert stored().number == 1


def test_a_code_that_is_not_on_its_list_any_more_stays_until_it_is_changed(writer: Client) -> None:
    text_now = stored().text.replace("refer_to: [rvo, foreign_affairs]", "refer_to: [rvo, fair]   # oud")
    writer.post(TEXT, {"act": "save", "seen": "1", "text": text_now})
    assert "fair (bestaat niet meer)" in text(writer.get(NATIONAL))
    assert send(writer, NATIONAL, "save", ground="strategy").status_code == 302
    assert "refer_to: [rvo, fair]   # oud" in stored().text
    assert send(writer, NATIONAL, "save", refer_to=["rvo"]).status_code == 302
    assert "refer_to: [rvo]   # oud" in stored().text


def test_what_no_field_can_show_is_mended_by_a_save(writer: Client) -> None:
    was = "    instrument: protocol_international_requests\n    refer_to: [rvo, foreign_affairs]\n"
    odd = stored().text.replace(was, "    refer_to: rvo\n    terms: [5]\n    instrument: 7\n", 1)
    writer.post(TEXT, {"act": "save", "seen": "1", "text": odd})
    assert send(writer, NATIONAL, "save").status_code == 302
    assert stored().text == odd.replace(
        "    refer_to: rvo\n    terms: [5]\n    instrument: 7\n", "    refer_to: [rvo]\n"
    )


def test_more_passages_than_a_form_opens_with_are_all_kept(writer: Client) -> None:
    many = "".join(f"      - {{source: EIGEN, place: p{number}}}\n" for number in range(25))
    longer = stored().text.rstrip("\n") + "\n" + many
    writer.post(TEXT, {"act": "save", "seen": "1", "text": longer})
    assert send(writer, f"{RULES}proposal/in_line/", "save", outcome="hold").status_code == 302
    assert len(row("in_line").cites) == 26


def test_a_look_says_what_of_these_changes(writer: Client) -> None:
    said = text(send(writer, NATIONAL, "preview", ground="strategy"))
    assert "past niet in de internationale strategie" in said.casefold()
    assert stored().number == 1


def test_a_new_rule_can_have_them_all(writer: Client) -> None:
    sent = fields_in(
        text_of(writer.post(NEW, {"act": "more", **fields(writer, NEW), "new_fact": "country"}), 200)
    )
    sent |= {"name": "far", "outcome": "refer", "reason_nl": "Ver", "reason_en": "Far", "how_0": "is", "value_0": "AQ",
             "ground": "strategy", "refer_to": ["rvo", "peers"], "term_nl_0": "Zo", "term_en_0": "So"}  # fmt: skip
    assert writer.post(NEW, {"act": "add", **sent}).status_code == 302
    assert stored().text.endswith(
        "  - id: far\n    outcome: refer\n    ground: strategy\n    refer_to: [rvo, peers]\n"
        "    when: {country: AQ}\n    terms:\n      - {nl: Zo, en: So}\n    reason:\n      nl: Ver\n      en: Far\n"
    )
