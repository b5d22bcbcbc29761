"""Mail that came in, and mail of ours that did not arrive, as a colleague reads it."""

from collections.abc import Iterable, Mapping, Sequence

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.messages import sentence
from openkader.casework.mail import Arrival, Fault, MailOutcome, fault_of
from openkader.register.selectors.received import ArrivalRow, MailPage, MailRow
from openkader.web.presenters.names import Words
from openkader.web.shell import language, shown_moment

_FAULTS: Words = {
    Fault.NO_SUCH_ADDRESS: gettext_lazy("that address does not exist"),
    Fault.MAILBOX_FULL: gettext_lazy("the mailbox is full"),
    Fault.NO_SUCH_SERVER: gettext_lazy("the mail server of that address cannot be found"),
    Fault.TOO_LARGE: gettext_lazy("the mail is too large for it"),
    Fault.NOT_WANTED: gettext_lazy("its mail server does not take mail of ours"),
    Fault.UNKNOWN: gettext_lazy("its mail server does not say clearly why"),
}
_OUTCOMES: Words = {
    MailOutcome.ADVICE: gettext_lazy("recorded as advice"),
    MailOutcome.DOCUMENTS: gettext_lazy("kept with its dossier"),
    MailOutcome.REQUEST: gettext_lazy("a request was begun from it"),
    MailOutcome.SET_ASIDE: gettext_lazy("set aside"),
}


def shown_mails(rows: Sequence[MailRow]) -> list[dict[str, object]]:
    """Mail in a list: who says to have written it, about what, and what asks for care."""
    return [
        {
            "url": reverse("mail", args=[row.reference]),
            "subject": row.subject or _("without a subject"),
            "sender": sender_of(row),
            "when": shown_moment(row.received_at),
            "dossier": row.dossier,
            "files": ngettext("%(count)s attachment", "%(count)s attachments", len(row.attachments))
            % {"count": len(row.attachments)}
            if row.attachments
            else "",
            "cares": cares_of(row),
        }
        for row in rows
    ]


def sender_of(row: MailRow) -> str:
    """Who it says that wrote it, the address always beside the name."""
    address = row.address or _("without a readable address")
    return f"{row.name} <{address}>" if row.name else address


def cares_of(row: MailRow) -> list[str]:
    """What somebody has to know before believing it."""
    return [
        *([_("Refused")] if row.refusal else []),
        *([_("Written by a machine")] if row.is_automatic else []),
        *([_("Not from the address that was asked")] if row.is_expected is False else []),
    ]


def shown_mail(row: MailPage) -> dict[str, object]:
    """One mail, with each attachment and why one is not taken."""
    refusal = sentence(row.refusal, row.refused_for, language()) if row.refusal else ""
    return {
        "about": [
            {"label": _("From, as it says"), "value": sender_of(row)},
            {"label": _("Address that was asked"), "value": _EXPECTED[row.is_expected]},
            {"label": _("Came in"), "value": shown_moment(row.received_at)},
            {"label": _("Written, as it says"), "value": row.written_at and shown_moment(row.written_at)},
            {"label": _("Size"), "value": filesizeformat(row.size)},
        ],
        "refusal": refusal,
        "is_automatic": row.is_automatic,
        "is_strange": row.is_expected is False,
        "text": row.text,
        "is_cut": row.is_cut,
        "attachments": [_attachment(one) for one in row.attachments],
        "as_it_came": reverse("mail_as_it_came", args=[row.reference]) if row.is_kept else "",
        "is_infected": not row.is_kept and not row.refusal,
        "outcome": _outcome(row),
        "reason": row.reason,
        "dossier": row.dossier,
    }


_EXPECTED = {
    True: gettext_lazy("the same"),
    False: gettext_lazy("another one"),
    None: gettext_lazy("not known"),
}


def _attachment(one: Mapping[str, object]) -> dict[str, object]:
    detail = {str(name): str(value) for name, value in dict(one["detail"]).items()}  # type: ignore[call-overload]
    words = {"name": str(one["name"]), **detail}
    return {
        "name": one["name"],
        "size": filesizeformat(int(str(one["size"]))),
        "refusal": sentence(str(one["code"]), words, language()) if one["code"] else "",
    }


def _outcome(row: MailPage) -> str:
    if row.outcome is None or row.handled_at is None:
        return ""
    words = {
        "what": _OUTCOMES[MailOutcome(row.outcome)],
        "who": row.handled_by,
        "moment": shown_moment(row.handled_at),
    }
    return _("%(who)s, %(moment)s: %(what)s") % words


def shown_arrivals(rows: Iterable[ArrivalRow]) -> list[dict[str, object]]:
    """Each mail of ours that did not arrive, or not yet, and why."""
    return [
        {
            "words": _arrival(row),
            "said": " ".join(filter(None, (row.status, row.said))),
            "when": shown_moment(row.arrival_at),
        }
        for row in rows
    ]


def _arrival(row: ArrivalRow) -> str:
    about = {"about": row.advice or _("this case"), "why": _FAULTS[fault_of(row.status)]}
    if row.arrival == Arrival.BOUNCED:
        return _("A mail about %(about)s did not arrive: %(why)s.") % about
    return _("A mail about %(about)s did not arrive yet: %(why)s. It is still being tried.") % about
