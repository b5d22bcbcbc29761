"""The sorts of record that can go, and who has to agree to that, as people read it."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.casework.retention.catalogue import RecordKind
from openkader.casework.retention.listing import Reviewer

RECORDS: Mapping[RecordKind, Text] = {
    RecordKind.REQUEST: Text(nl="heel dossier", en="whole dossier"),
    RecordKind.DELEGATION_LIST: Text(nl="personen op delegatielijsten", en="persons on delegation lists"),
    RecordKind.PARTICIPANTS: Text(nl="personen op deelnemerslijsten", en="persons on lists of participants"),
    RecordKind.SELF_SCAN: Text(nl="zelfscans", en="self-scans"),
    RecordKind.SURVEY_ANSWERS: Text(nl="antwoorden op navragen", en="answers to surveys"),
}
REVIEWERS: Mapping[Reviewer, Text] = {
    Reviewer.ARCHIVIST: Text(nl="archivaris", en="archivist"),
    Reviewer.OWNER: Text(nl="proceseigenaar", en="process owner"),
}
