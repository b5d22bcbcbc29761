"""The front door: what a requester is asked, how a request came in, and when it can be taken in."""

from openkader.casework.intake.form import FrontDoor, KindChoice, Question, QuestionType, Section
from openkader.casework.intake.loading import load_front_door
from openkader.casework.intake.receiving import UNKNOWN, Channel, Stage, may_receive, may_repeat, stage_of

__all__ = [
    "UNKNOWN",
    "Channel",
    "FrontDoor",
    "KindChoice",
    "Question",
    "QuestionType",
    "Section",
    "Stage",
    "load_front_door",
    "may_receive",
    "may_repeat",
    "stage_of",
]
