"""De archiefmap: a closed dossier that a program takes to an e-depot, as an archivist takes it from its page."""

from django.http import FileResponse, HttpRequest
from ninja import Router

from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, case_reader
from openkader.api.files import given
from openkader.api.pace import require_pace
from openkader.base.errors import Refused
from openkader.casework.permissions import Act
from openkader.publication.archive.exporting import zipped
from openkader.register.archiving.standing import standing_of

router = Router(tags=["Verzoeken"])
_MEDIA_TYPE = "application/zip"


@router.post(
    "/{nummer}/archiefmappen",
    auth=ByToken(Act.ARCHIVE),
    summary="Een gesloten dossier meenemen naar het archief",
    url_name="api_archive_folders",
    operation_id="archiefmapMaken",
    openapi_extra=given("De map", _MEDIA_TYPE),
)
def make_folder(request: HttpRequest, nummer: str) -> FileResponse:
    """Een zip die zonder Open Kader te lezen is: het dossier, zijn documenten, zijn gebeurtenissen en MDTO.

    Er wordt niets bewaard of vernietigd. Wie het dossier meenam, staat elke keer in het spoor, met het teken van het
    manifest; een dossier dat niet gesloten is, gaat niet mee (409).
    """
    who = case_reader(request)
    require_empty(request)
    found = standing_of(nummer, who.person)
    if found.refusal is not None:
        raise Refused(found.refusal)
    require_pace(who)
    who.note_reading(found.reference, found.level)
    file = zipped(found.reference, reader=who.person, by=who.hand, now=who.now)
    name = f"{found.reference}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type=_MEDIA_TYPE)
