"""The survey as an organisation wrote it: when it asks, whom it leaves out, and a few questions on what came of it.

It is answered on the form as it was asked, also when the organisation has another by then;
so a form can be written down whole and brought back.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from openkader.base.text import Text
from openkader.casework.mission import ParticipantRole
from openkader.kader.sources import Passage


class QuestionSort(StrEnum):
    """How a question is answered."""

    SEVERAL = "several"  # any of some options
    WORDS = "words"
    CONSENT = "consent"  # whether the words may be made public


class Consent(StrEnum):
    """Whether somebody's own words may be made public; who chooses nothing did not agree."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that may be chosen; `alone`: not beside another, such as ‘nothing’."""

    id: str
    text: Text
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """One question; `needed`: without an answer to it the survey is not handed in."""

    id: str
    sort: QuestionSort
    text: Text
    help: Text | None = None
    needed: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Wave:
    """One time that participants are asked: so many months after the last day of the activity."""

    id: str
    months: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTerm:
    """In days: how long after its day a wave is still asked, how long it can be answered, and when one is reminded."""

    ask_within: int
    answer_within: int
    remind_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyForm:
    """The whole survey, and what an organisation agreed about it."""

    title: Text
    introduction: Text
    own_form: Text  # that it is the organisation's own, or whose it is not
    use: Text
    privacy: Text
    source: Text
    kept: Text | None  # how long answers are kept; None: the organisation has no term for it
    questions: tuple[SurveyQuestion, ...]
    waves: tuple[Wave, ...] = ()
    term: SurveyTerm
    cites: tuple[Passage, ...] = ()
    left_out: tuple[ParticipantRole, ...] = ()
    smallest: int = 1  # below so many answers the public sees no breakdown

    def wave(self, name: str) -> Wave | None:
        """The wave of this name."""
        return next((one for one in self.waves if one.id == name), None)

    def of(self, sort: QuestionSort) -> tuple[SurveyQuestion, ...]:
        """The questions that are answered so."""
        return tuple(one for one in self.questions if one.sort is sort)

    def written(self, wave: Wave) -> dict[str, Any]:
        """What a participant of a wave reads and answers, as plain values that a register keeps."""
        kept = {name: asdict(getattr(self, name)) for name in _SAID}
        return kept | {
            "kept": asdict(self.kept) if self.kept else None,
            "questions": [_plain(one) for one in self.questions],
            "wave": asdict(wave),
            "term": asdict(self.term),
        }


_SAID = ("title", "introduction", "own_form", "use", "privacy", "source")


def restored_survey(written: Mapping[str, Any]) -> SurveyForm:
    """The survey as it was asked; whom it leaves out, and what the public sees, is said by the organisation now."""
    return SurveyForm(
        **{name: Text(**written[name]) for name in _SAID},
        kept=_text(written["kept"]),
        questions=tuple(_question(one) for one in written["questions"]),
        waves=(Wave(**written["wave"] | {"text": Text(**written["wave"]["text"])}),),
        term=SurveyTerm(**written["term"]),
        cites=(),
        left_out=(),
        smallest=1,
    )


def _plain(question: SurveyQuestion) -> dict[str, Any]:
    options = [asdict(one) for one in question.options]
    return asdict(question) | {"sort": str(question.sort), "options": options}


def _question(written: Mapping[str, Any]) -> SurveyQuestion:
    return SurveyQuestion(
        id=written["id"],
        sort=QuestionSort(written["sort"]),
        text=Text(**written["text"]),
        help=_text(written["help"]),
        needed=written["needed"],
        options=tuple(Option(one["id"], Text(**one["text"]), one["alone"]) for one in written["options"]),
    )


def _text(written: Mapping[str, str] | None) -> Text | None:
    return Text(**written) if written else None
