"""A reader of the pages, and how many questions a page may ask the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 12


def page(path: str, language: str = "nl", status: int = 200) -> str:
    """The text of a page as somebody without an account reads it."""
    response = Client().get(path, headers={"cookie": f"django_language={language}"})
    assert response.status_code == status, f"{path}: {response.status_code}"
    return response.content.decode()


def queries_of(path: str) -> int:
    """How often a page asks the database."""
    with CaptureQueriesContext(connection) as queries:
        page(path)
    return len(queries)
