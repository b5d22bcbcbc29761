"""A claims file that a colleague hands in: checked at once, said beside it, and kept nowhere."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openkader.base.errors import Invalid
from openkader.base.messages import sentence
from openkader.casework.documents import clean_name
from openkader.casework.permissions import Act
from openkader.evaluation.claims.checking import check_claims, claims_handed_in
from openkader.evaluation.claims.reading import MOST_HANDED_IN
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import for_whom, note_readings, why_not
from openkader.web.forms.claims import ClaimsForm
from openkader.web.presenters.claims import dossiers_in, shown_checked
from openkader.web.presenters.claims_wrong import shown_wrong
from openkader.web.reader import person
from openkader.web.refusals import note_refused
from openkader.web.shell import context, language, made_up, said
from openkader.web.uploads import why_not_safe
from openkader.web.views.evaluation import evaluation_crumb

MOST_BYTES = MOST_HANDED_IN
_EXAMPLE = """\
evaluation:
  organisation: {{nl: De organisatie, en: The organisation}}
  title: {{nl: De titel van haar evaluatie, en: The title of its evaluation}}
  year: {year}
  kader: {kader}
claims:
  - reference: zin-1
    sentence: De zin, letterlijk zoals hij er staat.
    figure: {figure}
    is: 4
"""
_MOST_TYPED = 200_000  # letters of a wrong file that come back in the field, to be mended there


def hand_in_of(
    request: HttpRequest, year: int, kader: Kader, form: ClaimsForm | None = None
) -> dict[str, object] | None:
    """The form for a file of one's own, for colleagues, with an example that can be copied."""
    if not person(request).may(Act.READ_CASES):
        return None
    example = _EXAMPLE.format(year=year, kader=kader.id, figure=kader.figures[0].id) if kader.figures else ""
    return {"form": form or ClaimsForm(), "why_not": why_not(request, Act.CITE), "example": example}


@for_whom(Act.CITE)
def check_handed_in(request: HttpRequest, year: int) -> HttpResponse:
    """The verdict on every claim of the file, or everything that is wrong with it; nothing is kept."""
    known = selectors.kader_year(year)
    form = ClaimsForm(request.POST, request.FILES)
    content = _content(request, form)
    if content is None:
        return _page(request, known, {"form": form}, 422)
    try:
        checked = check_claims(claims_handed_in(content, _name(request)), reader=person(request))
    except Invalid as error:
        note_refused(request, error.problems[0].code)
        text = content.decode("utf-8", "replace")
        typed = ClaimsForm(initial={"text": text if len(text) <= _MOST_TYPED else ""})
        return _page(request, known, {"form": typed, "wrong": shown_wrong(error, text)}, 422)
    note_readings(request, dossiers_in(checked))
    page = {
        "title": said(checked.file.title),
        "lead": _(
            "What this file claims of %(year)s, beside what the register can show. Nothing of it was kept."
        )
        % {"year": checked.file.year},
        **shown_checked(checked),
    }
    return _page(request, known, page, 200)


def _content(request: HttpRequest, form: ClaimsForm) -> bytes | None:
    """What was handed in; None when there is nothing or too much, with the reason in the form."""
    if not form.is_valid():
        return None
    if unsafe := why_not_safe(request, "file"):
        form.add_error("file", unsafe)
        return None
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    if isinstance(file, UploadedFile) and int(file.size or 0) <= MOST_BYTES:
        return file.read()
    if file or int(request.META.get("CONTENT_LENGTH") or 0) > 2 * MOST_BYTES:
        note_refused(request, "upload.too-large")
        form.add_error("file", sentence("upload.too-large", {"limit": "500 kB"}, language()))
    elif not text.strip():
        form.add_error("file", sentence("upload.nothing", {}, language()))
    return text.encode("utf-8", "surrogatepass") if form.is_valid() else None


def _name(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    return clean_name(str(file.name)) if file else "claims.yaml"


def _page(
    request: HttpRequest, known: selectors.KaderYear, page: dict[str, object], status: int
) -> HttpResponse:
    year, kader, form = known.year, assessor_of(known.kader).kader, page.pop("form", None)
    shown = {
        "title": _("Check a file with claims"),
        "kicker": said(kader.organisation),
        "hand_in": hand_in_of(request, year, kader, form if isinstance(form, ClaimsForm) else None),
        "is_own": True,
        **page,
    }
    values = context(
        request,
        year=year,
        kader=kader,
        page=shown,
        crumbs=[evaluation_crumb(year), (_("Claims"), request.path), (_("A file of your own"), None)],
        fictional=made_up(known.source),
    )
    return render(request, "web/pages/claims.html", values, status=status)
