"""One hit as an official judges it: two names, what speaks for and against, and what would settle it."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import Text, capital
from openkader.register.selectors import EscalationRow, HitPage, NoteRow, ReviewRow
from openkader.screening.evidence import Evidence, Hit, Screening
from openkader.screening.explaining import (
    BANDS,
    COMPARED,
    FEATURES,
    say_listing,
    say_questions,
    say_reason,
    say_value,
    say_weight,
    sources_of,
)
from openkader.screening.names import Reason, Step
from openkader.screening.particulars import has_characters
from openkader.web.presenters.names import name_of
from openkader.web.presenters.screening_words import (
    ADDRESSEES,
    GONE,
    SOURCE_KINDS,
    SOURCE_QUALITIES,
)
from openkader.web.shell import said, shown_moment


def shown_hit(found: HitPage) -> dict[str, object]:
    """Everything that the page of a hit shows, but the forms."""
    hit, row = found.hit, found.row
    lists = (found.list_used,) if found.list_used else ()
    screening = Screening(query=row.party, band=hit.band, lists=lists)
    return {
        "sides": [
            _side(_("Our party"), hit.asked, hit.asked_steps),
            _side(_("On the list"), hit.listed, hit.listed_steps),
        ],
        "band": row.band,
        "state": row.state,
        "meaning": said(BANDS[hit.band].meaning),
        "evidence": shown_evidence(hit),
        "missing": [said(COMPARED[what]) for what in hit.missing],
        "listing": _said_all(say_listing(hit, screening)),
        "sources": sources_of(hit),
        "questions": _said_all(say_questions(hit)),
        "reviews": [_review(review) for review in found.reviews],
        "escalations": [_escalation(one) for one in found.escalations],
        "notes": [shown_note(note) for note in found.notes],
        "party_url": reverse("screened_party", args=[row.party]),
        "former": found.former,
        "successor": found.successor,
        "gone": name_of(GONE, found.gone_because),
    }


def before(found: HitPage, reader: str) -> str:
    """Who judged a hit besides the reader, in the order in which they did."""
    return ", ".join(dict.fromkeys(review.by for review in found.reviews if review.by != reader))


def _side(label: str, name: str, steps: Sequence[Step]) -> dict[str, object]:
    taken = [step for step in steps if step.code is not Reason.AS_WRITTEN]
    chain = [{"before": step.before, "after": step.after, "reason": said(say_reason(step))} for step in taken]
    return {"label": label, "name": name, "language": _language(name), "chain": chain}


def _language(name: str) -> str:
    """Which shapes of characters a browser takes; a name in letters says nothing of its language."""
    return "zh" if has_characters(name) else ""


def shown_evidence(hit: Hit) -> list[dict[str, object]]:
    """The evidence, what speaks strongest for it first."""
    return [_evidence(one) for one in sorted(hit.evidence, key=lambda one: -one.weight)]


def _evidence(one: Evidence) -> dict[str, object]:
    return {
        "title": capital(said(FEATURES[one.feature]) or ""),
        "asked": said(say_value(one.feature, one.asked)) if one.asked else None,
        "listed": said(say_value(one.feature, one.listed)) if one.listed else None,
        "words": said(say_weight(one.weight)),
        "weight": one.weight,
    }


def _said_all(texts: Iterable[Text]) -> list[str | None]:
    return [said(text) for text in texts]


def _review(row: ReviewRow) -> dict[str, object]:
    return {
        "verdict": row.verdict,
        "reason": row.reason,
        "by": row.by,
        "when": shown_moment(row.at),
    }


def _escalation(row: EscalationRow) -> dict[str, object]:
    return {
        "to": name_of(ADDRESSEES, row.to),
        "text": row.text,
        "by": row.by,
        "when": shown_moment(row.at),
    }


def shown_note(row: NoteRow) -> dict[str, object]:
    """What a source beside the lists says, with how far it can be relied upon."""
    return {
        "title": row.title,
        "url": row.url,
        "says": row.says,
        "kind": name_of(SOURCE_KINDS, row.kind),
        "quality": name_of(SOURCE_QUALITIES, row.quality),
        "published_on": row.published_on,
        "by": row.by,
        "when": shown_moment(row.at),
    }
