"""A colleague who came back can sign in again."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act, may_change_roles
from openkader.register import audit
from openkader.register.accounts import Post, account_named, appoint, give_password, roles_of
from openkader.register.hand import require, writing
from openkader.register.passwords import check_password
from openkader.register.services.open_account import NO_POST


def reopen_account(name: str, password: str, *, by: str, now: datetime, post: Post = NO_POST) -> None:
    """Open a closed account, with a new password and the roles that are given now.

    What somebody might do when they left says nothing of what they may do now: of the roles that it had, none comes
    back by itself. Nor does an old password or an old session let anybody in. A second step stays.
    """
    require(may_change_roles(by, name))
    account = account_named(name)
    check_password(password, account)
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        audit.wait_for_turn()  # two reopenings at once: the second finds it open
        account.refresh_from_db(fields=["is_active"])
        require(Refusal("account.open-already") if account.is_active else None)
        before, after = sorted(roles_of(account)), sorted(set(post.roles))
        account.is_active = True
        account.save(update_fields=["is_active"])
        give_password(account, password, hand)
        appoint(account, post, hand)
        hand.log("account.reopened", "account", name, name, before=before, after=after, team=post.team)
