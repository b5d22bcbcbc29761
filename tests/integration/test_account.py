"""The account of 2024: every figure, every claim, and the forms in which it leaves the house."""

import argparse
import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.vocabulary import EvidenceKind
from openkader.cli import evaluate
from openkader.cli.words import Screen
from openkader.evaluation.account import account_of, as_json
from openkader.publication.page import account_page
from openkader.register import services
from openkader.register.entries import EvidenceEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]

EXACT = {
    "activities": 6,
    "incoming_delegations": 4,
    "outgoing_missions": 1,
    "participations": 37,
    "agreements_signed": 3,
    "exploratory_talks": 10,
    "other_country_activities": 9,
    "other_country_incoming": 7,
    "refused_high_risk_sector": 0,
    "refused_after_screening": 0,
    "action_lines": 10,
    "recommendations": 7,
}


@pytest.mark.parametrize(("figure", "value"), EXACT.items())
def test_the_annex_comes_out_of_the_register(figure: str, value: int) -> None:
    found = account_of(2024, reader=HOUSE).figures[figure]
    assert found.count.range.value == value
    assert found.declared in (value, None)


def test_27_parties_lie_between_18_and_37() -> None:
    found: Any = as_json(account_of(2024, reader=HOUSE))["figures"]
    found = found["parties_distinct"]
    rows, version = found.pop("rows"), found.pop("definition")
    assert version == "d6404ae86b05"
    assert found == {"value": None, "low": 18, "high": 37, "of": None, "declared": 27, "status": "interval"}
    assert [(row["dossier"], row["number"]) for row in rows] == [
        ("ZH-2024-02", 18),
        ("ZH-2024-03", 1),
        ("ZH-2024-04", 15),
        ("ZH-2024-05", 3),
    ]


def test_what_the_text_says_and_its_annex_does_not_bear() -> None:
    claims = {judged.claim.figure: judged.status for judged in account_of(2024, reader=HOUSE).claims}
    assert claims["parties_distinct"] == "interval"
    assert claims["responsible_business_incoming"] == "contradicted"
    assert claims["measures_evidenced"] == "unproved"
    assert claims["self_scans"] == "unproved"
    assert claims["office_holder_reported"] == "unproved"
    assert claims["refused_after_screening"] == "unproved"
    assert claims["incoming_delegations"] == "proved"


def test_the_two_visits_without_the_topic_are_named() -> None:
    count = account_of(2024, reader=HOUSE).figures["responsible_business_incoming"].count
    assert [item.row.reference for item in count.rows] == ["ZH-2024-03", "ZH-2024-05"]
    assert [item.row.reference for item in count.total_rows] == [f"ZH-2024-0{n}" for n in (1, 3, 4, 5)]


def test_only_the_figures_that_are_asked_for_are_counted() -> None:
    account = account_of(2024, {"activities"}, reader=HOUSE)
    assert list(account.figures) == ["activities"]
    assert {judged.claim.figure for judged in account.claims} == {"activities"}


def test_a_year_without_records_has_no_account() -> None:
    with pytest.raises(NotFound):
        account_of(1999, reader=HOUSE)


def test_a_figure_without_a_claim_declares_nothing() -> None:
    found = account_of(2024, reader=HOUSE).figures["embassy_talks"]
    assert (found.declared, found.status, found.count.range.value) == (None, "proved", 1)


def test_evidence_that_comes_in_is_counted_at_once() -> None:
    before = (
        account_of(2024, {"measures_evidenced"}, reader=HOUSE).figures["measures_evidenced"].count.range.low
    )
    post = EvidenceEntry(kind=EvidenceKind.MINUTES, title=Text(nl="Fictief", en="Fictional"), sha256="a" * 64)
    services.record_evidence(
        "ZH-2024-02-M4.public_account", post, by=HouseHand("cli:test"), now=datetime.now(UTC)
    )
    after = (
        account_of(2024, {"measures_evidenced"}, reader=HOUSE).figures["measures_evidenced"].count.range.low
    )
    assert (before, after) == (1, 2)


def printed(capsys: pytest.CaptureFixture[str], language: str, form: str) -> str:
    """What the command prints."""
    evaluate.run(argparse.Namespace(year=2024, format=form), Screen(language))
    return capsys.readouterr().out


def test_the_table_reads_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    dutch = printed(capsys, "nl", "table")
    assert "18–37" in dutch
    assert "niet te bewijzen" in dutch
    assert "Het ontbreekt bij: ZH-2024-01, ZH-2024-04." in dutch.replace("\n    ", " ")
    assert "cannot be proved" in printed(capsys, "en", "table")


def test_the_json_is_what_the_reference_promises(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "nl", "json"))
    assert (found["year"], found["kader"]) == (2024, "zuid-holland/2024-01-01")
    assert set(EXACT) | {"parties_distinct"} <= set(found["figures"])
    assert {claim["status"] for claim in found["claims"]} <= {
        "proved",
        "interval",
        "contradicted",
        "unproved",
    }
    for figure in found["figures"].values():
        assert {"value", "low", "high", "declared", "status", "rows"} <= set(figure)


class Balanced(HTMLParser):
    """Checks that what is opened is closed, in order."""

    VOID = frozenset({"meta", "br", "!doctype"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_whole_and_marked_as_reconstructed(language: str) -> None:
    account = account_of(2024, reader=HOUSE)
    page = account_page(account, language)
    reader = Balanced()
    reader.feed(page)
    assert reader.open == []
    assert set(account.figures) <= set(reader.ids)
    assert account.kader.reconstructed is not None
    assert account.kader.reconstructed.in_(language) in page
