"""What others say of the world around a year, each figure with its source and whether its parts add up."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.context_figures import CheckSum, Part, check_sum
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.register.columns import pair, period_of
from openkader.register.models import ContextFigure, ContextPart
from openkader.register.shelf import shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextRow:
    """A figure of others; `about` is the year that it is of, `dated` the date of its source.

    `check` is None where no parts are given. `struck_out` is the reason why it counts for nothing any more; `by` and
    the file are for colleagues.
    """

    reference: str
    name: Text
    value: Decimal
    unit: Text
    about: int
    title: str
    publisher: str | None
    url: str | None
    dated: Period | None
    parts: tuple[Part, ...]
    check: CheckSum | None
    passage: str | None
    remark: Text | None
    sha256: str | None
    file: str | None
    by: str | None
    struck_out: str | None
    is_fictional: bool


def context_of(year: int, *, reader: Person) -> tuple[ContextRow, ...]:
    """The figures of others for the account of a year that were not struck out."""
    return tuple(row for row in context_noted(year, reader=reader) if row.struck_out is None)


def context_noted(year: int, *, reader: Person) -> tuple[ContextRow, ...]:
    """All that were noted; a colleague also sees what was struck out, with the reason."""
    rows = ContextFigure.objects.filter(year=year).select_related("source", "correction").order_by("id")
    parts = Prefetch("parts", queryset=ContextPart.objects.order_by("place"))
    inside = reader.may(Act.READ_CASES)
    found = [_row(row, inside=inside) for row in rows.prefetch_related(parts)]
    return tuple(row for row in found if inside or row.struck_out is None)


def context_document(reference: str) -> tuple[str, str, bytes]:
    """The name, the type and the content of the source of a figure."""
    rows = ContextFigure.objects.filter(reference=reference, size__isnull=False)
    row = rows.values("file_name", "media_type", "sha256").first()
    if row is None:
        raise NotFound("document", reference[:80])
    return row["file_name"], row["media_type"], shelf().take(row["sha256"], row["file_name"])


def _row(row: ContextFigure, *, inside: bool) -> ContextRow:
    parts = tuple(Part(Text(nl=one.name_nl, en=one.name_en), one.value) for one in row.parts.all())
    correction = getattr(row, "correction", None)
    return ContextRow(
        reference=row.reference,
        name=Text(nl=row.name_nl, en=row.name_en),
        value=row.value,
        unit=Text(nl=row.unit_nl, en=row.unit_en),
        about=row.about,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        dated=period_of(vars(row)),
        parts=parts,
        check=check_sum(row.value, [one.value for one in parts]),
        passage=row.passage,
        remark=pair(row.remark_nl, row.remark_en),
        sha256=row.sha256,
        file=row.file_name if inside else None,
        by=row.recorded_by if inside else None,
        struck_out=correction.reason if correction else None,
        is_fictional=row.source is not None and row.source.fictional,
    )
