"""What is done on the page of a publication: it is begun, chosen, published and revoked."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.casework.documents import Purpose
from openkader.casework.permissions import Act
from openkader.casework.publishing import CATEGORIES_OF
from openkader.register import services
from openkader.register.publication_entries import (
    NewPublicationEntry,
    PublicationDraftEntry,
    ReleaseEntry,
    RevocationEntry,
)
from openkader.register.publishing.drafted import PublicationFile
from openkader.register.publishing.offering import Item, Offer
from openkader.web.acts.deeds import Deeds, Manner, Place, Said, by_words, plain
from openkader.web.forms.publication import (
    AddFileForm,
    DraftForm,
    PublishForm,
    RevokeForm,
    StartForm,
    initial_of,
)
from openkader.web.presenters.publication import label_of, shown_value
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing(Place):
    """A publication, and who stands before it."""

    found: PublicationFile

    @property
    def items(self) -> list[tuple[str, str]]:
        """What can be chosen, each with its name."""
        return [(item.key, item_words(item)) for item in known_items(self.found.offer)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning(Place):
    """Something of the register of which no publication was begun."""

    offer: Offer


def known_items(offer: Offer) -> list[Item]:
    """What can be chosen: what nobody knows is not offered."""
    return [item for item in offer.items if item.value is not None]


def item_words(item: Item) -> str:
    """A field with its value, as whoever chooses reads it."""
    return f"{label_of(item.label)}: {shown_value(item.form, item.value)}"


def draft_form(place: Publishing, *values: object) -> DraftForm:
    """The form over what can be chosen."""
    found = place.found
    named: dict[str, Any] = {"asks_level": found.offer.level is None}
    if not values:
        named["initial"] = initial_of(found.draft, place.items, found.stand.draft)
    return DraftForm(place.items, CATEGORIES_OF[found.offer.kind], *values, **named)


def _save(place: Publishing, form: forms.Form) -> str:
    assert isinstance(form, DraftForm)  # noqa: S101 - it was built here
    entry = PublicationDraftEntry(
        publication=place.found.reference, seen=form.cleaned_data["seen"], draft=form.draft()
    )
    services.save_publication_draft(entry, **place.hand)
    return _("The draft is saved. Somebody else publishes it.")


def _add_form(place: Publishing) -> forms.Form:
    form = AddFileForm(place.request.POST, place.request.FILES)
    documents, wrong = documents_in(place.request, {"documents": Purpose.ATTACHMENT})
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = documents[0]
    return form


def _add(place: Publishing, words: Said) -> str:
    services.add_publication_file(place.found.reference, words["documents"], **place.hand)
    return _("The document is added. It is not public: choose that above.")


def _publish(place: Publishing, words: Said) -> str:
    entry = ReleaseEntry(publication=place.found.reference, draft=words["draft"], shown=words["shown"])
    services.publish(entry, **place.hand)
    return _("It is public now.")


def _revoke(place: Publishing, words: Said) -> str:
    entry = RevocationEntry(publication=place.found.reference, reason=words["reason"])
    services.revoke_publication(entry, **place.hand)
    return _("It is revoked, and no longer public.")


def _start(place: Beginning, form: forms.Form) -> str:
    entry = NewPublicationEntry(kind=place.offer.kind, subject=place.offer.subject)
    form.cleaned_data["reference"] = services.start_publication(entry, **place.hand)
    return _("The publication is begun. Nothing is public yet.")


def _to_publication(_request: HttpRequest, form: forms.Form) -> str:
    return reverse("publication", args=[form.cleaned_data["reference"]])


PUBLISHING_ACTS: Deeds[Publishing] = {
    "save": (Act.PREPARE_PUBLICATION, lambda place: draft_form(place, place.request.POST), _save),
    "add": (Act.PREPARE_PUBLICATION, _add_form, by_words(_add)),
    "publish": (Act.PUBLISH, plain(PublishForm), by_words(_publish)),
    "revoke": (Act.REVOKE_PUBLICATION, plain(RevokeForm), by_words(_revoke)),
}
PUBLISHING_MANNER = Manner(of="publication")
START_ACTS: Deeds[Beginning] = {"start": (Act.PREPARE_PUBLICATION, plain(StartForm), _start)}
START_MANNER = Manner(of="publication", to=_to_publication)
