"""The companies of an activity in words: scans, waivers, sessions, and what they come to."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from openkader.base.messages import sentence
from openkader.casework.self_scan import Coverage, Reply, ScanForm, ScanState
from openkader.register.selectors import Companies, CompanyRow, ScanRow, SessionRow
from openkader.web.presenters.self_scan import REPLIES
from openkader.web.shell import day_words, language, shown_moment


def shown_companies(found: Companies, form: ScanForm) -> dict[str, Any]:
    """Everything that the page shows, but the forms."""
    sessions = [_session(one, found, form) for one in found.sessions]
    return {
        "day": day_words(found.day),
        "is_needed": found.is_needed,
        "reasons": [sentence(one.code, one.detail, language()) for one in found.reasons],
        "numbers": _numbers(found, form),
        "companies": [_company(one, found, form) for one in found.companies],
        "kinds": [one.text.in_(language()) for one in form.sessions],
        "scans": [_scan(one, one.scan) for one in found.companies if one.scan],
        "waivers": [_waiver(one) for one in found.waivers],
        "sessions": sessions,
        "own_form": form.own_form.in_(language()),
        "term": _("A scan counts for %(months)s months. That is a choice of our own (source EIGEN).")
        % {"months": form.months},
    }


def _numbers(found: Companies, form: ScanForm) -> list[dict[str, str]]:
    """Each share with its denominator; between bounds where only numbers are known."""
    shown = [
        (_("Self-scan, of the companies"), found.scanned),
        (_("At a session, of those who take part"), found.briefed),
    ]
    shown += [
        (_("At a session by %(who)s") % {"who": one.text.in_(language())}, found.briefed_by[one.id])
        for one in form.sessions
    ]
    return [{"label": label, "value": share_of(share)} for label, share in shown]


def share_of(share: Coverage) -> str:
    """So many of so many, each at least and at most."""
    return _("%(part)s of %(whole)s") % {
        "part": _bounds(share.low, share.high),
        "whole": _bounds(share.of_low, share.of_high),
    }


def _bounds(low: int, high: int | None) -> str:
    if high is None:
        return _("at least %(low)s") % {"low": low}
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def _company(one: CompanyRow, found: Companies, form: ScanForm) -> dict[str, Any]:
    return {
        "name": one.name.in_(language()),
        "note": _sort(one),
        "number": one.number,
        "state": _state(one),
        "until": day_words(one.scan.valid_until) if one.scan and one.scan.valid_until else "",
        "presences": [_presence(one, found, kind.id) for kind in form.sessions],
        "party": one.party or "",
    }


def _sort(one: CompanyRow) -> str:
    if one.party is None:
        if one.number == 1:
            return _("not registered as a party")
        return _("a group without names")
    return "" if one.is_certain else _("nobody noted whether it is a company")


def _state(one: CompanyRow) -> str:
    """The mark of its scan; of a group nobody knows."""
    if one.party is None:
        return "unknown"
    if one.is_let_off and not (one.scan and one.scan.state is ScanState.VALID):
        return "waived"
    return str(one.scan.state if one.scan else ScanState.MISSING)


def _presence(one: CompanyRow, found: Companies, kind: str) -> str:
    """Whether anybody of it was at a session of this kind: known to be, known to have missed it, or not known."""
    noted = [
        session.present.get(key)
        for session in found.sessions
        if session.kind == kind and session.struck_out is None
        for key in one.keys
    ]
    if not noted:
        return "none"
    if any(noted):
        return "there"
    return "unknown" if None in noted else "missed"


def _scan(one: CompanyRow, scan: ScanRow) -> dict[str, Any]:
    return {
        "reference": scan.reference,
        "company": one.name.in_(language()),
        "is_own": scan.is_own,
        "state": str(scan.state),
        "is_open": scan.handed_in_on is None,
        "asked": day_words(scan.asked_on),
        "due": day_words(scan.due_on),
        "recipient": scan.recipient,
        "email": scan.email or "",
        "reminded": day_words(scan.reminded_on) if scan.reminded_on else "",
        "handed_in": day_words(scan.handed_in_on) if scan.handed_in_on else "",
        "until": day_words(scan.valid_until) if scan.valid_until else "",
        "given_by": scan.given_by,
        "replies": list(REPLIES.values()),
        "steps": [_step(scan, step) for step in scan.form.steps] if scan.counts else [],
    }


def _step(scan: ScanRow, step: Any) -> dict[str, Any]:
    counts = scan.counts.get(str(step.step), {})
    return {
        "title": step.title.in_(language()),
        "counts": [{"label": words, "number": counts.get(str(reply), 0)} for reply, words in REPLIES.items()],
        "answers": [
            {
                "question": one.text.in_(language()),
                "reply": REPLIES[scan.said[one.id].reply or Reply.NOT_YET],
                "reason": scan.said[one.id].reason,
            }
            for one in step.questions
            if one.id in scan.said and scan.said[one.id].reply
        ],
    }


def _waiver(one: Any) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "company": one.company,
        "reason": one.reason,
        "until": day_words(one.expires_on),
        "by": one.by,
        "at": shown_moment(one.at),
        "agreed_by": one.agreed_by,
    }


def _session(one: SessionRow, found: Companies, form: ScanForm) -> dict[str, Any]:
    kind = form.session(one.kind)
    names = [(row.name.in_(language()), row.number, one.present.get(row.key)) for row in found.members]
    return {
        "reference": one.reference,
        "kind": kind.text.in_(language()) if kind else one.kind,
        "day": day_words(one.held_on),
        "by_whom": one.by_whom,
        "subject": one.subject,
        "by": one.by,
        "struck_out": one.struck_out,
        "there": _said((name, number, many) for name, many, number in names if number),
        "missed": [name for name, many, number in names if number == 0],
        "unknown": [name for name, _many, number in names if number is None],
    }


def _said(present: Iterable[tuple[str, int, int | None]]) -> list[str]:
    """Who was there; of a group how many of how many."""
    return [
        name
        if many == 1
        else _("%(name)s: %(number)s of %(many)s")
        % {"name": name, "number": number, "many": _("unknown") if many is None else many}
        for name, number, many in present
    ]
