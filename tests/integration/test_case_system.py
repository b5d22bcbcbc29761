"""A case becomes a zaak in the case system, once, whatever happens on the way; what cannot go is said."""

import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from openkader.base.errors import Refused
from openkader.casework.subscribing import MOST_FAILURES, Silence
from openkader.casework.vocabulary import Confidentiality
from openkader.cli.delivering import deliver_events
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.case_system import calling, filed
from openkader.register.case_system.filed import filing_of, refused_filings
from openkader.register.documents import DocumentEntry
from openkader.register.subscriptions import subscriptions
from tests.case_system import CLIENT, MAPPING, RSIN, SECRET, CaseSystemServer, case_system
from tests.integration.filing_house import a_case_system, connected, inside
from tests.integration.register_house import a_decision, a_request, answered, assessed, taken
from tests.integration.token_house import HAND, NOW

pytestmark = pytest.mark.django_db
WHOLE = {
    "zaken": 1,
    "enkelvoudiginformatieobjecten": 1,
    "zaakinformatieobjecten": 1,
    "besluiten": 1,
    "resultaten": 1,
    "statussen": 1,
}


@pytest.fixture
def server() -> Iterator[CaseSystemServer]:
    with case_system() as found:
        yield found
        assert found.wrong == []


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    return Clock(monkeypatch)


class Clock:
    """When a worker works."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = NOW
        monkeypatch.setattr("openkader.cli.delivering.now", lambda: self.now)

    def works(self, after: timedelta = timedelta()) -> int:
        self.now += after
        return deliver_events("worker", Stop())


@pytest.fixture(autouse=True)
def house(server: CaseSystemServer, settings: Any, tmp_path: Path) -> None:
    settings.OUTGOING = inside()
    settings.OPENKADER_DATA = tmp_path
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""))
    connected()


def accepted(assessor: Assessor, reference: str = "V-1") -> str:
    """A request that was granted, with a document."""
    request = assessed(assessor, reference)
    services.keep_document(request, DocumentEntry(name="brief.txt", content=b"Fictief"), **HAND)
    taken(a_decision(request, motivation="Past in het kader (fictief)."))
    return request


def stood() -> list[tuple[str, str | None]]:
    return [(row.case, row.refusal.code if row.refusal else None) for row in refused_filings()]


def test_an_accepted_request_becomes_a_zaak_with_status_result_document_and_decision(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    assert at.works() > 0
    assert server.made() == WHOLE
    (zaak,), (paper,), (decision,) = (
        server.rows[one] for one in ("zaken", "enkelvoudiginformatieobjecten", "besluiten")
    )
    assert (zaak["identificatie"], zaak["bronorganisatie"], zaak["startdatum"]) == ("V-1", RSIN, "2030-05-01")
    assert (zaak["vertrouwelijkheidaanduiding"], zaak["omschrijving"]) == ("intern", "Fictief")
    assert (paper["bestandsomvang"], paper["formaat"], paper["titel"]) == (7, "text/plain", "brief.txt")
    assert (decision["zaak"], decision["toelichting"]) == (zaak["url"], "Past in het kader (fictief).")
    assert (row := filing_of("V-1")) is not None
    assert (row.zaak, row.told_at, row.refusal) == (zaak["url"], NOW, None)
    assert models.OutgoingEvent.objects.count() == 0


def test_before_it_is_accepted_nothing_of_it_leaves(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    answered(assessor, a_request())
    assert at.works() > 0
    assert server.asked == []
    assert filing_of("V-1") is None


def test_what_was_told_is_not_asked_again(server: CaseSystemServer, assessor: Assessor, at: Clock) -> None:
    accepted(assessor)
    at.works()
    asked = len(server.asked)
    services.file_cases_again(everything=True, **HAND)
    at.works()
    assert (len(server.asked), server.made()) == (asked, WHOLE)


@pytest.mark.parametrize("path", list(WHOLE))
def test_what_was_made_and_not_heard_of_is_found_and_not_made_again(
    path: str, server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    server.drops = path
    at.works()
    assert subscriptions()[0].answer == Silence.UNREACHABLE
    at.works(timedelta(minutes=2))
    assert server.made() == WHOLE
    assert models.OutgoingEvent.objects.count() == 0


def test_nothing_is_lost_when_the_case_system_is_away_for_a_day(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    accepted(assessor, "V-2")
    server.status = 503
    for _ in range(24):
        at.works(timedelta(hours=1))
    (row,) = subscriptions()
    assert (row.is_held, row.answer) == (False, "503")
    server.status = 0
    at.works(timedelta(hours=2))
    assert server.made() == dict.fromkeys(WHOLE, 2)
    assert len({zaak["identificatie"] for zaak in server.rows["zaken"]}) == 2
    assert subscriptions()[0].failures == 0


def test_what_waits_for_the_case_system_never_ends_by_itself(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    server.status = 410
    at.works()
    assert stood() == [("V-1", "filing.denied")]
    server.status = 503
    services.file_cases_again(everything=False, **HAND)
    for _ in range(MOST_FAILURES + 3):
        at.works(timedelta(days=40))
    (row,) = subscriptions(only_open=True)
    assert row.is_held
    server.status = 0
    services.file_cases_again(everything=False, by=HAND["by"], now=at.now)
    at.works()
    assert server.made() == WHOLE


def test_a_case_that_is_refused_is_said_and_others_go(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    server.refuses = {"zaken": [{"name": "zaaktype", "code": "not-published"}]}
    accepted(assessor)
    at.works()
    (row,) = refused_filings()
    assert row.refusal is not None
    assert row.refusal.detail == {"what": "zaken", "status": "400", "said": "zaaktype (not-published)"}
    server.refuses = {}
    accepted(assessor, "V-2")
    at.works()
    assert [zaak["identificatie"] for zaak in server.rows["zaken"]] == ["V-2"]
    assert services.file_cases_again(everything=False, **HAND) == 1
    at.works()
    assert [zaak["identificatie"] for zaak in server.rows["zaken"]] == ["V-2", "V-1"]
    assert refused_filings() == []


def test_a_level_that_was_not_agreed_is_said_of_the_case_and_others_go(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    server.forbids = {"intern"}
    accepted(assessor)
    models.Request.objects.update(confidentiality=Confidentiality.PUBLIC)
    accepted(assessor, "V-2")
    at.works()
    assert stood() == [("V-2", "filing.denied")]
    assert subscriptions()[0].answer == "200"
    assert [zaak["identificatie"] for zaak in server.rows["zaken"]] == ["V-1"]


@pytest.mark.parametrize("wrong", [{"SECRET": "another"}, {"CLIENT": "another"}])
def test_who_is_not_known_there_waits(
    wrong: dict[str, str],
    server: CaseSystemServer,
    assessor: Assessor,
    at: Clock,
    settings: Any,
    tmp_path: Path,
) -> None:
    names = {f"OPENKADER_ZGW_{name}": value for name, value in wrong.items()}
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment("") | names)
    accepted(assessor)
    at.works()
    assert (subscriptions()[0].answer, refused_filings()) == ("403", [])
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""))
    at.works(timedelta(minutes=2))
    assert server.made() == WHOLE


def test_no_redirect_is_followed_and_the_key_goes_nowhere_else(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    with case_system() as other:
        server.location = f"{other.url}/zaken/api/v1/zaken"
        at.works()
        assert other.asked == []
    assert subscriptions()[0].answer == "302"
    server.location = ""


def test_an_answer_without_end_is_not_read_to_its_end(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    server.huge = True
    at.works()
    assert subscriptions()[0].answer == Silence.TOO_LARGE
    server.huge = False


def test_a_slow_answer_is_given_up(
    server: CaseSystemServer, assessor: Assessor, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(assessor)
    monkeypatch.setattr(calling, "SECONDS", 0.2)
    never = Event()

    def think(method: str, path: str) -> None:
        never.wait(1)

    server.before = think
    at.works()
    never.set()
    assert subscriptions()[0].answer == Silence.TOO_SLOW


def test_all_of_one_case_takes_less_than_a_worker_may_hold_it() -> None:
    from openkader.register.services.take_event import LEASE

    assert LEASE.total_seconds() > filed.SECONDS + 20


def test_things_that_lie_elsewhere_are_not_believed(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    server.rows["catalogussen"][0]["url"] = "http://169.254.169.254/latest"
    at.works()
    assert subscriptions()[0].answer == Silence.ELSEWHERE


def test_a_case_system_inside_is_reached_only_where_the_settings_say_so(
    server: CaseSystemServer, assessor: Assessor, at: Clock, settings: Any
) -> None:
    from openkader.conf.security import Security

    settings.OUTGOING = Security.read({}).outgoing
    accepted(assessor)
    at.works()
    assert (subscriptions()[0].answer, server.asked) == (Silence.NOT_ALLOWED, [])
    settings.OUTGOING = Security.read(
        server.environment("x")
    ).outgoing  # an address that says that it is inside
    at.works(timedelta(minutes=2))
    assert server.made() == WHOLE


def test_nobody_there_is_tried_again(
    server: CaseSystemServer, assessor: Assessor, at: Clock, settings: Any, tmp_path: Path
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{probe.getsockname()[1]}/api/v1"
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment("") | {"OPENKADER_ZGW_ZAKEN": nobody})
    accepted(assessor)
    at.works()
    assert subscriptions()[0].answer == Silence.UNREACHABLE


NO_ANSWERS = (b"{", b"[" * 100_000, b'{"results": 1}', b'{"results": [1]}', b'{"results": [{}]}', b"1")


@pytest.mark.parametrize("body", NO_ANSWERS, ids=range(len(NO_ANSWERS)))
def test_what_is_no_answer_of_the_standard_is_none(
    body: bytes, assessor: Assessor, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(assessor)
    monkeypatch.setattr(calling, "_answered", lambda *_: (200, body))
    at.works()
    assert subscriptions()[0].answer == Silence.UNREADABLE


def test_pages_without_end_are_not_all_asked(
    assessor: Assessor, at: Clock, server: CaseSystemServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted(assessor)
    monkeypatch.setattr(calling, "_answered", lambda *_: (200, b'{"next": "x", "results": []}'))
    at.works()
    assert subscriptions()[0].answer == Silence.TOO_LARGE


def test_a_level_that_does_not_go_is_said_and_nothing_leaves(
    server: CaseSystemServer, assessor: Assessor, at: Clock, settings: Any, tmp_path: Path
) -> None:
    closed = MAPPING.replace("intern, ", "")
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""), closed)
    accepted(assessor)
    at.works()
    assert stood() == [("V-1", "filing.level")]
    assert server.asked == []
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""))
    services.file_cases_again(everything=False, **HAND)
    at.works()
    assert server.made() == WHOLE
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""), closed)
    services.file_cases_again(everything=True, **HAND)
    at.works()
    assert stood() == [("V-1", "filing.level-after")]


def test_a_case_that_its_account_may_not_see_does_not_go(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    answered(assessor, a_request(confidentiality=Confidentiality.SECRET))
    at.works()
    assert (server.asked, models.OutgoingEvent.objects.count()) == ([], 0)


def test_a_mapping_that_cannot_be_read_keeps_all_waiting(
    server: CaseSystemServer, assessor: Assessor, at: Clock, settings: Any, tmp_path: Path
) -> None:
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""), "catalogue: INTER\n")
    accepted(assessor)
    at.works()
    assert subscriptions()[0].answer == Silence.NOT_SET_UP
    settings.CASE_SYSTEM = None
    at.works(timedelta(minutes=2))
    assert subscriptions()[0].answer == Silence.NOT_SET_UP
    assert models.OutgoingEvent.objects.count() > 0


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("catalogussen", "catalogus"),
        ("zaaktypen", "zaaktype"),
        ("statustypen", "statustype"),
        ("resultaattypen", "resultaattype"),
        ("informatieobjecttypen", "informatieobjecttype"),
        ("besluittypen", "besluittype"),
    ],
)
def test_what_the_catalogue_lacks_is_said_of_the_case(
    path: str, kind: str, server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    server.rows[path] = []
    accepted(assessor)
    at.works()
    (row,) = refused_filings()
    assert row.refusal is not None
    assert (row.refusal.code, row.refusal.detail["kind"]) == ("filing.no-type", kind)


def test_a_zaaktype_of_which_no_version_holds_is_none(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    for row in server.rows["zaaktypen"]:
        row["eindeGeldigheid"] = "2021-01-01"
    accepted(assessor)
    at.works()
    assert stood() == [("V-1", "filing.no-type")]


def test_another_zaak_with_the_same_number_is_left_alone(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    body = {"identificatie": "V-1", "bronorganisatie": RSIN, "verantwoordelijkeOrganisatie": RSIN}
    more = {"zaaktype": "https://zaken.example.nl/x", "startdatum": "2030-01-01"}
    server.add("zaken", "zaken", body | more)
    accepted(assessor)
    at.works()
    assert stood() == [("V-1", "filing.other-zaak")]
    assert server.made() == {"zaken": 1}


def test_a_zaak_that_is_gone_is_not_made_again(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    at.works()
    server.rows["zaken"] = []
    services.keep_document("V-1", DocumentEntry(name="later.txt", content=b"Later"), **HAND)
    at.works()
    assert stood() == [("V-1", "filing.gone")]
    assert server.rows["zaken"] == []


def test_what_comes_later_is_added_and_a_zaak_that_is_closed_is_left(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    at.works()
    services.keep_document("V-1", DocumentEntry(name="later.txt", content=b"Later"), **HAND)
    at.works()
    assert len(server.rows["enkelvoudiginformatieobjecten"]) == 2
    server.rows["zaken"][0]["einddatum"] = "2030-05-01"
    services.keep_document("V-1", DocumentEntry(name="last.txt", content=b"Last"), **HAND)
    at.works()
    assert stood() == [("V-1", "filing.closed")]
    assert len(server.rows["enkelvoudiginformatieobjecten"]) == 2


@pytest.mark.parametrize("drops", ["", "resultaten"])
def test_a_title_and_a_result_that_differ_are_put_right(
    drops: str, server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    at.works()
    server.rows["zaken"][0]["omschrijving"] = "x"
    server.rows["resultaten"][0]["resultaattype"] = server.rows["resultaattypen"][2]["url"]
    server.rows["statussen"][0] |= {"statustype": server.rows["statustypen"][1]["url"]}
    services.keep_document("V-1", DocumentEntry(name="later.txt", content=b"Later"), **HAND)
    server.drops = drops
    at.works(timedelta(minutes=5))
    at.works(timedelta(minutes=5))
    assert server.rows["zaken"][0]["omschrijving"] == "Fictief"
    (result,) = server.rows["resultaten"]
    assert result["resultaattype"] == server.rows["resultaattypen"][0]["url"]
    assert len(server.rows["statussen"]) == 2


def test_a_document_that_is_gone_here_is_said(
    server: CaseSystemServer, assessor: Assessor, at: Clock, tmp_path: Path
) -> None:
    accepted(assessor)
    for path in (tmp_path / "documents").rglob("*"):
        if path.is_file():
            path.unlink()
    at.works()
    assert stood() == [("V-1", "filing.no-content")]


def test_it_is_connected_once_and_by_an_account_that_is_open(settings: Any) -> None:
    with pytest.raises(Refused, match="connected-already"):
        services.connect_case_system("koppeling", **HAND)
    services.withdraw_subscription("koppeling", "zaaksysteem", **HAND)
    with pytest.raises(Refused, match="not-connected"):
        services.file_cases_again(everything=True, **HAND)
    services.connect_case_system("koppeling", **HAND)
    settings.CASE_SYSTEM = None
    with pytest.raises(Refused, match="not-set-up"):
        services.connect_case_system("koppeling", **HAND)


def test_no_secret_is_kept_or_said(
    server: CaseSystemServer, assessor: Assessor, at: Clock, settings: Any
) -> None:
    accepted(assessor)
    at.works()
    kept = [*models.EventSubscription.objects.values(), *models.AuditEvent.objects.values()]
    assert SECRET not in repr(kept) + repr([*models.CaseFiling.objects.values()]) + repr(settings.CASE_SYSTEM)
    assert CLIENT in repr(settings.CASE_SYSTEM)


def test_each_attempt_that_says_something_new_is_one_event(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    at.works()
    services.file_cases_again(everything=True, **HAND)
    at.works()
    assert models.AuditEvent.objects.filter(action="request.filed", dossier="V-1").count() == 1


def test_a_status_is_of_when_the_case_moved_and_not_of_when_it_could_be_told(
    server: CaseSystemServer, assessor: Assessor, at: Clock
) -> None:
    accepted(assessor)
    at.works(timedelta(days=1))
    assert [datetime.fromisoformat(one["datumStatusGezet"]) for one in server.rows["statussen"]] == [NOW]
