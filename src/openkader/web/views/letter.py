"""The draft of a letter about a decision: read in the browser, or taken along as a Word document."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Kader
from openkader.publication.docx import MEDIA_TYPE, written
from openkader.publication.letter_templates import Templates, templates_of
from openkader.publication.letterhead import Letterhead, letterhead_of
from openkader.publication.letters import Decided, letter_of
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Dossier, Row
from openkader.web.doors import for_whom, note_reading
from openkader.web.presenters.activities import said_of, shown_period
from openkader.web.presenters.advice import listed
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import case_crumbs, language, practice, timeless_context
from openkader.web.views.dossier import kader_name

_LANGUAGES = ("nl", "en")


@for_whom(Act.READ_CASES)
@require_safe
def show_letter(request: HttpRequest, reference: str, decision: str) -> HttpResponse:
    """The letter in the language of the address; with `als=docx` it is a file."""
    found = selectors.dossier(reference, reader=person(request))
    row = _row(found, reference, decision)
    note_reading(request, reference)
    wanted = request.GET.get("taal", "")
    chosen = wanted if wanted in _LANGUAGES else language()
    with override(chosen):
        decided = _decided(found, row, person(request))
        letter = letter_of(decided, chosen, _templates(found))
    if request.GET.get("als") == "docx":
        return saved(written(letter, _letterhead(found)), f"{decision}-{chosen}.docx", MEDIA_TYPE)
    page = {
        "kicker": decision,
        "title": _("Draft of the letter"),
        "letter": letter,
        "languages": [{"code": code, "is_chosen": code == chosen} for code in _LANGUAGES],
        "file": f"{request.path}?taal={chosen}&als=docx",
    }
    crumbs = case_crumbs(reference, (_("Letter"), None))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=_practice(reference))
    return render(request, "web/pages/letter.html", values)


def _row(found: Dossier, reference: str, decision: str) -> Row:
    """The decision of this dossier; one that was read in a publication was told elsewhere."""
    if found.request is not None and found.request["reference"] == reference:
        for row in found.decisions:
            if row["reference"] == decision and not row["reconstructed"]:
                return row
    raise NotFound("decision", decision[:80])


def _practice(reference: str) -> str:
    return practice(is_fictional=selectors.is_fictional(reference))


def _decided(found: Dossier, row: Row, reader: Person) -> Decided:
    """The decision in the words of its letter; within the language of the letter."""
    kader = _kader(found)
    asked = found.request or {}
    period, conditions = asked.get("period"), row["conditions"]
    intake = selectors.intake_of(str(asked["reference"]), reader=reader)
    return Decided(
        organisation=kader.organisation.in_(language()),
        reference=str(row["reference"]),
        title=said_of(asked, "title") or "",
        outcome=DecisionOutcome(str(row["outcome"])),
        day=date_format(row["decided_on"], "j F Y"),  # type: ignore[arg-type]  # a decision taken here has a day
        received=shown_period(period) if isinstance(period, Period) else None,
        name=intake.contact_name if intake else None,
        ground_code=str(row["ground"]) if row["ground"] else None,
        ground=listed(kader, "grounds", row["ground"]),
        instrument=listed(kader, "instruments", row["instrument"]),
        motivation=str(row["motivation"]) if row["motivation"] else None,
        conditions=tuple(map(str, conditions)) if isinstance(conditions, list) else (),
        referred_to=str(row["referred_to"]) if row["referred_to"] else None,
        made_up=_practice(str(asked["reference"])) or None,
    )


def _kader(found: Dossier) -> Kader:
    return assessor_of(kader_name(found)).kader


def _templates(found: Dossier) -> Templates:
    return templates_of(*_organisation(found))


def _letterhead(found: Dossier) -> Letterhead | None:
    return letterhead_of(*_organisation(found))


def _organisation(found: Dossier) -> tuple[Path, str]:
    """The organisation whose kader it is: its letters, on its letterhead."""
    return Path(settings.OPENKADER_PACKS), _kader(found).id.partition("/")[0]
