"""A request with a delegation, and a screener of invented names, for the tests of screening."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from openkader.base.errors import Unavailable
from openkader.base.text import Text
from openkader.casework.delegation import Delegate
from openkader.casework.screening import CameAs, HitState, Verdict
from openkader.casework.vocabulary import Kind
from openkader.register import selectors, services
from openkader.register.comparing import compared
from openkader.register.entries import RequestEntry
from openkader.register.screening_entries import DelegationEntry, ReviewEntry
from openkader.screening.entities import Entity
from openkader.screening.evidence import (
    Band,
    Compared,
    Evidence,
    Feature,
    Hit,
    ListUsed,
    Screening,
)
from openkader.screening.names import Reason, Step

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": "adviser", "now": NOW}
LATER = NOW + timedelta(hours=1)
LIST = ListUsed(
    id="fictional", snapshot="2030-04-30-aaaaaaaa", read_at="2030-04-30T06:00:00+00:00", entities=2
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


def work(screener: Lists = NOBODY, now: datetime = NOW, worker: str = "worker") -> int:
    """Everything that waits is done; how many tasks that were."""
    done = 0
    while tasks := services.take_tasks(worker, now=now):
        for task in tasks:
            answer = compared(task.asked, screener, "fake")
            done += services.finish_task(task, answer, by=worker, now=now)
    return done


def the_hit() -> int:
    (row,) = selectors.hit_list().rows
    return row.id


def reviewed(hit: int, *verdicts: tuple[str, Verdict]) -> HitState | None:
    state = None
    for by, verdict in verdicts:
        seen = len(selectors.hit_page(hit).reviews)
        entry = ReviewEntry(hit=hit, seen=seen, verdict=verdict, reason="Fictieve reden.")
        state = services.review_hit(entry, by=by, now=NOW)
    return state


def state_of(party: str) -> str:
    return str(selectors.party_page(party).party.standing.state)
