"""The certificate of a destruction list that was carried out, from what the register kept of it."""

from collections.abc import Mapping
from datetime import date

from django.utils.dateparse import parse_date
from django.utils.translation import override

from openkader.base.errors import Refusal, Refused
from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.casework.retention import RECORDS, REVIEWERS, ListState
from openkader.publication.certificate import Certificate, certificate_letter
from openkader.publication.letters import Letter
from openkader.publication.periods import shown_date, shown_moment
from openkader.register.front_doors import assessor_here
from openkader.register.selectors.destruction import AgreedRow, ItemRow, ListFile

LANGUAGES = ("nl", "en")
_WORDS = {
    "made_up": Text(
        nl="Om te oefenen: deze dossiers zijn verzonnen, en hun bewaartermijn ook.",
        en="To practise with: these dossiers were made up, and so was their retention term.",
    ),
    "drawn_up": Text(nl="Opgesteld door", en="Drawn up by"),
    "terms": Text(nl="Termijnen per", en="Terms as on"),
    "agreed": Text(nl="Akkoord als {0}", en="Agreed as {0}"),
}


def certificate_of(found: ListFile, language: str, today: date) -> Letter:
    """The certificate as a paper, in a language; refused while anything on the list still has to go."""
    if found.row.state is not ListState.DESTROYED:
        raise Refused(Refusal("destruction.not-done"))
    with override(language):
        return certificate_letter(_certificate(found, language, today), language)


def reason_words(code: str, detail: Mapping[str, str], language: str) -> str:
    """The sentence that says why something may go; its day is written as the language that is spoken now writes it."""
    told = dict(detail)
    if (day := parse_date(told.get("from", ""))) is not None:
        told["from"] = shown_date(day)
    return sentence(code, told, language)


def _certificate(found: ListFile, language: str, today: date) -> Certificate:
    went = [item.went for item in found.items if item.destroyed_at]
    return Certificate(
        organisation=assessor_here(today).kader.organisation.in_(language),
        reference=found.row.reference,
        about=_about(found, language),
        destroyed=[
            (
                *_named(item, language),
                str(item.year),
                _reason(item, language),
                shown_moment(item.destroyed_at),
            )
            for item in found.items
            if item.destroyed_at
        ],
        taken_off=[
            (*_named(item, language), item.exempt_because) for item in found.items if item.exempt_because
        ],
        rows=sum(one[0] for one in went),
        parties=sum(one[2] for one in went),
        documents=sum(one[3] for one in went),
        made_up=_WORDS["made_up"].in_(language) if _is_made_up(found) else None,
        seal=f"{found.seal[0]} ({found.seal[1][:16]})" if found.seal else "-",
    )


def _named(item: ItemRow, language: str) -> tuple[str, str]:
    """Which dossier, and what of it; what the dossier was about nobody reads here."""
    return item.dossier, RECORDS[item.kind].in_(language)


def _reason(item: ItemRow, language: str) -> str:
    return reason_words(item.code, item.detail, language)


def _is_made_up(found: ListFile) -> bool:
    return bool(found.left) and all("practice" in item.code for item in found.left)


def _about(found: ListFile, language: str) -> list[tuple[str, str]]:
    drawn_up = _WORDS["drawn_up"].in_(language), f"{found.row.by}, {shown_moment(found.row.at)}"
    terms = _WORDS["terms"].in_(language), shown_date(found.row.due_by)
    return [drawn_up, terms, *(_agreed(row, language) for row in found.agreed)]


def _agreed(row: AgreedRow, language: str) -> tuple[str, str]:
    as_what = _WORDS["agreed"].in_(language).format(REVIEWERS[row.reviewer].in_(language))
    return as_what, f"{row.by}, {shown_moment(row.at)}"
