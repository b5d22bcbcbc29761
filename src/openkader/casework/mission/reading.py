"""A list of participants as organisations send it: its rows into people, each with a role and status where it says so.

It is read as delegation lists are; what a list of participants has beside that is recognised by its heading.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation import Choice, Column, Field, Form
from openkader.casework.delegation.cells import Grid, Kind, Row
from openkader.casework.delegation.delegates import Delegates
from openkader.casework.delegation.forms import read_grid
from openkader.casework.delegation.layout import Layout, lay_out
from openkader.casework.delegation.reading import on_the_whole, pasted_grid, read_people
from openkader.casework.delegation.sheet import Delegate
from openkader.casework.mission.columns import Extra, extras_of, read_address, read_role, read_status
from openkader.casework.mission.participants import UNKNOWN, ParticipantDraft
from openkader.casework.mission.words import ParticipantStatus

# Delegation lists need these for screening; a list of participants does not.
_PARTICULARS = frozenset({Field.BIRTH_DATE, Field.COUNTRY, Field.GENDER})
_LONGEST_NOTE = 1000
_AS_RECOGNISED = Choice()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParticipant:
    """One person with the row they stand in; None of a status is what the list does not say."""

    row: int
    draft: ParticipantDraft
    status: ParticipantStatus | None

    def with_status(self, usual: ParticipantStatus) -> ParticipantDraft:
        """The person as they are kept: with the status of the list, or else the one that a person says."""
        status = self.status or usual
        reason = UNKNOWN if status is ParticipantStatus.DROPPED_OUT else None
        return replace(self.draft, status=status, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantSheet:
    """A list after reading: who is on it, and everything that could not be taken from it."""

    form: Form
    sheet: str
    columns: tuple[Column, ...]
    people: tuple[ReadParticipant, ...]
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    ignored: tuple[Problem, ...]


def read_participants(
    content: bytes, name: str, today: date, choice: Choice = _AS_RECOGNISED
) -> ParticipantSheet:
    """The people in a file; `Invalid` says why it is no list at all."""
    return _sheet(read_grid(content, name, choice.sheet), today, choice)


def read_pasted_participants(text: str, today: date, choice: Choice = _AS_RECOGNISED) -> ParticipantSheet:
    """The people in rows that were pasted."""
    return _sheet(pasted_grid(text), today, choice)


def _sheet(grid: Grid, today: date, choice: Choice) -> ParticipantSheet:
    whole = lay_out(grid, choice, today)
    extras = extras_of(whole.columns)
    layout = _without(whole, {column.position for column in extras.values()})
    delegates = read_people(grid, layout, today)
    people, problems = _people(delegates, {row.number: row for row in grid.rows}, extras)
    return ParticipantSheet(
        form=grid.form,
        sheet=grid.sheet,
        columns=whole.columns,
        people=tuple(people),
        problems=_in_order(
            grid, (*grid.problems, *on_the_whole(grid, layout, delegates), *delegates.problems, *problems)
        ),
        doubts=(*grid.doubts, *delegates.values.doubts),
        ignored=(*grid.ignored, *_ignored(whole, extras, grid), *delegates.ignored),
    )


def _without(layout: Layout, taken: set[int]) -> Layout:
    """The columns that a delegation list has as well; what stands in the others is read apart, or not at all."""
    columns = [
        replace(column, field=Field.OTHER)
        if column.position in taken or column.field in _PARTICULARS
        else column
        for column in layout.columns
    ]
    return replace(layout, columns=tuple(columns))


def _people(
    delegates: Delegates, rows: Mapping[int, Row], extras: Mapping[Extra, Column]
) -> tuple[list[ReadParticipant], list[Problem]]:
    people: list[ReadParticipant] = []
    problems: list[Problem] = []
    for delegate in delegates.found:
        where = delegates.values.grid.where(delegate.row)
        try:
            people.append(_person(delegate, _said(rows[delegate.row], extras), where))
        except Invalid as error:
            problems += error.problems
    return people, problems


def _said(row: Row, extras: Mapping[Extra, Column]) -> dict[Extra, str]:
    """What the row has in the columns of its own; a formula or a mistake says nothing that stays."""
    cells = {extra: row.at(column.position) for extra, column in extras.items()}
    return {
        extra: cell.text for extra, cell in cells.items() if cell.kind not in (Kind.FORMULA, Kind.MISTAKE)
    }


def _person(delegate: Delegate, said: Mapping[Extra, str], where: str) -> ReadParticipant:
    role, words = read_role(said.get(Extra.ROLE, ""))
    note = " ".join(said.get(Extra.NOTE, "").split())
    if len(note) > _LONGEST_NOTE:
        raise Invalid([Problem("participants.note-too-long", where, {"limit": str(_LONGEST_NOTE)})])
    draft = ParticipantDraft(
        name=" / ".join(delegate.names),
        function=" / ".join(filter(None, (delegate.function, words))),
        organisation=delegate.organisation,
        email=read_address(said.get(Extra.EMAIL, ""), where),
        role=role,
        note=note,
    )
    if len(draft.name) > 300 or len(draft.function) > 300 or len(draft.organisation) > 300:
        raise Invalid([Problem("participants.too-long", where, {"limit": "300"})])
    return ReadParticipant(
        row=delegate.row, draft=draft, status=read_status(said.get(Extra.STATUS, ""), where)
    )


def _ignored(layout: Layout, extras: Mapping[Extra, Column], grid: Grid) -> Iterable[Problem]:
    """What was not taken over; of the columns that only this list reads the opposite is true."""
    read = {grid.where(column.letter) for column in extras.values()}
    yield from (one for one in layout.ignored if one.where not in read)
    for column in layout.columns:
        if column.field in _PARTICULARS:
            detail = {"heading": column.heading or column.letter}
            yield Problem("participants.column-not-taken", grid.where(column.letter), detail)


def _in_order(grid: Grid, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """By the number of the row, so that whoever mends them goes down the list once."""
    places = {grid.where(row.number): row.number for row in grid.rows}
    return tuple(sorted(problems, key=lambda one: places.get(one.where, 0)))
