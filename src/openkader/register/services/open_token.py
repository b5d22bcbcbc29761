"""A program is let in under the name of a colleague, and kept out again."""

import secrets
from datetime import datetime

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act, HouseHand, TokenHand
from openkader.casework.tokens import BEGINNING, may_open_token
from openkader.register.accounts import account_named
from openkader.register.hand import require, writing
from openkader.register.models import ApiToken
from openkader.register.tokens import TokenEntry, digest_of

_BYTES = 32


def open_token(entry: TokenEntry, *, by: str, now: datetime) -> str:
    """Open a token and hand out its secret, which is shown this once; it can do no more than its account.

    Colleagues open their own; that of another is opened where the house runs.
    """
    name = " ".join(entry.name.split())
    secret = f"{BEGINNING}{secrets.token_urlsafe(_BYTES)}"
    with writing(by=by, now=now, act=None) as hand:
        is_allowed = _is_own(entry.account, by) or isinstance(by, HouseHand)
        require(None if is_allowed else Refusal("token.not-yours"))
        account = account_named(entry.account)
        require(None if account.is_active else Refusal("account.closed-already"))
        held = ApiToken.objects.filter(account=account)
        taken = held.filter(name=name).exists()
        require(Refusal("token.taken", {"name": name}) if taken else None)
        others = held.filter(withdrawn_at__isnull=True, ends_on__gte=hand.today).count()
        require(may_open_token(name, entry.scopes, (hand.today, entry.ends_on), others))
        ApiToken.objects.create(
            account=account,
            name=name,
            digest=digest_of(secret),
            scopes=sorted(set(entry.scopes)),
            ends_on=entry.ends_on,
            at=now,
            by=by,
        )
        ends_on, scopes = entry.ends_on.isoformat(), sorted(set(entry.scopes))
        hand.log(
            "token.opened",
            "account",
            account.username,
            account.username,
            name=name,
            scopes=scopes,
            ends_on=ends_on,
        )
    return secret


def withdraw_token(account: str, name: str, *, by: str, now: datetime) -> None:
    """Keep the program out from now on; an administrator does it for anybody, everybody for themselves."""
    with writing(by=by, now=now, act=None if _is_own(account, by) else Act.MANAGE_PEOPLE) as hand:
        row = ApiToken.objects.filter(account=account_named(account), name=name).select_for_update().first()
        if row is None:
            raise NotFound("token", name[:60])
        require(Refusal("token.withdrawn-already") if row.withdrawn_at else None)
        row.withdrawn_at = now
        row.save(update_fields=["withdrawn_at"])
        hand.log("token.withdrawn", "account", account, account, name=name)


def _is_own(account: str, by: str) -> bool:
    """A program is not the colleague under whose name it works: it opens and withdraws none."""
    return by == account and not isinstance(by, TokenHand)
