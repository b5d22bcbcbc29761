"""The evaluation of a year as a file to take along: for Word, as PDF or as one page."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.publication.yearly.asking import FORMS, asked_for, edition_of, written
from openkader.publication.yearly.composing import document_of
from openkader.register.moments import day_of
from openkader.register.selectors.confidential import confidential_of_year
from openkader.web.doors import note_readings
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.saving import saved
from openkader.web.shell import language

_LANGUAGES = ("nl", "en")


@never_cache
@require_safe
@from_replica
def show_evaluation_file(request: HttpRequest, year: int, paper: str) -> HttpResponse:
    """The document in the language of the reader, or of the address; with what the reader may see."""
    if paper not in FORMS:
        raise NotFound("document", paper[:80])
    wanted, now, reader = request.GET.get("taal", ""), timezone.now(), person(request)
    chosen = wanted if wanted in _LANGUAGES else language()
    note_readings(request, confidential_of_year(year, reader=reader))
    document = document_of(asked_for(year, chosen, reader=reader, writer=reader, today=day_of(now)))
    content = written(document, paper, edition_of(now))
    return saved(content, f"evaluatie-{year}-{chosen}.{paper}", FORMS[paper])
