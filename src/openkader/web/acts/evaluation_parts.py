"""The tables, charts and quotes of a written evaluation, as everybody may see them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from openkader.casework.permissions import NOBODY
from openkader.casework.prose import Binding, Bound
from openkader.evaluation.chapters import CHARTS, TABLES
from openkader.evaluation.document import Block
from openkader.kader import Kader
from openkader.publication.yearly.parts import bound_parts, drawn_parts, read_parts
from openkader.publication.yearly.source import Asked
from openkader.register.evaluations import Key, Written, texts_in
from openkader.register.moments import day_of


def parts_known() -> tuple[str, ...]:
    """What a text can take as a table or a chart, as it is written."""
    found = [Binding(Bound.TABLE, name) for name in TABLES] + [Binding(Bound.CHART, name) for name in CHARTS]
    return tuple(one.written("nl") for one in found)


def parts_now(asked: Asked, text: str, kader: Kader, head: str) -> dict[Binding, Block]:
    """What one text takes from the register as it is now."""
    return bound_parts(asked, [text], _state(kader, head))


def parts_to_freeze(
    asked: Asked, written: Mapping[Key, Written], kader: Kader, head: str
) -> dict[str, dict[str, Any]]:
    """The tables and charts of all texts, by language; a language that takes none is left out."""
    found = {
        language: drawn_parts(replace(asked, language=language), texts.values(), _state(kader, head))
        for language, texts in texts_in(written).items()
    }
    return {language: parts for language, parts in found.items() if parts}


def parts_adopted(asked: Asked, content: Mapping[str, Any], kader: Kader, head: str) -> dict[Binding, Block]:
    """What everybody reads with an adopted text."""
    return read_parts(asked, content, _state(kader, head))


def public(year: int, language: str, now: datetime) -> Asked:
    """A year as everybody may see it."""
    return Asked(year=year, language=language, reader=NOBODY, today=day_of(now))


def _state(kader: Kader, head: str) -> str:
    """What is kept is kept as long as neither the kader nor the register changes."""
    return f"{kader.digest[:16]}:{head}"
