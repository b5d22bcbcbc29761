"""The advisers who read the pages: each with a password that nobody knows.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.web.readers``.
"""

import secrets
import sys

from benchmarks.web.house import ACCOUNTS, TEAM


def main() -> int:
    """Open their accounts."""
    import django

    django.setup()
    from django.utils import timezone

    from openkader.casework.permissions import HouseHand
    from openkader.casework.vocabulary import AccountRole
    from openkader.register import services
    from openkader.register.accounts import Post

    post, now = Post(roles=[AccountRole.ADVISER], team=TEAM), timezone.now()
    for name in ACCOUNTS:
        services.open_account(
            name, secrets.token_urlsafe(20), post=post, by=HouseHand("cli:benchmark"), now=now
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
