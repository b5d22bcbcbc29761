"""No text is longer than the description says, also where signs that cannot be seen are taken out of it."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from openkader.api import interface
from openkader.api.shapes import Shape

UNSEEN = "\u202e"  # taken out of every text, as on the pages


def shapes(of: type[Shape]) -> Iterator[type[Shape]]:
    for one in of.__subclasses__():
        yield one
        yield from shapes(one)


def texts() -> Iterator[tuple[str, FieldInfo, int]]:
    """Every text of which the description says how long it may be."""
    assert interface.VERSION  # with it, every address and its shapes are there
    for shape in sorted(set(shapes(Shape)), key=lambda one: one.__qualname__):
        for name, field in shape.model_fields.items():
            for most in _longest(field):
                yield f"{shape.__name__}.{field.alias or name}", field, most


def _longest(field: FieldInfo) -> list[int]:
    said = adapter(field).json_schema(mode="validation")
    both = [said, *said.get("anyOf", [])]
    return [one["maxLength"] for one in both if one.get("type") == "string" and "maxLength" in one]


def adapter(field: FieldInfo) -> TypeAdapter[Any]:
    told: Any = Annotated[field.annotation, "text", *field.metadata]
    return TypeAdapter(told)


TEXTS = list(texts())


def test_there_are_texts_that_may_be_so_long() -> None:
    assert len(TEXTS) > 50


@pytest.mark.parametrize(("field", "most"), [one[1:] for one in TEXTS], ids=[one[0] for one in TEXTS])
def test_no_text_is_longer_than_the_description_says(field: FieldInfo, most: int) -> None:
    with pytest.raises(ValidationError):
        adapter(field).validate_python("x" * most + UNSEEN)
