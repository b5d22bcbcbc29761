"""What somebody makes of a mail that came in, and what a report makes of a mail of ours."""

import pytest

from openkader.casework.mail import Arrival, MailOutcome, becomes_of, may_handle

ADVICE, ASIDE = MailOutcome.ADVICE, MailOutcome.SET_ASIDE


@pytest.mark.parametrize(
    ("outcome", "has_content", "becomes", "reason", "code"),
    [
        (None, True, ADVICE, "", None),
        (None, False, ADVICE, "Toch.", "mail.not-kept"),
        (None, False, ASIDE, "Reclame.", None),
        (None, True, ASIDE, " ", "mail.no-reason"),
        (ADVICE, True, ASIDE, "Reclame.", "mail.handled"),
        (ASIDE, True, ADVICE, "", "mail.handled"),
    ],
)
def test_a_mail_is_handled_once_and_one_without_content_is_only_set_aside(
    outcome: MailOutcome | None, has_content: bool, becomes: MailOutcome, reason: str, code: str | None
) -> None:
    refusal = may_handle(outcome, has_content=has_content, becomes=becomes, reason=reason)
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    ("before", "is_final", "after"),
    [
        (None, False, Arrival.DELAYED),
        (None, True, Arrival.BOUNCED),
        (Arrival.DELAYED, False, None),
        (Arrival.DELAYED, True, Arrival.BOUNCED),
        (Arrival.BOUNCED, False, None),
        (Arrival.BOUNCED, True, None),
    ],
)
def test_what_bounced_is_not_on_its_way_after_all(
    before: Arrival | None, is_final: bool, after: Arrival | None
) -> None:
    assert becomes_of(before, is_final=is_final) is after
