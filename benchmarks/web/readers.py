"""Who reads the pages: advisers, an auditor and an archivist, each with a password that nobody knows.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.web.readers``.
"""

import secrets
import sys

from benchmarks.web.house import ACCOUNTS, ARCHIVIST, AUDITOR, TEAM


def main() -> int:
    """Open the accounts that are not there."""
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.utils import timezone

    from openkader.casework.permissions import HouseHand
    from openkader.casework.vocabulary import AccountRole
    from openkader.register import services
    from openkader.register.accounts import Post

    posts = {name: Post(roles=[AccountRole.ADVISER], team=TEAM) for name in ACCOUNTS}
    posts |= {AUDITOR: Post(roles=[AccountRole.AUDITOR]), ARCHIVIST: Post(roles=[AccountRole.ARCHIVIST])}
    known = set(User.objects.filter(username__in=posts).values_list("username", flat=True))
    by, now = HouseHand("cli:benchmark"), timezone.now()
    for name in posts.keys() - known:
        services.open_account(name, secrets.token_urlsafe(20), post=posts[name], by=by, now=now)
    return 0


if __name__ == "__main__":
    sys.exit(main())
