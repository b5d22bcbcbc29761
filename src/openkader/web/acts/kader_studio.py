"""What is done in the studio: begin a next version, write on one of its texts, adopt it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import Invalid, NotFound, Problem, Refused
from openkader.casework.documents import Purpose
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.kader.heading import heading_day
from openkader.kader.loading import load_as_far
from openkader.register import services
from openkader.register.draft_kaders import read_draft
from openkader.register.kader_draft_entries import KaderAdoptionEntry, KaderDraftEntry, KaderTextEntry
from openkader.register.kader_drafts import DraftText, plain, texts_digest
from openkader.register.kaders import assessor_of
from openkader.register.selectors.kader_versions import DraftFile, kader_draft
from openkader.web.acts.deeds import Deeds, Manner, Place
from openkader.web.acts.deeds import plain as plain_form
from openkader.web.forms.kader_handing import WithdrawDraftForm
from openkader.web.forms.kader_studio import AdoptKaderForm, DraftTextForm, StartDraftForm
from openkader.web.front_doors import assessor_here
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in


@dataclass(frozen=True, kw_only=True)
class Studio(Place):
    """The studio of the organisation of this installation."""

    kader: Kader

    @property
    def organisation(self) -> str:
        """Whose versions these are."""
        return self.kader.id.partition("/")[0]


@dataclass(frozen=True, kw_only=True)
class Drafting(Place):
    """One draft, with what is in it and what is wrong with it."""

    found: DraftFile

    @property
    def reference(self) -> str:
        """Under which it is known."""
        return self.found.row.reference

    @cached_property
    def texts(self) -> dict[str, str]:
        """Its files as they stand."""
        return plain(self.found.texts)

    @cached_property
    def shown(self) -> str:
        """The digest of what is shown."""
        return texts_digest(self.found.texts)

    @cached_property
    def heading_day(self) -> date | None:
        """From when the draft says it is in force."""
        return heading_day(self.texts)

    @cached_property
    def base(self) -> Kader:
        """The version that it starts from."""
        return assessor_of(self.found.row.base).kader

    @cached_property
    def read(self) -> tuple[Kader | None, tuple[Problem, ...]]:
        """The kader that its texts make, or what keeps them from making one."""
        organisation = self.found.row.base.partition("/")[0]
        day = self.heading_day or self.today
        return read_draft(self.texts, f"{organisation}/{day.isoformat()}")

    @cached_property
    def known(self) -> Kader | None:
        """Its facts and lists, also where it is no kader yet; None where not even that can be read."""
        kader, _problems = self.read
        try:
            return kader or load_as_far(self.texts, self.base.id)
        except Invalid:
            return None


@dataclass(frozen=True, kw_only=True)
class DraftingText(Drafting):
    """One file of it."""

    one: DraftText


def studio(request: HttpRequest, now: Any) -> Studio:
    """The studio of whoever has the front door, or else of the newest year."""
    return Studio(request=request, now=now, kader=assessor_here().kader)


def drafting(request: HttpRequest, now: Any, reference: str) -> Drafting:
    """The draft that an address names."""
    return Drafting(request=request, now=now, found=kader_draft(reference))


def drafting_text(request: HttpRequest, now: Any, reference: str, file: str) -> DraftingText:
    """One of its files; one that it does not have is not found."""
    found = kader_draft(reference)
    if file not in found.texts:
        raise NotFound("kader-draft", f"{reference} {file}"[:80])
    return DraftingText(request=request, now=now, found=found, one=found.texts[file])


def _start(place: Studio, form: forms.Form) -> str:
    entry = KaderDraftEntry(**form.cleaned_data)
    form.cleaned_data["reference"] = services.start_kader_draft(entry, **place.hand)
    return _("The draft is begun. Nothing of it holds until it is adopted.")


def _to_draft(_request: HttpRequest, form: forms.Form) -> str:
    return reverse("kader_draft", args=[form.cleaned_data["reference"]])


STUDIO_ACTS: Deeds[Studio] = {"start": (Act.DRAFT_KADER, plain_form(StartDraftForm), _start)}
STUDIO_MANNER = Manner(of="kader", to=_to_draft)


def _save(place: DraftingText, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = KaderTextEntry(draft=place.reference, file=place.one.file, text=words["text"], seen=words["seen"])
    number = services.save_kader_draft(entry, **place.hand)
    return _("Step %(number)s is saved.") % {"number": number}


def _seen_now(form: forms.Form, error: Refused) -> forms.Form:
    """After another writer saved: the form has seen that step, so that the next save is a choice."""
    if error.refusal.code != "kader-draft.meanwhile" or not isinstance(form, DraftTextForm):
        return form
    return DraftTextForm(form.file, initial={"text": form.cleaned_data["text"]})


TEXT_ACTS: Deeds[DraftingText] = {
    "save": (Act.DRAFT_KADER, lambda place: DraftTextForm(place.one.file, place.request.POST), _save)
}
TEXT_MANNER = Manner(of="kader-draft", again=_seen_now)


def _adoption_form(place: Drafting) -> AdoptKaderForm:
    documents, wrong = documents_in(place.request, {"documents": Purpose.ATTACHMENT})
    form = AdoptKaderForm(place.request.POST)
    if not documents and not wrong:
        form.add_error("documents", _("Add the document of the decision."))
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
    return form


def _adopt(place: Drafting, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = KaderAdoptionEntry(
        draft=place.reference,
        seen=words["seen"],
        body=words["body"],
        adopted_on=words["adopted_on"],
        in_force_from=words["in_force_from"],
        document=words["documents"][0],
    )
    name = services.adopt_kader(entry, **place.hand)
    return _("The version %(name)s is adopted. It changes no more.") % {"name": name}


def _withdraw(place: Drafting, form: forms.Form) -> str:
    services.withdraw_kader_draft(place.reference, form.cleaned_data["reason"], **place.hand)
    return _("The draft is withdrawn. It can still be read.")


DRAFT_ACTS: Deeds[Drafting] = {
    "adopt": (Act.ADOPT_KADER, _adoption_form, _adopt),
    "withdraw": (Act.DRAFT_KADER, plain_form(WithdrawDraftForm), _withdraw),
}
DRAFT_MANNER = Manner(of="kader-draft")
