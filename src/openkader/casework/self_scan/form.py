"""The self-scan as an organisation wrote it: six steps with their questions, how long it counts, and when it is needed.

A scan is answered on the form as it was asked, also when the organisation has another by then;
so a form can be written down whole and brought back.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from openkader.base.text import Text
from openkader.casework.vocabulary import Kind
from openkader.kader.sources import Passage


class Step(StrEnum):
    """The six steps of the OECD guidance, in its order."""

    EMBED = "embed"
    IDENTIFY = "identify"
    PREVENT = "prevent"
    TRACK = "track"
    COMMUNICATE = "communicate"
    REMEDY = "remedy"


class Reply(StrEnum):
    """What a company answers to a question."""

    IN_PLACE = "in_place"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NOT_APPLICABLE = "not_applicable"  # with a reason


@dataclass(frozen=True, slots=True)
class ScanQuestion:
    """One question of a step; its name is its own in the whole form."""

    id: str
    text: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True)
class ScanStep:
    """One step with its questions."""

    step: Step
    title: Text
    about: Text
    questions: tuple[ScanQuestion, ...]


@dataclass(frozen=True, slots=True)
class SessionKind:
    """By whom companies are informed beforehand, and which measure of the kader that shows."""

    id: str
    text: Text
    measure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanForm:
    """The whole form, and what an organisation agreed about it."""

    title: Text
    introduction: Text
    own_form: Text  # that it is the organisation's own, and whose it is not
    use: Text
    privacy: Text
    source: Text
    months: int
    cites: tuple[Passage, ...]  # on what the number of months rests
    kinds: tuple[Kind, ...]
    measure: str | None
    sessions: tuple[SessionKind, ...]
    steps: tuple[ScanStep, ...]

    @property
    def questions(self) -> tuple[ScanQuestion, ...]:
        """Every question, in the order of the form."""
        return tuple(question for step in self.steps for question in step.questions)

    def needs(self, kind: Kind | None) -> bool:
        """Whether companies do the scan before such an activity; of one of a sort that nobody said they do."""
        return kind is None or kind in self.kinds

    def session(self, kind: str) -> SessionKind | None:
        """The kind of session of this name."""
        return next((one for one in self.sessions if one.id == kind), None)

    def written(self) -> dict[str, Any]:
        """What the company reads and answers, as plain values that a register keeps."""
        kept = {name: asdict(getattr(self, name)) for name in _SAID}
        return kept | {"months": self.months, "steps": [asdict(step) for step in self.steps]}


_SAID = ("title", "introduction", "own_form", "use", "privacy", "source")


def restored_form(written: Mapping[str, Any]) -> ScanForm:
    """The form as it was asked; whether it is needed, and what it shows, is said by the organisation now."""
    return ScanForm(
        **{name: Text(**written[name]) for name in _SAID},
        months=written["months"],
        cites=(),
        kinds=(),
        measure=None,
        sessions=(),
        steps=tuple(_step(one) for one in written["steps"]),
    )


def _step(written: Mapping[str, Any]) -> ScanStep:
    return ScanStep(
        step=Step(written["step"]),
        title=Text(**written["title"]),
        about=Text(**written["about"]),
        questions=tuple(_question(one) for one in written["questions"]),
    )


def _question(written: Mapping[str, Any]) -> ScanQuestion:
    help_text = Text(**written["help"]) if written["help"] else None
    return ScanQuestion(id=written["id"], text=Text(**written["text"]), help=help_text)
