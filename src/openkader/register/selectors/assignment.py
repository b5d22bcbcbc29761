"""By whom a case is worked on, and who could."""

from dataclasses import dataclass

from django.db.models import Q

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import MAY, Act, Person
from openkader.casework.work_list import Holder
from openkader.register.models import HeldRole, Request, TeamMember
from openkader.register.visibility import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A case with by whom it is worked on, and the colleagues and teams that it can be given to."""

    reference: str
    title: Text
    holder: Holder
    colleagues: tuple[str, ...]
    teams: tuple[str, ...]


def assignment(reference: str, reader: Person) -> Assignment:
    """A case that the reader may see; another one is not there."""
    row = Request.objects.filter(visible_to(reader), reference=reference).select_related("assignee").first()
    if row is None:
        raise NotFound("dossier", reference)
    teams = set(TeamMember.objects.values_list("team", flat=True)) | ({row.team} if row.team else set())
    return Assignment(
        reference=reference,
        title=Text(nl=row.title_nl, en=row.title_en),
        holder=Holder(assignee=row.assignee.username if row.assignee else None, team=row.team),
        colleagues=case_readers(),
        teams=tuple(sorted(teams)),
    )


def case_readers() -> tuple[str, ...]:
    """The colleagues who may read cases, and so can be given work."""
    readers = Q(account__is_active=True, role__in=[str(role) for role in MAY[Act.READ_CASES]])
    names = HeldRole.objects.filter(readers).order_by("account__username")
    return tuple(dict.fromkeys(names.values_list("account__username", flat=True)))
