"""Whether a dossier is ready for an archive, as its page shows it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from openkader.base.errors import NotFound, Refusal
from openkader.base.text import Text
from openkader.casework.archiving import may_archive
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Confidentiality
from openkader.register.destroying.dossiers import OVER
from openkader.register.models import Tombstone
from openkader.register.visibility import visible_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A dossier before it is taken along, by its line in the list of work; what takes it along reads the case."""

    reference: str
    title: Text
    level: Confidentiality
    is_made_up: bool
    refusal: Refusal | None


def standing_of(reference: str, reader: Person) -> Standing:
    """How a dossier stands; one that the reader may not see is not there."""
    gone = Exists(Tombstone.objects.filter(reference=OuterRef("reference")))
    rows = visible_requests(reader).filter(reference=reference).select_related("line", "source")
    found = rows.annotate(is_gone=gone).first()
    if found is None:
        raise NotFound("request", reference[:80])
    is_over = hasattr(found, "line") and State(found.line.state) in OVER
    return Standing(
        reference=found.reference,
        title=Text(nl=found.title_nl, en=found.title_en),
        level=Confidentiality(found.confidentiality),
        is_made_up=found.source is not None and found.source.fictional,
        refusal=may_archive(found.reference, is_over=is_over, is_destroyed=bool(found.is_gone)),
    )
