"""Whoever is not signed in cannot learn whether somebody of a delegation had a hit."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from openkader.base.text import Text
from openkader.casework import permissions
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import Addressee, SourceKind, SourceQuality, Verdict
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome, EvidenceKind, Kind, Level
from openkader.evaluation.account import account_of
from openkader.kader import Assessor
from openkader.publication.page import account_page
from openkader.register import selectors, services
from openkader.register.entries import (
    ActivityEntry,
    AnswerEntry,
    DecisionEntry,
    EvidenceEntry,
    RequestEntry,
)
from openkader.register.screening_entries import EscalationEntry, SourceNoteEntry
from tests.integration.register_house import GREEN_FACTS, taken
from tests.integration.screening_house import (
    HAND,
    LI,
    NEAR_WANG,
    NOBODY,
    WANG,
    Lists,
    a_list,
    reviewed,
    the_hit,
    work,
)
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
TITLE = Text(nl="Verzonnen delegatie", en="Made-up delegation")
# What differs for another reason: how many events the trail holds by now, and the token of a form.
ASIDE = re.compile(r'(?:nummer|number) \d+, [^<]*|value="[A-Za-z0-9]{64}"')
REFERENCES = (
    "V-9",
    "X-9",
    "B-V-9",
    "B-O",
    "V-9-B1",
    "V-9-B2",
    "V-9-B3",
    "V-9-L1",
    "V-9-L1-2",
    "X-9-M2.analysis",
)


class World:
    """A case in the year 2024 in which screening finds somebody, or nobody."""

    def __init__(self, assessor: Assessor, screener: Lists) -> None:
        self.assessor, self.screener = assessor, screener
        self.is_found = screener is not NOBODY

    def until_screened(self) -> None:
        entry = RequestEntry(
            reference="V-9",
            year=2024,
            title=TITLE,
            kind=Kind.INCOMING_DELEGATION,
            country="CN",
            programme="china",
            confidentiality=Confidentiality.PUBLIC,
        )
        services.record_request(entry, **HAND)
        asked = self.assessor.kader.facts.keys() - {"sanctions"}
        answers = [
            AnswerEntry(fact=name, value=GREEN_FACTS[name]) for name in sorted(asked & GREEN_FACTS.keys())
        ]
        services.answer_facts("V-9", answers, kader=self.assessor.kader, **HAND)
        self.assess()
        a_list(WANG, LI, request="V-9")
        work(self.screener)
        self.assess()

    def until_judged(self) -> None:
        self.until_screened()
        if self.is_found:
            hit = the_hit()
            services.escalate_hit(EscalationEntry(hit=hit, to=Addressee.EMBASSY, text="Fictief."), **HAND)
            reviewed(hit, ("anna", Verdict.TRUE), ("bram", Verdict.TRUE))
            note = SourceNoteEntry(
                party="V-9-L1-2",
                kind=SourceKind.MEDIA,
                quality=SourceQuality.DOUBTFUL,
                title="Fictief",
                says="Fictief.",
            )
            services.note_source(note, **HAND)
        self.assess()

    def until_decided(self) -> None:
        self.until_judged()
        green = DecisionEntry(
            reference="B-V-9",
            request="V-9",
            year=2024,
            level=Level.DELEGATION,
            outcome=DecisionOutcome.TAKE_UP,
        )
        taken(replace(green, motivation="Reden."))
        if self.is_found:
            services.answer_facts(
                "V-9", [AnswerEntry(fact="demand", value=True)], kader=self.assessor.kader, **HAND
            )
            self.assess()
            refused = replace(
                green,
                reference="B-O",
                level=Level.ORGANISATION,
                outcome=DecisionOutcome.REFUSE,
                ground="sanctions",
                instrument="kader",
                party="V-9-L1-2",
            )
            taken(refused)
        services.record_activity(
            ActivityEntry(reference="X-9", year=2024, title=TITLE, request="V-9"), **HAND
        )
        codes = {"M2.screening": "M2"} | ({"M2.analysis": "M2"} if self.is_found else {})
        for measure in services.require_measures("X-9", codes, **HAND):
            proof = EvidenceEntry(kind=EvidenceKind.MINUTES, title=TITLE, sha256="a" * 64)
            services.record_evidence(measure, proof, **HAND)

    def assess(self) -> None:
        services.assess_request("V-9", assessor=self.assessor, **HAND)


def public_pages() -> list[str]:
    figures = [figure.id for figure in account_of(2024, reader=HOUSE).kader.figures]
    return [
        *(
            "/",
            "/jaar/2024/",
            "/jaar/2024/dekking/",
            "/jaar/2024/evaluatie/",
            "/dossiers/",
            "/dossiers/?outcome=take_up",
        ),
        *("/kader/zuid-holland/2024-01-01/", "/screening/", "/lijsten/", "/screening/gelijkheid/"),
        *(f"/jaar/2024/evaluatie/{figure}/" for figure in figures),
        *(f"/dossiers/{reference}/" for reference in REFERENCES),
        *("/dossiers/V-9/delegatie/", "/screening/partij/V-9-L1-2/", "/screening/1/", "/screening/999/"),
    ]


def seen_in_public(language: str) -> dict[str, tuple[int, str, str]]:
    found = {}
    for path in public_pages():
        answer = Client().get(path, headers={"cookie": f"django_language={language}"})
        text = ASIDE.sub("", answer.content.decode())
        found[path] = (answer.status_code, answer.headers.get("Location", ""), text)
    return found


def what_is_seen(assessor: Assessor, screener: Lists, moment: str, language: str) -> dict[str, Any]:
    """The public pages in a world that is gone again afterwards."""
    with transaction.atomic():
        getattr(World(assessor, screener), f"until_{moment}")()
        found = seen_in_public(language)
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("moment", ["screened", "judged"])
def test_with_a_hit_and_without_the_public_sees_the_same(
    assessor: Assessor, moment: str, language: str
) -> None:
    with_hit = what_is_seen(assessor, NEAR_WANG, moment, language)
    without = what_is_seen(assessor, NOBODY, moment, language)
    assert [path for path in without if with_hit[path] != without[path]] == []


def test_a_decision_tells_the_public_its_outcome_and_not_its_reason(assessor: Assessor) -> None:
    with_hit = what_is_seen(assessor, NEAR_WANG, "decided", "nl")
    without = what_is_seen(assessor, NOBODY, "decided", "nl")
    paths = [path for path in without if not path.startswith("/jaar/2024/evaluatie/")]
    assert [path for path in paths if with_hit[path] != without[path]] == []
    dossier = with_hit["/dossiers/V-9/"][2]
    assert "B-V-9" in dossier
    assert "alleen voor collega’s" in dossier.lower()
    assert "Reden." not in dossier


def test_no_figure_leads_the_public_to_a_decision_or_measure_of_the_case(assessor: Assessor) -> None:
    seen = what_is_seen(assessor, NEAR_WANG, "decided", "nl")
    World(assessor, NEAR_WANG).until_decided()
    exported = account_page(account_of(2024, reader=permissions.NOBODY), "nl")
    texts = {path: answer[2] for path, answer in seen.items() if "evaluatie" in path}
    for name, text in (texts | {"export": exported}).items():
        assert not re.search(r"B-V-9|B-O|V-9-B|X-9-M", text), name
    refused = seen["/jaar/2024/evaluatie/refused_after_screening/"][2]
    assert "hoort bij een zaak met screening" in refused


def test_a_colleague_sees_the_whole_case(assessor: Assessor) -> None:
    World(assessor, NEAR_WANG).until_decided()
    text = colleague().get("/dossiers/V-9/").content.decode()
    for words in ("sanctielijst", "Reden.", "B-O", "M2.analysis", "Treffer beoordeeld", "Delegatielijst"):
        assert words in text, words
    figure = colleague().get("/jaar/2024/evaluatie/refused_after_screening/").content.decode()
    assert "B-O" in figure
    assert queries_of("/dossiers/V-9/") <= MOST_QUERIES


def test_a_typed_outcome_of_screening_is_for_colleagues_as_well(assessor: Assessor) -> None:
    entry = RequestEntry(
        reference="V-9",
        year=2024,
        title=TITLE,
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        confidentiality=Confidentiality.PUBLIC,
    )
    services.record_request(entry, **HAND)
    services.answer_facts(
        "V-9", [AnswerEntry(fact="sanctions", value="possible")], kader=assessor.kader, **HAND
    )
    services.assess_request("V-9", assessor=assessor, **HAND)
    assert "alleen voor collega’s" in page("/dossiers/V-9/").lower()
    assert selectors.dossier("V-9", reader=HOUSE).facts == {"sanctions": "possible"}


def test_a_case_without_screening_stays_public(assessor: Assessor) -> None:
    text = page("/dossiers/V-2024-02/")
    assert "alleen voor collega" not in text.lower()
    assert "Er staan nog 10 vragen open" in text
