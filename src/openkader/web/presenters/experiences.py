"""What came of an activity in words: whom each wave reached, what the answers come to, and what is to be done."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.effect import Consent, QuestionCount, Reach, SurveyState, WaveState
from openkader.casework.vocabulary import ActivityStanding
from openkader.evaluation.effects import WaveTotal
from openkader.register.selectors import Experiences, SurveyRow, TakerRow, WaveFile
from openkader.web.shell import day_words, language


def shown_experiences(found: Experiences) -> dict[str, Any]:
    """Everything that the page shows, but the forms."""
    return {
        "is_held": found.standing is ActivityStanding.HELD,
        "numbers": [{"label": _wave(one), "value": answered_of(one.reach)} for one in found.waves],
        "to_do": [words for one in found.waves for words in _to_do(one)],
        "waves": [_shown_wave(one) for one in found.waves],
        "takers": [_taker(one, found) for one in found.takers],
        "surveys": [
            _survey(one, row, found)
            for one in found.takers
            for row in one.surveys
            if row.state is not SurveyState.ANSWERED
        ],
    }


def answered_of(reach: Reach | WaveTotal) -> str:
    """So many answered of so many that took part; unknown where nobody was asked, and never nought then."""
    if not reach.is_asked:
        return _("unknown: nobody was asked")
    return _("%(answered)s of %(whole)s answered") % {"answered": reach.answered, "whole": took_part(reach)}


def took_part(reach: Reach | WaveTotal) -> str:
    """How many took part; at least so many where nobody knows the number of a group."""
    if reach.took_part is None:
        return _("at least %(low)s") % {"low": reach.known}
    return str(reach.took_part)


def _wave(file: WaveFile) -> str:
    return file.window.wave.text.in_(language())


def _to_do(file: WaveFile) -> list[str]:
    """What asks for attention in a wave that is open."""
    reach, wave = file.reach, _wave(file)
    if reach.state is not WaveState.OPEN:
        return []
    told = [
        (
            reach.to_ask,
            ngettext(
                "%(number)s participant with an address was not asked yet (%(wave)s).",
                "%(number)s participants with an address were not asked yet (%(wave)s).",
                reach.to_ask,
            ),
        ),
        (
            reach.without_address,
            ngettext(
                "Of %(number)s participant no address is known (%(wave)s).",
                "Of %(number)s participants no address is known (%(wave)s).",
                reach.without_address,
            ),
        ),
        (
            reach.not_noted,
            ngettext(
                "Of %(number)s person on the list nobody noted whether they took part.",
                "Of %(number)s people on the list nobody noted whether they took part.",
                reach.not_noted,
            ),
        ),
    ]
    return [words % {"number": number, "wave": wave} for number, words in told if number]


def _shown_wave(file: WaveFile) -> dict[str, Any]:
    reach = file.reach
    return {
        "id": file.window.wave.id,
        "title": _wave(file),
        "when": _when(file),
        "answered": answered_of(reach),
        "reach": _reach(reach),
        "questions": [shown_count(one, reach.answered) for one in file.counts] if reach.answered else [],
        "said": [
            {"words": one.words, "who": one.name or "", "consent": _consent(one.consent)} for one in file.said
        ],
    }


def _when(file: WaveFile) -> str:
    window, state = file.window, file.reach.state
    if window.opens_on is None or window.closes_on is None:
        return _("It is not known when the activity was, so nobody knows when this is to be asked.")
    days = {"from": day_words(window.opens_on), "until": day_words(window.closes_on)}
    if state is WaveState.TO_COME:
        return _("Is asked from %(from)s until %(until)s.") % days
    if state is WaveState.OPEN:
        return _("Is asked now, until %(until)s.") % days
    return _("Could be asked from %(from)s until %(until)s.") % days


def _reach(reach: Reach) -> list[dict[str, object]]:
    """Each that took part in one row; together they are all."""
    rows = [
        (_("Took part"), took_part(reach)),
        (_("Asked"), reach.asked),
        (_("of whom answered"), reach.answered),
        (_("of whom can still answer"), reach.waiting),
        (_("of whom did not answer"), reach.ended),
        (_("Taken back"), reach.taken_back),
        (_("Not asked, address known"), reach.to_ask),
        (_("Not asked, no address"), reach.without_address),
        (_("Cannot be asked: only known as a number"), _unnamed(reach)),
        (_("Beside them: not noted whether they took part"), reach.not_noted),
    ]
    return [{"label": label, "value": value} for label, value in rows]


def _unnamed(reach: Reach) -> object:
    return _("number unknown") if reach.unnamed is None else reach.unnamed


def shown_count(count: QuestionCount, answered: int) -> dict[str, Any]:
    """A question with each answer counted over whoever answered it."""
    return {
        "id": count.question.id,
        "text": count.question.text.in_(language()),
        "base": _("Answered by %(part)s of the %(whole)s who handed in.")
        % {"part": count.answered, "whole": answered},
        "answered": count.answered,
        "options": shown_options(count),
    }


def shown_options(count: QuestionCount) -> list[dict[str, Any]]:
    """Each answer with how many chose it."""
    return [
        {"id": one.option.id, "text": one.option.text.in_(language()), "number": one.number}
        for one in count.options
    ]


def _consent(consent: Consent) -> str:
    words = {
        Consent.NAMED: _("may be public with the name"),
        Consent.UNNAMED: _("may be public without a name"),
        Consent.NONE: _("may not be public"),
    }
    return words[consent]


def _taker(one: TakerRow, found: Experiences) -> dict[str, Any]:
    return {
        "name": one.name.in_(language()),
        "organisation": one.organisation,
        "number": one.number,
        "standings": [
            {"label": _wave(file), "state": one.standings[file.window.wave.id]} for file in found.waves
        ],
    }


def _survey(one: TakerRow, row: SurveyRow, found: Experiences) -> dict[str, Any]:
    names = {file.window.wave.id: _wave(file) for file in found.waves}
    return {
        "reference": row.reference,
        "name": one.name.in_(language()),
        "wave": names.get(row.wave, row.wave),
        "state": str(row.state),
        "is_open": row.state is SurveyState.ASKED,
        "recipient": row.recipient,
        "email": row.email or "",
        "asked": day_words(row.asked_on),
        "due": day_words(row.due_on),
        "reminded": day_words(row.reminded_on) if row.reminded_on else "",
        "taken_back": row.taken_back_because or "",
    }
