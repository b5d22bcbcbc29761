"""Claims that a program hands in: held against the register at once, by the reader of the page, and kept nowhere."""

from django.http import HttpRequest

from openkader.api.account_shapes import Beweringregel, NagekekenBewering, NagekekenBeweringen
from openkader.api.bodies import told_length
from openkader.api.claims import Judged, router, shown_claim, shown_row
from openkader.api.documents import Named, name_in, require_clean
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.files import sent
from openkader.api.pace import require_pace
from openkader.api.sent_claims import Beweringencontrole
from openkader.api.shapes import known_text, taken, text_of
from openkader.base.errors import Invalid, Refusal, Refused
from openkader.casework.documents import clean_name
from openkader.casework.permissions import Act
from openkader.evaluation.claims.checking import Checked, check_claims, claims_handed_in, claims_sent
from openkader.evaluation.claims.model import ClaimsFile
from openkader.evaluation.claims.reading import MOST_HANDED_IN
from openkader.register import selectors
from openkader.register.documents import DocumentEntry
from openkader.register.kaders import assessor_of
from openkader.register.selectors.pages import PER_PAGE

__all__ = ["check", "check_file", "router"]
_CITES = ByToken(Act.CITE)
_MOST = 100  # of mistakes; who has more mends these first
FORMS = (
    *("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"),
    *("text/plain", "application/octet-stream"),
)
_SENT = sent(*FORMS)


@router.post(
    "/{jaar}/beweringcontroles",
    response=NagekekenBeweringen,
    by_alias=True,
    auth=_CITES,
    summary="Beweringen laten nakijken",
    url_name="api_claims_check",
    operation_id="beweringenNakijken",
)
def check(request: HttpRequest, jaar: int, sent: Beweringencontrole) -> NagekekenBeweringen:
    """Van elke zin of het register haar bewijst, weerspreekt of niet kan bewijzen. Er wordt niets van bewaard.

    Verwijzingen naar delen van de tekst, en eigen cijfers, kan alleen een bestand hebben.
    """
    who = case_reader(request)
    kader = selectors.kader_year(jaar).kader
    require_pace(who)
    organisation = assessor_of(kader).kader.organisation
    document = sent.document(jaar, kader, {"nl": organisation.nl, "en": organisation.en})
    try:
        return _checked(claims_sent(document), who)
    except Invalid as error:
        raise Invalid(error.problems[:_MOST]) from error


@router.post(
    "/{jaar}/beweringcontroles/bestanden",
    response=NagekekenBeweringen,
    by_alias=True,
    auth=_CITES,
    summary="Een bestand met beweringen laten nakijken",
    url_name="api_claims_file_check",
    operation_id="beweringenbestandNakijken",
    openapi_extra=_SENT,
)
def check_file(request: HttpRequest, jaar: int, named: Named) -> NagekekenBeweringen:
    """De inhoud van het bericht is het bestand zelf (YAML, hooguit 500 kB). Het wordt niet bewaard.

    Wat eraan mis is, komt met de regel van het bestand. Het jaar in het bestand telt, en staat in het antwoord.
    """
    who = case_reader(request)
    selectors.kader_year(jaar)
    require_pace(who)
    entry = DocumentEntry(name=clean_name(name_in(named)), content=_content(request))
    require_clean(entry, who)
    try:
        return _checked(claims_handed_in(entry.content, entry.name), who)
    except Invalid as error:
        raise Invalid(error.problems[:_MOST]) from error


def _content(request: HttpRequest) -> bytes:
    """What was sent, read no further than the page reads a file."""
    if request.content_type not in FORMS:
        raise Refused(Refusal("interface.no-document"))
    size = told_length(request)
    content = request.read(MOST_HANDED_IN + 1) if size <= MOST_HANDED_IN else b""
    if max(size, len(content)) > MOST_HANDED_IN:
        raise Refused(Refusal("upload.too-large", {"limit": "500 kB"}))
    return content


def _checked(file: ClaimsFile, who: Caller) -> NagekekenBeweringen:
    checked = check_claims(file, reader=who.person)
    shown = [bearing.row.dossier for _claim, one in checked.verdicts for bearing in one.rows[:PER_PAGE]]
    who.note_readings({dossier for dossier in shown if dossier})
    return NagekekenBeweringen.model_validate(
        {
            "year": file.year,
            "kader": file.kader.id,
            "title": text_of(file.title),
            "source": file.source,
            "note": known_text(file.note),
            "is_made_up": file.fictional,
            "claims": [_judged(checked, Judged(*pair)) for pair in checked.verdicts],
        }
    )


def _judged(checked: Checked, one: Judged) -> NagekekenBewering:
    rows: list[Beweringregel] = [shown_row(checked, bearing) for bearing in one.verdict.rows[:PER_PAGE]]
    return taken(NagekekenBewering, shown_claim(checked, one), rows=rows)
