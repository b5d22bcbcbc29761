"""The briefing note for a talk, as a Word document on the letterhead of the organisation."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.publication.briefings import briefing_of
from openkader.publication.docx import MEDIA_TYPE, written
from openkader.publication.letterhead import letterhead_of
from openkader.web.acts.talks import talk_of
from openkader.web.briefing_words import briefing_words
from openkader.web.doors import for_whom, note_reading
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import language
from openkader.web.views.activity_messages import sorted_lines

_LANGUAGES = ("nl", "en")


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_briefing(request: HttpRequest, activity: str) -> HttpResponse:
    """The note in the language of the address, or else of the reader."""
    wanted = request.GET.get("taal", "")
    chosen = wanted if wanted in _LANGUAGES else language()
    with override(chosen):
        talk = talk_of(request, activity)
        note_reading(request, talk.dossier, talk.level)
        fits, _unknown, _rest = sorted_lines(talk.weighed)
        today = timezone.localdate(timezone.now())
        note = briefing_of(briefing_words(talk, fits, reader=person(request), today=today), chosen)
    organisation = talk.kader.id.partition("/")[0]
    content = written(note, letterhead_of(Path(settings.OPENKADER_PACKS), organisation))
    return saved(content, f"{activity}-gespreksnotitie-{chosen}.docx", MEDIA_TYPE)
