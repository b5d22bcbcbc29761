"""What is asked of a register from inside: sessions for its readers, dossiers they may see, and queries a page.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.web.inside PATH …``.
"""

import json
import sys
import time
from typing import Any

_TIMES = 4


def _processor(client: Any, path: str) -> float:
    """The processor time that a page takes by itself, database included where that is embedded."""
    began = time.process_time()
    client.get(path)
    return time.process_time() - began


def main() -> int:
    """Print sessions, dossiers and the number of queries of each path that was given."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from benchmarks.web.house import ACCOUNTS

    settings.ALLOWED_HOSTS.append("testserver")
    found: dict[str, object] = {"sessions": {}, "queries": {}, "processor": {}}
    for name in ACCOUNTS:
        client = Client()
        client.force_login(User.objects.get(username=name))
        found["sessions"][name] = client.cookies[settings.SESSION_COOKIE_NAME].value  # type: ignore[index]
    page = client.get("/werk/?van=all&volgorde=newest").content.decode()
    found["dossiers"] = sorted(
        {
            part.partition('"')[0]
            for part in page.split('href="/dossiers/')[1:]
            if "toewijzen" not in part[:60]
        }
    )
    paths = [*sys.argv[1:], *(f"/dossiers/{reference}" for reference in found["dossiers"][:5])]  # type: ignore[index]
    for path in paths:
        found["processor"][path] = min(_processor(client, path) for _ in range(_TIMES))  # type: ignore[index]
        with CaptureQueriesContext(connection) as queries:
            status = client.get(path).status_code
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        found["queries"][path] = len(queries)  # type: ignore[index]
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
