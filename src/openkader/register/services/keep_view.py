"""A colleague keeps a choice from the work list under a name, or forgets it."""

from datetime import datetime

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act
from openkader.register.accounts import account_named
from openkader.register.hand import require, writing
from openkader.register.models import SavedView

_LONGEST_NAME, _LONGEST_CHOICE = 80, 1000
MOST_VIEWS = 40


def keep_view(name: str, choice: str, *, by: str, now: datetime) -> None:
    """Keep a choice as it stands in the address; one of the same name makes way for it."""
    name = " ".join(name.split())
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        account = account_named(by)
        views = SavedView.objects.filter(account=account)
        require(_may_keep(name, choice, views.exclude(name=name).count()))
        views.update_or_create(account=account, name=name, defaults={"choice": choice, "at": now})
        hand.log("view.kept", "account", by, by)


def forget_view(name: str, *, by: str, now: datetime) -> None:
    """Forget a choice; the cases in it stay what they are."""
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        gone, _ = SavedView.objects.filter(account=account_named(by), name=name).delete()
        if not gone:
            raise NotFound("view", name[:_LONGEST_NAME])
        hand.log("view.forgotten", "account", by, by)


def _may_keep(name: str, choice: str, others: int) -> Refusal | None:
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        return Refusal("view.no-name")
    if len(choice) > _LONGEST_CHOICE:
        return Refusal("view.too-long")
    return Refusal("view.too-many", {"most": str(MOST_VIEWS)}) if others >= MOST_VIEWS else None
