"""The tokens with which programs come in."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from openkader.casework.permissions import TokenHand
from openkader.casework.tokens import TokenScope, acts_of
from openkader.register.models import ApiToken


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenEntry:
    """A token as it is asked for: whose, called what, for what, and its last day."""

    account: str
    name: str
    scopes: tuple[TokenScope, ...]
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """A token as a list shows it, without its secret."""

    account: str
    name: str
    scopes: tuple[TokenScope, ...]
    ends_on: date
    opened_at: datetime
    withdrawn_at: datetime | None


def hand_of(secret: str, today: date) -> TokenHand | None:
    """Who comes in with this secret today; nobody when it was withdrawn or has ended, or its account is closed."""
    held = ApiToken.objects.filter(withdrawn_at__isnull=True, ends_on__gte=today, account__is_active=True)
    row = held.filter(digest=digest_of(secret)).values("account__username", "name", "scopes").first()
    if row is None:
        return None
    scopes = [TokenScope(word) for word in row["scopes"]]
    return TokenHand(row["account__username"], row["name"], acts_of(scopes))


def tokens() -> list[TokenRow]:
    """The tokens of every account, the newest first."""
    return [
        TokenRow(
            account=row.account.username,
            name=row.name,
            scopes=tuple(TokenScope(word) for word in row.scopes),
            ends_on=row.ends_on,
            opened_at=row.at,
            withdrawn_at=row.withdrawn_at,
        )
        for row in ApiToken.objects.select_related("account").order_by("-at", "-pk")
    ]


def digest_of(secret: str) -> str:
    """What is kept of a secret of 256 random bits, which nobody finds by trying."""
    return hashlib.sha256(secret.encode()).hexdigest()
