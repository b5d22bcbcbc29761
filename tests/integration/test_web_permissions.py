"""Every address and every form, walked by each role, with what belongs to somebody else.

What may not be known is not found; what is not somebody's task is refused with the reason. Nothing of it
changes the register, and it leaves a line in the log. A new address is walked too, without being named here.
"""

import io
import itertools
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from openkader.base.text import Text
from openkader.casework.initiatives import StepKind
from openkader.casework.permissions import HOUSE
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import AccountRole, Confidentiality, EvidenceKind, Kind
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.entries import EvidenceEntry, RequestEntry
from openkader.register.initiative_entries import InitiativeEntry, StepEntry
from openkader.register.network import words_of
from openkader.register.network_entries import MemberEntry
from openkader.register.report_entries import ReportEntry
from openkader.web.presenters.trail_details import PAGES_AND_STEPS
from tests.integration.advice_house import a_question
from tests.integration.agreement_house import MEMO, agreed
from tests.integration.mission_house import enrolled, planned
from tests.integration.register_house import HAND, answered, everything
from tests.integration.screening_house import NEAR_WANG, a_list, work
from tests.integration.token_house import a_token
from tests.unit.documents import PDF
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
MARK = "Geheimteken"
NAMES = r"Wang Verzonnen|王虚构|Verzonnen Tuinbouw|geheim-stuk"
SECRET = re.compile(f"{MARK}|{NAMES}")
STRANGERS: dict[str, tuple[str, ...]] = {
    "nobody": (),
    "no role": ("none",),
    "administrator": (AccountRole.ADMINISTRATOR,),
    "adviser of another team": (AccountRole.ADVISER,),
}
# Who may look into any case; what they may not do is refused with the reason.
# What everybody may send: signing in, a request at the front door, and what is only their own, such as saved views.
EVERYBODYS = ("/afmelden/", "/taal/", "/aanmelden/", "/account/", "/verzoek/", "/werk/")
READERS = (AccountRole.AUDITOR, AccountRole.DECIDER)


def the_case(assessor: Assessor, level: Confidentiality) -> None:
    """A case with everything in it, of which every word can be recognised."""
    title = Text(nl=MARK, en=MARK)
    entry = RequestEntry(
        reference="V-1",
        year=2024,
        title=title,
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        programme="china",
        confidentiality=level,
    )
    services.record_request(entry, **HAND)
    answered(assessor, "V-1")
    a_list(request="V-1")
    work(NEAR_WANG)
    services.assess_request("V-1", assessor=assessor, **HAND)
    services.keep_document("V-1", DocumentEntry(name="geheim-stuk.pdf", content=PDF), **HAND)
    services.ask_advice(a_question("V-1", question=MARK), assessor=assessor, **HAND)
    the_activity()
    the_network(assessor)
    planned("V-1-A1", title=f"{MARK} gesprek")
    enrolled("V-1-A1", name="Wang Verzonnen")
    agreed(assessor, replace(MEMO, title=title, about=title), activity="V-1-A1")
    report = ReportEntry(
        activity="V-1-A1", kind=ReportKind.MISSION_REPORT, language="nl", text=f"# {MARK}", seen=0
    )
    services.save_report(report, **HAND)


def held_in_2024() -> None:
    """The activity of the case counts in a year that the register knows, and so stands on the pages of that year."""
    day = {"starts_on": date(2024, 5, 1), "ends_on": date(2024, 5, 2), "precision": "day"}
    models.Activity.objects.filter(reference="V-1-A1").update(year=2024, standing="held", **day)


def the_activity() -> None:
    """An activity of the case with a measure that has evidence; put there past the rules, which ask for a decision."""
    request = models.Request.objects.get(reference="V-1")
    models.Activity.objects.create(
        reference="V-1-A1",
        request=request,
        year=2030,
        title_nl=MARK,
        title_en=MARK,
        kind=request.kind,
        standing="planned",
        itemised=True,
        recorded_at=HAND["now"],
        recorded_by="test",
    )
    (measure,) = services.require_measures("V-1-A1", {"M2.analysis": "M2"}, **HAND)
    evidence = EvidenceEntry(kind=EvidenceKind.REPORT, title=Text(nl=MARK, en=MARK))
    file = DocumentEntry(name="geheim-stuk.pdf", content=PDF)
    services.record_evidence(measure, evidence, file=file, **HAND)


def the_network(assessor: Assessor) -> None:
    """Somebody of the case who is in the network, and an initiative that began with it."""
    words = Text(nl=MARK, en=MARK)
    entry = MemberEntry(party="V-1-L1-2", why=words)
    services.join_network(entry, words=words_of(assessor.kader), **HAND)
    step = StepEntry(kind=StepKind.SOUGHT, what=words)
    services.start_initiative(InitiativeEntry(title=words, steps=(step,), request="V-1"), **HAND)


REFERENCES = [
    "V-1",
    "V-1-L1",
    "V-1-L1-2",
    "V-1-B1",
    "V-1-D1",
    "V-1-A1",
    "V-1-A1-A1",
    "NW-1",
    "V-1-I1",
    "A-2024-1",
]
# The same in the addresses of programs.
OF_PROGRAMS = {
    "maatregel": ["V-1-A1-M2.analysis"],
    "deelname": ["V-1-V1"],
    "deelnemer": ["1"],
    "onderdeel": ["1"],
    "soort": ["verslag", "openbare_tekst"],
    "taal": ["nl"],
    "akte": ["1"],
}


def values_of(name: str) -> list[str]:
    """What stands in an address for each of its parts: things of the case, and what nobody has."""
    hit = str(models.Hit.objects.values_list("pk", flat=True).first())
    evidence = str(models.Evidence.objects.filter(size__isnull=False).values_list("pk", flat=True).first())
    known = {**OF_PROGRAMS, "bewijsstuk": [evidence]} | {
        "number": ["1", "999999"],
        "measure": ["V-1-A1-M2.analysis", "NOPE"],
        "evidence": [evidence, "999999"],
        "reference": [*REFERENCES, "NOPE"],
        "deed": ["1", "verlengen", "corrigeren"],
        "activity": ["V-1-A1", "NOPE"],
        "nummer": ["V-1", "V-1-L1-2", "V-1-A1", "V-1-A1-A1", "NW-1", "V-1-I1", "NOPE"],
        "advies": ["V-1-ADV1", "NOPE"],
        "jaar": ["2024", "1999"],
        "cijfer": ["activities", "NOPE"],
        "toetsing": ["V-1-B1", "NOPE"],
        "document": ["V-1-D1", "NOPE"],
        "party": ["V-1-L1-2", "NOPE"],
        "hit": [hit, "999999"],
        "year": ["2024", "1999"],
        "figure": ["activities", "parties_distinct"],
        "paper": ["docx", "html", "NOPE"],
        "chapter": ["effort", "own_line.E1", "NOPE"],
        "organisation": ["zuid-holland"],
        **{key: ["2024-01-01"] for key in ("version", "other")},
        "scenario": ["S1"],
        "token": ["x" * 32],
        "what": ["programma", "deelnemers"],
        "table": ["soort", "land", "gebied", "besluit"],
    }
    return known.get(name, ["V-1", "1", "x"])


def patterns(resolver: Any = None, prefix: str = "") -> Iterator[str]:
    for one in (resolver or get_resolver()).url_patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, path)
        elif isinstance(one, URLPattern):
            yield path


def addresses() -> list[str]:
    """Every address of the site with every combination of what may stand in it."""
    found = []
    for pattern in patterns():
        parts = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
        for values in itertools.product(*(values_of(part) for part in parts)):
            place = pattern
            for value in values:
                place = re.sub(r"<(?:\w+:)?\w+>", value, place, count=1)
            found.append(f"/{place}")
    return sorted(set(found))


class Forms(HTMLParser):
    """The forms of a page, filled in with what a hurried colleague would type."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.path, self.inside, self.choice = path, False, ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self.inside = (told.get("method") or "").lower() == "post"
            if self.inside:
                self.found.append((told.get("action") or self.path, {}))
        name = told.get("name")
        if not self.inside:
            return
        fields = self.found[-1][1]
        if tag == "select" and name:
            self.choice = name
        elif tag == "option" and self.choice and told.get("value"):
            fields.setdefault(self.choice, str(told["value"]))
        elif tag == "textarea" and name:
            fields[name] = "Een reden die ertoe doet"
        elif tag in ("input", "button") and name and told.get("type") != "file":
            typed = told.get("value") or "tekst"
            fields.setdefault(name, typed)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.choice = ""


def forms_of(
    client: Client, places: list[str], read: Callable[[str, str], None] = lambda *_: None
) -> list[tuple[str, dict[str, str]]]:
    """Every form that somebody gets to see, each once; signing out and choosing a language aside.

    `read` hears of each place what stood there.
    """
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for place in places:
        response = client.get(place)
        page = said_in(response)
        read(place, page.decode("utf-8", "replace"))
        if response.status_code == 200 and "html" in response.headers["Content-Type"]:
            for action, fields in Forms(page.decode(), place).found:
                fields.pop("csrfmiddlewaretoken", None)
                if not action.startswith(EVERYBODYS):
                    found[f"{action} {sorted(fields)} {fields.get('act')}"] = (action, fields)
    return list(found.values())


# Where a case is looked for among many, each with no more than a line. What tells of a year is none of these.
LISTS = {
    "/activiteiten/",
    "/afspraken/",
    "/api/v1/activiteiten",
    "/api/v1/initiatieven",
    "/api/v1/netwerkleden",
    "/api/v1/overeenkomsten",
    "/api/v1/relaties",
    "/api/v1/verzoeken",
    "/dossiers/",
    "/initiatieven/",
    "/netwerk/",
    "/partijen/",
    "/screening/",
}


class Readings:
    """The places that show something of a secret case without a line in the trail that says who read it."""

    def __init__(self) -> None:
        self.unnoted: list[str] = []
        self._before = 0

    def pages(self) -> set[str]:
        """What the trail calls the places that were read."""
        noted = models.AuditEvent.objects.filter(action="dossier.read")
        return {json.loads(event.detail)["what"] for event in noted}

    def hear(self, place: str, page: str) -> None:
        noted = models.AuditEvent.objects.filter(action="dossier.read").count()
        if SECRET.search(page) and noted == self._before:
            self.unnoted.append(place)
        self._before = noted


def browser(kind: str) -> Client:
    roles = STRANGERS[kind]
    if kind == "nobody":
        return Client()
    name = "roleless" if roles == ("none",) else f"somebody-{len(kind)}"
    client = colleague(name) if roles == ("none",) else colleague(name, *roles)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {a_token(account=name)}"  # a program of theirs
    if roles == ("none",):
        models.HeldRole.objects.filter(account__username="roleless").delete()
    return client


def said_in(response: Any) -> bytes:
    """What an answer says; an archive says what lies in it."""
    said = b"".join(response.streaming_content) if response.streaming else bytes(response.content)
    if not zipfile.is_zipfile(io.BytesIO(said)):
        return said
    archive = zipfile.ZipFile(io.BytesIO(said))
    return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("kind", STRANGERS)
def test_nobody_learns_anything_of_a_secret_case_at_any_address(assessor: Assessor, kind: str) -> None:
    the_case(assessor, Confidentiality.SECRET)
    held_in_2024()
    client = browser(kind)
    for place in addresses():
        response = client.get(place, follow=True)
        # A register without lists is not ready, and says so to anybody.
        ready = ("/_health/ready", "/api/yente/healthz", "/api/yente/readyz")
        known: tuple[int, ...] = (200, 503) if place in ready else (200, 401, 403, 404, 405)
        known += (400,) if place.startswith("/api/") else ()  # what is no number cannot be asked for
        assert response.status_code in known, f"{place}: {response.status_code}"
        assert not SECRET.search(said_in(response).decode("utf-8", "replace")), place
    for place in (one for one in patterns() if "<" not in one):
        for query in ("q=Wang Verzonnen", "dossier=V-1&state=all", f"q={MARK}", f"zoek={MARK}"):
            shown = client.get(f"/{place}?{query}", follow=True).getvalue().decode("utf-8", "replace")
            assert not re.search(r'href="[^"?]*V-1[/"-]|"nummer": "V-1"', shown), f"/{place}?{query}"


def test_no_form_of_a_secret_case_works_for_whoever_may_not_see_it(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.SECRET)
    held_in_2024()
    models.Request.objects.update(team=None)
    owner = colleague("eigenaar", AccountRole.ADVISER, AccountRole.REVIEWER, AccountRole.DECIDER)
    owner.defaults["HTTP_AUTHORIZATION"] = f"Bearer {a_token(account='eigenaar')}"  # a program of theirs
    readings = Readings()
    # One walk for all strangers: it goes past more than a thousand pages.
    forms = [
        form
        for form in forms_of(owner, addresses(), readings.hear)
        if "V-1" in form[0] or "/screening/" in form[0]
    ]
    assert len(forms) >= 5
    assert set(readings.unnoted) == LISTS
    assert readings.pages() <= set(PAGES_AND_STEPS)
    for kind in STRANGERS:
        client, before = browser(kind), everything()
        for action, fields in forms:
            told = f"{kind}, {action}"
            # What somebody typed themselves comes back to them; a form that is filled in already holds more.
            typed = {name: SECRET.sub("x", value) for name, value in fields.items()}
            response = client.post(action, typed)
            assert response.status_code in (302, 403, 404), f"{told}: {response.status_code}"
            if response.status_code == 302:
                assert response.headers["Location"].startswith("/aanmelden/"), told
            assert not SECRET.search(response.content.decode()), told
        after = everything()
        assert {table: count for table, count in after.items() if before.get(table) != count} == {}, kind


@pytest.mark.parametrize("role", READERS)
def test_whoever_looks_into_any_case_sees_it_and_the_trail_tells(
    assessor: Assessor, role: AccountRole
) -> None:
    the_case(assessor, Confidentiality.SECRET)
    client = colleague("lezer", role)
    for place in ("/dossiers/V-1/", "/dossiers/V-1/delegatie/", "/screening/partij/V-1-L1-2/"):
        response = client.get(place)
        assert response.status_code == 200, place
        assert SECRET.search(response.content.decode())
    read = models.AuditEvent.objects.filter(action="dossier.read", actor="lezer", dossier="V-1")
    assert read.count() == 3


def test_an_auditor_reads_every_page_and_changes_nothing(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.INTERNAL)
    worker = colleague("werker", AccountRole.ADVISER, AccountRole.REVIEWER, AccountRole.DECIDER)
    forms = forms_of(worker, addresses())
    auditor, before = colleague("auditor", AccountRole.AUDITOR), everything()
    for action, fields in forms:
        response = auditor.post(action, fields)
        is_example = "VOORBEELD" in action  # the gallery of components shows forms of no case at all
        assert response.status_code == (404 if is_example else 403), f"{action}: {response.status_code}"
        assert "<h1" in response.content.decode()
    assert everything() == before


def test_an_administrator_sees_no_case_and_hears_why(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.INTERNAL)
    client = colleague("beheerder", AccountRole.ADMINISTRATOR)
    for place, status in (("/dossiers/V-1/", 404), ("/screening/", 403), ("/dossiers/V-1/delegatie/", 403)):
        response = client.get(place)
        assert response.status_code == status, place
        assert not SECRET.search(response.content.decode())
    assert "Screening is voor wie aan zaken werkt" in client.get("/screening/").content.decode()


def test_what_was_refused_leaves_a_line_without_what_was_typed(assessor: Assessor, caplog: Any) -> None:
    the_case(assessor, Confidentiality.SECRET)
    client = colleague("nieuwsgierig", AccountRole.ADVISER)
    client.post("/screening/partij/V-1-L1-2/", {"act": "note", "says": "onuitgesproken"})
    (line,) = (one.getMessage() for one in caplog.records if one.name == "openkader.web.refusals")
    assert re.search(r" to account \d+ at ", line)
    assert "nieuwsgierig" not in caplog.text
    assert "/screening/partij/V-1-L1-2/" in line
    assert "onuitgesproken" not in caplog.text


def test_a_draft_of_somebody_else_is_not_found(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.INTERNAL)
    first, second = colleague("een", AccountRole.ADVISER), colleague("twee", AccountRole.ADVISER)
    place = first.post("/dossiers/V-1/delegatie/", {"text": "Zhao Fictief"}).headers["Location"]
    assert first.get(place).status_code == 200
    assert second.get(place).status_code == 302
    assert second.post(place).status_code == 302
    assert len(selectors.delegation("V-1", reader=HOUSE).versions) == 1


def test_a_role_that_is_taken_away_meanwhile_stops_the_next_press(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.INTERNAL)
    client = colleague("anna", AccountRole.REVIEWER)
    (hit,) = models.Hit.objects.values_list("pk", flat=True)
    form = {"act": "review", "seen": "0", "verdict": "false", "reason": "Een ander."}
    models.HeldRole.objects.filter(account__username="anna").update(role=AccountRole.DECIDER)
    response = client.post(f"/screening/{hit}/", form)
    assert response.status_code == 403
    assert "beoordelaar" in response.content.decode()
    assert not models.Review.objects.exists()
