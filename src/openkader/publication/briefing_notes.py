"""The briefing note for a talk, from what the register knows of whom one meets and what the kader says there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import override

from openkader.base.text import Text, capital
from openkader.casework.measures import CLOSED, STATUSES
from openkader.casework.permissions import Act, Person
from openkader.casework.raising import newest, repetition
from openkader.casework.vocabulary import MeasureStatus
from openkader.evaluation.matrix import known_of
from openkader.kader import Assessment, Kader
from openkader.kader.model import MessageLine
from openkader.publication.briefings import Briefing, SaidLine, briefing_of
from openkader.publication.decision_letters import Drafted
from openkader.publication.kader_words import policy_words, topic_words
from openkader.publication.letters import MADE_UP
from openkader.publication.periods import shown_date, shown_period
from openkader.publication.screening_words import TallyLine, tally_lines
from openkader.publication.talk_words import NO_DATE, REPETITIONS, hearing_words, lines_by_topic
from openkader.register import selectors
from openkader.register.case_kaders import assessor_of_talk
from openkader.register.selectors import Counterpart, Dialogues, Met, TalkFile

LANGUAGES = ("nl", "en")
_MOST_EARLIER = 12
_WORDS = {
    "reference": Text(nl="Kenmerk", en="Reference"),
    "when": Text(nl="Wanneer", en="When"),
    "place": Text(nl="Plaats", en="Place"),
    "spoken": Text(nl="besproken: {0}", en="spoken of: {0}"),
    "raised": Text(
        nl="daar ter sprake, met wie staat er niet: {0}", en="raised there, with whom is not stated: {0}"
    ),
    "policy": Text(nl="Rust op {0}", en="Rests on {0}"),
    "heard": Text(nl="Eerder gehoord door {0}: {1}", en="Heard before by {0}: {1}"),
    "last": Text(nl="Eerder gehoord door {0}: {1}; laatst {2}", en="Heard before by {0}: {1}; last {2}"),
}


def sorted_lines(weighed: Assessment) -> tuple[list[MessageLine], list[MessageLine], list[MessageLine]]:
    """The lines that fit, those of which an unanswered question decides, and those that do not."""
    found: dict[bool | None, list[MessageLine]] = {True: [], None: [], False: []}
    for line in weighed.kader.messages:
        found[weighed.truth(line.when)].append(line)
    return found[True], found[None], found[False]


def briefing_note(row: TalkFile, language: str, today: date, *, reader: Person) -> Drafted:
    """The note about an activity for this reader, as a draft on the letterhead of the organisation."""
    assessor = assessor_of_talk(row, today)
    talk = _Talk(
        row=row,
        parties=selectors.counterparts_at(row.reference, reader=reader),
        weighed=assessor.assess(known_of(row, assessor.kader)),
        language=language,
        today=today,
        reader=reader,
    )
    with override(language):
        letter = briefing_of(_briefing(talk), language)
    return Drafted(letter, talk.kader.id.partition("/")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Talk:
    """An activity with whom it is with, what the kader makes of it, and who reads of it in which language."""

    row: TalkFile
    parties: tuple[Counterpart, ...]
    weighed: Assessment
    language: str
    today: date
    reader: Person

    @property
    def kader(self) -> Kader:
        return self.weighed.kader

    def said(self, text: Text) -> str:
        return text.in_(self.language)

    def word(self, name: str, *more: object) -> str:
        return _WORDS[name].in_(self.language).format(*more)

    def name(self, party: Counterpart) -> str:
        return self.said(party.name) or party.reference


def _briefing(talk: _Talk) -> Briefing:
    row, fits = talk.row, sorted_lines(talk.weighed)[0]
    whom = [one.reference for one in talk.parties]
    found = selectors.dialogues(lines_by_topic(talk.kader), reader=talk.reader, parties=whom)
    when = shown_period(row.period) or talk.said(NO_DATE)
    about = [(talk.word("reference"), row.reference), (talk.word("when"), when)]
    return Briefing(
        organisation=talk.said(talk.kader.organisation),
        title=talk.said(row.label) or row.reference,
        about=[*about, *([(talk.word("place"), row.place)] if row.place else [])],
        parties=[_party(talk, one) for one in talk.parties],
        screening=_screening(talk),
        earlier=_earlier(talk, found),
        lines=[_line(talk, line, found) for line in fits],
        measures=_measures(talk),
        made_on=shown_date(talk.today),
        made_up=talk.said(MADE_UP) if row.is_fictional else None,
    )


def _party(talk: _Talk, one: Counterpart) -> str:
    return ", ".join(filter(None, (talk.said(one.name), talk.said(one.function) if one.function else None)))


def _screening(talk: _Talk) -> list[str] | None:
    """How far screening is, only for whoever may read it."""
    if not talk.reader.may(Act.READ_SCREENING):
        return None
    if not talk.row.request:
        return []
    found = selectors.delegation(talk.row.request, reader=talk.reader)
    return [_tally(one) for one in tally_lines(found.tally, talk.language)] if found.parties else []


def _tally(one: TallyLine) -> str:
    return f"{one.label}: {one.value}" + (f" ({one.note})" if one.note else "")


def _earlier(talk: _Talk, found: Dialogues) -> list[str]:
    """Each earlier talk with one of them: with whom, when, and of what."""
    told = [
        f"{talk.name(party)}: {_met(talk, one)}"
        for party in talk.parties
        for one in found.met.get(party.reference, ())
        if one.reference != talk.row.reference
    ]
    return told[:_MOST_EARLIER]


def _met(talk: _Talk, one: Met) -> str:
    parts = [f"{talk.said(one.title)}, {shown_period(one.period) or talk.said(NO_DATE)}"]
    for word, is_sure in (("spoken", True), ("raised", False)):
        if topics := _topics(talk, one, is_sure=is_sure):
            parts.append(talk.word(word, ", ".join(topics)))
    return "; ".join(parts)


def _topics(talk: _Talk, one: Met, *, is_sure: bool) -> list[str]:
    found = (
        topic_words(talk.kader, code, talk.language) for code, _how, sure in one.topics if sure is is_sure
    )
    return list(dict.fromkeys(found))


def _line(talk: _Talk, line: MessageLine, found: Dialogues) -> SaidLine:
    """A line with its policy, and who of them heard it before."""
    policy = policy_words(talk.kader, line, talk.language)
    heard = (_heard(talk, party, line.id, found) for party in talk.parties)
    about = [*([talk.word("policy", policy)] if policy else []), *heard]
    return SaidLine(text=talk.said(line.text), about=about)


def _heard(talk: _Talk, party: Counterpart, line: str, found: Dialogues) -> str:
    """Whether a counterpart heard the line before, other than in this activity."""
    known = found.hearings.get((party.reference, line), ())
    heard = [one for one in known if one.activity != talk.row.reference]
    state, last = talk.said(REPETITIONS[repetition(heard, talk.today)]).lower(), newest(heard)
    if last is None:
        return talk.word("heard", talk.said(party.name), state)
    return talk.word("last", talk.said(party.name), state, hearing_words(last, talk.language))


def _measures(talk: _Talk) -> list[str]:
    """What the kader asks here and the register does not show yet, each with how far it is."""
    held = selectors.measures_of(talk.row.reference, reader=talk.reader)
    kept = {str(one["code"]): MeasureStatus(str(one["status"])) for one in held}
    names = {one.id: talk.said(one.text) or one.id for one in talk.kader.measures}
    codes: Sequence[str] = list(dict.fromkeys((*(one.id for one in talk.weighed.asked_measures), *kept)))
    states = {code: kept.get(code, MeasureStatus.OPEN) for code in codes}
    return [
        f"{capital(names.get(code, code))} ({talk.said(STATUSES[state]).lower()})"
        for code, state in states.items()
        if state not in CLOSED
    ]
