"""What is done on the page of an activity and on that of a measure.

An act has the task that it is of, the form that it takes, and what it does: that gives the sentence said after it.
"""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.base.text import Text
from openkader.casework.documents import Purpose
from openkader.casework.measures import WaiverDraft
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.activity_entries import HeldEntry, MeasureWaiverEntry, MoveEntry
from openkader.register.entries import EvidenceEntry
from openkader.web.acts.deeds import Deeds, Place, Said, by_words, plain
from openkader.web.forms.activity import CloseForm, DaysForm, HeldForm, OwnerForm, ProofForm, UndoneForm
from openkader.web.forms.advice import NoForm, ReasonForm
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing(Place):
    """An activity, or one of its measures, and who stands before it."""

    activity: str
    assessor: Assessor
    measure: str = ""
    colleagues: tuple[str, ...] = ()


def _hold(doing: Doing, said: Said) -> str:
    entry = HeldEntry(
        activity=doing.activity,
        period=HeldForm.period_in(said),
        place=said["place"] or None,
        office_holder=said["office_holder"],
        foreign_delegation=said["foreign_delegation"],
    )
    services.hold_activity(entry, assessor=doing.assessor, **doing.hand)
    return _("The activity took place, and counts in the figures of its year.")


def _move(doing: Doing, said: Said) -> str:
    entry = MoveEntry(activity=doing.activity, period=DaysForm.period_in(said))
    services.move_activity(entry, assessor=doing.assessor, **doing.hand)
    return _("The activity is on other days, and so are the last days of its measures.")


def _cancel(doing: Doing, said: Said) -> str:
    services.cancel_activity(doing.activity, said["reason"], **doing.hand)
    return _("The activity is called off.")


def _renew(doing: Doing, _said: Said) -> str:
    opened = services.renew_measures(doing.activity, assessor=doing.assessor, **doing.hand)
    if not opened:
        return _("The framework asks for nothing new.")
    return _("%(count)s measures are set out.") % {"count": len(opened)}


def _prove(doing: Doing, said: Said) -> str:
    title = str(said["title"])
    entry = EvidenceEntry(
        kind=EvidenceKind(said["kind"]), title=Text(nl=title, en=title), url=said["url"] or None
    )
    file = next(iter(said["documents"] or ()), None)
    services.record_evidence(doing.measure, entry, file=file, **doing.hand)
    return _("The evidence is kept. Close the measure once it is done.")


def _close(doing: Doing, said: Said) -> str:
    services.close_measure(
        doing.measure, MeasureStatus(said["status"]), reason=said["reason"] or None, **doing.hand
    )
    return _("The measure is closed.")


def _reopen(doing: Doing, _said: Said) -> str:
    services.reopen_measure(doing.measure, **doing.hand)
    return _("The measure is open again.")


def _waive(doing: Doing, said: Said) -> str:
    draft = WaiverDraft(reason=said["reason"], expires_on=said["expires_on"])
    services.waive_measure(MeasureWaiverEntry(measure=doing.measure, draft=draft), **doing.hand)
    return _("The waiver is proposed. It holds once a second person agreed.")


def _agree(doing: Doing, _said: Said) -> str:
    services.agree_to_measure_waiver(doing.request.POST.get("waiver", ""), **doing.hand)
    return _("The waiver holds until its last day.")


def _give(doing: Doing, said: Said) -> str:
    services.give_measure(doing.measure, said["colleague"] or said["outside"] or None, **doing.hand)
    return _("The measure is given on.")


def _proof_form(doing: Doing) -> forms.Form:
    form = ProofForm(doing.request.POST, doing.request.FILES)
    documents, wrong = documents_in(doing.request, {"documents": Purpose.ATTACHMENT})
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
        if not documents and not form.cleaned_data["url"]:
            form.add_error("documents", _("Add a file, or name the address where it can be found."))
    return form


def _owner_form(doing: Doing) -> forms.Form:
    return OwnerForm(doing.request.POST, colleagues=doing.colleagues)


OF_ACTIVITY: Deeds[Doing] = {
    "hold": (Act.WORK, plain(HeldForm), by_words(_hold)),
    "move": (Act.WORK, plain(DaysForm), by_words(_move)),
    "cancel": (Act.WORK, plain(ReasonForm), by_words(_cancel)),
    "renew": (Act.WORK, plain(NoForm), by_words(_renew)),
}
OF_MEASURE: Deeds[Doing] = {
    "prove": (Act.WORK, _proof_form, by_words(_prove)),
    "close": (Act.WORK, plain(CloseForm), by_words(_close)),
    "reopen": (Act.WORK, plain(NoForm), by_words(_reopen)),
    "waive": (Act.WORK, plain(UndoneForm), by_words(_waive)),
    "agree_waiver": (Act.WAIVE_MEASURE, plain(NoForm), by_words(_agree)),
    "give": (Act.WORK, _owner_form, by_words(_give)),
}
