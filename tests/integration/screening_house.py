"""A request with a delegation, and a screener of invented names, for the tests of screening."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from openkader.base.errors import Unavailable
from openkader.base.text import Text
from openkader.casework.delegation import Delegate
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.screening import Addressee, CameAs, HitState, SourceKind, SourceQuality, Verdict
from openkader.casework.vocabulary import Kind
from openkader.register import selectors, services
from openkader.register.comparing import compared
from openkader.register.entries import RequestEntry
from openkader.register.screening_entries import (
    DelegationEntry,
    EscalationEntry,
    Renewal,
    ReviewEntry,
    SourceNoteEntry,
)
from openkader.screening.entities import Entity
from openkader.screening.evidence import (
    Band,
    Compared,
    Evidence,
    Feature,
    Hit,
    ListUsed,
    Screening,
    Screens,
)
from openkader.screening.names import Reason, Step
from tests.web_pages import an_account

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
LIST = ListUsed(
    id="fictional", snapshot="2030-04-30-aaaaaaaa", read_at="2030-04-30T06:00:00+00:00", entities=2
)
OTHER = ListUsed(
    id="another", snapshot="2030-05-01-cccccccc", read_at="2030-05-01T06:00:00+00:00", entities=1
)
WANG = Delegate(
    row=2,
    names=("Wang Verzonnen", "王虚构"),
    organisation_names=("Verzonnen Tuinbouw BV",),
    function="voorzitter",
    birth_date="1962",
    country="cn",
)
LI = Delegate(row=3, names=("Li Bedacht",), organisation_names=("Verzonnen Tuinbouw BV",))
ZHAO = Delegate(row=4, names=("Zhao Fictief",))


def a_hit(**changes: Any) -> Hit:
    plain = Hit(
        entity="fic-1",
        list="fictional",
        schema="Person",
        caption="WANG Verzonnen",
        score=0.91,
        band=Band.CHECK,
        asked="王虚构",
        listed="WANG Verzonnen",
        evidence=(Evidence(Feature.SAME_READING, 3.5, "王虚构", "WANG Verzonnen"),),
        asked_steps=(Step(Reason.PINYIN, "王虚构", "wang verzonnen"),),
        missing=(Compared.GENDER,),
        properties={"name": ("WANG Verzonnen",), "birthDate": ("1962",)},
    )
    return replace(plain, **changes)


class Lists:
    """A screener that finds what it was told to, by name, and nothing else."""

    def __init__(self, *hits: tuple[str, Hit], used: tuple[ListUsed, ...] = (LIST,)) -> None:
        self.hits = hits
        self.used = used
        self.asked: list[str] = []

    @property
    def lists(self) -> tuple[ListUsed, ...]:
        return self.used

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        self.asked.append(party.caption)
        names = {name.value for name in party.names}
        hits = tuple(hit for name, hit in self.hits if name in names)[:limit]
        band = min((hit.band for hit in hits), key=list(Band).index, default=Band.CLEAR)
        return Screening(
            query=party.id, band=band, hits=hits, lists=self.used, compared=(Compared.NAME,), missing=()
        )


class Broken(Lists):
    """A screener that gives no whole answer."""

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        raise Unavailable("list.unreachable", {"source": "https://lists.example", "reason": "down"})


NOBODY = Lists()
NEAR_WANG = Lists((WANG.name, a_hit()))


def a_request(reference: str = "V-1") -> str:
    title = Text(nl="Fictief", en="Fictional")
    entry = RequestEntry(
        reference=reference,
        year=2030,
        title=title,
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        programme="china",
    )
    return services.record_request(entry, **HAND)


def a_list(*delegates: Delegate, request: str = "V-1", seen: int = 0, **changes: Any) -> str:
    entry = DelegationEntry(
        request=request, seen=seen, came_as=CameAs.PASTED, digest="0" * 64, delegates=delegates or (WANG, LI)
    )
    return services.add_delegation_list(replace(entry, **changes), **HAND)


def a_delegation(*delegates: Delegate, request: str = "V-1") -> str:
    a_list(*delegates, request=a_request(request))
    return request


def work(screener: Screens = NOBODY, now: datetime = NOW, worker: str = "worker") -> int:
    """Everything that waits is done; how many tasks that were."""
    done = 0
    while tasks := services.take_tasks(worker, now=now):
        for task in tasks:
            answer = compared(task.asked, screener, "fake")
            done += services.finish_task(task, answer, by=worker, now=now)
    return done


def the_hit() -> int:
    (row,) = selectors.hit_list(reader=HOUSE).rows
    return row.id


def reviewed(hit: int, *verdicts: tuple[str, Verdict]) -> HitState | None:
    state = None
    for by, verdict in verdicts:
        seen = len(selectors.hit_page(hit, reader=HOUSE).reviews)
        entry = ReviewEntry(hit=hit, seen=seen, verdict=verdict, reason="Fictieve reden.")
        state = services.review_hit(entry, by=an_account(by), now=NOW)
    return state


def state_of(party: str) -> str:
    return str(selectors.party_page(party, reader=HOUSE).party.standing.state)


# --- what each service needs, and the one call that is the change -------------------------------


def listing() -> Callable[[], object]:
    request = a_request()
    return lambda: a_list(request=request)


def asking() -> Callable[[], object]:
    a_delegation()
    work()
    return lambda: services.request_screening(["V-1-L1-2", "V-1-L1-3"], **HAND)


def screening() -> Callable[[], object]:
    a_delegation()
    return lambda: services.screen_party("V-1-L1-2", NEAR_WANG, engine="fake", **HAND)


def finishing() -> Callable[[], object]:
    a_delegation()
    task = services.take_tasks("worker", now=NOW)[0]
    return lambda: services.finish_task(task, compared(task.asked, NEAR_WANG, "fake"), **HAND)


def giving_up() -> Callable[[], object]:
    a_delegation(ZHAO)
    while services.take_tasks("worker", now=NOW, lease=timedelta(0)):
        pass
    return lambda: services.give_up_tasks(**HAND)


def a_found_hit() -> int:
    a_delegation()
    work(NEAR_WANG)
    return the_hit()


def reviewing() -> Callable[[], object]:
    entry = ReviewEntry(hit=a_found_hit(), seen=0, verdict=Verdict.TRUE, reason="Fictief.")
    return lambda: services.review_hit(entry, **HAND)


def escalating() -> Callable[[], object]:
    entry = EscalationEntry(hit=a_found_hit(), to=Addressee.EMBASSY, text="Fictief.")
    return lambda: services.escalate_hit(entry, **HAND)


def noting() -> Callable[[], object]:
    a_delegation()
    entry = SourceNoteEntry(
        party="V-1-L1-2",
        kind=SourceKind.MEDIA,
        quality=SourceQuality.DOUBTFUL,
        title="Fictief",
        says="Fictief.",
    )
    return lambda: services.note_source(entry, **HAND)


def renewing() -> Callable[[], object]:
    a_found_hit()
    renewal = Renewal(
        list=LIST.id, former=LIST.snapshot, present="2030-05-02-bbbbbbbb", gone=("fic-1",), new=("x",)
    )
    return lambda: services.rescreen_after_list_update(renewal, NEAR_WANG, **HAND)


PREPARED: dict[str, Callable[[], Callable[[], object]]] = {
    "add_delegation_list": listing,
    "escalate_hit": escalating,
    "finish_task": finishing,
    "give_up_tasks": giving_up,
    "note_source": noting,
    "request_screening": asking,
    "rescreen_after_list_update": renewing,
    "review_hit": reviewing,
    "screen_party": screening,
}
