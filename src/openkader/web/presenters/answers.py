"""Answers that do the same, in words: some options, another country, before a day, at least a number."""

from datetime import date

from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.kader.facts import Fact, Facts, FactType, Value
from openkader.kader.soundness.answer_sets import Region
from openkader.kader.soundness.answers import Answers, Edge, Stretch
from openkader.web.presenters.names import answer_words, country_name
from openkader.web.shell import day_words, language

_MOST = 4


def shown_region(found: Facts, region: Region) -> list[dict[str, object]]:
    """The answers that do something together, question by question; `found` is what was answered."""
    return [
        {
            "question": capital(one.fact.label.in_(language())),
            "values": _said(one, found.get(one.fact.id)),
            "is_open": found.get(one.fact.id) is None,
        }
        for one in region
    ]


def _said(answers: Answers, now: Value | None) -> str:
    if answers.is_any:
        return _("any answer")
    if answers.stretches:
        return " · ".join(_stretch(answers.fact, one) for one in answers.stretches)
    if answers.others:
        return _others(answers)
    if answers.fact.type is FactType.SEVERAL and isinstance(now, frozenset) and now:
        return _some([_compared(answers.fact, value, now) for value in answers.values])
    return _some([answer_words(answers.fact, value) or "" for value in answers.values])


def _some(words: list[str]) -> str:
    """The answers in words; many are counted, for a list of forty says nothing."""
    if len(words) <= _MOST:
        return " · ".join(words)
    return _("%(some)s, or one of %(more)s others") % {"some": words[0], "more": len(words) - 1}


def _others(answers: Answers) -> str:
    if not answers.but:
        return _("another country")
    names = ", ".join(country_name(code) or "" for code in answers.but)
    return _("another country than %(countries)s") % {"countries": names}


def _compared(fact: Fact, value: Value, now: frozenset[str]) -> str:
    """Of several options only what would come in addition, and what would go."""
    if not isinstance(value, frozenset) or not value:
        return answer_words(fact, value) or ""
    added, gone = value - now, now - value
    said = []
    if added:
        said.append(_("also %(options)s") % {"options": fact.say(added, language())})
    if gone:
        said.append(_("without %(options)s") % {"options": fact.say(gone, language())})
    return capital("; ".join(said))


def _stretch(fact: Fact, one: Stretch) -> str:
    if one.low is not None and one.low == one.high:
        return _edge(one.low)
    is_day = fact.type is FactType.DATE
    low = _low(one, is_day=is_day) % {"edge": _edge(one.low)} if one.low is not None else ""
    high = _high(one, is_day=is_day) % {"edge": _edge(one.high)} if one.high is not None else ""
    return _("%(low)s and %(high)s") % {"low": low, "high": high} if low and high else low or high


def _low(one: Stretch, *, is_day: bool) -> str:
    if one.with_low:
        return _("from %(edge)s") if is_day else _("at least %(edge)s")
    return _("after %(edge)s") if is_day else _("more than %(edge)s")


def _high(one: Stretch, *, is_day: bool) -> str:
    if one.with_high:
        return _("up to and including %(edge)s") if is_day else _("at most %(edge)s")
    return _("before %(edge)s") if is_day else _("less than %(edge)s")


def _edge(edge: Edge) -> str:
    return day_words(edge) if isinstance(edge, date) else str(edge)
