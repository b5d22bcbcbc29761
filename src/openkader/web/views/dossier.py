"""One case from request to result: what was asked, weighed, decided, done and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import Invalid, NotFound
from openkader.base.messages import sentences
from openkader.casework.investment import is_secret
from openkader.casework.permissions import NOBODY, Act, Person
from openkader.casework.rules import may_carry_out
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome
from openkader.kader import Assessor
from openkader.register import case_kaders, selectors
from openkader.register.case_system.filed import filing_of
from openkader.register.deciding import mandated_of
from openkader.register.kaders import assessor_of
from openkader.register.network_plans import network_here
from openkader.register.partners import partner_here
from openkader.register.selectors import Case, Dossier, SourceRow
from openkader.register.selectors.case import questions_of
from openkader.web.doors import note_reading
from openkader.web.forms.case import AnswersForm
from openkader.web.forms.decision import DecisionForm
from openkader.web.presenters.advice import desk_name
from openkader.web.presenters.deciding import shown_deciding
from openkader.web.presenters.documents import shown_documents
from openkader.web.presenters.dossier import bases_of, contents_of, shown_dossier
from openkader.web.presenters.facts import shown_known
from openkader.web.presenters.filings import filing_line
from openkader.web.presenters.publicity import in_public
from openkader.web.presenters.received import shown_received
from openkader.web.presenters.received_mail import shown_arrivals, shown_mails
from openkader.web.presenters.work import (
    shown_assessing,
    shown_people,
    shown_questions,
)
from openkader.web.reader import person
from openkader.web.shell import context, language, made_up, said
from openkader.web.views.tombstone import tombstone_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What somebody tried and could not do: their form with their words, and why."""

    answers: AnswersForm | None = None
    decision: DecisionForm | None = None
    refusals: Sequence[str] = ()
    reader: Person = NOBODY  # whose page it is

    @property
    def form(self) -> AnswersForm | DecisionForm | None:
        """The form that was sent."""
        return self.answers or self.decision


@require_safe
def show_dossier(request: HttpRequest, reference: str) -> HttpResponse:
    """The dossier that a reference leads to; a reference of something inside it leads there too."""
    return dossier_page(request, reference)


def dossier_page(
    request: HttpRequest, reference: str, tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The page of a dossier; for a colleague with everything that can be done, or why it cannot."""
    reader = person(request)
    found = selectors.dossier(reference, reader=reader)
    year = _year(found)
    assessor = assessor_of(kader_name(found))
    source = next(iter(found.sources), None)
    is_inside = reader.may(Act.READ_CASES)
    if not is_inside:
        found = in_public(found, assessor.kader)
    if found.reference != reference:
        return _inside_of(found, reference)
    if found.request is not None:
        level = Confidentiality(str(found.request["confidentiality"]))
        note_reading(request, str(found.request["reference"]), level)
    fictional = made_up(source)
    if (gone := tombstone_page(request, found, year, assessor.kader, fictional)) is not None:
        return gone
    page = shown_dossier(found, assessor.kader, source)
    if is_inside:
        page |= {"is_inside": True, "plan": _plan_url(found), "archive": _archive_url(found, reader)}
    if is_inside and found.request is not None:
        page |= _inside(found, assessor, source, replace(tried or Tried(), reader=reader))
        page["contents"] = contents_of(page)
    values = context(
        request,
        year=year,
        kader=assessor.kader,
        page=page,
        crumbs=[(_("Dossiers"), reverse("dossiers")), (found.reference, None)],
        fictional=fictional,
        newest=found.newest_event,
    )
    response = render(request, "web/pages/dossier.html", values, status=status)
    if request.user.is_authenticated:
        add_never_cache_headers(response)
    return response


def _plan_url(found: Dossier) -> str | None:
    """Where an activity is planned on a request that got green light."""
    outcomes = [DecisionOutcome(str(row["outcome"])) for row in found.decisions if row["outcome"]]
    may_not = found.request is None or may_carry_out([*outcomes]) is not None
    return None if may_not else reverse("plan_activity", args=[found.reference])


def _archive_url(found: Dossier, reader: Person) -> str | None:
    """Where a request is taken to the archive, for whoever does that."""
    may_not = found.request is None or not reader.may(Act.ARCHIVE)
    return None if may_not else reverse("archive", args=[str((found.request or {})["reference"])])


def _inside(
    found: Dossier, assessor: Assessor, source: SourceRow | None, tried: Tried
) -> Mapping[str, object]:
    """What only a colleague sees: who comes along, and what there is to do."""
    reference = str((found.request or {})["reference"])
    documents: dict[str, object] = {
        "received": shown_received(found.intake, assessor.kader, tried.reader),
        "filing": filing_line(filing_of(reference)) if settings.CASE_SYSTEM is not None else None,
        "mails": shown_mails(found.mails),
        "arrivals": shown_arrivals(found.arrivals),
        "documents": shown_documents(reference, found.documents, may_read=tried.reader.may(Act.WORK)),
    }
    if network_here() is not None:
        documents["initiatives"] = reverse("case_initiatives", args=[reference])
    try:
        case = selectors.case_of(found, assessor, timezone.localdate())
    except Invalid as error:
        # An earlier kader asked other questions; what was answered then stays as it was.
        return documents | {"unfit": sentences(error, language())}
    if case is None:
        return documents
    if case.is_taken_over:
        # What was read in a publication is shown as it was read: nothing of it is open.
        may_see = bool(case.parties) and tried.reader.may(Act.READ_SCREENING)
        return documents | ({"people": shown_people(case)} if may_see else {})
    documents["parties_url"] = reverse("participants", args=[reference])
    documents["coordination"] = reverse("coordination", args=[reference])
    if is_secret(str((found.request or {})["kind"])) and partner_here():
        documents["investment"] = reverse("investment", args=[reference])
    known = {"facts": shown_known(case.weighed, bases_of(found, source))}
    return {**documents, **known, **_work(case, tried)}


def _work(case: Case, tried: Tried) -> Mapping[str, object]:
    answers = tried.answers or AnswersForm(questions_of(case), case.given)
    decision = tried.decision or DecisionForm(case.weighed.kader, case.organisations, initial=_first(case))
    return {
        "people": shown_people(case) if tried.reader.may(Act.READ_SCREENING) else None,
        "questions": shown_questions(case, answers, tried.reader),
        "assessing": shown_assessing(case, tried.reader),
        "deciding": shown_deciding(case, decision, mandated_of(case.weighed, tried.reader, case.reference)),
        "wrong": tried.form,
        "refusals": tried.refusals,
    }


def _first(case: Case) -> Mapping[str, object]:
    """What the form of a decision shows at first: what the kader proposes, with its ground."""
    deciding = case.weighed.deciding[0] if case.weighed.deciding else None
    return {
        "seen": case.decisions,
        "outcome": case.proposal.outcome if case.proposal else None,
        "ground": deciding.ground if deciding else None,
        "instrument": deciding.instrument if deciding else None,
        "conditions": "\n".join(said(term) or "" for row in case.weighed.deciding for term in row.terms),
        "referred_to": ", ".join(desk_name(case.weighed.kader, desk) for desk in case.weighed.refer_to),
    }


def _inside_of(found: Dossier, reference: str) -> HttpResponse:
    """The way to the dossier of a reference; of what only colleagues see, not even that it is there is told."""
    if found.is_withheld:
        raise NotFound("dossier", reference)
    return HttpResponseRedirect(reverse("dossier", args=[found.reference]))


def kader_name(found: Dossier) -> str:
    """The kader by which a case is weighed today."""
    return case_kaders.kader_name(found, timezone.localdate())


def _year(found: Dossier) -> int:
    first = found.record or found.request or found.activities[0]
    return int(str(first["year"]))
