"""A colleague gets an account, with which whoever acts is known by name."""

from datetime import datetime

from django.contrib.auth.models import User

from openkader.base.errors import Invalid, Problem, Refusal
from openkader.casework.permissions import Act
from openkader.register import audit
from openkader.register.accounts import Post, appoint, give_password, is_account_name
from openkader.register.hand import require, writing
from openkader.register.passwords import check_password

NO_POST = Post()


def open_account(name: str, password: str | None, *, by: str, now: datetime, post: Post = NO_POST) -> str:
    """Register an account; its name is how the audit trail will know the colleague.

    Without a role it sees what everybody sees. Without a password nobody can sign in with it until one is given.
    """
    if not is_account_name(name):
        raise Invalid([Problem("account.bad-name", "account", {"name": name[:80]})])
    if password is not None:
        check_password(password, User(username=name))
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        audit.wait_for_turn()  # two openings of one name: the second finds the first
        # Also in other capitals: two names that read alike would make one colleague the second person.
        taken = User.objects.filter(username__iexact=name).exists()
        require(Refusal("account.taken", {"name": name}) if taken else None)
        account = User.objects.create_user(name)
        give_password(account, password, hand)
        appoint(account, post, hand)
        hand.log("account.opened", "account", name, name, roles=sorted(set(post.roles)), team=post.team)
    return name
