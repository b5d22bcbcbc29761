"""What is asked of a register from inside: sessions for its readers, dossiers they may see, and queries a page.

Run as a process of its own, in the environment of the register:
``python -m benchmarks.web.inside [--times N] [--asked N] PATH …``.
"""

import argparse
import json
import re
import sys
import time
from typing import Any

DOSSIER = re.compile(r'href="(/dossiers/[^/"]+/)"')
FORM = "/dossiers/nieuw/"
_NEWEST = ("/werk/?van=all&volgorde=newest", "/werk/?van=team&volgorde=newest", "/dossiers/")


def main() -> int:
    """Print sessions and dossiers of each reader, and of each page the most queries and the processor time."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from benchmarks.web.house import ACCOUNTS

    options = _options()
    settings.ALLOWED_HOSTS.append("testserver")
    found: dict[str, dict[str, Any]] = {"sessions": {}, "dossiers": {}, "queries": {}, "processor": {}}
    for place, name in enumerate(ACCOUNTS):
        client = Client()
        client.force_login(User.objects.get(username=name))
        found["sessions"][name] = client.cookies[settings.SESSION_COOKIE_NAME].value
        found["dossiers"][name] = dossiers_of(client)
        for path in (*options.paths, *found["dossiers"][name][: options.asked]):
            if not place:
                found["processor"][path] = min(_processor(client, path) for _ in range(options.times))
            found["queries"][path] = max(_queries(client, path), found["queries"].get(path, 0))
    print(json.dumps(found))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web.inside")
    # The shortest counts: the first time, much is still to be read.
    parser.add_argument("--times", type=int, default=3, help="how often the processor time is taken")
    parser.add_argument("--asked", type=int, default=10, help="dossiers of each reader that are looked into")
    parser.add_argument("paths", nargs="+")
    return parser.parse_args()


def dossiers_of(client: Any) -> list[str]:
    """The dossiers on the first pages that somebody opens; what is confidential for others is among them."""
    pages = (client.get(path).content.decode() for path in _NEWEST)
    return list(dict.fromkeys(place for page in pages for place in DOSSIER.findall(page) if place != FORM))


def _queries(client: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    if status != 200:
        raise RuntimeError(f"{path}: {status}")
    return len(queries)


def _processor(client: Any, path: str) -> float:
    """The processor time that a page takes by itself, database included where that is embedded."""
    began = time.process_time()
    client.get(path)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
