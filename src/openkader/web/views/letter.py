"""The draft of a letter about a decision: read in the browser, or taken along as a Word document."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.publication.decision_letters import LANGUAGES, draft_of
from openkader.publication.docx import MEDIA_TYPE
from openkader.register import selectors
from openkader.web.doors import for_whom, note_reading
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import case_crumbs, language, practice, timeless_context


@for_whom(Act.READ_CASES)
@require_safe
def show_letter(request: HttpRequest, reference: str, decision: str) -> HttpResponse:
    """The letter in the language of the address; with `als=docx` it is a file."""
    found = selectors.dossier(reference, reader=person(request))
    if found.request is None or found.request["reference"] != reference:
        raise NotFound("decision", decision[:80])
    wanted = request.GET.get("taal", "")
    chosen = wanted if wanted in LANGUAGES else language()
    drafted = draft_of(found, decision, chosen, timezone.localdate(), reader=person(request))
    note_reading(request, reference)
    if request.GET.get("als") == "docx":
        return saved(drafted.document, f"{decision}-{chosen}.docx", MEDIA_TYPE)
    page = {
        "kicker": decision,
        "title": _("Draft of the letter"),
        "letter": drafted.letter,
        "languages": [{"code": code, "is_chosen": code == chosen} for code in LANGUAGES],
        "file": f"{request.path}?taal={chosen}&als=docx",
    }
    crumbs = case_crumbs(reference, (_("Letter"), None))
    made_up = practice(is_fictional=selectors.is_fictional(reference))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/letter.html", values)
