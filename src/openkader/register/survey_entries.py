"""What is handed to the services of the survey."""

from dataclasses import dataclass

from openkader.casework.effect import Answered
from openkader.register.intake_entries import AskedEntry, LinkEntry, MailEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyEntry(AskedEntry):
    """One that took part, to be asked in a wave; `member` is its key among those that take part."""

    activity: str
    member: str
    wave: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAddressEntry:
    """A better address for a survey; without `email` it is asked along another way."""

    survey: str
    recipient: str
    email: str | None = None
    link: LinkEntry | None = None
    mail: MailEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveySaidEntry:
    """What a participant answered."""

    survey: str
    said: Answered
