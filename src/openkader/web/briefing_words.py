"""The words of a briefing note, from what the pages of a talk show."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import MeasureStatus
from openkader.kader.model import MessageLine
from openkader.publication.briefings import Briefing, SaidLine
from openkader.publication.periods import shown_period
from openkader.register import selectors
from openkader.register.selectors import Dialogues, Met, Row
from openkader.web.acts.talks import Talk
from openkader.web.marks import find_mark
from openkader.web.presenters.citations import policy_words
from openkader.web.presenters.delegation import shown_tally
from openkader.web.presenters.public import topic_words
from openkader.web.presenters.talks import lines_by_topic, shown_heard
from openkader.web.shell import said

_MOST_EARLIER = 12
_CLOSED = (MeasureStatus.DONE, MeasureStatus.WAIVED, MeasureStatus.NOT_APPLICABLE)


def briefing_words(talk: Talk, lines: Sequence[MessageLine], *, reader: Person, today: date) -> Briefing:
    """The note about an activity for this reader, in the language that is spoken now."""
    whom = [one.reference for one in talk.parties]
    found = selectors.dialogues(lines_by_topic(talk.kader), reader=reader, parties=whom)
    return Briefing(
        organisation=said(talk.kader.organisation) or "",
        title=talk.title,
        about=[
            (_("Reference"), talk.reference),
            (_("When"), talk.when or _("date unknown")),
            *([(_("Place"), talk.where)] if talk.where else []),
        ],
        parties=[", ".join(filter(None, (said(one.name), said(one.function)))) for one in talk.parties],
        screening=_screening(talk, reader),
        earlier=_earlier(talk, found),
        lines=[_line(line, talk, found, today) for line in lines],
        measures=_measures(talk, selectors.measures_of(talk.reference, reader=reader)),
        made_on=date_format(today, "j F Y"),
        made_up=talk.made_up or None,
    )


def _screening(talk: Talk, reader: Person) -> list[str] | None:
    """How far screening is, only for whoever may read it."""
    if not reader.may(Act.READ_SCREENING):
        return None
    if not talk.dossier:
        return []
    found = selectors.delegation(talk.dossier, reader=reader)
    if not found.parties:
        return []
    shown = ({"note": None, "value": None} | one for one in shown_tally(found.tally))
    return [f"{one['label']}: {_value(one['value'])}{_note(one['note'])}" for one in shown]


def _value(value: object) -> str:
    return _("unknown") if value is None else str(value)


def _note(note: object) -> str:
    return f" ({note})" if note else ""


def _earlier(talk: Talk, found: Dialogues) -> list[str]:
    """Each earlier talk with one of them: with whom, when, and of what."""
    names = {one.reference: said(one.name) or one.reference for one in talk.parties}
    told = [
        (one, f"{names[party]}: {_met(one, talk)}")
        for party in names
        for one in found.met.get(party, ())
        if one.reference != talk.reference
    ]
    return [words for _one, words in told[:_MOST_EARLIER]]


def _met(one: Met, talk: Talk) -> str:
    when = shown_period(one.period) if one.period else _("date unknown")
    sure = dict.fromkeys(topic_words(talk.kader, code) for code, _stated, is_sure in one.topics if is_sure)
    maybe = dict.fromkeys(
        topic_words(talk.kader, code) for code, _stated, is_sure in one.topics if not is_sure
    )
    parts = [f"{said(one.title)}, {when}"]
    parts += [_("spoken of: %(topics)s") % {"topics": ", ".join(sure)}] if sure else []
    parts += (
        [_("raised there, with whom is not stated: %(topics)s") % {"topics": ", ".join(maybe)}]
        if maybe
        else []
    )
    return "; ".join(parts)


def _line(line: MessageLine, talk: Talk, found: Dialogues, today: date) -> SaidLine:
    heard = shown_heard(found, talk.parties, line.id, today, talk.reference)
    policy = policy_words(talk.kader, line)
    return SaidLine(
        text=said(line.text) or "",
        about=[
            *([_("Rests on %(policy)s") % {"policy": policy}] if policy else []),
            *(_heard(one) for one in heard),
        ],
    )


def _heard(one: dict[str, object]) -> str:
    """Whether a counterpart heard the line before."""
    words = {
        "who": one["name"],
        "state": str(find_mark("repetition", one["state"]).word).lower(),
        "last": one["last"],
    }
    if one["last"]:
        return _("Heard before by %(who)s: %(state)s; last %(last)s") % words
    return _("Heard before by %(who)s: %(state)s") % words


def _measures(talk: Talk, held: Sequence[Row]) -> list[str]:
    """What the kader asks here and the register does not show yet, each with how far it is."""
    kept = {str(one["code"]): str(one["status"]) for one in held}
    names = {one.id: said(one.text) or one.id for one in talk.kader.measures}
    codes = dict.fromkeys((*(one.id for one in talk.weighed.asked_measures), *kept))
    states = {code: kept.get(code, MeasureStatus.OPEN) for code in codes}
    return [
        f"{capital(names.get(code, code))} ({str(find_mark('measure', state).word).lower()})"
        for code, state in states.items()
        if state not in _CLOSED
    ]
