"""An assessment explained, for a dossier and for an example in the same words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import capital
from openkader.kader import Assessment
from openkader.kader.explaining import because
from openkader.kader.model import Consultation, ProposalRow
from openkader.register.cases import OWN
from openkader.web.presenters.changes import shown_changes, shown_lines
from openkader.web.presenters.citations import shown_citations
from openkader.web.presenters.conditions import shown_condition, shown_precondition, state
from openkader.web.shell import kader_url, language, said


def shown_assessment(found: Assessment) -> dict[str, object]:
    """The proposal with all that speaks for it, and all that may still change it."""
    deciding = found.deciding
    return {
        "outcome": found.outcome,
        "summary": explain_outcome(found),
        "preconditions": [shown_precondition(found, one) for one, _truth in found.preconditions],
        "deciding": [shown_row(found, row) for row in deciding],
        "also": [shown_row(found, row) for row in found.fired if row not in deciding],
        "open": [shown_row(found, row) for row in found.still_open],
        "lines": shown_lines(found),
        "changes": shown_changes(found, fixed=OWN),
        "consultations": [_consultation(found, item, truth) for item, truth in found.consultations],
        "messages": [said(message.text) for message in found.messages],
    }


def explain_outcome(found: Assessment) -> str:
    """Why this is the proposal, in one or two sentences."""
    count = len(found.open_questions)
    if found.settled:
        return _("Every rule that holds counts. The most severe of them decides.")
    if found.deciding:
        return ngettext(
            "This is the proposal for now: %(count)s open question can still make it more severe.",
            "This is the proposal for now: %(count)s open questions can still make it more severe.",
            count,
        ) % {"count": count}
    if count:
        return ngettext(
            "%(count)s question is open. Unknown never counts as yes, so the proposal is to hold the request "
            "until it is answered.",
            "%(count)s questions are open. Unknown never counts as yes, so the proposal is to hold the request "
            "until they are answered.",
            count,
        ) % {"count": count}
    return _("No rule of the framework decides this case. Then the proposal is to hold the request.")


def shown_row(found: Assessment, row: ProposalRow) -> dict[str, object]:
    """One rule of the proposal in this case: its reason, its facts and the whole condition."""
    kader = found.kader
    return {
        "id": row.id,
        "url": f"{kader_url(kader)}#rule-{row.id}",
        "outcome": row.outcome,
        "truth": state(found.truth(row.when)),
        "reason": said(row.reason),
        "because": [capital(clause) for clause in because(found, row.when, language())],
        "terms": [said(term) for term in row.terms],
        "refer_to": [item_words(found, "desks", code) for code in row.refer_to],
        "tree": shown_condition(found, row.when),
        "citations": shown_citations(kader, row.cites),
    }


def _consultation(found: Assessment, item: Consultation, truth: bool | None) -> dict[str, object]:
    return {
        "desk": item_words(found, "desks", item.desk),
        "mandatory": item.mandatory,
        "truth": state(truth),
        "reason": said(item.reason),
        "because": [capital(clause) for clause in because(found, item.when, language())],
    }


def item_words(found: Assessment, listing: str, code: str) -> str:
    """An entry of a list of the kader in words."""
    known = found.kader.lists.get(listing)
    item = known.item(code) if known else None
    return capital(item.text.in_(language())) if item else code
