"""A colleague is invited by mail to choose a password, instead of getting one that somebody else has seen."""

from collections.abc import Callable
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act, may_invite, may_manage
from openkader.casework.vocabulary import PasswordDue
from openkader.register import audit
from openkader.register.accounts import account_named, give_password
from openkader.register.hand import require, writing
from openkader.register.intake_entries import MailEntry
from openkader.register.invitations import can_send, token_for
from openkader.register.models import DuePassword
from openkader.register.outgoing import enter_mail
from openkader.register.sessions import end_all


def invite_account(name: str, mail_with: Callable[[str, str], MailEntry], *, by: str, now: datetime) -> None:
    """Send the link to the address of the account; `mail_with` makes the mail of that address and what the link holds.

    The password that was is of no use any more, nor is an invitation from before, and whoever is signed in is signed
    out: as when an administrator gives another one. The trail says that it was sent, and not where to.
    """
    require(may_manage(by, name))
    account = account_named(name)
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        audit.wait_for_turn()
        account.refresh_from_db()
        require(None if account.is_active else Refusal("account.closed-already"))
        require(may_invite(has_mail=can_send(), has_address=bool(account.email)))
        give_password(account, None, hand)
        DuePassword.objects.create(account=account, why=PasswordDue.INVITED, since=now)
        end_all(account)
        enter_mail(mail_with(account.email, token_for(account)), account, hand)
        hand.log("account.invited", "account", name, name)
