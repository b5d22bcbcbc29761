"""The answer of a desk as a form sends it, with the documents that go with it."""

from collections.abc import Mapping

from django.http import HttpRequest

from openkader.casework.advice import AdviceVerdict
from openkader.casework.documents import Purpose, Sent
from openkader.register.advice_entries import AdviceEntry
from openkader.register.selectors import AdviceRow
from openkader.web.forms.advice import AdviceForm
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in


def answer_form(request: HttpRequest, row: AdviceRow) -> AdviceForm:
    """The form as it was sent; a document that cannot be taken is said in it, beside what was typed."""
    form = AdviceForm(request.POST)
    kept = [Sent(one.name, one.size) for answer in row.answers for one in answer.documents]
    documents, wrong = documents_in(request, {"documents": Purpose.ADVICE}, kept)
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
    return form


def advice_entry(advice: str, said: Mapping[str, object]) -> AdviceEntry:
    """An answer as a form gives it."""
    conditions, documents = said["conditions"], said["documents"]
    return AdviceEntry(
        advice=advice,
        seen=int(str(said["seen"])),
        verdict=AdviceVerdict(str(said["verdict"])),
        explanation=str(said["explanation"]),
        conditions=conditions if isinstance(conditions, tuple) else (),
        given_by=str(said["given_by"]),
        documents=documents if isinstance(documents, tuple) else (),
    )
