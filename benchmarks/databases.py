"""The databases of PostgreSQL in which a benchmark keeps its registers; BENCH_POSTGRES names their server."""

import os
from urllib.parse import urlsplit, urlunsplit


def is_there() -> bool:
    """Whether PostgreSQL can be measured at all."""
    return bool(os.environ.get("BENCH_POSTGRES"))


def address(name: str) -> str:
    """Where the database of this name lies."""
    return urlunsplit(urlsplit(os.environ["BENCH_POSTGRES"])._replace(path=f"/{name}"))


def create(name: str, like: str = "template1") -> None:
    """An empty one, or a copy of another; what had the name before is gone."""
    import psycopg

    with psycopg.connect(os.environ["BENCH_POSTGRES"], autocommit=True) as connection:
        connection.execute(f'drop database if exists "{name}"')
        connection.execute(f'create database "{name}" template "{like}"')
