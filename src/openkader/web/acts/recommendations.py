"""What is done on the pages of recommendations: one is recorded, addressed to somebody, and followed up."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import Text
from openkader.casework.documents import Purpose
from openkader.casework.permissions import Act
from openkader.casework.recommendations import FollowUpDraft, FollowUpStatus
from openkader.kader import Kader
from openkader.register import services
from openkader.register.entries import RecommendationEntry
from openkader.register.recommendation_entries import AddressEntry, FollowUpEntry
from openkader.register.recommendations import known_to
from openkader.register.selectors.recommendations import RecommendationRow
from openkader.web.acts.deeds import Deeds, Manner, Place, Said, by_words, plain
from openkader.web.forms.recommendations import AddressForm, FollowForm, RecommendForm
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationPage(Place):
    """One recommendation, and who stands before it."""

    found: RecommendationRow
    kader: Kader

    @property
    def reference(self) -> str:
        """Its reference."""
        return self.found.reference

    def follow_form(self, values: object = None) -> FollowForm:
        """What came of it."""
        seen = self.found.follow_ups[-1].number if self.found.follow_ups else 0
        likely = {"seen": seen, "figure": self.found.figure or ""}
        return FollowForm(self.kader, known_to(self.kader), values, initial=likely, auto_id="follow_%s")


def _both(words: str) -> Text | None:
    return Text(nl=words, en=words) if words else None


def _record(place: Place, said: Said) -> str:
    text = str(said["text"])
    entry = RecommendationEntry(
        reference="",
        year=int(said["year"]),
        text=Text(nl=text, en=text),
        to=_both(said["to"]),
        due=said["due"],
    )
    reference = services.record_recommendation(entry, **place.hand)
    return _("The recommendation is recorded as %(reference)s.") % {"reference": reference}


def _address(page: RecommendationPage, said: Said) -> str:
    entry = AddressEntry(
        recommendation=page.reference, to=_both(said["to"]), due=said["due"], seen=int(said["seen"])
    )
    services.address_recommendation(entry, **page.hand)
    return _("It is said to whom it is addressed.")


def _follow_form(page: RecommendationPage) -> forms.Form:
    form = page.follow_form(page.request.POST)
    documents, wrong = documents_in(page.request, {"documents": Purpose.ATTACHMENT})
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
    return form


def _follow(page: RecommendationPage, said: Said) -> str:
    file = next(iter(said["documents"] or ()), None)
    draft = FollowUpDraft(
        status=FollowUpStatus(said["status"]),
        period=said["moment"],
        what=str(said["what"]),
        seen=int(said["seen"]),
        url=str(said["url"]),
        record=str(said["record"]),
        has_file=file is not None,
        kader=str(said["kader"]),
        change=str(said["change"]),
        figure=str(said["figure"]),
    )
    entry = FollowUpEntry(recommendation=page.reference, draft=draft)
    services.follow_up_recommendation(entry, known=known_to(page.kader), file=file, **page.hand)
    return _("The follow-up is noted.")


RECORD_ACTS: Deeds[Place] = {"record": (Act.EVALUATE, plain(RecommendForm), by_words(_record))}
RECOMMENDATION_ACTS: Deeds[RecommendationPage] = {
    "address": (Act.EVALUATE, plain(AddressForm), by_words(_address)),
    "follow": (Act.EVALUATE, _follow_form, by_words(_follow)),
}


def _to_itself(request: HttpRequest, _form: forms.Form) -> str:
    return str(reverse("recommendations"))


RECORD_MANNER = Manner(of="recommendation", to=_to_itself)
RECOMMENDATION_MANNER = Manner(of="recommendation", names=("record",))
