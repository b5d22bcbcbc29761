"""Installations of both kinds; what the register promises holds on each."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.core.cache import cache, caches
from django.db.backends.base.base import BaseDatabaseWrapper

from openkader.kader import Assessor
from openkader.register.bucket import Bucket
from tests import s3_server
from tests.installation import Installation, fresh_postgres
from tests.integration.oidc_provider import Provider, configure, provider_on_this_computer
from tests.integration.year_house import in_place_of_the_empty_one, year_database


@pytest.fixture
def house(tmp_path: Path, built: Installation) -> Installation:
    """An installation with the embedded database; there is nothing in its register yet."""
    return Installation(Path(shutil.copytree(built.data, tmp_path / "data")))


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation with each kind of database in turn; there is nothing in its register yet."""
    if request.param == "sqlite":
        yield request.getfixturevalue("house")
        return
    template = request.getfixturevalue("built_on_postgres")
    data = Path(shutil.copytree(template.data, tmp_path / "data"))
    with copied(template, request.getfixturevalue("postgres_url")) as url:
        yield Installation(data, url)


@pytest.fixture(params=["sqlite", "postgresql"])
def unbuilt(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation with each kind of database in turn; nothing is made yet."""
    if request.param == "sqlite":
        yield Installation(tmp_path / "data")
        return
    with fresh_postgres(request.getfixturevalue("postgres_url")) as url:
        yield Installation(tmp_path / "data", url)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation of which the database was made once, since that takes seconds."""
    return after(Installation(tmp_path_factory.mktemp("built") / "data"), "migrate")


@pytest.fixture(scope="session")
def built_on_postgres(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """The same on PostgreSQL."""
    with fresh_postgres(request.getfixturevalue("postgres_url")) as url:
        yield after(Installation(tmp_path_factory.mktemp("built") / "data", url), "migrate")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The year 2024 as the demo loads it, with the embedded database."""
    return after(Installation(tmp_path_factory.mktemp("demo") / "data"), "demo", "--no-serve")


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def template(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """The year 2024, loaded once on each kind of database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("demo")
        return
    with fresh_postgres(request.getfixturevalue("postgres_url")) as url:
        yield after(Installation(tmp_path_factory.mktemp("demo") / "data", url), "demo", "--no-serve")


def after(house: Installation, *words: str) -> Installation:
    """The same installation, after a command."""
    done = house.run(*words)
    assert done.returncode == 0, done.stderr
    return house


def copied(template: Installation, postgres_url: str) -> AbstractContextManager[str]:
    """A copy of its database, for as long as a test takes."""
    return fresh_postgres(postgres_url, urlsplit(template.database_url).path.removeprefix("/"))


@pytest.fixture
def loaded(demo: Installation, tmp_path: Path) -> Installation:
    """The same with the embedded database, which the test may ruin."""
    return Installation(Path(shutil.copytree(demo.data, tmp_path / "data")))


@pytest.fixture
def filled(template: Installation, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation with the year 2024, which the test may ruin."""
    data = Path(shutil.copytree(template.data, tmp_path / "data"))
    if not template.database_url:
        yield Installation(data)
        return
    with copied(template, request.getfixturevalue("postgres_url")) as url:
        yield Installation(data, url)


@pytest.fixture(scope="session")
def s3_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server of the S3 interface, with nothing in it."""
    if not s3_server.is_here():
        pytest.skip(
            "no Swift on this machine (Debian: swift-proxy swift-account swift-container swift-object)"
        )
    with s3_server.s3_server(tmp_path_factory.mktemp("swift")) as url:
        yield url


@pytest.fixture
def bucket(s3_url: str) -> Bucket:
    """An empty bucket of it."""
    return s3_server.make(s3_server.bucket_at(s3_url, f"kader-{uuid4().hex[:12]}"))


@pytest.fixture(scope="session")
def database_of_2024(django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper]:
    """The year 2024, taken over once in a database beside the one that is empty."""
    with django_db_blocker.unblock(), year_database() as found, django_db_blocker.block():
        yield found


@pytest.fixture
def django_db_setup(request: pytest.FixtureRequest, django_db_setup: None) -> Iterator[None]:
    """The database of a test: an empty one, or where it asks for that the one with the year 2024."""
    if "year_2024" not in request.fixturenames:
        yield
        return
    with in_place_of_the_empty_one(request.getfixturevalue("database_of_2024")):
        yield


@pytest.fixture
def year_2024(db: None) -> None:
    """The year 2024 in the database of this test, assessed; what the test changes in it, no other test sees."""
    caches["made"].clear()  # a test before this one may have changed the register past its trail


@pytest.fixture
def assessor(db: None) -> Assessor:
    """The kader of the province, as a case is weighed with it."""
    from openkader.register.kaders import assessor_of

    return assessor_of("zuid-holland/2024-01-01")


@pytest.fixture
def provider(db: None, settings: Any) -> Iterator[Provider]:
    """A provider on this computer with which people sign in."""
    cache.clear()
    with provider_on_this_computer() as found:
        configure(settings, found)
        yield found
