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
    last_used_on: date | None
    withdrawn_at: datetime | None

    def holds(self, today: date) -> bool:
        """Whether a program still comes in with it, as long as its account is open."""
        return self.withdrawn_at is None and today <= self.ends_on


def hand_of(secret: str, today: date) -> TokenHand | None:
    """Who comes in with this secret today; nobody when it was withdrawn or has ended, or its account is closed.

    The first use of a day is noted.
    """
    held = ApiToken.objects.filter(withdrawn_at__isnull=True, ends_on__gte=today, account__is_active=True)
    columns = ("pk", "account__username", "name", "scopes", "last_used_on")
    row = held.filter(digest=digest_of(secret)).values(*columns).first()
    if row is None:
        return None
    if row["last_used_on"] != today:
        ApiToken.objects.filter(pk=row["pk"]).update(last_used_on=today)
    scopes = [TokenScope(word) for word in row["scopes"]]
    return TokenHand(row["account__username"], row["name"], acts_of(scopes))


def tokens(account: str | None = None) -> list[TokenRow]:
    """The tokens of every account, or of one; the newest first."""
    rows = ApiToken.objects.select_related("account").order_by("-at", "-pk")
    return [
        TokenRow(
            account=row.account.username,
            name=row.name,
            scopes=tuple(sorted(map(TokenScope, row.scopes), key=[*TokenScope].index)),
            ends_on=row.ends_on,
            opened_at=row.at,
            last_used_on=row.last_used_on,
            withdrawn_at=row.withdrawn_at,
        )
        for row in (rows if account is None else rows.filter(account__username=account))
    ]


def digest_of(secret: str) -> str:
    """What is kept of a secret of 256 random bits, which nobody finds by trying."""
    return hashlib.sha256(secret.encode()).hexdigest()
