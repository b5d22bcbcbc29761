"""Who stands at the door for programs: whoever brings the token of an open account."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from openkader.api.shapes import require_known
from openkader.base.errors import Refused
from openkader.casework.permissions import Act, Person, TokenHand
from openkader.casework.vocabulary import Confidentiality
from openkader.register import services
from openkader.register.moments import day_of
from openkader.register.people import acting_as
from openkader.register.selectors.confidential import confidential_cases
from openkader.register.tokens import hand_of

_LONGEST = 200  # no token of ours is so long
_READ = "api"  # how the trail calls it when a program reads a confidential dossier


@dataclass(frozen=True, slots=True)
class Caller:
    """A program with the name under which it works, what that person may through it, and when it called."""

    hand: TokenHand
    person: Person
    now: datetime

    @property
    def today(self) -> date:
        """The day on which the organisation lives."""
        return day_of(self.now)

    def require(self, act: Act) -> None:
        """Stop with the reason when the roles of the account, or the token, do not allow it."""
        refusal = self.person.refuses(act)
        if refusal is not None:
            raise Refused(refusal)

    def note_reading(self, dossier: str | None, level: Confidentiality | None = None) -> None:
        """Let the trail know that it read something of a case, where the case is confidential; None: of no case."""
        if dossier:
            services.note_reading(dossier, _READ, by=self.hand, now=self.now, level=level)

    def note_readings(self, dossiers: Collection[str]) -> None:
        """The same of all cases of these requests and activities."""
        services.note_readings(confidential_cases(dossiers), _READ, by=self.hand, now=self.now)


class ByToken(HttpBearer):
    """`Authorization: Bearer okt_…`; asked anew at every call, so that a withdrawn token opens nothing.

    Who may not do what the address is for hears so before anything that they sent is read.
    """

    def __init__(self, act: Act | None = None) -> None:
        super().__init__()
        self.act = act

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller; None when nobody has this token."""
        now = timezone.now()
        hand = hand_of(token, day_of(now)) if len(token) <= _LONGEST else None
        if hand is None:
            return None
        found = Caller(hand, acting_as(hand), now)
        if self.act is not None:
            found.require(self.act)
        return found


def caller(request: HttpRequest) -> Caller:
    """Who calls, after the door let them in."""
    found = getattr(request, "auth", None)
    assert isinstance(found, Caller)  # noqa: S101 - every address but the description asks for a token
    return found


def case_reader(request: HttpRequest) -> Caller:
    """Who calls where cases are read, also to write something at one, with nothing said beside it in the address."""
    who = caller(request)
    who.require(Act.READ_CASES)
    require_known(request.GET)
    return who
