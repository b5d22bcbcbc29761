"""What was said of activities in public, and which meetings still wait for it."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import capital
from openkader.casework.public_account import PUBLIC_KINDS, Accounted, accounted
from openkader.kader import Kader
from openkader.publication import kader_words
from openkader.publication.periods import shown_period
from openkader.register.selectors import FollowUpRow, MeetingRow, PublicItemRow
from openkader.web.presenters.talks import shown_follow_up
from openkader.web.shell import language, said, shown_moment

Shown = dict[str, object]
# What there is to do stands first.
ORDER = (
    *(Accounted.OVERDUE, Accounted.WAITS, Accounted.REPORTED, Accounted.UNKNOWN),
    *(Accounted.GIVEN, Accounted.SET_ASIDE, Accounted.NOT_OWED),
)


def topic_words(kader: Kader, code: str) -> str:
    """A topic in the words of the kader, in the reader's language."""
    return kader_words.topic_words(kader, code, language())


def topic_choices(kader: Kader) -> list[tuple[str, str]]:
    """The topics that an item can name."""
    listing = kader.lists.get("topics")
    return [(one.code, capital(one.text.in_(language()))) for one in listing.items] if listing else []


def shown_item(row: PublicItemRow, follow_ups: Sequence[FollowUpRow], kader: Kader, today: date) -> Shown:
    """An item with what follows from it."""
    return {
        "reference": row.reference,
        "title": row.title,
        "kind": capital(PUBLIC_KINDS[row.kind].in_(language())),
        "day": date_format(row.published_on, "j F Y"),
        "url": row.url,
        "text": row.text,
        "digest": row.sha256,
        "topics": ", ".join(topic_words(kader, code) for code in row.topics),
        "noted": _("%(who)s, %(when)s") % {"who": row.by, "when": shown_moment(row.at)},
        "follow_ups": [shown_follow_up(one, today) for one in follow_ups if one.item == row.reference],
    }


def shown_meeting(row: MeetingRow, today: date) -> Shown:
    """A meeting with how far its public account is, and by when it is due."""
    state, due = accounted(row.meeting, today), row.meeting.due_on
    return {
        "reference": row.reference,
        "title": said(row.title),
        "when": shown_period(row.period) if row.period else None,
        "url": reverse("activity_public", args=[row.reference]),
        "state": state,
        "due": date_format(due, "j F Y") if due and state in (Accounted.OVERDUE, Accounted.WAITS) else "",
        "why": why_words(row, state, today),
    }


def why_words(row: MeetingRow, state: Accounted, today: date) -> str:
    """Why it is so, in a sentence."""
    meeting = row.meeting
    if state is Accounted.OVERDUE and meeting.due_on:
        days = (today - meeting.due_on).days
        return ngettext("%(days)s day too late", "%(days)s days too late", days) % {"days": days}
    if state is Accounted.GIVEN:
        words = ngettext("%(count)s item of our own", "%(count)s items of our own", meeting.accounts)
        return words % {"count": meeting.accounts}
    if state is Accounted.UNKNOWN:
        return unknown_words(row)
    return str(_WHY.get(state, lambda: "")())


def unknown_words(row: MeetingRow) -> str:
    """What has to be known before anybody can tell."""
    if row.meeting.office_holder is None:
        return _("Whether a member of the executive was there is not known.")
    if row.meeting.last_day is None:
        return _("On which day it was is not known.")
    if row.meeting.took_place is None:
        return _("It was planned; nobody noted yet that it took place.")
    return _("The framework sets no term.")


_WHY = {
    Accounted.REPORTED: lambda: _("A text says that it was accounted for; where is not known."),
    Accounted.NOT_OWED: lambda: _("No member of the executive was there, or it did not take place."),
    Accounted.SET_ASIDE: lambda: _("The measure was set aside with a reason."),
    Accounted.WAITS: lambda: _("Nothing was recorded yet."),
}
