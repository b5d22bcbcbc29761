"""What is done with the network and the initiatives at an activity or a case, and with one initiative."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.base.errors import Refusal, Refused
from openkader.base.text import Text
from openkader.casework.initiatives import StepKind, may_follow, may_show
from openkader.casework.network import ContributionDraft, ContributionKind
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.initiative_entries import InitiativeEntry
from openkader.register.network_entries import ContributionEntry
from openkader.web.acts.deeds import Deeds, Manner, Place, Said, by_words, plain
from openkader.web.acts.proving import Proving
from openkader.web.forms.advice import NoForm
from openkader.web.forms.initiatives import StartForm, StepForm
from openkader.web.forms.network import ActivityContributionForm
from openkader.web.reader import person
from openkader.web.shell import said as words


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityNetworkPage(Place):
    """What the network contributed to an activity, and who stands before it."""

    activity: selectors.ActivityFile
    found: selectors.ActivityNetwork
    kader: Kader
    measure: Proving | None

    def form(self, values: object = None) -> ActivityContributionForm:
        """What somebody contributed here."""
        members = [(reference, words(name) or "") for reference, name in self.found.members]
        return ActivityContributionForm(members, values, auto_id="contribution_%s")


def _contribute(page: ActivityNetworkPage, said: Said) -> str:
    draft = ContributionDraft(
        kind=ContributionKind.ACTIVITY,
        to=page.activity.reference,
        what=str(said["what"]),
        period=said["moment"],
    )
    entry = ContributionEntry(member=str(said["member"]), draft=draft)
    services.note_contribution(entry, kader=page.kader, **page.hand)
    return _("The contribution is noted.")


def _prove_contribution(page: ActivityNetworkPage, _said: Said) -> str:
    named = page.request.POST.get("record", "")
    row = next((one for one in page.found.contributions if one.proof == named), None)
    if row is None or page.measure is None:
        raise Refused(Refusal("contribution.unknown"))
    name = row.name or Text(nl=row.member, en=row.member)
    title = Text(nl=f"Bijdrage van {name.nl}", en=f"Contribution of {name.en}")
    return page.measure.prove(title, row.proof, page)


NETWORK_ACTS: Deeds[ActivityNetworkPage] = {
    "contribute": (Act.WORK, lambda page: page.form(page.request.POST), by_words(_contribute)),
    "prove": (Act.WORK, plain(NoForm), by_words(_prove_contribution)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainsPage(Place):
    """The initiatives of a case or an activity, and who stands before them."""

    at: str
    is_activity: bool
    found: tuple[selectors.InitiativeRow, ...]
    measure: Proving | None = None


def _start(page: ChainsPage, form: forms.Form) -> str:
    assert isinstance(form, StartForm)  # noqa: S101 - made so below
    title = str(form.cleaned_data["title"])
    known = selectors.parties_meant([form.cleaned_data["seeker"]], reader=person(page.request))
    entry = InitiativeEntry(
        title=Text(nl=title, en=title),
        steps=(form.entry(StepKind.SOUGHT, known),),
        request=None if page.is_activity else page.at,
        activity=page.at if page.is_activity else None,
    )
    services.start_initiative(entry, **page.hand)
    return _("The initiative has begun.")


def _prove_chain(page: ChainsPage, _said: Said) -> str:
    named = page.request.POST.get("record", "")
    row = next((one for one in page.found if one.reference == named), None)
    if row is None or page.measure is None:
        raise Refused(Refusal("initiative.unknown"))
    refusal = may_show(row.state)
    if refusal is not None:
        raise Refused(refusal)
    title = Text(nl=f"Initiatief: {row.title.nl}", en=f"Initiative: {row.title.en}")
    return page.measure.prove(title, row.reference, page)


CHAINS_ACTS: Deeds[ChainsPage] = {
    "start": (Act.WORK, lambda page: StartForm(page.request.POST, auto_id="start_%s"), _start),
    "prove": (Act.WORK, plain(NoForm), by_words(_prove_chain)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPage(Place):
    """One initiative, and who stands before it."""

    found: selectors.InitiativeRow

    @property
    def next_kinds(self) -> list[StepKind]:
        """What may be noted now."""
        noted = [one.kind for one in self.found.steps]
        return [kind for kind in StepKind if may_follow(kind, noted) is None]


def _step(page: ChainPage, form: forms.Form) -> str:
    assert isinstance(form, StepForm)  # noqa: S101 - made so below
    said = form.cleaned_data
    known = selectors.parties_meant([said["seeker"], said["partner"]], reader=person(page.request))
    entry = form.entry(StepKind(said["kind"]), known)
    services.add_initiative_step(page.found.reference, entry, **page.hand)
    return _("The step is noted.")


# Every kind is offered to whoever sends the form: what may not follow any more is refused with its reason.
CHAIN_ACTS: Deeds[ChainPage] = {
    "step": (
        Act.WORK,
        lambda page: StepForm(list(StepKind), page.request.POST, auto_id="step_%s"),
        _step,
    )
}
CHAIN_MANNER = Manner(of="initiative")
