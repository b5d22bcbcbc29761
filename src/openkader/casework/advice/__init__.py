"""The rules of advice in a case: who is asked, what an answer must hold, and what waits for it."""

from openkader.casework.advice.asking import (
    AdviceDraft,
    Asked,
    QuestionDraft,
    is_reminder_due,
    may_ask,
    may_give,
    may_put,
    may_remind,
    may_take_back,
)
from openkader.casework.advice.awaiting import (
    Advised,
    Need,
    Waiver,
    WaiverDraft,
    may_decide_without,
    may_waive,
    needs_of,
)
from openkader.casework.advice.filling import filled_by
from openkader.casework.advice.words import AdviceState, AdviceVerdict

__all__ = [
    "AdviceDraft",
    "AdviceState",
    "AdviceVerdict",
    "Advised",
    "Asked",
    "Need",
    "QuestionDraft",
    "Waiver",
    "WaiverDraft",
    "filled_by",
    "is_reminder_due",
    "may_ask",
    "may_decide_without",
    "may_give",
    "may_put",
    "may_remind",
    "may_take_back",
    "may_waive",
    "needs_of",
]
