"""How fast a program may leave things in the register; each token counts by itself."""

from openkader.api.doors import Caller
from openkader.base.errors import Refusal, Refused
from openkader.register.limits import Limit

MOST = 60
_LEFT = Limit("program", most=MOST, minutes=1)


def require_pace(who: Caller) -> None:
    """Stop a program that leaves more in a minute than people can look at; what it sent is not taken in."""
    if not _LEFT.count(whose(who)):
        raise Refused(Refusal("interface.too-many", {"most": str(MOST)}))


def whose(who: Caller) -> str:
    """The name under which a token is counted; no name of an account has a line break."""
    return f"{who.hand}\n{who.hand.token}"
