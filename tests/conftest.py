"""What every test stands on: a data folder of its own, a browser, and no silent skips."""

import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import django
import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from hypothesis import HealthCheck, settings

from tests.declared import hold_to_what_was_declared
from tests.sayable import hold_to_their_sentences

# Before the settings are read: no test may ever touch the register of whoever runs it.
DATA = Path(tempfile.mkdtemp(prefix="openkader-tests-"))
os.environ["OPENKADER_DATA"] = str(DATA)
# A browser of a test is let in without a password; the test of confirming asks for it.
os.environ["OPENKADER_CONFIRM_MINUTES"] = "0"
# The servers that tests play with lie on this machine.
os.environ["OPENKADER_INNER"] = "127.0.0.1"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openkader.conf.settings")
# The browser's event loop runs in the thread of the test, which Django would take for an accident.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Not left to pytest-django, which does it only where somebody has touched the settings before.
django.setup()

# Passwords of tests protect nothing; a house of its own, in processes of its own, hashes as an installation does.
PBKDF2PasswordHasher.iterations = 1000

# After Django: the sentences are asked for while it stands.
hold_to_their_sentences()
hold_to_what_was_declared()

# A busy machine is slow at times, and that is no mistake in the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

NOTHING_MAY_BE_SKIPPED = os.environ.get("OPENKADER_REQUIRE_ALL") == "1"
# Installations with each kind of database in turn: what is tried on these was tried on both already.
BOTH_DATABASES = frozenset({"either", "filled", "unbuilt"})
# Chromium stays on this machine: no updates, no reports, no sync.
QUIET_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a database that was named, only what asks it: the rest would be the same again."""
    belongs = asks_the_database if os.environ.get("DATABASE_URL") else is_for_any_database
    config.hook.pytest_deselected(items=[item for item in items if not belongs(item)])
    items[:] = [item for item in items if belongs(item)]


def asks_the_database(item: pytest.Item) -> bool:
    """Whether a test opens the database of this process, and no installation of its own beside it."""
    names = getattr(item, "fixturenames", ())
    if BOTH_DATABASES.intersection(names):
        return False
    return item.get_closest_marker("django_db") is not None or "db" in names


def is_for_any_database(item: pytest.Item) -> bool:
    """Whether a test says nothing of PostgreSQL alone."""
    return item.get_closest_marker("postgresql") is None


def pytest_unconfigure() -> None:
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    return failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    return failed_if_skipped((yield))


def failed_if_skipped(report: Any) -> Any:
    """Where everything is installed, a skipped test is a hole in the gate."""
    if NOTHING_MAY_BE_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"Skipped where nothing may be skipped. {reason}"
    return report


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's own Chromium; Playwright's would have to be downloaded."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET_CHROMIUM}


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """A PostgreSQL database that the tests may use as they like."""
    url = os.environ.get("OPENKADER_TEST_POSTGRES", "")
    if not url:
        pytest.skip("no PostgreSQL: set OPENKADER_TEST_POSTGRES=postgresql://…")
    return url
