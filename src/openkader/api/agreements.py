"""De overeenkomsten: what is known of each now, and what became of it."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.activities import shown_period
from openkader.api.doors import ByToken, caller
from openkader.api.marks import marked
from openkader.api.paging import links_after, page_of
from openkader.api.read_shapes import (
    Akte,
    Looptijd,
    Overeenkomst,
    Overeenkomsten,
    OvereenkomstInLijst,
    Overeenkomstvraag,
    Partij,
    Waarde,
)
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import (
    Aktesoort,
    Kant,
    Looptijdsoort,
    Overeenkomststand,
    Overeenkomststatus,
    Partijrol,
    VanWie,
    from_house,
    known_word,
    to_house,
)
from openkader.casework.agreements import DeedKind, PartyRole, Side, Standing, TermKind, Whose
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors import AgreementChoice, AgreementLine
from openkader.register.selectors.agreements import AgreementDeedRow, AgreementFile, BoundParty

router = Router(tags=["Overeenkomsten"])


@router.get(
    "",
    response=Overeenkomsten,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De overeenkomsten die u mag zien",
    url_name="api_agreements",
    operation_id="overeenkomstenOpvragen",
)
def list_agreements(request: HttpRequest, asked: Query[Overeenkomstvraag]) -> Overeenkomsten:
    """Ten hoogste vijftig overeenkomsten, in de volgorde van hun nummer."""
    who = caller(request)
    require_known(request.GET, Overeenkomstvraag)
    choice = AgreementChoice(
        standing=None if asked.standing is None else to_house(asked.standing, Standing),
        whose=None if asked.whose is None else to_house(asked.whose, Whose),
        country=asked.country,
        party=asked.party,
    )
    lines = selectors.agreement_lines(choice, reader=who.person, today=who.today)
    page, last = page_of(lines, lambda line: line.reference, asked.cursor)
    rows = [OvereenkomstInLijst.model_validate(_line(line)) for line in page]
    return Overeenkomsten.model_validate({"links": links_after(request, last), "rows": rows})


@router.get(
    "/{nummer}",
    response=Overeenkomst,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een overeenkomst",
    url_name="api_agreement",
    operation_id="overeenkomstOpvragen",
)
def show_agreement(request: HttpRequest, response: HttpResponse, nummer: str) -> Overeenkomst:
    """Een overeenkomst zoals zij nu bekend is, met elke akte die dat zegt."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.agreement_file(nummer, reader=who.person, today=who.today)
    who.note_reading(found.request, found.level)
    return marked(response, shown_agreement(found))


def _line(line: AgreementLine) -> dict[str, object]:
    stated, term = line.stated, line.stated.term
    return {
        **{name: getattr(line, name) for name in ("reference", "number", "owner", "activity")},
        "title": known_text(stated.title),
        "form": stated.form,
        "status": from_house(stated.status, Overeenkomststatus),
        "standing": from_house(line.standing, Overeenkomststand),
        "whose": known_word(stated.whose, Whose, VanWie),
        "country": stated.country,
        "on": shown_period(stated.on),
        "term": taken(Looptijd, asdict(term), kind=known_word(term.kind, TermKind, Looptijdsoort)),
        "ends_by": stated.ends_by,
        "parties": [_party(one) for one in line.parties],
    }


def _party(one: BoundParty) -> Partij:
    return taken(
        Partij,
        {},
        name=text_of(one.name),
        reference=one.reference,
        side=known_word(one.side, Side, Kant),
        role=from_house(PartyRole(one.role), Partijrol),
    )


def shown_agreement(found: AgreementFile) -> Overeenkomst:
    """An agreement as it is shown."""
    stated = found.line.stated
    return Overeenkomst.model_validate(
        {
            **_line(found.line),
            "about": known_text(stated.about),
            "clauses": [taken(Waarde, asdict(one)) for one in stated.clauses],
            "request": found.request,
            "is_fictional": found.is_fictional,
            "deeds": [shown_deed(one) for one in found.deeds],
        }
    )


def shown_deed(one: AgreementDeedRow) -> Akte:
    """What was written down of it at a moment."""
    known = {name: getattr(one, name) for name in Akte.model_fields}
    return taken(Akte, known, kind=from_house(DeedKind(one.kind), Aktesoort))
