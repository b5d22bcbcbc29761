"""A text that a database cannot keep is refused in words, whichever database it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import User
from django.db import connection

from openkader.base.errors import Invalid
from openkader.register.models import RegisterSource
from openkader.register.storable import is_storable

pytestmark = pytest.mark.django_db
UNSTORABLE = ["a\x00b", "\x00", "half \ud83d"]


@pytest.mark.parametrize("text", UNSTORABLE)
def test_it_is_refused_in_a_question_and_in_a_row(text: str) -> None:
    with pytest.raises(Invalid) as asked:
        RegisterSource.objects.filter(title_nl=text).exists()
    with pytest.raises(Invalid) as written:
        User.objects.create(username=text)
    with pytest.raises(Invalid) as many, connection.cursor() as cursor:
        cursor.executemany("SELECT %s", [["right"], [text]])
    codes = {error.value.problems[0].code for error in (asked, written, many)}
    assert codes == {"register.unstorable"}


def test_what_can_be_kept_is_kept() -> None:
    assert User.objects.create(username="Zoë 王小明 😀 \\u0000").pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@dataclass(frozen=True)
class Json:
    """How PostgreSQL is given JSON."""

    obj: object


def nested() -> Iterator[object]:
    for text in UNSTORABLE:
        yield from ([text], {"a": text}, {text: 1}, ("a", {"b": [text]}), Json({"a": [text]}))


@pytest.mark.parametrize("value", list(nested()), ids=ascii)
def test_it_is_found_wherever_it_stands(value: object) -> None:
    assert not is_storable(value)
    assert is_storable([1, None, b"\x00", "a", {"b": ["c"]}, Json({"a": 1})])
