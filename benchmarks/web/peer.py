"""The same register in a plain Django admin, read by as many at once."""

import json
import subprocess
import sys
from typing import Any
from urllib.parse import quote

from benchmarks.web.house import ACCOUNTS, House
from benchmarks.web.measuring import SEARCHED, Effort, Reader, read, row

SETTINGS = "benchmarks.web.peer_settings"
_NOT_INSIDE: dict[str, Any] = {"queries": {}, "processor": {}}
_LISTS = (
    "/admin/register/request/",
    "/admin/register/request/?country__exact=KR",
    "/admin/register/request/?p=10",
    "/admin/register/request/?o=-3",
)
_FIND = tuple(f"/admin/register/request/?q={quote(text)}" for text in SEARCHED)


def measure_peer(house: House, effort: Effort) -> dict[str, Any]:
    """What its list and its search take; it knows no permissions on a case, no scripts and no slips of the pen."""
    families = {"list": _LISTS, "search": _FIND}
    readers = [Reader(session, families) for session in superusers(house).values()]
    with house.serving(SETTINGS) as address:
        read(address, readers, Effort(2, 0.2))
        times = read(address, readers, effort)
    return {"pages": [row(name, times[name], _NOT_INSIDE, families[name]) for name in families]}


def superusers(house: House) -> dict[str, str]:
    """The same readers, who may now do everything: the admin knows no other way to see every case."""
    code = (
        "import json, django; django.setup()\n"
        "from django.contrib.auth.models import User\nfrom django.test import Client\n"
        f"found = {{}}\nfor name in {ACCOUNTS!r}:\n"
        "    may = {'is_staff': True, 'is_superuser': True}\n"
        "    user, _ = User.objects.get_or_create(username='peer-' + name, defaults=may)\n"
        "    client = Client(); client.force_login(user); found[name] = client.cookies['sessionid'].value\n"
        "print(json.dumps(found))"
    )
    environment = {**house.environment, "DJANGO_SETTINGS_MODULE": SETTINGS}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found
