"""A party with its screenings: what was compared with which lists, and what came of it."""

from django.db.models import Exists, OuterRef, Q

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act, Person
from openkader.casework.screening import Cause
from openkader.register.found import asked_again, lists_again
from openkader.register.models import Hit, Party, Request, Screening
from openkader.register.selectors.delegation import party_row
from openkader.register.selectors.hits import hit_rows, notes_of, seen_dossier
from openkader.register.selectors.screening_rows import PartyPage, ScreeningRow
from openkader.register.standings import known_of
from openkader.register.visibility import visible_parties
from openkader.screening.evidence import Band, Compared

MOST_SCREENINGS = 50


def party_page(party: str, *, reader: Person) -> PartyPage:
    """A party and its screening, the newest first."""
    row, dossier, is_fictional = party_in_dossier(party, reader)
    if not reader.may(Act.READ_SCREENING):
        raise NotFound("party", party)
    (known,) = known_of([row])
    newest = Screening.objects.filter(party=row).order_by("-id")[:MOST_SCREENINGS]
    return PartyPage(
        party=party_row(known),
        dossier=dossier,
        is_fictional=is_fictional,
        asked=known.asked,
        screenings=tuple(_screening(one, party) for one in newest),
        hits=hit_rows(Hit.objects.filter(party=row).order_by("-id"), reader),
        notes=notes_of(row.pk),
    )


def party_in_dossier(reference: str, reader: Person) -> tuple[Party, str, bool]:
    """A party with its dossier, and whether it was made up."""
    made_up = Request.objects.filter(reference=OuterRef("dossier"), source__fictional=True)
    rows = visible_parties(reader).annotate(dossier=seen_dossier("reference", reader))
    rows = rows.annotate(is_fictional=Exists(made_up) | Q(source__fictional=True))
    row = rows.filter(reference=reference).first()
    if row is None:
        raise NotFound("party", reference)
    return row, row.dossier, row.is_fictional


def _screening(row: Screening, party: str) -> ScreeningRow:
    return ScreeningRow(
        id=row.pk,
        cause=Cause(row.cause),
        asked=asked_again(row.asked, party),
        lists=lists_again(row.lists),
        engine=row.engine,
        band=Band(row.band) if row.band else None,
        failure=row.failure,
        failure_detail=row.failure_detail,
        compared=tuple(map(Compared, row.compared)),
        missing=tuple(map(Compared, row.missing)),
        found=row.found,
        at=row.at,
        by=row.by,
    )
