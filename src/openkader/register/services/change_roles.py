"""What a colleague may do changes."""

from datetime import datetime

from openkader.casework.permissions import Act, may_change_roles
from openkader.register import audit
from openkader.register.accounts import Post, account_named, appoint, roles_of
from openkader.register.hand import require, writing


def change_roles(name: str, post: Post, *, by: str, now: datetime) -> None:
    """Give an account these roles and this team and no other; it holds from the next page on."""
    require(may_change_roles(by, name))
    account = account_named(name)
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        audit.wait_for_turn()  # two changes at once: what the later one replaces is what the first one gave
        before = roles_of(account)
        appoint(account, post, hand)
        after = sorted(set(post.roles))
        hand.log(
            "account.roles-changed", "account", name, name, before=sorted(before), after=after, team=post.team
        )
