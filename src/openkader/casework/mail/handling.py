"""What becomes of a mail that came in: a person says so, for its sender can be anybody."""

from enum import StrEnum

from openkader.base.errors import Refusal


class MailOutcome(StrEnum):
    """What somebody did with it."""

    ADVICE = "advice"  # entered as the answer of a desk
    DOCUMENTS = "documents"  # kept with the dossier that it is about
    REQUEST = "request"  # a request was begun from it
    SET_ASIDE = "set_aside"


class Arrival(StrEnum):
    """What the report of a mail server said of a mail of ours."""

    DELAYED = "delayed"
    BOUNCED = "bounced"


def may_handle(
    outcome: MailOutcome | None, *, has_content: bool, becomes: MailOutcome, reason: str = ""
) -> Refusal | None:
    """A mail is handled once; one that was refused or infected is only set aside, and that takes a reason."""
    if outcome is not None:
        return Refusal("mail.handled")
    if becomes is MailOutcome.SET_ASIDE:
        return None if reason.strip() else Refusal("mail.no-reason")
    return None if has_content else Refusal("mail.not-kept")


def becomes_of(before: Arrival | None, *, is_final: bool) -> Arrival | None:
    """What a report makes of a mail; None where it says nothing new. What bounced is not on its way after all."""
    said = Arrival.BOUNCED if is_final else Arrival.DELAYED
    return None if before in (said, Arrival.BOUNCED) else said
