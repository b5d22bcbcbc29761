"""Everything that may be read from the register, as plain rows and frozen values.

`rows(collection, year)` gives what a kader's figures count; `dossier` gives one case;
`activities_of` a year; `events` the trail. Nothing here changes anything.

What is about cases asks who reads, and gives what that person may see (`visibility`).
"""

from openkader.register.screened import screening_facts
from openkader.register.selectors.activity import (
    ActivityFile,
    ActivityLine,
    MeasureDue,
    activity_file,
    activity_lines,
    evidence_file,
    measures_due,
)
from openkader.register.selectors.advice import (
    AdviceRow,
    Coordination,
    PreparedRow,
    WaiverRow,
    advice_by_link,
    coordination_of,
    reminders_due,
    waits_for_second,
)
from openkader.register.selectors.assignment import Assignment, assignment, case_readers
from openkader.register.selectors.case import Case, case_of
from openkader.register.selectors.collections import COLLECTIONS, counted, rows
from openkader.register.selectors.covered import CoveredRow, covered, covered_one
from openkader.register.selectors.delegation import delegates_of, delegation, queue
from openkader.register.selectors.documents import DocumentRow, document, documents_of
from openkader.register.selectors.dossier import Dossier, dossier, find_dossier, is_fictional
from openkader.register.selectors.dossiers import (
    UNKNOWN,
    DossierChoice,
    DossierRow,
    dossier_list,
    oldest_year,
)
from openkader.register.selectors.files import LostFile, lost_evidence, lost_files
from openkader.register.selectors.finding import MOST_FOUND, FoundBy
from openkader.register.selectors.hits import hit_list, hit_page
from openkader.register.selectors.house import Background, background
from openkader.register.selectors.intake import (
    IntakeRow,
    StatusRow,
    intake_of,
    link_digest,
    status_by_link,
)
from openkader.register.selectors.mission import (
    LessonRow,
    Mission,
    MissionActivity,
    ParticipantRow,
    SlotRow,
    TemplateRow,
    mission_activity,
    mission_counts,
    mission_of,
    templates_for,
)
from openkader.register.selectors.pages import ListPage, Place
from openkader.register.selectors.parties import PartyLine, newest_parties, parties_named
from openkader.register.selectors.party import Alike, JudgementRow, PartyFile, PlaceRow, alike, party_file
from openkader.register.selectors.public import MeetingRow, PublicItemRow, meetings, public_items
from openkader.register.selectors.said import FollowUpRow, MessageRow, notes_of, open_follow_ups
from openkader.register.selectors.screened_party import party_page
from openkader.register.selectors.screening_rows import (
    DelegateRow,
    Delegation,
    EscalationRow,
    HitList,
    HitPage,
    HitRow,
    NoteRow,
    PartyPage,
    PartyRow,
    Queue,
    ReviewRow,
    ScreeningRow,
    VersionRow,
)
from openkader.register.selectors.talk_file import TalkFile, measures_of, talk_file
from openkader.register.selectors.talks import (
    Counterpart,
    Dialogues,
    Met,
    counterparts_at,
    dialogues,
)
from openkader.register.selectors.trail import event_count, events, head
from openkader.register.selectors.whole_trail import TrailChoice, TrailPage, trail_page, trail_rows
from openkader.register.selectors.work_list import (
    CaseRow,
    Choice,
    confidential_rows,
    saved_views,
    work_page,
    work_rows,
)
from openkader.register.selectors.year import (
    ClaimRow,
    FindingRow,
    SourceRow,
    activities_of,
    claims_of,
    findings_of,
    newest_source,
    source_of,
    sources_of,
    unnumbered_of,
    years,
)
from openkader.register.together import Row
from openkader.register.visibility import (
    require_visible,
    visible_or_alone,
    visible_parties,
    visible_requests,
    visible_to,
)

__all__ = [
    "COLLECTIONS",
    "MOST_FOUND",
    "UNKNOWN",
    "ActivityFile",
    "ActivityLine",
    "AdviceRow",
    "Alike",
    "Assignment",
    "Background",
    "Case",
    "CaseRow",
    "Choice",
    "ClaimRow",
    "Coordination",
    "Counterpart",
    "CoveredRow",
    "DelegateRow",
    "Delegation",
    "Dialogues",
    "DocumentRow",
    "Dossier",
    "DossierChoice",
    "DossierRow",
    "EscalationRow",
    "FindingRow",
    "FollowUpRow",
    "FoundBy",
    "HitList",
    "HitPage",
    "HitRow",
    "IntakeRow",
    "JudgementRow",
    "LessonRow",
    "ListPage",
    "LostFile",
    "MeasureDue",
    "MeetingRow",
    "MessageRow",
    "Met",
    "Mission",
    "MissionActivity",
    "NoteRow",
    "ParticipantRow",
    "PartyFile",
    "PartyLine",
    "PartyPage",
    "PartyRow",
    "Place",
    "PlaceRow",
    "PreparedRow",
    "PublicItemRow",
    "Queue",
    "ReviewRow",
    "Row",
    "ScreeningRow",
    "SlotRow",
    "SourceRow",
    "StatusRow",
    "TalkFile",
    "TemplateRow",
    "TrailChoice",
    "TrailPage",
    "VersionRow",
    "WaiverRow",
    "activities_of",
    "activity_file",
    "activity_lines",
    "advice_by_link",
    "alike",
    "assignment",
    "background",
    "case_of",
    "case_readers",
    "claims_of",
    "confidential_rows",
    "coordination_of",
    "counted",
    "counterparts_at",
    "covered",
    "covered_one",
    "delegates_of",
    "delegation",
    "dialogues",
    "document",
    "documents_of",
    "dossier",
    "dossier_list",
    "event_count",
    "events",
    "evidence_file",
    "find_dossier",
    "findings_of",
    "head",
    "hit_list",
    "hit_page",
    "intake_of",
    "is_fictional",
    "link_digest",
    "lost_evidence",
    "lost_files",
    "measures_due",
    "measures_of",
    "meetings",
    "mission_activity",
    "mission_counts",
    "mission_of",
    "newest_parties",
    "newest_source",
    "notes_of",
    "oldest_year",
    "open_follow_ups",
    "parties_named",
    "party_file",
    "party_page",
    "public_items",
    "queue",
    "reminders_due",
    "require_visible",
    "rows",
    "saved_views",
    "screening_facts",
    "source_of",
    "sources_of",
    "status_by_link",
    "talk_file",
    "templates_for",
    "trail_page",
    "trail_rows",
    "unnumbered_of",
    "visible_or_alone",
    "visible_parties",
    "visible_requests",
    "visible_to",
    "waits_for_second",
    "work_page",
    "work_rows",
    "years",
]
