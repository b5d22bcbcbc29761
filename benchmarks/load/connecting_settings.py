"""The settings with another way to keep connections; LOAD_CONNECTIONS names it. A pool is no dependency of ours."""

import os
import sys
from typing import Any

from benchmarks.load.connecting import ENVIRONMENT
from benchmarks.load.tasks.measuring import VENV
from benchmarks.web.house import THREADS
from openkader.conf.settings import *  # noqa: F403
from openkader.conf.settings import DATABASES as OURS

_way = os.environ.get(ENVIRONMENT, "kept")
_ours: dict[str, Any] = dict(OURS["default"])
if _way != "kept":
    _ours["CONN_MAX_AGE"] = 0
if _way == "pool":
    sys.path.append(str(VENV / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"))
    _ours["OPTIONS"] = {**_ours["OPTIONS"], "pool": {"min_size": THREADS, "max_size": THREADS, "timeout": 30}}
DATABASES = {"default": _ours}
