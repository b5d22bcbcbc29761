"""One case with everything the register knows of it: request, facts, proposal, decision, activity."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, Subquery

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import Precision
from openkader.register.models import (
    Activity,
    Advice,
    AdviceRequest,
    Agreement,
    Answer,
    Assessment,
    Decision,
    Document,
    Evidence,
    Intake,
    Measure,
    OutgoingMail,
    Participation,
    Party,
    ReceivedMail,
    Reference,
    RegisterSource,
    Request,
    Topic,
    Waiver,
)
from openkader.register.screened import is_screened
from openkader.register.selectors.annex import PARTICIPATION, participation
from openkader.register.selectors.collections import rows_where, text, took_place
from openkader.register.selectors.documents import DOCUMENT, DocumentRow
from openkader.register.selectors.intake import INTAKE, IntakeRow, intake_row
from openkader.register.selectors.received import ARRIVAL, MAIL, ArrivalRow, MailRow, arrival_row, mail_row
from openkader.register.selectors.trail import Event, events, events_and_newest
from openkader.register.selectors.year import SourceRow, newest_sources, newest_year, source_row, sources_of
from openkader.register.together import Part, Parts, Row, together_again
from openkader.register.visibility import visible_or_alone, visible_to
from openkader.register.watched import parties_of

_GROUND = ("passage", "remark_nl", "remark_en", "recorded_at", "recorded_by")
# Records that belong to no case, and the collection that holds them.
_LONE = {
    "decision": "decisions",
    "finding": "findings",
    "recommendation": "recommendations",
    "talk": "talks",
}
_PERIOD = ("starts_on", "ends_on", "precision")
_ASSESSMENT = (
    *("reference", "kader", "kader_digest", "facts", "outcome", "settled"),
    *("fired", "open", "answers_seen", "screening_seen"),
)
_DECISION = (
    *("reference", "number", "level", "outcome", "ground", "instrument", "motivation"),
    *("departs_from_proposal", "decided_on", "decided_by", "reconstructed", "assessment__reference"),
    *("conditions", "referred_to", "seconded_by"),
)
_ACTIVITY = (
    *("id", "reference", "year", "number", "kind", "country", "programme", "place", "regions"),
    *("office_holder", "foreign_delegation", "itemised", "standing", "request__reference"),
    *("title_nl", "title_en", "aim_nl", "aim_en", *_PERIOD, *_GROUND),
)
_REQUEST = (
    *("id", "reference", "confidentiality", "year", "number", "kind", "country", "programme"),
    *("initiative", "title_nl", "title_en", *_PERIOD, *_GROUND),
)
_TOPIC = ("code", "stated_in", "setting", "reaction", "party__reference")
_MEASURE = ("id", "reference", "number", "line", "code", "status", "reason")
_AGREEMENT = ("reference", "number", "form", "status", "runs_until", "title_nl", "title_en")
_PARTY = tuple(field.attname for field in Party._meta.concrete_fields)
_EVIDENCE = ("measure_id", "kind", "url", "sha256", "passage", "title_nl", "title_en")
_SOURCE = (
    *("reference", "organisation_nl", "organisation_en", "year", "title_nl", "title_en"),
    *("note_nl", "note_en", "url", "kader", "fictional", "records"),
)
_ADVICE_REQUEST = ("reference", "desk", "due_on", "facts", "withdrawal__by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A case as its page shows it; what it does not have is None or empty.

    `record` is a record that belongs to no case, such as a talk or a finding. Of a case that is
    withheld, a part is for colleagues only and left out.
    """

    reference: str
    title: Text
    record: Row | None = None
    request: Row | None = None
    activities: tuple[Row, ...] = ()
    answers: tuple[Row, ...] = ()
    assessments: tuple[Row, ...] = ()
    decisions: tuple[Row, ...] = ()
    participations: tuple[Row, ...] = ()
    screened: tuple[Row, ...] = ()  # the parties that have to be screened for it
    topics: tuple[Row, ...] = ()
    agreements: tuple[Row, ...] = ()
    measures: tuple[Row, ...] = ()
    advice_requests: tuple[Row, ...] = ()
    advice: tuple[Row, ...] = ()
    waivers: tuple[Row, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    intake: IntakeRow | None = None  # for whoever may read cases, also where the case is public
    mails: tuple[MailRow, ...] = ()  # that came in and wait; for colleagues only, as is the next
    arrivals: tuple[ArrivalRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()  # of its year
    newest_source: SourceRow | None = None  # of another year; only for a year of its own without any
    events: tuple[Event, ...] = ()
    newest_event: Event | None = None  # of the whole register
    is_withheld: bool = False

    @property
    def facts(self) -> dict[str, object]:
        """The newest answer on each question."""
        return {str(row["fact"]): row["value"] for row in self.answers}


def find_dossier(reference: str) -> str:
    """The dossier in which a reference is shown, whether the reader may see it or not."""
    return _ledger(reference)[1]


def is_fictional(reference: str) -> bool:
    """Whether a request was made up to practise with."""
    return Request.objects.filter(reference=reference, source__fictional=True).exists()


def dossier(reference: str, *, reader: Person) -> Dossier:
    """What a reference leads to: the case it belongs to, or the record that it is.

    A request and its activity are one case, whichever of the two was asked for. Of a case that the
    reader may not see the answer is that there is none.
    """
    activities, request = _case(reference, reader)
    if request is None and not activities:
        kind, place = _ledger(reference)
        if kind in _LONE and place == reference:
            return _lone(kind, reference, reader)
        activities, request = _case(place, reader)
        if request is None and not activities:
            raise NotFound("dossier", reference)
        reference = place
    return _whole(reference, activities, request)


def _ledger(reference: str) -> tuple[str, str]:
    query = Reference.objects.filter(reference=reference).values_list("object_kind", "dossier")
    found = query.first()
    if found is None:
        raise NotFound("dossier", reference)
    return found


def _case(place: str, reader: Person) -> tuple[list[Row], Row | None]:
    """What took place and what was asked, as far as the reader may see it."""
    found = together_again(_case_parts, place, reader)
    activities = [_shown(row, "title", "aim") for row in found["activities"]]
    for row in activities:
        row["request"] = row.pop("request__reference")
    return activities, next((_shown(row, "title") for row in found["requests"]), None)


def _case_parts(place: str, reader: Person) -> Parts:
    # One key, found before anything else: an index finds the rest by it.
    asked = Subquery(Request.objects.filter(reference=place).values("pk")[:1])
    done = Subquery(Activity.objects.filter(reference=place).values("request")[:1])
    activity = (Q(reference=place) | Q(request=asked)) & visible_or_alone(reader)
    if not reader.may(Act.READ_CASES):  # what is only planned is not for the public
        activity &= took_place("activities")
    request = (Q(reference=place) | Q(pk=done)) & visible_to(reader)
    return {
        "activities": Part(Activity, activity, _ACTIVITY),
        "requests": Part(Request, request, _REQUEST, {"is_screened": is_screened("pk")}),
    }


def _lone(kind: str, reference: str, reader: Person) -> Dossier:
    (row,) = rows_where(_LONE[kind], Q(reference=reference), reader=reader)
    label, year = row["label"], int(str(row["year"]))
    assert isinstance(label, Text)  # noqa: S101 - a record without a case has a title of its own
    return Dossier(
        reference=reference,
        title=label,
        record=row,
        sources=tuple(sources_of(year)),
        newest_source=newest.source if (newest := newest_year()) else None,
        events=tuple(events([reference])),
    )


def _whole(place: str, activities: list[Row], request: Row | None) -> Dossier:
    first = request or activities[0]
    keys = [[int(str(row["id"])) for row in rows] for rows in (activities, _known(request))]
    found = together_again(_weighed, *keys, int(str(first["year"])))
    sources = [source_row(row) for row in found["sources"]]
    own, newest = events_and_newest([str(x["reference"]) for x in (*activities, *_known(request))])
    return Dossier(
        reference=place,
        title=_title(place, request, activities),
        request=request,
        activities=tuple(activities),
        answers=tuple(map(_shown, found["answers"])),
        assessments=tuple(map(_shown, found["assessments"])),
        decisions=tuple(map(_shown, found["decisions"])),
        participations=tuple(map(participation, found["participations"])),
        screened=tuple(found["screened"]),
        topics=tuple(map(_shown, found["topics"])),
        agreements=tuple(_shown(row, "title") for row in found["agreements"]),
        measures=_measures(found["measures"], found["evidence"]),
        advice_requests=tuple(found["advice_requests"]),
        advice=tuple(found["advice"]),
        waivers=tuple(found["waivers"]),
        documents=tuple(DocumentRow(**row) for row in found["documents"]),  # type: ignore[arg-type]
        intake=next(map(intake_row, found["intake"]), None),
        mails=tuple(map(mail_row, found["mails"])),
        arrivals=tuple(map(arrival_row, found["arrivals"])),
        sources=tuple(row for row in sources if row.year == first["year"]),
        newest_source=next((row for row in sources if row.year != first["year"]), None),
        events=tuple(own),
        newest_event=newest,
    )


def _known(row: Row | None) -> Iterable[Row]:
    return () if row is None else (row,)


def _title(place: str, request: Row | None, activities: list[Row]) -> Text:
    candidates = [*activities, *_known(request)]
    named = [row for row in candidates if row["reference"] == place] or candidates
    title = named[0]["title"]
    assert isinstance(title, Text)  # noqa: S101 - both columns are NOT NULL
    return title


def _weighed(activities: list[int], requests: list[int], year: int) -> Parts:
    """How the case was weighed, who took part, what was done and shown, and where it is from: in one question."""
    mine = Q(activity__in=activities)
    # Nothing at all without a request; `request=None` would be everything without one.
    asked = Q(request__in=requests)
    given = Q(advice_request__in=AdviceRequest.objects.filter(asked))
    proof = Q(measure__in=Measure.objects.filter(mine))
    source = Q(year=year) | Q(pk__in=newest_sources().values("pk")[:1])
    screened = [Q(pk__in=parties_of(Request(pk=key)).values("pk")) for key in requests]
    return {
        "answers": Part(Answer, asked, ("fact", "value", "basis", *_GROUND)),
        "assessments": Part(Assessment, asked, (*_ASSESSMENT, *_GROUND)),
        "decisions": Part(Decision, asked, (*_DECISION, *_GROUND)),
        "participations": Part(Participation, mine | asked, PARTICIPATION),
        "documents": Part(Document, asked, DOCUMENT),
        "intake": Part(Intake, asked, INTAKE),
        "mails": Part(ReceivedMail, asked & Q(handled_at__isnull=True), MAIL),
        "arrivals": Part(OutgoingMail, asked & Q(arrival__isnull=False), ARRIVAL),
        "advice_requests": Part(AdviceRequest, asked, _ADVICE_REQUEST),
        "advice": Part(Advice, given, ("advice_request__reference", "number", "verdict")),
        "waivers": Part(Waiver, asked, ("desk", "by", "expires_on", "agreement__by")),
        "screened": Part(Party, screened[0] if screened else Q(pk__in=[]), _PARTY),
        "topics": Part(Topic, mine, (*_TOPIC, *_GROUND)),
        "agreements": Part(Agreement, mine, (*_AGREEMENT, *_GROUND)),
        "measures": Part(Measure, mine, (*_MEASURE, *_GROUND)),
        "evidence": Part(Evidence, proof, _EVIDENCE),
        "sources": Part(RegisterSource, source, _SOURCE),
    }


def _measures(rows: Iterable[Row], evidence: Iterable[Row]) -> tuple[Row, ...]:
    """The measures in the order of their lines, each with its evidence."""
    proofs: defaultdict[object, list[Row]] = defaultdict(list)
    for proof in evidence:
        proof["title"] = text(proof, "title")
        proofs[proof.pop("measure_id")].append(proof)
    # The sort is stable: within a line they stay in the order of entry.
    in_order = sorted(rows, key=lambda row: str(row["line"]))
    return tuple(_shown(row) | {"evidence": proofs[row.pop("id")]} for row in in_order)


def _shown(row: Row, *texts: str) -> Row:
    """A row with its texts in two languages and its period as one value."""
    for name in (*texts, "remark"):
        row[name] = text(row, name)
    if "precision" in row:
        first, last, precision = (row.pop(name) for name in _PERIOD)
        known = precision is not None
        row["period"] = Period(first, last, Precision(str(precision))) if known else None  # type: ignore[arg-type]
    return row
