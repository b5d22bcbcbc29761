"""A dossier as its page tells it, from the request down to the trail."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.kader import Assessment, Kader
from openkader.register.case_kaders import reassessed
from openkader.register.selectors import Dossier, Row, SourceRow
from openkader.web.presenters.activities import kind_of, said_of
from openkader.web.presenters.assessment import shown_assessment
from openkader.web.presenters.case import (
    activity_items,
    decision_items,
    passages_of,
    public_decision_items,
    record_items,
    record_kind,
    request_items,
)
from openkader.web.presenters.execution import (
    shown_agreements,
    shown_measures,
    shown_participations,
    shown_topics,
)
from openkader.web.presenters.facts import Basis, shown_facts
from openkader.web.presenters.figures import shown_passage
from openkader.web.presenters.publicity import withheld_words
from openkader.web.presenters.trail import shown_events
from openkader.web.shell import said, shown_moment


def shown_dossier(found: Dossier, kader: Kader, source: SourceRow | None) -> dict[str, object]:
    """Everything that the page of a dossier shows."""
    whole = {
        "kicker": _kicker(found, kader),
        "title": said(found.title),
        "events": shown_events(found.events, kader),
    }
    if found.record is not None:
        return whole | _record(found.record, kader, source)
    newest = _newest(found)
    weighed = reassessed(newest) if newest else None
    return whole | {
        "lead": said_of(found.activities[0], "aim") if found.activities else None,
        "summary": _summary(found, newest),
        "differs": _differs(found, newest),
        "request": _request(found, kader, source),
        "withheld": withheld_words() if found.is_withheld else None,
        "facts": shown_facts(weighed, bases_of(found, source)) if weighed else None,
        "assessment": _assessment(found, newest, weighed),
        "decisions": [_decision(row, found, kader, source) for row in found.decisions],
        "participations": shown_participations(found.participations, kader) if found.participations else None,
        "activities": [_activity(row, kader, source) for row in found.activities],
        "topics": _topics(found, kader),
        "agreements": _agreements(found),
        "measures": shown_measures(found.measures, kader) if found.measures else None,
    }


def contents_of(page: Mapping[str, object]) -> list[dict[str, str]]:
    """The way through a long page: the parts that it has, in the order in which they stand."""
    parts = (
        ("request", "request", _("The request")),
        ("received", "received", _("What was asked")),
        ("mails", "mails", _("Mail that came in")),
        ("people", "delegation", _("Delegation and screening")),
        ("documents", "documents", _("Documents")),
        ("questions", "questions", _("Questions")),
        ("facts", "facts", _("Facts")),
        ("assessment", "assessment", _("Assessment")),
        ("decisions", "decision-1", _("Decision")),
        ("deciding", "deciding", _("Decide")),
        ("activities", "activity-1", _("The activity")),
        ("measures", "measures", _("Measures")),
        ("events", "events", _("Audit trail")),
    )
    return [{"anchor": anchor, "label": label} for part, anchor, label in parts if page.get(part)]


def _kicker(found: Dossier, kader: Kader) -> str:
    """The references of the case, and what sort of contact it is."""
    rows = [*found.activities, *([found.request] if found.request else [])]
    references = [
        found.reference,
        *(str(row["reference"]) for row in rows if row["reference"] != found.reference),
    ]
    kind = record_kind(found.record) if found.record else kind_of(rows[0], kader)
    return " · ".join([*references, *([kind] if kind else [])])


def _record(record: Row, kader: Kader, source: SourceRow | None) -> dict[str, object]:
    """The page of a record that belongs to no case."""
    return {
        "record": record_items(record, kader),
        "outcome": record.get("outcome"),
        "passages": passages_of([record], source),
    }


def _newest(found: Dossier) -> Row | None:
    return found.assessments[-1] if found.assessments else None


def _summary(found: Dossier, newest: Row | None) -> list[dict[str, object]]:
    """Proposal and decision beside each other; what there is not is left out, what is unknown is shown."""
    items: list[dict[str, object]] = []
    if newest is not None:
        items.append({"label": _("Proposal of the framework"), "outcome": newest["outcome"]})
    if found.request is not None or found.decisions:
        outcome = found.decisions[-1]["outcome"] if found.decisions else None
        items.append({"label": _("Decision"), "outcome": outcome})
    return items


def _differs(found: Dossier, newest: Row | None) -> str | None:
    """The reader's first question, when a decision from a publication is another than the proposal."""
    last = found.decisions[-1] if found.decisions else None
    if newest is None or last is None or not last["reconstructed"] or last["outcome"] == newest["outcome"]:
        return None
    return _(
        "The proposal rests only on what the source states, and was made afterwards. "
        "The decision was taken at the time, on facts that are not in the source."
    )


def _request(found: Dossier, kader: Kader, source: SourceRow | None) -> dict[str, object] | None:
    if found.request is None:
        return None
    return {
        "reference": found.request["reference"],
        "title": said_of(found.request, "title"),
        "items": request_items(found.request, found.participations, kader),
        "passages": passages_of([found.request], source),
    }


def bases_of(found: Dossier, source: SourceRow | None) -> dict[str, Basis]:
    """On what each answer rests; the newest answer counts."""
    own = Basis(note=_("from the request"))
    bases = dict.fromkeys(("kind", "country", "initiative"), own) if found.request else {}
    by_advice = {
        row["reference"]: _("from the advice %(advice)s") % {"advice": row["reference"]}
        for row in found.advice_requests
    }
    for row in found.answers:
        passage = shown_passage(row["passage"], source)
        note = (
            by_advice.get(row["basis"])
            or row["basis"]
            or (None if passage else _("by %(who)s") % {"who": row["recorded_by"]})
        )
        bases[str(row["fact"])] = Basis(passage=passage, note=note)  # type: ignore[arg-type]
    return bases


def _assessment(found: Dossier, newest: Row | None, weighed: Assessment | None) -> dict[str, object] | None:
    if newest is None:
        return None
    stored: dict[str, object] = {
        "reference": newest["reference"],
        "kader": newest["kader"],
        "at": shown_moment(newest["recorded_at"]),  # type: ignore[arg-type]
        "stale": len(found.answers) > int(str(newest["answers_seen"])),
        "earlier": len(found.assessments) - 1,
    }
    explained = shown_assessment(weighed) if weighed else {"summary": None}
    return stored | explained | {"outcome": newest["outcome"]}


def _decision(row: Row, found: Dossier, kader: Kader, source: SourceRow | None) -> dict[str, object]:
    if found.is_withheld:
        items = public_decision_items(row, kader)
    else:
        items = decision_items(row, kader, proposed=bool(found.assessments))
    return {
        "reference": row["reference"],
        "outcome": row["outcome"],
        "reconstructed": row["reconstructed"],
        "letter": _letter(row, found),
        "items": items,
        "passages": passages_of([row], source),
    }


def _letter(row: Row, found: Dossier) -> str | None:
    """Where the draft of the letter is; what was decided elsewhere was told there."""
    if row["reconstructed"] or found.request is None:
        return None
    return reverse("letter", args=[found.request["reference"], row["reference"]])


def _activity(row: Row, kader: Kader, source: SourceRow | None) -> dict[str, object]:
    return {
        "reference": row["reference"],
        "standing": row["standing"],
        "title": said_of(row, "title"),
        "items": activity_items(row, kader),
        "passages": passages_of([row], source),
    }


def _topics(found: Dossier, kader: Kader) -> dict[str, object] | None:
    if not found.activities:
        return None
    return {"rows": None} | (shown_topics(found.topics, found.participations, kader) if found.topics else {})


def _agreements(found: Dossier) -> dict[str, object] | None:
    """A row that lists its agreements and names none had none; one that lists nothing is silent."""
    if found.agreements:
        return shown_agreements(found.agreements)
    return {"none": _all_itemised(found.activities)} if found.activities else None


def _all_itemised(activities: Sequence[Row]) -> bool:
    return all(bool(row["itemised"]) for row in activities)
