"""An activity as the pages about its talks and its public account see it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from openkader.base.errors import Refusal
from openkader.casework.raising import may_look_back
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.evaluation.covering import known_facts
from openkader.kader import Assessment, Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Counterpart
from openkader.web.front_doors import newest_kader_id
from openkader.web.presenters.activities import shown_period
from openkader.web.reader import person
from openkader.web.shell import Crumbs, practice, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """An activity with whom it is with, and what the kader makes of what is known of it."""

    reference: str
    year: int
    title: str
    when: str | None
    where: str | None
    shut: Refusal | None  # why nothing can be noted of it now
    dossier: str
    level: Confidentiality | None
    parties: tuple[Counterpart, ...]
    weighed: Assessment
    made_up: str

    @property
    def kader(self) -> Kader:
        """The kader that it is weighed by."""
        return self.weighed.kader

    def choices(self) -> list[tuple[str, str]]:
        """The counterparts as a form offers them."""
        return [(one.reference, said(one.name) or one.reference) for one in self.parties]

    def crumbs(self, *more: tuple[str, str | None]) -> Crumbs:
        """The way to a page of this activity."""
        own = (self.reference, reverse("activity", args=[self.reference]))
        return ((_("Activities in hand"), reverse("activities")), own, *more)


def talk_of(request: HttpRequest, reference: str) -> Talk:
    """The activity of this reference, if the reader may see it."""
    reader = person(request)
    row = selectors.talk_file(reference, reader=reader)
    assessor = assessor_of(row.kader or newest_kader_id())
    today = timezone.localdate(timezone.now())
    told = {name: row.screened.get(name) for name in selectors.screening_facts(assessor.kader)}
    return Talk(
        reference=reference,
        year=row.year,
        title=said(row.label) or reference,
        when=shown_period(row.period) if row.period else None,
        where=row.place,
        shut=may_look_back(
            row.period.starts_on if row.period else None,
            today,
            is_cancelled=row.standing == ActivityStanding.CANCELLED,
        ),
        dossier=row.request or "",
        level=row.level,
        parties=selectors.counterparts_at(reference, reader=reader),
        weighed=assessor.assess(known_facts(assessor.kader, {**row.facts, **told})),
        made_up=practice(is_fictional=row.is_fictional),
    )
