"""Lets accounts of a register in, for a benchmark.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.web.sessions NAME...``.
"""

import json
import sys


def main() -> int:
    """Print the session of each account, by its name."""
    import django

    django.setup()
    print(json.dumps({name: session_of(name) for name in sys.argv[1:]}))
    return 0


def session_of(name: str) -> str:
    """A session of this account, signed in; no password is asked."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username=name))
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


if __name__ == "__main__":
    sys.exit(main())
