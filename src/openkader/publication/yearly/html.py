"""The evaluation as one HTML file that can be mailed, archived and printed: it needs no server and no other file."""

from collections.abc import Iterator
from pathlib import Path

from django.template import Context, Engine
from django.utils.safestring import mark_safe

from openkader.base.text import Text
from openkader.evaluation.document import (
    Block,
    Chapter,
    Document,
    Gap,
    Heading,
    Number,
    Paragraph,
    Picture,
    Points,
    Quote,
    Run,
    Table,
    Words,
)
from openkader.publication.yearly.style import Edition

MEDIA_TYPE = "text/html; charset=utf-8"
_TEMPLATES = Path(__file__).parents[1] / "templates"
_ENGINE = Engine(dirs=[str(_TEMPLATES)], autoescape=True)
_DEEPEST = 6
_WORDS = {
    "contents": Text(nl="Inhoud", en="Contents"),
    "table": Text(nl="De getallen van deze grafiek", en="The numbers of this chart"),
    "nothing": Text(nl="Geen rijen.", en="No rows."),
}


def html_of(document: Document, edition: Edition) -> str:
    """The page; its links lead to the register, or on the same site where nobody knows its address."""
    words = {name: text.in_(document.language) for name, text in _WORDS.items()}
    writer = _Writer(edition)
    context = {
        "document": document,
        "words": words,
        "accent": edition.style.accent,
        "chapters": [writer.chapter(one, 2) for one in document.chapters],
    }
    return _ENGINE.get_template("yearly.html").render(Context(context))


def notes_of(runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    """What is to be known beside the numbers of a passage, each said once."""
    notes = {run.text: run.note for run in runs if not isinstance(run, Words) and run.note}
    return list(notes.items())


class _Writer:
    """What the template needs of each part, with identifiers that are unique on the page."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.drawings = 0

    def chapter(self, chapter: Chapter, level: int) -> dict[str, object]:
        return {
            "id": chapter.id,
            "title": chapter.title,
            "level": min(level, _DEEPEST),
            "blocks": [self.block(one, level) for one in chapter.blocks],
            "chapters": [self.chapter(one, level + 1) for one in chapter.chapters],
        }

    def block(self, block: Block, level: int) -> dict[str, object]:
        """A block by its name, with what it holds and its links made whole."""
        found: dict[str, object] = {"sort": type(block).__name__.lower(), "is": block}
        match block:
            case Heading() | Paragraph():
                found |= {"level": min(level + 1, _DEEPEST), "notes": notes_of(block.runs)}
                found["runs"] = list(self.runs(block.runs))
            case Points():
                found["items"] = [list(self.runs(runs)) for runs in block.items]
                found["notes"] = [note for runs in block.items for note in notes_of(runs)]
            case Table():
                found["table"] = self.table(block)
            case Picture():
                found |= {"svg": self.drawing(block.svg, block.id), "table": self.table(block.table)}
            case Quote() if block.path:
                found["url"] = self.url(block.path)
        return found

    def runs(self, runs: tuple[Run, ...]) -> Iterator[dict[str, object]]:
        for run in runs:
            match run:
                case Words():
                    yield {"sort": "words", "text": run.text}
                case Number():
                    yield {"sort": "number", "text": run.text, "url": self.url(run.path)}
                case Gap():
                    yield {"sort": "gap", "text": run.text}

    def table(self, table: Table) -> dict[str, object]:
        columns, rows = table.columns, table.rows
        whole = sum(column.share for column in columns)
        return {
            "is": table,
            "columns": columns,
            "widths": [f"{100 * column.share / whole:.1f}" for column in columns],
            "rows": [
                [
                    {
                        "lines": cell.text.splitlines() or [""],
                        "url": self.url(cell.path) if cell.path else None,
                        "label": column.label,
                        "looks": " ".join(
                            name for name, so in (("amount", column.is_number), ("none", not cell.text)) if so
                        ),
                    }
                    for cell, column in zip(row, columns, strict=True)
                ]
                for row in rows
            ],
        }

    def drawing(self, svg: str, name: str) -> str:
        """The chart itself, which our own module drew; its identifiers are made unique, as it may come twice."""
        self.drawings += 1
        for part in ("title", "desc"):
            svg = svg.replace(f"{name}-{part}", f"{name}-{self.drawings}-{part}")
        return mark_safe(self.edition.style.drawn(svg))  # noqa: S308 - drawn by charts/, which escapes what it is given

    def url(self, path: str) -> str:
        return self.edition.address + path
