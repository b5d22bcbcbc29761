"""A colleague says where reminders go."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.accounts import account_named
from openkader.register.hand import writing


def change_mail_address(name: str, address: str, *, by: str, now: datetime) -> None:
    """Replace one's own address, or take it away; the trail does not say which it is."""
    account = account_named(name)
    with writing(by=by, now=now, act=None if by == name else Act.MANAGE_PEOPLE) as hand:
        if account.email == address:
            return
        account.email = address
        account.save(update_fields=["email"])
        hand.log("account.address-changed", "account", name, name)
