"""What a command says of one list: how it stands, and which of its records are left out."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.messages import sentences
from openkader.base.text import Text
from openkader.cli.downloads import shown_source
from openkader.cli.words import Screen
from openkader.register.screeners import server_lists
from openkader.screening.lists import ListFolder, ListState, Snapshot, Standing, state_of

REMARKS = 1
SHOWN_PROBLEMS = 10
IN_FORCE = Text(
    nl="{list}  {format}  van kracht: {entities} entiteiten, gelezen op {date} ({snapshot})",
    en="{list}  {format}  in force: {entities} entities, read on {date} ({snapshot})",
)
NONE_YET = Text(nl="{list}  {format}  nog nooit gelezen", en="{list}  {format}  never read yet")
DAMAGED = Text(nl="{list}  beschadigd", en="{list}  damaged")
AWAY = Text(nl="{list}  kan nu niet worden gebruikt", en="{list}  cannot be used now")
CONFIRMED = Text(nl="laatste geslaagde controle bij de bron: {at}", en="last check that worked: {at}")
FAILED = Text(nl="laatste poging {at}: mislukt", en="last attempt {at}: failed")
OF_SERVER = Text(
    nl="Namen worden vergeleken door screeningserver {server}, met deze lijsten:",
    en="Names are compared by screening server {server}, with these lists:",
)
SEARCHED = Text(
    nl="{list}  {entities} entiteiten, van {date} ({snapshot})",
    en="{list}  {entities} entities, of {date} ({snapshot})",
)
TO_DO = {
    Standing.BROKEN_OFF: Text(
        nl="Een poging is afgebroken. Vernieuw opnieuw: openkader lists update {list}.",
        en="An attempt was broken off. Renew it again: openkader lists update {list}.",
    ),
    Standing.OVERDUE: Text(
        nl="Al meer dan een week niet vernieuwd. Kijk na of de nachtelijke taak nog loopt.",
        en="Not renewed for more than a week. Check whether the task of every night still runs.",
    ),
    Standing.NEVER: Text(
        nl="Zolang deze lijst niet is gelezen, wordt niemand gescreend: openkader lists update {list}.",
        en="As long as this list was not read nobody is screened: openkader lists update {list}.",
    ),
}
UNREADABLE = Text(
    nl="{list}: records die niet te lezen zijn en dus niet worden vergeleken: {number}",
    en="{list}: records that cannot be read and so are not compared with: {number}",
)
AND_MORE = Text(nl="  … en nog {number}.", en="  … and {number} more.")


def status_of(folder: ListFolder, moment: datetime, screen: Screen) -> int:
    """What is in force, since when it is known to be right, and what went wrong; 1 when something did."""
    state = _checked(folder)
    standing, language = state.standing(moment), screen.language
    screen.line(_headline(state, language))
    if state.definition is not None:
        screen.lines(f"  {shown_source(source)}" for source in state.definition.sources)
    screen.lines(f"  {line}" for line in _history(state, standing, language))
    remarks = remark(folder.id, state.current, screen) if state.current else REMARKS
    return remarks if standing is Standing.RENEWED else REMARKS


def server_status(screen: Screen) -> int:
    """The lists that the server searches now; when it does not say, that is the outage."""
    found = server_lists()
    screen.line(OF_SERVER.in_(screen.language).format(server=settings.SCREENING_URL))
    for one in found:
        words = {"list": one.id, "entities": one.entities or "?", "date": one.read_at[:10] or "?"}
        screen.line(SEARCHED.in_(screen.language).format(snapshot=one.snapshot, **words))
    return 0


def _checked(folder: ListFolder) -> ListState:
    """The state of a list, of which every byte in force was read."""
    state = state_of(folder)
    try:
        if state.current is not None:
            folder.check(state.current)
    except Unavailable as damage:
        return ListState(id=folder.id, damage=damage)
    return state


def _headline(state: ListState, language: str) -> str:
    """What is in force and since when."""
    if state.damage is not None:
        text = DAMAGED if state.damage.code == "list.damaged" else AWAY
        return text.in_(language).format(list=state.id)
    words = {"list": state.id, "format": state.definition.format if state.definition else ""}
    if state.current is None:
        return NONE_YET.in_(language).format(**words)
    words |= {"date": state.current.read_at[:10], "snapshot": state.current.name}
    return IN_FORCE.in_(language).format(entities=state.current.entities, **words)


def _history(state: ListState, standing: Standing, language: str) -> Iterator[str]:
    """When it was last known to be right, what went wrong since, and what to do about it."""
    if state.confirmed_at is not None:
        yield CONFIRMED.in_(language).format(at=_shown(state.confirmed_at))
    if state.damage is not None:
        yield from sentences(state.damage, language)
    if state.last is not None and not state.last.worked:
        yield FAILED.in_(language).format(at=_shown(datetime.fromisoformat(state.last.at)))
        yield from (f"  {line}" for line in sentences(Invalid(state.last.reasons()), language))
    if standing in TO_DO:
        yield TO_DO[standing].in_(language).format(list=state.id)


def remark(name: str, snapshot: Snapshot, screen: Screen) -> int:
    """Say which records are not compared with, because they could not be read."""
    if not snapshot.unreadable:
        return 0
    screen.complain(UNREADABLE.in_(screen.language).format(list=name, number=snapshot.unreadable))
    problems = [Problem(found["code"], found["where"], found["detail"]) for found in snapshot.problems]
    for line in sentences(Invalid(problems[:SHOWN_PROBLEMS]), screen.language):
        screen.complain(f"  {line}")
    if snapshot.unreadable > SHOWN_PROBLEMS:
        screen.complain(AND_MORE.in_(screen.language).format(number=snapshot.unreadable - SHOWN_PROBLEMS))
    return REMARKS


def _shown(moment: datetime) -> str:
    """A moment in local time."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
