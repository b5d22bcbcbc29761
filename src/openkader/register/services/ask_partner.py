"""The partner is asked for its statement on an investment, also after the case was referred to it."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.advice import Advised, QuestionDraft
from openkader.casework.investment import Partner, may_ask_partner
from openkader.casework.life_cycle import State
from openkader.kader import Assessor
from openkader.register.advice_entries import AdviceRequestEntry
from openkader.register.services.ask_advice import put_question


def ask_partner(
    entry: AdviceRequestEntry, *, partner: Partner, assessor: Assessor, by: str, now: datetime
) -> str:
    """Put the question as any question for advice; the case stays where it stands."""

    def may(kind: str | None, state: State, draft: QuestionDraft, advised: Advised) -> Refusal | None:
        if draft.desk != partner.desk:
            return Refusal("investment.not-one")
        return may_ask_partner(kind, state, draft, advised.asked, advised.today)

    return put_question(entry, may, assessor=assessor, by=by, now=now)
