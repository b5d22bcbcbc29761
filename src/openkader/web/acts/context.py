"""What is done with figures of others: one is noted, or struck out."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.casework.documents import Purpose
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.context_entries import ContextEntry
from openkader.web.acts.deeds import Deeds, Manner, Place, Said, by_words, plain
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.context import ContextForm
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextPage(Place):
    """The figures of others of a year, and who stands before them."""

    year: int


def _form(page: ContextPage) -> forms.Form:
    form = ContextForm(page.request.POST, auto_id="note_%s")
    documents, wrong = documents_in(page.request, {"documents": Purpose.ATTACHMENT})
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
    return form


def _note(page: ContextPage, form: forms.Form) -> str:
    assert isinstance(form, ContextForm)  # noqa: S101 - made so above
    said = form.cleaned_data
    entry = ContextEntry(reference="", year=page.year, draft=form.draft(), dated=said["dated"])
    file = next(iter(said["documents"] or ()), None)
    services.record_context_figure(entry, file=file, **page.hand)
    return _("The figure of others is noted.")


def _strike(page: ContextPage, said: Said) -> str:
    reference = page.request.POST.get("record", "")
    services.strike_out_context_figure(reference, str(said["reason"]), **page.hand)
    return _("The figure of others is struck out.")


CONTEXT_ACTS: Deeds[ContextPage] = {
    "note": (Act.CITE, _form, _note),
    "strike": (Act.CITE, plain(ReasonForm), by_words(_strike)),
}
CONTEXT_MANNER = Manner(of="context")
