"""The programme of an activity and the list of its participants as files: papers to take along, and a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from openkader.base.text import Text
from openkader.casework.mission import ParticipantStatus, SlotDraft, is_for
from openkader.kader import Kader
from openkader.publication.docx import written
from openkader.publication.letterhead import letterhead_of
from openkader.publication.letters import MADE_UP, Letter
from openkader.publication.mission_calendar import CalendarPart, calendar_of, part_name
from openkader.publication.mission_papers import (
    Paper,
    PaperPart,
    PaperPerson,
    participants_paper,
    programme_paper,
)
from openkader.publication.periods import shown_day, shown_moment, shown_period
from openkader.register.selectors import Mission, ParticipantRow, SlotRow

LANGUAGES = ("nl", "en")


class MissionPaper(StrEnum):
    """Which paper of a mission is taken along."""

    PROGRAMME = "programme"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True)
class MissionFiles:
    """What a mission gives in a language; `kader` is that of its case, None where it has none."""

    found: Mission
    kader: Kader | None
    language: str

    def letter(self, paper: MissionPaper) -> Letter:
        """The programme, or the list of who comes along, as a paper."""
        with override(self.language):
            head = self._head(paper)
            if paper is MissionPaper.PROGRAMME:
                return programme_paper(head, [self._part(row) for row in self.found.slots])
        return participants_paper(head, map(self._person, self.found.participants))

    def document(self, paper: MissionPaper) -> bytes:
        """The same for Word, on the letterhead of the organisation."""
        organisation = self._organisation
        head = letterhead_of(Path(settings.OPENKADER_PACKS), organisation) if organisation else None
        return written(self.letter(paper), head)

    def calendar(self, whose: ParticipantRow | None = None) -> bytes:
        """The calendar of the whole programme, or of what is for one participant."""
        title = self._title
        if whose is not None:
            title = f"{title} · {whose.draft.name}"
        return calendar_of(title, self._calendar_parts(whose), self.language)

    @property
    def _organisation(self) -> str:
        return self.kader.id.partition("/")[0] if self.kader else ""

    @property
    def _title(self) -> str:
        return self._said(self.found.activity.title) or self.found.activity.reference

    def _said(self, text: Text | None) -> str | None:
        return text.in_(self.language) if text else None

    def _head(self, paper: MissionPaper) -> Paper:
        activity = self.found.activity
        rows = self.found.slots if paper is MissionPaper.PROGRAMME else self.found.participants
        return Paper(
            language=self.language,
            organisation=self.kader.organisation.in_(self.language) if self.kader else "",
            title=self._title,
            reference=activity.reference,
            when=shown_period(activity.period),
            where=activity.place,
            changed=shown_moment(max(row.at for row in rows)) if rows else None,
            made_up=MADE_UP.in_(self.language) if activity.is_fictional else None,
        )

    def _part(self, row: SlotRow) -> PaperPart:
        return PaperPart(draft=row.draft, day=shown_day(row.draft.day), met=self._met(row))

    def _person(self, row: ParticipantRow) -> PaperPerson:
        return PaperPerson(draft=row.draft, organisation=organisation_of(row, self.found, self.language))

    def _met(self, row: SlotRow) -> tuple[str, ...]:
        """The names of the parties that one meets, as far as the reader may see them."""
        return tuple(filter(None, (self._said(self.found.labels.get(one)) for one in row.draft.parties)))

    def _calendar_parts(self, whose: ParticipantRow | None) -> Iterable[CalendarPart]:
        """What stands in it and what was taken out; all is off when the activity is, and for who dropped out."""
        found = self.found
        rows = [(row, False) for row in found.slots] + [(row, True) for row in found.removed]
        dropped_out = whose is not None and whose.draft.status is ParticipantStatus.DROPPED_OUT
        is_off = found.activity.is_cancelled or dropped_out
        # Whatever changed, the number goes up: a calendar passes over what has a lower one than it holds.
        later = int(found.activity.is_cancelled) + (whose.version - 1 if whose else 0)
        for row, is_removed in rows:
            draft = _for_whom(row, whose)
            if draft is not None:
                yield CalendarPart(
                    name=part_name(self._organisation, found.activity.reference, row.number),
                    version=row.version + later,
                    at=max(row.at, whose.at) if whose else row.at,
                    draft=draft,
                    met=self._met(row) if draft is row.draft else (),
                    is_cancelled=is_removed or is_off or draft is not row.draft,
                )


def organisation_of(row: ParticipantRow, found: Mission, language: str) -> str:
    """For whom somebody comes: the registered party, or what was typed."""
    label = found.labels.get(row.draft.party or "")
    return (label.in_(language) if label else "") or row.draft.organisation


def _for_whom(row: SlotRow, whose: ParticipantRow | None) -> SlotDraft | None:
    """The part as it is for somebody; what is no longer for them as it last was, and what never was not at all."""
    if whose is None or is_for(row.draft, whose.draft.role):
        return row.draft
    return next((one for one in reversed(row.former) if is_for(one, whose.draft.role)), None)
