"""De ervaringen: what came of an activity as those who took part said it, and whom a program asks.

Nobody reads what one of them answered: answers are counted, and own words stand in an order that tells nothing of who
said them. What they may be used for in public a person chooses, on the page.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import marked
from openkader.api.mission_words import STANDINGS, Toestemming, Vraagmomentstand, Vragenlijststand
from openkader.api.pace import require_pace
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.survey_shapes import (
    Bereikt,
    Ervaringdeelnemer,
    Ervaringen,
    GevraagdeVragenlijst,
    NieuweVragenlijst,
    Vraagmoment,
    Vraagtelling,
    Vragenlijst,
    Vragenlijstterugname,
)
from openkader.api.words import Activiteitstand, from_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.effect import QuestionCount, SurveyForm, SurveyState, Wave
from openkader.casework.permissions import Act
from openkader.publication.links import Invitation
from openkader.publication.survey_invitations import (
    SurveyAddressee,
    survey_question,
    survey_reminder,
)
from openkader.register import selectors, services
from openkader.register.selectors import Experiences, SurveyDue, SurveyRow, TakerRow, WaveFile
from openkader.register.survey_forms import survey_form

router = Router(tags=["Activiteiten"])


@dataclass(frozen=True, slots=True)
class Around:
    """What came of an activity as it is found, and who asks."""

    who: Caller
    form: SurveyForm
    found: Experiences

    def row(self, survey: str) -> SurveyRow:
        """The survey of this activity of this number."""
        for taker in self.found.takers:
            for row in taker.surveys:
                if row.reference == survey:
                    return row
        raise NotFound("survey", survey[:80])


def around_of(nummer: str, who: Caller) -> Around:
    """What came of an activity that the caller may see; refused where the organisation has no questions."""
    form = survey_form()
    return Around(who, form, selectors.experiences(nummer, form, who.today, reader=who.person))


@router.get(
    "/{nummer}/ervaringen",
    response=Ervaringen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wat er van een activiteit kwam",
    url_name="api_experiences",
    operation_id="ervaringenOpvragen",
)
def show_experiences(request: HttpRequest, nummer: str) -> Ervaringen:
    """Wie gevraagd is, wie antwoordde, wat de antwoorden samen zeggen, en wie nog te vragen is."""
    found = _read(request, nummer).found
    return Ervaringen.model_validate(
        {
            "standing": from_house(found.standing, Activiteitstand),
            "waves": [_wave(one) for one in found.waves],
            "takers": [_taker(one) for one in found.takers],
        }
    )


@router.get(
    "/{nummer}/vragenlijsten/{vragenlijst}",
    response=Vragenlijst,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een vragenlijst",
    url_name="api_survey",
    operation_id="vragenlijstOpvragen",
)
def show_survey(request: HttpRequest, response: HttpResponse, nummer: str, vragenlijst: str) -> Vragenlijst:
    """Hoe ver zij is. Wat geantwoord is en de koppeling om te antwoorden, zijn zo niet te lezen."""
    return marked(response, shown_survey(_read(request, nummer).row(vragenlijst)))


@router.post(
    "/{nummer}/vragenlijsten",
    response={200: GevraagdeVragenlijst, 201: GevraagdeVragenlijst},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Iemand vragen wat ervan kwam",
    url_name="api_surveys",
    operation_id="vragenlijstVragen",
)
def ask(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweVragenlijst
) -> Status[GevraagdeVragenlijst]:
    """Bij elk vraagmoment een keer. Dezelfde vraag op dezelfde dag blijft er een (200), met een nieuwe koppeling."""
    who = case_reader(request)
    here = around_of(nummer, who)
    wave = _require_fits(sent, here)
    require_pace(who)
    due = SurveyDue(
        activity=here.found.activity,
        title=here.found.title,
        member=sent.member,
        wave=wave,
        recipient=sent.recipient,
        email=sent.email,
        language=sent.language,
        due_on=who.today + timedelta(days=here.form.term.answer_within),
    )
    entry, invited = survey_question(due, link_to(request), who.today, mails=mails())
    reference = services.ask_survey(entry, form=here.form, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_survey", args=[nummer, reference]))
    known = {row.reference for taker in here.found.takers for row in taker.surveys}
    return Status(200 if reference in known else 201, survey_told(around_of(nummer, who), reference, invited))


@router.post(
    "/{nummer}/vragenlijsten/{vragenlijst}/herinneringen",
    response={201: GevraagdeVragenlijst},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Iemand aan de vragen herinneren",
    url_name="api_survey_reminders",
    operation_id="vragenlijstHerinneren",
)
def remind(request: HttpRequest, nummer: str, vragenlijst: str) -> Status[GevraagdeVragenlijst]:
    """Met een nieuwe koppeling; een keer, en daarna niet meer (409)."""
    who = case_reader(request)
    require_empty(request)
    here = around_of(nummer, who)
    row = here.row(vragenlijst)
    require_pace(who)
    sent = survey_reminder(addressee(here, row, row.email), link_to(request), who.today, mails=mails())
    services.remind_participant(row.reference, by=who.hand, now=who.now, link=sent.link, mail=sent.mail)
    return Status(201, survey_told(around_of(nummer, who), vragenlijst, sent))


@router.put(
    "/{nummer}/vragenlijsten/{vragenlijst}/terugname",
    response={204: None},
    auth=ByToken(Act.WORK),
    summary="Een vragenlijst terugnemen",
    url_name="api_survey_withdrawal",
    operation_id="vragenlijstTerugnemen",
)
def take_back(
    request: HttpRequest, nummer: str, vragenlijst: str, sent: Vragenlijstterugname
) -> Status[None]:
    """De koppelingen werken niet meer, en er wordt deze niets meer gevraagd. Met dezelfde reden verandert niets."""
    who = case_reader(request)
    row = around_of(nummer, who).row(vragenlijst)
    if row.taken_back_because != sent.reason:
        services.take_back_survey(row.reference, sent.reason, by=who.hand, now=who.now)
    return Status(204, None)


def _read(request: HttpRequest, nummer: str) -> Around:
    """What came of it; the trail knows who read that, where the request is confidential."""
    who = caller(request)
    require_known(request.GET)
    here = around_of(nummer, who)
    who.note_reading(here.found.dossier, here.found.level)
    return here


def _require_fits(sent: NieuweVragenlijst, here: Around) -> Wave:
    """The wave in which somebody that took part is asked."""
    wave = here.form.wave(sent.wave)
    wrong = [] if wave else ["vraagmoment"]
    if sent.member not in {one.key for one in here.found.takers}:
        wrong.append("deelnemer")
    if wrong:
        raise Invalid([Problem("interface.unknown-word", place) for place in wrong])
    return _wave_named(wave)


def _wave_named(wave: Wave | None) -> Wave:
    if wave is None:
        raise NotFound("survey", "")
    return wave


def addressee(here: Around, row: SurveyRow, email: str | None) -> SurveyAddressee:
    """To whom what is said about a survey goes."""
    return SurveyAddressee(
        activity=here.found.title,
        wave=_wave_named(here.form.wave(row.wave)).text,
        email=email,
        language=row.language,
        due_on=row.due_on,
    )


def mails() -> bool:
    """Whether mail goes out from here."""
    return bool(settings.OPENKADER_MAIL_FROM)


def link_to(request: HttpRequest) -> Callable[[str], str]:
    """Where a link to answer leads."""
    return lambda token: request.build_absolute_uri(reverse("survey", args=[token]))


def survey_told(here: Around, survey: str, sent: Invitation) -> GevraagdeVragenlijst:
    """A survey with its new link, which is told only now."""
    plain = dict(shown_survey(here.row(survey)))
    return GevraagdeVragenlijst.model_validate({**plain, "link": {"href": sent.address}})


def shown_survey(row: SurveyRow) -> Vragenlijst:
    """A survey as it is shown; of one that was answered not whose it was."""
    is_done = row.state is SurveyState.ANSWERED
    return taken(
        Vragenlijst,
        asdict(row),
        state=from_house(row.state, Vragenlijststand),
        recipient=None if is_done else row.recipient,
        email=None if is_done else row.email,
    )


def _taker(one: TakerRow) -> Ervaringdeelnemer:
    return Ervaringdeelnemer.model_validate(
        {
            "key": one.key,
            "name": text_of(one.name),
            "organisation": one.organisation or None,
            "number": one.number,
            "standings": {wave: STANDINGS[word] for wave, word in one.standings.items()},
            "surveys": [shown_survey(row) for row in one.surveys if row.state is not SurveyState.ANSWERED],
        }
    )


def _wave(file: WaveFile) -> Vraagmoment:
    reach, window = file.reach, file.window
    return Vraagmoment.model_validate(
        {
            "wave": window.wave.id,
            "text": text_of(window.wave.text),
            "state": from_house(reach.state, Vraagmomentstand),
            "opens_on": window.opens_on,
            "closes_on": window.closes_on,
            "reach": taken(Bereikt, asdict(reach)),
            "counts": [_count(one) for one in file.counts] if reach.answered else [],
            "said": [
                {"words": one.words, "consent": from_house(one.consent, Toestemming), "name": one.name}
                for one in file.said
            ],
        }
    )


def _count(one: QuestionCount) -> Vraagtelling:
    options = [
        {"option": each.option.id, "text": text_of(each.option.text), "number": each.number}
        for each in one.options
    ]
    return Vraagtelling.model_validate(
        {
            "question": one.question.id,
            "text": text_of(one.question.text),
            "answered": one.answered,
            "options": options,
        }
    )
