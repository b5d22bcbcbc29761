"""What a company answered: whether it is whole, and what it adds up to, step by step and without a score."""

from collections.abc import Mapping
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.casework.self_scan.form import Reply, ScanForm, Step


@dataclass(frozen=True, slots=True)
class Given:
    """One answer, with the reason that goes with it."""

    reply: Reply | None
    reason: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing lacks: what does not apply has a reason."""
        return self.reply is not None and bool(self.reply is not Reply.NOT_APPLICABLE or self.reason.strip())


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many questions of a step were answered how."""

    step: Step
    replies: Mapping[Reply, int]

    @property
    def questions(self) -> int:
        """How many there are."""
        return sum(self.replies.values())


def unanswered(form: ScanForm, given: Mapping[str, Given]) -> tuple[str, ...]:
    """The questions without an answer that is whole, in the order of the form."""
    return tuple(one.id for one in form.questions if one.id not in given or not given[one.id].is_whole)


def may_hand_in(form: ScanForm, given: Mapping[str, Given], given_by: str) -> Refusal | None:
    """A scan is handed in whole, by somebody who says who that is."""
    lacking = unanswered(form, given)
    if lacking:
        return Refusal("self-scan.unanswered", {"number": str(len(lacking))})
    return None if given_by.strip() else Refusal("self-scan.nobody")


def counted(form: ScanForm, given: Mapping[str, Given]) -> tuple[StepCount, ...]:
    """What was answered, counted for each step; a nought is a counted nought."""
    return tuple(
        StepCount(
            step.step,
            {
                reply: sum(given[one.id].reply is reply for one in step.questions if one.id in given)
                for reply in Reply
            },
        )
        for step in form.steps
    )
