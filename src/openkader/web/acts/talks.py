"""An activity as the pages about its talks and its public account see it."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from openkader.base.errors import NotFound, Refusal
from openkader.casework.raising import may_look_back
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.evaluation.matrix import known_of
from openkader.kader import Assessment, Kader
from openkader.publication.periods import shown_period
from openkader.register import selectors, services
from openkader.register.case_kaders import assessor_of_talk
from openkader.register.selectors import Counterpart
from openkader.web.acts.deeds import Place, Said
from openkader.web.forms.talks import FinishForm
from openkader.web.reader import person
from openkader.web.shell import practice, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Place):
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


def talk_of(request: HttpRequest, reference: str) -> Talk:
    """The activity of this reference, if the reader may see it."""
    reader = person(request)
    row = selectors.talk_file(reference, reader=reader)
    now = timezone.now()
    today = timezone.localdate(now)
    assessor = assessor_of_talk(row, today)
    return Talk(
        request=request,
        now=now,
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
        weighed=assessor.assess(known_of(row, assessor.kader)),
        made_up=practice(is_fictional=row.is_fictional),
    )


def follow_up_form(talk: Talk) -> forms.Form:
    """What came of a follow-up of this activity that is open; that of another there is not."""
    _open_follow_up(talk)
    return FinishForm(talk.request.POST)


def finish(talk: Talk, said: Said) -> None:
    """End the follow-up that the form names."""
    services.finish_follow_up(_open_follow_up(talk), said["outcome"], **talk.hand)


def _open_follow_up(talk: Talk) -> str:
    named = talk.request.POST.get("follow_up", "")[:80]
    rows = selectors.open_follow_ups(talk.reference, reader=person(talk.request))
    if named not in {one.reference for one in rows}:
        raise NotFound("follow-up", named)
    return named
