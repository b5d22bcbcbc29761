"""What a report on an activity is composed from, and the versions of its texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.reporting import ReportKind, ReportStand
from openkader.casework.vocabulary import Confidentiality, Setting, TopicSource
from openkader.register.models import Agreement, ReportDraft, Topic
from openkader.register.reports import stand_of
from openkader.register.selectors.activity import ActivityFile, activity_file
from openkader.register.selectors.mission import Mission, mission_activity, mission_of
from openkader.register.selectors.public import PublicItemRow, public_items
from openkader.register.selectors.said import FollowUpRow, MessageRow, notes_of, open_follow_ups
from openkader.register.together import Part, Row, together

_TOPIC = ("code", "stated_in", "party__reference", "setting")
_AGREEMENT = ("form", "status", "title_nl", "title_en", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic that was raised, with whom, and whether on the agenda."""

    code: str
    stated_in: TopicSource
    party: str | None
    setting: Setting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement; `number` None: how many is unknown."""

    form: str
    status: str
    title: Text | None
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """Everything that the register knows of an activity for a report."""

    activity: ActivityFile
    level: Confidentiality | None
    mission: Mission
    topics: tuple[TopicRow, ...]
    notes: tuple[MessageRow, ...]
    agreements: tuple[AgreementRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    public_items: tuple[PublicItemRow, ...]

    @property
    def row(self) -> Row:
        """The columns of the activity."""
        return self.activity.row


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """One version of a text."""

    version: int
    text: str
    sections: Mapping[str, str]
    at: datetime
    by: str
    final: str | None  # the reference under which it is final
    stand: ReportStand


def report_file(activity: str, today: date, *, reader: Person) -> ReportFile:
    """The activity that the reader may see, with all of it."""
    found = activity_file(activity, reader=reader)
    level = found.row["request__confidentiality"]
    of = Q(activity=int(str(found.row["id"])))
    said = together({"topics": Part(Topic, of, _TOPIC), "agreements": Part(Agreement, of, _AGREEMENT)})
    return ReportFile(
        activity=found,
        level=Confidentiality(str(level)) if level else None,
        mission=mission_of(mission_activity(activity, today, reader=reader), reader=reader),
        topics=tuple(map(_topic, said["topics"])),
        notes=notes_of(activity, reader=reader),
        agreements=tuple(map(_agreement, said["agreements"])),
        follow_ups=open_follow_ups(activity, reader=reader),
        public_items=public_items(activity, reader=reader),
    )


def _topic(row: Mapping[str, Any]) -> TopicRow:
    return TopicRow(
        code=row["code"],
        stated_in=TopicSource(row["stated_in"]),
        party=row["party__reference"],
        setting=Setting(row["setting"]) if row["setting"] else None,
    )


def _agreement(row: Mapping[str, Any]) -> AgreementRow:
    title = row["title_nl"]
    return AgreementRow(
        form=row["form"],
        status=row["status"],
        title=Text(nl=title, en=row["title_en"] or title) if title else None,
        number=row["number"],
    )


def report_drafts(activity: int, kind: ReportKind, language: str) -> tuple[DraftRow, ...]:
    """The versions of a text, the newest first; the activity was asked for by somebody who may see it."""
    rows = ReportDraft.objects.filter(activity=activity, kind=kind, language=language)
    return tuple(_draft(row) for row in rows.select_related("final").order_by("-version"))


def final_public_text(activity: str) -> str | None:
    """The newest public text that was made final; for whoever sees the activity."""
    rows = ReportDraft.objects.filter(
        activity__reference=activity, kind=ReportKind.PUBLIC_TEXT, final__isnull=False
    )
    return rows.order_by("-final__id").values_list("text", flat=True).first()


def _draft(row: ReportDraft) -> DraftRow:
    final = getattr(row, "final", None)
    return DraftRow(
        version=row.version,
        text=row.text,
        sections=row.sections,
        at=row.at,
        by=row.by,
        final=final.reference if final is not None else None,
        stand=stand_of(row),
    )
